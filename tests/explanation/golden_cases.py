"""The two toy cases whose explanations are kept word for word, and how to write them anew.

    python -m tests.explanation.golden_cases

Toy knowledge, so that a change of the medicine is no change of these texts.
"""

from __future__ import annotations

from pathlib import Path

from tests import toy

HERE = Path(__file__).parent / "golden" / "proofs"

SPINE = """
CAUSE = Cause(name="Narrow spine", commonness=FAIRLY_COMMON, urgency=Urgency.WITHIN_DAYS)
OPTIONS = (Option(id="bicycle", name="Cycling", kind=PHYSICAL, families=("exercise",)),)
RULES = (
    concludes("sitting_settles_it", concept="posture",
              when=[Present("worse_on_standing"), Present("relief_by_sitting")],
              because="Pain that comes upright and goes on sitting starts in the spine."),
    supports("the_pattern_is_there", when=[Concluded("posture"), NotConcluded("starved_leg")], strength=STRONG,
             group="posture", because="What brings it on and what eases it fit together."),
    supports("bending_forward_eases", when=[Present("relief_by_bending_forward")], lr=6.4, ci=(4.1, 9.9),
             group="posture", because="Bending forward opens the canal.", verified=True),
    supports("the_person_is_over_65", when=[Measured("age_years", MoreThan(65))], lr=2.5, ci=(1.4, 4.2),
             because="The canal narrows with wear."),
    weakens("only_one_leg_hurts", when=[Absent("bilateral_leg_pain")], lr=0.54,
            because="A narrow canal often troubles both legs."),
    offers("cycling", option="bicycle", when=[Suspected("spine")], because="Cycling bends the back forward."),
    forbids("the_calf_is_swollen", what="exercise", when=[Present("calf_swelling")], because="It may be a clot."),
    *asks_before("bicycle", about=["foot_drop", "chest_pain_new"], because="A weak foot slips off the pedal."),
)
"""
ARTERY = """
CAUSE = Cause(name="Narrow artery", commonness=COMMON, urgency=Urgency.SAME_DAY, open_until="The ankle is measured.")
RULES = (
    concludes("cold_and_pale", concept="starved_leg", when=[Present("cold_limb"), Present("pale_or_mottled_limb")],
              because="A cold and pale leg gets too little blood."),
    supports("walking_brings_it", when=[Present("intermittent_claudication")], strength=STRONG,
             because="Walking asks for blood that cannot come."),
    supports("the_leg_is_starved", when=[Concluded("starved_leg")], strength=STRONG, because="The leg is starved."),
    supports("age_narrows", when=[Measured("age_years", AtLeast(60))], strength=WEAK, because="Age narrows arteries."),
    weakens("standing_is_worse", when=[Present("worse_on_standing")], strength=MODERATE,
            because="Standing rests an artery."),
    confirms("the_ankle_is_measured", when=[Measured("abi", AtMost(0.9))],
             because="Little pressure reaches the ankle."),
    alerts("cold_and_numb", flag="rf_starved_leg", suspects=["artery"], when=[Concluded("starved_leg"),
           AnyOf(Present("leg_numbness_tingling"), Present("leg_weakness"))], because="The leg may die."),
)
"""
RECORDS: dict[str, dict[str, object]] = {
    "spine": {
        "age_years": 74,
        "worse_on_standing": True,
        "relief_by_sitting": True,
        "relief_by_bending_forward": True,
        "bilateral_leg_pain": False,
        "calf_swelling": False,
        "foot_drop": "unknown",
        "intermittent_claudication": False,
    },
    "artery": {"cold_limb": True, "pale_or_mottled_limb": True, "leg_weakness": True, "calf_swelling": "unknown"},
}


def texts() -> dict[str, str]:
    """Every kept text by the name of its file."""
    reasoner = toy.reasoner(spine=SPINE, artery=ARTERY)
    found: dict[str, str] = {}
    for name, record in RECORDS.items():
        result = toy.assessed(reasoner, **record)
        other = "artery" if name == "spine" else "spine"
        for subject in (name, "urgency", *(alert.id for alert in result.alerts)):
            proof = result.how(subject)
            for depth in ("one_line", "short", "full"):
                found[f"{name}.how_{subject}.{depth}.txt"] = f"{proof.to_text(depth=depth)}\n"
        if name == "spine":
            found["spine.how_bicycle.full.txt"] = f"{result.how('bicycle')}\n"
        found[f"{name}.mmd"] = result.how(name).to_mermaid()
        found[f"{name}.why_not_{other}.txt"] = result.why_not(other).to_text()
        found[f"{name}.why_over_{other}.txt"] = result.why(name, over=other).to_text()
    return found


def main() -> None:
    """Write them."""
    HERE.mkdir(parents=True, exist_ok=True)
    for old in HERE.iterdir():
        old.unlink()
    for name, text in texts().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
