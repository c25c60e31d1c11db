"""Potassium, magnesium and sodium carry the current of nerve and muscle; too little or too much, and muscles cramp or fail.

Only a blood test finds it. Cramps, weakness and a reason for lost salts together are enough to test the same day; cramps
alone, even in someone who takes a diuretic, are not.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    AnyOf,
    AtLeast,
    Between,
    Cause,
    LessThan,
    Measured,
    Option,
    Present,
    Suspected,
    Urgency,
    confirms,
    excludes,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Disturbed salts in the blood (low potassium, low magnesium, sodium)",
    also_called=("Electrolyte disturbance", "Hypokalaemia", "Hypomagnesaemia", "Hyponatraemia"),
    icd10="E87.6, E83.42, E87.1",
    commonness=RARE,
    urgency=Urgency.SAME_DAY,
    summary="A salt in the blood is too low or too high, which cramps or weakens muscles and can upset the heart.",
    mechanism=(
        "The walls of nerves and muscle fibres hold their charge by potassium, magnesium, calcium and sodium. Lost with "
        "water tablets, vomiting, diarrhoea or heavy drinking, they leave muscles that cramp and tire; at the extremes "
        "muscle breaks down and the heart beats out of step. Lost magnesium drags potassium and calcium down with it."
    ),
    open_until=(
        "A blood test of potassium, magnesium and sodium would close it. Symptoms cannot: cramps come mostly with "
        "normal salts, and low potassium is seldom felt before it falls below 3.0 mmol/L, with severe trouble from "
        "2.5 down."
    ),
    sources=("viera2015", "ayuk2014"),
)

OPTIONS = (
    Option(
        id="salts_and_heart_tracing",
        name="Blood salts and a heart tracing (ECG), today",
        kind=TEST,
        guidance=(
            "Have potassium, sodium, magnesium, calcium, phosphate, sugar and kidneys tested today. A heart "
            "tracing (ECG) goes with it, as it shows whether the heart is at risk."
        ),
        source=("viera2015", "ayuk2014"),
    ),
    Option(
        id="salts_put_right_by_a_doctor",
        name="Salts put right, and the reason found",
        kind=REFERRAL,
        guidance=(
            "A doctor puts the salts right, by mouth where the lack is mild and by drip in hospital where it is severe, "
            "and goes through water tablets and laxatives. Magnesium is looked at with potassium, which does not stay up "
            "without it."
        ),
        source=("viera2015", "ayuk2014"),
    ),
    Option(
        id="no_salts_before_the_result",
        name="Until the result is there",
        kind=SELF_CARE,
        guidance=(
            "Take no potassium or magnesium tablets and no salt substitute before the result. Do not stop "
            "medicines on your own. Call the emergency number if you faint, if your heart races or skips, or if "
            "you grow weak or confused."
        ),
        source=("viera2015", "expert_opinion"),
    ),
)

SALTS_ARE_BEING_LOST = AnyOf(
    Present("diuretic_use"),
    Present("vomiting_diarrhoea_dehydration"),
    Present("alcohol_excess"),
    Present("heat_exposure_exertion"),
)

MUSCLE_OR_HEART_SHOWS_IT = AnyOf(
    Present("cramps_widespread"),
    Present("carpopedal_spasm"),
    Present("difficulty_stairs_chair_arms"),
    Present("leg_weakness"),
    Present("irregular_pulse"),
)
"""More than cramps of the calf, which most people have with normal salts."""

RULES = (
    # The blood. One salt out of range is enough, and several have mostly one reason. ----------------------------------
    supports(
        "potassium_is_low",
        when=[Measured("potassium_mmol_l", LessThan(3.5))],
        strength=STRONG,
        group="blood",
        because="The potassium in the blood is below its range; it is mostly felt below 3.0.",
        source="viera2015",
    ),
    supports(
        "potassium_is_far_too_high",
        when=[Measured("potassium_mmol_l", AtLeast(6.0))],
        strength=STRONG,
        group="blood",
        because="Potassium this high weakens muscles and endangers the heart.",
        source="viera2015",
        grade=GUIDELINE,
    ),
    supports(
        "magnesium_is_low",
        when=[Measured("magnesium_mmol_l", LessThan(0.7))],
        strength=STRONG,
        group="blood",
        because="The magnesium in the blood is below its range, often together with potassium and calcium.",
        source="ayuk2014",
    ),
    supports(
        "sodium_is_well_below_its_range",
        when=[Measured("sodium_mmol_l", LessThan(130))],
        strength=STRONG,
        group="blood",
        because="The sodium in the blood is well below its range.",
        source="expert_opinion",
    ),
    supports(
        "sodium_is_far_too_high",
        when=[Measured("sodium_mmol_l", AtLeast(155))],
        strength=STRONG,
        group="blood",
        because="Sodium this high means that the body has lost far too much water.",
        source="expert_opinion",
    ),
    weakens(
        "potassium_and_magnesium_are_normal",
        when=[Measured("potassium_mmol_l", Between(3.5, 5.0)), Measured("magnesium_mmol_l", Between(0.7, 1.0))],
        strength=STRONG,
        group="blood",
        because="Potassium and magnesium are both in their ranges.",
        source="expert_opinion",
    ),
    # Confirmed at the levels that have to be put right the same day. High potassium is left out: it is more often what
    # dying muscle or failing kidneys have done than the reason for the pain.
    confirms(
        "blood_test_shows_a_salt_far_out_of_range",
        when=[
            AnyOf(
                Measured("potassium_mmol_l", LessThan(3.0)),
                Measured("magnesium_mmol_l", LessThan(0.5)),
                Measured("sodium_mmol_l", LessThan(125)),
                Measured("sodium_mmol_l", AtLeast(155)),
            )
        ],
        because="A measured salt is so far out of range that it can cause symptoms and has to be put right today.",
        source=("viera2015", "ayuk2014"),
    ),
    # Normal potassium and magnesium leave a disturbed sodium open, so nothing is closed before all three are known.
    excludes(
        "blood_test_shows_that_the_salts_are_normal",
        when=[
            Measured("potassium_mmol_l", Between(3.5, 5.0)),
            Measured("magnesium_mmol_l", Between(0.7, 1.0)),
            Measured("sodium_mmol_l", Between(135, 145)),
        ],
        because="Potassium, magnesium and sodium were measured, and all are in their ranges.",
        source="expert_opinion",
    ),
    # Where the salts may have gone. -----------------------------------------------------------------------------------
    supports(
        "salts_are_lost_and_more_than_the_calf_shows_it",
        given=[MUSCLE_OR_HEART_SHOWS_IT],
        when=[SALTS_ARE_BEING_LOST],
        strength=STRONG,
        group="reason",
        because="Salts are being lost, and cramps all over, weak muscles or an uneven pulse fit what that does.",
        source=("viera2015", "ayuk2014", "expert_opinion"),
    ),
    supports(
        "a_water_tablet_is_taken",
        when=[Present("diuretic_use")],
        strength=MODERATE,
        group="reason",
        because="Water tablets make the kidneys lose salts.",
        source="viera2015",
    ),
    supports(
        "salts_are_lost_with_vomiting_or_diarrhoea",
        when=[Present("vomiting_diarrhoea_dehydration")],
        strength=MODERATE,
        group="reason",
        because="Vomiting and diarrhoea carry salts out of the body.",
        source="viera2015",
    ),
    supports(
        "alcohol_is_drunk_heavily",
        when=[Present("alcohol_excess")],
        strength=MODERATE,
        group="reason",
        because="Heavy drinking drains magnesium, through the kidneys and by poor food.",
        source="ayuk2014",
    ),
    supports(
        "salts_are_lost_with_sweat",
        when=[Present("heat_exposure_exertion")],
        strength=MODERATE,
        group="reason",
        because="Hard work in the heat loses salt with the sweat.",
        source="expert_opinion",
    ),
    supports(
        "little_is_eaten_for_what_is_done",
        when=[Present("low_energy_availability")],
        strength=WEAK,
        group="reason",
        because="Who eats too little, or brings it up again, takes in too little potassium and magnesium.",
        source="expert_opinion",
    ),
    supports(
        "bicarbonate_is_high",
        when=[Measured("bicarbonate_mmol_l", AtLeast(30))],
        strength=MODERATE,
        because="Too much bicarbonate in the blood comes mostly with lost potassium and chloride.",
        source="expert_opinion",
    ),
    # Cramps. ----------------------------------------------------------------------------------------------------------
    supports(
        "muscles_cramp",
        when=[Present("muscle_cramps")],
        strength=WEAK,
        group="cramps",
        because="A lack of salts can cramp muscles, although most cramps come with normal salts.",
        source="viera2015",
    ),
    supports(
        "cramps_reach_beyond_the_legs",
        when=[Present("cramps_widespread")],
        strength=MODERATE,
        group="cramps",
        because="Cramps in hands, arms or trunk as well come from the blood rather than from the calf.",
        source="expert_opinion",
    ),
    supports(
        "hands_or_feet_lock",
        when=[Present("carpopedal_spasm")],
        strength=MODERATE,
        group="cramps",
        because="Hands or feet that lock come from calcium, and from magnesium without which calcium falls.",
        source="ayuk2014",
    ),
    # Weakness. --------------------------------------------------------------------------------------------------------
    supports(
        "stairs_and_chairs_are_hard",
        when=[Present("difficulty_stairs_chair_arms")],
        strength=MODERATE,
        group="weakness",
        because="Low potassium takes the strength out of thighs and arms first.",
        source="viera2015",
    ),
    supports(
        "leg_is_weak",
        when=[Present("leg_weakness")],
        strength=WEAK,
        group="weakness",
        because="Muscle that lacks potassium is weak.",
        source="viera2015",
    ),
    # The heart. -------------------------------------------------------------------------------------------------------
    supports(
        "pulse_is_irregular",
        when=[Present("irregular_pulse")],
        strength=WEAK,
        because="Salts out of range can make the heart beat out of step, so a heart tracing is needed at once.",
        source="viera2015",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="Salts do not make one calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_blood_can_tell",
        option="salts_and_heart_tracing",
        when=[Suspected("electrolyte_disturbance")],
        because="Salts out of range are found by a blood test and never by cramps alone.",
        source=("viera2015", "ayuk2014"),
    ),
    offers(
        "salts_are_put_right_with_their_reason",
        option="salts_put_right_by_a_doctor",
        when=[Suspected("electrolyte_disturbance")],
        because="A lack comes back unless its reason is found.",
        source=("viera2015", "ayuk2014"),
    ),
    offers(
        "potassium_mends_a_proven_lack",
        option="potassium_chloride_oral",
        when=[Suspected("electrolyte_disturbance")],
        because="Where a test has shown a mild lack, potassium tablets mend it; before the test they can do harm.",
        source="viera2015",
        grade=GUIDELINE,
    ),
    offers(
        "magnesium_mends_a_proven_lack",
        option="magnesium_oral",
        when=[Suspected("electrolyte_disturbance"), Measured("magnesium_mmol_l", LessThan(0.7))],
        because="The test has shown a lack of magnesium, and potassium does not stay up without it.",
        source="ayuk2014",
    ),
    offers(
        "tablets_before_the_result_can_do_harm",
        option="no_salts_before_the_result",
        when=[Suspected("electrolyte_disturbance")],
        because="Potassium can be high as well as low, and a tablet on top of a high level can stop the heart.",
        source=("viera2015", "expert_opinion"),
    ),
)
