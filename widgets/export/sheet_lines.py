"""What stands on the page of an export, in order: each line with its marks, its role in the masthead and its look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from models.comparison.change import Comparison, FootnoteChange
from models.comparison.columns import Columns
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote, Kind, Paragraph
from models.draft.directions import runs_right_to_left, way_alone
from models.draft.masthead_lines import masthead_roles
from models.word.styles import style_id
from models.word.writing.lists import typed
from models.word.writing.looks import Look, all_looks, unnumbered
from models.word.writing.measures import Measures
from widgets.paper.marked import marked
from widgets.paper.pieces import Mark, Piece, Pieces, plain, tidy

_LETTERS_OF_A_PAGE = 9_000


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A paragraph as it goes out. `role` is its part in the masthead, None under it; `turned` where its text runs from
    right to left."""

    pieces: Pieces
    paragraph: Paragraph
    role: str | None = None
    turned: bool = False

    def look(self, of: Measures) -> Look:
        """How Adref's Word files set it by the measures of a house."""
        look = all_looks(of)[style_id(self.paragraph.kind, self.paragraph.level, self.role)]
        return look if self.number else unnumbered(look)

    @property
    def number(self) -> str:
        """Its number as printed."""
        return typed(self.paragraph.number or self.paragraph.set_label or "", right_to_left=self.turned)


def sheet_lines(draft: Draft, comparison: Comparison | None) -> Iterator[SheetLine]:
    """The paragraphs of a draft, or of a comparison with both sides in one."""
    if comparison is None:
        roles, turned = masthead_roles(draft), runs_right_to_left(draft)
        for position, paragraph in enumerate(draft.paragraphs):
            yield SheetLine(plain(paragraph, draft), paragraph, roles.get(position), turned)
        return
    old_roles, new_roles = masthead_roles(comparison.old), masthead_roles(comparison.new)
    drafts = comparison.old, comparison.new
    turned = runs_right_to_left(*drafts)
    for change in comparison.changes:
        old = [comparison.old.paragraphs[at] for at in change.old]
        new = [comparison.new.paragraphs[at] for at in change.new]
        words = marked(readable(change.words), old, new, drafts, fold=False)
        roles, positions = (new_roles, change.new) if change.new else (old_roles, change.old)
        for pieces, paragraph, position in zip(words.inline, new or old, positions, strict=False):
            yield SheetLine(pieces, paragraph, roles.get(position), turned)


def notes_by_id(draft: Draft) -> dict[int, tuple[str, Pieces]]:
    """The marks and words of the footnotes of a draft that is compared with none."""
    return {note.id: (note.mark, plain(Paragraph(Kind.TEXT, note.runs), draft)) for note in draft.footnotes}


class NoteLines(Mapping[tuple[str, Mark], Pieces]):
    """The footnotes of a comparison by their mark in the text and whether that mark came or went.

    Each is laid in words when it is asked for: a page has a few, and a long text hundreds.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._drafts = comparison.old, comparison.new
        self._places: dict[tuple[str, Mark], tuple[FootnoteChange, int]] = {}
        for change in comparison.footnotes:
            old, new = self._notes(change)
            for at, note in enumerate(new or old):
                for mark in (Mark.NONE, Mark.ADDED) if new else (Mark.REMOVED,):
                    self._places[note.mark, mark] = change, at

    def __getitem__(self, called: tuple[str, Mark]) -> Pieces:
        change, at = self._places[called]
        old, new = ([Paragraph(Kind.TEXT, note.runs) for note in side] for side in self._notes(change))
        return marked(readable(change.words), old, new, self._drafts, fold=False).inline[at]

    def __iter__(self) -> Iterator[tuple[str, Mark]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _notes(self, change: FootnoteChange) -> tuple[list[Footnote], list[Footnote]]:
        old, new = self._drafts
        return [old.note[at] for at in change.old if at in old.note], [
            new.note[at] for at in change.new if at in new.note
        ]


def by_hand(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """New words bold, as marks in fixed letters are; underline and stroke are the marks' own."""
    return [
        replace(line, pieces=tuple(replace(one, bold=True) if one.mark is Mark.ADDED else one for one in line.pieces))
        for line in lines
    ]


def page_full(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """As many lines as a page can hold, and no more of them laid out than that."""
    found: list[SheetLine] = []
    letters = 0
    for line in lines:
        found.append(line)
        letters += 60 + sum(len(piece.text) for piece in line.pieces)
        if letters > _LETTERS_OF_A_PAGE:
            break
    return found


class Row(NamedTuple):
    """What stands beside each other in columns, what is said of it, and where it is."""

    cells: tuple[tuple[SheetLine, ...], ...]
    remarks: tuple[str, ...] = ()
    where: str = ""


def rows_of(comparison: Comparison) -> Iterator[Row]:
    """The rows of a page of two texts in columns."""
    from models.word.columns import rows_in_columns  # it is not wanted before there are columns

    drafts = comparison.old, comparison.new
    for row in rows_in_columns(comparison):
        left: list[SheetLine] = []
        right: list[SheetLine] = []
        for change in (change for shown in row.shown for change in shown.changes):
            old = [comparison.old.paragraphs[at] for at in change.old]
            new = [comparison.new.paragraphs[at] for at in change.new]
            words = marked(readable(change.words), old, new, drafts, fold=False)
            left += [_in_columns(pieces, one) for pieces, one in zip(words.old, old, strict=False)]
            right += [_in_columns(pieces, one) for pieces, one in zip(words.new, new, strict=False)]
        yield Row((tuple(left), tuple(right)), row.remarks, row.where)


def _in_columns(pieces: Pieces, paragraph: Paragraph) -> SheetLine:
    return SheetLine(pieces, paragraph, turned=way_alone(paragraph.text))


ROWS_OF_A_PAGE = 60
"""More rows than these no landscape page has."""


def rows_of_drafts(columns: Columns) -> Iterator[Row]:
    """The rows of the first page of several drafts in columns, marked as in the Word file. No Qt; it takes a moment."""
    from models.word.drafts_in_columns import differing, runs_alike

    came, goes = differing(columns)

    def line(column: int, at: int) -> SheetLine:
        draft = columns.drafts[column]
        paragraph, pieces = draft.paragraphs[at], list[Piece]()
        for text, run, added, left in runs_alike(draft, at, came[column], goes[column]):
            mark = Mark.REMOVED if left else Mark.NONE
            if run.footnote is not None:
                own = plain(replace(paragraph, runs=(run,)), draft)
                pieces += (replace(one, bold=added, underline=added, mark=mark) for one in own)
            else:
                pieces.append(Piece(text, run.italic, run.bold or added, run.underline or added, mark))
        return _in_columns(tidy(pieces), paragraph)

    for row in columns.rows[:ROWS_OF_A_PAGE]:
        cells = (tuple(line(column, at) for at in cell.positions) for column, cell in enumerate(row.cells))
        yield Row(tuple(cells))
