"""How bad it could still be, held against every way to answer."""

from __future__ import annotations

import random

import pytest
from tests import toy
from tests.drawn import Drawn, accepted, completions, sub_vocabulary, values

import calf_expert as ce
from calf_expert import Urgency
from calf_expert.authoring.statements import Alerts, Evidence
from calf_expert.catalogue import load
from calf_expert.errors import AssessmentError, UnknownIdError
from calf_expert.explanation import bounds
from calf_expert.explanation.bounds import highest
from calf_expert.explanation.outlook import Situation, outlook_of
from calf_expert.findings import FINDINGS, AskedOf
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner, reasoner
from calf_expert.weighing import Status

ANSWERERS = (None, ("patient",), ("clinician", "lab"))

# ------------------------------------------------------------------------------------------------ against every way


def agrees(drawn, record):
    result = drawn.reasoner.assess(Presentation(**record))
    for answerable_by in ANSWERERS:
        ways = completions(record, drawn.open(record, answerable_by))
        bound = result.urgency_at_most(answerable_by)
        assert bound is max(drawn.weighed(way).urgency for way in ways)
        assert result.is_settled(answerable_by) == (bound is result.urgency)
        assert (result.could_raise_urgency(answerable_by) == ()) == result.is_settled(answerable_by)


@pytest.mark.parametrize("seed", range(25))
def test_the_bound_is_the_highest_urgency_of_every_way_to_answer(seed):
    drawn = Drawn(seed)
    for _ in range(12):
        agrees(drawn, drawn.person())


@pytest.mark.parametrize("seed", range(25))
def test_the_bound_is_exact_where_self_care_can_end(seed):
    drawn = Drawn(seed, homely=True)
    people = [drawn.person() for _ in range(150)]
    for record in [record for record in people if drawn.weighed(record).urgency is Urgency.SELF_CARE][:8]:
        agrees(drawn, record)


@pytest.mark.parametrize("seed", range(60))
def test_the_bound_is_exact_on_sub_vocabularies_of_the_librarys_own_knowledge(seed):
    record, open_ = sub_vocabulary(seed)
    given = Presentation(**record).known
    ways = completions(given, open_, values())
    reached = max(reasoner().weigh(way).urgency for way in ways)
    assert highest(Situation(outlook_of(load()), given, open_), reasoner().weigh(given).urgency) is reached


@pytest.mark.parametrize("seed", range(12))
def test_where_the_ways_are_too_many_to_be_tried_the_bound_is_never_too_low(seed, monkeypatch):
    monkeypatch.setattr(bounds, "_WAYS_TRIED", 0)
    drawn = Drawn(seed, homely=True)
    for record in [drawn.person() for _ in range(40)]:
        bound = drawn.reasoner.assess(Presentation(**record)).urgency_at_most()
        assert bound >= max(drawn.weighed(way).urgency for way in completions(record, drawn.open(record, None)))


# ------------------------------------------------------------------------------------------------------ which answers


@pytest.mark.parametrize("seed", range(20))
def test_an_answer_is_named_just_where_an_alert_can_hang_on_it(seed):
    drawn = Drawn(seed)
    record = drawn.person()
    result = drawn.reasoner.assess(Presentation(**record))
    open_ = drawn.open(record, None)
    hangs = set()
    for way in completions(record, open_):
        for name in open_:
            if way.get(name) not in (None, "unknown"):
                less = {n: a for n, a in way.items() if n != name}
                lost = set(drawn.weighed(way).inferred) - set(drawn.weighed(less).inferred)
                hangs |= {(name, s.id) for s in lost if isinstance(s, Alerts) and s.urgency > result.urgency}
    told = {
        (could.finding, way.rule_id)
        for could in result.could_raise_urgency()
        for way in could.through
        if way.kind == "alert"
    }
    assert told == hangs


@pytest.mark.parametrize("seed", range(60, 75))
def test_it_is_told_what_an_answer_could_bring_alone(seed):
    drawn = Drawn(seed)
    for record in [drawn.person() for _ in range(8)]:
        result = drawn.reasoner.assess(Presentation(**record))
        for could in result.could_raise_urgency():
            level = max(drawn.weighed(way).urgency for way in completions(record, [could.finding]))
            assert could.alone is (level if level > result.urgency else None)


def signs_that_hang(drawn, record, present):
    """Each finding with each sign for a cause that brings more than the present level, and would not fire without it.

    With it, whether the sign counts in some way to answer.
    """
    open_ = drawn.open(record, None)
    hang = {}
    for way in completions(record, open_):
        weighed = drawn.weighed(way)
        bringing = [s for s in weighed.standings if s.status is not Status.CONFIRMED and s.brings is not None]
        for name in open_:
            less = drawn.weighed({**way, name: None})
            gone = {rule.id for rule in weighed.inferred} - {rule.id for rule in less.inferred}
            for standing in [standing for standing in bringing if standing.brings > max(present, Urgency.ROUTINE)]:
                for sign in [sign for sign in standing.evidence if sign.weight > 0 and sign.id in gone]:
                    counts = hang.get((name, sign.id), False)
                    hang[name, sign.id] = counts or sign.id in standing.counted
    return hang


@pytest.mark.parametrize("seed", range(30, 50))
def test_an_answer_is_named_where_a_sign_that_counts_can_hang_on_it(seed):
    drawn = Drawn(seed)
    record = drawn.person()
    result = drawn.reasoner.assess(Presentation(**record))
    signs = {rule.id for rule in drawn.knowledge.statements if isinstance(rule, Evidence)}
    told = {
        (could.finding, way.rule_id)
        for could in result.could_raise_urgency()
        for way in could.through
        if way.fires and way.rule_id in signs and way.urgency > Urgency.ROUTINE
    }
    hang = signs_that_hang(drawn, record, result.urgency)
    assert {pair for pair, counts in hang.items() if counts} <= told <= set(hang)


FLAGS = """
RULES = (
    alerts("numb", flag="rf_numb", when=[Present("saddle_numbness")], because="It is numb."),
    alerts("clot", flag="rf_clot", urgency=Urgency.SAME_DAY,
           when=[Present("calf_swelling"), AnyOf(Present("long_haul_travel_recent"), Present("cold_limb"))]),
    alerts("hot", flag="rf_hot", urgency=Urgency.SAME_DAY, when=[Measured("temperature_c", AtLeast(38))]),
)
"""


@pytest.fixture(scope="module")
def flags():
    return toy.reasoner(flags=FLAGS)


def test_the_gravest_comes_first_then_what_takes_fewer_answers_and_what_a_patient_can_say(flags):
    told = [(c.finding, c.urgency.value, c.through[0].answers) for c in toy.assessed(flags).could_raise_urgency()]
    assert told == [
        ("saddle_numbness", "emergency", 1),
        ("temperature_c", "same_day", 1),
        ("calf_swelling", "same_day", 2),
        ("cold_limb", "same_day", 2),
        ("long_haul_travel_recent", "same_day", 2),
    ]


def test_a_reason_names_the_rule_and_its_sentence(flags):
    [way] = toy.assessed(flags).could_raise_urgency()[0].through
    assert (way.kind, way.id, way.rule_id, way.because, way.fires) == (
        "alert",
        "rf_numb",
        "flags.numb",
        "It is numb.",
        True,
    )


def test_findings_of_others_and_what_a_patient_does_not_know_are_closed_to_the_patient(flags):
    result = toy.assessed(flags, saddle_numbness="unknown", calf_swelling=False)
    assert result.urgency_at_most("patient") is Urgency.ROUTINE
    assert result.is_settled("patient")
    assert result.could_raise_urgency("patient") == ()
    assert result.urgency_at_most(["patient", "clinician"]) is Urgency.SAME_DAY
    assert result.urgency_at_most(AskedOf.CLINICIAN) is Urgency.SAME_DAY
    assert result.urgency_at_most() is Urgency.EMERGENCY


def test_what_nobody_could_say_beside_what_is_known_raises_nothing():
    pregnant = toy.reasoner(flags='RULES = (alerts("baby", when=[Present("pregnant")]),)')
    assert toy.assessed(pregnant, sex="male").is_settled()
    assert not toy.assessed(pregnant, sex="female").is_settled()


def test_two_open_answers_that_cannot_stand_together_stay_in():
    rules = 'RULES = (alerts("baby", when=[Present("pregnant"), Is("sex", ("male",))]),)'
    assert toy.assessed(toy.reasoner(flags=rules)).urgency_at_most() is Urgency.EMERGENCY


def test_nobody_answers_by_a_name_that_does_not_exist(flags):
    with pytest.raises(UnknownIdError) as caught:
        toy.assessed(flags).urgency_at_most("patients")
    assert caught.value.did_you_mean == "patient"


def test_a_failure_inside_is_no_bound_and_holds_no_answer(flags, monkeypatch):
    def fail(*_):
        raise ValueError("74.25")

    result = toy.assessed(flags, age_years=74.25)
    monkeypatch.setattr(bounds, "highest", fail)
    with pytest.raises(AssessmentError) as caught:
        result.urgency_at_most()
    assert "74.25" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_conversation_that_stops_where_it_is_settled_stops_at_its_highest_level():
    rng = random.Random(1)  # noqa: S311 - drawn so that it can be drawn again

    def fitting(record, name):
        return [answer for answer in values()[name] if accepted({**record, name: answer})]

    record = {"calf_pain": True}
    while could := ce.assess(record).could_raise_urgency("patient"):
        name = could[0].finding
        # What is harmless comes first among the values: a no, the lowest number.
        record[name] = "unknown" if rng.random() < 0.1 else fitting(record, name)[0]
    settled = ce.assess(record)
    unasked = [name for name, f in FINDINGS.items() if name not in record and f.asked_of is AskedOf.PATIENT]
    for _ in range(100):
        more = {name: rng.choice(fitting(record, name) or [None]) for name in rng.sample(unasked, 10)}
        if accepted({**record, **more}):
            assert ce.assess({**record, **more}).urgency <= settled.urgency


def test_a_question_that_makes_no_sense_for_the_person_is_marked_and_the_bound_allows_for_it():
    man = ce.assess(calf_pain=True, sex="male", age_years=30)
    marked = {could.finding for could in man.could_raise_urgency("patient") if could.in_vain}
    assert {"postpartum_6_weeks", "refuses_to_walk_or_toe_walks"} <= marked
    anyone = ce.assess(calf_pain=True)
    assert not [could for could in anyone.could_raise_urgency() if could.in_vain]
    flags = 'RULES = (alerts("b", flag="rf_b", urgency=Urgency.EMERGENCY, when=[Present("postpartum_6_weeks")]),)'
    result = Reasoner(toy.knowledge(flags=flags)).assess(Presentation(sex="male"))
    [could] = result.could_raise_urgency("patient")
    assert (could.finding, could.in_vain) == ("postpartum_6_weeks", True)
    assert not result.is_settled("patient")
