"""Two drafts side by side on a landscape page, and remarks beside them: what the comparison says, or room to write.

What went is struck out on the left, what came is bold and underlined on the right. Nothing is tracked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison, FootnoteChange, Words
from models.comparison.words import readable
from models.draft import Draft, Footnote
from models.draft.directions import way_in
from models.draft.masthead import masthead
from models.telling.changed_notes import ChangedNotes
from models.telling.rows import Folded, Shown, Went, rows
from models.telling.told_rows import called, happened, went_words
from models.word.clean import whole_file
from models.word.markup import element, text_elements, twips
from models.word.namespaces import w
from models.word.writing import layout
from models.word.writing.fixed_marks import fixed_run
from models.word.writing.lists import Lists, typed
from models.word.writing.written_notes import WrittenNotes

REMARKS = 0.22
"""How much of the width the remarks take."""
_LONG = 1200  # letters
_NO_LOOKS = (False, False, False)


def write_columns(
    comparison: Comparison, setting: Typesetting = USUAL, *, draft_mark: bool = True, readable_words: bool = True
) -> bytes:
    """The old draft on the left, the new one beside it, paragraph beside paragraph, and what happened on the right.

    Every page repeats which text is which. Where nothing differs the remarks are empty. All notes of both sides follow.
    """
    old, new = comparison.old, comparison.new
    across = layout.across_landscape(setting.paper)
    side = across * (1 - REMARKS) / 2
    table = SideBySide((side, side, across * REMARKS))
    heads = (masthead(old).symbol or "Old text", masthead(new).symbol or "New text", "Remarks")
    table.row(*([plain_line(head)] for head in heads), head=True)
    for row in rows(comparison):
        match row:
            case Folded():
                for shown in row.shown:
                    _shown(table, comparison, shown, readable_words)
            case Shown():
                _shown(table, comparison, row, readable_words)
            case Went():
                table.row([], [], [_remark(went_words(comparison, row))])
    if comparison.footnotes:
        table.row([plain_line("Notes")], [plain_line("Notes")], [])
    told = {(note.old, note.new): _of_note(note) for note in ChangedNotes(comparison).all()}
    for note in comparison.footnotes:
        words = readable(note.words) if readable_words else note.words
        said = told.get((note.old, note.new), "")
        table.row(
            _notes(old, note.old, words, "delete"),
            _notes(new, note.new, words, "insert"),
            [_remark(said)] if said else [],
        )
    return table.file(new, setting, draft_mark=draft_mark)


class SideBySide:
    """A table across a landscape page, row by row; `widths` are those of its columns in points.

    A row with a cell of more letters than `longest` may go on over the page.
    """

    def __init__(self, widths: Sequence[float], longest: int = _LONG) -> None:
        self._widths, self._longest, across = widths, longest, sum(widths)
        self.made = element(
            "tbl",
            element(
                "tblPr",
                element("tblStyle", val="TableGrid"),
                element("tblW", w=twips(across), type="dxa"),
                element("tblLayout", type="fixed"),
            ),
            element("tblGrid", *(element("gridCol", w=twips(width)) for width in self._widths)),
        )

    def row(self, *cells: Sequence[etree._Element], head: bool = False) -> None:
        """One row, on one page unless it is long; a cell without paragraphs gets an empty one.

        The head is repeated on each page.
        """
        letters = max(sum(len(text.text or "") for one in cell for text in one.iter(w("t"))) for cell in cells)
        whole = element("cantSplit") if letters < self._longest else None
        made = element("tr", element("trPr", whole, element("tblHeader") if head else None))
        for width, content in zip(self._widths, cells, strict=True):
            cell = element("tcPr", element("tcW", w=twips(width), type="dxa"), _shade() if head else None)
            made.append(element("tc", cell, *(content or [line_of(False)])))
        self.made.append(made)

    def file(self, draft: Draft, setting: Typesetting, *, draft_mark: bool) -> bytes:
        """The bytes of a Word file with the table alone; `draft` is whose symbol and title its pages have."""
        facts = masthead(draft)
        body = element("body", self.made, element("p", element("pPr", element("pStyle", val="AdrefCell"))))
        empty = WrittenNotes(Draft()).part()
        return whole_file(draft, body, Lists(), empty, draft_mark, facts.symbol, facts.title, setting, landscape=True)


def _shade() -> etree._Element:
    return element("shd", val="clear", color="auto", fill="F2F2F2")


def _shown(table: SideBySide, comparison: Comparison, shown: Shown, readable_words: bool) -> None:
    left: list[etree._Element] = []
    right: list[etree._Element] = []
    for change in shown.changes:
        words = readable(change.words) if readable_words else change.words
        left += _column(comparison.old, change.old, words, "delete")
        right += _column(comparison.new, change.new, words, "insert")
    said = said_of(comparison, shown)
    table.row(left, right, [_remark(said)] if said else [])


def said_of(comparison: Comparison, shown: Shown) -> str:
    """What happened, with what the paragraph is called: "OP3: reworded; was OP2"."""
    if shown.weight is None:
        return ""
    named = ", ".join(called(comparison, shown))
    told = [*happened(comparison, shown), *(["housekeeping"] if shown.weight == "housekeeping" else [])]
    return f"{named}: {'; '.join(told)}" if told else named


def _of_note(note: FootnoteChange) -> str:
    return {"inserted": "new", "unchanged": "at another place"}.get(note.kind, note.kind)


def _column(draft: Draft, positions: Sequence[int], words: Words, op: str) -> list[etree._Element]:
    """The paragraphs of one side of a change; their marks and notes by the draft, their differences by the words."""
    changed = changed_letters(words, op)
    made, at = [], 0
    for paragraph in (draft.paragraphs[position] for position in positions):
        turned = way_in(draft, paragraph.text)
        line = line_of(turned)
        number = paragraph.number if paragraph.number is not None else paragraph.set_label
        if number is not None:
            line.append(element("r", None, *text_elements(typed(number) + "\u2002")))
        for run in paragraph.runs:
            if run.footnote is not None:
                mark = draft.note[run.footnote].mark if run.footnote in draft.note else ""
                line.append(fixed_run("equal", _NO_LOOKS, mark, turned, raised=True))
                continue
            line.extend(_spans(run.text, run.marks, changed, at, op, turned))
            at += len(run.text)
        at += 1
        made.append(line)
    return made


def _notes(draft: Draft, notes: Sequence[int], words: Words, op: str) -> list[etree._Element]:
    found: list[Footnote] = [draft.note[at] for at in notes if at in draft.note]
    changed = changed_letters(words, op)
    made, at = [], 0
    for note in found:
        turned = way_in(draft, note.text)
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
