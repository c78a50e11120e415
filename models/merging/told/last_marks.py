"""The marks that paragraphs end with: what was last on its side and no longer is ends as what stands there does.

Only where a paragraph ended as its place on the side demanded, and its place in the merged text demands something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from models.draft import Draft, Kind, Run, labels
from models.merging.conflict import Row
from models.merging.sheet import Line, Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.told.edits import Edit
from models.merging.words.clash_laid import OPEN
from models.merging.words.ends import closes_list

if TYPE_CHECKING:
    from models.editing.edit import Entry
    from models.editing.marks.duties import Duties
    from models.editing.marks.language_marks import Marks
    from models.editing.marks.paragraph_end import End

_KINDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_REACH = 2
"""What stands farther away says nothing of how a paragraph ends, but for the last of a list."""
_TAIL = 5
"""So many signs at the end of a paragraph hold its mark and an "and"."""
_CALLED = {",": "a comma", ";": "a semicolon", ".": "a full stop"}


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """Edits the lines of a sheet so that each ends as its place demands; what there is to say of that.

    `draft` is the merged text as it is without the edits.
    """
    on = on_sides(sheet)
    sizes = [len(side.draft.paragraphs) for side in sheet.sides]
    looked_at: list[tuple[Row, int]] = []
    for row in sheet.rows:
        for at in row.merged:
            if draft.paragraphs[at].kind not in _KINDS:
                continue
            ends = draft.paragraphs[at].text.rstrip()[-_TAIL:]
            known = [(side, place) for side in _sides_of(sheet.lines[at]) if (place := on[side][at]) is not None]
            if known and not any(
                _stands_alike(on[side], at, sizes[side])
                and sheet.sides[side].draft.paragraphs[place].text.rstrip().endswith(ends)
                for side, place in known
            ):
                looked_at.append((row, at))
    return [*_Following(sheet, draft, looked_at).told()] if looked_at else []


def _sides_of(line: Line) -> tuple[int, ...]:
    """The sides that may say how a line ends: the base only where the line was taken from it."""
    return (BASE,) if line.whole is not None and line.whole[0] == BASE else (OURS, THEIRS)


def _stands_alike(places: Sequence[int | None], at: int, size: int) -> bool:
    """Whether on a side of so many paragraphs the same stand around a paragraph as in the merged text."""
    own = places[at]
    assert own is not None
    for step in range(-_REACH, _REACH + 1):
        here = places[at + step] if 0 <= at + step < len(places) else -1
        there = own + step if 0 <= own + step < size else -1
        if here != there:
            return False
    return True


class _Following:
    def __init__(self, sheet: Sheet, draft: Draft, looked_at: Sequence[tuple[Row, int]]) -> None:
        self._sheet, self._draft, self._looked_at = sheet, draft, looked_at
        self._entries = _entries(draft, [not line.traits.counted for line in sheet.lines])
        self._now = _duties(self._entries)
        self._closed = self._no_longer_last()
        if self._closed:  # their full stops say nothing of how this text ends its items
            self._now = _duties([_unended(one) if at in self._closed else one for at, one in enumerate(self._entries)])
        self._names = labels(draft)
        self._wanted: dict[int, tuple[str, str]] = {}

    @cached_property
    def _language(self) -> Marks:
        from models.editing.marks.language_marks import language_of

        return language_of(paragraph.text for paragraph in self._draft.paragraphs)

    def told(self) -> Iterator[str]:
        """Sets the marks; what there is to say of that."""
        for row, at in self._looked_at:
            self._follow(row, at)
        for row, at in self._looked_at:
            self._join(row, at)
        for at, (mark, join) in sorted(self._wanted.items()):
            yield from self._set(at, self._entries[at].end, mark, join)

    def _ended_so(self, row: Row, at: int) -> Iterator[tuple[int, int]]:
        """The sides, and the places there, where a paragraph ends as it does now."""
        end = self._entries[at].end
        for side in _sides_of(self._sheet.lines[at]):
            for place in (row.base, row.ours, row.theirs)[side]:
                there = self._sheet.sides[side].duties.end(place)
                if (there.mark, there.join) == (end.mark, end.join):
                    yield side, place

    def _no_longer_last(self) -> set[int]:
        """Items that end in a full stop as the last of their list, which they are no longer."""
        found = set()
        for row, at in self._looked_at:
            end = self._entries[at].end
            if end.mark != "." or end.join or not self._now.is_item(at) or closes_list(self._now, at):
                continue
            places = [*self._ended_so(row, at)]
            if places and all(closes_list(self._sheet.sides[side].duties, place) for side, place in places):
                found.add(at)
        return found

    def _follow(self, row: Row, at: int) -> None:
        """Finds the mark of one paragraph."""
        line, end, duty = self._sheet.lines[at], self._entries[at].end, self._now.of(at)
        if (
            duty is None
            or ":" in (duty.mark, end.mark)
            or not end.sound
            or not end.mark
            or _is_open(self._sheet, row, line)
        ):
            return
        conforms, keeps = at in self._closed, False
        for side, place in self._ended_so(row, at):
            duties = self._sheet.sides[side].duties
            its = duties.of(place)
            if its is None:
                continue
            one_list = _closing_rank(duties, place) == _closing_rank(self._now, at)
            same = (its.mark, its.penultimate) == (duty.mark, duty.penultimate) and (one_list or not end.join)
            if same and at not in self._closed:
                return
            if its.mark == end.mark and (its.penultimate or not end.join):
                conforms, keeps = True, keeps or one_list
        if not conforms:
            return
        join = end.join if duty.penultimate and keeps else ""
        self._wanted[at] = duty.mark, join

    def _join(self, row: Row, at: int) -> None:
        """Puts an "and" into the list of an item that has one wherever the item stands, though nobody's is left."""
        items = self._now.items(at) if self._now.is_item(at) else None
        if items is None or len(items) < 2:
            return
        leaf = self._now.last_leaf(items[-2])
        end, duty = self._entries[leaf].end, self._now.of(leaf)
        if end.join or not (end.sound and end.mark) or duty is None or not duty.penultimate:
            return
        if any(self._wanted.get(one, ("", self._entries[one].end.join))[1] for one in items):
            return
        words = set()
        for side in (OURS, THEIRS):
            for place in (row.base, row.ours, row.theirs)[side]:
                duties = self._sheet.sides[side].duties
                there = (duties.items(place) if duties.is_item(place) else None) or []
                words.add(duties.end(duties.last_leaf(there[-2])).join if len(there) > 1 else "")
        if len(words) == 1 and (word := words.pop()) and not self._sheet.lines[leaf].before:
            self._wanted[leaf] = self._wanted.get(leaf, (duty.mark, ""))[0], word

    def _set(self, at: int, end: End, mark: str, join: str) -> Iterator[str]:
        from models.editing.marks.language_marks import marks_for
        from models.editing.marks.paragraph_end import ended

        paragraph = self._draft.paragraphs[at]
        runs = ended(paragraph.runs, mark, join, marks_for(paragraph.text, self._language))
        old, new = paragraph.text, "".join(run.text for run in runs)
        if old == new:
            return
        line, edit = self._sheet.lines[at], _difference(old, new)
        ahead = len(line.before)  # the mark of what is asked is no part of the line
        line.edits.append(edit._replace(start=edit.start - ahead, end=edit.end - ahead))
        name = self._names[at] or "A paragraph"
        if mark != end.mark:
            yield f"{name} ends with {_CALLED[mark]}, not {_CALLED[end.mark]}: it stands at another place now."
        if join != end.join:
            yield f"{name} ends with{'' if join else 'out'} “{join or end.join}”: it stands at another place now."


def _difference(old: str, new: str) -> Edit:
    """The edit at the end of a text that makes it another."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    start = min(start, len(old) - 1)  # words that are only put in take the place of the last sign, and keep it
    stop = 0
    while stop < min(len(old), len(new)) - start - 1 and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    return Edit(start, len(old) - stop, new[start : len(new) - stop])


def _entries(draft: Draft, printed: Sequence[bool]) -> list[Entry]:
    from models.editing.edit import Entry

    return [
        Entry(at, paragraph, printed=own)
        for at, (paragraph, own) in enumerate(zip(draft.paragraphs, printed, strict=True))
    ]


def _unended(entry: Entry) -> Entry:
    """A paragraph without its full stop."""
    from models.editing.edit import Entry

    paragraph = replace(entry.paragraph, runs=(Run(entry.paragraph.text.rstrip().removesuffix(".")),))
    return Entry(entry.key, paragraph, printed=entry.printed)


def _closing_rank(duties: Duties, at: int) -> tuple[Kind, bool] | None:
    """What kind of paragraph the last mark of one closes; whether that is the paragraph itself."""
    head = duties.head_of_close(at)
    return (duties.kind(head), head == at) if head is not None else None


def _duties(entries: Sequence[Entry]) -> Duties:
    from models.editing.marks.duties import Duties
    from models.editing.stretches import Stretches

    return Duties(entries, Stretches(entries))


def _is_open(sheet: Sheet, row: Row, line: Line) -> bool:
    """Whether the end of a line is asked about."""
    if line.after:
        return True
    last = line.cells[-1] if line.whole is None and line.cells else None
    return last is not None and last.clash is not None and sheet.answer(f"{row.key}:words:{last.clash}") == OPEN
