"""A result as a hand-over to a clinician: situation, background, assessment, recommendation (SBAR).

With rule ids, weights, published figures, sources with their grade, what was not checked and what was not asked. It
speaks of the person; advice and questions are quoted as the person would hear them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..authoring.statements import Evidence
from ..authoring.terms import Grade
from ..catalogue import Knowledge
from ..errors import OtherKnowledgeError
from ..findings import FINDINGS, UNKNOWN, AskedOf
from ..result import Alert, Conclusion, ManagementItem, Reason, Result
from ..trace import Step
from .document import Block, Document, Line, Point, Points, Section
from .wording import Told, Voice

_CAUSES_IN_BRIEF = 3
_NOT_ASKED = 12
_DETAILED = ("confirmed", "suspected")


def clinician_document(assessment: Result, voice: Voice, *, brief: bool = False) -> Document:
    """The result in the clinician register. ``brief`` keeps to the situation and the first causes."""
    return _Clinician(assessment, Voice(voice.wording)).document(brief=brief)


def conclusion_document(conclusion: Conclusion, voice: Voice, notice: str) -> Document:
    """One cause of a result, with its reasons and what came up for it."""
    causes = _Causes(Voice(voice.wording), {})
    points = [causes.standing(conclusion, full=True, open_until=True, reasons=True)]
    managed = [causes.management(conclusion)] if conclusion.management or conclusion.withheld else []
    return Document(
        title=voice.say("page.conclusion", name=voice.quote(conclusion.cause_id, "name", conclusion.name).text),
        language=voice.language,
        opening=(Points(tuple(points)),),
        sections=tuple(managed),
        closing=(Line((voice.quote("notice", "", notice, key="notice"),), "notice"),),
    )


class _Causes:
    """Causes in the words of a clinician. ``steps`` are the firings behind them, as far as they are at hand."""

    def __init__(self, voice: Voice, steps: Mapping[str, Step]) -> None:
        self._v = voice
        self._steps = steps
        self._cited: dict[str, None] = {}

    def _sources_in(self, sources: Iterable[str]) -> str:
        keys = tuple(sources)
        self._cited.update(dict.fromkeys(keys))
        return ", ".join(keys) or self._v.term("premise", "none")

    def _backing(self, rule: Alert | Reason | Step) -> dict[str, str]:
        return {
            "rule": rule.rule_id,
            "sources": self._sources_in(rule.sources),
            "grade": self._v.term("grade", Grade(rule.grade).value),
            "checked": self._v.term("checked", "yes" if rule.verified else "no"),
        }

    def _because(self, rule_id: str, because: str) -> Told:
        return self._v.quote(rule_id, "because", because)

    def _level(self, value: str) -> str:
        return self._v.term("urgency", value)

    def _points(self, points: Iterable[Point]) -> tuple[Block, ...]:
        made = tuple(points)
        return (Points(made),) if made else ()

    def standing(
        self, cause: Conclusion, *, full: bool = False, open_until: bool = False, reasons: bool = False
    ) -> Point:
        """A cause and where it stands; ``full`` with its code and level."""
        standing = {
            "id": cause.cause_id,
            "likelihood": self._v.term("likelihood", cause.likelihood.value),
            "status": self._v.term("status", cause.status.value),
            "weight": f"{cause.weight:+d}",
        }
        told = [self._v.quote(cause.cause_id, "name", cause.name, role="name")]
        if full:
            told.append(
                self._v.meta(
                    "clinician.standing", icd10=cause.icd10, level=self._level(cause.urgency.value), **standing
                )
            )
        else:
            told.append(self._v.meta("clinician.other.standing", **standing))
        below = list(self._reasons(cause)) if reasons else []
        if open_until and cause.open_until:
            told_until = self._v.quote(cause.cause_id, "open_until", cause.open_until)
            below.append(Point((self._v.label("clinician.open_until"), told_until)))
        return Point(tuple(told), tuple(below))

    def _reasons(self, cause: Conclusion) -> Iterator[Point]:
        for step in self._steps.values():
            if step.verb in ("confirms", "excludes") and cause.cause_id in step.concludes:
                yield Point(
                    (
                        self._v.label(f"clinician.{step.verb}"),
                        self._because(step.rule_id, step.because),
                        self._v.meta("clinician.settles", **self._backing(step)),
                    )
                )
        for side, reasons in (("for", cause.reasons_for), ("against", cause.reasons_against)):
            for reason in reasons:
                yield Point(
                    (
                        self._v.label(f"clinician.{side}"),
                        self._because(reason.rule_id, reason.because),
                        self._weighed(reason),
                    ),
                    (),
                    side,
                )

    def _weighed(self, reason: Reason) -> Told:
        fields = self._backing(reason)
        fields["weight"] = f"{reason.weight:+d}"
        fields["counted"] = self._v.term("counted", "yes" if reason.counted else "no")
        step = self._steps.get(reason.rule_id)
        if step is None:
            # The figure stands in the trace, which a conclusion by itself does not have.
            return self._v.meta("clinician.reason.alone", **fields)
        return self._v.meta("clinician.reason", figure=figure_in_words(self._v, step), **fields)

    def management(self, cause: Conclusion) -> Section:
        """What came up for a cause, with all that speaks against it."""
        points = [self._item(item) for item in (*cause.management, *cause.withheld)]
        blocks: list[Block] = [Points(tuple(points))]
        if cause.founding and cause.today:
            for part, text in (("founding", cause.founding), ("today", cause.today)):
                quoted = self._v.quote(cause.cause_id, part, text)
                blocks.append(Line((self._v.label(f"clinician.{part}"), quoted)))
        return Section(self._v.say("clinician.management", id=cause.cause_id), tuple(blocks))

    def _item(self, item: ManagementItem) -> Point:
        told = [
            self._v.quote(item.id, "name", item.name, role="name"),
            self._v.meta(
                "clinician.option",
                kind=self._v.term("kind", item.kind.value),
                status=self._v.term("item", item.status),
                listed_by=self._v.term("grade", item.listed_by),
                rule=item.rule_id,
                sources=self._sources_in(item.sources),
            ),
        ]
        is_advice = item.kind.value in ("physical", "self_care")
        if not is_advice or item.status in ("offered", "caution"):
            # Advice that is not cleared is named with its reason only.
            told.append(self._v.quote(item.id, "guidance", item.guidance))
        below: list[Point] = []
        for notes, is_forbidden in ((item.contraindications, True), (item.cautions, False)):
            for note in notes:
                label = "clinician.contraindicated" if is_forbidden else "clinician.caution"
                below.append(
                    Point(
                        (
                            self._v.label(f"{label}.major" if note.major and not is_forbidden else label),
                            self._because(note.rule_id, note.because),
                            self._v.meta(
                                "clinician.note",
                                rule=note.rule_id,
                                sources=self._sources_in(note.sources),
                                grade=self._v.term("grade", Grade(note.grade).value),
                                checked=self._v.term("checked", "yes" if note.verified else "no"),
                            ),
                        ),
                        (),
                        "stop" if is_forbidden else "warn",
                    )
                )
        if item.ask_first and item.status != "contraindicated":
            asked = tuple(
                Point(
                    (
                        self._v.quote(question.finding, "question", question.question),
                        self._v.meta("clinician.option.question", finding=question.finding, rule=question.rule_id),
                    )
                )
                for question in item.ask_first
            )
            below.append(Point((self._v.label("clinician.ask_first"),), asked, "ask"))
        return Point(tuple(told), tuple(below), "stop" if item.status == "contraindicated" else "")


class _Clinician(_Causes):
    def __init__(self, assessment: Result, voice: Voice) -> None:
        super().__init__(voice, {step.rule_id: step for step in assessment.trace})
        self._a = assessment

    def document(self, *, brief: bool) -> Document:
        say = self._v.say
        if brief:
            sections = [self._situation(), Section(say("clinician.assessment"), (), (self._fits(_CAUSES_IN_BRIEF),))]
        else:
            sections = [self._situation(foremost=True), self._background(), self._assessment(), self._recommendation()]
        sections.append(Section(say("clinician.sources"), tuple(self._sources())))
        used = self._a.knowledge
        return Document(
            title=say("clinician.title"),
            language=self._v.language,
            opening=(),
            sections=tuple(sections),
            closing=(
                Line((self._v.quote("notice", "", self._a.notice, key="notice"),), "notice"),
                Line((self._v.meta("clinician.knowledge", version=used.version, sha=used.sha256[:12]),)),
            ),
        )

    # Situation. -------------------------------------------------------------------------------------------------------

    def _situation(self, *, foremost: bool = False) -> Section:
        level = self._a.urgency
        lines: list[Block] = [
            Line(
                (
                    self._v.say("clinician.urgency", level=self._level(level.value)),
                    self._v.say(f"level.{level.value}"),
                    *self._set_by(),
                ),
                level.value,
            )
        ]
        alerts = [
            Point(
                (
                    self._v.label("clinician.alert", id=alert.id, level=self._level(alert.urgency.value)),
                    self._because(alert.rule_id, alert.because),
                    self._v.meta(
                        "clinician.alert.rule",
                        suspects=", ".join(alert.suspects) or self._v.say("clinician.alert.nobody").text,
                        **self._backing(alert),
                    ),
                ),
                tuple(self._premises(self._steps.get(alert.rule_id))),
                "warn",
            )
            for alert in self._a.alerts
        ]
        blocks = self._points(alerts) or (Line((self._v.say("clinician.no_alert"),)),)
        detailed = [c for c in self._a.conclusions if c.status.value in _DETAILED][:_CAUSES_IN_BRIEF]
        if foremost and detailed:
            first = tuple(self.standing(cause) for cause in detailed)
            blocks = (*blocks, Line((self._v.label("clinician.foremost"),)), Points(first))
        return Section(self._v.say("clinician.situation"), (*lines, *blocks))

    def _set_by(self) -> Iterator[Told]:
        for reason in self._a.urgency_reasons:
            yield self._v.say(f"clinician.set_by.{reason.kind}", id=reason.id)
            if reason.kind == "cause" and reason.because != self._a.conclusion(reason.id).summary:
                yield self._v.say("clinician.set_by.raised")

    def _premises(self, step: Step | None) -> Iterator[Point]:
        """The answers that a rule looked at itself, in one line."""
        answered = [p for p in step.premises if p.kind == "answer"] if step else []
        if answered:
            yield Point(tuple(self._answer(p.id, p.answer) for p in answered))

    def _answer(self, name: str, answer: object) -> Told:
        finding = FINDINGS.get(name)
        label = self._v.quote(name, "label", finding.label if finding else name.replace("_", " ")).text
        if isinstance(answer, bool):
            return self._v.say("answer", label=label, value=self._v.say("yes" if answer else "no").text)
        if isinstance(answer, (int, float)):
            unit = finding.unit if finding and finding.unit not in (None, "score", "ratio") else None
            template = "answer.number" if unit else "answer"
            return self._v.say(template, label=label, value=f"{answer:.10g}", unit=unit)
        return self._v.say("answer", label=label, value=self._v.term("value", str(answer)))

    # Background. ------------------------------------------------------------------------------------------------------

    def _background(self) -> Section:
        kinds: dict[str, list[Told]] = {"present": [], "absent": [], "measured": [], "unknown": []}
        for name, answer in self._a.answers.items():
            if answer is True or answer is False:
                finding = FINDINGS.get(name)
                label = finding.label if finding else name.replace("_", " ")
                kinds["present" if answer else "absent"].append(self._v.quote(name, "label", label))
            elif answer == UNKNOWN:
                finding = FINDINGS.get(name)
                kinds["unknown"].append(self._v.quote(name, "label", finding.label if finding else name))
            else:
                kinds["measured"].append(self._answer(name, answer))
        blocks: list[Block] = []
        for kind, told in kinds.items():
            if told:
                blocks.append(Line((self._v.label(f"clinician.{kind}"),)))
                blocks.append(Points(tuple(Point((one,)) for one in told)))
        if not blocks:
            blocks.append(Line((self._v.say("clinician.nothing_recorded"),)))
        if self._a.notes:
            notes = tuple(Point((self._v.quote("notes", "", note, key=""),)) for note in self._a.notes)
            blocks.extend([Line((self._v.label("clinician.notes"),)), Points(notes)])
        return Section(self._v.say("clinician.background"), tuple(blocks))

    # Assessment. ------------------------------------------------------------------------------------------------------

    def _assessment(self) -> Section:
        parts = [self._fits(None), self._scores()]
        still_open = [c for c in self._a.conclusions if c.status.value == "not_excluded"]
        if still_open:
            points = tuple(self.standing(c, open_until=True, reasons=True) for c in still_open)
            parts.append(Section(self._v.say("clinician.not_excluded"), (Points(points),)))
        others = [c for c in self._a.conclusions if c.status.value not in (*_DETAILED, "not_excluded")]
        if others:
            points = tuple(self.standing(c, reasons=True) for c in others)
            parts.append(Section(self._v.say("clinician.other"), (Points(points),)))
        return Section(self._v.say("clinician.assessment"), (Line((self._v.say("clinician.bands"),)),), tuple(parts))

    def _scores(self) -> Section:
        points = []
        for step in self._a.trace:
            if step.verb == "scores":
                score, _, class_id = step.concludes[0].partition(":")
                told = (
                    self._v.label("clinician.score", score=score, class_id=class_id),
                    self._because(step.rule_id, step.because),
                    self._v.meta("clinician.score.rule", **self._backing(step)),
                )
                points.append(Point(told, tuple(self._premises(step))))
        blocks = self._points(points) or (Line((self._v.say("clinician.scores.none"),)),)
        return Section(self._v.say("clinician.scores"), blocks)

    def _fits(self, most: int | None) -> Section:
        detailed = [c for c in self._a.conclusions if c.status.value in _DETAILED][:most]
        points = [self.standing(cause, full=True, open_until=True, reasons=True) for cause in detailed]
        blocks = self._points(points) or (Line((self._v.say("clinician.fits.none"),)),)
        return Section(self._v.say("clinician.fits"), blocks)

    # Recommendation. --------------------------------------------------------------------------------------------------

    def _recommendation(self) -> Section:
        actions = [
            Point(
                (
                    self._v.label("clinician.by_alert", id=alert.id),
                    self._v.quote(alert.rule_id, "action", alert.action),
                ),
                (),
                "warn",
            )
            for alert in self._a.alerts
        ]
        parts = [self.management(c) for c in self._a.conclusions if c.management or c.withheld]
        return Section(self._v.say("clinician.recommendation"), self._points(actions), (*parts, *self._not_asked()))

    def _not_asked(self) -> Iterator[Section]:
        relevant = [c for c in self._a.conclusions if c.status.value in ("suspected", "not_excluded")]
        by_cause = [[name for name in c.not_asked if name in FINDINGS] for c in relevant]
        longest = max(map(len, by_cause), default=0)
        names = list(dict.fromkeys(n[turn] for turn in range(longest) for n in by_cause if turn < len(n)))
        blocks: list[Block] = []
        for who in AskedOf:
            of_whom = [name for name in names if FINDINGS[name].asked_of is who]
            if of_whom:
                blocks.append(Line((self._v.label(f"clinician.not_asked.{who.value}"),)))
                blocks.append(Points(tuple(self._not_asked_points(of_whom))))
        if blocks:
            yield Section(self._v.say("clinician.not_asked"), tuple(blocks))

    def _not_asked_points(self, names: Sequence[str]) -> Iterator[Point]:
        for name in names[:_NOT_ASKED]:
            label = self._v.quote(name, "label", FINDINGS[name].label)
            yield Point((label, self._v.meta("clinician.not_asked.finding", finding=name)), (), "ask")
        if len(names) > _NOT_ASKED:
            yield Point((self._v.say("clinician.not_asked.more", count=len(names) - _NOT_ASKED),))

    def _sources(self) -> Iterator[Block]:
        knowledge: Knowledge | None = None
        try:
            knowledge = self._a.reasoner.knowledge
        except OtherKnowledgeError:
            yield Line((self._v.say("clinician.source.not_at_hand"),))
        points = []
        for key in self._cited:
            told = [self._v.meta("clinician.source", source=key)]
            if knowledge is not None:
                source = knowledge.sources[key]
                cited = Told(source.citation, key, _unless(self._v.language, "en"), "text", source.link)
                told.append(cited)
            points.append(Point(tuple(told)))
        yield from self._points(points)


def figure_in_words(voice: Voice, step: Step | Evidence) -> str:
    """The published figure behind a piece of evidence, or that there is none."""
    if step.lr is None:
        return voice.say("figure.strength").text
    if step.ci is None:
        return voice.say("figure.lr_alone", lr=f"{step.lr:g}").text
    return voice.say("figure.lr", lr=f"{step.lr:g}", low=f"{step.ci[0]:g}", high=f"{step.ci[1]:g}").text


def _unless(language: str, other: str) -> str | None:
    return None if language == other else other
