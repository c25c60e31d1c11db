"""Who the person is."""

from typing import Literal

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, choice, number, yes_no


class Demographics(FindingGroup):
    """Who the person is."""

    age_years: Number = number(
        "Age",
        ask="How old are you, in years?",
        unit="years",
        between=(0, 120),
        loinc="30525-0",
    )
    sex: Literal["female", "male", "unknown"] | None = choice(
        "Sex assigned at birth",
        ask="Were you registered female or male at birth?",
    )
    pregnant: YesNo = yes_no(
        "Currently pregnant",
        ask="Are you pregnant, or could you be?",
    )
    gestation_weeks: Number = number(
        "Weeks of pregnancy",
        ask="How many weeks pregnant are you?",
        unit="weeks",
        between=(0, 43),
        tier=EXTENDED,
        depends_on="pregnant",
    )
    postpartum_6_weeks: YesNo = yes_no(
        "Gave birth within the last 6 weeks",
        ask="Have you given birth in the last six weeks?",
    )
    breastfeeding: YesNo = yes_no(
        "Breastfeeding",
        ask="Are you breastfeeding?",
        tier=EXTENDED,
    )
    bmi: Number = number(
        "Body mass index",
        ask="What are your height and weight (so BMI can be worked out)?",
        unit="kg/m2",
        between=(10, 80),
        tier=EXTENDED,
        loinc="39156-5",
    )
