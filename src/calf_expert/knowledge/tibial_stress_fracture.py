"""Running, marching or jumping beyond what the shin bone can repair opens a small crack in it.

The pain sits on the bone, and only some people feel it as calf pain. A rise in training is common among all who hurt
after sport, so that it does not reach this cause without a sign at the bone.
"""

from ..authoring import (
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Cause,
    Option,
    Present,
    Suspected,
    Urgency,
    cautions,
    forbids,
    offers,
    supports,
    weakens,
)
from .signs import CALF_SWOLLEN_LIKE_A_CLOT

CAUSE = Cause(
    name="Stress fracture of the shin bone",
    also_called=("Tibial stress fracture", "Fatigue fracture of the tibia"),
    icd10="M84.36-",
    commonness=RARE,
    urgency=Urgency.WITHIN_DAYS,
    summary="A small crack in the shin bone from more load than it could repair, which can break through if loaded on.",
    mechanism=(
        "Every run leaves small damage in bone, which rest repairs. When load rises too fast, or the bone is weak from "
        "too little food or from thinning, the damage adds up to a crack; the shin hurts under load and later at rest."
    ),
    sources=("patel2011",),
)

OPTIONS = (
    Option(
        id="shin_bone_x_ray_or_mri",
        name="X-ray, and MRI if it shows nothing",
        kind=TEST,
        guidance="Ask for an X-ray, which often shows nothing in the first weeks, and then for an MRI.",
        source=("patel2011",),
    ),
    Option(
        id="shin_bone_examination",
        name="Examination of the shin within days",
        kind=REFERRAL,
        guidance=(
            "Have the shin examined within days; a crack at the front of the bone goes to a specialist early. Be seen "
            "the same day if the leg can no longer be stood on."
        ),
        source=("patel2011", "expert_opinion"),
    ),
    Option(
        id="no_impact_on_the_shin",
        name="No running, jumping or marching",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Stop all running, jumping and marching until it has been examined, and take weight off the leg with "
            "crutches if walking hurts. Eat enough for what you do, and tell the doctor if periods have stopped."
        ),
        source=("patel2011", "expert_opinion"),
    ),
)

RULES = (
    # The bone. --------------------------------------------------------------------------------------------------------
    supports(
        "one_spot_on_the_shin_bone_is_very_sore",
        when=[Present("focal_tibial_bone_tenderness")],
        strength=STRONG,
        because="A crack makes one small spot on the bone very sore to press.",
        source="patel2011",
    ),
    supports(
        "it_hurts_on_the_shin_bone",
        when=[Present("pain_over_shin_bone")],
        strength=MODERATE,
        group="place",
        because="The pain is on the bone and not in the muscle.",
        source="patel2011",
    ),
    supports(
        "it_hurts_at_the_front_or_side",
        when=[Present("pain_front_or_side_of_lower_leg")],
        strength=WEAK,
        group="place",
        because="The shin bone lies at the front of the leg.",
        source="expert_opinion",
    ),
    supports(
        "hopping_hurts",
        when=[Present("hop_test_pain")],
        strength=MODERATE,
        because="A hop jars the bone, which hurts where it is cracked.",
        source="patel2011",
    ),
    supports(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=WEAK,
        because="As the crack grows, it hurts without load as well.",
        source="patel2011",
    ),
    supports(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=WEAK,
        because="A crack that breaks through takes no weight, and is X-rayed the same day.",
        source="expert_opinion",
    ),
    # What brought it on. ----------------------------------------------------------------------------------------------
    supports(
        "training_was_stepped_up",
        when=[Present("training_load_increase")],
        strength=STRONG,
        because="More running, marching or jumping than before is what bone fails to keep up with.",
        source="patel2011",
    ),
    supports(
        "too_little_is_eaten",
        when=[Present("low_energy_availability")],
        strength=MODERATE,
        group="weak_bone",
        because="A body that gets too little food repairs bone badly, and periods may stop.",
        source="patel2011",
    ),
    supports(
        "bones_are_thin",
        when=[Present("osteoporosis")],
        strength=MODERATE,
        group="weak_bone",
        because="Thin bone cracks under loads that healthy bone bears.",
        source="patel2011",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "it_eases_within_minutes_of_stopping",
        when=[Present("exertional_pain_reproducible")],
        strength=WEAK,
        because="Pain that goes within minutes of stopping is more like a muscle that is too tight for its sheath.",
        source="patel2011",
    ),
    weakens(
        "calf_muscle_is_tender_all_over",
        when=[Present("calf_muscle_tenderness")],
        strength=WEAK,
        because="A sore muscle points away from the bone.",
        source="expert_opinion",
    ),
    weakens(
        "calf_is_swollen",
        when=[CALF_SWOLLEN_LIKE_A_CLOT],
        strength=MODERATE,
        because="A small crack in the shin does not make the calf swell.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "early_x_rays_miss_cracks",
        option="shin_bone_x_ray_or_mri",
        when=[Suspected("tibial_stress_fracture")],
        because="Only a picture of the bone shows a crack, and early X-rays often miss it.",
        source="patel2011",
    ),
    offers(
        "some_cracks_heal_badly",
        option="shin_bone_examination",
        when=[Suspected("tibial_stress_fracture")],
        because="A crack at the front of the shin heals badly and can break through.",
        source="patel2011",
    ),
    offers(
        "bone_heals_without_impact",
        option="no_impact_on_the_shin",
        when=[Suspected("tibial_stress_fracture")],
        because="Bone heals once the pounding stops.",
        source="patel2011",
    ),
    offers(
        "paracetamol_eases_the_pain",
        option="paracetamol",
        when=[Suspected("tibial_stress_fracture")],
        because="A simple painkiller eases the pain while the bone heals.",
        source="expert_opinion",
    ),
    forbids(
        "a_cracked_bone_is_not_worked",  # ma06
        what="physical",
        when=[Suspected("tibial_stress_fracture")],
        because="A shin bone that may be cracked is looked at before the leg is worked, rubbed or warmed.",
        source="expert_opinion",
    ),
    cautions(
        "an_anti_inflammatory_may_slow_the_bone",
        what="nsaid_oral",
        when=[Suspected("tibial_stress_fracture")],
        because="Painkillers of this kind may slow the healing of bone, although that is not certain.",
        source="expert_opinion",
        major=False,
    ),
)
