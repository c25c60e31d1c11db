"""Limits that a number is held against, and numbers that are known only within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias


class Limit(Protocol):
    """A limit that a measured finding is held against."""

    def admits(self, value: float) -> bool: ...

    def in_words(self, unit: str) -> str: ...


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The value or more."""

    value: float

    def admits(self, value: float) -> bool:
        return value >= self.value

    def in_words(self, unit: str) -> str:
        return f"{self.value:g}{unit} or more"


@dataclass(frozen=True, slots=True)
class MoreThan:
    """More than the value."""

    value: float

    def admits(self, value: float) -> bool:
        return value > self.value

    def in_words(self, unit: str) -> str:
        return f"more than {self.value:g}{unit}"


@dataclass(frozen=True, slots=True)
class AtMost:
    """The value or less."""

    value: float

    def admits(self, value: float) -> bool:
        return value <= self.value

    def in_words(self, unit: str) -> str:
        return f"{self.value:g}{unit} or less"


@dataclass(frozen=True, slots=True)
class LessThan:
    """Less than the value."""

    value: float

    def admits(self, value: float) -> bool:
        return value < self.value

    def in_words(self, unit: str) -> str:
        return f"less than {self.value:g}{unit}"


@dataclass(frozen=True, slots=True)
class Between:
    """From ``low`` to ``high``, both allowed."""

    low: float
    high: float

    def admits(self, value: float) -> bool:
        return self.low <= value <= self.high

    def in_words(self, unit: str) -> str:
        return f"from {self.low:g} to {self.high:g}{unit}"


AnyLimit: TypeAlias = AtLeast | MoreThan | AtMost | LessThan | Between
LIMITS = (AtLeast, MoreThan, AtMost, LessThan, Between)


@dataclass(frozen=True, slots=True)
class Span:
    """A number of which only bounds are known; both can be reached. Scores reckon with it where items are not known."""

    low: float
    high: float

    def within(self, limit: AnyLimit) -> bool | None:
        """Whether the number lies within a limit: ``None`` where only some numbers between the bounds do."""
        at_low, at_high = limit.admits(self.low), limit.admits(self.high)
        if at_low and at_high:
            return True
        inside = isinstance(limit, Between) and self.low < limit.low and limit.high < self.high
        return None if at_low or at_high or inside else False
