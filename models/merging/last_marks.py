"""The marks that paragraphs end with: what was last on its side and no longer is ends as what stands there does.

Only where a paragraph ended as its place on the side demanded, and its place in the merged text demands something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from models.draft import Draft, Kind, labels
from models.merging.conflict import Row
from models.merging.sheet import Edit, Line, Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS

if TYPE_CHECKING:
    from models.editing.duties import Duties
    from models.editing.edit import Entry
    from models.editing.language_marks import Marks
    from models.editing.paragraph_end import End

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
    following: _Following | None = None
    told: list[str] = []
    for row in sheet.rows:
        for at in row.merged:
            if draft.paragraphs[at].kind not in _KINDS:
                continue
            ends = draft.paragraphs[at].text.rstrip()[-_TAIL:]
            known = [(side, place) for side in (OURS, THEIRS) if (place := on[side][at]) is not None]
            if known and not any(
                _stands_alike(on[side], at, sizes[side])
                and sheet.sides[side].draft.paragraphs[place].text.rstrip().endswith(ends)
                for side, place in known
            ):
                following = following or _Following(sheet, draft)
                told += following.follow(row, at)
    return told + (list(following.join()) if following is not None else [])


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
    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._sheet, self._draft = sheet, draft
        self._entries = _entries(draft, [not line.traits.counted for line in sheet.lines])
        self._now = _duties(self._entries)
        self._names = labels(draft)
        self._without: list[tuple[int, str]] = []

    @cached_property
    def _sides(self) -> dict[int, Duties]:
        found = {}
        for side in (BASE, OURS, THEIRS):
            one = self._sheet.sides[side]
            printed = [not one.traits(at).counted for at in range(len(one.draft.paragraphs))]
            found[side] = _duties(_entries(one.draft, printed))
        return found

    @cached_property
    def _language(self) -> Marks:
        from models.editing.language_marks import language_of

        return language_of(paragraph.text for paragraph in self._draft.paragraphs)

    def follow(self, row: Row, at: int) -> Iterator[str]:
        """Sets the mark of one paragraph."""
        line, end, duty = self._sheet.lines[at], self._entries[at].end, self._now.of(at)
        if (
            duty is None
            or ":" in (duty.mark, end.mark)
            or not end.sound
            or not end.mark
            or _is_open(self._sheet, row, line)
        ):
            return
        conforms = False
        for side, places in ((OURS, row.ours), (THEIRS, row.theirs)):
            for place in places:
                there, its = self._sides[side].end(place), self._sides[side].of(place)
                if its is None or (there.mark, there.join) != (end.mark, end.join):
                    continue
                if (its.mark, its.penultimate) == (duty.mark, duty.penultimate):
                    return
                conforms = conforms or (its.mark == end.mark and (its.penultimate or not end.join))
        if not conforms:
            return
        join = end.join if duty.penultimate else ""
        if end.join and not join:
            self._without.append((at, end.join))
        yield from self._set(at, end, duty.mark, join)

    def join(self) -> Iterator[str]:
        """Puts the "and" that paragraphs lost behind the last but one of their lists."""
        for at, word in self._without:
            for other in self._now.group(at):
                leaf = self._now.last_leaf(other)
                duty, end = self._now.of(leaf), self._entries[leaf].end
                if duty is None or not duty.penultimate or self._now.head_of_close(leaf) != other:
                    continue
                if end.join or not (end.sound and end.mark):
                    continue
                if not self._sheet.lines[leaf].edits and not self._sheet.lines[leaf].before:
                    yield from self._set(leaf, end, duty.mark, word)

    def _set(self, at: int, end: End, mark: str, join: str) -> Iterator[str]:
        from models.editing.language_marks import marks_for
        from models.editing.paragraph_end import ended

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


def _duties(entries: Sequence[Entry]) -> Duties:
    from models.editing.duties import Duties
    from models.editing.stretches import Stretches

    return Duties(entries, Stretches(entries))


def _is_open(sheet: Sheet, row: Row, line: Line) -> bool:
    """Whether the end of a line is asked about."""
    if line.after:
        return True
    last = line.cells[-1] if line.whole is None and line.cells else None
    return last is not None and last.clash is not None and f"{row.key}:words:{last.clash}" not in sheet.choices
