"""Words that a text for patients may use although they are long, each for a reason.

A word is here only if there is no plainer one for the same thing, and some text would be too hard without it. It is
then weighed as a word of two syllables: it is met as a name, and not spelt out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SAID_BY_REASON = {
    "what to call for, or where to go: the sign says so": "emergency hospital clinician physiotherapist specialist",
    "the kind of thing that this library speaks of; a plainer word would be another thing": (
        "medicine medicines painkiller painkillers antibiotic antibiotics vitamin allergy infection infections "
        "infected operation operated pregnancy antidepressant chemotherapy exercise"
    ),
    "the name that people know the illness by, or hear from their doctor": (
        "diabetes arthritis rheumatoid epilepsy stenosis tuberculosis haemophilia angina osteoporosis depression mania "
        "hiv guillain-barré ulcerative atrial fibrillation diarrhoea"
    ),
    "a part of the body or a substance in it, by the only name it has": (
        "artery arteries calcium potassium magnesium albumin anti-ccp bacteria genitals"
    ),
    "a test, by the name that stands on its form": "ultrasound sedimentation",
    "a medicine, by the name that stands on its packet": (
        "ibuprofen celecoxib nabumetone betamethasone hydrocortisone acetate mecobalamin methotrexate duloxetine "
        "warfarin metformin penicillin flucloxacillin levofloxacin nitrofurantoin gemfibrozil metoclopramide "
        "enteric-coated heroin"
    ),
    "a family of medicines, by the name that a doctor or a packet uses": (
        "sulfonamide sulfonamides bisphosphonate antihistamine anti-epileptic anti-inflammatory inhaler agonist "
        "inhibitor"
    ),
    "the article that this project began with, by its name here": "document",
}

GLOSSARY: Mapping[str, str] = MappingProxyType(
    {word: reason for reason, words in _SAID_BY_REASON.items() for word in words.split()}
)
"""Every word with the reason for it."""
