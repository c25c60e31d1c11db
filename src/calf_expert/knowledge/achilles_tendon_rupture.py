"""The heel cord tears through in a push-off; it feels like a kick in the calf, and one in five is missed at first.

What a person felt at that moment is one group here and what the examination shows is another, so that a torn calf
muscle, which begins in the same way, does not reach this cause without a sign at the tendon.
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
    Cause,
    Is,
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

CAUSE = Cause(
    name="Torn Achilles tendon",
    also_called=("Achilles tendon rupture", "Ruptured heel cord"),
    icd10="M66.86-",
    commonness=RARE,
    urgency=Urgency.SAME_DAY,
    summary="The heel cord has torn through, which heals best when the foot is held pointed down from the first day.",
    mechanism=(
        "A worn tendon gives way a few centimetres above the heel while the foot pushes off. It feels like a kick in "
        "the calf, so people tell of calf pain; other muscles can still point the foot, and about a third feel no pain "
        "afterwards."
    ),
    open_until=(
        "A calf squeeze test by a clinician today, with an ultrasound or MRI where it leaves doubt, would close it; in "
        "the study of the tests, every torn tendon had at least two tests that showed it. Symptoms cannot: about a "
        "third of the people feel no pain afterwards, many still walk, and about one tear in five is missed at first."
    ),
    sources=("maffulli1998", "fda_fq", "mhra_fq2024"),
)

OPTIONS = (
    Option(
        id="tendon_examination_today",
        name="Examination of the heel cord, today",
        kind=REFERRAL,
        guidance=(
            "Have the tendon checked today with the calf squeeze test. Holding the foot pointed down early, or an "
            "operation, gives the best result."
        ),
        source=("maffulli1998", "expert_opinion"),
    ),
    Option(
        id="tendon_scan",
        name="Ultrasound or MRI of the tendon",
        kind=TEST,
        guidance=(
            "What the doctor feels and sees tends to decide. Ask for an ultrasound or MRI of the tendon "
            "where it leaves doubt."
        ),
        source=("maffulli1998", "expert_opinion"),
    ),
    Option(
        id="heel_cord_that_may_be_torn",
        name="Until the tendon has been examined",
        kind=SELF_CARE,
        guidance=(
            "Stop walking on the leg, let the foot point down, and do not stretch, rub or try it out. If you take a "
            "quinolone antibiotic such as ciprofloxacin, ask the doctor today whether to stop it; do not stop alone."
        ),
        source=("fda_fq", "mhra_fq2024", "expert_opinion"),
    ),
)

RULES = (
    # The moment it tore. A torn calf muscle begins in the same way, so that snap and push-off count once. ------------
    supports(
        "a_pop_was_felt",
        when=[Present("pop_or_snap_felt")],
        strength=STRONG,
        group="moment",
        because="A tendon that tears through gives a pop, as if somebody had kicked the leg.",
        source="expert_opinion",
    ),
    supports(
        "it_struck_while_pushing_off",
        when=[Present("sudden_push_off_onset")],
        strength=STRONG,
        group="moment",
        because="The heel cord tears under the sudden load of a push-off, a jump or a lunge.",
        source="expert_opinion",
    ),
    supports(
        "it_came_within_seconds",
        when=[Is("onset_speed", in_=("sudden",))],
        strength=MODERATE,
        group="moment",
        because="A tear happens in a moment.",
        source="expert_opinion",
    ),
    weakens(
        "it_came_on_slowly",
        when=[Is("onset_speed", in_=("gradual",))],
        strength=MODERATE,
        group="moment",
        because="Pain that creeps in over weeks is more like a worn tendon than a torn one.",
        source="expert_opinion",
    ),
    # The tendon. ------------------------------------------------------------------------------------------------------
    supports(
        "it_hurts_at_the_heel_cord",
        when=[Present("pain_over_achilles")],
        strength=MODERATE,
        because="The pain sits in the cord just above the heel.",
        source="expert_opinion",
    ),
    # 0.96 / 0.07 and 0.04 / 0.93 from sensitivity and specificity; the other two in the same way.
    supports(
        "squeezing_the_calf_does_not_move_the_foot",
        when=[Present("thompson_test_positive")],
        lr=13.7,
        group="pull",
        because="When the calf is squeezed and the foot stays still, the tendon no longer pulls.",
        source="maffulli1998",
        where="abstract",
        verified=True,
    ),
    weakens(
        "squeezing_the_calf_moves_the_foot",
        when=[Absent("thompson_test_positive")],
        lr=0.04,
        group="pull",
        because="When the calf is squeezed and the foot moves, the tendon still pulls.",
        source="maffulli1998",
        where="abstract",
        verified=True,
    ),
    supports(
        "foot_sinks_with_the_knee_bent",
        when=[Present("matles_test_positive")],
        lr=5.9,
        group="pull",
        because="Lying with the knees bent, the foot sinks because no whole tendon holds it.",
        source="maffulli1998",
        where="abstract",
        verified=True,
    ),
    supports(
        "a_gap_can_be_felt",
        when=[Present("palpable_achilles_gap")],
        lr=6.6,
        group="pull",
        because="A gap in the cord can be felt where it tore, unless swelling fills it.",
        source="maffulli1998",
        where="abstract",
        verified=True,
    ),
    supports(
        "tiptoe_on_that_leg_fails",
        when=[Present("single_heel_raise_impossible")],
        strength=MODERATE,
        group="pull",
        because="Without the heel cord one cannot rise on that foot, though other muscles sometimes manage it.",
        source="maffulli1998",
        verified=True,
    ),
    supports(
        "leg_takes_no_weight",
        when=[Present("unable_to_bear_weight")],
        strength=WEAK,
        because="The leg cannot be stood on, though many with a torn cord still walk flat on the foot.",
        source="expert_opinion",
    ),
    # What weakened it before. -----------------------------------------------------------------------------------------
    supports(
        "a_quinolone_antibiotic_was_taken",
        when=[Present("fluoroquinolone_recent")],
        strength=MODERATE,
        group="weakened",
        because="Antibiotics of the quinolone family can weaken a tendon for months.",
        source="fda_fq",
        grade=GUIDELINE,
    ),
    supports(
        "steroids_are_taken",
        when=[Present("systemic_corticosteroid_use")],
        strength=MODERATE,
        group="weakened",
        because="Steroids can make a tendon weak.",
        source="fda_fq",
        grade=GUIDELINE,
    ),
    # The scan. --------------------------------------------------------------------------------------------------------
    confirms(
        "scan_shows_the_tear",
        when=[Is("calf_soft_tissue_imaging", in_=("achilles_rupture",))],
        because="The scan shows that the heel cord is torn.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    weakens(
        "scan_shows_a_whole_tendon",
        when=[Is("calf_soft_tissue_imaging", in_=("normal", "achilles_tendinopathy"))],
        strength=STRONG,
        because="The scan shows a tendon that is whole.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "holding_it_early_heals_best",
        option="tendon_examination_today",
        when=[Suspected("achilles_tendon_rupture")],
        because="A torn tendon heals best when its ends are held together from the first day.",
        source=("maffulli1998", "expert_opinion"),
    ),
    offers(
        "doubt_calls_for_a_scan",
        option="tendon_scan",
        when=[Suspected("achilles_tendon_rupture")],
        because="Where the examination leaves doubt, a scan shows the tendon itself.",
        source="expert_opinion",
    ),
    offers(
        "walking_pulls_the_ends_apart",
        option="heel_cord_that_may_be_torn",
        when=[Suspected("achilles_tendon_rupture")],
        because="Walking and stretching pull the torn ends further apart.",
        source="expert_opinion",
    ),
    offers(
        "paracetamol_eases_the_pain",
        option="paracetamol",
        when=[Suspected("achilles_tendon_rupture")],
        because="A simple painkiller helps until the tendon has been examined.",
        source="expert_opinion",
    ),
    forbids(
        "a_tendon_that_may_be_torn_is_left_alone",  # ma02, st01
        what="physical",
        when=[Suspected("achilles_tendon_rupture")],
        because="A tendon that may be torn must not be stretched, worked, rubbed or warmed.",
        source="expert_opinion",
    ),
)
