"""The package around the text of a clean Word file: parts, types and relations, and nothing about who wrote it when."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from models.word.markup import NAMESPACES, element, legal
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.writing import layout
from models.word.writing.spoken import of_file
from models.word.writing.written_notes import BETWEEN_NOTES

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_NO_TEXT = etree.tostring(element("document", element("body")))
"""Stands in each part until the frame of the file is made: a long text is packed once."""
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def heads_and_feet(symbol: str, draft_mark: bool, section: layout.Section) -> dict[str, etree._Element]:
    """The roots of the headers and footers by name ("header-first")."""
    parts = {}
    for page in layout.HEADER_PARTS:
        parts[f"header-{page}"] = layout.header(page, symbol, draft_mark, section)
        parts[f"footer-{page}"] = layout.footer(page, section)
    return parts


def head_relations() -> dict[str, str]:
    """The relation id of each header and footer by name."""
    names = [f"{kind}-{page}" for page in layout.HEADER_PARTS for kind in ("header", "footer")]
    return {name: f"rId{number}" for number, name in enumerate(names, 10)}


def settings(language: str) -> etree._Element:
    """The root of word/settings.xml of a file in a language ("fr")."""
    compatibility = element(
        "compat",
        element("doNotExpandShiftReturn"),  # a line before a break is not stretched
        element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )
    return element(
        "settings",
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="doNotCompress"),
        element("footnotePr", *(element("footnote", id=number) for number in BETWEEN_NOTES.values())),
        compatibility,
        element("themeFontLang", **of_file(language)),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def package(parts: Mapping[str, etree._Element], title: str | None) -> bytes:
    """The bytes of a Word file of its parts by name: document, styles, numbering, settings, footnotes, heads, feet."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.package import Package as WordPackage  # loaded only where a file is written

    whole = WordPackage()
    contents: dict[str, bytes] = {}

    def made(name: str, kind: str, root: etree._Element) -> Part:
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if name.startswith("/word/") else [])
        contents[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        return Part(PackURI(name), kind, _NO_TEXT, whole)

    main = made("/word/document.xml", f"{_WORD_TYPE}.document.main+xml", parts["document"])
    whole.rels.add_relationship(f"{RELATION}/officeDocument", main, "rId1")
    ids = head_relations()
    number = 1
    for name, root in parts.items():
        if name == "document":
            continue
        kind = name.split("-")[0]
        part = made(f"/word/{name.replace('-', '_')}.xml", f"{_WORD_TYPE}.{kind}+xml", root)
        main.rels.add_relationship(f"{RELATION}/{kind}", part, ids.get(name) or f"rId{number}")
        number += name not in ids
    for number, (name, kind, relation, root) in enumerate(_properties(title), 2):
        whole.rels.add_relationship(relation, made(name, kind, root), f"rId{number}")
    buffer = io.BytesIO()
    whole.save(buffer)
    frame = Package(buffer.getvalue())
    for name, content in contents.items():
        frame.put(name.lstrip("/"), content)
    return frame.to_bytes()  # with a fixed clock, so that two runs give the same bytes


def _properties(title: str | None) -> Iterator[tuple[str, str, str, etree._Element]]:
    """Name, content type, relation and root of the parts that tell what made the file and what it is called."""
    application = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=_default_space(_EXTENDED))
    etree.SubElement(application, f"{{{_EXTENDED}}}Application").text = "Adref"
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    yield "/docProps/app.xml", kind, f"{RELATION}/extended-properties", application
    if title and legal(title).strip():
        core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN_CORE})
        etree.SubElement(core, f"{{{_DUBLIN_CORE}}}title").text = legal(title).strip()
        kind = "application/vnd.openxmlformats-package.core-properties+xml"
        yield "/docProps/core.xml", kind, f"{_PACKAGE}/relationships/metadata/core-properties", core


def _default_space(name: str) -> dict[str, str]:
    # The default namespace has no prefix; the stubs of lxml know only prefixes of letters.
    return cast(dict[str, str], {None: name})


def document(body: etree._Element) -> etree._Element:
    """The root of word/document.xml around a `w:body`."""
    root = etree.Element(w("document"), nsmap=NAMESPACES)
    root.append(body)
    return root
