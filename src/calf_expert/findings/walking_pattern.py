"""What walking, standing, sitting and bending do to the pain."""

from typing import Literal

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, choice, number, yes_no


class WalkingPattern(FindingGroup):
    """What walking, standing, sitting and bending do to the pain."""

    pain_on_walking: YesNo = yes_no(
        "Leg pain or discomfort when walking (ECQ 1)",
        ask="Do you get pain or discomfort in your leg when you walk?",
    )
    pain_begins_standing_or_sitting: YesNo = yes_no(
        "Pain sometimes begins when still (ECQ 2)",
        ask="Does this pain ever begin when you are standing still or sitting?",
    )
    pain_uphill_or_hurrying: YesNo = yes_no(
        "Pain on hills or hurrying (ECQ 3)",
        ask="Do you get it if you walk uphill or hurry?",
    )
    pain_level_ordinary_pace: YesNo = yes_no(
        "Pain at ordinary pace on the level (ECQ 4)",
        ask="Do you get it walking at ordinary pace on level ground?",
    )
    relief_standing_still: Literal["within_10_min", "over_10_min", "not_relieved", "unknown"] | None = choice(
        "What happens on standing still (ECQ 5)",
        ask="If you stop and stand still, does it mostly go within 10 minutes, last for more than 10 minutes, or not go?",
    )
    walking_distance_m: Number = number(
        "Walking distance before pain stops you",
        ask="About how many metres can you walk before you have to stop?",
        unit="m",
        between=(0, 20000),
        tier=EXTENDED,
    )
    intermittent_claudication: YesNo = yes_no(
        "Leg symptoms brought on by walking and relieved by rest",
        ask="Do pain, numbness or weakness in the legs come on with walking and ease with a rest?",
        note="Konno item; not specific for arterial or neurogenic type",
    )
    worse_on_standing: YesNo = yes_no(
        "Leg symptoms worse on standing up or standing",
        ask="Do the leg symptoms get worse when you stand up or stand for a while?",
    )
    relief_by_sitting: YesNo = yes_no(
        "Relieved by sitting",
        ask="Do the leg symptoms go or ease when you sit down?",
    )
    no_pain_when_seated: YesNo = yes_no(
        "No pain at all when seated",
        ask="When you are sitting, is there no leg pain at all?",
        tier=EXTENDED,
    )
    relief_by_bending_forward: YesNo = yes_no(
        "Relieved by bending forward",
        ask="Do the leg symptoms ease when you lean or bend forward (for example on a trolley or bike)?",
    )
    relief_by_bending_backward: YesNo = yes_no(
        "Relieved by bending backward",
        ask="Do the leg symptoms improve when you lean backwards?",
        tier=EXTENDED,
    )
    relief_by_leg_dependency: YesNo = yes_no(
        "Rest pain eased by hanging the leg down",
        ask="At night, do you hang the foot out of bed or get up to ease the pain?",
    )
    relief_by_elevation: YesNo = yes_no(
        "Aching eased by raising the leg",
        ask="Does raising the leg ease the ache or swelling?",
        tier=EXTENDED,
    )
    heaviness_end_of_day: YesNo = yes_no(
        "Heavy, aching legs by evening",
        ask="Do the legs feel heavy, tight or aching by the end of the day?",
    )
    start_up_stiffness_heel_cord: YesNo = yes_no(
        "Morning or start-up stiffness above the heel",
        ask="Is the cord above the heel stiff and sore with the first steps and then easier?",
    )
    pain_worse_sitting: YesNo = yes_no(
        "Worse when sitting",
        ask="Is the leg pain worse when you sit?",
    )
