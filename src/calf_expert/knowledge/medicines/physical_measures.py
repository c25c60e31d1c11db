"""Heat and massage for sore calves: pleasant on tired muscle, dangerous on a clot, a tear, an infection or numb skin.

No clinician looks on in a chat. So every danger sign forbids, however likely its danger is, and each one that a person
can tell of must have been answered no before either measure is shown.
"""

from ...authoring import (
    PHYSICAL,
    AnyOf,
    Is,
    LessThan,
    Measured,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import BLEEDS_EASILY, DARK_OR_SCANT_URINE, PREGNANT, PREVIOUS_CLOT, SWOLLEN_LEG
from ._people import COULD_BEAR_A_CHILD

OPTIONS = (
    Option(
        id="local_heat",
        name="Warmth on the calf",
        kind=PHYSICAL,
        families=("heat_or_massage",),
        guidance=(
            "Listed in the founding document for sore, overworked calves. Current advice: warmth may ease soreness "
            "once the first two days are over, and never belongs on swelling, numb skin or a leg with poor blood flow."
        ),
        source=("founding_document", "expert_opinion"),
    ),
    Option(
        id="massage",
        name="Massage of the calf",
        kind=PHYSICAL,
        families=("heat_or_massage",),
        guidance=(
            "Listed in the founding document for calves that are sore from too much work. What is known today: "
            "massage eases the soreness of the days after hard exercise a little. It can do great harm where "
            "there may be a clot, a tear or an infection."
        ),
        source=("founding_document", "dupuy2018"),
    ),
)

RULES = (
    # Both: what is suspected. -----------------------------------------------------------------------------------------
    forbids(
        "a_clot_in_a_deep_vein_is_suspected",  # ma01
        what="heat_or_massage",
        when=[Suspected("deep_vein_thrombosis")],
        because="A leg that may hold a clot is neither rubbed nor warmed, because the clot could move to the lungs.",
        source="expert_opinion",
    ),
    forbids(
        "a_blocked_leg_artery_is_suspected",  # ph05, ma04
        what="heat_or_massage",
        when=[Suspected("acute_limb_ischaemia")],
        because="A leg that may be short of blood must never be heated or rubbed.",
        source="expert_opinion",
    ),
    forbids(
        "pressure_in_the_calf_is_suspected",  # ma04
        what="heat_or_massage",
        when=[Suspected("acute_compartment_syndrome")],
        because="Heat or rubbing could raise the pressure in the calf further.",
        source="expert_opinion",
    ),
    forbids(
        "muscle_breakdown_is_suspected",  # ma04
        what="heat_or_massage",
        when=[Suspected("rhabdomyolysis")],
        because="Muscle that may be breaking down would be damaged further.",
        source="expert_opinion",
    ),
    forbids(
        "a_skin_infection_is_suspected",  # ma03
        what="heat_or_massage",
        when=[Suspected("cellulitis")],
        because="Heat or rubbing could spread an infection of the skin.",
        source="expert_opinion",
    ),
    forbids(
        "a_flesh_destroying_infection_is_suspected",  # ma03
        what="heat_or_massage",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="Heat or rubbing could spread a deep infection.",
        source="expert_opinion",
    ),
    # Both: what is seen and felt. -------------------------------------------------------------------------------------
    forbids(
        "the_leg_is_swollen",  # ph02, ma01
        what="heat_or_massage",
        when=[SWOLLEN_LEG],
        because="A swollen calf may hide a clot or a bleed until it has been examined.",
        source="expert_opinion",
    ),
    forbids(
        "the_skin_is_red_or_dark",  # ph02, ma03
        what="heat_or_massage",
        when=[AnyOf(Present("skin_redness_warmth"), Present("skin_blisters_or_dusky"))],
        because="Red, hot, blistered or dark skin may be an infection or a clot.",
        source="expert_opinion",
    ),
    forbids(
        "the_skin_is_broken",  # ma03
        what="heat_or_massage",
        when=[Present("open_wound_or_skin_break")],
        because="A wound on the leg may be infected, and heat or rubbing would spread that.",
        source="expert_opinion",
    ),
    forbids(
        "the_calf_is_bruised",  # ma02, ph04
        what="heat_or_massage",
        when=[AnyOf(Present("calf_or_ankle_bruising"), Is("calf_soft_tissue_imaging", ("haematoma",)))],
        because="A bruise means torn or bleeding muscle, which heat or rubbing would make bleed more.",
        source="expert_opinion",
    ),
    forbids(
        "the_person_bleeds_easily",  # ph04, ma02
        what="heat_or_massage",
        when=[BLEEDS_EASILY],
        because="In someone who bleeds easily, heat or rubbing can start a bleed in the muscle.",
        source="expert_opinion",
    ),
    # A suspected tear or bleed forbids in the module of its cause. Each of its signs forbids too, however likely it is.
    forbids(
        "a_muscle_or_tendon_may_be_torn",  # ma02
        what="heat_or_massage",
        when=[
            AnyOf(
                Present("sudden_push_off_onset"),
                Present("pop_or_snap_felt"),
                Is("pain_character", ("sharp_or_tearing",)),
                Present("focal_medial_gastrocnemius_tenderness"),
                Present("thompson_test_positive"),
                Present("palpable_achilles_gap"),
                Present("matles_test_positive"),
                Present("single_heel_raise_impossible"),
                Is("calf_soft_tissue_imaging", ("muscle_tear", "achilles_rupture")),
            )
        ],
        because="A fresh tear of muscle or tendon gets worse with heat or rubbing.",
        source="expert_opinion",
    ),
    forbids(
        "the_leg_is_cold_or_pale",  # ph06, ma04
        what="heat_or_massage",
        when=[AnyOf(Present("cold_limb"), Present("pale_or_mottled_limb"))],
        because="A cold or pale leg may be short of blood.",
        source="expert_opinion",
    ),
    forbids(
        "a_test_shows_a_narrow_artery",  # ph06, ma04
        what="heat_or_massage",
        when=[
            AnyOf(
                Measured("abi", LessThan(0.9)),
                Is(
                    "arterial_imaging",
                    ("stenosis_or_chronic_occlusion", "acute_occlusion", "popliteal_entrapment"),
                ),
            )
        ],
        because="A leg that gets too little blood burns easily and is not rubbed.",
        source="expert_opinion",
    ),
    forbids(
        "something_behind_the_knee_has_burst_or_may",
        what="heat_or_massage",
        when=[Is("popliteal_ultrasound", ("ruptured_bakers_cyst", "popliteal_aneurysm"))],
        because="A burst cyst, or a widened artery, must not be rubbed or warmed.",
        source="expert_opinion",
    ),
    # Buttocks and urge are signs of nerves that are pressed in the back, and so of skin that may feel less than it seems.
    forbids(
        "the_leg_is_numb",  # ph03, ma04
        what="heat_or_massage",
        when=[
            AnyOf(
                Present("leg_numbness_tingling"),
                Present("numbness_both_legs"),
                Present("numbness_both_soles"),
                Present("numbness_buttocks"),
                Present("walking_urge_to_urinate"),
                Present("dermatomal_sensory_deficit"),
                Present("reduced_monofilament_or_vibration"),
                Is("limb_sensory_loss_extent", ("toes_only", "beyond_toes", "profound")),
            )
        ],
        because="Skin that may be numb does not warn of a burn or of too much pressure.",
        source="expert_opinion",
    ),
    forbids(
        "the_leg_is_weak",  # ma04
        what="heat_or_massage",
        when=[Present("leg_weakness")],
        because="A weak leg may have a nerve, a muscle or its blood in danger.",
        source="expert_opinion",
    ),
    forbids(
        "the_whole_body_may_be_ill",
        what="heat_or_massage",
        when=[
            AnyOf(
                Present("weight_loss_unintentional"),
                Present("night_sweats"),
                Present("dysphagia"),
                Present("skin_rash_dm"),
            )
        ],
        because="Muscle that may be inflamed, or may hide a growth, is examined before it is rubbed or warmed.",
        source="expert_opinion",
    ),
    forbids(
        "the_calf_is_hard_and_tense",  # ph06, ma06
        what="heat_or_massage",
        when=[Present("tense_hard_calf")],
        because="A hard, tense calf may hold a bleed or dangerous pressure.",
        source="expert_opinion",
    ),
    forbids(
        "a_surface_vein_may_be_clotted",  # ph06, ma01, ma06
        what="heat_or_massage",
        when=[AnyOf(Present("tender_cord_superficial_vein"), Is("leg_vein_ultrasound", ("superficial_thrombus",)))],
        because="A tender cord along a vein may be a clot that must not be moved.",
        source="expert_opinion",
    ),
    forbids(
        "a_clot_in_a_surface_vein_is_suspected",  # ma01
        what="heat_or_massage",
        when=[Suspected("superficial_vein_thrombosis")],
        because="A vein under the skin may be clotted, and is neither rubbed nor warmed before it was scanned.",
        source="expert_opinion",
    ),
    forbids(
        "there_is_a_lump",  # ma06
        what="heat_or_massage",
        when=[
            AnyOf(
                Present("calf_lump"),
                Present("calf_lump_enlarging"),
                Is("calf_soft_tissue_imaging", ("mass",)),
            )
        ],
        because="A lump in the calf must be examined before anything is done to it.",
        source="expert_opinion",
    ),
    forbids(
        "the_urine_is_dark_or_scant",  # ma04
        what="heat_or_massage",
        when=[DARK_OR_SCANT_URINE],
        because="Dark or very little urine can mean that muscle is breaking down.",
        source="expert_opinion",
    ),
    # Where a clot is likelier than usual, a clinician would check before the calf is rubbed or warmed. Nobody can check in
    # a chat, so that what is a strong caution elsewhere forbids here.
    forbids(
        "there_was_a_clot_before",  # ma05
        what="heat_or_massage",
        when=[PREVIOUS_CLOT],
        because="After one clot a second is more likely, and is looked for before the calf is rubbed or warmed.",
        source="expert_opinion",
    ),
    forbids(
        "cancer_makes_clots_likelier",  # ma05
        what="heat_or_massage",
        when=[Present("active_cancer")],
        because="Cancer makes clots likelier, and one is looked for before the calf is rubbed or warmed.",
        source="expert_opinion",
    ),
    forbids(
        "lying_still_makes_clots_likelier",  # ma05
        what="heat_or_massage",
        when=[
            AnyOf(
                Present("major_surgery_12w"),
                Present("hospital_admission_last_3_months"),
                Present("bedridden_3_days"),
                Present("leg_paralysis_or_cast"),
            )
        ],
        because="After an operation, a hospital stay or a time without moving, clots are likelier.",
        source="expert_opinion",
    ),
    # Massage. -------------------------------------------------------------------------------------------------------
    forbids(
        "pregnancy_and_birth_make_clots_likelier",  # ma05
        what="massage",
        when=[AnyOf(PREGNANT, Present("postpartum_6_weeks"))],
        because="In pregnancy and in the weeks after birth clots are likelier.",
        source="expert_opinion",
    ),
    forbids(
        "the_shin_bone_is_tender",  # ma06
        what="massage",
        when=[Present("focal_tibial_bone_tenderness")],
        because="A tender spot on the shin bone may be a crack in it.",
        source="expert_opinion",
    ),
    # Heat. ------------------------------------------------------------------------------------------------------------
    forbids(
        "feeling_or_blood_flow_may_be_poor",  # ph03
        what="local_heat",
        when=[
            AnyOf(Present("burning_feet_stocking"), Present("diabetes"), Present("known_peripheral_arterial_disease"))
        ],
        because="Where feeling or blood flow is poor, warmth can burn the skin before it is noticed.",
        source="expert_opinion",
    ),
    cautions(
        "foot_pulses_are_weak",  # ph07
        what="local_heat",
        when=[Present("absent_or_reduced_pedal_pulses")],
        because="Weak pulses at the foot mean poor blood flow, and skin that burns easily.",
        source="expert_opinion",
    ),
    cautions(
        "it_began_less_than_two_days_ago",  # ph01
        what="local_heat",
        when=[Measured("symptom_duration_days", LessThan(2))],
        because="In the first two days a fresh strain does better with something cool than with warmth.",
        source="expert_opinion",
        major=False,
    ),
    # What must have been answered no. ---------------------------------------------------------------------------------
    *asks_before(
        "heat_or_massage",
        about=[
            "calf_swelling",
            "skin_redness_warmth",
            "skin_blisters_or_dusky",
            "calf_or_ankle_bruising",
            "tense_hard_calf",
            "tender_cord_superficial_vein",
            "calf_lump",
            "cold_limb",
            "pale_or_mottled_limb",
            "leg_numbness_tingling",
            "leg_weakness",
            "dark_urine",
            "reduced_urine_output",
        ],
        because="This can be a sign of a clot, a bleed, an infection or a muscle in danger.",
        source="expert_opinion",
    ),
    *asks_before(
        "heat_or_massage",
        about=["sudden_push_off_onset", "pop_or_snap_felt", "pain_character"],
        because="This tells a torn muscle or tendon from a sore one.",
        source="expert_opinion",
    ),
    *asks_before(
        "heat_or_massage",
        about=["anticoagulant_use", "bleeding_disorder"],
        because="In someone who bleeds easily, heat or rubbing can start a bleed in the muscle.",
        source="expert_opinion",
    ),
    *asks_before(
        "heat_or_massage",
        about=[
            "previous_dvt",
            "previous_pe",
            "active_cancer",
            "major_surgery_12w",
            "hospital_admission_last_3_months",
            "bedridden_3_days",
            "leg_paralysis_or_cast",
        ],
        because="This makes a clot in the leg likelier, which neither heat nor rubbing should reach.",
        source="expert_opinion",
    ),
    *asks_before(
        "massage",
        about=["pregnant", "postpartum_6_weeks"],
        only_if=[COULD_BEAR_A_CHILD],
        because="Pregnancy and birth make a clot in the leg likelier, and rubbing could loosen one.",
        source="expert_opinion",
    ),
    *asks_before(
        "local_heat",
        about=["burning_feet_stocking", "diabetes", "known_peripheral_arterial_disease"],
        because="Where feeling or blood flow is poor, warmth can burn the skin before it is noticed.",
        source="expert_opinion",
    ),
)
