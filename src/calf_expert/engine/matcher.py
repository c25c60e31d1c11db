"""A matcher for the rules that statements compile to, behind Experta's own ``Matcher``.

It counts. Every pattern of these rules is ground (no variable is shared between two facts), so a rule is satisfied when
as many of its distinct patterns have been met as it has, and no join has to be stored. Patterns are found through an
index of slot and value, as in the alpha part of Rete (Forgy 1982); joins are left until a rule is complete and keep no
beta memory, as in TREAT (Miranker 1987). A test runs once, when everything else in its rule has been met.

The network is read from the complete left-hand sides of the real rules; there is no second description of them. Forms
that statements cannot compile to are refused when it is built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ..findings import UNKNOWN
from ._experta import NOT, TEST, Activation, Fact, Matcher
from .facts import Record
from .program import Program, Test

Key = tuple[type, str]


class Match(Activation):
    """An activation that holds its facts in a tuple: Experta's set would hash a whole record for each of them."""

    def __init__(self, rule: Any, facts: tuple[Any, ...]) -> None:
        self.rule = rule
        self.facts = facts
        self.key = None
        self.context: dict[str, Any] = {}


class Network:
    """What the rules of a program wait for. Built once, never changed, shared by all engines."""

    def __init__(self, program: Program) -> None:
        self.rules = program.rules
        self.needs: list[int] = []
        self.tests: list[Test | None] = []
        self.positive: list[tuple[Key, ...]] = []
        self.negative: list[tuple[Key, ...]] = []
        self.on_slot: dict[str, dict[Any, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.on_fact: dict[Key, list[int]] = defaultdict(list)
        self.against_fact: dict[Key, list[int]] = defaultdict(list)
        # Rules with a test and no literal are looked at only when a slot they read is known.
        self.on_known: dict[str, list[int]] = defaultdict(list)
        self.always: list[int] = []
        for number, rule in enumerate(self.rules):
            self._add(number, rule)

    def _add(self, number: int, rule: Any) -> None:
        shape = _Shape(rule)
        for slot, value in shape.literals.items():
            self.on_slot[slot][value].append(number)
        for key in shape.positive:
            self.on_fact[key].append(number)
        for key in shape.negative:
            self.against_fact[key].append(number)
        self.needs.append(len(shape.literals) + len(shape.positive))
        self.tests.append(shape.test)
        self.positive.append(tuple(shape.positive))
        self.negative.append(tuple(shape.negative))
        if shape.literals:
            return
        if shape.test is None or shape.positive or shape.test.may_hold_of_nothing:
            self.always.append(number)
        else:
            for slot in shape.test.slots:
                self.on_known[slot].append(number)


class _Shape:
    """The left-hand side of one rule, taken apart."""

    def __init__(self, rule: Any) -> None:
        self.literals: dict[str, Any] = {}
        # Dicts for their order, with each key once.
        self.positive: dict[Key, None] = {}
        self.negative: dict[Key, None] = {}
        self.test: Test | None = None
        if sum(isinstance(part, Record) for part in rule) != 1:
            raise TypeError(f"{rule.__name__}: a rule has to match one record")
        for part in rule:
            if isinstance(part, Record):
                self.literals = {slot: value for slot, value in part.items() if not _is_binding(value)}
            elif isinstance(part, TEST) and len(part) == 1 and isinstance(part[0], Test) and self.test is None:
                self.test = part[0]
            elif isinstance(part, NOT) and len(part) == 1:
                self.negative[_key_of(part[0])] = None
            else:
                self.positive[_key_of(part)] = None


def _is_binding(value: Any) -> bool:
    return not isinstance(value, (bool, float, str))


def _key_of(part: Any) -> Key:
    if (
        isinstance(part, Fact)
        and not isinstance(part, Record)
        and list(part) == ["name"]
        and isinstance(part["name"], str)
    ):
        return type(part), part["name"]
    raise TypeError(f"this matcher has no form for {type(part).__name__}")


class CountingMatcher(Matcher):
    """The state of one engine's run over a shared :class:`Network`. Nothing is ever retracted, so counts only fall."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._network: Network = engine.network
        self.reset()

    def reset(self) -> None:
        """Forget everything about the last person."""
        self._missing = list(self._network.needs)
        self._record: Record | None = None
        self._facts: dict[Key, Any] = {}
        self._active: dict[int, Match] = {}

    def changes(
        self, adding: Iterable[Any] | None = None, deleting: Iterable[Any] | None = None
    ) -> tuple[list[Match], list[Match]]:
        """Activations that came and went with these facts.

        Raises:
            TypeError: if a fact is retracted; conclusions would outlive it, since Experta maintains no truth.
        """
        if deleting:
            raise TypeError("facts are not retracted here: assess the person anew")
        added: dict[int, Match] = {}
        removed: list[Match] = []
        for fact in adding or ():
            if isinstance(fact, Record):
                self._record = fact
                complete = self._touched_by_record(fact)
            elif "name" in fact:
                complete = self._touched_by_fact(fact, added, removed)
            else:
                continue  # Experta's InitialFact, which no rule here waits for
            for number in complete:
                match = self._activate(number)
                if match is not None:
                    added[number] = self._active[number] = match
        return list(added.values()), removed

    def _touched_by_record(self, record: Record) -> Iterable[int]:
        network, missing = self._network, self._missing
        touched = dict.fromkeys(network.always)
        for slot, answer in record.items():
            rules = network.on_slot[slot].get(answer) if slot in network.on_slot else None
            if rules:
                for number in rules:
                    missing[number] -= 1
                    touched[number] = None
            if answer != UNKNOWN and slot in network.on_known:
                touched.update(dict.fromkeys(network.on_known[slot]))
        return touched

    def _touched_by_fact(self, fact: Any, added: dict[int, Match], removed: list[Match]) -> Iterable[int]:
        key = (type(fact), fact["name"])
        self._facts[key] = fact
        for number in self._network.against_fact.get(key, ()):
            match = self._active.pop(number, None)
            if match is not None and added.pop(number, None) is None:
                removed.append(match)
        touched = self._network.on_fact.get(key, ())
        for number in touched:
            self._missing[number] -= 1
        return touched

    def _activate(self, number: int) -> Match | None:
        if self._missing[number] or self._record is None:
            return None
        if any(key in self._facts for key in self._network.negative[number]):
            return None
        test = self._network.tests[number]
        if test is not None and not test.holds(self._record):
            return None
        facts = (self._record, *(self._facts[key] for key in self._network.positive[number]))
        return Match(self._network.rules[number], facts)
