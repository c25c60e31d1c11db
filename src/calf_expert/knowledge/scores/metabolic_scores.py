"""Calcium adjusted for albumin, in both systems of units."""

from ...authoring import (
    Amount,
    AtLeast,
    Between,
    Class,
    LessThan,
    Linear,
    Measured,
    MoreThan,
    NotFor,
    Present,
    Score,
    YesNo,
)
from ._people import UNDER_18

_CAVEAT = (
    "Unreliable in critical illness, disturbed acid-base balance and kidney failure: ionised calcium decides. Any symptom "
    "of a low calcium makes it an emergency at any level. The laboratory's own interval comes first."
)
_ADULTS = NotFor(Present("under_18"), "its limits are those of adults")

SCORES = (
    Score(
        id="corrected_calcium",
        name="calcium adjusted for albumin",
        about="Total calcium as it would be at an albumin of 40 g/L, in mmol/L.",
        inputs=(
            Amount("ca", "Total calcium", "mmol/L", finding="calcium_total_mmol_l"),
            Amount("alb", "Albumin", "g/L", finding="albumin_g_l"),
            UNDER_18,
        ),
        measures=(Linear((("ca", 1), ("alb", -0.02)), constant=0.8, places=2),),
        classes=(
            Class("severe_low", "calcium is dangerously low", LessThan(1.90)),
            Class("low", "calcium is low", Between(1.90, 2.19)),
            Class("normal", "calcium is normal", Between(2.20, 2.60)),
            Class("high", "calcium is high", MoreThan(2.60)),
        ),
        limits=(NotFor(Measured("alb", LessThan(25)), "it is unreliable with an albumin below 25 g/L"), _ADULTS),
        source=("turner2016", "ayuk2014"),
        verified=True,
        caveat=_CAVEAT,
    ),
    Score(
        id="corrected_calcium_us",
        name="calcium adjusted for albumin (mg/dL)",
        about="Total calcium as it would be at an albumin of 4 g/dL. For the calculator: records are in mmol/L.",
        inputs=(
            Amount("ca", "Total calcium", "mg/dL", (2, 20)),
            Amount("alb", "Albumin", "g/dL", (0.5, 7)),
            YesNo("under_18", "Under 18 years"),
        ),
        measures=(Linear((("ca", 1), ("alb", -0.8)), constant=3.2, places=2),),
        classes=(
            Class("high", "calcium is high", MoreThan(10.5)),
            Class("normal", "calcium is normal", AtLeast(8.5)),
            Class("low", "calcium is low"),
        ),
        limits=(NotFor(Measured("alb", LessThan(2.5)), "it is unreliable with an albumin below 2.5 g/dL"), _ADULTS),
        source=("turner2016", "expert_opinion"),
        verified=True,
        caveat=_CAVEAT,
    ),
)
