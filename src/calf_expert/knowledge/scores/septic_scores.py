"""Scores for infection of skin and soft tissue. A low one never excludes; clinical suspicion goes straight to surgeons."""

from ...authoring import (
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
    MoreThan,
    NotFor,
    OnlyFor,
    Points,
    Present,
    Score,
    YesNo,
)

_WHITE_CELLS = Amount("wbc", "White cells", "10^9/L", finding="wbc_10e9_l")

SCORES = (
    Score(
        id="lrinec",
        name="LRINEC score for necrotising infection",
        about="Six blood tests that differ between a necrotising and another soft-tissue infection.",
        inputs=(
            Amount("crp", "C-reactive protein", "mg/L", finding="crp_mg_l"),
            _WHITE_CELLS,
            Amount("hb", "Haemoglobin", "g/dL", finding="haemoglobin_g_dl"),
            Amount("na", "Sodium", "mmol/L", finding="sodium_mmol_l"),
            Amount("creat", "Creatinine", "umol/L", finding="creatinine_umol_l"),
            Amount("glu", "Glucose", "mmol/L", finding="glucose_mmol_l"),
        ),
        measures=(
            Points(
                (
                    Levels("crp", ((AtLeast(150), 4),)),
                    Levels("wbc", ((MoreThan(25), 2), (AtLeast(15), 1))),
                    Levels("hb", ((LessThan(11), 2), (AtMost(13.5), 1))),
                    Levels("na", ((LessThan(135), 2),)),
                    Levels("creat", ((MoreThan(141), 2),)),
                    Levels("glu", ((MoreThan(10), 1),)),
                )
            ),
        ),
        classes=(
            Class("low", "the blood tests do not point to a necrotising infection, which excludes nothing", AtMost(5)),
            Class("intermediate", "the blood tests fit a necrotising infection", Between(6, 7)),
            Class("high", "the blood tests strongly fit a necrotising infection", AtLeast(8)),
        ),
        source=("wong2004", "fernando2019", "hsiao2020"),
        verified=True,
        caveat="Never used to exclude: in the one prospective study of limbs 6 points or more found only 43%, and in one "
        "emergency department 63.8% of the cases were in the low band.",
    ),
    Score(
        id="alt70",
        name="ALT-70 score for cellulitis of the leg",
        about="Whether a red leg is cellulitis or something that looks like it.",
        inputs=(
            YesNo("unilateral", "One leg only", Is("pain_side", ("left", "right"))),
            _WHITE_CELLS,
            Amount("hr", "Heart rate", "/min", finding="heart_rate_bpm"),
            Amount("age", "Age", "years", finding="age_years"),
            YesNo("red_leg", "The leg is red and warm", Present("skin_redness_warmth")),
            YesNo("abscess", "Abscess"),
            YesNo("penetrating_trauma", "Penetrating injury"),
            YesNo("burn", "Burn"),
            YesNo("diabetic_ulcer", "Diabetic ulcer", AllOf(Present("diabetes"), Present("foot_ulcer_or_tissue_loss"))),
            YesNo("implanted_hardware", "Metal or other hardware implanted there"),
            YesNo("post_operative", "After an operation there"),
            YesNo("iv_antibiotics_48h", "Antibiotics into a vein within 48 hours"),
        ),
        measures=(
            Points(
                (
                    Item("unilateral", 3),
                    Levels("wbc", ((AtLeast(10), 1),)),
                    Levels("hr", ((AtLeast(90), 1),)),
                    Levels("age", ((AtLeast(70), 2),)),
                )
            ),
        ),
        classes=(
            Class("reassess", "something that looks like cellulitis is likely", AtMost(2)),
            Class("consult", "a specialist is asked", Between(3, 4)),
            Class("treat", "cellulitis is likely", AtLeast(5)),
        ),
        limits=(
            OnlyFor(Present("red_leg"), "it is for a red leg that may be cellulitis"),
            NotFor(
                AnyOf(
                    Present("abscess"),
                    Present("penetrating_trauma"),
                    Present("burn"),
                    Present("diabetic_ulcer"),
                    Present("implanted_hardware"),
                    Present("post_operative"),
                    Present("iv_antibiotics_48h"),
                ),
                "it is not valid with an abscess, a penetrating injury, a burn, a diabetic ulcer, implanted hardware, after "
                "an operation, or after antibiotics into a vein",
            ),
        ),
        source=("raff2017",),
        verified=True,
        caveat="It does not tell cellulitis from a clot or from a necrotising infection.",
    ),
)
