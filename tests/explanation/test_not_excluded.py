"""The dangerous causes that are still open."""

from __future__ import annotations

from hypothesis import given
from tests import toy
from tests.strategies import presentations

import calf_expert as ce
from calf_expert import Status
from calf_expert.findings import FINDINGS, AskedOf

CLOT = """
CAUSE = Cause(name="Clot", urgency=Urgency.SAME_DAY, open_until="A scan is done.")
RULES = (
    supports("swollen", when=[Present("calf_swelling")], strength=STRONG, because="It is swollen."),
    supports("thick", when=[Measured("calf_circumference_difference_cm", AtLeast(3))], strength=MODERATE),
    supports("ill", when=[Present("fatigue")], strength=WEAK, because="It wears out."),
    confirms("clot", when=[Is("leg_vein_ultrasound", ("proximal_dvt",))]),
)
"""
NERVE = 'CAUSE = Cause(name="Nerve", urgency=Urgency.EMERGENCY, open_until="It is seen.")'
HOMELY = 'CAUSE = Cause(name="Homely")'
FLAGS = """
RULES = (alerts("cold", flag="rf_cold", suspects=["clot"], when=[Present("cold_limb")], because="It is cold."),)
"""


def opened(**record):
    return toy.assessed(toy.reasoner(clot=CLOT, nerve=NERVE, homely=HOMELY, flags=FLAGS), **record).not_excluded


def test_the_most_serious_comes_first_and_what_is_not_dangerous_is_left_out():
    assert [danger.cause_id for danger in opened()] == ["nerve", "clot"]


def test_it_says_why_it_is_open_and_what_would_close_it():
    nerve, clot = opened(calf_swelling=True, cold_limb=True)
    assert (nerve.status, nerve.why, nerve.open_until) == (
        Status.NOT_EXCLUDED,
        ("Nothing on record closes it.",),
        "It is seen.",
    )
    assert (clot.status, clot.why) == (Status.SUSPECTED, ("It is cold.", "It is swollen."))


def test_questions_are_for_the_patient_and_tests_for_others_with_those_first_that_settle_it():
    [_, clot] = opened(fatigue=False)
    assert [(q.finding, q.question, q.settles) for q in clot.questions] == [
        ("calf_swelling", FINDINGS["calf_swelling"].question, False),
        ("cold_limb", FINDINGS["cold_limb"].question, False),
    ]
    assert [(t.finding, t.asked_of, t.settles) for t in clot.tests] == [
        ("leg_vein_ultrasound", AskedOf.LAB, True),
        ("calf_circumference_difference_cm", AskedOf.CLINICIAN, False),
    ]


def test_what_the_patient_does_not_know_is_asked_no_more_and_a_test_may_be_done_again():
    [_, clot] = opened(calf_swelling="unknown", leg_vein_ultrasound="unknown")
    assert "calf_swelling" not in [q.finding for q in clot.questions]
    assert clot.tests[0].finding == "leg_vein_ultrasound"


def test_a_confirmed_cause_is_open_no_more():
    assert [danger.cause_id for danger in opened(leg_vein_ultrasound="proximal_dvt")] == ["nerve"]


@given(presentations())
def test_it_is_every_dangerous_cause_that_is_suspected_or_not_excluded(record):
    result = ce.assess(record)
    dangers = result.not_excluded
    assert {danger.cause_id for danger in dangers} == {
        c.cause_id
        for c in result.conclusions
        if c.urgency >= "same_day" and c.status in (Status.SUSPECTED, Status.NOT_EXCLUDED)
    }
    seriousness = [(-danger.urgency.rank, danger.status is not Status.SUSPECTED) for danger in dangers]
    assert seriousness == sorted(seriousness)
    for danger in dangers:
        assert all(danger.why)
        assert not {q.finding for q in danger.questions} & set(result.answers)


def test_a_question_that_makes_no_sense_for_the_person_is_marked():
    def marked(**record):
        return {q.finding for danger in ce.assess(**record).not_excluded for q in danger.questions if q.in_vain}

    assert "postpartum_6_weeks" in marked(calf_pain=True, sex="male")
    assert {"refuses_to_walk_or_toe_walks", "postpartum_6_weeks"} <= marked(calf_pain=True, age_years=90)
    assert marked(calf_pain=True) == set()
