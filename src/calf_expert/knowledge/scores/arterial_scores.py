"""Scores for the arteries of the leg: claudication, the ankle-brachial index, and how threatened an ischaemic leg is."""

from ...authoring import (
    Absent,
    AllOf,
    Amount,
    AnyOf,
    AtLeast,
    Class,
    Is,
    Linear,
    MoreThan,
    OneOf,
    Present,
    Quotient,
    Reading,
    Score,
    YesNo,
)

_TYPICAL = AllOf(Present("q1"), Absent("q2"), Present("q3"), Is("q5", ("within_10",)))
_CLAUDICATION = AllOf(_TYPICAL, AnyOf(Present("calf"), Present("thigh"), Present("buttock")))

SCORES = (
    Score(
        id="ecq",
        name="Edinburgh Claudication Questionnaire",
        about="Whether pain on walking is that of narrowed leg arteries, and how soon it comes.",
        inputs=(
            YesNo("q1", "Pain or discomfort in the leg on walking", Present("pain_on_walking")),
            YesNo("q2", "Ever begins when standing still or sitting", Present("pain_begins_standing_or_sitting")),
            YesNo("q3", "Comes on walking uphill or hurrying", Present("pain_uphill_or_hurrying")),
            YesNo("q4", "Comes at an ordinary pace on the level", Present("pain_level_ordinary_pace")),
            OneOf(
                "q5",
                "On standing still it goes",
                ("within_10", "over_10", "no"),
                (
                    ("within_10", Is("relief_standing_still", ("within_10_min",))),
                    ("over_10", Is("relief_standing_still", ("over_10_min",))),
                    ("no", Is("relief_standing_still", ("not_relieved",))),
                ),
            ),
            YesNo("calf", "Felt in the calf", Present("calf_pain")),
            YesNo("thigh", "Felt in the thigh", Present("pain_in_thigh")),
            YesNo("buttock", "Felt in the buttock", Present("pain_in_buttock")),
        ),
        classes=(
            Class("definite", "the pain is that of narrowed leg arteries", AllOf(_TYPICAL, Present("calf"))),
            Class("atypical", "the pain may be that of narrowed leg arteries", _CLAUDICATION),
            Class("no_claudication", "the pain is not the usual one of narrowed leg arteries, which excludes nothing"),
        ),
        also=(
            Reading(
                "grade",
                (
                    Class("grade_1", "it comes only uphill or in a hurry", AllOf(_CLAUDICATION, Absent("q4"))),
                    Class("grade_2", "it comes at an ordinary pace on the level", _CLAUDICATION),
                    Class("no_grade", "there is no claudication to be graded"),
                ),
            ),
        ),
        source=("leng1992", "boylan2021"),
        verified=True,
        caveat="A negative questionnaire does not exclude narrowed arteries, least of all in diabetes: against ultrasound in "
        "general practice it found 52.5%, in diabetes 25%.",
    ),
    Score(
        id="abi",
        name="ankle-brachial index",
        about="Blood pressure at the ankle divided by that at the arm, in the worse leg: the test for narrowed arteries.",
        inputs=(
            Amount("ankle", "Highest systolic pressure at the ankle", "mmHg", (0, 300)),
            Amount("brachial", "Highest systolic pressure at the arms", "mmHg", (40, 280)),
            Amount(
                "abi",
                "Index of the worse leg",
                "",
                # As wide as the two pressures allow, which is wider than what a record may tell.
                between=(0, 7.5),
                finding="abi",
                reckoned=Quotient("ankle", "brachial"),
                places=2,
            ),
        ),
        measures=(Linear((("abi", 1),), places=2),),
        classes=(
            Class("non_compressible", "the arteries are too stiff for it: a toe pressure is needed", MoreThan(1.40)),
            Class("normal", "it is normal at rest, which leaves pain on effort open", AtLeast(1.00)),
            Class("borderline", "it is borderline", MoreThan(0.90)),
            Class("abnormal", "the leg arteries are narrowed", AtLeast(0.50)),
            Class("abnormal_severe", "the leg is badly short of blood"),
        ),
        source=("gornik2024", "nice_cg147"),
        verified=True,
        caveat="A normal index at rest with typical pain on walking needs an index after exercise.",
    ),
    Score(
        id="rutherford_ali",
        name="Rutherford category of an acutely ischaemic leg",
        about="How threatened a leg is whose blood supply has failed: the worst category that any sign supports.",
        inputs=(
            OneOf(
                "sensory",
                "Loss of feeling",
                ("none", "toes_only", "beyond_toes", "profound"),
                (
                    ("none", Is("limb_sensory_loss_extent", ("none",))),
                    ("toes_only", Is("limb_sensory_loss_extent", ("toes_only",))),
                    ("beyond_toes", Is("limb_sensory_loss_extent", ("beyond_toes",))),
                    ("profound", Is("limb_sensory_loss_extent", ("profound",))),
                ),
            ),
            OneOf(
                "motor",
                "Weakness",
                ("none", "mild_moderate", "profound"),
                (
                    ("none", Is("limb_motor_deficit", ("none",))),
                    ("mild_moderate", Is("limb_motor_deficit", ("mild_moderate",))),
                    ("profound", Is("limb_motor_deficit", ("profound",))),
                ),
            ),
            OneOf(
                "arterial",
                "Arterial Doppler signal",
                ("audible", "inaudible"),
                (("audible", Present("arterial_doppler_audible")), ("inaudible", Absent("arterial_doppler_audible"))),
            ),
            OneOf(
                "venous",
                "Venous Doppler signal",
                ("audible", "inaudible"),
                (("audible", Present("venous_doppler_audible")), ("inaudible", Absent("venous_doppler_audible"))),
            ),
        ),
        classes=(
            Class(
                "III",
                "the damage is irreversible",
                AnyOf(Is("sensory", ("profound",)), Is("motor", ("profound",)), Is("venous", ("inaudible",))),
            ),
            Class(
                "IIb",
                "the leg is threatened at once",
                AnyOf(Is("sensory", ("beyond_toes",)), Is("motor", ("mild_moderate",))),
            ),
            Class(
                "IIa",
                "the leg is threatened",
                AnyOf(Is("sensory", ("toes_only",)), Is("arterial", ("inaudible",))),
            ),
            Class("I", "the leg is viable for now"),
        ),
        clinician_only=True,
        source=("rutherford1997", "bjorck2020", "expert_opinion"),
        verified=True,
        caveat="For a leg that is acutely short of blood, and every category of that is an emergency. To a layperson a "
        "numb, weak, cold and painful leg is IIb until shown otherwise.",
    ),
)
