"""The knowledge as tables: a row a rule, cause, finding, source, score or option, made anew each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from ..authoring.conditions import findings_in
from ..authoring.scores import Score
from ..authoring.statements import Alerts, Cause, Evidence, Option, Statement, Supports, Weakens
from ..catalogue import Knowledge, load
from ..findings import FINDINGS, Finding
from ._building import NUMBER, TEXT, URGENCY, WHOLE, YES_NO, Backend, build, chosen, listed

_Column: TypeAlias = tuple[Any, Callable[[Any], object]]
"""Its type, and what stands in it for a thing."""


def rules_frame(backend: Backend | None = None) -> Any:
    """Every rule, a row each, in the order of the knowledge; those derived from scores come last.

    ``verb`` says what a rule does; ``cause``, ``concept``, ``flag``, ``option`` and ``asks_about`` of what; ``when``
    is its condition in words, ``findings`` what that looks at. ``weight`` is in millibans (1000 log10 of the likelihood
    ratio); of the signs in one ``group`` of a cause only the strongest counts. What a rule does not have is missing.

    ``backend`` is ``"pandas"``, ``"polars"`` or ``"pyarrow"``; left out, the first of these that is installed.

    Raises:
        UnknownIdError: if there is no such backend.
        MissingExtraError: if it is not installed.
    """
    return _table(_RULE, load().statements, backend)


def causes_frame(backend: Backend | None = None) -> Any:
    """Every cause, a row each, by id, with how many rules speak for it and against it and how many red flags name it.

    ``urgency`` is how soon a person with this cause should be seen; its levels are ordered. ``backend`` and errors: see
    :func:`rules_frame`.
    """
    knowledge = load()
    return _table(_cause(knowledge), knowledge.causes.values(), backend)


def findings_frame(backend: Backend | None = None) -> Any:
    """Every finding, a row each, in the order of asking: its question, who answers it, unit, range or values.

    ``rules`` is how many rules look at it. ``backend`` and errors: see :func:`rules_frame`.
    """
    read = Counter(name for statement in load().statements for name in _findings_of(statement))
    return _table({**_FINDING, "rules": (WHOLE, lambda finding: read[finding.id])}, FINDINGS.values(), backend)


def sources_frame(backend: Backend | None = None) -> Any:
    """Every published source, a row each, with the number of rules that cite it.

    ``seen`` says whether it, its abstract or a page that quotes it was read for this library. ``backend`` and errors:
    see :func:`rules_frame`.
    """
    cited = Counter(key for statement in load().statements for key in statement.source)
    return _table({**_SOURCE, "rules": (WHOLE, lambda source: cited[source.id])}, load().sources.values(), backend)


def scores_frame(backend: Backend | None = None) -> Any:
    """Every published score, a row each: its items, its classes and the findings it is read from.

    ``backend`` and errors: see :func:`rules_frame`.
    """
    return _table(_SCORE, load().scores.values(), backend)


def options_frame(backend: Backend | None = None) -> Any:
    """Everything that may be offered, a row each.

    No advice by itself: for one person each is first checked against what forbids it. ``backend`` and errors: see
    :func:`rules_frame`.
    """
    return _table(_OPTION, load().options.values(), backend)


def _table(columns: Mapping[str, _Column], things: Iterable[Any], backend: Backend | None) -> Any:
    made_with = chosen(backend)
    rows = tuple(things)
    cells = {name: [tell(thing) for thing in rows] for name, (_, tell) in columns.items()}
    return build(cells, {name: kind for name, (kind, _) in columns.items()}, made_with).to_native()


# What stands in the columns. ------------------------------------------------------------------------------------------


def _of(name: str) -> Callable[[Any], object]:
    """What a thing has by this name; missing where its kind has no such thing. Terms are told by their value."""

    def tell(thing: object) -> object:
        value = getattr(thing, name, None)
        return getattr(value, "value", value)

    return tell


def _several(name: str) -> Callable[[Any], str | None]:
    def tell(thing: object) -> str | None:
        names = getattr(thing, name, None)
        return None if names is None else listed(names)

    return tell


def _findings_of(statement: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for condition in statement.conditions for name in findings_in(condition)))


def _written_at(thing: Statement | Cause | Score | Option) -> str:
    return str(thing.location)


def _option_of(statement: Statement) -> str | None:
    """The option, or the family of them, that a rule brings up or speaks of."""
    return getattr(statement, "option", None) or getattr(statement, "what", None)


def _interval(end: int) -> Callable[[Statement], float | None]:
    def tell(statement: Statement) -> float | None:
        ci = getattr(statement, "ci", None)
        return None if ci is None else float(ci[end])

    return tell


def _lr(statement: Statement) -> float | None:
    lr = getattr(statement, "lr", None)
    return None if lr is None else float(lr)


def _strength(statement: Statement) -> str | None:
    strength = getattr(statement, "strength", None)
    return None if strength is None else str(strength.name)


_RULE: Mapping[str, _Column] = {
    "id": (TEXT, _of("id")),
    "module": (TEXT, lambda statement: statement.location.name),
    "verb": (TEXT, _of("verb")),
    "cause": (TEXT, _of("cause")),
    "concept": (TEXT, _of("concept")),
    "flag": (TEXT, _of("flag")),
    "option": (TEXT, _option_of),
    "asks_about": (TEXT, _of("about")),
    "when": (TEXT, lambda statement: statement.in_words()),
    "findings": (TEXT, lambda statement: listed(_findings_of(statement))),
    "because": (TEXT, _of("because")),
    "weight": (WHOLE, _of("weight")),
    "lr": (NUMBER, _lr),
    "ci_low": (NUMBER, _interval(0)),
    "ci_high": (NUMBER, _interval(1)),
    "strength": (TEXT, _strength),
    "group": (TEXT, _of("group")),
    "urgency": (URGENCY, _of("urgency")),
    "suspects": (TEXT, _several("suspects")),
    "action": (TEXT, _of("action")),
    "grade": (TEXT, _of("grade")),
    "sources": (TEXT, _several("source")),
    "where": (TEXT, _of("where")),
    "verified": (YES_NO, _of("verified")),
    "written_at": (TEXT, _written_at),
}


def _cause(knowledge: Knowledge) -> Mapping[str, _Column]:
    evidence = [statement for statement in knowledge.statements if isinstance(statement, Evidence)]
    speak_for = Counter(sign.cause for sign in evidence if isinstance(sign, Supports))
    speak_against = Counter(sign.cause for sign in evidence if isinstance(sign, Weakens))
    named = Counter(name for s in knowledge.statements if isinstance(s, Alerts) for name in s.suspects)
    return {
        "id": (TEXT, _of("id")),
        "name": (TEXT, _of("name")),
        "icd10": (TEXT, _of("icd10")),
        "urgency": (URGENCY, _of("urgency")),
        "dangerous": (YES_NO, _of("dangerous")),
        "commonness": (TEXT, _of("commonness")),
        "rules_for": (WHOLE, lambda cause: speak_for[cause.id]),
        "rules_against": (WHOLE, lambda cause: speak_against[cause.id]),
        "alerts": (WHOLE, lambda cause: named[cause.id]),
        "summary": (TEXT, _of("summary")),
        "mechanism": (TEXT, _of("mechanism")),
        "also_called": (TEXT, lambda cause: "; ".join(cause.also_called)),
        "open_until": (TEXT, _of("open_until")),
        "founding": (TEXT, _of("founding")),
        "today": (TEXT, _of("today")),
        "reviewed": (TEXT, _of("reviewed")),
        "sources": (TEXT, _several("sources")),
        "written_at": (TEXT, _written_at),
    }


def _end_of_range(end: int) -> Callable[[Finding], float | None]:
    return lambda finding: None if finding.range is None else float(finding.range[end])


_FINDING: Mapping[str, _Column] = {
    "id": (TEXT, _of("id")),
    "label": (TEXT, _of("label")),
    "question": (TEXT, _of("question")),
    "kind": (TEXT, _of("kind")),
    "group": (TEXT, _of("group")),
    "tier": (TEXT, _of("tier")),
    "asked_of": (TEXT, _of("asked_of")),
    "unit": (TEXT, _of("unit")),
    "low": (NUMBER, _end_of_range(0)),
    "high": (NUMBER, _end_of_range(1)),
    "values": (TEXT, _several("values")),
    "depends_on": (TEXT, _of("depends_on")),
    "loinc": (TEXT, _of("loinc")),
    "note": (TEXT, _of("note")),
}

_SOURCE: Mapping[str, _Column] = {
    "id": (TEXT, _of("id")),
    "citation": (TEXT, _of("citation")),
    "authors": (TEXT, _of("authors")),
    "title": (TEXT, _of("title")),
    "where": (TEXT, _of("where")),
    "year": (TEXT, _of("year")),
    "link": (TEXT, _of("link")),
    "seen": (YES_NO, _of("seen")),
    "seen_at": (TEXT, _of("seen_at")),
}

_SCORE: Mapping[str, _Column] = {
    "id": (TEXT, _of("id")),
    "name": (TEXT, _of("name")),
    "about": (TEXT, _of("about")),
    "items": (TEXT, lambda score: listed(item.key for item in score.inputs)),
    "classes": (TEXT, lambda score: listed(one.id for one in score.every_class)),
    "findings": (TEXT, _several("findings")),
    "clinician_only": (YES_NO, _of("clinician_only")),
    "caveat": (TEXT, _of("caveat")),
    "grade": (TEXT, _of("grade")),
    "sources": (TEXT, _several("source")),
    "where": (TEXT, _of("where")),
    "verified": (YES_NO, _of("verified")),
    "written_at": (TEXT, _written_at),
}

_OPTION: Mapping[str, _Column] = {
    "id": (TEXT, _of("id")),
    "name": (TEXT, _of("name")),
    "kind": (TEXT, _of("kind")),
    "families": (TEXT, _several("families")),
    "drug_class": (TEXT, _of("drug_class")),
    "guidance": (TEXT, _of("guidance")),
    "sources": (TEXT, _several("source")),
    "verified": (YES_NO, _of("verified")),
    "written_at": (TEXT, _written_at),
}
