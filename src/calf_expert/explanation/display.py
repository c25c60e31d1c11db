"""What Jupyter shows of a proof, a conclusion, and of the knowledge: a cause, a rule, a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..authoring.shown import Shown
from ..authoring.statements import Alerts, Cause, Evidence, Source, Statement
from ..authoring.terms import Grade
from ..catalogue import load
from .clinician import conclusion_document, figure_in_words
from .derivation import NodeKind
from .document import Block, Document, Line, Point, Points, Section
from .layout import in_words
from .markdown import fenced
from .rendering import bundle
from .wording import Told, Voice, english

if TYPE_CHECKING:
    from ..assessment import Conclusion
    from .proof import Proof, ProofStep


# Proofs. --------------------------------------------------------------------------------------------------------------


def proof_document(proof: Proof, voice: Voice | None = None) -> Document:
    """A proof as nested points, from the conclusion down to the answers. Each rule is shown once."""
    voice = voice or Voice()
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
        opening=(Line((_english(voice, proof.says, proof.subject),)), *((other,) if proof.present else ()), *blocks),
        sections=tuple(sections),
        closing=(Line((voice.quote("notice", "", proof.notice, key="notice"),), "notice"),),
    )


def _cited(key: str, text: str, voice: Voice) -> Point:
    source = load().sources.get(key)
    link = source.link if source is not None and source.citation == text else None
    return Point((voice.meta("clinician.source", source=key), Told(text, key, _in_english(voice), "text", link)))


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
    premises = tuple(Point((_english(voice, in_words(premise), premise.id),)) for premise in step.premises)
    below = tuple([_step(behind, voice, shown) for behind in node.rests_on])
    rests = (Point((voice.label("proof.premises"),), premises),) if premises else ()
    return Point(tuple(told), (*rests, *below), _TONES.get(step.verb, ""))


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


def proof_bundle(proof: Proof) -> dict[str, str]:
    """A proof for Jupyter, with its graph: JupyterLab draws Mermaid in Markdown by itself."""
    return bundle(proof_document(proof), after=fenced(proof.to_mermaid(), "mermaid"))


def conclusion_bundle(conclusion: Conclusion) -> dict[str, str]:
    """A conclusion for Jupyter."""
    return bundle(conclusion_document(conclusion, Voice(), _notice()))


# The knowledge. -------------------------------------------------------------------------------------------------------


def knowledge_bundle(item: Shown) -> dict[str, str]:
    """A cause, a rule or a source for Jupyter."""
    voice = Voice()
    if isinstance(item, Cause):
        return bundle(cause_document(item, voice))
    if isinstance(item, Statement):
        return bundle(rule_document(item, voice))
    assert isinstance(item, Source)
    return bundle(source_document(item, voice))


def cause_document(cause: Cause, voice: Voice) -> Document:
    """A cause: what it is, how it comes about, what closes it, and its sources."""
    facts = [
        ("page.id", cause.id),
        ("page.also_called", "; ".join(cause.also_called)),
        ("page.commonness", voice.term("commonness", cause.commonness.value)),
        ("page.urgency", voice.term("urgency", cause.urgency.value)),
        ("page.reviewed", cause.reviewed or voice.say("page.reviewed.no").text),
        ("page.written_at", str(cause.location)),
    ]
    texts = [
        ("short", "summary", cause.summary),
        ("mechanism", "mechanism", cause.mechanism),
        ("open_until", "open_until", cause.open_until),
        ("founding", "founding", cause.founding),
        ("today", "today", cause.today),
    ]
    sections = [
        Section(voice.say(f"page.{title}"), (Line((voice.quote(cause.id, part, text),)),))
        for title, part, text in texts
        if text
    ]
    name = voice.quote(cause.id, "name", cause.name)
    title = voice.say("page.cause", name=name.text, icd10=cause.icd10)
    return _page(voice, title, facts, [*sections, _sources(voice, cause.sources)])


def rule_document(rule: Statement, voice: Voice) -> Document:
    """A rule: what it does, when, why, with what weight, and on which sources."""
    facts = [
        ("page.does", _does(rule, voice)),
        ("page.group", (rule.group or "") if isinstance(rule, Evidence) else ""),
    ]
    if isinstance(rule, Evidence):
        weight = f"{rule.weight:+d}"
        facts.append(
            ("page.weight", voice.say("page.weight.value", weight=weight, figure=figure_in_words(voice, rule)).text)
        )
    facts += [
        ("page.grade", voice.term("grade", Grade(rule.grade).value)),
        ("page.checked", voice.term("checked", "yes" if rule.verified else "no")),
        ("page.where", rule.where or ""),
        ("page.written_at", str(rule.location)),
    ]
    when = tuple(Point((_english(voice, condition.in_words(), rule.id),)) for condition in rule.conditions)
    sections = [
        Section(voice.say("page.when"), (Points(when) if when else Line((voice.say("page.when.always"),)),)),
        Section(voice.say("page.because"), (Line((voice.quote(rule.id, "because", rule.because),)),)),
    ]
    if isinstance(rule, Alerts):
        action = Line((voice.quote(rule.id, "action", rule.action),))
        sections.append(Section(voice.say("page.action"), (action,)))
    return _page(voice, voice.say("page.rule", id=rule.id), facts, [*sections, _sources(voice, rule.source)])


def source_document(source: Source, voice: Voice) -> Document:
    """A source: its citation, and whether it was read."""
    facts = [
        ("page.read", voice.term("page.read", "yes" if source.seen else "no")),
        ("page.read_at", source.seen_at or ""),
    ]
    citation = Section(voice.say("page.sources"), (Line((_citation(source, voice),)),))
    return _page(voice, voice.say("page.source", id=source.id), facts, [citation])


def _page(voice: Voice, title: Told, facts: Iterable[tuple[str, str]], sections: Iterable[Section]) -> Document:
    points = tuple(
        Point((voice.say("page.fact", label=voice.say(label).text, value=value),)) for label, value in facts if value
    )
    return Document(
        title=title,
        language=voice.language,
        opening=(Points(points),),
        sections=tuple(sections),
        closing=(Line((voice.quote("notice", "", _notice(), key="notice"),), "notice"),),
    )


def _notice() -> str:
    from ..assessment import NOTICE  # noqa: PLC0415 - a result imports this module

    return NOTICE


def _does(rule: Statement, voice: Voice) -> str:
    named = [getattr(rule, field, "") for field in ("flag", "concept", "cause", "option", "what", "about")]
    return " ".join([voice.term("proof.verb", rule.verb), ", ".join(dict.fromkeys(name for name in named if name))])


def _sources(voice: Voice, keys: Iterable[str]) -> Section:
    points = tuple(Point(tuple(_source(voice, key))) for key in keys)
    return Section(voice.say("page.sources"), (Points(points),) if points else ())


def _source(voice: Voice, key: str) -> Iterator[Told]:
    yield voice.meta("clinician.source", source=key)
    source = load().sources.get(key)
    if source is not None:  # a rule need not be the library's own
        yield _citation(source, voice)


def _citation(source: Source, voice: Voice) -> Told:
    return Told(source.citation, source.id, _in_english(voice), "text", source.link)


def _english(voice: Voice, text: str, origin: str) -> Told:
    """Words that the library has in English only, such as a condition."""
    return Told(text, origin, _in_english(voice))


def _in_english(voice: Voice) -> str | None:
    return None if voice.language == english().language else english().language


Shown.in_full = staticmethod(knowledge_bundle)
