"""Of what kind and level paragraphs are in the text of each author of a tracked file.

In Word a paragraph is what its end says, and which end that is hangs on whose changes are taken: its own, that of the
next, to which somebody joins it, or one that somebody puts in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.draft import Draft, Kind, Paragraph
from models.proposals.woven.atoms import Atom
from models.proposals.woven.ends import ends_by_author
from models.word.woven import Woven

_OF_KIND = ("paragraph-format", "numbering")


@dataclass(frozen=True)
class Becoming:
    """A paragraph of the base (`at`) that becomes another for one author; `changes` of that one say so."""

    author: str
    at: int
    paragraph: Paragraph
    rank: int
    changes: frozenset[int]


class Kinds:
    """What ends say of paragraphs; `sent_of` is for each woven paragraph the one of the text as sent."""

    def __init__(
        self, atoms: Sequence[Atom], woven: Woven, base: Draft, sent: Draft, sent_of: Mapping[int, int]
    ) -> None:
        self.atoms, self.woven, self.base, self.sent, self.sent_of = atoms, woven, base, sent, sent_of
        ends = [atom for atom in atoms if atom.ends]
        of_kind = {number for number, change in enumerate(woven.changes) if change.kind in _OF_KIND}
        self.changed = {end.rank: found for end in ends if of_kind and (found := sorted(of_kind & self._at(end)))}
        self.ends = ends_by_author(atoms, woven.author, self.changed)
        self.authors = sorted(name for name in self.ends if name is not None)
        self._end_of = {atom.paragraph: place for place, atom in enumerate(atoms) if atom.ends}
        # Where letters come that somebody took from another place by turning them into words.
        self._turned = [
            place for place, atom in enumerate(atoms) if atom.adds and woven.changes[atom.adds[0]].adds is False
        ]

    @cached_property
    def of_all(self) -> dict[int, int | None]:
        """Which paragraph of the base begins in each of the text as sent, by the rank of its end."""
        return {own[-1].rank: at for own, at in _in_sent(self.atoms)}

    def like(self, paragraph: int, author: str) -> Paragraph | None:
        """What the words of a woven paragraph are part of, in the text of an author; None where that has no end."""
        own_end = self._end_of.get(paragraph)
        last = None if own_end is None else (self.ends.get(author) or self.ends[None]).at(own_end)
        if last is None:
            return self._read(paragraph)
        end = self.atoms[last]
        own = not end.takes and (end.adds or self._is_own(end, author))
        return (self._read(end.paragraph) if own else None) or self._said(end, author)

    def becoming(self) -> Iterator[Becoming]:
        """Which paragraphs of the base become others, for whom."""
        for author in self.authors:
            ends = self.ends[author]
            for last in ends.lasts():
                end, begin = self.atoms[last], ends.before(last) + 1
                at = self._begun(begin, last, author)
                mine = frozenset(n for n in self.changed.get(end.rank, ()) if self.woven.author(n) == author)
                if at is None or (end.base.paragraph == at and not end.adds and not mine):
                    continue  # with its own end it is what it was, whatever it is read as under other words
                said = bool(mine)
                joins = ends.taken[bisect_left(ends.taken, begin) : bisect_left(ends.taken, last)][:1]
                joining = [n for place in joins for n in self.atoms[place].takes if self.woven.author(n) == author]
                mine = mine or frozenset([*end.adds, *joining][:1])
                turned = bisect_left(self._turned, begin) < bisect_left(self._turned, last + 1)
                now, before = self._in_text(end, at, author, turned=turned), self.base.paragraphs[at]
                typed = now.number is not None and self.woven.paragraphs[end.paragraph].paragraph.number is None
                if typed and not said and now.number == before.number:
                    continue  # its number says what it is, whatever it is joined to looks like
                if mine and _sort(now, said=said) != _sort(before, said=said):
                    becomes = Paragraph(now.kind, (), now.level, now.number, now.set_label)
                    yield Becoming(author, at, becomes, end.rank, mine)

    def of_new(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Changes of kinds that are those of new paragraphs, with the rank of something that comes there."""
        for own, at in _in_sent(self.atoms) if self.changed else ():
            if (changes := self.changed.get(own[-1].rank)) and at != own[-1].base.paragraph:
                yield from ((atom.rank, changes) for atom in own if atom.adds and not atom.takes)

    @cached_property
    def _old(self) -> list[int]:
        """For each place the first at it or after it that is no place of what comes."""
        found = [len(self.atoms)] * (len(self.atoms) + 1)
        for place in range(len(self.atoms) - 1, -1, -1):
            found[place] = found[place + 1] if self.atoms[place].adds else place
        return found

    def _begun(self, begin: int, last: int, author: str) -> int | None:
        """Which paragraph of the base begins in a stretch of atoms, in the text of an author."""
        firsts: dict[int, Atom] = {}
        place = self._old[begin]
        while place <= last:
            one = self.atoms[place]
            first = firsts.setdefault(one.base.paragraph, one)
            if not any(self.woven.author(number) == author for number in one.takes):
                return one.base.paragraph if (first.base.offset, first.notes_before) == (0, 0) else None
            place = self._old[place + 1]
        return None

    def _in_text(self, end: Atom, at: int, author: str, *, turned: bool) -> Paragraph:
        """What a paragraph that begins as one of the base is: as it was read, where it is the same in the text sent;
        as it was, where one with a typed number is joined to it, and the number is words now (`turned`).
        """
        same = self._is_own(end, author) and self.of_all.get(end.rank, -1) == at
        if same and (read := self._read(end.paragraph)) is not None:
            return read
        return self.base.paragraphs[at] if turned else self._said(end, author)

    def _read(self, paragraph: int) -> Paragraph | None:
        """As what a woven paragraph was read in the text sent; one without words tells nothing of its kind."""
        at = self.sent_of.get(paragraph)
        found = self.sent.paragraphs[at] if at is not None and at < len(self.sent.paragraphs) else None
        return found if found is not None and found.runs else None

    def _said(self, end: Atom, author: str) -> Paragraph:
        """What an end says of its paragraph; of one that the text sent has no words of, its level in a list."""
        mine = any(self.woven.author(number) == author for number in self.changed.get(end.rank, ()))
        here = self.base.paragraphs[min(end.base.paragraph, len(self.base.paragraphs) - 1)]
        if not mine and (not end.adds or end.rank in self.changed):
            return here
        if not end.takes and (found := self._read(end.paragraph)) is not None:
            return found
        said = self.woven.paragraphs[end.paragraph].paragraph
        if said.number is None or said.level == here.level:
            return here
        return replace(here, kind=Kind.SUBPARAGRAPH if said.level else Kind.OPERATIVE, level=said.level)

    def _is_own(self, end: Atom, author: str) -> bool:
        return all(self.woven.author(number) == author for number in self.changed.get(end.rank, ()))

    def _at(self, end: Atom) -> set[int]:
        here = self.woven.paragraphs[end.paragraph]
        return {*here.others, *(span.change for span in here.spans)}


def _sort(one: Paragraph, *, said: bool) -> tuple[Kind, int, bool]:
    """Kind and level, and whether it is numbered where it is plain text or a change of looks `said` so."""
    return one.kind, one.level, one.number is not None and (said or one.kind is Kind.TEXT)


def _in_sent(atoms: Sequence[Atom]) -> Iterator[tuple[list[Atom], int | None]]:
    """The atoms of each paragraph of the text sent, what is not in it among them, and which of the base begins in it.

    A paragraph begins where its first words are, and counts where any of it, or its end, stays there.
    """
    own: list[Atom] = []
    for atom in atoms:
        own.append(atom)
        if atom.ends and not atom.takes:
            at = next((one.base.paragraph for one in own if not one.adds and not one.takes), None)
            first = next((one for one in own if not one.adds and one.base.paragraph == at), None)
            begins = first is not None and (first.base.offset, first.notes_before) == (0, 0)
            yield own, at if begins else None
            own = []
