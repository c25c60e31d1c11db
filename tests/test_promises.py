"""What the library promises in its README and its design, each line of it tried."""

from __future__ import annotations

import json
import operator
import re
from pathlib import Path

import pytest

import calf_expert as ce
from calf_expert.authoring.statements import Alerts

FOUNDING = {
    "lactic_acid_buildup": {
        "calf_pain": True,
        "unaccustomed_exercise_recent": True,
        "delayed_onset_24_72h": True,
        "muscle_soreness_on_use_or_touch": True,
    },
    "calcium_deficiency": {
        "calf_pain": True,
        "muscle_cramps": True,
        "cramps_widespread": True,
        "perioral_or_finger_tingling": True,
        "carpopedal_spasm": True,
        "low_dietary_calcium": True,
        "vitamin_d_deficiency_risk": True,
    },
    "lumbar_disc_herniation": {
        "calf_pain": True,
        "age_years": 42,
        "low_back_pain": True,
        "radiating_leg_pain": True,
        "leg_numbness_tingling": True,
        "leg_pain_worse_than_back": True,
        "pain_worse_cough_sneeze": True,
    },
    "lumbar_spinal_stenosis": {
        "calf_pain": True,
        "age_years": 74,
        "pain_on_walking": True,
        "worse_on_standing": True,
        "relief_by_sitting": True,
        "relief_by_bending_forward": True,
    },
    "rheumatoid_arthritis": {
        "calf_pain": True,
        "joint_pain": True,
        "joint_swelling": True,
        "symmetrical_small_joint_involvement": True,
        "morning_stiffness_minutes": 60,
        "reduced_joint_mobility": True,
    },
}


@pytest.mark.parametrize("cause", FOUNDING)
def test_a_plain_textbook_presentation_puts_its_founding_cause_first(cause: str) -> None:
    first = ce.assess(FOUNDING[cause]).conclusions[0]
    assert first.cause_id == cause
    assert first.likelihood in (ce.Likelihood.LIKELY, ce.Likelihood.VERY_LIKELY)


def test_with_nothing_but_calf_pain_no_cause_stands_out_and_the_urgency_is_routine() -> None:
    result = ce.assess(calf_pain=True)
    assert result.urgency == "routine"
    assert not result.alerts
    assert {c.likelihood for c in result.conclusions} <= {
        ce.Likelihood.POSSIBLE,
        ce.Likelihood.UNLIKELY,
        ce.Likelihood.VERY_UNLIKELY,
    }


def test_with_nothing_known_it_says_which_dangerous_causes_are_open_and_what_to_ask() -> None:
    result = ce.assess()
    assert result.urgency == "routine"
    still_open = [c for c in result.conclusions if c.status is ce.Status.NOT_EXCLUDED]
    assert "deep_vein_thrombosis" in {c.cause_id for c in still_open}
    assert all(c.open_until and c.not_asked for c in still_open)


def test_a_numb_saddle_is_an_emergency() -> None:
    result = ce.assess(calf_pain=True, saddle_numbness=True)
    assert result.urgency == "emergency"
    assert "cauda_equina_syndrome" in result.alerts[0].suspects
    assert result.conclusions[0].cause_id == "cauda_equina_syndrome"


def test_a_swollen_tender_calf_after_surgery_is_seen_today_and_never_massaged_or_heated() -> None:
    result = ce.assess(
        calf_pain=True,
        calf_swelling=True,
        calf_muscle_tenderness=True,
        major_surgery_12w=True,
        unaccustomed_exercise_recent=True,
        muscle_soreness_on_use_or_touch=True,
        delayed_onset_24_72h=True,
    )
    assert result.urgency >= "same_day"
    assert {"massage", "local_heat"}.isdisjoint(item.id for c in result.conclusions for item in c.management)
    withheld = {item.id: item for c in result.conclusions for item in c.withheld}
    assert withheld["massage"].contraindications
    assert withheld["local_heat"].contraindications


def test_a_misspelt_finding_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ce.PresentationError, match="relief_by_bending_forward"):
        ce.assess(eased_by_bending_foward=True)  # type: ignore[call-arg]  # the slip that is tested


def test_a_record_and_keywords_together_are_a_type_error() -> None:
    with pytest.raises(TypeError, match="not both"):
        ce.assess({"calf_pain": True}, age_years=74)


def test_a_result_is_told_from_a_record() -> None:
    result = ce.assess(calf_pain=True)
    with pytest.raises(ce.PresentationError, match=r"This is a result, not a record\. The record .* in its `answers`"):
        ce.assess(result)  # type: ignore[arg-type]  # the slip that is tested
    assert ce.assess(result.answers) == result


def test_a_record_may_be_a_model_a_mapping_or_keywords() -> None:
    record = {"age_years": 74, "relief_by_bending_forward": True, "saddle_numbness": False}
    ways = [ce.assess(ce.Presentation(**record)), ce.assess(record), ce.assess(**record)]
    assert len({way.model_dump_json() for way in ways}) == 1


def test_every_medicine_of_the_founding_document_is_listed_as_its_own_with_guidance_beside_it() -> None:
    founding = {
        "lumbar_disc_herniation": {"aspirin_enteric_coated", "meloxicam", "mecobalamin"},
        "lumbar_spinal_stenosis": {"betamethasone", "hydrocortisone_acetate", "dexamethasone_acetate"},
        "rheumatoid_arthritis": {"piroxicam", "nabumetone", "celecoxib"},
    }
    for cause, medicines in founding.items():
        items = {item.id: item for item in ce.assess(FOUNDING[cause]).conclusion(cause).management}
        assert medicines <= items.keys()
        for medicine in medicines:
            assert items[medicine].listed_by == "founding_document"
            assert items[medicine].guidance
            assert items[medicine].status != "offered", "nothing of this person's safety was asked"


def test_what_is_not_known_and_matters_for_a_medicine_is_asked() -> None:
    management = ce.assess(FOUNDING["rheumatoid_arthritis"]).conclusion("rheumatoid_arthritis").management
    celecoxib = next(item for item in management if item.id == "celecoxib")
    asked = {question.finding for question in celecoxib.ask_first}
    assert {"aspirin_nsaid_hypersensitivity", "gi_bleed_or_ulcer_history", "pregnant"} <= asked


def test_the_result_names_the_knowledge_it_came_from() -> None:
    used = ce.assess().knowledge
    assert used.version
    assert len(used.sha256) == 64


def test_the_notice_is_in_every_rendering() -> None:
    result = ce.assess(FOUNDING["lumbar_spinal_stenosis"])
    assert ce.NOTICE in json.loads(result.model_dump_json())["notice"]
    for text in (result.to_text(), result.to_text(brief=True), result.how("lumbar_spinal_stenosis").to_text()):
        assert ce.NOTICE in " ".join(text.split())


def test_printed_a_result_shows_nothing_of_the_person() -> None:
    assert repr(ce.assess(calf_pain=True)) == str(ce.assess(calf_pain=True))
    assert "calf" not in repr(ce.assess(calf_pain=True))


def test_the_knowledge_is_data_with_ids() -> None:
    for items in (ce.causes(), ce.findings(), ce.rules(), ce.sources(), ce.options()):
        identifiers = [item.id for item in items]
        assert identifiers
        assert len(set(identifiers)) == len(identifiers)


def test_no_doses_are_given() -> None:
    for option in ce.options():
        # Calcium in food is a figure about food; anything else in milligrams would be a dose.
        text = option.guidance if option.id != "calcium_rich_food" else ""
        assert not re.search(r"\d\s*(mg|g|micrograms?|ml|tablets?|units?)\b", text), option.id


def test_no_probability_is_printed() -> None:
    text = ce.assess(FOUNDING["lumbar_spinal_stenosis"]).to_text()
    assert "probab" not in text.lower()


def test_an_unknown_cause_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ce.UnknownIdError, match="lumbar_spinal_stenosis"):
        ce.assess().how("lumbar_stenosis")


@pytest.mark.parametrize("level", ["sameday", "EMERGENCY", ""])
def test_an_urgency_is_never_compared_with_a_misspelt_one(level: str) -> None:
    urgency = ce.assess(calf_pain=True).urgency
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(ValueError, match="no such urgency"):
            compare(urgency, level)


def test_the_readme_counts_what_there_is() -> None:
    # It may lag behind: a cause is added by its file and its vignettes alone. It never promises more than there is.
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    there_are = {
        "causes": len(ce.causes()),
        "red flags": len({rule.flag for rule in ce.rules() if isinstance(rule, Alerts)}),
        "published scores": len(ce.scores()),
        "medicines": sum(option.kind is ce.OptionKind.MEDICINE for option in ce.options()),
    }
    for what, count in there_are.items():
        told = re.search(rf"(\d+)\s+{what}", readme)
        assert told is not None, what
        assert count - 3 <= int(told[1]) <= count, what
    assert sum(cause.dangerous for cause in ce.causes()) >= 14, "Fourteen, says the README"
