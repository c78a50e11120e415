""" "Ibid." for a source that the footnote before names too, as the Editorial Manual of the United Nations has it.

Only where `models.comparison.references.sources` reads the very same source out of it again; a note that says "Ibid."
stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.comparison.references.sources import in_order, is_ibid, resolved, shape
from models.draft import Draft, Footnote, Run, tidy_runs

_COMMA = re.compile(r"\s*,\s*")
_WORDS = (
    (re.compile("[\u0400-\u04ff]"), "Там же"),
    (re.compile("[\u0600-\u06ff]"), "المرجع نفسه"),
    (re.compile("[\u4e00-\u9fff]"), "同上"),
)
_STOPS = (".", "。")


def with_ibid(draft: Draft) -> Draft:
    """The draft with "Ibid.", or "Ibid., annex II.", in the notes that name the source of the note before them."""
    before = ""
    short: dict[int, Footnote] = {}
    for note in in_order(draft):
        source = resolved(note.text, before)
        if before and not is_ibid(note.text):
            short[note.id] = _shortened(note, source, before)
        before = source
    return replace(draft, footnotes=tuple(short.get(note.id, note) for note in draft.footnotes))


def _shortened(note: Footnote, source: str, before: str) -> Footnote:
    """A note that says "Ibid." and what differs, or the note as it is where that would not say the same."""
    if _same(before, source):
        word = next((word for letters, word in _WORDS if letters.search(note.text)), "Ibid.")
        stop = source[-1:] if source.endswith(_STOPS) and not word.endswith(_STOPS) else ""
        return replace(note, runs=(Run(word + stop),)) if _same(resolved(word, before), source) else note
    for comma in reversed(list(_COMMA.finditer(note.text))):  # the shortest that says the same
        rest = _from(note.runs, comma.end())
        said = "Ibid., " + "".join(run.text for run in rest)
        if _same(resolved(said, before), source):
            return replace(note, runs=tidy_runs((Run("Ibid., "), *rest)))
    return note


def _same(one: str, two: str) -> bool:
    """Whether two citations are the same but for their last stop."""
    return shape(one.rstrip(" .。")) == shape(two.rstrip(" .。"))


def _from(runs: tuple[Run, ...], start: int) -> list[Run]:
    """The runs of a text from a place on, in code points."""
    found = []
    for run in runs:
        cut = min(start, len(run.text))
        start -= cut
        found.append(replace(run, text=run.text[cut:]))
    return found
