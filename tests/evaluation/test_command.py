"""``calf-expert evaluate``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import calf_expert as ce
from calf_expert import cli
from calf_expert.evaluation import evaluate, read_vignettes, shipped_vignettes
from calf_expert.evaluation._extra import wilson
from calf_expert.evaluation.text import report_in_text

ROOT = Path(__file__).parents[2]
CASE = {
    "id": "A1",
    "presentation": {"age_years": 73.4219, "calf_pain": True, "saddle_numbness": True, "lumbar_mri": "not_done"},
    "expect": {"causes": ["cauda_equina_syndrome"], "urgency": "emergency"},
    "confirming": ["lumbar_mri", "saddle_numbness"],
}


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = cli.main(["evaluate", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([CASE]))
    return path


def test_without_a_file_the_shipped_banks_are_evaluated(run):
    code, out, err = run()
    assert (code, err) == (0, "")
    assert out == report_in_text(evaluate(shipped_vignettes()))
    assert "HARMLESS (56 cases)" in out
    assert "URGENT (40 cases)" in out
    assert ce.NOTICE in " ".join(out.split())


def test_confirming_findings_are_dropped_or_kept(run, file):
    assert "dropped (in 1 case)" in run(file)[1]
    assert "emergency sensitivity  0/1" in run(file)[1]
    code, out, _ = run("--keep-confirming", file)
    assert code == 0
    assert "were kept" in out
    assert "emergency sensitivity  1/1" in out


def test_everything_is_written_as_json_with_stable_keys(run, file, tmp_path):
    target = tmp_path / "out.json"
    code, out, _ = run(file, "--json", target)
    assert (code, out) == (0, report_in_text(evaluate(read_vignettes(file))))
    written = json.loads(target.read_text(encoding="utf-8"))
    assert list(written) == [
        "notice",
        "knowledge",
        "kept_confirming",
        "interval",
        "overall",
        "by_bank",
        "by_cause",
        "confusion",
        "unknown_causes",
        "cases",
    ]
    assert list(written["overall"]) == [
        "cases",
        "top_1",
        "top_3",
        "top_5",
        "urgency_exact",
        "urgency_acceptable",
        "safe",
        "over_triage",
        "emergency_sensitivity",
        "raised_to_emergency",
        "raised_to_same_day",
    ]
    assert list(written["overall"]["safe"]) == ["count", "of", "low", "high", "share"]
    assert list(written["cases"][0]) == [
        "bank",
        "id",
        "name",
        "expected_causes",
        "expected_urgency",
        "acceptable_urgencies",
        "urgency_why",
        "urgency",
        "rank",
        "urgency_exact",
        "urgency_acceptable",
        "safe",
        "over_triage",
        "misses",
        "left_out",
        "set_by",
        "alerts",
        "top",
        "expected",
    ]
    assert "73.4219" not in target.read_text(encoding="utf-8")


def test_every_key_of_the_json_is_in_the_docs(run, file, tmp_path):
    run(file, "--json", tmp_path / "out.json")
    written = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    keys = {*written, *written["overall"], *written["overall"]["safe"], *written["cases"][0]}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_the_json_never_takes_the_place_of_the_cases(run, file):
    before = file.read_bytes()
    for target in (file, "cases.yaml"):
        code, out, err = run(file, "--json", target)
        assert (code, out) == (2, "")
        assert "ends in .json and is none of the files of cases" in err
    assert file.read_bytes() == before


def test_json_that_cannot_be_written_is_no_success(run, file, tmp_path):
    code, out, err = run(file, "--json", tmp_path / "gone" / "out.json")
    assert (code, out) == (1, "")
    assert err == "calf-expert: Could not write the JSON: no such file or directory.\n"


def test_a_bad_file_is_refused_with_file_and_case_and_without_an_answer(run, tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text("- id: B7\n  presentation: {calf_pian: CANARY, age_years: 734219}\n  expect: {causes: []}\n")
    code, out, err = run(path)
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("calf-expert: bad.yaml, case B7: ") for line in lines)
    assert lines[0].endswith("`calf_pian` is not a finding. Did you mean `calf_pain`? See `calf-expert findings`.")
    assert "`age_years` must be a finite number from 0 to 120" in lines[1]
    assert "`expect.urgency` must be one of `emergency`, `same_day`," in lines[2]
    assert not [canary for canary in ("CANARY", "734219") if canary in err]


def test_cases_on_the_command_line_are_not_repeated(run):
    code, out, err = run('[{"presentation": {"age_years": 73.4219}}]')
    assert (code, out) == (2, "")
    assert "73.4219" not in err


def test_the_help_says_that_confirming_findings_are_dropped(capsys):
    assert cli.main(["evaluate", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "by default they are dropped" in out
    assert 'pip install "calf_expert[evaluate]"' in out


def test_without_the_extra_the_command_says_what_to_install(run, file, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.stats", None)
    wilson.cache_clear()
    code, out, err = run(file)
    assert (code, out) == (1, "")
    assert err == 'calf-expert: Evaluating needs SciPy, which is not installed: pip install "calf_expert[evaluate]"\n'


def test_nothing_of_it_is_imported_before_it_is_needed():
    code = "import sys, calf_expert, calf_expert.cli; calf_expert.assess(calf_pain=True); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.replace("'", "").strip("[]\n").split(", "))
    assert "calf_expert" in loaded
    assert not loaded & {"calf_expert.evaluation", "yaml", "scipy", "numpy"}
