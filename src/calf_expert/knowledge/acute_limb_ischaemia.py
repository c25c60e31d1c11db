"""A leg artery is blocked all at once; muscle and nerve below it die within hours.

Three things make it up: it came fast, the leg is cold, pale or without pulse, and it hurts at rest or goes numb and
weak. The last is shared by every pinched nerve, so that it is one group here, and the first counts less than it would
beside a cold leg: a numb leg with sudden pain must not become a blocked artery without a sign of the blood supply.
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
from .signs import FEELING_LOST_BEYOND_TOES, FOOT_WEAK_ON_EXAMINATION, NO_ARTERIAL_SIGNAL, SEVERE_PAIN

CAUSE = Cause(
    name="Suddenly blocked leg artery (acute limb ischaemia)",
    also_called=("Acute leg ischaemia", "Arterial embolus", "Arterial thrombosis of the leg"),
    icd10="I74.3",
    commonness=VERY_RARE,
    urgency=Urgency.EMERGENCY,
    summary="A leg artery is suddenly blocked, and the leg can be lost within hours.",
    mechanism=(
        "A clot from the heart, or one that forms on a narrowed artery or in a bypass, stops the blood to the leg "
        "within minutes to days; up to two weeks counts as sudden. Muscle and nerve fail after about four to six "
        "hours: the calf hurts all the time, and the leg is cold, pale, later blotchy, numb and weak."
    ),
    open_until=(
        "A Doppler test with ankle pressures and a scan of the leg arteries, read by a vascular team, would close it. "
        "Symptoms and a hand on the foot cannot: the full set of signs is seldom there at once, feeling for pulses is "
        "unreliable, and in studies of narrowed leg arteries normal pulses only brought the odds down to 0.38 of what "
        "they were."
    ),
    sources=("rutherford1997", "bjorck2020", "rcem_ali2022", "gornik2024", "khan2006"),
)

OPTIONS = (
    Option(
        id="vascular_team_now",
        name="Hospital with vascular surgeons, now",
        kind=REFERRAL,
        guidance=(
            "Call the emergency number now. The blood has to flow again within hours, and only a blood vessel "
            "team can bring that about."
        ),
        source=("bjorck2020", "rcem_ali2022"),
    ),
    Option(
        id="blocked_artery_tests",
        name="Tests for a blocked leg artery",
        kind=TEST,
        guidance=(
            "In hospital: Doppler and pressures at the ankle, a heart tracing, and an urgent CT scan of the "
            "arteries. Blood tests are for lactate, CK, potassium and clotting."
        ),
        source=("bjorck2020", "gornik2024"),
    ),
    Option(
        id="leg_without_blood",
        name="While waiting for help",
        kind=SELF_CARE,
        guidance=(
            "Nothing to eat or drink; keep the leg level and loosely wrapped. Do not warm it, raise it or massage it."
        ),
        source=("bjorck2020", "expert_opinion"),
    ),
)

RULES = (
    # How it came. -----------------------------------------------------------------------------------------------------
    supports(
        "it_came_within_hours",
        when=[Is("onset_speed", in_=("sudden", "hours"))],
        strength=MODERATE,
        group="onset",
        because="An artery that is suddenly blocked hurts within minutes or hours.",
        source="bjorck2020",
        grade=GUIDELINE,
        verified=True,
    ),
    weakens(
        "it_came_gradually",
        when=[Is("onset_speed", in_=("gradual",))],
        strength=MODERATE,
        group="onset",
        because="Pain that came slowly is more like arteries that narrowed over months.",
        source="expert_opinion",
    ),
    weakens(
        "it_is_older_than_two_weeks",
        when=[Measured("symptom_duration_days", MoreThan(14))],
        strength=STRONG,
        group="onset",
        because="A sudden block is one that is at most two weeks old.",
        source="bjorck2020",
        grade=GUIDELINE,
        verified=True,
    ),
    # The blood supply of the leg: all say that blood does not arrive. -------------------------------------------------
    supports(
        "leg_is_cold",
        when=[Present("cold_limb")],
        strength=STRONG,
        group="blood_supply",
        because="A leg that gets no blood goes cold.",
        source="bjorck2020",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "leg_is_pale_or_blotchy",
        when=[Present("pale_or_mottled_limb")],
        strength=STRONG,
        group="blood_supply",
        because="A leg that gets no blood goes pale, and blotchy later on.",
        source="rcem_ali2022",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "foot_pulses_are_weak_or_gone",
        when=[Present("absent_or_reduced_pedal_pulses")],
        strength=STRONG,
        group="blood_supply",
        because="The pulses in the foot are weak or gone.",
        source="bjorck2020",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "pulse_is_lost_at_the_groin_or_knee",
        when=[Present("reduced_femoral_or_popliteal_pulse")],
        strength=STRONG,
        group="blood_supply",
        because="A weak or missing pulse at the groin or behind the knee shows where the artery is blocked.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    supports(
        "doppler_hears_no_artery",
        when=[NO_ARTERIAL_SIGNAL],
        strength=STRONG,
        group="blood_supply",
        because="The Doppler probe hears no blood in the arteries of the foot.",
        source="rutherford1997",
        grade=GUIDELINE,
    ),
    supports(
        "colour_is_slow_to_return",
        when=[Measured("capillary_refill_s", MoreThan(3))],
        strength=MODERATE,
        group="blood_supply",
        because="A pressed toe takes more than three seconds to get its colour back.",
        source="rutherford1997",
        grade=GUIDELINE,
    ),
    weakens(
        "leg_is_warm_and_has_pulses",
        when=[Absent("cold_limb"), Absent("absent_or_reduced_pedal_pulses")],
        strength=MODERATE,
        group="blood_supply",
        because="A warm leg with foot pulses speaks against a blocked artery, though early on both may still be there.",
        source="expert_opinion",
    ),
    # What the leg feels. A pinched nerve does the same, so that it counts once. ---------------------------------------
    supports(
        "leg_goes_numb",
        when=[AnyOf(Present("leg_numbness_tingling"), FEELING_LOST_BEYOND_TOES)],
        strength=STRONG,
        group="feeling",
        because="Nerves fail first when blood stops, so numbness is often the first sign.",
        source="bjorck2020",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "leg_goes_weak",
        when=[AnyOf(Present("leg_weakness"), FOOT_WEAK_ON_EXAMINATION)],
        strength=STRONG,
        group="feeling",
        because="Weakness is a late sign that muscle and nerve are dying.",
        source="rutherford1997",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "it_hurts_at_rest",
        when=[Present("pain_at_rest")],
        strength=STRONG,
        group="feeling",
        because="Muscle without blood hurts all the time, at rest too.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    supports(
        "foot_hurts",
        when=[Present("pain_in_foot")],
        strength=WEAK,
        group="feeling",
        because="The pain is often worst in the toes and the foot, which are farthest from the heart.",
        source="expert_opinion",
    ),
    supports(
        "pain_is_severe",
        when=[SEVERE_PAIN],
        strength=WEAK,
        group="feeling",
        because="A leg without blood usually hurts badly.",
        source="expert_opinion",
    ),
    # Where a clot may come from. --------------------------------------------------------------------------------------
    supports(
        "heart_is_known_to_fibrillate",
        when=[Present("atrial_fibrillation")],
        strength=MODERATE,
        group="origin",
        because="With atrial fibrillation a clot can leave the heart and block a leg artery.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    supports(
        "pulse_is_irregular",
        when=[Present("irregular_pulse")],
        strength=MODERATE,
        group="origin",
        because="An irregular pulse can be atrial fibrillation that nobody knows of yet.",
        source="expert_opinion",
    ),
    supports(
        "leg_arteries_are_narrowed_or_mended",
        when=[Present("known_peripheral_arterial_disease")],
        strength=MODERATE,
        group="origin",
        because="A narrowed artery, a bypass or a stent can close all at once.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    supports(
        "a_beating_lump_is_felt",
        when=[Present("pulsatile_abdominal_or_popliteal_mass")],
        strength=MODERATE,
        group="origin",
        because="A beating lump in the belly or behind the knee can be a widened artery that clots or sheds clots.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    supports(
        "artery_behind_the_knee_is_widened",
        when=[Is("popliteal_ultrasound", in_=("popliteal_aneurysm",))],
        strength=MODERATE,
        group="origin",
        because="The scan shows a widened artery behind the knee, which can clot all at once.",
        source="expert_opinion",
    ),
    # What points elsewhere. -------------------------------------------------------------------------------------------
    weakens(
        "one_calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=MODERATE,
        because="Swelling comes from blocked veins or pressure rather than from a blocked artery.",
        source="expert_opinion",
    ),
    weakens(
        "standing_still_eases_it_in_minutes",
        when=[Is("relief_standing_still", in_=("within_10_min",))],
        strength=MODERATE,
        because="Pain that goes within ten minutes of standing still is that of narrowed, not of blocked arteries.",
        source="expert_opinion",
    ),
    # The scan of the arteries. ----------------------------------------------------------------------------------------
    confirms(
        "artery_scan_shows_a_fresh_block",
        when=[Is("arterial_imaging", in_=("acute_occlusion",))],
        because="The scan shows an artery that is freshly blocked.",
        source="expert_opinion",
    ),
    weakens(
        "artery_scan_is_normal",
        when=[Is("arterial_imaging", in_=("normal",))],
        strength=STRONG,
        because="The scan shows open arteries.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_a_vascular_team_can_save_the_leg",
        option="vascular_team_now",
        when=[Suspected("acute_limb_ischaemia")],
        because="A leg without blood can be saved for some hours only.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    offers(
        "a_scan_shows_the_block",
        option="blocked_artery_tests",
        when=[Suspected("acute_limb_ischaemia")],
        because="The scan shows where the block is and how it can be cleared.",
        source="bjorck2020",
        grade=GUIDELINE,
    ),
    offers(
        "warmth_and_pressure_harm_a_leg_without_blood",
        option="leg_without_blood",
        when=[Suspected("acute_limb_ischaemia")],
        because="Warmth, raising and rubbing harm a leg that gets no blood, and an operation may be near.",
        source="expert_opinion",
    ),
)
