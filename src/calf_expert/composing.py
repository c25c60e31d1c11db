"""The result put together: from what fired and how it was weighed to an :class:`Assessment`.

What a rule says is the same for every person, and is put into the form of a result once, when the knowledge is made
ready. For one person it is then a matter of looking up what fired; only premises that hold a number, or the part of an
any-of that held, are made anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .assessment import (
    NOTICE,
    Alert,
    Assessment,
    Conclusion,
    Reason,
    UrgencyReason,
)
from .authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AnswerLeaf,
    Answers,
    Concluded,
    Condition,
    Considered,
    InClass,
    Is,
    NotConcluded,
    Offered,
    OnAnswers,
    Present,
    Scored,
    Suspected,
    UrgencyAtLeast,
    every_answer,
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
from .authoring.terms import Urgency
from .catalogue import Knowledge
from .management import Manager
from .oddities import oddities
from .presentation import Presentation
from .trace import KnowledgeUsed, Premise, Step
from .weighing import Standing, Status, UrgencySetBy, Weighed


class Composer:
    """Puts results together for a body of knowledge. It holds nothing of any person."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._used = KnowledgeUsed(version=knowledge.version, sha256=knowledge.sha256)
        self._told = {statement.id: _Told(statement) for statement in knowledge.statements}
        self._manager = Manager(knowledge)
        self._read = frozenset(name for s in knowledge.statements for c in s.conditions for name in findings_in(c))
        self._looked_at = _looked_at(knowledge)

    def compose(self, presentation: Presentation, weighed: Weighed, managed: Sequence[Statement]) -> Assessment:
        """The assessment of one person."""
        inferred, standings = weighed.inferred, weighed.standings
        facing = _Facing(presentation)
        premises = {statement.id: self._told[statement.id].premises(facing) for statement in (*inferred, *managed)}
        counted = frozenset().union(*(standing.counted for standing in standings))
        alerts = sorted(
            (_alert(s, premises[s.id]) for s in inferred if isinstance(s, Alerts)),
            key=lambda alert: -alert.urgency.rank,
        )
        management = self._manager.manage(managed)
        return Assessment(
            notice=NOTICE,
            knowledge=self._used,
            urgency=weighed.urgency,
            urgency_reasons=tuple(self._why(setter, alerts) for setter in weighed.set_by),
            alerts=tuple(alerts),
            conclusions=tuple(
                self._conclude(standing, facing, premises, management.get(standing.cause.id, ((), ())))
                for standing in standings
            ),
            trace=tuple(self._told[id_].step(premise, id_ in counted) for id_, premise in premises.items()),
            notes=self._notes(presentation),
            answers=dict(facing.given),
        )

    def _why(self, setter: UrgencySetBy, alerts: Sequence[Alert]) -> UrgencyReason:
        premises: tuple[Premise, ...] = ()
        if setter.kind == "alert":
            because = next(alert.because for alert in alerts if alert.id == setter.id)
        elif setter.kind == "cause":
            cause = self._knowledge.causes[setter.id]
            because = cause.summary
            if setter.urgency is Urgency.SELF_CARE:
                premises = (
                    *(_on_conclusion(Concluded(name)) for name in (cause.self_care_after,) if name),
                    *(_on_conclusion(NotConcluded(name)) for name in (cause.self_care_unless,) if name),
                )
            elif cause.urgency < setter.urgency:
                because += " But the danger signs have not all been answered no, or another cause fits too."
        else:
            because = "Nothing on record points to anything more urgent; what was not asked is not known."
        return UrgencyReason(kind=setter.kind, id=setter.id, because=because, premises=premises)

    def _conclude(
        self,
        standing: Standing,
        facing: _Facing,
        premises: Mapping[str, tuple[Premise, ...]],
        management: tuple[Any, Any],
    ) -> Conclusion:
        cause, known = standing.cause, facing.known
        reasons = [
            self._told[sign.id].reason(premises[sign.id], sign.id in standing.counted) for sign in standing.evidence
        ]
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
            reasons_for=tuple([reason for reason in reasons if reason.weight >= 0]),
            reasons_against=tuple([reason for reason in reasons if reason.weight < 0]),
            not_asked=tuple([name for name in self._looked_at[cause.id] if name not in known]),
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


def _looked_at(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """By cause, the findings behind its evidence, through concepts too, the weightiest first."""
    concluding = by_concept(knowledge.statements)
    evidence = sorted(
        (statement for statement in knowledge.statements if isinstance(statement, Evidence)),
        key=lambda sign: (-abs(sign.weight), sign.id),
    )
    found: dict[str, dict[str, None]] = {cause: {} for cause in knowledge.causes}
    for sign in evidence:
        found[sign.cause].update(dict.fromkeys(findings_behind(sign, concluding)))
    return {cause: tuple(names) for cause, names in found.items()}


class _Facing:
    """One person's answers, as given and as far as they are known."""

    def __init__(self, presentation: Presentation) -> None:
        self.given = presentation.answers
        self.known = presentation.known
        self.answers: Answers = every_answer(self.known)


class _Told:
    """A statement in the form of a result, as far as that is the same for every person."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._verb = statement.verb
        self._concludes = _concluded_by(statement)
        self._written_at = str(statement.location)
        # Premises that are the same whenever the statement fires; conditions where it takes the answers to tell.
        self._parts: list[Premise | OnAnswers] = []
        self._leaves: dict[AnswerLeaf, None] = {}
        self._says: dict[AnswerLeaf, str] = {}
        for condition in statement.conditions:
            self._add(condition)
        self._same: tuple[Premise, ...] | None = None
        same = tuple(part for part in self._parts if isinstance(part, Premise))
        if len(same) == len(self._parts):
            self._steps = (self._step(same, False), self._step(same, True))
            self._reasons = (self._reason(same, False), self._reason(same, True))
            self._same = same

    def _add(self, condition: Condition) -> None:
        if not isinstance(condition, ANSWER_CONDITIONS):
            self._parts.append(_on_conclusion(condition))
            return
        self._says.update({leaf: leaf.in_words() for leaf in condition.leaves()})
        if isinstance(condition, (AllOf, InClass)) or (answer := _only_answer(condition)) is None:
            self._parts.append(condition)
        elif condition not in self._leaves:
            self._leaves[condition] = None
            self._parts.append(self._premise(condition, answer))

    def _premise(self, leaf: AnswerLeaf, answer: Any) -> Premise:
        says = self._says.get(leaf) or leaf.in_words()  # what a score rests on tells the answer
        return Premise(kind="answer", id=leaf.finding, says=says, answer=answer)

    def premises(self, facing: _Facing) -> tuple[Premise, ...]:
        """What made it fire: of an any-of only the parts that held."""
        if self._same is not None:
            return self._same
        found: list[Premise] = []
        # The same answer may make several parts hold; it is named once.
        named = dict(self._leaves)
        for part in self._parts:
            if isinstance(part, Premise):
                found.append(part)
                continue
            for leaf in held_leaves(part, facing.answers):
                if leaf not in named:
                    named[leaf] = None
                    found.append(self._premise(leaf, facing.given.get(leaf.finding)))
        return tuple(found)

    def step(self, premises: tuple[Premise, ...], counted: bool) -> Step:
        """The firing. ``counted`` matters for evidence only."""
        return self._steps[counted] if premises is self._same else self._step(premises, counted)

    def _step(self, premises: tuple[Premise, ...], counted: bool) -> Step:
        statement = self._statement
        sign = statement if isinstance(statement, Evidence) else None
        return Step(
            rule_id=statement.id,
            verb=self._verb,
            premises=premises,
            concludes=self._concludes,
            because=statement.because,
            weight=sign.weight if sign else None,
            counted=counted if sign else None,
            group=sign.group if sign else None,
            lr=sign.lr if sign else None,
            ci=sign.ci if sign else None,
            sources=statement.source,
            grade=statement.grade,
            verified=statement.verified,
            written_at=self._written_at,
        )

    def reason(self, premises: tuple[Premise, ...], counted: bool) -> Reason:
        """The reason that a piece of evidence is."""
        return self._reasons[counted] if premises is self._same else self._reason(premises, counted)

    def _reason(self, premises: tuple[Premise, ...], counted: bool) -> Reason:
        statement = self._statement
        return Reason(
            rule_id=statement.id,
            because=statement.because,
            weight=statement.weight if isinstance(statement, Evidence) else 0,
            counted=counted,
            findings=tuple(dict.fromkeys(premise.id for premise in premises if premise.kind == "answer")),
            sources=statement.source,
            grade=statement.grade,
            verified=statement.verified,
        )


def _alert(statement: Alerts, premises: tuple[Premise, ...]) -> Alert:
    return Alert(
        id=statement.flag,
        rule_id=statement.id,
        urgency=statement.urgency,
        action=statement.action,
        because=statement.because,
        suspects=statement.suspects,
        premises=premises,
        sources=statement.source,
        grade=statement.grade,
        verified=statement.verified,
    )


def _only_answer(condition: AnswerLeaf) -> bool | str | None:
    """The one answer that meets a condition; ``None`` if there are several, or if unknown is one."""
    if isinstance(condition, (Present, Absent)):
        return isinstance(condition, Present)
    if isinstance(condition, Is) and len(condition.in_) == 1:
        return condition.in_[0]
    return None


def _on_conclusion(condition: Condition) -> Premise:
    if isinstance(condition, Concluded):
        kind, name = "concept", condition.concept
    elif isinstance(condition, NotConcluded):
        kind, name = "no_concept", condition.concept
    elif isinstance(condition, Scored):
        kind, name = "score", condition.concept
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
