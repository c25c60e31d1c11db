"""Published scores of a person, and the same scores as a plain calculator. Pure functions; they know no engine.

A score has a value only where nothing that is missing could change it. Otherwise it has a minimum and a maximum, and a
class only where both fall into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ._asked import an_id
from ._nearest import nearest
from ._read_back import ReadBack
from .authoring.conditions import Answer, Answers, Value, every_answer
from .authoring.limits import Span
from .authoring.measures import Item, Levels, Points
from .authoring.score_inputs import Input, OneOf, YesNo
from .authoring.scores import MAIN, WORKING, NotFor, Reckoned, Score
from .catalogue import load
from .errors import Problem, ScoreError, UnknownIdError
from .findings import UNKNOWN

NOT_APPLICABLE = "not_applicable"
INDETERMINATE = "indeterminate"

_LETTERS_TOLD = 60


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Bounds(_Part):
    """The least and the most a number can be, whatever is missing."""

    min: float
    max: float


class ScoreItem(_Part):
    """One item of a score, for one person.

    ``answer`` is ``present``, ``absent`` or ``unknown`` for a yes or no; for other items the number, the value, or
    ``unknown``. ``points`` is what the item gives by itself; there is none where it only counts together with others,
    or only says whom the score is for. ``findings`` are those on record that it was read from.
    """

    key: str
    label: str
    answer: float | str = Field(repr=False)
    points: Bounds | None = Field(default=None, repr=False)
    findings: tuple[str, ...] = ()


class ScoreLimit(_Part):
    """Whom a score is for. ``met`` is false where it is not for this person, and ``None`` where that is not known."""

    says: str
    met: bool | None = Field(repr=False)


class ScoreResult(ReadBack):
    """A score of one person.

    ``score`` is its value where ``min`` and ``max`` agree; a score without a number has none of the three. ``class_id``
    is its class where every way to fill in what is missing gives the same one, else ``None``; ``readings`` are all its
    classes by reading. ``applies`` is false where the score is not for this person (then there is no class), and
    ``None`` where that is not known. ``working`` is the value to work with while a judgement is missing: a cautious
    one, and no substitute for the judgement. ``missing`` are the items not known.
    """

    score_id: str
    name: str
    applies: bool | None
    limits: tuple[ScoreLimit, ...]
    min: float | None = Field(repr=False)
    max: float | None = Field(repr=False)
    score: float | None = Field(repr=False)
    class_id: str | None = Field(repr=False)
    means: str | None = Field(repr=False, description="what the class means, as a clause")
    readings: dict[str, str | None] = Field(repr=False)
    measures: dict[str, Bounds] = Field(repr=False, description="sums and counts it is made of, by name")
    working: Bounds | None = Field(default=None, repr=False)
    working_says: str | None = None
    items: tuple[ScoreItem, ...]
    missing: tuple[str, ...]
    clinician_only: bool
    shorter: str | None = None
    caveat: str
    sources: tuple[str, ...]
    verified: bool

    @property
    def reads(self) -> str:
        """The class in one word: its id, ``indeterminate``, or ``not_applicable``."""
        if self.applies is False:
            return NOT_APPLICABLE
        return self.class_id or INDETERMINATE

    def __repr__(self) -> str:
        # A repr ends up in logs: the class would tell of the person.
        return f"<ScoreResult {self.score_id}>"

    __str__ = __repr__


def score_results(scores: Mapping[str, Score], known: Mapping[str, Answer]) -> tuple[ScoreResult, ...]:
    """Every score of a person, from known answers by finding id; what is not among them is not known.

    Scores that no finding fills in are left out: they are for the calculator.
    """
    answers = every_answer(known)
    return tuple(_result(score, score.read(answers), answers) for score in scores.values() if score.findings)


def score(score_id: str, items: Mapping[str, object] | None = None) -> ScoreResult:
    """Reckon a published score from its items by key: the calculator.

    A yes-or-no item is ``True`` or ``False``; others are a number in the item's unit, or one of its values. An item
    that is missing, ``None`` or ``"unknown"`` is not known, and never counts as absent. ``scores()`` lists the scores
    and their items.

    Raises:
        UnknownIdError: if there is no such score; names the nearest one.
        ScoreError: if a key is no item of the score, or a value is impossible. It repeats no value.
    """
    known = load().scores
    score_id = an_id(score_id, "score_id", "a score")
    declared = known.get(score_id)
    if declared is None:
        raise UnknownIdError("score", score_id, known)
    return _result(declared, _accept(declared, items), every_answer({}))


# Results. -------------------------------------------------------------------------------------------------------------


def _result(score: Score, given: Mapping[str, Value], answers: Answers) -> ScoreResult:
    reckoned = score.reckon(given)
    bounds = reckoned.measures.get("score")
    class_id = reckoned.class_of(MAIN)
    return ScoreResult(
        score_id=score.id,
        name=score.name,
        applies=reckoned.applies,
        limits=tuple(_limits(score, reckoned)),
        min=bounds.low if bounds else None,
        max=bounds.high if bounds else None,
        score=bounds.low if bounds and bounds.low == bounds.high else None,
        class_id=class_id,
        means=next((one.means for one in score.classes if one.id == class_id), None),
        readings={reading.name: reckoned.class_of(reading.name) for reading in score.readings},
        measures={name: _bounds(span) for name, span in reckoned.measures.items() if name not in ("score", WORKING)},
        working=_bounds(reckoned.measures[WORKING]) if score.working else None,
        working_says=score.working.says if score.working else None,
        items=tuple(_items(score, reckoned, answers)),
        missing=tuple(item.key for item in score.inputs if _is_missing(item, reckoned)),
        clinician_only=score.clinician_only,
        shorter=score.shorter,
        caveat=score.caveat,
        sources=score.source,
        verified=score.verified,
    )


def _limits(score: Score, reckoned: Reckoned) -> Iterator[ScoreLimit]:
    for limit in score.limits:
        truth = limit.when.truth(reckoned.known)
        if isinstance(limit, NotFor) and truth is not None:
            truth = not truth
        yield ScoreLimit(says=limit.says, met=truth)


def _items(score: Score, reckoned: Reckoned, answers: Answers) -> Iterator[ScoreItem]:
    # An item may count in a part as well as in the whole: it gives its points once.
    points: dict[str, Item | Levels] = {}
    for measure in score.measures:
        if isinstance(measure, Points):
            points.update((item.key, item) for item in measure.items)
    for item in score.inputs:
        counted = points.get(item.key)
        yield ScoreItem(
            key=item.key,
            label=item.label,
            answer=_told(reckoned.known[item.key]),
            points=_bounds(Span(*(end / 1000 for end in counted.bounds(reckoned.known)))) if counted else None,
            findings=tuple(name for name in item.findings if answers[name] != UNKNOWN),
        )


def _told(answer: Value) -> float | str:
    if isinstance(answer, bool):
        return "present" if answer else "absent"
    return UNKNOWN if isinstance(answer, Span) else answer


def _bounds(span: Span) -> Bounds:
    return Bounds(min=span.low, max=span.high)


def _is_missing(item: Input, reckoned: Reckoned) -> bool:
    answer = reckoned.known[item.key]
    return answer == UNKNOWN or isinstance(answer, Span)


# The calculator's input. ----------------------------------------------------------------------------------------------


def _accept(score: Score, items: Mapping[str, object] | None) -> dict[str, Value]:
    """The items as answers; all that is wrong with them is told at once, and nothing of what they hold."""
    given: object = {} if items is None else items
    if not isinstance(given, Mapping):
        raise ScoreError((Problem(None, "The items of a score are a mapping of item keys to answers."),))
    inputs = {item.key: item for item in score.inputs}
    problems = [_no_item(key, score.id, inputs) for key in given if not isinstance(key, str) or key not in inputs]
    taken: dict[str, Value] = dict.fromkeys(inputs, UNKNOWN)
    for key, item in inputs.items():
        answer = _answer(item, given.get(key))
        if answer is None:
            problems.append(Problem(key, f"`{key}` must be {_expects(item)}."))
        else:
            taken[key] = answer
    if problems:
        raise ScoreError(tuple(sorted(problems, key=lambda problem: problem.message)))
    return taken


def _answer(item: Input, given: Any) -> Value | None:
    """The answer as the score reckons with it; ``None`` if it is impossible."""
    if given is None or (isinstance(given, str) and given == UNKNOWN):
        return UNKNOWN
    if isinstance(item, YesNo):
        return given if isinstance(given, bool) else None
    if isinstance(item, OneOf):
        return str.__str__(given) if isinstance(given, str) and given in item.values else None
    if isinstance(given, bool) or not isinstance(given, (int, float)):
        return None
    # Compared before it is made a float: an int may be too large for one. NaN is within no range.
    return float(given) + 0.0 if item.range.low <= given <= item.range.high else None


def _expects(item: Input) -> str:
    if isinstance(item, YesNo):
        return 'True, False, "unknown" or None'
    if isinstance(item, OneOf):
        return f'one of {", ".join(f"{chr(34)}{value}{chr(34)}" for value in item.values)}, "unknown" or None'
    unit = f" ({item.unit})" if item.unit else ""
    return f'a number from {item.range.low:g} to {item.range.high:g}{unit}, "unknown" or None'


def _no_item(key: object, score_id: str, known: Iterable[str]) -> Problem:
    if not isinstance(key, str):
        return Problem(None, "The key of an item is text; this mapping has a key that is not.")
    shown = ascii(str.__str__(key))[1:-1]
    if len(shown) > _LETTERS_TOLD:
        shown = shown[: _LETTERS_TOLD - 3] + "..."
    meant = nearest(key, known)
    hint = f" Did you mean `{meant}`?" if meant else f" Its items are {', '.join(f'`{name}`' for name in known)}."
    return Problem(shown, f"`{shown}` is not an item of `{score_id}`.{hint}", did_you_mean=meant)
