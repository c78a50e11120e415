"""Whose words stand in a paragraph of the merged text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.comparison.words import readable, word_diff
from models.merging.conflict import Row, Stretch
from models.merging.edits import Edit, touches
from models.merging.sheet import Line, Sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS


def stretches(sides: Sides, line: Line, row: Row) -> tuple[Stretch, ...]:
    """The words of a line of a row, in order, neighbours of one kind together."""
    settled = next((key for key in row.conflicts if key.endswith((":deleted", ":moved", ":table"))), "")
    around = [Stretch(text, "", settled) for text in (line.before, line.after)]
    told = [*_told(sides, line, row)]
    for edit in sorted(line.edits, reverse=True):
        told = _edited(told, edit)
    return tuple(_joined([around[0], *told, around[1]]))


def _edited(stretches: Sequence[Stretch], edit: Edit) -> list[Stretch]:
    """Stretches with an edit; its words are of the side whose they take the place of."""
    found, at, done = [], 0, False
    for one in stretches:
        end = at + len(one.text)
        if touches(edit, at, end):
            head, tail = one.text[: max(edit.start - at, 0)], one.text[max(edit.end - at, 0) :]
            found.append(replace(one, text=head + ("" if done else edit.text) + tail))
            done = True
        else:
            found.append(one)
        at = end
    return found


def _told(sides: Sides, line: Line, row: Row) -> Iterator[Stretch]:
    if line.whole is None:
        for cell in line.cells:
            yield Stretch(cell.letters, cell.by, f"{row.key}:words:{cell.clash}" if cell.clash is not None else "")
        return
    side, at = line.whole
    text = sides[side].draft.paragraphs[at].text
    if side == BASE or row.kind == "same":
        yield Stretch(text)
        return
    former = "\n".join(sides[BASE].draft.paragraphs[old].text for old in row.base)
    have = [
        "\n".join(sides[one].draft.paragraphs[place].text for place in places)
        for one, places in ((OURS, row.ours), (THEIRS, row.theirs))
    ]
    by = "both" if have[0] == have[1] else NAMES[side]
    yield from (
        Stretch(part, by if op == "insert" else "")
        for op, part in readable(word_diff(former, text))
        if op != "delete"
    )  # fmt: skip


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind together, empty ones left out."""
    last: Stretch | None = None
    for one in stretches:
        if not one.text:
            continue
        if last is not None and (last.by, last.conflict) == (one.by, one.conflict):
            last = replace(last, text=last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
