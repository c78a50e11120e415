"""What two drafts, several, and two that are paired draw alike: numbers and bars beside words, notes, and folds."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from models.draft import Kind, Paragraph
from models.draft.directions import way_of
from widgets.compare.drawn.measure import fold_row
from widgets.paper.block import Block
from widgets.paper.direction import isolated
from widgets.paper.number import HungNumber
from widgets.paper.picture import Ground, NoteIds, Picture, Rule, Sign, Text, Words
from widgets.paper.pieces import Pieces
from widgets.paper.type import TextType, serif
from widgets.theme.tokens import Measures, current

_OVER_NOTE, _NOTE_INDENT = 8.0, 22.0
_BEFORE_NUMBER = 6.0


def indent_of(paragraph: Paragraph) -> float:
    """How far a subparagraph stands in."""
    return float(Measures.SUBPARAGRAPH_INDENT * min(paragraph.level, 4)) if paragraph.kind is Kind.SUBPARAGRAPH else 0.0


def put_number(
    image: Picture, number: HungNumber, letters: TextType, end: float, base: float, *, quiet: bool = False
) -> float:
    """Hang a number that ends at `end`; where it begins."""
    if not number.text:
        return end
    font = letters.label() if number.is_label else serif(letters.size)
    role = "ink3" if number.is_label or quiet else "ink"
    image.add(Words(number.text, font, role, end, base, end=True))
    return end - QFontMetricsF(font).horizontalAdvance(number.text)


def put_aside(image: Picture, said: str, letters: TextType, start: float, width: float, top: float) -> float:
    """What is said of words, under them, on as many lines as the width asks for; where it ends."""
    metrics, line = QFontMetricsF(letters.aside()), ""
    lines = []
    for word in said.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    for one in (*lines, line):
        image.add(Words(one, letters.aside(), "ink2", start, top + 15.0 * letters.grown))
        top += 19.0 * letters.grown
    return top


def clear_of(beside: float, indent: float, begins: float) -> float:
    """Where a bar stands that is `beside` words: before the number of words that stand in, which begins there."""
    return min(beside, begins - _BEFORE_NUMBER) if indent else beside


def put_note(
    image: Picture,
    mark: str,
    ids: NoteIds,
    pieces: Pieces,
    letters: TextType,
    start: float,
    width: float,
    top: float,
    tint: str | None = None,
) -> float:
    """A footnote under the words it is about; where it ends. With all of its paragraph it came or went on a `tint`."""
    top += _OVER_NOTE
    indent = _NOTE_INDENT * letters.grown
    room = width - indent
    way = way_of("".join(piece.text for piece in pieces), image.mirrored)
    block = Block(pieces, letters, room, colour=current().ink2, right_to_left=way, struck_whole=tint is None)
    if tint is not None:
        image.add(Ground(tint, start + indent, top, room, block.height))
    image.add(Words(mark, letters.label(), "ink2", start, top + block.first_baseline - 3))
    image.add(Text(block, start + indent, top, note=ids))
    return top + block.height


def fold_picture(
    width: float,
    mirrored: bool,
    told: tuple[str, str],
    body: TextType,
    start: float,
    edges: tuple[float, float],
    *,
    is_open: bool,
) -> Picture:
    """A fold: what lies under it and why, from `start` on, and a line from edge to edge beside them."""
    image, grown = Picture(width, mirrored, fold_row(body)), body.grown
    middle, base = round(15.0 * grown), 19.0 * grown
    bold, plain = body.aside(500), body.aside()
    names, why = isolated(told[0]) if mirrored else told[0], told[1]
    after = start + 18 * grown + QFontMetricsF(bold).horizontalAdvance(names) + 10 * grown
    end = after + QFontMetricsF(plain).horizontalAdvance(why) + 10
    image.add(Rule("line", edges[0], middle, start - 10 - edges[0]))
    image.add(Sign("caret-down" if is_open else "caret-right", "ink2", start + 6 * grown, middle, 12 * grown))
    image.add(Words(names, bold, "ink2", start + 18 * grown, base))
    image.add(Words(why, plain, "ink3", after, base))
    image.add(Rule("line", end, middle, max(0.0, edges[1] - end)))
    return image
