"""Many people at once: a frame with a row a person in, a frame with a row a person out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from .._failing import could_not_assess, where
from ..authoring.statements import Alerts
from ..catalogue import Knowledge
from ..errors import PresentationError, Problem, UnknownIdError
from ..findings import FINDINGS
from ..presentation import Presentation
from ..reasoning import Reasoner, reasoner
from ..weighing import Weighed
from ._building import LIKELIHOOD, TEXT, URGENCY, WHOLE, Types, build, listed

if TYPE_CHECKING:
    from narwhals.stable.v2.typing import IntoDataFrameT

AT_A_TIME = 1000
"""How many people's answers are taken out of their frame at a time."""


def assess_frame(people: IntoDataFrameT, /, *, keep: Sequence[str] = (), causes: int = 3) -> IntoDataFrameT:
    """Assess every row of a frame: one row a person, columns are finding ids. The result is a frame of the same kind.

    A cell is an answer as :func:`calf_expert.assess` takes it, in any type of column that can hold it. What is missing
    (``None``, NaN, NA, null) was not asked, and ``"unknown"`` was asked and is not known; neither ever counts as a no.
    Text is read as it comes from a file: ``"true"`` and ``"false"`` in any case for a yes-or-no finding, ``"74"`` for a
    number. Nothing else is guessed: not ``1`` for a yes, not ``"yes"``, not an empty text.

    The result has a row for each row of ``people``, in its order, with pandas also with its index. Its columns:

    * those named in ``keep``, unchanged. They may be findings or anything else, such as an identifier.
    * ``row``: the place of the row in ``people``, from 0.
    * ``urgency``: a level, ordered by seriousness (in PyArrow, which has no ordered levels, text).
    * ``alerts``: the red flags, the most urgent first, joined by ``", "``; empty where there is none.
    * ``cause_1``, ``likelihood_1``, ``status_1``, ``weight_1`` and so on: the first ``causes`` causes, best first, as
      in :attr:`~calf_expert.Assessment.conclusions`.
    * ``error``: why this row has no result. All the above but ``row`` and what was kept is then missing. It says which
      finding is at fault and never what was answered. **A row with an error was not assessed and is no low urgency.**
    * ``knowledge``: the version of the rules and the beginning of their hash, the same in every row.

    No answer is copied into the result but those in ``keep``, and none is kept after the call.

    Raises:
        PresentationError: if a column is neither a finding nor in ``keep``, or stands there twice; names the nearest
            finding.
        UnknownIdError: if a column in ``keep`` is not in the frame; names the nearest.
        ValueError: if a column in ``keep`` has the name of a column of the result, or ``causes`` is negative.
        TypeError: if ``people`` is no data frame, or a lazy one.
    """
    if causes < 0:
        raise ValueError("causes is how many causes are told of each person: 0 or more")
    kept = tuple(dict.fromkeys((keep,) if isinstance(keep, str) else keep))
    frame = _read(people)
    judge = reasoner()
    types = _types(min(causes, len(judge.knowledge.causes)))
    told = _judge_columns(frame.columns, kept, types)
    columns: dict[str, list[object]] = {name: [] for name in types}
    for answers in _rows(frame, told):
        found = _assess(judge, answers, causes)
        for name, column in columns.items():
            column.append(found.get(name))
    height = len(columns["error"])
    columns["row"] = list(range(height))
    columns["knowledge"] = [_version(judge.knowledge)] * height
    result: IntoDataFrameT = _beside(frame, kept, build(columns, types, frame.implementation))
    return result


# The frame. -----------------------------------------------------------------------------------------------------------


def _read(people: Any) -> Any:
    try:
        return nw.from_native(people, eager_only=True)
    except DuplicateError:
        what = "A name stands above more than one column of the frame."
    except TypeError:
        what = ""
    # Raised out here, so that nothing of what was given comes along as context.
    if what:
        raise PresentationError((Problem(None, what),))
    raise TypeError(
        "assess_frame takes a data frame of pandas, polars, PyArrow or another library that narwhals knows; "
        "collect a lazy one first"
    )


def _judge_columns(names: Sequence[str], kept: Sequence[str], types: Types) -> tuple[str, ...]:
    """The columns that hold findings."""
    if len(set(names)) < len(names):
        raise PresentationError((Problem(None, "A name stands above more than one column of the frame."),))
    for name in kept:
        if name not in names:
            raise UnknownIdError("column", str(name), map(str, names), " in the frame")
        if name in types:
            raise ValueError(f"`{name}` is the name of a column of the result: rename the one that is to be kept")
    told = tuple(name for name in names if name in FINDINGS)
    strangers = [name for name in names if name not in FINDINGS and name not in kept]
    try:
        Presentation.model_validate(dict.fromkeys(strangers))  # says what was probably meant
    except PresentationError as error:
        advice = Problem(None, "To carry a column over that is no finding, name it in keep=[...].")
        raise PresentationError((*error.problems, advice)) from None
    return told


def _rows(frame: Any, told: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """What was answered of each person. A few people at a time, because a frame is larger as Python's own objects."""
    asked = frame.select(told)
    for start in range(0, frame.shape[0], AT_A_TIME):
        some: list[dict[str, object]] = [{} for _ in range(min(AT_A_TIME, frame.shape[0] - start))]
        for column in asked[start : start + AT_A_TIME].iter_columns():
            missing = column.is_null().to_list()
            for answers, cell, is_missing in zip(some, column.to_list(), missing, strict=True):
                answer = None if is_missing else _answer(cell)
                if answer is not None:
                    answers[column.name] = answer
        yield from some


def _answer(cell: object) -> object:
    """A cell as Python's own object; ``None`` where it is not a number."""
    if type(cell).__module__ == "numpy" and hasattr(cell, "item"):
        cell = cell.item()  # a column of objects holds what was put there
    if isinstance(cell, Decimal):
        cell = math.nan if cell.is_nan() else float(cell)
    return None if isinstance(cell, float) and math.isnan(cell) else cell


def _beside(frame: Any, kept: Sequence[str], result: Any) -> Any:
    """The result with the columns that are kept before it, and the index of the frame where it has one."""
    if kept:
        result = nw.concat([nw.maybe_reset_index(frame.select(kept)), result], how="horizontal")
    native = result.to_native()
    index = nw.maybe_get_index(frame)
    if index is not None:
        native.index = index
    return native


# The people. ----------------------------------------------------------------------------------------------------------


def _types(causes: int) -> Types:
    of_causes = [
        (f"{name}_{place}", kind)
        for place in range(1, causes + 1)
        for name, kind in (("cause", TEXT), ("likelihood", LIKELIHOOD), ("status", TEXT), ("weight", WHOLE))
    ]
    return {
        "row": WHOLE,
        "urgency": URGENCY,
        "alerts": TEXT,
        **dict(of_causes),
        "error": TEXT,
        "knowledge": TEXT,
    }


def _assess(judge: Reasoner, answers: Mapping[str, object], causes: int) -> Mapping[str, object]:
    """What a row says of one person: the result, or why there is none."""
    try:
        presentation = Presentation.model_validate_strings(answers)
        return _told(judge.weigh(presentation.known), causes)
    except PresentationError as error:
        return {"error": " ".join(problem.message for problem in error.problems)}
    except Exception as error:  # noqa: BLE001 - one person's failure is reported, and keeps nobody else from a result
        return {"error": str(could_not_assess(where(error)))}


def _told(weighed: Weighed, causes: int) -> Mapping[str, object]:
    fired = [statement for statement in weighed.inferred if isinstance(statement, Alerts)]
    alerts = sorted(fired, key=lambda alert: -alert.urgency.rank)
    told: dict[str, object] = {
        "urgency": weighed.urgency.value,
        "alerts": listed(dict.fromkeys(alert.flag for alert in alerts)),
    }
    for place, standing in enumerate(weighed.standings[:causes], 1):
        told[f"cause_{place}"] = standing.cause.id
        told[f"likelihood_{place}"] = standing.likelihood.value
        told[f"status_{place}"] = standing.status.value
        told[f"weight_{place}"] = standing.weight
    return told


def _version(knowledge: Knowledge) -> str:
    return f"{knowledge.version} ({knowledge.sha256[:12]})"
