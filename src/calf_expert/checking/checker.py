"""The check itself: a result read, its answers judged, what follows from them worked out, and the two compared."""

from __future__ import annotations

from typing import Any

from .._once import once
from ..catalogue import Knowledge, load
from .comparing import differences
from .expected import Expected, Library
from .reading import read
from .record import illegal_in
from .verdict import CannotCheckError, Discrepancy, Outcome, Verdict


class Checker:
    """Checks results that were made with a body of knowledge. It holds nothing of any person; threads may share it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._library: Library | None = None
        self._refused: tuple[Discrepancy, ...] = ()
        try:
            self._library = Library(knowledge)
        except CannotCheckError as error:
            self._refused = error.reasons

    def check(self, result: object) -> Verdict:
        """Check a result: an Assessment, its JSON text, or that text parsed. Never raises, whatever it is given."""
        try:
            given = read(result)
            library = self._library_of(given)
        except CannotCheckError as error:
            return Verdict(Outcome.CANNOT_CHECK, error.reasons)
        problems = _problems_of(given, library)
        return Verdict(Outcome.REJECTED if problems else Outcome.ACCEPTED, problems)

    def _library_of(self, given: Any) -> Library:
        """The library, if it is what the result was made with.

        Raises:
            CannotCheckError: if it is not, or if the library holds what the checker cannot check.
        """
        mine = self._knowledge
        used = given.get("knowledge") if isinstance(given, dict) else None
        if not isinstance(used, dict) or not isinstance(used.get("sha256"), str):
            raise CannotCheckError(Discrepancy("knowledge.sha256", "expected the hash of the knowledge it was made with"))
        if used["sha256"] != mine.sha256:
            raise CannotCheckError(
                Discrepancy("knowledge.sha256", f"expected a result of knowledge {mine.version} ({mine.sha256[:12]})")
            )
        if self._library is None:
            raise CannotCheckError(*self._refused)
        return self._library


def _problems_of(given: dict[str, Any], library: Library) -> tuple[Discrepancy, ...]:
    answers = given.get("answers")
    # Nothing follows from answers that nobody can have given.
    illegal = tuple(illegal_in(answers))
    if illegal:
        return illegal
    assert isinstance(answers, dict)
    expected = Expected(library, answers)

    def explain(rule_id: str) -> str:
        rule = library.by_id.get(rule_id)
        return "expected a rule of the knowledge" if rule is None else expected.why_not(rule)

    return tuple(differences(expected.tree(), given, explain))


@once
def checker() -> Checker:
    """A checker with the library's own knowledge, made ready on first use."""
    return Checker(load())


def check(result: object) -> Verdict:
    """Check a result of :func:`calf_expert.assess`: does all of it follow, and is nothing that follows missing?

    ``result`` is an Assessment, its JSON text (``str`` or ``bytes``), or that text parsed. It is worked out anew from
    its answers and the library's statements by code that shares nothing with the engine or the weighing, and compared
    field by field. Never raises for what it is given; see :class:`Verdict` for what may come of it.
    """
    return checker().check(result)
