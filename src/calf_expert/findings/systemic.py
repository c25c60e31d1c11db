"""How the whole person is."""

from ._declaration import EXTENDED, FindingGroup, YesNo, yes_no


class Systemic(FindingGroup):
    """How the whole person is."""

    fever_or_rigors: YesNo = yes_no(
        "Fever, chills or shivering",
        ask="Have you had a fever, chills or shaking?",
    )
    feels_very_unwell_or_confused: YesNo = yes_no(
        "Very unwell, faint or confused",
        ask="Do you feel very unwell, faint, drowsy or confused?",
    )
    weight_loss_unintentional: YesNo = yes_no(
        "Unintentional weight loss",
        ask="Have you lost weight without trying?",
    )
    night_sweats: YesNo = yes_no(
        "Drenching night sweats",
        ask="Do you have drenching night sweats?",
        tier=EXTENDED,
    )
    fatigue: YesNo = yes_no(
        "Marked tiredness",
        ask="Are you more tired than you should be?",
        tier=EXTENDED,
    )
    hypothyroid_symptoms: YesNo = yes_no(
        "Cold intolerance, weight gain, dry skin or constipation",
        ask="Do you feel the cold, have dry skin, constipation or unexplained weight gain?",
    )
    dark_urine: YesNo = yes_no(
        "Dark, cola-coloured urine",
        ask="Has your urine gone dark, like cola or strong tea?",
    )
    reduced_urine_output: YesNo = yes_no(
        "Passing much less urine",
        ask="Are you passing far less urine than usual?",
        tier=EXTENDED,
    )
    viral_illness_last_2_weeks: YesNo = yes_no(
        "Flu-like or viral illness in last 2 weeks",
        ask="Have you had flu, a cold or another viral illness in the last two weeks?",
    )
    refuses_to_walk_or_toe_walks: YesNo = yes_no(
        "Child refuses to walk or walks on tiptoe",
        ask="Is the child refusing to walk, or walking on tiptoe or stiff-legged?",
    )
    vomiting_diarrhoea_dehydration: YesNo = yes_no(
        "Vomiting, diarrhoea or dehydration",
        ask="Have you had vomiting or diarrhoea, or lost too much water?",
    )
    breathlessness_new: YesNo = yes_no(
        "New breathlessness",
        ask="Are you newly short of breath?",
    )
    chest_pain_new: YesNo = yes_no(
        "New chest pain",
        ask="Do you have new chest pain, especially on breathing in?",
    )
    haemoptysis: YesNo = yes_no(
        "Coughing up blood",
        ask="Have you coughed up blood?",
    )
    syncope: YesNo = yes_no(
        "Fainting or collapse",
        ask="Have you fainted or collapsed?",
    )
    skin_rash_dm: YesNo = yes_no(
        "Rash on eyelids or knuckles",
        ask="Is there a purple rash on the eyelids or a scaly rash on the knuckles?",
        tier=EXTENDED,
    )
    dysphagia: YesNo = yes_no(
        "Difficulty swallowing",
        ask="Is it hard to swallow?",
        tier=EXTENDED,
    )
    long_haul_travel_recent: YesNo = yes_no(
        "Long journey (over 4 h) in last 4 weeks",
        ask="In the last four weeks have you had a journey longer than about four hours?",
        tier=EXTENDED,
    )
