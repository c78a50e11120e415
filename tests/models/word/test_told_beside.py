"""What is called after somebody leaves under another name or not at all, and what must stay is told."""

from __future__ import annotations

import pytest
from lxml import etree

from models.circulation.certificate import TELLS_MORE, TITLE, Certificate
from models.circulation.names_sought import any_of
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import LOOKED_FOR, Allowed
from models.word.leaving.looked_for.told import is_protected, tells_more, told_beside
from models.word.leaving.parts.parts import left_out
from models.word.leaving.scrub import scrubbed
from models.word.leaving.unseen.hidden import hidden_words
from models.word.namespaces import w
from models.word.package import Package
from tests.models.word.sought import found_in
from tests.models.word.word_xml import docx, p

SECRET = frozenset(("Jean Dupont", "Green", "F. R."))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "{urn:schemas-microsoft-com:vml}textpath"


def package() -> Package:
    runs = (Run("Recalling", italic=True), Run(" its resolution,"))
    return Package(write_clean(Draft((Paragraph(Kind.PREAMBULAR, runs),))))


def sub(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    node = etree.SubElement(parent, w(tag), {w(key): value for key, value in attributes.items()})
    node.text = text or None
    return node


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("by JEAN  DUPONT, tel", True),
        ("media/Jean_Dupont_scan.png", True),
        ("jean-dupont", True),
        ("JeanDupont", True),
        ("https://x.org/Jean%20Dupont", True),
        ("Jean of Dupont", False),
        ("Jean Duponts", False),
        ("green", False),
        ("GREEN_1", True),
        ("Greenland", False),
        ("by F. R.", True),
        ("fr-FR", False),
    ],
)
def test_a_name_is_found_in_any_form(said: str, found: bool) -> None:
    pattern = any_of(SECRET)
    assert pattern is not None
    assert (pattern.search(said) is not None) is found


def named_after_somebody() -> bytes:
    made = package()
    body = made.edit(made.main)
    paragraph = next(body.iter(w("p")))
    sub(paragraph, "bookmarkStart", id="5", name="Jean_Dupont")
    sub(paragraph, "bookmarkEnd", id="5")
    for kind, pieces in (("begin", (" REF Jean_", "Dupont \\h ")), ("end", ())):
        sub(sub(paragraph, "r"), "fldChar", fldCharType=kind)
        for piece in pieces:
            sub(sub(paragraph, "r"), "instrText", piece)
    link = sub(paragraph, "hyperlink", tgtFrame="desk")
    link.set(f"{{{OFFICE}}}id", made.relate("https://example.org/Jean%20Dupont", f"{OFFICE}/hyperlink", external=True))
    sub(sub(link, "r"), "t", "portal")
    table = etree.Element(w("tbl"))
    looks = sub(table, "tblPr")
    sub(looks, "tblCaption", val="Figures")
    sub(looks, "tblDescription", val="From jean dupont")
    sub(sub(sub(table, "tr"), "tc"), "p")
    paragraph.addnext(table)
    settings = made.related("settings") or ""
    made.add_part(
        "word/Jean_Dupont.xml", made.data(settings), made.content_type(settings), f"{OFFICE}/theme"
    )  # the content of the part does not matter here
    return made.to_bytes()


def test_what_is_named_after_somebody_leaves_without_the_name() -> None:
    data = named_after_somebody()
    told = {(one.what, one.detail.partition(":")[0]) for one in found_in(data, Allowed(secret=SECRET))}
    assert {("names", "name"), ("names", "a field"), ("names", "a name in the name of a part"), ("names", "Target"),
            ("custom", "tblCaption"), ("custom", "tgtFrame")} <= told  # fmt: skip
    left = Package(scrubbed(data, SECRET))
    every = "".join(name + left.data(name).decode("utf-8", "replace") for name in left.names)
    assert any_of(SECRET).search(every) is None  # type: ignore[union-attr]
    body = left.root(left.main)
    assert [one.get(w("name")) for one in body.iter(w("bookmarkStart"))] == ["Place1"]
    assert " ".join("".join(one.text or "" for one in body.iter(w("instrText"))).split()) == "REF Place1 \\h"
    assert "portal" in [one.text for one in body.iter(w("t"))]
    assert left.has("word/part1.xml")
    assert {link.target for link in left.relationships()} >= {"word/part1.xml"}
    assert found_in(left.to_bytes(), Allowed(title="", secret=SECRET)) == ()


def test_what_must_stay_is_told() -> None:
    made = package()
    assert told_beside(made, SECRET) == ()
    head = next(link.target for link in made.relationships() if link.kind in ("header", "footer"))
    line = next(made.edit(head).iter(w("p")))
    sub(sub(line, "r"), "t", "Drafted by Jean D")
    sub(sub(line, "r"), "t", "upont")
    etree.SubElement(sub(line, "r"), DRAWN, string="DRAFT JEAN DUPONT")
    paragraph = next(made.edit(made.main).iter(w("p")))
    for host in ("192.168.1.5", "intranet.example.org", "example.org"):
        made.relate(f"https://{host}/page", f"{OFFICE}/hyperlink", external=True)
    for look, words in (({"sz": "2"}, "tiny"), ({"color": "FFFFFF"}, "white"), ({"color": "000000"}, "black")):
        run = sub(paragraph, "r")
        for name, value in look.items():
            sub(sub(run, "rPr"), name, val=value)
        sub(run, "t", words)
    sub(made.edit(made.related("settings") or ""), "documentProtection", edit="readOnly", enforcement="1")
    assert told_beside(made, SECRET) == (
        "Names of the makers in heads and feet: “Jean Dupont”, “JEAN DUPONT”",
        "Links to places that are not public: “https://192.168.1.5/page”, “https://intranet.example.org/page”",
        "Letters that nobody sees: “tinywhite”",
        "The protection of the document: changes can be accepted or rejected once it is taken off",
    )


UNSEEN = {
    "letters for programs alone": "{}",
    "a row": "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "a table by its style": '<w:tbl><w:tblPr><w:tblStyle w:val="Away"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>',
    "a box": '<w:p><w:r><w:pict><v:shape style="visibility:hidden"><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r></w:p>",
    "a box in a run": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent>{}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "nothing hidden": "<w:tbl><w:tr><w:trPr><w:hidden w:val='0'/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
}


@pytest.mark.parametrize("place", UNSEEN)
def test_words_that_nobody_sees_are_known_wherever_they_are_hidden(place: str) -> None:
    made = package()
    look = "<w:rPr><w:specVanish/></w:rPr>" if place == "letters for programs alone" else ""
    words = f"<w:p><w:r>{look}<w:t>a fallback position</w:t></w:r></w:p>"
    spaces = f'xmlns:w="{w("p")[1:-2]}" xmlns:v="{DRAWN[1:].partition("}")[0]}"'
    there = etree.fromstring(f"<w:body {spaces}>{UNSEEN[place].format(words)}</w:body>")
    next(made.edit(made.main).iter(w("p"))).addnext(there[0])
    style = sub(made.edit(made.related("styles") or ""), "style", type="table", styleId="Away")
    sub(sub(style, "rPr"), "vanish")
    data = made.to_bytes()
    assert hidden_words(data).words == (() if place == "nothing hidden" else ("a fallback position",))
    bare = scrubbed(data)
    assert found_in(bare, Allowed()) == ()
    assert hidden_words(bare).words == (("a fallback position",) if place == "a box" else ())


@pytest.mark.parametrize(
    ("said", "found"), [("pavel", True), ("Pavel_notes", True), ("PAVEL", True), ("Pavelka", False)]
)
def test_a_name_that_is_all_small_is_found_with_a_capital(said: str, found: bool) -> None:
    pattern = any_of(["pavel"])
    assert pattern is not None
    assert (pattern.search(said) is not None) is found


def test_of_names_that_begin_alike_the_longest_is_told() -> None:
    pattern = any_of(["Ann", "Ann Lee", "Ann Lee-Smith"])
    assert pattern is not None
    assert pattern.findall("by Ann_Lee, Ann and Ann Lee-Smith") == ["Ann_Lee", "Ann", "Ann Lee-Smith"]


def test_a_protection_does_not_leave() -> None:
    made = package()
    sub(made.edit(made.related("settings") or ""), "documentProtection", edit="readOnly", enforcement="1")
    assert is_protected(made)
    assert not is_protected(Package(scrubbed(made.to_bytes())))


@pytest.mark.parametrize(("kind", "value"), [("lock", "contentLocked"), ("lock", "sdtContentLocked"), ("group", None)])
def test_nor_does_a_control_that_keeps_its_text_from_being_changed(kind: str, value: str | None) -> None:
    made = package()
    control = sub(next(made.edit(made.main).iter(w("body"))), "sdt")
    said = sub(sub(control, "sdtPr"), kind)
    if value is not None:
        said.set(w("val"), value)
    sub(sub(sub(sub(control, "sdtContent"), "p"), "r"), "t").text = "Kept."
    made = Package(made.to_bytes())
    assert is_protected(made)
    assert not is_protected(Package(scrubbed(made.to_bytes())))


def test_a_certificate_does_not_say_nothing_else_where_more_goes_out() -> None:
    said = [
        Certificate("a.docx", "circulation", "", (), ("comments",), 1, tells_more=tells_more(told))
        for told in (
            (),
            ("Names of fonts: “Of the desk”",),
            ("Letters that nobody sees: “a”",),
        )
    ]
    assert [one.title for one in said] == [TITLE, TITLE, TELLS_MORE]


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ({"color": {"val": "000000"}, "shd": {"val": "clear", "fill": "000000"}}, True),
        ({"color": {"val": "000000"}, "highlight": {"val": "black"}}, True),
        ({"highlight": {"val": "black"}}, True),
        ({"color": {"val": "FEFEFE"}, "shd": {"val": "clear", "fill": "FFFFFF"}}, True),
        ({"color": {"val": "00FF00"}, "shd": {"val": "solid", "color": "00FF00", "fill": "FFFFFF"}}, True),
        ({"color": {"val": "FFFFFF"}, "shd": {"val": "clear", "fill": "000000"}}, False),
        ({"shd": {"val": "clear", "fill": "000000"}}, False),  # letters of no colour are white there
        ({"color": {"val": "000000"}, "highlight": {"val": "yellow"}}, False),
        ({"color": {"val": "000000"}, "shd": {"val": "clear", "fill": "auto"}}, False),
    ],
)
def test_letters_of_the_colour_of_their_ground_are_told(looks: dict[str, dict[str, str]], told: bool) -> None:
    made = package()
    run = sub(next(made.edit(made.main).iter(w("p"))), "r")
    look = sub(run, "rPr")
    for tag, attributes in looks.items():
        sub(look, tag, **attributes)
    sub(run, "t", "secret")
    said = ("Letters that nobody sees: “secret”",) if told else ()
    assert told_beside(made) == said


def test_a_path_that_a_field_shows_stays_in_the_text_and_is_told() -> None:
    field = r'<w:fldSimple w:instr=" FILENAME \\p "><w:r><w:t>C:\Desk\peace.docx</w:t></w:r></w:fldSimple>'
    bare = scrubbed(docx(p("Recalling https://example.org/a", field)))
    assert found_in(bare, Allowed()) == ()
    assert told_beside(Package(bare)) == ("File paths in the text: “C:\\Desk\\peace.docx”",)
    assert LOOKED_FOR["paths"].endswith("outside of what the pages show")


@pytest.mark.parametrize(("count", "begins"), [(0, ""), (1, "An embedded document, "), (2, "2 embedded documents, ")])
def test_what_word_shows_and_nobody_reads_is_told_to_stay(count: int, begins: str) -> None:
    with_pages = Package(docx(p("a") + '<w:altChunk r:id="rId9"/>' * count))
    links = with_pages.edit("word/_rels/document.xml.rels")
    for number in range(count):
        link = etree.SubElement(links, links.tag.replace("Relationships", "Relationship"))
        link.attrib.update({"Id": f"rId{90 + number}", "Type": f"{OFFICE}/aFChunk", "Target": f"page{number}.htm"})
        with_pages.put(f"word/page{number}.htm", b"<p>Words</p>")
    told = left_out(Package(with_pages.to_bytes()))
    assert len(told) == (count > 0)
    assert "".join(told).startswith(begins)


def test_no_name_that_somebody_gave_a_style_stays() -> None:
    given = [f"Of desk {letter}" for letter in "abcdef"]

    def style(name: str, own: str, more: str = "") -> str:
        custom = ' w:customStyle="1"' if own else ""
        said = f'<w:name w:val="{name}"/>{more}'
        return f'<w:style w:type="paragraph"{custom} w:styleId="{name.replace(" ", "")}">{said}</w:style>'

    styles = style("heading 1", "", '<w:link w:val="Heading1Char"/><w:aliases w:val="Call Annika"/>')
    styles += style("Heading 1 Char", "own", '<w:link w:val="heading1"/>')
    styles += style("Annika Char", "own", '<w:link w:val="heading1"/>')
    styles += "".join(style(name, "own") for name in given)
    captions = '<w:captions><w:caption w:name="Call Annika"/></w:captions>'
    used = "".join(
        p("One.", properties=f'<w:pStyle w:val="{name.replace(" ", "")}"/>') for name in ("heading 1", *given)
    )
    bare = Package(scrubbed(docx(used, styles=styles, settings=captions)))
    assert told_beside(bare) == ()
    assert not [name for name in bare.names for said in (b"Annika", b"Of desk") if said in bare.data(name)]


def test_the_words_that_a_field_draws_are_told() -> None:
    said = " EQ \\o(\\s\\up 5(a),Annika Berg) "
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    drawn = f'{begin}<w:r><w:instrText xml:space="preserve">{said}</w:instrText></w:r>{end}'
    assert told_beside(Package(scrubbed(docx(p("One.", drawn))))) == ("Words in drawings: “Annika Berg”",)
