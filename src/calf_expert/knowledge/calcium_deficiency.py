"""Calcium quietens nerves; when the blood holds too little they fire by themselves, and muscles cramp and lock."""

from ..authoring import (
    CONSENSUS,
    FOUNDING_DOCUMENT,
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    AllOf,
    AnyOf,
    AtLeast,
    Between,
    Cause,
    Concluded,
    Is,
    LessThan,
    Measured,
    NotConcluded,
    Option,
    Present,
    Suspected,
    Urgency,
    concludes,
    confirms,
    excludes,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Calcium deficiency (low blood calcium)",
    also_called=("Hypocalcaemia", "Low calcium", "Tetany"),
    icd10="E83.51",
    commonness=UNCOMMON,
    urgency=Urgency.WITHIN_DAYS,
    summary=(
        "Too little calcium in the blood makes nerves and muscles fire too easily, which tingles, cramps and locks."
    ),
    mechanism=(
        "Free calcium steadies the walls of nerves. When it falls, the nerves fire by themselves: tingling round the "
        "mouth and in the fingers, cramps, hands and feet that lock and, when it is severe, fits and a disturbed heart "
        "rhythm. Most often vitamin D, the parathyroid glands, the kidneys, low magnesium or a medicine are behind it; "
        "diet alone seldom is, because the body draws calcium from bone."
    ),
    founding=(
        "Calcium keeps muscle elastic and able to contract; too little of it leaves muscle without its normal tension, "
        "which hurts and cramps; food rich in calcium, such as beef and milk, is advised."
    ),
    today=(
        "Milk is a good source of calcium; beef is not, with roughly a tenth of the calcium of the same weight of "
        "milk. Low calcium makes muscle contract too easily rather than lose its tension. Diet seldom lowers the "
        "calcium in the blood, so it is measured before anything is taken for it. Low calcium with spasm, fits, "
        "fainting or a changed heart tracing is an emergency."
    ),
    sources=("turner2016", "tayside_hypoca", "ayuk2014", "iom2011", "nice_cks_hypoca", "founding_document"),
)

OPTIONS = (
    Option(
        id="adjusted_calcium_test",
        name="Calcium adjusted for albumin, with magnesium",
        kind=TEST,
        guidance=(
            "Ask for the calcium adjusted for albumin, before you take anything for it. Magnesium, phosphate, "
            "parathyroid hormone, vitamin D, kidney function and alkaline phosphatase go with it. If you have "
            "signs of it, or the calcium is below 1.9 mmol/L, a heart tracing (ECG) is part of it."
        ),
        source=("turner2016", "ayuk2014"),
    ),
    Option(
        id="sunlight_or_vitamin_d",
        name="Safe sunlight, or vitamin D",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Short spells in the sun, without burning, help the body to take calcium up from food. Where that "
            "cannot be done, ask a pharmacist or doctor about vitamin D."
        ),
        source=("nice_cks_hypoca", "expert_opinion"),
    ),
)

RULES = (
    # Nerves that fire by themselves. ----------------------------------------------------------------------------------
    concludes(
        "hands_or_feet_lock",
        concept="tetany",
        when=[Present("carpopedal_spasm")],
        because="Hands or feet that lock in a fixed posture are the picture of nerves firing by themselves.",
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "tingling_comes_with_cramps_beyond_the_legs",
        concept="tetany",
        when=[Present("perioral_or_finger_tingling"), Present("cramps_widespread")],
        because=(
            "Tingling round the mouth or in the fingers together with cramps in hands, face or trunk is one picture."
        ),
        source=("turner2016", "expert_opinion"),
    ),
    concludes(
        "twitch_or_cuff_sign_comes_with_symptoms",
        concept="tetany",
        when=[
            Present("trousseau_or_chvostek"),
            AnyOf(Present("perioral_or_finger_tingling"), Present("cramps_widespread")),
        ],
        because="Nerves that twitch when tapped or squeezed explain the tingling or the cramps.",
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "nerves_fire_by_themselves",
        when=[Concluded("tetany")],
        strength=STRONG,
        group="nerve_irritability",
        because=(
            "Nerves that fire by themselves in hands, feet and face are the mark of low calcium, or of overbreathing."
        ),
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "mouth_or_fingers_tingle",
        when=[Present("perioral_or_finger_tingling")],
        strength=STRONG,
        group="nerve_irritability",
        because="Tingling round the mouth or in the fingers is often the first that low calcium lets one feel.",
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "twitch_or_cuff_sign_is_positive",
        when=[Present("trousseau_or_chvostek")],
        strength=MODERATE,
        group="nerve_irritability",
        because="A nerve that twitches when tapped or squeezed is a listed sign of low calcium.",
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "cramps_reach_beyond_the_legs",
        when=[Present("cramps_widespread")],
        strength=MODERATE,
        group="nerve_irritability",
        because="Cramps in hands, face or trunk come from the blood more often than cramps of the calf alone.",
        source="expert_opinion",
    ),
    supports(
        "muscles_cramp",
        when=[Present("muscle_cramps")],
        strength=WEAK,
        group="cramps",
        because="Low calcium gives cramps, although most people with calf cramps have a normal calcium.",
        source="expert_opinion",
    ),
    # Why calcium may be low. One reason is enough, and several are not several proofs. -----------------------------
    supports(
        "neck_was_operated_on_or_irradiated",
        when=[Present("neck_surgery_thyroid_parathyroid")],
        strength=STRONG,
        group="reason",
        because=(
            "The glands that keep calcium up lie at the thyroid and may be hurt when it is operated on or treated "
            "with rays."
        ),
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "vitamin_d_may_be_low",
        # Below 25 nmol/L it is lacking, and no longer at risk of lacking.
        when=[AnyOf(Present("vitamin_d_deficiency_risk"), Measured("vitamin_d_25oh_nmol_l", LessThan(25)))],
        strength=MODERATE,
        group="reason",
        because="Without vitamin D the gut takes up too little calcium.",
        source=("turner2016", "nice_cks_hypoca"),
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "a_medicine_lowers_calcium",
        when=[Present("antiresorptive_or_calcium_lowering_drug")],
        strength=MODERATE,
        group="reason",
        because="Some medicines for bone, for the parathyroid glands and for epilepsy lower calcium.",
        source="turner2016",
        grade=GUIDELINE,
    ),
    supports(
        "gut_takes_up_too_little",
        when=[Present("malabsorption_or_bariatric")],
        strength=MODERATE,
        group="reason",
        because="A gut that is ill, or was made shorter, takes up less calcium and vitamin D.",
        source="expert_opinion",
    ),
    supports(
        "kidneys_are_ill",
        when=[Present("chronic_kidney_disease")],
        strength=MODERATE,
        group="reason",
        because="Ill kidneys make too little active vitamin D.",
        source="expert_opinion",
    ),
    supports(
        "magnesium_is_low",
        when=[Measured("magnesium_mmol_l", LessThan(0.7))],
        strength=MODERATE,
        group="reason",
        because="Without magnesium the hormone that keeps calcium up does not work.",
        source="ayuk2014",
    ),
    supports(
        "diet_holds_little_calcium",
        when=[Present("low_dietary_calcium")],
        strength=WEAK,
        group="diet",
        because="A diet low in calcium adds to the lack, although it seldom lowers the blood level by itself.",
        source=("iom2011", "founding_document"),
        grade=FOUNDING_DOCUMENT,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="Low calcium does not make one calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    weakens(
        "pain_goes_on_standing_still",
        when=[Is("relief_standing_still", in_=("within_10_min",))],
        strength=MODERATE,
        because="Pain that comes with effort and goes on standing still comes from arteries or nerves.",
        source="expert_opinion",
    ),
    # The blood. Part of the calcium rides on albumin, so a total is read after adjustment:
    #     adjusted = total + 0.02 x (40 - albumin in g/L)
    # Statements compare and do not compute, so the edge of 2.20 is held in steps of albumin. A total is to be given
    # adjusted where albumin is known. Where albumin is recorded beside it, nothing is settled unless it holds both of
    # the total as it stands and of the total after adjustment, so that an adjusted total is not adjusted twice. Below
    # 25 g/L of albumin the adjustment does not hold. Free calcium decides wherever it was measured.
    concludes(
        "free_calcium_is_not_low",
        concept="free_calcium_not_low",
        when=[Measured("calcium_ionised_mmol_l", AtLeast(1.15))],
        because="The free calcium, which is what nerves feel, is not low.",
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "low_albumin_may_explain_the_low_total",
        concept="low_total_from_low_albumin",
        when=[
            Measured("calcium_total_mmol_l", LessThan(2.20)),
            AnyOf(
                AllOf(Measured("albumin_g_l", LessThan(40)), Measured("calcium_total_mmol_l", AtLeast(2.10))),
                AllOf(Measured("albumin_g_l", LessThan(35)), Measured("calcium_total_mmol_l", AtLeast(2.00))),
                AllOf(Measured("albumin_g_l", LessThan(30)), Measured("calcium_total_mmol_l", AtLeast(1.90))),
                Measured("albumin_g_l", LessThan(25)),
            ),
        ],
        because="With so little albumin, a low total calcium may go with a normal free calcium.",
        source=("tayside_hypoca", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "free_calcium_is_below_its_range",
        concept="low_blood_calcium",
        when=[Measured("calcium_ionised_mmol_l", LessThan(1.15))],
        because="The free calcium is below its range.",
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "adjusted_calcium_is_below_its_range",
        concept="low_blood_calcium",
        when=[
            Measured("calcium_total_mmol_l", LessThan(2.20)),
            NotConcluded("low_total_from_low_albumin"),
            NotConcluded("free_calcium_not_low"),
        ],
        because=("The total calcium, adjusted where albumin is known, is too low, and no other result tells why."),
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "high_albumin_hides_a_low_calcium",
        concept="low_calcium_under_high_albumin",
        when=[
            Measured("calcium_total_mmol_l", AtLeast(2.20)),
            AnyOf(
                AllOf(Measured("albumin_g_l", AtLeast(45)), Measured("calcium_total_mmol_l", LessThan(2.30))),
                AllOf(Measured("albumin_g_l", AtLeast(50)), Measured("calcium_total_mmol_l", LessThan(2.40))),
            ),
            NotConcluded("free_calcium_not_low"),
        ],
        because="With so much albumin, the total calcium looks normal and is low after adjustment.",
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "blood_calcium_is_low",
        when=[Concluded("low_blood_calcium")],
        strength=STRONG,
        group="blood_calcium",
        because="The calcium in the blood is low.",
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "total_calcium_is_low_with_low_albumin",
        when=[Concluded("low_total_from_low_albumin"), NotConcluded("free_calcium_not_low")],
        strength=MODERATE,
        group="blood_calcium",
        because="The total calcium is low, but low albumin may be why, until the adjusted result is seen.",
        source=("tayside_hypoca", "expert_opinion"),
    ),
    supports(
        "calcium_is_low_after_adjustment_for_high_albumin",
        when=[Concluded("low_calcium_under_high_albumin")],
        strength=STRONG,
        group="blood_calcium",
        because="The calcium is low once it is adjusted for the high albumin.",
        source="tayside_hypoca",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "total_calcium_is_not_low",
        when=[
            Measured("calcium_total_mmol_l", AtLeast(2.20)),
            NotConcluded("low_calcium_under_high_albumin"),
            NotConcluded("low_blood_calcium"),
        ],
        strength=STRONG,
        group="blood_calcium",
        because="The calcium in the blood is not low.",
        source="expert_opinion",
    ),
    confirms(
        "blood_test_settles_that_calcium_is_low",
        when=[Concluded("low_blood_calcium")],
        because="A lack of calcium means a low free or adjusted calcium in the blood, and that is what was found.",
        source="tayside_hypoca",
        verified=True,
    ),
    excludes(
        "free_calcium_settles_that_it_is_not_low",
        when=[Concluded("free_calcium_not_low")],
        because="The free calcium decides, and it is not low.",
        source="tayside_hypoca",
    ),
    excludes(
        "adjusted_calcium_settles_that_it_is_not_low",
        when=[
            AnyOf(
                AllOf(Measured("albumin_g_l", Between(35, 40)), Measured("calcium_total_mmol_l", AtLeast(2.20))),
                AllOf(Measured("albumin_g_l", Between(40, 45)), Measured("calcium_total_mmol_l", AtLeast(2.30))),
                AllOf(Measured("albumin_g_l", Between(45, 50)), Measured("calcium_total_mmol_l", AtLeast(2.40))),
            ),
            NotConcluded("low_blood_calcium"),
        ],
        because="With a normal albumin the calcium is not low, neither as it stands nor after adjustment.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "calcium_is_measured_first",
        option="adjusted_calcium_test",
        when=[Suspected("calcium_deficiency")],
        because="Only a blood test can tell whether calcium is low.",
        source="turner2016",
        grade=GUIDELINE,
    ),
    offers(
        "food_rich_in_calcium_is_advised",
        option="calcium_rich_food",
        when=[Suspected("calcium_deficiency")],
        because="The founding document advises food that is rich in calcium.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "sunlight_helps_where_vitamin_d_may_be_low",
        option="sunlight_or_vitamin_d",
        when=[Suspected("calcium_deficiency"), Present("vitamin_d_deficiency_risk")],
        because="Vitamin D, which the skin makes in the sun, lets the gut take up calcium.",
        source=("nice_cks_hypoca", "expert_opinion"),
    ),
    offers(
        "calcium_tablets_are_for_a_proven_lack",
        option="calcium_salts_oral",
        when=[Suspected("calcium_deficiency"), Concluded("low_blood_calcium")],
        because="Calcium by mouth is for a lack that a blood test has shown.",
        source=("turner2016", "nice_cks_hypoca"),
        grade=GUIDELINE,
    ),
    offers(
        "vitamin_d_is_for_a_proven_lack",
        option="colecalciferol",
        when=[Suspected("calcium_deficiency"), Concluded("low_blood_calcium")],
        because="Vitamin D goes with calcium where a blood test has shown a lack.",
        source=("turner2016", "nice_cks_hypoca"),
        grade=GUIDELINE,
    ),
)
