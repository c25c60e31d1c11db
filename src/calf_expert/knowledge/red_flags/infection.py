"""Red flags of infection: in the skin and what lies under it, in bone and joint, and in the blood."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    QUANTITATIVE,
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
from ..signs import (
    CALF_OR_LEG_PAIN,
    FEVER,
    HOT_OR_SWOLLEN_CALF,
    NOT_ALERT,
    ONE_SIDED,
    ONE_SIDED_LEG_PAIN,
    VERY_SEVERE_PAIN,
)

# Infection that kills tissue. Early on the skin can look normal, so redness is not asked for in every way in. ---------

REDNESS_FAR_TOO_PAINFUL = AllOf(Present("pain_out_of_proportion"), Present("skin_redness_warmth"))

ILL_AND_FAR_TOO_PAINFUL = AllOf(
    Present("pain_out_of_proportion"),
    AnyOf(FEVER, Present("feels_very_unwell_or_confused")),
    AnyOf(
        ONE_SIDED,
        Present("calf_swelling"),
        Present("open_wound_or_skin_break"),
        Present("skin_blisters_or_dusky"),
        Present("diabetes"),
        Present("immunosuppressed"),
        Present("injecting_drug_use"),
        VERY_SEVERE_PAIN,
    ),
)

SPREADING_FAST = AllOf(
    AnyOf(Present("skin_redness_warmth"), Present("open_wound_or_skin_break"), Present("calf_swelling"), FEVER),
    Present("redness_spreading_rapidly"),
)

# Numb skin needs redness or swelling beside it: around a cracked heel it is more often a neuropathy.
NUMB_OVER_A_RED_OR_SWOLLEN_PLACE = AllOf(HOT_OR_SWOLLEN_CALF, Present("skin_numb_over_painful_area"))

# Blisters come from friction as well, and purple skin from a torn muscle, so one thing more is asked for.
BLISTERED_OR_DUSKY_AND_ONE_THING_MORE = AllOf(
    Present("skin_blisters_or_dusky"),
    AnyOf(
        Present("skin_redness_warmth"),
        Present("redness_spreading_rapidly"),
        Present("skin_numb_over_painful_area"),
        Present("pain_out_of_proportion"),
        Present("feels_very_unwell_or_confused"),
        Present("pain_progressive"),
        Present("immunosuppressed"),
        Present("injecting_drug_use"),
        Present("diabetes"),
        FEVER,
        VERY_SEVERE_PAIN,
    ),
)

FEVER_AND_A_VERY_PAINFUL_LEG = AllOf(
    FEVER,
    VERY_SEVERE_PAIN,
    AnyOf(Present("calf_swelling"), Present("skin_redness_warmth"), Present("tense_hard_calf")),
)

RED_SKIN_AND_VERY_ILL = AllOf(Present("skin_redness_warmth"), Present("feels_very_unwell_or_confused"))

# Infection of the blood. ----------------------------------------------------------------------------------------------

INFECTION_AND_A_FAILING_BODY = AllOf(
    AnyOf(
        FEVER,
        Measured("temperature_c", LessThan(36)),
        Present("skin_redness_warmth"),
        Present("open_wound_or_skin_break"),
        Present("foot_ulcer_or_tissue_loss"),
    ),
    AnyOf(
        Present("feels_very_unwell_or_confused"),
        NOT_ALERT,
        Measured("systolic_bp", AtMost(90)),
        Measured("respiratory_rate", AtLeast(25)),
        Measured("heart_rate_bpm", AtLeast(131)),
        Measured("spo2_percent", LessThan(92)),
    ),
)

# Treatment may have left too few white cells to fight with: fever is then an emergency without any other sign.
FEVER_UNDER_CANCER_TREATMENT = AllOf(FEVER, Present("active_cancer"))

FEVER_WEAK_DEFENCES_AND_A_WAY_IN = AllOf(
    FEVER,
    Present("immunosuppressed"),
    AnyOf(
        Present("skin_redness_warmth"),
        Present("open_wound_or_skin_break"),
        Present("foot_ulcer_or_tissue_loss"),
        Present("calf_swelling"),
    ),
)

# Joint and bone. ------------------------------------------------------------------------------------------------------

SWOLLEN_JOINT = AnyOf(Present("joint_swelling"), Present("swollen_joint_on_examination"))

SHIN_BONE_SORE = AnyOf(Present("pain_over_shin_bone"), Present("focal_tibial_bone_tenderness"))

FEVER_AND_BONE_OR_NIGHT_PAIN = AllOf(AnyOf(SHIN_BONE_SORE, Present("night_pain_unremitting")), FEVER)

BONE_PAIN_THAT_STAYS_AND_A_SOURCE = AllOf(
    SHIN_BONE_SORE,
    AnyOf(
        Present("bone_infection_risk"),
        Present("injecting_drug_use"),
        Present("foot_ulcer_or_tissue_loss"),
        Measured("crp_mg_l", AtLeast(50)),
    ),
    AnyOf(Present("night_pain_unremitting"), Present("pain_at_rest"), Present("pain_progressive")),
)

RULES = (
    alerts(
        "an_infection_may_be_destroying_the_flesh",
        flag="rf_necrotising_infection",
        urgency=Urgency.EMERGENCY,
        suspects=["necrotising_soft_tissue_infection"],
        # Neither a low score of laboratory values nor a normal temperature ever excludes it.
        when=[
            AnyOf(
                REDNESS_FAR_TOO_PAINFUL,
                ILL_AND_FAR_TOO_PAINFUL,
                SPREADING_FAST,
                NUMB_OVER_A_RED_OR_SWOLLEN_PLACE,
                BLISTERED_OR_DUSKY_AND_ONE_THING_MORE,
                # Gas in the tissue needs nothing beside it.
                Present("soft_tissue_crepitus"),
                FEVER_AND_A_VERY_PAINFUL_LEG,
                RED_SKIN_AND_VERY_ILL,
            )
        ],
        action="Call the emergency number now: an operation within hours may be needed. Do not massage or heat the"
        " leg.",
        because="An infection deep under the skin can destroy flesh within hours, and at first little may be seen.",
        source=("goh2014", "fernando2019", "idsa_ssti2014"),
        grade=QUANTITATIVE,
        verified=True,
    ),
    alerts(
        "an_infection_has_reached_the_whole_body",
        flag="rf_sepsis",
        urgency=Urgency.EMERGENCY,
        suspects=["necrotising_soft_tissue_infection", "cellulitis", "osteomyelitis"],
        when=[
            AnyOf(
                INFECTION_AND_A_FAILING_BODY,
                FEVER_UNDER_CANCER_TREATMENT,
                FEVER_WEAK_DEFENCES_AND_A_WAY_IN,
            )
        ],
        action="Call the emergency number now, and say that you think of sepsis. Name any cancer treatment or medicine"
        " that weakens your defences.",
        because="An infection that spreads through the blood can make the organs fail within hours.",
        source=("news2", "nice_ng141"),
        grade=GUIDELINE,
    ),
    alerts(
        "fever_comes_with_weak_defences_or_severe_pain",
        flag="rf_fever_with_leg_pain",
        urgency=Urgency.SAME_DAY,
        suspects=["cellulitis", "osteomyelitis"],
        # With a way in, or with a swollen, red or hard leg, this is an emergency (rf_sepsis, rf_necrotising_infection). Weak
        # defences can leave a deep infection without redness or pus, and early on its pain may be all there is.
        when=[FEVER, AnyOf(Present("immunosuppressed"), AllOf(CALF_OR_LEG_PAIN, VERY_SEVERE_PAIN))],
        action="Be seen today. Call the emergency number if you shiver, get confused, breathe fast or feel very ill.",
        because="With weak defences or severe pain, fever may be all that shows of a deep infection.",
        source=("nice_ng141", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_red_hot_skin_needs_treatment_today",
        flag="rf_cellulitis_escalate",
        urgency=Urgency.SAME_DAY,
        suspects=["cellulitis"],
        # A hot, red, painful calf on one side is an infection or a deep clot until somebody has examined it, so that no
        # second risk is asked for.
        when=[
            Present("skin_redness_warmth"),
            AnyOf(
                FEVER,
                Present("diabetes"),
                Present("immunosuppressed"),
                Present("known_peripheral_arterial_disease"),
                Present("open_wound_or_skin_break"),
                Present("foot_ulcer_or_tissue_loss"),
                Present("calf_swelling"),
                ONE_SIDED_LEG_PAIN,
            ),
        ],
        action="Be seen today, and do not massage or heat the leg. Mark the edge of the redness with a pen, and go at"
        " once if it spreads beyond the mark or you feel worse.",
        because="Hot, red skin on the leg can be an infection that spreads, or a clot that looks like one.",
        source=("nice_ng141", "idsa_ssti2014"),
        grade=GUIDELINE,
    ),
    alerts(
        "a_swollen_joint_with_fever_is_out_of_use",
        flag="rf_septic_joint_emergency",
        urgency=Urgency.EMERGENCY,
        suspects=["rheumatoid_arthritis", "osteomyelitis"],
        when=[
            SWOLLEN_JOINT,
            FEVER,
            AnyOf(
                Present("unable_to_bear_weight"),
                Present("refuses_to_walk_or_toe_walks"),
                Present("feels_very_unwell_or_confused"),
                VERY_SEVERE_PAIN,
            ),
        ],
        action="Go to the emergency department now.",
        because="An infected joint can be destroyed within days.",
        source="expert_opinion",
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "a_joint_may_be_infected",
        flag="rf_septic_joint_possible",
        urgency=Urgency.SAME_DAY,
        suspects=["rheumatoid_arthritis", "osteomyelitis"],
        # Fever may be missing, above all with steroids, diabetes or rheumatoid arthritis.
        when=[
            SWOLLEN_JOINT,
            AnyOf(FEVER, AllOf(Present("skin_redness_warmth"), Measured("symptom_duration_days", AtMost(14)))),
        ],
        action="Be seen today, even if you are known to have arthritis.",
        because=(
            "A swollen joint that is newly hot, or comes with fever, is treated as infected until shown not to be."
        ),
        source="expert_opinion",
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "the_bone_may_be_infected",
        flag="rf_osteomyelitis_or_bone_infection",
        urgency=Urgency.SAME_DAY,
        suspects=["osteomyelitis"],
        when=[AnyOf(FEVER_AND_BONE_OR_NIGHT_PAIN, BONE_PAIN_THAT_STAYS_AND_A_SOURCE)],
        action="Be examined today. With a child who will not walk, go to the emergency department.",
        because="Bone pain with fever, or with a way in for germs, can be an infection that destroys bone.",
        source=("lew2004", "expert_opinion"),
        grade=CONSENSUS,
    ),
)
