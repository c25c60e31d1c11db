"""Which open questions are worth putting to this person: not those that their other answers have settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..findings import FINDINGS, UNKNOWN, AskedOf, Kind
from ..oddities import CHILDBEARING_AGES

_OF_CHILDBEARING = frozenset({"pregnant", "gestation_weeks", "postpartum_6_weeks", "breastfeeding"})
CHILDHOOD_ENDS = 16
"""Below this age somebody who cares for the person answers with or for them."""
_OF_CHILDREN = frozenset({"refuses_to_walk_or_toe_walks"})
_FROM_AGE = {
    "new_sexual_dysfunction": CHILDHOOD_ENDS,
    "alcohol_excess": 12,
    "smoking_status": 12,
    "smoking_pack_years": 12,
    "injecting_drug_use": 12,
    "recreational_stimulants_or_opioids": 12,
    "oestrogen_use": 10,
}
"""Nobody younger is asked."""


def can_be_asked(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether the person whose answers these are can be asked for ``finding``, and the answer could be news."""
    # A result that was read back may name a finding that is not known here.
    return finding in FINDINGS and FINDINGS[finding].asked_of is AskedOf.PATIENT and not in_vain(finding, answers)


def for_a_doctor(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether somebody else has to find it out: by an examination or a test, or because the person does not know."""
    if finding not in FINDINGS or means_nothing(finding, answers):
        return False
    return FINDINGS[finding].asked_of is not AskedOf.PATIENT or answers.get(finding) == UNKNOWN


def in_vain(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether asking is useless: it was answered, if only by "I do not know", or means nothing beside other answers.

    The weeks of a pregnancy are asked once there is one.
    """
    parent = FINDINGS[finding].depends_on
    if parent is not None and FINDINGS[parent].kind is Kind.BOOLEAN and answers.get(parent) is not True:
        return True
    return finding in answers or means_nothing(finding, answers)


def means_nothing(finding: str, answers: Mapping[str, Any]) -> bool:
    """Whether the question makes no sense for this person: a birth for a man, alcohol for a small child."""
    age = answers.get("age_years")
    if isinstance(age, (int, float)):
        if age < _FROM_AGE.get(finding, 0) or (finding in _OF_CHILDREN and age >= CHILDHOOD_ENDS):
            return True
        # A man may take oestrogen, and a boy does not.
        if finding == "oestrogen_use" and answers.get("sex") == "male" and age < CHILDHOOD_ENDS:
            return True
    if finding == "postpartum_6_weeks" and answers.get("pregnant") is True:
        return True
    return finding in _OF_CHILDBEARING and not _may_be_pregnant(answers)


def is_a_child(answers: Mapping[str, Any]) -> bool:
    """Whether the person is known to be a child."""
    age = answers.get("age_years")
    return isinstance(age, (int, float)) and age < CHILDHOOD_ENDS


def _may_be_pregnant(answers: Mapping[str, Any]) -> bool:
    age = answers.get("age_years")
    youngest, oldest = CHILDBEARING_AGES
    return answers.get("sex") != "male" and not (isinstance(age, (int, float)) and not youngest <= age <= oldest)
