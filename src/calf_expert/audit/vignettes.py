"""The vignettes beside the knowledge, as far as the audit wants to know of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path


def first_in(folder: Path) -> Mapping[str, int]:
    """In how many vignettes of its own each cause has to come first. A cause's file has its name.

    That they hold is for the test suite, which runs them.

    Raises:
        ImportError: if PyYAML is not installed.
        OSError: if a file cannot be read.
    """
    import yaml  # noqa: PLC0415 - wanted for this alone, and not installed with the library

    counted: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.yaml")):
        for vignette in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            counted[path.stem] += vignette.get("expect", {}).get("first") == path.stem
    return counted
