"""What every text that the library makes carries."""

from __future__ import annotations

NOTICE = (
    "This informs and does not diagnose. It was produced by rules that no clinician has reviewed. "
    "If you are worried or getting worse, get medical help, whatever it says here."
)
"""Carried by every rendering of a result."""
