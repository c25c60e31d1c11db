"""From a record to an assessment: validate, infer, weigh, manage, and put the result together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._failing import could_not_assess, where
from ._once import once
from .assessment import Assessment
from .catalogue import Knowledge, load
from .composing import Composer
from .errors import ArgumentError, PresentationError, Problem
from .presentation import Presentation
from .weighing import Weighed, at_first, considered, suspected, urgency_of, weigh

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._keywords import PresentationAnswers
    from .authoring.conditions import Answer
    from .engine import Session


class Reasoner:
    """A body of knowledge made ready to assess people, from any number of threads.

    ``stock=True`` runs the same rules on Experta's own matcher: the same results, many times slower.
    """

    def __init__(self, knowledge: Knowledge, *, stock: bool = False) -> None:
        from .engine import Engine, compile_program  # noqa: PLC0415 - Experta is loaded on first use, not on import

        self.knowledge = knowledge
        options = knowledge.options
        program = compile_program(knowledge.statements, knowledge.strata, lambda option: options[option].answers_to)
        self.engine = Engine(program, stock=stock)
        self._at_first = at_first(knowledge.causes.values())
        self._composer = Composer(knowledge, self._at_first)

    def weigh(self, known: Mapping[str, Answer]) -> Weighed:
        """Infer and weigh, and leave out management and words: what thousands of runs of a search need."""
        with self.engine.session() as session:
            return self._weigh(session, known)

    def assess(self, presentation: Presentation) -> Assessment:
        """Assess one person."""
        known = presentation.known
        with self.engine.session() as session:
            weighed = self._weigh(session, known)
            managed = session.manage(considered(weighed.standings), suspected(weighed.standings), weighed.urgency)
        return self._composer.compose(presentation.answers, known, weighed, managed).made_by(self)

    def _weigh(self, session: Session, known: Mapping[str, Answer]) -> Weighed:
        inferred = session.infer(known)
        standings = weigh(self._at_first, inferred)
        urgency, set_by = urgency_of(standings, inferred)
        return Weighed(inferred, standings, urgency, set_by)


@once
def reasoner() -> Reasoner:
    """The library's own knowledge, made ready on first use."""
    return Reasoner(load())


Assessment.default_reasoner = reasoner


def assess(
    record: Presentation | Mapping[str, Any] | None = None, /, **findings: Unpack[PresentationAnswers]
) -> Assessment:
    """Assess what is known about a person with calf pain.

    Pass a :class:`Presentation`, a mapping of finding ids to answers (parsed JSON, say), or the findings as keywords.
    An answer is ``True`` or ``False``, a number in the finding's unit, one of its values, ``"unknown"`` (asked, and not
    known) or ``None`` (not asked). Neither of the last two ever counts as a no.

    Raises:
        PresentationError: if the record holds a misspelt finding, or an impossible value or combination.
        AssessmentError: if anything inside fails. It is never a sign that nothing is wrong.
        ArgumentError: if a record and keywords are given together.
    """
    if record is not None and findings:
        raise ArgumentError("assess() takes a record or keywords, not both together")
    given: object = record
    if isinstance(given, Assessment):
        problem = "This is a result, not a record. The record it was made of is in its `answers`."
        raise PresentationError((Problem(None, problem),))
    presentation = (
        record
        if isinstance(record, Presentation)
        else Presentation.model_validate(findings if record is None else record)
    )
    try:
        return reasoner().assess(presentation)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person must not be left with a low urgency
        failed = where(error)
    # Raised out here, so that neither the error nor its context holds anything of the person.
    raise could_not_assess(failed)
