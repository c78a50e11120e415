"""One line on each step."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from models.comparison.change import Change, Comparison, FootnoteChange, VerbChange
from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.histories.story import ALONE, BASE, TEXT_SAME, step_line, summary_line
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import operative as draft


def change(
    kind: str, old: str = "", new: str = "", weight: str | None = "substance", moved: bool = False,
    verb: VerbChange | None = None, words: tuple[tuple[str, str], ...] = (("delete", "a b c d"), ("insert", "e f g h")),
) -> Change:  # fmt: skip
    olds, news = tuple(old.split("+")) if old else (), tuple(new.split("+")) if new else ()
    return Change(
        kind=kind, moved=moved, renumbered=False, weight=weight, reasons=(), old=tuple(range(len(olds))),
        new=tuple(range(len(news))), old_labels=olds, new_labels=news, similarity=0.5, verb=verb, words=words,
    )  # fmt: skip


def one_word(name: str, gone: str, come: str) -> Change:
    ops = [("equal", "of 21 "), *([("delete", gone)] if gone else []), *([("insert", come)] if come else [])]
    return change("reworded", name, name, words=(*ops, ("equal", " 2001")))


DECIDES = VerbChange("Requests", "Decides", "other")
WEAKER = VerbChange("Urges", "Invites", "weaker")
NOTE = FootnoteChange("deleted", (13,), (), ())

LINES = [
    ("nothing", [], (), ("", ""), "Nothing changed"),
    ("housekeeping", [change("reworded", "PP1", "PP1", "housekeeping")] * 2, (), ("a", "a"), "2 editorial corrections"),
    ("new ones are named", [change("inserted", "", "PP16")], (), ("", ""), "PP16 new"),
    ("or counted", [change("inserted", "", f"PP{n}") for n in range(3)], (), ("", ""), "3 new"),
    (
        "many fates", [change("inserted", "", f"PP{n}") for n in (1, 2)] + [change("deleted", f"OP{n}") for n in (3, 4)]
        + [change("split", "OP5", "OP5+OP6")], (), ("", ""), "1 split, 2 new, 2 deleted",
    ),
    ("gone", [change("deleted", "OP8", "")], (), ("", ""), "OP8 deleted"),
    ("split", [change("split", "OP5", "OP5+OP6")], (), ("", ""), "OP5 split in two"),
    ("merged", [change("merged", "OP5+OP6", "OP5")], (), ("", ""), "OP5 and OP6 merged"),
    ("moved", [change("unchanged", "OP3", "PP17", moved=True)], (), ("", ""), "PP17 moved"),
    (
        "moved and reworded", [change("reworded", "OP3", "OP2", moved=True)], (),
        ("Requests a report.", "Requests a long report."), "OP2 moved and reworded",
    ),
    (
        "moved, and moved and reworded",
        [change("unchanged", "OP9", "OP1", moved=True), change("reworded", "OP3", "OP2", moved=True)] * 3, (),
        ("Requests a report.", "Requests a long report."), "6 moved, 3 of them reworded",
    ),
    (
        "one moved, one moved and reworded",
        [change("unchanged", "OP9", "OP1", moved=True), change("reworded", "OP3", "OP2", moved=True)], (),
        ("Requests a report.", "Requests a long report."), "OP1 moved, OP2 moved and reworded",
    ),
    (
        "all moved and reworded", [change("reworded", "OP3", "OP2", moved=True)] * 3, (),
        ("Requests a report.", "Requests a long report."), "3 moved and reworded",
    ),
    (
        "split and reworded", [change("split", "OP5", "OP5+OP6")], (),
        ("Requests a report.", "Requests a long report."), "OP5 split in two and reworded",
    ),
    (
        "a verb",
        [*[change("reworded", f"OP{n}", f"OP{n}") for n in range(5)], change("reworded", "OP9", "OP9", verb=DECIDES),
         change("unchanged", "PP3", "PP1", moved=True)],
        (), ("", ""), "6 reworded, PP1 moved; OP9 decides",
    ),
    (
        "a weaker verb", [change("reworded", "OP2", "OP2", verb=WEAKER)], (), ("", ""),
        "1 reworded; OP2 invites, no longer urges",
    ),
    (
        "a word or two",
        [one_word("PP2", "February", "December"), one_word("PP4", "", "also")], (), ("", ""),
        "PP2 “February” becomes “December”, PP4 “also” added",
    ),
    ("brackets", [], (), ("[a] [b]", "a b"), "all brackets closed"),
    ("some brackets", [change("deleted", "OP1")], (), ("[a] [b]", "[a]"), "OP1 deleted; 1 bracket closed, 1 left"),
    ("one left over", [], (), ("[a] [b]", "[a] b]"), "1 bracket closed, 1 left; 1 bracket without a partner"),
    ("none in pairs", [], (), ("[a]", "a]"), "1 bracket closed; 1 bracket without a partner"),
    ("given its partner", [], (), ("[a] b]", "[a] [b]"), "1 bracket opened"),
    ("brackets opened", [], (), ("a", "[a] [[b]]"), "3 brackets opened"),
    ("a note", [], (NOTE,), ("", ""), "1 note gone"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "changes", "notes", "texts", "line"), LINES, ids=[row[0] for row in LINES])
def test_lines(
    what: str, changes: list[Change], notes: tuple[FootnoteChange, ...], texts: tuple[str, str], line: str
) -> None:
    assert summary_line(Comparison(draft(texts[0], "b", "c"), draft(texts[1], "b", "c"), tuple(changes), notes)) == line


@pytest.mark.parametrize("kind", [Kind.MASTHEAD, Kind.CLOSING, Kind.SPONSOR_NOTE])
def test_only_what_is_around_the_text(kind: Kind) -> None:
    head = Draft((Paragraph(kind, (Run("A"),)),))
    changes = (change("reworded", "x", "x", "housekeeping"),)
    assert summary_line(Comparison(head, head, changes)) == TEXT_SAME


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ([], [], "1 line deleted"),
        (["Requests a report on migration."], [], "2 deleted"),
        ([], ["Requests a report on migration.", "Takes note of the debate."], "OP2 and OP3 new, 1 line deleted"),
    ],
)
def test_lines_alone_are_no_paragraphs(old: list[str], new: list[str], line: str) -> None:
    note = Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of the Group of 77 and China."),))
    before, after = draft("Decides to meet in May.", *old), draft("Decides to meet in May.", *new)
    assert summary_line(compare(Draft((*before.paragraphs, note)), after)) == line


def test_steps_of_a_dossier(tmp_path: Path) -> None:
    def text(word: str) -> Draft:
        return draft(
            "Decides that the dialogue will be held at its sixty-first session.", f"Requests a report on {word}."
        )

    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        base = dossier.keep(text("migration"), label="base")
        ours = dossier.keep(text("development"), label="ours", parents=[base.id])
        theirs = dossier.keep(text("remittances"), label="theirs", parents=[base.id])
        both = dossier.keep(text("both"), label="both", parents=[ours.id, theirs.id])
        other = dossier.keep(text("other"), label="other")
        assert step_line(dossier, base.id) == BASE
        assert step_line(dossier, other.id) == ALONE
        line = step_line(dossier, ours.id)
        assert line == "OP2 “migration” becomes “development”"
        assert step_line(dossier, both.id) == "OP2 “development” becomes “both”; joined with theirs"
    with Dossier.open(path, read_only=True) as dossier:
        assert step_line(dossier, ours.id) == line
        assert step_line(dossier, theirs.id) == "OP2 “migration” becomes “remittances”"


def test_the_line_is_told_while_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        base = dossier.keep(draft("Decides to meet in May."), label="base")
        later = dossier.keep(draft("Decides to meet in June."), label="later", parents=[base.id])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Dossier.open(path, wait=0.05) as dossier:
        assert step_line(dossier, later.id) == "OP1 “May” becomes “June”"
        other.close()
        assert step_line(dossier, later.id) == "OP1 “May” becomes “June”"
