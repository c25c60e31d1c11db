"""From fired management statements to what may be said to this person: no engine, no medicine."""

from __future__ import annotations

from collections.abc import Sequence

from .assessment import ItemStatus, ManagementItem, OpenQuestion, SafetyNote
from .authoring.statements import Asks, Cautions, Forbids, Offers, Statement
from .authoring.terms import PHYSICAL, SELF_CARE, OptionKind
from .catalogue import Knowledge
from .findings import FINDINGS

_ADVICE: tuple[OptionKind, ...] = (PHYSICAL, SELF_CARE)


class Manager:
    """Puts together what came up for a person, and all that speaks against it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._options = knowledge.options
        self._notes = {s.id: _note(s) for s in knowledge.statements if isinstance(s, (Forbids, Cautions))}
        self._questions = {s.id: _question(s) for s in knowledge.statements if isinstance(s, Asks)}

    def manage(
        self, fired: Sequence[Statement]
    ) -> dict[str, tuple[tuple[ManagementItem, ...], tuple[ManagementItem, ...]]]:
        """By cause: what may be spoken of, and what is withheld."""
        about = [statement for statement in fired if isinstance(statement, (Forbids, Cautions, Asks))]
        offered: dict[str, dict[str, ManagementItem]] = {}
        for statement in fired:
            if isinstance(statement, Offers):
                items = offered.setdefault(statement.cause, {})
                # Two grounds for one option are one item; the first ground is named.
                if statement.option not in items:
                    items[statement.option] = self._item(statement, about)
        return {
            cause: (
                tuple([item for item in items.values() if not _withheld(item)]),
                tuple([item for item in items.values() if _withheld(item)]),
            )
            for cause, items in offered.items()
        }

    def _item(self, offer: Offers, about: Sequence[Forbids | Cautions | Asks]) -> ManagementItem:
        option = self._options[offer.option]
        names = option.answers_to
        contraindications: list[SafetyNote] = []
        cautions: list[SafetyNote] = []
        questions: dict[str, OpenQuestion] = {}
        for statement in about:
            if statement.what not in names:
                continue
            if isinstance(statement, Asks):
                questions.setdefault(statement.about, self._questions[statement.id])
            else:
                notes = contraindications if isinstance(statement, Forbids) else cautions
                notes.append(self._notes[statement.id])
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
            answers_to=names,
            status=status,
            listed_by=offer.grade.value,
            because=offer.because,
            guidance=option.guidance,
            contraindications=tuple(contraindications),
            cautions=tuple(cautions),
            ask_first=tuple(questions.values()),
            sources=tuple(dict.fromkeys((*offer.source, *option.source))),
            rule_id=offer.id,
        )


def _withheld(item: ManagementItem) -> bool:
    # Advice that is not cleared is no advice. A medicine stays in sight, with what forbids it in the same item: the
    # person may have it at home, or read of it in the founding document.
    return item.kind in _ADVICE and item.status in ("contraindicated", "ask_first")


def _question(statement: Asks) -> OpenQuestion:
    return OpenQuestion(
        finding=statement.about,
        question=FINDINGS[statement.about].question,
        because=statement.because,
        rule_id=statement.id,
    )


def _note(statement: Forbids | Cautions) -> SafetyNote:
    return SafetyNote(
        rule_id=statement.id,
        because=statement.because,
        major=statement.major if isinstance(statement, Cautions) else True,
        sources=statement.source,
        grade=statement.grade,
        verified=statement.verified,
    )
