"""The longest nerves fail first: feet burn, tingle or go numb like socks, on both sides, and calves cramp above them.

Diabetes is behind it most often; alcohol, a lack of vitamin B12 and some medicines follow. It creeps. Weakness that
climbs within days is another illness and an emergency.
"""

from ..authoring import (
    FAIRLY_COMMON,
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
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
from .signs import ONE_SIDED

CAUSE = Cause(
    name="Peripheral neuropathy, from diabetes or another reason",
    also_called=("Diabetic neuropathy", "Polyneuropathy", "Nerve damage in the feet"),
    icd10="E11.42, G62.9",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.WITHIN_DAYS,
    summary="The ends of the longest nerves are damaged, so that feet burn or go numb and calves cramp.",
    mechanism=(
        "The longer a nerve, the sooner it suffers from high blood sugar, alcohol, a lack of vitamin B12 or a poison. "
        "Feeling fails in both feet first and climbs like a sock; damaged fibres fire by themselves, which burns, "
        "tingles and makes the calves cramp, mostly at night. A foot that feels nothing is injured unnoticed."
    ),
    sources=("popbusui2017", "bouhassira2005", "nice_cg173", "julian2020", "sawangjit2020"),
)

FEET_BURN_OR_FEEL_LESS = AnyOf(
    Present("burning_feet_stocking"),
    Present("numbness_both_soles"),
    Present("reduced_monofilament_or_vibration"),
)

MORE_THAN_A_REASON = AnyOf(FEET_BURN_OR_FEEL_LESS, Present("pain_in_foot"), Is("pain_character", ("burning",)))
"""Diabetes alone can make the nerves suspect, and is no ground to speak of treatment."""

OPTIONS = (
    Option(
        id="neuropathy_blood_tests",
        name="Blood tests for what harms nerves",
        kind=TEST,
        guidance=(
            "Ask for tests of long-term blood sugar (HbA1c), vitamin B12, thyroid (TSH), kidneys and liver, a "
            "blood count and protein electrophoresis. Have the feeling in the feet tested. Some of the reasons "
            "can be treated."
        ),
        source=("popbusui2017", "expert_opinion"),
    ),
    Option(
        id="care_of_numb_feet",
        name="Looking after feet that feel less",
        kind=SELF_CARE,
        guidance=(
            "Look at both feet every day, soles too, wear shoes that fit and never walk barefoot, test bath water with "
            "the elbow, and use no hot-water bottle. With diabetes keep blood sugar in its range. Be seen the same day "
            "for a new sore, a red or swollen foot, or weakness that grows."
        ),
        source=("popbusui2017", "expert_opinion"),
    ),
)

RULES = (
    # Both feet first. Several ways of telling one thing. --------------------------------------------------------------
    supports(
        "feet_burn_or_are_numb_like_socks",
        when=[Present("burning_feet_stocking")],
        strength=STRONG,
        group="feet",
        because="Burning or numbness of both feet in the shape of socks is what damaged long nerves feel like.",
        source="popbusui2017",
        grade=GUIDELINE,
    ),
    supports(
        "both_soles_are_numb",
        when=[Present("numbness_both_soles")],
        strength=MODERATE,
        group="feet",
        because="The soles are where the longest nerves end.",
        source="expert_opinion",
    ),
    supports(
        "foot_hurts_too",
        when=[Present("pain_in_foot")],
        strength=MODERATE,
        group="feet",
        because="Nerve damage begins in the feet.",
        source="expert_opinion",
    ),
    supports(
        "pain_burns",
        when=[Is("pain_character", in_=("burning",))],
        strength=MODERATE,
        group="feet",
        because="Damaged nerves burn.",
        source="expert_opinion",
    ),
    # The examination. -------------------------------------------------------------------------------------------------
    supports(
        "toes_feel_less",
        when=[Present("reduced_monofilament_or_vibration")],
        strength=STRONG,
        group="examination",
        because="A thin thread or a tuning fork is felt less at the toes, which shows the damage.",
        source="popbusui2017",
        grade=GUIDELINE,
    ),
    supports(
        "ankle_reflex_is_weak",
        when=[Present("achilles_reflex_abnormal")],
        strength=WEAK,
        group="examination",
        because="The ankle reflex runs through long nerves, though it also fades with age.",
        source="popbusui2017",
        grade=GUIDELINE,
    ),
    # What harms nerves. One reason is enough, and several are not several proofs. ------------------------------------
    supports(
        "there_is_diabetes",
        when=[Present("diabetes")],
        strength=WEAK,
        group="what_harms_nerves",
        because="Diabetes is the most common reason for damaged nerves.",
        source="popbusui2017",
        grade=GUIDELINE,
    ),
    supports(
        "long_term_sugar_is_at_least_48",
        when=[Measured("hba1c_mmol_mol", AtLeast(48))],
        strength=WEAK,
        group="what_harms_nerves",
        because="The long-term blood sugar is in the range of diabetes.",
        source="expert_opinion",
    ),
    supports(
        "a_medicine_for_diabetes_is_taken",
        when=[Present("insulin_or_glucose_lowering_drug")],
        strength=WEAK,
        group="what_harms_nerves",
        because="Insulin or tablets that lower sugar tell of diabetes.",
        source="expert_opinion",
    ),
    supports(
        "alcohol_is_drunk_heavily",
        when=[Present("alcohol_excess")],
        strength=WEAK,
        group="what_harms_nerves",
        because="Heavy drinking poisons nerves.",
        source="expert_opinion",
    ),
    supports(
        "vitamin_b12_is_low",
        when=[Measured("b12_ng_l", LessThan(200))],
        strength=WEAK,
        group="what_harms_nerves",
        because="Nerves need vitamin B12, and there is too little.",
        source="expert_opinion",
    ),
    supports(
        "a_medicine_may_harm_nerves",
        when=[Present("neurotoxic_drug")],
        strength=WEAK,
        group="what_harms_nerves",
        because="Some cancer medicines, antibiotics and others harm nerves, and metformin lowers vitamin B12.",
        source="expert_opinion",
    ),
    supports(
        "foot_has_an_ulcer",
        when=[Present("foot_ulcer_or_tissue_loss")],
        strength=WEAK,
        because="A foot that feels nothing is sore without warning, although poor blood flow does the same.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "pain_keeps_to_one_side",
        when=[ONE_SIDED],
        strength=MODERATE,
        because="Long nerves fail on both sides alike, and this pain keeps to one leg.",
        source="popbusui2017",
    ),
    weakens(
        "pain_runs_in_a_strip",
        when=[Present("pain_dermatomal_below_knee")],
        strength=MODERATE,
        because="Pain in a strip of the leg follows one root at the spine.",
        source="expert_opinion",
    ),
    weakens(
        "bending_forward_eases",
        when=[Present("relief_by_bending_forward")],
        strength=MODERATE,
        because="Damaged nerves in the feet do not mind how you stand or sit; a narrow spinal canal does.",
        source="expert_opinion",
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="Damaged nerves do not make one calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    weakens(
        "weakness_grows_within_days",
        when=[Present("leg_weakness_progressive")],
        strength=STRONG,
        because="This kind of nerve damage creeps; weakness that grows within days comes from elsewhere, and is urgent.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_treatable_reason_is_looked_for",
        option="neuropathy_blood_tests",
        when=[Suspected("peripheral_neuropathy"), MORE_THAN_A_REASON],
        because="High sugar, a lack of vitamin B12 or a slow thyroid can be treated once it is found.",
        source=("popbusui2017", "expert_opinion"),
    ),
    offers(
        "feet_that_feel_less_are_looked_after",
        option="care_of_numb_feet",
        when=[Suspected("peripheral_neuropathy"), FEET_BURN_OR_FEEL_LESS],
        because="A foot that feels less is injured without being noticed, and then heals badly.",
        source="popbusui2017",
        grade=GUIDELINE,
    ),
    offers(
        "nerve_pain_has_medicines_of_its_own",
        option="duloxetine_amitriptyline",
        # Burning pain of other kinds is no ground: for sciatica these medicines are advised against.
        when=[Suspected("peripheral_neuropathy"), Present("burning_feet_stocking")],
        because="Common painkillers do little for nerve pain, and other medicines ease it.",
        source="nice_cg173",
        grade=GUIDELINE,
    ),
    offers(
        "vitamin_b12_is_for_a_proven_lack",
        option="mecobalamin",
        when=[Suspected("peripheral_neuropathy"), Measured("b12_ng_l", LessThan(200))],
        because="Vitamin B12 helps where a blood test has shown that there is too little.",
        source=("julian2020", "sawangjit2020"),
    ),
)
