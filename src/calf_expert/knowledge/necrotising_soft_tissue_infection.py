"""Bacteria spread along the sheaths of the muscles and kill skin from below, while the surface still looks almost well.

Redness, swelling, a wound and fever are those of any skin infection and count little; pain beyond what is seen, skin
that dies or goes numb, gas, and poisoning of the whole body are what sets it apart.
"""

from ..authoring import (
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    VERY_RARE,
    WEAK,
    Absent,
    AtLeast,
    Cause,
    Is,
    LessThan,
    Measured,
    Option,
    Present,
    Scored,
    Suspected,
    Urgency,
    offers,
    supports,
    weakens,
)
from .signs import FEVER, SEVERE_PAIN

CAUSE = Cause(
    name="Flesh-destroying infection (necrotising soft tissue infection)",
    also_called=("Necrotising fasciitis", "NSTI", "Gas gangrene"),
    icd10="M72.6",
    commonness=VERY_RARE,
    urgency=Urgency.EMERGENCY,
    summary="An infection destroys the tissue under the skin by the hour, and only an operation stops it.",
    mechanism=(
        "Bacteria spread along the sheaths of the muscles and block the small vessels that feed the skin. At first the "
        "skin looks almost normal while the pain is extreme; then it blisters, darkens and goes numb, and the whole "
        "body is poisoned."
    ),
    open_until=(
        "A surgeon who examines the leg, and looks inside where there is doubt, would close it; no score or scan does. "
        "Fever is missing in more than half, a LRINEC score of 6 or more found only 43% in the one prospective study "
        "of limbs, and at first almost three in four are taken for something else."
    ),
    sources=("goh2014", "fernando2019", "wong2004", "hsiao2020", "idsa_ssti2014"),
)

OPTIONS = (
    Option(
        id="surgeon_for_a_deep_infection",
        name="Emergency department with surgeons, now",
        kind=REFERRAL,
        guidance="Call the emergency number now: an operation and antibiotics into a vein cannot wait for test results.",
        source=("idsa_ssti2014", "goh2014"),
    ),
    Option(
        id="deep_infection_tests",
        name="Tests for a deep infection",
        kind=TEST,
        guidance=(
            "In hospital, and only if they do not delay the surgeon: blood cultures, blood count, CRP, kidney values, "
            "lactate and CK, and a CT scan. A low LRINEC score or a scan without gas does not close it."
        ),
        source=("idsa_ssti2014", "hsiao2020", "fernando2019"),
    ),
    Option(
        id="skin_that_may_be_dying",
        name="While waiting for help",
        kind=SELF_CARE,
        guidance=(
            "Draw a line around the edge of the redness and note the time. Nothing to eat or drink, as an operation "
            "may be near; do not massage or warm the leg."
        ),
        source=("goh2014", "expert_opinion"),
    ),
)

RULES = (
    # The pain. --------------------------------------------------------------------------------------------------------
    supports(
        "pain_is_far_worse_than_the_leg_looks",
        when=[Present("pain_out_of_proportion")],
        strength=STRONG,
        group="pain",
        because="Pain far worse than the leg looks is the earliest sign of a deep infection.",
        source="goh2014",
        verified=True,
    ),
    supports(
        "pain_is_severe",
        when=[SEVERE_PAIN],
        strength=MODERATE,
        group="pain",
        because="A deep infection hurts badly, until the nerves have died.",
        source="expert_opinion",
    ),
    supports(
        "pain_rises_by_the_hour",
        when=[Present("pain_progressive")],
        strength=MODERATE,
        group="pain",
        because="The pain gets worse by the hour as the infection spreads.",
        source="expert_opinion",
    ),
    weakens(
        "pain_is_mild",
        when=[Is("pain_severity_words", in_=("mild",))],
        strength=WEAK,
        group="pain",
        because="Mild pain speaks against it, unless the skin has already gone numb.",
        source="expert_opinion",
    ),
    # What any inflamed leg shows. -------------------------------------------------------------------------------------
    supports(
        "skin_is_red_and_warm",
        when=[Present("skin_redness_warmth")],
        strength=WEAK,
        group="inflamed_leg",
        because="The skin is red and warm, as in any infection of the skin.",
        source="goh2014",
        verified=True,
    ),
    supports(
        "calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        group="inflamed_leg",
        because="The swelling often reaches further than the redness.",
        source="goh2014",
    ),
    supports(
        "skin_is_broken",
        when=[Present("open_wound_or_skin_break")],
        strength=WEAK,
        group="inflamed_leg",
        because="Bacteria can enter through a small wound, though often none is found.",
        source="goh2014",
    ),
    supports(
        "foot_has_an_ulcer",
        when=[Present("foot_ulcer_or_tissue_loss")],
        strength=WEAK,
        group="inflamed_leg",
        because="An ulcer on the foot lets bacteria in.",
        source="expert_opinion",
    ),
    supports(
        "there_is_fever",
        when=[FEVER],
        lr=2.0,
        group="fever",
        because="Fever fits an infection.",
        source="fernando2019",
        verified=True,
    ),
    weakens(
        "there_is_no_fever",
        when=[Absent("fever_or_rigors")],
        lr=0.70,
        group="fever",
        because="No fever counts a little against it, but more than half of those who have it have none.",
        source="fernando2019",
        verified=True,
    ),
    # What sets it apart. ----------------------------------------------------------------------------------------------
    supports(
        "redness_spreads_by_the_hour",
        when=[Present("redness_spreading_rapidly")],
        strength=STRONG,
        because="Redness that spreads within hours means that the infection runs under the skin.",
        source="goh2014",
    ),
    supports(
        "skin_blisters_or_darkens",
        when=[Present("skin_blisters_or_dusky")],
        lr=6.0,
        group="dying_skin",
        because="Blisters and dark skin mean that the skin is dying from below.",
        source="fernando2019",
        verified=True,
    ),
    weakens(
        "skin_has_no_blisters_or_dark_spots",
        when=[Absent("skin_blisters_or_dusky")],
        lr=0.78,
        group="dying_skin",
        because="Skin without blisters counts a little against it, but only one in four has them.",
        source="fernando2019",
        verified=True,
    ),
    supports(
        "painful_skin_has_gone_numb",
        when=[Present("skin_numb_over_painful_area")],
        strength=STRONG,
        group="dying_skin",
        because="Skin that goes numb over the painful spot has lost its nerves.",
        source="goh2014",
    ),
    supports(
        "gas_crackles_under_the_skin",
        when=[Present("soft_tissue_crepitus")],
        strength=STRONG,
        because="Crackling under the skin is gas made by bacteria.",
        source="goh2014",
        verified=True,
    ),
    supports(
        "the_whole_body_is_ill",
        when=[Present("feels_very_unwell_or_confused")],
        strength=STRONG,
        group="poisoning",
        because="Being very unwell or confused means that the infection poisons the whole body.",
        source="goh2014",
    ),
    supports(
        "blood_pressure_is_below_90",
        when=[Measured("systolic_bp", LessThan(90))],
        lr=9.1,
        group="poisoning",
        because="A blood pressure below 90 can mean that the infection poisons the blood.",
        source="fernando2019",
        verified=True,
    ),
    weakens(
        "blood_pressure_is_not_low",
        when=[Measured("systolic_bp", AtLeast(90))],
        lr=0.81,
        group="poisoning",
        because="A blood pressure that holds counts a little against it, but it falls only late.",
        source="fernando2019",
        verified=True,
    ),
    # Six blood tests, in the one prospective study of limbs. Low points exclude nothing and count for nothing. ---------
    supports(
        "blood_tests_strongly_fit_a_deep_infection",
        when=[Scored("lrinec", "high")],
        lr=3.9,
        group="blood_tests",
        because="Blood tests that are this far off are seen more often in a deep infection than in one of the skin.",
        source="hsiao2020",
        where="8 points or more; derived from sensitivity 0.27 and specificity 0.93",
        verified=True,
    ),
    supports(
        "blood_tests_fit_a_deep_infection",
        when=[Scored("lrinec", "intermediate")],
        lr=1.6,
        group="blood_tests",
        because="Blood tests that are somewhat off are seen a little more often in a deep infection.",
        source="hsiao2020",
        where="6 or 7 points; derived: sensitivity 0.43 and specificity 0.83 from 6 points, less those from 8",
        verified=True,
    ),
    # Who gets it. -----------------------------------------------------------------------------------------------------
    supports(
        "there_is_diabetes",
        when=[Present("diabetes")],
        strength=MODERATE,
        group="risk",
        because="Nearly half of those who get it have diabetes.",
        source="goh2014",
        verified=True,
    ),
    supports(
        "immune_system_is_weak",
        when=[Present("immunosuppressed")],
        strength=MODERATE,
        group="risk",
        because="A weakened immune system does not hold bacteria back.",
        source="goh2014",
    ),
    supports(
        "drugs_are_injected",
        when=[Present("injecting_drug_use")],
        strength=MODERATE,
        group="risk",
        because="Injecting drugs can carry bacteria deep into the leg.",
        source="goh2014",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_an_operation_stops_it",
        option="surgeon_for_a_deep_infection",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="Each hour of delay costs tissue and lives, and only an operation stops the spread.",
        source=("goh2014", "idsa_ssti2014"),
    ),
    offers(
        "tests_must_not_hold_up_the_surgeon",
        option="deep_infection_tests",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="Tests can support the suspicion, and none of them can close it.",
        source=("hsiao2020", "fernando2019"),
    ),
    offers(
        "a_line_shows_how_fast_it_spreads",
        option="skin_that_may_be_dying",
        when=[Suspected("necrotising_soft_tissue_infection")],
        because="A line around the redness shows the doctors how fast it spreads.",
        source="expert_opinion",
    ),
)
