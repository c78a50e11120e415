"""Two sides compared, or several in columns, ready for the page that shows them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from app.running.what_stays import making_what_stays
from app.subjects.alone import Alone
from app.subjects.sides import Side
from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.change import Comparison
from models.dossier import Dossier
from models.dossier.descent.hand import Between
from models.dossier.incoming.importing import Progress
from models.draft import labels

if TYPE_CHECKING:
    from models.comparison.columns import Columns
    from widgets.compare.changes.arrangement import Arrangement, Shown
    from widgets.compare.changes.row_order import RowOrder


@dataclass(frozen=True)
class Compared:
    """Two sides and what changed between them; `arranged` is the comparison as the page takes it."""

    old: Side
    new: Side
    comparison: Comparison = field(repr=False)
    arranged: Arrangement | None = field(default=None, repr=False, compare=False)
    doubts: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)
    """What was not sure in files that were read for this: of which file, and a line for each matter."""


@dataclass(frozen=True)
class InColumns:
    """Texts in columns, in time, and what changed from each to the next; `order` is that as the page takes it."""

    sides: tuple[Side, ...]
    columns: Columns = field(repr=False)
    order: RowOrder | None = field(default=None, repr=False, compare=False)


def compare_sides(
    old: Side, new: Side, dossier: Dossier | None, progress: Progress, alone: Alone | None = None
) -> Compared:
    """Compare two sides; what a dossier knows of two of its drafts, or of one and the working text, counts.

    Of others counts what is said by hand of them `alone`.
    """
    if dossier and old.node and new.node:
        return Compared(old, new, dossier.compared(old.node, new.node, progress, (old.draft, new.draft)))
    return Compared(old, new, said_of(old, new, dossier, alone).compared(old.draft, new.draft, progress))


def said_of(old: Side, new: Side, dossier: Dossier | None, alone: Alone | None = None) -> Between:
    """What is known of two sides before they are compared: by a dossier, or said of them `alone`."""
    if dossier and old.node and new.node:
        return dossier.between(old.node, new.node)
    if dossier and old.node and new.upon:
        return dossier.between_working(old.node, new.upon, new.lineage, (old.draft, new.draft))
    if dossier and old.upon and new.node:
        return dossier.between_working(new.node, old.upon, old.lineage, (new.draft, old.draft)).turned()
    return alone.of(old, new).between if alone is not None else Between()


def compare_to_show(
    old: Side,
    new: Side,
    dossier: Dossier | None,
    progress: Progress,
    shown: Shown | None = None,
    alone: Alone | None = None,
) -> Compared:
    """The same, ready to be shown: what the page asks of it is worked out; `shown` is what it shows of changes."""
    from widgets.compare.changes.arrangement import Arrangement, Shown
    from widgets.compare.changes.folds import look_through_folds

    with making_what_stays():
        found = compare_sides(old, new, dossier, progress, alone)
        said: tuple[SaidByHand, ...] = ()
        carried: tuple[SaidByHand, ...] = ()
        if dossier and old.node and new.node:
            said = dossier.said_by_hand(old.node, new.node)
            carried = dossier.carried_by_hand(old.node, new.node)
        elif dossier and old.node and new.upon:
            carried = _carried_on(dossier, old.node, new)
        elif alone is not None:
            said = alone.of(old, new).said
        for side in (old, new):
            if side.path is not None:  # whether it is kept already is asked when the page is come to
                side.work_out_content()
        arranged = Arrangement(found.comparison, said, carried).made_ready(shown)
        look_through_folds(arranged, shown or Shown())
        return replace(found, arranged=arranged, doubts=tuple(_doubts(old, new)))


def _doubts(old: Side, new: Side) -> Iterator[tuple[str, str]]:
    """Of each side that is a file what was not sure in it, as the command tells it; links and pictures of both too."""
    from models.telling.to_look_at import to_look_at
    from models.word.links import warnings_of_links
    from models.word.unlike_things import warnings_of_things

    for side in (old, new):
        if side.reading is None or side.path is None:
            continue
        warnings = [*side.reading.warnings]
        if side is new and old.reading is not None:
            files = (old.reading.package, side.reading.package)
            warnings += [*warnings_of_links(*files), *warnings_of_things(*files)]
        told = [f"{where}: {line}" if where else line for where, line in to_look_at(warnings, labels(side.draft))]
        if told:
            yield side.path.name, "\n".join(told)


def _carried_on(dossier: Dossier, old: str, new: Side) -> tuple[SaidByHand, ...]:
    """What a hand said on the way from a draft to the one a working text is written on, as the text has it now."""
    assert new.upon is not None
    if old == new.upon:
        return ()
    said = (*dossier.carried_by_hand(old, new.upon), *dossier.said_by_hand(old, new.upon))
    return tuple(
        replace(one, ends=(one.ends[0], edge.new), on_the_way=True)
        for one in said
        for edge in new.lineage
        if one.paired and edge.old == one.ends[1]
    )


def columns_to_show(
    sides: Sequence[Side], comparisons: Sequence[Comparison], dossier: Dossier | None, alone: Alone | None = None
) -> InColumns:
    """Texts that are compared each with the next, in columns, ready to be shown; what a hand said of any two counts."""
    from models.comparison.columns import in_columns
    from widgets.compare.changes.row_order import RowOrder

    @cache
    def apart(old: int, new: int) -> frozenset[Ends]:
        return frozenset(said_of(sides[old], sides[new], dossier, alone).apart)

    @cache
    def lives(old: int, new: int) -> Collection[tuple[int, int]] | None:
        one, other = sides[old].node, sides[new].node
        return dossier.lineage(one, other) if dossier and one and other else None

    with making_what_stays():
        columns = in_columns(comparisons, apart, lives)
        return InColumns(tuple(sides), columns, RowOrder(columns).made_ready())


def lay_in_columns(
    reads: Sequence[Callable[[], Side]], dossier: Dossier | None, progress: Progress, alone: Alone | None = None
) -> InColumns:
    """Read texts and compare each with the next; what a dossier knows of them counts, else what is said `alone`."""
    sides = [read() for read in reads]
    steps = len(sides) - 1
    comparisons = []
    for number, (old, new) in enumerate(pairwise(sides)):

        def told(share: float, number: int = number) -> None:
            progress((number + share) / steps)

        comparisons.append(compare_sides(old, new, dossier, told, alone).comparison)
    return columns_to_show(sides, comparisons, dossier, alone)
