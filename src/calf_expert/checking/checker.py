"""The check itself: a result read, its answers judged, what follows from them worked out, and the two compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .._once import once
from ..catalogue import Knowledge, load
from .comparing import differences
from .expected import Expected, Library
from .proofs import ProofLike, problems_of_proof, read_proof
from .reading import NO_RESULT, read
from .record import illegal_in
from .verdict import CannotCheckError, Discrepancy, Outcome, Verdict


class Checker:
    """Checks results that were made with a body of knowledge. It holds nothing of any person; threads may share it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._library: Library | None = None
        self._refused: tuple[Discrepancy, ...] = ()
        try:
            self._library = Library(knowledge)
        except CannotCheckError as error:
            self._refused = error.reasons

    def check(self, result: object) -> Verdict:
        """Check a result: an Assessment, its JSON text, or that text parsed. Never raises, whatever it is given."""
        return _verdict(lambda: self._problems_of_result(read(result)))

    def check_proof(self, proof: ProofLike, answers: Mapping[str, Any]) -> Verdict:
        """Check a proof, as ``how`` of an Assessment gives it, of a person who gave these answers."""
        return _verdict(lambda: self._problems_of_proof(read_proof(proof), read(answers)))

    def _problems_of_result(self, given: Any) -> Iterator[Discrepancy]:
        library, answers = self._library_for(given), given.get("answers")
        # Nothing follows from answers that nobody can have given.
        illegal = list(illegal_in(answers))
        if illegal:
            return iter(illegal)
        expected = Expected(library, answers)

        def explain(rule_id: str, where: str) -> Discrepancy:
            rule = library.by_id.get(rule_id)
            if rule is None:
                return Discrepancy(where, "expected a rule of the knowledge")
            return Discrepancy(where, expected.why_not(rule), rule_id)

        return differences(expected.tree(), given, explain)

    def _problems_of_proof(self, given: Any, answers: Any) -> Iterator[Discrepancy]:
        library = self._library_for(given)
        illegal = list(illegal_in(answers))
        return iter(illegal) if illegal else problems_of_proof(given, Expected(library, answers))

    def _library_for(self, given: Any) -> Library:
        """The library, where that is what something was made with.

        Raises:
            CannotCheckError: if it is not, or if the library holds what the checker cannot check.
        """
        if not isinstance(given, dict) or "knowledge" not in given:
            raise CannotCheckError(NO_RESULT)
        used = given["knowledge"]
        if not isinstance(used, dict) or not isinstance(used.get("sha256"), str):
            raise CannotCheckError(
                Discrepancy("knowledge.sha256", "expected the hash of the knowledge that a result was made with")
            )
        mine = self.knowledge
        if used["sha256"] != mine.sha256:
            raise CannotCheckError(
                Discrepancy("knowledge.sha256", f"expected a result of knowledge {mine.version} ({mine.sha256[:12]})")
            )
        if self._library is None:
            raise CannotCheckError(*self._refused)
        return self._library


def _verdict(problems_found: Callable[[], Iterator[Discrepancy]]) -> Verdict:
    try:
        problems = tuple(problems_found())
    except CannotCheckError as error:
        return Verdict(Outcome.CANNOT_CHECK, error.reasons)
    return Verdict(Outcome.REJECTED if problems else Outcome.ACCEPTED, problems)


@once
def checker() -> Checker:
    """A checker with the library's own knowledge, made ready on first use."""
    return Checker(load())


def check(result: object) -> Verdict:
    """Check that all of a result of :func:`calf_expert.assess` follows, and that nothing which follows is missing.

    ``result`` is an Assessment, its JSON text (``str`` or ``bytes``), or that text parsed. It is worked out anew from
    its answers and the library's statements by code that shares nothing with the engine or the weighing, and compared
    field by field. Never raises for what it is given; :class:`Verdict` says what may come of it.
    """
    return checker().check(result)


def check_proof(proof: ProofLike, answers: Mapping[str, Any]) -> Verdict:
    """Check a proof that ``how`` of an Assessment gave of a cause or an alert, from the answers of the person.

    Every step has to be as it follows, rest on all and only the steps behind it, and none that bears on the conclusion
    may be missing. ``answers`` is the record as it was given, whole: a proof shows only the answers that it rests on.
    Proofs of anything else cannot be checked by themselves, only the result they are read off.
    """
    return checker().check_proof(proof, answers)
