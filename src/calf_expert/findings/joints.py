"""Joint symptoms."""

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, number, yes_no


class Joints(FindingGroup):
    """Joint symptoms."""

    joint_pain: YesNo = yes_no(
        "Joint pain",
        ask="Do you have pain in your joints?",
    )
    joint_swelling: YesNo = yes_no(
        "Joint swelling",
        ask="Are any joints swollen?",
    )
    morning_stiffness_minutes: Number = number(
        "Morning stiffness duration",
        ask="How many minutes are your joints stiff for in the morning?",
        unit="minutes",
        between=(0, 720),
    )
    reduced_joint_mobility: YesNo = yes_no(
        "Limited joint movement",
        ask="Is it hard to move your joints fully?",
    )
    symmetrical_small_joint_involvement: YesNo = yes_no(
        "Small joints of both hands or feet",
        ask="Are the knuckles, finger, wrist or toe joints affected on both sides?",
    )
    joint_symptom_duration_weeks: Number = number(
        "Duration of joint symptoms",
        ask="For how many weeks have the joints been affected?",
        unit="weeks",
        between=(0, 4000),
        duration=True,
        tier=EXTENDED,
    )
