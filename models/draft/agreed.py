"""Agreed ad ref: which words of a paragraph are meant, so that it falls when they change, not when a number does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Sequence
from unicodedata import normalize

from models.draft.brackets import bracket_characters, brackets, in_brackets, may_hold_brackets
from models.draft.paragraph import Kind, Paragraph

_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
# The sign at the end follows the place of a paragraph, as its number does.
_SIGNS = " ,;.:،؛。；，、"
_JOIN = re.compile(r"(?:(?<=[ ,;،؛])(?:and|or|et|ou|y|e|o|u|и|или|و|أو)|以及|和|或)\Z")
_LONGEST = 3
"""No such "and" takes more signs."""


def is_agreed_on(paragraph: Paragraph) -> bool:
    """Whether this is a paragraph that people agree on one by one: no heading, no plain text, none without words."""
    return paragraph.kind in _KINDS and bool(paragraph.text.strip())


def holds_brackets(paragraph: Paragraph) -> bool:
    """Whether something in it is not agreed yet."""
    return may_hold_brackets(paragraph.text) and any(bracket_characters(paragraph.text))


def agreed_places(
    paragraphs: Sequence[Paragraph], known: Container[str], among: Iterable[int] | None = None
) -> frozenset[int]:
    """The positions of the paragraphs of a text, or of those `among` them, that are agreed where the words `known` are:
    none that holds a bracket or stands between some."""
    places = range(len(paragraphs)) if among is None else among
    are = {at for at in places if is_agreed_on(paragraphs[at]) and agreed_words(paragraphs[at]) in known}
    return frozenset(are - in_brackets(brackets(paragraphs))) if are else frozenset()


def agreed_words(paragraph: Paragraph) -> str:
    """What names the words of a paragraph: 64 hexadecimal digits of SHA-256 over them in NFC, white space as one space,
    without what ends the paragraph (", and").
    """
    words = " ".join(normalize("NFC", paragraph.text).split()).rstrip(_SIGNS)
    join = _JOIN.search(words, max(len(words) - _LONGEST, 0))
    if join is not None:
        words = words[: join.start()].rstrip(_SIGNS)
    return hashlib.sha256(words.encode()).hexdigest()
