"""A clot in a vein under the skin makes a hot, tender cord, and may grow into the deep veins."""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    Absent,
    AnyOf,
    AtLeast,
    AtMost,
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
    offers,
    supports,
    weakens,
)
from .signs import FEVER

CAUSE = Cause(
    name="Clot in a surface vein (superficial vein thrombosis)",
    also_called=("Superficial thrombophlebitis", "Phlebitis", "SVT"),
    icd10="I80.0-",
    commonness=UNCOMMON,
    urgency=Urgency.SAME_DAY,
    summary="A vein under the skin is clotted and inflamed; a scan the same day shows how far the clot reaches.",
    mechanism=(
        "Blood clots in a surface vein, most often a varicose one, and the wall of the vein is inflamed: a hard cord "
        "that is red and sore to touch. From a long clot, or one close to groin or knee, a piece can grow into a deep "
        "vein."
    ),
    open_until=(
        "An ultrasound scan of the surface and the deep veins would close it. A look at the leg does not show how far "
        "the clot reaches: by common teaching up to about a quarter of people with one have a deep clot as well, a "
        "figure that was not checked."
    ),
    sources=("decousus2010", "esvs_vt2021"),
)

CLOT_IS_LONG_OR_NEAR_THE_GROIN = AnyOf(
    Measured("svt_length_cm", AtLeast(5)),
    Measured("svt_distance_from_sfj_cm", AtMost(3)),
)

OPTIONS = (
    Option(
        id="surface_vein_scan",
        name="Ultrasound of the surface and the deep veins, today",
        kind=TEST,
        guidance=(
            "Ask for an ultrasound of the leg veins today. It measures the clot and how far it is from the groin, "
            "and looks for a clot in the deep veins."
        ),
        source=("esvs_vt2021", "decousus2010"),
    ),
    Option(
        id="leg_with_a_clotted_surface_vein",
        name="Until the leg has been examined",
        kind=SELF_CARE,
        guidance=(
            "Do not massage the vein. Raise the leg when you rest, and do not sit or lie still for hours. Call the "
            "emergency number at once for new breathlessness, chest pain, coughing blood or fainting."
        ),
        source=("esvs_vt2021", "expert_opinion"),
    ),
)

RULES = (
    # The vein: felt or measured, it is the same clot. -----------------------------------------------------------------
    supports(
        "a_vein_is_a_hard_sore_cord",
        when=[Present("tender_cord_superficial_vein")],
        strength=STRONG,
        group="vein",
        because="A hard cord that is sore to touch is a surface vein with a clot in it.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
    supports(
        "the_clot_measures_5_cm_or_more",
        when=[Measured("svt_length_cm", AtLeast(5))],
        strength=STRONG,
        group="vein",
        because="A clot of 5 cm or more was measured in a surface vein.",
        source="decousus2010",
    ),
    supports(
        "the_clot_is_near_the_groin",
        when=[Measured("svt_distance_from_sfj_cm", AtMost(3))],
        strength=STRONG,
        group="vein",
        because="The clot reaches to within 3 cm of the place where the surface vein joins the deep one.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
    weakens(
        "no_vein_is_a_hard_sore_cord",
        when=[Absent("tender_cord_superficial_vein")],
        strength=STRONG,
        group="vein",
        because="Without a cord that can be felt a clot in a surface vein is hard to believe.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
    supports(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=MODERATE,
        because="The skin along an inflamed vein is red and warm, as it is over an infection.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
    # Why a surface vein clots: one group, so that a risk alone is no suspicion. ---------------------------------------
    supports(
        "veins_bulge",
        when=[Present("varicose_veins")],
        strength=MODERATE,
        group="risk",
        because="Blood moves slowly in a varicose vein, and clots there most often.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
    supports(
        "drugs_are_injected",
        when=[Present("injecting_drug_use")],
        strength=WEAK,
        group="risk",
        because="Needles harm the wall of a vein, and blood clots there.",
        source="expert_opinion",
    ),
    supports(
        "a_hospital_stay_within_3_months",
        when=[Present("hospital_admission_last_3_months")],
        strength=WEAK,
        group="risk",
        because="Lying in hospital, and drips into veins, make blood clot.",
        source="expert_opinion",
    ),
    # What points elsewhere. A deep clot or an infection may be there as well. -----------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        because="A surface vein does not make a calf swell; a clot in a deep vein does, and may be there as well.",
        source="expert_opinion",
    ),
    weakens(
        "there_is_fever",
        when=[FEVER],
        strength=MODERATE,
        because="Fever points to an infection of the skin or of the vein.",
        source="expert_opinion",
    ),
    # The scan. --------------------------------------------------------------------------------------------------------
    confirms(
        "vein_scan_shows_a_surface_clot",
        when=[Is("leg_vein_ultrasound", ("superficial_thrombus",))],
        because="The scan of the leg veins shows a clot in a surface vein.",
        source="expert_opinion",
    ),
    # It does not exclude: a scan for a deep clot may not look at every surface vein.
    weakens(
        "vein_scan_shows_no_clot",
        when=[Is("leg_vein_ultrasound", ("negative",))],
        strength=MODERATE,
        because="A scan found no clot, though it may have looked at the deep veins only.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_scan_shows_how_far_it_reaches",
        option="surface_vein_scan",
        when=[Suspected("superficial_vein_thrombosis")],
        because="How long the clot is and how close to a deep vein decides on the treatment.",
        source=("esvs_vt2021", "decousus2010"),
        grade=GUIDELINE,
    ),
    offers(
        "a_clotted_vein_is_not_pressed",
        option="leg_with_a_clotted_surface_vein",
        when=[Suspected("superficial_vein_thrombosis")],
        because="Rubbing could push the clot into a deep vein.",
        source=("esvs_vt2021", "expert_opinion"),
    ),
    offers(
        "a_long_or_high_clot_needs_a_blood_thinner",
        option="anticoagulant_treatment",
        when=[Suspected("superficial_vein_thrombosis"), CLOT_IS_LONG_OR_NEAR_THE_GROIN],
        because="A clot of 5 cm or more gets a blood thinner for some weeks; within 3 cm of the groin it is treated as deep.",
        source=("decousus2010", "esvs_vt2021"),
        grade=GUIDELINE,
    ),
    offers(
        "a_short_clot_may_be_soothed_with_a_gel",
        option="topical_nsaid",
        when=[
            Suspected("superficial_vein_thrombosis"),
            Measured("svt_length_cm", LessThan(5)),
            Measured("svt_distance_from_sfj_cm", MoreThan(3)),
        ],
        because="A short clot heals by itself, and a gel, put on without rubbing, eases the soreness.",
        source="esvs_vt2021",
        grade=GUIDELINE,
    ),
)
