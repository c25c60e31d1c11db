"""What is refused of a score when knowledge is loaded."""

from __future__ import annotations

import pytest
from tests import toy

WHOLE = """
SCORES = (
    Score(
        id="whole",
        inputs=(
            YesNo("cold", "Cold", Present("cold_limb")),
            YesNo("hunch", "A hunch", judgement=True),
            Amount("age", "Age", "years", finding="age_years"),
            Amount("weight", "Weight", "kg", (1, 300)),
            Amount("height", "Height", "m", (0.5, 3)),
            OneOf("onset", "Onset", ("fast", "slow"), (("fast", Is("onset_speed", ("sudden",))),)),
        ),
        measures=(
            Quotient("weight", "height", "slender"),
            Points(
                (Item("cold"), Levels("age", ((AtLeast(65), 1.5),)), Levels("onset", ((Is("onset", ("fast",)), 1),))),
            ),
        ),
        classes=(Class("low", "it is low", AtMost(1)), Class("high", "it is high", MoreThan(1))),
        also=(Reading("weighed", (Class("slim", "slim", AtLeast(1)), Class("other", "not so")), of="slender"),),
        limits=(NotFor(Present("hunch"), "it is no hunch"),),
        working=Working((("hunch", False),), "It is a hunch."),
    ),
)
"""


def told(old: str, new: str) -> list[str]:
    assert old in WHOLE
    return toy.problems(toy=WHOLE.replace(old, new, 1))


def test_a_whole_score_is_taken() -> None:
    assert toy.problems(toy=WHOLE) == []
    assert toy.knowledge(toy=WHOLE).scores["whole"].findings == ("cold_limb", "age_years", "onset_speed")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id="whole"', 'id="Whole"', "lower_snake_case"),
        ('id="whole",', 'id="whole", caveat="no end",', "`caveat` is not a sentence that ends"),
        ('id="whole",', 'id="whole", about="no end",', "`about` is not a sentence that ends"),
        ('id="whole",', 'id="whole", source=("bok",),', "Did you mean `book`?"),
        ('id="whole",', 'id="whole", source=(),', "it cites no source"),
        ('"cold", "Cold"', '"Cold", "Cold"', "a key is written in lower_snake_case"),
        ('YesNo("hunch"', 'YesNo("cold"', "the key `cold` is used more than once"),
        ('"slender"),', '"age"),', "the key `age` is used more than once"),
        ('Present("cold_limb")', 'Present("cold_lim")', "Did you mean `cold_limb`?"),
        ('Present("cold_limb")', 'Present("age_years")', "Present does not fit `age_years`"),
        ('Present("cold_limb")', 'Concluded("x")', "a Concluded is no condition"),
        ("judgement=True", 'judgement=True, unless=Present("cold_limb")', "never filled in from findings"),
        ('finding="age_years"', 'finding="age_yaers"', "Did you mean `age_years`?"),
        ('finding="age_years"', 'finding="calf_pain"', "`calf_pain` is no number"),
        (
            'finding="age_years"',
            'finding="age_years", converted=Linear((("age_years", 1),))',
            "told by a finding or converted from findings, not both",
        ),
        (', finding="age_years"', "", "it needs its plausible range"),
        ("(1, 300)", "(300, 1)", "the lower first"),
        ("(1, 300)", '(1, 300), reckoned=Quotient("wieght", "height")', "Did you mean `weight`?"),
        ("(0.5, 3)", "(0, 3)", "`height` may be zero"),
        ('(("fast", Is', '(("fats", Is', "Did you mean `fast`?"),
        ('"onset_speed", ("sudden",)', '"onset_speed", ("suden",)', "Did you mean `sudden`?"),
        ('Item("cold")', 'Item("cool")', "`cool` is not a yes-or-no input. Did you mean `cold`?"),
        ('Item("cold")', 'Item("age")', "`age` is not a yes-or-no input"),
        ('Levels("age"', 'Levels("aeg"', "`aeg` is not a key of this score. Did you mean `age`?"),
        ('Levels("age"', 'Levels("cold"', "Measured does not fit `cold`"),
        ('Is("onset", ("fast",))', 'Is("onset", ("fats",))', "Did you mean `fast`?"),
        ('Is("onset", ("fast",))', 'Is("age", ("fast",))', "Is does not fit `age`"),
        ('Is("onset", ("fast",))', 'Present("onset")', "Present does not fit `onset`"),
        ('Is("onset", ("fast",))', 'NotKnown("onset")', "whose published definition has a `shorter` form"),
        ('Is("onset", ("fast",))', 'AllOf(Concluded("x"), Present("cold"))', "a Concluded is no condition"),
        (
            'Quotient("weight", "height"',
            'Quotient("weight", "score"',
            "`score` is not a number that is known",
        ),
        ('Quotient("weight", "height", "slender")', 'Linear((("age", 1),), "slender", over=0)', "divided by zero"),
        ('NotFor(Present("hunch")', 'NotFor(Present("hunhc")', "Did you mean `hunch`?"),
        ('NotFor(Present("hunch")', 'NotFor(Measured("score", AtLeast(1))', "told by inputs, and `score` is none"),
        ("AtMost(1)", "AtMost(0.5)", "no class holds 1"),
        ("AtMost(1)", "AtMost(2)", "`low`, `high` all hold 1.5"),
        ('Class("high"', 'Class("low"', "the class `low` is used more than once"),
        ('Class("slim"', 'Class("low"', "the class `low` is used more than once"),
        ('Class("high", "it is high"', 'Class("hi-gh", "it is high"', "`hi-gh` is no id of a class"),
        ('"it is high"', '"It is high."', "what `high` means is a clause without an end"),
        (', Class("high", "it is high", MoreThan(1))', ",", "has two classes or more"),
        ('Reading("weighed"', 'Reading("class"', "the reading `class` is used more than once"),
        ('of="slender"', 'of="slendre"', "Did you mean `slender`?"),
        ('"slim", AtLeast(1)', '"slim"', "its last class, and only that, holds otherwise"),
        ('"not so")', '"not so", Present("cold"))', "its last class, and only that, holds otherwise"),
        ('"not so")', '"not so", LessThan(0.9))', "no class holds"),
        ('(("hunch", False),)', '(("cold", False),)', "assumes judgements only, and `cold` is none"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(old: str, new: str, says: str) -> None:
    problems = told(old, new)
    assert any(says in problem for problem in problems), problems
    assert all(problem.startswith("knowledge/toy.py:") for problem in problems)


def test_a_working_value_needs_a_measure_called_score() -> None:
    assert any("a working value is one of" in one for one in told("1),))),", '1),))), "other",'))


def test_scores_hold_scores_and_ids_are_used_once() -> None:
    assert toy.problems(toy="SCORES = (1,)") == ["toy.toy: SCORES holds a int, which is no score"]
    problems = toy.problems(toy=WHOLE, other=WHOLE)
    assert any("the score id `whole` is used more than once" in problem for problem in problems)


def test_a_calculator_only_score_has_no_statements_and_no_rule_rests_on_it() -> None:
    text = """
    CAUSE = Cause()
    SCORES = (
        Score(
            id="bare",
            inputs=(Amount("x", "X", "", (0, 9)),),
            measures=(Linear((("x", 1),)),),
            classes=(Class("low", "low", AtMost(4)), Class("high", "high", MoreThan(4))),
        ),
    )
    """
    assert not toy.knowledge(toy=text).statements
    rule = 'RULES = (supports("x", when=[Scored("bare", "low")], strength=WEAK),)'
    assert any("`bare:low` is not a class of a score" in one for one in toy.problems(toy=text, other=rule))


def test_the_hash_covers_scores_and_not_what_is_worked_out_from_them() -> None:
    whole = toy.knowledge(toy=WHOLE).sha256
    assert whole == toy.knowledge(toy="\n" + WHOLE).sha256
    assert whole != toy.knowledge(toy=WHOLE.replace('"it is high"', '"it is very high"')).sha256
    assert whole != toy.knowledge(toy=WHOLE.replace("1.5", "1.6")).sha256
