"""A presentation is a value: compared, copied, written and described by its answers alone."""

import copy
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import presentations

from calf_expert import presentation as presentation_module
from calf_expert.errors import PresentationError
from calf_expert.findings import FINDINGS, Kind
from calf_expert.presentation import Presentation


def refused(record, read=Presentation.model_validate):
    with pytest.raises(PresentationError) as caught:
        read(record)
    return caught.value


def test_an_answer_cannot_be_set_or_deleted():
    presentation = Presentation(calf_pain=True)
    for change in (
        lambda: setattr(presentation, "calf_pain", False),
        lambda: setattr(presentation, "xyzzy", 1),
        lambda: delattr(presentation, "calf_pain"),
    ):
        with pytest.raises(AttributeError, match=r"cannot be changed; model_copy\(update=...\) gives a changed one"):
            change()
    assert presentation == Presentation(calf_pain=True)


def test_model_copy_changes_adds_and_takes_away():
    presentation = Presentation(age_years=74, calf_pain=True)
    changed = presentation.model_copy(update={"age_years": None, "calf_pain": False, "leg_pain": "unknown"})
    assert dict(changed.answers) == {"calf_pain": False, "leg_pain": "unknown"}
    assert dict(presentation.answers) == {"age_years": 74.0, "calf_pain": True}


def test_model_copy_checks_the_old_answers_against_the_new():
    refused({"pregnant": True}, lambda update: Presentation(sex="male").model_copy(update=update))


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
def test_copy_replace_is_checked_too():
    assert copy.replace(Presentation(sex="male"), sex="female") == Presentation(sex="female")
    refused({"pregnant": True}, lambda update: copy.replace(Presentation(sex="male"), **update))


@given(presentations())
def test_copies_and_pickles_are_equal(record):
    presentation = Presentation(**record)
    copies = [
        copy.copy(presentation),
        copy.deepcopy(presentation),
        presentation.model_copy(),
        presentation.model_copy(deep=True),
        *(pickle.loads(pickle.dumps(presentation, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),  # noqa: S301 - our own
        Presentation.model_validate(presentation.model_dump()),
        Presentation.model_validate_json(presentation.model_dump_json()),
        Presentation.model_validate_json(presentation.model_dump_json(exclude_none=True)),
        Presentation(**presentation.answers),
    ]
    for other in copies:
        assert other == presentation
        assert hash(other) == hash(presentation)
        assert other.model_dump_json() == presentation.model_dump_json()


@given(presentations(), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_are_given_does_not_matter(record, random):
    items = list(record.items())
    random.shuffle(items)
    presentation, shuffled = Presentation(**record), Presentation(**dict(items))
    assert presentation == shuffled
    assert hash(presentation) == hash(shuffled)
    assert presentation.model_dump_json() == shuffled.model_dump_json()
    assert list(presentation.answers) == list(shuffled.answers)


@given(presentations(max_size=3), presentations(max_size=3))
def test_presentations_are_equal_exactly_if_their_answers_are(one, other):
    assert (Presentation(**one) == Presentation(**other)) == (
        Presentation(**one).answers == Presentation(**other).answers
    )


def test_what_was_not_asked_is_not_set_however_it_was_left_out():
    assert Presentation(calf_pain=None).model_fields_set == Presentation().model_fields_set == set()
    assert Presentation(calf_pain=None) == Presentation()


def test_unknown_and_not_asked_are_told_apart():
    assert Presentation(calf_pain="unknown") != Presentation()


def test_a_presentation_is_written_as_json_in_the_order_of_the_findings():
    presentation = Presentation(calf_pain=True, sex="male", age_years=74, leg_pain="unknown")
    assert presentation.model_dump_json(exclude_none=True) == (
        '{"age_years":74.0,"sex":"male","calf_pain":true,"leg_pain":"unknown"}'
    )
    assert list(json.loads(presentation.model_dump_json())) == list(FINDINGS)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({}, "Presentation(0 findings answered)"),
        ({"calf_pain": True}, "Presentation(1 finding answered)"),
        ({"calf_pain": False, "age_years": "unknown", "sex": None}, "Presentation(2 findings answered)"),
    ],
)
def test_a_printed_presentation_says_how_much_is_answered(record, words):
    presentation = Presentation(**record)
    assert repr(presentation) == str(presentation) == f"{presentation}" == words
    assert [repr(part) for part in presentation.__rich_repr__()] == [words[len("Presentation(") : -1]]


SCHEMA = Presentation.model_json_schema()


def test_the_schema_is_valid_and_closed():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["additionalProperties"] is False
    assert list(SCHEMA["properties"]) == list(FINDINGS)
    assert "required" not in SCHEMA
    assert Presentation.model_json_schema(mode="serialization")["properties"].keys() == SCHEMA["properties"].keys()


def test_the_schema_says_what_is_asked_and_what_may_be_answered():
    for finding in FINDINGS.values():
        described = SCHEMA["properties"][finding.id]
        assert described["title"] == finding.label
        assert described["description"] == finding.question
        assert described["default"] is None
        assert described["x-kind"] == finding.kind.value
        assert described["x-asked-of"] == finding.asked_of.value
        assert described.get("x-unit") == finding.unit
        accepts = jsonschema.Draft202012Validator(described).is_valid
        assert accepts(None)
        assert accepts("unknown")
        assert not accepts("no idea")
        assert accepts(True) == (finding.kind is Kind.BOOLEAN)
        assert all(map(accepts, finding.values))
        if finding.range:
            low, high = finding.range
            assert [accepts(low), accepts(high), accepts(low - 1), accepts(high + 1)] == [True, True, False, False]


VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@given(presentations())
def test_what_a_presentation_takes_and_gives_fits_the_schema(record):
    assert VALIDATOR.is_valid(record)
    assert VALIDATOR.is_valid(json.loads(Presentation(**record).model_dump_json()))


def run(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout


def test_many_threads_may_make_the_first_presentation():
    code = """
import sys, threading
sys.setswitchinterval(1e-6)
ready = threading.Barrier(16)
made, failed = [], []
def make(age):
    ready.wait()
    try:
        from calf_expert.presentation import Presentation
        made.append(Presentation(age_years=age, calf_pain=True).age_years)
    except BaseException as error:
        failed.append(error)
threads = [threading.Thread(target=make, args=(age,)) for age in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert not failed, failed
print(sorted(made) == list(range(16)))
"""
    assert run(code) == "True\n"


def test_what_is_written_is_the_same_in_every_process():
    code = """
from calf_expert.presentation import Presentation
import json
print(Presentation(sex="male", calf_pain=True, age_years=74, inr=1.1).model_dump_json())
print(json.dumps(Presentation.model_json_schema()))
try:
    Presentation(calf_pian=1, xyzzy=2, age_years=-1, calf_pain=3, inrr=4)
except Exception as error:
    print(error)
"""
    assert len({run(code, PYTHONHASHSEED=seed) for seed in ("0", "1", "2")}) == 1


def test_it_needs_neither_the_knowledge_nor_the_engine():
    # An empty package stands in for the real one, which brings in whatever it re-exports.
    code = f"""
import sys, types
package = types.ModuleType("calf_expert")
package.__path__ = [{str(Path(presentation_module.__file__).parent)!r}]
sys.modules["calf_expert"] = package
import calf_expert.presentation
print(*sys.modules)
"""
    loaded = run(code).split()
    assert "calf_expert.presentation" in loaded
    assert "experta" not in loaded
    assert not [name for name in loaded if name.startswith(("calf_expert.knowledge", "calf_expert.engine"))]


def test_importing_it_loads_no_piece_of_knowledge():
    loaded = run("import sys, calf_expert.presentation; print(*sys.modules)").split()
    assert not [name for name in loaded if name.startswith("calf_expert.knowledge.")]
