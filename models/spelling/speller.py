"""What is misspelt in a paragraph, and what may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.draft.first_letter import with_capital
from models.draft.late_pattern import late_pattern
from models.spelling.dictionaries import Dictionary
from models.spelling.facts import capitals, field_words, names, un_forms, usual
from models.spelling.oxford import is_oxford_form, oxford_form
from models.spelling.words import Word, words_of

MOST_SUGGESTIONS = 5
_NEAR_A_NAME = 6
"""Letters of a capitalised word that may be a slip for a word of the field; a shorter one is as likely a name."""
_FAR = 3
"""Slips from which on a dictionary's own order says more than how many they are."""
_SHORTEST_REST = 5
"""Letters that follow a beginning such as "inter" written in one with them."""
_LETTERS = {"ru": late_pattern(r"[\u0400-\u052f'-]+"), "ar": late_pattern(r"[\u0600-\u06ff'-]+")}
_LATIN = late_pattern(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'-]+")
"""The letters of a language; a word in others is a name or a quotation."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word that is not spelt as it should be: where it stands in the text, in code points, and its letters."""

    start: int
    end: int
    word: str


class Speller:
    """The spelling of one language, with the words of a dossier. May be asked from several threads."""

    def __init__(self, language: str, dictionary: Dictionary, own: Iterable[str] = ()) -> None:
        self.language = language
        self._dictionary = dictionary
        self._own = frozenset(map(plain, own))
        self._field = field_words(language)
        self._prefixes = field_words(language, "prefix")
        self._before = self._prefixes | field_words(language, "before")
        self._capitals = capitals(language)
        self._names = names(language)
        self._english = language == "en"
        self._letters = _LETTERS.get(language, _LATIN)
        self._right: dict[tuple[str, bool], bool] = {}

    # What is wrong

    def misspelt(self, text: str) -> tuple[Misspelt, ...]:
        """The misspelt words of a paragraph; `text` may hold U+FFFC at note marks."""
        wrong = [Misspelt(word.start, word.end, word.text) for word in words_of(text) if not self._is_right(word)]
        if not wrong or self._names is None:
            return tuple(wrong)
        own = [name.span() for name in self._names.finditer(text)]
        return tuple(one for one in wrong if not any(start <= one.start and one.end <= end for start, end in own))

    def _is_right(self, word: Word) -> bool:
        key = word.text, word.begins
        known = self._right.get(key)
        if known is None:
            known = self._right[key] = self._found_right(plain(word.text), word.begins)
        return known

    def _found_right(self, word: str, begins: bool) -> bool:
        if word in self._own or word.lower() in self._own or not self._letters.fullmatch(word):
            return True
        if self._un_form(word) is not None:
            return False
        if self._knows_written(word):
            return True
        parts = word.split("-")
        if len(parts) > 1:
            return all(self._is_right_part(part, begins and not number) for number, part in enumerate(parts))
        return self._is_right_part(word, begins)

    def _is_right_part(self, word: str, begins: bool) -> bool:
        if len(word) < 2 or word.lower() in self._before or word.lower() in self._own:
            return True
        if self._un_form(word) is not None:
            return False
        if self._knows_written(word) or self._knows_written(without_possessive(word)):
            return True
        if "'" in word and not self._english:
            # Of "l'eau" and "d'une" what stands behind the apostrophe is the word.
            return self._is_right_part(word.rpartition("'")[2], begins)
        if word[0].isupper() and not begins:
            return not self._is_nearly_a_capital(word)
        return False

    def _knows_written(self, word: str) -> bool:
        low = word.lower()
        return self._knows(word) or (low != word and self._knows(low))

    def _knows(self, word: str) -> bool:
        if word in self._field or word.lower() in self._own or self._dictionary.knows(word):
            return True
        if word.endswith("s") and len(word) > 3 and word[:-1] in self._field:
            return True
        if self._english and is_oxford_form(word, self._knows_itself):
            return True
        return any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= _SHORTEST_REST
            and (self._dictionary.knows(word[len(prefix) :]) or word[len(prefix) :] in self._field)
            for prefix in self._prefixes
        )

    def _knows_itself(self, word: str) -> bool:
        return word in self._field or self._dictionary.knows(word)

    def _un_form(self, word: str) -> str | None:
        """How a word that may be right elsewhere is written at the United Nations; None where it is so."""
        if not self._english:
            return None
        base = without_possessive(word)
        low = base.lower()
        form = un_forms().get(low) or oxford_form(low, self._knows_itself)
        return _as_written(form, base) + word[len(base) :] if form is not None else None

    def _is_nearly_a_capital(self, word: str) -> bool:
        from rapidfuzz.distance import OSA

        word = without_possessive(word)
        return len(word) >= _NEAR_A_NAME and any(
            abs(len(word) - len(known)) < 2 and word[0] == known[0] and OSA.distance(word, known, score_cutoff=1) == 1
            for known in self._capitals
        )

    # What may be meant

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Up to five words that may be meant, that of the United Nations first; takes up to some tenths of a second."""
        asked = plain(word)
        found = dict.fromkeys(self._meant(asked))
        found.pop(asked, None)
        return tuple(_like(one, word) for one in found)[:MOST_SUGGESTIONS]

    def _meant(self, word: str) -> Iterator[str]:
        form = self._un_form(word)
        if form is not None:
            yield form
            return  # it is spelt well enough to tell what is meant
        parts = word.split("-")
        if len(parts) > 1:
            for number, part in enumerate(parts):
                if not self._is_right_part(part, not number):
                    for one in self.suggestions(part):
                        yield "-".join((*parts[:number], one, *parts[number + 1 :]))
        near = self._near(word)
        # One letter away from a word of the field, or of the dossier, is most likely that.
        yield from (known for far, known in near if far == 1)
        apart = []
        for one in self._asked(word):
            better = self._un_form(plain(one)) or one
            if " " in better or ("-" in better and "-" not in word):
                apart.append(better)
            elif self._found_right(plain(better), True):
                yield better
        yield from (known for far, known in near if far > 1)
        yield from apart

    def _asked(self, word: str) -> list[str]:
        """What the dictionary suggests, the nearest first and of those as near the more usual; one that has no -ize is
        asked for -ise too."""
        from rapidfuzz.distance import OSA

        found = self._dictionary.suggestions(word)
        if self._english and "iz" in word:
            found = self._dictionary.suggestions(word.replace("iz", "is")) + found

        def unlikely(one: str) -> tuple[bool, int, int]:
            written = self._un_form(plain(one)) or one
            far = min(_FAR, OSA.distance(word.lower(), written.lower()))
            return written[0].isupper() and not word[0].isupper(), far, self._seldom(written, far)

        return sorted(found, key=unlikely)

    def _seldom(self, word: str, far: int) -> int:
        """What puts usual words before others as near; of those far off the dictionary knows better."""
        return -usual(self.language).get(word.lower(), 0) if far < _FAR else 0

    def _near(self, word: str) -> list[tuple[int, str]]:
        """Words of the field and of the dossier one letter away from a word, or two, the nearest first."""
        from rapidfuzz.distance import OSA

        low, most = word.lower(), 1 if len(word) < 8 else 2
        capital = word[0].isupper()
        field = self._capitals if capital else map(str.lower, self._capitals)
        known = (one for one in (*self._own, *self._field, *field) if abs(len(one) - len(word)) <= most)
        far = ((OSA.distance(low, one.lower(), score_cutoff=most), one) for one in known)
        found = {(distance, _as_written(one, word)) for distance, one in far if 0 < distance <= most}
        return sorted(found, key=lambda one: (one[0], self._seldom(one[1], one[0]), one[1]))


def plain(word: str) -> str:
    """A word with straight apostrophes and plain hyphens, as dictionaries have it."""
    return word.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")


def without_possessive(word: str) -> str:
    """A word, its apostrophes straight, without "'s" or the apostrophe of a plural."""
    return word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("'") else word


def _as_written(form: str, word: str) -> str:
    """A word with a capital where the one it stands for has one."""
    return with_capital(form) if word[0].isupper() else form


def _like(form: str, word: str) -> str:
    """With the apostrophe of the text."""
    return form.replace("'", "’") if "'" not in word else form
