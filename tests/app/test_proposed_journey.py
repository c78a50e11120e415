"""Words that a delegation proposed in a returned file: told on the page of phrases, under the mouse, by the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.commands.running import run
from app.window.window import Window
from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.returned import read_returned
from models.word.redline import write_redline
from tests.app.at_the_keys import node
from tests.models.comparison.small_drafts import draft
from tests.models.comparison.small_drafts import numbered as text
from widgets.compare.changes.asked_rows import AskedRows

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")
WAIT = 20_000

BASE = "Urges all Member States to report on their progress to the Assembly;"
WITH = BASE.replace("report on", "report, as appropriate, on")
LAST = "Requests a report on it."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A dossier in which what two delegations sent back on Rev.1 was taken up in Rev.3, and went in Rev.4."""
    with Dossier.create(tmp_path / "taken.adref", title="Reports") as dossier:
        nodes: list[str] = []
        for label, words in (("Rev.1", BASE), ("Rev.2", BASE), ("Rev.3", WITH), ("Rev.4", BASE)):
            nodes.append(dossier.keep(text(words, LAST), label=label, parents=nodes[-1:]).id)
        asked = ((0, "M. Jones", BASE, WITH), (0, "Norway", BASE, WITH), (2, "Fiji", WITH, BASE))
        for at, author, old, new in asked:
            data = write_redline(compare(text(old, LAST), text(new, LAST)), base=None, author=author)
            keep_returned(dossier, planned(dossier, read_returned(data), f"{author}.docx", base=nodes[at]))
        dossier.map_author("M. Jones", dossier.add_delegation("Kenya").key)
        return dossier.path


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A dossier in which words that Kenya asked for in a footnote were taken up in Rev.2."""
    lines, note = ("1. Takes note of the report[^1] on water;", "2. Requests another one."), "See the annex on rivers."
    one, two = (draft(*lines, notes={1: said}) for said in (note, note.replace("rivers", "rivers and lakes")))
    with Dossier.create(tmp_path / "noted.adref", title="Reports") as dossier:
        first = dossier.keep(one, label="Rev.1").id
        data = write_redline(compare(one, two), base=None, author="Kenya")
        keep_returned(dossier, planned(dossier, read_returned(data), "Kenya.docx", base=first))
        dossier.keep(two, label="Rev.2", parents=[first])
        return dossier.path


@pytest.mark.parametrize("form", [0, 1, 2], ids=["in one", "side by side", "in columns"])
def test_who_proposed_words_of_a_footnote_is_told_under_the_mouse(
    qtbot: QtBot, window: Window, noted: Path, form: int
) -> None:
    window.resize(1280, 800)
    window.desk.open(noted)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 2, timeout=WAIT)
    window.comparing.drafts(node(window, "Rev.1"), node(window, "Rev.2"))
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    page = window.pages.compare
    page.forms.part(form).click()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    view = page.pane.view if form == 2 else page.view
    qtbot.waitUntil(lambda: view.isVisible(), timeout=WAIT)
    places = (
        QPointF(x, y) for y in range(0, view.viewport().height(), 6) for x in range(0, view.viewport().width(), 6)
    )
    place = next(one for one in places if (pointed := view.pointed_at(one)) is not None and pointed.note is not None)
    said = "“and lakes”: proposed by Kenya on Rev.1; written in Rev.2"
    assert under_the_mouse(qtbot, window, place.toPoint(), view) == said


def under_the_mouse(qtbot: QtBot, window: Window, at: QPoint, view: AskedRows | None = None) -> str:
    """What is told of words of a comparison on which the mouse rests."""
    QToolTip.hideText()
    port = (view or window.pages.compare.view).viewport()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    qtbot.waitUntil(lambda: bool(QToolTip.text()) and not window.background.tasks, timeout=WAIT)
    said = QToolTip.text()
    QToolTip.hideText()
    return said


def test_from_a_comparison_to_who_proposed_a_phrase(
    qtbot: QtBot, window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 4, timeout=WAIT)
    window.comparing.drafts(node(window, "Rev.2"), node(window, "Rev.3"))
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    view = window.pages.compare.view
    window.pages.compare.next_change()
    row = view.row_of(view.current or 0)
    assert row is not None
    box = view.boxes_of(row, 0)[0][0].center()
    at = QPoint(round(box.x()), round(box.y() + view.heights.tops[row] - view.scrolled))
    assert (
        under_the_mouse(qtbot, window, at)
        == "“as appropriate”: proposed by Kenya and Norway on Rev.1; written in Rev.3"
    )
    # It is said only now, while the page stands, whose the file was.
    assert window.desk.listing is not None
    window.desk.listing.dossier.map_author("Norway", window.desk.listing.dossier.add_delegation("Peru").key)
    told = "“as appropriate”: proposed by Kenya and Peru on Rev.1; written in Rev.3"
    assert under_the_mouse(qtbot, window, at) == told
    with monkeypatch.context() as patch:  # what is proposed is read once while nothing is written
        patch.setattr(Dossier, "proposals", lambda _dossier: ())
        assert under_the_mouse(qtbot, window, at) == told

    qtbot.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.going.place == "lineage" and not window.background.tasks, timeout=WAIT)
    page = window.pages.lineage
    assert page.view is not None
    chosen = page.view.phrases[page.view.chosen]
    assert (chosen.text.strip(" ,"), chosen.who) == (
        "as appropriate", "proposed by Kenya and Peru on Rev.1; in Rev.3",
    )  # fmt: skip
    page.show_form(1)
    model, cut = page.grid.model(), Qt.ItemDataRole.ToolTipRole
    assert str(model.headerData(page.view.chosen, Qt.Orientation.Vertical, cut)).endswith(f"\nP{chosen.who[1:]}")
    assert str(model.data(model.index(page.view.chosen, 3), cut)).endswith("left; deletion proposed by Fiji on Rev.3")
    assert page.aside.who.text() == "Proposed by Kenya and Peru on Rev.1; in Rev.3"
    way = [row.accessibleName() for row in page.aside.rows.rows]
    assert way[2:] == [
        "Rev.3, Comes in, Proposed by Kenya and Peru on Rev.1",
        "Rev.4, Left, 2 words, Deletion proposed by Fiji on Rev.3",
    ]


def test_the_command_says_it_as_well(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came, went = "comes in; proposed by Kenya and Norway on Rev.1", "is gone; deletion proposed by Fiji on Rev.3"
    assert run(["provenance", str(path), "as appropriate"]) == 0
    assert capsys.readouterr().out == (
        f"Rev.3  {came}\nRev.4  {went}\n\nOP1 of Rev.3\n  Rev.3  {came}\n  Rev.4  {went}\n"
    )
    assert run(["lineage", str(path), "OP1", "--phrase", "as appropriate", "--json"]) == 0
    _, two, three, four = json.loads(capsys.readouterr().out)["history"]
    assert two["proposed"] == []
    assert [(one["by"], one["label"], one["words"], one["state"]) for one in three["proposed"]] == [
        ("Kenya", "Rev.1", None, "open"), ("Norway", "Rev.1", None, "open"),
    ]  # fmt: skip
    with Dossier.open(path, read_only=True) as dossier:
        assert {one["proposal"] for one in (*three["proposed"], *four["proposed"])} == {
            one.key for one in dossier.proposals()
        }


def test_the_command_finds_words_of_footnotes(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came = "Rev.2  comes in; proposed by Kenya on Rev.1"
    assert run(["provenance", str(noted), "and lakes"]) == 0
    assert capsys.readouterr().out == f"{came}\n\nnote 1 of Rev.2\n  {came}\n"
    assert run(["provenance", str(noted), "and lakes", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["paragraphs"], [one["footnote"] for one in told["footnotes"]]) == ([], [1])
