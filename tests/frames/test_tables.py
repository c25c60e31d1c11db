"""The knowledge as tables: nothing left out, nothing added, the same in each library."""

from __future__ import annotations

import importlib.util

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

import calf_expert as ce
from calf_expert import frames
from calf_expert.authoring.conditions import findings_in
from calf_expert.frames import _building

BACKENDS = ("pandas", "polars", "pyarrow")
TABLES = {
    frames.rules_frame: ce.rules,
    frames.causes_frame: ce.causes,
    frames.findings_frame: ce.findings,
    frames.sources_frame: ce.sources,
    frames.scores_frame: ce.scores,
    frames.options_frame: ce.options,
}


def columns_of(frame):
    """The columns as plain Python, whatever is missing as None."""
    return {
        column.name: [
            None if gone else cell for cell, gone in zip(column.to_list(), column.is_null().to_list(), strict=True)
        ]
        for column in nw.from_native(frame, eager_only=True).iter_columns()
    }


def by_id(frame):
    columns = columns_of(frame)
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return {row["id"]: row for row in rows}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@pytest.mark.parametrize("backend", BACKENDS)
def test_a_row_each_in_their_order_and_the_same_in_each_library(table, backend):
    frame = table(backend)
    assert nw.from_native(frame, eager_only=True).implementation.name.lower() == backend
    assert columns_of(frame) == columns_of(table("polars"))
    assert columns_of(frame)["id"] == [thing.id for thing in TABLES[table]()]


def test_a_rule_is_told_in_full():
    rules = by_id(frames.rules_frame())
    for rule in ce.rules():
        row = rules[rule.id]
        assert row["verb"] == rule.verb
        assert row["when"] == rule.in_words()
        assert row["because"] == rule.because
        assert row["sources"] == ", ".join(rule.source)
        assert row["written_at"] == str(rule.location)
        assert row["verified"] is rule.verified
        for name in ("cause", "concept", "flag", "group", "action", "weight", "lr"):
            assert row[name] == getattr(rule, name, None)
        assert row["asks_about"] == getattr(rule, "about", None)
        assert row["option"] == getattr(rule, "option", getattr(rule, "what", None))
        assert [row["ci_low"], row["ci_high"]] == list(getattr(rule, "ci", None) or [None, None])
        assert row["urgency"] == getattr(rule, "urgency", None)
        suspects = getattr(rule, "suspects", None)
        assert row["suspects"] == (None if suspects is None else ", ".join(suspects))
    assert {row["strength"] for row in rules.values()} == {None, "weak", "moderate", "strong"}


def test_counts_are_counted():
    rules = ce.rules()
    for row in by_id(frames.causes_frame()).values():
        assert row["rules_for"] == sum(rule.verb == "supports" and rule.cause == row["id"] for rule in rules)
        assert row["rules_against"] == sum(rule.verb == "weakens" and rule.cause == row["id"] for rule in rules)
        assert row["alerts"] == sum(rule.verb == "alerts" and row["id"] in rule.suspects for rule in rules)
    for row in by_id(frames.sources_frame()).values():
        assert row["rules"] == sum(row["id"] in rule.source for rule in rules)
    looked_at = [{name for c in rule.conditions for name in findings_in(c)} for rule in rules]
    for row in by_id(frames.findings_frame()).values():
        assert row["rules"] == sum(row["id"] in names for names in looked_at)


def test_findings_and_causes_are_told():
    row = by_id(frames.findings_frame())["age_years"]
    assert (row["low"], row["high"], row["unit"], row["kind"], row["asked_of"]) == (
        0,
        120,
        "years",
        "number",
        "patient",
    )
    assert by_id(frames.findings_frame())["pain_side"]["values"] == "left, right, both"
    row = by_id(frames.causes_frame())["deep_vein_thrombosis"]
    assert (row["urgency"], row["dangerous"], row["reviewed"]) == ("same_day", True, None)


def test_urgencies_are_ordered():
    causes = frames.causes_frame("pandas")
    dangerous = {cause.id for cause in ce.causes() if cause.dangerous}
    assert set(causes.loc[causes["urgency"] >= "same_day", "id"]) == dangerous
    causes = frames.causes_frame("polars")
    assert set(causes.filter(pl.col("urgency") >= "same_day")["id"]) == dangerous


def test_what_a_rule_does_not_have_is_missing():
    rules = frames.rules_frame("pandas")
    assert rules.loc[rules["verb"] == "alerts", "weight"].isna().all()
    assert rules["weight"].dtype == "Int64"
    assert not rules.isin(["None", "nan", "NaN"]).any().any()


def test_the_library_is_the_first_that_is_installed(monkeypatch):
    assert isinstance(frames.causes_frame(), pd.DataFrame)
    there = importlib.util.find_spec

    def without(*gone):
        monkeypatch.setattr(_building, "find_spec", lambda name: None if name in gone else there(name))

    without("pandas")
    assert isinstance(frames.causes_frame(), pl.DataFrame)
    with pytest.raises(ce.MissingExtraError, match="pandas, which is not installed"):
        frames.causes_frame("pandas")
    without("pandas", "polars", "pyarrow")
    with pytest.raises(ce.MissingExtraError, match="pandas, polars or pyarrow"):
        frames.causes_frame()


def test_a_library_that_there_is_not_is_refused():
    with pytest.raises(ce.UnknownIdError, match=r"no backend `polar`\. Did you mean `polars`"):
        frames.rules_frame("polar")
