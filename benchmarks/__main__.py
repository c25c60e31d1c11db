"""``python -m benchmarks``: measure, print a table, and write ``benchmarks/results.json``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from . import report, suite

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the suite."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything, within a minute")
    parser.add_argument("--page", action="store_true", help="put the table into docs/performance.md, too")
    parser.add_argument("--output", type=Path, default=RESULTS, metavar="FILE", help="where the figures are written")
    options = parser.parse_args(arguments)
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - began:4.0f} s  {what}", flush=True)

    results = suite.run(suite.QUICK if options.quick else suite.Settings(), say)
    suite.write(results, options.output)
    if options.page:
        report.put_into(PAGE, results)
    print(f"\n{report.table(results)}\n\nWritten to {options.output} after {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
