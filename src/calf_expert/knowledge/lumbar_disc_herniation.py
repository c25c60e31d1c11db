"""A disc in the low back bulges out of place and presses on a nerve root, which carries pain down the leg.

The calf that hurts is sound. What gives the disc away is where the pain runs, what sets it off, and which root has lost
feeling, strength or reflex: no single sign is good enough, so signs of different kinds are added up.
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
    AtLeastNOf,
    Between,
    Cause,
    Concluded,
    Is,
    Measured,
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
from .signs import FEVER, HOT_OR_SWOLLEN_CALF

CAUSE = Cause(
    name="Lumbar disc herniation with a pinched nerve root",
    icd10="M51.16, M51.17",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.WITHIN_DAYS,
    also_called=("slipped disc", "sciatica", "lumbosacral radiculopathy"),
    summary="A disc in the low back presses on a nerve root, and the pain is felt along that nerve into the calf.",
    mechanism=(
        "The disc squeezes and inflames a root as it leaves the spine. The lowest root but one (L5) sends pain down "
        "the outer calf to the top of the foot and can weaken the lifting of foot and big toe. The one below it (S1) "
        "sends pain down the back of the calf to the heel and outer foot, and can weaken the push-off and take the "
        "ankle jerk."
    ),
    sources=(
        "nice_ng59",
        "mims_ng59",
        "nass_ldh2014",
        "vanderwindt2010",
        "mistry2020",
        "vroomen2002",
        "iversen2013",
        "sawangjit2020",
    ),
    founding=(
        "The founding document describes a disc that presses on nerves: pain in the low back that, if bad, spreads to "
        "the leg with numbness and muscle pain. It lists enteric-coated aspirin, meloxicam and mecobalamin, taken "
        "under a doctor's supervision."
    ),
    today=(
        "Neither aspirin nor meloxicam is an established treatment of sciatica: NICE found too little evidence for any "
        "such painkiller and limits it to the lowest dose for the shortest time. Aspirin can make the gut bleed and is "
        "forbidden under 16. Mecobalamin was tried in nerve damage of other kinds, and not properly in disc "
        "herniation. NICE also advises against gabapentinoids, oral steroids and benzodiazepines for sciatica. Staying "
        "in bed is discouraged. The founding document does not mention cauda equina syndrome, which has to be looked "
        "for."
    ),
)

OPTIONS = (
    Option(
        id="keep_active_with_sciatica",
        name="Keeping active within comfort",
        kind=SELF_CARE,
        families=("advice_that_can_wait", "activity"),
        guidance=(
            "Keep moving as far as you can bear, and do not rest long in bed. For most people the pain gets much "
            "better within 6 to 12 weeks."
        ),
        source=("nice_ng59",),
    ),
    Option(
        id="warning_signs_with_sciatica",
        name="Signs that change the plan",
        kind=SELF_CARE,
        guidance=(
            "Go to an emergency department at once for numbness between the legs, or new trouble with bladder, "
            "bowel or sex. Go the same day if a leg grows weaker or the foot begins to drop."
        ),
        source=("nice_ng59", "girft_ces2023"),
    ),
    Option(
        id="exercise_for_sciatica",
        name="Exercise programme for the back, with warmth if it helps",
        kind=PHYSICAL,
        guidance=(
            "Exercise that is fitted to you is advised, on your own or in a group. Warmth on the back may comfort "
            "where the skin feels as it should. Stop if the leg gets weaker or more numb."
        ),
        source=("nice_ng59", "nass_ldh2014"),
    ),
    Option(
        id="lumbar_mri_for_sciatica",
        name="MRI of the low back",
        kind=TEST,
        guidance=(
            "No scan is needed at first where there is no danger sign. It is asked for with danger signs, if the "
            "leg gets weaker, or if you may need an injection or an operation."
        ),
        source=("nice_ng59", "nass_ldh2014"),
    ),
    Option(
        id="review_of_sciatica",
        name="Review, and referral if it lasts",
        kind=REFERRAL,
        guidance=(
            "See a doctor within days, who checks feeling, reflexes and how strong the leg is. If the pain stays "
            "severe, or has not settled after about six weeks, ask to be sent on. Physiotherapy, with help for "
            "mind and mood, is for when you get stuck. A spine clinic decides on an injection or an operation."
        ),
        source=("nice_ng59", "nass_ldh2014"),
    ),
)

RULES = (
    # Where the pain runs. Pain of the foot or of the side of the lower leg, and burning, mean little by themselves, and
    # much at the end of a line that begins in back or buttock. --------------------------------------------------------
    concludes(
        "pain_runs_from_the_back_into_the_strip_of_a_root",
        concept="radicular_pain_pattern",
        when=[
            Present("radiating_leg_pain"),
            AnyOf(
                Present("pain_dermatomal_below_knee"),
                Present("pain_in_foot"),
                Present("pain_front_or_side_of_lower_leg"),
            ),
        ],
        because="Pain that travels from the back below the knee, in the strip of skin one root serves, is root pain.",
        source=("mistry2020", "vroomen2002"),
    ),
    concludes(
        "a_strip_of_pain_begins_in_the_buttock",
        concept="radicular_pain_pattern",
        when=[Present("pain_in_buttock"), Present("pain_dermatomal_below_knee")],
        because="A strip of pain from the buttock down the calf into the foot follows the course of one nerve root.",
        source=("mistry2020", "genevay2017"),
    ),
    supports(
        "the_pain_follows_a_nerve_root",
        when=[Concluded("radicular_pain_pattern")],
        strength=STRONG,
        group="root_pain",
        because="The pain runs from its origin to the lower leg just where one nerve root runs.",
        source=("vroomen2002", "mistry2020"),
    ),
    supports(
        "pain_travels_below_the_knee",
        when=[Present("radiating_leg_pain")],
        strength=STRONG,
        group="root_pain",
        because="Pain that travels from back or buttock to below the knee is what a pressed nerve root does.",
        source="vroomen2002",
    ),
    supports(
        "the_pain_keeps_to_a_strip",
        when=[Present("pain_dermatomal_below_knee")],
        strength=STRONG,
        group="root_pain",
        because="The pain keeps to one strip of calf and foot, as each nerve root serves one strip.",
        source="mistry2020",
        verified=True,
    ),
    supports(
        "the_buttock_hurts_too",
        when=[Present("pain_in_buttock")],
        strength=WEAK,
        group="root_pain",
        because="The buttock lies on the way of the nerve from the back to the calf.",
        source="expert_opinion",
    ),
    supports(
        "the_pain_shoots",
        when=[Is("pain_character", ("shooting",))],
        strength=MODERATE,
        group="root_pain",
        because="Shooting pain comes from nerves more often than from muscle.",
        source="expert_opinion",
    ),
    supports(
        "the_pain_burns_along_the_nerve",
        when=[
            Is("pain_character", ("burning",)),
            AnyOf(Present("radiating_leg_pain"), Present("pain_dermatomal_below_knee"), Present("pain_in_buttock")),
        ],
        strength=MODERATE,
        group="root_pain",
        because="Burning pain in the course of a nerve from the back comes from that nerve.",
        source="expert_opinion",
    ),
    # The back. --------------------------------------------------------------------------------------------------------
    supports(
        "the_back_hurts",
        when=[Present("low_back_pain")],
        strength=WEAK,
        group="back",
        because="Most people with a slipped disc have low back pain, and so have many without one.",
        source=("founding_document", "expert_opinion"),
    ),
    supports(
        "the_back_hurts_in_the_years_of_disc_trouble",
        when=[Present("low_back_pain"), Measured("age_years", Between(30, 50))],
        strength=MODERATE,
        group="back",
        because="Between 30 and 50 a disc is a common reason for low back pain that goes with leg pain.",
        source="expert_opinion",
    ),
    supports(
        "the_leg_hurts_more_than_the_back",
        when=[Present("leg_pain_worse_than_back"), Present("low_back_pain")],
        strength=MODERATE,
        group="back",
        because="When a nerve root is pressed, the leg usually hurts more than the back.",
        source="mistry2020",
        verified=True,
    ),
    # What sets it off. ------------------------------------------------------------------------------------------------
    supports(
        "coughing_sends_pain_down_the_leg",
        when=[Present("pain_worse_cough_sneeze")],
        strength=MODERATE,
        because="Coughing, sneezing and straining raise the pressure around the roots, and the leg feels it.",
        source="mistry2020",
        verified=True,
    ),
    supports(
        "lifting_or_twisting_started_it",
        when=[Present("onset_on_lifting_or_twisting")],
        strength=MODERATE,
        because="Lifting and twisting load a disc and can push it out of place.",
        source="expert_opinion",
    ),
    supports(
        "sitting_makes_it_worse",
        when=[Present("pain_worse_sitting")],
        strength=MODERATE,
        group="posture",
        because="Sitting and bending press harder on the disc than standing does.",
        source="expert_opinion",
    ),
    weakens(
        "bending_forward_brings_relief",
        when=[Present("relief_by_bending_forward")],
        strength=MODERATE,
        group="posture",
        because="Bending forward tends to make disc pain worse; where it eases, a narrow canal fits better.",
        source="genevay2017",
        grade=GUIDELINE,
    ),
    weakens(
        "standing_still_ends_it_within_minutes",
        when=[Is("relief_standing_still", ("within_10_min",))],
        strength=MODERATE,
        because="Pain that walking brings on and a short stop ends points to narrowed arteries, not to a disc.",
        source="expert_opinion",
    ),
    # Stretching the root. Figures from people on their way to an operation, where nearly all had a herniation. --------
    supports(
        "raising_the_straight_leg_hurts_below_the_knee",
        when=[Present("slr_positive")],
        lr=1.28,
        group="straight_leg_raise",
        because="Raising the straight leg pulls on the root; many backs without a slipped disc answer with pain too.",
        source="vanderwindt2010",
        where="derived from sensitivity 0.92 and specificity 0.28, surgical populations",
        verified=True,
    ),
    weakens(
        "raising_the_straight_leg_is_painless",
        when=[Absent("slr_positive")],
        lr=0.29,
        group="straight_leg_raise",
        because="A pressed root seldom lets the straight leg be raised without pain.",
        source="vanderwindt2010",
        where="derived from sensitivity 0.92 and specificity 0.28, surgical populations",
        verified=True,
    ),
    supports(
        "raising_the_other_leg_hurts_this_one",
        when=[Present("crossed_slr_positive")],
        lr=2.8,
        group="straight_leg_raise",
        because="When raising the good leg hurts the bad one, a slipped disc is a likely reason.",
        source="vanderwindt2010",
        where="derived from sensitivity 0.28 and specificity 0.90, surgical populations",
        verified=True,
    ),
    weakens(
        "raising_the_other_leg_is_painless",
        when=[Absent("crossed_slr_positive")],
        lr=0.80,
        group="straight_leg_raise",
        because="That raising the good leg is painless says little, as most slipped discs allow it.",
        source="vanderwindt2010",
        where="derived from sensitivity 0.28 and specificity 0.90, surgical populations",
        verified=True,
    ),
    # What the root no longer does: each poor alone, better together. --------------------------------------------------
    supports(
        "the_leg_is_numb_or_tingles",
        when=[Present("leg_numbness_tingling")],
        strength=MODERATE,
        grade=FOUNDING_DOCUMENT,
        group="lost_function",
        because="A pressed nerve root makes the skin that it serves go numb or tingle.",
        source="founding_document",
    ),
    supports(
        "feeling_is_lost_in_one_strip",
        when=[Present("dermatomal_sensory_deficit")],
        strength=MODERATE,
        group="lost_function",
        because="Feeling is reduced in the strip of skin that one nerve root serves.",
        source="vanderwindt2010",
        verified=True,
    ),
    supports(
        "the_muscles_of_one_root_are_weak",
        when=[Present("myotomal_weakness")],
        strength=MODERATE,
        group="lost_function",
        because="The muscles that one nerve root drives are weak.",
        source="vanderwindt2010",
        verified=True,
    ),
    supports(
        "the_ankle_jerk_is_weak_or_gone",
        when=[Present("achilles_reflex_abnormal")],
        strength=MODERATE,
        group="lost_function",
        because="The ankle jerk runs through the lowest root that a disc can press on, and it is weak or gone.",
        source="vanderwindt2010",
        verified=True,
    ),
    supports(
        "two_signs_of_a_failing_root_agree",
        when=[
            AtLeastNOf(
                2,
                Present("dermatomal_sensory_deficit"),
                Present("myotomal_weakness"),
                Present("achilles_reflex_abnormal"),
            )
        ],
        strength=STRONG,
        group="lost_function",
        because="Feeling, strength and reflex each mislead alone, but two of them lost together point to a root.",
        source=("vanderwindt2010", "iversen2013"),
    ),
    supports(
        "the_foot_drops",
        when=[Present("foot_drop")],
        strength=MODERATE,
        group="lost_function",
        because="One of the two roots that discs press on most often lifts the foot.",
        source="expert_opinion",
    ),
    # What one root cannot explain. ------------------------------------------------------------------------------------
    weakens(
        "both_legs_hurt",
        when=[Present("bilateral_leg_pain")],
        strength=MODERATE,
        group="more_than_one_root",
        because="One pressed root hurts one leg; pain in both asks about a narrow canal or a crushed nerve bundle.",
        source="genevay2017",
        grade=GUIDELINE,
    ),
    weakens(
        "saddle_or_bowel_are_beyond_one_root",
        when=[AnyOf(Present("saddle_numbness"), Present("new_bowel_incontinence"))],
        strength=STRONG,
        group="more_than_one_root",
        because="One pressed root does not numb the saddle area or loosen the bowel: more nerves must be in danger.",
        source="expert_opinion",
    ),
    weakens(
        "the_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        group="trouble_in_the_calf_itself",
        because="A nerve root in the back does not make a calf swell.",
        source="expert_opinion",
    ),
    weakens(
        "the_skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=STRONG,
        group="trouble_in_the_calf_itself",
        because="A nerve root in the back does not make the skin red and warm.",
        source="expert_opinion",
    ),
    # The scan. Discs that bulge are common in people without pain, so that a scan supports and does not settle. -------
    supports(
        "the_scan_shows_a_herniated_disc",
        when=[Is("lumbar_mri", ("disc_herniation",))],
        strength=STRONG,
        group="scan",
        because="The scan shows a slipped disc; it counts if its side and level fit the pain.",
        source="expert_opinion",
    ),
    weakens(
        "the_scan_shows_no_pressed_nerve",
        when=[Is("lumbar_mri", ("no_nerve_compression",))],
        strength=STRONG,
        group="scan",
        because="The scan shows no nerve that is pressed.",
        source="expert_opinion",
    ),
    # Management: what the founding document lists. --------------------------------------------------------------------
    offers(
        "founding_aspirin",
        option="aspirin_enteric_coated",
        when=[Suspected("lumbar_disc_herniation")],
        because=(
            "The founding document lists enteric-coated aspirin for a slipped disc, with a doctor to watch over it."
        ),
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "founding_meloxicam",
        option="meloxicam",
        when=[Suspected("lumbar_disc_herniation")],
        because="The founding document lists meloxicam for a slipped disc, with a doctor to watch over it.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "founding_mecobalamin",
        option="mecobalamin",
        when=[Suspected("lumbar_disc_herniation")],
        because="The founding document lists mecobalamin, a form of vitamin B12, for a slipped disc.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    # Management: what guidelines say. ---------------------------------------------------------------------------------
    offers(
        "an_nsaid_may_be_weighed_up",
        option="ibuprofen_or_naproxen_oral",
        when=[Suspected("lumbar_disc_herniation")],
        because="A doctor may weigh up such a painkiller for a short time; it helps sciatica only a little, if at all.",
        source=("nice_ng59", "mims_ng59"),
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "keeping_active_helps",
        option="keep_active_with_sciatica",
        when=[Suspected("lumbar_disc_herniation")],
        because="Guidelines advise people with sciatica to go on with daily life as far as they can.",
        source="nice_ng59",
        grade=GUIDELINE,
    ),
    offers(
        "some_signs_cannot_wait",
        option="warning_signs_with_sciatica",
        when=[Suspected("lumbar_disc_herniation")],
        because="A disc that presses on one root can come to press on more, and then hours count.",
        source=("girft_ces2023", "nass_ldh2014"),
        grade=GUIDELINE,
    ),
    offers(
        "exercise_helps_recovery",
        option="exercise_for_sciatica",
        when=[Suspected("lumbar_disc_herniation")],
        because="Guidelines advise exercise that is fitted to the person.",
        source="nice_ng59",
        grade=GUIDELINE,
    ),
    offers(
        "a_scan_is_not_routine",
        option="lumbar_mri_for_sciatica",
        when=[Suspected("lumbar_disc_herniation")],
        because="A scan changes the plan only where danger signs, growing weakness or an operation are the question.",
        source="nice_ng59",
        grade=GUIDELINE,
    ),
    offers(
        "a_nerve_check_comes_within_days",
        option="review_of_sciatica",
        when=[Suspected("lumbar_disc_herniation")],
        because="A root that loses feeling, strength or reflex has to be noticed, and pain that lasts can be treated.",
        source=("nice_ng59", "nass_ldh2014"),
        grade=GUIDELINE,
    ),
    # What forbids the exercise, and what has to be asked before it is spoken of. --------------------------------------
    forbids(
        "nerves_are_failing",
        what="exercise_for_sciatica",
        when=[
            AnyOf(
                Present("saddle_numbness"),
                Present("new_bladder_difficulty"),
                Present("new_bowel_incontinence"),
                Present("leg_weakness_progressive"),
                Present("foot_drop"),
                Present("bilateral_leg_weakness_or_numbness"),
            )
        ],
        because="Nerves may be failing, and that has to be examined before any exercise.",
        source=("girft_ces2023", "expert_opinion"),
    ),
    forbids(
        "the_spine_may_be_ill",
        what="exercise_for_sciatica",
        when=[
            AnyOf(
                FEVER,
                Present("active_cancer"),
                Present("weight_loss_unintentional"),
                Present("night_pain_unremitting"),
            )
        ],
        because="Back and leg pain with fever, cancer, weight loss or pain all night has to be looked into first.",
        source=("nice_ng59", "expert_opinion"),
    ),
    forbids(
        "the_calf_has_to_be_examined_first",
        what="exercise_for_sciatica",
        when=[HOT_OR_SWOLLEN_CALF],
        because="A leg that is swollen, or red and warm, has to be examined for a clot or an infection first.",
        source="expert_opinion",
    ),
    *asks_before(
        "exercise_for_sciatica",
        about=[
            "saddle_numbness",
            "new_bladder_difficulty",
            "new_bowel_incontinence",
            "leg_weakness_progressive",
            "foot_drop",
            "bilateral_leg_weakness_or_numbness",
            "fever_or_rigors",
            "active_cancer",
            "weight_loss_unintentional",
            "night_pain_unremitting",
            "calf_swelling",
            "skin_redness_warmth",
        ],
        because="Exercise is spoken of only when the danger signs of back and leg were asked and answered no.",
        source=("nice_ng59", "expert_opinion"),
        grade=CONSENSUS,
    ),
)
