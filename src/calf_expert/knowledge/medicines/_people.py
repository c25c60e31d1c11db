"""Conditions on a person that several modules of medicines and measures share."""

from ...authoring import AllOf, AnyOf, AtLeast, Between, Is, Measured, NotKnown, Present

PREGNANT = AnyOf(Present("pregnant"), Measured("gestation_weeks", AtLeast(0)))
"""A recorded week of pregnancy tells of a pregnancy, even where nobody asked about one."""

COULD_BEAR_A_CHILD = AllOf(
    AnyOf(Is("sex", ("female",)), NotKnown("sex")),
    AnyOf(Measured("age_years", Between(10, 60)), NotKnown("age_years")),
)
"""Who is asked about pregnancy and breastfeeding. Whoever is pregnant outside these limits is still treated as such."""

HEART_FAILURE = AnyOf(Present("heart_failure"), Present("heart_failure_severe"))
"""Severe heart failure is heart failure, even where only the one was asked."""

HEART_FAILURE_MAY_BE_THERE = AnyOf(Present("heart_failure"), NotKnown("heart_failure"))

SWOLLEN_LEG = AnyOf(
    Present("calf_swelling"),
    Present("entire_leg_swollen"),
    Measured("calf_circumference_difference_cm", AtLeast(2)),
)
"""Swelling as it is seen, examined or measured; 2 cm is where the red flags begin to count it."""

MAY_HAVE_BLED_INTO_THE_CALF = AnyOf(
    Present("calf_or_ankle_bruising"),
    Present("tense_hard_calf"),
    Is("calf_soft_tissue_imaging", ("haematoma",)),
)
"""What raises a bleed into the calf muscle, as long as that is not a cause of its own in this library."""
