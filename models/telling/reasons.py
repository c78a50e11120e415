"""Why something is housekeeping, or substance that is not seen in the words, said in few words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from unicodedata import normalize

from models.comparison.change import Change
from models.comparison.words.marked import side
from models.comparison.words.signs_left_out import how_many_signs
from models.draft.alphabets import EASTERN, VOWEL_SIGNS

REASONS = {
    "renumbered": "renumbered",
    "label": "called otherwise",
    "italics": "italics of the opening words",
    "format": "italics or bold",
    "also": "“also” follows the paragraphs around it",
    "end": "last mark of the paragraph",
    "cross-reference": "reference renumbered",
    "note number": "note renumbered",
    "ibid": "“Ibid.” for the same source",
    "spacing": "spacing",
    "typography": "shape of quotes or dashes",
    "punctuation": "note marks or italics beside punctuation",
    "notes": "notes changed",
    "kind": "another kind of paragraph",
    "level": "another level",
    "chapeau": "under another chapeau",
}
OF_NOTES = REASONS | {"end": "last mark of a note"}
"""The same of what differs in a note."""
_QUOTES, _DASHES = frozenset("'’‘‚‛`´ʼ\"“”„‟«»"), frozenset("-\u2010\u2011\u2012–—―−")
_OTHERS = frozenset("，；：？！（）％／،؛؟")
"""Marks of other scripts, which a keyboard may give in Latin shape."""
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_WIDE = "０１２３４５６７８９"
_VOWELS = frozenset(map(chr, VOWEL_SIGNS))
_SOFT_HYPHEN = "\u00ad"


def reason_phrases(change: Change, *, bare_title: bool = False) -> tuple[str, ...]:
    """Each reason of a change in words, as far as there is something to say; `bare_title` for the line of a title."""
    told: list[str] = []
    for reason in change.reasons:
        if reason == "typography":
            told += _typography(change)
        elif reason == "end" and change.kind == "unchanged":
            told.append(OF_NOTES[reason])
        elif reason == "renumbered" and bare_title:
            told.append("the number before it")
        else:
            told.append(REASONS.get(reason, ""))
    return tuple(dict.fromkeys(phrase for phrase in told if phrase))


def in_a_sentence(phrase: str) -> str:
    """A phrase behind "only in": "the last mark of the paragraph", "a renumbered reference"."""
    if phrase.endswith(" renumbered"):
        return f"a renumbered {phrase.removesuffix(' renumbered')}"
    return f"the {phrase}" if phrase.startswith(("shape", "last", "italics of")) else phrase


def _typography(change: Change) -> Iterator[str]:
    """What differs in the shape of two texts: quotes, dashes, soft hyphens, or how accents are written."""
    old, new = side(change.words, "delete"), side(change.words, "insert")
    if old == new:
        yield f"{REASONS['typography']} in a note"
        return
    found = list(_shapes(old, new))
    yield from found or [REASONS["typography"]]


def _shapes(old: str, new: str) -> Iterator[str]:
    quotes, dashes = (_only(old, marks) != _only(new, marks) for marks in (_QUOTES, _DASHES))
    if quotes or dashes:
        yield f"shape of {'quotes and dashes' if quotes and dashes else 'quotes' if quotes else 'dashes'}"
    if _only(old, _OTHERS) != _only(new, _OTHERS):
        yield "shape of commas and the like"
    if old.isupper() != new.isupper():
        yield "capitals of a heading"
    elif old.partition(" ")[0].isupper() != new.partition(" ")[0].isupper():
        yield "capitals of the word before the number"
    if any(len(_only(old, figures)) != len(_only(new, figures)) for figures in (EASTERN, _WIDE)):
        yield "shape of figures"
    if len(_only(old, _VOWELS)) != len(_only(new, _VOWELS)):
        yield "vowel signs"
    signs = zip(how_many_signs(old), how_many_signs(new), ("accents on capitals", "hamzas"), strict=True)
    yield from (what for one, two, what in signs if one != two)
    if old.count(_SOFT_HYPHEN) != new.count(_SOFT_HYPHEN):
        yield "soft hyphens"
    if _only(old, _LIGATURES) != _only(new, _LIGATURES):
        yield "letters set as one"
    if len(old) - len(normalize("NFC", old)) != len(new) - len(normalize("NFC", new)):
        yield "how accents are stored"


def _only(text: str, marks: Container[str]) -> list[str]:
    return [letter for letter in text if letter in marks]
