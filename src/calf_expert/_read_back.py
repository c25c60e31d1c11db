"""What the library makes and reads back from JSON: refused where it is not as it was written, and never repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from .errors import ReadBackError

if TYPE_CHECKING:
    from typing_extensions import Self


class ReadBack(BaseModel):
    """A frozen model that the library fills in. It is checked on every way in, and refused with ReadBackError.

    Pydantic's own error would hold what was read, and with it the answers of a person. One way in stays pydantic's:
    where a *larger* model or a ``TypeAdapter`` reads JSON, its error holds text that is no JSON.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @model_validator(mode="wrap")
    @classmethod
    def _refused_in_silence(cls, given: Any, read: Callable[[Any], Self]) -> Self:
        try:
            return read(given)
        except ValidationError as error:
            problems = cls._problems_in(error)
        # Raised out here, because inside a handler pydantic's error would come along as context.
        raise ReadBackError(cls.__name__, problems)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Read one back from the JSON that ``model_dump_json`` wrote. ReadBackError repeats nothing of the text."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError:  # of text that is no JSON; whatever else is wrong was met above
            pass
        raise ReadBackError(cls.__name__, ("it is no JSON",))

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """Read one back from what is all text. ReadBackError repeats none of it."""
        if isinstance(obj, Mapping):
            return super().model_validate_strings(obj, **options)
        raise ReadBackError(cls.__name__, ("it is no object",))

    @classmethod
    def _problems_in(cls, error: ValidationError) -> tuple[str, ...]:
        """What is wrong, by field. Names further inside are not told: they may be what was read."""
        problems: dict[str, None] = {}
        for detail in error.errors(include_url=False, include_context=False, include_input=False):
            place = detail["loc"]
            if not place:
                problems["it is no object"] = None
            elif place[0] not in cls.model_fields:
                problems["it has a field too many"] = None
            elif len(place) == 1 and detail["type"] == "missing":
                problems[f"`{place[0]}` is missing"] = None
            else:
                problems[f"`{place[0]}` is not as it has to be"] = None
        return tuple(problems)

    if not TYPE_CHECKING:
        # Hidden from type checkers, so that they still report an attribute that is set and a method that is deprecated.

        def __setattr__(self, name: str, value: object) -> None:
            # Pydantic's own refusal carries the value.
            raise AttributeError("what the library made cannot be changed")

        @classmethod
        def parse_raw(cls, text: str | bytes) -> Self:
            """Like ``model_validate_json``."""
            return cls.model_validate_json(text)

        @classmethod
        def parse_file(cls, path: str | Path) -> Self:
            """Like ``model_validate_json`` on what the file holds."""
            return cls.model_validate_json(Path(path).read_bytes())
