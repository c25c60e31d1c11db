"""Some medicines injure the muscle they are carried to, statins above all: both legs ache, cramp or grow weak.

Many people take a statin and many people ache, so that a statin alone proves little: in blinded trials there was little
more pain with it than without. What counts is the time since the start, the even spread, weakness, and CK.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    Absent,
    AllOf,
    AnyOf,
    AtMost,
    Between,
    Cause,
    Concluded,
    Is,
    LessThan,
    Measured,
    MoreThan,
    NotKnown,
    Option,
    Present,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, ONE_SIDED

TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE = AnyOf(Present("statin_use"), Present("other_myotoxic_drug"))

ACHES_LIKE_MUSCLE = AnyOf(
    Is("pain_character", ("aching",)),
    Present("muscle_soreness_on_use_or_touch"),
    Present("calf_muscle_tenderness"),
)
"""Cramps are left out: many people on a statin have a short night cramp that has nothing to do with it."""

CK_ABOVE_TEN_TIMES_NORMAL = AnyOf(
    Measured("ck_u_l", MoreThan(6000)),
    AllOf(Measured("ck_uln_u_l", AtMost(100)), Measured("ck_u_l", MoreThan(1000))),
    AllOf(Measured("ck_uln_u_l", Between(100, 120)), Measured("ck_u_l", MoreThan(1200))),
    AllOf(Measured("ck_uln_u_l", Between(120, 140)), Measured("ck_u_l", MoreThan(1400))),
    AllOf(Measured("ck_uln_u_l", Between(140, 150)), Measured("ck_u_l", MoreThan(1500))),
    AllOf(Measured("ck_uln_u_l", Between(150, 160)), Measured("ck_u_l", MoreThan(1600))),
    AllOf(Measured("ck_uln_u_l", Between(160, 170)), Measured("ck_u_l", MoreThan(1700))),
    AllOf(Measured("ck_uln_u_l", Between(170, 180)), Measured("ck_u_l", MoreThan(1800))),
    AllOf(Measured("ck_uln_u_l", Between(180, 190)), Measured("ck_u_l", MoreThan(1900))),
    AllOf(Measured("ck_uln_u_l", Between(190, 200)), Measured("ck_u_l", MoreThan(2000))),
    AllOf(Measured("ck_uln_u_l", Between(200, 220)), Measured("ck_u_l", MoreThan(2200))),
    AllOf(Measured("ck_uln_u_l", Between(220, 250)), Measured("ck_u_l", MoreThan(2500))),
    AllOf(Measured("ck_uln_u_l", Between(250, 300)), Measured("ck_u_l", MoreThan(3000))),
    AllOf(Measured("ck_uln_u_l", Between(300, 320)), Measured("ck_u_l", MoreThan(3200))),
    AllOf(Measured("ck_uln_u_l", Between(320, 350)), Measured("ck_u_l", MoreThan(3500))),
    AllOf(Measured("ck_uln_u_l", Between(350, 400)), Measured("ck_u_l", MoreThan(4000))),
    AllOf(Measured("ck_uln_u_l", Between(400, 500)), Measured("ck_u_l", MoreThan(5000))),
)
"""Ten times the laboratory's upper limit, in steps of limits that laboratories use (exact at each step, stricter between
two). 6000 is ten times the highest limit in use, so that above it the limit need not be known."""

CAUSE = Cause(
    name="Muscle harm by a medicine (drug-induced myopathy)",
    also_called=("Statin-associated muscle symptoms", "Statin myopathy", "Drug-induced myopathy"),
    icd10="G72.0",
    commonness=UNCOMMON,
    urgency=Urgency.WITHIN_DAYS,
    summary="A medicine, most often a statin, makes muscles ache or grow weak, which a blood test and a review settle.",
    mechanism=(
        "Statins, fibrates, colchicine, steroids and some other medicines disturb the energy or the walls of muscle "
        "fibres. It comes on both sides alike, in the thighs more than in the calves, and mostly within weeks of a new "
        "medicine, a stronger one, or a second one that drives the first up."
    ),
    sources=("stroes2015", "rosenson2014", "rosenson2017", "nice_ng238"),
)

OPTIONS = (
    Option(
        id="medicine_muscle_tests",
        name="Muscle enzyme (CK) with kidney, thyroid, vitamin D and liver tests",
        kind=TEST,
        guidance=(
            "Ask for CK and creatinine within days, with thyroid (TSH), vitamin D and liver tests. A slow thyroid "
            "or a lack of vitamin D can do the same, and makes a statin harder to bear."
        ),
        source=("stroes2015", "nice_ng238", "expert_opinion"),
    ),
    Option(
        id="muscle_medicine_review",
        name="Medicines review by the prescriber, within days",
        kind=REFERRAL,
        guidance=(
            "The doctor who gave it decides whether to pause, lower, change or retry the medicine. Bring a list "
            "of all that you take, with grapefruit and things you bought in a shop. If you are still weak after "
            "the medicine was stopped, go back: the body's defences may have turned on the muscle."
        ),
        source=("stroes2015", "rosenson2014"),
    ),
    Option(
        id="statin_not_stopped_alone",
        name="Ask before you stop it",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Do not stop a statin on your own because of an ache. It guards heart and brain, and most aches come "
            "from other things. Ask the same day if legs or arms grow weak, if both legs hurt badly, or if a new "
            "medicine was added. Go to an emergency department if the urine turns dark."
        ),
        source=("stroes2015", "nice_ng238", "expert_opinion"),
    ),
)

RULES = (
    # The medicine. ----------------------------------------------------------------------------------------------------
    supports(
        "a_statin_is_taken",
        when=[Present("statin_use")],
        strength=MODERATE,
        group="medicine",
        because="Statins can make muscles ache, although most aches of people who take one have another cause.",
        source="stroes2015",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "another_medicine_that_can_harm_muscle_is_taken",
        when=[Present("other_myotoxic_drug")],
        strength=MODERATE,
        group="medicine",
        because="This medicine is known to harm muscle in some people.",
        source="stroes2015",
        grade=GUIDELINE,
    ),
    supports(
        "muscle_aches_while_such_a_medicine_is_taken",
        when=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE, ACHES_LIKE_MUSCLE],
        strength=STRONG,
        group="medicine",
        because="Muscle that aches or is sore to the touch is how such a medicine shows that it does harm.",
        source=("rosenson2014", "expert_opinion"),
    ),
    weakens(
        "no_medicine_that_can_harm_muscle_is_taken",
        when=[Absent("statin_use"), Absent("other_myotoxic_drug")],
        strength=STRONG,
        group="medicine",
        because="Without such a medicine there is nothing to harm the muscle in this way.",
        source="stroes2015",
        grade=GUIDELINE,
    ),
    supports(
        "a_second_medicine_drives_the_statin_up",
        when=[Present("statin_interacting_drug")],
        strength=STRONG,
        because="Some antibiotics, fungus and HIV medicines, ciclosporin and gemfibrozil drive a statin up in the blood.",
        source="stroes2015",
        grade=GUIDELINE,
        verified=True,
    ),
    # The time since it was started or raised. The index for statin muscle symptoms gives 3, 2 and 1 points. -------
    supports(
        "it_began_within_four_weeks_of_the_statin",
        when=[Measured("weeks_statin_start_to_symptoms", LessThan(4))],
        strength=MODERATE,
        group="time",
        because="Harm by a statin mostly shows within four weeks of starting or raising it.",
        source="rosenson2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "it_began_four_to_twelve_weeks_after_the_statin",
        when=[Measured("weeks_statin_start_to_symptoms", Between(4, 12))],
        strength=MODERATE,
        group="time",
        because="Symptoms that begin up to twelve weeks after the statin still fit it.",
        source="rosenson2017",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "it_began_more_than_twelve_weeks_after_the_statin",
        when=[Measured("weeks_statin_start_to_symptoms", MoreThan(12))],
        strength=WEAK,
        group="time",
        because="A statin that was borne for over twelve weeks is a less likely cause, although it can still be one.",
        source="rosenson2017",
        grade=GUIDELINE,
        verified=True,
    ),
    # The muscles. -----------------------------------------------------------------------------------------------------
    supports(
        "both_legs_hurt",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[BOTH_LEGS_HURT],
        strength=MODERATE,
        group="spread",
        because="A medicine reaches both legs alike, so both hurt.",
        source="rosenson2017",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "only_one_leg_hurts",
        when=[ONE_SIDED],
        strength=MODERATE,
        group="spread",
        because="A medicine does not pick one leg.",
        source="rosenson2017",
        grade=GUIDELINE,
        verified=True,
    ),
    # Weakness and a high CK both say that muscle is harmed and does not only ache; neither says what harms it. So they
    # count once, and with a medicine only: without one there is nothing that could have done it.
    supports(
        "stairs_and_chairs_are_hard",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[Present("difficulty_stairs_chair_arms")],
        strength=STRONG,
        group="harm",
        because="Muscle that grows weak and does not only ache is harmed.",
        source="stroes2015",
    ),
    supports(
        "muscles_near_the_trunk_are_weak",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[Present("proximal_muscle_weakness")],
        strength=MODERATE,
        group="harm",
        because="The examination finds the thighs or upper arms weak on both sides.",
        source="stroes2015",
    ),
    supports(
        "ck_is_above_ten_times_normal",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[CK_ABOVE_TEN_TIMES_NORMAL],
        strength=STRONG,
        group="harm",
        because="A muscle enzyme CK above ten times normal is what harm by a statin is known by; it is rare.",
        source="stroes2015",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "ck_is_above_1000",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[Measured("ck_u_l", MoreThan(1000))],
        strength=MODERATE,
        group="harm",
        because="A muscle enzyme CK above 1000 means that muscle is hurt, which the medicines have to be looked at for.",
        source=("stroes2015", "expert_opinion"),
    ),
    supports(
        "thyroid_is_underactive",
        given=[TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE],
        when=[Present("hypothyroidism_known")],
        strength=MODERATE,
        because="A thyroid that does too little makes muscle easier for a statin to harm.",
        source="stroes2015",
        verified=True,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "unusual_effort_went_before",
        when=[Concluded("unaccustomed_exertion")],
        strength=WEAK,
        because="Hard or new exercise makes muscles sore and raises CK by itself.",
        source="expert_opinion",
    ),
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="A medicine does not make one calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "blood_shows_whether_muscle_is_harmed",
        option="medicine_muscle_tests",
        when=[Suspected("drug_induced_myopathy")],
        because="CK tells an ache from harm, and other tests find what else could be behind it.",
        source=("stroes2015", "nice_ng238"),
        grade=GUIDELINE,
    ),
    offers(
        "the_prescriber_weighs_it_up",
        option="muscle_medicine_review",
        # Not where both were answered no: then a high enzyme alone brought this cause up, and no medicine is under review.
        when=[
            Suspected("drug_induced_myopathy"),
            AnyOf(TAKES_A_MEDICINE_THAT_CAN_HARM_MUSCLE, NotKnown("statin_use"), NotKnown("other_myotoxic_drug")),
        ],
        because="Only the prescriber can weigh what the medicine does against what it is for.",
        source=("stroes2015", "rosenson2014"),
        grade=GUIDELINE,
    ),
    offers(
        "stopping_alone_can_do_harm",
        option="statin_not_stopped_alone",
        when=[Suspected("drug_induced_myopathy"), Present("statin_use")],
        because="A statin that is stopped for an ache leaves heart and brain unguarded.",
        source=("stroes2015", "expert_opinion"),
    ),
)
