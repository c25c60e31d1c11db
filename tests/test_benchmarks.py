"""The benchmarks run, refuse what would make them worthless, and write what they promise. No test looks at a time."""

import dataclasses
import importlib.util
import json

import pytest

from calf_expert.authoring import AnyOf, Present
from calf_expert.catalogue import load
from calf_expert.findings import FINDINGS, UNKNOWN

missing = [name for name in ("clips", "psutil", "pyperf", "yaml", "zen") if importlib.util.find_spec(name) is None]
if missing:
    pytest.skip(f"needs {', '.join(missing)}: pip install 'calf_expert[bench]'", allow_module_level=True)

from benchmarks import cases, copies, floor, probes, report, rivals, rounds, suite, zen_table  # noqa: E402 - see above

TINY = suite.Settings(
    sample=1,
    check_all_cases=False,
    rounds=1,
    turn_seconds=0,
    seconds=0,
    starts=1,
    assessments=50,
    within=5,
    throughput_seconds=0.01,
)
CONTENDERS = ("experta_stock", "clipspy", "clips_c", "infer", "zen", "floor", "assess", "how", "bounds")


@pytest.fixture(scope="module")
def contenders():
    return rivals.rivals(rivals.comparable(load()))


@pytest.mark.slow
def test_the_suite_runs_and_writes_what_it_promises(tmp_path):
    said = []
    results = suite.run(TINY, said.append)
    suite.write(results, tmp_path / "results.json")
    written = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    for name in CONTENDERS:
        assert isinstance(written[name]["median_ms"], float)
        assert written[name]["median_ms"] > 0
    assert isinstance(written["rules_8x_cost"], float)
    assert set(written["by_findings"]["infer"]) == set(written["by_findings"]["assess"]) == {"10", "20", "40", "80"}
    assert {"import_s", "load_and_check_s", "compile_s", "build_s"} <= set(written["start"])
    assert set(written["throughput"]["threads"]) == set(written["throughput"]["processes"]) == {"1", "2", "4"}
    assert written["memory"]["assessments"] == 50
    assert written["about"]["knowledge"]["sha256"] == load().sha256
    assert written["about"]["cases"] == written["about"]["cases_checked"] == 8
    assert written["about"]["rounds"] == rounds.FEWEST_ROUNDS
    page = tmp_path / "page.md"
    page.write_text("Before.\n\n```text\nold\n```\n\nAfter.\n", encoding="utf-8")
    report.put_into(page, written)
    report.put_into(page, written)
    table = report.table(written)
    assert page.read_text(encoding="utf-8") == f"Before.\n\n```text\n{table}\n```\n\nAfter.\n"
    assert all(name in table for name in CONTENDERS)
    for clips in ("clipspy", "clips_c"):
        assert written[clips]["median_ms"] == min(
            written[f"{clips}_{kind}"]["median_ms"] for kind in ("facts", "record")
        )
    assert said


def test_contenders_fire_the_same_rules(contenders):
    rivals.check_that_all_agree(contenders, cases.sample(5))


@pytest.mark.parametrize("wrong", [lambda fired: fired[1:], lambda fired: [*fired, fired[0]]])
def test_a_contender_that_fires_other_rules_is_refused(contenders, wrong):
    ours = contenders[0]
    liar = rivals.Rival("liar", "", lambda known: wrong(ours.infer(known)))
    with pytest.raises(rivals.DifferentAnswersError, match="liar on 'example 1_sore_after_a_run'"):
        rivals.check_that_all_agree([ours, liar], cases.examples())


def test_a_table_answers_only_for_its_rows(contenders):
    ours = contenders[0]
    zen = next(rival for rival in contenders if rival.name == "zen")
    assert 0 < len(zen.rows) < len(rivals.comparable(load()).statements)
    whole = dataclasses.replace(zen, rows=None)
    with pytest.raises(rivals.DifferentAnswersError, match="does not fire"):
        rivals.check_that_all_agree([ours, whole], cases.examples())


def test_the_drawn_people_have_as_many_known_findings_as_they_say():
    for size in cases.SIZES:
        people = list(cases.drawn_people(size))
        assert len({case.name for case in people}) == len(people) >= 10
        assert {len(case.known) for case in people} == {size}
    assert any(answer == UNKNOWN for case in people for answer in case.record.values())


def test_a_sample_is_the_same_every_time():
    assert cases.sample(7) == cases.sample(7)
    assert len(cases.sample(7)) == 6 + 7 + 7


def test_copies_answer_like_the_original_and_are_about_findings_of_their_own(contenders):
    knowledge = rivals.comparable(load())
    twice = copies.engine_of_copies(knowledge, 2)
    assert len(twice.program.rules) == 2 * len(knowledge.statements)
    both = rivals.fired_ids(twice)
    for case in cases.sample(5):
        fired = sorted(contenders[0].infer(case.known))
        assert sorted(both(case.known)) == fired
        # All answers to both copies: each rule fires twice, once in each.
        told = {**case.known, **{f"{name}__1": answer for name, answer in case.known.items()}}
        unknown = {f"{name}__1": UNKNOWN for name in FINDINGS if name not in case.known}
        assert sorted(both({**unknown, **told})) == sorted([*fired, *(f"{rule_id}__1" for rule_id in fired)])


@dataclasses.dataclass(frozen=True)
class NewForm(Present):
    """A form of condition that no contender has met."""


def test_rules_that_not_all_can_run_are_left_out_for_all():
    knowledge = load()
    old, *_ = knowledge.statements
    new, nested = (dataclasses.replace(old, when=when) for when in ([NewForm("x")], [AnyOf(old.when[0], NewForm("x"))]))
    more = dataclasses.replace(knowledge, statements=(new, *knowledge.statements, nested))
    assert rivals.comparable(more).statements == rivals.comparable(knowledge).statements
    assert old in rivals.comparable(more).statements


@pytest.mark.parametrize("words", [floor._answered, zen_table._expression])
def test_a_form_of_condition_that_is_not_known_is_refused(words):
    assert "calf_pain" in words(Present("calf_pain"))
    with pytest.raises(TypeError, match="yet"):
        words(object())


def test_a_round_has_every_contender_and_a_ratio_is_taken_within_it():
    turns = {
        "slow": [rounds.Turn(2.0, 3.0), rounds.Turn(20.0, 30.0), rounds.Turn(8.0, 9.0)],
        "fast": [rounds.Turn(1.0, 1.0), rounds.Turn(10.0, 10.0), rounds.Turn(2.0, 2.0)],
    }
    race = rounds.Race(turns)
    assert race.ratio("slow", "fast") == 2.0
    assert race.summary("slow") == {"median_ms": 8000, "mad_ms": 6000, "min_ms": 2000, "wall_median_ms": 9000}
    order = []
    took = rounds.race(
        {"a": lambda: order.append("a") or 1, "b": lambda: order.append("b") or 2}, rounds=5, seconds=9, turn_seconds=0
    )
    assert took.rounds == 5
    in_rounds = order[2:]  # each warms up before
    assert all(set(in_rounds[i : i + 2]) == {"a", "b"} for i in range(0, 10, 2))


def test_a_probe_measures_a_fresh_process():
    found = probes.ask("start")
    assert found["build_s"] == pytest.approx(found["load_and_check_s"] + found["compile_s"])
