"""The command line, mostly in this process; what only a process can show (pipes, exit codes, encodings) in its own."""

import contextlib
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import calf_expert as ce
from calf_expert import cli
from calf_expert.cli import coming_in, going_out, knowledge

SOURCE = Path(__file__).parents[1] / "src"
RECORD = {"age_years": 74, "calf_pain": True, "saddle_numbness": False, "pain_on_walking": "unknown"}
CANARIES = ("73.4219", "CANARY", "734219")

needs_posix = pytest.mark.skipif(os.name != "posix", reason="starts a POSIX shell or uses its pipes")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run one command in this process: exit code, standard output, standard error."""

    def run(*arguments, stdin=b""):
        data = stdin if isinstance(stdin, io.RawIOBase | io.BufferedIOBase) else io.BytesIO(stdin)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
        code = cli.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def record(tmp_path):
    """Write what was given to a file, bytes as they are and anything else as JSON."""

    def write(content=RECORD):
        path = tmp_path / "record.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def start(*arguments, **more):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    env |= {"PYTHONPATH": str(SOURCE)} | more.pop("env", {})
    command = [sys.executable, "-m", "calf_expert", *arguments]
    return subprocess.run(command, check=False, timeout=60, env=env, **more)


def joined(page):
    """A page without its line breaks."""
    return " ".join(page.split())


def complaint(err):
    """The one line on standard error, without the name of the command."""
    (line,) = err.splitlines()
    assert line.startswith("calf-expert: ")
    return line.removeprefix("calf-expert: ")


# Assessing. -----------------------------------------------------------------------------------------------------------


def test_a_file_is_assessed_in_words(run, record):
    assert run("assess", record()) == (0, ce.assess(RECORD).to_text(), "")


def test_a_record_on_standard_input_is_assessed_too(run):
    assert run("assess", "-", stdin=json.dumps(RECORD).encode()) == (0, ce.assess(RECORD).to_text(), "")


def test_json_is_the_whole_result_and_follows_the_schema(run, record):
    code, out, err = run("assess", record(), "--json")
    assert (code, out, err) == (0, ce.assess(RECORD).model_dump_json(indent=2) + "\n", "")
    assert json.loads(out)["notice"] == ce.NOTICE
    jsonschema.Draft202012Validator(json.loads(run("schema")[1])).validate(json.loads(out))


def test_a_byte_order_mark_is_no_part_of_the_record(run, record):
    assert run("assess", record(b"\xef\xbb\xbf" + json.dumps(RECORD).encode()))[0] == 0


def test_nothing_known_can_be_assessed(run, record):
    code, out, _ = run("assess", record({}))
    assert code == 0
    assert ce.NOTICE in joined(out)


def test_urgency_stands_in_the_output_and_not_in_the_exit_code(run, record):
    code, out, _ = run("assess", record({"calf_pain": True, "saddle_numbness": True}))
    assert code == 0
    assert out.startswith("URGENCY: EMERGENCY")


# Records that are refused. --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the record is empty"),
        (b" \n\t", "the record is empty"),
        (b"\xef\xbb\xbf", "the record is empty"),
        (b'{"calf_pain": tru', "the record is not valid JSON (line 1 column 15)"),
        (b'{\n"calf_pain": true,\n}', "the record is not valid JSON (line"),
        (b'{"calf_pain": true} {}', "the record is not valid JSON (line 1 column 21)"),
        (b'{"age_years": NaN}', "NaN and Infinity are no numbers"),
        (b'{"age_years": -Infinity}', "NaN and Infinity are no numbers"),
        (b"[]", "the record is not a JSON object"),
        (b'"calf_pain"', "the record is not a JSON object"),
        (b"null", "the record is not a JSON object"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "the record is not text in UTF-8"),
        ('{"age_years": 74}'.encode("utf-16"), "the record is not text in UTF-8"),
        (b"\x00\x01\x02", "the record is not valid JSON (line 1 column 1)"),
        (b'{"a":' * 100_000, "the record is nested too deep"),
        (b"[" * 900_000, "the record is nested too deep"),
        (b'{"age_years": ' + b"7" * 5000 + b"}", "the record holds a number with too many digits"),
        (b'{"calf_pain": true, "calf_pain": false}', "`calf_pain` stands in the record more than once"),
        (b'{"calf_pain": true, "calf_pain": true}', "`calf_pain` stands in the record more than once"),
        (b'{"CANARY": true, "CANARY": false}', "a name stands in the record more than once"),
        (b'{"age_years": 1e999}', "`age_years` must be a number from 0 to 120"),
        (b'{"calf_pain": "yes"}', '`calf_pain` must be true, false, "unknown" or null.'),
        (b'{"sex": "CANARY"}', '`sex` must be one of "female"'),
        (b'{"calf_pian": true}', "Did you mean `calf_pain`? See `calf-expert findings`."),
        (b'{"pregnant": true, "sex": "male"}', "`pregnant` and `sex` do not fit together"),
        (b'{"calf_pain": {"value": true}}', "`calf_pain` must be true"),
    ],
    ids=lambda value: value[:24] if isinstance(value, bytes) else value[:40],
)
def test_a_record_that_cannot_be_right_is_refused_in_one_line(run, record, content, says):
    code, out, err = run("assess", record(content))
    assert (code, out) == (2, "")
    assert says in complaint(err)
    assert run("assess", "-", stdin=content) == (code, out, err)


def test_every_problem_has_its_line(run, record):
    code, _, err = run("assess", record({"calf_pian": True, "age_years": -1, "calf_pain": "yes", "sex": 3}))
    lines = err.splitlines()
    assert code == 2
    assert len(lines) == 4
    assert all(line.startswith("calf-expert: `") for line in lines)


def test_every_answer_given_twice_is_named(run, record):
    _, _, err = run("assess", record(b'{"calf_pain": 1, "age_years": 1, "age_years": 2, "calf_pain": 2}'))
    assert [line.split("`")[1] for line in err.splitlines()] == ["age_years", "calf_pain"]


def test_names_given_twice_many_times_are_refused_quickly(run, record):
    began = time.perf_counter()
    code, _, err = run("assess", record(b"{" + b",".join([b'"sex":1'] * 100_000) + b"}"))
    assert (code, complaint(err)) == (2, "`sex` stands in the record more than once.")
    assert time.perf_counter() - began < 5


def test_a_folder_and_a_missing_file_are_no_records(run, tmp_path):
    assert run("assess", tmp_path) == (2, "", "calf-expert: the record is a directory, not a file.\n")
    code, out, err = run("assess", tmp_path / "CANARY.json")
    assert (code, out, complaint(err)) == (2, "", "the record cannot be read: no such file or directory.")
    assert run("assess", "a\0b")[0] == 2
    assert run("assess", "a" * 5000)[0] == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_refused(run, record):
    path = record()
    path.chmod(0)
    assert "permission denied" in complaint(run("assess", path)[2])


def test_a_record_of_the_greatest_length_is_read_and_a_longer_one_is_not(run, record):
    greatest = json.dumps(RECORD).encode().ljust(coming_in.MAX_BYTES)
    assert run("assess", record(greatest))[0] == 0
    code, out, err = run("assess", record(greatest + b" "))
    assert (code, out, complaint(err)) == (2, "", "the record is longer than 1,000,000 bytes and was not read.")


def test_a_huge_file_is_refused_without_being_read(run, tmp_path):
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    began = time.perf_counter()
    assert "longer than 1,000,000 bytes" in complaint(run("assess", huge)[2])
    with huge.open("rb") as file:
        assert "longer than 1,000,000 bytes" in complaint(run("assess", "-", stdin=file)[2])
    assert time.perf_counter() - began < 5


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_a_file_without_an_end_is_refused(run):
    assert run("assess", "/dev/zero")[0] == 2


def everything(*arguments, stdin=b""):
    """Like the fixture, for Hypothesis, which does not like fixtures of a function."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            return cli.main(arguments), out.getvalue(), err.getvalue()
    finally:
        sys.stdin = before


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.binary(max_size=200) | anything.map(lambda value: json.dumps(value).encode()))
def test_whatever_is_given_is_assessed_or_refused(data):
    code, out, err = everything("assess", "-", stdin=data)
    assert (code, bool(out), bool(err)) in {(0, True, False), (2, False, True)}
    assert all(line.startswith("calf-expert: ") for line in err.splitlines())


# What must never be said. ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        '{"age_years": 734219}',
        '{"age_years": "CANARY"}',
        '{"sex": "CANARY", "calf_pain": 73.4219, "fever_or_rigors": ["CANARY"]}',
        '{"age_years": {"CANARY": 73.4219}}',
        '{"age_years": {"CANARY": 1, "CANARY": 2}}',
        '{"age_years": 73.4219, "age_years": 734219}',
        '{"age_years": 73.4219, "sex": "CANARY',
        '{"age_years": 73.4219, "sex": "\\CANARY"}',
        '{"age_years": 73.4219, "sex": CANARY}',
        '{"age_years": 73.4219, "sex": NaN}',
        '{"age_years": ' + "734219" * 1000 + "}",
        '["CANARY", 73.4219]',
        '"CANARY"',
        "734219",
        '{"age_years": 73.4219, "x": ' + "[" * 100_000,
        '{"age_years": 73.4219, "calf_pian": "CANARY"}',
        '{"systolic_bp": 73.4219, "diastolic_bp": 90.734219}',
    ],
    ids=lambda content: content[:50],
)
def test_no_answer_is_said_of_a_record_that_is_refused(run, record, content):
    for code, out, err in (run("assess", record(content.encode())), run("assess", "-", stdin=content.encode())):
        assert (code, out) == (2, "")
        assert not [canary for canary in CANARIES if canary in err]


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", '{"age_years": 73.4219, "sex": "CANARY"}'],
        ["assess", "[73.4219]"],
        ["assess", "record.json", '{"age_years": 73.4219}'],
        ["assess", "record.json", "--age_years", "73.4219"],
        ["assess", "record.json", "--age_years=73.4219"],
        ["assess", "record.json", "--json=73.4219"],
        ["assess", "/home/CANARY/record.json"],
        ['{"age_years": 73.4219, "sex": "CANARY"}'],
        ["73.4219"],
        ["--age_years=73.4219"],
        ["findings", '{"age_years": 73.4219}'],
        ["causes", "73.4219"],
        ["rules", "\x1b[31m73.4219\n734219"],
        ["how", "record.json", '{"age_years": 73.4219}'],
        ["how", '{"age_years": 73.4219}', "urgency"],
        ["why-not", "record.json", "73.4219"],
        ["why", "record.json", "x", "--over", "73.4219"],
    ],
    ids=" ".join,
)
def test_a_record_in_the_wrong_place_is_not_repeated(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert complaint(err)
    assert not [canary for canary in CANARIES if canary in err]


def fails_with(error):
    def fail(*_, **__):
        raise error

    return fail


def test_when_assessing_fails_it_says_so_and_nothing_of_the_person(run, record, monkeypatch):
    monkeypatch.setattr("calf_expert.reasoning.reasoner", fails_with(ValueError("CANARY")))
    code, out, err = run("assess", record())
    assert (code, out) == (1, "")
    assert complaint(err).startswith("Could not assess this person: seek medical advice.")
    assert "CANARY" not in err


@pytest.mark.parametrize("error", [ValueError("CANARY"), MemoryError("CANARY"), OSError("CANARY")])
def test_when_the_result_cannot_be_put_in_words_it_says_so_too(run, record, monkeypatch, error):
    monkeypatch.setattr(ce.Assessment, "to_text", fails_with(error))
    code, out, err = run("assess", record())
    assert (code, out) == (1, "")
    assert complaint(err).startswith("Could not assess this person: seek medical advice.")
    assert "CANARY" not in err


def test_knowledge_that_is_not_in_order_is_a_failure_with_a_line_for_each_problem(run, monkeypatch):
    monkeypatch.setattr(knowledge, "load", fails_with(ce.KnowledgeError(("a.py:1: one", "b.py:2: two"))))
    code, out, err = run("causes")
    assert (code, out) == (1, "")
    assert err.splitlines()[1:] == ["calf-expert: a.py:1: one", "calf-expert: b.py:2: two"]


def test_an_interrupt_ends_it_quietly(run, monkeypatch):
    monkeypatch.setattr(coming_in, "bytes_of", fails_with(KeyboardInterrupt()))
    assert run("assess", "-") == (130, "", "")


# Arguments. -----------------------------------------------------------------------------------------------------------


def test_the_version(run):
    assert run("--version") == (0, f"calf-expert {ce.__version__}\n", "")


def test_the_help_documents_the_exit_codes_and_the_limit(run):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    for promised in (
        "0    done",
        "1    could not assess",
        "2    refused",
        "130  interrupted",
        "141  ",
        "1,000,000 bytes",
    ):
        assert promised in out
    assert joined(ce.NOTICE) in joined(out)
    assert out.split("exit codes:")[1] == run("assess", "--help")[1].split("exit codes:")[1]


def test_the_record_in_the_help_can_be_assessed(run, record):
    (example,) = [line for line in run("--help")[1].splitlines() if line.startswith("  {")]
    assert run("assess", record(example.encode()))[0] == 0


COMMANDS = ["assess", "how", "why-not", "why", "causes", "findings", "rules", "scores", "sources"]
COMMANDS += ["check-knowledge", "evaluate", "export", "schema"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert out.startswith(f"usage: calf-expert {command}")
    assert max(map(len, out.splitlines())) <= 92


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "the following arguments are required: COMMAND; see `calf-expert --help`."),
        (["assess"], "the following arguments are required: FILE; see `calf-expert assess --help`."),
        (["asess", "x"], "there is no command `asess`. Did you mean `assess`?"),
        (["causes", "a", "b"], "an argument is not understood; see `calf-expert --help`."),
        (["findings", "--gro", "joints"], "an argument is not understood; see `calf-expert --help`."),
        (["findings", "--group"], "argument --group: expected one argument; see `calf-expert findings --help`."),
        (["findings", "--group", "joint"], "there is no group `joint`. Did you mean `joints`?"),
        (["findings", "calf_pian"], "there is no finding `calf_pian`. Did you mean `calf_pain`?"),
        (["findings", "calf_pain", "--core"], "give an ID or a filter, not both; see `calf-expert findings --help`."),
        (["causes", "zzz"], "there is no cause `zzz`. See `calf-expert causes`."),
        (
            ["causes", "rheumatoid arthritis"],
            "there is no cause `rheumatoid arthritis`. Did you mean `rheumatoid_arthritis`?",
        ),
        (["rules", "zzz"], "there is no rule `zzz`. See `calf-expert rules`."),
        (["sources", "zzz"], "there is no source `zzz`. See `calf-expert sources`."),
        (["causes", ""], "this is no name of a cause; see `calf-expert --help`."),
        (["export"], "the following arguments are required: FORMAT; see `calf-expert export --help`."),
        (["export", "clisp"], "there is no format `clisp`. Did you mean `clips`?"),
        (["export", "prolog"], "there is no format `prolog`. See `calf-expert export --help`."),
        (["export", "clips", "--output"], "argument --output: expected one argument; see `calf-expert export --help`."),
        (["how", "x"], "the following arguments are required: ID; see `calf-expert how --help`."),
        (["why", "x", "y"], "the following arguments are required: --over; see `calf-expert why --help`."),
        (["how", "x", "y", "--depth", "deep"], "an argument is not understood; see `calf-expert how --help`."),
        (["how", "x", "y", "--json", "--mermaid"], "an argument is not understood; see `calf-expert how --help`."),
    ],
    ids=str,
)
def test_an_argument_that_cannot_be_right_is_refused_in_one_line(run, arguments, says):
    assert run(*arguments) == (2, "", f"calf-expert: {says}\n")


# Explanations. --------------------------------------------------------------------------------------------------------

EXPLAINED = {"age_years": 74, "calf_pain": True, "worse_on_standing": True, "relief_by_sitting": True}
STENOSIS, DISC = "lumbar_spinal_stenosis", "lumbar_disc_herniation"


def test_how_shows_the_proof_of_a_record_and_of_a_result_in_json(run, record):
    proof = ce.assess(EXPLAINED).how(STENOSIS)
    for content in (EXPLAINED, run("assess", record(EXPLAINED), "--json")[1].encode()):
        path = record(content)
        assert run("how", path, STENOSIS) == (0, f"{proof.to_text()}\n", "")
        assert run("how", path, STENOSIS, "--depth", "short") == (0, f"{proof.to_text(depth='short')}\n", "")
        for depth in ("one-line", "one_line"):
            assert run("how", path, STENOSIS, "--depth", depth) == (0, f"{proof.to_text(depth='one_line')}\n", "")
        assert run("how", path, STENOSIS, "--mermaid") == (0, proof.to_mermaid(), "")
        assert run("how", path, STENOSIS, "--json") == (0, f"{proof.model_dump_json(indent=2)}\n", "")
    assert run("how", "-", "urgency", stdin=json.dumps(EXPLAINED).encode())[1].startswith("Urgency: ")


def test_why_not_and_why_say_what_the_library_says(run, record):
    result = ce.assess(EXPLAINED)
    for content in (EXPLAINED, result.model_dump_json().encode()):
        path = record(content)
        assert run("why-not", path, DISC) == (0, result.why_not(DISC).to_text(), "")
        assert run("why-not", path, "rf_cauda_equina") == (0, result.why_not("rf_cauda_equina").to_text(), "")
        assert run("why", path, STENOSIS, "--over", DISC) == (0, result.why(STENOSIS, over=DISC).to_text(), "")
        assert json.loads(run("why-not", path, DISC, "--json")[1]) == result.why_not(DISC).model_dump(mode="json")
        contrast = result.why(STENOSIS, over=DISC).model_dump(mode="json")
        assert json.loads(run("why", path, STENOSIS, "--over", DISC, "--json")[1]) == contrast


def test_of_a_result_of_other_knowledge_how_says_so_and_the_others_cannot_answer(run, record):
    data = json.loads(ce.assess(EXPLAINED).model_dump_json())
    data["knowledge"] = {"version": "0.0.9", "sha256": "0" * 64}
    path = record(data)
    code, out, err = run("how", path, STENOSIS)
    assert (code, err) == (0, "")
    assert "made with knowledge 0.0.9 (000000000000)" in joined(out)
    for arguments in (("why-not", path, DISC), ("why", path, STENOSIS, "--over", DISC)):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        assert "0.0.9" in complaint(err)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("how", "lumbar_stenosis"), "in this result. Did you mean `lumbar_spinal_stenosis`?"),
        (("how", "rf_cauda_equina"), "in this result."),
        (("why-not", "lumbar_stenosis"), "there is no cause or alert `lumbar_stenosis`. Did you mean"),
        (("why", "lumbar_stenosis", "--over", DISC), "there is no cause `lumbar_stenosis`. Did you mean"),
        (("why", DISC, "--over", "lumbar_stenosis"), "there is no cause `lumbar_stenosis`. Did you mean"),
        (("why", DISC, "--over", DISC), "a cause is shown beside another one"),
        (("how", "not an id"), "this is no id of what a result speaks of"),
    ],
)
def test_what_a_result_does_not_speak_of_is_refused_in_one_line(run, record, arguments, says):
    command, *rest = arguments
    code, out, err = run(command, record(EXPLAINED), *rest)
    assert (code, out) == (2, "")
    assert says in complaint(err)


def test_a_result_that_was_changed_is_refused_and_nothing_of_it_repeated(run, record):
    def changed(change):
        data = json.loads(ce.assess({**EXPLAINED, "age_years": 73.4219}).model_dump_json())
        change(data)
        return record(data)

    for change, says in (
        (lambda d: d.update(trace=[{"CANARY": 1}]), "is not as `calf-expert assess --json` writes it"),
        (lambda d: d.update(answers={"age_years": 734219}), "does not hold together"),
        (lambda d: d.update(conclusions=[]), "does not hold together"),
    ):
        code, out, err = run("how", changed(change), "urgency")
        assert (code, out) == (2, "")
        assert says in complaint(err)
        assert not [canary for canary in CANARIES if canary in err]


def test_the_longest_result_is_read_and_an_endless_one_is_not(run, record):
    everything = {finding.id: True for finding in ce.findings() if finding.kind == "boolean"}
    everything.pop("bilateral_leg_pain")
    result = ce.assess(everything).model_dump_json(indent=2).encode()
    assert len(result) > coming_in.MAX_BYTES
    assert run("how", record(result), "urgency", "--depth", "one-line")[0] == 0
    code, out, err = run("how", record(result.ljust(coming_in.MAX_RESULT_BYTES + 1)), "urgency")
    assert (code, out) == (2, "")
    assert "longer than 10,000,000 bytes" in complaint(err)


def test_when_explaining_fails_it_says_so_and_nothing_of_the_person(run, record, monkeypatch):
    monkeypatch.setattr(ce.Assessment, "why_not", fails_with(ValueError("CANARY")))
    code, out, err = run("why-not", record(), DISC)
    assert (code, out) == (1, "")
    assert complaint(err).startswith("Could not assess this person: seek medical advice.")
    assert "CANARY" not in err


# The knowledge. -------------------------------------------------------------------------------------------------------


def pages():
    """Every page of the knowledge, by its arguments."""
    yield from (("causes",), ("findings",), ("findings", "--core"), ("rules",), ("scores",), ("sources",))
    yield from (("causes", cause.id) for cause in ce.causes())
    yield from (("findings", finding.id) for finding in ce.findings())
    yield from (("rules", rule.id) for rule in ce.rules())
    yield from (("scores", score.id) for score in ce.scores())
    yield from (("sources", source.id) for source in ce.sources())


def test_the_page_of_a_score_holds_its_items_classes_and_what_rests_on_it(run):
    for score in ce.scores():
        out = joined(run("scores", score.id)[1])
        held = [score.name, score.caveat, *(item.key for item in score.inputs), *(one.id for one in score.every_class)]
        assert [text for text in held if joined(text) not in out] == []
    assert "score wells_dvt_2" in run("sources", "wells2003")[1]


def test_every_page_can_be_printed_and_carries_the_notice_within_the_width(run):
    for arguments in pages():
        code, out, err = run(*arguments)
        assert (code, err) == (0, ""), arguments
        assert joined(out).count(ce.NOTICE) == 1, arguments
        assert out.endswith("\n")
        for line in out.splitlines():
            # Only what cannot be broken, a link say, may be longer.
            assert len(line) <= 92 or len(line.split()) <= 2, (arguments, line)
            assert line == line.rstrip(), (arguments, line)


def test_the_list_of_causes_gives_code_urgency_and_name(run):
    out = joined(run("causes")[1])
    for cause in ce.causes():
        assert f"{cause.id} {cause.icd10} {cause.urgency.value.replace('_', ' ')} {joined(cause.name)}" in out


def test_the_page_of_a_cause_holds_all_that_is_known_of_it(run):
    sources = {source.id: source for source in ce.sources()}
    for cause in ce.causes():
        out = joined(run("causes", cause.id)[1])
        held = [cause.name, cause.icd10, cause.summary, cause.mechanism, cause.open_until, cause.founding, cause.today]
        assert [text for text in held if text and joined(text) not in out] == []
        cited = set(cause.sources)
        for rule in ce.rules():
            if rule.id.startswith(f"{cause.id}.") or cause.id in getattr(rule, "suspects", ()):
                cited.update(rule.source)
                assert rule.id in out
                assert joined(rule.because) in out
        assert [key for key in cited if joined(sources[key].citation) not in out] == []


def test_the_page_of_a_rule_gives_its_figure_its_source_and_where_it_is_written(run):
    sources = {source.id: source for source in ce.sources()}
    for rule in ce.rules():
        out = joined(run("rules", rule.id)[1])
        assert f"What it does: {rule.verb} " in out
        assert joined(rule.because) in out
        assert str(rule.location) in out
        assert f"Grade: {rule.grade.value.replace('_', ' ')}" in out
        assert f"Verified: {'yes' if rule.verified else 'no'}" in out
        assert all(joined(sources[key].citation) in out for key in rule.source)
        if getattr(rule, "lr", None) is not None:
            assert f"LR {rule.lr:g}" in out
        if getattr(rule, "ci", None) is not None:
            assert f"interval {rule.ci[0]:g} to {rule.ci[1]:g}" in out


def test_a_module_a_folder_and_a_red_flag_list_their_rules(run):
    def listed(name):
        return [line.strip() for line in run("rules", name)[1].splitlines() if line.startswith("  ") and line[2] != " "]

    everything = [rule.id for rule in ce.rules()]
    assert listed("rheumatoid_arthritis") == [name for name in everything if name.startswith("rheumatoid_arthritis.")]
    alerts = [rule for rule in ce.rules() if rule.verb == "alerts"]
    in_folder = set(listed("red_flags"))
    assert {rule.id for rule in alerts} <= in_folder
    assert listed(alerts[0].flag) == [rule.id for rule in alerts if rule.flag == alerts[0].flag]


def test_the_page_of_a_finding_names_what_a_caller_and_a_reader_need(run):
    out = joined(run("findings", "age_years")[1])
    for said in ("Unit: years", "Range: 0 to 120", "Kind: a number", "Who answers: the person", "RULES THAT READ IT"):
        assert said in out
    dependent = next(finding for finding in ce.findings() if finding.depends_on)
    assert f"Depends on: {dependent.depends_on}" in joined(run("findings", dependent.id)[1])
    chosen = next(finding for finding in ce.findings() if finding.values)
    assert f"Values: {', '.join(chosen.values)}" in joined(run("findings", chosen.id)[1])


def test_the_rules_that_read_a_finding_are_those_that_speak_of_it(run):
    out = run("findings", "saddle_numbness")[1]
    readers = [rule.id for rule in ce.rules() if "'saddle_numbness'" in repr(rule.conditions)]
    assert readers
    assert [line.strip() for line in out.splitlines() if line.strip() in {rule.id for rule in ce.rules()}] == readers


def test_findings_can_be_filtered(run):
    def listed(*filters):
        out = run("findings", *filters)[1]
        return [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "]

    assert listed() == [finding.id for finding in ce.findings()]
    assert listed("--core") == [finding.id for finding in ce.findings() if finding.tier == "core"]
    assert listed("--group", "joints") == [finding.id for finding in ce.findings() if finding.group == "joints"]


def test_the_schema_of_a_record_accepts_a_record_and_no_misspelt_one(run):
    schema = json.loads(run("schema", "--presentation")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(RECORD)
    assert not validator.is_valid({"calf_pian": True})


def test_the_rules_can_be_written_for_clips(run, tmp_path):
    assert run("export", "clips") == (0, ce.to_clips(), "")
    path = tmp_path / "rules.clp"
    assert run("export", "clips", "--output", path) == (0, "", "")
    assert path.read_bytes() == ce.to_clips().encode()


@pytest.mark.parametrize(
    ("name", "why"),
    [("nowhere/rules.clp", "no such file or directory"), ("", "is a directory"), ("\0", "no file can have this name")],
)
def test_rules_that_cannot_be_written_to_a_file_are_no_success(run, tmp_path, name, why):
    code, out, err = run("export", "clips", "--output", f"{tmp_path}/{name}")
    assert (code, out) == (1, "")
    assert complaint(err) == f"Could not write the result: {why}."


# Output. --------------------------------------------------------------------------------------------------------------

STRANGE = "caf\u00e9 \u2265 \U0001f9b5"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_letter_that_cannot_be_printed_is_escaped(monkeypatch, encoding):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    assert going_out.write(STRANGE, as_json=False) == 0
    assert raw.getvalue() == STRANGE.encode(encoding, "backslashreplace")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_stays_json_where_a_letter_cannot_be_printed(monkeypatch, encoding):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    assert going_out.write(json.dumps({"a": STRANGE}, ensure_ascii=False), as_json=True) == 0
    assert json.loads(raw.getvalue().decode(encoding)) == {"a": STRANGE}


def test_in_a_process_of_its_own_it_does_the_same(record):
    done = start("assess", str(record()), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().replace("\r\n", "\n") == ce.assess(RECORD).to_text()
    done = start("assess", "-", input=b"{", capture_output=True)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"calf-expert: the record is not valid JSON")


def test_the_bytes_are_the_same_in_every_process_and_terminal():
    settings = ({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "1", "COLUMNS": "40"})
    for arguments in (["causes", "rheumatoid_arthritis"], ["rules"], ["export", "clips"], ["--help"]):
        one, other = (start(*arguments, env=env, capture_output=True) for env in settings)
        assert one.returncode == 0
        assert one.stdout == other.stdout


def test_an_output_of_letters_from_the_typewriter_gets_all_pages():
    for arguments in (["rules"], ["sources"], ["schema", "--presentation"]):
        done = start(*arguments, env={"PYTHONIOENCODING": "ascii"}, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()


@needs_posix
@pytest.mark.parametrize("arguments", [["rules"], ["--help"], ["--version"], ["schema"]], ids=" ".join)
def test_a_reader_that_leaves_early_ends_it_quietly(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = start(*arguments, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@needs_posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_no_success(record):
    with Path("/dev/full").open("wb") as full:
        done = start("assess", str(record()), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert complaint(done.stderr.decode()).startswith("Could not write the result: ")


@needs_posix
def test_it_can_be_started_without_standard_streams(record):
    def shell(redirections, *arguments):
        script = f'"$0" -m calf_expert "$@" {redirections}'
        env = os.environ | {"PYTHONPATH": str(SOURCE)}
        command = ["sh", "-c", script, sys.executable, *arguments]
        return subprocess.run(command, check=False, timeout=60, env=env, capture_output=True)

    done = shell("<&-", "assess", "-")
    assert (done.returncode, complaint(done.stderr.decode())[:19]) == (2, "the record is empty")
    done = shell(">&-", "assess", str(record()))
    assert (done.returncode, complaint(done.stderr.decode())[:26]) == (1, "Could not write the result")
    done = shell("2>&-", "assess", "nowhere")
    assert (done.returncode, done.stdout) == (2, b"")


# The package's own __init__ is left out here: what it imports is not for the command line to say.
IMPORT_ALONE = """\
import sys, types
package = types.ModuleType("calf_expert")
package.__path__ = [sys.argv[1]]
package.__version__ = "0"
sys.modules["calf_expert"] = package
import calf_expert.cli
print(sorted(n for n in sys.modules if n.partition(".")[0] == "experta" or n.startswith("calf_expert.knowledge.")))
calf_expert.cli.main(["findings"])
print(sorted(n for n in sys.modules if n.partition(".")[0] == "experta"))
"""


def test_the_command_line_brings_in_neither_experta_nor_the_knowledge_before_it_needs_them():
    command = [sys.executable, "-c", IMPORT_ALONE, str(SOURCE / "calf_expert")]
    lines = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout.splitlines()
    assert (lines[0], lines[-1]) == ("[]", "[]")


def test_brief_shows_the_urgency_and_the_first_causes_only(capsys, tmp_path):
    path = tmp_path / "record.json"
    path.write_text('{"calf_pain": true, "saddle_numbness": true}')
    assert cli.main(["assess", "--brief", str(path)]) == 0
    brief = capsys.readouterr().out
    assert cli.main(["assess", str(path)]) == 0
    assert brief.startswith("URGENCY: EMERGENCY")
    assert len(brief) < len(capsys.readouterr().out) / 2
    assert cli.main(["assess", "--brief", "--json", str(path)]) == 2


# Checking. ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def outcome():
    return json.loads(ce.assess(RECORD).model_dump_json())


def test_a_right_result_is_accepted(run, record, outcome):
    said = "Accepted: everything in it follows from its answers and the rules, and nothing that follows is missing.\n"
    assert run("check", record(outcome)) == (0, said, "")
    assert run("check", "-", stdin=run("assess", record(), "--json")[1].encode()) == (0, said, "")


def test_a_tampered_result_is_rejected_with_what_was_expected(run, record, outcome):
    code, out, err = run("check", record({**outcome, "urgency": "self_care"}))
    assert (code, out) == (1, "")
    assert err == "calf-expert: Rejected.\ncalf-expert:   urgency: expected `routine`\n"


@pytest.mark.parametrize("content", [b"", b"{", b'{"CANARY": 73.4219}', b"\xff\xfe", b"[]"])
def test_what_is_no_result_cannot_be_checked(run, record, content):
    code, out, err = run("check", record(content))
    assert (code, out) == (2, "")
    assert err.startswith("calf-expert: Cannot check.\n")
    assert not any(canary in err for canary in CANARIES)


def test_a_result_of_other_knowledge_cannot_be_checked(run, record, outcome):
    outcome["knowledge"]["sha256"] = "0" * 64
    code, out, err = run("check", record(outcome))
    assert (code, out) == (2, "")
    assert "expected a result of knowledge" in err


def test_a_result_that_cannot_be_read_is_refused_as_a_result(run, tmp_path, monkeypatch, record, outcome):
    assert run("check", tmp_path) == (2, "", "calf-expert: the result is a directory, not a file.\n")
    assert complaint(run("check", '{"urgency": 1}')[2]).startswith(
        "FILE is the name of a file; to give the result itself"
    )
    monkeypatch.setattr(coming_in, "MAX_RESULT_BYTES", 100)
    assert complaint(run("check", record(outcome))[2]) == "the result is longer than 100 bytes and was not read."


# Registers and formats. -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("register", ["patient", "clinician"])
@pytest.mark.parametrize("brief", [False, True])
def test_a_register_and_a_format_are_what_the_library_gives(run, record, register, brief):
    result = ce.assess(RECORD)
    more = ["--brief"] if brief else []
    for form, render in (("text", result.to_text), ("markdown", result.to_markdown), ("html", result.to_html)):
        code, out, err = run("assess", record(), "--register", register, "--format", form, *more)
        assert (code, err) == (0, "")
        assert out == render(register=register, brief=brief)


def test_a_carer_is_spoken_to(run, record):
    result = ce.assess(RECORD)
    told = run("assess", record(), "--register", "patient", "--about", "other")
    assert told == (0, result.to_text(register="patient", about="other"), "")
    assert run("assess", record(), "--format", "html", "--about", "other")[1] == result.to_html(about="other")


def test_without_a_register_another_format_is_for_the_patient(run, record):
    assert run("assess", record(), "--format", "markdown")[1] == ce.assess(RECORD).to_markdown()


def test_json_is_a_format_and_the_whole_result(run, record):
    assert run("assess", record(), "--format", "json") == run("assess", record(), "--json")
    for more in (("--brief",), ("--register", "patient"), ("--about", "other")):
        for form in (("--json",), ("--format", "json")):
            code, out, err = run("assess", record(), *form, *more)
            assert (code, out) == (2, "")
            assert "JSON is the whole result" in complaint(err)


def test_only_the_patient_register_speaks_to_someone(run, record):
    for more in ((), ("--register", "clinician")):
        code, out, err = run("assess", record(), "--about", "other", *more)
        assert (code, out) == (2, "")
        assert "--register patient" in complaint(err)


def test_a_register_that_does_not_exist_is_refused(run, record):
    assert run("assess", record(), "--register", "poet")[0] == 2
