"""A derivation as a Mermaid flowchart: text that JupyterLab, GitHub and many editors draw.

What a shape or a colour says is said in words too: each label begins with what kind of thing it is, and each edge that
is no plain premise says what it does. Node ids are numbered, so that nothing of a name or an answer gets into the
syntax; labels are quoted, and what Mermaid would read as syntax or as HTML is written as an entity.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping

from .._failing import holds_together
from .derivation import Derivation, Node, NodeKind, Role

_LETTERS = 44
"""The width at which a label is broken: long lines make boxes that no screen holds beside one another."""

_LAYERS: tuple[tuple[str, str], ...] = (
    ("answers", "What is on record"),
    ("concepts", "What follows from it"),
    ("evidence", "Signs and red flags"),
    ("conclusions", "Causes and urgency"),
    ("management", "What may be done"),
)
_LAYER_OF_KIND: Mapping[NodeKind, str] = {
    NodeKind.ANSWER: "answers",
    NodeKind.NOT_KNOWN: "answers",
    NodeKind.NOT_CONCLUDED: "concepts",
    NodeKind.CONCEPT: "concepts",
    NodeKind.SCORE: "concepts",
    NodeKind.ALERT: "evidence",
    NodeKind.CAUSE: "conclusions",
    NodeKind.URGENCY: "conclusions",
    NodeKind.OPTION: "management",
    NodeKind.ADVICE: "management",
}
_LAYER_OF_VERB: Mapping[str, str] = {
    "concludes": "concepts",
    "scores": "concepts",
    "supports": "evidence",
    "weakens": "evidence",
    "confirms": "evidence",
    "excludes": "evidence",
    "alerts": "evidence",
    "offers": "management",
    "forbids": "management",
    "cautions": "management",
    "asks": "management",
}

_MARKS: Mapping[NodeKind, str] = {
    NodeKind.ANSWER: "ANSWER",
    NodeKind.NOT_KNOWN: "NOT KNOWN",
    NodeKind.NOT_CONCLUDED: "NOT CONCLUDED",
    NodeKind.RULE: "RULE",
    NodeKind.CONCEPT: "CONCEPT",
    NodeKind.SCORE: "SCORE",
    NodeKind.ALERT: "RED FLAG",
    NodeKind.CAUSE: "CAUSE",
    NodeKind.URGENCY: "URGENCY",
    NodeKind.OPTION: "OPTION",
    NodeKind.ADVICE: "ADVICE",
}
_SHAPES: Mapping[NodeKind, tuple[str, str]] = {
    NodeKind.ANSWER: ("(", ")"),
    NodeKind.NOT_KNOWN: ("(", ")"),
    NodeKind.NOT_CONCLUDED: ("([", "])"),
    NodeKind.RULE: ("[", "]"),
    NodeKind.CONCEPT: ("([", "])"),
    NodeKind.SCORE: ("([", "])"),
    NodeKind.ALERT: ("[/", "/]"),
    NodeKind.CAUSE: ("{{", "}}"),
    NodeKind.URGENCY: ("[[", "]]"),
    NodeKind.OPTION: ("(", ")"),
    NodeKind.ADVICE: ("{{", "}}"),
}
# Dark letters on a light ground (contrast above 7 to 1), which stays readable on a dark page too.
_CLASSES: Mapping[NodeKind, str] = {
    NodeKind.ANSWER: "fill:#e8f1fa,stroke:#1f5a93,color:#10202f",
    NodeKind.NOT_KNOWN: "fill:#f4f4f4,stroke:#5c5c5c,color:#1c1c1c,stroke-dasharray:4 3",
    NodeKind.NOT_CONCLUDED: "fill:#f4f4f4,stroke:#5c5c5c,color:#1c1c1c,stroke-dasharray:4 3",
    NodeKind.RULE: "fill:#ffffff,stroke:#444444,color:#1c1c1c",
    NodeKind.CONCEPT: "fill:#eef7ea,stroke:#38701f,color:#14240d",
    NodeKind.SCORE: "fill:#eef7ea,stroke:#38701f,color:#14240d",
    NodeKind.ALERT: "fill:#fdecea,stroke:#a11b12,color:#3a0a06,stroke-width:3px",
    NodeKind.CAUSE: "fill:#f3ecfa,stroke:#5b2d8c,color:#21103a,stroke-width:2px",
    NodeKind.URGENCY: "fill:#fff3d6,stroke:#8a5a00,color:#2e1e00,stroke-width:3px",
    NodeKind.OPTION: "fill:#f1f1fb,stroke:#3a3f93,color:#12143a",
    NodeKind.ADVICE: "fill:#f1f1fb,stroke:#3a3f93,color:#12143a,stroke-width:2px",
}
_ARROWS: Mapping[Role, str] = {
    Role.PREMISE: "-->",
    Role.NEGATED_PREMISE: "-.->|no|",
    Role.UNKNOWN_PREMISE: "-.->|not known|",
    Role.CONCLUDES: "-->|concludes|",
    Role.SUPPORTS: "==>|+ supports|",
    Role.WEAKENS: "==>|- weakens|",
    Role.CONFIRMS: "==>|++ confirms|",
    Role.EXCLUDES: "==>|-- excludes|",
    Role.NAMES: "==>|! names|",
    Role.SETS: "==>|sets|",
    Role.OFFERS: "-->|offers|",
    Role.FORBIDS: "==>|x forbids|",
    Role.CAUTIONS: "-->|cautions|",
    Role.ASKS: "-->|? asks first|",
}


@holds_together
def flowchart(graph: Derivation, *, title: str, notice: str) -> str:
    """The graph from left to right, one box of a layer beside the other."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    by_layer: dict[str, list[Node]] = {}
    for node in graph.nodes:
        by_layer.setdefault(_layer_of(node), []).append(node)
    lines = ["flowchart LR"]
    for name, given in (("accTitle", title), ("accDescr", notice)):
        if text := _on_one_line(given):
            lines.append(f"  {name}: {text}")
    for layer, name in _LAYERS:
        if layer in by_layer:
            lines.append(f'  subgraph {layer}["{name}"]')
            lines.extend(f"    {_box(node, numbers[node.id])}" for node in by_layer[layer])
            lines.append("  end")
    lines.extend(f"  {numbers[e.source]} {_ARROWS[e.role]} {numbers[e.target]}" for e in graph.edges)
    kinds = dict.fromkeys(node.kind for node in graph.nodes)
    lines.extend(f"  classDef {kind.value} {_CLASSES[kind]}" for kind in kinds)
    lines.extend(f"  class {','.join(numbers[n.id] for n in graph.nodes if n.kind is k)} {k.value}" for k in kinds)
    return "\n".join(lines) + "\n"


def _layer_of(node: Node) -> str:
    return _LAYER_OF_KIND[node.kind] if node.step is None else _LAYER_OF_VERB[node.step.verb]


def _box(node: Node, number: str) -> str:
    before, after = _SHAPES[node.kind]
    return f'{number}{before}"{"<br/>".join(_escaped(line) for line in _label(node))}"{after}'


def _label(node: Node) -> Iterator[str]:
    step = node.step
    if step is None:
        yield from _broken(f"{_MARKS[node.kind]}: {node.says}")
        return
    yield from _broken(f"RULE {step.verb}: {step.because}")
    yield step.rule_id
    if step.lr is not None:
        yield f"LR {step.lr:g}{f' ({step.ci[0]:g} to {step.ci[1]:g})' if step.ci else ''}"
    if step.counted is False:
        yield "passed over for a stronger sign of its group"


def _broken(text: str) -> list[str]:
    return textwrap.wrap(_shown(text), _LETTERS, break_long_words=False, break_on_hyphens=False)


def _shown(text: str) -> str:
    """A text with what cannot be seen taken out: control characters, and letters that turn the direction of reading."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


_SYNTAX = re.compile(r"[^A-Za-z0-9 .,:'()/+*=_-]|(?<=styl)e|(?<=classDe)f")
"""Besides what is syntax, the last letter of two words: Mermaid takes a semicolon, and so the end of an entity, off
whatever looks to it like the definition of a style, inside quotation marks too."""


def _escaped(text: str) -> str:
    """A text for between quotation marks. Letters beyond ASCII are kept."""
    return _SYNTAX.sub(lambda found: f"#{ord(found[0])};" if found[0].isascii() else found[0], text)


def _on_one_line(text: str) -> str:
    """For the title, which Mermaid reads to the end of the line: whatever could end it sooner is left out."""
    return _shown(re.sub(r"[;#{}<>\"]", " ", text))
