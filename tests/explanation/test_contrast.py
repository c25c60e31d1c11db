"""One cause over another: what is its own, what is shared, and what would tell the two apart."""

from __future__ import annotations

import pytest
from tests import toy

import calf_expert as ce
from calf_expert.assessment import Assessment
from calf_expert.errors import OtherKnowledgeError, UnknownIdError
from calf_expert.explanation.contrast import Contrast
from calf_expert.findings import FINDINGS
from calf_expert.result import NOTICE

SPINE = """
CAUSE = Cause(name="Spine", commonness=FAIRLY_COMMON)
RULES = (
    concludes("upright", concept="posture", when=[Present("worse_on_standing"), Present("relief_by_sitting")]),
    supports("posture", when=[Concluded("posture")], strength=STRONG, because="It is posture."),
    supports("old", when=[Measured("age_years", AtLeast(60))], strength=WEAK, group="age", because="Age wears."),
    supports("both", when=[Present("bilateral_leg_pain")], strength=WEAK, because="Both legs hurt."),
    weakens("young", when=[Measured("age_years", LessThan(40))], strength=STRONG, group="age",
            because="It is early for that."),
    weakens("seated", when=[Present("pain_worse_sitting")], strength=MODERATE, because="Sitting makes it worse."),
)
"""
ARTERY = """
CAUSE = Cause(name="Artery", commonness=COMMON)
RULES = (
    supports("old", when=[Measured("age_years", AtLeast(60)), Present("calf_pain")], strength=WEAK, group="a",
             because="Age narrows."),
    supports("older", when=[Measured("age_years", AtLeast(50))], strength=WEAK, group="a", because="Age narrows too."),
    supports("cold", when=[Present("cold_limb")], strength=STRONG, because="It is cold."),
    weakens("standing", when=[Present("worse_on_standing")], strength=MODERATE, because="Standing rests arteries."),
    confirms("scan", when=[Is("leg_vein_ultrasound", ("proximal_dvt",))], because="The scan shows it."),
    alerts("flag", flag="rf", suspects=["artery"], when=[Present("pale_or_mottled_limb")], because="It is pale."),
)
"""
PERSON = {"age_years": 70.5, "calf_pain": True, "worse_on_standing": True, "relief_by_sitting": True}


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(spine=SPINE, artery=ARTERY)


@pytest.fixture(scope="module")
def contrast(reasoner):
    return toy.assessed(reasoner, **PERSON, cold_limb="unknown").why("spine", over="artery")


def rules(steps):
    return [step.rule_id for step in steps]


def question(contrast, finding):
    [found] = [question for question in contrast.questions if question.finding == finding]
    return found


def test_what_speaks_for_one_alone_is_told_from_what_speaks_for_both(contrast):
    assert rules(contrast.one.own) == ["spine.posture"]
    assert rules(contrast.one.shared) == ["spine.old"]
    assert rules(contrast.other.own) == ["artery.old"], "half of it, the calf, does not speak for the spine"
    assert rules(contrast.other.shared) == ["artery.older"]
    assert [answer.finding for answer in contrast.shared] == ["age_years"]
    assert contrast.shared[0].says == f"{FINDINGS['age_years'].label}: 70.5 years"


def test_what_speaks_against_each_and_how_common_each_is(contrast):
    assert (rules(contrast.one.against), rules(contrast.other.against)) == ([], ["artery.standing"])
    assert (contrast.one.start, contrast.other.start, contrast.commonness_difference) == (-1000, -700, -300)


def test_the_alerts_that_name_either_are_given_and_are_no_evidence(reasoner):
    contrast = toy.assessed(reasoner, **PERSON, pale_or_mottled_limb=True).why("artery", over="spine")
    assert (contrast.one.alerts, contrast.other.alerts) == (("rf",), ())
    assert rules(contrast.one.own) == ["artery.old"]


def test_a_question_says_which_answer_helps_whom_and_by_how_much(contrast):
    cold = question(contrast, "cold_limb")
    assert (cold.asked, cold.spread, cold.question) == (True, 845, FINDINGS["cold_limb"].question)
    [outcome] = cold.outcomes
    assert (outcome.answer, outcome.shift, outcome.favours) == (True, -845, "artery")
    [outcome] = question(contrast, "bilateral_leg_pain").outcomes
    assert (outcome.shift, outcome.favours) == (176, "spine")
    assert not question(contrast, "bilateral_leg_pain").asked


def test_each_outcome_is_what_a_new_assessment_gives(reasoner, contrast):
    def apart(result):
        return result.conclusion("spine").weight - result.conclusion("artery").weight

    before = toy.assessed(reasoner, **PERSON)
    for asked in contrast.questions:
        for outcome in asked.outcomes:
            after = toy.assessed(reasoner, **{**PERSON, asked.finding: outcome.answer})
            assert apart(after) - apart(before) == outcome.shift
            changed = {
                cause: after.conclusion(cause).status
                for cause in ("spine", "artery")
                if after.conclusion(cause).status is not before.conclusion(cause).status
            }
            assert dict(outcome.becomes) == changed


def test_what_could_settle_one_of_them_comes_first_and_then_what_parts_them_most(contrast):
    assert [(q.finding, q.spread) for q in contrast.questions] == [
        ("leg_vein_ultrasound", 0),
        ("cold_limb", 845),
        ("pain_worse_sitting", 477),
        ("bilateral_leg_pain", 176),
        ("pale_or_mottled_limb", 0),
    ]
    assert dict(contrast.questions[0].outcomes[0].becomes) == {"artery": "confirmed"}
    assert dict(contrast.questions[-1].outcomes[0].becomes) == {"artery": "suspected"}


def test_what_is_known_is_not_asked_again_and_what_cannot_be_is_not_offered(reasoner):
    one_side = toy.assessed(reasoner, **PERSON, pain_side="left").why("spine", over="artery")
    asked = {question.finding for question in one_side.questions}
    assert asked.isdisjoint({*PERSON, "bilateral_leg_pain"})


def test_an_answer_that_changes_nothing_by_itself_is_no_question(reasoner):
    contrast = toy.assessed(reasoner).why("spine", over="artery")
    assert "relief_by_sitting" not in {question.finding for question in contrast.questions}
    ages = question(contrast, "age_years").outcomes
    assert [(outcome.answer, outcome.shift) for outcome in ages] == [(39.0, -845), (50.0, -176)]


def test_the_other_way_round_it_is_the_same_mirrored(reasoner, contrast):
    mirrored = toy.assessed(reasoner, **PERSON, cold_limb="unknown").why("artery", over="spine")
    assert (mirrored.one, mirrored.other) == (contrast.other, contrast.one)
    assert [q.finding for q in mirrored.questions] == [q.finding for q in contrast.questions]
    assert [o.shift for q in mirrored.questions for o in q.outcomes] == [
        -o.shift for q in contrast.questions for o in q.outcomes
    ]


def test_the_text_says_all_of_it_within_the_width(contrast):
    text = contrast.to_text()
    joined = " ".join(text.split())
    for said in (
        "Spine, beside Artery",
        "Spine: likely, suspected; 21 millibans in all, of which -1000 for being fairly common.",
        "For Spine alone: - It is posture. [supports spine.posture",
        "For Artery alone: - Age narrows. [supports artery.old",
        "What speaks for both: - Age: 70.5 years",
        "Against Artery: - Standing rests arteries.",
        "What would tell them apart:",
        f"{FINDINGS['cold_limb'].question} (asked, and not known)",
        "845 towards Artery",
        "Artery becomes confirmed",
        NOTICE,
    ):
        assert said in joined
    assert max(map(len, text.splitlines())) <= 92


def test_it_is_equal_after_json_and_printed_without_answers(contrast):
    assert Contrast.model_validate_json(contrast.model_dump_json()) == contrast
    assert repr(contrast) == "<Contrast of spine and artery: 5 questions>"
    assert "70.5" not in repr(contrast.one) + repr(contrast.shared)


def test_what_cannot_be_contrasted_is_refused(reasoner):
    result = toy.assessed(reasoner, **PERSON)
    with pytest.raises(ValueError, match="with another one"):
        result.why("spine", over="spine")
    for pair in (("spien", "artery"), ("spine", "arterie")):
        with pytest.raises(UnknownIdError) as caught:
            result.why(pair[0], over=pair[1])
        assert caught.value.did_you_mean in ("spine", "artery")
    read = Assessment.model_validate_json(result.model_dump_json())
    with pytest.raises(OtherKnowledgeError):
        read.why("spine", over="artery")


def test_on_the_library_s_own_knowledge_every_outcome_is_what_a_new_assessment_gives():
    record = {"age_years": 74, "calf_pain": True, "worse_on_standing": True, "intermittent_claudication": True}
    one, other = "lumbar_spinal_stenosis", "peripheral_arterial_disease"
    before = ce.assess(record)
    contrast = before.why(one, over=other)
    assert len(contrast.questions) > 10
    for question in contrast.questions:
        for outcome in question.outcomes:
            after = ce.assess({**record, question.finding: outcome.answer})
            shift = [a.conclusion(one).weight - a.conclusion(other).weight for a in (after, before)]
            assert shift[0] - shift[1] == outcome.shift
