"""A Word file without anything it says of those who made it, where, when and with what; its text and look stay."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from models.draft import DraftError
from models.word.content_types import ending_of
from models.word.leaving.names.calling import Calling
from models.word.leaving.names.named_fonts import rename_fonts
from models.word.leaving.names.named_shapes import recount_drawings, rename_shapes
from models.word.leaving.names.named_styles import rename_styles
from models.word.leaving.names.renamed import drop_links, rename_bookmarks, rename_parts, rename_relations
from models.word.leaving.names.unused_styles import drop_unused_styles
from models.word.leaving.parts.bare_xml import bare
from models.word.leaving.parts.diagram_ids import count_points
from models.word.leaving.parts.languages import unify_languages
from models.word.leaving.parts.makers import InMarkup, in_markup
from models.word.leaving.parts.parts import TYPES, drop_parts, pictures
from models.word.leaving.parts.unlinked_fields import unlink_fields, variables_kept
from models.word.leaving.parts.untouched import take_back_untouched
from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.pictures import UnknownPicture, bare_picture
from models.word.leaving.unseen.filled_in import filled_in, take_out_filled_in
from models.word.leaving.unseen.hidden import drop_unread, hidden_styles, hides_pictures, show_hidden, unused_notes
from models.word.leaving.unseen.hidden_things import drop_hidden_in_heads
from models.word.leaving.unseen.running_heads import drop_unshown_heads
from models.word.leaving.unseen.unseen import drop_unseen
from models.word.namespaces import w
from models.word.package import Package
from models.word.relationships import HEADS_AND_FEET, NOTES
from models.word.resolving.joining import drop

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
)
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Adref</Application></Properties>"
)
_SETTINGS = (
    "rsids", "docVars", "attachedTemplate", "mailMerge", "docId", "attachedSchema", "schemaLibrary",
    "saveThroughXslt", "writeProtection", "documentProtection", "smartTagType", "activeWritingStyle",
    "clickAndTypeStyle", "captions", "hdrShapeDefaults", "shapeDefaults",
)  # fmt: skip
_OF_TEXTMAKER = re.compile("tm[A-Z]")  # settings of its own, with its version and the day of that


class CannotScrub(DraftError):
    """A file holds something of which nobody can say what it tells; nothing was written."""


def scrubbed(data: bytes, secret: frozenset[str] = frozenset(), *, goes_back: bool = False) -> bytes:
    """The bytes of a Word file without its makers: properties, people, comments, sessions, paths, sources, programs.

    Tracked changes stay with their authors. Hidden text of the body is shown: it is text of the draft; hidden text of
    heads and feet goes, and what Word filled in there of the makers. `secret` are names that no style, part or bookmark
    may have; a file that `goes_back`
    onto the one it was made on keeps other names of styles, and its bookmarks, languages and marks of spelling, so that
    paragraphs nobody changed are as they were. The same file gives the same bytes. Errors: CannotScrub for a
    picture of an unknown kind, or one that is hidden.
    """
    package = Package(data)
    scrub(package, secret, goes_back=goes_back)
    return package.to_bytes()


def scrub(package: Package, secret: frozenset[str] = frozenset(), *, goes_back: bool = False) -> None:
    """Take its makers out of a package in place, as `scrubbed` does."""
    calling = Calling(secret, goes_back)
    drop_links(package, secret)
    drop_unshown_heads(package)
    drop_hidden_in_heads(package)
    drop_parts(package)
    drop_unused_styles(package)
    rename_relations(package)
    rename_styles(package, calling)
    rename_fonts(package, secret)
    rename_bookmarks(package, calling)
    rename_shapes(package)
    recount_drawings(package)
    count_points(package)
    drop_unseen(package, secret)
    endings = set(map(ending_of, package.names))
    for entry in list(package.edit(TYPES)):
        part, ending = entry.get("PartName"), (entry.get("Extension") or "").casefold()
        if (part is not None and not package.has(part)) or (part is None and ending not in endings):
            package.edit(TYPES).remove(entry)
    for kind, content in (("core-properties", _CORE), ("extended-properties", _APPLICATION)):
        if (name := package.related(kind, "")) is not None:
            package.put(name, content)
    if (settings := package.related("settings")) is not None:
        _clear_settings(package.edit(settings))
    written = [name for name in package.names if name.casefold().endswith((".xml", ".rels", ".vml")) and name != TYPES]
    for name in written:
        drop_unread(package.edit(name))
    _clear_texts(package, in_markup(secret))
    for name in (TYPES, *written):
        bare(package, name, goes_back=goes_back)
    if not goes_back:
        unify_languages(package)
    _clear_pictures(package)
    rename_parts(package, secret)
    take_back_untouched(package)


def _clear_settings(root: etree._Element) -> None:
    for child in list(root):
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name in _SETTINGS or _OF_TEXTMAKER.match(name):
            root.remove(child)


def _clear_texts(package: Package, secret: InMarkup | None) -> None:
    """Fields, hidden text and doubled text of the body, the notes, heads and feet."""
    targets = [(link.kind, link.target) for link in package.relationships() if link.kind in (*NOTES, *HEADS_AND_FEET)]
    parts = list(dict.fromkeys([("officeDocument", package.main), *targets]))
    styles = package.related("styles")
    style_root = package.edit(styles) if styles is not None else None
    hidden = hidden_styles(style_root)
    parts = [(kind, name) for kind, name in parts if package.has(name)]
    variables = {variable for _, name in parts for variable in variables_kept(package.root(name))}
    for kind, name in parts:
        root, of_text = package.edit(name), kind not in HEADS_AND_FEET
        if not of_text:
            take_out_filled_in(filled_in(root))
        unlink_fields(root, secret=secret, variables=variables)
        if kind in NOTES:
            for line in [note for note in root if note.get(w("type"), "normal") != "normal"]:
                show_hidden(line, hidden, of_text=False)  # a draft has none of it
        if of_text and hides_pictures(root, hidden):
            raise CannotScrub(
                "A picture or sign is hidden in the Word file and would leave with it; nothing was written. "
                "Take it out in Word first."
            )
        show_hidden(root, hidden, of_text=of_text)
        if kind in NOTES:
            for note in unused_notes(root, kind, package.root(package.main)):
                drop(note)
    if style_root is not None:
        show_hidden(style_root, hidden, of_text=True)


def _clear_pictures(package: Package) -> None:
    effort = Effort()
    for name in sorted(pictures(package)):
        try:
            package.put(name, bare_picture(package.data(name), effort))
        except UnknownPicture:
            raise CannotScrub(
                f"The Word file holds a picture ({posixpath.basename(name)}) that Adref cannot look into, so it "
                "cannot say what the picture tells; save it as PNG in Word first. Nothing was written."
            ) from None
