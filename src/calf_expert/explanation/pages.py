"""Pages of the knowledge in words: its causes, findings, rules, scores and sources, each as a list and one by one.

The text depends on what is given and on nothing else. ``more``, at the end of a list, says how to get one in full: that
only whoever shows the page knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..authoring.conditions import AllOf, AnyOf, AtLeastNOf, Condition, Scored, findings_in
from ..authoring.score_inputs import Input
from ..authoring.scores import Score
from ..authoring.statements import (
    Alerts,
    Asks,
    Cause,
    Cautions,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Forbids,
    Offers,
    OnOption,
    Source,
    Statement,
    Supports,
    Weakens,
)
from ..catalogue import Knowledge
from ..findings import AskedOf, Finding, Kind, Tier
from ..result import NOTICE
from .layout import words, wrap

_LONGEST_SENTENCE = 280
_WEIGHTS = (
    "Weights are in millibans (1000 log10 of the likelihood ratio, LR). They rank causes and are no probabilities. "
    "Of the signs in one group only the strongest counts."
)
_NO_ADVICE = "No advice by itself: for one person it is first checked against what forbids it."
_PARTS: tuple[tuple[str, type[Statement]], ...] = (
    ("RED FLAGS THAT NAME IT", Alerts),
    ("WHAT IT RESTS ON FIRST", Concludes),
    ("FOR", Supports),
    ("AGAINST", Weakens),
    ("WHAT CONFIRMS IT", Confirms),
    ("WHAT EXCLUDES IT", Excludes),
    ("WHAT MAY COME UP FOR IT", Offers),
    ("WHAT SPEAKS AGAINST AN OPTION", OnOption),
)
_ASKED_OF = {
    AskedOf.PATIENT: "the person",
    AskedOf.CLINICIAN: "a clinician, by examination",
    AskedOf.LAB: "a laboratory or imaging report",
}
_KINDS = {
    Kind.BOOLEAN: "yes or no",
    Kind.NUMBER: "a number",
    Kind.DURATION: "a duration",
    Kind.ENUM: "one of its values",
}


# Causes. --------------------------------------------------------------------------------------------------------------


def all_causes(knowledge: Knowledge, *, more: str) -> str:
    """Every cause: its id, code, urgency and name."""
    rows = [(cause.id, cause.icd10, words(cause.urgency.value), cause.name) for cause in knowledge.causes.values()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for name, icd10, urgency, title in rows:
        lines.append(f"  {name:<{widths[0]}}  {icd10:<{widths[1]}}  {urgency}")
        lines.extend(wrap(title, "    "))
    return _page(lines, [more], about=knowledge)


def one_cause(cause: Cause, knowledge: Knowledge) -> str:
    """A cause with all its rules and sources."""
    rules = [s for s in knowledge.statements if s.location.name == cause.id or _suspects(s, cause)]
    parts = []
    for title, kind in _PARTS:
        of_kind = [rule for rule in rules if isinstance(rule, kind)]
        if of_kind:
            remark = wrap(_NO_ADVICE, "  ") if kind is Offers else []
            parts.append([title, *remark, *(line for rule in of_kind for line in _rule_of_cause(rule))])
    cited = dict.fromkeys([*cause.sources, *(key for rule in rules for key in rule.source)])
    return _page(
        [
            *wrap(f"{cause.name} ({cause.icd10})"),
            *_facts(
                ("Id", cause.id),
                ("Also called", "; ".join(cause.also_called)),
                ("Commonness", words(cause.commonness.value)),
                ("Urgency, once likely enough to act on", f"{words(cause.urgency.value)}. {cause.urgency.in_words}"),
                ("Self-care only where this is concluded", words(cause.self_care_after or "")),
                ("Reviewed by a clinician", cause.reviewed or "no"),
                ("Written at", cause.location),
            ),
        ],
        _section("IN SHORT", cause.summary),
        _section("HOW IT COMES ABOUT", cause.mechanism),
        _section("WHAT CLOSES IT", cause.open_until),
        _section("THE FOUNDING DOCUMENT", cause.founding),
        _section("TODAY'S GUIDANCE", cause.today),
        *parts,
        wrap(_WEIGHTS) if any(isinstance(rule, Evidence) for rule in rules) else (),
        ["SOURCES", *_cited(cited, knowledge)],
        about=knowledge,
    )


def _suspects(statement: Statement, cause: Cause) -> bool:
    return isinstance(statement, Alerts) and cause.id in statement.suspects


def _rule_of_cause(rule: Statement) -> Iterator[str]:
    yield f"  {rule.id}"
    yield from _when(rule)
    if not isinstance(rule, (Supports, Weakens, Confirms, Excludes)):
        yield from wrap(f"It {_does(rule)}", "    ", "      ")
    if isinstance(rule, Alerts):
        yield from wrap(f"Action: {rule.action}", "    ", "      ")
    yield from wrap(f"Why: {rule.because}", "    ", "      ")
    signs = [_weight(rule), f"group {rule.group}" if rule.group else "no group"] if isinstance(rule, Evidence) else []
    yield from wrap("; ".join((*signs, words(rule.grade.value), ", ".join(rule.source))), "    ", "      ")


# Findings. ------------------------------------------------------------------------------------------------------------


def all_findings(findings: Iterable[Finding], *, more: str) -> str:
    """The findings that are given, with the question for each, under the names of their groups."""
    groups: dict[str, list[str]] = {}
    for finding in findings:
        groups.setdefault(finding.group, [finding.group.upper()]).extend(_listed(finding))
    return _page(*groups.values(), [more])


def _listed(finding: Finding) -> Iterator[str]:
    unit = f" in {finding.unit}" if finding.unit else ""
    yield f"  {finding.id} ({_KINDS[finding.kind]}{unit})"
    yield from wrap(finding.question, "    ")


def one_finding(finding: Finding, knowledge: Knowledge) -> str:
    """A finding with all the rules that read it."""
    between = f"{finding.range[0]:g} to {finding.range[1]:g}" if finding.range else None
    readers = [s for s in knowledge.statements if any(finding.id in findings_in(c) for c in s.conditions)]
    return _page(
        [
            *wrap(finding.label),
            *_facts(
                ("Id", finding.id),
                ("Question", finding.question),
                ("Kind", _KINDS[finding.kind]),
                ("Unit", finding.unit),
                ("Range", between and f"{between}; outside it is taken for a slip, inside it need not be healthy"),
                ("Values", ", ".join(finding.values)),
                ("In a record", in_a_record(finding)),
                ("Who answers", _ASKED_OF[finding.asked_of]),
                ("Depends on", finding.depends_on),
                ("Asked", "first" if finding.tier is Tier.CORE else "when a rule needs it"),
                ("Group", finding.group),
                ("LOINC", finding.loinc),
                ("Note", finding.note),
            ),
        ],
        ["RULES THAT READ IT", *([line for s in readers for line in _rule_in_list(s)] or ["  none yet"])],
        about=knowledge,
    )


def in_a_record(finding: Finding) -> str:
    """What a record in JSON may say of a finding."""
    in_python = finding.expects
    return in_python.replace("True, False", "true, false").replace("a finite", "a").removesuffix("None") + "null"


# Rules. ---------------------------------------------------------------------------------------------------------------


def all_rules(rules: Iterable[Statement], knowledge: Knowledge, *, more: str) -> str:
    """The rules that are given: what each does, and when."""
    return _page((line for rule in rules for line in _rule_in_list(rule)), wrap(_WEIGHTS), [more], about=knowledge)


def one_rule(rule: Statement, knowledge: Knowledge) -> str:
    """A rule with all its conditions, its reason and its sources."""
    spoken_of = [
        option
        for option in knowledge.options.values()
        if (isinstance(rule, Offers) and option.id == rule.option)
        or (isinstance(rule, OnOption) and rule.what in option.answers_to)
    ]
    what = rule.group if isinstance(rule, Evidence) else None
    return _page(
        [
            rule.id,
            *_facts(
                ("What it does", _does(rule)),
                ("Action", rule.action if isinstance(rule, Alerts) else None),
                ("Why", rule.because),
                ("Group", what and f"{what}; only its strongest sign counts"),
                ("Grade", words(rule.grade.value)),
                ("Verified", "yes, read on a public page" if rule.verified else "no, still to be checked"),
                ("Written at", rule.location),
            ),
        ],
        ["WHEN ALL OF THIS HOLDS", *(line for condition in rule.conditions for line in _tree(condition, "  "))],
        ["OPTIONS IT SPEAKS OF", *(line for o in spoken_of for line in wrap(f"{o.name} [{o.id}]", "  ", "    "))]
        if spoken_of
        else (),
        [
            "SOURCES",
            *_cited(rule.source, knowledge),
            *_facts(("Where in it", rule.where)),
        ],
        wrap(_WEIGHTS) if isinstance(rule, Evidence) else (),
        about=knowledge,
    )


def _rule_in_list(statement: Statement) -> Iterator[str]:
    yield f"  {statement.id}"
    yield from wrap(_does(statement), "    ", "      ")
    yield from _when(statement)


def _when(rule: Statement) -> Iterator[str]:
    """The conditions in one sentence, or as a tree where the sentence would be too long to follow."""
    sentence = rule.in_words()
    if len(sentence) <= _LONGEST_SENTENCE:
        yield from wrap(f"When {sentence or 'always'}", "    ", "      ")
    else:
        yield "    When all of this holds:"
        for condition in rule.conditions:
            yield from _tree(condition, "      ")


def _tree(condition: Condition, indent: str) -> Iterator[str]:
    if not isinstance(condition, AllOf):
        yield from wrap(f"- {condition.in_words()}", indent, f"{indent}  ")
        return
    if isinstance(condition, AtLeastNOf):
        yield f"{indent}- at least {condition.n} of:"
    else:
        yield f"{indent}- {'any' if isinstance(condition, AnyOf) else 'all'} of:"
    for part in condition.parts:
        yield from _tree(part, f"{indent}    ")


def _does(rule: Statement) -> str:
    """What a rule does when its conditions hold, by the ids that a result would show."""
    what = ""
    if isinstance(rule, Concludes):
        what = rule.concept
    elif isinstance(rule, Alerts):
        what = f"{rule.flag} ({words(rule.urgency.value)}), suspecting {', '.join(rule.suspects) or 'no one cause'}"
    elif isinstance(rule, Evidence):
        what = f"{rule.cause} ({_weight(rule)})"
    elif isinstance(rule, (Confirms, Excludes)):
        what = rule.cause
    elif isinstance(rule, Offers):
        what = f"{rule.option} for {rule.cause}"
    elif isinstance(rule, Asks):
        what = f"about {rule.about} before {rule.what}"
    elif isinstance(rule, Cautions):
        what = f"about {rule.what} ({'a clinician decides' if rule.major else 'a word with a clinician'})"
    elif isinstance(rule, Forbids):
        what = rule.what
    return f"{rule.verb} {what}"


def _weight(sign: Evidence) -> str:
    if sign.lr is not None:
        interval = f", interval {sign.ci[0]:g} to {sign.ci[1]:g}" if sign.ci else ", no interval"
        return f"{sign.weight:+d} millibans, LR {sign.lr:g}{interval}"
    return f"{sign.weight:+d} millibans, {sign.strength.name if sign.strength else ''}, no published figure"


# Scores. --------------------------------------------------------------------------------------------------------------


def all_scores(knowledge: Knowledge, *, more: str) -> str:
    """Every published score, and its classes."""
    lines = []
    for score in knowledge.scores.values():
        lines.extend([f"  {score.id}", *wrap(score.name, "    ")])
        lines.extend(wrap(f"Classes: {', '.join(one.id for one in score.every_class)}", "    ", "      "))
    return _page(lines, [more], about=knowledge)


def one_score(score: Score, knowledge: Knowledge) -> str:
    """A score: whom it is for, its items and how a record fills them in, its classes, what rests on them."""
    resting = [
        rule.id
        for rule in knowledge.statements
        if any(isinstance(condition, Scored) and condition.score == score.id for condition in rule.conditions)
    ]
    return _page(
        [
            *wrap(score.name),
            *_facts(
                ("Id", score.id),
                ("What it is for", score.about),
                ("Whom it is for", "; ".join(limit.says for limit in score.limits)),
                ("Settled by a clinician only", "yes" if score.clinician_only else "no"),
                ("Grade", words(score.grade.value)),
                ("Verified", "yes, read on a public page" if score.verified else "no, still to be checked"),
                ("Written at", score.location),
            ),
        ],
        _section("WHAT TO MIND", score.caveat),
        ["ITEMS", *(line for item in score.inputs for line in _item_of_score(item))],
        [
            "CLASSES",
            *(line for one in score.every_class for line in wrap(f"- {one.id}: {one.means}", "  ", "    ")),
        ],
        ["RULES THAT REST ON IT", *(f"  {name}" for name in resting or ["none"])],
        ["SOURCES", *_cited(score.source, knowledge), *_facts(("Where in it", score.where))],
        about=knowledge,
    )


def _item_of_score(item: Input) -> Iterator[str]:
    yield from wrap(f"- {item.key}: {item.label}", "  ", "    ")
    read = ", ".join(item.findings)
    yield from wrap(f"read from {read}" if read else "not read from a record; entered by hand", "    ", "      ")


# Sources. -------------------------------------------------------------------------------------------------------------


def all_sources(knowledge: Knowledge, *, more: str) -> str:
    """Every source that can be cited."""
    return _page(_cited(knowledge.sources, knowledge), [more], about=knowledge)


def one_source(source: Source, knowledge: Knowledge) -> str:
    """A source with all that cites it."""
    citing = [
        *(f"cause {cause.id}" for cause in knowledge.causes.values() if source.id in cause.sources),
        *(f"option {option.id}" for option in knowledge.options.values() if source.id in option.source),
        *(f"score {score.id}" for score in knowledge.scores.values() if source.id in score.source),
        *(f"rule {rule.id}" for rule in knowledge.statements if source.id in rule.source),
    ]
    return _page(
        [
            *wrap(source.citation),
            *_facts(
                ("Id", source.id),
                (
                    "Read for this library",
                    "yes, itself, its abstract or a page that quotes it" if source.seen else "no",
                ),
                ("Read at", source.seen_at),
            ),
        ],
        ["CITED BY", *(f"  {name}" for name in citing or ["nothing"])],
        about=knowledge,
    )


def _cited(keys: Iterable[str], knowledge: Knowledge) -> Iterator[str]:
    for key in keys:
        yield from wrap(f"[{key}] {knowledge.sources[key].citation}", "  ", "    ")


# What every page is made of. ------------------------------------------------------------------------------------------


def _page(*blocks: Iterable[str], about: Knowledge | None = None) -> str:
    """Blocks with an empty line between them, and at the end what every page carries."""
    lines: list[str] = []
    for block in (*map(list, blocks), wrap(NOTICE)):
        lines.extend(["", *block] if lines and block else block)
    if about is not None:
        lines.append(f"Knowledge {about.version}, {about.sha256[:12]}.")
    return "\n".join(lines) + "\n"


def _section(title: str, text: str | None) -> list[str]:
    return [title, *wrap(text, "  ")] if text else []


def _facts(*facts: tuple[str, object]) -> list[str]:
    """One `Label: value` a line, those without a value left out."""
    return [line for label, value in facts if value for line in wrap(f"{label}: {value}", "  ", "    ")]
