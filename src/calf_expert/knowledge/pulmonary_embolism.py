"""A clot from the leg lodges in the lung; the calf is where it came from, and the chest is where it can kill.

Without a sign from the chest the leg alone is a matter for ``deep_vein_thrombosis``: the weights here keep a plain leg
clot below the point at which the lung would be suspected too.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    VERY_RARE,
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
    offers,
    supports,
    weakens,
)
from .signs import PREVIOUS_CLOT

CAUSE = Cause(
    name="Clot in the lung (pulmonary embolism) from a leg vein",
    also_called=("PE", "Lung clot"),
    icd10="I26.9-",
    commonness=VERY_RARE,
    urgency=Urgency.EMERGENCY,
    summary="A clot from the leg has reached the lung, which can kill within hours.",
    mechanism=(
        "A clot breaks off in the veins of the leg and blocks arteries of the lung. The calf only shows where it came "
        "from; the danger lies in breathlessness, chest pain, coughing blood or collapse."
    ),
    open_until=(
        "A scan of the lung arteries, or a low score together with a negative D-dimer read by a clinician, would close "
        "it. Symptoms cannot: even among people in the lowest group of the Wells score 1.3% had one, and a swollen leg "
        "by itself fails the PERC rule that lets doctors do without tests."
    ),
    sources=("wells2001pe", "kline2004", "esc_pe2019", "nice_ng158"),
)

OPTIONS = (
    Option(
        id="ambulance_for_a_possible_lung_clot",
        name="Emergency department, by ambulance",
        kind=REFERRAL,
        guidance="Call the emergency number now; do not wait for a scan of the leg, and do not travel alone.",
        source=("nice_ng158", "esc_pe2019"),
    ),
    Option(
        id="lung_clot_tests",
        name="Tests for a clot in the lung",
        kind=TEST,
        guidance=(
            "In hospital: oxygen level, heart tracing, chest X-ray and a Wells score, and a D-dimer if the score "
            "is low. Then comes a CT scan of the lung arteries or a scan of the blood flow in the lungs. A scan "
            "of the leg veins can back it up."
        ),
        source=("nice_ng158", "esc_pe2019", "wells2001pe"),
    ),
    Option(
        id="waiting_with_a_possible_lung_clot",
        name="While waiting for help",
        kind=SELF_CARE,
        guidance="Sit up, do not walk about and do not drive; do not massage the leg, and stay with someone.",
        source=("expert_opinion",),
    ),
)

RULES = (
    # The chest. -------------------------------------------------------------------------------------------------------
    supports(
        "breath_is_newly_short",
        when=[Present("breathlessness_new")],
        strength=STRONG,
        group="breath",
        because="New breathlessness with a painful calf can mean that a clot has reached the lung.",
        source="esc_pe2019",
        grade=GUIDELINE,
    ),
    # The dossier weighs both denials together; one each keeps breath and pain two signs, and adds up to nearly the same.
    weakens(
        "breath_is_as_usual",
        when=[Absent("breathlessness_new")],
        strength=WEAK,
        group="breath",
        because="Breathing as usual makes a clot in the lung less likely, though a small one may give no sign.",
        source="expert_opinion",
    ),
    supports(
        "chest_newly_hurts",
        when=[Present("chest_pain_new")],
        strength=STRONG,
        group="chest_pain",
        because="New chest pain, most of all on breathing in, can come from a clot in the lung.",
        source="esc_pe2019",
        grade=GUIDELINE,
    ),
    weakens(
        "chest_does_not_hurt",
        when=[Absent("chest_pain_new")],
        strength=WEAK,
        group="chest_pain",
        because="A chest that does not hurt makes a clot in the lung less likely, though a small one may give no sign.",
        source="expert_opinion",
    ),
    supports(
        "blood_is_coughed_up",
        when=[Present("haemoptysis")],
        strength=MODERATE,
        because="A clot can make the lung bleed, so that blood is coughed up.",
        source="wells2001pe",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "there_was_a_faint",
        when=[Present("syncope")],
        strength=STRONG,
        because="A large clot in the lung can stop the blood for a moment and make one faint.",
        source="esc_pe2019",
        grade=GUIDELINE,
    ),
    supports(
        "heart_beats_over_100",
        when=[Measured("heart_rate_bpm", MoreThan(100))],
        strength=MODERATE,
        because="The heart beats faster when it pushes against a blocked lung.",
        source="wells2001pe",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "oxygen_is_below_94",
        when=[Measured("spo2_percent", LessThan(94))],
        strength=MODERATE,
        because="Blood that cannot pass the lung takes up too little oxygen.",
        source="esc_pe2019",
        grade=GUIDELINE,
    ),
    # Where it comes from. ---------------------------------------------------------------------------------------------
    supports(
        "leg_shows_a_clot",
        when=[Present("calf_swelling"), Present("deep_vein_tenderness")],
        strength=STRONG,
        group="leg",
        because="A swollen leg that is tender along its deep veins is where a lung clot comes from.",
        source="wells2001pe",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=MODERATE,
        group="leg",
        because="One swollen calf can hold the clot that a piece has broken from.",
        source="kline2004",
        grade=GUIDELINE,
    ),
    supports(
        "vein_scan_shows_a_clot_above_the_calf",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt",))],
        strength=STRONG,
        group="leg",
        because="The scan shows a clot in the upper leg veins, from where clots reach the lung.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
    # What makes blood clot: one group, so that a plain leg clot with several of these stays a leg clot. ---------------
    supports(
        "there_was_a_clot_before",
        when=[PREVIOUS_CLOT],
        strength=MODERATE,
        group="risk",
        because="Who has had a clot is more likely to have another.",
        source="wells2001pe",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "cancer_is_active",
        when=[Present("active_cancer")],
        strength=MODERATE,
        group="risk",
        because="Active cancer makes blood clot more easily.",
        source="wells2001pe",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "an_operation_or_days_in_bed",
        when=[AnyOf(Present("major_surgery_12w"), Present("bedridden_3_days"))],
        strength=MODERATE,
        group="risk",
        because="An operation, or days in bed, make blood clot more easily.",
        source="wells2001pe",
        grade=GUIDELINE,
    ),
    supports(
        "a_hospital_stay_within_3_months",
        when=[Present("hospital_admission_last_3_months")],
        strength=MODERATE,
        group="risk",
        because="Half or more of all clots come within 90 days of a stay in hospital.",
        source="expert_opinion",
        where="NICE guideline NG89, context",
        verified=True,
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_a_hospital_can_help_in_time",
        option="ambulance_for_a_possible_lung_clot",
        when=[Suspected("pulmonary_embolism")],
        because="A clot in the lung can kill within hours and is treated in hospital.",
        source=("nice_ng158", "esc_pe2019"),
        grade=GUIDELINE,
    ),
    offers(
        "only_tests_can_close_it",
        option="lung_clot_tests",
        when=[Suspected("pulmonary_embolism")],
        because="No question about symptoms can rule a clot in the lung out.",
        source=("nice_ng158", "esc_pe2019"),
        grade=GUIDELINE,
    ),
    offers(
        "effort_strains_a_blocked_lung",
        option="waiting_with_a_possible_lung_clot",
        when=[Suspected("pulmonary_embolism")],
        because="Walking makes the heart work harder against a blocked lung.",
        source="expert_opinion",
    ),
    offers(
        "a_blood_thinner_stops_more_clots",
        option="anticoagulant_treatment",
        when=[Suspected("pulmonary_embolism")],
        because="Doctors give a blood thinner, even before the scan where it is delayed, so that no more clot follows.",
        source="nice_ng158",
        grade=GUIDELINE,
    ),
)
