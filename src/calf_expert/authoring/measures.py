"""How a score turns what is known into numbers: points and counts, and a few closed forms. All of it exact.

Points are added as whole thousandths and the closed forms reckon with fractions, so that 2.1 + 0.7 + 0.8 + 1.3 is 4.9,
and a value on a threshold is on it. Whatever is not known makes bounds, and never a zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from ..findings import UNKNOWN
from .conditions import Answers, Measured, OnAnswers
from .limits import LIMITS, AnyLimit, Span

Ranges = Mapping[str, Span]
"""The bounds of numbers that are not known, by name."""


@cache
def exact(number: float) -> Fraction:
    """A number as it is written: 0.02 is a fiftieth, not the binary number nearest to it. Only for declared numbers."""
    return _exact(number)


def _exact(number: float) -> Fraction:
    # Not cached: these may be numbers of a person.
    return Fraction(repr(number))


@cache
def thousandths(points: float) -> int:
    """Declared points in whole thousandths."""
    return round(1000 * exact(points))


def rounded(number: Fraction, places: int | None) -> Fraction:
    """Rounded to decimal places, halves up; unrounded if ``None``."""
    if places is None:
        return number
    unit = 10**places
    return Fraction(math.floor(number * unit + Fraction(1, 2)), unit)


def round_number(number: float, places: int) -> float:
    """A number rounded as a laboratory would, halves up."""
    return float(rounded(_exact(number), places))


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
            return min(0, points), max(0, points)
        return (points, points) if answer is True else (0, 0)

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

    def bounds(self, values: Answers) -> tuple[int, int]:
        possible: list[int] = []
        for condition in self.conditions:
            truth = condition[0].truth(values)
            if truth is not False:
                possible.append(thousandths(condition[1]))
            if truth is True:
                break
        else:
            possible.append(thousandths(self.otherwise))
        return min(possible), max(possible)

    @property
    def conditions(self) -> Iterator[tuple[OnAnswers, float]]:
        """The levels, each as a condition."""
        for level, points in self.levels:
            yield (Measured(self.key, level) if isinstance(level, LIMITS) else level), points

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

    def bounds(self, values: Answers, _: Ranges) -> Span:
        if self.unless is not None and self.unless.truth(values) is True:
            return Span(0.0, 0.0)
        low = high = 0
        for item in self.items:
            least, most = item.bounds(values)
            low += least
            high += most
        return Span(low / 1000, high / 1000)

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

    @property
    def names(self) -> tuple[str, ...]:
        """The numbers it is reckoned from."""
        return tuple(name for name, _ in self.terms)

    def bounds(self, values: Answers, ranges: Ranges) -> Span:
        low = high = exact(self.constant)
        for name, factor in self.terms:
            ends = [exact(factor) * end for end in _bounds(name, values, ranges)]
            low += min(ends)
            high += max(ends)
        ends = [rounded(end / exact(self.over), self.places) for end in (low, high)]
        return Span(float(min(ends)), float(max(ends)))


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
        return Span(float(rounded(low / most, self.places)), float(rounded(high / least, self.places)))


Measure: TypeAlias = Points | Linear | Quotient
MEASURES = (Points, Linear, Quotient)


def _bounds(name: str, values: Answers, ranges: Ranges) -> tuple[Fraction, Fraction]:
    value = values[name]
    if isinstance(value, float):
        number = _exact(value)
        return number, number
    # What is no number is not known, and lies in its plausible range.
    span = value if isinstance(value, Span) else ranges[name]
    return _exact(span.low), _exact(span.high)
