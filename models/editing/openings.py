"""The opening of a paragraph in italics: found, set and taken."""

from __future__ import annotations

from models.editing.edit import Entry
from models.editing.runs import Runs, all_marked, marked, place_of, shown
from models.reading.openings import opening

_NOISE = ' \t\u00a0[“”"«‘…|~—*'


def opening_places(runs: Runs) -> tuple[int, int] | None:
    """From which to which place the known opening stands, brackets and quotation marks before it set aside."""
    text = "".join(run.text for run in runs)
    known = opening(text)
    if known is None:
        return None
    start = len(text) - len(text.lstrip(_NOISE))
    # A note mark that stands right before the opening is no part of it.
    first = place_of(runs, start)
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
