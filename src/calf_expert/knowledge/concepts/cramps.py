"""Concepts of cramping legs: that there are cramps, what else may be behind them, and what ends self-care."""

from ...authoring import Absent, AnyOf, Concluded, LessThan, Measured, Present, concludes
from ..signs import BLEEDS_EASILY, SEVERE_PAIN

RULES = (
    concludes(
        "a_cramp_was_told_of",
        concept="leg_cramps",
        when=[
            AnyOf(Present("night_cramps"), Present("cramp_hardening_relief_by_stretch"), Present("muscle_cramps")),
        ],
        because="The muscle cramps: it tightens by itself, hurts and lets go.",
        source="rabbitt2016",
    ),
    # Cramps are called idiopathic only where salts, thyroid, medicines, arteries and nerves were thought of. ----------
    concludes(
        "salts_may_be_out_of_balance",
        concept="cramps_with_another_reason",
        when=[
            AnyOf(
                Present("cramps_widespread"),
                Present("carpopedal_spasm"),
                Present("perioral_or_finger_tingling"),
                Present("vomiting_diarrhoea_dehydration"),
                Present("chronic_kidney_disease"),
            )
        ],
        because="Cramps all over, lost fluid or ill kidneys can mean that salts in the blood are out of balance.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    concludes(
        "a_medicine_may_bring_cramps",
        concept="cramps_with_another_reason",
        when=[AnyOf(Present("cramp_provoking_drug"), Present("diuretic_use"), Present("statin_use"))],
        because="Water tablets, some inhalers and statins can make muscles cramp.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    concludes(
        "thyroid_nerves_or_alcohol_may_bring_cramps",
        concept="cramps_with_another_reason",
        when=[
            AnyOf(
                Present("hypothyroid_symptoms"),
                Present("hypothyroidism_known"),
                Present("burning_feet_stocking"),
                Present("alcohol_excess"),
            )
        ],
        because="A slow thyroid, ill nerves or much alcohol can make muscles cramp.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    concludes(
        "every_other_reason_was_asked_and_answered_no",
        concept="no_other_reason_for_cramps",
        when=[
            Absent("cramps_widespread"),
            Absent("carpopedal_spasm"),
            Absent("vomiting_diarrhoea_dehydration"),
            Absent("chronic_kidney_disease"),
            Absent("cramp_provoking_drug"),
            Absent("hypothyroid_symptoms"),
            Absent("pain_on_walking"),
        ],
        because="Salts, kidneys, medicines, thyroid and arteries were asked about, and nothing there explains cramps.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    # What no denial outweighs. Cramps may come back for years, so that how long it has lasted does not count here. ---
    concludes(
        "a_danger_is_on_record",
        concept="no_self_care_for_cramps",
        when=[Concluded("danger_on_record")],
        because="There is a danger on record, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "something_wants_a_look",
        concept="no_self_care_for_cramps",
        when=[Concluded("wants_a_look")],
        because="Something was told or found that is looked at, whatever else was denied.",
        source="expert_opinion",
    ),
    concludes(
        "a_sore_calf_may_be_a_bleed_in_this_person",
        concept="no_self_care_for_cramps",
        when=[BLEEDS_EASILY],
        because="In someone who bleeds easily, pain in the calf may be a bleed inside it.",
        source=("acc_bleed2020", "expert_opinion"),
    ),
    concludes(
        "another_reason_is_on_record",
        concept="no_self_care_for_cramps",
        when=[Concluded("cramps_with_another_reason")],
        because="Something on record may bring the cramps, and that is looked into.",
        source=("rabbitt2016", "expert_opinion"),
    ),
    concludes(
        "it_is_a_child_or_the_pain_is_severe",
        concept="no_self_care_for_cramps",
        when=[AnyOf(Measured("age_years", LessThan(16)), SEVERE_PAIN)],
        because="A child with painful legs, or severe pain, is looked at by somebody.",
        source="expert_opinion",
    ),
)
