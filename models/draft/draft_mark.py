"""What stands at the head of the pages that Adref lays out: that they are a draft, in the language of the text."""

from __future__ import annotations

_MARKS = {
    "en": ("Draft, not an official document", "Draft"),
    "fr": ("Projet, document non officiel", "Projet"),
    "es": ("Proyecto, documento no oficial", "Proyecto"),
    "ru": ("Проект, не является официальным документом", "Проект"),
    "ar": ("مشروع، وليس وثيقة رسمية", "مشروع"),
    "zh": ("草案，非正式文件", "草案"),
}

DRAFT_MARKS: frozenset[str] = frozenset(first for first, _ in _MARKS.values())
"""What says so at the head of the first page, in each language; no line of a text."""
RUNNING_MARKS: frozenset[str] = frozenset(running for _, running in _MARKS.values())
"""What stands of it at the head of the pages that follow."""


def draft_mark(language: str) -> str:
    """The mark of the first page of a text in a language; English where that is none of the United Nations."""
    return _MARKS.get(language, _MARKS["en"])[0]


def running_mark(language: str) -> str:
    """The mark of the pages that follow."""
    return _MARKS.get(language, _MARKS["en"])[1]
