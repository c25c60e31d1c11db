"""Small bodies of knowledge, drawn from a seed, in which every way to answer can be tried."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from types import ModuleType
from typing import Any

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
from calf_expert.authoring.conditions import findings_in
from calf_expert.authoring.terms import Commonness
from calf_expert.catalogue import Knowledge, assemble
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
    """A body of knowledge over few findings, its reasoner, and what it says to every way to answer them."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
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
            self._weighed[key] = self.reasoner.weigh({n: a for n, a in record.items() if a not in (None, "unknown")})
        return self._weighed[key]

    def completions(self, record: dict[str, Any], open_: list[str]) -> Iterator[dict[str, Any]]:
        """Every way to answer some findings or to leave them; each answer fits those given, if not one another."""
        choices = [
            [None, *(answer for answer in ANSWERS[name] if accepted({**record, name: answer}))] for name in open_
        ]
        for given in itertools.product(*choices):
            yield {**record, **{n: a for n, a in zip(open_, given, strict=True) if a is not None}}

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
        for number in range(rng.randint(0, 3)):
            level = rng.choice([Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.WITHIN_DAYS, Urgency.ROUTINE])
            when = self._when(names, plain, []) + [self._on_answers(names) for _ in range(rng.randint(0, 2))]
            suspects = rng.sample(causes, rng.randint(0, 1))
            said = say["alerts"](f"a{number}", flag=f"flag_{number}", urgency=level, suspects=suspects, when=when)
            alerts.append(toy.written_in("a", said))
        modules = [toy.module("shelf", toy.SHELF), _module("c", concepts), _module("a", alerts)]
        homely = rng.random() < 0.6
        for cause in causes:
            urgency = rng.choice([Urgency.SELF_CARE] if homely else list(Urgency))
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
            homely = homely and rng.random() < 0.7
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
        made.CAUSE = cause  # type: ignore[attr-defined]
    return made
