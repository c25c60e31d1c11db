"""Pressures in the muscle compartments. A pressure never makes the diagnosis without the history and the examination."""

from ...authoring import Amount, AnyOf, AtLeast, AtMost, Class, Linear, Measured, MoreThan, Score

SCORES = (
    Score(
        id="cecs_pedowitz",
        name="Pedowitz criteria for chronic exertional compartment syndrome",
        about="Pressure in the compartment before exercise, one minute and five minutes after it; one of three is enough.",
        inputs=(
            Amount("pre", "Before exercise", "mmHg", finding="compartment_pressure_pre_mmhg"),
            Amount("min1", "One minute after exercise", "mmHg", finding="compartment_pressure_1min_mmhg"),
            Amount("min5", "Five minutes after exercise", "mmHg", finding="compartment_pressure_5min_mmhg"),
        ),
        classes=(
            Class(
                "positive",
                "the pressure in the muscle is too high",
                AnyOf(Measured("pre", AtLeast(15)), Measured("min1", AtLeast(30)), Measured("min5", AtLeast(20))),
            ),
            Class("negative", "the pressure in the muscle stays within limits"),
        ),
        clinician_only=True,
        source=("pedowitz1990", "aweid2012"),
        verified=True,
        caveat="Only with fitting symptoms: people without any often reach these pressures too.",
    ),
    Score(
        id="acs_delta_p",
        name="perfusion pressure in suspected acute compartment syndrome",
        about="Diastolic blood pressure minus the pressure in the compartment. For the calculator only: a record has no acute "
        "compartment pressure.",
        inputs=(
            Amount("dbp", "Diastolic blood pressure", "mmHg", (20, 160)),
            Amount("icp", "Pressure in the compartment", "mmHg", (0, 200)),
        ),
        measures=(Linear((("dbp", 1), ("icp", -1))),),
        classes=(
            Class("positive", "the muscle is starved of blood, and a surgeon decides now", AtMost(30)),
            Class("negative", "the muscle still gets blood, which is measured again if signs go on", MoreThan(30)),
        ),
        clinician_only=True,
        source=("mcqueen1996",),
        verified=True,
        caveat="Exactly 30 mmHg counts as positive here, on the safe side. Suspicion goes straight to a surgeon.",
    ),
)
