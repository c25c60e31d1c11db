"""The result: typed, frozen, the same bytes for the same input, with everything needed to check and to replay it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Protocol

from pydantic import ConfigDict, Field

from ._asked import an_id
from ._nearest import repeated
from ._read_back import ReadBack
from .authoring.terms import Grade, OptionKind, Urgency
from .catalogue import Knowledge
from .errors import OtherKnowledgeError, UnknownIdError
from .explanation.bounds import Answerers, CouldRaise, could_raise_urgency, is_settled, urgency_at_most
from .explanation.contrast import Contrast, contrast
from .explanation.derivation import Derivation
from .explanation.deriving import derive
from .explanation.display import conclusion_bundle
from .explanation.not_excluded import OpenDanger, not_excluded
from .explanation.proof import Proof, prove
from .explanation.rendering import (
    Register,
    bundle,
    document_of,
    in_html,
    in_markdown,
    in_text,
    told_by,
)
from .explanation.smallest_change import SmallestChange, smallest_change
from .explanation.what_if import WhatIf, what_if
from .explanation.why_not import WhyNot, why_not
from .explanation.wording import About, Wording
from .presentation import Presentation
from .scoring import ScoreResult, score_results
from .trace import STRICT as _STRICT
from .trace import AnswerValue, KnowledgeUsed, Premise, Step
from .weighing import Likelihood, Status, Weighed

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from ._keywords import PresentationAnswers

NOTICE = (
    "This informs and does not diagnose. It was produced by rules that no clinician has reviewed. "
    "If you are worried or getting worse, get medical help, whatever it says here."
)
"""Carried by every rendering of a result."""

ItemStatus = Literal["offered", "caution", "ask_first", "contraindicated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A red flag that fired."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

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

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

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

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    rule_id: str
    because: str
    major: bool
    sources: tuple[str, ...]
    grade: Grade
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that has to be answered before an option can be cleared."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

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

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

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
class Conclusion:
    """One cause, with the reasons on both sides.

    ``management`` is what may be spoken of with this person. ``withheld`` holds physical measures and self-care that
    something forbids, or whose questions have not been answered: they are not advice.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

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

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        return conclusion_bundle(self)

    def __repr__(self) -> str:
        return f"<Conclusion {self.cause_id}: {self.likelihood.value}, {self.status.value}>"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyReason:
    """What set the urgency: an ``alert`` or a ``cause`` by its id, or the ``default``.

    ``premises`` holds what had to be concluded, and what not, before a cause of self-care could bring that level.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kind: str
    id: str
    because: str
    premises: tuple[Premise, ...] = ()


class Reasons(Protocol):
    """The reasoner behind a result, as far as a result asks it again: what if, and how bad could it be."""

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge it reasons with."""

    def assess(self, presentation: Presentation) -> Assessment:
        """Assess one person."""

    def weigh(self, known: Mapping[str, AnswerValue]) -> Weighed:
        """Infer and weigh only."""


class _Behind:
    """Holds the reasoner that made a result. It is no part of it: copies share it, and a pickle leaves it out."""

    __slots__ = ("reasoner",)

    def __init__(self, reasoner: Reasons | None = None) -> None:
        self.reasoner = reasoner

    def __deepcopy__(self, memo: object) -> _Behind:
        return self

    def __reduce__(self) -> tuple[type[_Behind], tuple[()]]:
        return _Behind, ()


class Assessment(ReadBack):
    """The result of :func:`calf_expert.assess`."""

    default_reasoner: ClassVar[Callable[[], Reasons]]
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

    def made_by(self, reasoner: Reasons) -> Self:
        """Remember the reasoner that made this result. It is no part of the result, nor of its JSON."""
        self.__dict__["_behind"] = _Behind(reasoner)
        return self

    @property
    def reasoner(self) -> Reasons:
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

    @property
    def scores(self) -> tuple[ScoreResult, ...]:
        """Every published score, as far as the answers fill it in; reckoned when it is asked for.

        The classes that rules may rest on are in the trace, and so in the JSON; the rest of this is not.

        Raises:
            OtherKnowledgeError: if the result was made with other knowledge than the library's.
        """
        return score_results(self.reasoner.knowledge.scores, Presentation.model_validate(self.answers).known)

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

    @property
    def derivation(self) -> Derivation:
        """The graph of the result, from the answers to the advice; made anew each time it is asked for.

        Raises:
            DerivationError: if the result was tampered with so that it no longer holds together.
        """
        return derive(self)

    def how(self, subject: str) -> Proof:
        """The proof of what the result concluded, down to the answers.

        ``subject`` is a cause, the flag of an alert, a score, an option, a concept, or ``"urgency"``; in doubt, the id
        of a node of the derivation (``concept:tetany``). On a result that was made with other knowledge than the
        library's, the proof is the result's own, and says which knowledge made it.

        Raises:
            UnknownIdError: if the result came to nothing of this id; names the nearest one.
            DerivationError: if the result was tampered with so that it no longer holds together.
        """
        return prove(self, subject)

    def why_not(self, subject: str) -> WhyNot:
        """What keeps a cause from being higher, or an alert from being raised, and which rules nearly fired.

        Raises:
            UnknownIdError: if there is no such cause or alert; names the nearest one.
            OtherKnowledgeError: if the result was made with other knowledge: its rules are not at hand.
        """
        return why_not(self, subject)

    def why(self, cause_id: str, *, over: str) -> Contrast:
        """One cause beside another: what speaks for each, what both share, and what would tell them apart.

        Raises:
            UnknownIdError: if there is no such cause; names the nearest one.
            OtherKnowledgeError: if the result was made with other knowledge: its rules are not at hand.
            ArgumentError: if the two are one cause.
        """
        return contrast(self, cause_id, over)

    def what_if(self, changes: Mapping[str, Any] | None = None, /, **findings: Unpack[PresentationAnswers]) -> WhatIf:
        """The same person with some answers changed: both results, and what differs in data and in words.

        Pass a mapping or keywords. ``None`` takes an answer away; a finding that is not named stays as it is.

        Raises:
            PresentationError: if the changed record would be refused.
            OtherKnowledgeError: see :attr:`reasoner`; the same for all questions of this kind.
            ArgumentError: if a mapping and keywords are given together.
        """
        return what_if(self, changes, findings)

    def smallest_change(
        self,
        *,
        urgency: Urgency | str | None = None,
        first: str | None = None,
        may_change: bool = False,
        answerable_by: Answerers = None,
        limit: int | None = 10,
    ) -> tuple[SmallestChange, ...]:
        """The fewest answers that would bring another urgency, or a cause to the first place.

        ``urgency`` is reached by that level or one beyond it, seen from the present level: higher if it is higher,
        lower if it is lower. Only answers are added (one that is "unknown" may become known), unless ``may_change``
        lets given answers change too. ``answerable_by`` is as for :meth:`urgency_at_most`.

        All changes of one or two answers are found, and no answer of them could be left out; three are tried where
        there are none. They are ranked: fewer answers first, then those a patient can give, then core findings, then in
        the order of asking. ``limit`` cuts the list (``None``: all). Empty means that none was found.

        Raises:
            UnknownIdError: if there is no such urgency, cause or kind of answerer.
            ArgumentError: unless just one of ``urgency`` and ``first`` is given, and with a ``limit`` that is none.
        """
        return smallest_change(
            self, urgency=urgency, first=first, may_change=may_change, answerable_by=answerable_by, limit=limit
        )

    def urgency_at_most(self, answerable_by: Answerers = None) -> Urgency:
        """The highest urgency that answers still to be given could bring; never below the present one.

        Every way to answer is allowed for, by the rules themselves and not by trying. With ``answerable_by`` (one or
        several of ``"patient"``, ``"clinician"``, ``"lab"``) only findings that these can answer and that were never
        asked are open: what was answered "unknown" stays so. With ``None`` whatever is not known is open.

        Raises:
            UnknownIdError: if nobody answers by that name.
            ArgumentError: if nobody is named at all (an empty list): that would settle everything.
        """
        return urgency_at_most(self, answerable_by)

    def is_settled(self, answerable_by: Answerers = None) -> bool:
        """Whether no answer could raise the urgency any more; see :meth:`urgency_at_most`."""
        return is_settled(self, answerable_by)

    def could_raise_urgency(self, answerable_by: Answerers = None) -> tuple[CouldRaise, ...]:
        """The findings whose answers could raise the urgency, and through which rules; empty just where it is settled.

        A finding is here if there is a way to answer that reaches a higher level by a rule which takes that answer. The
        gravest come first; among these what can do it alone, then alerts, then what takes the fewest answers, what a
        patient can say, and core findings.
        """
        return could_raise_urgency(self, answerable_by)

    @property
    def not_excluded(self) -> tuple[OpenDanger, ...]:
        """The dangerous causes that are still open, the most serious first: why, what would close them, what to ask."""
        return not_excluded(self)

    def to_text(
        self,
        *,
        register: Register | None = None,
        about: About = "self",
        brief: bool = False,
        wording: Wording | None = None,
    ) -> str:
        """The result in plain text: what to do first, then why. ``brief`` keeps to the urgency and the first causes.

        Without a ``register`` it is all of the result. ``"patient"`` is short and plain, and to the person or, with
        ``about="other"``, to who cares for the person; ``"clinician"`` is a hand-over (SBAR). ``wording`` is another
        language (:class:`calf_expert.explanation.wording.Wording`).

        Raises:
            ArgumentError: if there is no such register, or no one whom it could be about.
            DerivationError: if the result was tampered with so that it names what there is not.
        """
        return in_text(self, register, about, brief=brief, wording=wording)

    def to_markdown(
        self,
        *,
        register: Register = "patient",
        about: About = "self",
        brief: bool = False,
        wording: Wording | None = None,
    ) -> str:
        """The same as ``to_text`` in that register, as Markdown (CommonMark)."""
        return in_markdown(self, register, about, brief=brief, wording=wording)

    def to_html(
        self,
        *,
        register: Register = "patient",
        about: About = "self",
        brief: bool = False,
        full_page: bool = True,
        wording: Wording | None = None,
    ) -> str:
        """The same as a page in HTML that needs nothing else, or as an ``<article>`` for a page of yours.

        The style of an article is :func:`calf_expert.explanation.html.style`.
        """
        return in_html(self, register, about, brief=brief, full_page=full_page, wording=wording)

    def sentences(
        self,
        *,
        register: Register,
        about: About = "self",
        brief: bool = False,
        wording: Wording | None = None,
    ) -> tuple[tuple[str, str], ...]:
        """Every sentence of a register with its origin: the id of what says it, or the name of a template."""
        return told_by(self, register, about, brief=brief, wording=wording)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        return bundle(document_of(self, "clinician"))

    def __repr__(self) -> str:
        # A repr ends up in logs: it says how urgent and how much there is to read, and nothing of the person's answers.
        return f"<Assessment: {self.urgency.value}, {len(self.alerts)} alerts, {len(self.conclusions)} conclusions>"

    __str__ = __repr__

    def __rich_repr__(self) -> Any:
        yield "urgency", self.urgency.value
