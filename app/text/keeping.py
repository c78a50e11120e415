"""Keeping the working text as a draft: what is proposed, and the panel that asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.subjects.open_text import OpenText
from app.text.head import head_of
from app.text.writing import Writing
from app.wording import long_date
from models.dossier import Node
from models.draft.masthead import masthead
from models.editing.changes import Changes
from models.telling.figures import counted
from widgets.keeping.panel import KeepChoice, KeepPanel, KeepView
from widgets.text.bracketed import Bracketed
from widgets.text.page_facts import holding
from widgets.writing.sheet import WritingSheet

A_MOMENT = 0.01
"""Seconds."""
_REVISION = re.compile(r"\bRev\.\s?(\d+)")


class Keeping(QObject):
    """The panel "Keep this draft"; `said(sentence)` where a draft is kept only after what is under way, or not."""

    said = Signal(str)

    def __init__(self, ground: QWidget, writing: Writing, sheet: WritingSheet) -> None:
        super().__init__(ground)
        self._writing, self._sheet = writing, sheet
        self.panel = KeepPanel(ground)
        self.panel.kept.connect(self._keep)
        writing.kept.connect(lambda _added, text: self.panel.forget(_name(text)))
        # Where the file has been in trouble before, the notice of it stands there already.
        writing.not_kept.connect(lambda label: self.said.emit(f"{label} is not kept; what you wrote stays as it is."))

    def _keep(self, choice: KeepChoice) -> None:
        def keep() -> None:
            # It may have been written on since it was asked how the draft is to be called.
            self._sheet.finish_text()
            self._writing.keep(choice)

        if not self._sheet.after_all(keep):
            self.said.emit(f"{choice.label} is kept once the text is worked on; Esc gives that up, and keeps nothing.")

    def ask(self, changes: Changes, nodes: Sequence[Node], under: QWidget) -> None:
        """Ask how the draft is to be called; `changes` are those of the text."""
        text = self._writing.open
        if text is not None:
            self.panel.ask(keep_view(text, self._facts(text, changes), nodes, self._writing.who), under)

    def look_again(self, changes: Changes) -> None:
        """What the panel says will be kept is the text as it is now."""
        text = self._writing.open
        if text is not None and self.panel.isVisible():
            self.panel.tell(self._facts(text, changes))

    def _facts(self, text: OpenText, changes: Changes) -> tuple[str, ...]:
        """What will be kept; of a text that is being worked on, or not counted yet, nothing is known."""
        if self._sheet.under_way.active:
            return ("The text is being worked on",)
        if not changes.count_some(A_MOMENT):
            return ("What changed is being counted",)
        return what_is_kept(text, changes, self._sheet.text.bracketed)


def keep_view(text: OpenText, facts: tuple[str, ...], nodes: Sequence[Node], who: str) -> KeepView:
    """What is proposed for a draft that is kept today."""
    today = date.today()
    labels = [node.label for node in nodes]
    symbol = masthead(head_of(text.text)).symbol
    known = symbol if symbol and "_" not in symbol and symbol not in labels else ""
    label = known or next_label(labels, today, revises=text.parent is not None)
    return KeepView(label, long_date(today.isoformat()), who, "", facts, tuple(labels), _name(text))


def what_is_kept(text: OpenText, changes: Changes, brackets: Bracketed) -> tuple[str, ...]:
    """What is kept in a draft, each fact a short line."""
    since = f" since {text.parent.label}" if text.parent else ""
    found = [changed_since(changes, since)]
    noted = text.text.noted.brackets()
    if pairs := brackets.pairs + noted.pairs:
        found.append(f"{counted(pairs, 'bracket')} open in {holding(brackets, noted)}")
    if alone := brackets.unmatched + len(noted.unmatched):
        found.append(f"{counted(alone, 'bracket')} without a partner")
    return tuple(found)


def _name(text: OpenText) -> tuple[Path, int]:
    return text.dossier.path, text.row


def next_label(labels: Sequence[str], today: date, *, revises: bool = True) -> str:
    """ "Rev.3 of 24 November" after a Rev.2; one that `revises` none is a draft, as the first of all, or draft (2)."""
    first = f"Draft of {today.day} {today:%B}"
    if not (labels and revises):
        return next(one for one in chain([first], (f"{first} ({number})" for number in count(2))) if one not in labels)
    highest = max((int(found[1]) for label in labels for found in _REVISION.finditer(label)), default=0)
    return f"Rev.{highest + 1} of {today.day} {today:%B}"


def changed_since(changes: Changes, since: str) -> str:
    """ "Changed since Rev.1: 6 paragraphs, 41 words"."""
    totals = changes.totals
    if not totals.paragraphs:
        return f"Nothing changed{since}"
    words = counted(totals.inserted + totals.deleted, "word")
    return f"Changed{since}: {counted(totals.paragraphs, 'paragraph')}, {words}"
