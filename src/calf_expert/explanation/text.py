"""All of a result in plain text: what to do first, then the causes with their reasons, then what was not asked.

Its layout is its own (a hanging indent for each kind of line), and its words are templates and the knowledge's, like
those of the registers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..authoring.terms import OptionKind
from ..findings import FINDINGS, AskedOf
from ..result import Conclusion, ManagementItem, Result, UrgencyReason
from .layout import wrap
from .wording import Voice

_SHOWN_QUESTIONS = 5
_SHOWN_CAUSES = 3
_SHOWN_REASONS = 3
_DETAILED = ("confirmed", "suspected")


def assessment_in_text(assessment: Result, voice: Voice, *, brief: bool = False) -> str:
    """The result as text, wrapped for a terminal."""
    return _Text(assessment, voice).brief() if brief else _Text(assessment, voice).full()


class _Text:
    def __init__(self, assessment: Result, voice: Voice) -> None:
        self._a = assessment
        self._v = voice

    def brief(self) -> str:
        detailed = self._detailed()
        lines = [*self._urgency(), *self._alerts()]
        lines.extend(["", self._say("fits" if detailed else "fits.none")])
        for conclusion in detailed[:_SHOWN_CAUSES]:
            lines.extend(self._in_brief(conclusion))
        lines.extend(["", *self._notice()])
        return "\n".join(lines) + "\n"

    def full(self) -> str:
        detailed = self._detailed()
        lines = [*self._urgency(), *self._alerts()]
        if detailed:
            lines.extend(["", self._say("fits")])
            for conclusion in detailed:
                lines.extend(["", *self._conclusion(conclusion)])
        lines.extend(self._others())
        if self._a.notes:
            lines.extend(["", self._say("notes")])
            for note in self._a.notes:
                lines.extend(wrap(f"- {note}", "  ", "    "))
        used = self._a.knowledge
        lines.extend(["", *self._notice()])
        lines.append(self._v.say("clinician.knowledge", version=used.version, sha=used.sha256[:12]).text)
        return "\n".join(lines) + "\n"

    # What it is said with. --------------------------------------------------------------------------------------------

    def _say(self, name: str, **fields: object) -> str:
        return self._v.say(f"full.{name}", **fields).text

    def _quote(self, origin: str, part: str, text: str) -> str:
        return self._v.quote(origin, part, text).text

    def _because(self, rule_id: str, because: str) -> str:
        return self._quote(rule_id, "because", because)

    def _name(self, conclusion: Conclusion) -> str:
        return self._quote(conclusion.cause_id, "name", conclusion.name)

    def _standing(self, conclusion: Conclusion) -> str:
        likelihood = self._v.term("likelihood", conclusion.likelihood.value)
        return self._say("standing", likelihood=likelihood, status=self._v.term("status", conclusion.status.value))

    def _notice(self) -> list[str]:
        return wrap(self._v.quote("notice", "", self._a.notice, key="notice").text)

    def _detailed(self) -> list[Conclusion]:
        return [c for c in self._a.conclusions if c.status.value in _DETAILED]

    # Its parts. -------------------------------------------------------------------------------------------------------

    def _urgency(self) -> Iterator[str]:
        level = self._a.urgency.value
        yield self._say("urgency", level=self._v.term("urgency", level).upper())
        yield from wrap(self._v.say(f"level.{level}").text, "  ")
        if not self._a.alerts:
            for reason in self._a.urgency_reasons:
                yield from wrap(self._say("why", because=self._set_by(reason)), "  ", "       ")

    def _set_by(self, reason: UrgencyReason) -> str:
        if reason.kind != "cause":
            return self._say("why.default")
        summary = self._a.conclusion(reason.id).summary
        told = self._quote(reason.id, "summary", summary)
        return told if reason.because == summary else f"{told} {self._say('why.raised')}"

    def _alerts(self) -> Iterator[str]:
        for alert in self._a.alerts:
            yield ""
            yield from wrap(f"! {self._quote(alert.rule_id, 'action', alert.action)}", "", "  ")
            because = self._because(alert.rule_id, alert.because)
            yield from wrap(self._say("why", because=because), "  ", "       ")
            premises = "; ".join(premise.says for premise in alert.premises)
            yield from wrap(self._say("rests_on", premises=premises), "  ", "       ")
            level = self._v.term("urgency", alert.urgency.value)
            yield f"  {self._say('alert', id=alert.id, level=level, sources=', '.join(alert.sources))}"

    def _in_brief(self, conclusion: Conclusion) -> Iterator[str]:
        yield from wrap(f"{self._name(conclusion)}: {self._standing(conclusion)}", "  ", "    ")
        counted = [reason for reason in conclusion.reasons_for if reason.counted][:_SHOWN_REASONS]
        against = [reason for reason in conclusion.reasons_against if reason.counted][:1]
        for sign, reasons in (("+", counted), ("-", against)):
            for reason in reasons:
                because = self._because(reason.rule_id, reason.because)
                yield from wrap(f"{sign} {because} [{', '.join(reason.sources)}]", "    ", "      ")

    def _conclusion(self, conclusion: Conclusion) -> Iterator[str]:
        cause = conclusion.cause_id
        yield from wrap(f"{self._name(conclusion)} ({conclusion.icd10})", "  ", "    ")
        yield f"  {self._standing(conclusion)}"
        yield from wrap(self._quote(cause, "summary", conclusion.summary), "  ")
        for side, reasons in (("for", conclusion.reasons_for), ("against", conclusion.reasons_against)):
            for reason in reasons:
                if reason.counted:
                    told = self._say(side, because=self._because(reason.rule_id, reason.because))
                    yield from wrap(f"{told} [{', '.join(reason.sources)}]", "    ", "      ")
        if conclusion.open_until:
            until = self._quote(cause, "open_until", conclusion.open_until)
            yield from wrap(self._say("open_until", until=until), "    ", "      ")
        if conclusion.founding and conclusion.today:
            for part, text in (("founding", conclusion.founding), ("today", conclusion.today)):
                yield from wrap(self._say(part, text=self._quote(cause, part, text)), "    ", "      ")
        yield from self._management(conclusion)

    def _management(self, conclusion: Conclusion) -> Iterator[str]:
        if conclusion.management:
            yield f"    {self._say('management')}"
            if any(item.kind is OptionKind.MEDICINE for item in conclusion.management):
                yield from wrap(self._say("medicines"), "      ")
            for item in conclusion.management:
                yield from self._item(item, advised=True)
        for status in ("contraindicated", "ask_first"):
            items = [item for item in conclusion.withheld if item.status == status]
            if items:
                yield f"    {self._say(f'withheld.{status}')}"
            for item in items:
                # Named with the reason only: the advice itself is not repeated where it must not be followed.
                yield from self._item(item, advised=False)

    def _item(self, item: ManagementItem, *, advised: bool) -> Iterator[str]:
        marks = [self._say(f"item.{item.status}")]
        if item.listed_by == "founding_document":
            marks.append(self._say("item.founding"))
        shown = ", ".join(mark for mark in marks if mark)
        name = self._quote(item.id, "name", item.name)
        yield from wrap(f"- {name}{f' ({shown})' if shown else ''}", "      ", "        ")
        if advised:
            yield from wrap(self._quote(item.id, "guidance", item.guidance), "        ")
        for kind, notes in (("forbidden", item.contraindications), ("caution", item.cautions)):
            for note in notes:
                told = self._say(kind, because=self._because(note.rule_id, note.because))
                yield from wrap(told, "        ", "          ")
        if item.ask_first and item.status != "contraindicated":
            shown_first = item.ask_first[:_SHOWN_QUESTIONS]
            questions = " ".join(self._quote(q.finding, "question", q.question) for q in shown_first)
            more = len(item.ask_first) - _SHOWN_QUESTIONS
            rest = f" {self._say('more', count=more)}" if more > 0 else ""
            yield from wrap(f"{self._say('ask_first', questions=questions)}{rest}", "        ", "          ")

    def _others(self) -> Iterator[str]:
        still_open = [c for c in self._a.conclusions if c.status.value == "not_excluded"]
        if still_open:
            yield ""
            yield self._say("not_excluded")
            for conclusion in still_open:
                until = self._quote(conclusion.cause_id, "open_until", f"{conclusion.open_until}")
                yield from wrap(f"- {self._name(conclusion)}: {until}", "  ", "    ")
            asked = _worth_asking(still_open)
            if asked:
                yield f"  {self._say('worth_asking')}"
                for name in asked:
                    yield from wrap(f"- {self._quote(name, 'question', FINDINGS[name].question)}", "    ", "      ")
        considered = [c for c in self._a.conclusions if c.status.value in ("considered", "excluded")]
        if considered:
            yield ""
            yield self._say("others")
            for conclusion in considered:
                yield from wrap(f"- {self._name(conclusion)}: {self._standing(conclusion)}", "  ", "    ")
                for reason in conclusion.reasons_against:
                    if reason.counted:
                        told = self._say("against", because=self._because(reason.rule_id, reason.because))
                        yield from wrap(told, "    ", "      ")


def _worth_asking(still_open: list[Conclusion]) -> list[str]:
    """The weightiest questions a person can answer: one for each open cause, then the next, as many as are shown."""
    # A result that was read back may name a finding that is not known here.
    by_cause = [
        [n for n in c.not_asked if n in FINDINGS and FINDINGS[n].asked_of is AskedOf.PATIENT] for c in still_open
    ]
    in_turn = (names[turn] for turn in range(_SHOWN_QUESTIONS) for names in by_cause if turn < len(names))
    return list(dict.fromkeys(in_turn))[:_SHOWN_QUESTIONS]
