"""Proofs: from a conclusion through rules and concepts down to the answers."""

import pytest
from tests import toy

from calf_expert.assessment import Assessment
from calf_expert.errors import ReadBackError, UnknownIdError
from calf_expert.explanation.proof import Proof
from calf_expert.findings import FINDINGS
from calf_expert.result import NOTICE

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
    - {label["age_years"]}: 50 years or more (74 years)
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
    figure = "+176 millibans, no published figure"
    assert f"  supports toy.passed_over, {figure}, passed over for a stronger sign of its group\n" in text
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
    assert str(caught.value) == f"there is no cause, alert, score, option or concept `{asked}` in this result.{hint}"


def test_an_alert_that_did_not_fire_cannot_be_proved(reasoner):
    with pytest.raises(UnknownIdError):
        toy.assessed(reasoner).how("rf_cauda")


# -------------------------------------------------------------------------------------------------------- after a store


def test_a_result_read_from_json_gives_the_same_proofs(reasoner):
    assessment = toy.assessed(reasoner, **PERSON, saddle_numbness=True)
    read = Assessment.model_validate_json(assessment.model_dump_json()).made_by(reasoner)
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


# ------------------------------------------------------------------------------------------- of advice, and of urgency


MANAGED = """
CAUSE = Cause(name="Toy cause")
OPTIONS = (Option(id="walk", families=("moving",)), Option(id="run", families=("moving",)))
RULES = (
    concludes("upright", concept="upright_pain", when=[Present("pain_on_walking")], because="It hurts upright."),
    supports("s", when=[Concluded("upright_pain")], strength=STRONG, because="It is sore."),
    supports("t", when=[Present("fatigue")], strength=STRONG, because="It is tired."),
    offers("walk", option="walk", when=[Suspected("toy")], because="Walking helps."),
    offers("run", option="run", when=[Considered("toy")], because="Running may help."),
    forbids("swollen", what="moving", when=[Present("calf_swelling")], because="It may be a clot."),
    cautions("old", what="walk", when=[Measured("age_years", AtLeast(70))], because="Falls are likely."),
    *asks_before("moving", about=["leg_weakness"], because="A weak leg gives way."),
)
"""
WALKER = {"pain_on_walking": True, "fatigue": True, "calf_swelling": True, "age_years": 74, "leg_weakness": "unknown"}


@pytest.fixture(scope="module")
def walker():
    return toy.assessed(toy.reasoner(toy=MANAGED), **WALKER)


def test_advice_is_proved_by_what_brought_it_up_and_by_all_that_speaks_against_it(walker):
    assert tree(walker.how("walk").steps) == {
        "toy.walk": {"toy.s": {"toy.upright": {}}, "toy.t": {}},
        "toy.swollen": {},
        "toy.old": {},
        "toy.moving_needs_leg_weakness": {},
    }
    assert set(tree(walker.how("run").steps)) == {"toy.run", "toy.swollen", "toy.moving_needs_leg_weakness"}


def test_the_proof_of_advice_leaves_out_the_rest_of_the_family(walker):
    assert {node.id for node in walker.how("walk").graph.nodes if node.id.startswith("option:")} == {"option:walk"}


def test_the_proof_of_advice_is_the_same_from_a_part_of_the_graph_and_from_all_of_it(walker):
    for option in ("walk", "run"):
        assert walker.how(option).graph == walker.how(f"advice:{option}").graph
    assert walker.how("toy").graph == walker.how("cause:toy").graph


def test_what_is_not_known_comes_in_one_order_whichever_option_asks_first():
    text = """
    CAUSE = Cause()
    OPTIONS = (Option(id="walk"), Option(id="run"))
    RULES = (
        supports("s", when=[Present("fatigue")], strength=STRONG),
        offers("walk", option="walk", when=[Suspected("toy")]),
        offers("run", option="run", when=[Suspected("toy")]),
        *asks_before("walk", about=["foot_drop", "calf_pain"]),
        *asks_before("run", about=["calf_pain", "foot_drop"]),
    )
    """
    result = toy.assessed(toy.reasoner(toy=text), fatigue=True)
    for option in ("walk", "run"):
        assert result.how(option).graph == result.how(f"advice:{option}").graph


def test_an_option_that_rests_on_another_is_proved_through_it():
    text = """
    from calf_expert.authoring.conditions import Offered

    CAUSE = Cause()
    OPTIONS = (Option(id="walk", families=("moving",)), Option(id="stick"))
    RULES = (
        supports("s", when=[Present("fatigue")], strength=STRONG),
        offers("walk", option="walk", when=[Suspected("toy")]),
        offers("stick", option="stick", when=[Suspected("toy"), Offered("moving")]),
    )
    """
    proof = toy.assessed(toy.reasoner(toy=text), fatigue=True).how("stick")
    assert tree(proof.steps) == {"toy.stick": {"toy.s": {}, "toy.walk": {"toy.s": {}}}}


def test_what_is_not_known_is_shown_and_is_no_answer(walker):
    proof = walker.how("walk")
    assert [premise.id for premise in proof.not_known] == ["leg_weakness"]
    assert "leg_weakness" not in {answer.id for answer in proof.answers}
    assert f"- {FINDINGS['leg_weakness'].label}: not known (asked, and not known)\n" in proof.to_text()


def test_a_rule_is_written_out_once_and_then_named(walker):
    text = walker.how("cause:toy").to_text()
    assert "shown above" not in text
    both = toy.assessed(
        toy.reasoner(
            toy=MANAGED, other='RULES = (alerts("a", flag="f", suspects=["toy"], when=[Present("fatigue")]),)'
        ),
        **WALKER,
    )
    urgency = both.how("urgency")
    assert tree(urgency.steps) == {"other.a": {}}
    text = """
    CAUSE = Cause()
    RULES = (
        concludes("base", concept="base", when=[Present("cold_limb")]),
        supports("one", when=[Concluded("base")], strength=WEAK, group="g"),
        supports("two", when=[Concluded("base")], strength=WEAK, group="g"),
    )
    """
    lines = toy.assessed(toy.reasoner(toy=text), cold_limb=True).how("toy").to_text().splitlines()
    assert lines.count("    concludes toy.base") == 1
    assert lines.count("    concludes toy.base, shown above") == 1


def test_a_concept_and_a_single_firing_can_be_proved_too(walker):
    assert tree(walker.how("upright_pain").steps) == {"toy.upright": {}}
    assert walker.how("upright_pain").says == "Concluded: upright pain"
    assert tree(walker.how("rule:toy.s").steps) == {"toy.s": {"toy.upright": {}}}
    [target] = walker.how("concept:upright_pain").targets
    assert target == "concept:upright_pain"


def test_an_id_that_names_several_things_means_the_cause_and_a_node_id_means_the_node():
    text = """
    CAUSE = Cause()
    OPTIONS = (Option(id="toy"),)
    RULES = (
        concludes("c", concept="toy", when=[Present("cold_limb")]),
        supports("s", when=[Concluded("toy")], strength=STRONG),
        offers("o", option="toy", when=[Considered("toy")]),
    )
    """
    result = toy.assessed(toy.reasoner(toy=text), cold_limb=True)
    assert result.how("toy").kind == "cause"
    assert result.how("advice:toy").kind == "advice"
    assert result.how("concept:toy").kind == "concept"


# --------------------------------------------------------------------------------------------------------------- depths


def test_one_line_is_one_line_with_the_weightiest_reason_and_the_notice_in_short(assessment, reasoner):
    line = assessment.how("toy").to_text(depth="one_line")
    assert "\n" not in line
    assert line == (
        "Toy cause: possible, considered. It comes from the spine. (3 rules in all.) "
        "This informs and does not diagnose."
    )
    assert toy.assessed(reasoner).how("other").to_text(depth="one_line") == (
        "Other: possible, considered. No rule spoke for or against it: only its commonness speaks. "
        "This informs and does not diagnose."
    )


def test_short_gives_each_reason_with_the_answers_behind_it(assessment):
    label = {name: FINDINGS[name].label for name in PERSON}
    text = " ".join(assessment.how("toy").to_text(depth="short").split())
    assert f"+ It comes from the spine. ({label['age_years']}: 50 years or more (74 years); " in text
    assert f"{label['relief_by_sitting']}: yes; " in text
    assert f"- It spares rest. ({label['pain_at_rest']}: no) [book]" in text
    assert "Passed over for a stronger sign of its group." in text
    assert "toy.spinal" not in text
    assert text.endswith(NOTICE)


def test_a_depth_that_does_not_exist_is_refused(assessment):
    with pytest.raises(ValueError, match="one_line, short or full"):
        assessment.how("toy").to_text(depth="deep")


def test_full_cites_each_source_once_in_full(assessment):
    text = assessment.how("toy").to_text()
    assert text.count("[book] A. T. W, 2000.") == 1
    assert [(citation.source, citation.text) for citation in assessment.how("toy").citations] == [
        ("book", "A. T. W, 2000.")
    ]


# -------------------------------------------------------------------------------------------- JSON, and other knowledge


def test_a_proof_is_equal_after_json_and_in_words(assessment):
    proof = assessment.how("toy")
    again = Proof.model_validate_json(proof.model_dump_json())
    assert again == proof
    assert again.to_text() == proof.to_text()
    assert again.steps == proof.steps


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(more=1),
        lambda d: d.update(targets=["cause:other"]),
        lambda d: d.update(targets=[]),
        lambda d: d.update(kind="alert"),
        lambda d: d["graph"]["edges"].append({"source": "cause:toy", "target": "cause:toy", "role": "premise"}),
    ],
)
def test_a_proof_that_does_not_hold_what_it_proves_is_not_read(assessment, change):
    data = assessment.how("toy").model_dump(mode="json")
    change(data)
    with pytest.raises(ReadBackError):
        Proof.model_validate(data)


def test_a_repr_shows_no_answer(assessment):
    assert repr(assessment.how("toy")) == "<Proof of cause toy: 16 nodes>"


def test_of_a_result_made_with_other_knowledge_the_proof_is_its_own_and_says_so(assessment):
    read = Assessment.model_validate_json(assessment.model_dump_json())
    proof, here = read.how("toy"), assessment.how("toy")
    assert proof.graph == here.graph
    assert proof.knowledge == assessment.knowledge
    assert proof.present is not None
    assert proof.present.sha256 != proof.knowledge.sha256
    assert proof.citations == ()
    for text in (proof.to_text(), proof.to_text(depth="short"), proof.to_text(depth="one_line"), proof.to_mermaid()):
        assert f"knowledge {proof.knowledge.version} ({proof.knowledge.sha256[:12]})" in " ".join(text.split())
    assert "Sources:" not in proof.to_text()
    assert here.present is None
    assert "made with knowledge" not in here.to_text()
