"""A person with some answers changed, inferred and weighed from formulas: what thousands of attempts of a search need.

It gives what the engine gives (a test holds them together), looks only at what an answer can move, and puts nothing
into words. What a search finds is assessed by the engine before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..authoring.conditions import Answer, every_answer
from ..authoring.statements import Statement
from ..authoring.terms import Urgency
from ..weighing import Named, Standing, Status, stand, urgency_of
from .cells import NOT_KNOWN
from .outlook import Outlook

_MET, _NOT_MET = 2, 4


class Trial:
    """One attempt. What it shares with the attempt it began from is taken from there."""

    __slots__ = ("_begun", "_fires", "_outlook", "_standings", "answers", "changed", "domains")

    def __init__(
        self,
        outlook: Outlook,
        answers: dict[str, Answer],
        domains: list[int],
        begun: Trial | None,
        changed: frozenset[str],
    ) -> None:
        self._outlook = outlook
        self._begun = begun
        self.changed = changed
        self._fires: dict[str, bool] = {}
        self._standings: dict[str, Standing] = {}
        self.answers = answers
        self.domains = domains

    @classmethod
    def of(cls, outlook: Outlook, known: Mapping[str, Answer]) -> Trial:
        """The person as they are."""
        domains = [
            cells.bit(known[name]) if name in known else NOT_KNOWN
            for name, cells in zip(outlook.findings, outlook.cells, strict=True)
        ]
        answers = every_answer(known)
        domains.extend(_MET if condition.truth(answers) is True else _NOT_MET for _, condition in outlook.other_forms)
        return cls(outlook, answers, domains, None, frozenset())

    def answering(self, finding: str, answer: Answer) -> Trial:
        """The same with one answer more, or another one."""
        outlook = self._outlook
        domains = self.domains[:]
        place = outlook.place_of[finding]
        domains[place] = outlook.cells[place].bit(answer)
        answers = {**self.answers, finding: answer}
        for other, condition in outlook.other_forms_on.get(finding, ()):
            domains[other] = _MET if condition.truth(answers) is True else _NOT_MET
        begun = self if self._begun is None else self._begun
        return Trial(outlook, answers, domains, begun, self.changed | {finding})

    def fires(self, rule: Statement) -> bool:
        """Whether a rule fires."""
        if self._begun is not None and self.changed.isdisjoint(self._outlook.reads[rule.id]):
            return self._begun.fires(rule)
        fires = self._fires.get(rule.id)
        if fires is None:
            fires = self._fires[rule.id] = self._outlook.formula[rule.id].possible(self.domains)
        return fires

    def standing(self, cause_id: str) -> Standing:
        """How a cause stands."""
        prospect = self._outlook.prospects[cause_id]
        if self._begun is not None and self.changed.isdisjoint(prospect.reads):
            return self._begun.standing(cause_id)
        standing = self._standings.get(cause_id)
        if standing is None:
            named: Named | None = None
            for alert in prospect.naming:
                if self.fires(alert):
                    named = Named.by(alert, cause_id).with_(named)
            test = None
            if any(self.fires(rule) for rule in prospect.confirming):
                test = Status.CONFIRMED
            elif any(self.fires(rule) for rule in prospect.excluding):
                test = Status.EXCLUDED
            evidence = tuple([sign for sign in prospect.evidence if self.fires(sign)])
            standing = stand(prospect.cause, evidence, named, test)
            self._standings[cause_id] = standing
        return standing

    @property
    def standings(self) -> list[Standing]:
        """How all causes stand, in no order."""
        return [self.standing(cause_id) for cause_id in self._outlook.prospects]

    @property
    def first(self) -> str:
        """The cause that comes first in the ranking."""
        return min(self.standings, key=lambda standing: standing.place).cause.id

    @property
    def fired(self) -> list[Statement]:
        """The alerts and concepts that came up."""
        return [rule for rule in (*self._outlook.alerts, *self._outlook.concepts) if self.fires(rule)]

    @property
    def urgency(self) -> Urgency:
        """How urgent it is."""
        return urgency_of(self.standings, self.fired)[0]
