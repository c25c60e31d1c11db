"""CLIPS as fast as clipspy's documented interface lets it run: its public classes and methods, nothing beneath them.

What takes time there is making Python objects into CLIPS values and back. So symbols are made once, a fact is asserted
with the slots that are known and no others, and what fired is read in one go, as numbers from a global.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import clips

from calf_expert.authoring.conditions import Answer
from calf_expert.catalogue import Knowledge
from calf_expert.export.clips_words import NO, YES, symbol
from calf_expert.findings import FINDINGS

from .clips_programs import FIRED, as_facts, as_records, read_by_scores
from .clips_runner import load


class _Public:
    """An environment, and what answers are in it; answers are those of a validated presentation."""

    def __init__(self, knowledge: Knowledge, program: str) -> None:
        self._ids = [statement.id for statement in knowledge.statements]
        self._environment = load(program)
        self._record = self._environment.find_template("record")
        self._fired = self._environment.find_global(FIRED)
        self._written: dict[Any, Any] = {True: clips.Symbol(YES), False: clips.Symbol(NO)}
        self._written |= {
            value: clips.Symbol(symbol(value)) for finding in FINDINGS.values() for value in finding.values
        }


class PublicRecord(_Public):
    """One fact a person."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge, as_records(knowledge))

    def infer(self, known: Mapping[str, Answer]) -> Collection[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires."""
        written, ids, environment = self._written, self._ids, self._environment
        environment.reset()
        self._record.assert_fact(
            **{name: answer if type(answer) is float else written[answer] for name, answer in known.items()}
        )
        environment.run()
        return [ids[number] for number in self._fired.value]


class PublicFacts(_Public):
    """One fact an answer."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge, as_facts(knowledge))
        self._answer = self._environment.find_template("answer")
        self._names = {name: clips.Symbol(symbol(name)) for name in FINDINGS}
        self._read_by_scores = read_by_scores(knowledge)

    def infer(self, known: Mapping[str, Answer]) -> Collection[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires."""
        written, names, ids, environment = self._written, self._names, self._ids, self._environment
        read_by_scores, tell = self._read_by_scores, self._answer.assert_fact
        environment.reset()
        for_scores = {}
        for name, answer in known.items():
            value = answer if type(answer) is float else written[answer]
            tell(finding=names[name], value=value)
            if name in read_by_scores:
                for_scores[name] = value
        if for_scores:
            self._record.assert_fact(**for_scores)
        environment.run()
        # A set: a rule fires once for each of its alternatives that holds.
        return {ids[number] for number in self._fired.value}
