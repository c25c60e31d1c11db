"""Formulas over answers: cells, solving, and a trial against the engine."""

from __future__ import annotations

import gc
import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.drawn import Drawn
from tests.strategies import presentations

from calf_expert.authoring.conditions import (
    AllOf,
    Is,
    Measured,
    NotKnown,
    Present,
)
from calf_expert.authoring.limits import AtLeast, AtMost, Between, LessThan, MoreThan
from calf_expert.authoring.statements import Alerts, Concludes
from calf_expert.authoring.terms import Urgency
from calf_expert.catalogue import load
from calf_expert.errors import KnowledgeError
from calf_expert.explanation import formulas as formulas_
from calf_expert.explanation import outlook as outlook_module
from calf_expert.explanation.cells import NOT_KNOWN, Cells
from calf_expert.explanation.formulas import (
    FALSE,
    TRUE,
    Leaf,
    all_of,
    any_of,
    at_least,
    negation,
    solve,
    without,
)
from calf_expert.explanation.goals import goals_of_urgency
from calf_expert.explanation.outlook import Outlook, Situation, outlook_of
from calf_expert.explanation.smallest_change import _Search
from calf_expert.explanation.trial import Trial
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation
from calf_expert.reasoning import reasoner

AGE = FINDINGS["age_years"]

# ------------------------------------------------------------------------------------------------------------- cells


def test_a_yes_and_a_no_are_a_cell_each_and_so_is_each_value():
    swelling, onset = (Cells(FINDINGS[name], ()) for name in ("calf_swelling", "onset_speed"))
    assert [cell.answer for cell in swelling.cells] == [True, False]
    assert [cell.says for cell in onset.cells] == ["sudden", "hours", "days", "gradual"]
    assert onset.where(Is("onset_speed", ("hours", "gradual"))) == 0b10100
    assert swelling.where(NotKnown("calf_swelling")) == NOT_KNOWN


def test_a_number_is_cut_where_a_limit_tells_apart_and_nowhere_else():
    limits = [Measured("age_years", limit) for limit in (AtLeast(50), MoreThan(65), Between(50, 65))]
    told = [(cell.says, cell.answer) for cell in Cells(AGE, limits).cells]
    assert told == [
        ("less than 50 years", 49.0),
        ("50 years or more and 65 years or less", 50.0),
        ("more than 65 years", 66.0),
    ]


def test_a_limit_at_the_end_of_the_range_cuts_nothing():
    assert AGE.range is not None
    [cell] = Cells(
        AGE, [Measured("age_years", AtLeast(AGE.range[0])), Measured("age_years", AtMost(AGE.range[1]))]
    ).cells
    assert cell.says == "any number"


@given(
    st.lists(
        st.builds(
            lambda form, bound: Measured("age_years", form(bound)),
            st.sampled_from([AtLeast, MoreThan, AtMost, LessThan]),
            st.sampled_from([0.0, 2.0, 49.5, 50.0, 65.0, 120.0]),
        ),
        max_size=6,
    )
)
def test_within_a_cell_no_limit_tells_two_numbers_apart(limits):
    cells = Cells(AGE, limits)
    assert AGE.range is not None
    low, high = AGE.range
    edges = [0.0, 2.0, 49.5, 50.0, 65.0, 120.0]
    near = [math.nextafter(e, way) for e in edges for way in (-math.inf, e, math.inf)]
    for number in [n for n in near if low <= n <= high] + [33.3, 60.0]:
        [(_, cell)] = cells.of(cells.bit(number))
        assert [limit.limit.admits(number) for limit in limits] == [limit.limit.admits(cell.answer) for limit in limits]
        assert cell.ends[0] <= number <= cell.ends[1]
        assert cell.ends[0] <= cell.answer <= cell.ends[1]


# ---------------------------------------------------------------------------------------------------------- formulas

EVERY = [7, 7, 15, 3]


def truth(formula, domains):
    if isinstance(formula, Leaf):
        return domains[formula.place] & formula.cells != 0
    return sum(truth(part, domains) for part in formula.parts) >= formula.n


def leaves():
    return st.integers(0, 3).flatmap(lambda place: st.integers(0, EVERY[place]).map(lambda cells: Leaf(place, cells)))


formulas = st.recursive(
    leaves(),
    lambda parts: st.builds(
        lambda ps, n: formulas_.AtLeast(min(n, len(ps)), tuple(ps)),
        st.lists(parts, min_size=1, max_size=4),
        st.integers(0, 4),
    ),
    max_leaves=8,
)
domains_ = st.tuples(*(st.integers(1, every) for every in EVERY)).map(list)


def completions(domains):
    return map(list, itertools.product(*([1 << b for b in range(4) if d & (1 << b)] for d in domains)))


@settings(max_examples=400)
@given(st.lists(formulas, min_size=1, max_size=3), domains_, st.none() | st.integers(0, 3))
def test_solving_is_exact(goals, domains, most):
    def answered(way):
        return sum(before & NOT_KNOWN and not now & NOT_KNOWN for before, now in zip(domains, way, strict=True))

    ways = [way for way in completions(domains) if all(truth(goal, way) for goal in goals)]
    ways = [way for way in ways if most is None or answered(way) <= most]
    found = solve(goals, domains, most)
    assert (found is not None) == bool(ways)
    if found is not None:
        assert all(truth(goal, way) for way in completions(found) for goal in goals)


@given(formulas, domains_)
def test_a_negation_holds_where_the_formula_does_not(formula, domains):
    for way in completions(domains):
        assert truth(negation(formula, EVERY), way) is not truth(formula, way)
        assert truth(without(formula, {1}), way) is truth(formula, [way[0], NOT_KNOWN, *way[2:]])
        assert truth(formulas_.narrowed(formula, domains), way) is truth(formula, way)
    assert formula.certain(domains) <= all(truth(formula, way) for way in completions(domains))
    assert formula.possible(domains) >= any(truth(formula, way) for way in completions(domains))


def test_what_is_settled_is_left_out():
    leaf = Leaf(0, 2)
    assert all_of(()) is TRUE
    assert any_of(()) is FALSE
    assert all_of((TRUE, leaf)) is leaf
    assert all_of((FALSE, leaf)) is FALSE
    assert any_of((TRUE, leaf)) is TRUE
    assert at_least(2, (TRUE, leaf, FALSE)) is leaf


# ------------------------------------------------------------------------------------------------ a trial, the engine


def stands(standing):
    """All that matters of it: of equal signs of a group another may be the one that counts, with the same weight."""
    said = (standing.weight, standing.likelihood, standing.status, standing.alerted, standing.brings, standing.place)
    return standing.cause.id, said, frozenset(sign.id for sign in standing.evidence)


def agrees(trial, weighed, outlook):
    assert {s.id for s in trial.fired} == {s.id for s in weighed.inferred if isinstance(s, (Alerts, Concludes))}
    assert {s.id for s in outlook.statements if trial.fires(s)} == {s.id for s in weighed.inferred}
    assert set(map(stands, trial.standings)) == set(map(stands, weighed.standings))
    assert trial.urgency is weighed.urgency
    if weighed.standings:
        assert trial.first == weighed.standings[0].cause.id


@settings(max_examples=100)
@given(presentations(), st.randoms(use_true_random=False))
def test_a_trial_says_what_the_engine_says(record, rng):
    outlook = outlook_of(load())
    known = Presentation(**record).known
    agrees(Trial.of(outlook, known), reasoner().weigh(known), outlook)
    names = [name for name in known if name in outlook.place_of]
    rng.shuffle(names)
    later = names[:3]
    trial = Trial.of(outlook, {name: answer for name, answer in known.items() if name not in later})
    for name in later:
        trial = trial.answering(name, known[name])
    agrees(trial, reasoner().weigh(known), outlook)


@pytest.mark.parametrize("seed", range(60))
def test_a_trial_says_what_the_engine_says_of_drawn_knowledge(seed):
    drawn = Drawn(seed)
    outlook = Outlook(drawn.knowledge)
    for _ in range(20):
        record = drawn.person()
        agrees(Trial.of(outlook, Presentation(**record).known), drawn.weighed(record), outlook)


# ------------------------------------------------------------------------------------------ conditions of other forms


class JustOne(AllOf):
    """Just one part holds: a form that the words of authoring do not have, as a score's class is."""

    def truth(self, answers):
        truths = [part.truth(answers) for part in self.parts]
        return None if None in truths else sum(truths) == 1

    def in_words(self):
        return "just one"


@pytest.fixture
def odd():
    knowledge = toy.knowledge(
        flags="""
        RULES = (alerts("odd", when=[AllOf(Present("cold_limb"), Present("calf_swelling")), Present("fatigue")]),)
        """
    )
    object.__setattr__(
        knowledge.statements[0], "when", (JustOne(Present("cold_limb"), Present("calf_swelling")), Present("fatigue"))
    )
    return Outlook(knowledge)


def possible(odd, open_=("cold_limb", "calf_swelling", "fatigue"), **known):
    return Situation(odd, known, open_).possible(odd.formula["flags.odd"])


def test_a_condition_of_another_form_is_tried_in_every_way(odd):
    assert possible(odd)
    assert possible(odd, cold_limb=True)
    assert not possible(odd, ("fatigue",), cold_limb=True, calf_swelling=True)
    assert possible(odd, ("fatigue",), cold_limb=True, calf_swelling=False)
    # Not asked, and closed: then it cannot be known.
    assert not possible(odd, ("fatigue",), cold_limb=True)
    assert not possible(odd, ("cold_limb", "calf_swelling"))


def test_where_there_are_open_numbers_both_outcomes_are_possible():
    old = Measured("age_years", AtLeast(65))
    knowledge = toy.knowledge(flags='RULES = (alerts("odd", when=[Measured("age_years", AtLeast(65))]),)')
    object.__setattr__(knowledge.statements[0], "when", (JustOne(old, old),))
    numbers = Outlook(knowledge)
    assert Situation(numbers, {}, ["age_years"]).possible(numbers.formula["flags.odd"])
    assert not Situation(numbers, {"age_years": 70.0}, ()).possible(numbers.formula["flags.odd"])


def test_more_ways_than_are_tried_leave_both_outcomes_possible(odd, monkeypatch):
    assert not possible(odd, ("fatigue", "cold_limb"), calf_swelling=True, cold_limb=True)
    monkeypatch.setattr(outlook_module, "_WAYS_TRIED", 1)
    assert possible(odd, ("calf_swelling", "fatigue"))


def test_a_search_tries_the_answers_behind_a_condition_of_another_form(odd):
    presentation = Presentation(fatigue=True, cold_limb=True)
    here = Trial.of(odd, presentation.known)
    search = _Search(odd, presentation, False, frozenset(FINDINGS))
    [change], exact = search.run(here, goals_of_urgency(odd, here, Urgency.EMERGENCY))
    assert change == {(odd.place_of["calf_swelling"], odd.cells[odd.place_of["calf_swelling"]].bit(False))}
    assert exact


def test_a_trial_knows_a_condition_of_another_form(odd):
    trial = Trial.of(odd, {"cold_limb": True, "fatigue": True})
    [rule] = odd.statements
    assert not trial.fires(rule)
    assert trial.answering("calf_swelling", False).fires(rule)
    assert not trial.answering("calf_swelling", False).answering("cold_limb", False).fires(rule)


def test_a_condition_that_no_formula_can_be_made_of_is_refused_with_its_place():
    knowledge = toy.knowledge(flags='RULES = (alerts("odd", when=[Present("cold_limb")]),)')
    object.__setattr__(knowledge.statements[0], "when", ("cold_limb",))
    with pytest.raises(KnowledgeError, match=r"knowledge/flags\.py:1: `odd`"):
        Outlook(knowledge)


def test_the_formulas_are_made_once_for_a_body_of_knowledge_and_hold_nothing_of_a_person():
    outlook = outlook_of(load())
    assert outlook_of(load()) is outlook
    seen = set(map(id, gc.get_objects()))
    toy_record = {"age_years": 74.25, "calf_swelling": True}
    reasoner().assess(Presentation(**toy_record)).could_raise_urgency("patient")
    gc.collect()
    fresh = [thing for thing in gc.get_objects() if id(thing) not in seen]
    assert not [thing for thing in fresh if isinstance(thing, (Trial, Situation, Presentation))]
    assert outlook_of(toy.knowledge(toy="CAUSE = Cause()")) is not outlook
