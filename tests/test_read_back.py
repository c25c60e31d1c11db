"""What the library makes is read back from JSON, or refused with an error that holds nothing of what was read."""

from __future__ import annotations

import json
import logging
import pickle
import traceback
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import calf_expert as ce

NUMBER = 98765.4321
TEXT = "CANARY-7f3a"
TRACES = ("98765", "CANARY", "7f3a", "74.25")

RESULT = ce.assess(age_years=74.25, calf_pain=True, calf_swelling=True)
MADE = {
    "a result": RESULT,
    "a proof": RESULT.how("deep_vein_thrombosis"),
    "a graph": RESULT.derivation,
    "near misses": RESULT.why_not("lumbar_spinal_stenosis"),
    "a contrast": RESULT.why("deep_vein_thrombosis", over="lumbar_spinal_stenosis"),
    "a score": RESULT.scores[0],
}


class Visit(BaseModel):
    result: ce.Assessment
    room: int = 0


BAD_RESULTS = {
    "an answer that is none": {"answers": {"age_years": [NUMBER]}},
    "an answer that is another model": {"answers": {TEXT: {"age_years": NUMBER}}},
    "a level that there is not": {"urgency": TEXT},
    "text in the place of a list": {"notes": TEXT},
    "a step that is none": {"trace": [{"rule_id": TEXT, TEXT: NUMBER}]},
    "a field too many": {TEXT: NUMBER},
    "no words": {"notice": NUMBER},
}
WAYS_IN = {
    "keywords": lambda data: ce.Assessment(**data),
    "model_validate": ce.Assessment.model_validate,
    "strictly": lambda data: ce.Assessment.model_validate(data, strict=True),
    "JSON": lambda data: ce.Assessment.model_validate_json(json.dumps(data)),
    "JSON in bytes": lambda data: ce.Assessment.model_validate_json(json.dumps(data).encode()),
    "text": ce.Assessment.model_validate_strings,
    "parse_raw": lambda data: ce.Assessment.parse_raw(json.dumps(data)),
    "a larger model": lambda data: Visit(result=data, room=1),
    "a larger model that is wrong too": lambda data: Visit(room=TEXT, result=data),
    "a larger model, in JSON": lambda data: Visit.model_validate_json(json.dumps({"result": data})),
    "a type adapter": TypeAdapter(ce.Assessment).validate_python,
    "a type adapter, in JSON": lambda data: TypeAdapter(ce.Assessment).validate_json(json.dumps(data)),
}


def everything_said(error: ce.ReadBackError) -> str:
    """All that a program could print, log or send of an error, short of the variables of its frames."""
    trouble = (type(error), error, error.__traceback__)
    said = [str(error), repr(error), repr(error.args), repr(vars(error))]
    said += traceback.format_exception(error)
    said.append(logging.Formatter().format(logging.makeLogRecord({"msg": error, "exc_info": trouble})))
    return "\n".join(said)


def refused_in_silence(read: Any, given: Any) -> ce.ReadBackError:
    with pytest.raises(ce.ReadBackError) as caught:
        read(given)
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None
    assert not [trace for trace in TRACES if trace in everything_said(error)]
    return error


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("bad", BAD_RESULTS)
def test_a_refusal_repeats_nothing_of_a_result(way, bad):
    refused_in_silence(WAYS_IN[way], {**RESULT.model_dump(mode="json"), **BAD_RESULTS[bad]})


@pytest.mark.parametrize("given", [[TEXT], TEXT, TEXT.encode(), (TEXT, NUMBER)])
def test_a_refusal_of_something_that_is_no_result_does_not_repeat_it(given):
    for read in (ce.Assessment.model_validate, ce.Assessment.model_validate_strings):
        assert refused_in_silence(read, given).problems == ("it is no object",)


def test_it_says_which_fields_are_wrong_each_once():
    data = {**RESULT.model_dump(mode="json"), "urgency": TEXT, "alerts": [{}, {}], TEXT: 1, NUMBER: 2}
    del data["notes"]
    error = refused_in_silence(ce.Assessment.model_validate, data)
    assert error.what == "Assessment"
    assert set(error.problems) == {
        "`urgency` is not as it has to be",
        "`alerts` is not as it has to be",
        "`notes` is missing",
        "it has a field too many",
    }
    assert len(error.problems) == 4
    assert str(error).startswith("this is no Assessment as the library writes it: `urgency` is")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own


@pytest.mark.parametrize("given", [NUMBER, TEXT, [TEXT], TEXT.encode(), None])
def test_what_is_no_object_is_not_repeated(given):
    assert refused_in_silence(ce.Assessment.model_validate, given).problems == ("it is no object",)
    assert refused_in_silence(lambda given: Visit(result=given), given).problems == ("it is no object",)


@pytest.mark.parametrize(
    "text", [TEXT, f'{{"answers": {{"age_years": {NUMBER}', f'"{TEXT}\ud800"', f'"{TEXT}'.encode() + b"\xff", NUMBER]
)
def test_broken_json_is_not_repeated(text):
    for read in (ce.Assessment.model_validate_json, ce.Assessment.parse_raw):
        assert refused_in_silence(read, text).problems == ("it is no JSON",)


def test_a_broken_file_is_not_repeated(tmp_path):
    file = tmp_path / "result.json"
    file.write_text(RESULT.model_dump_json(), encoding="utf-8")
    assert ce.Assessment.parse_file(file) == RESULT
    file.write_text(TEXT, encoding="utf-8")
    assert refused_in_silence(ce.Assessment.parse_file, file).problems == ("it is no JSON",)


def test_a_larger_model_prints_no_broken_json_of_a_result_either():
    """That error is pydantic's, so its ``errors()`` is beyond us; what a type adapter prints is not."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(ce.Assessment).validate_json(f'{{"answers": {{"age_years": {NUMBER}')
    assert not [trace for trace in TRACES if trace in "".join(traceback.format_exception(caught.value))]


@pytest.mark.parametrize("made", MADE)
def test_whatever_goes_both_ways_is_refused_in_silence(made):
    model = type(MADE[made])
    assert model.model_validate_json(MADE[made].model_dump_json()) == MADE[made]
    data = {**MADE[made].model_dump(mode="json"), TEXT: NUMBER}
    assert refused_in_silence(model.model_validate, data).problems == ("it has a field too many",)
    assert refused_in_silence(model.model_validate_json, json.dumps(data)).what == model.__name__
    first = next(iter(model.model_fields))
    refused_in_silence(model.model_validate_json, json.dumps({first: {TEXT: NUMBER}}))
    assert refused_in_silence(model.model_validate_json, TEXT).problems == ("it is no JSON",)


def test_a_graph_that_does_not_hold_together_is_refused_in_silence_inside_a_proof_too():
    data = MADE["a proof"].model_dump(mode="json")
    data["graph"]["edges"].append({**data["graph"]["edges"][0], "target": TEXT})
    assert refused_in_silence(ce.Proof.model_validate, data).what == "Derivation"
    data = {**MADE["a proof"].model_dump(mode="json"), "targets": [TEXT]}
    assert refused_in_silence(ce.Proof.model_validate, data).problems == ("a proof holds what it proves",)


@pytest.mark.parametrize("made", MADE)
def test_setting_a_field_does_not_repeat_the_value(made):
    with pytest.raises(AttributeError) as caught:
        setattr(MADE[made], next(iter(type(MADE[made]).model_fields)), TEXT)
    assert TEXT not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
