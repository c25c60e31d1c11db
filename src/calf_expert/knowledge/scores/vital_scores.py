"""How ill the whole person is, from the vital signs."""

from ...authoring import (
    Amount,
    AnyOf,
    AtLeast,
    AtMost,
    Class,
    Is,
    Item,
    Levels,
    Measured,
    MoreThan,
    NotFor,
    OneOf,
    Points,
    Present,
    Score,
    YesNo,
)
from ._people import PREGNANCY, UNDER_16

SCORES = (
    Score(
        id="news2",
        name="National Early Warning Score 2",
        about="Seven vital signs, on scale 1 for oxygen; a single red one asks for an urgent look whatever the sum.",
        inputs=(
            Amount("rr", "Breaths a minute", "/min", finding="respiratory_rate"),
            Amount("spo2", "Oxygen saturation", "%", finding="spo2_percent"),
            YesNo("o2", "Breathing oxygen", Present("on_supplemental_oxygen")),
            Amount("sbp", "Systolic blood pressure", "mmHg", finding="systolic_bp"),
            Amount("hr", "Heart rate", "/min", finding="heart_rate_bpm"),
            OneOf(
                "acvpu",
                "Alert, Confused, responds to Voice or Pain, or Unresponsive",
                ("A", "C", "V", "P", "U"),
                (
                    ("A", Is("consciousness_acvpu", ("alert",))),
                    ("C", Is("consciousness_acvpu", ("confusion",))),
                    ("V", Is("consciousness_acvpu", ("voice",))),
                    ("P", Is("consciousness_acvpu", ("pain",))),
                    ("U", Is("consciousness_acvpu", ("unresponsive",))),
                ),
            ),
            Amount("temp", "Temperature", "degC", finding="temperature_c"),
            PREGNANCY,
            UNDER_16,
        ),
        measures=(
            Points(
                (
                    Levels("rr", ((AtMost(8), 3), (AtMost(11), 1), (AtMost(20), 0), (AtMost(24), 2)), 3),
                    Levels("spo2", ((AtMost(91), 3), (AtMost(93), 2), (AtMost(95), 1)), 0),
                    Item("o2", 2),
                    Levels("sbp", ((AtMost(90), 3), (AtMost(100), 2), (AtMost(110), 1), (AtMost(219), 0)), 3),
                    Levels(
                        "hr",
                        ((AtMost(40), 3), (AtMost(50), 1), (AtMost(90), 0), (AtMost(110), 1), (AtMost(130), 2)),
                        3,
                    ),
                    Levels("acvpu", ((Is("acvpu", ("A",)), 0),), 3),
                    Levels("temp", ((AtMost(35.0), 3), (AtMost(36.0), 1), (AtMost(38.0), 0), (AtMost(39.0), 1)), 2),
                )
            ),
        ),
        classes=(
            Class("high", "the whole body is failing: this is an emergency", AtLeast(7)),
            Class("medium", "the whole body is under strain: this is urgent", AtLeast(5)),
            Class(
                "low_medium",
                "one vital sign is far out of range, and a clinician looks urgently",
                AnyOf(
                    Measured("rr", AtMost(8)),
                    Measured("rr", MoreThan(24)),
                    Measured("spo2", AtMost(91)),
                    Measured("sbp", AtMost(90)),
                    Measured("sbp", MoreThan(219)),
                    Measured("hr", AtMost(40)),
                    Measured("hr", MoreThan(130)),
                    Is("acvpu", ("C", "V", "P", "U")),
                    Measured("temp", AtMost(35.0)),
                ),
            ),
            Class("low", "the vital signs are calm"),
        ),
        limits=(
            NotFor(Present("under_16"), "it is for people of 16 years or more"),
            NotFor(Present("pregnant"), "it is not for use in pregnancy"),
        ),
        source=("news2",),
        verified=True,
        caveat="It says how ill a person is now, and nothing of the leg. Scale 2 for oxygen, for people whose target is lower, "
        "is not here.",
    ),
)
