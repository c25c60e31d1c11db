"""What goes out: the output, whatever the terminal can take, and what went wrong."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys

DONE, FAILED, REFUSED, INTERRUPTED, UNREAD = 0, 1, 2, 130, 141


def write(text: str, *, as_json: bool) -> int:
    """Write the whole output; the exit code."""
    if sys.stdout is None:  # the process was started without one
        complain("Could not write the result: there is no standard output.")
        return FAILED
    try:
        sys.stdout.write(_encodable(text, sys.stdout.encoding or "utf-8", as_json=as_json))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        return UNREAD
    except OSError as error:
        _drop_stdout()
        complain(f"Could not write the result: {error.strerror}.")
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


def complain(*problems: str) -> None:
    """Say on standard error what is wrong."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            for problem in problems:
                for line in problem.splitlines():
                    print(f"calf-expert: {line}", file=sys.stderr)
