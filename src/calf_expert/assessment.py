"""The result: typed, frozen, the same bytes for the same input, with everything needed to check and to replay it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .authoring.terms import Grade, OptionKind, Urgency
from .errors import UnknownIdError
from .explanation.proof import Proof, prove
from .explanation.text import assessment_in_text
from .weighing import Likelihood, Status

NOTICE = (
    "This informs and does not diagnose. It was produced by rules that no clinician has reviewed. "
    "If you are worried or getting worse, get medical help, whatever it says here."
)
"""Carried by every rendering of a result."""

AnswerValue = bool | float | str
ItemStatus = Literal["offered", "caution", "ask_first", "contraindicated"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Premise(_Part):
    """One thing a firing rested on. ``kind`` is ``answer`` for an answer of the person, else a conclusion of a rule.

    For an answer, ``id`` is the finding and ``answer`` what was recorded (``None``: not asked). For a conclusion, it is
    the concept, cause, level or option.
    """

    kind: str
    id: str
    # Not in its repr, nor in that of what holds it: those end up in logs.
    says: str = Field(repr=False)
    answer: AnswerValue | None = Field(default=None, repr=False)


class Step(_Part):
    """One firing, in the order of the engine's agenda."""

    rule_id: str
    verb: str
    premises: tuple[Premise, ...]
    concludes: tuple[str, ...]
    because: str
    weight: int | None = Field(default=None, description="millibans (1000 log10 LR); evidence only")
    counted: bool | None = Field(default=None, description="whether it was the strongest of its group; evidence only")
    group: str | None = None
    lr: float | None = None
    ci: tuple[float, float] | None = None
    sources: tuple[str, ...]
    grade: Grade
    verified: bool
    written_at: str


class Alert(_Part):
    """A red flag that fired."""

    id: str
    rule_id: str
    urgency: Urgency
    action: str
    because: str
    suspects: tuple[str, ...]
    premises: tuple[Premise, ...]
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


class Reason(_Part):
    """Evidence for or against a cause. ``counted`` is false where a stronger sign of its group spoke instead."""

    rule_id: str
    because: str
    weight: int = Field(description="millibans (1000 log10 LR), negative against the cause")
    counted: bool
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


class SafetyNote(_Part):
    """Why an option is forbidden, or what to be careful about."""

    rule_id: str
    because: str
    major: bool
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


class OpenQuestion(_Part):
    """A question that has to be answered before an option can be cleared."""

    finding: str
    question: str
    because: str
    rule_id: str


class ManagementItem(_Part):
    """An option that came up for a cause, with all that speaks against it for this person.

    ``status`` is ``offered``, ``caution`` (with a clinician's word), ``ask_first`` (cannot be cleared before the
    questions in ``ask_first`` are answered) or ``contraindicated``. No doses, ever.
    """

    id: str
    name: str
    kind: OptionKind
    status: ItemStatus
    listed_by: str = Field(description="grade of the statement that brings it up, e.g. founding_document")
    because: str
    guidance: str = Field(description="what current guidance says")
    contraindications: tuple[SafetyNote, ...] = ()
    cautions: tuple[SafetyNote, ...] = ()
    ask_first: tuple[OpenQuestion, ...] = ()
    sources: tuple[str, ...]
    rule_id: str


class Conclusion(_Part):
    """One cause, with the reasons on both sides.

    ``management`` is what may be spoken of with this person. ``withheld`` holds physical measures and self-care that
    something forbids, or whose questions have not been answered: they are not advice.
    """

    cause_id: str
    name: str
    icd10: str
    summary: str
    likelihood: Likelihood
    status: Status
    weight: int = Field(description="millibans: commonness plus the counted evidence; for ranking, not a probability")
    urgency: Urgency = Field(description="how soon a person with this cause should be seen")
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    not_asked: tuple[str, ...] = Field(
        description="findings not known that its evidence looks at, the weightiest first"
    )
    management: tuple[ManagementItem, ...]
    withheld: tuple[ManagementItem, ...]
    open_until: str | None = Field(description="for a dangerous cause that is still open: what would close it, and why")
    founding: str | None
    today: str | None

    def __repr__(self) -> str:
        return f"<Conclusion {self.cause_id}: {self.likelihood.value}, {self.status.value}>"

    __str__ = __repr__


class UrgencyReason(_Part):
    """What set the urgency: an ``alert`` or a ``cause`` by its id, or the ``default``."""

    kind: str
    id: str
    because: str


class KnowledgeUsed(_Part):
    """Which knowledge spoke: its version and a hash over all its statements."""

    version: str
    sha256: str


class Assessment(_Part):
    """The result of :func:`calf_expert.assess`."""

    notice: str
    knowledge: KnowledgeUsed
    urgency: Urgency
    urgency_reasons: tuple[UrgencyReason, ...]
    alerts: tuple[Alert, ...]
    conclusions: tuple[Conclusion, ...]
    trace: tuple[Step, ...]
    notes: tuple[str, ...]
    answers: dict[str, AnswerValue] = Field(description="the record as it was given, without what was not asked")

    def conclusion(self, cause_id: str) -> Conclusion:
        """The conclusion about one cause.

        Raises:
            UnknownIdError: if there is no such cause; names the nearest one.
        """
        for conclusion in self.conclusions:
            if conclusion.cause_id == cause_id:
                return conclusion
        raise UnknownIdError("cause", cause_id, [conclusion.cause_id for conclusion in self.conclusions])

    def how(self, subject: str) -> Proof:
        """The proof of a cause (by its id) or an alert (by its flag): the rules behind it, down to the answers.

        Raises:
            UnknownIdError: if the result speaks of no such cause or alert; names the nearest one.
        """
        return prove(self, subject)

    def to_text(self, *, brief: bool = False) -> str:
        """The result in plain text: what to do first, then why. ``brief`` keeps to the urgency and the first causes."""
        return assessment_in_text(self, brief=brief)

    def __repr__(self) -> str:
        # A repr ends up in logs: it says how urgent and how much there is to read, and nothing of the person's answers.
        return f"<Assessment: {self.urgency.value}, {len(self.alerts)} alerts, {len(self.conclusions)} conclusions>"

    __str__ = __repr__

    def __rich_repr__(self) -> Any:
        yield "urgency", self.urgency.value
