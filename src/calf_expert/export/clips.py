"""The knowledge as one program for CLIPS 6.4, for everyone who would rather trust another engine than this one.

One rule a statement, with its complete left-hand side. The record is one fact with a slot for every finding. A slot
that nobody filled holds ``unknown``, which no rule that needs a *no* takes for one: absence is as safe there as here.
CLIPS itself refuses a slot that is no finding, and an answer that is none.

How a left-hand side is written. A slot that one condition reads is held against it in the pattern. All other conditions
on answers bind their slots and end in a ``test``; an unknown answer makes none of them true. A slot is never given a
literal *and* a predicate: CLIPS 6.4.2 drops the predicate of ``(slot yes&:(...))``, so that the rule fires without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ..authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AnyOf,
    AtLeastNOf,
    Concluded,
    Considered,
    InClass,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    Offered,
    OnAnswers,
    OnConclusions,
    Present,
    Scored,
    Suspected,
    UrgencyAtLeast,
    findings_in,
)
from ..authoring.statements import (
    Alerts,
    Asks,
    Cautions,
    Concludes,
    Confirms,
    Excludes,
    Forbids,
    Offers,
    Scores,
    Statement,
    Supports,
    Weakens,
)
from ..authoring.strata import concepts_used
from ..authoring.terms import Urgency
from ..catalogue import Knowledge, load
from ..explanation.layout import wrap
from ..findings import FINDINGS, UNKNOWN, Finding, Kind
from ..result import NOTICE
from .clips_scores import FUNCTIONS, classes_of, left_to_others, reckoned, reckoning, scores_in
from .clips_words import NO, YES, call, number, string, symbol, variable, within


def to_clips(knowledge: Knowledge | None = None) -> str:
    """Write a body of knowledge, the library's own by default, as one program for CLIPS 6.4.

    The text begins with how to run it. It is the same, byte for byte, wherever the knowledge is. What CLIPS does not do
    is the weighing between evidence and management: the causes that are considered and suspected, and the urgency
    reached, are asserted by whoever runs it.

    Raises:
        TypeError: if the knowledge holds a form of statement or condition that has no form in CLIPS yet.
    """
    if knowledge is None:
        knowledge = load()
    constructs = [
        *_templates(knowledge),
        _ONE_PERSON,
        *_scores(knowledge),
        *(_rule(s, knowledge) for s in knowledge.statements),
    ]
    return "\n\n".join([_header(knowledge), *constructs]) + "\n"


def _comment(text: str) -> list[str]:
    return wrap(text, "; ")


# The header and the facts. --------------------------------------------------------------------------------------------

_HOW_TO_RUN = """\
; In CLIPS, one person at a time:
;
;   (load "calf_expert.clp")
;   (reset)
;   (assert (record (calf_pain yes) (age_years 74) (relief_by_sitting yes)))
;   (run)
;   (do-for-all-facts ((?f fired)) TRUE (println ?f:verb " " ?f:about " <- " ?f:rule))
;
; The record is one fact. Its slots are findings: yes or no, a number in the finding's unit,
; or one of its named values. Leave out what was not asked, or write unknown; neither ever
; counts as a no. CLIPS refuses a slot that is no finding and an answer that is none. Where
; answers are computed and not written out, say (set-dynamic-constraint-checking TRUE) first,
; or it does not tell you of a wrong one.
;
; Change nothing after (run): conclusions would outlive what they rest on. For the next
; person, or another answer, begin again at (reset). A second record beside the first
; empties everything, so that no two people mix.
;
; Each rule that fires leaves a fact: (fired (rule <its id>) (verb <what it does>) (about
; <of what>)). What is concluded on the way stands in facts (concept (name ...)).
;
; The weighing of the evidence is not part of this program. Management is a second step,
; from its result: the causes that are possible or more (considered), those that are
; suspected, and one urgency, the highest reached:
;
;   (assert (considered (cause lumbar_spinal_stenosis)))
;   (assert (suspected (cause lumbar_spinal_stenosis)))
;   (assert (urgency (level within_days)))
;   (run)
;
; Then facts (fired ...) with the verbs offers, forbids, cautions and asks say what may be
; spoken of and what speaks against it. An option that is forbidden, or asked about, is not
; cleared. Options that have come up stand in facts (offered (name ...)), with the families
; they belong to."""

_SCORES = """\
; A published score is reckoned by a rule of its own, from what is known: a class is settled once
; nothing that is missing could change it. It then stands in a fact (reckoned (class <score>:<class>)),
; the statement about it fires, and other rules rest on (scored (class <score>:<class>))."""

_LEFT = """\
; Some scores are sums or quotients of measured numbers, which take decimal numbers to be exact; CLIPS
; has none. It does not reckon them: whoever runs it asserts their classes beside the record, where
; they are settled, as in (assert (reckoned (class <score>:<class>))). These scores are:"""

_ONE_PERSON = """\
; Two records would be two people in one conclusion.
(defrule one-person-at-a-time
  (declare (salience 10000))
  ?one <- (record)
  ?other <- (record)
  (test (neq ?one ?other))
  =>
  (println "There were two records, so everything was removed: one person at a time, and (reset) before the next.")
  (reset))"""


def _header(knowledge: Knowledge) -> str:
    about = f"The rules of calf_expert for calf pain as a program for CLIPS 6.4: {len(knowledge.statements)} of them."
    paragraphs = [
        _comment(about),
        [f"; Version {knowledge.version}", f"; sha256 of the statements: {knowledge.sha256}"],
        _comment(NOTICE),
        _comment("Written by `calf-expert export clips`. Change the knowledge and export it again, not this file."),
    ]
    return "\n;\n".join([*("\n".join(lines) for lines in paragraphs), _HOW_TO_RUN, *_about_scores(knowledge)])


def _about_scores(knowledge: Knowledge) -> Iterator[str]:
    scores, left = scores_in(knowledge), left_to_others(knowledge)
    if scores:
        yield _SCORES
    if left:
        names = "\n".join(_comment(", ".join(symbol(score.id) for score in left)))
        yield f"{_LEFT}\n;\n{names}"


def _templates(knowledge: Knowledge) -> Iterator[str]:
    yield "\n".join(["(deftemplate record", *(f"  {_slot(finding)}" for finding in FINDINGS.values())]) + ")"
    # Those that rules ask for as well: CLIPS refuses a rule about a name that is not allowed.
    classes = classes_of(knowledge.statements)
    concepts = [s.concept for s in knowledge.statements if isinstance(s, Concludes)]
    concepts += [name for s in knowledge.statements for names in concepts_used(s) for name in names]
    concepts = [name for name in concepts if name not in classes]
    offered = [name for option in knowledge.options.values() for name in option.answers_to]
    yield _named("concept", "name", concepts)
    yield _named("reckoned", "class", classes)
    yield _named("scored", "class", classes)
    yield _named("considered", "cause", knowledge.causes)
    yield _named("suspected", "cause", knowledge.causes)
    yield _named("urgency", "level", [level.value for level in Urgency])
    yield _named("offered", "name", offered)
    slots = "\n".join(f"  (slot {name} (type SYMBOL) (default ?NONE))" for name in ("rule", "verb", "about"))
    yield f"(deftemplate fired\n{slots})"


def _scores(knowledge: Knowledge) -> Iterator[str]:
    reckonings = [rule for score in scores_in(knowledge) if (rule := reckoning(score))]
    if reckonings:
        yield FUNCTIONS
        yield from reckonings


def _slot(finding: Finding) -> str:
    if finding.kind is Kind.BOOLEAN:
        answers = f"(type SYMBOL) (allowed-symbols {UNKNOWN} {YES} {NO})"
    elif finding.kind is Kind.ENUM:
        answers = f"(type SYMBOL) (allowed-symbols {' '.join([UNKNOWN, *map(symbol, finding.values)])})"
    else:
        assert finding.range is not None
        low, high = map(number, finding.range)
        answers = f"(type NUMBER SYMBOL) (allowed-symbols {UNKNOWN}) (range {low} {high})"
    return f"(slot {symbol(finding.id)} {answers} (default {UNKNOWN}))"


def _named(template: str, slot: str, names: Iterable[str]) -> str:
    """A fact of one slot that has to be given, and given one of the names that rules may use."""
    allowed = list(dict.fromkeys(map(symbol, names)))
    # CLIPS has no form for "nothing is allowed".
    lines = ["    (allowed-symbols", *(f"      {name}" for name in allowed)] if allowed else []
    closed = ["\n".join(lines) + ")"] if allowed else []
    return "\n".join([f"(deftemplate {template}", f"  (slot {slot} (type SYMBOL)", *closed, "    (default ?NONE)))"])


# One rule. ------------------------------------------------------------------------------------------------------------

_ABOUT: dict[type[Statement], Callable[[Any], str]] = {
    Concludes: lambda said: said.concept,
    Scores: lambda said: said.concept,
    Supports: lambda said: said.cause,
    Weakens: lambda said: said.cause,
    Confirms: lambda said: said.cause,
    Excludes: lambda said: said.cause,
    Alerts: lambda said: said.flag,
    Offers: lambda said: said.option,
    Forbids: lambda said: said.what,
    Cautions: lambda said: said.what,
    Asks: lambda said: said.what,
}
"""What a statement speaks of. One that is not here is refused: it may have a consequence that would be left out."""


def _rule(statement: Statement, knowledge: Knowledge) -> str:
    salience = -knowledge.strata[statement.id]
    lines = [
        *_comment(f"{' '.join(statement.source)} ({statement.grade.value})"),
        f"(defrule {symbol(statement.id)}",
        f"  {string(statement.because)}",
        *([f"  (declare (salience {salience}))"] if salience else []),
        *(f"  {element}" for element in _left_hand_side(statement)),
        "  =>",
        *(f"  {action}" for action in _right_hand_side(statement, knowledge)),
    ]
    return "\n".join(lines) + ")"


def _left_hand_side(statement: Statement) -> Iterator[str]:
    """What is concluded first: CLIPS joins from left to right, and then looks at answers only where it has to."""
    on_answers: list[OnAnswers] = []
    positive: list[str] = []
    negative: list[str] = []
    for condition in statement.conditions:
        if isinstance(condition, InClass):
            positive.append(reckoned(condition))
        elif isinstance(condition, ANSWER_CONDITIONS):
            on_answers.append(condition)
        elif isinstance(condition, NotConcluded):
            negative.append(pattern(condition))
        else:
            positive.append(pattern(condition))
    yield from positive
    # A rule that only denies would otherwise hold before there is a person.
    if on_answers or not positive:
        yield from _record(on_answers)
    yield from negative


def _record(conditions: Sequence[OnAnswers]) -> Iterator[str]:
    """The pattern of the record, and the tests of what it cannot say."""
    slots = dict.fromkeys(name for condition in conditions for name in findings_in(condition))
    constraints = {name: variable(name) for name in slots}
    tests: list[str] = []
    for condition in conditions:
        constraint = _constraint(condition)
        (name, *others) = findings_in(condition)
        alone = not others and sum(name in findings_in(other) for other in conditions) == 1
        if constraint is not None and alone:
            constraints[name] = constraint
        else:
            tests.append(f"(test {_expression(condition)})")
    yield call("record", (f"({symbol(name)} {constraint})" for name, constraint in constraints.items()))
    yield from tests


def _right_hand_side(statement: Statement, knowledge: Knowledge) -> Iterator[str]:
    about = _ABOUT.get(type(statement))
    if about is None:
        raise TypeError(f"{statement.id}: a {type(statement).__name__} has no form in CLIPS")
    spoken_of = symbol(about(statement))
    yield f"(assert (fired (rule {symbol(statement.id)}) (verb {statement.verb}) (about {spoken_of})))"
    if isinstance(statement, Scores):
        yield f"(assert (scored (class {spoken_of})))"
    elif isinstance(statement, Concludes):
        yield f"(assert (concept (name {spoken_of})))"
    elif isinstance(statement, Offers):
        for name in knowledge.options[statement.option].answers_to:
            yield f"(assert (offered (name {symbol(name)})))"


# Conditions. Each form stands in one of the two tables. ---------------------------------------------------------------


def _urgency(condition: UrgencyAtLeast) -> str:
    return f"(urgency (level {'|'.join(level.value for level in Urgency if level >= condition.level)}))"


_PATTERNS: dict[type[OnConclusions], Callable[[Any], str]] = {
    Concluded: lambda it: f"(concept (name {symbol(it.concept)}))",
    Scored: lambda it: f"(scored (class {symbol(it.concept)}))",
    NotConcluded: lambda it: f"(not (concept (name {symbol(it.concept)})))",
    Considered: lambda it: f"(considered (cause {symbol(it.cause)}))",
    Suspected: lambda it: f"(suspected (cause {symbol(it.cause)}))",
    Offered: lambda it: f"(offered (name {symbol(it.what)}))",
    UrgencyAtLeast: _urgency,
}


def pattern(condition: OnConclusions) -> str:
    """A condition on conclusions, as a pattern."""
    write = _PATTERNS.get(type(condition))
    if write is None:
        raise TypeError(f"{type(condition).__name__} has no form in CLIPS")
    return write(condition)


def _equal(finding_id: str, *answers: str) -> str:
    equal = [f"(eq {variable(finding_id)} {answer})" for answer in answers]
    return equal[0] if len(equal) == 1 else call("or", equal)


def _measured(condition: Measured) -> tuple[str, str]:
    value = variable(condition.finding)
    return f"(numberp {value})", within(value, condition.limit)


def _at_least(condition: AtLeastNOf) -> str:
    held = call("+", (f"(if {_expression(part)} then 1 else 0)" for part in condition.parts))
    return f"(>= {held} {condition.n})"


_EXPRESSIONS: dict[type[OnAnswers], Callable[[Any], str]] = {
    Present: lambda it: _equal(it.finding, YES),
    Absent: lambda it: _equal(it.finding, NO),
    NotKnown: lambda it: _equal(it.finding, UNKNOWN),
    Is: lambda it: _equal(it.finding, *map(symbol, it.in_)),
    Measured: lambda it: call("and", _measured(it)),
    AllOf: lambda it: call("and", map(_expression, it.parts)),
    AnyOf: lambda it: call("or", map(_expression, it.parts)),
    AtLeastNOf: _at_least,
}
"""A condition on answers that are bound to variables of their names: TRUE just where the condition is true."""

_CONSTRAINTS: dict[type[OnAnswers], Callable[[Any], str]] = {
    Present: lambda _: YES,
    Absent: lambda _: NO,
    NotKnown: lambda _: UNKNOWN,
    Is: lambda it: "|".join(map(symbol, it.in_)),
    Measured: lambda it: "&:".join([variable(it.finding), *_measured(it)]),
}
"""Those that a slot of the pattern can say by itself."""


def _expression(condition: OnAnswers) -> str:
    write = _EXPRESSIONS.get(type(condition))
    if write is None:
        raise TypeError(f"{type(condition).__name__} has no form in CLIPS")
    return write(condition)


def _constraint(condition: OnAnswers) -> str | None:
    write = _CONSTRAINTS.get(type(condition))
    return write(condition) if write is not None else None
