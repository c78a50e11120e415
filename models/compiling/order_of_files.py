"""What several put in at one point of one file stands there in the order of that file, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from models.compiling.signs import IN_ONE_ORDER, Spot, spot_of
from models.proposals.proposal import Edit, Proposal

_Place = tuple[int | None, Spot]


def in_order_of_files(
    wishes: Mapping[str, Proposal], names: Mapping[str, Set[str]], files: Sequence[Mapping[str, Sequence[int]]]
) -> dict[str, Proposal]:
    """Wishes by their keys, none of which is in two of the `files`, each of these with the ranks of its edits there.

    `names` are those who ask for each. What several ask for in files of their own has no order but that of their names.
    """
    found = dict(wishes)
    for file in files:
        own = {key: wishes[key] for key in file if key in wishes}
        shared = {*_shared(own, names)}
        for key, one in own.items() if shared else ():
            ranks = file[key] if len(file[key]) == len(one.edits) else [edit.rank for edit in one.edits]
            edits = [_placed(edit, rank, one, shared) for edit, rank in zip(one.edits, ranks, strict=True)]
            found[key] = replace(one, edits=tuple(edits))
    return found


def _shared(own: Mapping[str, Proposal], names: Mapping[str, Set[str]]) -> Iterator[_Place]:
    """Where several put something in, which others may amend there."""
    who: dict[_Place, Set[str]] = {}
    for key, one in own.items():
        for edit in one.edits if one.against is None else ():
            if edit.come and who.setdefault(at := _place(one, edit), names[key]).isdisjoint(names[key]):
                yield at


def _placed(edit: Edit, rank: int, one: Proposal, shared: Set[_Place]) -> Edit:
    return replace(edit, rank=IN_ONE_ORDER + rank) if edit.come and _place(one, edit) in shared else edit


def _place(one: Proposal, edit: Edit) -> _Place:
    return one.place.note, spot_of(edit)
