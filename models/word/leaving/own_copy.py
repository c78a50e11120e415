"""What one's own copy keeps back of a Word file that is kept whole otherwise: comments, properties, marks, data."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.circulation.certificate import NotVerified
from models.circulation.profiles import Profile
from models.word.leaving.parts.own_marks import custom_data_in, drop_custom_data, drop_sessions, sessions_in
from models.word.leaving.parts.parts import as_document
from models.word.namespaces import w
from models.word.package import Package
from models.word.private_note import comments_in, lines_of
from models.word.relationships import BESIDE_TEXT

_TASKS = ("documenttasks", "tasks")
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", *_TASKS)
"""With those who wrote them, and what they give somebody to do."""
_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_HOLDERS = frozenset(map(w, ("r", "ins", "del", "moveFrom", "moveTo")))
_PROPERTIES = ("core-properties", "extended-properties")
_OTHER_PROPERTIES = ("custom-properties", "thumbnail")


def kept_back(data: bytes, profile: Profile) -> bytes:
    """A file without what a profile does not keep of it; the very bytes where it keeps all."""
    package = Package(data)
    return package.to_bytes() if keep_back(package, profile) else data


def keep_back(package: Package, profile: Profile) -> bool:
    """Take out in place what a profile, one that keeps a file whole, does not keep of it; whether it keeps less.

    Nor does any keep macros, which no document holds.
    """
    turned = as_document(package)
    if not profile.comments:
        _drop(package, package.main, _COMMENTS)
        for part, marks in _marked(package):
            package.edit(part)
            for mark in marks:
                _take_out(mark)
    if not profile.properties:
        _drop(package, "", (*_PROPERTIES, *_OTHER_PROPERTIES))
    if not profile.revision_ids:
        drop_sessions(package)
    if not profile.custom_xml:
        drop_custom_data(package)
    return turned or not (profile.comments and profile.properties and profile.revision_ids and profile.custom_xml)


def refuse_beyond(data: bytes, profile: Profile, note: str) -> None:
    """Refuse a file that has what the profile does not keep: comments, but for a private note, properties, marks, data.

    The title that Adref gives its own files is that of their text. Errors: NotVerified.
    """
    package = Package(data, of_text=False)
    if not profile.comments:
        said = comments_in(package)
        marks = [mark for _, every in _marked(package) for mark in every if mark.tag == _MARKS[-1]]
        tasks = any(one.kind in _TASKS for one in package.relationships())
        if tasks or said not in ([], [lines_of(note.splitlines())]) or len(marks) > len(said):
            raise _still("comments")
    if not profile.properties:
        links = [one for one in package.relationships("") if one.kind in (*_PROPERTIES, *_OTHER_PROPERTIES)]
        if any(one.kind in _OTHER_PROPERTIES or _says(package.root(one.target)) for one in links):
            raise _still("properties")
    if not profile.revision_ids and sessions_in(package):
        raise _still("marks of editing sessions")
    if not profile.custom_xml and custom_data_in(package):
        raise _still("custom data")


def _still(what: str) -> NotVerified:
    return NotVerified(f"The Word file still has {what}, which the profile does not keep; nothing was written.")


def _says(properties: etree._Element) -> bool:
    """Whether properties tell anything but a title and that Adref wrote the file."""
    told = {(etree.QName(one).localname, (one.text or "").strip()) for one in properties.iterdescendants("{*}*")}
    return any(value for name, value in told if name != "title" and (name, value) != ("Application", "Adref"))


def _drop(package: Package, source: str, kinds: tuple[str, ...]) -> None:
    links = [link for link in package.relationships(source) if link.kind in kinds]
    package.drop_relations(source, {link.id for link in links})
    package.remove_parts([link.target for link in links if not link.external and package.has(link.target)])


def _marked(package: Package) -> Iterator[tuple[str, list[etree._Element]]]:
    """The parts that have places of comments, and these."""
    for part in package.parts_of(BESIDE_TEXT):
        if marks := list(package.root(part).iter(*_MARKS)):
            yield part, marks


def _take_out(mark: etree._Element) -> None:
    """Take out the place of a comment, its run where that holds nothing else, and a change that held only this."""
    above: etree._Element | None = mark.getparent()
    while above is not None:
        above.remove(mark)
        if above.tag not in _HOLDERS or any(one.tag != w("rPr") for one in above):
            break
        mark, above = above, above.getparent()
