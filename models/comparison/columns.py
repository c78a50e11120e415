"""Several drafts in columns: one row for each paragraph that lives on through them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.comparison.by_hand import Ends
from models.comparison.change import Change, Comparison
from models.comparison.come_back import LONE, WEIGHED, Said, may_give_way, said, same_again
from models.comparison.compare import with_news
from models.draft import Draft

Place = tuple[int, int]
"""A column, and a position in its draft."""
Apart = Callable[[int, int], Collection[Ends]]
"""What a hand keeps apart in two columns, an earlier and a later one."""
Lives = Callable[[int, int], Collection[tuple[int, int]] | None]
"""Which paragraph of an earlier column lives on as which of a later one; None where only their words can tell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The paragraphs of a row in one column, by position, and the changes that say what became of the column before.

    `changes` count in the comparison with the column before; there are none in the first column. After a split a row
    holds several paragraphs, each with a change of its own. A cell without positions that has a change says that the
    paragraph was deleted here.
    """

    positions: tuple[int, ...] = ()
    changes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What lives on as one paragraph, a cell for each column."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Columns:
    """Drafts side by side, in time; `comparisons` has one fewer: each draft against the one before it."""

    drafts: tuple[Draft, ...]
    comparisons: tuple[Comparison, ...]
    rows: tuple[Row, ...]

    def changes(self, row: int, column: int) -> tuple[Change, ...]:
        """What a cell changed against the column before it, in the order of its paragraphs."""
        return tuple(self.comparisons[column - 1].changes[number] for number in self.rows[row].cells[column].changes)

    def all_changes(self, row: int) -> Iterator[Change]:
        """All that changed along a row."""
        for column in range(1, len(self.drafts)):
            yield from self.changes(row, column)

    @cached_property
    def weights(self) -> tuple[str | None, ...]:
        """Of each row the heaviest change along it: substance, bracket, housekeeping, or None where nothing differs."""
        found = []
        for row in range(len(self.rows)):
            here = {change.weight for change in self.all_changes(row)}
            found.append(next((weight for weight in ("substance", "bracket", "housekeeping") if weight in here), None))
        return tuple(found)


def in_columns(
    comparisons: Sequence[Comparison],
    apart: Apart = lambda _old, _new: (),
    lives: Lives = lambda _old, _new: None,
) -> Columns:
    """Rows through all drafts of comparisons that follow on each other: the new draft of each is the old of the next.

    The rows stand in the order of the last draft; what is gone by then stands behind what it stood behind. A paragraph
    that was left out and came back is one row, as `come_back` knows it, unless it is kept `apart` by hand from what it
    was, or said to be new; a poor pair that no hand made gives way to it. Errors: ValueError without a comparison.
    """
    if not comparisons:
        raise ValueError("nothing to lay in columns")
    drafts = (comparisons[0].old, *(one.new for one in comparisons))
    rows = _Rows(drafts, comparisons, apart, lives)
    return Columns(drafts, tuple(rows.comparisons), tuple(rows.row(members) for members in rows.in_order()))


class _Rows:
    """The places that belong to one row, found by going from change to change."""

    def __init__(self, drafts: Sequence[Draft], comparisons: Sequence[Comparison], apart: Apart, lives: Lives) -> None:
        self._drafts, self._apart, self._lives = drafts, apart, lives
        self.comparisons: list[Comparison] = []
        """Those that were given; where something came back, with that as new."""
        self._leads: list[list[int]] = []
        count = 0
        for draft in drafts:
            self._leads.append(list(range(count, count + len(draft.paragraphs))))
            count += len(draft.paragraphs)
        self._parent = list(range(count))
        self._says: list[dict[int, int]] = []
        """Of each column but the first: the change of a new position; what is gone stands under ~position."""
        self._moved: list[set[int]] = []
        self._gone: dict[Said, list[Place]] = {}
        """What stood in a column and does not in the next, until it comes back."""
        for column, comparison in enumerate(comparisons, 1):
            self._lay(column, self._with_returned(column, comparison))

    def _lay(self, column: int, comparison: Comparison) -> None:
        """Go from a column to the next."""
        self.comparisons.append(comparison)
        says: dict[int, int] = {}
        moved: set[int] = set()
        for number, change in enumerate(comparison.changes):
            places = [self._leads[column - 1][at] for at in change.old] + [self._leads[column][at] for at in change.new]
            for place in places[1:]:
                self._join(places[0], place)
            says.update((at, number) for at in change.new)
            says.update((~at, number) for at in change.old if not change.new)
            moved.update(change.old if change.moved else ())
        self._says.append(says)
        self._moved.append(moved)
        self._come_back(column, [change.new[0] for change in comparison.changes if change.kind == "inserted"])
        for change in comparison.changes:
            if change.kind == "deleted":
                words = said(self._drafts[column - 1].paragraphs[change.old[0]])
                self._gone.setdefault(words, []).append((column - 1, change.old[0]))

    def _find(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def _join(self, one: int, two: int) -> None:
        one, two = self._find(one), self._find(two)
        if one != two:
            self._parent[max(one, two)] = min(one, two)

    def _with_returned(self, column: int, comparison: Comparison) -> Comparison:
        """The comparison of a column with the one before, poor pairs given way to what came back."""
        poor = [
            change.new[0]
            for change in comparison.changes
            if change.kind == "reworded"
            and may_give_way(change.similarity, self._drafts[column].paragraphs[change.new[0]])
            and (change.old[0], change.new[0]) not in comparison.bound
        ]
        if not (poor and self._gone) or self._lives(column - 1, column) is not None:
            return comparison
        new = [change.new[0] for change in comparison.changes if change.kind == "inserted"]
        known = {words for _, words in self._returned(column, new)}
        back = {words: at for at, words in self._returned(column, poor[::-1], True) if words not in known}
        return with_news(comparison, [*back.values()], self._apart(column - 1, column)) if back else comparison

    def _come_back(self, column: int, new: Sequence[int]) -> None:
        """What is new and stood in an earlier column, or says what a paragraph said that had gone, is it again."""
        news = set(new)
        for before in reversed(range(column - 1)) if news else ():
            for old, at in self._lives(before, column) or ():
                if at in news:
                    self._join(self._leads[before][old], self._leads[column][at])
        for at, words in self._returned(column, new):
            before, place = self._gone[words].pop(0)
            self._join(self._leads[before][place], self._leads[column][at])
            if not self._gone[words]:
                del self._gone[words]

    def _returned(self, column: int, new: Sequence[int], paired: bool = False) -> Iterator[tuple[int, Said]]:
        """Which of these, `paired` or new, had gone before, as far as no hand says otherwise, and what that said."""
        for at in new if self._gone else ():
            words = said(self._drafts[column].paragraphs[at])
            # Among very many only those that say the very same are found: all by all would take seconds.
            others = [words] if words in self._gone else self._others(len(new))
            found = same_again(words, others) if paired else same_again(words, others, LONE)
            if found is None or (None, at) in self._apart(column - 1, column):
                continue
            before, place = self._gone[others[found]][0]
            if self._lives(before, column) is not None:
                continue
            if {(place, at), (place, None), (None, at)}.isdisjoint(self._apart(before, column)):
                yield at, others[found]

    def _others(self, new: int) -> list[Said]:
        return list(self._gone) if len(self._gone) * new <= WEIGHED else []

    def in_order(self) -> list[list[Place]]:
        """The places of each row, in the order in which rows are read."""
        members: dict[int, list[Place]] = {}
        follows: dict[int | None, int] = {}
        for column in reversed(range(len(self._drafts))):
            behind: int | None = None
            for at, lead in enumerate(self._leads[column]):
                row = self._find(lead)
                if row not in members:
                    members[row] = []
                    if behind in follows:
                        follows[row] = follows[behind]
                    follows[behind] = row
                    behind = row
                elif column == len(self.comparisons) or at not in self._moved[column]:
                    behind = row  # what moved is no landmark: it stands where it went
                members[row].append((column, at))
        ordered = []
        here = follows.get(None)
        while here is not None:
            ordered.append(members[here])
            here = follows.get(here)
        return ordered

    def row(self, members: Sequence[Place]) -> Row:
        """The cells of a row."""
        positions: list[list[int]] = [[] for _ in self._drafts]
        for column, at in members:
            positions[column].append(at)
        cells = []
        for column, here in enumerate(positions):
            says = self._says[column - 1] if column else {}
            told = [says[at] for at in sorted(here) if at in says]
            told += [says[~at] for at in sorted(positions[column - 1]) if ~at in says] if column else []
            cells.append(Cell(tuple(sorted(here)), tuple(dict.fromkeys(told))))
        return Row(tuple(cells))
