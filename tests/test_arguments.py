"""What a question is asked with: refused where it is no such thing, with an error that says what would be one."""

from __future__ import annotations

import pickle

import pytest

import calf_expert as ce

RESULT = ce.assess(age_years=74.25, calf_pain=True, calf_swelling=True)
DVT, STENOSIS = "deep_vein_thrombosis", "lumbar_spinal_stenosis"
CANARY = "CANARY-7f3a"
RECORD_BY_MISTAKE = '{"age_years": 98765.4321, "name": "CANARY-7f3a"}'


class Loud:
    """An object that would be heard if anything printed it."""

    def __repr__(self):
        return CANARY

    __str__ = __repr__


IDS = {
    "how": RESULT.how,
    "why_not": RESULT.why_not,
    "why": lambda given: RESULT.why(given, over=DVT),
    "why, over": lambda given: RESULT.why(DVT, over=given),
    "conclusion": RESULT.conclusion,
    "score": ce.score,
    "smallest_change, first": lambda given: RESULT.smallest_change(first=given),
    "smallest_change, urgency": lambda given: RESULT.smallest_change(urgency=given),
    "smallest_change, answerable_by": lambda given: RESULT.smallest_change(first=STENOSIS, answerable_by=given),
    "urgency_at_most": RESULT.urgency_at_most,
    "is_settled": RESULT.is_settled,
    "could_raise_urgency": RESULT.could_raise_urgency,
    "a node": RESULT.derivation.node,
    "a path": lambda given: RESULT.derivation.path("answer:age_years", given),
}
NAMED_NOBODY = {name: IDS[name] for name in IDS if "answerable" in name or "urgency_" in name or "settled" in name}
OPTIONS = {
    "smallest_change, may_change": lambda given: RESULT.smallest_change(urgency="emergency", may_change=given),
    "smallest_change, limit": lambda given: RESULT.smallest_change(urgency="emergency", limit=given),
    "the depth of a proof": lambda given: RESULT.how(DVT).to_text(depth=given),
    "register": lambda given: RESULT.to_text(register=given),
    "register of Markdown": lambda given: RESULT.to_markdown(register=given),
    "about": lambda given: RESULT.to_text(register="patient", about=given),
    "wording": lambda given: RESULT.to_html(wording=given),
}
NO_IDS = [5, 74.25, True, b"CANARY-7f3a", [None], [[CANARY]], [{"age_years": 98765.4321}], Loud(), [Loud()], RESULT]


def refused(error, ask, given):
    with pytest.raises(error) as caught:
        ask(given)
    assert type(caught.value) is error
    assert caught.value.__context__ is None
    assert len(str(caught.value)) < 400
    for text in (str(caught.value), repr(caught.value), repr(vars(caught.value))):
        assert not any(trace in text for trace in ("CANARY", "98765", "74.25", "xxxx"))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own
    return caught.value


@pytest.mark.parametrize("given", NO_IDS, ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("question", IDS)
def test_what_is_no_id_is_refused_with_what_is_expected_and_not_repeated(question, given):
    assert " must be " in str(refused(ce.ArgumentError, IDS[question], given))


@pytest.mark.parametrize("question", ["how", "why_not", "why", "why, over", "conclusion", "score", "a node"])
def test_nothing_is_no_id(question):
    refused(ce.ArgumentError, IDS[question], None)


@pytest.mark.parametrize("given", [RECORD_BY_MISTAKE, "x" * 1_000_000, "", "\x1b[31m\n"])
@pytest.mark.parametrize("question", IDS)
def test_a_text_that_is_no_id_is_not_repeated(question, given):
    error = refused(ce.UnknownIdError, IDS[question], given)
    assert error.name == ""
    assert str(error).startswith("there is no such ")


@pytest.mark.parametrize("question", IDS)
def test_an_id_that_does_not_exist_is_named(question):
    with pytest.raises(ce.UnknownIdError, match="`it_is_not_there`") as caught:
        IDS[question]("it_is_not_there")
    assert caught.value.name == "it_is_not_there"


@pytest.mark.parametrize("given", [[], (), iter(())])
@pytest.mark.parametrize("question", NAMED_NOBODY)
def test_nobody_cannot_be_asked(question, given):
    assert "patient, clinician or lab" in str(refused(ce.ArgumentError, NAMED_NOBODY[question], given))


def test_where_there_are_few_names_all_are_told():
    with pytest.raises(ce.UnknownIdError, match="it is patient, clinician or lab"):
        RESULT.is_settled(["patient", "nurse"])
    with pytest.raises(ce.UnknownIdError, match="it is self_care, routine, within_days, same_day or emergency"):
        RESULT.smallest_change(urgency="soon")


@pytest.mark.parametrize(
    "given", [CANARY, 98765.4321, -1, [CANARY], {CANARY: 1}, Loud()], ids=lambda g: type(g).__name__
)
@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_that_there_is_not_is_refused_and_not_repeated(option, given):
    refused(ce.ArgumentError, OPTIONS[option], given)


@pytest.mark.parametrize("given", [5, CANARY, [CANARY], b"CANARY-7f3a", Loud(), RESULT])
def test_changes_that_are_no_mapping_are_refused_like_a_record_that_is_none(given):
    (problem,) = refused(ce.PresentationError, RESULT.what_if, given).problems
    assert problem.message.startswith("Changes are a mapping of finding ids to answers")


@pytest.mark.parametrize("given", [5, CANARY, [CANARY], Loud(), RESULT])
def test_items_that_are_no_mapping_are_refused(given):
    refused(ce.ScoreError, lambda items: ce.score("wells_dvt_2", items), given)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: ce.assess({"calf_pain": True}, calf_pain=True), "not both together"),
        (lambda: RESULT.what_if({"calf_pain": True}, calf_pain=True), "not both together"),
        (RESULT.smallest_change, "either urgency= or first="),
        (lambda: RESULT.smallest_change(urgency="routine", first=DVT), "either urgency= or first="),
        (lambda: RESULT.why(DVT, over=DVT), "with another one"),
    ],
)
def test_what_does_not_go_together_is_the_same_error(ask, says):
    with pytest.raises(ce.ArgumentError, match=says) as caught:
        ask()
    assert isinstance(caught.value, (TypeError, ValueError, ce.CalfExpertError))


def test_members_of_an_enum_are_as_good_as_their_text():
    assert RESULT.urgency_at_most([ce.AskedOf.PATIENT]) is RESULT.urgency_at_most("patient")
    asked = {"limit": 2, "may_change": True}
    assert RESULT.smallest_change(urgency=ce.Urgency.EMERGENCY, **asked) == RESULT.smallest_change(
        urgency="emergency", **asked
    )
    assert RESULT.smallest_change(urgency="emergency", limit=0) == ()
