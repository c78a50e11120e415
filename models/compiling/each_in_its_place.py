"""Wishes of several, set so that each taken alone gives what it asks for, and none amends what its author did not.

What comes is laid in first, each in its own name, and what goes is struck after that: so what one puts in has its place
among words that another strikes. What several strike is struck once, in all their names. Who takes out a paragraph, or
words, takes out what others put in between; and what others change in a paragraph that is moved, they change where it
stands and where it moves to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.compiling.beside_others import in_their_order, lines_between_tables, spaces, spaces_kept
from models.compiling.gone_with import by_place, gone_with, takes
from models.compiling.in_moved import in_moved
from models.compiling.joint_wishes import in_order, names_in
from models.compiling.second_notes import SecondNotes
from models.compiling.standing import WITH, Standing, Struck
from models.compiling.struck_words import StruckWords
from models.compiling.taken_out import Reach
from models.compiling.turned_numbers import Turned
from models.compiling.written_alike import ends_first, new_ones_apart
from models.draft import Draft
from models.proposals.proposal import Edit, Point, Proposal

Layer = tuple[str, Sequence[Proposal]]


@dataclass(frozen=True)
class Settled:
    """Wishes as layers, one laid over the other: a name, and the proposals that carry it.

    `struck` are those by which the text loses words where others change something too; they come last. `turned` are
    the typed numbers that stay where they are, and are words of some.
    """

    layers: Sequence[Layer]
    struck: Sequence[Layer]
    turned: Turned


def each_in_its_place(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], typed: Callable[[int], str] = lambda _at: ""
) -> Settled:
    """The wishes on a draft, those that have to do with one another set so that each keeps its place.

    `typed` has by its paragraph each number that is letters of the file.
    """
    everyone = [
        Standing(name, new_ones_apart(draft, ends_first(draft, one, own), own))
        for name, own in in_order(wishes).items()
        for one in own
    ]
    struck = Struck()
    notes = SecondNotes(draft, [note for one in everyone for note in one.proposal.footnotes])
    reach = Reach(draft, ((one.name, one.proposal) for one in everyone))
    moved = in_moved(draft, everyone, reach, struck, notes)
    placed = _struck_by_several(in_their_order(draft, moved.wishes), struck)
    gone = _strike_within(placed, struck)
    words, turned = StruckWords(draft), Turned(draft, typed)
    contested = _contested(draft, placed, reach)
    points: dict[tuple[str, int | None], list[tuple[Point, int]]] = {}
    for one in placed:
        own = points.setdefault((one.name, one.proposal.place.note), [])
        own += [(edit.start, edit.rank) for edit in one.proposal.edits if edit.come and one.proposal.against is None]
    laid = [
        one
        if one.proposal.key in moved.untouched
        else replace(one, proposal=_laid_in(one, contested, points[one.name, one.proposal.place.note], words, turned))
        for one in placed
    ]
    laid = [_without_emptied(one, words) for one in laid]
    laid = sorted(notes.laid_in(laid, _notes_taken(placed)), key=lambda one: not _begins_a_list(draft, one))
    moves = [one for one in laid if one.proposal.key in moved.untouched]
    both = [one for one in laid if WITH in one.name]
    first = [one for one in laid if one.proposal.key not in moved.untouched and WITH not in one.name]
    last = sorted([*words.wishes(), *struck.wishes()], key=_most_first)
    between = [*spaces([*first, *moves], gone), *spaces_kept(draft, placed, gone), *lines_between_tables(draft, first)]
    return Settled(
        [
            *_in_rounds(first, moves, [*both, *between]),
            *_by_name(one for one in last if _apart_from_text(draft, one)),
        ],
        list(_by_name(one for one in last if not _apart_from_text(draft, one))),
        turned,
    )


def _begins_a_list(draft: Draft, one: Standing) -> bool:
    """Whether it gives a number to what has none: what comes behind is counted on from that."""
    becoming = ((edit.start.paragraph, edit.becomes) for edit in one.proposal.edits if edit.becomes is not None)
    return any(after.number is not None and draft.paragraphs[at].number is None for at, after in becoming)


def _apart_from_text(draft: Draft, one: Standing) -> bool:
    """Whether it is about a note or a table: words go there in a layer as others, and rows as rows."""
    place = one.proposal.place
    return place.note is not None or (
        place.first < len(draft.paragraphs) and draft.paragraphs[place.first].cell is not None
    )


def _most_first(one: Standing) -> tuple[bool, int, str]:
    return one.proposal.place.note is None, -len(names_in(one.name)), one.name


def _by_name(wishes: Iterable[Standing]) -> Iterator[Layer]:
    found: dict[tuple[bool, str], list[Proposal]] = {}
    for one in wishes:
        found.setdefault((one.proposal.place.note is None, one.name), []).append(one.proposal)
    yield from ((name, own) for (_, name), own in found.items())


def _in_rounds(wishes: Iterable[Standing], *stages: Sequence[Standing]) -> Iterator[Layer]:
    """The wishes name by name, then those of each stage; what amends another's comes in a later round, once that is
    there."""
    left: dict[str, list[Proposal]] = {}
    for one in wishes:
        left.setdefault(one.name, []).append(one.proposal)
    there: set[str | None] = {None}

    def round_of(name: str) -> list[Proposal]:
        ready: list[Proposal] = []
        while more := [one for one in left[name] if one.against in there]:
            ready += more
            there.update(one.key for one in more)
            gone = {one.key for one in more}
            left[name] = [one for one in left[name] if one.key not in gone]
        return ready

    for stage in ((), *stages):
        yield from _by_name(stage)
        there.update(one.proposal.key for one in stage)
        while found := [(name, ready) for name in left if (ready := round_of(name))]:
            yield from found


# What goes


def _contested(draft: Draft, wishes: Sequence[Standing], reach: Reach) -> set[tuple[str, int]]:
    """What takes something out where, or beside where, others change something: key and number of the edit."""
    edited = {one.proposal.place.note for one in wishes if one.proposal.place.note is not None}
    found: set[tuple[str, int]] = set()
    several = len({one.name for one in wishes}) > 1
    places, within = by_place(wishes), by_place(wishes, amending=True)
    for at, here in places.items():
        for one, n, edit in here:
            if not takes(edit) or (one.proposal.key, n) in found:
                continue
            start = reach.of(one.name, edit)
            # What stands within another's words stands where these do: beside words that another strikes.
            beside = [*here, *within.get(at, ()), *places.get((None, edit.end.paragraph + 1), ())]
            beside += places.get((None, start.paragraph), ()) if start < edit.start else ()
            if (
                edited & {*edit.gone_notes}
                or (several and _takes_ends(draft, edit))
                or any(
                    (other.name != one.name or (start < edit.start and other.proposal is not one.proposal))
                    and reach.of(other.name, two) <= edit.end
                    and start <= two.end
                    for other, _, two in beside
                )
            ):
                # What belongs together is struck together.
                found |= {(one.proposal.key, other) for other in range(len(one.proposal.edits))}
    return _with_their_rows(draft, wishes, found)


def _with_their_rows(draft: Draft, wishes: Sequence[Standing], contested: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """The same with all that one takes out of a row where it takes out some of that: a row goes with its cells, each of
    which may be a wish of its own."""
    rows: dict[tuple[str, tuple[int, int]], set[tuple[str, int]]] = {}
    for one in wishes:
        for n, edit in enumerate(one.proposal.edits if one.in_text else ()):
            if takes(edit) and edit.ends_gone:
                for paragraph in draft.paragraphs[edit.start.paragraph : edit.end.paragraph]:
                    if paragraph.cell is not None:
                        rows.setdefault((one.name, paragraph.cell[:2]), set()).add((one.proposal.key, n))
    found = set(contested)
    while more := [own for own in rows.values() if not own.isdisjoint(found) and not own <= found]:
        found.update(*more)
    return found


def _takes_ends(draft: Draft, edit: Edit) -> bool:
    """Whether ends of paragraphs go with an edit, those of rows apart: which of them do is chosen when all is there.

    So it is where the words of the last paragraph go, whose end cannot: the one before it has to.
    """
    here = draft.paragraphs[edit.start.paragraph : edit.end.paragraph + 1]
    last = len(draft.paragraphs) - 1
    emptied = edit.start <= Point(last, 0) and edit.end == Point(last, len(draft.paragraphs[last].text))
    return (edit.ends_gone > 0 or emptied) and all(one.cell is None for one in here)


def _laid_in(
    one: Standing,
    contested: set[tuple[str, int]],
    own: Sequence[tuple[Point, int]],
    words: StruckWords,
    turned: Turned,
) -> Proposal:
    """The proposal without what it takes out where others change something too: that is struck when all is there.

    `own` is where its author puts something in.
    """
    proposal = one.proposal
    if proposal.against is not None:
        return proposal
    edits = list(proposal.edits)
    for n, edit in enumerate(edits):
        if takes(edit) and (proposal.kind == "move" or (proposal.key, n) in contested):
            words.add(one.name, proposal.place.note, edit)
            edits[n] = _what_comes(turned.left_in_place(one.name, edit) if one.in_text else edit, own)
    # What is laid in without what it leaves is no move as Word has it.
    kind = "reword" if proposal.kind == "move" else proposal.kind
    return replace(proposal, edits=tuple(edits), kind=kind)


def _without_emptied(one: Standing, words: StruckWords) -> Standing:
    """The wish without what paragraphs become of which all words are struck when all is there."""
    edits = []
    for edit in one.proposal.edits:
        if one.in_text and edit.becomes is not None and words.empties(one.name, edit):
            words.add_emptied(one.name, edit)
        else:
            edits.append(edit)
    return (
        one
        if len(edits) == len(one.proposal.edits)
        else replace(one, proposal=replace(one.proposal, edits=tuple(edits)))
    )


def _notes_taken(wishes: Iterable[Standing]) -> dict[str, set[int]]:
    """Which notes of the draft each takes out, be it that it puts them in elsewhere."""
    found: dict[str, set[int]] = {}
    for one in wishes:
        for name in names_in(one.name) if one.proposal.against is None else ():
            found.setdefault(name, set()).update(note for edit in one.proposal.edits for note in edit.gone_notes)
    return found


def _what_comes(edit: Edit, own: Sequence[tuple[Point, int]]) -> Edit:
    """What an edit puts in, without what it takes out: behind that, save the end of a paragraph alone."""
    at = edit.end if edit.end.offset else edit.start
    if any((edit.start, edit.rank) < (point, rank) < (at, edit.rank) for point, rank in own):
        at = edit.start  # before what it puts in itself further on
    notes_before = edit.notes_before if at == edit.start else 0
    return Edit(at, at, "", edit.come, notes_before=notes_before, rank=edit.rank)


def _struck_by_several(wishes: Sequence[Standing], struck: Struck) -> list[Standing]:
    """The wishes, what several strike of another's words once in the names of them all."""
    hosts = {one.proposal.key: one.proposal for one in wishes}
    by: dict[tuple[str | None, int], set[str]] = {}
    for one in wishes:
        for number in one.proposal.strikes:
            by.setdefault((one.proposal.against, number), set()).add(one.name)

    def apart(one: Standing) -> Standing:
        host = hosts.get(one.proposal.against or "")
        several = {n for n in one.proposal.strikes if len(by[one.proposal.against, n]) > 1} if host else set()
        for n in several:
            struck.add(hosts[one.proposal.against or ""], n, one.name)
        left = tuple(n for n in one.proposal.strikes if n not in several)
        return replace(one, proposal=replace(one.proposal, strikes=left)) if several else one

    return [apart(one) for one in wishes]


def _strike_within(wishes: Sequence[Standing], struck: Struck) -> set[tuple[str, str, int]]:
    """Notes who takes out words between which others put some in: these go with them. Which, and with whose."""
    found: set[tuple[str, str, int]] = set()
    amending: dict[str, list[Standing]] = {}
    for one in wishes:
        if one.proposal.against is not None and one.proposal.edits:
            amending.setdefault(one.proposal.against, []).append(one)
    for gone in gone_with(wishes):
        struck.add(gone.host.proposal, gone.number, gone.name)
        _strike_amending(gone.name, gone.host, gone.edit, amending, struck)
        found.add(gone.known)
    return found


def _strike_amending(
    name: str, host: Standing, edit: Edit, amending: Mapping[str, Sequence[Standing]], struck: Struck
) -> None:
    for one in amending.get(host.proposal.key, ()):
        if name not in names_in(one.name):
            for n, own in enumerate(one.proposal.edits):
                if own.start == edit.start:
                    struck.add(one.proposal, n, name)
