"""The knowledge in real CLIPS as it is exported, through clipspy. Tests compare the library with it.

Answers are as ``Presentation.known`` gives them. How CLIPS runs fastest is in ``clips_programs``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import clips

from calf_expert.authoring.scores import Score
from calf_expert.export.clips_scores import classes_told
from calf_expert.export.clips_words import NO, YES, symbol

Answers = Mapping[str, "bool | float | str"]


def load(program: str) -> Any:
    """A CLIPS environment that holds a program; CLIPS prints what is wrong with one, and then it is refused."""
    environment = clips.Environment()
    # clipspy loads from files only; building one construct after another takes twenty times as long.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.clp"
        path.write_bytes(program.encode())
        environment.load(str(path))
    return environment


class Fired(NamedTuple):
    """The fact that a rule leaves: its id, what it does, and of what it speaks."""

    rule: str
    verb: str
    about: str


class Clips:
    """A program as it was exported, run through nothing but what clipspy documents."""

    def __init__(self, program: str, left: Iterable[Score] = ()) -> None:
        """``left``: the scores that the program leaves to whoever runs it."""
        self.environment = load(program)
        self._left = tuple(left)
        self._seen = 0

    def infer(self, known: Answers) -> list[Fired]:
        """Forget the last person, tell the answers of another, and give what fires."""
        self.environment.reset()
        self._seen = 0
        self._tell("record", **{symbol(name): _written(answer) for name, answer in known.items()})
        for name in classes_told(self._left, known):
            self._tell("reckoned", **{"class": clips.Symbol(name)})
        return self._run()

    def manage(self, considered: Iterable[str], suspected: Iterable[str], urgency: str) -> list[Fired]:
        """Tell what the weighing found, and give what fires then."""
        for template, causes in (("considered", considered), ("suspected", suspected)):
            for cause in causes:
                self._tell(template, cause=_written(cause))
        self._tell("urgency", level=_written(str(urgency)))
        return self._run()

    def names(self, template: str) -> set[str]:
        """The names in the facts of one slot: ``concept`` or ``offered``."""
        return {fact["name"] for fact in self.environment.find_template(template).facts()}

    def classes(self) -> set[str]:
        """The classes of scores that stand in facts."""
        return {fact["class"] for fact in self.environment.find_template("scored").facts()}

    def fired(self) -> list[Fired]:
        """All that has fired of this person, in order."""
        facts = self.environment.find_template("fired").facts()
        return [Fired(fact["rule"], fact["verb"], fact["about"]) for fact in facts]

    def _tell(self, template: str, **slots: Any) -> None:
        self.environment.find_template(template).assert_fact(**slots)

    def _run(self) -> list[Fired]:
        self.environment.run()
        fired = self.fired()
        new = fired[self._seen :]
        self._seen = len(fired)
        return new


def _written(answer: bool | float | str) -> Any:
    if isinstance(answer, bool):
        return clips.Symbol(YES if answer else NO)
    return answer if isinstance(answer, (int, float)) else clips.Symbol(symbol(answer))
