"""The merged draft with its rows and conflicts, by what was found out and what has been answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.draft import Draft, Footnote, Paragraph, Run, labels, tidy_runs
from models.draft.numbering import Count, sole_operatives
from models.merging import (
    at_one_place,
    brackets_across,
    clauses_moved,
    heads_kept,
    last_marks,
    numbers_twice,
    openings_kept,
    places_meant,
    sections_kept,
)
from models.merging.at_one_place import Met
from models.merging.blocks import Block, Gone
from models.merging.called import label_of
from models.merging.conflict import Choice, Conflict, Row, Stretch
from models.merging.gathered_notes import Gathered, gather
from models.merging.laying import lay
from models.merging.ordering import Placing, ordered
from models.merging.own_places import in_own_places
from models.merging.pieces import Clash
from models.merging.sheet import SIDES, WAYS, Edit, Line, Sheet, Sides, clashing, on_sides, put_block
from models.merging.sides import BASE, CONTINUED, NAMES, GoingOn, Traits
from models.merging.sources_meant import in_full
from models.merging.streams import Writer, runs_of
from models.merging.tables.cell_counts import count_cells
from models.merging.tables.table_places import Tables
from models.merging.weaving import weave
from models.merging.whose import stretches


@dataclass(frozen=True)
class Rendered:
    """What a merge shows."""

    draft: Draft
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    lines: tuple[Line, ...] = ()
    told: tuple[str, ...] = ()

    def stretches(self, sides: Sides, position: int) -> tuple[Stretch, ...]:
        """A paragraph of the merged draft, by whose words stand in it."""
        row = next(row for row in self.rows if position in row.merged)
        return stretches(sides, self.lines[position], row)


def render(
    sides: Sides,
    blocks: Sequence[Block],
    gone: Sequence[Gone],
    where: Placing,
    writer: Writer,
    choices: Mapping[str, Choice],
    tables: Tables,
) -> Rendered:
    """The merged draft as it is with these answers."""
    sheet = Sheet(sides, choices)

    def place(number: int) -> str:
        whole = choices.get(str(number))
        key = f"{number}:words:0" if number in where.hung else f"{number}:moved"
        return whole.way if whole else sheet.answer(key)[0]

    met: Met = []
    order = in_own_places(blocks, gone, sides, where, ordered(blocks, sides, where, place, met), met)
    lost = _behind(blocks, gone, order)
    for one in lost.get(None, ()):
        sheet.rows.append(_lost(one))
    for number in order:
        put_block(sheet, number, blocks[number], where)
        for one in lost.get(number, ()):
            sheet.rows.append(_lost(one))
    count_cells(sheet, blocks, tables, where.rows)
    return _finished(sheet, blocks, gone, writer, met)


def _behind(blocks: Sequence[Block], gone: Sequence[Gone], order: Sequence[int]) -> dict[int | None, list[Gone]]:
    """What is gone, by the block behind which it stood."""
    by_line = sorted((block.places[BASE][0], number) for number, block in enumerate(blocks) if block.places[BASE])
    placed = set(order)
    found: dict[int | None, list[Gone]] = {}
    at, last = 0, None
    for one in sorted(gone, key=lambda one: one.base):
        while at < len(by_line) and by_line[at][0] < one.base[0]:
            if by_line[at][1] in placed:
                last = by_line[at][1]
            at += 1
        found.setdefault(last, []).append(one)
    return found


def _lost(gone: Gone) -> Row:
    kind = "both" if len(gone.by) > 1 else NAMES[gone.by[0]]
    return Row(kind, gone.base, (), (), ())


def _finished(sheet: Sheet, blocks: Sequence[Block], gone: Sequence[Gone], writer: Writer, met: Met) -> Rendered:
    """The sheet as a draft: notes gathered, numbers counted."""
    cited = [key for line in sheet.lines for key in _cites(sheet.sides, line)]
    gathered = gather(sheet.sides, cited)
    notes = tuple(_note(sheet, writer, gathered, key) for key in gathered.keys)
    bare = _draft(sheet, gathered, notes)
    if numbers_twice.ask(sheet, bare):
        bare = _draft(sheet, gathered, notes)
    told = [*sections_kept.follow(sheet, bare, gone), *heads_kept.follow(sheet, bare)]
    told += [*at_one_place.follow(sheet.sides, sheet.rows, bare, met), *openings_kept.follow(sheet, bare)]
    told += [*places_meant.follow(sheet, bare), *last_marks.follow(sheet, bare)]
    draft = _draft(sheet, gathered, notes) if any(line.edits for line in sheet.lines) else bare
    draft, more, torn = in_full(sheet.sides, draft, gathered, lambda key: sheet.answer(f"note:{key}:source")[0])
    for one in torn:
        _ask_note(sheet, one.key, "source", gathered.marks[one.key], one.texts, SIDES)
    first = [*brackets_across.follow(sheet, draft), *clauses_moved.follow(sheet, draft)]
    return Rendered(
        draft,
        tuple(sheet.rows),
        tuple(_called(sheet, blocks, draft)),
        tuple(sheet.lines),
        (*first, *told, *more),
    )


def _draft(sheet: Sheet, gathered: Gathered, notes: tuple[Footnote, ...]) -> Draft:
    paragraphs = [_paragraph(sheet.sides, line, gathered.ids) for line in sheet.lines]
    return Draft(_numbered(sheet, paragraphs, [line.traits for line in sheet.lines]), notes)


def _numbered(sheet: Sheet, paragraphs: Sequence[Paragraph], traits: Sequence[Traits]) -> tuple[Paragraph, ...]:
    """The paragraphs with the numbers that follow from their places.

    One that stands alone in its part has none, unless all who have it print one.
    """
    count, going, alone = Count(), GoingOn(), sole_operatives(paragraphs)
    on = on_sides(sheet) if alone else []
    for at in list(alone):
        places = [(side.draft, place[at]) for side, place in zip(sheet.sides, on, strict=True)]
        if all(place is None or draft.paragraphs[place].number is not None for draft, place in places):
            alone.discard(at)
    found = []
    for at, (paragraph, one) in enumerate(zip(paragraphs, traits, strict=True)):
        number = paragraph.number
        if one.counted:
            number = count.number(paragraph, at in alone)
        elif number == CONTINUED:
            number = going.next(paragraph)
        numbered = paragraph if number == paragraph.number else replace(paragraph, number=number)
        count.pass_by(numbered)
        going.pass_by(numbered)
        found.append(numbered)
    return tuple(found)


def _called(sheet: Sheet, blocks: Sequence[Block], draft: Draft) -> Iterator[Conflict]:
    """The conflicts, each with the label that its paragraph has in the merged text, else where it stood."""
    names = labels(draft) if sheet.conflicts else ()
    for conflict in sheet.conflicts:
        if conflict.kind == "footnote" or conflict.row is None:
            yield conflict
            continue
        row = sheet.rows[conflict.row]
        name = names[row.merged[0]] if row.merged else None
        yield replace(conflict, label=name or label_of(sheet.sides, blocks[int(row.key)]))


def _cites(sides: Sides, line: Line) -> Iterator[str]:
    if line.whole is None:
        yield from (cell.note for cell in line.cells if cell.note is not None)
    else:
        side, at = line.whole
        yield from (sides[side].key(note) for note in sides[side].draft.paragraphs[at].footnotes)


def _paragraph(sides: Sides, line: Line, ids: dict[str, int]) -> Paragraph:
    traits = line.traits
    if line.whole is None:
        runs = runs_of(line.cells, ids)
    else:
        side, at = line.whole
        runs = [
            replace(run, footnote=ids[sides[side].key(run.footnote)]) if run.footnote is not None else run
            for run in sides[side].draft.paragraphs[at].runs
        ]
    for edit in sorted(line.edits, reverse=True):
        runs = _edited(runs, edit)
    if line.before or line.after:
        runs = [Run(line.before), *runs, Run(line.after)]
    return Paragraph(traits.kind, tidy_runs(runs), traits.level, traits.number, traits.set_label, line.cell)


def _edited(runs: Sequence[Run], edit: Edit) -> list[Run]:
    """Runs with an edit, which looks like the words it stands for."""
    found, at, done = [], 0, False
    for run in runs:
        end = at + len(run.text)
        if run.footnote is None and at < edit.end and edit.start < end:
            head, tail = run.text[: max(edit.start - at, 0)], run.text[max(edit.end - at, 0) :]
            found.append(replace(run, text=head + ("" if done else edit.text) + tail))
            done = True
        else:
            found.append(run)
        at = end
    return found


def _ask_note(sheet: Sheet, key: str, place: object, mark: str, texts: Sequence[str], ways: tuple[str, ...]) -> None:
    """Notes a conflict of a footnote, in the row that cites it first."""
    name = f"note:{key}:{place}"
    row = next((at for at, row in enumerate(sheet.rows) if _cited_in(sheet, row, key)), None)
    sheet.conflicts.append(
        Conflict(name, "footnote", f"footnote {mark}", texts[0], texts[1], texts[2], row, ways, sheet.choices.get(name))
    )
    if row is not None:
        sheet.rows[row] = replace(sheet.rows[row], kind="conflict", conflicts=(*sheet.rows[row].conflicts, name))


def _note(sheet: Sheet, writer: Writer, gathered: Gathered, key: str) -> Footnote:
    """A note; where both sides reworded it, word by word."""
    having = [side.notes.get(key) for side in sheet.sides]
    base, ours, theirs = having
    number, mark = gathered.ids[key], gathered.marks[key]
    if ours is None or theirs is None:
        one = ours or theirs or base
        return Footnote(number, mark, one.runs if one is not None else ())
    if base is None or tidy_runs(theirs.runs) in (tidy_runs(base.runs), tidy_runs(ours.runs)):
        return Footnote(number, mark, ours.runs)
    if tidy_runs(ours.runs) == tidy_runs(base.runs):
        return Footnote(number, mark, theirs.runs)
    streams = writer.note(base.runs), writer.note(ours.runs), writer.note(theirs.runs)
    parts = weave(streams)
    for at, part in enumerate(parts):
        if isinstance(part, Clash):
            _ask_note(sheet, key, at, mark, clashing(streams, part, sheet.sides), WAYS)
    cells = lay(streams, parts, lambda at: sheet.answer(f"note:{key}:{at}"), lambda at, place: [])
    return Footnote(number, mark, tidy_runs(runs_of(cells, {})))


def _cited_in(sheet: Sheet, row: Row, key: str) -> bool:
    return any(key in _cites(sheet.sides, sheet.lines[at]) for at in row.merged)
