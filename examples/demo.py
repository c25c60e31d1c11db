"""One case for each of the five causes the project began with, and one emergency. Run it with ``make demo``."""

import json
import textwrap
from pathlib import Path

import calf_expert as ce

CASES = Path(__file__).parent / "cases"
RULE = "=" * 92
INDENTED = {"initial_indent": "  - ", "subsequent_indent": "    "}

TITLES = {
    "1_sore_after_a_run": "A woman of 31, sore in both calves two days after her first long run",
    "2_cramps_and_tingling": "A woman of 52 with cramps and tingling after thyroid surgery",
    "3_shooting_down_the_leg": "A man of 41 whose pain shoots down the leg when he coughs, and who once had an ulcer",
    "4_eased_by_the_trolley": "A man of 74 whose legs ache on standing and ease when he leans on the trolley",
    "5_stiff_hands_in_the_morning": "A woman of 49 with swollen joints, stiff for an hour every morning",
    "6_numb_in_the_saddle": "A man of 38 with sciatica in both legs, numb where a saddle would touch",
}


def show_what_the_founding_document_names(conclusion: ce.Conclusion) -> None:
    """One line for each medicine or measure that the founding document names, and why it is not simply offered."""
    named = [i for i in (*conclusion.management, *conclusion.withheld) if i.listed_by == "founding_document"]
    if named:
        print("Named for it by the article this project began with, and how that stands for this person:")
    for item in named:
        notes = [note.because for note in (*item.contraindications, *item.cautions)]
        asked = [question.question for question in item.ask_first]
        why = f" {notes[0]}" if notes else f" {asked[0]}" if asked else ""
        print(textwrap.fill(f"{item.name}: {item.status.replace('_', ' ')}.{why}", 92, **INDENTED))
    if named:
        print()


def main() -> None:
    """Print the cases, and one proof."""
    for name, title in TITLES.items():
        record = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
        print(f"{RULE}\n{title}\n{RULE}")
        assessment = ce.assess(record)
        print(assessment.to_text(brief=True))
        show_what_the_founding_document_names(assessment.conclusions[0])

    print(f"{RULE}\nHow the fourth case was decided, down to the answers\n{RULE}")
    record = json.loads((CASES / "4_eased_by_the_trolley.json").read_text(encoding="utf-8"))
    print(ce.assess(record).how("lumbar_spinal_stenosis"))
    print("\nMore: .venv/bin/calf-expert assess examples/cases/3_shooting_down_the_leg.json")


if __name__ == "__main__":
    main()
