"""Tracked changes within words and paragraphs that were typed without tracking have their place between these."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import planned
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.word.word_xml import d, dele, docx, ins, p, t

FIRST, SECOND, LAST = map(
    p, ("Decides to meet in May in Geneva;", "Urges all States to act at once;", "Remains seized of the matter.")
)
FIJI, PERU = (f'w:id="{n}" w:author="{name}" w:date="2025-11-17T10:00:00Z"' for n, name in enumerate(("Fiji", "Peru")))


def come(text: str, by: str = FIJI) -> str:
    return ins(t(text), by)


def gone(text: str) -> str:
    return dele(d(text), FIJI)


def new(*content: str, by: str = FIJI) -> str:
    return p(*content, mark=f"<w:ins {by}/>")


CASES = [
    ("between two words", FIRST + p("Urges very ", come("also "), "strongly all States to act at once;") + LAST),
    ("before the first word", FIRST + p(come("Also "), "Strongly Urges all States to act at once;") + LAST),
    ("behind the last word", FIRST + p("Urges all States to act at once; now", come(" and soon")) + LAST),
    ("in words typed over others", FIRST + p("Urges some ", come("willing "), "peoples to act at once;") + LAST),
    ("in words that replace", FIRST + p("Urges very ", gone("all "), come("few "), "fully States to act at once;")
     + LAST),
    ("of several", FIRST + p("Urges very ", come("a "), come("b ", PERU), "so ", come("c "),
                             "fully all States to act at once;") + LAST),
    ("of several beside one letter", FIRST + p("Urges x", come("a"), come("b", PERU), come("c"), "y ", come("d"),
                                               "all States to act at once;") + LAST),
    ("in Arabic", FIRST + p("Urges جدا ", come("أيضا "), "بقوة all States to act at once;") + LAST),
    ("in Chinese", FIRST + p("Urges 友", come("也"), "好 all States to act at once;") + LAST),
    ("as a paragraph between two", FIRST + p("Thanks all;") + new(come("Notes it;")) + p("Also thanks;") + SECOND
     + LAST),
    ("as one that another amends", FIRST + p("Thanks all;") + new(come("Notes "), come("so ", PERU), come("it;"))
     + p("Also thanks;") + SECOND + LAST),
    ("behind the last paragraph", FIRST + SECOND + LAST + new("Thanks all;") + p(come("Notes it;"))),
    ("where a paragraph was divided", FIRST + p("Urges all ", come("willing ")) + p(come("able "), "States to act ",
                                                                                     gone("at "), "once;") + LAST),
    ("where two were joined", p("Decides to meet in May in Geneva; ", come("also "), "Urges all States to act at once;")
     + LAST),
    ("in a line that was typed without words", FIRST + SECOND + LAST + p("Thanks all;") + p(come("Notes it;"))),
    ("in such a line between typed ones", FIRST + p("Thanks all;") + p(come("Notes it;")) + p("More;") + SECOND + LAST),
    ("in such a line, of two", FIRST + p("Thanks;") + p(come("Notes "), come("it;", PERU)) + p("More;") + SECOND
     + LAST),
    ("in a typed one behind an empty line", FIRST + p("Thanks;") + p() + p("More ", come("kind "), "words;") + SECOND
     + LAST),
    ("over words gone from between", FIRST + p("Urges all ", gone("States at "), "once;") + LAST),
    ("over words gone from between, for others", FIRST + p("Urges ", gone("all to "), come("few "), "act at once;")
     + LAST),
    ("over words gone from two places", FIRST + p("Urges ", gone("all act "), come("few "), "now at once;") + LAST),
    ("over words gone, and elsewhere", FIRST + p("Urges very ", come("b "), "x ", gone("all to "), "act at ",
                                                 come("last "), "once;") + LAST),
    ("over words gone before it", FIRST + p("Urges very ", come("b "), "x all ", gone("to "), "act at once;") + LAST),
    ("over words gone from between as a paragraph was divided", FIRST + p("Urges ", gone("all to "), "act ")
     + p("at once;") + LAST),
    ("over words gone and amended", FIRST + p("Urges ", gone("all to "), come("a "), come("b ", PERU), come("c "),
                                              "act at once;") + LAST),
]  # fmt: skip


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_what_is_tracked_among_what_is_typed_stands_there(body: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(FIRST + SECOND + LAST)), "L.1.docx")])
        came = read_returned(docx(body))
        plan, also = planned(dossier, came, "Kenya.docx", base=node.id).with_unasked()
        assert plan.not_placed == ()
        text = applied(dossier.draft(node.id), [*plan.proposals, *also])
        assert [one.text for one in text.paragraphs] == [one.text for one in came.sent.draft.paragraphs if one.text]
        for name in ("Fiji", "Peru", "Kenya"):
            words = [edit.come_text for one in (*plan.proposals, *also) if one.author == name for edit in one.edits]
            own = [one.text for one in came.sent.revisions if one.author == name and one.kind == "insert"]
            assert name == "Kenya" or sorted("".join(words).replace("\u2029", "")) == sorted("".join(own))


LINES = (
    "Decides to meet in Geneva with all parties;",
    "Invite tous les États Membres à contribuer au fonds;",
    "Alienta a los asociados a prestar asistencia técnica;",
    "просит Генерального секретаря представить доклад;",
    "敦促各会员国采取有效措施执行本决议；",
)
NEW = "يقرر أن يبقي المسألة قيد النظر."


@pytest.mark.parametrize(
    "order",
    [
        pytest.param((0, None, 4, 1, 2, 3), id="before one that moved up"),
        pytest.param((1, 2, 3, None, 0, 4), id="before one that moved down"),
        pytest.param((0, 4, None, 1, 2, 3), id="behind one that moved"),
        pytest.param((0, None, 3, 4, 1, 2), id="before two that moved"),
        pytest.param((None, 4, 0, 1, 2, 3), id="at the beginning"),
        pytest.param((1, 2, 3, 4, None, 0), id="near the end"),
    ],
)
def test_what_somebody_puts_in_beside_a_paragraph_moved_without_tracking_stands_beside_it(
    order: tuple[int | None, ...], tmp_path: Path
) -> None:
    sent = docx("".join(new(come(NEW)) if at is None else p(LINES[at]) for at in order))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx("".join(map(p, LINES)))), "L.1.docx")])
        plan, also = planned(dossier, read_returned(sent), "Kenya.docx", base=node.id).with_unasked()
        text = applied(dossier.draft(node.id), [*plan.proposals, *also])
    assert [one.text for one in text.paragraphs] == [NEW if at is None else LINES[at] for at in order]
