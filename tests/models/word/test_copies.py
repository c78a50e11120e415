"""Nothing in a file that leaves says which other files it is a copy of, or on what keyboard its words were typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.parts.diagram_ids import points_counted
from models.word.leaving.scrub import scrubbed
from models.word.namespaces import w
from models.word.package import Package
from models.word.unlike_things import warnings_of_things
from tests.models.word.sought import found_in
from tests.models.word.test_redline_things import chart, picture, png, word
from tests.models.word.word_xml import docx, p, t

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W16 = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
_WP14 = 'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
_A16 = 'xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"'
_ID = "4C7B06F1"
_CREATED = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{FF2B5EF4}">'
    f'<a16:creationId {_A16} id="{{{_ID}}}"/></a:ext></a:extLst>'
)
_PICTURE = picture("rId1").replace("<wp:inline", f'<wp:inline {_WP14} wp14:anchorId="{_ID}" wp14:editId="{_ID}"', 1)
_LEVEL = '<w:lvl w:ilvl="0"{}><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
_LIST = '<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"{}><w:abstractNumId w:val="0"/></w:num>'
_CREATED_PICTURE = picture("rId1").replace("/><a:graphic", f">{_CREATED}</wp:docPr><a:graphic", 1)
_TOLD_LIST = _LIST.format(
    f'<w:nsid w:val="{_ID}"/><w:tmpl w:val="{_ID}"/>' + _LEVEL.format(f' w:tplc="{_ID}"'),
    f' {_W16} w16cid:durableId="{_ID}"',
)
_OTHER_IDS = '<w:nsid w:val="00000000"/><w:tmpl w:val="0"/>'
_IN_LIST = p(t("Decides"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
_CONTROL = f"<w:sdt><w:sdtPr>{{}}</w:sdtPr><w:sdtContent>{t('Decides')}</w:sdtContent></w:sdt>"
_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_C16 = 'xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart"'
_SERIES = (
    f"<c:chartSpace {_C}><c:chart><c:plotArea><c:barChart><c:ser><c:idx val='0'/>{{}}</c:ser></c:barChart></c:plotArea>"
    "</c:chart></c:chartSpace>"
)
_UNIQUE = f'<c:extLst><c:ext uri="{{C3380CC4}}"><c16:uniqueId {_C16} val="{{{_ID}}}"/></c:ext></c:extLst>'


@pytest.mark.parametrize(
    ("data", "same"),
    [
        (
            docx(p(t("Decides")).replace("<w:p>", f'<w:p {_W14} w14:paraId="{_ID}" w14:textId="77777777">')),
            docx(p(t("Decides"))),
        ),
        (word(p(t("See "), _PICTURE), rId1=png(10)), word(p(t("See "), picture("rId1")), rId1=png(10))),
        (
            word(p(t("See "), _CREATED_PICTURE), rId1=png(10)),
            word(p(t("See "), picture("rId1")), rId1=png(10)),
        ),
        (
            docx(_IN_LIST, numbering=_TOLD_LIST),
            docx(_IN_LIST, numbering=_LIST.format(_OTHER_IDS + _LEVEL.format(""), "")),
        ),
        (docx(p(_CONTROL.format(f'<w:id w:val="{int(_ID, 16)}"/>'))), docx(p(_CONTROL.format("")))),
        (
            word(p(t("See "), chart("rId1")), rId1=_SERIES.format(_UNIQUE).encode()),
            word(p(t("See "), chart("rId1")), rId1=_SERIES.format("").encode()),
        ),
    ],
    ids=["paragraph", "drawing", "shape", "list", "control", "series"],
)  # fmt: skip
def test_what_makes_a_copy_known_goes(data: bytes, same: bytes) -> None:
    assert "sessions" in {one.what for one in found_in(data, Allowed())}
    one, other = Package(scrubbed(data)), Package(scrubbed(same))
    assert one.names == other.names
    for name in one.names:
        trees = [
            etree.tostring(each.root(name), method="c14n", exclusive=True)
            for each in (one, other)
            if name.endswith("l")
        ]
        assert len(set(trees)) < 2, name
    assert not any(each.what == "sessions" for each in found_in(scrubbed(data), Allowed()))


_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
_EXTENSION = "{C62137D5-CB1D-491B-B009-E17868A290BF}"
_POINTS = [f"{{0AD2EF00-0000-4000-8000-{at:012}}}" for at in (1, 2, 3)]


def pointed(*points: str) -> bytes:
    """A file with a diagram of two points and what joins them, and as it was last drawn."""
    one, other, joined = points
    relation, kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagram", "application/xml"
    data = (
        f'<dgm:dataModel xmlns:dgm="{_DGM}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>'
        f'<dgm:pt modelId="{one}"/><dgm:pt modelId="{other}"><dgm:prSet presAssocID="{one}"/></dgm:pt></dgm:ptLst>'
        f'<dgm:cxnLst><dgm:cxn modelId="{joined}" srcId="{one}" destId="{other}"/></dgm:cxnLst>'
        f'<dgm:extLst><a:ext uri="{_EXTENSION}"/></dgm:extLst></dgm:dataModel>'
    )
    drawn = (
        f'<dsp:drawing xmlns:dsp="{_DSP}"><dsp:spTree><dsp:sp modelId="{other.lower()}"/></dsp:spTree></dsp:drawing>'
    )
    graphic = (
        '<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships" xmlns:dgm="{_DGM}" r:dm="{{}}"/></a:graphicData></a:graphic></w:drawing></w:r>'
    )
    package = Package(docx(p(t("Decides"), graphic)))
    link = package.add_part("word/diagrams/data1.xml", data.encode(), kind, f"{relation}Data")
    package.add_part("word/diagrams/drawing1.xml", drawn.encode(), kind, f"{relation}Drawing")
    text = package.data(package.main).replace(b'r:dm="{}"', f'r:dm="{link}"'.encode())
    package.put(package.main, text)
    return package.to_bytes()


def test_the_points_of_a_diagram_are_counted_with_all_that_refers_to_them() -> None:
    by_lot = [f"{{{_ID}-509F-4421-B032-CD22E136732{at}}}" for at in range(3)]
    data = pointed(*by_lot)
    assert {one.what for one in found_in(data, Allowed())} == {"sessions"}
    left, counted = Package(scrubbed(data)), Package(pointed(*_POINTS))
    for name in ("word/diagrams/data1.xml", "word/diagrams/drawing1.xml"):
        one, other = (etree.tostring(each.root(name), method="c14n", exclusive=True) for each in (left, counted))
        assert one.lower() == other.lower()
    assert _EXTENSION.encode() in left.data("word/diagrams/data1.xml")
    assert found_in(scrubbed(data), Allowed()) == ()
    assert scrubbed(scrubbed(data)) == scrubbed(data)
    assert not warnings_of_things(data, scrubbed(data))  # it is the same diagram
    assert warnings_of_things(data, pointed(by_lot[0], by_lot[1], by_lot[1]))


def test_what_is_embedded_is_no_diagram_whatever_its_bytes_say() -> None:
    data = b'PK a workbook with a diagram, not packed: modelId="{%s}"' % _ID.encode()
    assert points_counted(data, "word/embeddings/workbook.xlsx") == data


_LAYOUT = "urn:microsoft.com/office/officeart/2005/8/layout/vList2"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (_LAYOUT, _LAYOUT),
        (f"{{{_ID}}}", None),
    ],
)
def test_a_diagram_still_finds_the_layout_that_it_names(said: str, left: str | None) -> None:
    package = Package(docx(p(t("Decides"))))
    space = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    part = f'<dgm:layoutDef xmlns:dgm="{space}" uniqueId="{said}"><dgm:layoutNode/></dgm:layoutDef>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramLayout"
    package.add_part("word/diagrams/layout1.xml", part.encode(), kind, relation)
    made = scrubbed(package.to_bytes())
    (name,) = (one for one in Package(made).names if "layout" in one)
    assert Package(made).root(name).get("uniqueId") == left
    assert not any(one.what == "sessions" for one in found_in(made, Allowed()))


def test_a_drawing_of_a_number_that_no_file_counts_up_to_is_counted() -> None:
    drawn = [
        picture("rId1", number).replace('<pic:cNvPr id="1804289383"', '<pic:cNvPr id="0"') for number in (1804289383, 1)
    ]
    package = Package(scrubbed(word(p(t("See "), *drawn), rId1=png(10))))
    assert [one.get("id") for one in package.root(package.main).iter("{*}docPr")] == ["2", "1"]


_OF_FILE = '<w:lang w:val="{}" w:eastAsia="zh-TW" w:bidi="ar-EG"/>'
_STYLES = f"<w:docDefaults><w:rPrDefault><w:rPr>{_OF_FILE}</w:rPr></w:rPrDefault></w:docDefaults>"
_FRENCH = "Les pays les plus touchés par la crise et ses effets sur le climat"


def typed(*runs: tuple[str, str], default: str = "en-US") -> bytes:
    """A paragraph of runs, each with what is said of its language."""
    return docx(p(*(t(said, f"<w:lang {of}/>" if of else "") for said, of in runs)), styles=_STYLES.format(default))


@pytest.mark.parametrize(
    ("runs", "default", "left"),
    [
        ((("Decides to remain seized of the matter", 'w:val="en-ZW" w:bidi="ar-EG"'),), "en-US", [{}]),
        ((("Decides ", 'w:val="en-GB"'), ("to remain seized of the matter", 'w:val="fr-CH"')), "en-US", [{}, {}]),
        ((("Decides ", ""), (",", 'w:val="es-CU"'), (" to report", "")), "en-US", [{}]),
        (((_FRENCH, 'w:val="fr-CH"'),), "en-US", [{"val": "fr-FR"}]),
        (((_FRENCH, 'w:val="fr-CH"'), (" encore", 'w:val="en-GB"')), "fr-BE", [{}, {}]),
        ((("Drei Zeilen", 'w:val="de-AT"'),), "en-US", [{"val": "de-DE"}]),
        (tuple((one, 'w:val="de-AT"') for one in ("Drei ", "Zeilen, ", "hier ")), "en-US", [{"val": "de-DE"}] * 3),
        ((("Drei ", 'w:val="de-AT"'), ("Zeilen hier", 'w:val="en-ZW"')), "en-US", [{}, {}]),
        (
            (("تقرر", 'w:bidi="ar-EG"'), ("決定", 'w:eastAsia="zh-TW"')),
            "en-US",
            [{"bidi": "ar-EG"}, {"eastAsia": "zh-TW"}],
        ),
        ((("Decides", 'w:eastAsia="zh-TW"'), ("決定", "")), "en-US", [{}]),
    ],
)
def test_words_do_not_say_on_what_keyboard_they_were_typed(
    runs: tuple[tuple[str, str], ...], default: str, left: list[dict[str, str]]
) -> None:
    package = Package(scrubbed(typed(*runs, default=default)))
    every = [next(run.iter(w("lang")), None) for run in package.root(package.main).iter(w("r"))]
    said = [{etree.QName(key).localname: value for key, value in one.items()} for one in every if one is not None]
    assert said == [one for one in left if one]
    of_file = next(package.root("word/styles.xml").iter(w("lang")))
    shaped = [one is not None for one in (of_file.get(w("bidi")), of_file.get(w("eastAsia")))]
    letters = "".join(words for words, _ in runs)
    assert of_file.get(w("val")) == {"en-US": "en-US", "fr-BE": "fr-FR"}[default]
    assert shaped == ["تقرر" in letters, "決定" in letters]


def test_the_country_of_a_keyboard_is_found() -> None:
    data = typed(("Decides", 'w:val="en-ZW"'))
    assert {one.what for one in found_in(data, Allowed())} == {"sessions"}
    assert found_in(scrubbed(data), Allowed()) == ()


_DATED = "<w:sdt><w:sdtPr><w:date><w:lid w:val='{}'/></w:date></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_CHART = f"<c:chartSpace {_C}><c:lang val='{{}}'/><c:chart><c:plotArea/></c:chart></c:chartSpace>"
_DRAWN = (
    f"<c:chartSpace {_C}><c:txPr><a:p xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
    "<a:endParaRPr lang='{}'/></a:p></c:txPr></c:chartSpace>"
)


@pytest.mark.parametrize(
    "holding",
    [
        lambda tag: docx(p(_DATED.format(tag, t("3 May")))),
        lambda tag: word(p(t("See "), chart("rId1")), rId1=_CHART.format(tag).encode()),
        lambda tag: word(p(t("See "), chart("rId1")), rId1=_DRAWN.format(tag).encode()),
    ],
    ids=["date", "chart", "letters of a chart"],
)
@pytest.mark.parametrize(
    ("tag", "left"),
    [("en-ZW", "en-GB"), ("fr-CH", "fr-FR"), ("ru-KZ", "ru-RU"), ("ar-EG", "ar-SA"), ("en-US", "en-US")],
)
def test_what_is_set_to_the_language_of_a_machine_does_not_say_its_country(
    holding: Callable[[str], bytes], tag: str, left: str
) -> None:
    data = holding(tag)
    assert ("sessions" in {one.what for one in found_in(data, Allowed())}) is (tag != left)
    cleaned = scrubbed(data)
    assert not found_in(cleaned, Allowed())
    assert left.encode() in _every_part(cleaned)
    assert tag == left or tag.encode() not in _every_part(cleaned)
    assert tag.encode() in _every_part(scrubbed(data, goes_back=True))


def _every_part(data: bytes) -> bytes:
    package = Package(data)
    return b"".join(map(package.data, package.names))


def test_lists_of_two_files_are_one_to_word_only_where_they_look_alike() -> None:
    """Word gives what is copied the list of the same id that the other file has, whatever that counts by."""

    def id_of(number: str, *before: str) -> str | None:
        every = "".join(
            f'<w:abstractNum w:abstractNumId="{at}"><w:nsid w:val="{_ID}"/><w:tmpl w:val="{_ID}"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{one}"/></w:lvl></w:abstractNum>'
            for at, one in enumerate((*before, number))
        )
        last = len(before)
        every += f'<w:num w:numId="1"><w:abstractNumId w:val="{last}"/></w:num>'
        package = Package(scrubbed(docx(_IN_LIST, numbering=every)))
        assert found_in(package.to_bytes(), Allowed()) == ()
        return list(package.root("word/numbering.xml").iter(w("nsid")))[-1].get(w("val"))

    assert id_of("decimal") == id_of("decimal")
    assert id_of("decimal") != id_of("bullet")
    assert id_of("decimal", "decimal") not in (id_of("decimal"), _ID)
