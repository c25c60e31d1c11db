"""Heat, massage and movement are advice only once every gate question was answered no. Tried one gate at a time."""

from __future__ import annotations

from typing import Any

import pytest

import calf_expert as ce
from calf_expert.authoring import Absent

SORE: dict[str, Any] = {
    "age_years": 31,
    "sex": "female",
    "calf_pain": True,
    "pain_side": "both",
    "symptom_duration_days": 2.5,
    "unaccustomed_exercise_recent": True,
    "delayed_onset_24_72h": True,
    "muscle_soreness_on_use_or_touch": True,
    "pain_character": "aching",
}
OFFERED = {rule.option for rule in ce.rules() if rule.verb == "offers" and rule.cause == "lactic_acid_buildup"}
GATED = tuple(o.id for o in ce.options() if o.kind is ce.OptionKind.PHYSICAL and o.id in OFFERED)


def item(record: dict[str, Any], option: str) -> ce.ManagementItem:
    conclusion = ce.assess(record).conclusion("lactic_acid_buildup")
    return next(i for i in (*conclusion.management, *conclusion.withheld) if i.id == option)


def advised(record: dict[str, Any]) -> set[str]:
    return {i.id for c in ce.assess(record).conclusions for i in c.management}


def gates(option: str) -> list[str]:
    """The questions that stand before an option for a woman of whom nothing dangerous was asked."""
    return [question.finding for question in item(SORE, option).ask_first]


def cleared() -> dict[str, Any]:
    return {**SORE, **{gate: False for option in GATED for gate in gates(option)}}


def test_with_every_gate_answered_no_they_are_advice() -> None:
    result = ce.assess(cleared())
    assert set(GATED) <= advised(cleared())
    assert result.urgency in ("self_care", "routine")


CASES = [(option, gate) for option in GATED for gate in gates(option)]


@pytest.mark.parametrize(("option", "gate"), CASES, ids=lambda value: value)
def test_one_gate_not_asked_is_enough_to_withhold(option: str, gate: str) -> None:
    for not_known in (None, "unknown"):
        record = {**cleared(), gate: not_known}
        assert option not in advised(record)
        assert gate in {question.finding for question in item(record, option).ask_first}


@pytest.mark.parametrize(("option", "gate"), CASES, ids=lambda value: value)
def test_one_gate_answered_yes_is_enough_to_withhold(option: str, gate: str) -> None:
    record = {**cleared(), gate: True}
    assert option not in advised(record)


def test_the_gates_of_massage_hold_the_signs_of_a_clot() -> None:
    clot = {"calf_swelling", "previous_dvt", "active_cancer", "major_surgery_12w", "bedridden_3_days", "pregnant"}
    assert clot <= set(gates("massage"))


def test_the_gates_of_heat_hold_what_makes_heat_burn() -> None:
    assert {"leg_numbness_tingling", "diabetes", "cold_limb", "calf_swelling", "skin_redness_warmth"} <= set(
        gates("local_heat")
    )


@pytest.mark.parametrize(
    "danger",
    [
        {"breathlessness_new": True},
        {"dark_urine": True},
        {"calf_circumference_difference_cm": 3},
        {"ck_u_l": 6000},
        {"pain_out_of_proportion": True, "tense_hard_calf": True},
        {"saddle_numbness": True},
        {"temperature_c": 39, "feels_very_unwell_or_confused": True},
        {"leg_vein_ultrasound": "proximal_dvt"},
    ],
    ids=str,
)
def test_anything_urgent_withholds_them_whatever_the_gates_say(danger: dict[str, Any]) -> None:
    record = {**cleared(), **danger}
    assert ce.assess(record).urgency >= "same_day"
    assert not set(GATED) & advised(record)


SELF_CARE: dict[str, Any] = {
    **SORE,
    "sex": "male",
    "pain_severity_words": "mild",
    **dict.fromkeys(
        {
            finding
            for rule in ce.rules()
            if rule.verb == "concludes" and rule.concept.endswith("_denied")
            for condition in rule.conditions
            if isinstance(condition, Absent)
            for finding in [condition.finding]
        },
        False,
    ),
}


def test_denied_danger_signs_leave_soreness_to_self_care() -> None:
    assert ce.assess(SELF_CARE).urgency == "self_care"


@pytest.mark.parametrize("sign", sorted(name for name, answer in SELF_CARE.items() if answer is False))
def test_one_danger_sign_not_asked_is_no_case_for_self_care(sign: str) -> None:
    for not_known in (None, "unknown"):
        assert ce.assess({**SELF_CARE, sign: not_known}).urgency == "routine"
    assert ce.assess({**SELF_CARE, sign: True}).urgency > "self_care"


# These end self-care, and say nothing against moving the leg.
OF_THE_PERSON = {"symptom_duration_days", "age_years", "pain_severity_nrs"}
CONTRADICTIONS: list[dict[str, Any]] = [
    {"pain_severity_nrs": 10},
    {"temperature_c": 41},
    {"calf_circumference_difference_cm": 2},
    {"limb_motor_deficit": "profound"},
    {"limb_sensory_loss_extent": "profound"},
    {"leg_vein_ultrasound": "superficial_thrombus"},
    {"calf_soft_tissue_imaging": "haematoma"},
    {"calf_soft_tissue_imaging": "muscle_tear"},
    {"symptom_duration_days": 3000},
    {"pain_out_of_proportion": True},
    {"pain_on_passive_stretch": True},
    {"direct_injury_recent": True},
    {"age_years": 2},
]


@pytest.mark.parametrize("told", CONTRADICTIONS, ids=str)
def test_what_is_on_record_outweighs_every_denial(told: dict[str, Any]) -> None:
    assert ce.assess({**SELF_CARE, **told}).urgency > "self_care"


@pytest.mark.parametrize("told", [told for told in CONTRADICTIONS if not OF_THE_PERSON & told.keys()], ids=str)
def test_what_is_on_record_withholds_physical_measures(told: dict[str, Any]) -> None:
    assert not set(GATED) & advised({**cleared(), **told})


@pytest.mark.parametrize(
    "danger",
    [
        {"unable_to_bear_weight": True},
        {"leg_vein_ultrasound": "proximal_dvt"},
        {"foot_drop": True, "leg_weakness_progressive": True},
        {"tense_hard_calf": True},
        {"cold_limb": True, "pain_at_rest": True},
    ],
    ids=str,
)
def test_nobody_is_told_to_keep_active_on_a_leg_in_danger(danger: dict[str, Any]) -> None:
    sciatica = {
        "calf_pain": True,
        "low_back_pain": True,
        "radiating_leg_pain": True,
        "pain_dermatomal_below_knee": True,
    }
    stenosis = {"calf_pain": True, "age_years": 74, "relief_by_bending_forward": True, "relief_by_sitting": True}
    assert "keep_active_with_sciatica" in advised(sciatica)
    for record in (sciatica, stenosis):
        assert not {"keep_active_with_sciatica", "keep_walking_with_stenosis"} & advised({**record, **danger})
