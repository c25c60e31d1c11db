"""The name that was probably meant: for a finding in a record, and for any name in the knowledge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

_LONGEST = 80
_LIKE_AN_ID = re.compile(r"\w[\w.: -]{0,99}")
_WORDS_ENOUGH = 0.34
_SAME_WORD = 0.75
_SAME_STEM = 0.6


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` nearest to ``name``, or ``None`` if nothing is near.

    A slip of the fingers comes first: one or two letters added, dropped, changed or swapped, though a name that was
    begun and not finished comes before two wrong letters. Otherwise the names are compared word by word, so that a name
    which says the right thing in other words is found too. The answer depends on the two arguments alone, and not on
    the order of ``known``.
    """
    if len(name) > _LONGEST:
        return None
    candidates = sorted(set(known))
    wanted = _plain(name)
    return _by_letters(wanted, candidates) or _by_words(wanted, candidates)


def like_an_id(name: str) -> bool:
    """Whether a text has the form of an id or of a name, and so may be repeated; a record by mistake has not."""
    return _LIKE_AN_ID.fullmatch(name) is not None


def repeated(name: str) -> str:
    """A name as an error repeats it, if it has the form of one."""
    return f"`{name}`" if like_an_id(name) else "a name that is none"


def _plain(name: str) -> str:
    """``CalfPain``, ``calf-pain`` and ``calf pain`` all become ``calf_pain``."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[\W_]+", "_", parted).strip("_").lower()


def _by_letters(wanted: str, candidates: list[str]) -> str | None:
    squeezed = wanted.replace("_", "")
    letters = Counter(squeezed)
    found: list[tuple[int, int, float, str]] = []
    for candidate in candidates:
        target = _plain(candidate)
        shut = target.replace("_", "")
        # Two slips are forgiven in a long name, but not where a word came or went: `_cm` is more than two letters.
        limit = 2 if len(shut) >= 6 and wanted.count("_") == target.count("_") else 1
        if abs(len(shut) - len(squeezed)) > limit or len(shut) <= limit:
            continue
        # The letters alone bound the distance from below, and cost far less than the distance itself.
        if sum(abs(difference) for difference in _difference(letters, Counter(shut))) > 2 * limit:
            continue
        apart = distance(wanted, target)
        least = min(apart, distance(squeezed, shut))
        if least <= limit:
            found.append((least, apart, -_alike(wanted, target), candidate))
    if found and min(found)[0] == 2:
        begun = [candidate for candidate in candidates if _plain(candidate).replace("_", "").startswith(squeezed)]
        if begun:
            return min(begun, key=lambda candidate: (len(candidate), candidate))
    return min(found)[-1] if found else None


def _difference(one: Counter[str], other: Counter[str]) -> list[int]:
    return [one[letter] - other[letter] for letter in one.keys() | other.keys()]


def _by_words(wanted: str, candidates: list[str]) -> str | None:
    shared = {candidate: _shared(wanted.split("_"), _plain(candidate).split("_")) for candidate in candidates}
    most = max(shared.values(), default=0.0)
    if most < _WORDS_ENOUGH:
        return None
    best = (candidate for candidate in candidates if shared[candidate] == most)
    return min(best, key=lambda candidate: (-_alike(wanted, _plain(candidate)), candidate))


def _shared(asked: list[str], offered: list[str]) -> float:
    """How much of the words is common to both, from 0 to 1.

    This is Tversky's index: a word that was written and is missing counts twice as much as one that was not written.
    """
    left = list(offered)
    common = missing = 0.0
    for position, word in enumerate(asked):
        likeness, match = max(((_same_word(word, other), other) for other in left), default=(0.0, ""))
        weight = _weight(word)
        if position and position == len(asked) - 1 and _is_short(word):
            # A short last word is a unit. Somebody who writes `_cm` wants a measurement: one in this unit of the same
            # thing is best, one in another unit will do, and one that is no measurement is far off.
            same_thing = _same_word(asked[0], offered[0])
            weight = 2.0 if (same_thing if likeness else not _is_short(offered[-1])) else weight
        if likeness:
            left.remove(match)
        common += weight * likeness
        missing += weight * (1 - likeness)
    return common / (common + missing + 0.5 * sum(map(_weight, left))) if common else 0.0


def _is_short(word: str) -> bool:
    return len(word) <= 3


def _weight(word: str) -> float:
    return 0.5 if _is_short(word) else 1.0


def _same_word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    # The first letter is seldom the wrong one, and asking for it keeps `gender` from being taken for `tender`.
    if one[:1] != other[:1] or min(len(one), len(other)) < 4:
        return 0.0
    stem = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if stem >= max(4, _SAME_STEM * min(len(one), len(other))):
        return 0.9
    likeness = _alike(one, other)
    return likeness if likeness >= _SAME_WORD else 0.0


def _alike(one: str, other: str) -> float:
    # SequenceMatcher is not symmetric; a fixed order keeps the answer the same either way.
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with a neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
