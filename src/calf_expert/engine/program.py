"""Statements compiled to Experta rules: each to exactly one ``experta.Rule`` with its complete left-hand side."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    Answers,
    Concluded,
    Condition,
    Considered,
    Is,
    NotConcluded,
    NotKnown,
    Offered,
    OnAnswers,
    Present,
    Scored,
    Suspected,
    UrgencyAtLeast,
    findings_in,
)
from ..authoring.statements import Concludes, Offers, Scores, Statement
from ..findings import UNKNOWN
from ._experta import MATCH, NOT, TEST, Rule
from .facts import (
    Concept,
    ConsideredCause,
    FactKey,
    OfferedOption,
    ReachedUrgency,
    Record,
    ScoreClass,
    SuspectedCause,
)


class Test:
    """The part of a left-hand side that no plain pattern can say: any-of, at-least-n, thresholds.

    Experta calls it with the slots it names; it can be read back, being nothing but the statement's own conditions.
    """

    __slots__ = ("conditions", "slots")

    def __init__(self, conditions: tuple[OnAnswers, ...]) -> None:
        self.conditions = conditions
        self.slots = tuple(dict.fromkeys(name for condition in conditions for name in findings_in(condition)))

    @property
    def __signature__(self) -> inspect.Signature:
        """The slots it names. Experta's own matcher asks for it, and ours does not."""
        return inspect.Signature([inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in self.slots])

    def __call__(self, **answers: Any) -> bool:
        return self.holds(answers)

    def holds(self, answers: Answers) -> bool:
        """Whether every condition is true; unknown is not true."""
        return all(condition.truth(answers) is True for condition in self.conditions)

    @property
    def may_hold_of_nothing(self) -> bool:
        """Whether it can be true with none of its answers known."""
        return self.holds(dict.fromkeys(self.slots, UNKNOWN))

    def __repr__(self) -> str:
        return f"<Test: {'; and '.join(condition.in_words() for condition in self.conditions)}>"


@dataclass(frozen=True, slots=True)
class Program:
    """The rules of a body of knowledge, in the order of its statements, and the facts that some of them wait for.

    What nobody waits for is not declared: it could fire nothing.
    """

    rules: tuple[Any, ...]
    awaited: frozenset[FactKey] = frozenset()


def compile_program(statements: Iterable[Statement], strata: Mapping[str, int], offered_as: OfferedAs) -> Program:
    """Compile statements. ``offered_as`` gives all the names by which rules may speak of an option."""
    statements = tuple(statements)
    awaited = frozenset(
        _key_of(condition)
        for statement in statements
        for condition in statement.conditions
        if not isinstance(condition, ANSWER_CONDITIONS)
    )
    rules = []
    for order, statement in enumerate(statements):
        consequences = tuple(key for key in _consequences(statement, offered_as) if key in awaited)
        rules.append(_compile(statement, -strata[statement.id], order, consequences))
    return Program(tuple(rules), awaited)


OfferedAs = Callable[[str], tuple[str, ...]]


def _compile(statement: Statement, salience: int, order: int, consequences: tuple[FactKey, ...]) -> Any:
    rule = Rule(*_left_hand_side(statement.conditions), salience=salience)

    def fire(engine: Any, **_: Any) -> None:
        engine.declare(*[fact_type.of(name) for fact_type, name in consequences])

    fire.__name__ = fire.__qualname__ = statement.id
    fire.__doc__ = statement.because
    fire.__signature__ = _SIGNATURE  # type: ignore[attr-defined]  # Experta asks for it, and finding it out takes long
    # Experta copies a function's attributes to every copy that a matcher makes of its rule.
    fire.statement = statement  # type: ignore[attr-defined]  # functions take attributes
    fire.order = order  # type: ignore[attr-defined]  # functions take attributes
    fire.acts = bool(consequences)  # type: ignore[attr-defined]  # functions take attributes
    return rule(fire)


_SIGNATURE = inspect.Signature(
    [
        inspect.Parameter("engine", inspect.Parameter.POSITIONAL_ONLY),
        inspect.Parameter("_", inspect.Parameter.VAR_KEYWORD),
    ]
)


def _consequences(statement: Statement, offered_as: OfferedAs) -> tuple[FactKey, ...]:
    if isinstance(statement, Scores):
        return ((ScoreClass, statement.concept),)
    if isinstance(statement, Concludes):
        return ((Concept, statement.concept),)
    if isinstance(statement, Offers):
        return tuple((OfferedOption, name) for name in offered_as(statement.option))
    return ()


def _left_hand_side(conditions: tuple[Condition, ...]) -> list[Any]:
    on_answers = [condition for condition in conditions if isinstance(condition, ANSWER_CONDITIONS)]
    literals: dict[str, Any] = {}
    tested: list[OnAnswers] = []
    for condition in on_answers:
        literal = _literal(condition)
        if literal is None or literal[0] in literals:
            tested.append(condition)
        else:
            literals[literal[0]] = literal[1]
    test = Test(tuple(tested)) if tested else None
    slots = dict(literals)
    if test is not None:
        # A slot that the test reads has to be bound, so its literal moves into the test.
        bound = [c for c in on_answers if c not in tested and findings_in(c)[0] in test.slots]
        if bound:
            test = Test((*bound, *tested))
        slots.update({name: getattr(MATCH, name) for name in test.slots})
    parts: list[Any] = [Record.of(slots)]
    parts.extend(_pattern(condition) for condition in conditions if not isinstance(condition, ANSWER_CONDITIONS))
    # Experta wires from left to right: what is positive first, then what is denied, then the test.
    parts.sort(key=lambda part: isinstance(part, NOT))
    if test is not None:
        parts.append(TEST(test))
    return parts


def _literal(condition: OnAnswers) -> tuple[str, Any] | None:
    if isinstance(condition, Present):
        return condition.finding, True
    if isinstance(condition, Absent):
        return condition.finding, False
    if isinstance(condition, NotKnown):
        return condition.finding, UNKNOWN
    if isinstance(condition, Is) and len(condition.in_) == 1:
        return condition.finding, condition.in_[0]
    return None


def _pattern(condition: Condition) -> Any:
    fact_type, name = _key_of(condition)
    pattern = fact_type.of(name)
    return NOT(pattern) if isinstance(condition, NotConcluded) else pattern


def _key_of(condition: Condition) -> FactKey:
    """The fact that a condition on conclusions waits for, or that must not come up."""
    if isinstance(condition, (Concluded, NotConcluded)):
        return Concept, condition.concept
    if isinstance(condition, Scored):
        return ScoreClass, condition.concept
    if isinstance(condition, Considered):
        return ConsideredCause, condition.cause
    if isinstance(condition, Suspected):
        return SuspectedCause, condition.cause
    if isinstance(condition, UrgencyAtLeast):
        return ReachedUrgency, condition.level.value
    if isinstance(condition, Offered):
        return OfferedOption, condition.what
    raise TypeError(f"{type(condition).__name__} cannot be compiled")
