"""Scores in CLIPS settle the very classes that they settle here, whatever is known, and at every limit.

Whether the rules about them fire alike is asked in tests/engine/test_three_engines.py.
"""

import dataclasses
import math
import random
import re

import pytest
from benchmarks.clips_runner import Clips
from tests import toy

from calf_expert.authoring import AnyOf, Present
from calf_expert.authoring.score_inputs import YesNo
from calf_expert.authoring.statements import Scores
from calf_expert.catalogue import load
from calf_expert.export.clips import to_clips
from calf_expert.export.clips_scores import classes_told, left_to_others, reckoning, scores_in
from calf_expert.findings import FINDINGS, Kind

LEFT = {"acr_eular_2010_ra", "ck_class", "corrected_calcium", "eular_acr_2017_iim"}
NEVER_SETTLED = {"dn4", "perc", "sams_ci"}
"""No record tells enough for these. Of ``perc`` this is known from its declaration, and it has no rule."""


@pytest.fixture(scope="module")
def only_scores():
    """The library's knowledge without all other rules."""
    knowledge = load()
    return dataclasses.replace(knowledge, statements=tuple(s for s in knowledge.statements if isinstance(s, Scores)))


@pytest.fixture(scope="module")
def program(only_scores):
    return Clips(to_clips(only_scores))


@pytest.mark.parametrize("score", [s for s in scores_in(load()) if s.id not in LEFT], ids=lambda score: score.id)
def test_it_settles_the_classes_that_it_settles_here(program, score):
    draw = random.Random(f"a score, {score.id}")  # noqa: S311 - drawn anew the same
    settled = set()
    for _ in range(150):
        known = answers(score, draw)
        program.infer(known)
        here = {name for name in program.classes() if name.startswith(f"{score.id}:")}
        assert here == set(classes_told([score], known)), known
        settled |= here
    assert bool(settled) == (score.id not in NEVER_SETTLED)


def answers(score, draw):
    """Answers to what a score is read from: few or many, mostly no or mostly yes, numbers at the limits."""
    asked = draw.choice([0.5, 0.9, 1, 1])
    yes = draw.choice([0.1, 0.5, 0.9])
    known = {}
    for finding in (FINDINGS[name] for name in score.findings):
        if draw.random() >= asked:
            continue
        if finding.kind is Kind.BOOLEAN:
            known[finding.id] = draw.random() < yes
        elif finding.kind is Kind.ENUM:
            known[finding.id] = draw.choice(finding.values)
        else:
            low, high = finding.range
            limits = [float(at) for at in re.findall(rf"\([<>]=? \?{finding.id} (\S+)\)", reckoning(score))]
            at = draw.choice([*limits, draw.uniform(low, high)])
            value = draw.choice([at, at, math.nextafter(at, -math.inf), math.nextafter(at, math.inf), round(at, 1)])
            known[finding.id] = float(min(max(value, low), high))
    return known


def test_those_that_take_decimal_numbers_are_left_to_whoever_runs_it_and_named_in_the_header(only_scores, program):
    assert {score.id for score in left_to_others(load())} == LEFT
    header = to_clips().split("\n\n")[0]
    assert all(re.search(rf"\b{name}\b", header) for name in LEFT)
    low = {"calcium_total_mmol_l": 1.8, "albumin_g_l": 40.0, "age_years": 40.0}
    assert classes_told(left_to_others(load()), low) == ["corrected_calcium:severe_low"]
    program.infer(low)
    assert program.classes() == set()
    told = Clips(to_clips(only_scores), left_to_others(only_scores))
    assert [(said.verb, said.about) for said in told.infer(low)] == [("scores", "corrected_calcium:severe_low")]


def test_a_limit_on_what_was_rounded_or_converted_is_one_on_the_finding():
    scores = load().scores
    assert "(if (>= ?abi 1.405) then yes else no)) abi:non_compressible" in reckoning(scores["abi"])
    assert "(if (>= ?creatinine_umol_l 119.34) then 1500 " in reckoning(scores["mcmahon"])
    assert "(if (> ?post_void_residual_ml 200.0) then yes else no)) pvr:raised" in reckoning(scores["pvr"])


MEASURES = {
    "plain": "Linear((('n', 1),))",
    "beyond the range": "Linear((('n', 1),), constant=1000)",
    "shrinking": "Linear((('n', -1),), constant=100)",
    "two numbers": "Linear((('n', 1), ('m', 1)))",
    "a quotient": "Quotient('n', 'm')",
    "a sum that is weighted": "Points((Item('y'),), 'a'), Linear((('a', 2),))",
}


@pytest.mark.parametrize("measure", list(MEASURES))
def test_what_clips_would_not_reckon_exactly_is_left(measure):
    measures = MEASURES[measure]
    known = toy.knowledge(
        toy=f"""
        CAUSE = Cause()
        SCORES = (
            Score(
                id="one",
                inputs=(
                    Amount("n", "N", "", finding="bmi"),
                    Amount("m", "M", "", finding="age_years", between=(1, 120)),
                    YesNo("y", "Y", Present("calf_pain")),
                ),
                measures=({measures},),
                classes=(Class("a", "it is a", AtLeast(20)), Class("b", "it is b")),
            ),
        )
        RULES = (supports("a", when=[Scored("one", "a")], strength=WEAK),)
        """
    )
    assert (reckoning(known.scores["one"]) is not None) == (measure == "plain")


def test_a_condition_without_a_form_is_refused():
    class UnheardOf(AnyOf):
        """A form of condition that the exporter has not heard of."""

    score = load().scores["ecq"]
    wrong = dataclasses.replace(score, inputs=(*score.inputs, YesNo("x", "X", UnheardOf(Present("calf_pain")))))
    with pytest.raises(TypeError, match=r"^UnheardOf has no form in CLIPS$"):
        reckoning(wrong)
