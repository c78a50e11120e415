"""What several put in at one point: whose stands first, and what stands between their words and their tables."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations, groupby, pairwise

from models.compiling.joint_wishes import names_in
from models.compiling.signs import IN_ONE_ORDER
from models.compiling.standing import WITH, Standing, with_both
from models.draft import Draft, Kind, Paragraph, Run
from models.merging.words.unspaced import is_unspaced
from models.proposals.proposal import END, Edit, Place, Point, Proposal
from models.proposals.tracked.within_new import comes_whole

_OPENING = ("Ps", "Pi", "Pd")
_OWN = 1 << 100
"""Between the ranks of two that put something in at one point: all that one puts in lies within."""

_IN_PLACE, _ADDED = 2, 3
"""The class of words that take the place of others, and of those that are added (`_class`)."""

_At = tuple[int | None, Point, int]


def in_their_order(draft: Draft, wishes: Sequence[Standing]) -> list[Standing]:
    """The wishes on a draft, what each puts in at a point in one piece: whole paragraphs first, what joins two last.

    What takes the place of words stands before what is added behind them, and what amends another's words with these.
    """
    hosts = {one.proposal.key: one for one in wishes}
    names = {name: n + 1 for n, name in enumerate(dict.fromkeys(one.name for one in wishes if WITH not in one.name))}
    own: dict[tuple[str, int | None, Point], list[tuple[Standing, Edit]]] = {}
    for one in wishes:
        for edit in one.proposal.edits if one.proposal.against is None else ():
            for name in {one.name, *names_in(one.name)} if edit.come else ():
                own.setdefault((name, one.proposal.place.note, edit.start), []).append((one, edit))

    turns = {at: _turns(draft, here) for at, here in own.items()}

    def ranked(one: Standing) -> Standing:
        host = one
        while host.proposal.against in hosts and host.proposal.edits:
            host = hosts[host.proposal.against or ""]
        edits, note = [], host.proposal.place.note
        for edit in one.proposal.edits:
            ranks, classes = turns.get((host.name, note, edit.start), ((), ()))
            at = bisect_right(ranks, edit.rank)
            if host is not one and (begun := _first_rank(host, edit)) is not None:
                at = max(at, bisect_right(ranks, begun))
            first = classes[at - 1] if at else _class(draft, host, edit, _joins(edit))
            turn = names.get(host.name, 0)
            if edit.rank >= IN_ONE_ORDER:
                # Words that come for others and such as are added there: the order tells which stand first.
                turn, first = 1, _ADDED if first == _IN_PLACE else first
            elif len(names_in(host.name)) > 1:
                turn = 0 if edit.rank < 0 else len(names) + 1
            edits.append(replace(edit, rank=edit.rank + _OWN * (first * (len(names) + 2) + turn)))
        return replace(one, proposal=replace(one.proposal, edits=tuple(edits)))

    return [ranked(one) for one in wishes]


def _first_rank(host: Standing, amending: Edit) -> int | None:
    """The rank of what one puts in first at the point at which another amends it."""
    return min((edit.rank for edit in host.proposal.edits if edit.come and edit.start == amending.start), default=None)


def _turns(draft: Draft, own: Sequence[tuple[Standing, Edit]]) -> tuple[list[int], list[int]]:
    """The ranks of what one puts in at a point, and which comes first of it up to each.

    What one puts in stays in its order, so nothing stands before what it puts in there earlier.
    """
    ranks: list[int] = []
    classes: list[int] = []
    joins = False
    for rank, here in groupby(sorted(own, key=lambda one: one[1].rank), key=lambda one: one[1].rank):
        edits = [*here]
        joins = joins or any(_joins(edit) for _, edit in edits)
        ranks.append(rank)
        classes.append(max([_class(draft, *edits[0], joins), *classes[-1:]]))
    return ranks, classes


def _joins(edit: Edit) -> bool:
    return bool(edit.ends_come) and edit.start == edit.end


def _class(draft: Draft, host: Standing, mine: Edit, joins: bool) -> int:
    """Which comes first of what several put in at a point, where one puts in an edit last, and `joins` any up to it.

    A row stands beside the rows of its table, before all that comes behind these, or behind what comes before them.
    """
    first, last = (mine.come[0].cell, mine.come[-1].cell) if mine.ends_come else (None, None)
    if first is not None and first[1] > 0 and _goes_on(draft, mine):
        return -1
    if comes_whole(mine) or host.before(mine):
        return 1 if first is not None and last is not None and first[0] == last[0] else 0
    if joins:
        return 5
    if mine.gone:
        return 4 if mine.ends_gone else _IN_PLACE
    return _ADDED


def _goes_on(draft: Draft, rows: Edit) -> bool:
    """Whether rows that come are of the table they stand behind, and not before the first row of one."""
    at, come = rows.start.paragraph + (rows.start.offset > 0), (rows.come[0].cell, rows.come[-1].cell)
    before = draft.paragraphs[at - 1].cell if 0 < at <= len(draft.paragraphs) else None
    behind = draft.paragraphs[at].cell if at < len(draft.paragraphs) else None
    if before is None or behind is None or before[0] == behind[0]:
        return before is not None
    return come[0] is None or come[1] is None or come[0][0] != come[1][0]


def spaces(wishes: Iterable[Standing], gone: Set[tuple[str, str, int]]) -> Iterator[Standing]:
    """A space between words that two put in side by side, in the names of both: so they stay words.

    `gone` are edits, with the name of who strikes each: between words of which one goes with the other none is needed.
    """
    found: dict[_At, list[tuple[Edit, Standing, int]]] = {}
    for one in wishes:
        for n, edit in enumerate(one.proposal.edits):
            if edit.come_text and one.proposal.against is None:
                at = edit.end if edit.end.offset else edit.start
                notes = edit.notes_before if at == edit.start else 0
                found.setdefault((one.proposal.place.note, at, notes), []).append((edit, one, n))
    for (note, at, notes), here in found.items():
        here.sort(key=lambda one: one[0].rank)
        for (before, first, m), (after, second, n) in pairwise(here):
            if first.name == second.name or not run_together(before.come_text[-1:], after.come_text[:1]):
                continue
            if _goes(first, m, second, gone) or _goes(second, n, first, gone):
                continue
            come = (replace(after.come[0], runs=(Run(" "),)),)
            edit = Edit(at, at, "", come, notes_before=notes, rank=after.rank - 1)
            key = f"between {first.proposal.key} and {second.proposal.key} at {at}"
            place = Place("", at.paragraph, at.paragraph + 1, note=note)
            yield Standing(with_both(second.name, first.name), Proposal("reword", "", place, (edit,), key=key))


def _goes(one: Standing, number: int, other: Standing, gone: Set[tuple[str, str, int]]) -> bool:
    """Whether an edit of one goes with what another takes out."""
    return any((name, one.proposal.key, number) in gone for name in names_in(other.name))


def spaces_kept(draft: Draft, wishes: Sequence[Standing], gone: Set[tuple[str, str, int]]) -> Iterator[Standing]:
    """A space in the names of two where both take out words that overlap, and with them all that parted what stays."""
    found: dict[int, list[tuple[Edit, Standing, int]]] = {}
    for one in wishes:
        for n, edit in enumerate(one.proposal.edits if one.in_text and one.proposal.kind != "move" else ()):
            if edit.gone and not (edit.ends_gone or edit.ends_come):
                found.setdefault(edit.start.paragraph, []).append((edit, one, n))
    for at, here in found.items():
        here.sort(key=lambda one: one[0].end)
        for (first, one, m), (then, other, n) in combinations(here, 2):
            overlap = then.start < first.end < then.end and first.start != then.start
            if not overlap or {*names_in(one.name)} & {*names_in(other.name)}:
                continue
            if _goes(one, m, other, gone) or _goes(other, n, one, gone):
                continue
            space = _parting(draft.paragraphs[at].text, first, then)
            if space is not None:
                key = f"kept between {one.proposal.key} and {other.proposal.key} at {space.start}"
                yield Standing(
                    with_both(other.name, one.name),
                    Proposal("reword", "", Place("", at, at + 1), (space,), key=key),
                )


def _parting(text: str, first: Edit, then: Edit) -> Edit | None:
    """A space where what is left of two edits that overlap, or what they put in, would run together as in neither."""
    start, end = min(first.start, then.start), then.end.offset
    before, after = text[: start.offset][-1:], text[end : end + 1]
    said, last = first.come_text, then.come_text
    if said and last and run_together(said[-1:], last[:1]):
        point, rank = then.end, then.rank - 1
    elif said and not last and run_together(said[-1:], after):
        point, rank = first.end, first.rank + 1
    elif last and not said and start != then.start and run_together(before, last[:1]):
        point, rank = then.end, then.rank - 1
    elif not said and not last and run_together(before, after):
        point, rank = then.end, 0
    else:
        return None
    return Edit(point, point, "", (Paragraph(Kind.TEXT, (Run(" "),)),), rank=rank)


def lines_between_tables(draft: Draft, wishes: Iterable[Standing]) -> Iterator[Standing]:
    """An empty line between new tables that two put in side by side, in the names of both: so they stay two tables.

    Programs show tables with nothing between them as one.
    """
    found: dict[Point, list[tuple[Edit, Standing]]] = {}
    for one in wishes:
        for edit in one.proposal.edits if one.in_text else ():
            if edit.ends_come and edit.start == edit.end:
                found.setdefault(edit.start, []).append((edit, one))
    for at, here in found.items():
        if at.paragraph < len(draft.paragraphs) and draft.paragraphs[at.paragraph].cell is not None:
            continue  # rows of a table that is there
        here.sort(key=lambda one: one[0].rank)
        for (before, first), (after, second) in pairwise(here):
            begins = after.come[0].cell
            if first.name == second.name or before.come[-2].cell is None or begins is None or any(begins[1:]):
                continue
            come = (Paragraph(Kind.TEXT), replace(after.come[-1], runs=()))
            edit = Edit(at, at, "", come, notes_before=after.notes_before, rank=after.rank - 1)
            key = f"between the tables of {first.proposal.key} and {second.proposal.key} at {at}"
            place = Place("", at.paragraph, at.paragraph)
            yield Standing(with_both(second.name, first.name), Proposal("insert", "", place, (edit,), key=key))


def run_together(one: str, other: str) -> bool:
    """Whether two signs side by side would make one word, or a stop and a word, of two.

    A word stands close to what opens before it, to a dash, and to a stop of a script without spaces.
    """
    if not (one and other) or is_unspaced(one) or is_unspaced(other):
        return False
    kind = unicodedata.category(one)
    close = kind in _OPENING or one in "/¿¡" or (kind[0] == "P" and unicodedata.east_asian_width(one) in "WF")
    return not (close or one.isspace() or one == END) and other.isalnum()
