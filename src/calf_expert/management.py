"""From fired management statements to what may be said to this person: no engine, no medicine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from .authoring.statements import Asks, Cautions, Forbids, Offers, Option, Statement
from .authoring.terms import PHYSICAL, SELF_CARE, OptionKind
from .catalogue import Knowledge
from .findings import FINDINGS
from .result import ItemStatus, ManagementItem, OpenQuestion, SafetyNote

_ADVICE: tuple[OptionKind, ...] = (PHYSICAL, SELF_CARE)

Managed: TypeAlias = tuple[tuple[ManagementItem, ...], tuple[ManagementItem, ...]]
"""What may be spoken of for a cause, and what is withheld."""


class Manager:
    """Puts together what came up for a person, and all that speaks against it."""

    def __init__(self, knowledge: Knowledge) -> None:
        statements = knowledge.statements
        self._offers = {s.id: _Offer(s, knowledge.options[s.option]) for s in statements if isinstance(s, Offers)}
        self._notes = {s.id: _note(s) for s in statements if isinstance(s, (Forbids, Cautions))}
        self._questions = {s.id: _question(s) for s in statements if isinstance(s, Asks)}

    def manage(self, fired: Sequence[Statement]) -> dict[str, Managed]:
        """By cause: what may be spoken of, and what is withheld."""
        about = [statement for statement in fired if isinstance(statement, (Forbids, Cautions, Asks))]
        offered: dict[str, dict[str, ManagementItem]] = {}
        for statement in fired:
            if isinstance(statement, Offers):
                items = offered.setdefault(statement.cause, {})
                # Two grounds for one option are one item; the first ground is named.
                if statement.option not in items:
                    items[statement.option] = self._item(self._offers[statement.id], about)
        return {cause: _sorted(items.values()) for cause, items in offered.items()}

    def _item(self, offer: _Offer, about: Sequence[Forbids | Cautions | Asks]) -> ManagementItem:
        contraindications: list[SafetyNote] = []
        cautions: list[SafetyNote] = []
        questions: dict[str, OpenQuestion] = {}
        names = offer.names
        for statement in about:
            if statement.what not in names:
                continue
            if isinstance(statement, Asks):
                questions.setdefault(statement.about, self._questions[statement.id])
            else:
                notes = contraindications if isinstance(statement, Forbids) else cautions
                notes.append(self._notes[statement.id])
        if not (contraindications or cautions or questions):
            return offer.cleared
        return offer.item(tuple(contraindications), tuple(cautions), tuple(questions.values()))


class _Offer:
    """An offer of an option for a cause in the form of a result, as far as that is the same for every person."""

    def __init__(self, offer: Offers, option: Option) -> None:
        self._offer = offer
        self._option = option
        self._answers_to = option.answers_to
        self._listed_by = offer.grade.value
        self._sources = tuple(dict.fromkeys((*offer.source, *option.source)))
        self.names = frozenset(self._answers_to)
        self.cleared = self.item((), (), ())

    def item(
        self,
        contraindications: tuple[SafetyNote, ...],
        cautions: tuple[SafetyNote, ...],
        questions: tuple[OpenQuestion, ...],
    ) -> ManagementItem:
        """The option with what speaks against it for one person."""
        offer, option = self._offer, self._option
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
            answers_to=self._answers_to,
            status=status,
            listed_by=self._listed_by,
            because=offer.because,
            guidance=option.guidance,
            contraindications=contraindications,
            cautions=cautions,
            ask_first=questions,
            sources=self._sources,
            rule_id=offer.id,
        )


def _sorted(items: Iterable[ManagementItem]) -> Managed:
    spoken_of: list[ManagementItem] = []
    withheld: list[ManagementItem] = []
    for item in items:
        (withheld if _withheld(item) else spoken_of).append(item)
    return tuple(spoken_of), tuple(withheld)


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
