"""How the derivation is made: from the trace and the conclusions of a result, and from nothing else.

Each verb and each kind of premise has its form here, and one that has none is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NoReturn

from .._failing import holds_together
from .._nearest import repeated
from ..errors import DerivationError
from ..findings import FINDINGS, UNKNOWN
from ..result import Result
from ..trace import AnswerValue, Premise, Step
from .derivation import OF_CAUSE, ON_OPTION, Derivation, Edge, Node, NodeKind, Role
from .layout import told, words


@holds_together
def derive(assessment: Result, *, options: Collection[str] | None = None) -> Derivation:
    """The derivation of a result, with all its management, or with that of some ``options`` only.

    With none of them it ends at the urgency, and nothing before that rests on management. Most of a large result is
    management, and most questions are about something else.

    Raises:
        DerivationError: if the result does not hold together: a rule rests on what was never answered or concluded, or
            is of a kind that this library does not know. What the library made holds together.
    """
    return _Building(assessment, options).graph()


class _Shelf:
    """The nodes of one kind in the making, by their names. An enum is slow to hash, and there are hundreds."""

    def __init__(self, kind: NodeKind) -> None:
        self.kind = kind
        self.prefix = f"{kind.value}:"
        self.nodes: dict[str, Node] = {}
        self.get = self.nodes.get

    def add(
        self,
        name: str,
        says: str,
        *,
        called: str | None = None,
        state: str | None = None,
        answer: AnswerValue | None = None,
        step: Step | None = None,
    ) -> str:
        """Put a node there and give its id. An alert is ``called`` by its flag and kept by its rule."""
        if name in self.nodes:
            _broken("{} stands in the result more than once", name)
        node_id = self.prefix + name
        self.nodes[name] = Node(
            id=node_id, kind=self.kind, name=called or name, says=says, state=state, answer=answer, step=step
        )
        return node_id


class _Building:
    """The graph of one result in the making."""

    def __init__(self, assessment: Result, options: Collection[str] | None) -> None:
        self._of = assessment
        self._wanted = options
        self._edges: list[Edge] = []
        self._shelves = {kind: _Shelf(kind) for kind in NodeKind}
        self._answers = self._shelves[NodeKind.ANSWER]
        self._not_known = self._shelves[NodeKind.NOT_KNOWN]
        self._not_concluded = self._shelves[NodeKind.NOT_CONCLUDED]
        self._rules = self._shelves[NodeKind.RULE]
        self._concepts = self._shelves[NodeKind.CONCEPT]
        self._scores = self._shelves[NodeKind.SCORE]
        self._alerts = self._shelves[NodeKind.ALERT]
        self._causes = self._shelves[NodeKind.CAUSE]
        self._options = self._shelves[NodeKind.OPTION]
        self._advice = self._shelves[NodeKind.ADVICE]
        self._urgency = ""
        self._answering_to: dict[str, list[str]] = {}
        """The options that came up, by each of the names by which rules speak of them."""

    def graph(self) -> Derivation:
        self._add_what_was_known_and_what_came_of_it()
        self._add_what_came_up()
        for step in self._of.trace:
            if self._is_wanted(step):
                self._add_step(step)
        self._add_what_sets_the_urgency()
        both = self._not_concluded.nodes.keys() & self._concepts.nodes.keys()
        if both:
            _broken("the concept {} was concluded and not concluded", min(both))
        nodes = [list(shelf.nodes.values()) for shelf in self._shelves.values()]
        # These come up in the order of firing, of which a part of the management shows but a part.
        nodes[1].sort(key=lambda node: _PLACES.get(node.name, len(_PLACES)))
        nodes[2].sort(key=lambda node: node.name)
        # Its own rules have just made it: checking it again would take longer than making it.
        return Derivation.model_construct(
            nodes=tuple([node for of_kind in nodes for node in of_kind]),
            edges=tuple(self._edges),
        )

    def _add_what_was_known_and_what_came_of_it(self) -> None:
        result = self._of
        for finding, answer in result.answers.items():
            shelf = self._not_known if answer == UNKNOWN else self._answers
            shelf.add(finding, told(finding, answer), answer=answer)
        for alert in result.alerts:
            level = alert.urgency.value
            self._alerts.add(alert.rule_id, f"Alert {alert.id}: {words(level)}", called=alert.id, state=level)
        for cause in result.conclusions:
            status = cause.status.value
            says = f"{cause.name}: {words(cause.likelihood.value)}, {words(status)}"
            self._causes.add(cause.cause_id, says, state=status)
        level = result.urgency.value
        self._urgency = self._shelves[NodeKind.URGENCY].add(level, f"Urgency: {words(level)}", state=level)

    def _is_wanted(self, step: Step) -> bool:
        if self._wanted is None:
            return True
        if step.verb in ON_OPTION:
            return step.concludes[0] in self._answering_to
        return step.verb != "offers" or step.concludes[0] in self._wanted

    def _add_what_came_up(self) -> None:
        if self._wanted is not None and not self._wanted:
            return
        for cause in self._of.conclusions:
            for item in (*cause.management, *cause.withheld):
                if self._wanted is not None and item.id not in self._wanted:
                    continue
                if item.id not in self._advice.nodes:  # it may come up for several causes, and stands alike for each
                    self._advice.add(item.id, f"{item.name}: {words(item.status)}", state=item.status)
                    self._options.add(item.id, f"Came up: {item.name}")
                    for name in item.answers_to:
                        self._answering_to.setdefault(name, []).append(item.id)

    def _add_step(self, step: Step) -> None:
        rule = self._rules.add(step.rule_id, step.because, step=step)
        for premise in step.premises:
            self._rest(rule, premise)
        verb, speaks_of = step.verb, step.concludes[0]
        if verb in OF_CAUSE:
            self._link(rule, _one(self._causes, speaks_of, rule), OF_CAUSE[verb])
        elif verb in ON_OPTION:
            for option in self._answering(speaks_of, rule):
                self._link(rule, f"advice:{option}", ON_OPTION[verb])
        elif verb == "offers":
            for shelf in (self._options, self._advice):
                self._link(rule, _one(shelf, speaks_of, rule), Role.OFFERS)
        elif verb in ("concludes", "scores"):
            shelf, says = (self._concepts, "Concluded") if verb == "concludes" else (self._scores, "Scored")
            concept = shelf.get(speaks_of)
            in_words = f"{says}: {words(speaks_of.replace(':', ': '))}"
            self._link(rule, concept.id if concept else shelf.add(speaks_of, in_words), Role.CONCLUDES)
        elif verb == "alerts":
            alert = _one(self._alerts, step.rule_id, rule)
            self._link(rule, alert, Role.CONCLUDES)
            for cause in step.concludes[1:]:
                self._link(alert, _one(self._causes, cause, rule), Role.NAMES)
        else:
            _broken("{} does what this library does not know of", rule)

    def _rest(self, target: str, premise: Premise) -> None:
        """Add what a rule, or the urgency, rests on."""
        kind, name = premise.kind, premise.id
        role = Role.PREMISE
        sources: Iterable[str]
        if kind == "answer":
            role, source = self._on_answer(premise, target)
            sources = (source,)
        elif kind == "option":
            sources = [f"option:{option}" for option in self._answering(name, target)]
        elif kind in ("concept", "score"):
            concept = self._concepts.get(name) or self._scores.get(name)
            sources = (concept.id,) if concept else _broken("{} rests on {}, which nothing concluded", target, name)
        elif kind == "no_concept":
            role = Role.NEGATED_PREMISE
            denied = self._not_concluded.get(name)
            sources = (denied.id if denied else self._not_concluded.add(name, premise.says),)
        elif kind in ("suspected", "considered"):
            sources = (_one(self._causes, name, target),)
        elif kind == "urgency":
            sources = (self._urgency,)
        else:
            _broken("{} rests on what this library does not know of", target)
        for source in sources:
            self._edges.append(Edge(source=source, target=target, role=role, says=premise.says))

    def _on_answer(self, premise: Premise, target: str) -> tuple[Role, str]:
        finding, answer = premise.id, premise.answer
        if self._of.answers.get(finding) != answer:
            _broken("{} rests on an answer to {} that is not on record", target, finding)
        if answer is None or answer == UNKNOWN:
            unknown = self._not_known.get(finding)
            node_id = unknown.id if unknown else self._not_known.add(finding, told(finding, None))
            return Role.UNKNOWN_PREMISE, node_id
        return Role.NEGATED_PREMISE if answer is False else Role.PREMISE, self._answers.nodes[finding].id

    def _add_what_sets_the_urgency(self) -> None:
        result = self._of
        setting: dict[str, None] = {}  # two rules that raise one flag are two reasons by one name
        for reason in result.urgency_reasons:
            if reason.kind == "alert":
                level = result.urgency.value
                sources = [a.id for a in self._alerts.nodes.values() if a.name == reason.id and a.state == level]
            elif reason.kind == "cause":
                sources = [_one(self._causes, reason.id, self._urgency)]
            else:
                continue
            setting.update(dict.fromkeys(sources or _broken("{} does not set the urgency", reason.id)))
        for source in setting:
            self._link(source, self._urgency, Role.SETS)
        for premise in dict.fromkeys(premise for reason in result.urgency_reasons for premise in reason.premises):
            self._rest(self._urgency, premise)

    def _answering(self, name: str, by: str) -> list[str]:
        return self._answering_to.get(name) or _broken("{} speaks of {}, which did not come up", by, name)

    def _link(self, source: str, target: str, role: Role) -> None:
        self._edges.append(Edge(source=source, target=target, role=role))


def _one(shelf: _Shelf, name: str, by: str) -> str:
    node = shelf.get(name)
    return node.id if node is not None else _broken("{} speaks of {}, which is not in the result", by, name)


_PLACES = {name: place for place, name in enumerate(FINDINGS)}


def _broken(what: str, *names: str) -> NoReturn:
    raise DerivationError(f"this result does not hold together: {what.format(*map(repeated, names))}")
