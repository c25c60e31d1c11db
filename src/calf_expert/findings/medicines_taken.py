"""Medicines the person takes now."""

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, number, yes_no


class MedicinesTaken(FindingGroup):
    """Medicines the person takes now."""

    statin_use: YesNo = yes_no(
        "Takes a statin",
        ask="Do you take a statin (name often ends in -statin)?",
    )
    weeks_statin_start_to_symptoms: Number = number(
        "Weeks from starting or increasing the statin to symptoms",
        ask="How many weeks after you began or raised the statin did the muscle trouble start?",
        unit="weeks",
        between=(0, 2000),
        tier=EXTENDED,
        depends_on="statin_use",
    )
    statin_interacting_drug: YesNo = yes_no(
        "Interacting drug with the statin",
        ask="Do you also take a macrolide or azole, ciclosporin, gemfibrozil, some HIV or heart medicines, or much grapefruit juice?",
        tier=EXTENDED,
        depends_on="statin_use",
    )
    other_myotoxic_drug: YesNo = yes_no(
        "Other muscle-toxic drug",
        ask="Do you take colchicine, a fibrate or daptomycin? Or zidovudine, hydroxychloroquine or amiodarone? Or long-term steroids, or an immune checkpoint inhibitor?",
        tier=EXTENDED,
    )
    cramp_provoking_drug: YesNo = yes_no(
        "Cramp-provoking drug",
        ask="Do you take a diuretic, long-acting beta-2 agonist inhaler, or raloxifene?",
    )
    fluoroquinolone_recent: YesNo = yes_no(
        "Fluoroquinolone antibiotic recently",
        ask="Have you taken ciprofloxacin, levofloxacin or another fluoroquinolone in the last few months?",
    )
    systemic_corticosteroid_use: YesNo = yes_no(
        "Takes systemic corticosteroid",
        ask="Do you take steroid tablets or have steroid injections?",
    )
    anticoagulant_use: YesNo = yes_no(
        "Takes an anticoagulant",
        ask="Do you take a blood thinner such as warfarin, apixaban, rivaroxaban, edoxaban, dabigatran or heparin?",
    )
    antiplatelet_use: YesNo = yes_no(
        "Takes low-dose aspirin or another antiplatelet",
        ask="Do you take low-dose aspirin, clopidogrel, prasugrel or ticagrelor?",
        tier=EXTENDED,
    )
    nsaid_current_use: YesNo = yes_no(
        "Already takes an NSAID",
        ask="Do you take ibuprofen, naproxen, diclofenac, a coxib or a painkiller like them now?",
    )
    ssri_snri_use: YesNo = yes_no(
        "Takes an SSRI or SNRI",
        ask="Do you take an antidepressant such as sertraline, fluoxetine, citalopram, venlafaxine or duloxetine?",
        tier=EXTENDED,
    )
    methotrexate_use: YesNo = yes_no(
        "Takes methotrexate",
        ask="Do you take methotrexate?",
        tier=EXTENDED,
    )
    acei_arb_use: YesNo = yes_no(
        "Takes an ACE inhibitor or ARB",
        ask="Do you take a blood-pressure medicine ending in -pril or -sartan?",
        tier=EXTENDED,
    )
    diuretic_use: YesNo = yes_no(
        "Takes a diuretic",
        ask="Do you take water tablets?",
        tier=EXTENDED,
    )
    lithium_use: YesNo = yes_no(
        "Takes lithium",
        ask="Do you take lithium?",
        tier=EXTENDED,
    )
    calcineurin_inhibitor_use: YesNo = yes_no(
        "Takes ciclosporin or tacrolimus",
        ask="Do you take ciclosporin or tacrolimus?",
        tier=EXTENDED,
    )
    strong_cyp3a4_pgp_interaction: YesNo = yes_no(
        "Strong CYP3A4/P-gp inhibitor or inducer",
        ask="Do you take medicines for fungal infection, HIV, epilepsy or tuberculosis?",
        tier=EXTENDED,
    )
    neurotoxic_drug: YesNo = yes_no(
        "Nerve-toxic drug",
        ask="Have you had chemotherapy, or do you take metformin long-term, isoniazid, nitrofurantoin or amiodarone?",
        tier=EXTENDED,
    )
    rls_provoking_drug: YesNo = yes_no(
        "RLS-provoking drug",
        ask="Do you take an antihistamine, antidepressant, antipsychotic or metoclopramide?",
        tier=EXTENDED,
    )
    antiresorptive_or_calcium_lowering_drug: YesNo = yes_no(
        "Calcium-lowering drug",
        ask="Have you had denosumab, a bisphosphonate drip, cinacalcet, or do you take an anti-epileptic?",
        tier=EXTENDED,
    )
    insulin_or_glucose_lowering_drug: YesNo = yes_no(
        "Takes insulin or another glucose-lowering medicine",
        ask="Do you take insulin or tablets for diabetes?",
        tier=EXTENDED,
    )
    beta_blocker_use: YesNo = yes_no(
        "Takes a beta blocker",
        ask="Do you take a beta blocker?",
        tier=EXTENDED,
    )
