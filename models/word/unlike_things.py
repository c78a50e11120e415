"""Pictures, breaks of pages and kinds of notes that two Word files do not share: no comparison of words tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from models.reading.reading import ReadingWarning
from models.word.accepted import accepted
from models.word.archive import says
from models.word.leaving.pictures.pictures import PicturesOfFiles
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.deleted_content import drawings
from models.word.redlining.things.things import fingerprint, holds_things
from models.word.resolve import Choice, resolve

ENDNOTES = b"endnoteReference"
_Places = tuple[str, tuple[tuple[int, str], ...]]
"""What a paragraph says, and its things in order: the characters before each, and its fingerprint."""


def warnings_of_things(
    old: bytes | None, new: bytes | None, old_changes: Choice = "accept"
) -> tuple[ReadingWarning, ...]:
    """That pictures, objects or breaks of pages differ or stand elsewhere, where two Word files say the same words.

    And that the same notes are footnotes in one and endnotes in the other.
    """
    if old is None or new is None:
        return ()
    return (*_pictures(old, new, old_changes), *_notes(old, new, old_changes))


def _pictures(old: bytes, new: bytes, old_changes: Choice) -> Iterator[ReadingWarning]:
    if not (holds_things(old) or holds_things(new)):
        return
    one, other = _places(old, old_changes), _places(new, "accept")
    shared = one[1] & other[1]
    if _counted(one[0], shared) != _counted(other[0], shared):
        message = "Pictures or breaks of pages differ, or stand elsewhere; they are no part of the texts."
        yield ReadingWarning(None, "pictures-differ", message)


def _notes(old: bytes, new: bytes, old_changes: Choice) -> Iterator[ReadingWarning]:
    if not (says(old, ENDNOTES) or says(new, ENDNOTES)):
        return
    count = sum(notes_of_other_kind(_resolved(old, old_changes), accepted(new)))
    if count:
        notes = "A note is a footnote" if count == 1 else f"{count} notes are footnotes"
        same = "it is the same note" if count == 1 else "they are the same notes"
        message = f"{notes} in one file and {'an endnote' if count == 1 else 'endnotes'} in the other; {same}."
        yield ReadingWarning(None, "notes-differ", message)


def notes_of_other_kind(old: Package, new: Package) -> tuple[int, int]:
    """How many notes with the same words are footnotes of the old file and endnotes of the new, and the other way."""
    (foot, end), (new_foot, new_end) = _by_kind(old), _by_kind(new)
    to_end, to_foot = (foot - new_foot) & (new_end - end), (end - new_end) & (new_foot - foot)
    return to_end.total(), to_foot.total()


def _by_kind(package: Package) -> tuple[Counter[str], Counter[str]]:
    """The footnotes and the endnotes that have a place in the text, by what they say."""
    text = package.root(package.main)
    found = Counter[str](), Counter[str]()
    for kind, notes in zip(("footnote", "endnote"), found, strict=True):
        there = {one.get(w("id")) for one in text.iter(w(f"{kind}Reference"))}
        root = package.root_of(f"{kind}s") if there else None
        every = root.iterchildren(w(kind)) if root is not None else ()
        notes.update(filter(None, (letters_in(one).strip() for one in every if one.get(w("id")) in there)))
    return found


def _counted(places: list[_Places], shared: set[str]) -> Counter[_Places]:
    """Of a paragraph that says something else in the other file nobody knows where its things stood: they count."""
    found = Counter[_Places]()
    for said, things in places:
        if said in shared:
            found[said, things] += 1
        else:
            found.update(("", ((0, mark),)) for _, mark in things)
    return found


def _resolved(data: bytes, changes: Choice) -> Package:
    if changes == "accept":
        return accepted(data)
    package = Package(data)
    resolve(package, changes)
    return package


def _places(data: bytes, changes: Choice) -> tuple[list[_Places], set[str]]:
    """The paragraphs of a file that hold things, and all that its paragraphs say."""
    package = _resolved(data, changes)
    found: list[_Places] = []
    every, pictures = set[str](), PicturesOfFiles()
    for node in package.root(package.main).iter(w("p")):
        said = letters_in(node)
        every.add(said)
        if not (things := list(drawings(node))):
            continue
        places = [(count, fingerprint(package, one, pictures)) for count, one in _behind_letters(node, things)]
        found.append((said, tuple(places)))
    return found, every


def _behind_letters(paragraph: etree._Element, things: list[etree._Element]) -> Iterator[tuple[int, etree._Element]]:
    """How many letters stand before each of the things of a paragraph."""
    count, held = 0, set(things)
    for one in paragraph.iter():
        if one in held:
            yield count, one
        if one.tag == w("t"):
            count += len(one.text or "")
