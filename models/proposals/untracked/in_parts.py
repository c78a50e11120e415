"""What one asks for of which a file still has a part tracked: one half of a replacement, or some words, were taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.comparison.words.tokens import HAN
from models.draft import Paragraph, letters, tidy_runs
from models.proposals.proposal import Edit, Point, Proposal
from models.proposals.untracked.edited_words import RANKS

_Change = tuple[str, str]
"""The words that go with a change, and those that come."""


def in_parts(asked: Sequence[Proposal], tracked: Iterable[Proposal]) -> list[Proposal]:
    """What is asked for, cut where some tracked changes of the same authors are parts of it.

    There is room between the ranks of each and those of the next, and between those of its parts.
    """
    changes: dict[str, list[_Change]] = {}
    for one in tracked:
        if one.place.note is None:
            changes.setdefault(one.author, []).extend(
                (edit.gone, edit.come_text) for edit in one.edits if _is_plain(edit)
            )
    amended = {one.against for one in asked}  # what strikes some of their edits has the numbers of these
    found = []
    for one in asked:
        own = changes.get(one.author, ()) if one.key not in amended else ()
        edits = (replace(edit, rank=edit.rank * RANKS) for edit in one.edits)
        found.append(replace(one, edits=tuple(part for edit in edits for part in _cut(edit, own))))
    return found


def joined_parts(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits as they were before they were cut, as far as their parts are there."""
    found: list[Edit] = []
    for edit in edits:
        edit = replace(edit, rank=edit.rank // RANKS)
        last = found[-1] if found else None
        if last is not None and last.rank == edit.rank and last.end == edit.start and not (last.come and edit.gone):
            come = edit.come
            if last.come and come:
                come = (replace(come[0], runs=tidy_runs((*last.come[0].runs, *come[0].runs))),)
            found[-1] = replace(last, end=edit.end, gone=last.gone + edit.gone, come=come or last.come)
        else:
            found.append(edit)
    return tuple(found)


def _is_plain(edit: Edit) -> bool:
    """Whether it changes words within one paragraph, and no marks of notes."""
    return (
        edit.start.paragraph == edit.end.paragraph
        and edit.look is None
        and edit.becomes is None
        and not edit.gone_notes
        and not edit.notes_before
        and edit.number is None
        and len(edit.come) < 2
        and not any(paragraph.footnotes for paragraph in edit.come)
    )


def _cut(edit: Edit, changes: Iterable[_Change]) -> Iterator[Edit]:
    """An edit in parts, so that each of some changes that is one of them is one."""
    gone, come = edit.gone, edit.come_text
    parts = [one for one in changes if one != (gone, come) and one[0] in gone and one[1] in come]
    if not parts or not _is_plain(edit):
        yield edit
        return
    goes = [*_pieces(gone, (one for one, _ in parts))]
    comes = [*_pieces(come, (one for _, one in parts))]
    # What comes for words stands behind them.
    for first, last in goes:
        is_both = bool(comes) and last == len(gone) and (gone[first:], come[slice(*comes[0])]) in parts
        start, end = (Point(edit.start.paragraph, edit.start.offset + at) for at in (first, last))
        yield replace(
            edit, start=start, end=end, gone=gone[first:last], come=_come(edit, comes.pop(0)) if is_both else ()
        )
    for piece in comes:
        yield replace(edit, start=edit.end, gone="", come=_come(edit, piece), rank=edit.rank + 2 * piece[0])


def _come(edit: Edit, piece: tuple[int, int]) -> tuple[Paragraph, ...]:
    return (replace(edit.come[0], runs=letters(edit.come[0].runs, *piece)),)


def _pieces(text: str, parts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """From where to where the pieces of a text reach of which some are `parts`, in their order; no word is cut."""
    cuts, begin = {0, len(text)}, 0
    for part in filter(None, parts):
        at = text.find(part, begin)
        at = text.find(part) if at < 0 else at
        begin = at + len(part)
        cuts |= {at, begin}
    return pairwise(sorted(at for at in cuts if not _IN_WORD.match(text, at)))


_IN_WORD = re.compile(rf"(?<=[^\W{HAN}])(?=[^\W{HAN}])")
