"""What is declared and never used: concepts, options, sources, findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..authoring.conditions import findings_in
from ..authoring.statements import Concludes, Offers
from ..authoring.strata import concepts_used
from ..catalogue import Knowledge
from ..findings import FINDINGS
from .remarks import Remark, of


def unused(knowledge: Knowledge) -> Iterator[Remark]:
    """Concepts that nothing rests on, options that no rule offers, sources that nothing cites."""
    used = {name for statement in knowledge.statements for names in concepts_used(statement) for name in names}
    used.update(cause.self_care_after for cause in knowledge.causes.values() if cause.self_care_after)
    used.update(cause.self_care_unless for cause in knowledge.causes.values() if cause.self_care_unless)
    told: set[str] = set()
    for statement in knowledge.statements:
        # What is derived from a declaration is no loss if nothing rests on it; what was written is.
        if type(statement) is Concludes and statement.concept not in used | told:
            told.add(statement.concept)
            yield of("unused", statement, f"concludes `{statement.concept}`, on which nothing rests")
    offered = {statement.option for statement in knowledge.statements if isinstance(statement, Offers)}
    for option in knowledge.options.values():
        if option.id not in offered:
            yield of("unused", option, "is an option that no rule offers")
    cited = {key for statement in knowledge.statements for key in statement.source}
    cited.update(key for cause in knowledge.causes.values() for key in cause.sources)
    cited.update(key for option in knowledge.options.values() for key in option.source)
    for source in knowledge.sources:
        if source not in cited:
            yield Remark("sources", "unused", source, "is a source that nothing cites")


def read_by_rules(knowledge: Knowledge) -> frozenset[str]:
    """The findings that some rule looks at."""
    return frozenset(
        name
        for statement in knowledge.statements
        for condition in statement.conditions
        for name in findings_in(condition)
    )


def unread(knowledge: Knowledge, argued: Mapping[str, str]) -> Iterator[Remark]:
    """Findings that no rule reads and nobody argued for, and arguments that are no longer needed.

    ``argued`` says of each finding that may stay unread why it is a finding all the same.
    """
    read = read_by_rules(knowledge)
    for finding in FINDINGS.values():
        where = f"findings/{finding.group}.py"
        if finding.id not in read and finding.id not in argued:
            yield Remark(where, "unread", finding.id, "is a finding that no rule reads, and nothing says why")
        elif finding.id in read and finding.id in argued:
            yield Remark(where, "unread", finding.id, "is read by a rule now: strike it from the list of unread ones")
    for name in argued:
        if name not in FINDINGS:
            yield Remark("the list of unread findings", "unread", name, "is not a finding")
