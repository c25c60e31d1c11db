"""A matcher for the rules that statements compile to, behind Experta's own ``Matcher``.

It counts. Every pattern of these rules is ground (no variable is shared between two facts), so a rule is satisfied when
as many of its conditions have been met as it has, and no join has to be stored. Answers find the conditions they meet
through an index of slot and value, as in the alpha part of Rete (Forgy 1982), each distinct condition once for all the
rules that share it. Joins are left until a rule is complete and keep no beta memory, as in TREAT (Miranker 1987). What
may come true and then never turns false again is counted; a condition that needs an answer to be unknown is not of that
kind, and is looked at last, when all else in its rule has been met.

The network is read from the complete left-hand sides of the real rules; there is no second description of them. Forms
that statements cannot compile to are refused when it is built.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ..authoring.conditions import (
    Absent,
    AllOf,
    AnyOf,
    AtLeastNOf,
    InClass,
    Is,
    Measured,
    NotKnown,
    OnAnswers,
    Present,
    findings_in,
)
from ..authoring.limits import AnyLimit
from ..findings import UNKNOWN
from ._experta import NOT, TEST, Activation, Matcher
from .facts import FactKey, Named, Record
from .program import Program, Test


class Match(Activation):
    """An activation that holds its facts in a tuple: Experta's set would hash a whole record for each of them."""

    key = None
    context: Mapping[str, Any] = MappingProxyType({})  # no rule here binds anything

    def __init__(self, rule: Any, facts: tuple[Any, ...]) -> None:
        self.rule = rule
        self.facts = facts


@dataclass(slots=True)
class _Slot:
    """The counters that an answer in a slot takes down: by its value, by each limit that admits it, and in any case.

    ``known`` holds counters that anything known in this slot takes down, each with the amount it falls by.
    """

    by_value: dict[Any, list[int]] = field(default_factory=dict)
    by_limit: dict[AnyLimit, list[int]] = field(default_factory=dict)
    known: list[tuple[int, int]] = field(default_factory=list)


class Network:
    """What the rules of a program wait for. Built once, never changed, shared by all engines.

    There is a counter for each rule, and after those one for each distinct any-of, all-of and at-least-n, which feeds
    the counters of what it stands in.
    """

    def __init__(self, program: Program) -> None:
        self.rules = program.rules
        self.needs = array("l", [0]) * len(self.rules)
        self.feeds: list[list[int]] = []
        self.slots: dict[str, _Slot] = {}
        self.on_fact: dict[FactKey, list[int]] = {}
        self.against_fact: dict[FactKey, list[int]] = {}
        self.positive: list[tuple[FactKey, ...]] = []
        self.negative: list[tuple[FactKey, ...]] = []
        self.last: list[tuple[OnAnswers, ...]] = []
        self.always: list[int] = []
        self._counters: dict[AllOf, int] = {}
        for number, rule in enumerate(self.rules):
            self._add(number, _Shape(rule))

    def _add(self, number: int, shape: _Shape) -> None:
        counted = [condition for condition in shape.conditions if _only_comes_true(condition)]
        last = tuple(condition for condition in shape.conditions if condition not in counted)
        self.positive.append(tuple(shape.positive))
        self.negative.append(tuple(shape.negative))
        self.last.append(last)
        for key in shape.positive:
            self.on_fact.setdefault(key, []).append(number)
        for key in shape.negative:
            self.against_fact.setdefault(key, []).append(number)
        for condition in counted:
            self._wire(condition, number)
        self.needs[number] = len(counted) + len(shape.positive)
        if self.needs[number] == 0:
            if _may_hold_of_nothing(last):
                self.always.append(number)
            else:
                # Looked at once enough is known of what it reads for it to hold, and then once for the whole record.
                self.needs[number], falls = _least_told(last)
                for slot, amount in falls.items():
                    self._slot(slot).known.append((number, amount))

    def _wire(self, condition: OnAnswers, counter: int) -> None:
        """Let a counter fall once the condition is met."""
        if isinstance(condition, (Present, Absent)):
            self._slot(condition.finding).by_value.setdefault(isinstance(condition, Present), []).append(counter)
        elif isinstance(condition, Is):
            for value in set(condition.in_):
                self._slot(condition.finding).by_value.setdefault(value, []).append(counter)
        elif isinstance(condition, Measured):
            self._slot(condition.finding).by_limit.setdefault(condition.limit, []).append(counter)
        else:
            assert isinstance(condition, AllOf)
            self.feeds[self._counter_of(condition) - len(self.rules)].append(counter)

    def _counter_of(self, composite: AllOf) -> int:
        """The counter of a composite condition, which all that are equal to it share."""
        known = self._counters.get(composite)
        if known is not None:
            return known
        counter = self._counters[composite] = len(self.needs)
        self.needs.append(_least_of(composite))
        self.feeds.append([])
        for part in composite.parts:
            self._wire(part, counter)
        return counter

    def _slot(self, name: str) -> _Slot:
        return self.slots.setdefault(name, _Slot())


class _Shape:
    """The left-hand side of one rule, taken apart."""

    def __init__(self, rule: Any) -> None:
        self.conditions: list[OnAnswers] = []
        # Dicts for their order, with each key once.
        self.positive: dict[FactKey, None] = {}
        self.negative: dict[FactKey, None] = {}
        if sum(isinstance(part, Record) for part in rule) != 1:
            raise TypeError(f"{rule.__name__}: a rule has to match one record")
        if sum(isinstance(part, TEST) for part in rule) > 1:
            raise TypeError(f"{rule.__name__}: a rule has at most one test")
        for part in rule:
            if isinstance(part, Record):
                self.conditions.extend(_literal(slot, value) for slot, value in part.items() if _is_literal(value))
            elif isinstance(part, TEST) and len(part) == 1 and isinstance(part[0], Test):
                self.conditions.extend(part[0].conditions)
            elif isinstance(part, NOT) and len(part) == 1:
                self.negative[_key_of(part[0])] = None
            else:
                self.positive[_key_of(part)] = None


def _is_literal(value: Any) -> bool:
    """Whether a slot of a pattern holds a value; otherwise it binds one for the test."""
    return isinstance(value, (bool, float, str))


def _literal(slot: str, value: Any) -> OnAnswers:
    if isinstance(value, bool):
        return Present(slot) if value else Absent(slot)
    return NotKnown(slot) if value == UNKNOWN else Is(slot, (value,))


def _key_of(part: Any) -> FactKey:
    if isinstance(part, Named) and list(part) == ["name"]:
        return type(part), part["name"]
    raise TypeError(f"this matcher has no form for {type(part).__name__}")


def _only_comes_true(condition: OnAnswers) -> bool:
    """Whether more answers can make it true and never false again, so that it can be counted."""
    if isinstance(condition, AllOf):
        return all(_only_comes_true(part) for part in condition.parts)
    return isinstance(condition, (Present, Absent, Is, Measured))


def _least_of(composite: AllOf) -> int:
    """How many parts have to hold."""
    if isinstance(composite, AtLeastNOf):
        return composite.n
    return 1 if isinstance(composite, AnyOf) else len(composite.parts)


def _least_told(conditions: tuple[OnAnswers, ...]) -> tuple[int, Mapping[str, int]]:
    """What has to be known before these can hold: a sum to be reached, and what each slot adds to it."""
    if len(conditions) == 1 and isinstance(conditions[0], InClass):
        return conditions[0].score.least_told(conditions[0].class_id)
    return 1, {slot: 1 for condition in conditions for slot in findings_in(condition)}


def _may_hold_of_nothing(conditions: tuple[OnAnswers, ...]) -> bool:
    return Test(conditions).may_hold_of_nothing


class CountingMatcher(Matcher):
    """The state of one engine's run over a shared :class:`Network`. Nothing is ever retracted, so counts only fall."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._network: Network = engine.network
        self.reset()

    def reset(self) -> None:
        """Forget everything about the last person."""
        self._missing = self._network.needs[:]
        self._record: Record | None = None
        self._facts: dict[FactKey, Any] = {}
        self._active: dict[int, Match] = {}
        self._classes: dict[str, frozenset[str]] = {}

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
                complete = [*self._network.always]
                complete += self._count_down(self._met_by_record(fact, complete))
            elif isinstance(fact, Named):
                key = (type(fact), fact["name"])
                self._facts[key] = fact
                self._withdraw(key, added, removed)
                complete = self._count_down(self._network.on_fact.get(key, ()))
            else:
                continue  # Experta's InitialFact, which no rule here waits for
            self._activate(complete, added)
        return list(added.values()), removed

    def _met_by_record(self, record: Record, complete: list[int]) -> list[int]:
        """The counters that fall, each as often as conditions it waits for are met.

        Rules that only wait for enough to be known go to ``complete`` when it is.
        """
        slots, missing = self._network.slots, self._missing
        met: list[int] = []
        for name, answer in record.items():
            slot = slots.get(name)
            if slot is None or answer == UNKNOWN:
                continue
            met += slot.by_value.get(answer, ())
            if slot.by_limit and isinstance(answer, float):
                for limit, counters in slot.by_limit.items():
                    if limit.admits(answer):
                        met += counters
            for counter, amount in slot.known:
                left = missing[counter]
                missing[counter] = left - amount
                if left > 0 >= left - amount:
                    complete.append(counter)
        return met

    def _count_down(self, met: Iterable[int]) -> list[int]:
        """Take counters down, and those that they feed; the rules that have nothing left to wait for."""
        missing, feeds, rules = self._missing, self._network.feeds, len(self._network.rules)
        completed: list[int] = []
        waiting = list(met)
        for counter in waiting:  # grows while it is read
            left = missing[counter] = missing[counter] - 1
            if left == 0:
                if counter < rules:
                    completed.append(counter)
                else:
                    waiting += feeds[counter - rules]
        return completed

    def _withdraw(self, key: FactKey, added: dict[int, Match], removed: list[Match]) -> None:
        """Take back the activations that rested on the absence of this fact."""
        for number in self._network.against_fact.get(key, ()):
            match = self._active.pop(number, None)
            if match is not None and added.pop(number, None) is None:
                removed.append(match)

    def _activate(self, complete: Iterable[int], added: dict[int, Match]) -> None:
        """Make activations of the rules that have nothing left to wait for, unless something stands against them."""
        network, record, facts = self._network, self._record, self._facts
        if record is None:
            return
        rules, positive, negative, last = network.rules, network.positive, network.negative, network.last
        for number in complete:
            if negative[number] and not facts.keys().isdisjoint(negative[number]):
                continue
            if last[number] and not all(self._holds(condition, record) for condition in last[number]):
                continue
            match = Match(rules[number], (record, *[facts[key] for key in positive[number]]))
            added[number] = self._active[number] = match

    def _holds(self, condition: OnAnswers, record: Record) -> bool:
        if not isinstance(condition, InClass):
            return condition.truth(record) is True
        # A score has several classes, each with its rule, and is reckoned once for all of them.
        score = condition.score
        if score.id not in self._classes:
            self._classes[score.id] = score.classes_in(record)
        return condition.class_id in self._classes[score.id]
