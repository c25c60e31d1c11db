"""What may be said to a person: read off whole assessments of toy knowledge."""

import pytest
from tests import toy

from calf_expert.authoring import Urgency
from calf_expert.catalogue import assemble
from calf_expert.management import Manager

KNOWLEDGE = """
CAUSE = Cause()
OPTIONS = (
    Option(id="heat", name="Heat", kind=PHYSICAL, families=("warming",), guidance="Warm it."),
    Option(id="rest", name="Rest", kind=SELF_CARE, guidance="Rest it."),
    Option(id="pill", name="Pill", kind=MEDICINE, families=("nsaid", "painkiller"), guidance="Seldom."),
    Option(id="scan", name="Scan", kind=TEST, guidance="Look at it.", source=("book", "paper")),
    Option(id="clinic", name="Clinic", kind=REFERRAL, guidance="Go there."),
)
RULES = (
    supports("it_hurts", when=[Present("calf_pain")], strength=STRONG),
    *(offers(f"{name}_helps", option=name, when=[Suspected("toy")], because=f"{name} helps.", grade=FOUNDING_DOCUMENT)
      for name in ("heat", "rest", "pill", "scan", "clinic")),
    *(forbids(f"{name}_harms_the_cold", what=name, when=[Present("cold_limb")], because=f"{name} harms the cold.")
      for name in ("warming", "self_care", "nsaid", "scan", "referral")),
    forbids("no_pill_with_ulcer", what="medicine", when=[Present("peptic_ulcer_active")], because="It bleeds."),
    *(cautions(f"{name}_in_asthma", what=name, when=[Present("asthma")], major=name != "rest")
      for name in ("heat", "rest", "painkiller", "test")),
    *asks_before("heat", about=["leg_numbness_tingling"], because="Numb skin burns."),
    *asks_before("physical", about=["leg_numbness_tingling", "saddle_numbness"], because="Feeling is needed."),
    *asks_before("pill", about=["pregnant"], only_if=[Is("sex", ("female",))], because="It can harm a child."),
)
"""
PAPER = 'SOURCES = (Source(id="paper", authors="B", title="U", where="V", year="2001"),)'
CLEARED = {"leg_numbness_tingling": False, "saddle_numbness": False}


@pytest.fixture(scope="module")
def reasoner():
    return toy.reasoner(toy=KNOWLEDGE, paper=PAPER)


def said_to(reasoner, **answers):
    """What may be spoken of, and what is withheld, by the id of the option."""
    conclusion = toy.assessed(reasoner, calf_pain=True, **answers).conclusion("toy")
    assert conclusion.status.value == "suspected"
    return tuple({item.id: item for item in items} for items in (conclusion.management, conclusion.withheld))


def statuses(items):
    return {name: item.status for name, item in items.items()}


def test_nothing_is_offered_where_nothing_is_suspected(reasoner):
    conclusion = toy.assessed(reasoner, **CLEARED).conclusion("toy")
    assert conclusion.status.value == "considered"
    assert conclusion.management == conclusion.withheld == ()


def test_what_nothing_speaks_against_is_offered(reasoner):
    spoken_of, withheld = said_to(reasoner, **CLEARED)
    assert statuses(spoken_of) == dict.fromkeys(["heat", "rest", "pill", "scan", "clinic"], "offered")
    assert withheld == {}


def test_an_item_says_what_it_is_who_lists_it_and_what_is_advised_today(reasoner):
    scan = said_to(reasoner, **CLEARED)[0]["scan"]
    assert (scan.name, scan.kind.value, scan.because, scan.guidance) == ("Scan", "test", "scan helps.", "Look at it.")
    assert (scan.listed_by, scan.rule_id) == ("founding_document", "toy.scan_helps")
    assert scan.sources == ("book", "paper")
    assert scan.contraindications == scan.cautions == scan.ask_first == ()


def test_advice_waits_for_its_questions_each_asked_once(reasoner):
    spoken_of, withheld = said_to(reasoner)
    assert "heat" not in spoken_of
    assert statuses(withheld) == {"heat": "ask_first"}
    questions = withheld["heat"].ask_first
    assert sorted(question.finding for question in questions) == ["leg_numbness_tingling", "saddle_numbness"]
    assert all(question.question.endswith("?") for question in questions)
    for question in questions:
        assert question.rule_id in ("toy.heat_needs_leg_numbness_tingling", f"toy.physical_needs_{question.finding}")


@pytest.mark.parametrize("known", [{"saddle_numbness": False}, {"saddle_numbness": True}])
def test_only_what_is_not_known_is_asked(reasoner, known):
    [question] = said_to(reasoner, **known)[1]["heat"].ask_first
    assert question.finding == "leg_numbness_tingling"


def test_asked_and_not_known_is_still_a_question(reasoner):
    withheld = said_to(reasoner, **{**CLEARED, "saddle_numbness": "unknown"})[1]
    assert [question.finding for question in withheld["heat"].ask_first] == ["saddle_numbness"]


@pytest.mark.parametrize(("sex", "asked"), [("female", ["pregnant"]), ("male", []), ("unknown", []), (None, [])])
def test_a_question_is_left_out_of_whom_it_makes_no_sense(reasoner, sex, asked):
    pill = said_to(reasoner, sex=sex, **CLEARED)[0]["pill"]
    assert [question.finding for question in pill.ask_first] == asked
    assert pill.status == ("ask_first" if asked else "offered")


def test_advice_that_is_forbidden_or_not_cleared_is_withheld_and_all_else_stays_in_sight(reasoner):
    spoken_of, withheld = said_to(reasoner, cold_limb=True, **CLEARED)
    assert statuses(withheld) == {"heat": "contraindicated", "rest": "contraindicated"}
    assert statuses(spoken_of) == dict.fromkeys(["pill", "scan", "clinic"], "contraindicated")


def test_a_medicine_and_what_forbids_it_stand_in_one_item(reasoner):
    pill = said_to(reasoner, cold_limb=True, peptic_ulcer_active=True, asthma=True, sex="female")[0]["pill"]
    assert pill.status == "contraindicated"
    assert {(note.rule_id, note.because, note.major) for note in pill.contraindications} == {
        ("toy.nsaid_harms_the_cold", "nsaid harms the cold.", True),
        ("toy.no_pill_with_ulcer", "It bleeds.", True),
    }
    assert [note.rule_id for note in pill.cautions] == ["toy.painkiller_in_asthma"]
    assert [question.finding for question in pill.ask_first] == ["pregnant"]


def test_what_forbids_one_option_says_nothing_of_another(reasoner):
    spoken_of, _ = said_to(reasoner, peptic_ulcer_active=True, **CLEARED)
    assert statuses(spoken_of) == {
        "heat": "offered",
        "rest": "offered",
        "pill": "contraindicated",
        "scan": "offered",
        "clinic": "offered",
    }


def test_a_caution_leaves_advice_in_sight_and_keeps_how_grave_it_is(reasoner):
    spoken_of, withheld = said_to(reasoner, asthma=True, **CLEARED)
    assert withheld == {}
    assert statuses(spoken_of) == {
        "heat": "caution",
        "rest": "caution",
        "pill": "caution",
        "scan": "caution",
        "clinic": "offered",
    }
    assert {name: item.cautions[0].major for name, item in spoken_of.items() if item.cautions} == {
        "heat": True,
        "rest": False,
        "pill": True,
        "scan": True,
    }


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"cold_limb": True, "asthma": True}, "contraindicated"),
        ({"asthma": True}, "ask_first"),
        ({"asthma": True, **CLEARED}, "caution"),
        (CLEARED, "offered"),
    ],
)
def test_the_gravest_of_what_speaks_against_an_option_is_its_status(reasoner, answers, status):
    spoken_of, withheld = said_to(reasoner, **answers)
    assert {**spoken_of, **withheld}["heat"].status == status
    assert ("heat" in withheld) is (status in ("contraindicated", "ask_first"))


def test_two_grounds_for_one_option_are_one_item():
    text = """
    CAUSE = Cause()
    OPTIONS = (Option(id="walk"), Option(id="swim"))
    RULES = (
        supports("it_hurts", when=[Present("calf_pain")], strength=STRONG),
        offers("walking_is_safe", option="walk", when=[Considered("toy")], because="It is safe."),
        offers("walking_helps", option="walk", when=[Suspected("toy")], because="It helps."),
        offers("swimming_helps", option="swim", when=[Suspected("toy")]),
    )
    """
    items = toy.assessed(toy.reasoner(toy=text), calf_pain=True).conclusion("toy").management
    assert [item.id for item in items].count("walk") == 1
    assert len(items) == 2


def test_one_option_is_offered_for_each_cause_that_suggests_it():
    text = """
    CAUSE = Cause()
    RULES = (
        supports("it_hurts", when=[Present("calf_pain")], strength=STRONG),
        offers("it_helps", option="walk", when=[Suspected("{}")]),
    )
    """
    shared = 'OPTIONS = (Option(id="walk"),)'
    assessment = toy.assessed(
        toy.reasoner(one=text.format("one"), other=text.format("other"), shared=shared), calf_pain=True
    )
    for name in ("one", "other"):
        [item] = assessment.conclusion(name).management
        assert (item.id, item.rule_id) == ("walk", f"{name}.it_helps")


def test_an_urgency_that_is_reached_forbids_advice():
    text = """
    CAUSE = Cause()
    OPTIONS = (Option(id="heat", kind=SELF_CARE),)
    RULES = (
        supports("it_hurts", when=[Present("calf_pain")], strength=STRONG),
        alerts("numb", when=[Present("saddle_numbness")], urgency=Urgency.SAME_DAY),
        offers("heat", option="heat", when=[Suspected("toy")]),
        forbids("not_now", what="self_care", when=[UrgencyAtLeast(Urgency.SAME_DAY)]),
    )
    """
    reasoner = toy.reasoner(toy=text)
    assert statuses(said_to(reasoner)[0]) == {"heat": "offered"}
    spoken_of, withheld = said_to(reasoner, saddle_numbness=True)
    assert (spoken_of, statuses(withheld)) == ({}, {"heat": "contraindicated"})
    assert toy.assessed(reasoner, saddle_numbness=True).urgency is Urgency.SAME_DAY


def test_nothing_fired_is_nothing_to_say():
    assert Manager(assemble([], "empty")).manage(()) == {}
