"""The weight for and against each cause as a picture, by Matplotlib: ``pip install "calf_expert[plot]"``.

A picture without a script, the same bytes each time, readable without colour (each kind of weight has its own hatch,
and its own side of zero) and with its content in words beside it.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from .explanation.wording import Voice, Wording
from .result import Conclusion, Result

_INSTALL = 'a chart needs Matplotlib: pip install "calf_expert[plot]"'
# Okabe and Ito 2008, "Color universal design": told apart by the colour-blind, and by hatch without any colour.
_FOR, _AGAINST = "#0072b2", "#d55e00"
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_STYLE: Any = {  # Any: newer stubs of Matplotlib list every key, older ones have none
    "svg.hashsalt": "calf_expert",
    "svg.fonttype": "none",  # text stays text: it can be read out, searched and enlarged
    "font.size": 10.0,
    "hatch.linewidth": 0.6,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One bar. All figures in millibans; ``start`` is commonness, and the three add up to ``total``."""

    cause_id: str
    name: str
    start: int
    gain: int
    loss: int
    total: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. Jupyter draws it; ``figure()`` gives Matplotlib's own object, to be changed at will."""

    title: str
    alternative: str
    rows: tuple[Row, ...]
    voice: Voice

    def figure(self) -> Any:
        """A new ``matplotlib.figure.Figure``.

        Raises:
            ImportError: if Matplotlib is not installed.
        """
        return _draw(self)

    def to_svg(self) -> str:
        """The chart as SVG, with a title and a description for a screen reader."""
        svg = _saved(self, "svg", {"Date": None, "Creator": None}).decode("utf-8")
        svg = _METADATA.sub("", svg)  # which says that it is a picture, and names a page of the web for that
        start = svg.index("<svg")
        head_ends = svg.index(">", start)
        words = f"<title>{escape(self.title)}</title>\n<desc>{escape(self.alternative)}</desc>"
        return f'{svg[start:head_ends]} role="img">\n{words}{svg[head_ends + 1 :]}'

    def to_png(self) -> bytes:
        """The chart as PNG."""
        return _saved(self, "png", {"Software": None})

    def __repr__(self) -> str:
        return f"<Chart of {len(self.rows)} causes>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        return {"text/plain": self.alternative, "image/svg+xml": self.to_svg()}


def weights(assessment: Result, *, most: int = 10, wording: Wording | None = None) -> Chart:
    """The weight for and against each cause, best first: of those that are suspected or have evidence on record.

    Raises:
        ImportError: when it is drawn, if Matplotlib is not installed.
        ValueError: if ``most`` is below 1.
    """
    if most < 1:
        raise ValueError("a chart shows at least one cause")
    voice = Voice(wording)
    weighed = [c for c in assessment.conclusions if c.reasons_for or c.reasons_against or c.status.value == "suspected"]
    rows = tuple(_row(conclusion, voice) for conclusion in (weighed or assessment.conclusions)[:most])
    lines = [
        voice.say(
            "chart.row",
            name=r.name,
            start=f"{r.start:+d}",
            gain=f"{r.gain:+d}",
            loss=f"{r.loss:+d}",
            total=f"{r.total:+d}",
        )
        for r in rows
    ]
    title = voice.say("chart.title").text
    return Chart(
        title, "\n".join([f"{title}.", voice.say("chart.note").text, *(line.text for line in lines)]), rows, voice
    )


def _row(conclusion: Conclusion, voice: Voice) -> Row:
    gain = sum(reason.weight for reason in conclusion.reasons_for if reason.counted)
    loss = sum(reason.weight for reason in conclusion.reasons_against if reason.counted)
    name = voice.quote(conclusion.cause_id, "name", conclusion.name).text
    return Row(conclusion.cause_id, name, conclusion.weight - gain - loss, gain, loss, conclusion.weight)


def _saved(chart: Chart, form: str, metadata: dict[str, None]) -> bytes:
    figure, saved = chart.figure(), io.BytesIO()
    from matplotlib import rc_context  # noqa: PLC0415 - an extra

    with rc_context(_STYLE):
        figure.savefig(saved, format=form, metadata=metadata, dpi=150)
    return saved.getvalue()


def _draw(chart: Chart) -> Any:
    try:
        # Not pyplot: it holds on to every figure, which is a person's.
        from matplotlib import rc_context  # noqa: PLC0415 - an extra
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra
        from matplotlib.patches import Patch  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImportError(_INSTALL) from error
    say = chart.voice.say
    with rc_context(_STYLE):
        figure = Figure(figsize=(9.0, 1.8 + 0.36 * len(chart.rows)), facecolor="white", layout="constrained")
        axes = figure.subplots()
        for place, row in enumerate(chart.rows):
            for width, colour, hatch in ((row.gain, _FOR, "////"), (row.loss, _AGAINST, "xxxx")):
                if width:
                    axes.barh(place, width, 0.62, color=colour, edgecolor="black", linewidth=0.6, hatch=hatch)
            told = say("chart.sum", start=f"{row.start:+d}", total=f"{row.total:+d}").text
            axes.annotate(told, (1.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=9)
        widest = max([500, *(max(row.gain, -row.loss) for row in chart.rows)])
        axes.set_xlim(-1.05 * widest, 1.05 * widest)
        axes.set_yticks(range(len(chart.rows)), [_short(row.name) for row in chart.rows])
        axes.invert_yaxis()
        axes.axvline(0, color="black", linewidth=1.0)
        axes.xaxis.grid(visible=True, color="#dddddd", linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.set_xlabel(say("chart.axis").text)
        figure.suptitle(chart.title, fontsize=12)
        kinds = ((_AGAINST, "xxxx", "chart.against"), (_FOR, "////", "chart.for"))
        handles = [
            Patch(facecolor=colour, hatch=hatch, edgecolor="black", linewidth=0.6, label=say(label).text)
            for colour, hatch, label in kinds
        ]
        figure.legend(handles=handles, loc="outside lower center", ncols=2, frameon=False, title=say("chart.note").text)
    return figure


def _short(name: str) -> str:
    """A name that leaves room for the bars."""
    short = name.partition(" (")[0]
    return short if len(short) <= 42 else f"{short[:40].rstrip()}…"
