"""The trace: each firing with what it rested on, and which knowledge spoke. Every explanation is read off it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from .authoring.terms import Grade

AnswerValue = bool | float | str

# The parts of a result are plain frozen dataclasses: the library fills them in itself, so that nothing is left to
# validate, and a dataclass is made in half the time of a model. A result that is read back from JSON is validated,
# parts and all.
STRICT = ConfigDict(extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """One thing a firing rested on. ``kind`` is ``answer`` for an answer of the person, else a conclusion of a rule.

    For an answer, ``id`` is the finding and ``answer`` what was recorded (``None``: not asked). For a conclusion, it is
    the concept, cause, level or option.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: str
    id: str
    # Not in its repr, nor in that of what holds it: those end up in logs.
    says: str = field(repr=False)
    answer: AnswerValue | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One firing, in the order of the engine's agenda."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    rule_id: str
    verb: str
    premises: tuple[Premise, ...]
    concludes: tuple[str, ...]
    because: str
    weight: Annotated[int | None, Field(description="millibans (1000 log10 LR); evidence only")] = None
    counted: Annotated[bool | None, Field(description="whether it was the strongest of its group; evidence only")] = (
        None
    )
    group: str | None = None
    lr: float | None = None
    ci: tuple[float, float] | None = None
    sources: tuple[str, ...]
    grade: Grade
    verified: bool
    written_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeUsed:
    """Which knowledge spoke: its version and a hash over all its statements."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.version} ({self.sha256[:12]})"
