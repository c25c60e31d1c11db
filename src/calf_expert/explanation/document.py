"""A text before it is laid out: sections of paragraphs and points, made of sentences that know where they are from.

What is said is decided where a document is made; the layouts (plain text, Markdown, HTML) add nothing but their signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .wording import Told


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    told: tuple[Told, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a list, with the lists below it. ``tone`` is for the eye only: what it means is in the words."""

    told: tuple[Told, ...]
    below: tuple[Point, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


Block: TypeAlias = Line | Points


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading."""

    title: Told
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text. ``closing`` stands at its end, apart: what every text carries."""

    title: Told
    language: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Line, ...]


def spoken(told: tuple[Told, ...]) -> Iterator[tuple[Told, str]]:
    """Sentences in a row, each with the sign that has to follow it: a name is closed before the next begins."""
    for place, one in enumerate(told):
        is_open = one.role == "name" and place + 1 < len(told) and not one.text.endswith((".", "!", "?", ":"))
        yield one, "." if is_open and told[place + 1].role != "meta" else ""


def sentences(document: Document) -> tuple[Told, ...]:
    """Every sentence of a document, headings included, in the order in which they are read."""
    return (
        document.title,
        *_in_blocks(document.opening),
        *(told for section in document.sections for told in _in_section(section)),
        *_in_blocks(document.closing),
    )


def _in_section(section: Section) -> Iterator[Told]:
    yield section.title
    yield from _in_blocks(section.blocks)
    for part in section.sections:
        yield from _in_section(part)


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[Told]:
    for block in blocks:
        if isinstance(block, Line):
            yield from block.told
        else:
            for point in block.points:
                yield from _in_point(point)


def _in_point(point: Point) -> Iterator[Told]:
    yield from point.told
    for part in point.below:
        yield from _in_point(part)
