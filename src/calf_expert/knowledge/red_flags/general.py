"""Red flags of the person as a whole: vital signs, feeling very ill, cancer, a child or a leg that will not walk."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    LessThan,
    Measured,
    Present,
    Urgency,
    alerts,
)
from ..signs import FEVER, NOT_ALERT, ONE_SIDED

UNDER_16 = Measured("age_years", LessThan(16))

WILL_NOT_WALK = AnyOf(Present("refuses_to_walk_or_toe_walks"), Present("unable_to_bear_weight"))

# A viral illness makes both calves of a child sore; bone and joint infections keep to one place.
FEVER_AND_ONE_SORE_PLACE = AllOf(
    FEVER,
    AnyOf(
        ONE_SIDED,
        Present("joint_swelling"),
        Present("pain_over_shin_bone"),
        Present("focal_tibial_bone_tenderness"),
        Present("night_pain_unremitting"),
    ),
)

RULES = (
    alerts(
        "a_vital_sign_is_dangerous",
        flag="rf_unstable_vital_signs",
        urgency=Urgency.EMERGENCY,
        suspects=["pulmonary_embolism", "necrotising_soft_tissue_infection", "rhabdomyolysis"],
        # All red values of NEWS2, any one of them, the low ones too, which the list this began from left out. No sign of
        # infection is asked for, nor any complaint of the leg: shock from a bleed, a clot in the lung or an early deep
        # infection may show nothing there.
        when=[
            AnyOf(
                Measured("systolic_bp", AtMost(90)),
                Measured("systolic_bp", AtLeast(220)),
                Measured("respiratory_rate", AtMost(8)),
                Measured("respiratory_rate", AtLeast(25)),
                Measured("heart_rate_bpm", AtMost(40)),
                Measured("heart_rate_bpm", AtLeast(131)),
                Measured("spo2_percent", AtMost(91)),
                Measured("temperature_c", AtMost(35)),
                NOT_ALERT,
            ),
        ],
        action="Call the emergency number now.",
        because="A vital sign this far from normal is dangerous, whatever the cause and the leg.",
        source="news2",
        grade=GUIDELINE,
    ),
    alerts(
        "the_person_feels_very_ill",
        flag="rf_very_unwell",
        urgency=Urgency.SAME_DAY,
        suspects=["necrotising_soft_tissue_infection", "pulmonary_embolism"],
        # Whoever is this ill is seen today, and not only once somebody has asked where it hurts.
        when=[Present("feels_very_unwell_or_confused")],
        action="Be seen today. Call the emergency number if there is confusion, collapse, fast breathing or a change"
        " of the skin that spreads fast.",
        because="Someone who feels very ill, faint or confused can have a deep infection or a clot.",
        source=("news2", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "a_cancer_may_be_behind_pain_that_does_not_let_go",
        flag="rf_unexplained_cancer_features",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["lumbar_disc_herniation", "soft_tissue_sarcoma"],
        when=[
            AnyOf(
                Present("weight_loss_unintentional"),
                Present("night_sweats"),
                Present("previous_cancer"),
                Present("active_cancer"),
            ),
            AnyOf(Present("night_pain_unremitting"), Present("pain_progressive"), Present("low_back_pain")),
            Measured("symptom_duration_days", AtLeast(14)),
        ],
        action="See a doctor within days, not weeks.",
        because="Pain that stays, together with lost weight, night sweats or a cancer, can come from a cancer.",
        source=("nice_ng12", "expert_opinion"),
        grade=GUIDELINE,
    ),
    alerts(
        "a_child_will_not_walk",
        flag="rf_child_refuses_to_walk",
        urgency=Urgency.SAME_DAY,
        suspects=["rhabdomyolysis", "cauda_equina_syndrome", "viral_myositis", "osteomyelitis"],
        # Sore calves after a virus in a child who is otherwise well are mostly harmless, but that is said by the doctor
        # who has excluded infection of bone and joint and Guillain-Barre syndrome.
        when=[UNDER_16, WILL_NOT_WALK],
        action="Have the child seen today. Go to an emergency department if the urine is dark, a joint is swollen, the"
        " child is drowsy or the legs are weak.",
        because="A child who will not walk may have an infection of bone or joint, or nerves that are failing.",
        source=("mackay1999", "bacm2023", "expert_opinion"),
        grade=CONSENSUS,
        verified=True,
    ),
    alerts(
        "a_child_will_not_walk_and_shows_a_danger_sign",
        flag="rf_child_limp_emergency",
        urgency=Urgency.EMERGENCY,
        # Failing nerves are named by the alert of weakness that climbs, which fires too: not every child with dark urine.
        suspects=["rhabdomyolysis", "osteomyelitis"],
        when=[
            UNDER_16,
            WILL_NOT_WALK,
            AnyOf(
                FEVER_AND_ONE_SORE_PLACE,
                Present("leg_weakness_progressive"),
                Present("feels_very_unwell_or_confused"),
                Present("dark_urine"),
                Present("reduced_urine_output"),
            ),
        ],
        action="Take the child to the emergency department now.",
        because="What makes a child limp and also brings one of these signs can do lasting harm within hours.",
        source=("mackay1999", "expert_opinion"),
        grade=CONSENSUS,
        verified=True,
    ),
    alerts(
        "the_leg_cannot_bear_weight",
        flag="rf_unable_to_bear_weight",
        urgency=Urgency.SAME_DAY,
        suspects=["deep_vein_thrombosis", "tibial_stress_fracture", "achilles_tendon_rupture"],
        when=[Present("unable_to_bear_weight")],
        action="Have the leg examined today, with or without an injury. Go at once if it is cold, pale, numb, hard or"
        " out of shape, or if there is fever.",
        because="A leg that cannot be stood on may hide a break, a torn tendon or a clot.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    alerts(
        "the_leg_was_injured",
        flag="rf_trauma_out_of_scope",
        urgency=Urgency.WITHIN_DAYS,
        suspects=[],
        when=[Present("direct_injury_recent")],
        action="Follow advice for injuries. Get emergency care if you cannot put weight on the leg, if it is out of"
        " shape, or if the calf is hard and very painful.",
        because="What is asked here is about leg pain without an injury, and a fall or a blow needs other questions.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
)
