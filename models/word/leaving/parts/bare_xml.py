"""One part of a Word file without the marks its makers left in it: names, sessions, descriptions, bindings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from lxml import etree

from models.word.known_spaces import is_foreign, is_foreign_element, is_known
from models.word.leaving.parts.emptied import drop, drop_upwards
from models.word.leaving.parts.lists_of_parts import bare_list, beside_entries, is_list_of_parts
from models.word.leaving.parts.parts import place_of
from models.word.leaving.parts.strays import drop_letters_out_of_place, is_of_word, is_stray
from models.word.list_ids import give_ids
from models.word.namespaces import CHOICE, RELATION, w
from models.word.package import Package
from models.word.resolving.joining import unwrap

_GONE = frozenset(map(w, (
    "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "proofErr", "alias", "tag",
    "dataBinding", "placeholder", "printerSettings", "rsid", "smartTagPr", "customXmlPr", "listItem", "annotationRef",
    "embedRegular", "embedBold", "embedItalic", "embedBoldItalic",
    "lock", "group",  # of a control: changes in it could be neither accepted nor rejected
)))  # fmt: skip
_OF_SPELLING = frozenset((w("proofErr"),))
_UNWRAPPED = frozenset((w("smartTag"), w("customXml")))
_GONE_NAMES = frozenset((
    "dataBinding", "dataHash", "webExtensionLinked", "webExtensionCreated", "externalData", "creationId", "uniqueId",
    "persistentDocumentId",
))  # fmt: skip
_OF_COPIES = frozenset(("paraId", "textId", "editId", "anchorId", "durableId", "tplc", "uniqueId"))
"""By what a paragraph, a drawing or a list is known again in any copy of its file; none of them has to be there."""
OF_OFFICE = "urn:microsoft.com/"
"""So begin the ids of layouts and colours that every Office has: a diagram names by them what it is drawn by."""
FILTERED = "filtered"  # so begin the series, and their names, that somebody filtered away from a chart
_NEWER_CHART = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_SAID = frozenset((
    "descr", "alt", "title", "href", "gfxdata", "tooltip", "initials", "dateUtc", "fullDate", "ed", "edGrp",
    "src", "althref", "equationxml", "class", "target", "invalidUrl", "textlink", "macro",
))  # fmt: skip
_NAMED, _ID = frozenset(("docPr", "cNvPr")), w("id")
_CONTROL = w("sdtPr")
_NAMING = f"{{{RELATION}}}"  # so begin the attributes that name a relationship
_Act = Callable[[etree._Element], None]
_NAMES = re.compile(r"\w+"), re.compile(r'[^\s"#]+')  # Word's of letters and digits, LibreOffice's of more
_MAKERS = ("creator", "lastmodifiedby", "manager", "company", "publishdate", "keywords", "comments", "contentstatus")


def bare(package: Package, name: str, *, goes_back: bool = False) -> None:
    """Take out of a part, in place, what it says of its makers, and what leads to parts that have gone.

    Of a file that `goes_back` onto the one it was made on bookmarks and marks of spelling stay.
    """
    root = package.edit(name)
    if is_list_of_parts(name):
        if any(beside_entries(name, root)):
            package.put(name, bare_list(name, root))
        return
    _empty_bound(root)
    for node in hidden_series(root):
        drop(node)
    kept = _OF_SPELLING if goes_back else frozenset[str]()
    bare_elements(root, {relation.id for relation in package.relationships(name)}, kept)
    _count_lists(root)
    drop_letters_out_of_place(root)
    if not goes_back and next(root.iter(w("bookmarkStart")), None) is not None:
        _drop_bookmarks(root, _cited(package))
    prefixes = (root.get(f"{{{CHOICE}}}Ignorable") or "").split()
    known = [prefix for prefix in prefixes if is_known(root.nsmap.get(prefix) or "")]
    if prefixes and known != prefixes:
        root.set(f"{{{CHOICE}}}Ignorable", " ".join(known))
    etree.cleanup_namespaces(root, keep_ns_prefixes=[*known, *_needed(root)])


def bare_elements(root: etree._Element, relations: Collection[str] | None = None, kept: Collection[str] = ()) -> None:
    """Take out the elements and attributes of a part that tell of its makers, and strays, in place.

    What names a relationship that has gone goes too, where those that there are, by their ids, are given. Elements
    whose tag is one of `kept` stay.
    """
    links: list[tuple[etree._Element, dict[str, str]]] = []  # with the attributes that name one, as they were
    clean: set[object] = set()  # elements of Word's with nothing to take: their tags, with what attributes they have
    gone: list[tuple[_Act, etree._Element]] = []  # once all were looked at: a list of all would take half the time
    for node in root.iter(etree.Element):
        tag, said = node.tag, node.items()
        told: object = (tag, *said) if said else tag
        if told in clean:
            continue
        if said:  # changes differ by their ids
            told = (tag, *[one for one in said if one[0] != _ID or not str(one[1]).isdecimal()])
            if told in clean:
                continue
        named = {str(key): str(value) for key, value in said if str(key).startswith(_NAMING)}
        if named:
            links.append((node, named))
        if _is_gone(node) and node.tag not in kept:
            gone.append((drop_upwards, node))
        elif node.tag in _UNWRAPPED:
            gone.append((unwrap, node))
        elif is_foreign_element(str(node.tag)) and node is not root:
            gone.append((unwrap if next(node.iter(w("r"), w("p")), None) is not None else drop, node))
        else:
            _bare_attributes(node)
            if is_stray(node, root):
                gone.append((drop, node))
            elif not named and is_of_word(node) and said == node.items():
                clean.add(told)
    if relations is not None:
        for node, named in links:
            _follow(node, named, relations)
    for take_out, node in gone:
        take_out(node)


def _needed(root: etree._Element) -> Iterable[str]:
    """Prefixes that alternative contents name by word alone."""
    for choice in root.iter(f"{{{CHOICE}}}Choice"):
        yield from (choice.get("Requires") or "").split()


def _is_gone(node: etree._Element) -> bool:
    local = str(node.tag).rpartition("}")[2]
    if node.tag == _ID:  # which control it is, of all there ever were
        above = node.getparent()
        return above is not None and above.tag == _CONTROL
    return node.tag in _GONE or local in _GONE_NAMES or local.startswith(FILTERED)


def _bare_attributes(node: etree._Element) -> None:
    local = str(node.tag).rpartition("}")[2]
    for key in list(node.attrib):
        name = str(key)
        short = name.rpartition("}")[2]
        of_copy = short in _OF_COPIES and not str(node.get(key)).startswith(OF_OFFICE)
        if is_foreign(name) or short.startswith("rsid") or short in _SAID or of_copy:
            del node.attrib[key]
    if local in _NAMED and node.get("name"):
        node.set("name", "Picture")


def _empty_bound(root: etree._Element) -> None:
    """Empty the content controls that show who made the file."""
    for binding in root.iter("{*}dataBinding"):
        path = " ".join(str(value) for value in binding.attrib.values()).lower()
        control = next(binding.iterancestors(w("sdt")), None)
        if control is not None and root.tag in (w("hdr"), w("ftr")) and any(word in path for word in _MAKERS):
            for run in list(control.iter(w("r"))):
                drop(run)


def _count_lists(root: etree._Element) -> None:
    """Give the lists of a part ids that say nothing."""
    for number, one in enumerate(root.iterchildren(w("abstractNum")), 1):
        give_ids(one, number)


def hidden_series(root: etree._Element) -> list[etree._Element]:
    """The series of a newer chart that it does not show, and the figures that only they are drawn from."""
    every = list(root.iter(f"{_NEWER_CHART}series"))
    hidden = [one for one in every if one.get("hidden") in ("1", "true")]
    drawn = {link.get("val") for one in every if one not in hidden for link in one.iter(f"{_NEWER_CHART}dataId")}
    figures = (one for one in root.iter(f"{_NEWER_CHART}data") if one.get("id") not in drawn) if hidden else ()
    return [*hidden, *figures]


def _follow(node: etree._Element, named: Mapping[str, str], relations: Collection[str]) -> None:
    """Take out what names a relationship that has gone: a link keeps its words, a picture its image."""
    for key, relation in named.items():
        if not relation or relation in relations:
            continue  # an empty one is no link: Word writes it into the layouts of its diagrams
        local = etree.QName(node).localname
        if node.tag == w("hyperlink"):
            _take_off(node, key)
            if node.get(w("anchor")) is None:
                unwrap(node)
        elif local in ("blip", "imagedata") and len(named) > 1:
            _take_off(node, key)
        else:
            drop_upwards(node)
        break


def _take_off(node: etree._Element, key: str) -> None:
    if key in node.attrib:
        del node.attrib[key]


def _cited(package: Package) -> frozenset[str]:
    """The words that instructions of fields and links within the text name; small and capital letters are one.

    Word cuts an instruction anywhere, so its pieces are read both as one word and as several.
    """
    found: set[str] = set()
    for name in package.names:
        if name.endswith(".xml"):
            root = package.root(name)
            found.update((place_of(link) or "").casefold() for link in package.relationships(name))
            codes = [node.text or "" for node in root.iter(w("instrText"))]
            every = [node.text or "" for node in root.iter(w("instrText"), w("delInstrText"))]
            codes = ["".join(codes), "".join(every), " ".join(every)]
            codes += [node.get(w("instr")) or "" for node in root.iter(w("fldSimple"))]
            found.update(name for code in codes for names in _NAMES for name in names.findall(code.casefold()))
            found.update((node.get(w("anchor")) or "").casefold() for node in root.iter(w("hyperlink")))
    return frozenset(found)


def _drop_bookmarks(root: etree._Element, cited: frozenset[str]) -> None:
    """Take out the bookmarks that nothing refers to: their names are a memory of who marked what."""
    starts = root.iter(w("bookmarkStart"))
    gone = {node.get(w("id")) for node in starts if (node.get(w("name")) or "").casefold() not in cited}
    for node in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if node.get(w("id")) in gone:
            drop(node)
