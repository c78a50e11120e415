"""Tables in redlines: rows, cells and whole tables go and come as such, and both tables are there when read back."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from typing import TypeAlias

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences, side_differences
from models.word.redlining.things.things import NewFile
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, table

# A text is lines and tables; a table is rows of cells, each of some paragraphs.
Table: TypeAlias = list[list[list[str]]]
Text: TypeAlias = list[str | Table]

ONE, TWO, THREE = [["Water"], ["12 million"]], [["Energy"], ["7 million"]], [["Schools"], ["40 million"]]
THREE_CELLS = ["12 million people", "7 million homes", "40 schools in all"]
BEFORE, AFTER = "Notes the figures below,", "Requests another report,"


def plain(*rows: list[list[str]]) -> Text:
    return [BEFORE, list(rows), AFTER]


CASES: dict[str, tuple[Text, Text, dict[str, int]]] = {
    "a row comes first": (plain(ONE, TWO), plain(THREE, ONE, TWO), {"trPr/ins": 1}),
    "a row comes between": (plain(ONE, TWO), plain(ONE, THREE, TWO), {"trPr/ins": 1}),
    "a row comes last": (plain(ONE, TWO), plain(ONE, TWO, THREE), {"trPr/ins": 1}),
    "two rows come": (plain(ONE), plain(ONE, TWO, THREE), {"trPr/ins": 2}),
    "a row goes": (plain(ONE, TWO, THREE), plain(ONE, THREE), {"trPr/del": 1}),
    "a row for a row": (
        plain(ONE, TWO, THREE),
        plain(ONE, [["Forests and seas"], ["no figure"]], THREE),
        {"trPr/ins": 1, "trPr/del": 1},
    ),
    "a table comes": ([BEFORE, AFTER], plain(ONE, TWO), {"trPr/ins": 2}),
    "a table goes": (plain(ONE, TWO), [BEFORE, AFTER], {"trPr/del": 2}),
    "a line becomes a cell of a table of new ones": (
        [BEFORE, "Twelve million people", AFTER],
        [BEFORE, [[["Twelve million people"], ["have no water that is fit for use"]]], AFTER],
        {"trPr/ins": 1},
    ),
    "a line becomes a cell of a table that is there": (
        [BEFORE, "Twelve million people have no water", [ONE, TWO], AFTER],
        [BEFORE, [[["Twelve million people have no water"], ["12"]], ONE, TWO], AFTER],
        {"trPr/ins": 1},
    ),
    "a cell in each row comes": (
        plain([["Water"]], [["Energy"]]),
        plain([["Water"], ["12"]], [["Energy"], ["7"]]),
        {"tcPr/cellIns": 2},
    ),
    "a cell in each row goes": (
        plain([["Water"], ["12"]], [["Energy"], ["7"]]),
        plain([["Water"]], [["Energy"]]),
        {"tcPr/cellDel": 2},
    ),
    "a cell in each row goes, and a row": (
        plain([["Water"], ["12"]], [["Schools"], ["40"]], [["Energy"], ["7"]]),
        plain([["Water"]], [["Energy"]]),
        {"tcPr/cellDel": 2, "trPr/del": 1},
    ),
    "a cell in each row goes, and a row comes": (
        plain([["Water"], ["12"]], [["Energy"], ["7"]]),
        plain([["Water"]], [["Schools and forests"]], [["Energy"]]),
        {"trPr/ins": 3, "trPr/del": 2},
    ),
    "each row has its own cell in another": (
        plain([["Water"], ["12 million"], ["here"]], [["Energy"], ["7 million"], ["there"]]),
        plain([["Water 12 million"], ["here"]], [["Energy 7 million"], ["there"]]),
        {"tcPr/cellDel": 2},
    ),
    "words in a cell": (plain(ONE, TWO), plain([["Water"], ["13 million"]], TWO), {}),
}


def word(text: Text) -> bytes:
    """The Word file of a text."""
    body = ""
    for one in text:
        rows = one if isinstance(one, list) else []
        made = (row(*(cell(*(p(said) for said in inside)) for inside in cells)) for cells in rows)
        body += p(one) if isinstance(one, str) else table(*made)
    return docx(body)


def read(data: bytes, revisions: str = "accept") -> Text:
    """The text of a Word file; an empty line that Word keeps after a table at the end is left out."""
    package = Package(data)
    resolve(package, revisions)
    found: Text = []
    for block in package.root(package.main)[0]:
        if block.tag == w("p"):
            found.append(_said(block))
        elif block.tag == w("tbl"):
            rows = block.iter(w("tr"))
            found.append([[[_said(q) for q in one.iter(w("p"))] for one in each.iter(w("tc"))] for each in rows])
    return found[:-1] if found[-1] == "" else found


def _said(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def redline(old: Text, new: Text, *, with_file: bool) -> bytes:
    """The redline of two texts, with all that must hold."""
    base, other = word(old), word(new)
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    file: NewFile | None = (other, after.origins) if with_file else None
    written = write_redline(comparison, base=base, origins=before.origins, new_file=file)
    assert differences(comparison, written, of_file=with_file) == ()
    assert lint(written) == ()
    assert read(written) == read(other)
    assert read(written, "reject") == read(base)
    return written


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize("name", CASES)
def test_rows_go_and_come_as_rows(name: str, with_file: bool) -> None:
    old, new, wanted = CASES[name]
    package = Package(redline(old, new, with_file=with_file))
    found: dict[str, int] = {}
    for change in package.root(package.main).iter(w("ins"), w("del"), w("cellIns"), w("cellDel")):
        above = change.getparent()
        if above is not None and above.tag in (w("trPr"), w("tcPr")):
            kind = f"{etree.QName(above).localname}/{etree.QName(change).localname}"
            found[kind] = found.get(kind, 0) + 1
    assert found == wanted
    for each in package.root(package.main).iter(w("tr")):
        kinds = {etree.QName(one).localname for one in each.findall(f"{w('trPr')}/*")}
        for run in each.iter(w("r")):
            around = {etree.QName(one).localname for one in run.iterancestors()}
            assert not kinds or kinds & around  # its paragraphs are tracked too
        for mark in each.iter(w("p")) if kinds else ():
            assert {etree.QName(one).localname for one in mark.iterfind(f"{w('pPr')}/{w('rPr')}/*")} == kinds
    assert all(len(one) for one in package.root(package.main).iter(w("pPr")))


HEADED: Table = [[[""], ["Number"]], [["Water"], ["12 million"]]]


@pytest.mark.parametrize("turned", [False, True], ids=["goes", "comes"])
@pytest.mark.parametrize("empty", [1, 2])
def test_the_empty_line_behind_a_table_is_not_its_empty_first_cell(empty: int, turned: bool) -> None:
    texts: list[Text] = [[BEFORE, HEADED, *[""] * empty, AFTER], [BEFORE, *[""] * empty, AFTER]]
    old, new = reversed(texts) if turned else texts
    package = Package(redline(old, new, with_file=True))
    changes = list(package.root(package.main).iter(w("ins"), w("del")))
    assert {etree.QName(one).localname for one in changes} == {"ins" if turned else "del"}
    assert all(any(above.tag == w("tbl") for above in one.iterancestors()) for one in changes)


ITEMS: Table = [[["Item"], ["Decision"]], [["Budget"], ["The budget of the fund is approved."]]]
LINES: dict[str, tuple[Text, Text]] = {
    "what a cell says": ([BEFORE, ITEMS, AFTER], [BEFORE, "The budget of the fund is approved.", AFTER]),
    "a reworded cell": ([BEFORE, ITEMS, AFTER], [BEFORE, "The budget of the fund is approved by all.", AFTER]),
    "every cell": ([BEFORE, ITEMS, AFTER], [BEFORE, "Item", "Decision", "Budget", "The budget of the fund.", AFTER]),
    "one of two tables": (
        [BEFORE, ITEMS, "Takes note of the figures,", [ONE, TWO], AFTER],
        [BEFORE, "The budget of the fund is approved.", "Takes note of the figures,", [ONE, TWO], AFTER],
    ),
    "lines that are like no cell": (
        [BEFORE, [*ITEMS, [["Costs review water"], ["Three costs rules country"]]], AFTER],
        [BEFORE, "Members host the review;", "The end of it is elsewhere today"],
    ),
    "a cell that is left": (
        [BEFORE, ITEMS, AFTER],
        [BEFORE, "Budget", [[["Item"], ["Decision"]]], "The budget of the fund is approved.", AFTER],
    ),
}


@pytest.mark.parametrize("turned", [False, True], ids=["out of it", "into it"])
@pytest.mark.parametrize("name", LINES)
def test_what_goes_out_of_a_table_or_into_one_is_deleted_and_inserted(name: str, turned: bool) -> None:
    old, new = LINES[name][::-1] if turned else LINES[name]
    redline(old, new, with_file=True)


def test_a_paragraph_in_another_cell_is_a_difference() -> None:
    lines, wanted = word(LINES["what a cell says"][1]), word(LINES["what a cell says"][0])
    cells = [one.cell for one in read_word(wanted).draft.paragraphs]
    moved = read_word(lines).draft
    assert [one.what for one in side_differences("new", moved, moved)] == []
    inside = replace(moved, paragraphs=tuple(replace(p, cell=c) for p, c in zip(moved.paragraphs, cells, strict=False)))
    assert [one.what for one in side_differences("new", inside, moved)] == ["cell"] * 2
    assert [one.what for one in side_differences("new", moved, inside, of_file=True)] == ["cell"] * 2
    assert [one.what for one in side_differences("new", moved, inside)] == []  # a text without a file has no cells


def test_how_a_masthead_is_laid_out_makes_no_cell_another_one() -> None:
    """The file has a table for the lines at the head, and those of the text come after it."""
    lines = ("United Nations", "A/C.2/80/L.23", "General Assembly", "Distr.: Limited")
    head = tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines)
    told = tuple(Paragraph(Kind.TEXT, (Run(word),), cell=(0, at // 2, at % 2)) for at, word in enumerate("abcd"))
    draft = Draft((*head, *MASTHEAD.paragraphs[4:], *told, Paragraph(Kind.TEXT, (Run("The table has four letters."),))))
    read = read_word(write_clean(draft)).draft
    assert {one.cell[0] for one in read.paragraphs[-5:-1] if one.cell} != {0}
    assert [one.what for one in side_differences("new", draft, read)] == []
    in_a_row = tuple(replace(one, cell=(0, 0, at)) for at, one in enumerate(told))
    another = replace(draft, paragraphs=(*draft.paragraphs[:-5], *in_a_row, draft.paragraphs[-1]))
    assert [one.what for one in side_differences("new", another, read)] == ["cell"] * 2
    redlined = write_redline(compare(draft, draft), base=None)
    assert differences(compare(draft, draft), redlined) == ()


MASTHEAD = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("United Nations A/C.2/80/L.39"),)),
        Paragraph(Kind.MASTHEAD, (Run("General Assembly Distr.: Limited"),)),
        Paragraph(Kind.MASTHEAD, (Run("21 October 2025"),)),
        Paragraph(Kind.MASTHEAD, (Run("Original: English"),)),
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" the Secretary-General to report.")), number="1"),
    )
)
LATER = "Original: French"
ONE_SIDED: dict[str, tuple[str, str, list[str]]] = {
    "nothing": ("", "", []),
    "a word of the masthead": ("Original: English", LATER, ["del English", "ins French"]),
    "a word of the text": ("to report", "to speak", ["del report", "ins speak"]),
    "a row of the masthead": ("United Nations A/C.2/80/L.39", "", ["del United Nations A/C.2/80/L.39", "row del"]),
}


@pytest.mark.parametrize("turned", [False, True], ids=["file to lines", "lines to file"])
@pytest.mark.parametrize("name", ONE_SIDED)
def test_cells_that_only_one_side_has_are_no_difference(name: str, turned: bool) -> None:
    before, after, wanted = ONE_SIDED[name]
    lines = tuple(_with(one, before, after) for one in MASTHEAD.paragraphs)
    changed = replace(MASTHEAD, paragraphs=tuple(one for one in lines if one.text))
    base = write_clean(MASTHEAD)
    reading = read_word(base)
    assert any(one.cell for one in reading.draft.paragraphs)
    old, new = reading.draft, changed
    if turned:
        old, new = MASTHEAD, read_word(write_clean(changed)).draft
        assert any(one.cell for one in new.paragraphs)
    written = Package(write_redline(compare(old, new), base=base, origins=reading.origins))
    clean, root = Package(base), written.root(written.main)
    assert lint(written.to_bytes()) == ()
    assert sum(1 for _ in root.iter(w("tbl"))) == 1
    found = []
    for change in root.iter(w("ins"), w("del"), w("cellIns"), w("cellDel"), w("pPrChange"), w("rPrChange")):
        said = "".join(
            " " if one.tag == w("tab") else one.text or "" for one in change.iter(w("t"), w("delText"), w("tab"))
        )
        above = change.getparent()
        if said or above is None or above.tag != w("rPr"):
            in_row = above is not None and above.tag == w("trPr")
            found.append(f"{'row ' if in_row else ''}{etree.QName(change).localname} {said}".strip())
    assert sorted(found) == wanted
    if not wanted:
        assert {part: written.data(part) for part in written.names} == {part: clean.data(part) for part in clean.names}


@pytest.mark.parametrize("old", [THREE_CELLS, THREE_CELLS[:2]], ids=["one goes", "one comes"])
def test_cells_in_content_controls_go_and_come_as_cells(old: list[str]) -> None:
    """A content control holds one cell: a new one stands beside it, and it goes with its own."""

    def controlled(texts: list[str]) -> bytes:
        cells = "".join(f"<w:sdt><w:sdtPr/><w:sdtContent>{cell(p(text))}</w:sdtContent></w:sdt>" for text in texts)
        return docx(p(BEFORE) + table(row(cell(p("Water")), cells)) + p(AFTER))

    new = THREE_CELLS[:2] if old == THREE_CELLS else THREE_CELLS
    base, reading = controlled(old), read_word(controlled(old))
    comparison = compare(reading.draft, read_word(controlled(new)).draft)
    written = write_redline(comparison, base=base, origins=reading.origins)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    package = Package(written)
    found = {name: len(list(package.root(package.main).iter(w(name)))) for name in ("cellIns", "cellDel")}
    assert found == {"cellIns": int(old != THREE_CELLS), "cellDel": int(old == THREE_CELLS)}
    for choice, texts in (("accept", new), ("reject", old)):
        settled = Package(written)
        resolve(settled, choice)
        root = settled.root(settled.main)
        assert [len(list(one.iter(w("tc")))) for one in root.iter(w("sdt"))] == [1] * min(len(old), len(texts))


def _with(paragraph: Paragraph, before: str, after: str) -> Paragraph:
    runs = tuple(replace(one, text=one.text.replace(before, after)) for one in paragraph.runs if before)
    return replace(paragraph, runs=tidy_runs(runs)) if before and before in paragraph.text else paragraph


def test_a_new_table_looks_as_in_its_own_file() -> None:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    span = cell(p("All figures"), properties='<w:gridSpan w:val="2"/>')
    wide = f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}<w:tr>{span}</w:tr></w:tbl>'
    base, other = docx(p(BEFORE) + p(AFTER)), docx(p(BEFORE) + wide + p(AFTER))
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    for file, width, over in ((None, "5000", None), ((other, after.origins), "6000", "2")):
        package = Package(write_redline(comparison, base=base, origins=before.origins, new_file=file))
        (made,) = package.root(package.main).iter(w("tbl"))
        wanted = made.find(f"{w('tblPr')}/{w('tblW')}")
        assert wanted is not None
        assert wanted.get(w("w")) == width
        spans = [one.get(w("val")) for one in made.iter(w("gridSpan"))]
        assert spans == ([over] if over else [])


WORDS = ("water", "peace", "trade", "health", "school", "forest", "energy", "climate", "report", "session", "fund")


def _words(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 5)))


def _text(chance: random.Random) -> Text:
    made: Text = [_words(chance)]
    for _ in range(chance.randint(1, 2)):
        columns = chance.randint(1, 3)
        rows = range(chance.randint(1, 4))
        made.append([[[_words(chance) for _ in range(chance.choice((1, 1, 2)))] for _ in range(columns)] for _ in rows])
        made.append(_words(chance))
    return made


def _edited(text: Text, chance: random.Random) -> Text:
    """A text after an act or some on its tables; no two of them stand side by side, and none at the end."""
    made = copy.deepcopy(text)
    for _ in range(chance.randint(1, 3)):
        tables = [one for one in made if isinstance(one, list)]
        act = chance.choice(("row in", "row out", "words", "table in", "table out", "column in", "column out", "line"))
        if act == "table in" or not tables:
            at = chance.randint(1, len(made))
            made[at:at] = [[[[_words(chance)] for _ in range(2)] for _ in range(2)], _words(chance)]
            continue
        chosen = chance.choice(tables)
        at = chance.randint(0, len(chosen[0]))
        if act == "row in":
            chosen.insert(chance.randint(0, len(chosen)), [[_words(chance)] for _ in chosen[0]])
        elif act == "row out" and len(chosen) > 1:
            chosen.pop(chance.randrange(len(chosen)))
        elif act == "words":
            chance.choice(chance.choice(chosen))[0] += " and more"
        elif act == "table out":
            made.remove(chosen)
        elif act == "column in":
            for each in chosen:
                each.insert(at, [_words(chance)])
        elif act == "column out" and len(chosen[0]) > 1:
            for each in chosen:
                each.pop(min(at, len(each) - 1))
        elif act == "line":
            chance.choice(chance.choice(chosen)).append(_words(chance))
    apart: Text = []
    for one in made:
        if apart and isinstance(apart[-1], list) and isinstance(one, list):
            apart.append("between the two")
        apart.append(one)
    return [*apart, "the end"] if isinstance(apart[-1], list) else apart


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_random_edits_of_tables(first: int) -> None:
    for seed in range(first, first + 25):
        chance = random.Random(seed)
        old = _text(chance)
        redline(old, _edited(old, chance), with_file=seed % 2 == 0)
