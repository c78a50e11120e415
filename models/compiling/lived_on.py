"""Which paragraph of a text with some proposals taken is which of the text with more of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from models.comparison.change import Change, Pair
from models.compiling.states import state
from models.draft import Draft
from models.proposals.laid.rendering import Piece, Row


@dataclass(frozen=True)
class LivedOn:
    """Pairs that bind, and paragraphs that are new or deleted, as `compare` takes them.

    `moved` are those of the pairs that somebody asks to move, by their positions in both texts; no others do.
    `shared` are stretches of paragraphs, by positions in both texts, that live on as one another: several where an end
    between words comes or goes.
    """

    pairs: tuple[Pair, ...] = ()
    apart: tuple[tuple[int | None, int | None], ...] = ()
    moved: frozenset[tuple[int, int]] = frozenset()
    shared: tuple[tuple[range, range], ...] = ()

    def moves(self, change: Change) -> bool:
        """Whether a change of the comparison is a move; as the comparison has it where nothing is said."""
        here = {(one.old, one.new) for one in self.pairs if one.old in change.old and one.new in change.new}
        return bool(here & self.moved) if here else change.moved


NOTHING_SAID = LivedOn()


def lived_on(old: Draft, new: Draft, rows: Iterable[Row], before: Set[str]) -> LivedOn:
    """What the proposals say of the paragraphs, whatever others the words look like.

    `rows` are those of all proposals, `before` the keys of those that are in the old text. Nothing is said where the
    texts have other paragraphs than the rows tell of.
    """
    told = _Told()
    for row in rows:
        told.row(row, before)
    if told.counts() != (len(old.paragraphs), len(new.paragraphs)):
        return NOTHING_SAID
    return told.lived_on()


@dataclass
class _Told:
    old: int = 0
    new: int = 0
    open: list[bool] = field(default_factory=lambda: [False, False])
    shared: dict[tuple[int, int], int] = field(default_factory=dict)
    left: dict[str, list[int]] = field(default_factory=dict)
    moved_to: dict[str, list[int]] = field(default_factory=dict)

    def row(self, row: Row, before: Set[str]) -> None:
        here = (self.old, self.new)
        for piece in row.pieces:
            was, stays = state(piece, before)
            length = len(piece.text) or len(piece.runs)
            if was and stays and length:
                self.shared[here] = self.shared.get(here, 0) + length
            self.open = [self.open[0] or (was and length > 0), self.open[1] or (stays and length > 0)]
        was, stays = state(row.end, before)
        if was and stays:
            self.shared.setdefault(here, 0)
        self._moves(row.end, was, stays, before)
        self.old, self.new = self.old + was, self.new + stays
        self.open = [self.open[0] and not was, self.open[1] and not stays]

    def _moves(self, end: Piece, was: bool, stays: bool, before: Set[str]) -> None:
        for one in end.by:
            if one.kind == "move" and one.key not in before:
                if was and not stays and end.op == "delete":
                    self.left.setdefault(one.key, []).append(self.old)
                elif stays and not was and end.op == "insert":
                    self.moved_to.setdefault(one.key, []).append(self.new)

    def counts(self) -> tuple[int, int]:
        return self.old + self.open[0], self.new + self.open[1]

    def lived_on(self) -> LivedOn:
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for (old, new), _ in sorted(self.shared.items(), key=lambda one: (-one[1], one[0])):
            if old not in pairs and new not in taken:
                pairs[old] = new
                taken.add(new)
        moved: set[tuple[int, int]] = set()
        for key, olds in self.left.items():
            news = self.moved_to.get(key, [])
            for old, new in zip(olds, news, strict=False) if len(olds) == len(news) else ():
                if old not in pairs and new not in taken:
                    pairs[old] = new
                    taken.add(new)
                    moved.add((old, new))
        count_old, count_new = self.counts()
        gone = _others(count_old, [*pairs, *(old for old, _ in self.shared)])
        come = _others(count_new, [*taken, *(new for _, new in self.shared)])
        return LivedOn(
            tuple(Pair(old, new) for old, new in sorted(pairs.items())),
            (*((at, None) for at in gone), *((None, at) for at in come)),
            frozenset(moved),
            tuple(self._stretches()),
        )

    def _stretches(self) -> Iterator[tuple[range, range]]:
        """The paragraphs that share words with one another."""
        olds, news = range(0), range(0)
        for (old, new), length in self.shared.items():
            if not length:
                continue
            if old not in olds and new not in news:
                if olds:
                    yield olds, news
                olds, news = range(old, old), range(new, new)
            olds, news = range(olds.start, old + 1), range(news.start, new + 1)
        if olds:
            yield olds, news


def _others(count: int, known: Sequence[int]) -> list[int]:
    there = set(known)
    return [at for at in range(count) if at not in there]
