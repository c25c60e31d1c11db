"""How text is laid out: the width of a line, and how what is longer is broken. The same wherever it runs."""

from __future__ import annotations

import textwrap

from ..findings import FINDINGS, UNKNOWN
from ..trace import AnswerValue, Premise

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


def told(finding_id: str, answer: bool | float | str | None) -> str:
    """An answer in words: what was asked, and what was said."""
    finding = FINDINGS.get(finding_id)
    label = finding.label if finding is not None else words(finding_id)
    return f"{label}: {answered(finding_id, answer)}"


def answered(finding_id: str, answer: bool | float | str | None) -> str:
    """An answer in words, without what was asked."""
    if answer is None:
        return "not asked"
    if answer == UNKNOWN:
        return "asked, and not known"
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, str):
        return words(answer)
    finding = FINDINGS.get(finding_id)
    unit = f" {finding.unit}" if finding is not None and finding.unit not in (None, "score", "ratio") else ""
    return f"{answer:.10g}{unit}"


def in_words(premise: Premise) -> str:
    """A premise in words; where those leave open what was answered, that too."""
    if premise.kind != "answer":
        return premise.says
    answer: AnswerValue | None = premise.answer
    told_as = answered(premise.id, answer)
    if isinstance(answer, bool) or premise.says.endswith(f": {told_as}"):
        return premise.says
    return f"{premise.says} ({told_as})"
