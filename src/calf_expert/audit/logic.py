"""Conditions as formulas over finite variables, and a search that decides whether one can hold.

A formula is built from memberships ("this variable has one of these values") and counts ("at least n of these hold";
*all of* and *any of* are counts too). There is no third truth value: whether a condition *holds* is yes or no, and an
answer that is not known is a value like any other. So a formula can be denied, and what follows from what is decided
by looking for a counterexample.

The search is the one of Davis, Logemann and Loveland 1962 ("A machine program for theorem-proving"), on whole domains
instead of single truth values: draw what is forced, then try a part and, if that fails, its denial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

STEPS = 20_000
"""How many choices a search may make before it gives up. The library's own knowledge needs a few hundred at most."""


class UndecidedError(Exception):
    """The search gave up."""


@dataclass(frozen=True, slots=True)
class In:
    """The variable has one of the values whose bits are set in ``mask``."""

    variable: str
    mask: int


@dataclass(frozen=True, slots=True)
class Count:
    """At least ``n`` of the parts hold."""

    n: int
    parts: tuple[Formula, ...]


Formula: TypeAlias = In | Count
Box = Mapping[str, int]
"""The values that are left to each variable, as bits. A variable that is not in it has all of its values."""

TRUE = Count(0, ())
FALSE = Count(1, ())


def at_least(n: int, parts: Iterable[Formula]) -> Formula:
    """At least ``n`` of the parts, without those that always or never hold."""
    open_parts: list[Formula] = []
    for part in parts:
        if part == TRUE:
            n -= 1
        elif part != FALSE:
            open_parts.append(part)
    if n <= 0:
        return TRUE
    if n > len(open_parts):
        return FALSE
    if len(open_parts) == 1:
        return open_parts[0]
    return Count(n, tuple(open_parts))


def all_of(parts: Iterable[Formula]) -> Formula:
    """Every part holds."""
    given = tuple(parts)
    return at_least(len(given), given)


def any_of(parts: Iterable[Formula]) -> Formula:
    """At least one part holds."""
    return at_least(1, parts)


def variables_in(formula: Formula) -> frozenset[str]:
    """The variables that a formula speaks of."""
    return frozenset(member.variable for member in members_of(formula))


def members_of(formula: Formula) -> Iterator[In]:
    """The memberships in a formula, in order."""
    if isinstance(formula, In):
        yield formula
    else:
        for part in formula.parts:
            yield from members_of(part)


def with_value(formula: Formula, variable: str, bit: int) -> Formula:
    """The formula once the variable has this value."""
    if isinstance(formula, In):
        if formula.variable != variable:
            return formula
        return TRUE if formula.mask & bit else FALSE
    return at_least(formula.n, (with_value(part, variable, bit) for part in formula.parts))


class Logic:
    """Decides formulas over variables with these values (all bits set, by name)."""

    def __init__(self, full: Mapping[str, int]) -> None:
        self.full = full

    def member(self, variable: str, mask: int) -> Formula:
        """Membership; none of the values is never, and all of them is always."""
        if not mask:
            return FALSE
        return TRUE if mask == self.full[variable] else In(variable, mask)

    def denial(self, formula: Formula) -> Formula:
        """What holds just where the formula does not."""
        if isinstance(formula, In):
            return self.member(formula.variable, self.full[formula.variable] & ~formula.mask)
        missing = len(formula.parts) - formula.n + 1
        return at_least(missing, (self.denial(part) for part in formula.parts))

    def solve(self, *formulas: Formula) -> dict[str, int] | None:
        """Values left to each variable with which all formulas hold, whichever are taken; or None if there are none."""
        return _Search(self).run(formulas)

    def follows(self, consequence: Formula, *formulas: Formula) -> bool:
        """Whether ``consequence`` holds wherever all the formulas do."""
        return self.solve(*formulas, self.denial(consequence)) is None

    def holds(self, formula: Formula, box: Box) -> bool | None:
        """Whether it holds for all values left in ``box``, for none of them, or (None) the box does not say."""
        if isinstance(formula, In):
            left = box.get(formula.variable, self.full[formula.variable])
            if not left & formula.mask:
                return False
            return True if left & formula.mask == left else None
        held = possible = 0
        for part in formula.parts:
            truth = self.holds(part, box)
            if truth is True:
                held += 1
            elif truth is None:
                possible += 1
        if held >= formula.n:
            return True
        return None if held + possible >= formula.n else False


class _Search:
    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.steps = 0

    def run(self, formulas: Iterable[Formula]) -> dict[str, int] | None:
        waiting: list[tuple[dict[str, int], list[Formula]]] = [({}, list(formulas))]
        while waiting:
            box, goals = waiting.pop()
            still_open = self._draw(box, goals)
            if still_open is None:
                continue
            if not still_open:
                return box
            self.steps += 1
            if self.steps > STEPS:
                raise UndecidedError
            goal = min(still_open, key=lambda goal: len(goal.parts))
            still_open.remove(goal)
            part, others = goal.parts[0], goal.parts[1:]
            waiting.append((dict(box), [*still_open, self.logic.denial(part), at_least(goal.n, others)]))
            waiting.append((box, [*still_open, part, at_least(goal.n - 1, others)]))
        return None

    def _draw(self, box: dict[str, int], goals: list[Formula]) -> list[Count] | None:
        """Narrow the box by all that is forced. Returns the goals that leave a choice, or None where one must fail."""
        still_open: list[Count] = []
        while goals:
            goal = goals.pop()
            if isinstance(goal, In):
                before = box.get(goal.variable, self.logic.full[goal.variable])
                left = before & goal.mask
                if not left:
                    return None
                if left != before:
                    box[goal.variable] = left
                    # What was open may be decided now.
                    goals.extend(still_open)
                    still_open = []
                continue
            truths = [self.logic.holds(part, box) for part in goal.parts]
            wanted = goal.n - truths.count(True)
            possible = [part for part, truth in zip(goal.parts, truths, strict=True) if truth is None]
            if wanted > len(possible):
                return None
            if wanted == len(possible):
                goals.extend(possible)
            elif wanted > 0:
                still_open.append(Count(wanted, tuple(possible)))
        return still_open
