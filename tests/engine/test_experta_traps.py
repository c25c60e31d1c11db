"""What stock Experta does, pinned where it is a trap, so that a release that does otherwise is noticed.

None of this is how the library behaves. A test that fails here after an upgrade of Experta tells which of our
corrections may go.
"""

import copy
import gc
import importlib
import logging
import pickle
import weakref

import pytest

from calf_expert.engine._experta import (
    MATCH,
    NOT,
    TEST,
    Activation,
    Agenda,
    Fact,
    FactList,
    InitialFact,
    KnowledgeEngine,
    ReteMatcher,
    Rule,
    W,
)

# What the library does not use is not at the door. Not `from experta import`: the door has to be imported first.
experta = importlib.import_module("experta")
AND, OR, EXISTS, FORALL, DefFacts, P = (
    getattr(experta, name) for name in ("AND", "OR", "EXISTS", "FORALL", "DefFacts", "P")
)
DepthStrategy = importlib.import_module("experta.strategies").DepthStrategy
watchers = importlib.import_module("experta.watchers")


class A(Fact):
    pass


class B(Fact):
    pass


class Later(Fact):
    pass


class ModuleLevelEngine(KnowledgeEngine):
    """At the level of the module, or pickle would refuse it for where it is."""

    @Rule(A(x=1))
    def rule(self):
        pass


def engine_of(**rules):
    """An engine with these rules, after reset()."""
    engine = type("Engine", (KnowledgeEngine,), rules)()
    engine.reset()
    return engine


def firings(*conditions, facts):
    """How often a rule with these conditions fires once these facts are declared."""
    fired = []
    engine = engine_of(rule=Rule(*conditions)(lambda _: fired.append(1)))
    for fact in facts:
        engine.declare(fact)
    engine.run()
    return len(fired)


def do_nothing(_engine):
    pass


# --------------------------------------------------------------------------------------------- state that engines share


def test_stock_rule_keeps_the_last_engine_on_the_class():
    engine_class = type("Engine", (KnowledgeEngine,), {"rule": Rule(A())(do_nothing)})
    _, last = engine_class(), engine_class()
    assert vars(engine_class)["rule"]._wrapped_self is last
    assert vars(engine_class)["rule"].ke is last


def test_stock_deffacts_of_one_engine_declare_the_facts_of_another():
    def initial(self):
        yield A(of=self.name)

    engine_class = type("Engine", (KnowledgeEngine,), {"initial": DefFacts()(initial)})
    first, second = engine_class(), engine_class()
    first.name, second.name = "first", "second"
    [_, initial_of_first] = first.get_deffacts()
    second.get_deffacts()  # as a second thread does in reset() at this moment
    assert [fact["of"] for fact in initial_of_first()] == ["second"]


def test_stock_access_to_a_rule_binds_it_but_not_its_copies():
    engine_class = type("Engine", (KnowledgeEngine,), {"rule": Rule(A())(do_nothing)})
    rule = vars(engine_class)["rule"]
    prepared = rule.new_conditions(*rule)
    engine = engine_class()
    assert engine.rule is rule
    assert rule._wrapped_self is engine
    assert prepared._wrapped_self is None


# -------------------------------------------------------------------------------------------------- what is never freed


def test_stock_strategy_keeps_the_facts_of_past_activations():
    fact = FactList().declare(A())
    alive = weakref.ref(fact)
    DepthStrategy().get_key(Activation(Rule(A()), {fact}))
    del fact
    gc.collect()
    assert alive() is not None
    DepthStrategy.get_key.cache_clear()
    gc.collect()
    assert alive() is None


def test_stock_matcher_keeps_the_engine_that_ran_last():
    engine = KnowledgeEngine()
    alive = weakref.ref(engine)
    engine.get_activations()
    del engine
    KnowledgeEngine()  # takes the place on the base class, see the next test
    gc.collect()
    assert alive() is not None
    ReteMatcher._get_conflict_set_nodes.cache_clear()
    gc.collect()
    assert alive() is None


def test_stock_base_class_keeps_the_engine_of_any_class_that_was_made_last():
    engine = engine_of(rule=Rule(A())(do_nothing))
    assert vars(KnowledgeEngine)["_declare_initial_fact"]._wrapped_self is engine


# ---------------------------------------------------------------------------------------------------------------- order


def test_stock_rules_of_equal_salience_have_no_order():
    # So the order is that of a set whose hashes come from addresses. Seeing two orders takes luck; this does not.
    first, second = Rule(A())(lambda _: None), Rule(A())(lambda _: None)
    engine = engine_of(first=first, second=second)
    assert type(ReteMatcher.prepare_ruleset(engine)) is set
    assert hash(first) == hash((*first, first._wrapped, engine, 0))
    engine.declare(A())
    one, other = engine.agenda.activations
    assert one.key == other.key
    assert not one < other
    assert not other < one


def test_stock_activation_that_no_longer_holds_can_stay_on_the_agenda():
    # All keys are equal, so bisect_left finds place 0; places 0, 1 and -1 are looked at, which leaves out the third.
    fact = FactList().declare(A())
    activations = [Activation(Rule(A())(lambda _: None), {fact}) for _ in range(4)]
    agenda, strategy = Agenda(), DepthStrategy()
    strategy.update_agenda(agenda, activations, [])
    dead = agenda.activations[2]
    strategy.update_agenda(agenda, [], [dead])
    assert dead in agenda.activations


def test_stock_absence_of_a_fact_holds_until_a_later_stage_declares_it():
    fired = []
    engine = engine_of(
        early=Rule(NOT(Later()), salience=1)(lambda _: fired.append("early")),
        later=Rule(A())(lambda self: self.declare(Later())),
    )
    engine.declare(A())
    engine.run()
    assert fired == ["early"]
    assert Later() in [type(fact)() for fact in engine.facts.values()]


@pytest.mark.parametrize(("facts", "fires"), [((A, B), True), ((B, A), False)])
def test_stock_absence_at_equal_salience_depends_on_the_order_of_declaration(facts, fires):
    fired = []
    engine = engine_of(
        absence=Rule(B(), NOT(Later()))(lambda _: fired.append(1)),
        later=Rule(A())(lambda self: self.declare(Later())),
    )
    for fact in facts:
        engine.declare(fact())
    engine.run()
    assert bool(fired) is fires


# ----------------------------------------------------------------------------------------------------------- conditions


def test_stock_exists_of_two_patterns_looks_at_the_first_only():
    assert firings(EXISTS(A(), B()), facts=[A()]) == 1
    assert firings(EXISTS(A(), B()), facts=[B()]) == 0


def test_stock_not_of_two_patterns_looks_at_the_first_only():
    assert firings(NOT(A(), B()), facts=[A()]) == 0
    assert firings(NOT(A(), B()), facts=[B()]) == 1


def test_stock_not_of_and_fires_once_for_each_pattern_that_is_absent():
    assert firings(NOT(AND(A(), B())), facts=[]) == 2
    assert firings(NOT(AND(A(), B())), facts=[A()]) == 1
    assert firings(NOT(AND(A(), B())), facts=[A(), B()]) == 0


@pytest.mark.parametrize("inner", [EXISTS(A()), FORALL(A(), B()), TEST(lambda: True)], ids=["exists", "forall", "test"])
def test_stock_not_of_other_than_a_pattern_raises_when_the_engine_is_made(inner):
    with pytest.raises(KeyError):
        engine_of(rule=Rule(A(), NOT(inner))(do_nothing))


def test_stock_or_of_four_pairs_fires_sixteen_times():
    pairs = [OR(A(n=n), B(n=n)) for n in range(4)]
    facts = [kind(n=n) for n in range(4) for kind in (A, B)]
    assert firings(*pairs, facts=facts) == 2**4


def test_stock_or_inside_four_slots_fires_sixteen_times():
    either = P(lambda value: value > 0) | P(lambda value: value > 1)
    assert firings(A(k=either, l=either, m=either, n=either), facts=[A(k=2, l=2, m=2, n=2)]) == 2**4


# --------------------------------------------------------------------------------------------------- facts and patterns


@pytest.mark.parametrize("answers", [{"x": False}, {"x": None}, {}], ids=["no", "unknown", "not asked"])
def test_stock_not_of_yes_does_not_tell_no_from_not_asked(answers):
    assert firings(NOT(A(x=True)), facts=[A(**answers)]) == 1


def test_stock_misspelt_slot_never_matches_and_nobody_is_told():
    assert firings(A(swelling=True), facts=[A(sweling=True)]) == 0


def test_stock_wildcard_does_not_match_a_slot_that_is_missing():
    assert firings(A(x=W()), facts=[A()]) == 0
    assert firings(A(x=W()), facts=[A(x=None)]) == 1


@pytest.mark.parametrize("value", [1, 1.0])
def test_stock_number_one_matches_true(value):
    assert firings(A(x=True), facts=[A(x=value)]) == 1


def test_stock_duplicate_fact_gives_none():
    engine = engine_of()
    assert engine.declare(A(x=1)) is not None
    assert engine.declare(A(x=1)) is None
    assert engine.declare(A(x=True)) is None


def test_stock_rule_is_lost_when_another_takes_its_name():
    class Engine(KnowledgeEngine):
        @Rule(A())
        def rule(self):
            pass

        @Rule(B())
        def rule(self):  # noqa: F811 - the point
            pass

    assert [tuple(rule) for rule in Engine().get_rules()] == [(B(),)]


def test_stock_pattern_of_a_base_class_does_not_match_a_subclass():
    subclass = type("Subclass", (A,), {})
    assert firings(A(), facts=[subclass()]) == 0


# --------------------------------------------------------------------------------------------------------------- errors


def test_stock_error_in_a_test_escapes_from_declare_and_the_fact_stays():
    engine = engine_of(rule=Rule(A(x=MATCH.x), TEST(lambda x: 1 / x))(do_nothing))
    with pytest.raises(ZeroDivisionError):
        engine.declare(A(x=0))
    assert A in map(type, engine.facts.values())


def test_stock_engine_counts_as_running_after_an_error_in_a_rule():
    engine = engine_of(rule=Rule(A())(lambda _: 1 / 0), other=Rule(B())(do_nothing))
    engine.declare(A())
    with pytest.raises(ZeroDivisionError):
        engine.run()
    assert engine.running is True
    engine.declare(B())
    assert engine.agenda.activations == []  # a running engine leaves the agenda to run()


# -------------------------------------------------------------------------------------------- what is recorded and kept


def test_stock_activation_records_neither_the_order_of_its_facts_nor_not_and_test():
    engine = engine_of(rule=Rule(B(), A(x=MATCH.x), NOT(Later()), TEST(lambda x: x))(do_nothing))
    facts = {engine.declare(A(x=1)), engine.declare(B())}
    [activation] = engine.agenda.activations
    assert type(activation.facts) is set
    assert activation.facts == facts
    assert {name: value for name, value in activation.context.items() if not name.startswith("__")} == {"x": 1}


def test_stock_activation_of_an_absence_alone_records_the_initial_fact():
    [activation] = engine_of(rule=Rule(NOT(Later()))(do_nothing)).agenda.activations
    assert [type(fact) for fact in activation.facts] == [InitialFact]


def test_stock_conclusion_outlives_the_premise_that_is_retracted():
    engine = engine_of(rule=Rule(A())(lambda self: self.declare(Later())))
    premise = engine.declare(A())
    engine.run()
    engine.retract(premise)
    engine.run()
    assert [type(fact) for fact in engine.facts.values()] == [InitialFact, Later]


def test_stock_engine_with_a_value_in_a_condition_cannot_be_pickled():
    # Where conditions name types of fact only, it can. Which error it is depends on the version of Python.
    with pytest.raises((AttributeError, pickle.PicklingError), match=r"FeatureCheck\..*equal_literal"):
        pickle.dumps(ModuleLevelEngine())


def test_stock_engine_with_a_value_in_a_condition_cannot_be_deep_copied():
    with pytest.raises(TypeError, match=r"FeatureCheck\.__new__"):
        copy.deepcopy(ModuleLevelEngine())


def test_stock_reset_looks_at_every_attribute_again():
    looks = []
    engine = engine_of(looked_at=property(lambda _: looks.append(1)))
    before = len(looks)
    engine.reset()
    assert len(looks) == before + 1


# -------------------------------------------------------------------------------------------------------------- logging


def test_stock_watchers_log_the_values_of_facts_for_a_root_logger_at_info(caplog, monkeypatch):
    monkeypatch.setattr(watchers.FACTS, "filters", [])  # which the door put there
    with caplog.at_level(logging.INFO):
        engine_of().declare(A(x="canary"))
    assert " ==> <f-1>: A(x='canary')" in caplog.messages
