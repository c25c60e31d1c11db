"""From a record as somebody wrote it to answers that can be relied on, or to everything that is wrong with it.

This is the one place that judges an answer. Pydantic is not asked, because a caller can switch its strictness off, and
because its errors carry what they were given. Nothing here keeps, prints or raises an answer.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NoReturn, TypeAlias

from ._nearest import nearest
from .errors import PresentationError, Problem
from .findings import FINDINGS, UNKNOWN, Finding, Kind

Answer: TypeAlias = bool | float | str
"""Present or absent, a number in the finding's unit, a named answer, or "unknown"."""

_BY_ID: Final = dict(FINDINGS)
_ORDER: Final = {name: position for position, name in enumerate(FINDINGS)}
_NAMES_TOLD = 20
_LETTERS_TOLD = 60


class _Verdict(Enum):
    REFUSED = "refused"


def read_record(record: object, *, as_text: bool = False) -> dict[str, Answer]:
    """The answers of ``record`` that are not ``None``, numbers as floats.

    With ``as_text`` booleans and numbers may be given as text, as they come from a form. Raises PresentationError with
    every problem of the record: misspelt names first, then the findings in their order.
    """
    if not isinstance(record, Mapping):
        raise PresentationError(
            (Problem(None, "A record is a mapping of finding ids to answers. See calf_expert.findings()."),)
        )
    try:
        return _read(record, as_text)
    except PresentationError:
        raise
    except Exception:  # noqa: BLE001 - the caller's own mapping or number raised it, and its text may hold an answer
        what = "one of its own objects raised an error"
    raise PresentationError((Problem(None, f"The record cannot be read: {what}."),))


def _read(record: Mapping[Any, object], as_text: bool) -> dict[str, Answer]:
    taken: dict[str, Answer] = {}
    problems: list[Problem] = []
    strangers: list[object] = []
    for name, given in record.items():
        finding = _BY_ID.get(name) if isinstance(name, str) else None
        if finding is None:
            strangers.append(name)
            continue
        answer = _accept(finding, _from_text(finding, given) if as_text else given)
        if answer is _Verdict.REFUSED:
            problems.append(Problem(finding.id, f"`{finding.id}` must be {finding.expects}."))
        elif answer is not None:
            taken[finding.id] = answer
    problems += _impossible(taken)
    if problems or strangers:
        problems.sort(key=lambda problem: _ORDER[problem.finding or ""])
        raise PresentationError((*_misspelt(strangers), *problems))
    return taken


def parse_record(text: str | bytes | bytearray) -> object:
    """Read a record from JSON, each name at most once: a later answer would silently replace an earlier one.

    Raises PresentationError, which repeats nothing of the text.
    """
    place = ""
    try:
        return json.loads(text, object_pairs_hook=_each_once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f" (line {error.lineno} column {error.colno})"
        what = "is not valid JSON"
    except UnicodeDecodeError:
        what = "is not text in UTF-8"
    except RecursionError:
        what = "is nested too deep; it is one object of finding ids to answers"
    except ValueError:
        what = "holds a number with too many digits"
    # Raised out here, because inside a handler the error, and the text in it, would come along as context.
    raise PresentationError((Problem(None, f"The record {what}{place}."),))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = [name for name in FINDINGS if times[name] > 1]
        raise PresentationError(
            tuple(Problem(name, f"`{name}` stands in the record more than once.") for name in twice)
            or (Problem(None, "A name stands in the record more than once."),)
        )
    return record


def _refuse_constant(_: str) -> NoReturn:
    raise PresentationError((Problem(None, "The record is not valid JSON: NaN and Infinity are no numbers there."),))


def is_given(answer: Answer | None) -> bool:
    """Whether something is there: present, a number or a named answer, not merely asked about."""
    return answer is not None and answer is not False and answer != UNKNOWN


def _accept(finding: Finding, given: object) -> Answer | _Verdict | None:
    if given is None:
        return None
    if isinstance(given, str):
        # A text of a subclass may carry more than its letters; only the letters are kept.
        text = str.__str__(given)
        return text if text == UNKNOWN or text in finding.values else _Verdict.REFUSED
    if isinstance(given, bool):
        return given if finding.kind is Kind.BOOLEAN else _Verdict.REFUSED
    if finding.range is None or not isinstance(given, (int, float)):
        return _Verdict.REFUSED
    try:
        # Adding zero turns -0.0 into 0.0: equal presentations must also be equal as JSON.
        number = float(given) + 0.0
    except OverflowError:
        return _Verdict.REFUSED
    low, high = finding.range
    return number if low <= number <= high else _Verdict.REFUSED


def _from_text(finding: Finding, given: object) -> object:
    """Read ``"true"`` or ``"74"`` where such an answer is due. Anything else is left as it is, and judged as it is."""
    if isinstance(given, str):
        if finding.kind is Kind.BOOLEAN:
            return {"true": True, "false": False}.get(given.lower(), given)
        if finding.range is not None and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", given):
            return float(given)
    return given


@dataclass(frozen=True, slots=True)
class Clash:
    """Two answers that cannot both be true. ``because`` speaks of the findings, never of what was answered."""

    finding: str
    other: str
    clashes: Callable[[Answer, Answer], bool]
    because: str


CLASHES: Final = (
    Clash(
        "pregnant",
        "sex",
        lambda pregnant, sex: pregnant is True and sex == "male",
        "pregnancy depends on the sex assigned at birth",
    ),
    Clash(
        "gestation_weeks",
        "sex",
        lambda weeks, sex: is_given(weeks) and sex == "male",
        "pregnancy depends on the sex assigned at birth",
    ),
    *(
        Clash(
            finding.id,
            finding.depends_on,
            lambda dependent, parent: is_given(dependent) and parent is False,
            "the first can only be there where the second is",
        )
        for finding in FINDINGS.values()
        if finding.depends_on
    ),
    Clash(
        "bilateral_leg_pain",
        "pain_side",
        lambda bilateral, side: bilateral is True and side in ("left", "right"),
        "one is about a single leg, the other about two",
    ),
    Clash(
        "diastolic_bp",
        "systolic_bp",
        lambda diastolic, systolic: (
            isinstance(diastolic, float) and isinstance(systolic, float) and diastolic > systolic
        ),
        "the systolic pressure is never the lower one",
    ),
)


def _impossible(answers: Mapping[str, Answer]) -> list[Problem]:
    problems = []
    for clash in CLASHES:
        answer, other = answers.get(clash.finding), answers.get(clash.other)
        if answer is not None and other is not None and clash.clashes(answer, other):
            message = f"`{clash.finding}` and `{clash.other}` do not fit together: {clash.because}."
            problems.append(Problem(clash.finding, message, conflicts_with=clash.other))
    return problems


def entangled(finding: str) -> bool:
    """Whether some answer to a finding cannot stand beside some answer to another."""
    return any(finding in (clash.finding, clash.other) for clash in CLASHES)


def fits(answers: Mapping[str, Answer], finding: str, answer: Answer) -> bool:
    """Whether one more answer can be true beside those of a record that was accepted."""
    return not _impossible({**answers, finding: answer})


def _misspelt(names: list[object]) -> list[Problem]:
    """What to say of the names that are no findings. Sorted, so that equal records give equal errors."""
    texts = sorted(str.__str__(name) for name in names if isinstance(name, str))
    problems = [_not_a_finding(text) for text in texts[:_NAMES_TOLD]]
    if len(texts) > _NAMES_TOLD:
        # A suggestion takes milliseconds: a record of a hundred thousand wrong names must not hold up a service.
        more = f"{len(texts) - _NAMES_TOLD} more names are not findings. See calf_expert.findings()."
        problems.append(Problem(None, more))
    if len(texts) < len(names):
        problems.append(Problem(None, "The name of a finding is text; this record has a name that is not."))
    return problems


def _not_a_finding(name: str) -> Problem:
    shown = ascii(name)[1:-1]
    if len(shown) > _LETTERS_TOLD:
        shown = shown[: _LETTERS_TOLD - 3] + "..."
    meant = nearest(name, _BY_ID)
    hint = f" Did you mean `{meant}`?" if meant else ""
    return Problem(shown, f"`{shown}` is not a finding.{hint} See calf_expert.findings().", did_you_mean=meant)
