"""Write the figures of the shipped banks into docs/evaluation.md, or with --check say whether they are up to date.

Run it after the knowledge changed:  make evaluate
"""

from __future__ import annotations

import argparse
from pathlib import Path

from calf_expert.evaluation import evaluate, shipped_vignettes
from calf_expert.evaluation.text import report_in_markdown

TARGET = Path(__file__).resolve().parent.parent / "docs" / "evaluation.md"
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"


def figures() -> str:
    """The block between the marks."""
    report = evaluate(shipped_vignettes())
    missing = ", ".join(f"`{cause}`" for cause in report.unknown_causes)
    note = f"\nNot yet in the knowledge, and so missed wherever they are expected: {missing}.\n" if missing else ""
    return f"\n{report_in_markdown(report)}{note}\n"


def main() -> None:
    """Write the page; with ``--check`` only compare, and exit with 1 if it differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is out of date")
    parser.add_argument("--target", type=Path, default=TARGET, help="the page to write or compare")
    options = parser.parse_args()
    page = options.target.read_text(encoding="utf-8")
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{options.target} has no place for the figures: {BEGIN.strip()} ... {END.strip()}")
    text = f"{before}{BEGIN}{figures()}{END}{after}"
    if not options.check:
        options.target.write_text(text, encoding="utf-8")
    elif text != page:
        raise SystemExit(f"{options.target} is out of date: run make evaluate")


if __name__ == "__main__":
    main()
