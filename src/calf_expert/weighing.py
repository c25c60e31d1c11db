"""From fired statements to a ranking and an urgency: pure functions, no engine, no text.

The weight of a cause is where its commonness starts it plus the strongest sign of each group, in whole millibans (1000
log10 of a likelihood ratio; Good 1985, "Weight of evidence: a brief survey"). It serves ranking and wording. It is no
probability: nobody has measured how common these causes are among people with calf pain.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from .authoring.statements import Alerts, Cause, Concludes, Confirms, Evidence, Excludes, Statement
from .authoring.terms import Urgency


class Likelihood(str, enum.Enum):
    """A named band of the weight of evidence. Not a probability, and never printed as one."""

    VERY_LIKELY = "very_likely"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very_unlikely"


class Status(str, enum.Enum):
    """Where a cause stands."""

    CONFIRMED = "confirmed"
    """A recorded test that can confirm it does."""
    SUSPECTED = "suspected"
    """An alert names it, or it is possible or more likely on evidence of its own."""
    CONSIDERED = "considered"
    """Neither suspected nor dangerous."""
    NOT_EXCLUDED = "not_excluded"
    """Dangerous, not suspected, and nothing on record closes it."""
    EXCLUDED = "excluded"
    """A recorded test that can exclude it does."""


LIKELY_FROM = 0
POSSIBLE_FROM = -1000

NEARLY_LIKELY_FROM = -250
"""A little below likely: where a cause for which days matter begins to act."""

LOWEST_WEIGHT = (
    (700, Likelihood.VERY_LIKELY),
    (LIKELY_FROM, Likelihood.LIKELY),
    (POSSIBLE_FROM, Likelihood.POSSIBLE),
    (-1700, Likelihood.UNLIKELY),
)
"""The lowest weight of each band, in millibans; anything below is ``very_unlikely``."""

SUSPICION_FROM = 477
"""How much evidence of its own makes a possible cause a suspected one: one moderate sign. Being old does not."""

ALERT_IN_RANKING: Mapping[Urgency, int] = {Urgency.EMERGENCY: 1690, Urgency.SAME_DAY: 845}
"""What an alert adds to the cause it names first, in the ranking only: an emergency two strong signs, the same day one.
An alert that names more than two says less of each, and those it names after the first get a quarter."""

COMMONNESS_IN_RANKING = (4, 5)
"""How much of its commonness counts where a cause is ranked, as a fraction: it is a coarse guess, and signs are not."""

BRINGS: Mapping[Urgency, tuple[tuple[int, Urgency], ...]] = {
    Urgency.EMERGENCY: ((LIKELY_FROM, Urgency.EMERGENCY), (POSSIBLE_FROM, Urgency.SAME_DAY)),
    Urgency.SAME_DAY: ((POSSIBLE_FROM, Urgency.SAME_DAY),),
    Urgency.WITHIN_DAYS: ((NEARLY_LIKELY_FROM, Urgency.WITHIN_DAYS),),
    Urgency.ROUTINE: ((LIKELY_FROM, Urgency.ROUTINE),),
    Urgency.SELF_CARE: ((LIKELY_FROM, Urgency.SELF_CARE),),
}
"""Which level a cause of each urgency brings, and from which weight. The graver the cause, the less evidence is needed
to act on it, because the harm of waiting outweighs the cost of looking; and there are two thresholds, one to look and
one to act (after Pauker and Kassirer 1980, "The threshold approach to clinical decision making")."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a cause stands after weighing. ``counted`` holds the evidence that entered the sum, by rule id.

    ``place`` orders the ranking (see :func:`weigh`).
    """

    cause: Cause
    weight: int
    likelihood: Likelihood
    status: Status
    evidence: tuple[Evidence, ...]
    counted: frozenset[str]
    alerted: Urgency | None
    brings: Urgency | None
    place: tuple[int, int, int, int, str] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class UrgencySetBy:
    """One thing that sets the urgency: an alert, a cause, or the default. ``id`` is its flag, cause or ``default``."""

    kind: str
    id: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was inferred of a person and how it weighs, before any management."""

    inferred: tuple[Statement, ...]
    standings: tuple[Standing, ...]
    urgency: Urgency
    set_by: tuple[UrgencySetBy, ...]


def band(weight: int) -> Likelihood:
    """The band a weight falls into."""
    for lowest, likelihood in LOWEST_WEIGHT:
        if weight >= lowest:
            return likelihood
    return Likelihood.VERY_UNLIKELY


def strongest_of_groups(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Of each group the sign that weighs most; a tie goes to the side *for*. What has no group stands alone.

    Signs of one group say the same thing, and multiplying their likelihood ratios would count it again.
    """
    strongest: dict[tuple[str, str], Evidence] = {}
    for sign in evidence:
        key = ("rule", sign.id) if sign.group is None else ("group", sign.group)
        held = strongest.get(key)
        if held is None or (abs(sign.weight), sign.weight) > (abs(held.weight), held.weight):
            strongest[key] = sign
    return tuple(strongest.values())


def at_first(causes: Iterable[Cause]) -> Mapping[str, Standing]:
    """How every cause stands before anything is known, by id. Most still stand so when a person was assessed."""
    return {cause.id: stand(cause, (), None, None) for cause in causes}


def weigh(before: Mapping[str, Standing], fired: Sequence[Statement]) -> tuple[Standing, ...]:
    """Weigh every cause on what fired, and rank them, best first. ``before`` comes from :func:`at_first`.

    Confirmed causes come first, then those that something speaks for, be it evidence or an alert, then those that have
    nothing but their commonness, then excluded ones; within each by evidence, four fifths of their commonness and what
    alerts add, the more urgent first where these are equal.
    """
    evidence: dict[str, list[Evidence]] = {}
    named: dict[str, Named] = {}
    tests: dict[str, Status] = {}
    for statement in fired:
        if isinstance(statement, Evidence):
            evidence.setdefault(statement.cause, []).append(statement)
        elif isinstance(statement, Alerts):
            for cause_id in statement.suspects:
                named[cause_id] = Named.by(statement, cause_id).with_(named.get(cause_id))
        elif isinstance(statement, Confirms):
            tests[statement.cause] = Status.CONFIRMED
        elif isinstance(statement, Excludes):
            tests.setdefault(statement.cause, Status.EXCLUDED)
    standings = [
        stand(standing.cause, tuple(evidence.get(id_, ())), named.get(id_), tests.get(id_))
        if id_ in evidence or id_ in named or id_ in tests
        else standing
        for id_, standing in before.items()
    ]
    standings.sort(key=_place_of)
    return tuple(standings)


_place_of = attrgetter("place")


@dataclass(frozen=True, slots=True)
class Named:
    """That alerts name a cause: the gravest of them, and the most that one of them adds in the ranking."""

    urgency: Urgency
    credit: int

    @classmethod
    def by(cls, alert: Alerts, cause_id: str) -> Named:
        """What one alert says of a cause that it names."""
        credit = ALERT_IN_RANKING.get(alert.urgency, 0) * 2 // max(2, len(alert.suspects))
        return cls(alert.urgency, credit if alert.suspects[0] == cause_id else credit // 4)

    def with_(self, other: Named | None) -> Named:
        """Both together."""
        if other is None:
            return self
        return Named(max(self.urgency, other.urgency), max(self.credit, other.credit))


def stand(cause: Cause, evidence: tuple[Evidence, ...], named: Named | None, test: Status | None) -> Standing:
    """How one cause stands: on its evidence that fired, the alerts that name it, and what a test settled."""
    counting = strongest_of_groups(evidence)
    own = sum([sign.weight for sign in counting])
    commonness = cause.commonness.millibans
    weight = commonness + own
    likelihood = band(weight)
    on_its_own = own >= SUSPICION_FROM and weight >= POSSIBLE_FROM
    confirmed = test is Status.CONFIRMED
    if confirmed:
        status, likelihood = Status.CONFIRMED, Likelihood.VERY_LIKELY
    elif named is not None:
        # What an alert suspects stays suspected whatever else is on record, and is never called unlikely.
        status = Status.SUSPECTED
        likelihood = likelihood if weight >= POSSIBLE_FROM else Likelihood.POSSIBLE
    elif test is Status.EXCLUDED:
        status, likelihood = Status.EXCLUDED, Likelihood.VERY_UNLIKELY
    elif on_its_own:
        status = Status.SUSPECTED
    else:
        status = Status.NOT_EXCLUDED if cause.dangerous else Status.CONSIDERED
    if confirmed:
        brings: Urgency | None = cause.urgency
    elif test is Status.EXCLUDED or not on_its_own:
        brings = None
    else:
        brings = next((level for lowest, level in BRINGS[cause.urgency] if weight >= lowest), None)
    if status is Status.CONFIRMED:
        tier = 0
    elif status is Status.EXCLUDED:
        tier = 3
    else:
        tier = 1 if own > 0 or named is not None else 2
    # An alert is a pattern that experts hold to be dangerous, so it moves the causes it names up; the weight that is
    # reported stays that of the evidence alone.
    part, whole = COMMONNESS_IN_RANKING
    ranked_by = commonness * part // whole + own + (named.credit if named else 0)
    return Standing(
        cause,
        weight,
        likelihood,
        status,
        evidence,
        frozenset([sign.id for sign in counting]),
        named.urgency if named else None,
        brings,
        place=(tier, -ranked_by, -cause.urgency.rank, -commonness, cause.id),
    )


def urgency_of(standings: Sequence[Standing], fired: Sequence[Statement]) -> tuple[Urgency, tuple[UrgencySetBy, ...]]:
    """The urgency, and what sets it: the highest of all alerts and of the causes likely enough to act on.

    Without any of these it is a routine visit. Self-care needs more than silence: a cause of self-care that is likely,
    no other cause suspected, and the concept concluded that stands for danger signs answered no.
    """
    concluded: set[str] = set()
    setters: list[UrgencySetBy] = []
    for statement in fired:
        if isinstance(statement, Concludes):
            concluded.add(statement.concept)
        elif isinstance(statement, Alerts):
            setters.append(UrgencySetBy("alert", statement.flag, statement.urgency))
    for standing in standings:
        level = standing.brings
        if level is not None:
            cause = standing.cause
            cleared = cause.self_care_after in concluded and cause.self_care_unless not in concluded
            if level is Urgency.SELF_CARE and not (cleared and suspected(standings) == (cause.id,)):
                level = Urgency.ROUTINE
            setters.append(UrgencySetBy("cause", cause.id, level))
    if not setters:
        setters.append(UrgencySetBy("default", "default", Urgency.ROUTINE))
    highest = max([setter.urgency for setter in setters])
    return highest, tuple([setter for setter in setters if setter.urgency is highest])


def considered(standings: Iterable[Standing]) -> tuple[str, ...]:
    """The causes that are possible or more likely, on whatever grounds."""
    return tuple([s.cause.id for s in standings if s.likelihood in _CONSIDERED])


def suspected(standings: Iterable[Standing]) -> tuple[str, ...]:
    """The causes that are suspected or confirmed."""
    return tuple([s.cause.id for s in standings if s.status in _SUSPECTED])


_CONSIDERED = (Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.VERY_LIKELY)
_SUSPECTED = (Status.SUSPECTED, Status.CONFIRMED)
