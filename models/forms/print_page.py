"""A comparison laid out for a printer that knows tables and little else of HTML: all of it, black on white.

The other page (`html`) is for browsers; this one is what becomes a PDF. Unchanged paragraphs are named, not printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from models.comparison.change import Comparison
from models.draft import Draft
from models.draft.directions import way_in
from models.draft.draft_mark import draft_mark as draft_mark_in
from models.forms.html import direction, escaped
from models.forms.inline_marks import STYLES, clash
from models.forms.pieces import DELETE, EQUAL, INSERT, Piece, lines, note_pieces
from models.forms.table_cells import cells
from models.reading.language import language
from models.telling.changed_notes import ChangedNotes
from models.telling.numbers import number_before
from models.telling.quiet_notes import QuietNotes, anything_differs
from models.telling.rows import Folded, Row, Shown, Went, rows, rows_of
from models.telling.sorts import counted_words
from models.telling.summary import summary
from models.telling.told_rows import called, happened, went_words

_INK2, _INK3, _MOVED = "#454d53", "#596269", "#6a3d9e"
_EDGES = ("right", "left")
_TEXT = "margin-top:0;margin-bottom:8px"


def print_page(
    comparison: Comparison,
    *,
    old_name: str = "",
    new_name: str = "",
    plain_words: bool = False,
    draft_mark: bool = False,
) -> str:
    """The HTML of what changed from the old text to the new one, for `app.pdf`; sizes are in points."""
    mark = [_small(draft_mark_in("en"), _INK3)] if draft_mark else []
    changes = changes_printed(comparison, old_name=old_name, new_name=new_name, plain_words=plain_words)
    return whole_page([*mark, changes])


def whole_page(parts: Iterable[str]) -> str:
    """The HTML of a document made of parts."""
    return f"<html lang='en'><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>"


def changes_printed(
    comparison: Comparison,
    *,
    old_name: str = "",
    new_name: str = "",
    plain_words: bool = False,
    only: Set[int] | None = None,
) -> str:
    """What changed, as part of a page: all of it, or `only` some changes, by their numbers, which is said."""
    head = "<h2>What changed</h2>"
    if old_name or new_name:
        head += f"<p>From <b>{escaped(old_name)}</b> to <b>{escaped(new_name)}</b></p>"
    if anything_differs(comparison) and only is None:
        head += f"<p style='{_TEXT}'>{escaped(summary(comparison))}</p>"
    head += _small(_counted(comparison))
    every = rows(comparison)
    printed = every if only is None else rows_of(comparison, only)
    differing, here = (sum(isinstance(row, Shown) for row in some) for some in (every, printed))
    if here < differing:
        head += _small(f"Here are {here} of the {differing} changes.")
    table = "".join(_row(comparison, row, plain_words) for row in printed)
    notes = "".join(_notes(comparison, plain_words))
    return f"{head}<table style='margin-top:8px' width='100%' cellpadding='4' cellspacing='0'>{table}</table>" + (
        f"<h3>Notes</h3><table width='100%' cellpadding='4' cellspacing='0'>{notes}</table>" if notes else ""
    )


def _counted(comparison: Comparison) -> str:
    return counted_words(comparison) if anything_differs(comparison) else "Nothing differs."


def _small(text: str, colour: str = _INK2) -> str:
    return f"<p style='font-size:8pt;color:{colour};margin:0'>{escaped(text)}</p>"


def _row(comparison: Comparison, row: Row, plain_words: bool) -> str:
    match row:
        case Folded():
            return _cells(comparison, "", _small(row.title, _INK3))
        case Went():
            return _cells(comparison, "", _small(went_words(comparison, row), _MOVED))
        case Shown():
            return "".join(_shown(comparison, row, plain_words))


def _shown(comparison: Comparison, row: Shown, plain_words: bool) -> Iterator[str]:
    told, names = "; ".join(happened(comparison, row)), called(comparison, row)
    said = _small(told, _MOVED if row.moved else _INK2) if told else ""
    quiet = f";color:{_INK3}" if row.weight == "housekeeping" else ""
    if row.unit.in_table:
        # Its first words stand in the table: in the margin they would be broken.
        yield _cells(comparison, row.unit.what, f"{said}{_table(comparison, row, plain_words)}")
        return
    for place, line in enumerate(lines(comparison, row.changes[0], plain_words=plain_words)):
        draft = comparison.old if line.old else comparison.new
        number, text = escaped(number_before(draft.paragraphs[line.position])), draft.paragraphs[line.position].text
        yield _cells(
            comparison,
            names[place],
            f"{said if not place else ''}<p{_of(comparison, draft, text)} style='{_TEXT}{quiet}'>"
            f"{number}{_written(comparison, line.pieces)}</p>",
        )


def _of(comparison: Comparison, draft: Draft, text: str) -> str:
    """The attributes of a text of one of the drafts: its way, and its language where that is not the page's."""
    spoken = comparison.once(_spoken)[draft is comparison.old]
    return way(draft, text) + (f" lang='{spoken}'" if spoken != "en" else "")


def _spoken(comparison: Comparison) -> tuple[str, str]:
    """The languages of the new and of the old draft."""
    return language(comparison.new), language(comparison.old)


def way(draft: Draft, text: str) -> str:
    """The attribute of a text of a draft that runs from right to left; a printer does not find out by itself."""
    return ' dir="rtl"' if way_in(draft, text) else ""


def _table(comparison: Comparison, row: Shown, plain_words: bool) -> str:
    turned = comparison.once(_turned)
    told = "<td valign='top' dir='rtl'>" if turned else "<td valign='top'>"
    lines = (
        "".join(f"{told}{_written(comparison, cell)}</td>" for cell in (reversed(line) if turned else line))
        for line in cells(comparison, row, plain_words=plain_words)
    )
    rows_of_table = "".join(f"<tr>{line}</tr>" for line in lines)
    spoken = comparison.once(_spoken)[0]
    look = f"lang='{spoken}' border='1' style='border-collapse:collapse' cellpadding='3' cellspacing='0'"
    return f"<table {look}>{rows_of_table}</table>"


def _notes(comparison: Comparison, plain_words: bool) -> Iterator[str]:
    quiet = QuietNotes(comparison)
    for note in [*ChangedNotes(comparison).all(), *quiet.in_other_looks()]:
        draft, ids = (comparison.new, note.new) if note.new else (comparison.old, note.old)
        marks = ", ".join(draft.mark(one) for one in ids)
        text = _written(comparison, note_pieces(note.words, plain_words=plain_words))
        turned = _of(comparison, draft, draft.note[ids[0]].text) if ids and ids[0] in draft.note else ""
        yield _cells(comparison, marks, f"{_small(quiet.told(note))}<p{turned} style='{_TEXT}'>{text}</p>")


def _cells(comparison: Comparison, where: str, content: str) -> str:
    """A row: where something stands, and what; from right to left, where the text runs so, for a printer knows no such
    tables."""
    turned = comparison.once(_turned)
    named = f"<td width='96' align='{_EDGES[turned]}' valign='top'>{_small(where) if where else ''}</td>"
    told = f"<td valign='top'>{content}</td>"
    return f"<tr>{told}{named}</tr>" if turned else f"<tr>{named}{told}</tr>"


def _turned(comparison: Comparison) -> bool:
    """Whether the new text runs from right to left."""
    return bool(direction(comparison.new))


def _written(comparison: Comparison, pieces: Sequence[Piece]) -> str:
    """Pieces on end; what came is set off by a space from what went, as on the screen, for there is no ground here."""
    text = ""
    for before, piece in pairwise((None, *pieces)):
        assert piece is not None
        if before is not None and _clash(before, piece):
            text += " "
        text += _piece(comparison, piece)
    # Two notes at one place: what is printed knows no signs that are seen and are no letters.
    return text.replace("</sup><sup>", "</sup><sup>,")


def _clash(one: Piece, two: Piece) -> bool:
    """Whether a word that came stands right behind one that went."""
    if one.op != DELETE or two.op != INSERT or one.note is not None or two.note is not None:
        return False
    return clash(one.text, two.text)


def _piece(comparison: Comparison, piece: Piece) -> str:
    if piece.note is not None:
        text = f"<sup>{escaped((comparison.old if piece.op == DELETE else comparison.new).mark(piece.note))}</sup>"
    else:
        text = escaped(piece.shown).replace("\n", "<br>")
        for look, has in zip(("i", "b", "u"), piece.marks, strict=True):
            text = f"<{look}>{text}</{look}>" if has else text
    return text if piece.op == EQUAL else f"<span style='{STYLES[piece.op]}'>{text}</span>"
