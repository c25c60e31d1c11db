"""Examination of muscle, tendon, bone and joint."""

from ._declaration import CLINICIAN, EXTENDED, FindingGroup, Number, YesNo, number, yes_no


class ExaminationMusculoskeletal(FindingGroup):
    """Examination of muscle, tendon, bone and joint."""

    pain_on_passive_stretch: YesNo = yes_no(
        "Pain on passive stretch of the compartment",
        ask="Is there severe pain when someone gently bends the toes or foot to stretch the muscle?",
        of=CLINICIAN,
    )
    calf_muscle_tenderness: YesNo = yes_no(
        "Diffuse calf muscle tenderness",
        ask="Is the calf muscle tender all over when squeezed?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    focal_medial_gastrocnemius_tenderness: YesNo = yes_no(
        "Focal tenderness at medial gastrocnemius junction",
        ask="Is there one very tender spot on the inner, mid-calf?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    thompson_test_positive: YesNo = yes_no(
        "Thompson (Simmonds) calf-squeeze test positive",
        ask="When the calf is squeezed lying face down, does the foot fail to point?",
        of=CLINICIAN,
    )
    palpable_achilles_gap: YesNo = yes_no(
        "Palpable gap in Achilles tendon",
        ask="Is there a gap in the tendon 2-6 cm above the heel?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    matles_test_positive: YesNo = yes_no(
        "Matles test positive",
        ask="Lying prone with knees bent 90 degrees, does the foot fall neutral or into dorsiflexion?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    single_heel_raise_impossible: YesNo = yes_no(
        "Cannot do a single-leg heel raise",
        ask="Can you NOT rise onto tiptoe on that leg alone?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    achilles_thickening_tender: YesNo = yes_no(
        "Thickened tender Achilles, 2-6 cm above insertion",
        ask="Is the tendon thickened and sore to pinch?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    focal_tibial_bone_tenderness: YesNo = yes_no(
        "Focal bony tenderness of the tibia (<5 cm)",
        ask="Is there a small spot on the shin bone that is very sore to press?",
        of=CLINICIAN,
    )
    hop_test_pain: YesNo = yes_no(
        "Pain on single-leg hop",
        ask="Does hopping on that leg reproduce the pain?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    soft_tissue_crepitus: YesNo = yes_no(
        "Crepitus in soft tissue",
        ask="Does the skin crackle when pressed?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    calf_lump_deep_or_fixed: YesNo = yes_no(
        "Lump deep to fascia or fixed",
        ask="Does the lump feel deep or fixed when the muscle tenses?",
        tier=EXTENDED,
        of=CLINICIAN,
    )
    swollen_joint_on_examination: YesNo = yes_no(
        "At least one joint with definite synovitis",
        ask="Clinician: is there definite soft swelling of at least one joint?",
        of=CLINICIAN,
    )
    small_joints_involved_count: Number = number(
        "Small joints swollen or tender (MCP, PIP, MTP 2-5, thumb IP, wrist)",
        ask="How many small joints are swollen or tender?",
        unit="joints",
        between=(0, 40),
        tier=EXTENDED,
        of=CLINICIAN,
    )
    large_joints_involved_count: Number = number(
        "Large joints swollen or tender (shoulder, elbow, hip, knee, ankle)",
        ask="How many large joints are swollen or tender?",
        unit="joints",
        between=(0, 10),
        tier=EXTENDED,
        of=CLINICIAN,
    )
