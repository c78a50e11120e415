"""Where a file that came back has changes accepted which stood tracked in it before: nobody asks for these anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from models.comparison.compare import compare
from models.draft import Draft
from models.proposals.laid.carrying import carried
from models.proposals.proposal import Proposal
from models.proposals.untracked.asked_here import (
    AskedHere,
    Choice,
    Words,
    moved,
    said_between,
    words_in,
    words_of,
)
from models.proposals.untracked.beside_accepted import Beside, beside_accepted
from models.proposals.untracked.stretches import Piece, Span, Texts
from models.proposals.untracked.untracked import Untracked, untracked


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of a draft, and those of a file in their place, that differ by nothing but what is asked for there.

    `first` to before `after` are those of the draft, `from_base` to before `to_base` those of the file without its
    changes. `asked` are the proposals that the file has there, `accepted` those of which it has something accepted.
    `new` are tracked changes of the file that nobody asked for before, `by_hand` what was changed there without
    tracking, as proposals on the draft; `amended` those of `asked` that some of these amend, cut where they do.
    `within` are, on the draft, tracked changes of the file that change words of what is accepted, and what the same
    change beside these. `is_open` says that what comes before the paragraph behind it is in it, too.
    """

    first: int
    after: int
    from_base: int
    to_base: int
    asked: tuple[Proposal, ...]
    accepted: tuple[Proposal, ...]
    new: tuple[Proposal, ...] = ()
    by_hand: tuple[Proposal, ...] = ()
    amended: tuple[Proposal, ...] = ()
    within: tuple[Proposal, ...] = ()
    is_open: bool = True

    def holds(self, one: Untracked) -> bool:
        """Whether something that was changed stands in it."""
        return (one.old is None or self.first <= one.old < self.after) and (
            one.new is None or self.from_base <= one.new < self.to_base
        )

    def with_next(self, other: Stretch) -> list[Stretch]:
        """Both as one where the other begins where this one ends."""
        if self.is_open or (self.after, self.to_base) != (other.first, other.from_base):
            return [self, other]
        return [
            replace(
                other,
                first=self.first,
                from_base=self.from_base,
                asked=(*self.asked, *other.asked),
                accepted=(*self.accepted, *other.accepted),
                new=(*self.new, *other.new),
                by_hand=(*self.by_hand, *other.by_hand),
                amended=(*self.amended, *other.amended),
                within=(*self.within, *other.within),
            )
        ]


_MANY = 3
"""Nobody who does not work on a file that has them types so many changes of others to the letter, and none beside."""
_MANY_WORDS = 8
"""Nor so many words that one alone puts in: fewer, “in accordance with international law”, may be anybody's."""


def accepted_in(
    texts: Texts,
    asked: Sequence[Proposal],
    *,
    is_all: bool = False,
    is_signed: bool = True,
    is_same: bool = False,
    but_in: Set[int] = frozenset(),
) -> list[Stretch]:
    """The stretches in which a file has some changes accepted, maybe others rejected, and told apart what else it has.

    `asked` are all changes on the draft that a file had when it left, in words of the text; `is_all` says that nobody
    asks for anything else, `is_signed` that the file may be that of one who types what others ask for, `is_same` that
    it is known to be the one that left. `but_in` are paragraphs of the file without its changes about which it is told
    otherwise.
    """
    asked = [one for one in asked if one.place.note is None]
    tracked = sorted((one for one in texts.tracked if one.place.note is None), key=lambda one: one.place.first)
    places = [one.place.first for one in tracked]
    draft, base, go_on = texts.draft, texts.base, texts.go_on
    found: list[Stretch] = []
    pieces: list[tuple[Piece, AskedHere, list[Proposal]]] = []
    for piece in texts.pieces(asked):
        (first, after), span, _ = piece.spans
        there = tracked[bisect_left(places, span[0]) : bisect_left(places, span[1] + piece.is_open)]
        pieces.append((piece, AskedHere(draft, first, after, piece.asked, go_on, there), there))
    apart, is_there, is_known = 0, True, is_same or any(here.not_in(there) < here.all for _, here, there in pieces)
    for piece, here, there in pieces:
        text = _part(base, piece.spans[1])
        told = _told(here, text, here.not_in(there), is_known)
        missing = here.proposals_of(here.all - (told.accepted if told is not None else frozenset()))
        if told is not None:
            missing += here.proposals_of(here.reworded(told.accepted, told.by_hand))
        apart += len(missing)
        if told is None:
            # What was changed there by hand may be in the place of what was accepted.
            is_there = is_there and here.said(frozenset()) != _says(text)
            continue
        is_there = is_there and all(here.stands_by(one, told.by_hand) for one in missing)
        is_apart = but_in.isdisjoint(range(*piece.spans[1]))
        stretch = _stretch(texts, piece, here, there, told, is_known) if is_apart else None
        if stretch is not None:
            found[-1:] = found[-1].with_next(stretch) if found else [stretch]
    if is_known:
        return found
    # Another may have typed the same, and copied what one alone asks for; who changed one of all by hand had them all.
    authors = {one.author for one in asked} if not apart else {one.author for at in found for one in at.accepted}
    several = len(authors) > 1
    alone = is_all and (len(asked) >= _MANY or (not apart and _count(found) >= _MANY_WORDS))
    # One that was changed by hand may be gone where it stood; of many, one may have been rejected.
    is_there = is_there or len(asked) - apart > _MANY or (several and not is_signed)
    # Who types what others ask for asks for something himself, or for no more of it than he leaves out.
    nothing_else = not is_signed and 2 * apart < len(asked) and not _has_else(texts, found)
    return found if nothing_else or (apart <= 1 and is_there and (several or alone)) else []


def _stretch(
    texts: Texts, piece: Piece, here: AskedHere, there: Sequence[Proposal], told: Beside, is_known: bool
) -> Stretch | None:
    """What a file has in a piece in which something is accepted; None where it has more there than can be told."""
    (first, after), span, in_sent = piece.spans
    still = here.all - here.not_in(there)
    told = told._replace(amended=here.completed(told.amended, told.accepted, still))
    new: Sequence[Proposal] = ()
    now = here.chosen(said_between(texts.says, in_sent), here.all, told.beside)
    if now is None or not told.accepted | still <= now:  # what was accepted, or is tracked still, may have been struck
        new = here.not_asked(there, texts.base)
        left_of_it = [*_without(there, new)]
        asked = {one.key for one in there} - {one.key for one in new}
        new = [one for one in new if one.edits or one.against not in asked]
        now = _now(here, AskedHere(texts.base, *span, left_of_it, texts.go_on), told.beside)
    if now is None or not told.accepted <= now or here.hangs(now) or any(one.against for one in new):
        return None
    # What is part of a proposal is another one: its author's in the file that had the whole, and else anybody's.
    asks = here.left_of(piece.asked, now, texts.draft)
    if here.divides(now) and (asks is None or not is_known):
        return None
    own = asks or piece.asked
    left, accepted = (tuple(one for n, one in enumerate(own) if here.has(n, some)) for some in (now, told.accepted))
    cut: Sequence[Proposal] = told.amended
    inside: Sequence[Proposal] = ()
    if new:
        text = _part(texts.base, span)
        new, more, inside = _within(here, text, told, [moved(one, -span[0]) for one in new])
        new = [moved(one, span[0]) for one in new]
        cut = (*cut, *here.completed(more, told.accepted, still))
    by_hand, amended, within = (tuple(moved(one, first) for one in some) for some in (told.by_hand, cut, inside))
    return Stretch(first, after, *span, left, accepted, tuple(new), by_hand, amended, within, is_open=piece.is_open)


def _has_else(texts: Texts, found: Sequence[Stretch]) -> bool:
    """Whether a file has anything that is not accepted there."""
    if texts.tracked or any(at.by_hand for at in found):
        return True
    return not all(one.footnote is None and any(at.holds(one) for at in found) for one in untracked(texts.difference))


def _count(found: Iterable[Stretch]) -> int:
    """How many words come that are accepted."""
    come = (edit.come_text for at in found for one in at.accepted for edit in one.edits)
    return sum(word.isalnum() for word in chain.from_iterable(map(words_in, come)))


def _part(draft: Draft, span: Span) -> Draft:
    return Draft(draft.paragraphs[slice(*span)], draft.footnotes)


def _says(text: Draft) -> list[Words]:
    return said_between([words_of(one, text) for one in text.paragraphs], (0, len(text.paragraphs)))


def _told(here: AskedHere, base: Draft, likely: Choice, is_known: bool) -> Beside | None:
    """What is accepted in some paragraphs of a file, and what was changed by hand there; None where nothing is."""
    exact = here.chosen(_says(base), likely)
    if exact is None:
        return beside_accepted(here, base, likely, in_parts=is_known)
    return Beside(exact, ()) if exact else None


def _within(
    here: AskedHere, text: Draft, told: Beside, new: Sequence[Proposal]
) -> tuple[Sequence[Proposal], Sequence[Proposal], Sequence[Proposal]]:
    """Of tracked changes on a text those that change nothing of what is accepted there; what they change of that, cut
    where they do; and the others as they amend it."""
    taken, on_taken = here.taking(told.accepted), new
    if [one.text for one in taken.paragraphs] != [one.text for one in text.paragraphs]:
        on_taken = carried(new, compare(text, taken), "").placed
    found = here.amended(told.accepted, on_taken)
    if not {one.key for one in found.cut}.isdisjoint(one.key for one in told.amended):
        return new, (), ()
    besides = [one for one in found.beside.values() if one is not None]
    those = {one.revisions for one in on_taken if one.key in found.beside}
    return [one for one in new if one.revisions not in those], found.cut, [*found.amending, *besides]


def _without(tracked: Iterable[Proposal], new: Sequence[Proposal]) -> Iterator[Proposal]:
    """Tracked changes without those that are `new`, or parts of them."""
    edits = {one.revisions: one.edits for one in new}
    for one in tracked:
        left = tuple(edit for edit in one.edits if edit not in edits.get(one.revisions, ()))
        if left:
            yield replace(one, edits=left)


def _now(here: AskedHere, there: AskedHere, by_hand: Sequence[Proposal]) -> Choice | None:
    """What a file has there of what is asked for, accepted or among the changes that are left of it."""
    return here.chosen(there.said(there.all), here.all, by_hand)
