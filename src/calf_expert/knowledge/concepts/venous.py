"""Concepts of the leg veins that several causes share.

``venous_aching`` is the ache of blood that stands in the legs: it gathers while the person is upright, and runs off when
the leg is raised. A leg that is short of blood gets worse when it is raised.
"""

from ...authoring import GUIDELINE, Present, concludes

RULES = (
    concludes(
        "heavy_by_evening_and_better_when_raised",
        concept="venous_aching",
        when=[Present("heaviness_end_of_day"), Present("relief_by_elevation")],
        because="Legs that are heavy by evening and feel better when raised are full of blood that does not flow off.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    concludes(
        "worse_on_standing_and_better_when_raised",
        concept="venous_aching",
        when=[Present("worse_on_standing"), Present("relief_by_elevation")],
        because="An ache that standing brings and raising the leg takes away follows the pressure in the veins.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
)
