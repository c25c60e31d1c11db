"""The contenders: each takes what is known of a person, validated, and gives the ids of the rules that fire."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from calf_expert.authoring.conditions import (
    Absent,
    AllOf,
    Answer,
    AnyOf,
    AtLeastNOf,
    Concluded,
    Condition,
    Considered,
    InClass,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    Offered,
    Present,
    Scored,
    Suspected,
    UrgencyAtLeast,
)
from calf_expert.catalogue import Knowledge
from calf_expert.engine import Engine
from calf_expert.export.clips_scores import left_to_others
from calf_expert.reasoning import Reasoner

from . import floor
from .cases import Case
from .clips_c import CFacts, CRecord
from .clips_public import PublicFacts, PublicRecord
from .zen_table import ZenTable

Infer = Callable[[Mapping[str, Answer]], Collection[str]]


class DifferentAnswersError(Exception):
    """A contender fired other rules than the library: there is nothing to measure."""


@dataclass(frozen=True)
class Rival:
    """A way to run the rules. ``rows``: the rules it can express, where that is not all of them."""

    name: str
    what: str
    infer: Infer
    rows: Collection[str] | None = None


# The forms of condition that every contender has words for.
FORMS = (
    *(Present, Absent, Is, Measured, NotKnown, AllOf, AnyOf, AtLeastNOf),
    *(Concluded, NotConcluded, Scored, Considered, Suspected, UrgencyAtLeast, Offered),
)


def comparable(knowledge: Knowledge) -> Knowledge:
    """The knowledge without the rules that not all contenders can run: none of them gets those.

    Scores that CLIPS cannot reckon exactly are left out, and the rules that rest on their classes.
    """
    left = frozenset(score.id for score in left_to_others(knowledge))
    statements = tuple(s for s in knowledge.statements if all(_is_said_by_all(c, left) for c in s.conditions))
    return replace(knowledge, statements=statements)


def _is_said_by_all(condition: Condition, left: frozenset[str]) -> bool:
    if isinstance(condition, InClass):
        return condition.score.id not in left
    if type(condition) not in FORMS or (isinstance(condition, Scored) and condition.score in left):
        return False
    return not isinstance(condition, AllOf) or all(
        _is_said_by_all(part, left) and not isinstance(part, InClass) for part in condition.parts
    )


def rivals(knowledge: Knowledge) -> list[Rival]:
    """All of them, the library's own first."""
    zen = ZenTable(knowledge)
    evidence = f"GoRules zen-engine: {len(zen.rows)} of {len(knowledge.statements)} rules as one table"
    return [
        Rival("infer", "calf_expert's engine", fired_ids(Reasoner(knowledge).engine)),
        Rival("experta_stock", "stock Experta, same rules", fired_ids(Reasoner(knowledge, stock=True).engine)),
        Rival("clipspy_facts", "CLIPS 6.4 by clipspy's classes, one fact an answer", PublicFacts(knowledge).infer),
        Rival("clipspy_record", "CLIPS 6.4 by clipspy's classes, one fact a person", PublicRecord(knowledge).infer),
        Rival("clips_c_facts", "CLIPS 6.4 by its C calls, one fact an answer", CFacts(knowledge).infer),
        Rival("clips_c_record", "CLIPS 6.4 by its C calls, one fact a person", CRecord(knowledge).infer),
        Rival("floor", "the conditions as one Python function", floor.generate(knowledge)),
        Rival("zen", evidence, zen.infer, zen.rows),
    ]


def fired_ids(engine: Engine) -> Infer:
    """Answers in, ids out, on an engine of the library."""

    def infer(known: Mapping[str, Answer]) -> Collection[str]:
        with engine.session() as session:
            return [statement.id for statement in session.infer(known)]

    return infer


def check_that_all_agree(contenders: Sequence[Rival], cases: Iterable[Case]) -> None:
    """Refuse to measure contenders that do not fire what the first of them fires.

    Raises:
        DifferentAnswersError: with the case, and the rules in which they differ.
    """
    ours, *others = contenders
    for case in cases:
        fired = sorted(ours.infer(case.known))
        for other in others:
            due = fired if other.rows is None else [rule_id for rule_id in fired if rule_id in other.rows]
            got = sorted(other.infer(case.known))
            if got != due:
                extra, lost = sorted(set(got) - set(due)), sorted(set(due) - set(got))
                raise DifferentAnswersError(
                    f"{other.name} on {case.name!r}: fires besides {extra}, does not fire {lost}, "
                    f"{len(got)} instead of {len(due)} in all"
                )
