"""Nothing in a file that leaves says which other files it is a copy of, or on what keyboard its words were typed."""

from __future__ import annotations

import pytest
from lxml import etree

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.scrub import scrubbed
from models.word.package import Package
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


def test_a_drawing_of_a_number_that_no_file_counts_up_to_is_counted() -> None:
    drawn = [
        picture("rId1", number).replace('<pic:cNvPr id="1804289383"', '<pic:cNvPr id="0"') for number in (1804289383, 1)
    ]
    package = Package(scrubbed(word(p(t("See "), *drawn), rId1=png(10))))
    assert [one.get("id") for one in package.root(package.main).iter("{*}docPr")] == ["2", "1"]
