"""A calf muscle swells inside its tight sheath until the pressure shuts its own vessels, and muscle and nerve die.

Without a broken bone it is very rare. The signs are telling when they are there and often missing when they should be,
so that they add up here and none that is missing counts against it.
"""

from ..authoring import (
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    VERY_RARE,
    WEAK,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Cause,
    Is,
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
from .signs import SEVERE_PAIN

PRESSURE_WITHIN_30_OF_DIASTOLIC = AnyOf(
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(20)), Measured("diastolic_bp", AtMost(50))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(25)), Measured("diastolic_bp", AtMost(55))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(30)), Measured("diastolic_bp", AtMost(60))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(35)), Measured("diastolic_bp", AtMost(65))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(40)), Measured("diastolic_bp", AtMost(70))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(45)), Measured("diastolic_bp", AtMost(75))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(50)), Measured("diastolic_bp", AtMost(80))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(55)), Measured("diastolic_bp", AtMost(85))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(60)), Measured("diastolic_bp", AtMost(90))),
    AllOf(Measured("compartment_pressure_pre_mmhg", AtLeast(70)), Measured("diastolic_bp", AtMost(100))),
)
"""Diastolic pressure less compartment pressure is 30 mmHg or less, in steps: never true above 30, and missed only where
a pair lies between two steps."""

CAUSE = Cause(
    name="Acute compartment syndrome",
    also_called=("ACS",),
    icd10="M79.A2-",
    commonness=VERY_RARE,
    urgency=Urgency.EMERGENCY,
    summary="Pressure in the calf shuts off its own blood, and the muscle dies unless a surgeon opens it in hours.",
    mechanism=(
        "The muscles of the lower leg lie in tight sheaths. When the pressure in one rises above what the blood can "
        "overcome, muscle and nerve die. Without a broken bone it follows a bleed on blood thinners, extreme exercise, "
        "hours of lying on the leg, the return of blood after a blocked artery, muscle breakdown or infection."
    ),
    open_until=(
        "A surgeon's examination, with the pressure in the muscle measured where there is doubt, would close it. "
        "Missing signs cannot: each sign is found in only 13% to 19% of those who have it, and sleep, strong "
        "painkillers or a numb leg can hide the pain."
    ),
    sources=("ulmer2002", "shuler2010", "mcqueen1996", "duckworth_mcqueen", "kodadek2022"),
)

OPTIONS = (
    Option(
        id="surgeon_for_pressure_in_the_calf",
        name="Surgeon in an emergency department, now",
        kind=REFERRAL,
        guidance=(
            "Call the emergency number now. The sheath has to be opened within about six hours of the start, and "
            "sooner is better."
        ),
        source=("duckworth_mcqueen", "expert_opinion"),
    ),
    Option(
        id="calf_pressure_tests",
        name="Pressure measurement and blood tests",
        kind=TEST,
        guidance=(
            "In hospital, if the surgeon is not sure: the pressure in the muscle, set against the lower blood pressure "
            "value; blood tests for CK, potassium and kidneys, and a urine test. None of them may hold up the surgeon."
        ),
        source=("mcqueen1996", "kodadek2022"),
    ),
    Option(
        id="leg_under_pressure",
        name="While waiting for help",
        kind=SELF_CARE,
        guidance=(
            "Take off anything tight; keep the leg level with the heart and not higher. Nothing to eat or drink. Do "
            "not massage, warm or stretch the calf."
        ),
        source=("duckworth_mcqueen", "expert_opinion"),
    ),
)

RULES = (
    # How bad the pain is. ---------------------------------------------------------------------------------------------
    supports(
        "pain_is_far_worse_than_the_leg_looks",
        when=[Present("pain_out_of_proportion")],
        strength=STRONG,
        group="intensity",
        because="Pain far worse than the leg looks is the first warning of rising pressure in a muscle.",
        source="ulmer2002",
        verified=True,
    ),
    supports(
        "pain_is_severe",
        when=[SEVERE_PAIN],
        strength=MODERATE,
        group="intensity",
        because="Muscle under pressure hurts badly, unless a numb leg or strong painkillers hide it.",
        source="expert_opinion",
    ),
    weakens(
        "pain_is_mild",
        when=[Is("pain_severity_words", in_=("mild",))],
        strength=MODERATE,
        group="intensity",
        because="Mild pain is not what a muscle under pressure gives.",
        source="expert_opinion",
    ),
    # How it goes on. --------------------------------------------------------------------------------------------------
    supports(
        "pain_keeps_rising",
        when=[Present("pain_progressive")],
        strength=MODERATE,
        group="course",
        because="The pain climbs over hours as the pressure does.",
        source="duckworth_mcqueen",
    ),
    supports(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=MODERATE,
        group="course",
        because="The pain stays when the leg is kept still.",
        source="expert_opinion",
    ),
    weakens(
        "it_comes_with_effort_and_goes_with_rest",
        when=[Present("exertional_pain_reproducible")],
        strength=MODERATE,
        because="Pain that comes at the same effort and goes within minutes of rest is the lasting, milder form.",
        source="expert_opinion",
    ),
    # The calf. --------------------------------------------------------------------------------------------------------
    supports(
        "stretching_the_muscle_is_agony",
        when=[Present("pain_on_passive_stretch")],
        strength=STRONG,
        group="stretch",
        because="Bending the foot stretches the choking muscle, which is agony.",
        source="ulmer2002",
        verified=True,
    ),
    supports(
        "stretching_hurts_and_the_leg_is_weak",
        when=[Present("pain_on_passive_stretch"), Present("leg_weakness")],
        strength=STRONG,
        group="stretch",
        because="Pain on stretching together with weakness means that the muscle is failing.",
        source="ulmer2002",
        verified=True,
    ),
    supports(
        "calf_is_hard_as_wood",
        when=[Present("tense_hard_calf")],
        strength=MODERATE,
        group="tightness",
        because="A calf as hard as wood is full to the limit of its sheath, though a hand can misjudge that.",
        source=("shuler2010", "duckworth_mcqueen"),
        verified=True,
    ),
    supports(
        "calf_feels_ready_to_burst",
        when=[Is("pain_character", in_=("tight_or_bursting",))],
        strength=MODERATE,
        group="tightness",
        because="A tight, bursting pain is how rising pressure feels.",
        source="expert_opinion",
    ),
    # The nerves that run through it. ----------------------------------------------------------------------------------
    supports(
        "leg_goes_numb",
        when=[Present("leg_numbness_tingling")],
        strength=MODERATE,
        group="nerves",
        because="Pressure chokes the nerves early, so that the foot tingles or goes numb.",
        source="duckworth_mcqueen",
    ),
    supports(
        "foot_drops",
        when=[Present("foot_drop")],
        strength=MODERATE,
        group="nerves",
        because="The nerve that lifts the foot runs through the front compartment and fails under pressure.",
        source="expert_opinion",
    ),
    supports(
        "it_hurts_at_the_front_or_side",
        when=[Present("pain_front_or_side_of_lower_leg")],
        strength=WEAK,
        group="nerves",
        because="The front compartment is the one that fails most often.",
        source="expert_opinion",
    ),
    supports(
        "foot_pulses_are_weak",
        when=[Present("absent_or_reduced_pedal_pulses")],
        strength=WEAK,
        because="Weak foot pulses come late, and pulses that can be felt exclude nothing.",
        source="duckworth_mcqueen",
    ),
    weakens(
        "pain_runs_down_from_the_back",
        when=[Present("radiating_leg_pain")],
        strength=MODERATE,
        because="Pain that runs down from the back or buttock starts at a nerve root, not in the calf.",
        source="expert_opinion",
    ),
    # What brings it on. -----------------------------------------------------------------------------------------------
    supports(
        "a_blood_thinner_is_taken",
        when=[Present("anticoagulant_use")],
        strength=MODERATE,
        group="trigger",
        because="On a blood thinner a muscle can bleed into its sheath without any blow.",
        source="expert_opinion",
    ),
    supports(
        "hours_were_spent_lying_on_the_leg",
        when=[Present("prolonged_immobile_long_lie")],
        strength=MODERATE,
        group="trigger",
        because="Hours of lying on a leg crush the muscle, which swells when the blood returns.",
        source="kodadek2022",
    ),
    supports(
        "hard_exercise_went_before",
        when=[Present("unaccustomed_exercise_recent")],
        strength=WEAK,
        group="trigger",
        because="After extreme exercise a muscle can swell beyond what its sheath holds.",
        source="expert_opinion",
    ),
    # The pressure itself. ---------------------------------------------------------------------------------------------
    confirms(
        "measured_pressure_is_too_close_to_blood_pressure",
        when=[PRESSURE_WITHIN_30_OF_DIASTOLIC],
        because="In the muscle, the pressure is within 30 mmHg of the lower blood pressure value, so blood stays out.",
        source="mcqueen1996",
        verified=True,
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_a_surgeon_can_relieve_it",
        option="surgeon_for_pressure_in_the_calf",
        when=[Suspected("acute_compartment_syndrome")],
        because="Only opening the sheath saves the muscle, and a strong hint is enough to call the surgeon.",
        source="duckworth_mcqueen",
    ),
    offers(
        "doubt_calls_for_a_measurement",
        option="calf_pressure_tests",
        when=[Suspected("acute_compartment_syndrome")],
        because="Where the signs leave doubt, the pressure can be measured.",
        source="mcqueen1996",
    ),
    offers(
        "raising_or_squeezing_makes_it_worse",
        option="leg_under_pressure",
        when=[Suspected("acute_compartment_syndrome")],
        because="Anything tight raises the pressure, and a raised leg gets even less blood.",
        source="expert_opinion",
    ),
)
