"""Three ways to the same firings: our matcher, Experta's own, and an oracle that knows neither.

The oracle takes the strata from how the rules were drawn, and not from the library: what is fired does not depend on
which stratification is used.
"""

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy

from calf_expert.authoring import (
    Absent,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Between,
    Concluded,
    Considered,
    Is,
    LessThan,
    Measured,
    MoreThan,
    NotConcluded,
    NotKnown,
    Present,
    Suspected,
    Urgency,
    UrgencyAtLeast,
)
from calf_expert.authoring.conditions import Offered
from calf_expert.authoring.statements import Concludes, Offers, OnOption
from calf_expert.authoring.strata import strata_of_concepts, stratum_of
from calf_expert.engine import Engine, compile_program
from calf_expert.findings import UNKNOWN

ANSWERS = {
    "cold_limb": (True, False),
    "calf_swelling": (True, False),
    "saddle_numbness": (True, False),
    "pain_on_walking": (True, False),
    "onset_speed": ("sudden", "hours", "days"),
    "age_years": (49.0, 50.0, 51.0),
    "temperature_c": (36.0, 38.0, 40.0),
}
LEVELS = 3
CONCEPTS = {f"{letter}{level}": level for level in range(LEVELS) for letter in "xy"}
CAUSES = ("toy", "other")
OPTIONS = {"walk": ("walk", "exercise", "referral"), "rest": ("rest", "referral"), "pill": ("pill", "medicine")}
NAMES_OF_OPTIONS = sorted({name for names in OPTIONS.values() for name in names})


# ----------------------------------------------------------------------------------------------------------- the oracle


def oracle(statements, record, considered, suspected, urgency):
    """The ids of what fires: a fixpoint for each stratum of concepts, then all else, then the same with management."""
    facts = set()

    def holds(statement):
        return all(truth_of(condition, record, facts) is True for condition in statement.conditions)

    def close(chosen, conclusions):
        size = -1
        while size != len(facts):
            size = len(facts)
            facts.update(fact for statement in chosen if holds(statement) for fact in conclusions(statement))

    for level in range(LEVELS):
        here = [s for s in statements if isinstance(s, Concludes) and CONCEPTS[s.concept] == level]
        close(here, lambda s: [("concept", s.concept)])
    management = [s for s in statements if isinstance(s, (Offers, OnOption))]
    fired = {s.id for s in statements if s not in management and holds(s)}
    facts |= {(Considered, c) for c in considered} | {(Suspected, c) for c in suspected} | {("urgency", urgency)}
    offers = [s for s in management if isinstance(s, Offers)]
    close(offers, lambda s: [("option", name) for name in OPTIONS[s.option]])
    return fired, {s.id for s in management if holds(s)}


def truth_of(condition, record, facts):
    if isinstance(condition, AllOf):
        truths = [truth_of(part, record, facts) for part in condition.parts]
        # From the best to the worst, the nth is the truth of "at least n".
        n = {AnyOf: 1, AllOf: len(truths)}.get(type(condition)) or condition.n
        return sorted(truths, key=(True, None, False).index)[n - 1]
    if isinstance(condition, (Concluded, NotConcluded)):
        return (("concept", condition.concept) in facts) is isinstance(condition, Concluded)
    if isinstance(condition, (Considered, Suspected)):
        return (type(condition), condition.cause) in facts
    if isinstance(condition, UrgencyAtLeast):
        return any(("urgency", level) in facts for level in Urgency if level.rank >= condition.level.rank)
    if isinstance(condition, Offered):
        return ("option", condition.what) in facts
    return truth_of_answer(condition, record.get(condition.finding))


def truth_of_answer(condition, answer):
    if isinstance(condition, NotKnown):
        return answer is None
    if answer is None:
        return None
    if isinstance(condition, Is):
        return answer in condition.in_
    if isinstance(condition, Measured):
        return condition.limit.admits(answer)
    return answer is isinstance(condition, Present)


# -------------------------------------------------------------------------------------------------------- what is drawn

LIMITS = (AtLeast(50), MoreThan(50), AtMost(50), LessThan(50), Between(50, 51), AtLeast(38))
# Most statements conclude something, so that there are chains.
VERBS = (*["concludes"] * 5, "supports", "weakens", "alerts", "offers", "offers", "forbids", "cautions", "asks")


class Draw(random.Random):
    """Draws a statement or a person from a seed.

    Hypothesis draws lists of seeds, and shrinks them by leaving out some. Had it to draw every condition by itself,
    that would take ten times as long as running the rules.
    """

    def some(self, things, most):
        return self.sample(things, min(self.randint(0, most), len(things)))

    def leaf(self, *, not_known):
        name = self.choice(list(ANSWERS))
        if not_known and self.random() < 0.25:
            return NotKnown(name)
        if isinstance(ANSWERS[name][0], bool):
            return self.choice([Present, Absent])(name)
        if isinstance(ANSWERS[name][0], str):
            return Is(name, tuple(self.sample(ANSWERS[name], self.randint(1, 2))))
        return Measured(name, self.choice(LIMITS))

    def on_answers(self, depth=2, *, not_known=False):
        if depth == 0 or self.random() < 0.6:
            return self.leaf(not_known=not_known)
        parts = [self.on_answers(depth - 1, not_known=not_known) for _ in range(self.randint(2, 3))]
        form = self.choice([AnyOf, AnyOf, AllOf, AtLeastNOf])
        return AtLeastNOf(self.randint(1, len(parts)), *parts) if form is AtLeastNOf else form(*parts)

    def left_hand_side(self, level, *more, not_known=False):
        """Concepts are concluded at this level or below, and denied ones below it."""
        parts = [self.on_answers(not_known=not_known) for _ in range(self.choice([0, 1, 1, 2]))]
        parts += map(
            Concluded, self.some([name for name, at in CONCEPTS.items() if at <= level], self.choice([0, 0, 1, 2]))
        )
        parts += map(
            NotConcluded, self.some([name for name, at in CONCEPTS.items() if at < level], self.choice([0, 0, 1, 2]))
        )
        parts += more
        self.shuffle(parts)
        return parts or [self.on_answers(not_known=not_known)]

    def of_management(self):
        return self.choice([*map(Considered, CAUSES), *map(Suspected, CAUSES), *map(UrgencyAtLeast, [*Urgency] * 3)])

    def statement(self):
        verb = self.choice(VERBS)
        say = toy.word("asks_before" if verb == "asks" else verb)
        if verb == "concludes":
            concept = self.choice(list(CONCEPTS))
            return say("c", concept=concept, when=self.left_hand_side(CONCEPTS[concept]))
        if verb in ("supports", "weakens"):
            return say("e", when=self.left_hand_side(LEVELS), strength=toy.word("WEAK"))
        if verb == "alerts":
            return say("a", when=self.left_hand_side(0))
        if verb == "offers":
            weighed = self.choice([Considered, Suspected])(self.choice(CAUSES))
            option = self.choice(list(OPTIONS))
            return say("o", option=option, when=self.left_hand_side(LEVELS, weighed, not_known=True))
        what = self.choice(NAMES_OF_OPTIONS)
        if verb == "asks":
            only_if = [self.on_answers(not_known=True) for _ in range(self.randint(0, 1))]
            [asked] = say(what, about=[self.choice(list(ANSWERS))], only_if=only_if)
            return asked
        more = [self.of_management() for _ in range(self.randint(0, 1))]
        return say("m", what=what, when=self.left_hand_side(LEVELS, *more, not_known=True))

    def person(self):
        """What is known, and what a weighing could have found."""
        asked = self.sample(list(ANSWERS), self.choice([0, 2, 4, *[len(ANSWERS)] * 3]))
        known = {name: self.choice(ANSWERS[name]) for name in asked}
        return known, self.some(CAUSES, 3), self.some(CAUSES, 3), self.choice(list(Urgency))


seeds = st.integers(0, 2**32 - 1)
knowledge = st.lists(seeds, min_size=5, max_size=30).map(
    lambda drawn: [toy.written_in(f"m{number}", Draw(seed).statement()) for number, seed in enumerate(drawn)]
)
people = st.lists(seeds, min_size=1, max_size=6).map(lambda drawn: [Draw(seed).person() for seed in drawn])


def engines(statements):
    strata, caught = strata_of_concepts(statements)
    assert not caught
    program = compile_program(statements, {s.id: stratum_of(s, strata) for s in statements}, OPTIONS.__getitem__)
    return Engine(program), Engine(program, stock=True)


def fired(engine, record, considered, suspected, urgency):
    with engine.session() as session:
        inferred = [s.id for s in session.infer(record)]
        return inferred, [s.id for s in session.manage(considered, suspected, urgency)]


@settings(max_examples=500)
@given(knowledge, people)
def test_both_matchers_fire_what_the_oracle_fires_in_the_same_order(statements, people):
    ours, stock = engines(statements)
    for person in people:
        inferred, managed = fired(ours, *person)
        assert (inferred, managed) == fired(stock, *person)
        assert len(set(inferred)) == len(inferred)
        assert len(set(managed)) == len(managed)
        assert (set(inferred), set(managed)) == oracle(statements, *person)


@settings(max_examples=50)
@given(knowledge, people)
def test_unknown_is_the_same_as_not_told(statements, people):
    ours, stock = engines(statements)
    for record, *weighed in people:
        told = {**dict.fromkeys(ANSWERS, UNKNOWN), **record}
        assert fired(ours, told, *weighed) == fired(ours, record, *weighed) == fired(stock, told, *weighed)


def test_what_is_drawn_fires_often_and_in_every_way():
    # Keeps the tests above honest: rules that never fire would agree as well.
    often = Counter()
    for number in range(100):
        statements = [toy.written_in(f"m{i}", Draw(100 * number + i).statement()) for i in range(30)]
        by_id = {s.id: s for s in statements}
        ours, _ = engines(statements)
        for seed in range(5):
            inferred, managed = fired(ours, *Draw(seed).person())
            for rule_id in (*inferred, *managed):
                kinds = {type(c).__name__ for c in by_id[rule_id].conditions}
                often.update([type(by_id[rule_id]).__name__, *kinds])
    forms = (Concluded, NotConcluded, NotKnown, AnyOf, AllOf, AtLeastNOf, Considered, Suspected, UrgencyAtLeast)
    statements = ("Concludes", "Supports", "Weakens", "Alerts", "Offers", "Forbids", "Cautions", "Asks")
    assert min(often[name] for name in (*statements, *(form.__name__ for form in forms))) > 10, often
