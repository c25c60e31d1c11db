"""Tablets of the ibuprofen family (NSAIDs): what calls for a clinician before they are taken."""

from ...authoring import GUIDELINE, AnyOf, AtLeast, Concluded, LessThan, Measured, Present, cautions
from ..signs import FEVER, PREGNANT, SWOLLEN_LEG
from ._people import HEART_FAILURE

RULES = (
    # Heart, kidneys, pregnancy. ---------------------------------------------------------------------------------------
    cautions(
        "the_heart_is_failing",  # n05
        what="nsaid_oral",
        when=[HEART_FAILURE],
        because="This medicine makes the body hold back water and can make heart failure worse.",
        source=("beers2023", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_kidneys_filter_less_than_they_should",  # n07
        what="nsaid_oral",
        when=[Measured("egfr_ml_min_173", AtLeast(30)), Measured("egfr_ml_min_173", LessThan(60))],
        because="Kidneys at half strength should be spared this medicine, or watched with blood tests.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "there_is_kidney_disease",  # n08
        what="nsaid_oral",
        when=[Present("chronic_kidney_disease")],
        because="With kidney disease, the result of a kidney blood test decides whether this medicine can be used.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "there_is_a_pregnancy",  # n11
        what="nsaid_oral",
        when=[PREGNANT],
        because="At any stage of pregnancy this medicine is left out unless a clinician advises it.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "heart_or_brain_vessels_are_diseased",  # n25
        what="nsaid_oral",
        when=[Present("cardiovascular_disease_established")],
        because="After a heart attack, angina or a stroke, this medicine makes another one more likely.",
        source="fda_nsaid_label",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "blood_pressure_is_high",  # n24
        what="nsaid_oral",
        when=[Present("hypertension")],
        because="This medicine may raise the blood pressure further.",
        source="fda_nsaid_label",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "the_body_is_short_of_water",  # n29
        what="nsaid_oral",
        when=[Present("vomiting_diarrhoea_dehydration")],
        because="Kidneys that are short of water are easily harmed by this medicine.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "potassium_is_high",  # n39
        what="nsaid_oral",
        when=[Measured("potassium_mmol_l", AtLeast(6.0))],
        because="Potassium in the blood is already high, and this medicine raises it further.",
        source="expert_opinion",
    ),
    cautions(
        "the_person_is_65_or_older",  # n28
        what="nsaid_oral",
        when=[Measured("age_years", AtLeast(65))],
        because="From 65 on, this medicine is for short use only, as little as will do, with the stomach shielded.",
        source=("beers2023", "bnf"),
        grade=GUIDELINE,
    ),
    # Some of the family are for children too, and others are not; which and how much is not said here.
    cautions(
        "the_person_is_under_16",
        what="nsaid_oral",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, this medicine is taken only after a word with a doctor.",
        source="expert_opinion",
    ),
    cautions(
        "a_child_is_breastfed",  # n30
        what="nsaid_oral",
        when=[Present("breastfeeding")],
        because="While breastfeeding, a clinician should choose which of these painkillers is used.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    # Other medicines. -------------------------------------------------------------------------------------------------
    cautions(
        "a_blood_thinner_is_taken",  # n14
        what="nsaid_oral",
        when=[Present("anticoagulant_use")],
        because="With a blood thinner, this medicine can cause serious bleeding.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "platelets_are_already_slowed",  # n15
        what="nsaid_oral",
        when=[Present("antiplatelet_use")],
        because="With low-dose aspirin or the like the gut bleeds more easily, and the heart may be guarded less.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "a_steroid_is_taken",  # n16
        what="nsaid_oral",
        when=[Present("systemic_corticosteroid_use")],
        because="A steroid and this medicine together make ulcers and bleeding far more likely.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "an_antidepressant_adds_to_bleeding",  # n17
        what="nsaid_oral",
        when=[Present("ssri_snri_use")],
        because="Some antidepressants (SSRI or SNRI) make bleeding on this medicine more likely.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "methotrexate_would_build_up",  # n18
        what="nsaid_oral",
        when=[Present("methotrexate_use")],
        because="This medicine slows how the body clears methotrexate, which can build up to a harmful level.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "lithium_would_build_up",  # n19
        what="nsaid_oral",
        when=[Present("lithium_use")],
        because="This medicine can raise lithium in the blood to a harmful level.",
        source=("bnf", "beers2023"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "lithium_can_dull_a_warning_pain",  # n35
        what="nsaid_oral",
        when=[Present("lithium_use")],
        because="Lithium may dull the pain that warns of pressure in the calf, and a painkiller dulls it further.",
        source="expert_opinion",
        where="a single published case",
        verified=True,
        major=False,
    ),
    cautions(
        "a_transplant_medicine_strains_the_kidneys",  # n20
        what="nsaid_oral",
        when=[Present("calcineurin_inhibitor_use")],
        because="Ciclosporin or tacrolimus with this medicine can poison the kidneys.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "three_medicines_would_meet_in_the_kidneys",  # n21
        what="nsaid_oral",
        when=[Present("acei_arb_use"), Present("diuretic_use")],
        because="An ACE inhibitor or ARB, a water tablet and this medicine together can shut the kidneys down.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "a_blood_pressure_or_water_tablet_is_taken",  # n22
        what="nsaid_oral",
        when=[AnyOf(Present("acei_arb_use"), Present("diuretic_use"))],
        because="This medicine works against blood pressure and water tablets, and can strain the kidneys with them.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    # Other illnesses and signs. ---------------------------------------------------------------------------------------
    cautions(
        "there_is_asthma",  # n23
        what="nsaid_oral",
        when=[Present("asthma")],
        because="In some people with asthma this medicine sets off an attack, so it matters if one ever did.",
        source=("bnf", "fda_nsaid_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_bowel_is_inflamed",  # n26
        what="nsaid_oral",
        when=[Present("inflammatory_bowel_disease")],
        because="This medicine may make Crohn's disease or ulcerative colitis flare up.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_liver_is_ill",  # n27
        what="nsaid_oral",
        when=[Present("liver_disease")],
        because="With liver disease this medicine can bring on bleeding and kidney failure.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "blood_clots_badly",  # n31
        what="nsaid_oral",
        when=[Present("bleeding_disorder")],
        because="With a bleeding disorder this medicine makes bleeding worse.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "platelets_are_very_low",  # n38
        what="nsaid_oral",
        when=[Measured("platelets_10e9_l", LessThan(50))],
        because="With so few platelets, blood hardly clots, and this medicine weakens the rest of them.",
        source="expert_opinion",
    ),
    cautions(
        "there_is_fever",
        what="nsaid_oral",
        when=[FEVER],
        because="Fever with a sore leg may be an infection, and this medicine can hide it.",
        source="expert_opinion",
    ),
    cautions(
        "a_danger_is_on_record",
        what="nsaid_oral",
        when=[Concluded("danger_on_record")],
        because="What was told or found is looked at before the pain that may warn of it is dulled.",
        source="expert_opinion",
    ),
    cautions(
        "the_leg_is_weak",
        what="nsaid_oral",
        when=[Present("leg_weakness")],
        because="A weak leg is looked at before its pain is dulled.",
        source="expert_opinion",
    ),
    cautions(
        "the_leg_is_swollen",  # n37
        what="nsaid_oral",
        when=[SWOLLEN_LEG],
        because="A swollen leg may hide a clot or a bleed, and this medicine can do harm in both.",
        source="expert_opinion",
    ),
)
