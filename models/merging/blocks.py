"""Two comparisons with one base joined: what belongs together on the three sides, and what is to be made of it.

Paragraphs of the base that a split or a merger of either side ties together are one cluster. Where only one side
touched a cluster, its paragraphs are taken as they are; where both did, the words are woven.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.comparison.change import Comparison
from models.draft import Kind
from models.merging.sides import BASE, OURS, THEIRS, Side, Traits, alike
from models.merging.streams import Writer
from models.merging.weaving import Part, Streams, weave, weave_new

Sides = tuple[Side, Side, Side]
Positions = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A paragraph taken as it is from a side."""

    side: int
    at: int


@dataclass(frozen=True, slots=True)
class Woven:
    """Paragraphs whose words were put together; `firsts` are the traits of the first on each side."""

    streams: Streams
    parts: tuple[Part, ...]
    firsts: tuple[Traits | None, Traits, Traits]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Paragraphs that one side deleted and the other reworded."""

    deleted_by: int
    kept: Positions


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together in the merged text.

    `places` are positions in base, ours and theirs; `line` is the paragraph of the base that it continues, or None;
    `changed` holds the sides that changed it, `same` says that both made the same of it.
    """

    content: Whole | Woven | Doubt
    places: tuple[Positions, Positions, Positions]
    line: int | None
    changed: tuple[int, ...] = ()
    same: bool = False
    starts: tuple[int | None, int | None] = (None, None)
    """Where it stands in the order of ours and of theirs."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Paragraphs of the base that are not in the merged text, and who deleted them."""

    base: Positions
    by: tuple[int, ...]


@dataclass(frozen=True)
class _Cluster:
    """Paragraphs that belong together, and for each of the two sides the groups of its comparison."""

    base: Positions
    groups: tuple[tuple[tuple[Positions, Positions], ...], tuple[tuple[Positions, Positions], ...]]

    def on(self, side: int) -> Positions:
        """Its paragraphs on a side."""
        return tuple(sorted(at for _, news in self.groups[side - 1] for at in news))


def blocks(comparisons: tuple[Comparison, Comparison], sides: Sides, writer: Writer) -> tuple[list[Block], list[Gone]]:
    """The blocks of a merge, in no order that counts, and what is gone."""
    found: list[Block] = []
    gone: list[Gone] = []
    for cluster in _clusters(comparisons):
        made = _made(cluster, sides, writer)
        if isinstance(made, Gone):
            gone.append(made)
        else:
            found += made
    for side, comparison in zip((OURS, THEIRS), comparisons, strict=True):
        for change in comparison.changes:
            if not change.old:
                found += [_block(Whole(side, at), ((), *_one(side, at)), None, (side,)) for at in change.new]
    return found, gone


def _one(side: int, at: int) -> tuple[Positions, Positions]:
    return ((at,), ()) if side == OURS else ((), (at,))


def _block(
    content: Whole | Woven | Doubt,
    places: tuple[Positions, Positions, Positions],
    line: int | None,
    changed: tuple[int, ...] = (),
    same: bool = False,
) -> Block:
    starts = (places[OURS][0] if places[OURS] else None, places[THEIRS][0] if places[THEIRS] else None)
    return Block(content, places, line, changed, same, starts)


def _clusters(comparisons: tuple[Comparison, Comparison]) -> Iterator[_Cluster]:
    """The base in clusters, by their first paragraph."""
    length = len(comparisons[0].old.paragraphs)
    head = list(range(length))

    def top(at: int) -> int:
        while head[at] != at:
            head[at] = head[head[at]]
            at = head[at]
        return at

    for comparison in comparisons:
        for change in comparison.changes:
            for one in change.old[1:]:
                first, second = sorted((top(change.old[0]), top(one)))
                head[second] = first
    members: dict[int, list[int]] = {}
    groups: dict[int, tuple[list[tuple[Positions, Positions]], list[tuple[Positions, Positions]]]] = {}
    for at in range(length):
        members.setdefault(top(at), []).append(at)
        groups.setdefault(top(at), ([], []))
    for side, comparison in enumerate(comparisons):
        for change in comparison.changes:
            if change.old:
                groups[top(change.old[0])][side].append((change.old, change.new))
    for first, base in members.items():
        yield _Cluster(tuple(base), (tuple(groups[first][0]), tuple(groups[first][1])))


def _made(cluster: _Cluster, sides: Sides, writer: Writer) -> list[Block] | Gone:
    on = cluster.on(OURS), cluster.on(THEIRS)
    untouched = [_untouched(cluster, sides, side) for side in (OURS, THEIRS)]
    if untouched[0] and untouched[1]:
        return _taken(cluster, sides, OURS, ())
    if not on[0] or not on[1]:
        return _deleted(cluster, sides, on, untouched)
    if untouched[0] or untouched[1]:
        side = THEIRS if untouched[0] else OURS
        return _taken(cluster, sides, side, (side,))
    if len(on[0]) == len(on[1]) and all(
        alike(sides[OURS], one, sides[THEIRS], two) for one, two in zip(*on, strict=True)
    ):
        return [
            replace(block, places=(block.places[BASE], block.places[OURS], (two,)), starts=(block.starts[0], two))
            for block, two in zip(_taken(cluster, sides, OURS, (OURS, THEIRS), same=True), on[1], strict=True)
        ]
    return [woven(sides, writer, (cluster.base, *on), cluster.base[0], _starts(cluster))]


def _untouched(cluster: _Cluster, sides: Sides, side: int) -> bool:
    """Whether a side left the paragraphs and their notes as they are, their place apart."""
    one, two = sides[BASE], sides[side]
    return all(
        len(olds) == len(news) == 1 and alike(one, olds[0], two, news[0]) and not two.cites_reworded(news[0])
        for olds, news in cluster.groups[side - 1]
    )


def _deleted(
    cluster: _Cluster, sides: Sides, on: tuple[Positions, Positions], untouched: Sequence[bool]
) -> list[Block] | Gone:
    if not on[0] and not on[1]:
        return Gone(cluster.base, (OURS, THEIRS))
    by, other = (OURS, THEIRS) if not on[0] else (THEIRS, OURS)
    kept = on[other - 1]
    quiet = len(kept) == len(cluster.base) == 1 and _says_the_same(sides, other, cluster.base[0], kept[0])
    if untouched[other - 1] or (quiet and not sides[other].cites_reworded(kept[0])):
        return Gone(cluster.base, (by,))
    places = (cluster.base, kept, ()) if other == OURS else (cluster.base, (), kept)
    return [_block(Doubt(by, kept), places, cluster.base[0], (OURS, THEIRS))]


def _says_the_same(sides: Sides, side: int, old: int, new: int) -> bool:
    """Whether a paragraph says the same in the same form, whatever its number and its marks."""
    one, two = sides[BASE].draft.paragraphs[old], sides[side].draft.paragraphs[new]
    return (one.text, one.kind, one.level) == (two.text, two.kind, two.level) and [
        key for _, _, key in sides[BASE].runs(old) if key
    ] == [key for _, _, key in sides[side].runs(new) if key]


def _taken(cluster: _Cluster, sides: Sides, side: int, changed: tuple[int, ...], same: bool = False) -> list[Block]:
    """The paragraphs of a cluster as a side has them; each line of the base goes on in one of them."""
    other = THEIRS if side == OURS else OURS
    stands = {olds[0]: news for olds, news in cluster.groups[other - 1]}
    draft = sides[side].draft
    found: list[tuple[int, Block]] = []
    for olds, news in cluster.groups[side - 1]:
        if not news:
            continue
        main = max(news, key=lambda at: (len(draft.paragraphs[at].text), -at))
        line = max(olds, key=lambda at: (len(sides[BASE].draft.paragraphs[at].text), -at))
        for at in news:
            there = stands.get(line, ())[:1] if at == main and not same else ()
            places = ((olds, (at,), there) if side == OURS else (olds, there, (at,)))  # fmt: skip
            found.append((at, _block(Whole(side, at), places, line if at == main else None, changed, same)))
    return [block for _, block in sorted(found, key=lambda one: one[0])]


def _starts(cluster: _Cluster) -> tuple[int | None, int | None]:
    """Where a woven block stands on each side: where the first paragraph of its base went."""
    found = []
    for side in (OURS, THEIRS):
        mine = next((news for olds, news in cluster.groups[side - 1] if cluster.base[0] in olds and news), ())
        found.append((mine or cluster.on(side))[0])
    return found[0], found[1]


def woven(
    sides: Sides,
    writer: Writer,
    places: tuple[Positions, Positions, Positions],
    line: int | None,
    starts: tuple[int | None, int | None],
) -> Block:
    """A block whose words are put together; without a paragraph of the base all that differs is a clash."""
    base, ours, theirs = (writer.paragraphs(side, at) for side, at in zip(sides, places, strict=True))
    firsts = (
        sides[BASE].traits(places[BASE][0]) if places[BASE] else None,
        sides[OURS].traits(places[OURS][0]),
        sides[THEIRS].traits(places[THEIRS][0]),
    )
    parts = weave((base, ours, theirs)) if places[BASE] else weave_new(ours, theirs)
    return Block(Woven((base, ours, theirs), parts, firsts), places, line, (OURS, THEIRS), starts=starts)


def is_item(sides: Sides, block: Block) -> bool:
    """Whether a block begins with a subparagraph, which belongs under what stands before it."""
    return first_paragraph(sides, block)[0] is Kind.SUBPARAGRAPH


def first_paragraph(sides: Sides, block: Block) -> tuple[Kind, str]:
    """Kind and text of the paragraph a block begins with, chosen without regard to which side is whose."""
    content = block.content
    if isinstance(content, Whole):
        found = [(content.side, content.at)]
    else:
        found = [(side, places[0]) for side, places in enumerate(block.places) if places]
        found = found[:1] if block.places[BASE] else found
    return min((sides[side].draft.paragraphs[at].kind, sides[side].draft.paragraphs[at].text) for side, at in found)
