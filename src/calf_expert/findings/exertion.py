"""What the muscle was asked to do, and what it answered."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class Exertion(FindingGroup):
    """What the muscle was asked to do, and what it answered."""

    unaccustomed_exercise_recent: YesNo = yes_no(
        "Intense or unfamiliar exercise in the last 3 days",
        ask="In the last three days, have you done exercise that was unusually hard or new for you?",
    )
    prolonged_heavy_labour: YesNo = yes_no(
        "Prolonged heavy physical work",
        ask="Have you had long hours of heavy work, or of work on your feet, in recent days?",
    )
    exertional_burn_during_effort: YesNo = yes_no(
        "Burning that fades within an hour of stopping",
        ask="Did the muscle burn while you were working hard and settle within about an hour of stopping?",
    )
    delayed_onset_24_72h: YesNo = yes_no(
        "Soreness starting 12-24 h later and peaking day 1-3",
        ask="Did the soreness build up the day after exercise and peak one to three days later?",
    )
    muscle_soreness_on_use_or_touch: YesNo = yes_no(
        "Diffuse soreness on movement or pressure",
        ask="Is the muscle stiff and sore all over when you use it or press it?",
    )
    training_load_increase: YesNo = yes_no(
        "Training load stepped up in recent weeks",
        ask="Have you increased running, marching or jumping over the last few weeks?",
    )
    sudden_push_off_onset: YesNo = yes_no(
        "Struck while pushing off, sprinting or stretching",
        ask="Did the pain hit suddenly while pushing off, sprinting, jumping or lunging?",
    )
    pop_or_snap_felt: YesNo = yes_no(
        "Pop, snap or kick sensation",
        ask="Did you feel or hear a pop or snap, as if kicked in the back of the leg?",
    )
    exertional_pain_reproducible: YesNo = yes_no(
        "Comes on at a predictable effort and stops with rest",
        ask="Does the pain start at about the same point in exercise each time and ease within minutes of stopping?",
    )
    prolonged_immobile_long_lie: YesNo = yes_no(
        "Lay on the floor or in one position for hours",
        ask="Have you lately lain in one place for many hours (for example after a collapse)?",
    )
    heat_exposure_exertion: YesNo = yes_no(
        "Exertion in heat or with heavy sweating",
        ask="Were you exerting yourself in hot conditions or sweating a lot?",
        tier=EXTENDED,
    )
