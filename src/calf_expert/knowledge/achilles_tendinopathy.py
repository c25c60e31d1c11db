"""A heel cord that was loaded beyond its strength stays sore and stiff, and the pain climbs into the lower calf.

It is the harmless neighbour of a torn tendon. A pop, a calf squeeze that leaves the foot still and a quinolone
antibiotic are what take it out of self-care.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    PHYSICAL,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
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
from .signs import SWOLLEN_CALF

CAUSE = Cause(
    name="Sore Achilles tendon (Achilles tendinopathy)",
    also_called=("Achilles tendinopathy", "Achilles tendinitis", "Sore heel cord"),
    icd10="M76.6-",
    commonness=UNCOMMON,
    urgency=Urgency.SELF_CARE,
    self_care_after="tear_dangers_answered",
    self_care_unless="sore_tendon_wants_a_look",
    summary="The heel cord is sore from more load than it could repair, and gets well with load in small steps.",
    mechanism=(
        "A tendon that is loaded more than it can repair heals badly, grows thick and hurts with the first steps and "
        "under load; the pain is felt in the lower calf too. Quinolone antibiotics and some illnesses of the "
        "metabolism bring it on without much load."
    ),
    sources=("martin2018", "fda_fq", "mhra_fq2024"),
)

OPTIONS = (
    Option(
        id="load_care_for_a_sore_tendon",
        name="Less load, and a small heel lift",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Cut back running and jumping to what the tendon bears, and wear a small lift under the heel for a while. "
            "Be seen the same day if something snaps or you take a quinolone antibiotic, and see a doctor if both "
            "heels swell or the back is stiff in the morning. No steroid is injected into the tendon."
        ),
        source=("martin2018", "fda_fq", "expert_opinion"),
    ),
    Option(
        id="heel_raises_for_a_sore_tendon",
        name="Slow heel raises, over twelve weeks",
        kind=PHYSICAL,
        families=("heel_raises",),
        guidance="Rise on the toes and lower the heel slowly, adding load in small steps over about twelve weeks.",
        source=("martin2018",),
    ),
    Option(
        id="scan_of_a_sore_tendon",
        name="Ultrasound of the tendon",
        kind=TEST,
        guidance="No test is needed as a rule; ask for an ultrasound where a tear is in doubt.",
        source=("martin2018", "expert_opinion"),
    ),
)

RULES = (
    # The tendon. ------------------------------------------------------------------------------------------------------
    supports(
        "it_hurts_at_the_heel_cord",
        when=[Present("pain_over_achilles")],
        strength=STRONG,
        group="place",
        because="The pain sits in the cord just above the heel.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    supports(
        "tendon_is_thick_and_tender",
        when=[Present("achilles_thickening_tender")],
        strength=MODERATE,
        group="place",
        because="A tendon that heals badly grows thick and is sore to pinch.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    supports(
        "first_steps_are_stiff",
        when=[Present("start_up_stiffness_heel_cord")],
        strength=STRONG,
        because="A sore tendon is stiff with the first steps and loosens as it warms up.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    supports(
        "tiptoe_on_that_leg_fails",
        when=[Present("single_heel_raise_impossible")],
        strength=WEAK,
        because="Pain can keep a person from rising on that foot, although a torn tendon does so more often.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    supports(
        "it_came_on_slowly",
        when=[Is("onset_speed", in_=("gradual",))],
        strength=WEAK,
        group="onset",
        because="A tendon grows sore over weeks.",
        source="expert_opinion",
    ),
    weakens(
        "it_came_within_seconds",
        when=[Is("onset_speed", in_=("sudden",))],
        strength=WEAK,
        group="onset",
        because="A tendon does not grow sore in a moment, but it can tear in one.",
        source="expert_opinion",
    ),
    # What brought it on. ----------------------------------------------------------------------------------------------
    supports(
        "training_was_stepped_up",
        when=[Present("training_load_increase")],
        strength=MODERATE,
        group="trigger",
        because="More running or jumping than before asks more of the tendon than it can repair.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    supports(
        "a_quinolone_antibiotic_was_taken",
        when=[Present("fluoroquinolone_recent")],
        strength=MODERATE,
        group="trigger",
        because="Antibiotics of the quinolone family can make a tendon sore for months, and can let it tear.",
        source="fda_fq",
        grade=GUIDELINE,
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "a_pop_was_felt",
        when=[Present("pop_or_snap_felt")],
        strength=STRONG,
        group="torn",
        because="A pop means that something may have torn through.",
        source="expert_opinion",
    ),
    weakens(
        "squeezing_the_calf_does_not_move_the_foot",
        when=[Present("thompson_test_positive")],
        strength=STRONG,
        group="torn",
        because="When the calf is squeezed and the foot stays still, the tendon is torn and not only sore.",
        source="expert_opinion",
    ),
    weakens(
        "calf_is_swollen",
        when=[SWOLLEN_CALF],
        strength=MODERATE,
        because="A sore tendon does not make the calf swell.",
        source="expert_opinion",
    ),
    weakens(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=MODERATE,
        because="A sore tendon can be stood on; a torn one or something else may not allow it.",
        source="expert_opinion",
    ),
    # The scan. It confirms nothing alone, because well people have thick tendons too. ---------------------------------
    supports(
        "scan_matches_the_sore_spot",
        when=[Is("calf_soft_tissue_imaging", in_=("achilles_tendinopathy",))],
        strength=STRONG,
        group="scan",
        because="The scan shows a changed tendon, which fits where it is sore.",
        source="expert_opinion",
    ),
    weakens(
        "scan_shows_a_torn_tendon",
        when=[Is("calf_soft_tissue_imaging", in_=("achilles_rupture",))],
        strength=STRONG,
        group="scan",
        because="The scan shows that the tendon is torn and not only sore.",
        source="expert_opinion",
    ),
    # Why it is not left to self-care. ---------------------------------------------------------------------------------
    concludes(
        "something_about_this_calf_has_to_be_looked_at",
        concept="sore_tendon_wants_a_look",
        when=[Concluded("calf_wants_a_look")],
        because="Something was told or found that makes more than a sore tendon possible.",
        source="expert_opinion",
    ),
    concludes(
        "twelve_weeks_have_not_healed_it",
        concept="sore_tendon_wants_a_look",
        when=[Measured("symptom_duration_days", MoreThan(84))],
        because="A tendon that is still sore after twelve weeks is looked at.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "less_load_lets_it_settle",
        option="load_care_for_a_sore_tendon",
        when=[Suspected("achilles_tendinopathy")],
        because="A tendon settles once it is loaded no more than it can repair.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    offers(
        "load_in_small_steps_heals_a_tendon",
        option="heel_raises_for_a_sore_tendon",
        when=[Suspected("achilles_tendinopathy")],
        because="Slow load that grows in small steps is what makes a tendon strong again.",
        source="martin2018",
        grade=GUIDELINE,
    ),
    offers(
        "a_stiff_calf_may_be_stretched",
        option="gentle_stretching",
        when=[Suspected("achilles_tendinopathy")],
        because="A gentle stretch, to where it pulls and does not hurt, takes some strain off the tendon.",
        source="expert_opinion",
    ),
    offers(
        "doubt_calls_for_a_scan",
        option="scan_of_a_sore_tendon",
        when=[Suspected("achilles_tendinopathy")],
        because="A scan is for doubt, and most sore tendons leave none.",
        source=("martin2018", "expert_opinion"),
    ),
    offers(
        "paracetamol_gives_comfort",
        option="paracetamol",
        when=[Suspected("achilles_tendinopathy")],
        because="A simple painkiller eases the pain for a short time.",
        source="expert_opinion",
    ),
    offers(
        "painkilling_gel_gives_comfort",
        option="topical_nsaid",
        when=[Suspected("achilles_tendinopathy")],
        because="A painkilling gel on whole skin can ease the sore spot.",
        source="expert_opinion",
    ),
    offers(
        "an_anti_inflammatory_tablet_may_ease_it",
        option="ibuprofen_or_naproxen_oral",
        when=[Suspected("achilles_tendinopathy")],
        because="Such a tablet can ease the pain for a short time, where nothing forbids it.",
        source="expert_opinion",
    ),
    forbids(
        "a_weakened_tendon_may_tear",  # st02
        what="heel_raises_for_a_sore_tendon",
        when=[Present("fluoroquinolone_recent")],
        because="After a quinolone antibiotic the tendon may tear under load, and a doctor sees it first.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
    forbids(
        "pain_that_struck_in_a_push_off_may_be_a_tear",
        what="heel_raises_for_a_sore_tendon",
        when=[Present("sudden_push_off_onset")],
        because="Pain that struck in a push-off may be a tear, which must not be stretched.",
        source="expert_opinion",
    ),
    forbids(
        "a_torn_muscle_is_not_stretched",  # st01
        what="heel_raises_for_a_sore_tendon",
        when=[Suspected("calf_muscle_strain")],
        because="The calf muscle may be torn, and stretching pulls a tear further apart.",
        source="expert_opinion",
    ),
    *asks_before(
        "heel_raises_for_a_sore_tendon",
        about=["fluoroquinolone_recent", "sudden_push_off_onset"],
        because="After such an antibiotic, or a sudden start, the tendon may tear or be torn.",
        source=("fda_fq", "mhra_fq2024"),
        grade=GUIDELINE,
    ),
)
