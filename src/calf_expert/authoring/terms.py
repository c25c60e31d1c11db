"""The fixed terms of the field that statements are made with: urgency, grade of evidence, weight, commonness."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass


class Urgency(str, enum.Enum):
    """How soon a person should be seen; ordered by seriousness, so ``Urgency.EMERGENCY > Urgency.SAME_DAY``.

    A member equals its own text (``urgency == "same_day"``) and compares with such a text too.
    """

    SELF_CARE = "self_care"
    ROUTINE = "routine"
    WITHIN_DAYS = "within_days"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for self-care up to 4 for an emergency."""
        return _URGENCY_RANK[self]

    @property
    def in_words(self) -> str:
        """What the level asks of the person."""
        return _URGENCY_WORDS[self.value]

    # str would order the names by alphabet, which puts an emergency below a routine visit.
    def __lt__(self, other: object) -> bool:
        return self.rank < _rank(other) if isinstance(other, str) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= _rank(other) if isinstance(other, str) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > _rank(other) if isinstance(other, str) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= _rank(other) if isinstance(other, str) else NotImplemented

    def __str__(self) -> str:
        return self.value

    def __format__(self, spec: str) -> str:
        return format(self.value, spec)


_URGENCY_RANK = {"self_care": 0, "routine": 1, "within_days": 2, "same_day": 3, "emergency": 4}
_URGENCY_WORDS = {
    "self_care": "Self-care is reasonable; see someone if it changes or does not settle.",
    "routine": "Make a routine appointment with a doctor or physiotherapist.",
    "within_days": "Be seen by a doctor within days.",
    "same_day": "Be examined today.",
    "emergency": "Call the emergency number or go to an emergency department now.",
}


def _rank(other: str) -> int:
    rank = _URGENCY_RANK.get(str.__str__(other))
    if rank is None:
        # Compared as text a misspelt level would be above or below by its letters, and an emergency might be missed.
        raise ValueError(f"no such urgency; the levels are {', '.join(_URGENCY_RANK)}")
    return rank


class Grade(str, enum.Enum):
    """What stands behind a statement."""

    QUANTITATIVE = "quantitative"
    """A published figure, given with the statement."""
    GUIDELINE = "guideline"
    """A guideline, a product text or published criteria."""
    CONSENSUS = "consensus"
    """Agreed teaching or expert judgement without a single figure."""
    FOUNDING_DOCUMENT = "founding_document"
    """The article this project began with."""


QUANTITATIVE, GUIDELINE = Grade.QUANTITATIVE, Grade.GUIDELINE
CONSENSUS, FOUNDING_DOCUMENT = Grade.CONSENSUS, Grade.FOUNDING_DOCUMENT


def millibans(ratio: float) -> int:
    """The weight of a likelihood ratio as a whole number of millibans (1000 log10), so that sums are exact."""
    return round(1000 * math.log10(ratio))


@dataclass(frozen=True, slots=True)
class Strength:
    """A weight where no figure is published: the likelihood ratio that stands for it, and its inverse against."""

    name: str
    ratio: float


WEAK = Strength("weak", 1.5)
MODERATE = Strength("moderate", 3.0)
STRONG = Strength("strong", 7.0)


class Commonness(str, enum.Enum):
    """How often a cause is behind calf pain, in five coarse steps: nobody has measured it more finely."""

    COMMON = "common"
    FAIRLY_COMMON = "fairly_common"
    UNCOMMON = "uncommon"
    RARE = "rare"
    VERY_RARE = "very_rare"

    @property
    def millibans(self) -> int:
        """Where the cause starts before any evidence."""
        return _COMMONNESS_MILLIBANS[self]


_COMMONNESS_MILLIBANS = {"common": -700, "fairly_common": -1000, "uncommon": -1500, "rare": -2000, "very_rare": -2500}

COMMON, FAIRLY_COMMON, UNCOMMON = Commonness.COMMON, Commonness.FAIRLY_COMMON, Commonness.UNCOMMON
RARE, VERY_RARE = Commonness.RARE, Commonness.VERY_RARE


class OptionKind(str, enum.Enum):
    """What sort of thing is offered to a person."""

    MEDICINE = "medicine"
    PHYSICAL = "physical"
    """Heat, massage, exercise: shown only when nothing forbids it and its gate questions are answered no."""
    SELF_CARE = "self_care"
    TEST = "test"
    REFERRAL = "referral"


MEDICINE, PHYSICAL, SELF_CARE = OptionKind.MEDICINE, OptionKind.PHYSICAL, OptionKind.SELF_CARE
TEST, REFERRAL = OptionKind.TEST, OptionKind.REFERRAL
