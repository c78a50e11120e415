"""Comparisons for reading: marked text and two columns hold no tracked change and all of both texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.circulation.typesetting import A4, Typesetting
from models.comparison.change import Comparison
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_file
from models.proposals.returned import read_returned
from models.word.columns import write_columns
from models.word.drafts_in_columns import write_drafts
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, sdk_faults, sdk_validator


@pytest.fixture(scope="module")
def comparison(shared: Path) -> Comparison:
    folder = shared / "corpus" / "resolutions"
    old, new = (read_file(folder / f"{name}.txt").draft for name in ("A_C.2_80_L.39", "A_C.2_80_L.50"))
    return compare(old, new)


def test_they_are_valid_and_hold_no_tracked_change(comparison: Comparison, tmp_path: Path) -> None:
    validator = sdk_validator()
    paths = []
    for write in (write_marked, write_columns):
        data = write(comparison)
        assert data == write(comparison)
        assert read_word(data).revisions == ()
        assert lint(data) == ()
        paths.append(tmp_path / f"{write.__name__}.docx")
        paths[-1].write_bytes(data)
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    assert [*sdk_faults(paths, validator), *integrity_faults(paths)] == []


def _runs(data: bytes, part: str | None = None) -> list[tuple[str, str]]:
    """Each run's mark (new, gone, or none) and its text; of the text itself unless another part is named."""
    package = Package(data)
    found = []
    for run in package.root(part or package.main).iter(w("r")):
        text = "".join(one.text or "" for one in run.iter(w("t")))
        own = run.find(w("rPr"))
        tags = {child.tag for child in own} if own is not None else set()
        mark = "gone" if w("strike") in tags else "new" if w("u") in tags else ""
        found.append((mark, text))
    return found


def _draft(*texts: str, notes: tuple[str, ...] = ()) -> Draft:
    paragraphs = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
    paragraphs += [Paragraph(Kind.PREAMBULAR, (Run(text),)) for text in texts]
    return Draft(tuple(paragraphs), tuple(Footnote(at, str(at), (Run(note),)) for at, note in enumerate(notes, 1)))


def test_new_words_are_underlined_and_old_ones_struck() -> None:
    old = _draft("Recalling the old report of the Secretary-General,", "Noting that this goes away,")
    new = _draft("Recalling the new report of the Secretary-General,", "Welcoming something else entirely,")
    for write in (write_marked, write_columns):
        runs = _runs(write(compare(old, new)))
        assert {("gone", "old"), ("new", "new"), ("gone", "Noting that this goes away,")} <= set(runs)
        assert ("new", "Welcoming something else entirely,") in runs


def test_both_texts_can_be_read_out_of_the_columns(comparison: Comparison) -> None:
    read = read_word(write_columns(comparison)).draft
    for column, draft in ((1, comparison.old), (2, comparison.new)):
        shown = "\n".join(one.text for one in read.paragraphs if one.cell is not None and one.cell[2] == column)
        shown = re.sub(r"[\d*]", "", shown)  # the marks of notes stand in the text here
        assert all(re.sub(r"\d", "", paragraph.text) in shown for paragraph in draft.paragraphs)


def test_a_moved_paragraph_says_where_from(comparison: Comparison) -> None:
    assert any(change.moved for change in comparison.changes)
    assert any("[moved from " in text for _, text in _runs(write_marked(comparison)))


def test_notes_that_changed_places_are_marked() -> None:
    report, study = "Report on ageing, A/58/98.", "Study of remittances, E/2003/7."

    def draft(*notes: str) -> Draft:
        runs = (Run("Takes note of the report"), Run(footnote=1), Run(" and of the study"), Run(footnote=2), Run(";"))
        footnotes = tuple(Footnote(at, str(at), (Run(text),)) for at, text in enumerate(notes, 1))
        return Draft((Paragraph(Kind.OPERATIVE, runs, number="1"),), footnotes)

    data = write_marked(compare(draft(report, study), draft(study, report)))
    marked = [(mark, text.split(",")[0]) for mark, text in _runs(data, "word/footnotes.xml") if mark]
    assert sorted(marked) == [
        *(("gone", "1"), ("gone", "2"), ("gone", "Report on ageing"), ("gone", "Study of remittances")),
        *(("new", "Report on ageing"), ("new", "Study of remittances")),
    ]
    assert lint(data) == ()


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Recalling the Charter{1},", "Recalling the Charter,", [("gone", "1")]),
        ("Recalling the Charter,", "Recalling the Charter{1},", [("new", "1")]),
        (
            "Recalling the Charter{1} and all else,",
            "Recalling the Charter and all else{1},",
            [("gone", "1"), ("new", "1")],
        ),
        ("Recalling the Charter{1},", "Recalling the Charter{1},", []),
        ("Recalling the Charter{1},", "Recalling the Charter{2},", []),  # the note says something else
        ("Recalling the Charter{1}{2},", "Recalling the Charter{2},", [("gone", "1")]),
        ("{1}", "", [("gone", "1")]),
    ],
)
def test_the_mark_of_a_note_that_comes_or_goes_is_marked_in_columns(
    old: str, new: str, marked: list[tuple[str, str]]
) -> None:
    def draft(text: str) -> Draft:
        pieces = re.split(r"\{(\d)\}", text)
        runs = [Run(one) if not at % 2 else Run(footnote=int(one)) for at, one in enumerate(pieces) if one]
        cited = sorted({run.footnote for run in runs if run.footnote is not None})
        said = {1: "See resolution 70/1 of the General Assembly.", 2: "Treaty Series, vol. 1954, No. 33480."}
        notes = tuple(Footnote(at, str(at), (Run(said[at]),)) for at in cited)
        return Draft(
            (Paragraph(Kind.ENACTING, (Run("The Assembly,"),)), Paragraph(Kind.PREAMBULAR, tuple(runs))), notes
        )

    comparison = compare(draft(old), draft(new))
    for data in (write_columns(comparison), write_drafts(in_columns([comparison]), ("old", "new"))):
        assert [one for one in _runs(data) if one[0] and one[1].strip(",") in ("1", "2")] == marked
        assert lint(data) == ()


def test_the_columns_say_what_happened_and_leave_room_where_nothing_did(comparison: Comparison) -> None:
    rows = list(Package(write_columns(comparison)).root("/word/document.xml").iter(w("tr")))
    cells_of = (row.findall(w("tc")) for row in rows)
    told = [[["".join(text.itertext(w("t"))) for text in cell.iter(w("p"))] for cell in cells] for cells in cells_of]
    head, *others = [(cells[0][0], cells[3]) for cells in told]
    assert head == ("", ["Remarks"])
    said = [remark for _, remarks in others for remark in remarks if remark]
    assert 0 < sum(any(remarks) for _, remarks in others) < len(others)
    assert "OP3 went to PP17, preambular" in said
    assert any(where == "PP17" and remarks[0].startswith("comes from OP3, operative") for where, remarks in others)
    assert any("usually read as" in remark or "becomes" in remark for remark in said)
    assert any("was OP" in remark for remark in said)
    assert any(remark.endswith("housekeeping") for remark in said)
    labels = {label for change in comparison.changes for label in change.new_labels if label}
    assert labels <= {label for where, _ in others for label in where.split(", ")}
    differing = [change for change in comparison.changes if change.weight is not None]
    assert len(said) >= len(differing)


def test_the_head_of_the_columns_comes_again_on_each_page_and_short_rows_stay_whole(comparison: Comparison) -> None:
    rows = list(Package(write_columns(comparison)).root("/word/document.xml").iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows[:3]] == [True, False, False]
    whole = [row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows]
    assert whole[1]
    assert not all(whole)


def test_a_row_that_heads_others_stands_on_the_page_of_the_next() -> None:
    runs = (Run("Decides"), Run(footnote=1))
    kinds = (Kind.SECTION, (Run("I. Trade"),)), (Kind.OPERATIVE, runs), (Kind.ANNEX, (Run("Annex"),)), (Kind.TEXT, runs)
    draft = Draft(tuple(Paragraph(*one) for one in kinds), (Footnote(1, "1", (Run("A/1."),)),))
    comparison = compare(draft, draft)
    for data in (write_columns(comparison), write_drafts(in_columns([comparison]), ("a", "b"))):
        rows = list(Package(data).root("/word/document.xml").iter(w("tr")))
        kept = [{p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in row.iter(w("p"))} for row in rows]
        assert kept == [{False}, {True}, {False}, {True}, {False}, {True}, {False}]
        assert lint(data) == ()


def test_columns_and_marked_text_on_a4(comparison: Comparison) -> None:
    sizes = []
    for write in (write_marked, write_columns):
        page = next(Package(write(comparison, Typesetting(A4))).root("/word/document.xml").iter(w("pgSz")))
        sizes.append((page.get(w("w")), page.get(w("h"))))
    assert sizes == [("11906", "16838"), ("16838", "11906")]


def test_on_paper_a_new_word_stands_apart_from_the_old_one() -> None:
    data = write_marked(compare(_draft("Recalling the old report,"), _draft("Recalling the new report,")))
    runs = _runs(data)
    gone, came = runs.index(("gone", "old")), runs.index(("new", "new"))
    assert runs[gone : came + 1] == [("gone", "old"), ("", " "), ("new", "new")]


def test_a_table_stays_a_table_in_marked_text() -> None:
    def table(*texts: str) -> Draft:
        head = Paragraph(Kind.OPERATIVE, (Run("Decides on these:"),), number="1")
        cells = (Paragraph(Kind.TEXT, (Run(text),), cell=(0, at // 2, at % 2)) for at, text in enumerate(texts))
        return Draft((head, *cells, Paragraph(Kind.OPERATIVE, (Run("Requests a report."),), number="2")))

    old = table("Fund", "Ten million dollars", "Programme", "Five million dollars", "Office", "Nothing at all")
    new = table("Fund", "Twelve million dollars", "Programme", "Five million dollars")
    data = write_marked(compare(old, new))
    read = read_word(data).draft.paragraphs
    cells = [one.cell for one in read if one.cell is not None]
    assert cells == [(0, row, column) for row in range(3) for column in range(2)]
    assert {("gone", "Ten"), ("new", "Twelve"), ("gone", "Nothing at all")} <= set(_runs(data))
    assert lint(data) == ()


@pytest.mark.parametrize("kept", ["abcd", "cdef", "abef", "cd", ""])
def test_rows_that_are_gone_have_rows_of_their_own(kept: str) -> None:
    texts = dict(zip("abcdef", ("Fund", "Ten", "Programme", "Five dollars", "Office", "Nothing at all"), strict=True))

    def draft(letters: str) -> Draft:
        places = [("abcdef".index(one), texts[one]) for one in letters]
        rows = {half: row for row, half in enumerate(dict.fromkeys(at // 2 for at, _ in places))}
        cells = (Paragraph(Kind.TEXT, (Run(text),), cell=(0, rows[at // 2], at % 2)) for at, text in places)
        around = [Paragraph(Kind.OPERATIVE, (Run(text),), number=text[:1]) for text in ("1 Decides:", "2 Requests.")]
        return Draft((around[0], *cells, around[1]))

    data = write_marked(compare(draft("abcdef"), draft(kept)))
    read = read_word(data).draft.paragraphs
    shown = [[one.text for one in read if one.cell is not None and one.cell[1] == row] for row in range(3)]
    assert shown == [["Fund", "Ten"], ["Programme", "Five dollars"], ["Office", "Nothing at all"]]
    assert [mark for mark, text in _runs(data) if text in texts.values()] == [
        "" if letter in kept else "gone" for letter in "abcdef"
    ]
    assert lint(data) == ()


def cited(*notes: str) -> Draft:
    """A paragraph of three places, each with a note or with none, for which the note is ""."""
    runs, footnotes = [Run("Takes note of the report")], []
    for words, note in zip((" of the year", " and of all", ", with thanks;"), notes, strict=True):
        if note:
            footnotes.append(Footnote(len(footnotes) + 1, str(len(footnotes) + 1), (Run(note),)))
            runs.append(Run(footnote=len(footnotes)))
        runs.append(Run(words))
    return Draft((Paragraph(Kind.OPERATIVE, tuple(runs), number="1"),), tuple(footnotes))


AGEING, STUDY, LINK = "Report on ageing, A/58/98.", "Study of remittances.", "https://example.org/all"
PLACES = [
    ((AGEING, STUDY, ""), ("", STUDY, "")),
    ((AGEING, STUDY, ""), (STUDY, AGEING, "")),
    ((AGEING, "", STUDY), (STUDY, "", LINK)),
    (("", "", ""), (AGEING, STUDY, LINK)),
]


@pytest.mark.parametrize(("less", "more"), PLACES)
def test_notes_that_come_go_and_change_places_are_read_back(less: tuple[str, ...], more: tuple[str, ...]) -> None:
    for old, new in ((cited(*less), cited(*more)), (cited(*more), cited(*less))):
        data = write_marked(compare(old, new))
        assert lint(data) == ()
        places = Package(data).root("word/document.xml").iter(w("footnoteReference"))
        ids = [int(one.get(w("id")) or 0) for one in places]
        assert ids == sorted(ids)  # as LibreOffice pairs them with the notes
        back = read_returned(data, by_hand=True)
        for read, meant in ((back.base.draft, old), (back.sent.draft, new)):
            assert [one.text for one in read.paragraphs] == [one.text for one in meant.paragraphs]
            assert _cited_with(read) == _cited_with(meant)


def _cited_with(draft: Draft) -> list[tuple[str, str]]:
    """The words of each note with those before its place."""
    said, found = "", []
    for run in draft.paragraphs[0].runs:
        said += run.text
        if run.footnote is not None:
            found.append((said, draft.note[run.footnote].text))
    return found


def test_a_note_that_is_gone_is_struck_at_the_foot_and_counts_for_nothing() -> None:
    old, new = cited(AGEING, STUDY, ""), cited("", STUDY, "")
    data = write_marked(compare(old, new))
    assert ("gone", "Report on ageing, A/58/98.") in _runs(data, "word/footnotes.xml")
    references = Package(data).root("/word/document.xml").iter(w("footnoteReference"))
    assert sorted(str(one.get(w("customMarkFollows"))) for one in references) == ["1", "None"]
    assert lint(data) == ()


def test_a_note_that_changed_keeps_its_looks_and_its_words_apart() -> None:
    def draft(*runs: Run) -> Draft:
        cited = (Run("Takes note of it"), Run(footnote=1), Run(";"))
        return Draft(
            (Paragraph(Kind.TEXT, (Run("Text."),)), Paragraph(Kind.OPERATIVE, cited)), (Footnote(1, "1", runs),)
        )

    old = draft(Run("See "), Run("Treaty Series", italic=True), Run(", first volume."))
    new = draft(Run("See "), Run("Treaty Series", italic=True), Run(", last volume, "), Run("ibid.", italic=True))
    data = write_marked(compare(old, new))
    slanted = [
        "".join(text.text or "" for text in run.iter(w("t")))
        for run in Package(data).root("word/footnotes.xml").iter(w("r"))
        if run.find(f"{w('rPr')}/{w('i')}") is not None
    ]
    assert "".join(slanted) == "Treaty Seriesibid."
    said = _runs(data, "word/footnotes.xml")
    at = next(number for number, (mark, _) in enumerate(said) if mark == "gone")
    assert [mark for mark, _ in said[at : at + 3]] == ["gone", "", "new"]
    back = read_returned(data, by_hand=True)
    assert [one.runs for one in back.sent.draft.footnotes] == [one.runs for one in new.footnotes]
    assert [one.text for one in back.base.draft.footnotes] == [one.text for one in old.footnotes]


def cites_often(*notes: str) -> Draft:
    """A paragraph with a place after each of its words, for a note that other places may have too, or for none."""
    ids = {note: at for at, note in enumerate(dict.fromkeys(filter(None, notes)), 1)}
    runs = []
    for words, note in zip(("Notes", " one report", " and another", " and more of them"), notes, strict=True):
        runs += [Run(words), *([Run(footnote=ids[note])] if note else [])]
    footnotes = tuple(Footnote(at, str(at), (Run(note),)) for note, at in ids.items())
    return Draft((Paragraph(Kind.OPERATIVE, (*runs, Run(";")), number="1"),), footnotes)


OFTEN = [
    ((AGEING, STUDY, "", ""), (AGEING, STUDY, AGEING, "")),
    ((AGEING, STUDY, AGEING, STUDY), ("", STUDY, "", STUDY)),
    ((AGEING, "", AGEING, AGEING), (STUDY, "", STUDY, AGEING)),
    (("", STUDY, AGEING, ""), (AGEING, STUDY, AGEING, AGEING)),
    ((AGEING, STUDY, STUDY, AGEING), (STUDY, "", STUDY, AGEING)),
    ((AGEING, AGEING, "", AGEING), ("", LINK, "", LINK)),
]


@pytest.mark.parametrize(("less", "more"), OFTEN)
def test_notes_cited_again_are_marked_and_read_back(
    less: tuple[str, ...], more: tuple[str, ...], tmp_path: Path
) -> None:
    paths = []
    for old, new in ((cites_often(*less), cites_often(*more)), (cites_often(*more), cites_often(*less))):
        data = write_marked(compare(old, new))
        assert lint(data) == ()
        paths.append(tmp_path / f"{len(paths)}.docx")
        paths[-1].write_bytes(data)
        back = read_returned(data, by_hand=True)
        for read, meant in ((back.base.draft, old), (back.sent.draft, new)):
            assert [one.text for one in read.paragraphs] == [one.text for one in meant.paragraphs]
            assert _cited_with(read) == _cited_with(meant)
    if (validator := sdk_validator()) is not None:
        assert [*sdk_faults(paths, validator), *integrity_faults(paths)] == []


def test_a_new_place_of_a_note_is_underlined_and_a_struck_one_keeps_its_number() -> None:
    less, more = cites_often("", AGEING, "", ""), cites_often("", AGEING, AGEING, "")
    assert ("new", "1") in _runs(write_marked(compare(less, more)))
    assert ("gone", "1") in _runs(write_marked(compare(more, less)))
    two, one = cites_often(LINK, STUDY, "", STUDY), cites_often("", STUDY, "", "")
    data = write_marked(compare(two, one))
    assert ("gone", "2") in _runs(data)
    locked = [one.get(w("fldLock")) for one in Package(data).root("word/document.xml").iter(w("fldChar"))]
    assert "1" in locked  # else it would show the number the note has now
