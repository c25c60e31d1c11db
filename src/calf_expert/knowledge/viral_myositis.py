"""As the fever of a flu settles, a child wakes with both calves so sore that it walks on its toes or not at all.

It is mostly harmless and over within days, but that is said after someone has looked: infection of bone or joint, failing
nerves and muscle breakdown begin alike. Many grown-ups ache after a virus, so in them the same signs count for less.
"""

from ..authoring import (
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    VERY_RARE,
    Absent,
    AtLeast,
    Between,
    Cause,
    Concluded,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, ONE_SIDED

CAUSE = Cause(
    name="Sore calves after a virus (viral myositis)",
    also_called=("Benign acute childhood myositis", "BACM", "Influenza-associated myositis"),
    icd10="not asserted",
    commonness=VERY_RARE,
    urgency=Urgency.SAME_DAY,
    summary="A few days after flu or another virus both calves hurt, mostly in a child, and get well within days.",
    mechanism=(
        "The virus, influenza B more than others, or the body's answer to it hurts the fibres of the calf muscles. It "
        "begins as the fever settles, on both sides, with strength and reflexes unharmed; the child walks stiffly, on "
        "tiptoe or not at all, and the muscle enzyme CK is high for some days."
    ),
    open_until=(
        "An examination that finds strength and reflexes normal, the skin and joints quiet and the urine clear would "
        "settle it, with CK, kidney tests and a urine strip where it is not typical or the person is grown up. Symptoms "
        "cannot: in one study muscle broke down dangerously in about 3%, and failing nerves or an infected bone make a "
        "child stop walking too."
    ),
    sources=("bacm2023", "mackay1999", "ozturk2022", "pemsource2025"),
)

OPTIONS = (
    Option(
        id="sore_calves_after_a_virus_check",
        name="Examination today: strength, reflexes, joints, skin and urine",
        kind=TEST,
        guidance=(
            "Have strength, reflexes, joints and skin examined today. A typical child needs no blood test; otherwise, and "
            "in every adult, ask for CK, kidney and potassium tests and a urine strip."
        ),
        source=("bacm2023", "mackay1999", "expert_opinion"),
    ),
    Option(
        id="sore_calves_after_a_virus_at_home",
        name="Rest and drink, once someone has looked",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Once examined and well: rest, drink enough, and expect it to be gone within about a week. Go back the same "
            "day if the urine turns dark, the legs get weak or one leg swells. Never give aspirin under the age of 16."
        ),
        source=("bacm2023", "ozturk2022", "expert_opinion"),
    ),
)

RULES = (
    # The virus. -------------------------------------------------------------------------------------------------------
    supports(
        "a_virus_went_before",
        when=[Present("viral_illness_last_2_weeks")],
        strength=STRONG,
        group="virus",
        because="It follows flu or another virus within days.",
        source="bacm2023",
        verified=True,
    ),
    weakens(
        "no_virus_went_before",
        when=[Absent("viral_illness_last_2_weeks")],
        strength=STRONG,
        group="virus",
        because="Without a virus before it there is nothing for it to come from.",
        source=("bacm2023", "expert_opinion"),
    ),
    # The age. Half of what it tells is told again by how the child walks; with more weight every child with two sore
    # calves would count as one who has to be seen today.
    supports(
        "age_is_3_to_14",
        when=[Measured("age_years", Between(3, 14))],
        strength=MODERATE,
        group="age",
        because="Nearly all who get it are between 3 and 14 years old, six on average.",
        source="ozturk2022",
        verified=True,
    ),
    weakens(
        "the_person_is_grown_up",
        when=[Measured("age_years", AtLeast(18))],
        strength=MODERATE,
        group="age",
        because="Grown-ups get it far less often, and many of them just ache after a virus.",
        source=("bacm2023", "expert_opinion"),
    ),
    # The calves. ------------------------------------------------------------------------------------------------------
    supports(
        "both_legs_hurt",
        when=[BOTH_LEGS_HURT],
        strength=STRONG,
        group="calves",
        because="It takes both calves at once.",
        source="bacm2023",
        verified=True,
    ),
    supports(
        "calf_muscle_is_tender",
        when=[Present("calf_muscle_tenderness")],
        strength=MODERATE,
        group="calves",
        because="The muscle of the calf is tender all over when it is pressed.",
        source="bacm2023",
        verified=True,
    ),
    weakens(
        "only_one_leg_hurts",
        when=[ONE_SIDED],
        strength=STRONG,
        group="calves",
        because="Pain in one leg only makes one think of an infection, of bone or of a clot.",
        source="expert_opinion",
    ),
    supports(
        "the_child_walks_on_tiptoe_or_not_at_all",
        when=[Present("refuses_to_walk_or_toe_walks")],
        strength=STRONG,
        group="walking",
        because="To spare the calves the child walks on its toes, stiff-legged, or not at all.",
        source="bacm2023",
        verified=True,
    ),
    supports(
        "the_leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=MODERATE,
        group="walking",
        because="A child whose calves are this sore will not stand.",
        source="expert_opinion",
    ),
    supports(
        "ck_is_raised",
        when=[Concluded("ck_raised")],
        strength=MODERATE,
        because="The muscle enzyme CK is high for some days, often well above 1000.",
        source="pemsource2025",
        verified=True,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "urine_is_dark",
        when=[Present("dark_urine")],
        strength=STRONG,
        because="Dark urine means that muscle may be breaking down, which is no longer harmless.",
        source="pemsource2025",
        verified=True,
    ),
    weakens(
        "weakness_is_getting_worse",
        when=[Present("leg_weakness_progressive")],
        strength=STRONG,
        group="nerves",
        because="Weakness that grows after a virus makes one think of failing nerves (Guillain-Barré syndrome).",
        source="expert_opinion",
    ),
    weakens(
        "ankle_reflex_is_weak_or_gone",
        when=[Present("achilles_reflex_abnormal")],
        strength=STRONG,
        group="nerves",
        because="Sore calves leave the ankle reflex as it is; a lost one points to the nerves.",
        source=("bacm2023", "expert_opinion"),
    ),
    weakens(
        "it_has_lasted_over_a_week",
        when=[Measured("symptom_duration_days", MoreThan(7))],
        strength=MODERATE,
        because="It is gone after three to four days on average, so over a week is too long.",
        source="ozturk2022",
        verified=True,
    ),
    weakens(
        "unusual_effort_went_before",
        when=[Concluded("unaccustomed_exertion")],
        strength=MODERATE,
        because="Hard or new exercise makes both calves sore by itself, cold or no cold.",
        source="expert_opinion",
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=MODERATE,
        group="one_place",
        because="Swelling of one calf has another cause.",
        source="expert_opinion",
    ),
    weakens(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=STRONG,
        group="one_place",
        because="Red, warm skin points to an infection of skin or bone.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "someone_has_to_look",
        option="sore_calves_after_a_virus_check",
        when=[Suspected("viral_myositis")],
        because="Only a doctor's hands and eyes tell it from the dangers that begin in the same way.",
        source=("bacm2023", "mackay1999"),
    ),
    offers(
        "it_gets_well_by_itself",
        option="sore_calves_after_a_virus_at_home",
        # A child with one sore leg is named by an alert, and must not hear that it gets well by itself.
        when=[Suspected("viral_myositis"), BOTH_LEGS_HURT],
        because="The muscle heals by itself with rest, and water guards the kidneys meanwhile.",
        source=("bacm2023", "ozturk2022"),
    ),
    offers(
        "paracetamol_eases_the_pain",
        option="paracetamol",
        when=[Suspected("viral_myositis")],
        because="A simple painkiller eases the days until it is gone.",
        source="expert_opinion",
    ),
)
