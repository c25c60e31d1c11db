"""What is written for CLIPS: the text itself, and what CLIPS makes of it.

Whether it fires the same as the library is asked in tests/engine/test_three_engines.py.
"""

import dataclasses
import math
import re
from pathlib import Path
from types import MappingProxyType

import clips
import pytest
from benchmarks.clips_c import CFacts, CRecord
from benchmarks.clips_public import PublicFacts, PublicRecord
from benchmarks.clips_runner import Clips, load
from benchmarks.rivals import comparable
from hypothesis import example, given
from hypothesis import strategies as st
from tests import toy

import calf_expert as ce
from calf_expert.authoring import AnyOf, AtLeast, AtMost, Between, LessThan, Measured, MoreThan, Present
from calf_expert.authoring.conditions import InClass
from calf_expert.catalogue import load as load_knowledge
from calf_expert.engine import Engine
from calf_expert.export.clips import to_clips
from calf_expert.export.clips_scores import left_to_others, reckoning, scores_in
from calf_expert.export.clips_words import string, symbol
from calf_expert.findings import FINDINGS

GOLDEN = Path(__file__).with_name("toy.clp")
EVERY_FORM = {
    "toy": """
        CAUSE = Cause()
        OPTIONS = (Option(id="see_someone", families=("advice",)),)
        SCORES = (
            Score(
                id="two_signs",
                inputs=(
                    YesNo("cold", "Cold", Present("cold_limb"), unless=Absent("calf_pain"), stays_open=True),
                    YesNo("swollen", "Swollen", Present("calf_swelling")),
                    YesNo("hunch", "A hunch", judgement=True),
                    OneOf("side", "Side", ("left", "other"), (("left", Is("pain_side", ("left",))),)),
                    Amount("age", "Age", "years", finding="age_years"),
                    Amount("abi", "Index", "", finding="abi", places=2),
                    YesNo("young", "Young", Measured("age_years", LessThan(18))),
                ),
                measures=(
                    Points(
                        (
                            Item("cold"),
                            Item("swollen", 1.5),
                            Item("hunch", -1),
                            Levels("age", ((AtLeast(70), 2), (MoreThan(50), 1)), -0.5),
                            Levels("blood", ((AllOf(Is("side", ("left",)), Measured("abi", AtMost(0.9))), 1),)),
                        )
                    ),
                ),
                classes=(
                    Class("low", "it is low", AtMost(1)),
                    Class("fair", "it is fair", Between(1.5, 2)),
                    Class("high", "it is high", MoreThan(2)),
                ),
                working=Working((("hunch", False),), "It is only a hunch."),
                also=(
                    Reading(
                        "working",
                        (Class("working_low", "it is low", AtMost(1)), Class("working_high", "it is high")),
                        of="working",
                    ),
                    Reading(
                        "sort",
                        (
                            Class("two", "there are two", AtLeastNOf(2, Present("cold"), Present("swollen"))),
                            Class("fewer", "there are fewer"),
                        ),
                    ),
                ),
                limits=(
                    NotFor(Present("young"), "it is not for the young"),
                    OnlyFor(Measured("age", LessThan(100)), "it is for people below 100"),
                ),
            ),
            Score(
                id="in_proportion",
                inputs=(
                    Amount("ck", "CK", "U/L", finding="ck_u_l"),
                    Amount("uln", "Limit", "U/L", finding="ck_uln_u_l"),
                ),
                measures=(Quotient("ck", "uln"),),
                classes=(Class("raised", "it is raised", MoreThan(1)), Class("not_raised", "it is not raised")),
            ),
        )
        RULES = (
            concludes("it_swells", concept="swelling", when=[Present("calf_swelling"), Absent("cold_limb")]),
            concludes(
                "it_came_fast_in_the_young",
                concept="swelling",
                when=[
                    Is("onset_speed", ("sudden", "hours")),
                    Is("pain_side", ("left",)),
                    Measured("age_years", LessThan(50)),
                ],
            ),
            concludes("nothing_swells", concept="calm", when=[Present("calf_pain"), NotConcluded("swelling")]),
            supports(
                "either_is_there",
                group="one",
                strength=STRONG,
                when=[
                    Concluded("swelling"),
                    AnyOf(
                        Present("leg_pain"), AllOf(Absent("cold_limb"), Measured("temperature_c", Between(38, 39.5)))
                    ),
                ],
                because='He said "ouch" \\\\ she did not.',
            ),
            weakens(
                "two_of_three_are_there",
                group="one",
                strength=WEAK,
                when=[
                    AtLeastNOf(2, Present("calf_pain"), Is("onset_speed", ("days",)), Measured("bmi", MoreThan(30))),
                    Present("calf_pain"),
                    NotConcluded("calm"),
                ],
            ),
            confirms("a_test_shows_it", when=[Measured("abi", AtMost(0.9)), Measured("abi", AtLeast(0.5))]),
            excludes("a_test_shows_it_is_not", when=[Is("leg_vein_ultrasound", ("negative",))]),
            supports("it_adds_up", group="one", strength=WEAK, when=[Scored("two_signs", "two")]),
            alerts("the_saddle_is_numb", when=[Present("saddle_numbness")], suspects=["toy"]),
            offers(
                "someone_should_look",
                option="see_someone",
                when=[Suspected("toy"), UrgencyAtLeast(Urgency.SAME_DAY)],
            ),
            forbids("it_is_too_cold", what="advice", when=[Considered("toy"), Present("cold_limb")]),
            cautions("one_does_not_know", what="referral", when=[NotKnown("pregnant")]),
            *asks_before("see_someone", about=["age_years"], only_if=[AnyOf(NotKnown("age_years"), NotKnown("sex"))]),
        )
    """,
}

PEOPLE = (
    {"calf_swelling": True, "cold_limb": False, "leg_pain": True},
    {"calf_swelling": True, "cold_limb": False, "temperature_c": 39.5, "calf_pain": True, "onset_speed": "days"},
    {"onset_speed": "hours", "pain_side": "left", "age_years": 49.0, "bmi": 31.0, "calf_pain": True},
    {"abi": 0.9, "leg_vein_ultrasound": "negative", "saddle_numbness": True},
    {"calf_pain": True, "pregnant": True, "cold_limb": True},
    {"calf_pain": True, "cold_limb": True, "calf_swelling": True, "age_years": 70.0, "abi": 0.904, "pain_side": "left"},
    {"calf_pain": False, "calf_swelling": True, "age_years": 51.0, "ck_u_l": 500.0, "ck_uln_u_l": 200.0},
)


@pytest.fixture(scope="module")
def every_form():
    return toy.knowledge(**EVERY_FORM)


@pytest.fixture(scope="module")
def ours():
    return Clips(to_clips())


# The text. ------------------------------------------------------------------------------------------------------------


def test_every_form_of_statement_and_condition_is_written_as_it_was_agreed(every_form):
    """After a change that is meant: write the text anew, and look at what differs.

    python -c "from tests.export.test_clips import *; write_golden()"
    """
    assert rules_of(to_clips(every_form)) == GOLDEN.read_text(encoding="utf-8")


def rules_of(program):
    """All but the header and the record, which follows the findings."""
    return program[program.index("(deftemplate concept") :]


def write_golden():
    GOLDEN.write_text(rules_of(to_clips(toy.knowledge(**EVERY_FORM))), encoding="utf-8")


def test_the_header_says_what_it_is_and_that_no_clinician_reviewed_it():
    header = " ".join(to_clips().split("\n\n")[0].replace("\n;", " ").split())
    assert ce.NOTICE in header
    assert f"Version {load_knowledge().version}" in header
    assert f"sha256 of the statements: {load_knowledge().sha256}" in header
    assert f"CLIPS 6.4: {len(ce.rules())} of them" in header


def test_every_statement_is_one_rule_with_its_reason_its_source_and_its_stratum():
    program = to_clips()
    knowledge = load_knowledge()
    for rule in ce.rules():
        salience = -knowledge.strata[rule.id]
        declared = f"  (declare (salience {salience}))\n" if salience else ""
        start = f"\n(defrule {rule.id}\n  {string(rule.because)}\n{declared}  ("
        assert program.count(start) == 1
        assert program[: program.index(start)].rsplit("\n", 1)[1].startswith(f"; {rule.source[0]}")
    reckoned = sum(bool(reckoning(score)) for score in scores_in(knowledge))
    assert program.count("(defrule reckon-") == reckoned
    assert program.count("(defrule ") == len(ce.rules()) + reckoned + 1


def test_no_slot_has_a_literal_beside_a_predicate():
    # CLIPS 6.4.2 would drop the predicate.
    slots = re.findall(r"\((\w+) ([^()\s]+)&:", to_clips())
    assert slots
    assert [(slot, constraint) for slot, constraint in slots if constraint != f"?{slot}"] == []


def test_it_is_the_librarys_own_knowledge_unless_another_is_given(every_form):
    assert ce.to_clips() == to_clips(load_knowledge())
    assert ce.to_clips(every_form) != ce.to_clips()


def test_knowledge_that_says_nothing_can_be_written_too():
    assert Clips(to_clips(toy.knowledge())).infer({"calf_pain": True}) == []


@dataclasses.dataclass(frozen=True)
class Unheard(Present):
    """A form of condition that the exporter has not heard of."""


class UnheardOfSome(AnyOf):
    """Another, which holds others."""


@dataclasses.dataclass(frozen=True)
class About:
    """An unheard condition on conclusions."""

    what: str


@pytest.mark.parametrize(
    ("condition", "named"),
    [
        (Unheard("calf_pain"), "Unheard"),
        (AnyOf(Present("calf_pain"), Unheard("leg_pain")), "Unheard"),
        (AnyOf(Present("calf_pain"), InClass(load_knowledge().scores["abi"], "normal")), "InClass"),
        (UnheardOfSome(Present("calf_pain"), Present("leg_pain")), "UnheardOfSome"),
        (About("toy"), "About"),
        (Measured("age_years", About("x")), "About"),
    ],
    ids=str,
)
def test_a_condition_without_a_form_is_refused(every_form, condition, named):
    one = dataclasses.replace(every_form.statements[0], when=(condition,))
    with pytest.raises(TypeError, match=f"^{named} has no form in CLIPS$"):
        to_clips(dataclasses.replace(every_form, statements=(one,)))


def test_a_statement_without_a_form_is_refused(every_form):
    # It may conclude something, which would then be missing.
    class Hints(type(every_form.statements[0])):
        pass

    one = Hints(**{f.name: getattr(every_form.statements[0], f.name) for f in dataclasses.fields(Hints) if f.init})
    with pytest.raises(TypeError, match=r"^toy\.it_swells: a Hints has no form in CLIPS$"):
        to_clips(dataclasses.replace(every_form, statements=(one,), strata=MappingProxyType({"toy.it_swells": 0})))


# Names, sentences, numbers. -------------------------------------------------------------------------------------------

ANYTHING = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)


@given(ANYTHING)
@example("")
@example("?x")
@example("12")
@example("-1e5")
@example("a;b")
@example("a b(c)")
@example("<=")
@example("caf\u00e9")
def test_every_name_becomes_one_symbol_of_clips(name):
    environment = clips.Environment()
    environment.build(f"(deftemplate named (slot {symbol(name)}) (slot it. (type SYMBOL)))")
    environment.build(f"(defrule {symbol(name)} (named ({symbol(name)} ?) (it. {symbol(name)})) => )")
    fact = environment.assert_string(f"(named (it. {symbol(name)}))")
    assert isinstance(fact["it."], clips.Symbol)
    assert fact["it."] == symbol(name)
    assert [activation.name for activation in environment.activations()] == [symbol(name)]


@given(ANYTHING, ANYTHING)
@example("%41", "A")
@example("", "%")
def test_no_two_names_become_the_same_symbol(one, other):
    assert (symbol(one) == symbol(other)) == (one == other)


def test_names_that_can_stay_as_they_are_do():
    for name in [*FINDINGS, *(rule.id for rule in ce.rules()), *(option.id for option in ce.options())]:
        assert symbol(name) == name


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=12))
@example('He said "ouch" \\ she did not.\n')
def test_every_sentence_is_read_back_as_it_was(text):
    assert clips.Environment().eval(string(text)) == text


LIMITS = st.floats(0, 120).flatmap(
    lambda number: st.sampled_from(
        [AtLeast(number), MoreThan(number), AtMost(number), LessThan(number), Between(number / 2, number)]
    )
)


@pytest.fixture(scope="module")
def supported():
    """A rule base of one statement, which the tests below give another condition."""
    return toy.knowledge(toy='CAUSE = Cause()\nRULES = (supports("a", when=[Present("calf_pain")], strength=WEAK),)')


@given(limit=LIMITS, beside=st.booleans())
@example(limit=AtLeast(0.1 + 0.2), beside=False)
@example(limit=MoreThan(1e-300), beside=True)
@example(limit=AtLeast(50), beside=False)
def test_numbers_are_held_against_a_limit_exactly(supported, limit, beside):
    # Beside another condition it is written as a test instead of a constraint.
    measured = (Measured("age_years", limit), *([Measured("age_years", AtLeast(0))] if beside else []))
    one = dataclasses.replace(supported.statements[0], when=measured)
    program = Clips(to_clips(dataclasses.replace(supported, statements=(one,))))
    at = limit.high if isinstance(limit, Between) else limit.value
    near = {at, math.nextafter(at, 0), math.nextafter(at, 200), math.floor(at), math.ceil(at), float(round(at))}
    for number in (number for number in near if 0 <= number <= 120):
        assert bool(program.infer({"age_years": number})) == limit.admits(number)
    assert not program.infer({})


# A person in CLIPS, by hand. ------------------------------------------------------------------------------------------


def rules(fired):
    return {rule for rule, _, _ in fired}


def fired(program, *facts):
    """What fires in CLIPS after these facts are asserted as text."""
    program.environment.reset()
    for fact in facts:
        program.environment.assert_string(fact)
    program.environment.run()
    return rules(program.fired())


def library(**answers):
    """What fires in the library before management."""
    management = ("offers", "forbids", "cautions", "asks")
    return {step.rule_id for step in ce.assess(**answers).trace if step.verb not in management}


def test_the_commands_in_the_header_are_what_it_takes(ours):
    commands = re.findall(r"^;   (\(.*)$", to_clips().split("\n\n")[0], flags=re.MULTILINE)
    loading, *commands = commands
    assert loading == '(load "calf_expert.clp")'
    assert commands.count("(run)") == 2
    for command in commands:
        ours.environment.eval(command)
    spoken = {rule: verb for rule, verb, _ in ours.fired()}
    inferred = library(calf_pain=True, age_years=74, relief_by_sitting=True)
    assert inferred <= set(spoken)
    management = {rule: verb for rule, verb in spoken.items() if rule not in inferred}
    assert "offers" in management.values()
    assert set(management.values()) <= {"offers", "forbids", "cautions", "asks"}
    assert ours.names("offered")


def test_a_person_can_be_told_in_plain_words(ours):
    told = "(record (calf_pain yes) (age_years 74) (relief_by_bending_forward yes) (onset_speed gradual) (sex male))"
    answers = {
        "calf_pain": True,
        "age_years": 74,
        "relief_by_bending_forward": True,
        "onset_speed": "gradual",
        "sex": "male",
    }
    assert fired(ours, told) == library(**answers)
    assert fired(ours, told.replace("74", "74.0")) == library(**answers)
    assert library(**answers) != library()


def test_what_is_not_known_never_acts_as_a_no(ours):
    nothing = fired(ours, "(record)")
    assert nothing == library()
    everything = " ".join(f"({name} unknown)" for name in FINDINGS)
    assert fired(ours, f"(record {everything})") == nothing
    denied = [name for name, finding in FINDINGS.items() if finding.kind == "boolean"]
    assert fired(ours, f"(record {' '.join(f'({name} no)' for name in denied)})") != nothing


def test_without_a_person_nothing_fires(every_form):
    for program in (Clips(to_clips()), Clips(to_clips(every_form))):
        assert fired(program) == set()
        only_denies = toy.word("concludes")("x", concept="x", when=[toy.word("NotConcluded")("calm")])
        known = dataclasses.replace(
            every_form,
            statements=(*every_form.statements, toy.written_in("m", only_denies)),
            strata={**every_form.strata, "m.x": -2},
        )
        assert fired(Clips(to_clips(known))) == set()
        assert "m.x" in fired(Clips(to_clips(known)), "(record)")


@pytest.mark.parametrize(
    "wrong",
    [
        "(record (calf_pian yes))",
        "(record (calf_pain TRUE))",
        "(record (calf_pain maybe))",
        "(record (calf_pain 1))",
        "(record (age_years 740))",
        "(record (age_years yes))",
        '(record (age_years "74"))',
        "(record (onset_speed fast))",
        "(record (onset_speed yes))",
        "(concept (name neurogenic_claudicatoin))",
        "(considered (cause lumbar_stenosis))",
        "(suspected (cause lumbar_stenosis))",
        "(urgency (level soon))",
        "(offered (name a_cake))",
        "(scored (class abi:normaal))",
        "(reckoned (class abi))",
    ],
)
def test_clips_refuses_what_cannot_be(ours, wrong):
    ours.environment.reset()
    with pytest.raises(clips.CLIPSError):
        ours.environment.assert_string(wrong)
    assert not [*ours.environment.facts()]


def test_clips_tells_of_a_wrong_answer_that_is_computed_where_it_is_asked_to(ours, capfd):
    ours.environment.reset()
    ours.environment.eval("(set-dynamic-constraint-checking TRUE)")
    ours.environment.eval("(assert (record (calf_pain (sym-cat may be))))")
    ours.environment.eval("(set-dynamic-constraint-checking FALSE)")
    assert "Slot value maybe" in capfd.readouterr().err


def test_of_two_people_nothing_is_concluded(ours):
    assert fired(ours, "(record (calf_pain yes))", "(record (saddle_numbness yes))") == set()
    assert not [*ours.environment.facts()]
    assert fired(ours, "(record (saddle_numbness yes))") == library(saddle_numbness=True)


def test_one_level_of_urgency_stands_for_all_below_it(every_form):
    program = Clips(to_clips(every_form))
    reached = {}
    for level in ce.Urgency:
        program.infer({})
        reached[level] = rules(program.manage([], ["toy"], level))
    offered = {level for level, rules in reached.items() if "toy.someone_should_look" in rules}
    assert offered == {ce.Urgency.SAME_DAY, ce.Urgency.EMERGENCY}


# The runner that these tests and the benchmarks use. ------------------------------------------------------------------


def test_a_program_that_is_wrong_is_not_run(capfd):
    with pytest.raises(clips.CLIPSError):
        load("(defrule a (b")
    capfd.readouterr()


FAST = pytest.mark.parametrize("encoded", [CFacts, CRecord, PublicFacts, PublicRecord])


@FAST
def test_a_fast_runner_forgets_each_person(encoded):
    fast = encoded(comparable(load_knowledge()))
    nothing = set(fast.infer({}))
    assert nothing == library()
    assert set(fast.infer({"saddle_numbness": True})) == library(saddle_numbness=True) != nothing
    assert set(fast.infer({})) == nothing


@FAST
def test_a_fast_runner_knows_every_form(every_form, encoded):
    known_to_all = comparable(every_form)
    fast, plain = encoded(known_to_all), Clips(to_clips(known_to_all))
    fired = [set(fast.infer(known)) for known in PEOPLE]
    assert fired == [rules(plain.infer(known)) for known in PEOPLE]
    assert all(fired)


def test_the_engine_takes_what_is_exported(every_form):
    # Both read the same statements: the toy of these tests is one that the library runs.
    engine = Engine(toy.program(every_form))
    fired_once = set()
    program = Clips(to_clips(every_form), left_to_others(every_form))
    for known in PEOPLE:
        with engine.session() as session:
            inferred = {said.id for said in session.infer(known)}
            managed = {said.id for said in session.manage(["toy"], ["toy"], ce.Urgency.SAME_DAY)}
        assert rules(program.infer(known)) == inferred
        fired_once |= inferred
        assert rules(program.manage(["toy"], ["toy"], "same_day")) == managed
        assert inferred
    assert {"toy.two_signs_is_high", "toy.in_proportion_is_raised", "toy.it_adds_up"} <= fired_once
