"""Steroids, swallowed or injected: they calm inflammation, and with it the body's defences against infection.

The founding document lists three of them for spinal stenosis, where current guidance sees no place for them by mouth.
"""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    MEDICINE,
    AllOf,
    AnyOf,
    AtLeast,
    LessThan,
    Measured,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import FEVER, PREGNANT
from ._people import HEART_FAILURE

OPTIONS = (
    Option(
        id="betamethasone",
        name="Betamethasone tablets",
        kind=MEDICINE,
        families=("corticosteroid",),
        drug_class="corticosteroid, long-acting",
        guidance=(
            "Listed in the founding document for spinal stenosis. Current guidance: no steroids by mouth for "
            "nerve pain from the back. It also says not to inject steroids into the spinal canal for stenosis: a "
            "large trial found no real gain, and strokes, paralysis and deaths have been reported, though rarely."
        ),
        source=("founding_document", "nice_ng59", "friedly2014", "fda_esi2014"),
        verified=True,
    ),
    Option(
        id="hydrocortisone_acetate",
        name="Hydrocortisone acetate tablets",
        kind=MEDICINE,
        families=("corticosteroid",),
        drug_class="corticosteroid, for local injection",
        guidance=(
            "Listed in the founding document for spinal stenosis. Current guidance: no place in stenosis. The UK "
            "label keeps it to injections into joints, tendon sheaths and bursae, where it stays put, and bars it "
            "from the joints of the spine. It must never go into the spinal canal."
        ),
        source=("founding_document", "uk_eu_spc", "nice_ng59", "joa_lss2021"),
        verified=True,
    ),
    Option(
        id="dexamethasone_acetate",
        name="Dexamethasone acetate tablets",
        kind=MEDICINE,
        families=("corticosteroid",),
        drug_class="corticosteroid, long-acting, for injection into muscle or locally",
        guidance=(
            "Listed in the founding document for spinal stenosis. Current guidance: no steroids by mouth for nerve "
            "pain from the back. This form is made for injection, and must not go into a vein or the spinal canal, "
            "where steroids have caused stroke, paralysis and death, though rarely."
        ),
        source=("founding_document", "nice_ng59", "fda_esi2014"),
    ),
    Option(
        id="glucocorticoid_myositis_specialist",
        name="A steroid and other medicines that calm the immune system, from a specialist",
        kind=MEDICINE,
        families=("corticosteroid",),
        drug_class="corticosteroid",
        guidance=(
            "Only a specialist starts them, once tests have shown that muscle is inflamed. Never stop them suddenly once "
            "they are taken."
        ),
        source=("lundberg2017", "expert_opinion"),
    ),
)

_SPREADING_INFECTION = AnyOf(FEVER, Present("injecting_drug_use"), Measured("crp_mg_l", AtLeast(50)))

RULES = (
    # What forbids one. ------------------------------------------------------------------------------------------------
    forbids(
        "an_infection_is_going_on",  # c01
        what="corticosteroid",
        when=[Present("systemic_infection_current")],
        because="A steroid weakens the body's defences and lets an infection spread.",
        source=("bnf", "dexamethasone_label"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "an_allergy_has_not_been_sorted_out",  # c02
        what="corticosteroid",
        when=[Present("drug_allergy_other")],
        because="The allergy may be to a steroid or to something mixed into it, so it has to be clear which one it is.",
        source="dexamethasone_label",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "a_live_vaccine_is_near",  # c03
        what="corticosteroid",
        when=[Present("live_vaccine_recent_or_planned")],
        because="On a steroid, the living germs of a live vaccine can cause the illness they should prevent.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "a_skin_infection_is_suspected",  # c04
        what="corticosteroid",
        when=[Suspected("cellulitis")],
        because="A steroid must not be given or injected where an infection of the skin is possible.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "a_flesh_destroying_infection_is_suspected",  # c04
        what="corticosteroid",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="A steroid must not be given where a deep infection may be spreading.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "a_bone_infection_is_suspected",  # c04
        what="corticosteroid",
        when=[Suspected("osteomyelitis")],
        because="A steroid must not be given where a bone may be infected.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    # An infected joint or spine is no cause of its own here, and an infected bone has signs before it is suspected: no
    # steroid on any of them.
    forbids(
        "bone_joint_or_spine_may_be_infected",  # c04
        what="corticosteroid",
        when=[
            AnyOf(
                Present("focal_tibial_bone_tenderness"),
                Present("bone_infection_risk"),
                Present("foot_ulcer_or_tissue_loss"),
                AllOf(
                    _SPREADING_INFECTION,
                    AnyOf(
                        Present("pain_over_shin_bone"),
                        Present("night_pain_unremitting"),
                        Present("low_back_pain"),
                        Present("joint_swelling"),
                        Present("swollen_joint_on_examination"),
                    ),
                ),
                AllOf(Present("immunosuppressed"), Present("low_back_pain")),
            )
        ],
        because="A bone, a joint or the spine may be infected, and a steroid would let that spread.",
        source=("bnf", "mims_solucortef", "lew2004"),
        grade=CONSENSUS,
    ),
    # What calls for a clinician. --------------------------------------------------------------------------------------
    cautions(
        "there_is_fever",  # c23
        what="corticosteroid",
        when=[FEVER],
        because="With fever, an infection of spine, joint or skin is looked for before any steroid.",
        source="expert_opinion",
    ),
    cautions(
        "there_is_diabetes",  # c05
        what="corticosteroid",
        when=[Present("diabetes")],
        because="A steroid raises the blood sugar, after an injection for days.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "blood_pressure_is_high",  # c06
        what="corticosteroid",
        when=[Present("hypertension")],
        because="A steroid may raise the blood pressure further.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "the_heart_is_failing",  # c07
        what="corticosteroid",
        when=[HEART_FAILURE],
        because="A steroid makes the body hold back water, which a failing heart copes with badly.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "an_ulcer_is_active",  # c08
        what="corticosteroid",
        when=[Present("peptic_ulcer_active")],
        because="An open ulcer can bleed or break through on a steroid, more so with a painkiller like ibuprofen.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "an_nsaid_is_taken",  # c09
        what="corticosteroid",
        when=[Present("nsaid_current_use")],
        because="A steroid and a painkiller like ibuprofen together make gut bleeding far more likely.",
        source=("beers2023", "bnf"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "bones_are_thin",  # c10
        what="corticosteroid",
        when=[Present("osteoporosis")],
        because="A steroid thins the bones further.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "there_is_glaucoma",  # c11
        what="corticosteroid",
        when=[Present("glaucoma")],
        because="A steroid can raise the pressure in the eye.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "the_mind_was_gravely_ill_before",  # c12
        what="corticosteroid",
        when=[Present("psychiatric_history_severe")],
        because="A steroid can change the mood strongly or bring on confusion and delusions.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "tuberculosis_may_wake_up",  # c13
        what="corticosteroid",
        when=[Present("tuberculosis_history")],
        because="A steroid can bring a sleeping tuberculosis back.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "defences_are_weak_already",  # c14
        what="corticosteroid",
        when=[Present("immunosuppressed")],
        because="Where the body's defences are weak already, a steroid makes infections more likely.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "there_is_a_pregnancy",  # c15
        what="corticosteroid",
        when=[PREGNANT],
        because="In pregnancy a specialist decides about a steroid.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "the_person_is_still_growing",  # c16
        what="corticosteroid",
        when=[Measured("age_years", LessThan(18))],
        because="A steroid can slow a child's growth.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "the_person_is_65_or_older",  # c17
        what="corticosteroid",
        when=[Measured("age_years", AtLeast(65))],
        because="From 65, the side effects of a steroid weigh more.",
        source="mims_solucortef",
        grade=GUIDELINE,
        verified=True,
        major=False,
    ),
    cautions(
        "tendons_are_weakened_by_an_antibiotic",  # c18
        what="corticosteroid",
        when=[Present("fluoroquinolone_recent")],
        because="After an antibiotic of the fluoroquinolone kind, a steroid makes a torn tendon more likely.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
    cautions(
        "a_blood_thinner_is_taken",  # c19
        what="corticosteroid",
        when=[Present("anticoagulant_use")],
        because="A steroid changes how a blood thinner works, and an injection near the spine can bleed and paralyse.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "another_medicine_changes_its_level",  # c20
        what="corticosteroid",
        when=[Present("strong_cyp3a4_pgp_interaction")],
        because="Some medicines against fungi, HIV, epilepsy or tuberculosis make a steroid too strong or too weak.",
        source="bnf",
        grade=GUIDELINE,
    ),
    cautions(
        "a_steroid_is_taken_already",  # c21
        what="corticosteroid",
        when=[Present("systemic_corticosteroid_use")],
        because="Steroids add up, and one that has been taken for long must never be stopped at once.",
        source=("bnf", "mims_solucortef"),
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "a_water_tablet_is_taken",  # c22
        what="corticosteroid",
        when=[Present("diuretic_use")],
        because="A steroid and a water tablet together can make potassium fall too low.",
        source="bnf",
        grade=GUIDELINE,
        major=False,
    ),
    # What cannot be cleared before it is known. -----------------------------------------------------------------------
    *asks_before(
        "corticosteroid",
        about=["systemic_infection_current", "drug_allergy_other", "live_vaccine_recent_or_planned"],
        because="An infection, an allergy to it or a live vaccine rules a steroid out.",
        source=("bnf", "dexamethasone_label", "mims_solucortef"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "corticosteroid",
        about=[
            "fever_or_rigors",
            "injecting_drug_use",
            "bone_infection_risk",
            "foot_ulcer_or_tissue_loss",
            "immunosuppressed",
        ],
        because="A steroid lets an infection of bone, joint or spine spread, and this makes one more likely.",
        source=("bnf", "mims_solucortef", "lew2004"),
    ),
    *asks_before(
        "corticosteroid",
        about=["pain_over_shin_bone", "night_pain_unremitting", "joint_swelling"],
        only_if=[_SPREADING_INFECTION],
        because="Together with signs of an infection, this could be an infected bone or joint.",
        source=("bnf", "mims_solucortef", "lew2004"),
    ),
    *asks_before(
        "corticosteroid",
        about=["low_back_pain"],
        only_if=[AnyOf(_SPREADING_INFECTION, Present("immunosuppressed"))],
        because="With fever or weak defences, back pain could be an infection of the spine.",
        source=("bnf", "mims_solucortef", "lew2004"),
    ),
)
