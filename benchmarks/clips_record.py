"""The program as it is exported, with the person as one fact, run to give the ids of what fires and nothing else.

With ten answers or fewer, one fact an answer (``clips_runner.FastClips``) takes half as long; with twenty, a sixth
longer; with forty, two thirds longer, because a rule then fires once for each of its alternatives that holds. Which of
the two is CLIPS at its fastest is for the cases to say, so both are measured.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from clips._clips import ffi, lib
from clips.common import environment_builder

from calf_expert.authoring.conditions import Answer
from calf_expert.catalogue import Knowledge
from calf_expert.export.clips import to_clips
from calf_expert.export.clips_words import NO, YES, symbol
from calf_expert.findings import FINDINGS

from .clips_runner import load

# A firing leaves a fact in the program. Here it leaves its number in a global, which takes half as long.
_LEAVES_A_FACT = re.compile(r"\(assert \(fired \(rule ([^\s()]+)\) \(verb [^\s()]+\) \(about [^\s()]+\)\)\)")


class RecordClips:
    """Goes past clipspy's Python to the CLIPS functions beneath; answers are those of a validated presentation."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._ids: list[str] = []
        program = _LEAVES_A_FACT.sub(self._leaving_a_number, to_clips(knowledge))
        self._clips = load(f"(defglobal ?*fired* = (create$))\n{program}")
        self._env = self._clips._env  # noqa: SLF001  # what clipspy itself does costs twice as much
        self._fired = lib.FindDefglobal(self._env, b"fired")
        self._builder = environment_builder(self._env, "fact")
        lib.FBSetDeftemplate(self._builder, b"record")
        self._slots = {finding: ffi.new("char[]", symbol(finding).encode()) for finding in FINDINGS}
        # CLIPS frees a symbol that nothing holds; these are held by the template, which allows them.
        self._written: dict[Any, Any] = {True: self._symbol(YES), False: self._symbol(NO)}
        self._written |= {value: self._symbol(value) for finding in FINDINGS.values() for value in finding.values}
        self._number = ffi.new("CLIPSValue *")
        self._result = ffi.new("CLIPSValue *")

    def _leaving_a_number(self, found: re.Match[str]) -> str:
        self._ids.append(found[1])
        return f"(bind ?*fired* (create$ ?*fired* {len(self._ids) - 1}))"

    def _symbol(self, name: str) -> Any:
        value = ffi.new("CLIPSValue *")
        value.value = lib.CreateSymbol(self._env, symbol(name).encode())
        return value

    def infer(self, known: Mapping[str, Answer]) -> list[str]:
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
        lib.Run(environment, -1)
        lib.DefglobalGetValue(self._fired, self._result)
        fired = self._result.multifieldValue
        first = fired.contents + 0
        ids = self._ids
        return [ids[first[i].integerValue.contents] for i in range(fired.length)]
