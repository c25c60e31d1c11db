"""The words that published scores are declared in, and how a score is reckoned when not everything is known.

A score is reckoned in three steps, each of them readable in its declaration:

1. its *inputs* are read from the findings (or given by key, when the score is used as a calculator);
2. its *measures* turn inputs into numbers: points, counts, or one of a few closed forms;
3. its *readings* turn numbers and inputs into classes: of each reading, the first class that holds.

What is not known stays not known in all three. A measure then has bounds, and both can be reached wherever its inputs
do not depend on one another; where they do, the bounds may be too wide and are never too narrow. A reading gives a
class only if every way to fill in what is missing would give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..findings import UNKNOWN
from .conditions import ANSWER_CONDITIONS, Answers, InClass, OnAnswers, Scored, Value, findings_in
from .limits import LIMITS, AnyLimit, AtLeast, AtMost, LessThan, MoreThan, Span
from .measures import Measure, Points, thousandths
from .score_inputs import Amount, Input
from .statements import Location, Scores, as_tuple, written_here
from .terms import GUIDELINE, Grade

MAIN = "class"
"""The name of a score's first reading."""

WORKING = "working"
"""The name of the measure that a working value is."""

# Whom it is for. ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotFor:
    """The score does not apply where ``when`` holds of its inputs. Not known, it forbids nothing, and is said."""

    when: OnAnswers
    says: str


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """The score applies only where ``when`` holds of its inputs. Not known, there is no class."""

    when: OnAnswers
    says: str


# Classes. -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Class:
    """One class of a reading: an id, what it means in a short clause, and when it holds.

    ``holds`` is a limit on the reading's measure, a condition on inputs and measures, or nothing, which is "otherwise".
    """

    id: str
    means: str
    holds: AnyLimit | OnAnswers | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to put a person into a class: of its classes, in order, the first that holds. ``of`` is a measure."""

    name: str
    classes: tuple[Class, ...]
    of: str = "score"


@dataclass(frozen=True, slots=True)
class Working:
    """A value to work with while a judgement is missing: the measure ``score`` with these items taken as given.

    It is the cautious side that the source names, and no substitute for the judgement: minimum and maximum stand.
    """

    assume: tuple[tuple[str, bool], ...]
    says: str


# The score. -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A score as far as it is known of one person: its inputs, its measures, and whether it applies."""

    known: Mapping[str, Value]
    measures: Mapping[str, Span]
    applies: bool | None
    open: bool
    """Whether it may yet turn out not to be for this person at all, so that it gives no class."""
    possible: Mapping[str, tuple[str, ...]]
    """By reading, the classes that are still possible."""

    def class_of(self, reading: str) -> str | None:
        """The class of a reading; nothing where it is open or the score does not apply."""
        possible = self.possible[reading]
        return possible[0] if len(possible) == 1 and self.applies is not False and not self.open else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Score:
    """A published score. Its id never changes; neither do the keys of its inputs and the ids of its classes.

    ``measures`` come first to last, and each may use those before it; the one named ``score`` is the score's own value
    (a score without a number has none). ``classes`` is its own reading, ``also`` are further ones.

    ``clinician_only`` marks a score with an item that software cannot supply: a record may fill it in and not settle
    it. ``shorter`` says what the published definition does where a part was not measured at all: there, and only there,
    may a class change once more is known.
    """

    id: str
    name: str
    about: str
    inputs: tuple[Input, ...]
    classes: tuple[Class, ...]
    source: tuple[str, ...]
    caveat: str
    measures: tuple[Measure, ...] = ()
    of: str = "score"
    also: tuple[Reading, ...] = ()
    limits: tuple[NotFor | OnlyFor, ...] = ()
    working: Working | None = None
    clinician_only: bool = False
    shorter: str | None = None
    grade: Grade = GUIDELINE
    where: str | None = None
    verified: bool = False
    location: Location = field(compare=False, repr=False, default_factory=lambda: written_here(3))
    findings: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The findings it is read from, each once, in the order of its inputs."""
    counted: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """Those of them that its items are read from, and not only whom it is for."""
    readings: tuple[Reading, ...] = field(init=False, compare=False, repr=False)
    """All its readings, its own first."""
    ranges: Mapping[str, Span] = field(init=False, compare=False, repr=False)
    """The plausible ranges of its numbers: the bounds of one that is not known."""
    # Worked out once, because the engine asks often.
    _reading_of: Mapping[str, Reading] = field(init=False, compare=False, repr=False)
    _unsettled: tuple[Amount, ...] = field(init=False, compare=False, repr=False)
    _told: tuple[tuple[str, str], ...] = field(init=False, compare=False, repr=False)
    _found: tuple[Input, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", as_tuple(self.source))
        findings = dict.fromkeys(name for item in self.inputs for name in item.findings)
        object.__setattr__(self, "findings", tuple(findings))
        readings = (Reading(MAIN, self.classes, self.of), *self.also)
        object.__setattr__(self, "readings", readings)
        keys = {key for measure in self.measures for key in measure.names}
        conditions = [one.holds for one in self.every_class if isinstance(one.holds, ANSWER_CONDITIONS)]
        keys |= {key for condition in conditions for key in findings_in(condition)}
        keys |= {key for item in self.inputs if item.key in keys and isinstance(item, Amount) for key in item.parts}
        counted = dict.fromkeys(name for item in self.inputs if item.key in keys for name in item.findings)
        object.__setattr__(self, "counted", tuple(counted))
        object.__setattr__(self, "_reading_of", {one.id: reading for reading in readings for one in reading.classes})
        amounts = [item for item in self.inputs if isinstance(item, Amount)]
        object.__setattr__(self, "ranges", {item.key: item.range for item in amounts})
        unsettled = tuple(item for item in amounts if item.reckoned is not None or item.places is not None)
        object.__setattr__(self, "_unsettled", unsettled)
        told = {item.key: finding for item in self.inputs if (finding := item.told_by) is not None}
        object.__setattr__(self, "_told", tuple(told.items()))
        object.__setattr__(self, "_found", tuple(item for item in self.inputs if item.key not in told))

    def __repr__(self) -> str:
        return f"<Score {self.id}>"

    @property
    def every_class(self) -> tuple[Class, ...]:
        """The classes of all readings; their ids differ."""
        return tuple(one for reading in self.readings for one in reading.classes)

    def read(self, answers: Answers) -> dict[str, Value]:
        """Its inputs, by key, as a record tells them."""
        known = {key: answers[finding] for key, finding in self._told}
        for item in self._found:
            known[item.key] = item.read(answers)
        return known

    def class_truth(self, class_id: str, answers: Answers) -> bool | None:
        """Whether a person with these answers falls into a class, whatever is missing."""
        known = self._settled(self.read(answers))
        applies, is_open = self._applies(known)
        if applies is False:
            return False
        reading = self._reading_of[class_id]
        possible = tuple(_possible(reading, self._measured(known, working=reading.of == WORKING)))
        if class_id not in possible:
            return False
        return True if len(possible) == 1 and not is_open else None

    def least_told(self, class_id: str) -> tuple[int, Mapping[str, int]]:
        """What has to be known before a class can be settled: a sum to be reached, and what each finding adds to it.

        It is necessary and not sufficient. It costs next to nothing, and spares the reckoning of most scores of most
        people. Known are the points that are still open: a class of points is settled when they can no longer lead out
        of it. Of any other reading something has to be known, and no more is said.
        """
        reading = self._reading_of[class_id]
        points = next((one for one in self.measures if one.name == reading.of), None)
        inputs = {item.key: item for item in self.inputs}
        only = [limit.when for limit in self.limits if isinstance(limit, OnlyFor)]
        if any(not any(inputs[key].findings for key in findings_in(when)) for when in only):
            return 1, {}  # whether it is for this person no record ever tells
        place = next(place for place, one in enumerate(reading.classes) if one.id == class_id)
        before, holds = [one.holds for one in reading.classes[:place]], reading.classes[place].holds
        limits = [limit for limit in (before if holds is None else [holds]) if isinstance(limit, LIMITS)]
        if (
            not isinstance(points, Points)
            or points.unless is not None
            or not inputs.keys() >= set(points.names)
            or len(limits) != (place if holds is None else 1)
        ):
            return 1, dict.fromkeys(self.counted, 1)
        adds = dict.fromkeys(self.counted, 0)
        for item in points.items:
            spread = thousandths(max(item.choices)) - thousandths(min(item.choices))
            keys = {key for name in item.names for key in (name, *getattr(inputs[name], "parts", ()))}
            for finding in {finding for key in keys for finding in inputs[key].findings}:
                adds[finding] += spread
        lowest = sum(thousandths(min(item.choices)) for item in points.items)
        highest = sum(thousandths(max(item.choices)) for item in points.items)
        until = _until_beyond if holds is None else _until_within
        needs = [until(limit, lowest, highest) for limit in limits]
        # An item that becomes known lifts the least, lowers the most, or does some of each; never more than its spread.
        lift = max((up for up, _ in needs), default=0)
        drop = max((down for _, down in needs), default=0)
        return max(1, lift + drop), adds

    def classes_in(self, answers: Answers) -> frozenset[str]:
        """The classes that a person with these answers falls into, whatever is missing: at most one of each reading."""
        known = self._settled(self.read(answers))
        applies, is_open = self._applies(known)
        if applies is False or is_open:
            return frozenset()
        facing = self._measured(known)
        if self.working is not None:
            facing[WORKING] = self._measured(known, working=True)[WORKING]
        classes = []
        for reading in self.readings:
            possible = _possible(reading, facing)
            one = next(possible)
            if next(possible, None) is None:
                classes.append(one)
        return frozenset(classes)

    def reckon(self, given: Answers) -> Reckoned:
        """Reckon the score from its inputs by key; one that is not known is ``UNKNOWN``."""
        known = self._settled(dict(given))
        applies, is_open = self._applies(known)
        facing = self._measured(known)
        if self.working is not None:
            facing[WORKING] = self._measured(known, working=True)[WORKING]
        return Reckoned(
            known=known,
            measures={name: value for name, value in facing.items() if name not in known and isinstance(value, Span)},
            applies=applies,
            open=is_open,
            possible={reading.name: tuple(_possible(reading, facing)) for reading in self.readings},
        )

    def _settled(self, known: dict[str, Value]) -> dict[str, Value]:
        """The inputs, those that are reckoned from others or rounded among them."""
        for item in self._unsettled:
            known[item.key] = item.settle(known, self.ranges)
        return known

    def _applies(self, known: Answers) -> tuple[bool | None, bool]:
        """Whether it is for this person, and whether it gives no class until that is known."""
        applies: bool | None = True
        is_open = False
        for limit in self.limits:
            truth = limit.when.truth(known)
            if truth is None:
                applies = None
                is_open = is_open or isinstance(limit, OnlyFor)
            elif truth is isinstance(limit, NotFor):
                return False, False
        return applies, is_open

    def _measured(self, known: Answers, *, working: bool = False) -> dict[str, Value]:
        """Its inputs and measures. For the working value, judgements that are missing are taken as it says."""
        values = dict(known)
        if working and self.working is not None:
            values.update((key, assumed) for key, assumed in self.working.assume if known[key] == UNKNOWN)
        for measure in self.measures:
            values[measure.name] = measure.bounds(values, self.ranges)
        if working:
            values[WORKING] = values["score"]
        return values


def _until_within(limit: AnyLimit, lowest: int, highest: int) -> tuple[int, int]:
    """How far the least has to rise and the most to fall before all totals lie within a limit."""
    if isinstance(limit, (AtLeast, MoreThan)):
        return max(0, thousandths(limit.value) - lowest), 0
    if isinstance(limit, (AtMost, LessThan)):
        return 0, max(0, highest - thousandths(limit.value))
    return max(0, thousandths(limit.low) - lowest), max(0, highest - thousandths(limit.high))


def _until_beyond(limit: AnyLimit, lowest: int, highest: int) -> tuple[int, int]:
    """How far the least has to rise or the most to fall before no total lies within a limit."""
    if isinstance(limit, (AtLeast, MoreThan)):
        return 0, max(0, highest - thousandths(limit.value))
    if isinstance(limit, (AtMost, LessThan)):
        return max(0, thousandths(limit.value) - lowest), 0
    return 0, 0  # either side would do


def _possible(reading: Reading, facing: Answers) -> Iterator[str]:
    """The classes that some way to fill in what is missing could give."""
    for one in reading.classes:
        truth: bool | None = True
        if one.holds is not None:
            if isinstance(one.holds, LIMITS):
                measure = facing[reading.of]
                assert isinstance(measure, Span)
                truth = measure.within(one.holds)
            else:
                truth = one.holds.truth(facing)
        if truth is not False:
            yield one.id
        if truth is True:
            return


def statements_of(score: Score) -> Iterator[Scores]:
    """The statements of a score: for each class that it falls into it. A score that no finding fills in has none."""
    if not score.findings:
        return
    for one in score.every_class:
        yield Scores(
            name=f"{score.id}_is_{one.id.lower()}",
            concept=Scored(score.id, one.id).concept,
            when=(InClass(score, one.id),),
            because=f"By the {score.name}, {one.means}.",
            source=score.source,
            grade=score.grade,
            where=score.where,
            verified=score.verified,
            location=score.location,
        )
