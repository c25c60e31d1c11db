"""The commands about the library as a whole: how good it is, whether it is in order, its forms, its rules elsewhere."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..assessment import Assessment
from ..audit import COVERED_RULES, UNREAD_FINDINGS, audit
from ..audit.vignettes import first_in
from ..catalogue import Knowledge, assemble, load, modules_of
from ..errors import KnowledgeError
from ..export.clips import to_clips
from ..presentation import Presentation
from .coming_in import Failed, Refused, one


def evaluate(args: argparse.Namespace) -> str:
    """How often the library is right."""
    from .. import evaluation  # noqa: PLC0415 - no other command needs it
    from ..evaluation.text import report_in_text  # noqa: PLC0415 - no other command needs it

    target = None if args.json_file is None else _target(args.json_file, args.files)
    if any(name.lstrip().startswith(("{", "[")) for name in args.files):
        raise Refused("FILE is the name of a file of cases, not the cases themselves.")
    try:
        cases = evaluation.read_vignettes(*args.files) if args.files else evaluation.shipped_vignettes()
        report = evaluation.evaluate(cases, keep_confirming=args.keep_confirming)
    except evaluation.VignetteError as error:
        see = ("See calf_expert.findings().", "See `calf-expert findings`.")
        raise Refused(*(problem.replace(*see) for problem in error.problems)) from None
    except evaluation.MissingExtraError as error:
        raise Failed(str(error)) from None
    if target is not None:
        _into(target, f"{report.model_dump_json(indent=2)}\n", "the JSON")
    return report_in_text(report)


def _target(name: str, cases: Sequence[str]) -> Path:
    # `evaluate --json cases.yaml` is easily written, and would put the result in the place of the cases.
    if not name.lower().endswith(".json") or name in cases:
        raise Refused("the file to write with --json ends in .json and is none of the files of cases.")
    return Path(name)


def schema(args: argparse.Namespace) -> str:
    """The JSON Schema of a result or a record."""
    schema = (
        Presentation.model_json_schema() if args.presentation else Assessment.model_json_schema(mode="serialization")
    )
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"


def check_knowledge(args: argparse.Namespace) -> str:
    """Whether a body of knowledge is in order."""
    own = args.package is None
    knowledge = load() if own else _package(args.package)
    try:
        report = audit(
            knowledge,
            first_in=None if args.vignettes is None else first_in(Path(args.vignettes)),
            unread_findings=UNREAD_FINDINGS if own else None,
            covered_rules=COVERED_RULES if own else None,
        )
    except ImportError as error:
        raise KnowledgeError((f"{error.name} is not installed: pip install 'calf_expert[audit]'",)) from error
    if report.problems:
        raise KnowledgeError(tuple(map(str, report.problems)))
    lines = [f"{count:>6,}  {what}" for what, count in report.figures.items()]
    lines += [f"Worth a look: {remark}" for remark in report.notes]
    return "\n".join(["The knowledge is in order.", *lines, ""])


def _package(name: str) -> Knowledge:
    sys.path.insert(0, str(Path.cwd()))  # the command is a script, and looks beside itself otherwise
    try:
        package = importlib.import_module(name)
    except ImportError:
        raise Refused("there is no such package, here or where Python looks for packages.") from None
    return assemble(modules_of(package), "own")


EXPORTS: Mapping[str, Callable[[], str]] = {"clips": to_clips}


def export(args: argparse.Namespace) -> str:
    """All rules for another engine."""
    program = one("format", args.format, EXPORTS)()
    if args.output is None:
        return program
    _into(Path(args.output), program, "the result")
    return ""


def _into(file: Path, text: str, what: str) -> None:
    try:
        file.write_bytes(text.encode())
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        why = getattr(error, "strerror", None) or "no file can have this name"
    else:
        return
    raise Failed(f"Could not write {what}: {why[0].lower()}{why[1:]}.")
