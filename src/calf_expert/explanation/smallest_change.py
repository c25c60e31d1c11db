"""The fewest answers that would get a person to another urgency, or another cause to the first place.

A search that is led by what stands in the way. In every attempt that is not there yet, something can be named of which
at least one has to change: a condition that does not hold, a sign that is passed over, a rival that stands higher. Only
answers that change one of these are tried next. So no change of one or two answers is missed, and few are tried in
vain; with three answers the search ends after a set number of attempts, and says so.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .._asked import an_id, how_many, one_of, yes_or_no
from .._failing import fails_safe
from ..authoring.conditions import Answer, findings_in
from ..authoring.terms import Urgency
from ..errors import ArgumentError, PresentationError, UnknownIdError
from ..findings import AskedOf, Tier
from ..presentation import Presentation
from ..result import Reasons, Result
from .bounds import Answerers, open_findings
from .cells import Cell
from .formulas import Formula, Leaf
from .goals import Goal, goal_of_place, goals_of_urgency
from .outlook import Outlook, legal, outlook_of
from .trial import Trial

EXACT_UP_TO = 2
"""Every change of so many answers is found."""

AT_MOST = 3
"""More answers than this are not tried."""

ATTEMPTS = 20_000
"""So many attempts are made with the greatest number of answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedAnswer:
    """One answer of a change. ``answer`` is an example where ``says`` names several; ``was`` is what is on record."""

    finding: str
    question: str
    asked_of: AskedOf
    # Not in its repr: beside an answer that would change something, the one on record can be guessed.
    answer: bool | float | str = field(repr=False)
    was: bool | float | str | None = field(repr=False)
    says: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestChange:
    """Answers that would get there, none of which could be left out.

    ``urgency`` and ``first`` are what the result would then be, as the engine gives it. ``exact`` says whether it is
    certain that no change with fewer answers, and no other with as many, was missed.
    """

    answers: tuple[ChangedAnswer, ...]
    urgency: Urgency
    first: str | None
    exact: bool

    @property
    def changes(self) -> dict[str, bool | float | str]:
        """The answers by finding, as ``what_if`` takes them."""
        return {changed.finding: changed.answer for changed in self.answers}

    def to_text(self) -> str:
        """In words, on one line."""
        if not self.answers:
            return "Nothing has to change."
        return f"{'; and '.join(changed.says for changed in self.answers)}."

    __str__ = to_text


def smallest_change(
    assessment: Result,
    *,
    urgency: Urgency | str | None,
    first: str | None,
    may_change: bool,
    answerable_by: Answerers,
    limit: int | None,
) -> tuple[SmallestChange, ...]:
    """The smallest changes that get there, ranked."""
    if (urgency is None) == (first is None):
        raise ArgumentError("smallest_change() takes either urgency= or first=")
    return _smallest(
        assessment,
        urgency=urgency,
        first=first,
        may_change=yes_or_no(may_change, "may_change"),
        answerable_by=answerable_by,
        limit=how_many(limit, "limit"),
    )


@fails_safe
def _smallest(
    assessment: Result,
    *,
    urgency: Urgency | str | None,
    first: str | None,
    may_change: bool,
    answerable_by: Answerers,
    limit: int | None,
) -> tuple[SmallestChange, ...]:
    reasoner = assessment.reasoner
    outlook = outlook_of(reasoner.knowledge)
    presentation = Presentation.model_validate(assessment.answers)
    here = Trial.of(outlook, presentation.known)
    goals: list[Goal]
    if first is not None:
        first = an_id(first, "first", "a cause")
        if first not in outlook.prospects:
            raise UnknownIdError("cause", first, outlook.prospects)
        goals = [goal_of_place(outlook, first)]
    else:
        assert urgency is not None
        goals = goals_of_urgency(outlook, here, _level(urgency))
    search = _Search(outlook, presentation, may_change, open_findings(presentation, answerable_by))
    found, exact = search.run(here, goals)
    return tuple(itertools.islice(search.results(found, reasoner, exact=exact), limit))


def _level(urgency: Urgency | str) -> Urgency:
    levels = {level.value: level for level in Urgency}
    name = an_id(urgency, "urgency", f"an urgency ({one_of(list(levels))})")
    if name not in levels:
        raise UnknownIdError("urgency", name, levels, where=f": it is {one_of(list(levels))}")
    return levels[name]


# The search. ----------------------------------------------------------------------------------------------------------

Change = frozenset[tuple[int, int]]
"""A place and the one cell it takes, for each answer that is changed."""


class _Search:
    """A search for one person."""

    def __init__(self, outlook: Outlook, presentation: Presentation, may_change: bool, open_: frozenset[str]) -> None:
        self._outlook = outlook
        self._presentation = presentation
        known = presentation.known
        self._may: dict[int, int] = {}
        """The cells that each place may change to."""
        for place, (name, cells) in enumerate(zip(outlook.findings, outlook.cells, strict=True)):
            if name in known:
                if may_change:
                    self._may[place] = cells.answers & ~cells.bit(known[name])
            elif name in open_:
                # Where given answers may change, one that does not fit may fit beside another that is changed too.
                self._may[place] = cells.answers if may_change else legal(known, cells)
        self._examples: dict[Change, dict[str, Answer] | None] = {}

    def run(self, here: Trial, goals: Sequence[Goal]) -> tuple[list[Change], bool]:
        """The changes that meet a goal, none of which holds another, and whether none was missed."""
        if any(goal.met(here) for goal in goals):
            return [frozenset()], True
        found: set[Change] = set()
        for many in range(1, EXACT_UP_TO + 1):
            for goal in goals:
                self._go(_Attempts(goal, found, None), here, frozenset(), many)
        left: int | None = ATTEMPTS
        if not found:
            for goal in goals:
                attempts = _Attempts(goal, found, left)
                self._go(attempts, here, frozenset(), AT_MOST)
                left = attempts.left
        return [change for change in found if not any(other < change for other in found)], left != 0

    def _go(self, attempts: _Attempts, trial: Trial, change: Change, left: int) -> None:
        for place, cell in self._next(attempts.goal, trial, change):
            larger = change | {(place, cell)}
            if not attempts.one_more(larger):
                continue
            next_ = trial.answering(self._outlook.findings[place], self._answer(place, cell))
            if attempts.goal.met(next_) and self._example(larger) is not None:
                attempts.found.add(larger)
            elif left > 1:
                self._go(attempts, next_, larger, left - 1)

    def _next(self, goal: Goal, trial: Trial, change: Change) -> list[tuple[int, int]]:
        """The answers to try next: of all that is in the way, what the fewest answers can change."""
        if goal.met(trial):
            ways = [self._fitting(change)]
        else:
            ways = [self._useful(formulas, trial) for formulas in goal.in_the_way(trial)]
        taken = {place for place, _ in change}
        fewest = min(ways, key=_many, default={})
        return [
            (place, bit)
            for place, cells in sorted(fewest.items())
            if place not in taken
            for bit, _ in self._outlook.cells[place].of(cells)
        ]

    def _fitting(self, change: Change) -> dict[int, int]:
        """What could make a change fit that a presentation refuses."""
        try:
            self._presentation.model_copy(update=self._plain(change))
        except PresentationError as error:
            names = {name for p in error.problems for name in (p.finding, p.conflicts_with) if name is not None}
            places = (self._outlook.place_of.get(name, -1) for name in names)
            # A given number may have to move although no rule tells the difference.
            return {
                place: self._outlook.cells[place].answers if self._outlook.cells[place].is_number else self._may[place]
                for place in places
                if place in self._may
            }
        return {}

    def _useful(self, formulas: Iterable[Formula], trial: Trial) -> dict[int, int]:
        """The answers of which one has to be given before any of these formulas can come true."""
        useful: dict[int, int] = {}
        for formula in formulas:
            for place, cells in self._toward(formula, trial.domains).items():
                useful[place] = useful.get(place, 0) | cells
        return useful

    def _toward(self, formula: Formula, domains: Sequence[int]) -> dict[int, int]:
        if isinstance(formula, Leaf):
            if formula.place < len(self._outlook.cells):
                cells = formula.cells & self._may.get(formula.place, 0)
                return {formula.place: cells} if cells else {}
            _, condition = self._outlook.other_forms[formula.place - len(self._outlook.cells)]
            places = (self._outlook.place_of[name] for name in findings_in(condition))
            return {place: self._may[place] for place in places if place in self._may}
        missing = [part for part in formula.parts if not part.possible(domains)]
        wanted = formula.n - (len(formula.parts) - len(missing))
        # Of any so many of them, one has to come true: those are looked at that the fewest answers can change.
        ways = sorted((self._toward(part, domains) for part in missing), key=_many)
        useful: dict[int, int] = {}
        for way in ways[: len(missing) - wanted + 1]:
            for place, cells in way.items():
                useful[place] = useful.get(place, 0) | cells
        return useful

    # Answers. ---------------------------------------------------------------------------------------------------------

    def _answer(self, place: int, cell: int) -> Answer:
        return self._outlook.cells[place].run(cell).answer

    def _plain(self, change: Change) -> dict[str, Answer]:
        return {self._outlook.findings[place]: self._answer(place, cell) for place, cell in change}

    def _example(self, change: Change) -> dict[str, Answer] | None:
        """Answers that the record takes; ``None`` if it takes none of these cells."""
        if change not in self._examples:
            self._examples[change] = self._accepted({place: self._outlook.cells[place].run(c) for place, c in change})
        return self._examples[change]

    def _accepted(self, cells: Mapping[int, Cell]) -> dict[str, Answer] | None:
        names = [self._outlook.findings[place] for place in cells]
        for answers in itertools.product(*(cell.tried for cell in cells.values())):
            example: dict[str, Answer] = dict(zip(names, answers, strict=True))
            try:
                self._presentation.model_copy(update=example)
            except PresentationError:
                continue
            return example
        return None

    # Results. ---------------------------------------------------------------------------------------------------------

    def results(self, found: list[Change], reasoner: Reasons[Result], *, exact: bool) -> Iterator[SmallestChange]:
        """The changes in words, ranked; each is weighed by the engine."""
        for change in sorted(self._joined(found), key=self._rank):
            cells = {place: self._outlook.cells[place].run(run) for place, run in sorted(change)}
            example = self._accepted(cells)
            assert example is not None
            weighed = reasoner.weigh({**self._presentation.known, **example})
            yield SmallestChange(
                answers=tuple(self._told(place, cell, example) for place, cell in cells.items()),
                urgency=weighed.urgency,
                first=weighed.standings[0].cause.id if weighed.standings else None,
                exact=exact,
            )

    def _told(self, place: int, cell: Cell, example: Mapping[str, Answer]) -> ChangedAnswer:
        finding = self._outlook.cells[place].finding
        return ChangedAnswer(
            finding=finding.id,
            question=finding.question,
            asked_of=finding.asked_of,
            answer=example[finding.id],
            was=self._presentation.answers.get(finding.id),
            says=f"{finding.label}: {cell.says}",
        )

    def _joined(self, found: list[Change]) -> list[Change]:
        """Neighbouring intervals of a number as one, where they do the same beside the same other answers."""
        changes = set(found)
        numbers = {place for change in changes for place, _ in change if self._outlook.cells[place].is_number}
        for place in sorted(numbers):
            beside: dict[Change, int] = {}
            for change in [change for change in changes if any(p == place for p, _ in change)]:
                changes.discard(change)
                rest = frozenset((p, cells) for p, cells in change if p != place)
                beside[rest] = beside.get(rest, 0) | dict(change)[place]
            changes.update(rest | {(place, run)} for rest, cells in beside.items() for run in _runs(cells))
        return list(changes)

    def _rank(self, change: Change) -> tuple[int, int, int, list[tuple[int, int]]]:
        """Fewer answers first; then those a patient can give, and core ones; then in the order of asking."""
        findings = [self._outlook.cells[place].finding for place, _ in change]
        others = sum(finding.asked_of is not AskedOf.PATIENT for finding in findings)
        extended = sum(finding.tier is not Tier.CORE for finding in findings)
        return len(change), others, extended, sorted(change)


class _Attempts:
    """The attempts made for a goal, what they found, and how many are left (``None``: as many as it takes)."""

    def __init__(self, goal: Goal, found: set[Change], left: int | None) -> None:
        self.goal = goal
        self.found = found
        self.left = left
        self._seen: set[Change] = set()

    def one_more(self, change: Change) -> bool:
        """Whether a change is to be tried: not if it was, in whatever order, nor if no attempts are left."""
        if change in self._seen or self.left == 0:
            return False
        self._seen.add(change)
        if self.left is not None:
            self.left -= 1
        return True


def _many(useful: Mapping[int, int]) -> int:
    return sum(cells.bit_count() for cells in useful.values())


def _runs(cells: int) -> Iterator[int]:
    """A set of cells as sets of neighbours."""
    while cells:
        lowest = cells & -cells
        # Adding the lowest bit carries through all that follow it without a gap.
        run = cells & ~(cells + lowest)
        yield run
        cells &= ~run
