"""From cases to a report: assess each, compare with what was expected, count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..assessment import Assessment
from ..authoring.terms import Urgency
from ..errors import AssessmentError
from ..presentation import Presentation
from ..reasoning import assess as assess_by_the_library
from ..result import NOTICE, Conclusion
from ._extra import wilson
from .report import (
    Against,
    CaseResult,
    ExpectedCause,
    FiredAlert,
    Group,
    Measures,
    RankedCause,
    Report,
    SetBy,
    Share,
)
from .vignettes import Vignette, VignetteError

_TOP = 5
_LEVELS = tuple(sorted(Urgency, reverse=True))


def evaluate(
    cases: Iterable[Vignette],
    *,
    keep_confirming: bool = False,
    assess: Callable[[Presentation], Assessment] = assess_by_the_library,
) -> Report:
    """Assess every case and compare the result with what was expected.

    Findings that a case names as ``confirming`` are dropped first, because a scan that shows the cause makes the case
    too easy; ``keep_confirming`` leaves them in. ``assess`` is what is evaluated.

    Raises:
        VignetteError: if there is no case.
        AssessmentError: if a case could not be assessed; names the case.
        MissingExtraError: if SciPy, which computes the intervals, is not installed.
    """
    results: list[CaseResult] = []
    knowledge = None
    unknown: set[str] = set()
    for case in cases:
        presentation, left_out = _without_confirming(case, keep_confirming)
        assessment = _assessed(case, presentation, assess)
        knowledge = assessment.knowledge
        result = _judged(case, assessment, left_out)
        unknown |= {expected.cause_id for expected in result.expected if expected.ranked is None}
        results.append(result)
    if knowledge is None:
        raise VignetteError(["there is no case to evaluate."])
    return Report(
        notice=NOTICE,
        knowledge=knowledge,
        kept_confirming=keep_confirming,
        overall=_measures(results),
        by_bank=_grouped(results, lambda result: (result.bank,)),
        by_cause=tuple(sorted(_grouped(results, lambda result: result.expected_causes), key=lambda group: group.name)),
        confusion=_confusion(results),
        unknown_causes=tuple(sorted(unknown)),
        cases=tuple(results),
    )


# One case. ------------------------------------------------------------------------------------------------------------


def _without_confirming(case: Vignette, keep: bool) -> tuple[Presentation, tuple[str, ...]]:
    answers = case.presentation.answers
    left_out = () if keep else tuple(name for name in case.confirming if name in answers)
    if not left_out:
        return case.presentation, ()
    return Presentation.model_validate({name: answers[name] for name in answers if name not in left_out}), left_out


def _assessed(case: Vignette, presentation: Presentation, assess: Callable[[Presentation], Assessment]) -> Assessment:
    try:
        return assess(presentation)
    except AssessmentError as error:
        failed = str(error)
    raise AssessmentError(f"{case.bank}, case {case.id}: {failed}")


def _judged(case: Vignette, assessment: Assessment, left_out: tuple[str, ...]) -> CaseResult:
    expect, urgency = case.expect, assessment.urgency
    ranked = {
        conclusion.cause_id: _ranked(conclusion, rank) for rank, conclusion in enumerate(assessment.conclusions, 1)
    }
    ranks = [ranked[cause].rank for cause in expect.causes if cause in ranked]
    rank = min(ranks, default=None)
    acceptable = urgency in (expect.urgency, *expect.urgency_acceptable)
    misses = ("cause",) * bool(expect.causes and rank != 1) + ("urgency",) * (not acceptable)
    return CaseResult(
        bank=case.bank,
        id=case.id,
        name=case.name,
        expected_causes=expect.causes,
        expected_urgency=expect.urgency,
        acceptable_urgencies=expect.urgency_acceptable,
        urgency_why=expect.urgency_why,
        urgency=urgency,
        rank=rank,
        urgency_exact=urgency is expect.urgency,
        urgency_acceptable=acceptable,
        safe=urgency >= expect.lowest,
        over_triage=urgency > expect.highest,
        misses=misses,
        left_out=left_out,
        set_by=tuple(SetBy(kind=reason.kind, id=reason.id) for reason in assessment.urgency_reasons),
        alerts=tuple(
            FiredAlert(id=alert.id, rule_id=alert.rule_id, urgency=alert.urgency, suspects=alert.suspects)
            for alert in assessment.alerts
        ),
        top=tuple(ranked.values())[:_TOP],
        expected=tuple(_expected(cause, ranked, assessment.conclusions) for cause in expect.causes),
    )


def _ranked(conclusion: Conclusion, rank: int) -> RankedCause:
    return RankedCause(
        cause_id=conclusion.cause_id,
        rank=rank,
        weight=conclusion.weight,
        likelihood=conclusion.likelihood,
        status=conclusion.status,
    )


def _expected(cause_id: str, ranked: dict[str, RankedCause], conclusions: Sequence[Conclusion]) -> ExpectedCause:
    if cause_id not in ranked:
        return ExpectedCause(cause_id=cause_id, ranked=None, not_asked=(), against=())
    conclusion = conclusions[ranked[cause_id].rank - 1]
    against = [
        Against(rule_id=reason.rule_id, weight=reason.weight, counted=reason.counted)
        for reason in conclusion.reasons_against
    ]
    return ExpectedCause(
        cause_id=cause_id,
        ranked=ranked[cause_id],
        not_asked=conclusion.not_asked,
        against=tuple(sorted(against, key=lambda reason: (reason.weight, reason.rule_id))),
    )


# All of them. ---------------------------------------------------------------------------------------------------------


def _share(of: Sequence[CaseResult], holds: Callable[[CaseResult], bool]) -> Share:
    count = sum(map(holds, of))
    if not of:
        return Share(count=0, of=0)
    low, high = wilson(count, len(of))
    return Share(count=count, of=len(of), low=low, high=high)


def _measures(results: Sequence[CaseResult]) -> Measures:
    with_cause = [result for result in results if result.expected_causes]
    emergencies = [result for result in results if result.expected_urgency is Urgency.EMERGENCY]
    can_wait = [
        result
        for result in results
        if max((result.expected_urgency, *result.acceptable_urgencies)) <= Urgency.WITHIN_DAYS
    ]

    def among(first: int) -> Share:
        return _share(with_cause, lambda result: result.rank is not None and result.rank <= first)

    return Measures(
        cases=len(results),
        top_1=among(1),
        top_3=among(3),
        top_5=among(5),
        urgency_exact=_share(results, lambda result: result.urgency_exact),
        urgency_acceptable=_share(results, lambda result: result.urgency_acceptable),
        safe=_share(results, lambda result: result.safe),
        over_triage=_share(results, lambda result: result.over_triage),
        emergency_sensitivity=_share(emergencies, lambda result: result.urgency is Urgency.EMERGENCY),
        raised_to_emergency=_share(can_wait, lambda result: result.urgency is Urgency.EMERGENCY),
        raised_to_same_day=_share(can_wait, lambda result: result.urgency is Urgency.SAME_DAY),
    )


def _grouped(results: Sequence[CaseResult], names: Callable[[CaseResult], Sequence[str]]) -> tuple[Group, ...]:
    groups: dict[str, list[CaseResult]] = {}
    for result in results:
        for name in dict.fromkeys(names(result)):
            groups.setdefault(name, []).append(result)
    return tuple(Group(name=name, measures=_measures(members)) for name, members in groups.items())


def _confusion(results: Sequence[CaseResult]) -> dict[str, dict[str, int]]:
    table = {expected.value: {given.value: 0 for given in _LEVELS} for expected in _LEVELS}
    for result in results:
        table[result.expected_urgency.value][result.urgency.value] += 1
    return table
