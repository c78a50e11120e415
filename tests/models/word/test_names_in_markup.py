"""Names that stand in the markup of a Word file alone: what links, fields, controls, levels and settings go by."""

from __future__ import annotations

import pytest

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import OWN_FONTS, told_beside
from models.word.leaving.names.said_in_codes import said_in
from models.word.leaving.parts.makers import in_markup, secrets
from models.word.leaving.scrub import scrubbed
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


CALLED = [
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
    p(field(f"PAGE {GIVEN}")),
    p(field(f"REF _Ref1 \\* {GIVEN}")),
    p(field(f"HYPERLINK &quot;https://www.un.org&quot; \\t &quot;{GIVEN}&quot;")),
    p(field(f"TOC \\b{GIVEN} \\c {GIVEN} \\s &quot;{GIVEN}&quot;")),
]
TOLD = [
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


@pytest.mark.parametrize("body", [*CALLED, *TOLD, *GONE])
def test_what_names_a_maker_in_the_markup_stops_no_file_and_does_not_leave(body: str) -> None:
    data = scrubbed(docx(body, settings=SETTINGS), SECRET)
    assert not found_in(data, Allowed(secret=SECRET))
    written = Package(data)
    assert not [name for name in written.names if GIVEN.encode() in written.data(name)]


@pytest.mark.parametrize("body", TOLD)
def test_any_other_name_in_the_markup_is_told(body: str) -> None:
    lines = told_beside(Package(scrubbed(docx(body, settings=SETTINGS))))
    assert len(lines) == 1
    assert lines[0].startswith(OWN_FONTS)
    assert GIVEN in lines[0]


@pytest.mark.parametrize("body", [*CALLED, *GONE])
def test_what_somebody_called_a_thing_goes_and_what_has_no_use(body: str) -> None:
    written = Package(scrubbed(docx(body, settings=SETTINGS)))
    assert not [name for name in written.names if GIVEN.encode() in written.data(name)]
    assert told_beside(written) == ()


def test_what_word_itself_says_in_its_markup_stays_and_is_not_told() -> None:
    stays = (
        control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>')
        + control("<w:date><w:dateFormat w:val=\"d 'de' MMMM 'de' yyyy\"/></w:date>")
        + p(t("One.", '<w:rtl/><w:lang w:val="x-none" w:bidi="ar-SA"/>'))
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
            ' TOC \\t "Our style,1,Their style;2" \\c "Plates" \\bplace \\d "to" ',
            ["style Our style", "style Their style", "place Plates", "place place", " to"],
        ),
        (' TOC \\o "1-3" \\h \\z \\u \\tOurs', ["style Ours"]),
        ('HYPERLINK "https://example.org/Anna" \\l "there" \\t "desk"', ["page there", "frame desk"]),
        ('HYPERLINK "https://example.org/Anna" HYPERLINK \\l "there"', ["place there"]),
        ('HYPERLINK "#there"', ["place there"]),
        ("ref h \\h \\* MERGEFORMAT", ["place h"]),
        ('STYLEREF "Our style" \\l \\* Upper', ["style Our style"]),
        ("PAGEREF there \\h PAGEREF here \\h", ["place there", "place here"]),
        ("PAGE \\* roman PAGE", []),
        ("REF ref \\h", ["place ref"]),
        ("SEQ Plates \\* ARABIC \\r 3 there", ["place Plates", "place there"]),
        ('= Costs + 2 * Fees / SUM(LEFT, B3) \\# "0.00 USD"', ["place Costs", "place Fees", ' \\# "0.00 USD"']),
        ('SYMBOL 183 \\f "Our signs" \\s 12', [" 183", "font Our signs", " 12"]),
        ("PAGE \\* roman", []),
        ("EQ \\f(Anna,Berg)", []),
        ('SAVEDATE \\@ "d MMMM yyyy"', []),
    ],
)
def test_what_a_field_refers_to_by_a_name(instruction: str, names: list[str]) -> None:
    found = [f"{one.names} {instruction[one.start : one.end]}" for one in said_in(instruction)]
    assert [one for one in found if not one[1:].isdecimal() or one in names] == names


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


@pytest.mark.parametrize(
    ("name", "is_sought"),
    [
        ("Kim", True), ("KIM", True), ("Li", True), ("EU", True), ("G77", True), ("Li Po", True), ("J. D", True),
        ("王小明", True), ("王明", True), ("علي", True), ("Ян", True), ("김철", True),
        ("王", False), ("A", False), ("R2", False), ("dxa", False), ("kim", False), ("", False), ("UN", False),
    ],
)  # fmt: skip
def test_short_names_are_looked_for_where_they_are_told_from_other_letters(name: str, is_sought: bool) -> None:
    assert secrets([name]) == (frozenset((name,)) if is_sought else frozenset())


@pytest.mark.parametrize(
    ("name", "said", "is_name"),
    [
        ("Kim", "Kim", True), ("Kim", "draft by KIM 2", True), ("Kim", "Kim1", True), ("Kim", "Kimono", False),
        ("Kim", "kim", False), ("Kim", "https://www.un.org/Kim", True), ("Kim", "TimKim", False),
        ("Li Po", "https://www.un.org/LiPo", True), ("Li Po", "LI_PO", True), ("Li Po", "lipo", False),
        ("Li Po", "Lipo", False), ("王小明", "王小明", True), ("王小明", "草案王小明样式", True),
        ("王明", "王小明", False),
        ("김철", "김철의", True), ("علي", "علي", True), ("علي", "عليا", False),
        ("US", "US", True), ("US", "en-US", False), ("US", "zh-Hans-US", False), ("US", "for US", True),
        ("DE", "{2DD6E1A0-11DE-45DE-8123-000000000000}", False), ("AB", "00AB1234", False), ("EU", "EU list", True),
    ],
)  # fmt: skip
def test_short_names_are_words_of_their_own_but_in_scripts_without_spaces(name: str, said: str, is_name: bool) -> None:
    pattern = in_markup(secrets([name]))
    assert pattern is not None
    assert (pattern.search(said) is not None) == is_name


@pytest.mark.parametrize(
    ("name", "shown", "markup"),
    [("Kim", True, True), ("王小明", True, True), ("Li Po", True, True), ("EU", False, True), ("USA", False, True)],
)
def test_a_short_name_stops_a_file_where_no_text_is(name: str, shown: bool, markup: bool) -> None:
    """The code of a delegation is words of a chart; a name is not where no page shows it, nor stops what one shows."""
    space = "http://schemas.openxmlformats.org/drawingml/2006"

    def found(body: str, words: str = "", axis: str = "") -> bool:
        package = Package(docx(body + p(f"By {name}.")))
        title = f"<c:title><a:t>{words}</a:t></c:title>"
        chart = f'<c:c xmlns:c="{space}/chart" xmlns:a="{space}/main"><c:valAx>{axis}{title}</c:valAx></c:c>'
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        package.add_part("word/charts/chart1.xml", chart.encode(), kind, f"{RELATION}/chart")
        every = found_in(package.to_bytes(), Allowed(secret=secrets([name])))
        return any(one.what == "names" and name in one.detail for one in every)

    assert not found(p("One."))
    assert not found(p("One."), words=name)
    assert found(p("One."), words=name, axis="<c:delete/>") == shown
    assert found(p(field(f"HYPERLINK &quot;https://www.un.org/{name}&quot;"))) == markup
    assert found(p(f'<w:r><w:drawing><wps:wsp who="{name}"/></w:drawing></w:r>')) == markup


@pytest.mark.parametrize(
    ("bookmark", "is_own"),
    [
        ("_Ref123456", False), ("_Toc123", False), ("_GoBack", False), ("_Hlk9_1", False), ("_Ref_12", False),
        ("__RefHeading___Toc12_34", False), ("__DdeLink__1_2", False), ("_MON_1234", False), ("_DV_M12", False),
        ("_heading=h.gjdgxs", True), ("_ENREF_1", False), ("_cp_change_1", False), ("_bookmark0", False),
        ("_Berg1", True), ("_RefBerg1", True), ("_Toc123Berg", True), ("_Ref_Berg2", True), ("_Berg", True),
    ],
)  # fmt: skip
def test_a_bookmark_has_no_own_name_where_a_program_gave_it(bookmark: str, is_own: bool) -> None:
    marked = f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/>{t("One.")}<w:bookmarkEnd w:id="1"/>'
    written = Package(scrubbed(docx(p(marked) + p(field(f"REF {bookmark} \\h")))))
    left = "_Place1" if is_own else bookmark
    body = written.root(written.main)
    assert [one.get(w("name")) for one in body.iter(w("bookmarkStart"))] == [left]
    assert [one.get(w("instr")) for one in body.iter(w("fldSimple"))] == [f" REF {left} \\h "]


def test_a_note_that_nothing_cites_goes_wherever_it_stands() -> None:
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>Anna Berg</w:t></w:r></w:p></w:footnote>'
    data = docx(p("One."), footnotes=f"<w:sdt>{note.format(7)}</w:sdt>{note.format(8)}")
    assert "Anna" not in Package(scrubbed(data)).data("word/footnotes.xml").decode()
