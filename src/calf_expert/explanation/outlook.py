"""A body of knowledge as formulas over the answers: what can come true of a person, and what it would bring.

Rules, concepts and weights are turned into formulas once for a body of knowledge; nothing of a person is kept. Then one
question at a time can be put about one person, and be answered exactly, because the rules fall apart:

*Alerts.* The urgency is a maximum, so a level is reached by one alert or by one cause, and each can be looked at alone.
An alert fires just where its formula holds: its conditions, with each concept replaced by the rules that conclude it.
A finding that stands in it twice is one place with one answer.

*Causes.* What a cause brings rises with its weight, and its weight is a sum over groups. Rules of one cause that rest
on a common finding, through concepts too, share a group, so as a rule no two groups look at the same finding, and the
greatest sum is the sum of the greatest terms. Groups whose signs presuppose the same may, and so may a rule that
excludes the cause; what looks at one finding is then one *part* and is looked at together. Of a group, the sign that
weighs most speaks, a tie going to the side for: it comes to a weight ``w`` above zero just where a sign of weight ``w``
fires and no stronger one against. "No stronger one fires" is a formula too, because not firing is the negation of
firing, and of a concept that was not concluded likewise. A test that confirms brings all that the cause can bring.

A condition of another form (a score, say, which looks at many findings at once) is a place of its own, true or false.
Once all it looks at is settled it is what it is; before that both are taken as possible, unless all ways to answer can
be tried. So a bound may then be too high, and is never too low.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .._record import entangled, fits
from ..authoring.conditions import (
    ANSWER_CONDITIONS,
    Absent,
    AllOf,
    Answer,
    AnyOf,
    AtLeastNOf,
    Is,
    Measured,
    NotKnown,
    OnAnswers,
    Present,
    every_answer,
    findings_in,
)
from ..authoring.statements import Alerts, Cause, Concludes, Confirms, Evidence, Excludes, Statement
from ..authoring.strata import by_concept, concepts_used, findings_behind
from ..authoring.terms import Urgency
from ..catalogue import Knowledge
from ..errors import KnowledgeError
from ..findings import FINDINGS, UNKNOWN
from ..weighing import BRINGS, POSSIBLE_FROM, SUSPICION_FROM
from .cells import NOT_KNOWN, Cells
from .formulas import FALSE, Formula, Leaf, all_of, any_of, at_least, negation, solve

_INFERRING = (Concludes, Evidence, Alerts, Confirms, Excludes)
_ONE_FINDING = (Present, Absent, Is, Measured, NotKnown)
_MET, _NOT_MET = 2, 4
_WAYS_TRIED = 256
"""So many ways to answer what a score looks at are tried before both outcomes are taken as possible."""


@dataclass(frozen=True, slots=True)
class Way:
    """A formula; where it holds, a part of a cause's evidence comes to ``weight`` or more (for a low way: or less).

    ``firing`` are the signs it needs, ``silent`` what must not fire: stronger signs on the other side, what excludes.
    """

    weight: int
    formula: Formula
    firing: tuple[Evidence, ...]
    silent: tuple[Evidence | Excludes, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Groups of a cause's evidence that share findings with no other part, and what excludes the cause by these.

    ``ways`` are best first: one counts only where none before it can be had. ``lows`` are the same the other way round,
    worst first, excluded or not.
    """

    ways: tuple[Way, ...]
    lows: tuple[Way, ...]

    def most(self, domains: list[int]) -> int | None:
        """The greatest weight it can come to; ``None`` if the cause is excluded whatever is answered."""
        return next((way.weight for way in self.ways if solve((way.formula,), domains) is not None), None)

    def least(self, domains: list[int], *beside: Formula) -> int:
        """The least weight it can come to, excluded or not, while ``beside`` can hold."""
        return next(way.weight for way in self.lows if solve((way.formula, *beside), domains) is not None)


@dataclass(frozen=True, slots=True)
class Prospect:
    """A cause, and all that can move it."""

    cause: Cause
    parts: tuple[Part, ...]
    confirming: tuple[Confirms, ...]
    excluding: tuple[Excludes, ...]
    evidence: tuple[Evidence, ...]
    naming: tuple[Alerts, ...]
    reads: frozenset[str]
    """Every finding that any of these rules rests on."""

    def own_for(self, level: Urgency) -> int | None:
        """The evidence of its own from which the cause brings a level or a higher one; ``None`` if it never does."""
        enough = [lowest for lowest, brought in BRINGS[self.cause.urgency] if brought >= level]
        if not enough:
            return None
        return max(SUSPICION_FROM, max(min(enough), POSSIBLE_FROM) - self.cause.commonness.millibans)

    @property
    def own_for_suspicion(self) -> int:
        """The evidence of its own from which the cause is suspected."""
        return max(SUSPICION_FROM, POSSIBLE_FROM - self.cause.commonness.millibans)


class Outlook:
    """The formulas of a body of knowledge. It holds nothing of any person."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.statements = tuple(s for s in knowledge.statements if isinstance(s, _INFERRING))
        self._concluding = by_concept(knowledge.statements)
        read = {name for s in self.statements for condition in s.conditions for name in findings_in(condition)}
        self.findings = tuple(name for name in FINDINGS if name in read or entangled(name))
        """The findings that have a place, in the order in which a person is asked: what some rule reads, and what may
        not fit beside it."""
        self.place_of = {name: place for place, name in enumerate(self.findings)}
        limits = _limits(self.statements)
        self.cells = tuple(Cells(FINDINGS[name], limits.get(name, ())) for name in self.findings)
        self.every = [cells.answers | NOT_KNOWN for cells in self.cells]
        self.other_forms: list[tuple[int, OnAnswers]] = []
        """Conditions that have a place of their own."""
        self._forms: dict[OnAnswers, int] = {}
        self._made: dict[str, Formula] = {}
        self.formula: dict[str, Formula] = {s.id: self._of_statement(s, frozenset())[0] for s in self.statements}
        """When a rule fires, by its id."""
        self.reads: dict[str, frozenset[str]] = {
            s.id: frozenset(findings_behind(s, self._concluding)) for s in self.statements
        }
        self.other_forms_on: dict[str, list[tuple[int, OnAnswers]]] = {}
        """The same, by the findings they look at."""
        for place, condition in self.other_forms:
            for name in findings_in(condition):
                self.other_forms_on.setdefault(name, []).append((place, condition))
        self.alerts = tuple(
            sorted((s for s in self.statements if isinstance(s, Alerts)), key=lambda s: (-s.urgency.rank, s.id))
        )
        # A score that no rule rests on need not be reckoned.
        self.places_that_matter = frozenset[int]().union(
            *(self.formula[s.id].places() for s in self.statements if not isinstance(s, Concludes))
        )
        self.concepts = tuple(s for s in self.statements if isinstance(s, Concludes))
        self.prospects = {cause.id: self._prospect(cause) for cause in knowledge.causes.values()}

    # Formulas. --------------------------------------------------------------------------------------------------------

    def concept(self, name: str) -> Formula:
        """When a concept is concluded."""
        return self._of_concept(name, frozenset())[0]

    def concluding(self, name: str) -> Sequence[Concludes]:
        """The rules that conclude a concept."""
        return self._concluding.get(name, ())

    def reads_of_concept(self, name: str) -> frozenset[str]:
        """Every finding that a concept rests on."""
        return frozenset().union(*(self.reads[s.id] for s in self.concluding(name)))

    def never(self, formula: Formula) -> Formula:
        """When a formula does not hold."""
        return negation(formula, self.every)

    def places_of(self, finding: str) -> frozenset[int]:
        """The place of a finding, and those of the conditions of other forms that look at it."""
        others = self.other_forms_on.get(finding, ())
        return frozenset((self.place_of[finding], *(place for place, _ in others)))

    def _of_statement(self, statement: Statement, above: frozenset[str]) -> tuple[Formula, bool]:
        """The formula of a rule, and whether a concept above was met again on the way."""
        parts = [self._of_answers(c) for c in statement.conditions if isinstance(c, ANSWER_CONDITIONS)]
        circular = False
        needs, denies = concepts_used(statement)
        for name in needs:
            formula, met_again = self._of_concept(name, above)
            parts.append(formula)
            circular = circular or met_again
        # What is denied lies in a lower stratum, so that nothing above can be met again below it.
        parts.extend(self.never(self._of_concept(name, frozenset())[0]) for name in denies)
        if len(parts) < len(statement.conditions):
            raise KnowledgeError((f"{statement.location}: `{statement.name}` has a condition with no formula for it",))
        return all_of(parts), circular

    def _of_concept(self, name: str, above: frozenset[str]) -> tuple[Formula, bool]:
        if name in above:
            # A concept that is concluded is concluded by some chain of rules in which it does not stand before.
            return FALSE, True
        if name in self._made:
            return self._made[name], False
        ways = [self._of_statement(statement, above | {name}) for statement in self._concluding.get(name, ())]
        formula = any_of(way for way, _ in ways)
        circular = any(met_again for _, met_again in ways)
        if not circular or not above:
            self._made[name] = formula
        return formula, circular and bool(above)

    def _of_answers(self, condition: OnAnswers) -> Formula:
        if type(condition) is AnyOf:
            return any_of(self._of_answers(part) for part in condition.parts)
        if type(condition) is AtLeastNOf:
            return at_least(condition.n, (self._of_answers(part) for part in condition.parts))
        if type(condition) is AllOf:
            return all_of(self._of_answers(part) for part in condition.parts)
        if isinstance(condition, _ONE_FINDING):
            place = self.place_of[condition.finding]
            return Leaf(place, self.cells[place].where(condition))
        if condition not in self._forms:
            self._forms[condition] = len(self.every)
            self.other_forms.append((len(self.every), condition))
            self.every.append(_MET | _NOT_MET)
        return Leaf(self._forms[condition], _MET)

    # Causes. ----------------------------------------------------------------------------------------------------------

    def _prospect(self, cause: Cause) -> Prospect:
        evidence = tuple(s for s in self.statements if isinstance(s, Evidence) and s.cause == cause.id)
        excluding = tuple(s for s in self.statements if isinstance(s, Excludes) and s.cause == cause.id)
        groups: dict[tuple[str, str], list[Evidence]] = {}
        for sign in evidence:
            groups.setdefault(("rule", sign.id) if sign.group is None else ("group", sign.group), []).append(sign)
        blocks: list[_Block] = [_Block(tuple(signs), ()) for signs in groups.values()]
        blocks.extend(_Block((), (rule,)) for rule in excluding)
        confirming = tuple(s for s in self.statements if isinstance(s, Confirms) and s.cause == cause.id)
        naming = tuple(s for s in self.alerts if cause.id in s.suspects)
        return Prospect(
            cause=cause,
            parts=tuple(self._part(together) for together in self._joined(blocks)),
            confirming=confirming,
            excluding=excluding,
            evidence=evidence,
            naming=naming,
            reads=frozenset().union(*(self.reads[s.id] for s in (*evidence, *excluding, *confirming, *naming))),
        )

    def _joined(self, blocks: Iterable[_Block]) -> list[list[_Block]]:
        """The blocks, those that look at a common place together."""
        joined: list[tuple[frozenset[int], list[_Block]]] = []
        for block in blocks:
            reads = frozenset[int]().union(*(self.formula[s.id].places() for s in (*block.signs, *block.excluding)))
            near = [other for other in joined if other[0] & reads]
            joined = [other for other in joined if not other[0] & reads]
            joined.append((reads.union(*(r for r, _ in near)), [*(b for _, bs in near for b in bs), block]))
        return [together for _, together in joined]

    def _part(self, blocks: Sequence[_Block]) -> Part:
        excluding = tuple(rule for block in blocks for rule in block.excluding)
        groups = [block.signs for block in blocks if block.signs]
        ways = [self._together(each, excluding) for each in itertools.product(*map(self._ways, groups))]
        lows = [self._together(each, ()) for each in itertools.product(*map(self._lows, groups))]
        return Part(
            ways=tuple(sorted(ways, key=lambda way: -way.weight)),
            lows=tuple(sorted(lows, key=lambda way: way.weight)),
        )

    def _together(self, ways: Sequence[Way], excluding: tuple[Excludes, ...]) -> Way:
        firing = tuple(sign for way in ways for sign in way.firing)
        silent = tuple(rule for way in ways for rule in way.silent)
        return self._way(sum(way.weight for way in ways), firing, (*silent, *excluding))

    def _way(self, weight: int, firing: tuple[Evidence, ...], silent: tuple[Evidence | Excludes, ...]) -> Way:
        fires = (self.formula[sign.id] for sign in firing)
        not_ = (self.never(self.formula[rule.id]) for rule in silent)
        return Way(weight, all_of((*fires, *not_)), firing, silent)

    def _ways(self, signs: Sequence[Evidence]) -> Iterator[Way]:
        """What one group can come to. A tie goes to the side for."""
        against = [sign for sign in signs if sign.weight < 0]
        for sign in signs:
            if sign.weight > 0:
                yield self._way(sign.weight, (sign,), tuple(s for s in against if -s.weight > sign.weight))
        for weight in {0, *(sign.weight for sign in against)}:
            yield self._way(weight, (), tuple(s for s in against if s.weight < weight))

    def _lows(self, signs: Sequence[Evidence]) -> Iterator[Way]:
        """The least that one group can come to."""
        speaking = [sign for sign in signs if sign.weight > 0]
        for sign in signs:
            if sign.weight < 0:
                yield self._way(sign.weight, (sign,), tuple(s for s in speaking if s.weight >= -sign.weight))
        for weight in {0, *(sign.weight for sign in speaking)}:
            yield self._way(weight, (), tuple(s for s in speaking if s.weight > weight))


@dataclass(frozen=True, slots=True)
class _Block:
    """One group of signs, or one rule that excludes."""

    signs: tuple[Evidence, ...]
    excluding: tuple[Excludes, ...]


class _Same:
    """A body of knowledge as the key of a cache: knowledge with the same hash says the same."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __hash__(self) -> int:
        return hash(self.knowledge.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.knowledge.sha256 == self.knowledge.sha256


@lru_cache(maxsize=4)
def _made(same: _Same) -> Outlook:
    return Outlook(same.knowledge)


def outlook_of(knowledge: Knowledge) -> Outlook:
    """The formulas of a body of knowledge, made on first use."""
    return _made(_Same(knowledge))


class Situation:
    """What one person can still answer: the domain of each place.

    ``known`` are the answers given, ``open_`` the findings that may still be answered, or stay as they are. An answer
    that cannot stand beside those given is left out; two open answers that cannot stand together are not.
    """

    def __init__(self, outlook: Outlook, known: Mapping[str, Answer], open_: Collection[str]) -> None:
        self.outlook = outlook
        self.known = known
        self.domains: list[int] = []
        for name, cells in zip(outlook.findings, outlook.cells, strict=True):
            if name in known:
                self.domains.append(cells.bit(known[name]))
            elif name in open_:
                self.domains.append(NOT_KNOWN | legal(known, cells))
            else:
                self.domains.append(NOT_KNOWN)
        self.open = tuple(
            name
            for name, domain in zip(outlook.findings, self.domains, strict=True)
            if domain > NOT_KNOWN and name not in known
        )
        """What can still be answered, in the order in which a person is asked."""
        for place, condition in outlook.other_forms:
            self.domains.append(self._outcomes(condition) if place in outlook.places_that_matter else _MET | _NOT_MET)

    def possible(self, *formulas: Formula, most: int | None = None) -> bool:
        """Whether answers can be given with which all these hold; ``most`` limits how many."""
        return solve(formulas, self.domains, most) is not None

    def _outcomes(self, condition: OnAnswers) -> int:
        """What can become of a condition that is no formula."""
        answers = every_answer(self.known)
        names = [name for name in findings_in(condition) if name in self.open]
        choices: list[list[Answer]] = []
        for name in names:
            place = self.outlook.place_of[name]
            cells = self.outlook.cells[place]
            if cells.is_number:
                return _MET | _NOT_MET
            choices.append([UNKNOWN, *(cell.answer for _, cell in cells.of(self.domains[place]))])
        if math.prod(map(len, choices)) > _WAYS_TRIED:
            return _MET | _NOT_MET
        outcomes = 0
        for given in itertools.product(*choices):
            answers.update(zip(names, given, strict=True))
            outcomes |= _MET if condition.truth(answers) is True else _NOT_MET
            if outcomes == _MET | _NOT_MET:
                break
        return outcomes


def legal(known: Mapping[str, Answer], cells: Cells) -> int:
    """The cells of a finding that can stand beside the answers given."""
    name = cells.finding.id
    if not entangled(name):
        return cells.answers
    return sum(bit for bit, cell in cells.of(cells.answers) if any(fits(known, name, one) for one in cell.tried))


def _limits(statements: Iterable[Statement]) -> Mapping[str, list[Measured]]:
    found: dict[str, list[Measured]] = {}
    for statement in statements:
        for condition in statement.conditions:
            if isinstance(condition, ANSWER_CONDITIONS):
                for leaf in condition.leaves():
                    if isinstance(leaf, Measured):
                        found.setdefault(leaf.finding, []).append(leaf)
    return found
