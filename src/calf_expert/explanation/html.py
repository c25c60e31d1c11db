"""A document as HTML: one page by itself, or a fragment for an application; no script, nothing from elsewhere.

Every text is escaped. What a colour says stands in the words as well. Headings follow one another without a gap, and a
sentence in another language than the page is marked so that a screen reader changes its voice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html import escape
from importlib import resources

from .._once import once
from .document import Block, Document, Line, Point, Section, sentences, spoken
from .wording import Told

_LEVELS = frozenset({"emergency", "same_day", "within_days", "routine", "self_care"})
_LINK = re.compile(r"https?://[^\s<>\"'\\]+")
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; background: #ffffff; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #14181d; }} }}
@media print {{ body {{ background: #ffffff; }} }}
{style}</style>
</head>
<body>
<main>
{article}</main>
</body>
</html>
"""


@once
def style() -> str:
    """The style sheet of a fragment, for the head of the page that it is put into."""
    return resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def as_html(document: Document, *, full_page: bool = True, level: int | None = None) -> str:
    """The document as a page, or as an ``<article>`` for another page, which takes the style from :func:`style`.

    ``level`` is that of its first heading: by default 1 on a page of its own, and 2 on another.
    """
    article = _Article(document, level or (1 if full_page else 2), labelled=full_page).html()
    if not full_page:
        return article
    return _PAGE.format(
        language=escape(document.language), title=escape(document.title.text), style=style(), article=article
    )


def styled(document: Document) -> str:
    """A fragment with its style before it, for a notebook."""
    return f"<style>{style()}</style>\n{as_html(document, full_page=False)}"


class _Article:
    def __init__(self, document: Document, level: int, *, labelled: bool) -> None:
        self._document = document
        # On a page with other things a part called "Why" is no landmark: there may be several.
        self._labelled = labelled
        self._level = level
        # Several articles may stand on one page, and ids must differ there.
        content = "\n".join(told.text for told in sentences(document))
        self._mark = f"ce-{hashlib.sha256(content.encode()).hexdigest()[:10]}"
        self._headings = 0

    def html(self) -> str:
        document = self._document
        # Made from the top down, because headings are numbered as they come.
        heading = self._heading(document.title, self._level)
        opening = f'<article class="calf-expert" lang="{escape(document.language)}" aria-labelledby="{self._mark}-1">'
        lines = [opening, heading, *self._blocks(document.opening)]
        for section in document.sections:
            lines.extend(self._section(section, self._level + 1))
        closing = [self._line(line) for line in document.closing]
        lines.extend(["<footer>", *closing, "</footer>", "</article>"])
        return "\n".join(lines) + "\n"

    def _heading(self, told: Told, level: int) -> str:
        self._headings += 1
        at = min(level, 6)
        return f'<h{at} id="{self._mark}-{self._headings}">{_text(told)}</h{at}>'

    def _section(self, section: Section, level: int) -> Iterator[str]:
        heading = self._heading(section.title, level)
        yield f'<section aria-labelledby="{self._mark}-{self._headings}">' if self._labelled else "<section>"
        yield heading
        yield from self._blocks(section.blocks)
        for part in section.sections:
            yield from self._section(part, level + 1)
        yield "</section>"

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Line):
                yield self._line(block)
            else:
                yield "<ul>"
                for point in block.points:
                    yield from self._point(point)
                yield "</ul>"

    def _line(self, line: Line) -> str:
        if line.tone in _LEVELS:
            return f'<p class="ce-level ce-{line.tone.replace("_", "-")}">{_row(line.told)}</p>'
        return f"<p>{_row(line.told)}</p>"

    def _point(self, point: Point) -> Iterator[str]:
        tone = f' class="ce-{point.tone}"' if point.tone else ""
        if not point.below:
            yield f"<li{tone}>{_row(point.told)}</li>"
            return
        yield f"<li{tone}>{_row(point.told)}"
        yield "<ul>"
        for below in point.below:
            yield from self._point(below)
        yield "</ul>"
        yield "</li>"


def _row(told: tuple[Told, ...]) -> str:
    return " ".join(_span(one, sign) for one, sign in spoken(told))


def _span(told: Told, sign: str) -> str:
    inside = _text(told) + sign
    language = f' lang="{escape(told.language)}"' if told.language else ""
    kind = f' class="ce-{told.role}"' if told.role != "text" else ""
    return f"<span{kind}{language}>{inside}</span>" if kind or language else inside


def _text(told: Told) -> str:
    text = " ".join(told.text.split())
    if told.link is not None and _LINK.fullmatch(told.link) and text.endswith(told.link):
        address = escape(told.link)
        return f'{escape(text.removesuffix(told.link))}<a href="{address}" rel="noreferrer">{address}</a>'
    return escape(text)
