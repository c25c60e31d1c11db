"""What the audit would report of the library's own knowledge, and why it may stand.

Each entry has its argument. An entry that is no longer needed is itself reported, so that the lists only shrink.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNREAD_FINDINGS: Mapping[str, str] = MappingProxyType(
    {
        "alternative_diagnosis_as_likely_as_dvt": (
            "An item of the Wells score that is a clinician's judgement. It is kept on record for the score, and no "
            "rule may take it from anybody else, because it lowers the score by two points."
        ),
        "alternative_diagnosis_less_likely_than_pe": (
            "An item of the Wells score for the lung that is a clinician's judgement; kept on record for it only."
        ),
        "hyperlipidaemia": (
            "It raises the risk of narrowed arteries over decades and says little about this pain; the evidence tables "
            "give it no weight beside smoking, diabetes and the pulses, which are read."
        ),
        "pth_pmol_l": (
            "It tells why calcium is low, not whether it is, which is for the specialist; recorded with the other "
            "blood tests of low calcium."
        ),
        "walking_distance_m": (
            "It measures how bad claudication is, from vessel or nerve alike, and follows treatment; it does not tell "
            "causes apart."
        ),
    }
)
"""Findings that no rule reads, by id."""

_A_ROW = "It is a row of the evidence table, as strong as the sign it is a part of: it adds a reason, not weight. "

COVERED_RULES: Mapping[str, str] = MappingProxyType(
    {
        "acute_compartment_syndrome.stretching_hurts_and_the_leg_is_weak": (
            _A_ROW + "Pain on stretching is already as strong as a sign can be here, and weakness makes it plainer."
        ),
        "cellulitis.a_red_leg_at_70_or_over": (
            _A_ROW + "An item of the ALT-70 score, told beside red skin, which outweighs it."
        ),
        "cellulitis.only_one_leg_is_red": (
            _A_ROW + "An item of the ALT-70 score, told beside red skin, which outweighs it."
        ),
        "lumbar_disc_herniation.the_pain_follows_a_nerve_root": (
            _A_ROW + "It names the pattern that two answers make together, which a clinician looks for in the proof."
        ),
        "nsaid_cautions.lithium_can_dull_a_warning_pain": (
            "Two harms of one pair of medicines, with sources of their own: one is major, the other rests on one case."
        ),
        "rhabdomyolysis.ck_is_above_5000": (
            _A_ROW + "It says that the kidneys are at risk, which the smaller rise does not."
        ),
    }
)
"""Rules that others cover, by id."""
