"""Which pairs kept the order and which moved, and the order in which changes are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from models.comparison.aligning.chapeaux import chapeaux, is_another
from models.comparison.aligning.matching import Matching
from models.comparison.words.chain import heaviest_chain
from models.draft import Draft, Kind, Paragraph
from models.draft.typed_numbers import heading_number

Group = tuple[tuple[int, ...], tuple[int, ...]]
Place = tuple[int, int]
"""Where a group stands in the order, old and new; what joined it from elsewhere, or went elsewhere, left out."""

EACH, SUBPARAGRAPH, PROMOTED = 40, 0.3, 0.05
"""Where the order of paragraphs is weighed: what each counts beside its words, what share of it a subparagraph, and
what share one that left a list in which others stay, or came into one."""
_ITEM = Kind.SUBPARAGRAPH
"""Asked for each paragraph; to look a kind up in its class takes four times as long."""
_DIVISIONS = frozenset({Kind.SECTION, Kind.ANNEX})
_PARTS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


def in_reading_order(
    matching: Matching, old: Draft, new: Draft, paired: Sequence[Group], still: Mapping[Group, Place]
) -> list[Group]:
    """All groups in the order of the new draft, what is gone standing where it stood.

    What is gone comes right after what it stood behind, before what is new there; but a paragraph that is gone comes
    behind new items, which would seem to be its own.
    """
    ordered: list[Group] = []
    new_at = {news[0]: (olds, news) for olds, news in paired}
    landmarks = {new for _, new in still.values()}
    gone = deque(at for at, partners in enumerate(matching.to_new) if not partners)
    borders = deque(sorted(old for old, _ in still.values()))
    put = -1  # new items that came before what is gone
    for at in range(-1, len(matching.to_old)):
        if at >= 0 and not matching.to_old[at]:
            if at > put:
                ordered.append(((), (at,)))
            continue
        group = new_at.get(at)
        if group is not None:
            ordered.append(group)
        if at < 0 or at in landmarks:
            if at >= 0:
                borders.popleft()
            while gone and (not borders or gone[0] < borders[0]):
                if put < at and old.paragraphs[gone[0]].kind in _PARTS:
                    put = at
                    for item in _new_items(matching, new, at + 1):
                        ordered.append(((), (item,)))
                        put = item
                ordered.append(((gone.popleft(),), ()))
    return ordered


def _new_items(matching: Matching, new: Draft, start: int) -> Iterator[int]:
    """The new items right at a place of the new draft."""
    for at in range(start, len(matching.to_old)):
        if matching.to_old[at] or new.paragraphs[at].kind is not _ITEM:
            return
        yield at


def kept_order(
    matching: Matching, old: Draft, new: Draft, paired: Sequence[Group], taken: AbstractSet[Place] = frozenset()
) -> dict[Group, Place]:
    """The groups that keep the order: the heaviest chain, by number and by words, so that few and short ones moved.

    A cell counts by its words alone: a table goes past a paragraph. A subparagraph weighs less than its length: it
    moves past a chapeau, not the chapeau past it; and what leaves a list, or comes into one, goes past its items that
    stay there. One that went between preamble and operative part moved in any case, so it weighs next to nothing and
    moves no neighbour; nor does one that was `taken` elsewhere, as who wrote it knows.
    """
    profiles, paragraphs, others = matching.old, old.paragraphs, new.paragraphs
    by_place: dict[Place, Group] = {}
    weighted: list[tuple[int, int, float]] = []
    joined = matching.joined
    alone = _left_alone(old, new, paired)
    for group in paired:
        olds, news = group
        if joined[0] or joined[1]:
            # What joined others elsewhere moves none of those between; what left those since stands for itself.
            olds = tuple([at for at in olds if at not in joined[0]]) or olds
            news = tuple([at for at in news if at not in joined[1]]) or news
        there, words = news[0], 0.0
        went = bool(taken) and any(place in taken for place in product(olds, news))
        kind, other = paragraphs[olds[0]].kind, others[there].kind
        if not went and (kind is other or not _other_part(kind, other)):
            for at in olds:
                profile = profiles[at]
                if not profile.blank:
                    own = float(EACH + profile.length)
                    paragraph = paragraphs[at]
                    if paragraph.cell is not None:
                        own = 1.0 + profile.length
                    if paragraph.kind is _ITEM or other is _ITEM:
                        own *= PROMOTED if group in alone else SUBPARAGRAPH
                    words += own
        by_place[olds[0], there] = group
        weighted.append((olds[0], there, 0.1 + words))
    return {by_place[place]: place for place in heaviest_chain(weighted)}


def _left_alone(old: Draft, new: Draft, paired: Sequence[Group]) -> AbstractSet[Group]:
    """What left a list in which others stay, or came into one: where all of a list did, the list went nowhere."""
    items = [(group, _kind(old, group[0]) is _ITEM, _kind(new, group[1]) is _ITEM) for group in paired]
    if all(was is now for _, was, now in items):
        return frozenset()
    heads = chapeaux(old), chapeaux(new)
    stay = [group for group, was, now in items if was and now]
    kept = {heads[0][olds[0]] for olds, _ in stay}, {heads[1][news[0]] for _, news in stay}
    return {
        group
        for group, was, now in items
        if was is not now and (heads[0][group[0][0]] in kept[0] if was else heads[1][group[1][0]] in kept[1])
    }


def _kind(draft: Draft, places: Sequence[int]) -> Kind:
    return draft.paragraphs[places[0]].kind


def _other_part(old: Kind, new: Kind) -> bool:
    """Whether a paragraph of these kinds went between preamble and operative part."""
    return old is not new and old in _PARTS and new in _PARTS


def moved(
    matching: Matching, old: Draft, new: Draft, paired: Sequence[Group], still: Mapping[Group, Place]
) -> tuple[frozenset[Group], frozenset[Group]]:
    """Groups that left the order, went between preamble and operative part, or went from one chapeau to another.

    So did one that came together over what stayed, or was split so that it stands on both sides of that, and a cell
    that a hand paired with one of another row or column. Second are those that stayed, and stand under another
    chapeau: a new one came above them, or theirs is gone and the one before has them.
    """
    found, under = set(), set()
    passed = _apart(paired, still)
    heads = chapeaux(old), chapeaux(new)
    paragraphs, others, elsewhere = old.paragraphs, new.paragraphs, matching.elsewhere
    for group in paired:
        i, j = group[0][0], group[1][0]
        if elsewhere and (i, j) in elsewhere:
            found.add(group)
            continue
        one, two = paragraphs[i], others[j]
        same_part = one.kind is two.kind or not _other_part(one.kind, two.kind)
        if same_part and group in still and not (passed and group in passed):
            head, other = heads[0][i], heads[1][j]
            if head is None or other is None or one.level != two.level:
                continue  # another level in the same place is no move
            lives_on, was = matching.to_new[head], matching.to_old[other]
            if not lives_on or not was:
                another = is_another(paragraphs[head], others[other], lives_on, was)
                if another and not (matching.old[i].blank and matching.new[j].blank):
                    under.add(group)
                continue
            if other in lives_on:
                continue
        blank = matching.old[i].blank and matching.new[j].blank and not (parts_a_text(one) and parts_a_text(two))
        if not blank:
            found.add(group)
    return frozenset(found), frozenset(under)


def parts_a_text(paragraph: Paragraph) -> bool:
    """Whether a line parts the text though it may have no words but its number: a section, an annex, an article."""
    if heading_number(paragraph) is not None:
        return True
    return paragraph.kind in _DIVISIONS and bool(paragraph.number or paragraph.set_label)


def _apart(paired: Sequence[Group], still: Mapping[Group, Place]) -> set[Group]:
    """The groups between whose paragraphs, on one side, something stands that stayed."""
    several = [group for group in paired if len(group[0]) + len(group[1]) > 2]
    if not several:
        return set()
    sides = [sorted(places) for places in zip(*still.values(), strict=True)]
    return {group for group in several if any(map(_passed, sides, group))}


def _passed(stayed: Sequence[int], positions: tuple[int, ...]) -> bool:
    between = stayed[bisect_right(stayed, positions[0]) : bisect_left(stayed, positions[-1])]
    return bool(set(between) - set(positions))
