"""What is counted, on six cases whose figures were worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.stubs import alert, assessment, by_age, conclusion, vignette

import calf_expert as ce
from calf_expert.evaluation import MissingExtraError, Share, Vignette, VignetteError, evaluate
from calf_expert.evaluation._extra import wilson
from calf_expert.evaluation.text import report_in_markdown, report_in_text

CASES = [
    vignette(1, "x", "emergency"),  # right, and right
    vignette(2, "y", "emergency", "same_day"),  # second, and acceptable
    vignette(3, "z", "self_care", "routine"),  # fourth, and too high
    vignette(4, "q", "same_day"),  # a cause that the knowledge does not hold, and too low
    vignette(5, "", "routine", "same_day", bank="other"),  # no cause to find; in between
    vignette(6, "x z", "routine", bank="other"),  # second, and far too high
]
GIVEN = {
    1: assessment(["x", "y", "z"], "emergency", alert("rf_one", "emergency")),
    2: assessment(["x", conclusion("y", -300, {"y.weak": -100, "y.strong": -700})], "same_day"),
    3: assessment(["u", "v", "w", "z"], "within_days"),
    4: assessment(["x"], "routine"),
    5: assessment(["x"], "within_days"),
    6: assessment(["v", "z", "x"], "emergency", alert("rf_two", "emergency"), alert("rf_three", "same_day")),
}


@pytest.fixture(scope="module")
def report():
    return evaluate(CASES, assess=by_age(GIVEN))


def figures(measures):
    dumped = {name: getattr(measures, name) for name in type(measures).model_fields}
    return {name: (one.count, one.of) for name, one in dumped.items() if isinstance(one, Share)}


def test_each_measure_counts_what_it_says(report):
    assert report.overall.cases == 6
    assert figures(report.overall) == {
        "top_1": (1, 5),  # 1; out of all but 5, which expects no cause
        "top_3": (3, 5),  # 1, 2, 6
        "top_5": (4, 5),  # and 3; the cause of 4 is unknown
        "urgency_exact": (1, 6),  # 1
        "urgency_acceptable": (2, 6),  # 1, 2
        "safe": (5, 6),  # all but 4
        "over_triage": (2, 6),  # 3, 6
        "emergency_sensitivity": (1, 2),  # of 1 and 2
        "raised_to_emergency": (1, 2),  # 6; of 3 and 6, for same_day is acceptable in 5
        "raised_to_same_day": (0, 2),
    }


def test_the_measures_are_taken_by_bank_in_the_order_of_the_cases(report):
    assert [(group.name, group.measures.cases) for group in report.by_bank] == [("tiny", 4), ("other", 2)]
    assert figures(report.by_bank[1].measures)["over_triage"] == (1, 2)


def test_a_case_that_expects_several_causes_stands_under_each(report):
    by_cause = {group.name: figures(group.measures) for group in report.by_cause}
    assert list(by_cause) == ["q", "x", "y", "z"]
    assert [by_cause[cause]["top_1"] for cause in "qxyz"] == [(0, 1), (1, 2), (0, 1), (0, 2)]
    assert [by_cause[cause]["top_3"] for cause in "qxyz"] == [(0, 1), (2, 2), (1, 1), (1, 2)]
    assert by_cause["y"]["emergency_sensitivity"] == (0, 1)


def test_the_confusion_table_counts_every_case_once(report):
    found = {(e, g): n for e, row in report.confusion.items() for g, n in row.items() if n}
    assert found == {
        ("emergency", "emergency"): 1,
        ("emergency", "same_day"): 1,
        ("same_day", "routine"): 1,
        ("routine", "within_days"): 1,
        ("routine", "emergency"): 1,
        ("self_care", "within_days"): 1,
    }
    assert list(report.confusion) == ["emergency", "same_day", "within_days", "routine", "self_care"]


def test_a_case_keeps_what_it_came_from(report):
    second = report.cases[1]
    assert (second.rank, second.misses) == (2, ("cause",))
    (expected,) = second.expected
    assert expected.ranked.rank == 2
    assert [reason.rule_id for reason in expected.against] == ["y.strong", "y.weak"]
    assert expected.not_asked == ("calf_swelling", "fever_or_rigors")
    assert [case.misses for case in report.cases] == [
        (),
        ("cause",),
        ("cause", "urgency"),
        ("cause", "urgency"),
        ("urgency",),
        ("cause", "urgency"),
    ]
    assert [one.id for one in report.cases[5].alerts] == ["rf_two", "rf_three"]
    assert [case.id for case in report.missed] == ["C2", "C3", "C4", "C5", "C6"]


def test_a_cause_that_the_knowledge_does_not_hold_is_a_miss_and_is_named(report):
    assert report.unknown_causes == ("q",)
    assert report.cases[3].rank is None
    assert report.cases[3].expected[0].ranked is None


def test_without_an_expected_cause_only_the_urgency_is_judged(report):
    assert report.cases[4].misses == ("urgency",)
    assert (report.cases[4].safe, report.cases[4].over_triage) == (True, False)


def test_the_report_in_words_gives_the_reason_for_each_miss(report):
    said = " ".join(report_in_text(report).split())
    assert "tiny, C2: Case 2 first: x +0 (considered), y -300 (considered) expected y: rank 2, -300" in said
    assert "against it y.strong -700, y.weak -100; not known calf_swelling, fever_or_rigors" in said
    assert "expected q: the knowledge does not hold it" in said
    assert "urgency routine, set by default; TOO LOW, expected same_day" in said
    assert "urgency within_days, set by default; too high, expected self_care or routine" in said
    assert "urgency within_days, set by default; in between, expected routine or same_day" in said
    assert "set by alert rf_two, alert rf_three; too high" in said
    assert "alerts: rf_two (emergency), rf_three (same_day)" in said
    assert "top-1 1/5, 20% (4% to 62%)" in said
    assert ce.NOTICE in said


def test_no_line_of_the_report_is_wider_than_a_page(report):
    assert max(map(len, report_in_text(report).splitlines())) <= 92


def test_the_table_of_the_docs_has_a_column_for_each_bank(report):
    table = report_in_markdown(report)
    assert "| measure | tiny (4 cases) | other (2 cases) |" in table
    assert "| emergency sensitivity | 1/2, 50% (9% to 91%) | none to count |" in table
    assert "| emergency | 1 | 1 | 0 | 0 | 0 |" in table


def test_the_report_is_frozen_and_its_repr_is_short(report):
    with pytest.raises(ValueError, match="frozen"):
        report.overall = None
    assert repr(report) == "<Report: 6 cases, 5 missed>"


# Confirming findings. -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep", [False, True])
def test_confirming_findings_are_dropped_unless_they_are_to_be_kept(keep):
    seen = []

    def assess(presentation):
        seen.append(dict(presentation.answers))
        return assessment(["x"], "routine")

    case = vignette(7, "x", "routine", confirming=["calf_pain", "leg_vein_ultrasound"])
    report = evaluate([case], keep_confirming=keep, assess=assess)
    assert seen == [{"age_years": 7.0, "calf_pain": True} if keep else {"age_years": 7.0}]
    assert report.cases[0].left_out == (() if keep else ("calf_pain",))
    assert report.kept_confirming is keep


# What goes wrong. -----------------------------------------------------------------------------------------------------


def test_no_case_is_no_report():
    with pytest.raises(VignetteError, match="no case"):
        evaluate([])


def test_a_case_that_cannot_be_assessed_is_named_and_keeps_its_answers_to_itself():
    def assess(_):
        raise ce.AssessmentError("Could not assess this person: seek medical advice.")

    with pytest.raises(ce.AssessmentError, match="tiny, case C1: Could not assess") as caught:
        evaluate(CASES, assess=assess)
    assert caught.value.__context__ is None


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "scipy.stats", None)
    wilson.cache_clear()
    with pytest.raises(MissingExtraError, match=r'SciPy.*pip install "calf_expert\[evaluate\]"'):
        evaluate(CASES, assess=by_age(GIVEN))


# Intervals. -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(count, of, low, high):
    assert wilson(count, of) == (low, high)


def test_where_nothing_is_counted_there_is_neither_share_nor_interval(report):
    share = report.by_bank[1].measures.emergency_sensitivity
    assert share.model_dump() == {"count": 0, "of": 0, "low": None, "high": None, "share": None}


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_lies_between_none_and_all(drawn):
    count, of = drawn
    low, high = wilson(count, of)
    assert 0 <= low <= round(count / of, 4) <= high <= 1


# Whatever comes out. --------------------------------------------------------------------------------------------------

levels = st.sampled_from([level.value for level in ce.Urgency])


@given(st.lists(st.tuples(levels, st.sets(levels), levels), min_size=1, max_size=8))
def test_a_case_is_too_low_or_too_high_or_neither_and_acceptable_only_if_neither(drawn):
    cases: list[Vignette] = []
    given_by_age = {}
    for number, (expected, acceptable, urgency) in enumerate(drawn):
        cases.append(vignette(number, "", expected, " ".join(sorted(acceptable))))
        given_by_age[number] = assessment(["x"], urgency)
    report = evaluate(cases, assess=by_age(given_by_age))
    for case in report.cases:
        assert not (case.over_triage and not case.safe)
        if case.urgency_acceptable:
            assert case.safe
            assert not case.over_triage
    assert sum(sum(row.values()) for row in report.confusion.values()) == len(cases)
