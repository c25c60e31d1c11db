"""How the causes stand and how urgent it is, reckoned anew from what fired."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..authoring.statements import Cause, Weakens
from . import published
from .firing import Rule, cause_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How one cause stands. ``counted`` names the rules that entered its weight; ``brings`` is a level or ``None``."""

    cause: Cause
    signs: tuple[Rule, ...]
    counted: frozenset[str]
    weight: int
    likelihood: str
    status: str
    brings: str | None
    in_ranking: tuple[int, int, int, int, str]

    @property
    def suspected(self) -> bool:
        """Whether it is suspected, or more."""
        return self.status in ("suspected", "confirmed")


def weight_of(sign: Any) -> int:
    """Millibans: 1000 log10 of the likelihood ratio, or of the ratio that a strength stands for."""
    if sign.lr is not None:
        return round(1000 * math.log10(sign.lr))
    weight = round(1000 * math.log10(sign.strength.ratio))
    return -weight if isinstance(sign, Weakens) else weight


def ranked(causes: Iterable[Cause], fired: Sequence[Rule]) -> list[Standing]:
    """Every cause, best first."""
    return sorted((_stand(cause, fired) for cause in causes), key=lambda standing: standing.in_ranking)


def _stand(cause: Cause, fired: Sequence[Rule]) -> Standing:
    own = [rule for rule in fired if rule.verb != "alerts" and cause_of(rule.statement) == cause.id]
    signs = tuple(rule for rule in own if rule.verb in ("supports", "weakens"))
    confirmed = any(rule.verb == "confirms" for rule in own)
    excluded = any(rule.verb == "excludes" for rule in own) and not confirmed
    alerts = [rule.statement for rule in fired if rule.verb == "alerts" and cause.id in rule.statement.suspects]

    counted = _counted(signs)
    evidence = sum(weight_of(rule.statement) for rule in counted)
    start = published.STARTS_AT[cause.commonness.value]
    weight = start + evidence
    possible = weight >= published.POSSIBLE_FROM
    on_its_own = possible and evidence >= published.SUSPICION_FROM
    urgency = cause.urgency.value

    likelihood = _band(weight)
    brings = None
    if on_its_own and not excluded:
        brings = next((level for level, lowest in published.ACTS_FROM[urgency] if weight >= lowest), None)
    if confirmed:
        status, likelihood, brings = "confirmed", "very_likely", urgency
    elif alerts:
        status, likelihood = "suspected", likelihood if possible else "possible"
    elif excluded:
        status, likelihood = "excluded", "very_unlikely"
    elif on_its_own:
        status = "suspected"
    else:
        status = "not_excluded" if urgency in published.DANGEROUS else "considered"

    tier = {"confirmed": 0, "excluded": 3}.get(status, 1 if evidence > 0 or alerts else 2)
    lifted = max((_lift(alert, cause) for alert in alerts), default=0)
    ranked_by = published.STARTS_AT_IN_RANKING[cause.commonness.value] + evidence + lifted
    in_ranking = (tier, -ranked_by, -published.LEVELS.index(urgency), -start, cause.id)
    names = frozenset(rule.id for rule in counted)
    return Standing(cause, signs, names, weight, likelihood, status, brings, in_ranking)


def _lift(alert: Any, cause: Cause) -> int:
    """What an alert adds to a cause in the ranking: a quarter of what it adds to the one it names first.

    Two thirds of the whole where it names three, half of it where it names four, and so on.
    """
    lift = published.LIFTED_BY_ALERT.get(alert.urgency.value, 0)
    if len(alert.suspects) > 2:
        lift = lift * 2 // len(alert.suspects)
    return lift if alert.suspects[0] == cause.id else lift // 4


def _counted(signs: Sequence[Rule]) -> list[Rule]:
    """Of each group the strongest sign, a tie to the side for; of equal ones the first that fired. Others all count."""
    groups = dict.fromkeys(rule.statement.group for rule in signs if rule.statement.group is not None)
    counted = [rule for rule in signs if rule.statement.group is None]
    for group in groups:
        rivals = [(weight_of(rule.statement), rule) for rule in signs if rule.statement.group == group]
        most = max(abs(weight) for weight, _ in rivals)
        strongest = [(weight, rule) for weight, rule in rivals if abs(weight) == most]
        counted.append(next((rule for weight, rule in strongest if weight > 0), strongest[0][1]))
    return counted


def _band(weight: int) -> str:
    return next((name for name, lowest in published.BANDS if weight >= lowest), "very_unlikely")


def setters_of(standings: Sequence[Standing], fired: Sequence[Rule]) -> list[tuple[str, str, str]]:
    """What sets the urgency: kind, name and level of each alert and cause that brings the highest level of all."""
    concepts = {rule.statement.concept for rule in fired if rule.verb == "concludes"}
    setters = [("alert", s.flag, s.urgency.value) for s in (r.statement for r in fired if r.verb == "alerts")]
    for standing in standings:
        level, cause = standing.brings, standing.cause
        if level is None:
            continue
        if level == "self_care":
            alone = standing.suspected and sum(other.suspected for other in standings) == 1
            cleared = cause.self_care_after in concepts and cause.self_care_unless not in concepts
            level = level if alone and cleared else "routine"
        setters.append(("cause", cause.id, level))
    setters = setters or [("default", "default", "routine")]
    highest = max((level for _, _, level in setters), key=published.LEVELS.index)
    return [setter for setter in setters if setter[2] == highest]


def facts_for_management(standings: Sequence[Standing], urgency: str) -> list[tuple[str, str]]:
    """What management rests on: causes considered and suspected, in their ranking, and the levels reached."""
    reached = published.LEVELS[: published.LEVELS.index(urgency) + 1]
    return [
        *(("considered", s.cause.id) for s in standings if s.likelihood in ("very_likely", "likely", "possible")),
        *(("suspected", s.cause.id) for s in standings if s.suspected),
        *(("urgency", level) for level in reached),
    ]
