"""How a Word file that leaves may call its styles, bookmarks, counters and lists.

Whatever somebody called a thing may tell who did. Where a file names nobody, nothing is guessed about persons: what is
not known has to go. Where it goes in somebody's name, and back onto the file it was made on, names that somebody gave
stay, and paragraphs with them as they were, but for those that hold a part of a name that is known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from models.word.leaving.names.known_names import is_heading_elsewhere, is_known_place, is_known_style
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.words_of_format import says_nothing

_OF_BODIES = """
    adref and bureau by committee company de del delegation department dos du for foreign from gmbh inc la las les los
    ltd microsoft mission mr mrs ms nations office of on organization permanent representative republic secretariat
    state states the to uk un union united university user
"""
"""Words of names that tell nobody."""
_TELLING_NOBODY = frozenset(_OF_BODIES.split())
_WORD = re.compile(r"[^\W\d_]+")
_CASES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+")
_LETTERS_FOR = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "ə": "a"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe", "Đ": "Dj", "Ə": "A"}
)
_BARE = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
    | {"Ø": "O", "Đ": "D", "Ð": "D", "Ħ": "H", "Ł": "L", "Ŧ": "T", "Æ": "Ae", "Œ": "Oe", "ẞ": "Ss", "Þ": "Th"}
    | dict(zip("əƏŋŊɓƁɗƊƙƘƴƳ", "eEnNbBdDkKyY", strict=True))
)
"""Letters that are another one with a sign, or two, and come apart into no such."""
_SHORT = 2  # letters: such a word of a name is looked for as a word alone
_LOGIN = 5  # letters: of a name in one word, in small letters or capitals, the first may be an initial


@dataclass(frozen=True, slots=True)
class Calling:
    """How things in a file that leaves may be called: never with one of some names; as somebody did who is none of
    them only where `goes_back`, which needs names in Latin letters: others are written in those in many ways."""

    secret: frozenset[str] = frozenset()
    goes_back: bool = False

    def tells(self, called: str) -> bool:
        """Whether one of the names stands in what a thing is called."""
        return (pattern := in_markup(self.secret)) is not None and pattern.search(called) is not None

    def may_tell(self, called: str) -> bool:
        """Whether something that no program is known to call so may be called after one of them."""
        if not self.goes_back:
            return True
        if not _are_latin(self.secret) or self.tells(called):
            return True
        if not (parts := _parts_of(self.secret)):
            return False
        words = _words_of(called)
        squeezed = ["".join(_WORD.findall(one)).casefold() for one in _spellings(called)]
        return any(one in words if len(one) <= _SHORT else any(one in word for word in squeezed) for one in parts)

    def tells_a_word(self, called: str) -> bool:
        """Whether one of the names, or a word of one as a word, stands in what others call a place of their page."""
        plain = unquote(called)
        words = _words_of(plain)
        # "strong" is a word of the format, and beside an initial, "m.strong", somebody.
        telling = not says_nothing(plain) or any(len(word) == 1 for word in words)
        return self.tells(plain) or (telling and not _parts_of(self.secret).isdisjoint(words))


@lru_cache(maxsize=8)
def _are_latin(names: frozenset[str]) -> bool:
    """Whether all letters of some names are Latin ones."""
    letters = {letter for name in names for plain in _spellings(name) for letter in plain if letter.isalpha()}
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


@lru_cache(maxsize=8)
def _parts_of(names: frozenset[str]) -> frozenset[str]:
    """The words of names that tell somebody, small and without accents."""
    found = set[str]()
    for plain in (one for name in names for one in _spellings(name)):
        words = [word.casefold() for word in _WORD.findall(plain)]
        if len(words) == 1 and len(words[0]) >= _LOGIN and (plain.islower() or plain.isupper()):
            words.append(words[0][1:])
        words += [word.casefold() for word in _CASES.findall(plain)]  # "JaneDoe"
        found.update(word for word in words if len(word) >= _SHORT and word not in _TELLING_NOBODY)
    return frozenset(found)


def _words_of(called: str) -> set[str]:
    """The words that a thing is called with, small and without accents: "Jane" and "Doe" of "_janeDoe2"."""
    return {word.casefold() for one in _spellings(called) for word in _CASES.findall(one)}


def _spellings(said: str) -> tuple[str, ...]:
    """What is said without accents, and with letters written for them: "Muller" and "Mueller"."""
    if said.isascii():
        return (said,)
    composed = unicodedata.normalize("NFC", said)
    return tuple(dict.fromkeys(_plain(one) for one in (composed, composed.translate(_LETTERS_FOR))))


def _plain(said: str) -> str:
    letters = unicodedata.normalize("NFKD", said).translate(_BARE)
    return "".join(one for one in letters if not unicodedata.combining(one))


def is_unknown_style(called: str, calling: Calling) -> bool:
    """Whether a style has to be called otherwise."""
    return (bool(called) and not is_known_style(called) and calling.may_tell(called)) or calling.tells(called)


def is_unknown_style_said(called: str, calling: Calling) -> bool:
    """Whether a field names a style so; Word names its own in the language that it speaks."""
    return is_unknown_style(called, calling) and (not is_heading_elsewhere(called) or calling.tells(called))


def is_unknown_place(called: str, calling: Calling) -> bool:
    """Whether a bookmark, a counter or a list has to be called otherwise."""
    return (not is_known_place(called) and calling.may_tell(called)) or calling.tells(called)
