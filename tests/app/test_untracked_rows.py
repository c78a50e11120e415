"""What was not tracked, as the page of a returned file shows it, and what was tracked within that."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from app.subjects.came_back import Came
from app.subjects.returned_file import ReturnedFile, open_returned
from app.subjects.returned_view import view_of
from models.comparison.compare import compare
from models.compiling.come_back import Compilations
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import ins, t
from widgets.paper.pieces import Mark
from widgets.returned.view import Answer


def draft(*lines: str, note: str = "A/80/123.", last: int = 0) -> Draft:
    paragraphs = [Paragraph(Kind.OPERATIVE, (Run(line),), number=str(n)) for n, line in enumerate(lines, 1)]
    first = paragraphs[0]
    paragraphs[0] = Paragraph(first.kind, (*first.runs, Run(footnote=1), Run(";")), number="1")
    if last:
        paragraphs[-1] = Paragraph(Kind.SUBPARAGRAPH, paragraphs[-1].runs, last, "(a)")
    return Draft(tuple(paragraphs), (Footnote(1, "1", (Run(note),)),))


def came(folder: Path, sent: Draft, tracked: Draft, text: Draft | None = None) -> ReturnedFile:
    kept = read_word(write_clean(text or draft("Decides to meet", "Urges all States;", "Requests a report.")))
    data = write_redline(compare(sent, tracked), base=None, author="Jane")
    with Dossier.create(folder / "d.adref") as dossier:
        import_files(dossier, [Incoming(kept, "L39.docx")])
        return open_returned(Came(folder / "back.docx", data), Compilations(dossier), lambda share: None)


def test_notes_and_levels_can_be_proposals(tmp_path: Path) -> None:
    sent = draft("Decides to meet", "Urges all States;", "Requests a report.", note="A/80/999.", last=1)
    tracked = draft("Decides to meet", "Urges many States;", "Requests a report.", note="A/80/999.", last=1)
    file = came(tmp_path, sent, tracked)
    rows = [(row.says, row.untracked) for row in view_of(file, {}).rows if row.warns]
    assert rows == [
        ("OP3 became OP2 (a) without tracking.", 0),
        ("One word in footnote 1 of OP1 was changed without tracking.", 1),
    ]
    file = file.answered(0, Answer.PROPOSAL).answered(1, Answer.PROPOSAL)
    assert [(one.author, one.kind) for one in file.made()] == [("back", "format"), ("back", "note")]
    assert view_of(file, {}).keep == "Keep 3 proposals"


def test_a_level_that_is_tracked_is_a_row(tmp_path: Path) -> None:
    lines = ("Decides to meet", "Urges all States;", "Requests a report.")
    file = came(tmp_path, draft(*lines), draft(*lines, last=1))
    assert "Jane makes this a subparagraph (a)" in [row.says for row in view_of(file, {}).rows]


def test_tracked_words_in_a_new_paragraph_go_with_it(tmp_path: Path) -> None:
    lines = ("Decides to meet", "Urges all States;", "Calls upon them to come;", "Requests a report.")
    file = came(tmp_path, draft(*lines), draft(*lines[:2], "Calls upon them to come early;", lines[3]))
    assert view_of(file, {}).keep == "Keep the file"
    assert len(file.not_placed) == 1
    file = file.answered(0, Answer.PROPOSAL)
    assert file.not_placed == ()
    assert [(one.author, one.kind) for one in file.made()] == [("back", "insert"), ("Jane", "reword")]
    view = view_of(file, {})
    assert view.keep == "Keep 2 proposals"
    assert [one.name for one in view.authors] == ["Jane", "back"]


SIGNS = [f'Notes the "report" of {year};' for year in (2021, 2022, 2023, 2024)]
SAME = [f"Recalls what was decided in part {n} of it;" for n in range(6)]
SET_ANEW = [line.replace('"', "“", 1).replace('"', "”").replace("of ", "of\u00a0") for line in SIGNS]


def test_signs_and_spaces_in_many_places_are_one_row_and_one_answer(tmp_path: Path) -> None:
    kept = draft("Decides to meet", *SAME, *SIGNS, "Urges all States;")
    file = came(
        tmp_path,
        draft("Decides to meet", *SAME, *SET_ANEW, "Urges most States;"),
        draft("Decides to gather", *SAME, *SET_ANEW, "Urges most States;"),
        kept,
    )
    view = view_of(file, {})
    assert next(row.heading for row in view.rows if row.heading) == "Changed without tracking, 5"
    word, signs = (row for row in view.rows if row.untracked is not None)
    assert word.says == "One word in OP12 was changed without tracking."
    assert signs.says == "Signs or spaces in 4 places were changed without tracking: OP8, OP9, OP10 and 1 more."
    assert (signs.places, view.unanswered) == (4, 5)
    said = "".join(piece.text for piece in signs.pieces)
    assert said == '" “, 4 times; " ”, 4 times; space no-break space, 4 times'
    assert "5 places without tracking to decide" in view.sums
    taken = file.answered(signs.untracked or 0, Answer.PROPOSAL)
    assert len(taken.made()) == 4
    assert view_of(taken, {}).keep == "Keep 5 proposals"
    assert view_of(taken, {}).unanswered == 1
    left = view_of(taken.answered(signs.untracked or 0, Answer.LEFT_OUT), {})
    assert (left.keep, left.unanswered) == ("Keep 1 proposal", 1)


def test_signs_in_few_places_have_a_row_each(tmp_path: Path) -> None:
    kept = draft("Decides to meet", *SAME, *SIGNS[:3], "Urges all States;")
    sent = draft("Decides to meet", *SAME, *SET_ANEW[:3], "Urges all States;")
    view = view_of(came(tmp_path, sent, draft("Decides to meet", *SAME, *SET_ANEW[:3], "Urges most States;"), kept), {})
    assert [row.places for row in view.rows if row.untracked is not None] == [1, 1, 1]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ["Permanent Mission of Fiji to the United Nations", "Permanent Mission of Peru to the United Nations"],
            ["Permanent Mission of Fiji to the United Nations", "Permanent Mission of Peru to the United Nations"],
        ),
        (
            ["Permanent Mission of Fiji to the United Nations", "The Chair"],
            ["Permanent Mission of…United Nations", "The Chair"],
        ),
    ],
)
def test_long_names_among_words_are_short_where_they_can_be_told_apart(
    tmp_path: Path, names: list[str], told: list[str]
) -> None:
    text = draft("Decides to meet", "Urges all States;")
    first, second = (ins(t(f"{name[-1]} new "), f'w:id="{at}" w:author="{name}"') for at, name in enumerate(names, 1))
    package = Package(write_clean(text))
    line = next(one for one in package.edit(package.main).iter(w("p")) if "Urges" in "".join(one.itertext(w("t"))))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    line.extend(list(etree.fromstring(f"<w:p {space}>{first}{second}</w:p>")))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        import_files(dossier, [Incoming(read_word(write_clean(text)), "L39.docx")])
        came = Came(tmp_path / "back.docx", package.to_bytes())
        file = open_returned(came, Compilations(dossier), lambda share: None)
    pieces = [one for row in view_of(file, {}).rows for one in row.pieces]
    assert [one.text.strip() for one in pieces if one.mark is Mark.SIDE] == told
