"""The order that negation needs: a concept is settled before any statement rests on its absence.

After Apt, Blair and Walker 1988, "Towards a theory of declarative knowledge": a program is stratified when no concept
depends on itself through a negation; each stratum is then completed before the next begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .conditions import Concluded, NotConcluded, Scored, counted_in, findings_in
from .statements import Concludes, Evidence, Statement

Concluding = Mapping[str, Sequence[Concludes]]


def concepts_used(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The concepts a statement rests on: those it needs concluded, and those it needs not concluded.

    A class of a score is one: what lies behind it are the findings of the score's items.
    """
    needs: list[str] = []
    denies: list[str] = []
    for condition in statement.conditions:
        if isinstance(condition, (Concluded, Scored)):
            needs.append(condition.concept)
        elif isinstance(condition, NotConcluded):
            denies.append(condition.concept)
    return tuple(needs), tuple(denies)


def strata_of_concepts(statements: Iterable[Statement]) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """The stratum of each concept, and the concepts caught in a cycle through a negation (none, if all is well)."""
    concluding = [s for s in statements if isinstance(s, Concludes)]
    strata = {s.concept: 0 for s in concluding}
    # No stratum can exceed the number of concepts unless a cycle pushes it up for ever.
    limit = len(strata)
    changed = True
    while changed:
        changed = False
        for statement in concluding:
            wanted = stratum_of(statement, strata)
            if wanted > strata[statement.concept]:
                strata[statement.concept] = wanted
                changed = True
                if wanted > limit:
                    return strata, tuple(sorted(name for name, level in strata.items() if level >= limit))
    return strata, ()


def stratum_of(statement: Statement, strata: Mapping[str, int]) -> int:
    """The stratum a statement fires in, given those of the concepts."""
    needs, denies = concepts_used(statement)
    levels = [strata.get(name, 0) for name in needs] + [strata.get(name, 0) + 1 for name in denies]
    return max(levels, default=0)


def rests_on_negation(statement: Statement, concluding: Concluding) -> bool:
    """Whether a statement depends, even indirectly, on a concept that was not concluded."""
    return any(concepts_used(behind)[1] for behind in statements_behind(statement, concluding))


def findings_behind(statement: Statement, concluding: Concluding) -> tuple[str, ...]:
    """Every finding a statement rests on, through concepts too, each once, in order."""
    return tuple(
        dict.fromkeys(
            finding
            for behind in statements_behind(statement, concluding)
            for condition in behind.conditions
            for finding in findings_in(condition)
        )
    )


def evidence_behind(statement: Statement, concluding: Concluding) -> frozenset[str]:
    """The findings a statement counts, through concepts and scores too: what must not be counted again.

    Whom a score is for is no evidence: a score that is not for the young does not count their age. Nor is what a sign
    presupposes.
    """
    if isinstance(statement, Evidence) and statement.given:
        statement = replace(statement, when=statement.when[len(statement.given) :], given=())
    return frozenset(
        finding
        for behind in statements_behind(statement, concluding)
        for condition in behind.conditions
        for finding in counted_in(condition)
    )


def by_concept(statements: Iterable[Statement]) -> Concluding:
    """The statements that conclude each concept."""
    concluding: dict[str, list[Concludes]] = {}
    for statement in statements:
        if isinstance(statement, Concludes):
            concluding.setdefault(statement.concept, []).append(statement)
    return concluding


def statements_behind(statement: Statement, concluding: Concluding) -> Iterator[Statement]:
    """The statement and all that it rests on through concepts, each once."""
    seen: set[str] = set()
    waiting: list[Statement] = [statement]
    while waiting:
        current = waiting.pop()
        yield current
        needs, denies = concepts_used(current)
        for name in (*needs, *denies):
            if name not in seen:
                seen.add(name)
                waiting.extend(concluding.get(name, ()))
