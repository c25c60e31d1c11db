"""The result that follows from answers and statements, as JSON has it, built by naive means.

Nothing here is shared with what builds results; the two meet only in the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..authoring.conditions import Concluded, NotConcluded
from ..catalogue import Knowledge
from ..findings import FINDINGS
from . import published
from .firing import Rule, Run, findings_behind, names_of, rules_of
from .record import Known, known_in, notes_on
from .scores import findings_in, quoted_of
from .standing import Standing, facts_for_management, ranked, setters_of, weight_of
from .truth import on_conclusion, one_answer_meets

Tree = dict[str, Any]


class Library:
    """A body of knowledge made ready to check with. It holds nothing of any person."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.rules = rules_of(knowledge)
        self.by_id = {rule.id: rule for rule in self.rules}
        self.read = frozenset(name for rule in self.rules for c in rule.on_answers for name in findings_in(c))
        flags = (rule.statement.flag for rule in self.rules if rule.verb == "alerts")
        self.provable = frozenset((*knowledge.causes, *flags))
        self.looked_at = self._looked_at()

    def _looked_at(self) -> dict[str, tuple[str, ...]]:
        """By cause the findings that its evidence looks at, the weightiest evidence first."""
        concluding: dict[str, list[Rule]] = {}
        for rule in self.rules:
            if rule.verb in ("concludes", "scores"):
                concluding.setdefault(rule.statement.concept, []).append(rule)
        found: dict[str, dict[str, None]] = {cause: {} for cause in self.knowledge.causes}
        signs = [rule for rule in self.rules if rule.verb in ("supports", "weakens")]
        for rule in sorted(signs, key=lambda rule: (-abs(weight_of(rule.statement)), rule.id)):
            found[rule.concludes[0]].update(findings_behind(rule, concluding))
        return {cause: tuple(names) for cause, names in found.items()}


class Expected:
    """What has to be in a result about these answers."""

    def __init__(self, library: Library, answers: Mapping[str, Any]) -> None:
        self._library = library
        self._answers = {name: answers[name] for name in FINDINGS if name in answers}
        self._known: Known = known_in(answers)
        self._run = Run(library.rules, self._known)
        self._inferred = self._run.fire()
        self._standings = ranked(library.knowledge.causes.values(), self._inferred)
        self._setters = setters_of(self._standings, self._inferred)
        self._urgency = self._setters[0][2]
        self._managed = self._run.fire(facts_for_management(self._standings, self._urgency))
        self.provable = library.provable
        self.fired = (*self._inferred, *self._managed)
        self.standings = {standing.cause.id: standing for standing in self._standings}
        self._counted = frozenset().union(*(standing.counted for standing in self._standings))
        self._premises = {rule.id: list(self._premises_of(rule)) for rule in self.fired}

    def tree(self) -> Tree:
        """The whole result."""
        alerts = self._alerts()
        return {
            "notice": published.NOTICE,
            "knowledge": self.knowledge_used(),
            "urgency": self._urgency,
            "urgency_reasons": [self._urgency_reason(*setter, alerts) for setter in self._setters],
            "alerts": alerts,
            "conclusions": [self._conclusion(standing) for standing in self._standings],
            "trace": [self.step(rule) for rule in self.fired],
            "notes": notes_on(self._known, self._library.read),
            "answers": self._answers,
        }

    def knowledge_used(self) -> Tree:
        """The knowledge that a result, or a proof, was made with."""
        knowledge = self._library.knowledge
        return {"version": knowledge.version, "sha256": knowledge.sha256}

    def why_not(self, rule: Rule) -> str:
        """Why the trace has no step, or no second step, of a rule."""
        return self._run.why_not(rule, self._known)

    def _premises_of(self, rule: Rule) -> Iterator[Tree]:
        # A leaf that only one answer meets is quoted where it stands by itself, even after a composite that holds it.
        by_themselves = {c for c in rule.on_answers if one_answer_meets(c)}
        quoted = set()
        for condition in rule.conditions:
            if on_conclusion(condition) is not None:
                yield _on_conclusion(condition)
                continue
            for leaf in quoted_of(condition, self._known):
                if leaf not in quoted and (leaf is condition or leaf not in by_themselves):
                    quoted.add(leaf)
                    answer = self._answers.get(leaf.finding)
                    yield {"kind": "answer", "id": leaf.finding, "says": leaf.in_words(), "answer": answer}

    def step(self, rule: Rule) -> Tree:
        """The step of a rule that fired."""
        statement = rule.statement
        is_evidence = rule.verb in ("supports", "weakens")
        return {
            "rule_id": rule.id,
            "verb": rule.verb,
            "premises": self._premises[rule.id],
            "concludes": list(rule.concludes),
            "because": statement.because,
            "weight": weight_of(statement) if is_evidence else None,
            "counted": rule.id in self._counted if is_evidence else None,
            "group": statement.group if is_evidence else None,
            "lr": statement.lr if is_evidence else None,
            "ci": list(statement.ci) if is_evidence and statement.ci is not None else None,
            **_standing_behind(statement),
            "written_at": f"{statement.location.file}:{statement.location.line}",
        }

    def _alerts(self) -> list[Tree]:
        raised = [rule for rule in self._inferred if rule.verb == "alerts"]
        raised.sort(key=lambda rule: published.LEVELS.index(rule.statement.urgency.value), reverse=True)
        return [
            {
                "id": rule.statement.flag,
                "rule_id": rule.id,
                "urgency": rule.statement.urgency.value,
                "action": rule.statement.action,
                "because": rule.statement.because,
                "suspects": list(rule.statement.suspects),
                "premises": self._premises[rule.id],
                **_standing_behind(rule.statement),
            }
            for rule in raised
        ]

    def _urgency_reason(self, kind: str, name: str, level: str, alerts: Sequence[Tree]) -> Tree:
        because, premises = published.NOTHING_POINTS_HIGHER, list[Tree]()
        if kind == "alert":
            because = next(alert["because"] for alert in alerts if alert["id"] == name)
        elif kind == "cause":
            cause = self._library.knowledge.causes[name]
            raised = published.LEVELS.index(level) > published.LEVELS.index(cause.urgency.value)
            because = cause.summary + (published.NO_SELF_CARE_YET if raised else "")
            if level == "self_care":
                settled = ((Concluded, cause.self_care_after), (NotConcluded, cause.self_care_unless))
                premises = [_on_conclusion(form(concept)) for form, concept in settled if concept is not None]
        return {"kind": kind, "id": name, "because": because, "premises": premises}

    def _conclusion(self, standing: Standing) -> Tree:
        cause = standing.cause
        reasons = [self._reason(rule, rule.id in standing.counted) for rule in standing.signs]
        reasons.sort(key=lambda reason: (-abs(reason["weight"]), reason["rule_id"]))
        items = self._items(cause.id)
        is_open = cause.urgency.value in published.DANGEROUS and standing.status in ("not_excluded", "suspected")
        return {
            "cause_id": cause.id,
            "name": cause.name,
            "icd10": cause.icd10,
            "summary": cause.summary,
            "likelihood": standing.likelihood,
            "status": standing.status,
            "weight": standing.weight,
            "urgency": cause.urgency.value,
            "reasons_for": [reason for reason in reasons if reason["weight"] >= 0],
            "reasons_against": [reason for reason in reasons if reason["weight"] < 0],
            "not_asked": [name for name in self._library.looked_at[cause.id] if name not in self._known],
            "management": [item for item in items if not _is_withheld(item)],
            "withheld": [item for item in items if _is_withheld(item)],
            "open_until": cause.open_until if is_open else None,
            "founding": cause.founding,
            "today": cause.today,
        }

    def _reason(self, rule: Rule, counted: bool) -> Tree:
        answers = (premise["id"] for premise in self._premises[rule.id] if premise["kind"] == "answer")
        return {
            "rule_id": rule.id,
            "because": rule.statement.because,
            "weight": weight_of(rule.statement),
            "counted": counted,
            "findings": list(dict.fromkeys(answers)),
            **_standing_behind(rule.statement),
        }

    def _items(self, cause_id: str) -> list[Tree]:
        """What came up for a cause, each option once, by the first rule that brought it up."""
        offers: dict[str, Rule] = {}
        for rule in self._managed:
            if rule.verb == "offers" and rule.concludes[1] == cause_id:
                offers.setdefault(rule.concludes[0], rule)
        return [self._item(rule) for rule in offers.values()]

    def _item(self, offer: Rule) -> Tree:
        option = self._library.knowledge.options[offer.statement.option]
        names = names_of(option)
        about = [rule for rule in self._managed if rule.verb != "offers" and rule.statement.what in names]
        forbidden = [_note(rule) for rule in about if rule.verb == "forbids"]
        cautions = [_note(rule) for rule in about if rule.verb == "cautions"]
        questions = list(_questions(rule for rule in about if rule.verb == "asks"))
        status = next(
            status
            for status, reasons in (
                ("contraindicated", forbidden),
                ("ask_first", questions),
                ("caution", cautions),
                ("offered", [True]),
            )
            if reasons
        )
        return {
            "id": option.id,
            "name": option.name,
            "kind": option.kind.value,
            "answers_to": list(names),
            "status": status,
            "listed_by": offer.statement.grade.value,
            "because": offer.statement.because,
            "guidance": option.guidance,
            "contraindications": forbidden,
            "cautions": cautions,
            "ask_first": questions,
            "sources": list(dict.fromkeys((*offer.statement.source, *option.source))),
            "rule_id": offer.id,
        }


def _on_conclusion(condition: Any) -> Tree:
    sort, name = on_conclusion(condition) or ("", "")
    return {"kind": sort, "id": name, "says": condition.in_words(), "answer": None}


def _standing_behind(statement: Any) -> Tree:
    return {"sources": list(statement.source), "grade": statement.grade.value, "verified": statement.verified}


def _note(rule: Rule) -> Tree:
    return {
        "rule_id": rule.id,
        "because": rule.statement.because,
        "major": rule.verb == "forbids" or rule.statement.major,
        **_standing_behind(rule.statement),
    }


def _questions(asking: Iterable[Rule]) -> Iterator[Tree]:
    asked = set()
    for rule in asking:
        finding = rule.statement.about
        if finding not in asked:
            asked.add(finding)
            yield {
                "finding": finding,
                "question": FINDINGS[finding].question,
                "because": rule.statement.because,
                "rule_id": rule.id,
            }


def _is_withheld(item: Tree) -> bool:
    return item["kind"] in published.ADVICE and item["status"] in ("contraindicated", "ask_first")
