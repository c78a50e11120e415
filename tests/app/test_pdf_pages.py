"""Pages of a PDF that Adref prints: every line stands on one of them, and in its text once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QHashSeed

from app.pdf import pdf_of_draft, pdf_of_html
from models.circulation.typesetting import GENEVA, Typesetting
from models.circulation.undated import undated
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_bytes
from models.reading.pdf.glyphs import pages_of
from models.word.writing.measures import BETWEEN, HEADQUARTERS, LEADING, measures_of


def pages_in(data: bytes) -> list[list[str]]:
    return [" ".join(text for text, *_ in spans).split() for _, _, spans, _ in pages_of(data)]


def words_of(data: bytes) -> list[str]:
    return [word for page in pages_in(data) for word in page]


def numbered(name: str, count: int) -> str:
    return " ".join(f"{name}{at}" for at in range(count))


def called(text: str, *notes: int) -> Paragraph:
    return Paragraph(Kind.PREAMBULAR, (Run(text), *(Run(footnote=note) for note in notes)))


@pytest.mark.usefixtures("qapp")
def test_a_line_beside_the_end_of_a_page_is_in_the_text_once() -> None:
    paragraphs = tuple(
        Paragraph(Kind.OPERATIVE, (Run(" ".join(f"w{at}x{word}" for word in range(70)) + ";"),), number=str(at))
        for at in range(1, 40)
    )
    words = words_of(pdf_of_draft(Draft(paragraphs, ()), "Title", draft_mark=True))
    named = [word.rstrip(";") for word in words if word.startswith("w") and "x" in word]
    assert named == [f"w{at}x{word}" for at in range(1, 40) for word in range(70)]


def test_the_same_page_is_the_same_file_whatever_the_chance_of_the_process() -> None:
    page = "<p>Words, <i>italic</i> and <b>bold</b>,</p><p><sup>1</sup> العربية</p>"
    made = set()
    for _ in range(6):
        QHashSeed.resetRandomGlobalSeed()
        made.add(undated(pdf_of_html(page, "A/C.2/58/L.37")))
    assert len(made) == 1


@pytest.mark.usefixtures("qapp")
def test_notes_stand_on_the_page_that_calls_them_each_once_whatever_its_mark() -> None:
    paragraphs = tuple(called(f"p{at} {'of many words ' * 40}", at) for at in range(1, 13))
    notes = tuple(Footnote(at, str(at % 3), (Run(f"n{at}"),)) for at in range(1, 14))  # the last is called nowhere
    pages = pages_in(pdf_of_draft(Draft(paragraphs, notes), "Title"))
    assert len(pages) > 1
    at = {word: number for number, page in enumerate(pages) for word in page}
    assert all(at[f"n{one}"] == at[f"p{one}"] for one in range(1, 13) if at[f"p{one}"] == at.get(f"p{one + 1}"))
    assert sorted(word for page in pages for word in page if word[1:].isdigit() and word[0] == "n") == sorted(
        f"n{one}" for one in range(1, 14)
    )
    assert [page[-1] for page in pages[1:]] == [f"{number}/{len(pages)}" for number in range(2, len(pages) + 1)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("line", ["United Nations A/C.2/80/L.24", "Eightieth session Second Committee", "Iraq:"])
def test_a_note_of_the_masthead_stands_at_the_foot_of_the_first_page(line: str) -> None:
    head = Paragraph(Kind.MASTHEAD, (Run(line), Run(footnote=1)))
    title = Paragraph(Kind.MASTHEAD, (Run("Storms"),))
    paragraphs = tuple(called(f"p{at} {'of many words ' * 40}") for at in range(1, 13))
    first, *others = pages_in(
        pdf_of_draft(Draft((head, title, *paragraphs), (Footnote(1, "*", (Run("Group."),)),)), "T")
    )
    assert others
    assert first[-2:] == ["*", "Group."]
    assert "Group." not in [word for page in others for word in page]


@pytest.mark.usefixtures("qapp")
def test_a_note_longer_than_a_page_goes_on_overleaf_before_the_next_one() -> None:
    notes = (Footnote(1, "1", (Run(numbered("a", 3000)),)), Footnote(2, "2", (Run(numbered("b", 9)),)))
    words = words_of(pdf_of_draft(Draft((called("Recalling", 1), called("Noting", 2)), notes), "Title"))
    found = [word for word in words if word[0] in "ab" and word[1:].isdigit()]
    assert found == [*numbered("a", 3000).split(), *numbered("b", 9).split()]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("columns", [2, 6])
def test_rows_of_a_table_are_whole_also_one_that_is_higher_than_a_page(columns: int) -> None:
    cells = [
        Paragraph(Kind.TEXT, (Run(numbered(f"r{row}c{column}w", 600 if row == column == 1 else 20)),),
                  cell=(0, row, column))
        for row in range(30)
        for column in range(columns)
    ]  # fmt: skip
    noted = Paragraph(Kind.TEXT, (*cells[-1].runs, Run(footnote=1)), cell=cells[-1].cell)
    draft = Draft((*cells[:-1], noted, called("Noting")), (Footnote(1, "1", (Run("underneath"),)),))
    words = words_of(pdf_of_draft(draft, "Title"))
    assert words.count("underneath") == 1
    for cell in cells:
        own = cell.text.split()
        assert [word for word in words if word.startswith(own[0][:-1]) and word[len(own[0]) - 1 :].isdigit()] == own


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["The parts", "أجزاء المنطقة"])
def test_a_cell_merged_across_has_the_width_of_its_columns(language: str) -> None:
    def ends(column: int) -> tuple[float, float]:
        """The left and the right end of the words of a long cell, with what stands in the other column."""
        long = Paragraph(Kind.TEXT, (Run(f"{language} " * 30),), cell=(0, 0, 0))
        last = Paragraph(Kind.TEXT, (Run("x"),), cell=(0, 0, column))
        row = tuple(Paragraph(Kind.TEXT, (Run("y"),), cell=(0, 1, at)) for at in range(3))
        (_, _, spans, _), *_ = pages_of(pdf_of_draft(Draft((long, last, *row)), "Title"))
        words = [span for span in spans if span[0].strip() not in ("", "x", "y") and span[3] < 740]
        return min(span[1] for span in words), max(span[2] for span in words)

    one, two = ends(1), ends(2)
    assert two[1] - two[0] > 1.5 * (one[1] - one[0])
    assert abs(two[0] - one[0]) < 20 if language.isascii() else abs(two[1] - one[1]) < 20


@pytest.mark.usefixtures("qapp")
def test_a_paragraph_of_foreign_names_in_an_arabic_text_begins_at_the_right() -> None:
    arabic = Paragraph(Kind.TEXT, (Run("إذ تشير إلى قراراتها السابقة بشأن هذه المسألة وإذ تؤكد من جديد ما جاء فيها"),))
    names = Paragraph(Kind.TEXT, (Run("وكذلك Convention on Biological Diversity and Paris Agreement"),))
    (_, _, spans, _), *_ = pages_of(pdf_of_draft(Draft((arabic, arabic, names)), "Title"))
    lowest = min(span[3] for span in spans)
    assert max(right for _, _, right, base, *_ in spans if base == lowest) > 440


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", ["Recalling its resolutions", "إذ تشير إلى قراراتها السابقة"])
def test_the_heads_and_folios_of_an_arabic_text_stand_on_the_other_side_as_in_its_word_file(words: str) -> None:
    head = Paragraph(Kind.MASTHEAD, (Run("A/C.2/80/L.24"),))
    every = [Paragraph(Kind.TEXT, (Run(" ".join([words] * 25)),)) for _ in range(30)]
    pages = pages_of(pdf_of_draft(Draft((head, *every)), "Title", draft_mark=True))
    middle = HEADQUARTERS.page_width / 2
    for number, (_, _, spans, _) in enumerate(pages[:3], 1):
        outside = (number % 2 == 1) == words.isascii()  # on the right
        highest = max(span[3] for span in spans)
        mark = [span for span in spans if span[3] > highest - 2 and "A/C.2" not in span[0]]
        assert {left > middle for _, left, *_ in mark} == {outside if number == 1 else not outside}, number
        named = [left > middle for text, left, *_ in spans if text.startswith(("A/C.2", f"{number}/"))]
        assert number == 1 or named == [outside, outside], number


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("words", "numbers"), [("أن تقدم تقريرا", ("(أ)", "’1‘")), ("To report", ("(a)", "(i)"))])
def test_numbers_of_each_level_stand_before_their_words_on_either_side(words: str, numbers: tuple[str, str]) -> None:
    mirrored = not words.isascii()
    items = [Paragraph(Kind.SUBPARAGRAPH, (Run(words),), at, number) for at, number in enumerate(numbers, 1)]
    (_, _, spans, _), *_ = pages_of(pdf_of_draft(Draft((Paragraph(Kind.TEXT, (Run(words),)), *items)), "Title"))
    first = [span for span in spans if span[0].strip() and 715 < span[3] < 735]
    second = [span for span in spans if span[0].strip() and 695 < span[3] < 715]
    if mirrored:
        starts = [max(span[2] for span in line) for line in (second, first)]
    else:
        starts = [min(span[1] for span in line) for line in (first, second)]
    assert abs(starts[1] - starts[0] - HEADQUARTERS.first_line) < 1


@pytest.mark.usefixtures("qapp")
def test_pages_in_the_layout_of_geneva_are_read_back() -> None:
    note = Footnote(1, "1", (Run("See A/HRC/52/2."),))
    noted = Paragraph(
        Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution"), Run(footnote=1), Run(","))
    )
    lines = ("United Nations A/HRC/58/L.4", "General Assembly Distr.: Limited", "20 March 2025", "Human Rights Council")
    head = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    asks = " the Secretary-General to report to the Council on what was done in each of the States concerned;"
    acts = [
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(asks)), 0, str(number)) for number in range(1, 60)
    ]
    draft = Draft((*head, Paragraph(Kind.ENACTING, (Run("The Human Rights Council,"),)), noted, *acts), (note,))
    data = pdf_of_draft(draft, "Title", Typesetting(GENEVA), draft_mark=True)
    assert {(round(wide), round(high)) for wide, high, *_ in pages_of(data)} == {(595, 842)}
    read = read_bytes(data).draft
    assert [(one.kind, one.number, one.text) for one in read.paragraphs] == [
        (one.kind, one.number, one.text) for one in draft.paragraphs
    ]
    assert [one.text for one in read.footnotes] == [note.text]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("setting", [Typesetting(), Typesetting(GENEVA)], ids=["headquarters", "geneva"])
@pytest.mark.parametrize(
    ("kind", "level", "number"),
    [(Kind.OPERATIVE, 0, "12 quater"), (Kind.SUBPARAGRAPH, 2, "(viii) bis"), (Kind.SECTION, 0, "XXVIII bis")],
)
def test_a_wide_number_does_not_stand_on_the_words(kind: Kind, level: int, number: str, setting: Typesetting) -> None:
    wide = Paragraph(kind, (Run("Requests a report."),), level, number)
    (_, _, spans, _), *_ = pages_of(
        pdf_of_draft(Draft((Paragraph(Kind.TEXT, (Run("Text."),)), wide)), "Title", setting)
    )
    ends = max(span[2] for span in spans if number.split()[-1] in span[0])
    assert min(span[1] for span in spans if "Requests" in span[0]) > ends + 1.5


@pytest.mark.usefixtures("qapp")
def test_sponsors_that_fill_the_first_page_go_on_overleaf_and_the_title_follows() -> None:
    lines = ("United Nations A/80/L.13", "General Assembly", "Eightieth session", "Agenda item 75", "Oceans")
    sponsors = f"{numbered('State', 400)}: draft resolution"
    head = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in (*lines, sponsors, "Biological diversity")]
    pages = pages_in(pdf_of_draft(Draft((*head, called("Recalling"))), "Title"))
    assert [word.rstrip(":") for page in pages for word in page if word.startswith("State")] == sponsors.split(":")[
        0
    ].split()
    assert ["State0" in pages[0], "Biological" in pages[1], "Recalling" in pages[1]] == [True, True, True]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("above", range(32, 37))
def test_no_heading_stands_at_the_end_of_a_page_without_its_text(above: int) -> None:
    lines = [Paragraph(Kind.CLOSING, (Run("x"),)) for _ in range(above)]
    headings = [Paragraph(Kind.ANNEX, (Run("Annex"),)), Paragraph(Kind.SECTION, (Run("Scope"),))]
    text = Paragraph(Kind.TEXT, (Run("words " * 40),))  # of three lines, which stay together
    pages = pages_in(pdf_of_draft(Draft((*lines, *headings, text)), "Title"))
    at = {word: number for number, page in reversed(list(enumerate(pages))) for word in page}
    assert at["Annex"] == at["Scope"] == at["words"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mark", ["1", "12"])
def test_the_words_of_a_note_begin_where_its_next_lines_do_and_its_mark_hangs_out(mark: str) -> None:
    note = Footnote(1, mark, (Run("word " * 60),))
    (_, _, spans, _), *_ = pages_of(pdf_of_draft(Draft((called("Recalling", 1),), (note,)), "Title"))
    lines = [span for span in spans if span[3] < 400]  # at the foot
    starts = [min(span[1] for span in lines if span[3] == base and "word" in span[0])
              for base in {span[3] for span in lines if "word" in span[0]}]  # fmt: skip
    assert max(starts) - min(starts) < 0.5
    assert abs(min(starts) - HEADQUARTERS.body_left) < 1
    assert min(span[1] for span in lines) < HEADQUARTERS.body_left - 5


@pytest.mark.usefixtures("qapp")
def test_a_paragraph_stands_off_from_the_table_above_it() -> None:
    cell = Paragraph(Kind.TEXT, (Run("cell"),), cell=(0, 0, 0))
    (_, _, spans, _), *_ = pages_of(pdf_of_draft(Draft((cell, Paragraph(Kind.TEXT, (Run("below"),)))), "Title"))
    base = {span[0].strip(): span[3] for span in spans if span[0].strip()}
    assert base["cell"] - base["below"] > LEADING + BETWEEN + 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("setting", [Typesetting(), Typesetting(GENEVA)], ids=["headquarters", "geneva"])
def test_the_number_of_a_title_hangs_beside_its_words(setting: Typesetting) -> None:
    lines = ("Resolution adopted by the General Assembly on 19 December 2024", "79/212. Combating sand and dust storms")
    draft = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines))
    data = pdf_of_draft(draft, "Title", setting)
    (_, _, spans, _), *_ = pages_of(data)
    number, words = (next(span for span in spans if span[0].startswith(start)) for start in ("79/212.", "Combating"))
    assert number[3] == words[3]
    assert abs(words[1] - measures_of(setting.paper).body_left) < 1
    assert 40 < words[1] - number[1] < 60
    assert [one.text for one in read_bytes(data).draft.paragraphs] == list(lines)
