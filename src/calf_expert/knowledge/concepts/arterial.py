"""Concepts of the leg arteries that several causes share.

``vascular_claudication`` is the pain of muscle that gets too little blood for the work it does: walking brings it on, and
a stop is enough to end it, without sitting down or bending. Narrowed and squeezed arteries both tell it so.
"""

from ...authoring import GUIDELINE, concludes
from ..signs import TYPICAL_CLAUDICATION

RULES = (
    concludes(
        "a_short_stop_ends_the_pain_of_walking",
        concept="vascular_claudication",
        when=[TYPICAL_CLAUDICATION],
        because="Pain that comes on walking and goes within ten minutes of standing still fits muscle short of blood.",
        source="leng1992",
        where="questions 1 and 5",
        grade=GUIDELINE,
        verified=True,
    ),
)
