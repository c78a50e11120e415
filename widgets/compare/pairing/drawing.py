"""Rows of the pairing page made into pictures: the chosen ends in boxes, what could be paired, and folds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from models.comparison.candidates import Candidate
from models.comparison.words.plain import similarity, word_diff
from models.comparison.words.readable import readable
from models.draft.directions import way_of
from widgets.compare.changes.said_by_hand import HAND_SIGNS
from widgets.compare.drawn.drawn_alike import fold_picture, indent_of, put_number
from widgets.compare.drawn.measure import GAP, PAD_BOTTOM, PAD_TOP, Cell, Columns
from widgets.compare.drawn.table_drawing import ABOVE
from widgets.compare.pairing.lines import Line
from widgets.compare.pairing.picture import AWAY, PairPicture, Press, Spot
from widgets.compare.pairing.rows import End, Held, Pairs
from widgets.compare.pairing.tables import draw_cells
from widgets.compare.pairing.words import absent_words, alike_words, fold_names, state_words
from widgets.paper.block import Block
from widgets.paper.marked import marked
from widgets.paper.number import NOTHING, number_of, widest
from widgets.paper.picture import SIGN, Picture, Sign, Text, Words
from widgets.paper.pieces import Pieces
from widgets.paper.type import ASIDE, baseline, serif, sized
from widgets.theme import fonts
from widgets.theme.cut import cut_in
from widgets.theme.key_hints import key_width
from widgets.theme.tokens import current

_BUTTON = 28.0


class PairDrawing:
    """Makes the pictures for one width and one zoom, one choice and its candidates."""

    def __init__(
        self,
        pairs: Pairs,
        columns: Columns,
        mirrored: bool,
        held: Held | None,
        candidates: Sequence[Candidate],
        keys: Mapping[str, str],
    ) -> None:
        self._pairs, self._columns, self._mirrored = pairs, columns, mirrored
        self._held, self._candidates, self._keys = held, candidates, keys
        self._baseline = baseline(columns.body.lead, serif(columns.body.size))
        self._grown = columns.body.grown

    def row(self, line: Line, opened: Collection[int]) -> PairPicture:
        """The picture of a row; `opened` are the folds inside its paragraphs that are open."""
        if line.fold:
            return PairPicture(self._fold(line), grown=self._grown)
        return self._chosen(line) if line.chosen else self._plain(line, opened)

    # The chosen ends

    def _chosen(self, line: Line) -> PairPicture:
        assert self._held is not None
        held, pairs, columns = self._held, self._pairs, self._columns
        picture, joined = Picture(columns.width, self._mirrored), pairs.is_pair(held)
        made = PairPicture(picture, grown=self._grown, held_old=held.old, joined=joined)
        top = PAD_TOP + AWAY + 6
        old, new = self._texts(line.olds, line.news, fold=False, opened=())
        bottoms: dict[bool, float] = {}
        for side, cell, positions, texts in ((True, columns.old, line.olds, old), (False, columns.new, line.news, new)):
            if positions:
                bottoms[side] = self._cell(made, cell, side, positions, texts, top, quiet=False)
                # The number stands before the box, that of a subparagraph too.
                inset = self._inset(side, positions)
                room = cell.width - inset + 2 * AWAY
                made.boxes[side] = QRectF(cell.text + inset - AWAY, top - AWAY, room, bottoms[side] - top + 2 * AWAY)
        height = max(bottoms.values(), default=top) + AWAY
        height = max(height, self._said_of_chosen(made, held, bottoms, top))
        if held.there and not made.joined:
            height = max(height, self._offer(made, held, bottoms[not held.old]))
        self._reach(made, top)
        made.picture.height = height + PAD_BOTTOM + 4
        return made

    def _said_of_chosen(self, made: PairPicture, held: Held, bottoms: dict[bool, float], top: float) -> float:
        """Under the chosen paragraph, what is known of it; on the other side, that nothing stands there."""
        mine = self._columns.old if held.old else self._columns.new
        other = self._columns.new if held.old else self._columns.old
        base = bottoms[held.old] + AWAY + 18 * self._grown
        self._words(made, state_words(self._pairs, held), mine, base, inset=self._inset(held.old, held.here))
        if not held.there:
            self._words(
                made, absent_words(self._pairs, held.old, self._pairs.by_hand(held)), other, top + self._baseline
            )
        return base + 6 * self._grown

    def _offer(self, made: PairPicture, held: Held, bottom: float) -> float:
        """Inside the other box: the button that pairs, and beside it, or else under it, how alike the words are."""
        cell = self._columns.new if held.old else self._columns.old
        box = made.boxes[not held.old]
        width = self._button_width("Pair", self._keys["pair"])
        button = QRectF(cell.text + self._inset(not held.old, held.there), bottom + 8, width, _BUTTON * self._grown)
        made.presses.append(Press("Pair", self._keys["pair"], button, 0))
        said = f"{alike_words(self._likeness(held))}; marked as it would read"
        box.setBottom(self._told_of(made, said, cell, button) + AWAY)
        return box.bottom()

    def _told_of(self, made: PairPicture, said: str, cell: Cell, button: QRectF) -> float:
        """A sentence beside a button, or under it where there is no room for all of it; where both end."""
        inset, base, bottom = button.right() + 10 - cell.text, button.top() + 18 * self._grown, button.bottom()
        if QFontMetricsF(self._columns.body.aside()).horizontalAdvance(said) > cell.width - inset:
            inset, base, bottom = button.left() - cell.text, bottom + 20 * self._grown, bottom + 24 * self._grown
        self._words(made, said, cell, base, inset=inset)
        return bottom

    def _inset(self, old: bool, positions: Sequence[int]) -> float:
        """How far in the outermost of some paragraphs of a side stands."""
        found = (self._pairs.paragraph(End(old, at)) for at in positions)
        return min((indent_of(one) for one in found), default=0.0)

    def _likeness(self, held: Held) -> float:
        """How alike the words of the chosen ends are, of one to one as of one to several."""
        comparison = self._pairs.comparison
        old = "\n".join(comparison.old.paragraphs[at].text for at in held.olds)
        return similarity(word_diff(old, "\n".join(comparison.new.paragraphs[at].text for at in held.news)))

    def _alike(self, position: int) -> str:
        found = next((one for one in self._candidates if one.position == position), None)
        return alike_words(found.similarity) if found is not None else ""

    def _reach(self, made: PairPicture, top: float) -> None:
        old, new = made.boxes.get(True), made.boxes.get(False)
        if old is None or new is None:
            return
        y = top + self._columns.body.lead / 2
        # The number of the new side stands before its box: the line ends there.
        first = End(False, self._held.news[0]) if self._held is not None else None
        number = number_of(self._pairs.paragraph(first), self._pairs.hung(first)) if first is not None else NOTHING
        wide = max(26.0, widest(frozenset({(number, 0)}), self._columns.body)) + 6
        indent = self._inset(False, self._held.news[:1]) if self._held is not None else 0.0
        end = self._columns.new.number_end + indent - wide if number.text else new.left() - 4
        made.reach = (old.right(), max(old.right() + 8, end), y)
        middle = QPointF((made.reach[0] + made.reach[1]) / 2 + 4, y)
        if made.joined:
            hand = self._held is not None and self._pairs.by_hand(self._held) is not None
            if hand:
                grown = self._grown
                made.picture.add(Sign(HAND_SIGNS[True], "ink", middle.x() - 2, y - 14 * grown, SIGN * grown))
            return
        digit = self._digit_of(self._held.there[0]) if self._held is not None and len(self._held.there) == 1 else ""
        if digit:
            made.digits.append((digit, middle))

    def _digit_of(self, position: int) -> str:
        return next((str(n) for n, one in enumerate(self._candidates, 1) if one.position == position), "")

    # Other rows

    def _plain(self, line: Line, opened: Collection[int]) -> PairPicture:
        columns, pairs, held = self._columns, self._pairs, self._held
        made = PairPicture(Picture(columns.width, self._mirrored), grown=self._grown)
        both = bool(line.olds and line.news)
        # What is not chosen is not marked: the eye is to find the one place where something is asked.
        old, _ = self._texts(line.olds, (), fold=not line.in_table, opened=opened)
        _, new = self._texts((), line.news, fold=not line.in_table, opened=opened)
        top = ABOVE if line.in_table else PAD_TOP
        bottoms = dict.fromkeys((True, False), top + columns.body.lead)
        for side, cell, positions, texts in ((True, columns.old, line.olds, old), (False, columns.new, line.news, new)):
            if positions and not line.in_table:
                bottoms[side] = self._cell(made, cell, side, positions, texts, top, quiet=both)
            elif not positions:
                there = (line.news if side else line.olds)[0]
                said = pairs.gone(End(not side, there))
                self._words(made, absent_words(pairs, not side, said), cell, top + self._baseline)
        if line.in_table:
            bottoms = dict.fromkeys((True, False), draw_cells(made, pairs, columns, line, {True: old, False: new}))
        if both and any((one := pairs.of((p, q))) and one.paired for p in line.olds for q in line.news):
            made.picture.add(
                Sign(HAND_SIGNS[True], "ink2", columns.sign, top + columns.body.lead / 2 + 1, SIGN * self._grown)
            )
        if held is not None:
            bottoms[not held.old] = self._offers(made, line, held, bottoms[not held.old])
        made.picture.height = max(bottoms.values()) + (0 if line.in_table else PAD_BOTTOM)
        return made

    def _offers(self, made: PairPicture, line: Line, held: Held, bottom: float) -> float:
        """The candidate in its own place: its digit in the gutter, and what the digit does."""
        cell = self._columns.new if held.old else self._columns.old
        for position in line.news if held.old else line.olds:
            digit = self._digit_of(position)
            if not digit or position in held.there:
                continue
            y = PAD_TOP + self._columns.body.lead / 2 + (22 * self._grown if line.olds and line.news else 0)
            made.digits.append((digit, QPointF(self._columns.sign, y)))
            width = self._button_width("Choose", digit)
            button = QRectF(cell.text, bottom + 6, width, _BUTTON * self._grown)
            made.presses.append(Press("Choose", digit, button, int(digit)))
            return self._told_of(made, self._alike(position), cell, button)
        return bottom

    def _texts(
        self, olds: Sequence[int], news: Sequence[int], *, fold: bool, opened: Collection[int]
    ) -> tuple[Sequence[Pieces], Sequence[Pieces]]:
        comparison = self._pairs.comparison
        old = [comparison.old.paragraphs[at] for at in olds]
        new = [comparison.new.paragraphs[at] for at in news]
        drafts = (comparison.old, comparison.new)
        if old and new:
            words = readable(word_diff("\n".join(p.text for p in old), "\n".join(p.text for p in new)))
            found = marked(words, old, new, drafts, fold=fold, opened=opened)
            return found.old, found.new
        text = "\n".join(p.text for p in (*old, *new))
        found = marked(
            (("equal", text),), old or new, old or new, (drafts[0 if old else 1],) * 2, fold=fold, opened=opened
        )
        return (found.old, ()) if old else ((), found.new)

    def _cell(
        self,
        made: PairPicture,
        cell: Cell,
        old: bool,
        positions: Sequence[int],
        texts: Sequence[Pieces],
        top: float,
        *,
        quiet: bool,
    ) -> float:
        """One side's paragraphs under each other; where they end."""
        for place, (at, pieces) in enumerate(zip(positions, texts, strict=True)):
            if place:
                top += GAP
            end = End(old, at)
            paragraph = self._pairs.paragraph(end)
            indent = indent_of(paragraph)
            block = Block(
                pieces,
                self._columns.body,
                cell.width - indent,
                right_to_left=way_of(paragraph.text, self._mirrored),
                colour=current().ink2 if quiet else None,
            )
            made.picture.add(Text(block, cell.text + indent, top))
            number = number_of(paragraph, self._pairs.hung(end), right_to_left=self._mirrored)
            base = top + block.first_baseline
            put_number(made.picture, number, self._columns.body, cell.number_end + indent, base)
            made.spots.append(
                Spot(
                    end,
                    QRectF(cell.text + indent, top, cell.width - indent, block.height),
                    QRectF(cell.edge, top - 2, cell.text + indent - cell.edge - 9, self._columns.body.lead + 4),
                )
            )
            top += block.height
        return top

    def _words(self, made: PairPicture, words: str, cell: Cell, base: float, *, inset: float = 0) -> None:
        """A sentence as large as the letters beside it, where it has room: it is cut at its usual size alone."""
        font, room = self._columns.body.aside(), cell.width - inset
        wide = QFontMetricsF(font).horizontalAdvance(words)
        if wide > room:
            # Smaller letters stand a little further apart.
            font = sized(font, ASIDE * max(1.0, 0.95 * self._grown * room / wide))
        cut = cut_in(QFontMetricsF(font), words, room)
        made.picture.add(Words(cut, font, "ink2", cell.text + inset, base))

    def _button_width(self, words: str, key: str) -> float:
        return (QFontMetricsF(fonts.small(500)).horizontalAdvance(words) + key_width(key) + 30) * self._grown

    def _fold(self, line: Line) -> Picture:
        columns, told = self._columns, fold_names(self._pairs, line)
        edges = columns.start, columns.end
        return fold_picture(
            columns.width, self._mirrored, told, columns.body, columns.old.text, edges, is_open=line.open
        )
