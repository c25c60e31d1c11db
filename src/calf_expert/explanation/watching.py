"""What to watch for: the complaints that would, each by itself on top of what is known, raise a graver red flag.

Red flags rest on nothing that was *not* concluded (which is checked when the knowledge is loaded), so that one more yes
can only raise more of them, and it is enough to look at the rules that the yes bears on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..authoring.conditions import ANSWER_CONDITIONS, Answer, Concluded, NotConcluded, Scored, every_answer
from ..authoring.statements import Alerts, Concludes, Statement
from ..authoring.strata import by_concept, findings_behind
from ..authoring.terms import Urgency
from ..catalogue import Knowledge
from ..findings import FINDINGS, AskedOf, Kind
from ..result import Result

_COMES_ON = frozenset(
    {
        "cramp_and_restlessness",
        "joints",
        "leg_appearance",
        "neurological_symptoms",
        "pain_site",
        "presentation",
        "systemic",
        "walking_pattern",
    }
)
"""Groups of findings that can come on. A past operation or a medicine cannot."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A complaint that would raise a red flag, and the rule that would."""

    finding: str
    rule_id: str
    flag: str
    urgency: Urgency
    fits: int
    """Where the first of the causes that the flag suspects stands in the ranking: the lower, the more it is about this
    person. A flag that suspects none comes last."""


class _Same:
    """Knowledge that is compared by its hash, so that what is worked out for it is worked out once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.knowledge.sha256 == self.knowledge.sha256

    def __hash__(self) -> int:
        return hash(self.knowledge.sha256)


def warnings(assessment: Result, knowledge: Knowledge) -> tuple[Warned, ...]:
    """The complaints that would raise a flag graver than the urgency so far: the gravest first, then what fits best."""
    concluding, bearing = _behind_alerts(_Same(knowledge))
    answers = every_answer(assessment.answers)
    standing = {cause.cause_id: place for place, cause in enumerate(assessment.conclusions)}
    found: list[Warned] = []
    for alert, complaints in bearing:
        if alert.urgency <= assessment.urgency:
            continue
        for name in complaints:
            if answers[name] is True:
                continue
            changed = {**answers, name: True}
            parent = FINDINGS[name].depends_on
            if parent is not None and FINDINGS[parent].kind is Kind.BOOLEAN:
                changed[parent] = True
            if _fires(alert, changed, concluding, ()):
                fits = min((standing[cause] for cause in alert.suspects), default=len(standing))
                found.append(Warned(name, alert.id, alert.flag, alert.urgency, fits))
    found.sort(key=lambda warned: (-warned.urgency.rank, warned.fits))
    return tuple(found)


@lru_cache(maxsize=2)
def _behind_alerts(
    same: _Same,
) -> tuple[Mapping[str, Sequence[Concludes]], tuple[tuple[Alerts, tuple[str, ...]], ...]]:
    concluding = by_concept(same.knowledge.statements)
    alerts = [statement for statement in same.knowledge.statements if isinstance(statement, Alerts)]
    return concluding, tuple(
        (alert, tuple(name for name in findings_behind(alert, concluding) if _comes_on(name))) for alert in alerts
    )


def _comes_on(name: str) -> bool:
    finding = FINDINGS[name]
    return finding.kind is Kind.BOOLEAN and finding.asked_of is AskedOf.PATIENT and finding.group in _COMES_ON


def _fires(
    statement: Statement,
    answers: Mapping[str, Answer],
    concluding: Mapping[str, Sequence[Concludes]],
    above: tuple[str, ...],
) -> bool:
    above = (*above, statement.id)
    for condition in statement.conditions:
        if isinstance(condition, ANSWER_CONDITIONS):
            if condition.truth(answers) is not True:
                return False
        elif isinstance(condition, (Concluded, Scored)):
            behind = (rule for rule in concluding.get(condition.concept, ()) if rule.id not in above)
            if not any(_fires(rule, answers, concluding, above) for rule in behind):
                return False
        elif isinstance(condition, NotConcluded):
            raise TypeError("a red flag rests on nothing that was not concluded")
        else:
            raise TypeError(f"a red flag cannot rest on a {type(condition).__name__}")
    return True
