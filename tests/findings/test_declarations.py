"""The findings as a whole: every declaration is complete, and nothing contradicts anything."""

import importlib
import math
import re

import pytest
from pydantic import BaseModel

from calf_expert.findings import FINDINGS, GROUPS, UNKNOWN, AskedOf, Kind, Tier
from calf_expert.findings import _collect as collect
from calf_expert.findings._declaration import FindingGroup, choice, number, yes_no


def test_there_are_310_findings_and_151_are_core():
    assert len(FINDINGS) == 310
    assert sum(finding.tier is Tier.CORE for finding in FINDINGS.values()) == 151


def test_every_field_of_every_group_is_a_finding_and_no_id_occurs_twice():
    fields = [name for group in GROUPS for name in group.model_fields]
    assert fields == list(FINDINGS)
    assert len(set(fields)) == len(fields)


def test_a_finding_declared_twice_is_refused(monkeypatch):
    class Again(FindingGroup):
        calf_pain: bool | None = yes_no("Pain in the calf", ask="Does it hurt?")

    # By its module name: the attribute `calf_expert.findings` is the function that lists them.
    monkeypatch.setattr(importlib.import_module("calf_expert.findings"), "GROUPS", (*GROUPS, Again))
    with pytest.raises(TypeError, match="'calf_pain' is declared twice"):
        collect()


def test_findings_cannot_be_changed():
    with pytest.raises(TypeError):
        FINDINGS["calf_pain"] = FINDINGS["leg_pain"]
    with pytest.raises(AttributeError):
        FINDINGS["calf_pain"].label = "other"


def test_an_id_is_plain_ascii_and_not_a_name_of_the_model():
    assert [name for name in FINDINGS if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)] == []
    assert [name for name in FINDINGS if hasattr(BaseModel, name) or name in ("answers", "known")] == []


def test_the_group_is_the_module_it_is_declared_in():
    declared = {name: group.__module__.rpartition(".")[2] for group in GROUPS for name in group.model_fields}
    assert {finding.id: finding.group for finding in FINDINGS.values()} == declared


def test_labels_and_questions_are_written_for_people():
    for finding in FINDINGS.values():
        assert finding.label == finding.label.strip() != "", finding.id
        assert not finding.label.endswith((".", "?")), finding.id
        assert finding.question.endswith("?"), finding.id
        assert not finding.question[0].islower() or finding.question.startswith("eGFR"), finding.id
        assert "  " not in finding.question, finding.id


def test_a_question_is_asked_once():
    questions = [finding.question for finding in FINDINGS.values()]
    assert len(set(questions)) == len(questions)


def test_a_number_has_a_unit_and_a_finite_range_and_nothing_else_has():
    for finding in FINDINGS.values():
        if finding.kind in (Kind.NUMBER, Kind.DURATION):
            assert finding.unit, finding.id
            assert finding.range is not None, finding.id
            low, high = finding.range
            assert -math.inf < low < high < math.inf, finding.id
        else:
            assert finding.range is None, finding.id
            assert finding.unit is None, finding.id


def test_named_answers_are_distinct_and_unknown_is_not_one_of_them():
    for finding in FINDINGS.values():
        assert bool(finding.values) == (finding.kind is Kind.ENUM), finding.id
        assert len(set(finding.values)) == len(finding.values) != 1, finding.id
        assert UNKNOWN not in finding.values, finding.id
        assert all(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", value) for value in finding.values), finding.id


def test_depends_on_names_an_earlier_finding_that_is_answered_yes_or_no():
    order = list(FINDINGS)
    for finding in FINDINGS.values():
        if finding.depends_on:
            parent = FINDINGS[finding.depends_on]
            assert parent.kind is Kind.BOOLEAN, finding.id
            assert parent.depends_on is None, finding.id
            assert order.index(parent.id) < order.index(finding.id)


def test_what_depends_on_what():
    assert {finding.id: finding.depends_on for finding in FINDINGS.values() if finding.depends_on} == {
        "gestation_weeks": "pregnant",
        "days_since_major_surgery": "major_surgery_12w",
        "heart_failure_severe": "heart_failure",
        "weeks_statin_start_to_symptoms": "statin_use",
        "statin_interacting_drug": "statin_use",
    }


def test_a_unit_at_the_end_of_an_id_is_the_unit_of_the_finding():
    suffixes = {"_cm": "cm", "_days": "days", "_weeks": "weeks", "_mmol_l": "mmol/L", "_mmhg": "mmHg", "_percent": "%"}
    for finding in FINDINGS.values():
        for suffix, unit in suffixes.items():
            if finding.id.endswith(suffix) and finding.range is not None:
                assert finding.unit == unit, finding.id


def test_a_loinc_code_has_the_form_of_one():
    codes = [finding.loinc for finding in FINDINGS.values() if finding.loinc is not None]
    assert codes
    assert [code for code in codes if not re.fullmatch(r"[0-9]{3,5}-[0-9]", code)] == []


def test_sex_is_demographic_and_has_two_answers():
    sex = FINDINGS["sex"]
    assert (sex.group, sex.kind, sex.values) == ("demographics", Kind.ENUM, ("female", "male"))


def test_a_laboratory_or_imaging_result_is_not_asked_of_a_patient():
    assert {f.asked_of for f in FINDINGS.values() if f.group in ("laboratory", "tests")} == {AskedOf.LAB}


def test_nothing_found_by_examination_is_asked_of_a_patient():
    examined = [f for f in FINDINGS.values() if f.group.startswith("examination_") or f.group == "vital_signs"]
    assert {f.asked_of for f in examined} == {AskedOf.CLINICIAN}


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("age_years", 'a finite number from 0 to 120 (years), "unknown" or None'),
        ("ck_u_l", 'a finite number from 0 to 500000 (U/L), "unknown" or None'),
        ("calf_pain", 'True, False, "unknown" or None'),
        ("sex", 'one of "female", "male", "unknown" or None'),
    ],
)
def test_expects_says_what_an_answer_looks_like(finding, words):
    assert FINDINGS[finding].expects == words


@pytest.mark.parametrize("declare", [yes_no, choice])
def test_what_is_not_said_is_core_and_asked_of_the_patient(declare):
    assert declare("A", ask="B?").metadata[0].about["tier"] is Tier.CORE
    assert declare("A", ask="B?").metadata[0].about["asked_of"] is AskedOf.PATIENT


def test_a_duration_is_a_number_of_its_own_kind():
    assert number("A", ask="B?", unit="days", between=(0, 1), duration=True).metadata[0].about["kind"] is Kind.DURATION
    assert {f.id for f in FINDINGS.values() if f.kind is Kind.DURATION} == {
        "symptom_duration_days",
        "joint_symptom_duration_weeks",
    }
