"""The published JSON Schemas describe what comes out and what may go in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from tests.strategies import presentations

from calf_expert import Assessment, Presentation, assess

FOLDER = Path(__file__).parents[1] / "docs" / "schema"


def published(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def names_in(schema: Any) -> Any:
    """The names of a schema without its wording, which differs a little between versions of pydantic."""
    if isinstance(schema, dict):
        properties = {name: names_in(value) for name, value in schema.get("properties", {}).items()}
        definitions = {name: names_in(value) for name, value in schema.get("$defs", {}).items()}
        return {"properties": properties, "definitions": definitions, "values": schema.get("enum")}
    return None


@pytest.mark.parametrize(("name", "model"), [("assessment", Assessment), ("presentation", Presentation)])
def test_the_published_schema_names_what_the_model_names(name: str, model: Any) -> None:
    assert names_in(published(name)) == names_in(model.model_json_schema())


@settings(max_examples=40)
@given(presentations())
def test_what_goes_in_and_what_comes_out_keeps_to_the_schemas(record: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(json.dumps(record)), published("presentation"))
    jsonschema.validate(json.loads(assess(record).model_dump_json()), published("assessment"))


def test_the_schema_refuses_what_the_model_refuses() -> None:
    for record in ({"calf_pian": True}, {"age_years": 130}, {"age_years": True}, {"sex": "none"}, {"calf_pain": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(record, published("presentation"))
