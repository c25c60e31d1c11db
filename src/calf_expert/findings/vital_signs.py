"""Vital signs."""

from typing import Literal

from ._declaration import CLINICIAN, EXTENDED, FindingGroup, Number, YesNo, choice, number, yes_no


class VitalSigns(FindingGroup):
    """Vital signs."""

    temperature_c: Number = number(
        "Body temperature",
        ask="What is the temperature?",
        unit="degC",
        between=(30, 43),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="8310-5",
    )
    heart_rate_bpm: Number = number(
        "Heart rate",
        ask="What is the pulse rate?",
        unit="/min",
        between=(20, 250),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="8867-4",
    )
    respiratory_rate: Number = number(
        "Respiratory rate",
        ask="What is the breathing rate?",
        unit="/min",
        between=(4, 80),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="9279-1",
    )
    spo2_percent: Number = number(
        "Oxygen saturation",
        ask="What is the oxygen saturation?",
        unit="%",
        between=(50, 100),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="59408-5",
    )
    on_supplemental_oxygen: YesNo = yes_no(
        "Breathing supplemental oxygen",
        ask="Is supplemental oxygen being given?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    systolic_bp: Number = number(
        "Systolic blood pressure",
        ask="What is the systolic blood pressure?",
        unit="mmHg",
        between=(40, 280),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="8480-6",
    )
    diastolic_bp: Number = number(
        "Diastolic blood pressure",
        ask="What is the diastolic blood pressure?",
        unit="mmHg",
        between=(20, 160),
        tier=EXTENDED,
        of=CLINICIAN,
        loinc="8462-4",
    )
    consciousness_acvpu: Literal["alert", "confusion", "voice", "pain", "unresponsive", "unknown"] | None = choice(
        "Level of consciousness (ACVPU)",
        ask="Alert, newly confused, responds to voice, to pain, or unresponsive?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
