"""The body's own defences attack muscle: thighs and upper arms fail before anything hurts, and some get a rash.

Weakness is what it stands on. Pain of the calf is unusual in it, so that it takes weakness, a rash, a raised muscle
enzyme or an antibody to bring it up.
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
    Cause,
    Concluded,
    Option,
    Present,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Inflamed muscles (polymyositis and other inflammatory myopathies)",
    also_called=("Polymyositis", "Dermatomyositis", "Myositis", "Inflammatory myopathy"),
    icd10="M33.2-, M33.1-, G72.41",
    commonness=RARE,
    urgency=Urgency.WITHIN_DAYS,
    summary="The immune system attacks muscle, which weakens thighs and upper arms and can reach throat and lungs.",
    mechanism=(
        "Immune cells or antibodies destroy muscle fibres on both sides of the body over weeks to months, near the trunk "
        "first. Strength goes more than pain comes. It can begin with a rash on eyelids and knuckles, a cancer may be "
        "behind it, and a statin can set off a form that goes on after it was stopped."
    ),
    sources=("lundberg2017",),
)

MORE_THAN_AN_ENZYME = AnyOf(
    Present("proximal_muscle_weakness"),
    Present("difficulty_stairs_chair_arms"),
    Present("skin_rash_dm"),
    Present("dysphagia"),
    Present("anti_jo1_positive"),
)

OPTIONS = (
    Option(
        id="muscle_inflammation_tests",
        name="Muscle enzyme (CK), antibodies, and a look for what lies behind",
        kind=TEST,
        guidance=(
            "Ask first for CK, liver and thyroid tests and muscle antibodies. A specialist adds a test of the "
            "nerves and muscles (EMG), an MRI of the muscles and a search for cancer. After a statin, a test for "
            "an antibody to HMG-CoA reductase goes with it."
        ),
        source=("lundberg2017", "expert_opinion"),
    ),
    Option(
        id="muscle_inflammation_specialist",
        name="Specialist for inflamed muscles, within days",
        kind=REFERRAL,
        guidance=(
            "See a specialist within days, who decides on steroids and other medicines that calm the body's "
            "defences. If you have trouble swallowing or breathing, see a doctor the same day."
        ),
        source=("lundberg2017", "expert_opinion"),
    ),
    Option(
        id="weak_muscle_danger_signs",
        name="Know the danger signs",
        kind=SELF_CARE,
        guidance=(
            "Go the same day if food goes down the wrong way, if the voice changes, or if you get short of "
            "breath. Call the emergency number if you are fighting for breath."
        ),
        source=("expert_opinion",),
    ),
)

RULES = (
    # Weakness. --------------------------------------------------------------------------------------------------------
    supports(
        "muscles_near_the_trunk_are_weak",
        when=[Present("proximal_muscle_weakness")],
        strength=STRONG,
        group="weakness",
        because="Thighs and upper arms that are weak on both sides are the mark of inflamed muscles.",
        source="lundberg2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "stairs_and_chairs_are_hard",
        when=[Present("difficulty_stairs_chair_arms")],
        strength=MODERATE,
        group="weakness",
        because="Trouble with stairs, chairs or lifted arms is how weak thighs and upper arms are felt.",
        source="lundberg2017",
        grade=GUIDELINE,
    ),
    weakens(
        "muscles_near_the_trunk_are_strong",
        when=[Absent("proximal_muscle_weakness")],
        strength=STRONG,
        group="weakness",
        because="If a doctor finds thighs and upper arms strong, there is little room for inflamed muscles.",
        source=("lundberg2017", "expert_opinion"),
    ),
    weakens(
        "stairs_and_chairs_are_no_trouble",
        when=[Absent("difficulty_stairs_chair_arms")],
        strength=MODERATE,
        group="weakness",
        because="Without trouble on stairs or from a chair the big muscles are likely to be strong.",
        source=("lundberg2017", "expert_opinion"),
    ),
    # What else belongs to it. -----------------------------------------------------------------------------------------
    supports(
        "a_rash_sits_on_eyelids_or_knuckles",
        when=[Present("skin_rash_dm")],
        strength=STRONG,
        because="A rash on eyelids or knuckles together with sore or weak muscles is typical of one form.",
        source="lundberg2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "swallowing_is_hard",
        when=[Present("dysphagia")],
        strength=MODERATE,
        because="Inflamed muscles of the throat make it hard to swallow.",
        source="lundberg2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "ck_is_raised",
        when=[Concluded("ck_raised")],
        strength=MODERATE,
        because="Muscle that is destroyed spills its enzyme CK into the blood.",
        source="lundberg2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "antibody_against_jo1_is_found",
        when=[Present("anti_jo1_positive")],
        strength=STRONG,
        because="Anti-Jo-1 in the blood is hardly ever found unless muscles or lungs are inflamed.",
        source="lundberg2017",
        grade=GUIDELINE,
        verified=True,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "the_calf_hurts",
        when=[Present("calf_pain")],
        strength=WEAK,
        because="Inflamed muscles grow weak rather than hurt, and the calf is seldom where it starts.",
        source="expert_opinion",
    ),
    weakens(
        "a_statin_is_taken",
        when=[Present("statin_use")],
        strength=WEAK,
        because="In someone who takes a statin the medicine is looked at first.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "enzyme_and_antibodies_find_it",
        option="muscle_inflammation_tests",
        when=[Suspected("inflammatory_myopathy")],
        because="Blood tests show whether muscle is being destroyed and by what.",
        source=("lundberg2017", "expert_opinion"),
    ),
    # A high enzyme alone names this cause among others, and hard exercise explains most of those.
    offers(
        "a_specialist_treats_it",
        option="muscle_inflammation_specialist",
        when=[Suspected("inflammatory_myopathy"), MORE_THAN_AN_ENZYME],
        because="Strength that is lost for long does not all come back, so treatment should not wait.",
        source="expert_opinion",
    ),
    offers(
        "steroids_calm_the_inflammation",
        option="glucocorticoid_myositis_specialist",
        when=[Suspected("inflammatory_myopathy"), MORE_THAN_AN_ENZYME],
        because="Steroids and other medicines that calm the immune system are the treatment, once tests have proven it.",
        source=("lundberg2017", "expert_opinion"),
    ),
    offers(
        "throat_and_lungs_are_the_danger",
        option="weak_muscle_danger_signs",
        when=[Suspected("inflammatory_myopathy"), MORE_THAN_AN_ENZYME],
        because="The muscles of swallowing and breathing can be reached too.",
        source=("lundberg2017", "expert_opinion"),
    ),
)
