"""Write the published JSON Schemas of a record and of a result. Run it after a change; ``--check`` only compares."""

import json
import sys
from pathlib import Path

from calf_expert import Assessment, Presentation

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
SCHEMAS = {"presentation": Presentation.model_json_schema, "assessment": Assessment.model_json_schema}


def text_of(name: str) -> str:
    """The schema as it is published."""
    return json.dumps(SCHEMAS[name](), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the files, or with ``--check`` say which differ."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name in SCHEMAS:
        path = FOLDER / f"{name}.schema.json"
        text = text_of(name)
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(str(path))
        else:
            path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{path} is stale: run python scripts/generate_schemas.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
