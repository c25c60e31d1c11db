"""Proofs: the steps behind one conclusion, as a tree down to the answers, held against the steps that follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Protocol

from . import published
from .comparing import differences
from .expected import Expected, Tree
from .firing import Rule
from .truth import on_conclusion
from .verdict import CannotCheckError, Discrepancy

_BEARING_ON_A_CAUSE = ("supports", "weakens", "confirms", "excludes", "alerts")


class ProofLike(Protocol):
    """What is read of a proof. Each of its ``steps`` has a ``step`` of the trace and the steps that it ``rests_on``."""

    @property
    def subject(self) -> str:
        """The cause or the flag that is proved."""

    @property
    def says(self) -> str:
        """What was concluded of it."""

    @property
    def knowledge(self) -> Any:
        """The ``version`` and ``sha256`` of the knowledge it was made with."""

    @property
    def notice(self) -> str:
        """The notice that every rendering carries."""

    @property
    def steps(self) -> tuple[Any, ...]:
        """The steps that bear on it."""


def read_proof(proof: ProofLike) -> Tree:
    """A proof as plain data.

    Raises:
        CannotCheckError: if it is no proof.
    """
    try:
        plain = {
            "subject": proof.subject,
            "says": proof.says,
            "knowledge": {"version": proof.knowledge.version, "sha256": proof.knowledge.sha256},
            "notice": proof.notice,
            "steps": [_node(step) for step in proof.steps],
        }
        read = json.loads(json.dumps(plain, allow_nan=False))
    except Exception:  # noqa: BLE001 - an object of the caller's may raise anything, and its text may hold an answer
        reason = Discrepancy("proof", "expected a Proof, as `how` of an Assessment gives it")
    else:
        return dict(read)
    raise CannotCheckError(reason)


def problems_of_proof(given: Tree, expected: Expected) -> Iterator[Discrepancy]:
    """Everything in which a proof differs from the one that follows. The order of steps side by side claims nothing.

    Raises:
        CannotCheckError: if it is the proof of something else than a cause or an alert.
    """
    subject = given["subject"]
    if not isinstance(subject, str) or subject not in expected.provable:
        raise CannotCheckError(Discrepancy("subject", "expected a cause, or the flag of an alert"))
    wanted = _proof_of(subject, expected)
    if wanted is None:
        yield Discrepancy("subject", "expected an alert that was raised")
        return
    yield from differences(
        _in_order(wanted), _in_order(given), lambda _, where: Discrepancy(where, "expected no such step")
    )


def _node(step: Any) -> Tree:
    return {
        "rule_id": step.step.rule_id,
        "step": asdict(step.step),
        "rests_on": [_node(below) for below in step.rests_on],
    }


def _in_order(node: Tree) -> Tree:
    """The same tree with steps side by side in the order of their rules."""
    return {
        name: sorted((_in_order(below) for below in value), key=lambda below: str(below["rule_id"]))
        if name in ("steps", "rests_on")
        else value
        for name, value in node.items()
    }


def _proof_of(subject: str, expected: Expected) -> Tree | None:
    standing = expected.standings.get(subject)
    if standing is not None:
        says = f"{standing.cause.name}: {_words(standing.likelihood)}, {_words(standing.status)}"
        bearing = [r for r in expected.fired if r.verb in _BEARING_ON_A_CAUSE and subject in r.concludes]
    else:
        bearing = [r for r in expected.fired if r.verb == "alerts" and r.statement.flag == subject]
        if not bearing:
            return None
        levels = (rule.statement.urgency.value for rule in bearing)
        says = f"Alert {subject}: {_words(max(levels, key=published.LEVELS.index))}"
    steps = [_behind(rule, expected, ()) for rule in bearing]
    return {
        "subject": subject,
        "says": says,
        "knowledge": expected.knowledge_used(),
        "notice": published.NOTICE,
        "steps": steps,
    }


def _words(name: str) -> str:
    return name.replace("_", " ")


_CONCLUDED_BY = {"concept": "concludes", "score": "scores"}
"""The verb of the rules that bring about a fact, by its kind."""


def _behind(rule: Rule, expected: Expected, above: tuple[Rule, ...]) -> Tree:
    """A step and, below it, those that concluded the concepts and scores it rests on; none below itself."""
    above = (*above, rule)
    facts = [on_conclusion(condition) for condition in rule.conditions]
    needed = {(_CONCLUDED_BY[fact[0]], fact[1]) for fact in facts if fact is not None and fact[0] in _CONCLUDED_BY}
    below = [r for r in expected.fired if (r.verb, r.concludes[0]) in needed and r not in above]
    return {
        "rule_id": rule.id,
        "step": expected.step(rule),
        "rests_on": [_behind(other, expected, above) for other in below],
    }
