"""New tables of several in one file: each its delegation's own, and nothing changed where nobody asks for a change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.circulation.certificate import NotVerified
from models.comparison.compare import compare
from models.compiling.compilation import Compilation, NotTogether, write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.standing import WITH
from models.compiling.unasked import unasked, verify_unasked
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import Proposal
from models.proposals.untracked.compared import compared_proposals
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.woven import read_woven
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import cell, docx, p, row, table

HEAD = ("United Nations A/C.2/80/L.9", "General Assembly Distr.: Limited", "13 October 2025", "Original: English",
        "Eightieth session", "Second Committee")  # fmt: skip
BEFORE, WORDS, AFTER = (
    "Recalling its resolution 79/199,",
    "Noting all previous resolutions,",
    "Reaffirming the Charter,",
)
Rows = tuple[tuple[str, ...], ...]
YEARS: Rows = (("Year", "Sum"), ("2025", "42"))
LANDS: Rows = (("Land", "Sum"), ("2025", "7"))


def draft(*tables: Rows, words: str = WORDS) -> Draft:
    cells = (
        Paragraph(Kind.TEXT, (Run(text),), cell=(table, row, column))
        for table, rows in enumerate(tables)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    first, second, last = (Paragraph(Kind.PREAMBULAR, (Run(text),)) for text in (BEFORE, words, AFTER))
    return Draft((*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in HEAD), first, second, *cells, last))


def asked(**wanted: Draft) -> dict[str, list[Proposal]]:
    return {name: list(compared_proposals(compare(draft(), new), name)) for name, new in wanted.items()}


def compiled(wishes: dict[str, list[Proposal]]) -> Compilation:
    made = write_compilation(draft(), joined(draft(), wishes))
    assert read_word(made.data, "reject").draft.paragraphs[6:] == draft().paragraphs[6:]
    assert not list(unasked(made.data, draft(), wishes))
    return made


def tables(one: Draft) -> list[tuple[tuple[int, int, int], str]]:
    """The cells below the masthead, their tables counted from the first one."""
    cells = [(paragraph.cell, paragraph.text) for paragraph in one.paragraphs[len(HEAD) :] if paragraph.cell]
    first = min((cell[0] for cell, _ in cells), default=0)
    return [((cell[0] - first, *cell[1:]), text) for cell, text in cells]


def test_a_table_of_one_beside_words_of_another_leaves_the_masthead_alone() -> None:
    wishes = asked(T=draft(YEARS), F=draft(words=WORDS.replace("all previous", "its earlier")))
    made = compiled(wishes)
    head = read_woven(made.data).paragraphs[: len(HEAD)]
    assert [one.paragraph.text for one in head] == list(HEAD)
    assert not any(one.spans or one.mark or one.whole or one.others for one in head)
    assert each_alone(made.data, draft(), wishes.items()) == (("T", "F"), ())


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param({"T": YEARS, "U": LANDS}, id="alike in some cells"),
        pytest.param({"T": (("Year",), ("2025",)), "U": (("Land",), ("2025",))}, id="of one column"),
        pytest.param({"T": (("Year",),), "U": (("Land",),)}, id="of one cell"),
        pytest.param({"T": YEARS, "U": (("Land",),), "V": LANDS}, id="of three"),
        pytest.param({"T": YEARS, "U": (*YEARS, ("2026", "43"))}, id="one with a row more"),
    ],
)
def test_each_ones_new_table_stays_one(wanted: dict[str, Rows]) -> None:
    wishes = asked(**{name: draft(rows) for name, rows in wanted.items()})
    made = compiled(wishes)
    assert tuple(name for name in made.names if WITH not in name) == tuple(wanted)
    cells = [one.cell for one in read_word(made.data).draft.paragraphs[len(HEAD) :]]
    between = [at for at in range(1, len(cells) - 1) if cells[at] is None and cells[at - 1] and cells[at + 1]]
    assert len(between) == len(wanted) - 1  # or programs would show them as one table
    assert tables(read_word(made.data).draft) == tables(draft(*wanted.values()))
    for name, rows in wanted.items():
        assert tables(taken_alone(made.data, name)) == tables(draft(rows))
    assert each_alone(made.data, draft(), wishes.items()) == (tuple(wanted), ())


def test_the_very_same_table_of_two_is_one() -> None:
    made = compiled(asked(T=draft(YEARS), U=draft(YEARS)))
    assert made.names == ("T, U",)
    assert tables(read_word(made.data).draft) == tables(draft(YEARS))


def test_a_new_table_before_another_leaves_that_alone() -> None:
    lines, end = draft().paragraphs[:-1], draft().paragraphs[-1]

    def with_tables(first: Rows, behind: Rows) -> Draft:
        new = draft(first, YEARS, behind).paragraphs
        cells = [one for one in new if one.cell is not None]
        before, between = ([one for one in cells if one.cell and one.cell[0] == at] for at in (0, 1))
        after = [one for one in cells if one.cell and one.cell[0] == 2]
        return Draft((*lines[:-1], *before, lines[-1], *between, end, *after))

    base = with_tables((), ())
    asks = {"T": with_tables((("Peace", "War"),), ()), "U": with_tables((), (("Water",),))}
    wishes = {name: list(compared_proposals(compare(base, new), name)) for name, new in asks.items()}
    made = write_compilation(base, joined(base, wishes))
    assert not list(unasked(made.data, base, wishes))
    assert [text for _, text in tables(read_word(made.data).draft)] == [
        "Peace", "War", "Year", "Sum", "2025", "42", "Water",
    ]  # fmt: skip
    assert each_alone(made.data, base, wishes.items()) == (("T", "U"), ())


@pytest.mark.parametrize("names", [("T", "U"), ("U", "T")])
@pytest.mark.parametrize("first", [False, True], ids=["last", "first"])
def test_a_row_stands_beside_its_table_whatever_comes_there(names: tuple[str, str], first: bool) -> None:
    base, line = draft(YEARS), Paragraph(Kind.PREAMBULAR, (Run("Noting also the report,"),))
    rows = draft((("Land", "Rate"), *YEARS) if first else (*YEARS, ("2026", "43")))
    at = len(HEAD) + 2 + (0 if first else 4)
    text = Draft((*base.paragraphs[:at], line, *base.paragraphs[at:]))
    wishes = {
        name: list(compared_proposals(compare(base, new), name)) for name, new in zip(names, (rows, text), strict=True)
    }
    made = write_compilation(base, joined(base, wishes))
    assert tables(read_word(made.data).draft) == tables(rows)
    assert each_alone(made.data, base, wishes.items()) == (names, ())


def test_rows_of_several_at_the_top_of_a_table_have_nothing_between_them() -> None:
    base, asks = draft(YEARS), {"T": draft((("Land", "Rate"), *YEARS)), "U": draft((("Sea", "Toll"), *YEARS))}
    wishes = {name: list(compared_proposals(compare(base, new), name)) for name, new in asks.items()}
    made = write_compilation(base, joined(base, wishes))
    assert tables(read_word(made.data).draft) == tables(draft((("Land", "Rate"), ("Sea", "Toll"), *YEARS)))
    assert each_alone(made.data, base, wishes.items()) == (("T", "U"), ())


def test_a_row_in_another_table_than_asked_for_is_told() -> None:
    wishes = asked(T=draft(YEARS))
    other = write_compilation(draft(), asked(T=draft((*YEARS[:1], ("2025",), ("42",)))))
    exact, told = each_alone(other.data, draft(), wishes.items())
    assert not exact
    assert [one.what for one in told] == ["the row or the cell"]


@pytest.mark.parametrize("words", [BEFORE, HEAD[1], AFTER])
def test_a_change_where_nobody_asks_for_one_is_refused(words: str) -> None:
    wishes = asked(F=draft(words=WORDS.replace("all previous", "its earlier")))
    package = Package(compiled(wishes).data)
    root = package.edit(package.main)
    run = next(run for run in root.iter(w("r")) if (own := "".join(run.itertext()).strip()) and own in words)
    for text in run.iter(w("t")):
        text.tag = w("delText")
    holder = run.getparent()
    assert holder is not None
    gone = element("del", id=901, author="F")
    holder.replace(run, gone)
    gone.append(run)
    with pytest.raises(NotVerified, match="where nobody asks for a change"):
        verify_unasked(package.to_bytes(), draft(), wishes)


def test_what_no_file_can_hold_is_said_with_who_asks_for_it() -> None:
    rows = [row(cell(p(f"Row {name}"))) for name in ("one", "two", "three")]
    others = table(*(row(*(cell(p(f"{name} {at}")) for at in "abc")) for name in ("First", "Second")))
    body = p("The General Assembly,") + p("1. Decides to go;") + table(*rows) + p("2. Requests a report;") + others
    data = docx(body + p("3. Invites all."))
    read = read_word(data)
    head, first, one, two, three, second, a, b, *rest = read.draft.paragraphs
    words = Paragraph(Kind.TEXT, (Run("Some words come here;"),))
    wanted = {
        "Fiji": (head, first, one, two, a, three, second, b, *rest),  # a cell within another table
        "Kenya": (head, first, one, two, words, three, second, b, a, *rest),
        "Peru": (head, first, rest[1], words, one, two, three, second, a, b, rest[0], *rest[2:]),
    }
    wishes = {
        name: list(compared_proposals(compare(read.draft, replace(read.draft, paragraphs=paragraphs)), name))
        for name, paragraphs in wanted.items()
    }

    def made(*names: str) -> str:
        own = joined(read.draft, {name: wishes[name] for name in names})
        try:
            write_compilation(read.draft, own, base=data, origins=read.origins)
        except NotTogether as refused:
            return str(refused)
        return ""

    assert made("Fiji") == made("Kenya") == ""
    assert made("Fiji", "Kenya") == (
        "What “Kenya” asks for cannot stand in one Word file beside what “Fiji” asks for, so nothing was written; "
        "write the proposals of one delegation at a time, or settle one of those that meet there first."
    )
    alone = "What “Peru” asks for cannot all be tracked in one Word file, so nothing was written; settle one of these "
    assert made("Peru") == made("Fiji", "Peru") == f"{alone}proposals first."
