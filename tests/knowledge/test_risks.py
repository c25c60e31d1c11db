"""A risk is no complaint: nothing that only makes a cause likelier makes it suspected by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from calf_expert.assessment import Assessment
from calf_expert.findings import FINDINGS, Finding, Kind
from calf_expert.reasoning import assess

GROUPS = ("demographics", "history_and_risk", "medicine_safety_history", "medicines_taken")

NAMED_AFTER = {
    "pregnant": {"pregnancy_leg_cramps"},
    "gestation_weeks": {"pregnancy_leg_cramps"},
    "known_peripheral_arterial_disease": {"peripheral_arterial_disease"},
    "known_rheumatoid_arthritis": {"rheumatoid_arthritis"},
    # The one operation that takes the glands which hold calcium up.
    "neck_surgery_thyroid_parathyroid": {"calcium_deficiency"},
    # Tells two things at once: a statin, and what drives it up, or when it began to ache after it.
    "statin_interacting_drug": {"drug_induced_myopathy"},
    "weeks_statin_start_to_symptoms": {"drug_induced_myopathy"},
}
"""What is more than a risk: the cause itself on record, or the one thing without which there is no such cause."""


def answers(finding: Finding) -> Iterator[Any]:
    if finding.kind is Kind.BOOLEAN:
        yield True
    elif finding.values:
        yield from finding.values
    elif finding.range is not None:
        low, high = finding.range
        yield from (round(low + (high - low) * step / 40, 1) for step in range(41))


RISKS = [
    pytest.param(finding.id, answer, id=f"{finding.id}: {answer}")
    for finding in FINDINGS.values()
    if finding.group in GROUPS
    for answer in answers(finding)
]


def suspected(assessment: Assessment) -> set[str]:
    return {c.cause_id for c in assessment.conclusions if c.status.value in ("suspected", "confirmed")}


@pytest.mark.parametrize(("finding", "answer"), RISKS)
def test_a_single_risk_makes_nothing_suspected(finding: str, answer: Any) -> None:
    parent = FINDINGS[finding].depends_on
    context = {parent: True} if parent else {}
    assert suspected(assess({"calf_pain": True, **context, finding: answer})) <= NAMED_AFTER.get(finding, set())
