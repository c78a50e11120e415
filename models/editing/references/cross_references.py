"""References in the text to its own paragraphs: where a step changes numbers, the figures that name them follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from models.draft import Kind
from models.draft.mentions import Mention
from models.editing.numbered_bodies import BEGINS_BODY
from models.editing.pasted.come_back import came_back, remember
from models.editing.references.before import Before
from models.editing.references.following import Following
from models.editing.references.haste import give_up_if_many
from models.editing.references.meant import Meant
from models.editing.references.referring import Referring
from models.editing.references.referring_notes import NoteEntry, note_of
from models.editing.references.remembered import Gone
from models.editing.references.unfollowed_told import tell_unfollowed

if TYPE_CHECKING:
    from models.editing.step import Step


def follow_references(step: Step) -> str:
    """Let references follow the paragraphs whose numbers a step changed, as part of it; what there is to say of it.

    Which paragraph is meant is looked up as the text was before the step. Only figures and letters change. What points
    to no paragraph stays as it is, and so does what is quoted, put back, or points to a paragraph that is gone. A
    footnote refers from where it is cited first. Raises TooManyFollow in haste.
    """
    working = step.working
    notes, parts = working.noted.referring.by_id, (*working.stretches.parts, *step.stretches_before.parts)
    if not (notes or [part for part in parts if part.referring or part.unfollowed]):
        return ""
    give_up_if_many(step)
    before = Before(step)
    meant = Meant(step, before, working.remembered.lost, came_back(step, before))
    following = Following(step, meant)
    for one in _affected(following, step, before, notes):
        following.follow(one)
    astray = tell_unfollowed(step, before, following)
    gone = remember(step, before, meant.back, meant.of_gone, meant.ranges)
    known = replace(working.remembered, lost=following.lost, parted=following.parted, astray=astray, gone=gone)
    if known != working.remembered or gone is not working.remembered.gone:
        working.remembered = known
    return following.said.told(following.name_of)


def tell_brought(step: Step) -> str:
    """What there is to say of references that came with a step where none follow; they are known as what they meant."""
    working, brought = step.working, step.brought
    before = Before(step)
    following = Following(step, Meant(step, before, working.remembered.lost, {}))
    notes = working.noted.referring.by_id
    for key in brought.referring:
        note = note_of(key)
        at = following.at.get(key) if note is None else following.now.citing(note)
        if at is not None:
            following.tell(Referring(working.entries[at] if note is None else notes[note], at))
    astray = tell_unfollowed(step, before, following, brought.unfollowed)
    known = working.remembered
    working.remembered = replace(known, lost={**known.lost, **following.lost}, astray={**known.astray, **astray})
    return following.said.told(following.name_of)


def remember_emptied(step: Step) -> None:
    """Remember the paragraphs that stand empty since a step, as they read: their words may be put in elsewhere."""
    working, before = step.working, Before(step)
    here = working.entries[before.start : before.end]
    empty = [entry.key for entry in here if entry.key in step.emptied and not entry.length]
    places = [before.within[key] for key in empty if key in before.within]
    if places:
        meant = Meant(step, before, working.remembered.lost, {})
        found = [Gone(one, tuple(meant.of_gone(one, at))) for at in places if (one := before.entries[at]).length]
        working.remembered = replace(working.remembered, gone=working.remembered.gone.and_then(found))


def _affected(following: Following, step: Step, before: Before, notes: Mapping[int, NoteEntry]) -> Iterator[Referring]:
    """What refers to paragraphs, and may mean others after the step; what of it is not cited now is remembered.

    Numbers begin anew with each resolution and annex, so one that no splice touches means what it meant: all but
    references that are lost, those from an annex, or to one, and those of notes that another paragraph cites first now.
    """
    parts, kinds = following.stretches, BEGINS_BODY
    start = parts.before(before.start, kinds) or 0
    end = parts.after(before.end - 1, kinds)
    annexed = any(Kind.ANNEX in part.kinds for part in (*parts.parts, *before.stretches.parts))
    annex = parts.after(-1, (Kind.ANNEX,)) if annexed else None
    lost = following.meant.lost

    def may_mean_others(one: Referring) -> bool:
        return (
            (start <= one.at and (end is None or one.at < end))
            or one.entry.key in lost
            or (annexed and any(_abroad(mention, annex, one.at) for mention in one.entry.mentions))
        )

    for first, part in zip(parts.starts, parts.parts, strict=True):
        for offset in part.referring:
            one = Referring(part.entries[offset], first + offset)
            if may_mean_others(one):
                yield one

    def is_cited_elsewhere(note: int, at: int) -> bool:
        return following.meant.targets.citing(note) != before.position(following.now.entries[at].key, at)

    for note, entry in tuple(notes.items()):
        if not entry.mentions:
            continue
        at = following.now.citing(note)
        if at is None:
            following.remember(entry)
        elif following.now.entries[at].key not in step.kept and (
            may_mean_others(Referring(entry, at)) or is_cited_elsewhere(note, at)
        ):
            yield Referring(entry, at)


def _abroad(mention: Mention, annex: int | None, at: int) -> bool:
    """Whether a reference at a position may be to another resolution or annex than its own; `annex` is the first."""
    in_annex = annex is not None and at > annex
    return mention.reach in ("present", "whole", "annex") or (in_annex and mention.reach == "near")
