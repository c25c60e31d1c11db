"""Classification criteria for rheumatoid arthritis and inflammatory muscle disease: made to classify, not to diagnose."""

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
    Linear,
    Measured,
    MoreThan,
    NotFor,
    OneOf,
    OnlyFor,
    Points,
    Present,
    Score,
    YesNo,
)

_LEVELS = ("negative", "low_positive", "high_positive")

SCORES = (
    Score(
        id="acr_eular_2010_ra",
        name="2010 ACR/EULAR criteria for rheumatoid arthritis",
        about="Joints, antibodies, inflammation and duration; 6 of 10 points classify as rheumatoid arthritis.",
        inputs=(
            YesNo("synovitis", "At least one joint with definite synovitis", Present("swollen_joint_on_examination")),
            YesNo(
                "better_explained",
                "The synovitis is better explained by another disease (a clinician's judgement)",
                judgement=True,
            ),
            Amount("small", "Small joints swollen or tender", "joints", finding="small_joints_involved_count"),
            Amount("large", "Large joints swollen or tender", "joints", finding="large_joints_involved_count"),
            OneOf(
                "rf",
                "Rheumatoid factor",
                _LEVELS,
                (
                    ("negative", Is("rheumatoid_factor_level", ("negative",))),
                    ("low_positive", Is("rheumatoid_factor_level", ("low_positive",))),
                    ("high_positive", Is("rheumatoid_factor_level", ("high_positive",))),
                ),
            ),
            OneOf(
                "acpa",
                "Anti-CCP (ACPA)",
                _LEVELS,
                (
                    ("negative", Is("acpa_level", ("negative",))),
                    ("low_positive", Is("acpa_level", ("low_positive",))),
                    ("high_positive", Is("acpa_level", ("high_positive",))),
                ),
            ),
            YesNo(
                "apr_abnormal",
                "CRP or ESR abnormal (here: CRP above 10 mg/L or ESR above 30 mm/h)",
                AnyOf(Measured("crp_mg_l", MoreThan(10)), Measured("esr_mm_h", MoreThan(30))),
            ),
            Amount("weeks", "Duration of the joint symptoms", "weeks", finding="joint_symptom_duration_weeks"),
        ),
        measures=(
            Linear((("small", 1), ("large", 1)), "joints"),
            Points(
                (
                    Levels(
                        "joints",
                        (
                            (AllOf(Measured("joints", MoreThan(10)), Measured("small", AtLeast(1))), 5),
                            (Measured("small", AtLeast(4)), 3),
                            (Measured("small", AtLeast(1)), 2),
                            (Measured("large", AtLeast(2)), 1),
                        ),
                    ),
                    Levels(
                        "serology",
                        (
                            (AnyOf(Is("rf", ("high_positive",)), Is("acpa", ("high_positive",))), 3),
                            (AnyOf(Is("rf", ("low_positive",)), Is("acpa", ("low_positive",))), 2),
                        ),
                    ),
                    Item("apr_abnormal"),
                    Levels("weeks", ((AtLeast(6), 1),)),
                )
            ),
        ),
        classes=(
            Class("definite_ra", "the joint disease is classified as rheumatoid arthritis", AtLeast(6)),
            Class("not_classified", "the joint disease is not classified as rheumatoid arthritis, as yet", AtMost(5)),
        ),
        limits=(
            OnlyFor(Present("synovitis"), "it needs at least one joint with definite synovitis"),
            NotFor(Present("better_explained"), "the synovitis is not to be better explained by another disease"),
        ),
        source=("aletaha2010", "radner2014"),
        verified=True,
        caveat="Made to classify: pooled sensitivity 82%, specificity 61%. Typical erosions, or long-standing disease that "
        "once met the criteria, are classified without it. What counts as abnormal for CRP and ESR is the laboratory's "
        "to say.",
    ),
    Score(
        id="eular_acr_2017_iim",
        name="2017 EULAR/ACR criteria for inflammatory muscle disease (without biopsy)",
        about="How probable an inflammatory muscle disease is from age, weakness, skin, swallowing and blood tests.",
        inputs=(
            Amount(
                "onset_age",
                "Age when it began",
                "years",
                (0, 120),
                converted=Linear((("age_years", 365.25), ("symptom_duration_days", -1)), over=365.25),
            ),
            YesNo(
                "upper_weak",
                "Symmetrical weakness of the upper arms",
                # One finding asks about arms and legs together, so that a yes leaves each of them open.
                unless=Absent("proximal_muscle_weakness"),
            ),
            YesNo("lower_weak", "Symmetrical weakness of the thighs", unless=Absent("proximal_muscle_weakness")),
            YesNo("neck_flexor", "Neck flexors weaker than extensors"),
            YesNo(
                "legs_prox_gt_distal",
                "In the legs, weaker near the hip than near the foot",
                unless=Absent("proximal_muscle_weakness"),
            ),
            YesNo("heliotrope", "Purple rash of the eyelids", unless=Absent("skin_rash_dm")),
            YesNo("gottron_papules", "Scaly papules on the knuckles", unless=Absent("skin_rash_dm")),
            YesNo("gottron_sign", "Red patches on the knuckles", unless=Absent("skin_rash_dm")),
            YesNo("dysphagia", "Difficulty swallowing", Present("dysphagia")),
            YesNo("anti_jo1", "Anti-Jo-1 antibody", Present("anti_jo1_positive")),
            YesNo(
                "enzymes",
                "CK, LDH, AST or ALT raised",
                # Above any laboratory's limit. Below that another enzyme may still be raised.
                Measured("ck_u_l", MoreThan(600)),
                stays_open=True,
            ),
            YesNo("better_explained", "Better explained by something else (a clinician's judgement)", judgement=True),
        ),
        measures=(
            Points(
                (
                    Levels("onset_age", ((AtLeast(40), 2.1), (AtLeast(18), 1.3))),
                    Item("upper_weak", 0.7),
                    Item("lower_weak", 0.8),
                    Item("neck_flexor", 1.9),
                    Item("legs_prox_gt_distal", 0.9),
                    Item("heliotrope", 3.1),
                    Item("gottron_papules", 2.1),
                    Item("gottron_sign", 3.3),
                    Item("dysphagia", 0.7),
                    Item("anti_jo1", 3.9),
                    Item("enzymes", 1.3),
                )
            ),
        ),
        classes=(
            Class("definite", "an inflammatory muscle disease is definite", AtLeast(7.5)),
            Class("probable", "an inflammatory muscle disease is probable", Between(5.5, 7.4)),
            Class("possible", "an inflammatory muscle disease is possible", Between(5.3, 5.4)),
            Class("not_iim", "the criteria for an inflammatory muscle disease are not met", LessThan(5.3)),
        ),
        limits=(NotFor(Present("better_explained"), "it is only for what has no better explanation"),),
        clinician_only=True,
        source=("lundberg2017",),
        verified=True,
        caveat="Made to classify. At 5.5 without a biopsy it was 87% sensitive and 82% specific.",
    ),
)
