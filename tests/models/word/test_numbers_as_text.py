"""Text that begins like a number goes out as it stands, in a cell or not: no file is refused for it."""

from __future__ import annotations

from itertools import permutations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, side_differences
from models.word.redlining.letters.atoms import atoms_in
from models.word.resolve import resolve
from tests.models.word.word_xml import docx, p, t


@pytest.mark.parametrize("cell", [None, (0, 0, 0)])
@pytest.mark.parametrize("words", ["1. Travel", "(a) Travel", "2) Travel", "Decides to go"])
def test_what_begins_like_a_number_is_no_other_text(words: str, cell: tuple[int, int, int] | None) -> None:
    decides = (Run("Decides", italic=True), Run(" x;"))
    draft = Draft(
        (
            Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
            Paragraph(Kind.OPERATIVE, decides, number="1"),
            Paragraph(Kind.TEXT, (Run(words),), cell=cell),
            Paragraph(Kind.OPERATIVE, decides, number="2"),
        )
    )
    read = read_word(write_clean(draft)).draft
    assert {one.what for one in side_differences("new", draft, read)} <= set(SOFT)
    other = Draft(
        (*draft.paragraphs[:2], Paragraph(Kind.TEXT, (Run(f"{words} there"),), cell=cell), draft.paragraphs[3])
    )
    assert [one.what for one in side_differences("new", other, read)][:1] == ["text"]


def test_a_number_typed_in_brackets_of_its_own_comes_in_them() -> None:
    lines = ("The General Assembly,", "1. Urges all States:", "(a) To meet;", "(c) To report;", "2. Calls upon donors.")
    base = docx("".join(map(p, lines)))
    new = read_word(docx("".join(map(p, (*lines[:3], "[(b)] To elect a chair;", *lines[3:]))))).draft
    assert (new.paragraphs[3].number, new.paragraphs[3].text) == ("(b)", "[] To elect a chair;")
    _comes(base, new, "[(b)] To elect a chair;")
    within = read_word(docx("".join(map(p, (*lines[:3], "[[(b)] To elect a chair];", *lines[3:]))))).draft
    _comes(base, within, "[[(b)] To elect a chair];")


def test_a_number_like_one_in_brackets_of_its_own_has_a_space_behind_it() -> None:
    lines = ("The General Assembly,", "1. Urges all States:", "[(a)] To meet;", "2. Calls upon donors.")
    new = read_word(docx("".join(map(p, (*lines[:3], "(b) To elect a chair;", *lines[3:]))))).draft
    _comes(docx("".join(map(p, lines))), new, "(b) To elect a chair;")


@pytest.mark.parametrize(("old", "new"), list(permutations(("(b) To elect", "[(b)] To elect", "[[(b)] To] elect"), 2)))
def test_typed_numbers_go_into_brackets_of_their_own_and_out_of_them(old: str, new: str) -> None:
    lines = ("The General Assembly,", "1. Urges all States:", "(a) To meet;", "{}", "2. Calls upon donors.")
    base, wanted = (docx("".join(p(line.format(one)) for line in lines)) for one in (old, new))
    read = read_word(base)
    written = write_redline(compare(read.draft, read_word(wanted).draft), base=base, origins=read.origins)
    package = Package(written)
    resolve(package, "accept")
    assert [letters_in(one) for one in package.root(package.main).iter(w("p"))][3] == new


def _comes(base: bytes, new: Draft, line: str) -> None:
    read = read_word(base)
    written = write_redline(compare(read.draft, new), base=base, origins=read.origins)
    assert read_word(written).draft == new
    package = Package(written)
    inserted = [letters_in(one) for one in package.root(package.main).iter(w("ins")) if len(one)]  # but for the end
    assert inserted == [line]


@pytest.mark.parametrize("typed", ["12.\t", "3 - ", ""])
def test_a_text_behind_a_typed_number_is_matched_run_by_run(typed: str) -> None:
    runs = (Run("Urges", italic=True), Run(" all States;"))
    written = p(t(typed) + t("Urges") + t(" all States;"))
    node = etree.fromstring(written.replace("<w:p>", f'<w:p xmlns:w="{w("p")[1:-2]}">', 1))
    found = atoms_in(Paragraph(Kind.OPERATIVE, runs, number=typed.split(" ")[0].rstrip(".\t") or None), node)
    assert found is not None
    assert found.typed == typed
    assert [one.text for one in found.atoms] == ["Urges", " all States;"]
