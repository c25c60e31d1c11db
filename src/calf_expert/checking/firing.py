"""Which rules have to fire, and in which order: the statements as rules, and a naive fixpoint over them.

A further kind of statement is added in ``_CONCLUDES``, and in ``_declared`` if other rules rest on what it concludes. A
kind that does not stand there is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..authoring import conditions as condition_forms
from ..authoring import statements as said
from ..catalogue import Knowledge
from .record import Known
from .scores import findings_in, holds, unknown_in
from .truth import Fact, on_conclusion, refuse_unknown
from .verdict import CannotCheckError, Discrepancy


def _its_cause(statement: said.Statement) -> tuple[str, ...]:
    return (cause_of(statement),)


# What each kind of statement concludes, by name. The verb of a step is the name of its kind.
_CONCLUDES: Mapping[type[said.Statement], Callable[[Any], tuple[str, ...]]] = {
    said.Concludes: lambda statement: (statement.concept,),
    said.Scores: lambda statement: (statement.concept,),
    said.Supports: _its_cause,
    said.Weakens: _its_cause,
    said.Confirms: _its_cause,
    said.Excludes: _its_cause,
    said.Alerts: lambda statement: (statement.flag, *statement.suspects),
    said.Offers: lambda statement: (statement.option, cause_of(statement)),
    said.Forbids: lambda statement: (statement.what,),
    said.Cautions: lambda statement: (statement.what,),
    said.Asks: lambda statement: (statement.what, statement.about),
}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A statement as the checker reads it. Earlier strata go first, and ``place`` is its place among the statements."""

    statement: Any
    verb: str
    conditions: tuple[Any, ...]
    on_answers: tuple[Any, ...]
    needs: frozenset[Fact]
    denies: frozenset[Fact]
    concludes: tuple[str, ...]
    declares: tuple[Fact, ...]
    stratum: int
    place: int

    @property
    def id(self) -> str:
        """The id of the statement."""
        return str(self.statement.id)


def cause_of(statement: said.Statement) -> str:
    """The cause whose module a statement is written in."""
    return statement.location.module.split(".")[-1]


def names_of(option: said.Option) -> tuple[str, ...]:
    """The names by which rules speak of an option: its own, those of its families, its kind."""
    return (option.id, *option.families, option.kind.value)


def rules_of(knowledge: Knowledge) -> tuple[Rule, ...]:
    """Every statement as a rule.

    Raises:
        CannotCheckError: if a statement or a condition is of a form that the checker does not know.
    """
    statements = knowledge.statements
    refuse_unknown("kind of statement", (type(s).__name__ for s in statements if type(s) not in _CONCLUDES))
    refuse_unknown("form of condition", (name for s in statements for c in s.when for name in unknown_in(c)))
    levels = _levels_of_concepts(statements)
    return tuple(_rule(statement, knowledge, levels, place) for place, statement in enumerate(statements))


def _conditions_of(statement: Any) -> tuple[Any, ...]:
    """The whole left-hand side: what speaks of an option waits for it, and what asks, for an answer not known."""
    if isinstance(statement, said.Asks):
        return (
            condition_forms.Offered(statement.what),
            condition_forms.NotKnown(statement.about),
            *statement.when,
        )
    if isinstance(statement, said.OnOption):
        return (condition_forms.Offered(statement.what), *statement.when)
    return statement.when  # type: ignore[no-any-return]  # read by kind, and so untyped


def _rule(statement: Any, knowledge: Knowledge, levels: Mapping[str, int], place: int) -> Rule:
    conditions = _conditions_of(statement)
    facts = [fact for condition in conditions if (fact := on_conclusion(condition)) is not None]
    return Rule(
        statement=statement,
        verb=type(statement).__name__.lower(),
        conditions=conditions,
        on_answers=tuple(condition for condition in conditions if on_conclusion(condition) is None),
        needs=frozenset(fact for fact in facts if fact[0] != "no_concept"),
        denies=frozenset(("concept", name) for sort, name in facts if sort == "no_concept"),
        concludes=_CONCLUDES[type(statement)](statement),
        declares=_declared(statement, knowledge),
        stratum=_level(statement, levels),
        place=place,
    )


def _declared(statement: Any, knowledge: Knowledge) -> tuple[Fact, ...]:
    """The facts that other rules wait for."""
    if isinstance(statement, said.Concludes):
        return (("score" if isinstance(statement, said.Scores) else "concept", statement.concept),)
    if isinstance(statement, said.Offers):
        return tuple(("option", name) for name in names_of(knowledge.options[statement.option]))
    return ()


def _levels_of_concepts(statements: Iterable[said.Statement]) -> dict[str, int]:
    """The stratum of each concept: at least that of what it rests on, and above that of what it denies."""
    concluding = [statement for statement in statements if isinstance(statement, said.Concludes)]
    levels = {statement.concept: 0 for statement in concluding}
    for _ in range(len(levels) + 1):
        before = dict(levels)
        for statement in concluding:
            levels[statement.concept] = max(levels[statement.concept], _level(statement, levels))
        if levels == before:
            return levels
    raise CannotCheckError(Discrepancy("knowledge", "expected no concept that rests on its own absence"))


def _level(statement: Any, levels: Mapping[str, int]) -> int:
    level = 0
    for condition in statement.when:
        sort, name = on_conclusion(condition) or ("", "")
        if sort in ("concept", "no_concept"):
            level = max(level, levels.get(name, 0) + (sort == "no_concept"))
    return level


def findings_behind(rule: Rule, concluding: Mapping[str, list[Rule]]) -> dict[str, None]:
    """Every finding a rule rests on: its own, then those of the rules behind what it names, the last named first."""
    found: dict[str, None] = {}
    named: set[str] = set()
    waiting = [rule]
    while waiting:
        current = waiting.pop()
        found.update(dict.fromkeys(name for c in current.on_answers for name in findings_in(c)))
        for sorts in (("concept", "score"), ("no_concept",)):
            for sort, name in filter(None, map(on_conclusion, current.conditions)):
                if sort in sorts and name not in named:
                    named.add(name)
                    waiting.extend(concluding.get(name, ()))
    return found


class Run:
    """The firing of rules on one person's answers: again and again the first of all rules that hold and have not fired.

    First is the rule of the lowest stratum; then the one that rests on the newest facts, newest first; then the one
    that is written first. A fact is as old as its number, and the record is the oldest of all.
    """

    def __init__(self, rules: Iterable[Rule], known: Known) -> None:
        self.facts: dict[Fact, int] = {}
        self._ready: list[Rule] = []
        self._waiting = [rule for rule in rules if all(holds(c, known) for c in rule.on_answers)]

    def fire(self, facts: Iterable[Fact] = ()) -> list[Rule]:
        """Declare facts, and fire all that follows now."""
        fired: list[Rule] = []
        self._declare(facts)
        while (rule := max(filter(self._undenied, self._ready), key=self._key, default=None)) is not None:
            self._ready.remove(rule)
            fired.append(rule)
            if rule.declares:
                self._declare(rule.declares)
        return fired

    def _declare(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            self.facts.setdefault(fact, len(self.facts) + 1)
        self._ready += [rule for rule in self._waiting if rule.needs <= self.facts.keys()]
        self._waiting = [rule for rule in self._waiting if not rule.needs <= self.facts.keys()]

    def _undenied(self, rule: Rule) -> bool:
        return rule.denies.isdisjoint(self.facts)

    def _key(self, rule: Rule) -> tuple[int, list[int], int]:
        record = 0
        return -rule.stratum, sorted([record, *(self.facts[fact] for fact in rule.needs)], reverse=True), -rule.place

    def why_not(self, rule: Rule, known: Known) -> str:
        """What keeps a rule from firing, or from firing again, in words without an answer."""
        for number, condition in enumerate(rule.conditions, 1):
            fact = on_conclusion(condition)
            if fact is None:
                if not holds(condition, known):
                    return f"expected no step of this rule: its condition {number} does not hold of the answers"
            elif fact[0] != "no_concept" and fact not in self.facts:
                return f"expected no step of this rule: nothing makes `{fact[1]}` a fact ({fact[0]})"
            elif fact[0] == "no_concept" and ("concept", fact[1]) in self.facts:
                return f"expected no step of this rule: `{fact[1]}` is concluded"
        return "expected one step of this rule"
