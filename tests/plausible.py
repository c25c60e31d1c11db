"""People who could come: whole presentations drawn from a seed, each with a story that holds together.

A person has one cause (or, now and then, none). What the rules say of that cause is answered mostly in its favour and
sometimes against it; what is not asked stays out, and what the person does not know is "unknown". Then come the usual
extras: age and sex, denied danger signs, the questions that medicines need, and findings that have nothing to do with
it. Numbers lie on a limit of some rule, one step beside it, or anywhere in their range. Two answers that cannot both be
true are drawn anew. The same seed gives the same person, on every machine and Python.

What hypothesis draws (``strategies``) has no story, so that rules which need many answers at once hardly ever fire.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from calf_expert.authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    AnswerLeaf,
    AnyOf,
    AtLeastNOf,
    Concluded,
    Is,
    Measured,
    NotConcluded,
    NotKnown,
    OnAnswers,
    Present,
    findings_in,
)
from calf_expert.authoring.limits import Between
from calf_expert.authoring.measures import Levels, Points
from calf_expert.authoring.score_inputs import YesNo
from calf_expert.authoring.scores import NotFor, Score
from calf_expert.authoring.statements import (
    Alerts,
    Asks,
    Cautions,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Forbids,
    Statement,
    Weakens,
)
from calf_expert.catalogue import load
from calf_expert.errors import PresentationError
from calf_expert.findings import FINDINGS, UNKNOWN, Finding, Kind
from calf_expert.presentation import Presentation

Record = dict[str, object]

TRIES = 20
"""How often answers that contradict each other are drawn anew before they are given as unknown."""


def presentation(seed: int) -> Presentation:
    """The person of this seed."""
    return Presentation.model_validate(record(seed))


def record(seed: int) -> Record:
    """The same person's answers as they are given: findings left out, ``None`` and "unknown" included."""
    draw = _Draw(f"a plausible person, {seed}")
    answers = draw.person()
    tried = 0
    while refused := _refused(answers):
        tried += 1
        for name in refused:
            answers[name] = draw.answer(FINDINGS[name]) if tried < TRIES else UNKNOWN
    return answers


def _refused(answers: Record) -> list[str]:
    """The findings whose answers cannot be, or cannot be together."""
    try:
        Presentation.model_validate(answers)
    except PresentationError as error:
        return list(dict.fromkeys(problem.finding for problem in error.problems if problem.finding))
    return []


class _Draw(random.Random):
    """Draws a person."""

    def person(self) -> Record:
        told: Record = {}
        cause = self.choice([*load().causes, None])
        # The story first: some causes are those of a certain age, or of one sex.
        if cause is not None:
            self._the_story(cause, told)
        self._about_the_person(told)
        for score in self.sample(_filled_in(), self.choice([0, 0, 0, 1, 2])):
            self._the_items(score, told)
        if self.random() < 0.5:
            self._go_through(_danger_signs(), told, yes=self.choice([0, 0.01]))
        if self.random() < 0.5:
            self._go_through(_asked_before_an_option(), told, yes=self.choice([0, 0.1]))
        for finding in self.sample(list(FINDINGS.values()), self.choice([0, 3, 8, 30])):
            told.setdefault(finding.id, self.answer(finding))
        names = list(told)
        self.shuffle(names)
        return {name: told[name] for name in names}

    def _about_the_person(self, told: Record) -> None:
        if self.random() < 0.9:
            told.setdefault("calf_pain", True)
        if self.random() < 0.9:
            age = self.randint(12, 95) if self.random() < 0.7 else self.number(FINDINGS["age_years"])
            told.setdefault("age_years", age)
        if self.random() < 0.8:
            told.setdefault("sex", self.choice(FINDINGS["sex"].values))

    def _the_story(self, cause: str, told: Record) -> None:
        asked = self.choice([0.2, 0.5, 0.8])
        statements = list(_about(cause))
        self.shuffle(statements)
        for statement in statements:
            # Most people have no red flag, and few answers that speak against what they have.
            unusual = isinstance(statement, (Alerts, Weakens, Excludes))
            if self.random() < (asked / 6 if unusual else asked):
                for condition in statement.conditions:
                    if isinstance(condition, ANSWER_CONDITIONS):
                        self._make_true(condition, told)

    def _make_true(self, condition: OnAnswers, told: Record) -> None:
        """Answer so that a condition holds, as far as nothing else was answered before, and not quite always."""
        if isinstance(condition, AllOf):
            parts = list(condition.parts)
            if isinstance(condition, (AnyOf, AtLeastNOf)):
                fewest = condition.n if isinstance(condition, AtLeastNOf) else 1
                parts = self.sample(parts, self.choice([fewest, fewest, self.randint(fewest, len(parts))]))
            for part in parts:
                self._make_true(part, told)
            return
        finding = FINDINGS[condition.finding]
        luck = self.random()
        if luck < 0.8:
            told.setdefault(finding.id, self._in_favour(condition, finding))
        elif luck < 0.9:
            told.setdefault(finding.id, self.answer(finding))
        else:
            told.setdefault(finding.id, self.choice([UNKNOWN, None]))

    def _in_favour(self, condition: OnAnswers, finding: Finding) -> object:
        if isinstance(condition, (Present, Absent)):
            return isinstance(condition, Present)
        if isinstance(condition, Is):
            return self.choice(condition.in_)
        if isinstance(condition, NotKnown):
            return self.choice([UNKNOWN, None])
        assert isinstance(condition, Measured)
        for _ in range(50):
            number = self.number(finding)
            if condition.limit.admits(number):
                return number
        return UNKNOWN

    def _the_items(self, score: Score, told: Record) -> None:
        """Answer what a score is read from, all or most of it, so that it is mostly for this person."""
        asked = self.choice([0.8, 0.95, 1, 1])
        yes = self.choice([0.1, 0.4, 0.8])
        for limit in score.limits:
            about = findings_in(limit.when)
            for item in (item for item in score.inputs if item.key in about):
                if isinstance(limit, NotFor):
                    for name in item.findings:
                        if FINDINGS[name].kind is Kind.BOOLEAN and self.random() < 0.9:
                            told.setdefault(name, False)
                elif isinstance(item, YesNo) and item.when is not None:
                    self._make_true(item.when, told)
                elif isinstance(limit.when, Measured) and item.told_by is not None:
                    self._make_true(Measured(item.told_by, limit.when.limit), told)
        for name in score.findings:
            if self.random() < asked:
                finding = FINDINGS[name]
                likely = finding.kind is Kind.BOOLEAN and self.random() < 0.95
                told.setdefault(name, self.random() < yes if likely else self.answer(finding))

    def _go_through(self, findings: Sequence[str], told: Record, *, yes: float) -> None:
        """Ask a list of questions, or most of it, and get few a yes."""
        asked = self.choice([0.5, 0.9, 1.0])
        for name in findings:
            if self.random() < asked:
                not_known = 1 - asked if asked > 0.5 else 0.05
                told.setdefault(name, self.choices([True, UNKNOWN, False], [yes, not_known, 1 - yes - not_known])[0])

    def answer(self, finding: Finding) -> object:
        """Any answer, known or not."""
        if self.random() < 0.15:
            return self.choice([UNKNOWN, None])
        if finding.kind is Kind.BOOLEAN:
            return self.random() < 0.1
        if finding.kind is Kind.ENUM:
            return self.choice(finding.values)
        return self.number(finding)

    def number(self, finding: Finding) -> float:
        """A number on a limit of some rule, one step beside it as people write it or as floats lie, or any other."""
        assert finding.range is not None
        low, high = finding.range
        limits = _limits().get(finding.id, ())
        if limits and self.random() < 0.7:
            limit = self.choice(limits)
            steps = (0.0, 0.1, -0.1, 1.0, -1.0)
            near = [
                math.nextafter(limit, math.inf),
                math.nextafter(limit, -math.inf),
                *(round(limit + s, 6) for s in steps),
            ]
            value = self.choice([limit, *near])
        else:
            value = round(self.uniform(low, high), self.choice([0, 1, 2]))
        value = min(max(value, low), high)
        # A whole number may come without its decimal point.
        return int(value) if value.is_integer() and self.random() < 0.5 else value


# What the rules say, read once. ---------------------------------------------------------------------------------------


@cache
def _about(cause: str) -> tuple[Statement, ...]:
    """The statements that speak for, against or of a cause, and those that conclude what they rest on."""

    def speaks(statement: Statement) -> bool:
        if isinstance(statement, Alerts):
            return cause in statement.suspects
        return isinstance(statement, (Evidence, Confirms, Excludes)) and statement.cause == cause

    found = {statement.id: statement for statement in load().statements if speaks(statement)}
    waiting = list(found.values())
    while waiting:
        for condition in waiting.pop().conditions:
            if isinstance(condition, (Concluded, NotConcluded)):
                for statement in load().statements:
                    concludes = isinstance(statement, Concludes) and statement.concept == condition.concept
                    if concludes and statement.id not in found:
                        found[statement.id] = statement
                        waiting.append(statement)
    return tuple(found.values())


@cache
def _filled_in() -> tuple[Score, ...]:
    """The scores that a record can settle."""
    return tuple(score for score in load().scores.values() if score.findings)


@cache
def _limits() -> Mapping[str, tuple[float, ...]]:
    """The limits that rules and scores hold each measured finding against."""
    found: dict[str, set[float]] = defaultdict(set)
    for leaf in (*_leaves(load().statements), *(leaf for score in _filled_in() for leaf in _measured_by(score))):
        if isinstance(leaf, Measured):
            limit = leaf.limit
            found[leaf.finding] |= {limit.low, limit.high} if isinstance(limit, Between) else {limit.value}
    return {name: tuple(sorted(map(float, limits))) for name, limits in found.items()}


def _measured_by(score: Score) -> Iterator[AnswerLeaf]:
    """The conditions on single findings that a score is read by."""
    told = {item.key: item.told_by for item in score.inputs if item.told_by is not None}
    levels = [
        when
        for m in score.measures
        if isinstance(m, Points)
        for i in m.items
        if isinstance(i, Levels)
        for when, _ in i.conditions
    ]
    conditions = [*levels, *(limit.when for limit in score.limits), *(one.holds for one in score.every_class)]
    for condition in conditions:
        for leaf in condition.leaves() if isinstance(condition, ANSWER_CONDITIONS) else ():
            if isinstance(leaf, Measured) and leaf.finding in told:
                yield Measured(told[leaf.finding], leaf.limit)
    for item in score.inputs:
        for condition in (item.when, item.unless) if isinstance(item, YesNo) else ():
            if condition is not None:
                yield from condition.leaves()


@cache
def _danger_signs() -> tuple[str, ...]:
    """The yes-or-no findings that alerts and denials rest on."""
    return _yes_or_no([s for s in load().statements if isinstance(s, (Alerts, Concludes))])


@cache
def _asked_before_an_option() -> tuple[str, ...]:
    """The yes-or-no findings that stand before medicines and measures."""
    statements = [s for s in load().statements if isinstance(s, (Asks, Cautions, Forbids))]
    return _yes_or_no(statements)


def _yes_or_no(statements: Sequence[Statement]) -> tuple[str, ...]:
    names = dict.fromkeys(leaf.finding for leaf in _leaves(statements))
    return tuple(name for name in names if FINDINGS[name].kind is Kind.BOOLEAN and name != "calf_pain")


def _leaves(statements: Sequence[Statement]) -> Iterator[Present | Absent | Is | Measured | NotKnown]:
    for statement in statements:
        for condition in statement.conditions:
            if isinstance(condition, ANSWER_CONDITIONS):
                yield from condition.leaves()
