"""The values that matter of each finding: a number is cut at every limit that the knowledge holds it against.

Between two neighbouring limits no rule can tell one number from another, so one of them stands for all. What is decided
over these values is therefore decided for every answer that a record can hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .._record import CLASHES
from ..authoring import AtLeast, AtMost, Between, LessThan, Measured, MoreThan
from ..findings import FINDINGS, UNKNOWN, Finding, Kind

Value = bool | float | str

STEP_OF_UNIT: Mapping[str, float] = {
    "cm": 0.1,
    "degC": 0.1,
    "g/dL": 0.1,
    "joints": 1,
    "mmol/L": 0.01,
    "ratio": 0.01,
}
"""The step in which a finding is written down, by its unit; a unit that is not here is written in whole numbers."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a limit stops admitting: the two neighbouring values, the one that it admits first."""

    admitted: float
    refused: float


def cuts_of(measured: Iterable[Measured]) -> dict[str, tuple[float, ...]]:
    """The limits that each finding is held against, in order. Findings that may clash as numbers share their limits."""
    found: dict[str, set[float]] = {}
    for condition in measured:
        found.setdefault(condition.finding, set()).update(_bounds(condition))
    for clash in CLASHES:
        if clash.finding in found and clash.other in found:
            shared = found[clash.finding] | found[clash.other]
            found[clash.finding] = found[clash.other] = shared
    return {name: tuple(sorted(bounds)) for name, bounds in found.items()}


def values_of(finding: Finding, cuts: tuple[float, ...]) -> tuple[Value, ...]:
    """The values that matter, the unknown one first."""
    if finding.kind is Kind.BOOLEAN:
        return (UNKNOWN, True, False)
    if finding.kind is Kind.ENUM:
        return (UNKNOWN, *finding.values)
    assert finding.range is not None
    low, high = finding.range
    inside = [float(cut) for cut in cuts if low <= cut <= high]
    numbers: list[float] = []
    for one, other in itertools.pairwise([low, *inside, high]):
        if one in inside:
            numbers.append(one)
        if one < other:
            numbers.append(between(one, other))
    if high in inside:
        numbers.append(high)
    return (UNKNOWN, *dict.fromkeys(numbers))


def between(low: float, high: float) -> float:
    """A number between the two, a whole one if there is one."""
    middle = (low + high) / 2
    whole = float(int(middle))
    return whole if low < whole < high else middle


def step_of(finding: Finding) -> float:
    """The step in which the finding is written down."""
    return STEP_OF_UNIT.get(finding.unit or "", 1)


def boundaries(condition: Measured, cuts: tuple[float, ...]) -> tuple[Boundary, ...]:
    """Where the limit stops admitting, within the finding's range.

    The neighbour of a limit is one step away, or nearer where another limit would come between.
    """
    finding = FINDINGS[condition.finding]
    return tuple(
        Boundary(bound, other) if condition.limit.admits(bound) else Boundary(other, bound)
        for bound in _bounds(condition)
        for other in neighbours(finding, bound, cuts)
        if condition.limit.admits(bound) != condition.limit.admits(other)
    )


def neighbours(finding: Finding, bound: float, cuts: tuple[float, ...]) -> tuple[float, ...]:
    """The values one step below and one step above a limit that a record can hold."""
    assert finding.range is not None
    low, high = finding.range
    step = step_of(finding)
    below = max([cut for cut in (low, *cuts) if cut < bound], default=None)
    above = min([cut for cut in (*cuts, high) if cut > bound], default=None)
    found = []
    if below is not None:
        found.append(round(bound - min(step, (bound - below) / 2), 6))
    if above is not None:
        found.append(round(bound + min(step, (above - bound) / 2), 6))
    return tuple(found)


def _bounds(condition: Measured) -> tuple[float, ...]:
    limit = condition.limit
    if isinstance(limit, Between):
        return tuple(dict.fromkeys((float(limit.low), float(limit.high))))
    assert isinstance(limit, (AtLeast, MoreThan, AtMost, LessThan))
    return (float(limit.value),)
