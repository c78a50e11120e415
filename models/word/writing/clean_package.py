"""The package around the text of a clean Word file: parts, types and relations, and nothing about who wrote it when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import cast

from lxml import etree

from models.word.markup import NAMESPACES, element, legal
from models.word.namespaces import CONTENT_TYPES, RELATION, RELATIONSHIPS, w
from models.word.package import CLOCK
from models.word.writing import layout
from models.word.writing.written_notes import BETWEEN_NOTES

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def heads_and_feet(
    symbol: str, draft_mark: bool, right_to_left: bool, landscape: bool = False
) -> dict[str, etree._Element]:
    """The roots of the headers and footers by name ("header-first")."""
    parts = {}
    for page in layout.HEADER_PARTS:
        parts[f"header-{page}"] = layout.header(page, symbol, draft_mark, right_to_left, landscape)
        parts[f"footer-{page}"] = layout.footer(page, right_to_left, landscape)
    return parts


def head_relations() -> dict[str, str]:
    """The relation id of each header and footer by name."""
    names = [f"{kind}-{page}" for page in layout.HEADER_PARTS for kind in ("header", "footer")]
    return {name: f"rId{number}" for number, name in enumerate(names, 10)}


def settings() -> etree._Element:
    """The root of word/settings.xml."""
    compatibility = element(
        "compat",
        element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )
    return element(
        "settings",
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="doNotCompress"),
        element("footnotePr", *(element("footnote", id=number) for number in BETWEEN_NOTES.values())),
        compatibility,
        element("themeFontLang", val="en-GB"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def package(parts: Mapping[str, etree._Element], title: str | None) -> bytes:
    """The bytes of a Word file of its parts by name: document, styles, numbering, settings, footnotes, heads, feet."""
    types = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap=_default_space(CONTENT_TYPES))
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(types, f"{{{CONTENT_TYPES}}}Default", Extension=ending, ContentType=kind)
    relations = _relations()
    top = _relations()
    _relate(top, "rId1", f"{RELATION}/officeDocument", "word/document.xml")
    written: dict[str, etree._Element] = {}
    ids = head_relations()
    number = 1
    for name, root in parts.items():
        kind = name.split("-")[0]
        file = name.replace("-", "_") + ".xml"
        if name == "document":
            _type(types, f"word/{file}", f"{_WORD_TYPE}.document.main+xml")
        else:
            _type(types, f"word/{file}", f"{_WORD_TYPE}.{kind}+xml")
            _relate(relations, ids.get(name) or f"rId{number}", f"{RELATION}/{kind}", file)
            number += name not in ids
        written[f"word/{file}"] = root
    written |= _properties(types, top, title)
    return _zip({"[Content_Types].xml": types, "_rels/.rels": top, "word/_rels/document.xml.rels": relations} | written)


def _properties(types: etree._Element, top: etree._Element, title: str | None) -> dict[str, etree._Element]:
    application = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=_default_space(_EXTENDED))
    etree.SubElement(application, f"{{{_EXTENDED}}}Application").text = "Adref"
    found = {"docProps/app.xml": application}
    _type(types, "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    _relate(top, "rId2", f"{RELATION}/extended-properties", "docProps/app.xml")
    if title and legal(title).strip():
        core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN_CORE})
        etree.SubElement(core, f"{{{_DUBLIN_CORE}}}title").text = legal(title).strip()
        found["docProps/core.xml"] = core
        _type(types, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        _relate(top, "rId3", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    return found


def _default_space(name: str) -> dict[str, str]:
    # The default namespace has no prefix; the stubs of lxml know only prefixes of letters.
    return cast(dict[str, str], {None: name})


def _relations() -> etree._Element:
    return etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=_default_space(RELATIONSHIPS))


def _relate(root: etree._Element, identity: str, kind: str, target: str) -> None:
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=identity, Type=kind, Target=target)


def _type(types: etree._Element, part: str, kind: str) -> None:
    etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{part}", ContentType=kind)


def _zip(parts: Mapping[str, etree._Element]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in parts.items():
            info = zipfile.ZipInfo(name, CLOCK)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if name.startswith("word/") else [])
            archive.writestr(info, etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
    return buffer.getvalue()


def document(body: etree._Element) -> etree._Element:
    """The root of word/document.xml around a `w:body`."""
    root = etree.Element(w("document"), nsmap=NAMESPACES)
    root.append(body)
    return root
