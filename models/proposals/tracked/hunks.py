"""What each author does, stretch by stretch: what one author puts in and takes out between two words that stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from models.proposals.proposal import END, Point
from models.proposals.woven.atoms import STEP, Atom
from models.word.woven import Woven


@dataclass(slots=True, eq=False)
class Hunk:
    """Atoms that one author puts in or takes out, nothing of the base that stays between them; others may put in more.

    `move` is the name of the move they belong to. `host` is a hunk of another author in which this one stands, and
    `behind` the rank of the letters of that before it, None where there are none.
    `alone` says that nobody else puts anything in between, and that a paragraph of the base ends right after it; of a
    piece, that new paragraphs alone stand between.
    `ended` says that it is a piece of one that was cut after each end: its ends are of what stands before them.
    `undone` are the ranks of what its author put in between and took out again: nothing is left of that.
    """

    author: str
    move: str | None = None
    atoms: list[Atom] = field(default_factory=list)
    host: Hunk | None = None
    behind: int | None = None
    alone: bool = False
    ended: bool = False
    undone: set[int] = field(default_factory=set)

    @property
    def rank(self) -> int:
        """Its place in the stream."""
        return self.atoms[0].rank

    @property
    def start(self) -> Point:
        """Where it begins in the base."""
        return self.atoms[0].base

    @property
    def end(self) -> Point:
        """Where it ends in the base."""
        return self.atoms[-1].past

    @property
    def come(self) -> list[Atom]:
        """What is put in."""
        return [atom for atom in self.atoms if atom.adds]

    @property
    def gone(self) -> list[Atom]:
        """What is taken out of the base."""
        return [atom for atom in self.atoms if not atom.adds]

    @property
    def gone_text(self) -> str:
        """The words of the base that go, with END where a paragraph ends."""
        return written(self.gone)

    @property
    def ends_come(self) -> int:
        """How many ends of paragraphs come."""
        return sum(atom.ends for atom in self.atoms if atom.adds)

    @property
    def ends_gone(self) -> int:
        """How many ends of paragraphs go."""
        return sum(atom.ends for atom in self.atoms if not atom.adds)

    @property
    def runs(self) -> list[list[Atom]]:
        """Its atoms, those together between which nothing is left."""
        found = [[self.atoms[0]]]
        for atom in self.atoms[1:]:
            if self.follows(atom.rank, found[-1][-1].rank):
                found[-1].append(atom)
            else:
                found.append([atom])
        return found

    def follows(self, rank: int, before: int) -> bool:
        """Whether nothing that is left stands between two ranks."""
        return all(one in self.undone for one in range(before // STEP * STEP + STEP, rank // STEP * STEP, STEP))

    def changes(self, woven: Woven) -> set[int]:
        """The changes of its author that it is made of."""
        numbers = {number for atom in self.atoms for number in (atom.adds or atom.takes)}
        return {number for number in numbers if woven.author(number) == self.author}


def written(atoms: Sequence[Atom]) -> str:
    """The words of atoms, with END where a paragraph ends."""
    return "".join(END if atom.ends else atom.text for atom in atoms)


@dataclass(slots=True)
class Strike:
    """An atom of another author's hunk that an author takes out again."""

    author: str
    host: Hunk
    atom: Atom
    changes: tuple[int, ...]


def hunks(atoms: Sequence[Atom], woven: Woven) -> tuple[list[Hunk], list[Strike]]:
    """All hunks in order of the stream, and what is struck in them."""
    cutting = _Cutting(atoms, woven)
    cutting.cut()
    return cutting.found, cutting.strikes


class _Cutting:
    def __init__(self, atoms: Sequence[Atom], woven: Woven) -> None:
        self.atoms, self.woven = atoms, woven
        self.found: list[Hunk] = []
        self.strikes: list[Strike] = []
        self.open: dict[str, Hunk] = {}
        self.nothing: set[int] = set()  # ranks of what the same hand puts in and takes out
        self.moved_here = self._moved_paragraphs()
        self.before_old, self.ends_before = self._before_an_old_end()
        self.makers = self._new_paragraphs()
        self.of_rows = self._new_rows()

    def _moved_paragraphs(self) -> dict[int, tuple[str, str]]:
        """The paragraphs that came whole by a move: whose, and its name."""
        found = {}
        for atom in self.atoms:
            if atom.ends and atom.adds and (move := self.woven.changes[atom.adds[0]].move) is not None:
                found[atom.paragraph] = (self.woven.author(atom.adds[0]), move)
        return found

    def _before_an_old_end(self) -> tuple[dict[int, tuple[str, str | None]], dict[int, str | None]]:
        """New paragraphs that stand before an end of the base, and the ends before each: their moves, None where none.

        What is moved behind the last paragraph of a text has the end of that: the one that comes stands before it, and
        is of no move, or of that of another one there. The paragraphs by number, with whose they are, the ends by rank.
        """
        words: dict[int, tuple[str, str | None]] = {}
        ends: dict[int, str | None] = {}
        paragraphs = [[*own] for _, own in groupby(self.atoms, key=lambda atom: atom.paragraph)]
        for here, before in pairwise(reversed(paragraphs)):
            end, last = before[-1], here[-1]
            if not (end.ends and end.adds) or (last.adds and last.rank not in ends):
                continue
            author, come = self.woven.author(end.adds[0]), [atom for atom in here if not atom.ends]
            own = [atom.adds[0] for atom in come if atom.adds and self.woven.author(atom.adds[0]) == author]
            moves = {move for change in own if (move := self.woven.changes[change].move) is not None}
            if all(atom.adds for atom in come) and bool(own) == bool(come) and len(moves) < 2:
                ends[end.rank] = next(iter(moves), None)
                words[last.paragraph] = author, ends[end.rank]
        return words, ends

    def _new_paragraphs(self) -> dict[int, str]:
        """Who makes each paragraph that is new: nothing of the base stands in it, and an end beside it comes."""
        found: dict[int, str] = {}
        old: set[int] = set()
        before: Atom | None = None
        for atom in self.atoms:
            if not atom.ends:
                if not atom.adds:
                    old.add(atom.paragraph)
                continue
            made_by = next((end for end in (atom, before) if end is not None and end.adds), None)
            if made_by is not None and atom.paragraph not in old:
                found[atom.paragraph] = self.woven.author(made_by.adds[0])
            before = atom
        return found

    def _new_rows(self) -> dict[int, str]:
        """Who makes the row of a table that each paragraph is in, where that comes as a whole."""
        return {
            at: self.woven.author(number)
            for at, one in enumerate(self.woven.paragraphs)
            for number in one.whole
            if one.paragraph.cell is not None and self.woven.changes[number].adds
        }

    def cut(self) -> None:
        for atom in self.atoms:
            if atom.adds:
                self._comes(atom)
            elif atom.takes:
                self._goes(atom)
            else:
                self.open.clear()
        self._house()
        for hunk in self.found:
            hunk.alone = self._is_alone(hunk)

    def _is_alone(self, hunk: Hunk) -> bool:
        first, last = hunk.rank // STEP, hunk.atoms[-1].rank // STEP
        after = self.atoms[last + 1] if last + 1 < len(self.atoms) else None
        within = sum(hunk.rank < rank < hunk.atoms[-1].rank for rank in hunk.undone)
        side_by_side = last - first + 1 == len(hunk.atoms) + within
        ends_stay = not any(atom.ends and atom.takes for atom in hunk.atoms)
        return side_by_side and ends_stay and after is not None and after.ends and not (after.adds or after.takes)

    def _comes(self, atom: Atom) -> None:
        author = self.woven.author(atom.adds[0])
        if any(self.woven.author(number) == author for number in atom.takes):
            self.nothing.add(atom.rank)
            if author in self.open:
                self.open[author].undone.add(atom.rank)
            return  # put in and taken out by the same hand: nothing is left of it
        hunk = self._hunk(self.open, author, self._move_of(atom, author))
        hunk.atoms.append(atom)
        by_author: dict[str, list[int]] = {}
        for number in atom.takes:
            by_author.setdefault(self.woven.author(number), []).append(number)
        for other, numbers in by_author.items():
            self.strikes.append(Strike(other, hunk, atom, tuple(numbers)))

    def _move_of(self, atom: Atom, author: str) -> str | None:
        """The move that what comes belongs to."""
        if atom.ends and atom.rank in self.ends_before:
            return self.ends_before[atom.rank]
        if not atom.ends and (new := self.before_old.get(atom.paragraph)) is not None and new[0] == author:
            return new[1]
        moved = self.moved_here.get(atom.paragraph)
        return moved[1] if moved is not None and moved[0] == author else self.woven.changes[atom.adds[0]].move

    def _goes(self, atom: Atom) -> None:
        before, self.open = self.open, {}
        for author in dict.fromkeys(self.woven.author(number) for number in atom.takes):
            own = [self.woven.changes[number].move for number in atom.takes if self.woven.author(number) == author]
            move = next((one for one in own if one is not None), None)  # what is struck in words that move goes too
            self._hunk(before, author, move).atoms.append(atom)

    def _hunk(self, before: dict[str, Hunk], author: str, move: str | None) -> Hunk:
        """The hunk of this author that goes on here, or a new one."""
        hunk = before.get(author)
        if hunk is None or hunk.move != move:
            hunk = Hunk(author, move)
            self.found.append(hunk)
        self.open[author] = hunk
        return hunk

    def _house(self) -> None:
        """Finds for what one author puts into what another puts in whose it stands in."""
        makers = {(atom.paragraph, hunk.author): hunk for hunk in self.found for atom in hunk.atoms if atom.adds}
        ground = _Ground(self.atoms, self.found, self.nothing)
        amending = _Amending(self.found, self.strikes, ground)
        rows = _Rows(self.woven, self.of_rows, self.found)
        left = list[Hunk]()
        for hunk in self.found:
            paragraph = hunk.atoms[0].paragraph
            if hunk.move is None and (host := rows.around(hunk, hunk.atoms)) is not None:
                ground.house(hunk, host)
            elif hunk.move is None and (hunk.gone or hunk.ends_come or paragraph not in self.makers):
                left.append(hunk)
            elif hunk.move is None and (maker := self.makers[paragraph]) != hunk.author:
                ground.house(hunk, makers.get((paragraph, maker)))
        for hunk in left:
            host = ground.around(hunk, hunk.atoms)
            # Who parts a new paragraph of another writes in it.
            parts = host is not None and host.ends_come and hunk.atoms[0].paragraph in self.makers
            if (hunk.ends_come and not parts) or not ground.house(hunk, host):
                self._house_apart(hunk, hunk.runs, ground, amending, rows)
        self.found = sorted((hunk for hunk in self.found if hunk.atoms), key=lambda hunk: hunk.rank)
        apart = {atom.rank: hunk for hunk in self.found if hunk.behind is not None for atom in hunk.atoms}
        for strike in self.strikes if apart else ():
            strike.host = apart.get(strike.atom.rank, strike.host)

    def _house_apart(
        self, hunk: Hunk, runs: Sequence[list[Atom]], ground: _Ground, amending: _Amending, rows: _Rows
    ) -> None:
        """The same for what stands in another's words of one that puts in something before or behind these as well."""
        apart: list[Hunk] = []
        for own in runs if len(runs) > 1 else ():
            host = row = rows.around(hunk, own)
            if row is None:
                host = ground.around(hunk, own)
                if host is None or host.ends_come or any(atom.ends for atom in own):
                    continue  # new paragraphs are proposals of their own, apart from words before them
            if host is not None and hunk not in _hosts(host) and (row is not None or amending.amends(hunk, host)):
                behind = ground.behind(host, own[0].rank)
                apart.append(Hunk(hunk.author, atoms=own, host=host, behind=behind, undone=hunk.undone))
        ranks = {atom.rank for one in apart for atom in one.atoms}
        hunk.atoms = [atom for atom in hunk.atoms if atom.rank not in ranks]
        self.found += apart


def _hosts(hunk: Hunk) -> list[Hunk]:
    """A hunk, that in which it stands, and so on."""
    found = [hunk]
    while (host := found[-1].host) is not None:
        found.append(host)
    return found


class _Rows:
    """Whose the new rows of tables are: all that another puts in there, lines too, stands in what makes the row."""

    def __init__(self, woven: Woven, of_rows: Mapping[int, str], found: Sequence[Hunk]) -> None:
        self.woven, self.of_rows = woven, of_rows
        self.hunks: dict[tuple[int, ...], Hunk] = {}
        for hunk in found if of_rows else ():
            for paragraph in {atom.paragraph for atom in hunk.come if of_rows.get(atom.paragraph) == hunk.author}:
                self.hunks.update(dict.fromkeys(self._places(paragraph), hunk))

    def around(self, hunk: Hunk, own: Sequence[Atom]) -> Hunk | None:
        """The hunk that makes the row, or the rows, in which some atoms of another come."""
        paragraphs = {atom.paragraph for atom in own} if self.of_rows else set[int]()
        makers = {self.of_rows.get(paragraph) for paragraph in paragraphs}
        if len(makers) != 1 or not makers.isdisjoint({None, hunk.author}) or not all(atom.adds for atom in own):
            return None
        return next((self.hunks[at] for at in self._places(own[0].paragraph) if at in self.hunks), None)

    def _places(self, paragraph: int) -> list[tuple[int, ...]]:
        """The paragraph, its cell and its row, what is nearest first."""
        cell = self.woven.paragraphs[paragraph].paragraph.cell or ()
        return [(paragraph,), cell, cell[:2]]


class _Ground:
    """Which hunks stand side by side in the stream, as they are before anything is taken from them."""

    def __init__(self, atoms: Sequence[Atom], found: Sequence[Hunk], nothing: Set[int]) -> None:
        self.atoms, self.nothing = atoms, nothing
        self.owners: dict[int, Hunk | None] = {}
        for hunk in found:
            for atom in hunk.atoms:
                self.owners[atom.rank] = hunk if atom.rank not in self.owners else None
        self.come = {id(hunk): [atom.rank for atom in hunk.atoms if atom.adds] for hunk in found}

    def around(self, hunk: Hunk, own: Sequence[Atom]) -> Hunk | None:
        """The hunk that puts in something right before some atoms of another, and right behind these.

        Between two of its new paragraphs one stands by itself, and in words that go what comes is put in the base.
        """
        before, after = self._next(own[0].rank, -STEP), self._next(own[-1].rank, STEP)
        if before is None or after is None or not all(atom.adds for atom in own):
            return None
        host = self.owners.get(before.rank)
        if host is None or host is hunk or self.owners.get(after.rank) is not host or not (before.adds or after.adds):
            return None
        if any(atom.ends for atom in own) and (before.ends or (own[0].ends and after.ends)):
            return None
        return host if self.behind(host, own[0].rank) is not None and self.come[id(host)][-1] > own[0].rank else None

    def house(self, hunk: Hunk, host: Hunk | None) -> bool:
        """Let a hunk stand in another one, if there is one that does not stand in it."""
        if host is None or hunk in _hosts(host):
            return False
        hunk.host, hunk.behind = host, self.behind(host, hunk.rank)
        return True

    def behind(self, host: Hunk, rank: int) -> int | None:
        """The last of what a hunk puts in before a rank, None where it puts in nothing before."""
        come = self.come[id(host)]
        at = bisect_left(come, rank)
        return come[at - 1] if at else None

    def _next(self, rank: int, step: int) -> Atom | None:
        """What stands beside a rank, without what the same hand put in and took out."""
        rank += step
        while rank in self.nothing:
            rank += step
        return self.atoms[rank // STEP] if 0 <= rank < len(self.atoms) * STEP else None


class _Amending:
    """Which of two hunks that stand in one another amends the other, as they are before anything is taken from them."""

    def __init__(self, found: Sequence[Hunk], strikes: Sequence[Strike], ground: _Ground) -> None:
        self.striking = {(strike.author, id(strike.host)) for strike in strikes}
        self.lengths = {id(hunk): (len(written(hunk.come)), -hunk.rank) for hunk in found}
        self.within = {(id(hunk), id(ground.around(hunk, hunk.atoms))) for hunk in found}

    def amends(self, one: Hunk, other: Hunk) -> bool:
        """Whether one amends the other: it stands whole in that, or else strikes words of that, or has fewer."""
        within, around = (id(one), id(other)) in self.within, (id(other), id(one)) in self.within
        if within != around:
            return within
        strikes, struck = (one.author, id(other)) in self.striking, (other.author, id(one)) in self.striking
        return strikes if strikes != struck else self.lengths[id(one)] < self.lengths[id(other)]
