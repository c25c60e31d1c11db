"""The command line: assess a record, read the knowledge, measure how good it is, and write it out for another engine.

It is often the last thing before a log, so nothing it says of a record on standard error holds an answer: not of a
record that is refused, not of one that is broken, not of one that was given in the wrong place.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import AssessmentError, KnowledgeError, PresentationError
from .arguments import parse
from .coming_in import Failed, Refused, of_record
from .going_out import DONE, FAILED, INTERRUPTED, REFUSED, complain, write


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``calf-expert --help`` lists both."""
    try:
        code, text, as_json = _answer(list(sys.argv[1:] if argv is None else argv))
        return write(text, as_json=as_json) if code == DONE else code
    except KeyboardInterrupt:
        return INTERRUPTED


def _answer(arguments: list[str]) -> tuple[int, str, bool]:
    """The exit code, the whole output if it is ``DONE``, and whether that is JSON."""
    failure = "Could not answer."
    try:
        args = parse(arguments)
        if args.command in ("assess", "how", "why-not", "why"):
            failure = "Could not assess this person: seek medical advice."
        elif args.command == "check-knowledge":
            failure = "Checked."
        return DONE, args.page(args), args.as_json
    except SystemExit:  # argparse has printed the help or the version
        return DONE, "", False
    except PresentationError as error:
        code, problems = REFUSED, [of_record(problem) for problem in error.problems]
    except Refused as error:
        code, problems = REFUSED, list(error.args)
    except (AssessmentError, Failed) as error:
        code, problems = FAILED, [str(error)]
    except KnowledgeError as error:
        code, problems = FAILED, [f"{failure} The knowledge is not in order:", *error.problems]
    except Exception as error:  # noqa: BLE001  # a traceback shows what was being worked on, which may be an answer
        code, problems = FAILED, [f"{failure} (internal error: {type(error).__name__})"]
    complain(*problems)
    return code, "", False
