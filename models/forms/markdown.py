"""A comparison as Markdown: new words in <ins>, gone words in <del>, everything else as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.comparison.change import Comparison
from models.forms.pieces import DELETE, EQUAL, INSERT, Piece, lines, note_pieces
from models.forms.table_cells import cells
from models.telling.changed_notes import ChangedNotes
from models.telling.numbers import number_before
from models.telling.quiet_notes import QuietNotes, anything_differs
from models.telling.rows import Folded, Shown, Went, rows
from models.telling.sorts import counted_words
from models.telling.summary import summary
from models.telling.told_rows import called, happened, went_words

_TAGS = {DELETE: ("<del>", "</del>"), INSERT: ("<ins>", "</ins>")}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$^]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# At the start of a line these would begin a list, a quotation or a rule.
_LINE_START = re.compile(r"^(\s*)(\d{1,9}(?=[.)])|[-+=:])")


def markdown(comparison: Comparison, *, old_name: str = "", new_name: str = "", plain_words: bool = False) -> str:
    """What changed from the old text to the new one, paragraph by paragraph; ends with a line feed."""
    blocks = [_title(old_name, new_name), _summary(comparison)]
    for row in rows(comparison):
        match row:
            case Folded():
                blocks.append(f"*{_escaped(row.title)}*")
            case Went():
                blocks.append(f"*{_escaped(went_words(comparison, row))}*")
            case Shown():
                blocks += _shown(comparison, row, plain_words)
    blocks += _notes(comparison, plain_words)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _title(old_name: str, new_name: str) -> str:
    if not (old_name or new_name):
        return "# What changed"
    return f"# What changed\n\nFrom **{_escaped(old_name)}** to **{_escaped(new_name)}**"


def _summary(comparison: Comparison) -> str:
    if not anything_differs(comparison):
        return "Nothing differs."
    return f"{_escaped(summary(comparison))}\n\n{counted_words(comparison)}"


def _shown(comparison: Comparison, row: Shown, plain_words: bool) -> Iterator[str]:
    told, names = ", ".join(happened(comparison, row)), called(comparison, row)
    if row.unit.in_table:
        yield _head(names[0], told)
        for cells_of_line in cells(comparison, row, plain_words=plain_words):
            yield " \\| ".join(written(cell, comparison) for cell in cells_of_line)
        return
    for number, line in enumerate(lines(comparison, row.changes[0], plain_words=plain_words)):
        yield _head(names[number], told if number == 0 else "")
        draft = comparison.old if line.old else comparison.new
        printed = _escaped(number_before(draft.paragraphs[line.position]).rstrip())
        yield f"{_begun(printed)} {written(line.pieces, comparison)}".strip()


def _head(name: str, told: str) -> str:
    return f"**{_escaped(name)}**" + (f" ({_escaped(told)})" if told else "")


def _notes(comparison: Comparison, plain_words: bool) -> Iterator[str]:
    changed, quiet = ChangedNotes(comparison).all(), QuietNotes(comparison)
    changed += quiet.in_other_looks()
    if changed:
        yield "## Notes"
    for note in changed:
        draft, ids = (comparison.new, note.new) if note.new else (comparison.old, note.old)
        marks = ", ".join(draft.mark(one) for one in ids)
        yield f"**{_escaped(marks)}** ({_escaped(quiet.told(note))})"
        yield written(note_pieces(note.words, plain_words=plain_words), comparison)


def written(pieces: Sequence[Piece], comparison: Comparison) -> str:
    """Pieces as Markdown; each stretch of one operation is one element, spaces stand outside of emphasis."""
    text = ""
    now = EQUAL
    for piece in pieces:
        if piece.op != now:
            text += _TAGS[now][1] if now != EQUAL else ""
            text += _TAGS[piece.op][0] if piece.op != EQUAL else ""
            now = piece.op
        text += _piece(piece, comparison)
    text += _TAGS[now][1] if now != EQUAL else ""
    text = text.replace("</sup><sup>", "</sup><sup>,")  # two notes at one place are 1 and 2, and not 12
    return _begun(text.strip())


def _begun(text: str) -> str:
    """Text at the beginning of a line, where Markdown shall see no list, quotation or rule."""
    return _LINE_START.sub(r"\1\\\2" if re.match(r"\s*[-+=:]", text) else r"\1\2\\", text)


def _piece(piece: Piece, comparison: Comparison) -> str:
    if piece.note is not None:
        draft = comparison.old if piece.op == DELETE else comparison.new
        return f"<sup>{_escaped(draft.mark(piece.note))}</sup>"
    core = piece.shown.strip()
    if not core:
        return _escaped(piece.shown)
    before, _, after = piece.shown.partition(core)
    italic, bold, _ = piece.marks
    marked = _escaped(core)
    # Stars are read as emphasis beside letters only; the element always is.
    plain = core[0].isalnum() and core[-1].isalnum()
    if bold:
        marked = f"**{marked}**" if plain else f"<strong>{marked}</strong>"
    if italic:
        marked = f"*{marked}*" if plain else f"<em>{marked}</em>"
    return f"{_escaped(before)}{marked}{_escaped(after)}"


def _escaped(text: str) -> str:
    """Text that Markdown takes as it is: no marks, no elements, no line ends."""
    clean = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
    return _SPECIAL.sub(lambda match: "&amp;" if match[0] == "&" else f"\\{match[0]}", clean).replace("\n", "<br>")
