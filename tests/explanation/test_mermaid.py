"""Mermaid: what is written is read by a grammar of its own, and says what the graph says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import toy
from tests.explanation.mermaid_grammar import read

import calf_expert as ce
from calf_expert.explanation import derivation
from calf_expert.explanation.derivation import Derivation, Edge, Node, NodeKind, Role
from calf_expert.explanation.mermaid import flowchart

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.json"))


def one(says):
    """A graph of one node that says something."""
    node = Node(id="answer:x", kind=NodeKind.ANSWER, name="x", says=says)
    return flowchart(Derivation(nodes=(node,), edges=()), title=says, notice="Notice.")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_proof_of_everything_in_the_example_cases_is_read_and_complete(path):
    result = ce.assess(json.loads(path.read_text(encoding="utf-8")))
    advice = [item.id for c in result.conclusions for item in (*c.management, *c.withheld)]
    for subject in ["urgency", *(c.cause_id for c in result.conclusions), *(a.id for a in result.alerts), *advice]:
        proof = result.how(subject)
        chart = read(proof.to_mermaid())
        assert len(chart.labels) == len(proof.graph.nodes)
        assert len(chart.edges) == len(proof.graph.edges)
        for node, label in zip(
            proof.graph.nodes, (chart.labels[f"n{i + 1}"] for i in range(len(chart.labels))), strict=True
        ):
            assert node.says in " ".join(label.split())
        assert chart.said["accDescr"].replace(" ", "") == result.notice.replace(" ", "")


NASTY = (
    '"quotes" [x] (y) {z} <b>&amp;</b>',
    "a;b#c #35; end",
    "end",
    "line\none %% c \n\nsubgraph x",
    "`md` **b** _i_ ~~s~~",
    "lifestyle: #x; classDef a:#b; style n1 fill:#f00;",
    "| pipes --> ==> | \\ $ @{ shape: x } ! ^",
    "caf\u00e9 \u4e2d \U0001f9b5",
    'click n1 "javascript:alert(1)"',
    "<script>alert(1)</script>",
    '"`markdown string`"',
)


@pytest.mark.parametrize("says", NASTY)
def test_what_is_syntax_to_mermaid_is_drawn_and_not_read(says):
    chart = read(one(says))
    assert chart.labels == {"n1": f"ANSWER: {' '.join(says.split())}"}
    assert chart.edges == []


@pytest.mark.parametrize("word", ["style", "classDef"])
def test_no_line_looks_like_a_style_that_would_lose_its_last_semicolon(word):
    """Mermaid takes the last letter off what matches this, before it parses anything."""
    for line in one(f"A {word}: #1; and more;").splitlines():
        assert not re.search(rf"{word}.*:\S*#.*;", line)


@given(st.text())
def test_any_text_is_read_back_as_it_was(says):
    printable = "".join(letter if letter.isprintable() else " " for letter in says)
    shown = read(one(says)).labels["n1"].removeprefix("ANSWER:")
    assert shown.split() == printable.split()


def test_kinds_and_roles_are_told_in_words_and_not_by_shape_and_colour_alone():
    marks = set()
    for kind in NodeKind:
        step = None
        if kind is NodeKind.RULE:
            step = ce.assess(calf_pain=True, saddle_numbness=True).trace[0]
        node = Node(id=f"{kind.value}:x", kind=kind, name="x", says="It is so.", step=step)
        [label] = read(flowchart(Derivation(nodes=(node,), edges=()), title="t", notice="n")).labels.values()
        marks.add(label.partition(":")[0])
    assert len(marks) == len(NodeKind)


def test_a_rule_shows_its_verb_id_and_figure_and_whether_it_was_passed_over():
    text = """
    CAUSE = Cause()
    RULES = (
        supports("strong", when=[Present("cold_limb")], lr=6.4, ci=(4.1, 9.9), group="g", because="It is cold."),
        supports("weak", when=[Absent("calf_swelling")], strength=WEAK, group="g", because="It is thin."),
        weakens("not", when=[Present("fatigue"), NotConcluded("x")], strength=WEAK, because="It is tired."),
        concludes("x", concept="x", when=[Present("foot_drop")]),
    )
    """
    result = toy.assessed(toy.reasoner(toy=text), cold_limb=True, calf_swelling=False, fatigue=True)
    chart = read(result.how("toy").to_mermaid())
    labels = set(chart.labels.values())
    assert "RULE supports: It is cold. toy.strong LR 6.4 (4.1 to 9.9)" in labels
    assert "RULE supports: It is thin. toy.weak passed over for a stronger sign of its group" in labels
    assert {role for _, _, role in chart.edges} == {"", "no", "+ supports", "- weakens"}


def test_layers_go_from_the_answers_to_the_advice():
    path = next(path for path in CASES if path.stem.startswith("3_"))
    result = ce.assess(json.loads(path.read_text(encoding="utf-8")))
    text = result.how("aspirin_enteric_coated").to_mermaid()
    layers = re.findall(r"subgraph (\w+)", text)
    assert layers == ["answers", "concepts", "evidence", "conclusions", "management"]
    assert read(text).edges
    assert {role for _, _, role in read(text).edges} >= {"x forbids", "? asks first", "not known", "offers"}


def test_every_role_has_an_arrow():
    for role in Role:
        ends = next(iter(derivation._ENDS[role]))
        step = ce.assess(calf_pain=True, saddle_numbness=True).trace[0]
        source, target = (
            Node(id=f"{kind.value}:{i}", kind=kind, name=str(i), says="x", step=step if kind is NodeKind.RULE else None)
            for i, kind in enumerate(ends)
        )
        graph = Derivation(nodes=(source, target), edges=(Edge(source=source.id, target=target.id, role=role),))
        [(_, _, said)] = read(flowchart(graph, title="t", notice="n")).edges
        assert bool(said) is (role is not Role.PREMISE)
