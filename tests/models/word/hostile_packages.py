"""Files that are made to hurt who opens them: each is a function that gives the bytes.

`python -m tests.models.word.hostile_packages` reads every one in a process of its own and prints what it took.
"""

from __future__ import annotations

import io
import json
import os
import resource
import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.models.word.word_xml import NAMESPACES, docx, p, parts, table, zipped

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def changed(name: str, data: bytes | None) -> bytes:
    """A small Word file with one part of other bytes, or without it."""
    files = parts(p("Decides to meet;"), styles="", numbering="", footnotes="", comments="")
    if data is None:
        del files[name]
    else:
        files[name] = data
    return zipped(files)


def document(body: str) -> bytes:
    """The main part with a body."""
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def _text(body: str) -> Callable[[], bytes]:
    return lambda: docx(body)


# The archive


def many_entries() -> bytes:
    files = parts(p("Decides to meet;"))
    files |= {f"word/media/{number}.bin": b"" for number in range(65_000)}
    return zipped(files)


def swollen_text() -> bytes:
    """A text of spaces and letters that packs nine hundred times smaller, just below what is refused at once."""
    return changed("word/document.xml", document(p("x" * 9_000_000)) + b" " * 20_000_000)


def many_swollen_parts() -> bytes:
    files = parts(p("Decides to meet;"))
    files |= {f"word/media/{number}.bin": b"\0" * 50_000_000 for number in range(9)}
    return zipped(files)


def overlapping_entries() -> bytes:
    """A directory whose thousand entries all tell of the same bytes."""
    data = changed("word/media/image1.bin", b"\0" * 1_000_000)
    at = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry = data[at:end]
    head = bytearray(data[end:])
    count = struct.unpack("<H", head[10:12])[0] + 1000
    size, offset = end - data.index(b"PK\x01\x02") + 1000 * len(entry), struct.unpack("<I", head[16:20])[0]
    head[8:20] = struct.pack("<HHII", count, count, size, offset)
    return data[:end] + entry * 1000 + bytes(head)


def directory_of_nothing() -> bytes:
    """An archive that says its directory has sixty thousand entries and gives thirty megabytes of anything."""
    end = struct.pack("<HHHHIIH", 0, 0, 60_000, 60_000, 29_999_990, 4, 0)
    return b"PK\x03\x04" + b"\0" * 30_000_000 + b"PK\x05\x06" + end


def lying_about_size() -> bytes:
    """A main part that says it is small and unpacks to seventy megabytes."""
    data = bytearray(changed("word/document.xml", b" " * 70_000_000))
    for signature, offset, length in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        at = data.index(signature)
        while data[at + length :][:17] != b"word/document.xml":
            at = data.index(signature, at + 1)
        data[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def packed_otherwise() -> bytes:
    """A main part packed by a method that may ask for gigabytes before it unpacks the first byte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts(p("Decides to meet;")).items():
            archive.writestr(name, data, zipfile.ZIP_LZMA if name == "word/document.xml" else zipfile.ZIP_DEFLATED)
    data = bytearray(buffer.getvalue())
    at = data.index(b"word/document.xml") + len("word/document.xml") + 4
    data[at + 1 : at + 5] = (0xFFFF_FFFF).to_bytes(4, "little")  # the dictionary
    return bytes(data)


def climbing_names() -> bytes:
    files = parts(p("Decides to meet;"))
    return zipped(files | {"../../../../etc/cron.d/x": b"x", "C:\\Windows\\x.dll": b"x", "/etc/passwd": b"x"})


def names_like_sentences() -> bytes:
    name = "word/\n\u202e" + "x" * 60_000
    files = parts(p("Decides to meet;"))
    for part in ("[Content_Types].xml", "_rels/.rels"):
        files[part] = files[part].replace(b"word/document.xml", name.replace("\n", "&#10;").encode())
    files[name] = b"<w:document"
    return zipped(files)


def office_under_word_name() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096


# Document types and entities


def _typed(encoding: str, declared: str | None = None, part: str = "word/document.xml") -> Callable[[], bytes]:
    text = (
        f'<?xml version="1.0" encoding="{declared or encoding}"?><!DOCTYPE w [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(b + 1)} "{f"&{chr(b)};" * 10}">' for b in range(ord("a"), ord("k")))
        + f']><w:document {NAMESPACES} w:x="&k;"><w:body><w:p><w:r><w:t>&k;</w:t></w:r></w:p></w:body></w:document>'
    )
    return lambda: changed(part, text.encode(encoding))


def outside_entity() -> bytes:
    body = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    text = f'{HEAD}<!DOCTYPE w SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return changed("word/document.xml", text.encode() + document(body)[len(HEAD) :])


# The XML


def wide_nothing() -> bytes:
    return changed("word/document.xml", document("<w:p/>" * 3_000_000))


def many_paragraphs() -> bytes:
    return changed("word/document.xml", document("<w:p/>" * 900_000))


def many_attributes() -> bytes:
    one = "<w:p " + " ".join(f'a{number}=""' for number in range(1000)) + "/>"
    return changed("word/document.xml", document(one * 4000))


def attributes_on_one() -> bytes:
    one = " ".join(f'a{number}=""' for number in range(60_000))
    return changed("word/document.xml", document(f"<w:p><w:r><w:t {one}>x</w:t></w:r></w:p>"))


def attributes_on_many() -> bytes:
    one = " ".join(f'w:a{number}=""' for number in range(480))
    return docx(f"<w:p {one}><w:r><w:t>x</w:t></w:r></w:p>" * 2_000)


def many_comments(count: int = 30_000) -> bytes:
    marks = "".join(
        f'<w:commentRangeStart w:id="{at}"/><w:commentRangeEnd w:id="{at}"/>'
        f'<w:r><w:commentReference w:id="{at}"/></w:r>'
        for at in range(count)
    )
    comments = "".join(f'<w:comment w:id="{at}" w:author="A">{p("No.")}</w:comment>' for at in range(count))
    return docx(p(marks), comments=comments)


def tabs_in_a_run() -> bytes:
    return docx("<w:p><w:r>" + "<w:tab/>" * 300_000 + "</w:r></w:p>")


def small_parts_together() -> bytes:
    """Headers each of which is small enough, and all of them too much."""
    files = parts(p("Decides to meet;"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    links = "".join(f'<Relationship Id="h{n}" Type="{kind}" Target="h{n}.xml"/>' for n in range(40))
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", links.encode() + b"</Relationships>"
    )
    files |= {f"word/h{n}.xml": f"{HEAD}<w:hdr {NAMESPACES}>{'<w:p/>' * 400_000}</w:hdr>".encode() for n in range(40)}
    return zipped(files)


def _deep(start: str, end: str, times: int = 200_000) -> Callable[[], bytes]:
    return lambda: changed("word/document.xml", document(start * times + end * times))


def _deep_in_a_paragraph(start: str, end: str, times: int = 240) -> Callable[[], bytes]:
    return lambda: docx(f"<w:p>{start * times}<w:r><w:t>x</w:t></w:r>{end * times}</w:p>")


def marks_in_marks() -> bytes:
    """Marks of moves, which are empty elsewhere, in one another."""
    start = '<w:moveToRangeStart w:id="1" w:author="A" w:date="2017-03-25T22:21:00Z" w:name="m" w:displacedBy="next">'
    end = "</w:moveToRangeStart>"
    return docx(f"<w:p>{(start + (start + end) * 60) * 100}{end * 100}<w:r><w:t>x</w:t></w:r></w:p>")


def former_in_former() -> bytes:
    """Records of former properties beside one another and in one another, 100 deep."""
    one, inner = '<w:pPrChange w:id="1" w:author="A"/>', ""
    for _ in range(100):
        inner = f'{one * 230}<w:pPrChange w:id="1" w:author="A"><w:pPr>{inner}</w:pPr></w:pPrChange>'
    return docx(p("x", properties=inner))


def changes_in_changes() -> bytes:
    """Changes within changes, as deep as a parser goes, around a long text."""
    by = 'w:id="1" w:author="A"'
    inner = "<w:r><w:t>x</w:t></w:r>" * 200_000
    return docx(f"<w:p>{f'<w:ins {by}>' * 240}{inner}{'</w:ins>' * 240}</w:p>")


def marks_in_a_mark() -> bytes:
    """Changes of a paragraph's mark beside one another and in one another, 100 deep."""
    one, inner = '<w:del w:id="1" w:author="A"/>', ""
    for _ in range(100):
        inner = f'<w:del w:id="1" w:author="A">{inner}{one * 230}</w:del>'
    return docx(p("x", properties=f"<w:rPr>{inner}</w:rPr>"))


def deletions_in_deletions() -> bytes:
    """Deletions beside one another and in one another, 100 deep."""
    one, inner = '<w:del w:id="1" w:author="A"/>', ""
    for _ in range(100):
        inner = f'<w:del w:id="1" w:author="A">{inner}{one * 230}</w:del>'
    return docx(f"<w:p>{inner}</w:p>")


def tables_in_tables() -> bytes:
    by = '<w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>'
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 60_000
    return docx(f"{f'<w:tbl><w:tr>{by}<w:tc>' * 75}{inner}{'</w:tc></w:tr></w:tbl>' * 75}")


def joined_marks() -> bytes:
    """Twelve thousand paragraphs whose marks are all deleted: one paragraph, all accepted."""
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    return docx(f"<w:p>{mark}<w:r><w:t>x</w:t></w:r></w:p>" * 12_000)


def styles_on_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(40_000)
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{n}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for n in range(4000))
    return docx(body, styles=styles)


def styles_in_a_circle() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 50}"/></w:style>'
        for n in range(50)
    )
    return docx(p("x", properties='<w:pStyle w:val="s7"/>'), styles=styles)


def lists_in_a_circle() -> bytes:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:styleLink w:val="s{n}"/><w:numStyleLink w:val="s{(n + 1) % 5000}"/>'
        "</w:abstractNum>"
        for n in range(5000)
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(5000))
    body = "".join(p("x", properties=f'<w:numPr><w:numId w:val="{n}"/></w:numPr>') for n in range(5000))
    return docx(body, numbering=numbering)


def absurd_numbers() -> bytes:
    wild = ("-1", "9" * 5000, "2147483648", "²", "٣", "NaN", "", "32767")
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="{value}"/><w:lvl w:ilvl="0"><w:start w:val="{value}"/>'
        f'<w:numFmt w:val="chicago"/><w:lvlText w:val="{"%1" * 30_000}"/><w:lvlRestart w:val="{value}"/></w:lvl>'
        f'</w:abstractNum><w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/><w:lvlOverride w:ilvl="{value}">'
        f'<w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
        for n, value in enumerate(wild)
    )
    body = "".join(
        p("x", properties=f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{n}"/></w:numPr>')
        for n, value in enumerate(wild)
    )
    return docx(body * 500, numbering=numbering)


def open_bookmarks() -> bytes:
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(20_000))
    cited = '<w:r><w:footnoteReference w:id="1"/></w:r>' * 60_000
    return docx(f"<w:p>{marks}{cited}</w:p>", footnotes="")


def marks_in_a_deletion() -> bytes:
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b"/>' for n in range(20_000))
    return docx(f'<w:p><w:del w:id="1" w:author="A">{marks}</w:del></w:p>')


def fields_in_fields() -> bytes:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    opened = (sign("begin") + sign("separate")) * 20_000
    return docx(f"<w:p>{opened}{'<w:r><w:t>x</w:t></w:r>' * 60_000}{sign('end') * 20_000}</w:p>")


def fields_left_open() -> bytes:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE </w:instrText></w:r>' * 15_000
    return docx(f"<w:p>{opened}<w:r><w:t>x</w:t></w:r></w:p>")


def names_in_fields() -> bytes:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    opened = f"{sign('begin')}<w:r><w:instrText>AUTHOR </w:instrText></w:r>{sign('separate')}" * 249
    return docx(f"<w:p>{opened}{'<w:r><w:t>word </w:t></w:r>' * 90_000}{sign('end') * 249}</w:p>")


def fields_left_open_in_a_head() -> bytes:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE </w:instrText></w:r>' * 2_000
    return docx(p("x"), header=f"<w:p>{opened}{'<w:r><w:t>x</w:t></w:r>' * 10_000}</w:p>")


def long_names(many: int = 300, letters: int = 30_000) -> bytes:
    """Changes of authors whose names are longer than any book's title."""
    name = "B" * letters
    changes = (f'<w:ins w:id="{n}" w:author="{name}{n}"><w:r><w:t>x</w:t></w:r></w:ins>' for n in range(many))
    return docx("".join(map(p, changes)))


def a_long_style_id(letters: int = 900_000) -> bytes:
    """Paragraphs of a style that new ones beside them would be of too."""
    style = f'<w:pPr><w:pStyle w:val="{"s" * letters}"/></w:pPr>'
    return docx(f"<w:p>{style}<w:r><w:t>x</w:t></w:r></w:p>" * 10)


def a_long_chain_of_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(5000)
    )
    return docx(p("x", properties='<w:pStyle w:val="s7"/>'), styles=styles)


def endless_instruction(pieces: int = 200_000) -> bytes:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    said = f"<w:instrText>{'x' * 50}</w:instrText>" * pieces
    return docx(f"<w:p>{begin}<w:r>{said}</w:r>{end}</w:p>")


def notes_cited_again() -> bytes:
    """Raised numbers, each of two notes, by the ten thousand."""
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1,2</w:t></w:r><w:r><w:t>a</w:t></w:r>'
    cited = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (1, 2))
    notes = "".join(f'<w:footnote w:id="{n}"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>' for n in (1, 2))
    change = '<w:ins w:id="1" w:author="A"><w:r><w:t>b</w:t></w:r></w:ins>'
    return docx(f"<w:p>{cited}{(raised + change) * 9_000}</w:p>", footnotes=notes)


def changed_notes() -> bytes:
    """Thousands of notes with a change in each, and thousands of paragraphs."""
    cited = "".join(f'<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>' for n in range(4_990))
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:ins w:id="{n}" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:footnote>'
        for n in range(4_990)
    )
    return docx(cited, footnotes=notes)


def long_value() -> bytes:
    return docx(f'<w:p><w:pPr><w:pStyle w:val="{"x" * 9_000_000}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>')


def places_of_ours() -> bytes:
    """The marks that the reader leaves while it reads, put there by somebody else."""
    mark = '<a:start xmlns:a="urn:adref:place" n="{}"/>'
    inner = "".join(mark.format(value) for value in ("x", "-5", "0", "99999999", "9" * 5000))
    return docx(f'{inner}<w:p>{inner}<w:ins w:id="1" w:author="A"><w:r>{inner}<w:t>x</w:t></w:r></w:ins></w:p>')


def one_long_paragraph() -> bytes:
    return docx("<w:p>" + f"<w:r><w:t>{'[(a) 1. “Recalling” OP5 bis, ' * 10_000}</w:t></w:r>" * 8 + "</w:p>")


def same_ids() -> bytes:
    twice = '<w:footnote w:id="1"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    return docx(
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 2, footnotes=twice.format("a") + twice.format("b")
    )


def alternatives_in_alternatives() -> bytes:
    start = '<mc:AlternateContent><mc:Choice Requires="wps"><w:r>'
    end = "</w:r></mc:Choice><mc:Fallback><w:r><w:t>y</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    return docx(f"<w:p>{start * 80}{'<w:r><w:br/></w:r>' * 60_000}{end * 80}</w:p>")


def boxes_in_boxes() -> bytes:
    """Text boxes within text boxes around a long text, each with as many empty boxes beside it."""
    start, end = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 9_000 + "<w:txbxContent/>" * 40_000
    return docx(f"{start * 55}{inner}{end * 55}")


def paragraphs_in_paragraphs() -> bytes:
    return docx(f"{'<w:p>' * 230}{'<w:r><w:t>x</w:t></w:r>' * 60_000}{'</w:p>' * 230}")


# Parts that are not what they say


def related_to_itself() -> bytes:
    """A main part that is its own footnotes, comments, styles, numbering and settings."""
    files = parts(p('<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>'), styles="", numbering="",
                  footnotes="", comments="", settings="")  # fmt: skip
    links = files["word/_rels/document.xml.rels"]
    for kind in (b"styles", b"numbering", b"footnotes", b"comments", b"settings"):
        links = links.replace(b'Target="' + kind + b'.xml"', b'Target="document.xml"')
    return zipped(files | {"word/_rels/document.xml.rels": links})


def no_relationships() -> bytes:
    files = parts(p("Decides to meet;"), styles="")
    del files["word/_rels/document.xml.rels"], files["_rels/.rels"]
    return zipped(files)


_PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 200


def many_relationships(count: int, mode: str = "") -> bytes:
    """A file with so many relationships beside its own; nothing is where those inside lead."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    files = parts(p("Decides to meet;"), styles="")
    rels = "word/_rels/document.xml.rels"
    more = "".join(f'<Relationship Id="m{at}" Type="{kind}" Target="media/{at}.png"{mode}/>' for at in range(count))
    files[rels] = files[rels].replace(b"</Relationships>", f"{more}</Relationships>".encode())
    return zipped(files)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "65,000 entries": many_entries,
    "a text that swells": swollen_text,
    "parts that swell": many_swollen_parts,
    "overlapping entries": overlapping_entries,
    "a directory of nothing": directory_of_nothing,
    "lies about its size": lying_about_size,
    "packed otherwise": packed_otherwise,
    "names that climb": climbing_names,
    "names like sentences": names_like_sentences,
    "encrypted": office_under_word_name,
    "240,000 changes": _text("<w:p>" + '<w:ins w:id="1" w:author="A"/>' * 240_000 + "</w:p>"),
    "200,000 relationships": lambda: many_relationships(200_000),
    "200,000 relationships to elsewhere": lambda: many_relationships(200_000, ' TargetMode="External"'),
    "cut off": lambda: docx(p("x" * 9000))[:-30],
    "entities": _typed("utf-8"),
    "entities in UTF-16": _typed("utf-16"),
    "entities in UTF-16 without a mark": _typed("utf-16-le", "utf-16"),
    "entities in UTF-16, big end first": _typed("utf-16-be", "utf-16"),
    "entities in UTF-32": _typed("utf-32", "utf-32"),
    "entities in UTF-7": _typed("utf-7"),
    "entities in EBCDIC": _typed("cp037", "ebcdic-cp-us"),
    "entities in the styles": _typed("utf-8", part="word/styles.xml"),
    "entities in the relationships": _typed("utf-16-le", "utf-16", part="word/_rels/document.xml.rels"),
    "entities in the contents list": _typed("utf-16-be", "utf-16", part="[Content_Types].xml"),
    "an entity outside": outside_entity,
    "3,000,000 empty paragraphs": wide_nothing,
    "900,000 empty paragraphs": many_paragraphs,
    "4,000,000 attributes": many_attributes,
    "small parts together": small_parts_together,
    "200,000 nested elements": _deep("<a>", "</a>"),
    "200,000 nested changes": _deep('<w:ins w:id="1">', "</w:ins>"),
    "6,000 marks of moves in one another": marks_in_marks,
    "200,000 nested paragraphs": _deep("<w:p>", "</w:p>"),
    "240 nested paragraphs": _deep("<w:p>", "</w:p>", 240),
    "240 nested runs": _deep_in_a_paragraph("<w:r>", "</w:r>"),
    "240 nested links": _deep_in_a_paragraph("<w:hyperlink>", "</w:hyperlink>"),
    "240 nested fields": _deep_in_a_paragraph('<w:fldSimple w:instr="PAGE">', "</w:fldSimple>"),
    "240 nested insertions": _deep_in_a_paragraph('<w:ins w:id="1" w:author="A">', "</w:ins>"),
    "240 nested controls": _deep_in_a_paragraph("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
    "240 nested formulas": _deep_in_a_paragraph("<m:oMath>", "</m:oMath>"),
    "240 nested alternatives": _deep_in_a_paragraph(
        "<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", 120
    ),
    "240 nested rubies": _deep_in_a_paragraph("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>", 80),
    "attributes on one element": attributes_on_one,
    "attributes on many elements": attributes_on_many,
    "30,000 comments": many_comments,
    "10,000 comments": lambda: many_comments(10_000),
    "tabs in a run": tabs_in_a_run,
    "changes in changes": changes_in_changes,
    "former properties in one another": former_in_former,
    "marks in the mark of a paragraph": marks_in_a_mark,
    "deletions in deletions": deletions_in_deletions,
    "tables in tables": tables_in_tables,
    "joined marks": joined_marks,
    "styles on styles": styles_on_styles,
    "styles in a circle": styles_in_a_circle,
    "long names": long_names,
    "a long style id": a_long_style_id,
    "lists in a circle": lists_in_a_circle,
    "absurd numbers": absurd_numbers,
    "open bookmarks": open_bookmarks,
    "marks in a deletion": marks_in_a_deletion,
    "fields in fields": fields_in_fields,
    "fields left open": fields_left_open,
    "names in fields": names_in_fields,
    "fields left open in a head": fields_left_open_in_a_head,
    "a long chain of styles": a_long_chain_of_styles,
    "an endless instruction": endless_instruction,
    "a very long instruction": lambda: endless_instruction(90_000),
    "notes cited again": notes_cited_again,
    "changed notes": changed_notes,
    "a long value": long_value,
    "our own marks": places_of_ours,
    "one long paragraph": one_long_paragraph,
    "the same ids": same_ids,
    "boxes in boxes": boxes_in_boxes,
    "paragraphs in paragraphs": paragraphs_in_paragraphs,
    "alternatives in alternatives": alternatives_in_alternatives,
    "its own notes and styles": related_to_itself,
    "no relationships": no_relationships,
    "notes that are a picture": lambda: changed("word/footnotes.xml", _PICTURE),
    "comments that are a picture": lambda: changed("word/comments.xml", _PICTURE),
    "numbering with another root": lambda: changed("word/numbering.xml", b"<a/>"),
    "notes with another root": lambda: changed("word/footnotes.xml", document(p("x"))),
    "another root": lambda: changed("word/document.xml", b"<a/>"),
    "a root alone": lambda: changed("word/document.xml", f"{HEAD}<w:document {NAMESPACES}/>".encode()),
    "an empty contents list": lambda: changed("[Content_Types].xml", b""),
    "an empty part": lambda: changed("word/styles.xml", b""),
    "a nested table without cells": lambda: docx(table("<w:tr/>", table("<w:tr><w:tbl/></w:tr>")) + p("x")),
}


BOTH_WAYS = ("joined marks", "marks in a deletion", "our own marks", "its own notes and styles")
"""Those that are read with their changes rejected, too."""


def measured(data: Path, revisions: str) -> dict[str, object]:
    """What reading a file in a process of its own took: seconds of the processor, megabytes, and what came of it."""
    from models.files.read import CannotRead, read_bytes
    from models.forms.json_form import json_text, reading_value
    from models.word.reading.ledger import ledger

    inner, outer = os.pipe()
    child = os.fork()
    if child:
        os.close(outer)
        with os.fdopen(inner) as told:
            said = told.read()
        _, status = os.waitpid(child, 0)
        return json.loads(said) if said else {"trouble": f"ended with {status}"}
    os.close(inner)
    resource.setrlimit(resource.RLIMIT_CPU, (12, 12))
    before = resource.getrusage(resource.RUSAGE_SELF)
    found: dict[str, object] = {}
    try:
        content = data.read_bytes()
        begun = time.process_time()
        try:
            reading = read_bytes(content, revisions, "file.docx")
            found["read"] = len(reading.draft.paragraphs)
            json_text(reading_value(reading, ledger(reading)))
        except CannotRead as refusal:
            found["refused"] = str(refusal)
        found["seconds"] = round(time.process_time() - begun, 3)
    except BaseException as error:
        found["trouble"] = repr(error)[:300]
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found["before"] = before.ru_maxrss // 1024
    with os.fdopen(outer, "w") as told:
        told.write(json.dumps(found))
    os._exit(0)


def main() -> None:
    """Read every file both ways and print what it took, one line each, as JSON."""
    import models.forms.json_form
    import models.word.read  # noqa: F401

    for name, make in HOSTILE.items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file.docx"
            if (child := os.fork()) == 0:  # making it takes memory too
                path.write_bytes(make())
                os._exit(0)
            os.waitpid(child, 0)
            for revisions in ("accept", "reject") if name in BOTH_WAYS else ("accept",):
                print(json.dumps({"name": name, "revisions": revisions, **measured(path, revisions)}), flush=True)


if __name__ == "__main__":
    main()
    sys.exit(0)
