"""Exercise swells muscle inside a sheath too tight for it, and the leg aches at the same effort until it is rested.

It is told by the clock: it comes at the same effort each time and is gone within minutes to half an hour. The pressure
in the muscle is measured for it, and never makes it without the story, because healthy people reach the same values.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
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
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT

CAUSE = Cause(
    name="Pressure in the leg muscles on exercise (chronic exertional compartment syndrome)",
    also_called=("Chronic exertional compartment syndrome", "CECS"),
    icd10="M79.A2-",
    commonness=RARE,
    urgency=Urgency.ROUTINE,
    summary="Muscle swells in its sheath during exercise, and the leg aches and tightens until it is rested.",
    mechanism=(
        "Working muscle takes up blood and swells. Where the sheath around it does not give, the pressure rises, less "
        "blood gets in, and the leg aches and grows tight at the same effort each time; after some minutes to half an "
        "hour of rest it is over. The front and outer compartments are affected most often, the deep one at the back "
        "gives pain in the calf."
    ),
    sources=("pedowitz1990", "aweid2012", "buerba2019"),
)

OPTIONS = (
    Option(
        id="pressure_before_and_after_exercise",
        name="Pressure in the muscle before and after exercise",
        kind=TEST,
        guidance=(
            "A specialist measures the pressure in the muscle before exercise, and one and five minutes after it. "
            "It is read with the story, as the pressure alone makes healthy people look ill."
        ),
        source=("pedowitz1990", "aweid2012"),
    ),
    Option(
        id="bone_and_artery_checks_before_that",
        name="Bone and arteries first",
        kind=TEST,
        guidance=(
            "Have a crack in the shin bone looked for (X-ray or MRI). Have them look for an artery that is "
            "squeezed behind the knee too (pulses while the ankle moves, ultrasound)."
        ),
        source=("buerba2019", "expert_opinion"),
    ),
    Option(
        id="less_of_the_load_that_tightens_the_leg",
        name="Less of what brings it on, and another way of running",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Cut down the exercise that brings it on, and have the way you run looked at. Landing on the front of "
            "the foot takes load off the front of the leg."
        ),
        source=("buerba2019",),
    ),
    Option(
        id="tightness_that_does_not_go",
        name="A sign that changes the plan",
        kind=SELF_CARE,
        guidance=(
            "Go to an emergency department at once if the pain stays or rises when you rest, or if the leg is "
            "hard, numb or weak. Pressure that does not fall kills the muscle."
        ),
        source=("duckworth_mcqueen", "expert_opinion"),
    ),
    Option(
        id="sports_doctor_for_tight_legs",
        name="Physiotherapist or sports doctor",
        kind=REFERRAL,
        guidance=(
            "Ask for a physiotherapist or a doctor of sports medicine; if that does not help, a surgeon can open the "
            "sheath."
        ),
        source=("buerba2019",),
    ),
)

EFFORT_BRINGS_IT = AnyOf(
    Present("exertional_pain_reproducible"),
    Present("pain_on_walking"),
    Present("training_load_increase"),
)
"""Without pain under effort there is nothing that youth, both legs or tingling could speak for."""

RULES = (
    # The effort. ------------------------------------------------------------------------------------------------------
    supports(
        "it_comes_at_the_same_effort_each_time",
        when=[Present("exertional_pain_reproducible")],
        strength=STRONG,
        group="effort",
        because="The pressure rises with the effort, so the pain comes at the same point and goes with rest.",
        source="buerba2019",
    ),
    weakens(
        "effort_does_not_bring_it",
        when=[Absent("exertional_pain_reproducible")],
        strength=STRONG,
        group="effort",
        because="Without pain that comes at the same effort and goes with rest, this is not it.",
        source="buerba2019",
    ),
    weakens(
        "a_short_stop_ends_it",
        given=[EFFORT_BRINGS_IT],
        when=[Is("relief_standing_still", ("within_10_min",))],
        strength=WEAK,
        because="Pressure in a tight sheath falls slowly; pain that a few minutes end is more like a lack of blood.",
        source="expert_opinion",
    ),
    weakens(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=STRONG,
        because="It goes with rest; pain at rest means a crack, an infection or pressure that does not fall.",
        source="expert_opinion",
    ),
    weakens(
        "it_came_suddenly",
        when=[Is("onset_speed", ("sudden",))],
        strength=MODERATE,
        because="It creeps up over weeks; pain that struck at once is a tear or pressure that needs help now.",
        source="expert_opinion",
    ),
    # Who gets it: young people in training, one group, so that a sore young runner is not suspected on that alone. -----
    supports(
        "the_person_is_under_35",
        given=[EFFORT_BRINGS_IT],
        when=[Measured("age_years", LessThan(35))],
        strength=MODERATE,
        group="athlete",
        because="It troubles young people who run, march or play.",
        source="buerba2019",
    ),
    weakens(
        "the_person_is_50_or_over",
        when=[Measured("age_years", AtLeast(50))],
        strength=MODERATE,
        group="athlete",
        because="From 50 on, legs that hurt under effort have narrowed arteries or crowded nerves far more often.",
        source="expert_opinion",
    ),
    supports(
        "training_was_stepped_up",
        when=[Present("training_load_increase")],
        strength=WEAK,
        group="athlete",
        because="More running, marching or jumping makes the muscle bigger than its sheath allows.",
        source="buerba2019",
    ),
    # How it feels and where. ------------------------------------------------------------------------------------------
    supports(
        "both_legs_hurt",
        given=[EFFORT_BRINGS_IT],
        when=[BOTH_LEGS_HURT],
        strength=MODERATE,
        because="The sheaths are tight on both sides in most people who have it.",
        source="aweid2012",
        verified=True,
    ),
    supports(
        "leg_feels_tight_or_about_to_burst",
        when=[Is("pain_character", ("tight_or_bursting",))],
        strength=MODERATE,
        because="A leg that feels tight or about to burst is what rising pressure feels like.",
        source="expert_opinion",
    ),
    supports(
        "it_hurts_at_the_front_or_side",
        when=[Present("pain_front_or_side_of_lower_leg")],
        strength=MODERATE,
        because="The sheaths at the front and the outer side are the tight ones most often.",
        source="buerba2019",
    ),
    supports(
        "leg_tingles",
        given=[EFFORT_BRINGS_IT],
        when=[Present("leg_numbness_tingling")],
        strength=WEAK,
        because="The nerves that run through the tight sheath tingle for a while.",
        source="buerba2019",
    ),
    # The pressure itself. Healthy people reach it too, so that it supports and does not confirm. ----------------------
    supports(
        "pressure_in_the_muscle_is_high",
        when=[
            AnyOf(
                Measured("compartment_pressure_pre_mmhg", AtLeast(15)),
                Measured("compartment_pressure_1min_mmhg", AtLeast(30)),
                Measured("compartment_pressure_5min_mmhg", AtLeast(20)),
            )
        ],
        strength=STRONG,
        group="pressure",
        because="The pressure in the muscle reaches one of the limits in use, which counts if the story fits.",
        source=("pedowitz1990", "aweid2012"),
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "pressure_in_the_muscle_is_normal_throughout",
        when=[
            Measured("compartment_pressure_pre_mmhg", LessThan(15)),
            Measured("compartment_pressure_1min_mmhg", LessThan(30)),
            Measured("compartment_pressure_5min_mmhg", LessThan(20)),
        ],
        strength=MODERATE,
        group="pressure",
        because="The pressure stayed below all three limits, before exercise and after it.",
        source="pedowitz1990",
        grade=GUIDELINE,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_spot_on_the_shin_bone_is_sore",
        when=[Present("focal_tibial_bone_tenderness")],
        strength=MODERATE,
        because="One sore spot on the bone is more like a crack in it.",
        source="expert_opinion",
    ),
    weakens(
        "foot_pulse_goes_when_the_ankle_moves",
        when=[Present("pulse_lost_on_ankle_movement")],
        strength=MODERATE,
        group="squeezed_artery",
        because="A foot pulse that goes when the ankle moves is more like an artery squeezed behind the knee.",
        source="expert_opinion",
    ),
    weakens(
        "artery_scan_shows_a_squeeze",
        when=[Is("arterial_imaging", ("popliteal_entrapment",))],
        strength=STRONG,
        group="squeezed_artery",
        because="The scan shows an artery that is squeezed behind the knee, which explains the pain.",
        source="expert_opinion",
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=MODERATE,
        because="A calf that stays swollen on one side has another cause.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "pressure_is_measured_around_exercise",
        option="pressure_before_and_after_exercise",
        when=[Suspected("chronic_exertional_compartment_syndrome")],
        because="At rest the leg is normal, so the test belongs around exercise.",
        source=("pedowitz1990", "aweid2012"),
        grade=GUIDELINE,
    ),
    offers(
        "bone_and_artery_trouble_look_alike",
        option="bone_and_artery_checks_before_that",
        when=[Suspected("chronic_exertional_compartment_syndrome")],
        because="A cracked bone and a squeezed artery hurt at the same effort, and are treated otherwise.",
        source=("buerba2019", "expert_opinion"),
    ),
    offers(
        "less_load_is_less_pressure",
        option="less_of_the_load_that_tightens_the_leg",
        when=[Suspected("chronic_exertional_compartment_syndrome")],
        because="Less load lets the pressure stay low, and there is no medicine for it.",
        source="buerba2019",
    ),
    offers(
        "pressure_that_stays_is_an_emergency",
        option="tightness_that_does_not_go",
        when=[Suspected("chronic_exertional_compartment_syndrome")],
        because="The sudden form of this trouble destroys muscle within hours.",
        source=("duckworth_mcqueen", "expert_opinion"),
    ),
    offers(
        "training_or_surgery_can_help",
        option="sports_doctor_for_tight_legs",
        when=[Suspected("chronic_exertional_compartment_syndrome")],
        because="A changed way of running helps many people, and an operation helps some of the others.",
        source="buerba2019",
    ),
)
