"""A comparison as text: coloured for a terminal, with [- -] and {+ +} for a pipe."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.commands.printing import printable
from app.commands.wrapped import wrapped
from models.comparison.change import Comparison, FootnoteChange
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft
from models.forms.inline_marks import SIGNS
from models.forms.table_cells import cell_words
from models.telling.changed_notes import ChangedNotes
from models.telling.quiet_notes import QuietNotes, anything_differs
from models.telling.rows import Shown, rows
from models.telling.sentences import listed
from models.telling.sorts import counted_words
from models.telling.summary import summary
from models.telling.told_rows import called, happened

_WIDEST = 100
_INDENT = "    "
_OPEN = {"delete": "\x1b[31;9m", "insert": "\x1b[32;4m"}
# Control characters, which no printable text holds, stand for a change of operation while lines are wrapped.
_OPS = {"\x01": "equal", "\x02": "delete", "\x03": "insert"}
_MARKS = {op: character for character, op in _OPS.items()}
_CLOSE = "\x1b[0m"
_DIM, _BOLD = "\x1b[2m", "\x1b[1m"


@dataclass(frozen=True, slots=True)
class _Pen:
    """How to write: with colours or with signs, and how wide."""

    colours: bool
    width: int

    def styled(self, style: str, text: str) -> str:
        return f"{style}{text}{_CLOSE}" if self.colours and text else text

    def words(self, words: Words) -> str:
        """The words of a change, wrapped and indented. A sign never stands alone in a line."""
        return "\n".join(self._lines("".join(f"{_MARKS[op]}{printable(text)}" for op, text in words)))

    def _lines(self, marked: str) -> Iterator[str]:
        op = "equal"
        for part in marked.split("\n"):
            for line in wrapped(part, self.width - len(_INDENT)):
                written, op = self._painted(line, op)
                yield f"{_INDENT}{written}"

    def _painted(self, line: str, op: str) -> tuple[str, str]:
        """A line with its marks turned into colours or signs; `op` runs on over the end of a line."""
        pieces: list[str] = []
        stretch = ""
        for character in line:
            turned = _OPS.get(character)
            if turned is None:
                stretch += character
            else:
                pieces.append(self._piece(op, stretch))
                stretch, op = "", turned
        pieces.append(self._piece(op, stretch))
        return "".join(pieces), op

    def _piece(self, op: str, text: str) -> str:
        if op == "equal" or not text:
            return text
        if self.colours:
            return f"{_OPEN[op]}{text}{_CLOSE}"
        opening, closing = SIGNS[op]
        return f"{opening}{text}{closing}"


def comparison_text(comparison: Comparison, *, colours: bool, plain_words: bool = False) -> str:
    """What differs, paragraph by paragraph, and the counts at the end; what is equal is only counted, and what
    differs in no word is only named."""
    pen = _pen(colours)
    if not anything_differs(comparison):
        return "Nothing differs."
    lines: list[str] = []
    for row in rows(comparison):
        if isinstance(row, Shown):
            named = _is_only_named(row)
            if lines and not named and lines[-1]:
                lines.append("")
            lines += [*_shown(pen, comparison, row, plain_words), *([] if named else [""])]
    lines += [""] if lines and lines[-1] else []
    quiet = QuietNotes(comparison)
    for note in [*ChangedNotes(comparison).all(), *quiet.in_other_looks()]:
        lines += [*_note(pen, comparison, note, quiet.told(note), plain_words), ""]
    ends = [*_wrapped(summary(comparison), pen.width), "", *_wrapped(counted_words(comparison), pen.width)]
    return "\n".join([*lines, *ends])


def words_text(words: Words, *, colours: bool) -> str:
    """The words of one change, as in a comparison."""
    return _pen(colours).words(words)


def _pen(colours: bool) -> _Pen:
    return _Pen(colours, max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)))


def _is_only_named(shown: Shown) -> bool:
    """Whether what differs is told in full by its name: a number, italics, the marks of notes, but no word."""
    return shown.weight == "housekeeping" and all(op == "equal" for one in shown.changes for op, _ in one.words)


def _shown(pen: _Pen, comparison: Comparison, shown: Shown, plain_words: bool) -> Iterator[str]:
    style = _DIM if shown.weight == "housekeeping" else _BOLD
    told = ", ".join(happened(comparison, shown)) or "differs"
    yield pen.styled(style, printable(f"{listed(called(comparison, shown))}  {told}"))
    if _is_only_named(shown):
        return
    if shown.unit.in_table:
        yield pen.words(cell_words(comparison, shown, plain_words=plain_words))
        return
    words = shown.changes[0].words
    yield pen.words(words if plain_words else readable(words))


def _note(pen: _Pen, comparison: Comparison, note: FootnoteChange, told: str, plain_words: bool) -> Iterator[str]:
    marks = _marks(comparison.new, note.new) or _marks(comparison.old, note.old)
    yield pen.styled(_BOLD, f"Footnote {marks}  {told}")
    yield pen.words(note.words if plain_words else readable(note.words))


def _marks(draft: Draft, notes: Iterable[int]) -> str:
    return ", ".join(map(draft.mark, notes))


def _wrapped(text: str, width: int) -> list[str]:
    return wrapped(printable(text), width)
