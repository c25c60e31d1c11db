"""Signs that several modules look for, each written once.

A sign is a condition and nothing more: what it means for a person is said where it is used. Two conditions that differ
in a threshold or in one finding are two signs, however alike they sound.
"""

from ..authoring import Absent, AllOf, AnyOf, AtLeast, AtMost, Is, LessThan, Measured, MoreThan, Present

# How bad the pain is. Words stand in where nobody gave a number. ------------------------------------------------------

SEVERE_PAIN = AnyOf(Measured("pain_severity_nrs", AtLeast(7)), Is("pain_severity_words", ("severe",)))

VERY_SEVERE_PAIN = AnyOf(Measured("pain_severity_nrs", AtLeast(8)), Is("pain_severity_words", ("severe",)))
"""One step above ``SEVERE_PAIN`` on the scale. Words have nothing beyond "severe", so that word counts for both."""

# Where it is felt. ----------------------------------------------------------------------------------------------------

CALF_OR_LEG_PAIN = AnyOf(Present("calf_pain"), Present("leg_pain"))
"""``leg_pain`` is recorded where nobody said in which part of the leg it is."""

ONE_SIDED = Is("pain_side", ("left", "right"))

ONE_SIDED_LEG_PAIN = AllOf(CALF_OR_LEG_PAIN, ONE_SIDED)

BOTH_LEGS_HURT = AnyOf(Present("bilateral_leg_pain"), Is("pain_side", ("both",)))
"""Asked in two ways; either is enough."""

# What walking does. ---------------------------------------------------------------------------------------------------

TYPICAL_CLAUDICATION = AllOf(Present("pain_on_walking"), Is("relief_standing_still", ("within_10_min",)))
"""Walking brings the pain, and standing still is enough to end it."""

# How it began. --------------------------------------------------------------------------------------------------------

FAST_ONSET = Is("onset_speed", ("sudden", "hours", "days"))
"""Told to have come on within days. A recent start of which the speed is not known does not count here."""

ACUTE_ONSET = AnyOf(FAST_ONSET, Measured("symptom_duration_days", AtMost(14)))
"""Came on within days, or is at most two weeks old: many people know when it began and not how fast."""

# The whole body. ------------------------------------------------------------------------------------------------------

FEVER = AnyOf(Present("fever_or_rigors"), Measured("temperature_c", AtLeast(38)))
"""By symptom or by thermometer: either is enough."""

NOT_ALERT = Is("consciousness_acvpu", ("confusion", "voice", "pain", "unresponsive"))
"""Anything below "alert" on the ACVPU scale, new confusion included."""

DARK_OR_SCANT_URINE = AnyOf(Present("dark_urine"), Present("reduced_urine_output"))
"""Muscle that may be breaking down, or kidneys that may be failing, until a test has shown otherwise."""

BLEEDS_EASILY = AnyOf(
    Present("anticoagulant_use"),
    Present("bleeding_disorder"),
    Measured("inr", MoreThan(4.5)),
    Measured("platelets_10e9_l", LessThan(50)),
)
"""By medicine, by illness or by blood test."""

KIDNEYS_FAIL_BY_TEST = AnyOf(Measured("creatinine_umol_l", AtLeast(177)), Measured("egfr_ml_min_173", LessThan(30)))
"""Either test shows it. The one is often known where the other was not reckoned."""

VERY_HIGH_BLOOD_PRESSURE = AnyOf(Measured("systolic_bp", AtLeast(180)), Measured("diastolic_bp", AtLeast(120)))
"""So high that it is brought down before anything raises it further."""

# Blood supply and nerves of the leg, on examination. ------------------------------------------------------------------

WEAK_PULSES = AnyOf(Present("absent_or_reduced_pedal_pulses"), Present("reduced_femoral_or_popliteal_pulse"))
"""In the foot, behind the knee or in the groin."""

NO_ARTERIAL_SIGNAL = Absent("arterial_doppler_audible")
"""Doppler was tried, and no artery was heard. Doppler that was not done says nothing."""

FEELING_LOST_BEYOND_TOES = Is("limb_sensory_loss_extent", ("beyond_toes", "profound"))

FOOT_WEAK_ON_EXAMINATION = Is("limb_motor_deficit", ("mild_moderate", "profound"))

# Clots. ---------------------------------------------------------------------------------------------------------------

PREVIOUS_CLOT = AnyOf(Present("previous_dvt"), Present("previous_pe"))
"""In a leg or in the lung."""

PREGNANT = AnyOf(Present("pregnant"), Measured("gestation_weeks", AtLeast(0)))
"""A recorded week of pregnancy tells of a pregnancy, even where nobody asked about one."""

PREGNANT_OR_JUST_DELIVERED = AnyOf(PREGNANT, Present("postpartum_6_weeks"))
"""The risk of a clot stays high for six weeks after birth."""

# Swelling of one calf. ------------------------------------------------------------------------------------------------

SWOLLEN_CALF = AnyOf(Present("calf_swelling"), Measured("calf_circumference_difference_cm", AtLeast(2)))
"""Seen by the person, or measured from 2 cm on: enough to ask for more, and to keep heat and hands off. Where swelling
speaks *against* a cause that has to be seen, it is ``CALF_SWOLLEN_LIKE_A_CLOT``."""

CALF_SWOLLEN_LIKE_A_CLOT = AnyOf(Present("calf_swelling"), Measured("calf_circumference_difference_cm", AtLeast(3)))
"""Swelling that raises the alert of a clot by itself: below 3 cm a measured difference raises none."""

SWOLLEN_LEG = AnyOf(
    Present("calf_swelling"),
    Present("entire_leg_swollen"),
    Measured("calf_circumference_difference_cm", AtLeast(2)),
)
"""Calf or whole leg, as it is seen, examined or measured from 2 cm on."""

HOT_OR_SWOLLEN_CALF = AnyOf(Present("skin_redness_warmth"), Present("calf_swelling"))
"""As the person tells it: what a clot and an infection have in common."""
