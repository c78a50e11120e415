"""What was changed by hand among changes that were accepted: told from these word by word, as far as it is sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.proposals.laid.carrying import carried
from models.proposals.proposal import Proposal
from models.proposals.untracked.asked_here import AskedHere, Choice, said_between, with_room, words_in, words_of
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.edited_words import RANKS
from models.proposals.untracked.untracked import asks

_MOST = 24
"""How often what was accepted is laid out anew, as what was changed by hand stands in it."""
_MOST_WORDS = 100_000
"""How many words all of these may come to."""
_MOST_OVER = 8
"""Of how many changes it is looked for in a stretch whether they were typed over."""


class Beside(NamedTuple):
    """Which changes were accepted, and what was changed by hand among them, as proposals on the same text.

    `amended` are those accepted of which some of that amends the new paragraphs, cut where it does.
    """

    accepted: Choice
    by_hand: tuple[Proposal, ...]
    amended: tuple[Proposal, ...] = ()

    @property
    def beside(self) -> tuple[Proposal, ...]:
        """What the text has beside what was accepted, and in the place of some of it."""
        return (*self.amended, *self.by_hand)


def beside_accepted(here: AskedHere, base: Draft, likely: Choice, *, in_parts: bool = False) -> Beside | None:
    """What of some changes was accepted in a text that has others, too; of a proposal all, or some `in_parts`.

    Only `likely` ones come into question. None where none surely was, or it cannot be told what else was changed.
    """
    as_wholes = (lambda choice: choice) if in_parts else here.whole
    wanted = said_between([words_of(one, base) for one in base.paragraphs], (0, len(base.paragraphs)))
    sure = here.surely(wanted, here.nearest(wanted, likely) & likely)
    taken = as_wholes(sure)
    tries = min(_MOST, _MOST_WORDS // max(sum(len(said.split()) for said, _ in wanted), 1))
    while tries > 0 and likely:
        told = _by_hand(here, taken, base)
        if not told.lost and here.said(taken, (*told.amended, *told.placed)) == wanted:
            if here.typed_again(taken, told.placed):
                break
            taken, told = _typed_over(here, base, likely, taken, told, sure)
            return Beside(taken, told.placed, told.amended) if taken else None
        if not taken:
            break
        near = here.proposals_of(here.in_paragraphs(taken, told.about) or taken)[: tries - 1] if told.lost else []
        tries -= 1 + len(near)
        taken = as_wholes(taken - _without(here, base, taken, told, near))
    return None


def _typed_over(
    here: AskedHere, base: Draft, likely: Choice, taken: Choice, told: _ByHand, sure: Choice
) -> tuple[Choice, _ByHand]:
    """The same, with what somebody accepted and then typed others over: these stand where its words would.

    Parts of that which are there for `sure` are not typed. Of a new paragraph some word is left then: where none is, it
    was rejected, and another was typed there.
    """
    wanted = here.said(taken, (*told.amended, *told.placed))
    for own in here.proposals_of(here.in_paragraphs(here.whole(likely - taken), _places(told.placed)))[:_MOST_OVER]:
        more = _by_hand(here, taken | own, base)
        there = _come(told.placed).keys()
        if any(there.isdisjoint(words) for words in here.new_paragraphs(own - sure)):
            continue
        over = {one.against for one in more.placed if one.strikes and one.edits}
        if more.lost or not over & here.keys(own):
            continue
        typed = _by_hand(here, taken | (own & sure), base) if own & sure else told
        comes, stays = _come(more.placed), _come(typed.placed)
        if comes - stays or stays - comes - here.come(own):
            continue
        if here.said(taken | own, (*more.amended, *more.placed)) == wanted:
            taken, told = taken | own, more
    return taken, told


def _places(made: Iterable[Proposal]) -> set[int]:
    return {edit.start.paragraph for one in made for edit in one.edits}


def _come(made: Iterable[Proposal]) -> Counter[str]:
    """The words that come, in whatever order."""
    return Counter(word for one in made for edit in one.edits for word in words_in(edit.come_text))


class _ByHand(NamedTuple):
    """What differs from a text with some changes taken: the proposals that have a place without these, or amend one of
    them (`amended`), how many have none, and which paragraphs any of it is about."""

    placed: tuple[Proposal, ...]
    lost: int
    about: frozenset[int]
    amended: tuple[Proposal, ...] = ()


def _by_hand(here: AskedHere, taken: Choice, base: Draft) -> _ByHand:
    text = here.taking(taken)
    against, back = compare(text, base), compare(text, here.text)
    made = compared_proposals(against, only=lambda change: asks(against, change, ()), notes=lambda note: False)
    amended = here.amended(taken, made)
    found = carried([one for one in made if one.key not in amended.beside], back, "")
    # What kind a new paragraph is hangs on what stands around it.
    lost = [one for one, _ in found.not_placed if any(edit.becomes is None for edit in one.edits)]
    own = (one for one in amended.beside.values() if one is not None)
    placed = (with_room(one, RANKS**3) for one in (*found.placed, *own))
    return _ByHand((*placed, *amended.amending), len(lost), _about(back, lost or made), tuple(amended.cut))


def _about(back: Comparison, made: Sequence[Proposal]) -> frozenset[int]:
    places = {at for one in made for at in range(one.place.first, max(one.place.after, one.place.first + 1))}
    return frozenset(new for change in back.changes if not places.isdisjoint(change.old) for new in change.new)


def _without(here: AskedHere, base: Draft, taken: Choice, told: _ByHand, near: Sequence[Choice]) -> Choice:
    """Which accepted changes were changed by hand themselves: those of one proposal `near` without which more has a
    place, else all in the paragraphs."""
    for own in near:
        if _by_hand(here, taken - own, base).lost < told.lost:
            return own
    return here.in_paragraphs(taken, told.about) or taken
