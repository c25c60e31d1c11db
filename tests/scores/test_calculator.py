"""The calculator: what it takes, what it refuses, and what it never repeats."""

from __future__ import annotations

import math
import pickle
import traceback
from decimal import Decimal
from fractions import Fraction

import pytest

import calf_expert as ce
from calf_expert.authoring import Amount, OneOf, YesNo

SECRET = 987654.25


def test_scores_lists_them_with_their_items() -> None:
    listed = {declared.id: declared for declared in ce.scores()}
    assert len(listed) == len(ce.scores()) == 29
    wells = listed["wells_dvt_2"]
    assert wells.clinician_only
    assert [item.key for item in wells.inputs][:2] == ["active_cancer", "paralysis_or_cast"]
    assert {one.id for one in wells.classes} == {"likely", "unlikely"}
    assert repr(wells) == "<Score wells_dvt_2>"
    again = pickle.loads(pickle.dumps(wells))  # noqa: S301  # made here
    assert again == wells
    assert again.readings == wells.readings


def test_every_score_says_where_it_comes_from_and_what_it_cannot_do() -> None:
    sources = {source.id for source in ce.sources()}
    for declared in ce.scores():
        assert set(declared.source) <= sources
        assert declared.caveat
        assert declared.about


def test_a_missing_item_is_not_known_and_a_false_one_is_absent() -> None:
    assert (ce.score("perc").min, ce.score("perc").max) == (0, 8)
    fewer = ce.score("perc", {"haemoptysis": False, "oestrogen_use": None, "previous_vte": "unknown"})
    assert (fewer.min, fewer.max) == (0, 7)
    answers = {item.key: item.answer for item in fewer.items}
    assert (answers["haemoptysis"], answers["oestrogen_use"], answers["previous_vte"]) == (
        "absent",
        "unknown",
        "unknown",
    )
    assert "haemoptysis" not in fewer.missing
    assert {"oestrogen_use", "previous_vte"} <= set(fewer.missing)


def test_an_item_tells_its_points_and_its_answer() -> None:
    result = ce.score("wells_pe", {"hr_gt_100": True})
    items = {item.key: item for item in result.items}
    assert items["hr_gt_100"].points == ce.Bounds(min=1.5, max=1.5)
    assert items["pe_most_likely"].points == ce.Bounds(min=0, max=3)
    assert items["hr_gt_100"].label == "Heart rate above 100"
    calcium = ce.score("corrected_calcium", {"ca": 2, "alb": 30})
    assert [item.answer for item in calcium.items] == [2.0, 30.0, "unknown"]
    assert all(item.points is None for item in calcium.items)


def test_a_judgement_that_is_missing_leaves_a_working_value_beside_the_bounds() -> None:
    items = {item.key: False for item in _declared("wells_dvt_2").inputs if item.key != "alternative_as_likely"}
    result = ce.score("wells_dvt_2", {**items, "calf_diff_ge_3cm": True, "pitting_oedema": True})
    assert (result.min, result.max, result.score, result.reads) == (0, 2, None, "indeterminate")
    assert result.working == ce.Bounds(min=2, max=2)
    assert result.readings["working"] == "working_likely"
    assert result.working_says
    judged = ce.score("wells_dvt_2", {**items, "calf_diff_ge_3cm": True, "alternative_as_likely": True})
    assert judged.score == -1
    assert judged.working == ce.Bounds(min=-1, max=-1), "a judgement that was made is never overruled"


def test_a_score_without_a_number_has_a_class_only() -> None:
    result = ce.score("rutherford_ali", {"sensory": "profound"})
    assert (result.min, result.max, result.score) == (None, None, None)
    assert (result.class_id, result.means) == ("III", "the damage is irreversible")


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("wells_dvt_2", {"pregnant": True}),
        ("wells_dvt_2", {"under_18": True}),
        ("wells_dvt_3", {"anticoagulated": True}),
        ("dutch_primary_care_dvt", {"pregnant": True}),
        ("news2", {"under_16": True}),
        ("news2", {"pregnant": True}),
        ("left_pregnancy_dvt", {"pregnant": False}),
        ("acr_eular_2010_ra", {"synovitis": False}),
        ("acr_eular_2010_ra", {"better_explained": True}),
        ("eular_acr_2017_iim", {"better_explained": True}),
        ("perc", {"low_probability": False}),
        ("alt70", {"red_leg": False}),
        ("alt70", {"abscess": True}),
        ("sams_ci", {"statin": False}),
        ("mcmahon", {"ck": 5000}),
        ("corrected_calcium", {"alb": 24.9}),
        ("corrected_calcium", {"under_18": True}),
        ("corrected_calcium_us", {"alb": 2.4}),
    ],
)
def test_a_score_that_is_not_for_this_person_gives_no_class(name: str, items: dict[str, object]) -> None:
    every = {item.key: _some(item) for item in _declared(name).inputs}
    result = ce.score(name, every | items)
    assert result.applies is False
    assert result.reads == "not_applicable"
    assert set(result.readings.values()) == {None}
    assert [limit for limit in result.limits if limit.met is False]


def _declared(name: str) -> ce.Score:
    return next(declared for declared in ce.scores() if declared.id == name)


def _some(item: object) -> object:
    if isinstance(item, YesNo):
        return item.key in {"low_probability", "red_leg", "statin", "synovitis"}
    if isinstance(item, OneOf):
        return item.values[0]
    assert isinstance(item, Amount)
    return item.range.high


def test_a_limit_that_must_be_known_leaves_the_class_open_and_another_only_says_so() -> None:
    rest = {"left_leg": True, "calf_diff_cm": 3, "gestation_weeks": 20}
    assert ce.score("left_pregnancy_dvt", rest).reads == "indeterminate"
    assert ce.score("left_pregnancy_dvt", {**rest, "pregnant": True}).reads == "rule_positive"
    open_ = ce.score("wells_dvt_2", dict.fromkeys(_keys("wells_dvt_2")[:4], True) | {"alternative_as_likely": False})
    assert (open_.applies, open_.reads) == (None, "likely")


def _keys(name: str) -> list[str]:
    return [item.key for item in _declared(name).inputs]


# ------------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("name", "meant"),
    [("wells_dvt2", "wells_dvt_2"), ("wells_dv", "wells_dvt_2"), ("newss2", "news2"), ("lrinek", "lrinec")],
)
def test_an_unknown_score_is_refused_with_the_nearest_one(name: str, meant: str) -> None:
    with pytest.raises(ce.UnknownIdError, match=f"Did you mean `{meant}`"):
        ce.score(name)


def test_an_unknown_item_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ce.ScoreError, match=r"`calf_diff_3cm` is not an item of `wells_dvt_2`") as caught:
        ce.score("wells_dvt_2", {"calf_diff_3cm": True})
    assert caught.value.problems[0].did_you_mean == "calf_diff_ge_3cm"
    with pytest.raises(ce.ScoreError, match="Its items are `ml`"):
        ce.score("pvr", {"zzzzzzz": 1})


IMPOSSIBLE = [
    ("perc", "haemoptysis", 1),
    ("perc", "haemoptysis", "yes"),
    ("perc", "age_years", SECRET),
    ("perc", "age_years", True),
    ("perc", "age_years", "50"),
    ("perc", "age_years", math.nan),
    ("perc", "age_years", math.inf),
    ("perc", "age_years", 10**400),
    ("perc", "age_years", Decimal(50)),
    ("perc", "age_years", Fraction(50)),
    ("perc", "age_years", -0.001),
    ("news2", "acvpu", "X987654"),
    ("news2", "acvpu", ["A"]),
    ("pvr", "ml", {"SECRET": SECRET}),
    ("corrected_calcium_us", "ca", 987654),
]


@pytest.mark.parametrize(("name", "key", "value"), IMPOSSIBLE, ids=lambda value: str(value)[:20])
def test_an_impossible_value_is_refused_and_not_repeated(name: str, key: str, value: object) -> None:
    with pytest.raises(ce.ScoreError, match=f"`{key}` must be ") as caught:
        ce.score(name, {key: value})
    error = caught.value
    told = "".join((str(error), repr(error), repr(error.args), repr(error.errors())))
    told += "".join(traceback.format_exception_only(type(error), error))
    assert "987654" not in told
    assert error.__cause__ is None
    assert error.__context__ is None
    assert [problem.finding for problem in error.problems] == [key]


def test_all_that_is_wrong_is_told_at_once_and_in_a_fixed_order() -> None:
    wrong = {"hr": "fast", "spo2": -1, "haemoptisis": True}
    with pytest.raises(ce.ScoreError) as one:
        ce.score("perc", wrong)
    with pytest.raises(ce.ScoreError) as other:
        ce.score("perc", dict(reversed(wrong.items())))
    assert len(one.value.problems) == 3
    assert str(one.value) == str(other.value)
    again = pickle.loads(pickle.dumps(one.value))  # noqa: S301  # made two lines above
    assert again.errors() == one.value.errors()


def test_items_are_a_mapping_with_text_for_keys() -> None:
    with pytest.raises(ce.ScoreError, match="a mapping"):
        ce.score("pvr", [("ml", 1)])  # type: ignore[arg-type]  # refused when it runs, too
    with pytest.raises(ce.ScoreError, match="a key that is not"):
        ce.score("pvr", {1: 1})  # type: ignore[dict-item]  # refused when it runs, too
    with pytest.raises(ce.ScoreError) as caught:
        ce.score("pvr", {"\x1b[31m" + "x" * 100: 1})
    assert "\x1b" not in str(caught.value)
    assert len(caught.value.problems[0].finding or "") == 60


def test_a_result_prints_nothing_of_the_person_and_comes_back_from_json() -> None:
    result = ce.score("news2", {"hr": 131, "acvpu": "V", "temp": 35.0})
    assert repr(result) == str(result) == "<ScoreResult news2>"
    for part in (*result.items, *result.limits):
        assert "131" not in repr(part)
        assert "present" not in repr(part)
    assert ce.ScoreResult.model_validate_json(result.model_dump_json()) == result


def test_points_are_exact_where_binary_numbers_are_not() -> None:
    assert 2.1 + 0.7 + 0.8 + 1.3 != 4.9
    items = {"onset_age": 50, "upper_weak": True, "lower_weak": True, "enzymes": True}
    rest = {item.key: False for item in _declared("eular_acr_2017_iim").inputs if isinstance(item, YesNo)}
    assert ce.score("eular_acr_2017_iim", rest | items).score == 4.9
    assert ce.score("abi", {"ankle": 181, "brachial": 200}).score == 0.91, "0.905 is rounded up"
    assert ce.score("corrected_calcium", {"ca": 2.195, "alb": 40}).score == 2.2
    assert ce.score("corrected_calcium", {"ca": 2.194, "alb": 40}).score == 2.19
