"""A document as Markdown (CommonMark), with every sign of the text itself escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Block, Document, Line, Point, Section, spoken
from .wording import Told

# What could begin emphasis, code, a link, HTML, an entity, a table, strikethrough or, in Jupyter, a formula. Inside a
# word an underscore begins nothing, and ids stay readable.
_SIGNS = re.compile(r"([\\`*\[<>&|~$]|(?<![^\W_])_|_(?![^\W_]))")
_AT_START = re.compile(r"^(?:([#+\-=:])|(\d+)([.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>()\"'\\]+")


def as_markdown(document: Document, *, level: int = 1) -> str:
    """The document, its title a heading of this level."""
    parts = [f"{'#' * level} {escape(document.title.text)}", *_blocks(document.opening)]
    for section in document.sections:
        parts.extend(_section(section, level + 1))
    parts.append("---")
    parts.extend(_row(line.told) for line in document.closing)
    return "\n\n".join(part for part in parts if part) + "\n"


def fenced(text: str, language: str) -> str:
    """A block of code, in a fence longer than any inside it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    text = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda start: f"\\{start[1]}" if start[1] else f"{start[2]}\\{start[3]}", text)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escape(section.title.text)}"
    yield from _blocks(section.blocks)
    for part in section.sections:
        yield from _section(part, level + 1)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield f"**{_row(block.told)}**" if block.tone in _LEVELS else _row(block.told)
        else:
            yield "\n".join(line for point in block.points for line in _point(point, ""))


_LEVELS = frozenset({"emergency", "same_day", "within_days", "routine", "self_care"})


def _point(point: Point, indent: str) -> Iterator[str]:
    yield f"{indent}- {_row(point.told)}"
    for below in point.below:
        yield from _point(below, f"{indent}  ")


def _row(told: tuple[Told, ...]) -> str:
    return " ".join(_told(one, sign) for one, sign in spoken(told))


def _told(told: Told, sign: str) -> str:
    text = f"{escape(told.text)}{sign}"
    if told.link is not None and _ADDRESS.fullmatch(told.link):
        # The citation ends with the address; it is made a link, and written once.
        before = told.text.removesuffix(told.link).rstrip()
        if before != told.text:
            return f"{escape(before)} <{told.link}>"
    if told.role == "name":
        return f"**{text}**"
    return f"*{text}*" if told.role == "label" else text
