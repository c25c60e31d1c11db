"""Explainable rules for calf pain without an injury.

Structured answers go in, explained conclusions come out: ranked causes, red flags, urgency, what to do, and the
published source behind each step. It informs and does not diagnose; no clinician has reviewed its rules.
"""

from .assessment import (
    NOTICE,
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
from .authoring.statements import Cause, Option, Source, Statement
from .authoring.terms import Grade, OptionKind, Urgency

# From the catalogue and not from the package `findings`: type checkers would take `calf_expert.findings`, which is the
# function, for the package.
from .catalogue import AskedOf, Finding, Kind, Tier, causes, findings, options, rules, sources
from .errors import (
    AssessmentError,
    CalfExpertError,
    KnowledgeError,
    OtherKnowledgeError,
    PresentationError,
    Problem,
    UnknownIdError,
)
from .explanation.bounds import CouldRaise, WayUp
from .explanation.not_excluded import OpenDanger, OpenFinding
from .explanation.proof import Proof, ProofStep
from .explanation.smallest_change import ChangedAnswer, SmallestChange
from .explanation.what_if import AdviceChange, AnswerChange, CauseChange, WhatIf
from .presentation import Presentation
from .reasoning import assess
from .weighing import Likelihood, Status

__version__ = "0.1.0"

__all__ = [
    "NOTICE",
    "AdviceChange",
    "Alert",
    "AnswerChange",
    "AskedOf",
    "Assessment",
    "AssessmentError",
    "CalfExpertError",
    "Cause",
    "CauseChange",
    "ChangedAnswer",
    "Conclusion",
    "CouldRaise",
    "Finding",
    "Grade",
    "Kind",
    "KnowledgeError",
    "Likelihood",
    "ManagementItem",
    "OpenDanger",
    "OpenFinding",
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
    "SmallestChange",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Tier",
    "UnknownIdError",
    "Urgency",
    "WayUp",
    "WhatIf",
    "__version__",
    "assess",
    "causes",
    "findings",
    "options",
    "rules",
    "sources",
]
