"""The words somebody looks for in the drafts: as the index understands them, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.dossier.search.unspaced import UNSPACED, in_words
from models.dossier.search.words_around import OPEN, SHUT
from models.draft.alike import folded, turned
from models.draft.late_pattern import late_pattern

_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|(\S+?)(?=["“”„«»\s]|$)')
_WORD = late_pattern(rf"(?=[^\W_])[{UNSPACED}]|[^\W_{UNSPACED}]+")


class Wanted(NamedTuple):
    """Words that stand together, as the index has them; `begun`: the last of them may go on."""

    text: str
    begun: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """One by one."""
        return tuple(_WORD.findall(self.text.lower()))


def wanted(typed: str) -> tuple[Wanted, ...]:
    """What was typed, word by word, and what is in quotes together; the last may be only begun."""
    plain = typed.encode("utf-8", "ignore").decode().replace("\0", " ")
    found: list[Wanted] = []
    begun = False
    for match in _QUOTED.finditer(plain):
        phrase, closed, word = match.groups()
        text = in_words(word if phrase is None else phrase)
        if any(letter.isalnum() for letter in text):
            found.append(Wanted(text))
            begun = phrase is None or not closed
    return (*found[:-1], found[-1]._replace(begun=begun)) if found else ()


def match_expression(looked_for: Sequence[Wanted]) -> str:
    """All of it as the index understands it: every word is quoted, so that none means anything else."""
    return " AND ".join(f'"{one.text}" *' if one.begun else f'"{one.text}"' for one in looked_for)


def marked(text: str, looked_for: Sequence[Wanted]) -> str:
    """A text with `OPEN` and `SHUT` around all that was looked for."""
    found, at = "", 0
    for start, end in _places(text, looked_for):
        if end > at:
            start = max(start, at)
            found += text[at:start] + OPEN + text[start:end] + SHUT
            at = end
    return found + text[at:]


def _places(text: str, looked_for: Sequence[Wanted]) -> list[tuple[int, int]]:
    reads = turned(text, folded)
    words = [(match[0].lower(), match.span()) for match in _WORD.finditer(reads.words)]
    return sorted(
        reads.as_given(words[first][1][0], words[last][1][1])
        for one in looked_for
        for first, last in _standing([word for word, _ in words], one)
    )


def _standing(words: Sequence[str], one: Wanted) -> Iterator[tuple[int, int]]:
    """The first and the last word of each place where words stand together."""
    *before, last = one.words
    for end, word in enumerate(words):
        same = word.startswith(last) if one.begun else word == last
        if same and end >= len(before) and list(words[end - len(before) : end]) == before:
            yield end - len(before), end
