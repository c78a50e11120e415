"""What the actions of writing do: each is one act of models.editing on the selection in the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from models.draft import Kind
from models.editing import structure
from models.editing.acts import bracketing, put_back, set_numbers
from widgets.writing.page import TextPage

_KINDS = {
    "kind_preambular": (Kind.PREAMBULAR, 0),
    "kind_operative": (Kind.OPERATIVE, 0),
    "kind_subparagraph": (Kind.SUBPARAGRAPH, 1),
    "kind_heading": (Kind.HEADING, 0),
    "kind_section": (Kind.SECTION, 0),
    "kind_annex": (Kind.ANNEX, 0),
    "kind_quote": (Kind.QUOTE, 0),
    "kind_text": (Kind.TEXT, 0),
}
_OF_FIELDS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}
_SUFFIXES = {"suffix_bis": "bis", "suffix_ter": "ter", "suffix_alt": "alt", "suffix_none": None}


def text_acts(page: TextPage) -> dict[str, Callable[[], object]]:
    """By the name of the action, what it does with the text on a page."""
    do = page.sheet.do
    acts: dict[str, Callable[[], object]] = {
        "undo": page.sheet.undo,
        "redo": page.sheet.redo,
        "bracket": lambda: do(bracketing.bracket),
        "unbracket": lambda: do(bracketing.unbracket),
        "no_break_space": page.sheet.no_break_space,
        "put_back": lambda: do(put_back.put_back),
        "deeper": lambda: do(structure.deeper),
        "shallower": lambda: do(structure.shallower),
        "move_up": lambda: do(structure.move, -1),
        "move_down": lambda: do(structure.move, 1),
        "renumber": lambda: page.sheet.do_over_all(set_numbers.renumber),
        "renumber_all": lambda: page.sheet.do_over_all(set_numbers.renumber, True),
        "larger": lambda: page.zoom_by(1),
        "smaller": lambda: page.zoom_by(-1),
        "usual_size": lambda: page.zoom_by(0),
    }
    for name, act in _OF_FIELDS.items():
        acts[name] = partial(_with_keyboard, act)
    for mark in ("italic", "bold", "underline"):
        acts[mark] = partial(page.sheet.toggle_mark, mark)
    for name, (kind, level) in _KINDS.items():
        acts[name] = partial(do, structure.set_kind, kind, level)
    for name, suffix in _SUFFIXES.items():
        acts[name] = partial(do, set_numbers.set_suffix, suffix)
    return acts


def _with_keyboard(act: str) -> None:
    """What cuts, copies or pastes where the keyboard is: a text, a note or a field each knows best how."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QLineEdit):
        getattr(focus, act)()
