"""What goes on with the verb of an opening in its italics, in the languages that say it behind the verb: “Décide
également”, “Observa con preocupación”, «просит также» (resources/phrases/behind_verbs.tsv and verb_ladder.tsv).

Of what the first table holds French was measured on resolutions of the General Assembly, with “también” and “además”
in Spanish; what the ladder of verbs or the lists of openings have is marked so, and the rest is practice, with no text
at hand. English has it in its counted openings, and Chinese before the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.draft.brackets import CLOSING, OPENING
from models.draft.known_table import table
from models.reading.openings import WORD, plain

Phrases = dict[str, tuple[tuple[str, ...], ...]]

_APART = re.compile(rf"[\s{re.escape(OPENING + CLOSING)}]*")
"""What may stand between two words of an opening."""
_BEFORE_OBJECT = ("à", "sur")
"""With what the ladder ends a verb whose italics end before it, or not: "demande à"."""


def italics_go_on(text: str, start: int, end: int) -> int:
    """Where the italics of an opening end that stands from `start` to `end`, with what is said behind its verb.

    That may begin in the opening: "Demande à nouveau", with "Demande à" among those that are known.
    """
    end = max(end, _longest(_verbs(), text, start))
    while (
        further := max((_longest(_behind(), text, at) for at in _behind_words(text, start, end)), default=end)
    ) > end:
        end = further
    return end


def _behind_words(text: str, start: int, end: int) -> Iterator[int]:
    return (word.end() for word in WORD.finditer(text, start, end))


@cache
def first_words() -> frozenset[str]:
    """The words that begin what goes on, or join another verb to the one before."""
    return frozenset((*_behind(), "et", "y", "e", "и"))


@cache
def _behind() -> Phrases:
    return _by_first(words for _, words, _ in table("phrases/behind_verbs"))


@cache
def _verbs() -> Phrases:
    """The verbs of the ladder that have several words."""
    verbs = (verb for tongue, _, _, verb in table("phrases/verb_ladder") if tongue != "en" and " " in verb)
    return _by_first(verb for verb in verbs if not verb.endswith(_BEFORE_OBJECT))


def _by_first(phrases: Iterable[str]) -> Phrases:
    """Phrases as tuples of words, longest first, by their first word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(plain(word) for word in phrase.split(" "))
        found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(known, key=len, reverse=True)) for first, known in found.items()}


def _longest(phrases: Phrases, text: str, place: int) -> int:
    """Where the longest of some phrases ends that stands at a place, nothing but blanks and brackets in it; the place
    itself where none does."""
    known: tuple[tuple[str, ...], ...] = ()
    words: list[str] = []
    ends = [place]
    for match in WORD.finditer(text, place):
        if not _APART.fullmatch(text, ends[-1], match.start()):
            break
        words.append(plain(match[0]))
        ends.append(match.end())
        known = known or phrases.get(words[0], ())
        if not known or len(words) == len(known[0]):
            break
    return next((ends[len(phrase)] for phrase in known if tuple(words[: len(phrase)]) == phrase), place)
