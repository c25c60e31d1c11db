"""What a notebook shows of a declaration or a conclusion. How it looks, the words decide, which know more."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar


class Shown:
    """Something that a notebook shows in full."""

    __slots__ = ()

    in_full: ClassVar[Callable[[Shown], dict[str, str]]]
    """Gives it in each form that a notebook can take; set by a module above the words."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - Jupyter picks from what it gets
        return Shown.in_full(self)
