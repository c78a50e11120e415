"""Rows made into pictures: a change side by side or inline, the other end of a move, a fold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from models.circulation.sorts import Weight, sort_of
from models.circulation.telling import came, where_to
from models.comparison.change import Change, Comparison
from models.draft import Draft, Kind, Paragraph
from widgets.compare.arrangement import Arrangement, Row
from widgets.compare.changed_notes import MarkedNotes
from widgets.compare.chosen import shown_words
from widgets.compare.folds import fold_words, reason_words
from widgets.compare.measure import GAP, PAD_BOTTOM, PAD_TOP, Cell, Columns
from widgets.compare.names import SIGNS, short_name
from widgets.compare.said_by_hand import HAND_SIGNS
from widgets.compare.stray_lines import stray_lines
from widgets.paper.block import Block
from widgets.paper.direction import is_right_to_left, isolated
from widgets.paper.number import number_of
from widgets.paper.picture import PILL, Bar, Ground, Picture, Pill, Rule, Sign, Text, Words
from widgets.paper.pieces import Marked, Pieces, marked
from widgets.paper.type import baseline, serif
from widgets.theme import fonts
from widgets.theme.tokens import Measures, current

SIGN_RISE = 1.0
HAND_BELOW = 21.0
"""How far under the sign of a change the one stands that says that a hand paired or parted it."""
_NOTE_INDENT = 22.0
_MASTHEAD_LIFT = 8.0


@dataclass(frozen=True, slots=True)
class Names:
    """What the two drafts are called."""

    old: str
    new: str

    @property
    def old_short(self) -> str:
        """As short as it can be said."""
        return short_name(self.old, "the old draft")

    @property
    def new_short(self) -> str:
        """As short as it can be said."""
        return short_name(self.new, "the new draft")


class Drawing:
    """Makes the pictures of a comparison's rows for one width and one zoom."""

    def __init__(self, arrangement: Arrangement, columns: Columns, names: Names, mirrored: bool) -> None:
        self.arrangement = arrangement
        self.comparison: Comparison = arrangement.comparison
        self.columns = columns
        self._names = names
        self._mirrored = mirrored
        self._font = serif(columns.body.size)
        self._baseline = baseline(columns.body.lead, self._font)
        self._notes = MarkedNotes(self.comparison)

    def row(self, row: Row, opened: Collection[int]) -> Picture:
        """The picture of a row; `opened` are the folds inside the paragraph that are open."""
        if row.fold:
            return self._fold(row)
        entry = self.arrangement.entries[row.first]
        change = self.arrangement.change(row.first)
        image = Picture(self.columns.width, self._mirrored)
        quiet = entry.weight in (Weight.HOUSEKEEPING, Weight.MASTHEAD)
        words = self._words(row.first, opened, fold=change.weight is not None)
        if self.columns.inline:
            self._inline(image, change, words, entry.other_end, quiet)
        else:
            self._side_by_side(image, change, words, entry.other_end, quiet)
        if entry.weight is Weight.MASTHEAD:
            image.lift = _MASTHEAD_LIFT
            image.height -= 2 * _MASTHEAD_LIFT
        return image

    def folds(self, entry: int) -> int:
        """How many stretches of a change can be folded."""
        if self.arrangement.change(entry).weight is None:
            return 0
        return self._words(entry, (), fold=True).folds

    def unfolded(self, entry: int) -> tuple[Pieces, ...]:
        """The whole paragraphs of a change with their marks, both sides in one."""
        return self._words(entry, (), fold=False).inline

    def _words(self, number: int, opened: Collection[int], *, fold: bool) -> Marked:
        change = self.arrangement.change(number)
        quiet = self.arrangement.entries[number].weight in (Weight.HOUSEKEEPING, Weight.MASTHEAD)
        return marked(
            shown_words(change),
            self._paragraphs(change.old, self.comparison.old),
            self._paragraphs(change.new, self.comparison.new),
            (self.comparison.old, self.comparison.new),
            opened=opened,
            fold=fold,
            quiet=quiet,
        )

    # Side by side

    def _side_by_side(self, image: Picture, change: Change, words: Marked, other_end: bool, quiet: bool) -> None:
        old, new = self.columns.old, self.columns.new
        moved = change.moved and change.old and change.new
        show_old = bool(change.old) and not (moved and not other_end)
        show_new = bool(change.new) and not (moved and other_end)
        tall = PAD_TOP
        if show_old:
            tall = max(tall, self._cell(image, old, change, change.old, words.old, "old", quiet))
        if show_new:
            tall = max(tall, self._cell(image, new, change, change.new, words.new, "new", quiet))
        if moved:
            tall = max(tall, self._moved_end(image, change, old if not other_end else new, other_end))
        elif not change.new:
            self._absent(image, new, f"Not in {self._names.new_short}")
        elif not change.old:
            self._absent(image, old, f"Not in {self._names.old_short}")
        signs = self._sign(image, change, quiet)
        image.height = max(tall + PAD_BOTTOM, signs)

    def _cell(
        self,
        image: Picture,
        cell: Cell,
        change: Change,
        positions: Sequence[int],
        texts: Sequence[Pieces],
        side: str,
        quiet: bool,
    ) -> float:
        """One side's paragraphs under each other; where they end."""
        draft, labels = (
            (self.comparison.old, change.old_labels) if side == "old" else (self.comparison.new, change.new_labels)
        )
        gone = not change.new or not change.old
        top = PAD_TOP
        for number, (at, pieces) in enumerate(zip(positions, texts, strict=True)):
            if number:
                top += GAP
            paragraph = draft.paragraphs[at]
            indent = _indent(paragraph)
            block = self._block(pieces, paragraph, cell.width - indent, quiet, struck=not gone)
            if gone:
                tint = "tint_removed" if side == "old" else "tint_added"
                image.add(Ground(tint, cell.text + indent, top, cell.width - indent, block.height))
            image.add(Text(block, cell.text + indent, top))
            self._number(image, cell, indent, top, paragraph, labels[number], quiet)
            top += block.height
        self._bars(image, cell, change, positions, side, top)
        if side == "new" or not change.new:
            top = self._remarks(image, cell, change, quiet, top)
        return self._changed_footnotes(image, cell, change, side, top)

    def _bars(
        self, image: Picture, cell: Cell, change: Change, positions: Sequence[int], side: str, bottom: float
    ) -> None:
        beside = cell.text + Measures.CHANGE_BAR_AT
        if not change.new:
            image.add(Bar("removed", beside, PAD_TOP, bottom))
        elif not change.old:
            image.add(Bar("added", beside, PAD_TOP, bottom))
        elif change.moved:
            image.add(Bar("moved", beside, PAD_TOP, bottom, double=True))
        if len(positions) > 1:
            image.add(Bar("added" if side == "new" else "removed", cell.edge + 2, PAD_TOP, bottom))

    def _moved_end(self, image: Picture, change: Change, cell: Cell, other_end: bool) -> float:
        sign = "arrow-bend-right-up" if other_end else "arrow-bend-up-left"
        said = (where_to if other_end else came)(self.comparison, change, self._written)
        if self.columns.inline and change.old_labels[0]:
            # The numbers of this column are those of the new text, and there it has another.
            said = f"{self._written(change.old_labels[0])} {said}"
        # Its middle at that of a line of text, where the sign and the number beside it are.
        top = PAD_TOP + (self.columns.body.lead - PILL) / 2 + SIGN_RISE
        image.add(Pill(f"{said[0].upper()}{said[1:]}", sign, "moved", cell.text, top))
        return top + PILL

    def _written(self, name: str) -> str:
        """A label in a line that may run from right to left."""
        return isolated(name) if self._mirrored else name

    def _absent(self, image: Picture, cell: Cell, words: str) -> None:
        image.add(Words(words, fonts.small(), "ink2", cell.text, PAD_TOP + self._baseline))

    # Inline

    def _inline(self, image: Picture, change: Change, words: Marked, other_end: bool, quiet: bool) -> None:
        cell = self.columns.new
        draft = self.comparison.new if change.new else self.comparison.old
        positions = change.new or change.old
        labels = change.new_labels if change.new else change.old_labels
        top = first = PAD_TOP
        if other_end:
            top = self._moved_end(image, change, cell, other_end=True)
        else:
            if change.verb is not None and change.verb.direction != "other":
                top = self._verb_line(image, cell, change, top)
            first = least = top
            for number, (at, pieces) in enumerate(zip(positions, words.inline, strict=True)):
                if number:
                    top += GAP
                paragraph = draft.paragraphs[at]
                indent = _indent(paragraph)
                block = self._block(pieces, paragraph, cell.width - indent, quiet, struck=True)
                image.add(Text(block, cell.text + indent, top))
                self._number(image, cell, indent, top, paragraph, labels[number], quiet)
                if number == 0 and self._former(image, cell, change, top):
                    least = first + self.columns.body.lead + 14
                top += block.height
            if change.moved:
                image.add(Bar("moved", cell.text + Measures.CHANGE_BAR_AT, first, top, double=True))
            elif len(positions) > 1 or len(change.old) > 1:
                image.add(Bar("added", cell.text + Measures.CHANGE_BAR_AT, first, top))
            top = max(self._remarks(image, cell, change, quiet, top), least)
            top = self._changed_footnotes(image, cell, change, "inline", top)
        signs = self._sign(image, change, quiet, first)
        image.height = max(top + PAD_BOTTOM, signs)

    def _former(self, image: Picture, cell: Cell, change: Change, top: float) -> bool:
        """The old label under the number, where it was another; whether it was."""
        old = ", ".join(label for label in change.old_labels if label)
        new = ", ".join(label for label in change.new_labels if label)
        if not (change.new and old and new and old != new):
            return False
        said = f"was {self._written(old)}"
        image.add(Words(said, fonts.micro(400), "ink3", cell.number_end, top + self._baseline + 16, end=True))
        return True

    def _verb_line(self, image: Picture, cell: Cell, change: Change, top: float) -> float:
        assert change.verb is not None
        image.add(Words(self._verb_words(change), fonts.small(), "ink2", cell.text, top + 12))
        return top + 20

    def _verb_words(self, change: Change) -> str:
        assert change.verb is not None
        return f"{change.verb.old} becomes {change.verb.new}: usually read as {change.verb.direction}"

    # Both

    def _block(self, pieces: Pieces, paragraph: Paragraph, width: float, quiet: bool, *, struck: bool) -> Block:
        colour = current().ink3 if quiet else None
        return Block(
            pieces,
            self.columns.body,
            width,
            right_to_left=is_right_to_left(paragraph.text) if not self._mirrored else True,
            colour=colour,
            struck_whole=struck,
        )

    def _number(
        self,
        image: Picture,
        cell: Cell,
        indent: float,
        top: float,
        paragraph: Paragraph,
        label: str | None,
        quiet: bool,
    ) -> None:
        number = number_of(paragraph, label, right_to_left=self._mirrored)
        if not number.text:
            return
        role = "ink3" if number.is_label or quiet else "ink"
        font: QFont = fonts.micro(500) if number.is_label else self._font
        at = cell.number_end + indent
        image.add(Words(number.text, font, role, at, top + self._baseline, end=True))

    def _sign(self, image: Picture, change: Change, quiet: bool, top: float = PAD_TOP) -> float:
        """What happened to the paragraph, and under it whether a hand said so; how high a row holds them."""
        middle = top + self.columns.body.lead / 2 + SIGN_RISE
        if not (quiet or change.weight is None):
            sign = SIGNS[sort_of(change)]
            image.add(Sign(sign.icon, sign.role, self.columns.sign, middle))
            middle += HAND_BELOW
        said = self.arrangement.by_hand(change)
        if said is None:
            return 0.0
        image.add(Sign(HAND_SIGNS[said.paired], "ink2", self.columns.sign, middle))
        return middle + 8 + PAD_BOTTOM / 2

    def _remarks(self, image: Picture, cell: Cell, change: Change, quiet: bool, top: float) -> float:
        """Why housekeeping differs, behind a short rule; or how a change of verb is usually read, and which reference
        means another paragraph."""
        said = reason_words(change, self.comparison) if quiet else ""
        if said:
            return self._reason(image, cell, said, top)
        told = []
        if change.verb is not None and change.verb.direction != "other" and not self.columns.inline:
            told.append(self._verb_words(change))
        for line in (*told, *stray_lines(self.comparison, change, self._written)):
            image.add(Words(line, fonts.small(), "ink2", cell.text, top + 15.0))
            top += 19.0
        return top

    def _reason(self, image: Picture, cell: Cell, said: str, top: float) -> float:
        last = next((thing for thing in reversed(image.things) if isinstance(thing, Text)), None)
        needed = QFontMetricsF(fonts.small()).horizontalAdvance(said) + 44
        start, base = cell.text, top + 15.0
        if last is not None:
            behind = last.block.last_line_width + 12
            if behind + needed < last.block.width:
                start, base = last.x + behind, top - self.columns.body.lead + self._baseline
        image.add(Rule("line2", start, base - 5, 14))
        image.add(Words(said, fonts.small(), "ink3", start + 22, base))
        return max(top, base + 4)

    def _changed_footnotes(self, image: Picture, cell: Cell, change: Change, side: str, top: float) -> float:
        for old, new, texts in self._notes.under(change):
            mine = old if side == "old" else new or (old if side == "inline" else [])
            if not mine:
                continue
            chosen = {"old": texts.old, "new": texts.new, "inline": texts.inline}[side]
            top += 8
            pieces = chosen[0] if chosen else ()
            block = Block(
                pieces, self.columns.note, cell.width - _NOTE_INDENT, colour=current().ink2, right_to_left=None
            )
            raised = fonts.micro(500)
            mark = Words(mine[0].mark, raised, "ink2", cell.text, top + block.first_baseline - 3)
            image.add(mark)
            image.add(Text(block, cell.text + _NOTE_INDENT, top, note=True))
            top += block.height
        return top

    # Folds

    def _fold(self, row: Row) -> Picture:
        image = Picture(self.columns.width, self._mirrored, float(Measures.FOLD_ROW))
        names, why = fold_words(self.arrangement, range(row.first, row.end))
        middle, base = 15.0, 19.0
        start = self.columns.old.text if not self.columns.inline else self.columns.old.text - 2
        bold, plain = fonts.small(500), fonts.small()
        shown = isolated(names) if self._mirrored else names
        after = start + 18 + QFontMetricsF(bold).horizontalAdvance(shown) + 10
        end = after + QFontMetricsF(plain).horizontalAdvance(why) + 10
        image.add(Rule("line", self.columns.start, middle, start - 10 - self.columns.start))
        image.add(Sign("caret-down" if row.open else "caret-right", "ink2", start + 6, middle, 12))
        image.add(Words(shown, bold, "ink2", start + 18, base))
        image.add(Words(why, plain, "ink3", after, base))
        image.add(Rule("line", end, middle, max(0.0, self.columns.end - end)))
        return image

    @staticmethod
    def _paragraphs(positions: Sequence[int], draft: Draft) -> list[Paragraph]:
        return [draft.paragraphs[at] for at in positions]


def _indent(paragraph: Paragraph) -> float:
    return float(Measures.SUBPARAGRAPH_INDENT * min(paragraph.level, 4)) if paragraph.kind is Kind.SUBPARAGRAPH else 0.0
