"""How one finding is declared: a typed field that carries its question, unit, range and who can answer it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

UNKNOWN = "unknown"
"""The answer *asked, and not known*. For every conclusion it equals *not asked* (``None``)."""

Unknown: TypeAlias = Literal["unknown"]
YesNo: TypeAlias = bool | Unknown | None
Number: TypeAlias = float | Unknown | None


class Kind(str, enum.Enum):
    """What sort of answer a finding takes."""

    BOOLEAN = "boolean"
    NUMBER = "number"
    DURATION = "duration"
    ENUM = "enum"


class Tier(str, enum.Enum):
    """Whether a finding is asked first (core), or only when a rule needs it (extended)."""

    CORE = "core"
    EXTENDED = "extended"


class AskedOf(str, enum.Enum):
    """Who can answer: the patient in a chat, a clinician by examination, or a laboratory or imaging report."""

    PATIENT = "patient"
    CLINICIAN = "clinician"
    LAB = "lab"


CORE, EXTENDED = Tier.CORE, Tier.EXTENDED
PATIENT, CLINICIAN, LAB = AskedOf.PATIENT, AskedOf.CLINICIAN, AskedOf.LAB


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be known about a person.

    ``range`` is the plausible range in ``unit``, both ends allowed: a value outside is refused as a slip of the pen.
    It is not a reference interval. ``values`` are the allowed answers of an enum. ``depends_on`` names the finding
    that must be present for this one to make sense. ``loinc`` is given only where the code is certain.
    """

    id: str
    label: str
    question: str
    kind: Kind
    group: str
    tier: Tier
    asked_of: AskedOf
    unit: str | None = None
    range: tuple[float, float] | None = None
    values: tuple[str, ...] = ()
    depends_on: str | None = None
    loinc: str | None = None
    note: str | None = None

    @property
    def expects(self) -> str:
        """What an answer has to look like, in words; used in error messages."""
        if self.kind is Kind.BOOLEAN:
            return 'True, False, "unknown" or None'
        if self.kind is Kind.ENUM:
            listed = ", ".join(f'"{value}"' for value in self.values)
            return f'one of {listed}, "unknown" or None'
        assert self.range is not None
        low, high = self.range
        return f'a finite number from {low:g} to {high:g} ({self.unit}), "unknown" or None'


class FindingGroup(BaseModel):
    """Base of the groups. Nothing is built until ``Presentation`` is first used: the groups are only its parts."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=False)


def yes_no(
    label: str,
    *,
    ask: str,
    tier: Tier = CORE,
    of: AskedOf = PATIENT,
    depends_on: str | None = None,
    loinc: str | None = None,
    note: str | None = None,
) -> Any:
    """Declare a three-valued finding: present, absent, or not known."""
    return _field(Kind.BOOLEAN, label, ask, tier, of, depends_on=depends_on, loinc=loinc, note=note)


def number(
    label: str,
    *,
    ask: str,
    unit: str,
    between: tuple[float, float],
    tier: Tier = CORE,
    of: AskedOf = PATIENT,
    duration: bool = False,
    depends_on: str | None = None,
    loinc: str | None = None,
    note: str | None = None,
) -> Any:
    """Declare a measured finding in one unit, with its plausible range (both ends allowed)."""
    kind = Kind.DURATION if duration else Kind.NUMBER
    low, high = between
    return _field(
        kind,
        label,
        ask,
        tier,
        of,
        unit=unit,
        range=(float(low), float(high)),
        depends_on=depends_on,
        loinc=loinc,
        note=note,
    )


def choice(
    label: str,
    *,
    ask: str,
    tier: Tier = CORE,
    of: AskedOf = PATIENT,
    depends_on: str | None = None,
    loinc: str | None = None,
    note: str | None = None,
) -> Any:
    """Declare a finding with named answers; they are read from the field's ``Literal``."""
    return _field(Kind.ENUM, label, ask, tier, of, depends_on=depends_on, loinc=loinc, note=note)


def _field(kind: Kind, label: str, ask: str, tier: Tier, of: AskedOf, **more: Any) -> Any:
    declared = {"kind": kind, "label": label, "question": ask, "tier": tier, "asked_of": of, **more}
    published: dict[str, Any] = {"x-kind": kind.value, "x-asked-of": of.value}
    if more.get("unit"):
        published["x-unit"] = more["unit"]
    field: Any = Field(default=None, title=label, description=ask, json_schema_extra=published)
    field.metadata.append(_Declared(declared))
    return field


@dataclass(frozen=True, slots=True)
class _Declared:
    """Carries the declaration inside the pydantic field, and says what pydantic is to make of it.

    The schema is spelt out here because the range belongs to the number and not to "unknown" beside it, and because
    reading 310 annotations would take several times as long.
    """

    about: dict[str, Any]

    def __get_pydantic_core_schema__(self, annotation: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if self.about["kind"] is Kind.ENUM:
            return core_schema.nullable_schema(core_schema.literal_schema(list(_literals(annotation))))
        if self.about["kind"] is Kind.BOOLEAN:
            answer: CoreSchema = core_schema.bool_schema(strict=True)
        else:
            low, high = self.about["range"]
            answer = core_schema.float_schema(strict=True, allow_inf_nan=False, ge=low, le=high)
        choices: list[CoreSchema | tuple[CoreSchema, str]] = [answer, core_schema.literal_schema([UNKNOWN])]
        return core_schema.nullable_schema(core_schema.union_schema(choices, mode="left_to_right"))


def finding_of(name: str, field: FieldInfo, group: str) -> Finding:
    """Read the declaration of field ``name`` back as a :class:`Finding`."""
    about = next(item.about for item in field.metadata if isinstance(item, _Declared))
    values: tuple[str, ...] = ()
    if about["kind"] is Kind.ENUM:
        values = tuple(value for value in _literals(field.annotation) if value != UNKNOWN)
    return Finding(id=name, group=group, values=values, **about)


def _literals(annotation: Any) -> tuple[str, ...]:
    found: list[str] = []
    for part in get_args(annotation):
        if isinstance(part, str):
            found.append(part)
        else:
            found.extend(_literals(part))
    return tuple(found)
