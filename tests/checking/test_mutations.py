"""Whatever is changed in a result, the checker sees it: mutants of every part, forgeries that fit together, proofs."""

from __future__ import annotations

import dataclasses
import itertools
import json
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.checking.mutating import Judge, changed, mutants, places, plain, some_places
from tests.strategies import presentations

import calf_expert as ce
from calf_expert.checking import Checker

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.json"))
KNOWLEDGE = Path(__file__).parents[1] / "knowledge"

# Chosen so that together they have every sort of part: alerts, evidence passed over, things withheld, notes, a test.
PEOPLE = {
    "a numb saddle and a clot": {
        "age_years": 71,
        "calf_pain": True,
        "saddle_numbness": True,
        "calf_swelling": True,
        "major_surgery_12w": True,
        "relief_by_bending_forward": True,
        "relief_by_sitting": True,
        "worse_on_standing": False,
        "pregnant": "unknown",
        "pain_severity_nrs": 9,
        "pain_severity_words": "mild",
        "anticoagulant_use": True,
    },
    "sore muscles": {
        "age_years": 31,
        "sex": "female",
        "calf_pain": True,
        "pain_side": "both",
        "symptom_duration_days": 2.5,
        "unaccustomed_exercise_recent": True,
        "delayed_onset_24_72h": True,
        "muscle_soreness_on_use_or_touch": True,
        "pain_character": "aching",
        "leg_numbness_tingling": False,
    },
    "a negative scan": {"calf_pain": True, "leg_vein_ultrasound": "negative", "calf_swelling": False},
    "nothing known": {},
}


def assert_judged_rightly(what, right, verdict):
    assert verdict.accepted is right, f"{what}: {'refused though right' if right else 'accepted'}\n{verdict}"
    assert bool(verdict.problems) is not right


# ------------------------------------------------------------------------------------------------------- of one result


# The first has a hundred steps: of its mutants only every ninth is tried. The small results below leave out none.
@pytest.mark.parametrize(
    ("person", "of_each", "step"),
    [("a numb saddle and a clot", 1, 9), ("a negative scan", 1, 1), ("nothing known", 3, 1)],
)
def test_no_mutant_of_a_result_is_accepted_unless_it_is_right(person, of_each, step):
    original = plain(ce.assess(PEOPLE[person]))
    judge, right, wrong = Judge(original, ce.assess), 0, 0
    for what, mutant in itertools.islice(mutants(original, some_places(original, of_each)), 0, None, step):
        is_so = judge.is_right(mutant)
        assert_judged_rightly(what, is_so, ce.check(mutant))
        right, wrong = right + is_so, wrong + (not is_so)
    # Most change something; some (a number written otherwise, fields in another order) do not.
    assert wrong > 100
    assert 0 < right < wrong / 5


TOY = """
CAUSE = Cause(urgency=Urgency.SAME_DAY, open_until="A scan closes it.")
OPTIONS = (
    Option(id="heat", kind=PHYSICAL, families=("warming",), source=("book",)),
    Option(id="pill", kind=MEDICINE),
)
RULES = (
    concludes("cold", concept="cold", when=[Present("cold_limb")]),
    concludes("warm", concept="warm", when=[NotConcluded("cold"), Present("calf_pain")]),
    supports("warmth", when=[Concluded("warm")], lr=7.0, ci=(3.0, 9.0), group="g", verified=True),
    weakens("walks", when=[AtLeastNOf(2, Absent("pain_on_walking"), Measured("age_years", AtMost(50)),
                                      Present("calf_pain"))], strength=STRONG, group="g"),
    supports("old", when=[Measured("age_years", AtLeast(40))], strength=MODERATE, group="g"),
    excludes("scan", when=[Is("leg_vein_ultrasound", ("negative",))]),
    alerts("numb", suspects=["toy", "other"], when=[AnyOf(Present("saddle_numbness"), Present("cold_limb"))]),
    offers("some_heat", option="heat", when=[Considered("toy")]),
    offers("a_pill", option="pill", when=[Suspected("toy"), UrgencyAtLeast(Urgency.ROUTINE)]),
    forbids("warming", what="warming", when=[Present("cold_limb")]),
    cautions("pill", what="medicine", when=[NotKnown("pregnant")], major=False),
    *asks_before("heat", about=["leg_numbness_tingling"]),
)
"""
TOY_PEOPLE = [
    {},
    {"calf_pain": True, "age_years": 45, "pain_on_walking": False},
    {"calf_pain": True, "age_years": 45, "saddle_numbness": True, "leg_vein_ultrasound": "negative"},
    {"calf_pain": True, "cold_limb": True, "leg_numbness_tingling": "unknown", "saddle_numbness": True},
]


@pytest.fixture(scope="module")
def small():
    return toy.reasoner(toy=TOY, other="CAUSE = Cause(commonness=RARE)")


@pytest.mark.parametrize("person", TOY_PEOPLE)
def test_no_mutant_at_any_place_of_a_small_result_is_accepted_unless_it_is_right(small, person):
    checker, assess = Checker(small.knowledge), partial(toy.assessed, small)
    original = plain(assess(**person))
    judge = Judge(original, lambda answers: assess(**answers))
    for what, mutant in mutants(original, list(places(original))):
        assert_judged_rightly(what, judge.is_right(mutant), checker.check(mutant))


@given(presentations(max_size=15), st.data())
@settings(max_examples=40)
def test_no_mutant_of_any_result_is_accepted_unless_it_is_right(record, data):
    original = plain(ce.assess(record))
    judge, at = Judge(original, ce.assess), data.draw(st.sampled_from(list(places(original))))
    for what, mutant in mutants(original, [at]):
        assert_judged_rightly(what, judge.is_right(mutant), ce.check(mutant))


# ------------------------------------------------------------------------------------------ forgeries that fit together


def records(step):
    found = [v["presentation"] for p in sorted(KNOWLEDGE.rglob("*.yaml")) for v in yaml.safe_load(p.read_text("utf-8"))]
    return found[::step]


def test_a_whole_result_that_overlooks_one_answer_is_rejected():
    """The most consistent forgery there is: all of it follows, from one answer less."""
    overlooked = 0
    for record in [*PEOPLE.values(), *(json.loads(path.read_text("utf-8")) for path in CASES)]:
        original = plain(ce.assess(record))
        judge = Judge(original, ce.assess)
        for name in original["answers"]:
            less = {n: a for n, a in original["answers"].items() if n != name}
            try:
                forged = {**plain(ce.assess(less)), "answers": original["answers"]}
            except ce.PresentationError:
                continue
            is_so = judge.is_right(forged)
            assert_judged_rightly(name, is_so, ce.check(forged))
            overlooked += not is_so
    assert overlooked > 50


def test_the_result_of_somebody_else_is_rejected():
    for one, other in zip(records(40), records(40)[1:], strict=False):
        mine, theirs = plain(ce.assess(one)), plain(ce.assess(other))
        assert not ce.check({**theirs, "answers": mine["answers"]})


def test_an_alert_that_is_dropped_with_all_its_traces_is_missed():
    original = plain(ce.assess(calf_pain=True, saddle_numbness=True))
    without = plain(ce.assess(calf_pain=True))
    flag, rule = original["alerts"][0]["id"], original["alerts"][0]["rule_id"]
    forged = {
        **original,
        "alerts": original["alerts"][1:],
        "trace": [step for step in original["trace"] if step["rule_id"] != rule],
        "urgency": without["urgency"],
        "urgency_reasons": without["urgency_reasons"],
        "conclusions": without["conclusions"],
    }
    verdict = ce.check(forged)
    assert not verdict
    told = {(problem.where, problem.rule_id) for problem in verdict.problems}
    assert {("alerts", rule), ("trace", rule), ("urgency", None)} <= told
    assert flag  # an alert has both, and it is the rule that is named


def cause_in(result, cause_id):
    return next(i for i, c in enumerate(result["conclusions"]) if c["cause_id"] == cause_id)


def test_a_cause_that_is_forged_as_excluded_is_rejected():
    original = plain(ce.assess(calf_pain=True, calf_swelling=True, major_surgery_12w=True))
    at = cause_in(original, "deep_vein_thrombosis")
    forged = changed(
        original,
        ("conclusions", at),
        lambda c: {**c, "status": "excluded", "likelihood": "very_unlikely", "open_until": None},
    )
    assert {p.where for p in ce.check(forged).problems} == {
        f"conclusions[{at}].status",
        f"conclusions[{at}].likelihood",
        f"conclusions[{at}].open_until",
    }


def test_an_answer_forged_in_the_record_and_in_every_premise_is_rejected():
    original = plain(ce.assess(PEOPLE["a numb saddle and a clot"]))
    text = json.dumps(original)
    forged = json.loads(text.replace('"saddle_numbness": true', '"saddle_numbness": false'))
    for step in forged["trace"]:
        for premise in step["premises"]:
            if premise["id"] == "saddle_numbness":
                premise["answer"] = False
    verdict = ce.check(forged)
    assert any("condition" in problem.expected and problem.where.startswith("trace[") for problem in verdict.problems)


def test_a_contraindicated_medicine_that_is_shown_as_offered_is_rejected():
    shown = 0
    for record in records(25):
        original = plain(ce.assess(record))
        for path, item in places(original):
            if isinstance(item, dict) and item.get("status") == "contraindicated":
                forged = changed(original, path, lambda i: {**i, "status": "offered", "contraindications": []})
                assert not ce.check(forged)
                shown += 1
                break
    assert shown > 10


def test_what_was_withheld_and_is_moved_to_the_advice_is_rejected():
    moved = 0
    for record in records(25):
        original = plain(ce.assess(record))
        at = next((i for i, c in enumerate(original["conclusions"]) if c["withheld"]), None)
        if at is None:
            continue
        forged = changed(
            original,
            ("conclusions", at),
            lambda c: {**c, "management": [*c["management"], c["withheld"][0]], "withheld": c["withheld"][1:]},
        )
        assert {p.where for p in ce.check(forged).problems} >= {
            f"conclusions[{at}].withheld",
            f"conclusions[{at}].management[{len(original['conclusions'][at]['management'])}]",
        }
        moved += 1
    assert moved > 10


# ---------------------------------------------------------------------------------------------------------- the trace


@pytest.fixture(scope="module")
def long_trace():
    return plain(ce.assess(PEOPLE["a numb saddle and a clot"]))


def test_every_step_that_is_dropped_is_missed(long_trace):
    for place, step in enumerate(long_trace["trace"]):
        forged = changed(long_trace, ("trace",), lambda t, p=place: t[:p] + t[p + 1 :])
        assert [(p.where, p.rule_id) for p in ce.check(forged).problems] == [("trace", step["rule_id"])]


def test_every_step_out_of_its_place_is_seen(long_trace):
    for place in range(len(long_trace["trace"]) - 1):
        forged = changed(long_trace, ("trace",), lambda t, p=place: [*t[:p], t[p + 1], t[p], *t[p + 2 :]])
        assert "another order" in str(ce.check(forged))


def test_a_step_that_is_told_twice_is_seen(long_trace):
    for step in long_trace["trace"]:
        forged = changed(long_trace, ("trace",), lambda t, s=step: [*t, s])
        assert [p.expected for p in ce.check(forged).problems] == ["expected one step of this rule"]


def test_steps_of_rules_that_did_not_fire_are_seen(long_trace):
    fired = {step["rule_id"] for step in long_trace["trace"]}
    for rule in ce.rules()[::20]:
        if rule.id in fired:
            continue
        step = {**long_trace["trace"][0], "rule_id": rule.id, "because": rule.because}
        forged = changed(long_trace, ("trace",), lambda t, s=step: [*t, s])
        [problem] = ce.check(forged).problems
        assert problem.expected.startswith("expected no step of this rule: ")
        assert problem.rule_id == rule.id


def test_a_step_of_a_rule_that_does_not_exist_is_seen_and_not_repeated(long_trace):
    step = {**long_trace["trace"][0], "rule_id": "red_flags.CANARY"}
    forged = changed(long_trace, ("trace",), lambda t: [*t, step])
    [problem] = ce.check(forged).problems
    assert (problem.expected, problem.rule_id) == ("expected a rule of the knowledge", None)


# -------------------------------------------------------------------------------------------------------------- proofs


def proofs_of(result):
    for conclusion in result.conclusions:
        yield result.how(conclusion.cause_id)
    for alert in result.alerts:
        yield result.how(alert.id)


def other(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, tuple):
        return value[1:] if value else ("more",)
    return ce.Grade.FOUNDING_DOCUMENT if value is ce.Grade.GUIDELINE else f"{value or ''}x"


def mutants_of_step(node):
    """The same step with one field of it, or of what it rests on, changed."""
    for field in dataclasses.fields(node.step):
        tampered = other(getattr(node.step, field.name))
        yield dataclasses.replace(node, step=dataclasses.replace(node.step, **{field.name: tampered}))
    for place, premise in enumerate(node.step.premises):
        for field in dataclasses.fields(premise):
            tampered = dataclasses.replace(premise, **{field.name: other(getattr(premise, field.name))})
            premises = (*node.step.premises[:place], tampered, *node.step.premises[place + 1 :])
            yield dataclasses.replace(node, step=dataclasses.replace(node.step, premises=premises))
    yield dataclasses.replace(node, rests_on=(*node.rests_on, node))
    for place, below in enumerate(node.rests_on):
        yield dataclasses.replace(node, rests_on=node.rests_on[:place] + node.rests_on[place + 1 :])
        for mutant in mutants_of_step(below):
            yield dataclasses.replace(node, rests_on=(*node.rests_on[:place], mutant, *node.rests_on[place + 1 :]))


@dataclasses.dataclass(frozen=True)
class ProofOf:
    """A proof as far as the checker reads it."""

    subject: str
    says: str
    knowledge: object
    notice: str
    steps: tuple


def test_no_tampered_proof_is_accepted(small):
    checker, tampered = Checker(small.knowledge), 0
    for person in TOY_PEOPLE:
        result = toy.assessed(small, **person)
        for proof in proofs_of(result):
            whole = ProofOf(proof.subject, proof.says, proof.knowledge, proof.notice, proof.steps)
            assert checker.check_proof(whole, result.answers)
            candidates = [dataclasses.replace(whole, **{name: "x"}) for name in ("subject", "says", "notice")]
            for place, node in enumerate(whole.steps):
                left, right = whole.steps[:place], whole.steps[place + 1 :]
                candidates += [dataclasses.replace(whole, steps=(*left, *right))]
                candidates += [dataclasses.replace(whole, steps=(*left, node, node, *right))]
                candidates += [dataclasses.replace(whole, steps=(*left, m, *right)) for m in mutants_of_step(node)]
            for mutant in candidates:
                assert not checker.check_proof(mutant, result.answers)
                tampered += 1
    assert tampered > 300


def test_a_proof_is_rejected_for_a_person_of_other_answers():
    result = ce.assess(calf_pain=True, calf_swelling=True, major_surgery_12w=True)
    proof = result.how("deep_vein_thrombosis")
    assert ce.check_proof(proof, result.answers)
    assert not ce.check_proof(proof, {**result.answers, "calf_swelling": False})
    assert not ce.check_proof(proof, {**result.answers, "age_years": 740})


def test_proofs_that_cannot_be_checked_are_told_from_wrong_ones():
    result = ce.assess(calf_pain=True, calf_swelling=True, major_surgery_12w=True)
    of_advice = result.how("urgency")
    other_knowledge = result.how("deep_vein_thrombosis").model_copy(
        update={"knowledge": dataclasses.replace(result.knowledge, sha256="0" * 64)}
    )
    for proof in (object(), of_advice, other_knowledge):
        assert ce.check_proof(proof, result.answers).outcome is ce.Outcome.CANNOT_CHECK
    not_raised = result.how("rf_dvt_possible")
    assert ce.check_proof(not_raised, {"calf_pain": True}).outcome is ce.Outcome.REJECTED
