"""Word packages: what is refused, in one sentence and soon; what is written back."""

from __future__ import annotations

import contextlib
import io
import random
import warnings
import zipfile
from collections.abc import Callable
from copy import copy
from pathlib import Path

import pytest
from lxml import etree

from models.reading.reading import CannotRead, Reading
from models.word.archive import parse_xml, says
from models.word.namespaces import w
from models.word.package import Package
from models.word.parsing import apart
from models.word.read import read_word
from tests.models.word.word_xml import docx, p, parts, zipped
from tests.real_files import real_files
from tests.timed import soon

PLAIN = docx(p("Decides to meet;"))
HEAD = '<?xml version="1.0"?>'


def changed(name: str, data: bytes | None) -> bytes:
    files = parts(p("Decides to meet;"))
    if data is None:
        del files[name]
    else:
        files[name] = data
    return zipped(files)


def encrypted_flag(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01" + data[at + 9 :]


def lying_about_size() -> bytes:
    """A part whose header says it is small and which unpacks to more than a part may hold."""
    data = bytearray(changed("word/media/image1.bin", b"\0" * (70 * 1024 * 1024)))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(signature)
        while data[at + (46 if signature == b"PK\x01\x02" else 30) :][:21] != b"word/media/image1.bin":
            at = data.rindex(signature, 0, at)
        data[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


ENTITIES = (
    HEAD
    + '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'
).encode()
DEEP = (HEAD + "<a>" * 200_000 + "</a>" * 200_000).encode()
MANY_TAGS = HEAD.encode() + b"<a>" + b"".join(b"<b%d/>" % (at * at % 9973) for at in range(200_000)) * 21 + b"</a>"
SHEET = parts("")["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")


def in_own_space(content: str) -> bytes:
    """XML of a program that gave its namespace a name and no address."""
    return f'{HEAD}<x:a xmlns:x="urn:José">{content}</x:a>'.encode()


# What is long is packed only when its test runs: each worker that collects the tests would wait for it.
REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "empty": (b"", "empty"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word format"),
    "encrypted": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "encrypted entries": (encrypted_flag(PLAIN), "password"),
    "rich text": (rb"{\rtf1\ansi}", "Rich Text"),
    "web page": (b"<html><body>Decides</body></html>", "web page"),
    "words": (b"Decides to meet;", "not a Word document"),
    "half": (PLAIN[: len(PLAIN) // 2], "damaged or cut off"),
    "four bytes": (b"PK\x03\x04", "damaged or cut off"),
    "other archive": (zipped({"readme.txt": b"x"}), "zip archive but not a Word document"),
    "no text part": (changed("word/document.xml", None), "no Word text"),
    "no types": (changed("[Content_Types].xml", None), "contents list is missing"),
    "spreadsheet": (changed("[Content_Types].xml", SHEET), "a spreadsheet"),
    "entities": (changed("word/document.xml", ENTITIES), "document type"),
    "entities in styles": (changed("word/document.xml", ENTITIES.decode().encode("utf-16")), "document type"),
    "deep": (lambda: changed("word/document.xml", DEEP), "nests its contents too deeply"),
    "broken xml": (changed("word/document.xml", b"<w:document"), "word/document.xml cannot be read"),
    "broken behind a namespace": (
        changed("word/document.xml", in_own_space("<b>")),
        "word/document.xml cannot be read",
    ),
    "deep behind a namespace": (
        changed("word/document.xml", in_own_space("<b>" * 300 + "</b>" * 300)),
        "cannot be read",
    ),
    "broken behind many": (changed("word/document.xml", in_own_space("<b xmlns='urn:ã'/>" * 100 + "<b>")), "cannot be"),
    "words behind the root": (changed("word/document.xml", in_own_space("") + b"Decides"), "cannot be read"),
    "a second root": (changed("word/document.xml", in_own_space("") + b"<b/>"), "cannot be read"),
    "braces in a namespace": (changed("word/document.xml", in_own_space('<b xmlns="a&#x7d;b"/>')), "cannot be read"),
    "no paragraphs": (docx(""), "holds no paragraphs"),
    "a web page in place of paragraphs": (docx('<w:altChunk r:id="rId1"/>'), "stand in a document within it"),
    "other root": (changed("word/document.xml", b"<a/>"), "no Word text"),
    "ratio": (lambda: changed("word/document.xml", b" " * (20 * 1024 * 1024)), "far more than a text can hold"),
    "tags": (lambda: changed("word/document.xml", MANY_TAGS), "far more than a text can hold"),
    "large part": (
        lambda: changed("word/media/image1.bin", b"\0" * (65 * 1024 * 1024)),
        "far more than a text can hold",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_sentence_within_two_seconds(case: str) -> None:
    given, words = REFUSED[case]
    data = given if isinstance(given, bytes) else given()

    def refusal() -> str:
        with pytest.raises(CannotRead) as caught:
            read_word(data)
        return str(caught.value)

    message = soon(refusal, 2)
    assert words in message
    assert message.endswith(".")
    assert ". " not in message.replace(".docx). ", "").replace(".doc)", "")


def test_a_namespace_that_is_no_address_is_read_and_stays() -> None:
    files = parts(p("Decides to meet;", '<x:own xmlns:x="urn:José" x:by="1"/>'))
    package = Package(zipped(files))
    assert [one.text for one in package.root(package.main).iter(w("t"))] == ["Decides to meet;"]
    package.edit(package.main)
    assert 'xmlns:x="urn:José"'.encode() in package.data(package.main)
    assert [str(one.tag) for one in apart(package.root(package.main)[0][0])][-1] == "{urn:José}own"


def test_a_part_that_lies_about_its_size_is_not_unpacked_whole() -> None:
    with pytest.raises(CannotRead):
        Package(lying_about_size()).data("word/media/image1.bin")


def test_two_writings_give_the_same_bytes_and_untouched_parts_stay() -> None:
    files = parts(p("Decides to meet;"), styles="<!-- kept --><w:docDefaults   />")
    package = Package(zipped(files))
    package.root("word/styles.xml")
    body = package.edit(package.main)
    body[0].append(etree.Element(w("p")))
    first, second = package.to_bytes(), package.to_bytes()
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("word/styles.xml") == files["word/styles.xml"]
        assert archive.read("word/document.xml").count(b"<w:p") == 2


def test_a_part_is_added_related_and_taken_out_again() -> None:
    package = Package(PLAIN)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    given = package.add_part("word/footnotes.xml", etree.Element(w("footnotes")), type_, kind)
    again = Package(package.to_bytes())
    assert again.related("footnotes") == "word/footnotes.xml"
    assert again.content_type("word/footnotes.xml") == type_
    assert package.relate("word/footnotes.xml", kind) == given
    again.remove_parts(("word/footnotes.xml",))
    last = Package(again.to_bytes())
    assert last.related("footnotes") is None
    assert not last.has("word/footnotes.xml")
    assert last.names == Package(PLAIN).names


def test_external_relationships_are_names_only() -> None:
    package = Package(PLAIN)
    package.relate("https://example.org/secret", "http://x/attachedTemplate", external=True)
    again = Package(package.to_bytes())
    assert again.related("attachedTemplate") is None
    assert [link.target for link in again.relationships() if link.external] == ["https://example.org/secret"]


def test_the_main_part_is_found_through_the_relationships() -> None:
    files = parts(p("Decides to meet;"))
    text = files.pop("word/document.xml")
    links = files.pop("word/_rels/document.xml.rels")
    files |= {"Word/Text.xml": text, "Word/_rels/Text.xml.rels": links}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        files[name] = files[name].replace(b"word/document.xml", b"word/text.xml")
    package = Package(zipped(files))
    assert package.main == "Word/Text.xml"
    assert read_word(zipped(files)).draft.paragraphs[0].text == "Decides to meet;"


def test_the_strict_form_reads_as_the_transitional_one() -> None:
    files = parts(p("Decides to meet;"), styles='<w:style w:styleId="A" w:type="paragraph"/>')
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                           b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                 b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace(b"<w:document ", b'<w:document w:conformance="strict" ')
        for name, data in files.items()
    }  # fmt: skip
    package = Package(zipped(strict))
    assert package.related("styles") == "word/styles.xml"
    assert b"purl.oclc.org" not in package.to_bytes()
    assert package.data("word/document.xml") == files["word/document.xml"]
    assert read_word(zipped(strict)).draft == read_word(zipped(files)).draft


def test_utf_16_is_read() -> None:
    text = parts(p("Décide de se réunir;"))["word/document.xml"].decode()
    data = changed("word/document.xml", text.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert read_word(data).draft.paragraphs[0].text == "Décide de se réunir;"


@pytest.mark.parametrize("seed", range(120))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    """Cut short, bytes turned, or parts mixed up: a reading or one sentence, never another error."""
    chance = random.Random(seed)
    data = _mixed(chance) if seed % 3 == 0 else bytearray(PLAIN)
    if seed % 3 == 1:
        del data[chance.randrange(len(data)) :]
    if seed % 3 == 2:
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(CannotRead):
        assert isinstance(read_word(bytes(data), chance.choice(("accept", "reject"))), Reading)


def _mixed(chance: random.Random) -> bytearray:
    """A file whose parts hold each other's contents, or elements where they do not belong."""
    files = parts(
        p("Decides to meet;") + "<w:tbl><w:ins/><w:tr><w:p/></w:tr></w:tbl><w:sdt><w:del/></w:sdt>",
        styles='<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>',
        numbering='<w:num w:numId="x"><w:lvlOverride/></w:num>',
        footnotes="<w:footnote/>",
        settings="",
    )
    names = [name for name in files if name.startswith("word/")]
    first, second = chance.sample(names, 2)
    files[first], files[second] = files[second], files[first]
    words = (
        b"w:p",
        b"w:tr",
        b"w:tc",
        b"w:ins",
        b"w:rPr",
        b"w:pPr",
        b"w:sdt",
        b"w:r",
        b"w:trPr",
        b"m:ctrlPr",
        b"w:numPr",
    )
    body = bytearray(files["word/document.xml"])
    for _ in range(3):
        old, new = chance.choice(words), chance.choice(words)
        body = body.replace(b"<" + old + b">", b"<" + new + b">").replace(b"</" + old + b">", b"</" + new + b">")
    files["word/document.xml"] = bytes(body)
    return bytearray(zipped(files))


def test_every_real_file_opens_or_is_refused(shared: Path) -> None:
    refused = {}
    for path in sorted([*(shared / "word_files").glob("*.docx"), *(shared / "corpus" / "word").glob("*.docx")]):
        for revisions in ("accept", "reject"):
            try:
                reading = read_word(path.read_bytes(), revisions)
            except CannotRead as refusal:
                refused[path.name] = str(refusal)
            else:
                assert len(reading.origins) == len(reading.draft.paragraphs)
    # One file holds XML that is not well-formed; every reader known refuses it.
    assert list(refused) == ["UseJunior__safe-docx__typescript_redline.docx"]


def test_real_files_go_back_part_by_part_as_they_were(shared: Path) -> None:
    for path in real_files(shared / "corpus" / "word", "*.docx"):
        data = path.read_bytes()
        package = Package(data)
        package.root(package.main)
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(package.to_bytes())) as new:
            assert sorted(old.namelist()) == sorted(new.namelist())
            assert all(old.read(name) == new.read(name) for name in old.namelist())


@pytest.mark.parametrize(
    "twin",
    ["word/document.xml", "Word/Document.XML", "./word/document.xml", "/word/document.xml", "word\\document.xml"],
)
def test_a_part_that_is_there_twice_is_refused(twin: str) -> None:
    buffer = io.BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of what is made on purpose
        archive.writestr(twin, parts(p("Decides not to meet;"))["word/document.xml"])
    with pytest.raises(CannotRead, match="twice"):
        read_word(buffer.getvalue())


def test_two_names_for_the_same_bytes_of_a_file_are_damage() -> None:
    buffer = io.BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as archive:
        twin = copy(archive.getinfo("word/document.xml"))
        archive.writestr("word/header9.xml", b"<a/>")
        twin.filename = "word/header8.xml"
        archive.filelist.append(twin)
    with pytest.raises(CannotRead, match="damaged or cut off"):
        read_word(buffer.getvalue())


@pytest.mark.parametrize("part", ["<a>{}</a>", '<a b="{}"/>'])
def test_words_without_end_are_too_much_and_nothing_damaged(part: str) -> None:
    with pytest.raises(CannotRead, match="unpack to far more"):
        parse_xml(part.format("x" * 10_000_001).encode(), "word/document.xml")


@pytest.mark.parametrize(
    ("body", "name", "told"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr></w:r>", b"vanish", True),
        ("<w:r><w:t>They vanish</w:t></w:r>", b"vanish", False),
        ('<w:bookmarkStart w:id="1" w:name="a > b" w:other="vanish"/>', b"vanish", True),
        ("<w:bookmarkStart w:id='1' w:name='a\"> b' w:other='vanish'/>", b"vanish", True),
        ("<!-- it's --><w:r><w:rPr><w:vanish/></w:rPr></w:r>", b"vanish", True),
        ("<w:r><w:t>AUTHOR</w:t></w:r>", b"AUTHOR", False),
        ('<w:r><w:instrText xml:space="preserve"> AUTHOR </w:instrText></w:r>', b"AUTHOR", True),
        ("<w:r><w:instrText><![CDATA[ > AUTHOR]]></w:instrText></w:r>", b"AUTHOR", True),
        ('<w:fldSimple w:instr="AUTHOR"/>', b"AUTHOR", True),
        ("<w:r><w:instrText>AUT</w:instrText></w:r><w:r><w:instrText>HOR</w:instrText></w:r>", b"AUTHOR", True),
        ("<w:r><w:instrText>AUT</w:instrText>\n</w:r><w:r><w:instrText>HOR</w:instrText></w:r>", b"AUTHOR", True),
        ("<w:r><w:instrText>AUT&#72;OR</w:instrText></w:r>", b"AUTHOR", True),
        ("<w:r><w:instrText>AUT<!-- s -->HOR</w:instrText></w:r>", b"AUTHOR", True),
        ("<w:r><w:instrText>AUT<?a b?>HOR</w:instrText></w:r>", b"AUTHOR", True),
        ('<v:shape style="visibility:hi&#x64;den"/>', b"hidden", True),
        ("<w:r><w:t>It&#39;s &#1072; report.&#10;</w:t></w:r>", b"AUTHOR", False),
        ("<w:r><w:t>AUT</w:t></w:r><w:r><w:t>HOR</w:t></w:r>", b"AUTHOR", False),
        ("<w:r><w:drawing/></w:r>", b"<w:drawing", True),
    ],
)
def test_names_are_looked_for_in_tags_and_fields_and_not_in_words(body: str, name: bytes, told: bool) -> None:
    assert says(docx(p(body)), name) is told


def test_tags_without_end_are_looked_through_in_a_moment() -> None:
    file = zipped({"word/document.xml": "<a>" + "".join(f"<a '{at}" for at in range(300_000))})
    assert not soon(lambda: says(file, b"vanish"), 2)


def test_what_a_command_parsed_is_handed_on_unless_it_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(p("<w:r><w:t>handed on</w:t></w:r>"))
    monkeypatch.setattr("models.second_process._allowed", True)
    first = Package(data)
    root = first.root(first.main)
    first.leave()
    second = Package(data)
    assert second.root(second.main) is root
    second.edit(second.main).clear()
    second.leave()
    assert len(Package(data).root("word/document.xml"))


def test_a_file_that_does_not_say_where_its_text_is_goes_out_with_it() -> None:
    package = Package(changed("_rels/.rels", None))
    assert [one.target for one in Package(package.to_bytes()).relationships("")] == ["word/document.xml"]


def test_a_file_that_says_where_its_text_is_in_letters_of_another_case_says_it_once() -> None:
    said = parts("")["_rels/.rels"].replace(b"word/document.xml", b"Word/Document.xml")
    package = Package(changed("_rels/.rels", said))
    assert [one.kind for one in Package(package.to_bytes()).relationships("")] == ["officeDocument"]


@pytest.mark.parametrize("entry", ["word/foot%20notes.xml", "word/foot notes.xml", "word/Foot%20Notes.xml"])
def test_a_part_is_found_under_its_name_however_its_signs_are_written(entry: str) -> None:
    marked = p("Decides to meet", '<w:r><w:footnoteReference w:id="1"/></w:r>', ";")
    files = parts(marked, footnotes=f'<w:footnote w:id="1">{p("A note.")}</w:footnote>')
    files[entry] = files.pop("word/footnotes.xml")
    said = {name: data.replace(b"footnotes.xml", b"foot%20notes.xml") for name, data in files.items()}
    assert [note.text for note in read_word(zipped(said)).draft.footnotes] == ["A note."]
    package = Package(zipped(said))
    assert package.content_type(entry).endswith("footnotes+xml")
    package.remove_parts(["word/foot notes.xml"])
    assert not any(one.kind == "footnotes" for one in package.relationships())


def test_the_list_of_types_is_known_in_letters_of_another_case() -> None:
    files = parts(p("Decides to meet;"))
    files["[content_types].xml"] = files.pop("[Content_Types].xml")
    assert Package(zipped(files)).to_bytes() == Package(PLAIN).to_bytes()
