"""What is odd about a presentation, and kept: people are odd, and so are the notes made about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ._record import Answer, is_given
from .findings import FINDINGS
from .presentation import Presentation

Answers = Mapping[str, Answer]

CHILDBEARING_AGES = (10, 60)
"""The ages between which a pregnancy is nothing unusual, both included."""


@dataclass(frozen=True, slots=True)
class _Oddity:
    """``odd`` looks at the known answers; ``sentence`` names the findings and never an answer."""

    odd: Callable[[Answers], bool]
    sentence: str


def oddities(presentation: Presentation) -> tuple[str, ...]:
    """One sentence for each thing about ``presentation`` that is unusual enough to be asked again.

    Nothing odd changes an assessment. The sentences name findings and no answers, so they can be logged.
    """
    return oddities_among(presentation.known)


def oddities_among(known: Answers) -> tuple[str, ...]:
    """The same, of what is known."""
    return tuple([oddity.sentence for oddity in _ODDITIES if oddity.odd(known)])


def _both(one: str, one_is: bool, other: str, other_is: bool, why: str) -> _Oddity:
    return _Oddity(
        lambda known: known.get(one) is one_is and known.get(other) is other_is,
        f"`{one}` and `{other}` seldom go together: {why}.",
    )


def _of_a_man(finding: str) -> _Oddity:
    return _Oddity(
        lambda known: known.get(finding) is True and known.get("sex") == "male",
        f"`{finding}` and `sex` seldom go together.",
    )


def _without(dependent: str, parent: str) -> _Oddity:
    return _Oddity(
        lambda known: is_given(known.get(dependent)) and parent not in known,
        f"`{dependent}` is answered, and `{parent}`, on which it depends, is not.",
    )


def _number(known: Answers, finding: str) -> float | None:
    answer = known.get(finding)
    return answer if isinstance(answer, float) else None


def _number_and_words_differ(known: Answers) -> bool:
    score, words = _number(known, "pain_severity_nrs"), known.get("pain_severity_words")
    return score is not None and ((score <= 3 and words == "severe") or (score >= 7 and words == "mild"))


def _operation_too_long_ago(known: Answers) -> bool:
    days = _number(known, "days_since_major_surgery")
    return known.get("major_surgery_12w") is True and days is not None and days > 84


def _pregnant_at_an_unusual_age(known: Answers) -> bool:
    age = _number(known, "age_years")
    youngest, oldest = CHILDBEARING_AGES
    return known.get("pregnant") is True and age is not None and not youngest <= age <= oldest


def _measured_but_not_seen(known: Answers) -> bool:
    # 3 cm is where Wells' score begins to count it, and more than people overlook.
    difference = _number(known, "calf_circumference_difference_cm")
    return known.get("calf_swelling") is False and difference is not None and difference >= 3


def _any_yes(known: Answers) -> bool:
    return any(answer is True for answer in known.values())  # not `True in`: a measured 1 equals True


_ODDITIES: Final = (
    _Oddity(
        lambda known: known.get("calf_pain") is False,
        "`calf_pain` is what this library is about, and it is answered otherwise.",
    ),
    _Oddity(
        lambda known: "calf_pain" not in known and "leg_pain" not in known and _any_yes(known),
        "`calf_pain` is not answered, nor is `leg_pain`, and many red flags look for one of them: ask it first.",
    ),
    _both("leg_pain", False, "calf_pain", True, "the calf is part of the leg"),
    _of_a_man("postpartum_6_weeks"),
    _of_a_man("breastfeeding"),
    _Oddity(_pregnant_at_an_unusual_age, "`pregnant` is unusual at this `age_years`."),
    *(_without(finding.id, finding.depends_on) for finding in FINDINGS.values() if finding.depends_on),
    _Oddity(_number_and_words_differ, "`pain_severity_nrs` and `pain_severity_words` tell of different pain."),
    _Oddity(
        _operation_too_long_ago,
        "`major_surgery_12w` asks about the last 12 weeks, and `days_since_major_surgery` lies further back.",
    ),
    _Oddity(
        _measured_but_not_seen,
        "`calf_circumference_difference_cm` and `calf_swelling` differ: what was measured would be seen.",
    ),
    _both("joint_swelling", False, "swollen_joint_on_examination", True, "one was asked, the other examined"),
    _both("leg_weakness", False, "leg_weakness_progressive", True, "what grows worse is there"),
    _both("calf_lump", False, "calf_lump_enlarging", True, "what grows is there"),
)
