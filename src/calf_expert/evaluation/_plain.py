"""From text to plain data, in which each mapping knows the names that stood in it twice.

Where something is wrong it is told by its place and never in the parser's own words, which may repeat the text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any


class AsWritten(dict[Any, Any]):
    """A mapping as it was written. Of two equal names the later has silently won; ``twice`` tells of it."""

    twice: tuple[str, ...] = ()


def more_than_once(names: Iterable[str]) -> tuple[str, ...]:
    """The names that occur more than once, each once, in their order."""
    return tuple(name for name, times in Counter(names).items() if times > 1)


def from_json(text: str) -> tuple[object, str | None]:
    """What the text holds, or what is wrong with it."""
    place = ""
    try:
        return json.loads(text, object_pairs_hook=_of_pairs), None
    except json.JSONDecodeError as error:
        place = f" (line {error.lineno} column {error.colno})"
    except (RecursionError, ValueError):  # nested too deep, or a number with too many digits
        pass
    return None, f"is not valid JSON{place}"


def _of_pairs(pairs: list[tuple[str, Any]]) -> AsWritten:
    mapping = AsWritten(pairs)
    mapping.twice = more_than_once(name for name, _ in pairs)
    return mapping
