"""The checker against a library that is broken on purpose: what comes out wrong is rejected, and nothing else is."""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path

import pytest
import yaml

import calf_expert as ce
from calf_expert import composing, management, reasoning, weighing
from calf_expert.authoring import conditions, limits, measures
from calf_expert.authoring.limits import Span
from calf_expert.catalogue import load
from calf_expert.engine import facts, machine, matcher
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner

VIGNETTES = sorted((Path(__file__).parents[1] / "knowledge").rglob("*.yaml"))


@functools.cache
def people():
    """Every so-manieth person of the vignettes, with what the sound library says of them."""
    records = [v["presentation"] for path in VIGNETTES for v in yaml.safe_load(path.read_text("utf-8"))]
    return [(record, ce.assess(record)) for record in records[::75]]


def wrongs_of(broken):
    """How many results the broken library gets wrong. Each of these has to be rejected, and each other one accepted."""
    wrong = 0
    for record, sound in people():
        result = broken.assess(Presentation(**record))
        is_right = result == sound
        verdict = ce.check(result)
        assert verdict.accepted is is_right, f"{record}\n{verdict}"
        wrong += not is_right
    return wrong


def never(*_, **__):
    return False


def counts_all(evidence):
    return tuple(evidence)


def ties_against(evidence):
    strongest = {}
    for sign in evidence:
        key = sign.group or sign.id
        held = strongest.get(key)
        if held is None or (abs(sign.weight), -sign.weight) > (abs(held.weight), -held.weight):
            strongest[key] = sign
    return tuple(strongest.values())


def without_alerts(standings, fired):
    return weighing.urgency_of(standings, [s for s in fired if s.verb != "alerts"])


def only_what_stands_alone(condition, answers):
    del answers
    return list(condition.leaves())


def denying(cls, known):
    """A record in which some findings that were not asked are denied."""
    record = cls()
    dict.update(record, dict.fromkeys(("cold_limb", "saddle_numbness", "pregnant"), False) | dict(known))
    return record


def tells_nothing(*_):
    return None


def has_no_leaves(*_):
    return iter(())


def points_of_what_is_told(self, values, _):
    points = sum(item.points for item in self.items if isinstance(item, measures.Item) and values[item.key] is True)
    return Span(float(points), float(points))


# What is broken, where, and by what it is replaced.
BREAKS = {
    "suspicion begins late": (weighing, "SUSPICION_FROM", 900),
    "suspicion begins early": (weighing, "SUSPICION_FROM", 176),
    "the bands have moved": (weighing, "LOWEST_WEIGHT", ((700, ce.Likelihood.LIKELY), (-9999, ce.Likelihood.POSSIBLE))),
    "an alert moves nothing up": (weighing, "ALERT_IN_RANKING", {}),
    "the same is counted twice": (weighing, "strongest_of_groups", counts_all),
    "a cause brings less than it should": (
        weighing,
        "BRINGS",
        {**weighing.BRINGS, ce.Urgency.WITHIN_DAYS: ((700, ce.Urgency.WITHIN_DAYS),)},
    ),
    "alerts set no urgency": (reasoning, "urgency_of", without_alerts),
    "nothing is suspected": (reasoning, "suspected", lambda _: ()),
    "all that is considered is suspected": (reasoning, "suspected", weighing.considered),
    "nothing is withheld": (management, "_withheld", never),
    "a premise that did not hold is told": (composing, "held_leaves", only_what_stands_alone),
    "at least becomes more than": (limits.AtLeast, "admits", lambda self, value: value > self.value),
    "one fewer is enough": (matcher, "_least_of", lambda composite: max(1, len(composite.parts) // 2)),
    "what a score is not told counts as nothing": (measures.Points, "bounds", points_of_what_is_told),
    "an unknown answer is a no": (facts.Record, "of", classmethod(denying)),
    "the order of writing is lost": (
        machine.TotalOrder,
        "_key",
        staticmethod(lambda activation: (activation.rule.salience, [], activation.rule.order)),
    ),
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_a_broken_library_gets_wrong_is_rejected(what, monkeypatch):
    people()
    where, name, replacement = BREAKS[what]
    monkeypatch.setattr(where, name, replacement)
    assert wrongs_of(Reasoner(load())) > 0


def test_a_broken_truth_of_conditions_is_seen(monkeypatch):
    """The checker asks no condition for its truth, or it would share this mistake."""
    people()
    for form in (conditions.AllOf, conditions.AtLeastNOf, conditions.Measured, conditions.Is, conditions.NotKnown):
        monkeypatch.setattr(form, "truth", tells_nothing)
        monkeypatch.setattr(form, "leaves", has_no_leaves)
    result = people()[0][1]
    assert ce.check(result)


@functools.cache
def where_it_fires():
    """For every rule that fires in a vignette a person in whom it does."""
    found = {}
    for path in VIGNETTES:
        for vignette in yaml.safe_load(path.read_text("utf-8"))[::4]:
            for step in ce.assess(vignette["presentation"]).trace:
                found.setdefault(step.rule_id, vignette["presentation"])
    return found


def test_a_matcher_that_drops_a_rule_is_seen():
    """Every so-manieth rule, taken out of the engine in turn; the knowledge is said to be the whole."""
    firing = list(where_it_fires().items())[::100]
    assert len(firing) > 10
    for rule_id, record in firing:
        known = load()
        less = dataclasses.replace(known, statements=tuple(s for s in known.statements if s.id != rule_id))
        verdict = ce.check(Reasoner(less).assess(Presentation(**record)))
        assert ("trace", rule_id) in {(problem.where, problem.rule_id) for problem in verdict.problems}


def test_a_matcher_that_fires_a_rule_too_many_is_seen(monkeypatch):
    fire = machine.Session._fire
    by_id = {rule.id: rule for rule in ce.rules()}
    rightly = {step.rule_id for step in ce.assess(calf_pain=True).trace}
    for rule_id in list(where_it_fires())[::120]:
        rule = by_id[rule_id]
        if rule_id in rightly or rule.verb in ("offers", "forbids", "cautions", "asks"):
            continue

        def adding(self, *declared, rule=rule):
            fired = fire(self, *declared)
            return fired if any(s.verb in ("offers", "asks") or s.id == rule.id for s in fired) else (*fired, rule)

        with monkeypatch.context() as patch:
            patch.setattr(machine.Session, "_fire", adding)
            # A rule that did not hold has premises that cannot be told, and the library stumbles over some.
            patch.setattr(composing, "held_leaves", only_what_stands_alone)
            result = Reasoner(load()).assess(Presentation(calf_pain=True))
        verdict = ce.check(result)
        assert not verdict
        assert any(problem.rule_id == rule_id and problem.where.startswith("trace[") for problem in verdict.problems)
