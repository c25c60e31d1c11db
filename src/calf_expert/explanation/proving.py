"""A proof taken from a result: what it concluded, and the part of the derivation behind that."""

from __future__ import annotations

from .._asked import an_id
from .._failing import holds_together
from ..errors import OtherKnowledgeError, UnknownIdError
from ..result import Result
from ..trace import KnowledgeUsed
from .derivation import ON_OPTION, Derivation, Edge, Node, NodeKind, incoming, reached
from .deriving import derive
from .proof import Citation, Proof

_LOOKED_UP_IN = (NodeKind.CAUSE, NodeKind.ALERT, NodeKind.SCORE, NodeKind.ADVICE, NodeKind.CONCEPT)
"""Where a bare name is looked for, in this order. ``<kind>:<name>`` names a node of any kind."""


@holds_together
def prove(assessment: Result, subject: str) -> Proof:
    """The proof of something a result concluded."""
    subject = an_id(
        subject, "subject", "what the result came to (a cause, alert, score, option or concept, or urgency)"
    )
    graph = derive(assessment, options=_options_needed(assessment, subject))
    targets = _targets(assessment, graph, subject)
    part = _part_behind(graph, targets)
    sources = dict.fromkeys(source for node in part.nodes if node.step is not None for source in node.step.sources)
    present: KnowledgeUsed | None = None
    citations: tuple[Citation, ...] = ()
    try:
        known = assessment.reasoner.knowledge.sources
    except OtherKnowledgeError:
        of_library = type(assessment).default_reasoner().knowledge
        present = KnowledgeUsed(version=of_library.version, sha256=of_library.sha256)
    else:
        citations = tuple([Citation(source=key, text=known[key].citation) for key in sources])
    # What it is made of was made here: checking it again would take longer than making it.
    return Proof.model_construct(
        subject=subject,
        kind=targets[0].kind,
        says=targets[0].says,
        targets=tuple([target.id for target in targets]),
        graph=part,
        citations=citations,
        knowledge=assessment.knowledge,
        present=present,
        notice=assessment.notice,
    )


def _options_needed(assessment: Result, subject: str) -> tuple[str, ...] | None:
    """The options without which something cannot be proved; ``None`` for all of them."""
    if ":" in subject:
        return None
    brought_up = [s for s in assessment.trace if s.verb == "offers" and s.concludes[0] == subject]
    if any(premise.kind == "option" for step in brought_up for premise in step.premises):
        return None
    return (subject,) if brought_up else ()


def _targets(assessment: Result, graph: Derivation, subject: str) -> tuple[Node, ...]:
    """The nodes that an id means. An alert has one for each rule that raised it, the gravest first."""
    by_name: dict[tuple[NodeKind, str], list[Node]] = {}
    for node in graph.nodes:
        if node.id == subject:
            return (node,)
        by_name.setdefault((node.kind, node.name), []).append(node)
        if node.kind is NodeKind.SCORE:
            by_name.setdefault((node.kind, node.name.partition(":")[0]), []).append(node)
        elif node.kind is NodeKind.URGENCY and subject == "urgency":
            return (node,)
    for kind in _LOOKED_UP_IN:
        if found := by_name.get((kind, subject)):
            return tuple(found)
    options = [node.name for node in derive(assessment).nodes if node.kind is NodeKind.ADVICE]
    known = ["urgency", *dict.fromkeys(name for kind, name in by_name if kind in _LOOKED_UP_IN), *options]
    raise UnknownIdError("cause, alert, score, option or concept", subject, known, where=" in this result")


def _part_behind(graph: Derivation, targets: tuple[Node, ...]) -> Derivation:
    """All that the targets rest on.

    A rule on a family of options fires for any of them. In the proof of one piece of advice it is shown to rest on that
    option's having come up, and not on the other members of the family.
    """
    edges: tuple[Edge, ...] = graph.edges
    advice = [target.name for target in targets if target.kind is NodeKind.ADVICE]
    if advice:
        on_option = {node.id for node in graph.nodes if node.step is not None and node.step.verb in ON_OPTION}
        own = f"option:{advice[0]}"
        edges = tuple(
            [e for e in edges if e.source == own or e.target not in on_option or not e.source.startswith("option:")]
        )
    found = reached([target.id for target in targets], incoming(edges))
    return Derivation.model_construct(
        nodes=tuple([node for node in graph.nodes if node.id in found]),
        edges=tuple([edge for edge in edges if edge.source in found and edge.target in found]),
    )
