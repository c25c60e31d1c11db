"""A result for the person, or for who cares for the person: what to do, why, what to watch for, what is not known.

Short and plain. Every sentence is one of the knowledge or a named template. None is said twice, but what to be careful
about is said again wherever it belongs: left out, it would look as if there were nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..authoring.terms import Grade, OptionKind, Urgency
from ..errors import OtherKnowledgeError
from ..findings import FINDINGS
from ..result import Alert, Conclusion, ManagementItem, Result, SafetyNote
from .asking import can_be_asked, for_a_doctor, is_a_child, means_nothing
from .document import Block, Document, Line, Point, Points, Section
from .watching import warnings
from .wording import Told, Voice

_CAUSES = 3
_REASONS = 2
_QUESTIONS = 5
_WARNINGS = 8
_OPEN = 5
_DETAILED = ("confirmed", "suspected")
_WHOM_IT_IS_ABOUT = frozenset({"calf_pain", "leg_pain", "bilateral_leg_pain", "age_years"})
"""Answers that many red flags look at and that raise none."""
_FOR_THE_HURRY = frozenset({"safety_net.an_emergency_comes_first", "safety_net.an_emergency_leaves_no_time_for_this"})
"""Rules that forbid what does no harm, because in an emergency there is no time for it."""


def patient_document(assessment: Result, voice: Voice, *, brief: bool = False) -> Document:
    """The result in the patient register. ``brief`` keeps to what to do, why, and when to get help sooner."""
    return _Patient(assessment, voice).document(brief=brief)


class _Patient:
    def __init__(self, assessment: Result, voice: Voice) -> None:
        self._a = assessment
        self._v = voice
        self._told: set[str] = set()
        self._alerts = _not_said_by_graver(assessment.alerts)

    def document(self, *, brief: bool) -> Document:
        parts = [self._do(), self._why()]
        if not brief:
            parts.extend([self._fits(), *self._help(), self._medicines()])
        parts.append(self._watch(brief=brief))
        if not brief:
            parts.append(self._open())
        strayed = self._a.answers.get("calf_pain") is False
        leads = [self._v.say("patient.strayed")] if strayed else []
        if is_a_child(self._a.answers):
            leads.append(self._v.say("patient.child"))
        leads.append(self._v.say("patient.lead"))
        return Document(
            title=self._v.say("patient.title.strayed" if strayed else "patient.title"),
            language=self._v.language,
            opening=tuple(Line((lead,)) for lead in leads if lead.text),
            sections=tuple(part for part in parts if part is not None),
            closing=(Line((self._v.quote("notice", "", self._a.notice, key="notice"),), "notice"),),
        )

    def _once(self, *told: Told) -> tuple[Told, ...]:
        """Those that have not been said yet."""
        new = [one for one in told if one.text and one.text not in self._told]
        self._told.update(one.text for one in new)
        return tuple(new)

    def _point(self, label: Told | None, *told: Told, below: Iterable[Point] = (), tone: str = "") -> Iterator[Point]:
        new = self._once(*told)
        below = tuple(below)
        if new or below:
            yield Point((*((label,) if label else ()), *new), below, tone)

    def _do(self) -> Section:
        level = self._a.urgency
        first = [alert for alert in self._alerts if alert.urgency == level]
        later = [alert for alert in self._alerts if alert.urgency != level]
        blocks: list[Block] = [Line(self._once(self._v.say(f"level.{level.value}")), level.value)]
        if self._several(first):
            # What one of them says to do may cross another ("keep the leg level", "sit up"), and the emergency
            # service has to hear of all.
            blocks.append(Line((self._v.say("patient.several"),)))
            reasons = (self._v.quote(alert.rule_id, "because", alert.because) for alert in first)
            blocks.append(Points(tuple(p for one in reasons for p in self._point(None, one, tone="warn"))))
            blocks.append(Line((self._v.say("patient.several.until"),)))
        elif actions := self._actions(first):
            blocks.append(Points(actions))
        if actions := self._actions(later):
            blocks.extend([Line((self._v.say("patient.also"),)), Points(actions)])
        return Section(self._v.say("patient.do"), tuple(blocks))

    def _several(self, alerts: list[Alert]) -> bool:
        """Whether these are emergencies that ask for different things."""
        return self._a.urgency is Urgency.EMERGENCY and len({alert.action for alert in alerts}) > 1

    def _actions(self, alerts: list[Alert]) -> tuple[Point, ...]:
        quoted = (self._v.quote(alert.rule_id, "action", alert.action) for alert in alerts)
        return tuple(point for action in quoted for point in self._point(None, action, tone="warn"))

    def _why(self) -> Section | None:
        told: list[Told] = [self._v.quote(alert.rule_id, "because", alert.because) for alert in self._alerts]
        if not told:
            for reason in self._a.urgency_reasons:
                if reason.kind == "cause":
                    summary = self._a.conclusion(reason.id).summary
                    told.append(self._v.quote(reason.id, "summary", summary))
                    if reason.because != summary:
                        told.append(self._v.say("patient.why.not_yet"))
                else:
                    told.append(self._v.say("patient.why.default"))
        points = tuple(point for one in told for point in self._point(None, one))
        return Section(self._v.say("patient.why"), (Points(points),)) if points else None

    def _detailed(self) -> list[Conclusion]:
        return [c for c in self._a.conclusions if c.status.value in _DETAILED]

    def _fits(self) -> Section:
        points: list[Point] = []
        for cause in self._detailed()[:_CAUSES]:
            fit = "confirmed" if cause.status.value == "confirmed" else cause.likelihood.value
            reasons = [r for r in cause.reasons_for if r.counted][:_REASONS]
            below = [
                point
                for reason in reasons
                for point in self._point(None, self._v.quote(reason.rule_id, "because", reason.because))
            ]
            named = (
                self._v.quote(cause.cause_id, "name", cause.name, role="name"),
                self._v.quote(cause.cause_id, "summary", cause.summary),
            )
            points.extend(self._point(self._v.label(f"patient.fit.{fit}"), *named, below=below))
        blocks: tuple[Block, ...] = (Points(tuple(points)),) if points else (Line((self._v.say("patient.fits.none"),)),)
        return Section(self._v.say("patient.fits"), blocks)

    def _kinds_of_help(self) -> tuple[OptionKind, ...]:
        if self._a.urgency is not Urgency.EMERGENCY:
            return (OptionKind.REFERRAL, OptionKind.SELF_CARE, OptionKind.PHYSICAL)
        # Where to go has been said by the red flags, and tests are for those who are there.
        return (OptionKind.SELF_CARE,) if self._a.alerts else (OptionKind.REFERRAL, OptionKind.SELF_CARE)

    def _items(self, *kinds: OptionKind, acting: bool = False) -> list[ManagementItem]:
        """Options of the first causes. ``acting``: only what goes with how soon the person is to be seen."""
        found: dict[str, ManagementItem] = {}
        for cause in self._detailed()[:_CAUSES]:
            for item in cause.management:
                if item.kind in kinds and not (acting and self._crosses_the_level(cause, item.kind)):
                    found.setdefault(item.id, item)
        return list(found.values())

    def _crosses_the_level(self, cause: Conclusion, kind: OptionKind) -> bool:
        """Whether help of this kind for this cause would send the person elsewhere than the urgency does."""
        level = self._a.urgency
        if cause.urgency < level:
            # "No scan is needed at first", say, beside "you need a scan now".
            return level >= Urgency.SAME_DAY
        if cause.urgency is level:
            return False
        # "Emergency department, now" beside "be examined today"; what to do on the way there belongs to it.
        if cause.urgency is Urgency.EMERGENCY:
            return True
        return cause.urgency is Urgency.SAME_DAY and kind in (OptionKind.REFERRAL, OptionKind.TEST)

    def _named(self, item: ManagementItem) -> Told:
        return self._v.quote(item.id, "name", item.name, role="name")

    def _help(self) -> Iterator[Section]:
        points: list[Point] = []
        several = self._several([alert for alert in self._alerts if alert.urgency == self._a.urgency])
        # Of several emergencies, each has its own way to wait for help: only that of the foremost is told.
        for item in self._items(*self._kinds_of_help(), acting=True)[: 1 if several else None]:
            if item.status == "contraindicated":
                continue
            below = [self._noted(note) for note in item.cautions]
            guidance = self._v.quote(item.id, "guidance", item.guidance)
            # Options of two causes may have one name, and the name then stands with each.
            points.extend(self._point(self._named(item), guidance, below=below))
        tests = [] if self._a.urgency is Urgency.EMERGENCY else self._items(OptionKind.TEST, acting=True)
        if tests:
            # By name only: what a test can tell is for who orders it.
            points.append(Point((self._v.label("patient.tests"), *map(self._named, tests))))
        blocks: list[Block] = [Points(tuple(points))] if points else []
        held: dict[str, ManagementItem] = {}
        for cause in self._detailed()[:_CAUSES]:
            held.update({item.id: item for item in cause.withheld})
        withheld = [
            *self._forbidden("patient.not_now", [item for item in held.values() if _harms(item)]),
            *self._unasked("patient.not_yet", [item for item in held.values() if item.status == "ask_first"]),
        ]
        if withheld:
            blocks.append(Points(tuple(withheld)))
        if blocks:
            yield Section(self._v.say("patient.help"), tuple(blocks))

    def _noted(self, note: SafetyNote, *named: Told) -> Point:
        """What speaks against something, also where it was said of something else."""
        because = self._v.quote(note.rule_id, "because", note.because)
        self._told.add(because.text)
        return Point((*named, because))

    def _forbidden(self, label: str, items: list[ManagementItem]) -> Iterator[Point]:
        """What is forbidden, together where the reasons are the same."""
        together: dict[tuple[str, ...], list[ManagementItem]] = {}
        for item in items:
            together.setdefault(tuple(note.rule_id for note in item.contraindications), []).append(item)
        for same in together.values():
            notes = same[0].contraindications
            below = [self._noted(note) for note in notes if note.rule_id not in _FOR_THE_HURRY]
            yield Point((self._v.label(label), *map(self._named, same)), (*below, *self._waiting(same[:1])), "stop")

    def _waiting(self, items: list[ManagementItem]) -> Iterator[Point]:
        """Why what the hurry forbids has to wait."""
        for item in items:
            for note in item.contraindications:
                if note.rule_id in _FOR_THE_HURRY:
                    yield from self._point(None, self._v.quote(note.rule_id, "because", note.because))

    def _unasked(self, label: str, items: list[ManagementItem]) -> Iterator[Point]:
        """What cannot be cleared yet, with what is known against it, and the first of the questions that would."""
        if not items:
            return
        asked = self._asked(items)
        if not asked:
            label = f"{label}.doctor"
        shared = _notes_on(items)
        if all(_is_medicine(item) for item in items):
            named: tuple[Told, ...] = ()
            below = [self._apart(item, shared) for item in items]
        else:
            named = tuple(map(self._named, items))
            below = [self._noted(note) for note, on in shared.values() if len(on) == len(items)]
            shared = {rule: (note, on) for rule, (note, on) in shared.items() if len(on) < len(items)}
        for note, on in shared.values():
            if len(on) > 1 or named:
                below.append(self._noted(note, self._v.label("patient.careful"), *map(self._named, on)))
        yield Point((self._v.label(label), *named), (*below, *self._clearing(asked, items)), "ask")

    def _apart(self, item: ManagementItem, shared: Mapping[str, tuple[SafetyNote, list[ManagementItem]]]) -> Point:
        """A medicine with its own guidance, and what speaks against it alone."""
        guidance = self._once(self._v.quote(item.id, "guidance", item.guidance))
        own = [self._noted(note) for note in _speaking_against(item) if len(shared[note.rule_id][1]) == 1]
        return Point((self._named(item), *guidance), tuple(own))

    def _asked(self, items: list[ManagementItem]) -> list[Told]:
        """The questions that this person can answer: in the order of the items, the first question of each first."""
        questions = {q.finding: q.question for item in items for q in item.ask_first}
        return [
            self._v.quote(name, "question", questions[name])
            for name in _in_turn(_questions_of(items))
            # A result that was read back may ask what is not known here, and of whom is then not known either.
            if name not in FINDINGS or can_be_asked(name, self._a.answers)
        ]

    def _clearing(self, asked: list[Told], items: list[ManagementItem]) -> Iterator[Point]:
        """What would clear the items: questions, and what only others can tell."""
        new = [one for one in asked if one.text not in self._told]
        for one in self._once(*new[:_QUESTIONS]):
            yield Point((one,), (), "ask")
        if len(new) > _QUESTIONS:
            yield Point((self._v.say("patient.more_questions", count=len(new) - _QUESTIONS),))
        if len(new) < len(asked):
            yield Point((self._v.say("patient.asked_above"),))
        names = {question.finding for item in items for question in item.ask_first}
        if asked and any(for_a_doctor(name, self._a.answers) for name in names):
            yield Point((self._v.say("patient.doctor_checks"),))

    def _medicines(self) -> Section | None:
        by_status: dict[str, list[ManagementItem]] = {}
        for item in self._items(OptionKind.MEDICINE):
            by_status.setdefault(item.status, []).append(item)
        if not by_status:
            return None
        forbidden = by_status.get("contraindicated", [])
        # In an emergency every medicine waits; only what would harm by itself is named, or "not for you" would stand
        # beside the very medicine that the hospital is going to give.
        points = [
            *self._forbidden("patient.medicine.contraindicated", [item for item in forbidden if _harms(item)]),
            *self._waiting([item for item in forbidden if not _harms(item)]),
            *self._unasked("patient.medicine.ask_first", by_status.get("ask_first", [])),
        ]
        for item in (*by_status.get("caution", ()), *by_status.get("offered", ())):
            guidance = self._once(self._v.quote(item.id, "guidance", item.guidance))
            below = [self._noted(note) for note in item.cautions]
            points.append(
                Point((self._v.label(f"patient.medicine.{item.status}"), self._named(item), *guidance), tuple(below))
            )
        blocks: list[Block] = [Line((self._v.say("patient.medicines.rule"),))]
        guided = [item for status, items in by_status.items() if status != "contraindicated" for item in items]
        if any(item.listed_by == Grade.FOUNDING_DOCUMENT.value for item in guided):
            # Their guidance begins with it, and nobody but the makers of the rules knows what that is.
            blocks.append(Line((self._v.say("patient.medicines.founding"),)))
        return Section(self._v.say("patient.medicines"), (*blocks, Points(tuple(points))))

    def _watch(self, *, brief: bool) -> Section:
        blocks: list[Block] = []
        if self._a.urgency is Urgency.EMERGENCY:
            blocks.append(Line((self._v.say("patient.watch.now"),)))
        else:
            blocks.extend(self._warnings(brief=brief))
            blocks.append(Line((self._v.say("patient.watch.always"),)))
        return Section(self._v.say("patient.watch"), tuple(blocks))

    def _warnings(self, *, brief: bool) -> Iterator[Block]:
        try:
            knowledge = self._a.reasoner.knowledge
        except OtherKnowledgeError:
            # Which complaints would raise a flag only the rules can tell; what always holds is said all the same.
            return
        found = warnings(self._a, knowledge)
        for level in (Urgency.EMERGENCY,) if brief else (Urgency.EMERGENCY, Urgency.SAME_DAY):
            by_flag: dict[str, list[str]] = {}
            for warned in found:
                if warned.urgency == level:
                    by_flag.setdefault(warned.flag, []).append(warned.finding)
            names = [
                name
                for name in _in_turn(list(by_flag.values()))
                if not means_nothing(name, self._a.answers) and self._label(name).text not in self._told
            ]
            points = tuple(Point(self._once(self._label(name)), (), "warn") for name in names[:_WARNINGS])
            if points:
                yield Line((self._v.label(f"patient.watch.{level.value}"),))
                yield Points(points)

    def _label(self, finding: str) -> Told:
        return self._v.quote(finding, "label", FINDINGS[finding].label)

    def _question(self, finding: str, question: str) -> Told:
        return self._v.quote(finding, "question", question)

    def _open(self) -> Section:
        still_open = [c for c in self._a.conclusions if c.status.value == "not_excluded"]
        blocks: list[Block] = []
        named = [self._v.quote(c.cause_id, "name", c.name, role="name") for c in still_open[:_OPEN]]
        if named:
            blocks.append(Line((self._v.say("patient.open.causes"),)))
            blocks.append(Points(tuple(Point(self._once(one)) for one in named if one.text not in self._told)))
            if len(still_open) > _OPEN:
                blocks.append(Line((self._v.say("patient.open.more", count=len(still_open) - _OPEN),)))
        # Where it is an emergency, what else helps is to know more of what presses.
        emergency = self._a.urgency is Urgency.EMERGENCY
        pressing = [c for c in self._detailed() if c.urgency is Urgency.EMERGENCY] if emergency else still_open
        by_cause = [[name for name in c.not_asked if can_be_asked(name, self._a.answers)] for c in pressing]
        questions = [self._question(name, FINDINGS[name].question) for name in _in_turn(by_cause)]
        asked = [one for one in questions if one.text not in self._told][:_QUESTIONS]
        if asked:
            lead = "patient.open.later" if emergency else "patient.open.questions"
            blocks.append(Line((self._v.say(lead),)))
            blocks.append(Points(tuple(Point(self._once(one), (), "ask") for one in asked)))
        if not blocks:
            blocks.append(Line((self._v.say("patient.open.nothing"),)))
        return Section(self._v.say("patient.open"), tuple(blocks))


def _not_said_by_graver(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """The alerts without those whose matter others have told already, which send the person on as fast or faster."""
    return tuple(alert for alert in alerts if not _is_said_by(alerts, alert))


def _is_said_by(alerts: Sequence[Alert], alert: Alert) -> bool:
    if alert.suspects:
        return any(graver.urgency > alert.urgency and set(alert.suspects) <= set(graver.suspects) for graver in alerts)
    # One that names no cause is told where it rests on something that none of the others has taken up.
    others = [other for other in alerts if other.suspects and other.urgency >= alert.urgency]
    taken_up = {premise.id for other in others for premise in other.premises}
    return bool(others) and {premise.id for premise in alert.premises} <= taken_up | _WHOM_IT_IS_ABOUT


def _harms(item: ManagementItem) -> bool:
    """Whether it is forbidden for itself, and not only until someone has been seen."""
    return item.status == "contraindicated" and not {n.rule_id for n in item.contraindications} <= _FOR_THE_HURRY


def _is_medicine(item: ManagementItem) -> bool:
    return item.kind is OptionKind.MEDICINE


def _speaking_against(item: ManagementItem) -> tuple[SafetyNote, ...]:
    return (*item.contraindications, *item.cautions)


def _notes_on(items: list[ManagementItem]) -> dict[str, tuple[SafetyNote, list[ManagementItem]]]:
    """By rule what speaks against some of the items, and against which."""
    found: dict[str, tuple[SafetyNote, list[ManagementItem]]] = {}
    for item in items:
        for note in _speaking_against(item):
            found.setdefault(note.rule_id, (note, []))[1].append(item)
    return found


def _questions_of(items: list[ManagementItem]) -> list[list[str]]:
    return [[question.finding for question in item.ask_first] for item in items]


def _in_turn(lists: list[list[str]]) -> list[str]:
    """The first of each list, then the second of each, and so on; each once."""
    longest = max(map(len, lists), default=0)
    return list(dict.fromkeys(names[turn] for turn in range(longest) for names in lists if turn < len(names)))
