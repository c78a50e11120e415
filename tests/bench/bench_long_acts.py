"""How long the window stands still at acts on very many paragraphs, by a timer of 5 ms in its event loop.

Run it as `python tests/bench/bench_long_acts.py [paragraphs]`. Of each act it is the longest silence of the loop from
the key until the act is done, the document has caught up and all of it is set into lines.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from figures import show
from heartbeat import Heartbeat, turn, turn_until
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from real_window import begin_text, dossier_of, empty_window, open_dossier

from app.starting import application
from app.subjects.sides import Side
from app.window.window import Window
from models.editing.edit import Caret, Selection
from widgets.theme import style

_MOST = 50
_PASTED, _MOVED = 2_000, 5_000


class LongActs:
    """The window with a long working text."""

    def __init__(self, window: Window, count: int) -> None:
        self.window, self.count, self.sheet = window, count, window.pages.text.sheet
        self._beat = Heartbeat()

    def act(self, name: str, act: Callable[[], object]) -> None:
        """Do something until all that follows has happened, and print the longest silence."""
        sheet = self.sheet
        turn(0.3)
        self._beat.begin()
        begun = time.perf_counter()
        act()
        turn(0.05)
        turn_until(
            lambda: (
                not (
                    self.window.background.tasks
                    or sheet.under_way.active
                    or sheet.catching_up.behind
                    or sheet.column.blocks.active
                    or not sheet.text.whole
                )
            )
        )
        took = time.perf_counter() - begun
        turn(0.5)
        show(f"{name} (done after {took:.1f} s)", self._beat.longest, _MOST, spent=self._beat.busiest)

    def there_and_back(self, name: str, act: Callable[[], object]) -> None:
        """Do an act, undo it, do it again, undo it."""
        acts = self.window.acts
        self.act(name, act)
        self.act("  undone", acts["undo"].trigger)
        self.act("  done again", acts["redo"].trigger)
        acts["undo"].trigger()
        turn_until(lambda: not self.sheet.under_way.active)

    def select(self, first: int, count: int) -> None:
        """Select some whole paragraphs."""
        self.sheet.select(Selection(Caret(first, 0), Caret(first + count, 0)))


def bench(count: int) -> None:
    """All of them in a text of so many paragraphs."""
    print(f"\nActs on many of {count:,} paragraphs, the longest silence of the window's loop".replace(",", " "))
    with empty_window() as (window, folder):
        open_dossier(window, dossier_of(folder, count))
        acts = LongActs(window, count)
        acts.act("reading the draft", lambda: window.showing.read_draft(window.pages.dossier.choice or ""))
        read = window.going.shown
        acts.act("beginning the working text", lambda: begin_text(window))
        sheet, do = acts.sheet, window.acts
        sheet.selectAll()
        acts.there_and_back("all agreed ad ref", do["agreed"].trigger)
        _paste(acts)
        acts.select(100, min(_MOVED, count // 2))
        acts.there_and_back(f"{min(_MOVED, count // 2)} paragraphs moved", do["move_down"].trigger)
        for name, act in (
            ("italics over all", do["italic"].trigger),
            ("all made plain text", do["kind_text"].trigger),
            ("all deleted", lambda: QTest.keyClick(sheet, Qt.Key.Key_Delete)),
            ("a letter typed over all", lambda: QTest.keyClick(sheet, Qt.Key.Key_A)),
        ):
            sheet.selectAll()
            acts.there_and_back(name, act)
        sheet.selectAll()
        acts.act("italics over all", do["italic"].trigger)
        acts.there_and_back("all put back", do["put_back"].trigger)
        _replace(acts)
        sheet.selectAll()
        acts.act("the page scrolled while all are made headings", lambda: _scrolled(acts))
        assert isinstance(read, Side)
        sheet.selectAll()
        acts.act("a draft shown while all are made plain text", lambda: _read_meanwhile(acts, read))
        # What is copied was made by Python, and may not outlive it.
        QGuiApplication.clipboard().clear()


def _paste(acts: LongActs) -> None:
    sheet, count = acts.sheet, min(_PASTED, acts.count // 5)
    acts.select(acts.count // 4, count)
    acts.act(f"{count} paragraphs copied", sheet.copy)
    sheet.select(Selection.at(acts.count // 2, 0))
    acts.there_and_back(f"{count} paragraphs pasted", sheet.paste)
    plain = QMimeData()
    plain.setText("\n".join(f"{at}. Decides to meet on item {at} of the agenda;" for at in range(1, count + 1)))
    sheet.select(Selection.at(acts.count // 2, 0))
    acts.there_and_back(f"{count} plain paragraphs pasted", lambda: sheet.insertFromMimeData(plain))


def _replace(acts: LongActs) -> None:
    window = acts.window
    window.acts["replace"].trigger()
    turn(0.2)
    field = window.focusWidget()
    QTest.keyClicks(field, "cooperation")
    turn(0.5)
    turn_until(lambda: not window.background.tasks)
    bar = window.drafting.searching.bar
    acts.there_and_back("a word replaced in all", lambda: bar.replace_all.emit("partnership", frozenset()))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    acts.sheet.setFocus()


def _scrolled(acts: LongActs) -> None:
    acts.window.acts["kind_heading"].trigger()
    bar = acts.sheet.verticalScrollBar()
    while acts.sheet.under_way.active:
        bar.setValue(bar.value() + 40)
        turn(0.02)


def _read_meanwhile(acts: LongActs, read: Side) -> None:
    acts.window.acts["kind_text"].trigger()
    acts.window.going.show_side(read)
    turn_until(lambda: acts.window.going.shown is read)


if __name__ == "__main__":
    style.apply(application(), "light")
    bench(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
