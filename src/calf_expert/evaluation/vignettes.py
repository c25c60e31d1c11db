"""Cases whose answer is known: what one holds, and how a file of them is read.

A file is judged as a whole, and everything wrong with it is told at once: which file, which case, what is expected
there. Nothing of a record is repeated but the names of findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from .._nearest import distance, nearest
from ..authoring.terms import Urgency
from ..errors import CalfExpertError, PresentationError
from ..findings import FINDINGS
from ..presentation import Presentation
from ._extra import needs
from ._plain import from_json

MAX_BYTES = 20_000_000
"""A longer file is refused unread."""

SHIPPED = ("harmless", "urgent", "varied", "blind")
"""The banks that come with the library, in the order in which they are reported."""

_KEYS = ("id", "name", "told", "presentation", "expect", "confirming", "source", "gold_basis")
_EXPECT_KEYS = ("causes", "urgency", "urgency_acceptable", "urgency_why")
_LEVELS = ", ".join(f"`{level.value}`" for level in sorted(Urgency, reverse=True))


class VignetteError(CalfExpertError):
    """A file of cases was refused. Each of ``problems`` names the file, the case and what is expected there."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))

    def __reduce__(self) -> tuple[type[VignetteError], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should come out: any of ``causes`` first, and the urgency or one of those that are acceptable too.

    Without causes the diagnosis lies outside the library, and only the urgency is judged.
    """

    causes: tuple[str, ...]
    urgency: Urgency
    urgency_acceptable: tuple[Urgency, ...] = ()
    urgency_why: str = ""

    @property
    def lowest(self) -> Urgency:
        """The lowest urgency that is not too low."""
        return min(self.urgency, *self.urgency_acceptable) if self.urgency_acceptable else self.urgency

    @property
    def highest(self) -> Urgency:
        """The highest urgency that is not too high."""
        return max(self.urgency, *self.urgency_acceptable) if self.urgency_acceptable else self.urgency


@dataclass(frozen=True, slots=True)
class Vignette:
    """One case. ``confirming`` names the findings that settle its diagnosis; ``bank`` is the file it was read from."""

    id: str
    presentation: Presentation
    expect: Expectation
    confirming: tuple[str, ...] = ()
    name: str = ""
    told: str = field(default="", repr=False)
    source: str = field(default="", repr=False)
    bank: str = ""


def read_vignettes(*paths: str | Path) -> tuple[Vignette, ...]:
    """The cases of one or more files, each a list in YAML (``.yaml``, ``.yml``) or in JSON (``.json``), in UTF-8.

    Raises:
        VignetteError: if a file cannot be read, anything in one cannot be right, or two have the same name.
        MissingExtraError: if one is YAML and PyYAML is not installed.
    """
    banks = [Path(path) for path in paths]
    if len({bank.name for bank in banks}) < len(banks):
        raise VignetteError(["two files have the same name; cases are reported by the name of their file."])
    read = [_read_file(bank) for bank in banks]
    problems = [problem for _, found in read for problem in found]
    if problems:
        raise VignetteError(problems)
    return tuple(vignette for cases, _ in read for vignette in cases)


def _read_file(path: Path) -> tuple[tuple[Vignette, ...], tuple[str, ...]]:
    """The cases of a file, or what is wrong with it."""
    bank = _file_name(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        return _read(data, path.suffix.lower(), bank), ()
    except VignetteError as error:
        return (), error.problems
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        # Not the error's own words, which hold the whole path.
        why = error.strerror if isinstance(error, OSError) and error.strerror else "no file can have this name"
        return (), (f"{bank}: cannot be read: {why[0].lower()}{why[1:]}.",)


def shipped_vignettes(*banks: str) -> tuple[Vignette, ...]:
    """The cases that come with the library: of the banks named, or of all. See :data:`SHIPPED`.

    Raises:
        VignetteError: if there is no such bank.
        MissingExtraError: if PyYAML is not installed.
    """
    unknown = [bank for bank in banks if bank not in SHIPPED]
    if unknown:
        raise VignetteError([f"there is no such bank; those shipped are {', '.join(SHIPPED)}."])
    folder = files(__package__) / "vignettes"
    read = [_read((folder / f"{bank}.yaml").read_bytes(), ".yaml", bank) for bank in banks or SHIPPED]
    return tuple(vignette for bank in read for vignette in bank)


def _file_name(path: Path) -> str:
    # Only the last part, and only if it looks like a name: the rest may hold a person's, or be a record by mistake.
    return path.name if re.fullmatch(r"[\w][\w .,+()-]{0,99}", path.name) else "the file"


def _read(data: bytes, suffix: str, bank: str) -> tuple[Vignette, ...]:
    parse = _PARSERS.get(suffix)
    if parse is None:
        raise VignetteError([f"{bank}: the name of a file of cases ends in .yaml, .yml or .json."])
    if len(data) > MAX_BYTES:
        raise VignetteError([f"{bank}: is longer than {MAX_BYTES:,} bytes and was not read."])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise VignetteError([f"{bank}: is not text in UTF-8."]) from None
    document, problem = parse(text)
    if problem is None and not (isinstance(document, list) and document):
        problem = "is not a list of cases, or an empty one"
    if problem is not None:
        raise VignetteError([f"{bank}: {problem}."])
    assert isinstance(document, list)
    return _vignettes(document, bank)


# From text to plain data. ---------------------------------------------------------------------------------------------


def _from_yaml(text: str) -> tuple[object, str | None]:
    try:
        from . import _yaml  # noqa: PLC0415 - an extra: only somebody who evaluates needs it
    except ImportError:
        raise needs("PyYAML") from None
    return _yaml.from_yaml(text)


_PARSERS: Mapping[str, Callable[[str], tuple[object, str | None]]] = {
    ".yaml": _from_yaml,
    ".yml": _from_yaml,
    ".json": from_json,
}


# From plain data to cases. --------------------------------------------------------------------------------------------


class _Reader:
    """Takes one mapping apart and keeps what is wrong with it."""

    def __init__(self, mapping: Mapping[Any, Any], at: str = "") -> None:
        self._mapping = mapping
        self._at = at
        self.problems: list[str] = []
        for name in getattr(mapping, "twice", ()):
            known = name in FINDINGS or name in _KEYS or name in _EXPECT_KEYS
            self.problems.append(f"{f'`{name}`' if known else 'a name'} stands more than once.")

    def refuse_unknown(self, known: Sequence[str], *, others_allowed: bool) -> None:
        for name in self._mapping:
            if name in known:
                continue
            text = name if isinstance(name, str) else ""
            meant = (
                next((key for key in known if distance(text, key) <= 2), None)
                if others_allowed
                else nearest(text, known) or ", ".join(known)
            )
            if meant is not None:
                hint = f"Did you mean `{meant}`?" if meant in known else f"The keys are {meant}."
                self.problems.append(f"an unknown key stands in {self._at.rstrip('.') or 'the case'}. {hint}")

    def text(self, key: str) -> str:
        given = self._mapping.get(key)
        if given is None or isinstance(given, str):
            return given or ""
        self.problems.append(f"`{self._at}{key}` must be text.")
        return ""

    def mapping(self, key: str) -> Mapping[Any, Any] | None:
        given = self._mapping.get(key)
        if isinstance(given, Mapping):
            return given
        self.problems.append(f"`{self._at}{key}` must be there and be a mapping.")
        return None

    def names(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        given = self._mapping.get(key)
        if given is None and not required:
            return ()
        if isinstance(given, list) and all(isinstance(name, str) for name in given):
            return tuple(given)
        self.problems.append(f"`{self._at}{key}` must be {'there and be ' if required else ''}a list of names.")
        return ()

    def urgency(self, key: str) -> Urgency:
        given = self._mapping.get(key)
        if isinstance(given, str) and given in {level.value for level in Urgency}:
            return Urgency(given)
        self.problems.append(f"`{self._at}{key}` must be one of {_LEVELS}.")
        return Urgency.ROUTINE


def _vignettes(document: list[object], bank: str) -> tuple[Vignette, ...]:
    read: list[Vignette] = []
    problems: list[str] = []
    seen: set[str] = set()
    for number, case in enumerate(document, 1):
        if not isinstance(case, Mapping):
            problems.append(f"{bank}, case {number}: is not a mapping.")
            continue
        given = case.get("id")
        case_id = given if isinstance(given, str) and given.strip() else ""
        where = f"{bank}, case {ascii(case_id)[1:-1][:60]}" if case_id else f"{bank}, case {number}"
        found = [] if case_id else ["`id` must be there and be text."]
        if case_id in seen:
            found.append("its id stands in the file more than once.")
        seen.add(case_id or where)
        vignette, more = _vignette(case, case_id, bank)
        problems += [f"{where}: {problem}" for problem in (*found, *more)]
        if vignette is not None:
            read.append(vignette)
    if problems:
        raise VignetteError(problems)
    return tuple(read)


def _vignette(case: Mapping[Any, Any], case_id: str, bank: str) -> tuple[Vignette | None, list[str]]:
    reader = _Reader(case)
    # Other keys are allowed, so that a bank may hold notes of its own; one that looks like a slip is not.
    reader.refuse_unknown(_KEYS, others_allowed=True)
    presentation = None
    record = reader.mapping("presentation")
    if record is not None:
        reader.problems += _Reader(record).problems
        presentation, more = _presentation(record)
        reader.problems += more
    expected = reader.mapping("expect")
    expect = None
    if expected is not None:
        expect, more = _expectation(expected)
        reader.problems += more
    confirming = reader.names("confirming")
    for name in confirming:
        if name not in FINDINGS:
            meant = nearest(name, FINDINGS)
            hint = f" Did you mean `{meant}`?" if meant else ""
            reader.problems.append(f"`confirming` holds a name that is not a finding.{hint}")
    texts = {key: reader.text(key) for key in ("name", "told", "source")}
    if reader.problems or presentation is None or expect is None:
        return None, reader.problems
    return Vignette(case_id, presentation, expect, confirming, bank=bank, **texts), []


def _presentation(record: Mapping[Any, Any]) -> tuple[Presentation | None, list[str]]:
    try:
        return Presentation.model_validate(record), []
    except PresentationError as error:
        return None, [problem.message for problem in error.problems]


def _expectation(expected: Mapping[Any, Any]) -> tuple[Expectation, list[str]]:
    reader = _Reader(expected, at="expect.")
    reader.refuse_unknown(_EXPECT_KEYS, others_allowed=False)
    causes = reader.names("causes", required=True)
    urgency = reader.urgency("urgency")
    named = reader.names("urgency_acceptable")
    levels = {level.value: level for level in Urgency}
    if not set(named) <= set(levels):
        reader.problems.append(f"`expect.urgency_acceptable` may hold only {_LEVELS}.")
    acceptable = tuple(levels[name] for name in named if name in levels)
    why = reader.text("urgency_why")
    return Expectation(causes, urgency, acceptable, why), reader.problems
