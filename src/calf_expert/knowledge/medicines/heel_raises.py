"""Heel raises, after a torn calf muscle or for a sore heel cord: what forbids either, and what is asked before both.

What only one of them has to heed stands with its cause.
"""

from ...authoring import Concluded, Suspected, asks_before, forbids

RULES = (
    forbids(
        "a_danger_sign_comes_before_load",  # st03
        what="heel_raises",
        when=[Concluded("calf_not_to_be_loaded")],
        because="What was told or found has to be cleared up before this leg is worked.",
        source="expert_opinion",
    ),
    forbids(
        "a_clot_is_not_yet_excluded",
        what="heel_raises",
        when=[Suspected("deep_vein_thrombosis")],
        because="A clot can look like a sore calf or follow one, and has to be looked for first.",
        source="expert_opinion",
    ),
    *asks_before(
        "heel_raises",
        about=[
            "pop_or_snap_felt",
            "unable_to_bear_weight",
            "calf_or_ankle_bruising",
            "tense_hard_calf",
            "anticoagulant_use",
            "bleeding_disorder",
            "calf_swelling",
            "skin_redness_warmth",
            "fever_or_rigors",
            "leg_numbness_tingling",
            "leg_weakness",
            "cold_limb",
            "pale_or_mottled_limb",
            "dark_urine",
        ],
        because="This can be a sign of a torn tendon, a bleed, a clot or a muscle in danger.",
        source="expert_opinion",
    ),
)
