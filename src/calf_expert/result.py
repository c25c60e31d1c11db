"""What a result is: typed, frozen, the same bytes for the same input, with everything needed to check and to replay it.

What can be asked of one is in :mod:`calf_expert.assessment`, above the words that answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Protocol, TypeVar

from pydantic import ConfigDict, Field

from ._asked import an_id
from ._nearest import repeated
from ._read_back import ReadBack
from .authoring.shown import Shown
from .authoring.terms import Grade, OptionKind, Urgency
from .catalogue import Knowledge
from .errors import OtherKnowledgeError, UnknownIdError
from .presentation import Presentation
from .trace import STRICT, AnswerValue, KnowledgeUsed, Premise, Step
from .weighing import Likelihood, Status, Weighed

if TYPE_CHECKING:
    from typing_extensions import Self

NOTICE = (
    "This informs and does not diagnose. It was produced by rules that no clinician has reviewed. "
    "If you are worried or getting worse, get medical help, whatever it says here."
)
"""Carried by every rendering of a result."""

ItemStatus = Literal["offered", "caution", "ask_first", "contraindicated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A red flag that fired."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Evidence for or against a cause. ``counted`` is false where a stronger sign of its group spoke instead."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    rule_id: str
    because: str
    weight: Annotated[int, Field(description="millibans (1000 log10 LR), negative against the cause")]
    counted: bool
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNote:
    """Why an option is forbidden, or what to be careful about."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    rule_id: str
    because: str
    major: bool
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that has to be answered before an option can be cleared."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    finding: str
    question: str
    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementItem:
    """An option that came up for a cause, with all that speaks against it for this person.

    ``status`` is ``offered``, ``caution`` (with a clinician's word), ``ask_first`` (cannot be cleared before the
    questions in ``ask_first`` are answered) or ``contraindicated``. No doses, ever.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    name: str
    kind: OptionKind
    answers_to: Annotated[
        tuple[str, ...], Field(description="the names by which rules speak of it: its id, its families, its kind")
    ]
    status: ItemStatus
    listed_by: Annotated[str, Field(description="grade of the statement that brings it up, e.g. founding_document")]
    because: str
    guidance: Annotated[str, Field(description="what current guidance says")]
    contraindications: tuple[SafetyNote, ...] = ()
    cautions: tuple[SafetyNote, ...] = ()
    ask_first: tuple[OpenQuestion, ...] = ()
    sources: tuple[str, ...]
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Shown):
    """One cause, with the reasons on both sides.

    ``management`` is what may be spoken of with this person. ``withheld`` holds physical measures and self-care that
    something forbids, or whose questions have not been answered: they are not advice.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    cause_id: str
    name: str
    icd10: str
    summary: str
    likelihood: Likelihood
    status: Status
    weight: Annotated[
        int, Field(description="millibans: commonness plus the counted evidence; for ranking, not a probability")
    ]
    urgency: Annotated[Urgency, Field(description="how soon a person with this cause should be seen")]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    not_asked: Annotated[
        tuple[str, ...], Field(description="findings not known that its evidence looks at, the weightiest first")
    ]
    management: tuple[ManagementItem, ...]
    withheld: tuple[ManagementItem, ...]
    open_until: Annotated[
        str | None, Field(description="for a dangerous cause that is still open: what would close it, and why")
    ]
    founding: str | None
    today: str | None

    def __repr__(self) -> str:
        return f"<Conclusion {self.cause_id}: {self.likelihood.value}, {self.status.value}>"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyReason:
    """What set the urgency: an ``alert`` or a ``cause`` by its id, or the ``default``.

    ``premises`` holds what had to be concluded, and what not, before a cause of self-care could bring that level.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: str
    id: str
    because: str
    premises: tuple[Premise, ...] = ()


Assessed_co = TypeVar("Assessed_co", bound="Result", covariant=True)


class Reasons(Protocol[Assessed_co]):
    """The reasoner behind a result, as far as a result asks it again: what if, and how bad could it be."""

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge it reasons with."""

    def assess(self, presentation: Presentation) -> Assessed_co:
        """Assess one person."""

    def weigh(self, known: Mapping[str, AnswerValue]) -> Weighed:
        """Infer and weigh only."""


class _Behind:
    """Holds the reasoner that made a result. It is no part of it: copies share it, and a pickle leaves it out."""

    __slots__ = ("reasoner",)

    def __init__(self, reasoner: Reasons[Result] | None = None) -> None:
        self.reasoner = reasoner

    def __deepcopy__(self, memo: object) -> _Behind:
        return self

    def __reduce__(self) -> tuple[type[_Behind], tuple[()]]:
        return _Behind, ()


class Result(ReadBack):
    """What was concluded about one person, and from what. :class:`calf_expert.Assessment` can be asked as well."""

    # Nothing is read back as this class: its validator would cost each import 10 ms for nothing.
    model_config = ConfigDict(defer_build=True)

    default_reasoner: ClassVar[Callable[[], Reasons[Self]]]
    """Gives the reasoner of the library's own knowledge; set by the module that has it."""

    notice: str
    knowledge: KnowledgeUsed
    urgency: Urgency
    urgency_reasons: tuple[UrgencyReason, ...]
    alerts: tuple[Alert, ...]
    conclusions: tuple[Conclusion, ...]
    trace: tuple[Step, ...]
    notes: tuple[str, ...]
    answers: Annotated[
        dict[str, AnswerValue], Field(description="the record as it was given, without what was not asked")
    ]

    def made_by(self, reasoner: Reasons[Self]) -> Self:
        """Remember the reasoner that made this result. It is no part of the result, nor of its JSON."""
        self.__dict__["_behind"] = _Behind(reasoner)
        return self

    @property
    def reasoner(self) -> Reasons[Self]:
        """The reasoner that made this result, or one with the same knowledge.

        Raises:
            OtherKnowledgeError: if the result was read back, and was made with other knowledge than the library's.
        """
        behind = self.__dict__.get("_behind", _Behind()).reasoner or type(self).default_reasoner()
        if behind.knowledge.sha256 != self.knowledge.sha256:
            made, here = self.knowledge, behind.knowledge
            raise OtherKnowledgeError(
                f"this result was made with knowledge {repeated(made.version)} ({made.sha256[:12]}), and the library "
                f"has `{here.version}` ({here.sha256[:12]}): assess the person anew"
            )
        return behind

    def conclusion(self, cause_id: str) -> Conclusion:
        """The conclusion about one cause.

        Raises:
            UnknownIdError: if there is no such cause; names the nearest one.
        """
        cause_id = an_id(cause_id, "cause_id", "a cause")
        for conclusion in self.conclusions:
            if conclusion.cause_id == cause_id:
                return conclusion
        raise UnknownIdError("cause", cause_id, [conclusion.cause_id for conclusion in self.conclusions])

    def __repr__(self) -> str:
        # A repr ends up in logs: it says how urgent and how much there is to read, and nothing of the person's answers.
        kind, alerts, conclusions = type(self).__name__, len(self.alerts), len(self.conclusions)
        return f"<{kind}: {self.urgency.value}, {alerts} alerts, {conclusions} conclusions>"

    __str__ = __repr__

    def __rich_repr__(self) -> Any:
        yield "urgency", self.urgency.value
