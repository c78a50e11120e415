"""Fonts and shapes that are named after somebody, and names that programs run together with other words."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import OWN_FONTS, told_beside
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.parts import TYPES, left_out
from models.word.leaving.scrub import scrub, scrubbed
from models.word.markup import element
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.full_of_names import png
from tests.models.word.sought import found_in
from tests.models.word.word_xml import docx, p, put_picture

SECRET = frozenset(("Ana Andersson", "Bob Brown", "Li Wangs", "Green"))
DRAFT = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the matter,"))),))
_NEWER = "http://schemas.microsoft.com/office/word/2010/wordml"
_VML, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"


@pytest.mark.parametrize(
    ("said", "is_name"),
    [
        ("AnaAndersson1", True),
        ("Ana_Andersson draft", True),
        ("draftanaanderssonold", True),
        ("12BobBrown", True),
        ("DraftLiWangsOld", True),
        ("styleLiWangs2", True),
        ("beliwangst", False),  # of few letters: other words may hold them
        ("Green2", True),
        ("LightGreen", False),
        ("Evergreen", False),
        ("green", False),
        ("Anders", False),
    ],
)
def test_names_are_found_in_what_programs_make_of_them(said: str, is_name: bool) -> None:
    pattern = in_markup(SECRET)
    assert pattern is not None
    assert (pattern.search(said) is not None) == is_name


def named_package() -> Package:
    package = Package(write_clean(DRAFT))
    styles = package.edit(package.related("styles") or "")
    fonts = element("rFonts", ascii="BobBrown1", cs="Arial")
    style = element("style", element("name", val="Ana Andersson draft"), type="paragraph", styleId="AnaAndersson1")
    style.append(element("rPr", fonts, element("sz", val=24)))
    linked = element("style", element("name", val="heading 1"), type="paragraph", styleId="Heading1")
    of_word = element("style", element("name", val="Heading 1 Char"), element("link", val="Heading1"))
    mine = element("style", element("name", val="Our style"))
    for one, key in ((of_word, "Heading1Char"), (mine, "Ours")):
        one.set(w("customStyle"), "1")
        one.set(w("styleId"), key)
    styles.extend((style, linked, of_word, mine))
    body = package.edit(package.main)
    paragraph = next(body.iter(w("p")))
    picture = etree.SubElement(etree.SubElement(paragraph, w("r")), w("pict"))
    etree.SubElement(picture, f"{{{_VML}}}shapetype", id="AnnasType")
    shape = etree.SubElement(picture, f"{{{_VML}}}shape", id="Zqx42", type="#AnnasType")
    box = etree.SubElement(etree.SubElement(etree.SubElement(paragraph, w("sdt")), w("sdtPr")), f"{{{_NEWER}}}checkbox")
    etree.SubElement(box, f"{{{_NEWER}}}checkedState").set(f"{{{_NEWER}}}font", "BobBrown signs")
    shape.set(f"{{{_OFFICE}}}spid", "_x0000_s1026")
    return package


def test_what_is_named_after_somebody_leaves_under_other_names() -> None:
    package = named_package()
    names = {one.detail.partition(": ")[2] for one in found_in(package.to_bytes(), Allowed(secret=SECRET))}
    assert {"BobBrown", "AnaAndersson", "Ana Andersson"} <= names
    scrub(package, SECRET)
    data = package.to_bytes()
    assert not [one for one in found_in(data, Allowed(secret=SECRET)) if one.what == "names"]
    written = Package(data)
    every = b"".join(written.data(name) for name in written.names)
    assert not [name for name in (b"Zqx42", b"Annas", b"Brown", b"Andersson") if name in every]
    shapes = {node.tag.rpartition("}")[2]: node for node in written.root(written.main).iter(f"{{{_VML}}}*")}
    assert shapes["shape"].get("type") == "#" + str(shapes["shapetype"].get("id"))
    assert shapes["shape"].get("id") != shapes["shapetype"].get("id")
    assert shapes["shape"].get(f"{{{_OFFICE}}}spid") == "_x0000_s1026"


@pytest.mark.parametrize(
    ("own", "leave"),
    [
        (("PowerPlusWaterMarkObject1",), ("PowerPlusWaterMarkObject1",)),
        (("PowerPlusWaterMarkObject357476642",), ("PowerPlusWaterMarkObject1",)),
        (("PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject357476642"), (
            "PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2")),
        (("WordPictureWatermark83411201", "Zqx42"), ("WordPictureWatermark1", "_x0000_s9001")),
        (("PowerPlusWaterMarkObject2", "PowerPlusWaterMarkObject2"), (
            "PowerPlusWaterMarkObject2", "PowerPlusWaterMarkObject2")),
        (("PowerPlusWaterMarkObject٣", "PowerPlusWaterMarkObject1 of Anna", "PowerPlusWaterMarkObject007"), (
            "PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2", "PowerPlusWaterMarkObject3")),
        (("PowerPlusWaterMarkObject", "AnnasPowerPlusWaterMarkObject1"), ("PowerPlusWaterMarkObject1", "_x0000_s9001")),
    ],
)  # fmt: skip
def test_a_watermark_is_known_by_its_name_still(own: tuple[str, ...], leave: tuple[str, ...]) -> None:
    shapes = "".join(f'<v:shape id="{name}" type="#_x0000_t136"/>' for name in own)
    place = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    data = docx(p("Peace.") + place, header=p(f"<w:r><w:pict>{shapes}</w:pict></w:r>"))
    left = Package(scrubbed(data))
    assert tuple(one.get("id") for one in left.root("word/header.xml").iter(f"{{{_VML}}}shape")) == leave
    assert (left.data("word/header.xml") == Package(data).data("word/header.xml")) == (own == leave)


def test_a_picture_leaves_under_no_name_of_its_own() -> None:
    for own, leaves in (("Annika on a boat.png", "part1.png"), ("image3.png", "image3.png")):
        package = Package(write_clean(DRAFT))
        put_picture(package, f"word/media/{own}", png("Annika"), "image/png")
        scrub(package)
        assert [name for name in package.names if name.startswith("word/media/")] == [f"word/media/{leaves}"]
        (link,) = (one for one in package.relationships() if one.kind == "image")
        assert link.target == f"word/media/{leaves}"
        assert Package(package.to_bytes()).content_type(link.target) == "image/png"


FORMAT = ("Style", "Place", "Header", "Table", "Title", "header", "auto", "Font", "Part", "document", "Adobe", "FACE")
PLACES = ("Georgia", "Monaco", "Fiji")


def usual_package() -> Package:
    """A file with names that Word gives, names that Adref gives, and fonts that are called like delegations."""
    package = Package(write_clean(DRAFT))
    styles = package.edit(package.related("styles") or "")
    for identity, name in (
        ("Style1", "Style 1"),
        ("Header", "header"),
        ("TableGrid", "Table Grid"),
        ("Title", "Title"),
    ):
        style = element("style", element("name", val=name), type="paragraph", styleId=identity)
        fonts = element("rFonts", ascii="Georgia", hAnsi="Monaco", cs="Font 1")
        style.append(element("rPr", fonts, element("color", val="FACE00")))
        styles.append(style)
    first = next(package.edit(package.main).iter(w("p")))
    first.append(element("bookmarkStart", id=7, name="Place1"))
    first.append(element("bookmarkEnd", id=7))
    first.append(element("fldSimple", instr=" REF Place1 \\h "))
    return package


@pytest.mark.parametrize("secret", [*((name,) for name in (*FORMAT, *PLACES)), (*FORMAT, *PLACES)])
def test_words_of_the_format_tell_of_nobody(secret: tuple[str, ...]) -> None:
    package = usual_package()
    before = {name: package.data(name) for name in package.names}
    assert not [one for one in found_in(package.to_bytes(), Allowed(secret=frozenset(secret))) if one.what == "names"]
    scrub(package, frozenset(secret))
    assert not [one for one in found_in(package.to_bytes(), Allowed(secret=frozenset(secret))) if one.what == "names"]
    styles = package.related("styles") or ""
    assert package.data(styles).count(b"Georgia") == before[styles].count(b"Georgia")


@pytest.mark.parametrize("name", ["Place of Kenya", "Kenya1", "Style_Kenya", "Georgia", "Monaco1", "Titles"])
def test_what_is_more_than_words_of_the_format_is_found_and_renamed(name: str) -> None:
    package = usual_package()
    next(package.edit(package.main).iter(w("bookmarkStart"))).set(w("name"), name)
    secret = frozenset(("Kenya", "Style", "Georgia", "Monaco", "Titles"))
    assert [one for one in found_in(package.to_bytes(), Allowed(secret=secret)) if one.what == "names"]
    scrub(package, secret)
    assert not [one for one in found_in(package.to_bytes(), Allowed(secret=secret)) if one.what == "names"]


def with_own_parts(*, main: str, head: str, lists: str) -> bytes:
    """The draft in a file whose parts somebody named."""
    package = Package(write_clean(DRAFT))
    package.add_part(
        head,
        b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>',
        "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
    )
    (link,) = (one.id for one in package.relationships() if one.target == head)
    section = next(package.edit(package.main).iter(w("sectPr")))
    section.insert(0, element("headerReference", type="default"))
    section[0].set(f"{{{RELATION}}}id", link)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in package.names:
            data = package.data(name)
            if name == TYPES or name.endswith(".rels"):
                data = data.replace(b"document.xml", main.encode()).replace(b"numbering.xml", lists.encode())
            archive.writestr(name.replace("document.xml", main).replace("numbering.xml", lists), data)
    return out.getvalue()


@pytest.mark.parametrize("secret", [frozenset[str](), SECRET])
def test_no_part_leaves_under_a_name_of_its_own(secret: frozenset[str]) -> None:
    data = with_own_parts(main="AnaAndersson.xml", head="word/Plans/head_Bob_Brown.xml", lists="Zqxlists.xml")
    before = Package(data)
    assert before.main == "word/AnaAndersson.xml"
    assert len([one for one in found_in(data, Allowed()) if one.detail == "a part with a name of its own"]) == 4
    written = Package(scrubbed(data, secret))
    assert written.main == "word/document.xml"
    assert not [one for one in found_in(written.to_bytes(), Allowed(secret=SECRET)) if one.what == "names"]
    everything = b" ".join(name.encode() + written.data(name) for name in written.names)
    assert not [name for name in (b"Andersson", b"Brown", b"Zqx", b"Plans") if name in everything]
    for kind in ("header", "numbering", "styles", "settings"):
        there = written.related(kind) or ""
        assert written.has(there)
        assert written.content_type(there) == before.content_type(before.related(kind) or "")
    assert read_word(written.to_bytes()).draft == DRAFT


def test_parts_that_programs_named_keep_their_names() -> None:
    data = write_clean(DRAFT)
    assert Package(scrubbed(data)).names == tuple(name for name in Package(data).names if "custom" not in name)


_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OF_TABLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
_OF_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_XML = "application/vnd.openxmlformats-officedocument"


def test_fonts_of_a_theme_are_told_and_files_of_fonts_stay_behind() -> None:
    package = Package(write_clean(DRAFT))
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    fonts = "".join(f'<a:font script="Jpan" typeface="{one}"/>' for one in ("Zqxface", "游明朝", "Arial"))
    theme = (
        f'<a:theme xmlns:a="{space}"><a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements></a:theme>'
    )
    package.add_part("word/theme/theme1.xml", theme.encode(), f"{_XML}.theme+xml", _OF_THEME)
    table = element("fonts", element("font", element("embedRegular"), name="Arial"), element("font", name="Tahoma"))
    package.add_part("word/fontTable.xml", table, f"{_XML}.wordprocessingml.fontTable+xml", _OF_TABLE)
    for name in ("font1.odttf", "font2.odttf"):
        link = package.add_part(f"word/fonts/{name}", b"glyphs", f"{_XML}.obfuscatedFont", _FONT, "word/fontTable.xml")
        table[0][0].set(f"{{{RELATION}}}id", link)
        table[0][0].set(w("fontKey"), "{Ana Andersson}")
    assert left_out(package) == ("2 fonts that lie in the file, for which Word takes those it has",)
    written = Package(scrubbed(package.to_bytes()))
    assert not [name for name in written.names if "odttf" in name or b"Andersson" in written.data(name)]
    assert len(written.root("word/fontTable.xml")) == 2
    assert f"{OWN_FONTS}: “Zqxface”" in told_beside(written)
    assert found_in(written.to_bytes(), Allowed()) == ()
