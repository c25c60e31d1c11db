"""Reading grades of what patients read, and the words that may be long."""

from __future__ import annotations

import builtins
import re

import pytest
from tests import toy

from calf_expert.audit import GLOSSARY
from calf_expert.audit.reading import grade, hard_to_read, texts_for_patients
from calf_expert.catalogue import load

PLAIN = "The calf is sore, and it hurts to walk."
HARD = "Considerable musculoskeletal deterioration necessitates comprehensive multidisciplinary investigation."


def told(rules: str) -> list[str]:
    known = toy.knowledge(toy=f"CAUSE = Cause()\n{rules}")
    return [str(remark) for remark in hard_to_read(known, {}, questions=False)]


@pytest.mark.parametrize(
    ("rules", "which"),
    [
        ("RULES = (supports('s', when=[Present('calf_pain')], strength=WEAK, because={text!r}),)", "because"),
        ("RULES = (alerts('s', when=[Present('calf_pain')], action={text!r}),)", "action"),
        ("OPTIONS = (Option(id='s', guidance={text!r}),)", "guidance"),
        ("CAUSE = Cause(summary={text!r})", "summary"),
    ],
)
def test_a_text_for_patients_that_is_hard_to_read_is_told_with_its_place(rules: str, which: str) -> None:
    assert told(rules.format(text=PLAIN)) == []
    (said,) = told(rules.format(text=HARD))
    assert re.match(r"knowledge/toy\.py:2: `(s|toy)` reads at grade \d\d\.\d", said)
    assert f"({which}): {HARD}" in said


def test_questions_are_read_too_but_not_those_for_clinicians() -> None:
    texts = {subject for _, subject, what, _ in texts_for_patients(toy.knowledge()) if what == "question"}
    assert "calf_pain" in texts
    assert "thompson_test_positive" not in texts
    assert "ck_u_l" not in texts


def test_a_text_that_is_used_twice_is_told_once() -> None:
    asks = f"*asks_before('pill', about=['pregnant', 'breastfeeding'], because={HARD!r})"
    assert len(told(f"OPTIONS = (Option(id='pill', kind=MEDICINE),)\nRULES = ({asks},)")) == 1


def test_a_word_of_the_glossary_is_weighed_as_a_familiar_one() -> None:
    text = "Rheumatoid arthritis needs methotrexate."
    assert grade(text, GLOSSARY) == grade("Doctor doctor needs doctor.", {}) < grade(text, {})
    assert grade("The word arthritisX is none.", GLOSSARY) == grade("The word arthritisX is none.", {})


def test_the_glossary_is_short_and_some_text_needs_each_word_of_it() -> None:
    texts = [(text, set(re.findall(r"[^\W\d_][\w'-]*", text.lower()))) for *_, text in texts_for_patients(load())]
    idle = []
    for word in GLOSSARY:
        others = {other: reason for other, reason in GLOSSARY.items() if other != word}
        if not any(grade(text, others) >= 8.05 for text, words in texts if word in words):
            idle.append(word)
    assert idle == []
    assert len(GLOSSARY) < 100
    assert all(GLOSSARY.values())


def test_without_the_library_that_measures_it_the_grade_is_not_taken_for_low(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: object):
        if name == "textstat":
            raise ImportError(name=name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError):
        list(hard_to_read(toy.knowledge(toy="CAUSE = Cause()"), {}))
