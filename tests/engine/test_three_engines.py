"""Three engines that know nothing of each other say the same of everyone: ours, stock Experta, and CLIPS.

300 people a run. `make differential` asks about far more (see ``differential.py``).
"""

import dataclasses
from collections import Counter

import pytest
from benchmarks.clips_c import CFacts, CRecord
from benchmarks.clips_public import PublicFacts, PublicRecord
from benchmarks.clips_runner import Clips
from benchmarks.rivals import comparable
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.drawn import drawn, knowledge_of, people
from tests.engine.rivals import Rivals, Weighed
from tests.engine.test_differential import knowledge
from tests.plausible import presentation
from tests.strategies import presentations

from calf_expert.authoring.terms import Urgency
from calf_expert.catalogue import load
from calf_expert.export.clips import to_clips
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner


@pytest.fixture(scope="module")
def rivals():
    return Rivals(load(), to_clips())


def test_they_agree_on_plausible_people(rivals):
    often = Counter()
    for seed in range(150):
        said, found = rivals.compare(presentation(seed).known, with_stock=True)
        assert not found, (seed, found)
        often.update(said.fired)
        often.update(rule for rule, _ in said.management)
    # Keeps the test honest: where nothing fires, all engines agree.
    assert len(often) > 0.8 * len(load().statements)


def test_they_agree_on_whoever_hypothesis_thinks_of(rivals):
    @settings(max_examples=100)
    @given(presentations())
    def agree(record):
        _, found = rivals.compare(Presentation(**record).known, with_stock=True)
        assert not found

    agree()


def test_they_agree_on_management_whatever_the_weighing_found(rivals):
    causes = st.lists(st.sampled_from(list(load().causes)), unique=True).map(tuple)

    @settings(max_examples=50)
    @given(st.integers(0, 10_000), causes, causes, st.sampled_from(Urgency))
    def agree(seed, considered, suspected, urgency):
        weighed = Weighed(considered, suspected, urgency)
        _, found = rivals.compare(presentation(seed).known, weighed, with_stock=True)
        assert not found

    agree()


@settings(max_examples=60)
@given(knowledge, st.integers(0, 2**32 - 1))
def test_they_agree_on_rule_bases_that_are_not_ours(statements, seed):
    base = knowledge_of(statements)
    rivals = Rivals(base, to_clips(base))
    for known, weighed in people(seed, many=4):
        _, found = rivals.compare(known, weighed, with_stock=True)
        assert not found


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda program: program.replace("(>= ?", "(> ?"), id="at the limit"),
        pytest.param(
            lambda program: program.replace("yes no) (default unknown)", "yes no) (default no)"), id="unknown is no"
        ),
        pytest.param(lambda program: program.replace("(salience -", "(salience "), id="negation comes first"),
        pytest.param(lambda program: program.replace("(>= (+ (if", "(>= (+ 1 (if"), id="one less is enough"),
    ],
)
def test_a_difference_is_found(wrong):
    rivals = Rivals(load(), wrong(to_clips()))
    found = [said for seed in range(40) for said in rivals.compare(presentation(seed).known, with_stock=False)[1]]
    assert any(said.startswith("CLIPS: fired: only one has") for said in found)


def test_a_difference_to_stock_experta_is_found():
    wrong = Rivals(load(), to_clips())
    wrong.stock = Reasoner(dataclasses.replace(load(), statements=load().statements[20:])).engine
    found = [said for seed in range(20) for said in wrong.compare(presentation(seed).known, with_stock=True)[1]]
    assert found
    assert all(said.startswith("stock Experta: ") for said in found)


@pytest.mark.parametrize("encoded", [CFacts, CRecord, PublicFacts, PublicRecord])
def test_encoded_for_speed_clips_fires_the_same(encoded):
    fast, plain = encoded(comparable(load())), Clips(to_clips(comparable(load())))
    for seed in range(100):
        known = presentation(seed).known
        assert sorted(fast.infer(known)) == sorted(rule for rule, _, _ in plain.infer(known))


def test_drawn_rule_bases_and_people_are_the_same_for_the_same_seed():
    assert to_clips(drawn(1)) == to_clips(drawn(1)) != to_clips(drawn(2))
    assert list(people(1, many=3)) == list(people(1, many=3)) != list(people(2, many=3))
