"""Red flags of the veins: a clot in the leg, and a clot that has moved on to the lung."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastNOf,
    AtMost,
    Is,
    LessThan,
    Measured,
    Present,
    Urgency,
    alerts,
)
from ..signs import (
    ACUTE_ONSET,
    CALF_OR_LEG_PAIN,
    FEVER,
    ONE_SIDED,
    ONE_SIDED_LEG_PAIN,
    PREGNANT_OR_JUST_DELIVERED,
    PREVIOUS_CLOT,
)

CALF_LEG_OR_THIGH_PAIN = AnyOf(CALF_OR_LEG_PAIN, Present("pain_in_thigh"))

DEEP_CLOT_ON_SCAN = Is("leg_vein_ultrasound", ("distal_dvt", "proximal_dvt"))

# The ways in which a deep clot shows itself, or is likely enough to be looked for today. ------------------------------

PAINFUL_SWELLING = AllOf(AnyOf(CALF_LEG_OR_THIGH_PAIN, Present("pain_behind_knee")), Present("calf_swelling"))

# NICE NG158 looks for a clot in a swollen *or* a painful leg. Old swelling without pain is left to the flag below.
NEW_SWELLING = AllOf(Present("calf_swelling"), ACUTE_ONSET)

# Found on the leg that the complaint is about, or by a test that is done where a clot is thought of.
A_SIGN_OF_BLOCKED_VEINS = AnyOf(
    Present("pitting_oedema_symptomatic_leg"),
    Present("collateral_superficial_veins"),
    Present("d_dimer_positive"),
)

# A hospital stay within three months counts like surgery: half of all clots are linked to one (NICE NG89).
ONE_LEG_AND_A_STRONG_RISK = AllOf(
    AnyOf(ONE_SIDED_LEG_PAIN, Present("calf_swelling")),
    AnyOf(
        Present("active_cancer"),
        PREVIOUS_CLOT,
        Present("major_surgery_12w"),
        Present("bedridden_3_days"),
        Present("leg_paralysis_or_cast"),
        Present("postpartum_6_weeks"),
        Present("hospital_admission_last_3_months"),
        Present("injecting_drug_use"),
        Present("deep_vein_tenderness"),
    ),
)

# Weaker risks count in pairs, or with pain that does not let go: a sore calf after a run in someone who takes the pill
# is not a clot.
ONE_CALF_AND_TWO_WEAKER_RISKS = AllOf(
    Present("calf_pain"),
    ONE_SIDED,
    AtLeastNOf(
        2,
        Present("oestrogen_use"),
        Present("long_haul_travel_recent"),
        Present("family_history_vte_or_thrombophilia"),
        Present("heart_failure"),
        Present("inflammatory_bowel_disease"),
        Measured("bmi", AtLeast(30)),
    ),
)

ONE_CALF_A_WEAKER_RISK_AND_PAIN_THAT_STAYS = AllOf(
    Present("calf_pain"),
    ONE_SIDED,
    AnyOf(
        Present("oestrogen_use"),
        Present("long_haul_travel_recent"),
        Present("family_history_vte_or_thrombophilia"),
    ),
    AnyOf(Present("pain_at_rest"), Present("night_pain_unremitting"), Present("pain_progressive")),
)

BOTH_LEGS_AND_A_STRONG_RISK = AllOf(
    Present("bilateral_leg_swelling"),
    AnyOf(CALF_OR_LEG_PAIN, Present("bilateral_leg_pain")),
    AnyOf(
        Present("active_cancer"),
        Present("major_surgery_12w"),
        AllOf(AnyOf(PREVIOUS_CLOT, Present("hospital_admission_last_3_months")), ACUTE_ONSET),
    ),
)

RULES = (
    alerts(
        "the_chest_is_affected",
        flag="rf_pe_with_leg",
        urgency=Urgency.EMERGENCY,
        suspects=["pulmonary_embolism", "deep_vein_thrombosis"],
        # New trouble in the chest does not wait until somebody has asked about the leg.
        when=[
            AnyOf(
                Present("breathlessness_new"),
                Present("chest_pain_new"),
                Present("haemoptysis"),
                Present("syncope"),
                Measured("spo2_percent", LessThan(94)),
            ),
        ],
        action="Call the emergency number now. Sit up and rest, do not drive yourself, and do not massage the leg.",
        because="New trouble in the chest, or a faint, can mean a clot in the lung, above all if a leg hurts or swells.",
        source=("nice_ng158", "esc_pe2019"),
        grade=GUIDELINE,
    ),
    alerts(
        "a_very_swollen_leg_has_changed_colour",
        flag="rf_phlegmasia",
        urgency=Urgency.EMERGENCY,
        suspects=["deep_vein_thrombosis", "acute_limb_ischaemia"],
        when=[
            AnyOf(Present("entire_leg_swollen"), Measured("calf_circumference_difference_cm", AtLeast(3))),
            AnyOf(Present("pale_or_mottled_limb"), Present("skin_blisters_or_dusky")),
            AnyOf(CALF_LEG_OR_THIGH_PAIN, Present("pain_at_rest")),
        ],
        action="Call the emergency number now, and do not massage the leg.",
        because="A clot can fill the veins of a leg so completely that blood no longer flows into it.",
        source=("esvs_vt2021", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "a_deep_vein_may_be_blocked",
        flag="rf_dvt_possible",
        urgency=Urgency.SAME_DAY,
        suspects=["deep_vein_thrombosis"],
        # A negative scan does not switch this off; a clinician does.
        when=[
            AnyOf(
                PAINFUL_SWELLING,
                Measured("calf_circumference_difference_cm", AtLeast(3)),
                Present("entire_leg_swollen"),
                NEW_SWELLING,
                A_SIGN_OF_BLOCKED_VEINS,
                ONE_LEG_AND_A_STRONG_RISK,
                ONE_CALF_AND_TWO_WEAKER_RISKS,
                ONE_CALF_A_WEAKER_RISK_AND_PAIN_THAT_STAYS,
                BOTH_LEGS_AND_A_STRONG_RISK,
            )
        ],
        action="Have the leg checked for a deep clot today, and do not massage it. Call the emergency number if you"
        " get short of breath, have chest pain or faint.",
        because="Swelling of a leg, or pain in one leg with a risk of clots, can be a clot that may move to the lung.",
        source=("nice_ng158", "wells2003", "goodacre2005"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "one_calf_is_swollen",
        flag="rf_swollen_calf",
        urgency=Urgency.WITHIN_DAYS,
        suspects=["deep_vein_thrombosis"],
        # Pain or a recent start makes it a matter of today (rf_dvt_possible). Where neither is told, it still needs a look.
        when=[Present("calf_swelling")],
        action="Have the calf looked at within days, and today if it hurts, if the swelling is new or if it grows.",
        because="A clot can swell a calf without any pain.",
        source=("nice_ng158", "expert_opinion"),
        grade=CONSENSUS,
    ),
    alerts(
        "the_scan_shows_a_deep_clot",
        flag="rf_dvt_confirmed",
        urgency=Urgency.SAME_DAY,
        suspects=["deep_vein_thrombosis"],
        when=[DEEP_CLOT_ON_SCAN],
        action="See a doctor today, who decides on treatment and starts it. Call the emergency number for shortness of"
        " breath, chest pain, coughing up blood or fainting.",
        because="A clot in a deep vein can move to the lung until it is treated.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
    alerts(
        "one_leg_hurts_or_swells_around_a_birth",
        flag="rf_dvt_pregnancy",
        urgency=Urgency.SAME_DAY,
        suspects=["deep_vein_thrombosis"],
        # Pain on one side is enough. A plain night cramp told as one-sided is sent on too, and that is accepted: clots
        # are a leading cause of death in pregnancy, and no score can rule one out there. Pain with the side not told
        # does not fire; the side is the next question.
        when=[
            PREGNANT_OR_JUST_DELIVERED,
            AnyOf(
                AllOf(CALF_LEG_OR_THIGH_PAIN, ONE_SIDED),
                Present("calf_swelling"),
                Present("entire_leg_swollen"),
                Present("pitting_oedema_symptomatic_leg"),
                Present("deep_vein_tenderness"),
                Measured("calf_circumference_difference_cm", AtLeast(2)),
            ),
        ],
        action="Have the veins of the leg scanned today. A Wells score must not be used to rule out a clot in"
        " pregnancy.",
        because="Clots are much more common in pregnancy and after birth, and can be deadly.",
        source=("righini2013", "rcog37b", "nice_ng158"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "an_inflamed_surface_vein_may_reach_the_deep_ones",
        flag="rf_svt_near_junction",
        urgency=Urgency.SAME_DAY,
        suspects=["superficial_vein_thrombosis", "deep_vein_thrombosis"],
        # Within 3 cm of the groin, where the surface vein joins the deep one, it is treated as a deep clot.
        when=[
            AnyOf(
                Measured("svt_length_cm", AtLeast(5)),
                Measured("svt_distance_from_sfj_cm", AtMost(3)),
                AllOf(
                    Present("tender_cord_superficial_vein"),
                    AnyOf(
                        Present("calf_swelling"),
                        Present("pain_in_thigh"),
                        Present("pain_behind_knee"),
                        PREGNANT_OR_JUST_DELIVERED,
                        Present("active_cancer"),
                        PREVIOUS_CLOT,
                        Present("injecting_drug_use"),
                        FEVER,
                    ),
                ),
            )
        ],
        action="Be seen today for a scan of the veins: a blood thinner may be needed. Do not massage the vein.",
        because="A clot in a surface vein that is long, or close to a deep vein, can grow into the deep vein.",
        source=("decousus2010", "esvs_vt2021"),
        grade=GUIDELINE,
    ),
)
