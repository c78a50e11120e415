"""Which changes of a comparison a text has: as a reader sees it, those too that came along with others."""

from __future__ import annotations

from models.draft import Draft, Paragraph, tidy_runs
from models.editing.placed import Known
from models.taking.reads import Reads
from models.taking.standing import in_order
from models.taking.union import Union


def having(text: Draft, union: Union, known: Known) -> frozenset[int]:
    """The changes in which something differs and which the text has as the new draft has them, by number.

    `known` says what its paragraphs are of the two drafts; where nobody knows, none are told.
    """
    origins = {at: origin for at, origin in enumerate(known) if origin is not None}
    if not origins:
        return frozenset()
    ranks = in_order(origins, union)
    at_rank = {rank: at for at, rank in ranks.items()}
    image: dict[int, int] = {}
    for side, place in origins.values():
        number = union.numbers[side][place]
        image[number] = image.get(number, 0) + 1
    new = union.comparison.new
    reads = Reads(union.comparison.old, new, text)

    def shows(place: int, numbered: bool) -> bool:
        at = at_rank.get(union.ranks[1][place])
        if at is None or not reads.alike(1, place, at) or _noted(text, at) != _noted(new, place):
            return False
        return not numbered or text.paragraphs[at].number == new.paragraphs[place].number

    return frozenset(
        number
        for number, change in enumerate(union.comparison.changes)
        if change.weight is not None
        and image.get(number, 0) == len(change.new)
        # A number is what was taken where nothing else differs; elsewhere it follows from what stands before.
        and all(shows(place, change.kind == "unchanged" and not change.moved) for place in change.new)
    )


def _noted(draft: Draft, at: int) -> object:
    """What the notes of a paragraph say."""
    one: Paragraph = draft.paragraphs[at]
    return [tidy_runs(draft.note[note].runs) for note in one.footnotes if note in draft.note]
