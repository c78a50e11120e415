"""Pages of two columns with notes at the foot of each: words and notes of one column are no part of the other."""

from __future__ import annotations

import pytest

from models.files.read import read_bytes
from tests.models.reading.pdf_pages import FIXED, At, pdf

LEFT = (
    "Recalling its resolution on the", "fight against hunger, and also its", "decision on the seas,",
    "Reaffirming the plan of action of", "the conference that was held on", "the matter in the year of 2002,",
    "Noting the report of the body on", "its work of the year, and all its", "findings on these,",
)  # fmt: skip
RIGHT = (
    "1. Decides to hold a conference on", "the matter at its next session, in", "the year of 2027;",
    "2. Requests a report on the matter", "from the body, with its views, for", "the same session;",
    "3. Decides also to consider, at its", "next session, what has been done,", "and what has not.",
)  # fmt: skip


def column(words: tuple[str, ...], left: float, top: float) -> list[At]:
    found = [At(left, top - 12 * at, text, FIXED, 9) for at, text in enumerate(words)]
    return [At(one.x, one.y - 6 * (at // 3), one.text, one.font, one.size) for at, one in enumerate(found)]


def marked(line: At, mark: str) -> At:
    return At(line.x + 5.4 * len(line.text), line.y + 3.5, mark, FIXED, 5.5)


def note(left: float, top: float, mark: str, *words: str) -> list[At]:
    """A note at the foot of a column, which begins further out than it."""
    lines = [At(left, top - 10 * at, text, FIXED, 8) for at, text in enumerate(words)]
    return [At(left - 8, top + 3, mark, FIXED, 5), *lines]


# How high the columns and their notes begin, on either side.
@pytest.mark.parametrize(
    ("tops", "feet"), [((700, 700), (480, 480)), ((700, 694), (480, 476)), ((700, 700), (500, 480))]
)
@pytest.mark.parametrize("short", [False, True])
def test_notes_at_the_feet_of_two_columns(tops: tuple[float, float], feet: tuple[float, float], short: bool) -> None:
    left, right = column(LEFT, 60, tops[0]), column(RIGHT, 320, tops[1])
    seas = ("A/80/1.",) if short else ("Official Records of the Assembly on", "the matter, Supplement No. 42.")
    page = [
        *(At(60, 770 - 14 * at, text) for at, text in enumerate(("The General Assembly,",))),
        *left,
        *right,
        marked(left[2], "1"),
        marked(right[2], "2"),
        *note(60, feet[0], "1", *seas),
        *note(320, feet[1], "2", *(("A/80/2.",) if short else ("See the report of the body, A/80/2,", "annex."))),
    ]
    draft = read_bytes(pdf(page)).draft
    words = [" ".join(lines[at : at + 3]) for lines in (LEFT, RIGHT) for at in (0, 3, 6)]
    assert [f"{one.number}. {one.text}" if one.number else one.text for one in draft.paragraphs[1:]] == words
    notes = [" ".join(seas), "A/80/2." if short else "See the report of the body, A/80/2, annex."]
    assert [one.text for one in draft.footnotes] == notes
    cited = [[run.footnote for run in one.runs if run.footnote is not None] for one in draft.paragraphs[1:]]
    assert cited == [[1], [], [], [2], [], []]


@pytest.mark.parametrize("few", [1, 3, 5, 6])
def test_the_second_column_of_a_page_may_have_a_few_lines_where_those_of_another_are_full(few: int) -> None:
    last = [f"{number}. Decides to remain seized of {number};" for number in range(4, 4 + few)]
    rest = [At(320, 700 - 18 * at, text, FIXED, 9) for at, text in enumerate(last)]
    draft = read_bytes(pdf([*column(LEFT, 60, 700), *column(RIGHT, 320, 700)], [*column(LEFT, 60, 700), *rest])).draft
    words = [" ".join(lines[at : at + 3]) for lines in (LEFT, RIGHT, LEFT) for at in (0, 3, 6)]
    assert [f"{one.number}. {one.text}" if one.number else one.text for one in draft.paragraphs] == [*words, *last]


def test_short_lines_beside_a_line_at_the_other_edge_are_no_columns() -> None:
    texts = [f"4. {RIGHT[0][3:]} {RIGHT[1]};", *(f"{at}. Decides so;" for at in range(5, 9))]
    page = [At(60, 700 - 14 * at, text, FIXED, 9) for at, text in enumerate(texts)]
    full = [*column(LEFT, 60, 700), *column(RIGHT, 320, 700)]
    draft = read_bytes(pdf(full, [*page, At(400, 616, "19 May 2026")])).draft
    read = [f"{one.number}. {one.text}" if one.number else one.text for one in draft.paragraphs[6:]]
    assert read == [*texts, "19 May 2026"]


def test_a_mark_that_stands_alone_between_two_columns_is_of_the_one_it_is_nearer_to() -> None:
    left, right = column(LEFT, 60, 700), column(RIGHT, 320, 700)
    seas = ("Official Records of the Assembly, fifty-ninth", "session, Supplement No. 42, annex III to the", "report.")
    begun = [At(60, 480, "Ibid., annex II.", FIXED, 8), *note(60, 469, "", *seas)[1:]]
    plain = [*begun, *(At(320, 472 - 11 * at, f"A/80/{at + 3}, annex.", FIXED, 8) for at in range(3))]
    marks = [At(one.x - 8, one.y + 3.4, str(at + 1), FIXED, 5) for at, one in enumerate((*plain[:2], *plain[4:]))]
    places = (left[2], left[5], right[2], right[5], right[8])
    cited = [marked(line, str(at + 1)) for at, line in enumerate(places)]
    head = [At(60, 770, "The General Assembly,")]
    draft = read_bytes(pdf([*head, *left, *right, *cited, *plain, *marks])).draft
    notes = ["Ibid., annex II.", " ".join(seas), *(f"A/80/{at}, annex." for at in (3, 4, 5))]
    assert [one.text for one in draft.footnotes] == notes
