"""Concepts that several causes share.

``danger_signs_denied`` decides whether soreness may be left to self-care. It wants an answer to every sign that would
make a sore calf dangerous; a question that was not asked, or was answered with "unknown", leaves it open. It is built
from five smaller denials, so that a proof shows which danger was met by which answers.
"""

from ..authoring import Absent, AllOf, AnyOf, AtMost, Concluded, Is, Measured, MoreThan, concludes

RULES = (
    concludes(
        "no_sign_of_a_clot",
        concept="clot_signs_denied",
        # The strongest risks for a clot belong here: with one of them, a sore calf is checked even without swelling.
        # Less common risks (a hospital stay, a cast, a clot in the lung) raise their own alert when they are told.
        when=[
            Absent("calf_swelling"),
            Absent("breathlessness_new"),
            Absent("chest_pain_new"),
            Absent("previous_dvt"),
            Absent("major_surgery_12w"),
            Absent("active_cancer"),
            AnyOf(
                Is("sex", in_=("male",)),
                Measured("age_years", MoreThan(60)),
                AllOf(Absent("pregnant"), Absent("postpartum_6_weeks")),
            ),
        ],
        because="The calf is not swollen, breathing is normal, and none of the main risks for a clot is there.",
        source=("nice_ng158", "expert_opinion"),
    ),
    concludes(
        "no_sign_of_infection",
        concept="infection_signs_denied",
        when=[Absent("fever_or_rigors"), Absent("skin_redness_warmth")],
        because="There is no fever, and the skin over the calf is not red or hot.",
        source="expert_opinion",
    ),
    concludes(
        "no_sign_of_pressure_or_lost_blood_flow",
        concept="pressure_and_blood_flow_signs_denied",
        when=[
            Absent("tense_hard_calf"),
            Absent("leg_numbness_tingling"),
            Absent("leg_weakness"),
            Absent("cold_limb"),
        ],
        because="The calf is not hard, and the leg is not numb, weak or cold.",
        source=("duckworth_mcqueen", "bjorck2020", "expert_opinion"),
    ),
    concludes(
        "no_sign_of_a_tear_or_bleeding",
        concept="tear_signs_denied",
        when=[Absent("calf_or_ankle_bruising"), Absent("unable_to_bear_weight")],
        because="There is no bruise, and the leg can be stood on.",
        source="expert_opinion",
    ),
    concludes(
        "no_sign_of_muscle_breakdown",
        concept="muscle_breakdown_signs_denied",
        # Muscle may break down without dark urine; so the pain, too, must have been told as not severe.
        when=[
            Absent("dark_urine"),
            AnyOf(Is("pain_severity_words", in_=("mild", "moderate")), Measured("pain_severity_nrs", AtMost(6))),
        ],
        because="The urine has not gone dark, and the pain is not severe.",
        source=("chavez2016", "expert_opinion"),
    ),
    concludes(
        "every_danger_sign_was_asked_and_denied",
        concept="danger_signs_denied",
        when=[
            Concluded("clot_signs_denied"),
            Concluded("infection_signs_denied"),
            Concluded("pressure_and_blood_flow_signs_denied"),
            Concluded("tear_signs_denied"),
            Concluded("muscle_breakdown_signs_denied"),
        ],
        because="Each sign that could make a sore calf dangerous was asked about, and the answer was no.",
        source="expert_opinion",
    ),
)
