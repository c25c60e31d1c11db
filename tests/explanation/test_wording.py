"""The words as data: every template, the third person, a second language, and how hard they are to read."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path

import pytest
import textstat

import calf_expert as ce
from calf_expert.authoring.statements import Alerts
from calf_expert.catalogue import load
from calf_expert.explanation import wording
from calf_expert.explanation.document import sentences
from calf_expert.explanation.rendering import document_of
from calf_expert.explanation.wording import ABOUT, Voice, Wording, english
from calf_expert.findings import FINDINGS

GOLDEN = Path(__file__).parent / "golden"
ADDRESSED = re.compile(r"\b(you|your|yours|yourself)\b", re.IGNORECASE)
# Long words that everyone knows weigh as much as "doctor" does: the formula looks at syllables only.
FAMILIAR = re.compile(r"\b(emergency|medicines?|allergies|pregnancy|physiotherapist|examined)\b")
SPEAKS_TO_THE_CARER = {
    "notice",
    "infection.an_infection_has_reached_the_whole_body.action",
    "pain_out_of_proportion.question",
    "redness_spreading_rapidly.question",
}
RECORDS = (
    {"calf_pain": True},
    {"calf_pain": True, "calf_swelling": True, "major_surgery_12w": True, "age_years": 60},
    {"calf_pain": True, "saddle_numbness": True, "new_bladder_difficulty": True, "leg_weakness": "unknown"},
    {"calf_pain": True, "relief_by_bending_forward": True, "age_years": 74, "low_back_pain": True},
)


def knowledge_sentences():
    """Every sentence of the knowledge that a register can say, by the key a wording knows it by."""
    known = load()
    for rule in known.statements:
        yield f"{rule.id}.because", rule.because
        if isinstance(rule, Alerts):
            yield f"{rule.id}.action", rule.action
    for option in known.options.values():
        yield f"{option.id}.name", option.name
        yield f"{option.id}.guidance", option.guidance
    for cause in known.causes.values():
        for part in ("name", "summary", "mechanism", "open_until", "founding", "today"):
            if text := getattr(cause, part):
                yield f"{cause.id}.{part}", text
    for finding in FINDINGS.values():
        yield f"{finding.id}.label", finding.label
        yield f"{finding.id}.question", finding.question
    yield "notice", ce.NOTICE


def test_a_key_means_one_sentence():
    keys = [key for key, _ in knowledge_sentences()]
    assert len(keys) == len(set(keys))


def test_every_sentence_that_says_you_has_its_third_person_and_all_were_read():
    """The list is read by a person. A new or changed sentence fails here until its third person has been read too."""
    addressed = [(key, text) for key, text in knowledge_sentences() if ADDRESSED.search(text)]
    listed = "".join(f"{key}\n  {text}\n  {english().of_another(text)}\n" for key, text in addressed)
    assert listed == (GOLDEN / "third_person.txt").read_text(encoding="utf-8"), (
        "read the third persons that python -m tests.explanation.test_registers writes"
    )


def test_in_the_third_person_you_is_the_carer_and_only_where_that_is_meant():
    left = {key for key, text in knowledge_sentences() if ADDRESSED.search(english().of_another(text))}
    assert left == SPEAKS_TO_THE_CARER


def test_they_is_never_an_object():
    wrong = re.compile(
        r"\b(to|of|for|with|by|from|at|about|between|makes?|sends?|suits?|tells?|gives?|lets?|helps?) they\b"
    )
    assert [key for key, text in knowledge_sentences() if wrong.search(english().of_another(text))] == []


def test_no_sentence_is_written_out_in_the_third_person_that_the_knowledge_does_not_have():
    assert set(english().third_person) <= {text for _, text in knowledge_sentences()}


def test_the_third_person_changes_nothing_that_speaks_of_nobody():
    for _, text in knowledge_sentences():
        if not ADDRESSED.search(text):
            assert english().of_another(text) == text


def test_every_term_of_the_field_has_its_word():
    names = set(english().templates)
    for kind, terms in (
        ("urgency", ce.Urgency),
        ("likelihood", ce.Likelihood),
        ("status", ce.Status),
        ("grade", ce.Grade),
        ("kind", ce.OptionKind),
    ):
        assert {f"{kind}.{term.value}" for term in terms} <= names
    verbs = {rule.verb for rule in ce.rules()}
    assert {f"proof.verb.{verb}" for verb in verbs} <= names


def test_a_level_is_said_as_the_level_says_itself():
    assert {level.in_words for level in ce.Urgency} == {
        Voice().say(f"level.{level.value}").text for level in ce.Urgency
    }


def test_templates_for_patients_read_at_grade_eight_or_below():
    textstat.set_lang("en_GB")
    hard = {}
    for name, forms in english().templates.items():
        if name.startswith(("patient.", "level.")):
            for form in set(forms.values()) - {""}:
                text = FAMILIAR.sub("doctor", form.format_map({"count": 3}))
                # A heading of one or two words is no sentence, and a label is the beginning of one.
                grade = textstat.flesch_kincaid_grade(text.rstrip(":.") + ".")
                if grade > 8 and len(text.split()) > 2:
                    hard[form] = grade
    assert hard == {}


# A second language. ---------------------------------------------------------------------------------------------------


def pseudo(text):
    """Text of no language: each letter outside of fields put into another alphabet, so that any English left shows."""
    parts = []
    for literal, field, _, _ in string.Formatter().parse(text):
        parts.append(
            "".join(chr(0x3B1 + ord(letter.lower()) % 24) if letter.isalpha() else letter for letter in literal)
        )
        parts.append("" if field is None else f"{{{field}}}")
    return "".join(parts)


def pseudo_file():
    templates = {
        name: {about: pseudo(form) for about, form in forms.items()} for name, forms in english().templates.items()
    }
    return {"language": "qps", "templates": templates}


PSEUDO = Wording.read(json.dumps(pseudo_file()))


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("register", ["patient", "clinician"])
@pytest.mark.parametrize("about", ABOUT)
def test_a_second_language_is_a_file_and_leaves_no_english_template(record, register, about):
    own = {text for _, text in knowledge_sentences()} | {source.citation for source in ce.sources()}
    own |= {english().of_another(text) for key, text in knowledge_sentences()}
    # Ids, codes and figures are the same in every language, and a template may quote a label of the knowledge.
    data = [*load().scores, *(f.label for f in FINDINGS.values()), *load().sources, *(r.id for r in ce.rules())]
    data += [c.id for c in ce.causes()] + [c.icd10 for c in ce.causes()]
    data += [*FINDINGS, *{r.flag for r in ce.rules() if isinstance(r, Alerts)}, "LR", *load().options]
    data += [value for finding in FINDINGS.values() for value in finding.values]
    words_of_data = set(re.findall(r"[A-Za-z]+", " ".join(data)))
    classes = {one.id for score in ce.scores() for one in score.every_class}
    words_of_data |= set(re.findall(r"[A-Za-z]+", " ".join(classes))) | {f.unit for f in FINDINGS.values() if f.unit}
    result = ce.assess(record)
    for told in sentences(document_of(result, register, about, wording=PSEUDO)):
        if told.origin in english().templates:
            assert told.language is None
            left = set(re.findall(r"[A-Za-z]+", re.sub(r"\b[0-9a-f]{12}\b", "", told.text)))
            assert left <= words_of_data, told
        else:
            assert told.text in own, told
            assert told.language == "en"


@pytest.mark.parametrize("record", RECORDS)
def test_the_text_without_a_register_is_in_the_second_language_too(record):
    text = " ".join(ce.assess(record).to_text(wording=PSEUDO).split())
    for name, forms in english().templates.items():
        if name.startswith("full."):
            literals = [literal.strip() for literal, *_ in string.Formatter().parse(forms["self"])]
            words = [literal for literal in literals if len(re.findall(r"[A-Za-z]{3,}", literal)) > 1]
            assert not [literal for literal in words if literal in text], name
    assert pseudo("URGENCY") in text


def test_a_page_in_a_second_language_says_what_is_in_english():
    page = ce.assess(RECORDS[2]).to_html(wording=PSEUDO)
    assert '<html lang="qps">' in page
    assert f'<span lang="en">{ce.NOTICE.replace("&", "&amp;")}</span>' in page


def test_a_translation_of_the_knowledge_is_data_too():
    rule = next(r for r in ce.rules() if isinstance(r, Alerts) and r.flag == "rf_cauda_equina")
    sentences = {f"{rule.id}.action": {"of": rule.action, "says": "Sofort ins Spital."}}
    sentences["notice"] = {"of": ce.NOTICE, "says": "Kein Befund."}
    data = pseudo_file() | {"sentences": sentences}
    german = Wording.read(json.dumps(data))
    text = ce.assess(RECORDS[2]).to_text(register="patient", wording=german)
    assert "Sofort ins Spital." in text
    assert "Kein Befund." in text
    assert rule.action not in " ".join(text.split())


def test_a_sentence_that_was_reworded_is_said_in_english_until_it_is_translated_anew():
    """A translation, or a third person, of what was once said must not stand for what is said now."""
    data = pseudo_file() | {"sentences": {"notice": {"of": "Another notice.", "says": "Ein anderer."}}}
    quoted = Voice(Wording.read(json.dumps(data))).quote("notice", "", ce.NOTICE, key="notice")
    assert (quoted.text, quoted.language) == (ce.NOTICE, "en")
    written_out = next(iter(english().third_person))
    assert Voice(about="other").quote("x", "action", written_out).text == english().third_person[written_out]
    assert "Today." in Voice(about="other").quote("x", "action", f"{written_out} Today.").text


def test_a_second_language_has_a_grammar_of_its_own_for_the_third_person():
    sentences = {"notice": {"of": ce.NOTICE, "says": "Holen Sie Hilfe."}}
    data = pseudo_file() | {"sentences": sentences, "third_person": {"rules": [["Sie", "man"]]}}
    other = Wording.read(json.dumps(data))
    assert Voice(other, "other").quote("notice", "", ce.NOTICE, key="notice").text == "Holen man Hilfe."
    # What stays in English follows the grammar of English.
    assert "they" in Voice(other, "other").quote("x", "question", "Do you smoke?").text


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data["templates"].pop("patient.why"), r"patient\.why"),
        (lambda data: data["templates"].update(invented="x"), "invented"),
        (lambda data: data["templates"].update({"answer": "{label} {name}"}), "answer has a field"),
        (lambda data: data["templates"].update({"answer": {"self": "x"}}), "answer is one text"),
        (lambda data: data.update(sentences={"notice": "Hilfe."}), "sentence notice"),
        (lambda data: data.pop("language"), "language and templates"),
        (lambda data: data.update(extra=1), "language and templates"),
    ],
)
def test_a_wording_that_is_not_whole_is_refused(change, complaint):
    data = pseudo_file()
    change(data)
    with pytest.raises(ValueError, match=complaint):
        Wording.read(json.dumps(data))


def test_a_text_is_about_someone():
    with pytest.raises(ValueError, match="self or other"):
        ce.assess().to_text(register="patient", about="nobody")


def test_the_english_file_is_written_as_one_that_is_read():
    text = (Path(wording.__file__).parent / "english.json").read_text(encoding="utf-8")
    assert Wording.read(text).templates == english().templates
