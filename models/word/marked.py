"""A comparison for reading, without tracked changes: new words bold and underlined, old words struck out.

On the clean file of the new draft; `models.word.columns` puts both side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from lxml import etree

from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote, Kind, Paragraph, labels
from models.draft.directions import way_alone, way_in
from models.draft.masthead import masthead
from models.draft.masthead_lines import masthead_roles
from models.forms.inline_marks import clash, moved_from
from models.word.clean import BodyWriter, Cell, as_in_cell, whole_file
from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.redlining.letters.atoms import Matched, NewAtom, OldAtom, draft_atoms, new_atoms
from models.word.redlining.letters.edit_script import Step, TooFine, replacement, script
from models.word.styles import style_id
from models.word.writing import layout
from models.word.writing.fixed_marks import fixed_run
from models.word.writing.lists import typed
from models.word.writing.masthead_table import masthead_elements
from models.word.writing.measures import measures_of
from models.word.writing.wide_space import set_apart
from models.word.writing.written_notes import WrittenNotes, count_by_place, parted


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paragraph to show: its steps, the paragraph it is laid out as, and a remark after it."""

    paragraph: Paragraph
    position: int | None  # in the new draft; None for what is gone
    steps: tuple[Step, ...]
    remark: str = ""

    @property
    def came(self) -> bool:
        return bool(self.steps) and all(step.op == "insert" for step in self.steps)


def write_marked(
    comparison: Comparison, setting: Typesetting = USUAL, *, draft_mark: bool = True, readable_words: bool = True
) -> bytes:
    """The new draft as a clean Word file in which the differences from the old one are marked by hand.

    New words are bold and underlined, old ones struck out; moved paragraphs say where from. Nothing is tracked.
    """
    new = comparison.new
    writer = BodyWriter(new, setting.literal_numbers, of=measures_of(setting.paper))
    roles = masthead_roles(new)
    body = element("body")
    every = list(_shown(comparison, readable_words))
    first: dict[int | None, str] = {}  # what becomes of the first place of each note, where Word numbers it
    for step in (step for shown in every for step in shown.steps):
        first.setdefault(step.new.note if step.new is not None else None, step.op)
    writer.notes.come = {note.id for note in new.footnotes if first.get(note.id) != "keep"}
    pairs = _pairs(comparison)
    gone = (step.old for shown in every for step in shown.steps if step.op == "delete")
    writer.notes.struck = {pairs[old.note] for old in gone if old is not None and old.note in pairs}
    head = 0
    while head < len(every) and every[head].paragraph.kind is Kind.MASTHEAD:
        head += 1
    body.extend(_head_elements(comparison, every[:head], roles, writer))
    placed = _placed(every[head:], comparison)
    stretches = groupby(placed, key=lambda pair: pair[0][0] if pair[0] is not None else None)
    for number, (table, group) in enumerate(stretches):
        if table is None:
            below, *others = (_in_text(shown, roles, writer, comparison) for _, shown in group)
            body.extend([writer.below_table(below) if number else below, *others])
        else:
            body.append(writer.table([(cell, _in_cell(one, writer, comparison)) for cell, one in group if cell]))
    notes = writer.notes.part(writer.of)
    _mark_notes(comparison, writer.notes, notes)
    count_by_place(body, notes)
    facts = masthead(new)
    return whole_file(new, body, writer.lists, notes, draft_mark, facts.symbol, facts.title, setting)


def _head_elements(
    comparison: Comparison, lines: Sequence[_Shown], roles: dict[int, str], writer: BodyWriter
) -> list[etree._Element]:
    """The masthead in its table; lines that differ are marked and lose the large first letter of the symbol."""
    gone = masthead_roles(comparison.old)
    olds = {id(paragraph): at for at, paragraph in enumerate(comparison.old.paragraphs)}
    by_paragraph = {id(shown.paragraph): shown for shown in lines}
    at_head = {
        at: roles.get(shown.position, "other")
        if shown.position is not None
        else gone.get(olds[id(shown.paragraph)], "other")
        for at, shown in enumerate(lines)
    }

    def write(
        paragraph: Paragraph, style: str, runs: Sequence[etree._Element] | None, indent: etree._Element | None
    ) -> etree._Element:
        shown = by_paragraph[id(paragraph)]
        if all(step.op == "keep" for step in shown.steps) and not shown.remark:
            return writer.masthead_line(paragraph, style, runs, indent)
        made = _element(shown, style, indent, writer, comparison)
        if runs is not None:
            set_apart(made, runs)
        return made

    return masthead_elements(
        [shown.paragraph for shown in lines],
        at_head,
        lambda role: style_id(Kind.MASTHEAD, role=role),
        write,
        writer.of,
        right_to_left=writer.right_to_left,
    )


def _placed(every: Sequence[_Shown], comparison: Comparison) -> Iterator[tuple[Cell | None, _Shown]]:
    """Each paragraph with its cell in the new draft; a row that is gone has a row of its own, a table its own table.

    Other paragraphs that are gone from a table stay in the cell before them.
    """
    old = comparison.old.paragraphs
    stayed = [(old[at].cell, change.new) for change in comparison.changes if change.new for at in change.old]
    rows = {cell[:2] for cell, _ in stayed if cell is not None}
    tables: dict[int, int] = {}  # of the old draft, and what they are in the new one
    for cell, new in stayed:
        if cell is not None and (now := comparison.new.paragraphs[new[0]].cell) is not None:
            tables.setdefault(cell[0], now[0])
    last: Cell | None = None
    waiting: list[tuple[Cell, _Shown]] = []  # what is gone, until the row that it came after is whole
    for shown in every:
        cell = shown.paragraph.cell
        if shown.position is None and cell is not None:
            if cell[:2] in rows:
                yield last, shown
            else:
                waiting.append((cell, shown))
            continue
        if cell is None or last is None or cell[:2] != last[:2]:
            yield from _gone_rows(waiting, last, cell, tables)
            waiting = []
        last = cell
        yield cell, shown
    yield from _gone_rows(waiting, last, None, tables)


def _gone_rows(
    waiting: Sequence[tuple[Cell, _Shown]], last: Cell | None, following: Cell | None, tables: dict[int, int]
) -> Iterator[tuple[Cell, _Shown]]:
    """Rows that are gone, in the table that they were in if it stands here; numbers below zero are no others'."""
    before, after = last[0] if last is not None else None, following[0] if following is not None else None
    for (table, row, column), shown in waiting:
        here = before if before == after else tables.get(table)
        if here is None or here not in (before, after):
            here = -1 - table
        yield (here, -1 - row, column), shown


def _in_text(shown: _Shown, roles: dict[int, str], writer: BodyWriter, comparison: Comparison) -> etree._Element:
    role = roles.get(shown.position) if shown.position is not None else None
    return _element(shown, style_id(shown.paragraph.kind, shown.paragraph.level, role), None, writer, comparison)


def _in_cell(shown: _Shown, writer: BodyWriter, comparison: Comparison) -> etree._Element:
    plain = element("ind", left=0, right=0, firstLine=0)
    return as_in_cell(_element(shown, style_id(shown.paragraph.kind, shown.paragraph.level), plain, writer, comparison))


def _element(
    shown: _Shown, style: str, indent: etree._Element | None, writer: BodyWriter, comparison: Comparison
) -> etree._Element:
    runs = list(_marked_runs(shown, writer.notes, comparison))
    if shown.position is not None:
        made = writer.written(shown.paragraph, style, runs, indent)
        if shown.came:
            for number in takewhile(lambda one: one is not runs[0], made.iterchildren(w("r"))):
                number.insert(0, fixed_run("insert", (False, False, False), "", False)[0])
        return made
    bare = replace(shown.paragraph, number=None, set_label=None)
    return writer.written(bare, style, [*_struck_number(shown.paragraph), *runs], indent)


def _shown(comparison: Comparison, readable_words: bool) -> Iterator[_Shown]:
    pairs = _pairs(comparison)
    names = labels(comparison.old)
    first = {note.id for note in comparison.new.footnotes}
    real = {at: new_atoms(paragraph.runs, first) for at, paragraph in enumerate(comparison.new.paragraphs)}
    for change in comparison.changes:
        olds = [comparison.old.paragraphs[at] for at in change.old]
        if not change.new:
            for paragraph in olds:
                gone = tuple(Step("delete", atom) for atom in draft_atoms(paragraph.runs))
                if not gone and paragraph.number is None and paragraph.cell is None:
                    continue  # an empty line has nothing to strike, and would be read as one of the new draft
                yield _Shown(paragraph, None, gone)
            continue
        words = readable(change.words) if readable_words else change.words
        news = [real[at] for at in change.new]
        steps = _steps(olds, news, words, pairs)
        remark = ""
        if change.moved:
            remark = moved_from(names[at] for at in change.old)
        yield from _by_new_paragraph(comparison.new, change, steps, remark)


def _pairs(comparison: Comparison) -> dict[int, int]:
    """The notes that both drafts have, the old by the new."""
    return {note.old[0]: note.new[0] for note in comparison.footnotes if len(note.old) == len(note.new) == 1}


def _steps(
    olds: Sequence[Paragraph], news: Sequence[Sequence[NewAtom]], words: Words, pairs: dict[int, int]
) -> list[Step]:
    def same(old: OldAtom, new: NewAtom) -> bool:
        return old.note is not None and pairs.get(old.note) == new.note

    if not olds:
        joined: list[NewAtom] = []
        for at, atoms in enumerate(news):
            joined += ([NewAtom("\n", ends=True)] if at else []) + list(atoms)
        return [Step("insert", None, atom) for atom in joined]
    matched = [Matched(draft_atoms(paragraph.runs), []) for paragraph in olds]
    try:
        return script(matched, news, [""] * len(news), words, same)
    except TooFine:
        return replacement([a for one in matched for a in one.atoms], [a for one in news for a in one])


def _by_new_paragraph(new: Draft, change: Change, steps: Sequence[Step], remark: str) -> Iterator[_Shown]:
    local: list[Step] = []
    at = 0
    for step in steps:
        if step.new is not None and step.new.ends and at < len(change.new) - 1:
            yield _Shown(new.paragraphs[change.new[at]], change.new[at], tuple(local))
            local, at = [], at + 1
        else:
            local.append(step)
    yield _Shown(new.paragraphs[change.new[at]], change.new[at], tuple(local), remark)


def _marked_runs(shown: _Shown, notes: WrittenNotes, comparison: Comparison) -> Iterator[etree._Element]:
    turned = way_in(comparison.new, shown.paragraph.text)

    def key(step: Step) -> tuple[object, ...]:
        atom = step.new if step.new is not None else step.old
        assert atom is not None
        return (step.op, atom.marks, step if atom.note is not None else None)

    gone = ""  # the words that went right before
    groups = [(said, [*group]) for said, group in groupby(shown.steps, key=key)]
    for ((op, marks, note), group), following in zip(groups, (*groups[1:], None), strict=False):
        if isinstance(note, Step):
            place = _note_place(note, notes, comparison)
            yield from parted(place) if following is not None and following[0][2] is not None else place
            gone = ""
            continue
        text = "".join(map(_text, group))
        if op == "insert" and gone and clash(gone, text):
            yield fixed_run("equal", (False, False, False), " ", turned)
        gone = text if op == "delete" else ""
        yield fixed_run(str(op), marks if isinstance(marks, tuple) else (False, False, False), text, turned)
    if shown.remark:
        grey = element("rPr", element("i"), element("iCs"), element("color", val=layout.GREY))
        yield element("r", grey, *text_elements(shown.remark))


def _text(step: Step) -> str:
    atom = step.new if step.new is not None else step.old
    assert atom is not None
    return "¶" if atom.ends else atom.text


def _note_place(step: Step, notes: WrittenNotes, comparison: Comparison) -> Iterator[etree._Element]:
    if step.new is not None and step.new.note is not None:
        again = step.op == "keep" and step.new.note in notes.come  # it is cited before now, as new
        if again and (before := _old_note(step, comparison)) is not None:
            yield from parted(notes.place_gone(before))
        yield from notes.place(step.new.note, come=again or step.op == "insert")
        return
    note = _old_note(step, comparison)
    if note is None:
        return
    goes = any(note.id in change.old for change in comparison.footnotes if not change.new)
    now = _pairs(comparison).get(note.id)
    if goes or now is None or now in notes.come or not notes.is_placed(now):  # it is new where it stands, or not yet
        yield from notes.place_gone(note)
    else:
        yield from notes.place_struck(now, note.mark)


def _old_note(step: Step, comparison: Comparison) -> Footnote | None:
    at = step.old.note if step.old is not None else None
    return comparison.old.note.get(at) if at is not None else None


def _struck_number(paragraph: Paragraph) -> list[etree._Element]:
    number = paragraph.number if paragraph.number is not None else paragraph.set_label
    if number is None:
        return []
    words = typed(number, right_to_left=way_alone(paragraph.text)) + "\t"
    return [fixed_run("delete", (False, False, False), words, False)]


def _mark_notes(comparison: Comparison, written: WrittenNotes, root: etree._Element) -> None:
    """Mark the words that changed within notes, and all of those that came, or stand where they did not."""
    by_id = {one.get(w("id")): one for one in root}
    former = {new: comparison.old.note[old] for old, new in _pairs(comparison).items() if old in comparison.old.note}
    for note in comparison.new.footnotes:
        old = former.get(note.id) if note.id not in written.come else None
        before = old.as_paragraph() if old is not None else None
        holder = by_id.get(str(written.ids.get(note.id)))
        if holder is None or note.text == (before.text if before is not None else ""):
            continue
        line, now = holder[0], note.as_paragraph()
        for run in list(line)[3:]:
            line.remove(run)
        olds = [before] if before is not None else []
        words = readable(word_diff(before.text if before is not None else "", now.text))
        shown = _Shown(now, None, tuple(_steps(olds, [new_atoms(now.runs, set())], words, {})))
        line.extend(_marked_runs(shown, written, comparison))
