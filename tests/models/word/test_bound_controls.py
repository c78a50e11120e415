"""A control that is bound to data of the file: what Word will show in it is told where it is not what was read."""

from __future__ import annotations

import pytest

from models.word.package import Package
from models.word.read import read_word
from tests.models.word.word_xml import docx, p, t

_ITEM = "{11111111-2222-3333-4444-55555555AAAA}"
_BOX = "<w:txbxContent>{}</w:txbxContent>"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Of the file</dc:title></cp:coreProperties>'
)


def told(shown: str, path: str, data: str, item: str = _ITEM, kind: str = "<w:text/>") -> list[str]:
    """What is told of a file with a control that shows some words, bound to a place in some data."""
    prefixes = "xmlns:a='urn:a' xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    prefixes += "xmlns:d='http://purl.org/dc/elements/1.1/'"
    binding = f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{item.lower()}"/>'
    control = f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{t(shown)}</w:sdtContent></w:sdt>"
    package = Package(docx(p("Title: ", control, ".")))
    package.add_part("customXml/item1.xml", data.encode(), "application/xml", f"{_RELATIONS}/customXml")
    about = f'<d:datastoreItem xmlns:d="{_RELATIONS[:-13]}customXml" d:itemID="{_ITEM}"/>'
    package.add_part("customXml/itemProps1.xml", about.encode(), _PROPERTIES, f"{_RELATIONS}/customXmlProps", "customXml/item1.xml")  # fmt: skip  # noqa: E501
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    kinds = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    package.add_part("docProps/core.xml", _CORE.encode(), core, f"{kinds}/core-properties", "")
    reading = read_word(package.to_bytes())
    assert reading.draft.paragraphs[0].text == f"Title: {shown}."
    return [warning.message for warning in reading.warnings if warning.code == "shown-otherwise"]


DATA = '<a:r xmlns:a="urn:a" who="Ann"><a:t>First</a:t><a:t>The real\n title</a:t><a:e/></a:r>'


@pytest.mark.parametrize(
    ("shown", "path", "word"),
    [
        ("[Title]", "/a:r[1]/a:t[2]", "The real title"),
        ("[Title]", "/a:r/a:t", "First"),
        ("[Title]", "/a:r/@who", "Ann"),
        ("[Title]", "/a:r/a:t/text()", "First"),
        ("", "/a:r[1]/a:t[1]", "First"),
        ("The realtitle", "/a:r[1]/a:t[2]", None),
        ("[Title]", "/a:r[1]/a:e[1]", None),
        ("[Title]", "/a:r[1]/a:t[3]", None),
        ("[Title]", "/a:r", None),
        ("[Title]", "//a:t[contains(.,'x')]", None),
        ("[Title]", "", None),
    ],
)
def test_what_word_shows_out_of_data_is_told(shown: str, path: str, word: str | None) -> None:
    found = told(shown, path, DATA)
    assert len(found) == (word is not None)
    assert all(f"“{word}”" in one for one in found)


@pytest.mark.parametrize(
    ("kind", "data", "word"),
    [
        ('<w:date w:fullDate="2022-04-26T00:00:00Z"/>', "2012-04-26T00:00:00", "2012-04-26"),
        ('<w:date w:fullDate="2012-04-26T00:00:00Z"/>', "2012-04-26T00:00:00", None),
        ('<w:date w:fullDate="2012-04-26T00:00:00Z"/>', "2012-04-26", None),
        ('<w:date w:fullDate="2012-04-26T00:00:00Z"/>', "", None),
        ('<w:date w:fullDate="2012-04-26T00:00:00Z"/>', "26 April", None),
        ("<w:date/><w:showingPlcHdr/>", "2012-04-26T00:00:00", "2012-04-26"),
        ("<w:date/>", "2012-04-26T00:00:00", None),  # its letters may be that day
    ],
)
def test_the_day_of_a_date_out_of_data_is_told(kind: str, data: str, word: str | None) -> None:
    found = told("4/26/2022", "/a:r[1]/a:d[1]", f'<a:r xmlns:a="urn:a"><a:d>{data}</a:d></a:r>', kind=kind)
    assert len(found) == (word is not None)
    assert all(f"“4/26/2022” was read where Word shows “{word}”" in one for one in found)


def test_the_title_of_the_file_is_data_too_and_other_controls_are_not() -> None:
    core = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
    assert "“Of the file”" in told("[Title]", "/c:coreProperties[1]/d:title[1]", DATA, core)[0]
    assert told("[Title]", "/a:r[1]/a:t[1]", DATA, kind="<w:date/>") == []
    assert told("[Title]", "/a:r[1]/a:t[1]", "<a:r", _ITEM) == []


@pytest.mark.parametrize("newer", [None, "<w:drawing/>", _BOX.format(p("")), _BOX.format(p("Draft of") + p("May"))])
@pytest.mark.parametrize(("words", "said"), [(' string="Draft  of\nMay"', "“Draft of May”"), ("", None)])
def test_words_drawn_as_a_shape_are_told_where_they_are_not_read(
    words: str, said: str | None, newer: str | None
) -> None:
    shape = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath on="t"{words}/></v:shape></w:pict>'
    read = newer is not None and "May" in newer
    if newer is not None:  # newer programs may have them in a text box
        branches = f'<mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>'
        shape = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    reading = read_word(docx(p(t("1. Asks;"), f"<w:r>{shape}</w:r>")))
    assert ("May" in {one.text for one in reading.draft.paragraphs}) is read
    told = [one.message for one in reading.warnings if one.code == "words-drawn"]
    wanted = f"Words drawn as WordArt are not part of the text; type them there: {said}."
    assert told == ([wanted] if said and not read else [])


@pytest.mark.parametrize(
    ("sign", "told"), [("<w:showingPlcHdr/>", True), ('<w:showingPlcHdr w:val="0"/>', False), ("", False)]
)
def test_what_an_empty_control_says_is_told(sign: str, *, told: bool) -> None:
    control = f"<w:sdt><w:sdtPr>{sign}</w:sdtPr><w:sdtContent>{t('Click here.')}</w:sdtContent></w:sdt>"
    reading = read_word(docx(p(t("1. Asks "), control, t(" to report;"))))
    assert reading.draft.paragraphs[0].text == "Asks Click here. to report;"
    said = "What a field of the form says until somebody fills it in was read as words: “Click here.”."
    assert [one.message for one in reading.warnings] == ([said] if told else [])
