"""Every kind of tracked change, accepted and rejected, and what the reader tells of it."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from models.proposals.returned import read_returned
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import TRACKED, resolve
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, dele, docx, ins, p, row, t, table

INS, DEL = f"<w:ins {BY}/>", f"<w:del {BY}/>"
MOVED_OUT, MOVED_IN = f"<w:moveFrom {BY}/>", f"<w:moveTo {BY}/>"


def resolved(body: str, revisions: str, **others: str) -> Package:
    package = Package(docx(body, **others))
    resolve(package, revisions)
    return Package(package.to_bytes())


def outline(element: etree._Element) -> str:
    """A tree in one line: p[...] t[...] with their text, other elements by what they hold."""
    pieces = []
    for child in element:
        name = etree.QName(child).localname
        if child.tag == w("p"):
            text = "".join(one.text or "" for one in child.iter(w("t"), m("t")))
            pieces.append(f"[{text}]")
        elif child.tag in (w("tbl"), w("tr"), w("tc"), w("sdt"), w("sdtContent"), w("customXml")):
            pieces.append(f"{name}({outline(child)})")
    return " ".join(pieces)


A, B = p("A"), p("B")
SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
GOOGLES = "<w:sdt><w:sdtPr><w:tag w:val='goog_rdk_{}'/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTROL = (
    '<w:customXml{0}RangeStart w:id="1"/><w:sdt><w:sdtPr/><w:sdtContent><w:customXml{0}RangeEnd w:id="1"/>{1}'
    '<w:customXml{0}RangeStart w:id="2"/></w:sdtContent></w:sdt><w:customXml{0}RangeEnd w:id="2"/>'
)
BOOKMARK, BOOKMARK_END = '<w:bookmarkStart w:id="5" w:name="x"/>', '<w:bookmarkEnd w:id="5"/>'

CASES = {
    "insertion": (p("a", ins(t("b")), "c"), "[abc]", "[ac]"),
    "deletion": (p("a", dele(d("b")), "c"), "[ac]", "[abc]"),
    "whole text deleted, mark kept": (p(dele(d("a"))) + B, "[] [B]", "[a] [B]"),
    "deleted in inserted": (p("a", ins(t("b") + dele(d("c"), BY_OTHER))), "[ab]", "[a]"),
    "inserted in deleted": (p("a", dele(d("b") + ins(t("c"), BY_OTHER))), "[a]", "[ab]"),
    "deleted in inserted link": (p("a", f"<w:hyperlink>{ins(t('b'))}{dele(d('c'))}</w:hyperlink>"), "[ab]", "[ac]"),
    "in a content control": (p(SDT.format(ins(t("b")) + dele(d("c")))), "[b]", "[c]"),
    "row in a content control": (
        f"<w:tbl>{row(cell(A))}{SDT.format(row(cell(p(dele(d('b')), mark=DEL)), properties=DEL))}</w:tbl>",
        "tbl(tr(tc([A])))",
        "tbl(tr(tc([A])) sdt(sdtContent(tr(tc([b])))))",
    ),
    "move": (
        p(f"<w:moveFrom {BY}>{t('a')}</w:moveFrom>") + p(f"<w:moveTo {BY}>{t('a')}</w:moveTo>"),
        "[] [a]",
        "[a] []",
    ),
    "moved paragraph": (
        '<w:moveFromRangeStart w:id="8" w:name="m1"/>'
        + p(f"<w:moveFrom {BY}>{t('a')}</w:moveFrom>", mark=MOVED_OUT)
        + '<w:moveFromRangeEnd w:id="8"/>'
        + B
        + '<w:moveToRangeStart w:id="9" w:name="m1"/>'
        + p(f"<w:moveTo {BY}>{t('a')}</w:moveTo>", mark=MOVED_IN)
        + '<w:moveToRangeEnd w:id="9"/>'
        + p("C"),
        "[B] [a] [C]",
        "[a] [B] [C]",
    ),
    "moved and edited": (
        p(f"<w:moveTo {BY}>{t('a')}{dele(d('b'), BY_OTHER)}</w:moveTo>", ins(t("c"), BY_OTHER)),
        "[ac]",
        "[]",
    ),
    "inserted mark splits": (p("a", mark=INS) + p("b"), "[a] [b]", "[ab]"),
    "deleted mark joins": (p("a", mark=DEL) + p("b"), "[ab]", "[a] [b]"),
    "several marks": (p("a", mark=DEL) + p("b", mark=DEL) + p("c", mark=INS) + p("d"), "[abc] [d]", "[a] [b] [cd]"),
    "inserted paragraph": (A + p(ins(t("x")), mark=INS) + B, "[A] [x] [B]", "[A] [B]"),
    "deleted paragraph": (A + p(dele(d("x")), mark=DEL) + B, "[A] [B]", "[A] [x] [B]"),
    "inserted and deleted mark": (A + p(ins(dele(d("x"))), mark=INS + DEL) + B, "[A] [B]", "[A] [B]"),
    "marks between other elements": (p("a", mark=DEL) + BOOKMARK + BOOKMARK_END + p("b"), "[ab]", "[a] [b]"),
    "deleted at the end": (A + p(dele(d("x")), mark=DEL), "[A]", "[A] [x]"),
    "inserted at the end": (A + p(ins(t("x")), mark=INS), "[A] [x]", "[A]"),
    "last mark keeps its text": (A + p("x", mark=DEL), "[A] [x]", "[A] [x]"),
    "the only paragraph": (p(dele(d("x")), mark=DEL), "[]", "[x]"),
    "deleted before a table": (
        p(dele(d("x")), mark=DEL) + table(row(cell(B))),
        "tbl(tr(tc([B])))",
        "[x] tbl(tr(tc([B])))",
    ),
    "text before a table stays": (
        p("x", mark=DEL) + table(row(cell(B))),
        "[x] tbl(tr(tc([B])))",
        "[x] tbl(tr(tc([B])))",
    ),
    "into a content control": (
        p("a", mark=DEL) + SDT.format(p("b") + p("c")),
        "sdt(sdtContent([ab] [c]))",
        "[a] sdt(sdtContent([b] [c]))",
    ),
    "out of a content control": (SDT.format(p(dele(d("a")), mark=DEL)) + B, "[B]", "sdt(sdtContent([a])) [B]"),
    "inserted row": (
        table(row(cell(A)), row(cell(B), properties=INS)),
        "tbl(tr(tc([A])) tr(tc([B])))",
        "tbl(tr(tc([A])))",
    ),
    "deleted row": (
        table(row(cell(A)), row(cell(B), properties=DEL)),
        "tbl(tr(tc([A])))",
        "tbl(tr(tc([A])) tr(tc([B])))",
    ),
    "deleted table": (A + table(row(cell(B), properties=DEL)) + p("C"), "[A] [C]", "[A] tbl(tr(tc([B]))) [C]"),
    "deleted table in a cell": (
        table(row(cell(table(row(cell(A), properties=DEL))))),
        "tbl(tr(tc([])))",
        "tbl(tr(tc(tbl(tr(tc([A]))))))",
    ),
    "inserted cell": (
        table(row(cell(A), cell(B, properties=f"<w:cellIns {BY}/>"))),
        "tbl(tr(tc([A]) tc([B])))",
        "tbl(tr(tc([A])))",
    ),
    "deleted cell": (
        table(row(cell(A), cell(B, properties=f"<w:cellDel {BY}/>"))),
        "tbl(tr(tc([A])))",
        "tbl(tr(tc([A]) tc([B])))",
    ),
    "last cell of a row": (
        table(row(cell(A)), row(cell(B, properties=f"<w:cellDel {BY}/>"))),
        "tbl(tr(tc([A])))",
        "tbl(tr(tc([A])) tr(tc([B])))",
    ),
    "emptied cell": (table(row(cell(p(dele(d("x")), mark=DEL)))), "tbl(tr(tc([])))", "tbl(tr(tc([x])))"),
    "inserted control around text": (
        p("a") + CONTROL.format("Ins", B),
        "[a] sdt(sdtContent([B]))",
        "[a] [B]",
    ),
    "deleted control around text": (CONTROL.format("Del", B), "[B]", "sdt(sdtContent([B]))"),
    "moved control": (CONTROL.format("MoveFrom", B), "[B]", "sdt(sdtContent([B]))"),
    "formula run": (
        p(f"<m:oMath><m:r><w:ins {BY}><w:rPr/><m:t>2</m:t></w:ins></m:r><m:r><m:t>x</m:t></m:r></m:oMath>"),
        "[2x]",
        "[x]",
    ),
    "formula run by its properties": (
        p(f"<m:oMath><m:r><w:rPr><w:del {BY}/></w:rPr><m:t>2</m:t></m:r><m:r><m:t>x</m:t></m:r></m:oMath>"),
        "[x]",
        "[2x]",
    ),
    "fraction put around": (
        p(
            f"<m:oMath><m:f><m:fPr><m:ctrlPr>{ins('<w:rPr/>')}</m:ctrlPr></m:fPr>"
            "<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den/></m:f></m:oMath>"
        ),
        "[1]",
        "[1]",
    ),
    "around paragraphs": (A + ins(B) + p("C"), "[A] [B] [C]", "[A] [C]"),
}


@pytest.mark.parametrize("case", CASES)
def test_accepted_and_rejected(case: str) -> None:
    body, accepted, rejected = CASES[case]
    for revisions, expected in (("accept", accepted), ("reject", rejected)):
        package = resolved(body, revisions)
        root = package.root(package.main)
        assert outline(root[0]) == expected
        assert next(root.iter(*TRACKED), None) is None
        assert [one.text for one in read_word(docx(body), revisions).draft.paragraphs] == re.findall(
            r"\[(.*?)\]", expected
        )


@pytest.mark.parametrize("form", ["<w:{0} {1}><w:rPr/></w:{0}>", "<w:rPr><w:{0} {1}/></w:rPr>"])
@pytest.mark.parametrize(("kind", "stays"), [("ins", "accept"), ("del", "reject")])
def test_a_structure_of_a_formula_comes_or_goes_around_words_that_stay(form: str, kind: str, stays: str) -> None:
    control = form.format(kind, BY)
    body = p(
        f"<m:oMath><m:f><m:fPr><m:ctrlPr>{control}</m:ctrlPr></m:fPr>"
        "<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    for revisions in ("accept", "reject"):
        package = resolved(body, revisions)
        root = package.root(package.main)
        assert outline(root[0]) == "[12]"
        assert next(root.iter(*TRACKED), None) is None
        assert (next(root.iter(m("f")), None) is not None) is (revisions == stays)
    (told,) = read_word(docx(body)).revisions
    assert (told.author, told.date, told.paragraph) == ("Delegation A", "2003-11-14T10:00:00Z", 0)
    # The stroke of a fraction is no letter that a change puts in: the two texts tell of it.
    (asked,) = read_returned(docx(body)).proposals
    assert (asked.kind, asked.author, asked.revisions) == ("reword", "Delegation A", (0,))
    words = asked.edits[0].gone, asked.edits[0].come_text
    assert words == (("12", "1/2") if kind == "ins" else ("1/2", "12"))


def change(kind: str, former: str) -> str:
    return f"<w:{kind}Change {BY}>{former}</w:{kind}Change>"


PROPERTIES = {
    "run": (
        p(t("a", "<w:b/>" + change("rPr", "<w:rPr><w:i/></w:rPr>"))),
        "rPr",
        ["b"],
        ["i"],
    ),
    "mark": (
        p("a", mark=INS + "<w:b/>" + change("rPr", "<w:rPr><w:i/></w:rPr>")) + p(""),
        "pPr/w:rPr",
        ["b"],
        None,
    ),
    "paragraph": (
        p("a", properties="<w:keepNext/>", mark="<w:b/>").replace(
            "</w:pPr>",
            "<w:sectPr/>" + change("pPr", "<w:pPr><w:pStyle w:val='x'/><w:jc w:val='left'/></w:pPr>") + "</w:pPr>",
        ),
        "pPr",
        ["keepNext", "rPr", "sectPr"],
        ["pStyle", "jc", "rPr", "sectPr"],
    ),
    "section": (
        p("a")
        + "<w:sectPr><w:headerReference/><w:pgSz/>"
        + change("sectPr", "<w:sectPr><w:cols/></w:sectPr>")
        + "</w:sectPr>",
        "sectPr",
        ["headerReference", "pgSz"],
        ["headerReference", "cols"],
    ),
    "table": (
        table(row(cell(A))).replace("<w:tblPr/>", f"<w:tblPr><w:jc/>{change('tblPr', '<w:tblPr/>')}</w:tblPr>"),
        "tblPr",
        ["jc"],
        [],
    ),
    "grid": (
        table(row(cell(A))).replace(
            "<w:tblGrid/>", f"<w:tblGrid><w:gridCol/>{change('tblGrid', '<w:tblGrid/>')}</w:tblGrid>"
        ),
        "tblGrid",
        ["gridCol"],
        [],
    ),
    "table exceptions": (
        table(
            row(cell(A)).replace("<w:tr>", f"<w:tr><w:tblPrEx><w:jc/>{change('tblPrEx', '<w:tblPrEx/>')}</w:tblPrEx>")
        ),
        "tblPrEx",
        ["jc"],
        [],
    ),
    "row": (
        table(row(cell(A), properties="<w:cantSplit/>" + change("trPr", "<w:trPr><w:tblHeader/></w:trPr>"))),
        "trPr",
        ["cantSplit"],
        ["tblHeader"],
    ),
    "cell": (
        table(row(cell(A, properties="<w:noWrap/>" + change("tcPr", "<w:tcPr><w:tcW/></w:tcPr>")))),
        "tcPr",
        ["noWrap"],
        ["tcW"],
    ),
    "merged cell": (
        table(row(cell(A, properties=f'<w:cellMerge {BY} w:vMerge="cont" w:vMergeOrig="rest"/>'))),
        "tcPr",
        ["vMerge"],
        ["vMerge"],
    ),
    "inserted numbering": (p("a", properties=f"<w:numPr><w:numId w:val='1'/>{INS}</w:numPr>"), "pPr", ["numPr"], []),
    "changed numbering": (
        p("a", properties="<w:numPr><w:numId w:val='1'/>" + change("numbering", "") + "</w:numPr>"),
        "numPr",
        ["numId"],
        ["numId"],
    ),
}


@pytest.mark.parametrize("case", PROPERTIES)
def test_former_properties_come_back(case: str) -> None:
    body, path, accepted, rejected = PROPERTIES[case]
    for revisions, expected in (("accept", accepted), ("reject", rejected)):
        package = resolved(body, revisions)
        found = package.root(package.main).find(".//w:" + path, {"w": w("")[1:-1]})
        assert (None if found is None else [etree.QName(child).localname for child in found]) == expected


def test_a_merged_cell_is_merged_or_not() -> None:
    body = table(row(cell(A, properties=f'<w:cellMerge {BY} w:vMerge="cont"/>')))
    for revisions, expected in (("accept", ["continue"]), ("reject", [])):
        package = resolved(body, revisions)
        assert [one.get(w("val")) for one in package.root(package.main).iter(w("vMerge"))] == expected


def test_notes_headers_and_text_boxes_are_resolved_too() -> None:
    noted = p("a" + "", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    boxed = p(f"<w:r><w:pict><w:txbxContent>{p(ins(t('in')), dele(d('out')))}</w:txbxContent></w:pict></w:r>")
    others = {
        "footnotes": f'<w:footnote w:id="2">{p("n", ins(t("new")), dele(d("old")))}</w:footnote>',
        "header": p(ins(t("H"))),
        "styles": f"<w:style w:styleId='S'><w:rPr><w:b/>{change('rPr', '<w:rPr><w:i/></w:rPr>')}</w:rPr></w:style>",
    }
    for revisions, note, box, header, style in (("accept", "nnew", "in", "H", "b"), ("reject", "nold", "out", "", "i")):
        package = resolved(noted + boxed, revisions, **others)
        texts = {
            name: "".join(one.text or "" for one in package.root(f"word/{name}.xml").iter(w("t")))
            for name in ("document", "footnotes", "header")
        }
        assert texts == {"document": "a" + box, "footnotes": note, "header": header}
        assert package.root("word/styles.xml").find(f".//{w(style)}") is not None


def test_an_empty_box_of_older_programs_is_read_alike_with_changes_and_without() -> None:
    drawn = "<mc:Choice Requires='wps'><w:drawing/></mc:Choice>"
    older = "<mc:Fallback><w:pict><w:txbxContent/></w:pict></mc:Fallback>"
    linked = f"<w:r><mc:AlternateContent>{drawn}{older}</mc:AlternateContent></w:r>"
    for text in (t("new"), ins(t("new"))):
        assert [one.text for one in read_word(docx(p(linked, text))).draft.paragraphs] == ["new"]


def test_a_cell_that_ends_with_a_table_is_read_alike_with_changes_and_without() -> None:
    for text in (t("new"), ins(t("new"))):
        body = table(row(cell(table(row(cell(p(text)))))))
        assert [one.text for one in read_word(docx(body)).draft.paragraphs] == ["new"]


def test_notes_and_comments_go_with_their_places() -> None:
    gone = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="3"/></w:r>'
    body = p(
        '<w:commentRangeStart w:id="3"/>', t("a"), dele(gone), '<w:commentRangeEnd w:id="3"/>',
        '<w:r><w:footnoteReference w:id="4"/></w:r>',
    )  # fmt: skip
    notes = "".join(f'<w:footnote w:id="{number}">{p("secret")}</w:footnote>' for number in (2, 4))
    package = resolved(body, "accept", footnotes=notes, comments=f'<w:comment w:id="3">{p("secret")}</w:comment>')
    assert [note.get(w("id")) for note in package.root("word/footnotes.xml")] == ["4"]
    assert len(package.root("word/comments.xml")) == 0
    assert next(package.root(package.main).iter(w("commentRangeStart"), w("commentRangeEnd")), None) is None
    kept = resolved(body, "reject", footnotes=notes)
    assert len(kept.root("word/footnotes.xml")) == 2


def test_a_note_that_a_note_cites_which_goes_stays_where_the_text_cites_it() -> None:
    place = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = f'<w:footnote w:id="2">{p(dele(d("See") + place.format(4)))}</w:footnote>'
    notes += f'<w:footnote w:id="4">{p("There.")}</w:footnote>'
    package = resolved(p("a", dele(place.format(2)), t("b"), place.format(4)), "accept", footnotes=notes)
    assert [note.get(w("id")) for note in package.root("word/footnotes.xml")] == ["4"]


def test_a_bookmark_that_reaches_beyond_a_deletion_stays() -> None:
    whole = p(dele(BOOKMARK + d("x") + BOOKMARK_END), "a")
    part = p(dele(BOOKMARK + d("x")), "a", BOOKMARK_END)
    for body, count in ((whole, 0), (part, 1)):
        package = resolved(body, "accept")
        marks = [len(list(package.root(package.main).iter(w(f"bookmark{end}")))) for end in ("Start", "End")]
        assert marks == [count, count]


def test_the_following_paragraph_keeps_its_properties() -> None:
    body = p("a", properties="<w:pStyle w:val='First'/>", mark=DEL) + p("b", properties="<w:pStyle w:val='Second'/>")
    package = resolved(body, "accept")
    assert [style.get(w("val")) for style in package.root(package.main).iter(w("pStyle"))] == ["Second"]


def test_a_file_without_changes_is_not_touched() -> None:
    data = docx(A, header=B)
    package, untouched = Package(data), Package(data)
    resolve(package, "reject")
    assert package.to_bytes() == untouched.to_bytes()
    with pytest.raises(ValueError, match="accepted or rejected"):
        resolve(package, "both")


@pytest.mark.parametrize(
    ("within", "left"),
    [
        (dele(d("b")), []),
        (ins(dele(d("b"))), []),
        (GOOGLES.format(1, "", dele(d("b"))), []),
        (GOOGLES.format(1, "", dele(d("b")) + ins(t("c"))), ["goog_rdk_0", "goog_rdk_1"]),
        (SDT.format(dele(d("b"))), ["goog_rdk_0"]),  # another control is a place to write in
    ],
)
def test_the_control_of_a_suggestion_goes_with_its_words(within: str, left: list[str]) -> None:
    package = resolved(p("a", GOOGLES.format(0, "", within)) + p(GOOGLES.format(2, "<w:dropDownList/>", "")), "accept")
    tags = [one.get(w("val")) for one in package.root(package.main).iter(w("tag"))]
    assert tags == [*left, "goog_rdk_2"]


def test_a_control_that_goes_is_read_as_it_is_resolved() -> None:
    """The reader leaves marks where changes stood, which part nothing from what it belongs to."""
    by = BY.partition(" ")[2]
    control = CONTROL.replace("Start w:id", f"Start {by} w:id").format("Del", p(dele(d("gone")), mark=DEL))
    body = table(row(cell(A + control))) + B
    plain = read_word(resolved(body, "accept").to_bytes()).draft
    assert [one.text for one in plain.paragraphs] == ["A", "B"]
    assert read_word(docx(body)).draft == plain
