"""A comparison as HTML for printing: tables and colours that Qt's printing knows; the page for browsers is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.circulation.page import escaped
from models.circulation.pieces import DELETE, EQUAL, INSERT, Piece, lines, note_pieces
from models.circulation.rows import Folded, Shown, Went, rows
from models.circulation.telling import counts, names, story, went
from models.comparison.change import Comparison
from models.draft import Draft

# Qt knows no margins for ins and del, and keeps a table's columns only where their widths are attributes.
_STYLE = """
ins { color: #0a5f38; text-decoration: underline; } del { color: #a1281e; text-decoration: line-through; }
h1 { font-size: 20px; } .quiet { color: #596269; font-size: 11px; } .what { color: #454d53; font-size: 12px; }
"""
_TAGS = {DELETE: "del", INSERT: "ins"}


def printed_page(comparison: Comparison, *, old_name: str = "", new_name: str = "", plain_words: bool = False) -> str:
    """What changed from the old text to the new one, paragraph by paragraph, labels in the margin."""
    body = "".join((*_head(comparison, old_name, new_name), *_rows(comparison, plain_words),
                    *_notes(comparison, plain_words)))  # fmt: skip
    return f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"


def _head(comparison: Comparison, old_name: str, new_name: str) -> Iterator[str]:
    yield "<h1>What changed</h1>"
    if old_name or new_name:
        yield f'<p class="what">From <b>{escaped(old_name)}</b> to <b>{escaped(new_name)}</b></p>'
    if not comparison.differs:
        yield "<p>Nothing differs.</p>"
        return
    summary = comparison.summary
    told = ", ".join(f"{count} {word}" for word, count in counts(comparison))
    words = f"{summary.words_inserted} words in, {summary.words_deleted} words out"
    yield f'<p class="what">{escaped(told)}; {words}. <ins>added</ins> <del>deleted</del></p>'


def _rows(comparison: Comparison, plain_words: bool) -> Iterator[str]:
    for row in rows(comparison):
        match row:
            case Folded():
                yield _row("", f'<span class="quiet">{escaped(row.title)}</span>')
            case Went():
                yield _row("", f'<span class="quiet">{escaped(went(comparison, row.change))}</span>')
            case Shown():
                yield from _shown(comparison, row, plain_words)


def _shown(comparison: Comparison, row: Shown, plain_words: bool) -> Iterator[str]:
    called = names(comparison, row.change, old=not row.change.new)
    told = "; ".join(story(comparison, row.change))
    for number, line in enumerate(lines(comparison, row.change, plain_words=plain_words)):
        draft = comparison.old if line.old else comparison.new
        printed = draft.paragraphs[line.position].number
        head = "" if printed is None else escaped(printed if printed.endswith((")", ".")) else f"{printed}.") + " "
        what = f'<div class="what">{escaped(told)}</div>' if told and number == 0 else ""
        yield _row(called[number], f"{what}<div>{head}{_written(line.pieces, comparison)}</div>")


def _row(label: str, text: str) -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="3"><tr>'
        f'<td width="80"><span class="quiet">{escaped(label)}</span></td><td>{text}</td></tr></table>'
    )


def _written(pieces: Sequence[Piece], comparison: Comparison) -> str:
    text = ""
    for piece in pieces:
        part = _mark(comparison, piece) if piece.note is not None else _words(piece)
        text += part if piece.op == EQUAL else f"<{_TAGS[piece.op]}>{part}</{_TAGS[piece.op]}>"
    return text


def _words(piece: Piece) -> str:
    text = escaped(piece.text.replace("\n", "¶ ") if piece.op == DELETE else piece.text).replace("\n", "<br>")
    for tag, has in zip("ibu", piece.marks, strict=True):
        text = f"<{tag}>{text}</{tag}>" if has else text
    return text


def _mark(comparison: Comparison, piece: Piece) -> str:
    draft = comparison.old if piece.op == DELETE else comparison.new
    return f"<sup>{escaped(_mark_of(draft, piece.note or 0))}</sup>"


def _notes(comparison: Comparison, plain_words: bool) -> Iterator[str]:
    changed = [note for note in comparison.footnotes if note.kind != "unchanged"]
    if changed:
        yield "<h3>Notes</h3>"
    for note in changed:
        draft, ids = (comparison.new, note.new) if note.new else (comparison.old, note.old)
        marks = ", ".join(_mark_of(draft, one) for one in ids)
        yield _row(marks, _written(note_pieces(note.words, plain_words=plain_words), comparison))


def _mark_of(draft: Draft, note: int) -> str:
    return draft.note[note].mark if note in draft.note else str(note)
