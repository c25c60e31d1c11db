"""The two NSAIDs that the founding document lists for a slipped disc, aspirin and meloxicam.

Here stand the rules that each has beyond those of the family, which are in ``nsaids`` and ``nsaid_cautions``.
"""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AnyOf,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    asks_before,
    forbids,
)
from ._people import COULD_BEAR_A_CHILD

OPTIONS = (
    Option(
        id="aspirin_enteric_coated",
        name="Aspirin, enteric-coated tablets",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="salicylate, NSAID and antiplatelet",
        guidance=(
            "Listed in the founding document for a slipped disc. Current guidance: it is not for sciatica. NICE "
            "found too little proof there for any NSAID, and asks for as little and as brief use as will do. The "
            "coating does not stop the gut from bleeding."
        ),
        source=("founding_document", "nice_ng59", "mims_ng59"),
    ),
    Option(
        id="meloxicam",
        name="Meloxicam tablets",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="NSAID, oxicam, relatively COX-2 selective",
        guidance=(
            "Listed in the founding document for a slipped disc. Current guidance: licensed for arthritis and not "
            "for sciatica. The UK label says that it does not suit pain that has just begun."
        ),
        source=("founding_document", "uk_eu_spc", "mims_ng59"),
        verified=True,
    ),
)

RULES = (
    # Aspirin. ---------------------------------------------------------------------------------------------------------
    forbids(
        "aspirin_is_dangerous_under_16",  # as01
        what="aspirin_enteric_coated",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, aspirin can bring on a rare illness of brain and liver (Reye's syndrome) that can kill.",
        source=("bnfc_aspirin", "mhra_aspirin16"),
        grade=GUIDELINE,
        verified=True,
    ),
    # Stricter than UK advice, which stops at 16; only a newspaper report of it was seen, so that it is not verified.
    forbids(
        "a_teenager_had_a_virus_lately",  # as02
        what="aspirin_enteric_coated",
        when=[Measured("age_years", LessThan(20)), Present("viral_illness_last_2_weeks")],
        because="In teenagers with or just after a virus, aspirin can bring on Reye's syndrome, which can kill.",
        source="mhra_aspirin16",
        grade=GUIDELINE,
    ),
    forbids(
        "aspirin_worsens_a_bleeding_disorder",  # as03
        what="aspirin_enteric_coated",
        when=[Present("bleeding_disorder")],
        because="Aspirin keeps blood from clotting, which is a danger with haemophilia or an illness like it.",
        source="bnfc_aspirin",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "aspirin_reaches_a_breastfed_child",  # as04
        what="aspirin_enteric_coated",
        when=[Present("breastfeeding")],
        because="Aspirin passes into breast milk and could bring on Reye's syndrome in the child.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    # Product labels set this at a weekly amount that a chat does not know.
    forbids(
        "aspirin_holds_back_methotrexate",  # as05
        what="aspirin_enteric_coated",
        when=[Present("methotrexate_use")],
        because="Aspirin for pain can make methotrexate build up to a poisonous level.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "aspirin_adds_to_a_blood_thinner",  # as06
        what="aspirin_enteric_coated",
        when=[Present("anticoagulant_use")],
        because="Aspirin for pain on top of a blood thinner can cause serious bleeding.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "aspirin_enteric_coated",
        about=["viral_illness_last_2_weeks"],
        only_if=[AnyOf(Measured("age_years", LessThan(20)), NotKnown("age_years"))],
        because="In a teenager, aspirin after a virus can bring on Reye's syndrome.",
        source="mhra_aspirin16",
        grade=GUIDELINE,
    ),
    *asks_before(
        "aspirin_enteric_coated",
        about=["methotrexate_use"],
        because="Aspirin for pain must not be taken with methotrexate.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "aspirin_enteric_coated",
        about=["breastfeeding"],
        only_if=[COULD_BEAR_A_CHILD],
        because="Aspirin passes into breast milk and can harm the child.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # Meloxicam. -------------------------------------------------------------------------------------------------------
    forbids(
        "meloxicam_is_not_for_under_16",  # me01
        what="meloxicam",
        when=[Measured("age_years", LessThan(16))],
        because="Meloxicam is not given under 16 in the UK.",
        source=("bnf", "fda_meloxicam"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "meloxicam_can_inflame_the_bowel",  # me02
        what="meloxicam",
        when=[Present("inflammatory_bowel_disease")],
        because="Meloxicam is ruled out in active Crohn's disease or ulcerative colitis, and a clinician judges that.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "meloxicam_worsens_a_bleeding_disorder",  # me03
        what="meloxicam",
        when=[Present("bleeding_disorder")],
        because="Meloxicam is ruled out with a bleeding disorder, because it makes bleeding worse.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "meloxicam_needs_a_working_liver",  # me04
        what="meloxicam",
        when=[Present("liver_disease")],
        because="Meloxicam is ruled out when the liver works badly, and how badly is for a clinician to say.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "meloxicam",
        about=["inflammatory_bowel_disease", "liver_disease"],
        because="Inflamed bowels or a badly working liver rule meloxicam out.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
)
