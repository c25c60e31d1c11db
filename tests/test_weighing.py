"""From what fired to a ranking and an urgency. An example is a body of causes and what fired, with no engine."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import toy

from calf_expert.authoring import (
    COMMON,
    FAIRLY_COMMON,
    MODERATE,
    RARE,
    STRONG,
    UNCOMMON,
    VERY_RARE,
    WEAK,
    Absent,
    Present,
    Urgency,
)
from calf_expert.authoring.terms import Commonness, millibans
from calf_expert.weighing import (
    BRINGS,
    LIKELY_FROM,
    NEARLY_LIKELY_FROM,
    POSSIBLE_FROM,
    Likelihood,
    Status,
    UrgencySetBy,
    at_first,
    band,
    considered,
    strongest_of_groups,
    suspected,
    urgency_of,
    weigh,
)

WHEN = [Present("cold_limb")]


def cause(name="toy", **fields):
    return toy.written_in(name, toy.word("Cause")(open_until="A scan closes it.", **fields))


def sign(millibans, *, name="a_sign", of="toy", group=None):
    """Evidence of a weight. Its likelihood ratio is exact enough for the weight to come out as it was asked for."""
    verb, name = ("supports" if millibans >= 0 else "weakens"), f"{name}_{millibans}".replace("-", "m")
    said = toy.written_in(of, toy.word(verb)(name, when=WHEN, lr=10 ** (millibans / 1000), group=group))
    assert said.weight == millibans
    return said


def alert(*suspects, urgency=Urgency.EMERGENCY, flag="flag"):
    return toy.written_in(
        "flags", toy.word("alerts")("a", flag=flag, urgency=urgency, suspects=list(suspects), when=WHEN)
    )


def settled(verb, of="toy"):
    return toy.written_in(of, toy.word(verb)("settled", when=[Present("hop_test_pain")]))


def concept(name):
    return toy.written_in("concepts", toy.word("concludes")("c", concept=name, when=[Absent("cold_limb")]))


def weighed(*causes, fired=()):
    return weigh(at_first(causes), fired)


def stand(*fired, **fields):
    """How the only cause stands."""
    [standing] = weighed(cause(**fields), fired=fired)
    return standing


def urgency(*causes, fired=()):
    return urgency_of(weighed(*causes, fired=fired), fired)


# -------------------------------------------------------------------------------------------------------------- weights


@pytest.mark.parametrize(
    ("weight", "likelihood"),
    [
        (100_000, "very_likely"),
        (701, "very_likely"),
        (700, "very_likely"),
        (699, "likely"),
        (1, "likely"),
        (0, "likely"),
        (-1, "possible"),
        (-999, "possible"),
        (-1000, "possible"),
        (-1001, "unlikely"),
        (-1699, "unlikely"),
        (-1700, "unlikely"),
        (-1701, "very_unlikely"),
        (-100_000, "very_unlikely"),
    ],
)
def test_bands_at_their_edges(weight, likelihood):
    assert band(weight) is Likelihood(likelihood)


@pytest.mark.parametrize("commonness", list(Commonness))
def test_a_cause_starts_from_its_commonness(commonness):
    standing = stand(commonness=commonness)
    assert standing.weight == commonness.millibans
    assert standing.likelihood is band(commonness.millibans)
    assert standing.likelihood not in (Likelihood.LIKELY, Likelihood.VERY_LIKELY)


def test_evidence_adds_up_in_whole_millibans():
    signs = [sign(845, name="a"), sign(-477, name="b"), sign(176, name="c")]
    standing = stand(*signs, commonness=UNCOMMON)
    assert standing.weight == -1500 + 845 - 477 + 176
    assert standing.evidence == tuple(signs)
    assert standing.counted == {s.id for s in signs}


@pytest.mark.parametrize(("strength", "weight"), [(WEAK, 176), (MODERATE, 477), (STRONG, 845)])
def test_a_strength_weighs_as_much_against_as_for(strength, weight):
    for verb, expected in (("supports", weight), ("weakens", -weight)):
        assert toy.word(verb)("s", when=WHEN, strength=strength).weight == expected


def test_a_likelihood_ratio_weighs_as_its_logarithm():
    assert toy.word("supports")("s", when=WHEN, lr=10).weight == 1000
    assert toy.word("supports")("s", when=WHEN, lr=1).weight == 0
    assert toy.word("weakens")("s", when=WHEN, lr=0.5).weight == millibans(0.5) == -301


def test_evidence_speaks_of_its_own_cause_only():
    one, other = weighed(cause("one"), cause("other"), fired=[sign(845, of="one")])
    assert (one.cause.id, one.weight) == ("one", 145)
    assert (other.cause.id, other.weight, other.evidence) == ("other", -700, ())


# --------------------------------------------------------------------------------------------------------------- groups


@pytest.mark.parametrize(
    ("weights", "counts"),
    [
        ((100, 300, 200), 300),
        ((100, -300, 200), -300),
        ((-100, -300, -200), -300),
        ((300, -300), 300),
        ((-300, 300), 300),
        ((0, -1), -1),
    ],
)
def test_of_a_group_the_strongest_counts_and_a_tie_goes_to_the_side_for(weights, counts):
    for order in itertools.permutations(weights):
        signs = [sign(weight, group="g") for weight in order]
        assert [s.weight for s in strongest_of_groups(signs)] == [counts]
        standing = stand(*signs)
        assert standing.weight == COMMON.millibans + counts
        assert [s.weight for s in standing.evidence if s.id in standing.counted] == [counts]
        assert len(standing.evidence) == len(weights)


def test_groups_of_one_name_in_two_causes_are_two_groups():
    fired = [sign(300, of="one", group="g"), sign(100, of="other", group="g")]
    assert [s.weight for s in weighed(cause("one"), cause("other"), fired=fired)] == [-400, -600]


def test_signs_without_a_group_all_count_even_beside_a_group_named_after_one():
    signs = [sign(100, name="a"), sign(200, name="b"), sign(300, name="c", group="toy.a_100"), sign(50, group="g")]
    assert strongest_of_groups(signs) == tuple(signs)


# --------------------------------------------------------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("commonness", "weight", "status"),
    [
        (COMMON, 477, Status.SUSPECTED),
        (COMMON, 476, Status.CONSIDERED),
        (COMMON, 176, Status.CONSIDERED),
        (COMMON, 0, Status.CONSIDERED),
        (COMMON, -1, Status.CONSIDERED),
        (RARE, 1000, Status.SUSPECTED),
        (RARE, 999, Status.CONSIDERED),
    ],
)
def test_suspected_is_what_is_possible_and_has_a_moderate_sign_of_its_own(commonness, weight, status):
    assert stand(sign(weight), commonness=commonness).status is status


@pytest.mark.parametrize(("strength", "status"), [(WEAK, Status.CONSIDERED), (MODERATE, Status.SUSPECTED)])
def test_one_moderate_sign_is_a_suspicion_and_one_weak_sign_is_none(strength, status):
    said = toy.written_in("toy", toy.word("supports")("s", when=WHEN, strength=strength))
    assert stand(said).status is status


@pytest.mark.parametrize("level", list(Urgency))
def test_without_evidence_a_dangerous_cause_is_not_excluded_and_another_considered(level):
    expected = Status.NOT_EXCLUDED if level >= Urgency.SAME_DAY else Status.CONSIDERED
    assert stand(urgency=level).status is expected
    assert stand(sign(-3000), urgency=level).status is expected


def test_an_alert_lifts_the_status_and_not_the_weight():
    standing = stand(alert("toy"), sign(-845), commonness=VERY_RARE)
    assert standing.status is Status.SUSPECTED
    assert standing.likelihood is Likelihood.POSSIBLE
    assert standing.weight == VERY_RARE.millibans - 845
    assert standing.brings is None


def test_an_alert_never_lowers_a_likelihood():
    assert stand(alert("toy"), sign(2000)).likelihood is Likelihood.VERY_LIKELY


def test_an_alert_that_does_not_name_a_cause_leaves_it_where_it_is():
    fired = [alert("other")]
    assert [s.status for s in weighed(cause("toy"), cause("other"), fired=fired)] == [
        Status.SUSPECTED,
        Status.CONSIDERED,
    ]


def test_a_recorded_test_confirms_whatever_the_symptoms_say():
    standing = stand(settled("confirms"), sign(-3000), commonness=VERY_RARE)
    assert (standing.status, standing.likelihood) == (Status.CONFIRMED, Likelihood.VERY_LIKELY)
    assert standing.weight == -5500
    assert standing.brings is Urgency.ROUTINE


@pytest.mark.parametrize("level", [Urgency.ROUTINE, Urgency.EMERGENCY])
def test_a_recorded_test_excludes_and_what_is_excluded_does_not_act(level):
    standing = stand(settled("excludes"), sign(3000), urgency=level)
    assert (standing.status, standing.likelihood) == (Status.EXCLUDED, Likelihood.VERY_UNLIKELY)
    assert standing.brings is None


def test_what_an_alert_suspects_stays_suspected_though_a_test_excludes_it():
    standing = stand(settled("excludes"), alert("toy"), sign(-3000), urgency=Urgency.EMERGENCY)
    assert (standing.status, standing.likelihood) == (Status.SUSPECTED, Likelihood.POSSIBLE)
    assert standing.brings is None


def test_of_two_tests_that_disagree_the_one_that_confirms_counts():
    standing = stand(settled("excludes"), settled("confirms"))
    assert (standing.status, standing.brings) == (Status.CONFIRMED, Urgency.ROUTINE)


def test_considered_and_suspected_causes_for_management():
    causes = [cause(name) for name in ("confirmed", "likely", "named", "excluded")]
    causes += [cause("common"), cause("rare", commonness=RARE)]
    fired = [settled("confirms", "confirmed"), settled("excludes", "excluded"), sign(845, of="likely"), alert("named")]
    standings = weighed(*causes, fired=fired)
    assert set(suspected(standings)) == {"confirmed", "likely", "named"}
    assert set(considered(standings)) == {"confirmed", "likely", "named", "common"}


# -------------------------------------------------------------------------------------------------------------- urgency

DEFAULT = (Urgency.ROUTINE, (UrgencySetBy("default", "default", Urgency.ROUTINE),))


def test_nothing_on_record_is_a_routine_visit():
    assert urgency() == DEFAULT
    assert urgency(*(cause(f"c_{u.value}", urgency=u, self_care_after="no_danger") for u in Urgency)) == DEFAULT


@pytest.mark.parametrize(
    ("level", "weight", "brings"),
    [
        (Urgency.EMERGENCY, -1001, None),
        (Urgency.EMERGENCY, -1000, Urgency.SAME_DAY),
        (Urgency.EMERGENCY, -1, Urgency.SAME_DAY),
        (Urgency.EMERGENCY, 0, Urgency.EMERGENCY),
        (Urgency.SAME_DAY, -1001, None),
        (Urgency.SAME_DAY, -1000, Urgency.SAME_DAY),
        (Urgency.SAME_DAY, 3000, Urgency.SAME_DAY),
        (Urgency.WITHIN_DAYS, -251, None),
        (Urgency.WITHIN_DAYS, -250, Urgency.WITHIN_DAYS),
        (Urgency.ROUTINE, -1, None),
        (Urgency.ROUTINE, 0, Urgency.ROUTINE),
        (Urgency.SELF_CARE, -1, None),
        (Urgency.SELF_CARE, 0, Urgency.SELF_CARE),
    ],
)
def test_the_weight_from_which_a_cause_of_each_urgency_brings_which_level(level, weight, brings):
    toy_cause = cause(urgency=level, commonness=RARE, self_care_after="no_danger")
    fired = [sign(weight - RARE.millibans), concept("no_danger")]
    [standing] = weighed(toy_cause, fired=fired)
    assert (standing.weight, standing.brings) == (weight, brings)
    expected = DEFAULT if brings is None else (brings, (UrgencySetBy("cause", "toy", brings),))
    assert urgency(toy_cause, fired=fired) == expected


def test_the_table_of_what_causes_bring_is_whole_and_never_above_the_cause():
    assert set(BRINGS) == set(Urgency)
    for level, steps in BRINGS.items():
        assert steps[0][1] is level
        assert list(steps) == sorted(steps, reverse=True)
        assert all(
            lowest in (LIKELY_FROM, NEARLY_LIKELY_FROM, POSSIBLE_FROM) and brought <= level for lowest, brought in steps
        )


def test_commonness_alone_brings_nothing():
    # A common dangerous cause starts above the weight from which it would.
    grave = cause(urgency=Urgency.EMERGENCY, commonness=COMMON)
    assert COMMON.millibans > POSSIBLE_FROM
    for fired in ([], [sign(0)], [sign(476)]):
        assert urgency(grave, fired=fired) == DEFAULT
    assert urgency(grave, fired=[sign(477)])[0] is Urgency.SAME_DAY


def test_a_confirmed_cause_acts_whatever_it_weighs():
    level, _ = urgency(cause(urgency=Urgency.WITHIN_DAYS, commonness=VERY_RARE), fired=[settled("confirms")])
    assert level is Urgency.WITHIN_DAYS


def test_the_highest_sets_the_urgency_and_all_that_reach_it_are_named():
    causes = [cause("grave", urgency=Urgency.SAME_DAY), cause("mild")]
    fired = [
        alert(urgency=Urgency.SAME_DAY, flag="one"),
        alert(urgency=Urgency.WITHIN_DAYS, flag="other"),
        sign(845, of="grave"),
        sign(1000, of="mild"),
    ]
    assert urgency(*causes, fired=fired) == (
        Urgency.SAME_DAY,
        (UrgencySetBy("alert", "one", Urgency.SAME_DAY), UrgencySetBy("cause", "grave", Urgency.SAME_DAY)),
    )


@pytest.mark.parametrize("level", list(Urgency)[1:])
def test_an_alert_sets_its_urgency_though_its_cause_is_excluded_and_unlikely(level):
    fired = [alert("toy", urgency=level), settled("excludes"), sign(-3000)]
    assert urgency(cause(urgency=Urgency.ROUTINE), fired=fired) == (level, (UrgencySetBy("alert", "flag", level),))


# ------------------------------------------------------------------------------------------------------------ self-care

MILD = cause("mild", urgency=Urgency.SELF_CARE, self_care_after="no_danger")
LIKELY = sign(845, of="mild")


def test_self_care_is_for_a_likely_cause_alone_with_its_danger_signs_answered_no():
    assert urgency(MILD, cause("other"), fired=[LIKELY, concept("no_danger")]) == (
        Urgency.SELF_CARE,
        (UrgencySetBy("cause", "mild", Urgency.SELF_CARE),),
    )


@pytest.mark.parametrize(
    ("mild", "fired"),
    [
        (MILD, [LIKELY]),
        (MILD, [LIKELY, concept("another")]),
        (MILD, [concept("no_danger")]),
        (MILD, [sign(699, of="mild"), concept("no_danger")]),
        (replace(MILD, self_care_after=None), [LIKELY, concept("no_danger")]),
        (MILD, [LIKELY, concept("no_danger"), sign(477, of="other")]),
        (MILD, [LIKELY, concept("no_danger"), settled("confirms", "other")]),
        (MILD, [LIKELY, concept("no_danger"), settled("excludes", "mild")]),
        (MILD, [LIKELY, concept("no_danger"), alert("other", urgency=Urgency.ROUTINE)]),
    ],
    ids=[
        "danger_not_asked",
        "another_concept",
        "no_evidence",
        "one_below_likely",
        "nothing_to_wait_for",
        "another_suspected",
        "another_confirmed",
        "excluded",
        "alert",
    ],
)
def test_otherwise_it_is_a_routine_visit(mild, fired):
    level, _ = urgency(mild, cause("other"), fired=fired)
    assert level is Urgency.ROUTINE


# --------------------------------------------------------------------------------------------------- for all that fires

NAMES = ("one", "two", "three", "four")
causes_drawn = st.tuples(
    *(
        st.builds(
            cause,
            st.just(name),
            urgency=st.sampled_from(list(Urgency)),
            commonness=st.sampled_from(list(Commonness)),
            self_care_after=st.just("no_danger"),
        )
        for name in NAMES
    )
)
names = st.sampled_from(NAMES)
signs_drawn = st.builds(
    sign, st.integers(-2500, 2500), of=names, group=st.sampled_from([None, "g", "h"]), name=st.sampled_from("abc")
)
alerts_drawn = st.builds(
    lambda suspects, urgency, flag: alert(*suspects, urgency=urgency, flag=flag),
    st.lists(names, max_size=2),
    st.sampled_from(list(Urgency)[1:]),
    st.sampled_from(["one_flag", "other_flag"]),
)
anything = st.one_of(
    signs_drawn,
    signs_drawn,
    alerts_drawn,
    st.builds(settled, st.sampled_from(["confirms", "excludes"]), names),
    st.just(concept("no_danger")),
)
fired_drawn = st.lists(anything, max_size=12)


@given(causes_drawn, fired_drawn, alerts_drawn, fired_drawn)
def test_nothing_lowers_what_an_alert_sets(causes, before, raised, after):
    level, _ = urgency(*causes, fired=[*before, raised, *after])
    assert level >= raised.urgency
    standings = {s.cause.id: s for s in weighed(*causes, fired=[*before, raised, *after])}
    for name in raised.suspects:
        assert standings[name].status in (Status.SUSPECTED, Status.CONFIRMED)
        assert standings[name].likelihood in (Likelihood.VERY_LIKELY, Likelihood.LIKELY, Likelihood.POSSIBLE)


@given(causes_drawn, fired_drawn)
def test_self_care_never_comes_without_its_concept_or_beside_another_suspicion(causes, fired):
    level, set_by = urgency(*causes, fired=fired)
    assert all(setter.urgency is level for setter in set_by)
    if level is Urgency.SELF_CARE:
        assert concept("no_danger") in fired
        assert len(suspected(weighed(*causes, fired=fired))) == len(set_by) == 1


@given(causes_drawn, fired_drawn, st.data())
def test_the_ranking_is_total_and_the_same_in_whatever_order_things_come(causes, fired, data):
    ranked = weighed(*causes, fired=fired)
    assert sorted(s.cause.id for s in ranked) == sorted(NAMES)
    again = weighed(*data.draw(st.permutations(causes)), fired=data.draw(st.permutations(fired)))
    for one, other in zip(ranked, again, strict=True):
        assert (one.cause, one.weight, one.likelihood, one.status, one.brings) == (
            other.cause,
            other.weight,
            other.likelihood,
            other.status,
            other.brings,
        )
    assert urgency_of(ranked, fired)[0] is urgency_of(again, fired)[0]


@given(causes_drawn, fired_drawn)
def test_confirmed_causes_come_first_and_excluded_ones_last(causes, fired):
    order = [
        {Status.CONFIRMED: 0, Status.EXCLUDED: 2}.get(standing.status, 1) for standing in weighed(*causes, fired=fired)
    ]
    assert order == sorted(order)


# ---------------------------------------------------------------------------------------------------------------- ranks


def test_within_a_status_the_weightier_comes_first():
    fired = [sign(800, of="two"), sign(1000, of="one"), sign(900, of="three")]
    assert [s.cause.id for s in weighed(*map(cause, NAMES), fired=fired)] == ["one", "three", "two", "four"]


def test_equal_weights_are_ranked_by_urgency_then_commonness_then_name():
    causes = [
        cause("b_routine"),
        cause("a_routine"),
        cause("z_grave", urgency=Urgency.EMERGENCY),
        cause("z_rarer", commonness=FAIRLY_COMMON),
    ]
    fired = [
        *(sign(900, of=name) for name in ("b_routine", "a_routine", "z_grave")),
        # 300 rarer, of which four fifths count in the ranking.
        sign(900 + 240, of="z_rarer"),
    ]
    assert [s.cause.id for s in weighed(*causes, fired=fired)] == ["z_grave", "a_routine", "b_routine", "z_rarer"]


@pytest.mark.parametrize(("more", "first"), [(-1, "common"), (1, "rare")])
def test_four_fifths_of_the_commonness_count_in_the_ranking(more, first):
    causes = [cause("common", commonness=Commonness.COMMON), cause("rare", commonness=Commonness.VERY_RARE)]
    ranked = weighed(*causes, fired=[sign(10, of="common"), sign(10 + 1440 + more, of="rare")])
    assert ranked[0].cause.id == first
    assert {s.cause.id: s.weight for s in ranked} == {"common": -690, "rare": -1050 + more}


def test_the_cause_that_an_alert_names_first_gains_most_and_the_others_a_quarter():
    two = (cause("a"), cause("b"))
    for first, second in (("a", "b"), ("b", "a")):
        named = alert(first, second, urgency=Urgency.EMERGENCY)
        assert [s.cause.id for s in weighed(*two, fired=(named, sign(1267, of=second)))] == [first, second]
        assert [s.cause.id for s in weighed(*two, fired=(named, sign(1269, of=second)))] == [second, first]


@pytest.mark.parametrize(("suspects", "gained"), [(1, 1690), (2, 1690), (3, 1126), (4, 845)])
def test_an_alert_that_names_many_adds_less_to_each(suspects, gained):
    named = ["named", "b", "c", "d"][:suspects]
    causes = [*map(cause, named), cause("a_rival")]
    fired = alert(*named, urgency=Urgency.EMERGENCY)
    assert weighed(*causes, fired=(fired, sign(gained - 1, of="a_rival")))[0].cause.id == "named"
    assert weighed(*causes, fired=(fired, sign(gained + 1, of="a_rival")))[0].cause.id == "a_rival"


def test_what_something_speaks_for_is_ranked_before_what_is_merely_common():
    common, rare = cause("common", commonness=Commonness.COMMON), cause("rare", commonness=Commonness.VERY_RARE)
    assert [s.cause.id for s in weighed(common, rare)] == ["common", "rare"]
    assert [s.cause.id for s in weighed(common, rare, fired=(sign(1, of="rare"),))] == ["rare", "common"]
    both = (sign(1, of="rare"), sign(1, of="common"))
    assert [s.cause.id for s in weighed(common, rare, fired=both)] == ["common", "rare"]
    against = (sign(-1, of="common"), sign(-1, of="rare"))
    assert [s.cause.id for s in weighed(common, rare, fired=against)] == ["common", "rare"]


@pytest.mark.parametrize(
    ("level", "signs"),
    [(Urgency.ROUTINE, 0), (Urgency.WITHIN_DAYS, 0), (Urgency.SAME_DAY, 1), (Urgency.EMERGENCY, 2)],
)
@pytest.mark.parametrize(("more", "first"), [(-1, "named"), (0, "a_rival"), (1, "a_rival")])
def test_an_alert_counts_as_strong_signs_in_the_ranking(level, signs, more, first):
    strong = toy.word("supports")("s", when=WHEN, strength=STRONG).weight
    # Both are suspected on their own, so that the alert shows in nothing but the order.
    fired = [alert("named", urgency=level), sign(600, of="named"), sign(600 + signs * strong + more, of="a_rival")]
    ranked = weighed(cause("named"), cause("a_rival"), fired=fired)
    assert ranked[0].cause.id == first


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_alerts_the_gravest_counts_in_the_ranking(order):
    raised = [alert("named", urgency=Urgency.EMERGENCY), alert("named", urgency=Urgency.WITHIN_DAYS)][::order]
    ranked = weighed(cause("a_rival"), cause("named"), fired=[*raised, sign(1000, of="a_rival")])
    assert [s.cause.id for s in ranked] == ["named", "a_rival"]


def test_confirmed_first_then_suspected_then_the_rest_then_excluded():
    causes = [cause("excluded"), cause("common"), cause("likely"), cause("confirmed", commonness=VERY_RARE)]
    fired = [settled("excludes", "excluded"), sign(3000, of="excluded"), sign(3000, of="likely")]
    fired.append(settled("confirms", "confirmed"))
    assert [s.cause.id for s in weighed(*causes, fired=fired)] == ["confirmed", "likely", "common", "excluded"]
