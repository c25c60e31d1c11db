"""Draw the people of ``plausible.json`` anew: ``python -m benchmarks.draw_people``.

Each has 80 known findings in the order in which they would come up: who it is, what speaks for a cause (mostly answered
in its favour), and then what a thorough history and examination adds (mostly unremarkable). A shorter case is the
beginning of a longer one. The file is committed and need not be drawn anew when the knowledge grows: ids never change
their meaning, and figures stay comparable.
"""

from __future__ import annotations

import json
import random
import textwrap
from collections import defaultdict
from typing import Any

from calf_expert import PresentationError
from calf_expert.authoring.conditions import AnswerLeaf, Is, Measured, Present, findings_in
from calf_expert.authoring.statements import Statement, Supports
from calf_expert.authoring.strata import by_concept, findings_behind
from calf_expert.catalogue import load
from calf_expert.findings import FINDINGS, Finding, Kind
from calf_expert.presentation import Presentation

from .cases import PLAUSIBLE, SIZES

PEOPLE = 16
WHO = ("age_years", "sex", "calf_pain", "pain_side", "symptom_duration_days")
IN_FAVOUR, PRESENT_ANYWAY, NOT_KNOWN = 0.8, 0.1, 0.05


def main() -> None:
    """Write the file."""
    causes = list(load().causes)
    people = [_person(causes[number % len(causes)], random.Random(number), number) for number in range(PEOPLE)]
    blocks = (
        textwrap.fill(json.dumps(person), 118, break_long_words=False, break_on_hyphens=False) for person in people
    )
    PLAUSIBLE.write_text("[\n" + ",\n".join(blocks) + "\n]\n", encoding="utf-8")


def _person(cause: str, draw: random.Random, number: int) -> dict[str, Any]:
    leaves = _leaves(load().statements)
    of_cause = _read_by(cause)
    draw.shuffle(of_cause)
    rest = sorted(leaves, key=lambda name: (draw.random() - (FINDINGS[name].kind is Kind.BOOLEAN), name))
    record: dict[str, Any] = {}
    known = 0
    for name in dict.fromkeys((*WHO, *of_cause, *rest)):
        in_favour = name == "calf_pain" or (name in of_cause and draw.random() < IN_FAVOUR)
        answer = _answer(FINDINGS[name], leaves[name], draw, in_favour=in_favour)
        if name not in WHO and draw.random() < NOT_KNOWN:
            answer = "unknown"
        try:
            Presentation.model_validate({**record, name: answer})
        except PresentationError:
            continue  # cannot be, beside what this person answered before
        record[name] = answer
        known += int(answer != "unknown")
        if known == SIZES[-1]:
            break
    return {"name": f"{number + 1}: drawn around {cause}", "record": record}


def _leaves(statements: tuple[Statement, ...]) -> dict[str, list[AnswerLeaf]]:
    """All that the knowledge asks of each finding it reads."""
    found: dict[str, list[AnswerLeaf]] = defaultdict(list)
    for statement in statements:
        for condition in statement.conditions:
            if findings_in(condition):
                for leaf in condition.leaves():  # type: ignore[union-attr]  # what reads findings has leaves
                    found[leaf.finding].append(leaf)
    return found


def _read_by(cause: str) -> list[str]:
    statements = load().statements
    concluding = by_concept(statements)
    signs = [s for s in statements if isinstance(s, Supports) and s.cause == cause]
    return list(dict.fromkeys(name for sign in signs for name in findings_behind(sign, concluding)))


def _answer(finding: Finding, leaves: list[AnswerLeaf], draw: random.Random, *, in_favour: bool) -> Any:
    if finding.kind is Kind.BOOLEAN:
        wanted = any(isinstance(leaf, Present) for leaf in leaves)
        return wanted if in_favour else draw.random() < PRESENT_ANYWAY
    if finding.kind is Kind.ENUM:
        named = [value for leaf in leaves if isinstance(leaf, Is) for value in leaf.in_]
        return draw.choice(named if in_favour and named else finding.values)
    assert finding.range is not None
    low, high = finding.range
    limits = [leaf.limit for leaf in leaves if isinstance(leaf, Measured)]
    values = [round(low + (high - low) * (part / 50) ** 2, 1) for part in range(51)]
    said_of = [sum(limit.admits(value) for limit in limits) for value in values]
    # Unremarkable is what the fewest rules speak of; a scale from nought is low in most people, others are midway.
    due = max(said_of) if in_favour else min(said_of)
    values = [value for value, said in zip(values, said_of, strict=True) if said == due]
    return draw.choice(values[: 1 + len(values) // 5]) if low == 0 else values[len(values) // 2]


if __name__ == "__main__":
    main()
