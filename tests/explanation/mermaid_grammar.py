"""A small grammar of the Mermaid that the library writes: every line is read or refused, and labels are read back.

It is the part of Mermaid's own grammar that is written, and no more, so that what passes here passes there. Mermaid's
own parser was run by hand over the proofs of all example cases.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

SHAPES = {"(": ")", "([": "])", "[": "]", "[/": "/]", "{{": "}}", "[[": "]]"}
LABEL = r"(?:[^\x00-\x1f\"<>;#`]|#\d+;|<br/>)*"
NODE = re.compile(rf'    (n\d+)(\(\[|\[\[|\[/|\{{\{{|\(|\[)"({LABEL})"(\]\)|\]\]|/\]|\}}\}}|\)|\])')
EDGE = re.compile(r"  (n\d+) (-->|==>|-\.->)(?:\|([a-z?!+x -]+)\|)? (n\d+)")
SUBGRAPH = re.compile(r'  subgraph ([a-z]+)\["([A-Za-z ]+)"\]')
CLASS_DEF = re.compile(r"  classDef ([a-z_]+) (?:[a-z-]+:[#0-9a-z ]+)(?:,[a-z-]+:[#0-9a-z ]+)*")
CLASS = re.compile(r"  class (n\d+(?:,n\d+)*) ([a-z_]+)")
TEXT = re.compile(r'  (accTitle|accDescr): ([^;#{}<>"\n]+)')


@dataclass
class Chart:
    """What a flowchart says."""

    labels: dict[str, str] = field(default_factory=dict)
    layers: dict[str, str] = field(default_factory=dict)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    classes: dict[str, str] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)


def read(text: str) -> Chart:
    """Read a flowchart, or fail with the line that is none."""
    first, *lines = text.split("\n")
    assert first == "flowchart LR"
    assert lines.pop() == ""
    chart, layer = Chart(), None
    for line in lines:
        if layer is not None and (node := NODE.fullmatch(line)):
            number, opening, label, closing = node.groups()
            assert SHAPES[opening] == closing
            assert number not in chart.labels
            chart.labels[number] = unescaped(label)
            chart.layers[number] = layer
        elif layer is not None and line == "  end":
            layer = None
        elif layer is None and (subgraph := SUBGRAPH.fullmatch(line)):
            layer = subgraph[1]
        elif layer is None:
            _outside(line, chart)
        else:
            raise AssertionError(f"not read: {line!r}")
    ends = {end for source, target, _ in chart.edges for end in (source, target)}
    assert ends <= chart.labels.keys()
    assert chart.classes.keys() == chart.labels.keys()
    assert set(chart.classes.values()) == chart.defined
    return chart


def _outside(line: str, chart: Chart) -> None:
    if edge := EDGE.fullmatch(line):
        chart.edges.append((edge[1], edge[4], edge[3] or ""))
    elif definition := CLASS_DEF.fullmatch(line):
        chart.defined.add(definition[1])
    elif members := CLASS.fullmatch(line):
        for number in members[1].split(","):
            assert number not in chart.classes
            chart.classes[number] = members[2]
    elif text := TEXT.fullmatch(line):
        chart.said[text[1]] = text[2]
    else:
        raise AssertionError(f"not read: {line!r}")


def unescaped(label: str) -> str:
    """A label as it is drawn, without its line breaks."""
    plain = label.replace("<br/>", " ")
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", plain))
