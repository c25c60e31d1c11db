"""Red flags of muscle and tendon: muscle that breaks down, muscle that is inflamed, a tendon that tears."""

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
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import CALF_OR_LEG_PAIN, SEVERE_PAIN, VERY_SEVERE_PAIN

# Muscle breakdown. ----------------------------------------------------------------------------------------------------

PAIN_OR_SORE_MUSCLE = AnyOf(CALF_OR_LEG_PAIN, Present("muscle_soreness_on_use_or_touch"))

DARK_URINE_AND_MUSCLE_OR_A_REASON = AllOf(
    Present("dark_urine"),
    AnyOf(
        PAIN_OR_SORE_MUSCLE,
        Present("bilateral_leg_pain"),
        Present("calf_muscle_tenderness"),
        Present("leg_weakness"),
        Present("statin_use"),
        Present("other_myotoxic_drug"),
        Present("unaccustomed_exercise_recent"),
        Present("heat_exposure_exertion"),
        Present("prolonged_immobile_long_lie"),
        Present("recreational_stimulants_or_opioids"),
        Present("refuses_to_walk_or_toe_walks"),
    ),
)

HIGH_CK_AND_A_KIDNEY_SIGN = AllOf(
    Measured("ck_u_l", MoreThan(1000)),
    AnyOf(
        Present("dark_urine"),
        Present("reduced_urine_output"),
        Present("urine_blood_dipstick_positive"),
        Measured("potassium_mmol_l", AtLeast(6.0)),
        Measured("creatinine_umol_l", AtLeast(177)),
        Measured("egfr_ml_min_173", LessThan(30)),
    ),
)

SORE_MUSCLE_AND_LITTLE_URINE = AllOf(Present("muscle_soreness_on_use_or_touch"), Present("reduced_urine_output"))

# Nobody has to call it soreness: pain, weak legs and failing kidneys together are the picture of broken muscle.
PAINFUL_WEAK_LEGS_AND_LITTLE_URINE = AllOf(
    AnyOf(CALF_OR_LEG_PAIN, Present("bilateral_leg_pain")),
    Present("reduced_urine_output"),
    AnyOf(Present("leg_weakness"), Present("difficulty_stairs_chair_arms"), Present("proximal_muscle_weakness")),
)

# The strip takes the red pigment of muscle for blood.
MUSCLE_PIGMENT_ON_THE_DIPSTICK = AllOf(
    Present("urine_blood_dipstick_positive"),
    AnyOf(PAIN_OR_SORE_MUSCLE, Present("bilateral_leg_pain"), Present("leg_weakness")),
)

LONG_LIE_AND_A_DAMAGED_LEG = AllOf(
    Present("prolonged_immobile_long_lie"),
    PAIN_OR_SORE_MUSCLE,
    AnyOf(
        Present("calf_swelling"),
        Present("bilateral_leg_swelling"),
        Present("tense_hard_calf"),
        Present("leg_weakness"),
        Present("leg_numbness_tingling"),
        SEVERE_PAIN,
    ),
)

HARD_EFFORT_AND_MORE_THAN_SORENESS = AllOf(
    AnyOf(Present("unaccustomed_exercise_recent"), Present("heat_exposure_exertion")),
    VERY_SEVERE_PAIN,
    AnyOf(
        Present("leg_weakness"),
        Present("bilateral_leg_swelling"),
        Present("vomiting_diarrhoea_dehydration"),
        Present("reduced_urine_output"),
    ),
)

DRUGS_AND_SORE_MUSCLES = AllOf(
    Present("recreational_stimulants_or_opioids"),
    AnyOf(
        Present("muscle_soreness_on_use_or_touch"),
        Present("calf_muscle_tenderness"),
        Present("bilateral_leg_pain"),
    ),
)

PAIN_LITTLE_URINE_AND_LOST_FLUID = AllOf(
    CALF_OR_LEG_PAIN,
    Present("reduced_urine_output"),
    AnyOf(Present("vomiting_diarrhoea_dehydration"), Present("heat_exposure_exertion")),
)

# Medicines that harm muscle. ------------------------------------------------------------------------------------------

SORE_MUSCLES_IN_BOTH_LEGS_OR_ALL_OVER = AnyOf(
    Present("bilateral_leg_pain"),
    Present("muscle_soreness_on_use_or_touch"),
    Present("calf_muscle_tenderness"),
)

# Severe pain has to look like injured muscle: many people on a statin have a short, severe night cramp in one calf.
SEVERE_AND_LIKE_INJURED_MUSCLE = AllOf(
    SEVERE_PAIN, AnyOf(SORE_MUSCLES_IN_BOTH_LEGS_OR_ALL_OVER, Is("pain_side", ("both",)))
)

# The Achilles tendon. -------------------------------------------------------------------------------------------------

TORN_WHILE_PUSHING_OFF = AllOf(
    Present("sudden_push_off_onset"),
    Present("pop_or_snap_felt"),
    AnyOf(
        Present("single_heel_raise_impossible"),
        Present("pain_over_achilles"),
        Present("unable_to_bear_weight"),
    ),
)

SNAP_AT_THE_TENDON = AllOf(
    Present("pop_or_snap_felt"), AnyOf(Present("single_heel_raise_impossible"), Present("pain_over_achilles"))
)

SUDDENLY_NO_TIPTOE = AllOf(
    Present("pain_over_achilles"), Present("single_heel_raise_impossible"), Is("onset_speed", ("sudden",))
)

RULES = (
    alerts(
        "muscle_is_breaking_down_and_threatens_the_kidneys",
        flag="rf_rhabdomyolysis",
        urgency=Urgency.EMERGENCY,
        suspects=["rhabdomyolysis"],
        when=[
            AnyOf(
                DARK_URINE_AND_MUSCLE_OR_A_REASON,
                Measured("ck_u_l", MoreThan(5000)),
                HIGH_CK_AND_A_KIDNEY_SIGN,
                SORE_MUSCLE_AND_LITTLE_URINE,
                PAINFUL_WEAK_LEGS_AND_LITTLE_URINE,
                MUSCLE_PIGMENT_ON_THE_DIPSTICK,
                LONG_LIE_AND_A_DAMAGED_LEG,
            )
        ],
        action="Go to the emergency department now. Stop all exertion, take no ibuprofen or similar painkillers, and"
        " do not massage the muscles.",
        because="What broken muscle sets free can damage the kidneys and upset the heart.",
        source=("chavez2016", "kodadek2022"),
        grade=QUANTITATIVE,
        verified=True,
    ),
    alerts(
        "muscle_may_be_breaking_down_with_normal_urine",
        flag="rf_rhabdo_risk",
        urgency=Urgency.SAME_DAY,
        suspects=["rhabdomyolysis", "acute_compartment_syndrome"],
        when=[
            AnyOf(
                # Dark urine is missing in most people whose muscle breaks down, so it must not be the only way in. Nor
                # is pain asked for: who lay for hours may not feel the muscle that was crushed.
                Present("prolonged_immobile_long_lie"),
                HARD_EFFORT_AND_MORE_THAN_SORENESS,
                DRUGS_AND_SORE_MUSCLES,
                PAIN_LITTLE_URINE_AND_LOST_FLUID,
            )
        ],
        # Drinking is for the kidneys. A calf under pressure may need an operation, for which one must not have drunk.
        action="Have the muscle enzyme CK, the kidneys and the potassium tested today. Drink water, and take no"
        " ibuprofen or similar painkillers. Go to the emergency department if the urine turns dark; go there without"
        " drinking if the calf turns hard or the foot numb or weak.",
        because="Muscle can break down and harm the kidneys while the urine still looks normal.",
        source=("kodadek2022", "chavez2016"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_urine_may_hold_muscle_pigment",
        flag="rf_dark_urine",
        urgency=Urgency.SAME_DAY,
        suspects=["rhabdomyolysis"],
        # With sore muscle, a weak leg or a reason for it this is an emergency (rf_rhabdomyolysis). Neither is waited for.
        when=[AnyOf(Present("dark_urine"), Present("urine_blood_dipstick_positive"))],
        action="Have the urine, the muscle enzyme CK and the kidneys tested today. Go to the emergency department now if"
        " muscles are sore or weak, or if little urine comes.",
        because="Urine like cola can be pigment from broken muscle, which harms the kidneys, or blood.",
        source=("chavez2016", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_muscle_enzyme_is_far_above_normal",
        flag="rf_ck_rhabdo_range",
        urgency=Urgency.SAME_DAY,
        suspects=["rhabdomyolysis", "drug_induced_myopathy", "inflammatory_myopathy"],
        # 1000 stands for five times the upper limit of the laboratory, which differs from place to place. Hard exercise
        # can explain such a figure, and the kidneys have to be tested all the same.
        when=[Measured("ck_u_l", MoreThan(1000)), Measured("ck_u_l", AtMost(5000))],
        action="Have the kidneys and the potassium tested today, and have your medicines reviewed.",
        because="A CK this high shows damaged muscle, and what it sets free can harm the kidneys.",
        source=("chavez2016", "kodadek2022", "stroes2015"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "a_medicine_may_be_damaging_the_muscles",
        flag="rf_statin_weakness",
        urgency=Urgency.SAME_DAY,
        suspects=["rhabdomyolysis", "drug_induced_myopathy"],
        when=[
            AnyOf(Present("statin_use"), Present("other_myotoxic_drug")),
            AnyOf(
                Present("difficulty_stairs_chair_arms"),
                Present("proximal_muscle_weakness"),
                Present("dark_urine"),
                SEVERE_AND_LIKE_INJURED_MUSCLE,
                AllOf(Present("statin_interacting_drug"), SORE_MUSCLES_IN_BOTH_LEGS_OR_ALL_OVER),
            ),
        ],
        action="Have a blood test for CK and the kidneys today. Ask today whether to pause the medicine, and do not"
        " start it again on your own. With dark urine go to the emergency department now.",
        because="Statins and some other medicines can harm muscle, now and then badly.",
        source=("stroes2015", "rosenson2017", "nice_ng238"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "muscles_are_weak_and_not_only_sore",
        flag="rf_muscle_weakness",
        urgency=Urgency.WITHIN_DAYS,
        # Ill muscles have many causes, and weakness alone brings up what can be done for none of them.
        suspects=[],
        when=[AnyOf(Present("difficulty_stairs_chair_arms"), Present("proximal_muscle_weakness"))],
        action="See a doctor within days, and have CK, salts and the thyroid tested. Be seen today if it gets worse, or"
        " if you have trouble swallowing or breathing.",
        because="Thighs or arms that have lost strength point to ill muscles, and a blood test can tell why.",
        source=("lundberg2017", "viera2015", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "weak_muscles_come_with_trouble_swallowing_breathing_or_a_rash",
        flag="rf_inflammatory_myopathy",
        urgency=Urgency.SAME_DAY,
        suspects=["inflammatory_myopathy"],
        when=[
            AnyOf(Present("proximal_muscle_weakness"), Present("difficulty_stairs_chair_arms")),
            AnyOf(Present("dysphagia"), Present("breathlessness_new"), Present("skin_rash_dm")),
        ],
        action="Be examined today. Call the emergency number if you are fighting for breath.",
        because="Inflamed muscles can reach the throat and the lungs.",
        source=("lundberg2017", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_heel_cord_may_be_torn",
        flag="rf_achilles_rupture",
        urgency=Urgency.SAME_DAY,
        suspects=["achilles_tendon_rupture"],
        when=[
            AnyOf(
                Present("thompson_test_positive"),
                Present("palpable_achilles_gap"),
                Present("matles_test_positive"),
                Is("calf_soft_tissue_imaging", ("achilles_rupture",)),
                TORN_WHILE_PUSHING_OFF,
                SNAP_AT_THE_TENDON,
                SUDDENLY_NO_TIPTOE,
            )
        ],
        action="Be examined today. Rest the foot with the toes pointed down, and do not try it out by walking,"
        " stretching or massage.",
        because="A torn Achilles tendon heals best when it is held together early.",
        source="maffulli1998",
        grade=QUANTITATIVE,
        verified=True,
    ),
    alerts(
        "the_heel_cord_hurts_after_a_quinolone_antibiotic",
        flag="rf_fluoroquinolone_tendon",
        urgency=Urgency.SAME_DAY,
        suspects=["achilles_tendon_rupture", "achilles_tendinopathy"],
        # The risk is higher still over the age of 60, with steroids and after a transplant.
        when=[
            Present("fluoroquinolone_recent"),
            AnyOf(
                Present("pain_over_achilles"),
                Present("start_up_stiffness_heel_cord"),
                Present("achilles_thickening_tender"),
            ),
        ],
        action="Stop exercising the leg, and speak to a doctor today about stopping the antibiotic. Do not stop it on"
        " your own if it treats a serious infection.",
        because="This kind of antibiotic can weaken a tendon until it tears.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
)
