"""What is refused when knowledge is loaded, and in which words. A rule in a toy module stands on line 5."""

import pytest
from tests import toy

from calf_expert.authoring.strata import by_concept, rests_on_negation, strata_of_concepts
from calf_expert.errors import KnowledgeError

TEST_SAYS_SO = 'Is("leg_vein_ultrasound", ("negative",))'


def refused(*rules, cause="Cause()", options=""):
    """The problems of a module of a cause. Where there is a rule, it stands on line 5, the next on line 6."""
    return toy.problems(toy="\n".join(["", f"CAUSE = {cause}", f"OPTIONS = ({options})", "RULES = (", *rules, ")"]))


def evidence(when, **more):
    more = {"strength": "WEAK"} | more
    return f'supports("a_sign", when=[{when}], {", ".join(f"{key}={value}" for key, value in more.items())}),'


def rule(says):
    """A problem of the rule on line 5."""
    return f"knowledge/toy.py:5: {says}"


def test_sound_knowledge_is_accepted():
    known = toy.knowledge(
        toy="""
        CAUSE = Cause(urgency=Urgency.SAME_DAY, open_until="A scan closes it.", self_care_after="no_danger")
        OPTIONS = (Option(id="walk", families=("exercise",)),)
        RULES = (
            concludes("c", concept="no_danger", when=[Absent("saddle_numbness"), Absent("cold_limb")]),
            supports("s", when=[Concluded("no_danger")], lr=2, ci=(1.5, 3.1), group="g", where="table 2"),
            weakens("w", when=[NotConcluded("no_danger"), Measured("age_years", Between(0, 120))], lr=0.4, group="g"),
            weakens("x", when=[Present("calf_swelling")], strength=STRONG),
            excludes("e", when=[Is("leg_vein_ultrasound", ("negative",))]),
            confirms("f", when=[Present("thompson_test_positive")]),
            alerts("a", when=[AtLeastNOf(2, Present("cold_limb"), Present("calf_swelling"))], suspects=["toy"]),
            offers("o", option="walk", when=[Considered("toy"), NotKnown("cold_limb")]),
            forbids("p", what="exercise", when=[UrgencyAtLeast(Urgency.SAME_DAY)]),
            cautions("q", what="referral", when=[Suspected("toy"), NotKnown("age_years")]),
            *asks_before("walk", about=["cold_limb", "age_years"]),
        )
        """
    )
    assert len(known.statements) == 12
    assert list(known.causes) == ["toy"]


def test_every_problem_is_told_at_once_each_with_its_place():
    found = refused(
        'supports("Loud", when=[Present("calf_sweling")], strength=WEAK, because="No end", source="boke"),',
        'weakens("w", when=[], lr=3),',
        cause='Cause(summary="No end")',
        options='Option(id="walk", guidance="No end"),',
    )
    assert found == [
        "knowledge/toy.py:2: `summary` is not a sentence that ends",
        "knowledge/toy.py:3: option `walk`: `guidance` is not a sentence that ends",
        "knowledge/toy.py:5: `Loud`: a name is written in lower_snake_case",
        "knowledge/toy.py:5: `Loud`: `boke` is not a source. Did you mean `book`?",
        "knowledge/toy.py:5: `Loud`: `because` is not a sentence that ends",
        "knowledge/toy.py:5: `Loud`: `calf_sweling` is not a finding. Did you mean `calf_swelling`?",
        "knowledge/toy.py:6: `w`: it rests on nothing",
        "knowledge/toy.py:6: `w`: `lr` of weakens lies between 0 and 1",
    ]


def test_the_error_holds_the_problems_and_prints_one_a_line():
    with pytest.raises(KnowledgeError) as caught:
        toy.knowledge(toy='RULES = (concludes("c", concept="x", when=[], because="No end"),)')
    assert caught.value.problems == (
        "knowledge/toy.py:1: `c`: `because` is not a sentence that ends",
        "knowledge/toy.py:1: `c`: it rests on nothing",
    )
    assert str(caught.value) == "\n".join(caught.value.problems)


def test_nothing_of_the_folder_above_the_knowledge_gets_into_a_message():
    assert "somewhere" not in "".join(refused(evidence("")))


# ----------------------------------------------------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ('Present("calf_sweling")', "`calf_sweling` is not a finding. Did you mean `calf_swelling`?"),
        ('Present("qqqqqq")', "`qqqqqq` is not a finding."),
        ('Absent("cold_lim")', "`cold_lim` is not a finding. Did you mean `cold_limb`?"),
        ('Is("onset_sped", ("sudden",))', "`onset_sped` is not a finding. Did you mean `onset_speed`?"),
        ('Measured("age_year", AtLeast(1))', "`age_year` is not a finding. Did you mean `age_years`?"),
        ('Present("age_years")', "Present does not fit `age_years`, which is a number"),
        ('Absent("onset_speed")', "Absent does not fit `onset_speed`, which is a enum"),
        ('Is("cold_limb", ("yes",))', "Is does not fit `cold_limb`, which is a boolean"),
        ('Measured("cold_limb", AtLeast(1))', "Measured does not fit `cold_limb`, which is a boolean"),
        (
            'Is("onset_speed", ("sudden", "hour"))',
            "`hour` is not a value of `onset_speed`. Did you mean `hours`?",
        ),
        ('Is("onset_speed", ("unknown",))', "`unknown` is not a value of `onset_speed`."),
        ('Is("onset_speed", "sudden")', "the values of Is are a tuple with at least one"),
        ('Is("onset_speed", ())', "the values of Is are a tuple with at least one"),
        ('Measured("age_years", AtLeast(121))', "the limit of `age_years` lies outside its plausible range"),
        ('Measured("age_years", LessThan(-1))', "the limit of `age_years` lies outside its plausible range"),
        ('Measured("age_years", Between(1, 121))', "the limit of `age_years` lies outside its plausible range"),
        ('Measured("age_years", AtLeast(float("nan")))', "the limit of `age_years` lies outside its plausible range"),
        ('Measured("age_years", 65)', "`age_years` is held against a limit, such as AtLeast, and not a int"),
        ('Measured("age_years", Between(40, 30))', "the limits of `age_years` are the wrong way round"),
        ('Concluded("nothing_of_the_sort")', "`nothing_of_the_sort` is not a concept."),
        ('AnyOf(Present("cold_limb"))', "AnyOf needs two parts or more"),
        ('"cold_limb"', "a str is no condition"),
        ("AllOf()", "AllOf needs two parts or more"),
        (
            'AtLeastNOf(3, Present("cold_limb"), Present("calf_swelling"))',
            "AtLeastNOf(3, ...) cannot hold of 2 parts",
        ),
        (
            'AtLeastNOf(0, Present("cold_limb"), Present("calf_swelling"))',
            "AtLeastNOf(0, ...) cannot hold of 2 parts",
        ),
        (
            'AnyOf(Present("cold_limb"), AllOf(Present("age_years"), Present("calf_swelling")))',
            "Present does not fit `age_years`, which is a number",
        ),
        ('Suspected("toy")', "Suspected is for management only"),
        ('Considered("toy")', "Considered is for management only"),
        ("UrgencyAtLeast(Urgency.SAME_DAY)", "UrgencyAtLeast is for management only"),
        ('NotKnown("cold_limb")', "NotKnown is for questions and cautions only: what is not known is never evidence"),
        (
            'AnyOf(Present("cold_limb"), NotKnown("calf_swelling"))',
            "NotKnown is for questions and cautions only: what is not known is never evidence",
        ),
    ],
)
def test_condition_is_refused_as_evidence(condition, says):
    assert refused(evidence(condition)) == [rule(f"`a_sign`: {says}")]


@pytest.mark.parametrize("limit", ["AtLeast(0)", "AtMost(120)", "Between(0, 120)", "Between(50, 50)"])
def test_both_ends_of_the_plausible_range_may_be_a_limit(limit):
    assert refused(evidence(f'Measured("age_years", {limit})')) == []


@pytest.mark.parametrize("form", ['Concluded("x")', 'NotConcluded("x")'])
def test_conclusions_cannot_stand_inside_an_any_of(form):
    found = refused(
        evidence(f'AnyOf(Present("cold_limb"), {form})'),
        'concludes("c", concept="x", when=[Present("calf_swelling")]),',
    )
    assert found == [
        rule(f"`a_sign`: {form[:-5]} cannot stand inside AnyOf; write a second statement for the alternative")
    ]


def test_unknown_concept_names_the_nearest():
    found = refused(evidence('Concluded("clot")'), 'concludes("c", concept="clots", when=[Present("cold_limb")]),')
    assert found == [rule("`a_sign`: `clot` is not a concept. Did you mean `clots`?")]


@pytest.mark.parametrize("verb", ["concludes", "confirms", "alerts"])
def test_what_is_not_known_is_never_ground_for_a_conclusion(verb):
    concept = 'concept="x", ' if verb == "concludes" else ""
    found = refused(f'{verb}("r", {concept}when=[Present("thompson_test_positive"), NotKnown("abi")]),')
    assert found == [rule("`r`: NotKnown is for questions and cautions only: what is not known is never evidence")]


def test_rule_that_silence_alone_would_fire_is_refused():
    says = "it rests only on what was not concluded, which is also so of a person who was asked nothing"
    concept = 'concludes("c", concept="x", when=[Present("calf_swelling")]),'
    assert refused(evidence('NotConcluded("x")'), concept) == [rule(f"`a_sign`: {says}")]
    assert refused('concludes("y", concept="y", when=[NotConcluded("x")]),', concept) == [rule(f"`y`: {says}")]
    assert refused(evidence('NotConcluded("x"), Present("cold_limb")', group='"g"'), concept) == []


# ----------------------------------------------------------------------------------------------------------- statements


@pytest.mark.parametrize("name", ["Loud", "two words", "1st", "_hidden", "with-dash", ""])
def test_names_are_lower_snake_case(name):
    found = refused(f'concludes("{name}", concept="x", when=[Present("cold_limb")]),')
    assert found == [rule(f"`{name}`: a name is written in lower_snake_case")]


@pytest.mark.parametrize("sentence", ["No end", "", " Space before.", "Space after. ", "Comma,"])
def test_sentences_end(sentence):
    says = "is not a sentence that ends"
    assert refused(evidence('Present("cold_limb")', because=repr(sentence))) == [rule(f"`a_sign`: `because` {says}")]
    assert refused(f'alerts("a", when=[Present("cold_limb")], action={sentence!r}),') == [rule(f"`a`: `action` {says}")]
    assert refused(cause=f"Cause(summary={sentence!r})") == [f"knowledge/toy.py:2: `summary` {says}"]
    assert refused(cause=f"Cause(mechanism={sentence!r})") == [f"knowledge/toy.py:2: `mechanism` {says}"]
    assert refused(options=f'Option(id="o", guidance={sentence!r}),') == [
        f"knowledge/toy.py:3: option `o`: `guidance` {says}"
    ]


@pytest.mark.parametrize("end", [".", "!", "?"])
def test_a_sentence_may_end_in_three_ways(end):
    assert refused(evidence('Present("cold_limb")', because=repr(f"So{end}"))) == []


def test_everything_cites_a_source_that_exists():
    assert refused(evidence('Present("cold_limb")', source="()")) == [rule("`a_sign`: it cites no source")]
    assert refused(evidence('Present("cold_limb")', source='("book", "boke")')) == [
        rule("`a_sign`: `boke` is not a source. Did you mean `book`?")
    ]
    assert refused(cause='Cause(sources=("boke",))') == [
        "knowledge/toy.py:2: `boke` is not a source. Did you mean `book`?"
    ]
    assert refused(cause='Cause(sources="book")', options='Option(id="o", source="book"),') == []
    assert refused(options='Option(id="o", source=()),') == ["knowledge/toy.py:3: option `o`: it cites no source"]


def test_a_rule_id_is_given_once():
    found = refused(
        'concludes("c", concept="x", when=[Present("cold_limb")]),',
        'concludes("c", concept="y", when=[Present("cold_limb")]),',
    )
    assert found == ["knowledge/toy.py:5, knowledge/toy.py:6: the rule id `toy.c` is used more than once"]


def test_a_cause_an_option_and_a_source_are_declared_once():
    twice = [toy.module("shelf", toy.SHELF), toy.module("toy", 'CAUSE = Cause()\nOPTIONS = (Option(id="o"),)')] * 2
    with pytest.raises(KnowledgeError) as caught:
        toy.assemble(twice, "toy")
    assert caught.value.problems == (
        "the source `book` is declared twice",
        "knowledge/toy.py:1, knowledge/toy.py:1: the cause id `toy` is used more than once",
        "knowledge/toy.py:2, knowledge/toy.py:2: the option id `o` is used more than once",
    )


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ('(asks_before("o", about=["cold_limb"]),)', "RULES holds a tuple, which is no statement (asks_before gives "),
        ("(Cause(),)", "RULES holds a Cause, which is no statement (asks_before gives "),
        ('(concludes("c", concept="x", when=[]))', "RULES is no tuple of statements (of one, `RULES = (statement,)`)"),
    ],
)
def test_rules_hold_statements(rules, says):
    [found] = toy.problems(toy=f"RULES = {rules}")
    assert found.startswith(f"toy.toy: {says}")


# ------------------------------------------------------------------------------------------------------------- evidence


@pytest.mark.parametrize(
    ("verb", "figures", "says"),
    [
        ("supports", "lr=0.9", "`lr` of supports lies at 1 or above"),
        ("supports", "lr=0", "`lr` of supports lies at 1 or above"),
        ("supports", "lr=-2", "`lr` of supports lies at 1 or above"),
        ("supports", 'lr=float("inf")', "`lr` of supports lies at 1 or above"),
        ("supports", 'lr=float("nan")', "`lr` of supports lies at 1 or above"),
        ("weakens", "lr=1", "`lr` of weakens lies between 0 and 1"),
        ("weakens", "lr=2", "`lr` of weakens lies between 0 and 1"),
        ("weakens", "lr=0", "`lr` of weakens lies between 0 and 1"),
        ("weakens", 'lr=float("nan")', "`lr` of weakens lies between 0 and 1"),
        ("supports", "lr=2, ci=(2.1, 3)", "`lr` lies outside its interval `ci`"),
        ("supports", "lr=2, ci=(1.1, 1.9)", "`lr` lies outside its interval `ci`"),
        ("supports", "lr=2, ci=(3, 1)", "`lr` lies outside its interval `ci`"),
        ("supports", "strength=WEAK, ci=(1, 2)", "`ci` belongs to an `lr`"),
        ("supports", "lr=2, strength=WEAK", "evidence has either `lr` or `strength`"),
        ("weakens", "", "evidence has either `lr` or `strength`"),
        ("weakens", "strength=3.0", "`strength` is WEAK, MODERATE or STRONG"),
        ("supports", "lr=2, grade=GUIDELINE", "the grade is `quantitative` just where a figure (`lr`) is given"),
        (
            "weakens",
            "strength=WEAK, grade=QUANTITATIVE",
            "the grade is `quantitative` just where a figure (`lr`) is given",
        ),
    ],
)
def test_figures_of_evidence(verb, figures, says):
    assert refused(f'{verb}("e", when=[Present("cold_limb")], {figures}),') == [rule(f"`e`: {says}")]


@pytest.mark.parametrize(
    ("verb", "figures"),
    [("supports", "lr=1"), ("supports", "lr=2, ci=(2, 2)"), ("weakens", "lr=0.999"), ("weakens", "lr=0.1, ci=(0, 1)")],
)
def test_figures_at_the_edge_are_accepted(verb, figures):
    assert refused(f'{verb}("e", when=[Present("cold_limb")], {figures}),') == []


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ('supports("r", when=[Present("cold_limb")], strength=WEAK)', "evidence is written in the module of a cause"),
        ('excludes("r", when=[Present("hop_test_pain")])', "a cause is confirmed or excluded in its own module"),
        ('confirms("r", when=[Present("hop_test_pain")])', "a cause is confirmed or excluded in its own module"),
    ],
)
def test_what_speaks_of_a_cause_stands_in_its_module(said, says):
    assert toy.problems(toy=f"RULES = ({said},)") == [f"knowledge/toy.py:1: `r`: {says}"]


@pytest.mark.parametrize("verb", ["confirms", "excludes"])
def test_only_a_recorded_test_settles_a_cause(verb):
    says = "only a recorded test can settle a cause, and `cold_limb` is what a patient says"
    assert refused(f'{verb}("r", when=[{TEST_SAYS_SO}, Present("cold_limb")]),') == [rule(f"`r`: {says}")]
    through_a_concept = [
        f'{verb}("r", when=[Concluded("x")]),',
        'concludes("c", concept="x", when=[Concluded("y")]),',
        'concludes("d", concept="y", when=[Present("cold_limb")]),',
    ]
    assert refused(*through_a_concept) == [rule(f"`r`: {says}")]
    assert refused(f'{verb}("r", when=[{TEST_SAYS_SO}, Present("thompson_test_positive")]),') == []


# --------------------------------------------------------------------------------------------------------------- groups


def test_signs_that_look_at_one_finding_share_a_group():
    one, other = (
        f'{verb}("{verb}_it", when=[Present("cold_limb"), Present("calf_swelling")], strength=WEAK{{}}),'
        for verb in ("supports", "weakens")
    )
    says = (
        "knowledge/toy.py:5, knowledge/toy.py:6: `supports_it` and `weakens_it` both rest on "
        "`calf_swelling`, `cold_limb` and must share a group"
    )
    assert refused(one.format(""), other.format("")) == [says]
    assert refused(one.format(', group="g"'), other.format("")) == [says]
    assert refused(one.format(', group="g"'), other.format(', group="h"')) == [says]
    assert refused(one.format(', group="g"'), other.format(', group="g"')) == []


@pytest.mark.parametrize("form", ["Concluded", "NotConcluded"])
def test_signs_that_look_at_one_finding_through_concepts_share_a_group(form):
    found = refused(
        f'supports("s", when=[{form}("x"), Present("calf_swelling")], strength=WEAK),',
        'weakens("w", when=[Absent("cold_limb")], strength=WEAK),',
        'concludes("c", concept="x", when=[Concluded("y")]),',
        'concludes("d", concept="y", when=[AnyOf(Present("cold_limb"), Present("saddle_numbness"))]),',
    )
    assert found == [
        "knowledge/toy.py:5, knowledge/toy.py:6: `s` and `w` both rest on `cold_limb` and must share a group"
    ]


def test_signs_of_different_causes_need_no_common_group():
    text = 'CAUSE = Cause()\nRULES = (supports("s", when=[Present("cold_limb")], strength=WEAK),)'
    assert toy.problems(one=text, other=text) == []


# ------------------------------------------------------------------------------------------------------- strata, alerts


def test_concepts_that_depend_on_their_own_absence_are_refused():
    found = refused(
        'concludes("a", concept="x", when=[NotConcluded("y"), Present("cold_limb")]),',
        'concludes("b", concept="y", when=[Concluded("z")]),',
        'concludes("c", concept="z", when=[Concluded("x")]),',
        'concludes("d", concept="apart", when=[Present("cold_limb")]),',
    )
    assert found == [
        "knowledge/toy.py:5, knowledge/toy.py:6, knowledge/toy.py:7: `x`, `y`, `z` depend on their own absence"
    ]


def test_concepts_may_depend_on_one_another_in_a_circle_without_negation():
    assert (
        refused(
            'concludes("a", concept="x", when=[Concluded("y")]),',
            'concludes("b", concept="y", when=[Concluded("x")]),',
            'concludes("c", concept="x", when=[Present("cold_limb")]),',
        )
        == []
    )


def test_strata_count_the_negations_on_the_way():
    known = toy.knowledge(
        toy="""
        CAUSE = Cause()
        RULES = (
            supports("last", when=[NotConcluded("d"), Present("cold_limb")], strength=WEAK, group="g"),
            concludes("to_d", concept="d", when=[NotConcluded("c"), Concluded("a"), Present("cold_limb")]),
            concludes("to_c", concept="c", when=[Concluded("b")]),
            concludes("to_b", concept="b", when=[NotConcluded("a"), Present("cold_limb")]),
            concludes("to_b_too", concept="b", when=[Present("calf_swelling")]),
            concludes("to_a", concept="a", when=[Present("cold_limb")]),
            supports("on_b", when=[Concluded("b")], strength=WEAK, group="g"),
            supports("on_a", when=[Concluded("a")], strength=WEAK, group="g"),
        )
        """
    )
    assert {name.removeprefix("toy."): stratum for name, stratum in known.strata.items()} == {
        "to_a": 0,
        "to_b_too": 0,
        "to_b": 1,
        "to_c": 1,
        "to_d": 2,
        "on_a": 0,
        "on_b": 1,
        "last": 3,
    }
    assert strata_of_concepts(known.statements) == ({"a": 0, "b": 1, "c": 1, "d": 2}, ())
    resting = {s.name for s in known.statements if rests_on_negation(s, by_concept(known.statements))}
    assert resting == {"to_b", "to_c", "to_d", "on_b", "last"}


@pytest.mark.parametrize("directly", [True, False])
def test_an_alert_never_rests_on_what_was_not_concluded(directly):
    condition = 'NotConcluded("x"), Present("cold_limb")' if directly else 'Concluded("z")'
    found = refused(
        f'alerts("a", when=[{condition}]),',
        'concludes("d", concept="z", when=[Concluded("y")]),',
        'concludes("c", concept="y", when=[NotConcluded("x"), Present("cold_limb")]),',
        'concludes("b", concept="x", when=[Present("calf_swelling")]),',
    )
    assert found == [rule("`a`: an alert may not rest on a concept that was not concluded, even indirectly")]


@pytest.mark.parametrize("form", ["Suspected", "Considered"])
def test_an_alert_never_rests_on_the_weighing(form):
    assert refused(f'alerts("a", when=[{form}("toy"), Present("cold_limb")]),') == [
        rule(f"`a`: {form} is for management only")
    ]


def test_an_alert_suspects_causes_that_exist():
    assert refused('alerts("a", suspects=["toi"], when=[Present("cold_limb")]),') == [
        rule("`a`: `toi` is not a cause. Did you mean `toy`?")
    ]


def test_an_alert_never_sets_self_care():
    assert refused('alerts("a", urgency=Urgency.SELF_CARE, when=[Present("cold_limb")]),') == [
        rule("`a`: an alert never sets self-care: only a likely cause does, with its danger signs answered no")
    ]
    assert refused('alerts("a", urgency=Urgency.ROUTINE, when=[Present("cold_limb")]),') == []


@pytest.mark.parametrize("level", ["'emergency'", "'emergancy'", "4"])
def test_an_urgency_is_a_level_and_no_text(level):
    assert refused(f'alerts("a", urgency={level}, when=[Present("cold_limb")]),') == [
        rule("`a`: `urgency` is a level, such as Urgency.SAME_DAY")
    ]
    assert refused(cause=f"Cause(urgency={level})") == [
        "knowledge/toy.py:2: `urgency` is a level, such as Urgency.ROUTINE"
    ]


def test_a_flag_can_be_asked_for():
    assert refused('alerts("a", flag="Red flag", when=[Present("cold_limb")]),') == [
        rule("`a`: `flag` is written in lower_snake_case")
    ]
    assert refused('alerts("a", flag="toy", when=[Present("cold_limb")]),') == [
        rule("`a`: the flag `toy` is the id of a cause too, so that nobody can ask for its proof")
    ]


# --------------------------------------------------------------------------------------------------------------- causes


@pytest.mark.parametrize("urgency", ["SAME_DAY", "EMERGENCY"])
def test_a_dangerous_cause_says_what_would_close_it(urgency):
    assert refused(cause=f"Cause(urgency=Urgency.{urgency})") == [
        "knowledge/toy.py:2: a dangerous cause has to say what would close it (`open_until`)"
    ]


@pytest.mark.parametrize("urgency", ["ROUTINE", "WITHIN_DAYS"])
def test_a_cause_that_can_wait_need_not(urgency):
    assert refused(cause=f"Cause(urgency=Urgency.{urgency})") == []


def test_self_care_waits_for_a_concept_that_exists():
    assert refused(cause="Cause(urgency=Urgency.SELF_CARE)") == [
        "knowledge/toy.py:2: a cause of self-care says which concept has to be concluded first (`self_care_after`)"
    ]
    found = refused(
        'concludes("c", concept="no_danger", when=[Absent("cold_limb")]),', cause='Cause(self_care_after="no_dangers")'
    )
    assert found == ["knowledge/toy.py:2: `no_dangers` is not a concept. Did you mean `no_danger`?"]


def test_self_care_never_rests_on_silence():
    found = refused(
        'concludes("c", concept="no_danger", when=[Concluded("y")]),',
        'concludes("d", concept="y", when=[NotConcluded("danger"), Present("calf_pain")]),',
        'concludes("e", concept="danger", when=[Present("cold_limb")]),',
        cause='Cause(self_care_after="no_danger")',
    )
    assert found == [
        "knowledge/toy.py:2: `self_care_after` may not rest on a concept that was not concluded, even indirectly"
    ]


# ----------------------------------------------------------------------------------------------------------- management

WALK = 'Option(id="walk", families=("exercise",)),'


FORBIDS = 'forbids("f", what="{}", when=[Present("cold_limb")]),'
ASKS = '*asks_before("{}", about=["cold_limb"]),'


@pytest.mark.parametrize(
    ("rules", "gated"),
    [
        ((), False),
        ((FORBIDS.format("heat"),), False),
        ((ASKS.format("heat"),), False),
        ((FORBIDS.format("physical"), ASKS.format("physical")), False),
        ((FORBIDS.format("heat"), ASKS.format("heat")), True),
        ((FORBIDS.format("warming"), ASKS.format("heat")), True),
        ((FORBIDS.format("warming"), ASKS.format("warming")), True),
    ],
)
def test_a_physical_measure_has_gates_of_its_own(rules, gated):
    says = "a physical measure needs `forbids` and `asks_before`: it is advice only once its gates are answered no"
    found = refused(*rules, options='Option(id="heat", families=("warming",), kind=PHYSICAL),')
    assert found == ([] if gated else [f"knowledge/toy.py:3: option `heat`: {says}"])


def test_an_option_is_offered_for_a_cause():
    says = "an option is offered only where a cause is Considered or Suspected"
    assert refused('offers("o", option="walk", when=[Present("cold_limb")]),', options=WALK) == [rule(f"`o`: {says}")]
    for form in ("Considered", "Suspected"):
        assert refused(f'offers("o", option="walk", when=[{form}("toy")]),', options=WALK) == []


def test_an_option_is_offered_from_the_module_of_a_cause():
    found = toy.problems(
        toy="CAUSE = Cause()",
        apart=f'OPTIONS = ({WALK})\nRULES = (offers("o", option="walk", when=[Suspected("toy")]),)',
    )
    assert found == ["knowledge/apart.py:2: `o`: an option is offered from the module of a cause"]


@pytest.mark.parametrize("form", ["Considered", "Suspected"])
def test_management_speaks_of_causes_that_exist(form):
    assert refused(f'offers("o", option="walk", when=[{form}("toi")]),', options=WALK) == [
        rule("`o`: `toi` is not a cause. Did you mean `toy`?")
    ]


@pytest.mark.parametrize("name", ["exercise", "walks"])
def test_what_is_offered_is_an_option_and_no_family(name):
    hint = " Did you mean `walk`?" if name == "walks" else ""
    assert refused(f'offers("o", option="{name}", when=[Suspected("toy")]),', options=WALK) == [
        rule(f"`o`: `{name}` is not an option.{hint}")
    ]


@pytest.mark.parametrize("verb", ["forbids", "cautions"])
def test_options_are_spoken_of_by_id_family_or_kind(verb):
    for name in ("walk", "exercise", "referral"):
        assert refused(f'{verb}("f", what="{name}", when=[Present("cold_limb")]),', options=WALK) == []
    assert refused(f'{verb}("f", what="exercises", when=[Present("cold_limb")]),', options=WALK) == [
        rule("`f`: `exercises` is not an option or family of options. Did you mean `exercise`?")
    ]


def test_something_that_forbids_has_a_ground():
    assert refused('forbids("f", what="walk", when=[]),', options=WALK) == [rule("`f`: it rests on nothing")]


def test_questions_are_about_findings_and_named_after_them():
    assert refused('*asks_before("walk", about=["cold_lim"]),', options=WALK) == [
        rule("`walk_needs_cold_lim`: `cold_lim` is not a finding. Did you mean `cold_limb`?")
    ]
    assert refused('*asks_before("walks", about=["cold_limb"]),', options=WALK) == [
        rule("`walks_needs_cold_limb`: `walks` is not an option or family of options. Did you mean `walk`?")
    ]
