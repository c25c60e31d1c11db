"""The results as a table for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .suite import COPIES

_NAMES = (
    "infer",
    "infer_whole",
    "experta_stock",
    "clipspy_facts",
    "clipspy_record",
    "clips_c_facts",
    "clips_c_record",
    "zen",
    "floor",
    "assess",
    "how",
    "bounds",
)


def table(results: dict[str, Any]) -> str:
    """All that was measured, on one page."""
    return "\n".join(_lines(results))


def put_into(page: Path, results: dict[str, Any]) -> None:
    """Replace the table of a page, which is the first of its blocks that is marked as text."""
    before, _, rest = page.read_text(encoding="utf-8").partition(_FENCE)
    _, _, after = rest.partition("\n```\n")
    page.write_text(f"{before}{_FENCE}{table(results)}\n```\n{after}", encoding="utf-8")


_FENCE = "```text\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    about = results["about"]
    knowledge, machine = about["knowledge"], about["machine"]
    yield f"{about['rules_compared']} of {knowledge['statements']} rules: those that all can run"
    yield f"knowledge {knowledge['version']}, {knowledge['sha256'][:12]}"
    yield f"Python {about['python']} on {machine['cpus']} x {machine['cpu']}"
    yield ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    if about["load_before"] is not None:
        yield f"load of the machine: {about['load_before']:.1f} before, {about['load_after']:.1f} after"
    yield ""
    yield f"A case, in ms: median of {about['rounds']} rounds over {about['cases']} cases; ratios within each round"
    yield f"{'':15}{'median':>9}{'± MAD':>9}{'least':>9}{'/ infer':>10}{'/ clipspy':>11}"
    for name in _NAMES:
        if name not in results:
            continue
        row = results[name]
        yield (
            f"{name:15}{row['median_ms']:9.3f}{row['mad_ms']:9.3f}{row['min_ms']:9.3f}"
            f"{row['times_infer']:10.2f}{row['times_clipspy']:11.2f}  {row['what']}"
        )
    cost = results[f"rules_{COPIES}x_cost"]
    yield f"With {COPIES} times the rules, answers about one copy: infer takes {cost:.2f} times as long"
    yield ""
    for name, sizes in results["by_findings"].items():
        costs = ", ".join(f"{given}: {row['median_ms']:.3f}" for given, row in sizes.items())
        yield f"{name} by findings given, ms: {costs}"
    start = results["start"]
    yield (
        f"A fresh process: import {start['import_s']:.3f} s; then build {start['build_s']:.3f} s "
        f"(load and check {start['load_and_check_s']:.3f}, compile {start['compile_s']:.3f})"
    )
    for kind, rates in results["throughput"].items():
        yield f"assess a second, {kind}: " + ", ".join(f"{number}: {rate:,.0f}" for number, rate in rates.items())
    yield from _memory(results["memory"])


def _memory(memory: dict[str, Any]) -> Iterator[str]:
    before, after, traced = memory["before"], memory["after"], memory["traced_bytes"]
    yield (
        f"Memory over {memory['assessments']:,} assessments: "
        f"{before['rss_bytes'] / 1e6:.1f} -> {after['rss_bytes'] / 1e6:.1f} MB resident; "
        f"{after['objects'] - before['objects']:+,} of {before['objects']:,} objects, "
        f"{after['blocks'] - before['blocks']:+,} of {before['blocks']:,} blocks"
    )
    yield (
        f"  traced over {memory['traced_assessments']:,} more: {(traced['after'] - traced['before']) / 1e3:+,.1f} kB "
        f"on {traced['before'] / 1e3:,.1f}"
    )
