"""The smallest change, held against every change there is."""

from __future__ import annotations

import itertools

import pytest
from tests import toy
from tests.drawn import Drawn, accepted, changes, known, sub_vocabulary, values

from calf_expert import Urgency
from calf_expert.catalogue import load
from calf_expert.errors import PresentationError, UnknownIdError
from calf_expert.explanation import smallest_change as module
from calf_expert.explanation.goals import goals_of_urgency
from calf_expert.explanation.outlook import outlook_of
from calf_expert.explanation.smallest_change import _Search
from calf_expert.explanation.trial import Trial
from calf_expert.presentation import Presentation
from calf_expert.reasoning import reasoner


def kind_of(change):
    """A change without its numbers, of which one stands for many."""
    return frozenset((n, "a number" if isinstance(a, float) else a) for n, a in change.items())


def every_smallest(drawn, record, names, there):
    """Every change that gets there and holds no smaller one; of three answers only where there is no smaller one."""
    found = []

    def holds(change, other):
        """Whether a change holds another, or differs from it only in numbers that no rule tells apart."""
        same = {**record, **{name: change[name] for name in other if name in change}}
        return (
            other.keys() < change.keys() and drawn.weighed(same).inferred == drawn.weighed({**record, **other}).inferred
        )

    for many in (1, 2, 3):
        if many == 3 and found:
            break
        for change in changes(record, names, many):
            smaller = any(holds(change, other) for other in found)
            if not smaller and accepted({**record, **change}) and there(drawn.weighed({**record, **change})):
                found.append(change)
    return found


def agrees(drawn, record, may_change):
    result = drawn.reasoner.assess(Presentation(**record))
    names = drawn.names if may_change else drawn.open(record, None)
    targets = [("urgency", level) for level in Urgency] + [("first", cause) for cause in drawn.knowledge.causes]
    for what, target in targets:

        def there(weighed, what=what, target=target):
            if what == "first":
                return weighed.standings[0].cause.id == target
            return weighed.urgency >= target if target >= result.urgency else weighed.urgency <= target

        told = result.smallest_change(**{what: target}, may_change=may_change, limit=None)
        if there(drawn.weighed(record)):
            assert [change.changes for change in told] == [{}]
            continue
        wanted = every_smallest(drawn, record, names, there)
        assert {kind_of(change.changes) for change in told} == {kind_of(change) for change in wanted}
        for change in told:
            changed = {**record, **change.changes}
            weighed = drawn.reasoner.weigh(known(Presentation(**changed).answers))
            assert there(weighed)
            assert (change.urgency, change.first) == (weighed.urgency, weighed.standings[0].cause.id)
            assert change.exact


@pytest.mark.parametrize("seed", [*range(20), 26, 39])
@pytest.mark.parametrize("may_change", [False, True])
def test_every_smallest_change_is_found_and_no_other(seed, may_change):
    drawn = Drawn(seed, homely=seed % 3 == 0)
    for _ in range(3):
        agrees(drawn, drawn.person(), may_change)


@pytest.mark.parametrize("seed", range(30))
def test_it_is_exact_on_sub_vocabularies_of_the_librarys_own_knowledge(seed):
    record, open_ = sub_vocabulary(seed, most=2000)
    presentation = Presentation(**record)
    given, outlook = presentation.known, outlook_of(load())
    here = Trial.of(outlook, given)
    search = _Search(outlook, presentation, False, frozenset(open_))
    ones, twos = ([*changes(given, open_, many, values())] for many in (1, 2))
    for level in Urgency:
        if level is here.urgency:
            continue
        up = level > here.urgency

        def there(change, up=up, level=level):
            reached = reasoner().weigh({**given, **change}).urgency
            return reached >= level if up else reached <= level

        found, exact = search.run(here, goals_of_urgency(outlook, here, level))
        assert exact
        told = [change.changes for change in search.results(found, reasoner(), exact=exact)]
        one = {kind_of(change) for change in ones if accepted({**record, **change}) and there(change)}
        assert {kind_of(change) for change in told if len(change) == 1} == one
        if len(twos) < 1500:
            two = {kind_of(change) for change in twos if accepted({**record, **change}) and there(change)}
            told_two = {kind_of(change) for change in told if len(change) == 2}
            assert told_two <= two
            # Whatever else gets there holds one that does.
            assert all(kind in told_two or any(single < kind for single in one) for kind in two)


RULES = """
RULES = (
    alerts("numb", flag="rf_numb", when=[Present("saddle_numbness")]),
    alerts("fever", flag="rf_fever", when=[Measured("temperature_c", AtLeast(38)), Measured("age_years", LessThan(3))]),
    alerts("three", flag="rf_three", urgency=Urgency.SAME_DAY, suspects=["toy"],
           when=[Present("calf_swelling"), Present("cold_limb"), Present("pain_on_walking")]),
)
"""
TOY = "CAUSE = Cause()"


@pytest.fixture(scope="module")
def flags():
    return toy.reasoner(toy=TOY, other=TOY, flags=RULES)


def changes_of(told):
    return [change.changes for change in told]


def test_an_answer_is_added_and_none_is_changed_unless_told(flags):
    result = toy.assessed(flags, saddle_numbness=False, temperature_c=37)
    assert result.smallest_change(urgency="emergency") == ()
    told = result.smallest_change(urgency="emergency", may_change=True)
    assert changes_of(told) == [{"saddle_numbness": True}, {"temperature_c": 38.0, "age_years": 2.9}]
    assert told[0].answers[0].was is False


def test_what_is_unknown_may_become_known(flags):
    told = toy.assessed(flags, saddle_numbness="unknown").smallest_change(urgency=Urgency.EMERGENCY)
    assert changes_of(told)[0] == {"saddle_numbness": True}
    assert toy.assessed(flags, saddle_numbness="unknown").smallest_change(
        urgency="emergency", answerable_by=["clinician", "patient"]
    )[0].changes == {"age_years": 2.9, "temperature_c": 38.0}


def test_three_answers_are_found_where_fewer_are_not_enough(flags):
    told = toy.assessed(flags, saddle_numbness=False, temperature_c=37).smallest_change(urgency="same_day")
    assert changes_of(told) == [{"calf_swelling": True, "cold_limb": True, "pain_on_walking": True}]
    assert told[0].exact
    assert (told[0].urgency, told[0].first) == ("same_day", "toy")


THREES = """
RULES = (
    alerts("a", flag="rf_a", when=[Present("calf_swelling"), Present("cold_limb"), Present("pain_on_walking")]),
    alerts("b", flag="rf_b", when=[Present("saddle_numbness"), Present("fatigue"), Present("pain_at_rest")]),
)
"""


@pytest.mark.parametrize(("attempts", "found", "exact"), [(3, 1, False), (1000, 2, True)])
def test_three_answers_are_called_exact_only_where_all_were_tried(monkeypatch, attempts, found, exact):
    monkeypatch.setattr(module, "ATTEMPTS", attempts)
    told = toy.assessed(toy.reasoner(flags=THREES)).smallest_change(urgency="emergency")
    assert [change.exact for change in told] == [exact] * found


def test_a_number_is_said_as_the_limits_that_matter(flags):
    [_, fever] = toy.assessed(flags).smallest_change(urgency="emergency")
    assert str(fever) == "Age: less than 3 years; and Body temperature: 38 degC or more."


def test_what_is_there_already_needs_no_change(flags):
    [none] = toy.assessed(flags, saddle_numbness=True).smallest_change(urgency="emergency")
    assert (none.changes, str(none), none.exact) == ({}, "Nothing has to change.", True)


def test_the_list_can_be_cut_and_is_ranked():
    rules = """
    RULES = (
        alerts("a", flag="rf_a", when=[AnyOf(Present("cold_limb"), Present("calf_swelling"),
               Measured("temperature_c", AtLeast(38)))]),
        alerts("b", flag="rf_b", when=[Present("pain_on_walking"), Present("worse_on_standing")]),
    )
    """
    result = toy.assessed(toy.reasoner(flags=rules))
    told = changes_of(result.smallest_change(urgency="emergency"))
    assert [list(change) for change in told] == [
        ["calf_swelling"],
        ["cold_limb"],
        ["temperature_c"],
        ["pain_on_walking", "worse_on_standing"],
    ]
    assert changes_of(result.smallest_change(urgency="emergency", limit=2)) == told[:2]


def test_a_change_that_a_presentation_refuses_is_not_offered():
    rules = """
    RULES = (
        alerts("a", when=[Present("pregnant")]),
        alerts("b", flag="rf_b", when=[Is("sex", ("male",)), Present("pregnant")]),
    )
    """
    refusing = toy.reasoner(flags=rules)
    assert toy.assessed(refusing, sex="male").smallest_change(urgency="emergency") == ()
    told = toy.assessed(refusing, sex="male").smallest_change(urgency="emergency", may_change=True)
    assert changes_of(told) == [{"sex": "female", "pregnant": True}]


def test_a_numbers_example_fits_beside_the_others():
    rules = 'RULES = (alerts("a", when=[Measured("diastolic_bp", AtMost(100))]),)'
    [low] = toy.assessed(toy.reasoner(flags=rules), systolic_bp=90).smallest_change(urgency="emergency")
    assert low.changes["diastolic_bp"] <= 90


def test_printed_it_does_not_tell_the_answers(flags):
    told = toy.assessed(flags, age_years=74.25, temperature_c=38.5).smallest_change(
        urgency="emergency", may_change=True
    )
    assert any("age_years" in change.changes for change in told)
    assert not any(given in repr(told) for given in ("74.25", "2.9", "38.5"))


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({}, TypeError),
        ({"urgency": "routine", "first": "toy"}, TypeError),
        ({"urgency": "emergancy"}, UnknownIdError),
        ({"first": "toi"}, UnknownIdError),
        ({"urgency": "routine", "answerable_by": "nurse"}, UnknownIdError),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(flags, asked, error):
    with pytest.raises(error):
        toy.assessed(flags).smallest_change(**asked)


def test_what_is_told_is_taken_by_what_if(flags):
    result = toy.assessed(flags, saddle_numbness=False)
    for change in itertools.chain(
        result.smallest_change(urgency="emergency", may_change=True), result.smallest_change(first="toy")
    ):
        assert result.what_if(change.changes).after.urgency is change.urgency
    with pytest.raises(PresentationError):
        result.what_if(saddle_numbnes=True)
