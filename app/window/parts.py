"""The parts of the window: in which widget an action is seen, and what F6 goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.shell.frame import Frame
from app.shell.pages import Pages
from app.text.drafting import Drafting
from app.text.side_by_side import SideBySide
from app.window.helping import Helping

if TYPE_CHECKING:
    from widgets.compare.page import ComparePage


def controls_of(frame: Frame, pages: Pages) -> dict[str, QWidget]:
    """Where actions are seen, for the help to point at."""
    bar, text = frame.top_bar, pages.text
    return {
        "home": bar.home_button,
        "back": bar.back_button,
        "forward": bar.forward_button,
        "jump": bar.jump_button,
        "export": bar.export_button,
        "keep_draft": text.bar.keep,
        "write": text.bar.write,
        "italic": text.bar.italic,
        "bracket": text.bar.bracket,
        "footnote": text.bar.footnote,
        "changed_words": text.bar.words,
        "inspector": text.bar.inspector,
        "merge": pages.dossier.inspector.merge_button,
    } | (_controls_of_comparisons(pages.compare) if pages.made("compare") else {})


def _controls_of_comparisons(page: ComparePage) -> dict[str, QWidget]:
    return {"take_change": page.take, "go_compare": page.forms, "in_words": page.tell}


def open_menu_at(frame: Frame, name: str) -> None:
    """Open the menu in which an action stands, at the action: where it is seen in no other widget."""
    bar, action = frame.menuBar(), frame.acts[name]
    for menu in frame.menus:
        if action in menu.actions():
            menu.popup(bar.mapToGlobal(bar.actionGeometry(menu.menuAction()).bottomLeft()))
            menu.setActiveAction(action)


def regions_of(frame: Frame, pages: Pages, drafting: Drafting, helping: Helping, beside: SideBySide) -> list[QWidget]:
    """What F6 goes round."""
    dossier, text = pages.dossier, pages.text
    parts: dict[QWidget, list[QWidget]] = {
        dossier: [dossier.views, dossier.list, dossier.timeline, dossier.inspector],
        text: [
            text.outline,
            text.bar,
            drafting.searching.bar,
            text.sheet,
            drafting.inspector,
            beside.part.pane.sheet,
            beside.part.divider,
        ],
    }
    if pages.made("compare"):
        compare = pages.compare
        parts[compare] = [compare.filters, compare.list, compare.forms, compare.reading]
    if pages.made("merge"):
        parts[pages.merge] = pages.merge.parts
    if pages.made("lineage"):
        parts[pages.lineage] = pages.lineage.parts
    if pages.made("returned"):
        parts[pages.returned] = pages.returned.parts
    if pages.made("ledger"):
        parts[pages.ledger] = pages.ledger.parts
    page = frame.stack.currentWidget()
    drawer = [helping.drawer] if helping.drawer is not None else []
    return [
        frame.top_bar,
        frame.notices,
        *parts.get(page, [page]),
        *drawer,
        drafting.keeping.panel,
        frame.status_bar,
    ]
