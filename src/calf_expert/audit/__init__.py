"""Checks of a body of knowledge as a whole: what is true of every statement alone may still be wrong together.

They need no person and no vignette: what can hold together, and what follows from what, is decided from the statements
themselves, exactly, over all answers that a record can hold (see ``meaning`` for what is taken as free).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Knowledge
from .argued import COVERED_RULES, UNREAD_FINDINGS
from .causes import incomplete
from .glossary import GLOSSARY
from .meaning import Meaning
from .overlap import contradictions, overlapping
from .reach import idle, undecided, unreachable
from .reading import hard_to_read
from .remarks import Remark
from .trials import Trials
from .use import read_by_rules, unread, unused

__all__ = ["COVERED_RULES", "GLOSSARY", "UNREAD_FINDINGS", "Remark", "Report", "audit"]


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit found.

    ``problems`` have to be mended or argued; ``notes`` are worth a look; ``figures`` say how much was looked at.
    """

    problems: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    figures: Mapping[str, int]


def audit(
    knowledge: Knowledge,
    *,
    first_in: Mapping[str, int] | None = None,
    unread_findings: Mapping[str, str] | None = None,
    covered_rules: Mapping[str, str] | None = None,
    glossary: Mapping[str, str] = GLOSSARY,
) -> Report:
    """Check a body of knowledge as a whole.

    ``first_in`` counts the vignettes that each cause comes first in; without it that is not checked.
    ``unread_findings`` says why findings may stay unread; without it findings are not checked, neither for being read
    nor for how their questions read: a small body of knowledge reads few of them. ``covered_rules`` says why rules
    that others cover may stand.

    Raises:
        ImportError: if textstat is not installed.
    """
    meaning = Meaning(knowledge)
    trials = Trials(meaning)
    whole = unread_findings is not None
    problems = [
        *unreachable(meaning),
        *contradictions(meaning),
        *_not_argued(overlapping(meaning), covered_rules or {}),
        *unused(knowledge),
        *(unread(knowledge, unread_findings) if unread_findings is not None else ()),
        *incomplete(knowledge, first_in),
        *trials.limits(),
        *trials.flags(),
        *hard_to_read(knowledge, glossary, questions=whole),
    ]
    figures = {
        "causes": len(knowledge.causes),
        "statements": len(knowledge.statements),
        "findings that rules read": len(read_by_rules(knowledge)),
        "limits tried": trials.tried.limits,
        "limits at which a neighbouring part of the same rule holds as well": trials.tried.shared,
        "red flags tried": trials.tried.flags,
        "people derived": trials.tried.people,
        "questions given up as too large": meaning.given_up,
    }
    return Report(tuple(problems), (*idle(meaning), *undecided(meaning)), figures)


def _not_argued(remarks: Iterable[Remark], argued: Mapping[str, str]) -> Iterator[Remark]:
    """The remarks on rules that nobody argued for, and arguments that are no longer needed."""
    needed: set[str] = set()
    for remark in remarks:
        needed.add(remark.subject)
        if remark.subject not in argued:
            yield remark
    for rule in argued:
        if rule not in needed:
            yield Remark("the list of covered rules", "overlap", rule, "is covered by no other rule: strike it")
