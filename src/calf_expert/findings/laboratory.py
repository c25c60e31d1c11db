"""Blood and urine tests."""

from typing import Literal

from ._declaration import EXTENDED, LAB, FindingGroup, Number, YesNo, choice, number, yes_no


class Laboratory(FindingGroup):
    """Blood and urine tests."""

    calcium_total_mmol_l: Number = number(
        "Total serum calcium",
        ask="Total calcium?",
        unit="mmol/L",
        between=(0.5, 5),
        of=LAB,
        loinc="2000-8",
    )
    albumin_g_l: Number = number(
        "Serum albumin",
        ask="Albumin?",
        unit="g/L",
        between=(5, 70),
        of=LAB,
        loinc="1751-7",
    )
    calcium_ionised_mmol_l: Number = number(
        "Ionised calcium",
        ask="Ionised calcium?",
        unit="mmol/L",
        between=(0.3, 3),
        tier=EXTENDED,
        of=LAB,
        loinc="1995-0",
    )
    magnesium_mmol_l: Number = number(
        "Serum magnesium",
        ask="Magnesium?",
        unit="mmol/L",
        between=(0.1, 5),
        tier=EXTENDED,
        of=LAB,
        loinc="2601-3",
    )
    potassium_mmol_l: Number = number(
        "Serum potassium",
        ask="Potassium?",
        unit="mmol/L",
        between=(1, 10),
        of=LAB,
        loinc="2823-3",
    )
    sodium_mmol_l: Number = number(
        "Serum sodium",
        ask="Sodium?",
        unit="mmol/L",
        between=(90, 190),
        tier=EXTENDED,
        of=LAB,
        loinc="2951-2",
    )
    phosphate_mmol_l: Number = number(
        "Serum phosphate",
        ask="Phosphate?",
        unit="mmol/L",
        between=(0.1, 6),
        tier=EXTENDED,
        of=LAB,
        loinc="14879-1",
    )
    bicarbonate_mmol_l: Number = number(
        "Serum bicarbonate",
        ask="Bicarbonate?",
        unit="mmol/L",
        between=(2, 60),
        tier=EXTENDED,
        of=LAB,
        loinc="1963-8",
    )
    ck_u_l: Number = number(
        "Creatine kinase",
        ask="Creatine kinase?",
        unit="U/L",
        between=(0, 500000),
        of=LAB,
        loinc="2157-6",
    )
    ck_uln_u_l: Number = number(
        "Laboratory upper limit for CK",
        ask="What is the laboratory's upper limit for CK?",
        unit="U/L",
        between=(50, 600),
        tier=EXTENDED,
        of=LAB,
    )
    creatinine_umol_l: Number = number(
        "Serum creatinine",
        ask="Creatinine?",
        unit="umol/L",
        between=(10, 2500),
        tier=EXTENDED,
        of=LAB,
        loinc="14682-9",
    )
    egfr_ml_min_173: Number = number(
        "eGFR",
        ask="eGFR?",
        unit="mL/min/1.73m2",
        between=(0, 200),
        tier=EXTENDED,
        of=LAB,
        loinc="98979-8",
    )
    crp_mg_l: Number = number(
        "C-reactive protein",
        ask="CRP?",
        unit="mg/L",
        between=(0, 700),
        tier=EXTENDED,
        of=LAB,
        loinc="1988-5",
    )
    esr_mm_h: Number = number(
        "Erythrocyte sedimentation rate",
        ask="ESR?",
        unit="mm/h",
        between=(0, 200),
        tier=EXTENDED,
        of=LAB,
        loinc="30341-2",
    )
    wbc_10e9_l: Number = number(
        "White cell count",
        ask="White cell count?",
        unit="10^9/L",
        between=(0, 500),
        tier=EXTENDED,
        of=LAB,
        loinc="6690-2",
    )
    haemoglobin_g_dl: Number = number(
        "Haemoglobin",
        ask="Haemoglobin (g/dL)?",
        unit="g/dL",
        between=(2, 25),
        tier=EXTENDED,
        of=LAB,
        loinc="718-7",
    )
    platelets_10e9_l: Number = number(
        "Platelet count",
        ask="Platelets?",
        unit="10^9/L",
        between=(0, 2000),
        tier=EXTENDED,
        of=LAB,
        loinc="777-3",
    )
    inr: Number = number(
        "INR",
        ask="INR?",
        unit="ratio",
        between=(0.5, 20),
        tier=EXTENDED,
        of=LAB,
        loinc="6301-6",
    )
    glucose_mmol_l: Number = number(
        "Plasma glucose",
        ask="Glucose?",
        unit="mmol/L",
        between=(0.5, 80),
        tier=EXTENDED,
        of=LAB,
        loinc="14749-6",
    )
    hba1c_mmol_mol: Number = number(
        "HbA1c",
        ask="HbA1c?",
        unit="mmol/mol",
        between=(10, 200),
        tier=EXTENDED,
        of=LAB,
        loinc="59261-8",
    )
    tsh_mu_l: Number = number(
        "Thyroid stimulating hormone",
        ask="TSH?",
        unit="mU/L",
        between=(0, 200),
        tier=EXTENDED,
        of=LAB,
        loinc="3016-3",
    )
    vitamin_d_25oh_nmol_l: Number = number(
        "25-hydroxyvitamin D",
        ask="25-OH vitamin D?",
        unit="nmol/L",
        between=(0, 500),
        tier=EXTENDED,
        of=LAB,
    )
    pth_pmol_l: Number = number(
        "Parathyroid hormone",
        ask="PTH?",
        unit="pmol/L",
        between=(0, 300),
        tier=EXTENDED,
        of=LAB,
    )
    b12_ng_l: Number = number(
        "Vitamin B12",
        ask="Vitamin B12?",
        unit="ng/L",
        between=(0, 3000),
        tier=EXTENDED,
        of=LAB,
        loinc="2132-9",
    )
    ferritin_ug_l: Number = number(
        "Ferritin",
        ask="Ferritin?",
        unit="ug/L",
        between=(0, 5000),
        tier=EXTENDED,
        of=LAB,
        loinc="2276-4",
    )
    d_dimer_positive: YesNo = yes_no(
        "D-dimer above the assay cut-off",
        ask="Is the D-dimer positive by the laboratory's cut-off?",
        of=LAB,
        note="use the assay cut-off or an age-adjusted cut-off (age x 10 ng/mL FEU above 50) as local policy says",
    )
    rheumatoid_factor_level: Literal["negative", "low_positive", "high_positive", "unknown"] | None = choice(
        "Rheumatoid factor result",
        ask="Rheumatoid factor?",
        tier=EXTENDED,
        of=LAB,
        note="low = above ULN to 3x ULN; high = above 3x ULN",
    )
    acpa_level: Literal["negative", "low_positive", "high_positive", "unknown"] | None = choice(
        "Anti-CCP (ACPA) result",
        ask="Anti-CCP?",
        tier=EXTENDED,
        of=LAB,
    )
    anti_jo1_positive: YesNo = yes_no(
        "Anti-Jo-1 antibody",
        ask="Anti-Jo-1 positive?",
        tier=EXTENDED,
        of=LAB,
    )
    urine_blood_dipstick_positive: YesNo = yes_no(
        "Urine dipstick blood positive without red cells",
        ask="Is the urine dipstick positive for blood without red cells on microscopy?",
        tier=EXTENDED,
        of=LAB,
        loinc="5794-3",
    )
