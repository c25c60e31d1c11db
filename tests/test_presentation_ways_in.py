"""Every way in to a presentation passes the same checks."""

import json
import pickle
from collections import OrderedDict
from types import MappingProxyType

import pytest
from hypothesis import given
from pydantic import BaseModel, TypeAdapter
from tests.strategies import presentations

from calf_expert.errors import PresentationError
from calf_expert.presentation import Presentation


def refused(record, read=Presentation.model_validate):
    with pytest.raises(PresentationError) as caught:
        read(record)
    return caught.value


class Visit(BaseModel):
    who: Presentation


def as_text(record):
    texts = {True: "true", False: "False"}
    return {
        name: texts[answer] if isinstance(answer, bool) else answer if isinstance(answer, str) else repr(answer)
        for name, answer in record.items()
        if answer is not None
    }


def unpickle(record):
    """What somebody could do to a stored presentation."""
    return pickle.loads(pickle.dumps(_Stored(record)))  # noqa: S301 - the pickle is our own


class _Stored:
    def __init__(self, record):
        self.record = record

    def __reduce__(self):
        rebuild, _ = Presentation().__reduce__()
        return rebuild, (self.record,)


WAYS_IN = {
    "keywords": lambda record: Presentation(**record),
    "model_validate": Presentation.model_validate,
    "not strictly": lambda record: Presentation.model_validate(record, strict=False),
    "strictly": lambda record: Presentation.model_validate(record, strict=True),
    "another mapping": lambda record: Presentation.model_validate(MappingProxyType(OrderedDict(record))),
    "JSON": lambda record: Presentation.model_validate_json(json.dumps(record)),
    "JSON as bytes": lambda record: Presentation.model_validate_json(json.dumps(record).encode()),
    "JSON, not strictly": lambda record: Presentation.model_validate_json(json.dumps(record), strict=False),
    "parse_raw": lambda record: Presentation.parse_raw(json.dumps(record)),
    "a larger model": lambda record: Visit(who=record).who,
    "a larger model, not strictly": lambda record: Visit.model_validate({"who": record}, strict=False).who,
    "a larger model, in JSON": lambda record: Visit.model_validate_json(json.dumps({"who": record})).who,
    "a type adapter": lambda record: TypeAdapter(Presentation).validate_python(record),
    "a type adapter, in JSON": lambda record: TypeAdapter(list[Presentation]).validate_json(json.dumps([record]))[0],
    "model_copy": lambda record: Presentation(age_years=3).model_copy(update={"age_years": None, **record}),
    "copy": lambda record: Presentation(age_years=3).copy(update={"age_years": None, **record}),
    "model_construct": lambda record: Presentation.model_construct(**record),
    "construct": lambda record: Presentation.construct(**record),
    "a pickle": unpickle,
}
EVERY_WAY = pytest.mark.parametrize("way", WAYS_IN)
DEPRECATED = pytest.mark.filterwarnings("ignore::pydantic.PydanticDeprecatedSince20")  # `construct` is one of the ways


@EVERY_WAY
@DEPRECATED
@given(record=presentations())
def test_every_way_in_leads_to_the_same_presentation(way, record):
    assert WAYS_IN[way](record) == Presentation(**record)


@EVERY_WAY
@DEPRECATED
@pytest.mark.parametrize(
    "record", [{"age_years": "74"}, {"calf_pain": 1}, {"sex": "Male"}, {"xyzzy": 1}, {"sex": "male", "pregnant": True}]
)
def test_no_way_in_leads_around_the_checks(way, record):
    assert str(refused(record, WAYS_IN[way])) == str(refused(record))


@pytest.mark.parametrize("read", [Presentation.model_validate_strings, TypeAdapter(Presentation).validate_strings])
@given(record=presentations())
def test_answers_may_be_given_as_text_where_text_is_what_there_is(read, record):
    assert read(as_text(record)) == Presentation(**record)


@pytest.mark.parametrize("text", ["", "nan", "inf", "1e999", "1_0", " 74", "74y", "0x10", "٧٤", "True", "121", "--1"])
def test_text_that_is_no_number_is_refused_as_one(text):
    refused({"age_years": text}, Presentation.model_validate_strings)


@pytest.mark.parametrize("text", ["1", "0", "yes", "t", "", "tru"])
def test_text_that_is_neither_true_nor_false_is_refused_as_such(text):
    refused({"calf_pain": text}, Presentation.model_validate_strings)


def test_a_file_is_read_like_its_text(tmp_path):
    file = tmp_path / "record.json"
    file.write_text('{"calf_pain": true}', encoding="utf-8")
    assert Presentation.parse_file(file) == Presentation(calf_pain=True)


def test_a_presentation_is_taken_as_it_is():
    presentation = Presentation(calf_pain=True)
    assert Presentation.model_validate(presentation) is presentation
    assert Visit(who=presentation).who is presentation


@pytest.mark.parametrize("record", [{"age_years": 1, "xyzzy": 2}])
@pytest.mark.parametrize("extra", ["ignore", "allow"])
def test_misspelt_findings_cannot_be_asked_to_be_ignored(record, extra):
    try:
        Presentation.model_validate({}, extra=extra)
    except TypeError:
        return  # a pydantic that cannot be asked for it
    assert refused(record, lambda given: Presentation.model_validate(given, extra=extra)).problems[0].finding == "xyzzy"


def test_attributes_of_an_object_are_not_read():
    class Person:
        age_years = 3

    refused(Person(), lambda person: Presentation.model_validate(person, from_attributes=True))


@pytest.mark.parametrize(
    "text", ["", "{", '{"age_years": 1', '{"age_years": 1}}', "nul", "\ufeff{}", b"\xff\xfe{}", "[" * 9999]
)
def test_broken_json_is_refused(text):
    error = refused(text, Presentation.model_validate_json)
    assert str(error).startswith(("The record is not valid JSON", "The record is nested", "The record is not text"))
    assert error.problems[0].finding is None


def test_a_name_that_stands_twice_in_json_is_refused():
    # The later answer would silently replace the earlier one, and a yes become a no.
    error = refused('{"calf_pain": true, "calf_pain": false}', Presentation.model_validate_json)
    assert str(error) == "`calf_pain` stands in the record more than once."
    assert refused('{"x": 1, "x": 2}', Presentation.model_validate_json).problems[0].finding is None


def test_numbers_that_json_does_not_have_are_refused():
    for text in ('{"age_years": NaN}', '{"age_years": -Infinity}', '{"age_years": ' + "9" * 5000 + "}"):
        refused(text, Presentation.model_validate_json)


def test_broken_json_is_refused_with_the_place():
    assert str(refused('{"age_years":\n 1, ]', Presentation.model_validate_json)) == (
        "The record is not valid JSON (line 2 column 5)."
    )


@pytest.mark.parametrize("text", ["[]", "3", "null", '"calf_pain"'])
def test_json_of_something_else_is_refused(text):
    assert str(refused(text, Presentation.model_validate_json)).startswith("A record is a mapping")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400])
def test_numbers_that_json_can_write_and_nobody_can_be_are_refused(number):
    refused(f'{{"age_years": {number}}}', Presentation.model_validate_json)
