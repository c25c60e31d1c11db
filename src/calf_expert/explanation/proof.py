"""How a conclusion was reached: the part of the derivation behind it, as a tree of rules down to the answers.

A proof comes from the result alone. The library's knowledge adds full citations, and only where the result was made
with that same knowledge; otherwise the proof says which one made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from .._read_back import ReadBack
from ..authoring.terms import Grade
from ..catalogue import load
from ..errors import ArgumentError, ReadBackError
from ..findings import UNKNOWN
from ..trace import STRICT, KnowledgeUsed, Premise, Step
from .clinician import figure_in_words
from .derivation import Derivation, NodeKind
from .document import Block, Document, Line, Point, Points, Section
from .html import as_html
from .layout import in_words, words, wrap
from .markdown import as_markdown, fenced
from .mermaid import flowchart
from .rendering import bundle
from .wording import Voice

if TYPE_CHECKING:
    from typing_extensions import Self

Depth = Literal["one_line", "short", "full"]

_SPEAKING_FOR = ("supports", "confirms", "alerts", "offers", "concludes", "scores")
_SIGNS = {
    "supports": "+",
    "weakens": "-",
    "confirms": "++",
    "excludes": "--",
    "alerts": "!",
    "forbids": "x",
    "asks": "?",
}
"""How a rule argues, as in PROforma: for and against, and with two signs where it settles the matter."""


@dataclass(frozen=True, slots=True)
class ProofStep:
    """A rule that fired, and the rules behind those of its premises that are conclusions."""

    step: Step
    rests_on: tuple[ProofStep, ...]

    @property
    def answers(self) -> tuple[Premise, ...]:
        """The answers this step rests on, through concepts too, each once."""
        return tuple(dict.fromkeys(p for step in steps_in((self,)) for p in step.premises if _is_answer(p)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source, in full."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    source: str
    text: str


class Proof(ReadBack):
    """The proof of one conclusion: the part of the derivation that it rests on. ``print(proof)`` shows the tree.

    ``present`` is set where the library has other knowledge than the one the result was made with; ``citations`` are
    then empty, because the sources might have changed too.
    """

    subject: str
    kind: NodeKind
    says: str
    targets: Annotated[tuple[str, ...], Field(description="the nodes that are proved; several if rules share a flag")]
    graph: Annotated[Derivation, Field(description="all that the targets rest on")]
    citations: tuple[Citation, ...]
    knowledge: Annotated[KnowledgeUsed, Field(description="the knowledge the result was made with")]
    present: Annotated[KnowledgeUsed | None, Field(description="the library's knowledge, if that is another")] = None
    notice: str

    @model_validator(mode="after")
    def _proves_what_it_holds(self) -> Self:
        kinds = {node.id: node.kind for node in self.graph.nodes}
        if not self.targets or any(kinds.get(target) is not self.kind for target in self.targets):
            raise ReadBackError("Proof", ("a proof holds what it proves",))
        return self

    @property
    def steps(self) -> tuple[ProofStep, ...]:
        """The rules that bear on the conclusion, each with those behind it."""
        return _Tree(self).steps

    @property
    def answers(self) -> tuple[Premise, ...]:
        """All answers the conclusion rests on, each once, in the words of the rules that looked at them."""
        return tuple(dict.fromkeys(p for step in steps_in(self.steps) for p in step.premises if _is_answer(p)))

    @property
    def not_known(self) -> tuple[Premise, ...]:
        """The findings that are not known, where it rests on that: questions and cautions about an option."""
        on_findings = (p for step in steps_in(self.steps) for p in step.premises if p.kind == "answer")
        return tuple(dict.fromkeys(p for p in on_findings if not _is_answer(p)))

    def to_text(self, *, depth: Depth = "full") -> str:
        """The proof in plain text.

        ``one_line`` names the weightiest reason, ``short`` gives each reason with the answers behind it, ``full`` every
        rule with its premises, figure, source, file and line.

        Raises:
            ArgumentError: if there is no such depth.
        """
        if depth == "one_line":
            return _in_one_line(self)
        if depth not in ("short", "full"):
            raise ArgumentError("the depth of a proof is one_line, short or full")
        lines = [*wrap(self.says, "", "  ")] if depth == "short" else [self.says]
        steps = self.steps
        lines.extend(_in_short(steps) if depth == "short" else _in_full(steps))
        if not steps:
            lines.append(f"  {_NOTHING_SPOKE.get(self.kind, 'No rule spoke of it.')}")
        if depth == "full" and self.citations:
            lines.extend(["", "Sources:"])
            for citation in self.citations:
                lines.extend(wrap(f"[{citation.source}] {citation.text}", "  ", "    "))
        lines.extend(["", *wrap(_of_other_knowledge(self))] if self.present else [])
        lines.extend(["", self.notice])
        return "\n".join(lines)

    def to_mermaid(self) -> str:
        """The proof as a Mermaid flowchart, from the answers on the left to the conclusion on the right."""
        title = self.says if self.present is None else f"{self.says} (knowledge {self.knowledge})"
        return flowchart(self.graph, title=title, notice=self.notice)

    def to_markdown(self) -> str:
        """The tree as Markdown."""
        return as_markdown(_document(self))

    def to_html(self, *, full_page: bool = True) -> str:
        """The tree as a page in HTML, or as an ``<article>`` for a page of yours."""
        return as_html(_document(self), full_page=full_page)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        # With its graph: JupyterLab draws Mermaid in Markdown by itself.
        return bundle(_document(self), after=fenced(self.to_mermaid(), "mermaid"))

    def __repr__(self) -> str:
        # Without the answers: a repr ends up in logs.
        return f"<Proof of {self.kind.value} {self.subject}: {len(self.graph.nodes)} nodes>"

    __str__ = to_text


class _Tree:
    """The rules of a proof as a tree. What several things rest on stands below each of them."""

    def __init__(self, proof: Proof) -> None:
        self._bearing: dict[str, list[str]] = {}
        for edge in proof.graph.edges:
            self._bearing.setdefault(edge.target, []).append(edge.source)
        self._rules: Mapping[str, Step] = {n.id: n.step for n in proof.graph.nodes if n.step is not None}
        proved = [target for target in proof.targets if target not in self._rules]
        top = [*(target for target in proof.targets if target in self._rules), *self._rules_into(proved)]
        self.steps = tuple([self._expand(rule, (*proved, *_came_up(proof.targets))) for rule in top])

    def _rules_into(self, nodes: list[str], above: tuple[str, ...] = ()) -> list[str]:
        """The rules that bear on nodes, with no other rule between, in the order of their edges."""
        found: dict[str, None] = {}
        seen = {*above, *nodes}
        for node in nodes:
            for source in self._bearing.get(node, ()):
                if source in self._rules:
                    found[source] = None
                elif source not in seen:
                    seen.add(source)
                    found.update(dict.fromkeys(self._rules_into([source], tuple(seen))))
        return list(found)

    def _expand(self, rule: str, above: tuple[str, ...]) -> ProofStep:
        # A positive circle of concepts would go on for ever: a rule is not shown below itself. The circle was entered
        # by a rule outside it, and that one is shown.
        above = (*above, rule)
        behind = [source for source in self._bearing.get(rule, ()) if source not in above]
        below = dict.fromkeys(r for source in behind for r in self._rules_into([source], above) if r not in above)
        return ProofStep(self._rules[rule], tuple([self._expand(r, above) for r in below]))


def _came_up(targets: tuple[str, ...]) -> Iterator[str]:
    """The options of advice that is proved: that they came up is told at its top, and not below each rule again."""
    for target in targets:
        kind, _, name = target.partition(":")
        if kind == NodeKind.ADVICE.value:
            yield f"option:{name}"


def steps_in(steps: tuple[ProofStep, ...]) -> Iterator[Step]:
    """Every rule in some steps and below them, each once, from the top down."""
    seen: set[str] = set()
    waiting = list(reversed(steps))
    while waiting:
        at = waiting.pop()
        if at.step.rule_id not in seen:
            seen.add(at.step.rule_id)
            yield at.step
            waiting.extend(reversed(at.rests_on))


def _is_answer(premise: Premise) -> bool:
    return premise.kind == "answer" and premise.answer is not None and premise.answer != UNKNOWN


# In words. ------------------------------------------------------------------------------------------------------------

_NOTHING_SPOKE = {
    NodeKind.CAUSE: "No rule spoke for or against it: only its commonness speaks.",
    NodeKind.URGENCY: "Nothing on record points to anything more urgent; what was not asked is not known.",
}


def _of_other_knowledge(proof: Proof) -> str:
    return (
        f"This result was made with knowledge {proof.knowledge}, and the library has {proof.present}. "
        "The proof is the result's own; its sources cannot be cited in full from here."
    )


def _in_one_line(proof: Proof) -> str:
    steps = [node.step for node in proof.steps]
    speaking = [step.step for step in proof.steps if step.step.counted is not False]
    foremost = sorted(speaking, key=lambda step: (step.verb not in _SPEAKING_FOR, -abs(step.weight or 0)))
    parts = [f"{proof.says}.", foremost[0].because if foremost else _NOTHING_SPOKE.get(proof.kind, "")]
    if len(steps) > 1:
        parts.append(f"({len(steps)} rules in all.)")
    if proof.present:
        parts.append(f"(Made with knowledge {proof.knowledge}, not the library's {proof.present}.)")
    # The whole notice is no line; its first sentence is what must not be left out.
    parts.append(f"{proof.notice.partition('. ')[0]}.")
    return " ".join(part for part in parts if part)


def _in_short(steps: tuple[ProofStep, ...]) -> Iterator[str]:
    for node in steps:
        step = node.step
        on_findings = (p for s in steps_in((node,)) for p in s.premises if p.kind == "answer")
        rests = "; ".join(dict.fromkeys(map(in_words, on_findings)))
        passed = " Passed over for a stronger sign of its group." if step.counted is False else ""
        because = f"{_SIGNS.get(step.verb, '*')} {step.because}{passed}"
        yield from wrap(f"{because}{f' ({rests})' if rests else ''} [{', '.join(step.sources)}]", "  ", "    ")


def _in_full(steps: tuple[ProofStep, ...]) -> Iterator[str]:
    shown: set[str] = set()
    for step in steps:
        yield from _lines(step, 1, shown)


def _lines(node: ProofStep, depth: int, shown: set[str]) -> Iterator[str]:
    step = node.step
    indent = "  " * depth
    passed_over = "" if step.counted is not False else ", passed over for a stronger sign of its group"
    if step.rule_id in shown:
        yield f"{indent}{step.verb} {step.rule_id}, shown above"
        return
    shown.add(step.rule_id)
    yield f"{indent}{step.verb} {step.rule_id}{figure(step)}{passed_over}"
    yield f"{indent}  because: {step.because}"
    for premise in step.premises:
        yield f"{indent}  - {in_words(premise)}"
    read = "" if step.verified else ", not checked against a public page"
    yield f"{indent}  source: {', '.join(step.sources)} ({words(step.grade.value)}{read}), {step.written_at}"
    for below in node.rests_on:
        yield from _lines(below, depth + 1, shown)


def figure(step: Step) -> str:
    """The figure behind a rule, or where there is none the weight it was given; empty for what has no weight."""
    if step.lr is not None:
        interval = f" ({step.ci[0]:g} to {step.ci[1]:g})" if step.ci else ""
        return f", LR {step.lr:g}{interval}"
    return f", {step.weight:+d} millibans, no published figure" if step.weight is not None else ""


# As a document. -------------------------------------------------------------------------------------------------------

_TONES = {
    "supports": "for",
    "confirms": "for",
    "weakens": "against",
    "excludes": "against",
    "alerts": "warn",
    "forbids": "stop",
    "cautions": "warn",
    "asks": "ask",
}


def _document(proof: Proof) -> Document:
    """A proof as nested points, from the conclusion down to the answers. Each rule is shown once."""
    voice = Voice()
    shown: set[str] = set()
    points = tuple([_step(step, voice, shown) for step in proof.steps])
    nothing = {NodeKind.CAUSE: "proof.nothing", NodeKind.URGENCY: "full.why.default"}.get(proof.kind)
    blocks: tuple[Block, ...] = (Points(points),) if points else (Line((voice.say(nothing or "proof.nothing.else"),)),)
    sections: list[Section] = []
    if proof.citations:
        cited = [_cited(citation.source, citation.text, voice) for citation in proof.citations]
        sections.append(Section(voice.say("page.sources"), (Points(tuple(cited)),)))
    other = Line((voice.say("proof.other", made=proof.knowledge, has=proof.present),), "warn")
    return Document(
        title=voice.say("proof.title", subject=proof.subject),
        language=voice.language,
        opening=(Line((voice.in_english(proof.says, proof.subject),)), *((other,) if proof.present else ()), *blocks),
        sections=tuple(sections),
        closing=(Line((voice.quote("notice", "", proof.notice, key="notice"),), "notice"),),
    )


def _cited(key: str, text: str, voice: Voice) -> Point:
    source = load().sources.get(key)
    link = source.link if source is not None and source.citation == text else None
    return Point((voice.meta("clinician.source", source=key), voice.in_english(text, key, link)))


def _step(node: ProofStep, voice: Voice, shown: set[str]) -> Point:
    step = node.step
    label = voice.label("proof.step", rule=step.rule_id, verb=voice.term("proof.verb", step.verb))
    if step.rule_id in shown:
        return Point((label, voice.meta("proof.above")))
    shown.add(step.rule_id)
    told = [label, voice.quote(step.rule_id, "because", step.because)]
    if step.weight is not None:
        told.append(
            voice.meta(
                "proof.figure",
                weight=f"{step.weight:+d}",
                figure=figure_in_words(voice, step),
                counted=voice.term("counted", "no" if step.counted is False else "yes"),
            )
        )
    told.append(
        voice.meta(
            "proof.source",
            sources=", ".join(step.sources),
            grade=voice.term("grade", Grade(step.grade).value),
            checked=voice.term("checked", "yes" if step.verified else "no"),
            written_at=step.written_at,
        )
    )
    premises = tuple(Point((voice.in_english(in_words(premise), premise.id),)) for premise in step.premises)
    below = tuple([_step(behind, voice, shown) for behind in node.rests_on])
    rests = (Point((voice.label("proof.premises"),), premises),) if premises else ()
    return Point(tuple(told), (*rests, *below), _TONES.get(step.verb, ""))
