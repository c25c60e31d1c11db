"""The knowledge in real CLIPS, through clipspy: as it was exported, for tests, and as fast as it was found to run.

Both take answers as ``Presentation.known`` gives them, and give the rules that fired.

What :class:`FastClips` does was chosen by measuring: 60 random people with 37 answers and 25 firings on average, 768
rules, CLIPS 6.4.2 with clipspy 1.0.6. Rivals were interleaved, on a busy machine, so that only ratios count.

Encoding of the record, whole run, microseconds (the median, and the best tenth of the runs)
    one fact an answer, in one template; an any-of expanded into alternatives (``or``)    432   185
    one fact an answer, in a template for each finding; any-of expanded                   447   224
    one fact an answer; an any-of concluded by rules of its own                           535   238
    one record, tests behind it, as exported                                              576   268
    one fact an answer; any-of as ``(exists (or ...))``: Rete joins of nested negations 48820 32898
    The order of slots in the record, tests inside its pattern, and leaving out findings that no rule reads: no gain.
    Patterns on the record before those on conclusions: 10 % slower, and so the exporter writes them behind.
    The lead of one fact an answer shrinks with the answers, and with 87 of them (60 plausible people, 34 firings) the
    record takes 10 % less: a rule then fires once for each of its alternatives. Neither is the fastest for everyone.
The rest, on the record, microseconds
    emptying:   ``reset`` 21; retracting all facts 16, but it leaves globals; ``(retract *)`` 48
    asserting:  prepared names and values through C calls 101; ``Template.assert_fact`` 193; ``assert_string`` 1270
    noting ids: a number in a global 89 (with the rest of ``run``); a name in it 90; one string 122; a fact 153;
                ``printout`` to a router 152 to 200; a Python function 204. Noting nothing saves 10, so that reading
                activations could save no more.
    reading:    the global through C calls 11; ``Global.value`` 37; facts through C calls 28; ``Template.facts`` 154
    loading:    30 ms as a file; 600 ms one construct after another. ``FastClips`` takes 1 s, for the alternatives.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import clips
from clips._clips import ffi, lib
from clips.common import environment_builder

from calf_expert.authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AtLeastNOf,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    OnAnswers,
    Present,
)
from calf_expert.authoring.scores import Score
from calf_expert.authoring.statements import Concludes, Statement
from calf_expert.catalogue import Knowledge
from calf_expert.export.clips import pattern
from calf_expert.export.clips_scores import classes_told
from calf_expert.export.clips_words import NO, YES, symbol, within
from calf_expert.findings import FINDINGS

Answers = Mapping[str, "bool | float | str"]


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

    def __init__(self, program: str, left: Iterable[Score] = ()) -> None:
        """``left``: the scores that the program leaves to whoever runs it."""
        self.environment = load(program)
        self._left = tuple(left)
        self._seen = 0

    def infer(self, known: Answers) -> list[Fired]:
        """Forget the last person, tell the answers of another, and give what fires."""
        self.environment.reset()
        self._seen = 0
        self._tell("record", **{symbol(name): _written(answer) for name, answer in known.items()})
        for name in classes_told(self._left, known):
            self._tell("reckoned", **{"class": clips.Symbol(name)})
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

    def classes(self) -> set[str]:
        """The classes of scores that stand in facts."""
        return {fact["class"] for fact in self.environment.find_template("scored").facts()}

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


class FastClips:
    """The same statements encoded and run to give the ids of what fires before management, and nothing else.

    It goes past clipspy's Python to the CLIPS functions beneath, prepares all that can be prepared, and checks nothing:
    answers are those of a validated presentation.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._ids = [statement.id for statement in knowledge.statements]
        self._clips = load(fastest(knowledge))
        self._env = environment = self._clips._env  # noqa: SLF001  # what clipspy itself does costs twice as much
        self._fired = lib.FindDefglobal(environment, b"fired")
        self._builder = environment_builder(environment, "fact")
        lib.FBSetDeftemplate(self._builder, b"answer")
        self._finding, self._value = ffi.new("char[]", b"finding"), ffi.new("char[]", b"value")
        self._names = {finding.id: self._symbol(finding.id) for finding in FINDINGS.values()}
        self._written: dict[Any, Any] = {True: self._symbol(YES), False: self._symbol(NO)}
        self._written |= {value: self._symbol(value) for finding in FINDINGS.values() for value in finding.values}
        self._number = ffi.new("CLIPSValue *")
        self._result = ffi.new("CLIPSValue *")

    def _symbol(self, name: str) -> Any:
        value = ffi.new("CLIPSValue *")
        value.value = lib.CreateSymbol(self._env, symbol(name).encode())
        return value

    def infer(self, known: Answers) -> set[str]:
        """Forget the last person, tell the answers of another, and give the ids of what fires."""
        environment, builder, number = self._env, self._builder, self._number
        put, create, tell = lib.FBPutSlot, lib.CreateFloat, lib.FBAssert
        finding, value, names, written = self._finding, self._value, self._names, self._written
        lib.Reset(environment)
        for name, answer in known.items():
            put(builder, finding, names[name])
            if type(answer) is float:
                number.value = create(environment, answer)
                put(builder, value, number)
            else:
                put(builder, value, written[answer])
            tell(builder)
        lib.Run(environment, -1)
        lib.DefglobalGetValue(self._fired, self._result)
        fired = self._result.multifieldValue
        first = fired.contents + 0
        ids = self._ids
        # A set: a rule fires once for each of its alternatives that holds.
        return {ids[first[i].integerValue.contents] for i in range(fired.length)}


# The encoding that ran fastest. ---------------------------------------------------------------------------------------


def fastest(knowledge: Knowledge) -> str:
    """The statements with one fact an answer; whatever is not known has none. No rule leaves a fact but for a concept.

    CLIPS frees a symbol that nothing holds, so one global holds all that answers may be.
    """
    symbols = {YES, NO, *FINDINGS, *(value for finding in FINDINGS.values() for value in finding.values)}
    templates = ("concept name", "offered name", "considered cause", "suspected cause", "urgency level")
    return "\n".join(
        [
            "(defglobal ?*fired* = (create$))",
            f"(defglobal ?*held* = (create$ {' '.join(sorted(map(symbol, symbols)))}))",
            "(deftemplate answer (slot finding) (slot value))",
            *(f"(deftemplate {template} (slot {slot}))" for template, slot in map(str.split, templates)),
            *(_rule(number, said, knowledge.strata[said.id]) for number, said in enumerate(knowledge.statements)),
        ]
    )


def _rule(number: int, statement: Statement, stratum: int) -> str:
    variables = (f"?v{n}" for n in itertools.count())
    answers: list[str] = []
    positive: list[str] = []
    negative: list[str] = []
    for condition in statement.conditions:
        if isinstance(condition, ANSWER_CONDITIONS):
            answers.extend(_element(part, variables) for part in _flat(condition))
        else:
            (negative if isinstance(condition, NotConcluded) else positive).append(pattern(condition))
    # The most selective first: what is concluded, single answers, alternatives, what is not known.
    answers.sort(key=lambda element: ("(answer", "(or", "(not").index(element.split(" ", 1)[0]))
    actions = [f"(bind ?*fired* (create$ ?*fired* {number}))"]
    if isinstance(statement, Concludes):
        actions.append(f"(assert (concept (name {symbol(statement.concept)})))")
    left, right = " ".join([*positive, *answers, *negative]), " ".join(actions)
    return f"(defrule {symbol(statement.id)} (declare (salience {-stratum})) {left} => {right})"


def _flat(condition: OnAnswers) -> Iterator[OnAnswers]:
    """A condition as conditions that all have to hold."""
    if type(condition) is AllOf:
        for part in condition.parts:
            yield from _flat(part)
    else:
        yield condition


def _element(condition: OnAnswers, variables: Iterator[str]) -> str:
    if isinstance(condition, AllOf):
        return _composite(condition, variables)
    answer = f"(answer (finding {symbol(condition.finding)})"
    if isinstance(condition, NotKnown):
        return f"(not {answer}))"
    if isinstance(condition, Measured):
        variable = next(variables)
        return f"{answer} (value {variable}&:{within(variable, condition.limit)}))"
    if isinstance(condition, Is):
        return f"{answer} (value {'|'.join(map(symbol, condition.in_))}))"
    if isinstance(condition, (Present, Absent)):
        return f"{answer} (value {YES if isinstance(condition, Present) else NO}))"
    raise TypeError(f"{type(condition).__name__} has no form in CLIPS")


def _composite(condition: AllOf, variables: Iterator[str]) -> str:
    if type(condition) is AllOf:
        return f"(and {' '.join(_element(part, variables) for part in condition.parts)})"
    n = condition.n if isinstance(condition, AtLeastNOf) else 1
    ways = [list(parts) for parts in itertools.combinations(condition.parts, n)]
    return f"(or {' '.join(_element(AllOf(*way) if n > 1 else way[0], variables) for way in ways)})"
