"""Medicines for nerve pain and for restless legs, which a prescriber starts and which many things speak against."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AnyOf,
    AtLeast,
    LessThan,
    Measured,
    NotKnown,
    Option,
    Present,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT

OPTIONS = (
    Option(
        id="duloxetine_amitriptyline",
        name="Duloxetine or amitriptyline, or gabapentin or pregabalin",
        kind=MEDICINE,
        drug_class="neuropathic pain medicine",
        guidance=(
            "Only a prescriber starts one. NICE offers a choice of these four for nerve pain; they ease it and do not "
            "mend the nerve."
        ),
        source=("nice_cg173",),
    ),
    Option(
        id="dopamine_agonist_or_gabapentinoid",
        name="A gabapentinoid, or a dopamine agonist",
        kind=MEDICINE,
        drug_class="medicine for restless legs",
        guidance=(
            "Only a doctor starts one, after iron was checked. Current guidance would rather have a "
            "gabapentinoid. Dopamine agonists are no longer the normal choice, because over time they can make "
            "restless legs worse and drive people to gamble, shop or eat with no control."
        ),
        source=("aasm_rls2025",),
    ),
)

RULES = (
    # Duloxetine and amitriptyline, for nerve pain. --------------------------------------------------------------------
    forbids(
        "an_antidepressant_of_this_kind_is_taken",  # du01
        what="duloxetine_amitriptyline",
        when=[Present("ssri_snri_use")],
        because="With a second antidepressant of this kind, duloxetine can bring on a serious reaction.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "the_liver_is_ill",  # du04
        what="duloxetine_amitriptyline",
        when=[Present("liver_disease")],
        because="Duloxetine must not be taken with an ill liver.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_kidneys_filter_very_little",  # du06
        what="duloxetine_amitriptyline",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Duloxetine must not be taken when the kidneys filter this little.",
        source="uk_eu_spc",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "pressure_in_the_eye_may_rise",  # du02
        what="duloxetine_amitriptyline",
        when=[Present("glaucoma")],
        because="With glaucoma, these medicines can raise the pressure in the eye suddenly.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_heart_was_ill_before",  # du03
        what="duloxetine_amitriptyline",
        when=[Present("cardiovascular_disease_established")],
        because="These medicines can disturb the heartbeat and the blood pressure.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "older_people_bear_amitriptyline_badly",  # du05
        what="duloxetine_amitriptyline",
        when=[Measured("age_years", AtLeast(65))],
        because="In older people amitriptyline can cloud the mind and bring falls, and is best left out.",
        source="beers2023",
        grade=GUIDELINE,
    ),
    cautions(
        "blood_pressure_is_measured_first",  # du07
        what="duloxetine_amitriptyline",
        when=[Present("hypertension")],
        because="Duloxetine raises blood pressure and must not be started before that is under control.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "bleeding_is_likelier_on_a_blood_thinner",  # du08
        what="duloxetine_amitriptyline",
        when=[Present("anticoagulant_use")],
        because="Duloxetine together with a blood thinner makes bleeding more likely.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "new_bladder_trouble_comes_first",  # du09
        what="duloxetine_amitriptyline",
        when=[Present("new_bladder_difficulty")],
        because="Amitriptyline can block the bladder, and new trouble with it may come from the spine and be urgent.",
        source=("bnf", "girft_ces2023"),
        grade=GUIDELINE,
    ),
    cautions(
        "a_specialist_decides_under_16",
        what="duloxetine_amitriptyline",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, only a specialist decides about these medicines.",
        source="expert_opinion",
    ),
    cautions(
        "a_specialist_decides_in_pregnancy",  # du10
        what="duloxetine_amitriptyline",
        when=[PREGNANT],
        because="In pregnancy a specialist decides about these medicines.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "duloxetine_amitriptyline",
        about=["ssri_snri_use", "liver_disease"],
        because="Another antidepressant of this kind, or an ill liver, rules duloxetine out.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "duloxetine_amitriptyline",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="Kidneys that filter very little rule duloxetine out.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
    *asks_before(
        "duloxetine_amitriptyline",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about duloxetine.",
        source="uk_eu_spc",
        grade=GUIDELINE,
    ),
    # Gabapentinoids and dopamine agonists, for restless legs. ---------------------------------------------------------
    cautions(
        "kidneys_clear_a_gabapentinoid_slowly",  # ga01
        what="dopamine_agonist_or_gabapentinoid",
        when=[AnyOf(Measured("egfr_ml_min_173", LessThan(60)), Present("chronic_kidney_disease"))],
        because="Kidneys that filter less clear these medicines slowly, so that a prescriber gives less.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "other_drugs_slow_breathing_too",  # ga02
        what="dopamine_agonist_or_gabapentinoid",
        when=[Present("recreational_stimulants_or_opioids")],
        because="Together with opioids a gabapentinoid can slow breathing, and it can be hard to give up.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "restless_legs_in_pregnancy_are_for_a_specialist",  # ga03
        what="dopamine_agonist_or_gabapentinoid",
        when=[PREGNANT],
        because="In pregnancy these medicines are left out unless a specialist says so.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "mood_may_change",  # ga04
        what="dopamine_agonist_or_gabapentinoid",
        when=[Present("psychiatric_history_severe")],
        because="These medicines can change the mood, or bring back a severe mental illness.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "alcohol_adds_to_drowsiness",  # ga05
        what="dopamine_agonist_or_gabapentinoid",
        when=[Present("alcohol_excess")],
        because="With much alcohol these medicines make people drowsy and can slow breathing.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "restless_legs_of_a_child_are_for_a_specialist",
        what="dopamine_agonist_or_gabapentinoid",
        when=[Measured("age_years", LessThan(16))],
        because="Under 16, only a specialist decides about these medicines.",
        source="expert_opinion",
    ),
    cautions(
        "older_people_may_fall",  # ga06
        what="dopamine_agonist_or_gabapentinoid",
        when=[Measured("age_years", AtLeast(65))],
        because="In older people these medicines can bring falls and confusion.",
        source="beers2023",
        grade=GUIDELINE,
        major=False,
    ),
)
