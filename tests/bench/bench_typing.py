"""How long keys take in the text: typing, Enter and undo in 100 and 10,000 paragraphs, beside a plain QTextEdit.

Run it as `python tests/bench/bench_typing.py [paragraphs ...]`. One line for each: median, 99 % and 99.9 % in
milliseconds, from the key to the painted screen.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.text.page import TextPage
from widgets.theme import style

_WORDS = (
    " Governments of countries of origin, countries of transit and countries of destination to increase cooperation "
    "on issues related to migration, and notes with appreciation the numerous meetings and conferences convened "
    "relating to migration and development, in particular in the context of regional cooperation"
)
_TYPED = "the General Assembly will be devoted to international migration "
_KEYS = {100: 2000, 10_000: 2000}


def draft(count: int) -> Draft:
    """A text of so many operative paragraphs; every tenth has subparagraphs, every twentieth brackets."""
    paragraphs = []
    for number in range(count):
        if number % 10 in (3, 4):
            paragraphs.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"Words of item {number};"),), level=1))
        else:
            words = f" [{_WORDS}] {number};" if number % 20 == 0 else f"{_WORDS} {number};"
            paragraphs.append(Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(words))))
    return Draft(tuple(paragraphs))


def measure(name: str, act: Callable[[int], object], times: int) -> None:
    """Time an act from the key to the painted screen."""
    app = QApplication.instance()
    assert app is not None
    took = []
    for number in range(times):
        start = time.perf_counter()
        act(number)
        app.processEvents()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    at = [took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.99, 0.999)]
    print(f"{name:44} median {at[0]:6.2f}   99 % {at[1]:6.2f}   99.9 % {at[2]:6.2f}   most {took[-1]:6.2f} ms", flush=True)


def typed(widget: QWidget) -> Callable[[int], object]:
    """One letter of a text that is typed over and over."""
    return lambda number: QTest.keyClicks(widget, _TYPED[number % len(_TYPED)])


def settle(seconds: float) -> None:
    """Let what waits for quiet be done."""
    app = QApplication.instance()
    assert app is not None
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.005)


def bench(count: int, keys: int) -> None:
    """All measurements at one size."""
    text = draft(count)
    page = TextPage()
    page.resize(1280, 752)
    page.show()
    start = time.perf_counter()
    working = WorkingText(text)
    made = time.perf_counter()
    page.show_working(working, "Bench", "")
    shown = time.perf_counter()
    QApplication.processEvents()
    painted = time.perf_counter()
    print(
        f"{count} paragraphs: model {1000 * (made - start):.0f} ms, page {1000 * (shown - made):.0f} ms, "
        f"first paint {1000 * (painted - shown):.0f} ms"
    )
    longest = 0.0
    until = time.perf_counter() + (3.0 if count > 1000 else 0.5)
    while time.perf_counter() < until:
        one = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - one)
        time.sleep(0.001)
    print(f"  longest slice while the rest was set: {1000 * longest:.0f} ms")
    sheet = page.sheet
    sheet.setFocus()
    letter = typed(sheet)

    def at_the_start(number: int) -> None:
        if number % 300 == 0:
            sheet.select(Selection.at(1 + number // 300, 10))
        letter(number)

    measure("  typing at the start", at_the_start, keys)
    sheet.select(Selection.at(count - 1, 5))
    settle(0.3)
    measure("  typing at the end", typed(sheet), keys // 4)
    sheet.select(Selection.at(0, 10))
    settle(0.3)
    measure("  Enter at the start", lambda _: QTest.keyClick(sheet, Qt.Key.Key_Return), keys // 20)
    measure("  undo", lambda _: sheet.undo_step(), keys // 20)
    page.close()
    page.deleteLater()
    plain = QTextEdit()
    plain.document().setUndoRedoEnabled(False)
    plain.setPlainText("\n".join(paragraph.text for paragraph in text.paragraphs))
    plain.resize(1032, 700)
    plain.show()
    settle(1.0)
    plain.setFocus()
    letter = typed(plain)

    def in_plain(number: int) -> None:
        if number % 300 == 0:
            plain.setTextCursor(QTextCursor(plain.document().findBlockByNumber(1 + number // 300)))
        letter(number)

    measure("  a plain QTextEdit, typing at the start", in_plain, keys // 2)
    plain.close()


if __name__ == "__main__":
    application = QApplication([])
    style.apply(application, "light")
    for wanted in [int(size) for size in sys.argv[1:]] or [100, 10_000]:
        bench(wanted, _KEYS.get(wanted, 1000))
