"""A total order of firing, and an agenda that keeps what it handed out: the trace is read off it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from operator import attrgetter, itemgetter
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
            key = self._key(activation)
            place = bisect.bisect_left(activations, key, key=_key_of)
            if place < len(activations) and activations[place].key == key:
                del activations[place]
        if added:
            for activation in added:
                activation.key = self._key(activation)
            activations += added
            # Mostly in order already, which this sort makes use of.
            activations.sort(key=_key_of)

    @staticmethod
    def _key(activation: Any) -> tuple[int, list[int], int]:
        rule = activation.rule
        return rule.salience, sorted(map(_number_of, activation.facts), reverse=True), -rule.order


_key_of = attrgetter("key")
_number_of = itemgetter("__factid__")


class RecordingAgenda(Agenda):
    """Remembers, in order, the statement of every activation that was taken to be fired."""

    def __init__(self) -> None:
        super().__init__()
        self.fired: list[Statement] = []

    def get_next(self) -> Any:
        if not self.activations:
            return None
        activation = self.activations.pop()
        self.fired.append(activation.rule.statement)
        return activation
