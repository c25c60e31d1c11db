"""Words that a text for patients may use although they are long, each for a reason.

A word is here only if there is no plainer one for the same thing. It is then weighed as a word of two syllables: it is
met as a name, and not spelt out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SAID_BY_REASON = {
    "what to call for, or where to go: the sign says so": (
        "emergency hospital clinician pharmacist physiotherapist physiotherapy specialist"
    ),
    "the kind of thing that this library speaks of; a plainer word would be another thing": (
        "medicine medicines painkiller painkillers antibiotic antibiotics vitamin allergy allergic infection "
        "infections "
        "infected operation operated injection injections pregnancy breastfeeding antidepressant antidepressants "
        "chemotherapy exercise"
    ),
    "the name that people know the illness by, or hear from their doctor": (
        "diabetes diabetic arthritis rheumatoid epilepsy stenosis sciatica tuberculosis haemophilia angina "
        "osteoporosis depression psychosis mania hiv vomiting diarrhoea guillain-barré sarcoma ulcerative atrial fibrillation"
    ),
    "a part of the body or a substance in it, by the only name it has": (
        "artery arteries calcium potassium magnesium sodium albumin creatinine insulin oestrogen anti-ccp antibody "
        "antibodies bacteria oxygen bicarbonate phosphatase alkaline transferrin reflexes genitals"
    ),
    "a test, by the name that stands on its form": "ultrasound mri electrophoresis sedimentation",
    "a medicine, by the name that stands on its packet": (
        "ibuprofen naproxen celecoxib nabumetone betamethasone hydrocortisone acetate mecobalamin methotrexate "
        "duloxetine warfarin dabigatran heparin metformin penicillin flucloxacillin ciprofloxacin levofloxacin "
        "nitrofurantoin gemfibrozil venlafaxine metoclopramide colchicine daptomycin zidovudine hydroxychloroquine "
        "amiodarone cinacalcet denosumab enteric-coated amphetamines heroin gabapentinoid dopamine"
    ),
    "a family of medicines, by the name that a doctor or a packet uses": (
        "sulfonamide sulfonamides bisphosphonate diuretic antihistamine antipsychotic anti-epileptic anti-inflammatory "
        "fluoroquinolone laxatives inhaler inhalers contraceptive agonist agonists inhibitor"
    ),
    "the article that this project began with, by its name here": "document",
}

GLOSSARY: Mapping[str, str] = MappingProxyType(
    {word: reason for reason, words in _SAID_BY_REASON.items() for word in words.split()}
)
"""Every word with the reason for it."""
