"""Red flags of the blood's salts, sugar and acid: calcium, potassium and their kin, which heart and brain live on."""

from ...authoring import (
    CONSENSUS,
    GUIDELINE,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    LessThan,
    Measured,
    MoreThan,
    Present,
    Urgency,
    alerts,
)
from ..signs import CALF_OR_LEG_PAIN, NOT_ALERT

# Calcium: the total is the one adjusted for albumin wherever albumin is known. ----------------------------------------

TINGLING = Present("perioral_or_finger_tingling")

TINGLING_AND_A_FAINT = AllOf(TINGLING, Present("syncope"))

# With symptoms, low calcium is severe at any level. One reading of the guidance draws the line at 2.10 (1.10 ionised);
# the other calls it severe wherever it is below normal, and is the safer one.
LOW_CALCIUM_AND_A_SYMPTOM = AllOf(
    AnyOf(Measured("calcium_total_mmol_l", LessThan(2.2)), Measured("calcium_ionised_mmol_l", LessThan(1.15))),
    AnyOf(TINGLING, Present("cramps_widespread"), Present("trousseau_or_chvostek"), Present("syncope")),
)

# The finding cannot tell which of the two signs it was, and Chvostek's occurs in healthy people: alone it is no
# emergency.
NERVE_SIGN_AND_A_REASON = AllOf(
    Present("trousseau_or_chvostek"),
    AnyOf(
        TINGLING,
        Present("muscle_cramps"),
        Present("cramps_widespread"),
        Present("neck_surgery_thyroid_parathyroid"),
        Present("antiresorptive_or_calcium_lowering_drug"),
        Present("feels_very_unwell_or_confused"),
        Measured("magnesium_mmol_l", LessThan(0.7)),
    ),
)

TINGLING_PAIN_AND_A_REASON = AllOf(
    TINGLING,
    AnyOf(CALF_OR_LEG_PAIN, Present("muscle_cramps")),
    AnyOf(
        Present("neck_surgery_thyroid_parathyroid"),
        Present("antiresorptive_or_calcium_lowering_drug"),
        Present("malabsorption_or_bariatric"),
        Present("chronic_kidney_disease"),
        Measured("magnesium_mmol_l", LessThan(0.7)),
        Measured("calcium_total_mmol_l", LessThan(2.2)),
    ),
)

# Potassium, sodium. ---------------------------------------------------------------------------------------------------

HIGH_POTASSIUM_AND_A_SIGN = AllOf(
    Measured("potassium_mmol_l", AtLeast(6.0)),
    AnyOf(
        Present("reduced_urine_output"),
        Present("leg_weakness"),
        Present("irregular_pulse"),
        Present("syncope"),
        Present("feels_very_unwell_or_confused"),
        Measured("creatinine_umol_l", AtLeast(354)),
    ),
)

LOW_POTASSIUM_AND_A_SIGN = AllOf(
    Measured("potassium_mmol_l", LessThan(3.0)),
    AnyOf(
        Present("difficulty_stairs_chair_arms"),
        Present("leg_weakness_progressive"),
        Present("irregular_pulse"),
        Present("syncope"),
    ),
)

LOW_SODIUM_AND_A_CLOUDED_MIND = AllOf(
    Measured("sodium_mmol_l", LessThan(130)), AnyOf(Present("feels_very_unwell_or_confused"), NOT_ALERT)
)

# Sugar and acid. ------------------------------------------------------------------------------------------------------

HIGH_SUGAR_AND_ILL = AllOf(
    Measured("glucose_mmol_l", MoreThan(11)),
    AnyOf(
        Present("vomiting_diarrhoea_dehydration"),
        Present("feels_very_unwell_or_confused"),
        Measured("respiratory_rate", AtLeast(25)),
        Measured("bicarbonate_mmol_l", LessThan(15)),
    ),
)

RULES = (
    alerts(
        "calcium_is_dangerously_low",
        flag="rf_severe_hypocalcaemia",
        urgency=Urgency.EMERGENCY,
        suspects=["calcium_deficiency", "electrolyte_disturbance"],
        # Fast breathing from fear brings on tingling and spasm too; which of the two it is, is settled in hospital.
        when=[
            AnyOf(
                Measured("calcium_total_mmol_l", LessThan(1.9)),
                Measured("calcium_ionised_mmol_l", LessThan(0.9)),
                Present("carpopedal_spasm"),
                TINGLING_AND_A_FAINT,
                LOW_CALCIUM_AND_A_SYMPTOM,
                NERVE_SIGN_AND_A_REASON,
            )
        ],
        action="Go to the emergency department now for a blood test and an ECG; calcium may have to be given by drip.",
        because="Very low calcium locks hands and feet in spasm, and can upset the heart and cause fits.",
        source=("turner2016", "tayside_hypoca"),
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "calcium_may_be_low",
        flag="rf_hypocalcaemia_possible",
        urgency=Urgency.SAME_DAY,
        suspects=["calcium_deficiency", "electrolyte_disturbance"],
        when=[
            AnyOf(
                TINGLING_PAIN_AND_A_REASON,
                AllOf(TINGLING, Present("cramps_widespread")),
                Present("trousseau_or_chvostek"),
            )
        ],
        action="Have calcium, magnesium and an ECG checked today. Go to the emergency department if hands or feet"
        " lock, or if you faint or have a fit.",
        because="Tingling round the mouth or in the fingers, with cramps, can come from too little calcium.",
        source="turner2016",
        grade=GUIDELINE,
        verified=True,
    ),
    alerts(
        "cramps_all_over_after_work_in_the_heat",
        flag="rf_heat_cramps",
        urgency=Urgency.SAME_DAY,
        suspects=["electrolyte_disturbance", "rhabdomyolysis"],
        # A calf that cramps in sport on a hot day is left out: it takes cramps beyond the legs.
        when=[Present("heat_exposure_exertion"), Present("cramps_widespread")],
        action="Stop, cool down, and be seen today for a test of salts and CK. Call the emergency number if you get"
        " confused, faint or stop sweating, or if you feel no better after half an hour in the cool.",
        because="Cramps all over after hard work in the heat can mean lost salt, overheating or harmed muscle.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
    alerts(
        "a_salt_in_the_blood_is_at_a_dangerous_level",
        flag="rf_potassium",
        urgency=Urgency.EMERGENCY,
        suspects=["electrolyte_disturbance"],
        # Not about potassium alone: the name of the flag is older than its scope.
        when=[
            AnyOf(
                Measured("potassium_mmol_l", LessThan(2.5)),
                Measured("potassium_mmol_l", AtLeast(6.5)),
                Measured("sodium_mmol_l", LessThan(120)),
                Measured("sodium_mmol_l", AtLeast(160)),
                Measured("magnesium_mmol_l", LessThan(0.4)),
                Measured("calcium_total_mmol_l", MoreThan(3.5)),
                HIGH_POTASSIUM_AND_A_SIGN,
                LOW_POTASSIUM_AND_A_SIGN,
                LOW_SODIUM_AND_A_CLOUDED_MIND,
            )
        ],
        action="Go to the emergency department now for an ECG and treatment.",
        because="A salt this far out of range can stop the heart or cause fits.",
        source=("viera2015", "ayuk2014"),
        grade=GUIDELINE,
    ),
    alerts(
        "a_salt_in_the_blood_needs_correcting_today",
        flag="rf_potassium_moderate",
        urgency=Urgency.SAME_DAY,
        suspects=["electrolyte_disturbance"],
        # Each stretch ends where the emergency begins.
        when=[
            AnyOf(
                AllOf(Measured("potassium_mmol_l", AtLeast(2.5)), Measured("potassium_mmol_l", LessThan(3.0))),
                AllOf(Measured("potassium_mmol_l", AtLeast(6.0)), Measured("potassium_mmol_l", LessThan(6.5))),
                AllOf(Measured("magnesium_mmol_l", AtLeast(0.4)), Measured("magnesium_mmol_l", LessThan(0.5))),
                AllOf(Measured("sodium_mmol_l", AtLeast(120)), Measured("sodium_mmol_l", LessThan(125))),
                AllOf(Measured("sodium_mmol_l", AtLeast(155)), Measured("sodium_mmol_l", LessThan(160))),
                AllOf(Measured("calcium_total_mmol_l", AtLeast(3.0)), Measured("calcium_total_mmol_l", AtMost(3.5))),
                Measured("phosphate_mmol_l", LessThan(0.3)),
            )
        ],
        action="Ask a doctor today: a heart tracing (ECG) is needed, and the level has to be put right.",
        because="A salt this far from normal can soon upset the heart or the muscles.",
        source=("viera2015", "ayuk2014"),
        grade=GUIDELINE,
    ),
    alerts(
        "blood_sugar_or_acid_is_at_a_dangerous_level",
        flag="rf_glucose_or_acid_emergency",
        urgency=Urgency.EMERGENCY,
        suspects=["electrolyte_disturbance"],
        when=[
            AnyOf(
                Measured("glucose_mmol_l", AtLeast(30)),
                Measured("glucose_mmol_l", LessThan(3.0)),
                HIGH_SUGAR_AND_ILL,
                Measured("bicarbonate_mmol_l", LessThan(12)),
            )
        ],
        action="Call the emergency number or go to the emergency department now.",
        because="Sugar or acid this far out of range endangers life, and may begin with no more than leg cramps.",
        source="expert_opinion",
        grade=CONSENSUS,
    ),
)
