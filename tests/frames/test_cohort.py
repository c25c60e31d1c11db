"""A frame with a row a person in, a frame with a row a person out, in pandas, polars and PyArrow."""

from __future__ import annotations

import gc
import math
import subprocess
import sys
from decimal import Decimal

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import presentations

import calf_expert as ce
from calf_expert import frames
from calf_expert.evaluation import shipped_vignettes
from calf_expert.frames import cohort
from calf_expert.reasoning import Reasoner

RECORDS = [dict(vignette.presentation.answers) for vignette in shipped_vignettes()]
OF_A_CAUSE = [f"{what}_{place}" for place in (1, 2, 3) for what in ("cause", "likelihood", "status", "weight")]
COLUMNS = ["row", "urgency", "alerts", *OF_A_CAUSE, "error", "knowledge"]
CANARY = "CANARY 73.4219"


def in_pandas(records):
    return pd.DataFrame(records)


def in_polars(records):
    # A column that holds both text and booleans is text there.
    return pl.DataFrame(_as_text_where_mixed(records), infer_schema_length=None)


def in_pyarrow(records):
    return pa.Table.from_pylist(_as_text_where_mixed(records))


def _as_text_where_mixed(records):
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: [record.get(name) for record in records] for name in names}
    for name, cells in columns.items():
        if any(isinstance(cell, str) for cell in cells):
            columns[name] = [None if cell is None else str(cell) for cell in cells]
        elif any(isinstance(cell, float) for cell in cells):
            columns[name] = [None if cell is None else float(cell) for cell in cells]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


MAKERS = pytest.mark.parametrize("make", [in_pandas, in_polars, in_pyarrow])


def rows_of(frame):
    """The rows as plain Python, whatever is missing as None."""
    read = nw.from_native(frame, eager_only=True)
    columns = {
        column.name: [
            None if gone else cell for cell, gone in zip(column.to_list(), column.is_null().to_list(), strict=True)
        ]
        for column in read.iter_columns()
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def said_of(assessment, causes=3):
    """What a row has to say of one person, read off the whole result."""
    said = {
        "urgency": assessment.urgency.value,
        "alerts": ", ".join(dict.fromkeys(alert.id for alert in assessment.alerts)),
        "error": None,
        "knowledge": f"{assessment.knowledge.version} ({assessment.knowledge.sha256[:12]})",
    }
    for place, conclusion in enumerate(assessment.conclusions[:causes], 1):
        said |= {
            f"cause_{place}": conclusion.cause_id,
            f"likelihood_{place}": conclusion.likelihood.value,
            f"status_{place}": conclusion.status.value,
            f"weight_{place}": conclusion.weight,
        }
    return said


# The same as one by one. ----------------------------------------------------------------------------------------------


@MAKERS
def test_every_row_says_what_assess_says(make):
    result = frames.assess_frame(make(RECORDS))
    assert list(nw.from_native(result, eager_only=True).columns) == COLUMNS
    expected = [{"row": row} | said_of(ce.assess(record)) for row, record in enumerate(RECORDS)]
    assert rows_of(result) == expected
    assert type(result) is type(make(RECORDS))


@given(st.lists(presentations(), min_size=1, max_size=4))
@settings(max_examples=25)
def test_any_people_are_told_as_one_by_one(records):
    expected = [{"row": row} | said_of(ce.assess(record)) for row, record in enumerate(records)]
    for make in (in_pandas, in_polars):
        # A frame without a column has no row either.
        told = make([{"calf_pain": None, **record} for record in records])
        assert rows_of(frames.assess_frame(told)) == expected


@MAKERS
def test_what_is_missing_was_not_asked_and_unknown_stays(make):
    table = make([{"calf_pain": True, "saddle_numbness": None}, {"calf_pain": True, "saddle_numbness": "unknown"}])
    asked = []
    weigh = Reasoner.weigh

    def listening(self, known):
        asked.append(dict(known))
        return weigh(self, known)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reasoner, "weigh", listening)
        result = frames.assess_frame(table)
    assert asked == [{"calf_pain": True}] * 2
    assert [row["error"] for row in rows_of(result)] == [None, None]


def test_people_come_in_parts_and_stay_in_order(monkeypatch):
    monkeypatch.setattr(cohort, "AT_A_TIME", 7)
    result = frames.assess_frame(in_pandas(RECORDS[:22]))
    assert result["row"].tolist() == list(range(22))
    assert result["urgency"].tolist() == [ce.assess(record).urgency.value for record in RECORDS[:22]]


# Types of columns. ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([True, None, False], dtype="object"),
        pd.Series([True, np.nan, False], dtype="object"),
        pd.Series([True, pd.NA, False], dtype="object"),
        pd.Series([np.bool_(True), pd.NaT, np.bool_(False)], dtype="object"),
        pd.Series([True, None, False], dtype="boolean"),
        pd.Series([True, None, False], dtype="bool[pyarrow]"),
        pd.Series(["True", None, "false"]),
        pd.Series(["TRUE", None, "False"], dtype="string"),
        pd.Series(["true", None, "false"], dtype="category"),
        pd.Series([True, None, False], dtype="category"),
        pl.Series([True, None, False]),
        pl.Series(["True", None, "false"]),
        pl.Series(["True", None, "false"], dtype=pl.Categorical),
        pl.Series([True, None, False], dtype=pl.Object),
    ],
)
def test_yes_and_no_in_any_type_of_column(column):
    told = pd.DataFrame if isinstance(column, pd.Series) else pl.DataFrame
    result = rows_of(frames.assess_frame(told({"calf_pain": [True] * 3, "saddle_numbness": column}), causes=1))
    assert [row["error"] for row in result] == [None] * 3
    assert [row["urgency"] for row in result] == ["emergency", "routine", "routine"]
    assert [row["weight_1"] for row in result] == [
        ce.assess(calf_pain=True, saddle_numbness=answer).conclusions[0].weight for answer in (True, None, False)
    ]


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([74, None, 30]),
        pd.Series([74.0, np.nan, 30.0], dtype="float32"),
        pd.Series([74, None, 30], dtype="Int64"),
        pd.Series([74, None, 30], dtype="UInt8"),
        pd.Series([74, None, 30], dtype="Float64"),
        pd.Series([74, None, 30], dtype="int64[pyarrow]"),
        pd.Series([74, None, 30], dtype="object"),
        pd.Series([np.int16(74), np.float32("nan"), np.float64(30)], dtype="object"),
        pd.Series([Decimal(74), Decimal("NaN"), Decimal("30.0")], dtype="object"),
        pd.Series(["74", None, "30.0"]),
        pd.Series([74, None, 30], dtype="category"),
        pl.Series([74, None, 30], dtype=pl.Int8),
        pl.Series([74.0, math.nan, 30.0]),
        pl.Series([Decimal(74), None, Decimal(30)]),
        pl.Series(["74", None, "3e1"]),
    ],
)
def test_numbers_in_any_type_of_column(column):
    told = pd.DataFrame if isinstance(column, pd.Series) else pl.DataFrame
    result = rows_of(frames.assess_frame(told({"calf_pain": [True] * 3, "age_years": column})))
    expected = [said_of(ce.assess(calf_pain=True, age_years=age)) for age in (74, None, 30)]
    assert [{name: row[name] for name in COLUMNS if name != "row"} for row in result] == expected


@pytest.mark.parametrize("empty", [[None, None], [math.nan, math.nan]])
def test_a_column_without_any_answer_was_not_asked(empty):
    for told in (pd.DataFrame, pl.DataFrame):
        result = rows_of(frames.assess_frame(told({"calf_pain": [True, True], "saddle_numbness": empty})))
        assert [row["error"] for row in result] == [None, None]


@pytest.mark.parametrize("cell", ["yes", "no", "1", "", " ", "NA", 1, 0, 1.0, "Unknown", pd.Timestamp(0), [True]])
def test_what_only_looks_like_a_yes_is_not_guessed(cell):
    told = pd.DataFrame({"saddle_numbness": pd.Series([cell], dtype="object")})
    (row,) = rows_of(frames.assess_frame(told))
    assert row["error"] == '`saddle_numbness` must be True, False, "unknown" or None.'


@pytest.mark.parametrize("cell", [True, "seventy", "74 ", "74,5", "", math.inf, pd.Timedelta(74, "D"), 1 + 2j])
def test_what_only_looks_like_a_number_is_not_guessed(cell):
    (row,) = rows_of(frames.assess_frame(pd.DataFrame({"age_years": pd.Series([cell], dtype="object")})))
    assert row["error"].startswith("`age_years` must be a finite number")


def test_no_answer_looks_like_a_gap_to_readers_of_files():
    """What pandas takes for missing in a file must not be an answer of ours: it would silently become "not asked"."""
    text = ",".join(f"c{place}" for place, _ in enumerate(ce.findings()))
    for finding in ce.findings():
        for value in (*finding.values, "unknown", "True", "False"):
            assert pd.read_csv(pd.io.common.StringIO(f"{text}\n{value}"))["c0"].notna().all()


def test_a_file_with_every_kind_of_answer_can_be_read(tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(
        "id,calf_pain,age_years,saddle_numbness,pain_side\na,True,74,unknown,left\nb,True,,True,\nc,,30,,both\n",
        encoding="utf-8",
    )
    expected = [
        said_of(ce.assess(record))
        for record in (
            {"calf_pain": True, "age_years": 74, "saddle_numbness": "unknown", "pain_side": "left"},
            {"calf_pain": True, "saddle_numbness": True},
            {"age_years": 30, "pain_side": "both"},
        )
    ]
    for read in (pd.read_csv, pl.read_csv):
        result = rows_of(frames.assess_frame(read(file), keep=["id"]))
        assert [row["id"] for row in result] == ["a", "b", "c"]
        assert [{name: row[name] for name in COLUMNS if name != "row"} for row in result] == expected


# Bad rows. ------------------------------------------------------------------------------------------------------------

BAD = [
    {"calf_pain": True, "age_years": 74.0},
    {"calf_pain": True, "age_years": 734.219},
    {"calf_pain": True, "pain_side": "left", "bilateral_leg_pain": True},
    {"calf_pain": True, "saddle_numbness": True},
    {"calf_pain": True, "pain_side": CANARY},
]


@MAKERS
def test_a_bad_row_is_reported_and_the_others_are_done(make):
    result = rows_of(frames.assess_frame(make(BAD)))
    assert [row["urgency"] for row in result] == ["routine", None, None, "emergency", None]
    for row, record in zip(result, BAD, strict=True):
        if row["error"] is None:
            assert {name: row[name] for name in COLUMNS if name != "row"} == said_of(ce.assess(record))
            continue
        with pytest.raises(ce.PresentationError) as refused:
            ce.assess(record)
        assert row["error"] == " ".join(problem.message for problem in refused.value.problems)
        gone = {name for name, cell in row.items() if cell is None}
        assert gone == {"urgency", "alerts", *OF_A_CAUSE}
    assert "CANARY" not in str(result)
    assert "734" not in str(result)


def test_a_failure_inside_is_told_and_is_no_low_urgency(monkeypatch):
    weigh = Reasoner.weigh

    def failing(self, known):
        if known.get("age_years") == 73:
            raise ZeroDivisionError(CANARY)
        return weigh(self, known)

    monkeypatch.setattr(Reasoner, "weigh", failing)
    result = rows_of(frames.assess_frame(pd.DataFrame({"age_years": [74, 73, 72]}), causes=1))
    assert [row["urgency"] for row in result] == ["routine", None, "routine"]
    assert result[1]["error"].startswith(
        "Could not assess this person: seek medical advice. (internal error: ZeroDivisionError in "
    )
    assert "CANARY" not in str(result)


def test_knowledge_that_is_wrong_stops_it_all(monkeypatch):
    def broken():
        raise ce.KnowledgeError(("knowledge/x.py:1: wrong",))

    monkeypatch.setattr(cohort, "reasoner", broken)
    with pytest.raises(ce.KnowledgeError):
        frames.assess_frame(pd.DataFrame({"calf_pain": [True]}))


# Types of the result. -------------------------------------------------------------------------------------------------


def types_in(frame):
    return {name: str(kind) for name, kind in nw.from_native(frame, eager_only=True).schema.items()}


@MAKERS
def test_the_types_do_not_depend_on_the_people(make):
    good, bad = make(BAD[:1]), make(BAD[1:2])
    assert types_in(frames.assess_frame(good)) == types_in(frames.assess_frame(bad))
    nobody = frames.assess_frame(nw.from_native(good, eager_only=True).head(0).to_native())
    assert types_in(nobody) == types_in(frames.assess_frame(good))
    assert rows_of(nobody) == []
    assert types_in(nobody)["weight_1"] == types_in(nobody)["row"] == "Int64"


def test_levels_are_ordered_by_seriousness():
    told = [{"calf_pain": True, "saddle_numbness": True}, {"calf_pain": True}, {"age_years": 740}]
    pandas = frames.assess_frame(in_pandas(told))
    assert (pandas["urgency"] >= "same_day").tolist() == [True, False, False]
    assert pandas["urgency"].max() == "emergency"
    assert list(pandas["urgency"].cat.categories) == [level.value for level in ce.Urgency]
    assert list(pandas["likelihood_1"].cat.categories) == [band.value for band in reversed(ce.Likelihood)]
    polars = frames.assess_frame(in_polars(told))
    assert polars.filter(pl.col("urgency") >= "same_day")["row"].to_list() == [0]
    assert polars["urgency"].max() == "emergency"


@pytest.mark.parametrize(("asked", "given"), [(0, 0), (1, 1), (1000, len(ce.causes()))])
def test_as_many_causes_as_asked_for(asked, given):
    result = frames.assess_frame(pd.DataFrame({"calf_pain": [True]}), causes=asked)
    assert sum(name.startswith("cause_") for name in result.columns) == given
    (row,) = rows_of(result)
    assert row == {"row": 0} | said_of(ce.assess(calf_pain=True), causes=given)


def test_fewer_than_no_cause_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        frames.assess_frame(pd.DataFrame({"calf_pain": [True]}), causes=-1)


# Columns, index, order. -----------------------------------------------------------------------------------------------


@MAKERS
def test_kept_columns_come_first_and_unchanged(make):
    told = make([{"calf_pain": True, "clinic": "north", "age_years": 74}, {"calf_pain": True, "clinic": None}])
    result = frames.assess_frame(told, keep=["clinic", "age_years", "clinic"], causes=1)
    read = nw.from_native(result, eager_only=True)
    assert read.columns[:3] == ["clinic", "age_years", "row"]
    before = nw.from_native(told, eager_only=True).select("clinic", "age_years")
    assert rows_of(read.select("clinic", "age_years").to_native()) == rows_of(before.to_native())
    assert types_in(read.select("clinic", "age_years").to_native()) == types_in(before.to_native())
    assert rows_of(result)[0]["weight_1"] == ce.assess(calf_pain=True, age_years=74).conclusions[0].weight


def test_one_kept_column_may_be_given_as_text():
    result = frames.assess_frame(pd.DataFrame({"id": [7], "calf_pain": [True]}), keep="id")
    assert result["id"].tolist() == [7]


@pytest.mark.parametrize(
    "index",
    [
        pd.Index([7, 7, 3], name="patient"),
        pd.Index(["c", "b", "a"]),
        pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["clinic", "n"]),
        pd.date_range("2024-01-01", periods=3),
    ],
)
@pytest.mark.parametrize("keep", [[], ["id"]])
def test_the_index_and_the_order_stay(index, keep):
    told = pd.DataFrame({"id": [1, 2, 3], "calf_pain": [True, True, None], "saddle_numbness": [None, True, None]})
    told.index = index
    before = told.copy()
    result = frames.assess_frame(told if keep else told.drop(columns="id"), keep=keep)
    pd.testing.assert_index_equal(result.index, index)
    assert result["urgency"].tolist() == ["routine", "emergency", "routine"]
    assert result["row"].tolist() == [0, 1, 2]
    pd.testing.assert_frame_equal(told, before)


def test_people_of_whom_nothing_is_told():
    result = frames.assess_frame(pd.DataFrame(index=[4, 9]))
    assert rows_of(result) == [{"row": row} | said_of(ce.assess({})) for row in (0, 1)]
    assert result.index.tolist() == [4, 9]
    assert frames.assess_frame(pl.DataFrame()).height == 0


@MAKERS
def test_a_column_that_is_no_finding_is_refused_with_the_nearest_name(make):
    with pytest.raises(ce.PresentationError) as refused:
        frames.assess_frame(make([{"age_yers": 74, "calf_pain": True, "clinic": CANARY}]))
    problems = refused.value.problems
    assert [(problem.finding, problem.did_you_mean) for problem in problems] == [
        ("age_yers", "age_years"),
        ("clinic", None),
        (None, None),
    ]
    assert "keep=[...]" in problems[-1].message
    assert "CANARY" not in str(refused.value)


@pytest.mark.parametrize("name", [7, ("a", "b"), None])
def test_a_column_whose_name_is_no_text_is_refused(name):
    with pytest.raises(ce.PresentationError, match="name of a finding is text"):
        frames.assess_frame(pd.DataFrame([[1]], columns=pd.Index([name], dtype="object")))


def test_a_column_that_stands_there_twice_is_refused():
    twice = pd.DataFrame([[True, False]], columns=["saddle_numbness", "saddle_numbness"])
    with pytest.raises(ce.PresentationError, match="more than one column") as refused:
        frames.assess_frame(twice)
    assert refused.value.__context__ is None
    with pytest.raises(ce.PresentationError, match="more than one column"):
        frames.assess_frame(pa.table([[True], [False]], names=["saddle_numbness", "saddle_numbness"]))


def test_a_kept_column_that_is_not_there_is_refused_with_the_nearest_name():
    with pytest.raises(ce.UnknownIdError, match=r"no column `patiend` in the frame. Did you mean `patient`"):
        frames.assess_frame(pd.DataFrame({"patient": [1], "calf_pain": [True]}), keep=["patiend"])


@pytest.mark.parametrize("name", ["urgency", "row", "cause_1", "error"])
def test_a_kept_column_with_the_name_of_a_result_is_refused(name):
    with pytest.raises(ValueError, match=f"`{name}`.*rename"):
        frames.assess_frame(pd.DataFrame({name: [1]}), keep=[name])


@pytest.mark.parametrize("thing", [pl.LazyFrame({"calf_pain": [True]}), pd.Series([CANARY]), {"calf_pain": [CANARY]}])
def test_what_is_no_frame_is_refused(thing):
    with pytest.raises(TypeError, match="collect a lazy one first") as refused:
        frames.assess_frame(thing)
    assert "CANARY" not in str(refused.value)
    assert refused.value.__context__ is None


# Privacy, and what is loaded. -----------------------------------------------------------------------------------------


class Answer(str):  # noqa: SLOT000 - without slots the garbage collector knows of it
    """An answer that can be found among all objects."""


def answers_alive():
    gc.collect()
    return sum(isinstance(thing, Answer) for thing in gc.get_objects())


def test_no_answer_outlives_the_call():
    told = pd.DataFrame({"pain_side": pd.Series([Answer("left"), Answer(CANARY)], dtype="object")})
    assert answers_alive() == 2
    result = frames.assess_frame(told)
    assert result["error"].isna().tolist() == [True, False]
    assert answers_alive() == 2
    del told
    assert answers_alive() == 0


def test_the_core_loads_no_frames():
    program = "import sys, calf_expert; calf_expert.assess(calf_pain=True); print('narwhals' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_a_cohort_in_polars_needs_no_pandas():
    program = (
        "import sys; sys.modules['pandas'] = None; sys.modules['numpy'] = None; sys.modules['pyarrow'] = None\n"
        "import polars; from calf_expert import frames\n"
        "print(frames.assess_frame(polars.DataFrame({'calf_pain': [True]}))['urgency'].to_list())"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "['routine']\n"


def test_without_the_extra_it_says_what_to_install():
    program = (
        "import sys, pickle; sys.modules['narwhals'] = None\n"
        "import calf_expert\n"
        "try:\n    from calf_expert import frames\n"
        "except ImportError as error:\n    print(type(error).__name__, error, pickle.loads(pickle.dumps(error)).extra)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == (
        "MissingExtraError calf_expert.frames needs narwhals, which is not installed: "
        'pip install "calf_expert[frames]" frames\n'
    )
