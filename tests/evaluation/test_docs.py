"""The figures in docs/evaluation.md are those of the knowledge as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "generate_evaluation.py"


def run(*arguments):
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_figures_in_the_docs_are_up_to_date():
    done = run("--check")
    assert done.returncode == 0, (
        f"{done.stderr}The knowledge gives other figures now. Look at them, then: make evaluate"
    )


def test_the_figures_are_written_between_their_marks_and_nothing_else_is_touched(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n", encoding="utf-8")
    assert run("--check", "--target", page).returncode == 1
    assert run("--target", page).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- figures: begin -->\n")
    assert text.endswith("<!-- figures: end -->\nafter\n")
    assert "old" not in text
    assert "| measure | harmless (56 cases) | urgent (40 cases) | varied (175 cases) | blind (140 cases) |" in text
    assert run("--check", "--target", page).returncode == 0


def test_a_page_without_marks_is_refused(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("nothing here\n", encoding="utf-8")
    assert "has no place for the figures" in run("--target", page).stderr
    assert page.read_text(encoding="utf-8") == "nothing here\n"
