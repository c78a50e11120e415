"""What a selection holds that is copied or cut, and that it is back where it was when it is put in there again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.draft import Footnote, Kind, Paragraph
from models.editing.acts.deleting import TAKEN_OUT, delete
from models.editing.edit import PASTING, Edit, Entry, Selection
from models.editing.references.brought import Leads
from models.editing.references.copied_leads import leads_of
from models.editing.references.remembered import signs_of, words_of
from models.editing.runs import cut
from models.editing.undo import turn_back
from models.editing.working import WorkingText

_MOST = 40
"""More steps than this are not looked at for what was taken out."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a selection reached: whether its first paragraph is in it from the beginning on, and the end of its last.

    A paragraph of several that is in it to its last letter is in it with its end, as where it is deleted. `printed`,
    one for each paragraph: whether its number stands as it is, else it is counted.
    """

    begun: bool
    ended: bool
    printed: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """A selection: its paragraphs with their numbers, the notes they cite, where they came from, its extent, and where
    its references lead.

    `partial`: words from inside one paragraph.
    """

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    came_from: tuple[tuple[int, ...], ...]
    partial: bool
    extent: Extent
    leads: Leads = field(default_factory=Leads, compare=False)


def copied(working: WorkingText, selection: Selection) -> Copied:
    """The paragraphs of a selection, the first and last cut.

    A part of one paragraph is partial: words alone, without kind and number, that go into the words where they are
    pasted. Marks of notes that are not known are left out.
    """
    start, end = selection.start, selection.end
    last = end.position
    if last > start.position and end.place == 0:
        last -= 1  # a selection that ends before the first letter of a paragraph does not take it
    taken = working.entries[start.position : last + 1]
    paragraphs = []
    for position, entry in enumerate(taken, start.position):
        first = start.place if position == start.position else 0
        runs = cut(entry.paragraph.runs, first, end.place if position == end.position else None)
        runs = tuple(run for run in runs if run.footnote is None or run.footnote in working.notes)
        paragraphs.append(replace(entry.paragraph, runs=runs, number=None if first else working.number(position)))
    to_its_last = end.place == taken[-1].length
    whole = last < end.position or (start.place == 0 and to_its_last)
    partial = len(taken) == 1 and not whole
    if partial:
        paragraphs = [replace(paragraphs[0], kind=Kind.TEXT, level=0, number=None, set_label=None)]
    if len({paragraph.cell for paragraph in paragraphs}) == 1:
        paragraphs = [replace(paragraph, cell=None) for paragraph in paragraphs]  # what a cell holds is no table
    cited = dict.fromkeys(note for paragraph in paragraphs for note in paragraph.footnotes)
    notes = tuple(replace(working.notes[note], mark=working.mark(note)) for note in cited)
    extent = Extent(
        start.place == 0,
        last < end.position or (len(taken) > 1 and to_its_last),
        tuple(entry.printed and (at > 0 or start.place == 0) and not partial for at, entry in enumerate(taken)),
    )
    leads = leads_of(working, start.position, paragraphs, notes)
    return Copied(tuple(paragraphs), notes, tuple(entry.came_from for entry in taken), partial, extent, leads)


def put_back(
    working: WorkingText,
    selection: Selection,
    paragraphs: Sequence[Paragraph],
    footnotes: Sequence[Footnote],
    extent: Extent,
) -> bool:
    """Whether these are what was taken out, and they are put in where that was, or in the place of themselves.

    In the first case that step is undone, by a step of its own; in the second the caret goes behind them, and there is
    nothing to undo. So all is as it was. What was written elsewhere since, in words alone, stays; where
    it names paragraphs by the numbers they have now, and these go back, this is not done.
    """
    given = tuple(paragraphs), tuple(footnotes), extent
    if not selection.empty:
        same = _is(given, copied(working, selection))
        if same:
            working._tell(Edit(PASTING, before=selection, after=Selection(selection.end, selection.end)))
        return same
    before = working.copy()
    referring = False
    for edit in reversed(working.undo_list.done[-_MOST:]):
        before.undo()
        if edit.words == TAKEN_OUT and not edit.before.empty and _is(given, copied(before, edit.before)):
            delete(before, edit.before)  # the caret may have been elsewhere since
            out = before.undo_list.last
            back = out is not None and out.after == selection and _stands(working.entries, edit)
            back = back and (not referring or _words_alone(edit))
            if back:
                turn_back(working, edit, PASTING, selection, Selection(edit.before.end, edit.before.end))
            return back
        if not _words_alone(edit):
            break
        referring = referring or _refers_otherwise(edit)
    return False


def _is(given: tuple[tuple[Paragraph, ...], tuple[Footnote, ...], Extent], taken: Copied) -> bool:
    return (taken.paragraphs, taken.footnotes, taken.extent) == given


def _words_alone(edit: Edit) -> bool:
    """Whether a step changed words alone, so that nothing elsewhere followed it."""
    followed = edit.notes or edit.remembered is not None or edit.placed is not None
    return not followed and all(splice.words_alone for splice in edit.splices)


def _refers_otherwise(edit: Edit) -> bool:
    """Whether a step that changed words alone wrote references to paragraphs, or took some out."""
    return any(_named(splice.old[0]) != _named(splice.new[0]) for splice in edit.splices)


def _named(entry: Entry) -> tuple[object, ...]:
    """What a paragraph names, by the words of its references."""
    return signs_of(entry.mentions), [mention.division for mention in entry.mentions], words_of(entry)


def _stands(entries: Sequence[Entry], edit: Edit) -> bool:
    """Whether what a step left stands as it did."""
    now = list(entries)
    for splice in edit.turned().splices:
        there = slice(splice.start, splice.start + len(splice.old))
        if tuple(now[there]) != splice.old:
            return False
        now[there] = splice.new
    return True
