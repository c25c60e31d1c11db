"""Hard or new work leaves a calf sore: burning while it lasts, or stiff and tender for days from the next day on.

Two things share the founding label. The burn of hard effort comes with lactate and goes within the hour; the soreness
of the days after comes from small damage inside the fibres, and lactate has no part in it.
"""

from ..authoring import (
    COMMON,
    FOUNDING_DOCUMENT,
    MODERATE,
    PHYSICAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Absent,
    AnyOf,
    Cause,
    Concluded,
    Is,
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
from .signs import BOTH_LEGS_HURT, FEVER, SEVERE_PAIN

CAUSE = Cause(
    name="Exercise-related muscle soreness (lactic acid build-up)",
    also_called=("Lactic acid build-up", "Delayed-onset muscle soreness", "DOMS"),
    icd10="M79.669",
    commonness=COMMON,
    urgency=Urgency.SELF_CARE,
    self_care_after="danger_signs_denied",
    self_care_unless="no_case_for_self_care",
    summary="Soreness after work that is hard or new to you, which goes by itself within about a week.",
    mechanism=(
        "During hard effort the working calf runs short of blood and gathers acid and potassium, which burns and is "
        "gone within about an hour. New or braking work, such as walking downhill, damages the fibres a little; the "
        "healing makes them stiff and sore from the next day, worst on day one to three and gone after five to seven "
        "days."
    ),
    founding=(
        "Long heavy work or sudden hard exercise lets lactic acid gather in the legs and makes them sore; warmth and "
        "massage are advised, under a doctor's guidance."
    ),
    today=(
        "Lactate is back to normal within about an hour of stopping and does not cause the soreness of later days: "
        "running downhill made legs sore without any rise of lactate, and running on the level raised lactate without "
        "making them sore. Massage eases this soreness best, but only where no clot, tear or infection is possible; "
        "heat waits for two days and never goes on a swollen, numb or poorly supplied leg."
    ),
    sources=("cheung2003", "schwane1983", "dupuy2018", "chavez2016", "founding_document"),
)

OPTIONS = (
    Option(
        id="rest_from_the_load",
        name="Rest from what brought it on",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Leave out the work or sport that brought it on until the soreness has gone, and drink enough. Go the "
            "same day if the urine turns dark, if one calf swells or grows hard, or if the leg gets weak. See a "
            "doctor if it still gets worse after four days, or lasts more than a week."
        ),
        source=("cheung2003", "expert_opinion"),
    ),
    Option(
        id="easy_calf_movement",
        name="Easy walking and light calf stretches, then a gradual return",
        kind=PHYSICAL,
        guidance=(
            "Walk gently, move the ankle through its range and stretch the calf lightly, short of pain. Build the load "
            "up again in small steps and warm up first; this also keeps it from coming back."
        ),
        source=("cheung2003", "expert_opinion"),
    ),
    Option(
        id="muscle_enzyme_and_kidney_tests",
        name="Muscle enzyme (CK), creatinine, potassium and a urine dipstick",
        kind=TEST,
        guidance=(
            "Ask for a blood test of muscle enzyme, kidneys and potassium, and a urine dipstick. They show "
            "whether muscle is dying off."
        ),
        source=("chavez2016", "expert_opinion"),
    ),
)

RULES = (
    # The effort. ------------------------------------------------------------------------------------------------------
    supports(
        "unusual_effort_went_before",
        when=[Concluded("unaccustomed_exertion")],
        strength=MODERATE,
        group="effort",
        because="Muscles grow sore after more work than they are used to.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    supports(
        "new_exercise_went_before_within_three_days",
        when=[Present("unaccustomed_exercise_recent")],
        strength=STRONG,
        group="effort",
        because="Hard or new exercise in the last three days is what this soreness comes from.",
        source="cheung2003",
    ),
    weakens(
        "no_unusual_effort_went_before",
        when=[Absent("unaccustomed_exercise_recent"), Absent("prolonged_heavy_labour")],
        strength=STRONG,
        group="effort",
        because="Without hard exercise or heavy work there is nothing for the muscle to be sore from.",
        source="cheung2003",
    ),
    # When it hurts. ---------------------------------------------------------------------------------------------------
    supports(
        "soreness_built_up_the_day_after",
        when=[Present("delayed_onset_24_72h")],
        strength=STRONG,
        group="timing",
        because="Soreness that starts the day after exercise and peaks on day one to three is typical of sore muscle.",
        source="cheung2003",
    ),
    supports(
        "muscle_burned_only_during_the_effort",
        when=[Present("exertional_burn_during_effort")],
        strength=MODERATE,
        group="timing",
        because="A burn in hard effort that goes within an hour is the muscle running short, and no injury.",
        source="schwane1983",
        verified=True,
    ),
    weakens(
        "soreness_has_lasted_over_ten_days",
        when=[Measured("symptom_duration_days", MoreThan(10))],
        strength=MODERATE,
        group="course",
        because="Plain muscle soreness is gone after five to seven days.",
        source="cheung2003",
    ),
    weakens(
        "pain_still_worsens_after_four_days",
        when=[Present("pain_progressive"), Measured("symptom_duration_days", MoreThan(4))],
        strength=MODERATE,
        group="course",
        because="Plain muscle soreness is on the mend after three days, and this is not.",
        source="cheung2003",
    ),
    # How it hurts. All tell of one dull, even soreness; without an effort before it they must not add up. -----------
    supports(
        "muscle_is_sore_all_over_on_use_or_touch",
        when=[Present("muscle_soreness_on_use_or_touch")],
        strength=MODERATE,
        group="kind_of_soreness",
        because="Overworked muscle is stiff and sore all over when it is used or pressed.",
        source="cheung2003",
    ),
    supports(
        "both_legs_are_sore",
        when=[BOTH_LEGS_HURT],
        strength=WEAK,
        group="kind_of_soreness",
        because="Most exercise works both legs, so both grow sore.",
        source="expert_opinion",
    ),
    supports(
        "same_soreness_came_and_went_before",
        when=[Present("previous_similar_episodes")],
        strength=WEAK,
        group="kind_of_soreness",
        because="The same pain has come before and settled by itself.",
        source="expert_opinion",
    ),
    supports(
        "pain_is_an_ache",
        when=[Is("pain_character", in_=("aching",))],
        strength=WEAK,
        group="kind_of_soreness",
        because="Sore muscle aches rather than stabs or shoots.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=STRONG,
        because="Swelling of one calf is a clot, a tear or a bleed until someone has looked.",
        source="expert_opinion",
    ),
    weakens(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=MODERATE,
        because="Sore muscle hurts when it is used or pressed and is quiet at rest.",
        source="expert_opinion",
    ),
    weakens(
        "pain_struck_in_mid_effort",
        when=[Present("sudden_push_off_onset")],
        strength=STRONG,
        group="tear",
        because="Pain that strikes in the middle of an effort is a tear until shown otherwise.",
        source="expert_opinion",
    ),
    weakens(
        "scan_shows_a_tear_or_bleed",
        when=[Is("calf_soft_tissue_imaging", in_=("muscle_tear", "haematoma"))],
        strength=STRONG,
        group="tear",
        because="The scan shows a tear or a bleed, which explains the pain.",
        source="expert_opinion",
    ),
    weakens(
        "urine_is_dark",
        when=[Present("dark_urine")],
        strength=STRONG,
        because="Dark urine after exercise means that muscle may be breaking down, which is more than soreness.",
        source="chavez2016",
    ),
    weakens(
        "there_is_fever",
        when=[FEVER],
        strength=MODERATE,
        because="Soreness from exercise brings no fever; an infection does.",
        source="expert_opinion",
    ),
    weakens(
        "leg_is_numb_or_tingles",
        when=[Present("leg_numbness_tingling")],
        strength=MODERATE,
        because="Sore muscle leaves feeling as it is; numbness points to a nerve or to pressure in the calf.",
        source="expert_opinion",
    ),
    weakens(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=MODERATE,
        because="A sore leg can be stood on; one that cannot may be torn, broken or infected.",
        source="expert_opinion",
    ),
    weakens(
        "pain_is_severe",
        when=[SEVERE_PAIN],
        strength=WEAK,
        because="Severe pain is more than most sore muscles give, and makes one think of muscle breakdown or pressure.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    concludes(
        "sore_after_unusual_effort",
        concept="effort_related_soreness",
        when=[Concluded("unaccustomed_exertion")],
        because="An unusual effort went before the pain.",
        source="cheung2003",
    ),
    concludes(
        "timing_tells_of_an_effort",
        concept="effort_related_soreness",
        when=[AnyOf(Present("delayed_onset_24_72h"), Present("exertional_burn_during_effort"))],
        because="The time at which it hurts is told by the exercise that went before.",
        source="cheung2003",
    ),
    offers(
        "warmth_eases_sore_muscle",
        option="local_heat",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="The founding document advises warmth for muscles that are sore from work.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "massage_eases_sore_muscle",
        option="massage",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="The founding document advises massage for muscles that are sore from work.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "paracetamol_gives_comfort",
        option="paracetamol",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="A simple painkiller makes the sore days easier, although it does not shorten them.",
        source="expert_opinion",
    ),
    offers(
        "painkilling_gel_gives_comfort",
        option="topical_nsaid",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="A painkilling gel on whole skin gives comfort, although it does not speed recovery.",
        source="expert_opinion",
    ),
    offers(
        "rest_lets_it_settle",
        option="rest_from_the_load",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="Sore muscle heals by itself once it is spared the load.",
        source=("cheung2003", "expert_opinion"),
    ),
    offers(
        "easy_movement_loosens_it",
        option="easy_calf_movement",
        when=[Suspected("lactic_acid_buildup"), Concluded("effort_related_soreness")],
        because="Gentle movement keeps a sore calf loose, and a gradual return keeps it from growing sore again.",
        source=("cheung2003", "expert_opinion"),
    ),
    offers(
        "blood_is_tested_where_it_is_not_plain_soreness",
        option="muscle_enzyme_and_kidney_tests",
        when=[
            Suspected("lactic_acid_buildup"),
            Concluded("effort_related_soreness"),
            AnyOf(
                SEVERE_PAIN,
                Present("heat_exposure_exertion"),
                Present("dark_urine"),
                Present("statin_use"),
            ),
        ],
        because="With severe pain, heat, dark urine or a statin, hard work may break muscle down.",
        source=("chavez2016", "expert_opinion"),
    ),
    forbids(
        "a_tear_is_not_stretched",
        what="easy_calf_movement",
        when=[
            AnyOf(
                Present("sudden_push_off_onset"),
                Present("pop_or_snap_felt"),
                Present("calf_or_ankle_bruising"),
                Present("unable_to_bear_weight"),
            )
        ],
        because="A muscle or tendon that may be torn must not be stretched.",
        source="expert_opinion",
    ),
    forbids(
        "a_swollen_or_hot_calf_is_not_exercised",
        what="easy_calf_movement",
        when=[AnyOf(Present("calf_swelling"), Present("skin_redness_warmth"), FEVER)],
        because="A swollen or hot calf, or a fever with it, may be a clot or an infection.",
        source="expert_opinion",
    ),
    forbids(
        "a_tight_numb_weak_or_cold_leg_is_not_exercised",
        what="easy_calf_movement",
        when=[
            AnyOf(
                Present("tense_hard_calf"),
                Present("leg_numbness_tingling"),
                Present("numbness_both_legs"),
                Present("numbness_buttocks"),
                Present("walking_urge_to_urinate"),
                Present("leg_weakness"),
                Present("cold_limb"),
            )
        ],
        because="A hard, numb, weak or cold leg may lack blood, and work makes that worse.",
        source="expert_opinion",
    ),
    forbids(
        "muscle_that_breaks_down_is_rested",
        what="easy_calf_movement",
        when=[Present("dark_urine")],
        because="Dark urine may come from muscle that breaks down, and work breaks down more.",
        source="chavez2016",
    ),
    forbids(
        "a_lump_is_examined_first",
        what="easy_calf_movement",
        when=[AnyOf(Present("calf_lump"), Present("calf_lump_enlarging"))],
        because="A lump in the calf is examined before the muscle is stretched or worked.",
        source="expert_opinion",
    ),
    *asks_before(
        "easy_calf_movement",
        about=[
            "sudden_push_off_onset",
            "pop_or_snap_felt",
            "calf_or_ankle_bruising",
            "unable_to_bear_weight",
            "calf_swelling",
            "skin_redness_warmth",
            "fever_or_rigors",
            "tense_hard_calf",
            "leg_numbness_tingling",
            "leg_weakness",
            "cold_limb",
            "dark_urine",
        ],
        because="Exercise is safe only when this is known not to be so.",
        source="expert_opinion",
    ),
)
