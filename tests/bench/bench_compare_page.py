"""How long the compare page takes to be seen, how it scrolls, and how long taking a change stops the window.

All in milliseconds of the clock, with the time the processor spent for the window's own thread beside it. Shown is
what the page does after the comparison is at hand, until it is painted. A frame is one step of the wheel, or of the
mouse on the map at the edge, until it is painted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from figures import Target, Took, head_of_keys, show, show_keys
from heartbeat import Heartbeat, turn, turn_until
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from real_window import begin_text, dossier_of, draft, empty_window, open_dossier

from app.starting import application
from models.comparison.change import Comparison
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Run
from widgets.compare.page import ComparePage
from widgets.theme import style

_SIZES = {400: 250.0, 10_000: 1_500.0}
"""Paragraphs, and how long they may take to be seen."""
_FRAME = 1_000 / 30
_STILL = 50.0
_STEPS = 150


def reworded(before: Draft, seed: int) -> Draft:
    """A tenth of the paragraphs with other words, some left out, some new."""
    made = []
    for number, paragraph in enumerate(before.paragraphs):
        turn_of = (number * 7 + seed * 3) % 10
        if number >= 4 and turn_of == 5 and number % 3 == 0:
            continue
        if number >= 4 and turn_of == 0:
            runs = [
                replace(
                    run, text=run.text.replace("cooperation", f"partnership {seed}").replace("notes with", "recalls")
                )
                for run in paragraph.runs
            ]
            paragraph = replace(paragraph, runs=tuple(runs))
        made.append(paragraph)
        if number >= 4 and turn_of == 7 and number % 4 == 0:
            words = f"Requests the body {seed} {number} to report on what it had done,"
            made.append(replace(paragraph, runs=(Run(words),)))
    return replace(before, paragraphs=tuple(made))


def drafts(count: int, how_many: int) -> list[Draft]:
    """Drafts that follow on each other."""
    found = [draft(count)]
    for seed in range(how_many - 1):
        found.append(reworded(found[-1], seed))
    return found


def seen(name: str, act: Callable[[], object], most: float) -> None:
    """Do it three times, each until it is painted; the median is told, of the clock and of the processor."""
    took, spent = [], []
    for _ in range(3):
        turn(0.05)
        began, busy = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        took.append(1000 * (time.perf_counter() - began))
        spent.append(1000 * (time.thread_time() - busy))
    show(name, sorted(took)[1], most, spent=sorted(spent)[1])


def a_page() -> ComparePage:
    page = ComparePage()
    page.resize(1280, 720)
    page.show()
    turn(0.05)
    return page


def shown(count: int, comparisons: Sequence[Comparison], most: float) -> None:
    """The two drafts side by side and inline, and two and six of them in columns."""
    page = a_page()
    size = f"{count:,} paragraphs".replace(",", " ")
    for form in ("side by side", "inline"):
        page.forms.part(int(form == "inline")).click()
        seen(f"{form}, {size}", lambda: page.show_comparison(comparisons[0], "One", "", "Two", ""), most)
    for how_many in (2, len(comparisons) + 1):
        columns = in_columns(comparisons[: how_many - 1])
        titles = [(f"Draft {number}", "") for number in range(how_many)]
        seen(f"{how_many} columns, {size}", lambda: page.show_columns(columns, titles), most)  # noqa: B023
    page.close()


def scrolled(comparisons: Sequence[Comparison]) -> None:
    """Frames while scrolling by the wheel and by dragging on the map, all paragraphs shown."""
    page = a_page()
    for box in page.filters._boxes.values():
        box.setChecked(True)
    target = Target(p99=_FRAME)
    for form in ("side by side", "inline"):
        page.forms.part(int(form == "inline")).click()
        page.show_comparison(comparisons[0], "One", "", "Two", "")
        turn(0.1)
        show_keys(f"wheel, {form}", frames(lambda _step: wheel(page.view.viewport())), target)
        show_keys(f"dragging on the map, {form}", frames(lambda step: drag(page.map, step)), target)
    columns = in_columns(comparisons)
    page.show_columns(columns, [(f"Draft {number}", "") for number in range(len(comparisons) + 1)])
    page.filter._weights[next(iter(page.filter._weights))].setChecked(True)
    turn(0.1)
    show_keys("wheel, six columns", frames(lambda _step: wheel(page.pane.view.viewport())), target)
    show_keys("dragging on the map, six columns", frames(lambda step: drag(page.pane.map, step)), target)
    page.close()


def frames(act: Callable[[int], None]) -> Took:
    """How long each step takes until it is painted."""
    took = Took()
    for step in range(_STEPS):
        with took.one():
            act(step)
            QApplication.processEvents()
    return took


def wheel(area: QWidget) -> None:
    middle = QPointF(area.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(area.mapToGlobal(area.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, event)


def drag(where: QWidget, step: int) -> None:
    place = QPoint(where.width() // 2, 6 + step * (where.height() - 12) // _STEPS)
    if not step:
        QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=place)
    where.wanted.emit(where._entry(float(place.y())))  # type: ignore[attr-defined]


def taken(count: int) -> None:
    """The longest silence of the window while a change is taken, compared again, and undone."""
    with empty_window() as (window, folder):
        open_dossier(window, dossier_of(folder, count))
        begin_text(window)
        assert window.going.working is not None
        listing = window.desk.listing
        assert listing is not None
        dossier, first = listing.dossier, listing.nodes[0]
        dossier.keep(reworded(draft(count), 1), label="Second draft", date="2026-02-15", parents=[first.id])
        window.desk.look_again()
        turn_until(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2)
        turn_until(lambda: not window.background.tasks)
        assert window.desk.listing is not None
        second = window.desk.listing.nodes[0].id
        beat = Heartbeat()

        def act(name: str, does: Callable[[], object], wait: float = 1.0) -> None:
            turn(0.1)
            beat.begin()
            does()
            turn_until(lambda: not window.background.tasks)
            turn(wait)
            turn_until(lambda: not window.background.tasks)
            show(f"{name}, {count} paragraphs", beat.longest, _STILL, spent=beat.busiest)

        act("the working text compared", lambda: window.comparing.with_working(second))
        page = window.pages.compare
        page.next_change()
        act("a paragraph refused and compared again", window.acts["refuse_change"].trigger)
        act("undone and compared again", window.acts["undo"].trigger)
        page.next_change()
        act("all alike refused and compared again", window.acts["refuse_alike"].trigger, 2.0)


def bench(sizes: Sequence[int]) -> None:
    """All of it."""
    style.apply(application(), "light")
    print("\nThe compare page, from the comparison to the painted page")
    last: list[Comparison] = []
    for count in sizes:
        all_of_them = drafts(count, 6)
        last = [compare(old, new) for old, new in pairwise(all_of_them)]
        shown(count, last, _SIZES.get(count, 1_500.0))
    head_of_keys(f"Scrolling {sizes[-1]:,} paragraphs by frames".replace(",", " ", 1))
    scrolled(last)
    print("\nStanding still while changes are taken, the longest silence of the window's loop")
    for count in sizes:
        taken(count)


if __name__ == "__main__":
    bench([int(size) for size in sys.argv[1:]] or list(_SIZES))
