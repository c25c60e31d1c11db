"""How a score turns what is known into numbers: points and counts, and a few closed forms. All of it exact.

Points are added as whole thousandths, and the closed forms reckon with decimal numbers as they are written, so that
2.1 + 0.7 + 0.8 + 1.3 is 4.9 and a value on a threshold is on it. Whatever is not known makes bounds, and never a zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

from ..findings import UNKNOWN
from .conditions import Answers, Measured, OnAnswers, findings_in
from .limits import LIMITS, AnyLimit, Span

Ranges = Mapping[str, Span]
"""The bounds of numbers that are not known, by name."""

# Of our own, because an application may set the one of its thread. With 60 digits sums and products of these numbers
# are exact; a quotient is too if it ends, and one that does not end lies on no threshold and is no half to be rounded.
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


def exact(number: float) -> Decimal:
    """A number as it is written: 0.02 is a fiftieth, not the binary number nearest to it."""
    return Decimal(repr(number))


def thousandths(points: float) -> int:
    """Points in whole thousandths."""
    return int(_EXACT.multiply(exact(points), Decimal(1000)))


def rounded(number: Decimal, places: int | None) -> float:
    """A number rounded to decimal places, halves up; unrounded if ``None``."""
    if places is None:
        return float(number)
    return float(number.quantize(Decimal(1).scaleb(-places), context=_EXACT))


# Points. --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """Points for a yes."""

    key: str
    points: float = 1

    def bounds(self, values: Answers) -> tuple[int, int]:
        points = thousandths(self.points)
        answer = values[self.key]
        if answer == UNKNOWN:
            return (0, points) if points > 0 else (points, 0)
        return (points, points) if answer is True else (0, 0)

    @property
    def names(self) -> tuple[str, ...]:
        """The input it looks at."""
        return (self.key,)

    @property
    def choices(self) -> tuple[float, ...]:
        """All the points it can give."""
        return (0, self.points)


@dataclass(frozen=True, slots=True)
class Levels:
    """Points by level: those of the first level that holds, else ``otherwise``.

    A level is a limit on the input ``key``, or a condition on any inputs; then ``key`` only names the item.
    """

    key: str
    levels: tuple[tuple[AnyLimit | OnAnswers, float], ...]
    otherwise: float = 0
    conditions: tuple[tuple[OnAnswers, int], ...] = field(init=False, compare=False, repr=False)
    """The levels, each as a condition, with its points in thousandths."""
    _otherwise: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        conditions = tuple(
            (Measured(self.key, level) if isinstance(level, LIMITS) else level, thousandths(points))
            for level, points in self.levels
        )
        object.__setattr__(self, "conditions", conditions)
        object.__setattr__(self, "_otherwise", thousandths(self.otherwise))

    def bounds(self, values: Answers) -> tuple[int, int]:
        possible: list[int] = []
        for condition, points in self.conditions:
            truth = condition.truth(values)
            if truth is not False:
                possible.append(points)
            if truth is True:
                break
        else:
            possible.append(self._otherwise)
        return min(possible), max(possible)

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs and measures it looks at."""
        return tuple(name for condition, _ in self.conditions for name in findings_in(condition))

    @property
    def choices(self) -> tuple[float, ...]:
        """All the points it can give."""
        return (*(points for _, points in self.levels), self.otherwise)


@dataclass(frozen=True, slots=True)
class Points:
    """The sum of the points of items. ``unless`` makes it nothing: a part of a score that was not done at all."""

    items: tuple[Item | Levels, ...]
    name: str = "score"
    unless: OnAnswers | None = None
    # Taken apart once, because the engine asks often.
    _plain: tuple[tuple[str, int], ...] = field(init=False, compare=False, repr=False)
    _others: tuple[Levels, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        plain = tuple((item.key, thousandths(item.points)) for item in self.items if isinstance(item, Item))
        object.__setattr__(self, "_plain", plain)
        object.__setattr__(self, "_others", tuple(item for item in self.items if isinstance(item, Levels)))

    def bounds(self, values: Answers, _: Ranges) -> Span:
        if self.unless is not None and self.unless.truth(values) is True:
            return Span(0.0, 0.0)
        low = high = 0
        for key, points in self._plain:
            answer = values[key]
            if answer is True:
                low += points
                high += points
            elif answer is not False:
                if points > 0:
                    high += points
                else:
                    low += points
        for item in self._others:
            least, most = item.bounds(values)
            low += least
            high += most
        return Span(low / 1000, high / 1000)

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs and measures it looks at."""
        return tuple(dict.fromkeys(name for item in self.items for name in item.names))

    @property
    def totals(self) -> frozenset[float]:
        """All the totals it can come to."""
        totals = {0}
        for item in self.items:
            totals = {total + thousandths(points) for total in totals for points in item.choices}
        return frozenset(total / 1000 for total in totals)


# Closed forms. --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Linear:
    """``(constant + the sum of each named number times its factor) / over``, rounded to ``places``."""

    terms: tuple[tuple[str, float], ...]
    name: str = "score"
    constant: float = 0
    over: float = 1
    places: int | None = None
    _factors: tuple[tuple[str, Decimal], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_factors", tuple((name, exact(factor)) for name, factor in self.terms))

    @property
    def names(self) -> tuple[str, ...]:
        """The numbers it is reckoned from."""
        return tuple(name for name, _ in self.terms)

    def bounds(self, values: Answers, ranges: Ranges) -> Span:
        low = high = exact(self.constant)
        for name, factor in self._factors:
            least, most = (_EXACT.multiply(factor, end) for end in _bounds(name, values, ranges))
            low = _EXACT.add(low, min(least, most))
            high = _EXACT.add(high, max(least, most))
        if self.over != 1:
            low, high = sorted(_EXACT.divide(end, exact(self.over)) for end in (low, high))
        return Span(rounded(low, self.places), rounded(high, self.places))


@dataclass(frozen=True, slots=True)
class Quotient:
    """One number divided by another, both above zero, rounded to ``places``."""

    number: str
    by: str
    name: str = "score"
    places: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The numbers it is reckoned from."""
        return (self.number, self.by)

    def bounds(self, values: Answers, ranges: Ranges) -> Span:
        low, high = _bounds(self.number, values, ranges)
        least, most = _bounds(self.by, values, ranges)
        ends = _EXACT.divide(low, most), _EXACT.divide(high, least)
        return Span(rounded(ends[0], self.places), rounded(ends[1], self.places))


Measure: TypeAlias = Points | Linear | Quotient
MEASURES = (Points, Linear, Quotient)


def _bounds(name: str, values: Answers, ranges: Ranges) -> tuple[Decimal, Decimal]:
    value = values[name]
    if isinstance(value, float):
        number = exact(value)
        return number, number
    # What is no number is not known, and lies in its plausible range.
    span = value if isinstance(value, Span) else ranges[name]
    return exact(span.low), exact(span.high)
