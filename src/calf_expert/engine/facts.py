"""The facts that rules match. The person is one fact; everything concluded is a fact of one slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._experta import Fact, FactList


class Record(Fact):
    """All that is known about a person: one slot a finding, and an explicit unknown value where nothing is known.

    The explicit value is what makes absence safe: a rule that needs a *no* matches ``False`` and never a missing slot.
    """

    @classmethod
    def of(cls, answers: Mapping[str, Any]) -> Record:
        """The record of a whole set of answers (see ``Session``)."""
        record = cls()
        # Past Fact.__setitem__, which would look for lists and dicts to freeze in each of some hundred plain answers.
        dict.update(record, answers)
        return record


class Concept(Fact):
    """A concluded concept, by ``name``."""


class ScoreClass(Fact):
    """A class that a score falls into, by ``name``: ``<score>:<class>``."""


class ConsideredCause(Fact):
    """A cause that is possible or more likely, by ``name``."""


class SuspectedCause(Fact):
    """A suspected cause, by ``name``."""


class ReachedUrgency(Fact):
    """A level of urgency that has been reached or passed, by ``name``."""


class OfferedOption(Fact):
    """An option, or a family of options, that has come up, by ``name``."""


class QuietFactList(FactList):
    """Experta's fact list without its log lines (they hold a person's answers) and without checks made on load.

    A concluded fact declared a second time is passed over, as in Experta: it fires nothing twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._named: set[tuple[type, str]] = set()

    def declare(self, fact: Any) -> Any:
        if not isinstance(fact, Record) and "name" in fact:
            key = (type(fact), fact["name"])
            if key in self._named:
                return None
            self._named.add(key)
        fact.__factid__ = self.last_index
        self[self.last_index] = fact
        self.last_index += 1
        self.added.append(fact)
        return fact
