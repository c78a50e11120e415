"""What a painted widget is to a screen reader, for as long as Qt asks and until the program has ended."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from widgets.theme.roles import Role, speak_as

ROOT = Path(__file__).resolve().parents[2]


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_widget_is_what_it_was_said_to_be_and_others_are_what_qt_takes_them_for(qapp: QApplication) -> None:
    said, unsaid = QWidget(), QWidget()
    speak_as(said, Role.Note, "Footnotes")
    assert (role_of(said), role_of(unsaid)) == (Role.Note, Role.Client)
    assert QAccessible.queryAccessibleInterface(said).text(QAccessible.Text.Name) == "Footnotes"


def test_widgets_come_and_go_while_somebody_listens(qapp: QApplication) -> None:
    # Often enough that those whose widgets are gone are let go on the way.
    kept: list[QWidget] = []
    for turn in range(40):
        page = QWidget()
        parts = [QWidget(page) for _ in range(20)]
        for part in parts:
            speak_as(part, Role.Document, f"Part {turn}")
            assert role_of(part) is Role.Document
        kept.append(parts.pop())
        kept[-1].setParent(None)
        page.deleteLater()
        del page, parts, part
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    for turn, widget in enumerate(kept):
        found = QAccessible.queryAccessibleInterface(widget)
        assert (found.role(), found.text(QAccessible.Text.Name)) == (Role.Document, f"Part {turn}")


LEFT_TO_QT = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from widgets.theme.roles import Role, speak_as
app = QApplication([])
label = QLabel("Asked about before any of ours")
if {asked_before}:
    QAccessible.queryAccessibleInterface(label)
for number in range(20):
    widget = QWidget()
    speak_as(widget, Role.Document, "One that Qt takes down when the program ends")
    widget.deleteLater()
"""


@pytest.mark.parametrize("asked_before", [False, True])
def test_what_is_left_when_the_program_ends_is_taken_down_once(asked_before: bool) -> None:
    made = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", LEFT_TO_QT.format(asked_before=asked_before)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert (made.stderr, made.returncode) == ("", 0)
