"""Compression stockings: they do the work of weak valves, and kill skin on a leg that is short of blood."""

from ...authoring import (
    GUIDELINE,
    PHYSICAL,
    AnyOf,
    LessThan,
    Measured,
    MoreThan,
    NotKnown,
    Option,
    Present,
    Suspected,
    asks_before,
    cautions,
    forbids,
)
from ..signs import HOT_OR_SWOLLEN_CALF, WEAK_PULSES
from ._people import HEART_FAILURE_MAY_BE_THERE

OPTIONS = (
    Option(
        id="compression_stockings",
        name="Compression stockings",
        kind=PHYSICAL,
        guidance=(
            "Stockings that press on the veins can ease heavy legs. First it must be clear that the arteries let "
            "enough blood through. The stockings are fitted to the leg."
        ),
        source=("esvs_cvd2022", "nice_cg168"),
    ),
)

RULES = (
    forbids(
        "the_leg_may_be_short_of_blood",  # co01
        what="compression_stockings",
        when=[
            AnyOf(
                Present("known_peripheral_arterial_disease"),
                WEAK_PULSES,
                Present("elevation_pallor_or_dependent_rubor"),
                Present("foot_ulcer_or_tissue_loss"),
                Present("cold_limb"),
                Measured("abi", LessThan(0.6)),
            )
        ],
        because="Pressure on a leg that is short of blood can kill skin.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
    # With a clinician at hand a caution would do, because the arteries could be measured first; nobody can in a chat.
    forbids(
        "narrowed_arteries_are_suspected",
        what="compression_stockings",
        when=[Suspected("peripheral_arterial_disease")],
        because="The arteries may be narrow, and have to be looked at before the leg is squeezed.",
        source="expert_opinion",
    ),
    cautions(
        "ankle_pressure_does_not_clear_the_arteries",  # co02
        what="compression_stockings",
        when=[AnyOf(Present("diabetes"), Measured("abi", MoreThan(1.3)), Measured("abi", LessThan(0.8)))],
        because="The ankle pressure is low, or hard arteries may feign a good one, so a vascular clinic decides.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
        verified=True,
    ),
    forbids(
        "the_heart_is_failing_badly",  # co03
        what="compression_stockings",
        when=[Present("heart_failure_severe")],
        because="Blood pressed out of the legs can be too much for a badly failing heart.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
        verified=True,
    ),
    cautions(
        "numb_skin_does_not_warn",  # co04
        what="compression_stockings",
        when=[AnyOf(Present("burning_feet_stocking"), Present("numbness_both_soles"))],
        because="Numb skin does not warn of a stocking that cuts in.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    forbids(
        "a_clot_or_an_infection_comes_first",  # co05
        what="compression_stockings",
        when=[HOT_OR_SWOLLEN_CALF],
        because="A calf that is newly swollen or red is checked for a clot and an infection first.",
        source="expert_opinion",
    ),
    *asks_before(
        "compression_stockings",
        about=["known_peripheral_arterial_disease", "foot_ulcer_or_tissue_loss", "cold_limb"],
        because="Pressure on a leg that is short of blood can kill skin.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "compression_stockings",
        about=["absent_or_reduced_pedal_pulses"],
        only_if=[NotKnown("abi")],
        because="Somebody has to have felt the pulses or measured the ankle pressure first.",
        source=("esvs_cvd2022", "nice_cg168"),
        grade=GUIDELINE,
    ),
    *asks_before(
        "compression_stockings",
        about=["heart_failure_severe"],
        only_if=[HEART_FAILURE_MAY_BE_THERE],
        because="Blood pressed out of the legs can be too much for a badly failing heart.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
    *asks_before(
        "compression_stockings",
        about=["calf_swelling", "skin_redness_warmth"],
        because="This can be a clot or an infection, which comes first.",
        source="expert_opinion",
    ),
    *asks_before(
        "compression_stockings",
        about=["diabetes", "burning_feet_stocking", "numbness_both_soles"],
        because="Diabetes and numb skin make pressure on the leg dangerous.",
        source="esvs_cvd2022",
        grade=GUIDELINE,
    ),
)
