"""Joint fluid from a diseased knee bursts out of its pouch behind the knee and runs down into the calf.

From outside it cannot be told from a clot, and both can be there: so it is found by a scan of knee and veins, and until
then the leg is handled as a possible clot.
"""

from ..authoring import (
    CONSENSUS,
    GUIDELINE,
    MODERATE,
    RARE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    WEAK,
    Absent,
    Cause,
    Is,
    Option,
    Present,
    Suspected,
    Urgency,
    cautions,
    confirms,
    offers,
    supports,
    weakens,
)
from .signs import SWOLLEN_CALF

CAUSE = Cause(
    name="Burst cyst behind the knee (ruptured Baker's cyst)",
    also_called=("Ruptured Baker's cyst", "Ruptured popliteal cyst", "Pseudothrombophlebitis"),
    icd10="M66.0",
    commonness=RARE,
    urgency=Urgency.WITHIN_DAYS,
    summary="Fluid from the knee has leaked into the calf, which looks like a clot until a scan has shown the veins open.",
    mechanism=(
        "A knee that makes too much fluid presses it into a pouch behind the joint. When the pouch bursts, the fluid "
        "runs down between the muscles and inflames them, so that the calf swells, hurts and may bruise at the ankle."
    ),
    sources=("herman2014", "nice_ng158"),
)

OPTIONS = (
    Option(
        id="knee_that_leaked",
        name="Examination of the knee, within days",
        kind=REFERRAL,
        guidance=(
            "Until a scan has shown the leg veins open, a swollen calf is checked for a clot today. After that, have the "
            "knee examined within days, and its arthritis treated; a cyst without a clot needs no blood thinner."
        ),
        source=("herman2014", "nice_ng158", "expert_opinion"),
    ),
    Option(
        id="calf_with_knee_fluid",
        name="Rest and raise the leg",
        kind=SELF_CARE,
        families=("advice_that_can_wait",),
        guidance=(
            "Rest the leg, raise it, and cool the calf through a cloth where the skin feels normally. Do not rub it. "
            "Call the emergency number for new breathlessness or chest pain, and be seen at once if the calf grows "
            "hard or the foot numb."
        ),
        source=("herman2014", "expert_opinion"),
    ),
)

RULES = (
    # The knee. --------------------------------------------------------------------------------------------------------
    supports(
        "knee_is_known_to_be_diseased",
        when=[Present("known_knee_arthritis_or_bakers_cyst")],
        strength=STRONG,
        group="knee_disease",
        because="Nearly every such cyst comes from a knee with arthritis or another trouble.",
        source="herman2014",
    ),
    supports(
        "rheumatoid_arthritis_is_known",
        when=[Present("known_rheumatoid_arthritis")],
        strength=MODERATE,
        group="knee_disease",
        because="Rheumatoid arthritis fills the knee with fluid that can escape backwards.",
        source="herman2014",
    ),
    supports(
        "a_joint_is_swollen",
        when=[Present("joint_swelling")],
        strength=MODERATE,
        because="A knee full of fluid is what such a cyst is fed from.",
        source="herman2014",
    ),
    # Behind the knee. -------------------------------------------------------------------------------------------------
    supports(
        "a_lump_was_there_behind_the_knee",
        when=[Present("popliteal_lump")],
        strength=MODERATE,
        group="cyst",
        because="A fullness behind the knee is the cyst, and it may vanish when it bursts.",
        source="herman2014",
    ),
    supports(
        "ultrasound_shows_a_cyst",
        when=[Is("popliteal_ultrasound", in_=("bakers_cyst",))],
        strength=MODERATE,
        group="cyst",
        because="The scan shows a cyst that can leak.",
        source="expert_opinion",
    ),
    weakens(
        "ultrasound_shows_no_cyst",
        when=[Is("popliteal_ultrasound", in_=("normal",))],
        strength=STRONG,
        group="cyst",
        because="The scan shows nothing behind the knee that could have burst.",
        source="expert_opinion",
    ),
    confirms(
        "ultrasound_shows_the_burst_cyst",
        when=[Is("popliteal_ultrasound", in_=("ruptured_bakers_cyst",))],
        because="The scan shows a burst cyst, though the veins are scanned as well.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    supports(
        "it_hurts_behind_the_knee",
        when=[Present("pain_behind_knee")],
        strength=MODERATE,
        group="pain_behind_knee",
        because="The pain or tightness begins behind the knee, where the cyst is.",
        source="herman2014",
    ),
    supports(
        "something_gave_way_behind_the_knee",
        when=[Present("pain_behind_knee"), Present("pop_or_snap_felt")],
        strength=STRONG,
        group="pain_behind_knee",
        because="A pop behind the knee, followed by pain in the calf, is how a bursting cyst is told.",
        source=("herman2014", "expert_opinion"),
    ),
    weakens(
        "it_does_not_hurt_behind_the_knee",
        when=[Absent("pain_behind_knee")],
        strength=WEAK,
        group="pain_behind_knee",
        because="A cyst that bursts is mostly felt behind the knee.",
        source="expert_opinion",
    ),
    # The calf. --------------------------------------------------------------------------------------------------------
    supports(
        "calf_is_swollen",
        when=[SWOLLEN_CALF],
        strength=WEAK,
        because="The fluid makes the calf swell, as a clot does.",
        source="herman2014",
    ),
    supports(
        "calf_or_ankle_is_bruised",
        when=[Present("calf_or_ankle_bruising")],
        strength=MODERATE,
        because="Fluid and blood sink down and leave a bruise below the ankle bone.",
        source="herman2014",
    ),
    supports(
        "it_came_suddenly",
        when=[Is("onset_speed", in_=("sudden",))],
        strength=WEAK,
        because="A cyst bursts in a moment.",
        source="expert_opinion",
    ),
    # The clot that it looks like. -------------------------------------------------------------------------------------
    weakens(
        "cancer_makes_a_clot_likelier",
        when=[Present("active_cancer")],
        strength=WEAK,
        because="With active cancer a clot is the likelier reason for a swollen calf.",
        source="expert_opinion",
    ),
    supports(
        "vein_scan_shows_no_clot",
        when=[Is("leg_vein_ultrasound", in_=("negative",))],
        strength=WEAK,
        group="veins",
        because="The veins are open, so that something else explains the calf.",
        source="expert_opinion",
    ),
    weakens(
        "vein_scan_shows_a_clot",
        when=[Is("leg_vein_ultrasound", in_=("proximal_dvt", "distal_dvt"))],
        strength=MODERATE,
        group="veins",
        because="A clot explains the calf and is treated, although a burst cyst can be there as well.",
        source="expert_opinion",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "only_a_scan_tells_a_cyst_from_a_clot",
        option="knee_cyst_and_leg_vein_ultrasound",
        when=[Suspected("ruptured_bakers_cyst")],
        because="A burst cyst and a clot look alike from outside, and both can be there.",
        source=("herman2014", "nice_ng158"),
        grade=GUIDELINE,
    ),
    offers(
        "the_knee_is_where_it_came_from",
        option="knee_that_leaked",
        when=[Suspected("ruptured_bakers_cyst")],
        because="The cyst fills again unless the knee behind it is treated.",
        source=("herman2014", "expert_opinion"),
    ),
    offers(
        "rest_lets_the_fluid_drain",
        option="calf_with_knee_fluid",
        when=[Suspected("ruptured_bakers_cyst")],
        because="The body takes the fluid up again while the leg rests.",
        source=("herman2014", "expert_opinion"),
    ),
    offers(
        "paracetamol_eases_the_pain",
        option="paracetamol",
        when=[Suspected("ruptured_bakers_cyst")],
        because="A simple painkiller helps until the fluid has gone.",
        source="expert_opinion",
    ),
    # A caution and not more: a clot in the lung may need the medicine although the leg veins are open.
    cautions(
        "a_cyst_without_a_clot_needs_no_blood_thinner",
        what="anticoagulant",
        when=[
            Is("popliteal_ultrasound", in_=("ruptured_bakers_cyst",)),
            Is("leg_vein_ultrasound", in_=("negative",)),
        ],
        because="The scans show a burst cyst and no clot in the leg, and a blood thinner does nothing for a cyst.",
        source=("herman2014", "expert_opinion"),
    ),
)
