"""Two comparisons with one base joined: what belongs together on the three sides, and what is to be made of it.

Paragraphs of the base that a split or a merger of either side ties together are one cluster. Where only one side
touched a cluster, its paragraphs are taken as they are; where both did, the words are woven.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any

from models.comparison.change import Comparison
from models.draft import Kind
from models.merging.pairs.clusters import Cluster, Positions, Sides, Tie, clusters, consecutive, new_items
from models.merging.sides import BASE, OURS, THEIRS, Traits, alike
from models.merging.words.ends import says_the_same
from models.merging.words.pieces import Clash, Part, Streams, starts_one
from models.merging.words.streams import Writer
from models.merging.words.traits_asked import mixed
from models.merging.words.weaving import one_clash, weave, weave_new


@dataclass(frozen=True, slots=True)
class Whole:
    """A paragraph taken as it is from a side; `more` are the other parts of one that was divided, right behind it."""

    side: int
    at: int
    more: Positions = ()


@dataclass(frozen=True)
class Woven:
    """Paragraphs whose words were put together; `firsts` are the traits of the first on each side.

    `rival`: what the sides made of them has another shape on each, and only one of them can be had, in its place;
    `moved` says which of them moved it. `as_one`: all that differs is one clash, and stays that.
    """

    streams: Streams
    parts: tuple[Part, ...]
    firsts: tuple[Traits | None, Traits, Traits]
    rival: bool = False
    moved: tuple[bool, bool] = (False, False)
    as_one: bool = False
    said: dict[int, tuple[list[str], tuple[str, str, str]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    laid: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was made of it before, for a text is laid out often: what each clash says, and the lines by the answers."""

    @cached_property
    def not_words(self) -> tuple[tuple[int, Part], ...]:
        """What clashes and where paragraphs start, each with its number among the parts."""
        found = enumerate(self.parts)
        return tuple((at, one) for at, one in found if isinstance(one, Clash) or starts_one(self.streams, one))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Paragraphs that one side deleted and the other reworded."""

    deleted_by: int
    kept: Positions


@dataclass(frozen=True, slots=True)
class Either:
    """A table that each side changed so that only what one of them made of it can be had, the whole of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together in the merged text.

    `places` are positions in base, ours and theirs; `line` is the paragraph of the base that it continues, or None;
    `changed` holds the sides that changed it, `same` says that both made the same of it.
    """

    content: Whole | Woven | Doubt | Either
    places: tuple[Positions, Positions, Positions]
    line: int | None
    changed: tuple[int, ...] = ()
    same: bool = False
    starts: tuple[int | None, int | None] = (None, None)
    """Where it stands in the order of ours and of theirs."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Paragraphs of the base that are not in the merged text, who deleted them, and where ours and theirs have them."""

    base: Positions
    by: tuple[int, ...]
    stood: tuple[Positions, Positions] = ((), ())


def blocks(
    comparisons: tuple[Comparison, Comparison],
    sides: Sides,
    writer: Writer,
    ties: Sequence[Tie] = (),
    lost: Collection[tuple[int, int]] = (),
) -> tuple[list[Block], list[Gone]]:
    """The blocks of a merge, in no order that counts, and what is gone.

    `lost` is what is new, as side and place, where the other side left nothing.
    """
    found: list[Block] = []
    gone: list[Gone] = []
    together = clusters(comparisons, ties)
    tied = {(side, at) for tie in ties for side in (OURS, THEIRS) for at in tie.there[side - 1]}
    items = new_items(comparisons, together)
    for cluster in together:
        made = writer.kept[cluster] if cluster in writer.kept else _made(cluster, sides, writer)
        writer.kept[cluster] = made
        if isinstance(made, Gone):
            gone.append(made)
        else:
            found += made
    for side, comparison in zip((OURS, THEIRS), comparisons, strict=True):
        for change in comparison.changes:
            for at in change.new if not change.old else ():
                if (side, at) in tied:
                    continue  # it stands in the cluster it is tied to
                if (side, at) in items.lost or (side, at) in lost:
                    doubt = Doubt(THEIRS if side == OURS else OURS, (at,))
                    found.append(block_of(doubt, ((), *_one(side, at)), None, (OURS, THEIRS)))
                elif (side, at) not in items.taken_up:
                    found.append(block_of(Whole(side, at), ((), *_one(side, at)), None, (side,)))
    return found, gone


def _one(side: int, at: int) -> tuple[Positions, Positions]:
    return ((at,), ()) if side == OURS else ((), (at,))


def block_of(
    content: Whole | Woven | Doubt | Either,
    places: tuple[Positions, Positions, Positions],
    line: int | None,
    changed: tuple[int, ...] = (),
    same: bool = False,
) -> Block:
    """A block that stands where its first paragraphs do."""
    starts = (places[OURS][0] if places[OURS] else None, places[THEIRS][0] if places[THEIRS] else None)
    return Block(content, places, line, changed, same, starts)


def _made(cluster: Cluster, sides: Sides, writer: Writer) -> list[Block] | Gone:
    on = cluster.on(OURS), cluster.on(THEIRS)
    if cluster.whole and on[0] and on[1] and not cluster.same(sides):
        return [block_of(Either(), (cluster.base, *on), cluster.base[0], (OURS, THEIRS))]
    untouched = [_untouched(cluster, sides, side) for side in (OURS, THEIRS)]
    if untouched[0] and untouched[1] and not cluster.apart:
        return _taken(cluster, sides, OURS, ())
    if not on[0] or not on[1]:
        return _deleted(cluster, sides, on, untouched)
    if cluster.rival(sides):
        return [_rival(sides, writer, cluster)]
    if untouched[0] or untouched[1]:
        side = THEIRS if untouched[0] else OURS
        return _taken(cluster, sides, side, (side,))
    if cluster.same(sides):
        there = iter(on[1])
        found = []
        taken = _taken(cluster, sides, OURS, (OURS, THEIRS), same=True)
        shared = cluster.shared(len(taken))
        for number, block in enumerate(taken):
            theirs = tuple(islice(there, len(block.places[OURS])))
            base, line = (shared[number], shared[number][0]) if shared else (block.places[BASE], block.line)
            places = (base, block.places[OURS], theirs)
            found.append(replace(block, places=places, line=line, starts=(block.starts[0], theirs[0])))
        return found
    return [woven(sides, writer, (cluster.base, *on), cluster.base[0], _starts(cluster))]


def _untouched(cluster: Cluster, sides: Sides, side: int) -> bool:
    """Whether a side left the paragraphs and their notes as they are, their place apart."""
    one, two = sides[BASE], sides[side]
    return all(
        len(olds) == len(news) == 1 and alike(one, olds[0], two, news[0]) and not two.cites_reworded(news[0])
        for olds, news in cluster.groups[side - 1]
    )


def _deleted(
    cluster: Cluster, sides: Sides, on: tuple[Positions, Positions], untouched: Sequence[bool]
) -> list[Block] | Gone:
    if not on[0] and not on[1]:
        return Gone(cluster.base, (OURS, THEIRS))
    by, other = (OURS, THEIRS) if not on[0] else (THEIRS, OURS)
    kept = on[other - 1]
    quiet = len(kept) == len(cluster.base) == 1 and says_the_same(sides[BASE], cluster.base[0], sides[other], kept[0])
    still = untouched[other - 1] or (quiet and not sides[other].cites_reworded(kept[0]))
    if still and not cluster.moved[other - 1] and not cluster.apart:
        return Gone(cluster.base, (by,), on)
    places = (cluster.base, kept, ()) if other == OURS else (cluster.base, (), kept)
    return [block_of(Doubt(by, kept), places, cluster.base[0], (OURS, THEIRS))]


def _taken(cluster: Cluster, sides: Sides, side: int, changed: tuple[int, ...], same: bool = False) -> list[Block]:
    """The paragraphs of a cluster as a side has them; each line of the base goes on in one of them."""
    other = THEIRS if side == OURS else OURS
    stands = {olds[0]: news for olds, news in cluster.groups[other - 1] if olds}
    found: list[tuple[int, Block]] = []
    also = dict(zip(cluster.on(side), cluster.on(other), strict=True)) if same else {}
    for olds, news in cluster.groups[side - 1]:
        if not news:
            continue
        if not olds:
            found += [(at, block_of(Whole(side, at), ((), *_one(side, at)), None, changed, same)) for at in news]
            continue
        main = max(news, key=lambda at: (len(sides[side].draft.paragraphs[at].text), -at))
        line = max(olds, key=lambda at: (len(sides[BASE].draft.paragraphs[at].text), -at))
        if len(news) > 1 and consecutive(news) and consecutive(tuple(also[at] for at in news if at in also)):
            there = stands.get(line, ())[:1] if not same else ()
            places = (olds, news, there) if side == OURS else (olds, there, news)
            found.append((news[0], block_of(Whole(side, news[0], news[1:]), places, line, changed, same)))
            continue
        for at in news:
            there = tuple(one for old in olds for one in stands.get(old, ())[:1]) if at == main and not same else ()
            places = ((olds, (at,), there) if side == OURS else (olds, there, (at,)))  # fmt: skip
            block = block_of(Whole(side, at), places, line if at == main else None, changed, same)
            stood = stands[line][0] if there else None  # it stands where its line does, be others before that
            starts = (at, stood) if side == OURS else (stood, at)
            found.append((at, replace(block, starts=starts)))
    return [block for _, block in sorted(found, key=lambda one: one[0])]


def _starts(cluster: Cluster) -> tuple[int | None, int | None]:
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
    as_one: bool = False,
) -> Block:
    """A block whose words are put together; without a paragraph of the base all that differs is a clash.

    `as_one`: what differs is one clash from end to end, as what clashes in a line that says when a text was adopted.
    What was put together before is not put together again.
    """
    kept = writer.kept.get((places, as_one))
    if isinstance(kept, Woven):
        return Block(kept, places, line, (OURS, THEIRS), starts=starts)
    base, ours, theirs = (writer.paragraphs(side, at) for side, at in zip(sides, places, strict=True))
    firsts = (
        sides[BASE].traits(places[BASE][0]) if places[BASE] else None,
        sides[OURS].traits(places[OURS][0]),
        sides[THEIRS].traits(places[THEIRS][0]),
    )
    streams = base, ours, theirs
    parts = one_clash(streams) if as_one else weave(streams) if places[BASE] else weave_new(ours, theirs)
    if sides[OURS].traits(places[OURS][0]).kind is Kind.CLOSING and sum(isinstance(part, Clash) for part in parts) > 1:
        parts = one_clash(streams)  # a meeting and its date: of one text and another none would be true
    content = writer.kept[places, as_one] = Woven(streams, parts, firsts)
    return Block(content, places, line, (OURS, THEIRS), starts=starts)


def _rival(sides: Sides, writer: Writer, cluster: Cluster) -> Block:
    """A block of which all is one clash."""
    places = cluster.base, cluster.on(OURS), cluster.on(THEIRS)
    block = woven(sides, writer, places, cluster.base[0], _starts(cluster))
    assert isinstance(block.content, Woven)
    base, ours, theirs = (len(stream.words) for stream in block.content.streams)
    clash = Clash(((0, base), (0, ours), (0, theirs)))
    return replace(block, content=replace(block.content, parts=(clash,), rival=True, moved=cluster.moved))


def first_paragraph(sides: Sides, block: Block) -> tuple[Kind, str]:
    """Kind and text of the paragraph a block begins with, chosen without regard to which side is whose.

    The kind is what the merged text has, the text that of the base where there is one.
    """
    content = block.content
    if isinstance(content, Whole):
        found = [(content.side, content.at)]
    else:
        found = [(side, places[0]) for side, places in enumerate(block.places) if places]
        found = found[:1] if block.places[BASE] else found
    kind, text = min((one.kind, one.text) for one in (sides[side].draft.paragraphs[at] for side, at in found))
    if isinstance(content, Doubt):
        kind = sides[THEIRS if content.deleted_by == OURS else OURS].draft.paragraphs[content.kept[0]].kind
    elif isinstance(content, Woven) and not content.rival and content.firsts[BASE] is not None:
        kind = mixed(*content.firsts)[0].kind
    return kind, text
