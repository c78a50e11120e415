"""A comparison as one page of HTML: nothing to load, light and dark, on paper, and for screen readers.

What was added is underlined, what is gone is struck, what moved has a double bar and a link to its other end; what
did not change is folded. Colour never stands alone.
"""

from __future__ import annotations

import html as escaping
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import islice
from unicodedata import bidirectional

from models.comparison.change import Comparison, FootnoteChange
from models.draft import Draft
from models.draft.directions import way_in
from models.draft.draft_mark import draft_mark as draft_mark_in
from models.draft.held_letters import LINE_END
from models.forms.pieces import DELETE, EQUAL, INSERT, Line, Piece, lines, note_pieces
from models.forms.table_cells import cells
from models.reading.language import language
from models.telling.changed_notes import ChangedNotes
from models.telling.numbers import number_before
from models.telling.quiet_notes import QuietNotes, anything_differs
from models.telling.rows import Folded, Row, Shown, Went, rows
from models.telling.sorts import counted
from models.telling.summary import summary as told_in_words
from models.telling.told_rows import called, happened, went_words

_TAGS = {DELETE: "del", INSERT: "ins"}
_LOOKS = ("em", "strong", "u")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SIGNS = {
    "moved": "⤴",
    "inserted": "+",
    "deleted": "−",
    "split": "⋎",
    "merged": "⋏",
    "bracket": "[ ]",
    "housekeeping": "∗",
    "reworded": "✎",
}


def html(
    comparison: Comparison,
    *,
    old_name: str = "",
    new_name: str = "",
    plain_words: bool = False,
    draft_mark: bool = False,
) -> str:
    """The page of what changed from the old text to the new one; `plain_words` shows the plain word difference."""
    page = _Page(comparison, plain_words)
    title = f"What changed: {old_name} → {new_name}" if old_name or new_name else "What changed"
    style = (resources.files("resources") / "templates" / "comparison.css").read_text(encoding="utf-8")
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{_OWN_LANGUAGE}">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{escaped(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#changes">Skip to the changes</a>\n',
            _header(comparison, old_name, new_name, draft_mark),
            f'<main id="changes" tabindex="-1"{direction(comparison.new)}>\n',
            *(page.row(row) for row in rows(comparison)),
            page.notes(),
            "</main>\n</body>\n</html>\n",
        )
    )


def escaped(text: str) -> str:
    """Text as HTML takes it; what no page may hold becomes a replacement character."""
    return escaping.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def parted_notes(text: str) -> str:
    """HTML in which a comma is seen between the marks of two notes at one place; it is no letter of the page."""
    return text.replace("</sup><sup>", '</sup><sup><span class="next"></span>')


def _header(comparison: Comparison, old_name: str, new_name: str, draft_mark: bool) -> str:
    mark = f'<p class="mark">{draft_mark_in("en")}</p>\n' if draft_mark else ""
    return f"<header>\n{mark}<h1>What changed</h1>\n{_texts(old_name, new_name)}{_counted(comparison)}</header>\n"


def _texts(old_name: str, new_name: str) -> str:
    if not (old_name or new_name):
        return ""
    old, new = (f"<b><bdi>{escaped(name)}</bdi></b>" for name in (old_name, new_name))
    return f'<p class="texts">From {old} to {new}</p>\n'


def _counted(comparison: Comparison) -> str:
    if not anything_differs(comparison):
        return "<p>Nothing differs.</p>\n"
    summary, found = comparison.summary, counted(comparison)
    told = [*found.heads, *found.addends]
    if found.masthead:
        told.append((f"{_many('line', found.masthead)} of the masthead", found.masthead))
    came, went = summary.words_inserted, summary.words_deleted
    told += [(f"{_many('word', came)} in", came), (f"{_many('word', went)} out", went)]
    items = "".join(f"<li><b>{count}</b> {word}</li>" for word, count in told)
    return (
        f'<p class="told">{escaped(told_in_words(comparison))}</p>\n'
        f'<ul class="counts">{items}</ul>\n'
        '<p class="legend"><ins>added</ins> <del>deleted</del> <span>moved: double bar</span></p>\n'
        '<p class="shown"><label><input type="checkbox" id="housekeeping" checked> Housekeeping</label></p>\n'
    )


def _many(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"


def direction(draft: Draft) -> str:
    """The attribute that mirrors a page where the text runs from right to left."""
    letters = islice((one for paragraph in draft.paragraphs for one in paragraph.text), _ENOUGH)
    ways = Counter(bidirectional(letter) for letter in letters)
    return ' dir="rtl"' if ways["R"] + ways["AL"] > ways["L"] else ""


def own_way(draft: Draft, text: str, seen: str) -> str:
    """The value of `dir` for a paragraph or note of a draft: "auto" where the first letter `seen` says how it runs."""
    turned = way_in(draft, text)
    ways = (bidirectional(letter) for letter in seen)
    return "auto" if next((way != "L" for way in ways if way in ("L", "R", "AL")), False) == turned else _DIR[turned]


_DIR = ("ltr", "rtl")
_OWN_LANGUAGE = "en"
_ENOUGH = 20_000
"""Letters that tell the direction of a text."""


class _Page:
    """Writes rows; `comparison` has the two drafts that positions speak of."""

    def __init__(self, comparison: Comparison, plain_words: bool) -> None:
        self.comparison = comparison
        self.plain_words = plain_words
        self._languages = [(draft, language(draft)) for draft in (comparison.new, comparison.old)]

    def _spoken(self, draft: Draft) -> str:
        """The attribute of words of a draft that are in another language than the page."""
        code = next(code for one, code in self._languages if one is draft)
        return f' lang="{code}"' if code != _OWN_LANGUAGE else ""

    def row(self, row: Row) -> str:
        """One row of the page."""
        match row:
            case Folded():
                inner = "".join(self._shown(one) for one in row.shown)
                return (
                    f'<details class="folded"><summary><bdi>{escaped(row.title)}</bdi></summary>\n{inner}</details>\n'
                )
            case Went():
                told = escaped(went_words(self.comparison, row))
                return f'<p class="went" id="w{row.number}"><a href="#c{row.number}"><bdi>{told}</bdi></a></p>\n'
            case Shown():
                return self._shown(row)

    def _shown(self, row: Shown) -> str:
        names, told = called(self.comparison, row), happened(self.comparison, row)
        if row.unit.in_table:
            return self._placed(row, names[0], self._what(row, told) + self._table(row), first=True)
        parts = lines(self.comparison, row.changes[0], plain_words=self.plain_words)
        written = []
        for number, line in enumerate(parts):
            what = self._what(row, told) if number == 0 else ""
            draft = self.comparison.old if line.old else self.comparison.new
            way = own_way(draft, draft.paragraphs[line.position].text, "".join(piece.text for piece in line.pieces))
            text = f'{what}<p dir="{way}"{self._spoken(draft)}>{self._line(line)}</p>'
            written.append(self._placed(row, names[number], text, first=number == 0))
        return "".join(written)

    def _placed(self, row: Shown, name: str, text: str, *, first: bool) -> str:
        """What is printed beside a name; the `first` line of a row has its sign, and is what others lead to."""
        identity = f' id="c{row.number}"' if first else ""
        return (
            f'<div class="{" ".join(_classes(row))}"{identity}>'
            f'<div class="sign" aria-hidden="true">{_sign(row) if first else ""}</div>'
            f'<div class="where"><bdi>{escaped(name)}</bdi></div>'
            f'<div class="text">{text}</div></div>\n'
        )

    def _table(self, row: Shown) -> str:
        spoken = self._spoken(self.comparison.old if row.unit.fate == "deleted" else self.comparison.new)
        lines = (
            "".join(f'<td dir="auto"{spoken}>{self.written(cell)}</td>' for cell in line)
            for line in cells(self.comparison, row, plain_words=self.plain_words)
        )
        return f'<table class="cells">{"".join(f"<tr>{line}</tr>" for line in lines)}</table>'

    def _what(self, row: Shown, told: Sequence[str]) -> str:
        if not told:
            return ""
        phrases = [escaped(phrase) for phrase in told]
        if row.moved:
            phrases[0] = f'<a href="#w{row.number}">{phrases[0]}</a>'
        return f'<p class="what"><bdi>{"; ".join(phrases)}</bdi></p>'

    def _line(self, line: Line) -> str:
        draft = self.comparison.old if line.old else self.comparison.new
        number = number_before(draft.paragraphs[line.position]).rstrip()
        head = f'<span class="number">{escaped(number)}</span>' if number else ""
        return head + self.written(line.pieces)

    def written(self, pieces: Sequence[Piece]) -> str:
        """Pieces as HTML; each stretch of one operation is one element."""
        text, now = "", EQUAL
        for piece in pieces:
            if piece.op != now:
                text += f"</{_TAGS[now]}>" if now != EQUAL else ""
                text += f"<{_TAGS[piece.op]}>" if piece.op != EQUAL else ""
                now = piece.op
            text += self._piece(piece)
        return parted_notes(text + (f"</{_TAGS[now]}>" if now != EQUAL else ""))

    def _piece(self, piece: Piece) -> str:
        if piece.note is not None:
            draft = self.comparison.old if piece.op == DELETE else self.comparison.new
            return f'<sup><span class="unseen" lang="en">note </span>{escaped(draft.mark(piece.note))}</sup>'
        text = escaped(LINE_END.sub("\n", piece.shown))
        for look, has in zip(_LOOKS, piece.marks, strict=True):
            if has:
                text = f"<{look}>{text}</{look}>"
        return text

    def notes(self) -> str:
        """The footnotes that differ."""
        changed = ChangedNotes(self.comparison).all() + QuietNotes(self.comparison).in_other_looks()
        return "".join(("<h2>Notes</h2>\n" if changed else "", *self._notes(changed)))

    def _notes(self, changed: Sequence[FootnoteChange]) -> Iterator[str]:
        quiet = QuietNotes(self.comparison)
        for note in changed:
            draft, ids = (self.comparison.new, note.new) if note.new else (self.comparison.old, note.old)
            marks = ", ".join(draft.mark(one) for one in ids)
            pieces = note_pieces(note.words, plain_words=self.plain_words)
            own = draft.note[ids[0]].text if ids and ids[0] in draft.note else ""
            way = own_way(draft, own, "".join(piece.text for piece in pieces))
            told, text = quiet.told(note), self.written(pieces)
            yield (
                f'<div class="row {escaped(note.kind)}"><div class="sign" aria-hidden="true">'
                f'{_SIGNS.get(note.kind, "")}</div><div class="where"><bdi>{escaped(marks)}</bdi></div>'
                f'<div class="text"><p class="what"><bdi>{escaped(told)}</bdi></p>'
                f'<p dir="{way}"{self._spoken(draft)}>{text}</p></div></div>\n'
            )


def _classes(row: Shown) -> tuple[str, ...]:
    return ("row", _kind(row), *(["moved"] if row.moved else []), *([row.weight] if row.weight else []))


def _kind(row: Shown) -> str:
    if not row.unit.in_table:
        return row.changes[0].kind
    return {"new": "inserted", "deleted": "deleted"}.get(row.unit.fate, "reworded" if row.weight else "unchanged")


def _sign(row: Shown) -> str:
    if row.weight is None:
        return ""
    if row.moved:
        return _SIGNS["moved"]
    if row.weight != "substance":
        return _SIGNS[row.weight]
    return _SIGNS.get(_kind(row), _SIGNS["reworded"])
