"""What a question is asked with: refused where it is no such thing, and not repeated then."""

from __future__ import annotations

from typing import SupportsIndex

from .errors import ArgumentError


def an_id(given: object, argument: str, of: str) -> str:
    """An id as plain text; whether there is such an id is for whoever looks it up.

    Raises:
        ArgumentError: if it is no text.
    """
    if not isinstance(given, str):
        raise ArgumentError(f"`{argument}` must be the id of {of}, as text")
    # Of a member of an enum, or any other text that is more than its letters, only the letters.
    return str.__str__(given)


def yes_or_no(given: object, argument: str) -> bool:
    """What is true or false: not any other text or number, which would only be taken for one."""
    if not isinstance(given, bool):
        raise ArgumentError(f"`{argument}` must be True or False")
    return given


def how_many(given: object, argument: str) -> int | None:
    """A number of things, or ``None`` for all."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, SupportsIndex) or given.__index__() < 0:
        raise ArgumentError(f"`{argument}` must be a whole number from 0, or None for all")
    return given.__index__()


def one_of(words: list[str]) -> str:
    """The words among which there is a choice."""
    return f"{', '.join(words[:-1])} or {words[-1]}"
