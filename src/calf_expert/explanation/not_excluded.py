"""The dangerous causes that are still open: why, what would close them, and what to ask or to test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .._failing import fails_safe
from ..authoring.statements import Alerts, Confirms, Excludes
from ..authoring.strata import by_concept, findings_behind
from ..authoring.terms import Urgency
from ..catalogue import Knowledge
from ..findings import FINDINGS, UNKNOWN, AskedOf
from ..result import Conclusion, Result
from ..weighing import Status
from .asking import means_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFinding:
    """A finding that is not known and bears on the cause. ``settles``: a result of it can exclude or confirm.

    ``in_vain``: the question makes no sense for this person (a birth, for a man).
    """

    finding: str
    question: str
    asked_of: AskedOf
    settles: bool
    in_vain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDanger:
    """A dangerous cause that is still open.

    ``why`` are the sentences of the alerts that name it and of the evidence for it that counted; where there is
    neither, it is open only because nothing on record closes it. ``questions`` are for the patient, the weightiest
    first; ``tests`` are for a clinician or a laboratory, those first that can settle it.
    """

    cause_id: str
    name: str
    urgency: Urgency
    status: Status
    why: tuple[str, ...]
    open_until: str
    questions: tuple[OpenFinding, ...]
    tests: tuple[OpenFinding, ...]


@fails_safe
def not_excluded(assessment: Result) -> tuple[OpenDanger, ...]:
    """The dangerous causes that are suspected or not excluded, the most serious first."""
    knowledge = assessment.reasoner.knowledge
    still_open = [
        _danger(assessment, conclusion, knowledge)
        for conclusion in assessment.conclusions
        if conclusion.open_until is not None
    ]
    # Sorting keeps the ranking among those that are equally serious.
    return tuple(sorted(still_open, key=lambda danger: (-danger.urgency.rank, danger.status is not Status.SUSPECTED)))


def _danger(assessment: Result, conclusion: Conclusion, knowledge: Knowledge) -> OpenDanger:
    named = [alert.because for alert in assessment.alerts if conclusion.cause_id in alert.suspects]
    counted = [reason.because for reason in conclusion.reasons_for if reason.counted]
    why = dict.fromkeys((*named, *counted)) or {"Nothing on record closes it.": None}
    settling = _behind(
        knowledge,
        (s for s in knowledge.statements if isinstance(s, (Confirms, Excludes)) and s.cause == conclusion.cause_id),
    )
    naming = _behind(
        knowledge, (s for s in knowledge.statements if isinstance(s, Alerts) and conclusion.cause_id in s.suspects)
    )
    # What a patient was asked and does not know is no question for the patient; a test can be done again.
    given = {
        n for n, answer in assessment.answers.items() if answer != UNKNOWN or FINDINGS[n].asked_of is AskedOf.PATIENT
    }
    bearing = [n for n in dict.fromkeys((*settling, *conclusion.not_asked, *naming)) if n not in given]
    told = [
        OpenFinding(
            finding=name,
            question=FINDINGS[name].question,
            asked_of=FINDINGS[name].asked_of,
            settles=name in settling,
            in_vain=means_nothing(name, assessment.answers),
        )
        for name in bearing
    ]
    assert conclusion.open_until is not None
    return OpenDanger(
        cause_id=conclusion.cause_id,
        name=conclusion.name,
        urgency=conclusion.urgency,
        status=conclusion.status,
        why=tuple(why),
        open_until=conclusion.open_until,
        questions=tuple(one for one in told if one.asked_of is AskedOf.PATIENT),
        tests=tuple(one for one in told if one.asked_of is not AskedOf.PATIENT),
    )


def _behind(knowledge: Knowledge, statements: Iterable[Alerts | Confirms | Excludes]) -> dict[str, None]:
    concluding = by_concept(knowledge.statements)
    return {name: None for statement in statements for name in findings_behind(statement, concluding)}
