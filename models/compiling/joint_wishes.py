"""What several delegations ask for in the very same words, as one wish of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.draft import Footnote
from models.proposals.proposal import Edit, Point, Proposal

_Same = tuple[int | None, Edit, tuple[Footnote, ...]]


def joined(wishes: Mapping[str, Sequence[Proposal]]) -> dict[str, list[Proposal]]:
    """The wishes by name, what several ask for alike once and by all their names: “Fiji, Kenya”.

    What amends another's proposal, or is amended, stays whose it is: such hang on one another. A move is one with that
    of the same paragraphs to the same place.
    """
    wishes = in_order(wishes)
    amended = {proposal.against for own in wishes.values() for proposal in own}
    amending = {proposal.key for own in wishes.values() for proposal in own if proposal.against is not None}
    whose: dict[_Same, dict[str, None]] = {}

    def alone(proposal: Proposal) -> bool:
        return proposal.key in amended or proposal.key in amending

    moves: dict[tuple[_Same, ...], dict[str, None]] = {}
    for name, own in wishes.items():
        for proposal in own:
            if not alone(proposal) and proposal.kind == "move":
                moves.setdefault(_all(proposal), {})[name] = None
            for edit in () if alone(proposal) or proposal.kind == "move" else proposal.edits:
                whose.setdefault(_same(proposal, edit), {})[name] = None
    found: dict[str, list[Proposal]] = {}
    done: set[_Same] = set()
    for name, own in wishes.items():
        for proposal in own:
            if alone(proposal) or not proposal.edits:
                found.setdefault(name, []).append(proposal)
                continue
            if proposal.kind == "move":
                movers = list(moves[_all(proposal)])
                if name == movers[0]:
                    names = ", ".join(movers)
                    key = proposal.key if len(movers) == 1 else f"{proposal.key} of {names}"
                    found.setdefault(names, []).append(replace(proposal, key=key))
                continue
            by_names: dict[str, list[Edit]] = {}
            for edit in proposal.edits:
                same = _same(proposal, edit)
                names = ", ".join(whose[same])
                if names == name:
                    by_names.setdefault(name, []).append(edit)
                elif same not in done:
                    by_names.setdefault(names, []).append(edit)
                    done.add(same)
            for names, edits in by_names.items():
                key = proposal.key if names == name else f"{proposal.key} of {names}"
                found.setdefault(names, []).append(replace(proposal, edits=tuple(edits), key=key))
    return found


def in_order(wishes: Mapping[str, Sequence[Proposal]]) -> dict[str, list[Proposal]]:
    """The wishes by name in alphabetical order, those of one name as they stand in the text."""
    names = sorted(wishes, key=lambda name: (name.casefold(), name))
    return {name: sorted(wishes[name], key=_standing) for name in names}


def _standing(one: Proposal) -> tuple[Point, str]:
    return min((edit.start for edit in one.edits), default=Point(one.place.first, 0)), one.key


def _all(proposal: Proposal) -> tuple[_Same, ...]:
    return tuple(_same(proposal, edit) for edit in proposal.edits)


def _same(proposal: Proposal, edit: Edit) -> _Same:
    cited = {note for paragraph in edit.come for note in paragraph.footnotes}
    notes = tuple(note for note in proposal.footnotes if note.id in cited)
    return proposal.place.note, replace(edit, rank=0), notes


def in_one_piece(name: str) -> str:
    """A delegation's name as its changes carry it: what stands between names elsewhere joins its own words here."""
    return name.replace(", ", ",\u00a0").replace(" with ", "\u00a0with\u00a0")


def names_in(name: str) -> tuple[str, ...]:
    """Whose wish one is that stands in a name: of what several ask for alike, each of them."""
    return tuple(name.split(", "))


def in_names_of(names: Iterable[str]) -> str:
    """The name of what several ask for, each named once, in alphabetical order."""
    each = {one for name in names for one in names_in(name)}
    return ", ".join(sorted(each, key=lambda name: (name.casefold(), name)))
