"""The three NSAIDs that the founding document lists for rheumatoid arthritis: piroxicam, nabumetone and celecoxib.

Here stand the rules that each has beyond those of the family, which are in ``nsaids`` and ``nsaid_cautions``.
"""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    LessThan,
    Measured,
    MoreThan,
    Option,
    Present,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT
from ._people import COULD_BEAR_A_CHILD, HEART_FAILURE

OPTIONS = (
    Option(
        id="piroxicam",
        name="Piroxicam tablets",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="NSAID, oxicam, non-selective, long-acting",
        guidance=(
            "Listed in the founding document for rheumatoid arthritis. Current guidance: never the first choice and "
            "not for short-term pain; started only by a doctor experienced in joint disease, who looks again after "
            "14 days. It eases symptoms and does not slow the disease."
        ),
        source=("founding_document", "ema_piroxicam2007", "nice_ng100"),
        verified=True,
    ),
    Option(
        id="nabumetone",
        name="Nabumetone capsules",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="NSAID, non-acidic pro-drug",
        guidance=(
            "Listed in the founding document for rheumatoid arthritis. Current guidance: it eases symptoms and does "
            "not slow the disease, for which other medicines are started early."
        ),
        source=("founding_document", "nice_ng100"),
    ),
    Option(
        id="celecoxib",
        name="Celecoxib capsules",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="NSAID, COX-2 selective",
        guidance=(
            "Listed in the founding document for rheumatoid arthritis. Current guidance: it eases symptoms and "
            "does not slow the disease. It is easier on the gut, but no easier on heart and blood vessels."
        ),
        source=("founding_document", "nice_ng100", "pfizer_ca_celebrex"),
    ),
)

RULES = (
    # Piroxicam. -------------------------------------------------------------------------------------------------------
    # The family forbids NSAIDs after any ulcer or bleed; the regulator's own rule for this one is kept beside it.
    forbids(
        "piroxicam_is_harsh_on_a_stomach_that_bled",  # pi01
        what="piroxicam",
        when=[Present("gi_bleed_or_ulcer_history")],
        because="Piroxicam is harder on the gut than its relatives and is ruled out after any ulcer or gut bleed.",
        source=("ema_piroxicam2007", "piroxicam_pi"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "piroxicam_can_make_an_inflamed_bowel_bleed",  # pi02
        what="piroxicam",
        when=[Present("inflammatory_bowel_disease")],
        because="Piroxicam is ruled out in bowel diseases that may bleed.",
        source=("ema_piroxicam2007", "piroxicam_pi"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "piroxicam_adds_to_a_blood_thinner",  # pi03
        what="piroxicam",
        when=[Present("anticoagulant_use")],
        because="Piroxicam is ruled out together with a blood thinner.",
        source=("ema_piroxicam2007", "piroxicam_pi"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "an_allergy_may_have_been_a_bad_skin_reaction",  # pi04
        what="piroxicam",
        when=[Present("drug_allergy_other")],
        because="Piroxicam is ruled out if any medicine ever harmed your skin badly, so the allergy must be looked into.",
        source=("ema_piroxicam2007", "piroxicam_pi"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "piroxicam_is_too_harsh_over_80",  # pi05
        what="piroxicam",
        when=[Measured("age_years", MoreThan(80))],
        because="Over 80, piroxicam causes too many gut bleeds.",
        source=("ema_piroxicam2007", "bnf"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "piroxicam_needs_a_working_liver",  # pi06
        what="piroxicam",
        when=[Present("liver_disease")],
        because="Piroxicam is ruled out when the liver works badly, and how badly is for a clinician to say.",
        source="piroxicam_pi",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "piroxicam_is_for_adults",  # pi07
        what="piroxicam",
        when=[Measured("age_years", LessThan(18))],
        because="Piroxicam is for adults only.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "piroxicam",
        about=["inflammatory_bowel_disease", "liver_disease", "drug_allergy_other"],
        because="An inflamed bowel, a sick liver or a bad reaction to a medicine rules piroxicam out.",
        source=("ema_piroxicam2007", "piroxicam_pi"),
        grade=GUIDELINE,
    ),
    # Nabumetone. ------------------------------------------------------------------------------------------------------
    forbids(
        "nabumetone_is_for_adults",  # na01
        what="nabumetone",
        when=[Measured("age_years", LessThan(18))],
        because="Nabumetone is for adults only.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "nabumetone_needs_a_working_liver",  # na02
        what="nabumetone",
        when=[Present("liver_disease")],
        because="Nabumetone is ruled out when the liver is failing, and how ill it is, is for a clinician to say.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "nabumetone_is_not_for_nursing_mothers",  # na03
        what="nabumetone",
        when=[Present("breastfeeding")],
        because="Nabumetone is ruled out while breastfeeding.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "nabumetone",
        about=["liver_disease"],
        because="A failing liver rules nabumetone out.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
    *asks_before(
        "nabumetone",
        about=["breastfeeding"],
        only_if=[COULD_BEAR_A_CHILD],
        because="Breastfeeding rules nabumetone out.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
    # Celecoxib: the UK and EU limits; US labels only warn of heart and vessels. ---------------------------------------
    forbids(
        "an_allergy_to_sulfonamides_may_extend_to_celecoxib",  # ce01
        what="celecoxib",
        when=[Present("sulfonamide_allergy")],
        because="Celecoxib is related to sulfonamides, and its label rules it out with an allergy to them.",
        source="fda_celecoxib",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_strains_diseased_heart_or_brain_vessels",  # ce02
        what="celecoxib",
        when=[Present("cardiovascular_disease_established")],
        because="Celecoxib is ruled out after a heart attack, angina or a stroke, because it makes one likelier.",
        source=("bnf", "pfizer_ca_celebrex"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_strains_narrowed_leg_arteries",  # ce03
        what="celecoxib",
        when=[Present("known_peripheral_arterial_disease")],
        because="Celecoxib is ruled out when leg arteries are narrowed.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_strains_a_failing_heart",  # ce04
        what="celecoxib",
        when=[HEART_FAILURE],
        because="Celecoxib is ruled out in heart failure, because it makes the body hold back water.",
        source=("bnf", "pfizer_ca_celebrex"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_can_inflame_the_bowel",  # ce05
        what="celecoxib",
        when=[Present("inflammatory_bowel_disease")],
        because="Celecoxib is ruled out with Crohn's disease or ulcerative colitis.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "celecoxib_makes_blood_thinners_stronger",  # ce06
        what="celecoxib",
        when=[Present("anticoagulant_use")],
        because="Celecoxib can make warfarin stronger and cause bleeding, above all in the first days.",
        source="fda_celecoxib",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_is_not_for_pregnancy",  # ce07
        what="celecoxib",
        when=[PREGNANT],
        because="Celecoxib is ruled out at any stage of pregnancy.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_is_for_adults",  # ce08
        what="celecoxib",
        when=[Measured("age_years", LessThan(18))],
        because="Celecoxib is for adults only.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_is_not_for_nursing_mothers",  # ce09
        what="celecoxib",
        when=[Present("breastfeeding")],
        because="Celecoxib is ruled out while breastfeeding.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "celecoxib_needs_a_working_liver",  # ce10
        what="celecoxib",
        when=[Present("liver_disease")],
        because="Celecoxib is ruled out when the liver works badly, and how badly is for a clinician to say.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "celecoxib",
        about=[
            "sulfonamide_allergy",
            "cardiovascular_disease_established",
            "known_peripheral_arterial_disease",
            "inflammatory_bowel_disease",
            "liver_disease",
        ],
        because="A yes to this rules celecoxib out.",
        source=("bnf", "fda_celecoxib", "uk_eu_spc"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "celecoxib",
        about=["breastfeeding"],
        only_if=[COULD_BEAR_A_CHILD],
        because="Breastfeeding rules celecoxib out.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
)
