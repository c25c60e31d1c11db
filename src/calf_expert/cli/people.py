"""The commands about one person."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import TypeVar

from ..checking import Outcome
from ..checking import check as check_result
from ..errors import DerivationError, OtherKnowledgeError, UnknownIdError
from ..reasoning import assess as assess_person
from .coming_in import Failed, Refused, record_in, result_bytes, result_in

_Item = TypeVar("_Item")


def assess(args: argparse.Namespace) -> str:
    """The result for one person, in the form that was asked for."""
    args.as_json = args.as_json or args.format == "json"
    if args.as_json and (args.brief or args.register or args.about != "self"):
        raise Refused("JSON is the whole result: it takes no --brief, --register or --about.")
    if args.about != "self" and args.register != "patient" and (args.register or args.format == "text"):
        raise Refused("--about other goes with --register patient: only that speaks to someone.")
    assessment = assess_person(record_in(args.file))
    if args.as_json:
        return f"{assessment.model_dump_json(indent=2)}\n"
    if args.format == "text":
        return assessment.to_text(register=args.register, about=args.about, brief=args.brief)
    render = assessment.to_markdown if args.format == "markdown" else assessment.to_html
    return render(register=args.register or "patient", about=args.about, brief=args.brief)


def check(args: argparse.Namespace) -> str:
    """Whether a result follows from its answers."""
    verdict = check_result(result_bytes(args.file))
    if verdict.outcome is Outcome.CANNOT_CHECK:
        raise Refused(verdict.to_text())
    if not verdict:
        raise Failed(verdict.to_text())
    return "Accepted: everything in it follows from its answers and the rules, and nothing that follows is missing.\n"


def how(args: argparse.Namespace) -> str:
    """How a conclusion was reached."""
    proof = _explained(args.id, result_in(args.file).how)
    if args.as_json:
        return f"{proof.model_dump_json(indent=2)}\n"
    return proof.to_mermaid() if args.mermaid else f"{proof.to_text(depth=args.depth.replace('-', '_'))}\n"


def why_not(args: argparse.Namespace) -> str:
    """What keeps a cause or flag from being more."""
    why_not = _explained(args.id, result_in(args.file).why_not)
    return f"{why_not.model_dump_json(indent=2)}\n" if args.as_json else why_not.to_text()


def why(args: argparse.Namespace) -> str:
    """One cause beside another."""
    result = result_in(args.file)
    over = _explained(args.over, lambda cause_id: result.conclusion(cause_id).cause_id)
    if over == args.id:
        raise Refused("a cause is shown beside another one, not beside itself.")
    contrast = _explained(args.id, lambda cause_id: result.why(cause_id, over=over))
    return f"{contrast.model_dump_json(indent=2)}\n" if args.as_json else contrast.to_text()


def _explained(name: str, explain: Callable[[str], _Item]) -> _Item:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.:-]{0,199}", name):  # it may be a record, by mistake
        raise Refused("this is no id of what a result speaks of; see `calf-expert --help`.")
    try:
        return explain(name)
    except UnknownIdError as error:
        refused: Exception = Refused(f"{error}")
    except OtherKnowledgeError as error:
        refused = Failed(f"{error}.")
    except DerivationError:  # which names what stands in the result, and that could be anything
        refused = Refused("the result does not hold together: something in it was changed.")
    raise refused
