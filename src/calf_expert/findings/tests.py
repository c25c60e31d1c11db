"""Imaging and other tests."""

from typing import Literal

from ._declaration import EXTENDED, LAB, FindingGroup, Number, choice, number


class Tests(FindingGroup):
    """Imaging and other tests."""

    abi: Number = number(
        "Ankle-brachial index (lowest leg)",
        ask="Ankle-brachial index?",
        unit="ratio",
        between=(0, 3),
        of=LAB,
    )
    abi_post_exercise_drop_percent: Number = number(
        "Fall in ABI after exercise",
        ask="Percentage fall in ABI after exercise?",
        unit="%",
        between=(-50, 100),
        tier=EXTENDED,
        of=LAB,
    )
    compartment_pressure_pre_mmhg: Number = number(
        "Compartment pressure before exercise",
        ask="Resting compartment pressure?",
        unit="mmHg",
        between=(0, 150),
        tier=EXTENDED,
        of=LAB,
    )
    compartment_pressure_1min_mmhg: Number = number(
        "Compartment pressure 1 min after exercise",
        ask="Pressure 1 minute after exercise?",
        unit="mmHg",
        between=(0, 200),
        tier=EXTENDED,
        of=LAB,
    )
    compartment_pressure_5min_mmhg: Number = number(
        "Compartment pressure 5 min after exercise",
        ask="Pressure 5 minutes after exercise?",
        unit="mmHg",
        between=(0, 200),
        tier=EXTENDED,
        of=LAB,
    )
    post_void_residual_ml: Number = number(
        "Post-void residual volume",
        ask="Bladder volume after passing urine?",
        unit="mL",
        between=(0, 3000),
        tier=EXTENDED,
        of=LAB,
    )
    leg_vein_ultrasound: (
        Literal["not_done", "negative", "distal_dvt", "proximal_dvt", "superficial_thrombus", "unknown"] | None
    ) = choice(
        "Leg vein ultrasound result",
        ask="Leg vein ultrasound result?",
        tier=EXTENDED,
        of=LAB,
    )
    svt_length_cm: Number = number(
        "Superficial thrombus length",
        ask="Length of superficial thrombus?",
        unit="cm",
        between=(0, 100),
        tier=EXTENDED,
        of=LAB,
    )
    svt_distance_from_sfj_cm: Number = number(
        "Distance of thrombus from saphenofemoral junction",
        ask="Distance from the saphenofemoral junction?",
        unit="cm",
        between=(0, 100),
        tier=EXTENDED,
        of=LAB,
    )
    lumbar_mri: (
        Literal[
            "not_done",
            "no_nerve_compression",
            "disc_herniation",
            "spinal_stenosis",
            "cauda_equina_compression",
            "other",
            "unknown",
        ]
        | None
    ) = choice(
        "Lumbar MRI or CT result",
        ask="Result of the back scan?",
        tier=EXTENDED,
        of=LAB,
    )
    popliteal_ultrasound: (
        Literal["not_done", "normal", "bakers_cyst", "ruptured_bakers_cyst", "popliteal_aneurysm", "unknown"] | None
    ) = choice(
        "Ultrasound behind the knee",
        ask="Result of the ultrasound behind the knee?",
        tier=EXTENDED,
        of=LAB,
    )
    arterial_imaging: (
        Literal[
            "not_done", "normal", "stenosis_or_chronic_occlusion", "acute_occlusion", "popliteal_entrapment", "unknown"
        ]
        | None
    ) = choice(
        "Leg artery imaging",
        ask="Result of the leg artery scan?",
        tier=EXTENDED,
        of=LAB,
    )
    calf_soft_tissue_imaging: (
        Literal[
            "not_done",
            "normal",
            "achilles_rupture",
            "achilles_tendinopathy",
            "muscle_tear",
            "haematoma",
            "mass",
            "unknown",
        ]
        | None
    ) = choice(
        "Achilles or calf soft-tissue imaging",
        ask="Result of the tendon or calf scan?",
        tier=EXTENDED,
        of=LAB,
    )
