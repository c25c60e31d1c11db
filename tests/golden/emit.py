"""Print the assessment of each case in cases.json, one JSON line each.

Run by tests/test_other_pythons.py with one interpreter after another; it needs nothing but the library.
"""

import json
import sys
from pathlib import Path

import calf_expert


def main() -> None:
    """Write bytes, so that neither the locale nor the platform's line ending has a say."""
    cases = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
    for case in cases:
        assessment = calf_expert.assess(case["presentation"])
        sys.stdout.buffer.write(assessment.model_dump_json().encode() + b"\n")


if __name__ == "__main__":
    main()
