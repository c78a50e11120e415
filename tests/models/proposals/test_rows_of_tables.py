"""Rows that proposals put into a table: counted among those that are there, written as tracked rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.unasked import unasked
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import Returned, read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import BY, cell, docx, ins, p, row, t, table

BEFORE = "Takes note of the contributions listed below;"
AFTER = "Decides to keep the matter under review."
TABLE = (("Region", "Amount"), ("Africa", "100"), ("Asia", "200"))
Rows = tuple[tuple[str, ...], ...]


def draft(rows: Rows) -> Draft:
    cells = [
        Paragraph(Kind.TEXT, (Run(line),), cell=(0, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        for line in text.split("\n")
    ]
    first, last = (Paragraph(Kind.OPERATIVE, (Run(text),), number=n) for n, text in (("1", BEFORE), ("2", AFTER)))
    return Draft((first, *cells, last))


def asked(**new: Rows) -> dict[str, list[Proposal]]:
    return {name: list(compared_proposals(compare(draft(TABLE), draft(rows)), name)) for name, rows in new.items()}


def cells(one: Draft) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(paragraph.text, paragraph.cell) for paragraph in one.paragraphs]


AT_END = (*TABLE, ("Europe", "300"))
IN_THE_MIDDLE = (TABLE[0], ("Arab States", "50"), *TABLE[1:])
ANOTHER = (*TABLE, ("Oceania", "10"))


@pytest.mark.parametrize(
    ("wishes", "wanted"),
    [
        ({"A": AT_END}, AT_END),
        ({"A": IN_THE_MIDDLE}, IN_THE_MIDDLE),
        ({"A": (TABLE[0], TABLE[2], ("Europe", "300"))}, (TABLE[0], TABLE[2], ("Europe", "300"))),
        ({"A": AT_END, "B": ANOTHER}, (*AT_END, ("Oceania", "10"))),
        ({"A": IN_THE_MIDDLE, "B": ANOTHER}, (*IN_THE_MIDDLE, ("Oceania", "10"))),
        ({"A": AT_END, "B": (TABLE[0], TABLE[2])}, (TABLE[0], TABLE[2], ("Europe", "300"))),
    ],
)
def test_rows_are_rows_of_the_table(wishes: dict[str, Rows], wanted: Rows) -> None:
    made = asked(**wishes)
    taken = applied(draft(TABLE), [one for own in made.values() for one in own])
    assert [text for text, _ in cells(taken)] == [text for text, _ in cells(draft(wanted))]
    there = [cell for _, cell in cells(taken) if cell is not None]
    assert there == sorted(there)
    assert len({cell[:2] for cell in there}) == len(wanted)
    file = write_compilation(draft(TABLE), made)
    assert cells(read_word(file.data).draft) == cells(draft(wanted))
    assert cells(read_word(file.data, "reject").draft) == cells(draft(TABLE))


TAKEN_OUT = (TABLE[0], TABLE[2])


@pytest.mark.parametrize(
    "other",
    [
        (TABLE[0], ("Africa", "150"), TABLE[2]),
        (TABLE[0], ("West Africa", "100"), TABLE[2]),
        (TABLE[0], ("Africa", "100 dollars"), TABLE[2]),
        (*TABLE[:2], ("Arab States", "50"), TABLE[2]),
        (TABLE[0], ("Arab States", "50"), *TABLE[1:]),
        TAKEN_OUT,
        TABLE[:2],
        TABLE[:1],
    ],
    ids=["the last cell", "the first", "behind its words", "a row behind it", "a row before it",
         "the same", "the next row", "both rows"],
)  # fmt: skip
@pytest.mark.parametrize("first", ["A", "C"])
def test_a_row_that_one_takes_out_and_another_changes_is_what_each_asks_for(other: Rows, first: str) -> None:
    base, made = draft(TABLE), asked(**{first: TAKEN_OUT, "B": other})
    file = write_compilation(base, joined(base, made))
    assert cells(read_word(file.data, "reject").draft) == cells(base)
    assert cells(taken_alone(file.data, first)) == cells(draft(TAKEN_OUT))
    assert cells(taken_alone(file.data, "B")) == cells(draft(other))
    assert not list(unasked(file.data, base, made))


SINGLE = (("Regions",), ("Africa",), ("Asia",), ("Europe",))
HEADED = (("Regions", "Amount"), ("Africa",), ("Mali", "1"), ("Asia",))
PAID = "Africa\nof which 50 were paid"


@pytest.mark.parametrize(
    ("table", "wishes", "wanted"),
    [
        (SINGLE, {"A": (*SINGLE[:2], ("Oceania",), *SINGLE[2:])}, (*SINGLE[:2], ("Oceania",), *SINGLE[2:])),
        (SINGLE, {"A": (*SINGLE, ("Oceania",), ("Arab States",))}, (*SINGLE, ("Oceania",), ("Arab States",))),
        (SINGLE, {"A": (SINGLE[0], (PAID,), *SINGLE[2:])}, (SINGLE[0], (PAID,), *SINGLE[2:])),
        (
            SINGLE,
            {"A": (SINGLE[0], ("Oceania",), (PAID,), *SINGLE[2:])},
            (SINGLE[0], ("Oceania",), (PAID,), *SINGLE[2:]),
        ),
        (
            SINGLE,
            {"A": (SINGLE[0], ("Oceania",), *SINGLE[1:]), "B": (*SINGLE[:3], ("Arab States",), SINGLE[3])},
            (SINGLE[0], ("Oceania",), *SINGLE[1:3], ("Arab States",), SINGLE[3]),
        ),
        (
            SINGLE,
            {"A": (SINGLE[0], *SINGLE[2:]), "B": (*SINGLE[:3], ("Arab States",), SINGLE[3])},
            (SINGLE[0], SINGLE[2], ("Arab States",), SINGLE[3]),
        ),
        (
            SINGLE,
            {"A": (SINGLE[0], *SINGLE[2:], ("Oceania",))},
            (SINGLE[0], *SINGLE[2:], ("Oceania",)),
        ),
        (HEADED, {"A": (*HEADED[:2], ("Chad", "2"), *HEADED[2:])}, (*HEADED[:2], ("Chad", "2"), *HEADED[2:])),
        (HEADED, {"A": (*HEADED, ("Fiji", "2"))}, (*HEADED, ("Fiji", "2"))),
    ],
    ids=["within", "two at the end", "a line", "a row and a line", "of two", "beside one that goes", "own goes",
         "under a heading", "at the end"],
)  # fmt: skip
def test_rows_under_one_cell_are_rows(table: Rows, wishes: dict[str, Rows], wanted: Rows) -> None:
    """They stand no further on than what is before them, and are no more lines of it."""
    made = {name: list(compared_proposals(compare(draft(table), draft(rows)), name)) for name, rows in wishes.items()}
    taken = applied(draft(table), [one for own in made.values() for one in own])
    assert cells(taken) == cells(draft(wanted))
    file = write_compilation(draft(table), made)
    assert cells(read_word(file.data).draft) == cells(draft(wanted))
    assert cells(read_word(file.data, "reject").draft) == cells(draft(table))


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize(
    "new",
    [(("Oceania", ""),), (("", "10"),), (("", ""),), (("Oceania", ""), ("", "10")), (("", "10"), ("Oceania", "20"))],
    ids=["the last", "the first", "both", "of two rows", "and another"],
)
def test_new_rows_may_have_cells_without_words(new: Rows, at: int) -> None:
    tracked = f"<w:ins {BY}/>"
    rows = [
        row(*(cell(p(ins(t(text)) if here and text else t(text), mark=tracked * here)) for text in texts),
            properties=tracked * here)
        for here, texts in [*((False, one) for one in TABLE[:at]), *((True, one) for one in new),
                            *((False, one) for one in TABLE[at:])]
    ]  # fmt: skip
    returned = read_returned(docx(p(BEFORE) + table(*rows) + p(AFTER)))
    base, sent = returned.base.draft, returned.sent.draft
    assert cells(base) == cells(draft(TABLE))
    assert cells(applied(base, returned.proposals)) == cells(sent)
    file = write_compilation(base, {"A": list(returned.proposals)})
    assert cells(read_word(file.data).draft) == cells(sent)
    assert cells(read_word(file.data, "reject").draft) == cells(base)


@pytest.mark.parametrize("at", [1, 3])
def test_what_another_writes_in_an_empty_cell_of_a_new_row_stands_in_that(at: int) -> None:
    fiji, kenya = 'w:id="1" w:author="Fiji"', 'w:id="2" w:author="Kenya"'
    mark = f"<w:ins {fiji}/>"
    new = (p(ins(t("Oceania"), fiji), mark=mark), p(ins(t("10"), kenya), mark=mark))
    rows = [row(*(cell(p(text)) for text in texts)) for texts in TABLE]
    rows.insert(at, row(*map(cell, new), properties=mark))
    returned = read_returned(docx(p(BEFORE) + table(*rows) + p(AFTER)))
    base, sent = returned.base.draft, returned.sent.draft
    assert cells(applied(base, returned.proposals)) == cells(sent)
    wishes = {who: [one for one in returned.proposals if one.author == who] for who in ("Fiji", "Kenya")}
    file = write_compilation(base, joined(base, wishes))
    assert cells(read_word(file.data).draft) == cells(sent)
    assert cells(read_word(file.data, "reject").draft) == cells(base)


FIJI, KENYA = 'w:id="1" w:author="Fiji"', 'w:id="2" w:author="Kenya"'


def sent_with(at: int, *new: str) -> tuple[Returned, dict[str, list[Proposal]]]:
    """A file with new rows in a table, and what each asks for in it."""
    rows = [row(*(cell(p(text)) for text in texts)) for texts in TABLE]
    returned = read_returned(docx(p(BEFORE) + table(*rows[:at], *new, *rows[at:]) + p(AFTER)))
    assert returned.exact
    return returned, {
        who: [one for one in returned.proposals if one.author == who] for who in ("Fiji", "Kenya")
    }  # fmt: skip


def new_row(by: str, *cells: Sequence[tuple[str, str]]) -> str:
    """A row that comes, with the words of several in its cells, each with whose they are."""
    mark = f"<w:ins {by}/>"
    return row(*(cell(p(*(ins(t(text), of) for text, of in own), mark=mark)) for own in cells), properties=mark)


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize(
    "first",
    [
        [("South ", KENYA), ("Oceania", FIJI)],
        [("Oceania", KENYA)],
        [("南", KENYA), ("大洋洲", FIJI), ("各国", KENYA)],
    ],
    ids=["before", "alone", "on both sides"],
)
def test_words_of_another_in_the_first_cell_of_a_new_row_stay_there(at: int, first: list[tuple[str, str]]) -> None:
    returned, wishes = sent_with(at, new_row(FIJI, first, [("10", FIJI)]))
    base, sent = returned.base.draft, returned.sent.draft
    file = write_compilation(base, joined(base, wishes))
    assert cells(read_word(file.data).draft) == cells(sent)
    assert cells(taken_alone(file.data, "Fiji")) == cells(applied(base, wishes["Fiji"]))
    assert cells(taken_alone(file.data, "Kenya")) == cells(read_word(file.data, "reject").draft) == cells(base)


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize("of", [0, 1])
@pytest.mark.parametrize("before", [False, True], ids=["behind", "before"])
def test_a_line_of_another_in_a_new_row_stays_in_its_cell(at: int, of: int, before: bool) -> None:
    mark, their = f"<w:ins {FIJI}/>", f"<w:ins {KENYA}/>"
    words = [[(text, FIJI)] for text in ("Oceania", "10")]
    words[of].insert(len(words[of]) * (not before), ("各国", KENYA))
    lines = [
        [p(ins(t(text), by), mark=mark if n == len(own) - 1 else their) for n, (text, by) in enumerate(own)]
        for own in words
    ]
    returned, wishes = sent_with(at, row(*(cell(*own) for own in lines), properties=mark))
    base, sent = returned.base.draft, returned.sent.draft
    assert all(one.against for one in wishes["Kenya"])
    assert cells(applied(base, returned.proposals)) == cells(sent)
    file = write_compilation(base, joined(base, wishes))
    assert cells(read_word(file.data).draft) == cells(sent)
    assert cells(taken_alone(file.data, "Fiji")) == cells(applied(base, wishes["Fiji"]))
    assert cells(taken_alone(file.data, "Kenya")) == cells(read_word(file.data, "reject").draft) == cells(base)


@pytest.mark.parametrize("at", [0, 1, 3])
def test_rows_of_two_stand_at_the_top_of_a_table_as_they_do_elsewhere(at: int) -> None:
    fiji = new_row(FIJI, [("Oceania", FIJI)], [("10", FIJI)])
    kenya = new_row(KENYA, [("Europe", KENYA)], [("20", KENYA)])
    returned, wishes = sent_with(at, fiji, kenya)
    base = returned.base.draft
    file = write_compilation(base, joined(base, wishes))
    assert cells(read_word(file.data).draft) == cells(returned.sent.draft)
    assert not list(unasked(file.data, base, wishes))


def test_a_line_that_comes_into_a_cell_begins_no_row() -> None:
    more = (*TABLE[:2], ("Asia", "200\nof which 50 were paid"))
    made = asked(A=more)["A"]
    assert cells(applied(draft(TABLE), made)) == cells(draft(more))


def test_what_nobody_moves_stays_where_its_chapeau_goes() -> None:
    """Items under a table under a paragraph that one delegation moves: that one alone is moved in the file."""

    def of(*texts: tuple[Kind, str, str]) -> Draft:
        table = draft(TABLE).paragraphs[1:-1]
        lines = [
            Paragraph(kind, (Run(text),), level=int(kind is Kind.SUBPARAGRAPH), number=n) for kind, n, text in texts
        ]
        return Draft((*lines[:2], *table, *lines[2:]))

    one, other = "Requests the Secretary-General to report;", "Invites all Member States to contribute:"
    items = (
        (Kind.SUBPARAGRAPH, "(a)", "Ensuring access to water for all;"),
        (Kind.SUBPARAGRAPH, "(b)", "Promoting trade in all regions;"),
        (Kind.OPERATIVE, "3", AFTER),
    )
    old = of((Kind.OPERATIVE, "1", one), (Kind.OPERATIVE, "2", other), *items)
    new = of((Kind.OPERATIVE, "1", other), (Kind.OPERATIVE, "2", one), *items)
    proposals = [p for p in compared_proposals(compare(old, new), "A") if p.place.first < 2]
    made = write_compilation(old, {"A": proposals})
    assert [p.text for p in read_word(made.data).draft.paragraphs] == [p.text for p in new.paragraphs]
    told = {change.text for change in read_word(made.data).revisions if change.text}
    assert told in ({one}, {other})


def moved(side: str, of_row: str, named: str, *, first_alone: bool) -> str:
    """A row that leaves or comes by a move, the range of which ends in its first cell, or is in both."""
    ends = f'<w:{side}RangeStart {BY} w:name="{named}"/>', f'<w:{side}RangeEnd w:id="1"/>'
    words = [f"<w:{side} {BY}>{t(text)}</w:{side}>" for text in TABLE[1]]
    first, second = ends[0] + words[0] + ends[1], words[1] if first_alone else ends[0] + words[1] + ends[1]
    return row(cell(p(first)), cell(p(second)), properties=f"<w:{of_row} {BY}/>")


@pytest.mark.parametrize(("first_alone", "kinds"), [(False, ["move"]), (True, ["delete", "delete", "insert"])])
def test_a_row_moves_as_a_whole_or_not_at_all(first_alone: bool, kinds: list[str]) -> None:
    head, last = (row(*(cell(p(text)) for text in texts)) for texts in (TABLE[0], TABLE[2]))
    leaves = moved("moveFrom", "del", "move1", first_alone=first_alone)
    comes = moved("moveTo", "ins", "move1", first_alone=first_alone)
    data = docx(p(BEFORE) + table(head, leaves, last, comes) + p(AFTER))
    returned = read_returned(data)
    assert [one.kind for one in returned.proposals] == kinds
    base = returned.base
    assert base.draft == read_word(data, "reject").draft
    file = write_compilation(base.draft, {"A": list(returned.proposals)})
    assert cells(read_word(file.data).draft) == cells(read_word(data).draft)
    assert not list(unasked(file.data, base.draft, {"A": list(returned.proposals)}))
