"""Scores for a narrow lumbar canal and a pressed nerve root, and the bladder volume in suspected cauda equina syndrome."""

from ...authoring import (
    CONSENSUS,
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
    Levels,
    Linear,
    Measured,
    MoreThan,
    Points,
    Present,
    Reading,
    Score,
    YesNo,
)

_AGE = Amount("age_years", "Age", "years", finding="age_years")
_CLAUDICATION = YesNo(
    "intermittent_claudication",
    "Leg symptoms that come with walking and ease with rest",
    Present("intermittent_claudication"),
)
_STANDING = YesNo("worse_on_standing", "Leg symptoms worse on standing", Present("worse_on_standing"))
_FORWARD = YesNo(
    "relief_by_bending_forward", "Leg symptoms ease on bending forward", Present("relief_by_bending_forward")
)
_REFLEX = YesNo("achilles_reflex_abnormal", "Achilles reflex reduced or absent", Present("achilles_reflex_abnormal"))
_SLR = YesNo("slr_positive", "Straight-leg raise positive", Present("slr_positive"))

_FOUR = Measured("a", AtLeast(4))
_BY_NUMBNESS = AllOf(Measured("a", AtLeast(1)), Measured("b", AtLeast(2)))

SCORES = (
    Score(
        id="konno_lss_dst",
        name="Konno diagnosis support tool for lumbar spinal stenosis",
        about="Ten items of history, symptoms and examination; 7 points or more make a narrow lumbar canal suspected.",
        inputs=(
            _AGE,
            YesNo("diabetes", "Diabetes", Present("diabetes")),
            _CLAUDICATION,
            _STANDING,
            _FORWARD,
            YesNo(
                "symptoms_induced_bending_forward",
                "Bending forward brings on leg symptoms",
                Present("symptoms_induced_bending_forward"),
            ),
            YesNo(
                "symptoms_induced_bending_backward",
                "Bending backward brings on leg symptoms",
                Present("symptoms_induced_bending_backward"),
            ),
            YesNo(
                "abi_ge_0_9",
                "Good circulation in the leg: ankle-brachial index 0.9 or more",
                Measured("abi", AtLeast(0.9)),
            ),
            _REFLEX,
            _SLR,
        ),
        measures=(
            Points(
                (
                    Levels("age_years", ((MoreThan(70), 2), (AtLeast(60), 1))),
                    Levels("diabetes", ((Absent("diabetes"), 1),)),
                    Item("intermittent_claudication", 3),
                    Item("worse_on_standing", 2),
                    Item("relief_by_bending_forward", 3),
                    Item("symptoms_induced_bending_forward", -1),
                    Item("symptoms_induced_bending_backward", 1),
                    Item("abi_ge_0_9", 3),
                    Item("achilles_reflex_abnormal", 1),
                    Item("slr_positive", -2),
                )
            ),
        ),
        classes=(
            Class("positive", "a narrow lumbar canal is suspected", AtLeast(7)),
            Class("negative", "the signs do not add up to a narrow lumbar canal", AtMost(6)),
        ),
        also=(
            Reading(
                "quartile",
                (
                    Class("quartile_1", "6.3% had a narrow lumbar canal in this quarter", AtMost(5)),
                    Class("quartile_2", "39.3% had a narrow lumbar canal in this quarter", Between(6, 8)),
                    Class("quartile_3", "72.4% had a narrow lumbar canal in this quarter", Between(9, 11)),
                    Class("quartile_4", "99.0% had a narrow lumbar canal in this quarter", AtLeast(12)),
                ),
            ),
        ),
        clinician_only=True,
        source=("konno2007dst", "suri2010"),
        verified=True,
        caveat="Made in orthopaedic clinics; elsewhere its specificity was 40 to 64%. A positive tool never excludes "
        "narrowed arteries, nor a tumour or infection of the spine. Exactly 70 years counts 1 point; one page counts 2.",
    ),
    Score(
        id="konno_sshq",
        name="Konno self-administered questionnaire for lumbar spinal stenosis",
        about="Ten questions that a person can answer alone.",
        inputs=(
            YesNo(
                "q1",
                "Numbness or pain from the thighs down to the calves and shins",
                AllOf(Present("pain_in_thigh"), Present("calf_pain")),
                unless=AllOf(Absent("leg_numbness_tingling"), AnyOf(Absent("pain_in_thigh"), Absent("calf_pain"))),
                stays_open=True,
            ),
            YesNo("q2", "Worse after walking for a while, relieved by rest", Present("intermittent_claudication")),
            YesNo("q3", "Brought on by standing for a while", Present("worse_on_standing")),
            YesNo("q4", "Less when bending forward", Present("relief_by_bending_forward")),
            YesNo("q5", "Numbness in both legs", Present("numbness_both_legs")),
            YesNo("q6", "Numbness in both soles", Present("numbness_both_soles")),
            YesNo("q7", "Numbness around the buttocks", Present("numbness_buttocks")),
            YesNo("q8", "Numbness without pain", Present("numbness_without_pain")),
            YesNo("q9", "Burning around the buttocks", Present("burning_buttocks")),
            YesNo("q10", "Walking nearly causes urination", Present("walking_urge_to_urinate")),
        ),
        measures=(
            Points((Item("q1"), Item("q2"), Item("q3"), Item("q4")), "a"),
            Points((Item("q5"), Item("q6"), Item("q7"), Item("q8"), Item("q9"), Item("q10")), "b"),
            Linear((("a", 1), ("b", 1))),
        ),
        classes=(
            Class("positive", "a narrow lumbar canal is suspected", AnyOf(_FOUR, _BY_NUMBNESS)),
            Class("negative", "the answers do not add up to a narrow lumbar canal"),
        ),
        also=(
            Reading(
                "type",
                (
                    Class("cauda_equina_type", "the answers fit pressure on many nerves at once", _BY_NUMBNESS),
                    Class(
                        "radicular",
                        "the answers fit pressure on single nerves",
                        AllOf(_FOUR, Measured("b", AtMost(0))),
                    ),
                    Class("unspecified", "the answers fit a narrow canal of neither type", _FOUR),
                    Class("no_type", "the answers do not add up to a narrow lumbar canal"),
                ),
            ),
        ),
        source=("konno2007sshq", "disto2015"),
        verified=False,
        caveat="In 33,545 people with low back pain it found 68.3% and was right about 75.1% of the others. Numb or burning "
        "buttocks and a bladder that gives way are danger signs first, and items of a questionnaire second.",
    ),
    Score(
        id="sugioka_lss",
        name="Sugioka self-report rule for lumbar spinal stenosis",
        about="Seven items that a person can tell; a sign for a narrow lumbar canal and never one against it.",
        inputs=(
            _AGE,
            YesNo(
                "onset_gt_6_months", "Began more than 6 months ago", Measured("symptom_duration_days", MoreThan(183))
            ),
            _FORWARD,
            YesNo(
                "relief_by_bending_backward",
                "Leg symptoms ease on bending backward",
                Present("relief_by_bending_backward"),
            ),
            _STANDING,
            _CLAUDICATION,
            YesNo(
                "urinary_incontinence",
                "Leaks urine",
                # Asked together with other trouble of the bladder, so that a yes leaves it open.
                unless=Absent("new_bladder_difficulty"),
            ),
        ),
        measures=(
            Points(
                (
                    Levels("age_years", ((MoreThan(70), 3), (AtLeast(60), 2))),
                    Item("onset_gt_6_months"),
                    Item("relief_by_bending_forward", 2),
                    Item("relief_by_bending_backward", -2),
                    Item("worse_on_standing", 2),
                    Item("intermittent_claudication"),
                    Item("urinary_incontinence"),
                )
            ),
        ),
        classes=(
            Class("seven_or_more", "a narrow lumbar canal is suspected", AtLeast(7)),
            Class("five_or_six", "there is a weak suspicion of a narrow lumbar canal", Between(5, 6)),
            Class("below_five", "the answers say little about a narrow lumbar canal", AtMost(4)),
        ),
        source=("sugioka2008", "deschepper2013"),
        verified=True,
        caveat="Sources differ on the cut-off (7, or 5). It is never used to exclude: of the lowest quarter 13.3% had a "
        "narrow canal.",
    ),
    Score(
        id="cook_lss",
        name="Cook cluster for lumbar spinal stenosis",
        about="A count of five signs; four make a narrow lumbar canal more likely, none of them less.",
        inputs=(
            YesNo(
                "bilateral_symptoms",
                "Symptoms in both legs",
                AnyOf(Present("bilateral_leg_pain"), Is("pain_side", ("both",)), Present("numbness_both_legs")),
            ),
            YesNo("leg_more_than_back", "Leg pain more than back pain", Present("leg_pain_worse_than_back")),
            YesNo(
                "pain_walking_or_standing",
                "Pain on walking or standing",
                AnyOf(Present("pain_on_walking"), Present("worse_on_standing")),
            ),
            YesNo("relief_by_sitting", "Eases on sitting", Present("relief_by_sitting")),
            _AGE,
        ),
        measures=(
            Points(
                (
                    Item("bilateral_symptoms"),
                    Item("leg_more_than_back"),
                    Item("pain_walking_or_standing"),
                    Item("relief_by_sitting"),
                    Levels("age_years", ((MoreThan(48), 1),)),
                )
            ),
        ),
        classes=(
            Class("more_likely", "a narrow lumbar canal is more likely", AtLeast(4)),
            Class("neutral", "the signs say nothing either way", Between(1, 3)),
            Class("less_likely", "a narrow lumbar canal is less likely", AtMost(0)),
        ),
        source=("cook2011",),
        verified=True,
        caveat="One sign is neutral, not reassuring: the figure against it (LR 0.19) is for none of the five. Few people "
        "with a narrow canal have four.",
    ),
    Score(
        id="clinical_radiculopathy",
        name="clinical picture of a pressed nerve root",
        about="Pain that radiates below the knee and two of seven signs: a construct of this library's evidence, not a "
        "published score.",
        inputs=(
            YesNo("radiating_leg_pain", "Pain shooting to below the knee", Present("radiating_leg_pain")),
            _SLR,
            YesNo("crossed_slr_positive", "Crossed straight-leg raise positive", Present("crossed_slr_positive")),
            YesNo(
                "dermatomal_sensory_deficit",
                "Feeling reduced in one nerve-root strip",
                Present("dermatomal_sensory_deficit"),
            ),
            YesNo("myotomal_weakness", "One muscle group weak", Present("myotomal_weakness")),
            _REFLEX,
            YesNo(
                "pain_worse_cough_sneeze",
                "Worse on coughing, sneezing or straining",
                Present("pain_worse_cough_sneeze"),
            ),
            YesNo("leg_pain_worse_than_back", "Leg pain worse than back pain", Present("leg_pain_worse_than_back")),
        ),
        measures=(
            Points(
                (
                    Item("slr_positive"),
                    Item("crossed_slr_positive"),
                    Item("dermatomal_sensory_deficit"),
                    Item("myotomal_weakness"),
                    Item("achilles_reflex_abnormal"),
                    Item("pain_worse_cough_sneeze"),
                    Item("leg_pain_worse_than_back"),
                )
            ),
        ),
        classes=(
            Class(
                "met",
                "the picture is that of a pressed nerve root",
                AllOf(Present("radiating_leg_pain"), Measured("score", AtLeast(2))),
            ),
            Class("not_met", "the picture of a pressed nerve root is not complete"),
        ),
        source=("expert_opinion",),
        grade=CONSENSUS,
        caveat="No published score: the weights of StEP, RAPIDH and N-CLASS were not seen, so they are not given.",
    ),
    Score(
        id="pvr",
        name="post-void residual in suspected cauda equina syndrome",
        about="How much urine stays in the bladder; more than 200 mL supports an urgent scan.",
        inputs=(Amount("ml", "Bladder volume after passing urine", "mL", finding="post_void_residual_ml"),),
        measures=(Linear((("ml", 1),)),),
        classes=(
            Class("raised", "too much urine stays in the bladder", MoreThan(200)),
            Class("equivocal", "the urine left in the bladder says neither yes nor no", MoreThan(100)),
            Class("not_raised", "little urine stays in the bladder, which cancels no scan"),
        ),
        source=("pvr_meta2022", "dionne2019"),
        verified=True,
        caveat="A low volume never cancels the scan when bladder, saddle or two-sided signs are new.",
    ),
)
