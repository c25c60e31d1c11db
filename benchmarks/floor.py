"""The floor: the statements written out as one plain Python function, generated from them.

It has the same answers in and the same ids out, and nothing else: no facts, no agenda, no order of firing, no trace, no
second stage for management. What it costs is what the conditions alone cost in this interpreter. It tries every
condition on every person, so it grows with the rules, which an engine that looks rules up by what is known need not.

Scores are not written out: those of which enough is known to settle a class are reckoned by the library itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from calf_expert.authoring import AtLeast, AtMost, Between, LessThan, MoreThan
from calf_expert.authoring.conditions import (
    ANSWER_CONDITIONS,
    MANAGEMENT_CONDITIONS,
    Absent,
    AllOf,
    Answer,
    AnyOf,
    AtLeastNOf,
    Concluded,
    Condition,
    InClass,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    OnAnswers,
    Present,
    Scored,
    findings_in,
)
from calf_expert.authoring.scores import Score
from calf_expert.authoring.statements import Concludes, Scores, Statement
from calf_expert.authoring.strata import concepts_used
from calf_expert.catalogue import Knowledge
from calf_expert.engine.facts import Record
from calf_expert.export.clips_scores import scores_in

Infer = Callable[[Mapping[str, Answer]], Sequence[str]]


def generate(knowledge: Knowledge) -> Infer:
    """The function, compiled."""
    namespace: dict[str, Any] = {"scores": {score.id: score for score in scores_in(knowledge)}, "Record": Record}
    exec(compile(source_of(knowledge), "<floor>", "exec"), namespace)  # noqa: S102 - of names and numbers checked on load
    infer: Infer = namespace["infer"]
    return infer


def source_of(knowledge: Knowledge) -> str:
    """The function's source.

    Raises:
        TypeError: for a form of condition that it has no words for yet.
        graphlib.CycleError: if concepts rest on one another in a circle; straight lines cannot settle that.
    """
    statements = [s for s in knowledge.statements if not _is_management(s)]
    used = dict.fromkeys(name for s in statements for c in s.conditions for name in findings_in(c))
    concepts = dict.fromkeys(s.concept for s in statements if isinstance(s, Concludes) and not isinstance(s, Scores))
    lines = ["def infer(known):", "    get = known.get", "    fired = []", "    fire = fired.append"]
    lines += [f"    f_{name} = get({name!r})" for name in used]
    lines += [f"    c_{name} = False" for name in concepts]
    lines += ["    record = Record.of(known)"]
    lines += [_reckoned(score) for score in scores_in(knowledge)]
    for statement in _in_order(statements):
        lines.append(f"    if {' and '.join(map(_condition, statement.conditions))}:")
        lines.append(f"        fire({statement.id!r})")
        if isinstance(statement, Concludes) and not isinstance(statement, Scores):
            lines.append(f"        c_{statement.concept} = True")
    return "\n".join([*lines, "    return fired", ""])


def _reckoned(score: Score) -> str:
    """The classes of a score; none is looked for where too little is known to settle one."""
    enough = dict.fromkeys(
        f"{' + '.join(f'{amount} * (f_{name} is not None)' for name, amount in adds.items())} >= {until}"
        for until, adds in (score.least_told(one.id) for one in score.every_class)
        if adds
    )
    return f"    s_{score.id} = scores[{score.id!r}].classes_in(record) if {' or '.join(enough) or False} else ()"


def _is_management(statement: Statement) -> bool:
    """Whether it waits for the weighing, which comes after what is measured here."""
    return any(isinstance(condition, MANAGEMENT_CONDITIONS) for condition in statement.conditions)


def _in_order(statements: Iterable[Statement]) -> Iterator[Statement]:
    """What concludes a concept before what rests on it or on its absence; this settles the strata too."""
    concluding: dict[str, list[Concludes]] = {}
    scoring: list[Statement] = []
    others: list[Statement] = []
    for statement in statements:
        if isinstance(statement, Scores):
            scoring.append(statement)
        elif isinstance(statement, Concludes):
            concluding.setdefault(statement.concept, []).append(statement)
        else:
            others.append(statement)
    rests_on = {
        concept: {name for statement in by for names in concepts_used(statement) for name in names}
        for concept, by in concluding.items()
    }
    yield from scoring
    for concept in TopologicalSorter(rests_on).static_order():
        yield from concluding.get(concept, ())
    yield from others


def _condition(condition: Condition) -> str:
    if isinstance(condition, InClass):
        return f"{condition.class_id!r} in s_{condition.score.id}"
    if isinstance(condition, Scored):
        return f"{condition.class_id!r} in s_{condition.score}"
    if isinstance(condition, ANSWER_CONDITIONS):
        return _answered(condition)
    if isinstance(condition, Concluded):
        return f"c_{condition.concept}"
    if isinstance(condition, NotConcluded):
        return f"not c_{condition.concept}"
    raise TypeError(f"no Python for {type(condition).__name__} yet")


def _answered(condition: OnAnswers) -> str:
    """Python that is true where the condition is true. Unknown is not true, so two values are enough."""
    if isinstance(condition, AtLeastNOf):
        return f"({' + '.join(f'bool({_answered(part)})' for part in condition.parts)} >= {condition.n})"
    if isinstance(condition, AllOf):
        word = " or " if isinstance(condition, AnyOf) else " and "
        return f"({word.join(map(_answered, condition.parts))})"
    if isinstance(condition, Is):
        return f"f_{condition.finding} in {condition.in_!r}"
    if isinstance(condition, Measured):
        return f"(f_{condition.finding} is not None and {_within(f'f_{condition.finding}', condition)})"
    if isinstance(condition, (Present, Absent, NotKnown)):
        return f"f_{condition.finding} is {_LITERALS[type(condition)]}"
    raise TypeError(f"no Python for {type(condition).__name__} yet")


_LITERALS: dict[type, bool | None] = {Present: True, Absent: False, NotKnown: None}


def _within(local: str, condition: Measured) -> str:
    limit = condition.limit
    if isinstance(limit, Between):
        return f"{float(limit.low)!r} <= {local} <= {float(limit.high)!r}"
    sign = {AtLeast: ">=", MoreThan: ">", AtMost: "<=", LessThan: "<"}[type(limit)]
    return f"{local} {sign} {float(limit.value)!r}"
