"""A thyroid that does too little slows the muscles with everything else: stiff, crampy, weak near the trunk, slow to let go."""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    AnyOf,
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

CAUSE = Cause(
    name="Muscle trouble from an underactive thyroid (hypothyroid myopathy)",
    also_called=("Hypothyroid myopathy", "Underactive thyroid"),
    icd10="E03.9, G73.7",
    commonness=UNCOMMON,
    urgency=Urgency.ROUTINE,
    summary="Too little thyroid hormone makes muscles stiff, crampy and weak, and replacing it cures that within months.",
    mechanism=(
        "Thyroid hormone sets the pace at which muscle makes and spends its energy. Without enough of it fibres contract "
        "and let go slowly, cramp, grow weak in thighs and upper arms and leak some of their enzyme CK."
    ),
    sources=("sindoni2016", "nice_ng145"),
)

OPTIONS = (
    Option(
        id="thyroid_blood_tests",
        name="Thyroid tests (TSH and free T4) with CK",
        kind=TEST,
        guidance="Ask for TSH and free T4, with CK: a raised TSH with a low free T4 is what makes the diagnosis.",
        source=("nice_ng145", "sindoni2016"),
    ),
    Option(
        id="thyroid_treatment_review",
        name="Thyroid hormone by a doctor",
        kind=REFERRAL,
        guidance=(
            "A doctor makes up for the missing hormone or changes the dose, and tests TSH again after six to "
            "eight weeks. The muscles heal over weeks to months."
        ),
        source=("nice_ng145", "sindoni2016"),
    ),
    Option(
        id="slow_thyroid_watch",
        name="Take thyroid tablets as prescribed, and know the danger sign",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "If you have thyroid tablets, take them every day as prescribed. Someone with a slow thyroid who becomes "
            "drowsy and cold has to be seen the same day."
        ),
        source=("nice_ng145", "expert_opinion"),
    ),
)

RULES = (
    # The thyroid. -----------------------------------------------------------------------------------------------------
    supports(
        "tsh_is_above_10",
        when=[Measured("tsh_mu_l", MoreThan(10))],
        strength=STRONG,
        group="thyroid",
        because="A TSH above 10 means that the brain is calling for more thyroid hormone than comes.",
        source="nice_ng145",
        grade=GUIDELINE,
    ),
    supports(
        "thyroid_is_known_to_be_underactive",
        when=[Present("hypothyroidism_known")],
        strength=MODERATE,
        group="thyroid",
        because="The thyroid is known to do too little, and the tablets may not replace enough.",
        source="sindoni2016",
    ),
    # 0.4 to 4.0 is the usual range of adults. It takes months for muscle to recover after TSH has, and a pituitary that
    # fails leaves TSH normal too, so a normal value does not exclude it.
    weakens(
        "tsh_is_normal",
        when=[Measured("tsh_mu_l", Between(0.4, 4.0))],
        strength=STRONG,
        group="thyroid",
        because="A normal TSH means that the thyroid itself makes enough hormone.",
        source="nice_ng145",
        grade=GUIDELINE,
    ),
    supports(
        "the_body_has_slowed_down",
        when=[Present("hypothyroid_symptoms")],
        strength=MODERATE,
        because="Feeling the cold, dry skin, constipation and weight gain are how a slow thyroid shows.",
        source="sindoni2016",
    ),
    # The muscles. -----------------------------------------------------------------------------------------------------
    supports(
        "ankle_reflex_lets_go_slowly",
        when=[Present("delayed_ankle_reflex_relaxation")],
        strength=MODERATE,
        because="An ankle that jerks and then sinks back slowly is typical of a slow thyroid.",
        source="sindoni2016",
    ),
    supports(
        "muscles_near_the_trunk_are_weak",
        when=[Present("proximal_muscle_weakness")],
        strength=MODERATE,
        group="weakness",
        because="The thighs and upper arms grow weak on both sides.",
        source="sindoni2016",
    ),
    supports(
        "stairs_and_chairs_are_hard",
        when=[Present("difficulty_stairs_chair_arms")],
        strength=WEAK,
        group="weakness",
        because="Trouble with stairs, chairs or lifted arms is how weak thighs and upper arms are felt.",
        source="expert_opinion",
    ),
    supports(
        "muscles_cramp",
        when=[Present("muscle_cramps")],
        strength=WEAK,
        because="Muscles that let go slowly cramp, although most cramps have another reason.",
        source="sindoni2016",
    ),
    supports(
        "ck_is_raised",
        when=[Concluded("ck_raised")],
        strength=WEAK,
        because="The muscle enzyme CK is often a little raised when the thyroid is slow.",
        source="sindoni2016",
    ),
    supports(
        "a_statin_is_taken",
        when=[Present("statin_use")],
        strength=WEAK,
        because="A statin and a slow thyroid harm muscle more together than either alone.",
        source="sindoni2016",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="A slow thyroid does not make one calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "thyroid_is_measured",
        option="thyroid_blood_tests",
        when=[Suspected("hypothyroid_myopathy")],
        because="A blood test finds it, and nothing else does for certain.",
        source=("nice_ng145", "sindoni2016"),
        grade=GUIDELINE,
    ),
    offers(
        "missing_hormone_is_replaced",
        option="thyroid_treatment_review",
        when=[Suspected("hypothyroid_myopathy")],
        because="Muscles recover once the hormone is replaced.",
        source=("nice_ng145", "sindoni2016"),
        grade=GUIDELINE,
    ),
    offers(
        "thyroid_hormone_is_the_cure",
        option="levothyroxine",
        when=[
            Suspected("hypothyroid_myopathy"),
            AnyOf(Measured("tsh_mu_l", MoreThan(10)), Present("hypothyroidism_known")),
        ],
        because="Where the thyroid does too little, its hormone is taken as tablets.",
        source="nice_ng145",
        grade=GUIDELINE,
    ),
    offers(
        "tablets_are_taken_and_one_sign_is_watched",
        option="slow_thyroid_watch",
        when=[Suspected("hypothyroid_myopathy")],
        because="Tablets that are not taken are a common reason, and drowsiness with cold is the one danger.",
        source=("nice_ng145", "expert_opinion"),
    ),
)
