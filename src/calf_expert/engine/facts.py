"""The facts that rules match. The person is one fact; everything concluded is a fact of one slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from ..findings import UNKNOWN
from ._experta import Fact, FactList

if TYPE_CHECKING:
    from typing_extensions import Self


class Record(Fact):
    """All that is known about a person: one slot a finding, and an explicit unknown value in every other slot.

    The explicit value is what makes absence safe: a rule that needs a *no* matches ``False`` and never a missing slot.
    """

    @classmethod
    def of(cls, answers: Mapping[str, Any]) -> Record:
        """The record of what is known."""
        record = cls()
        # Past Fact.__setitem__, which would look for lists and dicts to freeze in each of the plain answers.
        dict.update(record, answers)
        return record

    def __missing__(self, slot: str) -> str:
        # Experta, too, reads slots of a fact so; several hundred slots need not be filled in for each person.
        return UNKNOWN


class Named(Fact):
    """A fact that says no more than a name."""

    @classmethod
    def of(cls, name: str) -> Self:
        """The fact of that name."""
        # Past Fact.__init__ and __setitem__, as above.
        fact = cls.__new__(cls)
        dict.__setitem__(fact, "name", name)
        return fact


FactKey: TypeAlias = tuple[type[Named], str]
"""Which fact: its type and its name."""


class Concept(Named):
    """A concluded concept."""


class ScoreClass(Named):
    """A class that a score falls into: ``<score>:<class>``."""


class ConsideredCause(Named):
    """A cause that is possible or more likely."""


class SuspectedCause(Named):
    """A suspected cause."""


class ReachedUrgency(Named):
    """A level of urgency that has been reached or passed."""


class OfferedOption(Named):
    """An option, or a family of options, that has come up."""


class QuietFactList(FactList):
    """Experta's fact list without its log lines (they hold a person's answers) and without checks made on load.

    A concluded fact declared a second time is passed over, as in Experta: it fires nothing twice.
    """

    last_index: int

    def __init__(self) -> None:
        super().__init__()
        self._named: set[FactKey] = set()

    def declare(self, fact: Any) -> Any:
        if isinstance(fact, Named):
            key = (type(fact), fact["name"])
            if key in self._named:
                return None
            self._named.add(key)
        number = self.last_index
        # As Experta numbers a fact, past a property that is written in Python.
        dict.__setitem__(fact, "__factid__", number)
        self[number] = fact
        self.last_index = number + 1
        self.added.append(fact)
        return fact
