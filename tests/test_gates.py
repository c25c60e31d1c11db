"""Heat, massage and movement are advice only once every gate question was answered no. Tried one gate at a time."""

from __future__ import annotations

from typing import Any

import pytest

import calf_expert as ce

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
