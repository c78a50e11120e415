"""Which pieces of which hunks are one proposal: what one author does in one paragraph, or in new ones, or moves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from models.draft import Draft, Paragraph
from models.proposals.proposal import Edit, Point
from models.proposals.tracked.hunks import Hunk, Strike
from models.proposals.tracked.kinds import Becoming, Kinds
from models.proposals.tracked.pieces import leads, parted
from models.proposals.woven.atoms import Atom, NotWoven, TypedNumber
from models.word.woven import Woven

Key = tuple[object, ...]
"""An author, what the group is about ("at" a paragraph, "new", "move", "against" a group), and which one it is."""


@dataclass
class Group:
    """What becomes one proposal: pieces of hunks by their sense, looks, and what it strikes of another (its `host`)."""

    author: str
    pieces: list[tuple[str, Hunk]] = field(default_factory=list)
    looks: list[Edit] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    changes: set[int] = field(default_factory=set)
    strikes: list[Strike] = field(default_factory=list)
    move: str | None = None
    host: Hunk | None = None


class Groups:
    """The groups of a file, by their keys; of what comes, by rank, `at_home` is the group, `piece_of` the piece."""

    def __init__(self, base: Draft, woven: Woven) -> None:
        self.base, self.woven = base, woven
        self.by_key: dict[Key, Group] = {}
        self.at_home: dict[int, Key] = {}
        self.piece_of: dict[int, Hunk] = {}

    def gather(self, found: Sequence[Hunk], strikes: Sequence[Strike]) -> None:
        """Take in all hunks and what is struck in them."""
        for hunk in found:
            if hunk.host is None:
                self._hunk(hunk)
        self._join_across()
        self._hosted([hunk for hunk in found if hunk.host is not None])
        for strike in strikes:
            key = (strike.author, "against", self.at_home[strike.atom.rank])
            group = self.by_key.setdefault(key, Group(strike.author, host=strike.host))
            group.strikes.append(strike)
            group.changes.update(strike.changes)

    def _hosted(self, left: Sequence[Hunk]) -> None:
        """What stands in another's words, once these are there."""
        while left:
            later = []
            for hunk in left:
                host = hunk.host
                if hunk.behind is not None:
                    host = self.piece_of.get(hunk.behind)
                home = None if host is None else self.at_home.get(host.come[0].rank)
                if home is None:
                    later.append(hunk)
                else:
                    self._put((hunk.author, "against", home), "words", hunk, host)
            if len(later) == len(left):
                raise NotWoven
            left = later

    def host_of(self, group: Group) -> Group:
        """The group that one amends."""
        rank = group.strikes[0].atom.rank if group.strikes or group.host is None else group.host.come[0].rank
        return self.by_key[self.at_home[rank]]

    def _hunk(self, hunk: Hunk) -> None:
        last_new: tuple[object, ...] | None = None
        for sense, piece in parted(hunk, self.base):
            if hunk.move is not None:
                self._put((hunk.author, "move", hunk.move), sense, piece)
            elif sense == "new":
                last_new = last_new or (hunk.author, "new", piece.rank)
                self._put(last_new, sense, piece)
            else:
                last_new = None
                self._put((hunk.author, "at", touched(sense, piece, self.base)[0]), sense, piece)

    def _put(self, key: tuple[object, ...], sense: str, piece: Hunk, host: Hunk | None = None) -> None:
        group = self.by_key.setdefault(key, Group(piece.author, move=piece.move, host=host))
        group.pieces.append((sense, piece))
        group.changes |= piece.changes(self.woven)
        if sense != "new":
            group.paragraphs.update(touched(sense, piece, self.base))
        for atom in piece.atoms:
            if atom.adds:
                self.at_home[atom.rank], self.piece_of[atom.rank] = key, piece

    def _join_across(self) -> None:
        """What one author does in paragraphs that it ties together is one proposal."""
        now: dict[Key, Key] = {}
        for key in [key for key in self.by_key if key[1] == "at"]:
            group = self.by_key.get(key)
            if group is None:
                continue
            for paragraph in sorted(group.paragraphs):
                other_key = (group.author, "at", paragraph)
                other = self.by_key.get(other_key)
                if other is None or other is group or _is_deletion(group) or _is_deletion(other):
                    continue
                group.pieces += other.pieces
                group.paragraphs |= other.paragraphs
                group.changes |= other.changes
                del self.by_key[other_key]
                now[other_key] = key
        for rank, at in self.at_home.items() if now else ():
            while at in now:
                at = now[at]
            self.at_home[rank] = at

    def number(self, typed: TypedNumber, author: str | None, sent: Paragraph, atoms: Sequence[Atom]) -> None:
        """The number before a new paragraph: part of it, or what one other author, who typed it, adds to it.

        Of a number in a paragraph of the base nothing is told here: a proposal holds words.
        """
        at = bisect_left(atoms, typed.paragraph, key=lambda atom: atom.paragraph)
        here = list(takewhile(lambda atom: atom.paragraph == typed.paragraph, atoms[at:]))
        homes = [(key, atom.rank) for atom in here if (key := self.at_home.get(atom.rank)) and key[1] == "new"]
        home, rank = homes[0] if homes and all(atom.adds for atom in here) else (None, 0)
        if home is None:
            return
        if author in (None, home[0]):
            self.by_key[home].changes.update(typed.changes)
            return
        whose = author or ""
        group = self.by_key.setdefault((whose, "against", home), Group(whose, host=self.piece_of[rank]))
        come = Paragraph(sent.kind, (), sent.level, sent.number, sent.set_label, sent.cell)
        first = here[0]
        group.looks.append(Edit(first.base, first.base, "", (come,), (), first.notes_before, rank=first.rank - 1))
        group.changes.update(typed.changes)

    def looks(self, atoms: Sequence[Atom], woven: Woven) -> None:
        """Words of the base that are to look otherwise."""
        before = _Looks(self.base)
        for atom in atoms:
            if not atom.looks or atom.adds or not atom.text or atom.ends:
                continue
            look = atom.runs[0].marks
            length = len(atom.text)
            if before.over(atom.base, length) == {look}:
                continue
            author = woven.changes[atom.looks[-1]].author or ""
            key = (author, "at", atom.base.paragraph)
            group = self.by_key.setdefault(key, Group(author, paragraphs={atom.base.paragraph}))
            end = Point(atom.base.paragraph, atom.base.offset + length)
            group.looks.append(Edit(atom.base, end, atom.text, look=look, rank=atom.rank))
            group.paragraphs.add(atom.base.paragraph)
            group.changes.update(atom.looks)

    def kinds(self, kinds: Kinds) -> None:
        """Paragraphs that are to be of another kind or level, for each who asks for it."""
        self.become(kinds.becoming())
        for rank, changes in kinds.of_new():
            if (new := self.at_home.get(rank)) is not None:
                self.by_key[new].changes.update(changes)

    def become(self, becoming: Iterable[Becoming]) -> None:
        """Paragraphs of the base that become others."""
        for one in becoming:
            at = one.at
            group = self.by_key.setdefault((one.author, "at", at), Group(one.author, paragraphs={at}))
            group.looks.append(Edit(Point(at, 0), Point(at, 0), rank=one.rank, becomes=one.paragraph))
            group.paragraphs.add(at)
            group.changes.update(one.changes)

    def rest(self, atoms: Sequence[Atom], woven: Woven, places: Sequence[int | None], told: set[int]) -> None:
        """What changes no words that Adref models, by author and paragraph of the base; `places` are all changes'."""
        homes = {number: key for key, group in self.by_key.items() for number in group.changes}
        put_in = {number: atom.adds[-1] for atom in atoms if atom.adds for number in atom.takes}
        told = told | homes.keys()
        for number, change in enumerate(woven.changes):
            paragraph = places[number]
            if number in told or not change.in_text or paragraph is None:
                continue
            author = change.author or ""
            key: Key = (author, "at", paragraph)
            before = homes.get(number - 1, ())
            if (author, "move", change.move) in self.by_key:  # a move brings numbers and fields with it
                key = (author, "move", change.move)
            elif change.kind == "field" and before[:2] == (author, "move") and places[number - 1] == paragraph:
                key = before
            elif homes.get(put_in.get(number, number), ())[:1] == (author,):  # words that come and go by one hand
                key = homes[put_in[number]]
            group = self.by_key.setdefault(key, Group(author, paragraphs={paragraph}))
            group.changes.add(number)
            homes[number] = key


class _Looks:
    """The marks of the words of the base."""

    def __init__(self, base: Draft) -> None:
        self.base = base

    def over(self, start: Point, length: int) -> set[tuple[bool, bool, bool]]:
        found, at = set(), 0
        for run in self.base.paragraphs[start.paragraph].runs:
            if run.text and at < start.offset + length and at + len(run.text) > start.offset:
                found.add(run.marks)
            at += len(run.text)
        return found


def touched(sense: str, piece: Hunk, base: Draft) -> tuple[int, ...]:
    """The paragraphs of the base that a piece is about, its own first."""
    last = len(base.paragraphs) - 1
    start, end = piece.start.paragraph, piece.end.paragraph
    if sense == "gone":
        return (min(start + (1 if leads(piece) else 0), last),)
    return tuple(range(min(start, last), min(end, last) + 1))


def _is_deletion(group: Group) -> bool:
    return bool(group.pieces) and all(sense == "gone" for sense, _ in group.pieces)
