"""Criteria for restless legs and for pain that comes from nerves."""

from ...authoring import (
    Absent,
    AllOf,
    AtLeast,
    Class,
    Is,
    Item,
    Linear,
    Measured,
    NotKnown,
    Points,
    Present,
    Score,
    YesNo,
)

_NOT_EXAMINED = AllOf(NotKnown("touch_hypoaesthesia"), NotKnown("pinprick_hypoaesthesia"), NotKnown("pain_on_brushing"))

SCORES = (
    Score(
        id="irlssg",
        name="IRLSSG criteria for restless legs",
        about="Five criteria, all of them needed.",
        inputs=(
            YesNo("urge", "Urge to move the legs, usually with an unpleasant feeling", Present("urge_to_move_legs")),
            YesNo("rest", "Begins or worsens at rest", Present("urge_worse_at_rest")),
            YesNo("movement", "Eases with movement while it lasts", Present("urge_relieved_by_movement")),
            YesNo("evening", "Only or worse in the evening or at night", Present("urge_worse_evening_night")),
            YesNo(
                "not_mimic",
                "Not solely explained by another condition: cramp, stasis, oedema, arthritis, position (a clinician's "
                "judgement)",
                judgement=True,
            ),
        ),
        measures=(Points((Item("urge"), Item("rest"), Item("movement"), Item("evening"), Item("not_mimic"))),),
        classes=(
            Class("met", "the criteria for restless legs are met", AtLeast(5)),
            Class("not_met", "the criteria for restless legs are not met"),
        ),
        clinician_only=True,
        source=("irlssg2014", "hening2009"),
        verified=True,
        caveat="The first four alone have a specificity of 84%, because cramps and other conditions satisfy them.",
    ),
    Score(
        id="dn4",
        name="DN4 questionnaire for neuropathic pain",
        about="Seven questions and three signs of examination; 4 of 10 suggest pain that comes from a nerve.",
        inputs=(
            YesNo("burning", "Burning", Is("pain_character", ("burning",)), stays_open=True),
            YesNo("painful_cold", "Painful cold"),
            YesNo("electric_shocks", "Electric shocks"),
            # One finding asks about numbness and pins and needles together, so that a yes leaves each of them open.
            YesNo("tingling", "Tingling", unless=Absent("leg_numbness_tingling")),
            YesNo("pins_and_needles", "Pins and needles", unless=Absent("leg_numbness_tingling")),
            YesNo("numbness", "Numbness", unless=Absent("leg_numbness_tingling")),
            YesNo("itching", "Itching"),
            YesNo(
                "touch_hypoaesthesia",
                "Feeling of touch reduced",
                Present("dermatomal_sensory_deficit"),
                stays_open=True,
            ),
            YesNo("pinprick_hypoaesthesia", "Feeling of pinprick reduced"),
            YesNo("pain_on_brushing", "Brushing the skin hurts"),
        ),
        measures=(
            Points(
                (
                    Item("burning"),
                    Item("painful_cold"),
                    Item("electric_shocks"),
                    Item("tingling"),
                    Item("pins_and_needles"),
                    Item("numbness"),
                    Item("itching"),
                ),
                "interview",
            ),
            Points(
                (Item("touch_hypoaesthesia"), Item("pinprick_hypoaesthesia"), Item("pain_on_brushing")),
                "examination",
                unless=_NOT_EXAMINED,
            ),
            Linear((("interview", 1), ("examination", 1))),
        ),
        classes=(
            Class(
                "positive_interview_version",
                "the answers suggest pain that comes from a nerve",
                AllOf(_NOT_EXAMINED, Measured("interview", AtLeast(3))),
            ),
            Class(
                "negative_interview_version", "the answers do not suggest pain that comes from a nerve", _NOT_EXAMINED
            ),
            Class("positive", "the pain seems to come from a nerve", AtLeast(4)),
            Class("negative", "the pain does not seem to come from a nerve"),
        ),
        shorter="Where nothing was examined, the seven questions count alone, from 3.",
        source=("bouhassira2005",),
        verified=True,
        caveat="Among people referred for suspected polyneuropathy its specificity was only 50%.",
    ),
)
