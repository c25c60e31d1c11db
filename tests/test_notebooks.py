"""The script behind ``make notebooks``: it finds what is shown otherwise than it is stored, and stores it on demand.

That the notebooks themselves show what is stored in them is for ``make check`` to say; it takes half a minute.
"""

from __future__ import annotations

import json
import os
import re
import runpy
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


@pytest.fixture
def script(monkeypatch):
    monkeypatch.setattr(os, "environ", os.environ.copy())
    return runpy.run_path(str(ROOT / "scripts" / "run_notebooks.py"))["main"]


@pytest.fixture
def notebook(tmp_path):
    def write(*cells):
        path = tmp_path / "a.ipynb"
        path.write_text(nbformat.writes(new_notebook(cells=list(cells)), version=4), encoding="utf-8")
        return path

    return write


@pytest.mark.slow
def test_what_is_shown_otherwise_is_found_and_stored_on_demand(script, notebook, capsys):
    stale = new_code_cell("6 * 7", outputs=[new_output("execute_result", {"text/plain": "41"}, execution_count=1)])
    path = notebook(new_markdown_cell("A sum"), stale, new_code_cell("print('a', flush=True)\nprint('b')"))
    before = path.read_bytes()
    assert script([str(path)]) == 1
    told = capsys.readouterr().out
    assert re.search(r'-.*"41"', told)
    assert re.search(r'\+.*"42"', told)
    assert path.read_bytes() == before
    assert script([str(path), "--write"]) == 0
    stored = path.read_bytes()
    assert script([str(path)]) == 0
    assert path.read_bytes() == stored
    read = json.loads(stored)
    assert read["cells"][2]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": ["a\n", "b\n"]}]
    assert read["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


@pytest.mark.slow
def test_a_cell_that_fails_stops_it(script, notebook):
    path = notebook(new_code_cell("1 / 0"))
    with pytest.raises(SystemExit, match=r"a\.ipynb: a cell failed(.|\n)*ZeroDivisionError"):
        script([str(path), "--write"])


def test_there_are_notebooks():
    assert len(NOTEBOOKS) == 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_with_what_it_shows_and_nothing_of_a_machine(path):
    text = path.read_text(encoding="utf-8")
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"]
    assert not re.search(r"/home/|/Users/|/tmp/|0x[0-9a-f]{6}|Traceback", text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_a_notebook_shows_carries_the_notice_or_no_person(path):
    """The notice stands in each notebook that assesses somebody."""
    text = path.read_text(encoding="utf-8")
    if "assess(" in text or "assess_frame(" in text:
        assert "This informs and does not diagnose" in text
