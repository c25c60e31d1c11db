"""Red flags of a calf under pressure: a muscle that chokes in its own sheath, and a bleed inside it."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    QUANTITATIVE,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Is,
    LessThan,
    Measured,
    Present,
    Urgency,
    alerts,
)
from ..signs import (
    ACUTE_ONSET,
    BLEEDS_EASILY,
    CALF_OR_LEG_PAIN,
    FAST_ONSET,
    FEELING_LOST_BEYOND_TOES,
    FOOT_WEAK_ON_EXAMINATION,
    SEVERE_PAIN,
    VERY_SEVERE_PAIN,
)

# The signs of a compartment under pressure are rare but telling. That feeling and pulses are normal excludes nothing.
# --

FAR_TOO_PAINFUL_AND_STRETCH_OR_HARDNESS = AllOf(
    Present("pain_out_of_proportion"), AnyOf(Present("pain_on_passive_stretch"), Present("tense_hard_calf"))
)

HARD_CALF_WITH_A_NERVE_OR_STRETCH_SIGN = AllOf(
    Present("tense_hard_calf"),
    AnyOf(
        Present("leg_numbness_tingling"),
        Present("leg_weakness"),
        Present("pain_on_passive_stretch"),
        Present("foot_drop"),
        FEELING_LOST_BEYOND_TOES,
        FOOT_WEAK_ON_EXAMINATION,
    ),
    AnyOf(
        Present("pain_at_rest"),
        Present("pain_progressive"),
        Present("anticoagulant_use"),
        Present("prolonged_immobile_long_lie"),
        Present("direct_injury_recent"),
        SEVERE_PAIN,
        FAST_ONSET,
    ),
)

SEVERE_PAIN_THAT_STRETCHING_PROVOKES = AllOf(
    SEVERE_PAIN,
    Present("pain_on_passive_stretch"),
    AnyOf(
        Present("pain_at_rest"),
        Present("leg_numbness_tingling"),
        Present("leg_weakness"),
        Present("anticoagulant_use"),
        Present("prolonged_immobile_long_lie"),
    ),
)

MEASURED_PRESSURE_AND_PAIN = AllOf(
    Measured("compartment_pressure_pre_mmhg", AtLeast(30)),
    AnyOf(Present("pain_at_rest"), Present("pain_progressive"), SEVERE_PAIN),
)

# Bleeding into the muscle. --------------------------------------------------------------------------------------------

SWELLING_THAT_LOOKS_LIKE_A_BLEED = AllOf(
    AnyOf(Present("calf_swelling"), Measured("calf_circumference_difference_cm", AtLeast(2))),
    AnyOf(
        Present("calf_or_ankle_bruising"),
        Present("pain_progressive"),
        Is("onset_speed", ("sudden", "hours")),
        SEVERE_PAIN,
        Measured("haemoglobin_g_dl", LessThan(8)),
    ),
)

RULES = (
    alerts(
        "pressure_is_building_inside_the_calf",
        flag="rf_acute_compartment_syndrome",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_compartment_syndrome"],
        when=[
            AnyOf(
                FAR_TOO_PAINFUL_AND_STRETCH_OR_HARDNESS,
                HARD_CALF_WITH_A_NERVE_OR_STRETCH_SIGN,
                SEVERE_PAIN_THAT_STRETCHING_PROVOKES,
                MEASURED_PRESSURE_AND_PAIN,
            )
        ],
        action="Go to the emergency department now. Take off anything tight, keep the leg level with the heart and not"
        " raised, eat and drink nothing, and do not massage or heat the calf.",
        because="Pressure that builds inside a muscle cuts off its blood, and muscle and nerve die within hours.",
        source=("ulmer2002", "duckworth_mcqueen"),
        grade=QUANTITATIVE,
        verified=True,
    ),
    alerts(
        "severe_pain_is_rising_with_tightness_numbness_or_weakness",
        flag="rf_compartment_at_risk",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_compartment_syndrome", "rhabdomyolysis", "calf_muscle_haematoma"],
        # A hard calf stands in both lists and is enough for both.
        when=[
            SEVERE_PAIN,
            Present("pain_progressive"),
            AnyOf(
                Present("tense_hard_calf"),
                Present("anticoagulant_use"),
                Present("prolonged_immobile_long_lie"),
                Present("unaccustomed_exercise_recent"),
                Present("direct_injury_recent"),
            ),
            AnyOf(
                Present("leg_numbness_tingling"),
                Present("leg_weakness"),
                Present("tense_hard_calf"),
                Present("foot_drop"),
            ),
        ],
        action="Go to the emergency department now, and do not massage the calf.",
        because="Pain that gets worse and worse in a tight, numb or weak leg can be a muscle that is dying.",
        source="duckworth_mcqueen",
        grade=CONSENSUS,
    ),
    alerts(
        "rising_pain_in_a_swollen_leg_is_severe_or_comes_with_every_stretch",
        flag="rf_compartment_at_risk",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_compartment_syndrome", "calf_muscle_haematoma", "rhabdomyolysis"],
        # Few people say "tense"; they say that the leg swells. Feeling and strength go late, so neither is waited for.
        when=[
            Present("pain_progressive"),
            AnyOf(SEVERE_PAIN, Present("pain_on_passive_stretch")),
            AnyOf(
                Present("calf_swelling"),
                Present("entire_leg_swollen"),
                Present("bilateral_leg_swelling"),
                Measured("calf_circumference_difference_cm", AtLeast(2)),
            ),
            AnyOf(Is("onset_speed", ("sudden", "hours")), Measured("symptom_duration_days", AtMost(2))),
        ],
        action="Go to the emergency department now, and do not massage the calf.",
        because="Pain that rises within hours in a swelling leg can be pressure that kills the muscle.",
        source=("ulmer2002", "duckworth_mcqueen", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_calf_has_become_hard_and_painful",
        flag="rf_tense_calf",
        urgency=Urgency.SAME_DAY,
        suspects=["acute_compartment_syndrome", "deep_vein_thrombosis", "calf_muscle_haematoma"],
        # An acute start, pain at rest or growing pain is asked for, so that tightness on exertion that goes within
        # minutes of stopping does not count.
        when=[
            Present("tense_hard_calf"),
            CALF_OR_LEG_PAIN,
            AnyOf(Present("pain_at_rest"), Present("pain_progressive"), ACUTE_ONSET),
        ],
        action="Have the calf examined today, and do not massage it. Go to the emergency department at once if the"
        " pain is severe or rising, or if the foot turns numb or weak.",
        because="A calf that lately became hard and painful may hide pressure, a bleed or a clot.",
        source=("duckworth_mcqueen", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_pain_is_far_worse_than_the_leg_looks",
        flag="rf_pain_out_of_proportion",
        urgency=Urgency.SAME_DAY,
        suspects=["acute_compartment_syndrome", "necrotising_soft_tissue_infection", "acute_limb_ischaemia"],
        when=[Present("calf_pain"), Present("pain_out_of_proportion"), VERY_SEVERE_PAIN],
        action="Have the leg examined today, and do not massage it. Go at once if the calf is hard, the skin changes,"
        " the leg is cold or numb, or you feel ill.",
        because="Muscle that lacks blood, or a deep infection, hurts long before it can be seen.",
        source=("duckworth_mcqueen", "goh2014", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_calf_may_be_bleeding_inside",
        flag="rf_anticoagulant_haematoma",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_compartment_syndrome", "calf_muscle_haematoma"],
        when=[
            BLEEDS_EASILY,
            AnyOf(
                SWELLING_THAT_LOOKS_LIKE_A_BLEED,
                Present("tense_hard_calf"),
                Is("calf_soft_tissue_imaging", ("haematoma",)),
            ),
        ],
        # To stop a blood thinner without a doctor can be as dangerous as the bleed.
        action="Go to the emergency department now, and do not massage the calf. If you take a blood thinner, do not"
        " stop it on your own: ask there, before the next dose is due, whether to take it.",
        because="In someone who bleeds easily, a calf that swells or hardens may be filling with blood.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    alerts(
        "the_blood_is_far_too_thin",
        flag="rf_inr_very_high",
        urgency=Urgency.SAME_DAY,
        suspects=["calf_muscle_haematoma"],
        when=[Measured("inr", AtLeast(8))],
        action="Speak to a doctor or the blood thinner clinic today, before the next dose. Go to the emergency "
        "department if you bleed, if you hit your head, or if a calf is swollen or hard.",
        because="With an INR this high a serious bleed can begin without a cause.",
        source=("acc_bleed2020", "expert_opinion"),
        grade=GUIDELINE,
    ),
)
