"""Finding, loading and hashing the knowledge."""

from __future__ import annotations

import importlib
import sys
import textwrap
from pathlib import Path

import pytest
from tests import toy

from calf_expert import AssessmentError, KnowledgeError, assess
from calf_expert.catalogue import assemble, load, modules_of


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a package of knowledge and return it; it is gone from ``sys.modules`` afterwards."""

    def write(**modules: str):
        root = tmp_path / "knowledge"
        root.mkdir()
        (root / "__init__.py").write_text("")
        for name, text in modules.items():
            (root / f"{name}.py").write_text(textwrap.dedent(text))
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module("knowledge")

    yield write
    for name in [name for name in sys.modules if name.split(".")[0] == "knowledge"]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("RULES = (", "SyntaxError"),
        ("from calf_expert.authoring import no_such_word", "ImportError"),
        ('from calf_expert.authoring import supports\nRULES = (supports("s", when=[], becauze="x"),)', "TypeError"),
    ],
)
def test_a_module_that_cannot_be_imported_is_a_problem_with_file_and_line(package, text: str, told: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"broken\.py:\d+: {told}"):
        modules_of(package(broken=text))


def test_helpers_are_not_knowledge_and_modules_come_by_name(package) -> None:
    found = modules_of(package(b="X = 1", a="X = 1", _helper="X = 1"))
    assert [module.__name__ for module in found] == ["knowledge.a", "knowledge.b"]


def test_wrong_knowledge_is_told_where_somebody_was_to_be_assessed(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong():
        raise KnowledgeError(("knowledge/toy.py:3: it is wrong",))

    monkeypatch.setattr("calf_expert.reasoning.reasoner", wrong)
    with pytest.raises(AssessmentError, match=r"seek medical advice.*toy\.py:3: it is wrong"):
        assess(calf_pain=True)


def test_the_hash_covers_what_is_written_and_is_the_same_again() -> None:
    loaded = load()
    assert len(loaded.sha256) == 64
    assert assemble([], "0").sha256 != loaded.sha256
    assert toy.knowledge(toy="CAUSE = Cause()").sha256 == toy.knowledge(toy="\n\nCAUSE = Cause()").sha256
    assert toy.knowledge(toy="CAUSE = Cause()").sha256 != toy.knowledge(toy='CAUSE = Cause(icd10="X")').sha256
    assert repr(loaded).startswith("<Knowledge ")


def test_a_lone_source_is_one_source_and_not_its_letters() -> None:
    knowledge = toy.knowledge(toy='CAUSE = Cause(sources="book")\nOPTIONS = (Option(id="o", source="book"),)')
    assert knowledge.causes["toy"].sources == ("book",)
    assert knowledge.options["o"].source == ("book",)
