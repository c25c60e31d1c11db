"""Ask three engines about thousands of people and print every difference: ``make differential``.

The people are plausible ones on the library's own rules (``tests.plausible``), and drawn ones on drawn rule bases
(``tests.engine.drawn``), one base to five people. All come from seeds: the same numbers ask about the same people, and
a difference is printed with the seed that repeats it. CLIPS is asked about everyone; stock Experta, which takes a
hundred times as long, about the first of every few. The exit code is 1 if any two engines differ on anyone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.metadata import version

from tests.engine.drawn import drawn, people
from tests.engine.rivals import Rivals
from tests.plausible import presentation

from calf_expert.catalogue import load
from calf_expert.export.clips import to_clips

FEW = 5
"""People a drawn rule base."""
CHUNK = 100
"""People that one process is asked about at a time."""


class Found:
    """What a number of people showed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.rules: set[str] = set()
        self.differences: list[str] = []

    def add(self, other: Found) -> None:
        """Take in what other people showed."""
        self.counts += other.counts
        self.rules |= other.rules
        self.differences += other.differences


@cache
def _own() -> Rivals:
    return Rivals(load(), to_clips())


def plausible(seeds: Iterable[int], *, stock_every: int) -> Found:
    """People on the library's own rules. Of every ``stock_every`` the first is asked of stock Experta too."""
    found = Found()
    for seed in seeds:
        with_stock = seed % stock_every == 0
        said, differences = _own().compare(presentation(seed).known, with_stock=with_stock)
        _count(found, "plausible people", with_stock, len(said.fired) + len(said.management))
        found.rules |= said.fired | {rule for rule, _ in said.management}
        found.differences += [f"plausible person {seed}: {difference}" for difference in differences]
    return found


def on_drawn_rules(seeds: Iterable[int], *, stock_every: int) -> Found:
    """People on rules that are not the library's; ``seeds`` are those of the bases."""
    found = Found()
    for seed in seeds:
        base = drawn(seed)
        rivals = Rivals(base, to_clips(base))
        for number, (known, weighed) in enumerate(people(seed, many=FEW)):
            with_stock = (FEW * seed + number) % stock_every == 0
            said, differences = rivals.compare(known, weighed, with_stock=with_stock)
            _count(found, "people on drawn rule bases", with_stock, len(said.fired) + len(said.management))
            found.differences += [f"rule base {seed}, person {number}: {difference}" for difference in differences]
    return found


def _count(found: Found, people: str, with_stock: bool, fired: int) -> None:
    found.counts[f"{people} asked of CLIPS"] += 1
    found.counts[f"{people} asked of stock Experta"] += with_stock
    found.counts[f"rules fired by {people}"] += fired


def _work(many: int, of_stock: int, first: int) -> Iterator[partial[Found]]:
    """The work in pieces: three people in four are plausible ones."""
    stock_every = max(1, many // of_stock) if of_stock else sys.maxsize
    on_own = many * 3 // 4
    bases = (many - on_own) // FEW
    yield from _pieces(plausible, first, on_own, CHUNK, stock_every)
    yield from _pieces(on_drawn_rules, first, bases, CHUNK // FEW, stock_every)


def _pieces(ask: object, first: int, many: int, chunk: int, stock_every: int) -> Iterator[partial[Found]]:
    assert callable(ask)
    for start in range(first, first + many, chunk):
        yield partial(ask, range(start, min(start + chunk, first + many)), stock_every=stock_every)


def _do(piece: partial[Found]) -> Found:
    return piece()


def main() -> int:
    """Ask, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--people", type=int, default=20_000, help="how many CLIPS is asked about (%(default)s)")
    parser.add_argument("--stock", type=int, default=2_000, help="how many stock Experta is asked about (%(default)s)")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed (%(default)s)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="(%(default)s)")
    args = parser.parse_args()
    began = time.perf_counter()
    engines = f"clipspy {version('clipspy')}, Experta {version('experta')}"
    print(f"Knowledge {load().sha256[:12]}, {engines}, people from seed {args.first}", flush=True)
    total = Found()
    # Spawned, so that no engine is shared and every platform does the same.
    with multiprocessing.get_context("spawn").Pool(args.processes) as pool:
        work = list(_work(args.people, args.stock, args.first))
        for done, found in enumerate(pool.imap(_do, work), start=1):
            total.add(found)
            for difference in found.differences:
                print(difference, flush=True)
            if done * 10 // len(work) > (done - 1) * 10 // len(work):
                print(f"  {done * 100 // len(work)} % after {time.perf_counter() - began:,.0f} s", flush=True)
    print(f"{time.perf_counter() - began:>9,.0f} seconds")
    return report(total)


def report(total: Found) -> int:
    """Print what was asked and found, and give the exit code."""
    for what, count in total.counts.items():
        print(f"{count:>9,} {what}")
    print(f"{len(total.rules):>9,} of {len(load().statements):,} rules of the library fired for somebody")
    print(f"{len(total.differences):>9,} differences")
    return 1 if total.differences else 0


if __name__ == "__main__":
    sys.exit(main())
