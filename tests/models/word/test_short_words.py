"""Words of a few letters that nobody sees, notes whose mark is hidden, and hidden pictures."""

from __future__ import annotations

import re

import pytest

from models.circulation.certificate import NotVerified
from models.draft import Draft
from models.word.leaving.looked_for.laid_open import LAID_OPEN, refuse_hidden, told_laid_open, unseen_in
from models.word.leaving.scrub import CannotScrub, scrubbed
from models.word.leaving.unseen.hidden import hidden_words
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.word_xml import cell, dele, docx, ins, p, row, t, table

HIDDEN, WHITE, TINY = "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="1"/>'
OPEN = "The States shall not object to it."


def read(body: str, **others: str) -> Draft:
    return read_word(docx(body, **others)).draft


def refused(data: bytes, text: Draft) -> bool:
    try:
        refuse_hidden(unseen_in([data]), [text])
    except NotVerified:
        return True
    return False


def boxed(content: str) -> str:
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><w:pict><v:shape style="width:90pt;height:30pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>'
    )


SHORT = {
    "a word": p("The Parties shall ", t("not", HIDDEN), " adopt the text."),
    "a figure": p("At a cost of ", t("40", HIDDEN), " million dollars in all."),
    "one letter": p("In the annex to part ", t("B", HIDDEN), " of the report."),
    "of one word": p("They are un", t("re", HIDDEN), "lated to one another."),
    "in two runs": p("The Parties shall ", t("n", HIDDEN), t("ot", HIDDEN), " adopt the text."),
    "two words": p("The Parties ", t("UK", HIDDEN), " shall adopt, and ", t("no", HIDDEN), " one else."),
    "at the beginning": p(t("No", HIDDEN), " agreement was found on that."),
    "at the end": p("The Parties agreed to this: ", t("no", HIDDEN)),
    "alone": p("One.") + p(t("no", HIDDEN)) + p("Two."),
    "of a few letters": p("We ", t("do", HIDDEN), " go"),
    "of an item": p("1. ", t("No", HIDDEN), " agreement was found on that."),
    "Chinese": p("各方", t("不同意", HIDDEN), "通过该案文。"),
    "Arabic": p("الأطراف ", t("لا", HIDDEN), " توافق على النص"),
    "a cell": table(row(cell(p("40")), cell(p(t("40", HIDDEN))))),
    "a box": p("One.", boxed(p("The Parties shall ", t("not", HIDDEN), " adopt."))),
    "beside a deletion": p(
        "The Parties ", dele("<w:r><w:delText>gravely </w:delText></w:r>"), t("do", HIDDEN), " go now."
    ),
    "beside an insertion": p("The Parties ", ins(t("gladly ")), t("do", HIDDEN), ins(t(" all"))),
}


@pytest.mark.parametrize("place", SHORT)
def test_a_short_hidden_word_does_not_leave(place: str) -> None:
    data = docx(p(OPEN) + SHORT[place])
    assert refused(data, read(p(OPEN) + SHORT[place]))
    seen = SHORT[place].replace(HIDDEN, "")
    assert hidden_words(docx(p(OPEN) + seen)).words == ()


@pytest.mark.parametrize("place", [one for one in SHORT if one != "alone"])
def test_a_text_without_it_leaves_whatever_else_it_says(place: str) -> None:
    """Without the hidden run; the same letters stand elsewhere in it."""
    bare = re.sub(r"<w:r><w:rPr><w:vanish/></w:rPr>.*?</w:r>", "", SHORT[place])
    text = read(p(OPEN) + bare + p("No. 40 of part B, UK, do, re, 不同意, لا, not noted."))
    assert not refused(docx(p(OPEN) + SHORT[place]), text)


@pytest.mark.parametrize(
    ("now", "is_refused"),
    [
        ("All Parties shall not adopt the text.", True),
        ("The Parties shall not take the text.", True),
        ("They said that the Parties shall not.", True),
        ("Not adopt the text, and we shall object.", False),
        ("The Parties shall adopt the text.", False),
        ("The Parties shall never adopt the text. The States shall not object.", False),
    ],
)
def test_a_short_hidden_word_is_known_by_what_stands_before_or_behind_it(now: str, is_refused: bool) -> None:
    assert refused(docx(SHORT["a word"]), read(p(now))) == is_refused


def test_the_same_seen_elsewhere_in_the_file_is_no_hidden_word() -> None:
    twice = p("The Parties shall not adopt the text.") + SHORT["a word"]
    assert refused(docx(twice), read(twice))
    assert not refused(docx(twice), read(p("The Parties shall not adopt the text.")))


@pytest.mark.parametrize("nothing", [" ", "—", ". ", "\u00a0", "[", "\u200b"])
def test_signs_and_spaces_are_no_words(nothing: str) -> None:
    body = p("The Parties", t(nothing, HIDDEN), " shall adopt the text.")
    assert not refused(docx(body), read(body))


@pytest.mark.parametrize("look", [WHITE, TINY])
@pytest.mark.parametrize("word", ["not", "40", "不同意"])
def test_a_short_faint_word_is_told(word: str, look: str) -> None:
    body = p(OPEN) + p("The Parties shall ", t(word, look), " adopt the text.")
    unseen, text = unseen_in([docx(body)]), read(body)
    refuse_hidden(unseen, [text])
    assert told_laid_open(unseen, [text], None) == (f"{LAID_OPEN}: “{word}”",)
    assert told_laid_open(unseen, [read(p(OPEN) + p("The Parties shall adopt the text."))], None) == ()
    assert told_laid_open(unseen, [text], docx(body)) == ()


NOTE = "Our fallback is forty per cent."
HIDING = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
MARK = '<w:footnoteReference w:id="2"/>'


@pytest.mark.parametrize("note", [NOTE, "No.", "不同意"])
@pytest.mark.parametrize(
    ("body", "is_hidden"),
    [
        (p("One", f"<w:r><w:rPr><w:vanish/></w:rPr>{MARK}</w:r>", "."), True),
        (p("One", f'<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr>{MARK}</w:r>', "."), True),
        (table(row(cell(p("One"))) + row(cell(p(f"<w:r>{MARK}</w:r>")), properties="<w:hidden/>")), True),
        (p("One", f"<w:r>{MARK}</w:r>", "."), False),
        (p("One", f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>{MARK}</w:r>', "."), False),
        (p("One", f"<w:r><w:rPr><w:vanish/></w:rPr>{MARK}</w:r>", f"<w:r>{MARK}</w:r>"), False),
    ],
)
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_whose_mark_is_hidden_does_not_leave(kind: str, body: str, is_hidden: bool, note: str) -> None:
    notes = f'<w:{kind} w:id="2">{p(note)}</w:{kind}><w:{kind} w:id="3">{p("Seen.")}</w:{kind}>'
    body = (body + p("Two", '<w:r><w:footnoteReference w:id="3"/></w:r>')).replace("footnote", kind)
    parts = {f"{kind}s": notes, "styles": HIDING}
    data = docx(body, **parts)
    assert hidden_words(data).words == ((note,) if is_hidden else ())
    assert refused(data, read_word(data).draft) == is_hidden


UNSEEN = ' hidden="1"'
PICTURE = '<w:pict><v:shape style="width:9pt;height:9pt{}"><v:imagedata/></v:shape></w:pict>'
DRAWN = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Picture 1"{}/><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)


@pytest.mark.parametrize(
    ("run", "is_hidden"),
    [
        (f"<w:r><w:rPr><w:vanish/></w:rPr>{DRAWN.format('')}</w:r>", True),
        (f"<w:r><w:rPr><w:vanish/></w:rPr>{PICTURE.format('')}</w:r>", True),
        (f'<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr>{DRAWN.format("")}</w:r>', True),
        (f"<w:r>{DRAWN.format(UNSEEN)}</w:r>", True),
        (f"<w:r>{PICTURE.format(';visibility:hidden')}</w:r>", True),
        ('<w:r><w:rPr><w:vanish/></w:rPr><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', True),
        (f"<w:r>{DRAWN.format('')}</w:r>", False),
        (f"<w:r>{PICTURE.format('')}</w:r>", False),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', False),
        (f"<w:r>{PICTURE.format('')}</w:r>{t('a', HIDDEN)}", False),
    ],
)
def test_a_hidden_picture_does_not_leave(run: str, is_hidden: bool) -> None:
    data = docx(p("One.", run), styles=HIDING)
    if is_hidden:
        with pytest.raises(CannotScrub, match="is hidden in the Word file"):
            scrubbed(data)
    else:
        assert b"One." in Package(scrubbed(data)).data("word/document.xml")
