"""Explainable rules for calf pain without an injury.

Structured answers go in, explained conclusions come out: ranked causes, red flags, urgency, what to do, and the
published source behind each step. It informs and does not diagnose; no clinician has reviewed its rules.
"""

from .assessment import (
    Alert,
    Assessment,
    Conclusion,
    ManagementItem,
    OpenQuestion,
    Premise,
    Reason,
    SafetyNote,
    Step,
)
from .authoring.scores import Score
from .authoring.statements import Cause, Option, Source, Statement
from .authoring.terms import Grade, OptionKind, Urgency

# From the catalogue and not from the package `findings`: type checkers would take `calf_expert.findings`, which is the
# function, for the package.
from .catalogue import AskedOf, Finding, Kind, Tier, causes, findings, options, rules, scores, sources
from .errors import (
    AssessmentError,
    CalfExpertError,
    KnowledgeError,
    OtherKnowledgeError,
    PresentationError,
    Problem,
    ScoreError,
    UnknownIdError,
)
from .explanation.notice import NOTICE
from .explanation.proof import Proof, ProofStep
from .presentation import Presentation
from .reasoning import assess
from .scoring import Bounds, ScoreItem, ScoreLimit, ScoreResult, score
from .weighing import Likelihood, Status

__version__ = "0.1.0"

__all__ = [
    "NOTICE",
    "Alert",
    "AskedOf",
    "Assessment",
    "AssessmentError",
    "Bounds",
    "CalfExpertError",
    "Cause",
    "Conclusion",
    "Finding",
    "Grade",
    "Kind",
    "KnowledgeError",
    "Likelihood",
    "ManagementItem",
    "OpenQuestion",
    "Option",
    "OptionKind",
    "OtherKnowledgeError",
    "Premise",
    "Presentation",
    "PresentationError",
    "Problem",
    "Proof",
    "ProofStep",
    "Reason",
    "SafetyNote",
    "Score",
    "ScoreError",
    "ScoreItem",
    "ScoreLimit",
    "ScoreResult",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Tier",
    "UnknownIdError",
    "Urgency",
    "__version__",
    "assess",
    "causes",
    "findings",
    "options",
    "rules",
    "score",
    "scores",
    "sources",
]
