"""The lists that number the new paragraphs of a file in which nothing had a number: Word's own, added to the file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from models.draft import Draft, Kind, Paragraph
from models.draft.directions import runs_right_to_left
from models.word.package import Package
from models.word.redlining.lists.numbering_part import Place, add_lists, highest_list
from models.word.redlining.lists.their_lists import TheirLists
from models.word.redlining.looks.looks import is_numbered
from models.word.writing.lists import Lists, numbering

InLists = Mapping[int, tuple[int, int]]
"""The list and the level in it of new paragraphs by position."""


def first_lists(
    old: Draft, new: Draft, package: Package, typed: Collection[int], open_lists: Callable[[], TheirLists]
) -> tuple[TheirLists, InLists]:
    """The lists of both files, and where each new paragraph gets its number, those left out that are typed.

    They are those of the new draft's own file where the old file has them all, or has no list, so that they come to it;
    else Adref's, which are added to the package. Nothing where a paragraph of the old draft has a number: the new ones
    follow its way.
    """
    theirs = open_lists()
    if any(map(is_numbered, old.paragraphs)) or not any(map(is_numbered, new.paragraphs)):
        return theirs, {}
    found = _of_their_file(new, typed, theirs, carry=package.related("numbering") is None)
    if not found and (found := _made(new, package, typed)):
        theirs = open_lists()  # which know those that were added
    return theirs, found


def _of_their_file(new: Draft, typed: Collection[int], theirs: TheirLists, *, carry: bool) -> InLists:
    listed: dict[int, Place | None] = {}
    for at, one in enumerate(new.paragraphs):
        if one.number is not None and at not in typed:
            listed[at] = theirs.found(at, carry=carry)
            if listed[at] is None and not carry:
                return {}
    return {at: (int(place[0]), place[1]) for at, place in listed.items() if place is not None}


def _made(new: Draft, package: Package, typed: Collection[int]) -> InLists:
    turned = runs_right_to_left(new)
    lists = Lists(right_to_left=turned)
    numbers = {at: lists.number(_as_operative(one)) for at, one in enumerate(new.paragraphs) if at not in typed}
    found = {at: (one.list_id, one.level) for at, one in numbers.items() if one.way in ("style", "list")}
    if not found:
        return {}
    last, used = highest_list(package), {list_id for list_id, _ in found.values()}
    came = [replace(one, id=last + one.id) for one in lists.lists if one.id in used]
    add_lists(package, list(numbering(came, bound=False, right_to_left=turned)))
    return {at: (last + list_id, level) for at, (list_id, level) in found.items()}


def _as_operative(paragraph: Paragraph) -> Paragraph:
    """A paragraph numbered in figures of any text, such as a letter, or of a preamble, as an operative one is."""
    number = paragraph.number
    of_preamble = paragraph.kind is Kind.PREAMBULAR and number is not None and number.isdecimal()
    if number is None or not (paragraph.kind is Kind.TEXT or of_preamble):
        return paragraph
    return replace(paragraph, kind=Kind.SUBPARAGRAPH if paragraph.level else Kind.OPERATIVE)
