"""Items that several scores share: whom a score is not for, and times that several of them ask about."""

from ...authoring import Absent, AllOf, AnyOf, AtMost, Is, LessThan, Measured, MoreThan, Present, YesNo
from ..signs import PREGNANT

PREGNANCY = YesNo("pregnant", "Pregnant", PREGNANT, unless=AnyOf(Absent("pregnant"), Is("sex", ("male",))))
UNDER_16 = YesNo("under_16", "Under 16 years", Measured("age_years", LessThan(16)))
UNDER_18 = YesNo("under_18", "Under 18 years", Measured("age_years", LessThan(18)))
ANTICOAGULATED = YesNo("anticoagulated", "Already takes an anticoagulant", Present("anticoagulant_use"))

SURGERY_WITHIN_4_WEEKS = AllOf(Present("major_surgery_12w"), Measured("days_since_major_surgery", AtMost(28)))

NO_SURGERY_WITHIN_4_WEEKS = AnyOf(Absent("major_surgery_12w"), Measured("days_since_major_surgery", MoreThan(28)))
"""Said, or told by the days since the operation: an operation of which the day is not known is neither."""
