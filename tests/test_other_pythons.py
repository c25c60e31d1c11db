"""The same record gives the same bytes under every hash seed and every supported CPython of this machine."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EMIT = ROOT / "tests" / "golden" / "emit.py"
CASES = ROOT / "tests" / "golden" / "cases.json"
ENVIRONMENTS = ROOT / ".cache" / "pythons"

SUPPORTED = ("3.10", "3.11", "3.12", "3.13")
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
ON_CI = os.environ.get("CI") == "true"

# What pip says when it cannot reach an index at all; anything else it says is an error of ours.
NO_NETWORK = ("NewConnectionError", "ConnectTimeoutError", "NameResolutionError", "name resolution", "ProxyError")

# An interpreter that can say this is a CPython that can make a virtual environment. The shims of pyenv, for one, exist
# for every version that it knows of, but run only the chosen ones.
INTRODUCE_YOURSELF = """\
import ensurepip, json, platform, sys, venv
print(json.dumps([platform.python_implementation(), sys.version_info[:3], sys.version_info.releaselevel]))
"""


@dataclass(frozen=True)
class Interpreter:
    path: Path
    version: tuple[int, int, int]

    @property
    def minor(self) -> str:
        return f"{self.version[0]}.{self.version[1]}"

    def __str__(self) -> str:
        return f"CPython {'.'.join(map(str, self.version))}"


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of the tests, without what steers Python, pyenv or coverage."""
    steering = ("PYTHON", "PYENV_VERSION", "VIRTUAL_ENV", "COV_", "COVERAGE_", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if not name.startswith(steering)} | more


def output_of(*command: str) -> str | None:
    """What a command prints, or None if it is not there or fails."""
    try:
        done = subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
            env=clean_environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def candidates(minor: str) -> Iterator[Path]:
    """Where a CPython of this minor version may be: PATH, then the versions of pyenv and of uv."""
    for folder in os.get_exec_path():
        yield Path(folder) / f"python{minor}"
    pyenvs = {Path.home() / ".pyenv"}
    if shutil.which("pyenv") and (root := output_of("pyenv", "root")):
        pyenvs.add(Path(root))
    for pyenv in sorted(pyenvs):
        yield from sorted(pyenv.glob(f"versions/{minor}.*/bin/python{minor}"))
    if shutil.which("uv") and (managed := output_of("uv", "python", "dir")):
        yield from sorted(Path(managed).glob(f"cpython-{minor}.*/bin/python{minor}"))


def introduced(path: Path) -> Interpreter | None:
    """The interpreter at this path, if it runs, is a released CPython, and can make virtual environments."""
    if not path.is_file():
        return None
    said = output_of(str(path), "-c", INTRODUCE_YOURSELF)
    if said is None:
        return None
    implementation, version, level = json.loads(said)
    if implementation != "CPython" or level != "final":
        return None
    return Interpreter(path, tuple(version))


def find(minor: str) -> Interpreter | None:
    """The newest CPython of this minor version; among equals the first found."""
    seen = {path.resolve(): path for path in reversed(list(candidates(minor)))}
    found = [interpreter for path in reversed(seen.values()) if (interpreter := introduced(path))]
    return max((one for one in found if one.minor == minor), key=lambda one: one.version, default=None)


@contextmanager
def only_one_at_a_time(lock: Path) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# What an application may put in the place of Experta's own pins, frozendict 1.2 and schema 0.6.7.
OVERRIDES = ("frozendict>=2.4", "schema>=0.7.7")


def environment_for(interpreter: Interpreter, overrides: tuple[str, ...] = ()) -> Path:
    """The Python of a virtual environment that holds the library and its requirements, and nothing else.

    It is kept until pyproject.toml or the interpreter changes; the library is installed as editable, so that it is
    always the one being tested.
    """
    name = f"{interpreter.minor}-overridden" if overrides else interpreter.minor
    folder = ENVIRONMENTS / name
    stamp = folder / "made-from"
    python = folder / "bin" / "python"
    key = hashlib.sha256(
        f"{interpreter} {ROOT} {overrides}".encode() + (ROOT / "pyproject.toml").read_bytes()
    ).hexdigest()
    with only_one_at_a_time(ENVIRONMENTS / f"{name}.lock"):
        if not (stamp.exists() and stamp.read_text() == key):
            run_or_stop(interpreter, str(interpreter.path), "-m", "venv", "--clear", str(folder))
            pip = (str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
            # One retry at least: it is in the warning about it that pip names what went wrong with the network.
            run_or_stop(interpreter, *pip, "--retries", "2", "--editable", str(ROOT))
            if overrides:
                # Without their dependencies, or the resolver would take Experta's pins for a reason to refuse.
                run_or_stop(interpreter, *pip, "--retries", "2", "--no-deps", "--upgrade", *overrides)
            stamp.write_text(key)
    return python


def run_or_stop(interpreter: Interpreter, *command: str) -> None:
    """Run one step of making an environment. Without a network the test is skipped, but never on CI."""
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=clean_environment()
    )
    if done.returncode == 0:
        return
    if not ON_CI and any(sign in done.stderr for sign in NO_NETWORK):
        pytest.skip(f"{interpreter} is here, but its requirements could not be downloaded")
    pytest.fail(f"No environment could be made for {interpreter}:\n{done.stdout}{done.stderr}", pytrace=False)


def emitted(python: Path, seed: int) -> list[bytes]:
    """The lines that the golden script prints."""
    done = subprocess.run(
        [str(python), str(EMIT)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=clean_environment(PYTHONHASHSEED=str(seed), PYTHONDONTWRITEBYTECODE="1"),
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.splitlines()


def assert_same(lines: list[bytes], reference: list[bytes]) -> None:
    """Compare case by case, so that a failure names the case and shows where the two part."""
    names = [case["name"] for case in json.loads(CASES.read_text(encoding="utf-8"))]
    for name, ours, theirs in zip_longest(names, lines, reference):
        assert ours == theirs, f"case: {name}"


@pytest.fixture(scope="module")
def reference() -> list[bytes]:
    """What this interpreter prints under one seed."""
    lines = emitted(Path(sys.executable), seed=0)
    assert len(lines) == len(json.loads(CASES.read_text(encoding="utf-8")))
    return lines


@pytest.mark.parametrize("seed", [1, 42])
def test_the_hash_seed_does_not_matter(seed, reference):
    assert_same(emitted(Path(sys.executable), seed), reference)


@pytest.mark.slow
@pytest.mark.parametrize("minor", SUPPORTED)
def test_the_python_version_does_not_matter(minor, reference):
    if minor == RUNNING:
        pytest.skip(f"CPython {minor} is the one running the tests; the others are compared with it")
    interpreter = find(minor)
    if interpreter is None:
        pytest.skip(f"CPython {minor} was not found on this machine")
    assert_same(emitted(environment_for(interpreter), seed=7), reference)


@pytest.mark.slow
def test_newer_packages_in_the_place_of_expertas_pins_do_not_matter(reference):
    interpreter = find(RUNNING)
    if interpreter is None:
        pytest.skip(f"CPython {RUNNING} was not found as an interpreter that can make environments")
    assert_same(emitted(environment_for(interpreter, OVERRIDES), seed=3), reference)


def test_the_running_python_is_among_those_found():
    """Or else every other version would be skipped in silence because the search is broken."""
    if RUNNING not in SUPPORTED:
        pytest.skip(f"CPython {RUNNING} is not among the versions compared")
    path = Path(sys._base_executable).resolve()
    interpreter = introduced(path)
    if interpreter is None:
        pytest.skip("the interpreter running the tests cannot make virtual environments itself")
    assert interpreter.version == sys.version_info[:3]


def test_an_interpreter_that_does_not_run_is_passed_over(tmp_path):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 'python3.12: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert introduced(shim) is None
    assert introduced(tmp_path / "python3.11") is None


def test_another_implementation_is_passed_over(tmp_path):
    other = tmp_path / "python3.10"
    other.write_text("""#!/bin/sh\necho '["PyPy", [3, 10, 14], "final"]'\n""")
    other.chmod(0o755)
    assert introduced(other) is None


def test_the_newest_of_a_minor_version_is_taken(tmp_path, monkeypatch):
    for patch in (2, 11, 9):
        python = tmp_path / str(patch) / "python3.12"
        python.parent.mkdir()
        python.write_text(f"""#!/bin/sh\necho '["CPython", [3, 12, {patch}], "final"]'\n""")
        python.chmod(0o755)
    folders = os.pathsep.join(str(folder) for folder in sorted(tmp_path.iterdir()))
    monkeypatch.setenv("PATH", f"{folders}{os.pathsep}/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    found = find("3.12")
    assert found == Interpreter(tmp_path / "11" / "python3.12", (3, 12, 11))
