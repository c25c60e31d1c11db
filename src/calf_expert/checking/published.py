"""The numbers and sentences of the design that the checker goes by, stated a second time on purpose.

``weighing`` and its neighbours state them too. A test compares the two, so that neither can be changed unknowingly.
"""

from __future__ import annotations

from collections.abc import Mapping

NOTICE = (
    "This informs and does not diagnose. It was produced by rules that no clinician has reviewed. "
    "If you are worried or getting worse, get medical help, whatever it says here."
)

LEVELS = ("self_care", "routine", "within_days", "same_day", "emergency")
"""The levels of urgency, the least serious first."""

DANGEROUS = ("same_day", "emergency")
"""The urgency of causes that count as dangerous."""

STARTS_AT: Mapping[str, int] = {
    "common": -700,
    "fairly_common": -1000,
    "uncommon": -1500,
    "rare": -2000,
    "very_rare": -2500,
}
"""Where a cause starts by its commonness, in millibans (1000 log10 of a likelihood ratio)."""

STARTS_AT_IN_RANKING: Mapping[str, int] = {
    "common": -560,
    "fairly_common": -800,
    "uncommon": -1200,
    "rare": -1600,
    "very_rare": -2000,
}
"""Where it starts when causes are ranked: four fifths of that."""

BANDS = (("very_likely", 700), ("likely", 0), ("possible", -1000), ("unlikely", -1700))
"""The bands and the lowest weight of each; below the last a cause is very unlikely."""

POSSIBLE_FROM = -1000
SUSPICION_FROM = 477
"""How much evidence of its own makes a possible cause a suspected one."""

ACTS_FROM: Mapping[str, tuple[tuple[str, int], ...]] = {
    "emergency": (("emergency", 0), ("same_day", -1000)),
    "same_day": (("same_day", -1000),),
    "within_days": (("within_days", -250),),
    "routine": (("routine", 0),),
    "self_care": (("self_care", 0),),
}
"""By the urgency of a cause, the levels it brings and the weight each is brought from, the highest first."""

LIFTED_BY_ALERT: Mapping[str, int] = {"emergency": 1690, "same_day": 845}
"""What an alert of that level adds in the ranking to the cause it names first; the others it names get less."""

ADVICE = ("physical", "self_care")
"""The kinds of options that are withheld unless they are cleared."""

NOTHING_POINTS_HIGHER = "Nothing on record points to anything more urgent; what was not asked is not known."
NO_SELF_CARE_YET = " But the danger signs have not all been answered no, or another cause fits too."
