"""From a record to an assessment: validate, infer, weigh, manage, and put the result together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ._once import once
from .assessment import (
    NOTICE,
    Alert,
    Assessment,
    Conclusion,
    KnowledgeUsed,
    Premise,
    Reason,
    Step,
    UrgencyReason,
)
from .authoring.conditions import (
    ANSWER_CONDITIONS,
    AnswerLeaf,
    Concluded,
    Condition,
    Considered,
    NotConcluded,
    Offered,
    Suspected,
    UrgencyAtLeast,
    findings_in,
    held_leaves,
)
from .authoring.statements import (
    Alerts,
    Asks,
    Cautions,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Forbids,
    Offers,
    Statement,
)
from .authoring.strata import by_concept, findings_behind
from .catalogue import Knowledge, load
from .errors import AssessmentError, KnowledgeError
from .findings import FINDINGS, UNKNOWN
from .management import manage
from .oddities import oddities
from .presentation import Presentation
from .weighing import Standing, Status, UrgencySetBy, considered, suspected, urgency_of, weigh

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._keywords import PresentationAnswers


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
        self._read = frozenset(name for s in knowledge.statements for c in s.conditions for name in findings_in(c))
        self._looked_at = {cause: _looked_at(cause, knowledge.statements) for cause in knowledge.causes}

    def assess(self, presentation: Presentation) -> Assessment:
        """Assess one person."""
        known = presentation.known
        with self.engine.session() as session:
            inferred = session.infer(known)
            standings = weigh(self.knowledge.causes, inferred)
            urgency, set_by = urgency_of(standings, inferred)
            managed = session.manage(considered(standings), suspected(standings), urgency)
        answers = dict(presentation.answers)
        facing = _Facing(answers, known)
        counted = {rule_id for standing in standings for rule_id in standing.counted}
        management = manage(managed, self.knowledge.options)
        alerts = tuple(
            sorted((_alert(s, facing) for s in inferred if isinstance(s, Alerts)), key=lambda a: -a.urgency.rank)
        )
        return Assessment(
            notice=NOTICE,
            knowledge=KnowledgeUsed(version=self.knowledge.version, sha256=self.knowledge.sha256),
            urgency=urgency,
            urgency_reasons=tuple(self._why(setter, alerts) for setter in set_by),
            alerts=alerts,
            conclusions=tuple(
                self._conclude(standing, facing, management.get(standing.cause.id, ((), ()))) for standing in standings
            ),
            trace=tuple(_step(statement, facing, counted) for statement in (*inferred, *managed)),
            notes=self._notes(presentation),
            answers=answers,
        )

    def _why(self, setter: UrgencySetBy, alerts: Sequence[Alert]) -> UrgencyReason:
        if setter.kind == "alert":
            because = next(alert.because for alert in alerts if alert.id == setter.id)
        elif setter.kind == "cause":
            because = self.knowledge.causes[setter.id].summary
            if self.knowledge.causes[setter.id].urgency < setter.urgency:
                because += " But the danger signs have not all been answered no, or another cause fits too."
        else:
            because = "Nothing on record points to anything more urgent; what was not asked is not known."
        return UrgencyReason(kind=setter.kind, id=setter.id, because=because)

    def _conclude(self, standing: Standing, facing: _Facing, management: tuple[Any, Any]) -> Conclusion:
        cause = standing.cause
        reasons = [_reason(sign, facing, sign.id in standing.counted) for sign in standing.evidence]
        reasons.sort(key=lambda reason: (-abs(reason.weight), reason.rule_id))
        is_open = cause.dangerous and standing.status in (Status.NOT_EXCLUDED, Status.SUSPECTED)
        return Conclusion(
            cause_id=cause.id,
            name=cause.name,
            icd10=cause.icd10,
            summary=cause.summary,
            likelihood=standing.likelihood,
            status=standing.status,
            weight=standing.weight,
            urgency=cause.urgency,
            reasons_for=tuple(reason for reason in reasons if reason.weight >= 0),
            reasons_against=tuple(reason for reason in reasons if reason.weight < 0),
            not_asked=tuple(name for name in self._looked_at[cause.id] if facing.known[name] == UNKNOWN),
            management=management[0],
            withheld=management[1],
            open_until=cause.open_until if is_open else None,
            founding=cause.founding,
            today=cause.today,
        )

    def _notes(self, presentation: Presentation) -> tuple[str, ...]:
        unread = [name for name in presentation.known if name not in self._read]
        notes = [f"`{name}` is on record, and no rule reads it yet." for name in unread]
        return (*oddities(presentation), *notes)


def _looked_at(cause_id: str, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The findings behind a cause's evidence, through concepts too, the weightiest first."""
    concluding = by_concept(statements)
    evidence = [s for s in statements if isinstance(s, Evidence) and s.cause == cause_id]
    evidence.sort(key=lambda sign: (-abs(sign.weight), sign.id))
    return tuple(dict.fromkeys(name for sign in evidence for name in findings_behind(sign, concluding)))


_NOTHING_KNOWN = dict.fromkeys(FINDINGS, UNKNOWN)


class _Facing:
    """One person's answers, as given (``None``: not asked) and as the engine knows them."""

    def __init__(self, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        self.given = given
        self.known = {**_NOTHING_KNOWN, **known}

    def premises(self, conditions: Sequence[Condition]) -> tuple[Premise, ...]:
        """What made these conditions hold: of an any-of only the parts that did."""
        found: list[Premise] = []
        held: dict[AnswerLeaf, None] = {}
        for condition in conditions:
            if isinstance(condition, ANSWER_CONDITIONS):
                for leaf in held_leaves(condition, self.known):
                    # The same answer may make several parts hold; it is named once.
                    if leaf not in held:
                        held[leaf] = None
                        answer = self.given.get(leaf.finding)
                        found.append(Premise(kind="answer", id=leaf.finding, says=leaf.in_words(), answer=answer))
            else:
                found.append(_conclusion_premise(condition))
        return tuple(found)


def _conclusion_premise(condition: Condition) -> Premise:
    if isinstance(condition, Concluded):
        kind, name = "concept", condition.concept
    elif isinstance(condition, NotConcluded):
        kind, name = "no_concept", condition.concept
    elif isinstance(condition, Considered):
        kind, name = "considered", condition.cause
    elif isinstance(condition, Suspected):
        kind, name = "suspected", condition.cause
    elif isinstance(condition, UrgencyAtLeast):
        kind, name = "urgency", condition.level.value
    else:
        assert isinstance(condition, Offered)
        kind, name = "option", condition.what
    return Premise(kind=kind, id=name, says=condition.in_words())


def _concluded_by(statement: Statement) -> tuple[str, ...]:
    if isinstance(statement, Concludes):
        return (statement.concept,)
    if isinstance(statement, Alerts):
        return (statement.flag, *statement.suspects)
    if isinstance(statement, (Evidence, Confirms, Excludes)):
        return (statement.cause,)
    if isinstance(statement, Offers):
        return (statement.option, statement.cause)
    assert isinstance(statement, (Forbids, Cautions, Asks))
    return (statement.what, statement.about) if isinstance(statement, Asks) else (statement.what,)


def _step(statement: Statement, facing: _Facing, counted: set[str]) -> Step:
    sign = statement if isinstance(statement, Evidence) else None
    return Step(
        rule_id=statement.id,
        verb=statement.verb,
        premises=facing.premises(statement.conditions),
        concludes=_concluded_by(statement),
        because=statement.because,
        weight=sign.weight if sign else None,
        counted=sign.id in counted if sign else None,
        group=sign.group if sign else None,
        lr=sign.lr if sign else None,
        ci=sign.ci if sign else None,
        sources=statement.source,
        grade=statement.grade,
        verified=statement.verified,
        written_at=str(statement.location),
    )


def _alert(statement: Alerts, facing: _Facing) -> Alert:
    return Alert(
        id=statement.flag,
        rule_id=statement.id,
        urgency=statement.urgency,
        action=statement.action,
        because=statement.because,
        suspects=statement.suspects,
        premises=facing.premises(statement.conditions),
        sources=statement.source,
        grade=statement.grade,
        verified=statement.verified,
    )


def _reason(sign: Evidence, facing: _Facing, counted: bool) -> Reason:
    return Reason(
        rule_id=sign.id,
        because=sign.because,
        weight=sign.weight,
        counted=counted,
        findings=tuple(dict.fromkeys(p.id for p in facing.premises(sign.conditions) if p.kind == "answer")),
        sources=sign.source,
        grade=sign.grade,
        verified=sign.verified,
    )


@once
def reasoner() -> Reasoner:
    """The library's own knowledge, made ready on first use."""
    return Reasoner(load())


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
        TypeError: if a record and keywords are given together.
    """
    if record is not None and findings:
        raise TypeError("assess() takes a record or keywords, not both together")
    presentation = (
        record
        if isinstance(record, Presentation)
        else Presentation.model_validate(findings if record is None else record)
    )
    try:
        return reasoner().assess(presentation)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person must not be left with a low urgency
        failed = _where(error)
    # Raised out here, so that neither the error nor its context holds anything of the person.
    raise AssessmentError(f"Could not assess this person: seek medical advice. (internal error: {failed})")


def _where(error: BaseException) -> str:
    """The type of an error and the place in this library it came through; never its text, which may hold an answer."""
    if isinstance(error, KnowledgeError):
        return f"the knowledge is wrong: {error.problems[0]}"  # which holds nothing of a person
    place = ""
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if "calf_expert" in code.co_filename:
            place = f" in {code.co_name}, line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"{type(error).__name__}{place}"
