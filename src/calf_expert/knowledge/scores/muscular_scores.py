"""Scores for damaged muscle: creatine kinase, the kidneys' risk in rhabdomyolysis, and statin muscle symptoms."""

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
    NotKnown,
    OneOf,
    OnlyFor,
    Points,
    Present,
    Quotient,
    Reading,
    Score,
    YesNo,
)

_CK = Amount("ck", "Creatine kinase", "U/L", finding="ck_u_l")

SCORES = (
    Score(
        id="ck_class",
        name="creatine kinase in multiples of the laboratory's upper limit",
        about="How much muscle has broken down; more than five times the upper limit is the range of rhabdomyolysis.",
        inputs=(
            _CK,
            Amount("uln", "Upper limit of the laboratory", "U/L", finding="ck_uln_u_l"),
        ),
        measures=(Quotient("ck", "uln"),),
        classes=(
            Class(
                "rhabdo_range",
                "muscle breaks down in the range of rhabdomyolysis",
                AnyOf(
                    AllOf(NotKnown("uln"), Measured("ck", MoreThan(1000))),
                    AllOf(Measured("score", MoreThan(5)), Measured("score", AtMost(10))),
                ),
            ),
            Class("marked", "muscle breaks down heavily", MoreThan(10)),
            Class("moderate", "creatine kinase is moderately raised", MoreThan(4)),
            Class("raised", "creatine kinase is slightly raised", MoreThan(1)),
            Class("normal", "creatine kinase is normal"),
        ),
        also=(
            Reading(
                "aki_risk",
                (
                    Class("aki_risk", "the kidneys are at risk", Measured("ck", MoreThan(5000))),
                    Class("no_aki_risk", "creatine kinase is below the level that marks a risk to the kidneys"),
                ),
            ),
        ),
        shorter="Where the laboratory's upper limit is not known, more than 1000 U/L stands for more than five times it, and "
        "nothing finer is said.",
        source=("chavez2016", "kodadek2022", "stroes2015"),
        verified=True,
        caveat="Some definitions ask for ten times the limit. Hard exercise alone can raise it far above that without harm: "
        "what decides is how the person is, the urine and the kidneys.",
    ),
    Score(
        id="mcmahon",
        name="McMahon risk score in rhabdomyolysis",
        about="The risk of kidney replacement or death in hospital; a prognosis, not a diagnosis.",
        inputs=(
            Amount("age", "Age", "years", finding="age_years"),
            YesNo("female", "Female sex", Is("sex", ("female",))),
            Amount(
                "creat",
                "Creatinine",
                "mg/dL",
                (0.1, 30),
                converted=Linear((("creatinine_umol_l", 1),), over=88.4, places=1),
            ),
            Amount(
                "ca",
                "Calcium",
                "mg/dL",
                (2, 20),
                converted=Linear((("calcium_total_mmol_l", 1),), over=0.2495, places=1),
            ),
            _CK,
            YesNo("benign_cause", "Caused by a seizure, a faint, exercise, a statin or myositis"),
            Amount(
                "phos",
                "Phosphate",
                "mg/dL",
                (0.3, 19),
                converted=Linear((("phosphate_mmol_l", 3.097),), places=1),
            ),
            Amount("bicarb", "Bicarbonate", "mmol/L", finding="bicarbonate_mmol_l"),
        ),
        measures=(
            Points(
                (
                    Levels("age", ((MoreThan(80), 3), (MoreThan(70), 2.5), (MoreThan(50), 1.5))),
                    Item("female"),
                    Levels("creat", ((MoreThan(2.2), 3), (AtLeast(1.4), 1.5))),
                    Levels("ca", ((LessThan(7.5), 2),)),
                    Levels("ck", ((MoreThan(40000), 2),)),
                    Levels("benign_cause", ((Absent("benign_cause"), 3),)),
                    Levels("phos", ((MoreThan(5.4), 3), (AtLeast(4), 1.5))),
                    Levels("bicarb", ((LessThan(19), 2),)),
                )
            ),
        ),
        classes=(
            Class("higher", "the kidneys are at high risk", AtLeast(6)),
            Class("lower", "the kidneys are at lower risk", LessThan(6)),
        ),
        limits=(OnlyFor(Measured("ck", MoreThan(5000)), "it is for people with a creatine kinase above 5000 U/L"),),
        clinician_only=True,
        source=("mcmahon2013",),
        verified=True,
        caveat="For people in hospital. In the validation 2.3% of those below 5 points needed kidney replacement or died, and "
        "61.2% of those above 10.",
    ),
    Score(
        id="sams_ci",
        name="statin-associated muscle symptom index (SAMS-CI)",
        about="How likely muscle symptoms are due to a statin: pattern, timing, stopping and starting again.",
        inputs=(
            OneOf(
                "pattern",
                "Where the symptoms are: both thighs or hips, both calves, both upper arms, or elsewhere",
                ("thigh", "calf", "upper", "nonspecific"),
                (
                    (
                        "calf",
                        AllOf(
                            Present("calf_pain"),
                            AnyOf(Is("pain_side", ("both",)), Present("bilateral_leg_pain")),
                            Absent("pain_in_thigh"),
                            Absent("pain_in_buttock"),
                        ),
                    ),
                ),
            ),
            OneOf(
                "onset",
                "Weeks from the start, or a higher dose, to the symptoms: under 4, 4 to 12, over 12",
                ("lt4", "4to12", "gt12"),
                (
                    ("lt4", Measured("weeks_statin_start_to_symptoms", LessThan(4))),
                    ("4to12", Measured("weeks_statin_start_to_symptoms", AtMost(12))),
                    ("gt12", Measured("weeks_statin_start_to_symptoms", MoreThan(12))),
                ),
            ),
            OneOf("dechallenge", "Better after stopping: within 2 weeks, in 2 to 4, not", ("lt2", "2to4", "none")),
            OneOf(
                "rechallenge", "Back after starting again: within 4 weeks, in 4 to 12, not", ("lt4", "4to12", "none")
            ),
            YesNo("statin", "Takes a statin", Present("statin_use")),
        ),
        measures=(
            Points(
                (
                    Levels("pattern", ((Is("pattern", ("thigh",)), 3), (Is("pattern", ("calf", "upper")), 2)), 1),
                    Levels("onset", ((Is("onset", ("lt4",)), 3), (Is("onset", ("4to12",)), 2)), 1),
                    Levels("dechallenge", ((Is("dechallenge", ("lt2",)), 2), (Is("dechallenge", ("2to4",)), 1))),
                    Levels("rechallenge", ((Is("rechallenge", ("lt4",)), 3), (Is("rechallenge", ("4to12",)), 1))),
                )
            ),
        ),
        classes=(
            Class("unlikely", "the statin is an unlikely cause", AtMost(6)),
            Class("possible", "the statin is a possible cause", Between(7, 8)),
            Class("probable", "the statin is a probable cause", AtLeast(9)),
        ),
        limits=(OnlyFor(Present("statin"), "it is for people who take a statin"),),
        source=("rosenson2014", "rosenson2017"),
        verified=False,
        caveat="Provisional until the statin was stopped and started again, which is a doctor's decision: nobody stops a "
        "statin on the word of a program. Dark urine, weakness or severe pain are seen the same day.",
    ),
)
