"""Muscle fibres die in numbers and spill what they hold into the blood: the urine darkens, and kidneys and heart suffer.

Sore and weak legs after hard work are common, and dark urine is what tells the two apart: what the muscles feel is one
group here and what brought it on another, so that together they do not reach it without a sign from urine or blood.
"""

from ..authoring import (
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Cause,
    LessThan,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    confirms,
    offers,
    supports,
    weakens,
)
from .signs import SEVERE_PAIN

CK_ABOVE_FIVE_TIMES_NORMAL = AnyOf(
    Measured("ck_u_l", MoreThan(1000)),
    AllOf(Measured("ck_uln_u_l", AtMost(180)), Measured("ck_u_l", MoreThan(900))),
    AllOf(Measured("ck_uln_u_l", AtMost(160)), Measured("ck_u_l", MoreThan(800))),
    AllOf(Measured("ck_uln_u_l", AtMost(140)), Measured("ck_u_l", MoreThan(700))),
    AllOf(Measured("ck_uln_u_l", AtMost(120)), Measured("ck_u_l", MoreThan(600))),
    AllOf(Measured("ck_uln_u_l", AtMost(100)), Measured("ck_u_l", MoreThan(500))),
)
"""Above 1000 U/L whatever the laboratory, and from lower values where its own upper limit is lower."""

CAUSE = Cause(
    name="Muscle breakdown (rhabdomyolysis)",
    also_called=("Muscle breakdown",),
    icd10="M62.82",
    commonness=RARE,
    urgency=Urgency.EMERGENCY,
    summary="Muscle breaks down and poisons the kidneys and the heart, which needs a drip and watching in hospital.",
    mechanism=(
        "Dying muscle fibres release their pigment, potassium, phosphate and the enzyme CK. In the calves it follows "
        "extreme exercise, hours of lying still, drugs or infection; pain, swelling and weakness come before the "
        "kidneys fail."
    ),
    open_until=(
        "CK, kidney and potassium values in the blood would close it, taken again where the first sample was early, "
        "because CK peaks after one to three days. Symptoms cannot: pain, weakness and dark urine come together in "
        "fewer than one in ten, and the urine test for muscle pigment was negative in up to 81%."
    ),
    sources=("chavez2016", "kodadek2022", "stroes2015"),
)

OPTIONS = (
    Option(
        id="hospital_for_muscle_breakdown",
        name="Emergency department, now",
        kind=REFERRAL,
        guidance="Go to an emergency department now: fluids through a drip protect the kidneys, and the heart is watched.",
        source=("chavez2016", "kodadek2022"),
    ),
    Option(
        id="muscle_breakdown_tests",
        name="Blood, urine and heart tests for muscle breakdown",
        kind=TEST,
        guidance=(
            "Ask first for CK, potassium, creatinine, calcium, phosphate and bicarbonate, a urine test strip and "
            "a heart tracing. The blood tests are done again, because CK and creatinine rise over days. If "
            "calcium is a little low at the start, it is not treated."
        ),
        source=("chavez2016", "kodadek2022"),
    ),
    Option(
        id="muscles_that_may_break_down",
        name="On the way to hospital",
        kind=SELF_CARE,
        guidance=(
            "Stop all exercise and go now. Take no anti-inflammatory painkillers such as ibuprofen, and bring a list of "
            "everything you take, as one of them may have to be stopped."
        ),
        source=("kodadek2022", "expert_opinion"),
    ),
)

RULES = (
    # Urine and kidneys. -----------------------------------------------------------------------------------------------
    supports(
        "urine_is_dark",
        when=[Present("dark_urine")],
        strength=STRONG,
        group="pigment",
        because="Pigment from dying muscle turns the urine as dark as tea or cola.",
        source="chavez2016",
        verified=True,
    ),
    supports(
        "urine_strip_shows_blood_without_blood_cells",
        when=[Present("urine_blood_dipstick_positive")],
        strength=MODERATE,
        group="pigment",
        because="The test strip takes muscle pigment for blood, though no blood cells are there.",
        source="chavez2016",
        verified=True,
    ),
    supports(
        "little_urine_is_passed",
        when=[Present("reduced_urine_output")],
        strength=STRONG,
        group="kidneys",
        because="Passing much less urine can mean that the kidneys are failing.",
        source="chavez2016",
    ),
    supports(
        "potassium_is_high",
        when=[Measured("potassium_mmol_l", AtLeast(5.5))],
        strength=MODERATE,
        group="kidneys",
        because="Dying muscle spills potassium, and failing kidneys keep it.",
        source="chavez2016",
    ),
    # A dry body explains little urine by itself, so that the two count once.
    supports(
        "the_body_is_dry",
        when=[Present("vomiting_diarrhoea_dehydration")],
        strength=WEAK,
        group="kidneys",
        because="A body short of water lets the muscle pigment harm the kidneys.",
        source="expert_opinion",
    ),
    # The muscle enzyme. -----------------------------------------------------------------------------------------------
    supports(
        "ck_is_above_five_times_normal",
        when=[CK_ABOVE_FIVE_TIMES_NORMAL],
        strength=STRONG,
        group="ck",
        because="The muscle enzyme CK is over five times the normal limit, though hard exercise alone can do that.",
        source="kodadek2022",
        verified=True,
    ),
    supports(
        "ck_is_above_5000",
        when=[Measured("ck_u_l", MoreThan(5000))],
        strength=STRONG,
        group="ck",
        because="With the muscle enzyme CK above 5000, the kidneys are at risk.",
        source="kodadek2022",
        verified=True,
    ),
    weakens(
        "ck_is_below_the_limit",
        when=[Measured("ck_u_l", AtMost(1000))],
        strength=MODERATE,
        group="ck",
        because="A muscle enzyme CK this low speaks against it, but an early sample has to be repeated.",
        source="chavez2016",
    ),
    # Five times the limit settles nothing alone, as hard exercise can do that in well people. With harm to match it does,
    # and so does a value beyond ten times the limit of nearly any laboratory.
    confirms(
        "ck_is_high_and_the_body_shows_harm",
        when=[
            CK_ABOVE_FIVE_TIMES_NORMAL,
            AnyOf(
                Present("urine_blood_dipstick_positive"),
                Measured("potassium_mmol_l", AtLeast(6)),
                Measured("creatinine_umol_l", AtLeast(177)),
                Measured("egfr_ml_min_173", LessThan(30)),
            ),
        ],
        because="The muscle enzyme CK is far too high, and urine, potassium or kidney values show the harm.",
        source=("kodadek2022", "chavez2016"),
        verified=True,
    ),
    confirms(
        "ck_is_beyond_every_limit_in_use",
        when=[Measured("ck_u_l", MoreThan(5000))],
        because="The muscle enzyme CK is above 5000, which is past each limit that doctors use for dying muscle.",
        source="kodadek2022",
        verified=True,
    ),
    # What the muscles feel: sore muscle after hard work feels the same. -----------------------------------------------
    supports(
        "leg_is_weak",
        when=[Present("leg_weakness")],
        strength=MODERATE,
        group="muscles",
        because="Muscle that breaks down is weak and not only sore.",
        source="chavez2016",
    ),
    supports(
        "muscle_is_sore_on_use_or_touch",
        when=[Present("muscle_soreness_on_use_or_touch")],
        strength=WEAK,
        group="muscles",
        because="Damaged muscle is sore when it is used or pressed.",
        source="expert_opinion",
    ),
    supports(
        "pain_is_severe",
        when=[SEVERE_PAIN],
        strength=WEAK,
        group="muscles",
        because="The pain is worse than plain soreness.",
        source="expert_opinion",
    ),
    # What brings it on. -----------------------------------------------------------------------------------------------
    supports(
        "hard_or_new_exercise_went_before",
        when=[Present("unaccustomed_exercise_recent")],
        strength=MODERATE,
        group="trigger",
        because="Exercise far beyond what one is used to can break muscle down.",
        source="chavez2016",
    ),
    supports(
        "effort_in_the_heat_went_before",
        when=[Present("heat_exposure_exertion")],
        strength=MODERATE,
        group="trigger",
        because="Heat makes hard work much harder on muscle.",
        source="chavez2016",
    ),
    supports(
        "hours_were_spent_lying_still",
        when=[Present("prolonged_immobile_long_lie")],
        strength=MODERATE,
        group="trigger",
        because="Muscle that is lain on for hours gets no blood and dies.",
        source="chavez2016",
    ),
    supports(
        "stimulants_or_opioids_were_taken",
        when=[Present("recreational_stimulants_or_opioids")],
        strength=MODERATE,
        group="trigger",
        because="Stimulant and opioid drugs can break muscle down.",
        source="chavez2016",
    ),
    supports(
        "a_medicine_drives_the_statin_up",
        when=[Present("statin_use"), Present("statin_interacting_drug")],
        strength=MODERATE,
        group="trigger",
        because="Some medicines drive a statin so high that it destroys muscle.",
        source="stroes2015",
        verified=True,
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "kidneys_need_a_drip",
        option="hospital_for_muscle_breakdown",
        when=[Suspected("rhabdomyolysis")],
        because="High potassium and failing kidneys can kill, and both are treatable in hospital.",
        source=("chavez2016", "kodadek2022"),
    ),
    offers(
        "blood_and_urine_tests_decide",
        option="muscle_breakdown_tests",
        when=[Suspected("rhabdomyolysis")],
        because="Only tests show whether muscle breaks down and what it has done.",
        source=("chavez2016", "kodadek2022"),
    ),
    offers(
        "effort_and_anti_inflammatories_add_to_the_harm",
        option="muscles_that_may_break_down",
        when=[Suspected("rhabdomyolysis")],
        because="More exercise breaks down more muscle, and anti-inflammatory painkillers harm strained kidneys.",
        source=("kodadek2022", "expert_opinion"),
    ),
)
