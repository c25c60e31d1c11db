"""How a frame is made from columns, so that a column has the same type whatever it holds and wherever it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias, get_args

import narwhals.stable.v2 as nw

from .._asked import an_id, one_of
from ..authoring.terms import Urgency
from ..errors import MissingExtraError, UnknownIdError
from ..weighing import Likelihood

Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
"""The library that a table of the knowledge is made with."""

BACKENDS: tuple[Backend, ...] = get_args(Backend)

TEXT, WHOLE, NUMBER, YES_NO = nw.String(), nw.Int64(), nw.Float64(), nw.Boolean()
# Ordered, because levels compared as text would put an emergency below a visit on the same day.
URGENCY = nw.Enum([level.value for level in Urgency])
LIKELIHOOD = nw.Enum([level.value for level in reversed(Likelihood)])

Types: TypeAlias = Mapping[str, Any]
"""The type of each column, in order."""


def listed(names: Iterable[str]) -> str:
    """Several ids in one cell. Ids hold neither comma nor space, and every kind of frame and file can hold text."""
    return ", ".join(names)


def chosen(backend: Backend | None) -> Backend:
    """The backend that was asked for, or the first that is installed.

    Raises:
        UnknownIdError: if there is no such backend.
        MissingExtraError: if it is not installed.
    """
    if backend is None:
        for candidate in BACKENDS:
            if find_spec(candidate) is not None:
                return candidate
        raise MissingExtraError("pandas, polars or pyarrow", extra="frames", wanted_for="A frame")
    name = an_id(backend, "backend", f"a backend ({one_of(list(BACKENDS))})")
    if name not in BACKENDS:
        raise UnknownIdError("backend", name, BACKENDS)
    if find_spec(backend) is None:
        raise MissingExtraError(backend, extra="frames", wanted_for="This frame")
    return backend


def build(columns: Mapping[str, Sequence[object]], types: Types, backend: Any) -> Any:
    """A frame of narwhals. ``None`` in a column is a missing value, whether or not there is one changes no type.

    PyArrow has no ordered levels, and gets them as text.
    """
    library = nw.Implementation.from_backend(backend)
    if library.is_pandas_like():
        # Its plain types have no room for a missing value, or make the text "None" of it.
        frame = nw.from_dict(dict(columns), backend=backend)
        native = frame.to_native().astype({name: _in_pandas(kind) for name, kind in types.items()})
        frame = nw.from_native(native, eager_only=True)
    else:
        schema = {name: TEXT if isinstance(kind, nw.Enum) else kind for name, kind in types.items()}
        frame = nw.from_dict(dict(columns), schema=schema, backend=backend)
    if library.is_pyarrow():
        return frame
    levels = {name: kind for name, kind in types.items() if isinstance(kind, nw.Enum)}
    return frame.with_columns(**{name: nw.col(name).cast(kind) for name, kind in levels.items()})


def _in_pandas(kind: Any) -> str:
    if kind == WHOLE:
        return "Int64"
    if kind == NUMBER:
        return "float64"
    return "bool" if kind == YES_NO else "string"
