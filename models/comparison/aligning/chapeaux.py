"""What items stand under: the paragraph or the line that leads to them, "Decides:"."""

from __future__ import annotations

from collections.abc import Collection

from models.draft import Draft, Kind, Paragraph
from models.draft.brackets import CLOSING
from models.draft.numbering import value_of

_ITEM, _TEXT = Kind.SUBPARAGRAPH, Kind.TEXT
"""Asked for each paragraph; to look a kind up in its class takes four times as long."""
_PARTS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})
_BRACKETED = f"{CLOSING} \u00a0"


def leads_on(text: str) -> bool:
    """Whether a text ends as what leads to items does: with a colon, closing brackets behind it set aside."""
    return text.rstrip(_BRACKETED).endswith((":", "："))


def is_another(head: Paragraph, other: Paragraph, lives_on: Collection[int], was: Collection[int]) -> bool:
    """Whether an item that kept its place has another chapeau: of the two that it stood and stands under one is new or
    gone, the other `lives_on`, or `was` there before.

    A line without a number that only stands above items is no chapeau of theirs.
    """
    return bool(lives_on) != bool(was) and all(one.kind is not _TEXT or leads_on(one.text) for one in (head, other))


def chapeaux(draft: Draft) -> list[int | None]:
    """For each subparagraph the position of the paragraph it stands under."""
    found: list[int | None] = [None] * len(draft.paragraphs)
    above: dict[int, int] = {}
    text: int | None = None
    for at, paragraph in enumerate(draft.paragraphs):
        kind = paragraph.kind
        if kind is _ITEM:
            # Words between (b) and (c) stand under what these stand under; above another (a) they are its chapeau.
            if text is not None and not (paragraph.level in above and _goes_on(paragraph)):
                above = {0: text}
            text = None
            above = {level: p for level, p in above.items() if level < paragraph.level}
            found[at] = max(above.values(), default=None)
            above[paragraph.level] = at
        # A table between a chapeau and its items comes between, and is no chapeau.
        elif kind in _PARTS:
            above, text = {0: at}, None
        elif kind is _TEXT and paragraph.cell is None:
            text = at
    return found


def _goes_on(item: Paragraph) -> bool:
    """Whether an item has a number of its own that begins no list."""
    return bool(item.number) and value_of(item.number, item.level) not in (None, 1)
