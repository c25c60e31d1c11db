"""What a check comes to. Nothing here ever holds an answer, nor anything else that was read in the result."""

from __future__ import annotations

import enum
from dataclasses import dataclass

_SHOWN = 20


class Outcome(str, enum.Enum):
    """How a check ended."""

    ACCEPTED = "accepted"
    """Everything the result says follows from its answers and the statements, and nothing that follows is missing."""
    REJECTED = "rejected"
    """Something in it does not follow, or something that follows is missing."""
    CANNOT_CHECK = "cannot_check"
    """It is no result, was made with other knowledge, or the knowledge holds forms that the checker does not know."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that is not as it has to be.

    ``where`` is the place in the result (``trace[4].weight``), ``rule_id`` the rule it is about, if any, and
    ``expected`` what the checker expected there, in words. Findings, rules and causes are named, answers never.
    """

    where: str
    expected: str
    rule_id: str | None = None

    def __str__(self) -> str:
        rule = f" ({self.rule_id})" if self.rule_id else ""
        return f"{self.where}{rule}: {self.expected}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check, and all that spoke against accepting. It is true in an ``if`` only when accepted."""

    outcome: Outcome
    problems: tuple[Discrepancy, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the result was checked, and all of it holds."""
        return self.outcome is Outcome.ACCEPTED

    def __bool__(self) -> bool:
        return self.accepted

    def to_text(self) -> str:
        """The outcome and the first problems in words."""
        lines = [f"{self.outcome.value.replace('_', ' ').capitalize()}."]
        lines += [f"  {problem}" for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            lines.append(f"  ... and {len(self.problems) - _SHOWN} more.")
        return "\n".join(lines)

    __str__ = to_text


class CannotCheckError(Exception):
    """There is nothing to check, or no way to check it. Never leaves the checker."""

    def __init__(self, *reasons: Discrepancy) -> None:
        self.reasons = reasons
        super().__init__(*reasons)
