"""The result as an object: what it shows, what it refuses, what it survives."""

from __future__ import annotations

import copy
import pickle

import pytest
from tests import toy

import calf_expert as ce
from calf_expert.reasoning import Reasoner

RECORD = {"age_years": 74.25, "calf_pain": True, "saddle_numbness": True, "relief_by_bending_forward": True}


def test_parts_print_without_the_answers_they_rest_on() -> None:
    result = ce.assess(RECORD)
    for part in (result, *result.alerts, *result.conclusions, *result.trace, *result.trace[0].premises):
        assert "74.25" not in repr(part)
        assert "yes" not in repr(part)


def test_a_result_survives_pickling_and_copying() -> None:
    result = ce.assess(RECORD)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - made one line above
    assert copy.deepcopy(result) == result


@pytest.mark.parametrize("record", [{}, RECORD, {"calf_pain": False, "age_years": 40, "cold_limb": "unknown"}])
def test_a_result_that_was_not_validated_is_what_validation_makes_of_it(record) -> None:
    result = ce.assess(record)
    again = ce.Assessment.model_validate(result.model_dump())
    assert again == result
    assert again.model_fields_set == result.model_fields_set
    assert again.model_dump_json() == result.model_dump_json()


def test_rules_and_errors_survive_pickling_and_copying() -> None:
    for rule in ce.rules():
        assert copy.deepcopy(rule) == rule
        assert pickle.loads(pickle.dumps(rule.when)) == rule.when  # noqa: S301 - made one line above
    with pytest.raises(ce.UnknownIdError) as caught:
        ce.assess().how("lumbar_stenosis")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made one line above
    assert str(again) == str(caught.value)
    assert again.did_you_mean == "lumbar_spinal_stenosis"


def test_a_proof_read_back_from_json_is_the_same() -> None:
    result = ce.assess(RECORD)
    again = ce.Assessment.model_validate_json(result.model_dump_json())
    for subject in ("lumbar_spinal_stenosis", "rf_cauda_equina"):
        assert again.how(subject).to_text() == result.how(subject).to_text()


def test_a_result_knows_its_reasoner_and_is_the_same_without_it():
    known = toy.knowledge(toy='CAUSE = Cause()\nRULES = (supports("s", when=[Present("calf_pain")], strength=WEAK),)')
    mine = Reasoner(known)
    result = mine.assess(ce.Presentation(calf_pain=True))
    again = ce.Assessment.model_validate_json(result.model_dump_json())
    assert again == result
    assert result.reasoner is mine
    assert copy.deepcopy(result).reasoner is mine
    pickled = pickle.dumps(result)
    assert b"Reasoner" not in pickled
    assert pickle.loads(pickled) == result  # noqa: S301 - made a line above
    with pytest.raises(ce.OtherKnowledgeError, match="assess the person anew"):
        assert again.reasoner


def test_a_result_of_the_library_that_was_read_back_is_asked_again():
    result = ce.assess(RECORD)
    again = ce.Assessment.model_validate_json(result.model_dump_json())
    assert again.reasoner is result.reasoner


def test_weighing_alone_gives_the_same_urgency_and_ranking():
    result = ce.assess(RECORD)
    weighed = result.reasoner.weigh(ce.Presentation(**RECORD).known)
    assert weighed.urgency == result.urgency
    assert [standing.cause.id for standing in weighed.standings] == [c.cause_id for c in result.conclusions]


def test_a_result_reckons_the_scores():
    result = ce.assess(**RECORD, calf_circumference_difference_cm=3.0, active_cancer=True)
    scores = {one.score_id: one for one in result.scores}
    assert set(scores) <= {score.id for score in ce.scores()}
    wells = scores["wells_dvt_2"]
    assert (wells.min, wells.class_id) == (0, None)
    assert wells.working is not None
    assert wells.working.min == 2
    again = ce.Assessment.model_validate_json(result.model_dump_json())
    assert again.scores == result.scores
    assert ce.assess().scores
