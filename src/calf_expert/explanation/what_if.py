"""What if an answer were another: the result before and after, and the difference in data and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .._failing import fails_safe
from ..authoring.terms import OptionKind, Urgency
from ..errors import ArgumentError, PresentationError, Problem
from ..findings import FINDINGS
from ..presentation import Presentation
from ..result import Alert, ItemStatus, ManagementItem, Result
from ..weighing import Likelihood, Status
from .layout import words, wrap

_SHOWN_CAUSES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One answer before and after; ``None`` is not asked."""

    finding: str
    # Not in its repr, because those end up in logs.
    before: bool | float | str | None = field(repr=False)
    after: bool | float | str | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChange:
    """A cause that stands elsewhere. Places count from 1, weights are millibans.

    A cause may only have made room for another: then its place differs and ``stands_differently`` is false.
    """

    cause_id: str
    name: str
    place_before: int
    place_after: int
    likelihood_before: Likelihood
    likelihood_after: Likelihood
    status_before: Status
    status_after: Status
    weight_before: int
    weight_after: int

    @property
    def stands_differently(self) -> bool:
        """Whether its band, its status or its weight changed."""
        before = (self.likelihood_before, self.status_before, self.weight_before)
        return before != (self.likelihood_after, self.status_after, self.weight_after)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceChange:
    """An option of a cause that came, went or stands differently; ``None`` where it does not come up.

    ``withheld`` says that it is no advice: something forbids it, or its questions have not been answered.
    """

    cause_id: str
    id: str
    name: str
    kind: OptionKind
    before: ItemStatus | None
    after: ItemStatus | None
    withheld_before: bool
    withheld_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two results and what differs. Of what class they are, a type above says, which this module does not know."""

    before: Result = field(repr=False)
    after: Result = field(repr=False)
    answers: tuple[AnswerChange, ...]
    urgency_before: Urgency
    urgency_after: Urgency
    causes: tuple[CauseChange, ...]
    alerts_gained: tuple[Alert, ...]
    alerts_lost: tuple[Alert, ...]
    advice: tuple[AdviceChange, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the results say the same, whatever the answers."""
        same = self.urgency_before is self.urgency_after and not any(c.stands_differently for c in self.causes)
        return same and not (self.alerts_gained or self.alerts_lost or self.advice)

    def to_text(self) -> str:
        """The difference in plain text."""
        return "\n".join(_lines(self))

    __str__ = to_text


Compared = TypeVar("Compared", bound=Difference)


def what_if(
    kind: type[Compared], assessment: Result, changes: Mapping[str, Any] | None, findings: Mapping[str, Any]
) -> Compared:
    """Assess the same person with some answers changed, given as a mapping or as keywords, and compare.

    ``kind`` is made of both results: the type that says of what class they are.
    """
    if changes is not None and findings:
        raise ArgumentError("what_if() takes a mapping or keywords, not both together")
    return _compare(kind, assessment, findings if changes is None else changes)


@fails_safe
def _compare(kind: type[Compared], assessment: Result, changes: Mapping[str, Any]) -> Compared:
    before = assessment
    given: object = changes
    if not isinstance(given, Mapping):
        problem = "Changes are a mapping of finding ids to answers, like a record. See calf_expert.findings()."
        raise PresentationError((Problem(None, problem),))
    presentation = Presentation.model_validate({**assessment.answers, **changes})
    after = assessment.reasoner.assess(presentation)
    asked = [name for name in FINDINGS if before.answers.get(name) != after.answers.get(name)]
    return kind(
        before=before,
        after=after,
        answers=tuple(
            AnswerChange(finding=name, before=before.answers.get(name), after=after.answers.get(name)) for name in asked
        ),
        urgency_before=before.urgency,
        urgency_after=after.urgency,
        causes=tuple(_causes(before, after)),
        alerts_gained=tuple(_alerts_missing(after, before)),
        alerts_lost=tuple(_alerts_missing(before, after)),
        advice=tuple(_advice(before, after)),
    )


def _causes(before: Result, after: Result) -> Iterator[CauseChange]:
    """The causes that stand elsewhere, in the order they have afterwards."""
    stood = {c.cause_id: (place, c) for place, c in enumerate(before.conclusions, 1)}
    for place, now in enumerate(after.conclusions, 1):
        place_before, then = stood[now.cause_id]
        change = CauseChange(
            cause_id=now.cause_id,
            name=now.name,
            place_before=place_before,
            place_after=place,
            likelihood_before=then.likelihood,
            likelihood_after=now.likelihood,
            status_before=then.status,
            status_after=now.status,
            weight_before=then.weight,
            weight_after=now.weight,
        )
        if change.stands_differently or place != place_before:
            yield change


def _alerts_missing(there: Result, here: Result) -> Iterator[Alert]:
    """The alerts of one result whose rule did not fire in the other."""
    fired = {alert.rule_id for alert in here.alerts}
    return (alert for alert in there.alerts if alert.rule_id not in fired)


def _advice(before: Result, after: Result) -> Iterator[AdviceChange]:
    was, now = _items(before), _items(after)
    for key in dict.fromkeys((*now, *was)):
        old, new = was.get(key), now.get(key)
        told = new or old
        assert told is not None
        change = AdviceChange(
            cause_id=key[0],
            id=key[1],
            name=told[0].name,
            kind=told[0].kind,
            before=old[0].status if old else None,
            after=new[0].status if new else None,
            withheld_before=old[1] if old else False,
            withheld_after=new[1] if new else False,
        )
        if change.before != change.after:
            yield change


def _items(assessment: Result) -> dict[tuple[str, str], tuple[ManagementItem, bool]]:
    """Every option that came up, by cause and id, and whether it is withheld."""
    return {
        (conclusion.cause_id, item.id): (item, withheld)
        for conclusion in assessment.conclusions
        for items, withheld in ((conclusion.management, False), (conclusion.withheld, True))
        for item in items
    }


# In words. ------------------------------------------------------------------------------------------------------------


def _lines(what: Difference) -> Iterator[str]:
    yield "WHAT IF"
    for answer in what.answers:
        before, after = (_answer(answer.finding, given) for given in (answer.before, answer.after))
        yield from wrap(f"- {FINDINGS[answer.finding].label}: {after} (on record: {before})", "  ", "    ")
    if not what.answers:
        yield "  No answer would differ."
    yield ""
    if what.urgency_before is what.urgency_after:
        yield f"URGENCY: stays {words(what.urgency_after.value)}"
    else:
        way = "rises" if what.urgency_after > what.urgency_before else "falls"
        yield f"URGENCY: {way} from {words(what.urgency_before.value)} to {words(what.urgency_after.value)}"
        yield from wrap(what.urgency_after.in_words, "  ")
    alerts = (("ALERTS GAINED", what.alerts_gained), ("ALERTS LOST", what.alerts_lost))
    for title, told in alerts:
        yield from _listed(title, [f"{alert.because} [{alert.id}, {words(alert.urgency.value)}]" for alert in told])
    moved = [_cause(cause) for cause in what.causes if cause.stands_differently]
    more = [f"and {len(moved) - _SHOWN_CAUSES} more"] if len(moved) > _SHOWN_CAUSES else []
    yield from _listed("CAUSES", moved[:_SHOWN_CAUSES] + more)
    names = {conclusion.cause_id: conclusion.name for conclusion in what.after.conclusions}
    yield from _listed("ADVICE", [_told(change, names[change.cause_id]) for change in what.advice])
    if what.changes_nothing:
        yield from ("", "Nothing that is concluded or advised would differ.")
    yield from ("", *wrap(what.after.notice))


def _listed(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", title)
    for item in items:
        yield from wrap(f"- {item}", "  ", "    ")


def _cause(cause: CauseChange) -> str:
    place = _ordinal(cause.place_after)
    if cause.place_before != cause.place_after:
        place += f" (was {_ordinal(cause.place_before)})"
    parts = [place]
    for before, after in (
        (cause.likelihood_before, cause.likelihood_after),
        (cause.status_before, cause.status_after),
    ):
        if before is not after:
            parts.append(f"{words(after.value)} (was {words(before.value)})")
    if cause.weight_before != cause.weight_after:
        parts.append(f"weight {cause.weight_after} (was {cause.weight_before})")
    return f"{cause.name}: {', '.join(parts)}"


def _told(change: AdviceChange, cause: str) -> str:
    if change.before is None:
        told = f"comes up ({_status(change.after)})"
    elif change.after is None:
        told = f"no longer comes up (was {_status(change.before)})"
    else:
        told = f"{_status(change.after)} (was {_status(change.before)})"
    return f"{change.name}, for {cause}: {told}{', withheld' if change.withheld_after else ''}"


def _status(status: ItemStatus | None) -> str:
    return words(str(status))


def _ordinal(place: int) -> str:
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def _answer(finding: str, answer: bool | float | str | None) -> str:
    if answer is None:
        return "not asked"
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, float):
        unit = FINDINGS[finding].unit
        return f"{answer:g}{'' if unit in (None, 'score', 'ratio') else f' {unit}'}"
    return words(answer)
