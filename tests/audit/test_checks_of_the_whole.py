"""Every check of the audit: toy knowledge that fails it, toy knowledge that passes, and the real one, which passes."""

from __future__ import annotations

import dataclasses

import pytest
from tests import toy

from calf_expert.audit import COVERED_RULES, UNREAD_FINDINGS, audit
from calf_expert.audit.causes import incomplete
from calf_expert.audit.meaning import Meaning
from calf_expert.audit.overlap import contradictions, overlapping
from calf_expert.audit.reach import idle, undecided, unreachable
from calf_expert.audit.remarks import Remark
from calf_expert.audit.use import unread, unused
from calf_expert.authoring import AnyOf, Present
from calf_expert.catalogue import Knowledge, load


def rules(*texts: str, more: str = "") -> Knowledge:
    """A cause with these rules."""
    return toy.knowledge(toy=f"CAUSE = Cause()\n{more}\nRULES = ({', '.join(texts)},)")


def told(check, *texts: str, more: str = "") -> list[str]:
    """What a check says of a cause with these rules."""
    return [str(remark) for remark in check(Meaning(rules(*texts, more=more)))]


def supports(name: str, *when: str, strength: str = "STRONG", verb: str = "supports") -> str:
    return f"{verb}({name!r}, when=[{', '.join(when)}], strength={strength}, group='g')"


def concludes(name: str, concept: str, *when: str) -> str:
    return f"concludes({name!r}, concept={concept!r}, when=[{', '.join(when)}])"


# Unreachable. ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when",
    [
        ("Present('calf_swelling')", "Absent('calf_swelling')"),
        ("Is('pain_side', ('left',))", "Is('pain_side', ('right', 'both'))"),
        ("Measured('age_years', AtLeast(65))", "Measured('age_years', LessThan(65))"),
        ("Measured('age_years', MoreThan(120))",),
        ("AtLeastNOf(2, Present('calf_swelling'), Absent('calf_swelling'))",),
        ("AtLeastNOf(3, Is('sex', ('male',)), Is('sex', ('female',)), Present('pregnant'))",),
        (
            "AnyOf(Present('pregnant'), Measured('age_years', LessThan(20)))",
            "Is('sex', ('male',))",
            "Measured('age_years', AtLeast(20))",
        ),
        ("Present('pregnant')", "Is('sex', ('male',))"),
        ("Measured('gestation_weeks', AtLeast(20))", "Absent('pregnant')"),
        ("Present('bilateral_leg_pain')", "Is('pain_side', ('left',))"),
        ("Measured('systolic_bp', AtMost(90))", "Measured('diastolic_bp', AtLeast(100))"),
    ],
)
def test_a_rule_that_no_record_can_meet_is_told_with_its_place_and_why(when) -> None:
    (said,) = told(unreachable, supports("it_is_so", *when))
    assert said.startswith("knowledge/toy.py:3: `it_is_so` can never fire: nobody can have")


@pytest.mark.parametrize(
    "when",
    [
        ("Present('calf_swelling')", "Absent('pain_at_rest')"),
        ("Measured('age_years', AtLeast(65))", "Measured('age_years', LessThan(66))"),
        ("Measured('age_years', AtLeast(120))",),
        ("AtLeastNOf(2, Present('calf_swelling'), Absent('calf_swelling'), Present('pregnant'))",),
        ("Present('pregnant')", "Is('sex', ('female',))"),
        ("Measured('systolic_bp', AtMost(90))", "Measured('diastolic_bp', AtLeast(90))"),
    ],
)
def test_a_rule_that_some_record_meets_is_not(when) -> None:
    assert told(unreachable, supports("it_is_so", *when)) == []


def test_only_the_conditions_that_clash_are_named() -> None:
    when = ("Present('pain_at_rest')", "Present('calf_swelling')", "Absent('calf_swelling')")
    (said,) = told(unreachable, supports("it_is_so", *when))
    assert said.endswith("all of: One calf visibly swollen: yes; and One calf visibly swollen: no [unreachable]")


def test_unreachability_is_seen_through_concepts_and_their_denial() -> None:
    swells = concludes("it_swells", "swollen", "Present('calf_swelling')")
    (said,) = told(unreachable, swells, supports("it_is_so", "Concluded('swollen')", "Absent('calf_swelling')"))
    assert "`it_is_so`" in said
    (said,) = told(unreachable, swells, supports("it_is_so", "NotConcluded('swollen')", "Present('calf_swelling')"))
    assert "`it_is_so`" in said
    assert not told(unreachable, swells, supports("it_is_so", "NotConcluded('swollen')", "Present('pain_at_rest')"))


def test_a_concept_that_nobody_can_conclude_is_told() -> None:
    never = concludes("never", "nothing", "Present('calf_swelling')", "Absent('calf_swelling')")
    said = told(unreachable, never, supports("it_is_so", "Concluded('nothing')"))
    assert [s.split("`")[1] for s in said] == ["never", "it_is_so", "never"]
    assert "the last way to conclude `nothing`" in said[-1]


def test_a_concept_that_only_rests_on_itself_is_concluded_by_nobody() -> None:
    circle = concludes("a_makes_b", "b", "Concluded('a')"), concludes("b_makes_a", "a", "Concluded('b')")
    assert len(told(unreachable, *circle)) == 4
    assert told(unreachable, *circle, concludes("it_swells", "a", "Present('calf_swelling')")) == []


def test_a_part_that_makes_no_difference_is_worth_a_look() -> None:
    wide = "AnyOf(Measured('age_years', AtLeast(65)), Measured('age_years', AtLeast(70)))"
    (said,) = told(idle, supports("it_is_so", wide))
    assert said.endswith("without: Age: 70 years or more [idle]")
    assert told(idle, supports("it_is_so", "AnyOf(Measured('age_years', AtLeast(65)), Present('pregnant'))")) == []
    twice = "AnyOf(Present('pregnant'), Present('calf_pain'))"
    said, *inside = told(idle, supports("it_is_so", "Present('pregnant')", twice))
    assert said.endswith(f"without: {AnyOf(Present('pregnant'), Present('calf_pain')).in_words()} [idle]")
    assert inside


# Overlaps. ------------------------------------------------------------------------------------------------------------

GENERAL, SPECIAL = ("Present('calf_swelling')",), ("Present('calf_swelling')", "Present('pain_at_rest')")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("AnyOf(Present('pain_at_rest'), Present('calf_swelling'))",),) * 2,
        (
            ("AtLeastNOf(1, Present('pain_at_rest'), Present('calf_swelling'))",),
            ("AnyOf(Present('calf_swelling'), Present('pain_at_rest'))",),
        ),
        (
            ("Measured('age_years', AtLeast(65))", "Measured('age_years', AtMost(70))"),
            ("Measured('age_years', Between(65, 70))",),
        ),
    ],
)
def test_two_rules_that_say_the_same_of_the_same_people_are_told(one, other) -> None:
    (said,) = told(overlapping, supports("one", *one), supports("other", *other))
    assert "`other` fires just where `one` (knowledge/toy.py:3) does" in said


def test_evidence_is_layered_by_weight_and_what_never_counts_is_told() -> None:
    assert told(overlapping, supports("general", *GENERAL, strength="WEAK"), supports("special", *SPECIAL)) == []
    for weaker in ("STRONG", "WEAK"):
        (said,) = told(overlapping, supports("general", *GENERAL), supports("special", *SPECIAL, strength=weaker))
        assert "`special` never counts" in said
        assert "`general` (knowledge/toy.py:3)" in said


def test_a_sign_that_several_stronger_ones_cover_between_them_never_counts() -> None:
    halves = (
        supports("young", "Measured('age_years', LessThan(50))"),
        supports("old", "Measured('age_years', AtLeast(50))"),
    )
    any_age = supports("of_some_age", "Measured('age_years', AtLeast(0))", strength="WEAK")
    (said,) = told(overlapping, *halves, any_age)
    assert "`of_some_age` never counts" in said
    assert "`young`" in said
    assert "`old`" in said
    assert told(overlapping, halves[0], any_age) == []


def test_a_sign_that_the_other_side_always_outweighs_never_counts() -> None:
    against = supports("special", *SPECIAL, verb="weakens", strength="WEAK")
    (said,) = told(overlapping, supports("general", *GENERAL), against)
    assert "`special` never counts" in said
    assert told(overlapping, supports("general", *GENERAL, strength="WEAK"), against.replace("WEAK", "STRONG")) == []


def alert(name: str, *when: str, more: str = "") -> str:
    return f"alerts({name!r}, flag='swollen', when=[{', '.join(when)}]{more})"


@pytest.mark.parametrize(
    ("more", "needed"),
    [
        ("", False),
        (", urgency=Urgency.SAME_DAY", False),
        (", suspects=['toy']", True),
        (", suspects=['toy'], urgency=Urgency.SAME_DAY", True),
    ],
)
def test_a_special_alert_is_needed_only_where_it_says_more(more: str, needed: bool) -> None:
    said = told(overlapping, alert("general", *GENERAL), alert("special", *SPECIAL, more=more))
    assert bool(said) is not needed
    assert all("`special` fires only where `general`" in sentence for sentence in said)


def test_a_special_way_to_the_same_concept_adds_nothing() -> None:
    ways = concludes("general", "swollen", *GENERAL), concludes("special", "swollen", *SPECIAL)
    (said,) = told(overlapping, *ways)
    assert "`special` fires only where `general`" in said
    assert told(overlapping, ways[0], ways[1].replace("'swollen'", "'very_swollen'")) == []


PILL = "OPTIONS = (Option(id='pill', kind=MEDICINE),)"
OFFER = "offers('it_may_help', option='pill', when=[Suspected('toy')])"


def on_pill(verb: str, name: str, *when: str, more: str = "") -> str:
    return f"{verb}({name!r}, what='pill', when=[{', '.join(when)}]{more})"


def test_a_special_caution_is_needed_beside_a_label_but_not_beside_a_caution_for_more_people() -> None:
    special = on_pill("cautions", "special", *SPECIAL)
    assert told(overlapping, OFFER, on_pill("cautions", "label", "Suspected('toy')"), special, more=PILL) == []
    (said,) = told(overlapping, OFFER, on_pill("cautions", "general", *GENERAL), special, more=PILL)
    assert "`special` fires only where `general`" in said
    minor = on_pill("cautions", "general", *GENERAL, more=", major=False")
    assert told(overlapping, OFFER, minor, special, more=PILL) == []
    (said,) = told(
        overlapping, OFFER, on_pill("forbids", "one", *GENERAL), on_pill("forbids", "two", *SPECIAL), more=PILL
    )
    assert "`two`" in said


def test_offers_of_one_option_for_one_cause_are_held_against_one_another() -> None:
    special = "offers('special', option='pill', when=[Suspected('toy'), Present('calf_swelling')])"
    (said,) = told(overlapping, OFFER, special, more=PILL)
    assert "`special` fires only where `it_may_help`" in said
    # Whoever is suspected is considered, and not the other way round.
    (said,) = told(
        overlapping, OFFER, OFFER.replace("Suspected", "Considered").replace("it_may_help", "wide"), more=PILL
    )
    assert "`it_may_help` fires only where `wide`" in said


def test_questions_before_an_option_are_held_against_one_another() -> None:
    ask = "*asks_before('pill', about=['pregnant'], only_if=[Is('sex', ('female',))])"
    twice = f"{ask}, *asks_before('toy_family', about=['pregnant'])"
    more = PILL.replace("kind=MEDICINE", "kind=MEDICINE, families=('toy_family',)")
    assert told(overlapping, OFFER, twice, more=more) == []


# Contradictions. ------------------------------------------------------------------------------------------------------


def test_for_and_against_on_the_same_premises_is_a_contradiction() -> None:
    pair = supports("for_it", *SPECIAL), supports("against_it", *reversed(SPECIAL), verb="weakens", strength="WEAK")
    (said,) = told(contradictions, *pair)
    assert "`against_it` weakens just where `for_it` (knowledge/toy.py:3) supports" in said
    assert told(contradictions, pair[0], supports("against_it", *GENERAL, verb="weakens")) == []


def test_so_is_a_test_that_confirms_and_excludes() -> None:
    scan = "when=[Is('leg_vein_ultrasound', ('negative',))]"
    (said,) = told(contradictions, f"confirms('a_clot', {scan})", f"excludes('no_clot', {scan})")
    assert "`no_clot` excludes just where `a_clot`" in said
    other = scan.replace("negative", "proximal_dvt")
    assert told(contradictions, f"confirms('a_clot', {other})", f"excludes('no_clot', {scan})") == []


# What is not used. ----------------------------------------------------------------------------------------------------


def test_concepts_options_and_sources_that_nothing_uses_are_told() -> None:
    shelf = toy.SHELF.replace(
        "SOURCES = (", 'SOURCES = (Source(id="dust", authors="A", title="T", where="W", year="2000"), '
    )
    texts = {
        "toy": f"CAUSE = Cause()\n{PILL}\nRULES = ({concludes('it_swells', 'swollen', *GENERAL)},)",
        "more": shelf.replace('Source(id="book", authors="A", title="T", where="W", year="2000"),', ""),
    }
    said = [str(remark) for remark in unused(toy.knowledge(**texts))]
    assert said == [
        "knowledge/toy.py:3: `it_swells` concludes `swollen`, on which nothing rests [unused]",
        "knowledge/toy.py:2: `pill` is an option that no rule offers [unused]",
        "sources: `dust` is a source that nothing cites [unused]",
    ]
    used = rules(concludes("it_swells", "swollen", *GENERAL), supports("so", "Concluded('swollen')"), OFFER, more=PILL)
    assert list(unused(used)) == []
    self_care = "CAUSE = Cause(urgency=Urgency.SELF_CARE, self_care_after='swollen', self_care_unless='hurt')"
    both = concludes("it_swells", "swollen", *GENERAL), concludes("it_hurts", "hurt", "Present('calf_pain')")
    assert list(unused(toy.knowledge(toy=f"{self_care}\nRULES = ({', '.join(both)},)"))) == []


def test_an_unread_finding_is_argued_and_a_read_one_is_not() -> None:
    reads_one = rules(supports("it_is_so", "AnyOf(Present('calf_pain'), Present('leg_pain'))"))
    said = {remark.subject: remark for remark in unread(reads_one, {})}
    assert "calf_pain" not in said
    assert "leg_pain" not in said
    assert said["age_years"].where == "findings/demographics.py"
    argued = dict.fromkeys(said, "It is recorded for the record.")
    assert list(unread(reads_one, argued)) == []
    (stale,) = unread(reads_one, argued | {"calf_pain": "It was unread once."})
    assert "strike it" in str(stale)
    (wrong,) = unread(reads_one, argued | {"calf_payn": "?"})
    assert "`calf_payn` is not a finding" in str(wrong)


# Causes. --------------------------------------------------------------------------------------------------------------


def test_a_cause_needs_both_sides_a_vignette_and_honest_words() -> None:
    whole = rules(supports("it_swells", *GENERAL), supports("it_does_not", "Absent('calf_swelling')", verb="weakens"))
    assert list(incomplete(whole)) == []
    assert list(incomplete(whole, {"toy": 1})) == []
    assert ["comes first in no vignette" in str(r) for r in incomplete(whole, {"toy": 0})] == [True]
    empty = toy.knowledge(toy="CAUSE = Cause()")
    assert [remark.what for remark in incomplete(empty)] == [
        "has nothing that speaks for it",
        "has nothing that speaks against it",
    ]
    scanned = rules(supports("it_swells", *GENERAL), "excludes('n', when=[Is('leg_vein_ultrasound', ('negative',))])")
    assert list(incomplete(scanned)) == []


def test_a_dangerous_cause_and_one_of_the_founding_document_say_more() -> None:
    sides = supports("it_swells", *GENERAL), supports("it_does_not", "Absent('calf_swelling')", verb="weakens")
    whole = rules(*sides)
    open_ = dataclasses.replace(whole.causes["toy"], urgency=toy.word("Urgency").SAME_DAY)
    (said,) = incomplete(dataclasses.replace(whole, causes={"toy": open_}))
    assert "`open_until`" in said.what
    graded = rules(sides[0].replace("strength=STRONG", "strength=STRONG, grade=FOUNDING_DOCUMENT"), sides[1])
    (said,) = incomplete(graded)
    assert "`founding` or `today`" in said.what
    said_so = dataclasses.replace(graded.causes["toy"], founding="It said so.", today="It is not so.")
    assert list(incomplete(dataclasses.replace(graded, causes={"toy": said_so}))) == []


# All together. --------------------------------------------------------------------------------------------------------


def test_what_rests_on_a_condition_of_a_new_kind_is_free_and_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calf_expert.audit.meaning._KNOWN", ())
    monkeypatch.setattr("calf_expert.audit.meaning._ON_A_FINDING", ())
    both = supports("it_is_so", "Present('calf_swelling')", "Absent('calf_swelling')")
    assert told(unreachable, both) == []
    (said,) = told(undecided, both)
    assert "takes as free" in said


def test_a_covered_rule_may_be_argued_for_until_it_is_no_longer_covered() -> None:
    covered = rules(
        supports("general", *GENERAL),
        supports("special", *SPECIAL),
        supports("not", "Absent('calf_swelling')", verb="weakens"),
    )
    (said,) = audit(covered).problems
    assert said.subject == "toy.special"
    argued = {"toy.special": "It is a row of a table."}
    assert audit(covered, covered_rules=argued).problems == ()
    (stale,) = audit(covered, covered_rules=argued | {"toy.general": "?"}).problems
    assert "strike it" in stale.what


def test_a_search_that_takes_too_long_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calf_expert.audit.logic.STEPS", 0)
    meaning = Meaning(rules(supports("it_is_so", "AnyOf(Present('calf_swelling'), Present('pain_at_rest'))")))
    assert list(unreachable(meaning)) == []
    assert list(overlapping(meaning)) == []
    assert meaning.given_up


def test_the_library_passes() -> None:
    report = audit(load(), unread_findings=UNREAD_FINDINGS, covered_rules=COVERED_RULES)
    assert report.problems == ()
    assert report.figures["red flags tried"] > 50
    assert report.figures["questions given up as too large"] == 0


def test_a_remark_names_the_place() -> None:
    assert (
        str(Remark("knowledge/toy.py:3", "unused", "toy.it", "is idle")) == "knowledge/toy.py:3: `it` is idle [unused]"
    )
