"""Notes that say "Ibid." in one of the drafts: where another note stands before them they say in full what they mean.

As soon as the note they mean stands before them again, they say "Ibid." again. A note somebody wrote stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.references.sources import in_order, is_ibid, resolved, shape, sources
from models.draft import Draft, Run
from models.editing.placed import InFull, Runs

_MOST = 2
Owned = Sequence[tuple[int, int]]
"""For each note of a paragraph of which of two drafts it is, 0 or 1, and its id there; nothing where it is of none."""


def as_in_drafts(text: Draft, in_full: InFull) -> Draft:
    """A text with the notes that were written in full, and stand so, as they are in their draft."""
    own = {one.id: in_full[one.id][1] for one in text.footnotes if one.runs == in_full.get(one.id, (None,))[0]}
    if not own:
        return text
    notes = (replace(one, runs=own[one.id]) if one.id in own else one for one in text.footnotes)
    return replace(text, footnotes=tuple(notes))


def with_sources(text: Draft, notes: Sequence[Owned], drafts: tuple[Draft, Draft]) -> tuple[Draft, InFull]:
    """A text in which what would cite another source than in its draft says its own; and which notes these are.

    `notes` says for each paragraph of which draft its notes are.
    """
    meant = _meant(text, notes, drafts) if any(is_ibid(note.text) for note in text.footnotes) else {}
    said, before = dict(text.note), ""
    written: dict[int, tuple[Runs, Runs]] = {}
    for note in in_order(text) if meant else ():
        source = resolved(note.text, before)
        wanted = meant.get(note.id)
        if wanted is not None and not is_ibid(wanted) and shape(source) != shape(wanted):
            said[note.id] = replace(note, runs=(Run(wanted),))
            written[note.id] = said[note.id].runs, note.runs
            source = wanted
        before = source
    return (replace(text, footnotes=tuple(said[note.id] for note in text.footnotes)) if written else text), written


def _meant(text: Draft, notes: Sequence[Owned], drafts: tuple[Draft, Draft]) -> dict[int, str]:
    """What the notes cite that say "Ibid." as their draft does."""
    found: dict[int, str] = {}
    known = sources(drafts[0]), sources(drafts[1])
    for paragraph, owned in zip(text.paragraphs, notes, strict=True):
        for note, (side, own) in zip(paragraph.footnotes, owned, strict=False):
            one, there = text.note.get(note), drafts[side].note.get(own)
            if one is not None and there is not None and is_ibid(one.text) and one.text == there.text:
                found.setdefault(note, known[side][own])
    return found


def told(text: Draft, written: Iterable[int], before: Draft) -> str:
    """What there is to say of notes that were written in full now and were not before; "" for none."""
    said = []
    for note in (text.note[one] for one in written):
        if note.id not in before.note or before.note[note.id].text != note.text:
            said.append(f"footnote {note.mark} says “{note.text}”, not “Ibid.”: another note stands before it")
    return "; ".join(said[:_MOST])
