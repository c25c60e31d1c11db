"""What Jupyter shows of a conclusion, and of the knowledge: a cause, a rule, a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..authoring.shown import Shown
from ..authoring.statements import Alerts, Cause, Evidence, Source, Statement
from ..authoring.terms import Grade
from ..catalogue import load
from ..result import NOTICE, Conclusion
from .clinician import conclusion_document, figure_in_words
from .document import Document, Line, Point, Points, Section
from .rendering import bundle
from .wording import Told, Voice


def shown_in_full(item: Shown) -> dict[str, str]:
    """A conclusion, a cause, a rule or a source for Jupyter."""
    voice = Voice()
    if isinstance(item, Conclusion):
        return bundle(conclusion_document(item, voice, NOTICE))
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
    when = tuple(Point((voice.in_english(condition.in_words(), rule.id),)) for condition in rule.conditions)
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
        closing=(Line((voice.quote("notice", "", NOTICE, key="notice"),), "notice"),),
    )


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
    return voice.in_english(source.citation, source.id, source.link)
