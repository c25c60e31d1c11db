"""How good the library is, measured on cases whose answer is known.

    >>> from calf_expert.evaluation import evaluate, shipped_vignettes
    >>> report = evaluate(shipped_vignettes())  # or read_vignettes("my_cases.yaml")

Reading YAML and the intervals need the extra ``evaluate``: ``pip install "calf_expert[evaluate]"``. Without it
:class:`MissingExtraError` says so; importing this package needs nothing.
"""

from ..errors import MissingExtraError
from .judging import evaluate
from .report import CaseResult, Group, Measures, Report, Share
from .vignettes import Expectation, Vignette, VignetteError, read_vignettes, shipped_vignettes

__all__ = [
    "CaseResult",
    "Expectation",
    "Group",
    "Measures",
    "MissingExtraError",
    "Report",
    "Share",
    "Vignette",
    "VignetteError",
    "evaluate",
    "read_vignettes",
    "shipped_vignettes",
]
