"""What the pictures of rows are made of: a paragraph's words, number, signs and bars, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetricsF

from models.comparison.change import Change, Comparison
from models.draft import Draft, Paragraph
from models.draft.directions import way_of
from models.draft.first_letter import with_capital
from models.telling.sorts import Sort, Weight, sort_of
from models.telling.what_happened import came, where_to
from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.chosen import shown_words
from widgets.compare.changes.folds import reason_words
from widgets.compare.changes.names import SIGNS
from widgets.compare.changes.said_by_hand import HAND_SIGNS
from widgets.compare.changes.stray_lines import stray_lines
from widgets.compare.drawn.drawn_alike import put_aside, put_note, put_number
from widgets.compare.drawn.measure import PAD_BOTTOM, PAD_TOP, Cell, Columns
from widgets.paper.block import Block
from widgets.paper.direction import isolated
from widgets.paper.marked import Marked, marked
from widgets.paper.number import number_of
from widgets.paper.picture import SIGN, Bar, Picture, Pill, Rule, Sign, Text, Words
from widgets.paper.pieces import Pieces
from widgets.paper.type import baseline, serif
from widgets.theme.tokens import current

SIGN_RISE = 1.0
HAND_BELOW = 21.0
"""How far under the sign of a change the one stands that says that a hand paired or parted it."""
_FORMER = 14.0
"""From line to line of an old label under the number."""


class DrawnParts:
    """Puts the parts of one comparison's rows into their pictures, for one width and one zoom."""

    def __init__(self, arrangement: Arrangement, columns: Columns, mirrored: bool) -> None:
        self.arrangement = arrangement
        self.comparison: Comparison = arrangement.comparison
        self.columns = columns
        self._mirrored = mirrored
        self._font = serif(columns.body.size)
        self._baseline = baseline(columns.body.lead, self._font)
        self._notes = MarkedNotes(self.comparison)
        self.taken: frozenset[int] = frozenset()
        """The changes by number that the working text has."""

    def _folds(self, number: int) -> bool:
        """Whether long stretches of an entry are folded: it differs, or stands in a row of a table that does."""
        return any(self.arrangement.change(at).weight is not None for at in self.arrangement.tables.row(number))

    def _words(self, number: int, opened: Collection[int], *, fold: bool) -> Marked:
        change = self.arrangement.change(number)
        quiet = self.arrangement.entries[number].weight in (Weight.HOUSEKEEPING, Weight.MASTHEAD)
        return marked(
            shown_words(change),
            _paragraphs(change.old, self.comparison.old),
            _paragraphs(change.new, self.comparison.new),
            (self.comparison.old, self.comparison.new),
            opened=opened,
            fold=fold,
            quiet=quiet,
        )

    def _block(self, pieces: Pieces, paragraph: Paragraph, width: float, quiet: bool, *, struck: bool) -> Block:
        colour = current().ink3 if quiet else None
        return Block(
            pieces,
            self.columns.body,
            width,
            right_to_left=way_of(paragraph.text, self._mirrored),
            colour=colour,
            struck_whole=struck,
        )

    def _number(
        self,
        image: Picture,
        cell: Cell,
        indent: float,
        base: float,
        paragraph: Paragraph,
        label: str | None,
        quiet: bool,
    ) -> float:
        number, end = number_of(paragraph, label, right_to_left=self._mirrored), cell.number_end + indent
        return put_number(image, number, self.columns.body, end, base, quiet=quiet)

    def _sign(
        self,
        image: Picture,
        change: Change,
        quiet: bool,
        top: float = PAD_TOP,
        sort: Sort | None = None,
        former: float = 0.0,
    ) -> float:
        """What happened to the paragraph, and under it, and under its `former` label, whether the working text has it
        and whether a hand said so; how high a row holds them."""
        grown = self.columns.body.grown
        size, below = SIGN * grown, HAND_BELOW * grown
        middle = top + self.columns.body.lead / 2 + SIGN_RISE
        if not (quiet or change.weight is None):
            sign = SIGNS[sort or sort_of(change)]
            image.add(Sign(sign.icon, sign.role, self.columns.sign, middle, size))
            middle += below
        said = self.arrangement.by_hand(change)
        under = [
            *(["check-bold"] if self._is_taken(change) else []),
            *([HAND_SIGNS[said.paired]] if said is not None else []),
        ]
        middle += former - below
        for icon in under:
            middle += below
            image.add(Sign(icon, "ink2", self.columns.sign, middle, size))
        return middle + size / 2 + PAD_BOTTOM / 2 if under else 0.0

    def _is_taken(self, change: Change) -> bool:
        return any(self.comparison.changes[number] is change for number in self.taken)

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
            top = put_aside(image, line, self.columns.body, cell.text, cell.width, top)
        return top

    def _reason(self, image: Picture, cell: Cell, said: str, top: float) -> float:
        last = next((thing for thing in reversed(image.things) if isinstance(thing, Text)), None)
        letters = self.columns.body
        needed = QFontMetricsF(letters.aside()).horizontalAdvance(said) + 44
        start, base = cell.text, top + 15.0 * letters.grown
        if last is not None:
            behind = last.block.last_line_width + 12
            if behind + needed < last.block.width:
                start, base = last.x + behind, top - letters.lead + self._baseline
        image.add(Rule("line2", start, base - 5, 14))
        image.add(Words(said, letters.aside(), "ink3", start + 22, base))
        return max(top, base + 4)

    def _changed_footnotes(self, image: Picture, cell: Cell, change: Change, side: str, top: float) -> float:
        gone = side != "inline" and not (change.old and change.new)
        tint = f"tint_{'removed' if side == 'old' else 'added'}" if gone else None
        for old, new, texts, ids in self._notes.under(change):
            mine = old if side == "old" else new or (old if side == "inline" else [])
            if not mine:
                continue
            chosen = {"old": texts.old, "new": texts.new, "inline": texts.inline}[side]
            pieces = chosen[0] if chosen else ()
            top = put_note(image, mine[0].mark, ids, pieces, self.columns.note, cell.text, cell.width, top, tint)
        return top

    def _bars(
        self, image: Picture, change: Change, positions: Sequence[int], side: str, beside: float, bottom: float
    ) -> None:
        if not change.new:
            image.add(Bar("removed", beside, PAD_TOP, bottom))
        elif not change.old:
            image.add(Bar("added", beside, PAD_TOP, bottom))
        elif change.moved:
            image.add(Bar("moved", beside, PAD_TOP, bottom, double=True))
        if len(positions) > 1:
            image.add(Bar("added" if side == "new" else "removed", beside, PAD_TOP, bottom))

    def _moved_end(self, image: Picture, change: Change, cell: Cell, other_end: bool, above: float = PAD_TOP) -> float:
        sign = "arrow-bend-right-up" if other_end else "arrow-bend-up-left"
        said = (where_to if other_end else came)(self.comparison, change, self._written)
        if self.columns.inline and change.old_labels[0]:
            # The numbers of this column are those of the new text, and there it has another.
            said = f"{self._written(change.old_labels[0])} {said}"
        # Its middle at that of a line of text, where the sign and the number beside it are.
        pill = Pill(with_capital(said), sign, "moved", cell.text, above, self.columns.body.grown)
        # It grows as far as its column has room.
        pill = replace(pill, grown=max(1.0, pill.grown * min(1.0, cell.width / pill.width)))
        pill = replace(pill, y=above + (self.columns.body.lead - pill.height) / 2 + SIGN_RISE)
        image.add(pill)
        return pill.y + pill.height

    def _former(self, image: Picture, cell: Cell, change: Change, top: float) -> float:
        """The old label under the number, where it was another, on as many lines as the room before the text asks for;
        how high they are."""
        old = ", ".join(label for label in change.old_labels if label)
        new = ", ".join(label for label in change.new_labels if label)
        if not (change.new and old and new and old != new):
            return 0.0
        letters, lines = self.columns.body, ["was"]
        metrics, apart = QFontMetricsF(letters.label(400)), _FORMER * letters.grown
        for part in old.split(" "):
            longer = f"{lines[-1]} {part}"
            if metrics.horizontalAdvance(longer) <= cell.number_end - cell.edge:
                lines[-1] = longer
            else:
                lines.append(part)
        for number, line in enumerate(lines):
            base = top + self._baseline + 16 * letters.grown + number * apart
            said = line if number else f"was {self._written(line.removeprefix('was '))}" if " " in line else line
            image.add(Words(said, letters.label(400), "ink3", cell.number_end, base, end=True))
        return len(lines) * apart

    def _verb_line(self, image: Picture, cell: Cell, change: Change, top: float) -> float:
        assert change.verb is not None
        letters = self.columns.body
        image.add(Words(self._verb_words(change), letters.aside(), "ink2", cell.text, top + 12 * letters.grown))
        return top + 20 * letters.grown

    def _verb_words(self, change: Change) -> str:
        assert change.verb is not None
        return f"{change.verb.old} becomes {change.verb.new}: usually read as {change.verb.direction}"

    def _absent(self, image: Picture, cell: Cell, words: str, above: float = PAD_TOP) -> None:
        image.add(Words(words, self.columns.body.aside(), "ink2", cell.text, above + self._baseline))

    def _written(self, name: str) -> str:
        """A label in a line that may run from right to left."""
        return isolated(name) if self._mirrored else name


def _paragraphs(positions: Sequence[int], draft: Draft) -> list[Paragraph]:
    return [draft.paragraphs[at] for at in positions]
