"""The command line: assess a record, read the knowledge, measure how good it is, and write it out for another engine.

It is often the last thing before a log, so nothing it says of a record on standard error holds an answer: not of a
record that is refused, not of one that is broken, not of one that was given in the wrong place.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import re
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from . import __version__
from ._record import parse_record
from .assessment import NOTICE, Assessment
from .audit import COVERED_RULES, UNREAD_FINDINGS, audit
from .audit.vignettes import first_in
from .authoring.statements import Alerts, Statement
from .catalogue import Knowledge, assemble, load, modules_of
from .checking import Outcome, check
from .errors import (
    AssessmentError,
    DerivationError,
    KnowledgeError,
    OtherKnowledgeError,
    PresentationError,
    Problem,
    UnknownIdError,
)
from .explanation import pages
from .explanation.layout import WIDTH
from .explanation.rendering import REGISTERS
from .explanation.wording import ABOUT
from .export.clips import to_clips
from .findings import FINDINGS, Tier
from .presentation import Presentation
from .reasoning import assess

MAX_BYTES = 1_000_000
"""A longer record is refused unread. All findings together, answered, take some 15,000 bytes."""

MAX_RESULT_BYTES = 10_000_000
"""The same for a result. With every finding answered yes, it takes some 1.4 million."""

DONE, FAILED, REFUSED, INTERRUPTED, UNREAD = 0, 1, 2, 130, 141

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

_Item = TypeVar("_Item")


class _Refused(Exception):  # noqa: N818  # it is never seen outside this module
    """What was given cannot be right. The text says why and never repeats it."""


class _Failed(Exception):  # noqa: N818  # it is never seen outside this module
    """What was asked for cannot be done here. The text says why, and what would help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``calf-expert --help`` lists both."""
    try:
        code, text, as_json = _answer(list(sys.argv[1:] if argv is None else argv))
        return _write(text, as_json=as_json) if code == DONE else code
    except KeyboardInterrupt:
        return INTERRUPTED


def _answer(arguments: list[str]) -> tuple[int, str, bool]:
    """The exit code, the whole output if it is ``DONE``, and whether that is JSON."""
    failure = "Could not answer."
    try:
        args = _parse(arguments)
        if args.command in ("assess", "how", "why-not", "why"):
            failure = "Could not assess this person: seek medical advice."
        elif args.command == "check-knowledge":
            failure = "Checked."
        return DONE, args.page(args), args.as_json
    except SystemExit:  # argparse has printed the help or the version
        return DONE, "", False
    except PresentationError as error:
        code, problems = REFUSED, [_of_record(problem) for problem in error.problems]
    except _Refused as error:
        code, problems = REFUSED, list(error.args)
    except (AssessmentError, _Failed) as error:
        code, problems = FAILED, [str(error)]
    except KnowledgeError as error:
        code, problems = FAILED, [f"{failure} The knowledge is not in order:", *error.problems]
    except Exception as error:  # noqa: BLE001  # a traceback shows what was being worked on, which may be an answer
        code, problems = FAILED, [f"{failure} (internal error: {type(error).__name__})"]
    _complain(*problems)
    return code, "", False


# What comes in. -------------------------------------------------------------------------------------------------------


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
        raise _Refused(f"{what}; see `{self.prog} --help`.")


def _parse(arguments: list[str]) -> argparse.Namespace:
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
        _one("command", asked, commands.choices)
    return parser.parse_args(arguments)


_Command = Callable[[str, Callable[[argparse.Namespace], str], str], argparse.ArgumentParser]


def _of_people(command: _Command) -> None:
    one = command("assess", _assess, "assess what is known about one person")
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
    one = command("check", _check, "check that a result follows from its answers and the rules")
    one.epilog = textwrap.fill(_OF_CHECK, WIDTH)
    one.add_argument("file", metavar="RESULT", help="a result, as `assess --json` writes it; - reads standard input")
    one = command("how", _how, "show how a conclusion about one person was reached, down to the answers")
    _about_a_result(one, "a cause, red flag, score, option or concept, or urgency")
    form = one.add_mutually_exclusive_group()
    form.add_argument(
        "--depth", choices=("one-line", "short", "full"), default="full", help="how much; full by default"
    )
    form.add_argument("--json", dest="as_json", action="store_true", help="the proof as JSON")
    form.add_argument("--mermaid", action="store_true", help="the proof as a Mermaid flowchart")
    one = command("why-not", _why_not, "show what keeps a cause or red flag from being more, and what nearly fired")
    _about_a_result(one, "a cause or red flag")
    one.add_argument("--json", dest="as_json", action="store_true", help="the same as JSON")
    one = command("why", _why, "show one cause beside another, and what would tell them apart")
    _about_a_result(one, "a cause")
    one.add_argument("--over", metavar="OTHER", required=True, help="the other cause")
    one.add_argument("--json", dest="as_json", action="store_true", help="the same as JSON")


def _of_knowledge(command: _Command) -> None:
    one = command("causes", _causes, "list the causes, or show one with all its rules and sources")
    one.add_argument("id", metavar="ID", nargs="?", help="a cause")
    one = command("findings", _findings, "list what can be known about a person, or show one finding")
    one.add_argument("id", metavar="ID", nargs="?", help="a finding")
    one.add_argument("--group", help="only the findings of this group")
    one.add_argument("--core", action="store_true", help="only the findings that are asked first")
    one = command("rules", _rules, "list the rules in words, or show one in full")
    one.add_argument("id", metavar="ID", nargs="?", help="a rule; a cause, red flag or module lists all its rules")
    one = command("scores", _scores, "list the published scores, or show one with its items and classes")
    one.add_argument("id", metavar="ID", nargs="?", help="a score")
    one = command("sources", _sources, "list the published sources, or show one and what cites it")
    one.add_argument("id", metavar="ID", nargs="?", help="a source")


def _of_the_whole(command: _Command) -> None:
    one = command("evaluate", _evaluate, "measure the library on cases whose answer is known")
    one.epilog = textwrap.fill(_OF_EVALUATE, WIDTH)
    one.add_argument("files", metavar="FILE", nargs="*", help="cases; without one, those that come with the library")
    one.add_argument(
        "--keep-confirming",
        action="store_true",
        help="keep the findings that settle a diagnosis; by default they are dropped",
    )
    one.add_argument("--json", dest="json_file", metavar="FILE", help="also write everything to this file, as JSON")
    one = command("check-knowledge", _check_knowledge, "check the knowledge as a whole, or a package of your own")
    one.add_argument("package", metavar="PACKAGE", nargs="?", help="its name, as Python imports it from this folder")
    one.add_argument("--vignettes", metavar="FOLDER", help="its vignettes: each cause comes first in one of its own")
    one = command("schema", _schema, "print the JSON Schema of a result")
    one.set_defaults(as_json=True)
    one.add_argument("--presentation", action="store_true", help="the schema of a record instead")
    one = command("export", _export, "write all rules as a program for another rule engine: clips (CLIPS 6.4)")
    one.add_argument("format", metavar="FORMAT", help=f"one of: {', '.join(_EXPORTS)}")
    one.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")


def _about_a_result(command: argparse.ArgumentParser, subject: str) -> None:
    command.epilog = textwrap.fill(_OF_EXPLANATIONS, WIDTH)
    command.add_argument("file", metavar="FILE", help="a record, or a result in JSON; - reads standard input")
    command.add_argument("id", metavar="ID", help=subject)


def _record_in(name: str) -> dict[str, Any]:
    return _read(name)[1]


def _result_in(name: str) -> Assessment:
    """The assessment of a record, or one that was written with ``assess --json``: no finding is called ``trace``."""
    text, read = _read(name, MAX_RESULT_BYTES)
    if "trace" not in read:
        return assess(read)
    try:
        return Assessment.model_validate_json(text)
    except ValidationError:  # whose text may hold an answer
        pass
    raise _Refused("the result is not as `calf-expert assess --json` writes it.")


def _read(name: str, most: int = MAX_BYTES) -> tuple[str, dict[str, Any]]:
    """A JSON object as text, and as it reads."""
    data = _bytes_of(name, most)
    if len(data) > most:
        raise _Refused(f"the record is longer than {most:,} bytes and was not read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Refused("the record is not text in UTF-8.") from None
    if not text.strip():
        raise _Refused("the record is empty; with nothing known it would be {}.")
    record = parse_record(text)
    if not isinstance(record, dict):
        raise _Refused("the record is not a JSON object of finding ids to answers; see `calf-expert findings`.")
    return text, record


def _bytes_of(name: str, most: int, what: str = "the record") -> bytes:
    try:
        if name == "-":
            # None where the process was started without one.
            return sys.stdin.buffer.read(most + 1) if sys.stdin else b""
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        failed = error
    # The name is not repeated: it may be a record, or hold the name of the person.
    if name.lstrip().startswith(("{", "[")):
        raise _Refused(f"FILE is the name of a file; to give {what} itself, pass it on standard input to FILE `-`.")
    if isinstance(failed, IsADirectoryError):
        raise _Refused(f"{what} is a directory, not a file.")
    why = failed.strerror if isinstance(failed, OSError) and failed.strerror else "no file can have this name"
    raise _Refused(f"{what} cannot be read: {why[0].lower()}{why[1:]}.")


def _of_record(problem: Problem) -> str:
    """The problem in the words of JSON and of the command line."""
    finding = FINDINGS.get(problem.finding or "")
    if finding is not None and problem.message.startswith(f"`{finding.id}` must be"):
        return f"`{finding.id}` must be {pages.in_a_record(finding)}."
    message = problem.message.replace("A name stands", "a name stands").replace("The record", "the record")
    return message.replace("See calf_expert.findings().", "See `calf-expert findings`.")


_LISTED_BY = {
    "format": "export --help",
    "cause": "causes",
    "finding": "findings",
    "group": "findings",
    "rule": "rules",
    "source": "sources",
}


def _one(kind: str, name: str, known: Mapping[str, _Item]) -> _Item:
    if name in known:
        return known[name]
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_. -]{0,59}", name):  # it may be a record, by mistake
        raise _Refused(f"this is no name of a {kind}; see `calf-expert --help`.")
    unknown = UnknownIdError(kind, name, known)
    raise _Refused(
        str(unknown) if unknown.did_you_mean else f"{unknown} See `calf-expert {_LISTED_BY.get(kind, '--help')}`."
    )


# What goes out. -------------------------------------------------------------------------------------------------------


def _write(text: str, *, as_json: bool) -> int:
    if sys.stdout is None:  # the process was started without one
        _complain("Could not write the result: there is no standard output.")
        return FAILED
    try:
        sys.stdout.write(_encodable(text, sys.stdout.encoding or "utf-8", as_json=as_json))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        return UNREAD
    except OSError as error:
        _drop_stdout()
        _complain(f"Could not write the result: {error.strerror}.")
        return FAILED
    return DONE


def _encodable(text: str, encoding: str, *, as_json: bool) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if as_json:  # in JSON such a letter can only stand inside a text, and there it has an escape of its own
            text = re.sub("[^\x00-\x7f]", lambda letter: json.dumps(letter[0])[1:-1], text)
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _drop_stdout() -> None:
    """Let what is still in the buffer go nowhere, or Python would try once more at its end and say that it failed."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _complain(*problems: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            for problem in problems:
                for line in problem.splitlines():
                    print(f"calf-expert: {line}", file=sys.stderr)


# Pages. ---------------------------------------------------------------------------------------------------------------


def _assess(args: argparse.Namespace) -> str:
    args.as_json = args.as_json or args.format == "json"
    if args.as_json and (args.brief or args.register or args.about != "self"):
        raise _Refused("JSON is the whole result: it takes no --brief, --register or --about.")
    if args.about != "self" and args.register != "patient" and (args.register or args.format == "text"):
        raise _Refused("--about other goes with --register patient: only that speaks to someone.")
    assessment = assess(_record_in(args.file))
    if args.as_json:
        return f"{assessment.model_dump_json(indent=2)}\n"
    if args.format == "text":
        return assessment.to_text(register=args.register, about=args.about, brief=args.brief)
    render = assessment.to_markdown if args.format == "markdown" else assessment.to_html
    return render(register=args.register or "patient", about=args.about, brief=args.brief)


def _check(args: argparse.Namespace) -> str:
    data = _bytes_of(args.file, MAX_RESULT_BYTES, "the result")
    if len(data) > MAX_RESULT_BYTES:
        raise _Refused(f"the result is longer than {MAX_RESULT_BYTES:,} bytes and was not read.")
    verdict = check(data)
    if verdict.outcome is Outcome.CANNOT_CHECK:
        raise _Refused(verdict.to_text())
    if not verdict:
        raise _Failed(verdict.to_text())
    return "Accepted: everything in it follows from its answers and the rules, and nothing that follows is missing.\n"


def _how(args: argparse.Namespace) -> str:
    proof = _explained(args.id, _result_in(args.file).how)
    if args.as_json:
        return f"{proof.model_dump_json(indent=2)}\n"
    return proof.to_mermaid() if args.mermaid else f"{proof.to_text(depth=args.depth.replace('-', '_'))}\n"


def _why_not(args: argparse.Namespace) -> str:
    why_not = _explained(args.id, _result_in(args.file).why_not)
    return f"{why_not.model_dump_json(indent=2)}\n" if args.as_json else why_not.to_text()


def _why(args: argparse.Namespace) -> str:
    result = _result_in(args.file)
    over = _explained(args.over, lambda cause_id: result.conclusion(cause_id).cause_id)
    if over == args.id:
        raise _Refused("a cause is shown beside another one, not beside itself.")
    contrast = _explained(args.id, lambda cause_id: result.why(cause_id, over=over))
    return f"{contrast.model_dump_json(indent=2)}\n" if args.as_json else contrast.to_text()


def _explained(name: str, explain: Callable[[str], _Item]) -> _Item:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.:-]{0,199}", name):  # it may be a record, by mistake
        raise _Refused("this is no id of what a result speaks of; see `calf-expert --help`.")
    try:
        return explain(name)
    except UnknownIdError as error:
        refused: Exception = _Refused(f"{error}")
    except OtherKnowledgeError as error:
        refused = _Failed(f"{error}.")
    except DerivationError:  # which names what stands in the result, and that could be anything
        refused = _Refused("the result does not hold together: something in it was changed.")
    raise refused


def _evaluate(args: argparse.Namespace) -> str:
    from .evaluation import (  # noqa: PLC0415 - no other command needs it
        MissingExtraError,
        VignetteError,
        evaluate,
        read_vignettes,
        shipped_vignettes,
    )
    from .evaluation.text import report_in_text  # noqa: PLC0415 - no other command needs it

    target = None if args.json_file is None else _target(args.json_file, args.files)
    if any(name.lstrip().startswith(("{", "[")) for name in args.files):
        raise _Refused("FILE is the name of a file of cases, not the cases themselves.")
    try:
        cases = read_vignettes(*args.files) if args.files else shipped_vignettes()
        report = evaluate(cases, keep_confirming=args.keep_confirming)
    except VignetteError as error:
        see = ("See calf_expert.findings().", "See `calf-expert findings`.")
        raise _Refused(*(problem.replace(*see) for problem in error.problems)) from None
    except MissingExtraError as error:
        raise _Failed(str(error)) from None
    if target is not None:
        try:
            target.write_text(f"{report.model_dump_json(indent=2)}\n", encoding="utf-8")
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            why = getattr(error, "strerror", None) or "no file can have this name"
            raise _Failed(f"Could not write the JSON: {why[0].lower()}{why[1:]}.") from None
    return report_in_text(report)


def _target(name: str, cases: Sequence[str]) -> Path:
    # `evaluate --json cases.yaml` is easily written, and would put the result in the place of the cases.
    if not name.lower().endswith(".json") or name in cases:
        raise _Refused("the file to write with --json ends in .json and is none of the files of cases.")
    return Path(name)


def _schema(args: argparse.Namespace) -> str:
    schema = (
        Presentation.model_json_schema() if args.presentation else Assessment.model_json_schema(mode="serialization")
    )
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"


def _causes(args: argparse.Namespace) -> str:
    knowledge = load()
    if args.id is not None:
        return pages.one_cause(_one("cause", args.id, knowledge.causes), knowledge)
    return pages.all_causes(knowledge, more="One in full: calf-expert causes ID")


def _findings(args: argparse.Namespace) -> str:
    if args.id is not None:
        if args.core or args.group is not None:
            raise _Refused("give an ID or a filter, not both; see `calf-expert findings --help`.")
        return pages.one_finding(_one("finding", args.id, FINDINGS), load())
    groups = {finding.group: finding.group for finding in FINDINGS.values()}
    wanted = groups if args.group is None else (_one("group", args.group, groups),)
    asked = [f for f in FINDINGS.values() if f.group in wanted and (f.tier is Tier.CORE or not args.core)]
    return pages.all_findings(asked, more="One in full: calf-expert findings ID")


def _rules(args: argparse.Namespace) -> str:
    knowledge = load()
    rules: Sequence[Statement] = knowledge.statements
    if args.id is not None:
        by_name: dict[str, list[Statement]] = {}
        for rule in rules:
            for name in _answers_to(rule):
                by_name.setdefault(name, []).append(rule)
        by_id = {rule.id: [rule] for rule in rules}
        rules = _one("rule", args.id, by_name | by_id)
        if args.id in by_id:
            return pages.one_rule(rules[0], knowledge)
    return pages.all_rules(rules, knowledge, more="One in full: calf-expert rules ID")


def _answers_to(statement: Statement) -> set[str]:
    """The names that list a rule beside its id: its module, the folders that is in, its red flag."""
    parts = statement.location.module.rpartition("knowledge.")[2].split(".")
    names = {parts[-1], *(".".join(parts[:end]) for end in range(1, len(parts) + 1))}
    return names | {statement.flag} if isinstance(statement, Alerts) else names


def _scores(args: argparse.Namespace) -> str:
    knowledge = load()
    if args.id is not None:
        return pages.one_score(_one("score", args.id, knowledge.scores), knowledge)
    return pages.all_scores(knowledge, more="One in full: calf-expert scores ID")


def _sources(args: argparse.Namespace) -> str:
    knowledge = load()
    if args.id is not None:
        return pages.one_source(_one("source", args.id, knowledge.sources), knowledge)
    return pages.all_sources(knowledge, more="What cites one: calf-expert sources ID")


def _check_knowledge(args: argparse.Namespace) -> str:
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
        raise _Refused("there is no such package, here or where Python looks for packages.") from None
    return assemble(modules_of(package), "own")


_EXPORTS: Mapping[str, Callable[[], str]] = {"clips": to_clips}


def _export(args: argparse.Namespace) -> str:
    program = _one("format", args.format, _EXPORTS)()
    if args.output is None:
        return program
    try:
        Path(args.output).write_bytes(program.encode())
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        why = error.strerror if isinstance(error, OSError) and error.strerror else "no file can have this name"
    else:
        return ""
    raise _Failed(f"Could not write the result: {why[0].lower()}{why[1:]}.")
