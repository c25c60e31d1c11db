"""The patient and the clinician register: what is in them, in which order, and where each sentence is from."""

from __future__ import annotations

import dataclasses
import json
import re
import string
from pathlib import Path

import pytest
import yaml
from tests import toy

import calf_expert as ce
from calf_expert.authoring.statements import Alerts, Cautions, Forbids, Offers
from calf_expert.catalogue import load
from calf_expert.explanation.asking import means_nothing
from calf_expert.explanation.document import sentences
from calf_expert.explanation.rendering import document_of
from calf_expert.explanation.watching import warnings
from calf_expert.explanation.wording import english
from calf_expert.findings import FINDINGS
from calf_expert.reasoning import Reasoner

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "examples" / "cases"
VIGNETTES = sorted((HERE.parent / "knowledge").rglob("*.yaml"))
WAYS = (("patient", "self"), ("patient", "other"), ("clinician", "self"))


def case(name):
    return ce.assess(json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")))


SLOW, URGENT = case("3_shooting_down_the_leg"), case("6_numb_in_the_saddle")


def shapes():
    """Each template as a pattern of what it can say."""
    for name, forms in english().templates.items():
        patterns = []
        for form in forms.values():
            parts = string.Formatter().parse(form)
            pattern = "".join(
                re.escape(literal) + (".*" if field is not None else "") for literal, field, _, _ in parts
            )
            patterns.append(re.compile(pattern, re.DOTALL))
        yield name, patterns


SHAPES = dict(shapes())


def said_by_the_knowledge():
    """By origin, all that it says, in both persons."""
    known = load()
    said = {}

    def add(origin, text):
        if text:
            said.setdefault(origin, set()).update({text, english().of_another(text)})

    for rule in known.statements:
        add(rule.id, rule.because)
        if isinstance(rule, Alerts):
            add(rule.id, rule.action)
    for option in known.options.values():
        add(option.id, option.name)
        add(option.id, option.guidance)
    for cause in known.causes.values():
        for part in ("name", "summary", "open_until", "founding", "today"):
            add(cause.id, getattr(cause, part))
    for finding in FINDINGS.values():
        add(finding.id, finding.label)
        add(finding.id, finding.question)
    for source in known.sources.values():
        said.setdefault(source.id, set()).add(source.citation)
    said["notice"] = {ce.NOTICE, english().of_another(ce.NOTICE)}
    return said


KNOWN = said_by_the_knowledge()


SPEAKING_AGAINST = {rule.id for rule in load().statements if isinstance(rule, (Cautions, Forbids))}
"""What these say is said of each thing that they are about."""


@pytest.mark.parametrize("path", VIGNETTES, ids=lambda path: path.stem)
def test_every_sentence_of_every_vignette_traces_to_a_statement_or_a_template(path):
    for vignette in yaml.safe_load(path.read_text(encoding="utf-8")):
        result = ce.assess(vignette["presentation"])
        for register, about in WAYS:
            told = result.sentences(register=register, about=about)
            for text, origin in told:
                if origin in SHAPES:
                    assert any(shape.fullmatch(text) for shape in SHAPES[origin]), (text, origin)
                elif origin == "notes":
                    assert text in result.notes
                else:
                    assert text in KNOWN[origin], (text, origin)
            shown = result.to_text(register=register, about=about)
            assert bare(shown) == bare(" ".join(text for text, _ in told))
        texts = [
            one.text
            for one in sentences(document_of(result, "patient"))
            if one.role == "text" and one.origin not in SHAPES and one.origin not in SPEAKING_AGAINST
        ]
        assert len(texts) == len(set(texts)), "something is said twice"


def bare(text):
    """A text without the signs of its layout."""
    return re.sub(r"[\s.=-]", "", text)


def titles(result, **how):
    return [s.title.origin.rpartition(".")[2] for s in document_of(result, "patient", **how).sections]


def test_a_patient_reads_what_to_do_then_why_then_what_to_watch_for_then_what_is_not_known():
    assert titles(SLOW) == ["do", "why", "fits", "help", "medicines", "watch", "open"]
    assert titles(SLOW, brief=True) == ["do", "why", "watch"]
    first = SLOW.sentences(register="patient")[2][0]
    assert first == SLOW.urgency.in_words


def test_red_flags_of_the_level_come_first_and_the_others_do_not_hold_them_up():
    result = ce.assess({**URGENT.answers, "calf_swelling": True})
    text = " ".join(result.to_text(register="patient").split())
    told = [origin for _, origin in result.sentences(register="patient")]
    first, later = "spine.the_saddle_is_numb_or_control_is_lost", "veins.a_deep_vein_may_be_blocked"
    assert told.index(first) < told.index("patient.also") < told.index(later)
    for alert in result.alerts:
        if alert.rule_id in (first, later):
            assert alert.action in text
            assert alert.because in text


def test_what_a_graver_red_flag_has_said_is_not_said_again_in_weaker_words():
    result = ce.assess({**URGENT.answers, "calf_swelling": True})
    assert {"rf_cauda_equina", "rf_bladder_change_with_calf_pain", "rf_dvt_possible", "rf_swollen_calf"} <= {
        alert.id for alert in result.alerts
    }
    told = {origin for _, origin in result.sentences(register="patient")}
    assert not {"spine.bladder_or_sexual_function_changed", "veins.one_calf_is_swollen"} & told
    heard = result.to_text(register="clinician")
    assert "spine.bladder_or_sexual_function_changed" in heard
    assert "veins.one_calf_is_swollen" in heard


SEVERAL = {
    "calf_pain": True,
    "saddle_numbness": True,
    "chest_pain_new": True,
    "breathlessness_new": True,
    "cold_limb": True,
    "pale_or_mottled_limb": True,
    "onset_speed": "sudden",
}


@pytest.mark.parametrize("about", ["self", "other"])
def test_several_emergencies_are_all_named_and_their_orders_do_not_compete(about):
    result = ce.assess(SEVERAL)
    emergencies = [alert for alert in result.alerts if alert.urgency is ce.Urgency.EMERGENCY]
    assert len({alert.action for alert in emergencies}) >= 3
    document = document_of(result, "patient", about)
    do = next(section for section in document.sections if section.title.origin == "patient.do")
    said = [told.text for block in do.blocks for told in getattr(block, "told", ())]
    listed = [point.told[0] for block in do.blocks for point in getattr(block, "points", ())]
    assert said[1].startswith("More than one sign needs help at once.")
    assert {told.text for told in listed} >= {alert.because for alert in emergencies}
    text = " ".join(result.to_text(register="patient", about=about).split())
    for alert in emergencies:
        assert alert.action not in text
    assert "Tell them just this" not in text
    assert text.count("While waiting for help") <= 1


def test_one_emergency_keeps_its_own_words():
    text = " ".join(URGENT.to_text(register="patient").split())
    assert "Tell them just this" in text
    assert "More than one sign" not in text


def test_a_childs_text_is_for_the_carer_too_and_asks_what_can_be_asked_of_a_child():
    record = {"calf_pain": True, "age_years": 9, "sex": "male"}
    text = ce.assess(record).to_text(register="patient")
    assert "This is about a child" in text
    assert "This is about a child" not in ce.assess(record).to_text(register="patient", about="other")
    assert "This is about a child" not in ce.assess({**record, "age_years": 16}).to_text(register="patient")
    assert "This is about a child" not in ce.assess(calf_pain=True).to_text(register="patient")
    assert "sexual function" not in text
    assert "sexual function" in ce.assess({**record, "age_years": 40}).to_text(register="patient")


@pytest.mark.parametrize("about", ["self", "other"])
def test_who_has_no_calf_pain_is_told_that_this_is_not_about_them(about):
    for record in ({"calf_pain": False, "leg_pain": False}, {"calf_pain": False, "saddle_numbness": True}):
        text = " ".join(ce.assess(record).to_text(register="patient", about=about).split())
        assert "This tool is about calf pain, and by the answers the calf does not hurt." in text
        assert "About your calf pain" not in text
        assert "About this person's calf pain" not in text
    assert "by the answers" not in ce.assess(calf_pain=True).to_text(register="patient", about=about)


def test_questions_that_make_no_sense_for_the_person_are_in_no_list():
    out_of_place = (
        ({"sex": "male"}, {"pregnant", "gestation_weeks", "postpartum_6_weeks", "breastfeeding"}),
        ({"age_years": 1}, {"pregnant", "postpartum_6_weeks", "oestrogen_use", "alcohol_excess", "injecting_drug_use"}),
        ({"age_years": 11}, {"smoking_status", "smoking_pack_years", "recreational_stimulants_or_opioids"}),
        ({"age_years": 14, "sex": "male"}, {"oestrogen_use", "new_sexual_dysfunction"}),
        ({"age_years": 90}, {"pregnant", "postpartum_6_weeks", "refuses_to_walk_or_toe_walks"}),
        ({"pregnant": True}, {"postpartum_6_weeks"}),
    )
    for answers, names in out_of_place:
        assert {name for name in FINDINGS if means_nothing(name, answers)} >= names
        for signs in ({}, {"calf_swelling": True}, {"muscle_cramps": True}, {"fever_or_rigors": True}):
            record = {**signs, "calf_pain": True, **answers}
            told = {one.origin for one in sentences(document_of(ce.assess(record), "patient"))}
            assert not told & names, record
    assert not [name for name in FINDINGS if means_nothing(name, {"age_years": "unknown", "sex": "unknown"})]
    assert not means_nothing("oestrogen_use", {"age_years": 40, "sex": "male"})
    assert not means_nothing("refuses_to_walk_or_toe_walks", {"age_years": 15})


def test_questions_that_the_other_answers_settle_are_not_put():
    asked = "Are you pregnant, or could you be?"
    anyone = ce.assess(calf_pain=True)
    assert asked in anyone.to_text(register="patient")
    for answers in ({"sex": "male"}, {"age_years": 70}, {"pregnant": "unknown"}):
        assert asked not in ce.assess(calf_pain=True, **answers).to_text(register="patient")


def test_in_an_emergency_what_does_no_harm_is_not_forbidden_but_waits():
    result = ce.assess(
        calf_pain=True, unaccustomed_exercise_recent=True, dark_urine=True, muscle_soreness_on_use_or_touch=True
    )
    text = " ".join(result.to_text(register="patient").split())
    assert "Rest from what brought it on" not in text
    assert "Leave these out: Warmth on the calf. Massage of the calf" in text
    assert "Paracetamol" not in text
    assert "take nothing by mouth unless the hospital tells you to" in text


def test_what_to_watch_for_begins_with_what_the_likeliest_danger_would_do():
    clot = ce.assess(calf_pain=True, calf_swelling=True, major_surgery_12w=True)
    text = clot.to_text(register="patient")
    after = text[text.index("What to watch for") :]
    assert after.index("New breathlessness") < after.index("Dark, cola-coloured urine")


@pytest.mark.parametrize(
    ("record", "cause"),
    [
        (
            {
                "age_years": 9,
                "calf_pain": True,
                "viral_illness_last_2_weeks": True,
                "refuses_to_walk_or_toe_walks": True,
            },
            "rhabdomyolysis",
        ),
        ({"calf_pain": True, "cold_limb": True, "pain_at_rest": True}, "acute_limb_ischaemia"),
    ],
)
def test_no_option_sends_to_hospital_faster_than_the_urgency(record, cause):
    result = ce.assess(record)
    assert result.urgency.value == "same_day"
    conclusion = result.conclusion(cause)
    assert conclusion.status.value == "suspected"
    text = " ".join(result.to_text(register="patient").split())
    assert conclusion.name in text
    assert "Emergency department, now" not in text
    assert "Call the emergency number now" not in text


def presentations():
    for path in VIGNETTES:
        for vignette in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield vignette["presentation"]


def test_below_an_emergency_nothing_is_said_to_do_for_what_would_be_one():
    known, seen = load(), 0
    emergencies = {cause.id for cause in known.causes.values() if cause.urgency is ce.Urgency.EMERGENCY}
    offered = [rule for rule in known.statements if isinstance(rule, Offers)]
    only_then = {rule.option for rule in offered} - {rule.option for rule in offered if rule.cause not in emergencies}
    for presentation in presentations():
        result = ce.assess(presentation)
        if result.urgency is not ce.Urgency.EMERGENCY:
            said = {(origin, text) for text, origin in result.sentences(register="patient")}
            for option in map(known.options.get, only_then):
                if option.kind is not ce.OptionKind.MEDICINE:
                    assert (option.id, option.guidance) not in said, presentation
            seen += 1
    assert seen > 500


def test_advice_that_is_withheld_or_forbidden_is_never_given():
    for result in (SLOW, URGENT):
        origins = result.sentences(register="patient") + result.sentences(register="clinician")
        for conclusion in result.conclusions:
            for item in conclusion.withheld:
                assert (item.guidance, item.id) not in origins
            for item in conclusion.management:
                if item.status == "contraindicated":
                    assert (item.guidance, item.id) not in result.sentences(register="patient")


def test_a_medicine_that_is_forbidden_is_named_with_the_reason():
    text = " ".join(SLOW.to_text(register="patient").split())
    assert "Not for you: Aspirin, enteric-coated tablets. Meloxicam tablets." in text
    assert "makes a new bleed far likelier" in text


def points(document):
    """Every point of a document, with all that stands below it."""

    def within(point):
        yield point
        for part in point.below:
            yield from within(part)

    for section in document.sections:
        for block in section.blocks:
            for point in getattr(block, "points", ()):
                yield from within(point)


def names_beside(document, rule):
    """The options that stand with what a rule says: in its point, or in the one that it stands below."""
    found = set()
    for point in points(document):
        if any(one.origin == rule for one in point.told):
            found |= {one.origin for one in point.told if one.role == "name"}
        if any(one.origin == rule for part in point.below for one in part.told):
            found |= {one.origin for one in point.told if one.role == "name"}
    return found


def test_a_caution_that_is_known_is_told_also_of_what_waits_for_questions():
    result = ce.assess(
        age_years=30,
        sex="female",
        calf_pain=True,
        pregnant=True,
        gestation_weeks=12,
        radiating_leg_pain=True,
        pain_dermatomal_below_knee=True,
        pain_worse_cough_sneeze=True,
        low_back_pain=True,
    )
    disc = result.conclusion("lumbar_disc_herniation")
    waiting = [item for item in disc.management if item.status == "ask_first" and item.cautions]
    assert len(waiting) >= 3
    document = document_of(result, "patient")
    for item in waiting:
        for note in item.cautions:
            assert item.id in names_beside(document, note.rule_id)


def test_what_speaks_against_an_option_stands_with_its_name():
    seen = 0
    for presentation in presentations():
        result = ce.assess(presentation)
        document = document_of(result, "patient")
        named = {one.origin for point in points(document) for one in point.told if one.role == "name"}
        shown = [c for c in result.conclusions if c.status.value in ("confirmed", "suspected")][:3]
        for item in (item for cause in shown for item in (*cause.management, *cause.withheld) if item.id in named):
            notes = item.contraindications or item.cautions
            for note in notes:
                if item.kind is not ce.OptionKind.TEST and not note.rule_id.startswith("safety_net.an_emergency"):
                    assert item.id in names_beside(document, note.rule_id), (presentation, item.id, note.rule_id)
                    seen += 1
    assert seen > 500


def test_a_medicine_stands_with_its_own_guidance():
    for point in points(document_of(SLOW, "patient")):
        guided = {one.origin for one in point.told if one.role == "text"} & set(load().options)
        assert guided <= {one.origin for one in point.told if one.role == "name"}
        assert len(guided) <= 1


def test_only_what_a_person_can_answer_is_asked_and_the_rest_is_for_a_doctor():
    for presentation in presentations():
        document = document_of(ce.assess(presentation), "patient")
        for told in sentences(document):
            if told.origin in FINDINGS:
                assert FINDINGS[told.origin].asked_of.value == "patient", told
    record = {"age_years": 66, "calf_pain": True, "chronic_kidney_disease": True, "relief_by_sitting": True}
    record |= {"relief_by_bending_forward": True, "worse_on_standing": True}
    text = ce.assess(record).to_text(register="patient")
    assert "A doctor has to check the rest." in text
    assert "eGFR" not in text


def test_what_presses_is_not_crossed_by_advice_for_something_else():
    text = " ".join(URGENT.to_text(register="patient").split())
    assert "you need an urgent MRI scan" in text
    assert "No scan is needed" not in text


def test_a_carer_is_spoken_to_about_the_person():
    text = " ".join(URGENT.to_text(register="patient", about="other").split())
    assert "Take the person to an emergency department now; they must not drive." in text
    assert "Have both of their legs become weak or numb recently?" in text or "Are both legs painful?" in text
    slow = " ".join(SLOW.to_text(register="patient", about="other").split())
    assert "Not for this person:" in slow


def test_a_clinician_reads_situation_background_assessment_recommendation():
    document = document_of(SLOW, "clinician")
    names = [section.title.text for section in document.sections]
    assert names == ["Situation", "Background", "Assessment", "Recommendation", "Sources"]


def test_a_clinician_reads_ids_weights_figures_sources_and_what_was_not_checked():
    result = ce.assess(calf_pain=True, age_years=74, relief_by_sitting=True, no_pain_when_seated=True)
    result = ce.assess({**result.answers, "low_back_pain": "unknown"})
    text = " ".join(result.to_text(register="clinician").split())
    for step in result.trace:
        if step.verb in ("supports", "weakens"):
            assert step.rule_id in text
            assert f"{step.weight:+d} millibans" in text
            if step.lr is not None and step.ci is not None:
                assert f"LR {step.lr:g}, interval {step.ci[0]:g} to {step.ci[1]:g}" in text
            for source in step.sources:
                assert " ".join(load().sources[source].citation.split()) in text
    assert "not checked" in text
    assert "Asked, and not known:" in text
    assert "To examine:" in text


def test_a_clinician_reads_the_classes_of_scores_that_are_settled():
    scored = [step for step in SLOW.trace if step.verb == "scores"]
    assert scored, "the case settles a score"
    text = " ".join(SLOW.to_text(register="clinician").split())
    for step in scored:
        score, _, class_id = step.concludes[0].partition(":")
        assert f"{score}, class {class_id}: {step.because}" in text


def test_brief_is_shorter_and_keeps_the_notice():
    for register in ("patient", "clinician"):
        brief = SLOW.to_text(register=register, brief=True)
        assert len(brief) < len(SLOW.to_text(register=register)) / 2
        assert SLOW.notice in " ".join(brief.split())


def test_a_registers_name_is_checked_and_without_one_there_is_one_form():
    with pytest.raises(ValueError, match="patient or clinician"):
        SLOW.to_text(register="poet")
    with pytest.raises(ValueError, match="register"):
        SLOW.to_text(about="other")


def test_nothing_known_is_said_as_nothing_known():
    result = ce.assess()
    assert "Nothing was recorded." in result.to_text(register="clinician")
    assert "No cause stands out so far." in result.to_text(register="patient")


# Of other knowledge. --------------------------------------------------------------------------------------------------


def test_a_result_of_other_knowledge_names_its_sources_and_watches_for_what_always_holds():
    known = toy.knowledge(toy='CAUSE = Cause()\nRULES = (supports("s", when=[Present("calf_pain")], strength=WEAK),)')
    mine = Reasoner(known).assess(ce.Presentation(calf_pain=True))
    again = ce.Assessment.model_validate_json(mine.model_dump_json())
    text = again.to_text(register="clinician")
    assert "sources are named by key only" in text
    assert "[book]" in text
    assert "[book] A. T. W, 2000." in mine.to_text(register="clinician")
    patient = again.to_text(register="patient")
    assert "Get help sooner if it gets worse" in patient
    assert "if one of these comes on" not in patient


# What to watch for. ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("result", [SLOW, ce.assess(calf_pain=True), case("4_eased_by_the_trolley")])
def test_what_to_watch_for_is_what_would_raise_a_red_flag(result):
    """The engine is asked about each complaint that can come on."""
    told = {(warned.finding, warned.rule_id) for warned in warnings(result, load())}
    known = {name: answer for name, answer in result.answers.items() if answer != "unknown"}
    for finding in {name for name, _ in told} | {"calf_swelling", "fever", "skin_redness", "calf_cramps"} & set(
        FINDINGS
    ):
        changed = {**known, finding: True}
        if FINDINGS[finding].depends_on:
            changed[FINDINGS[finding].depends_on] = True
        fired = result.reasoner.weigh(changed).inferred
        raised = {s.id for s in fired if isinstance(s, Alerts) and s.urgency > result.urgency}
        assert {rule for name, rule in told if name == finding} == raised


def test_what_to_watch_for_can_come_on_and_is_not_there_yet():
    found = warnings(SLOW, load())
    assert found
    assert {FINDINGS[warned.finding].group for warned in found}.isdisjoint({"history_and_risk", "medicines_taken"})
    assert all(SLOW.answers.get(warned.finding) is not True for warned in found)
    assert all(warned.urgency > SLOW.urgency for warned in found)
    assert [w.urgency.rank for w in found] == sorted((w.urgency.rank for w in found), reverse=True)


# Golden files. --------------------------------------------------------------------------------------------------------


def renderings(result):
    return {
        "patient.txt": result.to_text(register="patient"),
        "carer.txt": result.to_text(register="patient", about="other"),
        "clinician.txt": result.to_text(register="clinician"),
        "patient.md": result.to_markdown(),
        "patient.html": result.to_html(full_page=False),
    }


def fixed(result):
    """A result without the hash of the knowledge, which changes with every word in it."""
    return result.model_copy(update={"knowledge": dataclasses.replace(result.knowledge, sha256="0" * 64)}).made_by(
        _Frozen(result.reasoner)
    )


class _Frozen:
    """A reasoner whose knowledge has that hash too."""

    def __init__(self, reasoner):
        self.knowledge = dataclasses.replace(reasoner.knowledge, sha256="0" * 64)


@pytest.mark.parametrize(("name", "result"), [("slow", SLOW), ("urgent", URGENT)])
def test_the_words_are_those_that_were_read(name, result):
    """To write them anew after a change that was meant: python -m tests.explanation.test_registers."""
    for ending, text in renderings(fixed(result)).items():
        assert text == (HERE / "golden" / f"{name}.{ending}").read_text(encoding="utf-8"), f"{name}.{ending}"


if __name__ == "__main__":
    from tests.explanation.test_wording import ADDRESSED, knowledge_sentences

    for name, result in (("slow", SLOW), ("urgent", URGENT)):
        for ending, text in renderings(fixed(result)).items():
            (HERE / "golden" / f"{name}.{ending}").write_text(text, encoding="utf-8")
    addressed = [(key, text) for key, text in knowledge_sentences() if ADDRESSED.search(text)]
    listed = "".join(f"{key}\n  {text}\n  {english().of_another(text)}\n" for key, text in addressed)
    (HERE / "golden" / "third_person.txt").write_text(listed, encoding="utf-8")


def test_the_net_of_single_signs_speaks_only_of_what_no_other_red_flag_has_taken_up():
    alone = ce.assess(calf_pain=True, skin_redness_warmth=True)
    assert "rf_sign_for_days" in {alert.id for alert in alone.alerts}
    net = "single_signs.one_sign_is_looked_at_within_days"
    assert net in {origin for _, origin in alone.sentences(register="patient")}
    taken_up = ce.assess(calf_pain=True, skin_redness_warmth=True, calf_swelling=True)
    assert {"rf_sign_for_days", "rf_cellulitis_escalate"} <= {alert.id for alert in taken_up.alerts}
    assert net not in {origin for _, origin in taken_up.sentences(register="patient")}
