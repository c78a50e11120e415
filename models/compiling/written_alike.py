"""What one asks for written in one way, where a file may have it in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Draft
from models.proposals.proposal import Edit, Point, Proposal


def ends_first(draft: Draft, one: Proposal, others: Sequence[Proposal]) -> Proposal:
    """The proposal, whole paragraphs that go with the end before the first of them gone with their own ends instead.

    So Word takes out the last paragraph of a text. Where one of `others`, all of its author, puts something in behind
    what goes, or takes the end there too, what follows is joined to what stands before.
    """
    if one.place.note is not None or not any(edit.ends_gone for edit in one.edits):
        return one
    texts = draft.paragraphs
    found = []
    for edit in one.edits:
        start, end = edit.start, edit.end
        if (
            edit.ends_gone
            and not edit.come
            and start.offset
            and end.paragraph < len(texts)
            and start.offset == len(texts[start.paragraph].text)
            and end.offset == len(texts[end.paragraph].text)
            and {note for one in texts[start.paragraph + 1 : end.paragraph + 1] for note in one.footnotes}
            == {*edit.gone_notes}
            and not any((two.come or two.ends_gone) and two.start == end for other in others for two in other.edits)
        ):
            first, after = Point(start.paragraph + 1, 0), Point(end.paragraph + 1, 0)
            edit = replace(edit, start=first, end=after, gone=edit.gone[1:] + edit.gone[0])
        found.append(edit)
    return replace(one, edits=tuple(found))


def new_ones_apart(draft: Draft, one: Proposal, others: Sequence[Proposal]) -> Proposal:
    """The proposal, a new paragraph that is begun at the end of one as one that stands before the next.

    So are new paragraphs before one and words at its beginning, in one edit, two edits.
    """
    if one.against is not None or one.place.note is not None or one.kind in ("split", "merge"):
        return one
    edits = [piece for edit in one.edits for piece in _apart(draft, edit, others)]
    return one if edits == list(one.edits) else replace(one, edits=tuple(edits))


def _apart(draft: Draft, edit: Edit, others: Sequence[Proposal]) -> list[Edit]:
    at, come = edit.start, edit.come
    if edit.start != edit.end or edit.ends_come == 0 or at.paragraph >= len(draft.paragraphs):
        return [edit]
    here = draft.paragraphs[at.paragraph]
    if at.offset == len(here.text) and at.offset and not come[0].runs and come[-1].runs:
        if any(two.come and two.start == at and two.rank > edit.rank for other in others for two in other.edits):
            return [edit]
        next_one = Point(at.paragraph + 1, 0)
        after = draft.paragraphs[next_one.paragraph] if next_one.paragraph < len(draft.paragraphs) else come[-1]
        new = (*come[1:], replace(after, runs=()))
        return [replace(edit, start=next_one, end=next_one, come=new, notes_before=0)]
    if at.offset == 0 and come[-1].runs and not edit.notes_before and all(one.runs for one in come[:-1]):
        whole = replace(edit, come=(*come[:-1], replace(come[-1], runs=())))
        return [whole, replace(edit, come=(come[-1],), rank=edit.rank + 1)]
    return [edit]
