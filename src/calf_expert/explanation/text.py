"""A result in plain text: what to do first, then the causes with their reasons, then what was not asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..authoring.terms import OptionKind
from ..findings import FINDINGS, AskedOf
from .layout import words, wrap

if TYPE_CHECKING:
    from ..assessment import Assessment, Conclusion, ManagementItem

_SHOWN_QUESTIONS = 5
_SHOWN_CAUSES = 3
_SHOWN_REASONS = 3
_DETAILED = ("confirmed", "suspected")


def assessment_in_text(assessment: Assessment, *, brief: bool = False) -> str:
    """The result as text, wrapped for a terminal."""
    lines = [*_urgency(assessment), *_alerts(assessment)]
    detailed = [c for c in assessment.conclusions if c.status.value in _DETAILED]
    if brief:
        lines.extend(["", "CAUSES THAT FIT" if detailed else "NO CAUSE STANDS OUT"])
        for conclusion in detailed[:_SHOWN_CAUSES]:
            lines.extend(_in_brief(conclusion))
        lines.extend(["", *wrap(assessment.notice)])
        return "\n".join(lines) + "\n"
    if detailed:
        lines.extend(["", "CAUSES THAT FIT"])
        for conclusion in detailed:
            lines.extend(["", *_conclusion(conclusion)])
    lines.extend(_others(assessment))
    if assessment.notes:
        lines.extend(["", "NOTES"])
        for note in assessment.notes:
            lines.extend(wrap(f"- {note}", "  ", "    "))
    lines.extend(["", *wrap(assessment.notice)])
    used = assessment.knowledge
    lines.append(f"Knowledge {used.version}, {used.sha256[:12]}.")
    return "\n".join(lines) + "\n"


def _urgency(assessment: Assessment) -> Iterator[str]:
    yield f"URGENCY: {words(assessment.urgency.value).upper()}"
    yield from wrap(assessment.urgency.in_words, "  ")
    if not assessment.alerts:
        for reason in assessment.urgency_reasons:
            yield from wrap(f"Why: {reason.because}", "  ", "       ")


def _alerts(assessment: Assessment) -> Iterator[str]:
    for alert in assessment.alerts:
        yield ""
        yield from wrap(f"! {alert.action}", "", "  ")
        yield from wrap(f"Why: {alert.because}", "  ", "       ")
        yield from wrap(f"Rests on: {'; '.join(premise.says for premise in alert.premises)}", "  ", "       ")
        yield f"  [{alert.id}, {words(alert.urgency.value)}; {', '.join(alert.sources)}]"


def _in_brief(conclusion: Conclusion) -> Iterator[str]:
    standing = f"{words(conclusion.likelihood.value)}, {words(conclusion.status.value)}"
    yield from wrap(f"{conclusion.name}: {standing}", "  ", "    ")
    for reason in [reason for reason in conclusion.reasons_for if reason.counted][:_SHOWN_REASONS]:
        yield from wrap(f"+ {reason.because} [{', '.join(reason.sources)}]", "    ", "      ")
    for reason in [reason for reason in conclusion.reasons_against if reason.counted][:1]:
        yield from wrap(f"- {reason.because} [{', '.join(reason.sources)}]", "    ", "      ")


def _conclusion(conclusion: Conclusion) -> Iterator[str]:
    yield from wrap(f"{conclusion.name} ({conclusion.icd10})", "  ", "    ")
    yield f"  {words(conclusion.likelihood.value)}, {words(conclusion.status.value)}"
    yield from wrap(conclusion.summary, "  ")
    for title, reasons in (("For", conclusion.reasons_for), ("Against", conclusion.reasons_against)):
        for reason in reasons:
            if reason.counted:
                yield from wrap(f"{title}: {reason.because} [{', '.join(reason.sources)}]", "    ", "      ")
    if conclusion.open_until:
        yield from wrap(f"Open until: {conclusion.open_until}", "    ", "      ")
    if conclusion.founding and conclusion.today:
        yield from wrap(f"Founding document: {conclusion.founding}", "    ", "      ")
        yield from wrap(f"Today's guidance: {conclusion.today}", "    ", "      ")
    yield from _management(conclusion)


def _management(conclusion: Conclusion) -> Iterator[str]:
    if conclusion.management:
        yield "    What may be spoken of:"
        if any(item.kind is OptionKind.MEDICINE for item in conclusion.management):
            yield from wrap(_ABOUT_MEDICINES, "      ")
        for item in conclusion.management:
            yield from _item(item, advised=True)
    for title, status in (("Not for this person", "contraindicated"), ("Not before it is asked", "ask_first")):
        items = [item for item in conclusion.withheld if item.status == status]
        if items:
            yield f"    {title}:"
        for item in items:
            # Named with the reason only: the advice itself is not repeated where it must not be followed.
            yield from _item(item, advised=False)


_ABOUT_MEDICINES = (
    "Medicines only under medical supervision. "
    "Check the leaflet, allergies, pregnancy, kidneys and other medicines first."
)

_STATUS_WORDS = {
    "offered": "",
    "caution": "only with a clinician's word",
    "ask_first": "cannot be cleared yet",
    "contraindicated": "NOT for this person",
}


def _item(item: ManagementItem, *, advised: bool) -> Iterator[str]:
    marks = [_STATUS_WORDS[item.status]]
    if item.listed_by == "founding_document":
        marks.append("listed by the founding document")
    shown = ", ".join(mark for mark in marks if mark)
    yield from wrap(f"- {item.name}{f' ({shown})' if shown else ''}", "      ", "        ")
    if advised:
        yield from wrap(item.guidance, "        ")
    for note in item.contraindications:
        yield from wrap(f"Not for this person: {note.because}", "        ", "          ")
    for note in item.cautions:
        yield from wrap(f"Caution: {note.because}", "        ", "          ")
    if item.ask_first and item.status != "contraindicated":
        asked = " ".join(question.question for question in item.ask_first[:_SHOWN_QUESTIONS])
        more = len(item.ask_first) - _SHOWN_QUESTIONS
        rest = f" And {more} more." if more > 0 else ""
        yield from wrap(f"Ask first: {asked}{rest}", "        ", "          ")


def _others(assessment: Assessment) -> Iterator[str]:
    still_open = [c for c in assessment.conclusions if c.status.value == "not_excluded"]
    if still_open:
        yield ""
        yield "DANGEROUS CAUSES NOT EXCLUDED"
        for conclusion in still_open:
            yield from wrap(f"- {conclusion.name}: {conclusion.open_until}", "  ", "    ")
        asked = _worth_asking(still_open)
        if asked:
            yield "  Worth asking next:"
            for name in asked:
                yield from wrap(f"- {FINDINGS[name].question}", "    ", "      ")
    considered = [c for c in assessment.conclusions if c.status.value in ("considered", "excluded")]
    if considered:
        yield ""
        yield "OTHER CAUSES"
        for conclusion in considered:
            yield from wrap(
                f"- {conclusion.name}: {words(conclusion.likelihood.value)}, {words(conclusion.status.value)}",
                "  ",
                "    ",
            )
            for reason in conclusion.reasons_against:
                if reason.counted:
                    yield from wrap(f"Against: {reason.because}", "    ", "      ")


def _worth_asking(still_open: list[Conclusion]) -> list[str]:
    """The weightiest questions a person can answer: one for each open cause, then the next, as many as are shown."""
    by_cause = [[n for n in c.not_asked if FINDINGS[n].asked_of is AskedOf.PATIENT] for c in still_open]
    in_turn = (names[turn] for turn in range(_SHOWN_QUESTIONS) for names in by_cause if turn < len(names))
    return list(dict.fromkeys(in_turn))[:_SHOWN_QUESTIONS]
