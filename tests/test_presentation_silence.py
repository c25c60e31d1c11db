"""No answer gets out of a presentation but through its attributes, and none at all out of a refusal."""

import copy
import json
import logging
import pickle
import pprint
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError
from tests.strategies import presentations

from calf_expert.errors import PresentationError
from calf_expert.findings import FINDINGS
from calf_expert.presentation import Presentation

NUMBER = 98765.4321
TEXT = "CANARY-7f3a"
TRACES = ("98765", "4321", "CANARY", "7f3a", "71.625", "31.625")


class Visit(BaseModel):
    who: Presentation
    room: int = 0


class Loud:
    """An answer that would be heard if anything looked at it."""

    def __repr__(self):
        return TEXT

    __str__ = __repr__


BAD_RECORDS = {
    "a number out of range": {"age_years": NUMBER},
    "a number below the range": {"age_years": -NUMBER},
    "a number for a yes": {"calf_pain": NUMBER},
    "text for a yes": {"calf_pain": TEXT},
    "text for a number": {"age_years": TEXT},
    "digits for a number": {"age_years": str(NUMBER)},
    "a wrong choice": {"sex": TEXT},
    "a number for a choice": {"sex": NUMBER},
    "a list": {"age_years": [NUMBER, TEXT]},
    "a mapping": {"sex": {TEXT: NUMBER}},
    "an answer to a misspelt finding": {"calf_swelling_cm": NUMBER, "eased_by_bending_foward": TEXT},
    "a good answer beside a bad one": {"bmi": 31.625, "age_years": TEXT},
    "a good answer beside a misspelt finding": {"bmi": 31.625, "xyzzy": None},
    "weeks without pregnancy": {"pregnant": False, "gestation_weeks": 31.625},
    "weeks of a man": {"sex": "male", "gestation_weeks": 31.625},
    "pressures the wrong way round": {"systolic_bp": 71.625, "diastolic_bp": 98.765},
    "days without surgery": {"major_surgery_12w": False, "days_since_major_surgery": 31.625},
    "everything": {"age_years": NUMBER, "calf_pain": TEXT, "sex": [TEXT], "xyzzy": NUMBER, "bmi": 31.625},
}
WAYS_IN = {
    "keywords": lambda record: Presentation(**record),
    "model_validate": Presentation.model_validate,
    "not strictly": lambda record: Presentation.model_validate(record, strict=False),
    "JSON": lambda record: Presentation.model_validate_json(json.dumps(record)),
    "text": Presentation.model_validate_strings,
    "parse_raw": lambda record: Presentation.parse_raw(json.dumps(record)),
    "a larger model": lambda record: Visit(who=record, room=1),
    "a larger model that is wrong too": lambda record: Visit(room=TEXT, who=record),
    "a larger model, in JSON": lambda record: Visit.model_validate_json(json.dumps({"who": record})),
    "a type adapter": TypeAdapter(Presentation).validate_python,
    "a type adapter, in JSON": lambda record: TypeAdapter(Presentation).validate_json(json.dumps(record)),
    "a type adapter, as text": TypeAdapter(Presentation).validate_strings,
    "a union": TypeAdapter(int | Presentation | None).validate_python,
    "model_copy": lambda record: Presentation(calf_pain=True).model_copy(update=record),
    "copy": lambda record: Presentation(calf_pain=True).copy(update=record),
    "model_construct": lambda record: Presentation.model_construct(**record),
    "in the reduction of a pickle": Presentation().__reduce__()[0],
}


def everything_said(error):
    """All that a program could print, log or send of an error, short of the variables of its frames."""
    trouble = (type(error), error, error.__traceback__)
    said = [str(error), repr(error), repr(error.args), repr(vars(error)), repr(error.problems)]
    said += traceback.format_exception(error)
    said.append(logging.Formatter().format(logging.makeLogRecord({"msg": error, "exc_info": trouble})))
    said.append(json.dumps(error.errors()))
    said.append(repr(pickle.loads(pickle.dumps(error))))  # noqa: S301 - our own
    said += getattr(error, "__notes__", [])
    return "\n".join(said)


def assert_silent(error, traces=TRACES):
    assert error.__cause__ is None
    assert error.__context__ is None
    said = everything_said(error)
    assert not [trace for trace in traces if trace in said]


def refused(read, record):
    with pytest.raises(PresentationError) as caught:
        read(record)
    return caught.value


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("record", BAD_RECORDS)
def test_a_refusal_repeats_no_answer(way, record):
    assert_silent(refused(WAYS_IN[way], BAD_RECORDS[record]))


@pytest.mark.parametrize("record", [[NUMBER], TEXT, NUMBER, TEXT.encode(), {TEXT}, (TEXT, NUMBER), Loud()])
def test_a_refusal_of_something_that_is_no_record_does_not_repeat_it(record):
    for read in (
        Presentation.model_validate,
        Presentation.model_validate_strings,
        TypeAdapter(Presentation).validate_python,
        lambda given: Visit(who=given),
    ):
        assert_silent(refused(read, record))


@pytest.mark.parametrize("finding", ["age_years", "calf_pain", "sex", "xyzzy"])
def test_an_answer_is_not_even_looked_at(finding):
    assert_silent(refused(Presentation.model_validate, {finding: Loud()}))


@pytest.mark.parametrize("key", [NUMBER, (TEXT,), TEXT.encode(), frozenset({TEXT})])
def test_a_name_that_is_not_text_is_not_repeated(key):
    assert_silent(refused(Presentation.model_validate, {key: TEXT}))


@pytest.mark.parametrize(
    "text",
    [
        f'{{"age_years": {NUMBER}',
        f'{{"age_years": {NUMBER}}} {TEXT}',
        f'{{"age_years": {TEXT}}}',
        f'{{"sex": "{TEXT}\n"}}',
        f'{{"sex": "{TEXT}\\x"}}',
        f'{{"age_years": {NUMBER}}}'.encode("utf-16"),
        f'{{"age_years": {NUMBER}, "sex": "'.encode() + b'\xff"}',
        TEXT,
    ],
)
def test_broken_json_is_not_repeated(text, tmp_path):
    file = tmp_path / "record.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    for read in (Presentation.model_validate_json, Presentation.parse_raw, lambda _: Presentation.parse_file(file)):
        assert_silent(refused(read, text))


def test_a_type_adapter_prints_no_broken_json_either():
    """That error is pydantic's, so its ``errors()`` is beyond us; what ends up in logs is not."""
    text = f'{{"age_years": {NUMBER}'
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Presentation).validate_json(text)
    assert not [trace for trace in TRACES if trace in "".join(traceback.format_exception(caught.value))]


@given(presentations(min_size=1), st.sampled_from([TEXT, NUMBER, [TEXT]]))
def test_a_whole_record_with_one_wrong_answer_is_not_repeated(record, wrong):
    error = refused(Presentation.model_validate, {**record, "age_years": wrong})
    assert [problem.finding for problem in error.problems] == ["age_years"]
    assert_silent(error)


def test_setting_an_answer_does_not_repeat_it():
    presentation = Presentation()
    for change in (lambda: setattr(presentation, "age_years", NUMBER), lambda: setattr(presentation, "xyzzy", TEXT)):
        with pytest.raises(AttributeError) as caught:
            change()
        text = "".join(traceback.format_exception(caught.value))
        assert not [trace for trace in TRACES if trace in text]
        assert caught.value.__context__ is None


def test_a_printed_presentation_shows_no_finding_and_no_answer():
    presentation = Presentation(age_years=31.625, sex="male", calf_pain=True, bmi=71.625)
    visit = Visit(who=presentation)
    printed = [repr(presentation), str(presentation), f"{presentation}", f"{presentation!r:>50}"]
    printed += [pprint.pformat(presentation), repr(visit), str(visit), repr([presentation]), pprint.pformat(visit)]
    printed += [repr(list(presentation.__rich_repr__())), repr(list(presentation.__pretty__(repr)))]
    for text in printed:
        assert "4 findings answered" in text
        assert not [part for part in (*FINDINGS, "31.6", "71.6", "'male'", "True") if part in text]


def test_a_larger_model_that_is_refused_shows_no_answer_of_a_presentation_in_it():
    presentation = Presentation(age_years=31.625)
    with pytest.raises(ValidationError) as caught:
        Visit(who=presentation, room="none")
    assert "31.6" not in "".join(traceback.format_exception(caught.value))


def test_a_copy_that_is_refused_does_not_repeat_the_old_answers():
    presentation = Presentation(bmi=31.625, sex="male")
    for make in (presentation.model_copy, copy.copy(presentation).model_copy):
        assert_silent(refused(lambda update, make=make: make(update=update), {"age_years": NUMBER}))


def test_nothing_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        Presentation(age_years=3)
        refused(Presentation.model_validate, {"age_years": NUMBER})
    assert caplog.records == []


class LoudMapping(dict):
    def items(self):
        raise ValueError(TEXT)


class LoudNumber(float):
    def __float__(self):
        raise ValueError(TEXT)


@pytest.mark.parametrize(
    "record", [LoudMapping(age_years=74), {"age_years": LoudNumber(74)}], ids=["mapping", "number"]
)
def test_an_error_of_the_callers_own_objects_is_not_repeated(record):
    with pytest.raises(PresentationError) as caught:
        Presentation.model_validate(record)
    assert TEXT not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
