"""Where a search for other answers wants to get, and what stands in the way of an attempt that is not there yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..authoring.statements import Statement
from ..authoring.terms import Urgency
from ..weighing import Status
from .formulas import Formula
from .outlook import Outlook, Prospect
from .trial import Trial


class Goal(Protocol):
    """Where a search wants to get."""

    def met(self, trial: Trial) -> bool:
        """Whether an attempt is there."""

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        """Of each list, a formula has to come true before an attempt that is not there can be."""


def goals_of_urgency(outlook: Outlook, here: Trial, level: Urgency) -> list[Goal]:
    """Up, each alert and each cause that can bring the level or a higher one; down, the level or a lower one."""
    present = here.urgency
    if level > present:
        goals: list[Goal] = [_Comes(outlook.formula[s.id]) for s in outlook.alerts if s.urgency >= level]
        for prospect in outlook.prospects.values():
            if prospect.cause.urgency >= level:
                goals.extend(_Comes(outlook.formula[rule.id]) for rule in prospect.confirming)
            if prospect.own_for(level) is not None:
                goals.append(_Brings(outlook, prospect, level))
        if level is Urgency.ROUTINE:
            # From self-care, which ends in other ways too.
            goals.extend(_NoSelfCare(outlook, prospect) for prospect in outlook.prospects.values())
        return goals
    if level is Urgency.SELF_CARE:
        homely = [p for p in outlook.prospects.values() if p.cause.urgency is Urgency.SELF_CARE]
        return [_SelfCare(outlook, prospect) for prospect in homely]
    return [_NoMoreThan(outlook, level)]


def goal_of_place(outlook: Outlook, cause_id: str) -> Goal:
    """A cause comes first in the ranking."""
    return _First(outlook, cause_id)


class _Comes:
    """A formula comes true."""

    def __init__(self, formula: Formula) -> None:
        self._formula = formula

    def met(self, trial: Trial) -> bool:
        return self._formula.possible(trial.domains)

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        del trial
        return ([self._formula],)


class _Brings:
    """A cause brings a level or a higher one by its weight."""

    def __init__(self, outlook: Outlook, prospect: Prospect, level: Urgency) -> None:
        self._outlook = outlook
        self._prospect = prospect
        self._level = level

    def met(self, trial: Trial) -> bool:
        brings = trial.standing(self._prospect.cause.id).brings
        return brings is not None and brings >= self._level

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        return (_raising(self._outlook, self._prospect, trial),)


class _First:
    """A cause stands before every other."""

    def __init__(self, outlook: Outlook, cause_id: str) -> None:
        self._outlook = outlook
        self._cause_id = cause_id

    def met(self, trial: Trial) -> bool:
        return trial.first == self._cause_id

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        outlook = self._outlook
        prospect, rival = outlook.prospects[self._cause_id], outlook.prospects[trial.first]
        named = [outlook.formula[s.id] for s in prospect.naming if not trial.fires(s)]
        unnamed = [outlook.never(outlook.formula[s.id]) for s in rival.naming if trial.fires(s)]
        return ([*_raising(outlook, prospect, trial), *named, *_lowering(outlook, rival, trial), *unnamed],)


class _NoMoreThan:
    """Nothing brings more than a level that is a routine visit or above."""

    def __init__(self, outlook: Outlook, level: Urgency) -> None:
        self._outlook = outlook
        self._level = level

    def met(self, trial: Trial) -> bool:
        return trial.urgency <= self._level

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        outlook = self._outlook
        for alert in outlook.alerts:
            if alert.urgency > self._level and trial.fires(alert):
                yield [outlook.never(outlook.formula[alert.id])]
        for standing in trial.standings:
            if standing.brings is not None and standing.brings > self._level:
                yield _lowering(outlook, outlook.prospects[standing.cause.id], trial)


class _SelfCare:
    """One cause brings self-care: it is likely and cleared, nothing else is suspected, and no alert fires."""

    def __init__(self, outlook: Outlook, prospect: Prospect) -> None:
        self._outlook = outlook
        self._prospect = prospect

    def met(self, trial: Trial) -> bool:
        return trial.urgency is Urgency.SELF_CARE

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        outlook, cause = self._outlook, self._prospect.cause
        for alert in outlook.alerts:
            if trial.fires(alert):
                yield [outlook.never(outlook.formula[alert.id])]
        for standing in trial.standings:
            if standing.cause.id != cause.id and standing.status in (Status.SUSPECTED, Status.CONFIRMED):
                yield _lowering(outlook, outlook.prospects[standing.cause.id], trial)
        if trial.standing(cause.id).brings is None:
            yield _raising(outlook, self._prospect, trial)
        for concept, wanted in ((cause.self_care_after, True), (cause.self_care_unless, False)):
            if concept is not None:
                formula = outlook.concept(concept)
                if formula.possible(trial.domains) is not wanted:
                    yield [formula if wanted else outlook.never(formula)]


class _NoSelfCare:
    """Self-care ends by what one cause does: it comes to be suspected, or it no longer brings self-care."""

    def __init__(self, outlook: Outlook, prospect: Prospect) -> None:
        self._outlook = outlook
        self._prospect = prospect

    def met(self, trial: Trial) -> bool:
        return trial.urgency > Urgency.SELF_CARE

    def in_the_way(self, trial: Trial) -> Iterable[list[Formula]]:
        outlook, prospect = self._outlook, self._prospect
        if trial.standing(prospect.cause.id).status not in (Status.SUSPECTED, Status.CONFIRMED):
            return (_raising(outlook, prospect, trial),)
        ending = _lowering(outlook, prospect, trial)
        cause = prospect.cause
        if cause.self_care_after is not None:
            ending.append(outlook.never(outlook.concept(cause.self_care_after)))
        if cause.self_care_unless is not None:
            ending.append(outlook.concept(cause.self_care_unless))
        # It may be the one cause that brings self-care only since another one gave way: that one could come back.
        for other in outlook.prospects.values():
            if other is not prospect and trial.changed:
                ending.extend(_raising(outlook, other, trial))
        return (ending,)


def _raising(outlook: Outlook, prospect: Prospect, trial: Trial) -> list[Formula]:
    """What could let a cause stand higher, alerts left aside."""
    return [
        *_coming(outlook, (*prospect.confirming, *(s for s in prospect.evidence if s.weight > 0)), trial),
        *_going(outlook, (*prospect.excluding, *(s for s in prospect.evidence if s.weight < 0)), trial),
    ]


def _lowering(outlook: Outlook, prospect: Prospect, trial: Trial) -> list[Formula]:
    """What could let a cause stand lower, alerts left aside."""
    return [
        *_coming(outlook, (*prospect.excluding, *(s for s in prospect.evidence if s.weight < 0)), trial),
        *_going(outlook, (*prospect.confirming, *(s for s in prospect.evidence if s.weight > 0)), trial),
    ]


def _coming(outlook: Outlook, rules: Iterable[Statement], trial: Trial) -> Iterator[Formula]:
    return (outlook.formula[rule.id] for rule in rules if not trial.fires(rule))


def _going(outlook: Outlook, rules: Iterable[Statement], trial: Trial) -> Iterator[Formula]:
    return (outlook.never(outlook.formula[rule.id]) for rule in rules if trial.fires(rule))
