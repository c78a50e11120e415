"""Texts that leave for those who get no more than what pages show: without what their own Word files hide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # two files are compared without a dossier
    from app.files.terms import Terms
    from app.files.two_sides import Ground
    from models.comparison.change import Comparison
    from models.comparison.columns import Columns
    from models.dossier.incoming.own_package import OwnPackage
    from models.draft import Draft
    from models.reading.reading import Reading
    from models.word.leaving.shown_alone import Shown


def comparison_as_shown(comparison: Comparison, ground: Ground, terms: Terms) -> tuple[Comparison, Ground, Terms]:
    """What changed between two texts as their files show them, on these files, and terms that tell of it.

    A text that was written on a file that hides something is without that too, as long as it stands hidden there; all
    that a profile keeps whole stays as it is.
    """
    if terms.profile.traces:
        return comparison, ground, terms
    theirs = ground.new_file[0] if ground.new_file is not None else None
    own = theirs or (ground.written_on.data if ground.written_on is not None else None)
    old = _shown(ground.package, comparison.old, ground.taken) if ground.package is not None else None
    new = _shown(own, comparison.new, "accept") if own is not None else None
    read = ground.package if ground.original is not None else None
    terms = _with_open(terms, ((read, comparison.old, old), (theirs, comparison.new, new)))
    if old is not None:
        ground = replace(ground, package=old.data, origins=old.origins, files=None)
    if new is not None and theirs is not None:
        ground = replace(ground, new_file=(new.data, new.origins))
    if old is None and new is None:
        return comparison, ground, terms
    from models.word.leaving.shown_alone import told_not_shown

    if ground.warnings is not None:
        both = zip((old, new), ground.warnings, strict=True)
        before, after = (one.still_said(said) if one is not None else said for one, said in both)
        ground = replace(ground, warnings=(before, after))
    told = told_not_shown({"the base": old, "the text": new})
    return _compared_anew(comparison, old, new), ground, terms.without(*told)


def text_as_shown(
    draft: Draft, own: OwnPackage | None, terms: Terms, *, written: bool
) -> tuple[Draft, OwnPackage | None, Terms]:
    """The same of a text by itself, and its Word file; `written`: on that file, in Adref, and not read from it."""
    shown, terms = what_is_shown(draft, own, terms, written=written)
    if own is None or shown is None:
        return draft, own, terms
    return shown.draft, replace(own, data=shown.data, origins=shown.origins), terms


def what_is_shown(
    draft: Draft, own: OwnPackage | None, terms: Terms, *, written: bool, called: str = "the text"
) -> tuple[Shown | None, Terms]:
    """What is shown of a text, None where that is all of it, and terms that tell of it."""
    if own is None or terms.profile.traces:
        return None, terms
    shown = _shown(own.data, draft, "accept")
    terms = terms if written else _with_open(terms, [(own.data, draft, shown)])
    if shown is None:
        return None, terms
    from models.word.leaving.shown_alone import told_not_shown

    return shown, terms.without(*told_not_shown({called: shown}))


def readings_as_shown(
    readings: Sequence[Reading], called: Sequence[str], terms: Terms, *, read_back: bool = True
) -> tuple[list[Reading], list[Shown | None], Terms]:
    """The same of files that were read; `called` is what is told of each, `read_back` as in `told_not_shown`."""
    if terms.profile.traces:
        return list(readings), [None] * len(readings), terms
    from models.word.leaving.shown_alone import told_not_shown

    sides = [_shown(one.package, one.draft, one.revisions_taken) if one.package else None for one in readings]
    terms = _with_open(terms, [(one.package, one.draft, side) for one, side in zip(readings, sides, strict=True)])
    found = [
        one if side is None else replace(one, draft=side.draft, package=side.data, origins=side.origins)
        for one, side in zip(readings, sides, strict=True)
    ]
    return found, sides, terms.without(*told_not_shown(dict(zip(called, sides, strict=True)), read_back=read_back))


def columns_as_shown(
    columns: Columns, files: Sequence[tuple[OwnPackage | None, bool]], terms: Terms
) -> tuple[Columns, Terms]:
    """The same of drafts in columns; `files` are the Word file of each, and whether it was written on that in Adref."""
    if terms.profile.traces:
        return columns, terms
    drafts = columns.drafts
    sides = [_shown(own.data, draft, "accept") if own else None for (own, _), draft in zip(files, drafts, strict=True)]
    read = (None if own is None or written else own.data for own, written in files)
    terms = _with_open(terms, zip(read, drafts, sides, strict=True))
    if not any(sides):
        return columns, terms
    from models.comparison.columns import in_columns
    from models.word.leaving.shown_alone import told_not_shown

    def lives(old: int, new: int) -> set[tuple[int, int]]:
        """What stands in one row stays in one."""
        rows = ((row.cells[old].positions, row.cells[new].positions) for row in columns.rows)
        pairs = ((_at(sides[old], one), _at(sides[new], other)) for one, other in _each(rows))
        return {(one, other) for one, other in pairs if one is not None and other is not None}

    steps = [_compared_anew(one, *sides[at : at + 2]) for at, one in enumerate(columns.comparisons)]
    told = told_not_shown({f"column {at}": side for at, side in enumerate(sides, 1)})
    return in_columns(steps, lives=lives), terms.without(*told)


def _each(rows: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Iterator[tuple[int, int]]:
    return ((one, other) for before, after in rows for one in before for other in after)


def _shown(data: bytes, draft: Draft, taken: str) -> Shown | None:
    from models.word.leaving.shown_alone import may_go, shown_alone

    if not may_go(data):
        return None
    return shown_alone(data, draft, taken)


def _with_open(terms: Terms, sides: Iterable[tuple[bytes | None, Draft, Shown | None]]) -> Terms:
    """The same terms, where what Word files show themselves is no hidden word, whichever other file hides it.

    `sides` are texts, the Word file each was read from, and what that shows where it hides anything.
    """
    if not terms.unseen.hides:
        return terms
    from models.word.leaving.unseen.hidden import hidden_words

    texts = [
        draft if shown is None else shown.draft
        for data, draft, shown in sides
        if data is not None and (shown is not None or not hidden_words(data).words)
    ]
    return replace(terms, unseen=terms.unseen.shown_in(texts)) if texts else terms


def _at(side: Shown | None, place: int) -> int | None:
    return place if side is None else side.places.get(place)


def _compared_anew(comparison: Comparison, old: Shown | None, new: Shown | None) -> Comparison:
    """The comparison of what is shown; pairs that were given are obeyed where both paragraphs are left."""
    if old is None and new is None:
        return comparison
    from models.comparison.change import Pair
    from models.comparison.compare import compare

    moved = {pair for one in comparison.changes if one.moved for pair in ((a, b) for a in one.old for b in one.new)}
    pairs = [
        Pair(a, b, moved=(one, other) in moved)
        for one, other in sorted(comparison.bound)
        if (a := _at(old, one)) is not None and (b := _at(new, other)) is not None
    ]
    before = old.draft if old is not None else comparison.old
    after = new.draft if new is not None else comparison.new
    return replace(compare(before, after, pairs), bound=frozenset((one.old, one.new) for one in pairs))
