"""Which changes of a comparison a text has: as a reader sees it, those too that came along with others."""

from __future__ import annotations

from models.comparison.change import Change, Comparison
from models.draft import Draft, Paragraph, tidy_runs
from models.editing.entries import entries_of
from models.editing.placed import InFull, Known
from models.editing.references.targets import Targets
from models.taking.reads import Reads, reading
from models.taking.references_elsewhere import leads_as_in_new
from models.taking.sources_kept import as_in_drafts
from models.taking.standing import in_order
from models.taking.union import Union


def having(text: Draft, union: Union, known: Known, in_full: InFull) -> frozenset[int]:
    """The changes in which something differs and which the text has as the new draft has them, by number.

    `known` says what its paragraphs are of the two drafts; where nobody knows, none are told. `in_full` are the notes
    that say what "Ibid." means in the draft: that is the note they have.
    """
    text = as_in_drafts(text, in_full)
    origins = {at: origin for at, origin in enumerate(known) if origin is not None}
    if not origins:
        return frozenset()
    ranks = in_order(origins, union)
    at_rank = {rank: at for at, rank in ranks.items()}
    images = union.images(known)
    new = union.comparison.new
    reads = Reads(union.comparison.old, new, text)
    targets: list[Targets] = []

    def led(place: int) -> bool:
        targets[:] = targets or [Targets(entries_of(text))]
        return leads_as_in_new(targets[0], at_rank[union.ranks[1][place]], place, union.comparison, images)

    def shows(place: int, change: Change, counted: bool) -> bool:
        at = at_rank.get(union.ranks[1][place])
        if at is None or not reads.alike(1, place, at) or _noted(text, at) != _noted(new, place):
            return False
        if not counted:
            return True
        return _counted(text, at) == _counted(new, place) and ("reference" not in change.reasons or led(place))

    follow = following(union.comparison)
    return frozenset(
        number
        for number, change in enumerate(union.comparison.changes)
        if change.weight is not None
        and len(images.get(number, ())) == len(change.new)
        # What follows from others is what was taken where nothing else differs.
        and all(shows(place, change, number in follow) for place in change.new)
    )


def following(comparison: Comparison) -> frozenset[int]:
    """The changes of paragraphs that read the same in both drafts: a number, or where a reference leads, follows."""
    return comparison.once(_following)


def _following(comparison: Comparison) -> frozenset[int]:
    old, new = comparison.old, comparison.new

    def same(was: int, now: int) -> bool:
        return reading(old.paragraphs[was]) == reading(new.paragraphs[now]) and _noted(old, was) == _noted(new, now)

    return frozenset(
        number
        for number, change in enumerate(comparison.changes)
        if change.weight is not None and change.kind == "unchanged" and not change.moved
        if all(map(same, change.old, change.new))
    )


def _noted(draft: Draft, at: int) -> object:
    """What the notes of a paragraph say."""
    one: Paragraph = draft.paragraphs[at]
    return [tidy_runs(draft.note[note].runs) for note in one.footnotes if note in draft.note]


def _counted(draft: Draft, at: int) -> object:
    """The number of a paragraph, and those of its notes."""
    one = draft.paragraphs[at]
    return one.number, [draft.note[note].mark for note in one.footnotes if note in draft.note]
