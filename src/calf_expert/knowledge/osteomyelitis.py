"""Bacteria settle in the shin or its slender neighbour: deep pain that does not rest at night, felt as far as the calf.

They come by the blood, in children above all, or from outside, by a wound, an ulcer or metal. A skin crack, diabetes or
fever alone are common; it takes a sore bone, or two things of different kinds, to look for it.
"""

from ..authoring import (
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    AnyOf,
    AtLeast,
    Cause,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)
from .signs import FEVER

CAUSE = Cause(
    name="Bone infection of the lower leg (osteomyelitis)",
    also_called=("Osteomyelitis", "Bone infection"),
    icd10="M86.-",
    commonness=RARE,
    urgency=Urgency.SAME_DAY,
    summary="Bacteria in the shin bone destroy it slowly or fast, and are treated best before pus has formed.",
    mechanism=(
        "Bacteria reach the bone by the blood, from an ulcer or wound above it, or along metal after an operation or an "
        "open break. Pus under pressure hurts deep in the leg, day and night, and cuts the bone off from its blood."
    ),
    open_until=(
        "A scan of the bone, best an MRI, would close it; an early X-ray can look normal. Symptoms cannot: a bone that "
        "has been infected for long often brings no fever, and raised blood tests have many reasons."
    ),
    sources=("lew2004",),
)

OPTIONS = (
    Option(
        id="bone_infection_tests",
        name="CRP, ESR, blood cultures, X-ray and MRI of the bone",
        kind=TEST,
        guidance=(
            "Have CRP, ESR and blood cultures taken today and the bone X-rayed; an MRI is what shows it early. Cultures "
            "come before the first antibiotic as long as one is stable."
        ),
        source=("lew2004",),
    ),
    Option(
        id="bone_infection_team",
        name="Hospital, today",
        kind=REFERRAL,
        guidance=(
            "Be seen in hospital today. A specialist picks the antibiotic, which is given for weeks, and a "
            "surgeon decides whether the bone has to be cleaned."
        ),
        source=("lew2004", "expert_opinion"),
    ),
    Option(
        id="bone_infection_meanwhile",
        name="Until you are seen",
        kind=SELF_CARE,
        guidance=(
            "Take no antibiotics that are left over, and keep weight off the leg. Call the emergency number if you feel "
            "very ill, shiver, or become confused; take a child who will not walk to an emergency department."
        ),
        source=("lew2004", "expert_opinion"),
    ),
)

RULES = (
    # The bone. --------------------------------------------------------------------------------------------------------
    supports(
        "shin_bone_hurts",
        when=[Present("pain_over_shin_bone")],
        strength=MODERATE,
        group="bone",
        because="The pain sits on the shin bone and not in the muscle.",
        source="expert_opinion",
    ),
    supports(
        "one_spot_of_the_shin_bone_is_tender",
        when=[Present("focal_tibial_bone_tenderness")],
        strength=MODERATE,
        group="bone",
        because="One spot of the bone is tender to the touch.",
        source="lew2004",
    ),
    supports(
        "pain_does_not_rest_at_night",
        when=[Present("night_pain_unremitting")],
        strength=MODERATE,
        because="Pain in an infected bone goes on day and night, however one lies.",
        source="lew2004",
    ),
    supports(
        "the_leg_is_not_walked_on",
        when=[AnyOf(Present("unable_to_bear_weight"), Present("refuses_to_walk_or_toe_walks"))],
        strength=WEAK,
        because="Someone with an infected bone spares the leg, and a child may stop walking.",
        source="expert_opinion",
    ),
    # The infection. ---------------------------------------------------------------------------------------------------
    supports(
        "there_is_fever",
        when=[FEVER],
        strength=MODERATE,
        because="Fever fits an infection, although a long-standing one of the bone may bring none.",
        source="lew2004",
    ),
    supports(
        "esr_is_above_70",
        when=[Measured("esr_mm_h", MoreThan(70))],
        strength=MODERATE,
        group="blood",
        because="A blood sedimentation rate (ESR) above 70 points to bone where a diabetic foot is infected.",
        source="expert_opinion",
    ),
    supports(
        "crp_is_at_least_50",
        when=[Measured("crp_mg_l", AtLeast(50))],
        strength=MODERATE,
        group="blood",
        because="CRP in the blood is high, as in an infection.",
        source="expert_opinion",
    ),
    # How bacteria come to the bone. One way is enough. ----------------------------------------------------------------
    supports(
        "bone_was_operated_on_or_broken_open",
        when=[Present("bone_infection_risk")],
        strength=STRONG,
        group="way_in",
        because="Metal in the bone, an operation on it or an open break lets bacteria settle there.",
        source="lew2004",
    ),
    supports(
        "foot_has_an_ulcer",
        when=[Present("foot_ulcer_or_tissue_loss")],
        strength=STRONG,
        group="way_in",
        because="Under an ulcer that does not heal, the bone is often infected.",
        source="lew2004",
    ),
    # The wound that counts strongly is an ulcer, which is asked about by itself; cracked skin is common in well people.
    supports(
        "skin_is_broken",
        when=[Present("open_wound_or_skin_break")],
        strength=MODERATE,
        group="way_in",
        because="A wound lets bacteria in, and they can reach the bone beneath it.",
        source="lew2004",
    ),
    supports(
        "there_is_diabetes",
        when=[Present("diabetes")],
        strength=MODERATE,
        group="way_in",
        because="Diabetes lets wounds of the foot go unnoticed and bacteria go deep.",
        source="lew2004",
    ),
    supports(
        "drugs_are_injected",
        when=[Present("injecting_drug_use")],
        strength=MODERATE,
        group="way_in",
        because="Injected drugs carry bacteria into the blood and on to the bones.",
        source="lew2004",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "sitting_down_eases_it",
        when=[Present("relief_by_sitting")],
        strength=WEAK,
        because="Pain from infected bone goes on whatever one does; pain that sitting eases comes from somewhere else.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_scan_of_the_bone_decides",
        option="bone_infection_tests",
        when=[Suspected("osteomyelitis")],
        because="Bone infection is proven by a scan and by finding the bacteria.",
        source="lew2004",
    ),
    offers(
        "a_hospital_treats_it",
        option="bone_infection_team",
        when=[Suspected("osteomyelitis")],
        because="Infected bone that is treated late can stay infected for life.",
        source=("lew2004", "expert_opinion"),
    ),
    offers(
        "left_over_antibiotics_hide_it",
        option="bone_infection_meanwhile",
        when=[Suspected("osteomyelitis")],
        because="An antibiotic before the blood is taken can hide which bacteria they are.",
        source="lew2004",
    ),
)
