"""Classes of scores are facts: rules chain on them, groups see through them, and no low one cancels an alert."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from tests import toy
from tests.strategies import presentations

import calf_expert as ce
from calf_expert.authoring.conditions import InClass, Recorded, Scored, findings_in, held_leaves
from calf_expert.authoring.statements import Scores
from calf_expert.authoring.strata import by_concept, findings_behind, rests_on_negation
from calf_expert.catalogue import load
from calf_expert.engine import Engine, compile_program
from calf_expert.engine.facts import ScoreClass
from calf_expert.findings import FINDINGS
from calf_expert.scoring import score_results

both_matchers = pytest.mark.parametrize("stock", [False, True], ids=["counting", "stock"])

TOY = """
CAUSE = Cause()
SCORES = (
    Score(
        id="two_signs",
        inputs=(
            YesNo("cold", "Cold", Present("cold_limb")),
            YesNo("swollen", "Swollen", Present("calf_swelling")),
            YesNo("hunch", "A hunch", judgement=True),
            YesNo("young", "Young", Measured("age_years", LessThan(18))),
        ),
        measures=(Points((Item("cold"), Item("swollen"), Item("hunch", -1))),),
        classes=(Class("low", "it is low", AtMost(0)), Class("high", "it is high", AtLeast(1))),
        working=Working((("hunch", False),), "It is only a hunch."),
        also=(
            Reading(
                "working",
                (Class("working_low", "it is low", AtMost(0)), Class("working_high", "it is high", AtLeast(1))),
                of="working",
            ),
        ),
        limits=(NotFor(Present("young"), "it is for adults"),),
    ),
)
RULES = (
    supports("high_score", when=[Scored("two_signs", "high"), Present("pain_on_walking")], strength=STRONG),
    supports("working_score", when=[Scored("two_signs", "working_high")], strength=WEAK, group="signs"),
    supports("cold", when=[Present("cold_limb")], strength=WEAK, group="signs"),
    alerts("high_alert", when=[Scored("two_signs", "high")]),
    concludes("chained", concept="bad", when=[Scored("two_signs", "high")]),
    concludes("denied", concept="fine", when=[NotConcluded("bad"), Scored("two_signs", "low")]),
)
"""
UNGROUPED = TOY.replace("strength=STRONG)", 'strength=STRONG, group="signs")')


REAL = Engine(toy.program(load()))


def fired(text: str, /, *, stock: bool = False, **known: Any) -> list[str]:
    with Engine(toy.program(toy.knowledge(toy=text)), stock=stock).session() as session:
        return [statement.name for statement in session.infer(known)]


# ----------------------------------------------------------------------------------------------------------- the engine


@both_matchers
def test_rules_chain_on_a_class_and_on_nothing_less(stock: bool) -> None:
    def names(**known: Any) -> set[str]:
        return set(fired(UNGROUPED, stock=stock, **known))

    both = {"cold_limb": True, "calf_swelling": True}
    sure = {"two_signs_is_high", "two_signs_is_working_high", "working_score", "cold", "high_alert", "chained"}
    assert names(**both) == sure
    assert names(**both, pain_on_walking=True) == sure | {"high_score"}
    assert names(cold_limb=True) == {"cold", "two_signs_is_working_high", "working_score"}, "a hunch may take it off"
    low = {"cold_limb": False, "calf_swelling": False}
    assert names(**low) == {"two_signs_is_low", "two_signs_is_working_low", "denied"}
    assert names(**both, age_years=17.0) == {"cold"}, "it is not for the young"
    assert names() == set()


def test_each_class_is_one_statement_with_a_complete_left_hand_side() -> None:
    known = toy.knowledge(toy=UNGROUPED)
    derived = [s for s in known.statements if isinstance(s, Scores)]
    assert [s.id for s in derived] == [f"toy.two_signs_is_{c}" for c in ("low", "high", "working_low", "working_high")]
    assert known.statements[-4:] == tuple(derived)
    one = derived[1]
    assert (one.verb, one.concept, one.because) == ("scores", "two_signs:high", "By the toy score, it is high.")
    assert one.in_words() == "toy score: high"
    (condition,) = one.when
    assert isinstance(condition, InClass)
    assert findings_in(condition) == ("cold_limb", "calf_swelling", "age_years")
    rule = toy.program(known).rules[0]
    assert any(isinstance(part, ScoreClass) and part["name"] == "two_signs:high" for part in rule)


def test_what_a_class_rests_on_can_be_read_back() -> None:
    condition = InClass(toy.knowledge(toy=UNGROUPED).scores["two_signs"], "low")
    answers = {**dict.fromkeys(FINDINGS, "unknown"), "cold_limb": False, "calf_swelling": False, "age_years": 30.0}
    held = list(held_leaves(condition, answers))
    assert [leaf.in_words() for leaf in held] == [
        "Leg or foot cold compared with the other: no",
        "One calf visibly swollen: no",
        "Age: 30 years",
    ]
    assert all(leaf.truth(answers) for leaf in held)
    assert Recorded("calf_swelling", True).in_words().endswith(": yes")
    assert Recorded("onset_speed", "sudden").in_words().endswith(": sudden")
    assert Recorded("onset_speed").in_words().endswith(": on record")


@settings(max_examples=60)
@given(presentations(max_size=60))
def test_on_the_real_knowledge_the_classes_fire_that_the_results_give(record: dict[str, Any]) -> None:
    known = ce.Presentation(**record).known
    with REAL.session() as session:
        concluded = {s.concept for s in session.infer(known) if isinstance(s, Scores)}
    results = score_results(load().scores, known)
    wanted = {f"{r.score_id}:{one}" for r in results for one in r.readings.values() if one is not None}
    assert concluded == wanted


def test_a_named_case_on_the_real_knowledge() -> None:
    with REAL.session() as session:
        known = {"active_cancer": True, "calf_circumference_difference_cm": 3.0, "pain_side": "left"}
        ids = {statement.id for statement in session.infer(known)}
    assert "venous_scores.wells_dvt_2_is_working_likely" in ids
    assert "venous_scores.wells_dvt_2_is_likely" not in ids, "a judgement of a clinician may still take two points off"


# --------------------------------------------------------------------------------------------------- groups and alerts


def test_a_score_and_its_own_items_have_to_share_a_group() -> None:
    (told,) = [problem for problem in toy.problems(toy=TOY) if "`high_score` and `cold`" in problem]
    assert "both rest on `cold_limb` and must share a group" in told
    assert toy.problems(toy=UNGROUPED) == []


def test_the_group_check_sees_through_a_concept_to_the_score_behind_it() -> None:
    text = UNGROUPED.replace(
        "RULES = (", 'RULES = (\n    supports("far", when=[Concluded("bad")], strength=WEAK, group="other"),'
    )
    assert any("`far` and `cold` both rest on `cold_limb`" in problem for problem in toy.problems(toy=text))


def test_whom_a_score_is_for_is_no_item_of_it() -> None:
    text = UNGROUPED.replace(
        "RULES = (", 'RULES = (\n    supports("old", when=[Measured("age_years", AtLeast(65))], strength=WEAK),'
    )
    assert toy.problems(toy=text) == []
    assert toy.knowledge(toy=text).scores["two_signs"].counted == ("cold_limb", "calf_swelling")
    scores = load().scores
    assert "pregnant" not in scores["wells_dvt_2"].counted
    assert "previous_dvt" in scores["wells_dvt_2"].counted
    assert scores["abi"].counted == ("abi",)
    assert scores["ecq"].counted == scores["ecq"].findings
    assert "swollen_joint_on_examination" not in scores["acr_eular_2010_ra"].counted


def test_what_lies_behind_a_rule_on_a_score_are_the_findings_of_its_items() -> None:
    known = toy.knowledge(toy=UNGROUPED)
    concluding = by_concept(known.statements)
    by_name = {statement.name: statement for statement in known.statements}
    assert findings_behind(by_name["working_score"], concluding) == ("cold_limb", "calf_swelling", "age_years")
    assert not rests_on_negation(by_name["high_alert"], concluding)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ('supports("x", when=[Scored("two_sings", "high")], strength=WEAK)', "Did you mean `two_signs:high`?"),
        ('supports("x", when=[Scored("two_signs", "hihg")], strength=WEAK)', "Did you mean `two_signs:high`?"),
        ('supports("x", when=[Concluded("two_signs:high")], strength=WEAK)', "`two_signs:high` is not a concept"),
        (
            'supports("x", when=[AnyOf(Scored("two_signs", "high"), Present("cold_limb"))], strength=WEAK)',
            "Scored cannot stand inside AnyOf",
        ),
        (
            'excludes("x", when=[Scored("two_signs", "low")])',
            "only a recorded test can settle a cause, and `cold_limb` is what a patient says",
        ),
    ],
)
def test_what_a_rule_cannot_say_of_a_score(rule: str, told: str) -> None:
    text = UNGROUPED.replace("RULES = (", f"RULES = (\n    {rule},")
    assert any(told in problem for problem in toy.problems(toy=text))


SUSPECTED_ALL_THE_SAME = [
    (
        "lrinec:low",
        {"crp_mg_l": 5, "wbc_10e9_l": 9, "haemoglobin_g_dl": 14, "sodium_mmol_l": 140, "creatinine_umol_l": 80}
        | {"glucose_mmol_l": 5, "skin_redness_warmth": True, "pain_out_of_proportion": True}
        | {"redness_spreading_rapidly": True, "feels_very_unwell_or_confused": True},
        "emergency",
    ),
    ("pvr:not_raised", {"post_void_residual_ml": 20, "saddle_numbness": True, "low_back_pain": True}, "emergency"),
    (
        "wells_dvt_2:working_unlikely",
        dict.fromkeys(
            [
                *("active_cancer", "leg_paralysis_or_cast", "bedridden_3_days", "major_surgery_12w"),
                *("deep_vein_tenderness", "entire_leg_swollen", "pitting_oedema_symptomatic_leg"),
                *("collateral_superficial_veins", "previous_dvt"),
            ],
            False,
        )
        | {"calf_circumference_difference_cm": 1, "calf_pain": True, "calf_swelling": True},
        "same_day",
    ),
    (
        "news2:low",
        {"respiratory_rate": 16, "spo2_percent": 98, "on_supplemental_oxygen": False, "systolic_bp": 120}
        | {"heart_rate_bpm": 75, "consciousness_acvpu": "alert", "temperature_c": 37}
        | {"calf_pain": True, "saddle_numbness": True},
        "emergency",
    ),
]


@pytest.mark.parametrize(("low", "record", "urgency"), SUSPECTED_ALL_THE_SAME)
def test_a_low_score_beside_a_danger_sign_cancels_nothing(low: str, record: dict[str, Any], urgency: str) -> None:
    result = ce.assess(record)
    assert low in {name for step in result.trace if step.verb == "scores" for name in step.concludes}
    assert result.urgency >= urgency
    assert result.alerts


@settings(max_examples=80)
@given(presentations(max_size=50))
def test_no_alert_is_lost_because_there_are_scores(record: dict[str, Any]) -> None:
    """Against the same knowledge without scores, and without the rules that rest on one."""
    known = ce.Presentation(**record).known
    with REAL.session() as session:
        alerts = {s.id for s in session.infer(known) if s.verb == "alerts"}
    with WITHOUT_SCORES.session() as session:
        assert {s.id for s in session.infer(known) if s.verb == "alerts"} <= alerts


def _without_scores() -> Engine:
    loaded = load()
    kept = [
        s
        for s in loaded.statements
        if not isinstance(s, Scores) and not any(isinstance(condition, Scored) for condition in s.conditions)
    ]
    return Engine(compile_program(kept, loaded.strata, lambda option: loaded.options[option].answers_to))


WITHOUT_SCORES = _without_scores()
