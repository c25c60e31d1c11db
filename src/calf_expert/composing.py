"""The result put together: from what fired and how it was weighed to an :class:`Assessment`.

What a rule says is the same for every person, and is put into the form of a result once, when the knowledge is made
ready. For one person it is then a matter of looking up what fired; only premises that hold a number, or the part of an
any-of that held, are made anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import filterfalse
from typing import Any

from .assessment import Assessment
from .authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    Answer,
    AnswerLeaf,
    Answers,
    Concluded,
    Condition,
    Considered,
    InClass,
    Is,
    NotConcluded,
    NotKnown,
    Offered,
    OnAnswers,
    Present,
    Scored,
    Suspected,
    UrgencyAtLeast,
    every_answer,
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
from .management import Managed, Manager
from .oddities import oddities_among
from .result import NOTICE, Alert, Conclusion, Reason, UrgencyReason
from .trace import KnowledgeUsed, Premise, Step
from .weighing import Standing, Status, UrgencySetBy, Weighed


class Composer:
    """Puts results together for a body of knowledge. It holds nothing of any person."""

    def __init__(self, knowledge: Knowledge, at_first: Mapping[str, Standing]) -> None:
        self._used = KnowledgeUsed(version=knowledge.version, sha256=knowledge.sha256)
        made = _Premises()
        self._told = {statement.id: _Told(statement, made) for statement in knowledge.statements}
        self._causes = {id_: _Concluding(at_first[id_], names) for id_, names in _looked_at(knowledge).items()}
        self._manager = Manager(knowledge)
        self._read = made.findings

    def compose(
        self,
        given: Mapping[str, Answer],
        known: Mapping[str, Answer],
        weighed: Weighed,
        managed: Sequence[Statement],
    ) -> Assessment:
        """The assessment of one person."""
        facing = _Facing(given, known)
        counted = frozenset().union(*[standing.counted for standing in weighed.standings])
        trace: list[Step] = []
        alerts: list[Alert] = []
        reasons: dict[str, list[Reason]] = {}
        for statement in (*weighed.inferred, *managed):
            told, counts = self._told[statement.id], statement.id in counted
            premises = told.premises(facing)
            trace.append(told.step(premises, counts))
            if isinstance(statement, Evidence):
                reasons.setdefault(statement.cause, []).append(told.reason(premises, counts))
            elif isinstance(statement, Alerts):
                alerts.append(_alert(statement, premises))
        alerts.sort(key=lambda alert: -alert.urgency.rank)
        management = self._manager.manage(managed)
        conclusions: list[Conclusion] = []
        for standing in weighed.standings:
            id_ = standing.cause.id
            managed_for, signs = management.get(id_, _NOTHING), reasons.get(id_, [])
            conclusions.append(self._causes[id_].conclusion(standing, facing.known, signs, managed_for))
        # Nothing is validated: all of it was made here, of what was checked when it came in.
        return Assessment.model_construct(
            notice=NOTICE,
            knowledge=self._used,
            urgency=weighed.urgency,
            urgency_reasons=tuple([self._why(setter, alerts) for setter in weighed.set_by]),
            alerts=tuple(alerts),
            conclusions=tuple(conclusions),
            trace=tuple(trace),
            notes=self._notes(facing.known),
            answers=facing.given,
        )

    def _why(self, setter: UrgencySetBy, alerts: Sequence[Alert]) -> UrgencyReason:
        premises: tuple[Premise, ...] = ()
        if setter.kind == "alert":
            because = next(alert.because for alert in alerts if alert.id == setter.id)
        elif setter.kind == "cause":
            cause = self._causes[setter.id].cause
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

    def _notes(self, known: Mapping[str, Answer]) -> tuple[str, ...]:
        notes = [f"`{name}` is on record, and no rule reads it yet." for name in known if name not in self._read]
        return (*oddities_among(known), *notes)


_NOTHING: Managed = ((), ())


class _Concluding:
    """A cause in the form of a result, as far as that is the same for every person."""

    def __init__(self, at_first: Standing, looked_at: tuple[str, ...]) -> None:
        self.cause = at_first.cause
        self._looked_at = looked_at
        self._open_until = self.cause.open_until if self.cause.dangerous else None
        self._at_first = at_first
        self._nothing_known = self._conclusion(at_first, (), (), looked_at, _NOTHING)

    def conclusion(
        self, standing: Standing, known: Mapping[str, Answer], reasons: list[Reason], managed: Managed
    ) -> Conclusion:
        """What is concluded of it for one person; where nothing is known that it looks at, the same for all."""
        not_asked = tuple(filterfalse(known.__contains__, self._looked_at))
        if standing is self._at_first and managed is _NOTHING and len(not_asked) == len(self._looked_at):
            return self._nothing_known
        if not reasons:
            return self._conclusion(standing, (), (), not_asked, managed)
        reasons.sort(key=lambda reason: (-abs(reason.weight), reason.rule_id))
        return self._conclusion(
            standing,
            tuple([reason for reason in reasons if reason.weight >= 0]),
            tuple([reason for reason in reasons if reason.weight < 0]),
            not_asked,
            managed,
        )

    def _conclusion(
        self,
        standing: Standing,
        reasons_for: tuple[Reason, ...],
        reasons_against: tuple[Reason, ...],
        not_asked: tuple[str, ...],
        managed: Managed,
    ) -> Conclusion:
        cause = self.cause
        return Conclusion(
            cause_id=cause.id,
            name=cause.name,
            icd10=cause.icd10,
            summary=cause.summary,
            likelihood=standing.likelihood,
            status=standing.status,
            weight=standing.weight,
            urgency=cause.urgency,
            reasons_for=reasons_for,
            reasons_against=reasons_against,
            not_asked=not_asked,
            management=managed[0],
            withheld=managed[1],
            open_until=self._open_until if standing.status in (Status.NOT_EXCLUDED, Status.SUSPECTED) else None,
            founding=cause.founding,
            today=cause.today,
        )


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

    def __init__(self, given: Mapping[str, Answer], known: Mapping[str, Answer]) -> None:
        self.given = dict(given)
        self.known = dict(known)
        self.answers: Answers = every_answer(self.known)


class _Premises:
    """Premises by the answer that they tell of. One that only one answer can make hold is made once, for all rules."""

    def __init__(self) -> None:
        self._says: dict[AnswerLeaf, str] = {}
        self._made: dict[AnswerLeaf, Premise] = {}

    @property
    def findings(self) -> frozenset[str]:
        """The findings that they may tell of."""
        return frozenset([leaf.finding for leaf in self._says])

    def prepare(self, condition: OnAnswers) -> None:
        """Put into words what may have to be told of a condition."""
        for leaf in condition.leaves():
            if leaf not in self._says:
                self._says[leaf] = leaf.in_words()
                if (answer := _only_answer(leaf)) is not None:
                    self._made[leaf] = self._premise(leaf, answer)

    def of(self, leaf: AnswerLeaf, given: Mapping[str, Answer]) -> Premise:
        """The premise of what holds of a person."""
        return self._made.get(leaf) or self._premise(leaf, given.get(leaf.finding))

    def _premise(self, leaf: AnswerLeaf, answer: Any) -> Premise:
        says = self._says.get(leaf) or leaf.in_words()  # what a score rests on tells the answer
        return Premise(kind="answer", id=leaf.finding, says=says, answer=answer)


class _Told:
    """A statement in the form of a result, as far as that is the same for every person."""

    def __init__(self, statement: Statement, made: _Premises) -> None:
        self._statement = statement
        self._verb = statement.verb
        self._concludes = _concluded_by(statement)
        self._written_at = str(statement.location)
        self._made = made
        # Premises that are the same whenever the statement fires; conditions where it takes the answers to tell.
        self._parts: list[Premise | OnAnswers] = []
        self._leaves: set[AnswerLeaf] = set()
        self._repeats = True
        for condition in statement.conditions:
            self._add(condition)
        self._same: tuple[Premise, ...] | None = None
        # What is not known was mostly not asked, and then that is the same too.
        self._not_known = tuple(part.finding for part in self._parts if isinstance(part, NotKnown))
        if all(isinstance(part, (Premise, NotKnown)) for part in self._parts):
            self._same = same = self._held(_NOBODY)
            step = self._step(same, False)
            if isinstance(statement, Evidence):
                self._steps = (step, self._step(same, True))
                self._reasons = (self._reason(same, False), self._reason(same, True))
            else:
                self._steps = (step, step)
            return
        # The same answer may make several parts hold, and is named once; most statements have each answer but once.
        leaves = [leaf for c in statement.conditions if isinstance(c, ANSWER_CONDITIONS) for leaf in c.leaves()]
        self._repeats = len(leaves) > len(set(leaves))

    def _add(self, condition: Condition) -> None:
        if not isinstance(condition, ANSWER_CONDITIONS):
            self._parts.append(_on_conclusion(condition))
            return
        self._made.prepare(condition)
        if isinstance(condition, (AllOf, InClass)) or _only_answer(condition) is None:
            self._parts.append(condition)
        elif condition not in self._leaves:
            self._leaves.add(condition)
            self._parts.append(self._made.of(condition, {}))

    def premises(self, facing: _Facing) -> tuple[Premise, ...]:
        """What made it fire: of an any-of only the parts that held."""
        if self._same is not None and facing.given.keys().isdisjoint(self._not_known):
            return self._same
        return self._held(facing)

    def _held(self, facing: _Facing) -> tuple[Premise, ...]:
        found: list[Premise] = []
        named = set(self._leaves)
        for part in self._parts:
            if isinstance(part, Premise):
                found.append(part)
                continue
            for leaf in held_leaves(part, facing.answers):
                if self._repeats:
                    if leaf in named:
                        continue
                    named.add(leaf)
                found.append(self._made.of(leaf, facing.given))
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
        sign = self._statement
        assert isinstance(sign, Evidence)
        return Reason(
            rule_id=sign.id,
            because=sign.because,
            weight=sign.weight,
            counted=counted,
            findings=tuple(dict.fromkeys([premise.id for premise in premises if premise.kind == "answer"])),
            sources=sign.source,
            grade=sign.grade,
            verified=sign.verified,
        )


_NOBODY = _Facing({}, {})


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
