"""Names, numbers and calls as they are written in CLIPS 6.4."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from ..authoring.limits import AtLeast, AtMost, Between, LessThan, MoreThan

YES, NO = "yes", "no"
"""How the answers ``True`` and ``False`` are written."""

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z0-9_.-]+)?")
_NOT_PLAIN = re.compile(r"^[^A-Za-z_]|[^A-Za-z0-9_.-]")


def symbol(name: str) -> str:
    """A name as a symbol of CLIPS: as it is where it can be, and otherwise with ``%`` and hexadecimal for what cannot.

    No two names become the same symbol, and none becomes a number, a variable or a wildcard.
    """
    if _PLAIN.fullmatch(name):
        return name
    return _NOT_PLAIN.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), name) or "%"


def string(text: str) -> str:
    """A text as a string of CLIPS."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def number(value: float) -> str:
    """A number: the shortest digits that are read back as the same float.

    Always a float: of an integer and a float CLIPS compares the values.
    """
    return repr(float(value))


def variable(finding_id: str) -> str:
    """The variable that a finding's slot is bound to."""
    return f"?{symbol(finding_id)}"


def call(function: str, arguments: Iterable[str]) -> str:
    """A call of a function, or a pattern."""
    return f"({' '.join([function, *arguments])})"


Limit: TypeAlias = AtLeast | MoreThan | AtMost | LessThan | Between
_COMPARISONS: dict[type, str] = {AtLeast: ">=", MoreThan: ">", AtMost: "<=", LessThan: "<"}


def within(value: str, limit: Limit, written: Callable[[float], str] = number) -> str:
    """A number held against a limit, as an expression."""
    if isinstance(limit, Between):
        return call("<=", [written(limit.low), value, written(limit.high)])
    comparison = _COMPARISONS.get(type(limit))
    if comparison is None:
        raise TypeError(f"{type(limit).__name__} has no form in CLIPS")
    return call(comparison, [value, written(limit.value)])
