"""Bacteria get in through a crack in the skin and inflame it: one leg hot, red and tender.

Redness is what it stands on. Which leg it is, age, pulse and white cells sort red legs into infected and not infected
(ALT-70); in a leg that nobody called red they say nothing.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    Absent,
    AnyOf,
    AtLeast,
    Cause,
    Is,
    Measured,
    Option,
    Present,
    Suspected,
    Urgency,
    asks_before,
    forbids,
    offers,
    supports,
    weakens,
)
from .signs import FEVER, ONE_SIDED, WEAK_PULSES

CAUSE = Cause(
    name="Skin infection of the calf (cellulitis)",
    also_called=("Cellulitis", "Erysipelas", "Skin infection"),
    icd10="L03.11-",
    commonness=UNCOMMON,
    urgency=Urgency.SAME_DAY,
    summary="A bacterial infection of the skin, which needs treatment the same day.",
    mechanism=(
        "Bacteria enter through broken skin, often a crack between the toes, and infect the skin and the fat beneath "
        "it. The skin grows hot, red and tender, as a rule on one leg."
    ),
    open_until=(
        "A clinician who looks at the skin would close it, with a scan of the leg veins where a clot is possible; no "
        "blood test does. Symptoms and scores cannot: fever is often missing, and even with the lowest ALT-70 score "
        "about one red leg in six was infected."
    ),
    sources=("raff2017", "aafp2021cellulitis", "nice_ng141", "idsa_ssti2014"),
)

OPTIONS = (
    Option(
        id="skin_infection_check",
        name="Examination of the skin, today",
        kind=TEST,
        guidance=(
            "Be examined today: it is found by looking. A blood count, CRP and blood cultures are for someone who is "
            "unwell, and a swollen calf also needs an ultrasound of the leg veins."
        ),
        source=("nice_ng141", "idsa_ssti2014", "expert_opinion"),
    ),
    Option(
        id="red_leg_care",
        name="Rest, a line around the redness, and the way in",
        kind=SELF_CARE,
        guidance=(
            "Rest the leg, and draw a line round the red skin. Do not massage or warm it, and have cracks or "
            "fungus between the toes treated. Go back after two days if it is no better. Call the emergency "
            "number if the red skin spreads within hours, the pain grows extreme, the skin blisters or you feel "
            "very ill."
        ),
        source=("nice_ng141", "expert_opinion"),
    ),
    Option(
        id="raising_a_red_leg",
        name="Raising the leg",
        kind=SELF_CARE,
        guidance="Put the leg up when sitting or lying, which lets the swelling drain.",
        source=("nice_ng141", "expert_opinion"),
    ),
)

RULES = (
    # The skin. What only counts in a red leg is in its group. ---------------------------------------------------------
    supports(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=STRONG,
        group="red_skin",
        because="Hot, red skin is what an infection of the skin looks like.",
        source="aafp2021cellulitis",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "only_one_leg_is_red",
        when=[Present("skin_redness_warmth"), ONE_SIDED],
        strength=MODERATE,
        group="red_skin",
        because="An infection of the skin is nearly always in one leg.",
        source="raff2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "a_red_leg_at_70_or_over",
        when=[Present("skin_redness_warmth"), Measured("age_years", AtLeast(70))],
        strength=WEAK,
        group="red_skin",
        because="From the age of 70 a red leg is more often an infection.",
        source="raff2017",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "skin_is_not_red_or_warm",
        when=[Absent("skin_redness_warmth")],
        strength=STRONG,
        group="red_skin",
        because="There is no infection of the skin where the skin is not inflamed.",
        source="expert_opinion",
    ),
    # The way in. ------------------------------------------------------------------------------------------------------
    supports(
        "skin_is_broken",
        when=[Present("open_wound_or_skin_break")],
        strength=MODERATE,
        group="way_in",
        because="A wound, or a crack between the toes, lets bacteria in.",
        source="nice_ng141",
        grade=GUIDELINE,
    ),
    supports(
        "foot_has_an_ulcer",
        when=[Present("foot_ulcer_or_tissue_loss")],
        strength=MODERATE,
        group="way_in",
        because="An ulcer on the foot lets bacteria in.",
        source="expert_opinion",
    ),
    # The body's answer to an infection. -------------------------------------------------------------------------------
    supports(
        "there_is_fever",
        when=[FEVER],
        strength=WEAK,
        group="body",
        because="Fever fits an infection, though many have none.",
        source="nice_ng141",
        grade=GUIDELINE,
    ),
    supports(
        "white_cells_are_at_least_10",
        when=[Measured("wbc_10e9_l", AtLeast(10))],
        strength=WEAK,
        group="body",
        because="White blood cells rise when the body fights an infection.",
        source="raff2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "pulse_is_at_least_90",
        when=[Measured("heart_rate_bpm", AtLeast(90))],
        strength=WEAK,
        group="body",
        because="The heart beats faster when the body fights an infection.",
        source="raff2017",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        because="An infected calf swells, as does one with a clot.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "both_legs_are_swollen",
        when=[Present("bilateral_leg_swelling")],
        strength=STRONG,
        because="Two swollen legs are nearly never infected at once: of red legs called infected, three in ten are not.",
        source=("raff2017", "aafp2021cellulitis"),
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "veins_have_stained_the_skin",
        when=[Present("venous_skin_changes")],
        strength=MODERATE,
        because="Skin that is brown or scaly from weak veins can look infected without being so.",
        source="aafp2021cellulitis",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "a_surface_vein_is_a_tender_cord",
        when=[Present("tender_cord_superficial_vein")],
        strength=MODERATE,
        because="A tender cord under the red skin is a clotted surface vein.",
        source="aafp2021cellulitis",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "pain_is_far_worse_than_the_leg_looks",
        when=[Present("pain_out_of_proportion")],
        strength=STRONG,
        because="Pain far worse than the skin looks is a deep, dangerous infection until shown otherwise.",
        source="nice_ng141",
        grade=GUIDELINE,
    ),
    weakens(
        "vein_scan_shows_a_clot_above_the_calf",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt",))],
        strength=MODERATE,
        because="The scan shows a clot, which explains a hot and swollen leg.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "an_infection_is_found_by_looking",
        option="skin_infection_check",
        when=[Suspected("cellulitis")],
        because="A clinician has to see the skin, tell it from a clot and begin treatment.",
        source="nice_ng141",
        grade=GUIDELINE,
    ),
    offers(
        "a_line_shows_whether_it_spreads",
        option="red_leg_care",
        when=[Suspected("cellulitis")],
        because="A line around the redness shows whether it spreads, and treated cracks keep it from coming back.",
        source=("nice_ng141", "expert_opinion"),
    ),
    offers(
        "a_raised_leg_drains",
        option="raising_a_red_leg",
        when=[Suspected("cellulitis")],
        because="A raised leg swells less, which helps it heal.",
        source=("nice_ng141", "expert_opinion"),
    ),
    offers(
        "paracetamol_gives_comfort",
        option="paracetamol",
        when=[Suspected("cellulitis")],
        because="A simple painkiller eases the pain and the fever of the first days.",
        source="expert_opinion",
    ),
    offers(
        "an_antibiotic_cures_it",
        option="antibiotic_cellulitis",
        when=[Suspected("cellulitis")],
        because="An antibiotic on the same day stops the infection from spreading.",
        source="nice_ng141",
        grade=GUIDELINE,
    ),
    forbids(
        "a_leg_short_of_blood_is_not_raised",
        what="raising_a_red_leg",
        when=[
            AnyOf(
                Present("known_peripheral_arterial_disease"),
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
                WEAK_PULSES,
            )
        ],
        because="A leg with narrowed arteries gets even less blood when it is raised.",
        source="expert_opinion",
    ),
    forbids(
        "a_blocked_artery_is_suspected",
        what="raising_a_red_leg",
        when=[Suspected("acute_limb_ischaemia")],
        because="A leg whose artery may be blocked is kept level.",
        source="expert_opinion",
    ),
    forbids(
        "pressure_in_the_calf_is_suspected",
        what="raising_a_red_leg",
        when=[Suspected("acute_compartment_syndrome")],
        because="A calf that may be under pressure is kept level with the heart.",
        source="expert_opinion",
    ),
    *asks_before(
        "raising_a_red_leg",
        about=["known_peripheral_arterial_disease", "cold_limb"],
        because="A leg with narrowed arteries must not be raised.",
        source="expert_opinion",
    ),
)
