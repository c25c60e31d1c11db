"""Behind the knee a muscle squeezes the artery whenever the foot works, so that a young calf tires like an old one."""

from ..authoring import (
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    VERY_RARE,
    WEAK,
    Absent,
    AnyOf,
    AtLeast,
    Cause,
    Is,
    LessThan,
    Measured,
    Option,
    Present,
    Suspected,
    Urgency,
    confirms,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT

CAUSE = Cause(
    name="Squeezed artery behind the knee (popliteal artery entrapment)",
    also_called=("Popliteal artery entrapment syndrome", "PAES"),
    icd10="no code of its own",
    commonness=VERY_RARE,
    urgency=Urgency.WITHIN_DAYS,
    summary="A muscle behind the knee squeezes the artery during sport, and the calf of a young person cramps.",
    mechanism=(
        "The artery runs an odd course behind the knee, or the calf muscle is attached oddly or grown strong. Each time "
        "the foot points down or is pulled up, the artery is pinched, and the calf runs short of blood: it cramps at "
        "the same effort each time and recovers within minutes. Years of pinching can scar the artery until it closes."
    ),
    sources=("sinha2012",),
)

OPTIONS = (
    Option(
        id="artery_scan_with_the_ankle_moved",
        name="Scan of the artery with the ankle moved",
        kind=TEST,
        guidance=(
            "Ask for an ultrasound of the artery behind the knee while the foot is pointed and pulled up. An MR "
            "or CT scan of the arteries is done in the same way. A scan with the foot at rest can miss it."
        ),
        source=("sinha2012", "expert_opinion"),
    ),
    Option(
        id="sport_with_a_squeezed_artery",
        name="Leaving out what brings it on",
        kind=SELF_CARE,
        guidance=(
            "Leave out the sport that brings the pain until the artery has been looked at. Call the emergency number "
            "if the leg turns cold, pale or numb and stays so: the artery may have closed."
        ),
        source=("sinha2012", "expert_opinion"),
    ),
    Option(
        id="vascular_surgeon_for_a_squeezed_artery",
        name="Referral to vascular surgeons",
        kind=REFERRAL,
        guidance="Ask a doctor to send you to blood vessel surgeons: an operation can free the artery.",
        source=("sinha2012",),
    ),
)

EFFORT_BRINGS_IT = AnyOf(Present("exertional_pain_reproducible"), Present("pain_on_walking"))
"""Without pain under effort there is nothing that youth, clean arteries, both legs or tingling could speak for."""

RULES = (
    # The effort. ------------------------------------------------------------------------------------------------------
    supports(
        "it_comes_at_the_same_effort_each_time",
        when=[Present("exertional_pain_reproducible")],
        strength=STRONG,
        group="effort",
        because="A squeezed artery lets the calf down at the same effort each time, and rest gives it back.",
        source="sinha2012",
    ),
    supports(
        "standing_still_ends_it_within_minutes",
        given=[EFFORT_BRINGS_IT],
        when=[Is("relief_standing_still", ("within_10_min",))],
        strength=MODERATE,
        because="The artery is free again as soon as the calf stops working; a tight muscle sheath takes longer.",
        source=("sinha2012", "expert_opinion"),
    ),
    weakens(
        "effort_does_not_bring_it",
        when=[Absent("exertional_pain_reproducible")],
        strength=STRONG,
        group="effort",
        because="A squeezed artery shows itself under effort, and here effort makes no such difference.",
        source="sinha2012",
    ),
    weakens(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=MODERATE,
        because="Once the foot rests the artery is free, and the pain goes.",
        source="expert_opinion",
    ),
    # Who gets it. -----------------------------------------------------------------------------------------------------
    supports(
        "the_person_is_under_35",
        given=[EFFORT_BRINGS_IT],
        when=[Measured("age_years", LessThan(35))],
        strength=MODERATE,
        group="age",
        because="It troubles young people who do a lot of sport.",
        source="sinha2012",
    ),
    weakens(
        "the_person_is_50_or_over",
        when=[Measured("age_years", AtLeast(50))],
        strength=MODERATE,
        group="age",
        because="From 50 on a calf that is short of blood has narrowed arteries far more often.",
        source="expert_opinion",
    ),
    supports(
        "the_person_never_smoked",
        given=[EFFORT_BRINGS_IT],
        when=[Is("smoking_status", ("never",))],
        strength=WEAK,
        group="healthy_arteries",
        because="Without smoking there is less reason for arteries to be narrow by themselves.",
        source="sinha2012",
    ),
    weakens(
        "something_else_harms_the_arteries",
        when=[AnyOf(Present("diabetes"), Present("cardiovascular_disease_established"))],
        strength=MODERATE,
        group="healthy_arteries",
        because="With diabetes or ill arteries elsewhere, narrowed leg arteries are the better guess.",
        source="expert_opinion",
    ),
    # The artery, on examination. --------------------------------------------------------------------------------------
    supports(
        "foot_pulse_goes_when_the_ankle_moves",
        when=[Present("pulse_lost_on_ankle_movement")],
        strength=STRONG,
        group="pulse",
        because="The foot pulse goes when the foot is pointed or pulled up, as it also does in many healthy people.",
        source="sinha2012",
    ),
    weakens(
        "foot_pulse_stays_when_the_ankle_moves",
        when=[Absent("pulse_lost_on_ankle_movement")],
        strength=WEAK,
        group="pulse",
        because="The foot pulse stays when the ankle moves, though an examiner cannot imitate sport.",
        source="expert_opinion",
    ),
    supports(
        "ankle_pressure_falls_with_exercise",
        when=[Measured("abi_post_exercise_drop_percent", AtLeast(20))],
        strength=MODERATE,
        because="The pressure at the ankle falls by a fifth or more with exercise, so less blood arrives.",
        source="sinha2012",
    ),
    supports(
        "leg_is_cold",
        when=[Present("cold_limb")],
        strength=MODERATE,
        because="A leg that turns cold gets less blood; if it stays cold, the artery may have closed.",
        source="expert_opinion",
    ),
    # How it feels and where. ------------------------------------------------------------------------------------------
    supports(
        "both_legs_hurt",
        given=[EFFORT_BRINGS_IT],
        when=[BOTH_LEGS_HURT],
        strength=WEAK,
        because="The odd course of artery or muscle is often there on both sides.",
        source="sinha2012",
    ),
    supports(
        "leg_tingles",
        given=[EFFORT_BRINGS_IT],
        when=[Present("leg_numbness_tingling")],
        strength=WEAK,
        because="Nerves that are short of blood, or pinched beside the artery, tingle.",
        source="sinha2012",
    ),
    supports(
        "it_is_a_cramp",
        given=[EFFORT_BRINGS_IT],
        when=[Is("pain_character", ("cramping",))],
        strength=WEAK,
        because="Muscle that works without enough blood cramps.",
        source="expert_opinion",
    ),
    weakens(
        "it_hurts_at_the_front_or_side",
        when=[Present("pain_front_or_side_of_lower_leg")],
        strength=WEAK,
        because="Pain at the front or the outer side is more like pressure in a tight muscle sheath.",
        source="expert_opinion",
    ),
    # The scan of the arteries. ----------------------------------------------------------------------------------------
    confirms(
        "artery_scan_shows_the_squeeze",
        when=[Is("arterial_imaging", ("popliteal_entrapment",))],
        because="The scan shows the artery being squeezed when the ankle moves.",
        source="expert_opinion",
    ),
    weakens(
        "artery_scan_is_normal",
        when=[Is("arterial_imaging", ("normal",))],
        strength=MODERATE,
        because="The scan shows an open artery, though a scan with the foot at rest can miss the squeeze.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_a_moving_ankle_shows_it",
        option="artery_scan_with_the_ankle_moved",
        when=[Suspected("popliteal_artery_entrapment")],
        because="The artery is squeezed only while the ankle moves.",
        source="sinha2012",
    ),
    offers(
        "each_squeeze_harms_the_artery",
        option="sport_with_a_squeezed_artery",
        when=[Suspected("popliteal_artery_entrapment")],
        because="Each squeeze harms the wall of the artery a little more.",
        source=("sinha2012", "expert_opinion"),
    ),
    offers(
        "surgery_frees_the_artery",
        option="vascular_surgeon_for_a_squeezed_artery",
        when=[Suspected("popliteal_artery_entrapment")],
        because="No medicine frees the artery, and an operation can.",
        source="sinha2012",
    ),
)
