"""Conditions: three-valued, readable, and never a no where nobody answered."""

from itertools import product
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calf_expert.authoring import (
    Absent,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Between,
    Concluded,
    Considered,
    Is,
    LessThan,
    Measured,
    MoreThan,
    NotConcluded,
    NotKnown,
    Present,
    Suspected,
    Urgency,
    UrgencyAtLeast,
)
from calf_expert.authoring.conditions import Offered, findings_in, held_leaves
from calf_expert.findings import FINDINGS, UNKNOWN

YES_NO = ("calf_swelling", "cold_limb", "saddle_numbness")
A, B, C = (Present(name) for name in YES_NO)
ANSWER_OF = {True: True, False: False, None: UNKNOWN}
THREE = (True, False, None)

# All the answers that a finding can take, as far as the conditions below can tell them apart.
ANSWERS = {
    **dict.fromkeys(YES_NO, (True, False)),
    "onset_speed": ("sudden", "hours", "gradual_weeks"),
    "age_years": (49.0, 50.0, 51.0),
}


def facing(*truths):
    return {name: ANSWER_OF[truth] for name, truth in zip(YES_NO, truths, strict=False)}


# ------------------------------------------------------------------------------------------------------- single answers


@pytest.mark.parametrize(("answer", "truth"), [(True, True), (False, False), (UNKNOWN, None)])
def test_present_needs_a_yes(answer, truth):
    assert Present("cold_limb").truth({"cold_limb": answer}) is truth


@pytest.mark.parametrize(("answer", "truth"), [(True, False), (False, True), (UNKNOWN, None)])
def test_absent_needs_a_no_and_silence_is_none(answer, truth):
    assert Absent("cold_limb").truth({"cold_limb": answer}) is truth


@pytest.mark.parametrize(("answer", "truth"), [("sudden", True), ("hours", True), ("days", False), (UNKNOWN, None)])
def test_is_needs_one_of_its_values(answer, truth):
    assert Is("onset_speed", ("sudden", "hours")).truth({"onset_speed": answer}) is truth


@pytest.mark.parametrize(("answer", "truth"), [(50.0, True), (49.0, False), (UNKNOWN, None), (True, None)])
def test_measured_holds_only_a_number_against_its_limit(answer, truth):
    assert Measured("age_years", AtLeast(50)).truth({"age_years": answer}) is truth


@pytest.mark.parametrize(("answer", "truth"), [(True, False), (False, False), (UNKNOWN, True)])
def test_not_known_is_true_or_false_and_never_open(answer, truth):
    assert NotKnown("cold_limb").truth({"cold_limb": answer}) is truth


@pytest.mark.parametrize(
    ("limit", "below", "at", "above"),
    [
        (AtLeast(50), False, True, True),
        (MoreThan(50), False, False, True),
        (AtMost(50), True, True, False),
        (LessThan(50), True, False, False),
        (Between(50, 60), False, True, True),
        (Between(40, 50), True, True, False),
    ],
)
def test_limits_one_below_at_and_one_above(limit, below, at, above):
    assert [limit.admits(value) for value in (49.0, 50.0, 51.0)] == [below, at, above]
    assert [limit.admits(value) for value in (nextafter(50, -inf), 50, nextafter(50, inf))] == [below, at, above]


# --------------------------------------------------------------------------------------------------------- truth tables


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, True, False, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, True, None, True),
        (None, False, False, None),
        (None, None, None, None),
    ],
)
def test_all_of_and_any_of_follow_kleene(one, other, both, either):
    assert AllOf(A, B).truth(facing(one, other)) is both
    assert AnyOf(A, B).truth(facing(one, other)) is either


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("truths", list(product(THREE, repeat=3)))
def test_at_least_n_of_counts_what_holds_and_what_still_could(n, truths):
    held, open_ = truths.count(True), truths.count(None)
    expected = True if held >= n else (None if held + open_ >= n else False)
    assert AtLeastNOf(n, A, B, C).truth(facing(*truths)) is expected


@pytest.mark.parametrize("truths", list(product(THREE, repeat=3)))
def test_at_least_one_is_any_and_at_least_all_is_all(truths):
    assert AtLeastNOf(1, A, B, C).truth(facing(*truths)) is AnyOf(A, B, C).truth(facing(*truths))
    assert AtLeastNOf(3, A, B, C).truth(facing(*truths)) is AllOf(A, B, C).truth(facing(*truths))


# ---------------------------------------------------------------------------------------------------- against all there


def leaves_on(name):
    """Conditions on one finding that are true of some of its answers and false of others."""
    if name == "age_years":
        limits = [AtLeast(50), MoreThan(50), AtMost(50), LessThan(50), Between(50, 50)]
        return st.sampled_from([Measured(name, limit) for limit in limits])
    if name == "onset_speed":
        return st.sampled_from([Is(name, ("sudden",)), Is(name, ("sudden", "hours"))])
    return st.sampled_from([Present(name), Absent(name)])


def groups(parts):
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda given: AllOf(*given)),
        several.map(lambda given: AnyOf(*given)),
        several.flatmap(lambda given: st.integers(1, len(given)).map(lambda n: AtLeastNOf(n, *given))),
    )


conditions = st.recursive(st.sampled_from(list(ANSWERS)).flatmap(leaves_on), groups, max_leaves=8)


@st.composite
def conditions_that_ask_each_thing_once(draw):
    waiting = [draw(leaves_on(name)) for name in draw(st.permutations(list(ANSWERS)))]
    while len(waiting) > 1:
        parts = [waiting.pop() for _ in range(min(len(waiting), draw(st.integers(2, 3))))]
        form = draw(st.sampled_from(["all", "any", "n"]))
        if form == "n":
            waiting.insert(0, AtLeastNOf(draw(st.integers(1, len(parts))), *parts))
        else:
            waiting.insert(0, (AllOf if form == "all" else AnyOf)(*parts))
    return waiting[0]


records = st.fixed_dictionaries(
    {name: st.sampled_from([*answers, UNKNOWN, UNKNOWN]) for name, answers in ANSWERS.items()}
)


def completions(record):
    for answers in product(*((ANSWERS[name] if answer == UNKNOWN else (answer,)) for name, answer in record.items())):
        yield dict(zip(record, answers, strict=True))


@given(conditions_that_ask_each_thing_once(), records)
def test_truth_is_settled_just_where_all_that_is_unknown_cannot_change_it(condition, record):
    seen = {condition.truth(complete) for complete in completions(record)}
    assert None not in seen
    assert condition.truth(record) is (seen.pop() if len(seen) == 1 else None)


@given(conditions, records)
def test_what_is_settled_holds_however_the_unknown_turns_out(condition, record):
    truth = condition.truth(record)
    if truth is not None:
        assert {condition.truth(complete) for complete in completions(record)} == {truth}


@given(conditions, records, st.data())
def test_one_more_answer_never_turns_a_truth_around(condition, record, data):
    truth = condition.truth(record)
    unknown = [name for name, answer in record.items() if answer == UNKNOWN]
    if truth is not None and unknown:
        name = data.draw(st.sampled_from(unknown))
        assert condition.truth({**record, name: data.draw(st.sampled_from(ANSWERS[name]))}) is truth


@given(conditions)
def test_nothing_holds_of_a_person_of_whom_nothing_is_known(condition):
    assert condition.truth(dict.fromkeys(ANSWERS, UNKNOWN)) is None


# ---------------------------------------------------------------------------------------------------- what made it hold


def test_held_leaves_are_the_parts_that_hold():
    condition = AnyOf(A, AllOf(B, C), Absent("pain_at_rest"))
    answers = {**facing(True, True, False), "pain_at_rest": False}
    assert (held_leaves(condition, answers)) == [A, Absent("pain_at_rest")]


def test_held_leaves_name_an_answer_that_is_not_known():
    condition = AnyOf(NotKnown("cold_limb"), C)
    assert (held_leaves(condition, facing(True, None, False))) == [NotKnown("cold_limb")]


@given(conditions, records)
def test_held_leaves_are_enough_to_make_a_condition_hold(condition, record):
    if condition.truth(record) is True:
        held = held_leaves(condition, record)
        assert held
        assert all(leaf.truth(record) is True for leaf in held)
        looked_at = {leaf.finding for leaf in held}
        assert condition.truth({name: record[name] if name in looked_at else UNKNOWN for name in record}) is True


def test_findings_in_names_each_once_in_order():
    condition = AnyOf(
        B, AllOf(A, Absent("cold_limb")), AtLeastNOf(1, Measured("age_years", AtLeast(1)), NotKnown("sex"))
    )
    assert findings_in(condition) == ("cold_limb", "calf_swelling", "age_years", "sex")


@pytest.mark.parametrize("condition", [Concluded("x"), NotConcluded("x"), Suspected("x"), Offered("x")])
def test_conditions_on_conclusions_look_at_no_finding(condition):
    assert findings_in(condition) == ()


# ------------------------------------------------------------------------------------------------------------- in words


LABEL = {name: FINDINGS[name].label for name in ("calf_swelling", "onset_speed", "age_years", "abi", "temperature_c")}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Present("calf_swelling"), f"{LABEL['calf_swelling']}: yes"),
        (Absent("calf_swelling"), f"{LABEL['calf_swelling']}: no"),
        (NotKnown("calf_swelling"), f"{LABEL['calf_swelling']}: not known"),
        (Is("onset_speed", ("sudden", "gradual_weeks")), f"{LABEL['onset_speed']}: sudden or gradual weeks"),
        (Measured("age_years", AtLeast(65)), f"{LABEL['age_years']}: 65 years or more"),
        (Measured("age_years", MoreThan(65)), f"{LABEL['age_years']}: more than 65 years"),
        (Measured("age_years", AtMost(15)), f"{LABEL['age_years']}: 15 years or less"),
        (Measured("age_years", LessThan(15.5)), f"{LABEL['age_years']}: less than 15.5 years"),
        (Measured("age_years", Between(18, 40)), f"{LABEL['age_years']}: from 18 to 40 years"),
        (Measured("abi", LessThan(0.9)), f"{LABEL['abi']}: less than 0.9"),
        (Concluded("neurogenic_claudication"), "concluded: neurogenic claudication"),
        (NotConcluded("neurogenic_claudication"), "not concluded: neurogenic claudication"),
        (Considered("deep_vein_thrombosis"), "considered: deep vein thrombosis"),
        (Suspected("deep_vein_thrombosis"), "suspected: deep vein thrombosis"),
        (UrgencyAtLeast(Urgency.SAME_DAY), "urgency: same day or higher"),
        (Offered("heat_pack"), "offered: heat pack"),
        (Present("no_such_finding"), "no_such_finding: yes"),
    ],
)
def test_every_condition_reads_in_words(condition, words):
    assert condition.in_words() == words


def test_groups_read_in_words():
    one, other, third = A.in_words(), B.in_words(), C.in_words()
    assert AllOf(A, B).in_words() == f"({one}; and {other})"
    assert AnyOf(A, AllOf(B, C)).in_words() == f"({one}; or ({other}; and {third}))"
    assert AtLeastNOf(2, A, B, C).in_words() == f"(at least 2 of: {one}; {other}; {third})"


# ------------------------------------------------------------------------------------------------------------ as values


def test_conditions_are_equal_by_what_they_say():
    assert AnyOf(A, B) == AnyOf(A, B)
    assert hash(AnyOf(A, B)) == hash(AnyOf(A, B))
    assert AtLeastNOf(1, A, B) == AtLeastNOf(1, A, B)
    assert hash(AtLeastNOf(1, A, B)) == hash(AtLeastNOf(1, A, B))
    for other in (AllOf(A, B), AnyOf(B, A), AtLeastNOf(1, A, B), A):
        assert AnyOf(A, B) != other
    assert AtLeastNOf(1, A, B) != AtLeastNOf(2, A, B)


@pytest.mark.parametrize("condition", [AnyOf(A, B), AllOf(A, B), AtLeastNOf(1, A, B), A, Measured("abi", AtLeast(1))])
def test_conditions_cannot_be_changed(condition):
    name = "parts" if isinstance(condition, AllOf) else "finding"
    with pytest.raises(AttributeError):
        setattr(condition, name, ())


def test_groups_print_as_they_are_written():
    assert repr(AtLeastNOf(1, A, AnyOf(B, C))) == (
        "AtLeastNOf(1, Present(finding='calf_swelling'), "
        "AnyOf(Present(finding='cold_limb'), Present(finding='saddle_numbness')))"
    )
