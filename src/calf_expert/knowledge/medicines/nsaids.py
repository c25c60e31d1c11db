"""Tablets of the ibuprofen family (NSAIDs): what forbids them, and what must be known before one is mentioned.

They block the making of substances that carry pain, and that also guard the stomach, the kidneys and an unborn child.
What only calls for a clinician stands in ``nsaid_cautions``, rules of single products in ``nsaids_for_disc`` and
``nsaids_for_arthritis``.
"""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    MEDICINE,
    AllOf,
    AnyOf,
    AtLeast,
    Is,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    Suspected,
    asks_before,
    forbids,
)
from ..signs import BLEEDS_EASILY, DARK_OR_SCANT_URINE, PREGNANT, SWOLLEN_LEG, VERY_HIGH_BLOOD_PRESSURE
from ._people import COULD_BEAR_A_CHILD, HEART_FAILURE_MAY_BE_THERE, MAY_HAVE_BLED_INTO_THE_CALF

OPTIONS = (
    Option(
        id="ibuprofen_or_naproxen_oral",
        name="Ibuprofen or naproxen tablets",
        kind=MEDICINE,
        families=("nsaid_oral",),
        drug_class="NSAID, non-selective",
        guidance=(
            "Current guidance: these ease pain and change nothing about its cause. There is little proof that "
            "they help sciatica, and in rheumatoid arthritis they do not protect the joints. If used at all, then "
            "as little and as briefly as will do, with something to shield the stomach."
        ),
        source=("nice_ng59", "mims_ng59", "nice_ng100"),
    ),
)

RULES = (
    # Stomach, heart, kidneys. -----------------------------------------------------------------------------------------
    forbids(
        "such_a_painkiller_caused_a_reaction_before",  # n01
        what="nsaid_oral",
        when=[Present("aspirin_nsaid_hypersensitivity")],
        because="Aspirin or a painkiller like it has caused wheezing, hives, swelling or a runny nose, and may again.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "an_ulcer_or_gut_bleed_is_active",  # n02
        what="nsaid_oral",
        when=[Present("peptic_ulcer_active")],
        because="This medicine makes an open stomach ulcer or a bleeding gut bleed more.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    # The BNF leaves room where the ulcer had another reason; a chat cannot tell, so that it is closed here.
    forbids(
        "the_stomach_has_bled_before",  # n03
        what="nsaid_oral",
        when=[Present("gi_bleed_or_ulcer_history")],
        because="After an ulcer, a gut bleed or a hole in the gut, this medicine makes a new bleed far likelier.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "heart_failure_is_severe",  # n04
        what="nsaid_oral",
        when=[Present("heart_failure_severe")],
        because="This medicine makes the body hold back water, which a badly failing heart cannot pump away.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_kidneys_filter_very_little",  # n06
        what="nsaid_oral",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Kidneys that filter this little can fail outright on this medicine.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
        verified=True,
    ),
    # The rate is not always reckoned. Creatinine from this level on stands for kidneys in danger by itself.
    forbids(
        "the_blood_shows_failing_kidneys",
        what="nsaid_oral",
        when=[Measured("creatinine_umol_l", AtLeast(177))],
        because="A blood test shows kidneys in danger, and this medicine can make them fail.",
        source="expert_opinion",
    ),
    forbids(
        "blood_pressure_is_very_high",
        what="nsaid_oral",
        when=[VERY_HIGH_BLOOD_PRESSURE],
        because="Blood pressure this high comes down first, and this medicine raises it.",
        source=("fda_nsaid_label", "expert_opinion"),
    ),
    forbids(
        "much_blood_was_lost",
        what="nsaid_oral",
        when=[Measured("haemoglobin_g_dl", LessThan(8))],
        because="Blood this thin may come from a bleed, and this medicine would make it worse.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "heart_bypass_surgery_is_near",  # n12
        what="nsaid_oral",
        when=[Present("recent_or_planned_cabg")],
        because="This medicine must not be used for pain around a heart bypass operation.",
        source="fda_nsaid_label",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "such_a_painkiller_is_taken_already",  # n13
        what="nsaid_oral",
        when=[Present("nsaid_current_use")],
        because="Two painkillers of this kind together bring more harm and no more relief.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    # Pregnancy. -------------------------------------------------------------------------------------------------------
    forbids(
        "the_pregnancy_has_reached_30_weeks",  # n09
        what="nsaid_oral",
        when=[Measured("gestation_weeks", AtLeast(30))],
        because="Late in pregnancy this medicine can close a blood vessel that the baby needs until it is born.",
        source=("fda_nsaid_preg2020", "bnf"),
        grade=GUIDELINE,
        verified=True,
    ),
    # The FDA says to limit it, with a specialist; nobody in a chat can weigh that.
    forbids(
        "the_pregnancy_is_between_20_and_30_weeks",  # n10
        what="nsaid_oral",
        when=[Measured("gestation_weeks", AtLeast(20)), Measured("gestation_weeks", LessThan(30))],
        because="From 20 weeks of pregnancy this medicine can harm the baby's kidneys and dry up the water around it.",
        source="fda_nsaid_preg2020",
        grade=GUIDELINE,
        verified=True,
    ),
    # Muscle, bleeding, emergencies. -----------------------------------------------------------------------------------
    forbids(
        "muscle_breakdown_is_suspected",  # n32
        what="nsaid_oral",
        when=[Suspected("rhabdomyolysis")],
        because="If muscle is breaking down, the kidneys are already in danger, and this medicine adds to it.",
        source=("kodadek2022", "expert_opinion"),
    ),
    forbids(
        "the_urine_is_dark_or_scant",  # n36
        what="nsaid_oral",
        when=[DARK_OR_SCANT_URINE],
        because="Dark urine, or too little of it, can mean that muscles or kidneys fail, until it has been tested.",
        source=("kodadek2022", "expert_opinion"),
    ),
    forbids(
        "the_calf_may_have_bled_inside",  # n33
        what="nsaid_oral",
        when=[MAY_HAVE_BLED_INTO_THE_CALF],
        because="A bruised or very hard calf may be bleeding inside, and this medicine makes bleeding worse.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "the_blood_is_thin_and_the_calf_changed_quickly",  # n33
        what="nsaid_oral",
        when=[
            AnyOf(
                Measured("inr", AtLeast(8)),
                AllOf(BLEEDS_EASILY, AnyOf(SWOLLEN_LEG, Is("onset_speed", ("sudden", "hours")))),
            )
        ],
        because="In someone who bleeds easily, a calf that swells or suddenly hurts may be bleeding inside.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "a_flesh_destroying_infection_is_suspected",  # n34
        what="nsaid_oral",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="A painkiller could hide how fast an infection spreads and delay the care that is needed now.",
        source="expert_opinion",
    ),
    forbids(
        "the_skin_is_dark_or_redness_spreads",  # n34
        what="nsaid_oral",
        when=[AnyOf(Present("skin_blisters_or_dusky"), Present("redness_spreading_rapidly"))],
        because="Dark or blistered skin, or redness that spreads fast, may be an infection that this medicine would hide.",
        source="expert_opinion",
    ),
    forbids(
        "pressure_in_the_calf_is_suspected",  # n34
        what="nsaid_oral",
        when=[Suspected("acute_compartment_syndrome")],
        because="A painkiller could hide rising pressure in the calf and delay the care that is needed now.",
        source="expert_opinion",
    ),
    forbids(
        "a_blocked_leg_artery_is_suspected",  # n34
        what="nsaid_oral",
        when=[Suspected("acute_limb_ischaemia")],
        because="A painkiller could hide that the leg gets too little blood and delay the care that is needed now.",
        source="expert_opinion",
    ),
    # What cannot be cleared before it is known. -----------------------------------------------------------------------
    *asks_before(
        "nsaid_oral",
        about=["aspirin_nsaid_hypersensitivity", "peptic_ulcer_active", "gi_bleed_or_ulcer_history"],
        because="A reaction to such a painkiller, an ulcer or a gut bleed, now or earlier, rules this medicine out.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["nsaid_current_use", "recent_or_planned_cabg", "heart_failure"],
        because="A second painkiller of this kind, a heart bypass or a weak heart makes this medicine dangerous.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["heart_failure_severe"],
        only_if=[HEART_FAILURE_MAY_BE_THERE],
        because="Severe heart failure rules this medicine out.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="This medicine can harm kidneys that already work badly.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about this medicine.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="This medicine can harm an unborn child.",
        source=("fda_nsaid_preg2020", "bnf"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["gestation_weeks"],
        only_if=[PREGNANT],
        because="From 20 weeks of pregnancy this medicine is ruled out, so the week has to be known.",
        source=("fda_nsaid_preg2020", "bnf"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["age_years"],
        because="Most of these painkillers are not for children, and all of them are riskier from 65.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "nsaid_oral",
        about=["dark_urine", "reduced_urine_output"],
        because="Dark or very little urine can mean that the kidneys are in danger.",
        source=("kodadek2022", "expert_opinion"),
        grade=CONSENSUS,
    ),
    *asks_before(
        "nsaid_oral",
        about=["calf_or_ankle_bruising", "tense_hard_calf", "anticoagulant_use", "bleeding_disorder"],
        because="This medicine makes bleeding worse, and the calf itself may be bleeding inside.",
        source=("acc_bleed2020", "expert_opinion"),
        grade=CONSENSUS,
    ),
    *asks_before(
        "nsaid_oral",
        about=["calf_swelling", "onset_speed"],
        only_if=[BLEEDS_EASILY],
        because="In someone who bleeds easily, a calf that swells or suddenly hurts may be bleeding inside.",
        source=("acc_bleed2020", "expert_opinion"),
        grade=CONSENSUS,
    ),
)
