"""What is amiss in the order of a merged text, and what stands otherwise than a side made it and was never asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from models.draft import Draft, Kind, Run, brackets, canonical
from models.merging import Conflict, Merge, Row
from tests.models.merging.accounts import WORDINGS, left_out, quotes, telling

_NO_PLACE = "number", "kind", "words", "footnote", "reference"
"""What asks for no place."""
_BOTH = {"ours": "theirs", "theirs": "ours"}


def disordered(found: Merge) -> Iterator[tuple[str, int, int]]:
    """What both sides have in one order and the merged text has the other way round; what left its two neighbours.

    Places are those of the merged text. What is asked about stands as it was until it is answered, and where that is
    the answer.
    """
    asked = [one for one in found.conflicts if one.choice is None or one.choice.way not in ("ours", "theirs")]
    as_it_was = {found.rows[one.row].key for one in asked if one.row is not None and one.kind not in _NO_PLACE}
    rows = [row for row in found.rows if row.merged]
    for head, row in pairwise(rows):  # items go with what they stand under
        if head.key in as_it_was and found.draft.paragraphs[row.merged[0]].kind is Kind.SUBPARAGRAPH:
            as_it_was.add(row.key)
    known = [row for row in rows if _is_one(row) and row.key not in as_it_was]
    both = [row for row in known if row.ours and row.theirs]
    for at, one in enumerate(both):
        for two in both[at + 1 :]:  # one stands before two
            both_otherwise = one.ours[0] > two.ours[0] and one.theirs[0] > two.theirs[0]
            if both_otherwise and not any(_is_before(one, other) and _is_before(other, two) for other in both[at:]):
                yield "order", one.merged[0], two.merged[0]
    places = {
        name: [one for one in found.conflicts if one.kind == "moved" and one.choice and one.choice.way == name]
        for name in _BOTH
    }
    for name, other in _BOTH.items():
        here = sorted((row for row in rows if getattr(row, name)), key=lambda row: getattr(row, name)[0])
        for before, new, after in zip(here, here[1:], here[2:], strict=False):
            if new.base or getattr(new, other) or _is_heading(found, new):
                continue
            if any(row not in known for row in (before, new, after)) or before not in both or after not in both:
                continue
            if any(conflict.row in (found.rows.index(before), found.rows.index(after)) for conflict in places[other]):
                continue  # it was answered that a neighbour stands where the other side has it
            apart = getattr(after, other)[0] - getattr(before, other)[-1]
            if apart == 1 and not before.merged[0] < new.merged[0] < after.merged[0]:
                yield "neighbours", new.merged[0], before.merged[0]


def _is_before(one: Row, two: Row) -> bool:
    """Whether a row stands before another in the merged text and on a side, so that neither may stand elsewhere."""
    return one.merged < two.merged and (one.ours < two.ours or one.theirs < two.theirs)


def _is_heading(found: Merge, row: Row) -> bool:
    """Whether a row is a heading, which goes where what it stands over goes."""
    return found.draft.paragraphs[row.merged[0]].kind is Kind.HEADING


def _is_one(row: Row) -> bool:
    """Whether the paragraphs of a row stand one behind the other on each side."""
    return all(list(one) == [*range(one[0], one[0] + len(one))] for one in (row.ours, row.theirs) if one)


def unasked(found: Merge) -> Iterator[tuple[str, int, int]]:
    """Words said once that nobody was asked about, and that do not stand so often as both sides together made them.

    How often each should stand, and does.
    """
    drafts = found.ours.old, found.ours.new, found.theirs.new
    three, now, told = [*map(_counted, drafts)], _counted(found.draft), " ".join(found.told)
    quoted = (one.text for draft in drafts for one in draft.footnotes if quotes(told, one.text))
    said = {*telling(told), *telling(" ".join(quoted))}
    said |= {*left_out(found), *telling("ours theirs nothing deleted moved put after before under beginning without")}
    asked = {"ibid"}
    for one in found.conflicts:
        asked |= {*telling(" ".join((one.base, one.ours, one.theirs, *one.notes)))}
        whole = one.kind in ("deleted", "shape", "clause")  # notes go with the whole they stand in
        for row in (row for row in found.rows if whole and one.key in row.conflicts):
            for draft, places in zip(drafts, (row.base, row.ours, row.theirs), strict=True):
                notes = (draft.note[note].text for at in places for note in draft.paragraphs[at].footnotes)
                asked |= {*telling(" ".join(notes))}
    for key in {key for one in (*three, now) for key in one}:
        base, ours, theirs = (one[key] for one in three)
        if max(base, ours, theirs) == 1 and key[0] not in asked and key[0] not in said:
            due = {ours, ours + theirs - base} if ours == theirs else {ours + theirs - base}
            if now[key] not in due:
                yield key[0], max(due), now[key]


def _counted(draft: Draft) -> Counter[tuple[str, bool]]:
    """How often each word stands in the paragraphs, and in the notes: no word goes from the one to the other."""
    texts = [(one.text, False) for one in draft.paragraphs] + [(one.text, True) for one in draft.footnotes]
    return Counter((word, in_note) for text, in_note in texts for word in telling(text))


def unshown(found: Merge) -> list[Conflict]:
    """What is asked without two texts that differ."""
    return [one for one in found.conflicts if (one.ours, one.notes[1]) == (one.theirs, one.notes[2])]


def alone(found: Merge) -> int:
    """How many brackets have no partner in an answered text, beyond those that have none in one of the three."""
    had = [_alone(one) for one in (found.ours.old, found.ours.new, found.theirs.new)]
    return max(_alone(found.draft) - max(had), 0)


def _alone(draft: Draft) -> int:
    return sum(one.start is None or one.end is None for one in brackets(draft))


def same(one: Draft, two: Draft) -> bool:
    """Whether two texts are one, notes that have the wordings of both sides in whatever order."""
    return _sorted(one) == _sorted(two)


def _sorted(draft: Draft) -> str:
    notes = [
        replace(note, runs=(Run(f"{said[1]}{sorted(said.group(2, 3))}{said[4]}"),)) if said else note
        for note in draft.footnotes
        for said in [WORDINGS.fullmatch(note.text)]
    ]
    return canonical(replace(draft, footnotes=tuple(notes)))


def turned(one: Merge, two: Merge) -> Iterator[str]:
    """How the questions of two merges differ of which the sides changed places."""
    mine = Counter((c.kind, c.base, c.ours, c.theirs, c.deleted_by, c.notes) for c in one.conflicts)
    theirs = Counter(
        (c.kind, c.base, c.theirs, c.ours, _BOTH.get(c.deleted_by, ""), (c.notes[0], c.notes[2], c.notes[1]))
        for c in two.conflicts
    )
    yield from (str(asked) for asked in (mine - theirs) | (theirs - mine))
