"""Every limit and every red flag, tried on people who are derived from the rules and run through the real engine.

A *limit* is tried in its rule: on a person of whom the rule holds only as long as the limit admits the value, one step
below the limit, at it and one step above. A *red flag* is tried through a whole assessment: on a person with no answer
that could be left out, and then with each answer left out or turned to one of which the rule does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..authoring.conditions import Measured
from ..authoring.statements import Alerts, Statement
from ..findings import FINDINGS, UNKNOWN
from ..presentation import Presentation
from ..reasoning import Reasoner
from .logic import Formula, with_value
from .meaning import Meaning, Person, limits_in
from .remarks import Remark, of
from .values import Boundary, Value, boundaries, neighbours


@dataclass(slots=True)
class Tried:
    """How much was tried. At a limit that is ``shared``, a neighbouring part of the same rule holds as well."""

    limits: int = 0
    shared: int = 0
    flags: int = 0
    people: int = 0


class Trials:
    """Tries a body of knowledge on derived people. ``tried`` says afterwards how much was done."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning = meaning
        self.reasoner = Reasoner(meaning.knowledge)
        self.tried = Tried()

    # Limits. ----------------------------------------------------------------------------------------------------------

    def limits(self) -> Iterator[Remark]:
        """Rules that do not fire as their limits say."""
        for statement in self.meaning.knowledge.statements:
            if not self.meaning.is_opaque(self.meaning.of(statement)):
                for condition in dict.fromkeys(limits_in(statement)):
                    yield from self._limit(statement, condition)

    def _limit(self, statement: Statement, condition: Measured) -> Iterator[Remark]:
        name = condition.finding
        cuts = self.meaning.cuts[name]
        edges = boundaries(condition, cuts)
        found = {edge: self._where_it_matters(statement, name, edge) for edge in edges}
        people = {edge: chosen for edge, chosen in found.items() if chosen is not None}
        self.tried.limits += len(edges)
        self.tried.shared += len(edges) - len(people)
        for edge, chosen in people.items():
            bound = edge.admitted if edge.admitted in cuts else edge.refused
            for value in (bound, *neighbours(FINDINGS[name], bound, cuts)):
                here = {**chosen, name: self.meaning.bit(name, value)}
                yield from self._at(statement, condition, value, here)

    def _at(self, statement: Statement, condition: Measured, value: float, here: Mapping[str, int]) -> Iterator[Remark]:
        formula = self.meaning.of(statement)
        if self._possible(here, formula):
            expected = self.meaning.truth(formula, here)
            fired = statement.id in self._fired(self.meaning.person(here), {condition.finding: value})
            if fired is not expected:
                told = "fires" if fired else "does not fire"
                yield of("limit", statement, f"{told} at {condition.finding}={value:g}: {condition.in_words()}")

    def _where_it_matters(self, statement: Statement, name: str, boundary: Boundary) -> Mapping[str, int] | None:
        """Someone of whom the statement holds with the admitted value, and does not with the refused one beside it."""
        whole = self.meaning.of(statement)
        formulas: list[Formula] = []
        for value, wanted in ((boundary.admitted, whole), (boundary.refused, self.meaning.logic.denial(whole))):
            bit = self.meaning.bit(name, value)
            formulas += [with_value(formula, name, bit) for formula in (wanted, *self.meaning.constraints(whole))]
        return self.meaning.least(*formulas)

    def _possible(self, chosen: Mapping[str, int], formula: Formula) -> bool:
        return all(self.meaning.truth(clause, chosen) for clause in self.meaning.constraints(formula))

    def _fired(self, person: Person, more: Mapping[str, Value]) -> frozenset[str]:
        self.tried.people += 1
        known = Presentation.model_validate({**person.answers, **more}).known
        with self.reasoner.engine.session() as session:
            fired = session.infer(known) + session.manage(person.considered, person.suspected, person.urgency)
        return frozenset(statement.id for statement in fired)

    # Red flags. -------------------------------------------------------------------------------------------------------

    def flags(self) -> Iterator[Remark]:
        """Red flags that are not raised where they should be, or are raised where they should not."""
        for statement in self.meaning.knowledge.statements:
            if isinstance(statement, Alerts) and not self.meaning.is_opaque(self.meaning.of(statement)):
                yield from self._flag(statement)

    def _flag(self, statement: Alerts) -> Iterator[Remark]:
        formula = self.meaning.of(statement)
        chosen = self.meaning.least(formula)
        if chosen is None:
            return  # told by the check of what is unreachable
        self.tried.flags += 1
        answers = self.meaning.person(chosen).answers
        if not self._raised(statement, answers):
            yield of("flag", statement, f"is not raised by {_told(answers)}")
        for name in answers:
            for value in self.meaning.values[name]:
                changed = {**chosen, name: self.meaning.bit(name, value)}
                if self._possible(changed, formula) and not self.meaning.truth(formula, changed):
                    others = self.meaning.person(changed).answers
                    if self._raised(statement, others):
                        yield of("flag", statement, f"is raised without `{name}` by {_told(others)}")

    def _raised(self, statement: Alerts, answers: Mapping[str, Value]) -> bool:
        self.tried.people += 1
        assessment = self.reasoner.assess(Presentation.model_validate(dict(answers)))
        raised = any(alert.rule_id == statement.id for alert in assessment.alerts)
        return raised and assessment.urgency >= statement.urgency


def _told(answers: Mapping[str, Value]) -> str:
    return ", ".join(f"{name}={value}" for name, value in answers.items() if value != UNKNOWN) or "no answer at all"
