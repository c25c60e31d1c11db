"""Whether conditions hold: the checker's own evaluator, which never asks a condition for its truth.

A further form of condition is added here: a leaf that looks at one finding in ``_LEAVES``, one that joins others in
``_LEAST``, one on conclusions in ``_ON_CONCLUSIONS``; one that is reckoned, as a score is, in ``scores``. A form that
stands in none of them is refused by name.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..authoring import conditions as said
from ..authoring import limits as limit_forms
from .record import Known
from .verdict import CannotCheckError, Discrepancy

Fact = tuple[str, str]
"""Something that was concluded: its sort (concept, score, considered, suspected, urgency, option) and its name."""


class Bounds(NamedTuple):
    """A number that is only known to lie between two others. Scores reckon with such numbers; records hold none."""

    low: float
    high: float


_LIMITS: Mapping[type, Callable[[Any, Any], bool]] = {
    limit_forms.AtLeast: lambda value, limit: operator.ge(value, limit.value),
    limit_forms.MoreThan: lambda value, limit: operator.gt(value, limit.value),
    limit_forms.AtMost: lambda value, limit: operator.le(value, limit.value),
    limit_forms.LessThan: lambda value, limit: operator.lt(value, limit.value),
    limit_forms.Between: lambda value, limit: not (value < limit.low or value > limit.high),
}

# Each is told only of an answer that is known.
_LEAVES: Mapping[type, Callable[[Any, Any], bool | None]] = {
    said.Present: lambda _, answer: answer is True,
    said.Absent: lambda _, answer: answer is False,
    said.Is: lambda leaf, answer: answer in leaf.in_,
    said.Measured: lambda leaf, answer: within(answer, leaf.limit),
    said.NotKnown: lambda *_: False,
}

# How many of its parts have to hold.
_LEAST: Mapping[type, Callable[[Any], int]] = {
    said.AllOf: lambda composite: len(composite.parts),
    said.AnyOf: lambda _: 1,
    said.AtLeastNOf: lambda composite: int(composite.n),
}

_ON_CONCLUSIONS: Mapping[type, Callable[[Any], Fact]] = {
    said.Concluded: lambda condition: ("concept", condition.concept),
    said.NotConcluded: lambda condition: ("no_concept", condition.concept),
    said.Scored: lambda condition: ("score", f"{condition.score}:{condition.class_id}"),
    said.Considered: lambda condition: ("considered", condition.cause),
    said.Suspected: lambda condition: ("suspected", condition.cause),
    said.UrgencyAtLeast: lambda condition: ("urgency", condition.level.value),
    said.Offered: lambda condition: ("option", condition.what),
}


def is_limit(form: Any) -> bool:
    """Whether it is a limit that a number is held against."""
    return type(form) in _LIMITS


def within(value: Any, limit: Any) -> bool | None:
    """Whether a number lies within a limit: ``None`` where of one known by its bounds only some possible values do."""
    admits = _LIMITS[type(limit)]
    if not isinstance(value, Bounds):
        return admits(value, limit)
    ends = admits(value.low, limit), admits(value.high, limit)
    around = isinstance(limit, limit_forms.Between) and value.low < limit.low and value.high > limit.high
    if ends[0] == ends[1] and not around:
        return ends[0]
    return None


def unknown_forms_in(condition: Any) -> Iterator[str]:
    """The names of the forms in a condition that the checker does not know."""
    kind = type(condition)
    if kind in _LEAST:
        for part in condition.parts:
            yield from unknown_forms_in(part)
    elif kind is said.Measured and type(condition.limit) not in _LIMITS:
        yield type(condition.limit).__name__
    elif kind not in _LEAVES and kind not in _ON_CONCLUSIONS:
        yield kind.__name__


def refuse_unknown(kind: str, names: Iterable[str]) -> None:
    """Say that there are forms which cannot be checked, if there are.

    Raises:
        CannotCheckError: naming them.
    """
    unknown = sorted(set(names))
    if unknown:
        raise CannotCheckError(
            Discrepancy("knowledge", f"expected no {kind} that the checker does not know: {', '.join(unknown)}")
        )


def on_conclusion(condition: Any) -> Fact | None:
    """What a condition on conclusions asks for: a fact, or ``no_concept``. ``None`` for a condition on answers."""
    read = _ON_CONCLUSIONS.get(type(condition))
    return None if read is None else read(condition)


def truth(condition: Any, known: Known) -> bool | None:
    """True, false, or ``None`` where it takes an answer that is not known."""
    holds = _LEAVES.get(type(condition))
    if holds is None:
        return _truth_of_composite(condition, known)
    if type(condition) is said.NotKnown:
        return condition.finding not in known
    return holds(condition, known[condition.finding]) if condition.finding in known else None


def _truth_of_composite(composite: Any, known: Known) -> bool | None:
    parts = [truth(part, known) for part in composite.parts]
    least, held = _LEAST[type(composite)](composite), parts.count(True)
    if held >= least:
        return True
    return None if held + parts.count(None) >= least else False


def leaves_of(condition: Any) -> Iterator[Any]:
    """The single conditions on answers in a condition, in order."""
    if type(condition) in _LEAST:
        for part in condition.parts:
            yield from leaves_of(part)
    elif type(condition) in _LEAVES:
        yield condition


def leaves_that_held(condition: Any, known: Known) -> Iterator[Any]:
    """The leaves that a true condition on answers rests on: of a composite only the parts that hold."""
    if type(condition) not in _LEAST:
        yield condition
        return
    for part in condition.parts:
        if truth(part, known) is True:
            yield from leaves_that_held(part, known)


def one_answer_meets(condition: Any) -> bool:
    """Whether there is only one answer that meets a leaf."""
    kind = type(condition)
    return kind in (said.Present, said.Absent) or (kind is said.Is and len(condition.in_) == 1)
