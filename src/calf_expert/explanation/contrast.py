"""One cause rather than another: what speaks for each, what both share, and which questions would tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from .._asked import an_id
from .._failing import holds_together
from .._read_back import ReadBack
from ..authoring.conditions import ANSWER_CONDITIONS, AnswerLeaf
from ..authoring.statements import Alerts, Confirms, Evidence, Excludes, Statement
from ..authoring.strata import by_concept, statements_behind
from ..authoring.terms import Commonness
from ..catalogue import Knowledge
from ..errors import ArgumentError, PresentationError
from ..findings import FINDINGS, UNKNOWN, AskedOf
from ..presentation import Presentation
from ..result import Result
from ..trace import STRICT, AnswerValue, KnowledgeUsed, Step
from ..weighing import Likelihood, Standing, Status, Weighed
from .derivation import Derivation, NodeKind
from .deriving import derive
from .layout import words, wrap
from .near_misses import answer_meeting
from .why_not import fired_for_and_against, signs

_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two causes, with its rules in order of weight.

    ``own`` are those for it that rest on something which does not speak for the other, ``shared`` those that do not.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    cause_id: str
    name: str
    likelihood: Likelihood
    status: Status
    weight: Annotated[int, Field(description="millibans")]
    commonness: Commonness
    start: Annotated[int, Field(description="millibans, for how common it is")]
    own: tuple[Step, ...]
    shared: tuple[Step, ...]
    against: tuple[Step, ...]
    alerts: Annotated[tuple[str, ...], Field(description="the red flags that name it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAnswer:
    """An answer that speaks for both causes."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    finding: str
    says: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one answer would do.

    ``shift`` is by how many millibans it would move the first cause against the other: positive in favour of the first.
    ``becomes`` holds the causes of the two whose status would change, each with the new status.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    says: str
    answer: AnswerValue
    shift: int
    favours: str | None
    becomes: tuple[tuple[str, Status], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparatingQuestion:
    """A finding that is not known, and an answer to which would move one cause against the other.

    ``spread`` is the largest difference in millibans that two answers, or an answer and none, would make.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    finding: str
    question: str
    asked_of: AskedOf
    asked: Annotated[bool, Field(description="asked, and not known")]
    outcomes: tuple[Outcome, ...]
    spread: int


class Contrast(ReadBack):
    """Why one cause stands where it does beside another. ``print(contrast)`` says it in words."""

    one: Side
    other: Side
    shared: tuple[SharedAnswer, ...]
    commonness_difference: Annotated[int, Field(description="millibans, the start of the one less that of the other")]
    questions: Annotated[
        tuple[SeparatingQuestion, ...],
        Field(description="those that could settle one of the causes first, then by how far they part them"),
    ]
    knowledge: KnowledgeUsed
    notice: str

    @holds_together
    def to_text(self) -> str:
        """The same in plain text; of the questions the first few, and how many more there are."""
        return "\n".join([*_in_words(self), "", *wrap(self.notice)]) + "\n"

    def __repr__(self) -> str:
        # Without the answers: a repr ends up in logs.
        return f"<Contrast of {self.one.cause_id} and {self.other.cause_id}: {len(self.questions)} questions>"

    __str__ = to_text


@holds_together
def contrast(assessment: Result, cause_id: str, over: str) -> Contrast:
    """One cause of a result beside another."""
    cause_id, over = an_id(cause_id, "cause_id", "a cause"), an_id(over, "over", "another cause")
    for asked_for in (cause_id, over):
        assessment.conclusion(asked_for)
    if cause_id == over:
        raise ArgumentError("a cause is contrasted with another one")
    knowledge = assessment.reasoner.knowledge
    graph = derive(assessment, options=())
    speaking = {cause: _speaking_for(graph, cause) for cause in (cause_id, over)}
    both = speaking[cause_id] & speaking[over]
    one, other = (_side(assessment, graph, cause, both) for cause in (cause_id, over))
    return Contrast(
        one=one,
        other=other,
        shared=tuple(
            [SharedAnswer(finding=n.name, says=n.says) for n in graph.nodes if n.id in {f"answer:{f}" for f in both}]
        ),
        commonness_difference=one.start - other.start,
        questions=_questions(assessment, knowledge, cause_id, over),
        knowledge=assessment.knowledge,
        notice=assessment.notice,
    )


def _side(assessment: Result, graph: Derivation, cause_id: str, shared: frozenset[str]) -> Side:
    conclusion = assessment.conclusion(cause_id)
    commonness = assessment.reasoner.knowledge.causes[cause_id].commonness
    in_favour, against = fired_for_and_against(graph, cause_id)
    evidence = [step for step in in_favour if step.verb != "alerts"]
    own = [step for step in evidence if not _answers_behind(graph, step) <= shared]
    return Side(
        cause_id=cause_id,
        name=conclusion.name,
        likelihood=conclusion.likelihood,
        status=conclusion.status,
        weight=conclusion.weight,
        commonness=commonness,
        start=commonness.millibans,
        own=tuple(own),
        shared=tuple([step for step in evidence if step not in own]),
        against=against,
        alerts=tuple([alert.id for alert in assessment.alerts if cause_id in alert.suspects]),
    )


def _answers_behind(graph: Derivation, step: Step) -> frozenset[str]:
    return frozenset(node.name for node in graph.behind(f"rule:{step.rule_id}") if node.kind is NodeKind.ANSWER)


def _speaking_for(graph: Derivation, cause_id: str) -> frozenset[str]:
    """The findings whose answers speak for a cause, through concepts too."""
    in_favour, _ = fired_for_and_against(graph, cause_id)
    return frozenset().union(*(_answers_behind(graph, step) for step in in_favour if step.verb != "alerts"))


# Questions. -----------------------------------------------------------------------------------------------------------


def _questions(assessment: Result, knowledge: Knowledge, one: str, other: str) -> tuple[SeparatingQuestion, ...]:
    """Each answer that a rule of one of the causes looks at is tried on the weighing itself, one finding at a time."""
    given = assessment.answers
    known = {name: answer for name, answer in given.items() if answer != UNKNOWN}
    before = _two(assessment.reasoner.weigh(known), one, other)
    presentation = Presentation.model_validate(given)
    by_finding: dict[str, dict[AnswerValue, str]] = {}
    for leaf in _looked_at(knowledge, one, other):
        answer = answer_meeting(leaf)
        if leaf.finding not in known and answer is not None:
            by_finding.setdefault(leaf.finding, {}).setdefault(answer, leaf.in_words())
    found = []
    for finding_id in FINDINGS:
        outcomes = []
        for answer, says in by_finding.get(finding_id, {}).items():
            if not _can_be(presentation, finding_id, answer):
                continue
            after = _two(assessment.reasoner.weigh({**known, finding_id: answer}), one, other)
            outcome = _outcome(says, answer, before, after)
            if outcome.shift or outcome.becomes:
                outcomes.append(outcome)
        if outcomes:
            found.append(_question(finding_id, finding_id in given, outcomes))
    # Findings come in the order of asking, which a stable sort keeps among equals.
    found.sort(key=lambda question: (not _could_settle(question), -question.spread))
    return tuple(found)


def _looked_at(knowledge: Knowledge, one: str, other: str) -> Iterator[AnswerLeaf]:
    concluding = by_concept(knowledge.statements)
    for statement in knowledge.statements:
        if _speaks_of(statement, one) or _speaks_of(statement, other):
            for behind in statements_behind(statement, concluding):
                for condition in behind.conditions:
                    if isinstance(condition, ANSWER_CONDITIONS):
                        yield from condition.leaves()


def _speaks_of(statement: Statement, cause_id: str) -> bool:
    if isinstance(statement, (Evidence, Confirms, Excludes)):
        return statement.cause == cause_id
    return isinstance(statement, Alerts) and cause_id in statement.suspects


def _two(weighed: Weighed, one: str, other: str) -> tuple[Standing, Standing]:
    standings = {standing.cause.id: standing for standing in weighed.standings}
    return standings[one], standings[other]


def _can_be(presentation: Presentation, finding_id: str, answer: AnswerValue) -> bool:
    try:
        presentation.model_copy(update={finding_id: answer})
    except PresentationError:
        return False
    return True


def _outcome(
    says: str, answer: AnswerValue, before: tuple[Standing, Standing], after: tuple[Standing, Standing]
) -> Outcome:
    shift = (after[0].weight - after[1].weight) - (before[0].weight - before[1].weight)
    becomes = [
        (now.cause.id, now.status) for was, now in zip(before, after, strict=True) if now.status is not was.status
    ]
    favours = None if shift == 0 else before[0 if shift > 0 else 1].cause.id
    return Outcome(says=says, answer=answer, shift=shift, favours=favours, becomes=tuple(becomes))


def _question(finding_id: str, asked: bool, outcomes: Sequence[Outcome]) -> SeparatingQuestion:
    finding = FINDINGS[finding_id]
    shifts = [0, *(outcome.shift for outcome in outcomes)]
    return SeparatingQuestion(
        finding=finding_id,
        question=finding.question,
        asked_of=finding.asked_of,
        asked=asked,
        outcomes=tuple(outcomes),
        spread=max(shifts) - min(shifts),
    )


def _could_settle(question: SeparatingQuestion) -> bool:
    settled = (Status.CONFIRMED, Status.EXCLUDED)
    return any(status in settled for outcome in question.outcomes for _, status in outcome.becomes)


# In words. ------------------------------------------------------------------------------------------------------------


def _in_words(contrast: Contrast) -> Iterator[str]:
    one, other = contrast.one, contrast.other
    yield from wrap(f"{one.name}, beside {other.name}", "", "  ")
    for side in (one, other):
        yield from wrap(
            f"{side.name}: {words(side.likelihood.value)}, {words(side.status.value)}; {side.weight} millibans in all, "
            f"of which {side.start} for being {words(side.commonness.value)}.",
            "  ",
            "    ",
        )
    for side in (one, other):
        yield from signs(f"For {side.name} alone", side.own)
    if contrast.shared:
        yield "  What speaks for both:"
        for answer in contrast.shared:
            yield from wrap(f"- {answer.says}", "    ", "      ")
    for side in (one, other):
        yield from signs(f"Against {side.name}", side.against)
    for side in (one, other):
        if side.alerts:
            yield from wrap(f"Red flags that name {side.name}: {', '.join(side.alerts)}", "  ", "    ")
    yield from _questions_in_words(contrast.questions, {side.cause_id: side.name for side in (one, other)})
    yield f"Knowledge {contrast.knowledge}."


def _questions_in_words(questions: Sequence[SeparatingQuestion], names: dict[str, str]) -> Iterator[str]:
    if questions:
        yield "  What would tell them apart:"
    for question in questions[:_SHOWN]:
        yield from _question_in_words(question, names)
    if len(questions) > _SHOWN:
        yield f"    And {len(questions) - _SHOWN} more questions."


_WHO = {AskedOf.PATIENT: "", AskedOf.CLINICIAN: " (by examination)", AskedOf.LAB: " (by a test)"}


def _question_in_words(question: SeparatingQuestion, names: dict[str, str]) -> Iterator[str]:
    asked = " (asked, and not known)" if question.asked else ""
    yield from wrap(f"- {question.question}{_WHO[question.asked_of]}{asked}", "    ", "      ")
    for outcome in question.outcomes:
        told = [f"{abs(outcome.shift)} towards {names[outcome.favours]}"] if outcome.favours else []
        told.extend(f"{names[cause]} becomes {words(status.value)}" for cause, status in outcome.becomes)
        yield from wrap(f"{outcome.says}: {'; '.join(told)}", "      ", "        ")
