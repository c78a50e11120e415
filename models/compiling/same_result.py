"""What several ask for alike though their marks stand otherwise, told by the text that results: it is one wish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Place, Point, Proposal

_MOST, _MANY = 12, 80
"""How many edits side by side are looked at together, and of how many in a paragraph none but all together."""

_At = tuple[int | None, int]
"""The note, or None, and the paragraph in it."""


class _Own(NamedTuple):
    """An edit of one, and which of its proposals it is of."""

    proposal: int
    edit: Edit


def as_the_first_has_it(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], amended: Set[str | None]
) -> dict[str, list[Proposal]]:
    """The wishes by name, what gives the same words as what an earlier name asks for with that one's edits.

    “with deep | concern” and “with | deep concern” are one text, and so are words replaced as a whole, or in parts.
    Only words within a paragraph, or a note, are looked at: not what amends another's proposal or is amended, nor a
    move; `amended` are the keys of what is.
    """
    found: dict[str, list[Proposal]] = {}
    before: dict[_At, list[list[Edit]]] = {}
    for name, own in wishes.items():
        edits = [list(one.edits) for one in own]
        for at, mine in _by_paragraph(own, amended).items():
            for theirs in before.get(at, ()):
                mine = _instead(draft, at, mine, theirs, edits)
            before.setdefault(at, []).append([one.edit for one in mine])
        pairs = zip(own, edits, strict=True)
        found[name] = [replace(one, edits=tuple(its)) for one, its in pairs if its or not one.edits]
    return found


def _by_paragraph(own: Sequence[Proposal], amended: Set[str | None]) -> dict[_At, list[_Own]]:
    found: dict[_At, list[_Own]] = {}
    for which, one in enumerate(own):
        if one.against is not None or one.key in amended or one.kind == "move":
            continue
        for edit in one.edits:
            within = edit.start.paragraph == edit.end.paragraph and len(edit.come) < 2
            if within and edit.look is None and edit.becomes is None and edit.number is None and not _cites(edit):
                found.setdefault((one.place.note, edit.start.paragraph), []).append(_Own(which, edit))
    return {at: sorted(edits, key=_standing) for at, edits in found.items()}


def _standing(one: _Own) -> tuple[Point, int]:
    return one.edit.start, one.edit.rank


def _cites(edit: Edit) -> bool:
    return any(run.footnote is not None for one in edit.come for run in one.runs)


def _instead(draft: Draft, at: _At, mine: list[_Own], theirs: list[Edit], edits: list[list[Edit]]) -> list[_Own]:
    """The edits of one, those that come to the same as another's being that one's; `edits` is changed with them."""
    text = _alone(draft, at)
    while text is not None and (same := next(_alike(text, mine, theirs), None)) is not None:
        part, other = same
        come = [_Own(part[0].proposal, replace(one, rank=part[0].edit.rank + n)) for n, one in enumerate(other)]
        for one in part:
            edits[one.proposal].remove(one.edit)
        edits[part[0].proposal] += (one.edit for one in come)
        mine = sorted([*(one for one in mine if one not in part), *come], key=_standing)
    return mine


def _alike(text: Draft, mine: Sequence[_Own], theirs: Sequence[Edit]) -> Iterator[tuple[list[_Own], list[Edit]]]:
    """What comes to the same of the edits of two, and is not the same: all first, then those side by side, few first.

    With each edit goes all that it touches.
    """
    both = sorted([(one.edit.start, one.edit.end) for one in mine] + [(one.start, one.end) for one in theirs])
    side_by_side = range(2, min(len(both) - 1, _MOST) + 1) if len(both) <= _MANY else ()
    for count in (len(both), *side_by_side):
        for first in range(len(both) - count + 1):
            start, end = _as_far_as_they_touch(both, first, first + count)
            part = [one for one in mine if start <= one.edit.start and one.edit.end <= end]
            other = [one for one in theirs if start <= one.start and one.end <= end]
            own = [one.edit for one in part]
            if not part or not other or _longer(own) != _longer(other):
                continue
            if {*map(_unranked, own)} != {*map(_unranked, other)} and _words(text, own) == _words(text, other):
                yield part, other


def _as_far_as_they_touch(spans: Sequence[tuple[Point, Point]], first: int, after: int) -> tuple[Point, Point]:
    """From where to where some of the spans, which stand in order, go, and all that touch one another with them."""
    start, end = spans[first][0], max(last for _, last in spans[first:after])
    for begins, ends in spans:
        if begins <= end and ends >= start:
            start, end = min(start, begins), max(end, ends)
    for begins, ends in reversed(spans[:first]):
        if ends >= start:
            start = min(start, begins)
    return start, end


def _alone(draft: Draft, at: _At) -> Draft | None:
    """A paragraph, or the words of a note, by itself."""
    note, number = at
    if note is not None:
        return Draft((Paragraph(Kind.TEXT, draft.note[note].runs),)) if note in draft.note else None
    return Draft((draft.paragraphs[number],), draft.footnotes) if number < len(draft.paragraphs) else None


def _words(text: Draft, edits: Sequence[Edit]) -> tuple[Run, ...]:
    """What a paragraph reads with some edits; how spaces look nobody sees."""
    here = [replace(one, start=Point(0, one.start.offset), end=Point(0, one.end.offset)) for one in edits]
    read = applied(text, [Proposal("reword", "", Place("", 0, 1), tuple(here))])
    runs: list[Run] = []
    for run in (run for one in read.paragraphs for run in one.runs):
        words = run.text.strip()
        if run.footnote is not None or not words:
            runs.append(run if run.footnote is not None else Run(run.text))
            continue
        before, _, after = run.text.partition(words)
        runs += [Run(before), replace(run, text=words), Run(after)]
    return tidy_runs(runs)


def _longer(edits: Sequence[Edit]) -> int:
    return sum(len(one.come_text) - len(one.gone) for one in edits)


def _unranked(edit: Edit) -> Edit:
    return replace(edit, rank=0)
