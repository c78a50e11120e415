"""Files of thousands of tracked changes, each in a way of its own, told apart in a time that grows with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.proposals.returned import read_returned
from models.word.reading.limits import TooManyChanges
from tests.models.word.word_xml import dele, docx, ins, p, t
from tests.timed import cost, soon

MANY = 2500


def by(number: int, author: str) -> str:
    return f'w:id="{number}" w:author="{author}"'


def looks_of_many_authors() -> bytes:
    looks = '<w:jc w:val="center"/><w:pPrChange {}><w:pPr/></w:pPrChange>'
    return docx("".join(p(f"Line {n}", properties=looks.format(by(n, f"Author {n}"))) for n in range(MANY)))


def ends_of_many_authors() -> bytes:
    marks = (f"<w:{('ins', 'del')[n % 2]} {by(n, f'Author {n}')}/>" for n in range(MANY))
    return docx("".join(p(f"Line {n}", mark=mark) for n, mark in enumerate(marks)) + p("The last"))


def moves_alike() -> bytes:
    def end(number: int, kind: str) -> str:
        name = f'{by(number, "A")} w:name="m{number}"'
        start, stop = f"<w:{kind}RangeStart {name}/>", f'<w:{kind}RangeEnd w:id="{number}"/>'
        return p(
            start, f"<w:{kind} {by(number, 'A')}>{t('Decides')}</w:{kind}>", stop, mark=f"<w:{kind} {by(1, 'A')}/>"
        )

    return docx(
        "".join(end(n, "moveFrom") for n in range(MANY)) + p("Stays") + "".join(end(n, "moveTo") for n in range(MANY))
    )


def numbers_typed_by_another() -> bytes:
    def new(number: int) -> str:
        typed, words = ins(t(f"{number + 1}. "), by(number, "B")), ins(t("Decides to meet;"), by(number, "A"))
        return p(typed, words, mark=f"<w:ins {by(number, 'A')}/>")

    return docx("".join(map(new, range(MANY))) + p("Stays"))


def notes_taken_out() -> bytes:
    cited = (f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, MANY))
    notes = (f'<w:footnote w:id="{n}">{p("Old ", ins(t("new"), by(n, "B")))}</w:footnote>' for n in range(1, MANY))
    return docx("".join(p("Words ", dele(one, by(n, "A"))) for n, one in enumerate(cited)), footnotes="".join(notes))


def rows_put_in() -> bytes:
    def row(number: int) -> str:
        cell = f"<w:tc>{p(ins(t('x'), by(number, 'A')), mark=f'<w:ins {by(number, chr(65))}/>')}</w:tc>"
        return f"<w:tr><w:trPr><w:ins {by(number, 'A')}/></w:trPr>{cell * 2}</w:tr>"

    return docx(p("Before") + f"<w:tbl>{''.join(map(row, range(MANY)))}</w:tbl>" + p("After"))


def splits_of_many_authors(many: int) -> bytes:
    lines = (p(f"Line {n} of a text.", mark=f"<w:ins {by(n, f'Author {n}')}/>") for n in range(many))
    return docx("".join(lines) + p("The last"))


def cells_taken_out_of_a_row(many: int) -> bytes:
    cells = (f"<w:tc><w:tcPr><w:cellDel {by(n, 'A')}/></w:tcPr>{p(f'Cell {n}')}</w:tc>" for n in range(many))
    return docx(p("Before") + f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>" + p("After"))


def words_put_into_a_note(many: int) -> bytes:
    words = "".join(t("Old ") + ins(t("new "), by(n, "A")) for n in range(many))
    cited = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    return docx(p("Words", cited), footnotes=f'<w:footnote w:id="1">{p(words)}</w:footnote>')


def notes_put_into_a_paragraph(many: int) -> bytes:
    cited = (f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, many))
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}")}</w:footnote>' for n in range(1, many))
    return docx(p(*(t("Words ") + ins(one, by(n, "A")) for n, one in enumerate(cited))), footnotes=notes)


def paragraphs_joined_to_one(many: int) -> bytes:
    return docx("".join(p(f"Line {n}", mark=f"<w:del {by(n, 'A')}/>") for n in range(many)) + p("The last"))


@pytest.mark.parametrize(
    "file",
    [cells_taken_out_of_a_row, words_put_into_a_note, notes_put_into_a_paragraph, paragraphs_joined_to_one],
    ids=lambda file: file.__name__,
)
def test_eight_times_as_many_changes_take_no_square_of_the_time(file: Callable[[int], bytes]) -> None:
    def took(many: int, runs: int) -> float:
        data = file(many)
        return cost(lambda: read_returned(data), runs)

    assert took(4000, 2) < 24 * took(500, 3)


FILES = (
    looks_of_many_authors,
    ends_of_many_authors,
    moves_alike,
    numbers_typed_by_another,
    notes_taken_out,
    rows_put_in,
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.__name__)
def test_what_thousands_of_changes_ask_for_is_told_soon(file: Callable[[], bytes]) -> None:
    data = file()
    found = soon(lambda: read_returned(data), 20)  # a square of them takes far longer
    told = {number for proposal in found.proposals for number in proposal.revisions}
    assert told >= {number for number, one in enumerate(found.sent.revisions) if one.paragraph is not None}
    assert len({proposal.key for proposal in found.proposals}) == len(found.proposals)


def test_a_paragraph_that_thousands_split_is_refused_where_its_quotations_would_fill_a_disk() -> None:
    assert len(read_returned(splits_of_many_authors(200)).proposals) == 200
    with pytest.raises(TooManyChanges, match=r"quote [\d\u00a0]+ characters of its text.* in one paragraph; accept"):
        read_returned(splits_of_many_authors(5000))
