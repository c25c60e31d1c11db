"""What is odd is kept and noted; what is ordinary is passed over in silence."""

import pytest
from hypothesis import given
from tests.strategies import presentations

from calf_expert.findings import FINDINGS
from calf_expert.oddities import _ODDITIES, oddities
from calf_expert.presentation import Presentation

# Each with the findings its sentence has to name, and beside it the nearest records about which nothing is odd.
ODD = [
    ({"calf_pain": False}, ["calf_pain"], [{"calf_pain": True}, {"calf_pain": "unknown"}, {}]),
    (
        {"leg_pain": False, "calf_pain": True},
        ["leg_pain", "calf_pain"],
        [{"leg_pain": True, "calf_pain": True}, {"leg_pain": "unknown", "calf_pain": True}, {"leg_pain": False}],
    ),
    (
        {"sex": "male", "postpartum_6_weeks": True},
        ["sex", "postpartum_6_weeks"],
        [
            {"sex": "female", "postpartum_6_weeks": True},
            {"sex": "male", "postpartum_6_weeks": False},
            {"sex": "unknown", "postpartum_6_weeks": True},
        ],
    ),
    (
        {"sex": "male", "breastfeeding": True},
        ["sex", "breastfeeding"],
        [{"sex": "female", "breastfeeding": True}, {"sex": "male", "breastfeeding": "unknown"}],
    ),
    (
        {"pregnant": True, "age_years": 9.9},
        ["pregnant", "age_years"],
        [{"pregnant": True, "age_years": 10}, {"pregnant": False, "age_years": 9}, {"pregnant": True}],
    ),
    (
        {"pregnant": True, "age_years": 61},
        ["pregnant", "age_years"],
        [{"pregnant": True, "age_years": 60}, {"pregnant": True, "age_years": "unknown"}],
    ),
    ({"gestation_weeks": 0}, ["gestation_weeks", "pregnant"], [{"gestation_weeks": 0, "pregnant": True}]),
    (
        {"gestation_weeks": 20, "pregnant": "unknown"},
        ["gestation_weeks", "pregnant"],
        [{"gestation_weeks": "unknown", "pregnant": "unknown"}, {"gestation_weeks": "unknown"}],
    ),
    (
        {"days_since_major_surgery": 5},
        ["days_since_major_surgery", "major_surgery_12w"],
        [{"days_since_major_surgery": 5, "major_surgery_12w": True}],
    ),
    (
        {"heart_failure_severe": True},
        ["heart_failure_severe", "heart_failure"],
        [{"heart_failure_severe": False}, {"heart_failure_severe": True, "heart_failure": True}],
    ),
    (
        {"weeks_statin_start_to_symptoms": 3},
        ["weeks_statin_start_to_symptoms", "statin_use"],
        [{"weeks_statin_start_to_symptoms": 3, "statin_use": True}],
    ),
    (
        {"statin_interacting_drug": True},
        ["statin_interacting_drug", "statin_use"],
        [{"statin_interacting_drug": True, "statin_use": True}, {"statin_interacting_drug": False}],
    ),
    (
        {"pain_severity_nrs": 3, "pain_severity_words": "severe"},
        ["pain_severity_nrs", "pain_severity_words"],
        [
            {"pain_severity_nrs": 3.5, "pain_severity_words": "severe"},
            {"pain_severity_nrs": 3, "pain_severity_words": "mild"},
            {"pain_severity_nrs": "unknown", "pain_severity_words": "severe"},
        ],
    ),
    (
        {"pain_severity_nrs": 7, "pain_severity_words": "mild"},
        ["pain_severity_nrs", "pain_severity_words"],
        [{"pain_severity_nrs": 6.5, "pain_severity_words": "mild"}, {"pain_severity_nrs": 7}],
    ),
    (
        {"days_since_major_surgery": 85, "major_surgery_12w": True},
        ["days_since_major_surgery", "major_surgery_12w"],
        [
            {"days_since_major_surgery": 84, "major_surgery_12w": True},
            {"days_since_major_surgery": "unknown", "major_surgery_12w": True},
        ],
    ),
    (
        {"calf_circumference_difference_cm": 3, "calf_swelling": False},
        ["calf_circumference_difference_cm", "calf_swelling"],
        [
            {"calf_circumference_difference_cm": 2.9, "calf_swelling": False},
            {"calf_circumference_difference_cm": 3, "calf_swelling": True},
            {"calf_circumference_difference_cm": 3},
        ],
    ),
    (
        {"swollen_joint_on_examination": True, "joint_swelling": False},
        ["swollen_joint_on_examination", "joint_swelling"],
        [
            {"swollen_joint_on_examination": False, "joint_swelling": True},
            {"swollen_joint_on_examination": True, "joint_swelling": "unknown"},
        ],
    ),
    (
        {"leg_weakness_progressive": True, "leg_weakness": False},
        ["leg_weakness_progressive", "leg_weakness"],
        [{"leg_weakness_progressive": True}, {"leg_weakness_progressive": False, "leg_weakness": False}],
    ),
    (
        {"calf_lump_enlarging": True, "calf_lump": False},
        ["calf_lump_enlarging", "calf_lump"],
        [{"calf_lump_enlarging": True, "calf_lump": True}, {"calf_lump": False}],
    ),
]


def with_the_complaint(record):
    """The record with the calf pain that everybody here has, unless it speaks of that itself."""
    told = {"calf_pain", "leg_pain"} & record.keys()
    return Presentation(**record) if told else Presentation(calf_pain=True, **record)


@pytest.mark.parametrize(("record", "named", "_ordinary"), ODD)
def test_what_is_odd_is_said_in_one_sentence_that_names_the_findings(record, named, _ordinary):
    (sentence,) = oddities(with_the_complaint(record))
    assert all(f"`{name}`" in sentence for name in named)
    assert sentence.endswith(".")


@pytest.mark.parametrize("ordinary", [record for _, _, nearby in ODD for record in nearby], ids=str)
def test_its_nearest_neighbours_are_not_odd(ordinary):
    assert oddities(with_the_complaint(ordinary)) == ()


def test_a_yes_without_the_complaint_itself_is_odd_because_red_flags_look_for_it():
    (sentence,) = oddities(Presentation(saddle_numbness=True))
    assert sentence.startswith("`calf_pain` is not answered, nor is `leg_pain`")
    assert oddities(Presentation(saddle_numbness=True, calf_pain="unknown")) == (sentence,)
    for ordinary in ({}, {"saddle_numbness": False}, {"pain_severity_nrs": 1}):
        assert oddities(Presentation(**ordinary)) == ()
    for complaint in ("calf_pain", "leg_pain"):
        assert oddities(Presentation(saddle_numbness=True, **{complaint: True})) == ()


def test_every_oddity_has_an_example_above():
    met = {sentence for record, _, _ in ODD for sentence in oddities(Presentation(**record))}
    met |= set(oddities(Presentation(saddle_numbness=True)))
    assert met == {oddity.sentence for oddity in _ODDITIES}


@given(presentations())
def test_the_sentences_come_from_the_table_in_its_order_and_so_hold_no_answer(record):
    sentences = [oddity.sentence for oddity in _ODDITIES]
    found = oddities(Presentation(**record))
    assert list(found) == [sentence for sentence in sentences if sentence in found]


def test_every_name_in_a_sentence_is_a_finding():
    for oddity in _ODDITIES:
        names = oddity.sentence.split("`")[1::2]
        assert names
        assert set(names) <= set(FINDINGS)


@given(presentations())
def test_an_answer_that_is_unknown_is_as_little_odd_as_one_that_was_not_asked(record):
    asked = Presentation(**record)
    not_asked = Presentation(**asked.known)
    assert oddities(asked) == oddities(not_asked)
