"""Cramps, and the urge to move."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class CrampAndRestlessness(FindingGroup):
    """Cramps, and the urge to move."""

    muscle_cramps: YesNo = yes_no(
        "Muscle cramps",
        ask="Do you get sudden, tight, painful muscle cramps?",
    )
    night_cramps: YesNo = yes_no(
        "Cramps at night",
        ask="Do the cramps come on in bed or asleep?",
    )
    cramp_hardening_relief_by_stretch: YesNo = yes_no(
        "Hard knot relieved by stretching",
        ask="During the pain does the calf go hard, and does stretching the foot up relieve it?",
    )
    cramps_widespread: YesNo = yes_no(
        "Cramps also outside the legs",
        ask="Do you also get cramps in the hands, face or trunk?",
        tier=EXTENDED,
    )
    urge_to_move_legs: YesNo = yes_no(
        "Urge to move the legs",
        ask="Do you get a strong urge to move your legs, usually with an unpleasant feeling?",
    )
    urge_worse_at_rest: YesNo = yes_no(
        "Urge begins or worsens at rest",
        ask="Does the urge begin or get worse when you sit or lie still?",
    )
    urge_relieved_by_movement: YesNo = yes_no(
        "Urge relieved while moving",
        ask="Does moving or walking ease it while you keep moving?",
    )
    urge_worse_evening_night: YesNo = yes_no(
        "Urge worse in evening or night",
        ask="Is it only there, or worse, in the evening or at night?",
    )
