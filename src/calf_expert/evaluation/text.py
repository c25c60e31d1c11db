"""A report in words: for a terminal, and as the table that docs/evaluation.md shows."""

from __future__ import annotations

from collections.abc import Mapping

from ..explanation.layout import WIDTH, words, wrap
from .report import CaseResult, ExpectedCause, Measures, Report, Share

MEASURES: Mapping[str, tuple[str, str]] = {
    "top_1": ("top-1", "an expected cause stands first"),
    "top_3": ("top-3", "... among the first three"),
    "top_5": ("top-5", "... among the first five"),
    "urgency_exact": ("urgency exact", "the expected urgency"),
    "urgency_acceptable": ("urgency acceptable", "... or an acceptable one"),
    "safe": ("safe", "no under-triage: not below these"),
    "over_triage": ("over-triage", "above these"),
    "emergency_sensitivity": ("emergency sensitivity", "expected emergencies called one"),
    "raised_to_emergency": ("raised to emergency", "of the cases that can wait"),
    "raised_to_same_day": ("raised to same day", "of the cases that can wait"),
}
"""Each measure: its name in words, and in short what it counts."""

_NOT_ASKED_SHOWN = 6
_AGAINST_SHOWN = 4
_TOP_SHOWN = 3


def report_in_text(report: Report) -> str:
    """The whole report for a terminal."""
    lines = [*_head(report), ""]
    sets = [(group.name, group.measures) for group in report.by_bank]
    if len(sets) > 1:
        sets.append(("all together", report.overall))
    for name, measures in sets:
        lines += [f"{name.upper()} ({_cases(measures.cases)})", *_table(measures), ""]
    lines += ["URGENCY: EXPECTED (DOWN) AND GIVEN (ACROSS)", *_confusion(report), ""]
    lines += [*_by_cause(report), *_misses(report), *wrap(report.notice)]
    return "\n".join(lines) + "\n"


def report_in_markdown(report: Report) -> str:
    """The measures of each bank as a table, and the urgency expected and given."""
    banks = [group.name for group in report.by_bank]
    lines = [
        f"| measure | {' | '.join(f'{g.name} ({_cases(g.measures.cases)})' for g in report.by_bank)} |",
        f"| --- |{' --- |' * len(banks)}",
    ]
    for key, (name, _) in MEASURES.items():
        cells = [_in_words(getattr(group.measures, key)) or "none to count" for group in report.by_bank]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    given = [words(level) for level in report.confusion]
    lines += ["", f"| urgency expected, and given: | {' | '.join(given)} |", f"| --- |{' --- |' * len(given)}"]
    for expected, row in report.confusion.items():
        if any(row.values()):
            lines.append(f"| {words(expected)} | {' | '.join(str(count) for count in row.values())} |")
    return "\n".join(lines) + "\n"


def _head(report: Report) -> list[str]:
    number = sum(bool(case.left_out) for case in report.cases)
    confirming = (
        "Findings that settle the diagnosis were kept."
        if report.kept_confirming
        else f"Findings that settle the diagnosis were dropped (in {_cases(number)})."
    )
    head = wrap(f"{_cases(len(report.cases))}. {confirming} In brackets: the {report.interval}.")
    if report.unknown_causes:
        unknown = f"The knowledge does not hold {len(report.unknown_causes)} of the causes that cases expect: "
        head += wrap(f"{unknown}{', '.join(report.unknown_causes)}.")
    return head


def _cases(number: int) -> str:
    return "1 case" if number == 1 else f"{number} cases"


def _in_words(share: Share) -> str:
    if share.low is None or share.high is None:
        return ""
    return f"{share.count}/{share.of}, {share.count / share.of:.0%} ({share.low:.0%} to {share.high:.0%})"


def _in_short(share: Share) -> str:
    if share.low is None or share.high is None:
        return ""
    return f"{share.count}/{share.of} {share.count / share.of:.0%} ({100 * share.low:.0f}-{share.high:.0%})"


def _table(measures: Measures) -> list[str]:
    rows = [(name, _in_words(getattr(measures, key)), what) for key, (name, what) in MEASURES.items()]
    return [f"  {name:<23}{figures:<29}{what}" for name, figures, what in rows if figures]


def _confusion(report: Report) -> list[str]:
    names = [words(level) for level in report.confusion]
    lines = [f"  {'':<13}{''.join(f'{name:>13}' for name in names)}"]
    for name, row in zip(names, report.confusion.values(), strict=True):
        lines.append(f"  {name:<13}{''.join(f'{count or chr(46):>13}' for count in row.values())}")
    return lines


def _by_cause(report: Report) -> list[str]:
    if not report.by_cause:
        return []
    lines = ["BY EXPECTED CAUSE (a case that expects several stands under each)"]
    for group in report.by_cause:
        shares = [(name, _in_short(getattr(group.measures, key))) for key, (name, _) in MEASURES.items()]
        cells = [f"{name} {figures}" for name, figures in shares if figures]
        wide = WIDTH // 2 - 2
        rows = [
            "".join(f"{cell:<{wide}}" for cell in cells[start : start + 2]).rstrip()
            for start in range(0, len(cells), 2)
        ]
        lines += [f"  {group.name} ({_cases(group.measures.cases)})", *(f"    {row}" for row in rows)]
    return [*lines, ""]


def _misses(report: Report) -> list[str]:
    lines = [f"MISSED ({_cases(len(report.missed))} of {len(report.cases)})"]
    for case in report.missed:
        lines += _miss(case)
    return [*lines, ""]


def _miss(case: CaseResult) -> list[str]:
    lines = wrap(f"{case.bank}, {case.id}: {case.name or 'no name'}", "  ", "    ")
    if "urgency" in case.misses:
        wanted = " or ".join(level.value for level in (case.expected_urgency, *case.acceptable_urgencies))
        how = "too high" if case.over_triage else "in between" if case.safe else "TOO LOW"
        by = ", ".join(one.id if one.id == one.kind else f"{one.kind} {one.id}" for one in case.set_by)
        why = f" ({case.urgency_why})" if case.urgency_why else ""
        lines += wrap(f"urgency {case.urgency.value}, set by {by}; {how}, expected {wanted}{why}", "    ", "      ")
    if case.alerts:
        fired = ", ".join(f"{alert.id} ({alert.urgency.value})" for alert in case.alerts)
        lines += wrap(f"alerts: {fired}", "    ", "      ")
    if "cause" in case.misses:
        first = ", ".join(f"{top.cause_id} {top.weight:+d} ({top.status.value})" for top in case.top[:_TOP_SHOWN])
        lines += wrap(f"first: {first}", "    ", "      ")
        for expected in case.expected:
            lines += wrap(_fared(expected), "    ", "      ")
    return lines


def _fared(expected: ExpectedCause) -> str:
    ranked = expected.ranked
    if ranked is None:
        return f"expected {expected.cause_id}: the knowledge does not hold it"
    said = [f"expected {expected.cause_id}: rank {ranked.rank}, {ranked.weight:+d} ({ranked.status.value})"]
    counted = [reason for reason in expected.against if reason.counted][:_AGAINST_SHOWN]
    if counted:
        said.append("against it " + ", ".join(f"{reason.rule_id} {reason.weight:+d}" for reason in counted))
    if expected.not_asked:
        said.append("not known " + ", ".join(expected.not_asked[:_NOT_ASKED_SHOWN]))
    return "; ".join(said)
