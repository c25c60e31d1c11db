"""All words that the library itself says of a result, as data: a second language is another file like ``english.json``.

A file holds named templates with named fields, and may hold sentences of the knowledge in its language, by the id of
what says them (``<rule>.because``, ``<option>.guidance``, ``<finding>.question``, ``notice``), each beside the
sentence it is of: ``{"of": "Go now.", "says": "Jetzt gehen."}``. What it does not hold, and what has been reworded
since, is said as the knowledge has it, in English, and marked as English. A sentence written out in the third person
likewise stands beside the one it is of, so that it is never put in the place of another.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from ..._once import once
from ...errors import ArgumentError

About = Literal["self", "other"]
"""Whom a text speaks to: the person, or someone who cares for the person."""

ABOUT: tuple[About, ...] = ("self", "other")
_KEYS = {"language", "third_person", "templates", "sentences"}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and where it is from: the id of a statement, cause, option, finding or source, or a template.

    ``language`` is set where it is not that of the page. ``role`` is ``text``, ``name`` (of a cause or an option),
    ``label`` or ``meta`` (figures, ids and sources), and ``link`` an address that it may lead to.
    """

    text: str
    origin: str
    language: str | None = None
    role: str = "text"
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One language.

    ``templates`` has every template in both persons, ``sentences`` by key a sentence of the knowledge and how it is
    said here, ``third_person`` by sentence how it is said about somebody else.
    """

    language: str
    templates: Mapping[str, Mapping[str, str]]
    sentences: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    third_person: Mapping[str, str] = field(default_factory=dict)
    third_person_rules: tuple[tuple[re.Pattern[str], str], ...] = ()

    @classmethod
    def read(cls, text: str) -> Wording:
        """A language from the text of its file, in JSON.

        Raises:
            ValueError: if it is no wording: a part or a template that does not exist or is missing, or a template
                without the fields that the English one has.
        """
        wording = cls._parsed(json.loads(text))
        model = english()
        wrong = sorted(set(wording.templates) ^ set(model.templates))
        if wrong:
            raise ValueError(f"templates missing, or not known: {', '.join(wrong)}")
        for name, forms in wording.templates.items():
            allowed = set().union(*(_fields(form) for form in model.templates[name].values()))
            for about in ABOUT:
                if _fields(forms[about]) - allowed:
                    raise ValueError(f"template {name} has a field that is not known; it may use {sorted(allowed)}")
        return wording

    @classmethod
    def _parsed(cls, data: Any) -> Wording:
        if not isinstance(data, dict) or set(data) - _KEYS or not {"language", "templates"} <= set(data):
            raise ValueError(f"a wording is an object with language and templates, and at most {sorted(_KEYS)}")
        person = data.get("third_person", {})
        templates = {
            name: MappingProxyType(dict.fromkeys(ABOUT, said) if isinstance(said, str) else dict(said))
            for name, said in data["templates"].items()
        }
        for name, forms in templates.items():
            if set(forms) != set(ABOUT):
                raise ValueError(f"template {name} is one text, or one for each of {', '.join(ABOUT)}")
        return cls(
            language=data["language"],
            templates=MappingProxyType(templates),
            sentences=MappingProxyType(
                {key: _translated(key, said) for key, said in data.get("sentences", {}).items()}
            ),
            third_person=MappingProxyType(dict(person.get("sentences", {}))),
            third_person_rules=tuple((re.compile(find), put) for find, put in person.get("rules", ())),
        )

    def of_another(self, sentence: str) -> str:
        """A sentence that speaks to the person, as one about the person: written out, or by the rules of grammar."""
        if sentence in self.third_person:
            return self.third_person[sentence]
        for find, put in self.third_person_rules:
            sentence = find.sub(put, sentence)
        return sentence


def _translated(key: str, said: Any) -> tuple[str, str]:
    if not isinstance(said, dict) or set(said) != {"of", "says"}:
        raise ValueError(f"the sentence {key} is an object with `of`, the sentence it is of, and `says`")
    return said["of"], said["says"]


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@once
def english() -> Wording:
    """The library's own wording."""
    text = resources.files(__package__).joinpath("english.json").read_text(encoding="utf-8")
    return Wording._parsed(json.loads(text))  # noqa: SLF001 - it is the model that others are held against


class Voice:
    """Says things in one language, to one sort of reader."""

    def __init__(self, wording: Wording | None = None, about: About = "self") -> None:
        if about not in ABOUT:
            raise ArgumentError("a text is about self or other")
        given: object = wording
        if not isinstance(given, (Wording, type(None))):
            raise ArgumentError("`wording` must be a Wording, as Wording.read gives it, or None")
        self.wording = wording or english()
        self.about = about

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.wording.language

    def say(self, template: str, /, **fields: object) -> Told:
        """A named template with its fields filled in."""
        return self._told(template, "text", fields)

    def label(self, template: str, /, **fields: object) -> Told:
        """A template that names what follows."""
        return self._told(template, "label", fields)

    def meta(self, template: str, /, **fields: object) -> Told:
        """A template of figures, ids and sources."""
        return self._told(template, "meta", fields)

    def _told(self, template: str, role: str, fields: Mapping[str, object]) -> Told:
        return Told(self.wording.templates[template][self.about].format_map(fields), template, role=role)

    def term(self, kind: str, value: str) -> str:
        """A fixed term of the field in words; one that is not known is shown as it is."""
        forms = self.wording.templates.get(f"{kind}.{value}")
        return value.replace("_", " ") if forms is None else forms[self.about]

    def quote(self, origin: str, part: str, english_text: str, *, role: str = "text", key: str | None = None) -> Told:
        """A sentence of the knowledge: translated where the wording has it, else as it is written."""
        key = key or f"{origin}.{part}"
        own = english()
        of, translated = self.wording.sentences.get(key, ("", ""))
        said, language = (translated, self.language) if of == english_text else (english_text, own.language)
        if self.about == "other":
            # By the grammar of the language it is said in.
            said = (self.wording if language == self.language else own).of_another(said)
        return Told(said, origin, None if language == self.language else language, role)

    def in_english(self, text: str, origin: str, link: str | None = None) -> Told:
        """Words that the library has in English only, such as a condition."""
        language = english().language
        return Told(text, origin, None if language == self.language else language, link=link)
