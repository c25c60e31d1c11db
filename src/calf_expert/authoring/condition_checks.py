"""What can be wrong with a condition on answers, for statements and scores alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .._nearest import nearest
from ..findings import FINDINGS, Kind
from .conditions import ANSWER_CONDITIONS, Absent, AllOf, AtLeastNOf, Is, Measured, NotKnown, OnAnswers, Present
from .limits import LIMITS, Between


def repeated(identifiers: Iterable[str]) -> list[str]:
    """The identifiers that stand more than once."""
    return [identifier for identifier, count in Counter(identifiers).items() if count > 1]


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """That a name is not known, and the nearest one that is."""
    known = tuple(known)
    suggestion = nearest(name, known)
    hint = f" Did you mean `{suggestion}`?" if suggestion else ""
    article = "an" if kind[0] in "aeiou" else "a"
    return f"`{name}` is not {article} {kind}.{hint}"


def problems_of_answers(condition: OnAnswers) -> Iterator[str]:
    """What is wrong with a condition on answers: forms, findings, values, limits."""
    if isinstance(condition, AllOf):
        yield from _of_composite(condition)
    elif isinstance(condition, Is):
        yield from _of_values(condition)
    elif isinstance(condition, Measured):
        yield from _of_limit(condition)
    elif isinstance(condition, (Present, Absent)):
        yield from _of_finding(condition.finding, (Kind.BOOLEAN,), type(condition).__name__)
    elif isinstance(condition, NotKnown):
        if condition.finding not in FINDINGS:
            yield unknown("finding", condition.finding, FINDINGS)
    else:
        yield f"a {type(condition).__name__} is no condition"


def _of_composite(condition: AllOf) -> Iterator[str]:
    form = type(condition).__name__
    if len(condition.parts) < 2:
        yield f"{form} needs two parts or more"
    if isinstance(condition, AtLeastNOf) and not 1 <= condition.n <= len(condition.parts):
        yield f"AtLeastNOf({condition.n}, ...) cannot hold of {len(condition.parts)} parts"
    for part in condition.parts:
        # The annotation forbids it, and authors do not all run a type checker.
        inside: object = part
        if isinstance(inside, ANSWER_CONDITIONS):
            yield from problems_of_answers(part)
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
                yield unknown(f"value of `{finding.id}`", value, finding.values)


def _of_limit(condition: Measured) -> Iterator[str]:
    yield from _of_finding(condition.finding, (Kind.NUMBER, Kind.DURATION), "Measured")
    finding = FINDINGS.get(condition.finding)
    if finding is None or finding.range is None:
        return
    limit = condition.limit
    given: object = limit
    if not isinstance(given, LIMITS):
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
        yield unknown("finding", finding_id, FINDINGS)
    elif finding.kind not in kinds:
        yield f"{form} does not fit `{finding_id}`, which is a {finding.kind.value}"
