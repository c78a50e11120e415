"""Pictures and breaks of pages that two Word files do not share: no comparison of words tells of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from models.reading.reading import ReadingWarning
from models.word.accepted import accepted
from models.word.leaving.pictures.pictures import PicturesOfFiles
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.deleted_content import drawings
from models.word.redlining.things.things import fingerprint, holds_things
from models.word.resolve import Choice, resolve

_Places = tuple[str, tuple[tuple[int, str], ...]]
"""What a paragraph says, and its things in order: the characters before each, and its fingerprint."""


def warnings_of_things(
    old: bytes | None, new: bytes | None, old_changes: Choice = "accept"
) -> tuple[ReadingWarning, ...]:
    """That pictures, objects or breaks of pages differ or stand elsewhere, where two Word files say the same words."""
    if old is None or new is None or not (holds_things(old) or holds_things(new)):
        return ()
    one, other = _places(old, old_changes), _places(new, "accept")
    shared = one[1] & other[1]
    if _counted(one[0], shared) == _counted(other[0], shared):
        return ()
    message = "Pictures or breaks of pages differ, or stand elsewhere; they are no part of the texts."
    return (ReadingWarning(None, "pictures-differ", message),)


def _counted(places: list[_Places], shared: set[str]) -> Counter[_Places]:
    """Of a paragraph that says something else in the other file nobody knows where its things stood: they count."""
    found = Counter[_Places]()
    for said, things in places:
        if said in shared:
            found[said, things] += 1
        else:
            found.update(("", ((0, mark),)) for _, mark in things)
    return found


def _places(data: bytes, changes: Choice) -> tuple[list[_Places], set[str]]:
    """The paragraphs of a file that hold things, and all that its paragraphs say."""
    if changes == "accept":
        package = accepted(data)
    else:
        package = Package(data)
        resolve(package, changes)
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
