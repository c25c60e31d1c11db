"""The exported knowledge in real CLIPS, through clipspy: plainly for tests, and as fast as it was found to run.

Both run the text of :func:`calf_expert.to_clips`, take answers as ``Presentation.known`` gives them, and give the rules
that fired. Loading takes some 30 ms; everything after that is per person.

What was measured for :class:`FastClips` (60 random people with 37 answers and 25 firings on average, 768 rules, CLIPS
6.4.2, clipspy 1.0.6, rivals interleaved; microseconds, each the median of one busy run, so that only ratios count):

==================================== ===== ========================================================================
emptying it: ``reset``                  21  retracting all facts: 16, but that leaves globals; ``(retract *)``: 48
asserting: one fact, C calls           101  with answers and names converted once; ``Template.assert_fact``: 193, mostly
                                            conversion; ``assert_string``: 1270, because CLIPS parses every time
noting ids: numbers in a global         89  (the whole of ``run``) names in the global: 90; one string: 122; a fact a
                                            firing: 153; ``printout`` to a router: 152 to 200; a Python function: 204
reading ids: the global, C calls        11  ``Global.value``: 37; facts by C calls: 28; ``Template.facts``: 154
==================================== ===== ========================================================================

Without noting anything at all ``run`` takes 10 us less, so that reading activations instead could not gain more.
Of the left-hand sides these made no difference worth having: the order of slots; tests in the pattern instead of behind
it; a template without the findings that no rule reads. Putting the record before the conclusions costs 10 % more, and
that is why :mod:`calf_expert.export.clips` writes it behind them.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import clips
from clips._clips import ffi, lib
from clips.common import environment_builder

from calf_expert.export.clips import NO, YES, symbol
from calf_expert.findings import FINDINGS, Kind

Answers = Mapping[str, "bool | float | str"]


class ClipsError(RuntimeError):
    """CLIPS did not take what it was given."""


def load(program: str) -> Any:
    """A CLIPS environment that holds a program; CLIPS prints what is wrong with one, and then it is refused."""
    environment = clips.Environment()
    # clipspy loads from files only; building one construct after another takes twenty times as long.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.clp"
        path.write_bytes(program.encode())
        environment.load(str(path))
    return environment


class Fired(NamedTuple):
    """The fact that a rule leaves: its id, what it does, and of what it speaks."""

    rule: str
    verb: str
    about: str


class Clips:
    """A program as it was exported, run through nothing but what clipspy documents."""

    def __init__(self, program: str) -> None:
        self.environment = load(program)
        self._seen = 0

    def infer(self, known: Answers) -> list[Fired]:
        """Forget the last person, tell the answers of another, and give what fires."""
        self.environment.reset()
        self._seen = 0
        self._tell("record", **{symbol(name): _written(answer) for name, answer in known.items()})
        return self._run()

    def manage(self, considered: Iterable[str], suspected: Iterable[str], urgency: str) -> list[Fired]:
        """Tell what the weighing found, and give what fires then."""
        for template, causes in (("considered", considered), ("suspected", suspected)):
            for cause in causes:
                self._tell(template, cause=_written(cause))
        self._tell("urgency", level=_written(str(urgency)))
        return self._run()

    def names(self, template: str) -> set[str]:
        """The names in the facts of one slot: ``concept`` or ``offered``."""
        return {fact["name"] for fact in self.environment.find_template(template).facts()}

    def fired(self) -> list[Fired]:
        """All that has fired of this person, in order."""
        facts = self.environment.find_template("fired").facts()
        return [Fired(fact["rule"], fact["verb"], fact["about"]) for fact in facts]

    def _tell(self, template: str, **slots: Any) -> None:
        self.environment.find_template(template).assert_fact(**slots)

    def _run(self) -> list[Fired]:
        self.environment.run()
        fired = self.fired()
        new = fired[self._seen :]
        self._seen = len(fired)
        return new


def _written(answer: bool | float | str) -> Any:
    if isinstance(answer, bool):
        return clips.Symbol(YES if answer else NO)
    return answer if isinstance(answer, (int, float)) else clips.Symbol(symbol(answer))


_NOTED = re.compile(r"\(assert \(fired \(rule ([^\s()]+)\) \(verb [^\s()]+\) \(about [^\s()]+\)\)\)")


class FastClips:
    """A program tuned to give the ids of what fires and nothing else: the left-hand sides are as exported.

    It goes past clipspy's Python to the CLIPS functions beneath, prepares all that can be prepared, and lets a rule
    note its number in a global instead of a fact.
    """

    def __init__(self, program: str) -> None:
        self._ids: list[str] = []
        noting = _NOTED.sub(self._noting, program)
        self._clips = load(f"(defglobal ?*fired* = (create$))\n{noting}")
        self._env = environment = self._clips._env  # noqa: SLF001  # what clipspy itself does costs twice as much
        self._fired = lib.FindDefglobal(environment, b"fired")
        self._builder = environment_builder(environment, "fact")
        lib.FBSetDeftemplate(self._builder, b"record")
        # CLIPS frees a symbol that nothing holds: these are all held by the template, which allows them.
        symbols = {text: self._value(lib.CreateSymbol(environment, text.encode())) for text in _symbols()}
        self._slots = {finding.id: ffi.new("char[]", symbol(finding.id).encode()) for finding in FINDINGS.values()}
        self._written: dict[Any, Any] = {True: symbols[YES], False: symbols[NO]} | {
            value: symbols[symbol(value)] for finding in FINDINGS.values() for value in finding.values
        }
        self._number = ffi.new("CLIPSValue *")
        self._result = ffi.new("CLIPSValue *")

    def _noting(self, found: re.Match[str]) -> str:
        self._ids.append(found[1])
        return f"(bind ?*fired* (create$ ?*fired* {len(self._ids) - 1}))"

    @staticmethod
    def _value(of: Any) -> Any:
        value = ffi.new("CLIPSValue *")
        value.value = of
        return value

    def infer(self, known: Answers) -> list[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires, in order.

        Raises:
            ClipsError: if an answer is none that CLIPS takes.
        """
        environment, builder, slots, written, number = (
            self._env,
            self._builder,
            self._slots,
            self._written,
            self._number,
        )
        put, create = lib.FBPutSlot, lib.CreateFloat
        lib.Reset(environment)
        refused = 0
        for name, answer in known.items():
            if type(answer) is float:
                number.value = create(environment, answer)
                refused |= put(builder, slots[name], number)
            else:
                refused |= put(builder, slots[name], written[answer])
        if refused:
            lib.FBAbort(builder)
            raise ClipsError("CLIPS refuses an answer")
        if lib.FBAssert(builder) == ffi.NULL:
            raise ClipsError("CLIPS refuses the record")
        lib.Run(environment, -1)
        lib.DefglobalGetValue(self._fired, self._result)
        fired = self._result.multifieldValue
        first = fired.contents + 0
        ids = self._ids
        return [ids[first[i].integerValue.contents] for i in range(fired.length)]


def _symbols() -> set[str]:
    return {YES, NO} | {
        symbol(value) for finding in FINDINGS.values() if finding.kind is Kind.ENUM for value in finding.values
    }
