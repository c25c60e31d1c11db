"""Quinine for night cramps: a last resort with a warning that stands beside it whatever is known of the person."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT
from ._people import COULD_BEAR_A_CHILD

OPTIONS = (
    Option(
        id="quinine",
        name="Quinine",
        kind=MEDICINE,
        drug_class="cinchona alkaloid",
        guidance=(
            "Not advised: it makes cramps a little fewer. The US drug agency warns against it for cramps because "
            "what it does to the blood can kill. In the UK it is a last resort, for a short trial agreed with a "
            "prescriber after all else has failed."
        ),
        source=("fda_quinine", "rabbitt2016", "aafp2017cramps"),
        verified=True,
    ),
)

RULES = (
    # It is never simply offered. --------------------------------------------------------------------------------------
    cautions(
        "quinine_can_kill_and_cramps_do_not",
        what="quinine",
        when=[Suspected("nocturnal_leg_cramps")],
        because="Quinine can damage the blood in a way that kills, and cramps are no danger to life.",
        source="fda_quinine",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "quinine_is_not_for_pregnancy",  # qu01
        what="quinine",
        when=[PREGNANT],
        because="A cramp is never worth the risk of quinine to an unborn child.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "quinine_is_not_for_people_who_bleed_easily",  # qu04
        what="quinine",
        when=[Present("bleeding_disorder")],
        because="Quinine can destroy the cells that stop bleeding.",
        source="fda_quinine",
        grade=GUIDELINE,
    ),
    forbids(
        "quinine_is_not_for_children",
        what="quinine",
        when=[Measured("age_years", LessThan(16))],
        because="Quinine is no medicine for the cramps of a child, whom too much of it can kill.",
        source="expert_opinion",
    ),
    cautions(
        "quinine_disturbs_an_irregular_heart",  # qu02
        what="quinine",
        when=[Present("atrial_fibrillation")],
        because="Quinine can disturb the rhythm of the heart, and the medicines that steady it.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "quinine_acts_on_a_blood_thinner",  # qu03
        what="quinine",
        when=[Present("anticoagulant_use")],
        because="Quinine acts on blood thinners and can lower the cells that stop bleeding.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "low_potassium_comes_before_quinine",  # qu05
        what="quinine",
        when=[Measured("potassium_mmol_l", LessThan(3.5))],
        because="Low potassium makes quinine dangerous to the heart, and may itself be why the muscle cramps.",
        source="expert_opinion",
    ),
    *asks_before(
        "quinine",
        about=["bleeding_disorder"],
        because="Quinine can destroy the cells that stop bleeding.",
        source="fda_quinine",
        grade=GUIDELINE,
    ),
    *asks_before(
        "quinine",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="A cramp is never worth the risk of quinine to an unborn child.",
        source="bnf",
        grade=GUIDELINE,
    ),
)
