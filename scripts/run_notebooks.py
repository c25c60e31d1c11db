"""Run the notebooks in docs/notebooks/ and compare what they show with what is stored in them: ``make notebooks``.

Nothing is smoothed over: a notebook must show the same to the byte in every run, so it shows no times, paths or
addresses. What is stored beside the cells and their outputs says only that the kernel is Python, because versions and
the times of a run differ. ``--write`` stores what is shown now, in that form; run it after a change to a notebook or to
what the library says, and read the difference.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

NOTEBOOKS = Path(__file__).parents[1] / "docs" / "notebooks"
LINES_SHOWN = 60
SECONDS_A_CELL = 300
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 if every notebook shows what is stored in it, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="notebooks; left out, all in docs/notebooks/")
    parser.add_argument("--write", action="store_true", help="store what the notebooks show now")
    options = parser.parse_args(arguments)
    paths = options.files or sorted(NOTEBOOKS.glob("*.ipynb"))
    differing = 0
    with tempfile.TemporaryDirectory() as nobody:
        # Of the person at this machine neither the settings, nor the history, nor another kernel of the same name.
        os.environ.update(
            IPYTHONDIR=nobody, JUPYTER_CONFIG_DIR=nobody, JUPYTER_DATA_DIR=nobody, JUPYTER_RUNTIME_DIR=nobody
        )
        for path in paths:
            differing += not check(path, write=options.write)
    print(f"Notebooks run: {len(paths)}; {'stored' if options.write else 'differing'}: {differing}")
    return 1 if differing and not options.write else 0


def check(path: Path, *, write: bool) -> bool:
    """Whether a notebook shows what is stored in it. If not, say where; with ``write`` store what it shows."""
    stored = path.read_text(encoding="utf-8")
    try:
        shown = run(stored, path.parent)
    except CellExecutionError as error:
        sys.exit(f"{path.name}: a cell failed.\n{_COLOURS.sub('', str(error))}")
    if shown == stored:
        return True
    if write:
        path.write_text(shown, encoding="utf-8")
        print(f"{path.name}: stored anew")
        return False
    lines = list(difflib.unified_diff(stored.splitlines(), shown.splitlines(), "stored", "shown now", n=1, lineterm=""))
    print(f"{path.name} shows something else than is stored in it. (To store it: make notebooks ARGS=--write)")
    print("\n".join(f"  {line}" for line in lines[:LINES_SHOWN]))
    if len(lines) > LINES_SHOWN:
        print(f"  ... and {len(lines) - LINES_SHOWN} more lines")
    return False


def run(text: str, folder: Path) -> str:
    """The notebook as it is stored once every cell has been run, in a new kernel, in the folder it stands in."""
    notebook = nbformat.reads(text, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
        record_timing=False,
        coalesce_streams=True,  # how a text was cut up on its way from the kernel differs from run to run
    )
    client.execute()
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for place, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.from_dict({})
        cell.id = f"cell-{place}"
    return nbformat.writes(notebook, version=4) + "\n"


if __name__ == "__main__":
    sys.exit(main())
