"""The conditions a statement may rest on. Each can be read back in words; none hides a function.

There are two sorts. Conditions on *answers* look at the record of the person and are three-valued: an answer that is
not known makes them neither true nor false. Conditions on *conclusions* look at what other statements have concluded.

There is no "not" for answers. ``Absent`` needs a person to have answered no; a question that nobody asked never acts
as one. Only concluded concepts can be negated (``NotConcluded``), because the engine knows when all are concluded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ..findings import FINDINGS, UNKNOWN
from .limits import AnyLimit, Span
from .terms import Urgency

Answer: TypeAlias = bool | float | str
"""An answer as the engine sees it; whatever is not known, in either way, is ``UNKNOWN``."""

Value: TypeAlias = Answer | Span
"""What a condition may meet: an answer, or inside a score a number known only within bounds."""

Answers = Mapping[str, Value]

_NOTHING_KNOWN: dict[str, Answer] = dict.fromkeys(FINDINGS, UNKNOWN)


def every_answer(known: Mapping[str, Answer]) -> dict[str, Answer]:
    """An answer to every finding, as conditions want it: what is not known is ``UNKNOWN``, and never a no."""
    answers = _NOTHING_KNOWN.copy()  # a copy is made much faster than the same entries are
    answers.update(known)
    return answers


# Conditions on answers. -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Present:
    """The finding is present: the person answered yes."""

    finding: str

    def truth(self, answers: Answers) -> bool | None:
        answer = answers[self.finding]
        return None if answer == UNKNOWN else answer is True

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        return f"{_label(self.finding)}: yes"


@dataclass(frozen=True, slots=True)
class Absent:
    """The finding is absent: the person answered no. Not asked is never absent."""

    finding: str

    def truth(self, answers: Answers) -> bool | None:
        answer = answers[self.finding]
        return None if answer == UNKNOWN else answer is False

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        return f"{_label(self.finding)}: no"


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is one of the named values."""

    finding: str
    in_: tuple[str, ...]

    def truth(self, answers: Answers) -> bool | None:
        answer = answers[self.finding]
        return None if answer == UNKNOWN else answer in self.in_

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        return f"{_label(self.finding)}: {' or '.join(value.replace('_', ' ') for value in self.in_)}"


@dataclass(frozen=True, slots=True)
class Measured:
    """The number lies within a limit."""

    finding: str
    limit: AnyLimit

    def truth(self, answers: Answers) -> bool | None:
        answer = answers[self.finding]
        if isinstance(answer, Span):
            return answer.within(self.limit)
        # Only a number can be held against a limit; anything else is not known.
        return self.limit.admits(answer) if isinstance(answer, float) else None

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        return f"{_label(self.finding)}: {self.limit.in_words(_unit(self.finding))}"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The answer is not known, asked or not. Only for questions and cautions: it never counts as evidence."""

    finding: str

    def truth(self, answers: Answers) -> bool:
        return answers[self.finding] == UNKNOWN

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        return f"{_label(self.finding)}: not known"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The finding is on record, whatever it says: what a score rests on. Not for authors, who say what is answered."""

    finding: str
    answer: Value = UNKNOWN

    def truth(self, answers: Answers) -> bool:
        return answers[self.finding] != UNKNOWN

    def leaves(self) -> Iterator[AnswerLeaf]:
        yield self

    def in_words(self) -> str:
        answer = self.answer
        if isinstance(answer, bool):
            told = "yes" if answer else "no"
        elif isinstance(answer, float):
            told = f"{answer:g}{_unit(self.finding)}"
        else:
            told = "on record" if answer == UNKNOWN else str(answer).replace("_", " ")
        return f"{_label(self.finding)}: {told}"


class Instrument(Protocol):
    """What ``InClass`` needs of a score; see ``scores.Score``."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def findings(self) -> tuple[str, ...]: ...

    @property
    def counted(self) -> tuple[str, ...]: ...

    def class_truth(self, class_id: str, answers: Answers) -> bool | None: ...

    def classes_in(self, answers: Answers) -> frozenset[str]: ...

    def least_told(self, class_id: str) -> tuple[int, Mapping[str, int]]: ...


@dataclass(frozen=True, slots=True)
class InClass:
    """A score falls into one of its classes, whatever the items that are not known turn out to be.

    Not for authors: one statement with it is derived for each class of each score, and rules rest on ``Scored``.
    """

    score: Instrument
    class_id: str

    def truth(self, answers: Answers) -> bool | None:
        return self.score.class_truth(self.class_id, answers)

    def leaves(self) -> Iterator[AnswerLeaf]:
        for finding in self.score.findings:
            yield Recorded(finding)

    def held_leaves(self, answers: Answers) -> Iterator[AnswerLeaf]:
        """The answers the score was reckoned from, the noes too: a low class rests on them."""
        for finding in self.score.findings:
            answer = answers[finding]
            if answer != UNKNOWN:
                yield Recorded(finding, answer)

    def in_words(self) -> str:
        return f"{self.score.name}: {self.class_id.replace('_', ' ')}"


class AllOf:
    """Every part holds."""

    __slots__ = ("parts",)
    parts: tuple[OnAnswers, ...]

    def __init__(self, *parts: OnAnswers) -> None:
        object.__setattr__(self, "parts", parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a condition cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AllOf) and type(other) is type(self) and other.parts == self.parts

    def __hash__(self) -> int:
        return hash((type(self), self.parts))

    def __reduce__(self) -> tuple[type[AllOf], tuple[object, ...]]:
        return type(self), self.parts

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.parts))})"

    def truth(self, answers: Answers) -> bool | None:
        unknown = False
        for part in self.parts:
            truth = part.truth(answers)
            if truth is False:
                return False
            unknown = unknown or truth is None
        return None if unknown else True

    def leaves(self) -> Iterator[AnswerLeaf]:
        for part in self.parts:
            # Anything else does not belong here; it has to get as far as the checks, which say so.
            if isinstance(part, ANSWER_CONDITIONS):
                yield from part.leaves()

    def in_words(self) -> str:
        return f"({'; and '.join(part.in_words() for part in self.parts)})"


class AnyOf(AllOf):
    """At least one part holds."""

    __slots__ = ()

    def truth(self, answers: Answers) -> bool | None:
        unknown = False
        for part in self.parts:
            truth = part.truth(answers)
            if truth is True:
                return True
            unknown = unknown or truth is None
        return None if unknown else False

    def in_words(self) -> str:
        return f"({'; or '.join(part.in_words() for part in self.parts)})"


class AtLeastNOf(AllOf):
    """At least ``n`` parts hold."""

    __slots__ = ("n",)
    n: int

    def __init__(self, n: int, *parts: OnAnswers) -> None:
        super().__init__(*parts)
        object.__setattr__(self, "n", n)

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, AtLeastNOf) and other.n == self.n

    def __hash__(self) -> int:
        return hash((type(self), self.n, self.parts))

    def __reduce__(self) -> tuple[type[AllOf], tuple[object, ...]]:
        return type(self), (self.n, *self.parts)

    def __repr__(self) -> str:
        return f"AtLeastNOf({self.n}, {', '.join(map(repr, self.parts))})"

    def truth(self, answers: Answers) -> bool | None:
        held = unknown = 0
        for part in self.parts:
            truth = part.truth(answers)
            if truth is True:
                held += 1
            elif truth is None:
                unknown += 1
        if held >= self.n:
            return True
        return None if held + unknown >= self.n else False

    def in_words(self) -> str:
        return f"(at least {self.n} of: {'; '.join(part.in_words() for part in self.parts)})"


AnswerLeaf: TypeAlias = Present | Absent | Is | Measured | NotKnown | Recorded
OnAnswers: TypeAlias = AnswerLeaf | AllOf | InClass
ANSWER_CONDITIONS = (Present, Absent, Is, Measured, NotKnown, Recorded, AllOf, InClass)


# Conditions on conclusions. -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Concluded:
    """Another statement has concluded this concept."""

    concept: str

    def in_words(self) -> str:
        return f"concluded: {self.concept.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class NotConcluded:
    """No statement concluded this concept, and all that could have been tried first."""

    concept: str

    def in_words(self) -> str:
        return f"not concluded: {self.concept.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Scored:
    """A score falls into this class, whatever the items that are not known turn out to be."""

    score: str
    class_id: str

    @property
    def concept(self) -> str:
        """The name of the fact: ``<score>:<class>``."""
        return f"{self.score}:{self.class_id}"

    def in_words(self) -> str:
        return f"scored: {self.score.replace('_', ' ')}, {self.class_id.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Considered:
    """The cause is possible or more likely, on whatever grounds. For management only."""

    cause: str

    def in_words(self) -> str:
        return f"considered: {self.cause.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Suspected:
    """An alert names the cause, or it is possible or more likely on evidence of its own. For management only."""

    cause: str

    def in_words(self) -> str:
        return f"suspected: {self.cause.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class UrgencyAtLeast:
    """The urgency reached so far is at least this. For management only."""

    level: Urgency

    def in_words(self) -> str:
        return f"urgency: {self.level.value.replace('_', ' ')} or higher"


@dataclass(frozen=True, slots=True)
class Offered:
    """An option, or one of a family of options, has come up for this person. For management only."""

    what: str

    def in_words(self) -> str:
        return f"offered: {self.what.replace('_', ' ')}"


OnConclusions: TypeAlias = Concluded | NotConcluded | Scored | Considered | Suspected | UrgencyAtLeast | Offered
Condition: TypeAlias = OnAnswers | OnConclusions
MANAGEMENT_CONDITIONS = (Considered, Suspected, UrgencyAtLeast, Offered)


def held_leaves(condition: OnAnswers, answers: Answers) -> list[AnswerLeaf]:
    """The single answers that make a condition true which is true, in order."""
    if isinstance(condition, InClass):
        return list(condition.held_leaves(answers))
    if not isinstance(condition, AllOf):
        return [condition]
    held: list[AnswerLeaf] = []
    for part in condition.parts:
        if part.truth(answers) is True:
            if isinstance(part, (AllOf, InClass)):
                held += held_leaves(part, answers)
            else:
                held.append(part)
    return held


def findings_in(condition: Condition) -> tuple[str, ...]:
    """The findings that a condition looks at, each once, in order."""
    if isinstance(condition, ANSWER_CONDITIONS):
        return tuple(dict.fromkeys(leaf.finding for leaf in condition.leaves()))
    return ()


def counted_in(condition: Condition) -> tuple[str, ...]:
    """The findings that can make a condition count as evidence: of a score its items, and not only whom it is for."""
    return condition.score.counted if isinstance(condition, InClass) else findings_in(condition)


def _label(finding_id: str) -> str:
    finding = FINDINGS.get(finding_id)
    return finding.label if finding is not None else finding_id


def _unit(finding_id: str) -> str:
    finding = FINDINGS.get(finding_id)
    return f" {finding.unit}" if finding is not None and finding.unit not in (None, "score", "ratio") else ""
