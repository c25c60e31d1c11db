"""Data frames in, data frames out: the knowledge as tables, and many people assessed at once.

    >>> from calf_expert import frames
    >>> rules = frames.rules_frame()                                    # and causes, findings, sources, scores, options
    >>> urgencies = frames.assess_frame(people, keep=["patient_id"])    # a row a person, columns are finding ids

It works with whatever frames you have: pandas, polars, PyArrow, or another that narwhals knows. narwhals itself comes
with the extra: ``pip install "calf_expert[frames]"``. Without it importing this package raises
:class:`~calf_expert.errors.MissingExtraError`; the rest of the library needs none of this.
"""

from ..errors import MissingExtraError

try:
    import narwhals as _needed  # noqa: F401 - said here in one sentence, and not by whichever module needs it first
except ImportError:
    raise MissingExtraError("narwhals", extra="frames", wanted_for="calf_expert.frames") from None

from ._building import Backend
from .cohort import assess_frame
from .tables import causes_frame, findings_frame, options_frame, rules_frame, scores_frame, sources_frame

__all__ = [
    "Backend",
    "MissingExtraError",
    "assess_frame",
    "causes_frame",
    "findings_frame",
    "options_frame",
    "rules_frame",
    "scores_frame",
    "sources_frame",
]
