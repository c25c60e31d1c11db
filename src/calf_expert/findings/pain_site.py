"""Where else it hurts, and how the pain spreads."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class PainSite(FindingGroup):
    """Where else it hurts, and how the pain spreads."""

    pain_in_thigh: YesNo = yes_no(
        "Pain in the thigh",
        ask="Is there pain in the thigh?",
        tier=EXTENDED,
    )
    pain_in_buttock: YesNo = yes_no(
        "Pain in the buttock",
        ask="Is there pain in the buttock?",
        tier=EXTENDED,
    )
    pain_behind_knee: YesNo = yes_no(
        "Pain or tightness behind the knee",
        ask="Is there pain or tightness behind the knee?",
    )
    pain_over_shin_bone: YesNo = yes_no(
        "Pain on the shin bone",
        ask="Is the pain on the shin bone itself rather than the muscle?",
    )
    pain_over_achilles: YesNo = yes_no(
        "Pain at the heel cord",
        ask="Is the pain in the cord just above the heel?",
    )
    bilateral_leg_pain: YesNo = yes_no(
        "Pain in both legs",
        ask="Are both legs painful?",
    )
    low_back_pain: YesNo = yes_no(
        "Low back pain",
        ask="Do you have low back pain as well?",
    )
    radiating_leg_pain: YesNo = yes_no(
        "Pain shooting from back or buttock to below the knee",
        ask="Does pain travel from your back or buttock down the leg to below the knee?",
    )
    leg_pain_worse_than_back: YesNo = yes_no(
        "Leg pain worse than back pain",
        ask="Is the leg pain worse than the back pain?",
    )
    pain_worse_cough_sneeze: YesNo = yes_no(
        "Worse on coughing, sneezing or straining",
        ask="Does coughing, sneezing or straining make the leg pain worse?",
    )
    pain_dermatomal_below_knee: YesNo = yes_no(
        "Pain in a strip (outer calf/top of foot or back of calf/outer foot)",
        ask="Does the pain run in a strip down the outer or back of the calf into the foot?",
        tier=EXTENDED,
    )
    pain_in_foot: YesNo = yes_no(
        "Pain in the foot or toes",
        ask="Does the pain also affect the foot or toes?",
    )
    pain_front_or_side_of_lower_leg: YesNo = yes_no(
        "Pain at the front or outer side of the lower leg",
        ask="Does it hurt at the front or outer side of the lower leg?",
        tier=EXTENDED,
    )
