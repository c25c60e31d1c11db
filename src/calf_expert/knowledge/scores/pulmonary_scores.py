"""Scores for a clot in the lung. With calf pain and chest symptoms a person goes to emergency care whatever they say."""

from ...authoring import (
    AllOf,
    Amount,
    AnyOf,
    AtLeast,
    AtMost,
    Between,
    Class,
    Item,
    LessThan,
    Levels,
    Measured,
    MoreThan,
    OnlyFor,
    Points,
    Present,
    Reading,
    Score,
    YesNo,
)
from ..signs import PREVIOUS_CLOT
from ._people import SURGERY_WITHIN_4_WEEKS

SCORES = (
    Score(
        id="wells_pe",
        name="Wells score for pulmonary embolism",
        about="How likely a clot in the lung is before any test.",
        inputs=(
            YesNo(
                "clinical_signs_dvt",
                "Signs of a clot in the leg: at least swelling and tenderness along the deep veins",
                AllOf(
                    AnyOf(Present("calf_swelling"), Present("entire_leg_swollen")),
                    Present("deep_vein_tenderness"),
                ),
            ),
            YesNo(
                "pe_most_likely",
                "An alternative diagnosis is less likely than pulmonary embolism (a clinician's judgement)",
                judgement=True,
            ),
            YesNo("hr_gt_100", "Heart rate above 100", Measured("heart_rate_bpm", MoreThan(100))),
            YesNo(
                "immobilisation_or_surgery_4w",
                "In bed 3 days or more, or surgery within 4 weeks",
                AnyOf(Present("bedridden_3_days"), SURGERY_WITHIN_4_WEEKS),
            ),
            YesNo("previous_dvt_pe", "Previous clot in a leg or in the lung", PREVIOUS_CLOT),
            YesNo("haemoptysis", "Coughing up blood", Present("haemoptysis")),
            YesNo("malignancy", "Cancer: treated now or within 6 months, or palliative", Present("active_cancer")),
        ),
        measures=(
            Points(
                (
                    Item("clinical_signs_dvt", 3),
                    Item("pe_most_likely", 3),
                    Item("hr_gt_100", 1.5),
                    Item("immobilisation_or_surgery_4w", 1.5),
                    Item("previous_dvt_pe", 1.5),
                    Item("haemoptysis", 1),
                    Item("malignancy", 1),
                )
            ),
        ),
        classes=(
            Class("likely", "a clot in the lung is likely", MoreThan(4)),
            Class("unlikely", "a clot in the lung is unlikely, and not excluded without a D-dimer", AtMost(4)),
        ),
        also=(
            Reading(
                "three_level",
                (
                    Class("low", "a clot in the lung has a low probability, and is not excluded", LessThan(2)),
                    Class("moderate", "a clot in the lung has a moderate probability", Between(2, 6)),
                    Class("high", "a clot in the lung has a high probability", MoreThan(6)),
                ),
            ),
        ),
        clinician_only=True,
        source=("wells2000pe", "wells2001pe"),
        verified=True,
        caveat="For the clinician only: a person with calf pain and chest symptoms goes to emergency care whatever the "
        "score. In the lowest group 1.3% had a clot in the lung.",
    ),
    Score(
        id="perc",
        name="PERC rule for pulmonary embolism",
        about="Eight signs that must all be absent before a clinician who thinks a clot in the lung improbable stops there.",
        inputs=(
            Amount("age_years", "Age", "years", finding="age_years"),
            Amount("hr", "Heart rate", "/min", finding="heart_rate_bpm"),
            Amount("spo2", "Oxygen saturation on air", "%", finding="spo2_percent"),
            YesNo(
                "unilateral_leg_swelling",
                "One leg swollen",
                AnyOf(Present("calf_swelling"), Present("entire_leg_swollen")),
            ),
            YesNo("haemoptysis", "Coughing up blood", Present("haemoptysis")),
            YesNo(
                "surgery_trauma_4w",
                "Surgery, or an injury that needed hospital care, within 4 weeks",
                # Nobody is asked about an injury elsewhere than in this leg.
                SURGERY_WITHIN_4_WEEKS,
                stays_open=True,
            ),
            YesNo("previous_vte", "Previous clot in a leg or in the lung", PREVIOUS_CLOT),
            YesNo("oestrogen_use", "Takes oestrogen", Present("oestrogen_use")),
            YesNo("low_probability", "Clinician's impression: a probability below 15%", judgement=True),
        ),
        measures=(
            Points(
                (
                    Levels("age_years", ((AtLeast(50), 1),)),
                    Levels("hr", ((AtLeast(100), 1),)),
                    Levels("spo2", ((LessThan(95), 1),)),
                    Item("unilateral_leg_swelling"),
                    Item("haemoptysis"),
                    Item("surgery_trauma_4w"),
                    Item("previous_vte"),
                    Item("oestrogen_use"),
                )
            ),
        ),
        classes=(
            Class("perc_negative", "none of its eight signs of a clot in the lung is there", AtMost(0)),
            Class("perc_positive", "at least one of its eight signs is there, so that it excludes nothing", AtLeast(1)),
        ),
        limits=(
            OnlyFor(Present("low_probability"), "it is only for people whom a clinician thinks improbable (below 15%)"),
        ),
        clinician_only=True,
        source=("kline2004",),
        verified=True,
        caveat="It almost never helps here: a swollen leg fails it by definition.",
    ),
)
