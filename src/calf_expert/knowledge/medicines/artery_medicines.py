"""Medicines for narrowed leg arteries: those that guard heart and brain, and those that lengthen the walk."""

from ...authoring import (
    GUIDELINE,
    MEDICINE,
    AnyOf,
    LessThan,
    Measured,
    MoreThan,
    NotKnown,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import PREGNANT
from ._people import COULD_BEAR_A_CHILD, HEART_FAILURE

OPTIONS = (
    Option(
        id="antiplatelet_and_statin_pad",
        name="Clopidogrel (or aspirin) with a strong statin",
        kind=MEDICINE,
        drug_class="antiplatelet and statin",
        guidance=(
            "Once narrowed arteries are proven, a prescriber gives both, because they make heart attack and stroke "
            "rarer. They do not ease the leg."
        ),
        source=("nice_cg147", "gornik2024"),
    ),
    Option(
        id="cilostazol_naftidrofuryl",
        name="Naftidrofuryl or cilostazol",
        kind=MEDICINE,
        drug_class="medicine for leg pain on walking",
        guidance=(
            "A prescriber may try one for pain on walking where exercise was not enough. Most of what rules one out "
            "concerns cilostazol."
        ),
        source=("nice_cg147", "gornik2024"),
    ),
)

RULES = (
    # Clopidogrel or aspirin, and a statin. ----------------------------------------------------------------------------
    forbids(
        "the_gut_is_bleeding",  # ap01
        what="antiplatelet_and_statin_pad",
        when=[Present("peptic_ulcer_active")],
        because="An open ulcer or a bleeding gut bleeds more on a medicine against clots.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "blood_clots_badly",  # ap06
        what="antiplatelet_and_statin_pad",
        when=[Present("bleeding_disorder")],
        because="People who bleed too easily can come to harm from a medicine against clots.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "a_bleed_into_the_calf_is_suspected",  # ap07
        what="antiplatelet_and_statin_pad",
        when=[Suspected("calf_muscle_haematoma")],
        because="The calf may be bleeding inside, and a medicine against clots would feed the bleed.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "a_statin_can_harm_an_unborn_child",  # ap03
        what="antiplatelet_and_statin_pad",
        when=[PREGNANT],
        because="A statin is not taken in pregnancy.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "a_statin_can_reach_a_breastfed_child",  # ap05
        what="antiplatelet_and_statin_pad",
        when=[Present("breastfeeding")],
        because="A statin is not taken while breastfeeding.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "muscle_may_be_breaking_down",  # ap04
        what="antiplatelet_and_statin_pad",
        when=[Present("dark_urine")],
        because="Dark urine may come from muscle that breaks down, which a statin can make worse.",
        source=("stroes2015", "nice_ng238"),
        grade=GUIDELINE,
    ),
    cautions(
        "a_blood_thinner_is_taken_already",  # ap02
        what="antiplatelet_and_statin_pad",
        when=[Present("anticoagulant_use")],
        because="Together with a blood thinner it makes bleeding more likely, so a specialist decides.",
        source="gornik2024",
        grade=GUIDELINE,
    ),
    cautions(
        "aspirin_is_not_tolerated",  # ap08
        what="antiplatelet_and_statin_pad",
        when=[Present("aspirin_nsaid_hypersensitivity")],
        because="Aspirin is ruled out by such a reaction, and clopidogrel may still be possible.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "an_ill_liver_may_rule_out_a_statin",  # ap09
        what="antiplatelet_and_statin_pad",
        when=[Present("liver_disease")],
        because="An active illness of the liver rules a statin out, so it has to be clear which one it is.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "another_medicine_drives_a_statin_up",  # ap10
        what="antiplatelet_and_statin_pad",
        when=[Present("statin_interacting_drug")],
        because="Some medicines drive a statin up in the blood so far that it must not be taken with them.",
        source="stroes2015",
        grade=GUIDELINE,
    ),
    cautions(
        "a_statin_is_taken_already",  # ap11
        what="antiplatelet_and_statin_pad",
        when=[Present("statin_use")],
        because="The statin that is taken is reviewed, and a second one is never added.",
        source="nice_ng238",
        grade=GUIDELINE,
        major=False,
    ),
    cautions(
        "the_muscle_enzyme_is_high",  # ap12
        what="antiplatelet_and_statin_pad",
        when=[Measured("ck_u_l", MoreThan(1000))],
        because="With a muscle enzyme this high the reason is found before a statin is started.",
        source="stroes2015",
        grade=GUIDELINE,
    ),
    *asks_before(
        "antiplatelet_and_statin_pad",
        about=["peptic_ulcer_active", "bleeding_disorder"],
        because="An open ulcer or a bleeding disorder rules a medicine against clots out.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "antiplatelet_and_statin_pad",
        about=["dark_urine"],
        because="Dark urine may come from muscle that breaks down, which a statin can make worse.",
        source=("stroes2015", "nice_ng238"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "antiplatelet_and_statin_pad",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="A statin is not taken in pregnancy.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "antiplatelet_and_statin_pad",
        about=["breastfeeding"],
        only_if=[COULD_BEAR_A_CHILD],
        because="A statin is not taken while breastfeeding.",
        source="bnf",
        grade=GUIDELINE,
    ),
    # Naftidrofuryl or cilostazol. -------------------------------------------------------------------------------------
    forbids(
        "the_heart_is_failing",  # ci01
        what="cilostazol_naftidrofuryl",
        when=[HEART_FAILURE],
        because="Cilostazol must not be taken with a failing heart of any degree.",
        source=("gornik2024", "bnf"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "cilostazol_makes_bleeding_worse",  # ci02
        what="cilostazol_naftidrofuryl",
        when=[Present("bleeding_disorder")],
        because="Cilostazol must not be taken by someone who bleeds easily.",
        source="bnf",
        grade=GUIDELINE,
    ),
    forbids(
        "the_kidneys_filter_very_little",  # ci03
        what="cilostazol_naftidrofuryl",
        when=[Measured("egfr_ml_min_173", LessThan(30))],
        because="Cilostazol must not be taken when the kidneys filter this little.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_liver_is_ill",  # ci04
        what="cilostazol_naftidrofuryl",
        when=[Present("liver_disease")],
        because="Cilostazol must not be taken with a liver that works badly, so it has to be clear how ill it is.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "an_ulcer_is_open",  # ci05
        what="cilostazol_naftidrofuryl",
        when=[Present("peptic_ulcer_active")],
        because="An open ulcer can bleed on cilostazol.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "cilostazol_is_not_for_pregnancy",  # ci06
        what="cilostazol_naftidrofuryl",
        when=[PREGNANT],
        because="Cilostazol is not taken in pregnancy.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "the_heart_was_ill_before",  # ci07
        what="cilostazol_naftidrofuryl",
        when=[Present("cardiovascular_disease_established")],
        because="After a heart attack or a heart operation within six months cilostazol is ruled out.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "clotting_is_held_back_already",  # ci08
        what="cilostazol_naftidrofuryl",
        when=[AnyOf(Present("anticoagulant_use"), Present("antiplatelet_use"))],
        because="With two other medicines against clots cilostazol is ruled out, and with one it needs care.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_heart_beats_out_of_step",  # ci09
        what="cilostazol_naftidrofuryl",
        when=[Present("atrial_fibrillation")],
        because="After dangerous fast heartbeats cilostazol is ruled out, so the rhythm is looked at first.",
        source="bnf",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "another_medicine_drives_cilostazol_up",  # ci10
        what="cilostazol_naftidrofuryl",
        when=[Present("strong_cyp3a4_pgp_interaction")],
        because="Some medicines against fungi, HIV and others drive cilostazol up in the blood.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "pain_at_rest_is_looked_at_first",  # ci11
        what="cilostazol_naftidrofuryl",
        when=[Present("pain_at_rest")],
        because="A leg that hurts at rest may be in danger, and these medicines are for pain on walking only.",
        source="expert_opinion",
    ),
    *asks_before(
        "cilostazol_naftidrofuryl",
        about=["heart_failure", "bleeding_disorder", "liver_disease", "peptic_ulcer_active"],
        because="A failing heart, easy bleeding, an ill liver or an open ulcer rules cilostazol out.",
        source=("gornik2024", "bnf"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "cilostazol_naftidrofuryl",
        about=["chronic_kidney_disease"],
        only_if=[NotKnown("egfr_ml_min_173")],
        because="Kidneys that filter very little rule cilostazol out.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "cilostazol_naftidrofuryl",
        about=["egfr_ml_min_173"],
        only_if=[Present("chronic_kidney_disease")],
        because="With kidney disease, a blood test of how well the kidneys filter decides about cilostazol.",
        source="bnf",
        grade=GUIDELINE,
    ),
    *asks_before(
        "cilostazol_naftidrofuryl",
        about=["pregnant"],
        only_if=[COULD_BEAR_A_CHILD, NotKnown("gestation_weeks")],
        because="Cilostazol is not taken in pregnancy.",
        source="bnf",
        grade=GUIDELINE,
    ),
)
