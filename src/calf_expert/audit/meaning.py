"""What each statement of a body of knowledge means, as a formula over answers and over what the weighing may find.

Concepts, and options that have come up, are replaced by the statements behind them. What the weighing finds (which
causes are considered and suspected, how urgent it is) is taken as free: a rule that needs a cause to be suspected is
not said to be unreachable because no evidence adds up to a suspicion. A condition of a kind that is not known here is
free as well, and what rests on it is listed as not decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .._record import CLASHES
from ..authoring.conditions import (
    Absent,
    AllOf,
    AnyOf,
    AtLeastNOf,
    Concluded,
    Condition,
    Considered,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    Offered,
    Present,
    Suspected,
    UrgencyAtLeast,
)
from ..authoring.statements import Concludes, Offers, Statement
from ..authoring.terms import Urgency
from ..catalogue import Knowledge
from ..findings import FINDINGS, UNKNOWN
from .logic import FALSE, Formula, Logic, UndecidedError, all_of, any_of, at_least, variables_in
from .values import Value, cuts_of, values_of

CONSIDERED, SUSPECTED, URGENCY, OPAQUE = "considered:", "suspected:", "urgency", "condition:"


@dataclass(frozen=True, slots=True)
class Person:
    """Answers, and what the weighing found, with which a statement fires."""

    answers: Mapping[str, Value]
    considered: tuple[str, ...] = ()
    suspected: tuple[str, ...] = ()
    urgency: Urgency = Urgency.SELF_CARE


class Meaning:
    """The formulas of a body of knowledge, and a logic that decides them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        statements = knowledge.statements
        self.concluding: dict[str, list[Statement]] = {}
        self.offering: dict[str, list[Statement]] = {}
        for statement in statements:
            if isinstance(statement, Concludes):
                self.concluding.setdefault(statement.concept, []).append(statement)
            if isinstance(statement, Offers):
                for name in knowledge.options[statement.option].answers_to:
                    self.offering.setdefault(name, []).append(statement)
        self.cuts = cuts_of(leaf for statement in statements for leaf in limits_in(statement))
        self.values: dict[str, tuple[Value, ...]] = {
            name: values_of(finding, self.cuts.get(name, ())) for name, finding in FINDINGS.items()
        }
        for cause in knowledge.causes:
            self.values[CONSIDERED + cause] = self.values[SUSPECTED + cause] = (False, True)
        self.values[URGENCY] = tuple(level.value for level in Urgency)
        opaque = {_opaque(c) for s in statements for c in _single(s.conditions) if not isinstance(c, _KNOWN)}
        self.values.update(dict.fromkeys(opaque, (False, True)))
        self.logic = Logic({name: (1 << len(values)) - 1 for name, values in self.values.items()})
        self._clauses = tuple(self._clashes())
        self._formulas: dict[str, Formula] = {}
        self._witnesses: dict[str, dict[str, int] | None] = {}
        self.given_up = 0
        """How many questions were left open because a search took too long."""

    # Statements as formulas. ------------------------------------------------------------------------------------------

    def of(self, statement: Statement) -> Formula:
        """When the statement fires."""
        if statement.id not in self._formulas:
            self._formulas[statement.id] = self.of_conditions(statement.conditions)
        return self._formulas[statement.id]

    def of_conditions(self, conditions: Iterable[Condition]) -> Formula:
        """When all of these hold."""
        return all_of([self.of_condition(condition) for condition in conditions])

    def of_condition(self, condition: Condition, within: frozenset[str] = frozenset()) -> Formula:
        """When the condition holds. ``within`` are the concepts that it is to conclude: none rests on itself."""
        if isinstance(condition, AllOf):
            parts = [self.of_condition(part, within) for part in condition.parts]
            if isinstance(condition, AtLeastNOf):
                return at_least(condition.n, parts)
            return any_of(parts) if isinstance(condition, AnyOf) else all_of(parts)
        if isinstance(condition, Concluded):
            return self._concluded(condition.concept, within)
        if isinstance(condition, NotConcluded):
            return self.logic.denial(self._concluded(condition.concept, frozenset()))
        if isinstance(condition, Offered):
            return any_of([self.of(offer) for offer in self.offering.get(condition.what, ())])
        return self._single(condition)

    def constraints(self, *formulas: Formula) -> tuple[Formula, ...]:
        """What is so of every person, as far as these formulas speak of it: which answers cannot go together."""
        spoken_of = frozenset[str]().union(*(variables_in(formula) for formula in formulas))
        return tuple(clause for clause, variables in self._clauses if variables <= spoken_of)

    def possible(self, *formulas: Formula) -> dict[str, int] | None:
        """A box of people of whom all formulas hold, or None if there can be no such person.

        Where the search gives up, such a person may exist as far as anybody knows, and the box is empty.
        """
        try:
            return self.logic.solve(*formulas, *self.constraints(*formulas))
        except UndecidedError:
            self.given_up += 1
            return {}

    def implies(self, premise: Formula, consequence: Formula) -> bool:
        """Whether the consequence holds of every person of whom the premise does."""
        return self.possible(premise, self.logic.denial(consequence)) is None

    def entails(self, one: Statement, other: Statement) -> bool:
        """Whether the other statement fires wherever the one does."""
        if one.id not in self._witnesses:
            self._witnesses[one.id] = self.least(self.of(one))
        witness = self._witnesses[one.id]
        if witness is not None and not self.truth(self.of(other), witness):
            return False  # which settles most cases without a search
        return self.implies(self.of(one), self.of(other))

    def is_opaque(self, formula: Formula) -> bool:
        """Whether it rests on a condition whose meaning is not known here."""
        return any(name.startswith(OPAQUE) for name in variables_in(formula))

    def _concluded(self, concept: str, within: frozenset[str]) -> Formula:
        if concept in within:
            return FALSE  # a proof that needs its own conclusion is no proof
        inside = within | {concept}
        return any_of(
            [
                all_of([self.of_condition(condition, inside) for condition in statement.conditions])
                for statement in self.concluding.get(concept, ())
            ]
        )

    def _single(self, condition: Condition) -> Formula:
        if isinstance(condition, _ON_A_FINDING):
            admitted = [value for value in self.values[condition.finding] if _admits(condition, value)]
            return self._admitting(condition.finding, admitted)
        if isinstance(condition, UrgencyAtLeast):
            return self._admitting(URGENCY, [level.value for level in Urgency if level >= condition.level])
        if isinstance(condition, Suspected):
            return self._admitting(SUSPECTED + condition.cause, [True])
        if isinstance(condition, Considered):
            # Whatever is suspected is considered too.
            grounds = (CONSIDERED + condition.cause, SUSPECTED + condition.cause)
            return any_of([self._admitting(ground, [True]) for ground in grounds])
        return self._admitting(_opaque(condition), [True])

    def _admitting(self, variable: str, admitted: Iterable[Value]) -> Formula:
        return self.logic.member(variable, sum(self.bit(variable, value) for value in admitted))

    def _clashes(self) -> Iterator[tuple[Formula, frozenset[str]]]:
        for clash in CLASHES:
            for value in self.values[clash.finding]:
                fitting = [v for v in self.values[clash.other] if UNKNOWN in (value, v) or not clash.clashes(value, v)]
                here = self._admitting(clash.finding, [value])
                clause = any_of([self.logic.denial(here), self._admitting(clash.other, fitting)])
                if variables_in(clause):
                    yield clause, frozenset((clash.finding, clash.other))

    # People. ----------------------------------------------------------------------------------------------------------

    def bit(self, variable: str, value: Value) -> int:
        """The bit of a value; a number has the bit of the one that stands for it."""
        values = self.values[variable]
        if isinstance(value, float) and value not in values:
            value = self.standing_for(variable, value)
        return 1 << values.index(value)

    def standing_for(self, finding: str, number: float) -> float:
        """The number among the values that matter that no limit tells from this one."""
        side = [(number > cut) - (number < cut) for cut in self.cuts.get(finding, ())]
        for value in self.values[finding]:
            if isinstance(value, float) and side == [(value > c) - (value < c) for c in self.cuts.get(finding, ())]:
                return value
        raise ValueError(f"{number:g} lies outside the range of `{finding}`")

    def least(self, *formulas: Formula) -> dict[str, int] | None:
        """One value for each variable, with which all formulas hold, and no answer that could be left out.

        Leaving out any answer that is given would break a formula. None if nobody is so, or the search gave up.
        """
        every = (*formulas, *self.constraints(*formulas))
        box = self.possible(*formulas)
        if box is None:
            return None
        lowest = {variable: left & -left for variable, left in box.items()}
        whole = all_of(every)
        for variable, bit in box.items():
            if bit & 1 == 0:
                without = {**lowest, variable: 1}
                if self.logic.holds(whole, self._rest_unknown(without, whole)):
                    lowest = without
        return self._rest_unknown(lowest, whole) if self.truth(whole, lowest) else None

    def truth(self, formula: Formula, chosen: Mapping[str, int]) -> bool:
        """Whether it holds with these values; a variable that is not among them has its first value, unknown or no."""
        return self.logic.holds(formula, self._rest_unknown(dict(chosen), formula)) is True

    def person(self, chosen: Mapping[str, int]) -> Person:
        """The values as a person: answers, and what the weighing found."""
        values = {name: self.values[name][bit.bit_length() - 1] for name, bit in chosen.items()}
        answers = {name: value for name, value in values.items() if name in FINDINGS and value != UNKNOWN}
        return Person(
            answers={name: answers[name] for name in FINDINGS if name in answers},
            considered=(*_causes(CONSIDERED, values), *_causes(SUSPECTED, values)),
            suspected=_causes(SUSPECTED, values),
            urgency=Urgency(values.get(URGENCY, Urgency.SELF_CARE)),
        )

    @staticmethod
    def _rest_unknown(chosen: dict[str, int], formula: Formula) -> dict[str, int]:
        return {**dict.fromkeys(variables_in(formula), 1), **chosen}


def limits_in(statement: Statement) -> Iterator[Measured]:
    """The limits that a statement itself holds findings against."""
    for condition in _single(statement.conditions):
        if isinstance(condition, Measured):
            yield condition


def _single(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        if isinstance(condition, AllOf):
            yield from _single(condition.parts)
        else:
            yield condition


_ON_A_FINDING = (Present, Absent, Is, Measured, NotKnown)
_KNOWN = (*_ON_A_FINDING, Concluded, NotConcluded, Considered, Suspected, UrgencyAtLeast, Offered)


def _opaque(condition: Condition) -> str:
    return f"{OPAQUE}{condition!r}"


def _admits(condition: Present | Absent | Is | Measured | NotKnown, value: Value) -> bool:
    return condition.truth({condition.finding: value}) is True


def _causes(prefix: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(name.removeprefix(prefix) for name, value in values.items() if name.startswith(prefix) and value)
