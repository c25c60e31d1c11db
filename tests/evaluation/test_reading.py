"""Files of cases: what is read, and what is refused in words that name file and case and hold no answer."""

from __future__ import annotations

import json
import os
import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calf_expert import Urgency
from calf_expert.evaluation import (
    Expectation,
    MissingExtraError,
    VignetteError,
    read_vignettes,
    shipped_vignettes,
    vignettes,
)

CASE = {
    "id": "A1",
    "name": "A calf",
    "presentation": {"age_years": 73.4219, "calf_pain": True},
    "expect": {"causes": ["x"], "urgency": "same_day", "urgency_acceptable": ["emergency"], "urgency_why": "so"},
    "confirming": ["calf_pain"],
    "source": "here",
    "gold_basis": "kept and not read",
    "notes_of_my_own": 3,
}
CANARIES = ("73.4219", "CANARY", "734219")


def case(**changes):
    return {name: value for name, value in (CASE | changes).items() if value is not ...}


def expect(**changes):
    return case(expect={name: value for name, value in (CASE["expect"] | changes).items() if value is not ...})


@pytest.fixture
def file(tmp_path):
    def write(content, name="cases.json"):
        path = tmp_path / name
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(content)
        return path

    return write


def problems_of(*paths):
    with pytest.raises(VignetteError) as caught:
        read_vignettes(*paths)
    assert caught.value.__context__ is None
    said = [str(caught.value), repr(caught.value), *caught.value.problems]
    assert not [canary for canary in CANARIES for text in said if canary in text]
    return list(caught.value.problems)


# What is read. --------------------------------------------------------------------------------------------------------


def test_a_case_is_read_from_json(file):
    (read,) = read_vignettes(file([CASE]))
    assert (read.id, read.name, read.bank, read.confirming) == ("A1", "A calf", "cases.json", ("calf_pain",))
    assert read.expect == Expectation(("x",), Urgency.SAME_DAY, (Urgency.EMERGENCY,), "so")
    assert dict(read.presentation.answers) == CASE["presentation"]
    assert "73.4219" not in repr(read)


@pytest.mark.parametrize("name", ["cases.yaml", "cases.YML"])
def test_and_from_yaml_which_holds_json(file, name):
    assert read_vignettes(file([CASE], name))[0].expect == read_vignettes(file([CASE]))[0].expect


def test_yaml_may_repeat_a_list_by_name_and_merge_a_mapping(file):
    text = """
- &first
  id: A1
  presentation: &p {calf_pain: true, age_years: 30}
  expect: {causes: &c [x], urgency: routine}
- <<: *first
  id: A2
  presentation: {<<: *p, age_years: 40}
  expect: {causes: *c, urgency: routine}
"""
    one, other = read_vignettes(file(text, "cases.yaml"))
    assert (one.id, other.id, one.expect) == ("A1", "A2", other.expect)
    assert dict(other.presentation.answers) == {"age_years": 40.0, "calf_pain": True}


def test_several_files_are_read_in_their_order(file):
    read = read_vignettes(file([CASE], "b.json"), file([CASE], "a.json"))
    assert [one.bank for one in read] == ["b.json", "a.json"]


def test_only_presentation_expect_and_id_are_needed(file):
    bare = {"id": "A1", "presentation": {}, "expect": {"causes": [], "urgency": "routine"}}
    (read,) = read_vignettes(file([bare]))
    assert (read.confirming, read.expect.lowest, read.expect.highest) == ((), Urgency.ROUTINE, Urgency.ROUTINE)


def test_the_lowest_and_highest_levels_look_at_all_that_are_acceptable():
    levels = Expectation((), Urgency.WITHIN_DAYS, (Urgency.EMERGENCY, Urgency.ROUTINE))
    assert (levels.lowest, levels.highest) == (Urgency.ROUTINE, Urgency.EMERGENCY)


# What is refused. -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (case(id=...), "case 1: `id` must be there and be text."),
        (case(id=7), "case 1: `id` must be there and be text."),
        (case(presentation=...), "case A1: `presentation` must be there and be a mapping."),
        (case(presentation=[73.4219]), "case A1: `presentation` must be there and be a mapping."),
        (case(expect=...), "case A1: `expect` must be there and be a mapping."),
        (case(presentation={"calf_pian": True}), "case A1: `calf_pian` is not a finding. Did you mean `calf_pain`?"),
        (case(presentation={"age_years": 734219}), "case A1: `age_years` must be a finite number from 0 to 120"),
        (case(presentation={"calf_pain": "CANARY"}), "case A1: `calf_pain` must be"),
        (case(presentation={"sex": "male", "pregnant": True}), "do not fit together"),
        (case(confirming="calf_pain"), "case A1: `confirming` must be a list of names."),
        (case(confirming=["calf_pian"]), "`confirming` holds a name that is not a finding. Did you mean `calf_pain`?"),
        (case(name=["CANARY"]), "case A1: `name` must be text."),
        (case(confirmng=["calf_pain"]), "an unknown key stands in the case. Did you mean `confirming`?"),
        (expect(causes=...), "case A1: `expect.causes` must be there and be a list of names."),
        (expect(causes="x"), "case A1: `expect.causes` must be there and be a list of names."),
        (expect(causes=[73.4219]), "case A1: `expect.causes` must be there and be a list of names."),
        (expect(urgency=...), "case A1: `expect.urgency` must be one of `emergency`, `same_day`,"),
        (expect(urgency="CANARY"), "case A1: `expect.urgency` must be one of"),
        (expect(urgency_acceptable=["CANARY"]), "`expect.urgency_acceptable` may hold only `emergency`"),
        (expect(urgency_acceptable="routine"), "`expect.urgency_acceptable` must be a list of names."),
        (expect(urgency_accepted=[]), "an unknown key stands in expect. Did you mean `urgency_acceptable`?"),
        (expect(zzz=1), "an unknown key stands in expect. The keys are causes, urgency,"),
        ("CANARY", "case 1: is not a mapping."),
    ],
)
def test_a_case_that_cannot_be_right_is_refused(file, content, says):
    for name in ("cases.json", "cases.yaml"):
        (problem,) = problems_of(file([content], name))
        assert problem.startswith(f"{name}, case ")
        assert says in problem


def test_everything_wrong_is_told_at_once(file):
    bad = [case(id="A1", expect=...), case(id="A2", presentation={"calf_pian": 1, "age_years": -1}), case(id="A2")]
    found = problems_of(file(bad), file(b"", "other.yaml"))
    assert [problem.partition(":")[0] for problem in found] == [
        "cases.json, case A1",
        "cases.json, case A2",
        "cases.json, case A2",
        "cases.json, case A2",
        "other.yaml",
    ]
    assert found[3].endswith("its id stands in the file more than once.")


def test_a_name_that_stands_twice_is_refused_with_its_case(file):
    record = '[{"id": "A1", "expect": {"causes": [], "urgency": "routine"}, "presentation": {%s}}]'
    for name in ("cases.json", "cases.yaml"):
        twice = record % '"calf_pain": true, "calf_pain": false'
        assert problems_of(file(twice, name)) == [f"{name}, case A1: `calf_pain` stands more than once."]
        strange = record % '"CANARY": true, "CANARY": false'
        assert f"{name}, case A1: a name stands more than once." in caught_of(file(strange, name))


def caught_of(path):
    with pytest.raises(VignetteError) as caught:
        read_vignettes(path)
    return caught.value.problems


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("c.json", b"", "is not valid JSON (line 1 column 1)."),
        ("c.json", b"[", "is not valid JSON (line 1 column 2)."),
        ("c.json", b"[" * 100_000, "is not valid JSON."),
        ("c.json", b'[{"age_years": ' + b"7" * 5000 + b"}]", "is not valid JSON."),
        ("c.json", b"[]", "is not a list of cases, or an empty one."),
        ("c.json", b'{"id": "CANARY"}', "is not a list of cases, or an empty one."),
        ("c.json", b"\xff\xfe", "is not text in UTF-8."),
        ("c.yaml", b"", "is not a list of cases, or an empty one."),
        ("c.yaml", b"- a: [CANARY", "is not valid YAML (line 1 column 13)."),
        ("c.yaml", b"- *CANARY", "is not valid YAML (line 1 column 3)."),
        ("c.yaml", b"- !CANARY x", "is not valid YAML"),
        ("c.yaml", b"- !!python/object/apply:os.system [CANARY]", "is not valid YAML (line 1 column 3)."),
        ("c.yaml", b"- 2020-99-99", "is not valid YAML."),
        ("c.yaml", b"- ? {CANARY: 1}\n  : 2", "is not valid YAML"),
        ("c.yaml", b"[" * 5000, "is not valid YAML"),
        ("c.yaml", b"&a [*a]", "case 1: is not a mapping."),
        ("c.csv", b"CANARY", "the name of a file of cases ends in .yaml, .yml or .json."),
        ("c", b"CANARY", "the name of a file of cases ends in .yaml, .yml or .json."),
    ],
)
def test_a_file_that_is_no_list_of_cases_is_refused_by_its_name(file, name, content, says):
    (problem,) = problems_of(file(content, name))
    assert problem.startswith(name)
    assert says in problem


def test_a_file_that_cannot_be_read_is_refused_without_its_folder(tmp_path):
    assert problems_of(tmp_path / "gone.yaml") == ["gone.yaml: cannot be read: no such file or directory."]
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    if os.name == "posix":
        assert problems_of(folder) == ["folder.yaml: cannot be read: is a directory."]
    assert problems_of("a\0b.yaml") == ["the file: cannot be read: no file can have this name."]
    assert problems_of('{"sex": "CANARY"}')[0].startswith("the file: cannot be read")


def test_two_files_of_one_name_are_refused(file, tmp_path):
    (tmp_path / "more").mkdir()
    one, other = file([CASE]), file([CASE], "more/cases.json")
    assert "two files have the same name" in problems_of(one, other)[0]


def test_a_file_that_is_too_long_is_not_read(file, monkeypatch):
    monkeypatch.setattr(vignettes, "MAX_BYTES", 10)
    assert problems_of(file([CASE])) == ["cases.json: is longer than 10 bytes and was not read."]


def test_there_is_no_other_bank_than_those_shipped():
    with pytest.raises(VignetteError, match="those shipped are harmless, urgent, varied, blind"):
        shipped_vignettes("harmles")


def test_without_the_extra_yaml_is_refused_and_json_is_read(file, monkeypatch):
    monkeypatch.delitem(sys.modules, "calf_expert.evaluation._yaml", raising=False)
    monkeypatch.delattr("calf_expert.evaluation._yaml", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError, match=r'PyYAML.*pip install "calf_expert\[evaluate\]"') as caught:
        read_vignettes(file([CASE], "cases.yaml"))
    assert pickle.loads(pickle.dumps(caught.value)).package == "PyYAML"  # noqa: S301 - pickled here
    assert len(read_vignettes(file([CASE]))) == 1


def test_the_error_can_be_sent_to_another_process():
    error = VignetteError(["a: b.", "c: d."])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems  # noqa: S301 - pickled here


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(list(CASE)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*CASE, *CASE["expect"]]) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.binary(max_size=200) | st.lists(plain, max_size=2).map(lambda cases: json.dumps(cases).encode()))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any", numbered=True)
    for name in ("any.json", "any.yaml"):
        (folder / name).write_bytes(data)
        try:
            read_vignettes(folder / name)
        except VignetteError as error:
            assert all(problem.startswith(name) for problem in error.problems)  # noqa: PT017 - it need not be raised
