"""Neurological examination."""

from ._declaration import CLINICIAN, EXTENDED, FindingGroup, YesNo, yes_no


class ExaminationNeurological(FindingGroup):
    """Neurological examination."""

    slr_positive: YesNo = yes_no(
        "Straight-leg raise positive",
        ask="Does raising the straight leg reproduce pain below the knee?",
        of=CLINICIAN,
    )
    crossed_slr_positive: YesNo = yes_no(
        "Crossed straight-leg raise positive",
        ask="Does raising the OTHER straight leg bring on the pain?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    achilles_reflex_abnormal: YesNo = yes_no(
        "Achilles reflex reduced or absent",
        ask="Is the ankle jerk reduced or absent?",
        of=CLINICIAN,
    )
    dermatomal_sensory_deficit: YesNo = yes_no(
        "Dermatomal sensory deficit",
        ask="Is feeling reduced in one nerve-root strip?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    myotomal_weakness: YesNo = yes_no(
        "Myotomal weakness",
        ask="Is one muscle group (ankle or big toe) weak?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    symptoms_induced_bending_forward: YesNo = yes_no(
        "Leg symptoms induced by bending forward",
        ask="Does bending forward bring ON the leg symptoms?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    symptoms_induced_bending_backward: YesNo = yes_no(
        "Leg symptoms induced by bending backward",
        ask="Does bending backward bring on the leg symptoms?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    wide_based_gait: YesNo = yes_no(
        "Wide-based gait",
        ask="Is the walk broad-based?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    romberg_abnormal: YesNo = yes_no(
        "Abnormal Romberg test",
        ask="Unsteady with feet together and eyes closed?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    reduced_anal_tone: YesNo = yes_no(
        "Reduced anal tone or squeeze",
        ask="Clinician: is anal tone or squeeze reduced?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    reduced_monofilament_or_vibration: YesNo = yes_no(
        "Reduced 10 g monofilament or vibration sense",
        ask="Is monofilament or vibration sense reduced at the toes?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    proximal_muscle_weakness: YesNo = yes_no(
        "Objective symmetrical proximal weakness",
        ask="Clinician: is there symmetrical proximal weakness?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    trousseau_or_chvostek: YesNo = yes_no(
        "Trousseau or Chvostek sign",
        ask="Clinician: Trousseau or Chvostek sign?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    delayed_ankle_reflex_relaxation: YesNo = yes_no(
        "Slow-relaxing ankle reflex",
        ask="Clinician: does the ankle jerk relax slowly?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
