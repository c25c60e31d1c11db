"""Magnesium, potassium and iron: each mends a lack that a blood test has shown, and does harm where there is none."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AnyOf,
    AtLeast,
    LessThan,
    Measured,
    MoreThan,
    NotKnown,
    Option,
    Present,
    asks_before,
    cautions,
    forbids,
)
from ..signs import DARK_OR_SCANT_URINE

OPTIONS = (
    Option(
        id="magnesium_oral",
        name="Magnesium tablets",
        kind=MEDICINE,
        drug_class="mineral",
        guidance=(
            "They mend a lack that a blood test has shown. Current evidence: in older people they are unlikely to make "
            "cramps fewer, and in pregnancy the trials disagree."
        ),
        source=("garrison2020", "luo2020"),
    ),
    Option(
        id="potassium_chloride_oral",
        name="Potassium tablets",
        kind=MEDICINE,
        drug_class="mineral",
        guidance=(
            "Only from a prescriber, for a lack that a blood test has shown, and with the level tested again: too much "
            "potassium stops the heart. A severe lack is treated in hospital and not with tablets."
        ),
        source=("viera2015",),
    ),
    Option(
        id="iron_oral",
        name="Iron, by mouth or by drip",
        kind=MEDICINE,
        drug_class="iron",
        guidance="Where iron stores are low or at the low end of normal, current guidance treats them first.",
        source=("aasm_rls2025",),
    ),
)

RULES = (
    # Magnesium. -------------------------------------------------------------------------------------------------------
    forbids(
        "kidneys_this_weak_keep_magnesium_in",  # mg01
        what="magnesium_oral",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Kidneys that filter this little do not clear magnesium, and it builds up to a harmful level.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "there_is_too_much_magnesium",
        what="magnesium_oral",
        when=[Measured("magnesium_mmol_l", MoreThan(1.0))],
        because="There is too much magnesium in the blood already.",
        source="expert_opinion",
    ),
    cautions(
        "ill_kidneys_may_keep_magnesium_in",  # mg02
        what="magnesium_oral",
        when=[Present("chronic_kidney_disease")],
        because="Ill kidneys clear magnesium slowly, so it is first tested how much they filter.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "magnesium_oral",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="Kidneys that work badly do not clear magnesium.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "magnesium_oral",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about magnesium.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "a_child_takes_magnesium_only_with_a_doctor",
        what="magnesium_oral",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, magnesium tablets are taken only after a word with a doctor.",
        source="expert_opinion",
    ),
    # Potassium. -------------------------------------------------------------------------------------------------------
    # From 5.0 it would be too much; from 3.5 there is no lack that tablets could mend.
    forbids(
        "there_is_enough_potassium",  # kc01
        what="potassium_chloride_oral",
        when=[Measured("potassium_mmol_l", AtLeast(3.5))],
        because="There is enough potassium in the blood, and more of it can stop the heart.",
        source=("bnf", "viera2015"),
        grade=GUIDELINE,
    ),
    forbids(
        "potassium_this_low_needs_a_hospital",  # kc03
        what="potassium_chloride_oral",
        when=[Measured("potassium_mmol_l", LessThan(2.5))],
        because="Potassium this low is put right in hospital with a heart monitor, and not with tablets.",
        source="viera2015",
        grade=GUIDELINE,
    ),
    forbids(
        "urine_is_dark_or_scant",  # kc04
        what="potassium_chloride_oral",
        when=[DARK_OR_SCANT_URINE],
        because="Muscle that breaks down and kidneys that fail raise potassium by themselves.",
        source=("kodadek2022", "expert_opinion"),
    ),
    forbids(
        "kidneys_this_weak_keep_potassium_in",  # kc05
        what="potassium_chloride_oral",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Kidneys that filter this little do not clear potassium, and it builds up to a deadly level.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "kidneys_or_a_blood_pressure_tablet_keep_potassium_in",  # kc02
        what="potassium_chloride_oral",
        when=[AnyOf(Present("chronic_kidney_disease"), Present("acei_arb_use"))],
        because="Ill kidneys, and some tablets for blood pressure and heart, keep potassium in the body.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "some_water_tablets_keep_potassium_in",  # kc06
        what="potassium_chloride_oral",
        when=[Present("diuretic_use")],
        because="Some water tablets keep potassium in, so it has to be clear which one is taken.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    cautions(
        "hurt_muscle_sets_potassium_free",  # kc07
        what="potassium_chloride_oral",
        when=[Measured("ck_u_l", MoreThan(1000))],
        because="Muscle that breaks down sets potassium free, so the level is tested again first.",
        source="kodadek2022",
        grade=GUIDELINE,
    ),
    # No question to a person can stand in for this test.
    *asks_before(
        "potassium_chloride_oral",
        about=["potassium_mmol_l"],
        because="Potassium can be high as well as low, and a tablet on top of a high level can stop the heart.",
        source=("bnf", "viera2015"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "potassium_chloride_oral",
        about=["dark_urine", "reduced_urine_output"],
        because="Muscle that breaks down and kidneys that fail raise potassium by themselves.",
        source=("kodadek2022", "expert_opinion"),
    ),
    *asks_before(
        "potassium_chloride_oral",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="Kidneys that work badly do not clear potassium.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "potassium_chloride_oral",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about potassium.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # Iron. ------------------------------------------------------------------------------------------------------------
    forbids(
        "there_is_plenty_of_iron",  # fe01
        what="iron_oral",
        when=[Measured("ferritin_ug_l", MoreThan(300))],
        because="Iron stores are full, and more iron would harm.",
        source="expert_opinion",
    ),
    cautions(
        "iron_irritates_an_inflamed_bowel",  # fe02
        what="iron_oral",
        when=[Present("inflammatory_bowel_disease")],
        because="Iron by mouth can make an inflamed bowel worse.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    # No question to a person can stand in for this test.
    *asks_before(
        "iron_oral",
        about=["ferritin_ug_l"],
        because="Iron is for a lack that a blood test has shown, and harms where stores are full.",
        source=("aasm_rls2025", "expert_opinion"),
    ),
)
