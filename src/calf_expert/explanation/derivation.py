"""The derivation: one graph of a result, from the answers to the advice. Every explanation is read off it.

It is built from the trace and the conclusions of a result and from nothing else, so that it is the same for a result
that was read back from JSON, whatever knowledge the library has by then. An edge goes from what something rests on to
what rests on it: an answer to the rule that looked at it, the rule to the cause it supports.
"""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, ClassVar, NoReturn

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ..errors import DerivationError, UnknownIdError
from ..findings import FINDINGS, UNKNOWN
from ..trace import STRICT, AnswerValue, Premise, Step
from .layout import told, words

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..assessment import Assessment


class NodeKind(str, enum.Enum):
    """What a node stands for; in the order in which a graph lists them."""

    ANSWER = "answer"
    """An answer of the person that says something. Its name is the finding."""
    NOT_KNOWN = "not_known"
    """A finding that was not asked, or asked and is not known."""
    NOT_CONCLUDED = "not_concluded"
    """A concept that was not concluded, where something rests on that."""
    RULE = "rule"
    """A rule that fired."""
    CONCEPT = "concept"
    """A concluded concept."""
    SCORE = "score"
    """A class that a published score falls into: ``<score>:<class>``."""
    ALERT = "alert"
    """A red flag raised by one rule. Its name is the flag; its id ends in the rule, for several may raise one flag."""
    CAUSE = "cause"
    """A cause, with the status it came to. Every cause of a result is there, those that nothing speaks of too."""
    URGENCY = "urgency"
    """The level that was reached."""
    OPTION = "option"
    """An option that came up."""
    ADVICE = "advice"
    """What may be said of an option to this person, once all is counted that speaks against it."""


class Role(str, enum.Enum):
    """What one thing does for another."""

    PREMISE = "premise"
    NEGATED_PREMISE = "negated_premise"
    """Rests on a no, or on a concept that was not concluded."""
    UNKNOWN_PREMISE = "unknown_premise"
    """Rests on something not being known; for questions and cautions only."""
    CONCLUDES = "concludes"
    SUPPORTS = "supports"
    WEAKENS = "weakens"
    CONFIRMS = "confirms"
    EXCLUDES = "excludes"
    NAMES = "names"
    """A red flag names a cause."""
    SETS = "sets"
    """A red flag or a cause sets the urgency."""
    OFFERS = "offers"
    FORBIDS = "forbids"
    CAUTIONS = "cautions"
    ASKS = "asks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in a derivation. Its ``id`` is ``<kind>:<name>`` (an alert's: ``alert:<rule>``).

    ``state`` is the status of a cause or of advice, and the level of an alert and of the urgency. ``step`` is the whole
    firing of a rule.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: NodeKind
    name: str
    says: str = field(repr=False)  # it may hold an answer, and a repr ends up in logs
    state: str | None = None
    answer: AnswerValue | None = field(default=None, repr=False)
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What ``source`` does for ``target``, both node ids. A premise says what was asked of it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    source: str
    target: str
    role: Role
    says: str | None = field(default=None, repr=False)


class Derivation(BaseModel):
    """The graph of a result: nodes by kind, edges in the order of the trace. ``assessment.derivation`` makes it.

    ``model_dump_json`` and ``model_validate_json`` go both ways. It has no circles but those of concepts that were
    concluded from one another.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    nodes: tuple[Node, ...]
    edges: Annotated[
        tuple[Edge, ...], Field(description="from what something rests on to what rests on it, in order of firing")
    ]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        kinds = {node.id: node.kind for node in self.nodes}
        if len(kinds) < len(self.nodes):
            raise ValueError("a node stands in it more than once")
        if len(set(self.edges)) < len(self.edges):
            raise ValueError("an edge stands in it more than once")
        if any(not _is_called_right(node) for node in self.nodes):
            raise ValueError("the id of a node is its kind and its name, of an alert its kind and its rule")
        if any((node.step is not None) != (node.kind is NodeKind.RULE) for node in self.nodes):
            raise ValueError("a rule has its step, and nothing else has one")
        for edge in self.edges:
            ends = kinds.get(edge.source), kinds.get(edge.target)
            if ends not in _ENDS[edge.role]:
                raise ValueError(f"an edge has an end that does not go with `{edge.role.value}`")
        return self

    def node(self, node_id: str) -> Node:
        """The node with this id.

        Raises:
            UnknownIdError: if there is none; names the nearest one.
        """
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise UnknownIdError("node", node_id, [node.id for node in self.nodes], where=" in this derivation")

    def named(self, name: str, *kinds: NodeKind) -> tuple[Node, ...]:
        """The nodes of this name, of these kinds only if any are given."""
        return tuple(node for node in self.nodes if node.name == name and (not kinds or node.kind in kinds))

    def into(self, node_id: str) -> tuple[Edge, ...]:
        """The edges by which other things bear on this one."""
        self.node(node_id)
        return tuple(edge for edge in self.edges if edge.target == node_id)

    def out_of(self, node_id: str) -> tuple[Edge, ...]:
        """The edges by which this one bears on other things."""
        self.node(node_id)
        return tuple(edge for edge in self.edges if edge.source == node_id)

    def behind(self, node_id: str) -> tuple[Node, ...]:
        """All that a node rests on, down to the answers, without itself."""
        self.node(node_id)
        found = reached((node_id,), incoming(self.edges))
        return tuple(node for node in self.nodes if node.id in found and node.id != node_id)

    def resting_on(self, node_id: str) -> tuple[Node, ...]:
        """All that rests on a node, up to the advice, without itself."""
        self.node(node_id)
        outgoing: dict[str, list[str]] = {}
        for edge in self.edges:
            outgoing.setdefault(edge.source, []).append(edge.target)
        found = reached((node_id,), outgoing)
        return tuple(node for node in self.nodes if node.id in found and node.id != node_id)

    def leaves(self, node_id: str | None = None) -> tuple[Node, ...]:
        """What nothing else stands behind: answers, what is not known, concepts not concluded; of one node or of all.

        A cause that no rule speaks of, and an urgency that nothing sets, rest on nothing and are no leaves.
        """
        nodes = self.nodes if node_id is None else self.behind(node_id)
        return tuple(node for node in nodes if node.kind in _LEAVES)

    def path(self, start: str, end: str) -> tuple[Edge, ...]:
        """The shortest way from one node to another along the edges; empty if there is none."""
        self.node(start)
        self.node(end)
        came_by: dict[str, Edge] = {}
        waiting = deque([start])
        while waiting and end not in came_by:
            at = waiting.popleft()
            for edge in self.edges:
                if edge.source == at and edge.target != start and edge.target not in came_by:
                    came_by[edge.target] = edge
                    waiting.append(edge.target)
        way: list[Edge] = []
        while end in came_by and (not way or way[-1].source != start):
            way.append(came_by[end])
            end = way[-1].source
        return tuple(reversed(way))

    def __repr__(self) -> str:
        return f"<Derivation: {len(self.nodes)} nodes, {len(self.edges)} edges>"

    __str__ = __repr__


def _is_called_right(node: Node) -> bool:
    kind, _, name = node.id.partition(":")
    return kind == node.kind.value and (name == node.name or node.kind is NodeKind.ALERT)


_LEAVES = frozenset({NodeKind.ANSWER, NodeKind.NOT_KNOWN, NodeKind.NOT_CONCLUDED})


def incoming(edges: Iterable[Edge]) -> dict[str, list[str]]:
    """For each node, what bears on it."""
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge.target, []).append(edge.source)
    return found


def reached(start: Iterable[str], following: Mapping[str, Iterable[str]]) -> set[str]:
    """What can be reached from ``start``, itself included. Circles end."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for other in following.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


# Which premises and verbs there are. ----------------------------------------------------------------------------------

_CONCEPT_LIKE = (NodeKind.CONCEPT, NodeKind.SCORE)
_OF_CAUSE: Mapping[str, Role] = {
    "supports": Role.SUPPORTS,
    "weakens": Role.WEAKENS,
    "confirms": Role.CONFIRMS,
    "excludes": Role.EXCLUDES,
}
ON_OPTION: Mapping[str, Role] = {"forbids": Role.FORBIDS, "cautions": Role.CAUTIONS, "asks": Role.ASKS}
"""What a rule that speaks of an option does, by its verb."""


def _ends_of() -> Mapping[Role, frozenset[tuple[NodeKind, NodeKind]]]:
    rule = NodeKind.RULE
    ends = {
        Role.PREMISE: [
            *((kind, rule) for kind in (NodeKind.ANSWER, *_CONCEPT_LIKE, NodeKind.CAUSE, NodeKind.URGENCY)),
            (NodeKind.OPTION, rule),
            *((kind, NodeKind.URGENCY) for kind in _CONCEPT_LIKE),
        ],
        Role.NEGATED_PREMISE: [
            (NodeKind.ANSWER, rule),
            (NodeKind.NOT_CONCLUDED, rule),
            (NodeKind.NOT_CONCLUDED, NodeKind.URGENCY),
        ],
        Role.UNKNOWN_PREMISE: [(NodeKind.NOT_KNOWN, rule)],
        Role.CONCLUDES: [(rule, kind) for kind in (*_CONCEPT_LIKE, NodeKind.ALERT)],
        Role.NAMES: [(NodeKind.ALERT, NodeKind.CAUSE)],
        Role.SETS: [(NodeKind.ALERT, NodeKind.URGENCY), (NodeKind.CAUSE, NodeKind.URGENCY)],
        Role.OFFERS: [(rule, NodeKind.OPTION), (rule, NodeKind.ADVICE)],
        **{role: [(rule, NodeKind.CAUSE)] for role in _OF_CAUSE.values()},
        **{role: [(rule, NodeKind.ADVICE)] for role in ON_OPTION.values()},
    }
    return {role: frozenset(pairs) for role, pairs in ends.items()}


_ENDS = _ends_of()


# Building it. ---------------------------------------------------------------------------------------------------------


def derive(assessment: Assessment, *, options: Collection[str] | None = None) -> Derivation:
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
            _broken(f"`{name}` stands in the result more than once")
        node_id = self.prefix + name
        self.nodes[name] = Node(
            id=node_id, kind=self.kind, name=called or name, says=says, state=state, answer=answer, step=step
        )
        return node_id


class _Building:
    """The graph of one result in the making."""

    def __init__(self, assessment: Assessment, options: Collection[str] | None) -> None:
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
            _broken(f"the concept `{min(both)}` was concluded and not concluded")
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
        if verb in _OF_CAUSE:
            self._link(rule, _one(self._causes, speaks_of, rule), _OF_CAUSE[verb])
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
            _broken(f"`{rule}` does what this library does not know of")

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
            sources = (concept.id,) if concept else _broken(f"`{target}` rests on `{name}`, which nothing concluded")
        elif kind == "no_concept":
            role = Role.NEGATED_PREMISE
            denied = self._not_concluded.get(name)
            sources = (denied.id if denied else self._not_concluded.add(name, premise.says),)
        elif kind in ("suspected", "considered"):
            sources = (_one(self._causes, name, target),)
        elif kind == "urgency":
            sources = (self._urgency,)
        else:
            _broken(f"`{target}` rests on what this library does not know of")
        for source in sources:
            self._edges.append(Edge(source=source, target=target, role=role, says=premise.says))

    def _on_answer(self, premise: Premise, target: str) -> tuple[Role, str]:
        finding, answer = premise.id, premise.answer
        if self._of.answers.get(finding) != answer:
            _broken(f"`{target}` rests on an answer to `{finding}` that is not on record")
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
            setting.update(dict.fromkeys(sources or _broken(f"`{reason.id}` does not set the urgency")))
        for source in setting:
            self._link(source, self._urgency, Role.SETS)
        for premise in dict.fromkeys(premise for reason in result.urgency_reasons for premise in reason.premises):
            self._rest(self._urgency, premise)

    def _answering(self, name: str, by: str) -> list[str]:
        return self._answering_to.get(name) or _broken(f"`{by}` speaks of `{name}`, which did not come up")

    def _link(self, source: str, target: str, role: Role) -> None:
        self._edges.append(Edge(source=source, target=target, role=role))


def _one(shelf: _Shelf, name: str, by: str) -> str:
    node = shelf.get(name)
    return node.id if node is not None else _broken(f"`{by}` speaks of `{name}`, which is not in the result")


_PLACES = {name: place for place, name in enumerate(FINDINGS)}


def _broken(what: str) -> NoReturn:
    raise DerivationError(f"this result does not hold together: {what}")
