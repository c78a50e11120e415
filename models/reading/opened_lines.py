"""Lines that open as a paragraph does and end without a mark: its end was not written, or they head others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from models.draft import Paragraph
from models.draft.known_table import table
from models.reading.literals import Literal, literal
from models.reading.openings import WORD, Opening, opening, plain, rows, words_begin

_SELDOM = 10  # resolutions of those counted
_NO_CAPITAL = re.compile(r"\W*[а-яё\u0620-\u064a\u4e00-\u9fff]")
_RUSSIAN = re.compile(r"\W*[а-яё]")
_AND = re.compile(r"\b(?:и|или|а также|но)\W*$")
_COUNTED = ("digit", "digit-paren", "label")


@cache
def _seldom_words() -> frozenset[str]:
    """English words that hardly ever open a paragraph and as well open a heading: "Supporting", "Building"."""
    counts: Counter[str] = Counter()
    for tongue, _, phrase, count in table("phrases/opening_counts"):
        counts[_first(phrase)] += int(count) if tongue == "en" else 0
    known = {_first(phrase) for name in ("preambular", "operative") for tongue, phrase in rows(name) if tongue == "en"}
    adverbs = {_first(phrase) for tongue, phrase in rows("adverbs") if tongue == "en"}
    return frozenset(word for word in known - adverbs if counts[word] < _SELDOM)


def _first(text: str) -> str:
    found = WORD.search(text)
    return plain(found[0]) if found else ""


def seldom_opens(text: str) -> bool:
    """Whether a text begins with a word that hardly ever opens a paragraph."""
    return _first(text[words_begin(text) :]) in _seldom_words()


@cache
def _are_also(what: str) -> tuple[str, ...]:
    """The openings of a preamble that are, as words, a noun or a preposition as well."""
    return tuple(phrase for _, phrase, *also in table("phrases/preambular") if also and what in also[0].split())


def begins_with_noun(text: str) -> bool:
    """Whether a text begins with a verb of openings that is a noun as well, and begins headings as such: “支持”."""
    return text.startswith(_are_also("noun"), words_begin(text))


def begins_with_preposition(text: str) -> bool:
    """Whether a text begins with a preposition of openings: a paragraph that acts has it before its verb."""
    return text.startswith(_are_also("preposition"), words_begin(text))


def plainly_opens(text: str) -> Opening | None:
    """How a text opens, a number before it set aside, that begins with no small letter and with no word that seldom
    opens a paragraph; else None."""
    found = literal(text)
    words = text[found.end :] if found is not None and found.style in _COUNTED else text
    known = opening(words) if not words[words_begin(words) :][:1].islower() else None
    return known if known is not None and not seldom_opens(words) else None


def begins_in_small_letters(above: str, line: str) -> bool:
    """Whether a line in small letters opens a paragraph below words that end without a mark, as all do in Russian:
    only behind “и” does an opening go on with a sentence."""
    return _RUSSIAN.match(line) is not None and _AND.search(above) is None and opening(line) is not None


def begins_paragraph(line: str) -> bool:
    """Whether a line begins a paragraph whatever the one before it ends with: a capital tells that it opens as one, or
    it has a label ("PP2.") before one; in letters that have none, or are small as in Russian, a number before an
    opening does."""
    found = literal(line)
    words = line[found.end :] if found is not None else line
    if found is not None and found.style in _COUNTED and _NO_CAPITAL.match(words) and opening(words) is not None:
        return True
    capital = words[words_begin(words) :][:1].isupper()
    return capital and (plainly_opens(line) is not None or (found is not None and found.style == "label"))


def acts_are_numbered(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> bool:
    """Whether a paragraph that acts has a number, so that what has none among them and no mark is their heading."""
    for paragraph, number in zip(paragraphs, numbers, strict=True):
        if number is None or number.style not in _COUNTED or number.kind == "PP" or number.sub:
            continue
        known = opening(paragraph.text[number.end :])
        if known is not None and known.operative:
            return True
    return False
