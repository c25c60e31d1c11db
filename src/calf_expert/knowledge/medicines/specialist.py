"""Medicines that only a prescriber starts: against rheumatoid arthritis, against clots, against skin infection."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AllOf,
    AnyOf,
    AtLeast,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT
from ._people import COULD_BEAR_A_CHILD, MAY_HAVE_BLED_INTO_THE_CALF

OPTIONS = (
    Option(
        id="methotrexate_dmard",
        name="Methotrexate or another medicine that slows rheumatoid arthritis (DMARD)",
        kind=MEDICINE,
        drug_class="disease-modifying antirheumatic drug",
        guidance=(
            "Not in the founding document, which lists painkillers only. Current guidance puts a medicine that slows "
            "the disease first, started by a specialist as soon as possible: painkillers do not protect the joints."
        ),
        source=("nice_ng100", "eular_ra2022", "allen2018"),
        verified=True,
    ),
    Option(
        id="anticoagulant_treatment",
        name="Blood thinner (anticoagulant) for a confirmed or strongly suspected clot",
        kind=MEDICINE,
        families=("anticoagulant",),
        drug_class="anticoagulant",
        guidance=(
            "Only a prescriber starts it. Current guidance gives a first dose without waiting where the scan for a "
            "clot is delayed."
        ),
        source=("nice_ng158",),
    ),
    Option(
        id="antibiotic_cellulitis",
        name="Antibiotic for a skin infection (flucloxacillin or the local choice)",
        kind=MEDICINE,
        drug_class="antibiotic",
        guidance="Only a prescriber starts it, on the day the infection is found; flucloxacillin in the UK.",
        source=("nice_ng141",),
    ),
)

RULES = (
    # Methotrexate. ----------------------------------------------------------------------------------------------------
    forbids(
        "methotrexate_harms_an_unborn_or_breastfed_child",  # mt01
        what="methotrexate_dmard",
        when=[AnyOf(PREGNANT, Present("breastfeeding"))],
        because="Methotrexate can badly harm an unborn or breastfed child.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "methotrexate_stays_in_failing_kidneys",  # mt02
        what="methotrexate_dmard",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Kidneys that filter this little cannot clear methotrexate, and it poisons the body.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "methotrexate_poisons_a_strained_liver",  # mt03
        what="methotrexate_dmard",
        when=[AnyOf(Present("liver_disease"), Present("alcohol_excess"))],
        because="With liver disease or heavy drinking, methotrexate can ruin the liver.",
        source=("bnf", "uk_eu_spc"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "methotrexate_weakens_defences_in_an_infection",  # mt04
        what="methotrexate_dmard",
        when=[Present("systemic_infection_current")],
        because="Methotrexate weakens the body's defences, so an infection has to be over first.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    *asks_before(
        "methotrexate_dmard",
        about=["liver_disease", "alcohol_excess", "systemic_infection_current"],
        because="Liver disease, heavy drinking or an infection rules methotrexate out.",
        source=("bnf", "uk_eu_spc"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "methotrexate_dmard",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="Kidneys that work badly cannot clear methotrexate.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "methotrexate_dmard",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about methotrexate.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "methotrexate_dmard",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="Methotrexate can badly harm an unborn child.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "methotrexate_dmard",
        about=["breastfeeding"],
        only_if=[COULD_BEAR_A_CHILD],
        because="Methotrexate can badly harm a breastfed child.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # Blood thinners. --------------------------------------------------------------------------------------------------
    forbids(
        "the_gut_is_bleeding",  # a01
        what="anticoagulant",
        when=[Present("peptic_ulcer_active")],
        because="An open ulcer or a bleeding gut can bleed dangerously on a blood thinner.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "blood_clots_badly",  # a02
        what="anticoagulant",
        when=[Present("bleeding_disorder")],
        because="If you bleed too easily, only a specialist can decide on a blood thinner.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_calf_may_have_bled_inside",  # a03
        what="anticoagulant",
        when=[MAY_HAVE_BLED_INTO_THE_CALF],
        because="A bruised or very hard calf may be bleeding inside, which looks like a clot and gets worse with this.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    forbids(
        "pressure_in_the_calf_is_suspected",  # a03
        what="anticoagulant",
        when=[Suspected("acute_compartment_syndrome")],
        because="Rising pressure in the calf can look like a clot, and a blood thinner would make a bleed there worse.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    forbids(
        "platelets_are_very_low",  # a10
        what="anticoagulant",
        when=[Measured("platelets_10e9_l", LessThan(50))],
        because="With so few platelets, a blood thinner can cause bleeding that does not stop.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "a_blood_thinner_is_taken_already",  # a11
        what="anticoagulant",
        when=[Present("anticoagulant_use")],
        because="A second blood thinner is never added to the first, and the doctor who gave it decides on a change.",
        source=("nice_ng158", "expert_opinion"),
    ),
    # Seen for one of these medicines only, so that it is not verified.
    forbids(
        "pregnancy_needs_an_injected_heparin_today",  # an01
        what="anticoagulant_treatment",
        when=[PREGNANT],
        because="In pregnancy the tablets are not used, and a specialist starts an injected heparin the same day.",
        source=("rcog37b", "nice_ng158"),
        grade=GUIDELINE,
    ),
    cautions(
        "an_nsaid_is_taken",  # a04
        what="anticoagulant",
        when=[Present("nsaid_current_use")],
        because="A blood thinner together with a painkiller like ibuprofen makes bleeding more likely.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "platelets_are_already_slowed",  # a05
        what="anticoagulant",
        when=[Present("antiplatelet_use")],
        because="A blood thinner together with low-dose aspirin or the like makes bleeding more likely.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "an_antidepressant_adds_to_bleeding",  # a06
        what="anticoagulant",
        when=[Present("ssri_snri_use")],
        because="Some antidepressants (SSRI or SNRI) make bleeding on a blood thinner more likely.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "the_kidneys_filter_very_little",  # a07
        what="anticoagulant",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Kidneys that filter this little need a different blood thinner, or less of it.",
        source=("bnf", "nice_ng158"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_liver_is_ill",  # a08
        what="anticoagulant",
        when=[Present("liver_disease")],
        because="With liver disease bleeding is more likely, and some blood thinners are ruled out.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "another_medicine_changes_its_level",  # a09
        what="anticoagulant",
        when=[Present("strong_cyp3a4_pgp_interaction")],
        because="Some medicines against fungi, HIV, epilepsy or tuberculosis make this one too strong or too weak.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_stomach_has_bled_before",  # a12
        what="anticoagulant",
        when=[Present("gi_bleed_or_ulcer_history")],
        because="What has bled in the gut before may bleed again on a blood thinner.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "an_operation_may_be_fresh",  # a13
        what="anticoagulant",
        when=[
            AnyOf(
                Measured("days_since_major_surgery", LessThan(14)),
                AllOf(Present("major_surgery_12w"), NotKnown("days_since_major_surgery")),
            )
        ],
        because="A fresh operation may bleed, so the surgeon and the prescriber decide together.",
        source="expert_opinion",
    ),
    cautions(
        "blood_pressure_is_dangerously_high",  # a14
        what="anticoagulant",
        when=[Measured("systolic_bp", AtLeast(180))],
        because="With blood pressure this high, a blood thinner could cause a bleed in the brain.",
        source="expert_opinion",
    ),
    cautions(
        "a_child_is_breastfed",  # a15
        what="anticoagulant",
        when=[Present("breastfeeding")],
        because="While breastfeeding, the newer tablets are not used, and heparin or warfarin is the first choice.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "anticoagulant",
        about=["peptic_ulcer_active", "bleeding_disorder", "anticoagulant_use"],
        because="An open ulcer, an illness that makes you bleed or a second blood thinner makes this one unsafe.",
        source=("bnf", "nice_ng158"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "anticoagulant",
        about=["calf_or_ankle_bruising", "tense_hard_calf"],
        because="A bleed into the calf can look like a clot, and a blood thinner would make it worse.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    *asks_before(
        "anticoagulant_treatment",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="In pregnancy a clot is treated with an injected heparin and not with tablets.",
        source=("rcog37b", "nice_ng158"),
        grade=GUIDELINE,
    ),
    # Antibiotic. ------------------------------------------------------------------------------------------------------
    forbids(
        "the_allergy_may_be_to_penicillin",  # ab01
        what="antibiotic_cellulitis",
        when=[Present("drug_allergy_other")],
        because="The allergy may be to penicillin, so the prescriber has to know which one it is.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "flucloxacillin_can_block_bile",  # ab02
        what="antibiotic_cellulitis",
        when=[Present("liver_disease")],
        because="Flucloxacillin can block the flow of bile and cause jaundice, which an ill liver bears badly.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "penicillins_hold_back_methotrexate",  # ab03
        what="antibiotic_cellulitis",
        when=[Present("methotrexate_use")],
        because="Antibiotics of the penicillin kind can make methotrexate build up to a harmful level.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "antibiotic_cellulitis",
        about=["drug_allergy_other"],
        because="An allergy to penicillin rules the usual antibiotic out.",
        source="bnf",
        grade=GUIDELINE,
    ),
)
