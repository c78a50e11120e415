"""Paragraphs as HTML for Word, LibreOffice and mail programs, and as plain text; numbers are typed, notes stand below.

Word takes what bears its own signs for footnotes as real ones; every other program shows raised marks and the notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from models.draft import Footnote, Kind, Paragraph, Run
from models.forms.html import escaped
from models.forms.inline_marks import marked, raised, signed
from models.forms.pieces import DELETE, INSERT, Piece
from models.telling.numbers import before, printed

Words = Mapping[int, Sequence[Piece]]
"""The pieces of changed paragraphs, by their place among those written."""

_HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" '
    'xmlns="http://www.w3.org/TR/REC-html40"><head><meta charset="utf-8">'
    '<meta name="ProgId" content="Word.Document"><meta name="Generator" content="Adref"></head><body>'
)
_INDENT = 36
_TAB = "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>"


def to_html(
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote] = (),
    *,
    words: Words | None = None,
    partial: bool = False,
) -> str:
    """A page of HTML, styles in place; `words` shows insertions underlined and deletions struck, in colour."""
    writer = _Writer({note.id: note for note in footnotes})
    written = [writer.paragraph(one, (words or {}).get(at), partial) for at, one in enumerate(paragraphs)]
    body = "".join(
        "".join(written[at] for at in group) if table is None else _table(paragraphs, group, written)
        for table, group in _tables(paragraphs)
    )
    return f"{_HEAD}<!--StartFragment-->{body}{writer.notes()}<!--EndFragment--></body></html>"


def to_plain(
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote] = (),
    *,
    words: Words | None = None,
    partial: bool = False,
) -> str:
    """Words with their numbers, a blank line between paragraphs, raised marks and the notes at the end.

    `words` shows insertions and deletions between signs. A table is a line for each of its rows, tabs between the
    cells, as spreadsheets take it.
    """
    if partial:
        return "\n".join(
            signed((piece.op, piece.text) for piece in words[at]) if words and at in words else one.text
            for at, one in enumerate(paragraphs)
        )
    notes = {note.id: note for note in footnotes}
    cited = dict.fromkeys(note for paragraph in paragraphs for note in paragraph.footnotes if note in notes)
    written = []
    for at, one in enumerate(paragraphs):
        head, runs = printed(one)
        pieces = words.get(at) if words is not None else None
        written.append(head + _plain(runs, notes) if pieces is None else before(one) + _signed(pieces, notes))
    blocks = []
    for table, group in _tables(paragraphs):
        blocks += [written[at] for at in group] if table is None else [_plain_table(paragraphs, group, written)]
    blocks += [f"{raised(notes[note].mark)} {notes[note].text}" for note in cited]
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


def _table(paragraphs: Sequence[Paragraph], group: Iterable[int], written: Sequence[str]) -> str:
    rows = _rows(paragraphs, group, written)
    cells = ["".join(_td(row.get(column, ())) for column in range(max(row) + 1)) for row in rows]
    return f'<table border="1" style="border-collapse:collapse">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>\n'


def _td(written: Iterable[str]) -> str:
    return f'<td style="padding:0 5pt">{"".join(written)}</td>'


def _plain_table(paragraphs: Sequence[Paragraph], group: Iterable[int], written: Sequence[str]) -> str:
    rows = _rows(paragraphs, group, written)
    return "\n".join("\t".join(" ".join(row.get(column, ())) for column in range(max(row) + 1)) for row in rows)


def _plain(runs: Iterable[Run], notes: Mapping[int, Footnote]) -> str:
    return "".join(text for _, text in _parted((("", run) for run in runs), notes))


def _signed(pieces: Iterable[Piece], notes: Mapping[int, Footnote]) -> str:
    return signed(_parted(_runs_of(pieces), notes))


def _runs_of(pieces: Iterable[Piece]) -> Iterator[tuple[str, Run]]:
    return ((piece.op, Run(piece.text, *piece.marks, footnote=piece.note)) for piece in pieces)


def _parted(words: Iterable[tuple[str, Run]], notes: Mapping[int, Footnote]) -> Iterator[tuple[str, str]]:
    """(operation, text) of words and notes; a comma parts the marks of two at one place, "¹,²"."""
    for op, comma, run in _with_commas(words, notes):
        mark = raised(notes[run.footnote].mark) if run.footnote is not None and not run.text else ""
        yield op, f"{comma}{run.text}{mark}"


def _with_commas(words: Iterable[tuple[str, Run]], notes: Mapping[int, Footnote]) -> Iterator[tuple[str, str, Run]]:
    """(operation, comma, words or a note): "," where another mark stands before that of the note.

    Where that is so in one of two texts alone, the comma comes or goes by itself, before words that are none.
    """
    behind_mark: set[str] = set()
    for op, run in words:
        here = {DELETE, INSERT} & {op} or {DELETE, INSERT}
        if run.footnote is None:
            behind_mark -= here if run.text else set()
            yield op, "", run
        elif run.text or run.footnote in notes:
            parted = behind_mark & here
            if parted and parted != here:
                yield min(parted), ",", Run()
            yield op, "," if parted == here else "", run
            behind_mark |= here


class _Writer:
    def __init__(self, notes: Mapping[int, Footnote]) -> None:
        self._notes = notes
        self._cited: list[int] = []

    def paragraph(self, paragraph: Paragraph, pieces: Sequence[Piece] | None, partial: bool) -> str:
        """One paragraph; of a selection inside one, its words alone."""
        head, runs = printed(paragraph) if pieces is None and not partial else (before(paragraph), paragraph.runs)
        inner = self._runs(runs) if pieces is None else self._words(_runs_of(pieces))
        if partial:
            return f"<span>{inner}</span>"
        head = head.rstrip()
        return (
            f'<p dir="auto" style="{_look(paragraph, bool(head))}">{escaped(head)}{_TAB if head else ""}{inner}</p>\n'
        )

    def notes(self) -> str:
        """The notes that were cited, each once."""
        if not self._cited:
            return ""
        return f"<div style='mso-element:footnote-list'><hr>{''.join(map(self._note, self._cited))}</div>"

    def _note(self, note: int) -> str:
        at, footnote = self._cited.index(note) + 1, self._notes[note]
        return (
            f"<div style='mso-element:footnote' id=ftn{at}><p style=\"margin:0 0 4pt 0;font-size:9pt\">"
            f'<a style=\'mso-footnote-id:ftn{at}\' href="#_ftnref{at}" name="_ftn{at}" title="">'
            f"{_mark(footnote.mark)}</a> {''.join(map(_letters, footnote.runs))}</p></div>\n"
        )

    def _runs(self, runs: Iterable[Run]) -> str:
        return self._words(("", run) for run in runs)

    def _words(self, words: Iterable[tuple[str, Run]]) -> str:
        """(operation, words or a note); a comma parts the marks of two notes at one place, but for Word's own notes."""
        written = ""
        for op, comma, run in _with_commas(words, self._notes):
            if run.footnote is not None and not run.text:
                written += marked(op, self._cite(run.footnote, comma))
            else:
                written += marked(op, (_mark(comma) if comma else "") + _letters(run))
        return written

    def _cite(self, note: int, before_it: str) -> str:
        mark = _mark(before_it + self._notes[note].mark)
        if note in self._cited:  # Word has no second mark of one note: a link to the first
            return f'<a href="#_ftn{self._cited.index(note) + 1}" style="text-decoration:none">{mark}</a>'
        self._cited.append(note)
        at = len(self._cited)
        return f'<a style=\'mso-footnote-id:ftn{at}\' href="#_ftn{at}" name="_ftnref{at}" title="">{mark}</a>'


def _mark(mark: str) -> str:
    return (
        "<span style='vertical-align:super'><span style='mso-special-character:footnote'>"
        f"<![if !supportFootnotes]>{escaped(mark)}<![endif]></span></span>"
    )


def _letters(run: Run) -> str:
    # Spaces that a page would run together, or lose at its edges, are kept as Word keeps them.
    text = escaped(run.text).replace("\t", _TAB).replace("\n", "<br>")
    while "  " in text:
        text = text.replace("  ", " <span style='mso-spacerun:yes'>&nbsp;</span>", 1)
    for tag, has in (("u", run.underline), ("b", run.bold), ("i", run.italic)):
        text = f"<{tag}>{text}</{tag}>" if has else text
    return text


def _look(paragraph: Paragraph, numbered: bool) -> str:
    indent = _INDENT * min(paragraph.level, 5)
    first = _INDENT if numbered or paragraph.kind is Kind.PREAMBULAR else 0
    return f"margin:0 0 8pt {indent}pt;text-indent:{first if not indent else 0}pt"
