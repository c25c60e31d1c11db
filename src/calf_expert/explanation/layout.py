"""How text is laid out: the width of a line, and how what is longer is broken. The same wherever it runs."""

from __future__ import annotations

import textwrap

WIDTH = 92


def wrap(text: str, first: str = "", following: str | None = None) -> list[str]:
    """The lines of a text. ``first`` indents the first and, where ``following`` is left out, the others too."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if following is None else following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def words(value: str) -> str:
    """An id as words."""
    return value.replace("_", " ")
