"""The keyword types are generated; they must say what the findings say."""

import importlib.util
from pathlib import Path
from typing import Literal, get_args, get_type_hints

import pytest

from calf_expert._keywords import PresentationAnswers
from calf_expert.findings import FINDINGS, Kind

SCRIPT = Path(__file__).parent.parent / "scripts" / "generate_keywords.py"


@pytest.fixture(scope="module")
def generator():
    spec = importlib.util.spec_from_file_location("generate_keywords", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_file_is_what_the_script_generates(generator):
    assert generator.TARGET.read_text(encoding="utf-8") == generator.generate()


def test_every_finding_is_a_key_in_order_and_none_is_required():
    assert list(PresentationAnswers.__annotations__) == list(FINDINGS)
    assert PresentationAnswers.__required_keys__ == frozenset()


def test_the_type_of_a_key_is_what_the_finding_takes():
    types = get_type_hints(PresentationAnswers)
    for finding in FINDINGS.values():
        allowed = set(get_args(types[finding.id]))
        if finding.kind is Kind.ENUM:
            assert allowed == {Literal[(*finding.values, "unknown")], type(None)}
        else:
            assert allowed == {bool if finding.kind is Kind.BOOLEAN else float, Literal["unknown"], type(None)}


def test_check_accepts_the_file_it_wrote_and_refuses_another(generator, tmp_path):
    target = tmp_path / "_keywords.py"
    with pytest.raises(SystemExit, match=r"is out of date: run python scripts/generate_keywords\.py"):
        generator.main(["--check", "--target", str(target)])
    generator.main(["--target", str(target)])
    generator.main(["--check", "--target", str(target)])
    target.write_text(target.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        generator.main(["--check", "--target", str(target)])
    assert isinstance(stop.value.code, str)  # Python prints it and exits with 1
