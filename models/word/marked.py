"""A comparison for reading, without tracked changes: new words bold and underlined, old words struck out.

On the clean file of the new draft (`write_marked`), or old and new side by side on a landscape page (`write_columns`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from models.circulation.changed_notes import ChangedNotes
from models.comparison.change import Change, Comparison, Words
from models.comparison.words import readable, word_diff
from models.draft import Draft, Footnote, Kind, Paragraph, labels
from models.draft.masthead import masthead, masthead_roles
from models.word.clean import BodyWriter, whole_file
from models.word.markup import element, is_right_to_left, run_properties, text_elements, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.atoms import Matched, NewAtom, OldAtom, draft_atoms, new_atoms
from models.word.redlining.edit_script import Step, TooFine, replacement, script
from models.word.styles import style_id
from models.word.writing import layout
from models.word.writing.lists import Lists, typed
from models.word.writing.masthead_table import masthead_elements
from models.word.writing.written_notes import WrittenNotes


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paragraph to show: its steps, the paragraph it is laid out as, and a remark after it."""

    paragraph: Paragraph
    position: int | None  # in the new draft; None for what is gone
    steps: tuple[Step, ...]
    remark: str = ""


def write_marked(comparison: Comparison, *, draft_mark: bool = True, readable_words: bool = True) -> bytes:
    """The new draft as a clean Word file in which the differences from the old one are marked by hand.

    New words are bold and underlined, old ones struck out; moved paragraphs say where from. Nothing is tracked.
    """
    new = comparison.new
    writer = BodyWriter(new, False)
    roles = masthead_roles(new)
    body = element("body")
    every = list(_shown(comparison, readable_words))
    head = 0
    while head < len(every) and every[head].paragraph.kind is Kind.MASTHEAD:
        head += 1
    body.extend(_head_elements(comparison, every[:head], roles, writer))
    for shown in every[head:]:
        role = roles.get(shown.position) if shown.position is not None else None
        body.append(
            _element(shown, style_id(shown.paragraph.kind, shown.paragraph.level, role), None, writer, comparison)
        )
    notes = writer.notes.part()
    _mark_notes(comparison, writer.notes, notes)
    facts = masthead(new)
    return whole_file(new, body, writer.lists, notes, draft_mark, facts.symbol, facts.title)


def write_columns(comparison: Comparison, *, draft_mark: bool = True, readable_words: bool = True) -> bytes:
    """The old draft on the left, the new one on the right, paragraph beside paragraph, on a landscape page.

    What went is struck out on the left, what came is bold and underlined on the right. Notes follow, row by row.
    """
    old, new = comparison.old, comparison.new
    width = (layout.PAGE_HEIGHT - 2 * layout.EDGE) / 2
    rows = [_row([_plain(_head(old, "Old text"))], [_plain(_head(new, "New text"))], width, head=True)]
    for change in comparison.changes:
        words = readable(change.words) if readable_words else change.words
        left = _column(old, change.old, words, "delete")
        right = _column(new, change.new, words, "insert")
        rows.append(_row(left, right, width))
    for note in comparison.footnotes:
        words = readable(note.words) if readable_words else note.words
        left = _note_column(old, note.old, words, "delete")
        rows.append(_row(left, _note_column(new, note.new, words, "insert"), width))
    table = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=twips(2 * width), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=twips(width)) for _ in range(2))),
        *rows,
    )
    body = element("body", table, element("p", element("pPr", element("pStyle", val="AdrefCell"))))
    facts = masthead(new)
    empty = WrittenNotes(Draft()).part()
    return whole_file(new, body, Lists(), empty, draft_mark, facts.symbol, facts.title, landscape=True)


# What is shown on one page


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
            return writer.written(paragraph, style, runs, indent)
        return _element(shown, style, indent, writer, comparison)

    return masthead_elements(
        [shown.paragraph for shown in lines], at_head, lambda role: style_id(Kind.MASTHEAD, role=role), write
    )


def _element(
    shown: _Shown, style: str, indent: etree._Element | None, writer: BodyWriter, comparison: Comparison
) -> etree._Element:
    runs = list(_marked_runs(shown, writer.notes, comparison.old))
    if shown.position is not None:
        return writer.written(shown.paragraph, style, runs, indent)
    bare = replace(shown.paragraph, number=None, set_label=None)
    return writer.written(bare, style, [*_struck_number(shown.paragraph), *runs], indent)


def _shown(comparison: Comparison, readable_words: bool) -> Iterator[_Shown]:
    pairs = {note.old[0]: note.new[0] for note in comparison.footnotes if len(note.old) == len(note.new) == 1}
    names = labels(comparison.old)
    first = {note.id for note in comparison.new.footnotes}
    real = {at: new_atoms(paragraph.runs, first) for at, paragraph in enumerate(comparison.new.paragraphs)}
    for change in comparison.changes:
        olds = [comparison.old.paragraphs[at] for at in change.old]
        if not change.new:
            for paragraph in olds:
                gone = tuple(Step("delete", atom) for atom in draft_atoms(paragraph.runs))
                yield _Shown(paragraph, None, gone)
            continue
        words = readable(change.words) if readable_words else change.words
        news = [real[at] for at in change.new]
        steps = _steps(olds, news, words, pairs)
        remark = ""
        if change.moved:
            remark = f" [moved from {', '.join(names[at] or 'another place' for at in change.old)}]"
        yield from _by_new_paragraph(comparison.new, change, steps, remark)


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


def _marked_runs(shown: _Shown, notes: WrittenNotes, old: Draft) -> Iterator[etree._Element]:
    turned = is_right_to_left(shown.paragraph.text)

    def key(step: Step) -> tuple[object, ...]:
        atom = step.new if step.new is not None else step.old
        assert atom is not None
        return (step.op, atom.marks, step if atom.note is not None else None)

    for (op, marks, note), group in groupby(shown.steps, key=key):
        if isinstance(note, Step):
            yield from _note_place(note, notes, old)
            continue
        text = "".join(_text(step) for step in group)
        yield _run(str(op), marks if isinstance(marks, tuple) else (False, False, False), text, turned)
    if shown.remark:
        grey = element("rPr", element("i"), element("iCs"), element("color", val=layout.GREY))
        yield element("r", grey, *text_elements(shown.remark))


def _text(step: Step) -> str:
    atom = step.new if step.new is not None else step.old
    assert atom is not None
    return "¶" if atom.ends else atom.text


def _note_place(step: Step, notes: WrittenNotes, old: Draft) -> Iterator[etree._Element]:
    if step.new is not None and step.new.note is not None:
        yield from notes.place(step.new.note)
    elif step.old is not None and step.old.note in old.note:
        yield _run("delete", (False, False, False), old.note[step.old.note].mark, False, raised=True)


def _run(op: str, marks: tuple[bool, ...], text: str, turned: bool, raised: bool = False) -> etree._Element:
    italic, bold, underline = marks
    came = op == "insert"
    own = run_properties(italic, bold or came, underline or came, turned)
    properties = element("rPr") if own is None else own
    if op == "delete":
        properties.append(element("strike"))
    if raised:
        properties.append(element("vertAlign", val="superscript"))
    return element("r", in_order(properties) if len(properties) else None, *text_elements(text))


def _struck_number(paragraph: Paragraph) -> list[etree._Element]:
    number = paragraph.number if paragraph.number is not None else paragraph.set_label
    return [] if number is None else [_run("delete", (False, False, False), typed(number) + "\t", False)]


def _mark_notes(comparison: Comparison, written: WrittenNotes, root: etree._Element) -> None:
    """Mark the words that changed within notes."""
    by_id = {one.get(w("id")): one for one in root}
    for change in ChangedNotes(comparison).all():
        old = [comparison.old.note[at] for at in change.old if at in comparison.old.note]
        for at in change.new:
            note = comparison.new.note.get(at)
            holder = by_id.get(str(written.ids.get(at)))
            if note is None or holder is None or note.text == (old[0].text if len(old) == 1 else ""):
                continue
            line = holder[0]
            for run in list(line)[3:]:
                line.remove(run)
            before = old[0].text if len(old) == 1 else ""
            for op, text in readable(word_diff(before, note.text)):
                line.append(_run(op, (False, False, False), text, False))


# Two columns


def _head(draft: Draft, otherwise: str) -> str:
    return masthead(draft).symbol or otherwise


def _plain(text: str) -> etree._Element:
    properties = element("rPr", element("b"), element("bCs"))
    return element(
        "p", element("pPr", element("pStyle", val="AdrefCell")), element("r", properties, *text_elements(text))
    )


def _column(draft: Draft, positions: Sequence[int], words: Words, op: str) -> list[etree._Element]:
    """The paragraphs of one side of a change; their marks and notes by the draft, their differences by the words."""
    paragraphs = [draft.paragraphs[at] for at in positions]
    changed = _changed(words, op)
    made, at = [], 0
    for paragraph in paragraphs:
        turned = is_right_to_left(paragraph.text)
        line = _cell_line(turned)
        number = paragraph.number if paragraph.number is not None else paragraph.set_label
        if number is not None:
            line.append(element("r", None, *text_elements(typed(number) + "\u2002")))
        for run in paragraph.runs:
            if run.footnote is not None:
                mark = draft.note[run.footnote].mark if run.footnote in draft.note else ""
                line.append(_run("equal", (False, False, False), mark, turned, raised=True))
                continue
            spans = groupby(range(len(run.text)), key=lambda offset, start=at: changed[start + offset])  # type: ignore[misc]
            for differs, group in spans:
                text = "".join(run.text[offset] for offset in group)
                line.append(_run(op if differs else "equal", run.marks, text, turned))
            at += len(run.text)
        at += 1
        made.append(line)
    return made


def _changed(words: Words, op: str) -> list[bool]:
    found: list[bool] = []
    for kind, text in words:
        if kind in ("equal", op):
            found += [kind == op] * len(text)
    return [*found, False]


def _note_column(draft: Draft, notes: Sequence[int], words: Words, op: str) -> list[etree._Element]:
    found: list[Footnote] = [draft.note[at] for at in notes if at in draft.note]
    changed = _changed(words, op)
    made, at = [], 0
    for note in found:
        line = _cell_line(is_right_to_left(note.text))
        line.append(_run("equal", (False, False, False), note.mark, False, raised=True))
        line.append(_run("equal", (False, False, False), " ", False))
        for run in note.runs:
            for differs, group in groupby(enumerate(run.text, at), key=lambda pair: changed[pair[0]]):
                text = "".join(character for _, character in group)
                line.append(_run(op if differs else "equal", run.marks, text, False))
            at += len(run.text)
        at += 1
        made.append(line)
    return made


def _cell_line(turned: bool) -> etree._Element:
    return element("p", element("pPr", element("pStyle", val="AdrefCell"), element("bidi") if turned else None))


def _row(
    left: Sequence[etree._Element], right: Sequence[etree._Element], width: float, head: bool = False
) -> etree._Element:
    cells = [
        element("tc", element("tcPr", element("tcW", w=twips(width), type="dxa")), *(content or [_cell_line(False)]))
        for content in (list(left), list(right))
    ]
    return element("tr", element("trPr", element("tblHeader")) if head else None, *cells)
