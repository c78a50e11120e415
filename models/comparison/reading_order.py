"""Which pairs kept the order and which moved, and the order in which changes are read."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence, Set

from models.comparison.chain import heaviest_chain
from models.comparison.matching import Matching
from models.draft import Draft, Kind

Group = tuple[tuple[int, ...], tuple[int, ...]]

EACH, SUBPARAGRAPH = 40, 0.3
"""Where the order of paragraphs is weighed: what each counts beside its words, and what share of it a subparagraph."""
_MASTHEAD, _ITEM, _TEXT = Kind.MASTHEAD, Kind.SUBPARAGRAPH, Kind.TEXT
"""Asked for each paragraph; to look a kind up in its class takes four times as long."""
_PARTS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


def in_reading_order(matching: Matching, paired: Sequence[Group], still: Set[Group]) -> list[Group]:
    """All groups in the order of the new draft, what is gone standing where it stood."""
    ordered: list[Group] = []
    new_at = {news[0]: (olds, news) for olds, news in paired}
    gone = deque(at for at, partners in enumerate(matching.to_new) if not partners)
    # What is gone comes right after what it stood behind, before what is new there.
    borders = deque(sorted(olds[0] for olds, _ in still))
    for at in range(-1, len(matching.to_old)):
        if at >= 0 and not matching.to_old[at]:
            ordered.append(((), (at,)))
            continue
        group = new_at.get(at)
        if group is not None:
            ordered.append(group)
        if at < 0 or group in still:
            if at >= 0:
                borders.popleft()
            while gone and (not borders or gone[0] < borders[0]):
                ordered.append(((gone.popleft(),), ()))
    return ordered


def kept_order(matching: Matching, old: Draft, new: Draft, paired: Sequence[Group]) -> set[Group]:
    """The groups that keep the order: the heaviest chain, by number and by words, so that few and short ones moved.

    A subparagraph weighs less than its length: it moves past a chapeau, not the chapeau past it. One that went between
    preamble and operative part moved in any case, so it weighs next to nothing and moves no neighbour.
    """
    profiles, paragraphs, others = matching.old, old.paragraphs, new.paragraphs
    by_place: dict[tuple[int, int], Group] = {}
    weighted: list[tuple[int, int, float]] = []
    for group in paired:
        olds, (there, *_) = group
        words = 0.0
        if not _other_part(paragraphs[olds[0]].kind, others[there].kind):
            for at in olds:
                profile = profiles[at]
                if not profile.blank:
                    own = EACH + profile.length
                    words += own * SUBPARAGRAPH if paragraphs[at].kind is _ITEM else own
        by_place[olds[0], there] = group
        weighted.append((olds[0], there, 0.1 + words))
    return {by_place[place] for place in heaviest_chain(weighted)}


def _other_part(old: Kind, new: Kind) -> bool:
    """Whether a paragraph of these kinds went between preamble and operative part."""
    return old is not new and old in _PARTS and new in _PARTS


def moved(matching: Matching, old: Draft, new: Draft, paired: Sequence[Group], still: Set[Group]) -> frozenset[Group]:
    """Groups that left the order, went between preamble and operative part, or went under another chapeau."""
    found = set()
    heads = _heads(old), _heads(new)
    for group in paired:
        i, j = group[0][0], group[1][0]
        one, two = old.paragraphs[i], new.paragraphs[j]
        kinds = one.kind, two.kind
        if group in still and not _other_part(*kinds):
            head, other = heads[0][i], heads[1][j]
            if head is None or other is None or one.level != two.level:
                continue  # another level in the same place is no move
            if not _other_head(matching, head, other):
                continue
        if not (kinds[0] is kinds[1] is _MASTHEAD or (matching.old[i].blank and matching.new[j].blank)):
            found.add(group)
    return frozenset(found)


def _heads(draft: Draft) -> list[int | None]:
    """For each subparagraph the position of the paragraph it stands under."""
    found: list[int | None] = []
    above: dict[int, int] = {}
    for at, paragraph in enumerate(draft.paragraphs):
        kind = paragraph.kind
        if kind is _ITEM:
            found.append(max((p for level, p in above.items() if level < paragraph.level), default=None))
            above = {level: p for level, p in above.items() if level < paragraph.level} | {paragraph.level: at}
        else:
            found.append(None)
            # A table between a chapeau and its items comes between, and is no chapeau.
            if kind in _PARTS or (kind is _TEXT and paragraph.cell is None):
                above = {0: at}
    return found


def _other_head(matching: Matching, old: int, new: int) -> bool:
    """Whether what stands under one paragraph, and then under another, went from one to the other.

    Where the chapeau is gone, or a new one came above it, what stayed in its order has not moved.
    """
    lives_on, was = matching.to_new[old], matching.to_old[new]
    return bool(lives_on and was) and new not in lives_on
