"""Three-way merge of drafts: what two sides made of one base as one draft, with what clashes between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.comparison.change import Comparison
from models.draft import Draft
from models.merging.blocks import Block, Gone, Whole, blocks, woven
from models.merging.conflict import CHOICES, Choice, Conflict, MergeError, Row, Stretch
from models.merging.end_clashes import settled
from models.merging.new_on_both import same_insertions, twice
from models.merging.ordering import Placing, placing
from models.merging.rendering import Rendered, render
from models.merging.replaced_on_both import replaced
from models.merging.sides import OURS, THEIRS, Side, sides
from models.merging.streams import Writer
from models.merging.tables.matched_tables import by_place
from models.merging.tables.new_rows_on_both import cells_of_pairs, cells_twice
from models.merging.tables.table_places import Tables, tied
from models.merging.tied_brackets import bracket_ties


@dataclass(frozen=True, eq=False)
class Plan:
    """What was found out of three drafts; settling a conflict changes nothing of it."""

    sides: tuple[Side, Side, Side]
    blocks: tuple[Block, ...]
    gone: tuple[Gone, ...]
    where: Placing
    writer: Writer
    tables: Tables


@dataclass(frozen=True, eq=False)
class Merge:
    """Two comparisons with one base put together.

    `draft` is the merged text. Where a conflict is open it shows both sides, marked "[ours: … | theirs: …]", so that
    nobody takes it for settled. `choices` are the answers so far, by the key of a conflict or of a row.
    """

    ours: Comparison
    theirs: Comparison
    plan: Plan = field(repr=False)
    choices: Mapping[str, Choice] = field(default_factory=dict)

    @cached_property
    def _rendered(self) -> Rendered:
        return render(
            self.plan.sides, self.plan.blocks, self.plan.gone, self.plan.where, self.plan.writer, self.choices,
            self.plan.tables,
        )  # fmt: skip

    @property
    def draft(self) -> Draft:
        """The merged text."""
        return self._rendered.draft

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands together, in the order of the merged text; what is gone stands where it stood."""
        return self._rendered.rows

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All that clashes, settled or not, in the order of the merged text."""
        return self._rendered.conflicts

    @property
    def told(self) -> tuple[str, ...]:
        """What the merge decided by itself, a sentence each: figures of references, last marks, an “Ibid.” in full."""
        return self._rendered.told

    def stretches(self, position: int) -> tuple[Stretch, ...]:
        """The words of a paragraph of the merged draft, with the side that put them in and where they clash."""
        return self._rendered.stretches(self.plan.sides, position)

    @property
    def open(self) -> tuple[Conflict, ...]:
        """What is not settled."""
        return tuple(conflict for conflict in self.conflicts if conflict.choice is None)


def merge(base: Draft, ours: Draft, theirs: Draft, progress: Callable[[float], None] | None = None) -> Merge:
    """What two sides made of a base; `progress` is told a share of the work and may raise to cancel."""
    from models.comparison.compare import compare

    tell = progress or (lambda share: None)
    first = compare(base, ours, progress=lambda share: tell(0.45 * share))
    second = compare(base, theirs, progress=lambda share: tell(0.45 + 0.45 * share))
    found = merged(first, second)
    tell(1.0)
    return found


def merged(ours: Comparison, theirs: Comparison) -> Merge:
    """The merge of two comparisons; their old drafts must be one. Pairs made by hand are in them already."""
    if ours.old is not theirs.old and ours.old != theirs.old:
        raise MergeError("The two comparisons start from different drafts; compare both with the same one.")
    (ours, one), (theirs, two) = by_place(ours), by_place(theirs)
    each = sides(ours, theirs)
    ties, tables = tied(each, (one, two))
    writer = Writer()
    found, gone = blocks((ours, theirs), each, writer, [*ties, *bracket_ties((ours, theirs), each)])
    where = placing(found, gone, each, tables)
    joined = _with_joined(found, gone, each, where, writer)
    if joined is not None:
        found, gone = joined
        where = placing(found, gone, each, tables)
    found = [settled(each, block) for block in found]
    return Merge(ours, theirs, Plan(each, tuple(found), tuple(gone), where, writer, tables))


def _with_joined(
    found: Sequence[Block], gone: Sequence[Gone], each: tuple[Side, Side, Side], where: Placing, writer: Writer
) -> tuple[list[Block], list[Gone]] | None:
    """The blocks, new paragraphs that both sides have being one, and what is gone; None where there are none."""
    pairs = [*cells_of_pairs(same_insertions(found, each, where), found, each, where.rows)]
    taken = {number for one, two, _ in pairs for number in (one, two)}
    for further in (cells_twice(found, each, where.rows), twice(found, each)):
        elsewhere = [pair for pair in further if not set(pair[:2]) & taken]
        pairs += elsewhere
        taken.update(number for one, two, _ in elsewhere for number in (one, two))
    instead = [*replaced(found, gone, each, where, taken)]
    taken.update(number for _, one, two in instead for number in (one, two))
    if not taken:
        return None
    blocks = [block for number, block in enumerate(found) if number not in taken]
    for one, two, equal in pairs:
        starts = found[one].starts[0], found[two].starts[1]
        places = ((), found[one].places[OURS], found[two].places[THEIRS])
        if equal:
            content = Whole(OURS, places[OURS][0])
            blocks.append(Block(content, places, None, (OURS, THEIRS), True, starts))
        else:
            blocks.append(woven(each, writer, places, None, starts))
    for lost, one, two in instead:
        starts = found[one].starts[0], found[two].starts[1]
        three = (lost.base, found[one].places[OURS], found[two].places[THEIRS])
        blocks.append(woven(each, writer, three, lost.base[0], starts, as_one=True))
    left = {one.base for one, _, _ in instead}
    return blocks, [one for one in gone if one.base not in left]


def resolve(merge: Merge, conflict: Conflict | str, choice: Choice | str) -> Merge:
    """The merge with a conflict settled so, or settled otherwise. Raises MergeError where the answer does not fit."""
    key = conflict if isinstance(conflict, str) else conflict.key
    answer = Choice(choice) if isinstance(choice, str) else choice
    found = next((one for one in merge.conflicts if one.key == key), None)
    if found is None:
        raise MergeError("There is no such conflict in this merge; look at the list of its conflicts.")
    if answer.way not in found.choices:
        raise MergeError(f"This conflict cannot be settled by “{answer.way}”; choose {_listed(found.choices)}.")
    return replace(merge, choices={**merge.choices, key: answer})


def reopen(merge: Merge, key: str) -> Merge:
    """The merge with the answer to a conflict, or for a row, taken back."""
    return replace(merge, choices={one: choice for one, choice in merge.choices.items() if one != key})


def resolve_row(merge: Merge, row: Row | str, side: str) -> Merge:
    """The merge with a whole row as a side has it: "ours", "theirs" or "base"; its conflicts are settled by that."""
    key = row if isinstance(row, str) else row.key
    if side not in CHOICES[:3] or not any(one.key == key and key for one in merge.rows):
        raise MergeError("Only a row of this merge can be taken as ours, theirs or the base has it.")
    return replace(merge, choices={**merge.choices, key: Choice(side)})


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
