"""The vignettes beside the knowledge, and the folder: every rule speaks in one and is silent in another."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from calf_expert import knowledge
from calf_expert.assessment import Assessment
from calf_expert.catalogue import load, modules_of
from calf_expert.reasoning import assess

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.yaml"))
KEYS = {"fires", "first", "likelihood", "status", "urgency", "alerts", "offered", "withheld"}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(HERE).with_suffix("").parts)


def vignettes(path: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def rules_of(path: Path) -> set[str]:
    module = importlib.import_module(f"calf_expert.knowledge.{module_name(path)}")
    return {rule.name for rule in module.RULES}


def fired_in(assessment: Assessment, path: Path) -> set[str]:
    prefix = f"{module_name(path).rpartition('.')[2]}."
    return {step.rule_id.removeprefix(prefix) for step in assessment.trace if step.rule_id.startswith(prefix)}


CASES = [
    pytest.param(path, vignette, id=f"{module_name(path)}: {vignette['name']}")
    for path in FILES
    for vignette in vignettes(path)
]


@pytest.mark.parametrize(("path", "vignette"), CASES)
def test_vignette(path: Path, vignette: dict[str, Any]) -> None:
    expect = vignette["expect"]
    assert set(expect) <= KEYS, "an expectation that nobody checks"
    for key in KEYS - {"first", "status", "urgency"}:
        assert isinstance(expect.get(key, []), list), f"`{key}` is a list; of a text every part would pass"
    assert set(vignette) == {"name", "presentation", "expect"}
    result = assess(vignette["presentation"])
    assert fired_in(result, path) == set(expect["fires"])
    if "first" in expect:
        assert result.conclusions[0].cause_id == expect["first"]
    if "likelihood" in expect:
        assert result.conclusion(path.stem).likelihood.value in expect["likelihood"]
    if "status" in expect:
        assert result.conclusion(path.stem).status.value == expect["status"]
    if "urgency" in expect:
        assert result.urgency.value == expect["urgency"]
    if "alerts" in expect:
        assert {alert.id for alert in result.alerts} == set(expect["alerts"])
    items = [item for c in result.conclusions for item in (*c.management, *c.withheld)]
    for option in expect.get("offered", ()):
        assert {i.status for i in items if i.id == option} <= {"offered", "caution"}, option
        assert any(i.id == option for c in result.conclusions for i in c.management), option
    for option in expect.get("withheld", ()):
        assert {i.status for i in items if i.id == option} & {"contraindicated", "ask_first"}, option


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_every_rule_speaks_in_one_vignette_and_is_silent_in_another(path: Path) -> None:
    fires = [set(vignette["expect"]["fires"]) for vignette in vignettes(path)]
    rules = rules_of(path)
    assert set.union(*fires) == rules, "rules without a vignette, or the other way round"
    assert not set.intersection(*fires), "rules that no vignette shows silent"
    names = [vignette["name"] for vignette in vignettes(path)]
    assert len(set(names)) == len(names)


def test_every_module_with_rules_has_vignettes() -> None:
    with_rules = {
        m.__name__.removeprefix(f"{knowledge.__name__}.") for m in modules_of(knowledge) if hasattr(m, "RULES")
    }
    assert with_rules == {module_name(path) for path in FILES}


def test_every_source_is_cited() -> None:
    loaded = load()
    cited = {key for statement in loaded.statements for key in statement.source}
    cited.update(key for cause in loaded.causes.values() for key in cause.sources)
    cited.update(key for option in loaded.options.values() for key in option.source)
    cited.update(key for score in loaded.scores.values() for key in score.source)
    assert set(loaded.sources) == cited


def test_a_founding_cause_says_what_the_founding_document_says_and_what_today_differs() -> None:
    founding = {
        "lactic_acid_buildup",
        "calcium_deficiency",
        "lumbar_disc_herniation",
        "lumbar_spinal_stenosis",
        "rheumatoid_arthritis",
    }
    assert {cause.id for cause in load().causes.values() if cause.founding and cause.today} == founding


def test_nothing_claims_a_review_that_nobody_made() -> None:
    assert all(cause.reviewed is None for cause in load().causes.values())
