"""Paragraphs put back as they were in the base: words, kind, number, notes and place."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import groupby

from models.draft import DraftError
from models.editing.acts import cells_put_back
from models.editing.changes import gone_at
from models.editing.edit import Caret, Entry, Selection
from models.editing.marks.punctuation import follow
from models.editing.origins import Origins, origins_of
from models.editing.runs import notes_of
from models.editing.step import Step
from models.editing.table_cells import clear_of_tables, in_cell
from models.editing.working import WorkingText


class NothingToPutBack(DraftError):
    """Nothing differs from the base here."""


def put_back(working: WorkingText, selection: Selection) -> None:
    """Let the paragraphs of a selection be as in the base, in their place; a new one goes.

    Parts of a split become one again, what was merged comes apart, and what is gone between several is put back, with
    those at the ends of the text also what is gone there. Where all is as it was, what is gone just before them is, or
    behind the last of the text; NothingToPutBack where nothing is.
    """
    keys = [entry.key for entry in working.entries[selection.start.position : selection.end.position + 1]]
    if not keys:
        raise NothingToPutBack("There is no paragraph here to put back; nothing was changed.")
    before = working.undo_list.last
    words = "Put this paragraph back" if len(keys) == 1 else "Put these paragraphs back"
    with working.step(words, selection) as step:
        restored: set[int] = set()
        standing = _Standing(working)
        gone = _gone_between(working, standing.origins, selection)
        for key in keys:
            # A paragraph before may have taken this one along.
            if key in standing.where and key not in restored:
                restored.update(_one_back(step, standing, standing.where[key]))
        restored.update(entry.key for entry in _gone_ones_back(step, gone))
        if step.splices or step.notes:
            _let_follow(step, restored)
            _place_caret(step, selection, restored)
    # The number that a section goes on with is put right again at the end of the step.
    if working.undo_list.last is before:
        _gone_back(working, selection)


def _gone_back(working: WorkingText, selection: Selection) -> None:
    """Put back what is gone nearest to the first paragraph of a selection."""
    position = selection.start.position
    gone = gone_at(working, origins_of(working), position)
    if not gone:
        raise NothingToPutBack("This paragraph is as it was in the draft it came from; nothing was changed.")
    before = [one for one in gone if one.before == position]
    put_back_gone(working, (before[-1] if before else gone[0]).base_position, selection)


def put_back_gone(working: WorkingText, base_position: int, selection: Selection | None = None) -> None:
    """Put a paragraph of the base that is gone back in its place, of a table its row; NothingToPutBack where it is
    there."""
    origins = origins_of(working)
    if origins.heirs(base_position) or not 0 <= base_position < len(working.original):
        raise NothingToPutBack("This paragraph is still in the text; nothing was changed.")
    at = origins.place_of(base_position)
    with working.step("Put the deleted paragraph back", selection or Selection.at(at)) as step:
        back = {entry.key for entry in _gone_ones_back(step, [base_position])}
        _let_follow(step, back)
        step.caret(max(at for at, entry in enumerate(working.entries) if entry.key in back), 0)


def _gone_between(working: WorkingText, origins: Origins, selection: Selection) -> list[int]:
    """What is gone from between several paragraphs, and from before the first of the text or behind its last."""
    first, last = selection.start.position, min(selection.end.position, len(working.entries) - 1)
    if first == last:
        return []
    start, end = first + (first > 0), last + (last == len(working.entries) - 1)
    return [old for old, at in origins.gone if start <= at <= end and working.original[old].text.strip()]


def _gone_ones_back(step: Step, olds: Sequence[int]) -> list[Entry]:
    """Put paragraphs of the base in again that nobody continues, in their places, of tables their rows."""
    working = step.working
    gone, stands = dict(origins_of(working).gone) if olds else {}, {one.key for one in working.entries}
    rows = {at: None for old in olds for at in cells_put_back.row_of(working.original, old) if at in gone}
    back = {old: _as_it_was(step, old, (), stands) for old in rows}
    # From the last on, so that those before stand where they did; those of one place at once.
    apart = [old for old in rows if not in_cell(back[old])]
    for place, group in groupby(reversed(apart), key=gone.__getitem__):
        there = clear_of_tables(working.entries, place)
        step.replace(there, there, [back[old] for old in reversed(list(group))])
    for old in (old for old in rows if in_cell(back[old])):
        cells_put_back.insert(step, back[old], old, origins_of(working).place_of(old))
    _notes_back(step, [*back.values()])
    _stand_again(step, [*back.values()])
    return [*back.values()]


class _Standing:
    """How the paragraphs stand while many are put back: looked up anew only where one came, went or moved."""

    def __init__(self, working: WorkingText) -> None:
        self._working = working
        self.look()

    def look(self) -> None:
        """They stand otherwise."""
        entries = self._working.entries
        self.origins = origins_of(self._working)
        self.where: dict[int, int] = {}
        """By key, the first place of each."""
        for at, entry in enumerate(entries):
            self.where.setdefault(entry.key, at)
        self.blank = [at for at, entry in enumerate(entries) if entry.came_from and not entry.text.strip()]
        """What may be the empty end of a split."""

    def left_over(self, olds: tuple[int, ...], news: tuple[int, ...]) -> list[int]:
        """The empty ends of splits of these paragraphs."""
        entries = self._working.entries
        return [at for at in self.blank if at not in news and set(entries[at].came_from) <= set(olds)]


def _one_back(step: Step, standing: _Standing, position: int) -> list[int]:
    """One paragraph, with those it was split from or merged with; gives the keys of what stands there now."""
    entries, origins = step.working.entries, standing.origins
    olds, news = origins.family(entries, position)
    back = [_as_it_was(step, old, [entries[at] for at in news], standing.where) for old in olds]
    blank = standing.left_over(olds, news)
    _notes_back(step, back)
    before = entries[position]
    if len(news) == len(back) == 1 and not blank and _stays(before, back[0], moved=position in origins.moved):
        if position in origins.moved:
            position = cells_put_back.table_back(step, olds[0], position, origins)
        one = replace(back[0], paragraph=replace(back[0].paragraph, cell=before.paragraph.cell))
        step.put(position, one)
        _stand_again(step, [one])
        if _stands_otherwise(before, one) or position not in news:
            standing.look()
        return [one.key]
    cells_put_back.take_out(step, [*(news if olds else cells_put_back.new_row(entries, position)), *blank])
    _insert(step, back, olds, news, origins)
    _stand_again(step, back)
    standing.look()
    return [entry.key for entry in back]


def _stand_again(step: Step, back: Sequence[Entry]) -> None:
    """What was put back counts no more as taken elsewhere."""
    step.working.remembered = step.working.remembered.and_back(one.key for one in back)


def _stays(old: Entry, new: Entry, *, moved: bool) -> bool:
    """Whether a paragraph is put back where it stands, a cell in its table; a table that was moved goes as a whole."""
    return in_cell(old) == in_cell(new) and (in_cell(old) or not moved)


def _stands_otherwise(old: Entry, new: Entry) -> bool:
    """Whether who continues whom may be another matter once one paragraph stands where another did."""
    return (old.key, old.came_from, not old.text.strip()) != (new.key, new.came_from, not new.text.strip())


def _insert(step: Step, back: list[Entry], olds: tuple[int, ...], news: tuple[int, ...], origins: Origins) -> None:
    """Each paragraph in its place; one that never moved stays where its first part stood."""
    staying = [at for at in news if at not in origins.moved]
    for entry, old in zip(back, olds, strict=True):
        rest = origins_of(step.working)
        stays = bool(staying) and entry is back[0]
        place = min(staying[0], len(step.working.entries)) if stays else _place(rest, step.working.entries, old)
        at = cells_put_back.insert(step, entry, old, place)
        if stays and not in_cell(entry) and at in origins_of(step.working).moved:
            # Of a part that stood so, others may be said to have moved; of the whole it is the one that did.
            step.replace(at, at + 1, [])
            cells_put_back.insert(step, entry, old, _place(rest, step.working.entries, old))


def _place(origins: Origins, entries: Sequence[Entry], old: int) -> int:
    """Where a base paragraph belongs: behind all before it that stand there, but for those that moved away."""
    place = origins.place_of(old)
    while (
        place < len(entries) and place not in origins.moved and max(origins.origins(entries, place), default=old) < old
    ):
        place += 1
    return place


def _as_it_was(step: Step, old: int, instead: Sequence[Entry], used: Container[int]) -> Entry:
    """The entry of a base paragraph; under another key where its own is in use elsewhere."""
    entry = step.working.original[old]
    if entry.key in used and all(one.key != entry.key for one in instead):
        return Entry(step.working.fresh_key(), entry.paragraph, entry.came_from, entry.printed)
    return entry


def _notes_back(step: Step, entries: list[Entry]) -> None:
    """The notes these paragraphs cite read as in the base."""
    for entry in entries:
        for note in notes_of(entry.paragraph.runs):
            if note in step.working.base.note:
                step.set_note(note, step.working.base.note[note])


def _let_follow(step: Step, restored: set[int]) -> None:
    """The paragraphs around follow; what was put back stays exactly as in the base."""
    kept = [at for at, entry in enumerate(step.working.entries) if entry.key in restored]
    step.kept.update(restored)
    follow(step, (), but=kept)


def _place_caret(step: Step, selection: Selection, restored: set[int]) -> None:
    entries = step.working.entries
    at = next((at for at, entry in enumerate(entries) if entry.key in restored), None)
    if at is None:
        at = min(selection.start.position, max(0, len(entries) - 1))
    place = min(selection.head.place, entries[at].length) if entries else 0
    step.selection = Selection(Caret(at, place), Caret(at, place))
