"""Two drafts side by side on a landscape page: where, both texts, and remarks, what is said of it or room to write.

What went is struck out on the left, what came is bold and underlined on the right. Nothing is tracked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison, FootnoteChange
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.directions import note_way, runs_right_to_left, way_in
from models.draft.masthead import masthead
from models.forms.pieces import marks_that_differ
from models.reading.language import language
from models.telling.changed_notes import ChangedNotes
from models.telling.rows import Folded, Shown, Went, rows
from models.telling.sorts import sides
from models.telling.told_rows import called, happened, went_words
from models.word.clean import whole_file
from models.word.markup import element, text_elements, twips
from models.word.namespaces import w
from models.word.writing import layout
from models.word.writing.fixed_marks import fixed_run
from models.word.writing.lists import Lists, typed
from models.word.writing.spoken import in_language
from models.word.writing.written_notes import WrittenNotes

REMARKS = 0.22
"""How much of the width the remarks take."""
WHERE = 48.0
"""How wide the column is that says where, in points."""
LONG = 600
"""A row with a cell of as many letters may go on over the page."""
_ABOVE_AND_BELOW = 40  # twips of white in a cell
_HEADS = {Kind.SECTION, Kind.HEADING, Kind.ANNEX}
_NO_LOOKS = (False, False, False)


def write_columns(
    comparison: Comparison, setting: Typesetting = USUAL, *, draft_mark: bool = True, readable_words: bool = True
) -> bytes:
    """The old draft on the left, the new one beside it, paragraph beside paragraph, and what happened on the right.

    Every page repeats which text is which. Where nothing differs the remarks are empty. All notes of both sides follow.
    """
    old, new = comparison.old, comparison.new
    across = layout.across_landscape(setting.paper)
    side = (across * (1 - REMARKS) - WHERE) / 2
    spoken = ("en", language(old), language(new), "en")
    turned = runs_right_to_left(old, new)
    table = SideBySide((WHERE, side, side, across * REMARKS), turned=turned, language=spoken[2])
    table.row(*([plain_line(head)] for head in ("", *_called(old, new), "Remarks")), head=True)
    for row in rows_in_columns(comparison):
        left: list[etree._Element] = []
        right: list[etree._Element] = []
        for change in (change for shown in row.shown for change in shown.changes):
            words = readable(change.words) if readable_words else change.words
            went, came = marks_that_differ(comparison, change)
            left += _column(old, change.old, words, went, "delete")
            right += _column(new, change.new, words, came, "insert")
        where, remarks = [_remark(row.where)] if row.where else [], [_remark(one) for one in row.remarks]
        shows = (one for shown in row.shown for change in shown.changes for one in sides(comparison, change))
        table.row(where, left, right, remarks, spoken=spoken, keeps=only_heads(shows))
    if comparison.footnotes:
        table.row([], [plain_line("Notes")], [plain_line("Notes")], [], keeps=True)
    told = {(note.old, note.new): _of_note(note) for note in ChangedNotes(comparison).all()}
    for note in comparison.footnotes:
        words = readable(note.words) if readable_words else note.words
        said = told.get((note.old, note.new), "")
        table.row(
            [],
            _notes(old, note.old, words, "delete"),
            _notes(new, note.new, words, "insert"),
            [_remark(said)] if said else [],
            spoken=spoken,
        )
    return table.file(new, setting, draft_mark=draft_mark)


def _called(old: Draft, new: Draft) -> tuple[str, str]:
    """What stands at the head of both texts: their symbols, and which is which where those do not tell."""
    before, after = masthead(old).symbol, masthead(new).symbol
    if before is not None and before == after:
        return f"{before} (old text)", f"{after} (new text)"
    return before or "Old text", after or "New text"


class SideBySide:
    """A table across a landscape page, row by row; `widths` are those of its columns in points.

    A row with a cell of more letters than `longest` may go on over the page. Where the table is `turned`, the first
    column stands on the right. `language` is that of the draft the file is of.
    """

    def __init__(
        self, widths: Sequence[float], longest: int = LONG, *, turned: bool = False, language: str = "en"
    ) -> None:
        self._widths, self._longest, across = widths, longest, sum(widths)
        self._language = language
        self.made = element(
            "tbl",
            element(
                "tblPr",
                element("tblStyle", val="TableGrid"),
                element("bidiVisual") if turned else None,
                element("tblW", w=twips(across), type="dxa"),
                element("tblLayout", type="fixed"),
                element(
                    "tblCellMar",
                    element("top", w=_ABOVE_AND_BELOW, type="dxa"),
                    element("bottom", w=_ABOVE_AND_BELOW, type="dxa"),
                ),
            ),
            element("tblGrid", *(element("gridCol", w=twips(width)) for width in self._widths)),
        )

    def row(
        self,
        *cells: Sequence[etree._Element],
        head: bool = False,
        spoken: Sequence[str] = (),
        keeps: bool = False,
    ) -> None:
        """One row, on one page unless it is long; a cell without paragraphs gets an empty one.

        The head is repeated on each page; what `keeps` stands on the page of the row below, which it heads. `spoken`
        are the languages of the cells, English unless said.
        """
        spoken = spoken or ["en"] * len(cells)
        cells = tuple(in_language(cell, code, self._language) for cell, code in zip(cells, spoken, strict=True))
        letters = max(sum(len(text.text or "") for one in cell for text in one.iter(w("t"))) for cell in cells)
        whole = element("cantSplit") if letters < self._longest else None
        made = element("tr", element("trPr", whole, element("tblHeader") if head else None))
        for width, content in zip(self._widths, cells, strict=True):
            cell = element("tcPr", element("tcW", w=twips(width), type="dxa"), _shade() if head else None)
            made.append(element("tc", cell, *(content or [line_of(False)])))
        for properties in made.iter(w("pPr")) if keeps else ():
            properties.insert(1, element("keepNext"))  # behind the style
        self.made.append(made)

    def file(self, draft: Draft, setting: Typesetting, *, draft_mark: bool) -> bytes:
        """The bytes of a Word file with the table alone; `draft` is whose symbol and title its pages have."""
        facts = masthead(draft)
        body = element("body", self.made, element("p", element("pPr", element("pStyle", val="AdrefCell"))))
        empty = WrittenNotes(Draft()).part()
        return whole_file(draft, body, Lists(), empty, draft_mark, facts.symbol, facts.title, setting, landscape=True)


def only_heads(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether there are some and all of them head what follows."""
    kinds = {one.kind for one in paragraphs}
    return bool(kinds) and kinds <= _HEADS


def _shade() -> etree._Element:
    return element("shd", val="clear", color="auto", fill="F2F2F2")


class RowInColumns(NamedTuple):
    """A row: where it is, "OP3", what stands beside each other in it, and what is said of that, a line each."""

    where: str
    shown: tuple[Shown, ...]
    remarks: tuple[str, ...]


def rows_in_columns(comparison: Comparison) -> Iterator[RowInColumns]:
    """The rows from above to below; the masthead is one."""
    head: list[Shown] = []
    for row in rows(comparison):
        for one in row.shown if isinstance(row, Folded) else (row,):
            if isinstance(one, Shown) and _in_masthead(comparison, one):
                head.append(one)
                continue
            if head:
                yield _head(comparison, head)
                head = []
            if isinstance(one, Went):
                yield RowInColumns("", (), (went_words(comparison, one),))
            else:
                where = _where(one)
                said = _said_of(comparison, one, named=not where)
                yield RowInColumns(where, (one,), (said,) if said else ())
    if head:
        yield _head(comparison, head)


def _head(comparison: Comparison, lines: Sequence[Shown]) -> RowInColumns:
    said = (_said_of(comparison, line, named=True) for line in lines)
    return RowInColumns("", tuple(lines), tuple(filter(None, said)))


def _in_masthead(comparison: Comparison, shown: Shown) -> bool:
    return all(one.kind is Kind.MASTHEAD for change in shown.changes for one in sides(comparison, change))


def _where(shown: Shown) -> str:
    """The labels of what stands in a row, those of the new text where it has any."""
    labels = [label for change in shown.changes for label in change.new_labels or change.old_labels]
    return ", ".join(label for label in labels if label)


def _said_of(comparison: Comparison, shown: Shown, *, named: bool) -> str:
    """What happened: "reworded; was OP2"; with what the line is called where it must be `named`: "date: new"."""
    if shown.weight is None:
        return ""
    name = ", ".join(called(comparison, shown))
    told = [*happened(comparison, shown), *(["housekeeping"] if shown.weight == "housekeeping" else [])]
    return "; ".join(told) if told and not named else f"{name}: {'; '.join(told)}" if told else name


def _of_note(note: FootnoteChange) -> str:
    return {"inserted": "new", "unchanged": "at another place"}.get(note.kind, note.kind)


def _column(
    draft: Draft, positions: Sequence[int], words: Words, marks: Sequence[bool], op: str
) -> list[etree._Element]:
    """The paragraphs of one side of a change; `marks` says which of the marks of their notes differ."""
    changed, differs = changed_letters(words, op), iter(marks)
    made, at = [], 0
    for paragraph in (draft.paragraphs[position] for position in positions):
        turned = way_in(draft, paragraph.text)
        line = line_of(turned)
        number = paragraph.number if paragraph.number is not None else paragraph.set_label
        if number is not None:
            line.append(element("r", None, *text_elements(typed(number, right_to_left=turned) + "\u2002")))
        for run, before in zip(paragraph.runs, (None, *paragraph.runs), strict=False):
            if run.footnote is not None:
                mark = mark_behind(before, run, draft)
                line.append(fixed_run(op if next(differs) else "equal", _NO_LOOKS, mark, turned, raised=True))
                continue
            line.extend(_spans(run.text, run.marks, changed, at, op, turned))
            at += len(run.text)
        at += 1
        made.append(line)
    return made


def mark_behind(before: Run | None, run: Run, draft: Draft) -> str:
    """The mark of a note as a cell has it; a comma parts it from that of another right before it."""
    mark = draft.note[run.footnote].mark if run.footnote in draft.note else ""
    return f",{mark}" if mark and before is not None and before.footnote in draft.note else mark


def _notes(draft: Draft, notes: Sequence[int], words: Words, op: str) -> list[etree._Element]:
    found: list[Footnote] = [draft.note[at] for at in notes if at in draft.note]
    changed = changed_letters(words, op)
    made, at = [], 0
    for note in found:
        turned = note_way(note.text, runs_right_to_left(draft))
        line = line_of(turned)
        line.append(fixed_run("equal", _NO_LOOKS, note.mark, False, raised=True))
        line.append(fixed_run("equal", _NO_LOOKS, " ", False))
        for run in note.runs:
            line.extend(_spans(run.text, run.marks, changed, at, op, turned))
            at += len(run.text)
        at += 1
        made.append(line)
    return made


def _spans(
    text: str, marks: tuple[bool, bool, bool], changed: Sequence[bool], start: int, op: str, turned: bool
) -> Iterator[etree._Element]:
    """The runs of one look, parted where what changed begins and ends."""
    for differs, group in groupby(enumerate(text, start), key=lambda pair: changed[pair[0]]):
        yield fixed_run(op if differs else "equal", marks, "".join(letter for _, letter in group), turned)


def changed_letters(words: Words, op: str) -> list[bool]:
    """Of each letter of one side, several paragraphs joined by a line end, whether it differs."""
    found: list[bool] = []
    for kind, text in words:
        if kind in ("equal", op):
            found += [kind == op] * len(text)
    return [*found, False]


def plain_line(text: str) -> etree._Element:
    """A line of a head, in bold."""
    properties = element("rPr", element("b"), element("bCs"))
    return element("p", _style("AdrefCell"), element("r", properties, *text_elements(text)))


def _remark(text: str) -> etree._Element:
    return element("p", _style("AdrefRemark"), element("r", None, *text_elements(text)))


def line_of(turned: bool) -> etree._Element:
    """A paragraph of a cell without words; `turned` where it runs from right to left."""
    return element("p", _style("AdrefCell", element("bidi") if turned else None))


def _style(name: str, *more: etree._Element | None) -> etree._Element:
    return element("pPr", element("pStyle", val=name), *more)
