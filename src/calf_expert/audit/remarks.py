"""What an audit has to say: problems, which have to be mended, and notes, which only tell what was not decided."""

from __future__ import annotations

from dataclasses import dataclass

from ..authoring.statements import Cause, Option, Statement


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing that was found: by which check, where (file and line), of what (an id), and what, in words."""

    where: str
    check: str
    subject: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: `{self.subject.rpartition('.')[2]}` {self.what} [{self.check}]"


def of(check: str, thing: Statement | Cause | Option, what: str) -> Remark:
    """A remark on something that knows where it is written."""
    return Remark(str(thing.location), check, thing.id, what)
