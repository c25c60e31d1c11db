"""What a cause needs beside its rules: something against it, a vignette that it comes first in, honest words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..authoring.statements import Cause, Excludes, Supports, Weakens
from ..authoring.terms import FOUNDING_DOCUMENT
from ..catalogue import Knowledge
from .remarks import Remark, of

CHECK = "cause"


def incomplete(knowledge: Knowledge, first_in: Mapping[str, int] | None = None) -> Iterator[Remark]:
    """Causes that lack something. ``first_in`` counts the vignettes that each cause has to come first in."""
    for cause in knowledge.causes.values():
        own = [s for s in knowledge.statements if isinstance(s, (Supports, Weakens, Excludes)) and s.cause == cause.id]
        if not any(isinstance(statement, Supports) for statement in own):
            yield of(CHECK, cause, "has nothing that speaks for it")
        if not any(isinstance(statement, (Weakens, Excludes)) for statement in own):
            yield of(CHECK, cause, "has nothing that speaks against it")
        if first_in is not None and not first_in.get(cause.id):
            yield of(CHECK, cause, "comes first in no vignette of its own")
        named = any(s.grade is FOUNDING_DOCUMENT and s.location.module == cause.location.module for s in own)
        yield from (of(CHECK, cause, problem) for problem in _words(cause, named_by_founding_document=named))


def _words(cause: Cause, *, named_by_founding_document: bool) -> Iterator[str]:
    if cause.dangerous and not cause.open_until:
        yield "is dangerous and does not say what would close it (`open_until`)"
    if (cause.founding or cause.today or named_by_founding_document) and not (cause.founding and cause.today):
        yield "rests on the founding document, and lacks `founding` or `today`: what it says, and what holds today"
