"""For every vignette of the knowledge and for people that Hypothesis draws: the graph, and the proof of everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from tests.explanation.recount import Recount
from tests.strategies import presentations

import calf_expert as ce
from calf_expert.explanation.derivation import Derivation, NodeKind
from calf_expert.explanation.proof import Proof, steps_in

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
FILES = sorted(KNOWLEDGE.rglob("*.yaml"))


def vignettes(path: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def subjects(result: ce.Assessment, recount: Recount) -> list[str]:
    """Everything that was concluded of a person. Causes that no rule speaks of are all proved alike: one will do."""
    spoken_of = {name for step in result.trace for name in step.concludes}
    causes = [c.cause_id for c in result.conclusions]
    silent = [cause for cause in causes if cause not in spoken_of][:1]
    alerts = [alert.id for alert in result.alerts]
    named = [cause for cause in causes if cause in spoken_of]
    return list(dict.fromkeys(["urgency", *named, *silent, *alerts, *recount.concluded, *recount.items]))


def check_graph(result: ce.Assessment, recount: Recount) -> None:
    graph = result.derivation
    edges = [(edge.source, edge.target, edge.role.value) for edge in graph.edges]
    expected = recount.edges()
    assert set(edges) == expected
    by_rule = {f"rule:{step['rule_id']}": step for step in recount.trace}
    assert [node.id for node in graph.nodes if node.kind is NodeKind.RULE] == list(by_rule)
    assert {node.name for node in graph.nodes if node.kind is NodeKind.ANSWER} == recount.known
    ends = {end for source, target, _ in expected for end in (source, target)}
    unbound = {node.id for node in graph.nodes} - ends
    assert {node_id.partition(":")[0] for node_id in unbound} <= {"answer", "not_known", "cause", "urgency"}
    assert Derivation.model_validate_json(graph.model_dump_json()) == graph


def check_proof(result: ce.Assessment, proof: Proof, expected: set[str]) -> None:
    assert {node.name for node in proof.graph.nodes if node.kind is NodeKind.RULE} == expected
    assert {step.rule_id for step in steps_in(proof.steps)} == expected
    targets = set(proof.targets)
    reached = {edge.target for edge in proof.graph.edges}
    for node in proof.graph.nodes:
        if node.kind is NodeKind.ANSWER:
            assert result.answers[node.name] == node.answer
        elif node.kind is NodeKind.NOT_KNOWN:
            assert result.answers.get(node.name, "unknown") == "unknown"
        elif node.kind is NodeKind.NOT_CONCLUDED:
            assert not any(step.verb == "concludes" and node.name in step.concludes for step in result.trace)
        else:
            assert node.id in reached or node.id in targets or node.kind in (NodeKind.CAUSE, NodeKind.URGENCY)
    assert all(result.answers[premise.id] == premise.answer for premise in proof.answers)


def check(result: ce.Assessment) -> None:
    recount = Recount(result)
    check_graph(result, recount)
    proofs = {subject: result.how(subject) for subject in subjects(result, recount)}
    for subject, proof in proofs.items():
        check_proof(result, proof, recount.rules_behind(subject))
    for conclusion in result.conclusions:
        for item in (*conclusion.management, *conclusion.withheld):
            roles = {(e.role.value, e.source) for e in proofs[item.id].graph.into(f"advice:{item.id}")}
            assert {f"rule:{n.rule_id}" for n in item.contraindications} == {
                s for role, s in roles if role == "forbids"
            }
            assert {f"rule:{n.rule_id}" for n in item.cautions} == {s for role, s in roles if role == "cautions"}
            assert {f"rule:{q.rule_id}" for q in item.ask_first} <= {s for role, s in roles if role == "asks"}
            assert ("offers", f"rule:{item.rule_id}") in roles
    if recount.items:
        option = max(recount.items)
        assert result.how(f"advice:{option}").graph == proofs[option].graph, "of all, and of what it needs"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_conclusion_in_every_vignette_is_proved_by_just_what_bears_on_it(path: Path) -> None:
    for vignette in vignettes(path):
        check(ce.assess(vignette["presentation"]))


@settings(max_examples=40)
@given(presentations())
def test_so_is_every_conclusion_about_people_drawn_at_random(record: dict[str, Any]) -> None:
    check(ce.assess(record))


@settings(max_examples=10)
@given(presentations(min_size=5))
def test_what_is_read_back_from_json_is_the_same(record: dict[str, Any]) -> None:
    result = ce.assess(record)
    again = ce.Assessment.model_validate_json(result.model_dump_json())
    assert again.derivation.model_dump_json() == result.derivation.model_dump_json()
    for conclusion in result.conclusions[:3]:
        proof = result.how(conclusion.cause_id)
        assert again.how(conclusion.cause_id) == proof
        assert Proof.model_validate_json(proof.model_dump_json()) == proof
        assert Proof.model_validate_json(proof.model_dump_json()).to_text() == proof.to_text()
