"""The opening of a paragraph in italics: found, set and taken."""

from __future__ import annotations

from functools import lru_cache

from models.editing.edit import Entry
from models.editing.runs import Runs, all_marked, marked, place_of, shown
from models.editing.typed.opening_counts import seldom
from models.reading.openings import WORD, Opening, opening, plain, words_begin

ORGAN_ENDS = ",:،，"
"""What ends an organ's line; it is not in italics."""
# What follows such a word is what the paragraph is about: "Recalling its resolution", "Urges all", "Taking note of".
_OBJECT = ("its", "the", "a", "all")
_LINK = ("of", "to", "that")


@lru_cache(maxsize=1024)
def italic_opening(text: str) -> Opening | None:
    """The known opening of a text as far as it stands in italics, or None."""
    known = opening(text)
    start = words_begin(text)
    while known is not None:
        found = list(WORD.finditer(text[start : known.end]))
        words = [match[0] for match in found]
        for at in range(1, len(words)):
            if words[at] in _LINK or (words[at] in _OBJECT and plain(" ".join(words)) in seldom()):
                end = start + found[at - 1].end()
                shorter = opening(text[:end])
                if shorter is not None and shorter.end == end:
                    break
        else:
            return known
        known = known._replace(end=end)
    return None


def opening_places(runs: Runs) -> tuple[int, int] | None:
    """From which to which place the known opening stands, brackets and quotation marks before it set aside."""
    text = "".join(run.text for run in runs)
    known = italic_opening(text)
    if known is None:
        return None
    # A note mark that stands right before the opening is no part of it.
    first = place_of(runs, words_begin(text))
    signs = shown(runs)
    while first < len(signs) and signs[first] == "\ufffc":
        first += 1
    return first, place_of(runs, known.end)


def with_opening(entry: Entry) -> Entry:
    """The entry with its opening in italics."""
    found = opening_places(entry.paragraph.runs)
    return entry.with_runs(marked(entry.paragraph.runs, *found, italic=True)) if found else entry


def without_opening(entry: Entry) -> Entry:
    """The entry with the italics of its opening taken, where they were the opening's alone."""
    runs = entry.paragraph.runs
    found = opening_places(runs)
    if found is None or not all_marked(runs, *found, "italic"):
        return entry
    after = next((sign for sign in shown(runs)[found[1] :] if sign.isalnum()), "")
    at = shown(runs).find(after, found[1]) if after else -1
    if at >= 0 and all_marked(runs, at, at + 1, "italic"):
        return entry
    return entry.with_runs(marked(runs, *found, italic=False))
