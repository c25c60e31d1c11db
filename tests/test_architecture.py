"""The rules of the house: who may import whom, and what may stand in which file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "calf_expert"

EXPERTA_DOOR = "calf_expert.engine._experta"
COMMAND_LINE = "calf_expert.cli"
KNOWLEDGE = "calf_expert.knowledge"

# All that a knowledge module may be made of besides plain expressions.
DECLARATIONS = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)
# Expressions that decide or compute: with one of these a statement could no longer be read off the page.
COMPUTATIONS = (
    ast.Await,
    ast.DictComp,
    ast.GeneratorExp,
    ast.IfExp,
    ast.Lambda,
    ast.ListComp,
    ast.NamedExpr,
    ast.SetComp,
    ast.Yield,
    ast.YieldFrom,
)
MAY_BE_IMPORTED_BY_KNOWLEDGE = ("__future__", "calf_expert.authoring", "calf_expert.findings", KNOWLEDGE)
WRITES_A_RECORD_OF_THE_LOG = {"critical", "debug", "error", "exception", "info", "log", "warn", "warning"}


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    name: str
    path: Path
    tree: ast.Module

    @classmethod
    def read(cls, path: Path) -> "Module":
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        return cls(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))

    @property
    def package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    def inside(self, package: str) -> bool:
        return is_inside(self.name, package)

    def at(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    def imports(self) -> Iterator[tuple[ast.stmt, str]]:
        """Every module named in an import anywhere in the file, by its full name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node, alias.name
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    above = self.package.split(".")[: len(self.package.split(".")) - node.level + 1]
                    base = ".".join([*above, *filter(None, [node.module])])
                for alias in node.names:
                    # `from package import x` may take a module x or a name x: the longer name covers both.
                    yield node, f"{base}.{alias.name}"

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call in the file, by the last part of what is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Name):
                    yield node, node.func.id
                elif isinstance(node.func, ast.Attribute):
                    yield node, node.func.attr


def is_inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    return [Module.read(path) for path in sorted(PACKAGE.rglob("*.py"))]


@pytest.fixture(scope="module")
def knowledge(modules) -> list[Module]:
    found = [module for module in modules if module.inside(KNOWLEDGE)]
    assert found, "no knowledge was found, so nothing was checked"
    return found


def test_the_import_rules_hold():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_imports_run_one_way(modules):
    """Those for types too: import-linter compares layers, and sees no circle inside one."""
    ours = {module.name for module in modules}
    imported = {
        # What is no module is a name out of one.
        module.name: {name if name in ours else name.rpartition(".")[0] for _, name in module.imports()} & ours
        for module in modules
    }
    circle = []
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        circle = error.args[1]
    assert circle == []


def test_one_module_imports_experta(modules):
    by_statement = {module.name for module in modules for _, name in module.imports() if is_inside(name, "experta")}
    by_name = {
        module.name
        for module in modules
        for call, called in module.calls()
        if called in {"import_module", "__import__"}
        for argument in call.args
        if isinstance(argument, ast.Constant) and is_inside(str(argument.value), "experta")
    }
    assert by_statement | by_name == {EXPERTA_DOOR}


def test_nothing_inside_goes_through_the_public_front(modules):
    """A module of the library that imports the library's own front makes every import a circle."""
    public = {module.name for module in modules}
    offences = [
        module.at(node)
        for module in modules
        if module.name not in {"calf_expert", "calf_expert.__main__"} and not module.inside(COMMAND_LINE)
        for node, name in module.imports()
        if name == "calf_expert" or (name.count(".") == 1 and is_inside(name, "calf_expert") and name not in public)
    ]
    assert offences == []


def test_knowledge_modules_hold_declarations_only(knowledge):
    offences = []
    for module in knowledge:
        for statement in module.tree.body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue  # a docstring, of the module or of the name above it
            if not isinstance(statement, DECLARATIONS):
                offences.append(f"{module.at(statement)}: a {type(statement).__name__} is not a declaration")
        offences += [
            f"{module.at(node)}: a {type(node).__name__} computes; write out what it stands for"
            for node in ast.walk(module.tree)
            if isinstance(node, COMPUTATIONS)
        ]
    assert offences == []


def test_knowledge_modules_import_only_the_words_they_are_written_in(knowledge):
    offences = [
        f"{module.at(node)}: {name}"
        for module in knowledge
        for node, name in module.imports()
        if not any(is_inside(name, allowed) for allowed in MAY_BE_IMPORTED_BY_KNOWLEDGE)
    ]
    assert offences == []


def test_every_knowledge_module_says_what_it_is_about(knowledge):
    assert [str(module.path.relative_to(ROOT)) for module in knowledge if not ast.get_docstring(module.tree)] == []


def test_only_the_command_line_prints(modules):
    offences = [
        module.at(call)
        for module in modules
        if not module.inside(COMMAND_LINE)
        for call, called in module.calls()
        if called in {"print", "pprint"}
    ]
    assert offences == []


def test_nothing_is_logged(modules):
    """A log could hold an answer. One module may import logging: the one that keeps Experta from using it."""
    offences = [
        module.at(node)
        for module in modules
        for node, name in module.imports()
        if is_inside(name, "logging") and module.name != EXPERTA_DOOR
    ]
    offences += [
        module.at(call)
        for module in modules
        if module.name == EXPERTA_DOOR
        for call, called in module.calls()
        if called in WRITES_A_RECORD_OF_THE_LOG
    ]
    assert offences == []
