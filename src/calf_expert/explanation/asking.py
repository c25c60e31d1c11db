"""Which open questions are worth putting to this person: not those that their other answers have settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..findings import FINDINGS, AskedOf, Kind

_OF_CHILDBEARING = frozenset({"pregnant", "gestation_weeks", "postpartum_6_weeks", "breastfeeding"})
_CHILDBEARING_AGES = (10, 60)


def can_be_asked(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether the person whose answers these are can be asked for ``finding``, and the answer could be news."""
    # A result that was read back may name a finding that is not known here.
    return finding in FINDINGS and FINDINGS[finding].asked_of is AskedOf.PATIENT and not in_vain(finding, answers)


def in_vain(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether asking is useless: it was answered, if only by "I do not know", or means nothing beside other answers.

    The weeks of a pregnancy are asked once there is one, and a man is not asked about it.
    """
    parent = FINDINGS[finding].depends_on
    if parent is not None and FINDINGS[parent].kind is Kind.BOOLEAN and answers.get(parent) is not True:
        return True
    return finding in answers or (finding in _OF_CHILDBEARING and not _may_be_pregnant(answers))


def _may_be_pregnant(answers: Mapping[str, Any]) -> bool:
    age = answers.get("age_years")
    youngest, oldest = _CHILDBEARING_AGES
    return answers.get("sex") != "male" and not (isinstance(age, (int, float)) and not youngest <= age <= oldest)
