"""A growth stretches the calf or eats into it: a lump that gets bigger, or a deep pain that no position eases.

It is rare, and most lumps are harmless; but many growths of muscle, fat or bone do not hurt at first, so that the lump
counts and not its pain.
"""

from ..authoring import (
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
    Measured,
    MoreThan,
    Option,
    Present,
    Suspected,
    Urgency,
    forbids,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="A growth in the calf (sarcoma, bone tumour or spread of a cancer)",
    also_called=("Soft-tissue sarcoma", "Bone tumour", "Metastasis"),
    icd10="C49.2-, C40.2-",
    commonness=RARE,
    urgency=Urgency.WITHIN_DAYS,
    summary="A growth of muscle, fat or bone, or a cancer that has spread there, which needs a scan within two weeks.",
    mechanism=(
        "A growth in the muscle or the bone pushes the tissue apart or grows into it. It makes a lump, often before it "
        "hurts, and later a deep pain that goes on at night whatever the position. A bleed that does not go away may "
        "hide one."
    ),
    sources=("nice_ng12", "dangoor2016"),
)

OPTIONS = (
    Option(
        id="scan_of_a_lump",
        name="Ultrasound of the lump, or an X-ray of the bone",
        kind=TEST,
        guidance=(
            "Ask for an ultrasound of the lump within two weeks, or within 48 hours under the age of 18, and for an "
            "MRI where it is unclear; for pain in the bone, an X-ray. A bruise that does not go away is scanned too."
        ),
        source=("nice_ng12", "dangoor2016"),
        verified=True,
    ),
    Option(
        id="sarcoma_centre",
        name="A centre for sarcoma",
        kind=REFERRAL,
        guidance="A scan that looks wrong is seen by a centre for sarcoma, before anyone takes a sample or cuts.",
        source=("nice_ng12", "dangoor2016"),
    ),
    Option(
        id="leave_a_lump_alone",
        name="Leaving the lump alone",
        kind=SELF_CARE,
        guidance=(
            "Do not massage the lump or let anyone inject into it, and note its size. Book an appointment now, even if "
            "it does not hurt."
        ),
        source=("dangoor2016", "expert_opinion"),
    ),
)

RULES = (
    # The lump. --------------------------------------------------------------------------------------------------------
    supports(
        "there_is_a_lump",
        when=[Present("calf_lump")],
        strength=MODERATE,
        group="lump",
        because="A lump in the calf that nobody has explained may be a growth.",
        source="nice_ng12",
        grade=GUIDELINE,
    ),
    weakens(
        "there_is_no_lump",
        when=[Absent("calf_lump")],
        strength=WEAK,
        group="lump",
        because="Most growths can be felt, although deep ones cannot.",
        source="expert_opinion",
    ),
    supports(
        "lump_is_growing",
        when=[Present("calf_lump_enlarging")],
        strength=STRONG,
        group="lump",
        because="A lump that gets bigger is a growth until a scan shows otherwise.",
        source="nice_ng12",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "lump_is_over_5_cm",
        when=[Measured("calf_lump_max_diameter_cm", MoreThan(5))],
        strength=MODERATE,
        group="size",
        because="The larger a lump, the likelier it is to be dangerous.",
        source="nice_ng12",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "lump_lies_deep_or_is_fixed",
        when=[Present("calf_lump_deep_or_fixed")],
        strength=MODERATE,
        group="depth",
        because="A lump that lies deep in the muscle, or does not move, is less often harmless.",
        source="nice_ng12",
        grade=GUIDELINE,
        verified=True,
    ),
    # The person. ------------------------------------------------------------------------------------------------------
    supports(
        "pain_at_night_does_not_let_go",
        when=[Present("night_pain_unremitting")],
        strength=MODERATE,
        because="A deep pain at night that no position eases can come from a growth.",
        source="nice_ng12",
        grade=GUIDELINE,
    ),
    supports(
        "weight_was_lost",
        when=[Present("weight_loss_unintentional")],
        strength=WEAK,
        because="Weight that goes without a reason can be a sign of cancer.",
        source="expert_opinion",
    ),
    supports(
        "there_is_or_was_a_cancer",
        when=[AnyOf(Present("previous_cancer"), Present("active_cancer"))],
        strength=MODERATE,
        because="A cancer can spread to muscle or bone, years later too.",
        source="expert_opinion",
    ),
    weakens(
        "it_came_suddenly",
        when=[Is("onset_speed", in_=("sudden",))],
        strength=WEAK,
        because="A growth comes slowly, unless it bleeds; a tear or a bleed comes at once.",
        source="expert_opinion",
    ),
    # The scan. --------------------------------------------------------------------------------------------------------
    supports(
        "scan_shows_a_mass",
        when=[Is("calf_soft_tissue_imaging", in_=("mass",))],
        strength=STRONG,
        group="scan",
        because="The scan shows a mass, and only a sample of it can tell what it is.",
        source="expert_opinion",
    ),
    weakens(
        "scan_of_the_calf_is_normal",
        when=[Is("calf_soft_tissue_imaging", in_=("normal",))],
        strength=STRONG,
        group="scan",
        because="The scan of the calf shows no growth, though it may miss one in the bone.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_growth_is_found_by_a_scan",
        option="scan_of_a_lump",
        when=[Suspected("soft_tissue_sarcoma")],
        because="Only a scan can tell a growth from a harmless lump or a bruise.",
        source=("nice_ng12", "dangoor2016"),
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "a_centre_sees_what_the_scan_shows",
        option="sarcoma_centre",
        when=[Suspected("soft_tissue_sarcoma"), Is("calf_soft_tissue_imaging", in_=("mass",))],
        because="A mass on the scan belongs into the hands of people who see many of them.",
        source=("nice_ng12", "dangoor2016"),
        grade=GUIDELINE,
    ),
    offers(
        "a_lump_is_left_alone_until_then",
        option="leave_a_lump_alone",
        when=[
            Suspected("soft_tissue_sarcoma"),
            AnyOf(Present("calf_lump"), Present("calf_lump_enlarging"), Present("calf_lump_deep_or_fixed")),
        ],
        because="Rubbing or injecting may harm, and hides what a scan would show.",
        source=("dangoor2016", "expert_opinion"),
    ),
    forbids(
        "a_growth_is_suspected",
        what="heat_or_massage",
        when=[Suspected("soft_tissue_sarcoma")],
        because="A calf that may hold a growth is scanned before it is rubbed or warmed.",
        source="expert_opinion",
    ),
    forbids(
        "a_growth_is_not_stretched",
        what="gentle_stretching",
        when=[Suspected("soft_tissue_sarcoma")],
        because="A calf that may hold a growth is scanned before it is stretched.",
        source="expert_opinion",
    ),
)
