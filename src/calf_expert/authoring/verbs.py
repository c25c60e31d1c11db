"""The words authors write: one function a verb, with its whole signature for editors and type checkers.

They check nothing, so that all that is wrong with the knowledge can be reported at once when it is loaded (see
``checks``). Each notes where it was called: a statement knows its file and line.
"""

from __future__ import annotations

from collections.abc import Sequence

from .conditions import Condition, OnAnswers
from .statements import (
    Alerts,
    Asks,
    Cautions,
    Concludes,
    Confirms,
    Excludes,
    Forbids,
    Offers,
    Supports,
    Weakens,
    as_tuple,
    written_here,
)
from .terms import CONSENSUS, GUIDELINE, QUANTITATIVE, Grade, Strength, Urgency


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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
    )


def supports(
    name: str,
    *,
    when: list[Condition],
    given: Sequence[Condition] = (),
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
    """Speak for the cause with a published likelihood ratio (``lr``, with its interval), or else a ``strength``.

    ``given`` has to hold as well and is no evidence here, so that what several signs presuppose is not counted again.
    """
    return Supports(
        name=name,
        when=(*given, *when),
        given=tuple(given),
        because=because,
        source=as_tuple(source),
        group=group,
        lr=lr,
        ci=ci,
        strength=strength,
        grade=grade or (QUANTITATIVE if lr is not None else CONSENSUS),
        where=where,
        verified=verified,
        location=written_here(2),
    )


def weakens(
    name: str,
    *,
    when: list[Condition],
    given: Sequence[Condition] = (),
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
    """Speak against the cause: a ``lr`` below 1, or a ``strength`` taken inversely. ``given`` as in `supports`."""
    return Weakens(
        name=name,
        when=(*given, *when),
        given=tuple(given),
        because=because,
        source=as_tuple(source),
        group=group,
        lr=lr,
        ci=ci,
        strength=strength,
        grade=grade or (QUANTITATIVE if lr is not None else CONSENSUS),
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
        source=as_tuple(source),
        grade=grade,
        where=where,
        verified=verified,
        location=written_here(2),
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
    location = written_here(2)
    return tuple(
        Asks(
            name=f"{what}_needs_{finding}",
            what=what,
            about=finding,
            when=tuple(only_if or ()),
            because=because,
            source=as_tuple(source),
            grade=grade,
            where=None,
            verified=False,
            location=location,
        )
        for finding in about
    )
