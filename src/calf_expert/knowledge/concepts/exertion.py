"""Effort that a muscle is not used to, which soreness, harm by medicines and sore calves after a virus are told apart by."""

from ...authoring import FOUNDING_DOCUMENT, Present, concludes

RULES = (
    concludes(
        "exercise_was_hard_or_new",
        concept="unaccustomed_exertion",
        when=[Present("unaccustomed_exercise_recent")],
        because="In the last three days the muscle did work that it is not used to.",
        source="cheung2003",
    ),
    concludes(
        "heavy_work_went_on_for_hours",
        concept="unaccustomed_exertion",
        when=[Present("prolonged_heavy_labour")],
        because="Long hours of heavy or standing work tire the calf beyond what it is used to.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
)
