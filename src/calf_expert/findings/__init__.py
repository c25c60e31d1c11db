"""What can be known about a person: one group a file, one declaration a finding.

Ids never change their meaning. A question and its label define the finding; a rule may rest on nothing finer than what
its question asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ._declaration import UNKNOWN, AskedOf, Finding, FindingGroup, Kind, Tier, Unknown, finding_of
from .cramp_and_restlessness import CrampAndRestlessness
from .demographics import Demographics
from .examination_musculoskeletal import ExaminationMusculoskeletal
from .examination_neurological import ExaminationNeurological
from .examination_vascular import ExaminationVascular
from .exertion import Exertion
from .history_and_risk import HistoryAndRisk
from .joints import Joints
from .laboratory import Laboratory
from .leg_appearance import LegAppearance
from .medicine_safety_history import MedicineSafetyHistory
from .medicines_taken import MedicinesTaken
from .neurological_symptoms import NeurologicalSymptoms
from .pain_site import PainSite
from .presentation import Complaint
from .systemic import Systemic
from .tests import Tests
from .vital_signs import VitalSigns
from .walking_pattern import WalkingPattern

GROUPS: tuple[type[FindingGroup], ...] = (
    Demographics,
    Complaint,
    Exertion,
    WalkingPattern,
    PainSite,
    CrampAndRestlessness,
    LegAppearance,
    NeurologicalSymptoms,
    Systemic,
    Joints,
    HistoryAndRisk,
    MedicineSafetyHistory,
    MedicinesTaken,
    ExaminationVascular,
    ExaminationMusculoskeletal,
    ExaminationNeurological,
    VitalSigns,
    Laboratory,
    Tests,
)
"""The groups in the order in which a person is asked."""


def _collect() -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for group in GROUPS:
        name = group.__module__.rpartition(".")[2]
        for field_name, field in group.model_fields.items():
            if field_name in found:
                raise TypeError(f"{group.__module__}: the finding {field_name!r} is declared twice")
            found[field_name] = finding_of(field_name, field, name)
    return found


FINDINGS: Mapping[str, Finding] = MappingProxyType(_collect())
"""Every finding by its id, in the order in which a person is asked."""

__all__ = ["FINDINGS", "GROUPS", "UNKNOWN", "AskedOf", "Finding", "FindingGroup", "Kind", "Tier", "Unknown"]
