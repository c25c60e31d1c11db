"""Scores in CLIPS: one rule a score reckons it from the record and asserts the classes that it settles.

Truths are three symbols there, ``yes``, ``no`` and ``unknown``. Points are whole thousandths, as they are here, and
their least and their most are added up apart. A number that follows from one finding alone (rounded, or in another
unit) is not worked out: the limits it is held against are turned into limits on the finding, each at the very float at
which the score's own reckoning changes, so that nothing is lost to binary fractions.

It reckons once enough is known for some class to be settled (``Score.least_told``), because most people are told little
of most scores, and whole numbers added up in CLIPS take longer than all other rules do.

What is left is a number made of several measured ones: their sum, difference or quotient is reckoned with decimal
numbers here, which CLIPS has not. The classes of such a score are asserted by whoever runs the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..authoring.conditions import (
    Absent,
    AllOf,
    AnyOf,
    AtLeastNOf,
    InClass,
    Is,
    Measured,
    NotKnown,
    OnAnswers,
    Present,
    Scored,
    every_answer,
    findings_in,
)
from ..authoring.limits import LIMITS, AnyLimit, AtLeast, AtMost, Between, LessThan, MoreThan, Span
from ..authoring.measures import Item, Levels, Linear, Measure, Points, thousandths
from ..authoring.score_inputs import Amount, Input, OneOf, YesNo
from ..authoring.scores import WORKING, Class, OnlyFor, Reading, Score
from ..authoring.statements import Scores
from ..catalogue import Knowledge
from ..findings import FINDINGS, UNKNOWN
from .clips_words import NO, YES, call, string, symbol, variable, within

FUNCTIONS = """\
; What scores are reckoned with. A truth is yes, no or unknown. Points are in thousandths, and have a
; least and a most.
(deffunction all-of ($?truths)
  (if (member$ no ?truths) then no else (if (member$ unknown ?truths) then unknown else yes)))

(deffunction any-of ($?truths)
  (if (member$ yes ?truths) then yes else (if (member$ unknown ?truths) then unknown else no)))

(deffunction several-of (?several $?truths)
  (bind ?held 0)
  (bind ?open 0)
  (foreach ?truth ?truths
    (if (eq ?truth yes) then (bind ?held (+ ?held 1)))
    (if (eq ?truth unknown) then (bind ?open (+ ?open 1))))
  (if (>= ?held ?several) then yes else (if (>= (+ ?held ?open) ?several) then unknown else no)))

(deffunction absent (?answer)
  (if (eq ?answer no) then yes else (if (eq ?answer yes) then no else unknown)))

(deffunction not-known (?answer)
  (if (eq ?answer unknown) then yes else no))

(deffunction one-of (?answer $?values)
  (if (eq ?answer unknown) then unknown else (if (member$ ?answer ?values) then yes else no)))

; Whether a number is within a limit, of which both ends are held against it.
(deffunction by-its-ends (?least ?most)
  (if (and ?least ?most) then yes else (if (or ?least ?most) then unknown else no)))

; An item that is present by the first truth, and absent by the second, or else where the first
; is false and leaves nothing open.
(deffunction present (?by ?unless ?stays-open)
  (if (eq ?unless yes) then (return no))
  (if (and ?stays-open (neq ?by yes)) then unknown else ?by))

; Of truths that are each followed by a value, the value of the first that is certain.
(deffunction first-of ($?choices)
  (loop-for-count (?n 1 (div (length$ ?choices) 2)) do
    (if (eq (nth$ (- (* 2 ?n) 1) ?choices) yes) then (return (nth$ (* 2 ?n) ?choices))))
  unknown)

; Of truths that are each followed by a value, all values that may yet be the first to hold.
(deffunction possible ($?choices)
  (bind ?possible (create$))
  (loop-for-count (?n 1 (div (length$ ?choices) 2)) do
    (bind ?truth (nth$ (- (* 2 ?n) 1) ?choices))
    (if (neq ?truth no) then (bind ?possible (create$ ?possible (nth$ (* 2 ?n) ?choices))))
    (if (eq ?truth yes) then (break)))
  ?possible)

(deffunction least ($?choices)
  (min (expand$ (possible ?choices))))

(deffunction most ($?choices)
  (max (expand$ (possible ?choices))))

; Asserts the class of one reading where only one is possible.
(deffunction settle ($?choices)
  (bind ?possible (possible ?choices))
  (if (= (length$ ?possible) 1) then (assert (reckoned (class (nth$ 1 ?possible))))))"""


def scores_in(knowledge: Knowledge) -> tuple[Score, ...]:
    """The scores that statements of a body of knowledge give classes of."""
    found: dict[str, Score] = {}
    for statement in knowledge.statements:
        for condition in statement.conditions:
            if isinstance(condition, InClass):
                score = condition.score
                assert isinstance(score, Score)
                found[score.id] = score
    return tuple(found.values())


def left_to_others(knowledge: Knowledge) -> tuple[Score, ...]:
    """The scores that CLIPS does not reckon exactly: whoever runs the program asserts their classes."""
    return tuple(score for score in scores_in(knowledge) if reckoning(score) is None)


def classes_told(scores: Iterable[Score], known: Mapping[str, Any]) -> list[str]:
    """The classes of these scores, as the facts name them, for whoever asserts them."""
    answers = every_answer(known)
    return [symbol(Scored(score.id, one).concept) for score in scores for one in sorted(score.classes_in(answers))]


def classes_of(statements: Iterable[Any]) -> list[str]:
    """The names of all classes that statements give, or ask for."""
    given = [s.concept for s in statements if isinstance(s, Scores)]
    return given + [c.concept for s in statements for c in s.conditions if isinstance(c, Scored)]


def reckoned(condition: InClass) -> str:
    """The pattern of a class that a score has been found to fall into."""
    return f"(reckoned (class {symbol(Scored(condition.score.id, condition.class_id).concept)}))"


def reckoning(score: Score) -> str | None:
    """The rule that reckons a score: empty where no record could settle it, and none where CLIPS would not be exact."""
    try:
        actions = list(_actions(score))
    except _NotExactError:
        return None
    enough = _enough_is_known(score)
    if not enough:
        return ""
    slots = call("record", (f"({symbol(name)} {variable(name)})" for name in score.findings))
    lines = [
        f"(defrule reckon-{symbol(score.id)}",
        f"  {string(score.name)}",
        f"  {slots}",
        f"  (test {enough[0] if len(enough) == 1 else call('or', enough)})",
        "  =>",
        *(f"  {action}" for action in actions),
    ]
    return "\n".join(lines) + ")"


def _enough_is_known(score: Score) -> list[str]:
    """For one class or another, that what is known adds up to what it takes."""
    least: dict[tuple[tuple[str, int], ...], int] = {}
    for one in score.every_class:
        until, adds = score.least_told(one.id)
        known = tuple((name, amount) for name, amount in adds.items() if amount)
        if known:
            least[known] = min(until, least.get(known, until))
    # What anything known is enough for includes the rest.
    for known, until in least.items():
        if until == 1 and {name for name, _ in known} >= set(score.counted):
            return [f"(neq {variable(name)} {UNKNOWN})" for name, _ in known]
    return [
        f"(>= {_sum(f'(if (eq {variable(name)} {UNKNOWN}) then 0 else {amount})' for name, amount in known)} {until})"
        for known, until in least.items()
    ]


def _sum(numbers: Iterable[str]) -> str:
    several = [number for number in numbers if number != "0"]
    return _in_lines("+", several) if len(several) > 1 else "".join(several) or "0"


class _NotExactError(Exception):
    """CLIPS would not reckon this as exactly as it is declared."""


@dataclass(frozen=True)
class _Value:
    """An input or a measure: what stands for it, and how a limit on it is written.

    ``most`` is there for points, of which ``expression`` is then the least. ``always`` is what a measure comes to where
    nothing is known, if that is more than ``unknown`` says.
    """

    expression: str
    most: str | None = None
    turned: Callable[[AnyLimit], Iterable[AnyLimit]] = lambda limit: [limit]
    always: Span | None = None


Values = Mapping[str, _Value]


def _actions(score: Score) -> Iterator[str]:
    values: dict[str, _Value] = {}
    for item in score.inputs:
        value = _input(item, score)
        if value.expression.startswith("("):
            yield f"(bind ?is-{symbol(item.key)} {value.expression})"
            value = _Value(f"?is-{symbol(item.key)}")
        values[item.key] = value
    working = dict(values)
    yield from _measures(score, values, "")
    if score.working is not None:
        for key, assumed in score.working.assume:
            working[key] = _assumed(working[key], YES if assumed else NO)
        yield from _measures(score, working, f"{WORKING}-")
        values[WORKING] = working["score"]
    readings = [_reading(reading, score, values) for reading in score.readings]
    limits = [
        f"({'eq' if isinstance(limit, OnlyFor) else 'neq'} {_truth(limit.when, values)} {YES})"
        for limit in score.limits
    ]
    if limits:
        condition = limits[0] if len(limits) == 1 else call("and", limits)
        yield "\n    ".join([f"(if {condition} then", *readings]) + ")"
    else:
        yield from readings


def _measures(score: Score, values: dict[str, _Value], mark: str) -> Iterator[str]:
    for measure in score.measures:
        if isinstance(measure, Linear) and len(measure.names) == 1:
            values[measure.name] = _follows(measure, score, values)
            continue
        least, most = (f"?{end}-{mark}{symbol(measure.name)}" for end in ("least", "most"))
        for name, points in zip((least, most), _bounds(measure, values), strict=True):
            yield f"(bind {name} {points})"
        values[measure.name] = _Value(least, most, _in_thousandths)


def _assumed(value: _Value, answer: str) -> _Value:
    if value.expression == UNKNOWN:
        return _Value(answer)
    return _Value(f"(if (eq {value.expression} {UNKNOWN}) then {answer} else {value.expression})")


# Inputs. --------------------------------------------------------------------------------------------------------------


def _input(item: Input, score: Score) -> _Value:
    if isinstance(item, YesNo):
        return _Value(_yes_or_no(item))
    if isinstance(item, OneOf):
        choices = [part for value, when in item.when for part in (_truth(when, {}), symbol(value))]
        return _Value(call("first-of", choices) if choices else UNKNOWN)
    if any(one.findings for one in score.inputs if one.key in item.parts):
        raise _NotExactError(f"{item.key} is reckoned from other inputs")
    if not item.findings:
        return _Value(UNKNOWN)
    (finding, *others) = item.findings
    if others or (item.converted is not None and not _grows(item.converted)):
        raise _NotExactError(f"{item.key} is reckoned from several findings")
    if item.converted is None and item.places is None:
        return _Value(variable(finding))

    def value(told: float) -> float:
        return _only(score.reckon(_inputs_of(score, finding, told)).known[item.key])

    return _Value(variable(finding), turned=lambda limit: _on_the_finding(limit, value, finding))


def _yes_or_no(item: YesNo) -> str:
    by = UNKNOWN if item.when is None else _truth(item.when, {})
    if item.unless is None and (not item.stays_open or by == UNKNOWN):
        return by
    unless = NO if item.unless is None else _truth(item.unless, {})
    return call("present", [by, unless, "TRUE" if item.stays_open else "FALSE"])


# Measures. ------------------------------------------------------------------------------------------------------------


def _bounds(measure: Measure, values: Values) -> tuple[str, str]:
    """The least and the most of a measure of points."""
    if isinstance(measure, Points):
        least, most = zip(*(_points(item, values) for item in measure.items), strict=True)
        if measure.unless is None:
            return _sum(least), _sum(most)
        nothing = f"(if (eq {_truth(measure.unless, values)} {YES}) then 0 else"
        return f"{nothing} {_sum(least)})", f"{nothing} {_sum(most)})"
    parts = [values[name] for name in measure.names]
    mosts = [part.most for part in parts if part.most is not None]
    if not isinstance(measure, Linear) or len(mosts) < len(parts) or not _is_plain_sum(measure):
        raise _NotExactError(f"{measure.name} is reckoned from several measured numbers")
    return call("+", (part.expression for part in parts)), call("+", mosts)


def _points(item: Item | Levels, values: Values) -> tuple[str, str]:
    if isinstance(item, Item):
        points, answer = thousandths(item.points), values[item.key].expression
        if answer in (UNKNOWN, NO):
            ends = (0, points) if answer == UNKNOWN else (0, 0)
            return str(min(ends)), str(max(ends))
        surely = f"(if (eq {answer} {YES}) then {points} else 0)"
        maybe = f"(if (eq {answer} {NO}) then 0 else {points})"
        return (surely, maybe) if points > 0 else (maybe, surely)
    by_number = _by_number(item, values)
    if by_number is not None:
        return by_number
    choices = [part for when, points in item.conditions for part in (_truth(when, values), str(points))]
    choices += [YES, str(thousandths(item.otherwise))]
    return call("least", choices), call("most", choices)


def _by_number(item: Levels, values: Values) -> tuple[str, str] | None:
    """Levels of one number that is known or not, which are held against it one after the other."""
    written = str(thousandths(item.otherwise))
    names = {name for when, _ in item.conditions for name in findings_in(when)}
    value = values[next(iter(names))]
    if len(names) > 1 or value.most is not None:
        return None
    for when, points in reversed(item.conditions):
        limits = list(value.turned(when.limit)) if isinstance(when, Measured) else []
        if len(limits) != 1 or isinstance(limits[0], Between):
            return None
        written = f"(if {within(value.expression, limits[0])} then {points} else {written})"
    ends = sorted(map(thousandths, item.choices))
    least, most = (f"(if (eq {value.expression} {UNKNOWN}) then {end} else {written})" for end in (ends[0], ends[-1]))
    return least, most


def _is_plain_sum(linear: Linear) -> bool:
    return (
        all(factor == 1 for _, factor in linear.terms)
        and linear.constant == 0
        and linear.over == 1
        and linear.places is None
    )


def _grows(linear: Linear) -> bool:
    return all(factor * linear.over > 0 for _, factor in linear.terms)


def _follows(measure: Linear, score: Score, values: Values) -> _Value:
    """A measure that follows from one input."""
    (key,) = measure.names
    inputs = {item.key: item for item in score.inputs}
    item = inputs.get(key)
    if not isinstance(item, Amount) or len(item.findings) != 1 or not _grows(measure):
        raise _NotExactError(f"{measure.name} does not follow from one finding")
    (finding,) = item.findings
    always = score.reckon(dict.fromkeys(inputs, UNKNOWN)).measures[measure.name]
    expression = values[key].expression
    if item.converted is None and item.places is None and _is_plain_sum(measure):
        return _Value(expression, always=always)

    def value(told: float) -> float:
        return _only(score.reckon(_inputs_of(score, finding, told)).measures[measure.name])

    return _Value(expression, turned=lambda limit: _on_the_finding(limit, value, finding), always=always)


def _inputs_of(score: Score, finding: str, told: float) -> dict[str, Any]:
    return score.read({**dict.fromkeys(score.findings, UNKNOWN), finding: told})


def _only(value: Any) -> float:
    if isinstance(value, Span):
        assert value.low == value.high
        return value.low
    assert isinstance(value, float)
    return value


# Classes. -------------------------------------------------------------------------------------------------------------


def _reading(reading: Reading, score: Score, values: Values) -> str:
    choices = ((_holds(one, reading, values), Scored(score.id, one.id).concept) for one in reading.classes)
    return _in_lines("settle", (f"{truth} {symbol(name)}" for truth, name in choices))


def _in_lines(function: str, arguments: Iterable[str]) -> str:
    return "\n      ".join([f"({function}", *arguments]) + ")"


def _holds(one: Class, reading: Reading, values: Values) -> str:
    if one.holds is None:
        return YES
    return _within(one.holds, values[reading.of]) if isinstance(one.holds, LIMITS) else _truth(one.holds, values)


# Conditions and limits, three-valued. ---------------------------------------------------------------------------------

_COMPOSED: dict[type[OnAnswers], str] = {AllOf: "all-of", AnyOf: "any-of", AtLeastNOf: "several-of"}


def _truth(condition: OnAnswers, values: Values) -> str:
    """The truth of a condition on inputs and measures; without any, of one on findings."""
    composed = _COMPOSED.get(type(condition))
    if composed is not None:
        assert isinstance(condition, AllOf)
        several = [str(condition.n)] if isinstance(condition, AtLeastNOf) else []
        return call(composed, [*several, *(_truth(part, values) for part in condition.parts)])
    write = _TRUTHS.get(type(condition))
    if write is None:
        raise TypeError(f"{type(condition).__name__} has no form in CLIPS")
    (name,) = findings_in(condition)
    return write(condition, values[name] if values else _Value(variable(name)))


_TRUTHS: dict[type[OnAnswers], Callable[[Any, _Value], str]] = {
    Present: lambda _, value: value.expression,
    Absent: lambda _, value: call("absent", [value.expression]),
    Is: lambda it, value: call("one-of", [value.expression, *map(symbol, it.in_)]),
    NotKnown: lambda _, value: call("not-known", [value.expression]),
    Measured: lambda it, value: _within(it.limit, value),
}


def _within(limit: AnyLimit, value: _Value) -> str:
    if value.always is not None and value.always.within(limit) is not None:
        raise _NotExactError("what is not known is nevertheless within a limit, or beyond it")
    if isinstance(limit, Between):
        parts: list[AnyLimit] = [AtLeast(limit.low), AtMost(limit.high)]
    elif isinstance(limit, LIMITS):
        parts = [limit]
    else:
        raise TypeError(f"{type(limit).__name__} has no form in CLIPS")
    held = [_held(one, value) for part in parts for one in value.turned(part)]
    return held[0] if len(held) == 1 else call("all-of", held)


def _held(limit: AnyLimit, value: _Value) -> str:
    if value.most is not None:
        return call("by-its-ends", (within(end, limit, str) for end in (value.expression, value.most)))
    held = f"(if {within(value.expression, limit)} then {YES} else {NO})"
    return f"(if (eq {value.expression} {UNKNOWN}) then {UNKNOWN} else {held})"


def _in_thousandths(limit: AnyLimit) -> list[AnyLimit]:
    assert not isinstance(limit, Between)
    points = thousandths(limit.value)
    if points / 1000 != limit.value:
        raise _NotExactError(f"{limit.value} is no whole number of thousandths")
    return [type(limit)(points)]


def _on_the_finding(limit: AnyLimit, value: Callable[[float], float], finding: str) -> list[AnyLimit]:
    """A limit on what grows with a finding, as a limit on the finding."""
    between = FINDINGS[finding].range
    assert between is not None
    upwards = isinstance(limit, (AtLeast, MoreThan))
    low, high = map(float, between)
    if limit.admits(value(low)) == limit.admits(value(high)):
        raise _NotExactError(f"no {finding} is on the limit {limit}")
    # The first float on the far side of it.
    while low < (middle := low + (high - low) / 2) < high:
        if limit.admits(value(middle)) is upwards:
            high = middle
        else:
            low = middle
    return [AtLeast(high) if upwards else LessThan(high)]
