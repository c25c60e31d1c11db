"""The engine: exact, private, safe among threads. Numbers in brackets are those of the traps of Experta it avoids."""

import gc
import importlib
import itertools
import os
import random
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import toy

from calf_expert.authoring import AnyOf, AtLeast, Measured, NotKnown, Present, Urgency
from calf_expert.catalogue import assemble
from calf_expert.engine import Engine, Program, compile_program
from calf_expert.engine import program as programs
from calf_expert.engine._experta import NOT, TEST, Activation, Agenda, Fact, FactList, InitialFact, Rule
from calf_expert.engine.agenda import TotalOrder
from calf_expert.engine.facts import Concept, Record
from calf_expert.findings import FINDINGS, UNKNOWN, Kind

ROOT = Path(__file__).parents[2]

both_matchers = pytest.mark.parametrize("stock", [False, True], ids=["counting", "stock"])

CHAIN = """
CAUSE = Cause()
OPTIONS = (Option(id="walk", families=("exercise",)), Option(id="pill", kind=MEDICINE))
RULES = (
    supports("not_spinal", when=[NotConcluded("spinal"), Present("pain_on_walking")], strength=WEAK, group="g"),
    supports("spinal", when=[Concluded("spinal")], lr=3, group="g"),
    concludes("upright", concept="spinal", when=[Concluded("on_walking"), Present("worse_on_standing")]),
    concludes("walking", concept="on_walking", when=[Present("pain_on_walking")]),
    supports("old", when=[Measured("age_years", AtLeast(65)), Absent("calf_swelling")], strength=WEAK),
    supports("fast", when=[Is("onset_speed", ("sudden",))], strength=WEAK, group="onset"),
    supports("fastish", when=[Is("onset_speed", ("sudden", "hours"))], strength=WEAK, group="onset"),
    alerts("numb", when=[AnyOf(Present("saddle_numbness"), Present("new_bladder_difficulty"))]),
    offers("walk", option="walk", when=[Suspected("toy")]),
    offers("pill", option="pill", when=[Considered("toy"), NotConcluded("spinal")]),
    forbids("no_exercise", what="exercise", when=[UrgencyAtLeast(Urgency.SAME_DAY)]),
    cautions("age", what="medicine", when=[NotKnown("age_years")]),
    *asks_before("walk", about=["cold_limb"]),
)
"""
FINDINGS_OF_CHAIN = {
    "pain_on_walking": (True, False),
    "worse_on_standing": (True, False),
    "age_years": (64.0, 65.0),
    "calf_swelling": (True, False),
    "onset_speed": ("sudden", "hours", "days"),
    "saddle_numbness": (True, False),
    "new_bladder_difficulty": (True, False),
    "cold_limb": (True, False),
}


def engine_of(text, *, stock=False):
    return Engine(toy.program(toy.knowledge(toy=text)), stock=stock)


def fired(engine, /, **known):
    with engine.session() as session:
        return [statement.name for statement in session.infer(known)]


def run(engine, known, *, suspected=("toy",), urgency=Urgency.ROUTINE):
    """What fired in both stages."""
    with engine.session() as session:
        inferred = session.infer(known)
        return [s.id for s in (*inferred, *session.manage(["toy"], suspected, urgency))]


def people(count, seed=0):
    chance = random.Random(seed)  # noqa: S311  # test data
    for _ in range(count):
        drawn = {name: chance.choice([*answers, UNKNOWN]) for name, answers in FINDINGS_OF_CHAIN.items()}
        yield {name: answer for name, answer in drawn.items() if answer != UNKNOWN}


@both_matchers
def test_what_no_rule_waits_for_becomes_no_fact(stock):
    with engine_of(CHAIN, stock=stock).session() as session:
        session.infer({"pain_on_walking": True, "worse_on_standing": True})
        session.manage(["toy", "other"], ["toy", "other"], Urgency.EMERGENCY)
        facts = {(type(fact).__name__, fact["name"]) for fact in session._machine.facts.values() if "name" in fact}
    assert facts == {
        ("Concept", "on_walking"),
        ("Concept", "spinal"),
        ("ConsideredCause", "toy"),
        ("SuspectedCause", "toy"),
        ("ReachedUrgency", "same_day"),
        ("OfferedOption", "walk"),
        ("OfferedOption", "exercise"),
    }


# ----------------------------------------------------------------------------------------------------------- real rules


def test_each_statement_is_one_experta_rule():
    known = toy.knowledge(toy=CHAIN)
    rules = toy.program(known).rules
    experta_rule = importlib.import_module("experta.rule").Rule
    assert len(rules) == len(known.statements)
    for rule, statement in zip(rules, known.statements, strict=True):
        assert type(rule) is experta_rule
        assert (rule.__name__, rule.__doc__) == (statement.id, statement.because)
        assert rule.salience == -known.strata[statement.id]


def test_a_rule_has_the_complete_left_hand_side():
    text = """
    RULES = (
        concludes("x", concept="x", when=[Present("saddle_numbness")]),
        concludes("y", concept="y", when=[Absent("saddle_numbness")]),
        concludes("all", concept="z", when=[
            NotConcluded("y"),
            AnyOf(Present("cold_limb"), Measured("age_years", AtLeast(65))),
            Present("calf_swelling"),
            Concluded("x"),
            Is("onset_speed", ("sudden",)),
        ]),
    )
    """
    *_, rule = toy.program(toy.knowledge(toy=text)).rules
    record, concept, denied, test = rule
    assert type(record) is Record
    assert {slot: value for slot, value in record.items() if isinstance(value, (bool, str))} == {
        "calf_swelling": True,
        "onset_speed": "sudden",
    }
    assert set(record) == {"calf_swelling", "onset_speed", "cold_limb", "age_years"}
    assert concept == Concept(name="x")
    assert isinstance(denied, NOT)
    assert list(denied) == [Concept(name="y")]
    assert isinstance(test, TEST)
    assert repr(test[0]) == (
        f"<Test: ({FINDINGS['cold_limb'].label}: yes; or {FINDINGS['age_years'].label}: 65 years or more)>"
    )


@both_matchers
def test_two_conditions_on_one_finding_both_count(stock):
    text = """
    RULES = (
        concludes("both", concept="x", when=[Measured("age_years", AtLeast(18)), Measured("age_years", AtMost(40))]),
        concludes("never", concept="y", when=[Present("cold_limb"), Absent("cold_limb")]),
        concludes("twice", concept="z", when=[
            Present("cold_limb"), AnyOf(Absent("cold_limb"), Present("calf_swelling"))
        ]),
    )
    """
    engine = engine_of(text, stock=stock)
    assert fired(engine, age_years=17.0, cold_limb=True) == []
    assert fired(engine, age_years=41.0, cold_limb=False, calf_swelling=True) == []
    assert fired(engine, age_years=18.0, cold_limb=True, calf_swelling=True) == ["both", "twice"]


@pytest.mark.parametrize(
    "conditions",
    [
        (Record(), Record()),
        (Concept(name="x"),),
        (Record(), NOT(Concept(name="x"), Concept(name="y"))),
        (Record(), TEST(lambda: True)),
        (Record(), *[TEST(programs.Test((Present("cold_limb"),)))] * 2),
        (Record(), Concept(name="x", other=1)),
        (Record(), Concept()),
        (Record(), Fact(name="x")),
        (Record(), NOT(Record(cold_limb=True))),
        (Record(), importlib.import_module("experta").EXISTS(Concept(name="x"))),
        (Record(), importlib.import_module("experta").OR(Concept(name="x"), Concept(name="y"))),
    ],
)
def test_forms_that_no_statement_compiles_to_are_refused_when_the_network_is_built(conditions):
    with pytest.raises(TypeError):
        Engine(Program((Rule(*conditions)(lambda _: None),)))


# -------------------------------------------------------------------------------------------- three-valued, traps 9, 10


@both_matchers
def test_not_asked_never_acts_as_a_no(stock):
    engine = engine_of('RULES = (concludes("no", concept="x", when=[Absent("cold_limb")]),)', stock=stock)
    assert fired(engine) == []
    assert fired(engine, cold_limb=UNKNOWN) == []
    assert fired(engine, cold_limb=True) == []
    assert fired(engine, cold_limb=False) == ["no"]


@both_matchers
def test_nothing_fires_of_a_person_of_whom_nothing_is_known(stock):
    assert fired(engine_of(CHAIN, stock=stock)) == []


@both_matchers
def test_every_finding_can_be_matched(stock):
    forms = {
        Kind.BOOLEAN: 'Present("{0}")',
        Kind.ENUM: 'Is("{0}", ("{1}",))',
        Kind.NUMBER: 'Measured("{0}", AtLeast({2}))',
        Kind.DURATION: 'Measured("{0}", AtLeast({2}))',
    }
    some = [f for i, f in enumerate(FINDINGS.values()) if not stock or i % 8 == 0]
    rules = "\n".join(
        'concludes("{0}", concept="{0}", when=[{1}]),'.format(
            f.id, forms[f.kind].format(f.id, (*f.values, "")[0], (f.range or (0,))[0])
        )
        for f in some
    )
    engine = engine_of(f"RULES = (\n{rules}\n)", stock=stock)
    answers = {f.id: True if f.kind is Kind.BOOLEAN else f.values[0] if f.values else f.range[1] for f in some}
    assert fired(engine, **answers) == [f.id for f in some]
    assert fired(engine, **{some[0].id: answers[some[0].id]}) == [some[0].id]


@both_matchers
def test_a_concept_concluded_twice_fires_what_rests_on_it_once(stock):
    engine = engine_of(
        """
        CAUSE = Cause()
        RULES = (
            concludes("one", concept="x", when=[Present("cold_limb")]),
            concludes("other", concept="x", when=[Present("calf_swelling")]),
            supports("on_x", when=[Concluded("x")], strength=WEAK),
        )
        """,
        stock=stock,
    )
    assert sorted(fired(engine, cold_limb=True, calf_swelling=True)) == ["on_x", "one", "other"]


# ------------------------------------------------------------------------------------------- one firing, traps 7, 8, 11


@both_matchers
@pytest.mark.parametrize("form", ["AnyOf", "AtLeastNOf"])
def test_an_any_of_twelve_pairs_fires_once(stock, form):
    names = [f.id for f in FINDINGS.values() if f.kind is Kind.BOOLEAN][:24]
    pairs = ", ".join(f'AllOf(Present("{a}"), Present("{b}"))' for a, b in zip(names[::2], names[1::2], strict=True))
    head = "AtLeastNOf(3, " if form == "AtLeastNOf" else "AnyOf("
    engine = engine_of(f'RULES = (concludes("c", concept="x", when=[{head}{pairs})]),)', stock=stock)
    assert len(engine.program.rules) == 1
    assert fired(engine, **dict.fromkeys(names, True)) == ["c"]
    assert fired(engine, **dict.fromkeys(names[::2], True)) == []
    assert fired(engine, **dict.fromkeys(names[:6], True)) == ["c"]


@both_matchers
def test_rules_of_one_name_in_two_modules_both_fire(stock):
    text = 'CAUSE = Cause()\nRULES = (supports("same", when=[Present("cold_limb")], strength=WEAK),)'
    engine = Engine(toy.program(toy.knowledge(one=text, other=text)), stock=stock)
    with engine.session() as session:
        assert [s.id for s in session.infer({"cold_limb": True})] == ["one.same", "other.same"]


# ---------------------------------------------------------------------------------------------------- order, traps 5, 6


@both_matchers
def test_rules_fire_as_written_but_what_follows_from_the_newest_comes_first(stock):
    text = """
    RULES = (
        concludes("on_a", concept="after_a", when=[Concluded("a")]),
        concludes("b", concept="b", when=[Present("cold_limb")]),
        concludes("a", concept="a", when=[Present("cold_limb")]),
        concludes("on_a_and_b", concept="after_both", when=[Concluded("a"), Concluded("b")]),
        concludes("on_b", concept="after_b", when=[Concluded("b")]),
        concludes("last", concept="last", when=[Present("cold_limb")]),
    )
    """
    assert fired(engine_of(text, stock=stock), cold_limb=True) == ["b", "on_b", "a", "on_a_and_b", "on_a", "last"]


@both_matchers
def test_a_stratum_is_completed_before_the_next_begins(stock):
    known = toy.knowledge(toy=CHAIN)
    engine = Engine(toy.program(known), stock=stock)
    for person in people(60):
        with engine.session() as session:
            strata = [known.strata[s.id] for s in session.infer(person)]
        assert strata == sorted(strata)


def test_order_is_the_same_whatever_the_hash_seed():
    script = """
        from tests.engine.test_engine import CHAIN, engine_of, people, run
        for stock in (False, True):
            engine = engine_of(CHAIN, stock=stock)
            for person in people(20):
                print(run(engine, person))
    """
    # As modules of the folder `tests`, which the root on the path makes importable.
    path = os.pathsep.join([str(ROOT), *sys.path])
    printed = [
        subprocess.run(
            [sys.executable, "-c", dedent(script)],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    ]
    here = [str(run(engine_of(CHAIN), person)) for person in people(20)]
    assert printed[0].splitlines() == here * 2
    assert printed[1:] == printed[:-1]


@given(
    st.lists(st.tuples(st.integers(-2, 0), st.sets(st.integers(0, 5), min_size=1, max_size=3)), max_size=12), st.data()
)
def test_whatever_is_withdrawn_leaves_the_agenda_and_the_rest_stays_in_order(drawn, data):
    facts = FactList()
    declared = [facts.declare(Concept(name=str(number))) for number in range(6)]
    activations = []
    for order, (salience, of) in enumerate(drawn):
        rule = Rule(Concept(), salience=salience)(lambda _: None)
        rule.order = order
        activations.append(Activation(rule, {declared[number] for number in of}))
    agenda, strategy = Agenda(), TotalOrder()
    strategy.update_agenda(agenda, activations, [])
    withdrawn = data.draw(st.sets(st.sampled_from(range(len(activations)))) if activations else st.just(set()))
    strategy.update_agenda(agenda, [], [activations[number] for number in withdrawn])
    left = [number for number in range(len(activations)) if number not in withdrawn]
    left.sort(key=lambda number: (drawn[number][0], sorted(drawn[number][1], reverse=True), -number))
    assert [activation.rule.order for activation in agenda.activations] == left


DENIAL = (
    'supports("no_x", when=[NotConcluded("x"), Present("calf_swelling")], strength=WEAK, group="g"),',
    'supports("no_x_either", when=[Absent("cold_limb"), NotConcluded("x")], strength=WEAK, group="g"),',
    'concludes("no_x_so_z", concept="z", when=[NotConcluded("x"), Present("calf_swelling")]),',
    'concludes("y_so_x", concept="x", when=[Concluded("y")]),',
    'concludes("y", concept="y", when=[Present("pain_on_walking")]),',
)


@both_matchers
def test_a_rule_on_an_absence_waits_for_all_that_could_end_it_in_every_order_of_declaration(stock):
    person = {"calf_swelling": True, "cold_limb": False}
    for rules in itertools.permutations(DENIAL):
        engine = engine_of("\n".join(["CAUSE = Cause()", "RULES = (", *rules, ")"]), stock=stock)
        assert fired(engine, **person, pain_on_walking=True) == ["y", "y_so_x"], rules
        assert sorted(fired(engine, **person)) == ["no_x", "no_x_either", "no_x_so_z"], rules


@both_matchers
def test_many_withdrawn_activations_never_fire(stock):
    denials = [
        f'supports("denial_{i}", when=[NotConcluded("x"), Present("calf_swelling")], strength=WEAK, group="g"),'
        for i in range(25)
    ]
    others = [
        f'supports("other_{i}", when=[NotConcluded("w"), Present("calf_swelling")], strength=WEAK, group="g"),'
        for i in range(25)
    ]
    mixed = [rule for pair in zip(denials, others, strict=True) for rule in pair]
    ends = [
        f'concludes("{x}", concept="{x}", when=[Present("{y}")]),' for x, y in (("x", "cold_limb"), ("w", "fatigue"))
    ]
    engine = engine_of("\n".join(["CAUSE = Cause()", "RULES = (", *mixed, *ends, ")"]), stock=stock)
    assert fired(engine, calf_swelling=True, cold_limb=True) == ["x", *(f"other_{i}" for i in range(25))]


# ----------------------------------------------------------------------------------------------------- stages, traps 21


@both_matchers
def test_management_fires_only_in_its_stage(stock):
    engine = engine_of(CHAIN, stock=stock)
    with engine.session() as session:
        inferred = [s.name for s in session.infer({"pain_on_walking": True})]
        managed = [s.name for s in session.manage(["toy"], ["toy"], Urgency.SAME_DAY)]
    assert inferred == ["walking", "not_spinal"]
    assert sorted(managed) == ["age", "no_exercise", "pill", "walk", "walk_needs_cold_limb"]


@both_matchers
def test_management_rests_on_what_was_weighed_and_on_what_was_concluded(stock):
    engine = engine_of(CHAIN, stock=stock)
    with engine.session() as session:
        session.infer({"pain_on_walking": True, "worse_on_standing": True, "age_years": 50.0})
        assert session.manage(["toy"], [], Urgency.EMERGENCY) == ()  # spinal, not suspected
    with engine.session() as session:
        session.infer({"cold_limb": False})
        assert [s.name for s in session.manage([], ["toy"], Urgency.WITHIN_DAYS)] == ["walk"]


@both_matchers
@pytest.mark.parametrize("reached", list(Urgency))
def test_an_urgency_reaches_every_level_below_it(stock, reached):
    levels = "\n".join(f'forbids("{u.value}", what="walk", when=[UrgencyAtLeast(Urgency.{u.name})]),' for u in Urgency)
    text = f"""
CAUSE = Cause()
OPTIONS = (Option(id="walk"),)
RULES = (
{levels}
offers("o", option="walk", when=[Suspected("toy")]),
)
"""
    engine = engine_of(text, stock=stock)
    with engine.session() as session:
        session.infer({})
        managed = [s.name for s in session.manage([], ["toy"], reached)]
    assert sorted(managed) == sorted(["o", *(u.value for u in Urgency if u.rank <= reached.rank)])


def test_a_conclusion_cannot_be_taken_back():
    engine = engine_of(CHAIN)
    with engine.session() as session:
        session.infer({"pain_on_walking": True})
        with pytest.raises(TypeError, match="assess the person anew"):
            session._machine.retract(1)


# ----------------------------------------------------------------------------------- persons stay apart, traps 3, 4, 19


@both_matchers
def test_a_person_finds_nothing_of_the_one_before(stock):
    engine = engine_of(CHAIN, stock=stock)
    anew = [run(engine_of(CHAIN, stock=stock), person) for person in people(8)]
    assert [run(engine, person) for person in people(8)] == anew
    assert [run(engine, person) for person in reversed(list(people(8)))] == anew[::-1]


@both_matchers
def test_persons_assessed_by_eight_threads_do_not_mix(stock):
    cases = list(people(120 if stock else 960, seed=1))
    alone_engine, engine = engine_of(CHAIN), engine_of(CHAIN, stock=stock)
    alone = [run(alone_engine, person) for person in cases]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda person: run(engine, person), cases))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone


@both_matchers
def test_sessions_that_are_open_at_the_same_time_do_not_mix(stock):
    engine = engine_of(CHAIN, stock=stock)
    with engine.session() as one, engine.session() as other:
        assert [s.name for s in one.infer({"saddle_numbness": True})] == ["numb"]
        assert [s.name for s in other.infer({"onset_speed": "hours"})] == ["fastish"]
        assert [s.name for s in one.manage([], ["toy"], Urgency.EMERGENCY)] == [
            "walk",
            "no_exercise",
            "walk_needs_cold_limb",
        ]
        assert other.manage([], [], Urgency.ROUTINE) == ()


class Canary(str):
    """An answer whose end can be observed."""

    __slots__ = ("__weakref__",)


def facts_alive():
    gc.collect()
    return [it for it in gc.get_objects() if isinstance(it, Fact) and not isinstance(it, InitialFact)]


@both_matchers
def test_no_fact_outlives_its_session_though_the_engine_is_kept(stock):
    engine = engine_of(CHAIN, stock=stock)
    run(engine, {})
    patterns = facts_alive()  # of the rules
    canary = Canary("sudden")
    alive = weakref.ref(canary)
    known = {"pain_on_walking": True, "onset_speed": canary, "age_years": 70.0, "calf_swelling": False}
    for _ in range(3):
        with engine.session() as session:
            inferred = session.infer(known)
            session.manage(["toy"], ["toy"], Urgency.EMERGENCY)
    assert {s.name for s in inferred} == {"walking", "not_spinal", "old", "fast", "fastish"}
    known.clear()
    del canary
    of_rules = {id(it) for it in patterns}
    assert [it for it in facts_alive() if id(it) not in of_rules] == []
    assert alive() is None


# ---------------------------------------------------------------------------------------------- when it fails, traps 13


@dataclass(frozen=True)
class Exploding(AtLeast):
    """A limit with a mistake in it."""

    def admits(self, value):
        return 1 / (value - 13) > 0


def engine_with_a_mistake(stock):
    says = [
        toy.written_in("toy", toy.word("concludes")("cold", concept="x", when=[Present("cold_limb")])),
        toy.written_in("toy", toy.word("concludes")("old", concept="y", when=[Measured("age_years", Exploding(1))])),
    ]
    return Engine(compile_program(says, {s.id: 0 for s in says}, lambda _: ()), stock=stock)


@both_matchers
def test_an_engine_in_which_something_failed_is_thrown_away(stock):
    engine = engine_with_a_mistake(stock)
    assert fired(engine, age_years=14.0) == ["old"]
    with pytest.raises(ZeroDivisionError):
        fired(engine, cold_limb=True, age_years=13.0)
    assert fired(engine, age_years=14.0) == ["old"]
    assert fired(engine, cold_limb=True) == ["cold"]


@both_matchers
def test_an_engine_is_thrown_away_when_its_user_fails(stock):
    engine = engine_of(CHAIN, stock=stock)

    def fail():
        with engine.session() as session:
            session.infer({"pain_on_walking": True})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert fired(engine, saddle_numbness=True) == ["numb"]


@both_matchers
def test_a_failure_leaves_no_fact_behind(stock):
    engine = engine_with_a_mistake(stock)
    canary = Canary("sudden")
    alive = weakref.ref(canary)
    try:
        fired(engine, onset_speed=canary, age_years=13.0)
    except ZeroDivisionError:
        pass
    else:
        pytest.fail("nothing failed")
    del canary
    gc.collect()
    assert alive() is None


# ------------------------------------------------------------------------------------------------------- logs, traps 18


@both_matchers
def test_nothing_is_logged_with_every_logger_at_debug(stock, caplog, capsys):
    caplog.set_level("DEBUG")
    for name in ("FACTS", "RULES", "ACTIVATIONS", "AGENDA", "MATCH", "MATCHER"):
        caplog.set_level("DEBUG", logger=f"experta.watchers.{name}")
    engine = engine_of(CHAIN, stock=stock)
    run(engine, {"onset_speed": "canary-7411", "age_years": 74.11, "pain_on_walking": True, "calf_swelling": False})
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


# ------------------------------------------------------------------------------------------------------- readable tests


@both_matchers
def test_a_test_that_may_hold_of_nothing_is_tried_of_a_person_of_whom_nothing_is_known(stock):
    # No statement that passes the checks compiles to it; the matcher does not rely on that.
    when = [AnyOf(NotKnown("cold_limb"), Present("calf_swelling"))]
    said = toy.written_in("toy", toy.word("concludes")("c", concept="x", when=when))
    engine = Engine(compile_program([said], {said.id: 0}, lambda _: ()), stock=stock)
    assert fired(engine) == ["c"]
    assert fired(engine, cold_limb=True) == []
    assert fired(engine, cold_limb=True, calf_swelling=True) == ["c"]


def test_a_test_reads_only_the_slots_it_names():
    test = programs.Test((Measured("age_years", AtLeast(65)), Present("cold_limb")))
    assert test.slots == ("age_years", "cold_limb")
    assert test(age_years=65.0, cold_limb=True)
    assert not test(age_years=65.0, cold_limb=UNKNOWN)
    assert not test.may_hold_of_nothing


def test_knowledge_without_rules_runs():
    assert fired(Engine(toy.program(assemble([], "empty")))) == []
