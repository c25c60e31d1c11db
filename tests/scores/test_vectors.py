"""Every test vector of the evidence dossier, through the calculator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from calf_expert import ScoreResult, score
from calf_expert.authoring import YesNo
from calf_expert.catalogue import load

VECTORS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("vectors.yaml").read_text(encoding="utf-8")
)
CASES = [pytest.param(name, vector, id=vector["id"]) for name, vectors in VECTORS.items() for vector in vectors]

# Vectors are about people whom the score is for; these items say so, and the dossier does not repeat them.
FOR_THEM = {
    "left_pregnancy_dvt": {"pregnant": True},
    "perc": {"low_probability": True},
    "alt70": {"red_leg": True},
    "sams_ci": {"statin": True},
}
# The dossier counts the items of DN4; here each is an item.
INTERVIEW = ("burning", "painful_cold", "electric_shocks", "tingling", "pins_and_needles", "numbness", "itching")
EXAMINATION = ("touch_hypoaesthesia", "pinprick_hypoaesthesia", "pain_on_brushing")
SAYS_THE_VALUE = ("score", "positives", "count", "abi", "corrected", "ratio", "delta")
NO_TYPE, NO_GRADE = "no_type", "no_grade"


def items_of(name: str, vector: dict[str, Any]) -> dict[str, Any]:
    """The items of a vector in the keys of the score: what is listed, and every yes or no that is not is absent."""
    given = dict(vector["in"])
    unknown = list(vector.get("unknown", ()))
    if name == "dn4":
        asked, examined = given.pop("interview"), given.pop("exam")
        given |= {key: place < asked for place, key in enumerate(INTERVIEW)}
        if examined is None:
            unknown += EXAMINATION
        else:
            given |= {key: place < examined for place, key in enumerate(EXAMINATION)}
    if "sites" in given:
        given |= dict.fromkeys(set(given.pop("sites")) & {"calf", "thigh", "buttock"}, True)
    if "serology" in unknown:
        unknown = ["rf", "acpa"]
    yes_or_no = [item.key for item in load().scores[name].inputs if isinstance(item, YesNo)]
    absent = dict.fromkeys([key for key in yes_or_no if key not in unknown], False)
    listed = {key: bool(value) if key in yes_or_no else value for key, value in given.items()}
    return absent | FOR_THEM.get(name, {}) | listed


def check(result: ScoreResult, out: dict[str, Any]) -> None:
    """Hold a result against what a vector expects; every word of it is read."""
    for key, wanted in out.items():
        if key in SAYS_THE_VALUE:
            assert (result.score, result.min, result.max) == (wanted, wanted, wanted)
        elif key in ("min", "max"):
            assert getattr(result, key) == wanted
        elif key in ("class", "class2"):
            assert result.reads == wanted
        elif key == "class3":
            assert result.readings["three_level"] == wanted
        elif key == "grade":
            assert result.readings["grade"] == f"grade_{wanted}"
        elif key == "type":
            assert result.readings["type"] == wanted
        elif key in ("a", "b"):
            assert result.measures[key].min == result.measures[key].max == wanted
        elif key == "aki_risk":
            assert result.readings["aki_risk"] == ("aki_risk" if wanted else "no_aki_risk")
        else:
            assert key == "quartile_prevalence", f"nothing reads {key}"
            quarter = result.readings["quartile"]
            means = {one.id: one.means for one in load().scores[result.score_id].every_class}
            assert means[quarter or ""].startswith(f"{wanted}% had")


@pytest.mark.parametrize(("name", "vector"), CASES)
def test_vector(name: str, vector: dict[str, Any]) -> None:
    check(score(name, items_of(name, vector)), vector["out"])


def test_every_score_has_vectors_and_they_reach_every_class_of_its_own() -> None:
    scores = load().scores
    assert set(VECTORS) == set(scores)
    for name, vectors in VECTORS.items():
        if name == "sugioka_lss":
            continue  # the dossier names its cut-offs and puts no class into its vectors
        reached = {vector["out"].get("class", vector["out"].get("class2")) for vector in vectors}
        assert reached >= {one.id for one in scores[name].classes}, name


def test_there_are_as_many_vectors_as_in_the_dossier() -> None:
    assert len(CASES) == 244
    assert len({case.id for case in CASES}) == 244
