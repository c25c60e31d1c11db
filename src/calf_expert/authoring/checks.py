"""What is checked when knowledge is loaded. Every problem is reported at once, each with its file and line."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence

from ..findings import FINDINGS
from .condition_checks import problems_of_answers, repeated, unknown
from .conditions import (
    ANSWER_CONDITIONS,
    MANAGEMENT_CONDITIONS,
    Concluded,
    Condition,
    Considered,
    NotConcluded,
    NotKnown,
    Offered,
    Scored,
    Suspected,
    UrgencyAtLeast,
)
from .score_checks import problems_of_score
from .scores import Score, statements_of
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
    Scores,
    Source,
    Statement,
    Weakens,
)
from .strata import by_concept, evidence_behind, findings_behind, rests_on_negation, strata_of_concepts
from .terms import PHYSICAL, QUANTITATIVE, Commonness, Strength, Urgency

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SENTENCE_END = re.compile(r"[.!?]$")


def problems_in(
    causes: Sequence[Cause],
    options: Sequence[Option],
    sources: Sequence[Source],
    statements: Sequence[Statement],
    scores: Sequence[Score] = (),
) -> list[str]:
    """All that is wrong with a body of knowledge, in the order in which it is written.

    ``statements`` are those that authors wrote; what is derived from ``scores`` comes in here.
    """
    wrong = {score.id: [*problems_of_score(score)] for score in scores}
    # What is derived from a wrong score would only say it again, or stumble.
    statements = (*statements, *(s for score in scores if not wrong[score.id] for s in statements_of(score)))
    names = _Names(causes, options, sources, statements, scores)
    found: list[str] = []
    found.extend(f"the source `{name}` is declared twice" for name in repeated(source.id for source in sources))
    written: tuple[tuple[str, Sequence[Cause | Option | Score | Statement]], ...] = (
        ("cause", causes),
        ("option", options),
        ("score", scores),
        ("rule", statements),
    )
    for kind, things in written:
        for identifier in repeated(thing.id for thing in things):
            places = ", ".join(str(thing.location) for thing in things if thing.id == identifier)
            found.append(f"{places}: the {kind} id `{identifier}` is used more than once")
    for cause in causes:
        found.extend(f"{cause.location}: {problem}" for problem in _of_cause(cause, names))
    for option in options:
        found.extend(f"{option.location}: option `{option.id}`: {problem}" for problem in _of_option(option, names))
    for score in scores:
        problems = (*_of_sources(score.source, names), *wrong[score.id])
        found.extend(f"{score.location}: score `{score.id}`: {problem}" for problem in problems)
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
        scores: Sequence[Score],
    ) -> None:
        # Dicts, because every statement is looked up in them, and for their order.
        self.causes = dict.fromkeys(cause.id for cause in causes)
        self.options = dict.fromkeys(option.id for option in options)
        self.offered = dict.fromkeys(name for option in options for name in option.answers_to)
        self.sources = dict.fromkeys(source.id for source in sources)
        concluded = (s.concept for s in statements if isinstance(s, Concludes) and not isinstance(s, Scores))
        self.concepts = dict.fromkeys(concluded)
        # Those that no finding fills in are for the calculator, and no rule can rest on them.
        self.scored = dict.fromkeys(Scored(s.id, one.id).concept for s in scores if s.findings for one in s.every_class)
        self.concluding = by_concept(statements)
        self.forbidden = {s.what for s in statements if isinstance(s, Forbids)}
        self.asked_before = {s.what for s in statements if isinstance(s, Asks)}


def _is_a(value: object, wanted: type) -> bool:
    # The annotations say so already, and authors do not all run a type checker.
    return isinstance(value, wanted)


def _of_sources(keys: Sequence[str], names: _Names) -> Iterator[str]:
    if not keys:
        yield "it cites no source"
    for key in keys:
        if key not in names.sources:
            yield unknown("source", key, names.sources)


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
        yield unknown("concept", cause.self_care_after, names.concepts)
    if cause.self_care_unless is not None and cause.self_care_unless not in names.concepts:
        yield unknown("concept", cause.self_care_unless, names.concepts)
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
        if not isinstance(statement, Scores):
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
            yield unknown("cause", cause, names.causes)
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
        yield unknown("option", statement.option, names.options)
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
    if isinstance(condition, ANSWER_CONDITIONS):
        yield from problems_of_answers(condition)
    else:
        yield from _of_name(condition, names)


def _of_name(condition: Condition, names: _Names) -> Iterator[str]:
    kind, name, known = "", "", dict[str, None]()
    given: object = condition
    if not isinstance(given, (Concluded, NotConcluded, Scored, *MANAGEMENT_CONDITIONS)):
        yield f"a {type(given).__name__} is no condition"
    if isinstance(condition, Scored):
        kind, name, known = "class of a score", condition.concept, names.scored
    elif isinstance(condition, (Concluded, NotConcluded)):
        kind, name, known = "concept", condition.concept, names.concepts
    elif isinstance(condition, (Considered, Suspected)):
        kind, name, known = "cause", condition.cause, names.causes
    elif isinstance(condition, Offered):
        kind, name, known = "option or family of options", condition.what, names.offered
    elif isinstance(condition, UrgencyAtLeast) and not _is_a(condition.level, Urgency):
        yield "UrgencyAtLeast takes a level, such as Urgency.SAME_DAY"
    if kind and name not in known:
        yield unknown(kind, name, known)


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
        behind = {statement.id: evidence_behind(statement, concluding) for statement in evidence}
        for one, other in itertools.combinations(evidence, 2):
            shared = behind[one.id] & behind[other.id]
            if shared and (one.group is None or one.group != other.group):
                yield (
                    f"{one.location}, {other.location}: `{one.name}` and `{other.name}` both rest on "
                    f"{', '.join(f'`{name}`' for name in sorted(shared))} and must share a group"
                )
