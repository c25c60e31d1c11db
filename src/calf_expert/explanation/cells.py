"""The answers to a finding, cut into cells that no rule tells apart.

A yes and a no are a cell each, and so is each value of an enum. Of a number, the limits that rules hold it against cut
the plausible range into intervals; within one, every number makes the same conditions true. So one answer from each
cell stands for all the answers there are, exactly.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..authoring import Between, Measured
from ..authoring.conditions import AnswerLeaf
from ..findings import UNKNOWN, Finding, Kind

NOT_KNOWN = 1
"""The bit that stands for "not known" in a set of cells; those of the cells follow it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer, or an interval of numbers that ``answer`` stands for; ``ends`` are its first and its last number."""

    answer: bool | float | str
    says: str
    ends: tuple[float, ...] = ()

    @property
    def tried(self) -> tuple[bool | float | str, ...]:
        """What to try where only a part of the cell may stand beside another answer: its ends go furthest."""
        return (self.answer, *self.ends)


class Cells:
    """The cells of one finding. A set of them is an integer: bit 0 is "not known", bit ``n + 1`` the cell ``n``."""

    def __init__(self, finding: Finding, limits: Iterable[Measured]) -> None:
        self.finding = finding
        self._unit = "" if finding.unit in (None, "score", "ratio") else f" {finding.unit}"
        self._points: list[float] = []
        self._runs: list[list[_Piece]] = []
        self._places: dict[object, int] = {}
        if finding.kind is Kind.BOOLEAN:
            self.cells: tuple[Cell, ...] = (Cell(True, "yes"), Cell(False, "no"))
        elif finding.kind is Kind.ENUM:
            self.cells = tuple(Cell(value, value.replace("_", " ")) for value in finding.values)
        else:
            self.cells = self._cut(tuple(dict.fromkeys(limits)))
        if not self.is_number:
            self._places = {cell.answer: place for place, cell in enumerate(self.cells)}
        self.answers = (2 << len(self.cells)) - 2
        """All cells; "not known" is none."""

    @property
    def is_number(self) -> bool:
        """Whether the cells are intervals."""
        return self.finding.range is not None

    def _cut(self, limits: tuple[Measured, ...]) -> tuple[Cell, ...]:
        assert self.finding.range is not None
        low, high = self.finding.range
        bounds = {float(bound) for measured in limits for bound in _bounds(measured)}
        self._points = sorted(bound for bound in bounds if low <= bound <= high)
        # The range falls into the numbers before, at and after each point. Those that no limit tells apart are joined.
        joined = self._runs
        before: list[bool] | None = None
        for piece in _pieces(low, high, self._points):
            admitted = [measured.limit.admits(piece.inside) for measured in limits]
            if admitted != before:
                joined.append([])
            joined[-1].append(piece)
            self._places[piece.number] = len(joined) - 1
            before = admitted
        return tuple(_cell(run[0], run[-1], self._unit) for run in joined)

    def bit(self, answer: object) -> int:
        """The set that holds just the cell of an answer, which is known."""
        if not self.is_number:
            return 2 << self._places[answer]
        assert isinstance(answer, float)
        gap = bisect_left(self._points, answer)
        on_point = gap < len(self._points) and self._points[gap] == answer
        return 2 << self._places[2 * gap + on_point]

    def where(self, leaf: AnswerLeaf) -> int:
        """The cells in which a condition on this finding alone is true."""
        held = NOT_KNOWN if leaf.truth({leaf.finding: UNKNOWN}) is True else 0
        for place, cell in enumerate(self.cells):
            if leaf.truth({leaf.finding: cell.answer}) is True:
                held |= 2 << place
        return held

    def of(self, cells: int) -> Iterator[tuple[int, Cell]]:
        """The cells in a set, each with the set that holds it alone."""
        return ((2 << place, cell) for place, cell in enumerate(self.cells) if cells & (2 << place))

    def run(self, cells: int) -> Cell:
        """Neighbouring cells as one."""
        places = [place for place in range(len(self.cells)) if cells & (2 << place)]
        if not self.is_number or len(places) == 1:
            return self.cells[places[0]]
        return _cell(self._runs[places[0]][0], self._runs[places[-1]][-1], self._unit)


@dataclass(frozen=True, slots=True)
class _Piece:
    """All numbers between two neighbouring points (an even number), or one point (an odd one).

    ``after`` and ``before`` are the points beside a piece between two; there is none at the ends of the range.
    """

    number: int
    first: float
    last: float
    after: float | None = None
    before: float | None = None
    lowest: bool = False
    highest: bool = False

    @property
    def inside(self) -> float:
        return self.first if self.number % 2 else self.first + (self.last - self.first) / 2


def _pieces(low: float, high: float, points: list[float]) -> Iterator[_Piece]:
    start, after = low, None
    for place, point in enumerate(points):
        if start < point:
            yield _Piece(2 * place, start, math.nextafter(point, -math.inf), after, point)
        yield _Piece(2 * place + 1, point, point, lowest=point == low, highest=point == high)
        start, after = math.nextafter(point, math.inf), point
    if start <= high:
        yield _Piece(2 * len(points), start, high, after)


def _bounds(measured: Measured) -> tuple[float, ...]:
    limit = measured.limit
    return (limit.low, limit.high) if isinstance(limit, Between) else (limit.value,)


def _cell(first: _Piece, last: _Piece, unit: str) -> Cell:
    """The interval from one piece to another, a number that shows what it is about, and words."""
    on_first, on_last = bool(first.number % 2), bool(last.number % 2)
    limits = []
    if on_first and not first.lowest:
        limits.append(f"{first.first:g}{unit} or more")
    elif first.after is not None:
        limits.append(f"more than {first.after:g}{unit}")
    if on_last and not last.highest:
        limits.append(f"{last.last:g}{unit} or less")
    elif last.before is not None:
        limits.append(f"less than {last.before:g}{unit}")
    if on_first and on_last and first is last:
        limits = [f"{first.first:g}{unit}"]
    low, high = first.first, last.last
    # A limit itself where it is within, else a round number a small step from it.
    if on_first or (first.after is None and last.before is None and not on_last):
        answer = low if on_first else low + (high - low) / 2
    elif first.after is not None:
        answer = _beside(first.after, 1, low, high)
    elif on_last:
        answer = high
    else:
        assert last.before is not None
        answer = _beside(last.before, -1, low, high)
    return Cell(answer, " and ".join(limits) or "any number", (low, high))


def _beside(limit: float, way: int, low: float, high: float) -> float:
    """A number in an interval beside the limit that it does not hold: as round, and as near, as the two allow."""
    size = min(high - low, abs(limit) or high - low)
    for digits in range(1 - math.floor(math.log10(size)), 12):
        number = round(limit + way * 10.0**-digits, max(digits, 0))
        if low <= number <= high:
            return number
    return low if way > 0 else high
