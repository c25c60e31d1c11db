"""How hard the words for patients are to read, in school years (Flesch and Kincaid, by textstat).

Kincaid and others 1975, "Derivation of new readability formulas", Naval Technical Training Command, report 8-75. The
formula looks at the length of sentences and words only. A text below the limit is no good text by that; one above it
is too hard for many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..authoring.statements import Alerts, Scores
from ..catalogue import Knowledge
from ..findings import FINDINGS, AskedOf
from .remarks import Remark

HIGHEST_GRADE = 8.0
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_FAMILIAR = "doctor"  # two syllables


def hard_to_read(knowledge: Knowledge, glossary: Mapping[str, str], *, questions: bool = True) -> Iterator[Remark]:
    """Texts for patients above the highest grade."""
    for where, subject, what, text in texts_for_patients(knowledge, questions=questions):
        reached = round(grade(text, glossary), 1)
        if reached > HIGHEST_GRADE:
            yield Remark(where, "reading", subject, f"reads at grade {reached} ({what}): {text}")


def grade(text: str, glossary: Mapping[str, str]) -> float:
    """The reading grade, with the words of the glossary weighed as familiar ones.

    Raises:
        ImportError: if textstat is not installed.
    """
    import textstat  # noqa: PLC0415 - wanted for this alone, and not installed with the library

    textstat.set_lang("en_GB")
    familiar = _WORD.sub(lambda word: _FAMILIAR if word[0].lower() in glossary else word[0], text)
    return float(textstat.flesch_kincaid_grade(familiar))


def texts_for_patients(knowledge: Knowledge, *, questions: bool = True) -> Iterator[tuple[str, str, str, str]]:
    """Every text that a patient may meet, each once: where it is written, of what, which text, and the text itself.

    Questions for clinicians and laboratories are not among them.
    """
    told: set[str] = set()
    for where, subject, what, text in _all_texts(knowledge, questions=questions):
        if text not in told:
            told.add(text)
            yield where, subject, what, text


def _all_texts(knowledge: Knowledge, *, questions: bool) -> Iterator[tuple[str, str, str, str]]:
    for statement in knowledge.statements:
        # A class of a score is told with the published name of its score, which nobody may make plainer.
        if not isinstance(statement, Scores):
            yield str(statement.location), statement.id, "because", statement.because
        if isinstance(statement, Alerts):
            yield str(statement.location), statement.id, "action", statement.action
    for option in knowledge.options.values():
        yield str(option.location), option.id, "guidance", option.guidance
    for cause in knowledge.causes.values():
        yield str(cause.location), cause.id, "summary", cause.summary
    for finding in FINDINGS.values() if questions else ():
        if finding.asked_of is AskedOf.PATIENT:
            yield f"findings/{finding.group}.py", finding.id, "question", finding.question
