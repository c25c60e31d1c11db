"""What must be known before a medicine is mentioned."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class MedicineSafetyHistory(FindingGroup):
    """What must be known before a medicine is mentioned."""

    aspirin_nsaid_hypersensitivity: YesNo = yes_no(
        "Reaction to aspirin or an NSAID",
        ask="Have aspirin, ibuprofen or the like ever given you wheeze, hives, swelling or a runny nose?",
    )
    asthma: YesNo = yes_no(
        "Asthma",
        ask="Do you have asthma?",
    )
    sulfonamide_allergy: YesNo = yes_no(
        "Sulfonamide allergy",
        ask='Are you allergic to sulfonamide ("sulfa") medicines?',
        tier=EXTENDED,
    )
    drug_allergy_other: YesNo = yes_no(
        "Other allergy to the medicine or its class",
        ask="Are you allergic to any other medicine?",
        tier=EXTENDED,
    )
    peptic_ulcer_active: YesNo = yes_no(
        "Active peptic ulcer or current GI bleeding",
        ask="Do you have a stomach ulcer or gut bleeding now (black or bloody stools)?",
        tier=EXTENDED,
    )
    gi_bleed_or_ulcer_history: YesNo = yes_no(
        "Past ulcer, GI bleed or perforation",
        ask="Have you ever had a stomach ulcer, gut bleed or perforation?",
    )
    inflammatory_bowel_disease: YesNo = yes_no(
        "Crohn's disease or ulcerative colitis",
        ask="Do you have Crohn's disease or ulcerative colitis?",
        tier=EXTENDED,
    )
    recent_or_planned_cabg: YesNo = yes_no(
        "Coronary bypass surgery now or recently",
        ask="Are you having, or have you just had, heart bypass surgery?",
        tier=EXTENDED,
    )
    systemic_infection_current: YesNo = yes_no(
        "Current serious or fungal infection",
        ask="Do you have a serious infection now?",
        tier=EXTENDED,
    )
    live_vaccine_recent_or_planned: YesNo = yes_no(
        "Live vaccine recent or planned",
        ask="Have you had, or are you due, a live vaccine?",
        tier=EXTENDED,
    )
    glaucoma: YesNo = yes_no(
        "Glaucoma",
        ask="Do you have glaucoma?",
        tier=EXTENDED,
    )
    psychiatric_history_severe: YesNo = yes_no(
        "Previous severe depression, mania or steroid psychosis",
        ask="Have you had severe depression, mania or a bad mental reaction to steroids?",
        tier=EXTENDED,
    )
    tuberculosis_history: YesNo = yes_no(
        "Tuberculosis, past or latent",
        ask="Have you had tuberculosis or been told you carry it?",
        tier=EXTENDED,
    )
