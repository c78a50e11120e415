""" "Ibid." for a source that the footnote before names too, as the Editorial Manual of the United Nations has it.

Only where `models.comparison.references.sources` reads the very same source out of it again; a note that says "Ibid."
stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.comparison.references.sources import in_order, is_ibid, resolved, shape
from models.draft import Draft, Footnote, Run, tidy_runs
from models.reading.language import LETTERS, language

_COMMA = re.compile(r"\s*[,،，]\s*")
_LATIN = ("Ibid.", ", ")
_WORDS = {"ru": ("Там же", ", "), "ar": ("المرجع نفسه", "، "), "zh": ("同上", "，")}
"""What is said in languages of other letters, and the comma before what differs."""
_STOPS = (".", "。")


def with_ibid(draft: Draft) -> Draft:
    """The draft with "Ibid.", or "Ibid., annex II.", in the notes that name the source of the note before them."""
    spoken, before = language(draft), ""
    short: dict[int, Footnote] = {}
    for note in in_order(draft):
        source = resolved(note.text, before)
        if before and not is_ibid(note.text):
            short[note.id] = _shortened(note, source, before, spoken)
        before = source
    return replace(draft, footnotes=tuple(short.get(note.id, note) for note in draft.footnotes))


def _shortened(note: Footnote, source: str, before: str, spoken: str) -> Footnote:
    """A note that says "Ibid." and what differs, or the note as it is where that would not say the same.

    It says so in the language of its letters or, where it has none but Latin ones, in that of the text.
    """
    code = next((code for code in _WORDS if LETTERS[code].search(note.text)), spoken)
    word, comma = _WORDS.get(code, _LATIN)
    if _same(before, source):
        stop = source[-1:] if source.endswith(_STOPS) and not word.endswith(_STOPS) else ""
        return replace(note, runs=(Run(word + stop),)) if _same(resolved(word, before), source) else note
    for place in reversed(list(_COMMA.finditer(note.text))):  # the shortest that says the same
        rest = _from(note.runs, place.end())
        said = f"{word}{comma}" + "".join(run.text for run in rest)
        if _same(resolved(said, before), source):
            return replace(note, runs=tidy_runs((Run(f"{word}{comma}"), *rest)))
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
