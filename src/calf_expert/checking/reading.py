"""Whatever a result comes as (an Assessment, its JSON, parsed JSON), read as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from pydantic import BaseModel

from .verdict import CannotCheckError, Discrepancy

NO_RESULT = Discrepancy(
    "result", "expected an Assessment (not the record that it is made of), its JSON text, or that text parsed"
)


def read(result: object) -> Any:
    """The result as JSON has it: new dicts and lists of plain values, so that nothing changes while it is checked.

    Raises:
        CannotCheckError: if it is none of these, or its JSON is broken or ambiguous.
    """
    try:
        return json.loads(_text_of(result), object_pairs_hook=_each_once, parse_constant=_refuse)
    except Exception:  # noqa: BLE001 - an object of the caller's may raise anything, and its text may hold an answer
        reason = NO_RESULT
    raise CannotCheckError(reason)


def _text_of(result: object) -> str | bytes | bytearray:
    if isinstance(result, BaseModel):
        # Pydantic would warn of a value that is not of its type, and put the value into the warning.
        return result.model_dump_json(warnings=False)
    if isinstance(result, Mapping):
        return json.dumps(dict(result), allow_nan=False)
    if isinstance(result, (str, bytes, bytearray)):
        return result
    raise TypeError


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. A name that stands in it twice would be read differently by different readers."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError
    return read


def _refuse(_: str) -> NoReturn:
    raise ValueError  # NaN and Infinity are no JSON
