"""A document as plain text, for a terminal or a message."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Block, Document, Point, Section, spoken
from .layout import wrap
from .wording import Told


def as_text(document: Document) -> str:
    """The document, wrapped for a terminal."""
    lines = [*wrap(_one_line(document.title.text))]
    lines.extend(_blocks(document.opening, ""))
    for section in document.sections:
        lines.extend(["", *_section(section, "")])
    for line in document.closing:
        lines.extend(["", *wrap(_row(line.told))])
    return "\n".join(lines) + "\n"


def _section(section: Section, indent: str) -> Iterator[str]:
    title = _one_line(section.title.text)
    yield from wrap(title, indent)
    if not indent:
        yield "=" * min(len(title), 92)
    inside = f"{indent}  "
    yield from _blocks(section.blocks, inside)
    for part in section.sections:
        yield ""
        yield from _section(part, inside)


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        if hasattr(block, "told"):
            yield from wrap(_row(block.told), indent)
        else:
            for point in block.points:
                yield from _point(point, indent)


def _point(point: Point, indent: str) -> Iterator[str]:
    if point.told:
        yield from wrap(f"- {_row(point.told)}", indent, f"{indent}  ")
    for below in point.below:
        yield from _point(below, f"{indent}  ")


def _row(told: tuple[Told, ...]) -> str:
    return " ".join(f"{_one_line(one.text)}{sign}" for one, sign in spoken(told))


def _one_line(text: str) -> str:
    return " ".join(text.split())
