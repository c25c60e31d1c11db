"""Toy knowledge: modules written in a test, read and put together in the way the project's own are.

In a toy module the words of authoring need less: what a test does not speak of (a sentence, a source) has a default.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from textwrap import dedent
from types import ModuleType
from typing import Any, TypeVar

from calf_expert import authoring
from calf_expert.authoring.statements import Cause, Location, Statement
from calf_expert.catalogue import Knowledge, assemble
from calf_expert.engine import Program, compile_program
from calf_expert.errors import KnowledgeError
from calf_expert.presentation import Presentation
from calf_expert.reasoning import Reasoner

SHELF = 'SOURCES = (Source(id="book", authors="A", title="T", where="W", year="2000"),)'

_SAID = {"because": "It is so.", "source": "book"}
# A partial adds no frame of Python, so that a statement still finds the line it is written at.
_WORDS: dict[str, Any] = {name: getattr(authoring, name) for name in authoring.__all__}
_WORDS |= {name: partial(word, **_SAID) for name, word in _WORDS.items() if name[0].islower()}
_WORDS["alerts"] = partial(
    authoring.alerts, flag="toy_flag", urgency=authoring.Urgency.EMERGENCY, suspects=[], action="Go.", **_SAID
)
_WORDS["Cause"] = partial(
    Cause,
    name="Toy",
    icd10="M79.6",
    commonness=authoring.COMMON,
    urgency=authoring.Urgency.ROUTINE,
    summary="It hurts.",
    mechanism="It is torn.",
    sources=("book",),
)
_WORDS["Score"] = partial(
    authoring.Score, name="toy score", about="It adds up.", source=("book",), caveat="It is a toy.", classes=()
)
_WORDS["Option"] = partial(
    authoring.Option, name="Toy option", kind=authoring.REFERRAL, guidance="Do it.", source=("book",)
)


def module(name: str, text: str) -> ModuleType:
    """A module of knowledge. Its statements say that they are written in ``knowledge/<name>.py``."""
    made = ModuleType(f"toy.{name}")
    vars(made).update(_WORDS)
    code = compile(dedent(text), f"/somewhere/knowledge/{name}.py", "exec", dont_inherit=True)
    exec(code, vars(made))  # noqa: S102  # the text is written in the test
    return made


def knowledge(**texts: str) -> Knowledge:
    """Modules put together and checked, beside a shelf with the source ``book``."""
    return assemble([module("shelf", SHELF), *(module(name, text) for name, text in texts.items())], "toy")


def problems(**texts: str) -> list[str]:
    """What is wrong with modules, without their being refused for nothing."""
    try:
        knowledge(**texts)
    except KnowledgeError as error:
        return list(error.problems)
    return []


def program(known: Knowledge) -> Program:
    """The rules of a body of knowledge."""
    return compile_program(known.statements, known.strata, lambda option: known.options[option].answers_to)


def reasoner(*, stock: bool = False, **texts: str) -> Reasoner:
    """A reasoner over modules."""
    return Reasoner(knowledge(**texts), stock=stock)


def assessed(reasoner: Reasoner, **answers: object) -> Any:
    """The assessment of a person."""
    return reasoner.assess(Presentation(**answers))


S = TypeVar("S", Statement, Cause)


def written_in(name: str, said: S) -> S:
    """The same statement or cause, as if it stood in the module ``name``."""
    return dataclasses.replace(said, location=Location(f"toy.{name}", f"knowledge/{name}.py", 1))


def word(name: str) -> Any:
    """A word of authoring with its toy defaults."""
    return _WORDS[name]
