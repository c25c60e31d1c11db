"""The errors a caller can meet. None of them ever carries an answer from a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from ._nearest import like_an_id, nearest


class CalfExpertError(Exception):
    """Base of every error of this library."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a record: where, what is expected there, and the nearest right name.

    ``finding`` is a finding id or the key of a score's item, or for a misspelt one the name as the caller wrote it,
    escaped and cut to 60 letters. It is ``None`` where the record as a whole is at fault. ``conflicts_with`` is the
    other finding of an impossible combination. No field ever holds an answer.
    """

    finding: str | None
    message: str
    did_you_mean: str | None = None
    conflicts_with: str | None = None


class PresentationError(CalfExpertError):
    """A record was refused: a misspelt finding, an impossible value or an impossible combination.

    It is deliberately not a ``ValueError``: pydantic wraps those together with the input they are about, and an answer
    would leak into ``errors()`` and from there into a log.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problem.message for problem in problems))

    def errors(self) -> list[dict[str, str | None]]:
        """The problems as plain data, one dict each."""
        return [asdict(problem) for problem in self.problems]

    def __reduce__(self) -> tuple[type[PresentationError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class ScoreError(CalfExpertError):
    """The items of a score were refused: a misspelt key or an impossible value. It holds none of the values."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problem.message for problem in problems))

    def errors(self) -> list[dict[str, str | None]]:
        """The problems as plain data, one dict each."""
        return [asdict(problem) for problem in self.problems]

    def __reduce__(self) -> tuple[type[ScoreError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class ArgumentError(CalfExpertError, TypeError, ValueError):
    """A question was asked with what it does not take. It says what is expected, and repeats nothing of what was given.

    What is given as a record is refused with :class:`PresentationError`, and an id that does not exist with
    :class:`UnknownIdError`.
    """


class AssessmentError(CalfExpertError):
    """Something inside failed, so there is no assessment. It never means that nothing is wrong with the person."""


class KnowledgeError(CalfExpertError):
    """The knowledge itself is wrong. Each line names the file and line of the statement at fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


class ReadBackError(CalfExpertError):
    """What was read back is not as the library wrote it. It names fields and never holds anything of what was read.

    Like :class:`PresentationError` it is no ``ValueError``, which pydantic would wrap together with the input.
    """

    def __init__(self, what: str, problems: tuple[str, ...]) -> None:
        self.what = what
        self.problems = problems
        super().__init__(f"this is no {what} as the library writes it: {'; '.join(problems)}")

    def __reduce__(self) -> tuple[type[ReadBackError], tuple[str, tuple[str, ...]]]:
        return type(self), (self.what, self.problems)


class OtherKnowledgeError(CalfExpertError):
    """A result was asked what only the knowledge it was made with can answer, and that is not at hand."""


class DerivationError(CalfExpertError):
    """A result does not hold together, or names what there is not: it is not as the library made it."""


class UnknownIdError(CalfExpertError, LookupError):
    """An id that does not exist was asked for; the message names the nearest one that does.

    ``name`` is empty where what was asked for has not the form of an id or is longer than 100 letters: it could be
    anything, a record included, and is not repeated.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str = "") -> None:
        self.kind = kind
        self.name = name if like_an_id(name) else ""
        self._known = tuple(known)
        self._where = where
        self.did_you_mean = nearest(self.name, self._known)
        asked = f"{kind} `{self.name}`" if self.name else f"such {kind}"
        hint = f" Did you mean `{self.did_you_mean}`?" if self.did_you_mean else ""
        super().__init__(f"there is no {asked}{where}.{hint}")

    def __reduce__(self) -> tuple[type[UnknownIdError], tuple[str, str, tuple[str, ...], str]]:
        return type(self), (self.kind, self.name, self._known, self._where)


class MissingExtraError(CalfExpertError, ImportError):
    """A package that only an extra of the library brings is not installed; the message says what to install."""

    def __init__(self, package: str, *, extra: str, wanted_for: str) -> None:
        self.package = package
        self.extra = extra
        self._wanted_for = wanted_for
        super().__init__(f'{wanted_for} needs {package}, which is not installed: pip install "calf_expert[{extra}]"')

    def __reduce__(self) -> tuple[Callable[..., MissingExtraError], tuple[str, str, str]]:
        return _missing_extra, (self.package, self.extra, self._wanted_for)


def _missing_extra(package: str, extra: str, wanted_for: str) -> MissingExtraError:
    return MissingExtraError(package, extra=extra, wanted_for=wanted_for)
