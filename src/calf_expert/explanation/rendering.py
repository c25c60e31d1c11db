"""A result in words: which register, which layout. All of them are made from one document for each register."""

from __future__ import annotations

from typing import Literal

from .._failing import holds_together
from ..errors import ArgumentError
from ..result import Result
from .clinician import clinician_document
from .document import Document, sentences
from .html import as_html, styled
from .markdown import as_markdown
from .patient import patient_document
from .plain import as_text
from .text import assessment_in_text
from .wording import About, Told, Voice, Wording

Register = Literal["patient", "clinician"]
REGISTERS = {"patient": patient_document, "clinician": clinician_document}


@holds_together
def document_of(
    assessment: Result,
    register: Register,
    about: About = "self",
    *,
    brief: bool = False,
    wording: Wording | None = None,
) -> Document:
    """The result in a register.

    Raises:
        ArgumentError: if there is no such register, or a text cannot be about that.
    """
    asked: object = register
    if not isinstance(asked, str) or asked not in REGISTERS:
        raise ArgumentError(f"the register of a text is {' or '.join(REGISTERS)}")
    return REGISTERS[register](assessment, Voice(wording, about), brief=brief)


@holds_together
def in_text(
    assessment: Result, register: Register | None, about: About, *, brief: bool, wording: Wording | None
) -> str:
    """The result as plain text; without a register, all of it."""
    if register is None:
        if about != "self":
            raise ArgumentError("only the patient register speaks to someone: give register='patient' as well")
        return assessment_in_text(assessment, Voice(wording), brief=brief)
    return as_text(document_of(assessment, register, about, brief=brief, wording=wording))


def in_markdown(assessment: Result, register: Register, about: About, *, brief: bool, wording: Wording | None) -> str:
    """The result as Markdown."""
    return as_markdown(document_of(assessment, register, about, brief=brief, wording=wording))


def in_html(
    assessment: Result,
    register: Register,
    about: About,
    *,
    brief: bool,
    full_page: bool,
    wording: Wording | None,
) -> str:
    """The result as HTML."""
    return as_html(document_of(assessment, register, about, brief=brief, wording=wording), full_page=full_page)


def told_by(
    assessment: Result, register: Register, about: About, *, brief: bool, wording: Wording | None
) -> tuple[tuple[str, str], ...]:
    """Every sentence with its origin."""
    document = document_of(assessment, register, about, brief=brief, wording=wording)
    return tuple((told.text, told.origin) for told in sentences(document) if told.text)


def bundle(document: Document, *, after: str = "") -> dict[str, str]:
    """What Jupyter shows of a document. ``after`` is put at the end of its Markdown."""
    return {
        "text/plain": as_text(document),
        "text/markdown": as_markdown(document, level=3) + (f"\n{after}" if after else ""),
        "text/html": styled(document),
    }


__all__ = [
    "REGISTERS",
    "Register",
    "Told",
    "bundle",
    "document_of",
    "in_html",
    "in_markdown",
    "in_text",
    "told_by",
]
