"""Word files with a name in every place where programs leave one; each name tells its place.

`PLACES` are functions that put one into a package, `filled_in` is one that puts some among the words of the text;
`named_file` makes a file of some or all of them.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection
from copy import copy

from lxml import etree

from models.draft import Draft
from models.word.clean import write_clean
from models.word.leaving.unseen.running_heads import unshown_heads
from models.word.markup import element, field_runs, run
from models.word.namespaces import CHOICE, DRAWING, RELATION, VML, w
from models.word.package import Package

MARK = "Zqx"
"""What every name begins with: to be found in any bytes."""

_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_MS = "http://schemas.microsoft.com/office"

Place = Callable[[Package, str], None]


def _first(package: Package) -> etree._Element:
    return next(package.edit(package.main).iter(w("p")))


def _settings(package: Package) -> etree._Element:
    return package.edit(_part(package, "settings", "settings"))


def _part(package: Package, kind: str, root: str) -> str:
    """The name of a part that the text has one of, made where it has none."""
    if (name := package.related(kind)) is None:
        name = f"word/{kind}.xml"
        package.add_part(name, element(root), f"{_WORDS}.{kind}+xml", f"{RELATION}/{kind}")
    return name


def _head(package: Package) -> etree._Element:
    """The first line of a head that is on a page."""
    unseen = unshown_heads(package)
    heads = [one for one in package.relationships() if one.kind == "header" and one not in unseen]
    if not heads:
        link = package.add_part("word/header77.xml", element("hdr", element("p")), f"{_WORDS}.header+xml",
                                f"{RELATION}/header")  # fmt: skip
        place = element("headerReference", type="default")
        place.set(f"{{{RELATION}}}id", link)
        body = package.edit(package.main)[-1]
        for section in body.iter(w("sectPr")):
            section.insert(0, copy(place))
        if body[-1].tag != w("sectPr"):
            body.append(element("sectPr", place))
        return next(package.edit("word/header77.xml").iter(w("p")))
    return next(package.edit(heads[0].target).iter(w("p")))


def core(package: Package, name: str) -> None:
    xml = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{name}</dc:creator><cp:lastModifiedBy>{name} too</cp:lastModifiedBy>"
        f"<cp:keywords>{name}</cp:keywords><dc:description>{name}</dc:description>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2019-01-02T03:04:05Z</dcterms:created></cp:coreProperties>'
    )
    package.remove_parts(("docProps/core.xml",))
    package.add_part("docProps/core.xml", xml.encode(), "application/vnd.openxmlformats-package.core-properties+xml",
                     f"{_CORE}/core-properties", "")  # fmt: skip


def application(package: Package, name: str) -> None:
    part = package.related("extended-properties", "") or "docProps/app.xml"
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Template>{name}.dotm</Template><Company>{name}</Company><Manager>{name}</Manager>"
        f"<HyperlinkBase>C:\\{name}</HyperlinkBase><TotalTime>77</TotalTime></Properties>"
    )
    package.put(part, xml.encode())


def custom_properties(package: Package, name: str) -> None:
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Desk">'
        f"<vt:lpwstr>{name}</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package.add_part("docProps/custom.xml", xml.encode(), kind, f"{RELATION}/custom-properties", "")


def thumbnail(package: Package, name: str) -> None:
    package.add_part("docProps/thumbnail.jpeg", jpeg(name), "image/jpeg", f"{_CORE}/thumbnail", "")


def custom_xml(package: Package, name: str) -> None:
    package.add_part("customXml/item1.xml", f"<who>{name}</who>".encode(), "application/xml", f"{RELATION}/customXml")
    wrapper = element("customXml", element("customXmlPr", element("attr", name="by", val=name)))
    _first(package).append(wrapper)
    wrapper.append(run(" "))


def comments(package: Package, name: str) -> None:
    said = element("comment", element("p", run(name)), id=7, author=name, initials="Zqx", date="2020-02-02T02:02:02Z")
    package.edit(_part(package, "comments", "comments")).append(said)
    people = (
        f'<w15:people xmlns:w15="{_MS}/word/2012/wordml"><w15:person w15:author="{name}">'
        f'<w15:presenceInfo w15:providerId="AD" w15:userId="S::{name}@mission.example"/></w15:person></w15:people>'
    )
    package.add_part("word/people.xml", people.encode(), f"{_WORDS}.people+xml", f"{_MS}/2011/relationships/people")
    first = _first(package)
    first.insert(1, element("commentRangeStart", id=7))
    first.extend((element("commentRangeEnd", id=7), element("r", element("commentReference", id=7))))


def sessions(package: Package, name: str) -> None:
    _first(package).set(w("rsidR"), "00ABCDEF")
    _settings(package).append(element("rsids", element("rsidRoot", val="00ABCDEF"), element("rsid", val="00ABCDEF")))
    _settings(package).append(element("docVars", element("docVar", name="who", val=name)))


def template(package: Package, name: str) -> None:
    kind = f"{RELATION}/attachedTemplate"
    link = package.relate(
        f"file:///C:/Desks/{name}/A.dotm", kind, _part(package, "settings", "settings"), external=True
    )
    attached = element("attachedTemplate")
    attached.set(f"{{{RELATION}}}id", link)
    _settings(package).insert(0, attached)


def fields(package: Package, name: str) -> None:
    line = _head(package)
    line.extend(field_runs("AUTHOR", name))
    line.extend(field_runs(r"FILENAME \p", rf"C:\Desks\{name}\draft.docx"))
    first = _first(package)
    first.extend(field_runs(rf'INCLUDETEXT "C:\\Desks\\{name}\\text.docx"', " "))
    first.extend(field_runs(f'ADDIN ZOTERO_ITEM CSL_CITATION {{"uris":["{name}"]}}', " "))
    first.append(element("fldSimple", run(" "), instr=f"DOCPROPERTY {name}"))
    first.append(element("fldSimple", run(" "), instr=f'HYPERLINK "https://x.example/?mail={name}%40mission.example"'))


def controls(package: Package, name: str) -> None:
    control = element(
        "sdt",
        element(
            "sdtPr",
            element("alias", val=name),
            element("tag", val=name),
            element("dataBinding", xpath="/ns1:coreProperties[1]/ns0:creator[1]", storeItemID="{1}"),
        ),
        element("sdtContent", run(name)),
    )
    _head(package).append(control)
    _first(package).append(element("smartTag", element("smartTagPr", element("attr", name="p", val=name)), run(" ")))


def places_of_text(package: Package, name: str) -> None:
    first = _first(package)
    first.append(element("bookmarkStart", id=901, name=name))
    first.append(element("bookmarkEnd", id=901))
    first.append(element("permStart", id=902, ed=f"{name}@mission.example"))
    first.append(element("permEnd", id=902))


def links(package: Package, name: str) -> None:
    private = f"https://mission.sharepoint.example/personal/{name}/draft.docx"
    for target in (f"file:///C:/Desks/{name}/x.docx", f"mailto:{name}@mission.example", private):
        link = element("hyperlink", run(" "))
        link.set(f"{{{RELATION}}}id", package.relate(target, f"{RELATION}/hyperlink", external=True))
        _first(package).append(link)
    web = element("hyperlink", run(" "), tooltip=name)
    web.set(f"{{{RELATION}}}id", package.relate("https://www.un.org/en/", f"{RELATION}/hyperlink", external=True))
    _first(package).append(web)


def pictures(package: Package, name: str) -> None:
    for ending, data in (("png", png(name)), ("jpeg", jpeg(name)), ("gif", gif(name))):
        part = f"word/media/image97.{ending}"
        link = package.add_part(part, data, f"image/{ending}", f"{RELATION}/image")
        drawing = (
            f'<w:drawing xmlns:w="{w("p")[1:-2]}" xmlns:a="{DRAWING}" xmlns:r="{RELATION}"'
            ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="88" name="{name}.jpg"'
            f' descr="C:\\Desks\\{name}\\a.jpg" title="{name}"/>'
            f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="89" name="{name}.jpg" descr="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        _first(package).append(element("r", etree.fromstring(drawing)))


def embedded(package: Package, name: str) -> None:
    book = package.add_part(
        "word/embeddings/book97.xlsx", f"PK{name}".encode(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", f"{RELATION}/package",
    )  # fmt: skip
    shown = (
        f'<w:object xmlns:w="{w("p")[1:-2]}" xmlns:v="{VML}" xmlns:o="urn:schemas-microsoft-com:office:office"'
        f' xmlns:r="{RELATION}"><v:shape id="s1" style="width:1pt;height:1pt" alt="{name}" o:href="{name}"/>'
        f'<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" ObjectID="_1" r:id="{book}"/></w:object>'
    )
    _first(package).append(element("r", etree.fromstring(shown)))
    package.add_part("word/glossary/document.xml", element("glossaryDocument", element("docParts", run(name))),
                     f"{_WORDS}.document.glossary+xml", f"{RELATION}/glossaryDocument")  # fmt: skip
    package.add_part("word/printerSettings/p1.bin", name.encode("utf-16-le"), "application/octet-stream",
                     f"{RELATION}/printerSettings")  # fmt: skip


def hidden(package: Package, name: str) -> None:
    unseen = run(name)
    unseen.insert(0, element("rPr", element("vanish")))
    _head(package).append(unseen)
    note = element("footnote", element("p", run(name)), id=977)
    package.edit(_part(package, "footnotes", "footnotes")).append(note)
    shapes = f"{_MS}/word/2010/wordprocessingShape"
    both = etree.SubElement(_first(package), w("r"))
    either = etree.SubElement(both, f"{{{CHOICE}}}AlternateContent")
    choice = etree.SubElement(either, f"{{{CHOICE}}}Choice", Requires="wps", nsmap={"wps": shapes})
    box = etree.SubElement(etree.SubElement(choice, w("drawing")), f"{{{shapes}}}wsp")
    box.append(element("txbxContent", element("p")))
    fallback = etree.SubElement(either, f"{{{CHOICE}}}Fallback")
    fallback.append(element("pict", element("p", run(name))))


def changes(package: Package, name: str) -> None:
    struck = element("del", id=955, author=name, date="2021-03-03T03:03:03Z")
    text = element("delText")
    text.text = f"{name} objects"
    struck.append(element("r", text))
    _first(package).append(struck)
    kept = element("ins", run(" "), id=956, author=name, date="2021-03-03T03:03:03Z")
    _first(package).append(kept)


def remarks(package: Package, name: str) -> None:
    root = package.edit(_part(package, "styles", "styles"))
    root.append(etree.Comment(f" {name} "))
    _first(package).set(f"{{urn:{name}}}by", name)
    package.put("word/left-behind.txt", name.encode())


def filled_in(package: Package, name: str) -> None:
    """What Word fills in of the makers among the words of the text, in lines of their own, and of its notes."""
    line = element("p", *field_runs("AUTHOR", name), *field_runs(r"FILENAME \p", rf"C:\Desks\{name}\a.docx"))
    line.extend(field_runs('DOCPROPERTY "Company"', name))
    line.append(element("fldSimple", run(name), instr="LASTSAVEDBY"))
    begin, code, *rest = field_runs("QUOTE", name)
    line.extend((begin, code, *field_runs("USERNAME", name), *rest))
    control = element(
        "sdt",
        element("sdtPr", element("dataBinding", xpath="/ns1:coreProperties[1]/ns0:creator[1]", storeItemID="{1}")),
        element("sdtContent", run(name)),
    )
    line.append(control)
    came = element("ins", *field_runs("USERADDRESS", name), id=957, author=name, date="2021-03-03T03:03:03Z")
    note = element("footnote", element("p", *field_runs("USERINITIALS", name), run("Adopted.")), id=978)
    package.edit(_part(package, "footnotes", "footnotes")).append(note)
    first = _first(package)
    first.append(element("r", element("footnoteReference", id=978)))
    first.addnext(line)
    line.addnext(element("p", came))


PLACES: tuple[Place, ...] = (
    core, application, custom_properties, thumbnail, custom_xml, comments, sessions, template, fields, controls,
    places_of_text, links, pictures, embedded, hidden, changes, remarks,
)  # fmt: skip


def named_file(draft: Draft, places: Collection[Place] = PLACES) -> bytes:
    """A Word file of a draft with names in some places."""
    return with_names(write_clean(draft), places)


def with_names(data: bytes, places: Collection[Place]) -> bytes:
    """A Word file with names in some places."""
    package = Package(data)
    for place in places:
        place(package, f"{MARK}{place.__name__.title().replace('_', '')}")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.to_bytes())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        if remarks in places:
            new.comment = f"{MARK}Archive".encode()
    return buffer.getvalue()


def everything_in(data: bytes) -> bytes:
    """All bytes of a file that anybody could read: names of parts, parts unpacked, what the archive says itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            b"\n".join((entry.filename.encode(), entry.comment, entry.extra, archive.read(entry)))
            for entry in archive.infolist()
        ]
        return b"\n".join((*parts, archive.comment, data))


def tells(data: bytes, word: str = MARK) -> bool:
    """Whether a word stands anywhere in a file, in letters of one or two bytes, in either case."""
    every = everything_in(data).lower()
    return any(word.lower().encode(code) in every for code in ("utf-8", "utf-16-le", "utf-16-be"))


def png(name: str) -> bytes:
    """A white point with a name in its words, its camera and after its end."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    said = (chunk(b"tEXt", f"Author\0{name}".encode()), chunk(b"eXIf", f"MM\0*{name}".encode()))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    image = chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff", 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(said) + image + chunk(b"IEND", b"") + name.encode()


def jpeg(name: str) -> bytes:
    """The frame of a picture with a name in its camera's data and its comment; the image itself is of no use."""

    def segment(marker: int, data: bytes) -> bytes:
        return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data

    said = segment(0xE1, f"Exif\0\0{name}".encode()) + segment(0xFE, name.encode())
    head = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + head + said + scan + b"\xff\xd9" + name.encode()


def gif(name: str) -> bytes:
    """A point with a comment."""
    said = b"\x21\xfe" + bytes((len(name),)) + name.encode() + b"\0"
    image = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0" + said + image + b"\x3b"
