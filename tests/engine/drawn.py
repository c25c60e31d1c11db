"""Rule bases drawn from a seed, put together as knowledge, so that they can be exported like the library's own."""

from __future__ import annotations

from types import MappingProxyType

from tests import toy
from tests.engine.rivals import Weighed
from tests.engine.test_differential import CAUSES, OPTIONS, Draw

from calf_expert.authoring import MEDICINE, REFERRAL
from calf_expert.authoring.strata import strata_of_concepts, stratum_of
from calf_expert.catalogue import Knowledge


def knowledge_of(statements) -> Knowledge:
    """Drawn statements with the causes and options they speak of. The checks made on load would refuse many of them."""
    strata, caught = strata_of_concepts(statements)
    assert not caught
    options = {name: _option(*names) for name, names in OPTIONS.items()}
    assert {name: option.answers_to for name, option in options.items()} == OPTIONS
    return Knowledge(
        version="drawn",
        sha256="0" * 64,
        causes=MappingProxyType({name: toy.written_in(name, toy.word("Cause")()) for name in CAUSES}),
        options=MappingProxyType(options),
        sources=MappingProxyType({}),
        scores=MappingProxyType({}),
        statements=tuple(statements),
        strata=MappingProxyType({s.id: stratum_of(s, strata) for s in statements}),
    )


def _option(name, *more):
    *families, kind = more
    return toy.word("Option")(
        id=name, families=tuple(families), kind={"referral": REFERRAL, "medicine": MEDICINE}[kind]
    )


def drawn(seed: int, *, size: int = 30) -> Knowledge:
    """The rule base of this seed: chains, negation over strata, any-of, at-least-n and limits, in a mixed order."""
    draw = Draw(f"a rule base, {seed}")
    return knowledge_of([toy.written_in(f"m{number}", draw.statement()) for number in range(size)])


def people(seed: int, *, many: int):
    """People to hold against that rule base: what is known of each, and what a weighing could have found."""
    draw = Draw(f"people, {seed}")
    for _ in range(many):
        known, considered, suspected, urgency = draw.person()
        yield known, Weighed(tuple(considered), tuple(suspected), urgency)
