"""Thyroid hormone: it cures what a slow thyroid does to muscles, and asks more of an ill heart."""

from ...authoring import GUIDELINE, MEDICINE, Option, Present, asks_before, cautions

OPTIONS = (
    Option(
        id="levothyroxine",
        name="Levothyroxine tablets",
        kind=MEDICINE,
        drug_class="thyroid hormone",
        guidance=(
            "A prescriber starts or adjusts it by blood tests of the thyroid; muscles recover over weeks to months. It "
            "is no remedy for cramps or weakness of another kind."
        ),
        source=("nice_ng145", "sindoni2016"),
    ),
)

RULES = (
    cautions(
        "an_ill_heart_is_led_to_it_slowly",  # le01
        what="levothyroxine",
        when=[Present("cardiovascular_disease_established")],
        because="Thyroid hormone drives the heart, so an ill heart is brought to it in small steps.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # No question to a person can stand in for this test.
    *asks_before(
        "levothyroxine",
        about=["tsh_mu_l"],
        because="A blood test decides whether there is too little thyroid hormone, and how much is missing.",
        source="nice_ng145",
        grade=GUIDELINE,
    ),
    *asks_before(
        "levothyroxine",
        about=["cardiovascular_disease_established"],
        because="Thyroid hormone drives the heart, so an ill heart is brought to it in small steps.",
        source="bnf",
        grade=GUIDELINE,
    ),
)
