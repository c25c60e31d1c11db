"""The derivation: one graph of a result, what it refuses, and what it can be asked."""

from __future__ import annotations

import dataclasses

import pytest
from tests import toy

from calf_expert.assessment import Assessment
from calf_expert.errors import DerivationError, ReadBackError, UnknownIdError
from calf_expert.explanation.derivation import Derivation, Edge, Node, NodeKind, Role
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation
from calf_expert.trace import Premise

TOY = """
CAUSE = Cause(name="Toy cause", urgency=Urgency.SELF_CARE, self_care_after="safe", self_care_unless="danger")
OPTIONS = (Option(id="walk", families=("moving",), kind=SELF_CARE), Option(id="run", families=("moving",)))
RULES = (
    concludes("upright", concept="upright", when=[Present("pain_on_walking"), Absent("pain_at_rest")]),
    concludes("calm", concept="safe", when=[Absent("fever_or_rigors")]),
    concludes("ill", concept="danger", when=[Present("feels_very_unwell_or_confused")]),
    supports("s", when=[Concluded("upright"), NotConcluded("danger")], strength=STRONG),
    supports("t", when=[Measured("age_years", AtLeast(50)), Measured("age_years", LessThan(90))], strength=STRONG),
    weakens("w", when=[Present("calf_swelling")], strength=WEAK),
    offers("walk", option="walk", when=[Suspected("toy")]),
    offers("run", option="run", when=[Considered("toy"), UrgencyAtLeast(Urgency.SELF_CARE)]),
    forbids("no_moving", what="moving", when=[Present("pain_on_walking")]),
    cautions("old", what="walk", when=[Measured("age_years", AtLeast(70))]),
    *asks_before("run", about=["calf_swelling", "leg_weakness"]),
)
"""
FLAGS = """
RULES = (
    alerts("one", flag="rf", suspects=["other"], when=[Present("saddle_numbness")]),
    alerts("two", flag="rf", suspects=["toy"], urgency=Urgency.SAME_DAY, when=[Present("foot_drop")]),
)
"""
PERSON = {
    "pain_on_walking": True,
    "pain_at_rest": False,
    "fever_or_rigors": False,
    "age_years": 74.5,
    "leg_weakness": "unknown",
    "fatigue": True,
}


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(toy=TOY, other="CAUSE = Cause(name='Other')", flags=FLAGS)


@pytest.fixture(scope="module")
def result(reasoner):
    return toy.assessed(reasoner, **PERSON)


@pytest.fixture(scope="module")
def graph(result):
    return result.derivation


def edges(graph, node_id):
    return {(edge.source, edge.role.value) for edge in graph.into(node_id)}


# What it holds. -------------------------------------------------------------------------------------------------------


def test_each_kind_of_premise_has_its_role(graph):
    assert edges(graph, "rule:toy.upright") == {
        ("answer:pain_on_walking", "premise"),
        ("answer:pain_at_rest", "negated_premise"),
    }
    assert edges(graph, "rule:toy.s") == {("concept:upright", "premise"), ("not_concluded:danger", "negated_premise")}
    asks = edges(graph, "rule:toy.run_needs_leg_weakness")
    assert asks == {("option:run", "premise"), ("not_known:leg_weakness", "unknown_premise")}
    assert graph.node("not_known:leg_weakness").answer == "unknown"
    assert graph.node("not_known:calf_swelling").answer is None
    assert edges(graph, "rule:toy.run") == {("cause:toy", "premise"), ("urgency:self_care", "premise")}


def test_two_conditions_on_one_answer_are_two_edges_with_their_words(graph):
    said = [edge.says for edge in graph.into("rule:toy.t")]
    label = FINDINGS["age_years"].label
    assert said == [f"{label}: 50 years or more", f"{label}: less than 90 years"]
    assert graph.node("answer:age_years").says == f"{label}: 74.5 years"


def test_a_rule_on_a_family_bears_on_every_option_of_it(graph):
    assert edges(graph, "rule:toy.no_moving") >= {("option:walk", "premise"), ("option:run", "premise")}
    assert edges(graph, "advice:walk") == {
        ("rule:toy.walk", "offers"),
        ("rule:toy.no_moving", "forbids"),
        ("rule:toy.old", "cautions"),
    }
    assert {role for _, role in edges(graph, "advice:run")} == {"offers", "forbids", "asks"}
    assert graph.node("advice:walk").state == "contraindicated"


def test_self_care_rests_on_what_had_to_be_denied_first(result, graph):
    assert result.urgency == "self_care"
    assert edges(graph, "urgency:self_care") == {
        ("cause:toy", "sets"),
        ("concept:safe", "premise"),
        ("not_concluded:danger", "negated_premise"),
    }
    assert "toy.calm" in {step.step.rule_id for step in result.how("urgency").steps}


def test_each_rule_that_raises_a_flag_is_an_alert_of_its_own_and_names_its_own_causes(reasoner):
    graph = toy.assessed(reasoner, saddle_numbness=True, foot_drop=True).derivation
    assert [(node.id, node.state) for node in graph.named("rf")] == [
        ("alert:flags.one", "emergency"),
        ("alert:flags.two", "same_day"),
    ]
    assert edges(graph, "cause:toy") == {("alert:flags.two", "names")}
    assert edges(graph, "cause:other") == {("alert:flags.one", "names")}
    assert edges(graph, "urgency:emergency") == {("alert:flags.one", "sets")}


def test_every_rule_that_raises_a_flag_at_the_level_reached_sets_it():
    same = FLAGS.replace("urgency=Urgency.SAME_DAY, ", "")
    both = toy.reasoner(toy=TOY, other="CAUSE = Cause(name='Other')", flags=same)
    graph = toy.assessed(both, saddle_numbness=True, foot_drop=True).derivation
    assert edges(graph, "urgency:emergency") == {("alert:flags.one", "sets"), ("alert:flags.two", "sets")}


def test_an_answer_that_no_rule_looked_at_and_a_cause_nothing_speaks_of_are_there_too(graph):
    assert graph.out_of("answer:fatigue") == ()
    assert graph.node("answer:fatigue").answer is True
    assert graph.into("cause:other") == ()


def test_nothing_known_gives_a_graph_of_causes_and_an_urgency_that_rests_on_nothing():
    result = toy.reasoner(toy="CAUSE = Cause()", other="CAUSE = Cause(name='Other')").assess(Presentation())
    assert [node.id for node in result.derivation.nodes] == ["cause:other", "cause:toy", "urgency:routine"]
    assert result.derivation.edges == ()
    assert "Nothing on record points to anything more urgent" in result.how("urgency").to_text()


def test_a_class_of_a_score_has_a_kind_of_its_own_and_is_found_by_the_score(result):
    upright = next(step for step in result.trace if step.rule_id == "toy.upright")
    scored = dataclasses.replace(upright, rule_id="scores.wells", verb="scores", concludes=("wells:likely",))
    resting = dataclasses.replace(
        upright, rule_id="toy.on_score", premises=(Premise(kind="score", id="wells:likely", says="scored: likely"),)
    )
    changed = result.model_copy(update={"trace": (*result.trace, scored, resting)})
    assert edges(changed.derivation, "score:wells:likely") == {("rule:scores.wells", "concludes")}
    assert edges(changed.derivation, "rule:toy.on_score") == {("score:wells:likely", "premise")}
    for name in ("wells", "wells:likely", "score:wells:likely"):
        assert [step.step.rule_id for step in changed.how(name).steps] == ["scores.wells"]


def test_the_order_of_the_answers_given_does_not_matter(reasoner, graph):
    other = toy.assessed(reasoner, **dict(reversed(PERSON.items()))).derivation
    assert other.model_dump_json() == graph.model_dump_json()
    assert [node.kind for node in graph.nodes] == sorted((n.kind for n in graph.nodes), key=list(NodeKind).index)


# JSON, both ways and strictly. ----------------------------------------------------------------------------------------


def test_it_is_equal_after_json_and_cannot_be_changed(graph):
    assert Derivation.model_validate_json(graph.model_dump_json()) == graph
    assert Derivation.model_validate(graph.model_dump()) == graph
    for thing, name in ((graph, "nodes"), (graph.nodes[0], "name"), (graph.edges[0], "role")):
        with pytest.raises((AttributeError, dataclasses.FrozenInstanceError)):
            setattr(thing, name, None)


def changed(graph, change):
    data = graph.model_dump(mode="json")
    change(data)
    return data


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(more=1),
        lambda d: d["nodes"][0].update(more=1),
        lambda d: d["nodes"].append(d["nodes"][0]),
        lambda d: d["edges"].append(d["edges"][0]),
        lambda d: d["edges"][0].update(source="answer:nowhere"),
        lambda d: d["edges"][0].update(target="cause:toy"),
        lambda d: d["edges"][0].update(role="supports"),
        lambda d: d["edges"][0].update(role="likes"),
        lambda d: next(n for n in d["nodes"] if n["kind"] == "rule").update(step=None),
        lambda d: d["nodes"][0].update(step=next(n for n in d["nodes"] if n["kind"] == "rule")["step"]),
        lambda d: d["nodes"][0].update(kind="cause"),
        lambda d: d["nodes"][0].update(name="cold_limb"),
    ],
)
def test_a_graph_that_does_not_hold_together_is_not_read_and_its_input_not_repeated(graph, change):
    with pytest.raises(ReadBackError) as caught:
        Derivation.model_validate(changed(graph, change))
    assert "74.5" not in str(caught.value)


def test_printed_it_shows_no_answer(graph):
    for thing in (graph, *graph.nodes, *graph.edges):
        assert "74.5" not in repr(thing)
        assert "yes" not in repr(thing)


# Results that do not hold together. -----------------------------------------------------------------------------------


def without(result, rule_id):
    return {"trace": tuple(step for step in result.trace if step.rule_id != rule_id)}


def with_step(result, rule_id, **change):
    return {"trace": tuple(dataclasses.replace(s, **change) if s.rule_id == rule_id else s for s in result.trace)}


@pytest.mark.parametrize(
    "change",
    [
        lambda r: without(r, "toy.upright"),
        lambda r: {"trace": tuple(reversed(r.trace))},
        lambda r: {"trace": (*r.trace, r.trace[0])},
        lambda r: {"answers": {**r.answers, "pain_at_rest": True}},
        lambda r: {"answers": {name: a for name, a in r.answers.items() if name != "pain_at_rest"}},
        lambda _: {"conclusions": ()},
        lambda r: {"conclusions": tuple(dataclasses.replace(c, management=(), withheld=()) for c in r.conclusions)},
        lambda r: with_step(r, "toy.upright", verb="hopes"),
        lambda r: with_step(r, "toy.upright", concludes=("danger",)),
        lambda r: with_step(r, "toy.w", concludes=("elsewhere",)),
        lambda r: with_step(r, "toy.upright", premises=(Premise(kind="luck", id="x", says="x"),)),
        lambda r: with_step(r, "toy.no_moving", concludes=("flying",)),
        lambda r: {"urgency_reasons": (dataclasses.replace(r.urgency_reasons[0], id="elsewhere"),)},
        lambda r: {"urgency_reasons": (dataclasses.replace(r.urgency_reasons[0], kind="alert"),)},
    ],
)
def test_a_result_with_a_gap_is_refused_without_an_answer(reasoner, change):
    result = toy.assessed(reasoner, **PERSON, calf_swelling=True)
    with pytest.raises(DerivationError, match="does not hold together") as caught:
        result.model_copy(update=change(result)).derivation  # noqa: B018 - the property is what is tested
    assert "74.5" not in str(caught.value)


# Questions to it. -----------------------------------------------------------------------------------------------------


def ids(nodes):
    return {node.id for node in nodes}


def test_what_a_node_rests_on_and_what_rests_on_it(graph):
    assert ids(graph.behind("cause:toy")) == {
        "rule:toy.s",
        "rule:toy.t",
        "rule:toy.upright",
        "concept:upright",
        "not_concluded:danger",
        "answer:pain_on_walking",
        "answer:pain_at_rest",
        "answer:age_years",
    }
    resting = ids(graph.resting_on("answer:pain_at_rest"))
    assert {"rule:toy.upright", "concept:upright", "cause:toy", "urgency:self_care", "advice:walk"} <= resting
    assert "rule:toy.t" not in resting
    assert graph.behind("answer:age_years") == ()
    assert graph.resting_on("advice:walk") == ()


def test_the_leaves_of_a_node_and_of_all(graph):
    assert ids(graph.leaves("concept:upright")) == {"answer:pain_on_walking", "answer:pain_at_rest"}
    assert ids(graph.leaves()) >= {"answer:fatigue", "not_known:leg_weakness", "not_concluded:danger"}
    assert graph.leaves("cause:other") == ()


def test_the_shortest_way_from_an_answer_to_a_conclusion(graph):
    way = graph.path("answer:pain_at_rest", "advice:walk")
    assert [edge.target for edge in way] == [
        "rule:toy.upright",
        "concept:upright",
        "rule:toy.s",
        "cause:toy",
        "rule:toy.walk",
        "advice:walk",
    ]
    assert way[0].source == "answer:pain_at_rest"
    assert graph.path("advice:walk", "answer:pain_at_rest") == ()
    assert graph.path("cause:toy", "cause:toy") == ()


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
    graph = toy.assessed(toy.reasoner(toy=text), cold_limb=True).derivation
    assert ids(graph.behind("concept:x")) == {
        "rule:toy.enter",
        "rule:toy.there",
        "rule:toy.back",
        "concept:y",
        "answer:cold_limb",
    }
    assert len(graph.path("concept:x", "concept:y")) == 2
    assert Derivation.model_validate_json(graph.model_dump_json()) == graph


def test_nodes_are_found_by_name_and_kind(graph):
    assert ids(graph.named("walk")) == {"option:walk", "advice:walk"}
    assert ids(graph.named("walk", NodeKind.ADVICE)) == {"advice:walk"}
    assert graph.named("nothing") == ()


@pytest.mark.parametrize("ask", ["node", "into", "out_of", "behind", "resting_on", "leaves"])
def test_a_node_that_is_not_there_is_refused_with_the_nearest(graph, ask):
    with pytest.raises(UnknownIdError, match="in this derivation") as caught:
        getattr(graph, ask)("cause:tyo")
    assert caught.value.did_you_mean == "cause:toy"


def test_a_way_from_or_to_nowhere_is_refused(graph):
    for ends in (("cause:tyo", "cause:toy"), ("cause:toy", "cause:tyo")):
        with pytest.raises(UnknownIdError):
            graph.path(*ends)


def test_a_graph_can_be_made_by_hand():
    nodes = (
        Node(id="answer:x", kind=NodeKind.ANSWER, name="x", says="X: yes"),
        Node(id="cause:y", kind=NodeKind.CAUSE, name="y", says="Y"),
    )
    assert Derivation(nodes=nodes, edges=()).nodes == nodes
    with pytest.raises(ReadBackError, match="does not go with"):
        Derivation(nodes=nodes, edges=(Edge(source="answer:x", target="cause:y", role=Role.PREMISE),))


def test_it_is_the_same_from_a_result_that_was_read_back(result):
    read = Assessment.model_validate_json(result.model_dump_json())
    assert read.derivation == result.derivation
