"""Explainable rules for calf pain without an injury.

Structured answers go in, explained conclusions come out: ranked causes, red flags, urgency, what to do, and the
published source behind each step. It informs and does not diagnose; no clinician has reviewed its rules.
"""

from .assessment import Assessment, WhatIf
from .authoring.scores import Score
from .authoring.statements import Cause, Option, Source, Statement
from .authoring.terms import Grade, OptionKind, Urgency

# From the catalogue and not from the package `findings`: type checkers would take `calf_expert.findings`, which is the
# function, for the package.
from .catalogue import AskedOf, Finding, Kind, Tier, causes, findings, options, rules, scores, sources
from .checking import Discrepancy, Outcome, Verdict, check, check_proof
from .errors import (
    ArgumentError,
    AssessmentError,
    CalfExpertError,
    DerivationError,
    KnowledgeError,
    MissingExtraError,
    OtherKnowledgeError,
    PresentationError,
    Problem,
    ReadBackError,
    ScoreError,
    UnknownIdError,
)
from .explanation.bounds import CouldRaise, WayUp
from .explanation.contrast import Contrast
from .explanation.derivation import Derivation, Edge, Node, NodeKind, Role
from .explanation.not_excluded import OpenDanger, OpenFinding
from .explanation.proof import Proof, ProofStep
from .explanation.smallest_change import ChangedAnswer, SmallestChange
from .explanation.what_if import AdviceChange, AnswerChange, CauseChange
from .explanation.why_not import WhyNot
from .export.clips import to_clips
from .presentation import Presentation
from .reasoning import assess
from .result import NOTICE, Alert, Conclusion, ManagementItem, OpenQuestion, Reason, SafetyNote
from .scoring import Bounds, ScoreItem, ScoreLimit, ScoreResult, score
from .trace import Premise, Step
from .weighing import Likelihood, Status

__version__ = "0.1.0"

__all__ = [
    "NOTICE",
    "AdviceChange",
    "Alert",
    "AnswerChange",
    "ArgumentError",
    "AskedOf",
    "Assessment",
    "AssessmentError",
    "Bounds",
    "CalfExpertError",
    "Cause",
    "CauseChange",
    "ChangedAnswer",
    "Conclusion",
    "Contrast",
    "CouldRaise",
    "Derivation",
    "DerivationError",
    "Discrepancy",
    "Edge",
    "Finding",
    "Grade",
    "Kind",
    "KnowledgeError",
    "Likelihood",
    "ManagementItem",
    "MissingExtraError",
    "Node",
    "NodeKind",
    "OpenDanger",
    "OpenFinding",
    "OpenQuestion",
    "Option",
    "OptionKind",
    "OtherKnowledgeError",
    "Outcome",
    "Premise",
    "Presentation",
    "PresentationError",
    "Problem",
    "Proof",
    "ProofStep",
    "ReadBackError",
    "Reason",
    "Role",
    "SafetyNote",
    "Score",
    "ScoreError",
    "ScoreItem",
    "ScoreLimit",
    "ScoreResult",
    "SmallestChange",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Tier",
    "UnknownIdError",
    "Urgency",
    "Verdict",
    "WayUp",
    "WhatIf",
    "WhyNot",
    "__version__",
    "assess",
    "causes",
    "check",
    "check_proof",
    "findings",
    "options",
    "rules",
    "score",
    "scores",
    "sources",
    "to_clips",
]
