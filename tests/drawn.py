"""Small bodies of knowledge, and small parts of the library's own, in which every way to answer can be tried."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from tests import toy

from calf_expert.authoring import (
    Absent,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Between,
    Concluded,
    Is,
    LessThan,
    Measured,
    MoreThan,
    NotConcluded,
    Present,
    Urgency,
)
from calf_expert.authoring.conditions import ANSWER_CONDITIONS, findings_in
from calf_expert.authoring.statements import Alerts, Evidence
from calf_expert.authoring.strata import by_concept, findings_behind
from calf_expert.authoring.terms import Commonness
from calf_expert.catalogue import Knowledge, assemble, load
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner
from calf_expert.weighing import Weighed

# Every number on a limit, and between two. Some of these findings exclude one another in some way.
ANSWERS: dict[str, tuple[Any, ...]] = {
    "calf_swelling": (True, False),
    "saddle_numbness": (True, False),
    "pain_on_walking": (True, False),
    "pain_side": ("left", "right", "both"),
    "bilateral_leg_pain": (True, False),
    "onset_speed": ("sudden", "hours", "days", "gradual"),
    "age_years": (49.0, 50.0, 51.0, 65.0, 66.0),
    "cold_limb": (True, False),
    "heart_failure": (True, False),
    "heart_failure_severe": (True, False),
    "leg_vein_ultrasound": ("not_done", "negative", "distal_dvt", "proximal_dvt", "superficial_thrombus"),
    "systolic_bp": (89.0, 90.0, 130.0),
    "diastolic_bp": (59.0, 60.0, 100.0),
}
LIMITS = {
    "age_years": (AtLeast(50), MoreThan(50), LessThan(50), AtMost(65), Between(50, 65), MoreThan(65)),
    "systolic_bp": (LessThan(90), AtLeast(90)),
    "diastolic_bp": (LessThan(60), AtLeast(60)),
}
RECORDED_TESTS = ("leg_vein_ultrasound", "systolic_bp", "diastolic_bp")
WAYS = 900

Completion = tuple[Any, ...]


class Drawn:
    """A body of knowledge over few findings, its reasoner, and what it says to every way to answer them.

    A ``homely`` one has causes of self-care only, and is seldom urgent.
    """

    def __init__(self, seed: int, *, homely: bool = False) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - drawn so that it can be drawn again
        self._homely = homely
        self.names: list[str] = []
        ways = 1
        for name in self.rng.sample(list(ANSWERS), len(ANSWERS)):
            if ways * (len(ANSWERS[name]) + 1) <= WAYS and len(self.names) < 6:
                ways *= len(ANSWERS[name]) + 1
                self.names.append(name)
        self.knowledge = self._knowledge()
        self.reasoner = Reasoner(self.knowledge)
        self._weighed: dict[Completion, Weighed] = {}

    # What is asked of it. ---------------------------------------------------------------------------------------------

    def person(self) -> dict[str, Any]:
        """A record that is accepted, with some findings not known, some of these "unknown"."""
        while True:
            chance = self.rng.choice([0.0, 0.3, 0.6])
            record = {
                name: self.rng.choice(ANSWERS[name]) if self.rng.random() < chance else "unknown"
                for name in self.names
                if self.rng.random() < 0.75
            }
            if accepted(record):
                return record

    def weighed(self, record: dict[str, Any]) -> Weighed:
        """What the engine says."""
        key = tuple(record.get(name) for name in self.names)
        if key not in self._weighed:
            self._weighed[key] = self.reasoner.weigh(known(record))
        return self._weighed[key]

    def open(self, record: dict[str, Any], answerable_by: tuple[str, ...] | None) -> list[str]:
        """What can still be answered: all that is not known, or what was never asked of some."""
        if answerable_by is None:
            return [name for name in self.names if record.get(name) in (None, "unknown")]
        return [n for n in self.names if n not in record and FINDINGS[n].asked_of.value in answerable_by]

    # How it is drawn. -------------------------------------------------------------------------------------------------

    def _leaf(self, name: str) -> Any:
        if name in LIMITS:
            return Measured(name, self.rng.choice(LIMITS[name]))
        if ANSWERS[name][0] is True:
            return self.rng.choice([Present, Present, Absent])(name)
        return Is(name, tuple(self.rng.sample(ANSWERS[name], self.rng.randint(1, 2))))

    def _on_answers(self, names: list[str], depth: int = 2) -> Any:
        if depth == 0 or self.rng.random() < 0.5:
            return self._leaf(self.rng.choice(names))
        parts = [self._on_answers(names, depth - 1) for _ in range(self.rng.randint(2, 3))]
        form = self.rng.choice([AnyOf, AllOf, AtLeastNOf])
        return AtLeastNOf(self.rng.randint(1, len(parts)), *parts) if form is AtLeastNOf else form(*parts)

    def _when(self, names: list[str], needs: list[str], denies: list[str]) -> list[Any]:
        when = [self._on_answers(names) for _ in range(self.rng.randint(1, 2))]
        if needs and self.rng.random() < 0.4:
            when.append(Concluded(self.rng.choice(needs)))
        if denies and self.rng.random() < 0.4:
            when.append(NotConcluded(self.rng.choice(denies)))
        return when

    def _knowledge(self) -> Knowledge:
        rng, names = self.rng, self.names
        recorded = [name for name in names if name in RECORDED_TESTS]
        plain, denying = ["plain_a", "plain_b"], ["denying"]
        say = {verb: toy.word(verb) for verb in ("concludes", "supports", "weakens", "confirms", "excludes", "alerts")}
        reads: dict[str, set[str]] = {name: set() for name in (*plain, *denying)}
        concepts, alerts = [], []
        for concept in plain:
            for number in range(rng.randint(1, 2)):
                # Each may need the other: a circle that is no negation is allowed.
                when = self._when(names, plain, [])
                concepts.append(
                    toy.written_in("c", say["concludes"](f"{concept}_{number}", concept=concept, when=when))
                )
        when = self._when(names, plain, plain)
        concepts.append(toy.written_in("c", say["concludes"]("denying", concept="denying", when=when)))
        for _ in range(4):
            for said in concepts:
                reads[said.concept] |= self._reads(said.when, reads)
        causes = ["one", "two", "three"]
        for number in range(0 if self._homely else rng.randint(0, 3)):
            level = rng.choice([Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.WITHIN_DAYS, Urgency.ROUTINE])
            when = self._when(names, plain, []) + [self._on_answers(names) for _ in range(rng.randint(0, 2))]
            suspects = rng.sample(causes, rng.randint(0, 1))
            said = say["alerts"](f"a{number}", flag=f"flag_{number}", urgency=level, suspects=suspects, when=when)
            alerts.append(toy.written_in("a", said))
        modules = [toy.module("shelf", toy.SHELF), _module("c", concepts), _module("a", alerts)]
        for cause in causes:
            urgency = rng.choice([Urgency.SELF_CARE] if self._homely or cause == "one" else list(Urgency))
            declared = toy.written_in(
                cause,
                toy.word("Cause")(
                    urgency=urgency,
                    commonness=rng.choice(list(Commonness)[:3]),
                    open_until="It is seen.",
                    self_care_after="plain_a",
                    self_care_unless=rng.choice([None, "plain_b", "denying"]),
                ),
            )
            rules = self._evidence(say, plain, denying, reads)
            for verb in ("confirms", "excludes"):
                if recorded and rng.random() < 0.35:
                    rules.append(say[verb](verb, when=[self._on_answers(recorded)]))
            modules.append(_module(cause, [toy.written_in(cause, rule) for rule in rules], declared))
        return assemble(modules, "drawn")

    def _evidence(self, say: dict[str, Any], plain: list[str], denying: list[str], reads: dict[str, set[str]]) -> Any:
        """Signs for and against; those that rest on a common finding share a group."""
        drawn: list[tuple[str, list[Any], set[str], Any]] = []
        for number in range(self.rng.randint(2, 6)):
            verb = self.rng.choice(["supports", "supports", "weakens"])
            some = self.rng.sample(self.names, min(len(self.names), self.rng.randint(1, 2)))
            when = self._when(some, plain + denying, plain + denying)
            strength = toy.word(self.rng.choice(["WEAK", "MODERATE", "STRONG", "STRONG"]))
            drawn.append((f"{verb}_{number}", when, self._reads(when, reads), strength))
        groups: list[set[str]] = []
        for _, _, read, _ in drawn:
            near = [group for group in groups if group & read]
            groups = [group for group in groups if not group & read] + [read.union(*near)]
        return [
            say[name.partition("_")[0]](
                name,
                when=when,
                strength=strength,
                group=next(f"g{n}" for n, group in enumerate(groups) if group & read),
            )
            for name, when, read, strength in drawn
        ]

    @staticmethod
    def _reads(when: Any, reads: dict[str, set[str]]) -> set[str]:
        found = {name for condition in when for name in findings_in(condition)}
        for condition in when:
            if isinstance(condition, (Concluded, NotConcluded)):
                found |= reads[condition.concept]
        return found


def completions(
    record: dict[str, Any], open_: Iterable[str], values: Mapping[str, Sequence[Any]] = ANSWERS
) -> Iterator[dict[str, Any]]:
    """Every way to answer some findings or to leave them; each answer fits those given, if not one another."""
    names = list(open_)
    choices = [[None, *(answer for answer in values[name] if accepted({**record, name: answer}))] for name in names]
    for given in itertools.product(*choices):
        yield {**record, **{n: a for n, a in zip(names, given, strict=True) if a is not None}}


def known(record: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine takes of a record."""
    return {name: answer for name, answer in record.items() if answer not in (None, "unknown")}


def changes(
    record: Mapping[str, Any], names: Iterable[str], many: int, values: Mapping[str, Sequence[Any]] = ANSWERS
) -> Iterator[dict[str, Any]]:
    """Every way to give so many of some findings another answer."""
    for some in itertools.combinations(names, many):
        for given in itertools.product(*(values[name] for name in some)):
            change = dict(zip(some, given, strict=True))
            if not any(record.get(name) == answer for name, answer in change.items()):
                yield change


def accepted(record: dict[str, Any]) -> bool:
    """Whether a presentation takes it."""
    try:
        Presentation(**record)
    except Exception:  # noqa: BLE001 - whatever it refuses it for
        return False
    return True


def _module(name: str, rules: Any, cause: Any = None) -> ModuleType:
    made = ModuleType(f"toy.{name}")
    made.RULES = tuple(rules)  # type: ignore[attr-defined] # a module of knowledge has one
    if cause is not None:
        made.CAUSE = cause  # type: ignore[attr-defined] # a module of knowledge has one
    return made


# Parts of the library's own knowledge. --------------------------------------------------------------------------------


@cache
def records() -> list[dict[str, Any]]:
    """The records of all vignettes."""
    files = sorted((Path(__file__).parent / "knowledge").rglob("*.yaml"))
    return [vignette["presentation"] for file in files for vignette in yaml.safe_load(file.read_text(encoding="utf-8"))]


@cache
def values() -> Mapping[str, Sequence[Any]]:
    """By finding, answers between which no rule tells any other apart; worked out apart from the library."""
    told: dict[str, set[Any]] = {n: set(f.range or f.values or (True, False)) for n, f in FINDINGS.items()}
    leaves = (
        leaf
        for statement in load().statements
        for condition in statement.conditions
        if isinstance(condition, ANSWER_CONDITIONS)
        for leaf in condition.leaves()
    )
    for leaf in leaves:
        limit = getattr(leaf, "limit", None)
        for edge in (getattr(limit, side, None) for side in ("value", "low", "high")):
            if edge is not None:
                low, high = FINDINGS[leaf.finding].range or (edge, edge)
                near = (edge - 1e-6, float(edge), edge + 1e-6)
                told[leaf.finding].update(number for number in near if low <= number <= high)
    return {name: sorted(answers) for name, answers in told.items()}


def sub_vocabulary(seed: int, *, most: int = 250) -> tuple[dict[str, Any], list[str]]:
    """A person of a vignette, and up to six findings that are open while all others are closed.

    They are those of an alert, or of the evidence of one cause, and two that the person had answered.
    """
    rng = random.Random(seed)  # noqa: S311 - drawn so that it can be drawn again
    knowledge = load()
    record = dict(rng.choice(records()))
    speaking = [s for s in knowledge.statements if isinstance(s, (Alerts, Evidence))]
    some = rng.choice(speaking)
    near = [s for s in speaking if isinstance(s, Evidence) and isinstance(some, Evidence) and s.cause == some.cause]
    concluding = by_concept(knowledge.statements)
    names = {name for s in (some, *near) for name in findings_behind(s, concluding)}
    names |= set(rng.sample(sorted(record), min(2, len(record))))
    open_: list[str] = []
    ways = 1
    for name in rng.sample(sorted(names), len(names)):
        if len(open_) < 6 and ways * (len(values()[name]) + 1) <= most:
            record.pop(name, None)
            open_.append(name)
            ways *= len(values()[name]) + 1
    return record, open_
