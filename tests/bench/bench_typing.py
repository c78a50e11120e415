"""How long keys take in the real window: at the pace of a hand, flat out, and acts, in 100 and 10,000 paragraphs.

Run it as `python tests/bench/bench_typing.py [paragraphs ...]`. All is on: numbers, bars, outline, inspector, status
bar, and the journal, which writes into a dossier file. The baseline is a plain QTextEdit with the same text.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from figures import Target, head_of_keys, show, show_keys
from heartbeat import Heartbeat, turn
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from real_window import begin_text, dossier_of, draft, empty_window, open_dossier

from app.starting import application
from app.window import Window
from models.editing.edit import Selection
from widgets.theme import style

_TYPED = "the general assembly will be devoted to international migration and the rights of all "
_KEY, _WORD = 0.06, 0.2
"""Seconds from key to key of a fast hand, and between words: what waits for a pause falls in between."""
_MANY, _FEW = 10_000, 100
_TARGETS = {_FEW: Target(p999=4), _MANY: Target(p99=16, p999=30)}
Act = Callable[[int], object]


def flat_out(act: Act, times: int) -> list[float]:
    """Milliseconds of each act until it is painted, one after another."""
    took = []
    for number in range(times):
        start = time.perf_counter()
        act(number)
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
    return took


def paced(act: Act, times: int) -> list[float]:
    """As a hand types; a key that comes while the window is busy with something else has waited from then on."""
    took = []
    due = time.perf_counter()
    for number in range(times):
        due += _WORD if _TYPED[number % len(_TYPED)] == " " else _KEY
        while (left := due - time.perf_counter()) > 0:
            QApplication.processEvents()
            time.sleep(max(0.0, min(0.0003, left)))
        act(number)
        QApplication.processEvents()
        took.append((time.perf_counter() - due) * 1000)
        due = max(due, time.perf_counter() - _KEY)
    return took


def letters(widget: QWidget) -> Act:
    """One letter of a text that is typed over and over."""
    return lambda number: QTest.keyClick(widget, _TYPED[number % len(_TYPED)])


def letters_in(window: Window, first: int) -> Act:
    """Letters in the text from a paragraph on, the next paragraph after every 250."""
    sheet = window.page.text.sheet
    letter = letters(sheet)

    def act(number: int) -> object:
        if number % 250 == 0:
            sheet.select(Selection.at(first + number // 250, 5))
        return letter(number)

    return act


def bench(count: int) -> None:
    """All measurements at one size."""
    with empty_window() as (window, folder):
        path = dossier_of(folder, count)
        start = time.perf_counter()
        open_dossier(window, path)
        opened = time.perf_counter()
        begin_text(window)
        head_of_keys(f"Typing in {count:,} paragraphs".replace(",", " "))
        print(f"  (opened in {opened - start:.2f} s, all laid out after {time.perf_counter() - opened:.2f} s)")
        _typing(window, count)
        _acts(window, count)
    _baseline(count)


def _typing(window: Window, count: int) -> None:
    target = _TARGETS.get(count)
    keys = 2500 if count == _FEW else 1500
    beat = Heartbeat()
    for name, first in (("start", 3), ("middle", count // 2), ("end", count - 12)):
        show_keys(f"typing flat out, {name}", flat_out(letters_in(window, first), keys), target)
        turn(0.8)
    beat.begin()
    show_keys("typing as a hand does, middle", paced(letters_in(window, count // 2 + 20), 200), target)
    show("longest standstill meanwhile", beat.longest, 50)
    beat.begin()
    show_keys("typing as a hand does, start", paced(letters_in(window, 20), 80), target)
    show("longest standstill meanwhile", beat.longest, 50)


def _acts(window: Window, count: int) -> None:
    target = Target(p99=16, p999=30)
    sheet, times = window.page.text.sheet, 200

    def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Act:
        return lambda _number: QTest.keyClick(sheet, key, modifier)

    def at(act: Act) -> Act:
        def there(number: int) -> object:
            sheet.select(Selection.at(30 + number % 40, 0))
            return act(number)

        return there

    for name, act in (
        ("Enter, start", at(key(Qt.Key.Key_Return))),
        ("Backspace over paragraphs", at(key(Qt.Key.Key_Backspace))),
        ("Alt+Down", at(key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier))),
        ("Tab", at(key(Qt.Key.Key_Tab))),
    ):
        show_keys(name, flat_out(act, times), target)
        turn(0.3)
    steps = 3 * times
    show_keys("undo", flat_out(lambda _number: window.acts["undo"].trigger(), steps), target)
    show_keys("redo", flat_out(lambda _number: window.acts["redo"].trigger(), steps), target)
    turn(0.5)
    sheet.select(Selection.at(count - 20, 0))
    turn(0.3)
    show_keys("Enter, end", flat_out(key(Qt.Key.Key_Return), times // 2), target)


def _baseline(count: int) -> None:
    plain = QTextEdit()
    plain.document().setUndoRedoEnabled(False)
    plain.setPlainText("\n".join(paragraph.text for paragraph in draft(count).paragraphs))
    plain.resize(1032, 700)
    plain.show()
    turn(1.0)
    plain.setFocus()
    letter = letters(plain)

    def act(number: int) -> object:
        if number % 250 == 0:
            plain.setTextCursor(QTextCursor(plain.document().findBlockByNumber(1 + number // 250)))
        return letter(number)

    show_keys("baseline: a plain QTextEdit, typing, start", flat_out(act, 800))
    plain.close()
    plain.deleteLater()


if __name__ == "__main__":
    style.apply(application(), "light")
    for wanted in [int(size) for size in sys.argv[1:]] or [_FEW, _MANY]:
        bench(wanted)
