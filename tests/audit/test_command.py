"""``calf-expert check-knowledge``: of the library, of a package of one's own, and what the vignettes say."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from calf_expert import cli
from calf_expert.audit import Remark, Report
from calf_expert.audit.vignettes import first_in
from calf_expert.cli import whole

OWN = '''
"""A cause of one's own."""

from calf_expert.authoring import COMMON, WEAK, Absent, Cause, Present, Source, Urgency, supports, weakens

SOURCES = (Source(id="book", authors="A", title="T", where="W", year="2000"),)
CAUSE = Cause(
    name="Sore calf",
    icd10="M79.6",
    commonness=COMMON,
    urgency=Urgency.ROUTINE,
    summary="It hurts.",
    mechanism="It is sore.",
    sources=("book",),
)
RULES = (
    supports("it_hurts", when=[Present("calf_pain")], strength=WEAK, group="g", because="It hurts.", source="book"),
    weakens("it_does_not", when=[Absent("calf_pain")], strength=WEAK, group="g", because="It is well.", source="book"),
)
'''


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["check-knowledge", *arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a package of one module in a folder that becomes the current one; it is gone from Python afterwards."""

    def write(text: str) -> None:
        (tmp_path / "my_causes").mkdir()
        (tmp_path / "my_causes" / "__init__.py").write_text("")
        (tmp_path / "my_causes" / "sore_calf.py").write_text(dedent(text))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    yield write
    for name in [name for name in sys.modules if name.partition(".")[0] == "my_causes"]:
        del sys.modules[name]


def test_knowledge_in_order_is_told_with_how_much_was_looked_at(run, own) -> None:
    own(OWN)
    code, out, err = run("my_causes")
    assert (code, err) == (0, "")
    assert out.startswith("The knowledge is in order.\n     1  causes\n     2  statements\n")


def test_every_problem_of_ones_own_knowledge_is_told_with_file_and_line(run, own) -> None:
    own(OWN.replace('Absent("calf_pain")', 'Present("calf_pain")'))
    code, out, err = run("my_causes", "--vignettes", ".")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "calf-expert: Checked. The knowledge is not in order:",
        "calf-expert: sore_calf.py:18: `it_does_not` weakens just where `it_hurts` (sore_calf.py:17) supports [contradiction]",  # noqa: E501 - one line of output
        "calf-expert: sore_calf.py:7: `sore_calf` comes first in no vignette of its own [cause]",
    ]


def test_knowledge_that_cannot_be_loaded_is_told_in_the_same_way(run, own) -> None:
    own(OWN.replace('Absent("calf_pain")', 'Absent("calf_payn")'))
    code, _, err = run("my_causes")
    assert code == 1
    assert "sore_calf.py:18: `it_does_not`: `calf_payn` is not a finding. Did you mean `calf_pain`?" in err


def test_a_package_that_is_not_there_is_refused(run) -> None:
    assert run("no_such_package") == (
        2,
        "",
        "calf-expert: there is no such package, here or where Python looks for packages.\n",
    )


def test_the_library_is_checked_with_its_arguments_and_notes_are_shown(run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def audit(_: object, **how: object) -> Report:
        asked.update(how)
        return Report((), (Remark("a.py:1", "idle", "toy.it", "has a part too many"),), {"causes": 1234})

    monkeypatch.setattr(whole, "audit", audit)
    assert run() == (
        0,
        "The knowledge is in order.\n 1,234  causes\nWorth a look: a.py:1: `it` has a part too many [idle]\n",
        "",
    )
    assert asked["first_in"] is None
    assert asked["unread_findings"]
    assert asked["covered_rules"]


def test_a_library_that_the_check_needs_and_is_not_installed_is_named(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def audit(*_: object, **__: object) -> Report:
        raise ImportError("no", name="textstat")

    monkeypatch.setattr(whole, "audit", audit)
    code, _, err = run()
    assert code == 1
    assert "textstat is not installed: pip install 'calf_expert[audit]'" in err


def test_vignettes_are_counted_for_the_cause_of_their_file(tmp_path: Path) -> None:
    def vignettes(*firsts: str | None) -> str:
        return yaml.safe_dump([{"expect": {} if first is None else {"first": first}} for first in firsts])

    (tmp_path / "below").mkdir()
    (tmp_path / "one.yaml").write_text(vignettes("one", "other", "one", None))
    (tmp_path / "below" / "other.yaml").write_text(vignettes(None, "one"))
    (tmp_path / "empty.yaml").write_text("")
    counted = first_in(tmp_path)
    assert (counted["one"], counted["other"], counted["empty"]) == (2, 0, 0)
