"""Names that stand in the markup of a Word file alone: what links, fields, controls, levels and settings go by."""

from __future__ import annotations

import pytest

from models.word.leaving.fields import names_said
from models.word.leaving.found import Allowed
from models.word.leaving.scrub import scrubbed
from models.word.leaving.told import OWN_FONTS, OWN_NAMES, told_beside
from models.word.namespaces import RELATION, w
from models.word.package import Package
from tests.models.word.sought import found_in
from tests.models.word.word_xml import docx, p, t

GIVEN = "AnnaBerg"
SECRET = frozenset(("Anna Berg", GIVEN))


def field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def control(properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{p('One.')}</w:sdtContent></w:sdt>"


TOLD = [
    p(field(f"REF {GIVEN}_1 \\h")),
    p(field(f"PAGEREF {GIVEN} \\h")),
    p(field(f"SEQ {GIVEN} \\* ARABIC")),
    p(field(f"LISTNUM {GIVEN} \\l 1")),
    p(field(f"STYLEREF &quot;{GIVEN}&quot;")),
    p(field(f"TOC \\t &quot;{GIVEN},1&quot; \\o &quot;1-3&quot;")),
    p(field(f"= {GIVEN} * 2")),
    p(field(f"HYPERLINK \\l &quot;{GIVEN}&quot;")),
    p(f'<w:hyperlink w:anchor="{GIVEN}"><w:r><w:t>One.</w:t></w:r></w:hyperlink>'),
    p(t("One.", f'<w:rStyle w:val="{GIVEN}"/>')),
    p("One.", properties=f'<w:pStyle w:val="{GIVEN}"/>'),
    p(t("One.", f'<w:rFonts w:ascii="{GIVEN}"/>')),
    p(f'<w:r><w:sym w:font="{GIVEN}" w:char="F041"/></w:r>'),
    p(f"<w:r><w:pict><v:shape><v:textpath style=\"font-family:'{GIVEN}';font-size:1pt\"/></v:shape></w:pict></w:r>"),
    p(f'<w:r><w:drawing><wps:wsp><a:latin typeface="{GIVEN}"/></wps:wsp></w:drawing></w:r>'),
]
GONE = [
    p(t("One.", f'<w:lang w:val="{GIVEN}"/>')),
    p(f'<w:hyperlink w:anchor="_Toc1" w:docLocation="{GIVEN}"><w:r><w:t>One.</w:t></w:r></w:hyperlink>'),
    control(f'<w:docPartObj><w:docPartGallery w:val="{GIVEN}"/></w:docPartObj>'),
    control(f'<w:date><w:dateFormat w:val="dd {GIVEN}"/></w:date>'),
    control(
        '<w15:repeatingSection xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        f'<w15:sectionTitle w15:val="{GIVEN}"/></w15:repeatingSection>'
    ),
]
SETTINGS = (
    f'<w:activeWritingStyle w:lang="en-GB" w:appName="{GIVEN}"/><w:clickAndTypeStyle w:val="{GIVEN}"/>'
    f'<w:smartTagType w:namespaceuri="urn:x" w:name="{GIVEN}"/>'
)


@pytest.mark.parametrize("body", [*TOLD, *GONE])
def test_what_names_a_maker_in_the_markup_stops_no_file_and_does_not_leave(body: str) -> None:
    data = scrubbed(docx(body, settings=SETTINGS), SECRET)
    assert not found_in(data, Allowed(secret=SECRET))
    written = Package(data)
    assert not [name for name in written.names if GIVEN.encode() in written.data(name)]


@pytest.mark.parametrize("body", TOLD)
def test_any_other_name_in_the_markup_is_told(body: str) -> None:
    lines = told_beside(Package(scrubbed(docx(body, settings=SETTINGS))))
    assert len(lines) == 1
    assert lines[0].startswith((OWN_NAMES, OWN_FONTS))
    assert GIVEN in lines[0]


@pytest.mark.parametrize("body", GONE)
def test_what_has_no_use_goes(body: str) -> None:
    written = Package(scrubbed(docx(body, settings=SETTINGS)))
    assert not [name for name in written.names if GIVEN.encode() in written.data(name)]
    assert told_beside(written) == ()


def test_what_word_itself_says_in_its_markup_stays_and_is_not_told() -> None:
    stays = (
        control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>')
        + control("<w:date><w:dateFormat w:val=\"d 'de' MMMM 'de' yyyy\"/></w:date>")
        + p(t("One.", '<w:lang w:val="en-GB" w:eastAsia="x-none" w:bidi="ar-SA"/>'))
        + p(t("One.", '<w:rFonts w:ascii="Times New Roman" w:cs="Arial Narrow"/>'))
        + p(field("SEQ Table \\* ARABIC"), field("TOC \\o &quot;1-3&quot; \\h \\z \\u"), field("PAGE \\* roman"))
        + p(field("REF _Ref12345 \\r \\h \\* MERGEFORMAT"), field("STYLEREF &quot;Heading 1&quot;"))
        + p(field("LISTNUM LegalDefault \\l 2"), field("=SUM(ABOVE)"), field("PAGEREF _Toc1 \\h"))
    )
    before = docx(stays)
    written = Package(scrubbed(before))
    assert told_beside(written) == ()
    for tag in ("docPartGallery", "dateFormat", "lang"):
        every = [
            list(one.iter(w(tag))) for one in (Package(before).root("word/document.xml"), written.root(written.main))
        ]
        assert [dict(one.attrib) for one in every[0]] == [dict(one.attrib) for one in every[1]]
        assert every[0]


@pytest.mark.parametrize(
    ("instruction", "names"),
    [
        (
            ' TOC \\t "Our style,1,Their style,2" \\c "Plates" \\b place ',
            ["Our style", "Their style", "Plates", "place"],
        ),
        ('HYPERLINK "https://example.org/Anna" \\l "there"', ["there"]),
        ("= Costs + 2 * Fees / SUM(LEFT)", ["Costs", "Fees"]),
        ("EQ \\f(Anna,Berg)", []),
        ('SAVEDATE \\@ "d MMMM yyyy"', []),
    ],
)
def test_what_a_field_refers_to_by_a_name(instruction: str, names: list[str]) -> None:
    assert list(names_said(instruction)) == names


def test_ids_of_relationships_count_alone() -> None:
    body = p('<w:hyperlink r:id="rIdOfAnna"><w:r><w:t>One.</w:t></w:r></w:hyperlink>')
    package = Package(docx(body, settings=""))
    relations = package.edit("word/_rels/document.xml.rels")
    relations[0].set("Id", "AnnasSettings")
    entry = relations.makeelement(
        relations[0].tag,
        Id="rIdOfAnna",
        Type=f"{RELATION}/hyperlink",
        Target="https://example.org/",
        TargetMode="External",
    )
    relations.append(entry)
    written = Package(scrubbed(package.to_bytes()))
    assert b"Anna" not in written.data("word/_rels/document.xml.rels")
    assert written.related("settings") == "word/settings.xml"
    link = next(written.root(written.main).iter(w("hyperlink")))
    assert [one.target for one in written.relationships() if one.id == link.get(f"{{{RELATION}}}id")] == [
        "https://example.org/"
    ]


@pytest.mark.parametrize(
    ("level", "bound", "told"), [(0, "", True), (1, "", False), (0, '<w:pStyle w:val="Item"/>', False)]
)
def test_words_of_levels_at_which_nothing_stands_are_told(level: int, bound: str, told: bool) -> None:
    levels = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    levels += f'<w:lvl w:ilvl="1">{bound}<w:lvlText w:val="Fallback of Anna %2"/></w:lvl>'
    data = docx(
        p("One.", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'),
        numbering=f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    )
    said = ("Words of levels of lists at which nothing stands: “Fallback of Anna %2”",) if told else ()
    assert told_beside(Package(scrubbed(data))) == said
    assert not told or b"Anna" not in Package(scrubbed(data, frozenset(("Anna",)))).data("word/numbering.xml")
