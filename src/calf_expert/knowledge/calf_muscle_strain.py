"""A stretch or push-off tears fibres of the calf muscle, most often at its inner edge where muscle becomes tendon.

The moment it struck is one group here: a torn heel cord begins in the same way, and only what is found at the muscle
tells the two apart. A bleed on a blood thinner and a clot after the tear are what must not be missed.
"""

from ..authoring import (
    CONSENSUS,
    FAIRLY_COMMON,
    MODERATE,
    PHYSICAL,
    SELF_CARE,
    STRONG,
    TEST,
    WEAK,
    AnyOf,
    Cause,
    Concluded,
    Is,
    LessThan,
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    asks_before,
    concludes,
    confirms,
    forbids,
    offers,
    supports,
    weakens,
)
from .signs import BOTH_LEGS_HURT, SEVERE_PAIN, SWOLLEN_CALF

CAUSE = Cause(
    name="Torn calf muscle (calf strain)",
    also_called=("Calf strain", "Tennis leg", "Pulled calf"),
    icd10="S86.11-",
    commonness=FAIRLY_COMMON,
    urgency=Urgency.SELF_CARE,
    self_care_after="tear_dangers_answered",
    self_care_unless="strain_wants_a_look",
    summary="Fibres of the calf muscle have torn, which heals by itself in two to eight weeks.",
    mechanism=(
        "When the calf pulls while it is being stretched, as in a sprint, a jump or a lunge, fibres tear, mostly at "
        "the inner edge of the muscle. The deeper muscle tears less suddenly and grows tight over days."
    ),
    sources=("dixon2009", "green2017"),
)

OPTIONS = (
    Option(
        id="care_for_a_torn_calf",
        name="Care for a torn muscle",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "For the first two to three days spare the leg and raise it; leave out running, heat, massage and alcohol. "
            "Wrap it only where no clot, poor blood flow or numbness is possible. Be seen the same day if the calf "
            "swells more, grows hard or numb, or you cannot stand on the leg, and see a doctor if it has not healed "
            "after eight weeks."
        ),
        source=("dixon2009", "expert_opinion"),
    ),
    Option(
        id="heel_raises_after_a_strain",
        name="Heel raises in small steps, once the first days are over",
        kind=PHYSICAL,
        families=("heel_raises",),
        guidance=(
            "From the fourth day, rise on both feet and later on one, slowly and short of pain, and walk as it allows; "
            "running comes last."
        ),
        source=("dixon2009", "expert_opinion"),
    ),
    Option(
        id="scan_of_a_torn_calf",
        name="Ultrasound of the calf",
        kind=TEST,
        guidance=(
            "Ask for an ultrasound where the tear is bad or in doubt. In a swollen calf the veins are checked as "
            "well, because a clot can look like a tear or follow one."
        ),
        source=("dixon2009", "expert_opinion"),
    ),
)

RULES = (
    # How it began. ----------------------------------------------------------------------------------------------------
    supports(
        "it_struck_while_pushing_off",
        when=[Present("sudden_push_off_onset")],
        strength=STRONG,
        group="moment",
        because="Pain that strikes in a push-off, sprint or lunge is how a calf muscle tears.",
        source="dixon2009",
    ),
    supports(
        "a_pop_was_felt",
        when=[Present("pop_or_snap_felt")],
        strength=MODERATE,
        group="moment",
        because="A pop can be felt when muscle fibres tear, and also when the heel cord does.",
        source="dixon2009",
    ),
    supports(
        "it_came_within_a_moment",
        when=[Is("onset_speed", in_=("sudden",))],
        strength=WEAK,
        group="moment",
        because="A torn muscle hurts from one moment to the next.",
        source=("dixon2009", "expert_opinion"),
    ),
    weakens(
        "it_came_on_slowly",
        when=[Is("onset_speed", in_=("gradual",))],
        strength=WEAK,
        group="moment",
        because="A tear is sudden, although the deeper calf muscle may tighten slowly.",
        source="dixon2009",
    ),
    # The muscle. ------------------------------------------------------------------------------------------------------
    supports(
        "one_spot_on_the_inner_calf_is_very_tender",
        when=[Present("focal_medial_gastrocnemius_tenderness")],
        strength=STRONG,
        group="tenderness",
        because="One very tender spot on the inner calf lies where the muscle most often tears.",
        source="dixon2009",
    ),
    supports(
        "calf_muscle_is_tender",
        when=[Present("calf_muscle_tenderness")],
        strength=WEAK,
        group="tenderness",
        because="A torn muscle is sore to the touch, as many sore calves are.",
        source="expert_opinion",
    ),
    supports(
        "stretching_the_calf_hurts",
        when=[AnyOf(Present("pain_on_passive_stretch"), Present("calf_pain_on_forced_dorsiflexion"))],
        strength=WEAK,
        group="stretch",
        because="Pulling the foot up pulls on the torn fibres.",
        source="expert_opinion",
    ),
    supports(
        "pain_is_sharp_or_tearing",
        when=[Is("pain_character", in_=("sharp_or_tearing",))],
        strength=MODERATE,
        because="Torn fibres hurt sharply.",
        source="expert_opinion",
    ),
    supports(
        "calf_or_ankle_is_bruised",
        when=[Present("calf_or_ankle_bruising")],
        strength=MODERATE,
        group="blood_and_swelling",
        because="Torn fibres bleed, and the blood sinks down to the ankle.",
        source="dixon2009",
    ),
    supports(
        "calf_is_swollen",
        when=[SWOLLEN_CALF],
        strength=WEAK,
        group="blood_and_swelling",
        because="A torn muscle swells a little, but a swollen calf is checked for a clot.",
        source="expert_opinion",
    ),
    supports(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=WEAK,
        because="With a large tear the leg cannot be stood on, and it is examined the same day.",
        source="expert_opinion",
    ),
    # Who tears a calf. The question about earlier pain does not ask whether that was a tear, so that it is weak here. --
    supports(
        "person_is_over_40",
        when=[Measured("age_years", MoreThan(40))],
        strength=WEAK,
        group="who",
        because="Calf muscles tear more easily as people get older.",
        source="green2017",
    ),
    supports(
        "same_pain_came_before",
        when=[Present("previous_similar_episodes")],
        strength=WEAK,
        group="who",
        because="A calf that tore once tears more easily again.",
        source="green2017",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "squeezing_the_calf_does_not_move_the_foot",
        when=[Present("thompson_test_positive")],
        strength=STRONG,
        because="When the calf is squeezed and the foot stays still, it is the heel cord that is torn.",
        source="dixon2009",
    ),
    weakens(
        "a_blood_thinner_is_taken",
        when=[Present("anticoagulant_use")],
        strength=MODERATE,
        because="On a blood thinner a bleed into the muscle is thought of first.",
        source="expert_opinion",
    ),
    weakens(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=WEAK,
        because="A torn muscle hurts when it works; pain at rest makes one think of a clot or of pressure.",
        source="expert_opinion",
    ),
    weakens(
        "both_legs_hurt",
        when=[BOTH_LEGS_HURT],
        strength=MODERATE,
        because="A muscle tears in one leg.",
        source="expert_opinion",
    ),
    weakens(
        "leg_is_numb_or_tingles",
        when=[Present("leg_numbness_tingling")],
        strength=MODERATE,
        because="A torn muscle leaves feeling as it is; numbness points to a nerve or to pressure in the calf.",
        source="expert_opinion",
    ),
    # The scan. --------------------------------------------------------------------------------------------------------
    confirms(
        "scan_shows_a_torn_muscle",
        when=[Is("calf_soft_tissue_imaging", in_=("muscle_tear",))],
        because="The scan shows the tear.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    weakens(
        "scan_looks_normal",
        when=[Is("calf_soft_tissue_imaging", in_=("normal",))],
        strength=MODERATE,
        because="The scan shows no tear, although it can miss a small one.",
        source="expert_opinion",
    ),
    # Why it is not left to self-care. ---------------------------------------------------------------------------------
    concludes(
        "something_about_this_calf_has_to_be_looked_at",
        concept="strain_wants_a_look",
        when=[Concluded("calf_wants_a_look")],
        because="Something was told or found that makes more than a plain tear possible.",
        source="expert_opinion",
    ),
    concludes(
        "it_should_have_healed_by_now",
        concept="strain_wants_a_look",
        when=[Measured("symptom_duration_days", MoreThan(56))],
        because="A torn calf muscle has healed after two to eight weeks.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_fresh_tear_needs_sparing",
        option="care_for_a_torn_calf",
        when=[Suspected("calf_muscle_strain")],
        because="A fresh tear bleeds less and heals better when it is spared for two to three days.",
        source=("dixon2009", "expert_opinion"),
    ),
    offers(
        "load_in_small_steps_rebuilds_the_muscle",
        option="heel_raises_after_a_strain",
        when=[Suspected("calf_muscle_strain")],
        because="Once the first days are over, load in small steps makes the muscle strong again.",
        source=("dixon2009", "expert_opinion"),
    ),
    offers(
        "a_bad_or_doubtful_tear_is_scanned",
        option="scan_of_a_torn_calf",
        when=[
            Suspected("calf_muscle_strain"),
            AnyOf(
                SEVERE_PAIN,
                Present("pop_or_snap_felt"),
                SWOLLEN_CALF,
                Present("unable_to_bear_weight"),
            ),
        ],
        because="Bad pain, a pop, swelling or a leg that takes no weight leave doubt about what is torn.",
        source="expert_opinion",
    ),
    offers(
        "paracetamol_gives_comfort",
        option="paracetamol",
        when=[Suspected("calf_muscle_strain")],
        because="A simple painkiller makes the first days easier.",
        source="expert_opinion",
    ),
    offers(
        "painkilling_gel_gives_comfort",
        option="topical_nsaid",
        when=[Suspected("calf_muscle_strain")],
        because="A painkilling gel on whole skin can ease a sore spot.",
        source="expert_opinion",
    ),
    offers(
        "an_anti_inflammatory_tablet_may_ease_it",
        option="ibuprofen_or_naproxen_oral",
        when=[Suspected("calf_muscle_strain")],
        because="Such a tablet can ease the pain for a short time, where nothing forbids it.",
        source="expert_opinion",
    ),
    forbids(
        "a_torn_muscle_is_not_rubbed_or_warmed",  # ma02
        what="heat_or_massage",
        when=[Suspected("calf_muscle_strain")],
        because="Rubbing or warming a fresh tear makes it bleed more.",
        source=("dixon2009", "expert_opinion"),
    ),
    forbids(
        "a_torn_muscle_is_not_stretched",  # st01
        what="easy_calf_movement",
        when=[Suspected("calf_muscle_strain")],
        because="Stretching a fresh tear pulls it further apart.",
        source="expert_opinion",
    ),
    forbids(
        "the_tear_is_too_fresh",
        what="heel_raises_after_a_strain",
        when=[Measured("symptom_duration_days", LessThan(3))],
        because="In the first three days load makes a tear bleed more.",
        source="dixon2009",
    ),
    *asks_before(
        "heel_raises_after_a_strain",
        about=["symptom_duration_days"],
        because="In the first three days load makes a tear bleed more.",
        source="dixon2009",
    ),
)
