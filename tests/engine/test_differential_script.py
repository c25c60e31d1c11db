"""The script behind `make differential`: what it asks, what it prints, and what it makes of a difference."""

import subprocess
import sys
from pathlib import Path

from tests.engine import differential
from tests.engine.rivals import Rivals

from calf_expert.catalogue import load
from calf_expert.export.clips import to_clips

ROOT = Path(__file__).parents[2]


def test_it_asks_as_many_as_it_is_told_and_ends_well_without_a_difference():
    command = [sys.executable, "-m", "tests.engine.differential", "--people", "40", "--stock", "8", "--processes", "2"]
    done = subprocess.run(command, cwd=ROOT, check=False, timeout=120, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    for line in (
        "30 plausible people asked of CLIPS",
        "6 plausible people asked of stock Experta",
        "10 people on drawn rule bases asked of CLIPS",
        "2 people on drawn rule bases asked of stock Experta",
        "0 differences",
    ):
        assert line in lines
    assert lines[0].startswith(f"Knowledge {load().sha256[:12]}")


def test_a_difference_is_told_with_the_seed_that_repeats_it(monkeypatch, capsys):
    wrong = Rivals(load(), to_clips().replace("(>= ?", "(> ?"))
    monkeypatch.setattr(differential, "_own", lambda: wrong)
    found = differential.plausible(range(30), stock_every=sys.maxsize)
    assert found.differences
    assert all(said.startswith("plausible person ") and ": CLIPS: " in said for said in found.differences)
    seed = int(found.differences[0].split()[2].rstrip(":"))
    again = differential.plausible([seed], stock_every=sys.maxsize)
    assert again.differences == [said for said in found.differences if said.startswith(f"plausible person {seed}: ")]
    assert differential.report(found) == 1
    assert f"{len(found.differences)} differences" in capsys.readouterr().out


def test_every_person_is_asked_about_once():
    asked = {differential.plausible: [], differential.on_drawn_rules: []}
    for piece in differential._work(1000, 100, 7):
        asked[piece.func] += piece.args[0]
        assert piece.keywords == {"stock_every": 10}
    assert asked[differential.plausible] == [*range(7, 757)]
    assert asked[differential.on_drawn_rules] == [*range(7, 57)]
