"""Something made on first use, once in a process, whichever thread comes first."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Decorate a maker: the first call makes, later ones get the same. After an error the next call tries again."""
    making = threading.Lock()
    made: list[Made] = []

    @functools.wraps(make)
    def get() -> Made:
        if not made:
            with making:
                if not made:
                    made.append(make())
        return made[0]

    return get
