"""What an evaluation finds: counts with their intervals, and for each case what came out and why."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, computed_field

from ..authoring.terms import Urgency
from ..trace import KnowledgeUsed
from ..weighing import Likelihood, Status


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Share(_Part):
    """``count`` out of ``of``, with the Wilson interval from ``low`` to ``high``, shares from 0 to 1.

    Where there is no case to count, ``of`` is 0, and there is neither a share nor an interval.
    """

    count: int
    of: int
    low: float | None = None
    high: float | None = None

    @computed_field
    def share(self) -> float | None:
        """The share itself, to four places."""
        return round(self.count / self.of, 4) if self.of else None


class Measures(_Part):
    """The measures of a set of cases. Each is out of the cases it can be taken on."""

    cases: int
    top_1: Share = Field(description="an expected cause stands first; out of the cases that expect one")
    top_3: Share = Field(description="an expected cause is among the first three")
    top_5: Share = Field(description="an expected cause is among the first five")
    urgency_exact: Share = Field(description="the urgency is the expected one")
    urgency_acceptable: Share = Field(description="the urgency is the expected one or an acceptable one")
    safe: Share = Field(description="the urgency is not below the lowest of the expected and acceptable ones")
    over_triage: Share = Field(description="the urgency is above the highest of the expected and acceptable ones")
    emergency_sensitivity: Share = Field(description="of the expected emergencies, those called one")
    raised_to_emergency: Share = Field(
        description="called an emergency; out of the cases that can wait, where nothing above within_days is acceptable"
    )
    raised_to_same_day: Share = Field(description="called same_day; out of the cases that can wait")


class Group(_Part):
    """The measures of the cases that have something in common: their bank, or one of their expected causes."""

    name: str
    measures: Measures


class SetBy(_Part):
    """What set the urgency: an ``alert`` or a ``cause`` by its id, or the ``default``."""

    kind: str
    id: str


class FiredAlert(_Part):
    """A red flag that fired."""

    id: str
    rule_id: str
    urgency: Urgency
    suspects: tuple[str, ...]


class RankedCause(_Part):
    """A cause as it was ranked; ``rank`` is 1 for the first. ``weight`` is in millibans, and no probability."""

    cause_id: str
    rank: int
    weight: int
    likelihood: Likelihood
    status: Status


class Against(_Part):
    """A reason against a cause. ``counted`` is false where a stronger sign of its group spoke instead."""

    rule_id: str
    weight: int
    counted: bool


class ExpectedCause(_Part):
    """How an expected cause fared. ``ranked`` is ``None`` where the knowledge does not hold the cause."""

    cause_id: str
    ranked: RankedCause | None
    not_asked: tuple[str, ...] = Field(description="findings not known that its evidence looks at, weightiest first")
    against: tuple[Against, ...] = Field(description="the reasons against it, strongest first")


class CaseResult(_Part):
    """One case: what was expected, what came out, and what it came from. It holds no answer of the record."""

    bank: str
    id: str
    name: str
    expected_causes: tuple[str, ...]
    expected_urgency: Urgency
    acceptable_urgencies: tuple[Urgency, ...]
    urgency_why: str
    urgency: Urgency
    rank: int | None = Field(description="of the expected cause that stands highest; null without one")
    urgency_exact: bool
    urgency_acceptable: bool
    safe: bool
    over_triage: bool
    misses: tuple[str, ...] = Field(description="of `cause` (none stands first) and `urgency` (not acceptable)")
    left_out: tuple[str, ...] = Field(description="the confirming findings that were on record and were dropped")
    set_by: tuple[SetBy, ...]
    alerts: tuple[FiredAlert, ...]
    top: tuple[RankedCause, ...] = Field(description="the first five causes")
    expected: tuple[ExpectedCause, ...]


class Report(_Part):
    """The result of :func:`calf_expert.evaluation.evaluate`. Written as JSON, its keys are stable."""

    notice: str
    knowledge: KnowledgeUsed
    kept_confirming: bool
    interval: str = "Wilson score interval, 95%"
    overall: Measures
    by_bank: tuple[Group, ...]
    by_cause: tuple[Group, ...] = Field(
        description="by expected cause; a case that expects several stands under each of them"
    )
    confusion: dict[str, dict[str, int]] = Field(description="number of cases by expected and by given urgency")
    unknown_causes: tuple[str, ...] = Field(description="causes that cases expect and the knowledge does not hold")
    cases: tuple[CaseResult, ...]

    @property
    def missed(self) -> tuple[CaseResult, ...]:
        """The cases in which the cause or the urgency was missed."""
        return tuple(case for case in self.cases if case.misses)

    def __repr__(self) -> str:
        return f"<Report: {len(self.cases)} cases, {len(self.missed)} missed>"

    __str__ = __repr__
