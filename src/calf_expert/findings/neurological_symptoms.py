"""Numbness, weakness, and the functions that nerves keep."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class NeurologicalSymptoms(FindingGroup):
    """Numbness, weakness, and the functions that nerves keep."""

    leg_numbness_tingling: YesNo = yes_no(
        "Numbness or tingling in the leg or foot",
        ask="Do you have numbness or pins and needles in the leg or foot?",
    )
    numbness_both_legs: YesNo = yes_no(
        "Numbness in both legs (SSHQ 5)",
        ask="Is there numbness in both legs?",
        tier=EXTENDED,
    )
    numbness_both_soles: YesNo = yes_no(
        "Numbness in both soles (SSHQ 6)",
        ask="Are the soles of both feet numb?",
        tier=EXTENDED,
    )
    numbness_buttocks: YesNo = yes_no(
        "Numbness around the buttocks (SSHQ 7)",
        ask="Is there numbness around the buttocks?",
        tier=EXTENDED,
    )
    numbness_without_pain: YesNo = yes_no(
        "Numbness without pain (SSHQ 8)",
        ask="Is there numbness but no pain?",
        tier=EXTENDED,
    )
    burning_buttocks: YesNo = yes_no(
        "Burning feeling around the buttocks (SSHQ 9)",
        ask="Is there a burning feeling around the buttocks?",
        tier=EXTENDED,
    )
    walking_urge_to_urinate: YesNo = yes_no(
        "Walking almost brings on urination (SSHQ 10)",
        ask="Does walking make you almost pass urine?",
        tier=EXTENDED,
    )
    burning_feet_stocking: YesNo = yes_no(
        "Burning or numb feet in a sock pattern",
        ask="Are both feet burning or numb in a sock-like pattern, worse at night?",
    )
    leg_weakness: YesNo = yes_no(
        "Weakness of leg or foot",
        ask="Is the leg or foot weak?",
    )
    leg_weakness_progressive: YesNo = yes_no(
        "Leg weakness getting worse",
        ask="Is the weakness getting worse over hours or days?",
    )
    foot_drop: YesNo = yes_no(
        "Foot drop",
        ask="Does the foot slap or catch because you cannot lift it?",
    )
    bilateral_leg_weakness_or_numbness: YesNo = yes_no(
        "Weakness or numbness in both legs, new",
        ask="Have both legs become weak or numb recently?",
    )
    saddle_numbness: YesNo = yes_no(
        "Numbness between the legs",
        ask="Is there numbness or altered feeling around the genitals, back passage or inner thighs?",
    )
    new_bladder_difficulty: YesNo = yes_no(
        "New bladder difficulty",
        ask="Any new trouble passing urine, weak stream, not feeling when the bladder is full, or leaking?",
    )
    new_bowel_incontinence: YesNo = yes_no(
        "New bowel incontinence or loss of feeling",
        ask="Any new loss of bowel control or of feeling when opening the bowels?",
    )
    new_sexual_dysfunction: YesNo = yes_no(
        "New loss of genital sensation or sexual function",
        ask="Have you newly lost feeling in the genitals, or do you have new trouble with sex?",
        tier=EXTENDED,
    )
    difficulty_stairs_chair_arms: YesNo = yes_no(
        "Difficulty with stairs, chairs or lifting arms",
        ask="Is it hard to climb stairs, rise from a chair or lift your arms because of weakness?",
    )
    perioral_or_finger_tingling: YesNo = yes_no(
        "Tingling round the mouth or in the fingertips",
        ask="Do you get tingling around the mouth or in the fingertips?",
    )
    carpopedal_spasm: YesNo = yes_no(
        "Hand or foot spasms",
        ask="Do your hands or feet go into fixed spasms?",
    )
