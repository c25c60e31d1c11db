"""What is known about one person: all groups of findings together, checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, final

from pydantic import ConfigDict, ValidationInfo, model_validator

from ._record import Answer, parse_record, read_record
from .findings import UNKNOWN
from .findings.cramp_and_restlessness import CrampAndRestlessness
from .findings.demographics import Demographics
from .findings.examination_musculoskeletal import ExaminationMusculoskeletal
from .findings.examination_neurological import ExaminationNeurological
from .findings.examination_vascular import ExaminationVascular
from .findings.exertion import Exertion
from .findings.history_and_risk import HistoryAndRisk
from .findings.joints import Joints
from .findings.laboratory import Laboratory
from .findings.leg_appearance import LegAppearance
from .findings.medicine_safety_history import MedicineSafetyHistory
from .findings.medicines_taken import MedicinesTaken
from .findings.neurological_symptoms import NeurologicalSymptoms
from .findings.pain_site import PainSite
from .findings.presentation import Complaint
from .findings.systemic import Systemic
from .findings.tests import Tests
from .findings.vital_signs import VitalSigns
from .findings.walking_pattern import WalkingPattern

if TYPE_CHECKING:
    from typing_extensions import Self


@final
class Presentation(
    # Pydantic takes the fields of the last base first, so the order in which a person is asked stands here backwards.
    Tests,
    Laboratory,
    VitalSigns,
    ExaminationNeurological,
    ExaminationMusculoskeletal,
    ExaminationVascular,
    MedicinesTaken,
    MedicineSafetyHistory,
    HistoryAndRisk,
    Joints,
    Systemic,
    NeurologicalSymptoms,
    LegAppearance,
    CrampAndRestlessness,
    PainSite,
    WalkingPattern,
    Exertion,
    Complaint,
    Demographics,
):
    """What is known about one person: one optional field a finding.

    ``None`` means *not asked*, ``True`` and ``False`` present and absent, and ``"unknown"`` *asked, and not known*.
    Numbers are in the unit of the finding and are kept as floats.

    A name that is no finding, an answer that cannot be, and two answers that cannot both be true are refused with
    :class:`~calf_expert.errors.PresentationError`, which carries no answer. Every way in is checked in the same way,
    ``model_copy``, ``model_construct`` and unpickling included: no presentation holds what another would refuse.
    What is merely odd is kept; see :func:`calf_expert.oddities.oddities`.

    One way in is pydantic's own: where a *larger* model or a ``TypeAdapter`` reads JSON, text that is not JSON is met
    before a presentation comes into play, and pydantic's error holds that text.

    Presentations are compared and hashed by their answers. Printed, they say how many findings are answered and nothing
    else, because records end up in logs and tracebacks; the answers are in :attr:`answers`.
    """

    # Built now, under the import lock, and not on first use, when two threads could meet in it.
    model_config = ConfigDict(
        defer_build=False,
        hide_input_in_errors=True,
        json_schema_extra={
            "description": "What is known about one person with calf pain. Leave out what was not asked, or give null. "
            'Where the person was asked and does not know, answer "unknown". What was not asked is never a no.'
        },
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, record: object, info: ValidationInfo) -> object:
        return read_record(record, as_text=str(info.mode) == "string")

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Every finding that was asked, with its answer, in the order of :data:`calf_expert.findings.FINDINGS`."""
        given = self.__dict__
        # Few of several hundred fields were set; those that were come in any order.
        names = sorted(self.model_fields_set, key=_PLACES.__getitem__)
        return MappingProxyType({name: given[name] for name in names if given[name] is not None})

    @property
    def known(self) -> Mapping[str, Answer]:
        """The answers without those that are "unknown"."""
        return MappingProxyType({name: answer for name, answer in self.answers.items() if answer != UNKNOWN})

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Read a presentation from JSON, each name at most once. PresentationError repeats nothing of the text."""
        return cls.model_validate(parse_record(json_data), **options)

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """Read a presentation whose answers are all text. PresentationError repeats none of it."""
        # What is no mapping never reaches our checks in pydantic's own way, and its error holds it.
        return super().model_validate_strings(obj, **options) if isinstance(obj, Mapping) else cls.model_validate(obj)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same presentation with the answers in ``update`` changed; all answers are checked together again."""
        del deep  # answers are immutable, so that a deep copy is no different
        return self.model_validate({**self.answers, **(update or {})})

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # By answer and not by field: a pickle stays readable when findings are added, and passes the checks again.
        return type(self).model_validate, (dict(self.answers),)

    def __repr_args__(self) -> Iterator[tuple[None, _HowMany]]:
        yield None, _HowMany(len(self.answers))

    def __str__(self) -> str:
        return repr(self)

    if not TYPE_CHECKING:
        # Hidden from type checkers, so that they still report an attribute that is set and a method that is deprecated.

        def __setattr__(self, name: str, value: object) -> None:
            # Pydantic's own refusal carries the value.
            raise AttributeError(_CANNOT_BE_CHANGED)

        def __delattr__(self, name: str) -> None:
            raise AttributeError(_CANNOT_BE_CHANGED)

        @classmethod
        def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
            """Like ``Presentation(**values)``: there is no way around the checks."""
            return cls.model_validate(values)

        # What pydantic keeps of its first version would go around the checks, or put the text into the error.

        def copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
            """Like ``model_copy``."""
            return self.model_copy(update=update, deep=deep)

        @classmethod
        def parse_raw(cls, text: str | bytes) -> Self:
            """Like ``model_validate_json``."""
            return cls.model_validate_json(text)

        @classmethod
        def parse_file(cls, path: str | Path) -> Self:
            """Like ``model_validate_json`` on what the file holds."""
            return cls.model_validate_json(Path(path).read_bytes())


_PLACES = {name: place for place, name in enumerate(Presentation.model_fields)}

_CANNOT_BE_CHANGED = "a Presentation cannot be changed; model_copy(update=...) gives a changed one"


class _HowMany:
    """Stands in for the answers where a presentation is printed."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __repr__(self) -> str:
        return f"{self._count} {'finding' if self._count == 1 else 'findings'} answered"
