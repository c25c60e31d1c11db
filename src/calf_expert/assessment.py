"""The result, and all that can be asked of it: how, why, what if, how bad it could be; and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict

from .authoring.shown import Shown
from .authoring.terms import Urgency
from .explanation.bounds import Answerers, CouldRaise, could_raise_urgency, is_settled, urgency_at_most
from .explanation.contrast import Contrast, contrast
from .explanation.derivation import Derivation
from .explanation.deriving import derive
from .explanation.display import shown_in_full
from .explanation.not_excluded import OpenDanger, not_excluded
from .explanation.proof import Proof
from .explanation.proving import prove
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
from .explanation.what_if import Difference, what_if
from .explanation.why_not import WhyNot, why_not
from .explanation.wording import About, Wording
from .presentation import Presentation
from .result import Result
from .scoring import ScoreResult, score_results

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._keywords import PresentationAnswers

Shown.in_full = staticmethod(shown_in_full)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf(Difference):
    """Two results and what differs. ``print(what_if)`` says it in words."""

    # Said again more narrowly: either result can be asked on.
    before: Assessment = field(repr=False)
    after: Assessment = field(repr=False)


class Assessment(Result):
    """The result of :func:`calf_expert.assess`."""

    model_config = ConfigDict(defer_build=False)

    @property
    def scores(self) -> tuple[ScoreResult, ...]:
        """Every published score, as far as the answers fill it in; reckoned when it is asked for.

        The classes that rules may rest on are in the trace, and so in the JSON; the rest of this is not.

        Raises:
            OtherKnowledgeError: if the result was made with other knowledge than the library's.
        """
        return score_results(self.reasoner.knowledge.scores, Presentation.model_validate(self.answers).known)

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
        return what_if(WhatIf, self, changes, findings)

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
