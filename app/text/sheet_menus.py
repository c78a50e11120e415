"""The menus over the sheet: what can be done at the caret, and which footnote is cited there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from app.shell.frame import Frame
from app.text.spelling import SpellingHere
from models.editing.notes import footnotes
from widgets.writing.sheet import WritingSheet

_NOTE_WORDS = 70
_LATEST = 400
"""Milliseconds after which a menu is shown without what may be meant."""


class SheetMenus:
    """Each is made when it is asked for."""

    def __init__(self, frame: Frame, sheet: WritingSheet, spelling: SpellingHere) -> None:
        self._frame, self._sheet, self._spelling = frame, sheet, spelling

    def offer_acts(self, place: QPoint) -> None:
        """The menu of the right button, or of the menu key; on a misspelt word it begins with what may be meant."""
        on_screen, caret = self._sheet.menu_place(place)
        offered = False

        def offer(fill: Callable[[QMenu], None] | None = None) -> None:
            nonlocal offered
            if not offered:
                offered = True
                self._offer_acts(on_screen, fill)

        if self._spelling.ask_for_menu(caret, offer):
            # What is meant may take its time; the menu does not.
            QTimer.singleShot(_LATEST, self._sheet, offer)
        else:
            offer()

    def _offer_acts(self, place: QPoint, fill: Callable[[QMenu], None] | None) -> None:
        menu = QMenu(self._sheet)
        if fill is not None:
            fill(menu)
            menu.addSeparator()
        acts, sheet = self._frame.acts, self._sheet
        if sheet.writes:
            for name in ("undo", "redo"):
                menu.addAction(acts[name])
            menu.addSeparator()
            menu.addAction("Cu&t", sheet.cut).setEnabled(not sheet.selection().empty)
        menu.addAction("&Copy", sheet.copy).setEnabled(sheet.textCursor().hasSelection())
        if sheet.writes:
            menu.addAction("&Paste", sheet.paste)  # which says where there is nothing to paste
            menu.addSeparator()
            for name in ("copy_marked", "italic", "bracket", "unbracket", "footnote", "put_back"):
                menu.addAction(acts[name])
            self._add_kinds(menu)
        else:
            menu.addSeparator()
            menu.addAction(acts["write"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _add_kinds(self, menu: QMenu) -> None:
        kinds = menu.addMenu("&Kind of paragraph")
        for name, act in self._frame.acts.items():
            if name.startswith("kind_"):
                kinds.addAction(act)

    def offer_of_paragraph(self, place: QPoint) -> None:
        """The menu of the outline: what can be done with the paragraph one is at as a whole."""
        menu, acts = QMenu(self._sheet), self._frame.acts
        for name in ("agreed", "lineage"):
            menu.addAction(acts[name])
        menu.addSeparator()
        if self._sheet.writes:
            self._add_kinds(menu)
            for name in ("move_up", "move_down", "put_back"):
                menu.addAction(acts[name])
        else:
            menu.addAction(acts["write"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def offer_notes(self) -> None:
        """The footnotes there are, to cite one of them at the caret too: it keeps its number."""
        working = self._sheet.working
        rows = footnotes.note_list(working) if working is not None else ()
        if not rows:
            self._frame.status_bar.say("There is no footnote yet.")
            return
        menu = QMenu(self._sheet)
        for row in rows:
            words = row.text if len(row.text) <= _NOTE_WORDS else f"{row.text[:_NOTE_WORDS].rstrip()}…"
            act = menu.addAction(f"{row.mark}   {words}".replace("&", "&&"))
            act.triggered.connect(lambda _checked=False, note=row.id: self._sheet.do(footnotes.cite_again, note))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._sheet.mapToGlobal(self._sheet.cursorRect().bottomRight()))

    def add_note(self) -> None:
        """A footnote at the caret, ready to be written."""
        self._sheet.do(footnotes.add_note)
