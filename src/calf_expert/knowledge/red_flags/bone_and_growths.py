"""Red flags of growths and of bone: a lump that may be a sarcoma, bone pain that stays, a child who may have leukaemia."""

from ...authoring import (
    GUIDELINE,
    AllOf,
    AnyOf,
    AtLeast,
    Is,
    Measured,
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import CALF_OR_LEG_PAIN, FEVER
from .general import UNDER_16

LASTS_TWO_WEEKS = Measured("symptom_duration_days", AtLeast(14))

RULES = (
    alerts(
        "a_lump_may_be_a_growth",
        flag="rf_sarcoma_lump",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["soft_tissue_sarcoma"],
        # Whoever tells how a lump grows, how large it is or how deep it lies has told of a lump.
        when=[
            AnyOf(
                Is("calf_soft_tissue_imaging", ("mass",)),
                Present("calf_lump_enlarging"),
                Measured("calf_lump_max_diameter_cm", MoreThan(5)),
                Present("calf_lump_deep_or_fixed"),
                AllOf(Present("calf_lump"), Present("night_pain_unremitting")),
            )
        ],
        action="Book an appointment now for an ultrasound within two weeks, for a child within 48 hours. Do not massage"
        " the lump.",
        because="A lump that grows, is larger than 5 cm, lies deep or hurts all night may be a cancer of soft tissue.",
        source=("nice_ng12", "dangoor2016"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "bone_pain_does_not_go_away",
        flag="rf_persistent_bone_pain",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["soft_tissue_sarcoma", "tibial_stress_fracture", "osteomyelitis"],
        when=[
            AnyOf(Present("pain_over_shin_bone"), Present("focal_tibial_bone_tenderness")),
            AnyOf(Present("night_pain_unremitting"), Present("pain_at_rest")),
            LASTS_TWO_WEEKS,
        ],
        action="See a doctor within days for an X-ray and blood tests, and within 48 hours with a child or young"
        " person.",
        because="Pain in the bone at rest or at night for two weeks can be a crack, an infection or a growth.",
        source="nice_ng12",
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "a_child_with_leg_pain_is_unwell",
        flag="rf_child_leukaemia_features",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["soft_tissue_sarcoma"],
        when=[
            UNDER_16,
            AnyOf(
                CALF_OR_LEG_PAIN,
                Present("bilateral_leg_pain"),
                Present("night_pain_unremitting"),
                Present("pain_over_shin_bone"),
            ),
            AnyOf(
                Present("fatigue"),
                Present("weight_loss_unintentional"),
                Present("night_sweats"),
                Present("calf_or_ankle_bruising"),
                FEVER,
            ),
            LASTS_TWO_WEEKS,
        ],
        action="Have the child seen for a blood count within 48 hours.",
        because="Leg pain for two weeks in a child who is tired, bruised, feverish or losing weight can be leukaemia.",
        source="nice_ng12",
        grade=GUIDELINE,
        verified=True,
    ),
)
