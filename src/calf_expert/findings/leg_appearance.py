"""What the leg looks and feels like from outside."""

from ._declaration import EXTENDED, FindingGroup, Number, YesNo, number, yes_no


class LegAppearance(FindingGroup):
    """What the leg looks and feels like from outside."""

    calf_swelling: YesNo = yes_no(
        "One calf visibly swollen",
        ask="Is one calf bigger or more swollen than the other?",
    )
    bilateral_leg_swelling: YesNo = yes_no(
        "Both legs swollen",
        ask="Are both legs or ankles swollen?",
        tier=EXTENDED,
    )
    skin_redness_warmth: YesNo = yes_no(
        "Redness and warmth of the skin",
        ask="Is the skin over the calf red (or darker) and hot?",
    )
    redness_spreading_rapidly: YesNo = yes_no(
        "Redness or discolouration spreading over hours",
        ask="Is the redness or change of colour spreading as you watch, over hours?",
    )
    skin_blisters_or_dusky: YesNo = yes_no(
        "Blisters, purple, grey or black skin",
        ask="Are there blisters, or skin that has gone purple, grey or black?",
    )
    skin_numb_over_painful_area: YesNo = yes_no(
        "Numb skin over the painful area",
        ask="Has the skin over the sore area gone numb?",
        tier=EXTENDED,
    )
    open_wound_or_skin_break: YesNo = yes_no(
        "Wound, bite, ulcer or cracked skin on the leg or foot",
        ask="Is there a wound, bite, ulcer or cracked skin on this leg or foot?",
    )
    calf_or_ankle_bruising: YesNo = yes_no(
        "Bruising of calf or around the ankle",
        ask="Is there bruising in the calf or below the ankle bone?",
    )
    cold_limb: YesNo = yes_no(
        "Leg or foot cold compared with the other",
        ask="Is this leg or foot clearly colder than the other?",
    )
    pale_or_mottled_limb: YesNo = yes_no(
        "Leg or foot pale, blue or blotchy",
        ask="Has the leg or foot gone pale, blue or blotchy?",
    )
    tense_hard_calf: YesNo = yes_no(
        "Calf wood-hard and tense",
        ask="Does the calf feel tight and hard like wood, all the time?",
    )
    tender_cord_superficial_vein: YesNo = yes_no(
        "Tender cord along a surface vein",
        ask="Is there a tender, hard cord along a vein just under the skin?",
    )
    varicose_veins: YesNo = yes_no(
        "Varicose veins",
        ask="Do you have bulging or varicose veins?",
    )
    venous_skin_changes: YesNo = yes_no(
        "Brown staining, eczema or hardening near the ankle",
        ask="Is the skin near the ankle brown-stained, itchy, flaky or hardened?",
    )
    popliteal_lump: YesNo = yes_no(
        "Lump or fullness behind the knee",
        ask="Have you noticed a lump or fullness behind the knee, before or now?",
    )
    calf_lump: YesNo = yes_no(
        "Lump in the calf",
        ask="Can you feel a lump in the calf?",
    )
    calf_lump_enlarging: YesNo = yes_no(
        "Lump getting bigger",
        ask="Is the lump getting bigger?",
    )
    calf_lump_max_diameter_cm: Number = number(
        "Lump size",
        ask="Roughly how wide is the lump, in centimetres?",
        unit="cm",
        between=(0, 40),
        tier=EXTENDED,
    )
    foot_ulcer_or_tissue_loss: YesNo = yes_no(
        "Ulcer or dead skin on the foot or toes",
        ask="Do you have a sore that does not heal, or black skin, on the foot or toes?",
    )
    shiny_hairless_skin_leg: YesNo = yes_no(
        "Shiny skin or hair loss on the leg",
        ask="Has the skin of the lower leg become shiny or lost its hair?",
        tier=EXTENDED,
    )
