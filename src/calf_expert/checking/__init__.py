"""An independent checker: it says whether a result follows from its answers and the statements, and nothing is missing.

It shares with the rest of the library the vocabulary of findings and the statements, both as data, and nothing else: no
engine, no weighing, nothing that builds results; not even the truth of a condition. It works out the whole result again
by naive means and compares every field. Import rules keep it apart.
"""

from .checker import Checker, check, check_proof
from .verdict import Discrepancy, Outcome, Verdict

__all__ = ["Checker", "Discrepancy", "Outcome", "Verdict", "check", "check_proof"]
