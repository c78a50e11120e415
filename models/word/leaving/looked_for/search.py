"""What a file that is to leave must not hold, looked for in all its bytes by other means than those that took it out.

Nothing here trusts what made the file: the archive is read anew, every part is parsed with its comments, and what is
not known to be harmless counts as found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import cast

from lxml import etree

from models.word.archive import has_conflicts, open_archive, read_entry, utf8
from models.word.fields import INSTRUCTIONS, instructions
from models.word.known_spaces import is_known
from models.word.leaving.looked_for.around import in_archive, in_relations
from models.word.leaving.looked_for.found import Allowed, Found
from models.word.leaving.names.calling import Calling, is_unknown_style, is_unknown_style_said
from models.word.leaving.names.known_names import is_known_style
from models.word.leaving.names.renamed import is_unknown_said, places_said
from models.word.leaving.names.said_in_codes import said_in
from models.word.leaving.names.unused_styles import LEADING, NAMING
from models.word.leaving.parts.bare_xml import FILTERED, OF_OFFICE, hidden_series
from models.word.leaving.parts.diagram_ids import POINT, is_by_lot
from models.word.leaving.parts.fields import is_harmless, letters_in_codes
from models.word.leaving.parts.languages import SAYING, tag_said, usual
from models.word.leaving.parts.lists_of_parts import beside_entries, is_list_of_parts
from models.word.leaving.parts.makers import InMarkup, in_markup, is_code
from models.word.leaving.parts.parts import has_own_name, pictures
from models.word.leaving.parts.strays import (
    OF_WORD_ALONE,
    TITLES_OF_DIAGRAMS,
    is_extension,
    letters_out_of_place,
    said_by_extension,
)
from models.word.leaving.parts.words_of_format import is_font, is_theme, says_nothing
from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.pictures import BEGINNING, UnknownPicture, bare_picture, unwrapped
from models.word.leaving.unseen.hidden import HIDDEN_ROW, HIDING, is_separator, unused_notes
from models.word.leaving.unseen.undrawn import undrawn
from models.word.leaving.unseen.unseen import OF_THEMES, UNSEEN_ATTRIBUTES, UNSEEN_NODES, is_own_family
from models.word.list_ids import given_ids
from models.word.namespaces import COLLAPSED, w
from models.word.package import Package
from models.word.parsing import parsed
from models.word.reading.alternatives import unread_branches
from models.word.relationships import NOTES
from models.word.seldom import nothing_comes
from models.word.signs import TEXT

NO_DATE = "1980-01-01T00:00:00Z"
"""What a range of a move carries where there is no date."""
TRACKED_PARTS = frozenset(("officeDocument", "footnotes", "endnotes"))
_TRACKED_TOO = TRACKED_PARTS | {"header", "footer"}  # where the symbol alone is tracked, which is verified
_WITH_TEXT = ("officeDocument", "footnotes", "endnotes", "header", "footer")
TRACKED = frozenset(map(w, (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
    "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    "moveFromRangeStart", "moveToRangeStart",
)))  # fmt: skip
_COMMENTS = frozenset(("comment", "commentRangeStart", "commentRangeEnd", "commentReference", "commentEx", "person"))
_CUSTOM = frozenset((
    "docVar", "docVars", "smartTag", "smartTagPr", "customXml", "customXmlPr", "dataBinding", "alias", "tag", "docId",
    "listItem", "attachedSchema", "schemaLibrary", "mailMerge", "placeholder", "smartTagType", "signatureline",
    "pivotSource", "custClrLst", "picAttrSrcUrl", "attrSrcUrl",
))  # fmt: skip
_NAMES = frozenset(("author", "initials", "userId", "providerId", "userName", "ed", "edGrp", "permStart"))
_DATES = frozenset(("date", "dateUtc", "fullDate", "created", "modified", "lastPrinted"))
_COPIES = frozenset((
    "paraId", "textId", "editId", "anchorId", "durableId", "tplc", "uniqueId", "creationId",
    "persistentDocumentId",
))  # fmt: skip
"""What makes any two copies of a file known as such."""
_OF_DRAWN = frozenset((
    "descr", "alt", "gfxdata", "tooltip", "equationxml", "class", "target", "invalidUrl", "textlink", "macro",
))  # fmt: skip
_OF_LISTS = (w("nsid"), w("tmpl"))
_COUNTED = frozenset((w("id"), w("val"), "id"))  # attributes that hold whole numbers a file counts with
_PATH = re.compile(r"(?:^|[\s\"'(=])(?:[A-Za-z]:[\\/]|\\\\[\w.-]+\\|file:|/(?:home|Users|Volumes|mnt|tmp)/)|mailto:")
_DECLARED = re.compile(
    rb"xmlns(?::([\w.-]+))?\s*=\s*[\"']([^\"']*)"
)  # beginning with letters it is found in a tenth of the time
_CHANCE = 5  # bytes of a name that the points of a picture, which tells nothing beside them, have not by chance
_DRAWN = frozenset(("t", "v"))  # words of diagrams and charts: "EU" is their own business there, shown or not
_OF_FONTS = frozenset(("ascii", "hAnsi", "eastAsia", "cs", "font", "typeface"))
_OF_PROPERTIES = frozenset(("Properties", "coreProperties", "Application", "title"))
_TEMPLATES = (".dotm", ".dotx", ".dot")


def searched(data: bytes, allowed: Allowed, unchanged: ExitStack) -> tuple[tuple[Found, ...], Package]:
    """Everything in the bytes of a Word file that it must not say, nothing where it says no more than its text; and the
    file as it was opened for that, its parts parsed, which nobody changes until `unchanged` is closed."""
    search = _Search(data, allowed, unchanged)
    return tuple(search.everything()), search.package


class _Search:
    def __init__(self, data: bytes, allowed: Allowed, unchanged: ExitStack) -> None:
        self._data, self._allowed, self._unchanged = data, allowed, unchanged
        self.package = Package(data, of_text=False)
        self._kinds = {
            link.target.casefold(): link.kind
            for source in ("", *self.package.names)
            for link in self.package.relationships(source)
            if not link.external
        }
        self._secret = in_markup(allowed.secret)
        self._calling = Calling(allowed.secret, allowed.goes_back)
        self._secret_in_words = in_markup(name for name in allowed.secret if not is_code(name))
        self._pictures, self._effort = pictures(self.package), Effort()
        self._usual: dict[str, set[object]] = {}  # by the kind of a part, tags with nothing to be found in them
        self._ids_given: set[etree._Element] = set()  # of lists in the part that is looked into
        self._harmless: set[tuple[str, str]] = set()  # attributes with their value

    def everything(self) -> Iterator[Found]:
        with open_archive(self._data) as archive:  # before the rest, which looks at what is parsed for it
            entries = archive.infolist()
            of_parts = [one for entry in entries for one in self._part(entry.filename, read_entry(archive, entry))]
        yield from in_archive(self._data, self.package)
        yield from in_relations(self.package)
        yield from of_parts

    def _part(self, name: str, data: bytes) -> Iterator[Found]:
        if self._secret is not None and self._secret.search(name):
            yield Found("names", name, "a name in the name of a part")
        elif has_own_name(name.removesuffix(".rels")):
            yield Found("names", name, "a part with a name of its own")
        if name in self._pictures:
            try:
                if bare_picture(data, self._effort) != data:
                    yield Found("pictures", name, "something beside the image")
                elif b"<svg" in (data := unwrapped(data))[:BEGINNING]:
                    yield from self._drawing(name, data)
                    return
            except UnknownPicture as error:
                yield Found("pictures", name, str(error))
            yield from self._secret_bytes(name, data)
        elif name.casefold().endswith((".xml", ".rels", ".vml")):
            yield from self._xml(name, utf8(data))
        else:
            yield from self._secret_bytes(name, data)

    def _drawing(self, name: str, data: bytes) -> Iterator[Found]:
        """What a drawing in XML says; its letters too, for they may stand where nobody sees them."""
        for node in etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
            for value in (node.text or "", node.tail or ""):
                yield from self._said(name, "a drawing", value, self._secret_in_words)
            for key in map(str, node.keys()):
                value = node.get(key) or ""
                yield from self._said(name, key, "" if value.startswith("data:") else value, self._secret)

    def _secret_bytes(self, name: str, data: bytes) -> Iterator[Found]:
        for secret in self._allowed.secret:
            if secret.isascii() and says_nothing(secret):
                continue
            forms = {secret, secret.upper(), *((secret.replace(" ", sign) for sign in "_-") if " " in secret else ())}
            written = {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")}
            if any(len(one) >= _CHANCE and one in data for one in written):
                yield Found("names", name, secret)

    def _xml(self, name: str, data: bytes) -> Iterator[Found]:
        root = parsed(data, remarks=True)
        self._unchanged.enter_context(nothing_comes(root))
        remarks = list(_remarks(root))
        if not remarks and not has_conflicts(data):  # else others are not to see it as it is
            self.package.hold(name, root)
        for remark in remarks:
            yield Found("comments", name, f"a remark in the XML: {remark[:40]}")
        if name.startswith("docProps/") or self._kinds.get(name.casefold(), "").endswith("-properties"):
            yield from self._properties(name, root)
        if is_list_of_parts(name):
            yield from (Found("custom", name, said) for said in beside_entries(name, root))
        yield from self._spaces(name, data, root)
        kind = self._kinds.get(name.casefold(), "")
        yield from (Found("hidden", name, "what a chart does not show") for _ in hidden_series(root))
        self._ids_given = given_ids(root)
        yield from self._nodes(name, kind, root)
        for stray in letters_out_of_place(root):
            yield Found("hidden", name, f"letters where none are read: {stray.strip()[:40]}")
        if kind in _WITH_TEXT:
            yield from self._fields(name, root)
            for branch in unread_branches(root):
                if next(branch.iter(w("t"), w("delText")), None) is not None:
                    yield Found("hidden", name, "text for older programs only")
        if kind in NOTES:
            yield from self._notes(name, kind, root)
        yield from self._called(name, root)

    def _spaces(self, name: str, data: bytes, root: etree._Element) -> Iterator[Found]:
        """Namespaces that no program is known to write, and prefixes in somebody's words."""
        hits = (hit for hit in _DECLARED.finditer(data) if data[hit.start() - 1 : hit.start()].isspace())
        declared = dict.fromkeys(tuple(one.decode("utf-8", "replace") for one in hit.groups(b"")) for hit in hits)
        if not all(is_known(space) for _, space in declared):  # unless it is text that reads so
            spaces = {pair for node in root.iter(etree.Element) for pair in node.nsmap.items() if not is_known(pair[1])}
            for called in sorted(prefix or space for prefix, space in spaces):
                yield Found("custom", name, f"a namespace of its own: {called}")
        for prefix in dict.fromkeys(prefix for prefix, _ in declared):
            if prefix[:1].isupper() or (self._secret is not None and self._secret.search(prefix)):
                yield Found("names", name, f"the prefix of a namespace: {prefix}")

    def _nodes(self, name: str, kind: str, root: etree._Element) -> Iterator[Found]:
        """What each element is, says and has for attributes."""
        usual, silent = self._usual.setdefault(kind, set()), TEXT.union(INSTRUCTIONS)
        unshown = undrawn(self.package, name, kind)
        for node in root.iter(etree.Element):
            tag = node.tag
            if tag not in usual:
                yield from self._node(name, kind, node)
            if tag not in silent and (text := node.text) and text.strip() and not self._is_title(name, text):
                local = str(tag).rpartition("}")[2]
                if local not in _DRAWN or unshown is None or node in unshown:  # else it is text that the page shows
                    secret = self._secret_in_words if local in _DRAWN else self._secret
                    yield from self._said(name, local, text, secret)
            if not (pairs := node.items()):
                continue  # as most
            bare = str(tag).startswith(OF_WORD_ALONE)
            for pair in pairs:
                if bare and "}" not in (own := str(pair[0])):
                    yield Found("custom", name, f"an attribute of its own: {own}")
                if pair not in self._harmless:
                    yield from self._attribute(name, str(pair[0]), str(pair[1]))

    def _called(self, name: str, root: etree._Element) -> Iterator[Found]:
        """What somebody called a style, a bookmark, a list, a counter, a theme."""
        styles = {node.get(w("val")) or "" for node in root.iter(*LEADING, *NAMING)}
        for style in root.iter(w("style")):
            styles.add(style.get(w("styleId")) or "")
            styles.update(node.get(w("val")) or "" for node in style.iterchildren(w("name"), w("aliases")))
        found = {one for one in styles if is_unknown_style(one, self._calling)}
        for code in instructions(root):
            said = {code[one.start : one.end] for one in said_in(code) if one.names == "style"}
            found.update(one for one in said if is_unknown_style_said(one, self._calling))
        found.update(one for one, of in places_said(self.package, name) if is_unknown_said(one, of, self._calling))
        if self.package.content_type(name).endswith("theme+xml"):
            found.update(one for node in root.iter(*OF_THEMES) if not is_theme(one := node.get("name") or ""))
        told = self._secret
        yield from (
            Found("names", name, f"a name of its own: {one}")
            for one in sorted(found)
            if told is None or told.search(one) is None  # else it is told where it stands
        )

    def _is_title(self, name: str, text: str) -> bool:
        return name.startswith("docProps/") and text.strip() == self._allowed.title

    def _properties(self, name: str, root: etree._Element) -> Iterator[Found]:
        for node in root.iter(etree.Element):
            local, text = str(node.tag).rpartition("}")[2], f"{node.text or ''}{node.tail or ''}".strip()
            yield from (
                Found("company", name, f"{key}: {value}") for key, value in cast("list[tuple[str, str]]", node.items())
            )
            if not text and local not in _OF_PROPERTIES:
                yield Found("company", name, local)
            if not text:
                continue
            if (local, text) in (("Application", "Adref"), ("title", self._allowed.title)):
                continue
            what = {"creator": "names", "lastModifiedBy": "names", "created": "dates", "modified": "dates"}
            yield Found(what.get(local, "company"), name, f"{local}: {text}")

    def _node(self, name: str, kind: str, node: etree._Element) -> Iterator[Found]:
        tag = str(node.tag)
        space, _, local = tag[1:].rpartition("}")
        foreign = not is_known(space) and (bool(space) or node.getparent() is not None)
        if foreign:
            yield Found("custom", name, f"an element of its own: {local}")
        if (
            local.startswith("rsid")
            or local in _COPIES
            or (tag == w("id") and _within(node, w("sdtPr")))
            or (tag in _OF_LISTS and node not in self._ids_given)
        ):
            yield Found("sessions", name, local)
        elif local in _COMMENTS and kind != "chart":
            yield Found("comments", name, local)
        elif local in _CUSTOM:
            yield Found("custom", name, local)
        elif tag in TITLES_OF_DIAGRAMS and any(node.values()):
            yield Found("custom", name, f"the {local} of a diagram")
        elif local == "attachedTemplate":
            yield Found("company", name, local)
        elif tag == w("lsdException"):
            if not is_known_style(called := node.get(w("name")) or ""):
                yield Found("names", name, f"a style that is not in the file: {called}")
        elif local.startswith(FILTERED):
            yield Found("hidden", name, f"{local} of a chart")
        elif tag in HIDING and kind != "numbering":
            if not is_separator(node):
                yield Found("hidden", name, "hidden letters")
        elif tag == HIDDEN_ROW and _within(node, w("trPr")):
            yield Found("hidden", name, "a hidden row")
        elif tag == COLLAPSED:
            yield Found("hidden", name, "a heading that is closed over its text")
        elif tag in UNSEEN_NODES or is_own_family(node):
            yield Found("custom", name, local)
        elif tag in (w("fldData"), w("ffData")):
            yield Found("custom", name, "what a field keeps")
        elif tag in TRACKED and (not self._allowed.tracked or kind not in _TRACKED_TOO):
            yield Found("deletions", name, f"a tracked change ({local})")
        elif tag == w("delText") and not _within(node, w("del")):
            yield Found("deletions", name, "deleted text outside of a deletion")
        elif tag in SAYING and not self._allowed.goes_back and (said := tag_said(node)) != usual(said):
            yield Found("sessions", name, f"the country of a keyboard: {said}")
        elif is_extension(tag):
            yield from (Found("custom", name, f"{local}: {said[:60]}") for said in said_by_extension(node))
        elif tag not in (w("delText"), HIDDEN_ROW, *SAYING, *_OF_LISTS, *TITLES_OF_DIAGRAMS) and not foreign:
            self._usual[kind].add(tag)

    def _attribute(self, name: str, key: str, value: str) -> Iterator[Found]:
        if key in _COUNTED and value.isdigit() and value not in self._allowed.secret:
            return
        if self._kinds.get(name.casefold()) == "fontTable" and is_font(value):
            return
        found = list(self._told(name, key, value))
        if not found:
            self._harmless.add((key, value))
        yield from found

    def _told(self, name: str, key: str, value: str) -> Iterator[Found]:
        space, _, local = key[1:].rpartition("}") if key.startswith("{") else ("", "", key)
        if space and not is_known(space):
            yield Found("custom", name, f"an attribute of its own: {local}")
        of_copy = (local in _COPIES and not value.startswith(OF_OFFICE)) or (local == POINT and is_by_lot(value))
        if local.startswith("rsid") or of_copy:
            yield Found("sessions", name, local)
        elif local in _NAMES and not (local == "author" and value in self._allowed.authors):
            yield Found("names", name, f"{local}: {value}")
        elif local in _DATES and value not in (*self._allowed.dates, NO_DATE):
            yield Found("dates", name, f"{local}: {value}")
        elif local in _OF_DRAWN and value:
            yield Found("pictures", name, f"{local}: {value[:60]}")
        elif key in UNSEEN_ATTRIBUTES and value:
            yield Found("custom", name, f"{local}: {value[:60]}")
        elif local in ("src", "althref") and value:
            yield Found("paths", name, f"{local}: {value[:60]}")
        shown = local == "string" or (local in _OF_FONTS and is_font(value))  # letters of a watermark, a font of all
        if not shown and not (local == "author" and value in self._allowed.authors):
            yield from self._said(name, local, value, self._secret)

    def _said(self, name: str, where: str, value: str, secret: InMarkup | None) -> Iterator[Found]:
        if secret is not None and (hit := secret.search(value)):
            yield Found("names", name, f"{where}: {hit}")
        if _PATH.search(value):
            yield Found("paths", name, f"{where}: {value[:80]}")
        elif value.casefold().endswith(_TEMPLATES):
            yield Found("company", name, f"{where}: {value[:80]}")

    def _fields(self, name: str, root: etree._Element) -> Iterator[Found]:
        for instruction in instructions(root):
            if self._secret is not None and (hit := self._secret.search(instruction)):
                yield Found("names", name, f"a field: {hit}")
            if not is_harmless(instruction):
                yield Found("paths", name, f"a field: {' '.join(instruction.split())[:80]}")
        for letters in letters_in_codes(root):
            if letters.strip():
                yield Found("hidden", name, f"letters in the code of a field: {letters.strip()[:40]}")

    def _notes(self, name: str, kind: str, root: etree._Element) -> Iterator[Found]:
        for _ in unused_notes(root, kind, self.package.root(self.package.main)):
            yield Found("hidden", name, "a note without a place")


def _remarks(root: etree._Element) -> Iterator[str]:
    """Comments and instructions of the XML, those before and after the root element too, and a document type."""
    if root.getroottree().docinfo.internalDTD is not None:
        yield "<!DOCTYPE"
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    for node in (*around, *root.iter(etree.Comment, etree.ProcessingInstruction)):
        yield str(node.text or "")


def _within(node: etree._Element, tag: str) -> bool:
    return any(above.tag == tag for above in node.iterancestors())
