"""What a check comes to: its outcomes, what it says and never says, and what it shares with what it checks."""

from __future__ import annotations

import ast
import dataclasses
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy
from tests.checking.mutating import changed, mutants, places, plain
from tests.checking.test_mutations import PEOPLE
from tests.strategies import presentations

import calf_expert as ce
from calf_expert import checking, weighing
from calf_expert.authoring import terms
from calf_expert.authoring.statements import Statement
from calf_expert.catalogue import load
from calf_expert.checking import Checker, published
from calf_expert.checking.record import illegal_in

PACKAGE = Path(checking.__file__).parent
RECORD = {"age_years": 73.4219, "calf_pain": True, "saddle_numbness": True, "pain_character": "cramping"}


@pytest.fixture(scope="module")
def result():
    return plain(ce.assess(RECORD))


# ------------------------------------------------------------------------------------------------------------ outcomes


def test_a_verdict_is_true_only_when_accepted(result):
    accepted = ce.check(result)
    rejected = ce.check({**result, "urgency": "self_care"})
    unchecked = ce.check({**result, "knowledge": {**result["knowledge"], "sha256": "0" * 64}})
    assert [v.outcome.value for v in (accepted, rejected, unchecked)] == ["accepted", "rejected", "cannot_check"]
    assert [v.accepted for v in (accepted, rejected, unchecked)] == [True, False, False]
    assert [bool(v) for v in (accepted, rejected, unchecked)] == [True, False, False]
    assert accepted.problems == ()
    assert str(rejected) == "Rejected.\n  urgency: expected `emergency`"
    assert str(unchecked).startswith("Cannot check.\n  knowledge.sha256: expected a result of knowledge ")
    with pytest.raises(dataclasses.FrozenInstanceError):
        rejected.outcome = ce.Outcome.ACCEPTED


@pytest.mark.parametrize(
    "given",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        "12",
        b"\xff\xfe\x00",
        '{"knowledge": "abc"}',
        '{"knowledge": {"sha256": 1}}',
        '{"a": NaN}',
        "[" * 100_000,
        "7" * 5000,
        None,
        17,
        object(),
        {"a": object()},
        {"a": float("nan")},
        {1: {2, 3}},
        ce.Presentation(calf_pain=True),
    ],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_result_cannot_be_checked_and_raises_nothing(given):
    assert ce.check(given).outcome is ce.Outcome.CANNOT_CHECK


@pytest.mark.parametrize("given", [ce.Presentation(calf_pain=True), {"calf_pain": True}, '{"calf_pain": true}', [], 7])
def test_a_record_is_told_from_a_result(given):
    (problem,) = ce.check(given).problems
    assert problem.where == "result"
    assert problem.expected.startswith("expected an Assessment (not the record that it is made of)")


def test_json_that_readers_would_read_differently_cannot_be_checked(result):
    text = json.dumps(result)
    twice = text[:-1] + ', "urgency": "self_care"}'
    assert ce.check(text)
    assert ce.check(twice).outcome is ce.Outcome.CANNOT_CHECK


def test_a_result_of_other_knowledge_cannot_be_checked():
    reasoner = toy.reasoner(toy="CAUSE = Cause()")
    theirs = toy.assessed(reasoner, calf_pain=True)
    assert ce.check(theirs).outcome is ce.Outcome.CANNOT_CHECK
    assert Checker(reasoner.knowledge).check(theirs)


def test_a_version_that_does_not_go_with_the_hash_is_rejected(result):
    forged = changed(result, ("knowledge", "version"), lambda _: "9.9")
    assert [p.where for p in ce.check(forged).problems] == ["knowledge.version"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Murmurs(Statement):
    """A kind of statement that nobody has told the checker of."""


@dataclasses.dataclass(frozen=True)
class Feels:
    """A form of condition that nobody has told the checker of."""

    finding: str


def test_kinds_and_forms_that_the_checker_does_not_know_are_refused_by_name(result):
    known = load()
    first = known.statements[0]
    common = {f.name: getattr(first, f.name) for f in dataclasses.fields(Statement) if f.init}
    for statements, told in (
        (
            (*known.statements, Murmurs(**common)),
            "expected no kind of statement that the checker does not know: Murmurs",
        ),
        (
            (*known.statements, dataclasses.replace(first, when=(toy.word("AnyOf")(Feels("a"), *first.when),))),
            "expected no form of condition that the checker does not know: Feels",
        ),
        (
            (dataclasses.replace(first, when=(toy.word("Measured")("age_years", Feels("a")),)),),
            "expected no form of condition that the checker does not know: Feels",
        ),
    ):
        verdict = Checker(dataclasses.replace(known, statements=statements)).check(result)
        assert verdict.outcome is ce.Outcome.CANNOT_CHECK
        assert [problem.expected for problem in verdict.problems] == [told]


# ------------------------------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ([], "answers"),
        (None, "answers"),
        ({"calf_pian": True}, "answers"),
        ({"calf_pain": None}, "answers.calf_pain"),
        ({"calf_pain": 1}, "answers.calf_pain"),
        ({"calf_pain": "yes"}, "answers.calf_pain"),
        ({"age_years": True}, "answers.age_years"),
        ({"age_years": "74"}, "answers.age_years"),
        ({"age_years": 740}, "answers.age_years"),
        ({"age_years": [74]}, "answers.age_years"),
        ({"sex": "Female"}, "answers.sex"),
        ({"sex": {}}, "answers.sex"),
        ({"sex": "male", "pregnant": True}, "answers.pregnant"),
        ({"sex": "male", "gestation_weeks": 20}, "answers.gestation_weeks"),
        ({"bilateral_leg_pain": True, "pain_side": "left"}, "answers.bilateral_leg_pain"),
        ({"systolic_bp": 80, "diastolic_bp": 90}, "answers.diastolic_bp"),
    ],
)
def test_answers_that_nobody_can_have_given_are_rejected(result, answers, wrong):
    assert [problem.where for problem in ce.check({**result, "answers": answers}).problems] == [wrong]


record_of_pairs = st.fixed_dictionaries(
    {},
    optional={
        "sex": st.sampled_from(["male", "female", "other", "unknown", 3]),
        "pregnant": st.sampled_from([True, False, "unknown", "male"]),
        "gestation_weeks": st.sampled_from([-5, 0, 20, 45.5, "unknown", True]),
        "calf_lump": st.sampled_from([True, False, "unknown", 0]),
        "calf_lump_enlarging": st.sampled_from([True, False, "unknown", ""]),
        "bilateral_leg_pain": st.sampled_from([True, False, "unknown"]),
        "pain_side": st.sampled_from(["left", "right", "both", "unknown", True]),
        "systolic_bp": st.sampled_from([90, 120.5, 1e9, "unknown"]),
        "diastolic_bp": st.sampled_from([60, 100, 120.5, "unknown"]),
    },
)


@given(record_of_pairs | presentations())
@settings(max_examples=400)
def test_the_checker_and_the_record_refuse_the_same_answers(record):
    answers = {name: answer for name, answer in record.items() if answer is not None}
    try:
        ce.Presentation(**answers)
    except ce.PresentationError as error:
        told = {(p.finding, p.conflicts_with) for p in error.problems}
        wrong = {p.where.removeprefix("answers.") for p in illegal_in(answers)}
        # The checker looks at pairs only where every answer can be.
        assert wrong <= {finding for finding, _ in told}
        assert wrong
    else:
        assert list(illegal_in(answers)) == []


# --------------------------------------------------------------------------------------------------- what it never says


def test_no_verdict_repeats_an_answer_or_anything_that_was_read():
    canaries = ("73.4219", "734219", "7.3421977", "CANARY")
    record = {**RECORD, "pain_severity_nrs": 7.3421977}
    original = plain(ce.assess(record))
    words_of_conditions = {p["says"] for step in original["trace"] for p in step["premises"] if p["kind"] == "answer"}
    texts = []
    for path, value in list(places(original))[::97]:
        texts += [ce.check(mutant) for _, mutant in mutants(original, [(path, value)])]
        texts.append(ce.check(changed(original, path, lambda _: "CANARY")))
        texts.append(ce.check(changed(original, path, lambda _: {"CANARY": "CANARY"})))
        texts.append(ce.check(changed(original, path, lambda _: [{"rule_id": "CANARY", "id": "CANARY"}, "CANARY"])))
    texts.append(ce.check({**original, "CANARY": 1}))
    texts.append(ce.check({**original, "answers": {"CANARY": 73.4219, "age_years": 734219}}))
    texts.append(ce.check('{"CANARY": 73.4219'))
    assert len(texts) > 200
    for verdict in texts:
        said = repr(verdict)
        assert not [word for word in (*canaries, *words_of_conditions) if word in said]


def test_a_warning_of_pydantic_would_hold_the_value_and_does_not_come(recwarn):
    forged = ce.assess(RECORD).model_copy(update={"urgency": "CANARY", "trace": ({"CANARY": 1},)})
    assert not ce.check(forged)
    assert list(recwarn) == []


def test_a_problem_names_the_place_and_the_rule_and_what_was_expected(result):
    place, step = next((i, s) for i, s in enumerate(result["trace"]) if s["weight"] is not None)
    forged = changed(result, ("trace", place, "weight"), lambda weight: weight + 1)
    assert ce.check(forged).problems == (
        ce.Discrepancy(f"trace[{place}].weight", f"expected {step['weight']}", step["rule_id"]),
    )
    assert str(ce.check(forged).problems[0]).startswith(f"trace[{place}].weight ({step['rule_id']}): expected")


def test_a_long_list_of_problems_is_cut_in_words_and_whole_as_data(result):
    forged = {**result, "conclusions": [{**c, "name": "x"} for c in result["conclusions"]]}
    verdict = ce.check(forged)
    assert len(verdict.problems) == len(result["conclusions"])
    assert str(verdict).splitlines()[-1] == f"  ... and {len(verdict.problems) - 20} more."


# ----------------------------------------------------------------------------------------- what it shares, and does not


def test_the_design_is_stated_twice_and_both_say_the_same():
    """Both have to be changed knowingly."""
    assert published.NOTICE == ce.NOTICE
    assert sorted(terms.Urgency, key=lambda level: level.rank) == list(published.LEVELS)
    assert {c.value: c.millibans for c in terms.Commonness} == published.STARTS_AT
    part, whole = weighing.COMMONNESS_IN_RANKING
    assert {c.value: c.millibans * part / whole for c in terms.Commonness} == published.STARTS_AT_IN_RANKING
    assert tuple((band.value, lowest) for lowest, band in weighing.LOWEST_WEIGHT) == published.BANDS
    assert (weighing.POSSIBLE_FROM, weighing.SUSPICION_FROM) == (published.POSSIBLE_FROM, published.SUSPICION_FROM)
    brings = {u.value: tuple((to.value, low) for low, to in rows) for u, rows in weighing.BRINGS.items()}
    assert brings == published.ACTS_FROM
    assert {u.value: more for u, more in weighing.ALERT_IN_RANKING.items()} == published.LIFTED_BY_ALERT
    assert set(published.DANGEROUS) == {c.urgency.value for c in ce.causes() if c.dangerous}
    assert (ce.OptionKind.PHYSICAL.value, ce.OptionKind.SELF_CARE.value) == published.ADVICE


def test_the_checker_asks_no_statement_and_no_condition_for_what_it_works_out_itself():
    """The import rules keep modules out; these are what a statement or a condition could be asked for instead."""
    not_asked = {"truth", "leaves", "admits", "millibans", "rank", "dangerous", "answers_to"}
    asked = {
        (path.name, node.attr)
        for path in PACKAGE.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in not_asked
    }
    assert asked == set()


def test_the_checker_runs_without_the_engine():
    code = (
        "import sys, json; from calf_expert.checking import check; "
        "print(check(sys.stdin.buffer.read()).outcome.value, 'experta' in sys.modules)"
    )
    text = ce.assess(RECORD).model_dump_json().encode()
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, check=True)
    assert done.stdout.split() == [b"accepted", b"False"]


def test_a_check_is_quick():
    for record in (RECORD, PEOPLE["a numb saddle and a clot"]):
        result = ce.assess(record)
        taken = []
        for _ in range(5):
            start = time.process_time()
            ce.check(result)
            taken.append(time.process_time() - start)
        assert min(taken) < 0.1
