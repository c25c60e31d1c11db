"""The statements that knowledge is written in. A statement only says something; the engine compiles it to one rule.

Each statement knows the file and line it is written at and takes its id from its module: ``<module>.<name>``. Authors
make them with the words in ``verbs``.
"""

from __future__ import annotations

import functools
import math
import sys
from dataclasses import dataclass, field
from pathlib import PurePath

from .conditions import Condition, NotKnown, Offered
from .shown import Shown
from .terms import Commonness, Grade, OptionKind, Strength, Urgency, millibans


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a statement is written: the module below the knowledge, the file's name, the line."""

    module: str
    file: str
    line: int
    name: str = field(init=False, compare=False, repr=False)
    """The last part of the module's name; rule ids begin with it, and causes are called by it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.module.rpartition(".")[2])

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def written_here(depth: int) -> Location:
    """The place in the knowledge ``depth`` frames up."""
    frame = sys._getframe(depth)  # noqa: SLF001 - a statement knows its file and line; inspect would cost 100 times as much
    module = str(frame.f_globals.get("__name__", "unknown"))
    return Location(module, _below_knowledge(frame.f_code.co_filename), frame.f_lineno)


@functools.cache
def _below_knowledge(path: str) -> str:
    parts = PurePath(path).parts
    # Everything above the knowledge folder differs from machine to machine and must not reach a result.
    start = max((i for i, part in enumerate(parts) if part == "knowledge"), default=len(parts) - 1)
    return "/".join(parts[start:])


def as_tuple(names: str | tuple[str, ...]) -> tuple[str, ...]:
    """One name, or several: a lone name would otherwise be taken for its letters."""
    return (names,) if isinstance(names, str) else tuple(names)


# What statements speak of. --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Shown):
    """A published source. ``seen`` says whether it, its abstract or a page that quotes it was read for this library."""

    id: str
    authors: str
    title: str
    where: str
    year: str
    link: str | None = None
    seen: bool = False
    seen_at: str | None = None

    @property
    def citation(self) -> str:
        """The source on one line."""
        link = f" {self.link}" if self.link else ""
        title = self.title if self.title.endswith(("?", "!", ".")) else f"{self.title}."
        return f"{self.authors}. {title} {self.where}, {self.year}.{link}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Shown):
    """A cause of calf pain. Its id is the name of the module it is declared in.

    ``urgency`` is how soon a person with this cause should be seen once it is likely enough to act on. A cause of
    self-care brings that level only where the concept ``self_care_after`` was concluded and ``self_care_unless`` not;
    otherwise it brings a routine visit.
    ``open_until`` says, for a dangerous cause, what would close it and why symptoms do not. ``founding`` and ``today``
    hold the founding document's view and where current guidance differs. ``reviewed`` names the clinician who reviewed
    the module, and is ``None`` until one has.
    """

    name: str
    icd10: str
    commonness: Commonness
    urgency: Urgency
    summary: str
    mechanism: str
    sources: tuple[str, ...]
    also_called: tuple[str, ...] = ()
    self_care_after: str | None = None
    self_care_unless: str | None = None
    open_until: str | None = None
    founding: str | None = None
    today: str | None = None
    reviewed: str | None = None
    location: Location = field(compare=False, repr=False, default_factory=lambda: written_here(3))

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", as_tuple(self.sources))

    @property
    def id(self) -> str:
        """The cause's id, which never changes."""
        return self.location.name

    @property
    def dangerous(self) -> bool:
        """Whether missing it for a day can do lasting harm."""
        return self.urgency in (Urgency.SAME_DAY, Urgency.EMERGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something that may be offered: a medicine, a physical measure. Rules forbid it or caution by its id or family.

    ``listed_by`` is the source that lists it for the cause, ``guidance`` what current guidance says beside that.
    No doses, on purpose.
    """

    id: str
    name: str
    kind: OptionKind
    guidance: str
    source: tuple[str, ...]
    families: tuple[str, ...] = ()
    drug_class: str | None = None
    verified: bool = False
    location: Location = field(compare=False, repr=False, default_factory=lambda: written_here(3))

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", as_tuple(self.source))

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The names by which rules can speak of it: its id, its families, its kind."""
        return (self.id, *self.families, self.kind.value)


# Statements. ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Shown):
    """What every statement has. ``because`` is one sentence that a patient can follow."""

    name: str
    when: tuple[Condition, ...]
    because: str
    source: tuple[str, ...]
    grade: Grade
    where: str | None
    verified: bool
    location: Location = field(compare=False, repr=False)
    id: str = field(init=False, compare=False, repr=False)
    """``<module>.<name>``; it never changes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.location.name}.{self.name}")

    @property
    def verb(self) -> str:
        """The word it was written with."""
        return type(self).__name__.lower()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The complete left-hand side."""
        return self.when

    def in_words(self) -> str:
        """The left-hand side in words."""
        return "; and ".join(condition.in_words() for condition in self.conditions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concludes(Statement):
    """Concludes a concept that other statements rest on."""

    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores(Concludes):
    """A score falls into one of its classes. Derived from the score's declaration, never written by an author.

    Its ``concept`` is ``<score>:<class>``, which no author can write as a concept: rules rest on it by ``Scored``.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Statement):
    """Speaks for or against the module's cause. ``group`` joins signs that say the same: the strongest one counts.

    ``given`` is what the sign presupposes: the first conditions of ``when``, which have to hold and weigh nothing. Weak
    thighs speak for harm by a medicine given that one is taken; the medicine itself is counted by another statement.
    """

    given: tuple[Condition, ...] = ()
    group: str | None
    lr: float | None
    ci: tuple[float, float] | None
    strength: Strength | None
    cause: str = field(init=False, compare=False, repr=False)
    """The cause it speaks of."""
    weight: int = field(init=False, compare=False, repr=False)
    """Millibans, positive for the cause and negative against it."""

    def __post_init__(self) -> None:
        Statement.__post_init__(self)
        object.__setattr__(self, "cause", self.location.name)
        object.__setattr__(self, "weight", _weight_of(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Supports(Evidence):
    """Speaks for the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakens(Evidence):
    """Speaks against the cause."""


def _weight_of(sign: Evidence) -> int:
    lr: object = sign.lr
    strength: object = sign.strength
    if isinstance(lr, (int, float)) and 0 < lr < math.inf:
        return millibans(lr)
    if isinstance(strength, Strength):
        return -millibans(strength.ratio) if isinstance(sign, Weakens) else millibans(strength.ratio)
    return 0  # neither makes sense, which the checks say once all is loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirms(Statement):
    """A recorded test settles that the module's cause is there."""

    @property
    def cause(self) -> str:
        """The cause it speaks of."""
        return self.location.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Excludes(Statement):
    """A recorded test settles that the module's cause is not there."""

    @property
    def cause(self) -> str:
        """The cause it speaks of."""
        return self.location.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts(Statement):
    """A red flag: sets an urgency that nothing lowers, names causes, and says what to do."""

    flag: str
    urgency: Urgency
    suspects: tuple[str, ...]
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers(Statement):
    """Brings up an option for the module's cause."""

    option: str

    @property
    def cause(self) -> str:
        """The cause it is offered for."""
        return self.location.name


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOption(Statement):
    """Speaks of an option, or a family of them, and matches only where it has come up."""

    what: str

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The complete left-hand side, the option included."""
        return (Offered(self.what), *self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbids(OnOption):
    """The option must not be used by this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cautions(OnOption):
    """The option needs a clinician's decision first (``major``), or a word with one."""

    major: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks(OnOption):
    """The option cannot be cleared before this finding is known."""

    about: str

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The complete left-hand side: the option has come up, the finding is not known, and the rest."""
        return (Offered(self.what), NotKnown(self.about), *self.when)
