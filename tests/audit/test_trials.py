"""Limits and red flags tried through the real engine: an engine that errs is found out."""

from __future__ import annotations

import pytest
from tests import toy

from calf_expert.audit.meaning import Meaning
from calf_expert.audit.trials import Trials

RULES = """
CAUSE = Cause()
OPTIONS = (Option(id='pill', kind=MEDICINE),)
RULES = (
    supports('old', when=[Measured('age_years', AtLeast(65)), Present('calf_pain')], strength=WEAK, group='g'),
    weakens('young', when=[AnyOf(Measured('age_years', LessThan(65)), Present('pregnant'))], strength=WEAK, group='g'),
    concludes('hot', concept='fever', when=[Measured('temperature_c', AtLeast(38))]),
    alerts('hot_and_red', when=[Concluded('fever'), Present('skin_redness_warmth'), Absent('calf_pain')]),
    offers('it_helps', option='pill', when=[Suspected('toy')]),
    forbids('too_young', what='pill', when=[Measured('age_years', LessThan(16))]),
)
"""


def tried(text: str = RULES) -> tuple[Trials, list[str]]:
    trials = Trials(Meaning(toy.knowledge(toy=text)))
    return trials, [str(remark) for remark in (*trials.limits(), *trials.flags())]


def test_an_engine_that_does_as_it_is_told_passes() -> None:
    trials, said = tried()
    assert said == []
    assert (trials.tried.limits, trials.tried.shared, trials.tried.flags) == (4, 0, 1)
    # Three at each limit; and for the flag one, and one for each answer that it cannot do without, in each other form.
    assert trials.tried.people == 4 * 3 + 1 + 2 + 2 + 2


def test_a_limit_beside_another_that_holds_as_well_is_counted() -> None:
    side_by_side = "AnyOf(Measured('age_years', AtMost(18)), Measured('age_years', Between(18, 30)))"
    trials, said = tried(f"CAUSE = Cause()\nRULES = (supports('s', when=[{side_by_side}], strength=WEAK),)")
    assert said == []
    assert (trials.tried.limits, trials.tried.shared) == (3, 2)


def tried_on_an_engine_of(text: str) -> list[str]:
    """The trials of the rules above, on an engine that was made from others."""
    trials = Trials(Meaning(toy.knowledge(toy=RULES)))
    trials.reasoner = toy.reasoner(toy=text)
    return [str(remark) for remark in (*trials.limits(), *trials.flags())]


@pytest.mark.parametrize(
    ("said_in_rules", "done", "told"),
    [
        ("AtLeast(65)", "AtLeast(64)", "`old` fires at age_years=64: Age: 65 years or more [limit]"),
        ("AtLeast(65)", "MoreThan(65)", "`old` does not fire at age_years=65: Age: 65 years or more [limit]"),
        ("AtLeast(65)", "Between(65, 65)", "`old` does not fire at age_years=66: Age: 65 years or more [limit]"),
        ("LessThan(16)", "LessThan(17)", "`too_young` fires at age_years=16: Age: less than 16 years [limit]"),
        ("AtLeast(38)", "AtLeast(38.05)", "`hot` does not fire at temperature_c=38: "),
        ("Absent('calf_pain')]", "Present('calf_pain')]", "`hot_and_red` is not raised by calf_pain=False, "),
        ("Absent('calf_pain')]", "Absent('leg_pain')]", "`hot_and_red` is not raised by calf_pain=False, "),
        (", Absent('calf_pain')]", "]", "`hot_and_red` is raised without `calf_pain` by skin_redness_warmth=True, "),
        ("[Concluded('fever'), ", "[", "`hot_and_red` is raised without `temperature_c` by calf_pain=False, "),
    ],
)
def test_an_engine_that_does_otherwise_is_told(said_in_rules: str, done: str, told: str) -> None:
    assert said_in_rules in RULES
    assert any(told in sentence for sentence in tried_on_an_engine_of(RULES.replace(said_in_rules, done)))
