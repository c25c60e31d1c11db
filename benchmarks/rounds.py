"""Contenders timed in turns: every round has each of them once, in an order drawn anew.

pyperf brings the data model and the statistics. What it has not is several contenders in one process, by turns. That
matters on a busy machine: what slows a round down slows all of them down, and a ratio taken within each round is steady
where the times are not.

The clock is the processor time of this process, so that time given to other processes is not counted: nothing here
waits for anything, and on an idle machine it is the same as the time on the wall, which is kept beside it. A value is
the mean over all cases in one round: over cases a mean, because a median would hide what the long ones cost, and over
rounds the median.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyperf

Pass = Callable[[], int]
"""Does a contender's work on all cases once, and says how many cases that was."""

FEWEST_ROUNDS = 3
LEAST_SECONDS_A_TURN = 0.1


@dataclass(frozen=True)
class Turn:
    """What one contender took in one round, in seconds a case."""

    processor: float
    wall: float


@dataclass(frozen=True)
class Race:
    """The turns of all contenders, in the order of the rounds."""

    turns: Mapping[str, Sequence[Turn]]

    @property
    def rounds(self) -> int:
        """How many there were."""
        return min(map(len, self.turns.values()))

    def benchmark(self, name: str) -> pyperf.Benchmark:
        """A contender's values as pyperf keeps them: one run a round."""
        metadata = {"name": name, "unit": "second"}
        return pyperf.Benchmark(
            [pyperf.Run([turn.processor], metadata=metadata, collect_metadata=False) for turn in self.turns[name]]
        )

    def ratio(self, name: str, to: str) -> float:
        """How many times as long as ``to`` it takes: the median over the rounds."""
        pairs = zip(self.turns[name], self.turns[to], strict=True)
        return statistics.median(turn.processor / other.processor for turn, other in pairs)

    def summary(self, name: str) -> dict[str, float]:
        """Median and spread in milliseconds a case."""
        benchmark = self.benchmark(name)
        return {
            "median_ms": benchmark.median() * 1e3,
            "mad_ms": benchmark.median_abs_dev() * 1e3,
            "min_ms": min(benchmark.get_values()) * 1e3,
            "wall_median_ms": statistics.median(turn.wall for turn in self.turns[name]) * 1e3,
        }


def race(
    contenders: Mapping[str, Pass], *, rounds: int, seconds: float, turn_seconds: float = LEAST_SECONDS_A_TURN
) -> Race:
    """Run at most ``rounds`` rounds, and no more once ``seconds`` are over, but never fewer than three.

    In its turn a contender goes through all cases as often as is needed to fill ``turn_seconds``.
    """
    loops = {name: _loops(run, turn_seconds) for name, run in contenders.items()}
    turns: dict[str, list[Turn]] = {name: [] for name in contenders}
    names = list(contenders)
    end = time.perf_counter() + seconds
    # The garbage collector stays on, as it is in life, but leaves alone what was made before.
    gc.collect()
    gc.freeze()
    try:
        for number in range(max(rounds, FEWEST_ROUNDS)):
            if number >= FEWEST_ROUNDS and time.perf_counter() > end:
                break
            random.Random(number).shuffle(names)
            for name in names:
                gc.collect()  # one contender's garbage is not another's work
                turns[name].append(_turn(contenders[name], loops[name]))
    finally:
        gc.unfreeze()
    return Race(turns)


def _turn(run: Pass, loops: int) -> Turn:
    wall, processor = time.perf_counter(), time.process_time()
    cases = sum(run() for _ in range(loops))
    return Turn((time.process_time() - processor) / cases, (time.perf_counter() - wall) / cases)


def _loops(run: Pass, seconds: float) -> int:
    """How often a contender has to go through all cases to fill its turn."""
    once = _processor_time(run)  # to warm up, which says enough of what takes long
    if once < 2 * seconds:
        once = _processor_time(run)
    return max(1, round(seconds / max(once, 1e-6)))


def _processor_time(run: Pass) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started
