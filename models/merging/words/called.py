"""What people call what stands in a merge, where the merged text has no label for it; whichever side is whose."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Paragraph
from models.draft.cell_names import cell_name
from models.merging.conflict import Row
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS


def label_of(sides: Sides, block: Block) -> str:
    """What people call a paragraph on the sides that have it, or how it begins; whichever side is whose."""
    names = [
        {name for at in block.places[side][:1] if (name := sides[side].labels[at])} for side in (BASE, OURS, THEIRS)
    ]
    if called := sorted(names[OURS] | names[THEIRS]):
        return called[0] if len(called) == 1 or not names[BASE] else min(names[BASE])
    if names[BASE]:
        return min(names[BASE])
    having = [side for side in (BASE, OURS, THEIRS) if block.places[side]]
    for side in having:
        if name := cell_name(sides[side].draft, block.places[side]):
            return name
    begins = [" ".join(sides[side].draft.paragraphs[block.places[side][0]].text.split()) for side in having]
    return quoted(begins[0] if block.places[BASE] else min(begins))


def name_of(sides: Sides, blocks: Sequence[Block], row: Row, names: Sequence[str | None]) -> str:
    """What a question of a row is called: the label of its paragraph in the merged text, whose labels `names` are."""
    return (names[row.merged[0]] if row.merged else None) or label_of(sides, blocks[int(row.key)])


def words_of(sides: Sides, row: Row, paragraph: Paragraph) -> str:
    """The words of a paragraph in a row; where they are asked about, those it had, or the first by the alphabet.

    Of several paragraphs that are asked about as one each has its own.
    """
    base, ours, theirs = (
        [side.draft.paragraphs[place].text for place in places]
        for side, places in zip(sides, (row.base, row.ours, row.theirs), strict=True)
    )
    if row.kind != "conflict" or (len(row.merged) > 1 and paragraph.text in {*base, *ours, *theirs}):
        return paragraph.text
    return (base or sorted(ours + theirs))[0]


def neighbour(sides: Sides, side: int, at: int) -> str:
    """What a side calls a paragraph beside which something stands, with its words where another calls another so."""
    label, text = sides[side].labels[at], sides[side].draft.paragraphs[at].text
    if label is None:
        return quoted(text)
    for other in sides:
        if label in other.called and other.draft.paragraphs[other.called[label]].text != text:
            return f"{label}, {quoted(text)}"
    return label


def stood(sides: Sides, block: Block) -> list[str]:
    """ "after OP3": where what a block continues stands in base, ours and theirs."""
    found = []
    for side, at in enumerate((block.line, *block.starts)):
        before = -1 if at is None else at - 1
        while before >= 0 and not sides[side].draft.paragraphs[before].text.strip():
            before -= 1
        stood = f"after {neighbour(sides, side, before)}" if before >= 0 else "to the beginning"
        found.append("" if at is None else stood)
    return found


def quoted(text: str) -> str:
    """How a text begins, in whole words between quotation marks; in Chinese, and of a very long word, in letters."""
    text = " ".join(text.split())
    if len(text) <= 41:
        return f"“{text}”"
    return f"“{text[:41].rpartition(' ')[0] or text[:40]}…”"
