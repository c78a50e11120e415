"""The order of the merged text: what nobody moved stands still, and each side puts what it moved or added after it.

Blocks that both sides kept in order are the ground. What a side placed stands behind the last of the ground before it;
a subparagraph follows the paragraph it stands under also where the other side moved that. Runs of both sides at one
place come by what they are (subparagraphs first, preamble before operative part), then what was moved before what is
new, then by their words, so that the order does not depend on whose side is whose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.comparison.chain import heaviest_chain
from models.comparison.words import similarity, word_diff
from models.draft import Kind
from models.merging.blocks import Block, Whole, Woven, first_paragraph, is_item
from models.merging.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS

START = -1
"""Stands for the beginning of the text where a block is named."""
_EACH, _ITEM = 240, 0.3
"""As the comparison weighs what keeps its place: so many letters each beside its own, and a subparagraph so much."""
_ALIKE = 0.6
"""New paragraphs of both sides at one place that share so many of their words are two forms of one."""
_FAR = 0.75
"""Those at different places that share so many are two forms of one."""
_MOST = 400
"""So many pairs of new paragraphs at one place are held against each other."""

_TELLING = 5
"""A new paragraph of so many words is known again at another place."""

Runs = Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Placing:
    """Where blocks stand: the ground in order, and behind each block what a side put there, in that side's order.

    `moved` holds the blocks each side moved, `torn` those that both moved to different places, `hung` those that stand
    where the side has them whose form of them is taken.
    """

    ground: tuple[int, ...]
    runs: tuple[Runs, Runs]
    moved: tuple[frozenset[int], frozenset[int]]
    torn: frozenset[int] = frozenset()
    hung: frozenset[int] = frozenset()
    home: Mapping[int, int] = field(default_factory=dict)
    """The side (0 ours, 1 theirs) that left a hung block where it was."""
    settled: Mapping[int, Sequence[int]] = field(default_factory=dict)


def placing(blocks: Sequence[Block], sides: Sides) -> Placing:
    """Where the blocks stand, nothing yet said of those that both sides moved."""
    rivals = {
        number: block.content.moved
        for number, block in enumerate(blocks)
        if isinstance(block.content, Woven) and block.content.rival
    }
    still = [_still(blocks, sides, side, {n for n, moved in rivals.items() if moved[side]}) for side in (0, 1)]
    hung = frozenset(rivals.keys() - (still[0] & still[1]))
    home = {number: side for side in (0, 1) for number in hung & still[side]}
    two_sided = {number for number, block in enumerate(blocks) if _has_line(block)}
    placed = frozenset(two_sided - still[0] | hung), frozenset(two_sided - still[1] | hung)
    ground = sorted(still[0] & still[1], key=lambda number: blocks[number].line or 0)
    items = frozenset(number for number, block in enumerate(blocks) if is_item(sides, block))
    runs = _runs(blocks, 0, placed, items), _runs(blocks, 1, placed, items)
    return Placing(tuple(ground), runs, (placed[0] - hung, placed[1] - hung), _torn(blocks, runs) - hung, hung, home)


def _has_line(block: Block) -> bool:
    return block.line is not None and block.starts[0] is not None and block.starts[1] is not None


def _still(blocks: Sequence[Block], sides: Sides, side: int, but: Collection[int]) -> frozenset[int]:
    """The blocks a side left in order: the heaviest chain; some are no part of it."""
    by_place: dict[tuple[int, int], int] = {}
    weighted = []
    for number, block in enumerate(blocks):
        start = block.starts[side]
        if block.line is None or start is None or not _has_line(block) or number in but:
            continue
        paragraph = sides[BASE].draft.paragraphs[block.line]
        weight = 0.1
        if paragraph.text.strip():
            weight += (_EACH + len(paragraph.text)) * (_ITEM if paragraph.kind is Kind.SUBPARAGRAPH else 1)
        by_place[block.line, start] = number
        weighted.append((block.line, start, weight))
    return frozenset(by_place[place] for place in heaviest_chain(weighted))


def _runs(
    blocks: Sequence[Block], side: int, moved: tuple[frozenset[int], frozenset[int]], items: frozenset[int]
) -> dict[int, list[int]]:
    """What a side put behind each block."""
    runs: dict[int, list[int]] = {}
    mine, others = moved[side], moved[1 - side]
    standing = [(block.starts[side], number) for number, block in enumerate(blocks) if block.starts[side] is not None]
    behind = START
    carried: int | None = None  # the paragraph, or its last item, that the other side took along
    for _, number in sorted((start or 0, number) for start, number in standing):
        if number in mine or not _has_line(blocks[number]):
            if number not in items:
                carried = None
            runs.setdefault(behind if carried is None else carried, []).append(number)
        elif number in others:
            if number not in items or carried is not None:
                carried = number
        else:
            behind, carried = number, None
    return runs


def _torn(blocks: Sequence[Block], runs: tuple[Runs, Runs]) -> frozenset[int]:
    """Blocks that both sides moved, and not to one place."""
    places = [{number: behind for behind, run in one.items() for number in run} for one in runs]
    both = [number for number in places[0] if number in places[1]]
    torn = {number for number in both if places[0][number] != places[1][number]}
    together: dict[int, list[int]] = {}
    for number in both:
        if number not in torn:
            together.setdefault(places[0][number], []).append(number)
    for behind, numbers in together.items():
        if len(numbers) > 1:
            torn |= set(numbers) - set(_common(runs[0][behind], runs[1][behind], numbers))
    return frozenset(torn)


def _common(one: Sequence[int], two: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """The most blocks that two runs have in one order; among equals by the blocks, not by the side."""
    at = [{number: place for place, number in enumerate(run)} for run in (one, two)]
    pairs = sorted((at[0][number], at[1][number], 1 + 1e-6 * number) for number in numbers)
    return [one[place] for place, _ in heaviest_chain(pairs)]


def same_insertions(blocks: Sequence[Block], sides: Sides, where: Placing) -> Iterator[tuple[int, int, bool]]:
    """(ours, theirs, alike in all): new paragraphs of both sides at one place that are the same or nearly so."""
    for behind in sorted(where.runs[0].keys() & where.runs[1].keys()):
        ours, theirs = (
            [number for number in run[behind] if _is_new(blocks[number])] for run in (where.runs[0], where.runs[1])
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

    Only where each has one such on the other side.
    """
    new: tuple[list[int], list[int]] = [], []
    for number, block in enumerate(blocks):
        if _is_new(block) and isinstance(block.content, Whole):
            text = sides[block.content.side].draft.paragraphs[block.content.at].text
            if len(text.split()) >= _TELLING:
                new[block.content.side - 1].append(number)
    if not new[0] or not new[1]:
        return
    same = [Counter(_content(blocks[number], sides) for number in side) for side in new]
    there = {_content(blocks[number], sides): number for number in new[1]}
    taken: set[int] = set()
    for one in new[0]:
        content = _content(blocks[one], sides)
        if same[0][content] == same[1][content] == 1:
            taken |= {one, there[content]}
            yield one, there[content], True
    left = [[number for number in side if number not in taken] for side in new]
    if len(left[0]) * len(left[1]) > _MOST:
        return
    near = [(one, two) for one in left[0] for two in left[1] if _two_forms(sides, blocks[one], blocks[two])]
    many = Counter(number for pair in near for number in pair)
    yield from ((one, two, False) for one, two in near if many[one] == many[two] == 1)


def _two_forms(sides: Sides, one: Block, two: Block) -> bool:
    (kind, first), (other, second) = first_paragraph(sides, one), first_paragraph(sides, two)
    return kind is other and similarity(word_diff(first, second)) >= _FAR


def _is_new(block: Block) -> bool:
    return isinstance(block.content, Whole) and not block.places[BASE]


def _equal(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Places in two runs of paragraphs that are the same, in one order; the n-th of equals goes with the n-th."""
    places: list[dict[tuple[object, int], int]] = []
    for run in (ours, theirs):
        many: Counter[object] = Counter()
        found: dict[tuple[object, int], int] = {}
        for place, number in enumerate(run):
            content = _content(blocks[number], sides)
            found[content, many[content]] = place
            many[content] += 1
        places.append(found)
    return heaviest_chain([(i, places[1][key], 1.0) for key, i in places[0].items() if key in places[1]])


def _nearly(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Blocks of two runs that are two forms of one paragraph, in one order."""
    if not ours or not theirs or len(ours) * len(theirs) > _MOST:
        return []
    scored = []
    for i, one in enumerate(ours):
        for j, two in enumerate(theirs):
            (kind, first), (other, second) = first_paragraph(sides, blocks[one]), first_paragraph(sides, blocks[two])
            if kind is other and first.strip() and second.strip():
                likeness = 1.0 if _one_role(sides, blocks[one], blocks[two]) else similarity(word_diff(first, second))
                if likeness >= _ALIKE:
                    scored.append((i, j, likeness))
    return [(ours[i], theirs[j]) for i, j in heaviest_chain(scored)]


def _one_role(sides: Sides, ours: Block, theirs: Block) -> bool:
    """Whether two lines of the masthead are there for the same: a text has one symbol, one date, one sponsor line."""
    role = sides[OURS].roles.get(ours.places[OURS][0], "other")
    return role != "other" and role == sides[THEIRS].roles.get(theirs.places[THEIRS][0])


def _content(block: Block, sides: Sides) -> object:
    assert isinstance(block.content, Whole)
    side = sides[block.content.side]
    return side.traits(block.content.at), side.runs(block.content.at)


def ordered(
    blocks: Sequence[Block], sides: Sides, where: Placing, choice: Callable[[int], str] = lambda number: ""
) -> list[int]:
    """All blocks in order; `choice` says of a torn or hung one whose place it takes, ours or theirs.

    Else it takes that of the base, or where it has none the earlier one.
    """
    free = where.torn | where.hung
    ways = {n: choice(n) for n in free}
    ways |= {n: ("ours", "theirs")[side] for n, side in where.home.items() if ways[n] not in ("ours", "theirs")}
    out = {side: {n for n in free if ways[n] != name} for side, name in ((0, "ours"), (1, "theirs"))}
    for number in out[0] & out[1]:
        if blocks[number].line is None:
            out[_earlier(blocks, where, number)].discard(number)
    placed = [{number for run in runs.values() for number in run} for runs in where.runs]
    stay = sorted(
        (n for n in free if all(n in out[side] or n not in placed[side] for side in (0, 1))),
        key=lambda n: blocks[n].line or 0,
    )
    left: dict[int, list[int]] = {}
    for number in stay:
        left.setdefault(_ground_before(blocks, where.ground, number), []).append(number)
    runs = [
        {behind: [n for n in run if n not in out[side]] for behind, run in where.runs[side].items()} for side in (0, 1)
    ]
    found: list[int] = []
    seen: set[int] = set()

    def behind(block: int) -> None:
        waiting = [iter(_one_place(blocks, sides, left.get(block, ()), runs[0].get(block, ()), runs[1].get(block, ())))]
        while waiting:
            number = next(waiting[-1], None)
            if number is None:
                waiting.pop()
            elif number not in seen:
                seen.add(number)
                found.append(number)
                its = left.get(number, ()), runs[0].get(number, ()), runs[1].get(number, ())
                waiting.append(iter(_one_place(blocks, sides, *its)))

    behind(START)
    for number in where.ground:
        seen.add(number)
        found.append(number)
        behind(number)
    # Subparagraphs that each side put under the other's would wait for each other.
    for number in range(len(blocks)):
        if number not in seen:
            seen.add(number)
            found.append(number)
            behind(number)
    return found


def _earlier(blocks: Sequence[Block], where: Placing, number: int) -> int:
    """The side (0 ours, 1 theirs) that put a block earlier in the order of the base."""
    lines = []
    for runs in where.runs:
        behind = next(behind for behind, run in runs.items() if number in run)
        lines.append(-1 if behind == START else blocks[behind].line or 0)
    return 0 if lines[0] <= lines[1] else 1


def _ground_before(blocks: Sequence[Block], ground: Sequence[int], number: int) -> int:
    line = blocks[number].line or 0
    before = [one for one in ground if (blocks[one].line or 0) < line]
    return before[-1] if before else START


def _one_place(
    blocks: Sequence[Block], sides: Sides, left: Iterable[int], ours: Sequence[int], theirs: Sequence[int]
) -> list[int]:
    """What stands behind one block: what stayed there, then the runs of both sides, what both have holding them."""
    found = list(left)
    if not ours or not theirs:
        return [*found, *ours, *theirs]
    both = _common(ours, theirs, [number for number in ours if number in set(theirs)])
    rest = list(ours), list(theirs)
    for number in [*both, None]:
        parts = []
        for run in rest:
            end = run.index(number) if number is not None else len(run)
            parts.append(run[:end])
            del run[: end + 1]
        found += _by_phase(blocks, sides, parts[0], parts[1])
        if number is not None:
            found.append(number)
    return found


_PHASES = {Kind.MASTHEAD: 1, Kind.SPONSOR_NOTE: 1, Kind.ENACTING: 2, Kind.PREAMBULAR: 3, Kind.CLOSING: 5}


def _by_phase(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> list[int]:
    """Two runs without anything in common: phase by phase, in each what was moved first, then by the alphabet."""
    if not ours or not theirs:
        return [*ours, *theirs]
    phases: dict[int, tuple[list[int], list[int]]] = {}
    for side, run in ((OURS, ours), (THEIRS, theirs)):
        phase = 0
        for number in run:
            kind, _ = first_paragraph(sides, blocks[number])
            own = 0 if kind is Kind.SUBPARAGRAPH else _PHASES.get(kind, 4)
            phase = max(phase, own)
            phases.setdefault(phase, ([], []))[side - 1].append(number)

    def rank(run: Sequence[int]) -> list[tuple[bool, int, str]]:
        return [(blocks[n].line is None, blocks[n].line or 0, first_paragraph(sides, blocks[n])[1]) for n in run]

    found: list[int] = []
    for phase in sorted(phases):
        for run in sorted((run for run in phases[phase] if run), key=rank):
            found += run
    return found
