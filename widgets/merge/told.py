"""What a merge decided by itself, a sentence each, with the paragraph that each is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.draft import Draft, labels
from models.merging import Merge

_NOTE = re.compile(r"\bfootnotes? (\S+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_QUOTE = re.compile("“([^”…]+)")
_WORDS_OF_AN_OPENING = 12
"""Letters; what is quoted in fewer names no paragraph."""
NOT_THERE = "not in the result"
"""What a paragraph is called that has no place in the text: the number it had may be another one's."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the key of the row that it is about; "" where it names none."""

    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a merge decided by itself, and what people call each row that has a name in its text, by the row's key."""

    told: tuple[Told, ...]
    called: Mapping[str, str]


def told_of(merge: Merge, step: Callable[[], object] = lambda: None) -> Decided:
    """All that a merge decided by itself with its answers, and the numbers it speaks of.

    Lays the text out, up to a second for 10,000 paragraphs; `step` may raise to stop it.
    """
    merge.lay_out(step)
    draft, found = merge.draft, merge.told
    keys = {at: row.key for row in merge.rows for at in row.merged}
    names = labels(draft)
    called = {row.key: names[row.merged[0]] if row.merged else NOT_THERE for row in merge.rows}
    places = named(names)
    about = (_about(words, draft, names, places) for words in found)
    told = (Told(words, keys.get(at, "") if at is not None else "") for words, at in zip(found, about, strict=True))
    return Decided(tuple(told), {key: name for key, name in called.items() if name})


def named(names: Sequence[str | None]) -> Mapping[str, Sequence[tuple[str, int]]]:
    """By the first word of a label the labels that begin with it, each with its place: "OP3" and "OP3 (a)"."""
    found: dict[str, list[tuple[str, int]]] = {}
    for at, name in enumerate(names):
        if name is not None and (first := _WORD.search(name)):
            found.setdefault(first[0], []).append((name, at))
    return found


def _about(
    words: str, draft: Draft, names: Sequence[str | None], places: Mapping[str, Sequence[tuple[str, int]]]
) -> int | None:
    """The paragraph that a sentence names first, by its label, by a note it cites or, where it has none, by its words.

    What it quotes of the text may name others: labels in quotes do not count.
    """
    plain = re.sub("“[^”]*”", lambda quote: " " * len(quote[0]), words)
    near = (one for word in {*_WORD.findall(plain)} for one in places.get(word, ()))
    found = [(start, -len(name), at) for name, at in near if (start := _stands(name, plain)) >= 0]
    for said in _NOTE.finditer(plain):
        ids = {note.id for note in draft.footnotes if note.mark == said[1].rstrip(",.:;")}
        citing = (at for at, one in enumerate(draft.paragraphs) if ids & {*one.footnotes})
        found += [(said.start(), 0, at) for at in citing][:1]
    for quote in _QUOTE.finditer(words):
        if len(quote[1]) >= _WORDS_OF_AN_OPENING:
            opens = (at for at, one in enumerate(draft.paragraphs) if names[at] is None and _opens(one.text, quote[1]))
            found += [(quote.start(), 0, at) for at in opens][:1]
    return min(found)[2] if found else None


def _stands(name: str, words: str) -> int:
    """Where a label stands in a sentence and is no part of a longer word or number; -1 where it does not."""
    start = words.find(name)
    while start >= 0:
        before, behind = words[start - 1 : start], words[start + len(name) : start + len(name) + 1]
        if not before.isalnum() and not (behind.isalnum() and name[-1].isalnum()):
            return start
        start = words.find(name, start + 1)
    return -1


def _opens(text: str, words: str) -> bool:
    return " ".join(text.split()).startswith(words)
