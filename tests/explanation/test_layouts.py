"""Markdown and HTML: what is said is the same, nothing hostile gets through, and everyone can read it."""

from __future__ import annotations

import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt
from tests import toy

import calf_expert as ce
from calf_expert.explanation.document import sentences
from calf_expert.explanation.html import as_html, style
from calf_expert.explanation.markdown import escape, fenced
from calf_expert.explanation.proof import steps_in
from calf_expert.explanation.rendering import document_of
from calf_expert.explanation.wording import Told
from calf_expert.reasoning import Reasoner

CASES = Path(__file__).parents[2] / "examples" / "cases"
RESULTS = {
    path.stem: ce.assess(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(CASES.glob("[36]_*.json"))
}
URGENT = RESULTS["6_numb_in_the_saddle"]
SHOWN = {
    "cause": ce.causes()[0],
    "red flag": next(rule for rule in ce.rules() if rule.verb == "alerts"),
    "evidence": next(rule for rule in ce.rules() if getattr(rule, "ci", None)),
    "source": ce.sources()[0],
    "conclusion": URGENT.conclusions[0],
    "proof": URGENT.how("cauda_equina_syndrome"),
    "assessment": URGENT,
}
PAGES = {
    f"{name} {register}": result.to_html(register=register)
    for name, result in RESULTS.items()
    for register in ("patient", "clinician")
} | {"proof": URGENT.how("rf_cauda_equina").to_html()}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></p></article>",
    "[link](javascript:alert(1))",
    "![picture](https://example.org/x.png)",
    "`code` *bold* __bold__ ~~gone~~ $x^2$ | a | b |",
    "# heading\n- item\n1. one\n> quote\n\n<b>",
    "&lt;b&gt; &#x41; &copy;",
    "<https://example.org>",
    "1) one",
    "+ plus",
    "=== under",
    "\\*escaped\\* trailing\\",
)
VOID = {"meta", "br", "img", "link", "hr", "input"}


class Balanced(HTMLParser):
    """Every element that is opened is closed, in order; what is on the way is kept."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.ids, self.headings, self.text = [], [], [], [], []
        self.labelled, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attr) for attr in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        self.labelled += [value for name, value in attrs if name == "aria-labelledby"]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):  # <hr />, as Markdown is rendered
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open and "title" not in self.open:
            self.text.append(data)


def read(page):
    parser = Balanced()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def bare(text):
    return re.sub(r"[\s.]", "", text)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_and_needs_nothing_else(name):
    html5lib.HTMLParser(strict=True).parse(PAGES[name])
    page = read(PAGES[name])
    assert set(page.tags).isdisjoint({"script", "img", "link", "iframe", "object", "form", "input", "svg"})
    assert not [one for one in page.attributes if one[1].startswith("on") or one[1] in ("style", "src", "srcset")]
    assert "@import" not in style()
    assert "url(" not in style()
    assert all(value.startswith("https://") for _, attribute, value in page.attributes if attribute == "href")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_landmarks_a_language_and_headings_in_order(name):
    page = read(PAGES[name])
    assert page.tags.count("main") == page.tags.count("article") == page.tags.count("footer") == 1
    assert ("html", "lang", "en") in page.attributes
    assert len(page.ids) == len(set(page.ids))
    assert set(page.labelled) <= set(page.ids)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_a_fragment_is_an_article_for_another_page():
    fragment = URGENT.to_html(full_page=False)
    html5lib.HTMLParser(strict=True).parseFragment(fragment)
    page = read(fragment)
    assert page.tags[0] == "article"
    assert page.headings[0] == 2
    assert "style" not in page.tags
    # Two of them on one page do not share ids.
    assert set(page.ids).isdisjoint(read(RESULTS["3_shooting_down_the_leg"].to_html(full_page=False)).ids)


@pytest.mark.parametrize("register", ["patient", "clinician"])
@pytest.mark.parametrize("name", RESULTS)
def test_every_layout_says_the_same_in_the_same_order(register, name):
    result = RESULTS[name]
    said = bare(" ".join(text for text, _ in result.sentences(register=register)))
    assert bare("".join(read(result.to_html(register=register)).text)) == said
    rendered = MarkdownIt().render(result.to_markdown(register=register))
    assert bare("".join(read(rendered).text)) == said


def test_what_a_colour_says_stands_in_the_words():
    """Take the classes away: every tone that means something has its label or its heading."""
    patient = URGENT.to_html()
    assert re.search(r'class="ce-level ce-emergency">Call the emergency number', patient)
    for tone in re.findall(r'<li class="ce-stop">(.{40})', patient):
        assert tone.startswith('<span class="ce-label">')
    clinician = URGENT.to_html(register="clinician")
    for label in re.findall(r'<li class="ce-(?:for|against)">(.{40})', clinician):
        assert re.match(r'<span class="ce-label">(For|Against):', label)


# Hostile text. --------------------------------------------------------------------------------------------------------


def poisoned(text):
    """A result as it could be read back from JSON, with a text in every place of it."""
    data = json.loads(URGENT.model_dump_json())
    data["notice"] = data["alerts"][0]["action"] = data["alerts"][0]["because"] = text
    data["alerts"][0]["rule_id"] = data["alerts"][0]["id"] = text
    data["notes"] = [text]
    data["answers"]["sex"] = text
    first = data["conclusions"][0]
    first["not_asked"] = data["conclusions"][5]["not_asked"] = [text]
    first["name"] = first["summary"] = first["open_until"] = first["icd10"] = text
    for item in first["management"]:
        item["name"] = item["guidance"] = text
    return ce.Assessment.model_validate(data)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("register", ["patient", "clinician"])
def test_hostile_text_is_shown_and_does_nothing(text, register):
    result = poisoned(text)
    page = result.to_html(register=register)
    html5lib.HTMLParser(strict=True).parse(page)
    shown = read(page)
    assert set(shown.tags) <= set(read(PAGES["6_numb_in_the_saddle clinician"]).tags)
    assert bare(text) in bare("".join(shown.text))
    rendered = read(MarkdownIt("gfm-like", {"linkify": False}).render(result.to_markdown(register=register)))
    # Nothing but what a document is made of; links lead to sources only.
    assert set(rendered.tags) <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "em", "a", "hr"}
    links = [value for _, attribute, value in rendered.attributes if attribute == "href"]
    assert not [link for link in links if "example.org" in link or "javascript" in link]
    assert bare(text) in bare("".join(rendered.text))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_text_as_it_is(text):
    rendered = read(MarkdownIt("gfm-like", {"linkify": False}).render(f"- {escape(text)}"))
    assert set(rendered.tags) == {"ul", "li"}
    assert "".join(rendered.text).strip() == " ".join(text.split())


def test_ids_stay_readable_in_markdown():
    assert escape("deep_vein_thrombosis") == "deep_vein_thrombosis"
    assert escape("_this_ and __that__") == r"\_this\_ and \_\_that\_\_"


def test_a_fence_is_longer_than_any_inside_it():
    assert fenced("a ```` b", "mermaid") == "`````mermaid\na ```` b\n`````\n"


def test_only_an_address_of_the_web_becomes_a_link():
    source = dataclasses.replace(ce.sources()[0], link="javascript:alert(1)")
    bundle = source._repr_mimebundle_()
    assert "<a " not in bundle["text/html"]
    assert "<javascript" not in bundle["text/markdown"]
    good = Told("Title. https://example.org/a?b=1&c=2", "s", link="https://example.org/a?b=1&c=2")
    document = dataclasses.replace(document_of(URGENT, "patient"), title=good, opening=(), sections=())
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">' in as_html(document)


# Colours. -------------------------------------------------------------------------------------------------------------


def themes():
    """The variables of the light and of the dark theme."""
    light, dark = re.split(r"@media \(prefers-color-scheme: dark\)", style().partition("@media print")[0])
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": {**found[0], **found[1]}}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2, relative luminance and contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(theme):
    colours = themes()[theme]
    pairs = [("page", name) for name in ("text", "quiet", "link", "good", "against", "warn", "stop", "ask")]
    levels = [level.value.replace("_", "-") for level in ce.Urgency]
    pairs += [(f"{level}-page", f"{level}-text") for level in levels]
    ratios = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 7} == {}, "AAA for text"
    assert contrast(colours["page"], colours["line"]) >= 3


def test_both_themes_have_every_colour_and_print_has_its_own_style():
    light, dark = re.split(r"@media \(prefers-color-scheme: dark\)", style().partition("@media print")[0])
    names = [set(re.findall(r"--([\w-]+): #", part)) for part in (light, dark)]
    assert names[0] == names[1]
    assert "@media print" in style()


# Jupyter. -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHOWN)
def test_jupyter_gets_text_markdown_and_html(name):
    bundle = SHOWN[name]._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/markdown", "text/html"}
    notice = bare(ce.NOTICE)
    for form, text in bundle.items():
        assert notice in bare(text), form
    fragment = bundle["text/html"].partition("</style>")[2]
    html5lib.HTMLParser(strict=True).parseFragment(fragment)
    rendered = "".join(read(MarkdownIt().render(bundle["text/markdown"])).text)
    if name != "proof":  # whose graph is in the Markdown alone
        assert bare(rendered) == bare("".join(read(fragment).text))


def test_a_repr_stays_silent_and_a_display_speaks():
    result = ce.assess(calf_pain=True, age_years=74.25)
    assert "74.25" not in repr(result)
    assert "74.25" in result._repr_mimebundle_()["text/plain"]


def test_a_proof_draws_its_graph():
    proof = URGENT.how("cauda_equina_syndrome")
    assert proof._repr_mimebundle_()["text/markdown"].endswith(f"```mermaid\n{proof.to_mermaid().rstrip()}\n```\n")


def test_a_proof_shows_each_rule_once_and_cites_in_full():
    result = RESULTS["3_shooting_down_the_leg"]
    for subject in ("lumbar_disc_herniation", "urgency", "ibuprofen_or_naproxen_oral"):
        proof = result.how(subject)
        text = " ".join(proof._repr_mimebundle_()["text/plain"].split())
        for step in steps_in(proof.steps):
            assert text.count(f"{step.rule_id} {step.verb}: {' '.join(step.because.split())}") == 1
        for citation in proof.citations:
            assert " ".join(citation.text.split()) in text


def test_a_proof_of_nothing_and_one_of_other_knowledge_say_so():
    assert "only its commonness speaks" in ce.assess().how("rheumatoid_arthritis").to_markdown()
    assert "Nothing on record points" in ce.assess().how("urgency").to_markdown()
    known = toy.knowledge(toy='CAUSE = Cause()\nRULES = (supports("s", when=[Present("calf_pain")], strength=WEAK),)')
    mine = Reasoner(known).assess(ce.Presentation(calf_pain=True))
    other = ce.Assessment.model_validate_json(mine.model_dump_json()).how("toy").to_markdown()
    assert "This result was made with knowledge toy" in other


def test_a_rule_shows_its_weight_its_figure_and_its_source():
    rule = SHOWN["evidence"]
    text = " ".join(rule._repr_mimebundle_()["text/plain"].split())
    assert f"{rule.weight:+d} millibans; LR {rule.lr:g}, interval {rule.ci[0]:g} to {rule.ci[1]:g}" in text
    assert f"[{rule.source[0]}]" in text
    assert rule.because in text


def test_a_conclusion_by_itself_claims_nothing_about_figures_it_does_not_have():
    assert "published figure;" not in SHOWN["conclusion"]._repr_mimebundle_()["text/plain"].replace(
        "published figure; checked", ""
    )


def test_nothing_is_lost_between_a_document_and_its_sentences():
    document = document_of(URGENT, "clinician")
    assert len([told for told in sentences(document) if told.text]) == len(URGENT.sentences(register="clinician"))
