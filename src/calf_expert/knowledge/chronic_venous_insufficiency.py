"""Worn valves let blood sink back into the legs, which grow heavy through the day and better as soon as they are raised."""

from ..authoring import (
    FAIRLY_COMMON,
    GUIDELINE,
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Absent,
    AnyOf,
    Cause,
    Concluded,
    Is,
    Option,
    Present,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Weak leg veins and varicose veins (chronic venous insufficiency)",
    also_called=("Varicose veins", "Chronic venous disease", "Post-thrombotic leg"),
    icd10="I87.2, I83.81-",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.ROUTINE,
    summary="Blood stands in the leg veins, and the calves grow heavy and ache by evening or on standing.",
    mechanism=(
        "The valves that carry blood up the leg step by step no longer close, by wear or after an old clot. Pressure "
        "builds up in the veins as long as the person is upright: the calves ache and feel heavy, ankles swell, and "
        "over years the skin near the ankle turns brown, itchy and hard. Raising the legs lets the blood run off."
    ),
    sources=("esvs_cvd2022", "nice_cg168"),
)

MORE_THAN_STANDING = AnyOf(
    Present("heaviness_end_of_day"),
    Present("relief_by_elevation"),
    Present("varicose_veins"),
    Present("venous_skin_changes"),
)
"""Pain on standing, swollen ankles or an old clot can make the veins suspect, and are no ground to speak of treatment."""

OPTIONS = (
    Option(
        id="vein_scan_and_ankle_pressure",
        name="Ultrasound of the veins, and ankle pressure (ABI)",
        kind=TEST,
        guidance=(
            "An ultrasound shows which valves leak. Before any compression the pulses are felt and the pressure at the "
            "ankle is measured, because tight stockings harm a leg that is short of blood."
        ),
        source=("esvs_cvd2022", "nice_cg168"),
    ),
    Option(
        id="relief_for_heavy_legs",
        name="Walking, raising the legs, and care of the skin",
        kind=SELF_CARE,
        families=("advice_that_can_wait", "activity"),
        guidance=(
            "Walk a lot, stand still little, raise the legs when you rest, and keep a healthy weight. Keep dry or "
            "itchy skin supple with a plain cream."
        ),
        source=("esvs_cvd2022", "nice_cg168"),
    ),
    Option(
        id="warning_signs_with_weak_veins",
        name="Signs that change the plan",
        kind=SELF_CARE,
        guidance=(
            "One calf that is newly swollen, or a hard sore cord along a vein, has to be checked for a clot today. If "
            "a vein bleeds, lie down, raise the leg, press on it, and call for help."
        ),
        source=("nice_ng158", "nice_cg168", "expert_opinion"),
    ),
    Option(
        id="vein_clinic",
        name="Doctor's visit, and a vein clinic",
        kind=REFERRAL,
        guidance=(
            "Ask for a vein clinic if the veins ache or swell or the skin has changed: leaking veins can be closed. Be "
            "seen within days for a vein that has bled, for eczema, or for a sore near the ankle."
        ),
        source=("nice_cg168", "expert_opinion"),
    ),
)

RULES = (
    # When it aches: one pattern seen from several sides. --------------------------------------------------------------
    supports(
        "upright_fills_the_legs_and_raising_empties_them",
        when=[Concluded("venous_aching")],
        strength=STRONG,
        group="pattern",
        because="The ache gathers while upright and goes when the leg is raised, as blood in weak veins does.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "legs_are_heavy_by_evening",
        when=[Present("heaviness_end_of_day")],
        strength=STRONG,
        group="pattern",
        because="Weak veins fill through the day, and by evening the legs are heavy.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "raising_the_leg_eases_it",
        when=[Present("relief_by_elevation")],
        strength=MODERATE,
        group="pattern",
        because="In a raised leg the blood runs off without the help of valves.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "standing_makes_it_worse",
        when=[Present("worse_on_standing")],
        strength=MODERATE,
        group="pattern",
        because="On standing the whole column of blood weighs on the calf.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "it_aches",
        when=[Is("pain_character", ("aching",))],
        strength=WEAK,
        group="pattern",
        because="Full veins ache; they do not stab or shoot.",
        source="expert_opinion",
    ),
    weakens(
        "neither_the_day_nor_posture_matters",
        when=[Absent("heaviness_end_of_day"), Absent("relief_by_elevation"), Absent("worse_on_standing")],
        strength=MODERATE,
        group="pattern",
        because="Pain from weak veins changes with posture and the time of day, and this does not.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    # What is seen. ----------------------------------------------------------------------------------------------------
    supports(
        "veins_bulge",
        when=[Present("varicose_veins")],
        strength=MODERATE,
        group="veins_and_skin",
        because="Bulging veins are veins whose valves no longer close.",
        source="nice_cg168",
        grade=GUIDELINE,
    ),
    supports(
        "skin_near_the_ankle_is_brown_itchy_or_hard",
        when=[Present("venous_skin_changes")],
        strength=STRONG,
        group="veins_and_skin",
        because="Years of pressure in the veins leave the skin near the ankle brown, itchy or hard.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "both_legs_are_swollen",
        when=[Present("bilateral_leg_swelling")],
        strength=MODERATE,
        group="swelling",
        because="Pressure in the veins presses water into both ankles, though heart and kidneys can do so too.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        group="swelling",
        because="One calf that is newly swollen is a clot until someone has looked.",
        source="expert_opinion",
    ),
    # What wore the valves. --------------------------------------------------------------------------------------------
    supports(
        "an_old_clot_may_have_harmed_the_valves",
        when=[Present("previous_dvt")],
        strength=WEAK,
        because="A clot in a deep vein often leaves its valves leaking.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    supports(
        "work_means_long_hours_on_the_feet",
        when=[Present("prolonged_heavy_labour")],
        strength=WEAK,
        because="Long hours on the feet keep the pressure in the veins up.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "it_came_suddenly",
        when=[Is("onset_speed", ("sudden",))],
        strength=STRONG,
        because="Weak veins trouble a person for months; pain that came at once can be a clot.",
        source="expert_opinion",
    ),
    weakens(
        "foot_pulses_are_weak",
        when=[Present("absent_or_reduced_pedal_pulses")],
        strength=MODERATE,
        group="arteries",
        because="Weak foot pulses point to the arteries, though both can be ill.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    weakens(
        "pulse_at_groin_or_knee_is_weak",
        when=[Present("reduced_femoral_or_popliteal_pulse")],
        strength=MODERATE,
        group="arteries",
        because="A weak pulse at the groin or knee points to the arteries, though both can be ill.",
        source="expert_opinion",
    ),
    weakens(
        "foot_has_a_sore_or_dead_skin",
        when=[Present("foot_ulcer_or_tissue_loss")],
        strength=MODERATE,
        group="arteries",
        because="Sores from weak veins sit around the ankle; on foot and toes they come from arteries or nerves.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_scan_shows_the_leaking_valves",
        option="vein_scan_and_ankle_pressure",
        when=[Suspected("chronic_venous_insufficiency"), MORE_THAN_STANDING],
        because="Veins and arteries are both looked at before the veins are treated.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
    offers(
        "walking_and_raising_empty_the_veins",
        option="relief_for_heavy_legs",
        when=[Suspected("chronic_venous_insufficiency"), MORE_THAN_STANDING],
        because="The calf muscle pumps the veins empty at each step, and a raised leg drains by itself.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
    offers(
        "clots_and_bleeds_come_with_weak_veins",
        option="warning_signs_with_weak_veins",
        when=[Suspected("chronic_venous_insufficiency"), MORE_THAN_STANDING],
        because="Blood that stands can clot, and a thin vein under the skin can bleed.",
        source=("nice_ng158", "nice_cg168", "expert_opinion"),
    ),
    offers(
        "leaking_veins_can_be_closed",
        option="vein_clinic",
        when=[Suspected("chronic_venous_insufficiency"), MORE_THAN_STANDING],
        because="No medicine mends a valve, while a clinic can close a leaking vein.",
        source="nice_cg168",
        grade=GUIDELINE,
    ),
    offers(
        "stockings_do_the_work_of_the_valves",
        option="compression_stockings",
        when=[Suspected("chronic_venous_insufficiency"), MORE_THAN_STANDING],
        because="Pressure from outside keeps weak veins from filling.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
)
