"""The derivation: one graph of a result, from the answers to the advice. Every explanation is read off it.

It is built from the trace and the conclusions of a result and from nothing else, so that it is the same for a result
that was read back from JSON, whatever knowledge the library has by then. An edge goes from what something rests on to
what rests on it: an answer to the rule that looked at it, the rule to the cause it supports.
"""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, ClassVar, NoReturn

from pydantic import ConfigDict, Field, model_validator

from .._asked import an_id
from .._read_back import ReadBack
from ..errors import ReadBackError, UnknownIdError
from ..trace import STRICT, AnswerValue, Step

if TYPE_CHECKING:
    from typing_extensions import Self


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


class Derivation(ReadBack):
    """The graph of a result: nodes by kind, edges in the order of the trace. ``assessment.derivation`` makes it.

    ``model_dump_json`` and ``model_validate_json`` go both ways. It has no circles but those of concepts that were
    concluded from one another.
    """

    nodes: tuple[Node, ...]
    edges: Annotated[
        tuple[Edge, ...], Field(description="from what something rests on to what rests on it, in order of firing")
    ]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        kinds = {node.id: node.kind for node in self.nodes}
        if len(kinds) < len(self.nodes):
            _refuse("a node stands in it more than once")
        if len(set(self.edges)) < len(self.edges):
            _refuse("an edge stands in it more than once")
        if any(not _is_called_right(node) for node in self.nodes):
            _refuse("the id of a node is its kind and its name, of an alert its kind and its rule")
        if any((node.step is not None) != (node.kind is NodeKind.RULE) for node in self.nodes):
            _refuse("a rule has its step, and nothing else has one")
        for edge in self.edges:
            ends = kinds.get(edge.source), kinds.get(edge.target)
            if ends not in _ENDS[edge.role]:
                _refuse(f"an edge has an end that does not go with `{edge.role.value}`")
        return self

    def node(self, node_id: str) -> Node:
        """The node with this id.

        Raises:
            UnknownIdError: if there is none; names the nearest one.
        """
        node_id = an_id(node_id, "node_id", "a node")
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


def _refuse(problem: str) -> NoReturn:
    raise ReadBackError("Derivation", (problem,))


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


# What may be linked to what. ------------------------------------------------------------------------------------------

_CONCEPT_LIKE = (NodeKind.CONCEPT, NodeKind.SCORE)
OF_CAUSE: Mapping[str, Role] = {
    "supports": Role.SUPPORTS,
    "weakens": Role.WEAKENS,
    "confirms": Role.CONFIRMS,
    "excludes": Role.EXCLUDES,
}
"""What a rule that speaks of a cause does, by its verb."""
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
        **{role: [(rule, NodeKind.CAUSE)] for role in OF_CAUSE.values()},
        **{role: [(rule, NodeKind.ADVICE)] for role in ON_OPTION.values()},
    }
    return {role: frozenset(pairs) for role, pairs in ends.items()}


_ENDS = _ends_of()
