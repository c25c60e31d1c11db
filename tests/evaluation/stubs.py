"""Assessments made by hand, so that the figures of a test do not depend on the knowledge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from calf_expert import Alert, Assessment, Conclusion, Grade, Likelihood, Presentation, Reason, Status, Urgency
from calf_expert.evaluation import Expectation, Vignette
from calf_expert.result import UrgencyReason
from calf_expert.trace import KnowledgeUsed


def conclusion(cause_id: str, weight: int = 0, against: Mapping[str, int] | None = None) -> Conclusion:
    reasons = [
        Reason(
            rule_id=rule,
            because="It is so.",
            weight=strength,
            counted=True,
            findings=(),
            sources=("s",),
            grade=Grade.CONSENSUS,
            verified=False,
        )
        for rule, strength in (against or {}).items()
    ]
    return Conclusion(
        cause_id=cause_id,
        name=cause_id.title(),
        icd10="X",
        summary="A cause.",
        likelihood=Likelihood.POSSIBLE,
        status=Status.CONSIDERED,
        weight=weight,
        urgency=Urgency.ROUTINE,
        reasons_for=(),
        reasons_against=tuple(reasons),
        not_asked=("calf_swelling", "fever_or_rigors"),
        management=(),
        withheld=(),
        open_until=None,
        founding=None,
        today=None,
    )


def alert(flag: str, urgency: str) -> Alert:
    return Alert(
        id=flag,
        rule_id=f"red_flags.{flag}",
        urgency=Urgency(urgency),
        action="Go.",
        because="It is so.",
        suspects=("x",),
        premises=(),
        sources=("s",),
        grade=Grade.CONSENSUS,
        verified=False,
    )


def assessment(ranking: Sequence[str | Conclusion], urgency: str, *alerts: Alert) -> Assessment:
    conclusions = [one if isinstance(one, Conclusion) else conclusion(one) for one in ranking]
    set_by = [UrgencyReason(kind="alert", id=one.id, because=one.because) for one in alerts]
    return Assessment(
        notice="Notice.",
        knowledge=KnowledgeUsed(version="0", sha256="0" * 64),
        urgency=Urgency(urgency),
        urgency_reasons=tuple(set_by) or (UrgencyReason(kind="default", id="default", because="Nothing else."),),
        alerts=alerts,
        conclusions=tuple(conclusions),
        trace=(),
        notes=(),
        answers={},
    )


def vignette(  # noqa: PLR0917 - read as a table: number, causes, urgency, acceptable ones
    number: int, causes: str, urgency: str, acceptable: str = "", bank: str = "tiny", confirming: Sequence[str] = ()
) -> Vignette:
    """A case that a stub knows by the person's age."""
    expect = Expectation(tuple(causes.split()), Urgency(urgency), tuple(Urgency(one) for one in acceptable.split()))
    presentation = Presentation(age_years=number, calf_pain=True)
    return Vignette(f"C{number}", presentation, expect, tuple(confirming), name=f"Case {number}", bank=bank)


def by_age(assessments: Mapping[int, Assessment]) -> Callable[[Presentation], Assessment]:
    return lambda presentation: assessments[int(presentation.answers["age_years"])]
