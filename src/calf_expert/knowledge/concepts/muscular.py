"""Concepts that a strained calf and a sore heel cord share.

``tear_dangers_answered`` is what both may be left to self-care after: the danger signs of every sore calf and, on top,
those of a torn tendon and of a bleed were asked and denied. ``calf_wants_a_look`` ends self-care whatever was denied.
``calf_not_to_be_loaded`` keeps heel raises and stretches back, however likely the danger behind the sign is. It rests on
what was told or found and never on a question that was not asked; those are the gates of each programme.
"""

from ...authoring import (
    Absent,
    AnyOf,
    Concluded,
    LessThan,
    Measured,
    Present,
    concludes,
)
from ..signs import BLEEDS_EASILY, FEVER, SEVERE_PAIN, SWOLLEN_CALF

RULES = (
    # What has to be known before it is left to self-care. -------------------------------------------------------------
    concludes(
        "no_snap_no_thin_blood_and_no_weakened_tendon",
        concept="tear_dangers_answered",
        when=[
            Concluded("danger_signs_denied"),
            Absent("pop_or_snap_felt"),
            Absent("anticoagulant_use"),
            Absent("bleeding_disorder"),
            Absent("fluoroquinolone_recent"),
        ],
        because="Each danger sign was denied, nothing snapped, the blood is not thin, and no medicine weakens the tendon.",
        source=("maffulli1998", "acc_bleed2020", "fda_fq"),
    ),
    # Why somebody looks at it all the same. ---------------------------------------------------------------------------
    concludes(
        "a_danger_is_on_record_for_this_calf",
        concept="calf_wants_a_look",
        when=[Concluded("danger_on_record")],
        because="There is a danger on record, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "something_beyond_the_calf_wants_a_look",
        concept="calf_wants_a_look",
        when=[Concluded("wants_a_look")],
        because="Something was told or found that is looked at, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "a_small_tear_can_bleed_much_in_this_person",
        concept="calf_wants_a_look",
        when=[BLEEDS_EASILY],
        because="In someone who bleeds easily, even a small tear can fill the calf with blood.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    concludes(
        "a_sore_spot_on_the_shin_may_be_a_crack",
        concept="calf_wants_a_look",
        when=[Present("focal_tibial_bone_tenderness")],
        because="One very sore spot on the shin bone may be a crack in it.",
        source="patel2011",
    ),
    concludes(
        "severe_calf_pain_is_looked_at",
        concept="calf_wants_a_look",
        when=[SEVERE_PAIN],
        because="Severe pain is looked at, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "a_child_is_seen_by_somebody",
        concept="calf_wants_a_look",
        when=[Measured("age_years", LessThan(16))],
        because="A child with a painful leg is seen by somebody.",
        source="expert_opinion",
    ),
    # Why it is not worked. --------------------------------------------------------------------------------------------
    concludes(
        "something_may_have_torn_through",
        concept="calf_not_to_be_loaded",
        when=[
            AnyOf(
                Present("pop_or_snap_felt"),
                Present("unable_to_bear_weight"),
                Present("thompson_test_positive"),
                Present("palpable_achilles_gap"),
                Present("matles_test_positive"),
                Present("single_heel_raise_impossible"),
            )
        ],
        because="A tendon that may be torn through must not be stretched or loaded.",
        source="maffulli1998",
    ),
    concludes(
        "it_may_be_bleeding_inside",
        concept="calf_not_to_be_loaded",
        when=[AnyOf(Present("calf_or_ankle_bruising"), Present("tense_hard_calf"), BLEEDS_EASILY)],
        because="Work makes a torn muscle bleed more, above all in someone who bleeds easily.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    concludes(
        "it_may_hold_a_clot_or_an_infection",
        concept="calf_not_to_be_loaded",
        when=[AnyOf(SWOLLEN_CALF, Present("skin_redness_warmth"), FEVER)],
        because="A swollen or hot calf, or a fever with it, may be a clot or an infection.",
        source="expert_opinion",
    ),
    concludes(
        "nerves_or_blood_flow_may_suffer",
        concept="calf_not_to_be_loaded",
        when=[
            AnyOf(
                Present("leg_numbness_tingling"),
                Present("numbness_both_legs"),
                Present("numbness_buttocks"),
                Present("walking_urge_to_urinate"),
                Present("leg_weakness"),
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
            )
        ],
        because="A numb, weak, cold or pale leg may lack blood or be pressed on, and work makes that worse.",
        source="expert_opinion",
    ),
    concludes(
        "a_lump_has_to_be_examined",
        concept="calf_not_to_be_loaded",
        when=[AnyOf(Present("calf_lump"), Present("calf_lump_enlarging"))],
        because="A lump in the calf is examined before the muscle is worked.",
        source="expert_opinion",
    ),
    concludes(
        "bone_may_be_cracked",
        concept="calf_not_to_be_loaded",
        when=[Present("focal_tibial_bone_tenderness")],
        because="A shin bone that may be cracked is not loaded.",
        source="patel2011",
    ),
    concludes(
        "muscle_may_be_breaking_down",
        concept="calf_not_to_be_loaded",
        when=[Present("dark_urine")],
        because="Dark urine may come from muscle that breaks down, and work breaks down more.",
        source="chavez2016",
    ),
)
