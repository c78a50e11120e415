"""How long keys take in the real window: at the pace of a hand, flat out, and acts, in 100 and 10,000 paragraphs.

Run it as `python tests/bench/bench_typing.py [paragraphs ...]`. All is on: numbers, bars, outline, inspector, status
bar, and the journal, which writes into a dossier file. The baseline is a plain QTextEdit with the same text.

Each key is told by the clock and, in the line below, by the processor's time of the window's own thread, which is the
same on a machine that is busy with something else. Going to the paragraph a key is pressed in is no part of the key.

A key is painted before all is done that follows from it. Of keys with a rest behind each two more lines tell: when the
numbers and bars of the paragraphs below are painted too, and the processor's time of all that is done in that rest,
outline, counts, spelling, inspector, status bar and journal, the key with it.

A mix of keys is what is typed into a text: letters and spaces, and every fiftieth key is Enter, Backspace or an arrow.
Flat out no key has a rest behind it, and what follows from the keys falls into keys.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import islice
from math import ceil
from statistics import median

from figures import Target, Took, head_of_keys, medians, show, show_keys
from heartbeat import Heartbeat, turn
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from real_window import begin_text, dossier_of, draft, empty_window, open_dossier

from app.starting import application
from app.window.window import Window
from models.draft import Kind
from models.editing.edit import Selection
from widgets.theme import style
from widgets.writing.sheet import WritingSheet

_TYPED = "the general assembly will be devoted to international migration and the rights of all "
_KEY, _WORD = 0.06, 0.2
"""Seconds from key to key of a fast hand, and between words: what waits for a pause falls in between."""
_AGAIN = 3
"""A key that is slow by itself is slow each time; one the machine held up is not."""
_DIVIDED = 25
"""So many paragraphs are divided, and then joined again."""
_MIXED, _MIXED_BY_HAND, _OTHER = 4_000, 1_000, 50
"""So many keys of a mix, and each of so many is none that writes a letter: one of these in turn."""
_OTHERS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
_BETWEEN = 1_000
"""So many letters go into the paragraphs with brackets of the short text, 250 into each."""
_REST = 0.7
"""Seconds in which all is done that follows a key and waits for a pause."""
_WORKED = 0.1
"""Milliseconds of the processor: a turn of the event loop that takes less only looked for something to do."""
_ALONE = 10
_SPIN = 2
"""Milliseconds of work instead of a key, nearly two keys long."""
_MANY, _FEW = 10_000, 100
_TARGETS = {_FEW: Target(p999=4), _MANY: Target(p99=16, p999=30)}
_ACTS = Target(p99=16, p999=30)
Act = Callable[[int], object]


def flat_out(act: Act, times: int, go: Act | None = None, took: Took | None = None) -> Took:
    """Each act until it is painted, one after another; `go` leads to where it is done, `took` has earlier ones."""
    took = Took() if took is None else took
    for number in range(times):
        if go is not None:
            go(number)
            QApplication.processEvents()
        with took.one():
            act(number)
            QApplication.processEvents()
    return took


def paced(act: Act, times: int, go: Act | None = None, took: Took | None = None) -> Took:
    """As a hand types; a key that comes while the window is busy with something else has waited from then on.

    `go` leads to where it is done, and is no part of it: right after the key before, and painted before this one even
    where that key was late. `took` has earlier ones.
    """
    took = Took() if took is None else took
    due = time.perf_counter()
    for number in range(times):
        due += _WORD if _TYPED[number % len(_TYPED)] == " " else _KEY
        if go is not None:
            go(number)
            QApplication.processEvents()
            due = max(due, time.perf_counter())
        while (left := due - time.perf_counter()) > 0:
            QApplication.processEvents()
            time.sleep(max(0.0, min(0.0003, left)))
        with took.one(due):
            act(number)
            QApplication.processEvents()
        due = max(due, time.perf_counter() - _KEY)
    return took


def with_rests(act: Act, times: int, go: Act, sheet: WritingSheet) -> Took:
    """Each act with a rest behind it, in which all is done that follows."""
    took = Took()
    for number in range(times):
        go(number)
        turn(_REST)
        start = time.perf_counter()
        with took.one(start):
            act(number)
            QApplication.processEvents()
        right, spent = took.clock[-1], took.processor[-1]
        while time.perf_counter() < start + _REST:
            waits, before = sheet.pause.waits(sheet.on_screen.look_over), time.thread_time()
            QApplication.processEvents()
            worked = (time.thread_time() - before) * 1000
            if worked > _WORKED:
                spent += worked
            if not waits:
                time.sleep(0.0003)
            elif not sheet.pause.waits(sheet.on_screen.look_over):
                QApplication.processEvents()  # looked over in the turn before, it is painted in this one
                right = (time.perf_counter() - start) * 1000
        took.right.append(right)
        took.all.append(spent)
    return took


def show_again(act: Act, times: int, go: Act, target: Target | None) -> None:
    """As a hand does it, from the same places several times: each key takes its median."""
    again = [paced(act, times, go) for _ in range(_AGAIN)]
    show_keys(f"  the same keys {_AGAIN} times, their medians", medians(again), target)


def letters(widget: QWidget) -> Act:
    """One letter of a text that is typed over and over."""
    return lambda number: QTest.keyClick(widget, _TYPED[number % len(_TYPED)])


def mixed(widget: QWidget) -> Act:
    """A letter of that text, or now and then another key."""
    letter = letters(widget)

    def act(number: int) -> None:
        if number % _OTHER:
            letter(number)
        else:
            QTest.keyClick(widget, _OTHERS[number // _OTHER % len(_OTHERS)])

    return act


def spin() -> None:
    """Work for so long by the processor, whatever the clock says."""
    until = time.thread_time() + _SPIN / 1000
    while time.thread_time() < until:
        pass


def on_from(window: Window, first: int, *, at_end: bool = False, apart: int = 1) -> Act:
    """To a paragraph of the text, near its start or at its end, and `apart` paragraphs on after every 250 letters."""

    def go(number: int) -> None:
        if number % 250 == 0:
            sheet, position = window.pages.text.sheet, first + number // 250 * apart
            sheet.select(Selection.at(position, sheet.working.entries[position].length if at_end else 5))

    return go


def dividing(sheet: WritingSheet) -> tuple[Act, Act]:
    """To between two words of one operative paragraph after another, and back to where each is joined again.

    At an item Backspace would go a level up instead, and each round would divide another text.
    """
    known = [*enumerate(sheet.working.entries)][30:]
    whole = (at for at, entry in known if entry.paragraph.kind is Kind.OPERATIVE and " " in entry.text[20:])
    places = [*islice(whole, _DIVIDED)]

    def to_divide(at: int) -> None:
        position = places[at] + at
        sheet.select(Selection.at(position, sheet.working.entries[position].text.index(" ", 20)))

    return to_divide, lambda at: sheet.select(Selection.at(places[at] + 1, 0))


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
        ours = _typing(window, count)
        _acts(window, count)
    plain = _baseline(count)
    # On a machine that is busy both take longer, and this says the same.
    for name, spent in (("half", median), ("nearly all (99 %)", _nearly_all)):
        show(f"a key of ours, in keys of the plain one: {name}", spent(ours) / spent(plain), unit="times")


def _nearly_all(times: list[float]) -> float:
    return sorted(times)[ceil(len(times) * 0.99) - 1]


def _typing(window: Window, count: int) -> list[float]:
    """Gives the processor's time of each key flat out."""
    target = _TARGETS.get(count)
    keys = 2500 if count == _FEW else 1500
    sheet, letter = window.pages.text.sheet, letters(window.pages.text.sheet)
    beat = Heartbeat()
    spent: list[float] = []
    for name, first, at_end in (
        ("start", 3, False),
        ("middle", count // 2, False),
        ("end", count - 12, False),
        ("ends of paragraphs", 14, True),
    ):
        took = flat_out(letter, keys, on_from(window, first, at_end=at_end))
        show_keys(f"typing flat out, {name}", took, target)
        spent += took.processor
        turn(0.8)
        if count == _FEW:
            again = [flat_out(letter, keys, on_from(window, first, at_end=at_end)) for _ in range(_AGAIN)]
            show_keys(f"  the same keys {_AGAIN} times, their medians", medians(again), target)
            turn(0.8)
    between = Took()
    for _ in range(keys // _BETWEEN):
        flat_out(letter, _BETWEEN, on_from(window, 22, apart=20), between)
    show_keys("typing flat out, between brackets", between, target)
    turn(0.8)
    if count == _FEW:
        # What the machine itself makes of work that is always the same: no key can be better than this.
        show_keys(f"no key, but {_SPIN} ms of the processor", flat_out(lambda _number: spin(), keys))
        turn(0.8)
    sheet.select(Selection.at(count // 2 + 20, 5))
    turn(0.3)
    beat.begin()
    show_keys("typing as a hand does, middle", paced(letter, 200), target)
    show("longest standstill meanwhile", beat.longest, 50)
    if count == _FEW:
        show_again(letter, 200, on_from(window, count // 2 + 20), target)
    sheet.select(Selection.at(20, 5))
    turn(0.3)
    beat.begin()
    show_keys("typing as a hand does, start", paced(letter, 80), target)
    show("longest standstill meanwhile", beat.longest, 50)
    mix = mixed(sheet)
    show_keys("a mix of keys, flat out", flat_out(mix, _MIXED, on_from(window, 26, apart=3)), target)
    turn(0.8)
    beat.begin()
    show_keys("a mix of keys, as a hand does", paced(mix, _MIXED_BY_HAND, on_from(window, 80, apart=3)), target)
    show("longest standstill meanwhile", beat.longest, 50)
    return spent


def _acts(window: Window, count: int) -> None:
    sheet, times = window.pages.text.sheet, 200

    def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Act:
        return lambda _number: QTest.keyClick(sheet, key, modifier)

    def there(number: int) -> None:
        sheet.select(Selection.at(30 + number % 40, 0))

    divide, join = key(Qt.Key.Key_Return), key(Qt.Key.Key_Backspace)
    to_divide, to_join = dividing(sheet)
    enter, back = Took(), Took()
    for _ in range(times // _DIVIDED):
        flat_out(divide, _DIVIDED, to_divide, enter)
        flat_out(join, _DIVIDED, to_join, back)
        turn(0.3)
    show_keys("going to a paragraph", flat_out(there, times))
    show_keys("Enter, start", enter, _ACTS)
    show_keys("Backspace over paragraphs", back, _ACTS)
    divided, joined = list[Took](), list[Took]()
    for _ in range(_AGAIN):
        divided.append(Took())
        joined.append(Took())
        for _ in range(times // _DIVIDED):
            paced(divide, _DIVIDED, to_divide, divided[-1])
            paced(join, _DIVIDED, to_join, joined[-1])
    target = _TARGETS.get(count)
    for name, took in (("Enter", divided), ("Backspace over paragraphs", joined)):
        show_keys(f"{name}, as a hand does", took[0], target)
        show_keys(f"  the same keys {_AGAIN} times, their medians", medians(took), target)
    for name, act, go in (
        ("a letter", letters(sheet), lambda at: sheet.select(Selection.at(30 + at, 8))),
        ("Enter", divide, to_divide),
        ("Backspace over paragraphs", join, to_join),
    ):
        show_keys(f"{name}, with a rest behind it", with_rests(act, _ALONE, go, sheet))
    for name, act in (
        ("Alt+Down", key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)),
        ("Tab", key(Qt.Key.Key_Tab)),
    ):
        show_keys(name, flat_out(act, times, there), _ACTS)
        turn(0.3)
    steps = 3 * times
    show_keys("undo", flat_out(lambda _number: window.acts["undo"].trigger(), steps), _ACTS)
    show_keys("redo", flat_out(lambda _number: window.acts["redo"].trigger(), steps), _ACTS)
    turn(0.5)
    sheet.select(Selection.at(count - 20, 0))
    turn(0.3)
    show_keys("Enter, end", flat_out(key(Qt.Key.Key_Return), times // 2), _ACTS)


def _baseline(count: int) -> list[float]:
    """Gives the processor's time of each key flat out."""
    plain = QTextEdit()
    plain.document().setUndoRedoEnabled(False)
    plain.setPlainText("\n".join(paragraph.text for paragraph in draft(count).paragraphs))
    plain.resize(1032, 700)
    plain.show()
    turn(1.0)
    plain.setFocus()

    def go(number: int) -> None:
        if number % 250 == 0:
            plain.setTextCursor(QTextCursor(plain.document().findBlockByNumber(1 + number // 250)))

    def to(block: int, place: int) -> None:
        cursor = QTextCursor(plain.document().findBlockByNumber(block))
        cursor.setPosition(cursor.position() + place)
        plain.setTextCursor(cursor)

    took = flat_out(letters(plain), 800, go)
    show_keys("baseline: a plain QTextEdit, typing, start", took)
    show_keys("baseline: a plain QTextEdit, as a hand does", paced(letters(plain), 80))
    enter, back = Took(), Took()
    for _ in range(4):
        paced(lambda _n: QTest.keyClick(plain, Qt.Key.Key_Return), _DIVIDED, lambda at: to(30 + 2 * at, 8), enter)
        paced(lambda _n: QTest.keyClick(plain, Qt.Key.Key_Backspace), _DIVIDED, lambda at: to(31 + at, 0), back)
    show_keys("  Enter, as a hand does", enter)
    show_keys("  Backspace over paragraphs, as a hand does", back)
    show_keys("  a mix of keys, flat out", flat_out(mixed(plain), _MIXED, go))
    plain.close()
    plain.deleteLater()
    return took.processor


if __name__ == "__main__":
    style.apply(application(), "light")
    for wanted in [int(size) for size in sys.argv[1:]] or [_FEW, _MANY]:
        bench(wanted)
