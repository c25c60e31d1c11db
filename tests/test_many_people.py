"""Many people, many threads, and faults in every function: results do not mix, and nothing of a person stays behind."""

import gc
import random
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import yaml

import calf_expert as ce
from calf_expert.errors import AssessmentError

VIGNETTES = sorted((Path(__file__).parent / "knowledge").rglob("*.yaml"))
PACKAGE = str(Path(ce.__file__).parent)
THREADS, CASES_EACH = 8, 2000
# Of no vignette and no rule. Kept as text: the test itself must not hold what it looks for.
CANARY = "61.4273"


def people(step):
    """Presentations of people from the vignettes, every ``step``-th."""
    records = [v["presentation"] for path in VIGNETTES for v in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return [ce.Presentation(**record) for record in records[::step]]


def a_person():
    """Somebody of whom one answer can be recognised anywhere in memory."""
    return ce.Presentation(
        age_years=float(CANARY), calf_pain=True, calf_swelling=True, pain_on_walking=True, relief_by_sitting=True
    )


def everything_reachable():
    """Every object that can be reached from one the garbage collector knows."""
    gc.collect()
    waiting, seen = gc.get_objects(), set()
    while waiting:
        thing = waiting.pop()
        if id(thing) not in seen:
            seen.add(id(thing))
            yield thing
            waiting.extend(gc.get_referents(thing))


def canaries_alive():
    return sum(1 for thing in everything_reachable() if type(thing) is float and str(thing) == CANARY)


def test_the_search_of_memory_finds_an_answer_that_is_held():
    held = ce.assess(a_person())
    assert canaries_alive() > 0
    del held
    assert canaries_alive() == 0


def test_eight_threads_give_what_one_thread_gives():
    everybody = people(9)
    assert len(everybody) > 100
    alone = [ce.assess(person) for person in everybody]
    start = threading.Barrier(THREADS)

    def work(seed):
        chance = random.Random(seed)  # noqa: S311  # test data
        start.wait()
        wrong = []
        for _ in range(CASES_EACH):
            number = chance.randrange(len(everybody))
            if ce.assess(everybody[number]) != alone[number]:
                wrong.append(number)
        return wrong

    with ThreadPoolExecutor(THREADS) as threads:
        assert [wrong for found in threads.map(work, range(THREADS)) for wrong in found] == []


def test_nothing_of_a_person_is_reachable_after_many_threads():
    with ThreadPoolExecutor(THREADS) as threads:
        urgencies = Counter(threads.map(lambda _: ce.assess(a_person()).urgency, range(400)))
    assert len(urgencies) == 1
    assert canaries_alive() == 0


def functions_called(run):
    """The code of every function of the library that ``run`` calls, in order."""
    called = {}

    def note(frame, event, _):
        if event == "call" and frame.f_code.co_filename.startswith(PACKAGE):
            called[frame.f_code] = None

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return list(called)


class FaultError(Exception):
    """Carries an answer, as errors do."""


def fails_at(code, person):
    """Assess a person while a fault strikes as soon as the function is called."""

    def strike(frame, event, _):
        if event == "call" and frame.f_code is code:
            raise FaultError(person.age_years)

    sys.setprofile(strike)
    try:
        ce.assess(person)
    except AssessmentError as error:
        return error
    finally:
        sys.setprofile(None)
    return None


def test_a_fault_in_any_function_is_told_without_an_answer_and_leaves_no_trace():
    others = people(97)
    expected = [ce.assess(person) for person in others]
    codes = functions_called(partial(ce.assess, a_person()))
    # `assess` itself fails before there is anybody to be assessed.
    codes = [code for code in codes if code is not ce.assess.__code__]
    assert {"infer", "weigh", "manage", "compose", "changes", "declare", "get_next", "reset"} <= {
        code.co_name for code in codes
    }
    for number, code in enumerate(codes):
        error = fails_at(code, a_person())
        assert error is not None, code.co_name
        assert "seek medical advice" in str(error)
        assert "FaultError" in str(error)
        assert CANARY not in f"{error} {error!r} {error.args}"
        assert error.__cause__ is None
        assert error.__context__ is None
        place = number % len(others)
        assert ce.assess(others[place]) == expected[place], code.co_name
    del error
    assert canaries_alive() == 0


def test_memory_does_not_grow_with_the_people_assessed():
    count, everybody = 300, people(41)

    def objects_after(times):
        for number in range(times):
            ce.assess(everybody[number % len(everybody)])
        gc.collect()
        return len(gc.get_objects())

    before = objects_after(count)
    assert objects_after(3 * count) <= before + 5
