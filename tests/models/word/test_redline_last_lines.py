"""The last line of a text or a text box where a table comes or goes before it: no empty line stays in either text."""

from __future__ import annotations

from itertools import permutations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.test_comments import comment, end, file, start
from tests.models.word.test_redline_boxes import MORE, ONE, SAID, THREE, TWO, box
from tests.models.word.word_xml import FILM, cell, docx, p, row, t, table

TABLE = table(row(cell(p("Oceans")), cell(p("Schools"))))
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(THREE)}</w:sdtContent></w:sdt>"
ENDS = {
    "a line": p(SAID),
    "a table": p(SAID) + TABLE + p(),
    "a table and a line": p(SAID) + TABLE + p(MORE),
    "two lines": p(SAID) + p(MORE),
    "a table alone": TABLE + p(),
    "a table and two lines": p(SAID) + TABLE + p() + p(MORE),
    "two lines and a table": p(SAID) + p(MORE) + TABLE + p(),
    "a table before a line": TABLE + p(SAID),
    "a line and an empty one": p(SAID) + p(),
}


def _lines(data: bytes | Package) -> list[tuple[str, str]]:
    """The paragraphs of a text, with what each stands in."""
    package = Package(data) if isinstance(data, bytes) else data
    nodes = package.root(package.main).iter(w("p"))
    return [("".join(one.itertext(w("t"))), str(next(one.iterancestors()).tag)) for one in nodes]


def _redline(old: str, new: str) -> bytes:
    """The redline of two texts, exact both ways to the last empty line."""
    base, other = (docx(one, footnotes=NOTE) if "footnoteReference" in one else docx(one) for one in (old, new))
    was, now = read_word(base), read_word(other)
    comparison = compare(was.draft, now.draft)
    written = write_redline(comparison, base=base, origins=was.origins, new_file=(other, now.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    for side, wanted in (("accept", other), ("reject", base)):
        package = Package(written)
        resolve(package, side)
        assert _lines(package) == _lines(wanted), side
    return written


@pytest.mark.parametrize(("old", "new"), list(permutations(ENDS, 2)))
@pytest.mark.parametrize("where", ["text", "box"])
def test_what_ends_a_text_or_a_box_ends_it_in_both_texts(where: str, old: str, new: str) -> None:
    def body(end: str) -> str:
        return p(ONE) + end if where == "text" else p(t(ONE), box("").replace(p(""), end)) + p(TWO)

    _redline(body(ENDS[old]), body(ENDS[new]))


def test_a_control_that_goes_with_the_line_behind_it_leaves_none() -> None:
    _redline(p(ONE) + p(TWO) + CONTROL + p(MORE), p(ONE) + p(TWO))


LINK = f'<w:hyperlink w:anchor="x">{t(TWO)}</w:hyperlink>'
NOTED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
NOTE = f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", t(" See resolution 70/1."))}</w:footnote>'
SAYS_MORE = {
    "a link": LINK,
    "a field": f'<w:fldSimple w:instr=" REF x ">{t(TWO)}</w:fldSimple>',
    "a control": f"<w:sdt><w:sdtPr/><w:sdtContent>{t(TWO)}</w:sdtContent></w:sdt>",
    "a colour": t(TWO, '<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'),
    "a formula": t(TWO) + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    "a drawing": t(TWO) + FILM,
    "a note": t(TWO) + NOTED,
    "a note and no words": NOTED,
    "a bookmark that nothing leads to": f'<w:bookmarkStart w:id="5" w:name="_Hlk7"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>',
}


@pytest.mark.parametrize("comes", [True, False], ids=["comes", "goes"])
@pytest.mark.parametrize("held", SAYS_MORE.values(), ids=SAYS_MORE)
def test_a_line_that_holds_more_than_words_comes_with_it_before_a_table(held: str, comes: bool) -> None:
    more = " And more." if held != NOTED else ""
    short, long = p(ONE) + p(held), p(ONE) + p(held, more) + TABLE + (p() if comes else p(MORE))
    base, other = (short, long) if comes else (long, short)
    written = _redline(base, other)
    for side, wanted in (("accept", other), ("reject", base)):
        package = Package(written)
        resolve(package, side)
        assert _held(package) == _held(Package(docx(wanted, footnotes=NOTE))), side


@pytest.mark.parametrize("comes", [True, False], ids=["comes", "goes"])
def test_a_line_comes_anew_in_the_name_of_who_asks_for_the_table(comes: bool) -> None:
    short, long = docx(p(ONE) + p(TWO)), docx(p(ONE) + p(TWO) + TABLE + p())
    base, other = (short, long) if comes else (long, short)
    was, now = read_word(base), read_word(other)
    comparison = compare(was.draft, now.draft)
    written = write_redline(
        comparison, base=base, origins=was.origins, author=lambda one: "Nobody" if one.kind == "unchanged" else "Kenya"
    )
    package = Package(written)
    assert {one.get(w("author")) for one in package.root(package.main).iter(w("ins"), w("del"))} == {"Kenya"}


def _held(package: Package) -> list[object]:
    """What the second line of a text holds beside its letters, and what these look like."""
    line = list(package.root(package.main).iter(w("p")))[1]
    tags = (w("hyperlink"), w("sdt"), w("fldSimple"), w("fldChar"), m("oMath"), w("drawing"), w("footnoteReference"))
    found = {w("fldSimple") if one.tag == w("fldChar") else one.tag for one in line.iter(*tags)}
    return [found, {etree.tostring(one, method="c14n", exclusive=True) for one in line.iter(w("rPr")) if len(one)}]


@pytest.mark.parametrize(
    "held",
    [
        f'<w:bookmarkStart w:id="5" w:name="x"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>',
        f'<w:bookmarkStart w:id="5" w:name="_x"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>{LINK.replace("x", "_x", 1)}',
        f"{t(TWO)}{end(1)}",
        f'<w:permStart w:id="1"/>{t(TWO)}<w:permEnd w:id="1"/>',
    ],
    ids=["a bookmark", "a bookmark a link leads to", "a comment that begins elsewhere", "a part some may write in"],
)
def test_a_line_stays_as_it_is_where_what_it_holds_can_stand_in_one_place_alone(held: str) -> None:
    begins = start(1) if end(1) in held else ""
    base = docx(p(begins + t(ONE)) + p(held) + TABLE + p())
    was = read_word(base)
    comparison = compare(was.draft, read_word(docx(p(ONE) + p(held))).draft)
    package = Package(write_redline(comparison, base=base, origins=was.origins))
    resolve(package, "accept")
    stood, now = (list(one.root(one.main).iter(w("p"))) for one in (Package(base), package))
    assert [etree.tostring(one, with_tail=False) for one in now] == [
        etree.tostring(one, with_tail=False) for one in (*stood[:2], stood[-1])
    ]


@pytest.mark.parametrize("comes", [True, False], ids=["comes", "goes"])
@pytest.mark.parametrize(
    "called",
    [start(0) + t(TWO) + start(1) + end(0) + end(1), start(0) + end(0) + start(1) + end(1)],
    ids=["words", "none"],
)
def test_comments_come_anew_with_the_line_they_stand_in(called: str, comes: bool) -> None:
    said = comment(0, "When?", "Where?", para="0000000A") + comment(1, "In May.", author="Kenya", para="0000000B")
    states = '<w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:done="0" '
    short, long = (
        file(p(ONE) + p(called) + more, said, states + 'w15:paraIdParent="0000000A"/>') for more in ("", TABLE + p())
    )
    base, other = (short, long) if comes else (long, short)
    was, now = read_word(base), read_word(other)
    written = write_redline(
        compare(was.draft, now.draft), base=base, origins=was.origins, new_file=(other, now.origins)
    )
    assert lint(written) == ()
    for side, wanted in (("accept", now), ("reject", was)):
        package = Package(written)
        resolve(package, side)
        assert read_word(package.to_bytes()).comments == wanted.comments, side
        assert len(list(package.root(package.main).iter(w("p")))) == len(wanted.draft.paragraphs)


def test_a_line_is_written_anew_where_only_the_cursor_stood_in_it() -> None:
    cursor = f'<w:bookmarkStart w:id="5" w:name="_GoBack"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>'
    _redline(p(ONE) + p(cursor) + TABLE + p(), p(ONE) + p(TWO))
