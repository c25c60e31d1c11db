"""A total order of firing, and an agenda that keeps what it handed out: the trace is read off it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Any

from ..authoring.statements import Statement
from ._experta import Agenda, Strategy


class TotalOrder(Strategy):
    """Salience first, then the newest facts, then the order in which the rules are written.

    Stock Experta leaves equal keys to the order of a set, which differs from process to process, and takes a withdrawn
    activation off the agenda only if it lies next to where it expects it. Here every key is different, so that each
    activation has one place. Nothing is cached: a cache would keep the facts of the last people.
    """

    def _update_agenda(self, agenda: Any, added: Iterable[Any], removed: Iterable[Any]) -> None:
        activations = agenda.activations
        for activation in removed:
            activation.key = self._key(activation)
            place = bisect.bisect_left(activations, activation)
            if place < len(activations) and activations[place].key == activation.key:
                del activations[place]
        for activation in added:
            activation.key = self._key(activation)
            bisect.insort(activations, activation)

    @staticmethod
    def _key(activation: Any) -> tuple[int, list[int], int]:
        rule = activation.rule
        newest_first = sorted((fact["__factid__"] for fact in activation.facts), reverse=True)
        return rule.salience, newest_first, -rule.order


class RecordingAgenda(Agenda):
    """Remembers, in order, the statement of every activation that was taken to be fired."""

    def __init__(self) -> None:
        super().__init__()
        self.fired: list[Statement] = []

    def get_next(self) -> Any:
        activation = super().get_next()
        if activation is not None:
            self.fired.append(activation.rule.statement)
        return activation
