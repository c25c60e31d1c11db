"""The people that everything is measured on: all from this repository, and the same for every contender."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from calf_expert.authoring.conditions import Answer
from calf_expert.presentation import Presentation

ROOT = Path(__file__).parents[1]
PLAUSIBLE = Path(__file__).with_name("plausible.json")

SIZES = (5, 10, 20, 40, 80)
"""How many findings of a drawn person are given."""


@dataclass(frozen=True)
class Case:
    """One person: the record as a caller hands it in, and what is known once it is validated."""

    name: str
    record: Mapping[str, Any]
    known: Mapping[str, Answer]

    @classmethod
    def of(cls, name: str, record: Mapping[str, Any]) -> Case:
        """Validate a record."""
        return cls(name, record, Presentation.model_validate(record).known)


def sample(size: int) -> list[Case]:
    """All examples, and a seeded choice of at most ``size`` drawn people and as many vignettes."""
    drawn = [case for given in SIZES for case in drawn_people(given)]
    chosen = list(examples())
    for cases in (drawn, list(vignettes())):
        chosen += random.Random(3).sample(cases, min(size, len(cases)))
    return chosen


def examples() -> Iterator[Case]:
    """The people that ``make demo`` shows."""
    for path in sorted((ROOT / "examples" / "cases").glob("*.json")):
        yield Case.of(f"example {path.stem}", json.loads(path.read_text(encoding="utf-8")))


def vignettes() -> Iterator[Case]:
    """The vignettes of the tests; most give the few findings that one rule is about."""
    folder = ROOT / "tests" / "knowledge"
    for path in sorted(folder.rglob("*.yaml")):
        for vignette in yaml.load(path.read_text(encoding="utf-8"), _LOADER):  # noqa: S506 - a safe one
            yield Case.of(f"{path.relative_to(folder).with_suffix('')}: {vignette['name']}", vignette["presentation"])


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where PyYAML was built with it


def drawn_people(given: int) -> Iterator[Case]:
    """The people of ``plausible.json``, each with the first ``given`` of their known findings."""
    for person in json.loads(PLAUSIBLE.read_text(encoding="utf-8")):
        known = [name for name, answer in person["record"].items() if answer != "unknown"]
        last = known[given - 1]
        record = {}
        for name, answer in person["record"].items():
            record[name] = answer
            if name == last:
                break
        yield Case.of(f"{person['name']}, {given} findings", record)
