"""What a compilation that comes back has as it left: the file is remembered to have it, and it is proposed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.dossier.dossier import Dossier
from models.dossier.proposals.kept_proposals import ReturnedFile
from models.proposals.proposal import Point, Proposal
from models.proposals.untracked.asked_here import families


@dataclass(frozen=True)
class AsLeft:
    """What is in a file as a compilation left: the `keys` of its own proposals, and of those before that it `holds`.

    `cut` are the names in which something left that is not in the file as it was: others put words into it, say. What
    is `in_pieces` is as it left but for that (keys).
    """

    keys: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    cut: frozenset[str] = frozenset()
    in_pieces: frozenset[str] = frozenset()

    @classmethod
    def of(cls, file: ReturnedFile) -> AsLeft:
        """What a file is remembered to have so."""
        return cls(*(frozenset(file.facts.get(name, ())) for name in ("as_left", "holds", "cut", "in_pieces")))

    @classmethod
    def in_files(cls, dossier: Dossier, node: str) -> dict[str, AsLeft]:
        """What the files kept on a draft have so, by their hashes.

        Not one that holds what was taken back since, as kept by mistake: it may be all that has it.
        """
        there = {one.key for one in dossier.proposals()}
        found = {file.blob: cls.of(file) for file in dossier.returned_files() if file.node == node}
        return {blob: one for blob, one in found.items() if one.holds <= there}

    def asked_anew(self, proposals: Sequence[Proposal], by_hand: Iterable[Proposal] = ()) -> list[Proposal]:
        """What the file asks for anew; where that changes what a compilation has, all that the file has there: of new
        paragraphs that were changed `by_hand` no more than what puts these in and amends them."""
        new = [one for one in proposals if one.key not in self.keys]
        apart = _amended_by(by_hand, proposals)
        hosts = {one.against for one in new}
        amended = [one for one in proposals if one.key in hosts]
        amended += (one for one in new if one.against is not None or one.author in self.cut)
        left = {at for one in proposals if one.key in self.keys for at in _points(one)}
        amended += (one for one in new if not left.isdisjoint(_points(one)))
        beside = [one for one in proposals if one.key not in apart]
        here = {at for one in amended if one.key not in apart for at in _paragraphs(one)}
        while more := {
            at for one in beside if not here.isdisjoint(own := _paragraphs(one)) for at in own if at not in here
        }:
            here |= more
        known = self.keys - apart
        return [one for one in proposals if one.key not in known or not here.isdisjoint(_paragraphs(one))]

    def facts(
        self, authors: Mapping[str, int], proposals: Sequence[Proposal], asked: Sequence[Proposal]
    ) -> dict[str, Any]:
        """What a file is remembered by: who asks for something in it anew, with the counts of their changes, who does
        not, and what it has as it left."""
        in_pieces = {"in_pieces": sorted(self.in_pieces)} if self.in_pieces else {}
        if not self.keys:
            return in_pieces
        silent = authors.keys() & {one.author for one in proposals} - {one.author for one in asked}
        return {
            "authors": {name: count for name, count in authors.items() if name not in silent},
            "silent": sorted(silent),
            "as_left": sorted(self.keys),
            "holds": sorted(self.holds),
            "cut": sorted(self.cut),
            **in_pieces,
        }


def _amended_by(by_hand: Iterable[Proposal], proposals: Sequence[Proposal]) -> set[str]:
    """The keys of those that some amend, with all that amends the same."""
    hosts = {one.against for one in by_hand} - {None}
    touched = (own for own in families(proposals) if not hosts.isdisjoint(one.key for one in own)) if hosts else ()
    return {one.key for own in touched for one in own}


def _points(one: Proposal) -> set[tuple[int | None, Point]]:
    """Where a proposal puts something in: what others put in there too stands before it or behind."""
    note = one.place.note
    # What comes for words stands behind them.
    found = {(note, edit.end if edit.end.offset else edit.start) for edit in one.edits if edit.come}
    # What begins with the end of a paragraph stands before the next one, as a whole paragraph there does.
    begun = (edit.start for edit in one.edits if edit.ends_come and not edit.come[0].runs)
    return found | {(note, Point(at.paragraph + 1, 0)) for at in begun if at.offset}


def _paragraphs(one: Proposal) -> set[int]:
    """All paragraphs that a proposal is about, and that it stands before."""
    found = {one.place.first}
    for edit in one.edits:
        found.update(range(edit.start.paragraph, edit.end.paragraph + 1))
    return found
