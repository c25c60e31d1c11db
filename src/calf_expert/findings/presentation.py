"""The complaint itself: where, since when, how bad, how it began."""

from typing import Literal

from ._declaration import FindingGroup, Number, YesNo, choice, number, yes_no


class Complaint(FindingGroup):
    """The complaint itself: where, since when, how bad, how it began."""

    calf_pain: YesNo = yes_no(
        "Pain in the calf",
        ask="Is the pain in your calf (the fleshy back of the lower leg)?",
    )
    pain_side: Literal["left", "right", "both", "unknown"] | None = choice(
        "Side affected",
        ask="Which calf hurts: left, right or both?",
    )
    symptom_duration_days: Number = number(
        "Time since this problem began",
        ask="How many days ago did this start?",
        unit="days",
        between=(0, 36500),
        duration=True,
    )
    onset_speed: Literal["sudden", "hours", "days", "gradual", "unknown"] | None = choice(
        "Speed of onset",
        ask="Did it come on in seconds or minutes, in hours, in days, or slowly over weeks or more?",
    )
    pain_severity_nrs: Number = number(
        "Pain severity 0-10",
        ask="How bad is the pain right now, from 0 (none) to 10 (worst imaginable)?",
        unit="score",
        between=(0, 10),
        loinc="72514-3",
    )
    pain_out_of_proportion: YesNo = yes_no(
        "Pain far worse than the leg looks",
        ask="Is the pain much worse than you would expect from how the leg looks, or not eased by usual painkillers?",
    )
    pain_at_rest: YesNo = yes_no(
        "Pain at rest",
        ask="Does it hurt when you are completely still?",
    )
    night_pain_unremitting: YesNo = yes_no(
        "Constant or night pain not eased by position",
        ask="Is there a deep pain at night that does not ease whatever position you try?",
    )
    pain_progressive: YesNo = yes_no(
        "Steadily getting worse",
        ask="Is the pain clearly getting worse day by day (or hour by hour)?",
    )
    direct_injury_recent: YesNo = yes_no(
        "Direct injury, fall or blow to the leg",
        ask="Did you fall, get hit or otherwise injure this leg before the pain started?",
        note="out of scope when present: route to the trauma pathway",
    )
    previous_similar_episodes: YesNo = yes_no(
        "Similar episodes before",
        ask="Have you had the same pain before that settled by itself?",
    )
    leg_pain: YesNo = yes_no(
        "Pain in the leg",
        ask="Do you have pain in the leg?",
        note="use when the place in the leg is not told; calf_pain when it is",
    )
    pain_character: (
        Literal[
            "cramping", "aching", "burning", "shooting", "sharp_or_tearing", "tight_or_bursting", "throbbing", "unknown"
        ]
        | None
    ) = choice(
        "Character of the pain",
        ask="What is the pain like?",
    )
    onset_on_lifting_or_twisting: YesNo = yes_no(
        "Began with lifting or twisting the back",
        ask="Did it start when you lifted something or twisted your back?",
    )
    unable_to_bear_weight: YesNo = yes_no(
        "Cannot put weight on the leg",
        ask="Are you unable to put weight on the leg or walk on it?",
    )
    pain_severity_words: Literal["mild", "moderate", "severe", "unknown"] | None = choice(
        "Severity of the pain in words",
        ask="Would you call the pain mild, moderate or severe?",
        note="for people and texts that give no number; a number from 0 to 10 goes into pain_severity_nrs",
    )
