"""Published scores, reckoned from their declarations by the checker's own arithmetic, which is that of fractions.

What is not known is left out of the values, and a number of which only bounds are known is a :class:`Bounds`. A class
is given only where no way to fill in what is missing leads to another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from ..authoring import measures as measured
from ..authoring import score_inputs as filled_in
from ..authoring import scores as declared
from ..authoring.conditions import InClass, Recorded
from ..findings import FINDINGS
from .record import Known
from .truth import Bounds, is_limit, leaves_of, leaves_that_held, truth, unknown_forms_in, within

Values = dict[str, Any]
"""Inputs and measures of a score by their keys, as far as they are known."""

_INPUTS = (filled_in.YesNo, filled_in.Amount, filled_in.OneOf)
_MEASURES = (measured.Points, measured.Linear, measured.Quotient)
_WORKING = "working"


# Conditions on answers, those on scores among them. -------------------------------------------------------------------


def holds(condition: Any, known: Known) -> bool:
    """Whether a condition on answers holds; not known is not enough."""
    if isinstance(condition, InClass):
        return condition.class_id in classes_in(condition.score, known)
    return truth(condition, known) is True


def findings_in(condition: Any) -> Iterator[str]:
    """The findings that a condition on answers looks at, in order."""
    if isinstance(condition, InClass):
        yield from _findings_of(condition.score)
    else:
        yield from (leaf.finding for leaf in leaves_of(condition))


def quoted_of(condition: Any, known: Known) -> Iterator[Any]:
    """The answers that a condition rests on which holds. A score rests on all it was read from, the noes too."""
    if isinstance(condition, InClass):
        names = dict.fromkeys(_findings_of(condition.score))
        yield from (Recorded(name, known[name]) for name in names if name in known)
    else:
        yield from leaves_that_held(condition, known)


def unknown_in(condition: Any) -> Iterator[str]:
    """The names of the forms in a condition, or in the score it is about, that the checker does not know."""
    if not isinstance(condition, InClass):
        yield from unknown_forms_in(condition)
        return
    score: Any = condition.score
    yield from (type(item).__name__ for item in score.inputs if not isinstance(item, _INPUTS))
    yield from (type(measure).__name__ for measure in score.measures if not isinstance(measure, _MEASURES))
    for inner in _conditions_of(score):
        yield from unknown_forms_in(inner)


def _conditions_of(score: Any) -> Iterator[Any]:
    for item in score.inputs:
        yield from _conditions_of_input(item)
    for measure in score.measures:
        if isinstance(measure, measured.Points):
            yield from () if measure.unless is None else (measure.unless,)
            levels = (level for item in measure.items if isinstance(item, measured.Levels) for level, _ in item.levels)
            yield from (level for level in levels if not is_limit(level))
    yield from (limit.when for limit in score.limits)
    classes = (one for reading in _readings_of(score) for one in reading.classes)
    yield from (one.holds for one in classes if one.holds is not None and not is_limit(one.holds))


def _conditions_of_input(item: Any) -> Iterable[Any]:
    if isinstance(item, filled_in.YesNo):
        return [condition for condition in (item.when, item.unless) if condition is not None]
    return [condition for _, condition in item.when] if isinstance(item, filled_in.OneOf) else []


def _findings_of(score: Any) -> Iterator[str]:
    for item in score.inputs:
        if isinstance(item, filled_in.Amount):
            if item.converted is not None:
                yield from (name for name, _ in item.converted.terms)
            elif item.finding is not None:
                yield item.finding
        else:
            for condition in _conditions_of_input(item):
                yield from (leaf.finding for leaf in leaves_of(condition))


# Reckoning. -----------------------------------------------------------------------------------------------------------


def classes_in(score: Any, known: Known) -> frozenset[str]:
    """The classes that a person falls into, whatever is missing: at most one of each reading."""
    inputs = _inputs(score, known)
    is_open = False
    for limit in score.limits:
        is_met = truth(limit.when, inputs)
        only_for = isinstance(limit, declared.OnlyFor)
        if is_met is not None and is_met is not only_for:
            return frozenset()
        is_open = is_open or (only_for and is_met is None)
    if is_open:
        return frozenset()
    values = _measures(score, inputs)
    if score.working is not None:
        assumed = {**dict(score.working.assume), **inputs}
        values[_WORKING] = _measures(score, assumed)["score"]
    possible = [_possible(reading, values) for reading in _readings_of(score)]
    return frozenset(classes[0] for classes in possible if len(classes) == 1)


def _readings_of(score: Any) -> list[Any]:
    return [declared.Reading("class", score.classes, score.of), *score.also]


def _possible(reading: Any, values: Values) -> list[str]:
    """The classes that could still turn out to be the first that holds."""
    found = []
    for one in reading.classes:
        if one.holds is None:
            is_met: bool | None = True
        elif is_limit(one.holds):
            is_met = within(values[reading.of], one.holds)
        else:
            is_met = truth(one.holds, values)
        if is_met is not False:
            found.append(one.id)
        if is_met is True:
            break
    return found


def _inputs(score: Any, known: Known) -> Values:
    read = {item.key: _read(item, known) for item in score.inputs}
    values = {key: value for key, value in read.items() if value is not None}
    ranges = _ranges_of(score)
    for item in score.inputs:
        if not isinstance(item, filled_in.Amount):
            continue
        parts = item.reckoned
        if item.key not in values and parts is not None and {parts.number, parts.by} & values.keys():
            values[item.key] = _number(_quotient(parts, values, ranges))
        if item.places is not None and isinstance(values.get(item.key), (int, float)):
            values[item.key] = _rounded(_exact(values[item.key]), item.places)
    return values


def _read(item: Any, known: Known) -> Any:
    """What findings say of an input; ``None`` if nothing."""
    if isinstance(item, filled_in.OneOf):
        return next((value for value, condition in item.when if truth(condition, known) is True), None)
    if isinstance(item, filled_in.YesNo):
        if item.unless is not None and truth(item.unless, known) is True:
            return False
        is_met = None if item.when is None else truth(item.when, known)
        return None if item.stays_open and is_met is False else is_met
    if item.finding is not None:
        return known.get(item.finding)
    if item.converted is None or not any(name in known for name, _ in item.converted.terms):
        return None
    ranges = {name: finding.range for name, _ in item.converted.terms if (finding := FINDINGS[name]).range is not None}
    return _number(_linear(item.converted, dict(known), ranges))


def _ranges_of(score: Any) -> dict[str, tuple[float, float]]:
    """The plausible ranges of the numbers of a score."""
    ranges = {}
    for item in score.inputs:
        if isinstance(item, filled_in.Amount):
            finding = FINDINGS.get(item.finding or "")
            ranges[item.key] = item.between or (finding.range if finding else None) or (-math.inf, math.inf)
    return ranges


def _measures(score: Any, inputs: Values) -> Values:
    values, ranges = dict(inputs), _ranges_of(score)
    for measure in score.measures:
        if isinstance(measure, measured.Points):
            values[measure.name] = _points(measure, values)
        elif isinstance(measure, measured.Linear):
            values[measure.name] = _linear(measure, values, ranges)
        else:
            values[measure.name] = _quotient(measure, values, ranges)
    return values


def _points(points: Any, values: Values) -> Bounds:
    if points.unless is not None and truth(points.unless, values) is True:
        return Bounds(0.0, 0.0)
    each = [_points_of(item, values) for item in points.items]
    return Bounds(float(sum(map(min, each))), float(sum(map(max, each))))


def _points_of(item: Any, values: Values) -> list[Fraction]:
    """All the points that an item may yet give."""
    if isinstance(item, measured.Item):
        answer = values.get(item.key)
        if isinstance(answer, bool):
            return [_exact(item.points) if answer else Fraction(0)]
        return [Fraction(0), _exact(item.points)]
    possible = []
    for level, points in item.levels:
        is_met = truth(level, values) if not is_limit(level) else _held_against(level, values.get(item.key))
        if is_met is not False:
            possible.append(_exact(points))
        if is_met is True:
            return possible
    return [*possible, _exact(item.otherwise)]


def _held_against(limit: Any, value: Any) -> bool | None:
    is_number = isinstance(value, (int, float, Bounds)) and not isinstance(value, bool)
    return within(value, limit) if is_number else None


def _linear(form: Any, values: Values, ranges: Mapping[str, Any]) -> Bounds:
    low = high = _exact(form.constant)
    for name, factor in form.terms:
        ends = [_exact(factor) * end for end in _ends(name, values, ranges)]
        low, high = low + min(ends), high + max(ends)
    ends = sorted((low / _exact(form.over), high / _exact(form.over)))
    return Bounds(_rounded(ends[0], form.places), _rounded(ends[1], form.places))


def _quotient(form: Any, values: Values, ranges: Mapping[str, Any]) -> Bounds:
    (low, high), (least, most) = (_ends(name, values, ranges) for name in (form.number, form.by))
    return Bounds(_rounded(low / most, form.places), _rounded(high / least, form.places))


def _ends(name: str, values: Values, ranges: Mapping[str, Any]) -> tuple[Fraction, Fraction]:
    value = values.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _exact(value), _exact(value)
    low, high = value if isinstance(value, Bounds) else ranges[name]
    return _exact(low), _exact(high)


def _number(bounds: Bounds) -> float | Bounds:
    return bounds.low if bounds.low == bounds.high else bounds


def _exact(number: float) -> Fraction:
    """A number as it is written: 0.02 is a fiftieth."""
    return Fraction(repr(number))


def _rounded(number: Fraction, places: int | None) -> float:
    """Halves go away from zero."""
    if places is None:
        return float(number)
    whole = math.floor(abs(number) * 10**places + Fraction(1, 2))
    return float(Fraction(whole if number >= 0 else -whole, 10**places))
