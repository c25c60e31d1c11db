"""How a conclusion was reached: from the conclusion through the rules down to the answers they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import UnknownIdError
from .display import proof_bundle, proof_document
from .html import as_html
from .layout import words
from .markdown import as_markdown

if TYPE_CHECKING:
    from ..assessment import Assessment, Premise, Step

_VERBS_OF_A_CAUSE = ("supports", "weakens", "confirms", "excludes", "alerts")


@dataclass(frozen=True, slots=True)
class ProofStep:
    """A rule that fired, and for each of its premises that is a concept the rules that concluded it."""

    step: Step
    rests_on: tuple[ProofStep, ...]

    @property
    def answers(self) -> tuple[Premise, ...]:
        """The answers this step rests on, through concepts too, each once."""
        found = [premise for premise in self.step.premises if premise.kind == "answer"]
        for below in self.rests_on:
            found.extend(below.answers)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of one conclusion. ``print(proof)`` shows the tree."""

    subject: str
    says: str
    notice: str
    steps: tuple[ProofStep, ...]

    @property
    def answers(self) -> tuple[Premise, ...]:
        """All answers the conclusion rests on, each once."""
        return tuple(dict.fromkeys(answer for step in self.steps for answer in step.answers))

    def to_text(self) -> str:
        """The tree in plain text."""
        lines = [self.says]
        for step in self.steps:
            lines.extend(_lines(step, 1))
        if not self.steps:
            lines.append("  No rule spoke for or against it: only its commonness speaks.")
        lines.extend(["", self.notice])
        return "\n".join(lines)

    __str__ = to_text

    def to_markdown(self) -> str:
        """The tree as Markdown."""
        return as_markdown(proof_document(self))

    def to_html(self, *, full_page: bool = True) -> str:
        """The tree as a page in HTML, or as an ``<article>`` for a page of yours."""
        return as_html(proof_document(self), full_page=full_page)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        return proof_bundle(self)


def prove(assessment: Assessment, subject: str) -> Proof:
    """The proof of a cause or an alert of an assessment."""
    concluded: dict[str, list[Step]] = {}
    for step in assessment.trace:
        if step.verb == "concludes":
            concluded.setdefault(step.concludes[0], []).append(step)
    for conclusion in assessment.conclusions:
        if conclusion.cause_id == subject:
            steps = [s for s in assessment.trace if s.verb in _VERBS_OF_A_CAUSE and subject in s.concludes]
            says = f"{conclusion.name}: {words(conclusion.likelihood.value)}, {words(conclusion.status.value)}"
            return Proof(subject, says, assessment.notice, tuple(_expand(step, concluded) for step in steps))
    raised = [alert for alert in assessment.alerts if alert.id == subject]
    if raised:
        # Several rules may raise one flag; the gravest comes first.
        rules = {alert.rule_id for alert in raised}
        steps = [s for s in assessment.trace if s.rule_id in rules]
        says = f"Alert {subject}: {words(raised[0].urgency.value)}"
        return Proof(subject, says, assessment.notice, tuple(_expand(step, concluded) for step in steps))
    known = [c.cause_id for c in assessment.conclusions] + [a.id for a in assessment.alerts]
    raise UnknownIdError("cause or alert", subject, known, where=" in this result")


def _expand(step: Step, concluded: dict[str, list[Step]], above: tuple[str, ...] = ()) -> ProofStep:
    # A positive circle of concepts would go on for ever: a rule is not shown below itself. The circle was entered by a
    # rule outside it, and that one is shown.
    above = (*above, step.rule_id)
    below = [
        behind
        for premise in step.premises
        if premise.kind == "concept"
        for behind in concluded.get(premise.id, ())
        if behind.rule_id not in above
    ]
    return ProofStep(step, tuple(_expand(behind, concluded, above) for behind in below))


def _lines(node: ProofStep, depth: int) -> Iterator[str]:
    step = node.step
    indent = "  " * depth
    figure = ""
    if step.lr is not None:
        interval = f" ({step.ci[0]:g} to {step.ci[1]:g})" if step.ci else ""
        figure = f", LR {step.lr:g}{interval}"
    passed_over = "" if step.counted is not False else ", passed over for a stronger sign of its group"
    yield f"{indent}{step.verb} {step.rule_id}{figure}{passed_over}"
    yield f"{indent}  because: {step.because}"
    for premise in step.premises:
        yield f"{indent}  - {premise.says}"
    read = "" if step.verified else ", not checked against a public page"
    yield f"{indent}  source: {', '.join(step.sources)} ({words(step.grade.value)}{read}), {step.written_at}"
    for below in node.rests_on:
        yield from _lines(below, depth + 1)
