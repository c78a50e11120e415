"""What happened to brackets, in words: "Brackets off “financial and”"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from models.draft import Paragraph, brackets
from models.draft.brackets import CLOSING, OPENING

_MOST_WORDS = 12
_SHORT = 6


@dataclass(frozen=True, slots=True)
class _Pair:
    """Brackets by the letters before each of them; None where one is missing.

    `inside` are the words between, None where no others stand around them.
    """

    start: int | None
    end: int | None
    inside: str | None

    @property
    def place(self) -> tuple[int | None, int | None]:
        return self.start, self.end


def bracket_words(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    most: int = _MOST_WORDS,
    in_quotes: Callable[[str], str] = "“{}”".format,
) -> str | None:
    """What happened to the brackets of a paragraph whose words stayed; None where nothing did.

    Of what they hold at most so many words are said, `in_quotes`.
    """
    before, after = _pairs(old), _pairs(new)

    def at(pairs: Sequence[_Pair]) -> str:
        names = [_quoted(pair.inside, most, in_quotes) for pair in pairs]
        return " and ".join(names) if len(names) <= 2 else f"{names[0]} and {len(names) - 1} more"

    places_before, places_after = (Counter(pair.place for pair in pairs) for pairs in (before, after))
    gone = _beyond(before, places_after)
    come = _beyond(after, places_before)
    if gone and come:
        return f"{_noun(come)} moved to {at(come)}"
    if gone:
        return f"{_noun(gone)} off {at(gone)}"
    return f"{_noun(come)} {'round' if _whole(come) else 'at'} {at(come)}" if come else None


def without_loose_brackets(text: str) -> str:
    """A stretch of words without the brackets that have no partner in it: they say nothing by themselves."""
    depth: list[int] = []
    loose: set[int] = set()
    for at, character in enumerate(text):
        if character in OPENING:
            depth.append(at)
        elif character in CLOSING:
            if depth:
                depth.pop()
            else:
                loose.add(at)
    loose |= set(depth)
    return "".join(character for at, character in enumerate(text) if at not in loose)


def _pairs(paragraphs: Sequence[Paragraph]) -> list[_Pair]:
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    # How many letters and figures stand before each place: what brackets and spaces do not change.
    letters = [*accumulate(map(str.isalnum, text), initial=0)]
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph.text) + 1)
    found = []
    for bracket in brackets(paragraphs):
        start, end = (starts[place[0]] + place[1] if place else None for place in (bracket.start, bracket.end))
        inside = text[start + 1 : end] if start is not None and end is not None else _beside(text, start, end)
        before, within = (None if at is None else letters[at] for at in (start, end))
        all_of_it = before == 0 and within == letters[-1]
        found.append(_Pair(before, within, None if all_of_it else inside))
    return found


def _beside(text: str, start: int | None, end: int | None) -> str:
    """The words that a bracket without a partner stands at."""
    if start is not None:
        return " ".join(text[start + 1 :].split(maxsplit=_SHORT)[:_SHORT])
    return " ".join(text[:end].rsplit(maxsplit=_SHORT)[-_SHORT:])


def _beyond(pairs: Sequence[_Pair], others: Counter[tuple[int | None, int | None]]) -> list[_Pair]:
    left = Counter(others)
    found = []
    for pair in pairs:
        if left[pair.place]:
            left[pair.place] -= 1
        else:
            found.append(pair)
    return found


def _whole(pairs: Sequence[_Pair]) -> bool:
    return all(pair.start is not None and pair.end is not None for pair in pairs)


def _noun(pairs: Sequence[_Pair]) -> str:
    return "Brackets" if _whole(pairs) or len(pairs) > 1 else "Bracket"


def _quoted(text: str | None, most: int, in_quotes: Callable[[str], str]) -> str:
    if text is None:
        return "all of it"
    words = text.translate(str.maketrans("“”\n", "‘’ ", "[]")).split()
    if not words:
        return "nothing"
    return in_quotes(f"{' '.join(words[:most]).rstrip(',;:. ')}{'…' if len(words) > most else ''}")
