"""An account of a merged text by what stands in it: what stands too often, nowhere or broken, and is not told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from models.comparison.words.blocks import SMALL
from models.draft import Draft
from models.merging import Conflict, Merge
from tests.models.merging.answered import resolve

WAYS = "ours", "theirs", "base", "both"
_RUN = 3
"""So many words that tell something, in a row, are followed through the texts, and each that no text says twice."""
_NOTE = "note:"
_IBID = re.compile("Ibid[.,]*")
WORDINGS = re.compile(r"(.*?)\[([^][]*)\] \[([^][]*)\](.*)")
_DOCUMENT = re.compile(r"\b[AES]/")
_BROKEN = re.compile(r"[,;:.] ?[,;:]| [,;:.](?![.\w])|\( | \)|“ | ”|\b(\w+) \1\b|,(?=[^\W\d_])| $")
_Units = Counter[tuple[str, ...]]


def answered(found: Merge, way: str) -> Merge:
    """All that is asked answered one way, and what is asked then; as ours where that cannot be."""
    while asked := found.open:
        for one in asked:
            found = resolve(found, one, way if way in one.choices else "ours")
    return found


def units(draft: Draft) -> _Units:
    """How often each word, each row of words, and each note stands in a text."""
    found: _Units = Counter()
    notes = {one.id: " ".join(one.text.split()) for one in draft.footnotes}
    meant, source = {}, ""
    for key, text in notes.items():  # "Ibid." is a note of what stands before it
        is_ibid = _IBID.match(text) is not None
        meant[key] = source if is_ibid else ""
        source = source if is_ibid and not _DOCUMENT.search(text) else text
    # What each side says of a source, in brackets, one after the other.
    both = {key: parts for key, text in notes.items() if (parts := WORDINGS.fullmatch(text))}
    for one in draft.paragraphs:
        words = telling(one.text)
        found.update((word,) for word in words)
        found.update(zip(*(words[at:] for at in range(_RUN)), strict=False))
        said = [(key, notes[key]) for key in one.footnotes if key not in both]
        found.update(unit for key, text in said for unit in ((_NOTE, text), (_NOTE, text, meant[key])))
    said = [(key, f"{one[1]}{one[at]}{one[4]}") for key, one in both.items() for at in (2, 3)]
    found.update(unit for key, text in said for unit in ((_NOTE, text), (_NOTE, text, meant[key])))
    return found


def telling(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in SMALL and not word.isdigit()]


def amiss(found: Merge) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands "twice" or is "lost" by the answers: of a note none, of a word, or a row, none that is so by chance.

    A row that a text says twice is known by a word more. A note is known by its letters and by the source it means.
    """
    base, ours, theirs = (units(one) for one in (found.ours.old, found.ours.new, found.theirs.new))
    now = units(found.draft)
    ways = {one.choice.way for one in found.conflicts if one.choice is not None}
    rows: dict[tuple[str, ...], int] = {}
    cited: dict[tuple[str, ...], str] = {}
    more: set[str] = set()
    for unit in {*base, *ours, *theirs, *now}:
        b, o, t, many = base[unit], ours[unit], theirs[unit], now[unit]
        ends = {o + t - b, *(n for way, n in (("ours", o), ("theirs", t), ("base", b), ("both", o + t)) if way in ways)}
        if (o > b) == (t > b) and o != b != t:  # what both did alike is done once
            ends |= {min(o, t), max(o, t)}
        said = max(b, o, t)
        if unit[0] == _NOTE:
            cited[unit] = "twice" if many > max(ends) else "lost" if many < min(ends) else ""
        elif many > max(ends) and len(unit) == _RUN:
            rows[unit] = said
        elif many > max(ends):
            more.add(unit[0])
            yield from [(unit, "twice")] if said == 1 else ()
        elif len(unit) < _RUN and many < (min(ends) if said == 1 else min(b, o, t, o + t - b)):
            yield unit, "lost"
    yield from ((one, how) for one, how in cited.items() if how and len(one) == 3 and cited[one[:2]] == how)
    # Of a row none of whose words stands too often the words only came to stand so.
    rows = {one: said for one, said in rows.items() if said and not more.isdisjoint(one)}
    begins, stops = {one[:-1] for one in rows}, {one[1:] for one in rows}
    yield from ((one, "twice") for one, said in rows.items() if said == 1 or one[1:] in begins or one[:-1] in stops)


def untold(found: Merge) -> list[tuple[tuple[str, ...], str]]:
    """What stands too often or nowhere, and no sentence of those told names."""
    said = " ".join(found.told)
    told, asked = {*telling(said), *left_out(found)}, [one for one in found.conflicts if one.kind == "footnote"]
    return [
        (unit, how)
        for unit, how in amiss(found)
        if not told & {*_names(unit)}
        and not (unit[0] == _NOTE and (quotes(said, unit[1]) or any(_is_of(one, unit[1]) for one in asked)))
    ]


def quotes(said: str, note: str) -> bool:
    """Whether what is told quotes a note, by its beginning or in full."""
    return f"note: {note[:12]}" in said or f"“{note}”" in said


def _is_of(asked: Conflict, text: str) -> bool:
    """Whether a question about a note is about one of these words, or about what its “Ibid.” means."""
    return any(one.endswith(_IBID.sub("", text).strip()) for one in (asked.base, asked.ours, asked.theirs))


def left_out(found: Merge) -> Iterator[str]:
    """The words that a sentence quotes by the first and the last of their phrase."""
    for begins, ends in re.findall("[“‘](?:note: )?([^“”‘’]+) … ([^“”‘’]+)[”’]", " ".join(found.told)):
        passage = re.compile(rf"{re.escape(begins)}.*?{re.escape(ends)}")
        for draft in (found.ours.old, found.ours.new, found.theirs.new, found.draft):
            for one in draft.paragraphs:
                text = " ".join(re.sub("[][()“”‘’]", "", one.text).split())  # those without partners are left out
                yield from (word for place in passage.findall(text) for word in telling(place))


def _names(unit: Sequence[str]) -> list[str]:
    return telling(unit[1]) if unit[0] == _NOTE else [*unit]


def broken(found: Merge) -> list[str]:
    """Marks that stand twice, words glued or doubled, where no text has them so."""
    had = {one for draft in (found.ours.old, found.ours.new, found.theirs.new) for one in _breaks(draft)}
    return [one for one in _breaks(found.draft) if one not in had]


def _breaks(draft: Draft) -> Iterator[str]:
    for one in draft.paragraphs:
        for place in _BROKEN.finditer(one.text):
            around = 0 if place[1] else 8  # a word that a text doubles may stand in brackets now
            yield one.text[max(place.start() - around, 0) : place.end() + around].strip("[]")
