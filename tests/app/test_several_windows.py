"""Several windows, each a process of its own: over one dossier, after a kill, after quitting, and never in the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.driven_window import Desktop, Driven

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the windows are driven over sockets of Unix")

SHOWN = "window.isVisible() and not window.background.tasks"
WRITES = "window.going.writes and window.pages.text.sheet.at_rest and not window.background.tasks"
NOTED = "not window.resuming._later.isActive() and not window.background.tasks"
"""What is open in a window is in its file: a moment after it changed."""
WORDS = "window.pages.text.sheet.shown.paragraph(0).text"


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(tmp_path)
    yield desktop
    desktop.end()


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Two dossiers of one draft each."""
    found = [tmp_path / f"{name}.adref" for name in ("water", "food")]
    for path in found:
        with Dossier.create(path, title=path.stem.title()) as dossier:
            dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),)), label="L.1")
    return found


def opened(window: Driven, path: Path) -> Driven:
    window.until(f"str(window.desk.path) == {str(path)!r} and {SHOWN}")
    return window


def beside(desktop: Desktop, window: Driven, path: Path) -> Driven:
    """A dossier opened in a further window, out of another."""
    window.ask(f"window.pages.start.beside_asked.emit({str(path)!r})")
    return opened(desktop.next(), path)


def written(window: Driven, words: str) -> None:
    """Words put at the end of the text, and in the file."""
    window.until(WRITES)
    window.ask("key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)")
    window.ask(f"letters({words!r})")
    window.until("window.drafting.writing.journaling.written")


def in_front(window: Driven) -> None:
    """What comes with the window's being in front again, which no window is off the screen but by name."""
    window.ask("window._look_again()")
    window.until("not window.background.tasks")


def test_a_text_written_in_one_window_is_read_in_the_other(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    second = beside(desktop, first, paths[0])
    first.ask("act('write')")
    written(first, " soon")
    second.until("window.pages.dossier.working.lines")
    (row,) = second.ask("[line.words.text() for line in window.pages.dossier.working.lines]")  # type: ignore[misc]
    assert "in another window" in row
    second.ask("act('write')")
    second.until("said(window)")
    (told,) = second.ask("said(window)")  # type: ignore[misc]
    assert told == (
        "This text of “water.adref” is being written in another window; read it here, or begin a text of your own."
    )
    second.ask("window.notices.shown[0].buttons[0].click()")
    second.until(f"window.going.place == 'text' and {SHOWN}")
    assert second.ask(WORDS) == "Decides to meet soon."
    assert not second.ask("window.going.writes")
    assert not second.ask("window.acts['ledger'].isEnabled()")
    second.ask("act('write')")
    second.until("said(window)")
    # It follows by itself where the other rests.
    written(first, " again")
    second.until(f"{WORDS} == 'Decides to meet soon again.'")
    # What is kept there is here without a restart, and said.
    first.ask("act('keep_draft')")
    first.ask("window.drafting.keeping.panel.label.setText('Rev.1')")
    first.ask("window.drafting.keeping.panel.keep_button.click()")
    first.until(f"len(window.desk.listing.nodes) == 2 and {SHOWN}")
    in_front(second)
    assert second.ask("[row.label for row in window.pages.dossier.drafts.rows]") == ["Rev.1", "L.1"]
    assert second.ask("window.status_bar.said.text()") == "Rev.1 was kept outside this window."


def test_what_another_window_wrote_is_told_until_it_is_written_here(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    second = beside(desktop, first, paths[0])
    first.ask("act('write')")
    written(first, " soon")

    def told() -> None:
        second.ask("act('write')")
        second.until("said(window)")
        assert "is being written in another window" in str(second.ask("said(window)"))

    # Whoever goes to something else has done with it.
    told()
    second.ask("window.going.read_wanted.emit(window.desk.listing.nodes[0].id)")
    second.until(f"window.going.place == 'text' and {SHOWN}")
    assert second.ask("said(window)") == []
    # Nobody writes it any more, and this window hears of that only now.
    told()
    first.ask("window.close()")
    first.wait()
    second.ask("act('write')")
    second.until(WRITES)
    assert second.ask(WORDS) == "Decides to meet soon."
    assert second.ask("said(window)") == []


def test_what_another_window_wrote_is_told_no_longer_where_it_let_go(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    second = beside(desktop, first, paths[0])
    first.ask("act('write')")
    written(first, " soon")
    second.ask("act('write')")
    second.until("said(window)")
    in_front(second)
    assert second.ask("said(window)") != []
    first.ask("window.close()")
    first.wait()
    in_front(second)
    second.until("not said(window)")
    assert not second.ask("window.going.writes")


def test_a_text_of_ones_own_is_gone_on_with(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    first.ask("act('write')")
    written(first, " soon")
    first.ask(f"drop({str(paths[0])!r}, Qt.KeyboardModifier.ControlModifier)")
    second = opened(desktop.next(), paths[0])
    second.ask("act('write')")
    second.until("said(window)")
    second.ask("window.notices.shown[0].buttons[1].click()")
    written(second, " in Geneva")
    for one in (first, second):
        one.until(NOTED)
        one.kill()
    # Each has its own text again, and neither is told of what the other goes on with.
    back = [desktop.begin(), desktop.next()]
    for one in back:
        one.until(WRITES)
    assert sorted(str(one.ask(WORDS)) for one in back) == ["Decides to meet in Geneva.", "Decides to meet soon."]
    assert [one.ask("said(window)") for one in back] == [[], []]
    # So it is where it is chosen from the list.
    back[0].ask("act('quit')")
    for one in back:
        one.wait()
    alone = opened(desktop.begin(str(paths[0])), paths[0])
    alone.ask("[line for line in window.pages.dossier.working.lines][0].continue_button.click()")
    alone.until(WRITES)
    one = alone.ask(WORDS)
    alone.ask("act('go_dossier')")
    alone.until("window.going.place == 'dossier' and not window.background.tasks")
    alone.ask("[line for line in window.pages.dossier.working.lines][1].continue_button.click()")
    alone.until(f"{WRITES} and {WORDS} != {one!r}")
    assert {one, alone.ask(WORDS)} == {"Decides to meet in Geneva.", "Decides to meet soon."}


def test_a_text_whose_window_is_killed_as_it_is_kept_goes_on_as_that_draft(desktop: Desktop, paths: list[Path]) -> None:
    window = opened(desktop.begin(str(paths[0])), paths[0])
    window.ask("act('write')")
    written(window, " soon")
    window.until(NOTED)
    window.ask("act('keep_draft')")
    window.ask("window.drafting.keeping.panel.label.setText('Rev.1')")
    # The draft is kept, and nothing was done yet to write on upon it.
    end = "lambda *_: __import__('os').kill(__import__('os').getpid(), 9)"
    window.ask(f"window.drafting.writing.kept.connect({end}) and True")
    window.ask("window.drafting.keeping.panel.keep_button.click()")
    window.wait()
    back = desktop.begin()
    back.until(WRITES)
    assert back.ask("window.drafting.writing.open.parent.label") == "Rev.1"
    assert back.ask(WORDS) == "Decides to meet soon."
    assert back.ask("window.pages.text.sheet.selection().head.place") == len("Decides to meet soon")


def test_windows_come_back_after_quitting_and_after_a_kill(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    second = beside(desktop, first, paths[1])
    second.ask("act('write')")
    written(second, " soon")
    second.ask("key(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)")
    third = desktop.next()
    third.until(SHOWN)
    assert third.ask("window.going.place") == "start"
    first.ask("act('open')")  # a dialog is in nobody's way
    third.ask("act('quit')")
    for one in (first, second, third):
        one.wait()
    # The one used last comes first, the other behind it, and the one that had nothing open not at all.
    came = [desktop.begin(), desktop.next()]
    assert sorted(str(one.ask("str(window.desk.path)")) for one in map(settled, came)) == sorted(map(str, paths))
    # They stood exactly over each other, and each is seen now.
    assert came[0].ask("window.pos().toTuple()") != came[1].ask("window.pos().toTuple()")
    for one in came:
        one.kill()
    back = [settled(one) for one in (desktop.begin(), desktop.next())]
    by_name = {str(one.ask("window.desk.path.stem")): one for one in back}
    assert sorted(by_name) == ["food", "water"]
    assert by_name["food"].ask(WORDS) == "Decides to meet soon."
    assert by_name["food"].ask("window.going.writes")
    # Closed by hand while another stays, it does not come back.
    by_name["food"].ask("window.close()")
    by_name["food"].wait()
    by_name["water"].ask("window.close()")
    by_name["water"].wait()
    last = settled(desktop.begin())
    assert last.ask("window.desk.path.stem") == "water"
    assert not last.ask("window.windows.more")


def test_of_three_windows_that_come_back_none_stands_over_another(desktop: Desktop, paths: list[Path]) -> None:
    first = opened(desktop.begin(str(paths[0])), paths[0])
    was = [first, *(beside(desktop, first, path) for path in paths)]
    first.ask("act('quit')")
    for one in was:
        one.wait()
    came = [settled(one) for one in (desktop.begin(), desktop.next(), desktop.next())]
    assert len({str(one.ask("window.pos().toTuple()")) for one in came}) == 3


def settled(window: Driven) -> Driven:
    window.until(f"window.desk.path is not None and {SHOWN}")
    return window
