"""What a file that leaves has not of its own package is told and not promised; what it has goes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from models.forms.ledger_form import remark
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.names.unused_styles import unused_styles
from models.word.leaving.parts.parts import embedded_left_out, left_out
from models.word.leaving.scrub import scrubbed
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.ledger import ledger
from tests.models.word.sought import found_in
from tests.models.word.word_xml import FILM, docx, p, t
from tests.timed import soon

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
WORD_FILES = Path(__file__).resolve().parents[4] / "shared" / "word_files"


def referring(link: str, page: str = "default") -> etree._Element:
    place = element("headerReference", type=page)
    place.set(f"{{{RELATION}}}id", link)
    return place


def section(*content: etree._Element, first: bool = False) -> etree._Element:
    return element("sectPr", *content, *([element("titlePg")] if first else ()))


def holding(*kinds: str, chart: bool = False) -> bytes:
    """A file with parts of some kinds, one each, or with a chart that has them."""
    package = Package(docx(p("Recalling its resolution 70/1,")))
    source = None
    if chart:
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        xml = b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
        source = "word/charts/chart1.xml"
        package.add_part(source, xml, kind, f"{RELATION}/chart")
    for at, kind in enumerate(kinds):
        package.add_part(f"word/embeddings/part{at}.bin", b"x", "application/x", f"{RELATION}/{kind}", source)
    return package.to_bytes()


def mark(name: str, content: str = "") -> str:
    """An element of another program, of a namespace that is no address either."""
    return f'<x:{name} xmlns:x="urn:José">{content}</x:{name}>'


A_DOCUMENT = (
    "A document that belongs to this one, whose words Word may show and Adref does not read; "
    "put into the text in Word, they are in it"
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (holding(), ()),
        (holding("package"), ("An embedded object, of which the picture alone stays",)),
        (holding("package", "oleObject"), ("2 embedded objects, of which the picture alone stays",)),
        (holding("control"), ("A control, of which the picture alone stays",)),
        (holding("video", "media"), ("2 parts of sound or film",)),
        (docx(p("One.", FILM)), ("Sound or film",)),
        (holding("subDocument"), (A_DOCUMENT,)),
        (
            holding("subDocument", "subDocument"),
            (A_DOCUMENT.replace("A document that belongs", "2 documents that belong"),),
        ),
        (docx(p("One.", mark("a"))), ("An element of other programs (a), of which the words alone stay",)),
        (
            docx(p("One.", *map(mark, "abac"), mark("d", mark("e") + t("Two.")), mark("f"))),
            ("6 elements of other programs (a, b, c, d…), of which the words alone stay",),
        ),
        (holding("package", chart=True), ("The workbook behind a chart",)),
    ],
)
def test_what_word_opens_and_does_not_leave_is_told(data: bytes, told: tuple[str, ...]) -> None:
    assert left_out(Package(data)) == told
    assert left_out(Package(scrubbed(data))) == ()


def test_a_hundred_thousand_names_of_spaces_are_told_of_soon() -> None:
    package = Package(docx(p("One.", *(f'<w:r xmlns:n{at}="urn:{at}"/>' for at in range(100_000)))))
    assert soon(lambda: left_out(package), 2) == ()


def test_a_linked_object_is_told_as_one() -> None:
    package = Package(docx(p("One.")))
    package.relate("file:///C:/book.xlsx", f"{RELATION}/oleObject", external=True)
    assert left_out(package) == ("A linked object, of which the picture alone stays",)


IN_THE_FILE = "saved anew in Word, a file has them in its text"


@pytest.mark.parametrize(
    ("new", "base", "told"),
    [
        (holding("package"), holding("package"), ()),
        (holding("package"), holding(), ("An embedded object of the new file, of which the picture alone is there",)),
        (holding("package", chart=True), holding(), ()),
        (holding(), holding("package"), ()),
        (
            holding("aFChunk"),
            holding(),
            (f"An embedded document of the new file, whose words Word shows and Adref does not read; {IN_THE_FILE}",),
        ),
        (holding("aFChunk"), holding("aFChunk"), ()),
        (holding("control"), holding(), ("A control of the new file, of which the picture alone is there",)),
        (holding("media", "image", "customXml", "comments", "font"), holding(), ("Sound or film of the new file",)),
        (docx(p("One.", FILM)), docx(p("One.")), ("Sound or film of the new file",)),
        (docx(p("One.", FILM)), None, ("Sound or film of the new file",)),
        (docx(p("One.", FILM), header=p(FILM)), docx(p("One.", FILM)), ()),
        (docx(p("One.")), docx(p("One.", FILM)), ()),
        (
            holding("oleObject", "aFChunk", "subDocument"),
            None,
            (
                "An embedded object of the new file, of which the picture alone is there",
                f"An embedded document of the new file, whose words Word shows and Adref does not read; {IN_THE_FILE}",
                A_DOCUMENT.replace("to this one", "to the new file"),
            ),
        ),
    ],
)
def test_what_is_embedded_in_the_new_file_alone_is_told(new: bytes, base: bytes | None, told: tuple[str, ...]) -> None:
    assert embedded_left_out(*(Package(one) for one in (new, base) if one is not None)) == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("subDocument", A_DOCUMENT.replace("to this one", "to the new file")),
        ("oleObject", "A linked object of the new file, of which the picture alone is there"),
        ("image", "A picture that lies outside of the new file"),
        ("video", "Sound or film of the new file"),
        ("hyperlink", ""),
        ("attachedTemplate", ""),
    ],
)
def test_what_lies_beside_the_new_file_is_told_by_its_address(kind: str, told: str) -> None:
    packages = [Package(docx(p("One."))) for _ in range(2)]
    for package, name in zip(packages, ("annex", "other"), strict=True):
        package.relate(f"file:///C:/{name}", f"{RELATION}/{kind}", external=True)
    assert embedded_left_out(*packages) == ((told,) if told else ())
    assert embedded_left_out(packages[0], packages[1], packages[0]) == ()


@pytest.mark.skipif(not WORD_FILES.is_dir(), reason="the Word files of other programs are not here")
@pytest.mark.parametrize("path", sorted(WORD_FILES.glob("*.docx"))[::9], ids=lambda path: path.stem[-40:])
def test_the_ledger_promises_nothing_that_does_not_leave(path: Path) -> None:
    data = path.read_bytes()
    left = {one.code: one.count for one in ledger(read_word(scrubbed(data)))}
    for entry in ledger(read_word(data)):
        # Letters' looks are counted by paragraph; those of what goes with a field or as hidden go too.
        promised = entry.group in ("kept", "kept-while-unchanged") and entry.code not in ("letters", "proofing")
        if promised and left.get(entry.code, 0) < entry.count:
            assert "own copy only" in remark(entry), entry.code


OWN = '<w:style w:type="{kind}"{said} w:styleId="{id}"><w:name w:val="{id} of Jane"/>{more}</w:style>'


def with_styles(styles: tuple[tuple[str, str, str], ...], body: str, numbering: str = "", *, said: str = "") -> bytes:
    package = Package(docx(body))
    xml = "".join(OWN.format(id=name, kind=kind, said=said, more=more) for name, kind, more in styles)
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    for part, inner in (("styles", usual + xml), ("numbering", numbering)):
        made = f'<w:{part} xmlns:w="{w("p")[1:-2]}">{inner}</w:{part}>'.encode()
        package.add_part(f"word/{part}.xml", made, f"{kind}.{part}+xml", f"{RELATION}/{part}")
    return package.to_bytes()


PLAIN = ("Draft", "paragraph", "")
OTHER = '<w:pStyle w:val="Other"/>'
LINKED = '<w:{} w:val="Draft"/>'
NUMBERING = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pStyle w:val="Draft"/></w:lvl></w:abstractNum>'


@pytest.mark.parametrize("said", [' w:customStyle="1"', ""])  # some programs leave out that a style is one's own
@pytest.mark.parametrize(
    ("styles", "body", "numbering", "kept"),
    [
        ((PLAIN,), p("One."), "", ()),
        ((PLAIN,), p("One.", properties='<w:pStyle w:val="Draft"/>'), "", ("Draft",)),
        ((PLAIN,), p("One."), NUMBERING, ("Draft",)),
        ((PLAIN, ("Other", "paragraph", LINKED.format("basedOn"))), p("One."), "", ()),
        ((PLAIN, ("Other", "paragraph", LINKED.format("basedOn"))), p("One.", properties=OTHER), "",
         ("Draft", "Other")),
        ((PLAIN, ("Other", "paragraph", LINKED.format("next"))), p("One.", properties=OTHER), "",
         ("Draft", "Other")),
        ((PLAIN, ("Other", "character", LINKED.format("link"))), p("One."), "", ()),
        ((PLAIN,), p('<w:fldSimple w:instr=\' STYLEREF "Draft of Jane" \'/>'), "", ("Draft",)),
    ],
)  # fmt: skip
def test_styles_of_ones_own_leave_where_something_uses_them(
    styles: tuple[tuple[str, str, str], ...], body: str, numbering: str, kept: tuple[str, ...], said: str
) -> None:
    package = Package(scrubbed(with_styles(styles, body, numbering, said=said)))
    root = package.root("word/styles.xml")
    names = {name: f"Style{at}" for at, name in enumerate(kept, 1)}
    assert [one.get(w("styleId")) for one in root.iter(w("style"))] == ["Normal", *names.values()]
    assert unused_styles(root, [package.root(package.main), package.root("word/numbering.xml")]) == []
    assert not [name for name in package.names if b"Jane" in package.data(name)]


def test_what_is_said_of_styles_that_are_not_there_goes_where_word_has_no_such_style() -> None:
    names = ("heading 1", "Grid Table 5 Dark Accent 6", "Normal (Web)", "Table 3D effects 2", "Revision")
    package = Package(with_styles((), p("One.")))
    latent = element("latentStyles", *(element("lsdException", name=one) for one in (*names, "Jane Doe draft")))
    package.edit("word/styles.xml").insert(0, latent)
    found = [one.detail for one in found_in(package.to_bytes(), Allowed()) if one.what == "names"]
    assert found == ["a style that is not in the file: Jane Doe draft"]
    root = Package(scrubbed(package.to_bytes())).root("word/styles.xml")
    assert [one.get(w("name")) for one in root.iter(w("lsdException"))] == list(names)


@pytest.mark.parametrize(
    ("inside", "goes_back"),
    [
        ('<w:p><w:r><w:t  xml:space="preserve" >Kept.</w:t></w:r></w:p>', True),
        ('<w:p w:rsidR="00AB12CD"><w:r><w:t>Kept.</w:t></w:r></w:p>', False),
        ("<w:p><w:r><w:t>Kept.</w:t></w:r></w:p><!-- Jane -->", False),
        ("<?jane doe?><w:p/>", False),
        ('<w:p xmlns:j="urn:jane"><w:r><w:t>Kept.</w:t></w:r></w:p>', False),
        ('<w:p><w:r><w:t>Kept.</w:t></w:r><w:proofErr w:type="spellStart"/></w:p>', False),
    ],
)
def test_a_part_with_nothing_to_take_out_goes_back_as_it_was(inside: str, goes_back: bool) -> None:
    package = Package(docx(p("One.")))
    head = f"<w:hdr xmlns:w='{w('p')[1:-2]}' xmlns:r=\"{RELATION}\"  >{inside}</w:hdr >".encode()
    link = package.add_part("word/header1.xml", head, HEADER, f"{RELATION}/header")
    package.edit(package.main)[0].append(section(referring(link)))
    left = Package(scrubbed(package.to_bytes())).data("word/header1.xml")
    assert (left == head) is goes_back
    assert not any(word in left for word in (b"ane", b"rsid"))


@pytest.mark.parametrize(
    ("page", "first", "settings", "shown"),
    [
        (None, (True, True), "", False),
        ("default", (False, False), "", True),
        ("first", (False, False), "", False),
        ("first", (True, False), "", True),
        ("first", (False, True), "", True),  # the second section has it from the one before
        ("even", (False, False), "", False),
        ("even", (False, False), "<w:evenAndOddHeaders/>", True),
        ("even", (False, False), '<w:evenAndOddHeaders w:val="0"/>', False),
    ],
)
def test_a_head_that_no_page_shows_stays_here(
    page: str | None, first: tuple[bool, bool], settings: str, shown: bool
) -> None:
    package = Package(docx(p("One.") + p("Two."), settings=settings))
    head = f"<w:hdr xmlns:w='{w('p')[1:-2]}'>{p('For the capital only')}</w:hdr>".encode()
    link = package.add_part("word/header1.xml", head, HEADER, f"{RELATION}/header")
    body = package.edit(package.main)[0]
    places = [referring(link, page)] if page is not None else []
    body[0].append(element("pPr", section(*places, first=first[0])))
    body.append(section(first=first[1]))
    data = package.to_bytes()
    assert any(one.detail == "a head or foot that no page shows" for one in found_in(data, Allowed())) is not shown
    left = scrubbed(data)
    assert Package(left).has("word/header1.xml") is shown
    assert not found_in(left, Allowed())
    assert (b"headerReference" in Package(left).data("word/document.xml")) is shown


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def test_what_was_filtered_away_from_a_chart_stays_here() -> None:
    package = Package(docx(p("One.")))
    series = "<c15:filteredBarSeries><c15:ser><c:v>Zqx</c:v></c15:ser></c15:filteredBarSeries>"
    space = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
    own = f'<c:extLst><c:ext uri="{{02D57815}}" {space}>{series}</c:ext></c:extLst>'
    chart = f'<c:chartSpace xmlns:c="{CHART}"><c:barChart><c:barDir val="col"/>{own}</c:barChart></c:chartSpace>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    package.add_part("word/charts/chart1.xml", chart.encode(), kind, f"{RELATION}/chart")
    assert "hidden" in {one.what for one in found_in(package.to_bytes(), Allowed())}
    left = scrubbed(package.to_bytes())
    root = Package(left).root("word/charts/chart1.xml")
    assert [etree.QName(one).localname for one in root.iter()] == ["chartSpace", "barChart", "barDir"]
    assert not found_in(left, Allowed())


def test_a_series_that_a_newer_chart_does_not_show_stays_here() -> None:
    package = Package(docx(p("One.")))
    data = "".join(
        f'<x:data id="{at}"><x:numDim><x:lvl><x:pt idx="0">Zqx{at}</x:pt></x:lvl></x:numDim></x:data>' for at in (0, 1)
    )
    series = "".join(
        f'<x:series layoutId="waterfall"{hidden}><x:dataId val="{at}"/></x:series>'
        for at, hidden in ((0, ""), (1, ' hidden="1"'))
    )
    space = 'xmlns:x="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    area = f"<x:chart><x:plotArea><x:plotAreaRegion>{series}</x:plotAreaRegion></x:plotArea></x:chart>"
    chart = f"<x:chartSpace {space}><x:chartData>{data}</x:chartData>{area}</x:chartSpace>"
    relation = "http://schemas.microsoft.com/office/2014/relationships/chartEx"
    package.add_part("word/charts/chartEx1.xml", chart.encode(), "application/vnd.ms-office.chartex+xml", relation)
    assert "hidden" in {one.what for one in found_in(package.to_bytes(), Allowed())}
    left = scrubbed(package.to_bytes())
    written = Package(left).data("word/charts/chartEx1.xml")
    assert (written.count(b"<x:series"), b"Zqx0" in written, b"Zqx1" in written) == (1, True, False)
    assert not found_in(left, Allowed())


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("Zqx Ministry", False), ("Foreign Office Theme", False), ("Office of the Zqx Mission", False),
        ("Office Theme", True), ("Office 2013 - 2022 Theme", True),
    ],
)  # fmt: skip
def test_the_family_of_a_theme_of_somebodys_own_stays_here(name: str, stays: bool) -> None:
    package = Package(docx(p("One.")))
    space = 'xmlns:t="http://schemas.microsoft.com/office/thememl/2012/main"'
    family = (
        f'<a:extLst><a:ext uri="{{05A4C25C}}"><t:themeFamily {space} name="{name}" id="1" vid="2"/></a:ext></a:extLst>'
    )
    theme = f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Theme">{family}</a:theme>'
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    package.add_part("word/theme/theme1.xml", theme.encode(), kind, f"{RELATION}/theme")
    assert bool(found_in(package.to_bytes(), Allowed())) is not stays
    left = scrubbed(package.to_bytes())
    assert (name.encode() in Package(left).data("word/theme/theme1.xml")) is stays
    assert not found_in(left, Allowed())


@pytest.mark.parametrize("said", ['equationxml="&lt;w:p&gt;Zqx"', 'class="Zqx"', 'target="Zqx"'])
def test_what_an_older_picture_was_made_from_stays_here(said: str) -> None:
    data = docx(p(f"<w:r><w:pict><v:shape {said}/></w:pict><w:t>One.</w:t></w:r>"))
    assert "pictures" in {one.what for one in found_in(data, Allowed())}
    assert b"Zqx" not in Package(scrubbed(data)).data("word/document.xml")


@pytest.mark.parametrize(
    ("used", "more", "left"),
    [
        ('<w:numPr><w:numId w:val="7"/></w:numPr>', "", "Zqxy secret %1"),
        ("", "", " %1"),
        ("", '<w:styleLink w:val="Own"/>', "Zqxy secret %1"),
    ],
)
def test_words_of_a_list_that_nothing_uses_stay_here(used: str, more: str, left: str) -> None:
    usual = '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="Section %2"/></w:lvl>'
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Zqxy secret %1"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{more}{level}{usual}</w:abstractNum>'
    lists += '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    data = docx(p("One.", properties=used), numbering=lists)
    made = scrubbed(data)
    shown = [one.get(w("val")) for one in Package(made).root("word/numbering.xml").iter(w("lvlText"))]
    assert shown == [left, "Section %2"]
    assert not found_in(made, Allowed())
    assert ("hidden" in {one.what for one in found_in(data, Allowed())}) is (left == " %1")
