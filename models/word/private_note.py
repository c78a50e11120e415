"""A private note on a whole text, as a comment on its first paragraph: for one's own copy."""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from models.circulation.certificate import NotVerified
from models.word.markup import element, run, whole
from models.word.namespaces import w
from models.word.package import Package


def with_note(data: bytes, note: str, author: str) -> bytes:
    """A Word file with a comment by `author`, without a date; the file as it was where the note is empty."""
    package = Package(data)
    return package.to_bytes() if add_note(package, note, author) else data


def add_note(package: Package, note: str, author: str) -> bool:
    """The same in place; whether there was a note, and a paragraph to put it on."""
    if not note.strip():
        return False
    body = package.root(package.main)
    first = next((one for one in body.iter(w("p")) if next(one.iter(w("t")), None) is not None), None)
    if first is None:
        return False
    package.edit(package.main)
    name = package.related("comments")
    if name is None:
        name = "word/comments.xml"
        root = element("comments")
        package.add_part(name, root, CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS)
    root = package.edit(name)
    number = str(max((whole(one.get(w("id"))) or 0 for one in root.iter(w("comment"))), default=-1) + 1)
    root.append(_comment(number, note, author))
    start = 1 if len(first) and first[0].tag == w("pPr") else 0
    first.insert(start, element("commentRangeStart", id=number))
    first.append(element("commentRangeEnd", id=number))
    first.append(element("r", element("commentReference", id=number)))
    return True


def refuse_notes(data: bytes, notes: Iterable[str]) -> None:
    """Refuse a Word file, whose comments may leave, that has one of some private notes among them. Errors: NotVerified.

    A file that left as one's own copy and came back has.
    """
    private = {lines_of(note.splitlines()) for note in notes} - {()}
    if private.intersection(comments_in(Package(data, of_text=False)) if private else ()):
        raise NotVerified(
            "The Word file has a private note of the dossier as a comment; nothing was written. "
            "Take that comment out in Word first, or choose a profile that keeps private notes."
        )


def comments_in(package: Package) -> list[tuple[str, ...]]:
    """The comments of a file, each by its lines that say something."""
    root = package.root_of("comments")
    every = root.iter(w("comment")) if root is not None else ()
    return [
        lines_of("".join(text.text or "" for text in line.iter(w("t"))) for line in one.iter(w("p"))) for one in every
    ]


def lines_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Those of some lines that say something, without the spaces around."""
    return tuple(line.strip() for line in lines if line.strip())


def _comment(number: str, note: str, author: str) -> etree._Element:
    made = element("comment", id=number, author=author, initials="")
    made.extend(element("p", run(line)) for line in note.splitlines())
    return made
