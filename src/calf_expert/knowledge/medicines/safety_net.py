"""How soon a person should be seen comes before anything that could be taken or done."""

from ...authoring import Concluded, Urgency, UrgencyAtLeast, cautions, forbids

RULES = (
    forbids(
        "urgent_care_comes_first",
        what="physical",
        when=[UrgencyAtLeast(Urgency.SAME_DAY)],
        because="A leg that has to be examined today should not be heated, rubbed or exercised before that.",
        source="expert_opinion",
    ),
    forbids(
        "a_danger_sign_is_on_record",
        what="physical",
        when=[Concluded("danger_on_record")],
        because="What was told or found has to be cleared up before this leg is heated, rubbed, stretched or exercised.",
        source="expert_opinion",
    ),
    forbids(
        "urgent_care_comes_before_keeping_active",
        what="activity",
        when=[UrgencyAtLeast(Urgency.SAME_DAY)],
        because="A leg that has to be examined today should not be kept going before that.",
        source="expert_opinion",
    ),
    forbids(
        "a_danger_sign_comes_before_keeping_active",
        what="activity",
        when=[Concluded("danger_on_record")],
        because="What was told or found has to be cleared up before you keep this leg going.",
        source="expert_opinion",
    ),
    cautions(
        "an_examination_today_comes_first",
        what="medicine",
        when=[UrgencyAtLeast(Urgency.SAME_DAY)],
        because="You should be examined today, before you take anything new.",
        source="expert_opinion",
    ),
    forbids(
        "an_emergency_comes_first",
        what="medicine",
        when=[UrgencyAtLeast(Urgency.EMERGENCY)],
        because="An emergency comes first: take nothing by mouth unless the hospital tells you to.",
        source="expert_opinion",
    ),
    # Plain advice, such as what to eat, does no harm before being seen today; in an emergency it distracts. Not all
    # self-care can wait: what to do until help comes, and which signs to look out for, is meant for just that time.
    forbids(
        "an_emergency_leaves_no_time_for_this",
        what="advice_that_can_wait",
        when=[UrgencyAtLeast(Urgency.EMERGENCY)],
        because="An emergency comes first: get help now, and leave advice for later.",
        source="expert_opinion",
    ),
)
