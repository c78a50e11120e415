"""A Word file without what it says of its makers: no name, no clock, no template, the text as it was."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.parts.makers import names_in, secrets
from models.word.leaving.scrub import scrub, scrubbed
from models.word.namespaces import RELATIONSHIPS, w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.sought import found_in
from tests.models.word.word_xml import docx as docx_of
from tests.models.word.word_xml import p, t, zipped
from tests.timed import soon

SECRET = b"Somebody"


def signed() -> bytes:
    """A file as Word leaves it, with a name wherever one may stand."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = "Somebody"
    document.add_paragraph("The General Assembly,")
    run = document.add_paragraph().add_run("1. Decides to meet.")
    document.add_comment(run, text="Why?", author="Somebody", initials="SB")
    document.paragraphs[0]._p.set(w("rsidR"), "00AB12CD")
    variables = etree.SubElement(document.settings.element, w("docVars"))
    etree.SubElement(variables, w("docVar"), {w("name"): "who", w("val"): "Somebody"})
    target = document.part._settings_part.relate_to(
        "file:///C:/Documents/Somebody/their.dotx",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    template = etree.SubElement(document.settings.element, w("attachedTemplate"))
    template.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", target)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def contents(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())


def test_nothing_tells_who_made_the_file() -> None:
    before = signed()
    assert SECRET in contents(before)
    after = scrubbed(before)
    for told in (SECRET, b"rsid", b"thumbnail", b"w:date=", b"comment", b"docVar", b"attachedTemplate", b"customXml"):
        assert told not in contents(after), told
    assert scrubbed(before) == after == scrubbed(after)
    assert read_word(after).draft == read_word(before).draft
    assert docx.Document(io.BytesIO(after)).core_properties.author == ""


def test_the_theme_does_not_say_which_program_wrote_the_file() -> None:
    package = Package(signed())
    part = next(name for name in package.names if package.content_type(name).endswith("theme+xml"))
    for node in package.edit(part).iter("{*}theme", "{*}clrScheme", "{*}fontScheme", "{*}fmtScheme"):
        node.set("name", "LibreOffice")
    before = package.to_bytes()
    assert b"LibreOffice" in contents(before)
    assert b"LibreOffice" not in contents(scrubbed(before))
    assert b'name="Office"' in contents(scrubbed(before))


def test_what_looks_is_not_what_takes_out() -> None:
    before = signed()
    allowed = Allowed(secret=secrets(names_in(before)), tracked=False)
    assert {one.what for one in found_in(before, allowed)} >= {
        "names", "company", "dates", "sessions", "comments", "paths", "custom", "unknown",
    }  # fmt: skip
    assert found_in(scrubbed(before), allowed) == ()


def test_what_is_said_for_programs_other_than_word_does_not_leave() -> None:
    other = f'<!-- two --><mc:Choice xmlns:zz="urn:Somebody" Requires="zz">{t("Somebody")}</mc:Choice>'
    newer = '<mc:Choice xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" Requires="w14">{}</mc:Choice>'
    fallback = f"<mc:Fallback>{t('is read')}</mc:Fallback>"
    for branches, stays in ((other + fallback, b""), (other + newer.format(t("is read")), b'Requires="w14"')):
        base = docx_of(p(t("This "), f"<mc:AlternateContent>{branches}</mc:AlternateContent>"))
        after = scrubbed(base)
        assert [one.text for one in read_word(after).draft.paragraphs] == ["This is read"]
        assert SECRET not in contents(after)
        assert (b"AlternateContent" in contents(after)) == bool(stays)
        assert stays in contents(after)


REFERENCE = (
    p('<w:bookmarkStart w:id="7" w:name="_Ref186775"/>', "a meeting", '<w:bookmarkEnd w:id="7"/>')
    + p('<w:bookmarkStart w:id="8" w:name="Somebody"/>', "a place", '<w:bookmarkEnd w:id="8"/>')
)  # fmt: skip


@pytest.mark.parametrize(
    "pieces",
    [(" REF _Ref186775 \\h ",), (" REF _Ref18", "6775 \\h "), ("REF _Ref186775",), ("REF _ref186775",)],
    ids=["whole", "cut within the name", "without a space before the next field", "in small letters"],
)
def test_a_bookmark_that_a_field_names_stays_however_word_cut_the_instruction(pieces: tuple[str, ...]) -> None:
    codes = [f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces]
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = (ends[0], *codes, ends[1], t("a meeting"), ends[2])
    told = contents(scrubbed(docx_of(REFERENCE + p(*field, *field))))
    assert b'w:name="_Ref186775"' in told
    assert told.count(b"<w:bookmarkEnd") == 1
    assert SECRET not in told


def test_what_names_no_relationship_is_no_link_to_a_part_that_has_gone() -> None:
    shape = '<a:custom r:blip=""/><a:custom r:blip="rId77"/>'
    told = contents(scrubbed(docx_of(p(f"<w:r><w:t>Here</w:t><w:drawing>{shape}</w:drawing></w:r>"))))
    assert told.count(b"<a:custom") == 1
    assert b'r:blip=""' in told


@pytest.mark.parametrize("instruction", ["IF", "FILENAME"])
def test_a_field_within_the_code_of_one_that_goes_goes_whole(instruction: str) -> None:
    def code(text: str) -> str:
        return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'

    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    within = begin + code("PAGE") + separate + t("1") + end
    after = begin + code("PAGE") + separate + within + end
    data = scrubbed(docx_of(p(begin, code(instruction), within, code("= 1"), separate, t("shown"), end, after)))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    assert [one.get(w("fldCharType")) for one in root.iter(w("fldChar"))] == ["begin", "separate"] * 2 + ["end"] * 2
    assert [one.text for one in root.iter(w("t"))] == ["shown", "1"]


def test_a_second_part_of_properties_and_a_part_that_nothing_leads_to_stay_here() -> None:
    with zipfile.ZipFile(io.BytesIO(signed())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = b'Target="docProps/core.xml"'
    start = parts["_rels/.rels"].rindex(b"<Relationship ", 0, parts["_rels/.rels"].index(core))
    link = parts["_rels/.rels"][start : parts["_rels/.rels"].index(b"/>", start) + 2]
    second = re.sub(rb'Id="[^"]*"', b'Id="rId99"', link.replace(core, b'Target="docProps/core0.xml"'))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(link, link + second)
    parts["docProps/core0.xml"] = parts["docProps/core.xml"]
    parts["junk.xml"] = b"no XML at all"
    data = zipped(parts)
    assert names_in(data) == names_in(signed())
    left = scrubbed(data)
    assert not {"docProps/core0.xml", "junk.xml"} & set(Package(left).names)
    assert SECRET not in contents(left)
    assert found_in(left, Allowed(tracked=False)) == ()


def test_a_file_of_its_text_alone_still_says_what_its_relationships_are() -> None:
    package = Package(docx_of(p(t("Decides to meet."))))
    package.remove_parts(["word/_rels/document.xml.rels"])
    left = Package(scrubbed(package.to_bytes()))
    assert left.names == ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    assert left.content_type("_rels/.rels").endswith("relationships+xml")


def test_a_link_and_a_picture_that_nothing_names_stay_here() -> None:
    package = Package(docx_of(p(t("Decides to meet."))))
    package.put("word/media/image9.png", b"a picture that was taken out")
    links = package.edit("word/_rels/document.xml.rels")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for name, sort, more in (
        ("rId90", "hyperlink", {"Target": "https://example.org/jane", "TargetMode": "External"}),
        ("rId91", "hyperlink", {"Target": "https://example.org/shown", "TargetMode": "External"}),
        ("rId92", "image", {"Target": "media/image9.png"}),
        ("rId93", "hyperlink", {"Target": "https://example.org/found", "TargetMode": "External"}),
    ):
        etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", {"Id": name, "Type": kind + sort, **more})
    paragraph = next(package.edit(package.main).iter(w("p")))
    etree.SubElement(paragraph, w("hyperlink"), {f"{{{kind[:-1]}}}id": "rId91"})
    found = "{http://schemas.microsoft.com/office/drawing/2016/11/main}picAttrSrcUrl"
    drawn = etree.SubElement(etree.SubElement(paragraph, w("r")), w("drawing"))
    etree.SubElement(drawn, found, {f"{{{kind[:-1]}}}id": "rId93"})
    assert any("picAttrSrcUrl" in one.detail for one in found_in(package.to_bytes(), Allowed()))
    left = Package(scrubbed(package.to_bytes()))
    assert [link.target for link in left.relationships(left.main) if link.external] == ["https://example.org/shown"]
    assert not left.has("word/media/image9.png")


def test_what_another_program_keeps_in_the_settings_goes() -> None:
    package = Package(signed())
    settings = package.edit("word/settings.xml")
    etree.SubElement(settings, w("tmAppRevision"), {w("date"): "1533054491", w("val"): "766"})
    assert found_in(scrubbed(package.to_bytes()), Allowed(tracked=False)) == ()


def test_very_many_parts_are_taken_out_in_one_walk() -> None:
    package = Package(docx_of(p(t("Decides to meet."))))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/control"
    links = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode())
    for at in range(3000):
        etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", Id=f"c{at}", Type=kind, Target=f"activeX/{at}.xml")
        package.put(f"word/activeX/{at}.xml", b"<x/>")
        package.put(f"word/activeX/_rels/{at}.xml.rels", etree.tostring(etree.Element(links.tag)))
    package.put("word/_rels/document.xml.rels", links)
    soon(lambda: scrub(package), 3, runs=1)
    assert not [name for name in package.names if "activeX" in name]


def test_what_joins_two_paragraphs_on_one_line_stays_and_nothing_else_that_hides() -> None:
    separator, hides = "<w:vanish/><w:specVanish/>", "<w:vanish/>"
    body = p("A heading.", mark=separator) + p("Its text ", t("and ours", hides), ".") + p("The end.", mark=hides)
    left = scrubbed(docx_of(body + p(t("More.", "<w:specVanish/>"))))
    signs = [
        sign for name in ("vanish", "specVanish") for sign in Package(left).root("word/document.xml").iter(w(name))
    ]
    assert [next(sign.iterancestors(w("p"))).findtext(f"{w('r')}/{w('t')}") for sign in signs] == ["A heading."] * 2
    assert not [one for one in found_in(left, Allowed()) if one.what == "hidden"]
    assert [one.detail for one in found_in(docx_of(body), Allowed()) if one.what == "hidden"] == ["hidden letters"] * 2
