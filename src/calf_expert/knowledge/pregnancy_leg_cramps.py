"""Late in pregnancy calves cramp at night, nobody quite knows why; between cramps both legs are normal.

Pregnancy also makes blood clot, so that a painful calf on one side is scanned before it is called a cramp.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    UNCOMMON,
    WEAK,
    Absent,
    AnyOf,
    Cause,
    Concluded,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    concludes,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, ONE_SIDED, PREGNANT, SWOLLEN_LEG

CAUSE = Cause(
    name="Leg cramps of pregnancy",
    also_called=("Pregnancy-related leg cramps",),
    icd10="O26.89-, R25.2",
    commonness=UNCOMMON,
    urgency=Urgency.SELF_CARE,
    self_care_after="pregnancy_cramps_without_danger",
    self_care_unless="no_self_care_for_cramps",
    summary="Brief calf cramps in pregnancy, mostly at night and in both legs, with normal legs in between.",
    mechanism=(
        "Late in pregnancy the calf muscles cramp more easily, mostly at night. What brings it about is "
        "not known. A cramp lasts seconds to minutes, and between cramps the legs neither hurt nor swell on one side."
    ),
    sources=("luo2020", "righini2013", "rcog37b"),
)

NO_CHILD_BEARING = AnyOf(Is("sex", ("male",)), Measured("age_years", MoreThan(60)), Measured("age_years", LessThan(10)))

OPTIONS = (
    Option(
        id="pregnancy_cramp_care",
        name="Drinking enough, moving the ankles, and when to be seen",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Drink enough and circle the ankles several times a day, before bed too, and mention the cramps at the "
            "next antenatal visit. Whether magnesium or calcium tablets help is uncertain. Take no ibuprofen or similar "
            "painkiller from 20 weeks. Be seen the same day if one leg hurts, or if it swells, reddens or goes on "
            "hurting between cramps."
        ),
        source=("luo2020", "rcog37b", "fda_nsaid_preg2020", "expert_opinion"),
    ),
)

RULES = (
    # The pregnancy, without which there is no such cramp. -------------------------------------------------------------
    supports(
        "there_is_a_pregnancy",
        when=[PREGNANT],
        strength=STRONG,
        group="pregnancy",
        because="Cramps of the legs are common in pregnancy.",
        source="luo2020",
    ),
    weakens(
        "there_is_no_pregnancy",
        when=[Absent("pregnant")],
        strength=STRONG,
        group="pregnancy",
        because="Without a pregnancy there are no cramps of pregnancy.",
        source="luo2020",
    ),
    weakens(
        "person_can_hardly_be_pregnant",
        when=[NO_CHILD_BEARING],
        strength=STRONG,
        group="pregnancy",
        because="At this age, or in a man, there is no pregnancy to bring cramps.",
        source="expert_opinion",
    ),
    # The cramp, which says nothing of a pregnancy and counts with one only. -------------------------------------------------------------------------------------------------------
    supports(
        "cramps_come_in_bed",
        given=[PREGNANT],
        when=[Present("night_cramps")],
        strength=MODERATE,
        because="Cramps of pregnancy come mostly at night.",
        source="luo2020",
    ),
    supports(
        "calf_goes_hard_and_stretching_frees_it",
        given=[PREGNANT],
        when=[Present("cramp_hardening_relief_by_stretch")],
        strength=MODERATE,
        group="what_it_is",
        because="A calf that knots hard and lets go when it is stretched has a true cramp.",
        source="luo2020",
    ),
    supports(
        "pain_is_cramping",
        given=[PREGNANT],
        when=[AnyOf(Is("pain_character", in_=("cramping",)), Present("muscle_cramps"))],
        strength=WEAK,
        group="what_it_is",
        because="The pain comes as a cramp.",
        source="expert_opinion",
    ),
    supports(
        "both_legs_hurt",
        given=[PREGNANT],
        when=[BOTH_LEGS_HURT],
        strength=WEAK,
        group="side",
        because="Cramps of pregnancy come in both legs, and a clot mostly in one.",
        source="expert_opinion",
    ),
    weakens(
        "left_leg_hurts",
        when=[Is("pain_side", in_=("left",))],
        strength=WEAK,
        group="side",
        because="In pregnancy a clot forms more often in the left leg.",
        source="righini2013",
        verified=True,
    ),
    # What points to a clot. -------------------------------------------------------------------------------------------
    weakens(
        "leg_is_swollen",
        when=[SWOLLEN_LEG],
        strength=STRONG,
        group="signs_of_a_clot",
        because="A swollen leg in pregnancy is a clot until a scan has shown otherwise.",
        source="rcog37b",
        grade=GUIDELINE,
    ),
    weakens(
        "calf_is_tender_along_the_deep_veins",
        when=[Present("deep_vein_tenderness")],
        strength=STRONG,
        group="signs_of_a_clot",
        because="Tenderness along the deep veins calls for a scan, and not for the word cramp.",
        source="expert_opinion",
    ),
    weakens(
        "vein_scan_shows_a_deep_clot",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt", "distal_dvt"))],
        strength=STRONG,
        group="signs_of_a_clot",
        because="The scan shows a clot, which explains the pain.",
        source="expert_opinion",
    ),
    weakens(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=STRONG,
        because="Cramps leave the skin as it is; a clot or an infection makes it hot and red.",
        source="expert_opinion",
    ),
    weakens(
        "it_hurts_between_cramps",
        when=[Present("pain_at_rest")],
        strength=MODERATE,
        because="Pain that stays between cramps makes one think of a clot.",
        source="expert_opinion",
    ),
    weakens(
        "person_was_in_hospital_lately",
        when=[Present("hospital_admission_last_3_months")],
        strength=WEAK,
        because="A recent stay in hospital makes a clot likelier.",
        source="expert_opinion",
    ),
    # When they may be left alone. -------------------------------------------------------------------------------------
    concludes(
        "no_sign_of_a_clot_in_pregnancy",
        concept="no_clot_signs_in_pregnancy",
        # Only where both legs were told of: pain in one leg is scanned in pregnancy whatever else is denied.
        when=[
            PREGNANT,
            BOTH_LEGS_HURT,
            Absent("calf_swelling"),
            Absent("pain_at_rest"),
            Absent("breathlessness_new"),
            Absent("chest_pain_new"),
            Absent("syncope"),
            Absent("previous_dvt"),
            Absent("previous_pe"),
            Absent("family_history_vte_or_thrombophilia"),
            Absent("major_surgery_12w"),
            Absent("hospital_admission_last_3_months"),
            Absent("bedridden_3_days"),
            Absent("leg_paralysis_or_cast"),
            Absent("active_cancer"),
        ],
        because="Both legs cramp, neither is swollen or hurts in between, and no other risk of a clot is there.",
        source=("rcog37b", "expert_opinion"),
    ),
    concludes(
        "cramps_of_both_legs_and_nothing_else",
        concept="pregnancy_cramps_without_danger",
        when=[
            Concluded("no_clot_signs_in_pregnancy"),
            Concluded("infection_signs_denied"),
            Concluded("pressure_and_blood_flow_signs_denied"),
            Concluded("tear_signs_denied"),
            Concluded("muscle_breakdown_signs_denied"),
            Concluded("nerve_signs_denied"),
            Concluded("no_other_reason_for_cramps"),
        ],
        because="Each danger sign, and each other reason for cramps, was asked about and denied.",
        source=("luo2020", "expert_opinion"),
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "stretching_frees_the_calf",
        option="gentle_stretching",
        when=[Suspected("pregnancy_leg_cramps"), PREGNANT, Concluded("leg_cramps")],
        because="Stretching the calf ends a cramp, and is the first thing to try in pregnancy.",
        source=("luo2020", "expert_opinion"),
    ),
    offers(
        "simple_measures_come_first",
        option="pregnancy_cramp_care",
        when=[Suspected("pregnancy_leg_cramps"), PREGNANT, Concluded("leg_cramps")],
        because="No medicine is known to prevent cramps of pregnancy, and simple measures do no harm.",
        source=("luo2020", "expert_opinion"),
    ),
    offers(
        "magnesium_is_known_for_cramps",
        option="magnesium_oral",
        when=[Suspected("pregnancy_leg_cramps"), PREGNANT, Concluded("leg_cramps")],
        because="Many take magnesium for cramps when they are pregnant; trials do not agree that it helps.",
        source="luo2020",
    ),
    offers(
        "a_scan_settles_any_doubt_about_a_clot",
        option="leg_vein_scan_and_d_dimer",
        when=[
            Suspected("pregnancy_leg_cramps"),
            PREGNANT,
            AnyOf(
                ONE_SIDED,
                SWOLLEN_LEG,
                Present("skin_redness_warmth"),
                Present("deep_vein_tenderness"),
                Present("pain_at_rest"),
            ),
        ],
        because="In pregnancy any doubt about a clot is settled by a scan of the leg veins.",
        source="rcog37b",
        grade=GUIDELINE,
    ),
)
