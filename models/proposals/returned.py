"""A returned Word file as a base plus proposals: read both ways, its changes told apart by their authors.

Start here: `read_returned` reads the bytes of a file, `Returned` is what it holds. `untracked.matching.matched`
finds the kept draft it was made on, `Returned.on` sets its proposals on that draft, `rendered` lays them side by side
for the eye, and `models.dossier` keeps them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.draft.unsearched import unsearched
from models.proposals.authors import Author, authors_of
from models.proposals.by_hand.hand_marks import marks_in, marks_left
from models.proposals.by_hand.marked_by_hand import as_tracked
from models.proposals.by_hand.own_looks import OwnLooks
from models.proposals.laid.applying import applied
from models.proposals.laid.carrying import Carried, placed_on
from models.proposals.notices import notices
from models.proposals.proposal import Proposal, named, names_of
from models.proposals.tracked.tracked import tracked_proposals
from models.proposals.untracked.among_typed import among_typed, cut_at_tracked
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.glued import glued_apart
from models.proposals.untracked.numbers_lost import brackets_turned, numbers_lost
from models.proposals.untracked.slid import slid_beside
from models.proposals.untracked.within_moves import untracked_in_moves
from models.proposals.woven.atoms import Atom, NotWoven
from models.proposals.woven.ends_left import ends_left
from models.proposals.woven.strands import atoms_of
from models.reading.reading import Reading, Revision
from models.second_process import beside, keep
from models.word.package import Package
from models.word.read import found_in, read_word, size_of
from models.word.reading.limits import MOST_TOLD_APART
from models.word.redlining.numbers.left_to_lists import left_to_lists
from models.word.woven import Woven, read_woven

_WAYS = ("accept", "reject")


@dataclass(frozen=True)
class Returned:
    """A file as it came back.

    `base` is its text with all changes rejected, `sent` with all accepted. `proposals` are placed on `base.draft`, in
    order of the text, with keys; all applied to it give `sent.draft`. `exact` is false where the changes could not be
    told apart as they are tracked and the two texts were compared instead. `elsewhere` are positions in
    `sent.revisions` of changes outside the text, with what holds them ("a header"). `by_hand` says that marks made by
    hand were taken for changes, of `signed`. `in_moves` tell of words that moves bring and do not take. `marks` says
    that there seem to be marks made by hand, which were not taken; `marks_left` in how many paragraphs some stand
    beside tracked changes.
    `ends_left` are paragraphs of `sent` whose end is struck and joins nothing. `in_lists` are those whose numbers are
    of Word's lists, where that was looked for while it was read.
    `taken` is the base with all proposals, where that was made while it was read. Where some changes are accepted,
    which the draft has that the file was made on, `settled` are the bytes with these and `whole` is it as it came;
    so it is where some words were typed among what others put in: `typed` are these, of nobody, and `base` is without.
    """

    data: bytes = field(repr=False)
    base: Reading
    sent: Reading
    proposals: tuple[Proposal, ...]
    authors: tuple[Author, ...]
    exact: bool = True
    elsewhere: Mapping[int, str] = field(default_factory=dict)
    by_hand: bool = False
    signed: str = ""
    in_moves: tuple[str, ...] = ()
    marks: str = ""
    marks_left: int = 0
    taken: Draft | None = field(default=None, repr=False, compare=False)
    settled: bytes | None = field(default=None, repr=False, compare=False)
    whole: Returned | None = field(default=None, repr=False, compare=False)
    ends_left: tuple[int, ...] = ()
    in_lists: Set[int] | None = field(default=None, repr=False, compare=False)
    typed: tuple[Proposal, ...] = ()

    @property
    def blob(self) -> str:
        """The SHA-256 of the file, in hexadecimal: by this a dossier knows it again."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def tracked(self) -> bool:
        """Whether there is any change in it."""
        return bool(self.sent.revisions)

    @cached_property
    def numbers_lost(self) -> tuple[int, ...]:
        """In which paragraphs of `sent` a number was typed, or struck, that no proposal holds."""
        return numbers_lost(self.base.draft, self.sent, self._taken(), self.in_lists)

    @cached_property
    def brackets_turned(self) -> tuple[int, ...]:
        """In which paragraphs of `sent` a bracket was typed before the number, which its proposal has behind it."""
        return brackets_turned(self.settled or self.data, self.base, self.sent)

    def as_typed(self, kept: Draft) -> bool:
        """Whether the numbers of the base are those of a kept draft, and those of `sent` what its proposals give."""
        pairs = ((self.base.draft, kept), (self.sent.draft, self._taken()))
        return all([p.number for p in one.paragraphs] == [p.number for p in other.paragraphs] for one, other in pairs)

    def _taken(self) -> Draft:
        return self.taken or applied(self.base.draft, self._every)

    @property
    def _every(self) -> tuple[Proposal, ...]:
        return (*self.proposals, *self.typed)

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What a user should know of how it was read, a sentence each."""
        return tuple(notices(self))

    def compared_to(self, kept: Draft, progress: Callable[[float], None] | None = None) -> Comparison:
        """A kept draft (the old side) set beside the text with all changes rejected: what differs was not tracked."""
        found = glued_apart(compare(kept, self.base.draft, progress=progress), self._every, in_new=True)
        return cut_at_tracked(slid_beside(found, self._every), self._every)

    def made_on(self, looks: OwnLooks) -> Returned:
        """The same file, its marks made by hand told from the `looks` of the text it was made on."""
        if looks and self.by_hand:
            return read_returned(self.data, by_hand=True, author=self.signed, looks=looks)
        if looks and self.marks:
            package = Package(self.settled or self.data)
            marks = marks_in(package, looks.cut(package))
            return replace(self, marks=marks.sentence if marks is not None else "")
        return self

    def on(
        self,
        kept: Draft,
        node: str,
        progress: Callable[[float], None] | None = None,
        difference: Comparison | None = None,
    ) -> Carried:
        """The proposals set on a kept draft, those of what was typed with them, and those that have no place there.

        Their keys are those of that draft. Given what differs (`compared_to` it), those have a place, too, that stand
        among what was typed without tracking.
        """
        compared = glued_apart(compare(self.base.draft, kept, progress=progress), self._every)
        otherwise = None if difference is None else among_typed(difference, self._every)
        return placed_on(self._every, compared, node, otherwise)

    def having(self, carried: Carried) -> list[Proposal]:
        """Which of its proposals have a place on another draft, in the order in which they have it there."""
        lost = {one.key for one, _ in carried.not_placed}
        return [one for one in self._every if one.key not in lost]


@unsearched()
def read_returned(
    data: bytes,
    *,
    by_hand: bool = False,
    author: str = "",
    looks: OwnLooks | None = None,
    readings: Mapping[str, Callable[[], Reading]] | None = None,
) -> Returned:
    """Reads the bytes of a .docx; raises CannotRead, in one sentence, where it is none
    or has more than MOST_TOLD_APART tracked changes.

    `by_hand` takes marked words of paragraphs without tracked changes for changes of
    `author` (see `by_hand/marked_by_hand.py`), but for the `looks` that the text had before. `readings` give, or wait
    for, readings of these very bytes by how their changes are taken, where there are any: they spare the work.
    """
    read, made = as_tracked(data, author, looks) if by_hand else (data, 0)
    there = {} if by_hand else dict(readings or {})
    found = found_in(read, MOST_TOLD_APART)
    found.by_hand = made
    marks = None if by_hand else marks_in(found.package)
    left = _marks_left(found.package, data, looks) if by_hand else 0
    if len(there) == len(_WAYS):
        woven = read_woven(read, found) if found.found else None
        atoms = None if woven is None else atoms_of(woven)  # while others read
        ready = {way: wait() for way, wait in there.items()}  # who was begun first has done first
        sent, base = (ready[way] for way in _WAYS)
    else:
        sent = there["accept"]() if "accept" in there else read_word(read, "accept", found.twin())
        rejected, apart = there.get("reject"), found.twin() if sent.revisions else None
        waits = rejected or beside(lambda: read_word(read, "reject", found), size_of(read, len(sent.revisions)))
        woven = read_woven(read, apart) if apart is not None else None
        atoms = None if woven is None else atoms_of(woven)
        base = waits()
    work = partial(_aside, woven, base, sent)
    aside = beside(work, size_of(read, len(sent.revisions))) if woven is not None else work
    proposals, taken_all = _proposals(woven, base, sent, atoms)
    elsewhere = {n: found.in_other_part.get(n, "") for n, one in enumerate(sent.revisions) if one.paragraph is None}
    authors = tuple(authors_of(sent.revisions, proposals))
    in_moves, ends, in_lists = aside() if aside is not work else _aside(woven, base, sent, lists=False)
    told = marks.sentence if marks is not None else ""
    exact = woven is None or taken_all is not None
    keep((woven, found))
    return Returned(
        data, base, sent, proposals, authors, exact, elsewhere, by_hand, author, in_moves, told, left, taken_all,
        ends_left=ends, in_lists=in_lists,
    )  # fmt: skip


def _aside(
    woven: Woven | None, base: Reading, sent: Reading, *, lists: bool = True
) -> tuple[tuple[str, ...], tuple[int, ...], Set[int] | None]:
    """What is told beside the proposals: of words in moves, and of ends that join nothing; and `in_lists`."""
    if woven is None:
        return (), (), None
    in_lists = left_to_lists(sent.package or b"", sent.origins) if lists else None
    return untracked_in_moves(woven, base.draft), tuple(ends_left(woven, sent)), in_lists


def _marks_left(package: Package, data: bytes, looks: OwnLooks | None) -> int:
    if not looks or not marks_left(package):
        return marks_left(package)
    package = Package(data)
    return marks_left(package, looks.cut(package))


def _proposals(
    woven: Woven | None, base: Reading, sent: Reading, atoms: list[list[Atom]] | None
) -> tuple[tuple[Proposal, ...], Draft | None]:
    """What is proposed, and the base with all of it where the changes could be told apart as they are tracked."""
    if woven is None:
        return (), None
    try:
        made = tracked_proposals(woven, base, sent, atoms)
    except NotWoven:
        return _told_by_comparison(base, sent), None
    names = beside(lambda: names_of(made, "base"), size_of(base.package or b"", len(sent.revisions)))
    if _same_words(taken := applied(base.draft, made), sent.draft):
        return named(made, names(), "base"), taken
    return _told_by_comparison(base, sent), None


def _same_words(one: Draft, other: Draft) -> bool:
    """Whether two texts have the same words; whether a typed number is read as one hangs on what stands around it.

    White at the ends of a paragraph, as a note of the sponsors has before its mark, is of no words.
    """
    notes = [sorted(note.text for note in side.footnotes) for side in (one, other)]
    if notes[0] != notes[1] or len(one.paragraphs) != len(other.paragraphs):
        return False
    return all(
        first.text == second.text or _same_but_number(first.text.strip(), second.text.strip())
        for first, second in zip(one.paragraphs, other.paragraphs, strict=True)
    )


def _same_but_number(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer == shorter or (
        bool(shorter) and longer.endswith(shorter) and len(longer) - len(shorter) <= _LONGEST_NUMBER
    )


_LONGEST_NUMBER = 12


def _told_by_comparison(base: Reading, sent: Reading) -> tuple[Proposal, ...]:
    """What differs between the two texts, by those who have changes in the paragraphs."""
    by_old, by_new = _by_paragraph(base.revisions), _by_paragraph(sent.revisions)
    everybody = sorted({one.author or "" for one in sent.revisions})

    def changes_of(change: Change) -> set[int]:
        return {n for at in change.old for n in by_old.get(at, ())} | {
            n for at in change.new for n in by_new.get(at, ())
        }

    together = {", ".join(everybody): set(everybody)}

    def whose(change: Change) -> str:
        names = sorted({sent.revisions[n].author or "" for n in changes_of(change)}) or everybody
        together[", ".join(names)] = set(names)
        return ", ".join(names)

    def revisions(one: Proposal) -> tuple[int, ...]:
        near = {
            n for at in range(one.place.first, max(one.place.after, one.place.first + 1)) for n in by_old.get(at, ())
        }
        return tuple(sorted(n for n in near if (sent.revisions[n].author or "") in together[one.author]))

    found = compared_proposals(compare(base.draft, sent.draft), ", ".join(everybody), authors=whose)
    return tuple(replace(one, tracked=True, revisions=revisions(one)) for one in found)


def _by_paragraph(revisions: Iterable[Revision]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, one in enumerate(revisions):
        if one.paragraph is not None:
            found.setdefault(one.paragraph, []).append(number)
    return found
