"""In someone who bleeds easily, a calf muscle fills with blood after a trifle and looks like a clot in a vein.

To take it for a clot and thin the blood further is the error to avoid. All that makes a person bleed is one group here,
so that two such reasons do not stand in for a calf that swells, bruises or hardens.
"""

from ..authoring import (
    CONSENSUS,
    GUIDELINE,
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    Absent,
    AnyOf,
    Cause,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    confirms,
    forbids,
    offers,
    supports,
    weakens,
)
from .signs import SWOLLEN_CALF

CAUSE = Cause(
    name="Bleeding into the calf muscle (haematoma)",
    also_called=("Calf muscle haematoma", "Muscle bleed"),
    icd10="M79.81",
    commonness=RARE,
    urgency=Urgency.EMERGENCY,
    summary="The calf muscle bleeds inside, nearly always in someone whose blood is thin or does not clot well.",
    mechanism=(
        "On a blood thinner, or with a bleeding disorder, a slight strain can tear a vessel in the calf. The blood "
        "spreads inside the muscle, so that the calf swells, hurts and bruises late; the pressure can choke muscle and "
        "nerves, and the blood that is lost can be much."
    ),
    open_until=(
        "An ultrasound of the muscle and of the veins, with a blood count and clotting tests, would close it. Symptoms "
        "cannot: the calf looks as it does with a clot, a D-dimer blood test is raised by a bleed as well, and the "
        "bruise may come late or never."
    ),
    sources=("acc_bleed2020", "duckworth_mcqueen"),
)

OPTIONS = (
    Option(
        id="hospital_for_a_calf_bleed",
        name="Emergency department",
        kind=REFERRAL,
        guidance=(
            "Go to an emergency department: at once if the calf swells, bruises or grows hard or the foot goes numb or "
            "weak, and today in any case. Doctors there decide whether the blood thinner is paused or its effect undone."
        ),
        source=("acc_bleed2020", "duckworth_mcqueen"),
    ),
    Option(
        id="calf_bleed_tests",
        name="Ultrasound of muscle and veins, blood count and clotting tests",
        kind=TEST,
        guidance=(
            "Ask first for an ultrasound that looks at the muscle as well as the veins, a blood count, clotting tests "
            "and, on warfarin, the INR."
        ),
        source=("acc_bleed2020", "expert_opinion"),
    ),
    Option(
        id="calf_that_may_be_bleeding",
        name="On the way there",
        kind=SELF_CARE,
        guidance=(
            "Rest the leg; do not rub, warm or stretch it, and take no aspirin, ibuprofen or the like for the pain. Do "
            "not skip or stop a blood thinner on your own: ask now, before the next dose is due."
        ),
        source=("acc_bleed2020", "expert_opinion"),
    ),
)

RULES = (
    # Why this person bleeds. ------------------------------------------------------------------------------------------
    supports(
        "a_blood_thinner_is_taken",
        when=[Present("anticoagulant_use")],
        strength=STRONG,
        group="bleeding",
        because="On a blood thinner a muscle can bleed after a slight strain, or after none.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    supports(
        "blood_does_not_clot_well",
        when=[Present("bleeding_disorder")],
        strength=STRONG,
        group="bleeding",
        because="With haemophilia, or an illness like it, muscles bleed without an injury.",
        source="expert_opinion",
    ),
    supports(
        "blood_is_thinner_than_intended",
        when=[Measured("inr", MoreThan(4))],
        strength=MODERATE,
        group="bleeding",
        because="An INR above 4 means that the blood thinner works more than it should.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    supports(
        "platelets_are_very_few",
        when=[Measured("platelets_10e9_l", LessThan(50))],
        strength=MODERATE,
        group="bleeding",
        because="With so few platelets a small leak does not close.",
        source="expert_opinion",
    ),
    supports(
        "a_platelet_medicine_is_taken",
        when=[Present("antiplatelet_use")],
        strength=WEAK,
        group="bleeding",
        because="Low-dose aspirin and its kind let a torn muscle bleed a little longer.",
        source="expert_opinion",
    ),
    weakens(
        "nothing_makes_this_person_bleed",
        when=[Absent("anticoagulant_use"), Absent("bleeding_disorder")],
        strength=MODERATE,
        group="bleeding",
        because="A calf seldom bleeds much without an injury, a blood thinner or an illness that makes it bleed.",
        source="expert_opinion",
    ),
    # The calf. --------------------------------------------------------------------------------------------------------
    supports(
        "calf_is_swollen",
        when=[SWOLLEN_CALF],
        strength=MODERATE,
        because="The blood inside makes the calf bigger, and a clot in a vein does that too.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    supports(
        "calf_or_ankle_is_bruised",
        when=[Present("calf_or_ankle_bruising")],
        strength=MODERATE,
        because="A bruise is blood that has reached the skin, often days later.",
        source="expert_opinion",
    ),
    supports(
        "calf_is_hard_as_wood",
        when=[Present("tense_hard_calf")],
        strength=STRONG,
        group="tightness",
        because="A calf as hard as wood is filled to the limit, and the pressure may choke it.",
        source="duckworth_mcqueen",
    ),
    supports(
        "calf_feels_ready_to_burst",
        when=[Is("pain_character", in_=("tight_or_bursting",))],
        strength=WEAK,
        group="tightness",
        because="A tight, bursting pain is how a muscle that fills with blood feels.",
        source="expert_opinion",
    ),
    supports(
        "it_came_within_hours",
        when=[AnyOf(Is("onset_speed", in_=("sudden", "hours")), Present("sudden_push_off_onset"))],
        strength=MODERATE,
        because="A bleed comes on at once or within hours, often after a slight strain.",
        source="expert_opinion",
    ),
    # The dossier has a fall of 2 or more; one value cannot show a fall, so that the figure of the red flag stands in.
    supports(
        "much_blood_is_missing",
        when=[Measured("haemoglobin_g_dl", LessThan(8))],
        strength=MODERATE,
        because="A blood count this low can mean that much blood has been lost.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
    # Scans. -----------------------------------------------------------------------------------------------------------
    confirms(
        "scan_shows_the_bleed",
        when=[Is("calf_soft_tissue_imaging", in_=("haematoma",))],
        because="The scan shows blood inside the calf.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    weakens(
        "scan_of_the_calf_is_normal",
        when=[Is("calf_soft_tissue_imaging", in_=("normal",))],
        strength=STRONG,
        because="The scan of the calf shows no blood in it.",
        source="expert_opinion",
    ),
    weakens(
        "vein_scan_shows_a_clot",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt",))],
        strength=STRONG,
        because="A clot in a deep vein explains the swelling, although a bleed can be there as well.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_bleed_can_choke_the_calf",
        option="hospital_for_a_calf_bleed",
        when=[Suspected("calf_muscle_haematoma")],
        because="A bleed can choke muscle and nerves within hours, and the blood lost can be much.",
        source=("acc_bleed2020", "duckworth_mcqueen"),
        grade=GUIDELINE,
    ),
    offers(
        "only_a_scan_tells_a_bleed_from_a_clot",
        option="calf_bleed_tests",
        when=[Suspected("calf_muscle_haematoma")],
        because="A bleed and a clot look alike and need opposite treatments.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    offers(
        "rubbing_and_painkillers_can_add_to_a_bleed",
        option="calf_that_may_be_bleeding",
        when=[Suspected("calf_muscle_haematoma")],
        because="Rubbing, warmth and some painkillers add to a bleed, and stopping a blood thinner alone is risky.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "a_muscle_that_may_bleed_is_left_alone",  # ph04, ma02
        what="physical",
        when=[Suspected("calf_muscle_haematoma")],
        because="Rubbing, warming, stretching or working a muscle that may bleed makes it bleed more.",
        source="expert_opinion",
    ),
    forbids(
        "an_anti_inflammatory_tablet_adds_to_a_bleed",  # n33
        what="nsaid_oral",
        when=[Suspected("calf_muscle_haematoma")],
        because="This medicine hinders clotting, and the calf may be bleeding inside.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    forbids(
        "a_gel_is_not_rubbed_into_a_bleed",
        what="topical_nsaid",
        when=[Suspected("calf_muscle_haematoma")],
        because="A calf that may be bleeding inside is not rubbed, and this medicine hinders clotting.",
        source="expert_opinion",
    ),
    forbids(
        "a_blood_thinner_adds_to_a_bleed",  # a03
        what="anticoagulant",
        when=[Suspected("calf_muscle_haematoma")],
        because="A bleed in the calf can look like a clot, and a blood thinner would make it much worse.",
        source="acc_bleed2020",
        grade=GUIDELINE,
    ),
)
