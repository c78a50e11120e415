"""Texts that leave for those who get no more than what pages show: without what their own Word files hide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.commands.terms import Terms

if TYPE_CHECKING:  # two files are compared without a dossier
    from app.commands.comparison_file import Ground
    from models.comparison.change import Comparison
    from models.dossier.incoming.own_package import OwnPackage
    from models.draft import Draft
    from models.word.leaving.shown_alone import Shown


def comparison_as_shown(comparison: Comparison, ground: Ground, terms: Terms) -> tuple[Comparison, Ground, Terms]:
    """What changed between two texts as their files show them, on these files, and terms that tell of it.

    A text that was written on, with what was hidden in it, stays as it is; so does all that a profile keeps whole.
    """
    if terms.profile.traces:
        return comparison, ground, terms
    theirs = ground.new_file
    old = _shown(ground.package, comparison.old, ground.taken) if ground.package is not None else None
    new = _shown(theirs[0], comparison.new, "accept") if theirs is not None else None
    if old is not None:
        ground = replace(ground, package=old.data, origins=old.origins, opened=None)
    if new is not None:
        ground = replace(ground, new_file=(new.data, new.origins))
    if old is None and new is None:
        return comparison, ground, terms
    from models.word.leaving.shown_alone import told_not_shown

    if ground.warnings is not None:
        sides = zip((old, new), ground.warnings, strict=True)
        before, after = (one.still_said(said) if one is not None else said for one, said in sides)
        ground = replace(ground, warnings=(before, after))
    return _compared_anew(comparison, old, new), ground, terms.without(told_not_shown(old, new))


def text_as_shown(draft: Draft, own: OwnPackage | None, terms: Terms) -> tuple[Draft, OwnPackage | None, Terms]:
    """The same of a text by itself, and its Word file."""
    if own is None or terms.profile.traces:
        return draft, own, terms
    shown = _shown(own.data, draft, "accept")
    if shown is None:
        return draft, own, terms
    from models.word.leaving.shown_alone import told_not_shown

    return shown.draft, replace(own, data=shown.data, origins=shown.origins), terms.without(told_not_shown(None, shown))


def _shown(data: bytes, draft: Draft, taken: str) -> Shown | None:
    from models.word.leaving.unseen.hidden import may_hide

    if not may_hide(data):
        return None
    from models.word.leaving.shown_alone import shown_alone

    return shown_alone(data, draft, taken)


def _compared_anew(comparison: Comparison, old: Shown | None, new: Shown | None) -> Comparison:
    """The comparison of what is shown; pairs that were given are obeyed where both paragraphs are left."""
    from models.comparison.change import Pair
    from models.comparison.compare import compare

    def at(side: Shown | None, place: int) -> int | None:
        return place if side is None else side.places.get(place)

    moved = {pair for one in comparison.changes if one.moved for pair in ((a, b) for a in one.old for b in one.new)}
    pairs = [
        Pair(a, b, moved=(one, other) in moved)
        for one, other in sorted(comparison.bound)
        if (a := at(old, one)) is not None and (b := at(new, other)) is not None
    ]
    before = old.draft if old is not None else comparison.old
    after = new.draft if new is not None else comparison.new
    return replace(compare(before, after, pairs), bound=frozenset((one.old, one.new) for one in pairs))
