"""A clot in a deep vein of the leg dams the blood behind it, and a piece of it may travel to the lung.

Each sign alone says little: two or more on one leg make the picture that a scan is needed for, and each thing that
makes blood clot adds to it. Pain in one calf is no sign of a clot by being in one calf.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    Absent,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    Cause,
    Is,
    LessThan,
    Measured,
    NotConcluded,
    Option,
    Present,
    Suspected,
    Urgency,
    concludes,
    confirms,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, CALF_SWOLLEN_LIKE_A_CLOT, ONE_SIDED_LEG_PAIN, PREGNANT_OR_JUST_DELIVERED

CAUSE = Cause(
    name="Deep vein thrombosis (DVT)",
    also_called=("DVT", "Leg vein clot", "Venous thromboembolism"),
    icd10="I82.4-",
    commonness=UNCOMMON,
    urgency=Urgency.SAME_DAY,
    summary="A clot in a deep vein of the leg, usually with one swollen calf, which has to be looked for the same day.",
    mechanism=(
        "A clot in the veins of the calf or behind the knee holds back the blood and inflames the wall of the vein, so "
        "that one calf aches, swells and grows warm and tender. About half of the clots above the knee give no sign at "
        "all, and a clot can travel to the lungs."
    ),
    open_until=(
        "A clinical score, a D-dimer blood test and an ultrasound scan of the leg veins, read together, would close "
        "it; one negative scan alone does not, because it can miss a clot in the calf. Symptoms cannot close it: in "
        "Dutch general practice 12% of those whom the Wells score put in its low group had a clot, and 2.9% even with "
        "a negative D-dimer."
    ),
    sources=(
        "wells1997",
        "wells2003",
        "wells2006",
        "goodacre2005",
        "oudega2005wells",
        "geersing2014",
        "aafp2019dvt",
        "righini2013",
        "rcog37b",
        "nice_ng158",
    ),
)

OPTIONS = (
    Option(
        id="leg_vein_scan_and_d_dimer",
        name="Wells score, D-dimer and ultrasound of the leg veins, today",
        kind=TEST,
        guidance=(
            "Ask first for a Wells score by a clinician, a D-dimer blood test and an ultrasound of the leg veins, "
            "with the result within four hours. Where that cannot be done, a first dose of a blood thinner "
            "bridges the time and the scan comes within a day. If the scan is clear and the D-dimer is not, the "
            "scan is done again after six to eight days. In pregnancy, under 18 or on a blood thinner the scan "
            "comes first."
        ),
        source=("nice_ng158", "wells2003", "rcog37b"),
        verified=True,
    ),
    Option(
        id="blood_tests_before_a_blood_thinner",
        name="Blood tests before a blood thinner",
        kind=TEST,
        guidance=(
            "A blood count and tests of kidneys, liver and clotting come before treatment, but must not hold it "
            "up. If nothing brought the clot on, that is a reason to look for cancer."
        ),
        source=("nice_ng158",),
    ),
    Option(
        id="leg_with_a_possible_clot",
        name="Until the leg has been examined",
        kind=SELF_CARE,
        guidance=(
            "Do not massage the leg, and do not sit or lie still for hours; once treated, walk as usual. Call the "
            "emergency number at once for new breathlessness, chest pain, coughing blood or fainting."
        ),
        source=("nice_ng158", "expert_opinion"),
    ),
)

RULES = (
    # The leg. One sign alone is weak; two or more make the picture on which doctors suspect a clot. ------------------
    supports(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        group="leg",
        because="Swelling of one calf is the usual first sign of a clot, though other things cause it too.",
        source="goodacre2005",
    ),
    weakens(
        "no_calf_is_swollen",
        when=[Absent("calf_swelling")],
        lr=0.67,
        group="leg",
        because="A calf that is not swollen makes a clot somewhat less likely, though it does not rule one out.",
        source="goodacre2005",
        verified=True,
    ),
    supports(
        "calf_measures_3_cm_more",
        when=[Measured("calf_circumference_difference_cm", AtLeast(3))],
        lr=1.80,
        group="leg",
        because="The painful calf is at least 3 cm bigger around than the other, as when a vein is blocked.",
        source="goodacre2005",
        verified=True,
    ),
    # Between 2 and 3 cm counts neither way: the rule for pregnancy counts from 2 cm, the Wells score from 3 cm.
    weakens(
        "calves_measure_nearly_the_same",
        when=[Measured("calf_circumference_difference_cm", LessThan(2))],
        lr=0.57,
        group="leg",
        because="Both calves measure nearly the same, which makes a clot less likely but does not rule it out.",
        source=("goodacre2005", "righini2013"),
        verified=True,
    ),
    supports(
        "whole_leg_is_swollen",
        when=[Present("entire_leg_swollen")],
        strength=WEAK,
        group="leg",
        because="Swelling of the whole leg can come from a clot high up in the veins.",
        source="wells2003",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "a_finger_leaves_a_dent",
        when=[Present("pitting_oedema_symptomatic_leg")],
        strength=WEAK,
        group="leg",
        because="A finger leaves a dent in the painful leg only, so water is held back in it.",
        source="wells2003",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "deep_veins_are_tender",
        when=[Present("deep_vein_tenderness")],
        strength=WEAK,
        group="leg",
        because="The leg is tender along the course of its deep veins.",
        source="wells2003",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=WEAK,
        group="leg",
        because="Redness and warmth can come from an inflamed vein, as well as from an infection of the skin.",
        source="expert_opinion",
    ),
    # Of the people whom doctors suspected of a clot on such signs, 95 of 593 had one. STRONG takes this cause there from
    # where it starts among all people with calf pain; no published figure compares these two groups.
    supports(
        "two_signs_of_a_blocked_vein_come_together",
        when=[
            AtLeastNOf(
                2,
                CALF_SWOLLEN_LIKE_A_CLOT,
                Present("entire_leg_swollen"),
                Present("pitting_oedema_symptomatic_leg"),
                Present("deep_vein_tenderness"),
                Present("skin_redness_warmth"),
            )
        ],
        strength=STRONG,
        group="leg",
        because="Two or more signs on one leg together make the picture of a blocked vein.",
        source=("wells1997", "expert_opinion"),
    ),
    supports(
        "surface_veins_carry_the_blood_instead",
        when=[Present("collateral_superficial_veins")],
        strength=WEAK,
        because="New surface veins that are not varicose show that blood takes a way around.",
        source="wells2003",
        grade=GUIDELINE,
        verified=True,
    ),
    # What makes blood clot. -------------------------------------------------------------------------------------------
    supports(
        "cancer_is_active",
        when=[Present("active_cancer")],
        lr=2.71,
        because="Active cancer makes blood clot more easily.",
        source="goodacre2005",
        verified=True,
    ),
    supports(
        "there_was_a_leg_clot_before",
        when=[Present("previous_dvt")],
        lr=2.25,
        group="clots_before",
        because="Who has had a clot in a leg is more likely to have another.",
        source="goodacre2005",
        verified=True,
    ),
    supports(
        "there_was_a_lung_clot_before",
        when=[Present("previous_pe")],
        strength=MODERATE,
        group="clots_before",
        because="A clot in the lung nearly always began in a leg, and may do so again.",
        source="expert_opinion",
    ),
    supports(
        "clots_run_in_the_family",
        when=[Present("family_history_vte_or_thrombophilia")],
        strength=WEAK,
        group="clots_before",
        because="A tendency to clot can be inherited.",
        source="expert_opinion",
    ),
    supports(
        "three_days_or_more_in_bed",
        when=[Present("bedridden_3_days")],
        lr=1.98,
        group="stillness",
        because="Blood that moves slowly clots, and three days in bed slow it down.",
        source="goodacre2005",
        verified=True,
    ),
    supports(
        "a_big_operation_within_12_weeks",
        when=[Present("major_surgery_12w")],
        lr=1.76,
        group="stillness",
        because="A big operation makes blood clot more easily for weeks.",
        source="goodacre2005",
        verified=True,
    ),
    supports(
        "a_hospital_stay_within_3_months",
        when=[Present("hospital_admission_last_3_months")],
        strength=MODERATE,
        group="stillness",
        because="Half or more of all clots come within 90 days of a stay in hospital.",
        source="expert_opinion",
        where="NICE guideline NG89, context",
        verified=True,
    ),
    supports(
        "a_long_journey_within_4_weeks",
        when=[Present("long_haul_travel_recent")],
        strength=WEAK,
        group="stillness",
        because="Sitting for hours on a long journey slows the blood in the legs.",
        source="expert_opinion",
    ),
    supports(
        "leg_is_paralysed_or_was_in_plaster",
        when=[Present("leg_paralysis_or_cast")],
        strength=WEAK,
        because="A leg that cannot move, or was in plaster, does not pump its blood.",
        source="wells2003",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "oestrogen_is_taken",
        when=[Present("oestrogen_use")],
        strength=MODERATE,
        because="Oestrogen, in the pill or in hormone treatment, makes blood clot more easily.",
        source="aafp2019dvt",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "drugs_are_injected",
        when=[Present("injecting_drug_use")],
        strength=MODERATE,
        because="Injecting into the leg or groin damages the veins, and clots form in them.",
        source="expert_opinion",
        verified=True,
    ),
    # Pregnancy raises the D-dimer by itself, so that the two share a group.
    supports(
        "pregnancy_or_birth_within_6_weeks",
        when=[PREGNANT_OR_JUST_DELIVERED],
        strength=MODERATE,
        group="pregnancy_and_d_dimer",
        because="Blood clots more easily in pregnancy and for six weeks after birth.",
        source="righini2013",
        verified=True,
    ),
    supports(
        "d_dimer_is_raised",
        when=[Present("d_dimer_positive")],
        strength=WEAK,
        group="pregnancy_and_d_dimer",
        because="A raised D-dimer fits a clot, but many other things raise it, so a scan is needed.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
    concludes(
        "d_dimer_is_no_guide_to_this_person",
        concept="d_dimer_no_guide",
        when=[AnyOf(PREGNANT_OR_JUST_DELIVERED, Present("anticoagulant_use"), Measured("age_years", LessThan(18)))],
        because="In pregnancy, under 18 and on a blood thinner the D-dimer is not relied on, and the scan decides.",
        source=("nice_ng158", "rcog37b"),
        grade=GUIDELINE,
    ),
    weakens(
        "d_dimer_is_negative",
        when=[Absent("d_dimer_positive"), NotConcluded("d_dimer_no_guide")],
        strength=STRONG,
        group="pregnancy_and_d_dimer",
        because="A negative D-dimer makes a clot much less likely, but closes the question only with a low score.",
        source=("nice_ng158", "geersing2014"),
        grade=GUIDELINE,
        verified=True,
    ),
    # The scan of the veins. -------------------------------------------------------------------------------------------
    confirms(
        "vein_scan_shows_a_clot",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt", "distal_dvt"))],
        because="The scan of the leg veins shows a clot.",
        source="nice_ng158",
        verified=True,
    ),
    # It weakens and does not exclude: the scan may miss a calf clot, and is repeated where the D-dimer is positive.
    weakens(
        "vein_scan_shows_no_clot",
        when=[Is("leg_vein_ultrasound", in_=("negative",))],
        strength=STRONG,
        because="One scan without a clot makes it much less likely, but can miss a clot in the calf.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
    # What points elsewhere. A clot may be there as well, so that none of it counts for much. --------------------------
    weakens(
        "a_burst_knee_cyst_was_seen",
        when=[Is("popliteal_ultrasound", in_=("ruptured_bakers_cyst",))],
        strength=MODERATE,
        because="A burst cyst behind the knee explains the swelling, but a clot can be there too.",
        source="expert_opinion",
    ),
    weakens(
        "a_tear_or_bleed_was_seen",
        when=[Is("calf_soft_tissue_imaging", in_=("muscle_tear", "haematoma"))],
        strength=MODERATE,
        because="A torn muscle or a bleed explains the pain, but a clot can follow it.",
        source="expert_opinion",
    ),
    weakens(
        "pain_struck_in_a_push_off",
        when=[Present("sudden_push_off_onset")],
        strength=MODERATE,
        because="Pain that strikes in the middle of a push-off is more like a torn muscle.",
        source="expert_opinion",
    ),
    # Asked: no pain between the cramps. Without that answer a cramp says nothing about a clot.
    weakens(
        "calf_hurts_only_in_cramps",
        when=[AllOf(Present("cramp_hardening_relief_by_stretch"), Absent("pain_at_rest"))],
        strength=WEAK,
        because="A hard knot that stretching eases, with no pain between, is more like a cramp.",
        source="expert_opinion",
    ),
    weakens(
        "sitting_eases_it",
        when=[Present("relief_by_sitting")],
        strength=WEAK,
        group="nerve",
        because="Pain that changes with posture is more likely to start in the spine.",
        source="expert_opinion",
    ),
    weakens(
        "pain_shoots",
        when=[Is("pain_character", in_=("shooting",))],
        strength=WEAK,
        group="nerve",
        because="Shooting pain is more like a pinched nerve.",
        source="expert_opinion",
    ),
    supports(
        "only_one_leg_hurts",
        when=[ONE_SIDED_LEG_PAIN],
        strength=WEAK,
        group="leg",
        because="A clot mostly makes one leg hurt, and often shows nothing else.",
        source=("nice_ng158", "expert_opinion"),
    ),
    weakens(
        "both_legs_hurt",
        when=[BOTH_LEGS_HURT],
        strength=WEAK,
        group="leg",
        because="A clot usually hurts in one leg only.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_scan_today_settles_it",
        option="leg_vein_scan_and_d_dimer",
        when=[Suspected("deep_vein_thrombosis")],
        because="A clot can only be found or closed by tests, and it can move to the lung at any time.",
        source="nice_ng158",
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "treatment_needs_blood_tests",
        option="blood_tests_before_a_blood_thinner",
        when=[Suspected("deep_vein_thrombosis")],
        because="How well blood, kidneys and liver work decides which treatment is safe.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
    offers(
        "a_clot_must_not_be_pressed_loose",
        option="leg_with_a_possible_clot",
        when=[Suspected("deep_vein_thrombosis")],
        because="Rubbing a leg with a clot in it could set the clot free.",
        source="expert_opinion",
    ),
    offers(
        "a_blood_thinner_stops_a_clot_growing",
        option="anticoagulant_treatment",
        when=[Suspected("deep_vein_thrombosis")],
        because="A blood thinner keeps a clot from growing and from moving to the lung.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
)
