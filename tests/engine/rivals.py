"""What three engines make of one person, in a form in which they can be compared: ours, stock Experta, CLIPS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from benchmarks.clips_runner import Clips

from calf_expert.authoring.statements import (
    Alerts,
    Concludes,
    Confirms,
    Evidence,
    Excludes,
    Offers,
    OnOption,
    Statement,
)
from calf_expert.authoring.terms import Urgency
from calf_expert.catalogue import Knowledge
from calf_expert.engine import Engine, compile_program
from calf_expert.export.clips_scores import left_to_others
from calf_expert.weighing import at_first, considered, suspected, urgency_of, weigh

Known = Mapping[str, Any]


class Weighed(NamedTuple):
    """What a weighing found, and management rests on."""

    considered: tuple[str, ...]
    suspected: tuple[str, ...]
    urgency: Urgency


class Outcome(NamedTuple):
    """All that an engine says of a person. Each firing is a rule with what it speaks of."""

    concepts: frozenset[str]
    evidence: frozenset[tuple[str, str]]
    alerts: frozenset[tuple[str, str]]
    fired: frozenset[str]
    management: frozenset[tuple[str, str]]
    offered: frozenset[str]

    def differences(self, other: Outcome) -> list[str]:
        """Where another engine says something else, in a line each."""
        return [
            f"{part}: only one has {sorted(mine - theirs, key=str)}, only the other {sorted(theirs - mine, key=str)}"
            for part, mine, theirs in zip(self._fields, self, other, strict=True)
            if mine != theirs
        ]


def by_engine(engine: Engine, knowledge: Knowledge, known: Known, weighed: Weighed | None) -> tuple[Outcome, Weighed]:
    """The outcome of one of our engines. What is not given is weighed by the library itself."""
    with engine.session() as session:
        inferred = session.infer(known)
        if weighed is None:
            standings = weigh(at_first(knowledge.causes.values()), inferred)
            weighed = Weighed(considered(standings), suspected(standings), urgency_of(standings, inferred)[0])
        managed = session.manage(*weighed)
    fired = [statement.id for statement in (*inferred, *managed)]
    assert len(set(fired)) == len(fired), "a rule fired twice"
    options = knowledge.options
    outcome = Outcome(
        concepts=frozenset(s.concept for s in inferred if isinstance(s, Concludes)),
        evidence=frozenset(_about(s) for s in inferred if isinstance(s, (Evidence, Confirms, Excludes))),
        alerts=frozenset(_about(s) for s in inferred if isinstance(s, Alerts)),
        fired=frozenset(s.id for s in inferred),
        management=frozenset(map(_about, managed)),
        offered=frozenset(name for s in managed if isinstance(s, Offers) for name in options[s.option].answers_to),
    )
    return outcome, weighed


def _about(statement: Statement) -> tuple[str, str]:
    if isinstance(statement, Alerts):
        return statement.id, statement.flag
    if isinstance(statement, Offers):
        return statement.id, statement.option
    if isinstance(statement, OnOption):
        return statement.id, statement.what
    assert isinstance(statement, (Concludes, Evidence, Confirms, Excludes))
    return statement.id, statement.concept if isinstance(statement, Concludes) else statement.cause


def by_clips(clips: Clips, known: Known, weighed: Weighed) -> Outcome:
    """The outcome of CLIPS."""
    inferred = clips.infer(known)
    concepts = clips.names("concept") | clips.classes()
    managed = clips.manage(*weighed)
    fired = [rule for rule, _, _ in (*inferred, *managed)]
    assert len(set(fired)) == len(fired), "a rule fired twice"
    settles = ("supports", "weakens", "confirms", "excludes")
    return Outcome(
        concepts=frozenset(concepts),
        evidence=frozenset((rule, about) for rule, verb, about in inferred if verb in settles),
        alerts=frozenset((rule, about) for rule, verb, about in inferred if verb == "alerts"),
        fired=frozenset(rule for rule, _, _ in inferred),
        management=frozenset((rule, about) for rule, _, about in managed),
        offered=frozenset(clips.names("offered")),
    )


class Rivals:
    """Three engines on one body of knowledge. Stock Experta is asked only where there is time for it."""

    def __init__(self, knowledge: Knowledge, program: str) -> None:
        self.knowledge = knowledge
        program_of_ours = compile_program(
            knowledge.statements, knowledge.strata, lambda option: knowledge.options[option].answers_to
        )
        self.ours = Engine(program_of_ours)
        self.stock = Engine(program_of_ours, stock=True)
        self.clips = Clips(program, left_to_others(knowledge))

    def compare(self, known: Known, weighed: Weighed | None = None, *, with_stock: bool) -> tuple[Outcome, list[str]]:
        """What ours says of a person, and where the others say something else."""
        ours, weighed = by_engine(self.ours, self.knowledge, known, weighed)
        found = [f"CLIPS: {said}" for said in ours.differences(by_clips(self.clips, known, weighed))]
        if with_stock:
            stock, _ = by_engine(self.stock, self.knowledge, known, weighed)
            found += [f"stock Experta: {said}" for said in ours.differences(stock)]
        return ours, found
