"""Earlier illnesses and what raises a risk."""

from typing import Literal

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, choice, number, yes_no


class HistoryAndRisk(FindingGroup):
    """Earlier illnesses and what raises a risk."""

    previous_dvt: YesNo = yes_no(
        "Previous DVT (documented)",
        ask="Have you ever had a blood clot in a leg confirmed by a scan?",
    )
    previous_pe: YesNo = yes_no(
        "Previous PE (documented)",
        ask="Have you ever had a blood clot in the lung?",
        tier=EXTENDED,
    )
    family_history_vte_or_thrombophilia: YesNo = yes_no(
        "Thrombophilia or clots in close family",
        ask="Do you have a clotting tendency, or a parent, brother, sister or child who had clots?",
        tier=EXTENDED,
    )
    active_cancer: YesNo = yes_no(
        "Active cancer (treatment now or within 6 months, or palliative)",
        ask="Do you have cancer that is being treated now, was treated in the last 6 months, or is advanced?",
    )
    previous_cancer: YesNo = yes_no(
        "Any past cancer",
        ask="Have you ever had cancer?",
        tier=EXTENDED,
    )
    major_surgery_12w: YesNo = yes_no(
        "Major surgery within 12 weeks",
        ask="In the last 12 weeks, were you put to sleep, or was a whole part of you made numb, for an operation?",
    )
    days_since_major_surgery: Number = number(
        "Days since that operation",
        ask="How many days ago was the operation?",
        unit="days",
        between=(0, 36500),
        tier=EXTENDED,
        depends_on="major_surgery_12w",
    )
    bedridden_3_days: YesNo = yes_no(
        "Recently in bed for 3 days or more",
        ask="In the last four weeks have you been confined to bed for three days or more?",
    )
    leg_paralysis_or_cast: YesNo = yes_no(
        "Leg paralysis, weakness from stroke, or recent plaster cast",
        ask="Is the leg paralysed or weak from a nerve problem, or was it recently in a plaster cast or brace?",
    )
    oestrogen_use: YesNo = yes_no(
        "Oestrogen contraceptive or HRT",
        ask="Do you use a contraceptive or hormone treatment with oestrogen in it?",
    )
    smoking_status: Literal["never", "former", "current", "unknown"] | None = choice(
        "Smoking",
        ask="Do you smoke?",
        loinc="72166-2",
    )
    diabetes: YesNo = yes_no(
        "Diabetes",
        ask="Do you have diabetes?",
    )
    hypertension: YesNo = yes_no(
        "High blood pressure",
        ask="Do you have high blood pressure?",
        tier=EXTENDED,
    )
    hyperlipidaemia: YesNo = yes_no(
        "High cholesterol",
        ask="Do you have high cholesterol?",
        tier=EXTENDED,
    )
    cardiovascular_disease_established: YesNo = yes_no(
        "Heart attack, angina, stroke, TIA",
        ask="Have you had a heart attack, angina, stroke or TIA?",
    )
    known_peripheral_arterial_disease: YesNo = yes_no(
        "Known narrowed leg arteries, or leg bypass or stent",
        ask="Have you been told your leg arteries are narrowed, or had a leg bypass or stent?",
    )
    atrial_fibrillation: YesNo = yes_no(
        "Atrial fibrillation",
        ask="Do you have atrial fibrillation (a heartbeat that is not even)?",
    )
    heart_failure: YesNo = yes_no(
        "Heart failure",
        ask="Do you have heart failure?",
        tier=EXTENDED,
    )
    heart_failure_severe: YesNo = yes_no(
        "Severe heart failure (NYHA III-IV)",
        ask="Is the heart failure severe, with breathlessness on slight effort or at rest?",
        tier=EXTENDED,
        depends_on="heart_failure",
    )
    chronic_kidney_disease: YesNo = yes_no(
        "Chronic kidney disease",
        ask="Do you have kidney disease?",
    )
    liver_disease: YesNo = yes_no(
        "Chronic liver disease",
        ask="Do you have liver disease?",
        tier=EXTENDED,
    )
    alcohol_excess: YesNo = yes_no(
        "Heavy alcohol use",
        ask="Do you drink heavily?",
        tier=EXTENDED,
    )
    recreational_stimulants_or_opioids: YesNo = yes_no(
        "Stimulant or opioid drug use",
        ask="Have you used drugs such as cocaine, amphetamines, MDMA or heroin recently?",
        tier=EXTENDED,
    )
    injecting_drug_use: YesNo = yes_no(
        "Injecting drug use",
        ask="Have you injected drugs?",
        tier=EXTENDED,
    )
    immunosuppressed: YesNo = yes_no(
        "Weakened immune system",
        ask="Do you have a weakened immune system, or take medicines that weaken it?",
    )
    known_lumbar_spine_disease: YesNo = yes_no(
        "Known disc prolapse or spinal stenosis",
        ask="Have you been told you have a slipped disc or spinal stenosis?",
    )
    known_rheumatoid_arthritis: YesNo = yes_no(
        "Known rheumatoid arthritis",
        ask="Have you been diagnosed with rheumatoid arthritis?",
        tier=EXTENDED,
    )
    known_knee_arthritis_or_bakers_cyst: YesNo = yes_no(
        "Knee arthritis or known Baker's cyst",
        ask="Do you have knee arthritis or a known Baker's cyst?",
    )
    hypothyroidism_known: YesNo = yes_no(
        "Known underactive thyroid",
        ask="Do you have an underactive thyroid?",
        tier=EXTENDED,
    )
    neck_surgery_thyroid_parathyroid: YesNo = yes_no(
        "Thyroid or parathyroid surgery or neck irradiation",
        ask="Have you had surgery or radiotherapy to the neck, thyroid or parathyroids?",
    )
    low_dietary_calcium: YesNo = yes_no(
        "Low calcium diet",
        ask="Do you eat little or no dairy, food with added calcium, or other food that is rich in calcium?",
    )
    vitamin_d_deficiency_risk: YesNo = yes_no(
        "Little sun, covered skin or known low vitamin D",
        ask="Do you get little sunlight, cover most of your skin, or have known low vitamin D?",
    )
    malabsorption_or_bariatric: YesNo = yes_no(
        "Malabsorption or bariatric surgery",
        ask="Do you have coeliac disease or bowel disease, or have you had surgery to lose weight?",
        tier=EXTENDED,
    )
    osteoporosis: YesNo = yes_no(
        "Osteoporosis",
        ask="Do you have osteoporosis?",
        tier=EXTENDED,
    )
    low_energy_availability: YesNo = yes_no(
        "Low energy intake, missed periods or eating disorder",
        ask="Have you been eating too little for how active you are, or have your periods stopped?",
        tier=EXTENDED,
    )
    bleeding_disorder: YesNo = yes_no(
        "Bleeding disorder",
        ask="Do you have a bleeding disorder such as haemophilia?",
        tier=EXTENDED,
    )
    iron_deficiency_known: YesNo = yes_no(
        "Known iron deficiency",
        ask="Have you been told your iron is low?",
        tier=EXTENDED,
    )
    bone_infection_risk: YesNo = yes_no(
        "Recent leg bone surgery, metalwork or open fracture",
        ask="Do you have metalwork in the leg, recent bone surgery or an old open fracture?",
        tier=EXTENDED,
    )
    hospital_admission_last_3_months: YesNo = yes_no(
        "In hospital in the last 3 months",
        ask="Have you been in hospital in the last three months?",
    )
    smoking_pack_years: Number = number(
        "Pack-years smoked",
        ask="How many packs a day did you smoke, and for how many years?",
        unit="pack-years",
        between=(0, 200),
        tier=EXTENDED,
    )
