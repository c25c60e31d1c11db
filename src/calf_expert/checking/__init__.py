"""An independent checker: does a result follow from its answers and the statements, and is nothing missing?

It shares with the rest of the library the vocabulary of findings and the statements, both as data, and nothing else: no
engine, no weighing, nothing that builds results; not even the truth of a condition. It works out the whole result again
by naive means and compares every field. Import rules keep it apart.
"""

from .checker import Checker, check
from .verdict import Discrepancy, Outcome, Verdict

__all__ = ["Checker", "Discrepancy", "Outcome", "Verdict", "check"]
