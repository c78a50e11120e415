"""Pages of a PDF made by hand: lines become paragraphs, notes go to their places, what is no text is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Kind
from models.files.read import read_bytes
from models.reading.reading import Reading
from tests.models.reading.pdf_pages import BOLD, FIXED, ITALIC, At, content, lines, of_contents, pdf, with_strokes

ORGAN = [At(147, 740, "The General Assembly", ITALIC), At(229, 740, ",")]


def texts(reading: Reading) -> list[str]:
    return [f"{p.number + ' ' if p.number else ''}{p.text}" for p in reading.draft.paragraphs]


def codes(reading: Reading) -> list[str]:
    return [warning.code for warning in reading.warnings]


def test_lines_become_paragraphs_by_white_and_indent() -> None:
    page = [
        *ORGAN,
        At(147, 722, "Recalling", ITALIC),
        At(188, 722, "its resolution 54/212 of 22 December 1999 on international"),
        At(123, 710, "migration and development,"),
        *lines("1. Decides to convene a conference in the year of", "its next session;", y=692),
        *lines("2. Requests a report.", y=668),  # no white before it: the indent tells
    ]
    reading = read_bytes(pdf(page))
    assert texts(reading) == [
        "The General Assembly,",
        "Recalling its resolution 54/212 of 22 December 1999 on international migration and development,",
        "1 Decides to convene a conference in the year of its next session;",
        "2 Requests a report.",
    ]
    kinds = [paragraph.kind for paragraph in reading.draft.paragraphs]
    assert kinds == [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE]
    opening, rest = reading.draft.paragraphs[1].runs
    assert (opening.text, opening.italic, rest.italic) == ("Recalling", True, False)
    assert reading.warnings == ()


def test_a_figure_of_a_note_becomes_the_note_at_its_place() -> None:
    page = [
        *ORGAN,
        At(147, 722, "Recalling the Plan of 2020,"),
        At(262, 725.5, "1", size=6.5),
        At(268, 722, "and the area of 5 km"),
        At(351, 725.5, "2", size=6.5),
        At(358, 722, "there, and the list,"),
        At(436, 725.5, "3", size=6.5),
        At(99, 110, "__________________", size=8),
        At(117, 98, "1", size=5.5),
        At(123, 95, "Resolution 70/1,", size=8.5),
        At(182, 95, "Annals", ITALIC, 8.5),
        At(123, 85, "and its annex.", size=8.5),
    ]
    reading = read_bytes(pdf(page))
    paragraph = reading.draft.paragraphs[1]
    assert paragraph.text == "Recalling the Plan of 2020, and the area of 5 km² there, and the list,³"
    assert [run.footnote for run in paragraph.runs if run.footnote is not None] == [1]
    assert paragraph.runs[0].text == "Recalling the Plan of 2020,"
    (note,) = reading.draft.footnotes
    assert (note.mark, note.text) == ("1", "Resolution 70/1, Annals and its annex.")
    assert [run.text for run in note.runs if run.italic] == ["Annals"]
    assert codes(reading) == ["mark-without-note"]


def test_notes_that_begin_again_on_each_page_go_to_the_marks_of_their_page() -> None:
    def page(word: str) -> list[At]:
        return [
            *lines(f"Recalling the {word} plan,", y=700),
            At(310, 703.5, "1", size=6.5),
            At(117, 98, "1", size=5.5),
            At(123, 95, f"The {word} note.", size=8.5),
        ]

    reading = read_bytes(pdf(page("first"), page("second"), page("third")))
    told = [
        (paragraph.text, [reading.draft.note[run.footnote].text for run in paragraph.runs if run.footnote is not None])
        for paragraph in reading.draft.paragraphs
    ]
    assert told == [(f"Recalling the {word} plan,", [f"The {word} note."]) for word in ("first", "second", "third")]


def test_notes_as_large_as_the_text_are_told_by_their_figures() -> None:
    page = [
        *lines("Recalling the plan,", y=700),
        At(265, 703.5, "1", size=6.5),
        *lines("Noting the report,", y=682),
        At(257, 685.5, "2", size=6.5),
        At(117, 203, "1", size=6),
        At(123, 200, "The first note", FIXED),
        At(123, 188, "in two lines.", FIXED),
        At(117, 179, "2", size=6),
        At(123, 176, "The second.", FIXED),
    ]
    reading = read_bytes(pdf(page))
    assert texts(reading) == ["Recalling the plan,", "Noting the report,"]
    notes = [(note.mark, note.text) for note in reading.draft.footnotes]
    assert notes == [("1", "The first note in two lines."), ("2", "The second.")]


def test_a_raised_figure_at_the_head_of_a_line_is_no_note() -> None:
    page = [
        *lines("Recalling the plan of the year and its area of", y=700),
        At(123, 691.5, "1", size=6.5),
        At(127, 688, "and more of what was said there,", FIXED),
        *lines("Noting the report,", y=670),
    ]
    reading = read_bytes(pdf(page))
    assert texts(reading)[-1] == "Noting the report,"
    assert reading.draft.footnotes == ()
    assert codes(reading) == ["mark-without-note"]


def test_a_page_without_a_letter_among_others_is_told() -> None:
    reading = read_bytes(pdf(lines("Noting the report,"), [], lines("Noting the other report,")))
    assert texts(reading) == ["Noting the report,", "Noting the other report,"]
    assert [warning.message[:7] for warning in reading.warnings] == ["Page 2 "]
    assert codes(reading) == ["page-without-text"]


def test_a_note_that_goes_on_overleaf_is_whole_and_nothing_joins_the_text() -> None:
    first = [
        *ORGAN,
        *lines("Recalling the plan,", y=700),
        At(270, 703.5, "1", size=6.5),
        At(99, 90, "____________", size=8),
        At(117, 78, "1", size=5.5),
        At(123, 75, "A note that does not end", size=8.5),
    ]
    second = [*lines("Noting the report,", y=700), At(99, 90, "____________", size=8), At(123, 75, "here.", size=8.5)]
    reading = read_bytes(pdf(first, second))
    assert texts(reading)[1:] == ["Recalling the plan,", "Noting the report,"]
    assert [note.text for note in reading.draft.footnotes] == ["A note that does not end here."]


def test_a_paragraph_goes_on_over_a_page_and_the_join_is_told() -> None:
    first = [
        At(60, 760, "A/C.2/58/L.1", BOLD, 8.5),
        *ORGAN,
        *lines("Recalling its resolution on the subject and", "all that was said in the general debate, the", y=722),
    ]
    second = [
        At(60, 760, "A/C.2/58/L.1", BOLD, 8.5),
        *lines("report of the Secretary-General and the whole", "of the plan,", y=722, first=0),
        *lines("Noting the report,", y=692),
        At(60, 40, "2/2", BOLD, 8.5),
        At(520, 41, "03-12345", size=7),
    ]
    reading = read_bytes(pdf(first, second))
    assert texts(reading)[-2:] == [
        "Recalling its resolution on the subject and all that was said in the general debate, the report of the "
        "Secretary-General and the whole of the plan,",
        "Noting the report,",
    ]
    assert [(w.paragraph, w.code) for w in reading.warnings] == [
        (len(reading.draft.paragraphs) - 2, "joined-at-page-break")
    ]


def test_a_paragraph_that_ends_with_its_page_is_not_joined() -> None:
    first = [
        *ORGAN,
        *lines("Recalling its resolution on the subject and", "all that was said in the debate there,", y=722),
    ]
    second = [*lines("Noting the report of the Secretary-General on", "this,", y=722)]
    reading = read_bytes(pdf(first, second))
    assert len(texts(reading)) == 3
    assert codes(reading) == []


def test_words_of_the_text_that_come_again_at_the_head_of_a_page_are_no_head_of_it() -> None:
    again = "Reaffirming its resolution entitled as before"
    starts = (
        "Recalling its resolution, of which it said",
        again,
        "Noting the report on it, which said",
        again,
        "Urges",
    )
    pages = [
        [
            At(123, 756, "Collected texts", BOLD),
            *lines(start, f"that group {at} of the parties be heard,", y=732),
            *lines(f"Having heard group {at},", y=690),
            At(300, 40, str(at)),
        ]
        for at, start in enumerate(starts, 1)
    ]
    found = texts(read_bytes(pdf(*pages)))
    assert found == [
        text
        for at, start in enumerate(starts, 1)
        for text in (f"{start} that group {at} of the parties be heard,", f"Having heard group {at},")
    ]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_paragraphs_that_come_again_all_over_a_text_are_no_head_of_its_pages(rows: int) -> None:
    again = ["Decides to extend the mandate;", "Requests a report on it;", "Urges all States to do so;"][:rows]
    page = [At(123, 732 - 20 * at, again[at % rows]) for at in range(30)]
    head = [At(123, 756, "Collected texts", BOLD)]
    assert texts(read_bytes(pdf(page, *[[*head, *page]] * 3))) == [again[at % rows] for at in range(30)] * 4


@pytest.mark.parametrize("after", [2, 3, 8])
def test_a_few_points_of_white_part_paragraphs_where_all_that_end_have_it(after: int) -> None:
    page, y, read = [*ORGAN], 716, []
    for number in range(1, 7):
        full = f"{number}. The report tells of all of the work that was done for it"
        last = "and of the {} that was not done yet by those who were to do it."
        text = [
            full,
            last.format("work"),
            "Targets:",
            "This is what all of the States that took part are to do in the",
            "end.",
        ]
        for line in text:
            page.append(At(123, y, line, FIXED))
            y -= 12 + (after if line.endswith((".", ":")) else 0)
        read += [f"{number} {full[3:]} {text[1]}", "Targets:", f"{text[3]} end."]
    assert texts(read_bytes(pdf(page)))[1:] == read


def test_a_sentence_below_a_number_wider_than_its_place_is_of_its_paragraph() -> None:
    words = "We support a reform of all of these institutions and their work."
    page = [
        *lines(
            "1. Decides to support that which is said of it in", "the annex to the report that was before us:", y=740
        ),
        At(171, 710, f"(viii) {words}"),
        At(195, 698, "We also support the work that is done there;"),
        *lines("2. Urges all of the States that have not done so", "to do it now.", y=680),
        *lines("3. Decides to meet.", y=650),
    ]
    found = texts(read_bytes(pdf(page)))
    assert f"(viii) {words} We also support the work that is done there;" in found


def test_headings_at_the_head_of_pages_stay() -> None:
    pages = [
        [
            At(123, 740, f"Article {number}", BOLD),
            *lines(f"Each of the parties of group {number} shall", "report to the secretariat.", y=716),
            At(300, 40, str(at)),
        ]
        for at, number in ((1, 5), (2, 10), (3, 12))
    ]
    found = texts(read_bytes(pdf(*pages)))
    assert [text for text in found if text.startswith("Article")] == ["Article 5", "Article 10", "Article 12"]
    assert len(found) == 6  # the numbers of the pages are gone


@pytest.mark.parametrize(("step", "side"), [(1, "left"), (5, "left"), (1, "right")])
def test_numbers_of_lines_are_left_out(step: int, side: str) -> None:
    page: list[At] = []
    at = 0
    for paragraph in range(6):
        for number, text in enumerate(("Recalling its resolution 58/208 of 2003 and", "the 5 plans there,")):
            at += 1
            y = 740 - 12 * at - 6 * paragraph
            page.append(At(147 if not number else 123, y, text, FIXED))
            if at % step == 0:
                page.append(At(80 if side == "left" else 560, y, str(at), size=8))
    if step == 5:
        page += [At(147, 500, "Noting the rest,", FIXED), At(147, 480, "Noting the rest,", FIXED)]
        page += [At(80, 500, "15", size=8), At(80, 480, "20", size=8)]
    elif side == "left":  # beside large letters it is as small and as high as the mark of a note
        page += [At(147, 500, "Annex", BOLD, 14), At(80, 503, "13", size=8)]
    found = texts(read_bytes(pdf(page)))
    assert found[6:] in ([], ["Noting the rest,"] * 2, ["Annex"])
    assert found[:6] == ["Recalling its resolution 58/208 of 2003 and the 5 plans there,"] * 6


@pytest.mark.parametrize("folios", [(110, 500), (500, 110), (300, 300)])
def test_numbers_of_lines_go_beside_numbers_of_pages_and_on_a_page_of_two_lines(folios: tuple[int, int]) -> None:
    pages: list[list[At]] = []
    number = 0
    years = ((2003, 2004, 2005, 2006), (2007, 2008, 2009, 2010), (2011,))
    for at, on_page in enumerate(years):
        page = [At(folios[at - 1], 40, str(at + 1))] if at else []
        for paragraph, year in enumerate(on_page):
            for down, left, text in (
                (0, 147, f"Recalling its resolution 58/208 of {year} and"),
                (12, 123, "the 5 plans there,"),
            ):
                number, height = number + 1, 740 - 30 * paragraph - down
                page += [At(left, height, text, FIXED), At(86 - 5 * len(str(number)), height, str(number))]
        pages.append(page)
    found = texts(read_bytes(pdf(*pages)))
    assert found == [
        f"Recalling its resolution 58/208 of {year} and the 5 plans there," for on_page in years for year in on_page
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the Secretary-", "General there", "the Secretary-General there"),  # a capital letter
        ("the negotia-", "tions there", "the negotiations there"),  # "negotiations" stands elsewhere in the text
        ("the long-", "term plan", "the long-term plan"),  # "longterm" stands nowhere
        ("the pre- and post-", "war plan", "the pre- and post-war plan"),
        ("the years 2018–", "2027 and", "the years 2018–2027 and"),
        ("the plan –", "all of it", "the plan – all of it"),
        ("in 2003 and", "2004", "in 2003 and 2004"),
    ],
)
def test_words_over_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    page = [
        *ORGAN,
        *lines("Recalling the negotiations that were held,", y=722),
        *lines(f"Noting {first}".ljust(44), second + ",", y=704),
    ]
    assert texts(read_bytes(pdf(page)))[-1] == f"Noting {joined},"
    close = [*page[:3], *lines(f"Noting {first}", second + ",", y=704)]
    assert texts(read_bytes(pdf(close)))[-1] == f"Noting {joined},"


def test_a_setter_who_breaks_words_breaks_those_that_stand_nowhere_else_too() -> None:
    page = lines("the negotiations and the development of the", "economies there,", y=722)
    for at, (first, second) in enumerate(
        (("negotia-", "tions"), ("develop-", "ment"), ("econo-", "mies"), ("harmo-", "ny"))
    ):
        page += lines(f"Noting the {first}", f"{second} there,", y=690 - 40 * at)
    found = texts(read_bytes(pdf(page)))
    assert found[1:] == [
        f"Noting the {word} there," for word in ("negotiations", "development", "economies", "harmony")
    ]


def test_a_hyphen_stays_where_words_have_their_own_all_over_the_text() -> None:
    page = lines("The noncommunicable and the long-term and the so-called plans and", "well-being there,", y=722)
    for at, (first, second) in enumerate(
        (("non-", "communicable"), ("long-", "term"), ("so-", "called"), ("much-", "needed"))
    ):
        page += lines(f"Noting the {first}", f"{second} plan,", y=690 - 40 * at)
    found = texts(read_bytes(pdf(page)))
    words = ("non-communicable", "long-term", "so-called", "much-needed")
    assert found[1:] == [f"Noting the {word} plan," for word in words]


@pytest.mark.parametrize(
    ("last", "below", "parts"),
    [
        ("with what it has asked for in this resolution.", "53rd plenary meeting 17 December 2024", 2),
        ("with what it has asked for in this resolution.", "5th (resumed) plenary meeting", 2),
        ("avec ce que demande la présente résolution là.", "53e séance plénière 17 décembre 2024", 2),
        ("con lo que pide en la presente resolución, ya.", "53ª sesión plenaria 17 de diciembre de 2024", 2),
        ("decided so, as was said of it before this, at the", "53rd plenary meeting", 1),
        ("decided so, as was said of it before this, at the", "53rd plenary meeting. It asks for the rest of it", 1),
    ],
)
def test_the_line_of_the_meeting_stands_below_the_last_paragraph_without_white(
    last: str, below: str, parts: int
) -> None:
    full = "1. Requests all of them to act in accordance"
    page = [*ORGAN, *lines(full, last, below, y=722, first=0)]
    assert len(texts(read_bytes(pdf(page)))) == parts + 1


@pytest.mark.parametrize(("above", "parts"), [("at its 3187th meeting, on", 1), ("Adopted at its 3187th session", 2)])
def test_a_date_below_a_line_of_the_masthead_that_leads_to_it_is_its_rest(above: str, parts: int) -> None:
    page = [At(123, 760, above), At(160, 748, "26 March 1993"), *ORGAN, At(147, 722, "Decides to meet.", FIXED)]
    assert len(texts(read_bytes(pdf(page)))) == parts + 2


@pytest.mark.parametrize("between", ["", " "])
def test_brackets_over_the_end_of_a_line_touch_where_those_within_lines_do(between: str) -> None:
    page = lines(
        f"States [shall]{between}[should] meet there and",
        f"they [may]{between}[will] agree in time [or not]",
        "[ever] at the next meeting.",
    )
    (found,) = texts(read_bytes(pdf(page)))
    assert found.endswith(f"in time [or not]{between}[ever] at the next meeting.")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left word {number} of the text and" for number in range(10)]
    right = [f"right word {number} of the text and" for number in range(10)]
    page = [At(60, 740, "A title over both of the columns of this page that runs from edge to edge", FIXED)]
    page += [At(60, 710 - 12 * number, text, FIXED, 9) for number, text in enumerate(left)]
    page += [At(320, 710 - 12 * number, text, FIXED, 9) for number, text in enumerate(right)]
    found = " ".join(texts(read_bytes(pdf(page))))
    assert found.startswith("A title over both")
    assert found.index("left word 9") < found.index("right word 0")
    assert " ".join(left) in found
    assert " ".join(right) in found


@pytest.mark.parametrize("lower", [0, 4, 6, 9])
def test_columns_with_heights_of_their_own_begin_where_short_lines_stand_beside_each_other(lower: int) -> None:
    left = ["A short line,", *(f"left word {number} of the text and" for number in range(18)), "ends with words."]
    right = [f"right word {number} of the text that" for number in range(20)]
    page = [At(60, 740, "A title over both of the columns of this page that runs from edge to edge", FIXED)]
    page += [At(60, 710 - 12 * number, text, FIXED, 9) for number, text in enumerate(left)]
    page += [At(320, 710 - lower - 12 * number, text, FIXED, 9) for number, text in enumerate(right)]
    page += [At(60 + 5.4 * len(left[7]), 710 - 12 * 7 + 4, "1", size=6)]
    page += [At(60, 90, "1", size=6), At(66, 86, "See A/80/236.", size=8)]
    reading = read_bytes(pdf(page))
    found = " ".join(texts(reading))
    assert found.endswith(f"{' '.join(left)} {' '.join(right)}")
    assert [one.text for one in reading.draft.footnotes] == ["See A/80/236."]
    assert [one.footnotes for one in reading.draft.paragraphs if one.footnotes] == [(1,)]


def test_a_table_with_short_names_among_long_ones_is_no_page_of_two_columns() -> None:
    names = ["Iraq", "Papua New Guinea and all", "Chad", "Central African Republic", "Peru", "Norway"] * 4
    table = rows(*((name, f"{at} hundred dollars of the fund") for at, name in enumerate(names)), y=700,
                 places=(123, 330))  # fmt: skip
    page = [*ORGAN, *lines("Recalls the table that stands below this line of the text,", y=722), *table]
    reading = read_bytes(pdf([replace(at, font=FIXED, size=9) for at in page]))
    assert "Iraq 0 hundred dollars of the fund Papua New Guinea and all 1 hundred" in " ".join(texts(reading))
    assert "table-as-lines" in [warning.code for warning in reading.warnings]


def test_letters_made_slanted_are_italic_and_those_set_aslant_are_no_text() -> None:
    page = b"BT /F1 10 Tf 1 0 0.33 1 147 740 Tm (The General Assembly) Tj 1 0 0 1 240 740 Tm (,) Tj"
    page += b" 1 0 0.2 1 147 722 Tm (Recalling) Tj 1 0 0 1 194 722 Tm (its resolution,) Tj"
    page += b" /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET"
    reading = read_bytes(of_contents([page]))
    assert texts(reading) == ["The General Assembly,", "Recalling its resolution,"]
    assert [one.runs[0].italic for one in reading.draft.paragraphs] == [True, True]


def test_letters_of_a_size_below_zero_stand_the_other_way_round() -> None:
    page = b"BT /F1 -10 Tf -1 0 0 -1 147 740 Tm (The General Assembly,) Tj 1 0 0 1 347 700 Tm (upside down) Tj ET"
    assert texts(read_bytes(of_contents([page]))) == ["The General Assembly,"]


@pytest.mark.parametrize(
    ("lines_of_item", "read"),
    [
        (("Agenda item 18 (i)", "Sustainable development"), ["Agenda item 18 (i)", "Sustainable development"]),
        (("Agenda items 18, 19 and", "20 (a)"), ["Agenda items 18, 19 and 20 (a)"]),
        (("Agenda item 18", "of the provisional agenda*"), ["Agenda item 18 of the provisional agenda*"]),
    ],
)
def test_the_title_of_an_agenda_item_stands_under_it(lines_of_item: tuple[str, str], read: list[str]) -> None:
    head = ("United Nations A/C.2/80/L.1", "Distr.: Limited", "Eightieth session", "Second Committee", *lines_of_item)
    page = [At(99, 760 - 12 * number, line) for number, line in enumerate(head)]
    reading = read_bytes(pdf([*page, *(At(one.x, one.y - 100, one.text, one.font) for one in ORGAN)]))
    assert texts(reading)[4:-1] == read


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pages_that_lie_on_their_side(rotate: int) -> None:
    upright = [*ORGAN, *lines("1. Decides to meet;", y=700), *lines("2. Requests a report.", y=680)]
    if rotate == 0:
        data = pdf(upright)
    else:
        from tests.models.reading.pdf_pages import of_contents

        turn = {90: "0 1 -1 0 792 0", 180: "-1 0 0 -1 612 792", 270: "0 -1 1 0 0 612"}[rotate]
        width, height = (612, 792) if rotate == 180 else (792, 612)
        parts = [
            f"BT /{at.font} {at.size} Tf 1 0 0 1 {at.x} {at.y} Tm ({at.text}) Tj ET" for at in upright
        ]  # the page is drawn turned, and shown turned back
        content = f"q {turn} cm {' '.join(parts)} Q".encode()
        data = of_contents([content], f"0 0 {width} {height}", rotate)
    assert texts(read_bytes(data)) == ["The General Assembly,", "1 Decides to meet;", "2 Requests a report."]


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=60)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.booleans())
def test_whatever_is_set_is_read(paragraphs: list[list[str]], numbered: bool) -> None:
    """Paragraphs set like a resolution, line by line and page by page, are read as they were."""
    expected = [f"Noting {' '.join(words)} for all," for words in paragraphs]
    if numbered:
        expected = [f"{at}. Notes {text[7:-1]};" for at, text in enumerate(expected, 1)]
    pages: list[list[At]] = [[*ORGAN]]
    y = 716.0
    for text in expected:
        for number, line in enumerate(_wrapped(text)):
            if y < 120:
                pages.append([])
                y = 716.0
            pages[-1].append(At(123 if number else 147, y, line, FIXED, 10))
            y -= 12
        y -= 6
    reading = read_bytes(pdf(*pages))
    assert [text.replace(" ", ". ", 1) if numbered else text for text in texts(reading)[1:]] == expected


def _wrapped(text: str) -> list[str]:
    """The lines of a paragraph as wide as a page of the United Nations has them, 61 letters, 57 in the first."""
    found = [""]
    for word in text.split():
        room = 57 if len(found) == 1 else 61
        if found[-1] and len(found[-1]) + 1 + len(word) > room:
            found.append("")
        found[-1] += (" " if found[-1] else "") + word
    return found


@pytest.mark.parametrize(
    ("strokes", "told"),
    [
        ([(147, 188, 721), (123, 500, 716), (100, 500, 704)], ""),  # an underline, and rules between lines
        ([(147, 188, 725)], "“Recalling” is struck through: if"),
        ([(147, 188, 725), (188, 199, 725)], "“Recalling its” is struck through: if"),
        ([(147, 188, 725), (123, 160, 713)], "2 places are struck through, first “Recalling”: if"),
        ([(147, 149, 725)], ""),  # too short to go through a word
    ],
)
def test_words_that_are_struck_through_are_told(strokes: list[tuple[float, float, float]], told: str) -> None:
    page = [
        *ORGAN,
        At(147, 722, "Recalling", ITALIC),
        At(188, 722, "its resolution 54/212 of 22 December 1999 on"),
        At(123, 710, "migration and development,"),
    ]
    reading = read_bytes(of_contents([with_strokes(page, *strokes)]))
    text = "Recalling its resolution 54/212 of 22 December 1999 on migration and development,"
    assert texts(reading) == ["The General Assembly,", text]
    said = [warning.message for warning in reading.warnings]
    assert said == ([f"In this PDF {told} it shows changes, both its texts were read as one; ask for the Word file."]
                    if told else [])  # fmt: skip


def test_words_that_come_for_struck_ones_stand_apart_from_them() -> None:
    page = [*ORGAN, At(123, 722, "Urges", FIXED), At(153, 722, "Calls upon all States to act in the year.", FIXED)]
    words = "UrgesCalls upon all States to act in the year."
    assert texts(read_bytes(pdf(page)))[1] == words
    assert texts(read_bytes(of_contents([with_strokes(page, (123, 153, 725))])))[1] == f"Urges {words[5:]}"


def test_a_stroke_that_is_cut_off_goes_through_no_letter_behind_it() -> None:
    page = [*ORGAN, At(123, 722, "Urges", FIXED), At(153.3, 722, "Calls upon all States to act in the year.", FIXED)]
    space = b"q 153 716 0.15 12 re W n 153 725 m 157 725 l S Q"
    reading = read_bytes(of_contents([b"\n".join([with_strokes(page, (123, 153, 725)), space])]))
    assert texts(reading)[1:] == ["Urges Calls upon all States to act in the year."]
    assert "“Urges” is struck through" in reading.warnings[0].message


def test_a_space_drawn_behind_the_bracket_right_of_it_leaves_the_bracket_its_place() -> None:
    back = b"BT /F4 10 Tf 1 0 0 1 159 722 Tm [(\\() 1200 ( ) -600 (A/1\\),)] TJ ET"
    reading = read_bytes(of_contents([b"\n".join([content([*ORGAN, At(123, 722, "Urges", FIXED)]), back])]))
    assert texts(reading)[1] == "Urges (A/1),"


def test_a_numbered_paragraph_behind_a_table_begins_one() -> None:
    page = [
        *ORGAN,
        *numbered(1, "Encourages States to follow the table:", y=722),
        *[At(x, 709, word) for x, word in ((152, "Goal"), (302, "Year"))],
        *[At(x, 697, word) for x, word in ((152, "Water"), (302, "2030"))],
        *numbered(2, "Urges all States:", y=685),
        *[At(147, 673, "(a)"), At(183, 673, "To pay their dues;")],
        *[At(147, 661, "(b)"), At(183, 661, "To report;")],
        *[At(152, 648, "Cell"), At(302, 648, "Cell")],
        *numbered(3, "Decides to remain seized of the matter.", y=636),
        At(340, 600, "Annex"),
        *numbered(1, "First rule.", y=588),
        *numbered(2, "Second rule.", y=576),
    ]
    assert texts(read_bytes(pdf(page))) == [
        "The General Assembly,",
        "1 Encourages States to follow the table:",
        "Goal Year Water 2030",
        "2 Urges all States:",
        "(a) To pay their dues;",
        "(b) To report;",
        "Cell Cell",
        "3 Decides to remain seized of the matter.",
        "Annex",
        "1 First rule.",
        "2 Second rule.",
    ]


def rows(*texts: tuple[str, ...], y: float, places: tuple[float, ...] = (152, 262, 342)) -> list[At]:
    """Rows of a table, their cells from the same places on."""
    return [At(x, y - 12 * at, text) for at, row in enumerate(texts) for x, text in zip(places, row, strict=False)]


def driven(*texts: str, y: float) -> list[At]:
    """Lines of which every space is 9 points wide."""
    found = []
    for at, text in enumerate(texts):
        x = 123.0
        for word in text.split():
            found.append(At(x, y - 12 * at, word, FIXED))
            x += 6 * len(word) + 9
    return found


@pytest.mark.parametrize("rest", ["coordinated, [demand-driven]", "[national]coordinated, (demand-driven)"])
def test_a_line_driven_to_the_edge_by_two_wide_spaces_is_no_row(rest: str) -> None:
    head = "b. A formal, structured, clear and predictable, effective,"
    words, wide = rest.split(), 6 * len(head)
    white = (wide - 6 * len("".join(words)) - 6 * len("[country-driven],")) / 2
    places = 123.0, 123 + 6 * len(words[0]) + white, 123 + wide - 6 * len("[country-driven],")
    line = [At(x, 688, word, FIXED) for x, word in zip(places, [*words, "[country-driven],"], strict=True)]
    page = [*ORGAN, *lines(head, y=700, first=0), *line, *lines("sustainable and long-term way;", y=676, first=0)]
    assert texts(read_bytes(pdf(page)))[1:] == [f"{head} {rest} [country-driven], sustainable and long-term way;"]


@pytest.mark.parametrize("parts", [("(a)-", "(d)"), ("(post)-", "2020"), ("[post]-", "conflict")])
def test_nothing_stands_behind_a_hyphen_of_brackets_at_the_end_of_a_line(parts: tuple[str, str]) -> None:
    page = [*ORGAN, *lines(f"Decides to keep what is in paragraphs {parts[0]}", f"{parts[1]} of the annex.", y=722)]
    whole = f"Decides to keep what is in paragraphs {parts[0]}{parts[1]} of the annex."
    assert texts(read_bytes(pdf(page)))[1:] == [whole]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (rows(("State", "2024", "2025"), ("Norway", "100", "20"), ("Peru", "3", "4"), y=700), True),
        (rows(("State", "Amount"), ("Norway", "100"), y=700), True),
        # Words of a cell go on below; white is narrow where a column is full of words.
        (rows(("Stronger capacity of", "National plans"), ("Member States to act", "for the risk of"), ("soon",),
              ("Better coordination", "Share of appeals"), y=700, places=(152, 250)), True),
        (rows(("State", "Amount"), y=700), False),
        (rows(("1.", "Water for all who need it"), ("2.", "Food for all who need it"), ("3.", "Roofs"), y=700), False),
        (rows(("(a)", "Water"), ("•", "Food"), ("–", "Roofs"), y=700), False),
        ([*rows(("State", "Amount"), y=700), *lines("Words that go over all of the page from one edge on", y=688),
          *rows(("State", "Amount"), y=664)], False),
        (lines("Recalling its resolution 54/212 of 22 December", "and all that came after it in the years", y=700),
         False),
        (driven("all that came after", "it for the years now", y=700), False),
        (rows(("Peru", "3", "44", "5"), ("Chad", "6", "77", "8"), y=700, places=(152, 212, 272, 332)), True),
        (rows(("2020", "2021", "2022", "2023"), ("1200", "1300", "1400", "1500"), y=700, places=(152, 212, 272, 332)),
         True),
    ],
)  # fmt: skip
def test_a_table_is_told_once_for_its_page(page: list[At], told: bool) -> None:
    above = numbered(1, "Encourages States to follow what stands below on this page:", y=722)
    reading = read_bytes(pdf([*ORGAN, *above], [*above, *page], [*above]))
    found = [warning for warning in reading.warnings if warning.code == "table-as-lines"]
    assert [warning.message.partition(" was ")[0] for warning in found] == (["A table on page 2"] if told else [])
    assert all(reading.draft.paragraphs[one.paragraph or 0].text.startswith(page[0].text) for one in found)


def test_a_figure_at_the_end_of_a_sentence_is_no_number() -> None:
    page = [*ORGAN, *numbered(1, "Decides to keep what stands in paragraph", y=722)]
    page += [At(147, 710, "2. It may change that.")]  # no white after it
    assert texts(read_bytes(pdf(page)))[1:] == ["1 Decides to keep what stands in paragraph 2. It may change that."]


def numbered(number: int, words: str, y: float) -> list[At]:
    """A paragraph whose number is set out before its words."""
    return [At(147, y, f"{number}."), At(183, y, words)]
