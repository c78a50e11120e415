"""An account of a merged text by what stands in it: what stands too often, nowhere or broken, and is not told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from models.comparison.blocks import SMALL
from models.draft import Draft
from models.merging import Merge, resolve

WAYS = "ours", "theirs", "base", "both"
_RUN = 3
"""So many words that tell something, in a row, are followed through the texts, and each that no text says twice."""
_OFTEN = 3
"""A row that a text says more often than so tells nothing: it is a name."""
_NOTE = "note:"
_BROKEN = re.compile(r"[,;:.] ?[,;:]| [,;:.](?![.\w])|\( | \)|“ | ”|\b(\w+) \1\b|,(?=[^\W\d_])| $")
_Units = Counter[tuple[str, ...]]


def answered(found: Merge, way: str) -> Merge:
    """All that is asked answered one way; as ours where that cannot be."""
    while found.open:
        one = found.open[0]
        found = resolve(found, one.key, way if way in one.choices else "ours")
    return found


def units(draft: Draft) -> _Units:
    """How often each word, each row of words, and each note stands in a text."""
    found: _Units = Counter()
    notes = {one.id: " ".join(one.text.split()) for one in draft.footnotes}
    # What each side says of a source, in brackets, one after the other.
    both = {key: parts for key, text in notes.items() if (parts := re.fullmatch(r"\[(.*)\] \[(.*)\]", text))}
    for one in draft.paragraphs:
        words = telling(one.text)
        found.update((word,) for word in words)
        found.update(zip(*(words[at:] for at in range(_RUN)), strict=False))
        found.update((_NOTE, notes[key]) for key in one.footnotes if key not in both)
    found.update((_NOTE, text) for one in both.values() for text in one.groups())
    return found


def telling(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in SMALL and not word.isdigit()]


def amiss(found: Merge) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands "twice" or is "lost" by the answers: of a note none, of a word, or a row, none that is so by chance.

    A row that a text says twice is known by a word more.
    """
    base, ours, theirs = (units(one) for one in (found.ours.old, found.ours.new, found.theirs.new))
    now = units(found.draft)
    notes = {unit for one in (base, ours, theirs) for unit in one if unit[0] == _NOTE}
    if any("Ibid" in text for _, text in notes) or any(unit[0] == _NOTE and unit not in notes for unit in now):
        # Letters do not tell which source is meant, or a note was put together word by word.
        base, ours, theirs, now = (
            Counter({unit: many for unit, many in one.items() if unit[0] != _NOTE}) for one in (base, ours, theirs, now)
        )
    ways = {one.choice.way for one in found.conflicts if one.choice is not None}
    rows = {}
    for unit in {*base, *ours, *theirs, *now}:
        b, o, t, many = base[unit], ours[unit], theirs[unit], now[unit]
        ends = {o + t - b, *(n for way, n in (("ours", o), ("theirs", t), ("base", b), ("both", o + t)) if way in ways)}
        if (o > b) == (t > b) and o != b != t:  # what both did alike is done once
            ends |= {min(o, t), max(o, t)}
        said, least = max(b, o, t), min(ends) if unit[0] == _NOTE or max(b, o, t) == 1 else min(b, o, t, o + t - b)
        if len(unit) == _RUN:
            if many > max(ends) and 0 < said <= _OFTEN:
                rows[unit] = said
        elif many > max(ends) and (said == 1 or unit[0] == _NOTE):
            yield unit, "twice"
        elif many < least and len(unit) < _RUN:
            yield unit, "lost"
    begins, stops = {one[:-1] for one in rows}, {one[1:] for one in rows}
    yield from ((one, "twice") for one, said in rows.items() if said == 1 or one[1:] in begins or one[:-1] in stops)


def untold(found: Merge) -> list[tuple[tuple[str, ...], str]]:
    """What stands too often or nowhere, and no sentence of those told names."""
    told = {*telling(" ".join(found.told)), *_left_out(found)}
    return [(unit, how) for unit, how in amiss(found) if not told & {*_names(unit)}]


def _left_out(found: Merge) -> Iterator[str]:
    """The words that a sentence quotes by the first and the last of their phrase."""
    for begins, ends in re.findall("[“‘](?:note: )?([^“”‘’]+) … ([^“”‘’]+)[”’]", " ".join(found.told)):
        passage = re.compile(rf"{re.escape(begins)}.*?{re.escape(ends)}")
        for draft in (found.ours.old, found.ours.new, found.theirs.new, found.draft):
            for one in draft.paragraphs:
                yield from (word for place in passage.findall(" ".join(one.text.split())) for word in telling(place))


def _names(unit: Sequence[str]) -> list[str]:
    return telling(unit[1]) if unit[0] == _NOTE else [*unit]


def broken(found: Merge) -> list[str]:
    """Marks that stand twice, words glued or doubled, where no text has them so."""
    had = {one for draft in (found.ours.old, found.ours.new, found.theirs.new) for one in _breaks(draft)}
    return [one for one in _breaks(found.draft) if one not in had]


def _breaks(draft: Draft) -> Iterator[str]:
    for one in draft.paragraphs:
        for place in _BROKEN.finditer(one.text):
            yield one.text[max(place.start() - 8, 0) : place.end() + 8]
