"""Gentle stretching of the calf: it frees a cramp, and pulls a tear or a weakened tendon further apart.

A torn tendon and a growth forbid it in the modules of those causes. What is said to be a caution where a clinician can look
forbids it here: nobody looks on in a chat.
"""

from ...authoring import (
    GUIDELINE,
    PHYSICAL,
    AllOf,
    AnyOf,
    Is,
    Option,
    Present,
    Suspected,
    asks_before,
    forbids,
)
from ..signs import FEVER, PREGNANT, SWOLLEN_LEG

TENDON_FOUND_TORN = AnyOf(
    Present("thompson_test_positive"),
    Present("palpable_achilles_gap"),
    Present("matles_test_positive"),
    Present("single_heel_raise_impossible"),
    Is("calf_soft_tissue_imaging", in_=("achilles_rupture", "muscle_tear", "haematoma")),
)

OPTIONS = (
    Option(
        id="gentle_stretching",
        name="Gentle stretching of the calf",
        kind=PHYSICAL,
        guidance=(
            "When the calf cramps, pull the foot up or stand on it until the knot lets go. Otherwise stretch gently, to "
            "where it pulls and does not hurt. Before bed it does no harm; whether it makes cramps fewer is not settled."
        ),
        source=("aafp2017cramps", "rabbitt2016", "expert_opinion"),
    ),
)

RULES = (
    forbids(
        "a_torn_calf_muscle_is_suspected",  # st01
        what="gentle_stretching",
        when=[Suspected("calf_muscle_strain")],
        because="The calf muscle may be torn, and stretching pulls a tear further apart.",
        source="expert_opinion",
    ),
    forbids(
        "a_clot_in_a_deep_vein_is_suspected",
        what="gentle_stretching",
        when=[Suspected("deep_vein_thrombosis")],
        because="A clot in the leg has to be looked for before the calf is stretched.",
        source="expert_opinion",
    ),
    forbids(
        "a_tear_is_not_stretched",  # st03
        what="gentle_stretching",
        when=[
            AnyOf(
                Present("sudden_push_off_onset"),
                Present("pop_or_snap_felt"),
                Present("calf_or_ankle_bruising"),
                Present("unable_to_bear_weight"),
                Is("pain_character", in_=("sharp_or_tearing",)),
                TENDON_FOUND_TORN,
            )
        ],
        because="A muscle or tendon that may be torn must not be stretched.",
        source="expert_opinion",
    ),
    forbids(
        "a_tendon_weakened_by_an_antibiotic_is_not_stretched",  # st02
        what="gentle_stretching",
        when=[AllOf(Present("fluoroquinolone_recent"), Present("pain_over_achilles"))],
        because="After such an antibiotic a sore heel cord may tear, so it is rested until a doctor has seen it.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
    forbids(
        "a_swollen_or_hot_calf_is_not_stretched",
        what="gentle_stretching",
        when=[AnyOf(SWOLLEN_LEG, Present("skin_redness_warmth"), FEVER)],
        because="A swollen or hot calf, or a fever with it, may be a clot or an infection.",
        source="expert_opinion",
    ),
    forbids(
        "a_tight_numb_weak_cold_or_pale_leg_is_not_stretched",  # st03
        what="gentle_stretching",
        when=[
            AnyOf(
                Present("tense_hard_calf"),
                Present("pain_on_passive_stretch"),
                Present("leg_numbness_tingling"),
                Present("numbness_both_legs"),
                Present("numbness_buttocks"),
                Present("walking_urge_to_urinate"),
                Present("leg_weakness"),
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
            )
        ],
        because="A leg that stays hard, cannot bear a stretch, or is numb, weak, cold or pale has to be examined first.",
        source="expert_opinion",
    ),
    forbids(
        "muscle_that_may_break_down_is_rested",
        what="gentle_stretching",
        when=[Present("dark_urine")],
        because="Dark urine may come from muscle that breaks down, and such muscle is rested.",
        source="expert_opinion",
    ),
    forbids(
        "a_lump_is_examined_first",
        what="gentle_stretching",
        when=[AnyOf(Present("calf_lump"), Present("calf_lump_enlarging"))],
        because="A lump in the calf has to be examined before the muscle is stretched.",
        source="expert_opinion",
    ),
    *asks_before(
        "gentle_stretching",
        about=[
            "sudden_push_off_onset",
            "pop_or_snap_felt",
            "calf_or_ankle_bruising",
            "unable_to_bear_weight",
            "pain_character",
            "pain_over_achilles",
            "calf_swelling",
            "skin_redness_warmth",
            "fever_or_rigors",
            "tense_hard_calf",
            "leg_numbness_tingling",
            "leg_weakness",
            "cold_limb",
            "pale_or_mottled_limb",
            "dark_urine",
            "calf_lump",
        ],
        because="Stretching is safe only when this is known not to be so.",
        source="expert_opinion",
    ),
    *asks_before(
        "gentle_stretching",
        about=["fluoroquinolone_recent"],
        only_if=[Present("pain_over_achilles")],
        because="Some antibiotics weaken the heel cord, and a weak one may tear when it is stretched.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "gentle_stretching",
        about=["pain_side"],
        only_if=[PREGNANT],
        because="In pregnancy, pain in one calf is checked for a clot before anything else.",
        source="rcog37b",
        grade=GUIDELINE,
    ),
)
