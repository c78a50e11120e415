"""What is tracked and what is typed at one point of a draft stand there in the order of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.file_order import in_file_order
from models.word.read import read_word
from tests.models.word.word_xml import cell, d, dele, docx, ins, p, row, t, table

BASE = ("Decides to meet in May in Geneva;", "Urges all States to act at once;", "Remains seized of the matter.")
BY = 'w:id="1" w:author="Fiji" w:date="2025-11-17T10:00:00Z"'
OTHER = 'w:id="2" w:author="Peru" w:date="2025-11-17T11:00:00Z"'
FIRST, SECOND, LAST = map(p, BASE)
TYPED = p("Thanks the host;")
ARABIC, CHINESE = "تحث جميع الدول على العمل؛", "敦促所有国家采取措施；"


def come(text: str, by: str = BY) -> str:
    return ins(t(text), by)


def new(text: str, by: str = BY) -> str:
    return p(come(text, by), mark=f"<w:ins {by}/>")


INVITES, NOTES = new("Invites the Bank;"), new("Notes the report;", OTHER)
CASES = [
    ("a paragraph behind a typed one", SECOND, TYPED + INVITES + SECOND),
    ("before it", SECOND, INVITES + TYPED + SECOND),
    ("two behind it", SECOND, TYPED + INVITES + NOTES + SECOND),
    ("about it", SECOND, INVITES + TYPED + NOTES + SECOND),
    ("behind two typed ones", SECOND, TYPED + p("Recalls its mandate;") + INVITES + SECOND),
    ("first words behind a typed paragraph", SECOND, TYPED + p(come("Strongly "), BASE[1])),
    ("words behind typed ones", SECOND, p("Urges all strong ", come("and able "), "States to act at once;")),
    ("before them", SECOND, p("Urges all ", come("strong "), "and able States to act at once;")),
    ("of two behind them", SECOND, p("Urges all strong ", come("and "), come("able ", OTHER), BASE[1][10:])),
    ("behind typed first words", SECOND, p("Also ", come("strongly "), BASE[1])),
    ("in the place of others behind them", SECOND,
     p("Urges all strong ", dele(d("States")), come("peoples"), " to act at once;")),
    ("in the place of others, typed behind them", SECOND,
     p("Urges all ", dele(d("States")), come("peoples"), " and others to act at once;")),
    ("at the end behind typed ones", SECOND, p("Urges all States to act at once, really", come(", now"), ";")),
    ("in a cell", table(row(cell(p("Item one")))),
     table(row(cell(p("Item new ", come("and big "), "one"))))),
    ("in Arabic", p(ARABIC), p("تحث جميع الدول القوية ", come("والقادرة "), "على العمل؛")),
    ("in Chinese", p(CHINESE), p("敦促所有强大", come("友好"), "国家采取措施；")),
]  # fmt: skip


@pytest.mark.parametrize(("body", "came"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
@pytest.mark.parametrize("first", [FIRST, ""], ids=["", "at the beginning"])
def test_what_is_tracked_and_what_is_typed_stand_as_in_the_file(first: str, body: str, came: str) -> None:
    kept = read_word(docx(first + body + LAST)).draft
    file = read_returned(docx(first + came + LAST))
    carried = file.on(kept, "draft")
    assert carried.not_placed == ()
    made = compared_proposals(file.compared_to(kept), draft="draft")
    placed = in_file_order(carried.placed, file.having(carried), made, file.base.draft)
    assert [one.key for one in placed] == [one.key for one in carried.placed]
    assert [one.text for one in applied(kept, [*placed, *made]).paragraphs] == [
        one.text for one in file.sent.draft.paragraphs
    ]


def test_where_nothing_is_typed_the_ranks_are_those_of_the_file() -> None:
    kept = read_word(docx(FIRST + SECOND + LAST)).draft
    file = read_returned(
        docx(FIRST + INVITES + NOTES + p("Urges all ", come("able "), "States to act at once;") + LAST)
    )
    carried = file.on(kept, "draft")
    placed = in_file_order(carried.placed, file.having(carried), (), file.base.draft)
    assert tuple(placed) == carried.placed


@pytest.mark.parametrize(
    "came",
    [
        TYPED + INVITES + p("Urges all strong ", come("and able "), BASE[1][10:]),
        p(come("Thanks the host ")) + new("and invites the Bank;") + SECOND,  # nobody tracked the end between them
        p(come("Thanks the host "), "kindly;") + new("and invites the Bank;") + SECOND,
    ],
)
def test_so_they_come_into_a_dossier(tmp_path: Path, came: str) -> None:
    file = read_returned(docx(FIRST + came + LAST))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(FIRST + SECOND + LAST)), "L.1.docx")])
        plan, also = planned(dossier, file, "Kenya.docx", base=node.id).with_unasked()
        taken = applied(dossier.draft(node.id), [*plan.proposals, *also])
    assert [one.text for one in taken.paragraphs] == [one.text for one in file.sent.draft.paragraphs]


@pytest.mark.parametrize(
    "came",
    [
        INVITES + TYPED + p(BASE[1][:16], " willing", BASE[1][16:]),
        INVITES + p(BASE[1][:16], come(" willing"), " and able", BASE[1][16:]),
        INVITES + p(BASE[1][:16], " willing and able", BASE[1][16:]),
    ],
)
def test_what_is_typed_behind_what_is_accepted_or_still_tracked_stands_there(tmp_path: Path, came: str) -> None:
    asked = read_returned(docx(FIRST + INVITES + p(BASE[1][:16], come(" willing"), BASE[1][16:]) + LAST))
    file = read_returned(docx(FIRST + came + LAST))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(FIRST + SECOND + LAST)), "L.1.docx")])
        keep_returned(dossier, planned(dossier, asked, "Text.docx", base=node.id))
        plan = judged(planned(dossier, file, "Text.docx", base=node.id), Compilations(dossier))
        plan, also = plan.with_unasked()
        taken = applied(dossier.draft(node.id), [*plan.proposals, *also])
    assert [one.text for one in taken.paragraphs] == [one.text for one in file.sent.draft.paragraphs]
