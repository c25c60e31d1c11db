"""The knowledge several times over, each copy about findings, concepts and causes of its own.

A person answers to the first copy only. What more rules cost that nothing touches is then seen by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from calf_expert.authoring.conditions import (
    AllOf,
    AtLeastNOf,
    Concluded,
    Condition,
    Considered,
    NotConcluded,
    Offered,
    Suspected,
    UrgencyAtLeast,
)
from calf_expert.authoring.statements import Asks, Concludes, Offers, OnOption, Statement
from calf_expert.catalogue import Knowledge
from calf_expert.engine import Engine, compile_program

# The name of what a condition speaks of, where that is not a finding.
_NAMES = {Concluded: "concept", NotConcluded: "concept", Considered: "cause", Suspected: "cause", Offered: "what"}


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
    name = _NAMES.get(type(condition), "finding")
    return replace(condition, **{name: getattr(condition, name) + mark})


def _original(name: str) -> str:
    return name.partition("__")[0]


def _answers_to(knowledge: Knowledge, option: str) -> tuple[str, ...]:
    original = _original(option)
    mark = option.removeprefix(original)
    return tuple(name + mark for name in knowledge.options[original].answers_to)
