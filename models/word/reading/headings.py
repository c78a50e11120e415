"""Which paragraphs of a Word file are headings: what the file itself says, by an outline level or a heading's style."""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.markup import whole
from models.word.namespaces import w

_VAL = w("val")
OUTLINE = w("outlineLvl")
BODY_TEXT = 9
"""The outline level of what is no heading, whatever its style is based on (ISO/IEC 29500-1, 17.3.1.20)."""
# Word itself writes "heading 1" in every language; other programs write what their users see.
_NAMED = late_pattern(
    r"(?:heading|titre|t[ií]tulo|encabezado|заголовок|标题|標題|(?:ال)?عنوان)\s*(?P<level>[1-9])", re.IGNORECASE
)


def outline_level(properties: etree._Element | None) -> int | None:
    """The outline level among the properties of a paragraph or of a style, counted from 0; None where none is said."""
    said = None if properties is None else properties.find(OUTLINE)
    return None if said is None else told_level(said)


def told_level(said: etree._Element) -> int | None:
    """The level that a `w:outlineLvl` says, counted from 0; BODY_TEXT for what is no heading."""
    level = whole(said.get(_VAL))
    return level if level is not None and 0 <= level <= BODY_TEXT else None


def named_level(name: str) -> int | None:
    """The level of a style of headings by its name ("heading 2", "Titre 2", "标题 2"), counted from 0, or None."""
    found = _NAMED.fullmatch(unicodedata.normalize("NFC", name).strip())
    return None if found is None else int(found["level"]) - 1
