"""The engine: one Experta ``KnowledgeEngine`` for a program, run on one person at a time, and a pool of them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..authoring.conditions import Answer
from ..authoring.statements import Statement
from ..authoring.terms import Urgency
from ._experta import InitialFact, KnowledgeEngine, ReteMatcher
from .agenda import RecordingAgenda, TotalOrder
from .facts import ConsideredCause, FactKey, QuietFactList, ReachedUrgency, Record, SuspectedCause
from .matcher import CountingMatcher, Network
from .program import Program


class Machine(KnowledgeEngine):
    """Experta's engine with our matcher, order and agenda.

    The rules are handed over as a list and are no attributes of a class: Experta looks those up with ``getmembers``,
    which loses one of two rules of the same name and leaves the last engine, and so the last person, on the rule.
    """

    __matcher__ = CountingMatcher
    __strategy__ = TotalOrder

    def __init__(self, program: Program, network: Network) -> None:
        self.program = program
        self.network = network
        self._initial = InitialFact()
        super().__init__()
        self.reset()

    def get_rules(self) -> list[Any]:
        return list(self.program.rules)

    def get_deffacts(self) -> list[Any]:
        # Experta's DefFacts for the initial fact lives on the class and would keep this engine; reset declares it.
        return []

    def reset(self, **_: Any) -> None:
        self.agenda = RecordingAgenda()
        self.facts = QuietFactList()
        self.matcher.reset()
        self.running = False
        self.facts.declare(self._initial)

    def declare(self, *facts: Any) -> Any:
        # Past Experta's checks for conditions among the values: they look at every slot, and these facts are ours.
        last = None
        for fact in facts:
            last = self.facts.declare(fact)
        if not self.running:
            added, removed = self.get_activations()
            self.strategy.update_agenda(self.agenda, added, removed)
        return last

    def run(self, steps: float = math.inf) -> None:
        """Experta's loop, less what it does for its log: it writes out every fact of every firing before it asks."""
        self.running = True
        while steps > 0 and self.running:
            if self.facts.added:
                self.strategy.update_agenda(self.agenda, *self.get_activations())
            activation = self.agenda.get_next()
            if activation is None:
                break
            steps -= 1
            # Evidence and alerts say something and do nothing: that they fired is all.
            if activation.rule.acts:
                activation.rule(self)
        self.running = False


class StockMachine(Machine):
    """The same rules on Experta's own matcher and loop, for tests and doubters: the same results, and slower."""

    __matcher__ = ReteMatcher
    run = KnowledgeEngine.run

    def reset(self, **modifiers: Any) -> None:
        # The matcher empties its nodes but not what they have ready for the agenda.
        super().reset(**modifiers)
        self.matcher.changes()


class Session:
    """One person in one engine. Answers first; then, once they are weighed, what management rests on."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def infer(self, known: Mapping[str, Answer]) -> tuple[Statement, ...]:
        """Declare what is known and fire all that follows. Whatever is not in ``known`` is unknown to the rules."""
        return self._fire(Record.of(known))

    def manage(self, considered: Iterable[str], suspected: Iterable[str], urgency: Urgency) -> tuple[Statement, ...]:
        """Declare what the weighing found and fire management. Returns only what fired now."""
        weighed: list[FactKey] = [(ConsideredCause, cause) for cause in considered]
        weighed += [(SuspectedCause, cause) for cause in suspected]
        weighed += [(ReachedUrgency, level.value) for level in Urgency if level <= urgency]
        awaited = self._machine.program.awaited
        return self._fire(*[key[0].of(key[1]) for key in weighed if key in awaited])

    def _fire(self, *facts: Any) -> tuple[Statement, ...]:
        fired: list[Statement] = self._machine.agenda.fired
        before = len(fired)
        self._machine.declare(*facts)
        self._machine.run()
        return tuple(fired[before:])


class Engine:
    """Runs a program on one person after another, from any number of threads: engines come from a pool.

    ``stock=True`` uses Experta's own matcher instead of ours.
    """

    def __init__(self, program: Program, *, stock: bool = False) -> None:
        self.program = program
        self._network = Network(program)
        self._machine_type = StockMachine if stock else Machine
        self._idle: deque[Machine] = deque()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """An engine for one person. It is emptied afterwards, and thrown away if anything failed in it."""
        try:
            machine = self._idle.pop()
        except IndexError:
            machine = self._machine_type(self.program, self._network)
        try:
            yield Session(machine)
        finally:
            # After an error too: Experta's own matcher is kept by a cache on its class, and ours is freed only by the
            # garbage collector.
            machine.reset()
        self._idle.append(machine)
