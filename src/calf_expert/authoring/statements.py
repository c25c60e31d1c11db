"""The statements that knowledge is written in. A statement only says something; the engine compiles it to one rule.

Each statement knows the file and line it is written at and takes its id from its module: ``<module>.<name>``. The words
at the bottom (:func:`concludes`, :func:`supports`, ...) are what authors write; they check nothing, so that all that is
wrong with the knowledge can be reported at once when it is loaded (see ``checks``).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import PurePath

from .conditions import Condition, NotKnown, Offered, OnAnswers
from .terms import CONSENSUS, GUIDELINE, QUANTITATIVE, Commonness, Grade, OptionKind, Strength, Urgency, millibans


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a statement is written: the module below the knowledge, the file's name, the line."""

    module: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def name(self) -> str:
        """The last part of the module's name; rule ids begin with it."""
        return self.module.rpartition(".")[2]


def _here(depth: int) -> Location:
    frame = sys._getframe(depth)  # noqa: SLF001 - a statement knows its file and line; inspect would cost 100 times as much
    module = str(frame.f_globals.get("__name__", "unknown"))
    parts = PurePath(frame.f_code.co_filename).parts
    # Everything above the knowledge folder differs from machine to machine and must not reach a result.
    start = max((i for i, part in enumerate(parts) if part == "knowledge"), default=len(parts) - 1)
    return Location(module, "/".join(parts[start:]), frame.f_lineno)


# What statements speak of. --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
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
        return f"{self.authors}. {self.title}. {self.where}, {self.year}.{link}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A cause of calf pain. Its id is the name of the module it is declared in.

    ``urgency`` is how soon a person with this cause should be seen once it is likely enough to act on. A cause of
    self-care brings that level only where the concept ``self_care_after`` was concluded, and a routine visit otherwise.
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
    open_until: str | None = None
    founding: str | None = None
    today: str | None = None
    reviewed: str | None = None
    location: Location = field(compare=False, repr=False, default_factory=lambda: _here(3))

    @property
    def id(self) -> str:
        """The cause's id, which never changes."""
        return self.location.name

    @property
    def dangerous(self) -> bool:
        """Whether missing it for a day can do lasting harm."""
        return self.urgency >= Urgency.SAME_DAY


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
    location: Location = field(compare=False, repr=False, default_factory=lambda: _here(3))

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The names by which rules can speak of it: its id, its families, its kind."""
        return (self.id, *self.families, self.kind.value)


# Statements. ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What every statement has. ``because`` is one sentence that a patient can follow."""

    name: str
    when: tuple[Condition, ...]
    because: str
    source: tuple[str, ...]
    grade: Grade
    where: str | None
    verified: bool
    location: Location = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        """``<module>.<name>``; it never changes."""
        return f"{self.location.name}.{self.name}"

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
class Evidence(Statement):
    """Speaks for or against the module's cause. ``group`` joins signs that say the same: the strongest one counts."""

    group: str | None
    lr: float | None
    ci: tuple[float, float] | None
    strength: Strength | None

    @property
    def cause(self) -> str:
        """The cause it speaks of."""
        return self.location.name

    @property
    def weight(self) -> int:
        """Millibans, positive for the cause and negative against it."""
        if self.lr is not None:
            return millibans(self.lr)
        assert self.strength is not None
        return millibans(self.strength.ratio)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supports(Evidence):
    """Speaks for the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakens(Evidence):
    """Speaks against the cause."""

    @property
    def weight(self) -> int:
        """Millibans, negative."""
        if self.lr is not None:
            return millibans(self.lr)
        assert self.strength is not None
        return -millibans(self.strength.ratio)


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


# The words authors write. ---------------------------------------------------------------------------------------------


def _sources(source: str | tuple[str, ...]) -> tuple[str, ...]:
    return (source,) if isinstance(source, str) else tuple(source)


def concludes(
    name: str,
    *,
    concept: str,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = CONSENSUS,
    where: str | None = None,
    verified: bool = False,
) -> Concludes:
    """Conclude ``concept``; several statements may conclude the same one."""
    return Concludes(
        name=name,
        concept=concept,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def supports(
    name: str,
    *,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    group: str | None = None,
    lr: float | None = None,
    ci: tuple[float, float] | None = None,
    strength: Strength | None = None,
    grade: Grade | None = None,
    where: str | None = None,
    verified: bool = False,
) -> Supports:
    """Speak for the cause with a published likelihood ratio (``lr``, with its interval), or else a ``strength``."""
    return Supports(
        name=name,
        when=tuple(when),
        because=because,
        source=_sources(source),
        group=group,
        lr=lr,
        ci=ci,
        strength=strength,
        grade=grade or (QUANTITATIVE if lr is not None else CONSENSUS),
        where=where,
        verified=verified,
        location=_here(2),
    )


def weakens(
    name: str,
    *,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    group: str | None = None,
    lr: float | None = None,
    ci: tuple[float, float] | None = None,
    strength: Strength | None = None,
    grade: Grade | None = None,
    where: str | None = None,
    verified: bool = False,
) -> Weakens:
    """Speak against the cause: ``lr`` below 1, or a ``strength`` that is taken inversely."""
    return Weakens(
        name=name,
        when=tuple(when),
        because=because,
        source=_sources(source),
        group=group,
        lr=lr,
        ci=ci,
        strength=strength,
        grade=grade or (QUANTITATIVE if lr is not None else CONSENSUS),
        where=where,
        verified=verified,
        location=_here(2),
    )


def confirms(
    name: str,
    *,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = GUIDELINE,
    where: str | None = None,
    verified: bool = False,
) -> Confirms:
    """Settle the cause by a recorded test."""
    return Confirms(
        name=name,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def excludes(
    name: str,
    *,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = GUIDELINE,
    where: str | None = None,
    verified: bool = False,
) -> Excludes:
    """Close the cause by a recorded test; never by symptoms."""
    return Excludes(
        name=name,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def alerts(
    name: str,
    *,
    flag: str,
    urgency: Urgency,
    suspects: list[str],
    when: list[Condition],
    action: str,
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = CONSENSUS,
    where: str | None = None,
    verified: bool = False,
) -> Alerts:
    """Raise a red flag. ``flag`` is its stable id, ``action`` what to do now, ``because`` why."""
    return Alerts(
        name=name,
        flag=flag,
        urgency=urgency,
        suspects=tuple(suspects),
        when=tuple(when),
        action=action,
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def offers(
    name: str,
    *,
    option: str,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = CONSENSUS,
    where: str | None = None,
    verified: bool = False,
) -> Offers:
    """Bring up a declared option for the module's cause."""
    return Offers(
        name=name,
        option=option,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def forbids(
    name: str,
    *,
    what: str,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    grade: Grade = CONSENSUS,
    where: str | None = None,
    verified: bool = False,
) -> Forbids:
    """Forbid an option or a family of options."""
    return Forbids(
        name=name,
        what=what,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def cautions(
    name: str,
    *,
    what: str,
    when: list[Condition],
    because: str,
    source: str | tuple[str, ...],
    major: bool = True,
    grade: Grade = CONSENSUS,
    where: str | None = None,
    verified: bool = False,
) -> Cautions:
    """Warn about an option or a family of options."""
    return Cautions(
        name=name,
        what=what,
        major=major,
        when=tuple(when),
        because=because,
        source=_sources(source),
        grade=grade,
        where=where,
        verified=verified,
        location=_here(2),
    )


def asks_before(
    what: str,
    *,
    about: list[str],
    because: str,
    source: str | tuple[str, ...],
    only_if: list[OnAnswers] | None = None,
    grade: Grade = CONSENSUS,
) -> tuple[Asks, ...]:
    """Say that an option cannot be cleared before these findings are known: one statement a finding.

    Their names are ``<what>_needs_<finding>``. ``only_if`` leaves out people of whom the question makes no sense.
    """
    location = _here(2)
    return tuple(
        Asks(
            name=f"{what}_needs_{finding}",
            what=what,
            about=finding,
            when=tuple(only_if or ()),
            because=because,
            source=_sources(source),
            grade=grade,
            where=None,
            verified=False,
            location=location,
        )
        for finding in about
    )
