"""One case for each of the five causes the project began with, and one emergency. Run it with ``make demo``."""

import json
from pathlib import Path

import calf_expert as ce

CASES = Path(__file__).parent / "cases"
RULE = "=" * 92

TITLES = {
    "1_sore_after_a_run": "A woman of 31, sore in both calves two days after her first long run",
    "2_cramps_and_tingling": "A woman of 52 with cramps and tingling after thyroid surgery",
    "3_shooting_down_the_leg": "A man of 41 whose pain shoots down the leg when he coughs, and who once had an ulcer",
    "4_eased_by_the_trolley": "A man of 74 whose legs ache on standing and ease when he leans on the trolley",
    "5_stiff_hands_in_the_morning": "A woman of 49 with swollen joints, stiff for an hour every morning",
    "6_numb_in_the_saddle": "A man of 38 with sciatica in both legs, numb where a saddle would touch",
}


def main() -> None:
    """Print the cases, and one proof."""
    for name, title in TITLES.items():
        record = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
        print(f"{RULE}\n{title}\n{RULE}")
        print(ce.assess(record).to_text(brief=True))

    print(f"{RULE}\nHow the fourth case was decided, down to the answers\n{RULE}")
    record = json.loads((CASES / "4_eased_by_the_trolley.json").read_text(encoding="utf-8"))
    print(ce.assess(record).how("lumbar_spinal_stenosis"))
    print("\nMore: .venv/bin/calf-expert assess examples/cases/3_shooting_down_the_leg.json")


if __name__ == "__main__":
    main()
