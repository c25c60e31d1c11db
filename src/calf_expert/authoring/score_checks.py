"""What is checked of a score when knowledge is loaded: it is a small language of its own, with its own names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from ..findings import FINDINGS, Kind
from .condition_checks import problems_of_answers, repeated, unknown
from .conditions import Absent, AllOf, Is, Measured, NotKnown, OnAnswers, Present
from .limits import LIMITS, AnyLimit, Between
from .measures import Levels, Measure, Points, Quotient
from .score_inputs import Amount, Input, OneOf, YesNo
from .scores import WORKING, Reading, Score

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CLASS_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def problems_of_score(score: Score) -> Iterator[str]:
    """All that is wrong with a score, its sources apart."""
    names = _Names(score)
    if not _NAME.fullmatch(score.id):
        yield "its id is written in lower_snake_case"
    for what, sentence in (("about", score.about), ("caveat", score.caveat)):
        if not re.search(r"[.!?]$", sentence):
            yield f"`{what}` is not a sentence that ends"
    keys = [item.key for item in score.inputs] + [measure.name for measure in score.measures]
    yield from (f"the key `{key}` is used more than once" for key in repeated(keys))
    for item in score.inputs:
        yield from (f"`{item.key}`: {problem}" for problem in _of_input(item, names))
    for measure in score.measures:
        yield from (f"`{measure.name}`: {problem}" for problem in _of_measure(measure, names))
    for limit in score.limits:
        yield from _of_condition(limit.when, names)
        read = (leaf.finding for leaf in limit.when.leaves())
        yield from (
            f"whom it is for is told by inputs, and `{name}` is none" for name in read if name not in names.inputs
        )
    yield from (f"the class `{name}` is used more than once" for name in repeated(one.id for one in score.every_class))
    yield from (f"the reading `{name}` is used more than once" for name in repeated(r.name for r in score.readings))
    for reading in score.readings:
        yield from (f"`{reading.name}`: {problem}" for problem in _of_reading(reading, score, names))
    yield from _of_working(score, names)


class _Names:
    """The names that a score's own conditions may use."""

    def __init__(self, score: Score) -> None:
        self.inputs: Mapping[str, Input] = {item.key: item for item in score.inputs}
        self.measures: Mapping[str, Measure] = {measure.name: measure for measure in score.measures}
        self.known = (*self.inputs, *self.measures, *((WORKING,) if score.working else ()))
        self.shorter = score.shorter is not None

    def is_number(self, name: str) -> bool:
        return isinstance(self.inputs.get(name), Amount) or (name in self.known and name not in self.inputs)


def _of_input(item: Input, names: _Names) -> Iterator[str]:
    if not _NAME.fullmatch(item.key):
        yield "a key is written in lower_snake_case"
    if isinstance(item, YesNo):
        if item.judgement and item.findings:
            yield "a judgement is never filled in from findings"
        for condition in (item.when, item.unless):
            if condition is not None:
                yield from problems_of_answers(condition)
    elif isinstance(item, OneOf):
        for value, condition in item.when:
            if value not in item.values:
                yield unknown("value", value, item.values)
            yield from problems_of_answers(condition)
    else:
        yield from _of_amount(item, names)


def _of_amount(item: Amount, names: _Names) -> Iterator[str]:
    if item.finding is not None and item.converted is not None:
        yield "it is told by a finding or converted from findings, not both"
    for name in item.findings:
        finding = FINDINGS.get(name)
        if finding is None:
            yield unknown("finding", name, FINDINGS)
        elif finding.kind not in (Kind.NUMBER, Kind.DURATION):
            yield f"`{name}` is no number"
    if item.between is None and item.finding is None:
        yield "it needs its plausible range (`between`)"
    if item.between is not None and not -math.inf < item.between[0] < item.between[1] < math.inf:
        yield "its plausible range is two numbers, the lower first"
    for name in item.reckoned.names if item.reckoned is not None else ():
        if not isinstance(names.inputs.get(name), Amount):
            yield unknown("number among its inputs", name, names.inputs)


def _of_measure(measure: Measure, names: _Names) -> Iterator[str]:
    if isinstance(measure, Points):
        yield from _of_points(measure, names)
        return
    before = tuple(names.measures)[: tuple(names.measures).index(measure.name)]
    for name in measure.names:
        if name not in before and not isinstance(names.inputs.get(name), Amount):
            yield unknown("number that is known before it", name, (*names.inputs, *before))
    if isinstance(measure, Quotient):
        by = names.inputs.get(measure.by)
        if isinstance(by, Amount) and by.range.low <= 0:
            yield f"`{measure.by}` may be zero, and nothing is divided by that"
    elif measure.over == 0:
        yield "nothing is divided by zero"


def _of_points(points: Points, names: _Names) -> Iterator[str]:
    for item in points.items:
        if isinstance(item, Levels):
            for condition, _ in item.conditions:
                yield from _of_condition(condition, names)
        elif not isinstance(names.inputs.get(item.key), YesNo):
            yield unknown("yes-or-no input", item.key, names.inputs)
    if points.unless is not None:
        yield from _of_condition(points.unless, names)


def _of_condition(condition: OnAnswers, names: _Names) -> Iterator[str]:
    """A condition on inputs and measures: the same words as for findings, about other names."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _of_condition(part, names)
        return
    if not isinstance(condition, (Present, Absent, Is, Measured, NotKnown)):
        yield f"a {type(condition).__name__} is no condition"
        return
    name, form = condition.finding, type(condition).__name__
    item = names.inputs.get(name)
    if name not in names.known:
        yield unknown("key of this score", name, names.known)
    elif (isinstance(condition, Measured) and not names.is_number(name)) or (
        isinstance(condition, (Present, Absent)) and not isinstance(item, YesNo)
    ):
        yield f"{form} does not fit `{name}`"
    elif isinstance(condition, Is):
        if not isinstance(item, OneOf):
            yield f"{form} does not fit `{name}`"
        else:
            yield from (
                unknown(f"value of `{name}`", one, item.values) for one in condition.in_ if one not in item.values
            )
    elif isinstance(condition, NotKnown) and not names.shorter:
        yield "NotKnown is for scores whose published definition has a `shorter` form"


def _of_reading(reading: Reading, score: Score, names: _Names) -> Iterator[str]:
    if len(reading.classes) < 2:
        yield "a reading has two classes or more"
    for one in reading.classes:
        if not _CLASS_ID.fullmatch(one.id):
            yield f"`{one.id}` is no id of a class"
        if not one.means or one.means != one.means.strip(" .!?"):
            yield f"what `{one.id}` means is a clause without an end"
        if one.holds is not None and not isinstance(one.holds, LIMITS):
            yield from _of_condition(one.holds, names)
    limits = {one.id: one.holds for one in reading.classes if isinstance(one.holds, LIMITS)}
    if limits and not (reading.of in names.measures or (reading.of == WORKING and score.working is not None)):
        yield unknown("measure", reading.of, names.measures)
    elif len(limits) == len(reading.classes):
        yield from _of_cover(limits, names.measures["score" if reading.of == WORKING else reading.of])
    elif [one.id for one in reading.classes if one.holds is None] != [one.id for one in reading.classes[-1:]]:
        yield "its last class, and only that, holds otherwise (or all are limits that cover the whole range)"


def _of_cover(limits: Mapping[str, AnyLimit], measure: Measure) -> Iterator[str]:
    """Limits alone have to cover all that the measure can come to, without a gap and without an overlap."""
    for value in sorted(_values(limits, measure)):
        holding = [name for name, limit in limits.items() if limit.admits(value)]
        if not holding:
            yield f"no class holds {value:g}"
        elif len(holding) > 1:
            yield f"{', '.join(f'`{name}`' for name in holding)} all hold {value:g}"


def _values(limits: Mapping[str, AnyLimit], measure: Measure) -> Iterator[float]:
    """All that points can come to; of a continuous measure each edge and the numbers next to it."""
    if isinstance(measure, Points):
        yield from measure.totals
        return
    for limit in limits.values():
        for edge in (limit.low, limit.high) if isinstance(limit, Between) else (limit.value,):
            if measure.places is None:
                yield from (math.nextafter(edge, -math.inf), edge, math.nextafter(edge, math.inf))
            else:
                step = 10**-measure.places
                yield from (round(edge + way * step, measure.places) for way in (-1, 0, 1))


def _of_working(score: Score, names: _Names) -> Iterator[str]:
    if score.working is None:
        return
    if "score" not in names.measures:
        yield "a working value is one of the measure `score`"
    for key, _ in score.working.assume:
        item = names.inputs.get(key)
        if not isinstance(item, YesNo) or not item.judgement:
            yield f"a working value assumes judgements only, and `{key}` is none"
