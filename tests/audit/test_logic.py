"""The search, held against trying out every value, and people who are as small as they can be."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import toy

from calf_expert.audit.logic import FALSE, TRUE, Formula, In, Logic, all_of, any_of, at_least, variables_in, with_value
from calf_expert.audit.meaning import Meaning
from calf_expert.audit.values import boundaries, neighbours, step_of, values_of
from calf_expert.authoring import AtLeast, AtMost, Between, LessThan, Measured, MoreThan
from calf_expert.catalogue import load
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation

LOGIC = Logic({"a": 0b111, "b": 0b11, "c": 0b111, "d": 0b11})


def members() -> st.SearchStrategy[Formula]:
    return st.sampled_from(list(LOGIC.full)).flatmap(
        lambda name: st.integers(0, LOGIC.full[name]).map(lambda mask: LOGIC.member(name, mask))
    )


def counts(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    return st.builds(at_least, st.integers(0, 4), st.lists(parts, max_size=4))


FORMULAS = st.recursive(members(), counts, max_leaves=12)


def every_choice() -> list[Mapping[str, int]]:
    bits = [[1 << n for n in range(full.bit_length())] for full in LOGIC.full.values()]
    return [dict(zip(LOGIC.full, choice, strict=True)) for choice in itertools.product(*bits)]


def true_of(formula: Formula, choice: Mapping[str, int]) -> bool:
    """By the meaning of the words and nothing else."""
    if isinstance(formula, In):
        return bool(choice[formula.variable] & formula.mask)
    return sum(true_of(part, choice) for part in formula.parts) >= formula.n


@given(FORMULAS)
def test_a_box_is_found_just_where_there_is_one_and_all_in_it_is_right(formula: Formula) -> None:
    right = [choice for choice in every_choice() if true_of(formula, choice)]
    box = LOGIC.solve(formula)
    assert (box is not None) == bool(right)
    if box is not None:
        inside = [c for c in every_choice() if all(c[name] & left for name, left in box.items())]
        assert inside
        assert all(choice in right for choice in inside)


@given(FORMULAS)
def test_a_denial_holds_just_where_the_formula_does_not(formula: Formula) -> None:
    denial = LOGIC.denial(formula)
    assert all(true_of(denial, choice) is not true_of(formula, choice) for choice in every_choice())


@given(FORMULAS, FORMULAS)
def test_what_follows_is_so_wherever_the_premise_is(premise: Formula, consequence: Formula) -> None:
    really = all(true_of(consequence, choice) for choice in every_choice() if true_of(premise, choice))
    assert LOGIC.follows(consequence, premise) is really


@given(FORMULAS, st.sampled_from([1, 2, 4]))
def test_a_value_put_in_decides_what_speaks_of_it(formula: Formula, bit: int) -> None:
    inside = with_value(formula, "a", bit)
    assert "a" not in variables_in(inside)
    assert all(true_of(inside, choice) is true_of(formula, {**choice, "a": bit}) for choice in every_choice())


def test_what_always_or_never_holds_falls_away() -> None:
    member = In("a", 1)
    assert all_of([member, TRUE]) == any_of([member, FALSE]) == member
    assert all_of([member, FALSE]) == FALSE
    assert any_of([member, TRUE]) == TRUE


# Values. --------------------------------------------------------------------------------------------------------------


def test_numbers_are_cut_at_their_limits() -> None:
    assert values_of(FINDINGS["age_years"], (18.0, 65.0)) == ("unknown", 9.0, 18.0, 41.0, 65.0, 92.0)
    assert values_of(FINDINGS["age_years"], (0.0, 120.0)) == ("unknown", 0.0, 60.0, 120.0)
    assert values_of(FINDINGS["calf_pain"], ()) == ("unknown", True, False)
    assert values_of(FINDINGS["pain_side"], ()) == ("unknown", "left", "right", "both")


@pytest.mark.parametrize(
    ("limit", "edges"),
    [
        (AtLeast(38), [(38.0, 37.9)]),
        (MoreThan(38), [(38.1, 38.0)]),
        (AtMost(38), [(38.0, 38.1)]),
        (LessThan(38), [(37.9, 38.0)]),
        (Between(36, 38), [(36.0, 35.9), (38.0, 38.1)]),
        (AtLeast(30), []),
        (Between(38, 38), [(38.0, 37.9), (38.0, 38.1)]),
    ],
)
def test_a_limit_has_its_neighbours_one_step_away(limit, edges) -> None:
    found = boundaries(Measured("temperature_c", limit), (36.0, 38.0))
    assert [(edge.admitted, edge.refused) for edge in found] == edges


def test_a_step_never_crosses_another_limit() -> None:
    assert step_of(FINDINGS["temperature_c"]) == 0.1
    assert neighbours(FINDINGS["temperature_c"], 38.0, (38.0, 38.05)) == (37.9, 38.025)
    assert neighbours(FINDINGS["temperature_c"], 43.0, (43.0,)) == (42.9,)


# People. --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning(load())


def test_every_rule_of_the_library_has_a_smallest_person_whom_a_record_can_hold(meaning: Meaning) -> None:
    for statement in meaning.knowledge.statements:
        if meaning.is_opaque(meaning.of(statement)):
            continue
        formula = meaning.of(statement)
        chosen = meaning.least(formula)
        assert chosen is not None, statement.id
        person = meaning.person(chosen)
        assert Presentation.model_validate(dict(person.answers)).known == person.answers
        assert meaning.truth(formula, chosen)
        for name in person.answers:
            left_out = {**chosen, name: 1}
            clauses = meaning.constraints(formula)
            assert not (meaning.truth(formula, left_out) and all(meaning.truth(c, left_out) for c in clauses))


def test_a_number_stands_for_all_that_no_limit_tells_from_it() -> None:
    known = toy.knowledge(
        toy="CAUSE = Cause()\nRULES = (supports('old', when=[Measured('age_years', AtLeast(65))], strength=WEAK),)"
    )
    meaning = Meaning(known)
    assert meaning.standing_for("age_years", 64.9) == meaning.standing_for("age_years", 1.0)
    assert meaning.standing_for("age_years", 65.0) == 65.0
    with pytest.raises(ValueError, match="outside"):
        Meaning(toy.knowledge()).standing_for("calf_pain", 1.0)
