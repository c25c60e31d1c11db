"""Explainable rules for calf pain without an injury.

Structured answers go in, explained conclusions come out: ranked causes, red flags, urgency, what to do, and the
published source behind each step. It informs and does not diagnose; no clinician has reviewed its rules.
"""

from .assessment import NOTICE, Alert, Assessment, Conclusion, ManagementItem, Premise, Reason, Step
from .authoring.terms import Grade, OptionKind, Urgency
from .catalogue import causes, findings, options, rules, sources
from .errors import (
    AssessmentError,
    CalfExpertError,
    KnowledgeError,
    PresentationError,
    Problem,
    UnknownIdError,
)
from .explanation.proof import Proof, ProofStep
from .findings import Finding
from .presentation import Presentation
from .reasoning import assess
from .weighing import Likelihood, Status

__version__ = "0.1.0"

__all__ = [
    "NOTICE",
    "Alert",
    "Assessment",
    "AssessmentError",
    "CalfExpertError",
    "Conclusion",
    "Finding",
    "Grade",
    "KnowledgeError",
    "Likelihood",
    "ManagementItem",
    "OptionKind",
    "Premise",
    "Presentation",
    "PresentationError",
    "Problem",
    "Proof",
    "ProofStep",
    "Reason",
    "Status",
    "Step",
    "UnknownIdError",
    "Urgency",
    "__version__",
    "assess",
    "causes",
    "findings",
    "options",
    "rules",
    "sources",
]
