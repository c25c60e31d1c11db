"""The knowledge as one checked whole: found in its folder, checked, put in order, hashed."""

from __future__ import annotations

import dataclasses
import enum
import functools
import hashlib
import importlib
import json
import os
import pkgutil
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import Any

from . import knowledge
from ._once import once
from .authoring.checks import problems_in
from .authoring.conditions import AllOf, AtLeastNOf
from .authoring.scores import Score, statements_of
from .authoring.statements import Cause, Option, Source, Statement
from .authoring.strata import strata_of_concepts, stratum_of
from .errors import KnowledgeError
from .findings import FINDINGS, AskedOf, Finding, Kind, Tier

__all__ = [
    "AskedOf",
    "Finding",
    "Kind",
    "Knowledge",
    "Tier",
    "assemble",
    "causes",
    "findings",
    "load",
    "modules_of",
    "options",
    "rules",
    "scores",
    "sources",
]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A checked body of knowledge. ``strata`` gives the order that negation needs, by rule id.

    ``statements`` are those that authors wrote, in the order of their modules, and then those derived from scores.
    """

    version: str
    sha256: str
    causes: Mapping[str, Cause]
    options: Mapping[str, Option]
    sources: Mapping[str, Source]
    scores: Mapping[str, Score]
    statements: tuple[Statement, ...]
    strata: Mapping[str, int]

    def __repr__(self) -> str:
        return f"<Knowledge {self.version}: {len(self.causes)} causes, {len(self.statements)} statements>"


def assemble(modules: Iterable[ModuleType], version: str) -> Knowledge:
    """Put modules of knowledge together and check them.

    A module may have ``CAUSE`` (one), ``OPTIONS``, ``SOURCES``, ``SCORES`` and ``RULES`` (sequences).

    Raises:
        KnowledgeError: with every problem found, each with file and line.
    """
    causes: list[Cause] = []
    options: list[Option] = []
    sources: list[Source] = []
    scores: list[Score] = []
    statements: list[Statement] = []
    problems: list[str] = []
    for module in modules:
        cause = getattr(module, "CAUSE", None)
        if cause is not None:
            causes.append(cause)
        options.extend(getattr(module, "OPTIONS", ()))
        sources.extend(getattr(module, "SOURCES", ()))
        scores.extend(_scores_of(module, problems))
        statements.extend(_statements_of(module, problems))
    try:
        problems.extend(problems_in(causes, options, sources, statements, scores))
    except Exception as error:
        # A declaration so far from its type that a check stumbles over it.
        problems.append(f"the knowledge cannot be checked: {type(error).__name__}: {error}")
        raise KnowledgeError(tuple(problems)) from error
    if problems:
        raise KnowledgeError(tuple(problems))
    # The hash covers what is written; what is derived follows from it.
    written = ([(c.id, c) for c in causes], options, sources, scores, [(s.id, s) for s in statements])
    statements.extend(derived for score in scores for derived in statements_of(score))
    strata, _ = strata_of_concepts(statements)
    return Knowledge(
        version=version,
        sha256=_hash(written),
        causes=MappingProxyType({cause.id: cause for cause in causes}),
        options=MappingProxyType({option.id: option for option in options}),
        sources=MappingProxyType({source.id: source for source in sources}),
        scores=MappingProxyType({score.id: score for score in scores}),
        statements=tuple(statements),
        strata=MappingProxyType({s.id: stratum_of(s, strata) for s in statements}),
    )


def _statements_of(module: ModuleType, problems: list[str]) -> Iterator[Statement]:
    rules = getattr(module, "RULES", ())
    if not isinstance(rules, (tuple, list)):
        problems.append(f"{module.__name__}: RULES is no tuple of statements (of one, `RULES = (statement,)`)")
        return
    for said in rules:
        if isinstance(said, Statement):
            yield said
        else:
            problems.append(
                f"{module.__name__}: RULES holds a {type(said).__name__}, which is no statement "
                "(asks_before gives several: `*asks_before(...)`)"
            )


def _scores_of(module: ModuleType, problems: list[str]) -> Iterator[Score]:
    for declared in getattr(module, "SCORES", ()):
        if isinstance(declared, Score):
            yield declared
        else:
            problems.append(f"{module.__name__}: SCORES holds a {type(declared).__name__}, which is no score")


def modules_of(package: ModuleType) -> list[ModuleType]:
    """The modules in and below a package, by name; those whose name begins with ``_`` are helpers and left out."""
    found: list[ModuleType] = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = _import(f"{package.__name__}.{info.name}")
        found.extend([module, *modules_of(module)] if info.ispkg else [module])
    return found


def _import(name: str) -> ModuleType:
    """Import a module of knowledge; what is wrong with it is told like any other problem, with file and line."""
    try:
        return importlib.import_module(name)
    except Exception as error:
        place, line = name, 0
        if isinstance(error, SyntaxError) and error.filename:
            place, line = error.filename, error.lineno or 0
        for frame in traceback.extract_tb(error.__traceback__):
            if f"{os.sep}knowledge{os.sep}" in frame.filename:
                place, line = frame.filename, frame.lineno or 0
        raise KnowledgeError((f"{place}:{line}: {type(error).__name__}: {error}",)) from error


@once
def load() -> Knowledge:
    """The library's own knowledge: loaded and checked on first use, then kept."""
    return assemble(modules_of(knowledge), knowledge.VERSION)


def causes() -> tuple[Cause, ...]:
    """Every cause the library knows, by id."""
    return tuple(load().causes.values())


def findings() -> tuple[Finding, ...]:
    """Every finding that can be told of a person, in the order in which a person is asked."""
    return tuple(FINDINGS.values())


def rules() -> tuple[Statement, ...]:
    """Every statement of the knowledge; each is one rule, with its ``id``."""
    return load().statements


def options() -> tuple[Option, ...]:
    """Everything that may be offered: medicines, physical measures, self-care, tests, referrals."""
    return tuple(load().options.values())


def scores() -> tuple[Score, ...]:
    """Every published score that can be reckoned, with its items, its classes and its limits."""
    return tuple(load().scores.values())


def sources() -> tuple[Source, ...]:
    """Every published source that the knowledge cites."""
    return tuple(load().sources.values())


def _hash(content: object) -> str:
    text = json.dumps(_plain(content), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    """Plain data that is the same on every machine: where something stands is not compared, and not what it says."""
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple or kind is list:
        return [_plain(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, AllOf):
        n = value.n if isinstance(value, AtLeastNOf) else None
        return [kind.__name__, n, [_plain(part) for part in value.parts]]
    return [kind.__name__, {name: _plain(getattr(value, name)) for name in _said_by(kind)}]


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


@functools.cache
def _said_by(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.compare and field.init)
