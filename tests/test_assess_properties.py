"""What holds for every record, and not just for the tested ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import presentations

from calf_expert import Assessment, Urgency, assess
from calf_expert.findings import FINDINGS, Kind

MANY = settings(max_examples=150)
ASKING = {"asks"}
GATED = {"massage", "local_heat"}


def conclusions_only(assessment: Assessment) -> dict[str, Any]:
    """The result without the places that repeat the answers as given."""
    data = assessment.model_dump(mode="json", exclude={"answers"})
    for part in (*data["alerts"], *data["trace"]):
        for premise in part["premises"]:
            premise.pop("answer")
    return data


@MANY
@given(presentations())
def test_every_valid_record_is_assessed_and_read_back_from_its_json(record: dict[str, Any]) -> None:
    result = assess(record)
    text = result.model_dump_json()
    assert Assessment.model_validate_json(text) == result
    assert Assessment.model_validate_json(text).model_dump_json() == text
    assert result.notice in " ".join(result.to_text().split())
    assert result.notice in " ".join(result.to_text(brief=True).split())


@MANY
@given(presentations(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(record: dict[str, Any], random: Any) -> None:
    shuffled = list(record.items())
    random.shuffle(shuffled)
    assert assess(dict(shuffled)).model_dump_json() == assess(**record).model_dump_json()


@MANY
@given(presentations())
def test_urgency_is_never_below_that_of_an_alert(record: dict[str, Any]) -> None:
    result = assess(record)
    assert all(alert.urgency <= result.urgency for alert in result.alerts)
    assert result.urgency_reasons


@MANY
@given(presentations())
def test_unknown_equals_not_asked_for_every_conclusion(record: dict[str, Any]) -> None:
    not_asked = {name: answer for name, answer in record.items() if answer != "unknown"}
    assert conclusions_only(assess(record)) == conclusions_only(assess(not_asked))


@MANY
@given(presentations())
def test_what_is_not_known_is_a_premise_of_questions_and_management_only(record: dict[str, Any]) -> None:
    for step in assess(record).trace:
        for premise in step.premises:
            if premise.kind == "answer" and premise.answer in (None, "unknown"):
                assert step.verb in {"asks", "cautions", "forbids", "offers"}, step.rule_id


@MANY
@given(presentations(), st.data())
def test_an_answer_more_never_takes_an_alert_back(record: dict[str, Any], data: st.DataObject) -> None:
    fewer = {name: answer for name, answer in record.items() if data.draw(st.booleans(), label=name)}
    before, after = assess(fewer), assess(record)
    assert {alert.id for alert in before.alerts} <= {alert.id for alert in after.alerts}
    assert after.urgency >= max((alert.urgency for alert in before.alerts), default=Urgency.SELF_CARE)


@MANY
@given(presentations())
def test_every_premise_is_an_answer_given_or_a_conclusion_drawn(record: dict[str, Any]) -> None:
    result = assess(record)
    concluded: set[str] = set()
    for step in result.trace:
        for premise in step.premises:
            if premise.kind == "answer":
                assert premise.answer == result.answers.get(premise.id)
            elif premise.kind == "concept":
                assert premise.id in concluded
        if step.verb == "concludes":
            concluded.update(step.concludes)


@MANY
@given(presentations())
def test_self_care_is_never_the_level_while_a_dangerous_cause_is_suspected(record: dict[str, Any]) -> None:
    result = assess(record)
    if result.urgency is Urgency.SELF_CARE:
        assert not result.alerts
        suspected = [c for c in result.conclusions if c.status.value in ("suspected", "confirmed")]
        assert [c.urgency for c in suspected] == [Urgency.SELF_CARE]


@settings(max_examples=300)
@given(presentations())
def test_massage_and_heat_are_advice_only_when_nothing_urgent_is_open(record: dict[str, Any]) -> None:
    result = assess(record)
    advised = {item.id for c in result.conclusions for item in c.management} & GATED
    if advised:
        assert result.urgency < Urgency.SAME_DAY
        for danger in ("calf_swelling", "skin_redness_warmth", "tense_hard_calf", "cold_limb", "leg_numbness_tingling"):
            assert record[danger] is False
        assert not {"deep_vein_thrombosis", "rhabdomyolysis", "cellulitis"} & {
            c.cause_id for c in result.conclusions if c.status.value in ("suspected", "confirmed")
        }


@MANY
@given(presentations())
def test_a_contraindicated_medicine_carries_its_contraindication_in_the_same_item(record: dict[str, Any]) -> None:
    for conclusion in assess(record).conclusions:
        for item in (*conclusion.management, *conclusion.withheld):
            assert (item.status == "contraindicated") == bool(item.contraindications)
            if item.kind.value in ("physical", "self_care") and item in conclusion.management:
                assert item.status in ("offered", "caution")


# An arterial signal that was sought and not heard is a finding, though it is recorded as a no.
@pytest.mark.parametrize(
    "name", [f.id for f in FINDINGS.values() if f.kind is Kind.BOOLEAN and f.id != "arterial_doppler_audible"]
)
def test_a_single_no_never_raises_an_alert_by_itself(name: str) -> None:
    assert not assess({name: False}).alerts
