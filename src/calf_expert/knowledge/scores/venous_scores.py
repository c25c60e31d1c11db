"""Scores for a clot in the deep veins of the leg. None of them closes the question alone, and least of all in a chat."""

from ...authoring import (
    Absent,
    AllOf,
    Amount,
    AnyOf,
    AtLeast,
    AtMost,
    Between,
    Class,
    Is,
    Item,
    LessThan,
    Levels,
    Measured,
    MoreThan,
    NotFor,
    OnlyFor,
    Points,
    Present,
    Reading,
    Score,
    Working,
    YesNo,
)
from ._people import ANTICOAGULATED, NO_SURGERY_WITHIN_4_WEEKS, PREGNANCY, SURGERY_WITHIN_4_WEEKS, UNDER_18

_CANCER = YesNo(
    "active_cancer", "Active cancer: treated now or within 6 months, or palliative", Present("active_cancer")
)
_PARALYSIS = YesNo(
    "paralysis_or_cast",
    "Paralysis, paresis or recent plaster immobilisation of a leg",
    Present("leg_paralysis_or_cast"),
)
_TENDERNESS = YesNo(
    "deep_vein_tenderness", "Localised tenderness along the deep veins", Present("deep_vein_tenderness")
)
_WHOLE_LEG = YesNo("entire_leg_swollen", "Entire leg swollen", Present("entire_leg_swollen"))
_OEDEMA = YesNo(
    "pitting_oedema", "Pitting oedema confined to the symptomatic leg", Present("pitting_oedema_symptomatic_leg")
)
_COLLATERALS = YesNo(
    "collateral_veins", "Collateral superficial veins, not varicose", Present("collateral_superficial_veins")
)
_ALTERNATIVE = YesNo(
    "alternative_as_likely",
    "An alternative diagnosis at least as likely as DVT (a clinician's judgement)",
    judgement=True,
)
_AT_LEAST_3_CM = YesNo(
    "calf_diff_ge_3cm",
    "Calf at least 3 cm larger than the other, 10 cm below the tibial tuberosity",
    Measured("calf_circumference_difference_cm", AtLeast(3)),
)
_NOT_FOR = (
    NotFor(Present("pregnant"), "it was not validated in pregnancy: use the LEFt rule, or go straight to ultrasound"),
    NotFor(Present("under_18"), "it was not validated under 18 years"),
    NotFor(Present("anticoagulated"), "it was not validated in people who already take an anticoagulant"),
)
_WITHOUT_THE_JUDGEMENT = Working(
    assume=(("alternative_as_likely", False),),
    says="Only a clinician can judge whether another diagnosis is at least as likely. Until then the score is quoted "
    "without the two points that this takes off, which is the cautious side.",
)

SCORES = (
    Score(
        id="wells_dvt_2",
        name="Wells score for DVT (two-level)",
        about="How likely a deep vein thrombosis is before any test: it decides between D-dimer and ultrasound first.",
        inputs=(
            _CANCER,
            _PARALYSIS,
            YesNo(
                "bedridden_or_surgery",
                "Bedridden 3 days or more, or major surgery within 12 weeks",
                AnyOf(Present("bedridden_3_days"), Present("major_surgery_12w")),
            ),
            _TENDERNESS,
            _WHOLE_LEG,
            _AT_LEAST_3_CM,
            _OEDEMA,
            _COLLATERALS,
            YesNo("previous_dvt", "Previously documented DVT", Present("previous_dvt")),
            _ALTERNATIVE,
            PREGNANCY,
            UNDER_18,
            ANTICOAGULATED,
        ),
        measures=(
            Points(
                (
                    Item("active_cancer"),
                    Item("paralysis_or_cast"),
                    Item("bedridden_or_surgery"),
                    Item("deep_vein_tenderness"),
                    Item("entire_leg_swollen"),
                    Item("calf_diff_ge_3cm"),
                    Item("pitting_oedema"),
                    Item("collateral_veins"),
                    Item("previous_dvt"),
                    Item("alternative_as_likely", -2),
                )
            ),
        ),
        classes=(
            Class("likely", "a clot in the leg is likely enough to scan the veins first", AtLeast(2)),
            Class("unlikely", "a clot in the leg is unlikely, and not excluded without a D-dimer", AtMost(1)),
        ),
        working=_WITHOUT_THE_JUDGEMENT,
        also=(
            Reading(
                "working",
                (
                    Class(
                        "working_likely", "a clot in the leg counts as likely until a clinician has judged", AtLeast(2)
                    ),
                    Class(
                        "working_unlikely",
                        "a clot in the leg is unlikely, and not excluded without a D-dimer",
                        AtMost(1),
                    ),
                ),
                of="working",
            ),
        ),
        limits=_NOT_FOR,
        clinician_only=True,
        source=("wells2003", "nice_ng158"),
        verified=True,
        caveat="Never used alone to exclude: in 13 pooled data sets 1.2% of those with 1 point or less and a negative "
        "D-dimer still had a clot, and nearly twice as many with cancer or a suspected recurrence. It is weak for clots "
        "in the calf alone, and did worse in general practice.",
    ),
    Score(
        id="wells_dvt_3",
        name="Wells score for DVT (three-level)",
        about="The 1997 form: no item for a previous DVT, surgery within 4 weeks, and a calf more than 3 cm larger.",
        inputs=(
            _CANCER,
            _PARALYSIS,
            YesNo(
                "bedridden_or_surgery",
                "Bedridden more than 3 days, or major surgery within 4 weeks",
                # Three days or more in bed is what is asked, so it is not enough for "more than 3 days".
                SURGERY_WITHIN_4_WEEKS,
                unless=AllOf(Absent("bedridden_3_days"), NO_SURGERY_WITHIN_4_WEEKS),
                stays_open=True,
            ),
            _TENDERNESS,
            _WHOLE_LEG,
            YesNo(
                "calf_diff_gt_3cm",
                "Calf more than 3 cm larger than the other, 10 cm below the tibial tuberosity",
                Measured("calf_circumference_difference_cm", MoreThan(3)),
            ),
            _OEDEMA,
            _COLLATERALS,
            _ALTERNATIVE,
            PREGNANCY,
            UNDER_18,
            ANTICOAGULATED,
        ),
        measures=(
            Points(
                (
                    Item("active_cancer"),
                    Item("paralysis_or_cast"),
                    Item("bedridden_or_surgery"),
                    Item("deep_vein_tenderness"),
                    Item("entire_leg_swollen"),
                    Item("calf_diff_gt_3cm"),
                    Item("pitting_oedema"),
                    Item("collateral_veins"),
                    Item("alternative_as_likely", -2),
                )
            ),
        ),
        classes=(
            Class("low", "a clot in the leg has a low probability, and is not excluded", AtMost(0)),
            Class("moderate", "a clot in the leg has a moderate probability", Between(1, 2)),
            Class("high", "a clot in the leg has a high probability", AtLeast(3)),
        ),
        working=_WITHOUT_THE_JUDGEMENT,
        also=(
            Reading(
                "working",
                (
                    Class("working_low", "a clot in the leg has a low probability, and is not excluded", AtMost(0)),
                    Class(
                        "working_moderate",
                        "a clot in the leg counts as moderately probable until a clinician has judged",
                        Between(1, 2),
                    ),
                    Class(
                        "working_high",
                        "a clot in the leg counts as highly probable until a clinician has judged",
                        AtLeast(3),
                    ),
                ),
                of="working",
            ),
        ),
        limits=_NOT_FOR,
        clinician_only=True,
        source=("wells1997", "wells2006", "oudega2005wells"),
        verified=True,
        caveat="Many calculators mix this form with the two-level one. In Dutch general practice 12% of the low group had "
        "a clot, and 2.9% even with a negative D-dimer; 3% was found where the score was made.",
    ),
    Score(
        id="dutch_primary_care_dvt",
        name="Dutch primary care rule for DVT (Oudega)",
        about="Made in general practice, with the D-dimer as an item: below 4 points no ultrasound was done.",
        inputs=(
            YesNo("male_sex", "Male sex", Is("sex", ("male",))),
            YesNo(
                "oral_contraceptive_use",
                "Takes an oral contraceptive",
                # Asked together with hormone replacement, so that a yes leaves it open.
                unless=AnyOf(Absent("oestrogen_use"), Is("sex", ("male",))),
            ),
            YesNo("active_malignancy_6m", "Active malignancy within 6 months", Present("active_cancer")),
            YesNo(
                "surgery_recent",
                "Recent surgery, or bedridden",
                AnyOf(Present("major_surgery_12w"), Present("bedridden_3_days")),
            ),
            YesNo("absence_of_leg_trauma", "No injury to the leg", Absent("direct_injury_recent")),
            YesNo(
                "collateral_vein_distension",
                "Collateral superficial veins, not varicose",
                Present("collateral_superficial_veins"),
            ),
            _AT_LEAST_3_CM,
            YesNo("d_dimer_positive", "D-dimer above the cut-off", Present("d_dimer_positive")),
            PREGNANCY,
        ),
        measures=(
            Points(
                (
                    Item("male_sex"),
                    Item("oral_contraceptive_use"),
                    Item("active_malignancy_6m"),
                    Item("surgery_recent"),
                    Item("absence_of_leg_trauma"),
                    Item("collateral_vein_distension"),
                    Item("calf_diff_ge_3cm", 2),
                    Item("d_dimer_positive", 6),
                )
            ),
        ),
        classes=(
            Class("very_low", "the risk of a clot in the leg is very low", AtMost(3)),
            Class("ultrasound", "the veins of the leg need an ultrasound", AtLeast(4)),
        ),
        limits=(NotFor(Present("pregnant"), "in pregnancy a suspected clot is scanned whatever a score says"),),
        source=("oudega2005", "buller2009", "aafp2019dvt"),
        verified=True,
        caveat="At 3 points or less 1.4% (0.6 to 2.9) still had a clot in the validation. Where the clinical items alone "
        "reach 4, the D-dimer is not waited for.",
    ),
    Score(
        id="left_pregnancy_dvt",
        name="LEFt rule for DVT in pregnancy",
        about="Three signs of a clot in pregnancy: left leg, a calf 2 cm or more larger, first trimester.",
        inputs=(
            YesNo("left_leg", "Symptoms in the left leg", Is("pain_side", ("left", "both"))),
            Amount(
                "calf_diff_cm", "Difference in calf circumference", "cm", finding="calf_circumference_difference_cm"
            ),
            Amount("gestation_weeks", "Weeks of pregnancy", "weeks", finding="gestation_weeks"),
            PREGNANCY,
        ),
        measures=(
            Points(
                (
                    Item("left_leg"),
                    Levels("calf_diff_cm", ((AtLeast(2), 1),)),
                    # Up to 13 weeks and 6 days.
                    Levels("gestation_weeks", ((LessThan(14), 1),)),
                )
            ),
        ),
        classes=(
            Class("rule_negative", "none of the three signs of a clot in pregnancy is there", AtMost(0)),
            Class("rule_positive", "at least one sign of a clot in pregnancy is there", AtLeast(1)),
        ),
        limits=(OnlyFor(Present("pregnant"), "it is for people who are pregnant"),),
        source=("chan2009", "righini2013"),
        verified=True,
        caveat="It does not rule out a clot: whoever is pregnant, or has just given birth, and is suspected of one still "
        "needs an ultrasound (0 of 46 without a sign had one in one study, 1 of 30 in another).",
    ),
)
