"""Examination of veins and arteries."""

from typing import Literal

from ._declaration import CLINICIAN, EXTENDED, FindingGroup, Number, YesNo, choice, number, yes_no


class ExaminationVascular(FindingGroup):
    """Examination of veins and arteries."""

    calf_circumference_difference_cm: Number = number(
        "Calf circumference difference, 10 cm below tibial tuberosity",
        ask="By how many cm is the painful calf larger than the other (10 cm below the bony bump under the knee)?",
        unit="cm",
        between=(-10, 20),
        of=CLINICIAN,
    )
    entire_leg_swollen: YesNo = yes_no(
        "Entire leg swollen",
        ask="Is the whole leg swollen, from groin to ankle?",
        of=CLINICIAN,
    )
    pitting_oedema_symptomatic_leg: YesNo = yes_no(
        "Pitting oedema confined to the symptomatic leg",
        ask="Does pressing the painful leg leave a dent that the other leg does not have?",
        of=CLINICIAN,
    )
    deep_vein_tenderness: YesNo = yes_no(
        "Localised tenderness along the deep venous system",
        ask="Is there tenderness along the deep veins (mid-calf, behind the knee, inner thigh)?",
        of=CLINICIAN,
    )
    collateral_superficial_veins: YesNo = yes_no(
        "Non-varicose collateral superficial veins",
        ask="Are there new swollen surface veins (not varicose) on that leg?",
        of=CLINICIAN,
    )
    alternative_diagnosis_as_likely_as_dvt: YesNo = yes_no(
        "Alternative diagnosis at least as likely as DVT",
        ask="Clinician: is another diagnosis at least as likely as DVT?",
        of=CLINICIAN,
        note="clinician judgement only; never auto-derived",
    )
    alternative_diagnosis_less_likely_than_pe: YesNo = yes_no(
        "Alternative diagnosis less likely than PE",
        ask="Clinician: is PE the most likely diagnosis?",
        tier=EXTENDED,
        of=CLINICIAN,
        note="clinician judgement only",
    )
    absent_or_reduced_pedal_pulses: YesNo = yes_no(
        "Absent or reduced foot pulses",
        ask="Are the foot pulses absent or weak?",
        of=CLINICIAN,
    )
    limb_bruit: YesNo = yes_no(
        "Iliac, femoral or popliteal bruit",
        ask="Is there a bruit over the groin or behind the knee?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    capillary_refill_s: Number = number(
        "Capillary refill time of toes",
        ask="How many seconds does colour take to return after pressing a toe?",
        unit="s",
        between=(0, 20),
        tier=EXTENDED,
        of=CLINICIAN,
    )
    pulse_lost_on_ankle_movement: YesNo = yes_no(
        "Pedal pulse lost on active plantarflexion or passive dorsiflexion",
        ask="Does the foot pulse vanish when the foot is pointed or pulled up?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    arterial_doppler_audible: YesNo = yes_no(
        "Arterial Doppler signal audible",
        ask="Is the arterial Doppler signal audible at the ankle?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    venous_doppler_audible: YesNo = yes_no(
        "Venous Doppler signal audible",
        ask="Is the venous Doppler signal audible at the ankle?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    limb_sensory_loss_extent: Literal["none", "toes_only", "beyond_toes", "profound", "unknown"] | None = choice(
        "Sensory loss in an ischaemic limb",
        ask="How far does numbness extend?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    limb_motor_deficit: Literal["none", "mild_moderate", "profound", "unknown"] | None = choice(
        "Motor deficit in an ischaemic limb",
        ask="How weak is the foot?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    irregular_pulse: YesNo = yes_no(
        "Irregular pulse",
        ask="Is the pulse irregular?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    reduced_femoral_or_popliteal_pulse: YesNo = yes_no(
        "Femoral or popliteal pulse reduced or absent",
        ask="Is the femoral or popliteal pulse reduced or absent?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    elevation_pallor_or_dependent_rubor: YesNo = yes_no(
        "Pale when raised or red when hanging down",
        ask="Does the foot go pale when raised and red when lowered?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    pulsatile_abdominal_or_popliteal_mass: YesNo = yes_no(
        "Pulsatile mass in the abdomen or behind the knee",
        ask="Is there a pulsatile mass in the abdomen or behind the knee?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    calf_pain_on_forced_dorsiflexion: YesNo = yes_no(
        "Calf pain on passive dorsiflexion (Homans)",
        ask="Does bending the foot upwards hurt the calf?",
        tier=EXTENDED,
        of=CLINICIAN,
        note="no diagnostic value on its own; recorded because people record it",
    )
