"""Each score from the findings of a record: thresholds, what a finding cannot settle, and what is never filled in."""

from __future__ import annotations

from typing import Any

import pytest

from calf_expert import Presentation, ScoreResult
from calf_expert.authoring import YesNo
from calf_expert.catalogue import load
from calf_expert.findings import FINDINGS
from calf_expert.scoring import score_results


def of(name: str, **record: Any) -> ScoreResult:
    return next(r for r in score_results(load().scores, Presentation(**record).known) if r.score_id == name)


def no(*findings: str) -> dict[str, bool]:
    return dict.fromkeys(findings, False)


WELLS = no(
    "active_cancer",
    "leg_paralysis_or_cast",
    "bedridden_3_days",
    "major_surgery_12w",
    "deep_vein_tenderness",
    "entire_leg_swollen",
    "pitting_oedema_symptomatic_leg",
    "collateral_superficial_veins",
    "previous_dvt",
) | {"calf_circumference_difference_cm": 0}
VITALS = {
    "respiratory_rate": 16,
    "spo2_percent": 98,
    "on_supplemental_oxygen": False,
    "systolic_bp": 120,
    "heart_rate_bpm": 75,
    "consciousness_acvpu": "alert",
    "temperature_c": 36.8,
}
ECQ = {
    "pain_on_walking": True,
    "pain_begins_standing_or_sitting": False,
    "pain_uphill_or_hurrying": True,
    "pain_level_ordinary_pace": False,
    "relief_standing_still": "within_10_min",
    "calf_pain": True,
}
LRINEC = {
    "crp_mg_l": 20,
    "wbc_10e9_l": 9,
    "haemoglobin_g_dl": 14,
    "sodium_mmol_l": 140,
    "creatinine_umol_l": 80,
    "glucose_mmol_l": 5,
}
RA = {
    "swollen_joint_on_examination": True,
    "small_joints_involved_count": 4,
    "large_joints_involved_count": 0,
    "rheumatoid_factor_level": "low_positive",
    "acpa_level": "negative",
    "crp_mg_l": 5,
    "esr_mm_h": 10,
    "joint_symptom_duration_weeks": 6,
}
KONNO = no(
    "intermittent_claudication",
    "worse_on_standing",
    "relief_by_bending_forward",
    "symptoms_induced_bending_forward",
    "symptoms_induced_bending_backward",
    "achilles_reflex_abnormal",
    "slr_positive",
) | {"age_years": 50, "diabetes": True, "abi": 0.8}
SSHQ = no(
    "numbness_both_legs",
    "numbness_both_soles",
    "numbness_buttocks",
    "numbness_without_pain",
    "burning_buttocks",
    "walking_urge_to_urinate",
)
MCMAHON = {"age_years": 75, "sex": "female", "ck_u_l": 50000}
NO_SURGERY = no("bedridden_3_days", "major_surgery_12w")

# (score, record, least, most, class); one below, at and above where there is a threshold.
CASES: list[tuple[str, dict[str, Any], float | None, float | None, str]] = [
    ("wells_dvt_2", WELLS, -2, 0, "unlikely"),
    ("wells_dvt_2", WELLS | {"calf_circumference_difference_cm": 2.9, "active_cancer": True}, -1, 1, "unlikely"),
    ("wells_dvt_2", WELLS | {"calf_circumference_difference_cm": 3, "active_cancer": True}, 0, 2, "indeterminate"),
    ("wells_dvt_2", dict.fromkeys(list(WELLS)[:4], True), 1, 9, "indeterminate"),
    ("wells_dvt_3", WELLS | {"calf_circumference_difference_cm": 3}, -2, 0, "low"),
    ("wells_dvt_3", WELLS | {"calf_circumference_difference_cm": 3.1}, -1, 1, "indeterminate"),
    ("wells_dvt_3", WELLS | {"bedridden_3_days": True}, -2, 1, "indeterminate"),
    ("wells_dvt_3", WELLS | {"major_surgery_12w": True}, -2, 1, "indeterminate"),
    ("wells_dvt_3", WELLS | {"major_surgery_12w": True, "days_since_major_surgery": 28}, -1, 1, "indeterminate"),
    ("wells_dvt_3", WELLS | {"major_surgery_12w": True, "days_since_major_surgery": 29}, -2, 0, "low"),
    (
        "dutch_primary_care_dvt",
        WELLS | {"sex": "male", "direct_injury_recent": False, "d_dimer_positive": False},
        2,
        2,
        "very_low",
    ),
    (
        "dutch_primary_care_dvt",
        WELLS | {"sex": "female", "oestrogen_use": True, "direct_injury_recent": True, "d_dimer_positive": True},
        6,
        7,
        "ultrasound",
    ),
    ("left_pregnancy_dvt", {"pregnant": True, "pain_side": "left"}, 1, 3, "rule_positive"),
    (
        "left_pregnancy_dvt",
        {"gestation_weeks": 14, "pain_side": "right", "calf_circumference_difference_cm": 1.9},
        0,
        0,
        "rule_negative",
    ),
    (
        "left_pregnancy_dvt",
        {"gestation_weeks": 13.9, "pain_side": "right", "calf_circumference_difference_cm": 1.9},
        1,
        1,
        "rule_positive",
    ),
    (
        "left_pregnancy_dvt",
        {"gestation_weeks": 14, "pain_side": "right", "calf_circumference_difference_cm": 2},
        1,
        1,
        "rule_positive",
    ),
    (
        "wells_pe",
        NO_SURGERY
        | no("deep_vein_tenderness", "previous_dvt", "previous_pe", "haemoptysis", "active_cancer")
        | {"heart_rate_bpm": 100},
        0,
        3,
        "unlikely",
    ),
    (
        "wells_pe",
        {"calf_swelling": True, "deep_vein_tenderness": True, "heart_rate_bpm": 101},
        4.5,
        12.5,
        "likely",
    ),
    ("perc", {"age_years": 50, "haemoptysis": True}, 2, 8, "indeterminate"),
    ("konno_lss_dst", KONNO, 0, 0, "negative"),
    (
        "konno_lss_dst",
        KONNO | {"abi": 0.9, "intermittent_claudication": True, "age_years": 59.9},
        6,
        6,
        "negative",
    ),
    ("konno_lss_dst", KONNO | {"abi": 0.9, "intermittent_claudication": True, "age_years": 60}, 7, 7, "positive"),
    ("konno_lss_dst", KONNO | {"age_years": 70}, 1, 1, "negative"),
    ("konno_lss_dst", KONNO | {"age_years": 70.1}, 2, 2, "negative"),
    (
        "konno_sshq",
        SSHQ
        | dict.fromkeys(["intermittent_claudication", "worse_on_standing", "relief_by_bending_forward"], True)
        | {"pain_in_thigh": True, "calf_pain": True},
        4,
        4,
        "positive",
    ),
    (
        "konno_sshq",
        SSHQ
        | dict.fromkeys(["intermittent_claudication", "worse_on_standing", "relief_by_bending_forward"], True)
        | {"pain_in_thigh": False, "leg_numbness_tingling": True},
        3,
        4,
        "indeterminate",
    ),
    (
        "sugioka_lss",
        {"age_years": 65, "symptom_duration_days": 184, "relief_by_bending_forward": True}
        | {"worse_on_standing": True, "relief_by_bending_backward": False},
        7,
        9,
        "seven_or_more",
    ),
    ("cook_lss", {"age_years": 49}, 1, 5, "indeterminate"),
    (
        "cook_lss",
        no("bilateral_leg_pain", "leg_pain_worse_than_back", "pain_on_walking", "worse_on_standing")
        | no("relief_by_sitting", "numbness_both_legs")
        | {"age_years": 48, "pain_side": "left"},
        0,
        0,
        "less_likely",
    ),
    (
        "cook_lss",
        {"pain_side": "both", "leg_pain_worse_than_back": True, "pain_on_walking": True, "relief_by_sitting": True},
        4,
        5,
        "more_likely",
    ),
    ("clinical_radiculopathy", {"radiating_leg_pain": True, "slr_positive": True}, 1, 7, "indeterminate"),
    (
        "clinical_radiculopathy",
        {"radiating_leg_pain": True, "slr_positive": True, "myotomal_weakness": True},
        2,
        7,
        "met",
    ),
    ("ecq", ECQ, None, None, "definite"),
    ("ecq", ECQ | {"calf_pain": False, "pain_in_buttock": True}, None, None, "atypical"),
    ("ecq", ECQ | {"relief_standing_still": "over_10_min"}, None, None, "no_claudication"),
    ("abi", {"abi": 0.9}, 0.9, 0.9, "abnormal"),
    ("abi", {"abi": 0.91}, 0.91, 0.91, "borderline"),
    ("abi", {"abi": 1.0}, 1, 1, "normal"),
    ("abi", {"abi": 0.499}, 0.5, 0.5, "abnormal"),
    ("abi", {"abi": 0.49}, 0.49, 0.49, "abnormal_severe"),
    ("rutherford_ali", {"limb_sensory_loss_extent": "profound"}, None, None, "III"),
    (
        "rutherford_ali",
        {"limb_sensory_loss_extent": "none", "limb_motor_deficit": "none"}
        | {"arterial_doppler_audible": False, "venous_doppler_audible": True},
        None,
        None,
        "IIa",
    ),
    ("acr_eular_2010_ra", RA, 6, 6, "definite_ra"),
    ("acr_eular_2010_ra", RA | {"joint_symptom_duration_weeks": 5.9}, 5, 5, "not_classified"),
    ("acr_eular_2010_ra", RA | {"rheumatoid_factor_level": "negative", "acpa_level": None}, 4, 7, "indeterminate"),
    ("acr_eular_2010_ra", RA | {"swollen_joint_on_examination": False}, 6, 6, "not_applicable"),
    ("acr_eular_2010_ra", RA | {"swollen_joint_on_examination": None}, 6, 6, "indeterminate"),
    (
        "eular_acr_2017_iim",
        {"age_years": 50, "symptom_duration_days": 30, "anti_jo1_positive": True, "ck_u_l": 700}
        | no("proximal_muscle_weakness", "skin_rash_dm", "dysphagia"),
        7.3,
        9.2,
        "indeterminate",
    ),
    (
        "eular_acr_2017_iim",
        {"age_years": 40, "symptom_duration_days": 1, "anti_jo1_positive": True, "ck_u_l": 700, "dysphagia": True},
        7.2,
        20.0,
        "indeterminate",
    ),
    ("corrected_calcium", {"calcium_total_mmol_l": 2.0, "albumin_g_l": 30}, 2.2, 2.2, "normal"),
    ("corrected_calcium", {"calcium_total_mmol_l": 1.99, "albumin_g_l": 30}, 2.19, 2.19, "low"),
    ("corrected_calcium", {"calcium_total_mmol_l": 2.2}, 1.6, 2.9, "indeterminate"),
    ("corrected_calcium", {"calcium_total_mmol_l": 2.0, "albumin_g_l": 30, "age_years": 9}, 2.2, 2.2, "not_applicable"),
    ("ck_class", {"ck_u_l": 1000, "ck_uln_u_l": 200}, 5, 5, "moderate"),
    ("ck_class", {"ck_u_l": 1001, "ck_uln_u_l": 200}, 5.005, 5.005, "rhabdo_range"),
    ("ck_class", {"ck_u_l": 1001}, 1001 / 600, 20.02, "rhabdo_range"),
    ("ck_class", {"ck_u_l": 1000}, 1000 / 600, 20, "indeterminate"),
    ("mcmahon", {"age_years": 81, "sex": "female", "ck_u_l": 50000}, 6, 19, "higher"),
    # 124 umol/L is 1.4 mg/dL, 118 umol/L is 1.3 mg/dL.
    (
        "mcmahon",
        {"age_years": 75, "sex": "female", "ck_u_l": 50000, "creatinine_umol_l": 118},
        5.5,
        15.5,
        "indeterminate",
    ),
    ("mcmahon", {"age_years": 75, "sex": "female", "ck_u_l": 50000, "creatinine_umol_l": 124}, 7, 17, "higher"),
    ("mcmahon", {"age_years": 81, "ck_u_l": 5000}, 3, 17, "not_applicable"),
    (
        "sams_ci",
        {"statin_use": True, "calf_pain": True, "pain_side": "both", "weeks_statin_start_to_symptoms": 4}
        | no("pain_in_thigh", "pain_in_buttock"),
        4,
        9,
        "indeterminate",
    ),
    ("lrinec", LRINEC, 0, 0, "low"),
    ("lrinec", LRINEC | {"crp_mg_l": 150, "sodium_mmol_l": 134.9}, 6, 6, "intermediate"),
    ("lrinec", LRINEC | {"crp_mg_l": None}, 0, 4, "low"),
    (
        "alt70",
        {"skin_redness_warmth": True, "pain_side": "left", "wbc_10e9_l": 10, "heart_rate_bpm": 90, "age_years": 69},
        5,
        5,
        "treat",
    ),
    ("alt70", {"pain_side": "left", "wbc_10e9_l": 10, "heart_rate_bpm": 90}, 5, 7, "indeterminate"),
    ("cecs_pedowitz", {"compartment_pressure_pre_mmhg": 15}, None, None, "positive"),
    (
        "cecs_pedowitz",
        {"compartment_pressure_pre_mmhg": 14, "compartment_pressure_1min_mmhg": 29}
        | {"compartment_pressure_5min_mmhg": 19},
        None,
        None,
        "negative",
    ),
    (
        "irlssg",
        dict.fromkeys(
            ["urge_to_move_legs", "urge_worse_at_rest", "urge_relieved_by_movement", "urge_worse_evening_night"], True
        ),
        4,
        5,
        "indeterminate",
    ),
    ("irlssg", {"urge_to_move_legs": False}, 0, 4, "not_met"),
    ("dn4", {"pain_character": "burning", "leg_numbness_tingling": False}, 1, 4, "indeterminate"),
    ("dn4", {"dermatomal_sensory_deficit": True, "pain_character": "aching"}, 1, 10, "indeterminate"),
    ("news2", VITALS, 0, 0, "low"),
    ("news2", VITALS | {"temperature_c": 35.0}, 3, 3, "low_medium"),
    ("news2", VITALS | {"temperature_c": 35.1}, 1, 1, "low"),
    ("news2", VITALS | {"heart_rate_bpm": None}, 0, 3, "indeterminate"),
    ("news2", VITALS | {"pregnant": True}, 0, 0, "not_applicable"),
    ("news2", VITALS | {"age_years": 15}, 0, 0, "not_applicable"),
    ("pvr", {"post_void_residual_ml": 200}, 200, 200, "equivocal"),
    ("pvr", {"post_void_residual_ml": 200.1}, 200.1, 200.1, "raised"),
]


@pytest.mark.parametrize(("name", "record", "least", "most", "reads"), CASES)
def test_from_a_record(name: str, record: dict[str, Any], least: Any, most: Any, reads: str) -> None:
    result = of(name, **record)
    assert (result.min, result.max, result.reads) == (least, most, reads)


def test_every_score_that_a_record_can_fill_in_is_among_these() -> None:
    assert {case[0] for case in CASES} == {name for name, declared in load().scores.items() if declared.findings}
    assert {r.score_id for r in score_results(load().scores, {})} == {case[0] for case in CASES}


def test_only_the_calculator_has_the_rest_because_no_record_tells_them() -> None:
    assert {name for name, one in load().scores.items() if not one.findings} == {"acs_delta_p", "corrected_calcium_us"}


def test_a_judgement_is_never_filled_in_from_a_record() -> None:
    everything = {finding.id: True for finding in FINDINGS.values() if finding.kind.value == "boolean"}
    judgements = [
        (name, item.key)
        for name, declared in load().scores.items()
        for item in declared.inputs
        if isinstance(item, YesNo) and item.judgement
    ]
    assert ("wells_dvt_2", "alternative_as_likely") in judgements
    assert ("wells_pe", "pe_most_likely") in judgements
    for result in score_results(load().scores, everything):
        for item in result.items:
            if (result.score_id, item.key) in judgements:
                assert (item.answer, item.findings) == ("unknown", ())


def test_an_item_names_the_findings_on_record_that_it_was_read_from() -> None:
    items = {item.key: item for item in of("wells_pe", calf_swelling=True, deep_vein_tenderness=True).items}
    assert items["clinical_signs_dvt"].findings == ("calf_swelling", "deep_vein_tenderness")
    assert items["clinical_signs_dvt"].answer == "present"
    assert items["malignancy"].findings == ()


def test_a_man_is_not_pregnant_and_a_pregnancy_may_be_told_by_its_weeks() -> None:
    assert of("wells_dvt_2", **WELLS, sex="male").limits[0].met is True
    assert of("wells_dvt_2", **WELLS, pregnant=False).limits[0].met is True
    assert of("wells_dvt_2", **WELLS, gestation_weeks=8).applies is False
    assert of("wells_dvt_2", **WELLS).limits[0].met is None
