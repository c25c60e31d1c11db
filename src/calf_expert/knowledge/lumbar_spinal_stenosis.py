"""Upright, a narrow lumbar canal crowds the nerves; sitting or bent forward, it lets them go.

The pattern is told by posture and not by distance: standing still hurts as walking does, and a trolley or a bicycle
helps. It resembles the pain of narrowed arteries, which a short stop relieves, and the two can live in one person.
"""

from ..authoring import (
    CONSENSUS,
    FAIRLY_COMMON,
    FOUNDING_DOCUMENT,
    GUIDELINE,
    MODERATE,
    PHYSICAL,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Absent,
    AnyOf,
    AtLeast,
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
    asks_before,
    concludes,
    forbids,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, FEVER

CAUSE = Cause(
    name="Lumbar spinal stenosis with neurogenic claudication",
    icd10="M48.062, M48.061",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.WITHIN_DAYS,
    also_called=("narrow spinal canal", "neurogenic claudication", "spinal claudication"),
    summary="The canal in the low back is too narrow for its nerves, and the legs ache when the person is upright.",
    mechanism=(
        "Worn discs, joints and ligaments take room from the nerve roots. Standing and walking arch the low back, "
        "which narrows the canal further and starves the roots of blood: buttocks, thighs and calves ache, tingle, go "
        "numb or tire. Sitting down or leaning forward opens the canal, and the legs recover."
    ),
    sources=(
        "suri2010",
        "katz1995",
        "deschepper2013",
        "genevay2018",
        "nass_lss2013",
        "joa_lss2021",
        "nice_ng59",
        "friedly2014",
        "fda_esi2014",
    ),
    founding=(
        "The founding document describes narrowing that presses on nerve roots or spinal cord and so causes calf pain, "
        "numbness and tingling. It advises enough rest, and lists tablets of betamethasone, hydrocortisone acetate and "
        "dexamethasone acetate under a doctor's guidance."
    ),
    today=(
        "NICE advises against steroids by mouth for sciatica, and against injecting them around the spinal nerves for "
        "this kind of stenosis. In a trial of 400 people, adding a steroid to the injection brought no important "
        "benefit at six weeks, and the US regulator has warned of rare strokes, paralysis and death after such "
        "injections. Steroids also raise blood sugar and hide infections. Long rest is not advised: a pause eases an "
        "attack, while too little movement harms. Below the upper low back the canal holds roots and not the spinal "
        "cord, so that stiff legs with brisk reflexes mean trouble higher up and are referred urgently."
    ),
)


MORE_THAN_AGE = AnyOf(
    Present("worse_on_standing"),
    Present("relief_by_sitting"),
    Present("no_pain_when_seated"),
    Present("relief_by_bending_forward"),
    Present("intermittent_claudication"),
    Present("bilateral_leg_pain"),
    Present("leg_numbness_tingling"),
    Present("numbness_both_legs"),
    Present("bilateral_leg_weakness_or_numbness"),
    Present("wide_based_gait"),
    Present("known_lumbar_spine_disease"),
    Is("lumbar_mri", ("spinal_stenosis",)),
)
"""Age alone can make the canal suspect, and is no ground to speak of treatment."""

OPTIONS = (
    Option(
        id="rest_with_stenosis",
        name="Rest, in short pauses",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Sit down or lean forward for a few minutes when the legs ache, and then go on. Long rest is not "
            "advised today, as too little movement does harm."
        ),
        source=("founding_document", "nass_lss2013"),
    ),
    Option(
        id="keep_walking_with_stenosis",
        name="Keeping on the move, safely",
        kind=SELF_CARE,
        families=("advice_that_can_wait", "activity"),
        guidance=(
            "Stay active: walk with breaks, or with a trolley or walker to lean on. Keep a healthy weight, and "
            "make the home safe from falls."
        ),
        source=("nass_lss2013", "expert_opinion"),
    ),
    Option(
        id="warning_signs_with_stenosis",
        name="Signs that change the plan",
        kind=SELF_CARE,
        guidance=(
            "Go to an emergency department at once for numbness between the legs, or new trouble with bladder or "
            "bowel. Go the same day if the legs get weaker."
        ),
        source=("girft_ces2023", "expert_opinion"),
    ),
    Option(
        id="bent_forward_exercise",
        name="Exercise that bends the back forward, such as cycling",
        kind=PHYSICAL,
        guidance=(
            "Moves that round the low back, and riding a bike, leave the nerves room and keep legs and heart fit. "
            "A physiotherapist can fit them to you."
        ),
        source=("nass_lss2013", "joa_lss2021"),
    ),
    Option(
        id="foot_pulses_and_abi_with_stenosis",
        name="Foot pulses, and ankle blood pressure (ABI)",
        kind=TEST,
        guidance=(
            "Have the foot pulses felt and the blood pressure taken at the ankle. Narrowed arteries feel much the "
            "same, can be there as well, and need care of their own."
        ),
        source=("konno2007dst", "joa_lss2021"),
    ),
    Option(
        id="lumbar_mri_for_stenosis",
        name="MRI of the low back",
        kind=TEST,
        guidance=(
            "The pattern tells what it is, as many narrow canals never hurt. A scan is for danger signs, or for "
            "when an operation is planned."
        ),
        source=("nass_lss2013", "nice_ng59"),
    ),
    Option(
        id="blood_tests_for_numb_legs",
        name="Vitamin B12 and long-term sugar (HbA1c)",
        kind=TEST,
        guidance="Numb or tingling legs can come from a lack of vitamin B12 or from diabetes, which blood tests show.",
        source=("expert_opinion",),
    ),
    Option(
        id="referral_with_stenosis",
        name="Doctor's visit, and referral if walking shrinks",
        kind=REFERRAL,
        guidance=(
            "See a doctor within days to have spine, nerves and pulses checked. A spine clinic is asked if you "
            "still cannot walk or live as you should in spite of exercise, since an operation can then help. "
            "Stiff legs or brisk reflexes are sent on urgently."
        ),
        source=("nass_lss2013", "expert_opinion"),
    ),
)

RULES = (
    # Posture: one pattern seen from several sides, so that only its strongest part counts. ----------------------------
    concludes(
        "upright_hurts_and_sitting_or_bending_eases",
        concept="neurogenic_claudication",
        when=[
            AnyOf(Present("pain_on_walking"), Present("intermittent_claudication")),
            Present("worse_on_standing"),
            AnyOf(Present("relief_by_sitting"), Present("no_pain_when_seated"), Present("relief_by_bending_forward")),
        ],
        because="Pain on walking that standing brings on too, and sitting or bending settles, starts in the spine.",
        source=("suri2010", "genevay2018"),
    ),
    concludes(
        "walking_hurts_and_both_sitting_and_leaning_ease",
        concept="neurogenic_claudication",
        when=[
            AnyOf(Present("pain_on_walking"), Present("intermittent_claudication")),
            AnyOf(Present("relief_by_sitting"), Present("no_pain_when_seated")),
            Present("relief_by_bending_forward"),
        ],
        because="Pain on walking that eases both on sitting and on leaning forward is a matter of posture.",
        source=("suri2010", "genevay2018"),
    ),
    supports(
        "the_whole_pattern_is_there",
        when=[Concluded("neurogenic_claudication")],
        strength=STRONG,
        group="posture",
        because="What brings the pain on and what eases it fit together as they do in a narrow canal.",
        source=("suri2010", "genevay2018"),
    ),
    supports(
        "sitting_ends_all_pain",
        when=[Present("no_pain_when_seated")],
        lr=7.4,
        ci=(1.9, 30),
        group="posture",
        because="Sitting gives the nerves so much room that the pain is gone.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "the_pain_goes_on_when_seated",
        when=[Absent("no_pain_when_seated")],
        lr=0.57,
        group="posture",
        because="In a narrow canal many people, though not all, are free of pain when they sit.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    supports(
        "bending_forward_eases",
        when=[Present("relief_by_bending_forward")],
        lr=6.4,
        ci=(4.1, 9.9),
        group="posture",
        because="Bending forward opens the canal and takes the pressure off the nerves.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "bending_forward_does_not_help",
        when=[Absent("relief_by_bending_forward")],
        lr=0.52,
        group="posture",
        because="Bending forward opens a narrow canal, and here it brings no relief.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    supports(
        "walking_brings_it_and_rest_ends_it",
        when=[Present("intermittent_claudication")],
        lr=3.7,
        ci=(2.9, 4.8),
        group="posture",
        because="Leg trouble that comes with walking and goes with rest fits crowded nerves or narrowed arteries.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "walking_does_not_bring_it",
        when=[Absent("intermittent_claudication")],
        lr=0.23,
        group="posture",
        because="A narrow canal nearly always shows itself on walking.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    supports(
        "sitting_down_eases",
        when=[Present("relief_by_sitting")],
        lr=3.3,
        ci=(1.4, 7.7),
        group="posture",
        because="Sitting down rounds the low back and gives the nerves room.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "sitting_down_does_not_ease",
        when=[Absent("relief_by_sitting")],
        lr=0.58,
        group="posture",
        because="Sitting down gives the nerves of a narrow canal room, and here it brings no relief.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    supports(
        "standing_makes_it_worse",
        when=[Present("worse_on_standing")],
        lr=2.3,
        ci=(1.8, 2.8),
        group="posture",
        because="Standing arches the low back and narrows the canal, without a single step.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "standing_is_no_worse",
        when=[Absent("worse_on_standing")],
        lr=0.46,
        group="posture",
        because="In a narrow canal, just to stand tends to make the legs worse.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "sitting_makes_it_worse",
        when=[Present("pain_worse_sitting")],
        strength=MODERATE,
        group="posture",
        because="Sitting opens the canal; pain that gets worse with it comes from a disc more often.",
        source="expert_opinion",
    ),
    weakens(
        "standing_still_ends_it_within_minutes",
        when=[Is("relief_standing_still", ("within_10_min",))],
        strength=MODERATE,
        because="Pain that a short stop ends, without sitting or bending, fits narrowed arteries better.",
        source="suri2010",
    ),
    # Age. Figures are for people with leg pain; wear of the spine takes decades. --------------------------------------
    supports(
        "the_person_is_over_65",
        when=[Measured("age_years", MoreThan(65))],
        lr=2.5,
        ci=(1.4, 4.2),
        group="age",
        because="The canal narrows with wear, and most people who feel it are over 65.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "the_person_is_under_60",
        when=[Measured("age_years", LessThan(60))],
        lr=0.40,
        ci=(0.29, 0.57),
        group="age",
        because="Before 60 a spine is seldom worn enough to crowd its nerves.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    weakens(
        "the_person_is_under_40",
        when=[Measured("age_years", LessThan(40))],
        strength=STRONG,
        group="age",
        because="Before 40 a canal narrowed by wear is rare, and only few people are born with a narrow one.",
        source="expert_opinion",
    ),
    supports(
        "it_crept_up_in_later_life",
        when=[Is("onset_speed", ("gradual",)), Measured("age_years", AtLeast(60))],
        strength=WEAK,
        group="age",
        because="Wear is slow, and so is the start of what it causes.",
        source="expert_opinion",
    ),
    # Both legs. The figure is for pain of buttock or leg; that both calves hurt has many reasons. ---------------------
    supports(
        "both_legs_hurt_along_with_back_buttock_or_thigh",
        when=[BOTH_LEGS_HURT, AnyOf(Present("low_back_pain"), Present("pain_in_buttock"), Present("pain_in_thigh"))],
        lr=6.3,
        ci=(3.1, 13),
        group="both_legs",
        because="The canal holds the nerves of both legs, and pain on both sides from the back down fits it well.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    supports(
        "both_legs_hurt",
        when=[BOTH_LEGS_HURT],
        strength=WEAK,
        group="both_legs",
        because="The canal holds the nerves of both legs, though both calves can hurt for many reasons.",
        source=("suri2010", "expert_opinion"),
    ),
    weakens(
        "only_one_leg_hurts",
        when=[Absent("bilateral_leg_pain")],
        lr=0.54,
        group="both_legs",
        because="A narrow canal often troubles both legs, and here it is one.",
        source="suri2010",
        where="table 3",
        verified=True,
    ),
    # What the nerves say. ---------------------------------------------------------------------------------------------
    supports(
        "the_leg_is_numb_or_tingles",
        when=[Present("leg_numbness_tingling")],
        strength=WEAK,
        grade=FOUNDING_DOCUMENT,
        group="numbness",
        because="Crowded nerves tingle and go numb.",
        source="founding_document",
    ),
    supports(
        "both_legs_go_numb",
        when=[Present("numbness_both_legs")],
        strength=MODERATE,
        grade=GUIDELINE,
        group="numbness",
        because="Numbness in both legs at once fits a canal that holds the nerves of both.",
        source="konno2007sshq",
    ),
    supports(
        "the_buttocks_burn",
        when=[Present("burning_buttocks")],
        strength=WEAK,
        group="numbness",
        because="A burning feeling around the buttocks comes from the lowest nerves of the canal; it is a rare sign.",
        source="suri2010",
        where="table 3, there together with priapism on walking",
        verified=True,
    ),
    supports(
        "the_walk_is_broad_based",
        when=[Present("wide_based_gait")],
        lr=14.3,
        group="balance",
        because="Nerves that are short of room no longer report well where the feet are, and the walk becomes broad.",
        source="katz1995",
        verified=True,
    ),
    supports(
        "the_person_sways_with_eyes_closed",
        when=[Present("romberg_abnormal")],
        strength=MODERATE,
        group="balance",
        because="Swaying with closed eyes shows that the legs report poorly where they are.",
        source="deschepper2013",
        where="specificity 0.91",
        verified=True,
    ),
    supports(
        "the_ankle_jerk_is_weak_or_gone",
        when=[Present("achilles_reflex_abnormal")],
        strength=WEAK,
        grade=GUIDELINE,
        because="A weak ankle jerk can come from crowded nerve roots; it also fades with age.",
        source="konno2007dst",
        where="one point of the tool",
        verified=True,
    ),
    weakens(
        "raising_the_straight_leg_hurts_below_the_knee",
        when=[Present("slr_positive")],
        strength=MODERATE,
        grade=GUIDELINE,
        because="Pain on raising the straight leg speaks for a slipped disc rather than a narrow canal.",
        source="konno2007dst",
        where="minus two points of the tool",
        verified=True,
    ),
    # The spine as it is known. A narrow canal on a scan is common without any pain. -----------------------------------
    supports(
        "spine_trouble_is_known",
        when=[Present("known_lumbar_spine_disease")],
        strength=WEAK,
        group="spine_as_known",
        because="A disc or canal that has made trouble before may do so again.",
        source="expert_opinion",
    ),
    supports(
        "the_scan_shows_a_narrow_canal",
        when=[Is("lumbar_mri", ("spinal_stenosis",))],
        strength=STRONG,
        group="spine_as_known",
        because="The scan shows a narrow canal; it counts if the pain follows posture.",
        source="expert_opinion",
    ),
    weakens(
        "the_scan_shows_no_pressed_nerve",
        when=[Is("lumbar_mri", ("no_nerve_compression",))],
        strength=STRONG,
        group="spine_as_known",
        because="The scan shows no nerve that is pressed.",
        source="expert_opinion",
    ),
    # The other explanations: arteries, and the calf itself. -----------------------------------------------------------
    weakens(
        "the_foot_pulses_are_weak",
        when=[Present("absent_or_reduced_pedal_pulses")],
        strength=MODERATE,
        grade=GUIDELINE,
        group="arteries",
        because="Weak foot pulses point to narrowed arteries, though both troubles can be there.",
        source="joa_lss2021",
    ),
    weakens(
        "the_pulse_in_groin_or_knee_is_weak",
        when=[Present("reduced_femoral_or_popliteal_pulse")],
        strength=MODERATE,
        group="arteries",
        because="A weak pulse in the groin or behind the knee points to narrowed arteries, though both can be there.",
        source="expert_opinion",
    ),
    weakens(
        "the_arteries_are_narrowed",
        when=[Is("arterial_imaging", ("stenosis_or_chronic_occlusion",))],
        strength=MODERATE,
        group="arteries",
        because="Narrowed arteries have been seen and can explain the pain, though both can be there.",
        source="expert_opinion",
    ),
    weakens(
        "the_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="Nerves in the back do not make a calf swell; something in the leg does.",
        source="expert_opinion",
    ),
    # Management: what the founding document lists. --------------------------------------------------------------------
    offers(
        "founding_rest",
        option="rest_with_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="The founding document says to rest enough for a narrow canal.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "founding_betamethasone",
        option="betamethasone",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="The founding document lists betamethasone for a narrow canal; today's guidance does not.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "founding_hydrocortisone_acetate",
        option="hydrocortisone_acetate",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="The founding document lists hydrocortisone acetate; today's guidance does not.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "founding_dexamethasone_acetate",
        option="dexamethasone_acetate",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="The founding document lists dexamethasone acetate; today's guidance does not.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    # Management: what guidelines say. ---------------------------------------------------------------------------------
    offers(
        "paracetamol_may_ease_it",
        option="paracetamol",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="Paracetamol may be tried against the pain; it changes nothing about the canal.",
        source="expert_opinion",
    ),
    offers(
        "an_nsaid_may_be_weighed_up",
        option="ibuprofen_or_naproxen_oral",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="A doctor may weigh up such a painkiller for a short time, with care, as most people here are older.",
        source="expert_opinion",
    ),
    offers(
        "moving_keeps_the_legs_strong",
        option="keep_walking_with_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="Legs that are used stay strong, and leaning a little leaves the nerves room on the way.",
        source=("nass_lss2013", "expert_opinion"),
    ),
    offers(
        "some_signs_cannot_wait",
        option="warning_signs_with_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="A narrow canal can come to crush the nerves of bladder and bowel, and then hours count.",
        source="girft_ces2023",
        grade=GUIDELINE,
    ),
    offers(
        "exercise_bent_forward_is_comfortable",
        option="bent_forward_exercise",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="Bent forward, the canal is wide enough for exercise that would hurt upright.",
        source=("nass_lss2013", "expert_opinion"),
    ),
    offers(
        "arteries_have_to_be_looked_at",
        option="foot_pulses_and_abi_with_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because=(
            "Narrowed arteries feel like a narrow canal, and a pattern that points to the spine does not rule them out."
        ),
        source=("konno2007dst", "joa_lss2021"),
        grade=GUIDELINE,
    ),
    offers(
        "a_scan_is_not_routine",
        option="lumbar_mri_for_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="A scan is useful once an operation or a danger sign is the question.",
        source=("nice_ng59", "nass_lss2013"),
        grade=GUIDELINE,
    ),
    offers(
        "numbness_has_other_causes_too",
        option="blood_tests_for_numb_legs",
        when=[
            Suspected("lumbar_spinal_stenosis"),
            AnyOf(Present("leg_numbness_tingling"), Present("numbness_both_legs"), Present("numbness_both_soles")),
        ],
        because="Numb legs are not always the spine's doing.",
        source="expert_opinion",
    ),
    offers(
        "a_doctor_examines_within_days",
        option="referral_with_stenosis",
        when=[Suspected("lumbar_spinal_stenosis"), MORE_THAN_AGE],
        because="Spine, nerves and pulses have to be examined, and an operation can help when walking shrinks.",
        source=("nass_lss2013", "expert_opinion"),
    ),
    # What forbids the exercise, and what has to be asked before it is spoken of. --------------------------------------
    forbids(
        "nerves_are_failing",
        what="bent_forward_exercise",
        when=[
            AnyOf(
                Present("saddle_numbness"),
                Present("new_bladder_difficulty"),
                Present("new_bowel_incontinence"),
                Present("leg_weakness_progressive"),
                Present("bilateral_leg_weakness_or_numbness"),
            )
        ],
        because="Nerves may be failing, and that has to be examined before any exercise.",
        source=("girft_ces2023", "expert_opinion"),
    ),
    forbids(
        "the_spine_may_be_ill",
        what="bent_forward_exercise",
        when=[
            AnyOf(
                FEVER,
                Present("active_cancer"),
                Present("weight_loss_unintentional"),
                Present("night_pain_unremitting"),
            )
        ],
        because="Leg or back pain with fever, cancer, weight loss or pain all night has to be looked into first.",
        source=("nice_ng59", "expert_opinion"),
    ),
    forbids(
        "heart_or_leg_have_to_be_examined_first",
        what="bent_forward_exercise",
        when=[
            AnyOf(
                Present("chest_pain_new"),
                Present("breathlessness_new"),
                Present("foot_ulcer_or_tissue_loss"),
                Present("cold_limb"),
                Present("calf_swelling"),
                Present("skin_redness_warmth"),
            )
        ],
        because="Heart, blood supply or calf may be in trouble, and that has to be examined before any exercise.",
        source="expert_opinion",
    ),
    *asks_before(
        "bent_forward_exercise",
        about=[
            "saddle_numbness",
            "new_bladder_difficulty",
            "new_bowel_incontinence",
            "leg_weakness_progressive",
            "bilateral_leg_weakness_or_numbness",
            "fever_or_rigors",
            "active_cancer",
            "weight_loss_unintentional",
            "night_pain_unremitting",
            "chest_pain_new",
            "breathlessness_new",
            "foot_ulcer_or_tissue_loss",
            "cold_limb",
            "calf_swelling",
            "skin_redness_warmth",
        ],
        because="Exercise is spoken of only when the danger signs of spine, heart and legs were answered no.",
        source=("nice_ng59", "expert_opinion"),
        grade=CONSENSUS,
    ),
)
