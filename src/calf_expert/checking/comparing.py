"""What a result says held against what follows. What was read in the result is never repeated, only where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .verdict import Discrepancy

_ON_RECORD = {"answer": "the answer as it is on record", "says": "the words of the condition"}
"""Fields of which even what was expected is not said: it tells what somebody answered."""

_NAMED_BY = ("rule_id", "cause_id", "finding", "id")
"""The fields that tell one entry of a list from another; the first that an entry has."""

Explain = Callable[[str, str], Discrepancy]
"""Says why the step of a rule, at a place of the trace, does not belong there."""


def differences(expected: Any, given: Any, explain: Explain) -> Iterator[Discrepancy]:
    """Everything in which a result differs from the one that follows."""
    return _Comparison(explain).of(expected, given, "", None)


class _Comparison:
    def __init__(self, explain: Explain) -> None:
        self._explain = explain

    def of(self, expected: Any, given: Any, where: str, rule: str | None) -> Iterator[Discrepancy]:
        if isinstance(expected, dict):
            rule = expected.get("rule_id", rule)
            yield from self._objects(expected, given, where, rule)
        elif not isinstance(expected, list):
            if not _same(expected, given):
                yield Discrepancy(where, f"expected {_in_words(expected, where)}", rule)
        elif not isinstance(given, list):
            yield Discrepancy(where, "expected a list", rule)
        elif expected and not isinstance(expected[0], dict):
            yield from self._values(expected, given, where, rule)
        else:
            yield from self._entries(expected, given, where, rule)

    def _objects(self, expected: dict[str, Any], given: Any, where: str, rule: str | None) -> Iterator[Discrepancy]:
        if not isinstance(given, dict):
            yield Discrepancy(where or "result", "expected an object", rule)
            return
        if not given.keys() <= expected.keys():
            yield Discrepancy(where or "result", f"expected no other fields than {', '.join(expected)}", rule)
        for name, value in expected.items():
            place = f"{where}.{name}" if where else name
            if name in given:
                yield from self.of(value, given[name], place, rule)
            else:
                yield Discrepancy(place, "expected, and missing", rule)

    def _values(self, expected: list[Any], given: list[Any], where: str, rule: str | None) -> Iterator[Discrepancy]:
        if len(expected) != len(given):
            yield Discrepancy(where, f"expected {len(expected)} entries", rule)
            return
        for place, (one, other) in enumerate(zip(expected, given, strict=True)):
            yield from self.of(one, other, f"{where}[{place}]", rule)

    def _entries(
        self, expected: Sequence[Any], given: Sequence[Any], where: str, rule: str | None
    ) -> Iterator[Discrepancy]:
        """Entries that have names: each is held against the one of its name, and then their order is looked at."""
        wanted = dict(_named(expected))
        matched: dict[object, None] = {}
        for place, (name, entry) in enumerate(_named(given)):
            here = f"{where}[{place}]"
            if name in wanted:
                matched[name] = None
                yield from self.of(wanted[name], entry, here, rule)
            else:
                yield self._superfluous(entry, here, where, rule)
        for name, entry in wanted.items():
            if name not in matched:
                yield Discrepancy(where, f"expected {_called(entry)}, which is missing", entry.get("rule_id", rule))
        if list(matched) != [name for name in wanted if name in matched]:
            yield Discrepancy(where, "expected these entries in another order", rule)

    def _superfluous(self, entry: Any, here: str, where: str, rule: str | None) -> Discrepancy:
        if where == "trace" and isinstance(entry, dict) and isinstance(entry.get("rule_id"), str):
            return self._explain(entry["rule_id"], here)
        return Discrepancy(here, "expected no such entry", rule)


def _same(expected: Any, given: Any) -> bool:
    """Whether two plain values are the same in JSON, which has one sort of number, and no number that is true."""
    if isinstance(expected, bool) or isinstance(given, bool) or expected is None or given is None:
        return expected is given
    if isinstance(expected, str):
        return isinstance(given, str) and expected == given
    return isinstance(given, (int, float)) and bool(expected == given)


def _named(entries: Sequence[Any]) -> Iterator[tuple[tuple[object, ...], Any]]:
    """Each entry with a name; several entries of one name are numbered."""
    times: dict[tuple[object, ...], int] = {}
    for entry in entries:
        name: tuple[object, ...] = ("",)
        if isinstance(entry, dict):
            field = next((field for field in _NAMED_BY if isinstance(entry.get(field), str)), "")
            kind = entry.get("kind") if isinstance(entry.get("kind"), str) else ""
            name = (field, entry.get(field), kind)
        times[name] = times.get(name, 0) + 1
        yield (*name, times[name]), entry


def _called(entry: dict[str, Any]) -> str:
    return f"`{next(entry[field] for field in _NAMED_BY if field in entry)}`"


def _in_words(expected: Any, where: str) -> str:
    field = re.split(r"[.\[]", where)[-1]
    if field in _ON_RECORD:
        return _ON_RECORD[field]
    if isinstance(expected, str):
        return f"`{expected}`" if re.fullmatch(r"[\w.:/-]+", expected) else "the text that the knowledge has for it"
    return "nothing (null)" if expected is None else f"{expected}".lower()
