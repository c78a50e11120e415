"""Beside a lineage the way of one phrase: its words, who wrote them first, and what became of it in each draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.draft.first_letter import with_capital
from models.draft.word_counts import count_words
from models.telling.figures import counted
from widgets.inspector.rows import FactRows
from widgets.lineage.view import STATES, DraftHead, PhraseRow
from widgets.paper.direction import in_quotes, unmarked
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts
from widgets.theme.controls import IconButton
from widgets.theme.laid import laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_WIDTH = 272


class WayOfPhrase(Surface):
    """`draft_wanted(int)` asks to read the paragraph in a draft, `step_wanted(int)` for the next phrase or the one
    before."""

    draft_wanted = Signal(int)
    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__("panel", "leading")
        self.setFixedWidth(_WIDTH)
        speak_as(self, Role.ComplementaryContent, "The way of a phrase")
        self.head, self.quote = Words("", fonts.ui(600)), Words("", fonts.serif(16), lines=True)
        self.who = Words("", fonts.small(), "ink2", lines=True)
        self.rows = FactRows(self.draft_wanted.emit, lead=120)
        self.back = IconButton("arrow-up", "Previous phrase (P)")
        self.next = IconButton("arrow-down", "Next phrase (N)")
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        column = laid_down(self, margins=(1, 0, 0, 0))
        column.addWidget(self._bar())
        column.addWidget(scrolled(self._words()), 1)

    def _bar(self) -> Surface:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(18, 0, 10, 1)
        line.addWidget(self.head, 1)
        line.addWidget(self.back)
        line.addWidget(self.next)
        return bar

    def _words(self) -> Surface:
        inner = Surface("panel")
        words = laid_down(inner, margins=(18, 14, 18, 15), spacing=10)
        words.addWidget(self.quote)
        words.addWidget(self.who)
        words.addSpacing(4)
        words.addWidget(Words("Its way", fonts.micro(600), "ink3"))
        words.addWidget(self.rows)
        words.addStretch(1)
        return inner

    def show_phrase(self, row: PhraseRow, drafts: Sequence[tuple[DraftHead, bool]]) -> None:
        """Show a phrase through drafts, of each whether the paragraph stands there."""
        self.head.setText(f"Phrase {row.letter}" if row.letter else "Selected words")
        # It stands alone, and runs from its own side.
        self.quote.setText(unmarked(in_quotes(row.text)))
        self.who.setText(with_capital(row.who))
        facts = [
            (draft.label, _said(state, row), "\n".join(filter(None, (draft.line, with_capital(row.said(at))))), there)
            for at, (state, (draft, there)) in enumerate(zip(row.states, drafts, strict=True))
        ]
        self.rows.show_facts(facts)

    def show_nothing(self) -> None:
        """There is no phrase to look at."""
        for words in (self.head, self.quote, self.who):
            words.setText("")
        self.rows.show_facts([])


def _said(state: str, row: PhraseRow) -> str:
    words = count_words(row.text)
    return f"Left, {counted(words, 'word')}" if state == "left" else STATES[state]
