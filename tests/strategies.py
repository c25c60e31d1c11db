"""What hypothesis draws: whole presentations, over all findings, that a person could have."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from calf_expert.findings import FINDINGS, Finding, Kind

Record = dict[str, object]

# Findings that exclude one another in some way. Drawn together often, or the rules about them would rarely be met.
ENTANGLED = (
    ("sex", "pregnant", "gestation_weeks"),
    ("pain_side", "bilateral_leg_pain"),
    ("systolic_bp", "diastolic_bp"),
    *((finding.id, finding.depends_on) for finding in FINDINGS.values() if finding.depends_on),
)


def known_answers(finding: Finding) -> st.SearchStrategy[object]:
    """Answers that say something."""
    if finding.kind is Kind.BOOLEAN:
        return st.booleans()
    if finding.kind is Kind.ENUM:
        return st.sampled_from(finding.values)
    assert finding.range is not None
    low, high = finding.range
    return st.sampled_from([low, high]) | st.floats(low, high) | st.integers(int(low) + 1, int(high))


def answers(finding: Finding) -> st.SearchStrategy[object]:
    """Every answer that may be given, "unknown" and None included."""
    return known_answers(finding) | st.sampled_from(["unknown", None])


_ANSWERS = {finding.id: answers(finding) for finding in FINDINGS.values()}


@st.composite
def presentations(
    draw: st.DrawFn, findings: Iterable[str] = tuple(FINDINGS), *, min_size: int = 0, max_size: int = 40
) -> Record:
    """A record that is accepted: some of ``findings``, in any order, each with an answer that may be given."""
    names = tuple(findings)
    entangled = [group for group in ENTANGLED if set(group) <= set(names)]
    chosen = draw(st.lists(st.sampled_from(names), unique=True, min_size=min_size, max_size=max_size))
    if entangled:
        chosen = list(dict.fromkeys(chosen + list(draw(st.sampled_from([(), *entangled])))))
    record = {name: draw(_ANSWERS[name]) for name in chosen}
    return _possible(record)


def _possible(record: Record) -> Record:
    """Take one answer out of each pair that cannot both be. Written apart from the library, to be held against it."""

    def there(name: str) -> bool:
        return record.get(name) not in (None, "unknown") and record[name] is not False

    for finding in FINDINGS.values():
        if finding.depends_on and record.get(finding.depends_on) is False and there(finding.id):
            record[finding.id] = "unknown"
    if record.get("sex") == "male":
        if record.get("pregnant") is True:
            record["pregnant"] = None
        if there("gestation_weeks"):
            del record["gestation_weeks"]
    if record.get("bilateral_leg_pain") is True and record.get("pain_side") in ("left", "right"):
        record["pain_side"] = "both"
    systolic, diastolic = record.get("systolic_bp"), record.get("diastolic_bp")
    if isinstance(systolic, (int, float)) and isinstance(diastolic, (int, float)) and systolic < diastolic:
        del record["diastolic_bp"]
    return record
