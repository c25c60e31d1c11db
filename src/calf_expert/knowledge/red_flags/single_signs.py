"""Red flags of one sign alone: what is looked at today, or within days, whatever else was told or not asked.

The other flags know a pattern and say what it means. These are the net below them: a person who tells one such thing and
nothing else is not told that it can wait. They name no cause, because one sign alone points to many.
"""

from ...authoring import (
    CONSENSUS,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import (
    CALF_OR_LEG_PAIN,
    FAST_ONSET,
    FEVER,
    FOOT_WEAK_ON_EXAMINATION,
    NO_ARTERIAL_SIGNAL,
    PREGNANT_OR_JUST_DELIVERED,
    PREVIOUS_CLOT,
    WEAK_PULSES,
)

NERVE_OR_MUSCLE_OF_THE_LEG_IS_LOST = AnyOf(
    Is("limb_motor_deficit", ("profound",)), Is("limb_sensory_loss_extent", ("profound",))
)

SKIN_OR_MUSCLE_IN_DANGER = AnyOf(
    Present("skin_blisters_or_dusky"),
    Present("redness_spreading_rapidly"),
    Present("pale_or_mottled_limb"),
    Present("tense_hard_calf"),
    Present("pain_out_of_proportion"),
    Measured("capillary_refill_s", MoreThan(3)),
    NO_ARTERIAL_SIGNAL,
)

LEG_LOSES_POWER = AnyOf(Present("foot_drop"), FOOT_WEAK_ON_EXAMINATION, Present("leg_weakness_progressive"))

THE_WHOLE_BODY_IS_ILL = AnyOf(
    Present("systemic_infection_current"),
    Present("peptic_ulcer_active"),
    Present("reduced_urine_output"),
    Measured("temperature_c", AtLeast(39)),
    Measured("systolic_bp", AtLeast(180)),
    Measured("diastolic_bp", AtLeast(120)),
)

# Limits at which laboratories ring the doctor, rounded to the cautious side. What is a flag of its own is left out.
A_BLOOD_TEST_IS_FAR_OUT = AnyOf(
    Measured("haemoglobin_g_dl", LessThan(7)),
    Measured("platelets_10e9_l", LessThan(30)),
    Measured("wbc_10e9_l", LessThan(1)),
    Measured("wbc_10e9_l", MoreThan(50)),
    Measured("creatinine_umol_l", AtLeast(354)),
    Measured("egfr_ml_min_173", LessThan(15)),
    Measured("magnesium_mmol_l", MoreThan(2)),
    Measured("calcium_ionised_mmol_l", MoreThan(1.6)),
    Measured("glucose_mmol_l", AtLeast(20)),
    Measured("crp_mg_l", AtLeast(200)),
)

# A leg that turned cold, or narrowed arteries and a sudden start, may be an artery that has just closed.
COLD_OR_KNOWN_ARTERIES_AND_A_SUDDEN_START = AllOf(
    AnyOf(Present("cold_limb"), Present("known_peripheral_arterial_disease"), WEAK_PULSES), FAST_ONSET
)

A_CHILD_WITH_FEVER_AND_A_SORE_LEG = AllOf(
    Measured("age_years", LessThan(16)), FEVER, AnyOf(CALF_OR_LEG_PAIN, Present("bilateral_leg_pain"))
)

FEVER_AND_INJECTED_DRUGS = AllOf(FEVER, Present("injecting_drug_use"))

PAIN_THAT_IS_SEVERE_AND_DOES_NOT_REST = AllOf(
    Measured("pain_severity_nrs", AtLeast(8)),
    Present("pain_at_rest"),
    AnyOf(Present("night_pain_unremitting"), Present("pain_progressive")),
)

# For two weeks or longer it is a flag of its own (rf_child_leukaemia_features).
A_CHILD_WHO_IS_NOT_WELL = AllOf(
    Measured("age_years", LessThan(16)),
    AnyOf(CALF_OR_LEG_PAIN, Present("bilateral_leg_pain")),
    AtLeastNOf(
        2,
        Present("fatigue"),
        Present("weight_loss_unintentional"),
        Present("night_sweats"),
        Present("night_pain_unremitting"),
        Present("calf_or_ankle_bruising"),
    ),
)

TWO_SIGNS_OF_THE_LOWEST_NERVES = AllOf(
    AnyOf(Present("numbness_buttocks"), Present("walking_urge_to_urinate")),
    AnyOf(Present("numbness_both_legs"), Present("bilateral_leg_weakness_or_numbness"), Present("radiating_leg_pain")),
)

# With the side told, or with swelling, it is a matter of today (rf_dvt_possible).
A_STRONG_RISK_OF_CLOTS = AllOf(
    CALF_OR_LEG_PAIN,
    AnyOf(
        Present("active_cancer"),
        PREVIOUS_CLOT,
        Present("major_surgery_12w"),
        Present("bedridden_3_days"),
        Present("leg_paralysis_or_cast"),
        Present("hospital_admission_last_3_months"),
        PREGNANT_OR_JUST_DELIVERED,
    ),
    AnyOf(Present("pain_at_rest"), Present("pain_progressive"), Present("night_pain_unremitting")),
)

RULES = (
    alerts(
        "the_leg_has_lost_feeling_or_power",
        flag="rf_leg_feeling_or_power_lost",
        urgency=Urgency.EMERGENCY,
        suspects=[],
        when=[NERVE_OR_MUSCLE_OF_THE_LEG_IS_LOST],
        action="Go to an emergency department now.",
        because="A foot that cannot be moved or felt has lost its blood, its nerves or the space it needs.",
        source=("rutherford1997", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "fever_meets_a_body_that_cannot_fight",
        flag="rf_fever_without_defences",
        urgency=Urgency.EMERGENCY,
        suspects=[],
        when=[
            FEVER,
            AnyOf(Measured("wbc_10e9_l", LessThan(1)), Measured("age_years", LessThan(0.25))),
        ],
        action="Go to the emergency department now.",
        because="With hardly any white cells, or in a baby under three months, fever can be sepsis.",
        source=("news2", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "one_sign_is_looked_at_today",
        flag="rf_sign_for_today",
        urgency=Urgency.SAME_DAY,
        suspects=[],
        when=[
            AnyOf(
                SKIN_OR_MUSCLE_IN_DANGER,
                LEG_LOSES_POWER,
                THE_WHOLE_BODY_IS_ILL,
                A_BLOOD_TEST_IS_FAR_OUT,
                COLD_OR_KNOWN_ARTERIES_AND_A_SUDDEN_START,
                A_CHILD_WITH_FEVER_AND_A_SORE_LEG,
                FEVER_AND_INJECTED_DRUGS,
                PAIN_THAT_IS_SEVERE_AND_DOES_NOT_REST,
                Present("refuses_to_walk_or_toe_walks"),
            )
        ],
        action="Be seen today. Call the emergency number if it gets worse fast, if the leg turns cold, white or numb,"
        " or if you feel very ill.",
        because="What was told or found can be harmless and can also be the start of serious harm.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    alerts(
        "one_sign_is_looked_at_within_days",
        flag="rf_sign_for_days",
        urgency=Urgency.WITHIN_DAYS,
        suspects=[],
        when=[
            AnyOf(
                AllOf(FEVER, AnyOf(CALF_OR_LEG_PAIN, Present("bilateral_leg_pain"))),
                Present("skin_redness_warmth"),
                Present("skin_numb_over_painful_area"),
                Present("cold_limb"),
                WEAK_PULSES,
                Present("foot_ulcer_or_tissue_loss"),
                Measured("abi", AtMost(0.9)),
                TWO_SIGNS_OF_THE_LOWEST_NERVES,
                A_CHILD_WHO_IS_NOT_WELL,
                A_STRONG_RISK_OF_CLOTS,
            )
        ],
        action="See a doctor within days, and the same day if it gets worse.",
        because="What was told or found should be looked at, even where nothing else points to a danger.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
)
