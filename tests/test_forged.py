"""A result that was read back may hold anything: saying what stands there never fails but with an error of ours."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel
from tests.checking.mutating import changed, mutants, plain, some_places

import calf_expert as ce

MADE = ce.assess(calf_pain=True, calf_swelling=True, age_years=74, statin_use=True, leg_weakness="unknown")
CANARY = "CANARY {7f3a}"
DVT, STENOSIS = "deep_vein_thrombosis", "lumbar_spinal_stenosis"
OPTION = MADE.conclusion(DVT).management[0].id

TOLD = {
    "text": lambda result: result.to_text(),
    "in brief": lambda result: result.to_text(brief=True),
    "patient": lambda result: result.to_text(register="patient"),
    "carer": lambda result: result.to_markdown(about="other"),
    "clinician": lambda result: result.to_html(register="clinician"),
    "sentences": lambda result: result.sentences(register="clinician"),
    "in Jupyter": lambda result: result._repr_mimebundle_(),
    "derivation": lambda result: result.derivation,
    "how": lambda result: result.how("urgency").to_text(),
    "how, of a cause": lambda result: (result.how(DVT).to_html(), result.how(DVT).to_mermaid()),
    "how, of an option": lambda result: result.how(OPTION),
}
ASKED = {
    "why_not": lambda result: result.why_not(STENOSIS).to_text(),
    "why": lambda result: result.why(DVT, over=STENOSIS).to_text(),
    "what_if": lambda result: result.what_if(calf_swelling=None).to_text(),
    "could_raise_urgency": lambda result: result.could_raise_urgency("patient"),
    "not_excluded": lambda result: result.not_excluded,
    "scores": lambda result: result.scores,
}


def read(data: Any, model: type[BaseModel] = ce.Assessment) -> Any:
    """What was forged; ``None`` if it cannot even be read."""
    try:
        return model.model_validate_json(json.dumps(data))
    except ce.ReadBackError:
        return None


def failure(ask: Callable[[Any], object], forged: Any) -> ce.CalfExpertError | None:
    """The error of ours with which a forged result is refused, if it is; any other is not caught."""
    try:
        ask(forged)
    except ce.CalfExpertError as error:
        return error
    return None


def forgeries(made: BaseModel, of_each: int) -> dict[str, Any]:
    """What was made, with one text or list of each sort changed to what there is not."""
    tree = json.loads(made.model_dump_json())
    found = {}
    for path, value in some_places(tree, of_each):
        if value and isinstance(value, (str, list)):
            new: str | list[str] = CANARY if isinstance(value, str) else []
            found["/".join(map(str, path))] = read(changed(tree, path, lambda _, new=new: new), type(made))
    return {where: forged for where, forged in found.items() if forged is not None}


FORGED = forgeries(MADE, 2)


@pytest.mark.parametrize("way", TOLD)
def test_a_forged_result_is_told_as_it_stands_or_refused_with_one_error(way):
    failures = {where: failure(TOLD[way], forged) for where, forged in FORGED.items()}
    refused = {where: error for where, error in failures.items() if error is not None}
    # Where the cause, or the option, that is asked for was what was forged, there is no such thing.
    allowed = (ce.DerivationError, ce.UnknownIdError) if way.startswith("how, of") else ce.DerivationError
    assert [where for where, error in refused.items() if not isinstance(error, allowed)] == []
    assert [where for where, error in refused.items() if "CANARY" in str(error) or error.__context__] == []
    assert len(refused) < len(FORGED) / 2
    assert refused or way in ("text", "in brief")


@pytest.mark.parametrize("way", ASKED)
def test_a_question_to_a_forged_result_fails_with_no_other_error_than_ours(way):
    for where in random.Random(1).sample(list(FORGED), 15):  # noqa: S311 - the same each time
        assert "CANARY" not in str(failure(ASKED[way], FORGED[where])), where


def test_mutants_of_a_result_are_told_or_refused_too():
    tree = plain(MADE)
    drawn = random.Random(2).sample(list(mutants(tree, some_places(tree, 1))), 80)  # noqa: S311 - the same each time
    for what, mutant in drawn:
        for tell in TOLD.values():
            error = failure(tell, forged) if (forged := read(mutant)) else None
            assert error is None or isinstance(error, (ce.DerivationError, ce.UnknownIdError)), what


def test_none_of_them_is_accepted():
    for where in random.Random(3).sample(list(FORGED), 40):  # noqa: S311 - the same each time
        assert not ce.check(FORGED[where]), where


def test_a_lowered_urgency_is_told_as_it_stands_and_the_check_sees_it():
    forged = read({**plain(MADE), "urgency": "self_care"})
    assert forged.to_text().startswith("URGENCY: SELF CARE")
    assert "self-care" in forged.to_markdown().lower()
    with pytest.raises(ce.DerivationError, match="does not set the urgency"):
        forged.how(DVT)
    (problem, *_) = ce.check(forged).problems
    assert (problem.where, problem.expected) == ("urgency", "expected `same_day`")


def test_a_finding_of_a_later_version_is_passed_over():
    tree = plain(MADE)
    tree["knowledge"] = {"version": "9.0.0", "sha256": "0" * 64}
    for conclusion in tree["conclusions"]:
        conclusion["not_asked"] = ["a_finding_of_later", *conclusion["not_asked"]]
    later = read(tree)
    assert "a_finding_of_later" not in later.to_text()
    assert "WORTH ASKING" in later.to_text().upper()
    for register in ("patient", "clinician"):
        assert later.to_text(register=register)


@pytest.mark.parametrize("version", [CANARY, "x" * 1_000_000])
def test_a_forged_version_is_not_repeated(version):
    tree = plain(MADE)
    tree["knowledge"] = {"version": version, "sha256": "0" * 64}
    with pytest.raises(ce.OtherKnowledgeError) as caught:
        read(tree).is_settled()
    assert "CANARY" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("made", "tell"),
    [
        (MADE.how(DVT), lambda proof: proof.to_mermaid()),
        (MADE.how(DVT), lambda proof: proof._repr_mimebundle_()),
        (MADE.why(DVT, over=STENOSIS), lambda contrast: contrast.to_text()),
    ],
)
def test_forged_proofs_and_contrasts_are_told_or_refused_too(made, tell):
    failures = [failure(tell, forged) for forged in forgeries(made, 3).values()]
    assert {type(error) for error in failures} == {type(None), ce.DerivationError}
