"""One answer alone: what is dangerous by itself is not called a matter of routine, whatever else was not asked."""

from __future__ import annotations

import pytest

import calf_expert as ce
from calf_expert import Urgency
from calf_expert.findings import FINDINGS, Kind

FOR_TODAY = (
    {"skin_blisters_or_dusky": True},
    {"redness_spreading_rapidly": True},
    {"pale_or_mottled_limb": True},
    {"tense_hard_calf": True},
    {"pain_out_of_proportion": True},
    {"foot_drop": True},
    {"reduced_urine_output": True},
    {"systemic_infection_current": True},
    {"peptic_ulcer_active": True},
    {"temperature_c": 41},
    {"creatinine_umol_l": 2000},
    {"haemoglobin_g_dl": 3},
    {"platelets_10e9_l": 3},
    {"wbc_10e9_l": 300},
    {"egfr_ml_min_173": 3},
    {"glucose_mmol_l": 25},
    {"diastolic_bp": 155},
    {"new_bladder_difficulty": True},
    {"dark_urine": True},
    {"prolonged_immobile_long_lie": True},
    {"feels_very_unwell_or_confused": True},
    {"d_dimer_positive": True},
)
AT_ONCE = (
    {"chest_pain_new": True},
    {"breathlessness_new": True},
    {"haemoptysis": True},
    {"syncope": True},
    {"saddle_numbness": True},
    {"new_bowel_incontinence": True},
    {"reduced_anal_tone": True},
    {"soft_tissue_crepitus": True},
    {"carpopedal_spasm": True},
    {"spo2_percent": 93},
    {"systolic_bp": 90},
    {"consciousness_acvpu": "confusion"},
    {"limb_motor_deficit": "profound"},
    {"limb_sensory_loss_extent": "profound"},
)


@pytest.mark.parametrize("context", [{}, {"calf_pain": True}, {"calf_pain": False, "leg_pain": False}])
@pytest.mark.parametrize(
    ("answer", "lowest"),
    [*((answer, Urgency.SAME_DAY) for answer in FOR_TODAY), *((answer, Urgency.EMERGENCY) for answer in AT_ONCE)],
)
def test_a_dangerous_sign_does_not_wait_for_another_answer(answer, lowest, context):
    assert ce.assess({**answer, **context}).urgency >= lowest


def answers_of(finding):
    if finding.kind is Kind.BOOLEAN:
        return (True, False)
    if finding.kind is Kind.ENUM:
        return finding.values
    low, high = finding.range
    return tuple(round(low + (high - low) * step / 16) for step in range(17))


@pytest.mark.parametrize("name", sorted(set(FINDINGS) - {"calf_pain", "leg_pain"}))
def test_no_answer_waits_because_nobody_asked_about_the_calf(name):
    for answer in answers_of(FINDINGS[name]):
        try:
            alone = ce.assess({name: answer}).urgency
        except ce.PresentationError:  # one that a whole number between the ends is no answer to
            continue
        with_pain = ce.assess({name: answer, "calf_pain": True}).urgency
        # One step less at most, and never a visit that can wait for weeks where it would be seen the same day.
        assert with_pain.rank - alone.rank <= 1 or alone >= Urgency.WITHIN_DAYS, (name, answer)
        assert alone >= Urgency.WITHIN_DAYS or with_pain < Urgency.SAME_DAY, (name, answer)
