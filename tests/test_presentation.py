"""What a presentation takes, refuses and keeps. Three more files tell of the ways in, of values, and of silence."""

import math
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import presentations

from calf_expert._record import read_record
from calf_expert.errors import PresentationError
from calf_expert.findings import FINDINGS, Kind
from calf_expert.presentation import Presentation


def refused(record, read=Presentation.model_validate):
    with pytest.raises(PresentationError) as caught:
        read(record)
    return caught.value


def messages(record):
    return str(refused(record)).splitlines()


def test_there_is_one_optional_field_a_finding_in_the_order_of_the_findings():
    assert list(Presentation.model_fields) == list(FINDINGS)
    assert set(dict(Presentation()).values()) == {None}


@given(presentations())
def test_every_possible_record_is_taken_and_kept_as_it_is(record):
    presentation = Presentation(**record)
    assert dict(presentation.answers) == {name: answer for name, answer in record.items() if answer is not None}
    for name in FINDINGS:
        assert getattr(presentation, name) == record.get(name)


@given(presentations())
def test_answers_are_kept_in_the_order_of_the_findings_and_exactly_typed(record):
    presentation = Presentation(**record)
    assert list(presentation.answers) == [name for name in FINDINGS if name in presentation.answers]
    for name, answer in presentation.answers.items():
        if answer != "unknown":
            kinds = {Kind.BOOLEAN: bool, Kind.ENUM: str, Kind.NUMBER: float, Kind.DURATION: float}
            assert type(answer) is kinds[FINDINGS[name].kind]


@given(presentations())
def test_known_is_what_is_neither_unknown_nor_not_asked(record):
    known = {name: answer for name, answer in record.items() if answer not in (None, "unknown")}
    assert dict(Presentation(**record).known) == known


def test_answers_and_known_are_read_only():
    presentation = Presentation(calf_pain=True)
    for view in (presentation.answers, presentation.known):
        with pytest.raises(TypeError):
            view["calf_pain"] = False


@pytest.mark.parametrize("finding", [f for f in FINDINGS.values() if f.range], ids=lambda finding: finding.id)
def test_both_ends_of_a_range_are_in_it_and_the_next_number_is_out(finding):
    low, high = finding.range
    assert getattr(Presentation(**{finding.id: low}), finding.id) == low
    assert getattr(Presentation(**{finding.id: high}), finding.id) == high
    for outside in (math.nextafter(low, -math.inf), math.nextafter(high, math.inf)):
        refused({finding.id: outside})


def test_a_whole_number_is_kept_as_a_float_and_minus_nought_as_nought():
    assert repr(Presentation(age_years=74).age_years) == "74.0"
    assert repr(Presentation(symptom_duration_days=-0.0).symptom_duration_days) == "0.0"


def test_subclasses_of_text_and_float_are_kept_as_plain_text_and_float():
    class Sex(str, Enum):
        FEMALE = "female"

    class Years(float):
        pass

    record = {"sex": Sex.FEMALE, "age_years": Years(3)}
    assert [type(answer) for answer in read_record(record).values()] == [str, float]
    presentation = Presentation(**record)
    assert type(presentation.sex) is str
    assert type(presentation.age_years) is float
    assert presentation == Presentation(sex="female", age_years=3.0)


def test_a_name_may_be_a_subclass_of_text_too():
    class Name(str, Enum):
        AGE = "age_years"

    assert Presentation.model_validate({Name.AGE: 3}) == Presentation(age_years=3)


NEVER = [
    [],
    {},
    (),
    set(),
    b"unknown",
    object(),
    1j,
    Decimal(1),
    Fraction(1, 2),
    "",
    " ",
    "Unknown",
    "unknown ",
    "None",
]
NOT_A_NUMBER = [True, False, "1", "1.0", "nan", math.nan, math.inf, -math.inf, 10**400, -(10**400), *NEVER]
NOT_A_BOOLEAN = [1, 0, 1.0, 0.0, -1, "true", "True", "false", "yes", "no", "1", *NEVER]
NOT_A_CHOICE = [True, False, 0, 1, 1.0, "Male", "male ", "FEMALE", "some other", *NEVER]


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_taken_for_an_answer_that_is_none(kind):
    wrong = {Kind.BOOLEAN: NOT_A_BOOLEAN, Kind.ENUM: NOT_A_CHOICE}.get(kind, NOT_A_NUMBER)
    for finding in FINDINGS.values():
        if finding.kind is kind:
            for answer in wrong:
                error = refused({finding.id: answer})
                assert error.errors() == [
                    {
                        "finding": finding.id,
                        "message": f"`{finding.id}` must be {finding.expects}.",
                        "did_you_mean": None,
                        "conflicts_with": None,
                    }
                ]


def test_the_message_says_what_is_expected():
    assert messages({"age_years": -1}) == [
        '`age_years` must be a finite number from 0 to 120 (years), "unknown" or None.'
    ]
    assert messages({"calf_pain": 1}) == ['`calf_pain` must be True, False, "unknown" or None.']
    assert messages({"sex": "x"}) == ['`sex` must be one of "female", "male", "unknown" or None.']


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("calf_swelling_cm", "calf_circumference_difference_cm"),
        ("eased_by_bending_foward", "relief_by_bending_forward"),
    ],
)
def test_a_misspelt_finding_is_refused_with_the_one_that_was_meant(written, meant):
    error = refused({written: True})
    assert str(error) == f"`{written}` is not a finding. Did you mean `{meant}`? See calf_expert.findings()."
    assert error.errors()[0]["finding"] == written
    assert error.errors()[0]["did_you_mean"] == meant


def test_a_misspelt_finding_that_is_near_to_none_gets_no_suggestion():
    assert messages({"xyzzy": 1}) == ["`xyzzy` is not a finding. See calf_expert.findings()."]


def test_a_misspelt_finding_is_refused_even_with_no_answer():
    assert refused({"calf_pian": None}).problems[0].did_you_mean == "calf_pain"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("", ""),
        ("calf_pain\x1b[2J\n", r"calf_pain\x1b[2J\n"),
        ("\u0441alf_pain", r"\u0441alf_pain"),  # a Cyrillic letter that looks like c
        ("\ud800", r"\ud800"),
        ("x" * 1_000_000, "x" * 57 + "..."),
        ("\u0441" * 100, r"\u0441" * 9 + r"\u0" + "..."),
    ],
)
def test_a_name_is_repeated_safely(written, shown):
    (problem,) = refused({written: True}).problems
    assert problem.finding == shown
    assert problem.message.startswith(f"`{shown}` is not a finding.")
    assert len(problem.finding) <= 60
    problem.message.encode("ascii")


@pytest.mark.parametrize("name", [1, 1.5, None, True, b"calf_pain", ("calf_pain",)])
def test_a_name_that_is_not_text_is_refused(name):
    (problem,) = refused({name: True, "calf_pain": True}).problems
    assert problem.finding is None
    assert problem.message == "The name of a finding is text; this record has a name that is not."


def test_a_record_of_wrong_names_only_is_cut_short():
    problems = refused({f"finding_{number:06}": True for number in range(100_000)}).problems
    assert len(problems) == 21
    assert problems[-1].message == "99980 more names are not findings. See calf_expert.findings()."


@pytest.mark.parametrize("record", [None, 3, "calf_pain", b"{}", ["calf_pain"], {"calf_pain"}, object()])
def test_a_record_that_is_no_mapping_is_refused(record):
    assert messages(record) == ["A record is a mapping of finding ids to answers. See calf_expert.findings()."]


WRONG = {
    "zzz": 1,
    "aaa": 1,
    3: 3,
    "age_years": -1,
    "sex": "male",
    "pregnant": True,
    "calf_pain": "yes",
    "diastolic_bp": 90,
    "systolic_bp": 80,
    "lumbar_mri": "bad",
}


@given(st.permutations(list(WRONG.items())))
def test_all_problems_are_told_at_once_and_the_order_of_the_record_does_not_matter(items):
    error = refused(dict(items))
    assert [problem.finding for problem in error.problems] == [
        "aaa", "zzz", None, "age_years", "pregnant", "calf_pain", "diastolic_bp", "lumbar_mri",
    ]  # fmt: skip
    assert str(error) == str(refused(WRONG))


BOOLEAN = (True, False, "unknown", None)


def cannot_be(**record):
    """Whether the answers contradict each other, said once more and on its own."""
    sex, pregnant, weeks = (record.get(name) for name in ("sex", "pregnant", "gestation_weeks"))
    return (sex == "male" and (pregnant is True or isinstance(weeks, int))) or (
        pregnant is False and isinstance(weeks, int)
    )


@pytest.mark.parametrize("sex", ["female", "male", "unknown", None])
@pytest.mark.parametrize("pregnant", BOOLEAN)
@pytest.mark.parametrize("weeks", [0, 43, "unknown", None])
def test_pregnancy(sex, pregnant, weeks):
    record = {"sex": sex, "pregnant": pregnant, "gestation_weeks": weeks}
    if cannot_be(**record):
        refused(record)
    else:
        Presentation(**record)


DEPENDENTS = [
    (finding.id, finding.depends_on, answer)
    for finding in FINDINGS.values()
    if finding.depends_on
    for answer in ([0, 1, "unknown", None] if finding.range else BOOLEAN)
]


@pytest.mark.parametrize(("dependent", "parent", "answer"), DEPENDENTS)
@pytest.mark.parametrize("parent_is", BOOLEAN)
def test_what_depends_on_something_absent_cannot_be_there(dependent, parent, answer, parent_is):
    record = {dependent: answer, parent: parent_is}
    if parent_is is False and answer is not False and answer not in ("unknown", None):
        (problem,) = refused(record).problems
        assert {problem.finding, problem.conflicts_with} == {dependent, parent}
    else:
        Presentation(**record)


@pytest.mark.parametrize("side", ["left", "right", "both", "unknown", None])
@pytest.mark.parametrize("bilateral", BOOLEAN)
def test_pain_on_one_side_is_not_pain_in_both_legs(side, bilateral):
    record = {"pain_side": side, "bilateral_leg_pain": bilateral}
    if side in ("left", "right") and bilateral is True:
        (problem,) = refused(record).problems
        assert {problem.finding, problem.conflicts_with} == set(record)
    else:
        Presentation(**record)


@pytest.mark.parametrize(
    ("systolic", "diastolic", "possible"),
    [
        (80, 80, True),
        (80, 79, True),
        (80, 80.5, False),
        (80, "unknown", True),
        ("unknown", 160, True),
        (40, None, True),
    ],
)
def test_systolic_pressure_is_not_below_diastolic(systolic, diastolic, possible):
    record = {"systolic_bp": systolic, "diastolic_bp": diastolic}
    if possible:
        Presentation(**record)
    else:
        (problem,) = refused(record).problems
        assert {problem.finding, problem.conflicts_with} == set(record)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (
            {"sex": "male", "pregnant": True},
            "`pregnant` and `sex` do not fit together: pregnancy depends on the sex assigned at birth.",
        ),
        (
            {"sex": "male", "gestation_weeks": 12},
            "`gestation_weeks` and `sex` do not fit together: pregnancy depends on the sex assigned at birth.",
        ),
        (
            {"pregnant": False, "gestation_weeks": 12},
            "`gestation_weeks` and `pregnant` do not fit together: the first can only be there where the second is.",
        ),
        (
            {"pain_side": "left", "bilateral_leg_pain": True},
            "`bilateral_leg_pain` and `pain_side` do not fit together: one is about a single leg, the other about two.",
        ),
        (
            {"systolic_bp": 80, "diastolic_bp": 90},
            "`diastolic_bp` and `systolic_bp` do not fit together: the systolic pressure is never the lower one.",
        ),
    ],
)
def test_the_message_names_both_findings_and_says_why(record, message):
    assert messages(record) == [message]


@pytest.mark.parametrize(
    "record",
    [
        {"calf_pain": False},
        {"leg_pain": False, "calf_pain": True},
        {"sex": "male", "postpartum_6_weeks": True, "breastfeeding": True},
        {"age_years": 3, "pregnant": True},
        {"gestation_weeks": 20},
        {"pain_severity_nrs": 0, "pain_severity_words": "severe"},
        {"pain_side": "both", "bilateral_leg_pain": False},
        {"calf_lump": False, "calf_lump_max_diameter_cm": 40},
    ],
)
def test_what_is_merely_odd_is_taken(record):
    Presentation(**record)


def test_a_wrong_answer_is_not_held_against_another():
    assert messages({"sex": "male", "pregnant": "yes"}) == ['`pregnant` must be True, False, "unknown" or None.']
