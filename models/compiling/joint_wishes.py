"""What several delegations ask for in the very same words, as one wish of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.draft import Footnote
from models.proposals.proposal import Edit, Point, Proposal

FIRST = 1 << 60
"""The rank of what several put in is so much less where one of them puts in something alone behind it."""

_Same = tuple[int | None, Edit, tuple[Footnote, ...]]
_Spot = tuple[str, int | None, Point]


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
    puts: dict[_Spot, list[tuple[int, dict[str, None]]]] = {}
    for name, own in wishes.items():
        for proposal in own:
            movers = moves.setdefault(_all(proposal), {}) if proposal.kind == "move" else None
            for edit in proposal.edits:
                by: dict[str, None] = {}
                if not alone(proposal):
                    by = whose.setdefault(_same(proposal, edit), {}) if movers is None else movers
                    by[name] = None
                if edit.come:
                    puts.setdefault((name, proposal.place.note, edit.start), []).append((edit.rank, by))

    def placed(proposal: Proposal, edit: Edit, by: dict[str, None]) -> Edit:
        here = [puts.get((name, proposal.place.note, edit.start), []) for name in by] if len(by) > 1 else []
        for own in here:
            mine = next((rank for rank, names in own if names is by), None)
            if mine is not None and any(rank > mine for rank, names in own if len(names) < 2):
                return replace(edit, rank=edit.rank - FIRST)
        return edit

    found: dict[str, list[Proposal]] = {}
    done: set[_Same] = set()
    for name, own in wishes.items():
        for proposal in own:
            if alone(proposal) or not proposal.edits:
                found.setdefault(name, []).append(proposal)
                continue
            if proposal.kind == "move":
                by_all = list(moves[_all(proposal)])
                if name == by_all[0]:
                    names = ", ".join(by_all)
                    key = proposal.key if len(by_all) == 1 else f"{proposal.key} of {names}"
                    moving = tuple(placed(proposal, edit, moves[_all(proposal)]) for edit in proposal.edits)
                    found.setdefault(names, []).append(replace(proposal, edits=moving, key=key))
                continue
            by_names: dict[str, list[Edit]] = {}
            for edit in proposal.edits:
                same = _same(proposal, edit)
                names = ", ".join(whose[same])
                if names == name:
                    by_names.setdefault(name, []).append(edit)
                elif same not in done:
                    by_names.setdefault(names, []).append(placed(proposal, edit, whose[same]))
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
