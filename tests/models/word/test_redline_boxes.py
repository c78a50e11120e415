"""Text boxes in redlines: what a box says stays in it only behind the paragraph it hangs on; else it goes whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table

ONE, TWO, THREE = (
    "Recalling its resolution on water,",
    "Noting the report of the Secretary-General,",
    "Decides to meet again.",
)
_TAB = "<w:r><w:tab/></w:r>"
SAID, MORE = "A note in a box beside the text.", "Another line of the box."


def box(*lines: str) -> str:
    content = "".join(map(p, lines))
    inner = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{inner}</v:shape></w:pict></w:r>"


def doubled(*lines: str) -> str:
    """A box as newer programs write it, with a copy for older ones."""
    content = f"<w:txbxContent>{''.join(map(p, lines))}</w:txbxContent>"
    newer = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    older = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    inner = f'<mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{inner}</mc:AlternateContent></w:r>"


def several(*lines: str) -> str:
    """Boxes of one drawing, of which none can go alone."""
    shapes = "".join(
        f"<v:shape><v:textbox><w:txbxContent>{p(line)}</w:txbxContent></v:textbox></v:shape>" for line in lines
    )
    return f"<w:r><w:pict><v:group>{shapes}</v:group></w:pict></w:r>"


FILES = {
    "hangs on the first": p(t(ONE), box(SAID)) + p(TWO) + p(THREE),
    "hangs on the second": p(ONE) + p(t(TWO), box(SAID)) + p(THREE),
    "two lines": p(t(ONE), box(SAID, MORE)) + p(TWO) + p(THREE),
    "with a copy": p(t(ONE), doubled(SAID)) + p(TWO) + p(THREE),
    "hangs on nothing": p(box(SAID)) + p(ONE) + p(TWO) + p(THREE),
    "as text": p(SAID) + p(ONE) + p(TWO) + p(THREE),
    "as text, its line gone": p(TWO) + p(SAID) + p(THREE),
    "its line comes after": p(SAID) + p(MORE) + p(ONE) + p(THREE),
    "other words": p("Something else entirely is said here.") + table(row(cell(p("1")), cell(p("2")))) + p("An end."),
    "other words in it": p(t(ONE), box("Remarks of the Chair on the matter.")) + p(TWO) + p(THREE),
    "the box alone": p(box(SAID)),
    "hangs on other words": p(t("Other words altogether stand here."), box(SAID)) + p(TWO) + p(THREE),
    "an empty line in it": p(box(SAID, "")) + p(),
    "empty lines alone": p() * 4,
    "several": p(t(ONE), several(SAID, MORE)) + p(TWO) + p(THREE),
    "several, other words in one": p(t(ONE), several(SAID, "Remarks of the Chair on it.")) + p(TWO) + p(THREE),
}


@pytest.mark.parametrize(("old", "new"), list(permutations(FILES, 2))[::2])
def test_boxes_stay_with_their_line_or_go_whole(old: str, new: str) -> None:
    base, wanted = docx(FILES[old]), docx(FILES[new])
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    package = Package(written)
    text = package.root(package.main)
    changes = [next(one.iterancestors(w("del"), w("moveFrom")), None) for one in text.iter(w("t"))]
    assert not [one for one in changes if one is not None and one.tag == w("del")]
    resolve(package, "accept")
    for one in package.root(package.main).iter(w("pict"), w("drawing")):
        assert "".join(text.text or "" for text in one.iter(w("t"))), "an empty box stays behind"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hangs on the first", "hangs on other words"),
        ("hangs on the first", "other words in it"),
        ("several", "several, other words in one"),
    ],
)
def test_a_box_stays_where_other_words_come_into_it_or_before_it(old: str, new: str) -> None:
    base, wanted = docx(FILES[old]), docx(FILES[new])
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    package = Package(written)
    boxes = list(package.root(package.main).iter(w("pict")))
    assert len(boxes) == 1
    assert next(boxes[0].iterancestors(w("del"), w("ins")), None) is None


@pytest.mark.parametrize("gone", [(SAID,), (MORE,), (SAID, ONE), (SAID, MORE)])
def test_a_drawing_stays_with_a_box_that_says_nothing_as_long_as_another_says_something(gone: tuple[str, ...]) -> None:
    base = docx(p(t(ONE), several(SAID, MORE, THREE)) + p(TWO))
    old = read_word(base)
    new = Draft(tuple(one for one in old.draft.paragraphs if one.text not in gone))
    comparison = compare(old.draft, new)
    written = write_redline(comparison, base=base, origins=old.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    assert lint(written) == ()
    package = Package(written)
    resolve(package, "accept")
    boxes = list(package.root(package.main).iter(w("txbxContent")))
    left = ["" if one in gone else one for one in (SAID, MORE, THREE)]
    assert ["".join(one.itertext()) for one in boxes] == ([] if ONE in gone else left)
    assert all(len(one.findall(w("p"))) == 1 for one in boxes)


@pytest.mark.parametrize(("had", "has"), [(2, 1), (1, 2)])
def test_which_of_two_empty_lines_went_or_came_is_told_by_the_box_that_hangs_on_one(had: int, has: int) -> None:
    body = p(ONE) + "{}" + p(box(SAID)) + p(THREE)
    base, new = docx(body.format(p() * had)), docx(body.format(p() * has))
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written, of_file=True) == ()
    package = Package(written)
    picture = next(package.root(package.main).iter(w("pict")))
    assert next(picture.iterancestors(w("del"), w("ins")), None) is None
    assert next(package.root(package.main).iter(w("del" if had > has else "ins")), None) is not None


def test_a_line_that_comes_before_the_empty_one_on_which_a_box_hangs_leaves_it_alone() -> None:
    boxed = p(box(SAID, MORE))
    base, new = docx(p(ONE) + p() + boxed + p(THREE)), docx(p(ONE) + p() + p(TWO) + boxed + p(THREE))
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written, of_file=True) == ()
    package = Package(written)
    picture = next(package.root(package.main).iter(w("pict")))
    assert next(picture.iterancestors(w("del"), w("ins")), None) is None


@pytest.mark.parametrize("lines", [(SAID, MORE), (SAID,)], ids=["another box follows", "the text follows"])
def test_a_line_of_a_box_that_cannot_be_split_finely_stays_in_its_box(lines: tuple[str, ...]) -> None:
    """Where the new text is no Word file, nothing else tells what stands in a box."""
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{t(SAID)}</w:sdtContent></w:sdt>"
    base = docx(p(t(ONE), several(held, *lines[1:])) + p(TWO) + p(THREE))
    before = read_word(base)
    texts = list(before.draft.paragraphs)
    texts[1:2] = [replace(texts[1], runs=(Run(one),)) for one in (SAID[:17], SAID[18:])]
    comparison = compare(before.draft, Draft(tuple(texts)))
    written = write_redline(comparison, base=base, origins=before.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    package = Package(written)
    resolve(package, "accept")
    first = next(package.root(package.main).iter(w("txbxContent")))
    assert ["".join(one.itertext()) for one in first.iter(w("p"))] == [SAID[:17], SAID[18:]]


def test_a_line_between_those_of_two_boxes_of_one_paragraph_comes_in_the_first() -> None:
    base = docx(p(t(ONE), several(SAID, MORE)) + p(TWO) + p(THREE))
    before = read_word(base)
    texts = list(before.draft.paragraphs)
    texts.insert(2, replace(texts[1], runs=(Run("It says more."),)))
    comparison = compare(before.draft, Draft(tuple(texts)))
    written = write_redline(comparison, base=base, origins=before.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    root = Package(written).root("word/document.xml")
    assert [len(one.findall(w("p"))) for one in root.iter(w("txbxContent"))] == [2, 1]


def test_a_picture_in_a_box_keeps_no_empty_line_of_the_text() -> None:
    base, wanted = docx(p(box("<w:r><w:drawing/></w:r>", SAID)) + p(ONE) + p()), docx(p() * 4)
    old, new = read_word(base), read_word(wanted)
    comparison = compare(old.draft, new.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(wanted, new.origins))
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    assert lint(written) == ()


def test_a_box_on_the_empty_line_behind_a_table_that_goes_stays() -> None:
    headed = table(row(cell(p("")), cell(p("Number"))), row(cell(p("Water")), cell(p("12"))))
    base = docx(p(ONE) + headed + p(box(SAID, MORE)) + p(TWO) + table(row(cell(p("Energy")))) + p(THREE))
    old = read_word(base)
    new = Draft(tuple(one for one in old.draft.paragraphs if one.cell is None or one.cell[0] == 1))
    comparison = compare(old.draft, new)
    written = write_redline(comparison, base=base, origins=old.origins)
    assert differences(comparison, written) == ()
    said = Package(written).root("word/document.xml").iter(w("txbxContent"))
    assert [list(one.iter(w("ins"), w("del"))) for one in said] == [[]]


@pytest.mark.parametrize("parted", [False, True], ids=["whole tables", "a line between two cells"])
def test_cells_of_a_box_that_goes_whole_go_with_it(parted: bool) -> None:
    """Where no Word file of the new text tells what stands in a box, and the line it hangs on goes."""
    held = box(SAID).replace(p(SAID), table(row(cell(p(SAID)), cell(p(MORE)))) + p(""))
    after = table(row(cell(p("Water")), cell(p("Energy")))) + p("")
    base = docx(p(ONE) + p(t(TWO), held) + p(THREE) + after)
    old = read_word(base)
    texts = [one for one in old.draft.paragraphs if one.text != TWO]
    if parted:  # no file can show such a table, so its cells are no difference
        texts.insert(-2, replace(texts[0], runs=(Run("Between the cells."),)))
    comparison = compare(old.draft, Draft(tuple(texts)))
    written = write_redline(comparison, base=base, origins=old.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    assert lint(written) == ()
    package = Package(written)
    resolve(package, "accept")
    assert list(package.root(package.main).iter(w("pict"))) == []


def test_a_line_in_a_control_of_its_own_goes_from_the_end_of_a_box() -> None:
    """Word keeps the last end of a box: an empty line stays behind the other control, and is told."""
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    held = box(SAID, MORE)
    for line in (SAID, MORE):
        held = held.replace(p(line), control.format(p(line)))
    base = docx(p(t(ONE), held) + p(TWO))
    old = read_word(base)
    new = replace(old.draft, paragraphs=tuple(one for one in old.draft.paragraphs if one.text != MORE))
    comparison = compare(old.draft, new)
    written = write_redline(comparison, base=base, origins=old.origins)
    assert differences(comparison, written) == ()
    assert [one.text for one in read_word(written).draft.paragraphs] == [ONE, SAID, "", TWO]
    assert read_word(written, "reject").draft == old.draft


@pytest.mark.parametrize("comes", ["", p("Health for all in cities.")], ids=["alone", "a line comes behind the box"])
@pytest.mark.parametrize("lines", [[], ["A line behind it in the box."]], ids=["last", "not last"])
def test_a_table_goes_from_a_box_and_leaves_no_line_behind(lines: list[str], comes: str) -> None:
    held = table(row(cell(p("Oceans")), cell(p("Schools"))))
    base = docx(p(box(SAID, *(lines or [""]))).replace(p(SAID), p(SAID) + held) + p(ONE))
    new = docx(p(box(SAID, *lines)) + comes + p(ONE))
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    assert read_word(written, "reject").draft == old.draft
    taken = [one.text for one in read_word(written).draft.paragraphs]
    assert taken == ["", SAID, *lines, *(["Health for all in cities."] if comes else []), ONE]


_ONE, _TWO, _THREE = "Encourages women and ", "youth to take part ", "in meetings;"
_NAMED = '<w:bookmarkStart w:id="5" w:name="b"/>{}<w:bookmarkEnd w:id="5"/>'


@pytest.mark.parametrize("hangs", [box, doubled], ids=["once", "with a copy"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([t(_ONE), "box", t(_TWO)], [[t(_ONE)], ["box", t(_TWO)]]),
        ([t(_ONE), "box", t(_TWO)], [[t(_ONE), "box"], [t(_TWO)]]),
        ([t(_ONE), "box", t(_TWO)], [[t(_ONE + "men")], ["box", t("all " + _TWO)]]),
        ([t(_ONE + "old "), "box", t(_TWO)], [[t(_ONE)], ["box", t(_TWO)]]),
        ([t(_ONE), "box", t("old " + _TWO)], [[t(_ONE)], ["box", t(_TWO)]]),
        ([t(_ONE + _TWO), "box", t(_THREE)], [[t(_ONE)], [t(_TWO)], ["box", t(_THREE)]]),
        ([t(_ONE), "box", t(_TWO + _THREE)], [[t(_ONE)], ["box", t(_TWO)], [t(_THREE)]]),
        ([t(_ONE), "box", t(_TWO)], [[t(_ONE)], [t(_TWO)]]),
        ([t(_ONE), "box", "box", t(_TWO)], [[t(_ONE)], ["box", "box", t(_TWO)]]),
    ],
    ids=["goes on", "stays", "words come", "words go before", "words go behind", "third", "second", "goes", "two"],
)
def test_a_box_that_hangs_where_a_line_is_split_hangs_on_the_line_that_it_is_read_behind(
    old: list[str], new: list[list[str]], hangs: Callable[[str], str]
) -> None:
    def line(pieces: list[str]) -> str:
        return p(*(hangs(SAID) if piece == "box" else piece for piece in pieces))

    base, after = docx(line(old) + p(THREE)), docx("".join(map(line, new)) + p(THREE))
    assert _read_exactly(base, after)


def test_a_bookmark_round_a_box_on_which_a_line_is_split_stays_round_it() -> None:
    named = _NAMED.format(box(SAID))
    base = docx(p(t(_ONE), named, t(_TWO)) + p(THREE))
    written = _read_exactly(base, docx(p(t(_ONE)) + p(named, t(_TWO)) + p(THREE)))
    package = Package(written)
    resolve(package, "reject")
    order = [one.tag for one in package.root(package.main).iter(w("bookmarkStart"), w("pict"), w("bookmarkEnd"))]
    assert order == [w("bookmarkStart"), w("pict"), w("bookmarkEnd")]


def _read_exactly(base: bytes, new: bytes) -> bytes:
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    return written


@pytest.mark.parametrize("choice", ["accept", "reject"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([SAID], [SAID.replace("note", "remark")]),
        ([SAID], ["A note in a box", "beside the text."]),
        (["A note in a box ", "beside the text."], [SAID]),
        ([SAID, MORE], ["A note in a box ", f"beside the text. {MORE}"]),
        ([t(SAID) + _TAB], [SAID, _TAB]),
        ([_TAB + t(SAID)], [_TAB, SAID]),
    ],
    ids=["reworded", "split", "joined", "end moved on", "a tab parted behind", "a tab parted before"],
)
def test_what_older_programs_show_of_a_box_changes_with_it(before: list[str], after: list[str], choice: str) -> None:
    base = docx(p(t(ONE), doubled(*before)) + p(TWO) + p(t(THREE), doubled(MORE)))
    new = docx(p(t(ONE), doubled(*after)) + p(TWO) + p(t(THREE), doubled(MORE)))
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert lint(written) == ()
    package = Package(written)
    resolve(package, choice)
    newer, older, *others = (_lines(one) for one in package.root(package.main).iter(w("txbxContent")))
    asked = Package(new if choice == "accept" else base)
    assert newer == older == _lines(next(asked.root(asked.main).iter(w("txbxContent"))))
    assert others == [[MORE], [MORE]]


def _lines(box: etree._Element) -> list[str]:
    return ["".join(one.text or "\t" for one in line.iter(w("t"), w("tab"))) for line in box.iter(w("p"))]


def test_what_changes_in_a_line_that_moves_comes_in_the_copy_within_nothing_that_comes() -> None:
    """There the line comes and goes: a change within another of its kind no program reads."""
    base = docx(p(t(ONE), doubled(SAID, "On schools and oceans now.")))
    new = docx(p(t(ONE), doubled("On schools and oceans then", SAID)))
    old, wanted = read_word(base), read_word(new)
    written = write_redline(
        compare(old.draft, wanted.draft), base=base, origins=old.origins, new_file=(new, wanted.origins)
    )
    assert next(Package(written).root("word/document.xml").iter(w("moveTo")), None) is not None
    assert lint(written) == ()
