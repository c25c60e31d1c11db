"""The people that tests are drawn from: they are the same every time, could exist, and come in every kind."""

import math
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.plausible import _limits, presentation, record

from calf_expert.catalogue import load
from calf_expert.findings import UNKNOWN
from calf_expert.presentation import Presentation
from calf_expert.reasoning import assess

ROOT = Path(__file__).parents[1]
MANY = 200


def test_a_seed_gives_the_same_person_in_every_process():
    command = [sys.executable, "-c", "from tests.plausible import record; print([record(n) for n in range(20)])"]
    said = {
        subprocess.run(
            command,
            cwd=ROOT,
            check=True,
            timeout=60,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert said == {str([record(seed) for seed in range(20)])}
    assert record(1) != record(2)


def test_everyone_could_exist_and_what_is_given_is_what_is_known():
    for seed in range(MANY):
        assert Presentation.model_validate(record(seed)) == presentation(seed)


def test_nothing_is_known_in_two_ways_and_numbers_lie_on_limits_and_beside_them():
    seen = Counter()
    for seed in range(MANY):
        for name, answer in record(seed).items():
            seen[answer if answer in (None, UNKNOWN, True, False) else type(answer).__name__] += 1
            limits = _limits().get(name, ())
            if isinstance(answer, float) and any(abs(answer - limit) < 1e-9 for limit in limits):
                seen["on a limit" if answer in limits else "one step beside it"] += 1
                if answer not in limits:
                    assert any(math.nextafter(answer, limit) == limit for limit in limits)
    for kind in (None, UNKNOWN, True, False, "str", "float", "int", "on a limit", "one step beside it"):
        assert seen[kind] > 20, seen


def test_every_cause_is_among_the_first_for_somebody_and_every_level_is_reached():
    results = [assess(presentation(seed)) for seed in range(2 * MANY)]
    assert {c.cause_id for result in results for c in result.conclusions[:2]} == set(load().causes)
    assert len({result.urgency for result in results}) >= 4
    fired = {step.rule_id for result in results for step in result.trace}
    assert len(fired) > 0.8 * len(load().statements)
