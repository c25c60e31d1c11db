"""What an application gets when it installs the library."""

import importlib
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

import calf_expert

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel built from this checkout, without an isolated environment and so without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return message_from_bytes(wheel.read(name))


def test_experta_and_pydantic_are_the_only_requirements(metadata):
    requirements = metadata.get_all("Requires-Dist")
    assert [one for one in requirements if "extra ==" not in one] == ["experta==1.9.4", "pydantic<3,>=2.7"]


def test_the_version_is_written_once(metadata):
    assert calf_expert.__version__ == metadata["Version"], "If only the version was raised: install again (make setup)"


def test_the_changelog_speaks_of_this_version(metadata):
    assert f"## [{metadata['Version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_declared_and_shipped(metadata, wheel):
    assert metadata["License-Expression"] == "Apache-2.0"
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/licenses/LICENSE")]
    assert wheel.read(name) == (ROOT / "LICENSE").read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    in_source = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "calf_expert").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == in_source
    assert "calf_expert/py.typed" in in_source


def test_every_folder_of_the_package_is_a_package():
    folders = {path.parent for path in (SOURCE / "calf_expert").rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_command_leads_to_a_function(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt")]
    lines = wheel.read(name).decode().split("\n")
    assert "calf-expert = calf_expert.cli:main" in lines
    assert callable(importlib.import_module("calf_expert.cli").main)
