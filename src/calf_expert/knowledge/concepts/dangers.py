"""Concepts that several causes share.

``danger_signs_denied`` decides whether soreness may be left to self-care. It wants an answer to every sign that would
make a sore calf dangerous; a question that was not asked, or was answered with "unknown", leaves it open. It is built
from six smaller denials, so that a proof shows which danger was met by which answers.

``danger_on_record`` is the other side: something told, examined or tested that no denial can outweigh. It ends self-care
and keeps every physical measure back. ``wants_a_look`` is gentler: it ends self-care and says nothing against moving the
leg, because it is told of harmless legs as well, or of an illness that walking does not harm. What of it speaks against
heat, hands or load forbids those by itself, beside the measures.
"""

from ...authoring import (
    Absent,
    AllOf,
    AnyOf,
    AtLeast,
    Concluded,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Present,
    concludes,
)
from ..signs import (
    BLEEDS_EASILY,
    FEVER,
    KIDNEYS_FAIL_BY_TEST,
    NO_ARTERIAL_SIGNAL,
    SEVERE_PAIN,
    VERY_HIGH_BLOOD_PRESSURE,
    WEAK_PULSES,
)

RULES = (
    concludes(
        "no_sign_of_a_clot",
        concept="clot_signs_denied",
        # The strongest risks for a clot belong here: with one of them, a sore calf is checked even without swelling.
        when=[
            Absent("calf_swelling"),
            Absent("breathlessness_new"),
            Absent("chest_pain_new"),
            Absent("syncope"),
            Absent("previous_dvt"),
            Absent("previous_pe"),
            Absent("major_surgery_12w"),
            Absent("hospital_admission_last_3_months"),
            Absent("bedridden_3_days"),
            Absent("leg_paralysis_or_cast"),
            Absent("active_cancer"),
            AnyOf(
                Is("sex", in_=("male",)),
                Measured("age_years", MoreThan(60)),
                AllOf(Absent("pregnant"), Absent("postpartum_6_weeks")),
            ),
        ],
        because="The calf is not swollen, breathing is normal, and none of the main risks for a clot is there.",
        source=("nice_ng158", "expert_opinion"),
    ),
    concludes(
        "no_sign_of_infection",
        concept="infection_signs_denied",
        when=[
            Absent("fever_or_rigors"),
            Absent("skin_redness_warmth"),
            Absent("skin_blisters_or_dusky"),
            Absent("feels_very_unwell_or_confused"),
        ],
        because="There is no fever, the skin over the calf is sound, and the person is not very ill.",
        source="expert_opinion",
    ),
    concludes(
        "no_sign_of_pressure_or_lost_blood_flow",
        concept="pressure_and_blood_flow_signs_denied",
        when=[
            Absent("tense_hard_calf"),
            Absent("leg_numbness_tingling"),
            Absent("leg_weakness"),
            Absent("cold_limb"),
            Absent("pale_or_mottled_limb"),
        ],
        because="The calf is not hard, and the leg is not numb, weak, cold or pale.",
        source=("duckworth_mcqueen", "bjorck2020", "expert_opinion"),
    ),
    concludes(
        "no_sign_of_a_tear_or_bleeding",
        concept="tear_signs_denied",
        when=[Absent("calf_or_ankle_bruising"), Absent("unable_to_bear_weight")],
        because="There is no bruise, and the leg can be stood on.",
        source="expert_opinion",
    ),
    concludes(
        "no_sign_of_muscle_breakdown",
        concept="muscle_breakdown_signs_denied",
        # Muscle may break down without dark urine; so the pain, too, must have been told as not severe.
        when=[
            Absent("dark_urine"),
            Absent("reduced_urine_output"),
            Absent("prolonged_immobile_long_lie"),
            AnyOf(Is("pain_severity_words", in_=("mild", "moderate")), Measured("pain_severity_nrs", LessThan(7))),
        ],
        because="The urine has not gone dark, and the pain is not severe.",
        source=("chavez2016", "expert_opinion"),
    ),
    concludes(
        "no_sign_of_pressed_nerves",
        concept="nerve_signs_denied",
        when=[
            Absent("saddle_numbness"),
            Absent("new_bladder_difficulty"),
            Absent("new_bowel_incontinence"),
            Absent("bilateral_leg_weakness_or_numbness"),
        ],
        because="Feeling between the legs, bladder and bowel are as before, and the legs are not weak or numb.",
        source=("girft_ces2023", "expert_opinion"),
    ),
    concludes(
        "every_danger_sign_was_asked_and_denied",
        concept="danger_signs_denied",
        when=[
            Concluded("clot_signs_denied"),
            Concluded("infection_signs_denied"),
            Concluded("pressure_and_blood_flow_signs_denied"),
            Concluded("tear_signs_denied"),
            Concluded("muscle_breakdown_signs_denied"),
            Concluded("nerve_signs_denied"),
        ],
        because="Each sign that could make a sore calf dangerous was asked about, and the answer was no.",
        source="expert_opinion",
    ),
    # What no denial outweighs. ----------------------------------------------------------------------------------------
    concludes(
        "a_vein_may_be_blocked",
        concept="danger_on_record",
        when=[
            AnyOf(
                Measured("calf_circumference_difference_cm", AtLeast(2)),
                Present("entire_leg_swollen"),
                Present("pitting_oedema_symptomatic_leg"),
                Present("deep_vein_tenderness"),
                Present("collateral_superficial_veins"),
                Present("d_dimer_positive"),
                Is("leg_vein_ultrasound", in_=("distal_dvt", "proximal_dvt", "superficial_thrombus")),
            )
        ],
        because="Something found at the leg or in a test can mean a blocked vein.",
        source=("wells2003", "expert_opinion"),
    ),
    concludes(
        "blood_flow_or_nerves_may_fail",
        concept="danger_on_record",
        when=[
            AnyOf(
                Present("cold_limb"),
                Present("pale_or_mottled_limb"),
                Present("elevation_pallor_or_dependent_rubor"),
                Present("foot_ulcer_or_tissue_loss"),
                Measured("capillary_refill_s", MoreThan(3)),
                Measured("abi", LessThan(0.5)),
                Is("arterial_imaging", in_=("acute_occlusion",)),
                Is("limb_motor_deficit", in_=("mild_moderate", "profound")),
                Is("limb_sensory_loss_extent", in_=("beyond_toes", "profound")),
                Present("foot_drop"),
            )
        ],
        because="The leg may get too little blood, or its nerves may be failing.",
        source=("bjorck2020", "rutherford1997", "expert_opinion"),
    ),
    concludes(
        "pressure_may_build_up_in_the_calf",
        concept="danger_on_record",
        when=[
            AnyOf(
                Present("tense_hard_calf"),
                Present("pain_on_passive_stretch"),
                Present("pain_out_of_proportion"),
                Measured("compartment_pressure_pre_mmhg", AtLeast(30)),
            )
        ],
        because="The calf is hard or under pressure, hurts when it is stretched, or hurts far more than it looks.",
        source=("duckworth_mcqueen", "expert_opinion"),
    ),
    concludes(
        "an_infection_may_be_there",
        concept="danger_on_record",
        when=[
            AnyOf(
                FEVER,
                Present("skin_blisters_or_dusky"),
                Present("skin_numb_over_painful_area"),
                Present("redness_spreading_rapidly"),
                Present("soft_tissue_crepitus"),
                Present("feels_very_unwell_or_confused"),
                Present("systemic_infection_current"),
                Measured("crp_mg_l", AtLeast(50)),
                Measured("wbc_10e9_l", MoreThan(30)),
                Measured("wbc_10e9_l", LessThan(2)),
            )
        ],
        because="Fever, damaged skin, a blood test or feeling very ill can mean an infection.",
        source="expert_opinion",
    ),
    concludes(
        "something_may_be_torn_or_broken",
        concept="danger_on_record",
        when=[
            AnyOf(
                Present("direct_injury_recent"),
                Present("unable_to_bear_weight"),
                Present("refuses_to_walk_or_toe_walks"),
                Present("single_heel_raise_impossible"),
                Present("thompson_test_positive"),
                Present("palpable_achilles_gap"),
                Present("focal_medial_gastrocnemius_tenderness"),
                Is("calf_soft_tissue_imaging", in_=("achilles_rupture", "muscle_tear", "haematoma", "mass")),
            )
        ],
        because="Something in the leg may be torn, broken or bleeding.",
        source="expert_opinion",
    ),
    # The whole body. Muscle that breaks down fills the kidneys, and a calf can bleed inside where blood does not clot; so
    # these tests are cleared up before a sore leg is rubbed, warmed or worked, however well the leg itself looks.
    concludes(
        "the_kidneys_may_be_failing",
        concept="danger_on_record",
        when=[KIDNEYS_FAIL_BY_TEST],
        because="A blood test shows weak kidneys, and muscle that breaks down can be the reason.",
        source=("kodadek2022", "expert_opinion"),
    ),
    concludes(
        "there_is_little_blood_or_it_does_not_clot",
        concept="danger_on_record",
        when=[
            AnyOf(
                Measured("haemoglobin_g_dl", LessThan(8)),
                Measured("platelets_10e9_l", LessThan(50)),
                Measured("inr", MoreThan(4.5)),
            )
        ],
        because="A blood test shows that much blood was lost, or that it hardly clots.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    concludes(
        "salts_or_sugar_are_far_off",
        concept="danger_on_record",
        when=[AnyOf(Measured("glucose_mmol_l", AtLeast(20)), Measured("magnesium_mmol_l", MoreThan(2.0)))],
        because="A blood test shows far too much sugar or magnesium.",
        source="expert_opinion",
    ),
    concludes(
        "heart_or_lungs_are_under_strain",
        concept="danger_on_record",
        when=[AnyOf(VERY_HIGH_BLOOD_PRESSURE, Present("on_supplemental_oxygen"))],
        because="The blood pressure is very high, or the lungs need extra oxygen.",
        source="expert_opinion",
    ),
    # What ends self-care and no more. ---------------------------------------------------------------------------------
    # Numb legs, and walking that brings an urge to pass water, are also told of a narrow canal, where walking is advised.
    concludes(
        "nerves_of_both_legs_may_be_pressed",
        concept="wants_a_look",
        when=[
            AnyOf(Present("numbness_buttocks"), Present("numbness_both_legs"), Present("walking_urge_to_urinate")),
        ],
        because="Numb buttocks or legs, or an urge to pass water on walking, can come from nerves in the back.",
        source="expert_opinion",
    ),
    concludes(
        "feeling_is_lost_at_the_foot",
        concept="wants_a_look",
        when=[AnyOf(Present("numbness_both_soles"), Is("limb_sensory_loss_extent", ("toes_only",)))],
        because="Sore muscle leaves feeling in the foot as it was.",
        source="expert_opinion",
    ),
    concludes(
        "a_wound_may_let_germs_in",
        concept="wants_a_look",
        when=[Present("open_wound_or_skin_break")],
        because="Broken skin lets germs in, and a leg that hurts beside it is looked at.",
        source="expert_opinion",
    ),
    concludes(
        "an_illness_of_the_whole_body_may_be_behind_it",
        concept="wants_a_look",
        when=[
            AnyOf(
                Present("weight_loss_unintentional"),
                Present("night_sweats"),
                Present("dysphagia"),
                Present("skin_rash_dm"),
            )
        ],
        because="Lost weight, night sweats, trouble swallowing or such a rash are not from a sore calf.",
        source="expert_opinion",
    ),
    concludes(
        "it_does_not_behave_like_a_sore_calf",
        concept="wants_a_look",
        when=[AnyOf(Present("night_pain_unremitting"), Present("pain_progressive"))],
        because="A sore calf lets one sleep and gets better day by day.",
        source="expert_opinion",
    ),
    concludes(
        "something_has_grown_or_swollen",
        concept="wants_a_look",
        when=[
            AnyOf(
                Present("calf_lump"),
                Present("calf_lump_enlarging"),
                Present("bilateral_leg_swelling"),
                Is("popliteal_ultrasound", ("bakers_cyst", "ruptured_bakers_cyst", "popliteal_aneurysm")),
            )
        ],
        because="A lump or swollen legs are looked at, however harmless they may be.",
        source="expert_opinion",
    ),
    concludes(
        "an_infection_would_show_late_in_this_person",
        concept="wants_a_look",
        when=[AnyOf(Present("immunosuppressed"), Present("injecting_drug_use"))],
        because="With weak defences, or where drugs are injected, an infection can begin as a sore leg.",
        source="expert_opinion",
    ),
    concludes(
        "an_ulcer_or_magnesium_needs_care_of_its_own",
        concept="wants_a_look",
        when=[
            AnyOf(
                Present("peptic_ulcer_active"),
                Measured("magnesium_mmol_l", LessThan(0.7)),
                Measured("magnesium_mmol_l", MoreThan(1.0)),
            )
        ],
        because="An open ulcer, or magnesium out of its range, needs somebody to look after it.",
        source="expert_opinion",
    ),
    concludes(
        "an_examination_was_not_normal",
        concept="wants_a_look",
        when=[
            AnyOf(
                WEAK_PULSES,
                NO_ARTERIAL_SIGNAL,
                Present("pulse_lost_on_ankle_movement"),
                Present("dermatomal_sensory_deficit"),
                Present("myotomal_weakness"),
            )
        ],
        because="The examination found a weak pulse, or a nerve that does not do its work.",
        source="expert_opinion",
    ),
    concludes(
        "something_wants_a_look",
        concept="no_case_for_self_care",
        when=[Concluded("wants_a_look")],
        because="Something was told or found that is looked at, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "a_sore_calf_may_be_a_bleed_in_this_person",
        concept="no_case_for_self_care",
        when=[BLEEDS_EASILY],
        because="In someone who bleeds easily, pain in the calf may be a bleed inside it.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    concludes(
        "the_pain_is_severe",
        concept="no_case_for_self_care",
        when=[SEVERE_PAIN],
        because="Severe pain is looked at, whatever else was denied.",
        source="expert_opinion",
    ),
    # A snap or a push-off is how a calf muscle tears as well, whose own self-care asks more (``tear_dangers_answered``).
    concludes(
        "it_struck_in_mid_effort",
        concept="no_case_for_self_care",
        when=[AnyOf(Present("pop_or_snap_felt"), Present("sudden_push_off_onset"))],
        because="Pain that strikes in the middle of an effort is a tear until shown otherwise.",
        source="expert_opinion",
    ),
    concludes(
        "it_has_lasted_too_long",
        concept="no_case_for_self_care",
        when=[Measured("symptom_duration_days", MoreThan(10))],
        because="Soreness after effort is gone within about a week.",
        source="cheung2003",
    ),
    concludes(
        "the_person_is_a_child",
        concept="no_case_for_self_care",
        when=[Measured("age_years", LessThan(16))],
        because="A child with a painful leg is seen by somebody.",
        source="expert_opinion",
    ),
    concludes(
        "a_danger_is_on_record",
        concept="no_case_for_self_care",
        when=[Concluded("danger_on_record")],
        because="There is a danger on record, whatever else was denied.",
        source="expert_opinion",
    ),
)
