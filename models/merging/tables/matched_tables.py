"""Tables of two drafts matched: which row lives on as which, and their cells paired by the place they stand at.

A comparison pairs paragraphs by their words, and a figure in a cell has none: "5" that became "9" is one gone and one
come, at no place. In a merge it is the cell of that row and column.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.comparison.change import Change, Comparison
from models.comparison.words.chain import heaviest_chain
from models.draft import Draft

_MANY, _MANY_SAME = 20_000, 400
"""So many pairs of rows are held against each other; where there are more only those of one name. So many the same."""
_LIKE = 0.5
"""Rows that share so much, words counting twice, or their name, may be one."""
_Said = tuple[tuple[int, str], ...]
"""What a row says, column by column."""


@dataclass(frozen=True)
class Table:
    """A table of a draft by the positions of its paragraphs; `plain` where they come row by row, cell by cell."""

    places: tuple[int, ...]
    cells: Mapping[int, Mapping[int, tuple[int, ...]]]
    """The paragraphs of each cell, by row and column."""
    plain: bool

    def row(self, number: int) -> tuple[int, ...]:
        """The paragraphs of a row."""
        return tuple(at for cell in self.cells[number].values() for at in cell)


@dataclass(frozen=True)
class Matched:
    """What became of the tables of the base on one side.

    `became` is the table each is there, by number in `olds` and `news`; `rows` what each row is there; `odd` are the
    tables whose columns are others now, or that cannot be read row by row.
    """

    olds: tuple[Table, ...]
    news: tuple[Table, ...]
    became: Mapping[int, int] = field(default_factory=dict)
    rows: Mapping[tuple[int, int], int] = field(default_factory=dict)
    odd: frozenset[int] = frozenset()

    @cached_property
    def came_from(self) -> dict[int, int]:
        """The table of the base that a table is."""
        return {new: old for old, new in self.became.items()}


def tables_of(draft: Draft) -> tuple[Table, ...]:
    """The tables of a draft, in order."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(draft.paragraphs):
        if one.cell is not None:
            places[one.cell[0]].append(at)
    return tuple(_table(draft, found) for found in places.values())


def _table(draft: Draft, places: Sequence[int]) -> Table:
    cells: dict[int, dict[int, tuple[int, ...]]] = {}
    order = []
    for at in places:
        cell = draft.paragraphs[at].cell
        assert cell is not None
        _, row, column = cell
        order.append((row, column))
        in_row = cells.setdefault(row, {})
        in_row[column] = (*in_row.get(column, ()), at)
    plain = order == sorted(order) and places[-1] - places[0] == len(places) - 1
    return Table(tuple(places), cells, plain)


def by_place(comparison: Comparison) -> tuple[Comparison, Matched]:
    """The comparison with cells of tables paired by their places, and how the tables go together."""
    olds, news = tables_of(comparison.old), tables_of(comparison.new)
    if not olds or not news:
        return comparison, Matched(olds, news)
    became = _became(comparison, olds, news)
    lives = {(old, new): change for change in comparison.changes for old in change.old for new in change.new}
    rows: dict[tuple[int, int], int] = {}
    odd = {number for number in range(len(olds)) if not olds[number].plain}
    changes: list[Change] = []
    done: tuple[set[int], set[int]] = set(), set()
    for number, other in became.items():
        old, new = olds[number], news[other]
        if not old.plain or not new.plain:
            odd.add(number)
            continue
        found = _Rows(comparison, old, new, lives)
        pairs, moved = found.matched()
        if found.other_columns(pairs):
            odd.add(number)
            continue
        rows.update({(number, row): there for row, there in pairs.items()})
        changes += found.changes(pairs, moved)
        done[0].update(old.places)
        done[1].update(new.places)
    changes += _others(comparison, done)
    return replace(comparison, changes=tuple(changes)), Matched(olds, news, became, rows, frozenset(odd))


def _became(comparison: Comparison, olds: Sequence[Table], news: Sequence[Table]) -> dict[int, int]:
    """The table with which each shares the most words, each once."""
    before, after = ({at: n for n, one in enumerate(tables) for at in one.places} for tables in (olds, news))
    shared: Counter[tuple[int, int]] = Counter()
    for change in comparison.changes:
        for old in change.old:
            for new in change.new:
                if old in before and new in after:
                    shared[before[old], after[new]] += len(comparison.old.paragraphs[old].text) + 1
    found: dict[int, int] = {}
    for (old, new), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _others(comparison: Comparison, done: tuple[set[int], set[int]]) -> Iterator[Change]:
    """The changes of what stands in none of these tables."""
    for change in comparison.changes:
        old = tuple(at for at in change.old if at not in done[0])
        new = tuple(at for at in change.new if at not in done[1])
        if (old, new) == (change.old, change.new):
            yield change
        else:  # what was paired with a cell lives on nowhere else
            yield from (plain_change((at,), ()) for at in old)
            yield from (plain_change((), (at,)) for at in new)


def plain_change(old: tuple[int, ...], new: tuple[int, ...], moved: bool = False) -> Change:
    """That paragraphs became others, without their words: a merge weaves these by itself."""
    kind = "reworded" if old and new else "deleted" if old else "inserted"
    return Change(kind, moved, False, "substance", (), old, new, (), (), 0.0, None, ())


class _Rows:
    """The rows of a table on both sides."""

    def __init__(self, comparison: Comparison, old: Table, new: Table, lives: Mapping[tuple[int, int], Change]) -> None:
        self._old, self._new, self._lives = old, new, lives
        self._texts = comparison.old.paragraphs, comparison.new.paragraphs
        self._said = [
            {
                row: {column: self._text(side, cell) for column, cell in cells.items()}
                for row, cells in one.cells.items()
            }
            for side, one in enumerate((old, new))
        ]

    def _text(self, side: int, cell: Sequence[int]) -> str:
        return "\n".join(self._texts[side][at].text.strip() for at in cell)

    def matched(self) -> tuple[dict[int, int], set[int]]:
        """What each row is on the other side, and those that were moved within the table."""
        scored = [*self._scored()]
        chain = dict(heaviest_chain([(row, there, like * like) for row, there, like in scored]))
        taken, moved = set(chain.values()), set[int]()
        once = [{name for name, many in Counter(map(_name, one.values())).items() if many == 1} for one in self._said]
        for row, there, like in sorted(scored, key=lambda one: (-one[2], one[0], one[1])):
            name = _name(self._said[0][row])
            known = like > 0.99 or (name and name == _name(self._said[1][there]) and all(name in one for one in once))
            if known and row not in chain and there not in taken:
                chain[row] = there
                taken.add(there)
                moved.add(row)
        return dict(sorted(chain.items())), moved

    def _scored(self) -> Iterator[tuple[int, int, float]]:
        """Rows that may be one: all that are the same, and of the others those that are alike."""
        same: tuple[dict[_Said, list[int]], dict[_Said, list[int]]] = defaultdict(list), defaultdict(list)
        for side in (0, 1):
            for row, said in self._said[side].items():
                same[side][tuple(sorted(said.items()))].append(row)
        for key, rows in same[0].items():
            others = same[1].get(key, [])
            every = len(rows) * len(others) <= _MANY_SAME
            yield from ((row, there, 1.0) for row in rows for there in others if every)
            yield from ((row, there, 1.0) for row, there in zip(rows, others, strict=False) if not every)
        olds = [row for key, rows in same[0].items() if key not in same[1] for row in rows]
        news = [row for key, rows in same[1].items() if key not in same[0] for row in rows]
        few = len(olds) * len(news) <= _MANY
        by_name: dict[str, list[int]] = defaultdict(list)
        for there in news:
            by_name[_name(self._said[1][there])].append(there)
        for row in olds:
            name = _name(self._said[0][row])
            for there in news if few else by_name[name] if name else ():
                like = self._like(row, there)
                if like >= _LIKE:
                    yield row, there, like

    def _like(self, row: int, there: int) -> float:
        one, two = self._said[0][row], self._said[1][there]
        shared = whole = 0
        for column in one.keys() | two.keys():
            first, second = one.get(column, ""), two.get(column, "")
            if not first and not second:
                continue
            weight = 2 if _is_said(first or second) else 1
            equal = first == second or self._reworded(row, there, column)
            whole += weight
            shared += weight if equal else 0
        if not whole:
            return 1.0
        named = _name(one) and _name(one) == _name(two)
        return max(shared / whole, _LIKE) if named else shared / whole

    def _reworded(self, row: int, there: int, column: int) -> bool:
        old, new = self._old.cells[row].get(column, ()), self._new.cells[there].get(column, ())
        known = (self._lives.get((one, two)) for one in old for two in new)
        return any(change is not None and change.similarity >= _LIKE for change in known)

    def other_columns(self, pairs: Mapping[int, int]) -> bool:
        """Whether a row has other columns than it had, or the heads of the columns come in another order."""
        if any(self._old.cells[row].keys() != self._new.cells[there].keys() for row, there in pairs.items()):
            return True
        if not pairs:
            return False
        top = min(pairs)
        one, two = [*self._said[0][top].values()], [*self._said[1][pairs[top]].values()]
        return one != two and sorted(one) == sorted(two)

    def changes(self, pairs: Mapping[int, int], moved: set[int]) -> Iterator[Change]:
        """What became of each cell."""
        own = set(self._old.places)
        known = [change for (old, _), change in self._lives.items() if old in own]
        away = sum(change.moved for change in known) * 2 > len(known)
        for row in self._old.cells:
            if row not in pairs:
                yield from (plain_change((at,), ()) for at in self._old.row(row))
                continue
            for column, old in self._old.cells[row].items():
                yield from self._cell(old, self._new.cells[pairs[row]][column], away or row in moved)
        for row in self._new.cells.keys() - set(pairs.values()):
            yield from (plain_change((), (at,)) for at in self._new.row(row))

    def _cell(self, old: Sequence[int], new: Sequence[int], moved: bool) -> Iterator[Change]:
        if len(old) == len(new):
            yield from (plain_change((one,), (two,), moved) for one, two in zip(old, new, strict=True))
            return
        within = dict.fromkeys(
            change
            for one in old
            for two in new
            if (change := self._lives.get((one, two))) and {*change.old} <= {*old} and {*change.new} <= {*new}
        )
        kept = [*within] or [plain_change((old[0],), (new[0],), moved)]
        yield from kept
        yield from (plain_change((at,), ()) for at in old if not any(at in change.old for change in kept))
        yield from (plain_change((), (at,)) for at in new if not any(at in change.new for change in kept))


def _name(said: Mapping[int, str]) -> str:
    """The first cell of a row that says something: what the row is called; "" where there are figures alone."""
    return next((text for _, text in sorted(said.items()) if _is_said(text)), "")


def _is_said(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
