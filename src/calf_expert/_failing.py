"""What becomes of an error inside: a person must not be left with a low urgency, nor their answers in a traceback."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from .errors import (
    ArgumentError,
    AssessmentError,
    CalfExpertError,
    DerivationError,
    KnowledgeError,
    OtherKnowledgeError,
    PresentationError,
    UnknownIdError,
)

Given = ParamSpec("Given")
Result = TypeVar("Result")


def fails_safe(answer: Callable[Given, Result]) -> Callable[Given, Result]:
    """Decorate what answers a question about a result: the caller's errors pass, any other is an AssessmentError."""

    @functools.wraps(answer)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return answer(*args, **kwargs)
        except (ArgumentError, DerivationError, PresentationError, UnknownIdError, OtherKnowledgeError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the person must not be left with a low urgency
            failed = where(error)
        # Raised out here, so that neither the error nor its context holds anything of the person.
        raise could_not_assess(failed)

    return guarded


def holds_together(tell: Callable[Given, Result]) -> Callable[Given, Result]:
    """Decorate what says what stands in a result: where something is there that cannot be, it is a DerivationError.

    What the library made can always be told; a result that was read back may hold anything in its fields.
    """

    @functools.wraps(tell)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return tell(*args, **kwargs)
        except CalfExpertError:
            raise
        except Exception as error:  # noqa: BLE001 - a name or a value in a result may lead to any
            failed = where(error)
        # Raised out here, so that neither the error nor its context holds anything of the result.
        raise DerivationError(f"this result does not hold together; calf_expert.check tells where ({failed})")

    return guarded


def could_not_assess(failed: str) -> AssessmentError:
    """The error a person's caller meets; ``failed`` comes from :func:`where`."""
    return AssessmentError(f"Could not assess this person: seek medical advice. (internal error: {failed})")


def where(error: BaseException) -> str:
    """The type of an error and the place in this library it came through; never its text, which may hold an answer."""
    if isinstance(error, KnowledgeError):
        return f"the knowledge is wrong: {error.problems[0]}"  # which holds nothing of a person
    place = ""
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if "calf_expert" in code.co_filename:
            place = f" in {code.co_name}, line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"{type(error).__name__}{place}"
