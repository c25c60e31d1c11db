"""What if an answer were another: the difference, recounted from the two results."""

from __future__ import annotations

import pickle
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.drawn import Drawn
from tests.strategies import answers, presentations

import calf_expert as ce
from calf_expert import Urgency
from calf_expert.errors import AssessmentError, OtherKnowledgeError, PresentationError
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation

TOY = """
CAUSE = Cause(name="Toy cause")
OPTIONS = (Option(id="walk", name="A walk", kind=PHYSICAL), Option(id="scan", name="A scan", kind=TEST))
RULES = (
    supports("walking", when=[Present("pain_on_walking")], strength=STRONG),
    offers("walk", option="walk", when=[Suspected("toy")]),
    offers("scan", option="scan", when=[Suspected("toy"), Present("calf_swelling")]),
    *asks_before("walk", about=["cold_limb"]),
    forbids("cold", what="walk", when=[Present("cold_limb")]),
)
"""
FLAGS = """
RULES = (alerts("numb", flag="rf_numb", suspects=["other"], when=[Present("saddle_numbness")], because="It is numb."),)
"""


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(toy=TOY, other="CAUSE = Cause(name='Other cause')", flags=FLAGS)


def recounted(what):
    """The difference, counted in another way."""
    before, after = what.before, what.after
    was, now = (
        {c.cause_id: (i, c.likelihood, c.status, c.weight) for i, c in enumerate(a.conclusions, 1)}
        for a in (before, after)
    )
    assert {c.cause_id for c in what.causes} == {cause for cause in now if now[cause] != was[cause]}
    for cause in what.causes:
        told = (cause.place_after, cause.likelihood_after, cause.status_after, cause.weight_after)
        assert told == now[cause.cause_id]
        assert cause.stands_differently == (now[cause.cause_id][1:] != was[cause.cause_id][1:])
    fired, fires = ({a.rule_id for a in result.alerts} for result in (before, after))
    assert {a.rule_id for a in what.alerts_gained} == fires - fired
    assert {a.rule_id for a in what.alerts_lost} == fired - fires
    held, holds = (
        {(c.cause_id, i.id): i.status for c in a.conclusions for i in (*c.management, *c.withheld)}
        for a in (before, after)
    )
    told = {(a.cause_id, a.id): (a.before, a.after) for a in what.advice}
    keys = held.keys() | holds.keys()
    assert told == {k: (held.get(k), holds.get(k)) for k in keys if held.get(k) != holds.get(k)}
    for advice in what.advice:
        withheld = {(c.cause_id, i.id) for c in after.conclusions for i in c.withheld}
        assert advice.withheld_after == ((advice.cause_id, advice.id) in withheld)
    assert (what.urgency_before, what.urgency_after) == (before.urgency, after.urgency)


@settings(max_examples=60)
@given(presentations(), st.data())
def test_the_difference_is_that_of_two_assessments(record, data):
    before = ce.assess(record)
    names = data.draw(st.lists(st.sampled_from(list(FINDINGS)), max_size=3, unique=True))
    changes = {name: data.draw(answers(FINDINGS[name])) for name in names}
    try:
        after = ce.assess({**record, **changes})
    except PresentationError:
        with pytest.raises(PresentationError):
            before.what_if(changes)
        return
    what = before.what_if(changes)
    assert what.before is before
    assert what.after.model_dump_json() == after.model_dump_json()
    recounted(what)
    assert {change.finding for change in what.answers} == {
        name for name in names if before.answers.get(name) != after.answers.get(name)
    }


@pytest.mark.parametrize("seed", range(20))
def test_the_difference_is_that_of_two_assessments_of_drawn_knowledge(seed):
    drawn = Drawn(seed)
    for _ in range(10):
        one, other = drawn.person(), drawn.person()
        what = drawn.reasoner.assess(Presentation(**one)).what_if({**dict.fromkeys(one), **other})
        assert what.after == drawn.reasoner.assess(Presentation(**other))
        recounted(what)


def test_an_answer_is_added_changed_and_taken_away(reasoner):
    result = toy.assessed(reasoner, pain_on_walking=True, saddle_numbness=False)
    assert result.what_if(saddle_numbness=True).urgency_after is Urgency.EMERGENCY
    assert result.what_if(saddle_numbness=None).after.answers == {"pain_on_walking": True}
    assert result.what_if({"pain_on_walking": "unknown"}).after.conclusions[0].weight == -700


def test_it_says_what_would_differ(reasoner):
    what = toy.assessed(reasoner, pain_on_walking=True, age_years=74).what_if(
        saddle_numbness=True, cold_limb=True, age_years=None
    )
    assert str(what).rpartition("\n\n")[0].splitlines() == [
        "WHAT IF",
        "  - Age: not asked (on record: 74 years)",
        "  - Leg or foot cold compared with the other: yes (on record: not asked)",
        "  - Numbness between the legs: yes (on record: not asked)",
        "",
        "URGENCY: rises from routine to emergency",
        "  Call the emergency number or go to an emergency department now.",
        "",
        "ALERTS GAINED",
        "  - It is numb. [rf_numb, emergency]",
        "",
        "CAUSES",
        "  - Other cause: 1st (was 2nd), suspected (was considered)",
        "",
        "ADVICE",
        "  - A walk, for Toy cause: contraindicated (was ask first), withheld",
    ]


def test_what_comes_up_and_what_falls_away_is_told(reasoner):
    result = toy.assessed(reasoner, pain_on_walking=True)
    assert "A scan, for Toy cause: comes up (offered)" in str(result.what_if(calf_swelling=True))
    gone = str(result.what_if(pain_on_walking=False))
    assert "A walk, for Toy cause: no longer comes up (was ask first)" in gone
    assert "URGENCY: stays routine" in gone


def test_what_changes_nothing_says_so(reasoner):
    what = toy.assessed(reasoner).what_if(age_years=40)
    assert what.changes_nothing
    assert "Nothing that is concluded or advised would differ." in str(what)
    assert "No answer would differ." in str(toy.assessed(reasoner).what_if())


def test_a_bad_change_is_refused_like_any_record(reasoner):
    result = toy.assessed(reasoner, sex="male", age_years=74.25)
    for changes in ({"age_yers": 3}, {"age_years": 740}, {"pregnant": True}):
        with pytest.raises(PresentationError) as caught:
            result.what_if(changes)
        assert "74.25" not in repr(caught.value)
    with pytest.raises(TypeError):
        result.what_if({"age_years": 3}, age_years=4)


def test_printed_it_does_not_tell_the_answers(reasoner):
    what = toy.assessed(reasoner, age_years=74.25).what_if(age_years=75.5)
    assert "74.25" not in repr(what)
    assert "75.5" not in repr(what)


def test_it_survives_pickling(reasoner):
    what = toy.assessed(reasoner, pain_on_walking=True).what_if(saddle_numbness=True)
    assert pickle.loads(pickle.dumps(what)) == what  # noqa: S301 - made one line above


def test_a_result_of_other_knowledge_is_not_asked(reasoner):
    read = ce.Assessment.model_validate_json(toy.assessed(reasoner).model_dump_json())
    for ask in (read.what_if, read.urgency_at_most, read.could_raise_urgency, lambda: read.not_excluded):
        with pytest.raises(OtherKnowledgeError):
            ask()
    with pytest.raises(OtherKnowledgeError):
        read.smallest_change(urgency="routine")


QUESTIONS = {
    "what_if": lambda result: result.what_if(saddle_numbness=True),
    "urgency_at_most": lambda result: result.urgency_at_most(),
    "could_raise_urgency": lambda result: result.could_raise_urgency(),
    "smallest_change": lambda result: result.smallest_change(urgency="emergency"),
    "not_excluded": lambda result: result.not_excluded,
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_fault_in_any_function_is_told_without_an_answer(reasoner, name):
    ask, result = QUESTIONS[name], toy.assessed(reasoner, age_years=74.25)
    called = []

    def note(frame, event, _):
        if event == "call" and "calf_expert" in frame.f_code.co_filename:
            called.append(frame.f_code)

    def fails_in(code):
        def strike(frame, event, _):
            if event == "call" and frame.f_code is code:
                raise ValueError("74.25")

        return strike

    ask(result)  # what is made once is made
    sys.setprofile(note)
    ask(result)
    sys.setprofile(None)
    # Before the guard nothing of a person is touched.
    guard = next(number for number, code in enumerate(called) if code.co_name == "guarded")
    inside = list(dict.fromkeys(called[guard + 1 :]))
    assert len(inside) > 3
    for code in inside:
        sys.setprofile(fails_in(code))
        try:
            # A record that cannot be read is an error of its own, and holds no answer either.
            with pytest.raises((AssessmentError, PresentationError)) as caught:
                ask(result)
        finally:
            sys.setprofile(None)
        assert "74.25" not in str(caught.value)
        assert caught.value.__context__ is None
