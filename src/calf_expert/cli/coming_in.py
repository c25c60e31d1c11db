"""What comes in: records and results from files, and names. Whatever is refused is never repeated."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from .._record import parse_record
from ..assessment import Assessment
from ..errors import Problem, ReadBackError, UnknownIdError
from ..explanation import pages
from ..findings import FINDINGS
from ..reasoning import assess

MAX_BYTES = 1_000_000
"""A longer record is refused unread. All findings together, answered, take some 15,000 bytes."""

MAX_RESULT_BYTES = 10_000_000
"""The same for a result. With every finding answered yes, it takes some 1.4 million."""

_Item = TypeVar("_Item")


class Refused(Exception):  # noqa: N818  # it is never seen outside this module
    """What was given cannot be right. The text says why and never repeats it."""


class Failed(Exception):  # noqa: N818  # it is never seen outside this module
    """What was asked for cannot be done here. The text says why, and what would help."""


def record_in(name: str) -> dict[str, Any]:
    """The record in a file, not checked yet."""
    return _read(name)[1]


def result_in(name: str) -> Assessment:
    """The assessment of a record, or one that was written with ``assess --json``: no finding is called ``trace``."""
    text, read = _read(name, MAX_RESULT_BYTES)
    if "trace" not in read:
        return assess(read)
    try:
        return Assessment.model_validate_json(text)
    except ReadBackError:
        pass
    raise Refused("the result is not as `calf-expert assess --json` writes it.")


def result_bytes(name: str) -> bytes:
    """A result as it stands in its file, not read yet."""
    data = bytes_of(name, MAX_RESULT_BYTES, "the result")
    if len(data) > MAX_RESULT_BYTES:
        raise Refused(f"the result is longer than {MAX_RESULT_BYTES:,} bytes and was not read.")
    return data


def _read(name: str, most: int = MAX_BYTES) -> tuple[str, dict[str, Any]]:
    """A JSON object as text, and as it reads."""
    data = bytes_of(name, most)
    if len(data) > most:
        raise Refused(f"the record is longer than {most:,} bytes and was not read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("the record is not text in UTF-8.") from None
    if not text.strip():
        raise Refused("the record is empty; with nothing known it would be {}.")
    record = parse_record(text)
    if not isinstance(record, dict):
        raise Refused("the record is not a JSON object of finding ids to answers; see `calf-expert findings`.")
    return text, record


def bytes_of(name: str, most: int, what: str = "the record") -> bytes:
    """What a file, or standard input, holds; one byte more than ``most`` where that is not all."""
    try:
        if name == "-":
            # None where the process was started without one.
            return sys.stdin.buffer.read(most + 1) if sys.stdin else b""
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        failed = error
    # The name is not repeated: it may be a record, or hold the name of the person.
    if name.lstrip().startswith(("{", "[")):
        raise Refused(f"FILE is the name of a file; to give {what} itself, pass it on standard input to FILE `-`.")
    if isinstance(failed, IsADirectoryError):
        raise Refused(f"{what} is a directory, not a file.")
    why = failed.strerror if isinstance(failed, OSError) and failed.strerror else "no file can have this name"
    raise Refused(f"{what} cannot be read: {why[0].lower()}{why[1:]}.")


def of_record(problem: Problem) -> str:
    """The problem in the words of JSON and of the command line."""
    finding = FINDINGS.get(problem.finding or "")
    if finding is not None and problem.message.startswith(f"`{finding.id}` must be"):
        return f"`{finding.id}` must be {pages.in_a_record(finding)}."
    message = problem.message.replace("A name stands", "a name stands").replace("The record", "the record")
    return message.replace("See calf_expert.findings().", "See `calf-expert findings`.")


_LISTED_BY = {
    "format": "export --help",
    "cause": "causes",
    "finding": "findings",
    "group": "findings",
    "rule": "rules",
    "source": "sources",
}


def one(kind: str, name: str, known: Mapping[str, _Item]) -> _Item:
    """What goes by a name that was given on the command line."""
    if name in known:
        return known[name]
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_. -]{0,59}", name):  # it may be a record, by mistake
        raise Refused(f"this is no name of a {kind}; see `calf-expert --help`.")
    unknown = UnknownIdError(kind, name, known)
    raise Refused(
        str(unknown) if unknown.did_you_mean else f"{unknown} See `calf-expert {_LISTED_BY.get(kind, '--help')}`."
    )
