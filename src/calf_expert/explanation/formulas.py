"""Formulas over cells: whether the left-hand side of a rule can come true, and by which answers.

The unknowns are *places*, one for each finding, and each takes one cell, or "not known". What a condition needs of its
finding is a set of cells; conditions are joined by at-least-n, of which "all" and "any" are cases. A negation is pushed
down to the sets and turned round there, so that a formula holds nothing but sets and at-least-n: it only ever asks for
something. ``possible`` looks at each place by itself and may be too hopeful where a formula asks two things of one
place; ``solve`` searches, and is exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from .cells import NOT_KNOWN


class Leaf:
    """A place takes one of a set of cells."""

    __slots__ = ("cells", "place")

    def __init__(self, place: int, cells: int) -> None:
        self.place = place
        self.cells = cells

    def possible(self, domains: Sequence[int]) -> bool:
        """Whether the domain of the place leaves it open or has it so."""
        return domains[self.place] & self.cells != 0

    def certain(self, domains: Sequence[int]) -> bool:
        """Whether it is so whatever the place takes of its domain."""
        return domains[self.place] & ~self.cells == 0

    def places(self) -> frozenset[int]:
        """The places it looks at."""
        return frozenset((self.place,))


class AtLeast:
    """At least ``n`` of the parts hold."""

    __slots__ = ("n", "parts")

    def __init__(self, n: int, parts: tuple[Formula, ...]) -> None:
        self.n = n
        self.parts = parts

    def possible(self, domains: Sequence[int]) -> bool:
        """Whether enough parts are possible, each by itself."""
        missing = self.n
        for part in self.parts:
            if missing <= 0:
                break
            missing -= part.possible(domains)
        return missing <= 0

    def certain(self, domains: Sequence[int]) -> bool:
        """Whether enough parts are certain, each by itself."""
        missing = self.n
        for part in self.parts:
            if missing <= 0:
                break
            missing -= part.certain(domains)
        return missing <= 0

    def places(self) -> frozenset[int]:
        """The places it looks at."""
        return frozenset(chain.from_iterable(part.places() for part in self.parts))


Formula: TypeAlias = Leaf | AtLeast
TRUE = AtLeast(0, ())
FALSE = AtLeast(1, ())


def all_of(parts: Iterable[Formula]) -> Formula:
    """Every part holds."""
    return at_least(None, parts)


def any_of(parts: Iterable[Formula]) -> Formula:
    """At least one part holds."""
    return at_least(1, parts)


def at_least(n: int | None, parts: Iterable[Formula]) -> Formula:
    """At least ``n`` parts hold (``None``: all), with what is settled left out."""
    given = tuple(parts)
    open_ = tuple(part for part in given if part is not TRUE and part is not FALSE)
    wanted = (len(given) if n is None else n) - sum(part is TRUE for part in given)
    if wanted <= 0:
        return TRUE
    if wanted > len(open_):
        return FALSE
    return open_[0] if len(open_) == 1 else AtLeast(wanted, open_)


def negation(formula: Formula, every: Sequence[int]) -> Formula:
    """The formula that holds where another does not. ``every`` has all cells of each place, "not known" too."""
    if isinstance(formula, Leaf):
        return Leaf(formula.place, every[formula.place] & ~formula.cells)
    return at_least(len(formula.parts) - formula.n + 1, (negation(part, every) for part in formula.parts))


def without(formula: Formula, places: Collection[int]) -> Formula:
    """What a formula comes to where some places are not known."""
    if isinstance(formula, Leaf):
        if formula.place not in places:
            return formula
        return TRUE if formula.cells & NOT_KNOWN else FALSE
    return at_least(formula.n, (without(part, places) for part in formula.parts))


def narrowed(formula: Formula, domains: Sequence[int]) -> Formula:
    """A formula without what the domains settle; the same for all that can be taken of them."""
    if isinstance(formula, Leaf):
        if formula.certain(domains):
            return TRUE
        return formula if formula.possible(domains) else FALSE
    return at_least(formula.n, (narrowed(part, domains) for part in formula.parts))


def solve(goals: Iterable[Formula], domains: Sequence[int], most: int | None = None) -> list[int] | None:
    """Narrower domains in which every goal holds whatever is taken of them, or ``None`` if there are none.

    ``most`` allows so many places to be answered that may be "not known" in ``domains``.
    """
    search = _Narrowing(list(domains), most)
    undecided = search.narrow(list(goals))
    if undecided is None:
        return None
    undecided = [goal for goal in undecided if not goal.certain(search.domains)]
    if not undecided:
        return search.domains
    # A choice, where there are the fewest ways: one part holds, or it is left out.
    undecided.sort(key=lambda goal: len(goal.parts) - goal.n)
    chosen, *others = undecided
    first, *rest = chosen.parts
    found = solve((first, AtLeast(chosen.n - 1, tuple(rest)), *others), search.domains, search.most)
    return found or solve((AtLeast(chosen.n, tuple(rest)), *others), search.domains, search.most)


class _Narrowing:
    """Domains, narrowed by all that follows from goals without a choice."""

    __slots__ = ("_changed", "domains", "most")

    def __init__(self, domains: list[int], most: int | None) -> None:
        self.domains = domains
        self.most = most
        self._changed = False

    def narrow(self, goals: list[Formula]) -> list[AtLeast] | None:
        """The goals that take a choice, or ``None`` if there is no way."""
        waiting = goals
        while True:
            undecided: list[AtLeast] = []
            self._changed = False
            while waiting:
                goal = waiting.pop()
                if isinstance(goal, Leaf):
                    if not self._take(goal):
                        return None
                    continue
                possible = tuple([part for part in goal.parts if part.possible(self.domains)])
                if len(possible) < goal.n:
                    return None
                if len(possible) == goal.n:
                    waiting.extend(possible)
                elif goal.n > 0:
                    undecided.append(goal if len(possible) == len(goal.parts) else AtLeast(goal.n, possible))
            if not self._changed:
                return undecided
            # A narrower domain may decide what was undecided.
            waiting = list(undecided)

    def _take(self, goal: Leaf) -> bool:
        before = self.domains[goal.place]
        now = before & goal.cells
        if now != before:
            self.domains[goal.place] = now
            self._changed = True
            if self.most is not None and before & NOT_KNOWN and not now & NOT_KNOWN:
                self.most -= 1
        return now != 0 and (self.most is None or self.most >= 0)
