"""Vitamins and what holds calcium: mecobalamin, calcium, vitamin D, and food."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    SELF_CARE,
    AnyOf,
    Measured,
    MoreThan,
    Option,
    Present,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT

OPTIONS = (
    Option(
        id="mecobalamin",
        name="Mecobalamin (methylcobalamin) tablets",
        kind=MEDICINE,
        drug_class="vitamin B12",
        guidance=(
            "Listed in the founding document for a slipped disc. Current guidance: widely used in Asia, but not named "
            "in the guidelines for sciatica; the trials, mostly weak, were in nerve disease and not in slipped discs. "
            "It helps where vitamin B12 is low, which a blood test shows first."
        ),
        source=("founding_document", "nice_ng59", "sawangjit2020", "julian2020"),
        verified=True,
    ),
    Option(
        id="calcium_salts_oral",
        name="Calcium tablets (carbonate or citrate)",
        kind=MEDICINE,
        drug_class="mineral",
        guidance=(
            "For a lack of calcium that a blood test has shown; food alone is seldom the reason for one. A severe "
            "lack, or one with spasms, is treated in hospital and not with tablets."
        ),
        source=("nice_cks_hypoca", "turner2016"),
    ),
    Option(
        id="colecalciferol",
        name="Colecalciferol (vitamin D3)",
        kind=MEDICINE,
        drug_class="vitamin D",
        guidance=(
            "For a lack of calcium that comes from too little vitamin D, a common reason, once tests have shown it."
        ),
        source=("nice_cks_hypoca", "turner2016"),
    ),
    Option(
        id="calcium_rich_food",
        name="Food rich in calcium",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "The founding document advises beef and milk. Milk counts, with about 120 mg of calcium in 100 mL, and so "
            "do yoghurt, cheese, tofu set with calcium, fortified plant drinks, small fish eaten with their bones and "
            "leafy greens. Beef does not, with only about 10 to 20 mg in 100 g. Food alone seldom mends a low calcium: "
            "have it tested."
        ),
        source=("founding_document", "usda_fdc", "iom2011"),
    ),
)

RULES = (
    # Mecobalamin. -----------------------------------------------------------------------------------------------------
    forbids(
        "the_allergy_may_be_to_cobalamin",  # mb01
        what="mecobalamin",
        when=[Present("drug_allergy_other")],
        because="The allergy may be to vitamin B12 or to the cobalt in it, so it has to be clear which one it is.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "mecobalamin_is_for_a_clinician_to_advise_in_pregnancy",  # mb02
        what="mecobalamin",
        when=[PREGNANT],
        because="In pregnancy mecobalamin is used only if a clinician advises it.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    cautions(
        "the_blood_test_would_be_masked",  # mb03
        what="mecobalamin",
        when=[AnyOf(Present("burning_feet_stocking"), Present("neurotoxic_drug"))],
        because="Numb or burning feet call for a vitamin B12 blood test first, which tablets would make look normal.",
        source="expert_opinion",
        major=False,
    ),
    *asks_before(
        "mecobalamin",
        about=["drug_allergy_other"],
        because="An allergy to vitamin B12 or cobalt rules mecobalamin out.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # Calcium. ---------------------------------------------------------------------------------------------------------
    forbids(
        "there_is_too_much_calcium_for_calcium_tablets",  # cs01
        what="calcium_salts_oral",
        when=[Measured("calcium_total_mmol_l", MoreThan(2.6))],
        because="There is too much calcium in the blood already.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "spasms_need_a_hospital_and_not_tablets",  # cs03
        what="calcium_salts_oral",
        when=[Present("carpopedal_spasm")],
        because="A lack of calcium that causes spasms needs emergency treatment, and tablets work too slowly.",
        source="turner2016",
        grade=GUIDELINE,
    ),
    cautions(
        "calcium_hardens_vessels_when_kidneys_are_ill",  # cs02
        what="calcium_salts_oral",
        when=[Present("chronic_kidney_disease")],
        because="With kidney disease, calcium from tablets can build up in blood vessels, so a specialist decides.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "calcium_salts_oral",
        about=["carpopedal_spasm"],
        because="Spasms of hands or feet from low calcium need a hospital and not tablets.",
        source="turner2016",
        grade=GUIDELINE,
    ),
    # No question to a person can stand in for this test.
    *asks_before(
        "calcium_salts_oral",
        about=["calcium_total_mmol_l"],
        because="Calcium tablets are for a lack that a blood test has shown, and harm where there is too much.",
        source=("bnf", "nice_cks_hypoca"),
        grade=GUIDELINE,
    ),
    # Vitamin D. -------------------------------------------------------------------------------------------------------
    forbids(
        "there_is_too_much_calcium_for_vitamin_d",  # vd01
        what="colecalciferol",
        when=[Measured("calcium_total_mmol_l", MoreThan(2.6))],
        because="There is too much calcium in the blood already, and vitamin D raises it further.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "ill_kidneys_may_not_activate_vitamin_d",  # vd02
        what="colecalciferol",
        when=[Present("chronic_kidney_disease")],
        because="Ill kidneys may not turn this vitamin into its active form, so a different form may be needed.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "colecalciferol",
        about=["calcium_total_mmol_l"],
        because="Vitamin D harms where there is too much calcium in the blood, so that is tested first.",
        source=("bnf", "nice_cks_hypoca"),
        grade=GUIDELINE,
    ),
)
