"""Red flags of the arteries: a leg, or a foot, that blood no longer reaches well enough."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import (
    ACUTE_ONSET,
    CALF_OR_LEG_PAIN,
    FEELING_LOST_BEYOND_TOES,
    FEVER,
    FOOT_WEAK_ON_EXAMINATION,
    NO_ARTERIAL_SIGNAL,
    SEVERE_PAIN,
    TYPICAL_CLAUDICATION,
    WEAK_PULSES,
)

IRREGULAR_HEARTBEAT = AnyOf(Present("atrial_fibrillation"), Present("irregular_pulse"))
"""Known atrial fibrillation, or a pulse that was felt to be irregular."""

# Acute ischaemia. Pain is not asked for: a leg that is numb, or whose nerves are ill, may not hurt. -------------------

LEG_COMPLAINT = AnyOf(
    CALF_OR_LEG_PAIN,
    Present("pain_at_rest"),
    Present("pain_in_foot"),
    Present("pain_in_thigh"),
    Present("leg_numbness_tingling"),
    Present("leg_weakness"),
    FEELING_LOST_BEYOND_TOES,
    FOOT_WEAK_ON_EXAMINATION,
)

BLOOD_SUPPLY_LOOKS_POOR = AnyOf(
    Present("cold_limb"),
    Present("pale_or_mottled_limb"),
    WEAK_PULSES,
    Measured("capillary_refill_s", MoreThan(3)),
    NO_ARTERIAL_SIGNAL,
    Measured("abi", LessThan(0.4)),
)

# One of these is wanted as well, so that a cold foot alone is no emergency. A colour change or a weak pulse is in both
# lists and is enough; a leg that feels cold in sciatica passes too when it tingles, and that is accepted.
SECOND_SIGN_OF_ISCHAEMIA = AnyOf(
    Present("leg_numbness_tingling"),
    Present("leg_weakness"),
    Present("pale_or_mottled_limb"),
    WEAK_PULSES,
    FEELING_LOST_BEYOND_TOES,
    FOOT_WEAK_ON_EXAMINATION,
    NO_ARTERIAL_SIGNAL,
    IRREGULAR_HEARTBEAT,
    Present("known_peripheral_arterial_disease"),
    Present("pulsatile_abdominal_or_popliteal_mass"),
    Is("popliteal_ultrasound", ("popliteal_aneurysm",)),
    SEVERE_PAIN,
    Present("pain_out_of_proportion"),
)

COLD_LEG_LOSING_NERVES = AllOf(
    Present("cold_limb"),
    AnyOf(FEELING_LOST_BEYOND_TOES, FOOT_WEAK_ON_EXAMINATION, Present("leg_weakness_progressive")),
)

# Without a cold leg only a profound or a growing deficit counts: weak pulses with numb feet are common in diabetes.
POOR_PULSES_LOSING_NERVES = AllOf(
    AnyOf(WEAK_PULSES, Present("pale_or_mottled_limb")),
    AnyOf(
        Is("limb_sensory_loss_extent", ("profound",)),
        Is("limb_motor_deficit", ("profound",)),
        Present("leg_weakness_progressive"),
    ),
)

SILENT_DOPPLER_IN_A_SICK_LEG = AllOf(
    NO_ARTERIAL_SIGNAL,
    AnyOf(
        CALF_OR_LEG_PAIN,
        Present("pain_at_rest"),
        Present("pain_in_foot"),
        Present("cold_limb"),
        Present("leg_numbness_tingling"),
        Present("leg_weakness"),
    ),
)

# Long-standing arterial disease that has begun to cost tissue. --------------------------------------------------------

ARTERIES_KNOWN_OR_FOUND_NARROW = AnyOf(
    Present("known_peripheral_arterial_disease"),
    WEAK_PULSES,
    Present("elevation_pallor_or_dependent_rubor"),
    Measured("abi", AtMost(0.9)),
    Is("arterial_imaging", ("stenosis_or_chronic_occlusion",)),
)

SORE_FOOT_WITHOUT_BLOOD = AllOf(
    Present("foot_ulcer_or_tissue_loss"),
    AnyOf(
        ARTERIES_KNOWN_OR_FOUND_NARROW,
        Present("cold_limb"),
        Present("pain_at_rest"),
        Present("pain_on_walking"),
        Present("relief_by_leg_dependency"),
        Present("shiny_hairless_skin_leg"),
        Present("diabetes"),
    ),
)

# Broken skin and getting up at night are not enough with pain on walking alone: blisters, night cramps and restless
# legs do the same. A sign of arterial disease, pain in the foot or typical claudication is asked for.
BROKEN_SKIN_WITHOUT_BLOOD = AllOf(
    Present("open_wound_or_skin_break"),
    AnyOf(ARTERIES_KNOWN_OR_FOUND_NARROW, TYPICAL_CLAUDICATION),
)

FOOT_HUNG_OUT_OF_BED = AllOf(
    Present("relief_by_leg_dependency"),
    AnyOf(
        ARTERIES_KNOWN_OR_FOUND_NARROW,
        Present("cold_limb"),
        Present("pain_in_foot"),
        Present("shiny_hairless_skin_leg"),
        TYPICAL_CLAUDICATION,
        AllOf(
            Present("pain_on_walking"),
            AnyOf(
                Is("smoking_status", ("current",)),
                Present("diabetes"),
                Present("cardiovascular_disease_established"),
            ),
        ),
    ),
)

VERY_LOW_PRESSURE_AND_REST_PAIN_OR_WOUND = AllOf(
    Measured("abi", LessThan(0.5)),
    AnyOf(
        Present("pain_at_rest"),
        Present("night_pain_unremitting"),
        Present("relief_by_leg_dependency"),
        Present("open_wound_or_skin_break"),
        Present("foot_ulcer_or_tissue_loss"),
    ),
)

RULES = (
    alerts(
        "the_leg_may_have_lost_its_blood_supply",
        flag="rf_acute_limb_ischaemia",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_limb_ischaemia"],
        # Any part of the leg counts, and two weeks or less counts as acute when nobody told how fast it came on.
        when=[
            AnyOf(
                Is("arterial_imaging", ("acute_occlusion",)),
                # Nobody has to say when it began if the heart throws clots.
                AllOf(Present("cold_limb"), Present("pale_or_mottled_limb"), IRREGULAR_HEARTBEAT),
                # Pain that struck at once in a cold leg is enough; that it came on within days asks for a second sign.
                AllOf(Present("cold_limb"), Is("onset_speed", ("sudden",)), CALF_OR_LEG_PAIN),
                AllOf(
                    AnyOf(ACUTE_ONSET, Present("direct_injury_recent")),
                    LEG_COMPLAINT,
                    BLOOD_SUPPLY_LOOKS_POOR,
                    SECOND_SIGN_OF_ISCHAEMIA,
                ),
            )
        ],
        action="Call the emergency number now. Keep the leg level and wrapped loosely, but put no heat on it and do"
        " not rub it. Do not eat or drink.",
        because="A leg that suddenly gets too little blood can be lost within hours.",
        source=("bjorck2020", "rutherford1997", "rcem_ali2022"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "nerves_are_failing_in_a_leg_without_blood",
        flag="rf_limb_threat_neuro_deficit",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_limb_ischaemia"],
        when=[AnyOf(COLD_LEG_LOSING_NERVES, POOR_PULSES_LOSING_NERVES, SILENT_DOPPLER_IN_A_SICK_LEG)],
        action="Call the emergency number now: a vascular surgeon has to see this leg at once. Put no heat on it and"
        " do not rub it.",
        because="Numbness or weakness that spreads in a leg short of blood means that the leg is close to being lost.",
        source=("rutherford1997", "bjorck2020"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "a_leg_went_weak_at_once_and_the_heartbeat_is_irregular",
        flag="rf_sudden_weakness_with_af",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_limb_ischaemia"],
        when=[Present("leg_weakness"), Is("onset_speed", ("sudden",)), IRREGULAR_HEARTBEAT],
        action="Call the emergency number now, and say so if the face, an arm or the speech is affected as well.",
        because="An irregular heartbeat can throw a clot into an artery of the leg or of the brain.",
        source=("bjorck2020", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "a_cold_or_discoloured_leg_hurts_at_rest",
        flag="rf_cold_or_pale_leg_rest_pain",
        urgency=Urgency.SAME_DAY,
        suspects=["acute_limb_ischaemia", "peripheral_arterial_disease"],
        # The net below the emergency flags, which want an acute start: here the start may be slow or not known.
        # Pain on walking alone does not count.
        when=[
            AnyOf(
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
                WEAK_PULSES,
                Present("elevation_pallor_or_dependent_rubor"),
            ),
            AnyOf(Present("pain_at_rest"), Present("night_pain_unremitting")),
        ],
        action="Have the leg examined today. Call the emergency number if the pain came on suddenly, or if the leg"
        " turns numb, weak or white.",
        because="Pain at rest in a leg that is cold, off colour or without a good pulse means too little blood.",
        source=("gornik2024", "bjorck2020"),
        grade=CONSENSUS,
    ),
    alerts(
        "a_pulsating_lump_comes_with_signs_of_a_leak_or_a_block",
        flag="rf_aneurysm_emergency",
        urgency=Urgency.EMERGENCY,
        suspects=["acute_limb_ischaemia", "peripheral_arterial_disease"],
        when=[
            Present("pulsatile_abdominal_or_popliteal_mass"),
            AnyOf(
                Present("low_back_pain"),
                Present("syncope"),
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
                Measured("systolic_bp", AtMost(100)),
            ),
        ],
        action="Call the emergency number now and say that there is a pulsating lump.",
        because="A widened artery in the belly or behind the knee may be leaking or blocked.",
        source=("gornik2024", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "an_artery_is_widened",
        flag="rf_aneurysm_symptomatic",
        urgency=Urgency.SAME_DAY,
        suspects=["acute_limb_ischaemia", "peripheral_arterial_disease"],
        # Whoever asks about a calf has a complaint, so that nobody has to name it first.
        when=[
            AnyOf(
                Present("pulsatile_abdominal_or_popliteal_mass"),
                Is("popliteal_ultrasound", ("popliteal_aneurysm",)),
            ),
        ],
        action="A vascular team has to see you today. Call the emergency number if the leg turns cold, pale or numb.",
        because="A widened artery behind the knee or in the belly can clot without warning.",
        source=("bjorck2020", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "a_foot_sore_is_infected_or_without_blood",
        flag="rf_foot_ulcer_limb_threat",
        urgency=Urgency.EMERGENCY,
        suspects=["peripheral_arterial_disease", "cellulitis", "necrotising_soft_tissue_infection", "osteomyelitis"],
        # NICE NG19 sends an ulcer with fever, sepsis or ischaemia, and gangrene, to hospital at once, and every other
        # active foot problem in diabetes to a foot service within one working day.
        when=[
            Present("foot_ulcer_or_tissue_loss"),
            AnyOf(
                FEVER,
                Present("redness_spreading_rapidly"),
                Present("skin_blisters_or_dusky"),
                Present("soft_tissue_crepitus"),
                AllOf(Present("diabetes"), AnyOf(Present("cold_limb"), Present("pale_or_mottled_limb"))),
            ),
        ],
        action="Go to hospital now.",
        because="A sore or dead skin on the foot with spreading infection or too little blood can cost the leg.",
        source=("gornik2024", "expert_opinion"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "the_foot_is_starved_of_blood",
        flag="rf_chronic_limb_threatening",
        urgency=Urgency.SAME_DAY,
        suspects=["peripheral_arterial_disease"],
        when=[
            AnyOf(
                SORE_FOOT_WITHOUT_BLOOD,
                BROKEN_SKIN_WITHOUT_BLOOD,
                FOOT_HUNG_OUT_OF_BED,
                Measured("abi", LessThan(0.4)),
                VERY_LOW_PRESSURE_AND_REST_PAIN_OR_WOUND,
            )
        ],
        action="Have the foot and its pulses checked today, and ask for an urgent check by a blood vessel team.",
        because="Foot pain at night that eases when the leg hangs, or a wound that will not heal, can cost the leg.",
        source=("gornik2024", "nice_cg147"),
        grade=GUIDELINE,
    ),
    alerts(
        "the_ankle_pressure_is_below_half",
        flag="rf_severe_pad_abi",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["peripheral_arterial_disease"],
        # Below 0.4, and below 0.5 with pain at rest or a wound, the flag above asks for today.
        when=[Measured("abi", AtLeast(0.4)), Measured("abi", LessThan(0.5))],
        action="Ask for an urgent vascular referral, within days, and wear no compression stockings. Be seen today for"
        " pain at rest, a wound, black skin, or a foot that is cold or numb.",
        because="Less than half of the blood pressure reaches the ankle, so the leg arteries are very narrow.",
        source=("nice_cg147", "gornik2024"),
        grade=GUIDELINE,
        verified=True,
    ),
)
