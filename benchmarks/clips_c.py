"""CLIPS by its C functions, beneath the public surface of clipspy: what CLIPS itself costs.

clipspy promises nothing about what is used here, and a user of clipspy would not write it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from clips._clips import ffi, lib
from clips.common import environment_builder

from calf_expert.authoring.conditions import Answer
from calf_expert.catalogue import Knowledge
from calf_expert.export.clips_words import NO, YES, symbol
from calf_expert.findings import FINDINGS

from .clips_programs import FIRED, as_facts, as_records, read_by_scores
from .clips_runner import load


class _Beneath:
    """An environment, and all that can be prepared; answers are those of a validated presentation."""

    def __init__(self, knowledge: Knowledge, program: str) -> None:
        self._ids = [statement.id for statement in knowledge.statements]
        self._clips = load(program)
        self._env = self._clips._env  # noqa: SLF001  # that is the point
        self._fired = lib.FindDefglobal(self._env, FIRED.encode())
        # CLIPS frees a symbol that nothing holds; the programs hold all that answers may be.
        self._written: dict[Any, Any] = {True: self._symbol(YES), False: self._symbol(NO)}
        self._written |= {value: self._symbol(value) for finding in FINDINGS.values() for value in finding.values}
        self._slots = {name: ffi.new("char[]", symbol(name).encode()) for name in FINDINGS}
        self._builder = environment_builder(self._env, "fact")
        self._number = ffi.new("CLIPSValue *")
        self._result = ffi.new("CLIPSValue *")

    def _symbol(self, name: str) -> Any:
        value = ffi.new("CLIPSValue *")
        value.value = lib.CreateSymbol(self._env, symbol(name).encode())
        return value

    def _run(self) -> list[str]:
        lib.Run(self._env, -1)
        lib.DefglobalGetValue(self._fired, self._result)
        fired = self._result.multifieldValue
        first = fired.contents + 0
        ids = self._ids
        return [ids[first[i].integerValue.contents] for i in range(fired.length)]


class CRecord(_Beneath):
    """One fact a person."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge, as_records(knowledge))
        lib.FBSetDeftemplate(self._builder, b"record")

    def infer(self, known: Mapping[str, Answer]) -> Collection[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires."""
        environment, builder, number = self._env, self._builder, self._number
        slots, written = self._slots, self._written
        put, create = lib.FBPutSlot, lib.CreateFloat
        lib.Reset(environment)
        for name, answer in known.items():
            if type(answer) is float:
                number.value = create(environment, answer)
                put(builder, slots[name], number)
            else:
                put(builder, slots[name], written[answer])
        lib.FBAssert(builder)
        return self._run()


class CFacts(_Beneath):
    """One fact an answer."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge, as_facts(knowledge))
        self._finding, self._value = ffi.new("char[]", b"finding"), ffi.new("char[]", b"value")
        self._names = {name: self._symbol(name) for name in FINDINGS}
        self._read_by_scores = read_by_scores(knowledge)

    def infer(self, known: Mapping[str, Answer]) -> Collection[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires."""
        environment, builder, number = self._env, self._builder, self._number
        put, create, tell = lib.FBPutSlot, lib.CreateFloat, lib.FBAssert
        finding, value, names, written = self._finding, self._value, self._names, self._written
        slots, read_by_scores = self._slots, self._read_by_scores
        for_scores = []
        lib.Reset(environment)
        lib.FBSetDeftemplate(builder, b"answer")
        for name, answer in known.items():
            put(builder, finding, names[name])
            if type(answer) is float:
                number.value = create(environment, answer)
                put(builder, value, number)
            else:
                put(builder, value, written[answer])
            tell(builder)
            if name in read_by_scores:
                for_scores.append((slots[name], answer))
        lib.FBSetDeftemplate(builder, b"record")
        for slot, answer in for_scores:
            if type(answer) is float:
                number.value = create(environment, answer)
                put(builder, slot, number)
            else:
                put(builder, slot, written[answer])
        tell(builder)
        # A set: a rule fires once for each of its alternatives that holds.
        return set(self._run())
