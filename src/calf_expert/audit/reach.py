"""Rules that can never fire, and parts of their conditions that make no difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..authoring.conditions import ANSWER_CONDITIONS, AllOf, AtLeastNOf, Condition
from ..authoring.statements import Concludes, Statement
from .meaning import Meaning
from .remarks import Remark, of


def unreachable(meaning: Meaning) -> Iterator[Remark]:
    """Statements whose conditions no person can meet."""
    dead: set[str] = set()
    for statement in meaning.knowledge.statements:
        if meaning.possible(meaning.of(statement)) is None:
            dead.add(statement.id)
            yield of("unreachable", statement, f"can never fire: {_why(meaning, statement)}")
    for concept, statements in meaning.concluding.items():
        if all(statement.id in dead for statement in statements):
            yield of("unreachable", statements[0], f"is the last way to conclude `{concept}`, which nobody can")


def idle(meaning: Meaning) -> Iterator[Remark]:
    """Parts of conditions that can be left out, and the statement fires on the same people.

    That may be meant, where conditions are shared; it may also be a flag that is wider than its author thought.
    """
    for statement in meaning.knowledge.statements:
        whole = meaning.of(statement)
        for part, others, narrows in _one_left_out(statement.when):
            if not others:
                continue  # a statement has to rest on something
            without = meaning.of_conditions([*_given_by_verb(statement), *others])
            # A condition that is left out lets more people in, an alternative fewer: only these can differ.
            if meaning.implies(without, whole) if narrows else meaning.implies(whole, without):
                yield of("idle", statement, f"would fire on the same people without: {part.in_words()}")


def undecided(meaning: Meaning) -> Iterator[Remark]:
    """Statements of which the audit speaks only in part; those that were derived, and not written, are left out."""
    for statement in meaning.knowledge.statements:
        written = not isinstance(statement, Concludes) or type(statement) is Concludes
        if written and meaning.is_opaque(meaning.of(statement)):
            yield of("undecided", statement, "rests on a condition that the audit takes as free")


def _given_by_verb(statement: Statement) -> tuple[Condition, ...]:
    return statement.conditions[: len(statement.conditions) - len(statement.when)]


def _one_left_out(
    conditions: Sequence[Condition], *, narrows: bool = True
) -> Iterator[tuple[Condition, list[Condition], bool]]:
    """Each part of the conditions, at any depth; what is left without it; and whether it narrows what is left."""
    for place, condition in enumerate(conditions):
        before, after = conditions[:place], conditions[place + 1 :]
        yield condition, [*before, *after], narrows
        if isinstance(condition, AllOf):
            for part, others, inside in _one_left_out(condition.parts, narrows=type(condition) is AllOf):
                yield part, [*before, _with_parts(condition, others), *after], inside


def _with_parts(condition: AllOf, parts: Sequence[Condition]) -> AllOf:
    inside = [part for part in parts if isinstance(part, ANSWER_CONDITIONS)]
    return AtLeastNOf(condition.n, *inside) if isinstance(condition, AtLeastNOf) else type(condition)(*inside)


def _why(meaning: Meaning, statement: Statement) -> str:
    """The fewest of its conditions that cannot be met together, found by leaving out one after the other."""
    needed = list(statement.conditions)
    for condition in statement.conditions:
        without = [other for other in needed if other is not condition]
        if meaning.possible(meaning.of_conditions(without)) is None:
            needed = without
    told = "; and ".join(condition.in_words() for condition in needed)
    if len(needed) == 1:
        return f"nobody can have: {told}"
    return f"nobody can have all of: {told}"
