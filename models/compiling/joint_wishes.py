"""What several delegations ask for in the very same words, as one wish of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from models.compiling.same_result import as_the_first_has_it
from models.compiling.signs import IN_ONE_ORDER
from models.draft import Draft, Footnote
from models.proposals.proposal import Edit, Point, Proposal

FIRST = 1 << 60
"""The rank of what several put in is so much less where one of them puts in something alone behind it."""

_Same = tuple[int | None, Edit, tuple[Footnote, ...]]
_Spot = tuple[str, int | None, Point]
_Names = dict[str, None]


def joined(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], amended: Set[str | None] = frozenset()
) -> dict[str, list[Proposal]]:
    """The wishes on a draft by name, what several ask for alike once and by all their names: “Fiji, Kenya”.

    What amends another's proposal, or is amended, stays whose it is: such hang on one another. A move is one with that
    of the same paragraphs to the same place, and rows of a table are with the same rows. `amended` are keys of what is
    amended by others than these.
    """
    amended = amended | {one.against for own in wishes.values() for one in own}
    wishes = as_the_first_has_it(draft, in_order(wishes), amended)
    asked = _Asked(wishes, amended)
    found: dict[str, list[Proposal]] = {}
    done = set[int]()
    for name, own in wishes.items():
        for proposal in own:
            edits: dict[str, list[Edit]] = {} if proposal.edits else {name: []}
            for edit in proposal.edits:
                by = asked.by(name, proposal, edit)
                if next(iter(by)) == name and id(by) not in done:
                    done |= {id(by)} if len(by) > 1 else set()
                    edits.setdefault(", ".join(by), []).append(asked.placed(proposal, edit, by))
            for names, theirs in edits.items():
                stays = names == name or proposal.key in amended
                key = proposal.key if stays else f"{proposal.key} of {names}"
                found.setdefault(names, []).append(replace(proposal, edits=tuple(theirs), key=key))
    return found


class _Asked:
    """Who asks for each edit, or for a move as a whole, and what else each puts in at its place."""

    def __init__(self, wishes: Mapping[str, Sequence[Proposal]], amended: Set[str | None]) -> None:
        self._amended = amended
        self._by: dict[tuple[object, ...], _Names] = {}
        self._puts: dict[_Spot, list[tuple[int, _Names, bool]]] = {}
        for name, own in wishes.items():
            for proposal in own:
                for edit in proposal.edits:
                    by = self.by(name, proposal, edit)
                    by[name] = None
                    if edit.come:
                        self._puts.setdefault((name, proposal.place.note, edit.start), []).append(
                            (edit.rank, by, edit.ends_come > 0)
                        )

    def by(self, name: str, proposal: Proposal, edit: Edit) -> _Names:
        """Whose an edit is, in alphabetical order."""
        if proposal.against is not None or proposal.key in self._amended:
            return self._by.setdefault((proposal.key, edit.start, edit.rank), {name: None})
        # No edit but those of a move, and of rows that come, is known by others too.
        rows = _in_cell(edit)
        whole = [one for one in proposal.edits if proposal.kind == "move" or (rows and _in_cell(one))]
        return self._by.setdefault((_same(proposal, edit), *(_same(proposal, one) for one in whole)), {})

    def placed(self, proposal: Proposal, edit: Edit, by: _Names) -> Edit:
        """The edit of several before what one of them puts in there alone behind it.

        Where all stands in one order, it has the place there that it has for the first of them, or else for the last.
        """
        ranks, first = list[int](), False
        for name in by if len(by) > 1 else ():
            own = self._puts.get((name, proposal.place.note, edit.start), [])
            mine, whole = next(((rank, whole) for rank, names, whole in own if names is by), (None, False))
            if mine is None:
                continue
            ranks.append(mine)
            # Words stand behind all paragraphs that come before one, whoever puts these in; so they do not in one.
            divides = edit.start.offset > 0
            behind = ((rank, other) for rank, names, other in own if len(names) < 2)
            first = first or any(mine < rank for rank, other in behind if other >= whole or divides)
        if edit.rank >= IN_ONE_ORDER and ranks:
            return replace(edit, rank=min(ranks) if first else max(ranks))
        return replace(edit, rank=edit.rank - FIRST) if first else edit


def in_order(wishes: Mapping[str, Sequence[Proposal]]) -> dict[str, list[Proposal]]:
    """The wishes by name in alphabetical order, those of one name as they stand in the text."""
    names = sorted(wishes, key=lambda name: (name.casefold(), name))
    return {name: sorted(wishes[name], key=_standing) for name in names}


def _standing(one: Proposal) -> tuple[Point, str]:
    return min((edit.start for edit in one.edits), default=Point(one.place.first, 0)), one.key


def _same(proposal: Proposal, edit: Edit) -> _Same:
    cited = {note for paragraph in edit.come for note in paragraph.footnotes}
    notes = tuple(note for note in proposal.footnotes if note.id in cited)
    return proposal.place.note, replace(edit, rank=0), notes


def _in_cell(edit: Edit) -> bool:
    """Whether paragraphs in cells come: as many rows of one as of another may begin with the same words."""
    return edit.ends_come > 0 and edit.come[0].cell is not None


def names_in(name: str) -> tuple[str, ...]:
    """Whose wish one is that stands in a name: of what several ask for alike, each of them."""
    return tuple(name.split(", "))


def in_names_of(names: Iterable[str]) -> str:
    """The name of what several ask for, each named once, in alphabetical order."""
    each = {one for name in names for one in names_in(name)}
    return ", ".join(sorted(each, key=lambda name: (name.casefold(), name)))
