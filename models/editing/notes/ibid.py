"""Notes that say "Ibid." mean the note before them: what they meant is remembered, and said where another stands there.

"Ibid." refers to the note immediately before (United Nations Editorial Manual, footnotes).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from models.comparison.references.sources import is_ibid

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

Source = int | None
"""The id of the note that is cited; None where no note stands before."""
_NAMED = 8
"""How many words of a source are said."""
_UNKNOWN = -1
"""What an "Ibid." meant that came from elsewhere, without the note before it."""


def follow_ibid(step: Step) -> str:
    """What there is to say of notes that cite another source after a step than before; "" where there is nothing."""
    working = step.working
    before = dict(working.notes)
    ibids = set(working.noted.ibids)
    for change in reversed(step.notes):
        ibids.discard(change.id)
        if change.old is None:
            before.pop(change.id, None)
        else:
            before[change.id] = change.old
            ibids |= {change.id} if is_ibid(change.old.text) else set()
    if not (ibids or working.noted.ibids) or not _may_mean_others(step, ibids):
        return ""
    meant = dict(working.remembered.ibids)
    stood_for = _sources(step.stretches_before.cited, before, ibids)
    for note, source in stood_for.items():
        meant.setdefault(note, source)
    written = {change.id for change in step.notes if change.old is not None}
    right = {note for note, source in stood_for.items() if source == meant[note]}
    now = _sources(working.stretches.cited, working.notes, working.noted.ibids)
    for note in written & now.keys():
        meant[note] = now[note]  # who writes the note sees what stands before it
    if meant != working.remembered.ibids:
        working.remembered = replace(working.remembered, ibids=meant)
    stood = set(step.stretches_before.cited)
    wrong = [
        note
        for note, source in now.items()
        if meant.get(note, source) != source and (note in right or note not in stood)
    ]
    return "; ".join(_sentence(working, note, now[note], meant[note]) for note in wrong[:2])


def _may_mean_others(step: Step, ibids: Set[int]) -> bool:
    """Whether a step can change what an "Ibid." means: not by words of notes that are none; `ibids` were before."""
    now = step.working.noted.ibids
    return any(splice.cites_otherwise for splice in step.splices) or any(
        change.marks_otherwise or change.id in ibids or change.id in now for change in step.notes
    )


def without_source(working: WorkingText, note: int) -> None:
    """A note that says "Ibid." came from elsewhere, and the note it means did not."""
    known = working.remembered
    working.remembered = replace(known, ibids={**known.ibids, note: _UNKNOWN})


def citing_another(working: WorkingText) -> dict[int, str]:
    """By id, the notes that say "Ibid." and follow another note than they meant, and what there is to say of each."""
    meant = working.remembered.ibids
    if not meant:
        return {}
    now = _sources(working.stretches.cited, working.notes, working.noted.ibids)
    return {
        note: _sentence(working, note, source, meant[note])
        for note, source in now.items()
        if meant.get(note, source) != source
    }


def _sources(cited: Iterable[int], notes: Collection[int], ibids: Set[int]) -> dict[int, Source]:
    """By id of each note that says "Ibid.", in the order of citing, the note whose source it cites."""
    found: dict[int, Source] = {}
    last: Source = None
    for note in dict.fromkeys(cited) if ibids else ():
        if note in ibids:
            found[note] = last
        elif note in notes:
            last = note
    return found


def _sentence(working: WorkingText, note: int, source: Source, meant: Source) -> str:
    words = working.notes[note].text.split()[0].rstrip(".,;") + "."
    follows = f"follows footnote {working.mark(source)} now" if source is not None else "has no footnote before it now"
    known = working.notes[meant].text.split() if meant in working.notes else []
    said = " ".join(known[:_NAMED]) + ("…" if len(known) > _NAMED else "")
    cited = f"it meant “{said}”" if known else "look at its source"
    return f"footnote {working.mark(note)} says “{words}” and {follows}: {cited}"
