"""One answer more on top of a harmless picture: no danger leaves it to self-care, or leaves hands and heat on the leg.

Everything was denied, and one answer is added that may reach no score and raise no alert. A gate that speaks only
beside a second sign would stay silent here.
"""

from __future__ import annotations

from typing import Any

import pytest

import calf_expert as ce

NO: dict[str, Any] = {
    **{f.id: False for f in ce.findings() if f.kind.value == "boolean" and f.asked_of.value == "patient"},
    "calf_pain": True,
    "leg_pain": True,
}
DOMS: dict[str, Any] = {
    **NO,
    "unaccustomed_exercise_recent": True,
    "delayed_onset_24_72h": True,
    "muscle_soreness_on_use_or_touch": True,
    "bilateral_leg_pain": True,
    "pain_side": "both",
    "onset_speed": "days",
    "pain_character": "aching",
    "pain_severity_nrs": 3,
    "age_years": 30,
    "sex": "male",
    "symptom_duration_days": 2,
}
TENDON: dict[str, Any] = {
    **NO,
    "pain_over_achilles": True,
    "start_up_stiffness_heel_cord": True,
    "training_load_increase": True,
    "achilles_thickening_tender": True,
    "pain_character": "aching",
    "pain_severity_nrs": 3,
    "age_years": 40,
    "sex": "male",
}
CRAMPS: dict[str, Any] = {
    **NO,
    "night_cramps": True,
    "cramp_hardening_relief_by_stretch": True,
    "pain_character": "cramping",
    "pain_severity_nrs": 4,
    "age_years": 55,
    "sex": "male",
}
PREGNANT: dict[str, Any] = {
    **NO,
    "muscle_cramps": True,
    "pain_severity_nrs": 4,
    "age_years": 30,
    "sex": "female",
    "pregnant": True,
    "gestation_weeks": 26,
    "bilateral_leg_pain": True,
    "pain_side": "both",
}
STRAIN: dict[str, Any] = {
    **NO,
    "sudden_push_off_onset": True,
    "onset_speed": "sudden",
    "pain_character": "sharp_or_tearing",
    "pain_side": "left",
    "pain_severity_nrs": 4,
    "age_years": 30,
    "sex": "male",
    "symptom_duration_days": 6,
}
HARMLESS = {"DOMS": DOMS, "TENDON": TENDON, "CRAMPS": CRAMPS, "PREGNANT": PREGNANT, "STRAIN": STRAIN}

HANDS = frozenset({"massage", "local_heat"})
EXERCISE = frozenset(
    {
        "easy_calf_movement",
        "gentle_stretching",
        "heel_raises_for_a_sore_tendon",
        "heel_raises_after_a_strain",
    }
)
TABLETS = frozenset({"ibuprofen_or_naproxen_oral"})
GEL = frozenset({"topical_nsaid"})


def yes(*findings: str) -> list[dict[str, Any]]:
    return [{finding: True} for finding in findings]


# What each answer ends, besides self-care.
DANGERS: list[tuple[dict[str, Any], frozenset[str]]] = [
    *((told, frozenset()) for told in yes("night_pain_unremitting", "pain_progressive", "immunosuppressed")),
    *((told, frozenset()) for told in yes("dermatomal_sensory_deficit", "absent_or_reduced_pedal_pulses")),
    *((told, frozenset()) for told in yes("injecting_drug_use", "calf_lump", "bilateral_leg_swelling")),
    ({"peptic_ulcer_active": True}, TABLETS),
    ({"magnesium_mmol_l": 0.6}, frozenset()),
    ({"magnesium_mmol_l": 1.2}, frozenset()),
    ({"open_wound_or_skin_break": True}, HANDS | GEL),
    *((told, HANDS) for told in yes("weight_loss_unintentional", "night_sweats", "dysphagia", "skin_rash_dm")),
    *((told, HANDS) for told in yes("anticoagulant_use", "bleeding_disorder")),
    *((told, HANDS) for told in yes("previous_dvt", "previous_pe", "active_cancer", "major_surgery_12w")),
    *((told, HANDS) for told in yes("numbness_both_soles")),
    *((told, HANDS | EXERCISE) for told in yes("numbness_buttocks", "numbness_both_legs", "walking_urge_to_urinate")),
    *((told, HANDS | EXERCISE) for told in yes("leg_weakness", "leg_numbness_tingling", "calf_lump_enlarging")),
    *((told, HANDS | EXERCISE) for told in yes("foot_ulcer_or_tissue_loss", "systemic_infection_current")),
    *((told, HANDS | EXERCISE) for told in yes("on_supplemental_oxygen", "fever_or_rigors")),
    ({"cold_limb": True}, HANDS | EXERCISE | GEL),
    ({"deep_vein_tenderness": True}, HANDS | EXERCISE | GEL),
    *((told, HANDS | EXERCISE | TABLETS | GEL) for told in yes("skin_blisters_or_dusky", "redness_spreading_rapidly")),
    ({"capillary_refill_s": 3.5}, HANDS | EXERCISE),
    ({"creatinine_umol_l": 177}, HANDS | EXERCISE | TABLETS),
    ({"egfr_ml_min_173": 29}, HANDS | EXERCISE | TABLETS),
    ({"wbc_10e9_l": 31}, HANDS | EXERCISE),
    ({"wbc_10e9_l": 1.9}, HANDS | EXERCISE),
    ({"haemoglobin_g_dl": 7.9}, HANDS | EXERCISE | TABLETS),
    ({"platelets_10e9_l": 49}, HANDS | EXERCISE),
    ({"inr": 4.6}, HANDS | EXERCISE),
    ({"crp_mg_l": 51}, HANDS | EXERCISE),
    ({"magnesium_mmol_l": 2.5}, HANDS | EXERCISE),
    ({"glucose_mmol_l": 20}, HANDS | EXERCISE),
    ({"compartment_pressure_pre_mmhg": 30}, HANDS | EXERCISE),
    ({"diastolic_bp": 120}, HANDS | EXERCISE | TABLETS),
    ({"systolic_bp": 180}, HANDS | EXERCISE | TABLETS),
    ({"temperature_c": 38}, HANDS | EXERCISE),
    ({"abi": 0.89}, HANDS),
    *(({"arterial_imaging": told}, HANDS) for told in ("stenosis_or_chronic_occlusion", "acute_occlusion")),
    *(({"popliteal_ultrasound": told}, HANDS) for told in ("ruptured_bakers_cyst", "popliteal_aneurysm")),
]
# Tablets that a doctor has to be asked about first: they may stay in sight, and are not simply offered.
ASKED_ABOUT: list[dict[str, Any]] = [
    *yes("foot_ulcer_or_tissue_loss", "systemic_infection_current", "on_supplemental_oxygen", "deep_vein_tenderness"),
    {"capillary_refill_s": 3.5},
    {"crp_mg_l": 51},
    {"compartment_pressure_pre_mmhg": 30},
    *yes("fever_or_rigors", "cold_limb", "leg_weakness", "anticoagulant_use", "bleeding_disorder"),
    {"temperature_c": 38},
    {"age_years": 11},
    {"age_years": 15},
    {"platelets_10e9_l": 49},
]


def shown(record: dict[str, Any], *statuses: str) -> set[str]:
    return {item.id for c in ce.assess(record).conclusions for item in c.management if item.status in statuses}


# Cramps of pregnancy are named beside cramps of the night, and two causes are no case for self-care.
@pytest.mark.parametrize("name", sorted(HARMLESS.keys() - {"PREGNANT"}))
def test_without_it_the_picture_is_harmless(name: str) -> None:
    assert ce.assess(HARMLESS[name]).urgency == "self_care"


def test_without_it_measures_and_painkillers_are_shown() -> None:
    said = {option for record in HARMLESS.values() for option in shown(record, "offered")}
    assert said >= HANDS | TABLETS | GEL | {"easy_calf_movement", "heel_raises_for_a_sore_tendon"}


@pytest.mark.parametrize("name", HARMLESS)
@pytest.mark.parametrize(("told", "ended"), DANGERS, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_one_danger_ends_self_care_and_what_it_makes_dangerous(
    name: str, told: dict[str, Any], ended: frozenset[str]
) -> None:
    record = {**HARMLESS[name], **told}
    assert ce.assess(record).urgency > "self_care"
    assert not ended & shown(record, "offered", "caution")


@pytest.mark.parametrize("name", HARMLESS)
@pytest.mark.parametrize("told", ASKED_ABOUT, ids=str)
def test_tablets_are_not_simply_offered(name: str, told: dict[str, Any]) -> None:
    assert not TABLETS & shown({**HARMLESS[name], **told}, "offered")


@pytest.mark.parametrize("age", [4, 11, 15])
def test_a_child_gets_no_medicine_without_a_word_with_a_doctor(age: int) -> None:
    restless = {**NO, **dict.fromkeys(("urge_to_move_legs", "urge_worse_at_rest", "urge_relieved_by_movement"), True)}
    for record in (*HARMLESS.values(), {**restless, "urge_worse_evening_night": True, "ferritin_ug_l": 40}):
        child = {**record, "age_years": age, "pregnant": False, "gestation_weeks": None}
        assert ce.assess(child).urgency > "self_care"
        assert shown(child, "offered") & _medicines() <= {"paracetamol"}
        assert not {"quinine", "dopamine_agonist_or_gabapentinoid"} & shown(child, "offered", "caution")


def _medicines() -> set[str]:
    return {option.id for option in ce.options() if option.kind is ce.OptionKind.MEDICINE and option.id != "iron_oral"}
