"""A Word file without what it hides: what the page shows stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Run
from models.word.leaving.shown_alone import shown_alone, told_not_shown
from models.word.leaving.unseen.hidden import hidden_words
from models.word.leaving.unseen.without_hidden import drop_hidden
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

HIDDEN = "<w:vanish/>"
STYLES = (
    '<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Away"><w:name w:val="Away"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Beside"><w:basedOn w:val="Aside"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Here"><w:basedOn w:val="Away"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Here"/></w:style>'
    '<w:style w:type="table" w:styleId="First"><w:tblStylePr w:type="firstCol"><w:rPr><w:vanish/></w:rPr>'
    "</w:tblStylePr></w:style>"
    '<w:style w:type="table" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
FIRST_SAID, LAST_SAID = "Notes the report,", "Requests another one,"
FIRST, LAST = p(FIRST_SAID), p(LAST_SAID)
AWAY = '<w:pStyle w:val="Away"/>'


def field(code: str, shown: str, frame: str = "", look: str = "") -> str:
    """A field in four runs that look as `frame`, and what it shows."""

    def mark(kind: str) -> str:
        return f'<w:r><w:rPr>{frame}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:rPr>{frame}</w:rPr><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark('begin')}{said}{mark('separate')}{t(shown, look)}{mark('end')}"


def left(body: str) -> tuple[list[str], Package]:
    package = Package(docx(body, styles=STYLES))
    assert drop_hidden(package)
    data = package.to_bytes()
    assert hidden_words(data).words == ()
    return [one.text for one in read_word(data).draft.paragraphs], Package(data)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (p("See ", t("our last offer ", HIDDEN), "it."), ["See it."]),
        (p("See ", t("our last offer ", '<w:rStyle w:val="Aside"/>'), "it."), ["See it."]),
        (p(t("See ", '<w:vanish w:val="0"/>'), t("our last offer "), properties=AWAY), ["See "]),
        # A style says it for those that stand on it, and two that hide show together.
        (p("See ", t("it.", '<w:rStyle w:val="Beside"/>')), ["See it."]),
        (p("See it.", properties='<w:pStyle w:val="Here"/>'), ["See it."]),
        (p("See it.", properties='<w:pStyle w:val="Heir"/>'), ["See it."]),
        (p(t("See ", '<w:rStyle w:val="Aside"/>'), t("our last offer "), properties=AWAY), ["See "]),
        # A line of which all is hidden goes with its mark, and stays where that is shown.
        (p(t("Our last offer", HIDDEN), mark=HIDDEN), []),
        (p("Our last offer", properties=AWAY), []),
        (p(t("Our last offer", HIDDEN)), [""]),
        # The mark of a line with words joins nothing.
        (p("A heading.", mark=f"{HIDDEN}<w:specVanish/>") + p("Its text."), ["A heading.", "Its text."]),
        (p("", mark=HIDDEN) + p("Shown."), ["", "Shown."]),
        # Between two tables something has to stand.
        (table(row(cell(p("A")))) + p(t("x", HIDDEN), mark=HIDDEN) + table(row(cell(p("B")))), ["A", "", "B"]),
        (table(row(cell(p("A"), p(t("x", HIDDEN), mark=HIDDEN)))), ["A"]),
        (table(row(cell(p(t("y", HIDDEN), mark=HIDDEN)))), [""]),
        (table(row(cell(p("A"))), row(cell(p("B")), properties="<w:hidden/>")), ["A"]),
        ('<w:tbl><w:tblPr><w:tblStyle w:val="Gone"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc>'
         "</w:tr></w:tbl>", []),
        (p("See ", f'<w:hyperlink w:anchor="a">{t("our offer", HIDDEN)}</w:hyperlink>', "it."), ["See it."]),
        (p("See ", f"<w:sdt><w:sdtPr/><w:sdtContent>{t('Ours', HIDDEN)}</w:sdtContent></w:sdt>", "it."), ["See it."]),
        (p("Page ", field("PAGE", "7", HIDDEN, HIDDEN), "."), ["Page ."]),
        (p("Page ", field("PAGE", "7", HIDDEN), "."), ["Page 7."]),
        (p("Page ", field("PAGE", "7", look=HIDDEN), "."), ["Page ."]),
        (p("Pages ", t("7", "<w:webHidden/>"), t("and ours", HIDDEN)), ["Pages 7"]),
        (p("See ", ins(t("our last offer ", HIDDEN)), "it."), ["See it."]),
    ],
)  # fmt: skip
def test_what_is_hidden_goes_and_what_the_page_shows_stays(body: str, texts: list[str]) -> None:
    found, package = left(FIRST + body + LAST + p(t("end", HIDDEN)))
    assert found == ["Notes the report,", *texts, "Requests another one,", ""]
    kinds = [one.get(w("fldCharType")) for one in package.root(package.main).iter(w("fldChar"))]
    assert kinds in ([], ["begin", "separate", "end"])


def test_words_of_the_index_go_where_they_are_hidden_and_none_else() -> None:
    entry = field("XE &quot;offer&quot;", "", HIDDEN).replace(t(""), "")
    found, package = left(FIRST + p("See ", entry, "it.", t("x", HIDDEN)))
    assert found[1] == "See it."
    assert next(package.root(package.main).iter(w("instrText")), None) is None


def test_a_bookmark_outlives_a_hidden_line_that_it_begins_in() -> None:
    body = p('<w:bookmarkStart w:id="1" w:name="Ref"/>', t("Ours", HIDDEN), mark=HIDDEN)
    _, package = left(FIRST + body + p("See it.", '<w:bookmarkEnd w:id="1"/>'))
    assert next(package.root(package.main).iter(w("bookmarkStart"))).getnext() is not None


@pytest.mark.parametrize("style", ["", '<w:tblStyle w:val="Gone"/>', '<w:tblStyle w:val="First"/>'])
def test_a_bookmark_that_reaches_beyond_a_hidden_row_keeps_both_its_ends(style: str) -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="Ref"/>', '<w:bookmarkEnd w:id="1"/>'
    rows = row(cell(p("x", start)), properties="" if style else "<w:hidden/>") + row(cell(p("B")))
    body = table(rows).replace("<w:tblPr/>", f"<w:tblPr>{style}</w:tblPr>") + p("See ", end, "it.", t("x", HIDDEN))
    package = Package(docx(FIRST + body, styles=STYLES))
    assert drop_hidden(package)
    assert lint(package.to_bytes()) == ()
    assert len(list(package.root(package.main).iter(w("bookmarkStart"), w("bookmarkEnd")))) == 2


def test_an_equation_of_which_all_is_hidden_leaves_no_empty_boxes() -> None:
    def fraction(above: str, below: str) -> str:
        said = (f"<m:r><w:rPr>{look}</w:rPr><m:t>x</m:t></m:r>" for look in (above, below))
        return "<m:oMathPara><m:oMath><m:f><m:num>{}</m:num><m:den>{}</m:den></m:f></m:oMath></m:oMathPara>".format(
            *said
        )

    _, package = left(FIRST + p("See ", fraction(HIDDEN, HIDDEN), "it.") + p(fraction(HIDDEN, ""), t("x", HIDDEN)))
    kept = [next(one.iterancestors(m("oMathPara"))) for one in package.root(package.main).iter(m("oMath"))]
    assert [len(list(one.iter(m("r")))) for one in kept] == [1]


def test_a_note_goes_with_its_hidden_mark() -> None:
    mark = '<w:r><w:rPr>{}</w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{one}">{p(said)}</w:footnote>' for one, said in ((2, "Ours."), (3, "Shown.")))
    data = docx(p("One", mark.format(HIDDEN, 2), " and two", mark.format("", 3), "."), footnotes=notes)
    shown = shown_alone(data, read_word(data).draft, "accept")
    assert shown is not None
    assert [note.text for note in shown.draft.footnotes] == ["Shown."]
    assert shown.words == 1


def test_what_is_shown_is_read_from_the_file_as_its_tracked_changes_were_taken() -> None:
    body = (
        FIRST + p("See ", ins(t("our offer ")), t("with our doubts ", HIDDEN), "it.") + p(t("x", HIDDEN), mark=HIDDEN)
    )
    data = docx(body + LAST)
    for taken, text in (("accept", "See our offer it."), ("reject", "See it.")):
        shown = shown_alone(data, read_word(data, taken).draft, taken)
        assert shown is not None
        assert [one.text for one in shown.draft.paragraphs] == ["Notes the report,", text, "Requests another one,"]
        assert shown.places == {0: 0, 1: 1, 3: 2}
        assert shown.words == 4
    assert shown_alone(data, read_word(docx(FIRST)).draft, "accept") is None  # it is of another file
    assert shown_alone(docx(FIRST), read_word(docx(FIRST)).draft, "accept") is None


def test_what_went_is_counted_as_often_as_it_stood_and_fields_are_no_words() -> None:
    for body, words in ((p("See ", t("our offer ", HIDDEN), "it.") * 2, 4), (p("See ", field("TC", "", HIDDEN)), 0)):
        data = docx(FIRST + body)
        shown = shown_alone(data, read_word(data).draft, "accept")
        assert shown is not None
        assert shown.words == words
    assert "fields" in told_not_shown({"the text": shown})[0]


BEGUN_HIDDEN = field("PAGE", "7").replace("<w:rPr></w:rPr>", f"<w:rPr>{HIDDEN}</w:rPr>", 1)


@pytest.mark.parametrize("body", [p("See ", t("", HIDDEN), "it."), p("Page ", BEGUN_HIDDEN, ".")])
def test_a_file_that_hides_nothing_but_the_frames_of_what_it_shows_is_as_it_is(body: str) -> None:
    data = docx(FIRST + body)
    assert shown_alone(data, read_word(data).draft, "accept") is None


@pytest.mark.parametrize(
    ("body", "place", "shown"),
    [
        (p("See ", t("our offer", '<w:rStyle w:val="Aside"/>'), "."), "offer", "See  and theirs."),
        (p("See our offer", properties=AWAY), "offer", " and theirs"),
        (p("See ", t("our offer", HIDDEN), "."), "offer", "See  and theirs."),
    ],
)
def test_words_that_are_written_into_what_a_style_hides_are_shown(body: str, place: str, shown: str) -> None:
    data = docx(FIRST + body + LAST, styles=STYLES)
    read = read_word(data)
    at = next(at for at, one in enumerate(read.draft.paragraphs) if place in one.text)
    paragraphs = list(read.draft.paragraphs)
    paragraphs[at] = replace(paragraphs[at], runs=(Run(paragraphs[at].text.replace(place, f"{place} and theirs")),))
    new = replace(read.draft, paragraphs=tuple(paragraphs))
    made = write_redline(compare(read.draft, new), base=data, origins=read.origins)
    assert lint(made) == ()
    assert not any("theirs" in words for words in hidden_words(made).words)
    left = shown_alone(made, new, "accept")
    assert left is not None
    assert left.draft.paragraphs[at].text == shown


def test_a_line_that_is_written_beside_one_that_its_style_hides_is_shown() -> None:
    data = docx(FIRST + p("See our offer, which is the last one,", properties=AWAY) + LAST, styles=STYLES)
    read = read_word(data)
    before, after = read.draft.paragraphs[:2], read.draft.paragraphs[2:]
    line = replace(before[1], runs=(Run("See theirs, which is the first one,"),))
    new = replace(read.draft, paragraphs=(*before, line, *after))
    made = write_redline(compare(read.draft, new), base=data, origins=read.origins)
    left = shown_alone(made, new, "accept")
    assert left is not None
    assert [one.text for one in left.draft.paragraphs] == [FIRST_SAID, line.text, LAST_SAID]


@pytest.mark.parametrize(
    ("said", "gone", "shown"),
    [
        (["See", t(" our last offer", HIDDEN), " in it."], " our last offer", "See in it."),
        (["See", t(" our last offer", '<w:rStyle w:val="Aside"/>'), " in it."], " our last offer", "See in it."),
        (["See", t(" our last offer", HIDDEN), " in it."], " last offer", "See in it."),
        (["See ", t("our last offer ", HIDDEN), ", in it."], "our last offer ", "See , in it."),
        (["See ", t("our last offer ", HIDDEN), "in it."], "last offer ", "See in it."),
        (["See ", t("our last offer ", HIDDEN), "and theirs in it."], "last offer and ", "See theirs in it."),
        (["See all", t("our last all ", HIDDEN), ", in it."], "our last all ", "See all, in it."),
    ],
)
@pytest.mark.parametrize("of_note", [False, True])
def test_where_hidden_words_are_taken_out_the_space_that_the_page_shows_stays(
    said: list[str], gone: str, shown: str, of_note: bool
) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = {"footnotes": f'<w:footnote w:id="2">{p(*said)}</w:footnote>'} if of_note else {}
    data = docx(FIRST + (p("See", mark, " there.") if of_note else p(*said)) + LAST, styles=STYLES, **notes)
    read = read_word(data)
    whole = read.draft.footnotes[0].text if of_note else read.draft.paragraphs[1].text
    kept = (Run(whole.replace(gone, "")),)
    if of_note:
        new = replace(read.draft, footnotes=(replace(read.draft.footnotes[0], runs=kept),))
    else:
        paragraphs = list(read.draft.paragraphs)
        paragraphs[1] = replace(paragraphs[1], runs=kept)
        new = replace(read.draft, paragraphs=tuple(paragraphs))
    made = write_redline(compare(read.draft, new), base=data, origins=read.origins)
    assert lint(made) == ()
    assert read_word(made, "reject").draft == read.draft
    left = shown_alone(made, new, "accept")
    found = new if left is None else left.draft
    assert (found.footnotes[0].text if of_note else found.paragraphs[1].text) == shown
