"""What matching sees of a paragraph: its words, without numbers of paragraphs, brackets, case, quotes and spacing."""

from __future__ import annotations

import re
import string
import unicodedata

from models.awaited import ask
from models.comparison.words.signs_left_out import without_signs_left_out
from models.comparison.words.tokens import SCRIPTS, Chunks, is_word, tokens
from models.draft import bracket_characters, may_hold_brackets
from models.draft.alphabets import VOWEL_SIGNS
from models.draft.late_pattern import late_pattern
from models.draft.typed_numbers import TypedNumber

_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation), " ")
_PLAIN_WORDS = re.compile(r"[^\W_]+")
_UNSEEN = {
    **{ord(character): None for character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640"},
    **dict.fromkeys(VOWEL_SIGNS),
    ord("’"): "'",
    **{wide: wide - 0xFEE0 for wide in range(ord("０"), ord("９") + 1)},
}
LETTERS = 8
"""Where words are not written apart, so many characters count as one."""
# Where one of these stands the plain pattern for words does not do.
_SCRIPTS = late_pattern(f"[{SCRIPTS}\u0640\u200b\u2060\ufeff]")


class Profile:
    """A paragraph's text as matching sees it; equal texts of one comparison share one profile.

    Words and key are worked out when first asked for: most paragraphs are known again by their text alone.
    """

    __slots__ = ("_key", "_words", "blank", "code", "length", "mass", "repeated", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.blank = not text or text.isspace()
        """Whether the paragraph is empty, or says its number alone."""
        self.length = max(text.count(" ") + text.count("-") + 1, len(text) // LETTERS)
        """About how many words there are."""
        self._words: tuple[str, ...] | None = None
        self._key: str | None = None
        self.code = ""
        """The words as the weights of its comparison write them, once they did: one character for each."""
        self.mass = -1
        """What all its features weigh together, once that was asked."""
        self.repeated = 0
        """What its words weigh that stood in it before, known with the mass."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words in small letters."""
        if self._words is None:
            ask()
            self._words = words_of(self.text)
        return self._words

    @property
    def said(self) -> tuple[str, ...]:
        """The words; where there are none, what equals have in common as one."""
        return self.words or (self.key,)

    @property
    def key(self) -> str:
        """What equals have in common: the words; where there are none (an ornament) the characters."""
        if self._key is None:
            self._key = " ".join(self.words) if self.words else "".join(self.text.split())
        return self._key


class Numbered(Profile):
    """That of a heading with a typed number, which is counted and tells nothing: of "Article 4" nothing is left.

    Such a one is blank, and its key says of what `sort` it is.
    """

    __slots__ = ("sort",)

    def __init__(self, heading: TypedNumber) -> None:
        super().__init__(heading.rest)
        self.sort = heading.sort
        if self.blank:
            self._key, self._words = heading.sort, ()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as matching sees them: small letters, NFC, no brackets."""
    try:
        return (*_chunks.of(text.split(" ")),)
    except _WhollyRead:
        return wholly_read(text)


class _WhollyRead(Exception):
    """What a stretch between two spaces says depends on the whole text."""


def _chunk(chunk: str) -> tuple[str, ...]:
    if may_hold_brackets(chunk) or not chunk.isprintable():
        raise _WhollyRead
    if not chunk.isascii() and _SCRIPTS.search(chunk.casefold()):
        raise _WhollyRead
    return wholly_read(chunk)


_chunks = Chunks(_chunk)


def wholly_read(text: str) -> tuple[str, ...]:
    """The same, taken from the whole text at once."""
    if may_hold_brackets(text):
        offsets = {offset for offset, _ in bracket_characters(text)}
        text = "".join([character for offset, character in enumerate(text) if offset not in offsets])
    if not text.isascii():
        text = without_signs_left_out(unicodedata.normalize("NFC", text))
    text = text.casefold()
    if not text.isascii():
        # Most texts hold nothing else beyond ASCII, and splitting is several times as fast as searching.
        for mark in "’“”–—‘ʼ":
            text = text.replace(mark, " ")
    if text.isascii():
        return tuple(text.translate(_PUNCTUATION).split())
    if _SCRIPTS.search(text):
        text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    if not _SCRIPTS.search(text):
        return tuple(_PLAIN_WORDS.findall(text))
    return tuple([word for word in tokens(text.casefold()).words if is_word(word)])
