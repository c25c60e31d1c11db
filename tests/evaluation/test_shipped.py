"""The banks that come with the library: what they hold, and the form that every case keeps to."""

from __future__ import annotations

from collections import Counter

import pytest

import calf_expert as ce
from calf_expert import Urgency
from calf_expert.evaluation import evaluate, shipped_vignettes
from calf_expert.evaluation.vignettes import SHIPPED

# All causes of the library's plan. The knowledge is to hold every one of them.
CAN_WAIT = {
    "achilles_tendinopathy",
    "calf_muscle_strain",
    "chronic_exertional_compartment_syndrome",
    "chronic_venous_insufficiency",
    "hypothyroid_myopathy",
    "lactic_acid_buildup",
    "nocturnal_leg_cramps",
    "pregnancy_leg_cramps",
    "restless_legs_syndrome",
}
DANGEROUS = {
    "achilles_tendon_rupture",
    "acute_compartment_syndrome",
    "acute_limb_ischaemia",
    "calf_muscle_haematoma",
    "cauda_equina_syndrome",
    "cellulitis",
    "deep_vein_thrombosis",
    "electrolyte_disturbance",
    "necrotising_soft_tissue_infection",
    "osteomyelitis",
    "pulmonary_embolism",
    "rhabdomyolysis",
    "superficial_vein_thrombosis",
    "viral_myositis",
}
# The causes there were when the banks were written. One that came later has no cases here, and needs none.
CAUSES = (
    CAN_WAIT
    | DANGEROUS
    | {
        "calcium_deficiency",
        "drug_induced_myopathy",
        "inflammatory_myopathy",
        "lumbar_disc_herniation",
        "lumbar_spinal_stenosis",
        "peripheral_arterial_disease",
        "peripheral_neuropathy",
        "popliteal_artery_entrapment",
        "rheumatoid_arthritis",
        "ruptured_bakers_cyst",
        "soft_tissue_sarcoma",
        "tibial_stress_fracture",
    }
)


@pytest.fixture(scope="module")
def harmless():
    return shipped_vignettes("harmless")


@pytest.fixture(scope="module")
def urgent():
    return shipped_vignettes("urgent")


def causes_of(cases):
    return Counter(cause for case in cases for cause in case.expect.causes)


def test_the_banks_expect_causes_that_the_knowledge_holds():
    assert len(CAUSES) == 35
    assert {cause.id for cause in ce.causes()} >= CAUSES


@pytest.mark.parametrize("bank", SHIPPED)
def test_every_case_is_valid_told_and_expects_causes_that_are_planned(bank):
    cases = shipped_vignettes(bank)  # which refuses what is no presentation or no finding
    assert set(causes_of(cases)) <= CAUSES
    for case in cases:
        assert case.bank == bank
        assert case.name
        assert case.told
        assert case.expect.urgency_why
        assert case.presentation.answers
        assert case.source.startswith("written for this library")
        assert case.expect.urgency not in case.expect.urgency_acceptable


def test_no_two_cases_have_one_id_or_one_record():
    cases = shipped_vignettes()
    assert len({case.id for case in cases}) == len(cases)
    assert len({case.presentation for case in cases}) == len(cases)


def test_the_harmless_bank_holds_every_cause_that_can_wait_and_nothing_that_cannot(harmless):
    assert len(harmless) >= 45
    assert set(causes_of(harmless)) >= CAN_WAIT
    assert {case.expect.urgency for case in harmless} == {Urgency.ROUTINE, Urgency.SELF_CARE}
    assert max(case.expect.highest for case in harmless) == Urgency.WITHIN_DAYS


def test_in_half_of_the_harmless_cases_the_red_flag_questions_were_not_asked(harmless):
    denied = {case.id: sum(answer is False for answer in case.presentation.answers.values()) for case in harmless}
    volunteered = [count for case_id, count in denied.items() if case_id.startswith("HV")]
    asked = [count for case_id, count in denied.items() if case_id.startswith("HA")]
    assert len(volunteered) == len(asked) == len(harmless) / 2
    assert max(volunteered) <= 1
    assert min(asked) >= 5


def test_the_harmless_bank_holds_all_ages_and_both_sexes(harmless):
    ages = [case.presentation.answers["age_years"] for case in harmless if "age_years" in case.presentation.answers]
    assert sum(age < 18 for age in ages) >= 4
    assert sum(age >= 65 for age in ages) >= 8
    sexes = Counter(case.presentation.answers.get("sex") for case in harmless)
    assert min(sexes["female"], sexes["male"]) >= 15
    assert sum(case.presentation.answers.get("pregnant") is True for case in harmless) >= 4


def test_the_urgent_bank_holds_every_dangerous_cause(urgent):
    assert len(urgent) >= 25
    assert set(causes_of(urgent)) >= DANGEROUS
    assert {case.expect.urgency for case in urgent} == {Urgency.EMERGENCY, Urgency.SAME_DAY}
    assert sum(case.expect.urgency is Urgency.EMERGENCY for case in urgent) >= 15


@pytest.mark.parametrize(("bank", "each"), [("varied", 5), ("blind", 4)])
def test_the_banks_of_other_readers_hold_every_cause(bank, each):
    cases = shipped_vignettes(bank)
    assert len(cases) == each * len(CAUSES)
    assert set(causes_of(cases)) == CAUSES
    assert min(causes_of(cases).values()) >= each
    assert {case.expect.urgency for case in cases} == set(Urgency)


def test_nobody_shipped_who_needs_care_now_is_told_to_wait():
    report = evaluate(shipped_vignettes())
    assert report.overall.safe.count >= report.overall.safe.of - 1
    emergencies = [case for case in report.cases if case.expected_urgency is Urgency.EMERGENCY]
    assert len(emergencies) >= 95
    assert all(case.urgency >= Urgency.SAME_DAY for case in emergencies)
