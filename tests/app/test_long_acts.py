"""A long act on the working text is work of the window: it is shown, and cancelled as all work is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.subjects.sides import side_to_read
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.set_numbers import set_number
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.app.on_the_sheet import same_as_model
from widgets.keeping.panel import KeepChoice
from widgets.text.outline import Outline
from widgets.text.shown import ShownDraft

WAIT = 30_000


pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def long(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """The window with a working text of 400 paragraphs."""
    runs = (Run("Encourages", italic=True), Run(" Governments to act;"))
    return written(qtbot, window, tmp_path / "long.adref", Draft((Paragraph(Kind.OPERATIVE, runs),) * 400))


def written(qtbot: QtBot, window: Window, path: Path, draft: Draft) -> Window:
    """The window with a working text on a draft, kept in a new dossier."""
    with Dossier.create(path, title="Long") as dossier:
        dossier.keep(draft, label="First")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    sheet = window.pages.text.sheet
    qtbot.waitUntil(lambda: sheet.writes and sheet.text.whole and not window.background.tasks, timeout=WAIT)
    return window


def test_a_long_act_is_shown_and_cancelled(qtbot: QtBot, long: Window) -> None:
    window, sheet = long, long.pages.text.sheet
    working = sheet.working
    assert working is not None
    for cancelled in (True, False):
        sheet.selectAll()
        window.acts["kind_text"].trigger()
        QTest.keyClicks(sheet, "x")
        assert [task.words for task in window.background.tasks if task.words] == ["Working on the text"]
        if cancelled:
            window.status_bar.cancelled.emit()
        qtbot.waitUntil(lambda: not sheet.under_way.active and not window.background.tasks, timeout=WAIT)
        qtbot.waitUntil(lambda: not sheet._waiting and not sheet.under_way.active, timeout=WAIT)
        assert [entry.text for entry in working.entries][1:] == ["Encourages Governments to act;"] * (399 * cancelled)
        assert working.changed != cancelled
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: len(working.entries) == 400, timeout=WAIT)
    assert {entry.paragraph.kind for entry in working.entries} == {Kind.TEXT}


@pytest.mark.parametrize("given_up", [True, False])
def test_a_draft_is_kept_once_the_act_under_way_is_done(qtbot: QtBot, long: Window, given_up: bool) -> None:
    window, sheet = long, long.pages.text.sheet
    kept: list[str] = []
    window.drafting.writing.kept.connect(lambda added, _text: kept.append(added.nodes[0].id))
    sheet.selectAll()
    window.acts["kind_text"].trigger()
    window.drafting.keeping.panel.kept.emit(KeepChoice("Second", None, None, None))
    assert sheet.under_way.active
    assert not window.drafting.writing.keeps
    if given_up:
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: sheet.at_rest and not window.background.tasks, timeout=WAIT)
        assert kept == []
        return
    qtbot.waitUntil(lambda: bool(kept) and sheet.writes and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    draft = window.desk.listing.dossier.draft(kept[0])
    assert {paragraph.kind for paragraph in draft.paragraphs} == {Kind.TEXT}


def test_who_leaves_waits_for_the_act_under_way(long: Window) -> None:
    sheet = long.pages.text.sheet
    sheet.selectAll()
    long.acts["kind_text"].trigger()
    assert sheet.under_way.active
    assert long.leaving.may(lambda: None)
    assert sheet.at_rest
    assert sheet.working is not None
    assert {entry.paragraph.kind for entry in sheet.working.entries} == {Kind.TEXT}


def test_renumbering_and_restoring_go_through_all_of_the_text(qtbot: QtBot, long: Window) -> None:
    window, sheet = long, long.pages.text.sheet
    working = sheet.working
    assert working is not None
    set_number(working, Selection.at(200), "900")
    window.acts["renumber"].trigger()
    assert sheet.under_way.active
    qtbot.waitUntil(lambda: sheet.at_rest, timeout=WAIT)
    assert working.number(399) == "400"
    assert window.desk.listing is not None
    set_number(working, Selection.at(200), "900")
    with qtbot.waitSignal(sheet.under_way.ended, timeout=WAIT):
        window.drafting.kept.restore(window.desk.listing.nodes[0].id)
    assert not working.changed
    assert working.undo_list.last is not None
    assert working.undo_list.last.words == "Restore this draft"


def test_many_paragraphs_in_a_few_stretches_are_written_later_as_those_in_one_are(qtbot: QtBot, long: Window) -> None:
    window, sheet = long, long.pages.text.sheet
    working = sheet.working
    assert working is not None

    def strike(text: WorkingText, selection: Selection) -> None:
        with text.step("Strike", selection) as step:
            step.put_all({at: text.entries[at].with_runs((Run("Words;"),)) for at in range(400) if at % 10})

    landed: list[bool] = []
    working.listeners.append(lambda edit: landed.append(len(edit.splices) == 40 and sheet.catching_up.behind))
    sheet.do(strike)
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: sheet.at_rest and not sheet.catching_up.behind, timeout=WAIT)
    same_as_model(sheet)
    window.acts["redo"].trigger()
    qtbot.waitUntil(lambda: sheet.at_rest and not sheet.catching_up.behind, timeout=WAIT)
    same_as_model(sheet)
    assert [entry.text == "Words;" for entry in working.entries] == [at % 10 > 0 for at in range(400)]
    assert landed == [True] * 3, "the window stood still until all of them were written"


@pytest.mark.parametrize("given_up", [True, False])
def test_a_draft_that_is_to_be_read_waits_for_the_act_under_way_and_the_window_for_neither(
    qtbot: QtBot, long: Window, given_up: bool
) -> None:
    window, sheet = long, long.pages.text.sheet
    working, listing = sheet.working, window.desk.listing
    assert working is not None
    assert listing is not None
    side = side_to_read(listing.dossier, listing.nodes[0], "")
    sheet.selectAll()
    window.acts["kind_text"].trigger()
    window.going.show_side(side)
    assert sheet.under_way.active
    assert sheet.working is working
    QTest.keyClicks(sheet, "x")
    if given_up:
        window.status_bar.cancelled.emit()
    qtbot.waitUntil(lambda: window.going.shown is side and not window.background.tasks, timeout=WAIT)
    assert sheet.working is None
    kinds = {entry.paragraph.kind for entry in working.entries}
    assert kinds == {Kind.OPERATIVE if given_up else Kind.TEXT}
    assert {entry.text for entry in working.entries} == {"Encourages Governments to act;"}
    window.going.go_back()
    assert sheet.working is working
    sheet.select(Selection.at(3, 0))
    QTest.keyClicks(sheet, "x")
    assert working.entries[3].text == "xEncourages Governments to act;"


@pytest.mark.parametrize("given_up", [True, False])
def test_another_working_text_waits_for_the_act_under_way_and_the_window_for_neither(
    qtbot: QtBot, long: Window, given_up: bool
) -> None:
    window, sheet, writing = long, long.pages.text.sheet, long.drafting.writing
    working, text = sheet.working, writing.open
    assert working is not None
    land: list[Callable[[], None]] = []

    def carry(work: Callable[[], None], done: Callable[[], None], _cancelled: Callable[[], None]) -> Callable[[], None]:
        # What is worked out is not heard of until the test says so.
        work()
        land.append(done)
        return lambda: None

    sheet.under_way.carrier = carry
    sheet.selectAll()
    window.acts["kind_text"].trigger()
    writing.begin(None)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    qtbot.wait(20)
    assert writing.open is text
    assert sheet.under_way.active
    QTest.keyClicks(sheet, "x")
    sheet.under_way.give_up() if given_up else land[0]()
    if not given_up:
        # The letter that was typed over all is a long act again, and for the text it was typed in.
        qtbot.waitUntil(lambda: len(land) == 2, timeout=WAIT)
        assert writing.open is text
        land[1]()
    qtbot.waitUntil(lambda: writing.open is not text and not window.background.tasks, timeout=WAIT)
    assert sheet.working is not None
    assert writing.open is not None
    assert sheet.working is writing.open.text is not working
    QTest.keyClicks(sheet, "Recalling")
    assert [entry.text for entry in sheet.working.entries] == ["Recalling"]
    texts = [entry.text for entry in working.entries]
    assert texts == (["Encourages Governments to act;"] * 400 if given_up else ["x"])


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)],
)
def test_where_very_many_refer_no_key_waits_for_their_figures(
    qtbot: QtBot, window: Window, tmp_path: Path, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """Each of 400 paragraphs names the one before it: all of these are written anew, and the window does not wait."""
    heads = (Run("Decides", italic=True), Run(" to act;"))
    cites = [(Run("Recalls", italic=True), Run(f" paragraph {number} above;")) for number in range(1, 400)]
    numbered = enumerate((heads, *cites), 1)
    draft = Draft(tuple(Paragraph(Kind.OPERATIVE, runs, 0, str(at)) for at, runs in numbered))
    sheet = written(qtbot, window, tmp_path / "refers.adref", draft).pages.text.sheet
    working = sheet.working
    assert working is not None
    sheet.select(Selection.at(1, working.entries[1].length))
    before = working.draft()
    QTest.keyClick(sheet, key, held)
    QTest.keyClicks(sheet, "x")
    assert sheet.under_way.active
    assert working.draft() == before
    qtbot.waitUntil(lambda: sheet.at_rest and not window.background.tasks, timeout=WAIT)
    now, then = working.draft().paragraphs[-380:], before.paragraphs[-380:]
    changed = sum(one.text != old.text for one, old in zip(now, then, strict=True))
    assert changed == (380 if key == Qt.Key.Key_Return else 0)
    assert "x" in "".join(entry.text for entry in working.entries[:3]).replace("act", "")
    sheet.catching_up.all()
    same_as_model(sheet)
    while working.undo_list.last is not None:
        sheet.undo_step()
        sheet.settle()
    assert working.draft() == before


@pytest.mark.parametrize("typed", [True, False])
def test_no_key_waits_where_an_opening_or_a_number_that_is_typed_makes_very_many_follow(
    qtbot: QtBot, window: Window, tmp_path: Path, typed: bool
) -> None:
    cites = [(Run("Recalls", italic=True), Run(f" paragraph {number} above;")) for number in range(3, 402)]
    first = (Run("Decides", italic=True), Run(" to act;"))
    numbered = [Paragraph(Kind.OPERATIVE, runs, 0, str(at)) for at, runs in enumerate((first, first, first, *cites), 1)]
    draft = Draft((*numbered[:2], Paragraph(Kind.TEXT, (Run("In words:"),)), *numbered[2:]))
    sheet = written(qtbot, window, tmp_path / "typed.adref", draft).pages.text.sheet
    working = sheet.working
    assert working is not None
    before = working.draft()
    sheet.select(Selection(Caret(2, 0), Caret(2, working.entries[2].length)) if typed else Selection.at(1, 0))
    if typed:
        QTest.keyClicks(sheet, "Decides to meet")
    else:
        window.acts["suffix_bis"].trigger()
        QTest.keyClicks(sheet, "X")
    assert sheet.under_way.active
    written_now = working.entries[2 if typed else 1].text
    assert written_now == ("Decides " if typed else "Decides to act;")
    qtbot.waitUntil(lambda: sheet.at_rest and not window.background.tasks, timeout=WAIT)
    entry = working.entries[2 if typed else 1]
    assert entry.text == ("Decides to meet" if typed else "XDecides to act;")
    assert (entry.paragraph.kind, working.number(3)) == (Kind.OPERATIVE, "4" if typed else "2")
    last = working.entries[-1].text
    assert last == f"Recalls paragraph {402 if typed else 400} above;"
    sheet.catching_up.all()
    same_as_model(sheet)
    while working.undo_list.last is not None:
        sheet.undo_step()
        sheet.settle()
    assert working.draft() == before


def test_no_key_waits_where_an_opening_that_was_put_right_is_left_and_very_many_follow(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """It becomes the first operative paragraph once the caret leaves it; what is typed then is typed where it went."""
    recalling = Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolutions,")))
    cites = [(Run("Recalls", italic=True), Run(f" paragraph {number} above;")) for number in range(1, 400)]
    numbered = enumerate(((Run("Decides", italic=True), Run(" to act;")), *cites), 1)
    draft = Draft((recalling, *(Paragraph(Kind.OPERATIVE, runs, 0, str(at)) for at, runs in numbered)))
    sheet = written(qtbot, window, tmp_path / "put right.adref", draft).pages.text.sheet
    working = sheet.working
    assert working is not None
    before = working.draft()
    sheet.select(Selection.at(0, working.entries[0].length))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClicks(sheet, "Decdes to meet")
    sheet.settle()
    sheet.select(Selection.at(1, 3))
    QTest.keyClicks(sheet, "i")
    assert not sheet.under_way.active
    assert working.entries[1].paragraph.kind is Kind.PREAMBULAR
    QTest.keyClick(sheet, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(sheet, "X")
    assert sheet.under_way.active
    assert working.entries[1].paragraph.kind is Kind.PREAMBULAR
    qtbot.waitUntil(lambda: sheet.at_rest and not window.background.tasks, timeout=WAIT)
    assert working.entries[1].paragraph.kind is Kind.OPERATIVE
    assert [working.entries[at].text for at in (0, 1, -1)] == [
        "XRecalling its resolutions,",
        "Decides to meet;",
        "Recalls paragraph 400 above;",
    ]
    sheet.catching_up.all()
    same_as_model(sheet)
    while working.undo_list.last is not None:
        sheet.undo_step()
        sheet.settle()
    assert working.draft() == before


def test_the_outline_looks_at_no_more_rows_than_it_shows(qtbot: QtBot) -> None:
    """Scrolled to its end, with rows that are gone and not laid out anew yet."""
    decides = Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to act;")), number="3 quinquies")
    outline = Outline()
    qtbot.addWidget(outline)
    outline.resize(240, 400)
    outline.show_text(ShownDraft(Draft((decides,) * 3_000)))
    outline.show()
    outline.grab()
    outline.scrollToBottom()
    outline.grab()
    outline._model.shown = ShownDraft(Draft((decides,) * 1_000))
    outline.replaced(1_000, 2_000, 0)
    outline.structure_changed()
    assert 10 < len(outline._model._rows) < 40
    outline.grab()
    assert outline._model._rows.keys() >= {995, 996, 997, 998, 999, 1000}
