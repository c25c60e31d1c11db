"""The nerves below the spinal cord are crushed; bladder, bowel, sexual function and legs can be lost within hours.

Published figures come from people already referred because of such signs, and among them the signs tell little. They
understate what the signs mean in someone with calf pain, so that most weights here are judged and not taken from them;
and they show why no answer of "no" closes the question.
"""

from ..authoring import (
    GUIDELINE,
    MODERATE,
    REFERRAL,
    STRONG,
    TEST,
    VERY_RARE,
    WEAK,
    Absent,
    Cause,
    Is,
    Option,
    Present,
    Scored,
    Suspected,
    Urgency,
    UrgencyAtLeast,
    confirms,
    offers,
    supports,
    weakens,
)

CAUSE = Cause(
    name="Cauda equina syndrome",
    icd10="G83.4",
    commonness=VERY_RARE,
    urgency=Urgency.EMERGENCY,
    also_called=("CES", "crushed nerve bundle at the base of the spine"),
    summary="The nerves at the base of the spine are being crushed; bladder, bowel and legs may be lost for good.",
    mechanism=(
        "A disc, a growth, a bleed or an abscess presses on the roots that hang below the spinal cord. Pain or "
        "numbness of the calves is then sciatica of both sides; the lowest roots also serve the skin between the legs, "
        "the bladder, the bowel and sexual function. What is lost before the pressure is taken off may not come back."
    ),
    sources=("girft_ces2023", "todd2017", "long2020ces", "dionne2019", "ces_series334", "pvr_meta2022"),
    open_until=(
        "An MRI of the lower spine that shows no pressed nerves, and is repeated if signs change. Symptoms cannot "
        "close it: held against MRI, each warning sign was there in only 19 to 43 of 100 people who had it (Dionne and "
        "others, 2019), and little urine left in the bladder does not clear it either."
    ),
)

OPTIONS = (
    Option(
        id="emergency_department_for_cauda_equina",
        name="Emergency department, now",
        kind=REFERRAL,
        guidance=(
            "Go to an emergency department now and name these signs. Do not drive yourself, do not wait until "
            "urine stops for good, and do not treat it at home in place of going."
        ),
        source=("girft_ces2023", "todd2017"),
    ),
    Option(
        id="examination_today_for_cauda_equina",
        name="Examination today at the latest",
        kind=REFERRAL,
        guidance=(
            "See a doctor today. Go to an emergency department at once if you have, or get, numbness between the "
            "legs, back pain with bladder or bowel trouble, or weak legs that are new or get worse."
        ),
        source=("girft_ces2023", "expert_opinion"),
    ),
    Option(
        id="emergency_spine_mri",
        name="Emergency MRI of the whole lower spine",
        kind=TEST,
        guidance=(
            "Only a scan shows whether the nerves are crushed, and with these signs it is done as an emergency. "
            "If it is clear and the signs go on or change, it is done once more, or taken further up the spine."
        ),
        source=("girft_ces2023", "long2020ces"),
    ),
    Option(
        id="bladder_scan_after_passing_urine",
        name="Bladder scan after passing urine",
        kind=TEST,
        guidance=(
            "More than 200 mL left in the bladder makes crushed nerves much more likely. With less than that, the "
            "scan of the spine is still needed."
        ),
        source=("pvr_meta2022",),
        verified=True,
    ),
    Option(
        id="nerve_examination_with_chaperone",
        name="Examination of legs, saddle area and back passage",
        kind=TEST,
        guidance=(
            "A clinician checks how strong the legs are, their reflexes, and the feeling and squeeze of the back "
            "passage, with a chaperone. A normal squeeze does not rule it out."
        ),
        source=("girft_ces2023", "todd2017"),
    ),
)

RULES = (
    # Feeling between the legs. ----------------------------------------------------------------------------------------
    supports(
        "the_saddle_is_numb",
        when=[Present("saddle_numbness")],
        strength=STRONG,
        group="saddle",
        because="The lowest nerve roots serve the skin between the legs, and it has gone numb.",
        source=("ces_series334", "girft_ces2023"),
        where="sensitivity 0.60, specificity 0.67 among people referred for it",
        verified=True,
    ),
    supports(
        "the_buttocks_are_numb",
        when=[Present("numbness_buttocks")],
        strength=MODERATE,
        group="saddle",
        because="The buttocks are the upper edge of the saddle area.",
        source="expert_opinion",
    ),
    weakens(
        "the_saddle_feels_normal",
        when=[Absent("saddle_numbness")],
        lr=0.60,
        group="saddle",
        because="Normal feeling between the legs makes it less likely and never rules it out: ask again on any change.",
        source=("ces_series334", "dionne2019"),
        where="derived from sensitivity 0.60 and specificity 0.67",
        verified=True,
    ),
    # Bladder, bowel, sexual function. ---------------------------------------------------------------------------------
    supports(
        "the_bladder_does_not_work_as_before",
        when=[Present("new_bladder_difficulty")],
        strength=STRONG,
        group="pelvic_function",
        because="New trouble with the bladder has many causes, and crushed nerves are the one that cannot wait.",
        source=("ces_series334", "girft_ces2023"),
        where="sensitivity 0.72, specificity 0.36 among people referred for it",
        verified=True,
    ),
    supports(
        "the_bowel_has_lost_its_hold",
        when=[Present("new_bowel_incontinence")],
        strength=STRONG,
        grade=GUIDELINE,
        group="pelvic_function",
        because="Loss of bowel control or feeling is a late sign that the lowest nerve roots are failing.",
        source="todd2017",
        verified=True,
    ),
    supports(
        "sexual_feeling_or_function_is_lost",
        when=[Present("new_sexual_dysfunction")],
        strength=MODERATE,
        group="pelvic_function",
        because="The nerves of the saddle area also serve feeling and function in sex.",
        source=("long2020ces", "todd2017"),
        verified=True,
    ),
    supports(
        "the_back_passage_squeezes_weakly",
        when=[Present("reduced_anal_tone")],
        strength=MODERATE,
        grade=GUIDELINE,
        group="pelvic_function",
        because=(
            "A weak squeeze of the back passage points to the lowest nerve roots, though doctors often judge "
            "it in different ways."
        ),
        source="todd2017",
        verified=True,
    ),
    supports(
        "much_urine_stays_in_the_bladder",
        when=[Scored("pvr", "raised")],
        lr=12.8,
        group="pelvic_function",
        because="A bladder that keeps more than 200 mL after passing urine may have lost its nerves.",
        source="pvr_meta2022",
        where="derived from sensitivity 0.831 (0.62-0.94) and specificity 0.935 (0.50-0.99), so very wide",
        verified=True,
    ),
    weakens(
        "the_bladder_works_as_before",
        when=[Absent("new_bladder_difficulty")],
        lr=0.78,
        group="pelvic_function",
        because="A bladder that works as before makes it a little less likely, and never rules it out.",
        source=("ces_series334", "dionne2019"),
        where="derived from sensitivity 0.72 and specificity 0.36",
        verified=True,
    ),
    # Both legs. Two sore calves are common; nerve pain, weakness or numbness on both sides is not. --------------------
    supports(
        "both_legs_hurt",
        when=[Present("bilateral_leg_pain")],
        lr=2.0,
        group="both_legs",
        because="The bundle holds the nerves of both legs.",
        source="ces_series334",
        where="derived from sensitivity 0.60 and specificity 0.70",
        verified=True,
    ),
    supports(
        "there_is_sciatica_on_both_sides",
        when=[Present("bilateral_leg_pain"), Present("radiating_leg_pain")],
        strength=STRONG,
        group="both_legs",
        because="Pain that shoots from the back down both legs means that more than one nerve root is pressed.",
        source=("ces_series334", "todd2017"),
        verified=True,
    ),
    supports(
        "both_legs_are_newly_weak_or_numb",
        when=[Present("bilateral_leg_weakness_or_numbness")],
        strength=STRONG,
        group="both_legs",
        because="New weakness or numbness in both legs means that nerves of both sides are failing.",
        source=("ces_series334", "todd2017"),
        where="leg weakness: sensitivity 0.68, specificity 0.72",
        verified=True,
    ),
    # The back. --------------------------------------------------------------------------------------------------------
    supports(
        "the_back_hurts",
        when=[Present("low_back_pain")],
        strength=WEAK,
        group="back",
        because="Nearly everyone with crushed nerves has back pain, and so have most people without.",
        source="ces_series334",
        where="sensitivity 0.92, specificity 0.13",
        verified=True,
    ),
    supports(
        "spine_trouble_is_known",
        when=[Present("known_lumbar_spine_disease")],
        strength=MODERATE,
        group="back",
        because="A slipped disc is the commonest thing that crushes these nerves.",
        source="long2020ces",
        verified=True,
    ),
    # The scan. --------------------------------------------------------------------------------------------------------
    confirms(
        "the_scan_shows_crushed_nerves",
        when=[Is("lumbar_mri", ("cauda_equina_compression",))],
        because="The scan shows that the nerves are being crushed; they have to be freed, whatever is felt so far.",
        source=("girft_ces2023", "expert_opinion"),
    ),
    weakens(
        "the_scan_shows_no_pressed_nerve",
        when=[Is("lumbar_mri", ("no_nerve_compression",))],
        strength=STRONG,
        because="The scan shows no pressed nerve; it is repeated, or taken higher up, if signs go on or change.",
        source="expert_opinion",
    ),
    # Management: no medicine, no self-care. ---------------------------------------------------------------------------
    offers(
        "hours_count",
        option="emergency_department_for_cauda_equina",
        when=[Suspected("cauda_equina_syndrome"), UrgencyAtLeast(Urgency.EMERGENCY)],
        because="What these nerves have lost comes back only if the pressure is taken off in time.",
        source=("girft_ces2023", "todd2017"),
        grade=GUIDELINE,
    ),
    offers(
        "it_cannot_wait_until_tomorrow",
        option="examination_today_for_cauda_equina",
        when=[Suspected("cauda_equina_syndrome")],
        because="Even where one sign alone is there, these nerves have to be looked at on the same day.",
        source=("girft_ces2023", "expert_opinion"),
    ),
    offers(
        "only_a_scan_can_tell",
        option="emergency_spine_mri",
        when=[Suspected("cauda_equina_syndrome"), UrgencyAtLeast(Urgency.EMERGENCY)],
        because="No sign and no examination is sure enough to do without the scan.",
        source=("girft_ces2023", "dionne2019"),
        grade=GUIDELINE,
    ),
    offers(
        "a_full_bladder_can_be_silent",
        option="bladder_scan_after_passing_urine",
        when=[Suspected("cauda_equina_syndrome")],
        because="A bladder that has lost its nerves can fill without being felt.",
        source="pvr_meta2022",
    ),
    offers(
        "legs_and_saddle_have_to_be_examined",
        option="nerve_examination_with_chaperone",
        when=[Suspected("cauda_equina_syndrome")],
        because="What still works now has to be written down, so that any further loss is seen.",
        source=("girft_ces2023", "todd2017"),
        grade=GUIDELINE,
    ),
)
