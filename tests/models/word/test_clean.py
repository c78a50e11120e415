"""The clean Word file: what is written comes back as it was, and nothing else goes out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from models.circulation.typesetting import A4, GENEVA, Paper, Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers, tidy_runs
from models.files.read import read_bytes
from models.word.clean import write_clean
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, lint_faults, sdk_faults, sdk_validator
from tests.real_files import real_draft, real_files


def p(kind: Kind, text: str, level: int = 0, number: str | None = None, **more: object) -> Paragraph:
    return replace(Paragraph(kind, (Run(text),), level, number), **more)


def shown(draft: Draft) -> list[tuple[object, ...]]:
    """All of a draft that a clean file keeps, notes by what they say."""
    note = draft.note
    return [
        (
            str(one.kind),
            one.level,
            one.number,
            one.set_label,
            [
                (run.text, run.marks) if run.footnote is None else (note[run.footnote].mark, note[run.footnote].text)
                for run in tidy_runs(one.runs)
            ],
        )
        for one in draft.paragraphs
    ]


def test_a_sponsors_note_has_its_mark_whatever_it_says() -> None:
    lines = [p(Kind.ENACTING, "The General Assembly,"), p(Kind.OPERATIVE, "Decides to meet again.", number="1")]
    draft = Draft((*lines, p(Kind.SPONSOR_NOTE, "Brazil and Fiji joined the sponsors in June.", number="*")))
    assert shown(read_word(write_clean(draft)).draft) == shown(draft)


@pytest.mark.parametrize("line", ["United Nations A/C.2/80/L.24", "A/C.2/80/L.24", "Iraq:"])
def test_the_note_of_an_asterisk_of_the_masthead_is_a_footnote_with_that_mark(line: str) -> None:
    head = Paragraph(Kind.MASTHEAD, (Run(line), Run(footnote=1)))
    rest = Paragraph(Kind.PREAMBULAR, (Run("Recalling it,"), Run(footnote=2)))
    notes = Footnote(1, "*", (Run("On behalf of a group."),)), Footnote(2, "1", (Run("Resolution 70/1."),))
    draft = Draft((head, p(Kind.MASTHEAD, "A title"), p(Kind.ENACTING, "The General Assembly,"), rest), notes)
    data = write_clean(draft)
    assert shown(read_word(data).draft) == shown(draft)
    body, foot = (Package(data).root(f"word/{part}.xml") for part in ("document", "footnotes"))
    places = list(body.iter(w("footnoteReference")))
    assert [one.get(w("customMarkFollows")) for one in places] == ["1", None]
    assert "".join(places[0].getparent().itertext()) == "*"
    raised = [[one.get(w("val")) for one in part.iter(w("vertAlign"))] for part in (body, foot)]
    assert raised == [["baseline"]] * 2  # as issued documents set it; figures are raised by their style
    words = ["".join(note.itertext()).split() for note in foot if note.get(w("type")) is None]
    assert words == [["*", "On", "behalf", "of", "a", "group."], ["Resolution", "70/1."]]
    plain = write_clean(replace(draft, paragraphs=(p(Kind.MASTHEAD, line), *draft.paragraphs[1:])))
    looks = [
        [one.get(w("val")) for one in Package(data).root("word/document.xml").iter(w("sz"))] for data in (data, plain)
    ]
    assert looks[0] == looks[1]  # the symbol keeps its large letter


def again(draft: Draft, **options: bool) -> Draft:
    return read_word(write_clean(draft, Typesetting(**options))).draft


OPENING = (p(Kind.MASTHEAD, "A title"), p(Kind.ENACTING, "The General Assembly,"))

SMALL: dict[str, Sequence[Paragraph]] = {
    "a single operative paragraph has no number": (*OPENING, p(Kind.OPERATIVE, "Decides to meet.")),
    "numbers from Word's lists": (
        *OPENING,
        p(Kind.PREAMBULAR, "Recalling much,"),
        p(Kind.OPERATIVE, "Decides:", 0, "1"),
        p(Kind.SUBPARAGRAPH, "To meet;", 1, "(a)"),
        p(Kind.SUBPARAGRAPH, "Often;", 2, "(i)"),
        p(Kind.SUBPARAGRAPH, "Late;", 2, "(ii)"),
        p(Kind.SUBPARAGRAPH, "Indeed;", 3, "a."),
        p(Kind.SUBPARAGRAPH, "To part;", 1, "(b)"),
        p(Kind.OPERATIVE, "Requests more.", 0, "2"),
        p(Kind.SUBPARAGRAPH, "Again.", 1, "(a)"),
    ),
    "items under a preambular paragraph": (
        *OPENING,
        p(Kind.PREAMBULAR, "Recalling:"),
        p(Kind.SUBPARAGRAPH, "This,", 1, "(a)"),
        p(Kind.SUBPARAGRAPH, "That,", 1, "(b)"),
        p(Kind.PREAMBULAR, "Noting:"),
        p(Kind.SUBPARAGRAPH, "These,", 1, "(a)"),
        p(Kind.OPERATIVE, "Decides:", 0, "1"),
        p(Kind.SUBPARAGRAPH, "To meet;", 1, "(a)"),
        p(Kind.OPERATIVE, "Decides.", 0, "2"),
    ),
    "sections and an annex start anew": (
        *OPENING,
        p(Kind.SECTION, "First things", 0, "I"),
        p(Kind.OPERATIVE, "Decides;", 0, "1"),
        p(Kind.OPERATIVE, "Requests;", 0, "2"),
        p(Kind.SECTION, "", 0, "II"),
        p(Kind.OPERATIVE, "Decides also;", 0, "1"),
        p(Kind.OPERATIVE, "Requests also.", 0, "2"),
        p(Kind.ANNEX, "Annex"),
        p(Kind.OPERATIVE, "We meet.", 0, "1"),
        p(Kind.OPERATIVE, "We part.", 0, "2"),
    ),
    "numbers that Word would not give": (
        *OPENING,
        p(Kind.OPERATIVE, "Decides;", 0, "1"),
        p(Kind.OPERATIVE, "Decides also;", 0, "1 bis"),
        p(Kind.SUBPARAGRAPH, "To meet;", 1, "(a)"),
        p(Kind.OPERATIVE, "Decides further;", 0, "1 ter"),
        p(Kind.OPERATIVE, "Requests;", 0, "2"),
        p(Kind.OPERATIVE, "Requests also;", 0, "7"),
        p(Kind.OPERATIVE, "Requests further.", 0, "8"),
    ),
    "the lists of a Chinese text": (
        p(Kind.ENACTING, "大会，"),
        p(Kind.OPERATIVE, "决定：", 0, "1"),
        p(Kind.SUBPARAGRAPH, "粮食：", 1, "(a)"),
        p(Kind.SUBPARAGRAPH, "水；", 2, "㈠"),
        p(Kind.SUBPARAGRAPH, "土；", 2, "㈡"),
        p(Kind.SUBPARAGRAPH, "其他；", 1, "(b)"),
        p(Kind.OPERATIVE, "请秘书长提出报告。", 0, "2"),
    ),
    "bis in the lists of a Chinese text": (
        p(Kind.ENACTING, "大会，"),
        p(Kind.OPERATIVE, "决定：", 0, "一"),
        p(Kind.SUBPARAGRAPH, "粮食：", 1, "(a)"),
        p(Kind.SUBPARAGRAPH, "水；", 2, "㈠"),
        p(Kind.SUBPARAGRAPH, "土；", 2, "㈠ bis"),
        p(Kind.OPERATIVE, "请会员国开会；", 0, "一 bis"),
        p(Kind.OPERATIVE, "请秘书长提出报告。", 0, "二"),
    ),
    "bis in the lists of an Arabic text": (
        p(Kind.ENACTING, "إن الجمعية العامة،"),
        p(Kind.OPERATIVE, "تقرر:", 0, "1"),
        p(Kind.SUBPARAGRAPH, "الماء:", 1, "(أ)"),
        p(Kind.SUBPARAGRAPH, "الأرض:", 2, "’1‘"),
        p(Kind.SUBPARAGRAPH, "الأرض والماء:", 2, "’1‘ alt"),
        p(Kind.SUBPARAGRAPH, "أن تقدم؛", 3, "أ -"),
        p(Kind.SUBPARAGRAPH, "أن تقدم تقريرا؛", 3, "أ - bis"),
        p(Kind.OPERATIVE, "تطلب ذلك.", 0, "2"),
    ),
    "a label that was set": (
        *OPENING,
        p(Kind.PREAMBULAR, "Recalling this,"),
        p(Kind.PREAMBULAR, "Recalling that,", set_label="PP1 bis"),
        p(Kind.PREAMBULAR, "Recalling more,"),
    ),
    "headings, quotes, closing lines, notes of sponsors": (
        *OPENING,
        p(Kind.HEADING, "Scope"),
        p(Kind.OPERATIVE, "Decides:", 0, "1"),
        p(Kind.QUOTE, "“A text that is quoted.”"),
        p(Kind.OPERATIVE, "Requests.", 0, "2"),
        p(Kind.CLOSING, "54th plenary meeting"),
        p(Kind.SPONSOR_NOTE, "On behalf of a group.", 0, "*"),
        p(Kind.TEXT, ""),
    ),
}


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
@pytest.mark.parametrize("name", SMALL)
def test_small_drafts_come_back(name: str, literal: bool) -> None:
    draft = Draft(tuple(SMALL[name]))
    assert shown(again(draft, literal_numbers=literal)) == shown(draft)


def test_literal_numbers_stand_in_the_text() -> None:
    draft = Draft(tuple(SMALL["numbers from Word's lists"]))
    automatic, typed = (_text(write_clean(draft, Typesetting(literal_numbers=literal))) for literal in (False, True))
    assert "(a)" not in automatic
    assert "(a)" in typed


def test_notes_are_real_and_a_source_cited_again_is_the_same_note() -> None:
    one, two = Run(footnote=7), Run(footnote=3)
    draft = Draft(
        (
            *OPENING,
            Paragraph(Kind.PREAMBULAR, (Run("Recalling"), one, Run(" this"), two, Run(",")), 0),
            Paragraph(Kind.OPERATIVE, (Run("Decides"), one, Run(".")), 0),
        ),
        (Footnote(7, "1", (Run("Resolution 1.", italic=True),)), Footnote(3, "*", (Run("A mark of its own."),))),
    )
    read = again(draft)
    assert shown(read) == shown(draft)
    assert [note.runs for note in read.footnotes] == [note.runs for note in draft.footnotes]
    parts = _parts(write_clean(draft))
    assert parts["word/document.xml"].count("<w:footnoteReference ") == 2
    assert "NOTEREF" in parts["word/document.xml"]
    assert "<w:footnoteRef/>" in parts["word/footnotes.xml"]


def test_marks_and_spaces_are_kept() -> None:
    runs = (
        Run(" two  spaces "),
        Run("italic", italic=True),
        Run("\ttab\nline\u00a0", bold=True),
        Run("x" * 3, italic=True, underline=True),
    )
    draft = Draft((*OPENING, Paragraph(Kind.PREAMBULAR, runs)))
    assert again(draft).paragraphs[2].runs == runs


def test_right_to_left_text_is_right_to_left() -> None:
    text = "إذ تشير إلى القرار 70/1 المؤرخ 25 أيلول/سبتمبر 2015،"
    draft = Draft((p(Kind.ENACTING, "إن الجمعية العامة،"), Paragraph(Kind.PREAMBULAR, (Run(text, italic=True),))))
    assert again(draft).paragraphs[1].runs == draft.paragraphs[1].runs
    document = _parts(write_clean(draft))["word/document.xml"]
    assert document.count("<w:bidi/>") == 3  # both paragraphs and the section
    assert "<w:rtl/>" in document


def test_tables_come_back_as_tables() -> None:
    cells = [p(Kind.TEXT, f"Cell {row} {column}", cell=(0, row, column)) for row in range(2) for column in range(3)]
    draft = Draft((*OPENING, p(Kind.OPERATIVE, "Decides:"), *cells, p(Kind.TEXT, "The end.")))
    assert [one.cell for one in again(draft).paragraphs] == [one.cell for one in draft.paragraphs]


def test_characters_no_file_can_carry_are_left_out() -> None:
    draft = Draft((*OPENING, p(Kind.PREAMBULAR, "Re\x00call\x0bing\ud800 this\ufffe,")))
    assert again(draft).paragraphs[2].text == "Recalling this,"


def _parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _text(data: bytes) -> str:
    return "".join(re.findall(r"<w:t[ >][^<]*", _parts(data)["word/document.xml"]))


def test_nothing_goes_out_that_was_not_meant_to(shared: Path) -> None:
    draft = real_draft(shared / "corpus" / "vice_chairman" / "vice_chairman_text.txt")
    data = write_clean(draft)
    assert data == write_clean(draft)
    parts = _parts(data)
    everything = "".join(parts.values())
    for word in (
        "Microsoft Macintosh",
        "dcterms",
        "creator",
        "lastModifiedBy",
        "thumbnail",
        "rsid",
        "stylesWithEffects",
    ):
        assert word not in everything
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_draft_mark_is_in_the_head_and_can_be_left_out() -> None:
    draft = Draft(tuple(SMALL["numbers from Word's lists"]))
    marked, plain = _parts(write_clean(draft)), _parts(write_clean(draft, draft_mark=False))
    assert "Draft, not an official document" in marked["word/header_first.xml"]
    assert "Draft" not in marked["word/document.xml"]
    assert not any("not an official document" in part for part in plain.values())


@pytest.mark.parametrize("marked", [True, False])
def test_of_its_own_heads_and_feet_nothing_is_told_as_lost(marked: bool) -> None:
    lines = ("United Nations A/C.2/80/L.39", "General Assembly Distr.: Limited", "Combating dust")
    draft = Draft((*(p(Kind.MASTHEAD, line) for line in lines), p(Kind.ENACTING, "The General Assembly,")))
    assert read_word(write_clean(draft, draft_mark=marked)).warnings == ()


def test_headings_look_their_level_and_read_back_without_its_marks() -> None:
    """As A/RES/78/322 and the styles H_2/3, H_4 and H_5/6 of the United Nations have them."""
    words = ("Applicability", "Custodianship", "Profiles", "Handbooks", "Sources")
    draft = Draft(tuple(p(Kind.HEADING, text, level) for level, text in enumerate(words)))
    data = write_clean(draft)
    assert [(one.level, one.runs) for one in read_word(data).draft.paragraphs] == [
        (one.level, one.runs) for one in draft.paragraphs
    ]
    styles = etree.fromstring(_parts(data)["word/styles.xml"].encode())
    looks = [styles.find(f"{w('style')}[@{w('styleId')}='AdrefHeading{level or ''}']/{w('rPr')}") for level in range(5)]
    marks = [tuple(one is not None and one.find(w(mark)) is not None for mark in "bi") for one in looks]
    assert marks == [(True, False), (True, True), (False, True), (False, False), (False, False)]


def test_every_line_of_a_masthead_stays_one_paragraph(shared: Path) -> None:
    draft = real_draft(shared / "corpus" / "resolutions" / "A_C.2_80_L.50.txt")
    read = again(draft)
    assert [one.text for one in read.paragraphs] == [one.text for one in draft.paragraphs]
    assert "A/C.2/80/L.50" in _parts(write_clean(draft))["word/header_default.xml"]


def _corpus(shared: Path) -> list[Path]:
    corpus = shared / "corpus"
    library = real_files(corpus / "library", "*.txt")[::10]
    return [
        *real_files(corpus / "resolutions", "*.txt"),
        *library,
        *sorted((corpus / "bracketed").iterdir()),
        corpus / "vice_chairman" / "vice_chairman_text.txt",
    ]


def test_all_real_texts_come_back(shared: Path) -> None:
    for path in _corpus(shared):
        draft = real_draft(path)
        cited = {at for one in draft.paragraphs for at in one.footnotes}
        read = again(draft)
        if all(note.id in cited for note in draft.footnotes):  # Word has no note that hangs nowhere
            assert shown(read) == shown(draft), path.name
        else:
            assert [one.text for one in read.paragraphs] == [one.text for one in draft.paragraphs], path.name


# A text that begins like a number or a note is read as one; these begin with words.
WORDS = st.text(st.sampled_from("abc xyz,;é“”-–[]()ابج漢\u00a0\t\n😀"), max_size=20).map("word".__add__)
MARKS = st.tuples(WORDS, st.booleans(), st.booleans(), st.booleans()).map(lambda one: Run(*one))
KINDS = st.sampled_from([
    (Kind.PREAMBULAR, 0), (Kind.OPERATIVE, 0), (Kind.SUBPARAGRAPH, 1), (Kind.SUBPARAGRAPH, 2), (Kind.SUBPARAGRAPH, 3),
    (Kind.HEADING, 0), (Kind.QUOTE, 0), (Kind.CLOSING, 0), (Kind.SECTION, 0), (Kind.ANNEX, 0), (Kind.TEXT, 0),
])  # fmt: skip
RUNS = st.lists(st.one_of(MARKS, st.integers(1, 3).map(lambda at: Run(footnote=at))), min_size=1, max_size=4)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    drawn = draw(st.lists(st.tuples(KINDS, RUNS), min_size=1, max_size=12))
    paragraphs = [*OPENING]
    for (kind, level), runs in drawn:
        head = (Run("Words "),) if runs[0].footnote is not None else ()
        paragraphs.append(Paragraph(kind, tidy_runs((*head, *runs)), level))
    draft = Draft(tuple(paragraphs))
    numbers = computed_numbers(draft)
    numbered = tuple(replace(one, number=number) for one, number in zip(draft.paragraphs, numbers, strict=True))
    order = list(dict.fromkeys(at for one in numbered for at in one.footnotes))
    notes = tuple(Footnote(at, str(number), (Run(f"Source {at}."),)) for number, at in enumerate(order, 1))
    return Draft(numbered, notes)


@settings(max_examples=35, deadline=None)
@given(drafts())
def test_any_draft_comes_back(draft: Draft) -> None:
    assert shown(again(draft)) == shown(draft)


def test_clean_files_are_valid(shared: Path, tmp_path: Path) -> None:
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    texts = {path.stem: real_draft(path) for path in _corpus(shared)[::25]}
    texts |= {f"small{at}": Draft(tuple(paragraphs)) for at, paragraphs in enumerate(SMALL.values())}
    paths = []
    for name, draft in texts.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(write_clean(draft))
    assert [*sdk_faults(paths, validator), *integrity_faults(paths), *lint_faults(paths)] == []


@pytest.mark.parametrize(
    ("setting", "size", "edge"), [(Typesetting(), (12240, 15840), 1200), (Typesetting(paper=A4), (11906, 16838), 1033)]
)
def test_paper_takes_from_the_edges_and_leaves_the_text_as_wide(
    setting: Typesetting, size: tuple[int, int], edge: int
) -> None:
    draft = Draft(tuple(SMALL["numbers from Word's lists"]))
    root = Package(write_clean(draft, setting)).root("/word/document.xml")
    page, margins = next(root.iter(w("pgSz"))), next(root.iter(w("pgMar")))
    assert (int(page.get(w("w"), 0)), int(page.get(w("h"), 0))) == size
    assert int(margins.get(w("left"), 0)) == int(margins.get(w("right"), 0)) == edge
    assert abs(size[0] - 2 * edge - 9840) <= 1  # 492 points, as measured


def test_lines_are_numbered_below_the_masthead_where_that_is_wanted() -> None:
    draft = Draft(tuple(SMALL["numbers from Word's lists"]))
    plain, numbered = (_parts(write_clean(draft, Typesetting(line_numbers=on))) for on in (False, True))
    assert "lnNumType" not in plain["word/document.xml"]
    section = Package(write_clean(draft, Typesetting(line_numbers=True))).root("/word/document.xml").iter(w("sectPr"))
    names = [etree.QName(child).localname for child in next(section)]
    assert names[names.index("lnNumType") - 1 : names.index("lnNumType") + 2] == ["pgMar", "lnNumType", "cols"]
    styles = numbered["word/styles.xml"]
    unnumbered = re.findall(r'w:styleId="(\w+)"(?:(?!</w:style>).)*<w:suppressLineNumbers/>', styles)
    assert {"AdrefTitle", "AdrefSymbol"} <= set(unnumbered)
    assert not {"AdrefPreambular", "AdrefOperative", "AdrefEnacting"} & set(unnumbered)
    assert "suppressLineNumbers" not in plain["word/styles.xml"]


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
@pytest.mark.parametrize("paper", [A4, GENEVA], ids=["a4", "geneva"])
def test_however_a_text_is_set_it_reads_the_same_and_is_valid(
    paper: Paper, literal: bool, shared: Path, tmp_path: Path
) -> None:
    setting = Typesetting(paper, literal, True)
    draft = real_draft(shared / "corpus" / "resolutions" / "A_C.2_80_L.39.txt")
    data = write_clean(draft, setting)
    assert shown(read_word(data).draft) == shown(draft)
    assert lint(data) == ()
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    path = tmp_path / "set.docx"
    path.write_bytes(data)
    assert [*sdk_faults([path], validator), *integrity_faults([path])] == []


def test_arabic_letters_are_not_set_apart() -> None:
    apart = '<w:spacing w:val="4"/><w:w w:val="103"/>'
    arabic, english = (p(Kind.PREAMBULAR, text) for text in ("إذ تشير إلى القرار", "Recalling the resolution"))
    assert apart in _parts(write_clean(Draft((english,))))["word/styles.xml"]
    assert apart not in _parts(write_clean(Draft((arabic,))))["word/styles.xml"]


def test_a_wide_number_that_is_typed_has_room_before_the_words() -> None:
    draft = Draft((*OPENING, p(Kind.OPERATIVE, "Decides;", 0, "1"), p(Kind.OPERATIVE, "Requests.", 0, "12 quater")))
    places = [
        [(tab.get(w("val")), int(tab.get(w("pos"), 0))) for tab in one.iter(w("tab")) if tab.get(w("pos"))]
        for one in Package(write_clean(draft)).root("/word/document.xml").iter(w("p"))
    ]
    assert places[-2] == []
    assert [kind for kind, _ in places[-1]] == ["clear", "left"]
    assert places[-1][1][1] > places[-1][0][1] + 200
    assert shown(again(draft)) == shown(draft)


def test_a_wide_number_of_a_list_that_hangs_has_room_before_the_words_and_others_stand_as_all() -> None:
    items = [p(Kind.SUBPARAGRAPH, "to report;", 2, number) for number in ("(viii)", "(xxviii)", "(viii) bis")]
    body = Package(write_clean(Draft((*OPENING, *items)))).root("/word/document.xml")
    stops = [
        [int(tab.get(w("pos"), 0)) for tab in one.iter(w("tab")) if tab.get(w("pos"))] for one in body.iter(w("p"))
    ]
    assert [len(one) for one in stops[-3:]] == [0, 1, 1]


def test_no_tab_stands_between_a_number_that_is_typed_and_the_words_it_is_centred_with() -> None:
    draft = Draft((*OPENING, p(Kind.SECTION, "Trade", number="I"), p(Kind.OPERATIVE, "Decides.", number="1")))
    made = write_clean(draft, Typesetting(literal_numbers=True))
    tabs = [len(list(one.iter(w("tab")))) for one in Package(made).root("/word/document.xml").iter(w("p"))]
    assert tabs[-2:] == [0, 1]
    assert shown(read_word(made).draft) == shown(draft)


def test_the_space_behind_the_mark_of_a_note_is_as_wide_as_its_words_hang() -> None:
    places = tuple(Run(footnote=at) for at in range(1, 13))
    draft = Draft(
        (*OPENING, Paragraph(Kind.TEXT, places)), tuple(Footnote(at, str(at), (Run("See."),)) for at in range(1, 13))
    )
    notes = Package(write_clean(draft)).root("/word/footnotes.xml")
    wide = [int(one.get(w("val"), 0)) for one in notes.iterfind(f".//{w('r')}/{w('rPr')}/{w('spacing')}")]
    assert (len(wide), len(set(wide))) == (12, 2)
    assert abs((wide[0] - wide[-1]) / 20 - 8.5 * 0.65 / 2) < 0.4  # the width of a raised figure
    assert shown(again(draft)) == shown(draft)


def test_a_line_of_many_sponsors_is_not_driven_overleaf_by_the_title() -> None:
    styles = Package(write_clean(Draft(OPENING))).root("/word/styles.xml")
    kept = {
        one.get(w("styleId")) for one in styles.iter(w("style")) if one.find(f"{w('pPr')}/{w('keepNext')}") is not None
    }
    assert {"AdrefTitle", "AdrefEnacting"} < kept
    assert "AdrefSponsorLine" not in kept


def test_cells_are_set_close_and_to_the_left_and_what_follows_is_set_off() -> None:
    draft = Draft((*OPENING, p(Kind.TEXT, "Cell", cell=(0, 0, 0)), p(Kind.TEXT, "After."), p(Kind.TEXT, "Later.")))
    for written in (write_clean(draft), write_marked(compare(draft, draft))):
        paragraphs = list(Package(written).root("/word/document.xml").iter(w("p")))
        looks = [(one.find(f"{w('pPr')}/{w('jc')}"), one.find(f"{w('pPr')}/{w('spacing')}")) for one in paragraphs[-3:]]
        assert [(align is not None, spacing is not None) for align, spacing in looks] == [
            (True, True), (False, True), (False, False)
        ]  # fmt: skip


def test_the_number_of_an_adopted_resolution_hangs_beside_its_title() -> None:
    def hangs(title: str) -> bool:
        draft = Draft((p(Kind.MASTHEAD, "Resolution adopted by the General Assembly"), *OPENING[1:]))
        draft = replace(draft, paragraphs=(p(Kind.MASTHEAD, title), *draft.paragraphs[1:]))
        assert [one.text for one in again(draft).paragraphs] == [one.text for one in draft.paragraphs]
        titles = Package(write_clean(draft)).root("/word/document.xml").iter(w("p"))
        return next(titles).find(f"{w('pPr')}/{w('ind')}") is not None

    assert hangs("80/141. Education for sustainable development")
    assert hangs("58/208 B. International migration")
    assert not hangs("Education for sustainable development")
    assert not hangs("2030 Agenda for Sustainable Development")


@pytest.mark.parametrize(
    "cells",
    [
        "000 001 100 200 101 110 010 011 300 011",
        "100 000 001 010 011",  # at the head of the first cell
        "200 100 101 000 010 300",
        "000 100 200 100",  # one beside the other
    ],
)
def test_a_table_within_a_cell_is_written_there(cells: str) -> None:
    there = [(int(one[0]), int(one[1]), int(one[2])) for one in cells.split()]
    placed = [Paragraph(Kind.TEXT, (Run(f"words {at}"),), cell=cell) for at, cell in enumerate(there)]
    text = Draft((Paragraph(Kind.TEXT, (Run("before"),)), *placed, Paragraph(Kind.TEXT, (Run("after"),))))
    written = read_word(write_clean(text)).draft
    assert [one.text for one in written.paragraphs] == [one.text for one in text.paragraphs]
    assert [one.cell for one in written.paragraphs] == [None, *there, None]


CHINESE = (
    "联合国 A/C.2/80/L.50\n\n大会 Distr.: Limited\n\n第八十届会议\n\n*大会*，\n\n1. *决定*：\n\n㈠ 开会；\n\n㈡ 报告。"
)


@pytest.mark.parametrize("literal_numbers", [False, True])
def test_figures_that_hold_their_brackets_take_no_full_stop(literal_numbers: bool) -> None:
    draft = read_bytes(CHINESE.encode()).draft
    assert [one.number for one in draft.paragraphs[-3:]] == ["1", "㈠", "㈡"]
    back = again(draft, literal_numbers=literal_numbers)
    assert [(one.number, one.text) for one in back.paragraphs] == [(one.number, one.text) for one in draft.paragraphs]


def test_the_symbol_stands_apart_from_the_united_nations_in_chinese_too() -> None:
    root = Package(write_clean(read_bytes(CHINESE.encode()).draft)).root("/word/document.xml")
    styles = [one.get(w("val")) for one in root.iter(w("pStyle"))]
    large = [one for one in root.iter(w("r")) if (size := one.find(f"{w('rPr')}/{w('sz')}")) is not None
             and size.get(w("val")) == "40"]  # fmt: skip
    assert styles[0] == "AdrefUnitedNations"
    assert ["".join(t.text or "" for t in one.iter(w("t"))) for one in large] == ["A"]


def test_sponsors_that_fill_several_lines_stand_close_together() -> None:
    lines = ("Canada, Greece, Iceland, Monaco, Norway,", "Portugal and Spain:* draft resolution", "Oceans")
    others = ("Draft resolution on water", "Submitted by Denmark")
    draft = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in ("A/80/L.17", "Agenda item 75", *lines)))
    with zipfile.ZipFile(io.BytesIO(write_clean(draft))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    before = [one.find(f"{w('pPr')}/{w('spacing')}") for one in body.iter(w("p"))][-3:]
    assert [None if one is None else one.get(w("before")) for one in before] == [None, "0", None]
    apart = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in ("A/80/L.17", "Agenda item 75", *others)))
    with zipfile.ZipFile(io.BytesIO(write_clean(apart))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    assert not [one for one in body.iter(w("spacing")) if one.get(w("before")) == "0"]
