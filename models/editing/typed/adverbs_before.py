"""An adverb that is typed before an opening: "Also" before "Takes note" makes it "Also takes note"."""

from __future__ import annotations

from dataclasses import replace

from models.draft import tidy_runs
from models.editing.edit import Selection
from models.editing.places import HEADS, is_item
from models.editing.runs import all_marked, cut, joined, marked
from models.editing.typed.openings import italic_opening, opening_places
from models.editing.typed.written_number import BLANKS
from models.editing.working import WorkingText
from models.reading.openings import opening, words_begin


def adverb_typed(working: WorkingText, position: int, place: int, typed: str) -> bool:
    """Whether an adverb was typed before the verb a paragraph opened with, which then has no capital any longer."""
    entry = working.entries[position]
    behind = entry.text[len(typed) :]
    if typed[-1] not in BLANKS or not (behind[:1].isupper() and behind[1:2].islower()):
        return False
    if not (entry.paragraph.kind in HEADS or is_item(entry)) or words_begin(behind) or opening(behind) is None:
        return False
    known = italic_opening(entry.text)
    if known is None or known.end <= len(typed) or opening(typed) is not None:
        return False
    runs = entry.paragraph.runs
    first = tidy_runs(replace(run, text=run.text.lower()) for run in cut(runs, place, place + 1))
    changed = joined(cut(runs, 0, place), first, cut(runs, place + 1))
    found = opening_places(changed)
    if found is not None and all_marked(runs, place, place + 1, "italic"):
        changed = marked(changed, *found, italic=True)
    with working.step(f"Opening {entry.text[: known.end].strip()}", Selection.at(position, place)) as step:
        step.put(position, entry.with_runs(changed))
    return True
