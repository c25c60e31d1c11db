"""How bad it could still be: the highest urgency that answers not yet given could bring, and which answers those are.

Exact with respect to the rules, not by trying answers; the argument is in ``outlook``. An answer counts as open if it
is not known and whoever is asked can give it. Every way to answer the open findings is allowed for, leaving some of
them unanswered too; answers that cannot stand beside those given are left out. Two open answers that cannot stand
together stay in, which can only raise the bound.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .._asked import one_of
from .._failing import fails_safe
from ..authoring.statements import Statement
from ..authoring.terms import Urgency
from ..errors import ArgumentError, UnknownIdError
from ..findings import FINDINGS, AskedOf, Tier
from ..presentation import Presentation
from ..result import Result
from .asking import means_nothing
from .formulas import FALSE, TRUE, Formula, narrowed, without
from .outlook import Prospect, Situation, Way, outlook_of
from .trial import Trial

Answerers = AskedOf | str | Iterable[AskedOf | str] | None
"""Who is asked: ``None`` for whoever it takes, or one or several of patient, clinician, lab."""

_WAYS_TRIED = 2000
_MANY = 9
"""An answer that takes more others than can sensibly be counted is ranked as if it took so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayUp:
    """How an answer could raise the urgency: through the rule of an alert, or through one that bears on a cause.

    ``id`` is the flag or the cause, ``urgency`` the level it could bring. ``fires`` is false where the answer would
    keep a rule from firing that stands in the way. ``answers`` is the least number of answers, this one among them,
    with which the rule does so; a cause may need further signs beside this one.
    """

    kind: Literal["alert", "cause"]
    id: str
    rule_id: str
    urgency: Urgency
    because: str
    fires: bool
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldRaise:
    """A finding whose answer could raise the urgency, to what, and through which rules, the gravest first.

    ``alone`` is the level that its answer could bring with no other answer beside it, ``None`` if it takes others.
    ``in_vain``: the question makes no sense for this person (a birth, for a man). The bound allows for an answer all
    the same, as the record does.
    """

    finding: str
    question: str
    asked_of: AskedOf
    urgency: Urgency
    alone: Urgency | None
    in_vain: bool
    through: tuple[WayUp, ...]


@fails_safe
def urgency_at_most(assessment: Result, answerable_by: Answerers = None) -> Urgency:
    """The highest urgency that any answers still to be given could bring."""
    situation = situation_of(assessment, answerable_by)
    return highest(situation, assessment.urgency)


def is_settled(assessment: Result, answerable_by: Answerers = None) -> bool:
    """Whether no answer still to be given could raise the urgency."""
    return urgency_at_most(assessment, answerable_by) is assessment.urgency


def situation_of(assessment: Result, answerable_by: Answerers) -> Situation:
    """What this person can still be asked."""
    presentation = Presentation.model_validate(assessment.answers)
    outlook = outlook_of(assessment.reasoner.knowledge)
    return Situation(outlook, presentation.known, open_findings(presentation, answerable_by))


def open_findings(presentation: Presentation, answerable_by: Answerers) -> frozenset[str]:
    """The findings that are open: what is not known; or, of those that were never asked, what somebody can answer."""
    if answerable_by is None:
        return frozenset(FINDINGS) - frozenset(presentation.known)
    named = _asked(answerable_by)
    asked = presentation.answers
    return frozenset(name for name, finding in FINDINGS.items() if finding.asked_of in named and name not in asked)


def _asked(answerable_by: AskedOf | str | Iterable[AskedOf | str]) -> tuple[str, ...]:
    everybody = [who.value for who in AskedOf]
    given: object = answerable_by
    named = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Iterable) else ()
    # Of nobody nothing can be asked: that would settle everything, and is never what was meant.
    if not named or not all(isinstance(who, str) for who in named):
        raise ArgumentError(f"`answerable_by` must be {one_of(everybody)}, several of them, or None")
    for who in named:
        if who not in everybody:
            raise UnknownIdError("way to answer", str.__str__(who), everybody, where=f": it is {one_of(everybody)}")
    return named


def highest(situation: Situation, present: Urgency) -> Urgency:
    """The highest level that can be reached from a situation in which the urgency is ``present``."""
    levels = sorted((level for level in Urgency if level > max(present, Urgency.ROUTINE)), reverse=True)
    for level in levels:
        if _can_reach(situation, level):
            return level
    if present is Urgency.SELF_CARE and _self_care_can_end(situation):
        return Urgency.ROUTINE
    return present


def _can_reach(situation: Situation, level: Urgency) -> bool:
    """Whether an alert or a cause can bring a level above a routine visit."""
    outlook = situation.outlook
    if any(situation.possible(outlook.formula[s.id]) for s in outlook.alerts if s.urgency >= level):
        return True
    return any(_can_bring(situation, prospect, level) for prospect in outlook.prospects.values())


def _can_bring(situation: Situation, prospect: Prospect, level: Urgency) -> bool:
    wanted = prospect.own_for(level)
    if wanted is not None and most_own(situation, prospect, wanted):
        return True
    return prospect.cause.urgency >= level and _can_be_confirmed(situation, prospect)


def _can_be_confirmed(situation: Situation, prospect: Prospect) -> bool:
    return any(situation.possible(situation.outlook.formula[s.id]) for s in prospect.confirming)


def most_own(situation: Situation, prospect: Prospect, wanted: int) -> bool:
    """Whether the evidence for a cause can come to so much while nothing excludes the cause."""
    own = 0
    # What each part could come to if nothing stood in its way: once that is too little, no search is needed.
    hoped = [part.ways[0].weight for part in prospect.parts]
    left = sum(hoped)
    for part, hope in zip(prospect.parts, hoped, strict=True):
        if own + left < wanted:
            return False
        most = part.most(situation.domains)
        if most is None:
            return False
        own += most
        left -= hope
    return own >= wanted


# From self-care to a routine visit. -----------------------------------------------------------------------------------


def _self_care_can_end(situation: Situation) -> bool:
    """Whether answers can turn self-care into a routine visit, where nothing graver can be reached.

    Self-care is one cause of self-care that brings it and is the only one suspected, its danger signs cleared, and no
    alert. So it ends with any alert; with another cause suspected, unless that is again a cause of self-care that takes
    its place; and where the cause that brings it can fall, or can lose its clearance.
    """
    outlook = situation.outlook
    if any(situation.possible(outlook.formula[s.id]) for s in outlook.alerts):
        return True
    homely = [p for p in outlook.prospects.values() if p.cause.urgency is Urgency.SELF_CARE]
    others = [p for p in outlook.prospects.values() if p.cause.urgency is not Urgency.SELF_CARE]
    if any(_can_be_suspected(situation, prospect) for prospect in others):
        return True
    coming = [p for p in homely if _can_be_suspected(situation, p)]
    standing = [p for p in coming if not _can_fall(situation, p)]
    if len(coming) == 1:
        return not standing
    # Two that stand together are no self-care. Where one may give way to another, the answers are tried.
    return len(standing) > 0 or _some_answers_end_it(situation, coming)


def _can_be_suspected(situation: Situation, prospect: Prospect) -> bool:
    # An alert that names it has been looked at before.
    return most_own(situation, prospect, prospect.own_for_suspicion) or _can_be_confirmed(situation, prospect)


def _can_fall(situation: Situation, prospect: Prospect) -> bool:
    """Whether a cause of self-care can come to bring none."""
    outlook, cause = situation.outlook, prospect.cause
    assert cause.self_care_after is not None
    if situation.possible(outlook.never(outlook.concept(cause.self_care_after))):
        return True
    if cause.self_care_unless is not None and situation.possible(outlook.concept(cause.self_care_unless)):
        return True
    unconfirmed = [outlook.never(outlook.formula[rule.id]) for rule in prospect.confirming]
    if not situation.possible(*unconfirmed):
        return False
    if any(situation.possible(outlook.formula[rule.id], *unconfirmed) for rule in prospect.excluding):
        return True
    wanted = prospect.own_for(Urgency.SELF_CARE)
    return wanted is None or sum(part.least(situation.domains, *unconfirmed) for part in prospect.parts) < wanted


def _some_answers_end_it(situation: Situation, prospects: Sequence[Prospect]) -> bool:
    """Whether some way to answer what bears on these causes is no self-care; yes, where there are too many ways."""
    outlook = situation.outlook
    reads = set[str]().union(*(prospect.reads for prospect in prospects))
    for prospect in prospects:
        for concept in (prospect.cause.self_care_after, prospect.cause.self_care_unless):
            if concept is not None:
                reads |= outlook.reads_of_concept(concept)
    names = [name for name in situation.open if name in reads]
    choices = [outlook.cells[outlook.place_of[name]] for name in names]
    here = Trial.of(outlook, situation.known)
    legal_cells = [
        [None, *(cell for _, cell in cells.of(situation.domains[outlook.place_of[name]]))]
        for name, cells in zip(names, choices, strict=True)
    ]
    for tried, given in enumerate(itertools.product(*legal_cells)):
        if tried == _WAYS_TRIED:
            return True
        trial = here
        for name, cell in zip(names, given, strict=True):
            trial = trial if cell is None else trial.answering(name, cell.answer)
        if trial.urgency > Urgency.SELF_CARE:
            return True
    return False


# Which answers. -------------------------------------------------------------------------------------------------------


@fails_safe
def could_raise_urgency(assessment: Result, answerable_by: Answerers = None) -> tuple[CouldRaise, ...]:
    """The findings whose answers could raise the urgency, the gravest first."""
    situation = situation_of(assessment, answerable_by)
    if highest(situation, assessment.urgency) is assessment.urgency:
        return ()
    found: dict[str, list[WayUp]] = {}
    for finding, way in _ways_up(situation, assessment.urgency):
        found.setdefault(finding, []).append(way)
    here = Trial.of(situation.outlook, situation.known)
    result = []
    for name, ways in found.items():
        ways.sort(key=lambda way: (-way.urgency.rank, way.kind, way.answers, way.rule_id))
        result.append(
            CouldRaise(
                finding=name,
                question=FINDINGS[name].question,
                asked_of=FINDINGS[name].asked_of,
                urgency=ways[0].urgency,
                alone=_alone(situation, here, name),
                in_vain=means_nothing(name, assessment.answers),
                through=tuple(ways),
            )
        )
    return tuple(sorted(result, key=_rank))


def _alone(situation: Situation, here: Trial, name: str) -> Urgency | None:
    place = situation.outlook.place_of[name]
    cells = situation.outlook.cells[place].of(situation.domains[place])
    level = max(here.answering(name, cell.answer).urgency for _, cell in cells)
    return level if level > here.urgency else None


def _rank(could: CouldRaise) -> tuple[int, bool, str, int, bool, bool, int]:
    """The gravest first, alone, through an alert, with few answers; then what a patient can say, and what is core."""
    first, finding = could.through[0], FINDINGS[could.finding]
    patient, core = finding.asked_of is AskedOf.PATIENT, finding.tier is Tier.CORE
    needs_others = could.alone is not could.urgency
    return (-could.urgency.rank, needs_others, first.kind, first.answers, not patient, not core, _PLACES[could.finding])


_PLACES = {name: place for place, name in enumerate(FINDINGS)}


def _ways_up(situation: Situation, present: Urgency) -> Iterator[tuple[str, WayUp]]:
    """Each finding with each rule through which its answer could bring a level above the present one.

    That is so where there is a way to answer with which the level is reached and the rule takes part in it, and with
    the same answers less that one the rule would not.
    """
    outlook = situation.outlook
    for alert in outlook.alerts:
        if alert.urgency > present:
            yield from _through(situation, alert, _Reached("alert", alert.flag, alert.urgency))
    for prospect in outlook.prospects.values():
        cause = prospect.cause
        if cause.urgency > present:
            for rule in prospect.confirming:
                yield from _through(situation, rule, _Reached("cause", cause.id, cause.urgency))
        level = _most_by_weight(situation, prospect, present)
        if level is not None:
            wanted = prospect.own_for(level)
            assert wanted is not None
            yield from _through_evidence(situation, prospect, wanted, level)
        if present is Urgency.SELF_CARE:
            yield from _out_of_self_care(situation, prospect, seen=level is not None)


def _out_of_self_care(situation: Situation, prospect: Prospect, *, seen: bool) -> Iterator[tuple[str, WayUp]]:
    """The same for what ends self-care: that the cause which brings it falls, or that any cause is suspected."""
    outlook, cause = situation.outlook, prospect.cause
    reached = _Reached("cause", cause.id, Urgency.ROUTINE)
    if not seen and most_own(situation, prospect, prospect.own_for_suspicion):
        yield from _through_evidence(situation, prospect, prospect.own_for_suspicion, Urgency.ROUTINE)
    if cause.urgency is not Urgency.SELF_CARE:
        return
    for rule in (*prospect.confirming, *prospect.excluding, *outlook.concluding(cause.self_care_unless or "")):
        yield from _through(situation, rule, reached)
    wanted = prospect.own_for(Urgency.SELF_CARE)
    least = [part.least(situation.domains) for part in prospect.parts]
    for part, own in zip(prospect.parts, least, strict=True):
        low = [way for way in part.lows if wanted is None or way.weight + sum(least) - own < wanted]
        yield from _through_ways(situation, low, reached)


def _most_by_weight(situation: Situation, prospect: Prospect, present: Urgency) -> Urgency | None:
    """The highest level above the present one that a cause can bring by its weight."""
    for level in sorted((level for level in Urgency if level > present), reverse=True):
        wanted = prospect.own_for(level)
        if wanted is not None and most_own(situation, prospect, wanted):
            return level
    return None


def _through_evidence(
    situation: Situation, prospect: Prospect, wanted: int, level: Urgency
) -> Iterator[tuple[str, WayUp]]:
    """Through the signs that can count where the evidence for a cause comes to what is wanted."""
    most = [part.most(situation.domains) or 0 for part in prospect.parts]
    for part, own in zip(prospect.parts, most, strict=True):
        enough = [way for way in part.ways if way.weight + sum(most) - own >= wanted]
        yield from _through_ways(situation, enough, _Reached("cause", prospect.cause.id, level))


def _through_ways(situation: Situation, ways: Iterable[Way], reached: _Reached) -> Iterator[tuple[str, WayUp]]:
    told: set[tuple[str, str]] = set()
    for way in ways:
        for rule in (*way.firing, *way.silent):
            for finding, up in _through(situation, rule, reached, way.formula, fires=rule in way.firing):
                if (finding, rule.id) not in told:
                    told.add((finding, rule.id))
                    yield finding, up


@dataclass(frozen=True, slots=True)
class _Reached:
    """What reaches a level."""

    kind: Literal["alert", "cause"]
    id: str
    level: Urgency


def _through(
    situation: Situation, rule: Statement, reached: _Reached, *beside: Formula, fires: bool = True
) -> Iterator[tuple[str, WayUp]]:
    """The findings that the firing of a rule can hang on, or that it does not fire, while ``beside`` holds."""
    outlook = situation.outlook
    formula = outlook.formula[rule.id]
    happens = narrowed(formula if fires else outlook.never(formula), situation.domains)
    if happens is TRUE or happens is FALSE:
        return
    at_least = _fewest(situation, (happens, *beside), 1)
    if at_least is None:
        return
    looked_at = happens.places()
    for name in situation.open:
        if name not in outlook.reads[rule.id]:
            continue
        places = outlook.places_of(name)
        if places.isdisjoint(looked_at):
            continue
        hangs = (happens, *beside, outlook.never(without(happens, places)))
        fewest = _fewest(situation, hangs, at_least)
        if fewest is not None:
            yield (
                name,
                WayUp(
                    kind=reached.kind,
                    id=reached.id,
                    rule_id=rule.id,
                    urgency=reached.level,
                    because=rule.because,
                    fires=fires,
                    answers=fewest,
                ),
            )


def _fewest(situation: Situation, formulas: tuple[Formula, ...], at_least: int) -> int | None:
    """The fewest answers with which these hold, no fewer than ``at_least``; ``None`` if no answers are enough."""
    if situation.possible(*formulas, most=at_least):
        return at_least
    if not situation.possible(*formulas):
        return None
    return next((n for n in range(at_least + 1, _MANY) if situation.possible(*formulas, most=n)), _MANY)
