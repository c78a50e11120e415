"""What the working text is to read where changes of a comparison are taken into it, or refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.comparison.change import Comparison
from models.comparison.partly import Taken, turned_words
from models.comparison.words.marked import Words
from models.draft import Draft, DraftError, Paragraph
from models.editing.edit import Entry
from models.editing.entries import entries_of
from models.editing.placed import InFull, Known, Origin, Placed, hashes
from models.editing.placed import turned as known_back
from models.taking.sources_kept import Owned, as_in_drafts, told, with_sources
from models.taking.union import Union, union
from models.telling.sentences import listed

CameFrom = Sequence[tuple[int, ...]]


class CannotTake(DraftError):
    """A change does not fit the working text."""


class HasAlready(CannotTake):
    """The text has a change already, or it follows from others that are there."""


@dataclass(frozen=True)
class Outcome:
    """What the working text is to read, and for each paragraph the positions it comes from in the text as it was.

    `entries` are its paragraphs as a working text has them, keys and lineage not yet its own; `placed` says what they
    stand for since, by their position, where that is not as it was known; `merged` is whether something taken was woven
    into words of neither draft; `told` is what else there is to say.
    """

    draft: Draft
    came_from: CameFrom
    entries: tuple[Entry, ...]
    placed: Placed
    told: str = ""
    merged: bool = False


def outcome(
    working: Draft,
    comparison: Comparison,
    changes: Taken,
    *,
    refused: bool = False,
    words: Mapping[int, Words] | None = None,
    known: Known = (),
    in_full: InFull | None = None,
) -> Outcome:
    """The working text with changes taken: as the new draft of the comparison has them, or refused, as the old one.

    `changes` and `words` are those of `partly`: whole changes, or places of words in them. The working text need be
    neither of the two drafts: what it says otherwise stays. `known` says what its paragraphs are of the two,
    `in_full` which of its notes say in full what "Ibid." meant. Errors: CannotTake where it says otherwise at the very
    place, or has it so already.
    """
    places = union(comparison)
    back = comparison
    if refused:
        places, order = places.way_back
        back = places.comparison
        known = known_back(known)
        changes = {number: changes[was] for number, was in enumerate(order) if was in changes}
        words = {number: turned_words(words[was]) for number, was in enumerate(order) if words and was in words}
    text = as_in_drafts(working, in_full or {})
    draft, came_from, stand_for, other, notes, merged, mixed = _put_in(text, places, changes, words, known)
    draft, written = with_sources(draft, notes, (back.old, back.new))
    if _reads(draft, working) and not other:
        raise HasAlready("The text says so already; nothing was changed.")
    stand_for = known_back(stand_for) if refused else stand_for
    at = {at: origin for at, origin in enumerate(stand_for) if origin is not None}
    placed = Placed(hashes(comparison), at, written)
    said = "; ".join(filter(None, (mixed, told(draft, written, working))))
    return Outcome(draft, came_from, entries_of(draft), placed, said, merged)


def _put_in(
    working: Draft, places: Union, changes: Taken, words: Mapping[int, Words] | None, known: Known
) -> tuple[Draft, CameFrom, Known, bool, Sequence[Owned], bool, str]:
    """What is taken stands beside the neighbours it has; words are merged where the text says something else.

    What comes of words that are of one statement is told.
    """
    from models.merging.merge import merge
    from models.merging.words.one_statement import by_one_hand
    from models.taking.into_text import put_in
    from models.taking.standing import CannotPutIn

    try:
        wanted = put_in(working, places, changes, words, known)
    except CannotPutIn as error:
        raise CannotTake(str(error)) from error
    if wanted.before is None:
        return wanted.draft, wanted.came_from, wanted.stand_for, wanted.other, wanted.notes, False, ""
    found, mixed = merge(wanted.before, working, wanted.draft), ""
    if asked := found.open:
        with by_one_hand():
            found = merge(wanted.before, working, wanted.draft)
        where = listed([*dict.fromkeys(one.label for one in asked if one.label)])
        of = f" of {where}" if where else ""
        mixed = f"what was taken is of one statement with other words{of}: look whether it says what is meant"
    if found.open:
        clash = found.open[0]
        where = f" at {clash.label}" if clash.label else ""
        raise CannotTake(f"The text says something else{where} than both drafts; change it there by hand.")
    came_from: list[tuple[int, ...]] = [()] * len(found.draft.paragraphs)
    stand_for: list[Origin | None] = [None] * len(came_from)
    notes: list[Owned] = [()] * len(came_from)
    for row in found.rows:
        for at in row.merged:
            came_from[at] = row.ours
        for at, there in zip(row.merged, row.theirs, strict=False):
            stand_for[at], notes[at] = wanted.stand_for[there], wanted.notes[there]
    return found.draft, tuple(came_from), stand_for, wanted.other, notes, True, mixed


def _reads(one: Draft, two: Draft) -> bool:
    """Whether two drafts read alike; what their notes are numbered inside the program counts for nothing."""
    if len(one.paragraphs) != len(two.paragraphs) or len(one.footnotes) != len(two.footnotes):
        return False
    return all(
        (a is b and not a.footnotes) or _told(a, one) == _told(b, two)
        for a, b in zip(one.paragraphs, two.paragraphs, strict=True)
    )


def _told(paragraph: Paragraph, draft: Draft) -> object:
    runs = [
        (run.text, run.marks, draft.note[run.footnote].runs if run.footnote in draft.note else None)
        if run.footnote is not None
        else (run.text, run.marks)
        for run in paragraph.runs
    ]
    return (paragraph.kind, paragraph.level, paragraph.number, paragraph.set_label, paragraph.cell, runs)


def known_since(found: Outcome, known: Known) -> Known:
    """What the paragraphs of the outcome are of the two drafts, where `known` was so of the text before."""
    return [
        found.placed.at.get(at, known[origins[0]] if known and len(origins) == 1 else None)
        for at, origins in enumerate(found.came_from)
    ]


def known_until(found: Outcome, known: Known, since: Known) -> Known:
    """What the paragraphs of the text before are of the two drafts, by what is known of them since.

    Else all that was never in a text of which nobody knew would count as taken out of it by the first change put in.
    """
    before = list(known)
    for origins, origin in zip(found.came_from, since, strict=True):
        if len(origins) == 1 and before[origins[0]] is None:
            before[origins[0]] = origin
    return before
