"""Redlines of small drafts: accepted the new text, rejected the old one, and each change shown the way it is meant."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml import etree

from models.awaited import as_long_as
from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.reading import Reading
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, paragraphs_of, row, t, table

LONG = "the importance of the full implementation of all commitments made at the conference in all regions"


def op(text: str, number: str | None, *more: Run) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(text), *more), 0, number)


def pp(text: str, *more: Run) -> Paragraph:
    return Paragraph(Kind.PREAMBULAR, (Run(text), *more))


def item(text: str, number: str) -> Paragraph:
    return Paragraph(Kind.SUBPARAGRAPH, (Run(text),), 1, number)


def draft(*paragraphs: Paragraph, notes: Sequence[str] = ()) -> Draft:
    head = (Paragraph(Kind.MASTHEAD, (Run("A title"),)), Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)))
    found = tuple(Footnote(at, str(at), (Run(text),)) for at, text in enumerate(notes, 1))
    return Draft((*head, *paragraphs), found)


def redline(old: bytes, new: Draft, **options: object) -> bytes:
    """The redline of a Word file to a draft, after all that must hold for any redline was seen to."""
    reading = read_word(old)
    comparison = compare(reading.draft, new)
    written = write_redline(comparison, base=old, origins=reading.origins, **options)  # type: ignore[arg-type]
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    return written


def kinds(data: bytes) -> Counter[str]:
    """How many tracked changes of each kind a file has."""
    return Counter(revision.kind for revision in read_word(data).revisions)


def document(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


A, B, C = pp(f"Recalling {LONG},"), pp(f"Noting once more {LONG} and of the fund,"), pp("Aware of the report,")
O1, O2, O3 = (
    op(f"Requests the Secretary-General to report on {LONG};", "1"),
    op("Invites Governments to consider the matter with care;", "2"),
    op("Decides to remain seized of the matter.", "3"),
)
OLD = draft(A, B, C, O1, O2, O3)
# The first operative paragraph gone, the others renumbered.
SHORTER = draft(A, B, C, replace(O2, number="1"), replace(O3, number="2"))
MORE = {"insert": 1, "paragraph-insert": 1}
TABLED, REPORT = f"Recalling {LONG}", "noting the report of the Secretary-General on the matter and its annexes,"
NOTE, SOURCE = (Run(footnote=1), Run(",")), ["Resolution 1."]

CASES: dict[str, tuple[Draft, Draft, dict[str, int]]] = {
    "nothing": (OLD, OLD, {}),
    "a word": (OLD, draft(A, B, pp("Aware of the new report,"), O1, O2, O3), {"insert": 1}),
    "a word for a word": (OLD, draft(A, B, pp("Aware of the note,"), O1, O2, O3), {"insert": 1, "delete": 1}),
    "a paragraph more": (OLD, draft(A, pp("Welcoming the offer,"), B, C, O1, O2, O3), MORE),
    "a paragraph less": (OLD, draft(A, C, O1, O2, O3), {"delete": 1, "paragraph-delete": 1}),
    "renumbered by Word itself": (OLD, SHORTER, {"delete": 1, "paragraph-delete": 1}),
    "moved": (OLD, draft(C, A, B, O1, O2, O3), {"move-from": 2, "move-to": 2, "paragraph-delete": 0}),
    "the last one goes": (OLD, draft(A, B, C, O1, O2), {"delete": 1, "paragraph-delete": 1}),
    "the last three go": (OLD, draft(A, B, C), {"delete": 3, "paragraph-delete": 3}),
    "one comes at the end": (OLD, draft(A, B, C, O1, O2, O3, op("Thanks all.", "4")), MORE),
    "three come at the end": (
        OLD,
        draft(A, B, C, O1, O2, O3, op("Thanks all;", "4"), op("Urges some;", "5"), op("Calls for rest.", "6")),
        {"insert": 3, "paragraph-insert": 3},
    ),
    "the first comes": (OLD, draft(pp("Guided by the Charter,"), A, B, C, O1, O2, O3), MORE),
    "all other": (draft(A), draft(pp("Wholly different words,")), {}),
    "split": (
        draft(pp(f"{TABLED}, {REPORT}")),
        draft(pp(f"{TABLED},"), pp(REPORT)),
        {"paragraph-insert": 1},
    ),
    "merged": (
        draft(pp(f"{TABLED},"), pp(REPORT)),
        draft(pp(f"{TABLED}, {REPORT}")),
        {"paragraph-delete": 1},
    ),
    "a paragraph becomes a list": (
        draft(op(f"Decides to strengthen {LONG} and to review all the arrangements for funding in two years.", None)),
        draft(
            op("Decides:", None),
            item(f"To strengthen {LONG};", "(a)"),
            item("To review all the arrangements for funding in two years.", "(b)"),
        ),
        {},
    ),
    "italics": (
        draft(Paragraph(Kind.PREAMBULAR, (Run(f"Recalling {LONG},"),))),
        draft(Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(f" {LONG},")))),
        {"format": 1},
    ),
    "another kind": (
        draft(A, op(f"Notes {LONG};", "1"), op("Decides.", "2")),
        draft(A, pp(f"Notes {LONG};"), op("Decides.", None)),
        {"paragraph-format": 1},
    ),
    "a single operative paragraph gets company": (
        draft(A, op("Decides.", None)),
        draft(A, op("Decides.", "1"), op("Thanks.", "2")),
        {},
    ),
    "bis": (draft(A, O1, O2), draft(A, O1, op("Welcomes the offer;", "1 bis"), O2), MORE),
    "a note comes": (draft(A, B), draft(pp(TABLED, *NOTE), B, notes=SOURCE), {}),
    "a note goes": (draft(pp(TABLED, *NOTE), B, notes=SOURCE), draft(A, B), {}),
    "a note says something else": (
        draft(pp("Recalling this", *NOTE), notes=["Resolution 58/208, annex I."]),
        draft(pp("Recalling this", *NOTE), notes=["Resolution 58/208, annex II."]),
        {"delete": 1, "insert": 1},
    ),
    "a paragraph with a note moves": (
        draft(pp(TABLED, *NOTE), B, C, pp("Noting the offer,"), notes=SOURCE),
        draft(B, C, pp("Noting the offer,"), pp(TABLED, *NOTE), notes=SOURCE),
        {"move-from": 2},
    ),
    "a source cited again": (
        draft(pp("Recalling this", *NOTE), C, notes=SOURCE),
        draft(pp("Recalling this", *NOTE), pp("Aware of the report", *NOTE), notes=SOURCE),
        {},
    ),
    "a note comes before one that is cited again": (
        draft(pp("Recalling this", *NOTE), pp("Aware of it", *NOTE), notes=SOURCE),
        draft(
            pp("Recalling this", Run(footnote=1), Run(footnote=2), Run(",")),
            pp("Aware of it", Run(footnote=2), Run(",")),
            notes=["Resolution 2.", *SOURCE],
        ),
        {},
    ),
    "the first place of a source goes": (
        draft(pp("Recalling this", *NOTE), pp("Aware of it", *NOTE), notes=SOURCE),
        draft(pp("Aware of it", *NOTE), notes=SOURCE),
        {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
@pytest.mark.parametrize("name", CASES)
def test_small_redlines(name: str, literal: bool) -> None:
    old, new, expected = CASES[name]
    found = kinds(redline(write_clean(old, Typesetting(literal_numbers=literal)), new))
    if not literal:
        assert {kind: found[kind] for kind in expected} == expected
    if name == "nothing":
        assert not found


@pytest.mark.parametrize("name", CASES)
def test_without_a_file_the_clean_one_is_the_base(name: str) -> None:
    old, new, _ = CASES[name]
    comparison = compare(old, new)
    assert differences(comparison, write_redline(comparison, base=None)) == ()


def test_typed_numbers_are_changed_as_tracked_and_lists_number_themselves() -> None:
    typed = document(redline(write_clean(OLD, Typesetting(literal_numbers=True)), SHORTER))
    assert re.findall(r"<w:delText[^>]*>([23])</w:delText>", typed) == ["2", "3"]
    automatic = kinds(redline(write_clean(OLD), SHORTER))
    assert automatic == Counter({"delete": 1, "paragraph-delete": 1})


def test_an_untouched_paragraph_is_that_very_element() -> None:
    base = write_clean(OLD)
    before = paragraphs_of(base)
    after = paragraphs_of(
        redline(base, draft(A, pp("Welcoming the offer,"), B, C, op("Requests rather less;", "1"), O2, O3))
    )
    written = {etree.tostring(one, method="c14n") for one in after}
    same = [etree.tostring(one, method="c14n") in written for one in before]
    assert same.count(False) == 1  # the one that was reworded


def test_formatting_pictures_bookmarks_fields_and_links_stay() -> None:
    head = p("A title") + p("The General Assembly,")
    body = head + p(
        '<w:bookmarkStart w:id="5" w:name="here"/>',
        t("Recalling ", '<w:i/><w:color w:val="336699"/><w:sz w:val="21"/>'),
        '<w:hyperlink w:anchor="here">' + t("resolution 58/208") + "</w:hyperlink>",
        "<w:r><w:t xml:space='preserve'> of 23 December 2003</w:t><w:drawing/><w:t> on migration,</w:t></w:r>",
        '<w:bookmarkEnd w:id="5"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    text = "Recalling resolution 58/208 of 23 December 2003 on migration,7"
    base = docx(body)
    assert read_word(base).draft.paragraphs[2].text == text
    italic = (Run("Recalling ", italic=True), Run(text[10:].replace("December", "November").replace("on ", "on all ")))
    new = Draft((*read_word(base).draft.paragraphs[:2], Paragraph(Kind.PREAMBULAR, italic)))
    written = document(redline(base, new))
    for kept in ("336699", 'w:name="here"', "<w:drawing/>", "<w:hyperlink", "instrText", "bookmarkEnd"):
        assert written.count(kept) == document(base).count(kept)
    deleted = "".join(re.findall(r"<w:delText[^>]*>([^<]*)<", written))
    assert "December" in deleted
    assert not {"Recalling", "58/208", "migration", "7"} & set(re.findall(r"[\w/]+", deleted))


def test_a_field_that_goes_goes_whole() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + t("paragraph 7")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    base = docx(p("See ", field, " of the annex to the report"))
    written = document(redline(base, Draft((Paragraph(Kind.TEXT, (Run("See  of the annex to the report"),)),))))
    assert "<w:delInstrText" in written
    assert "<w:instrText" not in written


def test_changes_in_cells_are_tracked_in_the_cells() -> None:
    body = (
        p("Before the table")
        + table(
            row(cell(p("One thing here")), cell(p("Two things here"))),
            row(cell(p("Three things here")), cell(p("Four things here"), p("and a last one"))),
        )
        + p("After the table")
    )
    base = docx(body)
    old = read_word(base).draft
    texts = [one.text for one in old.paragraphs]
    assert len(texts) == 7

    def new(*changed: tuple[str, tuple[int, int, int] | None]) -> Draft:
        return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), cell=place) for text, place in changed))

    cells = [one.cell for one in old.paragraphs]
    everything = list(zip(texts, cells, strict=True))
    reworded = [
        ("One other thing here", cells[1]) if text == "One thing here" else (text, place) for text, place in everything
    ]
    assert kinds(redline(base, new(*reworded))) == Counter({"insert": 1})
    gone = [one for one in everything if one[0] != "and a last one"]
    assert kinds(redline(base, new(*gone)))["paragraph-delete"] == 1
    row_gone = [one for one in everything if one[1] is None or one[1][1] != 1]
    written = redline(base, new(*row_gone))
    assert kinds(written)["table"] == 1
    more = [*everything[:6], ("and another at the end", cells[5]), everything[6]]
    redline(base, new(*more))
    between = [*everything[:1], ("Between the two", None), *everything[1:]]
    assert [one.getparent().tag for one in paragraphs_of(redline(base, new(*between)))][1] == w("body")


def test_ids_are_unique_and_author_and_date_are_as_given() -> None:
    old, new, _ = CASES["a note says something else"]
    written = redline(write_clean(old), new, author="Secretariat", date="2025-11-17T00:00:00Z")
    revisions = read_word(written).revisions
    assert {(one.author, one.date) for one in revisions} == {("Secretariat", "2025-11-17T00:00:00Z")}
    plain = redline(write_clean(OLD), CASES["a word"][1])
    assert {(one.author, one.date) for one in read_word(plain).revisions} == {("Adref", None)}


def test_two_runs_give_the_same_bytes() -> None:
    old, new, _ = CASES["a paragraph becomes a list"]
    comparison = compare(old, new)
    assert write_redline(comparison, base=None) == write_redline(comparison, base=None)


def test_tracked_changes_already_in_the_base_are_taken_as_accepted() -> None:
    base = redline(write_clean(OLD), CASES["a word"][1])
    reading: Reading = read_word(base)
    new = draft(A, B, pp("Aware of the new reports,"), O1, O2, O3)
    written = write_redline(compare(reading.draft, new), base=base, origins=reading.origins)
    assert [one.text for one in read_word(written, "reject").draft.paragraphs] == [
        one.text for one in reading.draft.paragraphs
    ]


def test_inserted_notes_are_inserted_in_both_places() -> None:
    old, new, _ = CASES["a note comes"]
    written = redline(write_clean(old), new)
    assert re.search(r"<w:ins [^>]*>.*<w:footnoteReference ", document(written))
    assert re.search(r"<w:footnoteRef/></w:r><w:ins [^>]*>.*Resolution 1", document(written, "word/footnotes.xml"))


def test_a_redline_is_given_up_between_the_paragraphs_that_are_written() -> None:
    before = draft(*(op(f"Requests States to meet for the {at}th time;", str(at)) for at in range(1, 21)))
    after = replace(before, paragraphs=before.paragraphs[:-1])
    base = write_clean(before)
    reading, comparison = read_word(base), compare(before, after)
    asked = [0]

    def wanted() -> None:
        asked[0] += 1
        if asked[0] == len(before.paragraphs) + 10:
            raise InterruptedError

    def finish(_package: object) -> None:
        raise AssertionError("it was written to its end")

    with pytest.raises(InterruptedError):
        as_long_as(wanted, lambda: write_redline(comparison, base=base, origins=reading.origins, finish=finish))
    assert differences(comparison, write_redline(comparison, base=base, origins=reading.origins)) == ()
