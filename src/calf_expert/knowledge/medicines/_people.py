"""Conditions on a person that several modules of medicines and measures share."""

from ...authoring import AllOf, AnyOf, Between, Is, Measured, NotKnown, Present

COULD_BEAR_A_CHILD = AllOf(
    AnyOf(Is("sex", ("female",)), NotKnown("sex")),
    AnyOf(Measured("age_years", Between(10, 60)), NotKnown("age_years")),
)
"""Who is asked about pregnancy and breastfeeding. Whoever is pregnant outside these limits is still treated as such."""

HEART_FAILURE = AnyOf(Present("heart_failure"), Present("heart_failure_severe"))
"""Severe heart failure is heart failure, even where only the one was asked."""

HEART_FAILURE_MAY_BE_THERE = AnyOf(Present("heart_failure"), NotKnown("heart_failure"))

MAY_HAVE_BLED_INTO_THE_CALF = AnyOf(
    Present("calf_or_ankle_bruising"),
    Present("tense_hard_calf"),
    Is("calf_soft_tissue_imaging", ("haematoma",)),
)
"""The signs of a bleed into the calf muscle. Each forbids by itself, however likely the bleed is; a suspected bleed forbids
in its own module."""
