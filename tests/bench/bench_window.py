"""How long the window stands still at anything one does in it, by a timer of 5 ms in its event loop.

Standing still is measured as the longest silence of the loop. The baseline is a loop with nothing to do, on this
machine at this moment.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from figures import show
from heartbeat import Heartbeat, turn, turn_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from real_window import begin_text, dossier_of, empty_window, open_dossier

from app.window.window import Window
from models.editing.edit import Selection
from widgets.keeping.panel import KeepChoice

_MOST = 50
_SIZES = (40, 400, 10_000)


class Watched:
    """A window of which every act is timed."""

    def __init__(self, window: Window, count: int) -> None:
        self.window, self.count = window, count
        self.beat = Heartbeat()

    def act(self, name: str, act: Callable[[], object], seconds: float = 0.15) -> None:
        """Do something, let all that follows happen, and print the longest silence."""
        turn(0.05)
        self.beat.begin()
        act()
        turn(0.05)
        turn_until(lambda: not self.window.background.tasks)
        turn(seconds)
        name = f"{name}, {self.count:,} paragraphs".replace(",", " ").replace("  ", ", ")
        show(name, self.beat.longest, _MOST, spent=self.beat.busiest)


def bench(count: int) -> None:
    """Everything one does in a long text; in a short one what opens it."""
    with empty_window() as (window, folder):
        watched = Watched(window, count)
        if count == _SIZES[0]:
            watched.act("baseline: nothing at all", lambda: turn(0.5))
        path = dossier_of(folder, count)
        watched.act("opening the dossier", lambda: open_dossier(window, path))
        watched.act("reading the draft", lambda: window.showing.read_draft(window.pages.dossier.choice or ""))
        watched.act("beginning the working text", lambda: begin_text(window))
        if count < _SIZES[-1]:
            return
        sheet = window.pages.text.sheet
        watched.act("to its end", lambda: sheet.select(Selection.at(count - 1, 3)))
        watched.act("to its start", lambda: sheet.select(Selection.at(4, 3)))
        acts = window.acts
        for name in ("inspector", "inspector", "changed_words", "changed_words", "masthead", "settings", "help"):
            watched.act(name.replace("_", " "), acts[name].trigger)
            if name == "settings" and window.choosing.dialog is not None:
                window.choosing.dialog.close()
            if name == "masthead":
                window.masthead_form.close()
        watched.act("going to the dossier", lambda: window.going.go_to("dossier"))
        watched.act("going to the text", lambda: window.going.go_to("text"))
        _finding(watched)
        watched.act("projector", acts["projector"].trigger)
        watched.act("projector away", acts["projector"].trigger)
        _looks(watched)
        _keeping(watched)
        _with_two_drafts(watched)


def _finding(watched: Watched) -> None:
    window = watched.window
    window.acts["find"].trigger()
    turn(0.2)
    field = window.focusWidget()
    for words in ("c", "o", "operation", " on"):
        watched.act(f"find as one types, “{words.strip()}” more", lambda words=words: QTest.keyClicks(field, words))  # type: ignore[misc]
    watched.act("the next place", lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    window.pages.text.sheet.setFocus()
    watched.act("the panel of all drafts", window.acts["search"].trigger)
    panel = window.focusWidget()
    watched.act("search in all drafts", lambda: QTest.keyClicks(panel, "cooperation"), 1.0)
    QTest.keyClick(panel, Qt.Key.Key_Escape)


def _looks(watched: Watched) -> None:
    window, count = watched.window, watched.count
    for where, position in (("middle", count // 2), ("end", count - 1)):
        window.pages.text.sheet.select(Selection.at(position, 3))
        watched.act(f"letters larger, at the {where}", lambda: window.pages.text.zoom_by(1), 0.4)
        watched.act(f"letters as they were, at the {where}", lambda: window.pages.text.zoom_by(0), 0.4)
        watched.act(f"dark, at the {where}", lambda: window.holding.set_appearance("dark"), 0.4)
        watched.act(f"light, at the {where}", lambda: window.holding.set_appearance("light"), 0.4)


def _keeping(watched: Watched) -> None:
    window = watched.window
    watched.act("asked how a draft is called", window.acts["keep_draft"].trigger)
    window.drafting.keeping.panel.leave()
    watched.act("keeping", lambda: _keep(window), 1.0)


def _with_two_drafts(watched: Watched) -> None:
    window, count = watched.window, watched.count
    turn_until(lambda: len(window.desk.stories) == 2 and not window.background.tasks)
    assert window.desk.listing is not None
    new, old = (node.id for node in window.desk.listing.nodes)
    watched.act("a place in another draft", lambda: window.drafting.kept.go_to(old, count - 5), 1.0)
    watched.act("back to the working text", window.going.go_back, 0.5)
    watched.act("restoring the older draft", lambda: window.drafting.kept.restore(old), 1.0)
    watched.act("undoing that", window.acts["undo"].trigger)
    watched.act("the timeline", lambda: (window.going.go_to("dossier"), window.pages.dossier.show_view(1)), 0.5)
    watched.act("the comparison", lambda: window.comparing.drafts(old, new), 1.0)
    watched.act("the export of a comparison", window.showing.export, 1.0)
    assert window.exporting.dialog is not None
    window.exporting.dialog.reject()
    # All pages and dialogs there are have been made by now.
    watched.act("dark, beside the comparison", lambda: window.holding.set_appearance("dark"), 0.4)
    watched.act("light, beside the comparison", lambda: window.holding.set_appearance("light"), 0.4)


def _keep(window: Window) -> None:
    sheet = window.pages.text.sheet
    sheet.setFocus()
    sheet.select(Selection.at(4, 3))
    QTest.keyClicks(sheet, "kept ")
    window.drafting.writing.keep(KeepChoice("Second draft", "2026-01-16", "", ""))


if __name__ == "__main__":
    print("\nStanding still, the longest silence of the window's loop")
    for wanted in [int(size) for size in sys.argv[1:]] or _SIZES:
        bench(wanted)
