"""Whatever somebody called a thing leaves under a name that says nothing, wherever a file says it; others stay."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

import pytest
from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.names.calling import Calling, is_unknown_place, is_unknown_style, is_unknown_style_said
from models.word.leaving.names.known_names import is_known_style
from models.word.leaving.parts.words_of_format import is_theme
from models.word.leaving.scrub import scrub, scrubbed
from models.word.markup import element
from models.word.namespaces import DRAWING, RELATION, w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.sought import found_in

NAMES = [
    "Doe Text", "jdoe_1", "MStrong_1", "Strong memo", "NHeading", "Norma Heading", "FooterPage", "ngtext", "Li", "ng_1",
    "Papadopoulos", "Παπαδόπουλος", "כהן", "Alkhatib", "الخطيب 2", "Wang Xiaoming", "王小明正文", "김철수", "Иван",
    "O'Neil Text", "Núñez", "Nu\u0301n\u0303ez", "okonkwo@mofa.example.org", "UN_mfitz", "Book_Mark", "Mark Booker",
    "Title of Jane", "heading 1 Jane", "Normal 5551234", "List Bullet_Ng", "Ministry_of_Zubrowka", "Style Jane",
    "Place of Kenya", "PlaceJane1", "Arabic", "Kim Toc1",
]  # fmt: skip
DRAFT = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the matter,"))),))
_OF_PLACES = (" REF {} \\h ", " PAGEREF {} \\h ", " NOTEREF {} \\h ", ' HYPERLINK \\l "{}" ')
_NAMING = tuple(map(w, ("pStyle", "rStyle", "basedOn", "next", "link")))


def _built_in() -> Iterator[tuple[str, str]]:
    """Names of Word's own styles, and the ids it makes of them."""
    names = [
        "Normal", "heading 1", "heading 9", "index 1", "toc 9", "Normal Indent", "footnote text", "annotation text",
        "header", "footer", "index heading", "caption", "table of figures", "envelope address", "envelope return",
        "footnote reference", "annotation reference", "line number", "page number", "endnote reference",
        "endnote text", "table of authorities", "macro", "toa heading", "List", "List Bullet", "List Number 5",
        "Title", "Closing", "Signature", "Default Paragraph Font", "Body Text", "Body Text Indent", "List Continue 3",
        "Message Header", "Subtitle", "Salutation", "Date", "Body Text First Indent 2", "Note Heading", "Block Text",
        "Hyperlink", "FollowedHyperlink", "Strong", "Emphasis", "Document Map", "Plain Text", "E-mail Signature",
        "HTML Top of Form", "HTML Bottom of Form", "Normal (Web)", "HTML Acronym", "HTML Address", "HTML Cite",
        "HTML Code", "HTML Definition", "HTML Keyboard", "HTML Preformatted", "HTML Sample", "HTML Typewriter",
        "HTML Variable", "Normal Table", "annotation subject", "No List", "Outline List 1", "Table Simple 1",
        "Table Classic 4", "Table Colorful 3", "Table Columns 5", "Table Grid 8", "Table List 8", "Table 3D effects 3",
        "Table Contemporary", "Table Elegant", "Table Professional", "Table Subtle 2", "Table Web 3", "Balloon Text",
        "Table Grid", "Table Theme", "Placeholder Text", "No Spacing", "Light Shading", "Light List Accent 6",
        "Medium Shading 2 Accent 3", "Medium Grid 3", "Dark List", "Colorful Shading", "Colorful Grid Accent 1",
        "Revision", "List Paragraph", "Quote", "Intense Quote", "Subtle Emphasis", "Intense Emphasis",
        "Subtle Reference", "Intense Reference", "Book Title", "Bibliography", "TOC Heading", "Plain Table 5",
        "Grid Table Light", "Grid Table 7 Colorful Accent 6", "List Table 6 Colorful", "Mention", "Smart Hyperlink",
        "Hashtag", "Unresolved Mention", "Smart Link",
    ]  # fmt: skip
    return ((re.sub(r"\W", "", name.title()), name) for name in names)


@pytest.mark.parametrize(("identity", "name"), [*_built_in()])
def test_styles_of_word_keep_their_names(identity: str, name: str) -> None:
    assert [is_known_style(one) for one in (identity, name, f"{name} Char", f"{identity}Char1")] == [True] * 4


@pytest.mark.parametrize(
    "name",
    [
        "_ H_1", "_ H _Ch", "_ H __M", "_ H_2/3", "__Single Txt", "XLarge", "_ H_1_GA", "_ Single Txt_GA",
        "_Bullet 1_GA", "_ParaNo._GA", "_Roman 1_G", "HChGA", "H23GA", "SingleTxt", "Text body", "Frame Contents",
        "ListLabel 12", "WW8Num1z0", "Default", "apple-converted-space", "Table Paragraph", "Header Char1", "Style 12",
        "Style12", "WW8Num123z10", "List Table 7 Colorful Accent 61",
    ],
)  # fmt: skip
def test_styles_of_other_programs_and_of_the_united_nations_keep_theirs(name: str) -> None:
    assert is_known_style(name)
    assert not is_known_style(f"{name} +41 79 123 45 67")  # a telephone number has no letters


def test_what_counts_and_what_fields_and_themes_are_called_everywhere_stays() -> None:
    for name in ("Figure", "Tableau", "Рисунок", "表", "_Toc12", "_GoBack", "_ref5", "Place2", "_AdrefNote1"):
        assert not is_unknown_place(name, Calling())
    for name in ("Titre 1", "Überschrift 2", "标题 3", "Heading 1", "Légende", "Название объекта", "题注"):
        assert not is_unknown_style_said(name, Calling())
    assert is_unknown_style_said("Légende de Jane", Calling())
    assert is_unknown_style_said("Légende", Calling(frozenset(("Légende",))))
    for name in ("", "Office", "Office Theme", "Office 2013 - 2022 Theme", "Theme", "Theme1"):
        assert is_theme(name)
    assert is_unknown_place("Figure", Calling(frozenset(("Figure",))))
    assert not is_theme("Theme of Jane")


def _field(code: str) -> etree._Element:
    return element("fldSimple", element("r", element("t")), instr=code)


def called_package(said: str) -> Package:
    """A file that says what a thing is called wherever files do: styles, lists, heads, notes, bookmarks, fields."""
    package = Package(write_clean(DRAFT))
    identity = re.sub(r"[^\w]", "", unicodedata.normalize("NFC", said))
    styles, lists = package.edit("word/styles.xml"), package.edit("word/numbering.xml")
    own = {"customStyle": 1, "type": "paragraph"}
    for one, looks in (
        (
            identity,
            [element("aliases", val=f"{said},b"), element("basedOn", val="Normal")],
        ),
        ("Ours", [element("basedOn", val=identity), element("link", val=f"{identity}Char")]),
        (f"{identity}Char", [element("link", val="Ours")]),
    ):
        called = "Our words" if one == "Ours" else one.replace(identity, said).replace("Char", " Char")
        styles.append(element("style", element("name", val=called), *looks, styleId=one, **own))
    level = element("lvl", element("pStyle", val=identity), element("lvlText", val="%1."), ilvl=0)
    lists.insert(0, element("abstractNum", element("name", val=identity), level, abstractNumId=77))
    lists.append(element("num", element("abstractNumId", val=77), numId=77))
    paragraph = next(package.edit(package.main).iter(w("p")))
    looks = paragraph.find(w("pPr"))
    assert looks is not None
    looks.insert(0, element("pStyle", val="Ours"))
    for old in looks.findall(w("pStyle"))[1:]:
        looks.remove(old)
    for at, place in enumerate((identity, f"{identity}_{said.split()[0]}_1", f"_{identity}")):
        paragraph.extend((element("bookmarkStart", id=70 + at, name=place), element("bookmarkEnd", id=70 + at)))
        paragraph.extend(_field(form.format(place)) for form in _OF_PLACES)
        paragraph.append(element("hyperlink", element("r", element("t")), anchor=place))
    for code in (f'STYLEREF "{said}"', f'TOC \\t "{said},1"', f"SEQ {identity}", f"LISTNUM {identity} \\l 1"):
        paragraph.append(_field(code))
    split = [element("instrText") for _ in range(3)]
    for node, letters in zip(split, (" REF ", identity[:1], f"{identity[1:]} \\h "), strict=True):
        node.text = letters
    marks = [element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    paragraph.extend(element("r", one) for one in (marks[0], *split, *marks[1:]))
    paragraph.append(element("r", element("rPr", element("rStyle", val=f"{identity}Char")), element("t")))
    head = package.edit(next(link.target for link in package.relationships() if link.kind == "header"))
    first = next(head.iter(w("p")))
    first.extend((element("bookmarkStart", id=90, name=f"{identity}2"), element("bookmarkEnd", id=90)))
    first.extend((_field(f"REF {identity}2"), _field(f"REF {identity}3")))
    first.append(element("r", element("rPr", element("rStyle", val=f"{identity}Mark")), element("t")))
    return package


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        (" TOC \\bDoe_1 ", " TOC \\bPlace1 "), (" REF DOE_1 \\h ", " REF Place1 \\h "),
        (' HYPERLINK "https://www.un.org/Doe_1" \\l "Doe_1"', ' HYPERLINK "https://www.un.org/Doe_1" \\l "Doe_1"'),
        (' HYPERLINK \\l "Doe_1" \\h', ' HYPERLINK \\l "Place1" \\h'),
        (" SYMBOL 183 \\f \"Times New Roman\"", " SYMBOL 183 \\f \"Times New Roman\""), ("=MAX(ABOVE)", "=MAX(ABOVE)"),
        (' TOC \\o "1-3" \\h \\* Arabic \\* MERGEFORMAT', ' TOC \\o "1-3" \\h \\* Arabic \\* MERGEFORMAT'),
        ("=Doe_1*2 \\# 0.00", "=Place1*2 \\# 0.00"), (" REF h \\h ", " REF Place2 \\h "), (" PAGE ", " PAGE "),
        (' REF "Doe_1" \\d "h" ', ' REF "Place1" \\d "h" '), (" TOC \\b “Doe_1” ", " TOC \\b “Place1” "),
        (' STYLEREF “Doe Text” ', ' STYLEREF “Style 1” '), (" TOC \\t “Doe Text,1” ", " TOC \\t “Style 1,1” "),
    ],
)  # fmt: skip
def test_fields_follow_a_place_and_keep_what_else_they_say(said: str, leaves: str) -> None:
    package = Package(write_clean(DRAFT))
    first = next(package.edit(package.main).iter(w("p")))
    for at, name in enumerate(("Doe_1", "h", "page", "MERGEFORMAT"), 70):
        first.extend((element("bookmarkStart", id=at, name=name), element("bookmarkEnd", id=at)))
    first.append(_field(said))
    data = scrubbed(package.to_bytes())
    assert [node.get(w("instr")) for node in Package(data).root("word/document.xml").iter(w("fldSimple"))] == [leaves]
    assert found_in(data, Allowed()) == ()


def test_a_place_of_another_page_goes_only_where_it_holds_a_word_of_a_known_name() -> None:
    package = Package(write_clean(DRAFT))
    rels, first = "word/_rels/document.xml.rels", next(package.edit(package.main).iter(w("p")))
    link = (
        f'<Relationship Id="rId88" Type="{RELATION}/hyperlink" Target="https://www.un.org/" TargetMode="External"/></'
    )
    package.put(rels, package.data(rels).replace(b"</", link.encode()))
    for place in ("section-4", "doers", "MsJaneDoe", "contact_doe2"):
        first.append(_field(f'HYPERLINK "https://www.un.org/" \\l "{place}"'))
        first.append(element("hyperlink", element("r", element("t")), anchor=place))
        first[-1].set(f"{{{RELATION}}}id", "rId88")
    secret = frozenset(("Jane Doe",))
    data = scrubbed(package.to_bytes(), secret)
    said = letters_of(Package(data))
    assert [said.count(one) for one in ("section-4", "doers", "place1", "place2")] == [2, 2, 2, 2]
    assert [said.count(one) for one in ("janedoe", "doe2")] == [0, 0]
    assert found_in(data, Allowed(secret=secret)) == ()


@pytest.mark.parametrize(
    ("place", "names", "goes"),
    [
        ("contact_doe2", ("Jane Doe", "王小明"), True),  # though not all are in Latin letters
        ("Иванов-1", ("Jane Doe", "Иван Иванов"), True), ("Петров", ("Иван Иванов",), False),
        ("M%C3%BCller", ("Anna Müller",), True), ("Mueller2", ("Anna Müller",), True),
        ("page=4", ("Jimmy Page",), False), ("jimmy=4", ("Jimmy Page",), True), ("j.page", ("Jimmy Page",), True),
    ],
)  # fmt: skip
def test_a_word_of_a_name_in_any_letters_is_told_in_a_place_of_another_page(
    place: str, names: tuple[str, ...], goes: bool
) -> None:
    package = Package(write_clean(DRAFT))
    next(package.edit(package.main).iter(w("p"))).append(_field(f'HYPERLINK "https://www.un.org/" \\l "{place}"'))
    secret = frozenset(names)
    data = scrubbed(package.to_bytes(), secret)
    assert (f'\\l "{place}"' in "".join(one.get(w("instr")) or "" for one in _simple(data))) is not goes
    assert found_in(data, Allowed(secret=secret)) == ()


def _simple(data: bytes) -> list[etree._Element]:
    package = Package(data)
    return list(package.root(package.main).iter(w("fldSimple")))


def test_what_names_a_place_in_other_capitals_follows_it() -> None:
    package = Package(write_clean(DRAFT))
    first = next(package.edit(package.main).iter(w("p")))
    first.extend((element("bookmarkStart", id=70, name="LiMark"), element("bookmarkEnd", id=70)))
    first.append(_field("REF limark"))
    scrub(package, frozenset(("Li Wei",)), goes_back=True)
    assert [node.get(w("instr")) for node in package.root(package.main).iter(w("fldSimple"))] == ["REF Place1"]
    assert [one.get(w("name")) for one in package.root(package.main).iter(w("bookmarkStart"))] == ["Place1"]


def test_no_style_gets_the_name_of_one_that_is_named_and_not_there() -> None:
    package = called_package("Doe Text")
    last = list(package.edit(package.main).iter(w("p")))[-1]
    last.insert(0, element("pPr", element("pStyle", val="Style1")))
    styles = Package(scrubbed(package.to_bytes())).root("word/styles.xml").iter(w("style"))
    assert "Style1" not in {one.get(w("styleId")) for one in styles}


def test_a_shape_that_leads_to_a_place_follows_it() -> None:
    package = Package(docx_of_shape("rId88"))
    rels = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId88" Type="{RELATION}/hyperlink" Target="#Doe_1"/></'
    package.put(rels, package.data(rels).replace(b"</", link.encode()))
    assert "a name of its own: Doe_1" in {one.detail for one in found_in(package.to_bytes(), Allowed())}
    written = Package(scrubbed(package.to_bytes()))
    assert found_in(written.to_bytes(), Allowed()) == ()
    assert [one.target for one in written.relationships() if one.kind == "hyperlink"] == ["word/#Place1"]
    assert [one.get(w("name")) for one in written.root(written.main).iter(w("bookmarkStart"))] == ["Place1"]


def docx_of_shape(link: str) -> bytes:
    """The draft with a bookmark and a picture that is a link."""
    package = Package(write_clean(DRAFT))
    first = next(package.edit(package.main).iter(w("p")))
    first.extend((element("bookmarkStart", id=70, name="Doe_1"), element("bookmarkEnd", id=70)))
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    named = f'<wp:docPr xmlns:wp="{space}" id="1" name="Picture 1">'
    clicked = f'<a:hlinkClick xmlns:a="{DRAWING}" xmlns:r="{RELATION}" r:id="{link}"/>'
    shape = etree.fromstring(f"{named}{clicked}</wp:docPr>")
    first.append(element("r", element("drawing", etree.Element(f"{{{space}}}inline"))))
    first[-1][0][0].append(shape)
    return package.to_bytes()


def plain(said: str) -> str:
    """Small letters without accents."""
    parted = unicodedata.normalize("NFKD", said).casefold()
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def letters_of(package: Package) -> str:
    """All that the parts of a file say."""
    every = "\n".join(f"{name}\n{package.data(name).decode('utf-8', 'replace')}" for name in package.names)
    return plain(html.unescape(every))


USUAL = letters_of(Package(scrubbed(called_package("Quxly Vomz").to_bytes())))


@pytest.mark.parametrize("said", NAMES)
def test_nothing_leaves_that_somebody_called_a_thing(said: str) -> None:
    package = called_package(said)
    before = letters_of(package)
    assert [one for one in found_in(package.to_bytes(), Allowed()) if one.what == "names"]
    scrub(package)
    written = Package(package.to_bytes())
    assert found_in(package.to_bytes(), Allowed()) == ()
    telling = re.sub(r"[\W\d_]", "", plain(said))
    assert telling in re.sub(r"[\W\d_]", "", before)
    assert letters_of(written) == USUAL
    assert told_beside(written) == ()
    assert read_word(package.to_bytes()).draft.paragraphs[0].text == DRAFT.paragraphs[0].text
    holds_together(written)


def holds_together(package: Package) -> None:
    """Whatever named a style, a place or a list names it still."""
    body, styles, lists = (package.root(f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    ids = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    assert len(ids) == len(list(styles.iter(w("style"))))
    for root in (body, styles, lists):
        assert ids.keys() >= {node.get(w("val")) for node in root.iter(*_NAMING)}
    ours = list(ids)[-2] or ""
    ((based,),) = ([one.get(w("val")) for one in ids[ours].iterchildren(w("basedOn"))],)
    assert based in [node.get(w("val")) for node in lists.iter(w("pStyle"))]
    assert {node.get(w("val")) for node in body.iter(w("pStyle"))} >= {ours}
    places = [node.get(w("name")) for node in body.iter(w("bookmarkStart"))]
    assert len(set(places)) == len(places)
    assert [node.get(w("anchor")) for node in body.iter(w("hyperlink"))] == places
    assert "".join(node.text or "" for node in body.iter(w("instrText"))) == f" REF {places[0]} \\h "
    codes = [str(node.get(w("instr"))) for node in body.iter(w("fldSimple"))]
    codes_of_places = [form.format(place) for place in places for form in _OF_PLACES]
    (name,) = (node.get(w("val")) for node in ids[based].iterchildren(w("name")))
    (listed,) = (node.get(w("val")) for node in lists.iter(w("name")))
    others = [f'STYLEREF "{name}"', f'TOC \\t "{name},1"', f"SEQ {places[0]}", f"LISTNUM {listed} \\l 1"]
    assert codes == [*codes_of_places, *others]


@pytest.mark.parametrize(
    ("names", "goes", "stays"),
    [
        ("Jane Doe", "Doe Text, jdoe_1, JDoe2, DraftJaneDoe, Döe, doetext", "Article5L3, Texteinzug, Book_Mark"),
        ("Núñez García", "Nunez, Text of García, NUÑEZ2", "List of notes"),
        ("JaneDoe", "doe_2, TextOfJane", "Article5L3"),
        ("jsmith", "Smith Text, SMITH_1", "Article5L3"),
        ("Mark Strong", "MStrong_1, Book_Mark", "Article5L3"),
        ("Li Ng", "ng_1, LiText, NG", "Angle, Lining, Article5L3"),
        ("Jürgen Müller", "Mueller Text, muller_1, Juergen", "Article5L3, Merged, Textfeld"),
        ("Mueller", "Müller Text", "Mull text"),
        ("Håkan Işık", "HaakanText, Isik_1", "Article5L3"),
        ("Nguyễn Văn Đức", "Duc_text, Nguyen1", "Article5L3, Text"),
        ("Michał Cœur", "Coeur_1, MichalText", "Article5L3"),
        ("Đorđević", "Djordjevic_1, Dordevic Text", "Article5L3"),
        ("Vüqar Əliyev", "Aliyev_1, Vuqar Eliyev", "Article5L3"),
        ("Musa Ɓauchi", "BauchiText", "Article5L3"),
        ("Иван Петров", "Petrov, Article5L3", "Heading 1"),
        ("Permanent Mission of Norway", "Norway text", "Mission text, Article5L3"),
        ("", "", "Doe Text, Article5L3"),
    ],
)
def test_in_somebodys_name_goes_what_holds_part_of_a_known_name(names: str, goes: str, stays: str) -> None:
    calling = Calling(frozenset(filter(None, (names,))), goes_back=True)
    assert [one for one in goes.split(", ") if one and not is_unknown_style(one, calling)] == []
    assert [one for one in stays.split(", ") if is_unknown_style(one, calling)] == []


def test_what_nobody_known_is_called_stays_in_a_file_in_somebodys_name() -> None:
    package = called_package("Article Text")
    before = [etree.tostring(package.root(name)) for name in ("word/document.xml", "word/styles.xml")]
    scrub(package, frozenset(("Jane Doe",)), goes_back=True)
    after = [etree.tostring(package.root(name)) for name in ("word/document.xml", "word/styles.xml")]
    assert [b"ArticleText" in one for one in before] == [True, True]
    assert [one.count(b"ArticleText") for one in before] == [one.count(b"ArticleText") for one in after]
    secret = frozenset(("Jane Doe",))
    assert found_in(package.to_bytes(), Allowed(secret=secret, goes_back=True)) == ()
    assert {one.what for one in found_in(package.to_bytes(), Allowed(secret=secret))} == {"names"}


def test_what_somebody_known_is_called_after_goes_there_too() -> None:
    package = called_package("Doe Text")
    scrub(package, frozenset(("Jane Doe",)), goes_back=True)
    said = letters_of(Package(package.to_bytes()))
    assert [one in said for one in ("doe", "our words")] == [False, True]
    assert found_in(package.to_bytes(), Allowed(secret=frozenset(("Jane Doe",)), goes_back=True)) == ()
    holds_together(package)
