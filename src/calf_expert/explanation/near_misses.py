"""Rules that did not fire, and what each of them lacked: contradicted by what is on record, or not known.

A premise is lacking just where its truth is not True. What is not known may still come true; what is contradicted
cannot, by any further answer. Through a concept that was not concluded it goes on to the rules that conclude it.
"""

from __future__ import annotations

import enum
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, TypeAlias

from pydantic import ConfigDict, Field

from ..authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AnswerLeaf,
    Answers,
    AnyOf,
    AtLeastNOf,
    Condition,
    Is,
    Measured,
    NotConcluded,
    OnAnswers,
    Present,
    every_answer,
)
from ..authoring.limits import AtLeast, AtMost, Between, LessThan, MoreThan
from ..authoring.statements import Evidence, Statement
from ..authoring.strata import by_concept
from ..catalogue import Knowledge
from ..findings import FINDINGS, UNKNOWN, AskedOf
from ..trace import STRICT, AnswerValue
from .layout import told, words, wrap

_MOST_WAYS = 64
_MOST_WAYS_OF_A_PART = 8
_SHOWN = 5
_LONGEST_CONDITION = 200

Gain: TypeAlias = Callable[[Evidence], int]


class Because(str, enum.Enum):
    """Why a premise is lacking."""

    CONTRADICTED = "contradicted"
    """What is on record makes it false."""
    NOT_KNOWN = "not_known"
    """An answer that is not on record could still make it true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAnswer:
    """A finding that is not known, and an answer that would help.

    ``asked`` tells a finding that was asked, and is not known, from one that was not asked. ``answer`` is one that
    meets the condition, and ``None`` where no single answer does: an item of a score, say.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    finding: str
    says: Annotated[str, Field(description="the condition, in words")]
    answer: AnswerValue | None
    asked: bool
    asked_of: AskedOf
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A premise that was not met.

    ``contradicted_by`` holds the answers on record that make it false (the finding, and the answer in words). ``open``
    holds every answer that could have a part in making it true, and ``ways`` the smallest sets of them that do: some,
    where there are very many. For a concept, ``through`` holds the rules that would conclude it. ``was_concluded``: it
    was concluded, and the rule wants that it was not.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    because: Because
    says: str
    concept: str | None = None
    was_concluded: bool = False
    contradicted_by: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    open: tuple[OpenAnswer, ...] = ()
    ways: tuple[tuple[OpenAnswer, ...], ...] = ()
    through: tuple[NearMiss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A rule that did not fire, with what it lacked.

    ``gain`` is what the weight of its cause would gain in millibans, its group counted; ``None`` for what has no
    weight. ``missing`` counts the fewest answers that it lacks, through concepts too; a premise that is contradicted
    counts as one.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    rule_id: str
    verb: str
    because: str
    gain: int | None
    held: Annotated[tuple[str, ...], Field(repr=False, description="the premises that are met, in words")]
    lacking: tuple[Lacking, ...]
    missing: int
    sources: tuple[str, ...]
    written_at: str

    @property
    def can_fire(self) -> bool:
        """Whether further answers could make it fire: nothing on record contradicts it."""
        return all(lack.because is Because.NOT_KNOWN for lack in self.lacking)


class Looking:
    """Looks at the rules of a body of knowledge from where one person stands."""

    def __init__(self, knowledge: Knowledge, given: Mapping[str, AnswerValue], concluded: Iterable[str]) -> None:
        self._concluding = by_concept(knowledge.statements)
        self._given = given
        self._answers: Answers = every_answer(given)
        self._concluded = frozenset(concluded)

    def near(self, rules: Iterable[Statement], gain: Gain | None = None) -> tuple[NearMiss, ...]:
        """The rules of these that did not fire: by what they would gain, then by how little they lack, then by id."""
        return tuple(sorted(self._near(rules, gain, ()), key=_nearest_first))

    def _near(self, rules: Iterable[Statement], gain: Gain | None, above: tuple[str, ...]) -> Iterator[NearMiss]:
        for rule in rules:
            met = [(condition, self._met(condition, ())) for condition in rule.conditions]
            lacking = tuple([self._lacking(condition, truth, above) for condition, truth in met if truth is not True])
            if lacking:
                yield NearMiss(
                    rule_id=rule.id,
                    verb=rule.verb,
                    because=rule.because,
                    gain=gain(rule) if gain is not None and isinstance(rule, Evidence) else None,
                    held=tuple([condition.in_words() for condition, truth in met if truth is True]),
                    lacking=lacking,
                    missing=sum([_missing(lack) for lack in lacking]),
                    sources=rule.source,
                    written_at=str(rule.location),
                )

    def _met(self, condition: Condition, above: tuple[str, ...]) -> bool | None:
        """Whether a condition is met: ``False`` if no further answer can meet it, ``None`` if one could."""
        if isinstance(condition, ANSWER_CONDITIONS):
            return condition.truth(self._answers)
        concept = _concept_of(condition)
        if isinstance(condition, NotConcluded):
            return concept not in self._concluded
        if concept in self._concluded:
            return True
        # A concept that can only be concluded from itself cannot be concluded.
        below = (*above, concept)
        if any(
            all(self._met(c, below) is not False for c in rule.conditions)
            for rule in self._concluding.get(concept, ())
            if concept not in above
        ):
            return None
        return False

    def _lacking(self, condition: Condition, truth: bool | None, above: tuple[str, ...]) -> Lacking:
        because = Because.NOT_KNOWN if truth is None else Because.CONTRADICTED
        says = condition.in_words()
        if isinstance(condition, ANSWER_CONDITIONS):
            leaves = dict.fromkeys(self._leaves(condition, truth=truth))
            if truth is False:
                against = dict.fromkeys(leaf.finding for leaf in leaves)
                on_record = tuple([(name, told(name, self._given[name])) for name in against])
                return Lacking(because=because, says=says, contradicted_by=on_record)
            ways = self._ways(condition)
            return Lacking(
                because=because,
                says=says,
                open=tuple([self._open(leaf) for leaf in leaves]),
                ways=tuple([tuple([self._open(leaf) for leaf in way]) for way in ways if len(way) == len(ways[0])]),
            )
        concept = _concept_of(condition)
        if isinstance(condition, NotConcluded) or concept in above:
            return Lacking(because=because, says=says, concept=concept, was_concluded=concept in self._concluded)
        near = self._near(self._concluding.get(concept, ()), None, (*above, concept))
        return Lacking(because=because, says=says, concept=concept, through=tuple(sorted(near, key=_nearest_first)))

    def _leaves(self, condition: OnAnswers, *, truth: bool | None) -> Iterator[AnswerLeaf]:
        """The single conditions that leave a condition unknown, or make it false."""
        if isinstance(condition, AllOf):
            for part in condition.parts:
                if part.truth(self._answers) is truth:
                    yield from self._leaves(part, truth=truth)
            return
        for leaf in condition.leaves():
            if (self._answers[leaf.finding] == UNKNOWN) is (truth is None):
                yield leaf

    def _ways(self, condition: OnAnswers) -> list[tuple[AnswerLeaf, ...]]:
        """Sets of answers that would make a condition true whose truth is unknown, the smallest first."""
        if not isinstance(condition, AllOf):
            # A single condition, or a form of its own (a score), which all its answers decide together.
            return [tuple(self._leaves(condition, truth=None))]
        truths = [(part, part.truth(self._answers)) for part in condition.parts]
        by_part = [self._ways(part) for part, truth in truths if truth is None]
        wanted = len(by_part)
        if isinstance(condition, AnyOf):
            wanted = 1
        elif isinstance(condition, AtLeastNOf):
            wanted = condition.n - sum(truth is True for _, truth in truths)
        found: dict[tuple[AnswerLeaf, ...], None] = {}
        # All but a few of the ways of each part are dropped: their combinations would have no end.
        for chosen in itertools.islice(itertools.combinations(by_part, wanted), _MOST_WAYS):
            for parts in itertools.product(*(ways[:_MOST_WAYS_OF_A_PART] if wanted > 1 else ways for ways in chosen)):
                way = tuple(dict.fromkeys(leaf for part in parts for leaf in part))
                if _go_together(way):
                    found[way] = None
        return sorted(found, key=len)[:_MOST_WAYS]

    def _open(self, leaf: AnswerLeaf) -> OpenAnswer:
        finding = FINDINGS[leaf.finding]
        return OpenAnswer(
            finding=finding.id,
            says=leaf.in_words(),
            answer=answer_meeting(leaf),
            asked=finding.id in self._given,
            asked_of=finding.asked_of,
            question=finding.question,
        )


def _concept_of(condition: Condition) -> str:
    """The concept a condition speaks of; a class of a score is one too."""
    concept = getattr(condition, "concept", None)
    if not isinstance(concept, str):
        raise TypeError(f"a {type(condition).__name__} cannot be looked at before the weighing")
    return concept


def _go_together(leaves: tuple[AnswerLeaf, ...]) -> bool:
    """Whether no finding would have to be answered in two ways."""
    by_finding: dict[str, list[AnswerLeaf]] = {}
    for leaf in leaves:
        by_finding.setdefault(leaf.finding, []).append(leaf)
    return all(len(of_one) == 1 or _common_answer(of_one) is not None for of_one in by_finding.values())


def _common_answer(leaves: list[AnswerLeaf]) -> AnswerValue | None:
    for leaf in leaves:
        answer = answer_meeting(leaf)
        if answer is not None and all(other.truth({other.finding: answer}) for other in leaves):
            return answer
    return None


def _missing(lack: Lacking) -> int:
    fewest = len(lack.ways[0]) if lack.ways else 1
    return min([miss.missing for miss in lack.through], default=fewest)


def _nearest_first(miss: NearMiss) -> tuple[int, int, int, str]:
    contradicted = sum([lack.because is Because.CONTRADICTED for lack in miss.lacking])
    return -(miss.gain or 0), miss.missing, contradicted, miss.rule_id


def answer_meeting(leaf: AnswerLeaf) -> AnswerValue | None:
    """An answer that makes a condition on one finding true; ``None`` where no single answer is meant."""
    if isinstance(leaf, (Present, Absent)):
        return isinstance(leaf, Present)
    if isinstance(leaf, Is):
        return leaf.in_[0]
    if not isinstance(leaf, Measured):
        return None
    return _within(leaf.limit, FINDINGS[leaf.finding].range or (-math.inf, math.inf))


def _within(limit: AtLeast | MoreThan | AtMost | LessThan | Between, between: tuple[float, float]) -> float:
    if isinstance(limit, (AtLeast, AtMost)):
        return float(limit.value)
    if isinstance(limit, Between):
        return float(limit.low)
    low, high = between
    # A whole number beside the limit reads better than the next one that a computer can hold.
    if isinstance(limit, MoreThan):
        beside = math.floor(limit.value) + 1.0
        return beside if beside <= high else math.nextafter(limit.value, math.inf)
    assert isinstance(limit, LessThan)
    beside = math.ceil(limit.value) - 1.0
    return beside if beside >= low else math.nextafter(limit.value, -math.inf)


# In words. ------------------------------------------------------------------------------------------------------------


def near_miss_in_words(miss: NearMiss, indent: str) -> Iterator[str]:
    """A rule that did not fire, and what it lacked."""
    gain = f"{miss.gain:+d}: " if miss.gain is not None else ""
    yield from wrap(f"- {gain}{miss.because} [{miss.verb} {miss.rule_id}]", indent, f"{indent}  ")
    for lack in miss.lacking:
        yield from _lack_in_words(lack, f"{indent}    ")


def _lack_in_words(lack: Lacking, indent: str) -> Iterator[str]:
    following = f"{indent}  "
    if lack.was_concluded:
        yield from wrap(f"contradicted: wants {lack.says}, and it was concluded", indent, following)
    elif lack.concept is not None:
        what = "cannot be concluded any more" if lack.because is Because.CONTRADICTED else "not concluded"
        yield from wrap(f"{what}: {words(lack.concept)}", indent, following)
        for miss in lack.through[:_SHOWN]:
            yield from near_miss_in_words(miss, following)
        if len(lack.through) > _SHOWN:
            yield f"{following}and {len(lack.through) - _SHOWN} more rules"
    elif lack.because is Because.CONTRADICTED:
        on_record = "; ".join(answer for _, answer in lack.contradicted_by)
        wanted = f"wants {lack.says}; " if len(lack.says) <= _LONGEST_CONDITION else ""
        yield from wrap(f"contradicted: {wanted}on record: {on_record}", indent, following)
    else:
        ways = [" together with ".join(_would_help(answer) for answer in way) for way in lack.ways]
        several = f"one of these: {'; '.join(ways[:_SHOWN])}" if len(ways) > 1 else "".join(ways)
        more = f"; or {len(ways) - _SHOWN} more" if len(ways) > _SHOWN else ""
        yield from wrap(f"not known: wants {several}{more}", indent, following)


def _would_help(answer: OpenAnswer) -> str:
    return f"{answer.says} ({'asked, and not known' if answer.asked else 'not asked'})"
