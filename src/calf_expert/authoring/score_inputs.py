"""What a published score is filled in with: its items, each read from findings or given by its key.

An item that is not known stays not known; a number that is known only in part is the span in which it lies.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..findings import FINDINGS, UNKNOWN
from .conditions import Answers, OnAnswers, Present, Value, findings_in
from .limits import Span
from .measures import Linear, Quotient, exact, rounded


@dataclass(frozen=True, slots=True)
class YesNo:
    """An item that is present or absent.

    ``when`` says by which findings it is present. Where that is false it is absent, unless it ``stays_open`` because
    the findings ask for less than the item does. ``unless`` makes it absent on its own grounds: a man is not pregnant.

    Without ``when`` no finding makes it present: the vocabulary has none, or it is a ``judgement`` that only a
    clinician can make. A judgement is never filled in from a record, whoever wrote the record.
    """

    key: str
    label: str
    when: OnAnswers | None = None
    unless: OnAnswers | None = None
    stays_open: bool = False
    judgement: bool = False

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings it is read from."""
        conditions = [condition for condition in (self.when, self.unless) if condition is not None]
        return tuple(dict.fromkeys(name for condition in conditions for name in findings_in(condition)))

    @property
    def told_by(self) -> str | None:
        """The one finding that is this item, where there is such a one."""
        plain = self.unless is None and not self.stays_open and isinstance(self.when, Present)
        return self.findings[0] if plain else None

    def read(self, answers: Answers) -> Value:
        """What findings say of it."""
        if self.unless is not None and self.unless.truth(answers) is True:
            return False
        truth = None if self.when is None else self.when.truth(answers)
        return UNKNOWN if truth is None or (self.stays_open and not truth) else truth


@dataclass(frozen=True, slots=True)
class Amount:
    """An item that is a number in ``unit``; ``between`` is its plausible range, both ends allowed: the finding's own.

    ``finding`` is where a record tells it; ``converted`` reckons it from findings in other units. ``reckoned`` works it
    out from other inputs of the score where it is not given itself. ``places`` rounds it, halves up.
    """

    key: str
    label: str
    unit: str
    between: tuple[float, float] | None = None
    finding: str | None = None
    converted: Linear | None = None
    reckoned: Quotient | None = None
    places: int | None = None

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings it is read from."""
        if self.converted is not None:
            return self.converted.names
        return () if self.finding is None else (self.finding,)

    @property
    def parts(self) -> tuple[str, ...]:
        """The inputs it may be worked out from."""
        return self.reckoned.names if self.reckoned is not None else ()

    @property
    def range(self) -> Span:
        """Its plausible range; without end only in a declaration that the checks refuse."""
        finding = FINDINGS.get(self.finding or "")
        between = self.between or (finding.range if finding is not None else None)
        return Span(*between) if between is not None else Span(-math.inf, math.inf)

    @property
    def told_by(self) -> str | None:
        """The one finding that is this item, where there is such a one."""
        return self.finding

    def read(self, answers: Answers) -> Value:
        """What findings say of it."""
        if self.finding is not None:
            return answers[self.finding]
        if self.converted is None or all(answers[name] == UNKNOWN for name in self.converted.names):
            return UNKNOWN
        return _number(self.converted.bounds(answers, _ranges_of(self.converted.names)))

    def settle(self, known: Answers, ranges: Mapping[str, Span]) -> Value:
        """Its value among the score's inputs: as given, or else reckoned from them; rounded."""
        value = known[self.key]
        reckoned = self.reckoned
        if value == UNKNOWN and reckoned is not None and any(known[name] != UNKNOWN for name in reckoned.names):
            value = _number(reckoned.bounds(known, ranges))
        if self.places is not None and isinstance(value, float):
            return rounded(exact(value), self.places)
        return value


def _number(span: Span) -> Value:
    return span.low if span.low == span.high else span


def _ranges_of(findings: tuple[str, ...]) -> dict[str, Span]:
    ranges = {name: FINDINGS[name].range for name in findings}
    return {name: Span(*between) for name, between in ranges.items() if between is not None}


@dataclass(frozen=True, slots=True)
class OneOf:
    """An item that takes one of several values. ``when`` says by which findings each does; the first that holds."""

    key: str
    label: str
    values: tuple[str, ...]
    when: tuple[tuple[str, OnAnswers], ...] = ()

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings it is read from."""
        return tuple(dict.fromkeys(name for _, condition in self.when for name in findings_in(condition)))

    @property
    def told_by(self) -> None:
        """No finding has the very values of the item."""
        return

    def read(self, answers: Answers) -> Value:
        """What findings say of it."""
        return next((value for value, condition in self.when if condition.truth(answers) is True), UNKNOWN)


Input: TypeAlias = YesNo | Amount | OneOf
