"""Which changes of a comparison a text has: as a reader sees it, those too that came along with others."""

from __future__ import annotations

from collections.abc import Mapping

from models.comparison.change import Change, Comparison
from models.comparison.references.sources import is_ibid, shape, sources
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
    that say what "Ibid." means in the draft: that is the note they have, where the new draft means the same by it.
    """
    text, stands = as_in_drafts(text, in_full), text
    cites = union.comparison.once(_cited_in_both)[1]
    cited = _cited(text, stands) if cites else {}
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

    def noted(at: int, place: int) -> bool:
        pairs = zip(text.paragraphs[at].footnotes, new.paragraphs[place].footnotes, strict=False)
        return _noted(text, at) == _noted(new, place) and all(
            cited.get(a) == cites[b] if b in cites else text.note.get(a) == stands.note.get(a) for a, b in pairs
        )

    def shows(place: int, change: Change, counted: bool) -> bool:
        at = at_rank.get(union.ranks[1][place])
        if at is None or not reads.alike(1, place, at) or not noted(at, place):
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
    cited, cites = comparison.once(_cited_in_both)

    def same(was: int, now: int) -> bool:
        one, two = old.paragraphs[was], new.paragraphs[now]
        if reading(one) != reading(two) or _noted(old, was) != _noted(new, now):
            return False
        return [*map(cited.get, one.footnotes)] == [*map(cites.get, two.footnotes)]

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


Cited = Mapping[int, tuple[str, ...]]
"""What the notes cite that say "Ibid.", by their ids; none of those after nothing."""


def _cited_in_both(comparison: Comparison) -> tuple[Cited, Cited]:
    return _cited(comparison.old, comparison.old), _cited(comparison.new, comparison.new)


def _cited(draft: Draft, stands: Draft) -> Cited:
    """`stands` is the draft with those written in full that say so there."""
    ibids = [note.id for note in draft.footnotes if is_ibid(note.text)]
    cites = sources(stands) if ibids else {}
    return {note: shape(cites[note]) for note in ibids if not is_ibid(cites[note])}


def _counted(draft: Draft, at: int) -> object:
    """The number of a paragraph, and those of its notes."""
    one = draft.paragraphs[at]
    return one.number, [draft.note[note].mark for note in one.footnotes if note in draft.note]
