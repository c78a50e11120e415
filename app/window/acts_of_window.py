"""What each act of the user calls in the rooms of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from app.shell.frame import APPEARANCES
from app.subjects.sides import Side

if TYPE_CHECKING:
    from app.window.window import Window

_HELP = {
    "start": "start",
    "dossier": "dossier",
    "text": "write",
    "compare": "compare",
    "merge": "merge",
    "lineage": "lineage",
    "returned": "returned",
    "ledger": "open",
}
"""The page of the help for a place, where nothing in it has one of its own."""

_COMPARED = (
    *("take_change", "refuse_change", "take_alike", "refuse_alike", "pair_by_hand"),
    *("in_words", "copy_changes", "print", "undo", "redo"),
)
"""What the rooms of the compare page do."""


def acts_of(window: Window) -> dict[str, Callable[[], object]]:
    """By the name of the action, what it does."""
    does: dict[str, Callable[[], object]] = {
        "new_dossier": window.filing.new_dossier,
        "open": window.filing.ask_for_file,
        "compare_files": window.filing.ask_for_two,
        "open_sample": window.filing.open_sample,
        "add_files": window.filing.ask_for_more,
        "paste_text": window.filing.paste,
        "export": window.showing.export,
        "amend_draft": window.amending.ask,
        "rename_dossier": window.amending.ask_for_title,
        "close_dossier": lambda: window.leaving.leave(window.desk.close),
        "quit": window.quit_all,
        "new_window": window.new_window,
        "home": window.go_home,
        "go_dossier": lambda: window.going.go_to("dossier"),
        "go_text": lambda: window.going.go_to("text"),
        "go_compare": lambda: window.going.go_to("compare"),
        "back": window.going.go_back,
        "forward": window.going.go_forward,
        "jump": window.jumping.open,
        "full_screen": lambda: _full_screen(window),
        "masthead": window.masthead_form.open,
        "settings": window.choosing.ask,
        "help": lambda: window.helping.toggle(_HELP.get(window.going.place, "about")),
        "keys": window.open_keys,
    }
    does |= window.drafting.acts()
    does |= _on_the_compare_page(window, dict(does))
    does |= window.merging.acts(does)
    does |= window.focusing.acts(does)
    does |= window.side_by_side.acts(does)
    does["lineage"] = window.lineage.show_here
    does["ledger"] = window.ledgering.show
    does["returned_files"] = window.returning.show_kept
    does["compile"] = window.compiling.compile_proposals
    does["compare_working"] = lambda: _compare_working(window)
    does["copy"] = partial(_copy, window, does["copy"])
    set_appearance = window.holding.set_appearance
    does |= {name: partial(set_appearance, choice) for name, choice in APPEARANCES.items()}
    return window.masthead_form.acts(does)


def _on_the_compare_page(window: Window, does: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
    """What the rooms of the compare page do, once that is there; `does` is what the same keys do before."""

    def act(name: str) -> object:
        known = window.of_comparisons.acts(does["undo"], does["redo"]) if window.pages.made("compare") else does
        return known[name]() if name in known else None

    return {name: partial(act, name) for name in _COMPARED}


def _copy(window: Window, from_field: Callable[[], object]) -> None:
    """Copy what is selected where the keyboard is; on the compare page, the current paragraph with its marks."""
    if window.going.place == "compare" and not isinstance(QApplication.focusWidget(), QTextEdit | QLineEdit):
        window.pages.compare.copy_current()
    else:
        from_field()


def _compare_working(window: Window) -> None:
    """Compare the working text with the draft that is chosen or read, else with the one it stands on."""
    place, shown = window.going.place, window.going.shown
    node = window.pages.dossier.choice if place == "dossier" else None
    if place == "text" and isinstance(shown, Side):
        node = shown.node
    window.pages.text.sheet.finish_text()
    window.comparing.with_working(node)


def _full_screen(window: Window) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
