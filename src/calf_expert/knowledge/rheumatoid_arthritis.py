"""Inflamed joints reach the calf by way of a cyst behind the knee or the tendon sheaths at the ankle.

The calf muscle itself is not inflamed, so that nothing here makes this cause likely from calf pain: it takes joints.
"""

from ..authoring import (
    FOUNDING_DOCUMENT,
    GUIDELINE,
    MODERATE,
    REFERRAL,
    SELF_CARE,
    STRONG,
    TEST,
    UNCOMMON,
    WEAK,
    Absent,
    AnyOf,
    AtLeast,
    Cause,
    Concluded,
    Is,
    Measured,
    MoreThan,
    NotConcluded,
    Option,
    Present,
    Suspected,
    Urgency,
    concludes,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Rheumatoid arthritis",
    also_called=("RA", "Inflammatory arthritis"),
    icd10="M06.9",
    commonness=UNCOMMON,
    urgency=Urgency.WITHIN_DAYS,
    summary=(
        "Inflamed joints, stiff in the morning; the calf hurts when the knee, a cyst behind it or the ankle is "
        "involved."
    ),
    mechanism=(
        "The lining of joints and tendon sheaths is inflamed, the calf muscle itself is not. Calf pain comes from a "
        "swollen knee with a cyst behind it, which may leak into the calf and look like a clot, from tendon sheaths at "
        "the ankle, from disuse or medicines, or from a clot, which active disease makes more likely."
    ),
    founding=(
        "Rheumatoid factors damage joints and hamper their blood supply, so that joints swell, hurt, are stiff in the "
        "morning and move less; piroxicam, nabumetone and celecoxib are advised to hold the disease, as a physician "
        "directs."
    ),
    today=(
        "These painkillers ease the symptoms and do not protect the joints: medicines that hold the disease itself, "
        "usually methotrexate, start as early as possible under a specialist. Piroxicam is kept for specialists as a "
        "second choice and not used for sudden pain. Celecoxib is not used with heart, brain or leg artery disease. "
        "Whichever is taken, it is the least that helps for the shortest time, with stomach protection."
    ),
    sources=(
        "aletaha2010",
        "nice_ng100",
        "allen2018",
        "eular_ra2022",
        "ema_piroxicam2007",
        "herman2014",
        "founding_document",
    ),
)

OPTIONS = (
    Option(
        id="urgent_rheumatology_referral",
        name="Urgent referral to a rheumatologist",
        kind=REFERRAL,
        guidance=(
            "Ask to be sent to a specialist urgently, even if blood tests are normal. What protects the joints "
            "works best when it starts early, and the clinic also finds exercise that suits you."
        ),
        source=("nice_ng100",),
        verified=True,
    ),
    Option(
        id="inflammatory_arthritis_tests",
        name="Blood tests and pictures for inflamed joints",
        kind=TEST,
        guidance=(
            "Ask for rheumatoid factor, anti-CCP, CRP and ESR with a blood count, kidney and liver tests, and "
            "X-rays or an ultrasound of hands and feet. Normal results do not close the question."
        ),
        source=("nice_ng100", "aletaha2010"),
    ),
    Option(
        id="knee_cyst_and_leg_vein_ultrasound",
        name="Ultrasound behind the knee and of the leg veins",
        kind=TEST,
        guidance=(
            "Ask for an ultrasound behind the knee and of the leg veins. A leaking cyst and a clot look alike "
            "from outside, and you can have both."
        ),
        source=("herman2014", "expert_opinion"),
    ),
    Option(
        id="joint_care",
        name="Care for inflamed joints",
        kind=SELF_CARE,
        families=("advice_that_can_wait", "activity"),
        guidance=(
            "Spare hot joints, look after the feet, do not smoke, and keep your vaccines up to date. Seek help "
            "the same day for one hot joint or a swollen calf."
        ),
        source=("nice_ng100", "expert_opinion"),
    ),
)

JOINT_TROUBLE = AnyOf(
    Present("joint_pain"),
    Present("joint_swelling"),
    Present("swollen_joint_on_examination"),
    Present("symmetrical_small_joint_involvement"),
    Present("known_rheumatoid_arthritis"),
)
"""Painkillers for joints are spoken of where joints are affected, and not on a blood test alone."""

RULES = (
    # Inflamed joints: without them there is no rheumatoid arthritis. ------------------------------------------------
    concludes(
        "examination_found_no_swollen_joint",
        concept="synovitis_not_found",
        when=[Absent("swollen_joint_on_examination")],
        because="A clinician looked for swollen joints and found none.",
        source="aletaha2010",
        grade=GUIDELINE,
        verified=True,
    ),
    concludes(
        "swollen_joints_are_stiff_in_the_morning",
        concept="inflammatory_joint_pattern",
        # What an examination does not find outweighs what is told.
        when=[
            AnyOf(Present("joint_swelling"), Present("swollen_joint_on_examination")),
            Measured("morning_stiffness_minutes", AtLeast(30)),
            NotConcluded("synovitis_not_found"),
        ],
        because="Joints that are swollen and stay stiff for half an hour in the morning are inflamed, not worn.",
        source=("aletaha2010", "expert_opinion"),
    ),
    supports(
        "joints_are_swollen",
        when=[
            AnyOf(Present("joint_swelling"), Present("swollen_joint_on_examination")),
            NotConcluded("synovitis_not_found"),
        ],
        strength=STRONG,
        group="synovitis",
        because="At least one swollen joint is where rheumatoid arthritis begins.",
        source="aletaha2010",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "joints_stay_stiff_in_the_morning",
        when=[Measured("morning_stiffness_minutes", AtLeast(30))],
        strength=MODERATE,
        group="stiffness",
        because="Inflamed joints need half an hour or more to loosen in the morning.",
        source=("aletaha2010", "founding_document"),
    ),
    supports(
        "joints_hurt",
        when=[Present("joint_pain")],
        strength=WEAK,
        group="joint_pain",
        because="Inflamed joints hurt, although most painful joints are not inflamed.",
        source="expert_opinion",
    ),
    weakens(
        "no_joint_hurts",
        when=[Absent("joint_pain")],
        strength=STRONG,
        group="joint_pain",
        because="Calf pain without any joint trouble is not rheumatoid arthritis.",
        source="expert_opinion",
    ),
    weakens(
        "no_swollen_joint_was_found",
        when=[Concluded("synovitis_not_found")],
        strength=STRONG,
        group="synovitis",
        because="If a doctor finds no swollen joint, there is little room for rheumatoid arthritis.",
        source="aletaha2010",
        grade=GUIDELINE,
        verified=True,
    ),
    # Which joints, and for how long. ----------------------------------------------------------------------------------
    supports(
        "small_joints_on_both_sides_are_affected",
        when=[Present("symmetrical_small_joint_involvement")],
        strength=STRONG,
        group="small_joints",
        because="Rheumatoid arthritis prefers the small joints of hands and feet, on both sides.",
        source="aletaha2010",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "four_or_more_small_joints_are_affected",
        when=[Measured("small_joints_involved_count", AtLeast(4))],
        strength=STRONG,
        group="small_joints",
        because="The more small joints are affected, the more it is rheumatoid arthritis.",
        source="aletaha2010",
        where="domain A",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "joints_have_been_affected_for_six_weeks",
        when=[Measured("joint_symptom_duration_weeks", AtLeast(6))],
        strength=MODERATE,
        because="Joint trouble that lasts six weeks or more counts towards rheumatoid arthritis.",
        source="aletaha2010",
        where="domain D",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "joints_move_less",
        when=[Present("reduced_joint_mobility")],
        strength=WEAK,
        because="Inflamed joints lose part of their movement.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    # The blood and the history. They tell that the disease is there and not that it reaches the calf; together they
    # count once, so that without joints they never make it likely.
    supports(
        "anti_ccp_is_high",
        when=[Is("acpa_level", in_=("high_positive",))],
        strength=STRONG,
        group="disease_on_record",
        because="A high anti-CCP is seldom found outside rheumatoid arthritis.",
        source="aletaha2010",
        where="domain B",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "antibodies_are_positive",
        when=[
            AnyOf(
                Is("rheumatoid_factor_level", in_=("low_positive", "high_positive")),
                Is("acpa_level", in_=("low_positive",)),
            )
        ],
        strength=MODERATE,
        group="disease_on_record",
        because=(
            "Rheumatoid factor or a little anti-CCP goes with the disease, though some healthy people have it too."
        ),
        source="aletaha2010",
        where="domain B",
        grade=GUIDELINE,
        verified=True,
    ),
    supports(
        "blood_shows_inflammation",
        # The criteria ask for "abnormal" by the laboratory's own limits, which are seldom higher than these.
        when=[AnyOf(Measured("crp_mg_l", MoreThan(10)), Measured("esr_mm_h", MoreThan(30)))],
        strength=WEAK,
        group="disease_on_record",
        because="Inflamed joints raise CRP or ESR, and so does much else.",
        source="aletaha2010",
        where="domain C",
        grade=GUIDELINE,
    ),
    supports(
        "rheumatoid_arthritis_is_known",
        when=[Present("known_rheumatoid_arthritis")],
        strength=STRONG,
        group="disease_on_record",
        because="Rheumatoid arthritis was found by a doctor before.",
        source="expert_opinion",
    ),
    # What leads from the joints to the calf. --------------------------------------------------------------------------
    supports(
        "knee_arthritis_or_a_cyst_is_known",
        when=[Present("known_knee_arthritis_or_bakers_cyst")],
        strength=MODERATE,
        group="behind_the_knee",
        because="A diseased knee, or the cyst behind it, is how arthritis reaches the calf.",
        source="herman2014",
    ),
    supports(
        "ultrasound_shows_a_cyst_behind_the_knee",
        when=[Is("popliteal_ultrasound", in_=("bakers_cyst", "ruptured_bakers_cyst"))],
        strength=WEAK,
        group="behind_the_knee",
        because="A cyst behind the knee links the joint to the calf.",
        source="expert_opinion",
    ),
    supports(
        "calf_is_swollen",
        when=[Present("calf_swelling")],
        strength=WEAK,
        group="behind_the_knee",
        because="A cyst that leaks makes the calf swell, and so does a clot, which must be looked for.",
        source="herman2014",
    ),
    # What can be done. ------------------------------------------------------------------------------------------------
    offers(
        "a_specialist_sees_it_early",
        option="urgent_rheumatology_referral",
        when=[
            Suspected("rheumatoid_arthritis"),
            AnyOf(
                Present("symmetrical_small_joint_involvement"),
                Measured("small_joints_involved_count", AtLeast(1)),
                Measured("large_joints_involved_count", AtLeast(2)),
                # Three months or more.
                Measured("joint_symptom_duration_weeks", AtLeast(13)),
            ),
        ],
        because="Small joints, several joints or three months of trouble should be seen by a specialist without delay.",
        source="nice_ng100",
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "tests_look_for_inflamed_joints",
        option="inflammatory_arthritis_tests",
        when=[Suspected("rheumatoid_arthritis")],
        because="Antibodies, signs of inflammation and pictures of hands and feet show how sure it is.",
        source=("nice_ng100", "aletaha2010"),
        grade=GUIDELINE,
    ),
    offers(
        "ultrasound_tells_a_cyst_from_a_clot",
        option="knee_cyst_and_leg_vein_ultrasound",
        when=[Suspected("rheumatoid_arthritis"), Present("calf_swelling")],
        because="A swollen calf with joint trouble may be a leaking cyst or a clot.",
        source=("herman2014", "expert_opinion"),
    ),
    offers(
        "joints_are_cared_for",
        option="joint_care",
        when=[Suspected("rheumatoid_arthritis")],
        because="What a person does for the joints helps beside any medicine.",
        source=("nice_ng100", "expert_opinion"),
    ),
    offers(
        "joints_need_a_medicine_that_protects_them",
        option="methotrexate_dmard",
        when=[Suspected("rheumatoid_arthritis"), Concluded("inflammatory_joint_pattern")],
        because="Only a medicine that holds the disease itself protects the joints, and a specialist starts it.",
        source=("allen2018", "eular_ra2022"),
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "piroxicam_is_listed",
        option="piroxicam",
        when=[Suspected("rheumatoid_arthritis"), JOINT_TROUBLE],
        because="The founding document lists piroxicam for rheumatoid arthritis.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "nabumetone_is_listed",
        option="nabumetone",
        when=[Suspected("rheumatoid_arthritis"), JOINT_TROUBLE],
        because="The founding document lists nabumetone for rheumatoid arthritis.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "celecoxib_is_listed",
        option="celecoxib",
        when=[Suspected("rheumatoid_arthritis"), JOINT_TROUBLE],
        because="The founding document lists celecoxib for rheumatoid arthritis.",
        source="founding_document",
        grade=FOUNDING_DOCUMENT,
    ),
    offers(
        "an_anti_inflammatory_painkiller_eases_joints",
        option="ibuprofen_or_naproxen_oral",
        when=[Suspected("rheumatoid_arthritis"), JOINT_TROUBLE],
        because="A painkiller of this kind eases inflamed joints for a short time, beside the treatment itself.",
        source=("nice_ng100", "allen2018"),
        grade=GUIDELINE,
        verified=True,
    ),
    offers(
        "paracetamol_eases_pain",
        option="paracetamol",
        when=[Suspected("rheumatoid_arthritis"), JOINT_TROUBLE],
        because="Paracetamol may ease the pain where other painkillers do not suit.",
        source="expert_opinion",
    ),
)
