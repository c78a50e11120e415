"""Small Word files made by hand: the XML of a body, and parts around it where a test needs them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BY = 'w:id="1" w:author="Delegation A" w:date="2003-11-14T10:00:00Z"'
BY_OTHER = 'w:id="2" w:author="Delegation B" w:date="2003-11-15T10:00:00Z"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
          "settings": "settings", "comments": "comments", "header": "hdr"}  # fmt: skip


FILM = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<f:webVideoPr xmlns:f="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" '
    'embeddedHtml="&lt;iframe/&gt;"/></wp:inline></w:drawing></w:r>'
)
"""A drawing that stands for a film on the web."""


def t(text: str, properties: str = "") -> str:
    """A run of text."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def d(text: str) -> str:
    """A run of deleted text."""
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def p(*content: str, properties: str = "", mark: str = "") -> str:
    """A paragraph; plain words become a run; `mark` are the properties of its mark."""
    inner = "".join(one if one.startswith("<") or not one else t(one) for one in content)
    rpr = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    ppr = f"<w:pPr>{properties}{rpr}</w:pPr>" if properties or rpr else ""
    return f"<w:p>{ppr}{inner}</w:p>"


def ins(content: str, by: str = BY) -> str:
    """An insertion."""
    return f"<w:ins {by}>{content}</w:ins>"


def dele(content: str, by: str = BY) -> str:
    """A deletion."""
    return f"<w:del {by}>{content}</w:del>"


def cell(*content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def parts(body: str, **others: str) -> dict[str, bytes]:
    """The parts of a Word file, by name; `others` are the contents of styles, numbering, footnotes and so on."""
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for kind in ("document", *others)
    ).replace("document+xml", "document.main+xml")
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(others, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        "word/document.xml": f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for kind, content in others.items():
        root = _ROOTS[kind]
        files[f"word/{kind}.xml"] = f"{head}<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return {name: text.encode() for name, text in files.items()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as the bytes of an archive, the same whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word file."""
    return zipped(parts(body, **others))


def paragraphs_of(data: bytes) -> list[etree._Element]:
    """The paragraphs of the text of a file."""
    package = Package(data)
    return list(package.root(package.main).iter(w("p")))


def put_picture(package: Package, name: str, data: bytes, kind: str) -> None:
    """Put a picture into a package, and its place into the first paragraph of the text."""
    link = package.add_part(name, data, kind, f"{_RELATIONS}/image")
    drawn = f'<w:r {NAMESPACES}><w:pict><v:shape><v:imagedata r:id="{link}"/></v:shape></w:pict></w:r>'
    next(package.edit(package.main).iter(w("p"))).append(etree.fromstring(drawn))
