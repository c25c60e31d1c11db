"""Proofs: from a conclusion through rules and concepts down to the answers."""

import pytest
from tests import toy

from calf_expert.assessment import Assessment
from calf_expert.errors import UnknownIdError
from calf_expert.explanation.notice import NOTICE
from calf_expert.findings import FINDINGS

TOY = """
CAUSE = Cause(name="Toy cause")
OPTIONS = (Option(id="walk"),)
RULES = (
    concludes("upright", concept="upright_pain", when=[Present("pain_on_walking"), Present("worse_on_standing")],
              because="It hurts upright."),
    concludes("sitting", concept="spinal", when=[Concluded("upright_pain"), Present("relief_by_sitting")],
              because="Sitting helps."),
    concludes("bending", concept="spinal", when=[AnyOf(Present("relief_by_bending_forward"), Present("fatigue"))],
              because="Bending helps."),
    supports("spinal", when=[Concluded("spinal"), Measured("age_years", AtLeast(50))], lr=3.1, ci=(2, 4.5), group="g",
             because="It comes from the spine.", verified=True),
    weakens("not_at_rest", when=[Absent("pain_at_rest"), NotConcluded("vascular")], strength=WEAK,
            because="It spares rest."),
    supports("passed_over", when=[Present("pain_on_walking")], strength=WEAK, group="g", because="Walking hurts."),
    concludes("cold", concept="vascular", when=[Present("cold_limb")]),
    excludes("scan", when=[Is("leg_vein_ultrasound", ("negative",))], because="The scan is clear."),
    offers("walk", option="walk", when=[Suspected("toy")]),
)
"""
FLAGS = """
RULES = (
    alerts("numb", flag="rf_cauda", suspects=["toy"], when=[Present("saddle_numbness")], because="It is numb."),
    alerts("spine", flag="rf_cauda", suspects=["other"], urgency=Urgency.SAME_DAY, when=[Concluded("upright_pain")]),
)
"""
PERSON = {
    "pain_on_walking": True,
    "worse_on_standing": True,
    "relief_by_sitting": True,
    "relief_by_bending_forward": True,
    "fatigue": False,
    "age_years": 74,
    "pain_at_rest": False,
}


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(toy=TOY, other="CAUSE = Cause(name='Other')", flags=FLAGS)


@pytest.fixture(scope="module")
def assessment(reasoner):
    return toy.assessed(reasoner, **PERSON)


def tree(nodes):
    return {node.step.rule_id: tree(node.rests_on) for node in nodes}


# ----------------------------------------------------------------------------------------------------------- of a cause


def test_a_cause_is_proved_through_two_levels_of_concepts(assessment):
    assert tree(assessment.how("toy").steps) == {
        "toy.spinal": {"toy.sitting": {"toy.upright": {}}, "toy.bending": {}},
        "toy.not_at_rest": {},
        "toy.passed_over": {},
    }


def test_a_proof_ends_in_the_answers_each_once(assessment):
    answers = assessment.how("toy").answers
    assert {answer.id: answer.answer for answer in answers} == {
        name: answer for name, answer in PERSON.items() if name != "fatigue"
    }
    assert len(answers) == 6
    assert {answer.kind for answer in answers} == {"answer"}


def test_the_answers_of_one_step_are_those_below_it(assessment):
    step = next(step for step in assessment.how("toy").steps if step.step.rule_id == "toy.spinal")
    assert {answer.id for answer in step.answers} == {
        "age_years",
        "pain_on_walking",
        "worse_on_standing",
        "relief_by_sitting",
        "relief_by_bending_forward",
    }


def test_an_absence_that_a_step_rests_on_is_said(assessment):
    step = next(step for step in assessment.how("toy").steps if step.step.rule_id == "toy.not_at_rest")
    assert [(premise.kind, premise.id, premise.says) for premise in step.step.premises] == [
        ("answer", "pain_at_rest", f"{FINDINGS['pain_at_rest'].label}: no"),
        ("no_concept", "vascular", "not concluded: vascular"),
    ]


def test_of_an_any_of_only_what_held_is_a_premise(assessment):
    [step] = [step for step in assessment.trace if step.rule_id == "toy.bending"]
    assert [premise.id for premise in step.premises] == ["relief_by_bending_forward"]


def test_every_step_of_the_trace_that_speaks_of_the_cause_is_proved(reasoner):
    assessment = toy.assessed(reasoner, **PERSON, saddle_numbness=True, leg_vein_ultrasound="negative")
    assert set(tree(assessment.how("toy").steps)) == {
        "flags.numb",
        "toy.spinal",
        "toy.not_at_rest",
        "toy.passed_over",
        "toy.scan",
    }


def test_a_cause_that_nothing_speaks_of_has_an_empty_proof(reasoner):
    proof = toy.assessed(reasoner).how("other")
    assert (proof.steps, proof.answers) == ((), ())
    assert "No rule spoke for or against it" in str(proof)


# ------------------------------------------------------------------------------------------------------------- in words


def test_a_proof_prints_as_a_tree(assessment):
    text = str(assessment.how("toy"))
    label = {name: FINDINGS[name].label for name in PERSON}
    assert text.startswith("Toy cause: ")
    spinal = f"""\
  supports toy.spinal, LR 3.1 (2 to 4.5)
    because: It comes from the spine.
    - concluded: spinal
    - {label["age_years"]}: 50 years or more
    source: book (quantitative), knowledge/toy.py:"""
    upright = f"""\
      concludes toy.upright
        because: It hurts upright.
        - {label["pain_on_walking"]}: yes
        - {label["worse_on_standing"]}: yes
        source: book (consensus, not checked against a public page), knowledge/toy.py:5
"""
    assert spinal in text
    assert upright in text
    assert "  supports toy.passed_over, passed over for a stronger sign of its group\n" in text
    assert text.index("concludes toy.sitting") < text.index("concludes toy.upright") < text.index("toy.bending")


def test_a_proof_carries_the_notice(assessment, reasoner):
    assert str(assessment.how("toy")).endswith(NOTICE)
    assert str(assessment.how("rf_cauda")).endswith(NOTICE)
    assert str(toy.assessed(reasoner).how("other")).endswith(NOTICE)


# ---------------------------------------------------------------------------------------------------------- of an alert


def test_an_alert_is_proved_down_to_the_answers(reasoner):
    proof = toy.assessed(reasoner, saddle_numbness=True).how("rf_cauda")
    assert tree(proof.steps) == {"flags.numb": {}}
    assert [(answer.id, answer.answer) for answer in proof.answers] == [("saddle_numbness", True)]
    assert str(proof).startswith("Alert rf_cauda: emergency\n  alerts flags.numb\n")


def test_every_rule_that_raised_a_flag_is_in_its_proof_and_the_gravest_urgency(reasoner):
    proof = toy.assessed(reasoner, **PERSON, saddle_numbness=True).how("rf_cauda")
    assert tree(proof.steps) == {"flags.numb": {}, "flags.spine": {"toy.upright": {}}}
    assert str(proof).startswith("Alert rf_cauda: emergency\n")


# ---------------------------------------------------------------------------------------------------------- unknown ids


@pytest.mark.parametrize(
    ("asked", "meant"), [("tyo", "toy"), ("othr", "other"), ("rf_caudae", "rf_cauda"), ("qqqq", None)]
)
def test_what_the_result_does_not_speak_of_is_refused_with_the_nearest_name(assessment, asked, meant):
    with pytest.raises(UnknownIdError) as caught:
        assessment.how(asked)
    assert caught.value.did_you_mean == meant
    hint = f" Did you mean `{meant}`?" if meant else ""
    assert str(caught.value) == f"there is no cause or alert `{asked}` in this result.{hint}"


def test_an_alert_that_did_not_fire_cannot_be_proved(reasoner):
    with pytest.raises(UnknownIdError):
        toy.assessed(reasoner).how("rf_cauda")


# -------------------------------------------------------------------------------------------------------- after a store


def test_a_result_read_from_json_gives_the_same_proofs(reasoner):
    assessment = toy.assessed(reasoner, **PERSON, saddle_numbness=True)
    read = Assessment.model_validate_json(assessment.model_dump_json())
    assert read == assessment
    for subject in ("toy", "other", "rf_cauda"):
        assert read.how(subject) == assessment.how(subject)
        assert str(read.how(subject)) == str(assessment.how(subject))
        assert read.how(subject).answers == assessment.how(subject).answers


# -------------------------------------------------------------------------------------------------------------- circles


CIRCLE = """
CAUSE = Cause()
RULES = (
    concludes("enter", concept="x", when=[Present("cold_limb")]),
    concludes("there", concept="y", when=[Concluded("x")]),
    concludes("back", concept="x", when=[Concluded("y")]),
    concludes("self", concept="x", when=[Concluded("x")]),
    supports("s", when=[Concluded("x")], strength=WEAK),
)
"""


def test_concepts_that_rest_on_one_another_are_proved_by_how_the_circle_was_entered():
    proof = toy.assessed(toy.reasoner(toy=CIRCLE), cold_limb=True).how("toy")
    assert [answer.id for answer in proof.answers] == ["cold_limb"]
    [supports] = proof.steps
    below = tree(supports.rests_on)
    assert set(below) == {"toy.enter", "toy.back", "toy.self"}
    assert below["toy.enter"] == {}
    assert "toy.enter" in below["toy.back"]["toy.there"]
    assert str(proof)


def test_a_circle_that_nothing_enters_concludes_nothing():
    text = CIRCLE.replace('Present("cold_limb")', 'Present("calf_swelling")')
    assert toy.assessed(toy.reasoner(toy=text), cold_limb=True).trace == ()


def test_a_concept_that_two_premises_rest_on_is_shown_below_both():
    text = """
    CAUSE = Cause()
    RULES = (
        concludes("base", concept="base", when=[Present("cold_limb")]),
        concludes("one", concept="one", when=[Concluded("base"), Present("calf_swelling")]),
        concludes("other", concept="other", when=[Concluded("one"), Concluded("base")]),
        supports("s", when=[Concluded("one"), Concluded("other")], strength=WEAK),
    )
    """
    proof = toy.assessed(toy.reasoner(toy=text), cold_limb=True, calf_swelling=True).how("toy")
    one = {"toy.one": {"toy.base": {}}}
    assert tree(proof.steps) == {"toy.s": {**one, "toy.other": {**one, "toy.base": {}}}}
