"""Painkillers that spare the stomach: paracetamol, and NSAIDs rubbed on the skin."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AnyOf,
    AtLeast,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT, SWOLLEN_LEG
from ._people import COULD_BEAR_A_CHILD

OPTIONS = (
    Option(
        id="paracetamol",
        name="Paracetamol (acetaminophen)",
        kind=MEDICINE,
        drug_class="simple painkiller",
        guidance="A simple painkiller for comfort: it eases pain and changes nothing about its cause.",
        source=("bnf",),
    ),
    Option(
        id="topical_nsaid",
        name="NSAID on the skin, for example diclofenac gel",
        kind=MEDICINE,
        drug_class="NSAID for the skin",
        guidance="For comfort where one place is sore: such painkillers do not make muscle heal faster.",
        source=("bnf", "cheung2003"),
    ),
)

RULES = (
    # Paracetamol. -----------------------------------------------------------------------------------------------------
    cautions(
        "the_liver_is_ill",  # pa01
        what="paracetamol",
        when=[Present("liver_disease")],
        because="With liver disease, a smaller amount of paracetamol than usual can be too much.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "heavy_drinking_has_worn_the_liver",  # pa02
        what="paracetamol",
        when=[Present("alcohol_excess")],
        because="After heavy drinking, paracetamol can more easily harm the liver.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "there_is_an_allergy_to_a_medicine",  # pa03
        what="paracetamol",
        when=[Present("drug_allergy_other")],
        because="It has to be clear that the allergy is not to paracetamol.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    # NSAID on the skin. -----------------------------------------------------------------------------------------------
    forbids(
        "such_a_painkiller_caused_a_reaction_before",  # to01
        what="topical_nsaid",
        when=[Present("aspirin_nsaid_hypersensitivity")],
        because="If you reacted to aspirin or a painkiller like it, you can react to the gel as well.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_skin_is_broken",  # to02
        what="topical_nsaid",
        when=[Present("open_wound_or_skin_break")],
        because="The gel must not go on broken skin.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_skin_is_dark_or_redness_spreads",
        what="topical_nsaid",
        when=[AnyOf(Present("skin_blisters_or_dusky"), Present("redness_spreading_rapidly"))],
        because="Dark or blistered skin, or redness that spreads fast, is seen by a doctor and not rubbed.",
        source="expert_opinion",
    ),
    forbids(
        "the_leg_may_be_short_of_blood_or_hold_a_clot",
        what="topical_nsaid",
        when=[AnyOf(Present("cold_limb"), Present("pale_or_mottled_limb"), Present("deep_vein_tenderness"))],
        because="A leg that is cold, pale or sore along its veins is examined before anything is rubbed in.",
        source="expert_opinion",
    ),
    forbids(
        "the_pregnancy_has_reached_28_weeks",  # to05
        what="topical_nsaid",
        when=[Measured("gestation_weeks", AtLeast(28))],
        because="In the last third of pregnancy such a painkiller is ruled out, on the skin as well.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "there_is_a_pregnancy",  # to03
        what="topical_nsaid",
        when=[PREGNANT],
        because="In pregnancy the gel is for a clinician to decide, and from 20 weeks it is avoided.",
        source=("fda_nsaid_preg2020", "bnf"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "there_is_asthma",  # to04
        what="topical_nsaid",
        when=[Present("asthma")],
        because="Such painkillers can set off asthma, so it matters whether one ever did.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "the_person_is_under_16",
        what="topical_nsaid",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, the gel is used only after a word with a doctor.",
        source="expert_opinion",
    ),
    cautions(
        "the_leg_is_swollen",  # to06
        what="topical_nsaid",
        when=[SWOLLEN_LEG],
        because="A swollen calf is checked for a clot first, and rubbing a gel in could loosen one.",
        source="expert_opinion",
    ),
    *asks_before(
        "topical_nsaid",
        about=["aspirin_nsaid_hypersensitivity", "open_wound_or_skin_break"],
        because="An earlier reaction to such a painkiller, or broken skin, rules the gel out.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "topical_nsaid",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="In pregnancy the gel may harm the child, and late in pregnancy it is ruled out.",
        source=("fda_nsaid_preg2020", "uk_eu_spc"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "topical_nsaid",
        about=["gestation_weeks"],
        only_if=[PREGNANT],
        because="From 28 weeks of pregnancy the gel is ruled out, so the week has to be known.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
)
