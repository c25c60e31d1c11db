"""The explanations of two cases, word for word. After a change on purpose: python -m tests.explanation.golden_cases."""

from tests.explanation.golden_cases import HERE, texts


def test_the_explanations_of_two_cases_are_word_for_word_as_kept():
    made = texts()
    kept = {path.name: path.read_text(encoding="utf-8") for path in HERE.iterdir()}
    assert made.keys() == kept.keys()
    for name, text in made.items():
        assert text == kept[name], name
