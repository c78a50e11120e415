"""What the new file does beside its words and the redline does not is counted."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.left_out import layout_left_out
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.unlike_things import warnings_of_things
from tests.models.word.word_xml import cell, d, dele, docx, ins, p, row, t, table

SAID = ("Recalling its resolution 70/1,", "Requests a report on the matter;", "Decides to meet again.")
SECTION = "<w:sectPr><w:pgSz w:w='16838' w:h='11906'/></w:sectPr>"
PAGE = "<w:pageBreakBefore/>"
LAST = "Thanks everyone."
PLAIN = "".join(map(p, SAID))


def field(instruction: str, shown: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{kinds[1]}{t(shown)}{kinds[2]}"


def raised(letters: str) -> str:
    return t(letters, '<w:vertAlign w:val="superscript"/>')


def aid(characters: str, above: str) -> str:
    return f"<w:r><w:ruby><w:rubyPr/><w:rt>{t(above)}</w:rt><w:rubyBase>{t(characters)}</w:rubyBase></w:ruby></w:r>"


BOX = f"<v:textbox><w:txbxContent>{p('A remark.')}</w:txbxContent></v:textbox>"
BOX = f"<w:r><w:pict><v:shape>{BOX}</v:shape></w:pict></w:r>"


CASES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "nothing": (PLAIN, PLAIN + p("One more"), ()),
    "a section break": (PLAIN, p(SAID[0], properties=SECTION) + p(SAID[1]), ("A section break of the new file",)),
    "a section break of both": (p(SAID[0], properties=SECTION) + p(SAID[1]), p(SAID[0], properties=SECTION), ()),
    "a page begun": (
        PLAIN,
        p(SAID[0]) + p(SAID[1], properties=PAGE) + p(SAID[2]),
        (),
    ),
    "a page begun no more": (
        p(SAID[0]) + p(SAID[1], properties=PAGE) + p(SAID[2]),
        PLAIN,
        (),
    ),
    "a page begun by what comes": (PLAIN, PLAIN + p("An annex to it", properties=PAGE) + p("The end"), ()),
    "cross-references": (
        PLAIN,
        PLAIN + p(t("See page "), field(" PAGEREF _Ref1 \\h ", "7"), t(" and "), field(" REF _Ref1 ", "the table")),
        ("2 cross-references of the new file as fields: the words are there",),
    ),
    "a text box": (PLAIN, p(t(SAID[0]), BOX) + p(SAID[1]) + p(SAID[2]), ()),
    "a text box that flows into another": (
        PLAIN,
        p(t(SAID[0]), BOX.replace("<v:textbox>", '<v:textbox style="mso-next-textbox:#other">'))
        + p(SAID[1])
        + p(SAID[2]),
        ("A text box of the new file: the words are in the text",),
    ),
    "a text box of both": (p(t(SAID[0]), BOX) + p(SAID[1]), p(t(SAID[0]), BOX) + p(SAID[1]) + p(SAID[2]), ()),
    "reading aids": (
        PLAIN + p(t("Of "), aid("東京", "とうきょう")),
        PLAIN + p(t("Of "), aid("東京", "とうきょう"), t(" and "), aid("漢字", "かんじ")),
        ("A reading aid above characters of the new file: the characters are there",),
    ),
    "struck and raised letters": (
        PLAIN + p(t("On "), t("all", "<w:strike/>")),
        PLAIN
        + p(t("On "), t("all", "<w:strike/>"), t(" of "), t("them", "<w:dstrike/>"), t(" 5 km"), raised("2"))
        + p(t("On the 5"), raised("th"), t(" of "), t("May", '<w:strike w:val="0"/>')),
        (
            "That “2” of the new file is raised: the letters are there",
            "That “them” of the new file is struck: the letters are there",
        ),
    ),
    "struck words in other runs": (
        PLAIN + p(t("On "), t("al", "<w:strike/>"), t("l land", "<w:strike/>")),
        PLAIN + p(t("On the sea and "), t("all land", "<w:strike/>")),
        (),
    ),
    "many long struck words": (
        PLAIN,
        PLAIN + p("".join(t(one, "<w:strike/>") + t(" x ") for one in ("sea", "a" * 61, "land", "air", "ice", "ore"))),
        (f"That “sea”, “{'a' * 60}…”, “land”, “air” and 2 more of the new file are struck: the letters are there",),
    ),
    "a field of the page": (PLAIN, PLAIN + p(t("Page "), field(" PAGE ", "1")), ()),
}


@pytest.mark.parametrize("name", CASES)
def test_layout_that_does_not_come_is_told(name: str) -> None:
    one, other, told = CASES[name]
    old, new = docx(one + p(LAST)), docx(other + p(LAST))
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert layout_left_out(written, new) == told
    assert layout_left_out(new, new) == ()


def headed(body: str, *said: str) -> bytes:
    place = '<w:headerReference w:type="default" r:id="rId1"/>'
    return docx(body + f"<w:sectPr>{place}</w:sectPr>", header=p(*said))


PAGES = "What heads and feet of the pages say in the new file: here they are those of the base"
COUNTED = (t("Page "), field(" PAGE ", "1"), t(" of "), field(" NUMPAGES ", "3"))
LATER = (t("Page "), field(" PAGE ", "2"), t("   of "), field(" NUMPAGES ", "14"))


@pytest.mark.parametrize(
    ("base", "new", "told"),
    [
        (("A/C.2/80/L.50",), ("A/C.2/80/L.50/Rev.1",), (PAGES,)),
        (("A/C.2/80/L.50",), (t("A/C.2/80/"), t("L.50")), ()),
        (COUNTED, LATER, ()),
        (COUNTED, (t("Seite "), *LATER[1:]), (PAGES,)),
        (("مسودة",), ("مسودة منقحة",), (PAGES,)),
        (("草案",), ("草案",), ()),
        (("25-12345",), ("25-67890",), ()),
        (("Draft",), ("",), ()),
        (("",), ("Draft",), (PAGES,)),
        (("Draft",), (t("Draft"), ins(t(" two"))), (PAGES,)),
        (("Draft",), (t("Draft"), dele(d(" two"))), ()),
    ],
)
def test_heads_that_say_something_else_in_the_new_file_are_told(
    base: tuple[str, ...], new: tuple[str, ...], told: tuple[str, ...]
) -> None:
    old, other = headed(PLAIN, *base), headed(PLAIN + p("One more."), *new)
    before, after = read_word(old), read_word(other)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(other, after.origins))
    assert layout_left_out(written, other, old) == told
    assert layout_left_out(other, other, other) == ()


def test_heads_that_no_page_of_the_new_file_shows_are_not_told() -> None:
    shown = headed(PLAIN, "Draft")
    unseen = docx(PLAIN + '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>', header=p("Second"))
    assert layout_left_out(shown, unseen, shown) == ()
    assert layout_left_out(docx(PLAIN), shown) == (PAGES.partition(":")[0],)


def noted(body: str, note: str) -> bytes:
    return docx(body, footnotes=f'<w:footnote w:id="1">{note}</w:footnote>')


def test_what_notes_of_the_new_file_look_like_is_told_where_it_does_not_come() -> None:
    place, own = '<w:r><w:footnoteReference w:id="1"/></w:r>', 'w:customMarkFollows="1" w:id="1"'
    plain = noted(p(t("One"), place, t(" two.")), p("A source."))
    marked = noted(p(t("One"), place.replace('w:id="1"', own), raised("1"), t(" two.")), p("A source."))
    tabled = noted(p(t("One"), place, t(" two.")), p("A source.") + table(row(cell(p("Water")))) + p("The end."))
    at_end = docx(
        p(t("One"), place.replace("footnote", "endnote"), t(" two.")),
        endnotes=f'<w:endnote w:id="1">{p("A source.")}</w:endnote>',
    )
    for old, new, told in (
        (plain, at_end, ("An endnote of the new file: here a footnote",)),
        (at_end, plain, ("A footnote of the new file: here an endnote",)),
        (plain, marked, ("The mark typed for a note of the new file: here Word counts them",)),
        (plain, tabled, ("A table in the notes of the new file: the words are there",)),
        (marked, plain, ()),
        (tabled, plain, ()),
        (plain, plain, ()),
    ):
        before, after = read_word(old), read_word(new)
        comparison = compare(before.draft, after.draft)
        written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
        assert layout_left_out(written, new) == told
        assert [one.code for one in warnings_of_things(old, new)] == ["notes-differ"] * (at_end in (old, new))


def test_comments_of_the_new_file_are_told() -> None:
    mark, said = '<w:r><w:commentReference w:id="{}"/></w:r>', '<w:comment w:id="{}" w:author="A">{}</w:comment>'
    lines = [p(t(SAID[0]), mark.format(1)), p(t(SAID[1]), mark.format(2)), p(LAST)]
    comments = [said.format(1, p("Check this.")), said.format(2, p("And this."))]
    old = docx(lines[0] + p(SAID[1]) + p(LAST), comments=comments[0])
    new = docx("".join(lines), comments="".join(comments))
    before, after = read_word(old), read_word(new)
    written = write_redline(
        compare(before.draft, after.draft), base=old, origins=before.origins, new_file=(new, after.origins)
    )
    assert layout_left_out(written, new) == ("A comment of the new file",)
    assert layout_left_out(written, new, old) == ("A comment of the new file",)
    bare = docx("".join(lines))
    assert layout_left_out(bare, new) == ("2 comments of the new file",)
    assert layout_left_out(bare, new, old) == ("A comment of both files", "A comment of the new file")
    assert layout_left_out(bare, new, new) == ("2 comments of both files",)
