"""The knowledge as two programs for CLIPS that run fast, and note the ids of what fires and nothing else.

In ``as_records`` a person is one fact, as in the program that is exported; in ``as_facts`` each answer is one. With
ten answers or fewer, one fact an answer takes half as long; with forty, two thirds longer, because a rule then fires
once for each of its alternatives that holds. Which of them is CLIPS at its fastest is for the cases to say.

What they do was chosen by measuring: 60 random people with 37 answers and 25 firings on average, 768 rules, CLIPS 6.4.2
with clipspy 1.0.6. Rivals were interleaved, on a busy machine, so that only ratios count.

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
    loading:    30 ms as a file; 600 ms one construct after another. ``as_facts`` takes 1 s, for the alternatives.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from calf_expert.authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AtLeastNOf,
    InClass,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    OnAnswers,
    Present,
    Scored,
)
from calf_expert.authoring.statements import Concludes, Scores, Statement
from calf_expert.catalogue import Knowledge
from calf_expert.export.clips import pattern, to_clips
from calf_expert.export.clips_scores import FUNCTIONS, reckoned, reckoning, scores_in
from calf_expert.export.clips_words import NO, YES, call, symbol, within
from calf_expert.findings import FINDINGS, UNKNOWN

FIRED = "fired"
"""The global that holds the numbers of what fired: places in ``Knowledge.statements``."""


def as_records(knowledge: Knowledge) -> str:
    """The program as it is exported, but that a firing leaves its number in a global instead of a fact."""
    numbers = {symbol(statement.id): number for number, statement in enumerate(knowledge.statements)}
    program = _LEAVES_A_FACT.sub(lambda found: _note(numbers[found[1]]), to_clips(knowledge))
    return f"(defglobal ?*{FIRED}* = (create$))\n{program}"


_LEAVES_A_FACT = re.compile(r"\(assert \(fired \(rule ([^\s()]+)\) \(verb [^\s()]+\) \(about [^\s()]+\)\)\)")


def _note(number: int) -> str:
    return f"(bind ?*{FIRED}* (create$ ?*{FIRED}* {number}))"


# One fact an answer. --------------------------------------------------------------------------------------------------


def read_by_scores(knowledge: Knowledge) -> frozenset[str]:
    """The findings that scores are reckoned from."""
    return frozenset(name for score in scores_in(knowledge) for name in score.findings)


def as_facts(knowledge: Knowledge) -> str:
    """The statements with one fact an answer; whatever is not known has none. No rule leaves a fact but for a concept.

    What scores are reckoned from stands in one record besides, because all of it is looked at together. CLIPS frees a
    symbol that nothing holds, so one global holds all that answers may be.
    """
    symbols = {YES, NO, *FINDINGS, *(value for finding in FINDINGS.values() for value in finding.values)}
    names = ("concept name", "reckoned class", "scored class", "offered name")
    templates = (*names, "considered cause", "suspected cause", "urgency level")
    slots = (f"(slot {symbol(name)} (default {UNKNOWN}))" for name in sorted(read_by_scores(knowledge)))
    rested_on = {condition for s in knowledge.statements for condition in s.conditions if isinstance(condition, Scored)}
    return "\n".join(
        [
            f"(defglobal ?*{FIRED}* = (create$))",
            f"(defglobal ?*held* = (create$ {' '.join(sorted(map(symbol, symbols)))}))",
            "(deftemplate answer (slot finding) (slot value))",
            call("deftemplate record", slots),
            *(f"(deftemplate {template} (slot {slot}))" for template, slot in map(str.split, templates)),
            FUNCTIONS,
            *(rule for score in scores_in(knowledge) if (rule := reckoning(score))),
            *(
                _rule(number, said, knowledge.strata[said.id], {condition.concept for condition in rested_on})
                for number, said in enumerate(knowledge.statements)
            ),
        ]
    )


def _rule(number: int, statement: Statement, stratum: int, rested_on: set[str]) -> str:
    variables = (f"?v{n}" for n in itertools.count())
    answers: list[str] = []
    positive: list[str] = []
    negative: list[str] = []
    for condition in statement.conditions:
        if isinstance(condition, InClass):
            positive.append(reckoned(condition))
        elif isinstance(condition, ANSWER_CONDITIONS):
            answers.extend(_element(part, variables) for part in _flat(condition))
        else:
            (negative if isinstance(condition, NotConcluded) else positive).append(pattern(condition))
    # The most selective first: what is concluded, single answers, alternatives, what is not known.
    answers.sort(key=lambda element: ("(answer", "(or", "(not").index(element.split(" ", 1)[0]))
    actions = [_note(number)]
    if isinstance(statement, Scores):
        if statement.concept in rested_on:
            actions.append(f"(assert (scored (class {symbol(statement.concept)})))")
    elif isinstance(statement, Concludes):
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
    if isinstance(condition, InClass):
        raise TypeError("a class of a score stands for itself, and not within another condition")
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
