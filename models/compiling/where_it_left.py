"""Where a compilation that came back has what stands beside words that went without tracking: as it left.

“We meet again today” without “ today”: whether “again” was put in before that or behind it, the file is the same. Only
what left tells which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.dossier.incoming.returning import Plan
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Point, Proposal, keyed

_Spans = dict[Point, tuple[Point, int]]
"""From where on what comes at a point moves behind words that go there: to where, and from which rank on."""


def where_it_left(draft: Draft, plan: Plan, made: Iterable[Proposal]) -> Plan:
    """The plan of a file on a draft, with what it has before words that went without tracking behind these, where that
    stood there in a compilation, which would come back with what is `made`."""
    spans = _spans(plan, made)
    if not spans:
        return plan
    before = [*plan.proposals, *plan.unasked]
    moved = keyed([_moved(draft, one, spans) if one.tracked else one for one in before], plan.node or "")
    if _texts(draft, moved) != _texts(draft, before):
        return plan
    now = {was.key: one for was, one in zip(before, moved, strict=True)}
    found = ([now[one.key] for one in own] for own in (plan.proposals, plan.unasked, plan.typed, plan.accepted))
    proposals, unasked, typed, accepted = map(tuple, found)
    return replace(plan, proposals=proposals, unasked=unasked, typed=typed, accepted=accepted)


def _spans(plan: Plan, made: Iterable[Proposal]) -> _Spans:
    left: dict[str, list[tuple[Point, str]]] = {}
    for one, edit in _coming(made):
        left.setdefault(one.author, []).append((edit.start, edit.come_text))
    goes = [edit for one in plan.unasked if one.place.note is None for edit in one.edits if edit.gone]
    ends = {edit.start: edit.end for edit in goes if edit.start.paragraph == edit.end.paragraph}
    found: _Spans = {}
    for one, edit in _coming(plan.proposals):
        # What others amended since is in pieces.
        places = {start for start, said in left.get(one.author, ()) if edit.come_text in said}
        end = ends.get(edit.start)
        if end in places and edit.start not in places:
            rank = min(edit.rank, found[edit.start][1]) if edit.start in found else edit.rank
            found[edit.start] = end, rank
    return found


def _coming(proposals: Iterable[Proposal]) -> Iterator[tuple[Proposal, Edit]]:
    """What puts in words, and nothing else."""
    for one in proposals:
        for edit in one.edits if one.place.note is None else ():
            if edit.come and edit.start == edit.end and edit.look is None and edit.number is None:
                yield one, edit


def _moved(draft: Draft, one: Proposal, spans: _Spans) -> Proposal:
    """A proposal with what comes at such a point behind what goes there, as all that stands behind it."""
    if one.place.note is not None or not any(edit.start in spans and edit.start == edit.end for edit in one.edits):
        return one
    edits = []
    for edit in one.edits:
        end, rank = spans.get(edit.start, (edit.start, 0))
        edits.append(replace(edit, start=end, end=end) if edit.start == edit.end and edit.rank >= rank else edit)
    place = one.place
    if place.start is not None and place.end is not None and edits:
        start, end_of = min(edit.start for edit in edits).offset, max(edit.end for edit in edits).offset
        words = place.words if one.strikes else draft.paragraphs[place.first].text[start:end_of]
        place = replace(place, start=start, end=end_of, words=words)
    return replace(one, edits=tuple(edits), place=place)


def _texts(draft: Draft, proposals: Iterable[Proposal]) -> list[str]:
    return [one.text for one in applied(draft, proposals).paragraphs]
