"""From fired management statements to what may be said to this person: pure functions, no engine, no medicine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .assessment import ItemStatus, ManagementItem, OpenQuestion, SafetyNote
from .authoring.statements import Asks, Cautions, Forbids, Offers, Option, Statement
from .authoring.terms import PHYSICAL, SELF_CARE, OptionKind
from .findings import FINDINGS

_ADVICE: tuple[OptionKind, ...] = (PHYSICAL, SELF_CARE)


def manage(
    fired: Sequence[Statement], options: Mapping[str, Option]
) -> dict[str, tuple[tuple[ManagementItem, ...], tuple[ManagementItem, ...]]]:
    """By cause: what may be spoken of, and what is withheld."""
    offered: dict[str, list[ManagementItem]] = {}
    for statement in fired:
        if isinstance(statement, Offers):
            item = _item(statement, options[statement.option], fired)
            # Two grounds for one option are one item; the first ground is named.
            if all(item.id != other.id for other in offered.setdefault(statement.cause, [])):
                offered[statement.cause].append(item)
    return {
        cause: (tuple(i for i in items if not _withheld(i)), tuple(i for i in items if _withheld(i)))
        for cause, items in offered.items()
    }


def _withheld(item: ManagementItem) -> bool:
    # Advice that is not cleared is no advice. A medicine stays in sight, with what forbids it in the same item: the
    # person may have it at home, or read of it in the founding document.
    return item.kind in _ADVICE and item.status in ("contraindicated", "ask_first")


def _item(offer: Offers, option: Option, fired: Sequence[Statement]) -> ManagementItem:
    names = option.answers_to
    about = [s for s in fired if isinstance(s, (Forbids, Cautions, Asks)) and s.what in names]
    contraindications = tuple(_note(s, major=True) for s in about if isinstance(s, Forbids))
    cautions = tuple(_note(s, major=s.major) for s in about if isinstance(s, Cautions))
    questions: dict[str, OpenQuestion] = {}
    for s in about:
        if isinstance(s, Asks):
            questions.setdefault(
                s.about,
                OpenQuestion(finding=s.about, question=FINDINGS[s.about].question, because=s.because, rule_id=s.id),
            )
    status: ItemStatus
    if contraindications:
        status = "contraindicated"
    elif questions:
        status = "ask_first"
    elif cautions:
        status = "caution"
    else:
        status = "offered"
    return ManagementItem(
        id=option.id,
        name=option.name,
        kind=option.kind,
        status=status,
        listed_by=offer.grade.value,
        because=offer.because,
        guidance=option.guidance,
        contraindications=contraindications,
        cautions=cautions,
        ask_first=tuple(questions.values()),
        sources=tuple(dict.fromkeys((*offer.source, *option.source))),
        rule_id=offer.id,
    )


def _note(statement: Forbids | Cautions, *, major: bool) -> SafetyNote:
    return SafetyNote(
        rule_id=statement.id,
        because=statement.because,
        major=major,
        sources=statement.source,
        grade=statement.grade,
        verified=statement.verified,
    )
