"""The knowledge several times over, each copy about findings, concepts and causes of its own.

A person answers to the first copy only. What more rules cost that nothing touches is then seen by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from calf_expert.authoring.conditions import (
    AllOf,
    Answers,
    AtLeastNOf,
    Concluded,
    Condition,
    Considered,
    InClass,
    Instrument,
    NotConcluded,
    Offered,
    Scored,
    Suspected,
    UrgencyAtLeast,
)
from calf_expert.authoring.statements import Asks, Concludes, Offers, OnOption, Statement
from calf_expert.catalogue import Knowledge
from calf_expert.engine import Engine, compile_program

# The name of what a condition speaks of, where that is not a finding.
_NAMES = {
    Concluded: "concept",
    NotConcluded: "concept",
    Scored: "score",
    Considered: "cause",
    Suspected: "cause",
    Offered: "what",
}


def engine_of_copies(knowledge: Knowledge, copies: int) -> Engine:
    """An engine over the knowledge and ``copies - 1`` renamed copies of it."""
    statements = [s for number in range(copies) for s in _copied(knowledge.statements, number)]
    strata = {s.id: knowledge.strata[_original(s.id)] for s in statements}
    return Engine(compile_program(statements, strata, lambda option: _answers_to(knowledge, option)))


def _copied(statements: tuple[Statement, ...], number: int) -> Iterator[Statement]:
    mark = f"__{number}" if number else ""
    for statement in statements:
        changed: dict[str, Any] = {
            "name": statement.name + mark,
            "when": tuple(_renamed(condition, mark) for condition in statement.when),
        }
        for kind, names in ((Concludes, ["concept"]), (Offers, ["option"]), (OnOption, ["what"]), (Asks, ["about"])):
            if isinstance(statement, kind):
                changed |= {name: getattr(statement, name) + mark for name in names}
        yield replace(statement, **changed)


def _renamed(condition: Condition, mark: str) -> Any:
    if isinstance(condition, AtLeastNOf):
        return AtLeastNOf(condition.n, *(_renamed(part, mark) for part in condition.parts))
    if isinstance(condition, AllOf):
        return type(condition)(*(_renamed(part, mark) for part in condition.parts))
    if isinstance(condition, UrgencyAtLeast):
        return condition
    if isinstance(condition, InClass):
        return InClass(CopiedScore(condition.score, mark), condition.class_id)
    name = _NAMES.get(type(condition), "finding")
    return replace(condition, **{name: getattr(condition, name) + mark})


class CopiedScore:
    """A score that is read from findings of a copy's own."""

    def __init__(self, score: Instrument, mark: str) -> None:
        self._score = score
        self._own = {name: name + mark for name in score.findings}
        self.id = score.id + mark
        self.name = score.name
        self.findings = tuple(self._own.values())
        self.counted = tuple(self._own[name] for name in score.counted)

    def class_truth(self, class_id: str, answers: Answers) -> bool | None:
        """What the score itself says of those answers."""
        return self._score.class_truth(class_id, self._read(answers))

    def classes_in(self, answers: Answers) -> frozenset[str]:
        """What the score itself says of those answers."""
        return self._score.classes_in(self._read(answers))

    def least_told(self, class_id: str) -> tuple[int, Mapping[str, int]]:
        """The same, of its own findings."""
        least, adds = self._score.least_told(class_id)
        return least, {self._own[name]: amount for name, amount in adds.items()}

    def _read(self, answers: Answers) -> Answers:
        return {name: answers[own] for name, own in self._own.items()}


def _original(name: str) -> str:
    return name.partition("__")[0]


def _answers_to(knowledge: Knowledge, option: str) -> tuple[str, ...]:
    original = _original(option)
    mark = option.removeprefix(original)
    return tuple(name + mark for name in knowledge.options[original].answers_to)
