"""New paragraphs that both sides have: the same, or two forms of one, at one place or at different ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz.distance import Indel

from models.comparison.chain import heaviest_chain
from models.comparison.come_back import WEIGHED
from models.comparison.subsequence import Codes
from models.comparison.tokens import tokens, word_count
from models.comparison.words import similarity, word_diff
from models.draft import Kind
from models.merging.blocks import Block, Whole, first_paragraph
from models.merging.clusters import Sides
from models.merging.ordering import Placing
from models.merging.sides import BASE, OURS, THEIRS

_ALIKE = 0.6
"""New paragraphs of both sides at one place that share so many of their words are two forms of one."""
_FAR = 0.75
"""Those at different places that share so many are two forms of one."""

_TELLING = 5
"""A new paragraph of so many words is known again at another place."""


def same_insertions(blocks: Sequence[Block], sides: Sides, where: Placing) -> Iterator[tuple[int, int, bool]]:
    """(ours, theirs, alike in all): new paragraphs of both sides at one place that are the same or nearly so."""
    for behind in sorted(where.runs[0].keys() & where.runs[1].keys()):
        ours, theirs = (
            [number for number in run[behind] if is_new(blocks[number])] for run in (where.runs[0], where.runs[1])
        )
        last = [0, 0]
        for i, j in [*_equal(blocks, sides, ours, theirs), (len(ours), len(theirs))]:
            near = _nearly(blocks, sides, ours[last[0] : i], theirs[last[1] : j])
            yield from ((one, two, False) for one, two in near)
            if i < len(ours):
                yield ours[i], theirs[j], True
            last = [i + 1, j + 1]


def twice(blocks: Sequence[Block], sides: Sides) -> Iterator[tuple[int, int, bool]]:
    """(ours, theirs, alike in all): new paragraphs of both sides that are the same or nearly so at different places.

    Only where each has one such on the other side; cells are told apart by their rows.
    """
    new: tuple[list[int], list[int]] = [], []
    for number, block in enumerate(blocks):
        if is_new(block) and isinstance(block.content, Whole):
            text = sides[block.content.side].draft.paragraphs[block.content.at].text
            cell = sides[block.content.side].traits(block.content.at).column is not None
            if len(text.split()) >= _TELLING and not cell:
                new[block.content.side - 1].append(number)
    if not new[0] or not new[1]:
        return
    same = [Counter(content(blocks[number], sides) for number in side) for side in new]
    there = {content(blocks[number], sides): number for number in new[1]}
    taken: set[int] = set()
    for one in new[0]:
        said = content(blocks[one], sides)
        if same[0][said] == same[1][said] == 1:
            taken |= {one, there[said]}
            yield one, there[said], True
    left = [[number for number in side if number not in taken] for side in new]
    near = [
        pair
        for pair in _likely(blocks, sides, left[0], left[1], _FAR)
        if _two_forms(sides, *(blocks[one] for one in pair))
    ]
    many = Counter(number for pair in near for number in pair)
    yield from ((one, two, False) for one, two in near if many[one] == many[two] == 1)


def _likely(
    blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int], least: float
) -> Iterator[tuple[int, int]]:
    """The pairs that may share so many of their words; none of more than `WEIGHED`, such as five hundred on each side.

    What two texts have in one order is quickly counted, and they never share more.
    """
    if len(ours) * len(theirs) > WEIGHED:
        return
    codes = Codes()
    said = {
        number: codes.of(filter(word_count, tokens(first_paragraph(sides, blocks[number])[1]).words))
        for number in (*ours, *theirs)
    }
    for one in ours:
        for two in theirs:
            if Indel.normalized_similarity(said[one], said[two], score_cutoff=least) >= least:
                yield one, two


def _two_forms(sides: Sides, one: Block, two: Block) -> bool:
    (kind, first), (other, second) = first_paragraph(sides, one), first_paragraph(sides, two)
    return kind is other and _alike(first, second) >= _FAR


def _alike(one: str, two: str) -> float:
    """How much of their words two texts share, whichever is whose."""
    return similarity(word_diff(*sorted((one, two))))


def is_new(block: Block) -> bool:
    """Whether a block is a paragraph that a side put in."""
    return isinstance(block.content, Whole) and not block.places[BASE]


def _equal(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Places in two runs of paragraphs that are the same, in one order; the n-th of equals goes with the n-th.

    Of two that changed places the shorter goes with its like: the longer one is known again elsewhere (`twice`).
    """
    places: list[dict[tuple[object, int], int]] = []
    for run in (ours, theirs):
        many: Counter[object] = Counter()
        found: dict[tuple[object, int], int] = {}
        for place, number in enumerate(run):
            said = content(blocks[number], sides)
            found[said, many[said]] = place
            many[said] += 1
        places.append(found)
    both = [(i, places[1][key]) for key, i in places[0].items() if key in places[1]]
    said = {i: first_paragraph(sides, blocks[ours[i]])[1] for i, _ in both}
    ranks = {i: rank for rank, i in enumerate(sorted(said, key=lambda i: (-len(said[i]), said[i])))}
    return heaviest_chain([(i, j, 1 + 1e-6 * ranks[i]) for i, j in both])


def _nearly(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Blocks of two runs that are two forms of one paragraph, in one order."""
    alone = {
        (one, two)
        for one, two in product(*([one for one in run if _stands_once(sides, blocks[one])] for run in (ours, theirs)))
        if _one_role(sides, blocks[one], blocks[two])
    }
    ranks = [{number: rank for rank, number in enumerate(run)} for run in (ours, theirs)]
    scored = []
    for one, two in sorted(alone.union(_likely(blocks, sides, ours, theirs, _ALIKE))):
        (kind, first), (other, second) = first_paragraph(sides, blocks[one]), first_paragraph(sides, blocks[two])
        if _column(sides, blocks[one]) != _column(sides, blocks[two]):
            continue
        if kind is other and first.strip() and second.strip():
            likeness = max(_alike(first, second), _ALIKE if (one, two) in alone else 0)
            if likeness >= _ALIKE:
                scored.append((ranks[0][one], ranks[1][two], likeness))
    return [(ours[i], theirs[j]) for i, j in heaviest_chain(scored)]


def _stands_once(sides: Sides, block: Block) -> bool:
    """Whether a new paragraph is of the masthead or tells of the adoption."""
    return first_paragraph(sides, block)[0] in (Kind.CLOSING, Kind.MASTHEAD)


def _one_role(sides: Sides, ours: Block, theirs: Block) -> bool:
    """Whether two lines are there for the same: a text was adopted once, and has one symbol and one date."""
    if first_paragraph(sides, ours)[0] is first_paragraph(sides, theirs)[0] is Kind.CLOSING:
        return True
    role = sides[OURS].roles.get(ours.places[OURS][0], "other")
    return role != "other" and role == sides[THEIRS].roles.get(theirs.places[THEIRS][0])


def content(block: Block, sides: Sides) -> object:
    """What a new paragraph is and says."""
    assert isinstance(block.content, Whole)
    side = sides[block.content.side]
    return side.traits(block.content.at), side.runs(block.content.at)


def _column(sides: Sides, block: Block) -> int | None:
    """The column of a new paragraph that stands in a table."""
    assert isinstance(block.content, Whole)
    return sides[block.content.side].traits(block.content.at).column
