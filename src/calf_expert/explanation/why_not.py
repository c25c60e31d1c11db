"""Why a cause is not higher, or an alert was not raised: what counts against it, how far it is, what nearly fired.

What fired is read off the derivation. What did not fire is not in a result, so that it takes the knowledge the result
was made with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from .._asked import an_id
from .._failing import holds_together
from .._read_back import ReadBack
from ..authoring.statements import Alerts, Confirms, Evidence, Supports
from ..authoring.terms import Commonness
from ..catalogue import Knowledge
from ..errors import UnknownIdError
from ..result import Conclusion, Result
from ..trace import KnowledgeUsed, Step
from ..weighing import LOWEST_WEIGHT, POSSIBLE_FROM, SUSPICION_FROM, Likelihood, Status, strongest_of_groups
from .derivation import Derivation, NodeKind
from .deriving import derive
from .layout import words, wrap
from .near_misses import Looking, NearMiss, near_miss_in_words
from .proof import figure

_SHOWN = 8

_FOR = ("supports", "confirms", "alerts")
_AGAINST = ("weakens", "excludes")


class CauseStands(BaseModel):
    """Where a cause stands, and how far that is from the next band and from suspicion, in millibans.

    ``to_next_band`` and ``to_suspicion`` are ``None`` where more evidence changes neither: at the top, or where a test
    has settled it. Evidence alone is meant; an alert that names the cause makes it suspected at any weight.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    likelihood: Likelihood
    status: Status
    commonness: Commonness
    start: Annotated[int, Field(description="millibans, for how common it is")]
    evidence: Annotated[int, Field(description="millibans, the counted signs together")]
    weight: int
    next_band: Likelihood | None
    to_next_band: int | None
    to_suspicion: int | None


class WhyNot(ReadBack):
    """What keeps a cause from being higher, or a red flag from being raised. ``print(why_not)`` says it in words.

    ``near`` holds the rules that would speak for a cause and did not fire; for an alert, those that raise it.
    ``other_ways`` holds the red flags that would name a cause and the tests that would confirm it. Both are complete
    and ranked: by what they would gain, then by how few premises they lack.
    """

    subject: str
    kind: NodeKind
    says: str
    stands: CauseStands | None
    in_favour: Annotated[tuple[Step, ...], Field(description="what fired for it, the weightiest first")]
    against: tuple[Step, ...]
    near: tuple[NearMiss, ...]
    other_ways: tuple[NearMiss, ...]
    knowledge: KnowledgeUsed
    notice: str

    def to_text(self) -> str:
        """The same in plain text; of long lists the beginning, and how many more there are."""
        return "\n".join([*_in_words(self), "", *wrap(self.notice)]) + "\n"

    def __repr__(self) -> str:
        # Without the answers: a repr ends up in logs.
        return f"<WhyNot {self.subject}: {len(self.near)} rules did not fire>"

    __str__ = to_text


@holds_together
def why_not(assessment: Result, subject: str) -> WhyNot:
    """What keeps a cause, or an alert, from being more than it is."""
    subject = an_id(subject, "subject", "a cause or of the flag of an alert")
    knowledge = assessment.reasoner.knowledge
    flags = dict.fromkeys(s.flag for s in knowledge.statements if isinstance(s, Alerts))
    graph = derive(assessment, options=())
    looking = looking_at(assessment, graph, knowledge)
    if subject in knowledge.causes:
        return _of_cause(assessment, subject, graph, looking)
    if subject in flags:
        return _of_alert(assessment, subject, graph, looking)
    raise UnknownIdError("cause or alert", subject, [*knowledge.causes, *flags])


def looking_at(assessment: Result, graph: Derivation, knowledge: Knowledge) -> Looking:
    """The rules of the knowledge, seen from this result."""
    concluded = [node.name for node in graph.nodes if node.kind in (NodeKind.CONCEPT, NodeKind.SCORE)]
    return Looking(knowledge, assessment.answers, concluded)


def fired_for_and_against(graph: Derivation, cause: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The rules that fired for and against a cause, those that settle it first and then by weight."""
    steps = [n.step for n in graph.nodes if n.step is not None and cause in n.step.concludes]
    steps.sort(key=lambda step: (step.weight is not None, -abs(step.weight or 0), step.rule_id))
    return tuple([s for s in steps if s.verb in _FOR]), tuple([s for s in steps if s.verb in _AGAINST])


def _of_cause(assessment: Result, cause_id: str, graph: Derivation, looking: Looking) -> WhyNot:
    knowledge = assessment.reasoner.knowledge
    conclusion = assessment.conclusion(cause_id)
    in_favour, against = fired_for_and_against(graph, cause_id)
    fired = {step.rule_id for step in (*in_favour, *against)}
    by_id = {s.id: s for s in knowledge.statements}
    evidence = [rule for id_ in sorted(fired) if isinstance(rule := by_id[id_], Evidence)]
    supports = [s for s in knowledge.statements if isinstance(s, Supports) and s.cause == cause_id]
    others = [
        s
        for s in knowledge.statements
        if (isinstance(s, Alerts) and cause_id in s.suspects) or (isinstance(s, Confirms) and s.cause == cause_id)
    ]
    return WhyNot(
        subject=cause_id,
        kind=NodeKind.CAUSE,
        says=graph.node(f"cause:{cause_id}").says,
        stands=_stands(conclusion, knowledge.causes[cause_id].commonness),
        in_favour=in_favour,
        against=against,
        near=looking.near(supports, lambda rule: _sum((*evidence, rule)) - _sum(evidence)),
        other_ways=looking.near(others),
        knowledge=assessment.knowledge,
        notice=assessment.notice,
    )


def _of_alert(assessment: Result, flag: str, graph: Derivation, looking: Looking) -> WhyNot:
    rules = [s for s in assessment.reasoner.knowledge.statements if isinstance(s, Alerts) and s.flag == flag]
    raised = graph.named(flag, NodeKind.ALERT)
    fired = tuple([n.step for n in graph.nodes if n.step is not None and n.step.rule_id in {r.id for r in rules}])
    gravest = max(rule.urgency for rule in rules)
    return WhyNot(
        subject=flag,
        kind=NodeKind.ALERT,
        says=raised[0].says if raised else f"Alert {flag}: not raised (it would be {words(gravest.value)})",
        stands=None,
        in_favour=fired,
        against=(),
        near=looking.near(rules),
        other_ways=(),
        knowledge=assessment.knowledge,
        notice=assessment.notice,
    )


def _sum(evidence: Iterable[Evidence]) -> int:
    return sum([sign.weight for sign in strongest_of_groups(evidence)])


def _stands(conclusion: Conclusion, commonness: Commonness) -> CauseStands:
    weight, start = conclusion.weight, commonness.millibans
    own = weight - start
    next_band: Likelihood | None = None
    to_next_band: int | None = None
    if conclusion.status not in (Status.CONFIRMED, Status.EXCLUDED):
        bands = [likelihood for _, likelihood in LOWEST_WEIGHT]
        reached = bands.index(conclusion.likelihood) if conclusion.likelihood in bands else len(bands)
        if reached:
            lowest, next_band = LOWEST_WEIGHT[reached - 1]
            to_next_band = lowest - weight
    suspected = conclusion.status in (Status.CONFIRMED, Status.SUSPECTED, Status.EXCLUDED)
    return CauseStands(
        likelihood=conclusion.likelihood,
        status=conclusion.status,
        commonness=commonness,
        start=start,
        evidence=own,
        weight=weight,
        next_band=next_band,
        to_next_band=to_next_band,
        to_suspicion=None if suspected else max(SUSPICION_FROM - own, POSSIBLE_FROM - weight),
    )


# In words. ------------------------------------------------------------------------------------------------------------


def _in_words(why: WhyNot) -> Iterator[str]:
    yield from wrap(f"Why not more: {why.says}" if why.stands else f"Why not: {why.says}", "", "  ")
    if why.stands is not None:
        yield from _standing(why.stands)
    yield from signs("Against it", why.against)
    yield from signs("For it" if why.stands else "Raised by", why.in_favour)
    gaining = [miss for miss in why.near if miss.gain is None or miss.gain > 0]
    title = "Rules that would speak for it, and did not fire" if why.stands else "Rules that would raise it"
    yield from _nearly(title, gaining)
    idle = len(why.near) - len(gaining)
    if idle:
        yield from wrap(f"And {idle} more that would add nothing: a stronger sign of their group counts.", "    ")
    yield from _nearly("Red flags and tests that would settle it", why.other_ways)
    yield f"Knowledge {why.knowledge}."


def _standing(stands: CauseStands) -> Iterator[str]:
    yield from wrap(
        f"It starts at {stands.start} for being {words(stands.commonness.value)}, its evidence adds "
        f"{stands.evidence:+d}, and that makes {stands.weight} (millibans, which rank and are no probability).",
        "  ",
    )
    if stands.next_band is not None:
        yield from wrap(f"{stands.to_next_band} more would make it {words(stands.next_band.value)}.", "  ")
    if stands.to_suspicion is not None:
        yield from wrap(f"{stands.to_suspicion} more of its own evidence would make it suspected.", "  ")
    if stands.status is Status.EXCLUDED:
        yield "  A recorded test excludes it."


def signs(title: str, steps: Sequence[Step]) -> Iterator[str]:
    """Rules that fired, under a title."""
    if steps:
        yield f"  {title}:"
    for step in steps:
        passed = "; passed over for a stronger sign of its group" if step.counted is False else ""
        yield from wrap(f"- {step.because} [{step.verb} {step.rule_id}{figure(step)}{passed}]", "    ", "      ")


def _nearly(title: str, misses: Sequence[NearMiss]) -> Iterator[str]:
    if misses:
        yield f"  {title}:"
    for miss in misses[:_SHOWN]:
        yield from near_miss_in_words(miss, "    ")
    if len(misses) > _SHOWN:
        yield f"    And {len(misses) - _SHOWN} more."
