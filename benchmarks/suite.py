"""The whole suite: what is measured, in which order, and what is written."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyperf

from calf_expert import assess
from calf_expert.assessment import Assessment
from calf_expert.catalogue import Knowledge, load
from calf_expert.reasoning import Reasoner

from .cases import SIZES, Case, drawn_people, examples, sample, vignettes
from .copies import engine_of_copies
from .probes import ask
from .rivals import Infer, Rival, check_that_all_agree, comparable, fired_ids, rivals
from .rounds import LEAST_SECONDS_A_TURN, Pass, Race, race

COPIES = 8
WHOLE = {
    "assess": "the whole: a mapping in, all read",
    "how": "the proof of its first cause, beyond that",
    "bounds": "the highest urgency still possible, beyond that",
}
SIZES_COMPARED = SIZES[1:]


@dataclass(frozen=True)
class Settings:
    """How much is measured."""

    sample: int = 60
    check_all_cases: bool = True
    rounds: int = 40
    turn_seconds: float = LEAST_SECONDS_A_TURN
    seconds: float = 120
    starts: int = 15
    assessments: int = 100_000
    within: float = 3600
    """Seconds; the assessments for the memory end when they are nearly over."""
    throughput_seconds: float = 4


QUICK = Settings(
    sample=5,
    check_all_cases=False,
    rounds=15,
    seconds=6,
    starts=2,
    assessments=10_000,
    within=26,
    throughput_seconds=0.25,
)


def run(settings: Settings, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Measure everything, and give it as plain data.

    Raises:
        DifferentAnswersError: if the contenders do not fire the same rules on every case.
    """
    began = time.monotonic()
    load_before = _load()
    whole = load()
    knowledge = comparable(whole)
    cases = sample(settings.sample)
    contenders = rivals(knowledge)
    copies = Rival(f"rules_{COPIES}x", "", fired_ids(engine_of_copies(knowledge, COPIES)))
    checked = _every_case() if settings.check_all_cases else cases
    say(f"Checking that all contenders fire the same rules on {len(checked)} cases ...")
    check_that_all_agree([*contenders, copies], checked)

    say(f"Timing them on {len(cases)} cases ...")
    passes = {rival.name: _inferring(rival.infer, cases) for rival in (*contenders, copies)}
    passes |= {"assess": _assessing(cases), **_questions(cases)}
    if len(knowledge.statements) < len(whole.statements):
        passes["infer_whole"] = _inferring(fired_ids(Reasoner(whole).engine), cases)
    main = race(
        passes,
        rounds=settings.rounds,
        seconds=settings.seconds,
        turn_seconds=settings.turn_seconds,
    )
    say("Timing by findings given ...")
    by_findings = _by_findings(contenders[0].infer, settings)
    say("Starting fresh processes ...")
    starts = [ask("start") for _ in range(settings.starts + 1)][1:]  # the first may write bytecode
    say("Measuring throughput ...")
    throughput = ask("throughput", settings.throughput_seconds)
    say(f"Assessing {settings.assessments:,} people for the memory they leave ...")
    memory = ask("memory", settings.assessments, max(2, settings.within - (time.monotonic() - began)))
    # CLIPS is what it is in the encoding that suits these cases best.
    best = {
        way: min((f"{way}_facts", f"{way}_record"), key=lambda name: main.summary(name)["median_ms"])
        for way in ("clipspy", "clips_c")
    }
    clips = best["clipspy"]
    measured = {rival.name: rival.what for rival in contenders} | WHOLE
    if "infer_whole" in passes:
        measured["infer_whole"] = "calf_expert's engine, all rules"
    return {
        **{name: {**main.summary(name), **_ratios(main, name, clips), "what": what} for name, what in measured.items()},
        **{
            way: {**main.summary(name), **_ratios(main, name, clips), "what": f"the faster of the two: {name}"}
            for way, name in best.items()
        },
        f"rules_{COPIES}x": main.summary(copies.name),
        f"rules_{COPIES}x_cost": main.ratio(copies.name, "infer"),
        "by_findings": by_findings,
        "start": {name: statistics.median(start[name] for start in starts) for name in starts[0]},
        "throughput": throughput,
        "memory": memory,
        "about": {
            **_about(whole),
            "rules_compared": len(knowledge.statements),
            "cases": len(cases),
            "cases_checked": len(checked),
            "rounds": main.rounds,
            "load_before": load_before,
            "load_after": _load(),
            "settings": vars(settings),
        },
    }


def write(results: dict[str, Any], path: Path) -> None:
    """Write the results as JSON."""
    path.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _every_case() -> list[Case]:
    return [*examples(), *vignettes(), *(case for given in SIZES for case in drawn_people(given))]


def _inferring(infer: Infer, cases: Sequence[Case]) -> Pass:
    known = [case.known for case in cases]

    def go() -> int:
        for answers in known:
            infer(answers)
        return len(known)

    return go


def _assessing(cases: Sequence[Case]) -> Pass:
    records = [case.record for case in cases]

    def go() -> int:
        for record in records:
            read(assess(record))
        return len(records)

    return go


def _questions(cases: Sequence[Case]) -> dict[str, Pass]:
    """What is asked of a result that is there already; nothing of it is kept from one time to the next."""
    results = [assess(case.record) for case in cases]
    for result in results:
        read(result)

    def how() -> int:
        for result in results:
            result.how(result.conclusions[0].cause_id)
        return len(results)

    def bounds() -> int:
        for result in results:
            result.urgency_at_most()
        return len(results)

    return {"how": how, "bounds": bounds}


def read(assessment: Assessment) -> int:
    """Look at the urgency, every conclusion with its reasons, and every step of the trace with its premises."""
    seen = len(assessment.urgency)
    for conclusion in assessment.conclusions:
        seen += len(conclusion.likelihood) + len(conclusion.status)
        for reason in (*conclusion.reasons_for, *conclusion.reasons_against):
            seen += len(reason.because) + len(reason.findings)
    for step in assessment.trace:
        seen += len(step.rule_id) + len(step.because)
        for premise in step.premises:
            seen += len(premise.says)
    return seen


def _by_findings(infer: Infer, settings: Settings) -> dict[str, dict[str, dict[str, float]]]:
    passes: dict[str, Pass] = {}
    for given in SIZES_COMPARED:
        cases = list(drawn_people(given))[: settings.sample]
        passes |= {f"infer {given}": _inferring(infer, cases), f"assess {given}": _assessing(cases)}
    timed = race(passes, rounds=settings.rounds, seconds=settings.seconds / 8, turn_seconds=settings.turn_seconds / 4)
    return {
        name: {str(given): timed.summary(f"{name} {given}") for given in SIZES_COMPARED} for name in ("infer", "assess")
    }


def _ratios(timed: Race, name: str, clips: str) -> dict[str, float]:
    return {"times_infer": timed.ratio(name, "infer"), "times_clipspy": timed.ratio(name, clips)}


def _about(knowledge: Knowledge) -> dict[str, Any]:
    # pyperf knows how to find out what a machine is; a run without values has nothing but that.
    machine = pyperf.Run([1.0], collect_metadata=True).get_metadata()
    return {
        "knowledge": {
            "version": knowledge.version,
            "sha256": knowledge.sha256,
            "statements": len(knowledge.statements),
            "causes": len(knowledge.causes),
        },
        "python": sys.version.split()[0],
        "implementation": platform.python_implementation(),
        "machine": {
            "platform": platform.platform(),
            "cpu": machine.get("cpu_model_name", platform.processor()),
            "cpus": os.cpu_count(),
        },
        "versions": {
            name: version(name) for name in ("calf_expert", "experta", "pydantic", "clipspy", "zen-engine", "pyperf")
        },
    }


def _load() -> float | None:
    """How many processes wanted a processor in the last minute, where the system tells."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None
