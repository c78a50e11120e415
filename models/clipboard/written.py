"""Paragraphs as HTML for Word, LibreOffice and mail programs, and as plain text; numbers are typed, notes stand below.

Word takes what bears its own signs for footnotes as real ones; every other program shows raised marks and the notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from models.clipboard.notes_below import NoteBelow, Notes, Words, notes_below
from models.draft import Footnote, Kind, Paragraph, Run
from models.draft.directions import begins_right_to_left, note_way, way_of
from models.forms.html import escaped
from models.forms.inline_marks import STYLES, marked, raised, signed
from models.forms.pieces import DELETE, EQUAL, INSERT, Piece
from models.forms.spoken import spoken
from models.telling.numbers import before, printed

_HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" '
    'xmlns="http://www.w3.org/TR/REC-html40"><head><meta charset="utf-8">'
    '<meta name="ProgId" content="Word.Document"><meta name="Generator" content="Adref"></head><body>'
)
_INDENT = 36
_LINES = 'border="1" cellspacing="0" cellpadding="5"'
"""Of a table; cells with a style of their own have no lines in LibreOffice."""
_RIGHT_TO_LEFT = "text-align:right;direction:rtl;unicode-bidi:embed"
"""Word and LibreOffice know no "auto" of a paragraph's direction."""
_NO_LINK = "color:inherit;text-decoration:none"
"""How the mark of a note looks that did not change: the underline of a link would say that it is new."""
_TAB = "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>"


def to_html(
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote] = (),
    *,
    words: Words | None = None,
    base: Notes | None = None,
    partial: bool = False,
) -> str:
    """A page of HTML, styles in place; `words` shows insertions underlined and deletions struck, in colour.

    `base` has the notes of the base, where what came, went and changed of notes is shown too.
    """
    words = words or {}
    leftward = begins_right_to_left(paragraphs)
    writer = _Writer(notes_below(paragraphs, words, {note.id: note for note in footnotes}, base), leftward)
    written = [writer.paragraph(one, words.get(at), partial) for at, one in enumerate(paragraphs)]
    body = "".join(
        "".join(written[at] for at in group) if table is None else _table(paragraphs, group, written, leftward)
        for table, group in _tables(paragraphs)
    )
    head = _HEAD.replace("<html", f"<html{spoken(one.text for one in paragraphs)}", 1)
    return f"{head}<!--StartFragment-->{body}{writer.notes()}<!--EndFragment--></body></html>"


def to_plain(
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote] = (),
    *,
    words: Words | None = None,
    base: Notes | None = None,
    partial: bool = False,
) -> str:
    """Words with their numbers, a blank line between paragraphs, raised marks and the notes at the end.

    `words` and `base` show insertions and deletions between signs. A table is a line for each of its rows, tabs
    between the cells, as spreadsheets take it.
    """
    words = words or {}
    if partial:
        return "\n".join(
            signed((piece.op, piece.text) for piece in words[at]) if at in words else one.text
            for at, one in enumerate(paragraphs)
        )
    notes = notes_below(paragraphs, words, {note.id: note for note in footnotes}, base)
    written = []
    for at, one in enumerate(paragraphs):
        head, runs = (before(one), _runs_of(words[at])) if at in words else _as_it_is(one)
        written.append(head + signed(_parted(runs, notes)))
    blocks = []
    for table, group in _tables(paragraphs):
        blocks += [written[at] for at in group] if table is None else [_plain_table(paragraphs, group, written)]
    blocks += map(_plain_note, notes.values())
    return "\n\n".join(block for block in blocks if block.strip())


def _tables(paragraphs: Sequence[Paragraph]) -> list[tuple[int | None, list[int]]]:
    """Stretches of positions, each with the number of its table, or with None outside of tables."""
    by_table = groupby(range(len(paragraphs)), key=lambda at: cell[0] if (cell := paragraphs[at].cell) else None)
    return [(table, list(group)) for table, group in by_table]


def _rows(paragraphs: Sequence[Paragraph], group: Iterable[int], written: Sequence[str]) -> list[dict[int, list[str]]]:
    """What is written of the paragraphs of a table, by row, and in it by column."""
    rows: dict[int, dict[int, list[str]]] = {}
    for at in group:
        _, row, column = paragraphs[at].cell or (0, 0, 0)
        rows.setdefault(row, {}).setdefault(column, []).append(written[at])
    return list(rows.values())


def _table(paragraphs: Sequence[Paragraph], group: Iterable[int], written: Sequence[str], leftward: bool) -> str:
    rows = _rows(paragraphs, group, written)
    cells = ["".join(_td(row.get(column, ())) for column in range(max(row) + 1)) for row in rows]
    inner = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table {_LINES} dir="{_way(leftward)}" style="border-collapse:collapse">{inner}</table>\n'


def _td(written: Iterable[str]) -> str:
    return f"<td>{''.join(written)}</td>"


def _plain_table(paragraphs: Sequence[Paragraph], group: Iterable[int], written: Sequence[str]) -> str:
    rows = _rows(paragraphs, group, written)
    return "\n".join("\t".join(" ".join(row.get(column, ())) for column in range(max(row) + 1)) for row in rows)


def _plain_note(note: NoteBelow) -> str:
    marks = ((op, raised(mark)) for op, mark in note.marks())
    return signed((*marks, (note.op, " "), *((piece.op, piece.text) for piece in note.words)))


def _runs_of(pieces: Iterable[Piece]) -> Iterator[tuple[str, Run]]:
    return ((piece.op, Run(piece.text, *piece.marks, footnote=piece.note)) for piece in pieces)


def _as_it_is(paragraph: Paragraph) -> tuple[str, Iterator[tuple[str, Run]]]:
    """What stands before the words of a paragraph in which nothing is marked, and these."""
    head, runs = printed(paragraph)
    return head, ((EQUAL, run) for run in runs)


def _parted(words: Iterable[tuple[str, Run]], notes: Mapping[int, NoteBelow]) -> Iterator[tuple[str, str]]:
    """(operation, text) of words and notes; a comma parts the marks of two at one place, "¹,²"."""
    for op, comma, run in _with_commas(words, notes):
        if comma or run.text:
            yield op, comma + run.text
        if run.footnote is not None:
            yield from ((one, raised(mark)) for one, mark in notes[run.footnote].marks(op))


def _with_commas(words: Iterable[tuple[str, Run]], notes: Mapping[int, NoteBelow]) -> Iterator[tuple[str, str, Run]]:
    """(operation, comma, words or a note): "," where another mark stands before that of the note.

    Where that is so in one of two texts alone, the comma comes or goes by itself, before words that are none.
    """
    behind_mark: set[str] = set()
    for op, run in words:
        here = {DELETE, INSERT} & {op} or {DELETE, INSERT}
        if run.footnote is None:
            behind_mark -= here if run.text else set()
            yield op, "", run
        elif run.footnote in notes:
            parted = behind_mark & here
            if parted and parted != here:
                yield min(parted), ",", Run()
            yield op, "," if parted == here else "", run
            behind_mark |= here


class _Writer:
    def __init__(self, notes: Mapping[int, NoteBelow], leftward: bool) -> None:
        self._notes = notes
        self._leftward = leftward
        self._numbers = {note: at for at, note in enumerate(notes, 1)}
        self._placed: set[int] = set()

    def paragraph(self, paragraph: Paragraph, pieces: Sequence[Piece] | None, partial: bool) -> str:
        """One paragraph; of a selection inside one, its words alone."""
        head, runs = _as_it_is(paragraph) if pieces is None else (before(paragraph), _runs_of(pieces))
        inner = self._words(runs)
        if partial:
            return f"<span>{inner}</span>"
        head = head.rstrip()
        leftward = way_of(paragraph.text, self._leftward)
        look = _look(paragraph, bool(head), leftward)
        return f'<p dir="{_way(leftward)}" style="{look}">{escaped(head)}{_TAB if head else ""}{inner}</p>\n'

    def notes(self) -> str:
        """The notes that are cited, each once."""
        if not self._notes:
            return ""
        return f"<div style='mso-element:footnote-list'><hr>{''.join(map(self._note, self._notes))}</div>"

    def _note(self, note: int) -> str:
        at, below = self._numbers[note], self._notes[note]
        marks = list(below.marks())
        mark = "".join(marked(op, _mark(one, op)) for op, one in marks)
        look = STYLES.get(marks[-1][0], _NO_LINK)
        words = "".join(marked(op, _letters(run)) for op, run in _runs_of(below.words))
        leftward = note_way("".join(piece.text for piece in below.words), self._leftward)
        look_of_all = "margin:0 0 4pt 0;font-size:9pt" + (f";{_RIGHT_TO_LEFT}" if leftward else "")
        return (
            f'<div style=\'mso-element:footnote\' id=ftn{at}><p dir="{_way(leftward)}" style="{look_of_all}">'
            f'<a style=\'mso-footnote-id:ftn{at};{look}\' href="#_ftnref{at}" name="_ftn{at}" title="">'
            f"{mark}</a> {words}</p></div>\n"
        )

    def _words(self, words: Iterable[tuple[str, Run]]) -> str:
        """(operation, words or a note); a comma parts the marks of two notes at one place, but for Word's own notes."""
        written = ""
        for op, comma, run in _with_commas(words, self._notes):
            if run.footnote is not None:
                written += self._cite(run.footnote, op, comma)
            else:
                written += marked(op, (_mark(comma) if comma else "") + _letters(run))
        return written

    def _cite(self, note: int, op: str, comma: str) -> str:
        marks = list(self._notes[note].marks(op))
        if len(marks) == 1:
            return marked(marks[0][0], self._place(note, marks[0][0], comma + marks[0][1]))
        between = marked(op, _mark(comma)) if comma else ""
        return between + "".join(marked(one, self._place(note, one, mark)) for one, mark in marks)

    def _place(self, note: int, op: str, mark: str) -> str:
        """The mark of a note; Word has one of each, which is the first that is not gone, others lead to the note."""
        at, shown, look = self._numbers[note], _mark(mark, op), STYLES.get(op, _NO_LINK)
        if note in self._placed or (op == DELETE and self._notes[note].new is not None):
            return f'<a href="#_ftn{at}" style="{look}">{shown}</a>'
        self._placed.add(note)
        return f'<a style=\'mso-footnote-id:ftn{at};{look}\' href="#_ftn{at}" name="_ftnref{at}" title="">{shown}</a>'


def _mark(mark: str, op: str = EQUAL) -> str:
    """A raised mark, in whose place Word sets the number of its own; one that is gone Word shows as it was."""
    if op == DELETE:
        return f"<sup>{escaped(mark)}</sup>"
    return (
        "<sup><span style='mso-special-character:footnote'>"
        f"<![if !supportFootnotes]>{escaped(mark)}<![endif]></span></sup>"
    )


def _letters(run: Run) -> str:
    # Spaces that a page would run together, or lose at its edges, are kept as Word keeps them.
    text = escaped(run.text).replace("\t", _TAB).replace("\n", "<br>")
    while "  " in text:
        text = text.replace("  ", " <span style='mso-spacerun:yes'>&nbsp;</span>", 1)
    for tag, has in (("u", run.underline), ("b", run.bold), ("i", run.italic)):
        text = f"<{tag}>{text}</{tag}>" if has else text
    return text


def _way(leftward: bool) -> str:
    return "rtl" if leftward else "ltr"


def _look(paragraph: Paragraph, numbered: bool, leftward: bool) -> str:
    indent = _INDENT * min(paragraph.level, 5)
    first = _INDENT if numbered or paragraph.kind is Kind.PREAMBULAR else 0
    sides = f"0 {indent}pt 8pt 0;{_RIGHT_TO_LEFT}" if leftward else f"0 0 8pt {indent}pt"
    return f"margin:{sides};text-indent:{first if not indent else 0}pt"
