"""Mutants of a result: one thing changed, everywhere in the tree of its JSON and in every way that is tried here.

A mutant is not always wrong: some changes change nothing, and a changed answer that no rule looks at gives the right
result of somebody else. ``Judge`` tells exactly which, by asking the library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import calf_expert as ce
from calf_expert.errors import PresentationError

Path = tuple[str | int, ...]

VOCABULARIES = {
    "urgency": [level.value for level in ce.Urgency],
    "likelihood": [band.value for band in ce.Likelihood],
    "status": [*(status.value for status in ce.Status), "offered", "caution", "ask_first", "contraindicated"],
    "grade": [grade.value for grade in ce.Grade],
    "listed_by": [grade.value for grade in ce.Grade],
    "verb": [
        "concludes",
        "supports",
        "weakens",
        "confirms",
        "excludes",
        "alerts",
        "offers",
        "forbids",
        "cautions",
        "asks",
    ],
}


def plain(result: ce.Assessment) -> dict[str, Any]:
    """A result as parsed JSON."""
    parsed: dict[str, Any] = json.loads(result.model_dump_json())
    return parsed


def canonical(value: Any) -> Any:
    """The same for all that is the same in JSON: 74 and 74.0 are one number, and the order of names says nothing."""
    if isinstance(value, dict):
        return {name: canonical(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return [canonical(entry) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return repr(value) if isinstance(value, bool) else value


class Judge:
    """Tells which mutants of a result are right in every field, as the library would say it of their answers."""

    def __init__(self, original: dict[str, Any], assess: Callable[[dict[str, Any]], ce.Assessment]) -> None:
        self._original, self._assess = canonical(original), assess

    def is_right(self, mutant: Any) -> bool:
        """Whether the checker has to accept it."""
        if not isinstance(mutant, dict):
            return False
        if canonical(mutant.get("answers")) == self._original["answers"]:
            # Of these answers there is one right result, and it is the original.
            return bool(canonical(mutant) == self._original)
        try:
            again = plain(self._assess(mutant["answers"]))
        except (KeyError, TypeError, PresentationError):
            return False
        return bool(canonical(mutant) == canonical(again))


def places(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in the tree, with the way to it."""
    yield path, tree
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in inside:
        yield from places(value, (*path, name))


def some_places(tree: Any, of_each: int) -> list[tuple[Path, Any]]:
    """The first and the last places, up to ``of_each``, of those that differ only in their place in lists."""
    by_form: dict[tuple[str, ...], list[tuple[Path, Any]]] = {}
    for path, value in places(tree):
        form = tuple("*" if isinstance(name, int) else name for name in path)
        by_form.setdefault((*form, type(value).__name__), []).append((path, value))
    chosen: list[tuple[Path, Any]] = []
    for alike in by_form.values():
        step = max(1, (len(alike) - 1) // max(1, of_each - 1))
        chosen += alike[::step][:of_each]
    return chosen


def changed(tree: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """The tree with one value changed; what is not on the way to it is shared."""
    if not path:
        return change(tree)
    name, rest = path[0], path[1:]
    new = tree.copy()
    new[name] = changed(tree[name], rest, change)  # type: ignore[index]  # a dict has names and a list has places
    return new


def mutants(tree: dict[str, Any], chosen: list[tuple[Path, Any]]) -> Iterator[tuple[str, Any]]:
    """Mutants at the chosen places, each with a description."""
    for path, value in chosen:
        where = "/".join(map(str, path)) or "result"
        for what, change in _changes(tree, path, value):
            yield f"{where}: {what}", changed(tree, path, change)


def _changes(tree: Any, path: Path, value: Any) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    if isinstance(value, dict):
        for name in value:
            yield f"without {name}", lambda v, n=name: {k: w for k, w in v.items() if k != n}
        yield "one field more", lambda v: {**v, "reviewed_by": "somebody"}
        yield "reversed", lambda v: dict(reversed(v.items()))
    elif isinstance(value, list):
        yield from _changes_of_list(value)
    else:
        yield from ((f"to {new!r}", lambda _, n=new: n) for new in _other_scalars(value))
    if path:
        yield "to null", lambda _: None
        yield "in a list", lambda v: [v]
        others = _of_siblings(tree, path)
        yield from ((f"as that of sibling {place}", lambda _, o=other: o) for place, other in others)
        name = next((name for name in reversed(path) if isinstance(name, str)), "")
        if isinstance(value, str):
            yield from ((f"to {word}", lambda _, w=word: w) for word in _ids_like(value, name))


def _changes_of_list(value: list[Any]) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    yield "emptied", lambda _: []
    yield "with null", lambda v: [*v, None]
    yield "with an object", lambda v: [*v, {}]
    yield "to an object", lambda _: {}
    yield "reversed", lambda v: v[::-1]
    for place in dict.fromkeys((0, len(value) // 2, len(value) - 1)):
        if value:
            yield f"without {place}", lambda v, p=place: v[:p] + v[p + 1 :]
            yield f"{place} twice", lambda v, p=place: [*v[:p], v[p], *v[p:]]
            yield f"{place} again at the end", lambda v, p=place: [*v, v[p]]
        if place + 1 < len(value):
            yield f"{place} after its neighbour", lambda v, p=place: [*v[:p], v[p + 1], v[p], *v[p + 2 :]]


def _other_scalars(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [not value, int(value)]
    if isinstance(value, (int, float)):
        return [value + 1, -value, value * 1.001, float(value), str(value), bool(value), 10**400]
    return ["", f"{value} ", 1] if isinstance(value, str) else [False, 0, ""]


def _of_siblings(tree: Any, path: Path) -> list[tuple[int, Any]]:
    """The value at the same place in the neighbours of the innermost entry of a list that holds it."""
    at = max((i for i, name in enumerate(path) if isinstance(name, int)), default=None)
    if at is None:
        return []
    around = _at(tree, path[:at])
    found = []
    for place in (int(path[at]) - 1, int(path[at]) + 1):
        if 0 <= place < len(around):
            try:
                found.append((place, _at(around[place], path[at + 1 :])))
            except (KeyError, IndexError, TypeError):
                continue
    return found


def _at(tree: Any, path: Path) -> Any:
    for name in path:
        tree = tree[name]
    return tree


def _ids_like(value: str, field: str) -> list[str]:
    """Other words that could stand in its place: ids of the same sort that exist, and the words of its vocabulary."""
    words = VOCABULARIES.get(field, [])
    for ids in (_CAUSES, _RULES, _FINDINGS, _SOURCES, _OPTIONS):
        if value in ids:
            place = ids.index(value)
            words = [*words, ids[place - 1], ids[(place + 1) % len(ids)]]
    return [word for word in words if word != value]


_CAUSES = [cause.id for cause in ce.causes()]
_RULES = [rule.id for rule in ce.rules()]
_FINDINGS = [finding.id for finding in ce.findings()]
_SOURCES = [source.id for source in ce.sources()]
_OPTIONS = [option.id for option in ce.options()]
