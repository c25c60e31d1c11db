"""What is only there with the extra ``evaluate``. Each is imported where it is first needed, and nowhere else."""

from __future__ import annotations

import functools

from ..errors import MissingExtraError

CONFIDENCE = 0.95
"""How often an interval made in this way holds the share that is being estimated."""


def needs(package: str) -> MissingExtraError:
    """The error for a package that evaluating needs and that is not installed."""
    return MissingExtraError(package, extra="evaluate", wanted_for="Evaluating")


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
        raise needs("SciPy") from None
    interval = binomtest(count, of).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return round(float(interval.low), 4), round(float(interval.high), 4)
