"""Whatever is called after somebody leaves under another name, wherever a file says it, and no other thing does."""

from __future__ import annotations

import html
import re
import time
import unicodedata
from collections.abc import Iterator

import pytest
from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.names.named_styles import rename_styles
from models.word.leaving.parts.called_after import CalledAfter
from models.word.leaving.parts.makers import secrets
from models.word.leaving.scrub import scrub, scrubbed
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.styles import OTHER_NAMES, STYLES
from tests.models.word.sought import found_in

NAMES = {
    "John Doe": ["Doe Text", "DoeText", "doe_1", "jdoe", "JDoeBody", "JohnDoe", "doejohn", "doetext", "DOE"],
    "Doe, John": ["JohnDoe Text", "Doe", "John", "doej", "jdoebody"],
    "Anna Li": ["Anna Text", "AnnaBody", "annabody", "Li Text", "LiText", "AnnaLi", "LiAnna", "annali"],
    "Paul": ["Paul", "PaulText", "paultext", "Pauls Text", "paulplan"],
    "Ali": ["Ali Text", "AliBody", "ali", "alibody", "Ali2"],
    "Kim Min-jun": ["Kim", "KimText", "MinJun", "minjun", "kim_min_jun", "minjunkim"],
    "Bruce Lee": ["LeeBody", "leebody", "lee", "BLee", "bleetext", "BruceLee2", "leeplan", "oldleenotes"],
    "Иван Петров": ["Иван", "ИванТекст", "Петров2", "ПетровТекст", "ПЕТРОВ", "иван", "ПетровИван", "Ivan Text"],
    "Юрий Щербак": ["Yuriy", "ShcherbakText"],
    "Rees-Mogg, Ann": ["Rees Mogg", "ReesMogg", "reesmogg", "Mogg", "AnnText", "annreesmogg", "ReesText"],
    "Mary O’Neil": ["ONeil", "oneil", "O'Neil Text", "NeilText", "MaryONeil", "maryoneil"],
    "Ronald McDonald": ["Mcdonald", "McDonaldText", "mcdonald", "RMcDonald"],
    "محمد الخطيب": ["الخطيب", "خطيب", "الخطيب Text", "محمد", "محمدالخطيب", "الخطيب2"],
    "أحمد": ["احمد", "أحمد_1"],
    "سعيد": ["السعيد", "السعيد Text", "سعيد_1"],
    "r.okonkwo@mofa.example.org": ["okonkwo", "Okonkwo", "rokonkwo", "ROkonkwoBody", "MofaText"],
    "UN\\mfitz": ["mfitz", "MFitzText", "FitzText", "fitz"],
    "JSMITH": ["Smith Text", "SmithText", "smith_2", "JSmith", "jsmith2"],
    "jdoe": ["JDoe", "DoeText", "jdoe2"],
    "José Núñez": ["Nunez", "NUNEZ", "nunezbody", "JoseText", "Nu\u0301n\u0303ez", "JoseNunez", "NúñezText"],
    "Jürgen Müller": ["Muller", "Mueller", "MuellerText", "mullerbody", "JurgenMuller", "Juergen"],
    "Søren Łukasz": ["Soren", "Soeren", "Lukasz", "ŁukaszText"],
    "Zoë Çelik": ["ZoeText", "Celik", "ÇELIK", "zoecelik"],
    "王小明": ["王小明", "小明", "王小明正文"],
    "山田太郎": ["山田", "太郎Text", "山田太郎2"],
    "김철수": ["김철수", "철수Text"],
    "Acme Ltd": ["Acme", "AcmeHead", "acmetext", "ACME_1"],
    "Ministry of Foreign Affairs of Freedonia": ["Freedonia", "FreedoniaText", "freedoniabody"],
    "Permanent Mission of Kenya to the United Nations": ["Kenya", "KenyaText", "kenyabody"],
    "Republic of Zubrowka": ["Zubrowka", "zubrowkatext"],
    "Quux & Sons": ["QuuxSons", "QuuxText"],
    "Mark Strong": ["MarkText", "markbody", "Strong memo", "MarkStrong", "mstrong"],
    "Ludwig van Beethoven": ["vanBeethoven", "Beethoven", "LudwigText", "lvbeethoven"],
}  # fmt: skip
DRAFT = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the matter,"))),))
_OF_PLACES = (" REF {} \\h ", " PAGEREF {} \\h ", " NOTEREF {} \\h ", ' HYPERLINK \\l "{}" ')
_NAMING = tuple(map(w, ("pStyle", "rStyle", "basedOn", "next", "link")))
CASES = [(name, said) for name, every in NAMES.items() for said in every]


@pytest.mark.parametrize(("name", "said"), CASES)
def test_a_thing_is_called_after_somebody(name: str, said: str) -> None:
    assert CalledAfter((name,)).name_in(said) == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("First Committee", "Committee text"), ("First Committee", "First Text"), ("First Committee", "FirstColumn"),
        ("Republic of Zubrowka", "Republic text"), ("Text Group", "Group text"), ("Group of 77", "GroupOfTerms"),
        ("Ministry of Foreign Affairs", "Foreign words"), ("European Union", "Union list"), ("UN\\mfitz", "UN list"),
        ("Resolution A4.dotx", "Resolution title"), ("jane@gmail.com", "Mail com"),
        ("Ludwig van Beethoven", "Van list"),
        ("Mark Strong", "Strong"), ("Mark Strong", "Bookmark 2"), ("Mark Strong", "StrongChar"),
        ("List", "ListIndented"), ("Normal", "NormalIndented"), ("Heading", "MyHeadings"), ("Ann List", "Annex"),
        ("Ann Lee", "Annotation"),
        ("FRANCE", "Insurance"), ("OMAN", "Man list"),
        ("XAMENDMENT", "Amendment of Chad"), ("XHEADING", "Heading text"),
        ("Oman", "Womanhood"), ("Kim", "Kimono"), ("Li Po", "Line"), ("Ed Ngo", "Edited"), ("Go Ahn", "_GoBack"),
        ("Ref Toc", "_Ref123"), ("Ref Toc", "_Toc123"), ("Table", "TableGrid"), ("Bodyt", "BodyTextIndent"),
        ("Mark Remark", "Draft mark"), ("王明", "王小明"), ("Adref Team", "AdrefMasthead"), ("A. B", "A B text"),
    ],
)  # fmt: skip
def test_a_thing_is_called_after_nobody(name: str, said: str) -> None:
    assert CalledAfter((name,)).name_in(said) is None


@pytest.mark.parametrize(("identity", "called"), [*(one[:2] for one in STYLES), *OTHER_NAMES.items()])
def test_nobody_has_the_styles_of_adref(identity: str, called: str) -> None:
    everybody = CalledAfter(
        [f"{first} {last}" for first in called.split() for last in re.findall("[A-Z][a-z]+", identity)]
    )
    assert [everybody.name_in(one) for one in (identity, called, called.replace(" ", ""))] == [None, None, None]


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


@pytest.mark.parametrize(
    "name", ["List", "Normal", "Mark Strong", "Title Page", "Theo Book", "Strong, Emphasis", "Dan Table"]
)
def test_no_style_of_word_is_renamed(name: str) -> None:
    package = Package(write_clean(DRAFT))
    styles = package.edit("word/styles.xml")
    for identity, called in _built_in():
        if all(style.get(w("styleId")) != identity for style in styles.iter(w("style"))):
            styles.append(element("style", element("name", val=called), type="paragraph", styleId=identity))
    before = etree.tostring(styles)
    rename_styles(package, frozenset((name,)))
    assert etree.tostring(package.root("word/styles.xml")) == before
    assert not [one for one in found_in(package.to_bytes(), Allowed(secret=frozenset((name,)))) if one.what == "names"]


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
    for node, letters in zip(split, (" REF ", identity[:2], f"{identity[2:]} \\h "), strict=True):
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
        (' TOC \\bDoe_1 ', ' TOC \\bPlace1 '), (" REF DOE_1 \\h ", " REF Place1 \\h "),
        (' HYPERLINK "https://www.un.org/Doe_1" \\l "Doe_1"', ' HYPERLINK "https://www.un.org/Doe_1" \\l "Place1"'),
        (' SYMBOL 183 \\f "Times New Roman"', ' SYMBOL 183 \\f "Times New Roman"'), ("=MAX(ABOVE)", "=MAX(ABOVE)"),
        (' TOC \\o "1-3" \\h \\* Arabic \\* MERGEFORMAT', ' TOC \\o "1-3" \\h \\* Arabic \\* MERGEFORMAT'),
    ],
)  # fmt: skip
def test_fields_follow_a_place_and_keep_what_else_they_say(said: str, leaves: str) -> None:
    package, secret = Package(write_clean(DRAFT)), frozenset(("John Doe", "Max Roman", "Toc Merge"))
    first = next(package.edit(package.main).iter(w("p")))
    first.extend((element("bookmarkStart", id=70, name="Doe_1"), element("bookmarkEnd", id=70), _field(said)))
    data = scrubbed(package.to_bytes(), secret)
    assert [node.get(w("instr")) for node in Package(data).root("word/document.xml").iter(w("fldSimple"))] == [leaves]
    assert not [one for one in found_in(data, Allowed(secret=secret)) if one.what == "names"]


@pytest.mark.parametrize(
    ("name", "said"), [("王小明", "小明正文"), ("علي خطيب", "نص الخطيب"), ("Иван", "иван"), ("J. Ó", "Ó")]
)
def test_letters_of_other_scripts_are_no_words_of_the_format(name: str, said: str) -> None:
    package, secret = Package(write_clean(DRAFT)), secrets((name,))
    styles = package.edit("word/styles.xml")
    styles.insert(0, element("latentStyles", element("lsdException", name=said)))
    styles.append(element("style", element("name", val=said), type="paragraph", styleId="Theirs"))  # nothing uses it
    first = next(package.edit(package.main).iter(w("p")))
    first.extend((element("bookmarkStart", id=70, name=said), element("bookmarkEnd", id=70)))
    assert any(said in one for one in told_beside(package))
    data = scrubbed(package.to_bytes(), secret)
    assert said not in Package(data).data("word/styles.xml").decode()
    assert not [one for one in found_in(data, Allowed(secret=secret)) if one.what == "names"]


def test_who_signs_a_file_may_be_told_by_it_and_others_not() -> None:
    for said, told in (("Doe Text", True), ("Lee Text", False)):
        secret = secrets(("John Doe", "Ann Lee"), ("John Doe",))
        data = scrubbed(called_package(said).to_bytes(), secret)
        assert (said in Package(data).data("word/styles.xml").decode()) is told
        assert not [
            one for one in found_in(data, Allowed(frozenset(("John Doe",)), secret=secret)) if one.what == "names"
        ]


def test_long_names_and_long_ids_take_no_time() -> None:
    names, long = CalledAfter((" ".join(f"Word{'x' * at}" for at in range(2_000)), "John Doe")), "doe" * 100_000
    began = time.process_time()
    assert [names.name_in(one) for one in (f"{long}q", "q_" * 100_000, f"{long}_Doe")] == [None, None, "John Doe"]
    assert time.process_time() - began < 2


def plain(said: str) -> str:
    """Small letters without accents."""
    parted = unicodedata.normalize("NFKD", said).casefold()
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def letters_of(package: Package) -> str:
    """All that the parts of a file say."""
    every = "\n".join(f"{name}\n{package.data(name).decode('utf-8', 'replace')}" for name in package.names)
    return plain(html.unescape(every))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_leaves_that_is_called_after_somebody(name: str) -> None:
    usual = letters_of(Package(scrubbed(called_package("Our own").to_bytes())))
    for said in NAMES[name]:
        package, secret = called_package(said), secrets((name,))
        before = letters_of(package)
        assert [one for one in found_in(package.to_bytes(), Allowed(secret=secret)) if one.what == "names"]
        scrub(package, secret)
        written = Package(package.to_bytes())
        assert [one for one in found_in(package.to_bytes(), Allowed(secret=secret)) if one.what == "names"] == []
        telling = re.sub(r"[\W\d]", "", plain(said))
        assert telling in before
        assert letters_of(written).count(telling) == usual.count(telling)  # "ali" is in "align"
        assert telling not in plain("".join(told_beside(written)))
        assert read_word(package.to_bytes()).draft.paragraphs[0].text == DRAFT.paragraphs[0].text
        holds_together(written)


def holds_together(package: Package) -> None:
    """Whatever named a style, a place or a list names it still."""
    body, styles, lists = (package.root(f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    ids = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    assert len(ids) == len(list(styles.iter(w("style"))))
    for root in (body, styles, lists):
        assert ids.keys() >= {node.get(w("val")) for node in root.iter(*_NAMING)}
    ((based,),) = ([one.get(w("val")) for one in ids["Ours"].iterchildren(w("basedOn"))],)
    assert based in [node.get(w("val")) for node in lists.iter(w("pStyle"))]
    assert {node.get(w("val")) for node in body.iter(w("pStyle"))} >= {"Ours"}
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
