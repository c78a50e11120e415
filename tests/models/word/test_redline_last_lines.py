"""The last line of a text or a text box where a table comes or goes before it: no empty line stays in either text."""

from __future__ import annotations

from itertools import permutations

import pytest

from models.comparison.compare import compare
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
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
    base, other = docx(old), docx(new)
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


def test_what_stands_before_a_table_stays_as_it_is_where_more_than_words_would_go_with_it() -> None:
    base = docx(p(ONE) + p(t(TWO), FILM) + TABLE + p())
    was = read_word(base)
    comparison = compare(was.draft, read_word(docx(p(ONE) + p(t(TWO), FILM))).draft)
    package = Package(write_redline(comparison, base=base, origins=was.origins))
    resolve(package, "accept")
    assert [text for text, _ in _lines(package)] == [ONE, TWO, ""]


@pytest.mark.parametrize(
    "kept",
    [
        f'<w:hyperlink w:anchor="x">{t(TWO)}</w:hyperlink>',
        f'<w:bookmarkStart w:id="5" w:name="x"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>',
        f'<w:fldSimple w:instr=" REF x ">{t(TWO)}</w:fldSimple>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{t(TWO)}</w:sdtContent></w:sdt>",
        t(TWO).replace("<w:r>", '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>'),
    ],
)
@pytest.mark.parametrize("comes", [True, False])
def test_a_line_that_would_lose_a_link_or_its_look_is_not_written_anew(kept: str, comes: bool) -> None:
    short, long = docx(p(ONE) + p(kept)), docx(p(ONE) + p(kept) + TABLE + p())
    base, other = (short, long) if comes else (long, short)
    was, now = read_word(base), read_word(other)
    written = write_redline(
        compare(was.draft, now.draft), base=base, origins=was.origins, new_file=(other, now.origins)
    )
    for side in ("accept", "reject"):
        package, stood = Package(written), Package(base)
        resolve(package, side)
        lines = [list(one.root(one.main).iter(w("p")))[1] for one in (package, stood)]
        assert len({tuple((str(one.tag), *one.attrib.items()) for one in line.iter()) for line in lines}) == 1, side


def test_a_line_is_written_anew_where_only_the_cursor_stood_in_it() -> None:
    cursor = f'<w:bookmarkStart w:id="5" w:name="_GoBack"/>{t(TWO)}<w:bookmarkEnd w:id="5"/>'
    _redline(p(ONE) + p(cursor) + TABLE + p(), p(ONE) + p(TWO))
