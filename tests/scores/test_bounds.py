"""What is not known makes bounds, and a class only where nothing that is missing could change it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.strategies import presentations

from calf_expert import Presentation, ScoreResult, score
from calf_expert.authoring import AllOf, Amount, Measured, OneOf, Points, Score, YesNo
from calf_expert.authoring.limits import LIMITS, Between, Span
from calf_expert.authoring.measures import Levels
from calf_expert.catalogue import load
from calf_expert.findings import FINDINGS
from calf_expert.scoring import score_results

SCORES = load().scores
each_score = pytest.mark.parametrize("name", SCORES)
MOST_COMPLETIONS = 1500

# The published definition has a form of its own for what was not measured; there more answers may change a class.
SHORTER = {"ck_class": {"uln"}, "dn4": {"touch_hypoaesthesia"}}


def limits_in(conditions: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for condition in conditions:
        if isinstance(condition, AllOf):
            yield from limits_in(condition.parts)
        elif isinstance(condition, Measured):
            yield condition.finding, condition.limit


def edges(declared: Score) -> dict[str, set[float]]:
    """By number, the values at and beside all limits that it is held against in the score."""
    conditions: list[Any] = [limit.when for limit in declared.limits]
    conditions += [one.holds for one in declared.every_class if one.holds and not isinstance(one.holds, LIMITS)]
    for measure in declared.measures:
        if isinstance(measure, Points):
            conditions += [c for item in measure.items if isinstance(item, Levels) for c, _ in item.conditions]
    found: dict[str, set[float]] = {}
    for key, limit in limits_in(conditions):
        for edge in (limit.low, limit.high) if isinstance(limit, Between) else (limit.value,):
            found.setdefault(key, set()).update((edge - 1, edge, edge + 0.1))
    return found


EDGES = {name: edges(declared) for name, declared in SCORES.items()}


def values_of(name: str, item: Any) -> list[Any]:
    if isinstance(item, YesNo):
        return [True, False]
    if isinstance(item, OneOf):
        return list(item.values)
    low, high = item.range.low, item.range.high
    inside = {edge for edge in EDGES[name].get(item.key, ()) if low <= edge <= high}
    return sorted({low, (low + high) / 2, high, *inside})


@st.composite
def partly_known(draw: st.DrawFn, name: str) -> tuple[dict[str, Any], list[str]]:
    """Items of a score, and the keys of up to four that are not known."""
    inputs = SCORES[name].inputs
    # What is worked out from other items is left to be worked out.
    keys = [item.key for item in inputs if not (isinstance(item, Amount) and item.reckoned)]
    free = [key for key in keys if key not in SHORTER.get(name, ())]
    missing = draw(st.lists(st.sampled_from(free), unique=True, max_size=4))
    known = {
        item.key: draw(st.sampled_from(values_of(name, item)))
        for item in inputs
        if item.key in keys and item.key not in missing
    }
    return known, missing


def completions(name: str, known: Mapping[str, Any], missing: list[str]) -> Iterator[dict[str, Any]]:
    by_key = {item.key: item for item in SCORES[name].inputs}
    choices = [values_of(name, by_key[key]) for key in missing]
    assume(math.prod(map(len, choices)) <= MOST_COMPLETIONS)
    for values in itertools.product(*choices):
        yield {**known, **dict(zip(missing, values, strict=True))}


@each_score
@settings(max_examples=25)
@given(data=st.data())
def test_bounds_hold_every_completion_and_a_class_is_that_of_all(name: str, data: st.DataObject) -> None:
    known, missing = data.draw(partly_known(name))
    partial = score(name, known)
    full = [score(name, completed) for completed in completions(name, known, missing)]
    for one in full:
        assert_refines(one, partial)
        assert not [key for key in one.missing if key not in ("ankle", "brachial", "abi")]
        assert one.min == one.max == one.score
        assert one.applies is not None
    if all(isinstance(item, (YesNo, OneOf)) for item in SCORES[name].inputs if item.key in missing):
        assert_tight(partial, full)


def assert_refines(more: ScoreResult, less: ScoreResult) -> None:
    """The result with more answers known lies within the one with fewer."""
    if less.min is not None:
        assert less.min <= more.min <= more.max <= less.max
    for measure, bounds in less.measures.items():
        assert bounds.min <= more.measures[measure].min <= more.measures[measure].max <= bounds.max
    judged_meanwhile = "alternative_as_likely" in set(less.missing) - set(more.missing)
    if less.working is not None and not judged_meanwhile:
        assert more.working is not None
        assert less.working.min <= more.working.min <= more.working.max <= less.working.max
    if less.applies is not None:
        assert more.applies is less.applies
    for reading, class_id in less.readings.items():
        if reading == "working" and judged_meanwhile:
            continue  # it held only until the judgement was made
        # A limit that turns out to forbid the score takes its class away, and nothing gives it another.
        assert class_id is None or more.readings[reading] in ({class_id} if more.applies is not False else {None})


def assert_tight(partial: ScoreResult, full: list[ScoreResult]) -> None:
    """Bounds are reached, and what all completions agree on is given."""
    if partial.min is not None:
        assert partial.min == min(one.min for one in full)
        assert partial.max == max(one.max for one in full)
    if all(one.applies is not False for one in full):
        for reading, class_id in partial.readings.items():
            if reading == "working" and "alternative_as_likely" in partial.missing:
                continue  # it does not wait for the judgement
            agreed = {one.readings[reading] for one in full}
            assert class_id == (agreed.pop() if len(agreed) == 1 else None)


@each_score
def test_with_nothing_known_a_score_says_nothing(name: str) -> None:
    result = score(name)
    assert set(result.missing) == {item.key for item in SCORES[name].inputs}
    assert set(result.readings.values()) == {None}
    assert result.score is None
    assert result.reads == "indeterminate"
    assert all(limit.met is None for limit in result.limits)


FROM_RECORDS = {name: declared for name, declared in SCORES.items() if declared.findings}


@pytest.mark.parametrize("name", FROM_RECORDS)
@settings(max_examples=40)
@given(data=st.data())
def test_more_answers_never_change_a_class_that_was_given(name: str, data: st.DataObject) -> None:
    findings = FROM_RECORDS[name].findings
    record = Presentation(**data.draw(presentations(findings, max_size=len(findings)))).known
    fewer = {key: value for key, value in record.items() if data.draw(st.booleans())}
    if name in SHORTER:
        assume(("ck_uln_u_l" in fewer) == ("ck_uln_u_l" in record))
        assume(("dermatomal_sensory_deficit" in fewer) == ("dermatomal_sensory_deficit" in record))
    declared = {name: FROM_RECORDS[name]}
    (less,), (more,) = score_results(declared, fewer), score_results(declared, record)
    assert_refines(more, less)


@pytest.mark.parametrize("name", FROM_RECORDS)
@settings(max_examples=25)
@given(data=st.data())
def test_the_rules_and_the_result_give_the_same_classes(name: str, data: st.DataObject) -> None:
    declared = FROM_RECORDS[name]
    known = Presentation(**data.draw(presentations(declared.findings, max_size=len(declared.findings)))).known
    (result,) = score_results({name: declared}, known)
    answers = {**dict.fromkeys(FINDINGS, "unknown"), **known}
    given_classes = {one for one in result.readings.values() if one is not None}
    assert {one.id for one in declared.every_class if declared.class_truth(one.id, answers) is True} == given_classes
    assert declared.classes_in(answers) == given_classes
    for class_id in given_classes:
        needed, adds = declared.least_told(class_id)
        assert sum(adds.get(finding, 0) for finding in known) >= needed


def test_what_has_to_be_known_at_least_is_no_more_than_that_and_worth_asking_for() -> None:
    wells = SCORES["wells_dvt_2"]
    needed, adds = wells.least_told("likely")
    assert needed == 4000  # from -2, where nothing is known and the judgement may still be made, to 2
    assert adds["pitting_oedema_symptomatic_leg"] == 1000
    assert wells.least_told("unlikely")[0] == 8000
    assert SCORES["perc"].least_told("perc_negative")[1] == {}  # below 15%, which no record tells
    assert SCORES["ecq"].least_told("definite") == (1, dict.fromkeys(SCORES["ecq"].counted, 1))


def test_a_span_within_a_limit() -> None:
    assert Span(1, 2).within(Between(0, 3)) is True
    assert Span(0, 3).within(Between(1, 2)) is None
    assert Span(3, 4).within(Between(1, 2)) is False
