"""The chart of weights: its figures, its words, the same bytes, and nothing kept."""

from __future__ import annotations

import builtins
import re
import sys
import xml.etree.ElementTree as ET

import pytest

import calf_expert as ce
from calf_expert import plotting

RESULT = ce.assess(
    calf_pain=True, age_years=74, relief_by_bending_forward=True, pain_on_walking=True, calf_swelling=False
)


def test_each_row_adds_up_to_the_weight_of_its_cause():
    chart = plotting.weights(RESULT, most=35)
    assert chart.rows
    for row in chart.rows:
        conclusion = RESULT.conclusion(row.cause_id)
        assert row.start + row.gain + row.loss == row.total == conclusion.weight
        assert row.gain == sum(r.weight for r in conclusion.reasons_for if r.counted)
        assert row.gain >= 0 >= row.loss


def test_the_order_is_that_of_the_result_and_most_is_kept():
    order = [c.cause_id for c in RESULT.conclusions]
    rows = [row.cause_id for row in plotting.weights(RESULT, most=4).rows]
    assert len(rows) == 4
    assert rows == sorted(rows, key=order.index)
    with pytest.raises(ValueError, match="at least one"):
        plotting.weights(RESULT, most=0)


def test_nothing_known_draws_where_the_causes_start():
    chart = plotting.weights(ce.assess())
    assert len(chart.rows) == 10
    assert chart.to_svg()


def test_the_svg_is_the_same_each_time_and_can_be_read_out():
    chart = plotting.weights(RESULT)
    svg = chart.to_svg()
    assert svg == plotting.weights(RESULT).to_svg()
    root = ET.fromstring(svg)  # noqa: S314 - made one line above
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.find(f"{space}title").text == chart.title
    assert root.find(f"{space}desc").text == chart.alternative
    assert [element for element in root.iter() if element.tag.endswith("script")] == []
    # Text is text, and each side has a hatch of its own: nothing rests on colour.
    texts = "".join(root.itertext())
    assert "for" in texts
    assert "against" in texts
    assert len(set(re.findall(r"url\(#(h[0-9a-f]+)\)", svg))) == 2
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]+"', "", svg.replace("http://www.w3.org", ""))


def test_the_words_beside_it_hold_every_figure():
    chart = plotting.weights(RESULT)
    assert "no probabilities" in chart.alternative
    for row in chart.rows:
        assert row.name in chart.alternative
        assert f"sum {row.total:+d}" in chart.alternative


def test_jupyter_gets_a_picture_and_its_words_and_a_repr_is_silent():
    chart = plotting.weights(RESULT)
    assert set(chart._repr_mimebundle_()) == {"text/plain", "image/svg+xml"}
    assert chart.to_png().startswith(b"\x89PNG")
    assert repr(chart) == f"<Chart of {len(chart.rows)} causes>"


def test_pyplot_which_keeps_every_figure_is_not_used():
    plotting.weights(RESULT).figure()
    assert "matplotlib.pyplot" not in sys.modules


def test_without_matplotlib_it_says_what_to_install(monkeypatch):
    load = builtins.__import__

    def refuse(name, *rest, **more):
        if name.partition(".")[0] == "matplotlib":
            raise ImportError(name)
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=re.escape('pip install "calf_expert[plot]"')):
        plotting.weights(RESULT).figure()
