"""Why not: what counts against a cause, how far it is from more, and which rules lacked what."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.strategies import presentations

import calf_expert as ce
from calf_expert.assessment import Assessment
from calf_expert.authoring import conditions as c
from calf_expert.authoring import limits
from calf_expert.authoring.statements import Alerts, Concludes, Confirms, Statement, Supports
from calf_expert.catalogue import load
from calf_expert.errors import OtherKnowledgeError, UnknownIdError
from calf_expert.explanation import near_misses
from calf_expert.explanation.near_misses import Because, Lacking, Looking, NearMiss, OpenAnswer, answer_meeting
from calf_expert.explanation.why_not import WhyNot
from calf_expert.findings import FINDINGS
from calf_expert.result import NOTICE

TOY = """
CAUSE = Cause(name="Toy cause", commonness=UNCOMMON)
RULES = (
    concludes("walking", concept="upright", when=[Present("pain_on_walking"), Absent("fever_or_rigors")]),
    concludes("standing", concept="upright", when=[Present("worse_on_standing")]),
    concludes("ill", concept="danger", when=[Present("feels_very_unwell_or_confused")]),
    supports("upright", when=[Concluded("upright"), NotConcluded("danger")], strength=STRONG, group="g",
             because="It hurts upright."),
    supports("old", when=[Measured("age_years", MoreThan(70))], lr=3.0, ci=(2, 4), because="Age wears."),
    supports("weak", when=[Present("leg_weakness")], strength=WEAK, group="g", because="It is weak."),
    supports("counted", when=[Present("calf_swelling")], strength=MODERATE, group="g", because="It is swollen."),
    supports("either", when=[AnyOf(Present("cold_limb"), AllOf(Present("fatigue"), Present("foot_drop")))],
             strength=MODERATE, because="It is cold."),
    supports("several",
             when=[AtLeastNOf(2, Present("joint_pain"), Present("joint_swelling"), Present("muscle_cramps"))],
             strength=WEAK, because="There are several."),
    weakens("at_rest", when=[Present("pain_at_rest")], strength=MODERATE, because="It hurts at rest."),
    confirms("scan", when=[Is("leg_vein_ultrasound", ("proximal_dvt",))], because="The scan shows it."),
    alerts("numb", flag="rf", suspects=["toy"], when=[Present("saddle_numbness"), Present("leg_pain")],
           because="It is numb."),
)
"""


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(toy=TOY, other="CAUSE = Cause(name='Other')")


def asked(reasoner, subject="toy", **answers):
    return toy.assessed(reasoner, **answers).why_not(subject)


def rule(why, name):
    [found] = [miss for miss in (*why.near, *why.other_ways) if miss.rule_id == f"toy.{name}"]
    return found


def label(finding, answer):
    return f"{FINDINGS[finding].label}: {answer}"


# What a rule lacked. --------------------------------------------------------------------------------------------------


def test_what_was_not_asked_asked_and_unknown_and_contradicted_are_told_apart(reasoner):
    [lack] = rule(asked(reasoner), "old").lacking
    [answer] = lack.open
    assert (lack.because, answer.finding, answer.asked) == (Because.NOT_KNOWN, "age_years", False)
    assert answer.says == label("age_years", "more than 70 years")
    assert answer.question == FINDINGS["age_years"].question
    [lack] = rule(asked(reasoner, age_years="unknown"), "old").lacking
    assert (lack.because, lack.open[0].asked) == (Because.NOT_KNOWN, True)
    [lack] = rule(asked(reasoner, age_years=70), "old").lacking
    assert (lack.because, lack.open) == (Because.CONTRADICTED, ())
    assert lack.contradicted_by == (("age_years", label("age_years", "70 years")),)
    assert not rule(asked(reasoner, age_years=70), "old").can_fire


def test_what_is_met_is_not_lacking_and_is_said(reasoner):
    numb = rule(asked(reasoner, leg_pain=True), "numb")
    assert numb.held == (label("leg_pain", "yes"),)
    assert [lack.says for lack in numb.lacking] == [label("saddle_numbness", "yes")]


def test_a_rule_that_fired_is_no_near_miss(reasoner):
    why = asked(reasoner, age_years=74, saddle_numbness=True, leg_pain=True)
    assert {"toy.old", "toy.numb"}.isdisjoint(miss.rule_id for miss in (*why.near, *why.other_ways))
    assert [step.rule_id for step in why.in_favour] == ["toy.numb", "toy.old"]


def test_of_an_any_of_the_smallest_sets_of_answers_are_given_and_all_that_could_help(reasoner):
    [lack] = rule(asked(reasoner), "either").lacking
    assert [answer.finding for answer in lack.open] == ["cold_limb", "fatigue", "foot_drop"]
    assert [[a.finding for a in way] for way in lack.ways] == [["cold_limb"]]
    [lack] = rule(asked(reasoner, cold_limb=False), "either").lacking
    assert lack.because is Because.NOT_KNOWN
    assert [[a.finding for a in way] for way in lack.ways] == [["fatigue", "foot_drop"]]
    assert rule(asked(reasoner, cold_limb=False), "either").missing == 2
    [lack] = rule(asked(reasoner, cold_limb=False, foot_drop=False), "either").lacking
    assert lack.because is Because.CONTRADICTED
    assert [name for name, _ in lack.contradicted_by] == ["cold_limb", "foot_drop"]
    [lack] = rule(asked(reasoner, foot_drop=False), "either").lacking
    assert [answer.finding for answer in lack.open] == ["cold_limb"], "the other way is closed"
    [lack] = rule(asked(reasoner, cold_limb=False, foot_drop=False, fatigue=True), "either").lacking
    assert [name for name, _ in lack.contradicted_by] == ["cold_limb", "foot_drop"], "the third is as it should be"


def test_of_at_least_n_what_is_met_counts(reasoner):
    [lack] = rule(asked(reasoner, joint_pain=True), "several").lacking
    assert [[a.finding for a in way] for way in lack.ways] == [["joint_swelling"], ["muscle_cramps"]]
    [lack] = rule(asked(reasoner), "several").lacking
    assert [[a.finding for a in way] for way in lack.ways] == [
        ["joint_pain", "joint_swelling"],
        ["joint_pain", "muscle_cramps"],
        ["joint_swelling", "muscle_cramps"],
    ]


def test_two_answers_to_one_question_are_no_way():
    text = """
    CAUSE = Cause()
    RULES = (
        supports("s", strength=WEAK, when=[AnyOf(
            AllOf(Measured("age_years", LessThan(20)), Measured("age_years", MoreThan(70))),
            AllOf(Measured("age_years", AtLeast(30)), Measured("age_years", LessThan(40)), Present("fatigue")))]),
    )
    """
    [lack] = rule(asked(toy.reasoner(toy=text)), "s").lacking
    [way] = lack.ways
    assert {answer.finding for answer in way} == {"age_years", "fatigue"}


# Concepts. ------------------------------------------------------------------------------------------------------------


def test_a_concept_that_lacks_leads_on_to_its_nearest_rules(reasoner):
    upright = rule(asked(reasoner, pain_on_walking=True), "upright")
    [lack] = upright.lacking
    assert (lack.concept, lack.because) == ("upright", Because.NOT_KNOWN)
    assert [(miss.rule_id, miss.missing) for miss in lack.through] == [("toy.standing", 1), ("toy.walking", 1)]
    assert upright.missing == 1
    assert upright.held == ("not concluded: danger",)


def test_a_concept_is_contradicted_just_when_each_way_to_it_is(reasoner):
    one = rule(asked(reasoner, pain_on_walking=False), "upright").lacking[0]
    assert [(miss.rule_id, miss.can_fire) for miss in one.through] == [("toy.standing", True), ("toy.walking", False)]
    assert one.because is Because.NOT_KNOWN
    both = rule(asked(reasoner, pain_on_walking=False, worse_on_standing=False), "upright").lacking[0]
    assert both.because is Because.CONTRADICTED


def test_a_concept_that_should_not_have_been_concluded_is_lacking_for_good(reasoner):
    why = asked(reasoner, worse_on_standing=True, feels_very_unwell_or_confused=True)
    [lack] = rule(why, "upright").lacking
    assert (lack.concept, lack.because, lack.through) == ("danger", Because.CONTRADICTED, ())
    assert lack.was_concluded
    assert "contradicted: wants not concluded: danger, and it was concluded" in " ".join(why.to_text().split())


def test_circles_of_concepts_end():
    text = """
    CAUSE = Cause()
    RULES = (
        concludes("enter", concept="x", when=[Present("cold_limb")]),
        concludes("there", concept="y", when=[Concluded("x")]),
        concludes("back", concept="x", when=[Concluded("y")]),
        supports("s", when=[Concluded("x")], strength=WEAK),
    )
    """
    reasoner = toy.reasoner(toy=text)
    miss = rule(asked(reasoner), "s")
    assert miss.can_fire
    assert [m.rule_id for m in miss.lacking[0].through] == ["toy.back", "toy.enter"]
    assert not rule(asked(reasoner, cold_limb=False), "s").can_fire
    assert asked(reasoner).to_text()


# Ranking, and how far it is. ------------------------------------------------------------------------------------------


def test_rules_are_ranked_by_what_they_would_gain_and_then_by_how_little_they_lack(reasoner):
    why = asked(reasoner, calf_swelling=True)
    assert [(miss.rule_id, miss.gain) for miss in why.near] == [
        ("toy.either", 477),
        ("toy.old", 477),
        ("toy.upright", 368),
        ("toy.several", 176),
        ("toy.weak", 0),
    ]
    assert "And 1 more that would add nothing" in why.to_text()
    assert [miss.gain for miss in why.other_ways] == [None, None]
    assert [miss.rule_id for miss in why.other_ways] == ["toy.scan", "toy.numb"]


def test_where_it_starts_and_how_far_it_is_from_the_next_band_and_from_suspicion(reasoner):
    stands = asked(reasoner, pain_at_rest=True).stands
    assert (stands.start, stands.evidence, stands.weight) == (-1500, -477, -1977)
    assert (stands.likelihood, stands.next_band, stands.to_next_band) == ("very_unlikely", "unlikely", 277)
    assert stands.to_suspicion == 977
    stands = asked(reasoner, calf_swelling=True).stands
    assert (stands.weight, stands.next_band, stands.to_next_band) == (-1023, "possible", 23)
    assert stands.to_suspicion == 23
    stands = asked(reasoner, worse_on_standing=True, age_years=74).stands
    assert (stands.status, stands.next_band, stands.to_next_band) == ("suspected", "likely", 178)
    assert stands.to_suspicion is None


def test_as_much_more_as_it_says_makes_it_suspected_and_one_less_does_not(reasoner):
    for answers in ({}, {"calf_swelling": True}, {"pain_at_rest": True}):
        result = toy.assessed(reasoner, **answers)
        lacking = result.why_not("toy").stands.to_suspicion
        own = result.conclusion("toy").weight + 1500
        for more, enough in ((lacking, True), (lacking - 1, False)):
            assert (own + more >= 477 and own + more - 1500 >= -1000) is enough


def test_what_an_alert_names_is_no_further_from_suspicion_and_what_a_test_settled_from_nothing(reasoner):
    stands = asked(reasoner, saddle_numbness=True, leg_pain=True).stands
    assert (stands.status, stands.likelihood) == ("suspected", "possible")
    assert (stands.next_band, stands.to_next_band, stands.to_suspicion) == ("likely", 1500, None)
    stands = asked(reasoner, leg_vein_ultrasound="proximal_dvt").stands
    assert (stands.status, stands.next_band, stands.to_suspicion) == ("confirmed", None, None)


# Alerts. --------------------------------------------------------------------------------------------------------------


def test_an_alert_that_was_not_raised(reasoner):
    why = asked(reasoner, "rf", leg_pain=False)
    assert (why.kind, why.stands, why.in_favour) == ("alert", None, ())
    assert why.says == "Alert rf: not raised (it would be emergency)"
    [miss] = why.near
    assert [(lack.because.value, lack.says) for lack in miss.lacking] == [
        ("not_known", label("saddle_numbness", "yes")),
        ("contradicted", label("leg_pain", "yes")),
    ]


def test_an_alert_that_was_raised_says_so(reasoner):
    why = asked(reasoner, "rf", leg_pain=True, saddle_numbness=True)
    assert why.says == "Alert rf: emergency"
    assert ([step.rule_id for step in why.in_favour], why.near) == (["toy.numb"], ())


# In words, as data, and refused. --------------------------------------------------------------------------------------


def test_the_text_says_all_of_it_within_the_width(reasoner):
    text = asked(reasoner, pain_at_rest=True, leg_weakness="unknown", age_years=60).to_text()
    joined = " ".join(text.split())
    for said in (
        "Why not more: Toy cause: very unlikely, considered",
        "It starts at -1500 for being uncommon, its evidence adds -477, and that makes -1977",
        "277 more would make it unlikely.",
        "977 more of its own evidence would make it suspected.",
        "Against it: - It hurts at rest. [weakens toy.at_rest, -477 millibans, no published figure]",
        f"contradicted: wants {label('age_years', 'more than 70 years')}; on record: {label('age_years', '60 years')}",
        f"not known: wants {label('leg_weakness', 'yes')} (asked, and not known)",
        f"not known: wants {label('cold_limb', 'yes')} (not asked)",
        "not concluded: upright - It is so. [concludes toy.standing]",
        "Red flags and tests that would settle it:",
        NOTICE,
    ):
        assert said in joined
    assert max(map(len, text.splitlines())) <= 92


def test_it_is_equal_after_json_and_printed_without_answers(reasoner):
    why = asked(reasoner, age_years=60.25, pain_at_rest=True)
    assert WhyNot.model_validate_json(why.model_dump_json()) == why
    assert repr(why) == "<WhyNot toy: 6 rules did not fire>"
    for part in (*why.near, *why.near[0].lacking, *why.in_favour, *why.against):
        assert "60.25" not in repr(part)


def test_it_is_the_same_whichever_way_the_answers_were_given(reasoner):
    answers = {"pain_at_rest": True, "age_years": 60, "cold_limb": False}
    one, other = asked(reasoner, **answers), asked(reasoner, **dict(reversed(answers.items())))
    assert one.model_dump_json() == other.model_dump_json()


def test_what_does_not_exist_is_refused_with_the_nearest_name(reasoner):
    with pytest.raises(UnknownIdError, match="there is no cause or alert `tyo`"):
        asked(reasoner, "tyo")


def test_without_its_knowledge_it_is_refused(reasoner):
    result = toy.assessed(reasoner, pain_at_rest=True)
    read = Assessment.model_validate_json(result.model_dump_json())
    with pytest.raises(OtherKnowledgeError, match="assess the person anew"):
        read.why_not("toy")


class Points:
    """A form of condition like that of a score: several answers decide it together."""

    def leaves(self) -> Iterator[Any]:
        yield from (c.Present(name) for name in ("cold_limb", "fatigue", "foot_drop"))

    def truth(self, answers: Any) -> bool | None:
        given = [answers[leaf.finding] for leaf in self.leaves()]
        return None if "unknown" in given else given.count(True) >= 2

    def in_words(self) -> str:
        return "two points or more"


def lacking_of(reasoner, condition, **answers):
    old = next(s for s in reasoner.knowledge.statements if s.id == "toy.old")
    looking = Looking(reasoner.knowledge, answers, ())
    [miss] = looking.near([dataclasses.replace(old, when=(condition,))])
    return miss


def test_a_form_of_condition_that_several_answers_decide_is_taken_as_it_comes(reasoner, monkeypatch):
    monkeypatch.setattr(near_misses, "ANSWER_CONDITIONS", (*c.ANSWER_CONDITIONS, Points))
    miss = lacking_of(reasoner, Points(), cold_limb=True)
    [lack] = miss.lacking
    assert (lack.because, lack.says, miss.missing) == (Because.NOT_KNOWN, "two points or more", 2)
    assert [[answer.finding for answer in way] for way in lack.ways] == [["fatigue", "foot_drop"]]
    [lack] = lacking_of(reasoner, Points(), cold_limb=True, fatigue=False, foot_drop=False).lacking
    assert lack.because is Because.CONTRADICTED
    assert [name for name, _ in lack.contradicted_by] == ["cold_limb", "fatigue", "foot_drop"]


def test_a_class_of_a_score_is_looked_at_like_a_concept(reasoner):
    @dataclasses.dataclass(frozen=True)
    class Scored:
        concept: str = "upright"

        def in_words(self) -> str:
            return "scored: upright"

    [lack] = lacking_of(reasoner, Scored()).lacking
    assert (lack.concept, len(lack.through)) == ("upright", 2)


def test_a_form_of_condition_that_it_does_not_know_is_refused_loudly(reasoner):
    with pytest.raises(TypeError, match="a Suspected cannot be looked at"):
        lacking_of(reasoner, c.Suspected("toy"))


# Held against the knowledge itself. -----------------------------------------------------------------------------------


def truth(condition: Any, answers: dict[str, Any], concluded: set[str]) -> bool | None:  # noqa: PLR0911 - a case each
    """Three-valued truth, written apart from the library's."""
    if isinstance(condition, c.NotConcluded):
        return condition.concept not in concluded
    if isinstance(condition, (c.Concluded, c.Scored)):
        return True if condition.concept in concluded else None
    if isinstance(condition, c.InClass):  # reckoned apart from the library by the checker, which has tests of its own
        return condition.truth(c.every_answer(answers))
    if isinstance(condition, c.AllOf):
        truths = [truth(part, answers, concluded) for part in condition.parts]
        least, all_parts = truths.count(True), len(truths)
        most = all_parts - truths.count(False)
        wanted = 1 if isinstance(condition, c.AnyOf) else getattr(condition, "n", all_parts)
        return True if least >= wanted else None if most >= wanted else False
    answer = answers.get(condition.finding, "unknown")
    if isinstance(condition, c.NotKnown):
        return bool(answer == "unknown")
    if answer == "unknown":
        return None
    if isinstance(condition, c.Is):
        return answer in condition.in_
    if isinstance(condition, c.Measured):
        limit = condition.limit
        low = getattr(limit, "low", limit.value if isinstance(limit, (limits.AtLeast, limits.MoreThan)) else -1e9)
        high = getattr(limit, "high", limit.value if isinstance(limit, (limits.AtMost, limits.LessThan)) else 1e9)
        edge = isinstance(limit, (limits.MoreThan, limits.LessThan))
        return low <= answer <= high and not (edge and answer == limit.value)
    return answer is isinstance(condition, c.Present)


def bearing_on(cause: str) -> dict[str, Statement]:
    return {
        s.id: s
        for s in load().statements
        if (isinstance(s, (Supports, Confirms)) and s.cause == cause) or (isinstance(s, Alerts) and cause in s.suspects)
    }


def check_misses(misses: tuple[NearMiss, ...], rules: dict[str, Statement], result: Assessment) -> None:
    concluded = {name for step in result.trace if step.verb == "concludes" for name in step.concludes}
    fired = {step.rule_id for step in result.trace}
    if rules:
        assert {miss.rule_id for miss in misses} == rules.keys() - fired
    for miss in misses:
        rule = next(s for s in load().statements if s.id == miss.rule_id)
        truths = [(cond, truth(cond, dict(result.answers), concluded)) for cond in rule.conditions]
        assert [lack.says for lack in miss.lacking] == [cond.in_words() for cond, met in truths if met is not True]
        assert list(miss.held) == [cond.in_words() for cond, met in truths if met is True]
        for lack, (cond, met) in zip(miss.lacking, [pair for pair in truths if pair[1] is not True], strict=True):
            if lack.concept is None:
                assert lack.because is (Because.NOT_KNOWN if met is None else Because.CONTRADICTED)
                if not isinstance(cond, c.InClass):  # of a score it is told what to put on record, and no answer
                    check_ways(lack, cond, dict(result.answers))
            elif lack.through:
                concluding = {
                    s.id: s for s in load().statements if isinstance(s, Concludes) and s.concept == lack.concept
                }
                check_misses(lack.through, concluding, result)


def check_ways(lack: Lacking, condition: Any, answers: dict[str, Any]) -> None:
    """Each way makes the condition true, and no smaller set of the answers that matter does."""

    def meets(way: tuple[OpenAnswer, ...]) -> bool:
        # Of two conditions on one finding one answer may meet both, and it may be that of either.
        changes = [{a.finding: a.answer for a in order} for order in itertools.permutations(way)]
        return any(truth(condition, {**answers, **change}, set()) is True for change in changes)

    assert bool(lack.ways) is bool(lack.open) is (lack.because is Because.NOT_KNOWN)
    for way in lack.ways:
        assert meets(way)
        assert set(way) <= set(lack.open)
    if lack.ways and len(lack.open) <= 12:
        for fewer in range(len(lack.ways[0])):
            assert not any(meets(way) for way in itertools.combinations(lack.open, fewer))
    for finding, _ in lack.contradicted_by:
        assert answers.get(finding, "unknown") != "unknown"


@settings(max_examples=60)
@given(presentations(min_size=3), st.data())
def test_what_is_lacking_is_just_what_is_not_true(record: dict[str, Any], data: st.DataObject) -> None:
    result = ce.assess(record)
    cause = data.draw(st.sampled_from(sorted(load().causes)))
    why = result.why_not(cause)
    check_misses((*why.near, *why.other_ways), bearing_on(cause), result)
    assert WhyNot.model_validate_json(why.model_dump_json()) == why
    assert why.stands is not None
    assert why.stands.start + why.stands.evidence == why.stands.weight == result.conclusion(cause).weight


VIGNETTES = [
    vignette["presentation"]
    for path in sorted((Path(__file__).parents[1] / "knowledge").rglob("*.yaml"))
    for vignette in yaml.safe_load(path.read_text(encoding="utf-8"))[:2]
]


def ways_to_fire(miss: NearMiss) -> Iterator[tuple[str, Any]]:
    """The single answers that would make a rule fire which lacks one."""
    if miss.missing == 1 and miss.can_fire:
        [lack] = miss.lacking
        yield from _ways(lack)


def _ways(lack: Lacking) -> Iterator[tuple[str, Any]]:
    for [answer] in lack.ways:
        if answer.answer is not None:
            yield answer.finding, answer.answer
    for below in lack.through:
        yield from ways_to_fire(below)


def test_the_one_answer_that_a_rule_lacks_makes_it_fire() -> None:
    tried = 0
    causes = sorted(load().causes)
    for number, record in enumerate(VIGNETTES):
        result = ce.assess(record)
        cause = causes[number % len(causes)]
        why = result.why_not(cause)
        for miss in (*why.near, *why.other_ways):
            for finding, answer in ways_to_fire(miss):
                try:
                    again = ce.assess({**result.answers, finding: answer})
                except ce.PresentationError:
                    continue  # what the person answered rules that answer out
                assert miss.rule_id in {step.rule_id for step in again.trace}, (record, finding, answer)
                tried += 1
    assert tried > 500


def test_there_is_an_answer_that_meets_every_condition_of_the_knowledge() -> None:
    for statement in load().statements:
        for condition in statement.conditions:
            if isinstance(condition, c.ANSWER_CONDITIONS):
                for leaf in condition.leaves():
                    answer = answer_meeting(leaf)
                    if isinstance(leaf, c.NotKnown):
                        assert answer is None
                    else:
                        assert leaf.truth({leaf.finding: answer}) is True
                        assert ce.Presentation(**{leaf.finding: answer})


@pytest.mark.parametrize(
    ("limit", "answer"),
    [
        (limits.AtLeast(50), 50.0),
        (limits.AtMost(50), 50.0),
        (limits.Between(10, 20), 10.0),
        (limits.MoreThan(65), 66.0),
        (limits.MoreThan(65.5), 66.0),
        (limits.LessThan(40), 39.0),
    ],
)
def test_the_answer_for_a_limit_is_a_plain_number_where_there_is_one(limit: Any, answer: float) -> None:
    assert answer_meeting(c.Measured("age_years", limit)) == answer


@pytest.mark.parametrize("limit", [limits.MoreThan(119.5), limits.LessThan(0.5)])
def test_beside_the_end_of_a_range_it_is_the_next_number_there_is(limit: Any) -> None:
    answer = answer_meeting(c.Measured("age_years", limit))
    assert isinstance(answer, float)
    assert limit.admits(answer)
    assert ce.Presentation(age_years=answer)
