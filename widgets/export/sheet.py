"""What a page is painted from: its sheet, and the parts of its blocks that stand on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft
from models.draft.directions import runs_right_to_left
from models.reading.language import weighed
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Pieces
from widgets.theme.tokens import LIGHT, Tokens


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page is painted from: lines in order, notes by mark, the draft's mark, and the colours of the marks.

    `by_id` are the marks and words of the notes of a draft that is compared with none: there a mark may come again.
    """

    lines: Sequence[SheetLine]
    notes: Mapping[tuple[str, Mark], Pieces]
    draft_mark: bool
    tokens: Tokens = LIGHT
    setting: Typesetting = USUAL
    by_id: Mapping[int, tuple[str, Pieces]] = field(default_factory=dict)

    @property
    def right_to_left(self) -> bool:
        """Whether the text of the lines runs that way."""
        return runs_right_to_left(Draft(tuple(line.paragraph for line in self.lines)))

    @property
    def language(self) -> str:
        """The language of the lines."""
        return weighed(line.paragraph.text for line in self.lines)[0]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a block, from `first` to before `last`; `lead` in points."""

    block: Block
    first: int
    last: int
    lead: float

    @property
    def height(self) -> float:
        """In points."""
        return (self.last - self.first) * self.lead

    @classmethod
    def whole(cls, block: Block, fine: float) -> Part:
        """All lines of a block that is laid out `fine` times as large."""
        return cls(block, 0, block.lines, block.lead / fine)
