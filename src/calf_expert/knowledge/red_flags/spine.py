"""Red flags of the spine: nerves, or the cord itself, that are being crushed, and infection or cancer in the back."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    QUANTITATIVE,
    AllOf,
    AnyOf,
    AtMost,
    Is,
    Measured,
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import ACUTE_ONSET, BLEEDS_EASILY, BOTH_LEGS_HURT, FAST_ONSET, FEVER, SEVERE_PAIN

BACK_OR_ROOT_PAIN = AnyOf(Present("low_back_pain"), Present("radiating_leg_pain"))
"""Pain in the low back, or pain that runs from back or buttock to below the knee."""

# The cauda equina. ----------------------------------------------------------------------------------------------------

BACK_OR_LEG_NERVE_COMPLAINT = AnyOf(
    BACK_OR_ROOT_PAIN,
    Present("leg_numbness_tingling"),
    Present("leg_weakness"),
    Present("known_lumbar_spine_disease"),
    Present("leg_pain"),
    Present("bilateral_leg_pain"),
    Present("pain_in_buttock"),
    Present("numbness_both_legs"),
    Present("bilateral_leg_weakness_or_numbness"),
)

# Asks for no pain: it may be slight or not told, and nobody is to wait for the question.
SADDLE_OR_BOWEL_LOST = AnyOf(
    Present("saddle_numbness"),
    Present("new_bowel_incontinence"),
    Present("reduced_anal_tone"),
)

# Urine stays behind for many reasons, so this one needs a complaint of back or leg.
BLADDER_NOT_EMPTIED = AllOf(
    AnyOf(BACK_OR_LEG_NERVE_COMPLAINT, Present("calf_pain")), Measured("post_void_residual_ml", MoreThan(200))
)

BLADDER_OR_SEXUAL_CHANGE = AnyOf(Present("new_bladder_difficulty"), Present("new_sexual_dysfunction"))

NEWLY_NUMB_BUTTOCKS = AllOf(Present("numbness_buttocks"), BACK_OR_ROOT_PAIN, ACUTE_ONSET)

# Both legs. -----------------------------------------------------------------------------------------------------------

# Six weeks or less, fast or growing: with stenosis or neuropathy people have had this for long and say yes as well.
BOTH_LEGS_FAILING_RECENTLY = AllOf(
    Present("bilateral_leg_weakness_or_numbness"),
    AnyOf(
        Measured("symptom_duration_days", AtMost(42)),
        FAST_ONSET,
        Present("leg_weakness_progressive"),
        Present("pain_progressive"),
    ),
)

BOTH_LEGS_PAINFUL_AND_ONE_WEAK = AllOf(
    Present("bilateral_leg_pain"),
    Present("low_back_pain"),
    Present("leg_weakness"),
    Measured("symptom_duration_days", AtMost(14)),
)

SCIATICA_OF_BOTH_LEGS = AllOf(
    BOTH_LEGS_HURT,
    Present("radiating_leg_pain"),
    ACUTE_ONSET,
)

# Weakness of one leg. -------------------------------------------------------------------------------------------------

NEW_FOOT_DROP = AllOf(Present("foot_drop"), ACUTE_ONSET)

PROFOUND_WEAKNESS_FROM_THE_BACK = AllOf(Is("limb_motor_deficit", ("profound",)), BACK_OR_ROOT_PAIN)

WEAK_WITHIN_HOURS = AllOf(
    Present("leg_weakness"),
    Is("onset_speed", ("sudden", "hours")),
    AnyOf(Present("leg_numbness_tingling"), BACK_OR_ROOT_PAIN),
)

# Cancer in the spine. -------------------------------------------------------------------------------------------------

# Tingling, or pain in the back that also runs down the leg, counts only with a cancer of now.
CANCER_NOW_AND_A_NERVE_SIGN = AllOf(
    Present("active_cancer"),
    BACK_OR_ROOT_PAIN,
    AnyOf(
        Present("leg_weakness"),
        Present("leg_numbness_tingling"),
        Present("bilateral_leg_weakness_or_numbness"),
        Present("foot_drop"),
        Present("unable_to_bear_weight"),
        Present("wide_based_gait"),
        Present("new_bladder_difficulty"),
        Present("new_bowel_incontinence"),
        Present("saddle_numbness"),
        AllOf(Present("low_back_pain"), Present("radiating_leg_pain")),
    ),
)

CANCER_ONCE_AND_A_NERVE_SIGN = AllOf(
    Present("previous_cancer"),
    BACK_OR_ROOT_PAIN,
    AnyOf(
        Present("leg_weakness"),
        Present("bilateral_leg_weakness_or_numbness"),
        Present("foot_drop"),
        Present("wide_based_gait"),
        Present("new_bladder_difficulty"),
        Present("new_bowel_incontinence"),
        Present("saddle_numbness"),
    ),
)

CANCER_NOW_AND_SUSPICIOUS_BACK_PAIN = AllOf(
    Present("active_cancer"),
    Present("low_back_pain"),
    AnyOf(
        Present("night_pain_unremitting"),
        Present("pain_progressive"),
        Present("pain_worse_cough_sneeze"),
        SEVERE_PAIN,
    ),
)

CANCER_ONCE_AND_BACK_PAIN_AT_NIGHT = AllOf(
    Present("previous_cancer"), Present("low_back_pain"), Present("night_pain_unremitting")
)

RULES = (
    alerts(
        "the_saddle_is_numb_or_control_is_lost",
        flag="rf_cauda_equina",
        urgency=Urgency.EMERGENCY,
        suspects=["cauda_equina_syndrome"],
        # A bladder or sexual change with no more than calf pain is left to the same-day flag: night cramps go with
        # incontinence, and claudication with erectile trouble, for reasons that have nothing to do with the back.
        when=[
            AnyOf(
                Is("lumbar_mri", ("cauda_equina_compression",)),
                SADDLE_OR_BOWEL_LOST,
                BLADDER_NOT_EMPTIED,
                AllOf(BACK_OR_LEG_NERVE_COMPLAINT, BLADDER_OR_SEXUAL_CHANGE),
                NEWLY_NUMB_BUTTOCKS,
            )
        ],
        action="Go to an emergency department now, and do not drive yourself. Tell them just this: you need an "
        "urgent MRI scan of the back.",
        because="Numbness between the legs or lost control can mean crushed nerves at the base of the spine.",
        source=("girft_ces2023", "todd2017", "long2020ces", "pvr_meta2022"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "bladder_or_sexual_function_changed",
        flag="rf_bladder_change_with_calf_pain",
        urgency=Urgency.SAME_DAY,
        suspects=["cauda_equina_syndrome"],
        when=[AnyOf(BLADDER_OR_SEXUAL_CHANGE, Measured("post_void_residual_ml", MoreThan(200)))],
        action="Talk to a doctor or nurse today. Go to an emergency department now if the back hurts, if you are numb"
        " between the legs, or if a leg is weak or numb.",
        because="The nerves of the leg and those of bladder and sex leave the spine side by side.",
        source=("girft_ces2023", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "both_legs_are_failing_or_hurting_from_the_back",
        flag="rf_bilateral_neuro_deficit",
        urgency=Urgency.EMERGENCY,
        suspects=["cauda_equina_syndrome"],
        when=[AnyOf(BOTH_LEGS_FAILING_RECENTLY, BOTH_LEGS_PAINFUL_AND_ONE_WEAK, SCIATICA_OF_BOTH_LEGS)],
        action="Go to an emergency department now; do not wait for trouble with the bladder.",
        because="When the nerves in the spine are crushed, signs in both legs come early, and waiting does damage.",
        source=("ces_series334", "todd2017", "girft_ces2023"),
        grade=QUANTITATIVE,
        verified=True,
    ),
    alerts(
        "both_legs_are_weak_or_numb",
        flag="rf_bilateral_neuro_any",
        urgency=Urgency.SAME_DAY,
        suspects=["cauda_equina_syndrome", "lumbar_spinal_stenosis", "peripheral_neuropathy"],
        when=[Present("bilateral_leg_weakness_or_numbness")],
        action="Be examined today, unless this is old, has not changed and has been looked into. Go to an emergency"
        " department now if it is new or getting worse.",
        because="Weakness or numbness in both legs can be the first sign that nerves in the spine are being crushed.",
        source=("girft_ces2023", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_weakness_is_climbing_or_spreading",
        flag="rf_ascending_weakness",
        urgency=Urgency.EMERGENCY,
        suspects=["cauda_equina_syndrome", "inflammatory_myopathy", "electrolyte_disturbance", "peripheral_neuropathy"],
        when=[
            Present("leg_weakness_progressive"),
            AnyOf(
                Present("bilateral_leg_weakness_or_numbness"),
                Present("numbness_both_legs"),
                Present("numbness_both_soles"),
                Present("difficulty_stairs_chair_arms"),
                Present("proximal_muscle_weakness"),
                Present("dysphagia"),
                Present("breathlessness_new"),
                Present("viral_illness_last_2_weeks"),
                Present("perioral_or_finger_tingling"),
                Present("refuses_to_walk_or_toe_walks"),
            ),
        ],
        action="Go to an emergency department now.",
        because="Weakness that spreads over hours or days can reach the muscles of breathing.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    alerts(
        "the_leg_is_losing_strength",
        flag="rf_progressive_motor_deficit",
        urgency=Urgency.SAME_DAY,
        suspects=["lumbar_disc_herniation", "cauda_equina_syndrome"],
        when=[
            AnyOf(
                Present("leg_weakness_progressive"),
                NEW_FOOT_DROP,
                PROFOUND_WEAKNESS_FROM_THE_BACK,
                WEAK_WITHIN_HOURS,
            )
        ],
        action="Have the leg and the back examined today.",
        because="A nerve that is losing its muscles may not recover if it stays under pressure.",
        source=("nass_ldh2014", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "a_cancer_may_be_pressing_on_the_spinal_nerves",
        flag="rf_spinal_cord_compression_cancer",
        urgency=Urgency.EMERGENCY,
        suspects=["cauda_equina_syndrome", "soft_tissue_sarcoma"],
        # NICE takes pain along a root for a nerve sign, and has two tiers: at once with nerve signs, within a day with
        # suspicious pain alone, which is the next flag.
        when=[AnyOf(CANCER_NOW_AND_A_NERVE_SIGN, CANCER_ONCE_AND_A_NERVE_SIGN)],
        action="Go to an emergency department now, and name the cancer when you get there.",
        because="A cancer that has spread to the spine can crush the nerves and take away walking for good.",
        source=("nice_ng12", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "back_pain_after_a_cancer_is_suspicious",
        flag="rf_spinal_metastasis_pain",
        urgency=Urgency.SAME_DAY,
        suspects=["cauda_equina_syndrome", "soft_tissue_sarcoma"],
        when=[AnyOf(CANCER_NOW_AND_SUSPICIOUS_BACK_PAIN, CANCER_ONCE_AND_BACK_PAIN_AT_NIGHT)],
        action="Call the cancer team or a doctor today.",
        because="Back pain that is severe, growing, worse on straining or there all night can be cancer in the spine.",
        source=("nice_ng12", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "an_abscess_or_a_bleed_may_press_on_the_spinal_nerves",
        flag="rf_spinal_abscess_or_haematoma",
        urgency=Urgency.EMERGENCY,
        suspects=["cauda_equina_syndrome"],
        # With a bleeding tendency it is the start of the complaint that has to be recent, not that of the medicine.
        when=[
            Present("low_back_pain"),
            AnyOf(
                Present("leg_weakness"),
                Present("bilateral_leg_weakness_or_numbness"),
                Present("foot_drop"),
            ),
            AnyOf(FEVER, Present("injecting_drug_use"), AllOf(BLEEDS_EASILY, ACUTE_ONSET)),
        ],
        action="Go to an emergency department now, and name any blood thinner you take.",
        because="Back pain with a weak leg can be pus or blood inside the spine that presses on the nerves.",
        source=("nice_ng59", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_back_may_be_infected",
        flag="rf_spine_infection",
        urgency=Urgency.SAME_DAY,
        suspects=["cauda_equina_syndrome", "osteomyelitis"],
        when=[
            Present("low_back_pain"),
            AnyOf(FEVER, Present("injecting_drug_use"), Present("immunosuppressed")),
            AnyOf(Present("night_pain_unremitting"), Present("leg_weakness"), Present("pain_progressive")),
        ],
        action="Be seen today. Go to an emergency department now if a leg is weak or if bladder or bowel have changed.",
        because="Back pain with fever, or in someone who catches infections easily, can be an infection of the spine.",
        source=("nice_ng59", "expert_opinion"),
        grade=CONSENSUS,
    ),
)
