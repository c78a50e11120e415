"""Who had proposed the words that come into a draft or leave it, and on which draft before it.

A proposal is told of where it stands on a draft behind, in the same paragraph or footnote by lineage, and puts in or
takes out just these words in their place. What it came to, accepted or rejected, does not matter: it says who asked,
not why it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from models.comparison.words.features import words_of
from models.dossier.histories.asked import Asked, Wanted, asked, asked_of_notes
from models.dossier.histories.line import Line, Steps, Version
from models.dossier.histories.phrases import Proposed, Standing
from models.telling.one_line import on_one_line
from models.telling.sentences import joined, listed

if TYPE_CHECKING:
    from models.dossier.dossier import Dossier
    from models.dossier.proposals.kept_proposals import KeptProposal
    from models.proposals.proposal import Proposal

UNNAMED = "an author without a name"
_NAMED = 4
"""So many drafts on which the same was proposed are told of, and parts of a phrase; of more the earliest."""


class Proposals:
    """The proposals of a dossier as they are looked for along lineages; `steps` are those of the lines."""

    def __init__(self, dossier: Dossier, steps: Steps) -> None:
        self._dossier, self.steps = dossier, steps
        self._order = {node.id: at for at, node in enumerate(steps.nodes)}
        self._read: dict[tuple[str, str, bool, bool], tuple[Asked, ...]] = {}
        self._words: dict[tuple[str, bool], str] = {}

    @cached_property
    def _kept(self) -> dict[str, KeptProposal]:
        return {kept.key: kept for kept in self._dossier.proposals()}

    @cached_property
    def _placed(self) -> dict[str, list[tuple[KeptProposal, Proposal]]]:
        """By draft what has a place there, as it stands there."""
        found: dict[str, list[tuple[KeptProposal, Proposal]]] = {}
        for kept in self._kept.values():
            for one in (kept.proposal, *(placed.proposal for placed in kept.placements)):
                found.setdefault(one.place.draft, []).append((kept, one))
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.key: one.short for one in self._dossier.delegations()}

    def told(self, line: Line, history: Sequence[Standing]) -> tuple[Standing, ...]:
        """The history of a phrase of a paragraph with who had proposed what became of it."""
        if not self._placed:
            return tuple(history)
        comes = ("first", "came", "returned")
        return tuple(
            replace(one, proposed=self._of(line, one, history)) if one.state in (*comes, "left") else one
            for one in history
        )

    def moved(self, line: Line, version: Version) -> tuple[Proposed, ...]:
        """Who had proposed that a paragraph of a lineage moves to where a version of it stands."""
        if "moved" not in version.fates or not self._placed:
            return ()
        found: dict[str, Proposed] = {}
        stands = {one.node.id: one for one in reversed(line.versions)}
        ahead = list(version.node.parents)
        while ahead:
            behind = stands.get(ahead.pop())
            if behind is None:
                continue
            for kept, placed in self._placed.get(behind.node.id, ()):
                known = kept.proposal.place.draft in self._order and kept.state is not None
                if known and _moves(placed, behind.position) and self._goes_there(placed, version):
                    one = self._proposed(kept, "")
                    found.setdefault(one.who, one)
            # Who asked for a move before it moved there asked for another.
            ahead += behind.node.parents if behind.kind in ("same", "reworded") else ()
        return tuple(sorted(found.values(), key=lambda one: self._order[one.node.id]))

    def _goes_there(self, move: Proposal, version: Version) -> bool:
        """Whether a version of a paragraph stands beside one that it would stand beside after a move."""
        if move.to is None:
            return False
        beside = {move.to - 1: version.position - 1, move.to: version.position + 1}
        edges = self.steps.known(move.place.draft, version.node.id).edges
        return any(beside.get(edge.old) == edge.new for edge in edges)

    def _of(self, line: Line, here: Standing, history: Sequence[Standing]) -> tuple[Proposed, ...]:
        now, told = _wanted(here, line), dict[tuple[str, str], Proposed]()
        for behind in _behind(here, history):
            was = _wanted(behind, line)
            at = {version.position for version in line.versions if version.node.id == behind.node.id}
            for kept, placed in self._placed.get(behind.node.id, ()):
                if kept.proposal.place.draft not in self._order or kept.state is None:
                    continue
                if not (line.of_note or _touches(placed, at)):
                    continue
                of_note = line.of_note
                words = (
                    self._gone(placed, was, of_note=of_note)
                    if here.state == "left"
                    else self._come(placed, at, now, of_note=of_note)
                )
                if words is None:
                    continue
                one = self._proposed(kept, words)
                other = told.setdefault((one.who, words), one)
                if self._order[one.node.id] < self._order[other.node.id]:
                    told[one.who, words] = one
        found = sorted(told.values(), key=lambda one: self._order[one.node.id])
        return tuple(one for one in found if not one.words or all(other.words for other in found))

    def _proposed(self, kept: KeptProposal, words: str) -> Proposed:
        assert kept.state is not None
        who = self._names.get(kept.delegation or "") or kept.proposal.author
        return Proposed(who, self.steps.nodes[self._order[kept.proposal.place.draft]], words, kept.key, kept.state)

    def _come(self, proposal: Proposal, at: Set[int], now: Mapping[int, Wanted], *, of_note: bool) -> str | None:
        """What of a phrase a proposal on a draft in which it stands nowhere `at` these paragraphs puts in there."""
        draft = proposal.place.draft
        told = (
            wanted.put_in(one, lambda words: self._holds(draft, words, of_note=of_note))
            for one in self._asked(proposal, amends=True, of_note=of_note)
            for wanted in now.values()
            if (one.is_like(wanted.text) if one.at is None else one.at in at)
        )
        return min((said for said in told if said is not None), key=bool, default=None)

    def _gone(self, proposal: Proposal, was: Mapping[int, Wanted], *, of_note: bool) -> str | None:
        """What of a phrase a proposal takes out of its draft."""
        told = (
            was[one.at].taken_out(one)
            for one in self._asked(proposal, amends=False, of_note=of_note)
            if one.at is not None and one.at in was
        )
        return min((said for said in told if said is not None), key=bool, default=None)

    def _asked(self, proposal: Proposal, *, amends: bool, of_note: bool) -> tuple[Asked, ...]:
        """The paragraphs of a proposal, with what it amends in them where that has a place on its draft; or its
        notes."""
        draft, key = proposal.place.draft, (proposal.place.draft, proposal.key, amends, of_note)
        if key not in self._read:
            base = self.steps.draft(draft)[0]
            other = self._kept.get(proposal.against or "") if amends else None
            amended = other.on(draft) if other is not None else None
            its = asked_of_notes(base, proposal) if of_note else asked(base, proposal, amended)
            self._read[key] = tuple(its)
        return self._read[key]

    def _holds(self, draft: str, words: str, *, of_note: bool) -> bool:
        """Whether words stand together anywhere in the paragraphs of a draft, or in its notes."""
        if (draft, of_note) not in self._words:
            read = self.steps.draft(draft)[0]
            said = (words_of(one.text) for one in (read.footnotes if of_note else read.paragraphs))
            self._words[draft, of_note] = "\n".join(f" {' '.join(words)} " for words in said)
        return f" {' '.join(words_of(words))} " in self._words[draft, of_note]


def _wanted(here: Standing, line: Line) -> dict[int, Wanted]:
    """By paragraph the words of a phrase in a draft."""
    texts = {version.position: version.text for version in line.versions if version.node.id == here.node.id}
    its = groupby(sorted(set(here.places)), key=lambda place: place[0])
    return {at: Wanted(texts[at], tuple(place[1:] for place in places)) for at, places in its}


def _moves(proposal: Proposal, at: int) -> bool:
    """Whether a proposal moves a paragraph of its draft."""
    return proposal.kind == "move" and proposal.place.first <= at < proposal.place.after


def _touches(proposal: Proposal, at: Set[int]) -> bool:
    """Whether a proposal may have to do with paragraphs of its draft; new ones stand beside any."""
    return proposal.place.note is None and any(
        edit.ends_come or not at.isdisjoint(range(edit.start.paragraph, edit.end.paragraph + 1))
        for edit in proposal.edits
    )


def _behind(here: Standing, history: Sequence[Standing]) -> list[Standing]:
    """The drafts behind one where a phrase comes, back to where it stood; where it goes, back to where it came."""
    standings = {one.node.id: one for one in history}
    found: list[Standing] = []
    ahead = list(here.node.parents)
    while ahead:
        one = standings.get(ahead.pop())
        if one is not None and one not in found and one.there == (here.state == "left"):
            found.append(one)
            ahead += one.node.parents
    return found


def _quoted(words: str) -> str:
    return f"“{on_one_line(words)}”"


def told_proposed(
    one: Standing, name: Callable[[str], str] = on_one_line, quoted: Callable[[str], str] = _quoted
) -> str:
    """Who had proposed that a phrase comes or goes: "proposed by Kenya on Rev.1", "" where nobody is known to.

    `name` and `quoted` write names and words as the place needs them.
    """
    said = []
    for words in dict.fromkeys(each.words for each in one.proposed):
        what = ["deletion"] * (one.state == "left") + ["of"] * (one.state == "left" and words != "")
        by = told_who([each for each in one.proposed if each.words == words], name)
        said.append(" ".join([*what, *([quoted(words)] if words else []), by]))
    return "; ".join([*said[:_NAMED], "more by others"] if len(said) > _NAMED else said)


def told_who(proposed: Iterable[Proposed], name: Callable[[str], str] = on_one_line) -> str:
    """Who had proposed something, and on which drafts: "proposed by Kenya on Rev.1", "" where nobody is known to."""
    on: dict[str, tuple[str, list[str]]] = {}
    for one in proposed:
        on.setdefault(one.node.id, (one.node.label, []))[1].append(name(one.who) if one.who else UNNAMED)
    told = [f"by {listed(who)} on {name(label)}" for label, who in on.values()]
    said = joined([*told[:_NAMED], "later by others"] if len(told) > _NAMED else told)
    return f"proposed {said}" if said else ""
