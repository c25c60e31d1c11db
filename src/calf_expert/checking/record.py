"""The answers of a result: whether a person can have given them, and what is odd about them.

The checker's own reading of the vocabulary, apart from the one that records are refused by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..findings import FINDINGS, UNKNOWN, Finding, Kind
from .verdict import Discrepancy

Known = Mapping[str, Any]
"""The answers that say something, by finding; one that is not there is not known."""


def known_in(answers: Mapping[str, Any]) -> Known:
    """The answers that are not "unknown", in the order of the vocabulary; numbers as floats, as rules see them."""
    known = {name: answers[name] for name in FINDINGS if answers.get(name, UNKNOWN) != UNKNOWN}
    return {name: float(a) if FINDINGS[name].range is not None else a for name, a in known.items()}


def illegal_in(answers: Any) -> Iterator[Discrepancy]:
    """What no record can hold: names that are no findings, answers and pairs of answers that cannot be."""
    if not isinstance(answers, dict):
        yield Discrepancy("answers", "expected the answers by finding")
        return
    if not answers.keys() <= FINDINGS.keys():
        yield Discrepancy("answers", "expected findings only")
    wrong = [name for name, finding in FINDINGS.items() if name in answers and not _legal(finding, answers[name])]
    for name in wrong:
        yield Discrepancy(f"answers.{name}", f"expected {FINDINGS[name].expects.removesuffix(' or None')}")
    if not wrong:
        for one, other in _clashes(known_in(answers)):
            yield Discrepancy(f"answers.{one}", f"expected an answer that fits together with `{other}`")


def _legal(finding: Finding, answer: Any) -> bool:
    if answer == UNKNOWN:
        return True
    if finding.kind is Kind.BOOLEAN:
        return isinstance(answer, bool)
    if finding.kind is Kind.ENUM:
        return answer in finding.values
    is_number = isinstance(answer, (int, float)) and not isinstance(answer, bool)
    return is_number and finding.range is not None and finding.range[0] <= answer <= finding.range[1]


def _clashes(known: Known) -> Iterator[tuple[str, str]]:
    there = {name for name, answer in known.items() if answer is not False}
    if known.get("sex") == "male":
        yield from ((name, "sex") for name in ("pregnant", "gestation_weeks") if name in there)
    for name in there:
        parent = FINDINGS[name].depends_on
        if parent is not None and known.get(parent) is False:
            yield name, parent
    if known.get("bilateral_leg_pain") is True and known.get("pain_side") in ("left", "right"):
        yield "bilateral_leg_pain", "pain_side"
    if {"systolic_bp", "diastolic_bp"} <= there and known["diastolic_bp"] > known["systolic_bp"]:
        yield "diastolic_bp", "systolic_bp"


def notes_on(known: Known, read: frozenset[str]) -> list[str]:
    """The notes of a result: what is odd about the answers, and which findings no rule reads."""
    unread = [f"`{name}` is on record, and no rule reads it yet." for name in known if name not in read]
    return [*_oddities(known), *unread]


def _oddities(known: Known) -> list[str]:
    yes = {name for name, answer in known.items() if answer is True}
    no = {name for name, answer in known.items() if answer is False}
    score, words = known.get("pain_severity_nrs", 5), known.get("pain_severity_words")
    odd = (
        ("calf_pain" in no, "`calf_pain` is what this library is about, and it is answered otherwise."),
        (
            bool(yes) and "calf_pain" not in known and "leg_pain" not in known,
            "`calf_pain` is not answered, nor is `leg_pain`, and many red flags look for one of them: ask it first.",
        ),
        _seldom("leg_pain" in no and "calf_pain" in yes, "leg_pain", "calf_pain", ": the calf is part of the leg"),
        *(_seldom(name in yes and known.get("sex") == "male", name, "sex") for name in _OF_WOMEN),
        (
            "pregnant" in yes and not 10 <= known.get("age_years", 10) <= 60,
            "`pregnant` is unusual at this `age_years`.",
        ),
        *(
            (
                name in known and name not in no and finding.depends_on not in known,
                f"`{name}` is answered, and `{finding.depends_on}`, on which it depends, is not.",
            )
            for name, finding in FINDINGS.items()
            if finding.depends_on
        ),
        (
            (score <= 3 and words == "severe") or (score >= 7 and words == "mild"),
            "`pain_severity_nrs` and `pain_severity_words` tell of different pain.",
        ),
        (
            "major_surgery_12w" in yes and known.get("days_since_major_surgery", 0) > 84,
            "`major_surgery_12w` asks about the last 12 weeks, and `days_since_major_surgery` lies further back.",
        ),
        (
            "calf_swelling" in no and known.get("calf_circumference_difference_cm", 0) >= 3,
            "`calf_circumference_difference_cm` and `calf_swelling` differ: what was measured would be seen.",
        ),
        *(_seldom(one in no and other in yes, one, other, why) for one, other, why in _DENIED_AND_TOLD),
    )
    return [sentence for is_odd, sentence in odd if is_odd]


_OF_WOMEN = ("postpartum_6_weeks", "breastfeeding")
_DENIED_AND_TOLD = (
    ("joint_swelling", "swollen_joint_on_examination", ": one was asked, the other examined"),
    ("leg_weakness", "leg_weakness_progressive", ": what grows worse is there"),
    ("calf_lump", "calf_lump_enlarging", ": what grows is there"),
)


def _seldom(is_odd: bool, one: str, other: str, why: str = "") -> tuple[bool, str]:
    return is_odd, f"`{one}` and `{other}` seldom go together{why}."
