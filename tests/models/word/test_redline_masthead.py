"""Mastheads that change: what is struck and what is inserted stand at the place of the line they belong to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.looks.wide_spaces import standing_otherwise
from models.word.styles import SPREAD
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table

ADOPTED = (
    "United Nations A/RES/79/212", "General Assembly Distr.: General", "23 December 2024", "Seventy-ninth session",
    "Resolution adopted by the General Assembly on 19 December 2024", "79/212. Combating sand and dust storms",
)  # fmt: skip
TABLED = (
    "United Nations A/C.2/80/L.39", "General Assembly Distr.: Limited", "21 October 2025", "Original: English",
    "Eightieth session", "Iraq: draft resolution", "Combating sand and dust storms",
)  # fmt: skip


def masthead(*lines: str) -> Draft:
    head = tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines)
    enacting = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))
    return Draft((*head, enacting, Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), 0, "1")))


def redline(old: Draft, new: Draft) -> etree._Element:
    """The body of a redline on Adref's own file of the old draft, exact both ways."""
    comparison = compare(old, new)
    written = write_redline(comparison, base=None)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    package = Package(written)
    return package.root(package.main)


def holding(root: etree._Element, words: str) -> etree._Element:
    """The paragraph that shows some words, struck or not."""
    return next(one for one in root.iter(w("p")) if words in "".join(map(str, one.itertext(w("t"), w("delText")))))


@pytest.mark.parametrize(("old", "new"), [(ADOPTED, TABLED), (TABLED, ADOPTED), (TABLED, ("A/C.2/80/L.50",))])
def test_both_symbols_stand_at_the_right_of_the_line(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    lines = new if len(new) > 1 else (f"United Nations {new[0]}", *old[1:])
    line = holding(redline(masthead(*old), masthead(*lines)), "United Nations")
    content = [child for child in line if child.tag != w("pPr")]
    tabs = [at for at, child in enumerate(content) if child.find(w("tab")) is not None]
    changed = [at for at, child in enumerate(content) if child.tag in (w("ins"), w("del"))]
    assert len(tabs) == 1
    assert {content[at].tag for at in changed} == {w("ins"), w("del")}
    assert min(changed) > tabs[0]


def test_the_tab_between_two_facts_is_read_as_the_space_it_is() -> None:
    written = write_clean(masthead(*ADOPTED))
    styles = Package(written).root("/word/styles.xml")
    assert [one.get(w("styleId")) for one in styles.iter(w("style"))].count(SPREAD) == 1
    assert [one.text for one in read_word(written).draft.paragraphs][:6] == list(ADOPTED)
    tabbed = masthead("United Nations\tA/C.2/80/L.39", "General Assembly\tDistr.: Limited")
    assert [one.text for one in read_word(write_clean(tabbed)).draft.paragraphs] == [
        one.text for one in tabbed.paragraphs
    ]


APART = {
    "one line": (ADOPTED, TABLED),
    "two columns": (
        ("United Nations", "A/RES/79/212", "General Assembly", "Distr.: General", "23 December 2024", *ADOPTED[3:]),
        ("United Nations", "A/C.2/80/L.39", "General Assembly", "Distr.: Limited", *TABLED[2:]),
    ),
}


@pytest.mark.parametrize("name", APART)
def test_a_new_line_stands_in_the_cell_of_its_column(name: str) -> None:
    root = redline(*(masthead(*lines) for lines in APART[name]))
    original, date = holding(root, "Original: English"), holding(root, "21 October")
    assert original.getparent() is date.getparent()
    assert next(original.iterancestors(w("tc")), None) is not None
    indents = [one.find(f"{w('pPr')}/{w('ind')}") for one in (original, date)]
    assert [None if one is None else one.get(w("left")) for one in indents] == [None if name == "one line" else "0"] * 2
    assert next(holding(root, "Iraq").iterancestors(w("tc")), None) is None


def test_a_title_is_set_as_in_a_file_of_its_own_and_its_former_look_is_kept() -> None:
    def look(line: etree._Element, within: str = "") -> bytes:
        found = line.find(f"{w('pPr')}{within}")
        assert found is not None
        bare = etree.fromstring(etree.tostring(found))
        for change in bare.findall(w("pPrChange")):
            bare.remove(change)
        return etree.tostring(bare, method="c14n", exclusive=True)

    def clean(draft: Draft) -> bytes:
        package = Package(write_clean(draft))
        return look(holding(package.root(package.main), "Combating"))

    for old, new in ((ADOPTED, TABLED), (TABLED, ADOPTED)):
        title = holding(redline(masthead(*old), masthead(*new)), "Combating")
        assert look(title) == clean(masthead(*new))
        assert look(title, f"/{w('pPrChange')}/{w('pPr')}") == clean(masthead(*old))
        (tab,) = (one for one in title.iter(w("tab")) if one.getparent() is not None)
        run = tab.getparent()
        assert run is not None
        change = run.getparent()
        assert change is not None
        assert change.tag == (w("del") if old is ADOPTED else w("ins"))


def test_marked_text_sets_the_second_fact_at_its_place_too() -> None:
    written = write_marked(compare(masthead(*ADOPTED), masthead(*TABLED)))
    package = Package(written)
    for words, size, plain in (("United Nations", "20", "/RES/79/212"), ("General Assembly", "20", "Distr.: ")):
        line = holding(package.root(package.main), words)
        runs = list(line.iterchildren(w("r")))
        (tab,) = (at for at, run in enumerate(runs) if run.find(w("tab")) is not None)
        assert "".join(map(str, runs[tab - 1].itertext())) == words
        sizes = [run.find(f"{w('rPr')}/{w('sz')}") for run in runs[tab + 1 :]]
        assert {None if one is None else one.get(w("val")) for one in sizes} == {size}
        assert plain in "".join(map(str, line.itertext()))
    texts = [one.text for one in read_word(written).draft.paragraphs]
    assert texts[0] == "United Nations A/RES/79/212 A/C.2/80/L.39"


def test_in_the_file_of_another_house_a_new_line_looks_like_those_of_its_cell() -> None:
    indent, centre = '<w:ind w:left="57"/>', '<w:jc w:val="center"/>'
    base = docx(
        table(
            row(cell(p("United Nations")), cell(p("A/C.2/80/L.39"))),
            row(
                cell(p("General Assembly", properties=centre)),
                cell(p("Distr.: Limited", properties=indent), p("21 October 2025", properties=indent)),
            ),
        )
        + p("Eightieth session", properties=centre)
        + p("Agenda item 18", properties=centre)
        + p("The General Assembly,")
        + p("1. Decides to meet.")
    )
    old = read_word(base)
    lines = [replace(one, cell=None) for one in old.draft.paragraphs]
    original = Paragraph(Kind.MASTHEAD, (Run("Original: English"),))
    comparison = compare(old.draft, Draft((*lines[:5], original, *lines[5:])))
    package = Package(write_redline(comparison, base=base, origins=old.origins))
    line, date = (holding(package.root(package.main), words) for words in ("Original", "21 October"))
    assert line.getparent() is date.getparent()
    left = line.find(f"{w('pPr')}/{w('ind')}")
    assert left is not None
    assert left.get(w("left")) == "57"


def test_a_text_without_a_masthead_stands_in_none_of_its_cells() -> None:
    lines = ("Report on the meeting", "Something here.", "Decides to meet.")
    body = redline(masthead(*ADOPTED), Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in lines)))
    assert not [cell for cell in body.iter(w("tc")) for come in cell.iter(w("ins")) if come.find(w("r")) is not None]
    rows = list(body.iter(w("tr")))
    assert rows
    assert all(one.find(f"{w('trPr')}/{w('del')}") is not None for one in rows)


def test_lines_without_a_look_keep_the_one_of_the_base() -> None:
    bold = "<w:b/>"
    said = ("A/C.2/80/L.39", "General Assembly", "21 October 2025")
    base = docx("".join(p(t(one, bold)) for one in said) + p("The General Assembly,") + p("1. Decides to meet."))
    old = read_word(base)
    assert all(run.bold for one in old.draft.paragraphs[:3] for run in one.runs)
    plain = [replace(one, runs=(Run(one.text.replace("21", "28")),)) for one in old.draft.paragraphs[:3]]
    comparison = compare(old.draft, Draft((*plain, *old.draft.paragraphs[3:])))
    written = write_redline(comparison, base=base, origins=old.origins)
    assert differences(comparison, written) == ()
    lines = read_word(written).draft.paragraphs[:3]
    assert [one.text for one in lines] == [one.text for one in plain]
    assert all(run.bold for one in lines for run in one.runs)
    root = Package(written).root("/word/document.xml")
    assert next(root.iter(w("rPrChange")), None) is None
    back = compare(comparison.new, old.draft)  # who sets a line in bold says so
    assert (
        next(Package(write_redline(back, base=None)).root("/word/document.xml").iter(w("rPrChange")), None) is not None
    )


@pytest.mark.parametrize("look", ["<w:b/>", '<w:b/><w:u w:val="single"/>'], ids=["bold", "bold and underlined"])
def test_a_title_with_words_in_italics_alone_stays_as_bold_as_in_the_base(look: str) -> None:
    base = docx("".join(p(t(one, look)) for one in ("A/C.2/80/L.39", "Water and people")) + p("The General Assembly,"))
    old = read_word(base)
    assert old.draft.paragraphs[1].kind is Kind.MASTHEAD
    title = replace(
        old.draft.paragraphs[1], runs=(Run("Water", italic=True), Run(" and "), Run("de facto", italic=True))
    )
    comparison = compare(old.draft, Draft((old.draft.paragraphs[0], title, *old.draft.paragraphs[2:])))
    written = write_redline(comparison, base=base, origins=old.origins)
    runs = read_word(written).draft.paragraphs[1].runs
    assert [(run.text, run.italic) for run in runs] == [("Water", True), (" and ", False), ("de facto", True)]
    assert {(run.bold, run.underline) for run in runs} == {(True, "w:u" in look)}
    assert read_word(written, "reject").draft == old.draft


def _shown(line: etree._Element) -> str:
    """The letters of a line with all changes accepted, a tab as one."""
    signs = (one for one in line.iter(w("t"), w("tab")) if next(one.iterancestors(w("del"), w("pPr")), None) is None)
    return "".join("\t" if one.tag == w("tab") else one.text or "" for one in signs)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "General Assembly Distr.: Limited",
            "General Assembly II Distr.: Limited",
            "General Assembly II\tDistr.: Limited",
        ),
        (
            "General Assembly II Distr.: Limited",
            "General Assembly Distr.: General",
            "General Assembly\tDistr.: General",
        ),
        # There is no room for both, so that Adref sets them as one.
        (
            "General Assembly Distr.: Limited",
            "General Assembly of the World Distr.: Limited",
            "General Assembly of the World Distr.: Limited",
        ),
        ("United Nations A/80/L.9", "United Nations System A/80/L.9", "United Nations System A/80/L.9"),
        (
            "Assemblée générale Distr. limitée",
            "Assemblée générale X Distr. limitée",
            "Assemblée générale X\tDistr. limitée",
        ),
        ("General Assembly Distr.: Limited", "General Assembly Distr.: General", "General Assembly\tDistr.: General"),
    ],
)
def test_words_new_before_the_second_fact_stand_at_the_left_of_its_tab(old: str, new: str, shown: str) -> None:
    lines = ("United Nations A/80/L.9", old, *TABLED[2:]) if "United" not in old else (old, *TABLED[1:])
    root = redline(masthead(*lines), masthead(*(new if one == old else one for one in lines)))
    assert shown in [_shown(line) for line in root.iter(w("p"))]


def test_a_second_fact_that_stands_elsewhere_is_seen() -> None:
    old, new = (masthead(ADOPTED[0], f"General Assembly{more} Distr.: General", *ADOPTED[2:]) for more in ("", " II"))
    package = Package(write_redline(compare(old, new), base=None))
    assert [*standing_otherwise(package, new, old)] == []
    assert [*standing_otherwise(package, old, new)] == []
    line = holding(package.root(package.main), "General Assembly")
    (tab,) = (run for run in line.iterchildren(w("r")) if run.find(w("tab")) is not None)
    added = tab.getprevious()
    assert added is not None
    added.addprevious(tab)
    (words,) = added.iter(w("t"))
    words.text = "II "  # the same text, of which the new word stands behind the tab
    assert [*standing_otherwise(package, new, old)] == [1]


@pytest.mark.parametrize("symbol", ["A/80/L.9/Rev.1", "E/2026/L.3", "S/2026/41"])
def test_another_symbol_begins_with_a_letter_as_large(symbol: str) -> None:
    lines = ("United Nations A/80/L.9", *TABLED[1:])
    root = redline(masthead(*lines), masthead(f"United Nations {symbol}", *lines[1:]))
    (added,) = holding(root, "United Nations").iter(w("ins"))
    first, *rest = added.iter(w("r"))
    assert "".join(map(str, first.itertext(w("t")))) == symbol[0]
    assert [one.get(w("val")) for one in first.iter(w("sz"))] == ["40"]
    assert {one.get(w("val")) for run in rest for one in run.iter(w("sz"))} == {"20"}


def test_a_line_set_in_a_way_of_its_own_keeps_it() -> None:
    old, new = (masthead(f"United Nations {symbol}", *TABLED[1:]) for symbol in ("A/80/L.9", "E/2026/L.3"))
    package = Package(write_clean(old))
    line = holding(package.edit(package.main), "United Nations")
    for size in line.iter(w("sz"), w("szCs")):
        size.set(w("val"), "24")
    base = package.to_bytes()
    written = Package(write_redline(compare(old, new), base=base, origins=read_word(base).origins))
    (added,) = holding(written.root(written.main), "United Nations").iter(w("ins"))
    assert {one.get(w("val")) for one in added.iter(w("sz"))} == {"24"}
