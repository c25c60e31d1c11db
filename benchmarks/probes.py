"""What only a fresh process can tell: ``python -m benchmarks.probes NAME [NUMBER ...]`` prints it as JSON."""

from __future__ import annotations

import gc
import itertools
import json
import multiprocessing
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any


def ask(probe: str, *numbers: float) -> Any:
    """Run a probe in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.probes", probe, *map(str, numbers)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=_ROOT)  # noqa: S603 - ourselves
    return json.loads(done.stdout)


_ROOT = Path(__file__).parents[1]


def start() -> dict[str, float]:
    """Processor seconds to import the library, to load and check its knowledge, and to compile it; and on the wall."""
    began = time.process_time(), time.perf_counter()
    import calf_expert  # noqa: F401, PLC0415 - is what is measured

    imported = time.process_time(), time.perf_counter()
    from calf_expert.catalogue import load  # noqa: PLC0415 - so is this

    knowledge = load()
    loaded = time.process_time(), time.perf_counter()
    from calf_expert.reasoning import Reasoner  # noqa: PLC0415 - and this

    Reasoner(knowledge)
    compiled = time.process_time(), time.perf_counter()
    return {
        "import_s": imported[0] - began[0],
        "load_and_check_s": loaded[0] - imported[0],
        "compile_s": compiled[0] - loaded[0],
        "build_s": compiled[0] - imported[0],
        "wall_import_s": imported[1] - began[1],
        "wall_build_s": compiled[1] - imported[1],
    }


def memory(assessments: float, seconds: float) -> dict[str, Any]:
    """What is held before and after so many assessments (or those that ``seconds`` are enough for).

    And then what is held before and after a fiftieth of them while allocations are traced, which is slow.
    """
    assess = _assessing(5, 10)
    assess(min(300, int(assessments)))  # to warm up: pools, caches of the interpreter
    before = _held()
    end = time.perf_counter() + seconds
    done = 0
    while done < assessments and time.perf_counter() < end:
        assess(50)
        done += 50
    after = _held()
    tracemalloc.start()
    assess(50)
    traced_before = _traced()
    assess(done // 50)
    traced_after = _traced()
    return {
        "assessments": done,
        "before": before,
        "after": after,
        "traced_assessments": done // 50,
        "traced_bytes": {"before": traced_before, "after": traced_after},
    }


def throughput(seconds: float) -> dict[str, dict[str, float]]:
    """Assessments a second with 1, 2 and 4 threads, and with as many processes."""
    counts: list[tuple[int, int]] = []
    barrier = threading.Barrier(max(WORKERS))
    threads = [
        threading.Thread(target=_work, args=(number, barrier, counts.append, seconds)) for number in range(max(WORKERS))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    spawn = multiprocessing.get_context("spawn")
    told = spawn.SimpleQueue()
    shared = spawn.Barrier(max(WORKERS))
    processes = [
        spawn.Process(target=_work, args=(number, shared, told.put, seconds)) for number in range(max(WORKERS))
    ]
    for process in processes:
        process.start()
    counts_of_processes = [told.get() for _ in WORKERS for _ in processes]
    for process in processes:
        process.join()
    return {"threads": _rates(counts, seconds), "processes": _rates(counts_of_processes, seconds)}


WORKERS = (1, 2, 4)


def _work(number: int, together: Any, tell: Callable[[tuple[int, int]], object], seconds: float) -> None:
    """One of the workers: works where it is among the first so many, and tells how much it did."""
    assess = _assessing(5, 10, 20, 40)
    assess(1)
    for workers in WORKERS:
        together.wait()
        end = time.perf_counter() + seconds
        done = 0
        while number < workers and time.perf_counter() < end:
            assess(1)
            done += 1
        tell((workers, done))


def _rates(counts: list[tuple[int, int]], seconds: float) -> dict[str, float]:
    return {str(workers): sum(done for of, done in counts if of == workers) / seconds for workers in WORKERS}


def _assessing(*sizes: int) -> Callable[[int], None]:
    """A function that assesses the next so many drawn people of these sizes, over and over the same ones."""
    from calf_expert import assess  # noqa: PLC0415 - `start` measures this import

    from .cases import drawn_people  # noqa: PLC0415 - imports it too

    records = itertools.cycle([case.record for size in sizes for case in drawn_people(size)])

    def assess_next(number: int) -> None:
        for record in itertools.islice(records, number):
            assess(record)

    return assess_next


def _held() -> dict[str, int]:
    import psutil  # noqa: PLC0415 - not needed to measure a start

    gc.collect()
    return {
        "rss_bytes": psutil.Process().memory_info().rss,
        "objects": len(gc.get_objects()),
        "blocks": sys.getallocatedblocks(),
    }


def _traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


PROBES: dict[str, Callable[..., Any]] = {"start": start, "memory": memory, "throughput": throughput}


def main(name: str, *numbers: str) -> None:
    """Run one probe and print what it found."""
    print(json.dumps(PROBES[name](*map(float, numbers))))


if __name__ == "__main__":
    main(*sys.argv[1:])
