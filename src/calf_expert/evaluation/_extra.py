"""What is only there with the extra ``evaluate``. Each is imported where it is first needed, and nowhere else."""

from __future__ import annotations

import functools

from ..errors import CalfExpertError

CONFIDENCE = 0.95
"""How often an interval made in this way holds the share that is being estimated."""


class MissingExtraError(CalfExpertError):
    """A package of the extra ``evaluate`` is not installed; the message says what to install."""

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__(f'Evaluating needs {package}, which is not installed: pip install "calf_expert[evaluate]"')

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str]]:
        return type(self), (self.package,)


@functools.lru_cache(maxsize=4096)
def wilson(count: int, of: int) -> tuple[float, float]:
    """The Wilson score interval of ``count`` out of ``of``, as shares from 0 to 1, without correction for continuity.

    SciPy computes it. Rounded to four places, so that it is the same on every machine.

    Raises:
        MissingExtraError: if SciPy is not installed.
    """
    try:
        from scipy.stats import binomtest  # noqa: PLC0415 - an extra, and it takes most of a second to import
    except ImportError:
        raise MissingExtraError("SciPy") from None
    interval = binomtest(count, of).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return round(float(interval.low), 4), round(float(interval.high), 4)
