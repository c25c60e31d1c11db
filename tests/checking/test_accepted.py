"""All that the library says is accepted, whatever it is about and however it is handed over."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.engine.drawn import knowledge_of
from tests.engine.test_differential import ANSWERS, CAUSES, Draw, seeds
from tests.strategies import presentations

import calf_expert as ce
from calf_expert.authoring.conditions import InClass
from calf_expert.checking import Checker
from calf_expert.checking.checker import checker
from calf_expert.checking.expected import Expected, Library
from calf_expert.checking.proofs import problems_of_proof, read_proof
from calf_expert.checking.scores import classes_in, findings_in
from calf_expert.findings import FINDINGS, UNKNOWN
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.json"))
VIGNETTES = sorted((Path(__file__).parents[1] / "knowledge").rglob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_example_cases_are_accepted(path):
    result = ce.assess(json.loads(path.read_text("utf-8")))
    assert ce.check(result) == ce.Verdict(ce.Outcome.ACCEPTED)


@pytest.mark.parametrize("path", VIGNETTES, ids=lambda path: path.stem)
def test_every_fourth_vignette_is_accepted_with_the_proofs_of_all_its_conclusions(path):
    library = Library(checker().knowledge)
    for vignette in yaml.safe_load(path.read_text("utf-8"))[::4]:
        result = ce.assess(vignette["presentation"])
        verdict = ce.check(result)
        assert verdict, f"{vignette['name']}\n{verdict}"
        expected = Expected(library, result.answers)
        for subject in (*(c.cause_id for c in result.conclusions), *(alert.id for alert in result.alerts)):
            proof = result.how(subject)
            assert list(problems_of_proof(read_proof(proof), expected)) == [], f"{vignette['name']}: {subject}"
            # Every leaf is an answer given.
            for leaf in proof.answers:
                assert leaf.answer == result.answers.get(leaf.id)


@given(presentations())
@settings(max_examples=150)
def test_the_result_of_any_presentation_is_accepted(record):
    verdict = ce.check(ce.assess(record))
    assert verdict, verdict


@given(presentations(min_size=80, max_size=200))
@settings(max_examples=15)
def test_the_result_of_somebody_of_whom_much_is_known_is_accepted(record):
    verdict = ce.check(ce.assess(record))
    assert verdict, verdict


def test_a_result_is_accepted_in_every_form():
    result = ce.assess(age_years=74, calf_pain=True, saddle_numbness="unknown")
    text = result.model_dump_json()
    forms = (
        result,
        text,
        text.encode(),
        bytearray(text, "utf-8"),
        result.model_dump_json(indent=2),
        b"\xef\xbb\xbf" + text.encode(),
        json.loads(text),
        result.model_dump(),
        result.model_dump(mode="json"),
        MappingProxyType(json.loads(text)),
        ce.Assessment.model_validate_json(text),
        text.replace("74.0", "74"),
    )
    for form in forms:
        assert ce.check(form), type(form)


# ------------------------------------------------------------------------------------------------- any rules whatsoever


def drawn_knowledge(numbers):
    """Rules drawn at random, those of both causes mixed, past the checks on load, which would refuse many of them."""
    drawn = [Draw(seed).statement() for seed in numbers]
    named = [dataclasses.replace(statement, name=f"{statement.name}_{n}") for n, statement in enumerate(drawn)]
    return knowledge_of([toy.written_in(CAUSES[n % len(CAUSES)], statement) for n, statement in enumerate(named)])


@given(st.lists(seeds, min_size=5, max_size=40).map(drawn_knowledge), st.lists(seeds, min_size=1, max_size=6))
@settings(max_examples=60)
def test_the_results_of_any_rules_are_accepted_in_the_order_in_which_they_fired(known, people):
    reasoner, checking = Reasoner(known), Checker(known)
    for seed in people:
        person = Draw(seed).person()[0]
        assert set(person) <= set(ANSWERS)
        result = reasoner.assess(Presentation(**person))
        verdict = checking.check(result)
        assert verdict, verdict


def test_a_part_that_stands_alone_too_is_quoted_where_the_composer_quotes_it():
    rules = """
    CAUSE = Cause()
    RULES = (
        concludes("a", concept="a", when=[AnyOf(Present("cold_limb"), Present("fatigue")), Present("cold_limb")]),
        concludes("b", concept="b", when=[AnyOf(Measured("age_years", AtLeast(50)), Present("fatigue")),
                                          Measured("age_years", AtLeast(50)), Concluded("a"), Concluded("a")]),
    )
    """
    reasoner = toy.reasoner(toy=rules)
    for person in ({"cold_limb": True, "age_years": 60}, {"cold_limb": True, "fatigue": True, "age_years": 60}):
        result = toy.assessed(reasoner, **person)
        assert len(result.trace) == 2
        assert Checker(reasoner.knowledge).check(result)


# -------------------------------------------------------------------------------------------------------------- scores


@pytest.mark.parametrize("score", [s for s in ce.scores() if s.findings], ids=lambda score: score.id)
@given(data=st.data())
@settings(max_examples=40)
def test_every_score_is_reckoned_as_the_library_does(score, data):
    """By fractions here, by whole thousandths and decimals there; with much known, and with little."""
    names = [name for name in FINDINGS if name in score.findings]
    record = data.draw(presentations(names, min_size=len(names) // 2, max_size=len(names)))
    known = {name: answer for name, answer in ce.Presentation(**record).known.items() if name in score.findings}
    assert classes_in(score, known) == score.classes_in({**dict.fromkeys(FINDINGS, UNKNOWN), **known})
    assert sorted(set(findings_in(InClass(score, "any")))) == sorted(score.findings)


@given(presentations([name for name in FINDINGS if any(name in s.findings for s in ce.scores())], min_size=30))
@settings(max_examples=30)
def test_results_with_scores_are_accepted(record):
    result = ce.assess(record)
    verdict = ce.check(result)
    assert verdict, verdict


def test_a_score_that_is_one_of_the_premises_is_checked_with_the_answers_behind_it():
    record = dict.fromkeys(("saddle_numbness", "cold_limb"), False) | {
        "systolic_bp": 85,
        "respiratory_rate": 28,
        "temperature_c": 39.5,
        "heart_rate": 135,
    }
    result = ce.assess({name: answer for name, answer in record.items() if name in FINDINGS})
    assert any(step.verb == "scores" for step in result.trace)
    assert ce.check(result)
