"""The commands that README and docs show, run as they stand there; ``make docs`` runs the Python examples."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest

import calf_expert as ce
from calf_expert import cli

ROOT = Path(__file__).parents[1]


def commands() -> list[str]:
    """Every ``calf-expert`` line of the README, without its comment."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return [line.partition("#")[0].strip() for line in re.findall(r"(?m)^calf-expert .*$", readme)]


def test_the_readme_shows_commands() -> None:
    assert len(commands()) >= 3


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_runs(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(shlex.split(command)[1:]) == 0
    assert ce.NOTICE in " ".join(capsys.readouterr().out.split())


def test_the_demo_shows_each_founding_cause_first_and_an_emergency(capsys: pytest.CaptureFixture[str]) -> None:
    demo = runpy.run_path(str(ROOT / "examples" / "demo.py"))
    demo["main"]()
    shown = capsys.readouterr().out
    cases = shown.split("=" * 92 + "\n")[2::2]
    assert len(cases) == 7
    firsts = [re.search(r"CAUSES THAT FIT\n  ([^:]+):", case) for case in cases[:6]]
    assert [first[1][:24] for first in firsts if first] == [
        "Exercise-related muscle ",
        "Calcium deficiency (low ",
        "Lumbar disc herniation w",
        "Lumbar spinal stenosis w",
        "Rheumatoid arthritis",
        "Cauda equina syndrome",
    ]
    assert "URGENCY: EMERGENCY" in cases[5]
    assert all(ce.NOTICE in " ".join(case.split()) for case in cases)
