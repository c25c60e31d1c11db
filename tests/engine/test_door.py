"""Importing the door leaves the process as it was found. Every test runs in a process of its own."""

import os
import subprocess
import sys
from textwrap import dedent

CANARY = "canary-7411"

DOOR = "import calf_expert.engine._experta as door\n"

# What the import could change, to be compared before and after.
STATE = """
import collections, logging, warnings
def state():
    root = logging.getLogger()
    return {
        "handlers": list(root.handlers), "level": root.level, "disabled": logging.root.manager.disable,
        "filters": list(warnings.filters), "the list": id(warnings.filters), "show": warnings.showwarning,
        "collections": dict(vars(collections)),
        "loggers": {name for name in root.manager.loggerDict if not name.startswith("experta")},
        "logger class": logging.getLoggerClass(), "record factory": logging.getLogRecordFactory(),
    }
def compare(before):
    after = state()
    changed = {key for key in before if before[key] != after[key]}
    assert not changed, changed
"""

# An application that uses Experta itself has to bring the alias.
STOCK_IMPORT = """
import collections, collections.abc
collections.Mapping = collections.abc.Mapping
import experta
del collections.Mapping
"""

# Every way in which an engine comes to log: declaring, matching, a test, firing, retracting.
STOCK_ENGINE = f"""
from calf_expert.engine import _experta as door
class Record(door.Fact):
    pass
class Engine(door.KnowledgeEngine):
    @door.Rule(Record(a=door.MATCH.a, b=1), ~Record(c=1), door.TEST(lambda a: a))
    def rule(self, a):
        fired.append(a)
fired = []
engine = Engine()
engine.declare(Record(a="{CANARY}"))  # before reset(), for which Experta has a warning
engine.reset()
fact = engine.declare(Record(a="{CANARY}", b=1))
engine.run()
engine.retract(fact)
assert fired == ["{CANARY}"]
"""


def run(script, *options, path=()):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([*map(str, path), *sys.path])}
    return subprocess.run(
        [sys.executable, *options, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def output_of(*parts, options=(), path=()):
    result = run("\n".join(map(dedent, parts)), *options, path=path)
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def stand_in_for(module, source, folder):
    (folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
    return [folder]


def test_import_leaves_logging_warnings_and_collections_as_found():
    assert not output_of(STATE, "before = state()", DOOR, "compare(before)")


def test_import_leaves_the_handlers_of_the_application_as_found():
    application = "logging.basicConfig(level=logging.WARNING, format='%(message)s')\nbefore = state()"
    assert not output_of(STATE, application, DOOR, "compare(before)")


def test_import_leaves_an_alias_of_the_application_as_found():
    application = "class alias: pass\ncollections.Mapping = alias\nbefore = state()"
    assert not output_of(STATE, application, DOOR, "compare(before)\nassert collections.Mapping is alias")


def test_application_may_still_configure_logging_after_the_import():
    script = "import logging\nlogging.basicConfig(format='as configured: %(message)s')\nlogging.warning('hello')"
    assert output_of(DOOR, script) == "as configured: hello\n"


def test_import_after_the_application_imported_experta_itself():
    same = "assert door.KnowledgeEngine is experta.KnowledgeEngine and door.Fact is experta.Fact"
    assert not output_of(STATE, STOCK_IMPORT, "before = state()", DOOR, "compare(before)", same)


def test_import_after_the_application_failed_to_import_experta():
    attempt = """
        try:
            import experta
        except (AttributeError, ImportError):
            pass
    """
    assert not output_of(STATE, attempt, "before = state()", DOOR, "compare(before)", STOCK_ENGINE)


def test_import_succeeds_where_warnings_are_errors(tmp_path):
    # An empty cache: a SyntaxWarning comes only with compiling.
    assert not output_of(DOOR, options=["-W", "error", "-X", f"pycache_prefix={tmp_path}"])


def test_warnings_of_what_experta_needs_do_not_reach_the_user(tmp_path):
    warning = """
        import warnings
        warnings.warn("from a dependency", DeprecationWarning)
        warnings.warn("from a dependency", SyntaxWarning)
        class Schema:
            pass
    """
    path = stand_in_for("schema", warning, tmp_path)
    assert not output_of(STATE, "before = state()", DOOR, "compare(before)", options=["-W", "error"], path=path)


def test_dependency_that_is_missing_is_named_and_the_process_is_left_as_found(tmp_path):
    path = stand_in_for("schema", "raise ModuleNotFoundError(\"No module named 'schema'\", name='schema')", tmp_path)
    attempt = """
        try:
            import calf_expert.engine._experta
        except ImportError as error:
            print(error.name, error)
    """
    assert output_of(STATE, "before = state()", attempt, "compare(before)", path=path) == (
        "schema Experta is here, but not whole: No module named 'schema'. "
        "Install it again with what it needs: pip install --force-reinstall experta==1.9.4\n"
    )


def test_dependency_that_breaks_otherwise_leaves_the_process_as_found(tmp_path):
    path = stand_in_for("schema", "1 / 0", tmp_path)
    attempt = """
        try:
            import calf_expert.engine._experta
        except ZeroDivisionError:
            print("raised")
    """
    assert output_of(STATE, "before = state()", attempt, "compare(before)", path=path) == "raised\n"


def test_experta_that_is_not_installed_is_said_plainly(tmp_path):
    path = stand_in_for("experta", "raise ModuleNotFoundError(\"No module named 'experta'\", name='experta')", tmp_path)
    assert run(DOOR, path=path).stderr.endswith("\nModuleNotFoundError: No module named 'experta'\n")


def test_stock_engine_logs_the_values_of_facts_without_the_door():
    # Keeps the tests below honest: the same engine does log, in the same process set up in the same way.
    root_at_debug = "import logging\nlogging.basicConfig(level=logging.DEBUG)"
    undo = "import experta.watchers as w\nfor name in w.ALL:\n    getattr(w, name).filters.clear()"
    logged = output_of(root_at_debug, DOOR, undo, STOCK_ENGINE)
    for watcher in ("FACTS", "MATCH", "MATCHER"):
        assert any(f"watchers.{watcher}:" in line and CANARY in line for line in logged.splitlines()), watcher


def test_no_fact_is_logged_with_the_root_logger_at_debug():
    root_at_debug = "import logging\nlogging.basicConfig(level=logging.DEBUG)"
    assert not output_of(root_at_debug, DOOR, STOCK_ENGINE)


def test_no_fact_is_logged_when_the_application_imported_experta_first():
    root_at_debug = "import logging\nlogging.basicConfig(level=logging.DEBUG)"
    assert not output_of(root_at_debug, STOCK_IMPORT, DOOR, STOCK_ENGINE)


def test_no_fact_is_logged_after_watch_and_after_every_logger_is_set_to_debug():
    loud = """
        import logging, sys
        logging.basicConfig(level=logging.DEBUG)
        sys.modules["experta"].watch()
        for name in list(logging.root.manager.loggerDict):
            logging.getLogger(name).setLevel(logging.DEBUG)
    """
    assert not output_of(DOOR, loud, STOCK_ENGINE)


def test_no_fact_is_logged_after_dictconfig_names_experta():
    configure = """
        import logging.config
        logging.config.dictConfig({
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {"stream": {"class": "logging.StreamHandler"}},
            "loggers": {"experta": {"level": "DEBUG", "handlers": ["stream"]}},
            "root": {"level": "DEBUG", "handlers": ["stream"]},
        })
    """
    assert not output_of(DOOR, configure, STOCK_ENGINE)


def test_no_fact_reaches_what_hooks_into_call_handlers():
    hook = """
        import logging
        logging.getLogger().setLevel(logging.DEBUG)
        logging.Logger.callHandlers = lambda logger, record: print(record.getMessage())
    """
    assert not output_of(DOOR, hook, STOCK_ENGINE)


def test_all_lists_every_name_that_comes_from_experta():
    listed = """
        def comes_from_experta(value):  # a class of it, or like MATCH an instance
            return any(getattr(it, "__module__", "").startswith("experta.") for it in (value, type(value)))
        found = {name for name, value in vars(door).items() if comes_from_experta(value)}
        assert set(door.__all__) == found, found
    """
    assert not output_of(DOOR, listed)
