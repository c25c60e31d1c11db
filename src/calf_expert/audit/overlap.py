"""Rules that say what others say already, and rules that contradict one another.

Two statements have the same consequence when they have the same verb and speak of the same cause and group, flag,
concept or option. Where the conditions of one imply those of the other, it depends on the verb what that means:

* **Evidence.** A special sign inside a general one is how strengths are layered, as long as the special one weighs
  more: of a group only the strongest counts. A sign *never counts* when, wherever it fires, another of its group fires
  that weighs at least as much; the others may take turns. That is so across the two directions as well.
* **Alerts.** The special one is needed only if it is more urgent or suspects a cause that the general one does not.
* **Forbids and cautions.** Each is a reason that the person reads. The special one is needed if it is a major caution
  and the general one is not, or if the general one rests on no answer: a warning that stands beside the option for
  everybody does not say what is special about this person.
* **All others** say the same wherever the special one fires, so that the special one adds nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from ..authoring.conditions import findings_in
from ..authoring.statements import (
    Alerts,
    Asks,
    Cautions,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Forbids,
    Offers,
    Statement,
    Supports,
    Weakens,
)
from .logic import any_of, variables_in
from .meaning import Meaning
from .remarks import Remark, of

CHECK = "overlap"


def overlapping(meaning: Meaning) -> Iterator[Remark]:
    """Duplicate and subsumed statements, and evidence that never counts."""
    alike: dict[object, list[Statement]] = {}
    for statement in meaning.knowledge.statements:
        alike.setdefault(_consequence(statement), []).append(statement)
    for statements in alike.values():
        yield from _said_twice(meaning, statements)
    for signs in _by_cause(meaning, Evidence).values():
        yield from _never_counting(meaning, signs)


def contradictions(meaning: Meaning) -> Iterator[Remark]:
    """Statements that speak for and against one cause, or confirm and exclude it, on the same premises."""
    for statements in (*_by_cause(meaning, Evidence).values(), *_by_cause(meaning, Confirms, Excludes).values()):
        for one, other in _neighbours(meaning, statements):
            if one.verb != other.verb and meaning.entails(one, other) and meaning.entails(other, one):
                what = f"{other.verb} just where `{one.name}` ({one.location}) {one.verb}"
                yield of("contradiction", other, what)


_S = TypeVar("_S", bound=Statement)


def _by_cause(meaning: Meaning, *kinds: type[_S]) -> Mapping[str, Sequence[_S]]:
    found: dict[str, list[_S]] = {}
    for statement in meaning.knowledge.statements:
        if isinstance(statement, kinds):
            found.setdefault(statement.location.name, []).append(statement)
    return found


# What a statement speaks of, beside its verb. Evidence is weighed by cause; what is not here stands for itself.
_SPOKEN_OF: Mapping[type[Statement], tuple[str, ...]] = {
    Concludes: ("concept",),
    Supports: ("cause",),
    Weakens: ("cause",),
    Confirms: ("cause",),
    Excludes: ("cause",),
    Alerts: ("flag",),
    Offers: ("cause", "option"),
    Forbids: ("what",),
    Cautions: ("what",),
    Asks: ("what", "about"),
}


def _consequence(statement: Statement) -> tuple[str, ...]:
    names = _SPOKEN_OF.get(type(statement), ("id",))
    return statement.verb, *(str(getattr(statement, name)) for name in names)


def _said_twice(meaning: Meaning, statements: Sequence[Statement]) -> Iterator[Remark]:
    for one, other in _neighbours(meaning, statements):
        forth, back = meaning.entails(one, other), meaning.entails(other, one)
        if forth and back:
            yield of(CHECK, other, f"fires just where `{one.name}` ({one.location}) does, and says the same")
        elif (forth or back) and not isinstance(one, Evidence):
            special, general = (one, other) if forth else (other, one)
            if not _adds(special, general):
                what = f"fires only where `{general.name}` ({general.location}) does, and adds nothing to it"
                yield of(CHECK, special, what)


def _adds(special: Statement, general: Statement) -> bool:
    if isinstance(special, Alerts) and isinstance(general, Alerts):
        return special.urgency > general.urgency or not set(special.suspects) <= set(general.suspects)
    if isinstance(special, (Forbids, Cautions)) and not any(findings_in(condition) for condition in general.when):
        return True
    return isinstance(special, Cautions) and isinstance(general, Cautions) and special.major and not general.major


def _never_counting(meaning: Meaning, signs: Sequence[Evidence]) -> Iterator[Remark]:
    for sign in signs:
        formula = meaning.of(sign)
        rivals = [
            rival
            for rival in signs
            if rival is not sign
            and rival.group == sign.group
            and sign.group is not None
            and (abs(rival.weight), rival.weight) >= (abs(sign.weight), sign.weight)
            # On the same premises it is told as said twice.
            and not (meaning.entails(rival, sign) and meaning.entails(sign, rival))
        ]
        if rivals and meaning.implies(formula, any_of([meaning.of(rival) for rival in rivals])):
            needed = _needed(meaning, sign, rivals)
            names = ", ".join(f"`{rival.name}` ({rival.location})" for rival in needed)
            yield of(CHECK, sign, f"never counts: wherever it fires, its group holds as much already by {names}")


def _needed(meaning: Meaning, sign: Evidence, rivals: Sequence[Evidence]) -> list[Evidence]:
    needed = list(rivals)
    for rival in rivals:
        without = [other for other in needed if other is not rival]
        if meaning.implies(meaning.of(sign), any_of([meaning.of(other) for other in without])):
            needed = without
    return needed


def _neighbours(meaning: Meaning, statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs that speak of something in common; of the others neither can imply the other."""
    spoken_of = {statement.id: variables_in(meaning.of(statement)) for statement in statements}
    for one, other in itertools.combinations(statements, 2):
        if spoken_of[one.id] & spoken_of[other.id]:
            yield one, other
