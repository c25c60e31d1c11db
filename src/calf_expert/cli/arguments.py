"""The commands of the command line, and the arguments of each."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Callable
from typing import NoReturn

from .. import __version__
from ..explanation.layout import WIDTH
from ..explanation.rendering import REGISTERS
from ..explanation.wording import ABOUT
from ..result import NOTICE
from . import knowledge, people, whole
from .coming_in import MAX_BYTES, Refused, one

_ABOUT = f"""\
Explainable rules for calf pain without an injury. {NOTICE}"""
_MORE = f"""\
exit codes:
  0    done; how urgent it is stands in the output, not in the exit code
  1    could not assess, or could not write the result: never a sign that nothing is wrong;
       of `check`: rejected
  2    refused, a record or an argument that cannot be right: standard error says why;
       of `check`: no result, or one that was made with other knowledge
  130  interrupted
  141  whoever read the output stopped before its end

A record is a JSON object of finding ids to answers, in UTF-8, of at most {MAX_BYTES:,} bytes:
  {{"age_years": 74, "calf_pain": true, "calf_swelling": false, "leg_weakness": "unknown"}}
Leave out what was not asked. Neither that nor "unknown" ever counts as a no."""
_OF_EXPLANATIONS = """\
FILE is a record, which is assessed, or a result that `calf-expert assess --json` wrote. Of a result that was made \
with another version of the knowledge, `how` shows the proof and says so; `why-not` and `why` need its rules and end \
with exit code 1."""
_OF_EVALUATE = """\
With no FILE, the cases that come with the library are assessed. A file is a list of cases in YAML (.yaml, .yml) or in \
JSON (.json), in the form that docs/evaluation.md describes. A case may name findings that settle its diagnosis \
(`confirming`: a scan that shows the clot, say); they are dropped before it is assessed, so that what is measured is \
the reasoning. --keep-confirming leaves them in. Needs the extra: pip install "calf_expert[evaluate]\"."""
_OF_CHECK = """\
The result is worked out again from its answers, by code that shares nothing with the engine, and compared field by \
field. Exit code 0: accepted. 1: rejected, and standard error says where and what was expected there. 2: not a \
result, or made with other knowledge than this library has, so that nothing can be said of it."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Wraps at the same width wherever it runs."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=WIDTH)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # Argparse repeats what it does not understand, and that may be a record on the command line by mistake.
        harmless = re.match(r"the following arguments are required|.*expected one argument$", message)
        what = message if harmless else "an argument is not understood"
        raise Refused(f"{what}; see `{self.prog} --help`.")


def parse(arguments: list[str]) -> argparse.Namespace:
    """What was asked for. Prints the help and leaves where that was asked for."""
    parser = _Parser(
        prog="calf-expert", description=_ABOUT, epilog=_MORE, formatter_class=_Formatter, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"calf-expert {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")

    def command(name: str, page: Callable[[argparse.Namespace], str], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        added.set_defaults(page=page, as_json=False)
        return added

    _of_people(command)
    _of_knowledge(command)
    _of_the_whole(command)

    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    if asked is not None:
        one("command", asked, commands.choices)
    return parser.parse_args(arguments)


_Command = Callable[[str, Callable[[argparse.Namespace], str], str], argparse.ArgumentParser]


def _of_people(command: _Command) -> None:
    one = command("assess", people.assess, "assess what is known about one person")
    one.epilog = _MORE
    one.add_argument("file", metavar="FILE", help="the record, a JSON object in a file; - reads standard input")
    how = one.add_mutually_exclusive_group()
    how.add_argument("--json", dest="as_json", action="store_true", help="the whole result as JSON")
    how.add_argument(
        "--format", choices=("text", "markdown", "html", "json"), default="text", help="text, if nothing is said"
    )
    one.add_argument("--brief", action="store_true", help="the urgency and the first causes only")
    one.add_argument(
        "--register",
        choices=tuple(REGISTERS),
        help="for whom; without it, text has everything, and other formats patient",
    )
    one.add_argument("--about", choices=ABOUT, default="self", help="other: to who cares for the person")
    one = command("check", people.check, "check that a result follows from its answers and the rules")
    one.epilog = textwrap.fill(_OF_CHECK, WIDTH)
    one.add_argument("file", metavar="RESULT", help="a result, as `assess --json` writes it; - reads standard input")
    one = command("how", people.how, "show how a conclusion about one person was reached, down to the answers")
    _about_a_result(one, "a cause, red flag, score, option or concept, or urgency")
    form = one.add_mutually_exclusive_group()
    form.add_argument(
        "--depth",
        choices=("one-line", "short", "full"),
        type=lambda depth: depth.replace("_", "-"),  # as Python has it
        default="full",
        help="how much; full by default",
    )
    form.add_argument("--json", dest="as_json", action="store_true", help="the proof as JSON")
    form.add_argument("--mermaid", action="store_true", help="the proof as a Mermaid flowchart")
    one = command(
        "why-not", people.why_not, "show what keeps a cause or red flag from being more, and what nearly fired"
    )
    _about_a_result(one, "a cause or red flag")
    one.add_argument("--json", dest="as_json", action="store_true", help="the same as JSON")
    one = command("why", people.why, "show one cause beside another, and what would tell them apart")
    _about_a_result(one, "a cause")
    one.add_argument("--over", metavar="OTHER", required=True, help="the other cause")
    one.add_argument("--json", dest="as_json", action="store_true", help="the same as JSON")


def _of_knowledge(command: _Command) -> None:
    one = command("causes", knowledge.causes, "list the causes, or show one with all its rules and sources")
    one.add_argument("id", metavar="ID", nargs="?", help="a cause")
    one = command("findings", knowledge.findings, "list what can be known about a person, or show one finding")
    one.add_argument("id", metavar="ID", nargs="?", help="a finding")
    one.add_argument("--group", help="only the findings of this group")
    one.add_argument("--core", action="store_true", help="only the findings that are asked first")
    one = command("rules", knowledge.rules, "list the rules in words, or show one in full")
    one.add_argument("id", metavar="ID", nargs="?", help="a rule; a cause, red flag or module lists all its rules")
    one = command("scores", knowledge.scores, "list the published scores, or show one with its items and classes")
    one.add_argument("id", metavar="ID", nargs="?", help="a score")
    one = command("sources", knowledge.sources, "list the published sources, or show one and what cites it")
    one.add_argument("id", metavar="ID", nargs="?", help="a source")


def _of_the_whole(command: _Command) -> None:
    one = command("evaluate", whole.evaluate, "measure the library on cases whose answer is known")
    one.epilog = textwrap.fill(_OF_EVALUATE, WIDTH)
    one.add_argument("files", metavar="FILE", nargs="*", help="cases; without one, those that come with the library")
    one.add_argument(
        "--keep-confirming",
        action="store_true",
        help="keep the findings that settle a diagnosis; by default they are dropped",
    )
    one.add_argument("--json", dest="json_file", metavar="FILE", help="also write everything to this file, as JSON")
    one = command("check-knowledge", whole.check_knowledge, "check the knowledge as a whole, or a package of your own")
    one.add_argument("package", metavar="PACKAGE", nargs="?", help="its name, as Python imports it from this folder")
    one.add_argument("--vignettes", metavar="FOLDER", help="its vignettes: each cause comes first in one of its own")
    one = command("schema", whole.schema, "print the JSON Schema of a result")
    one.set_defaults(as_json=True)
    one.add_argument("--presentation", action="store_true", help="the schema of a record instead")
    one = command("export", whole.export, "write all rules as a program for another rule engine: clips (CLIPS 6.4)")
    one.add_argument("format", metavar="FORMAT", help=f"one of: {', '.join(whole.EXPORTS)}")
    one.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")


def _about_a_result(command: argparse.ArgumentParser, subject: str) -> None:
    command.epilog = textwrap.fill(_OF_EXPLANATIONS, WIDTH)
    command.add_argument("file", metavar="FILE", help="a record, or a result in JSON; - reads standard input")
    command.add_argument("id", metavar="ID", help=subject)
