"""At rest in the evening the legs must move, and moving is the only thing that helps; no muscle knots.

The brain has too little iron where it matters, and its dopamine falters. In a third of people the urge hurts. Cramps,
numb feet and sore joints can imitate it, which is why all the criteria are asked for and the imitators count against it.
"""

from ..authoring import (
    FAIRLY_COMMON,
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Absent,
    AnyOf,
    Cause,
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
from .signs import PREGNANT

CAUSE = Cause(
    name="Restless legs",
    also_called=("Restless legs syndrome", "Willis-Ekbom disease", "RLS"),
    icd10="G25.81",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.ROUTINE,
    summary="An urge to move the legs, at rest and in the evening, which eases for as long as they move.",
    mechanism=(
        "Parts of the brain hold too little iron, and the messenger dopamine works unevenly over the day. Sitting or "
        "lying still in the evening brings an urge to move the legs with a creeping feeling, which hurts in about a "
        "third of people. Low iron, pregnancy, ill kidneys and some medicines bring it on or make it worse."
    ),
    sources=("irlssg2014", "hening2009", "aasm_rls2025"),
)

OPTIONS = (
    Option(
        id="restless_legs_tests",
        name="Iron stores, kidney function and blood sugar",
        kind=TEST,
        guidance=(
            "Ask for ferritin and transferrin saturation, a kidney test and long-term blood sugar (HbA1c). Low "
            "iron, which can be treated, is looked for in all who have restless legs."
        ),
        source=("aasm_rls2025", "expert_opinion"),
    ),
    Option(
        id="restless_legs_care",
        name="Sleep habits, exercise, less caffeine",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Keep regular hours of sleep, move every day, and leave out caffeine from the afternoon on. When the urge "
            "comes, get up and walk about."
        ),
        source=("aasm_rls2025", "expert_opinion"),
    ),
    Option(
        id="restless_legs_medicine_review",
        name="A look at the medicines you take",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Ask a doctor or pharmacist whether a medicine for allergy, mood, psychosis or sickness may make the "
            "legs restless. Do not stop one on your own."
        ),
        source=("irlssg2014", "expert_opinion"),
    ),
)

RULES = (
    # The four criteria. Imitators meet all four so often (specificity 84 %, hening2009) that four strong signs would be
    # too many: a criterion alone counts as moderate, and each pair that tells one story as strong. ---------------------
    supports(
        "legs_have_an_urge_to_move",
        when=[Present("urge_to_move_legs")],
        strength=MODERATE,
        group="urge",
        because="An urge to move the legs, mostly with an unpleasant feeling, is the first thing that is asked for.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "moving_brings_relief",
        when=[Present("urge_relieved_by_movement")],
        strength=MODERATE,
        group="urge",
        because="The urge eases while the legs move.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "legs_have_an_urge_that_moving_relieves",
        when=[Present("urge_to_move_legs"), Present("urge_relieved_by_movement")],
        strength=STRONG,
        group="urge",
        because="An urge to move the legs that eases while they move is what restless legs are named for.",
        source=("irlssg2014", "hening2009"),
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "legs_have_no_urge_to_move",
        when=[Absent("urge_to_move_legs")],
        strength=STRONG,
        group="urge",
        because="Without an urge to move there are no restless legs.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "moving_brings_no_relief",
        when=[Absent("urge_relieved_by_movement")],
        strength=STRONG,
        group="urge",
        because="In restless legs moving always helps while it lasts.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "rest_brings_it_on",
        when=[Present("urge_worse_at_rest")],
        strength=MODERATE,
        group="when",
        because="The urge begins, or grows, when the person sits or lies still.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "evening_brings_it_on",
        when=[Present("urge_worse_evening_night")],
        strength=MODERATE,
        group="when",
        because="The urge comes in the evening or at night, or is worse then.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "rest_in_the_evening_brings_it_on",
        when=[Present("urge_worse_at_rest"), Present("urge_worse_evening_night")],
        strength=STRONG,
        group="when",
        because="An urge that comes at rest and in the evening has the timing of restless legs.",
        source=("irlssg2014", "hening2009"),
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "rest_does_not_bring_it_on",
        when=[Absent("urge_worse_at_rest")],
        strength=STRONG,
        group="when",
        because="Restless legs begin or grow at rest, and this does not.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "evening_does_not_bring_it_on",
        when=[Absent("urge_worse_evening_night")],
        strength=STRONG,
        group="when",
        because="Restless legs are worse in the evening or at night, and this is not.",
        source="irlssg2014",
        grade=GUIDELINE,
        verified=True,
    ),
    # What brings it on. One reason is enough, and several are not several proofs. ------------------------------------
    supports(
        "iron_stores_are_low_or_low_normal",
        when=[Measured("ferritin_ug_l", LessThan(75))],
        strength=WEAK,
        group="what_brings_it_on",
        because="Iron stores are low, or at the low end of normal, which is enough to make legs restless.",
        source="aasm_rls2025",
        grade=GUIDELINE,
    ),
    supports(
        "iron_was_said_to_be_low",
        when=[Present("iron_deficiency_known")],
        strength=WEAK,
        group="what_brings_it_on",
        because="Lack of iron brings on restless legs.",
        source="aasm_rls2025",
        grade=GUIDELINE,
    ),
    supports(
        "there_is_a_pregnancy",
        when=[PREGNANT],
        strength=WEAK,
        group="what_brings_it_on",
        because="Restless legs often begin in pregnancy.",
        source="irlssg2014",
        grade=GUIDELINE,
    ),
    supports(
        "kidneys_are_ill",
        when=[Present("chronic_kidney_disease")],
        strength=WEAK,
        group="what_brings_it_on",
        because="Restless legs are common in people whose kidneys are ill.",
        source="irlssg2014",
        grade=GUIDELINE,
    ),
    supports(
        "a_medicine_may_bring_it_on",
        when=[Present("rls_provoking_drug")],
        strength=WEAK,
        group="what_brings_it_on",
        because="Some medicines for allergy, mood, psychosis or sickness make legs restless.",
        source="irlssg2014",
        grade=GUIDELINE,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "calf_goes_hard_and_stretching_frees_it",
        when=[Present("cramp_hardening_relief_by_stretch")],
        strength=MODERATE,
        because="A calf that knots hard has a cramp; restless legs do not knot.",
        source="hening2009",
    ),
    weakens(
        "walking_hurts",
        when=[Present("pain_on_walking")],
        strength=MODERATE,
        because="Walking eases restless legs, and this pain comes with it.",
        source="expert_opinion",
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=MODERATE,
        because="Restless legs look normal, and a calf that swells has something else.",
        source="expert_opinion",
    ),
    # What can be done. A reason for restless legs without an urge to move is no ground to speak of treatment. --------
    offers(
        "low_iron_is_looked_for",
        option="restless_legs_tests",
        when=[Suspected("restless_legs_syndrome"), Present("urge_to_move_legs")],
        because="Low iron can be found and treated, so it is looked for first.",
        source="aasm_rls2025",
        grade=GUIDELINE,
    ),
    offers(
        "habits_ease_restless_legs",
        option="restless_legs_care",
        when=[Suspected("restless_legs_syndrome"), Present("urge_to_move_legs")],
        because="Regular sleep, movement and less caffeine ease restless legs in many people.",
        source="expert_opinion",
    ),
    offers(
        "a_medicine_may_be_changed",
        option="restless_legs_medicine_review",
        when=[
            Suspected("restless_legs_syndrome"),
            Present("urge_to_move_legs"),
            AnyOf(Present("rls_provoking_drug"), Present("ssri_snri_use")),
        ],
        because="A medicine that makes legs restless can often be changed for another.",
        source="irlssg2014",
        grade=GUIDELINE,
    ),
    offers(
        "low_iron_is_treated",
        option="iron_oral",
        when=[
            Suspected("restless_legs_syndrome"),
            Present("urge_to_move_legs"),
            AnyOf(Measured("ferritin_ug_l", LessThan(75)), Present("iron_deficiency_known")),
        ],
        because="Where iron is low, iron is the first treatment.",
        source="aasm_rls2025",
        grade=GUIDELINE,
    ),
    offers(
        "a_prescriber_may_treat_the_urge",
        option="dopamine_agonist_or_gabapentinoid",
        when=[
            Suspected("restless_legs_syndrome"),
            Present("urge_to_move_legs"),
            Present("urge_worse_at_rest"),
            Present("urge_relieved_by_movement"),
            Present("urge_worse_evening_night"),
        ],
        because="Where all the criteria are met and the urge spoils sleep, medicines exist that calm it.",
        source="aasm_rls2025",
        grade=GUIDELINE,
    ),
)
