"""In bed a motor nerve fires without being asked, and the calf locks hard for seconds to minutes; stretching ends it.

Nobody knows why, and the name is kept for cramps without a reason: salts, thyroid, medicines, arteries, nerves and
pregnancy are thought of first.
"""

from ..authoring import (
    COMMON,
    GUIDELINE,
    MODERATE,
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
    concludes,
    offers,
    supports,
    weakens,
)
from .signs import PREGNANT, SWOLLEN_LEG

CAUSE = Cause(
    name="Night cramps of the calf",
    also_called=("Nocturnal leg cramps", "Idiopathic leg cramps", "Charley horse"),
    icd10="G47.62, M62.831, R25.2",
    commonness=COMMON,
    urgency=Urgency.SELF_CARE,
    self_care_after="night_cramps_without_danger",
    self_care_unless="no_self_care_for_cramps",
    summary="Sudden, hard and painful calf cramps in bed, which pass within minutes and leave the muscle sore.",
    mechanism=(
        "A motor nerve discharges by itself and shortens the muscle it serves. The calf turns hard and hurts for "
        "seconds to minutes, lets go when the foot is pulled up, and may stay sore into the next day. Between cramps "
        "the leg is normal."
    ),
    sources=("rabbitt2016", "aafp2017cramps", "garrison2020", "fda_quinine"),
)

OPTIONS = (
    Option(
        id="night_cramp_care",
        name="Drinking enough, loose covers, and when to be seen",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Drink enough and keep bed covers loose, so that they do not push the feet down. Magnesium tablets are "
            "unlikely to make cramps fewer in older people. See a doctor if cramps spread beyond the legs, come by day "
            "or grow more frequent, and be seen the same day if one calf stays swollen, red or hard."
        ),
        source=("rabbitt2016", "garrison2020", "expert_opinion"),
    ),
    Option(
        id="cramp_blood_tests",
        name="Blood tests for cramps, and a look at the medicines",
        kind=TEST,
        guidance=(
            "Plain night cramps need no test. Where there may be something else behind them, ask for tests of "
            "kidneys and salts, calcium, magnesium, muscle enzyme (CK), thyroid (TSH) and vitamin B12. Have your "
            "medicines looked through, and do not stop one on your own."
        ),
        source=("rabbitt2016", "expert_opinion"),
    ),
)

RULES = (
    # The cramp: when it comes, and what it is. ------------------------------------------------------------------------
    supports(
        "cramps_come_in_bed",
        when=[Present("night_cramps")],
        strength=STRONG,
        group="when_it_comes",
        because="Cramps that come in bed or asleep are what the name stands for.",
        source="rabbitt2016",
        verified=True,
    ),
    weakens(
        "cramps_do_not_come_in_bed",
        when=[Absent("night_cramps")],
        strength=STRONG,
        group="when_it_comes",
        because="Night cramps come in bed, and here nothing comes there.",
        source="rabbitt2016",
    ),
    supports(
        "calf_goes_hard_and_stretching_frees_it",
        when=[Present("cramp_hardening_relief_by_stretch")],
        strength=STRONG,
        group="what_it_is",
        because="A calf that knots hard and lets go when it is stretched has a true cramp.",
        source="rabbitt2016",
    ),
    supports(
        "muscles_cramp",
        when=[Present("muscle_cramps")],
        strength=MODERATE,
        group="what_it_is",
        because="Sudden, tight and painful cramps are the complaint itself.",
        source="expert_opinion",
    ),
    supports(
        "pain_is_cramping",
        when=[Is("pain_character", in_=("cramping",))],
        strength=MODERATE,
        group="what_it_is",
        because="The pain feels like a cramp.",
        source="expert_opinion",
    ),
    # What makes cramps likelier. --------------------------------------------------------------------------------------
    # Not moderate: many other painful calves are old too, and an age by itself is no ground to suspect cramps.
    supports(
        "older_than_60",
        when=[Measured("age_years", MoreThan(60))],
        strength=WEAK,
        group="what_makes_cramps_likelier",
        because="Night cramps are common in older people.",
        source="rabbitt2016",
        verified=True,
    ),
    supports(
        "a_diuretic_is_taken",
        when=[Present("diuretic_use")],
        strength=WEAK,
        group="what_makes_cramps_likelier",
        because="Water tablets make cramps likelier.",
        source="rabbitt2016",
        verified=True,
    ),
    supports(
        "a_medicine_known_for_cramps_is_taken",
        when=[Present("cramp_provoking_drug")],
        strength=WEAK,
        group="what_makes_cramps_likelier",
        because="Water tablets and long-acting inhalers that open up the lungs make cramps more likely.",
        source="rabbitt2016",
        verified=True,
    ),
    supports(
        "a_beta_blocker_is_taken",
        when=[Present("beta_blocker_use")],
        strength=WEAK,
        group="what_makes_cramps_likelier",
        because="Beta blockers bring cramps in some people.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "pain_begins_standing_or_sitting",
        when=[Present("pain_begins_standing_or_sitting")],
        strength=WEAK,
        because="Night cramps come lying in bed, and this pain starts on standing still or sitting.",
        source="expert_opinion",
    ),
    weakens(
        "walking_hurts",
        when=[Present("pain_on_walking")],
        strength=WEAK,
        because="Pain on walking comes from arteries, nerves or muscle at work, and not from night cramps.",
        source="expert_opinion",
    ),
    weakens(
        "leg_is_swollen",
        when=[SWOLLEN_LEG],
        strength=STRONG,
        group="signs_of_a_clot",
        because="Cramps do not make one calf swell, and a clot does.",
        source="expert_opinion",
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
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=STRONG,
        because="Cramps leave the skin as it is; an infection or a clot makes it hot and red.",
        source="expert_opinion",
    ),
    weakens(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=MODERATE,
        because="A cramp passes within minutes, and then the leg can be stood on again.",
        source="expert_opinion",
    ),
    weakens(
        "legs_have_an_urge_to_move",
        when=[Present("urge_to_move_legs")],
        strength=MODERATE,
        because="An urge to move the legs is restless legs, in which the muscle does not knot.",
        source="rabbitt2016",
    ),
    weakens(
        "hands_or_feet_lock",
        when=[Present("carpopedal_spasm")],
        strength=STRONG,
        group="cramps_elsewhere",
        because="Hands or feet that lock mean low calcium or magnesium until a blood test shows otherwise.",
        source="expert_opinion",
    ),
    weakens(
        "cramps_reach_beyond_the_legs",
        when=[Present("cramps_widespread")],
        strength=MODERATE,
        group="cramps_elsewhere",
        because="Cramps in hands, face or trunk come from the blood more often than plain night cramps do.",
        source="expert_opinion",
    ),
    weakens(
        "feet_burn_or_feel_less",
        when=[
            AnyOf(
                Present("burning_feet_stocking"),
                Present("numbness_both_soles"),
                Present("reduced_monofilament_or_vibration"),
            )
        ],
        strength=STRONG,
        because="Feet that burn or feel less point to ill nerves, and ill nerves make calves cramp.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    weakens(
        "cramps_come_in_pregnancy",
        when=[PREGNANT],
        strength=STRONG,
        because="In pregnancy cramps have a reason and a name of their own.",
        source=("luo2020", "expert_opinion"),
    ),
    # When they may be left alone. -------------------------------------------------------------------------------------
    concludes(
        "cramps_in_bed_and_nothing_else",
        concept="night_cramps_without_danger",
        when=[
            Concluded("danger_signs_denied"),
            Concluded("no_other_reason_for_cramps"),
            Present("night_cramps"),
        ],
        because="Cramps come in bed, and each danger sign and each other reason was asked about and denied.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    concludes(
        "cramps_in_bed_and_nothing_else_in_pregnancy",
        concept="night_cramps_without_danger",
        # The denials of a pregnancy ask for more than those of everyone, so they clear both names for the same cramp.
        when=[Concluded("pregnancy_cramps_without_danger"), Present("night_cramps")],
        because="In pregnancy even more was asked about, and all of it was denied.",
        source=("luo2020", "rabbitt2016", "expert_opinion"),
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "stretching_frees_the_calf",
        option="gentle_stretching",
        when=[Suspected("nocturnal_leg_cramps"), Concluded("leg_cramps")],
        because="Stretching ends a cramp, and some people have fewer of them when they stretch before bed.",
        source=("aafp2017cramps", "rabbitt2016"),
    ),
    offers(
        "simple_measures_come_first",
        option="night_cramp_care",
        when=[Suspected("nocturnal_leg_cramps"), Concluded("leg_cramps")],
        because="Plain night cramps are a nuisance and not a danger, and simple measures come first.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    offers(
        "warmth_soothes_after_a_cramp",
        option="local_heat",
        when=[Suspected("nocturnal_leg_cramps"), Concluded("leg_cramps")],
        because="Warmth is pleasant on a calf that is sore after a cramp.",
        source="expert_opinion",
    ),
    offers(
        "rubbing_soothes_after_a_cramp",
        option="massage",
        when=[Suspected("nocturnal_leg_cramps"), Concluded("leg_cramps")],
        because="Gentle rubbing is pleasant on a calf that is sore after a cramp.",
        source="expert_opinion",
    ),
    offers(
        "blood_is_tested_where_another_reason_is_possible",
        option="cramp_blood_tests",
        when=[
            Suspected("nocturnal_leg_cramps"),
            Concluded("leg_cramps"),
            Concluded("cramps_with_another_reason"),
        ],
        because="Something on record may be behind the cramps, and a blood test or a change of medicine may mend it.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    offers(
        "magnesium_is_known_for_cramps",
        option="magnesium_oral",
        when=[Suspected("nocturnal_leg_cramps"), Concluded("leg_cramps")],
        because="Many people take magnesium for night cramps, so what is known of it belongs here.",
        source="garrison2020",
    ),
    offers(
        "quinine_is_known_for_cramps",
        option="quinine",
        when=[Suspected("nocturnal_leg_cramps"), Present("night_cramps")],
        because="Quinine has long been taken for night cramps, so what speaks against it belongs here.",
        source=("fda_quinine", "rabbitt2016"),
        grade=GUIDELINE,
        verified=True,
    ),
)
