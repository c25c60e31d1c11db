"""What is checked when knowledge is loaded. Every problem is reported at once, each with its file and line."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .._nearest import nearest
from ..findings import FINDINGS, Kind
from .conditions import (
    ANSWER_CONDITIONS,
    MANAGEMENT_CONDITIONS,
    Absent,
    AllOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Between,
    Concluded,
    Condition,
    Considered,
    Is,
    LessThan,
    Measured,
    MoreThan,
    NotConcluded,
    NotKnown,
    Offered,
    Present,
    Suspected,
    UrgencyAtLeast,
)
from .statements import (
    Alerts,
    Asks,
    Cause,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Forbids,
    Offers,
    OnOption,
    Option,
    Source,
    Statement,
    Weakens,
)
from .strata import by_concept, findings_behind, rests_on_negation, strata_of_concepts
from .terms import PHYSICAL, QUANTITATIVE, Commonness, Strength, Urgency

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SENTENCE_END = re.compile(r"[.!?]$")


def problems_in(
    causes: Sequence[Cause],
    options: Sequence[Option],
    sources: Sequence[Source],
    statements: Sequence[Statement],
) -> list[str]:
    """All that is wrong with a body of knowledge, in the order in which it is written."""
    names = _Names(causes, options, sources, statements)
    found: list[str] = []
    found.extend(f"the source `{name}` is declared twice" for name in _repeated(source.id for source in sources))
    written: tuple[tuple[str, Sequence[Cause | Option | Statement]], ...] = (
        ("cause", causes),
        ("option", options),
        ("rule", statements),
    )
    for kind, things in written:
        for identifier in _repeated(thing.id for thing in things):
            places = ", ".join(str(thing.location) for thing in things if thing.id == identifier)
            found.append(f"{places}: the {kind} id `{identifier}` is used more than once")
    for cause in causes:
        found.extend(f"{cause.location}: {problem}" for problem in _of_cause(cause, names))
    for option in options:
        found.extend(f"{option.location}: option `{option.id}`: {problem}" for problem in _of_option(option, names))
    for statement in statements:
        found.extend(f"{statement.location}: `{statement.name}`: {p}" for p in _of_statement(statement, names))
    found.extend(_of_strata(statements))
    found.extend(_of_groups(statements))
    return found


class _Names:
    """The names that statements may use."""

    def __init__(
        self,
        causes: Sequence[Cause],
        options: Sequence[Option],
        sources: Sequence[Source],
        statements: Sequence[Statement],
    ) -> None:
        self.causes = tuple(dict.fromkeys(cause.id for cause in causes))
        self.options = tuple(option.id for option in options)
        self.offered = tuple(dict.fromkeys(name for option in options for name in option.answers_to))
        self.sources = tuple(source.id for source in sources)
        self.concepts = tuple(dict.fromkeys(s.concept for s in statements if isinstance(s, Concludes)))
        self.concluding = by_concept(statements)
        self.forbidden = {s.what for s in statements if isinstance(s, Forbids)}
        self.asked_before = {s.what for s in statements if isinstance(s, Asks)}


def _repeated(identifiers: Iterable[str]) -> list[str]:
    return [identifier for identifier, count in Counter(identifiers).items() if count > 1]


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    known = tuple(known)
    suggestion = nearest(name, known)
    hint = f" Did you mean `{suggestion}`?" if suggestion else ""
    article = "an" if kind[0] in "aeiou" else "a"
    return f"`{name}` is not {article} {kind}.{hint}"


def _is_a(value: object, wanted: type) -> bool:
    # The annotations say so already, and authors do not all run a type checker.
    return isinstance(value, wanted)


def _of_sources(keys: Sequence[str], names: _Names) -> Iterator[str]:
    if not keys:
        yield "it cites no source"
    for key in keys:
        if key not in names.sources:
            yield _unknown("source", key, names.sources)


def _of_sentence(what: str, sentence: str) -> Iterator[str]:
    if not _SENTENCE_END.search(sentence) or sentence != sentence.strip():
        yield f"{what} is not a sentence that ends"


def _of_cause(cause: Cause, names: _Names) -> Iterator[str]:
    yield from _of_sources(cause.sources, names)
    yield from _of_sentence("`summary`", cause.summary)
    yield from _of_sentence("`mechanism`", cause.mechanism)
    if not _is_a(cause.urgency, Urgency):
        yield "`urgency` is a level, such as Urgency.ROUTINE"
        return
    if not _is_a(cause.commonness, Commonness):
        yield "`commonness` is COMMON, FAIRLY_COMMON, UNCOMMON, RARE or VERY_RARE"
    if cause.urgency is Urgency.SELF_CARE and cause.self_care_after is None:
        yield "a cause of self-care says which concept has to be concluded first (`self_care_after`)"
    if cause.dangerous and cause.open_until is None:
        yield "a dangerous cause has to say what would close it (`open_until`)"
    if cause.self_care_after is not None and cause.self_care_after not in names.concepts:
        yield _unknown("concept", cause.self_care_after, names.concepts)
    if cause.self_care_unless is not None and cause.self_care_unless not in names.concepts:
        yield _unknown("concept", cause.self_care_unless, names.concepts)
    behind = names.concluding.get(cause.self_care_after or "", ())
    if any(rests_on_negation(statement, names.concluding) for statement in behind):
        yield "`self_care_after` may not rest on a concept that was not concluded, even indirectly"


def _of_option(option: Option, names: _Names) -> Iterator[str]:
    own = {option.id, *option.families}
    if option.kind is PHYSICAL and not (own & names.forbidden and own & names.asked_before):
        yield "a physical measure needs `forbids` and `asks_before`: it is advice only once its gates are answered no"
    yield from _of_sources(option.source, names)
    yield from _of_sentence("`guidance`", option.guidance)


def _of_statement(statement: Statement, names: _Names) -> Iterator[str]:
    if not _NAME.fullmatch(statement.name):
        yield "a name is written in lower_snake_case"
    yield from _of_sources(statement.source, names)
    yield from _of_sentence("`because`", statement.because)
    yield from _of_conditions(statement, names)
    if isinstance(statement, Evidence):
        yield from _of_evidence(statement, names)
    elif isinstance(statement, (Confirms, Excludes)):
        yield from _of_settling(statement, names)
    elif isinstance(statement, Alerts):
        yield from _of_alert(statement, names)
    elif isinstance(statement, Offers):
        yield from _of_offer(statement, names)


def _of_conditions(statement: Statement, names: _Names) -> Iterator[str]:
    if not statement.when and not isinstance(statement, Asks):
        yield "it rests on nothing"
    elif all(isinstance(condition, NotConcluded) for condition in statement.conditions):
        yield "it rests only on what was not concluded, which is also so of a person who was asked nothing"
    for condition in statement.conditions:
        yield from _of_condition(condition, names)
        if isinstance(condition, MANAGEMENT_CONDITIONS) and not isinstance(statement, (Offers, OnOption)):
            yield f"{type(condition).__name__} is for management only"
    if not isinstance(statement, (Offers, OnOption)) and _looks_at_what_is_not_known(statement):
        yield "NotKnown is for questions and cautions only: what is not known is never evidence"


def _looks_at_what_is_not_known(statement: Statement) -> bool:
    return any(
        isinstance(leaf, NotKnown)
        for condition in statement.conditions
        if isinstance(condition, ANSWER_CONDITIONS)
        for leaf in condition.leaves()
    )


def _of_alert(statement: Alerts, names: _Names) -> Iterator[str]:
    yield from _of_sentence("`action`", statement.action)
    if not _is_a(statement.urgency, Urgency):
        yield "`urgency` is a level, such as Urgency.SAME_DAY"
    for cause in statement.suspects:
        if cause not in names.causes:
            yield _unknown("cause", cause, names.causes)
    if statement.urgency is Urgency.SELF_CARE:
        yield "an alert never sets self-care: only a likely cause does, with its danger signs answered no"
    if not _NAME.fullmatch(statement.flag):
        yield "`flag` is written in lower_snake_case"
    if statement.flag in names.causes:
        yield f"the flag `{statement.flag}` is the id of a cause too, so that nobody can ask for its proof"
    if rests_on_negation(statement, names.concluding):
        yield "an alert may not rest on a concept that was not concluded, even indirectly"


def _of_offer(statement: Offers, names: _Names) -> Iterator[str]:
    if statement.option not in names.options:
        yield _unknown("option", statement.option, names.options)
    if statement.cause not in names.causes:
        yield "an option is offered from the module of a cause"
    if not any(isinstance(condition, (Considered, Suspected)) for condition in statement.when):
        yield "an option is offered only where a cause is Considered or Suspected"


def _of_evidence(statement: Evidence, names: _Names) -> Iterator[str]:
    if statement.cause not in names.causes:
        yield "evidence is written in the module of a cause"
    if statement.strength is not None and not _is_a(statement.strength, Strength):
        yield "`strength` is WEAK, MODERATE or STRONG"
        return
    if (statement.lr is None) == (statement.strength is None):
        yield "evidence has either `lr` or `strength`"
        return
    against = isinstance(statement, Weakens)
    if statement.lr is not None:
        if not (0 < statement.lr < 1 if against else 1 <= statement.lr < math.inf):
            yield f"`lr` of {statement.verb} lies {'between 0 and 1' if against else 'at 1 or above'}"
        if statement.ci is not None and not statement.ci[0] <= statement.lr <= statement.ci[1]:
            yield "`lr` lies outside its interval `ci`"
    elif statement.ci is not None:
        yield "`ci` belongs to an `lr`"
    if (statement.grade is QUANTITATIVE) != (statement.lr is not None):
        yield "the grade is `quantitative` just where a figure (`lr`) is given"


def _of_settling(statement: Confirms | Excludes, names: _Names) -> Iterator[str]:
    if statement.cause not in names.causes:
        yield "a cause is confirmed or excluded in its own module"
    for finding_id in findings_behind(statement, names.concluding):
        finding = FINDINGS.get(finding_id)
        if finding is not None and finding.asked_of.value == "patient":
            yield f"only a recorded test can settle a cause, and `{finding_id}` is what a patient says"


def _of_condition(condition: Condition, names: _Names) -> Iterator[str]:
    if isinstance(condition, AllOf):
        yield from _of_composite(condition, names)
    elif isinstance(condition, Is):
        yield from _of_values(condition)
    elif isinstance(condition, Measured):
        yield from _of_limit(condition)
    elif isinstance(condition, (Present, Absent)):
        yield from _of_finding(condition.finding, (Kind.BOOLEAN,), type(condition).__name__)
    else:
        yield from _of_name(condition, names)


def _of_name(condition: Condition, names: _Names) -> Iterator[str]:
    kind, name, known = "", "", tuple[str, ...]()
    given: object = condition
    if not isinstance(given, (Concluded, NotConcluded, NotKnown, *MANAGEMENT_CONDITIONS)):
        yield f"a {type(given).__name__} is no condition"
    if isinstance(condition, NotKnown):
        kind, name, known = "finding", condition.finding, tuple(FINDINGS)
    elif isinstance(condition, (Concluded, NotConcluded)):
        kind, name, known = "concept", condition.concept, names.concepts
    elif isinstance(condition, (Considered, Suspected)):
        kind, name, known = "cause", condition.cause, names.causes
    elif isinstance(condition, Offered):
        kind, name, known = "option or family of options", condition.what, names.offered
    elif isinstance(condition, UrgencyAtLeast) and not _is_a(condition.level, Urgency):
        yield "UrgencyAtLeast takes a level, such as Urgency.SAME_DAY"
    if kind and name not in known:
        yield _unknown(kind, name, known)


def _of_composite(condition: AllOf, names: _Names) -> Iterator[str]:
    form = type(condition).__name__
    if len(condition.parts) < 2:
        yield f"{form} needs two parts or more"
    if isinstance(condition, AtLeastNOf) and not 1 <= condition.n <= len(condition.parts):
        yield f"AtLeastNOf({condition.n}, ...) cannot hold of {len(condition.parts)} parts"
    for part in condition.parts:
        # The annotation forbids it, and authors do not all run a type checker.
        inside: object = part
        if isinstance(inside, ANSWER_CONDITIONS):
            yield from _of_condition(part, names)
        else:
            yield f"{type(inside).__name__} cannot stand inside {form}; write a second statement for the alternative"


def _of_values(condition: Is) -> Iterator[str]:
    yield from _of_finding(condition.finding, (Kind.ENUM,), "Is")
    values: object = condition.in_
    if not isinstance(values, tuple) or not values:
        yield "the values of Is are a tuple with at least one"
        return
    finding = FINDINGS.get(condition.finding)
    if finding is not None and finding.kind is Kind.ENUM:
        for value in condition.in_:
            if value not in finding.values:
                yield _unknown(f"value of `{finding.id}`", value, finding.values)


def _of_limit(condition: Measured) -> Iterator[str]:
    yield from _of_finding(condition.finding, (Kind.NUMBER, Kind.DURATION), "Measured")
    finding = FINDINGS.get(condition.finding)
    if finding is None or finding.range is None:
        return
    limit = condition.limit
    given: object = limit
    if not isinstance(given, (AtLeast, MoreThan, AtMost, LessThan, Between)):
        yield f"`{finding.id}` is held against a limit, such as AtLeast, and not a {type(given).__name__}"
        return
    bounds = (limit.low, limit.high) if isinstance(limit, Between) else (limit.value,)
    if not all(finding.range[0] <= bound <= finding.range[1] for bound in bounds):
        yield f"the limit of `{finding.id}` lies outside its plausible range"
    if isinstance(limit, Between) and limit.low > limit.high:
        yield f"the limits of `{finding.id}` are the wrong way round"


def _of_finding(finding_id: str, kinds: tuple[Kind, ...], form: str) -> Iterator[str]:
    finding = FINDINGS.get(finding_id)
    if finding is None:
        yield _unknown("finding", finding_id, FINDINGS)
    elif finding.kind not in kinds:
        yield f"{form} does not fit `{finding_id}`, which is a {finding.kind.value}"


def _of_strata(statements: Sequence[Statement]) -> Iterator[str]:
    _, caught = strata_of_concepts(statements)
    if caught:
        places = ", ".join(str(s.location) for s in statements if isinstance(s, Concludes) and s.concept in caught)
        yield f"{places}: {', '.join(f'`{name}`' for name in caught)} depend on their own absence"


def _of_groups(statements: Sequence[Statement]) -> Iterator[str]:
    concluding = by_concept(statements)
    by_cause: dict[str, list[Evidence]] = {}
    for statement in statements:
        if isinstance(statement, Evidence):
            by_cause.setdefault(statement.cause, []).append(statement)
    for evidence in by_cause.values():
        behind = {statement.id: set(findings_behind(statement, concluding)) for statement in evidence}
        for one, other in itertools.combinations(evidence, 2):
            shared = behind[one.id] & behind[other.id]
            if shared and (one.group is None or one.group != other.group):
                yield (
                    f"{one.location}, {other.location}: `{one.name}` and `{other.name}` both rest on "
                    f"{', '.join(f'`{name}`' for name in sorted(shared))} and must share a group"
                )
